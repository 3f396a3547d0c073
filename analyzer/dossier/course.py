"""One course of events out of all announcements: a step told twice is one event with two sources; what does not fit is said.

A delay is measured between the first told moments of the whole incident; a time that a later announcement corrects gives
way to the correction.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from analyzer.answers.dates import Anchor, Toward, find_dates
from analyzer.answers.timeline import duration_between
from analyzer.dossier.announcement import Announcement
from analyzer.language.normalise import fold
from analyzer.report import Event, Promise
from analyzer.schema import EventKind, Precision, PromiseKind, PromiseStatus

DELAYS = (
    ("occurred", "detected"),
    ("occurred", "contained"),
    ("detected", "contained"),
    ("detected", "notified"),
    ("occurred", "published"),
    ("detected", "published"),
    ("published", "measures"),
)
_KINDS = (EventKind.OCCURRED, EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED)
_NEAR = timedelta(minutes=30)
"""Two tellings of one moment may differ by so much where one of them says 「頃」."""
_LATELY = timedelta(days=45)
"""「10月より」 in November has begun; in March it is next October's."""
_CLOCK_ALONE = re.compile(r"(?:同日?|午前|午後)?\s*[0-9０-９]{1,2}(?:時|[:：])[0-9０-９]{0,2}分?(?:半|頃|ごろ|過ぎ|すぎ)?")
_ROUGH = re.compile(r"[上中下初]旬|末|初め|はじめ|半ば")
"""A part of a month is told as exactly as the month."""
_RECOVERED = re.compile(r"見つけてくださ|見つか[りっ]|発見(?:され|し|に至)|戻[りっ]")
"""What is found after the first announcement is the thing lost."""
_FOUND_OUT = re.compile(
    r"(?:新聞|週刊誌|雑誌|報道|番組)[^。]{0,80}(?:掲載|報じ|放送|記事)|判明の(?:契機|経緯|きっかけ)|発覚の(?:契機|経緯)"
)
"""What was in the press, or under such a key, is how it came out, not what happened."""
_BEGINS = re.compile(r"(?:\([^()]{1,4}\))?\s*(?:分|施行)?(?:から|より|以降|付)")
_CONTENT = re.compile(r"[一-龥ァ-ヶーA-Za-z0-9]{2,}")


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the incident; `sources` are the announcements that tell it, `quoted` the one whose wording is `text`."""

    event: Event
    text: str
    sources: tuple[Announcement, ...]
    quoted: Announcement

    @property
    def at(self) -> str | None:
        return self.event.at


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two announcements that tell the same step at different times."""

    kind: EventKind
    before: Step
    after: Step


def merge_events(announcements: Sequence[Announcement]) -> tuple[Step, ...]:
    """The steps of all announcements in order of time, those without one last; each publication is a step too."""
    steps: list[Step] = []
    for announcement in announcements:
        for event in events_of(announcement, announcements):
            text = announcement.quote(event.unit)
            place = next((at for at, step in enumerate(steps) if _same(step, event, text, announcement)), None)
            if place is None:
                steps.append(Step(event, text, (announcement,), announcement))
            else:
                steps[place] = _joined(steps[place], event, text, announcement)
    return tuple(sorted(steps, key=lambda step: (step.at is None, step.at or "")))


def _same(step: Step, event: Event, text: str, announcement: Announcement) -> bool:
    """The same kind at compatible times; steps of no kind, or told twice by one announcement, must share their words too."""
    if step.at is None or event.at is None or step.event.event != event.event or not _compatible(step.event, event):
        return False
    if event.event in _KINDS and announcement not in step.sources:
        return True
    mine, other = set(_CONTENT.findall(text)), set(_CONTENT.findall(step.text))
    return step.at == event.at and len(mine & other) >= 0.5 * (min(len(mine), len(other)) or 1)


def _compatible(one: Event, other: Event) -> bool:
    left, right = str(one.at), str(other.at)
    if left.startswith(right) or right.startswith(left):
        return True
    about = one.approximate or other.approximate
    return about and len(left) == len(right) == 16 and abs(datetime.fromisoformat(left) - datetime.fromisoformat(right)) <= _NEAR


def _joined(step: Step, event: Event, text: str, announcement: Announcement) -> Step:
    sources = step.sources if announcement in step.sources else (*step.sources, announcement)
    exact = (len(str(event.at)), not event.approximate) > (len(str(step.at)), not step.event.approximate)
    return Step(event, text, sources, announcement) if exact else replace(step, sources=sources)


def find_contradictions(announcements: Sequence[Announcement]) -> Iterator[Contradiction]:
    """Steps whose first moment two announcements tell differently: another clock time that day, or an earlier day of discovery."""
    for kind in _KINDS:
        told: Step | None = None
        for announcement in announcements:
            event = _first(list(events_of(announcement, announcements)), kind)
            if event is None:
                continue
            step = Step(event, announcement.quote(event.unit), (announcement,), announcement)
            if told is not None and _contradicts(kind, told.event, event):
                yield Contradiction(kind, told, step)
            told = step if told is None or str(event.at) < str(told.at) else told


def _first(events: Sequence[Event], kind: EventKind) -> Event | None:
    """The earliest step of a kind that is told to the day at least; of two on that day the one with a clock time."""
    told = sorted((event for event in events if event.event == kind and event.at and len(event.at) > 7), key=lambda event: str(event.at))
    return next((event for event in told if len(str(event.at)) > 10 and str(event.at)[:10] == str(told[0].at)[:10]), next(iter(told), None))


