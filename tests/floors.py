"""What the shipped model reaches, with the digest of what it was measured on: `python -m tests.floors` writes `floors.json`.

A floor is the figure of the day it was written. Raise it when a change earns it; a change of the data asks for a new one.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from unittest.mock import patch

from analyzer.judging import model as model_folder
from analyzer.language.features import DocumentReading
from analyzer.learning.training import Recipe
from analyzer.measuring import detail_figures, evaluation, tallies
from analyzer.measuring.baselines import gold_of
from analyzer.measuring.evaluation import compare
from analyzer.measuring.sets import judge, measure_beside, read_axes, read_set
from analyzer.statement import Statement

ROOT = Path(__file__).parent.parent
FLOORS = Path(__file__).parent / "floors.json"
SETS = ("test", "hard")
BESIDE = ("details", "dossiers")


def measured() -> dict[str, dict[str, Any]]:
    """For each set the digest of its files and its figures by dotted name, of the shipped model as it reads now."""
    recipe, model = Recipe.read(ROOT / "models/disclosure/recipe.toml"), model_folder.load()
    found: dict[str, dict[str, Any]] = {}
    for name in SETS:
        labelled, documents = read_set(recipe, name)
        gold = gold_of(labelled, documents)
        told = [model.labeller.probabilities(document) for document in documents]
        parsed = {document.statement: document for document in documents}

        def once(statements: Iterable[Statement], parsed: Mapping[Statement, DocumentReading] = parsed) -> Iterator[DocumentReading]:
            """The details tell of statements of the set, which are parsed already."""
            return (parsed[statement] for statement in statements)

        # A floor is a figure without its interval, so nothing is resampled.
        with (
            patch.object(detail_figures, "read_documents", once),
            patch.object(tallies, "RESAMPLES", 1),
            patch.object(evaluation, "RESAMPLES", 1),
        ):
            judged = judge(model, documents, told, read_axes(model, documents, told), gold)
            figures = compare(gold, judged) | measure_beside(recipe, name)
        beside = [path for part in BESIDE if (path := ROOT / "corpora" / part / f"{name}.jsonl").exists()]
        found[name] = {"digest": digest([*recipe.files[name], *beside]), "figures": dict(sorted(values(figures)))}
    return found


def values(figures: Mapping[str, Any], path: str = "") -> Iterator[tuple[str, float]]:
    """Every figure that has an interval, by its dotted name; of those read with the gold labels none: they are no figure of the model."""
    if "value" in figures:
        yield path, float(figures["value"])
        return
    for name, part in figures.items():
        if isinstance(part, Mapping) and name != "gold_labels":
            yield from values(part, f"{path}.{name}" if path else name)


def digest(files: Iterable[Path]) -> str:
    whole = hashlib.sha256()
    for file in sorted(files):
        whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()


if __name__ == "__main__":
    FLOORS.write_text(json.dumps(measured(), indent=1) + "\n", encoding="utf-8")
