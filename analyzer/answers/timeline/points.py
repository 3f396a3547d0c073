"""The point in time that one wording tells, read against an anchor: 「11月22日」, 「翌朝」, 「3日以内」, 「17時」."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, timedelta

from analyzer.answers.timeline.anchors import Anchor, Toward
from analyzer.answers.timeline.calendar_days import (
    KANJI_DIGITS,
    add_months,
    calendar_day,
    later,
    midnight,
    moment_of,
    month_end,
    number_of,
    plus,
)
from analyzer.answers.timeline.wordings import DAY_WORDS, UNKNOWN_BASE, Wording
from analyzer.language.eras import year_of_era
from analyzer.schema import Precision


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


_Match = re.Match[str]
Resolver = Callable[[_Match, Anchor, Toward], Point | None]


def _calendar(found: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    told = found.groupdict()
    month = number_of(told["month"])
    day = told.get("day") or told.get("day_of_range")
    year = _year(told, anchor)
    if any(told.get(name) for name in ("era_year", "year", "year_shift")):
        first = calendar_day(year, month, 1)
    elif day:
        return _on(_choose((calendar_day(y, month, number_of(day)) for y in _years(anchor)), anchor, toward))
    else:
        first = _choose((calendar_day(y, month, 1) for y in _years(anchor)), _at_month_start(anchor), toward)
    return _within_month(first, day, told.get("part"))


def _month_word(found: _Match, anchor: Anchor, _: Toward) -> Point:
    base = _shifted(found["shift"], anchor)
    return _within_month(add_months(base[0], base[1]) if base else None, found["day"], found["part"])


def _within_month(first: date | None, day: str | None, part: str | None) -> Point:
    if day:
        return _on(calendar_day(first.year, first.month, number_of(day)) if first else None)
    precision = Precision.DAY if part == "末日" else Precision.MONTH
    if first is None:
        return Point(None, precision, part not in (None, "末日"))
    if precision == Precision.DAY:
        return Point(midnight(month_end(first)), precision)
    lasts = {"上旬": 10, "初旬": 10, "初め": 10, "はじめ": 10, "中旬": 20, "半ば": 20}
    until = None if part is None else first.replace(day=lasts[part]) if part in lasts else month_end(first)
    return Point(midnight(first), precision, part not in (None, "中"), until)


def _month_end_alone(_: _Match, anchor: Anchor, toward: Toward) -> Point:
    base = anchor.published if toward != Toward.PAST and anchor.published else anchor.last or anchor.published
    return Point(midnight(month_end(base.replace(day=1))) if base else None, Precision.DAY, True)


def _day_word(found: _Match, anchor: Anchor, _: Toward) -> Point:
    base, shift = DAY_WORDS["".join(found[0].split())]
    day = {"matter": anchor.matter or anchor.day, "last": anchor.day}.get(base, anchor.published)
    return _on(plus(day, days=shift) if day else None)


def _next_business_day(_: _Match, anchor: Anchor, __: Toward) -> Point:
    return _on(later(anchor.day, 1, "営業日") if anchor.day else None)


def _nth_day(found: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「合宿の二日目」, 「初日」: no more than a wording where no day is told to count from."""
    if anchor.start is None or toward != Toward.PAST:
        return None
    return _on(plus(anchor.start, days=number_of(found["nth"]) - 1 if found["nth"] else 0))


