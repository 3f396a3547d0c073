"""The dated steps of one announcement as what they are in the whole incident: which count, in order, and with what moment."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.corrected_steps import as_seen
from analyzer.dossier.course.dated_step import DatedStep, dated_steps, is_to_come, tells_those_harmed
from analyzer.dossier.publication import first_telling
from analyzer.durations import TO_THE_DAY, TO_THE_MINUTE, TO_THE_MONTH
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Label, Precision


def steps_of(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[DatedStep]:
    """The dated steps of one announcement as what they are in the whole incident, given in order.

    A bare clock time read against a day after the first announcement is of the incident's day.
    """
    first = first_telling(announcements)
    days = sorted(str(event.at)[:10] for event in first.report.timeline if event.event == EventKind.OCCURRED and len(event.at or "") >= 10)
    for step in _of_past(announcement, announcements):
        event, at = step.event, str(step.at)
        of_course = step.given or _is_known_all_the_same(step)
        if step.kind in (EventKind.DETECTED, EventKind.CONTAINED) and not of_course:
            continue  # 「前日18時の会議で確認していました」 beside the course of events
        told = step.told.strip()
        if at[:10] >= first.published and days and announcement is not first and COURSE.says("clock_alone", told):
            event = replace(event, at=days[0] + at[10:])
        if COURSE.says("rough", told) and len(at) == 10:
            event = replace(event, at=at[:7], precision=Precision.MONTH)
        yield from as_seen(DatedStep(event, announcement, late=at[:10] > first.published))
        yield from _end_of(DatedStep(event, announcement))
    yield from _on_that_day(announcement)


def standing_steps(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[DatedStep]:
    """The steps of one announcement without those whose clock time it, or a later one, says was told wrongly."""
    place = announcements.index(announcement)
    wrong = {moment for at in range(place, len(announcements)) for moment in _withdrawn(announcements[at], announcements[:at])}
    days = {day for later in announcements[place:] for day in _days_changed(later)}
    for step in steps_of(announcement, announcements):
        if step.at not in wrong and not (step.kind == EventKind.OCCURRED and str(step.at)[:TO_THE_DAY] in days):
            yield step


def _days_changed(later: Announcement) -> Iterator[str]:
    """The days that an announcement says it began on no more: 「開始日を10月9日から9月14日に訂正いたします」."""
    for step in dated_steps(later):
        changed = DRIFT.found("changed_from", step.wording)
        if changed and step.at and step.told.strip() == changed["old"]:
            yield step.at[:TO_THE_DAY]


def _withdrawn(later: Announcement, earlier: Sequence[Announcement]) -> Iterator[str]:
    """The clock times that a correction cites; what it tells in their place was told by none before."""
    before = {moment for each in earlier for step in dated_steps(each) for moment in (step.at, step.until)}
    for step in dated_steps(later):
        if DRIFT.says("corrects", step.wording):
            cited = DRIFT.says("cited_after", step.behind)
            moments = (moment for moment in (step.at, step.until) if moment and len(moment) == TO_THE_MINUTE)
            yield from (moment for moment in moments if cited or moment in before)


def _of_past(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[DatedStep]:
    """The dated steps that cite no earlier announcement and are not to come.

    A bare clock time read against a day to come (「9/2の試合のご案内」, 「18時50分」) is of the day told before it.
    """
    last = ""
    for step in dated_steps(announcement):
        at = step.at
        if at is None or _is_of_earlier(step, announcements):
            continue
        if is_to_come(at, step.event.text, announcement.published):
            if not last or not COURSE.says("clock_alone", step.told.strip()):
                continue
            at = last + at[10:]
        last = at[:10] if len(at) >= 10 else last
        yield replace(step, event=replace(step.event, at=at))


def _end_of(step: DatedStep) -> Iterator[DatedStep]:
    """The far end of a clocked span under a key like 「発生日時」, which tells when it happened and when it was over."""
    keyed = step.kind == EventKind.OCCURRED and COURSE.says("started_after", step.key)
    if keyed and step.until and len(step.until) == TO_THE_MINUTE == len(step.at or ""):
        yield step.at_its_end()


def _on_that_day(announcement: Announcement) -> Iterator[DatedStep]:
    """Those told and harm stopped 「同じ日のうちに」: a unit without a date of its own is of the last day told before it."""
    dated = {event.unit: event for event in announcement.report.timeline if event.at and len(event.at) >= 10}
    for index, unit in announcement.labelled(Label.RESPONSE):
        before = dated.get(max((at for at in dated if at < index), default=-1))
        if index in dated or before is None or not COURSE.says("that_day", unit.wording):
            continue
        step = DatedStep(replace(before, unit=index, at=str(before.at)[:10], precision=Precision.DAY), announcement)
        if COURSE.says("took_back", unit.wording):
            yield step.told_as(EventKind.CONTAINED)
        if tells_those_harmed(unit.wording):
            yield step.told_as(EventKind.NOTIFIED)


def _is_known_all_the_same(step: DatedStep) -> bool:
    """Whether a unit without labels tells that what was lost was found, or when somebody reported it: 「最初のお申し出は1月15日でした」."""
    reported = COURSE.says("told_by_others_before", step.before) or COURSE.says("told_by_others_after", step.behind)
    return reported or COURSE.says("recovered", step.wording)


def _is_of_earlier(step: DatedStep, announcements: Sequence[Announcement]) -> bool:
    """Whether a date is that of an earlier announcement here, told as such but taken for a step."""
    if step.at is None or step.kind == EventKind.PUBLISHED or not COURSE.says("earlier_after", step.behind):
        return False
    if step.kind == EventKind.REPORTED and COURSE.says("to_others", step.before + step.behind):
        return False  # 「国土交通省には3月3日に報告しました」, though an announcement came out on that day.
    told = step.at[: TO_THE_MONTH if COURSE.says("rough", step.told) else TO_THE_DAY]
    return any(other.published.startswith(told) for other in announcements if other.published < step.announcement.published)
