"""The dated steps of one announcement as what they are in the whole incident, by the words around each date."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.answers.timeline.dates import Anchor, find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.language.normalise import fold
from analyzer.report import Event
from analyzer.rules.slots import hit
from analyzer.schema import EventKind, Label, Precision

_MOST_OF_A_YEAR = 240
_YEAR = re.compile(r"年|昨|去|前|[0-9]{4}[-./]")
_OF_WHY = frozenset({Label.CAUSE, Label.ADMISSION, Label.DEFLECTION})


def events_of(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[Event]:
    """The dated steps of one announcement as what they are in the whole incident, given in order.

    A bare clock time read against a day after the first announcement is of the incident's day.
    """
    first = announcements[0]
    days = sorted(str(event.at)[:10] for event in first.report.timeline if event.event == EventKind.OCCURRED and len(event.at or "") >= 10)
    for event, at in _of_past(announcement, announcements):
        of_course = announcement.labels(event.unit) or _hit("recovered", announcement.units[event.unit].wording)
        if event.event in (EventKind.DETECTED, EventKind.CONTAINED) and not of_course:
            continue  # 「前日18時の会議で確認していました」 beside the course of events
        told = fold(event.text).strip()
        late = at[:10] > first.published
        if at[:10] >= first.published and days and announcement is not first and _hit("clock_alone", told):
            event = replace(event, at=days[0] + at[10:])
        if _hit("rough", told) and len(at) == 10:
            event = replace(event, at=at[:7], precision=Precision.MONTH)
        yield from _as_seen(event, announcement, late=late)
        yield from _end_of(event, announcement)
    yield from _on_that_day(announcement)


def _of_past(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[tuple[Event, str]]:
    """The dated steps that cite no earlier announcement and are not to come, each with its moment.

    A bare clock time read against a day to come (「9/2の試合のご案内」, 「18時50分」) is of the day told before it.
    """
    last = ""
    for event in announcement.report.timeline:
        at = event.at
        if at is None or _is_of_earlier(event, announcement, announcements):
            continue
        if is_to_come(at, event.text, announcement.published):
            if not last or not _hit("clock_alone", fold(event.text).strip()):
                continue
            at = last + at[10:]
        last = at[:10] if len(at) >= 10 else last
        yield replace(event, at=at), at


def _end_of(event: Event, announcement: Announcement) -> Iterator[Event]:
    """The far end of a clocked span under a key like 「発生日時」, which tells when it happened and when it was over."""
    if event.event == EventKind.OCCURRED and hit("course", "started_after", around(event, announcement)[0]):
        until = until_of(event, announcement)
        if until and len(until) == len("2024-11-15T10:30") == len(event.at or ""):
            yield replace(event, at=until, event=EventKind.CONTAINED)


def until_of(event: Event, announcement: Announcement) -> str | None:
    """The far end of the span that a step is told as."""
    day = date.fromisoformat(event.at[:10]) if event.at and len(event.at) >= 10 else None
    told = find_dates(fold(event.text), Anchor(date.fromisoformat(announcement.published), day, day))
    return next((found.end_iso for found in told if found.end_iso), None)


def is_to_come(at: str, wording: str, published: str) -> bool:
    """Whether a day told without a year is rather one to come: read as past it would be most of a year ago.

    >>> is_to_come("2024-04-14", "4月14日", "2025-03-25"), is_to_come("2024-04-14", "昨年4月14日", "2025-03-25")
    (True, False)
    """
    if len(at) < len("2024-11-15") or _YEAR.search(wording):
        return False
    return (date.fromisoformat(published) - date.fromisoformat(at[:10])).days > _MOST_OF_A_YEAR


def only_ends(event: Event, announcement: Announcement) -> bool:
    """Whether a stop is only the far end of a span in which something did not work, and not told as a stop."""
    return until_of(event, announcement) is not None and not _hit("says_stopped", announcement.units[event.unit].wording)


def is_of_why(event: Event, announcement: Announcement) -> bool:
    """Whether a step is told only as why it happened: by the labels of its unit, or in a line under a heading 「原因」."""
    given = set(announcement.labels(event.unit))
    headed = announcement.units[event.unit].placement.topic == Label.CAUSE
    return bool(given) and _OF_WHY.issuperset(given - {Label.TIMELINE} if headed else given)


def _on_that_day(announcement: Announcement) -> Iterator[Event]:
    """Those told and harm stopped 「同じ日のうちに」: a unit without a date of its own is of the last day told before it."""
    dated = {event.unit: event for event in announcement.report.timeline if event.at and len(event.at) >= 10}
    for index, unit in announcement.labelled(Label.RESPONSE):
        before = dated.get(max((at for at in dated if at < index), default=-1))
        if index in dated or before is None or not _hit("that_day", unit.wording):
            continue
        step = replace(before, unit=index, at=str(before.at)[:10], precision=Precision.DAY)
        if _hit("took_back", unit.wording):
            yield replace(step, event=EventKind.CONTAINED)
        if tells_those_harmed(unit.wording):
            yield replace(step, event=EventKind.NOTIFIED)


def is_told_by_others(event: Event, announcement: Announcement) -> bool:
    """Whether a step is that somebody reported it: from then on it could be known, though only a month is told."""
    return event.event == EventKind.DETECTED and _hit("told_by_others_after", around(event, announcement)[1])


def tells_those_harmed(wording: str) -> bool:
    """Whether a wording says that somebody was told who is no authority and no business partner."""
    return _hit("tells_somebody", wording) and not _hit("to_others", wording)


def _is_of_earlier(event: Event, announcement: Announcement, announcements: Sequence[Announcement]) -> bool:
    """Whether a date is that of an earlier announcement here, told as such but taken for a step."""
    before, behind = around(event, announcement)
    if event.at is None or event.event == EventKind.PUBLISHED or not _hit("earlier_after", behind):
        return False
    if event.event == EventKind.REPORTED and _hit("to_others", before + behind):
        return False  # 「国土交通省には3月3日に報告しました」, though an announcement came out on that day.
    told = event.at[: len("2024-11")] if _hit("rough", fold(event.text)) else event.at[: len("2024-11-15")]
    return any(other.published.startswith(told) for other in announcements if other.published < announcement.published)


_BESIDE = 16
"""Characters beside a day in which it is said to be that of knowing."""


@dataclass(frozen=True, slots=True)
class _Told:
    """A dated step as one announcement words it: its unit, the words before the date and behind it, the unit's labels.

    `late` is whether its day lies after the first announcement.
    """

    event: Event
    announcement: Announcement
    before: str
    behind: str
    late: bool

    @property
    def wording(self) -> str:
        return self.announcement.units[self.event.unit].wording

    @property
    def given(self) -> Collection[Label]:
        return self.announcement.labels(self.event.unit)


def _as_seen(event: Event, announcement: Announcement, *, late: bool) -> Iterator[Event]:
    """A step with the kind that the words around its date give it beside the other announcements; one may be two, or none."""
    before, behind = around(event, announcement)
    if _hit("joined_after", behind):
        behind = ("" if len(behind) <= len("および") else behind) + _rest(event, announcement)
    told = _Told(event, announcement, before, behind, late)
    if _hit("expected_after", behind):
        return  # 「次回の報告は18時を予定しています」
    if _hit("told_by_others_before", before) and event.event != EventKind.DETECTED:
        yield replace(event, event=EventKind.DETECTED)
        if event.event == EventKind.OCCURRED:
            return
    kind = _corrected(told)
    kind = kind and _settled(told, kind)
    if kind is None:
        return
    yield replace(event, event=kind)
    clause = behind.split("。")[0]
    asked = _hit("asked_to_delete", clause)
    at_once = kind == EventKind.DETECTED and _hit("stopped_at_once", clause)
    took_back = _hit("took_back", clause) and not _hit("collected_so_far_after", clause)
    stopped = {EventKind.NOTIFIED: took_back or asked, EventKind.OTHER: took_back, EventKind.DETECTED: asked}.get(kind, False)
    if at_once or (Label.RESPONSE in told.given and stopped):
        yield replace(event, event=EventKind.CONTAINED)
    if kind != EventKind.NOTIFIED and (asked or (kind == EventKind.CONTAINED and _hit("apologised", clause))):
        yield replace(event, event=EventKind.NOTIFIED)


def _corrected(told: _Told) -> EventKind | None:
    """The kind of a step where the words around it speak against the one it was read as; None where it is no step."""
    kind = told.event.event
    if kind in (EventKind.OCCURRED, EventKind.DETECTED) and _hit("looked_back_after", told.behind):
        return None
    if kind == EventKind.DETECTED:
        return _of_finding(told)
    if kind == EventKind.OCCURRED:
        return _of_event(told)
    if kind == EventKind.CONTAINED:
        return _of_stop(told)
    if kind == EventKind.PUBLISHED and _is_day_of_knowing(told):
        return None
    met_later = told.late and _hit("meeting_after", told.behind)
    return EventKind.OTHER if kind == EventKind.NOTIFIED and (met_later or _hit("business_visited", told.behind)) else kind


def _of_finding(told: _Told) -> EventKind:
    before, behind = told.before, told.behind
    if any(_hit(slot, behind) for slot in ("reported_within_after", "told_by_others_after")):
        return EventKind.DETECTED
    if told.late and _hit("recovered", told.wording):
        return EventKind.CONTAINED
    happened = _hit("found_then_after", behind) or (_hit("found_then_before", before) and _hit("happened_after", behind))
    return EventKind.OCCURRED if happened or _finds_later(told.event, told.announcement) else EventKind.DETECTED


def _of_event(told: _Told) -> EventKind | None:
    behind = told.behind
    if any(_hit(slot, behind) for slot in ("nothing_after", "sold_after")):
        return None
    if _hit("body_set_up_after", behind):
        return EventKind.OTHER
    if told.late and hit("drift", "of_work_after", behind):
        return EventKind.OTHER
    if (Label.INCIDENT not in told.given or Label.RESPONSE in told.given) and _hit("collected_so_far_after", behind):
        return EventKind.OTHER
    if _hit("told_by_others_after", behind):
        return EventKind.DETECTED
    confirmed = _hit("confirmed_before", told.before) and _hit("confirmed_after", behind)
    if confirmed or _hit("found_out", told.wording) or _hit("came_to_light_after", _clause_after(told.event, told.announcement)):
        return EventKind.DETECTED
    if _hit("stopped_after", behind) and not _hit("cut_back_after", behind):
        return EventKind.CONTAINED
    of_others = Label.INCIDENT not in told.given and _hit("period_of_others_after", behind)
    return None if of_others else EventKind.OCCURRED


def _of_stop(told: _Told) -> EventKind:
    behind = told.behind
    found_also = Label.INCIDENT in told.given and _hit("found_then_before", told.before) and _hit("also_after", behind)
    if found_also or _hit("of_the_event_after", behind):
        return EventKind.OCCURRED
    no_stop = _hit("left_after", behind) or _hit("cut_back_after", behind) or _hit("collected_so_far_after", behind)
    no_stop = no_stop or any(_hit(slot, told.wording) for slot in ("restarted", "paid_back"))
    measure = Label.MEASURE_CONCRETE in told.given and not _hit("stopped_only", told.wording)
    return EventKind.OTHER if no_stop or measure else EventKind.CONTAINED


def _is_day_of_knowing(told: _Told) -> bool:
    """Whether a day is the one they said to have known on: 「2月28日に判明したとお知らせしましたが」; not 「4月8日の公表では」."""
    beside = f"{told.before[-_BESIDE:]}{fold(told.event.text)}{told.behind[:_BESIDE]}"
    return hit("drift", "cites_discovery", beside) and not told.behind.startswith(("の", "付"))


def _settled(told: _Told, kind: EventKind) -> EventKind | None:
    """The kind of a step once those of no kind are given one by the words around them; None where it is no step."""
    behind, given = told.behind, told.given
    if kind in (EventKind.OTHER, EventKind.NOTIFIED) and _hit("matter_after", behind):
        return None  # 「11月の件でお申し出のあった方」 tells no step of November.
    if _tells_those(told, kind):
        kind = EventKind.NOTIFIED
    elif kind == EventKind.OTHER and _hit("first_of_them_before", told.before):
        kind = EventKind.OCCURRED
    elif kind == EventKind.OTHER and not told.late and Label.TIMELINE in given:
        by_others = any(_hit(slot, behind) for slot in ("told_by_others_after", "reported_within_after"))
        kind = EventKind.DETECTED if by_others else kind
    no_step = kind in (EventKind.OTHER, EventKind.NOTIFIED) and Label.RESPONSE not in given and hit("drift", "corrects", told.wording)
    return None if no_step else kind  # 「昨年12月に…とお伝えしましたが」 is no step.


def _rest(event: Event, announcement: Announcement) -> str:
    """The words of the unit after the date that follows a step's own."""
    unit, text = announcement.report.units[event.unit], announcement.report.text
    ends = (other.end for other in announcement.report.timeline if other.unit == event.unit and other.start >= event.end)
    return fold(text[min(ends, default=unit.end) : unit.end])


