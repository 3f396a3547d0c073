"""What the measures mean: κ against scikit-learn's, abstention on readings counted by hand."""

import numpy as np
import pytest
from sklearn.metrics import cohen_kappa_score

from analyzer.measuring.evaluation import THRESHOLDS, Judged, abstention, kappa
from analyzer.report import AxisReading
from analyzer.schema import Axis


def judged(levels: "np.ndarray[tuple[int, int], np.dtype[np.int64]]") -> Judged:
    """Statements of one organisation each, with these levels on the three axes and nothing else."""
    count = len(levels)
    return Judged(
        assigned=np.zeros((count, 14), dtype=np.int8),
        levels=levels,
        circumstances={},
        owner=np.arange(count),
        groups=np.array([f"組織{at}" for at in range(count)]),
    )


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("highest", [2, 4])
def test_kappa_is_scikit_learns(seed: int, highest: int) -> None:
    random = np.random.default_rng(seed)
    left = random.integers(0, highest + 1, size=(30, 3))
    right = np.clip(left + random.integers(-2, 3, size=left.shape), 0, highest)
    rows = random.integers(0, 30, size=40)
    for at in range(3):
        expected = cohen_kappa_score(left[rows, at], right[rows, at], weights="quadratic", labels=list(range(5)))
        assert kappa(judged(left), judged(right), rows, at) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("left", "right", "expected"), [([2, 2], [2, 2], 0.0), ([1, 1], [2, 2], 0.0), ([0, 4], [0, 4], 1.0), ([0, 4], [4, 0], -1.0)]
)
def test_kappa_at_its_ends(left: list[int], right: list[int], expected: float) -> None:
    """Nothing to tell apart is no agreement; the same and the opposite are 1 and −1."""
    gold, other = judged(np.array([left] * 3).T), judged(np.array([right] * 3).T)
    assert kappa(gold, other, np.arange(2), 0) == expected


def reading(level: int, certain: float, decided: bool) -> dict[Axis, AxisReading]:
    spread = tuple(certain if at == level else (1 - certain) / 4 for at in range(5))
    return {axis: AxisReading(level=level, score=25.0 * level, probabilities=spread, reasons=(), decided=decided) for axis in Axis}


def test_abstention_counts_what_is_reported() -> None:
    gold = judged(np.array([[3] * 3, [2] * 3, [0] * 3, [1] * 3]))
    told = [reading(3, 0.95, True), reading(1, 0.65, True), reading(4, 0.35, False), reading(1, 0.55, True)]
    found = abstention(gold, told)[Axis.SPECIFICITY]
    assert {name: one["value"] for name, one in found["reported"].items()} == {"coverage": 0.75, "exact": 0.6667, "within_one": 1.0}
    curve = {point["threshold"]: (point["coverage"], point["exact"], point["within_one"]) for point in found["curve"]}
    assert tuple(curve) == THRESHOLDS
    assert curve[0.0] == (1.0, 0.5, 0.75)
    assert curve[0.4] == (0.75, 0.6667, 1.0)
    assert curve[0.6] == (0.5, 0.5, 1.0)
    assert curve[0.9] == (0.25, 1.0, 1.0)


def test_where_nothing_is_reported_nothing_is_right_or_wrong() -> None:
    gold = judged(np.array([[3] * 3, [2] * 3]))
    found = abstention(gold, [reading(3, 0.3, False), reading(2, 0.3, False)])[Axis.RESPONSIBILITY]
    assert found["reported"]["coverage"]["value"] == 0
    assert found["curve"][-1] == {"threshold": 0.9, "coverage": 0.0, "exact": None, "within_one": None}
