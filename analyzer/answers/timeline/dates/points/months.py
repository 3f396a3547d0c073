"""Days and parts of a month or year, by the calendar: 「11月22日」, 「来月中旬」, 「月末」, 「今年度末」."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import MAXYEAR, date, timedelta

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.calendar_days import KANJI_DIGITS, add_months, calendar_day, midnight, month_end, number_of
from analyzer.answers.timeline.dates.points.point import Match, Point, on_day, shifted
from analyzer.language.eras import year_of_era
from analyzer.schema import Precision

_LONG_AGO, _SEASON, _LATELY = timedelta(days=366), timedelta(days=90), timedelta(days=31)


def calendar(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    told = found.groupdict()
    month = number_of(told["month"])
    day = told.get("day") or told.get("day_of_range")
    year = _year(told, anchor)
    if any(told.get(name) for name in ("era_year", "year", "year_shift")):
        first = calendar_day(year, month, 1)
    elif day:
        return on_day(_choose((calendar_day(y, month, number_of(day)) for y in _years(anchor)), anchor, toward))
    else:
        first = _choose((calendar_day(y, month, 1) for y in _years(anchor)), _at_month_start(anchor), toward)
    return _within_month(first, day, told.get("part"))


def month_word(found: Match, anchor: Anchor, _: Toward) -> Point:
    base = shifted(found["shift"], anchor)
    return _within_month(add_months(base[0], base[1]) if base else None, found["day"], found["part"])


def month_end_alone(_: Match, anchor: Anchor, toward: Toward) -> Point:
    base = anchor.published if toward != Toward.PAST and anchor.published else anchor.last or anchor.published
    return Point(midnight(month_end(base.replace(day=1))) if base else None, Precision.DAY, True)


def year_end(found: Match, anchor: Anchor, toward: Toward) -> Point:
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


def _within_month(first: date | None, day: str | None, part: str | None) -> Point:
    if day:
        return on_day(calendar_day(first.year, first.month, number_of(day)) if first else None)
    precision = Precision.DAY if part == "末日" else Precision.MONTH
    if first is None:
        return Point(None, precision, part not in (None, "末日"))
    if precision == Precision.DAY:
        return Point(midnight(month_end(first)), precision)
    lasts = {"上旬": 10, "初旬": 10, "初め": 10, "はじめ": 10, "中旬": 20, "半ば": 20}
    until = None if part is None else first.replace(day=lasts[part]) if part in lasts else month_end(first)
    return Point(midnight(first), precision, part not in (None, "中"), until)


def _year(told: dict[str, str | None], anchor: Anchor) -> int | None:
    if told.get("era_year") and told.get("era"):
        number = 1 if told["era_year"] == "元" else number_of(str(told["era_year"]))
        return year_of_era(str(told["era"]), number) if number else None
    if told.get("year"):
        return int("".join(str(KANJI_DIGITS.get(char, char)) for char in str(told["year"])))
    base = shifted(str(told["year_shift"]), anchor) if told.get("year_shift") else None
    return base[0].year + base[1] if base else None


def _years(anchor: Anchor) -> range:
    """Years worth trying around the anchor; eight to either side hold every 29 February."""
    known = [day.year for day in (anchor.published, anchor.last) if day]
    return range(max(1, min(known) - 8), min(MAXYEAR, max(known) + 8) + 1) if known else range(0)


def _choose(candidates: Iterable[date | None], anchor: Anchor, toward: Toward) -> date | None:
    """The candidate that is meant: on the right side of the publication, or about a last date more than a year before it.

    「2019年5月10日に…。6月3日に…」 goes on in 2019; a day that would lie seasons from that one is told from the publication.
    """
    days = [day for day in candidates if day]
    published = anchor.published
    base = (anchor.last if toward == Toward.ONWARD else None) or published or anchor.last
    if base is None:
        return None
    if toward in (Toward.FUTURE, Toward.ONWARD):
        return next((day for day in days if day >= base), None)
    if toward == Toward.PAST and published:
        past = [day for day in days if day <= published]
        old = anchor.day if anchor.day is not None and published - anchor.day > _LONG_AGO else None
        about = [day for day in past if old and (-_LATELY <= day - old <= _SEASON or (day > old and day.year == old.year))]
        return min(about, key=lambda day: abs(day - (old or day))) if about else max(past, default=None)
    return min(days, key=lambda day: abs(day - base), default=None)


def _at_month_start(anchor: Anchor) -> Anchor:
    """The anchor for a month, which is compared by its first day: the running month is not over."""
    published, last = anchor.published, anchor.last
    return replace(anchor, published=published and published.replace(day=1), last=last and last.replace(day=1))
