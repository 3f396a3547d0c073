"""Days by their name, number or weekday: 「翌朝」, 「二日目」, 「10日」, 「先週の金曜」."""

import re
from dataclasses import replace
from datetime import date, timedelta

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.calendar_days import add_months, calendar_day, later, midnight, number_of, number_of_weekday, plus
from analyzer.answers.timeline.dates.points.point import Match, Point, on_day, shifted
from analyzer.answers.timeline.dates.wordings import DAY_WORDS, HELD, WEEKDAY
from analyzer.schema import Precision

_A_YEAR = 12
_HELD = re.compile(rf"(?:{HELD})$")
_OF_MORNING = re.compile("朝|早朝|明け方|夜が明け")


def day_word(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    if toward != Toward.PAST and _HELD.search(found.string, 0, found.start()):
        return None  # 「大会翌日に点検する」
    base, shift = DAY_WORDS["".join(found[0].split())]
    day = {"matter": anchor.matter or anchor.day, "last": anchor.day}.get(base, anchor.published)
    return on_day(plus(day, days=shift) if day else None)


def next_business_day(_: Match, anchor: Anchor, __: Toward) -> Point:
    return on_day(later(anchor.day, 1, "営業日") if anchor.day else None)


def nth_day(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「合宿の二日目」, 「初日」: no more than a wording where no day is told to count from."""
    if anchor.start is None or toward != Toward.PAST:
        return None
    return on_day(plus(anchor.start, days=number_of(found["nth"]) - 1 if found["nth"] else 0))


def part_of_day(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「夕方に電話をいただき」 goes on in the day told last, 「朝になって」 after an evening in the next one."""
    if anchor.day is None or toward != Toward.PAST:
        return None
    return on_day(plus(anchor.day, days=1 if anchor.in_evening and _OF_MORNING.match(found[0]) else 0))


def same_day(_: Match, anchor: Anchor, __: Toward) -> Point:
    """「同9時25分」: the day told last, whose clock time follows."""
    return on_day(anchor.day)


def next_day(_: Match, anchor: Anchor, __: Toward) -> Point:
    """「翌0時15分」: the day after the one told last, whose clock time follows."""
    return on_day(plus(anchor.day, days=1) if anchor.day else None)


def on_day_turned(point: Point, anchor: Anchor) -> Point:
    """The later hour of the day after: below 「翌5:50 …」 a line 「翌9:30 …」 is of the same morning."""
    if point.at is None or point.precision == Precision.DAY or anchor.moment is None:
        return point
    at = point.at - timedelta(days=1)
    return replace(point, at=at) if at > anchor.moment else point


def bare_day(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    told, number, base = found.groupdict(), number_of(found["day"]), anchor.last or anchor.published
    if base is None or not 1 <= number <= 31:
        return on_day(None)
    floating = (anchor.day is not None and (base.year, base.month) == (anchor.day.year, anchor.day.month)) or anchor.last is None
    months = [base] if told.get("shift") == "同" else [month for step in (-1, 0, 1) if (month := add_months(base, step))]
    days = [day for month in months if (day := calendar_day(month.year, month.month, number))]
    if told.get("shift") == "翌":
        # Past midnight the day told last may be the next one already: 「20日23時50分」「0時5分」「翌21日午前5時」.
        days = [day for day in days if day >= base]
    if toward in (Toward.FUTURE, Toward.ONWARD):
        start = max(base, anchor.published or base) if toward == Toward.FUTURE else base
        days = [day for day in days if day >= start]
    elif not floating:
        days = [day for day in days if day.month == base.month]
    elif toward == Toward.PAST and anchor.published:
        days = [day for day in days if day <= max(base, anchor.published)] or days
    if toward == Toward.PAST and anchor.day is not None and told.get("shift") is None:
        # 「10月3日に出荷した品について、21日に」: the account goes on, however near the 21st of the month before may be.
        days = [day for day in days if day >= base and (day.year, day.month) == (base.year, base.month)] or days
    nearest = min(days, key=lambda day: abs(day - base), default=None)
    return on_day(_of_weekday(found, nearest, anchor) if nearest and toward == Toward.PAST else nearest)


def _of_weekday(found: Match, nearest: date, anchor: Anchor) -> date:
    """The day itself, or the next one of its number, up to the publication, that has the weekday told: 「21日(水)」."""
    told = WEEKDAY.match(found.string, found.end())
    if told is None or anchor.published is None:
        return nearest
    months = (add_months(nearest, step) for step in range(_A_YEAR))
    days = (calendar_day(month.year, month.month, nearest.day) for month in months if month)
    weekday = number_of_weekday(told["short"] or told["long"])
    return next((day for day in days if day and day <= anchor.published and day.weekday() == weekday), nearest)


def week(found: Match, anchor: Anchor, _: Toward) -> Point:
    base = shifted(found["shift"], anchor)
    monday = plus(base[0], days=7 * base[1] - base[0].weekday()) if base else None
    exact = bool(found["weekday"] or found["day"])
    if monday is None:
        return Point(None, Precision.DAY, not exact)
    if found["weekday"]:
        return on_day(plus(monday, days=number_of_weekday(found["weekday"])))
    if found["day"]:
        return on_day(next((day for step in range(7) if (day := plus(monday, days=step)) and day.day == int(found["day"])), None))
    return Point(midnight(monday), Precision.DAY, True, plus(monday, days=6))


def last_weekday(found: Match, anchor: Anchor, _: Toward) -> Point:
    """「先の日曜日」: the last one before the day of publication."""
    back = (anchor.published.weekday() - number_of_weekday(found["weekday"])) % 7 or 7 if anchor.published else 0
    return on_day(plus(anchor.published, days=-back) if anchor.published else None)


def weekday_alone(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    """「火曜の夕方、…分かりました」: the next one after the day told last, else the last one before the day of publication."""
    if toward != Toward.PAST:
        return None
    if anchor.day is None:
        return last_weekday(found, anchor, toward)
    return on_day(plus(anchor.day, days=(number_of_weekday(found["weekday"]) - anchor.day.weekday()) % 7))
