"""Evidence for one criterion of the rubric, and how that of several units, or of several criteria, comes together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from analyzer.arrays import Floats

MET = 0.5


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly each unit speaks for a criterion, shape (units,), and the criterion's value in 0–1.

    `complete` is False where a criterion made of others lacks one: however near, a reader is not told that it is met. `enough` tells,
    where units are counted, whether as many as it asks for say it: two plain sentences are two, though the value stays below `MET`.
    """

    strengths: Floats
    value: float
    complete: bool = True
    enough: bool | None = None

    @property
    def met(self) -> bool:
        return self.complete and (self.value >= MET if self.enough is None else self.enough)

    @property
    def told(self) -> bool:
        """Whether it is met, and some unit alone says so."""
        return self.met and float(self.strengths.max(initial=0.0)) >= MET

    def units(self) -> tuple[int, ...]:
        """The units a reader is shown: those that alone meet the criterion, in order, or else the strongest."""
        least = min(MET, float(self.strengths.max(initial=0.0)))
        return tuple(int(index) for index in np.flatnonzero(self.strengths >= least)) if least > 0 else ()


def at_least_one(strengths: Floats) -> Evidence:
    """Whether at least one unit says it: noisy-or, so that each further unit raises it."""
    return Evidence(strengths, float(1 - np.prod(1 - np.clip(strengths, 0, 1))))


def amount(strengths: Floats, enough: float) -> Evidence:
    """How far what the units hold together goes towards `enough`, without end but ever slower."""
    return Evidence(strengths, float(1 - np.exp(-0.7 * strengths.sum() / enough)))


def several(strengths: Floats, enough: float) -> Evidence:
    """The same for the expected number of units; a reader is told by how many alone say it."""
    return replace(amount(strengths, enough), enough=int((strengths >= MET).sum()) >= enough)


def all_but_one(parts: Sequence[Evidence]) -> Evidence:
    """The probability that at most one of the criteria is unmet, each taken for itself."""
    unmet = 1 - np.array([part.value for part in parts])
    none = np.prod(1 - unmet)
    one = sum(unmet[at] * np.prod(np.delete(1 - unmet, at)) for at in range(len(parts)))
    return Evidence(_strongest(parts), float(none + one), sum(part.met for part in parts) >= len(parts) - 1)


def all_together(parts: Sequence[Evidence]) -> Evidence:
    """The geometric mean of the criteria: one that is missing takes all of it away."""
    value = float(np.prod([part.value for part in parts]) ** (1 / len(parts)))
    return Evidence(_strongest(parts), value, all(part.met for part in parts))


def _strongest(parts: Sequence[Evidence]) -> Floats:
    return np.asarray(np.maximum.reduce([part.strengths for part in parts]))
