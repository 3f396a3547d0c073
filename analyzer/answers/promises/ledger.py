"""Promises against recurrence: one record an act, with who, what, by when, how binding, how strong and how it is checked.

The organisation itself as the topic (「当クラブは」) is nobody to ask and no owner; as the one singled out (「当クラブが」) it is.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.promises.acts import parts_of
from analyzer.answers.promises.afterthoughts import dated, dates_which, is_note, noted, with_the_rest
from analyzer.answers.promises.dues import Today
from analyzer.answers.promises.lines import is_heading, opens_phase
from analyzer.answers.promises.particulars import with_particulars
from analyzer.answers.promises.past_efforts import end_of_past_effort
from analyzer.answers.promises.places import only_announces, only_explains, only_names_what_follows, sense_by_place
from analyzer.answers.promises.promised_acts import promises_of
from analyzer.answers.promises.senses import with_sense
from analyzer.answers.promises.statuses import only_remedies, status_of
from analyzer.answers.promises.ties import Ties
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, Label, Labels, PromiseKind, Strength

Strengths = Callable[[Promise, Labels], Strength]
"""What tells how strongly a promise in a unit with those labels binds: `strengths.strength_by`."""


def promises(
    document: DocumentReading, labels: Sequence[Labels], published: date | None, strengths: Strengths | None = None
) -> tuple[Promise, ...]:
    """The promises of a statement in order; a date is resolved against the day of publication, else given as worded.

    Without `strengths`, the rules alone decide how strongly a promise binds.
    """
    units = document.units
    ties = Ties.of(units, labels)
    today = Today(published, guessed=document.statement.published is None)
    found: list[Promise] = []
    for index in range(len(units)):
        given = sense_by_place(units, labels, index)
        if is_note(found, units, index):
            found = noted(found, units, index, today)
            continue
        if MEASURES.isdisjoint(given) or _is_bare_heading(units, index) or promises_nothing(units[index], given):
            continue
        if only_names_what_follows(units, labels, index) or only_announces(units, labels, index) or only_explains(units, index):
            continue
        told = with_the_rest(list(promises_of(document, index, given, ties, today)), units, index, today)
        when = dates_which(found, told, units)
        found = dated(found, told[0], when, published) if when else [*found, *told]
    found = [with_sense(promise, units, today) for promise in with_particulars(found, units, labels, today)]
    if strengths is not None:
        found = [replace(promise, strength=strengths(promise, labels[promise.unit])) for promise in found]
    return tuple(_within_bounds(promise, units[promise.unit]) for promise in found)


def _within_bounds(promise: Promise, unit: UnitReading) -> Promise:
    """A promise that claims no more than it may: what people were only told is a procedure at most, mere exhortation answers no cause."""
    strength = promise.strength
    if strength in (Strength.PREVENT, Strength.DETECT) and promise.text.endswith("こと") and PROMISES.says("told_on", unit.wording):
        strength = Strength.PROCEDURE
    if strength in (Strength.PREVENT, Strength.DETECT) and PROMISES.says("asked", promise.text):
        strength = Strength.PROCEDURE
    idle = promise.kind == PromiseKind.VAGUE and strength == Strength.EXHORT
    return replace(promise, strength=strength, answers_cause=False if idle and promise.answers_cause else promise.answers_cause)


def promises_nothing(unit: UnitReading, given: Labels) -> bool:
    """Whether a unit promises nothing against recurrence, though labelled so.

    Past efforts, remorse, remedies, favours asked, and what whoever punishes credits to the punished are no promise.
    """
    if end_of_past_effort(unit.wording) == len(unit.wording) or is_remedy(unit, given) or PROMISES.says("credited", unit.wording):
        return True
    return all(PROMISES.says("no_promise", unit.wording[part.start : part.end]) for part in parts_of(unit, given))


def is_remedy(unit: UnitReading, given: Labels) -> bool:
    """Whether a vague promise is one to those harmed, not one against recurrence."""
    return Label.RESPONSE in given and Label.MEASURE_CONCRETE not in given and only_remedies(unit.wording)


def empty_promise_rate(found: Sequence[Promise]) -> float | None:
    """空約束率: the share of vague promises, None where nothing is promised."""
    return round(sum(promise.kind == PromiseKind.VAGUE for promise in found) / len(found), 4) if found else None


def _is_bare_heading(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit is only a heading: 「6. 再発防止策」, but not 「6. 再発防止 全数を検査いたします」, a key with its act."""
    if opens_phase(units[index]):
        return True
    return is_heading(units, index) and bool(units[index].placement.key_topic) and status_of(units[index].wording) is None
