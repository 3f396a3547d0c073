"""A dated step with the announcement that tells it: the words around its date, the end of its span, and what it is told as."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.durations import day_in
from analyzer.language.marks import BULLETS
from analyzer.language.normalise import fold
from analyzer.report import Event
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind, Label, Precision

_MOST_OF_A_YEAR = 240
_YEAR = re.compile(r"年|昨|去|前|[0-9]{4}[-./]")
_MARKS = re.compile(rf"[{BULLETS}【】\[\]<>]+")
_OF_WHY = frozenset({Label.CAUSE, Label.ADMISSION, Label.DEFLECTION})


@dataclass(frozen=True, eq=False)
class DatedStep:
    """`event` as `announcement` tells it; `late` where its day lies after the first announcement of the incident."""

    event: Event
    announcement: Announcement
    late: bool = False

    def told_as(self, kind: EventKind) -> "DatedStep":
        """The same step as one of another kind."""
        return replace(self, event=replace(self.event, event=kind))

    @property
    def at(self) -> str | None:
        return self.event.at

    @property
    def kind(self) -> EventKind:
        return self.event.event

    @property
    def wording(self) -> str:
        """The wording of its unit."""
        return self.announcement.units[self.event.unit].wording

    @property
    def given(self) -> Collection[Label]:
        """The labels of its unit."""
        return self.announcement.labels(self.event.unit)

    @cached_property
    def told(self) -> str:
        """The words of its date."""
        return fold(self.event.text)

    @cached_property
    def before(self) -> str:
        """The words of the unit before the date."""
        unit = self.announcement.report.units[self.event.unit]
        return fold(self.announcement.report.text[unit.start : self.event.start])

    @cached_property
    def key(self) -> str:
        """The words before the date; of a date that a unit begins with, the heading above it (「■発生日時」)."""
        heading = self.announcement.units[self.event.unit].placement.heading
        above = self.announcement.units[heading].wording if heading is not None else ""
        return self.before if self.before.strip() else _MARKS.sub("", above)

    @cached_property
    def behind(self) -> str:
        """The words behind the date, up to the unit's next date."""
        unit = self.announcement.report.units[self.event.unit]
        until = min((other.start for other in self._next_dates()), default=unit.end)
        return fold(self.announcement.report.text[self.event.end : until])

    @cached_property
    def rest(self) -> str:
        """The words of the unit behind the date that follows this one."""
        unit = self.announcement.report.units[self.event.unit]
        start = min((other.end for other in self._next_dates()), default=unit.end)
        return fold(self.announcement.report.text[start : unit.end])

    @cached_property
    def onward(self) -> str:
        """The words behind the date; where it is joined to the next (「10日および12日に」), those behind both."""
        if not COURSE.says("joined_after", self.behind):
            return self.behind
        return ("" if len(self.behind) <= len("および") else self.behind) + self.rest

    @cached_property
    def clause(self) -> str:
        """The words behind the date, over the end of the unit to that of the sentence; up to the next date where one follows."""
        units = self.announcement.report.units
        end = units[min(self.event.unit + 1, len(units) - 1)].end
        if any(self.event.end <= other.start < end for other in self.announcement.report.timeline):
            end = units[self.event.unit].end
        return self.behind if end == units[self.event.unit].end else fold(self.announcement.report.text[self.event.end : end])

    @cached_property
    def until(self) -> str | None:
        """The far end of the span that the step is told as."""
        day = day_in(self.at)
        told = find_dates(self.told, Anchor(self.announcement.day, day, day))
        return next((found.end_iso for found in told if found.end_iso), None)

    def at_its_end(self) -> "DatedStep":
        """The end of the span as the stop of what began with it."""
        return replace(self, event=replace(self.event, at=self.until, event=EventKind.CONTAINED))

    def only_ends(self) -> bool:
        """Whether a stop is only the far end of a span in which something did not work, and not told as a stop."""
        return self.until is not None and not COURSE.says("says_stopped", self.wording)

    def is_of_why(self) -> bool:
        """Whether it is told only as why it happened: by the labels of its unit, or in a line under a heading 「原因」."""
        given = set(self.given)
        headed = self.announcement.units[self.event.unit].placement.topic == Label.CAUSE
        of_why = headed and COURSE.says("of_why_told", self.wording)
        return of_why or (bool(given) and _OF_WHY.issuperset(given - {Label.TIMELINE} if headed else given))

    def is_earlier_case(self) -> bool:
        """Whether it is another case that came to light: 「昨年10月にも、同じことがありました」, or another accident of another day."""
        if self.event.precision != Precision.MONTH:
            return COURSE.says("further_accident_after", self.behind)
        behind = self.behind + self.rest if COURSE.says("joined_after", self.behind) else self.behind
        return COURSE.says("also_on_after", behind) or COURSE.says("cases_before", self.before)

    def is_told_by_others(self) -> bool:
        """Whether it is that somebody reported it: from then on it could be known, though only a month is told."""
        return self.kind == EventKind.DETECTED and COURSE.says("told_by_others_after", self.behind)

    def _next_dates(self) -> Iterator[Event]:
        timeline = self.announcement.report.timeline
        return (other for other in timeline if other.unit == self.event.unit and other.start >= self.event.end)


def dated_steps(announcement: Announcement) -> Iterator[DatedStep]:
    """The dated steps of an announcement as its report reads them."""
    return (DatedStep(event, announcement) for event in announcement.report.timeline)


def tells_those_harmed(wording: str) -> bool:
    """Whether a wording says that somebody was told who is no authority and no business partner."""
    return COURSE.says("tells_somebody", wording) and not COURSE.says("to_others", wording)


def is_to_come(at: str, wording: str, published: str) -> bool:
    """Whether a day told without a year is rather one to come: read as past it would be most of a year ago.

    >>> is_to_come("2024-04-14", "4月14日", "2025-03-25"), is_to_come("2024-04-14", "昨年4月14日", "2025-03-25")
    (True, False)
    """
    if len(at) < len("2024-11-15") or _YEAR.search(wording):
        return False
    return (date.fromisoformat(published) - date.fromisoformat(at[:10])).days > _MOST_OF_A_YEAR
