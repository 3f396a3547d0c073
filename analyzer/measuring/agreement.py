"""Annotators who worked apart, compared: per-label Krippendorff α and F1, per-axis quadratic κ, with intervals."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
from krippendorff import alpha

from analyzer.corpus.rereading import read_again
from analyzer.errors import UsageError, unreadable
from analyzer.judging.labeller import LABELS
from analyzer.measuring.evaluation import Judged, compare, compare_wholes
from analyzer.statement import LabelledStatement, read_labelled


def measure_agreement(first: Path, second: Path) -> dict[str, Any]:
    """Agreement of two files of labelled statements with the same ids and units; raises `UsageError` where they differ in either."""
    one, other = _paired(read_labelled([first]), read_labelled([second]), f"{first} and {second}")
    left, right = _judged(one), _judged(other)
    measured = compare(left, right)
    for column, label in enumerate(LABELS):
        measured["labels"]["f1"][label]["alpha"] = _alpha(left.assigned[:, column], right.assigned[:, column])
    return measured


def measure_rereading(labelled: Sequence[LabelledStatement], path: Path) -> dict[str, Any]:
    """How far later readers, who saw no label, agree with the gold on levels and document facts, as a study for the documents.

    `path` is read by `read_again`.
    """
    gold, again = zip(*read_again(path, labelled), strict=True)
    found = compare_wholes(_wholes(gold), _wholes(again))
    axes = [{"name": str(axis), **one} for axis, one in found["axes"].items()]
    facts = [{"name": field, "kappa": "–", "exact": one, "within_one": "–"} for field, one in found["circumstances"].items()]
    return {"note": f"train の {len(gold)} 文。[ ] は95%信頼区間。", "rows": [*axes, *facts]}


def _wholes(labelled: Sequence[LabelledStatement]) -> Judged:
    return Judged.by_annotators(labelled, np.zeros((0, len(LABELS)), dtype=np.int8), [])


def _paired(
    first: Sequence[LabelledStatement], second: Sequence[LabelledStatement], files: str
) -> tuple[list[LabelledStatement], list[LabelledStatement]]:
    if not first:
        raise unreadable(files, "ラベル付き公表文がありません", "no labelled statements")
    others = {labelled.id: labelled for labelled in second}
    if {labelled.id for labelled in first} != others.keys():
        ja = "公表文が揃っていません。二人が同じ id に付けたものを比べます"
        raise UsageError(f"{files}: {ja} / not the same statements; both annotators label the same ids")
    for labelled in first:
        if _spans(labelled) != _spans(others[labelled.id]):
            ja = f"{labelled.id} の単位が二つのファイルで違います。同じ区間に付けたものを比べます"
            raise UsageError(f"{files}: {ja} / {labelled.id} has other units in the two files; both label the same spans")
    return list(first), [others[labelled.id] for labelled in first]


def _spans(labelled: LabelledStatement) -> list[tuple[int, int]]:
    return [(unit.start, unit.end) for unit in labelled.units]


def _judged(labelled: Sequence[LabelledStatement]) -> Judged:
    units = [(at, unit) for at, one in enumerate(labelled) for unit in one.units]
    assigned = np.array([[label in unit.labels for label in LABELS] for _, unit in units], dtype=np.int8)
    return Judged.by_annotators(labelled, assigned, [at for at, _ in units])


def _alpha(left: "np.typing.NDArray[np.int8]", right: "np.typing.NDArray[np.int8]") -> float | None:
    """Nominal Krippendorff α (2011) of one label's yes and no; None where nobody gives the label."""
    if not (left.any() or right.any()):
        return None
    return round(float(alpha(np.stack([left, right]).astype(float), level_of_measurement="nominal", value_domain=[0.0, 1.0])), 4)
