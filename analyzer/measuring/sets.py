"""The model and its baselines against every labelled set of a recipe → the metrics that card and README print."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analyzer.arrays import Floats
from analyzer.corpus.labelled_files import beside
from analyzer.judging import model as model_folder
from analyzer.judging.circumstances import read_circumstances
from analyzer.judging.labeller import LABELS
from analyzer.judging.model import Model
from analyzer.language.features import DocumentReading, read_documents
from analyzer.learning.training import Recipe
from analyzer.measuring.baselines import CharacterNgrams, gold_of, majority, rules_alone
from analyzer.measuring.detail_figures import measure_details
from analyzer.measuring.dossier_figures import measure_dossiers
from analyzer.measuring.evaluation import CIRCUMSTANCES, Judged, abstention, calibration, compare, difference
from analyzer.report import AxisReading
from analyzer.schema import Axis, Lang
from analyzer.statement import LabelledStatement, read_labelled

ReadSet = tuple[list[LabelledStatement], list[DocumentReading]]
"""The labelled statements of a set and, in the same order, how each reads."""
_BESIDE = (("details", measure_details), ("dossiers", measure_dossiers))


def measure(recipe: Recipe, folder: Path | None = None) -> dict[str, Any]:
    """Metrics on dev, test and the hard set, each with its baselines; nothing is fitted on what it is measured on."""
    model = model_folder.load(folder)
    train_labelled, train_documents = read_set(recipe, "train")
    train = gold_of(train_labelled, train_documents)
    ngrams = CharacterNgrams(train, train_documents)
    metrics: dict[str, Any] = {"model": model.name, "model_sha256": model.sha256, "digests": recipe.digests(), "sets": {}}
    for name in ("dev", "test", "hard"):
        if not recipe.files.get(name):
            continue
        labelled, documents = read_set(recipe, name)
        gold = gold_of(labelled, documents)
        probabilities = [model.labeller.probabilities(document) for document in documents]
        axes = read_axes(model, documents, probabilities)
        judged = judge(model, documents, probabilities, axes, gold)
        baseline = ngrams.judge(documents, gold)
        metrics["sets"][name] = {
            "model": compare(gold, judged),
            "character_ngrams": compare(gold, baseline),
            "rules_alone": compare(gold, rules_alone(model, documents, train, gold)),
            "majority": compare(gold, majority(train, gold)),
            "model_minus_character_ngrams": difference(gold, judged, baseline),
            "abstention": abstention(gold, axes),
            "calibration": calibration(np.concatenate(probabilities)[:, : len(LABELS)], gold.assigned),
        }
        if name == "hard":
            metrics["sets"][name]["by_trap"] = _by_trap(labelled, gold, judged)
        metrics["sets"][name] |= measure_beside(recipe, name, folder)
    return metrics


def measure_beside(recipe: Recipe, name: str, folder: Path | None = None) -> dict[str, Any]:
    """Figures of what is labelled beside a set: `details/<name>.jsonl` and `dossiers/<name>.jsonl`, where there are such."""
    return {part: measured(found, folder) for part, measured in _BESIDE if (found := beside(recipe.files[name], f"{part}/{name}.jsonl"))}


def read_set(recipe: Recipe, name: str) -> ReadSet:
    labelled = read_labelled(recipe.files[name])
    return labelled, list(read_documents(gold.statement for gold in labelled))


def read_axes(model: Model, documents: Sequence[DocumentReading], probabilities: Sequence[Floats]) -> list[Mapping[Axis, AxisReading]]:
    """The axes of documents as the model reports them."""
    thresholds = model.labeller.thresholds
    return [model.rubric.read(d, p, thresholds, Lang.JA) for d, p in zip(documents, probabilities, strict=True)]


def judge(
    model: Model,
    documents: Sequence[DocumentReading],
    probabilities: Sequence[Floats],
    axes: Sequence[Mapping[Axis, AxisReading]],
    gold: Judged,
) -> Judged:
    """What the model says of documents, in columns beside `gold`."""
    told = [read_circumstances(d, p, model.choices) for d, p in zip(documents, probabilities, strict=True)]
    return Judged(
        assigned=(np.concatenate(list(probabilities)) >= model.labeller.thresholds).astype(np.int8)[:, : len(LABELS)],
        levels=np.array([[read[axis].level for axis in Axis] for read in axes]),
        circumstances={field: np.array([str(getattr(facts, field)) for facts in told]) for field in CIRCUMSTANCES},
        owner=gold.owner,
        groups=gold.groups,
    )


def _by_trap(labelled: Sequence[LabelledStatement], gold: Judged, judged: Judged) -> dict[str, Any]:
    """For each trap of the hard set: micro-F1 of the labels and how many levels are right or within one."""
    traps = np.array([str(found.extra.get("trap", "")) for found in labelled])
    table: dict[str, Any] = {}
    for trap in sorted(set(traps.tolist())):
        inside = np.flatnonzero(traps == trap)
        rows = np.isin(gold.owner, inside)
        left, right = gold.assigned[rows], judged.assigned[rows]
        apart = np.abs(gold.levels[inside] - judged.levels[inside])
        table[trap] = {
            "statements": len(inside),
            "micro_f1": round(float(2 * (left & right).sum() / max(1, left.sum() + right.sum())), 4),
            "exact": round(float((apart == 0).mean()), 4),
            "within_one": round(float((apart <= 1).mean()), 4),
        }
    return table
