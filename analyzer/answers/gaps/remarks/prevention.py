"""Promises that nobody can check, come late, or are not there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain, islice

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item, item_rule
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rule
from analyzer.answers.gaps.headed import put_off_under_heading
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, chain_to, clause_around, shortened
from analyzer.answers.gaps.remarks.remark import Remark, first_worded, worded
from analyzer.answers.promises.acts import parts_of
from analyzer.answers.promises.ledger import promises_nothing
from analyzer.answers.promises.promised_acts import is_no_measure
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS
from analyzer.schema import ChecklistStatus, EventKind, Label, PromiseStatus, ReportStage

_AIM = re.compile(r"[^、。\s]{0,30}?(?<=よう)に?[、\s]")
_SENTENCE_END = re.compile(r"[。.!！す]\s*$")
_WHOLE = 140
"""Characters of a promise that is called the only one: none of its acts is left out."""
_SUBJECT = 6
"""Characters that name what is put off: 「再発防止策」."""
_CELLS = re.compile(r"[|│┃\s]*(\S.*?)[|│┃\s]*")

_SPOKEN_OF = {"lead": "については", "lead_en": "On prevention there is only"}
_PASSED_OVER = {"lead": "には触れておらず、", "lead_en": "Prevention is not spoken of; there is only"}
"""Whether the words that put off the rest name the measures among it."""


def vague_promises(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Counted in sentences, and called so: the promises listed below may be two of one sentence. What is told as done is no promise."""
    ahead = {promise.unit for promise in case.promised if promise.status != PromiseStatus.DONE}
    done = {promise.unit for promise in case.promised} - ahead
    vague = [index for index in _vague(case) if index not in done]
    total = [*_checkable(case), *vague]
    if len(total) >= 2 and len(vague) >= 2 and len(vague) / len(total) >= 0.75:
        every = len(vague) == len(total)
        places = f"{len(total)}文はいずれも" if every else f"{len(total)}文のうち{len(vague)}文は"
        places_en = (
            ("Both sentences" if len(total) == 2 else f"All {len(total)} sentences")
            if every
            else f"{len(vague)} of the {len(total)} sentences"
        )
        yield _promise(case, vague[0], {"places": places, "places_en": places_en})


