"""One course of events out of all announcements: a step told twice is one event with two sources; what does not fit is said."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.dated_step import DatedStep
from analyzer.dossier.course.plainness import is_plainer, names_graver
from analyzer.dossier.course.steps import standing_steps
from analyzer.durations import TO_THE_MINUTE, TO_THE_MONTH
from analyzer.report import Event
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind

_KINDS = (EventKind.OCCURRED, EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED)
_ROUND = {30: timedelta(minutes=30), 10: timedelta(minutes=10), 5: timedelta(minutes=5)}
"""Two tellings of one moment may differ by so much where one says 「頃」 of a full half hour, ten minutes or five."""
_CONTENT = re.compile(r"[一-龥ァ-ヶーA-Za-z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class MergedStep:
    """One step of the incident; `sources` are the announcements that tell it, `quoted` the one whose wording is `text`.

    `evaded` is the first wording, with its announcement, that a plainer one of a later one took the place of.
    """

    event: Event
    text: str
    sources: tuple[Announcement, ...]
    quoted: Announcement
    evaded: tuple[str, Announcement] | None = None

    @property
    def at(self) -> str | None:
        return self.event.at


def laid_open(steps: Iterable[MergedStep]) -> Iterator[MergedStep]:
    """The events whose grave harm only a later announcement names, where an earlier one told of them and left it out."""
    for step in steps:
        if step.event.event == EventKind.OCCURRED and step.at and step.evaded:
            first, by = step.evaded
            if by.published < step.quoted.published and names_graver(step.text, first):
                yield step


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two announcements that tell the same step at different times."""

    kind: EventKind
    before: MergedStep
    after: MergedStep


def merge_events(announcements: Sequence[Announcement]) -> tuple[MergedStep, ...]:
    """The steps of all announcements in order of time, those without one last; each publication is a step too."""
    steps: list[MergedStep] = []
    for announcement in announcements:
        for event in (step.event for step in standing_steps(announcement, announcements)):
            text = announcement.quote(event.unit)
            place = next((at for at, step in enumerate(steps) if _same(step, event, text, announcement)), None)
            if place is None:
                steps.append(MergedStep(event, text, (announcement,), announcement))
            else:
                steps[place] = _joined(steps[place], event, text, announcement)
    return tuple(sorted(steps, key=lambda step: (step.at is None, step.at or "")))


def _same(step: MergedStep, event: Event, text: str, announcement: Announcement) -> bool:
    """The same kind at compatible times; steps of no kind, or of one day and announcement, must share their words too."""
    if step.at is None or event.at is None or step.event.event != event.event or not _compatible(step.event, event):
        return False
    to_the_minute = step.at == event.at and len(step.at) == TO_THE_MINUTE
    if event.event in _KINDS and (announcement not in step.sources or to_the_minute):
        return True
    mine, other = set(_CONTENT.findall(text)), set(_CONTENT.findall(step.text))
    return step.at == event.at and len(mine & other) >= 0.5 * (min(len(mine), len(other)) or 1)


def _compatible(one: Event, other: Event) -> bool:
    left, right = str(one.at), str(other.at)
    if left.startswith(right) or right.startswith(left):
        return True
    if not len(left) == len(right) == TO_THE_MINUTE:
        return False
    times = [datetime.fromisoformat(moment) for moment in (left, right)]
    about = [time for time, event in zip(times, (one, other), strict=True) if event.approximate]
    return any(abs(times[0] - times[1]) <= _slack(time) for time in about)


def _slack(about: datetime) -> timedelta:
    """By how much 「頃」 may be off: 「13時頃」 by more than 「10時45分頃」."""
    return next((slack for step, slack in _ROUND.items() if about.minute % step == 0), timedelta())


def _joined(step: MergedStep, event: Event, text: str, announcement: Announcement) -> MergedStep:
    """The step with one source more: its moment as exactly as told, in the plainest wording."""
    sources = step.sources if announcement in step.sources else (*step.sources, announcement)
    exact = (len(str(event.at)), not event.approximate) > (len(str(step.at)), not step.event.approximate)
    # 「11時25分 全サービス復旧」 tells the end better than 「9時05分から11時25分までの…」 does.
    stops = event.event == EventKind.CONTAINED and event.at == step.at
    exact = exact or (stops and COURSE.says("says_stopped", text) and not COURSE.says("says_stopped", step.text))
    of_other = announcement is not step.quoted
    plainer = of_other and is_plainer(text, announcement.labels(event.unit), step.text)
    plainest = of_other and is_plainer(step.text, step.quoted.labels(step.event.unit), text)
    moment = event if exact else step.event
    evaded = step.evaded or ((step.text, step.quoted) if plainer else None)
    if plainer or (exact and not plainest):
        return MergedStep(_at(event, moment), text, sources, announcement, evaded)
    return replace(step, event=_at(step.event, moment), sources=sources, evaded=evaded)


def _at(event: Event, moment: Event) -> Event:
    return replace(event, at=moment.at, precision=moment.precision, approximate=moment.approximate)


def find_contradictions(announcements: Sequence[Announcement]) -> Iterator[Contradiction]:
    """Steps whose first moment two announcements tell differently: another clock time that day, or an earlier day of discovery."""
    for kind in _KINDS:
        told: MergedStep | None = None
        for place, announcement in enumerate(announcements, start=1):
            first = _first(list(standing_steps(announcement, announcements[:place])), kind)
            if first is None:
                continue
            event = first.event
            step = MergedStep(event, announcement.quote(event.unit), (announcement,), announcement)
            # 「14時頃、穴が開いていることを確認しました」 is a further finding, not another time of the discovery.
            further = (
                told is not None and kind == EventKind.DETECTED and str(event.at) > str(told.at) and not COURSE.says("discovery", step.text)
            )
            if told is not None and not further and _contradicts(kind, told.event, event):
                yield Contradiction(kind, told, step)
            # A mere day (「14日の障害」) takes no clock time back.
            earlier = told is None or (str(event.at) < str(told.at) and not str(told.at).startswith(str(event.at)))
            told = step if earlier else told


def _first(steps: Sequence[DatedStep], kind: EventKind) -> DatedStep | None:
    """The earliest step of a kind that is told to the day, or is a report in a month; of two on that day the one with a clock time."""
    exact = (step for step in steps if step.at and (len(step.at) > TO_THE_MONTH or step.is_told_by_others()))
    told = sorted((step for step in exact if step.kind == kind), key=lambda step: str(step.at))
    # Why it happened is not when it did; nor is the end of a part of it when it ended, where that is told.
    told = [step for step in told if kind != EventKind.OCCURRED or not step.is_of_why()]
    told = [step for step in told if kind != EventKind.CONTAINED or not step.only_ends()] or told
    return next((step for step in told if len(str(step.at)) > 10 and str(step.at)[:10] == str(told[0].at)[:10]), next(iter(told), None))


def _contradicts(kind: EventKind, before: Event, after: Event) -> bool:
    if _compatible(before, after):
        return False
    old, new = str(before.at), str(after.at)
    if old[:10] == new[:10]:
        return len(old) == len(new) == TO_THE_MINUTE
    return kind == EventKind.DETECTED and new[:10] < old[:10]