def _contradicts(kind: EventKind, before: Event, after: Event) -> bool:
    if _compatible(before, after):
        return False
    old, new = str(before.at), str(after.at)
    if old[:10] == new[:10]:
        return len(old) == len(new) == 16
    return kind == EventKind.DETECTED and new[:10] < old[:10]


# --- delays ------------------------------------------------------------------------------------------------------------


def moments(announcements: Sequence[Announcement]) -> dict[str, str | None]:
    """The first moment of each kind, as exactly as told; `measures` is the first announcement that reports one in force.

    What was announced had happened and was known: a later day told for it is another step.
    """
    first = announcements[0].published
    told: dict[str, str | None] = {}
    for kind in _KINDS:
        events = [event for announcement in announcements for event in events_of(announcement, announcements) if event.event == kind]
        if kind in (EventKind.OCCURRED, EventKind.DETECTED):
            events = [event for event in events if str(event.at)[:10] <= first] or events
        if kind == EventKind.DETECTED:
            # The day they knew is told as a day; a month beside it is that of what was found.
            events = [event for event in events if event.precision != Precision.MONTH] or events
        told[kind.value] = _earliest(events)
    if told["occurred"] is None and (span := _stopped(announcements)):
        told["occurred"], told["contained"] = span
    told["contained"] = told["contained"] or _ended(announcements)
    return told | {"published": first, "measures": _measures_told(announcements)}


def events_of(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[Event]:
    """The dated steps of one announcement; a bare clock time read against a day after the first announcement is of the incident's."""
    first = announcements[0]
    days = sorted(str(event.at)[:10] for event in first.report.timeline if event.event == EventKind.OCCURRED and len(event.at or "") >= 10)
    for event in announcement.report.timeline:
        after = event.at is not None and event.at[:10] > first.published
        if after and days and announcement is not first and _CLOCK_ALONE.fullmatch(event.text.strip()):
            event = replace(event, at=days[0] + str(event.at)[10:])
        if _ROUGH.search(event.text) and len(event.at or "") == 10:
            event = replace(event, at=str(event.at)[:7], precision=Precision.MONTH)
        if event.event == EventKind.DETECTED and after and _RECOVERED.search(announcement.units[event.unit].wording):
            event = replace(event, event=EventKind.CONTAINED)
        if event.event == EventKind.OCCURRED and _FOUND_OUT.search(announcement.units[event.unit].wording):
            event = replace(event, event=EventKind.DETECTED)
        if event.at is not None:
            yield event


def delays(announcements: Sequence[Announcement]) -> Mapping[str, str | None]:
    """ISO 8601 durations by `<from>_to_<to>`; whole days where an end is a day, None where one is unknown, a month, or too early."""
    told = moments(announcements)
    return {f"{start}_to_{end}": duration_between(told[start], told[end]) for start, end in DELAYS}


def _earliest(events: Sequence[Event]) -> str | None:
    """The earliest moment; of those within the same month, day or hour the one told more exactly."""
    told = sorted({(str(event.at), event.precision) for event in events})
    for size, coarse in ((7, Precision.MONTH), (10, Precision.DAY), (13, Precision.HOUR)):
        if told and told[0][1] == coarse:
            finer = [(at, precision) for at, precision in told if at[:size] == told[0][0][:size] and precision != coarse]
            told = finer or told
    return told[0][0] if told else None


def _stopped(announcements: Sequence[Announcement]) -> tuple[str, str] | None:
    """Both ends of a clocked span told as a stop where nothing else is said to have occurred: the stop is what occurred."""
    for announcement in announcements:
        for event in announcement.report.timeline:
            if event.event == EventKind.CONTAINED and event.at and len(event.at) == 16 and (until := _until(event, announcement)):
                return event.at, until
    return None


def _ended(announcements: Sequence[Announcement]) -> str | None:
    """The last day of what is told as a span of days: 「4月1日から6月5日まで、保険に入っていませんでした」."""
    for announcement in announcements:
        for event in announcement.report.timeline:
            if event.event == EventKind.OCCURRED and event.precision == Precision.DAY and event.at:
                until = _until(event, announcement)
                after = announcement.report.text[event.start : event.end + 3]
                if until and len(until) == 10 and until > event.at and "まで" in after:
                    return until
    return None


def _until(event: Event, announcement: Announcement) -> str | None:
    """The far end of the span that a step is told as."""
    told = find_dates(fold(event.text), Anchor(date.fromisoformat(announcement.published)))
    return next((found.end_iso for found in told if found.end_iso), None)


def is_in_force(promise: Promise, published: str) -> bool:
    """Whether a measure is told as done or running: by its wording, or by a day of beginning that has come (「10月より実施」)."""
    if promise.status in (PromiseStatus.DONE, PromiseStatus.UNDER_WAY):
        return True
    wording, day = fold(promise.text), date.fromisoformat(published)
    begun = (found for found in find_dates(wording, Anchor(day), toward=Toward.NEAREST) if _BEGINS.match(wording, found.end))
    lately = (day - _LATELY).isoformat()
    return any(found.iso is not None and lately[: len(found.iso)] <= found.iso <= published[: len(found.iso)] for found in begun)


def _measures_told(announcements: Sequence[Announcement]) -> str | None:
    for announcement in announcements:
        concrete = (promise for promise in announcement.report.promises if promise.kind == PromiseKind.CONCRETE)
        if any(is_in_force(promise, announcement.published) for promise in concrete):
            return announcement.published
    return None
