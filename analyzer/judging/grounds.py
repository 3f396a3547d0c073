"""Labels and signals, with what a sentence holds, → how strongly each unit speaks for each criterion of the rubric."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.denials import only_clears
from analyzer.judging.evidence import Evidence, all_but_one, all_together, amount, at_least_one, several
from analyzer.judging.labeller import COLUMNS
from analyzer.judging.layers import sigmoid
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.officers import OFFICER
from analyzer.language.wordlists import in_word_list
from analyzer.rules.slots import EVIDENCE
from analyzer.schema import Label, Signal


class Ground(StrEnum):
    """The criteria of `rules/rubric.toml`, each with its code."""

    EVENT = "SPE01"
    WHEN = "SPE02"
    DISCOVERY = "SPE03"
    COURSE = "SPE04"
    HOW_MANY = "SPE05"
    SCOPE = "SPE06"
    CAUSE = "SPE07"
    MECHANISM = "SPE08"
    HARM = "SPE09"
    ALL_POINTS = "SPE10"
    KINDS_OF_FACTS = "SPE11"
    MAGNITUDE = "SPE12"
    FOUR_POINTS = "SPE13"
    FIGURES = "SPE14"
    APOLOGY = "RES01"
    APOLOGY_FOR_EVENT = "RES02"
    OWN_FAULT = "RES03"
    OWNED_OUTRIGHT = "RES04"
    BORNE = "RES05"
    OWNED_IN_FULL = "RES06"
    DEFLECTION = "RES07"
    MINIMIZATION = "RES08"
    APOLOGY_REPORTED = "RES09"
    WRONG_EXPLAINED = "RES10"
    IN_OWN_NAME = "RES11"
    OWN_CAUSE = "RES12"
    PREVENTION = "COU01"
    CHECKABLE = "COU02"
    TWO_MEASURES = "COU03"
    DATED = "COU04"
    IN_CHARGE = "COU05"
    FOLLOWED_UP = "COU06"
    ALL_MEASURES_HOLD = "COU07"


PARTS = {
    Ground.ALL_POINTS: (Ground.EVENT, Ground.WHEN, Ground.DISCOVERY, Ground.SCOPE, Ground.MECHANISM, Ground.HARM),
    Ground.FOUR_POINTS: (Ground.EVENT, Ground.WHEN, Ground.SCOPE, Ground.CAUSE, Ground.HARM),
    Ground.ALL_MEASURES_HOLD: (Ground.TWO_MEASURES, Ground.DATED, Ground.FOLLOWED_UP),
}
"""What some of them sum up."""
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


def gather(document: DocumentReading, probabilities: Floats, thresholds: Floats) -> dict[str, Evidence]:
    """Evidence for every criterion, from the labeller's probabilities, shape (units, columns).

    Where sentences are counted, probabilities are sharpened around each label's threshold, so that many faint ones do
    not add up to a fact; where one sentence is enough, the clearest counts, and how clear it is. A sentence said twice
    counts once and a word list not at all.
    """
    listed = in_word_list(document.units)
    fresh = np.array([index == first and not listed[index] for index, first in enumerate(document.first_said())], dtype=float)
    logit = np.log(np.clip(probabilities, 1e-6, 1 - 1e-6) / np.clip(1 - probabilities, 1e-6, 1))
    cut = np.log(thresholds / (1 - thresholds))
    told = _Told(
        document.units, sharp=sigmoid(_SHARP * (logit - cut)) * fresh[:, None], soft=sigmoid(_SOFT * (logit - cut)) * fresh[:, None]
    )
    return {**_of_specificity(told), **_of_responsibility(told), **_of_countermeasures(told)}


@dataclass(frozen=True, slots=True)
class _Told:
    """The units of a statement and how surely each says something, both ways of shape (units, columns)."""

    units: Sequence[UnitReading]
    sharp: Floats
    soft: Floats

    def says(self, told: Label | Signal) -> Floats:
        return np.asarray(self.sharp[:, _COLUMN[told]])

    def clearest(self, *told: Label, where: Floats | float = 1.0) -> Evidence:
        columns = [_COLUMN[label] for label in told]
        clear = float((self.soft[:, columns].max(axis=1) * where).max(initial=0.0))
        return Evidence(self.sharp[:, columns].max(axis=1) * where, clear)

    def where(self, test: Callable[[UnitReading], bool]) -> Floats:
        """1 for the units that pass a test, 0 for the others, shape (units,)."""
        return np.array([test(unit) for unit in self.units], dtype=float)

    def worded(self, slot: str) -> Floats:
        return self.where(lambda unit: EVIDENCE.says(slot, unit.wording))


def _of_specificity(told: _Told) -> dict[str, Evidence]:
    says = told.says
    dated = told.where(lambda unit: _has(unit, FactKind.DATE, FactKind.CLOCK))
    counted = told.where(lambda unit: _has(unit, *_COUNTS))
    figures = np.array([len(set(_FIGURE.findall(unit.wording))) for unit in told.units], dtype=float)
    specific = told.where(lambda unit: len(unit.wording) >= 18 and not EVIDENCE.says("generic_cause", unit.wording))
    reasoned = np.maximum(told.where(lambda unit: unit.has_cue(*_CAUSAL)), 1 - says(Label.INCIDENT))
    facts = np.maximum.reduce([says(Label.INCIDENT), says(Label.TIMELINE), says(Label.SCOPE)])
    telling = np.maximum.reduce([says(label) for label in _TELLING])
    found: dict[str, Evidence] = {
        Ground.EVENT: told.clearest(Label.INCIDENT),
        Ground.WHEN: at_least_one(facts * dated),
        Ground.DISCOVERY: at_least_one(np.maximum(says(Signal.FOUND_BY_ITSELF), says(Signal.TOLD_BY_OTHERS))),
        Ground.COURSE: several(says(Label.TIMELINE), 2.0),
        Ground.HOW_MANY: at_least_one(np.maximum(says(Label.SCOPE), 0.5 * says(Label.INCIDENT)) * counted),
        Ground.SCOPE: told.clearest(Label.SCOPE),
        Ground.CAUSE: told.clearest(Label.CAUSE),
        Ground.MECHANISM: several(says(Label.CAUSE) * specific * reasoned, 1.5),
        Ground.HARM: told.clearest(Label.HARM_STATUS),
        Ground.KINDS_OF_FACTS: _kinds(telling, told.units),
        Ground.MAGNITUDE: at_least_one(telling * told.worded("quantity")),
        Ground.FIGURES: amount(telling * figures, 5.0),
    }
    found[Ground.ALL_POINTS] = all_together([found[part] for part in PARTS[Ground.ALL_POINTS]])
    found[Ground.FOUR_POINTS] = all_but_one([found[part] for part in PARTS[Ground.FOUR_POINTS]])
    return found


def _of_responsibility(told: _Told) -> dict[str, Evidence]:
    says = told.says
    theirs, cleared = told.worded("theirs"), told.where(lambda unit: only_clears(unit.wording))
    admission, not_deflected = says(Label.ADMISSION) * (1 - theirs), 1 - says(Label.DEFLECTION) * (1 - cleared)
    in_person = told.worded("in_person") * _is_signed_by_officer(told.units)
    officer = np.maximum(told.where(lambda unit: OFFICER.search(unit.wording) is not None), in_person)
    found: dict[str, Evidence] = {
        Ground.APOLOGY: told.clearest(Label.APOLOGY),
        Ground.APOLOGY_FOR_EVENT: told.clearest(Label.APOLOGY, where=told.where(_for_the_event)),
        Ground.OWN_FAULT: told.clearest(Label.ADMISSION, where=1 - theirs),
        Ground.BORNE: at_least_one(admission * told.worded("bears")),
        Ground.OWNED_IN_FULL: several(admission, 2.0),
        Ground.DEFLECTION: told.clearest(Label.DEFLECTION, where=1 - cleared),
        Ground.MINIMIZATION: at_least_one(says(Label.MINIMIZATION)),
        Ground.APOLOGY_REPORTED: at_least_one(says(Label.RESPONSE) * told.where(lambda unit: unit.has_cue("APO05"))),
        Ground.WRONG_EXPLAINED: several(says(Label.CAUSE) * not_deflected, 2.0),
        Ground.IN_OWN_NAME: at_least_one(np.maximum(says(Label.APOLOGY), admission) * officer),
        Ground.OWN_CAUSE: told.clearest(Label.CAUSE, where=told.worded("ours") * not_deflected),
    }
    found[Ground.OWNED_OUTRIGHT] = Evidence(admission, found[Ground.OWN_FAULT].value * (1 - found[Ground.DEFLECTION].value))
    return found


def _of_countermeasures(told: _Told) -> dict[str, Evidence]:
    concrete = told.says(Label.MEASURE_CONCRETE)
    verified = told.where(lambda unit: unit.has_cue("FOL02", "FOL03"))
    found: dict[str, Evidence] = {
        Ground.PREVENTION: told.clearest(Label.MEASURE_VAGUE, Label.MEASURE_CONCRETE),
        Ground.CHECKABLE: told.clearest(Label.MEASURE_CONCRETE),
        Ground.TWO_MEASURES: several(concrete, 2.0),
        Ground.DATED: several(concrete * told.worded("due"), 1.0),
        Ground.IN_CHARGE: at_least_one(concrete * told.worded("owner")),
        Ground.FOLLOWED_UP: at_least_one(np.maximum(told.says(Label.FOLLOWUP), concrete * verified)),
    }
    found[Ground.ALL_MEASURES_HOLD] = all_together([found[part] for part in PARTS[Ground.ALL_MEASURES_HOLD]])
    return found


def _has(unit: UnitReading, *kinds: FactKind) -> bool:
    return any(fact.kind in kinds for fact in unit.facts)


def _is_signed_by_officer(units: Sequence[UnitReading]) -> bool:
    """Whether an officer signs, at the head or the foot of the statement, on a line that is no sentence."""
    return any(OFFICER.search(unit.wording) and "。" not in unit.wording for unit in (*units[:_HEAD], *units[-_FOOT:]))


def _for_the_event(unit: UnitReading) -> bool:
    """Whether what is apologised for is the event: not the trouble it made alone, nor how late it is told."""
    told = EVIDENCE.without("late", unit.wording)
    names_event = EVIDENCE.says("event", told)
    return names_event or (told == unit.wording and not EVIDENCE.says("trouble", told))


def _kinds(telling: Floats, units: Sequence[UnitReading]) -> Evidence:
    """The share of the kinds of checkable facts that a unit which tells of the event holds: one date or ten are one kind."""
    holds = np.array([[_has(unit, kind) for kind in _CHECKABLE] for unit in units], dtype=float).reshape(len(units), len(_CHECKABLE))
    return Evidence(telling * holds.any(axis=1), float(np.mean(1 - np.prod(1 - telling[:, None] * holds, axis=0))))
