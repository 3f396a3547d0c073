"""Days of the calendar, counted, and numbers as Japanese writes them."""

from datetime import date, datetime, time, timedelta

import jpholiday

from analyzer.answers.timeline.dates.wordings import KANJI


def later(day: date, count: int, unit: str) -> date | None:
    """The day `count` units on, 営業日 without weekends and holidays; None past the end of the calendar."""
    if unit == "営業日":
        at: date | None = day
        while count and at:
            at = plus(at, days=1)
            count -= at is not None and at.weekday() < 5 and not jpholiday.is_holiday(at)
        return at
    if unit[-1] in "月年":
        month = add_months(day, count * (12 if unit == "年" else 1))
        return min(month_end(month), calendar_day(month.year, month.month, day.day) or month_end(month)) if month else None
    return plus(day, days=count * (7 if unit == "週間" else 1))


def plus(at: date, *, days: int = 0, minutes: int = 0) -> date | None:
    try:
        return at + timedelta(days=days, minutes=minutes)
    except OverflowError:
        return None


def add_months(day: date, months: int) -> date | None:
    """The first of the month that is `months` on."""
    count = day.year * 12 + day.month - 1 + months
    return calendar_day(count // 12, count % 12 + 1, 1)


def month_end(first: date) -> date:
    """The last day of the month that begins on `first`."""
    following = add_months(first, 1)
    return following - timedelta(days=1) if following else first.replace(day=31)


def calendar_day(year: int | None, month: int, day: int) -> date | None:
    """That day, or None where there is none: 30 February, or a year that nobody tells."""
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def moment_of(day: date | None, clock: tuple[int, int | None]) -> datetime | None:
    """The hours and minutes of a day's clock, which may run past 24."""
    at = plus(midnight(day), minutes=clock[0] * 60 + (clock[1] or 0)) if day else None
    return at if isinstance(at, datetime) else None


KANJI_DIGITS = {char: max(0, value - 1) for value, char in enumerate(KANJI)} | {"十": 10}


def number_of_weekday(name: str) -> int:
    """The weekday of a name like 「水」, Monday is 0."""
    return "月火水木金土日".index(name)


def number_of(text: str) -> int:
    """Digits, or kanji up to 99: 二十一, 十二, 二一."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens, sep, ones = text.rpartition("十")
    if sep:
        return (number_of(tens) if tens else 1) * 10 + (number_of(ones) if ones else 0)
    return int("".join(str(KANJI_DIGITS[char]) for char in text) or 0)
