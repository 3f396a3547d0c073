"""The dated steps of one announcement as what they are in the whole incident: which count, in order, and with what moment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.corrected_steps import as_seen
from analyzer.dossier.course.step_dates import is_to_come, until_of
from analyzer.dossier.course.step_meaning import tells_those_harmed
from analyzer.dossier.course.step_words import around
from analyzer.dossier.publication import first_telling
from analyzer.dossier.wordings import TO_THE_MINUTE
from analyzer.language.normalise import fold
from analyzer.report import Event
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Label, Precision


def events_of(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[Event]:
    """The dated steps of one announcement as what they are in the whole incident, given in order.

    A bare clock time read against a day after the first announcement is of the incident's day.
    """
    first = first_telling(announcements)
    days = sorted(str(event.at)[:10] for event in first.report.timeline if event.event == EventKind.OCCURRED and len(event.at or "") >= 10)
    for event, at in _of_past(announcement, announcements):
        of_course = announcement.labels(event.unit) or _is_known_all_the_same(event, announcement)
        if event.event in (EventKind.DETECTED, EventKind.CONTAINED) and not of_course:
            continue  # 「前日18時の会議で確認していました」 beside the course of events
        told = fold(event.text).strip()
        late = at[:10] > first.published
        if at[:10] >= first.published and days and announcement is not first and COURSE.says("clock_alone", told):
            event = replace(event, at=days[0] + at[10:])
        if COURSE.says("rough", told) and len(at) == 10:
            event = replace(event, at=at[:7], precision=Precision.MONTH)
        yield from as_seen(event, announcement, late=late)
        yield from _end_of(event, announcement)
    yield from _on_that_day(announcement)


def standing_events(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[Event]:
    """The steps of one announcement without those whose clock time it, or a later one, says was told wrongly."""
    place = announcements.index(announcement)
    wrong = {moment for at in range(place, len(announcements)) for moment in _withdrawn(announcements[at], announcements[:at])}
    yield from (event for event in events_of(announcement, announcements) if event.at not in wrong)


def _withdrawn(later: Announcement, earlier: Sequence[Announcement]) -> Iterator[str]:
    """The clock times that a correction cites; what it tells in their place was told by none before."""
    before = {moment for each in earlier for event in each.report.timeline for moment in (event.at, until_of(event, each))}
    for event in later.report.timeline:
        if DRIFT.says("corrects", later.units[event.unit].wording):
            cited = DRIFT.says("cited_after", around(event, later)[1])
            moments = (moment for moment in (event.at, until_of(event, later)) if moment and len(moment) == TO_THE_MINUTE)
            yield from (moment for moment in moments if cited or moment in before)


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
            if not last or not COURSE.says("clock_alone", fold(event.text).strip()):
                continue
            at = last + at[10:]
        last = at[:10] if len(at) >= 10 else last
        yield replace(event, at=at), at


def _end_of(event: Event, announcement: Announcement) -> Iterator[Event]:
    """The far end of a clocked span under a key like 「発生日時」, which tells when it happened and when it was over."""
    if event.event == EventKind.OCCURRED and COURSE.says("started_after", around(event, announcement)[0]):
        until = until_of(event, announcement)
        if until and len(until) == TO_THE_MINUTE == len(event.at or ""):
            yield replace(event, at=until, event=EventKind.CONTAINED)


def _on_that_day(announcement: Announcement) -> Iterator[Event]:
    """Those told and harm stopped 「同じ日のうちに」: a unit without a date of its own is of the last day told before it."""
    dated = {event.unit: event for event in announcement.report.timeline if event.at and len(event.at) >= 10}
    for index, unit in announcement.labelled(Label.RESPONSE):
        before = dated.get(max((at for at in dated if at < index), default=-1))
        if index in dated or before is None or not COURSE.says("that_day", unit.wording):
            continue
        step = replace(before, unit=index, at=str(before.at)[:10], precision=Precision.DAY)
        if COURSE.says("took_back", unit.wording):
            yield replace(step, event=EventKind.CONTAINED)
        if tells_those_harmed(unit.wording):
            yield replace(step, event=EventKind.NOTIFIED)


def _is_known_all_the_same(event: Event, announcement: Announcement) -> bool:
    """Whether a unit without labels tells that what was lost was found, or when somebody reported it: 「最初のお申し出は1月15日でした」."""
    before, behind = around(event, announcement)
    reported = COURSE.says("told_by_others_before", before) or COURSE.says("told_by_others_after", behind)
    return reported or COURSE.says("recovered", announcement.units[event.unit].wording)


def _is_of_earlier(event: Event, announcement: Announcement, announcements: Sequence[Announcement]) -> bool:
    """Whether a date is that of an earlier announcement here, told as such but taken for a step."""
    before, behind = around(event, announcement)
    if event.at is None or event.event == EventKind.PUBLISHED or not COURSE.says("earlier_after", behind):
        return False
    if event.event == EventKind.REPORTED and COURSE.says("to_others", before + behind):
        return False  # 「国土交通省には3月3日に報告しました」, though an announcement came out on that day.
    told = event.at[: len("2024-11")] if COURSE.says("rough", fold(event.text)) else event.at[: len("2024-11-15")]
    return any(other.published.startswith(told) for other in announcements if other.published < announcement.published)