def single_stock_line(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The one vague promise, or, where there is no promise at all, the first place that speaks of prevention."""
    vague = _vague(case)
    if not vague and _nothing_done(case):
        yield from islice(_spoken_of(rule, case), 1)
    if rule.unless and any(rule.unless.search(case.unit(index).wording) for index in vague):
        return
    if len(vague) == 1 and not _checkable(case) and not _under_way(case) and not _taken(case):
        remark = _promise(case, vague[0], {})
        assert remark.span
        unit = case.unit(vague[0])
        start, end = chain_to(unit, remark.span)
        earlier = [place for place in _words_of_will(unit) if place[0] < start]
        if earlier:
            start = max(chain_to(unit, remark.span, _WHOLE)[0], clause_around(unit, min(earlier), _WHOLE)[0])
        promised = (part.start for part in parts_of(unit, case.labels[vague[0]]) if not is_no_measure(unit.wording[part.start : part.end]))
        yield Remark(remark.unit, (max(start, min(next(promised, start), remark.span[0])), end))


def no_prevention(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Nothing at all: no measure, and not even the word."""
    if case.document.units and _nothing_done(case) and not any(_spoken_of(finding_rule("FND20"), case)):
        yield Remark()


def _spoken_of(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Where the text speaks of prevention: 「再発防止を決議した」."""
    found = ((index, rule.body.search(case.unit(index).wording)) for index in case.running_text() if rule.body)
    yield from (Remark(index, clause_around(case.unit(index), place.span())) for index, place in found if place)


def _nothing_done(case: Case) -> bool:
    """Whether no measure is told, put off or announced, and the course of events, the promises and the checks know of none."""
    elsewhere = chain(prevention_put_off(finding_rule("FND34"), case), prevention_announced(finding_rule("FND49"), case))
    if case.statuses[Item.PREVENTION] != ChecklistStatus.MISSING or any(elsewhere):
        return False
    return not (_checks_measures(case) or case.checkable or _taken(case) or _under_way(case))


def _taken(case: Case) -> bool:
    """Whether the course of events knows of a measure."""
    return any(EventKind.MEASURE in event.kinds for event in case.events)


def _under_way(case: Case) -> bool:
    """Whether the cause itself has been put right, or people are trained, outside of any promise: none, but it is something."""
    promised = frozenset(case.said(Label.MEASURE_VAGUE))
    return finding_rule("FND21").exempts(*(unit.wording for index, unit in enumerate(case.document.units) if index not in promised))


def _checks_measures(case: Case) -> bool:
    """Whether what the checklist takes for a check is one of measures, and not of the cause or of the harm."""
    checking = chain.from_iterable(item.units for item in case.items if item.code == Item.VERIFICATION)
    return any(TRAITS.says("checks_measures", case.unit(index).wording) for index in checking)


def prevention_put_off(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The first unit that says so in its own words, else the first that does by the heading it stands under, or, in a first report, that
    promises to tell the rest.
    """
    if case.statuses[Item.PREVENTION] == ChecklistStatus.MISSING:
        put_off = put_off_under_heading(case.document, case.labels)
        below = (Remark(index, clause_around(case.unit(index), place), _SPOKEN_OF) for index, place in put_off)
        said = ((index, rule.place_in(case.unit(index))) for index in case.said(Label.FOLLOWUP, Label.RESPONSE))
        worded = (Remark(index, _from_its_subject(case.unit(index), place), _SPOKEN_OF) for index, place in said if place)
        first = case.said(Label.FOLLOWUP) if case.circumstances.report_stage == ReportStage.FIRST else []
        open_ = [index for index in first if not (rule.unless and rule.unless.search(case.unit(index).wording))]
        rest = ((index, rule.body.search(case.unit(index).wording)) for index in open_ if rule.body)
        to_come = (Remark(index, _from_its_subject(case.unit(index), found.span()), _PASSED_OVER) for index, found in rest if found)
        yield from islice(chain(worded, below, to_come), 1)


def _from_its_subject(unit: UnitReading, place: Span) -> Span:
    """The clause around what is put off: of a long one the beginning, which tells what it is about."""
    start, end = clause_around(unit, place)
    subject = (place[0], min(place[1], place[0] + _SUBJECT))
    return (start, end) if start <= subject[0] and subject[1] <= end else clause_around(unit, subject)


def prevention_announced(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Where a heading, an opening or the title names the measures, and nothing below does: the text may be cut short."""
    if case.statuses[Item.PREVENTION] == ChecklistStatus.MISSING and not any(prevention_put_off(finding_rule("FND34"), case)):
        titled = rule.pattern and rule.pattern.search(case.document.title)
        title = [Remark(slots={"quote": shortened(case.document.statement.title or "")})] if titled else []
        yield from islice(chain(first_worded(rule, case, range(len(case.document.units))), title), 1)


def late_promise(rule: FindingRule, case: Case) -> Iterator[Remark]:
    for told in worded(rule, case, case.said(Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP)):
        assert told.unit is not None
        yield replace(told, span=_row(case.unit(told.unit)) or told.span)


def _checkable(case: Case) -> list[int]:
    """The units that promise what one could tick off."""
    return sorted({*case.said(Label.MEASURE_CONCRETE), *case.checkable})


def _vague(case: Case) -> list[int]:
    """The units that only promise what nobody can check; past efforts, remorse and making this harm good are none."""
    signs, checkable = item_rule(Item.PREVENTION).partly, frozenset(_checkable(case))
    vague = [index for index in case.said(Label.MEASURE_VAGUE) if index not in checkable]
    told = ((index, case.unit(index), case.labels[index]) for index in vague)
    return [index for index, unit, given in told if any(sign.shown_by(unit, given) for sign in signs) and not promises_nothing(unit, given)]


def _promise(case: Case, index: int, slots: Mapping[str, object]) -> Remark:
    unit = case.unit(index)
    ending = len(unit.wording.rstrip("。.!！"))
    # The last wording is the predicate: of 「二度とないよう、…に努めます」 the promise is what comes second, and 「二度と」 (MEV02) none.
    place = max(_words_of_will(unit), default=(ending - 1, ending))
    return Remark(index, clause_around(unit, place), slots)


def _words_of_will(unit: UnitReading) -> list[Span]:
    return [(start, end) for cue, start, end in unit.cues if cue.code.startswith("MEV") and not _only_leads_on(unit, cue.code, end)]


def _only_leads_on(unit: UnitReading, code: str, end: int) -> bool:
    """Whether a wording is the 「二度とないよう、」 of a sentence that goes on to its end in this unit."""
    return code == "MEV02" and _AIM.match(unit.wording, end) is not None and _SENTENCE_END.search(unit.wording) is not None


def _row(unit: UnitReading) -> Span | None:
    """A row of a table without its outer lines, where it is short enough to quote: one cell alone tells of no promise."""
    cells = _CELLS.fullmatch(unit.wording) if re.search(r"[|│┃]", unit.wording) else None
    return cells.span(1) if cells and len(cells[1]) <= LONGEST_QUOTE else None
