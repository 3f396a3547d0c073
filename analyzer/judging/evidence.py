"""Labels and signals, with what a sentence holds, → how strongly each unit speaks for each criterion of the rubric."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analyzer.judging.labeller import COLUMNS
from analyzer.judging.layers import sigmoid
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.officers import OFFICER
from analyzer.language.wordlists import in_word_list
from analyzer.rules.slots import slot_patterns
from analyzer.schema import Label, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MET = 0.5
_HEAD, _FOOT = 5, 4
"""Units at the head and at the foot of a statement among which it is signed."""
_SHARP, _SOFT = 2.0, 0.7
"""Slopes at a label's threshold, by cross-validation: where sentences are counted, and where one is enough."""
_COLUMN = {told: column for column, told in enumerate(COLUMNS)}
_COUNTS = (FactKind.PERSONS, FactKind.ITEMS, FactKind.MONEY)
_TELLING = (Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS)
_CHECKABLE = (FactKind.DATE, FactKind.CLOCK, FactKind.PERIOD, *_COUNTS, FactKind.DATA)
_FIGURE = re.compile(r"[0-9][0-9,.:/]*")
_CAUSAL = ("CAU01", "CAU02", "CAU03")
"""Without one of these cues, a sentence that tells what happened explains nothing, however near it comes to a cause."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly each unit speaks for a criterion, shape (units,), and the criterion's value in 0–1.

    `complete` is False where a criterion made of others lacks one: however near, a reader is not told that it is met.
    """

    strengths: "Floats"
    value: float
    complete: bool = True

    @property
    def met(self) -> bool:
        return self.value >= MET and self.complete

    def units(self) -> tuple[int, ...]:
        """The units a reader is shown: those that alone meet the criterion, in order, or else the strongest."""
        least = min(MET, float(self.strengths.max(initial=0.0)))
        return tuple(int(index) for index in np.flatnonzero(self.strengths >= least)) if least > 0 else ()


def gather(document: DocumentReading, probabilities: "Floats", thresholds: "Floats") -> dict[str, Evidence]:
    """Evidence for every criterion, from the labeller's probabilities, shape (units, columns).

    Where sentences are counted, probabilities are sharpened around each label's threshold, so that many faint ones do
    not add up to a fact; where one sentence is enough, the clearest counts, and how clear it is. A sentence said twice
    counts once and a word list not at all.
    """
    units = document.units
    listed = in_word_list(units)
    fresh = np.array([index == first and not listed[index] for index, first in enumerate(document.first_said())], dtype=float)
    logit = np.log(np.clip(probabilities, 1e-6, 1 - 1e-6) / np.clip(1 - probabilities, 1e-6, 1))
    cut = np.log(thresholds / (1 - thresholds))
    sharp = sigmoid(_SHARP * (logit - cut)) * fresh[:, None]
    soft = sigmoid(_SOFT * (logit - cut)) * fresh[:, None]

    def says(told: Label | Signal) -> "Floats":
        return np.asarray(sharp[:, _COLUMN[told]])

    def clearest(*told: Label, where: "Floats | float" = 1.0) -> Evidence:
        columns = [_COLUMN[label] for label in told]
        return Evidence(sharp[:, columns].max(axis=1) * where, float((soft[:, columns].max(axis=1) * where).max(initial=0.0)))

    def where(test: Callable[[UnitReading], bool]) -> "Floats":
        return np.array([test(unit) for unit in units], dtype=float)

    def worded(slot: str) -> "Floats":
        pattern = _pattern(slot)
        return where(lambda unit: pattern.search(unit.wording) is not None)

    dated = where(lambda unit: _has(unit, FactKind.DATE, FactKind.CLOCK))
    counted = where(lambda unit: _has(unit, *_COUNTS))
    figures = np.array([len(set(_FIGURE.findall(unit.wording))) for unit in units], dtype=float)
    measured = worded("quantity")
    officer = np.maximum(where(lambda unit: OFFICER.search(unit.wording) is not None), worded("in_person") * _is_signed_by_officer(units))
    specific = where(lambda unit: len(unit.wording) >= 18 and not _pattern("generic_cause").search(unit.wording))
    reasoned = np.maximum(where(lambda unit: unit.has_cue(*_CAUSAL)), 1 - says(Label.INCIDENT))
    facts = np.maximum.reduce([says(Label.INCIDENT), says(Label.TIMELINE), says(Label.SCOPE)])
    event = where(_for_the_event)
    ours = worded("ours")
    bears = worded("bears")
    due = worded("due")
    charged = worded("owner")
    verified = where(lambda unit: unit.has_cue("FOL02", "FOL03"))
    concrete, admission = says(Label.MEASURE_CONCRETE), says(Label.ADMISSION)
    telling = np.maximum.reduce([says(label) for label in _TELLING])
    evidence = {
        "SPE01": clearest(Label.INCIDENT),
        "SPE02": _any(facts * dated),
        "SPE03": _any(np.maximum(says(Signal.FOUND_BY_ITSELF), says(Signal.TOLD_BY_OTHERS))),
        "SPE04": _many(says(Label.TIMELINE), 2.0),
        "SPE05": _any(np.maximum(says(Label.SCOPE), 0.5 * says(Label.INCIDENT)) * counted),
        "SPE06": clearest(Label.SCOPE),
        "SPE07": clearest(Label.CAUSE),
        "SPE08": _many(says(Label.CAUSE) * specific * reasoned, 1.5),
        "SPE09": clearest(Label.HARM_STATUS),
        "SPE12": _any(telling * measured),
        "SPE14": _many(telling * figures, 5.0),
        "RES01": clearest(Label.APOLOGY),
        "RES02": clearest(Label.APOLOGY, where=event),
        "RES03": clearest(Label.ADMISSION),
        "RES05": _any(admission * bears),
        "RES06": _many(admission, 2.0),
        "RES07": clearest(Label.DEFLECTION),
        "RES08": _any(says(Label.MINIMIZATION)),
        "RES09": _any(says(Label.RESPONSE) * where(lambda unit: unit.has_cue("APO05"))),
        "RES10": _many(says(Label.CAUSE) * (1 - says(Label.DEFLECTION)), 2.0),
        "RES11": _any(np.maximum(says(Label.APOLOGY), admission) * officer),
        "RES12": clearest(Label.CAUSE, where=ours * (1 - says(Label.DEFLECTION))),
        "COU01": clearest(Label.MEASURE_VAGUE, Label.MEASURE_CONCRETE),
        "COU02": clearest(Label.MEASURE_CONCRETE),
        "COU03": _many(concrete, 2.0),
        "COU04": _many(concrete * due, 1.0),
        "COU05": _any(concrete * charged),
        "COU06": _any(np.maximum(says(Label.FOLLOWUP), concrete * verified)),
    }
    evidence["SPE10"] = _joint(evidence, "SPE01", "SPE02", "SPE03", "SPE06", "SPE08", "SPE09")
    evidence["SPE11"] = _kinds(telling, units)
    evidence["SPE13"] = _most(evidence, "SPE01", "SPE02", "SPE06", "SPE07", "SPE09")
    evidence["RES04"] = Evidence(admission, evidence["RES03"].value * (1 - evidence["RES07"].value))
    evidence["COU07"] = _joint(evidence, "COU03", "COU04", "COU06")
    return evidence


