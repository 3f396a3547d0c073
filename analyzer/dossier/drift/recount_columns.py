"""What a model is told of a count that may be a new value of one told before, as columns of numbers."""

import math
from collections.abc import Sequence

import numpy as np

from analyzer.dossier.drift.count_meaning import is_cited
from analyzer.dossier.drift.counted import Counted
from analyzer.rules.slots import DRIFT
from analyzer.schema import COUNTED, Label

_ALIKE = 0.3
"""Logarithm of the ratio within which two values are near each other."""
_FAR = 3.0
_ALONE = (0.0,) * 13
"""The columns of a count that there is none to hold against."""


def columns_of(
    after: Counted, before: Counted | None, likeness: float, shared: float, same: Sequence[Counted], beside: Sequence[Counted]
) -> list[float]:
    """The dense columns of a count: its sort and labels, what stands beside it, and how it compares with those told before."""
    wording, given = after.reading.wording, after.announcement.labels(after.unit)
    near = (likeness + shared) / 2
    told = [each.value for each in same]
    extent = [each.value for each in same if each.of_extent]
    start, end = after.clause
    rules = DRIFT.patterns("beside_count")
    return [
        *(float(after.count.kind == kind) for kind in COUNTED),
        float(after.counter == "things"),
        float(after.counter == "件"),
        *(float(label in given) for label in Label),
        *(float(pattern.search(wording[start:end]) is not None) for pattern in rules),
        *(float(pattern.search(wording) is not None) for pattern in rules),
        float(after.of_extent),
        float(after.value in told),
        float(bool(same)),
        float(after.value == max(each.value for each in beside)),
        float(after is beside[0]),
        float(is_cited(wording, after.count)),
        near,
        likeness,
        shared,
        *(_against(after, before, near, told, beside) if before else _ALONE),
        float(bool(told) and after.value > max(told)),
        float(bool(extent) and after.value > max(extent)),
    ]


def _against(after: Counted, before: Counted, near: float, told: Sequence[float], beside: Sequence[Counted]) -> list[float]:
    """How a count compares with the one told before that it is held against."""
    ratio = math.log(after.value / before.value)
    again = [each for each in beside if each.value == before.value]
    return [
        float(ratio > 0),
        float(ratio < 0),
        float(abs(ratio) < _ALIKE),
        float(np.clip(ratio, -_FAR, _FAR)) / _FAR,
        float(before.of_extent),
        float(bool(again)),
        float(any(is_cited(each.reading.wording, each.count) for each in again)),
        float(before.value == max(told)),
        before.of_extent * near,
        (ratio > 0) * near,
        float(any(before.value + each.value == after.value for each in beside if each is not after)),
        float(before.of_extent and after.of_extent),
        float(ratio > 0 and before.of_extent and after.of_extent),
    ]