def _finds_later(event: Event, announcement: Announcement) -> bool:
    """Whether the same unit tells a later day of the finding: 「24日に机上に置いたところ、翌25日に見当たらないことに気付いた」."""
    others = (other for other in announcement.report.timeline if other.unit == event.unit and other.start != event.start)
    found = (other.at for other in others if other.event == EventKind.DETECTED)
    return any(at is not None and at[:10] > str(event.at)[:10] for at in found)


def _clause_after(event: Event, announcement: Announcement) -> str:
    """The words after a step's date, over the end of its unit to that of the sentence; empty where another date follows."""
    units = announcement.report.units
    end = units[min(event.unit + 1, len(units) - 1)].end
    if any(event.end <= other.start < end for other in announcement.report.timeline):
        end = units[event.unit].end
    return around(event, announcement)[1] if end == units[event.unit].end else fold(announcement.report.text[event.end : end])


def _tells_those(told: _Told, kind: EventKind) -> bool:
    """Whether a step of no kind is that those affected were told."""
    before, behind, given = told.before, told.behind, told.given
    if kind in (EventKind.OTHER, EventKind.OCCURRED, EventKind.CONTAINED) and Label.INCIDENT not in given and _hit("told_those", behind):
        return True
    if _hit("business_visited", behind):
        return False
    if kind == EventKind.OTHER and Label.RESPONSE in given and _hit("apology_sent_after", before + behind):
        return True
    return kind == EventKind.OTHER and Label.RESPONSE in given and any(_hit("visited", words) for words in (before[-16:] + behind, behind))


def around(event: Event, announcement: Announcement) -> tuple[str, str]:
    """The words of the unit before a step's date, and those after it up to the unit's next date."""
    unit, text = announcement.report.units[event.unit], announcement.report.text
    nexts = [other.start for other in announcement.report.timeline if other.unit == event.unit and other.start >= event.end]
    until = min(nexts, default=unit.end)
    return fold(text[unit.start : event.start]), fold(text[event.end : until])


def _hit(slot: str, wording: str) -> bool:
    return hit("course", slot, wording)
