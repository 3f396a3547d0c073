"""Remarks on promises: kept, kept in part, put off, broken, dropped, or none that could be checked."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from analyzer.dossier.promises.keeping import Kept, days_named
from analyzer.dossier.promises.quoting import as_quoted
from analyzer.dossier.promises.reporting import is_of_words
from analyzer.dossier.promises.shortfall import rest_lost, without_outsiders
from analyzer.dossier.promises.signs import helps_another_way
from analyzer.dossier.promises.standing import is_due_since, is_moved, standing_of, told_in_part
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.dossier.wordings import says
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome, PromiseStanding


def on_promises(seen: Seen) -> Iterator[Remark]:
    for kept in seen.kept:
        if kept.vow.kind != PromiseKind.VAGUE and (remark := _on_one(kept, seen)):
            yield remark
    yield from _only_vague(seen)
    yield from _told_as_kept(seen)


def _on_one(kept: Kept, seen: Seen) -> Remark | None:
    """What is to be said of one promise that can be checked: the first that fits."""
    slots: dict[str, object] = {
        "quote": shortened(as_quoted(kept.vow.text)),
        "due": kept.due,
        "first_due": kept.vow.due,
        "first_at": kept.vow.announcement.published,
        "as_of": seen.as_of.isoformat(),
        "told": shortened(as_quoted(kept.seen[-1].quote)) if kept.seen else "",
        "days": " → ".join(days_named(kept)),
    }
    statements = (kept.vow.announcement.id, *dict.fromkeys(each.announcement.id for each in kept.seen))
    standing = standing_of(kept, seen.announcements[-1].published, seen.as_of)
    if standing == PromiseStanding.IN_PART and (part := told_in_part(kept)):
        lost = rest_lost(part)
        told, code = (lost, "DOS30") if lost else (without_outsiders(kept.vow, part) or part, "DOS24")
        return Remark(code, slots | {"told": shortened(as_quoted(told.quote))}, statements)
    if _retreats(kept):
        return Remark("DOS31", slots, statements)
    if kept.outcome == PromiseOutcome.OVERDUE:
        return _overdue(kept, seen, standing, slots, statements)
    if kept.outcome == PromiseOutcome.REPLACED and kept.seen:
        # What is asked of the way taken instead is asked once, of the promise that named it.
        return None if any(helps_another_way(kept.vow, each) for each in kept.seen) else Remark("DOS09", slots, statements)
    if kept.outcome == PromiseOutcome.DROPPED and kept.vow.announcement is not seen.announcements[-1]:
        return Remark("DOS08", slots, statements)
    if kept.late_days:
        return Remark("DOS19", slots | {"days": kept.late_days}, statements)
    if kept.outcome != PromiseOutcome.DONE and is_moved(kept):
        return Remark("DOS21", slots, _moved_by(kept))
    return None


def _retreats(kept: Kept) -> bool:
    """Whether an act that was promised outright is told last as something that will be considered."""
    owed = kept.outcome in (PromiseOutcome.OVERDUE, PromiseOutcome.REPEATED) and kept.vow.aim != PromiseAim.REPORT
    considered = any(says("considers", each.wording) for each in kept.seen[-1:])
    return owed and considered and not says("considers", kept.vow.wording)


def _overdue(kept: Kept, seen: Seen, standing: PromiseStanding | None, slots: Mapping[str, object], statements: tuple[str, ...]) -> Remark:
    """A day gone by: put off before, the one from which something is so, after all that was published, of a report, or of an act."""
    if is_moved(kept):
        return Remark("DOS23", {**slots, "told": shortened(_put_off_by(kept))}, _moved_by(kept))
    if standing == PromiseStanding.NOT_BEGUN:
        return Remark("DOS22", slots, statements)
    if standing == PromiseStanding.JUST_DUE:
        return Remark("DOS26", slots, statements)
    if is_due_since(kept, seen.announcements[-1].published):
        return Remark("DOS34", slots, statements)
    return Remark("DOS12" if is_of_words(kept.vow) else "DOS07", slots, statements)


def _put_off_by(kept: Kept) -> str:
    """The wording that gave a promise its last day."""
    if kept.seen and not kept.again:
        return as_quoted(kept.seen[-1].quote)
    return as_quoted(kept.again[-1].text) if kept.again else ""


def _moved_by(kept: Kept) -> tuple[str, ...]:
    """The announcement that made a promise and the one that gave it its last day."""
    later = kept.again[-1].announcement if kept.again else kept.seen[-1].announcement if kept.seen else kept.vow.announcement
    return tuple(dict.fromkeys((kept.vow.announcement.id, later.id)))


def _only_vague(seen: Seen) -> Iterator[Remark]:
    """That none of the measures can be checked; what is done about the harm, or to win back trust, prevents nothing."""
    measures = [kept for kept in seen.kept if kept.vow.aim == PromiseAim.MEASURE and not says("of_aftermath", kept.vow.wording)]
    if measures and all(kept.vow.kind == PromiseKind.VAGUE for kept in measures):
        quote = shortened(as_quoted(measures[-1].vow.text))
        statements = tuple(id for id, _ in groupby(kept.vow.announcement.id for kept in measures))
        yield Remark("DOS10", {"count": len(measures), "quote": quote}, statements)


def _told_as_kept(seen: Seen) -> Iterator[Remark]:
    done = [kept for kept in seen.kept if kept.outcome == PromiseOutcome.DONE and kept.seen]
    if done:
        told = {id(kept.seen[-1].announcement) for kept in done}
        yield Remark("DOS20", {"count": len(done)}, tuple(each.id for each in seen.announcements if id(each) in told))
