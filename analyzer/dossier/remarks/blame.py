"""Remarks on whom the announcements blame and how their titles soften."""

from collections.abc import Iterator

from analyzer.dossier.drift.contractors import contractor_blamed, hired
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.interface import one_line
from analyzer.schema import Lang, TitleFraming


def on_blame(seen: Seen) -> Iterator[Remark]:
    names = hired(seen.announcements)
    blaming = [(announcement, unit) for announcement in seen.announcements if (unit := contractor_blamed(announcement, names)) is not None]
    last = seen.announcements[-1]
    if blaming and blaming[-1][0] is last:
        slots = {"count": _of_all(len(blaming), seen), "quote": shortened(last.quote(blaming[-1][1]))}
        yield Remark("DOS05", slots, tuple(announcement.id for announcement, _ in blaming))


def on_titles(seen: Seen) -> Iterator[Remark]:
    soft = [announcement for announcement in seen.announcements if announcement.report.title_framing == TitleFraming.SOFTENED]
    named = any(announcement.report.title_framing == TitleFraming.NAMES_HARM for announcement in seen.announcements)
    if soft and not named:
        slots = {"count": _of_all(len(soft), seen), "quote": one_line(soft[-1].report.title or "")}
        yield Remark("DOS06", slots, tuple(announcement.id for announcement in soft))


def _of_all(count: int, seen: Seen) -> str:
    total = len(seen.announcements)
    if seen.lang == Lang.EN:
        return f"{count} of {total}"
    return f"{total}回のうち{count}回" if count < total else f"{total}回とも" if total > 1 else "この公表では"