def _part_of_day(_: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「夕方に電話をいただき」 goes on in the day told last."""
    return _on(anchor.day) if anchor.day and toward == Toward.PAST else None


def _same_day(_: _Match, anchor: Anchor, __: Toward) -> Point:
    """「同9時25分」: the day told last, whose clock time follows."""
    return _on(anchor.day)


def _same_moment(_: _Match, anchor: Anchor, __: Toward) -> Point | None:
    """「同    記録席は…」 in a column of clock times: the one told last."""
    return Point(anchor.moment, Precision.MINUTE) if anchor.moment else None


def _same_hour(found: _Match, anchor: Anchor, _: Toward) -> Point | None:
    """「同三十九分」: the hour told last."""
    minute = number_of(found["minute"])
    if anchor.moment is None or minute > 59:
        return None
    return Point(anchor.moment.replace(minute=minute), Precision.MINUTE)


def _bare_day(found: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    told, number, base = found.groupdict(), number_of(found["day"]), anchor.last or anchor.published
    if base is None or not 1 <= number <= 31:
        return _on(None)
    floating = (anchor.day is not None and (base.year, base.month) == (anchor.day.year, anchor.day.month)) or anchor.last is None
    months = [base] if told.get("shift") == "同" else [month for step in (-1, 0, 1) if (month := add_months(base, step))]
    days = [day for month in months if (day := calendar_day(month.year, month.month, number))]
    if told.get("shift") == "翌":
        days = [day for day in days if day > base]
    if toward in (Toward.FUTURE, Toward.ONWARD):
        start = max(base, anchor.published or base) if toward == Toward.FUTURE else base
        days = [day for day in days if day >= start]
    elif not floating:
        days = [day for day in days if day.month == base.month]
    elif toward == Toward.PAST and anchor.published:
        days = [day for day in days if day <= max(base, anchor.published)] or days
    return _on(min(days, key=lambda day: abs(day - base), default=None))


def _weekday_of(found: _Match) -> int:
    """The weekday told, Monday is 0."""
    return "月火水木金土日".index(found["weekday"])


def _week(found: _Match, anchor: Anchor, _: Toward) -> Point:
    base = _shifted(found["shift"], anchor)
    monday = plus(base[0], days=7 * base[1] - base[0].weekday()) if base else None
    exact = bool(found["weekday"] or found["day"])
    if monday is None:
        return Point(None, Precision.DAY, not exact)
    if found["weekday"]:
        return _on(plus(monday, days=_weekday_of(found)))
    if found["day"]:
        return _on(next((day for step in range(7) if (day := plus(monday, days=step)) and day.day == int(found["day"])), None))
    return Point(midnight(monday), Precision.DAY, True, plus(monday, days=6))


def _last_weekday(found: _Match, anchor: Anchor, _: Toward) -> Point:
    """「先の日曜日」: the last one before the day of publication."""
    back = (anchor.published.weekday() - _weekday_of(found)) % 7 or 7 if anchor.published else 0
    return _on(plus(anchor.published, days=-back) if anchor.published else None)


def _weekday_alone(found: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「火曜の夕方、…分かりました」: the next one after the day told last, else the last one before the day of publication."""
    if toward != Toward.PAST:
        return None
    if anchor.day is None:
        return _last_weekday(found, anchor, toward)
    return _on(plus(anchor.day, days=(_weekday_of(found) - anchor.day.weekday()) % 7))


def _year_end(found: _Match, anchor: Anchor, toward: Toward) -> Point:
    told = found.groupdict()
    given = any(told[name] for name in ("era_year", "year", "year_shift"))
    base = anchor.published or anchor.last
    year = _year(told, anchor) if given else base.year if base else None
    fiscal = bool(told["fiscal"])
    if year is not None and fiscal:
        # 「今年度」 in February belongs to the fiscal year that began the April before.
        running = base is not None and base.month <= 3 and not (told["era_year"] or told["year"])
        year += 0 if running else 1
    end = calendar_day(year, 3 if fiscal else 12, 31)
    return Point(midnight(end) if end else None, Precision.DAY, told["end"] == "末" and not fiscal)


def _within(found: _Match, anchor: Anchor, toward: Toward) -> Point:
    onward = toward == Toward.ONWARD
    base = anchor.day or anchor.published if onward or toward == Toward.PAST else anchor.published or anchor.day
    unknown = not onward and UNKNOWN_BASE.search(found.string, max(0, found.start() - 4), found.start())
    if base is None or found["n"] is None or unknown:
        return Point(None, Precision.DAY)
    return _on(later(base, number_of(found["n"]), found["unit"]))


def _after(found: _Match, anchor: Anchor, toward: Toward) -> Point:
    told = found.groupdict()
    unit, rough = told["unit"] or told["vague"] or told["half_unit"], bool(told["about"] or told["rough"] or not told["n"])
    count = number_of(told["n"]) if told["n"] else 0
    if unit in ("分", "時間"):
        half = 30 if told["half"] or told["half_unit"] else 0
        minutes = count * (60 if unit == "時間" else 1) + half + int(told["minutes"] or 0)
        at = plus(anchor.moment, minutes=minutes) if anchor.moment and minutes else None
        return Point(at if isinstance(at, datetime) else None, Precision.MINUTE, rough)
    ahead = toward in (Toward.FUTURE, Toward.NEAREST) and not told["that"] and anchor.published is not None
    base = anchor.published if ahead else anchor.day
    if told["half_unit"]:
        count, unit = {"年": (6, "か月"), "月": (15, "日")}.get(told["half_unit"], (0, "日"))
    precision = Precision.MONTH if unit[-1] in "月年" else Precision.DAY
    if base is None or not count:
        return Point(None, precision, rough)
    until = later(base, count, unit)
    return Point(midnight(until) if until else None, precision, rough)


def _clock(found: _Match, anchor: Anchor, toward: Toward) -> Point | None:
    clock = hours_of(found)
    if clock is None:
        return None
    precision = Precision.HOUR if clock[1] is None else Precision.MINUTE
    at = moment_of(anchor.day, clock) if anchor.day else None
    if at and anchor.moment and anchor.moment.hour == 12 and at.hour < 12 and not found.groupdict().get("part"):
        # 「午後0時40分から2時5分」, 「0時42分に」: the half of the day is the one told last.
        at = moment_of(anchor.day, (clock[0] + 12, clock[1]))
    if at and anchor.moment and at < anchor.moment and (toward == Toward.ONWARD or (anchor.moment.hour >= 18 and at.hour < 5)):
        # 「23時50分に…、0時10分に」 has gone past midnight.
        at = moment_of(plus(anchor.day, days=1), clock) if anchor.day else None
    return Point(at, precision)


def hours_of(found: _Match) -> tuple[int, int | None] | None:
    """Hours and minutes on a clock that may run past 24; None for what is no clock time."""
    told = found.groupdict()
    if told.get("noon"):
        return 12, 0
    part, hour = told["part"] or (told.get("meridiem") or "").replace(".", ""), number_of(told["hour"])
    minute = 30 if told.get("half") else number_of(told["minute"]) if told["minute"] else None
    once = told["hour"] == "一" and not part and minute is None  # 「一時停止」
    if hour > 36 or (minute or 0) > 59 or once:
        return None
    if part in ("午後", "PM", "pm", "昼", "お昼"):
        afternoon = hour < 12
    else:
        # 「夜1時」「深夜0時」 are read as worded, before dawn of the day named.
        afternoon = part in ("夕方", "夕刻", "夕", "夜", "晩", "深夜") and 4 <= hour < 12
    return hour + (12 if afternoon and not (hour == 11 and "昼" in part) else 0), minute


def _on(day: date | None) -> Point:
    return Point(midnight(day) if day else None, Precision.DAY)


def _shifted(word: str, anchor: Anchor) -> tuple[date, int] | None:
    """The date that 「今・来・先…」 (publication) or 「同・翌・前…」 (last date) count from, and by how many they shift."""
    shifts = {"再来": 2, "来": 1, "先": -1, "先々": -2, "昨": -1, "去": -1, "一昨": -2, "翌": 1, "翌々": 2, "前": -1, "前々": -2}
    base = (anchor.day if anchor.day and anchor.last == anchor.day else anchor.last) if word[0] in "同当翌前" else anchor.published
    return (base, shifts.get(word, 0)) if base else None


def _year(told: dict[str, str | None], anchor: Anchor) -> int | None:
    if told.get("era_year") and told.get("era"):
        number = 1 if told["era_year"] == "元" else number_of(str(told["era_year"]))
        return year_of_era(str(told["era"]), number) if number else None
    if told.get("year"):
        return int("".join(str(KANJI_DIGITS.get(char, char)) for char in str(told["year"])))
    base = _shifted(str(told["year_shift"]), anchor) if told.get("year_shift") else None
    return base[0].year + base[1] if base else None


def _years(anchor: Anchor) -> range:
    """Years worth trying around the anchor; eight to either side hold every 29 February."""
    known = [day.year for day in (anchor.published, anchor.last) if day]
    return range(max(1, min(known) - 8), min(MAXYEAR, max(known) + 8) + 1) if known else range(0)


def _choose(candidates: Iterable[date | None], anchor: Anchor, toward: Toward) -> date | None:
    """The candidate that is meant: on the right side of the publication, or nearest to a last date more than a year before it."""
    days = [day for day in candidates if day]
    published = anchor.published
    base = (anchor.last if toward == Toward.ONWARD else None) or published or anchor.last
    if base is None:
        return None
    if toward in (Toward.FUTURE, Toward.ONWARD):
        return next((day for day in days if day >= base), None)
    if toward == Toward.PAST and published:
        past = [day for day in days if day <= published]
        old = anchor.day is not None and published - anchor.day > timedelta(days=366)
        return min(past, key=lambda day: abs(day - (anchor.day or day))) if old and past else max(past, default=None)
    return min(days, key=lambda day: abs(day - base), default=None)


def _at_month_start(anchor: Anchor) -> Anchor:
    """The anchor for a month, which is compared by its first day: the running month is not over."""
    published, last = anchor.published, anchor.last
    return replace(anchor, published=published and published.replace(day=1), last=last and last.replace(day=1))


RESOLVERS: dict[Wording, Resolver] = {
    Wording.CALENDAR: _calendar,
    Wording.MONTH_WORD: _month_word,
    Wording.MONTH_END: _month_end_alone,
    Wording.WEEK: _week,
    Wording.LAST_WEEKDAY: _last_weekday,
    Wording.WEEKDAY_ALONE: _weekday_alone,
    Wording.YEAR_END: _year_end,
    Wording.WITHIN: _within,
    Wording.AFTER: _after,
    Wording.DAY_WORD: _day_word,
    Wording.NEXT_BUSINESS_DAY: _next_business_day,
    Wording.BARE_DAY: _bare_day,
    Wording.SAME_DAY: _same_day,
    Wording.SAME_HOUR: _same_hour,
    Wording.SAME_MOMENT: _same_moment,
    Wording.NTH_DAY: _nth_day,
    Wording.PART_OF_DAY: _part_of_day,
    Wording.CLOCK: _clock,
}
