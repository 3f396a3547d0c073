"""A date or time as worded and resolved, and what the next one is read against."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from analyzer.answers.timeline.dates.calendar_days import month_end, number_of
from analyzer.durations import TO_THE_MONTH, day_in
from analyzer.language.brackets import in_brackets
from analyzer.schema import Precision


class Toward(StrEnum):
    """Where a year or month left out is looked for: events lie before the publication, due dates after it."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"
    ONWARD = "onward"
    """From the last date on: the far end of a range."""


_HOUR = re.compile(r"([0-9]{1,2}|[〇零一二三四五六七八九十]{1,3})\s*(?:時(?!間)|:)")
_NOON, _EVENING = 12, 18
_NIGHT = re.compile(r"[夜晩夕][方刻中]?(?:頃|ごろ)?$")
_YEAR_END = re.compile("年度?(?:末|内|中)$")
_NAMED = re.compile(r"[一-龥ァ-ヶー」』]\($")
_YEAR_TOLD = re.compile(r"年|[0-9]{1,4}\s?[./-]\s?[0-9]{1,2}\s?[./-]\s?[0-9]{1,2}")


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date or time as worded at `start:end`; `iso` goes down to `precision` and is None where it cannot be resolved.

    `end_iso` is the other end of a range, or the last day that 「上旬」「来月中」「翌週」 allow: the day to hold a promise to is
    `end_iso or iso`. `clocked` where a clock time is told, `due` where a limit is (「までに」「以内」「年内」), `open_end` where a
    range runs to what cannot be resolved (「2022年4月から本年6月まで」 in a statement without a year), `ranged` where both ends are told.
    """

    start: int
    end: int
    text: str
    iso: str | None
    precision: Precision
    approximate: bool = False
    end_iso: str | None = None
    weekday_conflict: bool = False
    due: bool = False
    open_end: bool = False
    ranged: bool = False

    @property
    def clocked(self) -> bool:
        return self.precision in (Precision.MINUTE, Precision.HOUR)

    @property
    def tells_year(self) -> bool:
        """Whether its wording says of which year it is: 「2021年6月」, 「R3.6.14」, 「昨年6月」."""
        return _YEAR_TOLD.search(self.text) is not None

    @property
    def day(self) -> date | None:
        """The day it is of, where that is told and resolved."""
        return day_in(self.iso)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the next expression is read against: `last` is the month or day said last, `day` the last day, `moment` its clock time.

    `matter` is the day that everything is about, which 「当日」 means until another day is told beside it; `start` the day from
    which 「二日目」 counts: the last one, or that on which a span began; `halved` where the moment was told by the hours of the
    afternoon: 「夜8時」; `turned` where it was told as one of the day after: 「翌5時50分」.
    """

    published: date | None = None
    last: date | None = None
    day: date | None = None
    moment: datetime | None = None
    matter: date | None = None
    start: date | None = None
    halved: bool = False
    by_night: bool = False
    turned: bool = False

    @property
    def in_evening(self) -> bool:
        """Whether what was told last was of an evening, so that the morning told next is of the day after it."""
        return self.moment.hour >= _EVENING if self.moment else self.by_night

    def after(self, found: DateExpression) -> "Anchor":
        """The anchor for what follows `found`."""
        if found.iso is None:
            return self
        if found.open_end:
            return replace(self, last=None, day=None, moment=None, matter=None)  # Years may lie between its ends.
        if found.precision == Precision.MONTH or _YEAR_END.search(found.text):
            # 「昨年度末に退職した」, then 「同日」 is the day before it; 「2023年2月〜2024年3月」, then 「3月12日」 is in 2024.
            return replace(self, last=date.fromisoformat((found.end_iso or found.iso)[:7] + "-01"), matter=None)
        # 「同日」 after 「19時06分から翌1時52分まで」 is the day it began, 「翌日」 after 「3日から5日まで」 the 6th.
        # The month that a span from a day runs into (「5日から翌年1月まで」) is no day: the next date is read against the first.
        ends = found.end_iso if found.end_iso and len(found.end_iso) > TO_THE_MONTH else found.iso
        told = found.iso if found.clocked else ends
        day = date.fromisoformat(told[:10])
        kept = self.moment if self.day == day else None
        start = date.fromisoformat(found.iso[:10])
        moment = datetime.fromisoformat(told) if len(told) > 10 else kept
        halved = is_halved(found.text, moment, kept=self.halved)
        by_night = moment is None and _NIGHT.search(found.text) is not None
        turned = found.text.startswith("翌") and found.clocked
        return replace(self, last=day, day=day, moment=moment, matter=None, start=start, halved=halved, by_night=by_night, turned=turned)


def is_halved(text: str, moment: datetime | None, *, kept: bool) -> bool:
    """Whether a moment of the afternoon was told by an hour of twelve; 「20分後」 leaves it as it was (`kept`)."""
    clock = _HOUR.search(text)
    if moment is None or clock is None:
        return kept
    return moment.hour >= _NOON and number_of(clock[1]) < _NOON


def due_date(found: DateExpression) -> date | None:
    """The last day that a due date allows: 「4月中に」 the 30th, 「5月1日から3日まで」 the 3rd; None where it is not resolved."""
    told = found.end_iso or found.iso
    if told is None:
        return None
    return day_in(told) or month_end(date.fromisoformat(f"{told}-01"))


def is_in_a_note(before: str, after: str) -> bool:
    """Whether a date stands in a bracket which holds more than the date."""
    return in_brackets(before, len(before)) and not (before.endswith("(") and after.startswith(")"))


def lies_beside(found: DateExpression, text: str, anchor: Anchor) -> bool:
    """Whether a day in brackets lies before the one told outside: 「5日 証明書を受け取る(10月21日交付)」, and below it 「同月8日」.

    So does a month with its year: 「4月12日、資料(2022年6月公開)について」, 「規程(2017年3月)」. What tells its year needs no day told
    on its own line.
    """
    if found.iso is None or anchor.day is None or found.iso >= anchor.day.isoformat()[: len(found.iso)]:
        return False
    before, after = text[: found.start], text[found.end :]
    if found.precision == Precision.MONTH:
        named = is_in_a_note(before, after) or _NAMED.search(before) is not None  # but 「立たせたまま叱責した(2021年8月)」
        return found.tells_year and named
    return found.day is not None and is_in_a_note(before, after)
