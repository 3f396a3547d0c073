"""A dated step with the kind that the words around its date give it beside the other announcements."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.step_words import around, clause_after, rest_of_unit
from analyzer.language.normalise import fold
from analyzer.report import Event
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Label

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


def as_seen(event: Event, announcement: Announcement, *, late: bool) -> Iterator[Event]:
    """A step with the kind that the words around its date give it beside the other announcements; one may be two, or none."""
    before, behind = around(event, announcement)
    if COURSE.says("joined_after", behind):
        behind = ("" if len(behind) <= len("および") else behind) + rest_of_unit(event, announcement)
    told = _Told(event, announcement, before, behind, late)
    if COURSE.says("expected_after", behind):
        return  # 「次回の報告は18時を予定しています」
    if COURSE.says("told_by_others_before", before) and event.event != EventKind.DETECTED:
        yield replace(event, event=EventKind.DETECTED)
        if event.event in (EventKind.OCCURRED, EventKind.OTHER):
            return
    kind = _corrected(told)
    kind = kind and _settled(told, kind)
    if kind is None:
        return
    yield replace(event, event=kind)
    clause = behind.split("。")[0]
    asked = COURSE.says("asked_to_delete", clause)
    at_once = kind == EventKind.DETECTED and any(COURSE.says(slot, clause) for slot in ("stopped_at_once", "brought_to_safety"))
    took_back = COURSE.says("took_back", clause) and not COURSE.says("collected_so_far_after", clause)
    stopped = {EventKind.NOTIFIED: took_back or asked, EventKind.OTHER: took_back, EventKind.DETECTED: asked}.get(kind, False)
    if at_once or (Label.RESPONSE in told.given and stopped):
        yield replace(event, event=EventKind.CONTAINED)
    if kind != EventKind.NOTIFIED and (asked or (kind == EventKind.CONTAINED and COURSE.says("apologised", clause))):
        yield replace(event, event=EventKind.NOTIFIED)


def _corrected(told: _Told) -> EventKind | None:
    """The kind of a step where the words around it speak against the one it was read as; None where it is no step."""
    kind = told.event.event
    if kind in (EventKind.OCCURRED, EventKind.DETECTED) and COURSE.says("looked_back_after", told.behind):
        return None
    if kind == EventKind.DETECTED:
        return _of_finding(told)
    if kind == EventKind.OCCURRED:
        return _of_event(told)
    if kind == EventKind.CONTAINED:
        return _of_stop(told)
    if kind == EventKind.PUBLISHED and _is_day_of_knowing(told):
        return None
    met_later = told.late and COURSE.says("meeting_after", told.behind)
    return EventKind.OTHER if kind == EventKind.NOTIFIED and (met_later or COURSE.says("business_visited", told.behind)) else kind


def _of_finding(told: _Told) -> EventKind:
    before, behind = told.before, told.behind
    if any(COURSE.says(slot, behind) for slot in ("reported_within_after", "told_by_others_after")):
        return EventKind.DETECTED
    if COURSE.says("collected_so_far_after", behind):
        return EventKind.OTHER  # 「お申し出を4月17日までに24件いただきました」
    if told.late and COURSE.says("recovered", told.wording):
        return EventKind.CONTAINED
    happened = COURSE.says("found_then_after", behind) or (
        COURSE.says("found_then_before", before) and COURSE.says("happened_after", behind)
    )
    return EventKind.OCCURRED if happened or _finds_later(told.event, told.announcement) else EventKind.DETECTED


def _of_event(told: _Told) -> EventKind | None:
    behind = told.behind
    if any(COURSE.says(slot, behind) for slot in ("nothing_after", "sold_after", "sold_since_after")):
        return None
    if COURSE.says("since_a_year_before", told.before) and COURSE.says("until_after", behind):
        return None  # 「2016年頃から2025年5月までの間」 does not begin in May.
    if COURSE.says("body_set_up_after", behind) or COURSE.says("of_why_after", behind):
        return EventKind.OTHER
    if told.late and DRIFT.says("of_work_after", behind):
        return EventKind.OTHER
    if (Label.INCIDENT not in told.given or Label.RESPONSE in told.given) and COURSE.says("collected_so_far_after", behind):
        return EventKind.OTHER
    if COURSE.says("told_by_others_after", behind):
        return EventKind.DETECTED
    confirmed = COURSE.says("confirmed_before", told.before) and COURSE.says("confirmed_after", behind)
    if (
        confirmed
        or COURSE.says("found_out", told.wording)
        or COURSE.says("came_to_light_after", clause_after(told.event, told.announcement))
    ):
        return EventKind.DETECTED
    if COURSE.says("stopped_after", behind) and not COURSE.says("cut_back_after", behind):
        return EventKind.CONTAINED
    of_others = Label.INCIDENT not in told.given and COURSE.says("period_of_others_after", behind)
    return None if of_others else EventKind.OCCURRED


def _of_stop(told: _Told) -> EventKind:
    behind = told.behind
    found_also = Label.INCIDENT in told.given and COURSE.says("found_then_before", told.before) and COURSE.says("also_after", behind)
    if found_also or COURSE.says("of_the_event_after", behind):
        return EventKind.OCCURRED
    if COURSE.says("in_force_since_after", behind) and not COURSE.says("says_stopped", told.wording):
        return EventKind.MEASURE
    no_stop = COURSE.says("left_after", behind) or COURSE.says("cut_back_after", behind) or COURSE.says("collected_so_far_after", behind)
    no_stop = no_stop or any(COURSE.says(slot, told.wording) for slot in ("restarted", "paid_back", "not_mended"))
    measure = Label.MEASURE_CONCRETE in told.given and not COURSE.says("stopped_only", told.wording)
    return EventKind.OTHER if no_stop or measure else EventKind.CONTAINED


def _is_day_of_knowing(told: _Told) -> bool:
    """Whether a day is the one they said to have known on: 「2月28日に判明したとお知らせしましたが」; not 「4月8日の公表では」."""
    beside = f"{told.before[-_BESIDE:]}{fold(told.event.text)}{told.behind[:_BESIDE]}"
    return DRIFT.says("cites_discovery", beside) and not told.behind.startswith(("の", "付"))


def _settled(told: _Told, kind: EventKind) -> EventKind | None:
    """The kind of a step once those of no kind are given one by the words around them; None where it is no step."""
    behind, given = told.behind, told.given
    if kind in (EventKind.OTHER, EventKind.NOTIFIED) and COURSE.says("matter_after", behind):
        return None  # 「11月の件でお申し出のあった方」 tells no step of November.
    if kind in (EventKind.OTHER, EventKind.NOTIFIED, EventKind.PUBLISHED) and COURSE.says("missed_after", behind):
        return None
    if _tells_those(told, kind):
        kind = EventKind.NOTIFIED
    elif kind == EventKind.OTHER and COURSE.says("first_of_them_before", told.before):
        kind = EventKind.OCCURRED
    elif kind == EventKind.OTHER and not told.late and Label.TIMELINE in given:
        by_others = any(COURSE.says(slot, behind) for slot in ("told_by_others_after", "reported_within_after"))
        kind = EventKind.DETECTED if by_others else kind
    no_step = kind in (EventKind.OTHER, EventKind.NOTIFIED) and Label.RESPONSE not in given and DRIFT.says("corrects", told.wording)
    return None if no_step else kind  # 「昨年12月に…とお伝えしましたが」 is no step.


def _finds_later(event: Event, announcement: Announcement) -> bool:
    """Whether the same unit tells a later day of the finding: 「24日に机上に置いたところ、翌25日に見当たらないことに気付いた」."""
    others = (other for other in announcement.report.timeline if other.unit == event.unit and other.start != event.start)
    found = (other.at for other in others if other.event == EventKind.DETECTED)
    return any(at is not None and at[:10] > str(event.at)[:10] for at in found)


def _tells_those(told: _Told, kind: EventKind) -> bool:
    """Whether a step of no kind is that those affected were told."""
    before, behind, given = told.before, told.behind, told.given
    if (
        kind in (EventKind.OTHER, EventKind.OCCURRED, EventKind.CONTAINED)
        and Label.INCIDENT not in given
        and COURSE.says("told_those", behind)
    ):
        return True
    if COURSE.says("business_visited", behind):
        return False
    if kind == EventKind.OTHER and Label.RESPONSE in given and COURSE.says("apology_sent_after", before + behind):
        return True
    return (
        kind == EventKind.OTHER
        and Label.RESPONSE in given
        and any(COURSE.says("visited", words) for words in (before[-16:] + behind, behind))
    )
