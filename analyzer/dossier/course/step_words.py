"""The words around a step's date: before and behind it, in the rest of its unit, in the clause that follows."""

from analyzer.dossier.announcement import Announcement
from analyzer.language.normalise import fold
from analyzer.report import Event


def around(event: Event, announcement: Announcement) -> tuple[str, str]:
    """The words of the unit before a step's date, and those after it up to the unit's next date."""
    unit, text = announcement.report.units[event.unit], announcement.report.text
    nexts = [other.start for other in announcement.report.timeline if other.unit == event.unit and other.start >= event.end]
    until = min(nexts, default=unit.end)
    return fold(text[unit.start : event.start]), fold(text[event.end : until])


def rest_of_unit(event: Event, announcement: Announcement) -> str:
    """The words of the unit after the date that follows a step's own."""
    unit, text = announcement.report.units[event.unit], announcement.report.text
    ends = (other.end for other in announcement.report.timeline if other.unit == event.unit and other.start >= event.end)
    return fold(text[min(ends, default=unit.end) : unit.end])


def clause_after(event: Event, announcement: Announcement) -> str:
    """The words after a step's date, over the end of its unit to that of the sentence; empty where another date follows."""
    units = announcement.report.units
    end = units[min(event.unit + 1, len(units) - 1)].end
    if any(event.end <= other.start < end for other in announcement.report.timeline):
        end = units[event.unit].end
    return around(event, announcement)[1] if end == units[event.unit].end else fold(announcement.report.text[event.end : end])
