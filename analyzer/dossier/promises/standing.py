"""Where a promise stands, in a finer word than its outcome: kept in part, moved to another day, or too early to be asked for."""

from datetime import date

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.promises.keeping import Kept, is_given_a_later_year
from analyzer.dossier.promises.reporting import is_of_words
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.wordings import is_past, last_day, puts_off, says
from analyzer.schema import PromiseKind, PromiseOutcome, PromiseStanding

_JUST_DUE_DAYS = 30
"""Days after a due within which it is too early to miss the announcement that tells of it."""


def standing_of(kept: Kept, last_published: str, as_of: date) -> PromiseStanding | None:
    """The finer word for what became of a promise; None where the outcome says all."""
    if kept.vow.kind == PromiseKind.VAGUE:
        return PromiseStanding.MADE_CONCRETE if kept.outcome == PromiseOutcome.REPLACED else None
    if kept.outcome == PromiseOutcome.DONE:
        return PromiseStanding.IN_FORCE if kept.vow.in_force else None
    overdue = kept.outcome == PromiseOutcome.OVERDUE
    part = told_in_part(kept)
    if part and not (overdue and is_moved(kept) and says("ahead", part.wording) and not is_past(part.wording)):
        return PromiseStanding.IN_PART
    if is_moved(kept):
        openly = PromiseStanding.MOVED if _puts_off_last(kept) else PromiseStanding.MOVED_SILENTLY
        return openly if kept.outcome in (PromiseOutcome.REPEATED, PromiseOutcome.OPEN) else None
    if kept.outcome == PromiseOutcome.REPEATED:
        return PromiseStanding.PUT_OFF if _puts_off_last(kept) else None
    if overdue and kept.vow.begins:
        return PromiseStanding.NOT_BEGUN
    return PromiseStanding.JUST_DUE if overdue and _is_just_due(kept, last_published, as_of) else None


def told_in_part(kept: Kept) -> Sentence | None:
    """The sentence said last that tells a promise as kept for a part only; None for one that was kept."""
    if kept.outcome not in (PromiseOutcome.OVERDUE, PromiseOutcome.REPEATED) or is_of_words(kept.vow):
        return None
    return next((each for each in reversed(kept.seen) if falls_short(kept.vow, each) and _tells_a_part(each.wording)), None)


def shown_by(kept: Kept) -> Sentence | None:
    """The sentence that spoke last of a promise, or else the one that named its later day; None where none did."""
    if kept.seen:
        return kept.seen[-1]
    return kept.again[-1].sentence if kept.again and is_moved(kept) else None


def is_moved(kept: Kept) -> bool:
    """Whether the day named last is later than the day named first."""
    first, last = last_day(kept.vow.due), last_day(kept.due)
    return (first is not None and last is not None and first < last) or is_given_a_later_year(kept)


def _puts_off_last(kept: Kept) -> bool:
    """Whether the sentence that spoke of a promise last says that it puts something off."""
    return any(puts_off(each.wording) for each in (*kept.seen[-1:], *(said.sentence for said in kept.again[-1:])))


def is_due_since(kept: Kept, last_published: str) -> bool:
    """Whether the day of an act has come after the last announcement: nothing could have told of it.

    A report is itself what was to come by its day.
    """
    day = last_day(kept.due)
    return day is not None and not is_of_words(kept.vow) and day >= date.fromisoformat(last_published)


def _is_just_due(kept: Kept, last_published: str, as_of: date) -> bool:
    """Whether that day came not long ago."""
    day = last_day(kept.due)
    return day is not None and is_due_since(kept, last_published) and (as_of - day).days <= _JUST_DUE_DAYS


def _tells_a_part(wording: str) -> bool:
    """Whether a wording tells how far an act has come, and does not only put it off."""
    return says("left_over", wording) or says("under_way", wording) or not puts_off(wording)
