"""Labels and evidence → levels 0–4, by the rubric's criteria, each with the units it rests on."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.evidence import Evidence
from analyzer.judging.grounds import gather
from analyzer.judging.ordinal import Ordinal, level_of, score_of
from analyzer.language.features import DocumentReading
from analyzer.report import AxisReading, Reason
from analyzer.rules import in_both, load_rules
from analyzer.schema import Axis, Lang

_NEVER = 5


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of `rules/rubric.toml`; `sign` is +1 or −1, `needed_for` the level from which on it must be met, `unsure` is
    what a reader is told where it is met and no finding says so.
    """

    code: str
    axis: Axis
    sign: int
    name: Mapping[Lang, str]
    met: Mapping[Lang, str]
    unmet: Mapping[Lang, str]
    unsure: Mapping[Lang, str]
    basis: str
    needed_for: int


@cache
def criteria(axis: Axis) -> tuple[Criterion, ...]:
    """The criteria of one axis in file order, which is the order of the model's columns."""
    return tuple(
        Criterion(
            code=code,
            axis=Axis(rule["axis"]),
            sign=int(rule["sign"]),
            name=in_both(rule, "name"),
            met=in_both(rule, "met"),
            unmet=in_both(rule, "unmet"),
            unsure=in_both(rule, "unsure", "met"),
            basis=rule["basis"],
            needed_for=int(rule.get("needed_for", _NEVER)),
        )
        for code, rule in load_rules("rubric").items()
        if rule["axis"] == axis
    )


@dataclass(frozen=True, slots=True)
class Rubric:
    """The fitted ordinal models; `doubt` is the least probability of the reported level that decides an axis."""

    ordinals: Mapping[Axis, Ordinal]
    doubt: float

    def read(self, document: DocumentReading, probabilities: Floats, thresholds: Floats, lang: Lang) -> dict[Axis, AxisReading]:
        evidence = gather(document, probabilities, thresholds)
        return {axis: self._axis(axis, evidence, lang) for axis in Axis}

    def _axis(self, axis: Axis, evidence: Mapping[str, Evidence], lang: Lang) -> AxisReading:
        ordinal = self.ordinals[axis]
        spread = ordinal.probabilities(values_of(axis, evidence))
        level = level_of(spread)
        # A reason is shown only where the model gives its criterion any weight.
        used = [criterion for criterion, weights in zip(criteria(axis), ordinal.weights, strict=True) if weights.any()]
        return AxisReading(
            level=level,
            score=score_of(spread),
            probabilities=tuple(round(float(p), 4) for p in spread),
            reasons=tuple(_reason(criterion, evidence[criterion.code], lang) for criterion in used),
            decided=bool(spread[level] >= self.doubt) and not any(level >= one.needed_for and not evidence[one.code].met for one in used),
        )


def values_of(axis: Axis, evidence: Mapping[str, Evidence]) -> Floats:
    """The model's columns for one statement, shape (criteria,)."""
    return np.array([evidence[criterion.code].value for criterion in criteria(axis)])


def _reason(criterion: Criterion, evidence: Evidence, lang: Lang) -> Reason:
    # What speaks against a statement is shown only where a unit says it: many faint ones bear its label nowhere.
    met = evidence.met if criterion.sign > 0 else evidence.told
    return reason_of(criterion, met, evidence.units(), lang)


def reason_of(criterion: Criterion, met: bool, units: tuple[int, ...], lang: Lang, *, sure: bool = True) -> Reason:
    """What a reader is told of a criterion; where it is unmet, no unit speaks for it."""
    told = (criterion.met if sure else criterion.unsure) if met else criterion.unmet
    return Reason(criterion.code, told[lang], met, units if met else (), sure)
