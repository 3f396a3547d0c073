"""The course of events: which dated step is told where, what kind of step it is, and how long it took from one to the next."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate

from analyzer.answers.timeline.cases import cases_of
from analyzer.answers.timeline.datelines import dateline, published_on, surely_published_on
from analyzer.answers.timeline.dates.wordings import DAY_WORDS
from analyzer.answers.timeline.delays import delays
from analyzer.answers.timeline.kinds.agreement import agreed, counted
from analyzer.answers.timeline.lines import SOME_YEAR
from analyzer.answers.timeline.steps import Step
from analyzer.answers.timeline.walk import told_steps
from analyzer.durations import TO_THE_MONTH, day_in
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.schema import EventKind, Labels, Precision

Kinds = Callable[[Sequence[Step]], Sequence[EventKind]]
"""What judges of which kind the steps of one statement are, knowing the rules' verdicts: `StepKinds.judge`."""

_FROM_TODAY = re.compile(
    "|".join([*(word for word, (base, _) in DAY_WORDS.items() if base == "published"), "[今本先]々?[週月]", "[月火水木金土日]曜"])
)
"""What a year that nobody tells leaves open: days counted from the day of publication, and the dates of weekdays."""
_WEEK = re.compile(r"[^0-9月火水木金土日]{1,3}週")
_OWN_DAY = re.compile(r"[0-9]\s*(?:月|/|日(?!後|目|間))|[一二三四五六七八九十]\s*月")


def steps(document: DocumentReading, labels: Sequence[Labels], published: date | None) -> tuple[Step, ...]:
    """Dated steps in text order with the words around them, of the kinds that the rules tell; `labels` are those assigned to each unit.

    Not taken: lines that only date the statement, contact hours, days still ahead of `published`, and 「…現在」.
    """
    known = published or dateline(document)
    return _without_ends_told_again(tuple(told_steps(document, labels, known, dated=known is not None)))


def _without_ends_told_again(told: Sequence[Step]) -> tuple[Step, ...]:
    """The steps without the ends of spans at which another one tells that all was over: 「…から14:40まで」, 「14:40 復旧」."""
    ended = {step.event.at for step in told if not step.is_end and EventKind.CONTAINED in step.event.kinds}
    return tuple(step for step in told if not (step.is_end and step.event.at in ended))


def events_of(told: Sequence[Step], kinds: Kinds | None = None) -> tuple[Event, ...]:
    """The events of steps, of the kinds that `kinds` judges or else the rules tell."""
    judged = [step.event.event for step in told] if kinds is None else kinds(told)
    return tuple(_of_kind(step.event, kind) for step, kind in zip(told, agreed(told, judged), strict=True))


def elapsed(document: DocumentReading, labels: Sequence[Labels], told: Sequence[Step], events: Sequence[Event]) -> dict[str, str | None]:
    """The `delays` of a statement's `steps` and their events, counted from its day of publication or the day it bears.

    Where no year is told at all, the days between two dates are told all the same: they are read as lying within twelve
    months, and of the ways to do so that which leaves out no step and takes the shortest time.
    """
    published = published_on(document)
    if published or not events or any(event.at for event in events):
        days = [day for event in events if (day := day_in(event.at))]
        return delays(list(counted(told, events)), surely_published_on(document, days), cases_of(document, events))
    shortest = min((list(told_steps(document, labels, _month_end(month), dated=False)) for month in range(1, 13)), key=_rank)
    kept, shown = _as_shown(shortest, told, events)
    return delays(list(counted(kept, shown)), None, cases_of(document, shown))


def _as_shown(reading: Sequence[Step], told: Sequence[Step], events: Sequence[Event]) -> tuple[Sequence[Step], tuple[Event, ...]]:
    """The steps of a reading that are rows of the course, with its events of the kinds shown there.

    No delay has an end that no row tells; the end of a span is told by the row of its beginning.
    """
    rows = {event.start: event for step, event in zip(told, events, strict=True) if not step.is_end}
    kept = [step for step in reading if step.event.start in rows]
    shown = [step.event if step.is_end else _like(step.event, rows[step.event.start]) for step in kept]
    kinds = agreed(kept, [event.event for event in shown])
    return kept, _without_spoken([_of_kind(event, kind) for event, kind in zip(shown, kinds, strict=True)])


def _like(event: Event, row: Event) -> Event:
    return replace(event, event=row.event, also=row.also)


def _without_spoken(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without the times of those told from a day of publication that nobody tells, where others bear their date.

    「11/8に焼いた…」 and 「気づいたのは今朝」: how long it took between them cannot be told.
    """
    spoken = list(accumulate(events, lambda before, event: _is_spoken(event.text, before), initial=False))[1:]
    if all(spoken):
        return tuple(events)
    return tuple(replace(event, at=None) if from_today else event for event, from_today in zip(events, spoken, strict=True))


def _is_spoken(text: str, before: bool) -> bool:
    """Whether a date counts from the day of publication, or from one `before` it that does: 「今朝」, then 「9時」."""
    return (_FROM_TODAY.match(text) is not None or before) and _OWN_DAY.search(text) is None


def _of_kind(event: Event, kind: EventKind) -> Event:
    event = replace(event, event=kind, also=tuple(each for each in event.also if each != kind))
    monday = day_in(event.at) if _WEEK.fullmatch(event.text) else None
    if monday is None:
        return event
    # No days can be counted from some day of 「翌週」.
    within = monday.month == (monday + timedelta(days=6)).month
    return replace(event, at=monday.isoformat()[:TO_THE_MONTH] if within else None, precision=Precision.MONTH)


def day_of(document: DocumentReading, events: Sequence[Event]) -> date | None:
    """The day from which a statement speaks: of publication, else the one that it bears, else the last one that it tells."""
    told = (day for event in events if (day := day_in(event.at)))
    return published_on(document) or max(told, default=None)


def _month_end(month: int) -> date:
    return date(SOME_YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _rank(reading: Sequence[Step]) -> tuple[int, timedelta]:
    """First how many steps are left out as still to come, then the time that they take."""
    told = [date.fromisoformat(f"{step.event.at}-01"[:10]) for step in reading if step.event.at]
    return -len(told), max(told) - min(told) if told else timedelta.max
