"""Who found it: the organisation or others."""

import re

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.telling import NOT_THIS, Told, asserted
from analyzer.rules.slots import DRIFT
from analyzer.schema import DetectedBy, EventKind

_OF_MORE = re.compile(r"(?:ほか|他|別)の[^。、]{1,16}(?:にも|でも|も)|(?:ほか|他)に?も?[0-9]+件|合わせて?[0-9]+件|新たに|追加|同様の")
"""What is found later of the same kind is another discovery."""


def found_by_others(announcement: Announcement, first_day: str) -> int | None:
    """The unit that tells how others brought it to the organisation's notice by the `first_day` it was published, if others did."""
    if _found_by(announcement) != DetectedBy.OUTSIDE:
        return None
    evidence = announcement.report.circumstances.get("detected_by", ()) if announcement.published == first_day else ()
    timeline = [event for event in announcement.report.timeline if event.event == EventKind.DETECTED]
    told = [event.unit for event in timeline if not event.at or event.at[:10] <= first_day[: len(event.at)]]
    units = (*told, *evidence)
    if any(DRIFT.says("insider", announcement.units[index].wording) for index in units):
        return None
    brought = (index for index in units if DRIFT.says("brought", announcement.units[index].wording))
    return next(brought, next(iter(evidence), None) if not told else None)


def _found_by(announcement: Announcement) -> DetectedBy:
    """Who found it as the report reads it; what a ward or a branch reports to those in charge is found within."""
    found = announcement.report.detected_by
    detected = [event.unit for event in announcement.report.timeline if event.event == EventKind.DETECTED]
    wordings = [announcement.units[index].wording for index in announcement.report.circumstances.get("detected_by", ()) or detected]
    within = bool(wordings) and all(DRIFT.says("found_within", wording) and not DRIFT.says("from_without", wording) for wording in wordings)
    if found == DetectedBy.SELF and any(DRIFT.says("reported_to_us", wording) for wording in wordings) and not within:
        return DetectedBy.UNKNOWN
    return DetectedBy.SELF if found == DetectedBy.OUTSIDE and within else found


def _owns_finder(wording: str) -> bool:
    """Whether others are told to have found it where an earlier announcement said otherwise or left them out, or to have warned in vain."""
    return DRIFT.says("warned", wording) or (
        DRIFT.says("corrects", wording) and DRIFT.says("found_outside", NOT_THIS.sub("", asserted(wording)))
    )


def _tells_more(wording: str) -> bool:
    """Whether what was found is more of it: 「台帳を見直したところ、2月24日にも…していたことがわかりました」."""
    return _OF_MORE.search(wording) is not None or DRIFT.says("further_case", wording)


def finder(announcement: Announcement, first_day: str) -> Told | None:
    """Who found it, where that is told; announcements after the first may tell who found more of it, which is another discovery."""
    found = _found_by(announcement)
    evidence = announcement.report.circumstances.get("detected_by", ())
    if announcement.published > first_day:
        owned = next((index for index, unit in enumerate(announcement.units) if _owns_finder(unit.wording)), None)
        if owned is not None:
            return Told(announcement, DetectedBy.OUTSIDE, DetectedBy.OUTSIDE.japanese, owned)
        # The day that an earlier announcement came out on (「1月15日に公表した件」) is none of its discovery.
        told = (event for event in announcement.report.timeline if event.unit in evidence and event.event != EventKind.PUBLISHED)
        days = (event.at[:10] for event in told if event.at and event.at[:10] != first_day)
        retold = next((index for index, unit in enumerate(announcement.units) if DRIFT.says("finder_retold", unit.wording)), None)
        if retold is None and not any(day <= first_day for day in days):
            return None
        evidence = evidence if retold is None else (*evidence, retold)
        if retold is None and all(_tells_more(announcement.units[index].wording) for index in evidence):
            return None
    return None if found == DetectedBy.UNKNOWN else Told(announcement, found, found.japanese, next(iter(evidence), None))
