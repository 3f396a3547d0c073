"""Remarks on the silence since the last announcement, and on announcements that told nothing new or may be of another incident."""

from collections.abc import Iterator

from analyzer.dossier.remarks.seen import Remark, Seen
from analyzer.interface import one_line
from analyzer.schema import PromiseKind, PromiseOutcome, ReportStage

_SILENT_DAYS = 30
"""Days without a further announcement from which it is said; a month is what follow-ups of the corpora seldom exceed."""


def on_silence(seen: Seen) -> Iterator[Remark]:
    silence = seen.silence
    if seen.near:
        return  # What came later may be the follow-up that is said to be missing.
    concrete = (kept.outcome for kept in seen.kept if kept.vow.kind != PromiseKind.VAGUE)
    awaited = not {PromiseOutcome.OPEN, PromiseOutcome.OVERDUE}.isdisjoint(concrete)
    if seen.announcements[-1].report.report_stage == ReportStage.FINAL and not awaited:
        return  # It says of itself that it is the last, and leaves nothing to be told.
    if silence.next_report_overdue:
        return  # That the report promised has not come is said by a remark of its own.
    if silence.days >= _SILENT_DAYS and silence.next_report_promised is None:
        yield Remark("DOS11", {"last": silence.last_published, "days": silence.days}, (seen.announcements[-1].id,))


def on_input(seen: Seen) -> Iterator[Remark]:
    for id in seen.repeated:
        yield Remark("DOS16", {"quote": one_line(id)}, (id,))
    for id in seen.strange:
        yield Remark("DOS17", {"quote": one_line(id)}, (id,))