def _pattern(slot: str) -> re.Pattern[str]:
    """The wording of one slot of `rules/evidence.toml`."""
    (pattern,) = slot_patterns("evidence", slot)
    return pattern


def _has(unit: UnitReading, *kinds: FactKind) -> bool:
    return any(fact.kind in kinds for fact in unit.facts)


def _is_signed_by_officer(units: Sequence[UnitReading]) -> bool:
    """Whether an officer signs, at the head or the foot of the statement, on a line that is no sentence."""
    return any(OFFICER.search(unit.wording) and "。" not in unit.wording for unit in (*units[:_HEAD], *units[-_FOOT:]))


def _for_the_event(unit: UnitReading) -> bool:
    """Whether what is apologised for is the event: not the trouble it made alone, nor how late it is told."""
    told = _pattern("late").sub("", unit.wording)
    names_event = _pattern("event").search(told) is not None
    return names_event or (told == unit.wording and not _pattern("trouble").search(told))


def _any(strengths: "Floats") -> Evidence:
    """Whether at least one unit says it: noisy-or, so that each further unit raises it."""
    return Evidence(strengths, float(1 - np.prod(1 - np.clip(strengths, 0, 1))))


def _many(strengths: "Floats", enough: float) -> Evidence:
    """How far the expected number of units goes towards `enough`, without end but ever slower."""
    return Evidence(strengths, float(1 - np.exp(-0.7 * strengths.sum() / enough)))


def _kinds(telling: "Floats", units: Sequence[UnitReading]) -> Evidence:
    """The share of the kinds of checkable facts that a unit which tells of the event holds: one date or ten are one kind."""
    holds = np.array([[_has(unit, kind) for kind in _CHECKABLE] for unit in units], dtype=float).reshape(len(units), len(_CHECKABLE))
    return Evidence(telling * holds.any(axis=1), float(np.mean(1 - np.prod(1 - telling[:, None] * holds, axis=0))))


def _most(evidence: Mapping[str, Evidence], *codes: str) -> Evidence:
    """The probability that at most one of the criteria is unmet, each taken for itself."""
    parts = [evidence[code] for code in codes]
    unmet = 1 - np.array([part.value for part in parts])
    none = np.prod(1 - unmet)
    one = sum(unmet[at] * np.prod(np.delete(1 - unmet, at)) for at in range(len(parts)))
    return Evidence(_strongest(parts), float(none + one), sum(part.met for part in parts) >= len(parts) - 1)


def _joint(evidence: Mapping[str, Evidence], *codes: str) -> Evidence:
    """The geometric mean of the criteria: one that is missing takes all of it away."""
    parts = [evidence[code] for code in codes]
    value = float(np.prod([part.value for part in parts]) ** (1 / len(parts)))
    return Evidence(_strongest(parts), value, all(part.met for part in parts))


def _strongest(parts: Sequence[Evidence]) -> "Floats":
    return np.asarray(np.maximum.reduce([part.strengths for part in parts]))
