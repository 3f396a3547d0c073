"""The real parts, loaded once: GiNZA, the shipped model, the shipped corpora."""

import json
import os
import sys
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, and before NumPy is imported

import pytest

import analyzer
from analyzer.scoring import Scorer

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpora" / "samples"
PROGRAM = f"analyzer() {{ '{sys.executable}' -m analyzer \"$@\"; }}; "
"""For a line of bash: `analyzer` in it is the program of this environment."""


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return analyzer.load()


def fields_of(record: object) -> set[str]:
    """The names of all fields of a JSON record, but for labels, whose names are data."""
    if isinstance(record, list):
        return set().union(*map(fields_of, record))
    if not isinstance(record, dict):
        return set()
    return set(record) | set().union(*(fields_of(value) for name, value in record.items() if name != "labels"))


def write_smaller_corpora(folder: Path, every: int) -> None:
    """A folder like `corpora` with one in `every` of its statements, details and dossiers, and the statements they tell of."""
    corpora = ROOT / "corpora"
    beside = [path for part in ("details", "dossiers") for path in sorted((corpora / part).glob("*.jsonl"))]
    sets = [*(path for part in ("train", "dev", "test") for path in sorted((corpora / part).glob("*.jsonl"))), corpora / "hard.jsonl"]
    kept = {path: path.read_text(encoding="utf-8").splitlines()[::every] for path in beside}
    told = [json.loads(line) for lines in kept.values() for line in lines]
    named = {id for record in told for id in record.get("statements", [record.get("id")])}
    for path in sets:
        lines = path.read_text(encoding="utf-8").splitlines()
        kept[path] = [line for at, line in enumerate(lines) if at % every == 0 or json.loads(line)["id"] in named]
    for path, lines in kept.items():
        place = folder / path.relative_to(corpora)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    for path in corpora.iterdir():
        if not (folder / path.name).exists():
            (folder / path.name).symlink_to(path)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fast ones first: a mistake shows before the slow ones start."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
