"""Readings against labelled statements: metrics with bootstrap intervals by organisation, beside baselines."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.labeller import LABELS
from analyzer.report import AxisReading
from analyzer.schema import Axis
from analyzer.statement import LabelledStatement

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Measure = Callable[[NDArray[np.int64]], float]

RESAMPLES = 1000
SEED = 20260
THRESHOLDS = (0.0, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
"""Least probabilities of the reported level at which abstention is measured."""
CIRCUMSTANCES = ("detected_by", "report_stage", "title_framing")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was said of some statements, by annotators or by a model, in columns.

    `assigned` (units, 14) 0/1; `levels` (statements, 3); `circumstances` a field → (statements,);
    `owner` (units,) index of the statement; `groups` (statements,) organisations.
    """

    assigned: "NDArray[np.int8]"
    levels: "NDArray[np.int64]"
    circumstances: Mapping[str, "NDArray[np.str_]"]
    owner: "NDArray[np.int64]"
    groups: "NDArray[np.str_]"

    @classmethod
    def by_annotators(cls, labelled: Sequence[LabelledStatement], assigned: "NDArray[np.int8]", owner: Sequence[int]) -> "Judged":
        """What annotators said, where `assigned` and `owner` are of the units that are compared."""
        return cls(
            assigned=assigned,
            levels=np.array([[one.levels[axis] for axis in Axis] for one in labelled]),
            circumstances={field: np.array([str(getattr(one, field)) for one in labelled]) for field in CIRCUMSTANCES},
            owner=np.array(owner),
            groups=np.array([one.group for one in labelled]),
        )


def compare(gold: Judged, judged: Judged) -> dict[str, Any]:
    """All metrics of `judged` against `gold` (same statements, same units)."""
    samples = _resamples(gold.groups)
    counts = _counts(gold, judged)
    f1 = {str(label): _with_interval(_label_f1(counts, at), samples) | _support(counts, at) for at, label in enumerate(LABELS)}
    return {
        "statements": len(gold.levels),
        "organisations": len(set(gold.groups.tolist())),
        "units": len(gold.assigned),
        "labels": {
            "macro_f1": _with_interval(lambda rows: _macro_f1(counts, rows), samples),
            "micro_f1": _with_interval(lambda rows: float(_f1(counts[rows].sum(axis=(0, 1)))), samples),
            "f1": f1,
        },
        **_compare_wholes(gold, judged, samples),
    }


def compare_wholes(gold: Judged, judged: Judged) -> dict[str, Any]:
    """The metrics of `judged` against `gold` on what is said of whole statements: levels and document facts."""
    return _compare_wholes(gold, judged, _resamples(gold.groups))


def difference(gold: Judged, better: Judged, worse: Judged) -> dict[str, Any]:
    """Paired differences, so that one interval says whether one model beats the other."""
    samples = _resamples(gold.groups)
    left, right = _counts(gold, better), _counts(gold, worse)
    apart = {"macro_f1": _with_interval(lambda rows: _macro_f1(left, rows) - _macro_f1(right, rows), samples)}
    for at, axis in enumerate(Axis):
        apart[f"kappa_{axis}"] = _with_interval(_kappa_gain(gold, better, worse, at), samples)
    return apart


def kappa(gold: Judged, judged: Judged, rows: "NDArray[np.int64]", at: int) -> float:
    """Quadratic-weighted κ of one axis (Cohen 1968); 0 where both say one and the same level throughout."""
    left, right = gold.levels[rows, at].astype(float), judged.levels[rows, at].astype(float)
    # With quadratic weights the table of counts drops out: observed over expected squared distance.
    expected = (left**2).mean() + (right**2).mean() - 2 * left.mean() * right.mean()
    return float(1 - ((left - right) ** 2).mean() / expected) if expected > 0 else 0.0


def abstention(gold: Judged, readings: Sequence[Mapping[Axis, AxisReading]]) -> dict[str, Any]:
    """How much of each axis is reported, and how much of that is right, where doubtful readings are left out.

    `reported` holds what the model itself calls decided; `curve` leaves out every statement whose reported level has a
    probability below `threshold`. Shares right are of the statements reported, and None where there is none.
    """
    samples = _resamples(gold.groups)
    return {str(axis): _abstention(gold.levels[:, at], [read[axis] for read in readings], samples) for at, axis in enumerate(Axis)}


def calibration(probabilities: Floats, gold: "NDArray[np.int8]", bins: int = 10) -> dict[str, Any]:
    """Expected calibration error and Brier score over all label decisions, and the reliability diagram's points."""
    flat, truth = probabilities.ravel(), gold.ravel().astype(float)
    place = np.minimum((flat * bins).astype(int), bins - 1)
    points = [
        {
            "confidence": round(float(flat[place == at].mean()), 4),
            "frequency": round(float(truth[place == at].mean()), 4),
            "count": int((place == at).sum()),
        }
        for at in range(bins)
        if (place == at).any()
    ]
    error = sum(p["count"] * abs(p["confidence"] - p["frequency"]) for p in points) / len(flat)
    return {"expected_calibration_error": round(float(error), 4), "brier": round(float(((flat - truth) ** 2).mean()), 4), "bins": points}


