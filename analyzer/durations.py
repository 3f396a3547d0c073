"""Moments and lengths of time as ISO 8601 writes them: `2017-12-26T13:00`, `P3D`, `PT2H33M`; they know nothing of what they measure."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_ISO = re.compile(r"P(?:(?P<days>[0-9]+)D)?(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?)?")
TO_THE_MONTH, TO_THE_DAY, TO_THE_MINUTE = len("2017-12"), len("2017-12-26"), len("2017-12-26T10:30")
"""Characters of a moment that is told no more exactly."""


@dataclass(frozen=True, slots=True)
class Duration:
    """Days, hours and minutes as they are written: 26 hours are not one day and two hours until `total` is asked for."""

    days: int
    hours: int
    minutes: int

    @property
    def total(self) -> timedelta:
        return timedelta(days=self.days, hours=self.hours, minutes=self.minutes)


def day_in(at: str | None) -> date | None:
    """The day of a moment; None where it is told only to the month, or not at all.

    >>> day_in("2017-12-26T13:00"), day_in("2017-12")
    (datetime.date(2017, 12, 26), None)
    """
    return date.fromisoformat(at[:TO_THE_DAY]) if at and len(at) >= TO_THE_DAY else None


def parsed(iso: str) -> Duration:
    """A duration; raises `ValueError` for any other form.

    >>> parsed("P1DT2H33M")
    Duration(days=1, hours=2, minutes=33)
    """
    found = _ISO.fullmatch(iso)
    if found is None or iso == "P":
        raise ValueError(f"{iso!r} is not of the form P3D or PT2H33M")
    return Duration(*(int(number or 0) for number in found.groups()))


def between(start: str | None, end: str | None) -> str | None:
    """The time between two ISO moments: whole days where either is a day, None where either is rougher or the end comes first.

    >>> between("2017-12-26T13:00", "2017-12-26T17:00"), between("2017-12-26T13:00", "2017-12-27")
    ('PT4H', 'P1D')
    """
    if start is None or end is None or min(len(start), len(end)) <= TO_THE_MONTH:
        return None
    if min(len(start), len(end)) == TO_THE_DAY:
        days = (date.fromisoformat(end[:TO_THE_DAY]) - date.fromisoformat(start[:TO_THE_DAY])).days
        return f"P{days}D" if days >= 0 else None
    gap = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    if gap < timedelta():
        return None
    hours, minutes = divmod(gap.seconds // 60, 60)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return "P" + (f"{gap.days}D" if gap.days else "") + (f"T{clock}" if clock else "" if gap.days else "T0M")


def at_least(start: str | None, end: str | None) -> str | None:
    """The whole days that surely lie between two moments of which one is told as a month; None where both are told more exactly.

    >>> at_least("2022-11", "2025-03-04"), at_least("2025-03", "2025-03-04"), at_least("2025-03-01", "2025-03-04")
    ('P825D', None, None)
    """
    if start is None or end is None or min(len(start), len(end)) != TO_THE_MONTH:
        return None
    last = f"{start}-{monthrange(int(start[:4]), int(start[5:]))[1]:02}" if len(start) == TO_THE_MONTH else start
    passed = between(last[:TO_THE_DAY], f"{end}-01"[:TO_THE_DAY])
    return None if passed == "P0D" else passed


def same(left: str | None, right: str | None) -> bool:
    """Whether two durations are one: `PT26H` is `P1DT2H`, but whole days are not hours."""
    if left is None or right is None or ("T" in left) != ("T" in right):
        return left is right
    return parsed(left).total == parsed(right).total
