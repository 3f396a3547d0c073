"""Several cases in one statement: which units tell of which, where each has a sign (「①」, 「2件目」) or one is told as another."""

from collections.abc import Mapping, Sequence

from analyzer.durations import day_in
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind


def cases_of(document: DocumentReading, events: Sequence[Event]) -> Mapping[int, int]:
    """The case of each unit that tells of but one; nothing where fewer than two cases began, each on a day of its own."""
    for sign in ("case_named", "case_numbered"):
        sections = _sections(document, events, sign)
        begun, found = (_days(events, sections, kind) for kind in (EventKind.OCCURRED, EventKind.DETECTED))
        if sign == "case_numbered" and not (_opened(events, sections) or (len(found) > 1 and len({*found.values()}) == len(found))):
            continue  # 「(1)概要 … (2)経過 …」 tell of one.
        if len({*begun.values()}) > 1:
            return {unit: case for unit, case in sections.items() if case in begun}
    return _told_besides(document, events)


def _sections(document: DocumentReading, events: Sequence[Event], sign: str) -> dict[int, int]:
    """The units below each sign, numbered by it: those of its line where that tells a step, else down to the next heading."""
    dated = {event.unit for event in events}
    sections: dict[int, int] = {}
    at, of_line = None, False
    for index, unit in enumerate(document.units):
        new_line = index > 0 and "\n" in document.normalised.text[document.units[index - 1].span[1] : unit.span[0]]
        if COURSE.opening(sign, unit.wording):
            at, of_line = index, index in dated
        elif unit.placement.is_heading or (of_line and new_line) or COURSE.says("of_both_cases", unit.wording):
            at = None
        if at is not None:
            sections[index] = at
    return sections


def _days(events: Sequence[Event], sections: Mapping[int, int], kind: EventKind) -> dict[int, str]:
    """The first day of a kind in each section that tells one."""
    days: dict[int, str] = {}
    for event in sorted((each for each in events if kind in each.kinds and day_in(each.at)), key=lambda each: str(each.at)):
        if event.unit in sections:
            days.setdefault(sections[event.unit], str(day_in(event.at)))
    return days


def _opened(events: Sequence[Event], sections: Mapping[int, int]) -> bool:
    """Whether the units that bear the signs themselves tell when each case began: 「①4月27日、…」."""
    signed = {event.unit for event in events if event.event == EventKind.OCCURRED and sections.get(event.unit) == event.unit}
    return len(signed) > 1


def _told_besides(document: DocumentReading, events: Sequence[Event]) -> Mapping[int, int]:
    """A sentence that tells of another case how it began and when it was found, apart from all the others."""
    for event in events:
        beside = [other for other in events if other.unit == event.unit and EventKind.DETECTED in other.kinds]
        if event.event == EventKind.OCCURRED and beside and COURSE.says("case_besides", document.units[event.unit].wording):
            return {unit: int(unit == event.unit) for unit in range(len(document.units))}
    return {}