def _compare_wholes(gold: Judged, judged: Judged, samples: "Sequence[NDArray[np.int64]]") -> dict[str, Any]:
    return {
        "axes": {str(axis): _axis(gold, judged, at, samples) for at, axis in enumerate(Axis)},
        "circumstances": {field: _with_interval(_share_equal(gold, judged, field), samples) for field in CIRCUMSTANCES},
    }


def _label_f1(counts: Floats, at: int) -> "Measure":
    return lambda rows: float(_f1(counts[rows].sum(axis=0))[at])


def _support(counts: Floats, at: int) -> dict[str, int]:
    return {"support": int(counts[:, at, 1].sum())}


def _kappa_gain(gold: Judged, better: Judged, worse: Judged, at: int) -> "Measure":
    return lambda rows: kappa(gold, better, rows, at) - kappa(gold, worse, rows, at)


def _axis(gold: Judged, judged: Judged, at: int, samples: "Sequence[NDArray[np.int64]]") -> dict[str, Any]:
    apart = np.abs(gold.levels[:, at] - judged.levels[:, at])
    return {
        "kappa": _with_interval(lambda rows: kappa(gold, judged, rows, at), samples),
        "exact": _with_interval(lambda rows: float((apart[rows] == 0).mean()), samples),
        "within_one": _with_interval(lambda rows: float((apart[rows] <= 1).mean()), samples),
    }


def _abstention(levels: "NDArray[np.int64]", readings: Sequence[AxisReading], samples: "Sequence[NDArray[np.int64]]") -> dict[str, Any]:
    apart = np.abs(levels - np.array([reading.level for reading in readings]))
    certain = np.array([reading.probabilities[reading.level] for reading in readings])
    decided = np.array([reading.decided for reading in readings])

    def right(within: int, rows: "NDArray[np.int64]") -> float:
        shown = rows[decided[rows]]
        return float((apart[shown] <= within).mean()) if len(shown) else 0.0

    def point(threshold: float) -> dict[str, float | None]:
        shown = apart[certain >= threshold]
        exact, near = (round(float((shown <= within).mean()), 4) for within in (0, 1)) if len(shown) else (None, None)
        return {"threshold": threshold, "coverage": round(len(shown) / len(apart), 4), "exact": exact, "within_one": near}

    return {
        "reported": {
            "coverage": _with_interval(lambda rows: float(decided[rows].mean()), samples),
            "exact": _with_interval(partial(right, 0), samples),
            "within_one": _with_interval(partial(right, 1), samples),
        },
        "curve": [point(threshold) for threshold in THRESHOLDS],
    }


def _share_equal(gold: Judged, judged: Judged, field: str) -> "Measure":
    equal = gold.circumstances[field] == judged.circumstances[field]
    return lambda rows: float(equal[rows].mean())


def _resamples(groups: "NDArray[np.str_]") -> "list[NDArray[np.int64]]":
    """The whole first, then bootstrap samples of statements drawn by organisation."""
    random = np.random.default_rng(SEED)
    names, places = np.unique(groups, return_inverse=True)
    members = [np.flatnonzero(places == at) for at in range(len(names))]
    drawn = [np.concatenate([members[at] for at in random.integers(len(names), size=len(names))]) for _ in range(RESAMPLES)]
    return [np.arange(len(groups)), *drawn]


def _with_interval(measure: "Measure", samples: "Sequence[NDArray[np.int64]]") -> dict[str, Any]:
    """The value on the whole and its 95 % percentile interval."""
    whole, *sampled = (measure(rows) for rows in samples)
    low, high = percentiles(sampled)
    return {"value": rounded(whole), "low": low, "high": high}


def percentiles(sampled: Sequence[float]) -> tuple[float | None, float | None]:
    """The ends of the 95 % interval over those samples in which a figure is defined."""
    defined = [value for value in sampled if not np.isnan(value)]
    low, high = np.percentile(defined, [2.5, 97.5]) if defined else (float("nan"), float("nan"))
    return rounded(float(low)), rounded(float(high))


def rounded(value: float) -> float | None:
    """To four decimals; None where the figure is undefined."""
    return None if np.isnan(value) else round(value, 4)


def _counts(gold: Judged, judged: Judged) -> Floats:
    """Hits, gold and assigned units of each statement and label, shape (statements, 14, 3)."""
    parts = np.stack([gold.assigned & judged.assigned, gold.assigned, judged.assigned], axis=2).astype(float)
    counts = np.zeros((len(gold.levels), *parts.shape[1:]))
    np.add.at(counts, gold.owner, parts)
    return counts


def _f1(counts: Floats) -> Floats:
    """F1 from hits, gold and assigned counts in the last dimension; NaN where there is neither gold nor anything assigned."""
    total = counts[..., 1] + counts[..., 2]
    return np.asarray(np.divide(2 * counts[..., 0], total, out=np.full(total.shape, np.nan), where=total > 0))


def _macro_f1(counts: Floats, rows: "NDArray[np.int64]") -> float:
    """Mean F1 over those of the 14 labels that the gold has."""
    present = counts[..., 1].sum(axis=0) > 0
    return float(np.nanmean(_f1(counts[rows].sum(axis=0))[present]))
