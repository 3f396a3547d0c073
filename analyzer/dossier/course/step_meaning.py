"""What a dated step is told as: the end of a span, why it happened, a report by others, word to those harmed."""

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.step_dates import until_of
from analyzer.dossier.course.step_words import around, rest_of_unit
from analyzer.report import Event
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind, Label, Precision

_OF_WHY = frozenset({Label.CAUSE, Label.ADMISSION, Label.DEFLECTION})


def only_ends(event: Event, announcement: Announcement) -> bool:
    """Whether a stop is only the far end of a span in which something did not work, and not told as a stop."""
    return until_of(event, announcement) is not None and not COURSE.says("says_stopped", announcement.units[event.unit].wording)


def is_of_why(event: Event, announcement: Announcement) -> bool:
    """Whether a step is told only as why it happened: by the labels of its unit, or in a line under a heading 「原因」."""
    given = set(announcement.labels(event.unit))
    headed = announcement.units[event.unit].placement.topic == Label.CAUSE
    return bool(given) and _OF_WHY.issuperset(given - {Label.TIMELINE} if headed else given)


def is_earlier_case(event: Event, announcement: Announcement) -> bool:
    """Whether a step is another case that came to light: 「昨年10月にも、同じことがありました」, or another accident of another day."""
    before, behind = around(event, announcement)
    if event.precision != Precision.MONTH:
        return COURSE.says("further_accident_after", behind)
    behind = behind + rest_of_unit(event, announcement) if COURSE.says("joined_after", behind) else behind
    return COURSE.says("also_on_after", behind) or COURSE.says("cases_before", before)


def is_told_by_others(event: Event, announcement: Announcement) -> bool:
    """Whether a step is that somebody reported it: from then on it could be known, though only a month is told."""
    return event.event == EventKind.DETECTED and COURSE.says("told_by_others_after", around(event, announcement)[1])


def tells_those_harmed(wording: str) -> bool:
    """Whether a wording says that somebody was told who is no authority and no business partner."""
    return COURSE.says("tells_somebody", wording) and not COURSE.says("to_others", wording)
