"""Remarks on the silence since the last announcement, and on announcements that told nothing new or may be of another incident."""

from collections.abc import Iterator

from analyzer.dossier.promises.keeping import Kept
from analyzer.dossier.promises.quoting import as_quoted
from analyzer.dossier.promises.reporting import is_of_words
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.dossier.wordings import says
from analyzer.interface import one_line
from analyzer.rules.slots import KEEPING
from analyzer.schema import PromiseKind, PromiseOutcome, ReportStage

_SILENT_DAYS = 30
"""Days without a further announcement from which it is said; a month is what follow-ups of the corpora seldom exceed."""


def on_silence(seen: Seen) -> Iterator[Remark]:
    silence = seen.silence
    if seen.near:
        return  # What came later may be the follow-up that is said to be missing.
    if _is_last(seen) and not any(_is_owed(kept, seen) for kept in seen.kept):
        return  # It says of itself that it is the last, and leaves nothing to be told.
    if silence.next_report_overdue:
        return  # That the report promised has not come is said by a remark of its own.
    if lapsed := next((kept for kept in seen.kept if _has_lapsed(kept, silence.days)), None):
        slots = {"quote": shortened(as_quoted(lapsed.vow.text)), "last": silence.last_published, "days": silence.days}
        yield Remark("DOS32", slots, tuple(dict.fromkeys((lapsed.vow.announcement.id, seen.announcements[-1].id))))
    elif silence.days >= _SILENT_DAYS and silence.next_report_promised is None:
        yield Remark("DOS11", {"last": silence.last_published, "days": silence.days}, (seen.announcements[-1].id,))


def _is_last(seen: Seen) -> bool:
    """Whether the last announcement says of itself that it is the last."""
    last = seen.announcements[-1]
    return last.report.report_stage == ReportStage.FINAL or says("last_report", last.title)


def _is_owed(kept: Kept, seen: Seen) -> bool:
    """Whether something is still to be told of a promise after the last announcement: a report to come, or an act not told by its day.

    What begins only after it, as a rule does, it could not tell.
    """
    if kept.vow.kind == PromiseKind.VAGUE:
        return False
    if is_of_words(kept.vow):
        return kept.outcome in (PromiseOutcome.OPEN, PromiseOutcome.OVERDUE)
    begins_after = kept.vow.begins and kept.vow.announcement is seen.announcements[-1]
    return kept.outcome == PromiseOutcome.OVERDUE and not begins_after


def _has_lapsed(kept: Kept, days: int) -> bool:
    """Whether reports were promised again and again (「毎月末に公表します」) and none has come for long after the next was due."""
    standing = kept.outcome in (PromiseOutcome.OPEN, PromiseOutcome.REPEATED) and is_of_words(kept.vow)
    span = KEEPING.decided("interval", kept.vow.wording) if standing and says("periodic", kept.vow.wording) else None
    return span is not None and days >= int(span) + _SILENT_DAYS


def on_input(seen: Seen) -> Iterator[Remark]:
    for id in seen.repeated:
        yield Remark("DOS16", {"quote": one_line(id)}, (id,))
    for id in seen.strange:
        yield Remark("DOS17", {"quote": one_line(id)}, (id,))
