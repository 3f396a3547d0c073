"""Figures from one tally a row (a statement, an incident): shares and F1 with bootstrap intervals over the rows."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from analyzer.measuring.evaluation import RESAMPLES, SEED, percentiles, rounded

Tally = Counter[str]


def with_interval(rows: Sequence[Tally], figure: Callable[[Tally], float]) -> dict[str, Any]:
    """The figure of all rows together, and its 95 % interval over resampled rows; None where it is undefined."""
    random = np.random.default_rng(SEED)
    keys = sorted({key for row in rows for key in row})
    table = np.array([[row[key] for key in keys] for row in rows])
    draws = (random.integers(0, len(rows), size=len(rows)) for _ in range(RESAMPLES if rows else 0))
    sampled = [figure(Counter(dict(zip(keys, table[drawn].sum(axis=0).tolist(), strict=True)))) for drawn in draws]
    low, high = percentiles(sampled)
    return {"value": rounded(figure(total_of(rows))), "low": low, "high": high}


def total_of(rows: Sequence[Tally]) -> Tally:
    total: Tally = Counter()
    for row in rows:
        total.update(row)
    return total


def f1_of(both: float, gold: float, found: float) -> float:
    return share(2 * both, gold + found)


def share(part: float, whole: float) -> float:
    return part / whole if whole else float("nan")
