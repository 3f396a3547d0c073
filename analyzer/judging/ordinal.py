"""Levels 0–4 from monotone evidence: probabilities, reported level, score. Fitted in `ordinal_fitting.py`."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.arrays import Floats
from analyzer.schema import LEVELS

if TYPE_CHECKING:
    from numpy.typing import NDArray

STEPS = len(LEVELS) - 1


@dataclass(frozen=True, slots=True)
class Ordinal:
    """Four logistic steps P(level ≥ k), k = 1…4 (Frank & Hall 2001), signs of the weights held to the rubric's.

    `weights` has shape (criteria, 4), `bias` (4,). A criterion that speaks for a level never lowers it.
    """

    weights: Floats
    bias: Floats

    def probabilities(self, values: Floats) -> Floats:
        """Probabilities of levels 0–4, shape (…, 5), for criterion values of shape (…, criteria)."""
        steps = 1 / (1 + np.exp(-np.clip(values @ self.weights + self.bias, -30, 30)))
        # P(level ≥ k) must not rise with k; the running minimum keeps every step monotone in the evidence.
        steps = np.minimum.accumulate(steps, axis=-1)
        ends = np.concatenate([np.ones((*steps.shape[:-1], 1)), steps, np.zeros((*steps.shape[:-1], 1))], axis=-1)
        return np.asarray(ends[..., :-1] - ends[..., 1:])

    def to_arrays(self) -> "dict[str, NDArray[Any]]":
        return {"weights": self.weights, "bias": self.bias}

    @classmethod
    def from_arrays(cls, arrays: "Mapping[str, NDArray[Any]]") -> "Ordinal":
        return cls(arrays["weights"], arrays["bias"])


def level_of(probabilities: Floats) -> int:
    """The median level: it costs least in levels, as the quadratic κ counts, and does not jump with a flat mode."""
    return int((np.cumsum(probabilities) < 0.5 - 1e-9).sum())


def score_of(probabilities: Floats) -> float:
    """25 × the expected level, one decimal."""
    return round(25.0 * float(probabilities @ np.arange(len(probabilities))), 1)
