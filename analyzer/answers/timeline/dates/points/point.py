"""One end of an expression of time, and what its readings share."""

import re
from dataclasses import dataclass
from datetime import date, datetime

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.calendar_days import midnight
from analyzer.schema import Precision

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Point:
    """One end of an expression: a moment at midnight where no clock time is told."""

    at: datetime | None
    precision: Precision
    approximate: bool = False
    until: date | None = None
    conflict: bool = False

    def iso(self, longest: int = 16) -> str | None:
        if self.at is None:
            return None
        sizes = {Precision.MONTH: 7, Precision.DAY: 10}
        return self.at.isoformat(timespec="minutes")[: min(longest, sizes.get(self.precision, 16))]


def on_day(day: date | None) -> Point:
    """A whole day; without one, a wording that tells no day."""
    return Point(midnight(day) if day else None, Precision.DAY)


def shifted(word: str, anchor: Anchor) -> tuple[date, int] | None:
    """The date that 「今・来・先…」 (publication) or 「同・翌・前…」 (last date) count from, and by how many they shift."""
    shifts = {"再来": 2, "来": 1, "先": -1, "先々": -2, "昨": -1, "去": -1, "一昨": -2, "翌": 1, "翌々": 2, "前": -1, "前々": -2}
    base = (anchor.day if anchor.day and anchor.last == anchor.day else anchor.last) if word[0] in "同当翌前" else anchor.published
    return (base, shifts.get(word, 0)) if base else None
