"""Remarks on time: how long it took to stop and to publish, who found it, and moments told in two ways."""

from collections.abc import Iterator

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import Contradiction, laid_open
from analyzer.dossier.course.steps import steps_of
from analyzer.dossier.drift.finders import found_by_others
from analyzer.dossier.publication import first_telling
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.durations import at_least, between, parsed
from analyzer.interface import duration, word
from analyzer.language.normalise import fold
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Lang

_SLOW_DAYS = 14
_LAID_OPEN_DAYS = 3
"""Days after an announcement from which what it left out is asked about; a first notice of the hour names little."""
_LATE_DAYS = 30
"""Days from which those affected were told late."""
_SLOW_HOURS = 2
_SLOW_WHOLE_DAYS = 3
"""Days from which stopping took long where only days are told: what was found in the evening is stopped the next day."""


def on_times(seen: Seen) -> Iterator[Remark]:
    yield from _slowly_stopped(seen)
    yield from _found_by_others(seen)
    yield from _slowly_published(seen)
    yield from _laid_open_late(seen)
    yield from _slowly_told(seen)
    for found in seen.contradictions:
        yield _contradicted(found, seen.lang)


def _slowly_stopped(seen: Seen) -> Iterator[Remark]:
    lang = seen.lang
    contained = seen.moments["contained"]
    start = next((name for name in ("occurred", "detected") if between(seen.moments[name], contained) not in (None, "P0D")), None)
    took = between(seen.moments[start], contained) if start else None
    told = _telling(seen, EventKind.CONTAINED, contained, since=seen.moments[start] if start else None)
    if start and took and told and _is_slow(took):
        quote, at = told
        names = {"start": EventKind(start).name_in(lang), "end": EventKind.CONTAINED.name_in(lang), "duration": duration(took, lang)}
        yield Remark("DOS13", names | {"quote": quote}, at)


def _found_by_others(seen: Seen) -> Iterator[Remark]:
    first_day = first_telling(seen.announcements).published
    found = ((each, found_by_others(each, first_day)) for each in seen.announcements)
    # 「一部報道の内容は事実と異なります」 tells what they deny, not how they came to know.
    others = [(each, unit) for each, unit in found if unit is not None and not COURSE.says("reports_denied", each.units[unit].wording)]
    if others:
        announcement, unit = next((pair for pair in others if _tells_discovery(*pair)), others[0])
        yield Remark("DOS14", {"quote": shortened(announcement.quote(unit))}, tuple(other.id for other, _ in others))


def _slowly_published(seen: Seen) -> Iterator[Remark]:
    detected, published = seen.moments["detected"], seen.moments["published"]
    least = at_least(detected, published)
    waited = least or between(detected, published)
    days = parsed(waited).days if waited else 0
    if days >= _SLOW_DAYS:
        told = f"{word('at_least', seen.lang)}{days}" if least else days
        yield Remark("DOS18", {"days": told, "detected": str(detected)[:10]}, (first_telling(seen.announcements).id,))


def _laid_open_late(seen: Seen) -> Iterator[Remark]:
    """A remark on each event whose grave harm was published days after an announcement that told of it without."""
    for step in laid_open(seen.merged):
        evasive, by = step.evaded or ("", step.quoted)
        days = (step.quoted.day - by.day).days
        if days >= _LAID_OPEN_DAYS:
            slots = {"days": days, "first": by.published, "later": step.quoted.published}
            slots |= {"evaded": shortened(evasive), "quote": shortened(step.text)}
            yield Remark("DOS28", slots, (by.id, step.quoted.id))


def _slowly_told(seen: Seen) -> Iterator[Remark]:
    """A remark where those affected were told long after it was known."""
    notified = seen.moments["notified"]
    waited = between(seen.moments["detected"], notified)
    days = parsed(waited).days if waited else 0
    telling = _telling(seen, EventKind.NOTIFIED, notified) if days >= _LATE_DAYS else None
    if telling:
        quote, at = telling
        yield Remark("DOS25", {"days": days, "detected": str(seen.moments["detected"])[:10], "quote": quote}, at)


def _contradicted(found: Contradiction, lang: Lang) -> Remark:
    before, after = found.before, found.after
    slots = {
        "what": found.kind.name_in(lang),
        "before": str(before.at).replace("T", " "),
        "after": str(after.at).replace("T", " "),
        "before_at": before.sources[0].published,
        "after_at": after.sources[0].published,
    }
    return Remark("DOS04" if _owns_time(found) or _owns_discovery(found) else "DOS15", slots, (before.sources[0].id, after.sources[0].id))


def _owns_time(found: Contradiction) -> bool:
    """Whether the later announcement cites the time that was told before as one that it corrects."""
    later = found.after.quoted
    cited = (event.unit for event in later.report.timeline if event.at == found.before.at)
    return any(DRIFT.says("corrects", later.units[unit].wording) for unit in cited)


def _owns_discovery(found: Contradiction) -> bool:
    """Whether the later announcement says that the day of discovery was told wrongly before, or that an earlier report was passed over."""
    if found.kind != EventKind.DETECTED:
        return False
    wordings = (unit.wording for unit in found.after.quoted.units)
    corrected = any(DRIFT.says("corrects", wording) and DRIFT.says("cites_discovery", wording) for wording in wordings)
    return corrected or COURSE.says("passed_over", fold(found.after.text))


def _tells_discovery(announcement: Announcement, unit: int) -> bool:
    return any(event.unit == unit and event.event == EventKind.DETECTED for event in announcement.report.timeline)


def _is_slow(took: str) -> bool:
    if "T" not in took:
        return parsed(took).days >= _SLOW_WHOLE_DAYS
    return bool(parsed(took).days) or parsed(took).hours >= _SLOW_HOURS


def _telling(seen: Seen, kind: EventKind, at: str | None, *, since: str | None = None) -> tuple[str, tuple[str, ...]] | None:
    """The sentence that tells a moment, and whose it is, the plainest first; None where it is only concluded from another step.

    Of several announcements one that tells the moment `since` too is quoted, so that the time between stands in it.
    """
    telling = [
        (announcement, step.event.unit)
        for announcement in seen.announcements
        for step in steps_of(announcement, seen.announcements)
        if step.kind == kind and step.at == at
    ]
    telling = [each for each in telling if since and any(event.at == since for event in each[0].report.timeline)] or telling
    if telling:
        announcement, unit = next((each for each in telling if COURSE.says("says_stopped", each[0].units[each[1]].wording)), telling[0])
        return shortened(announcement.quote(unit)), (announcement.id,)
    day = str(at)[:10]
    for announcement in seen.announcements:
        # The end of a span (「8時12分から13時45分まで」) is told by the step that it began with.
        for event in announcement.report.timeline:
            is_span = any(sign in fold(event.text) for sign in ("から", "より", "~", "-", "まで"))
            if is_span and event.at is not None and event.at[:10] <= day and event.event in (EventKind.OCCURRED, EventKind.CONTAINED):
                return shortened(announcement.quote(event.unit)), (announcement.id,)
    return None
