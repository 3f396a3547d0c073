"""Remarks on promises: kept, kept in part, put off, broken, dropped, or none that could be checked."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from analyzer.dossier.promises.keeping import Kept, days_named, told_in_part
from analyzer.dossier.promises.reporting import is_of_words
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.dossier.wordings import last_day
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome


def on_promises(seen: Seen) -> Iterator[Remark]:
    for kept in seen.kept:
        if kept.vow.kind != PromiseKind.VAGUE and (remark := _on_one(kept, seen)):
            yield remark
    yield from _only_vague(seen)
    yield from _told_as_kept(seen)


def _on_one(kept: Kept, seen: Seen) -> Remark | None:
    """What is to be said of one promise that can be checked: the first that fits."""
    slots: dict[str, object] = {
        "quote": shortened(kept.vow.text),
        "due": kept.due,
        "first_due": kept.vow.due,
        "first_at": kept.vow.announcement.published,
        "as_of": seen.as_of.isoformat(),
        "told": shortened(kept.seen[-1][0].quote(kept.seen[-1][1])) if kept.seen else "",
        "days": " → ".join(days_named(kept)),
    }
    statements = (kept.vow.announcement.id, *dict.fromkeys(announcement.id for announcement, _ in kept.seen))
    if (part := told_in_part(kept)) and not (kept.outcome == PromiseOutcome.OVERDUE and _is_moved(kept)):
        return Remark("DOS24", slots | {"told": shortened(part[0].quote(part[1]))}, statements)
    if kept.outcome == PromiseOutcome.OVERDUE:
        return _overdue(kept, slots, statements)
    if kept.outcome == PromiseOutcome.REPLACED and kept.seen:
        return Remark("DOS09", slots, statements)
    if kept.outcome == PromiseOutcome.DROPPED and kept.vow.announcement is not seen.announcements[-1]:
        return Remark("DOS08", slots, statements)
    if kept.late_days:
        return Remark("DOS19", slots | {"days": kept.late_days}, statements)
    if kept.outcome != PromiseOutcome.DONE and _is_moved(kept):
        return Remark("DOS21", slots, _moved_by(kept))
    return None


def _overdue(kept: Kept, slots: Mapping[str, object], statements: tuple[str, ...]) -> Remark:
    """A day gone by: put off before, the one from which something is so, that of a report, or that of an act."""
    if _is_moved(kept):
        return Remark("DOS23", {**slots, "told": shortened(_put_off_by(kept))}, _moved_by(kept))
    if kept.vow.begins:
        return Remark("DOS22", slots, statements)
    return Remark("DOS12" if is_of_words(kept.vow) else "DOS07", slots, statements)


def _put_off_by(kept: Kept) -> str:
    """The wording that gave a promise its last day."""
    if kept.seen and not kept.again:
        return kept.seen[-1][0].quote(kept.seen[-1][1])
    return kept.again[-1].text if kept.again else ""


def _moved_by(kept: Kept) -> tuple[str, ...]:
    """The announcement that made a promise and the one that gave it its last day."""
    later = kept.again[-1].announcement if kept.again else kept.seen[-1][0] if kept.seen else kept.vow.announcement
    return tuple(dict.fromkeys((kept.vow.announcement.id, later.id)))


def _is_moved(kept: Kept) -> bool:
    """Whether the day named last is later than the day named first."""
    first, last = last_day(kept.vow.due), last_day(kept.due)
    return first is not None and last is not None and first < last


def _only_vague(seen: Seen) -> Iterator[Remark]:
    measures = [kept for kept in seen.kept if kept.vow.aim == PromiseAim.MEASURE]
    if measures and all(kept.vow.kind == PromiseKind.VAGUE for kept in measures):
        quote = shortened(measures[-1].vow.text)
        statements = tuple(id for id, _ in groupby(kept.vow.announcement.id for kept in measures))
        yield Remark("DOS10", {"count": len(measures), "quote": quote}, statements)


def _told_as_kept(seen: Seen) -> Iterator[Remark]:
    done = [kept for kept in seen.kept if kept.outcome == PromiseOutcome.DONE and kept.seen]
    if done:
        told = {id(kept.seen[-1][0]) for kept in done}
        yield Remark("DOS20", {"count": len(done)}, tuple(each.id for each in seen.announcements if id(each) in told))
