"""Japanese date and time expressions in normalised text, resolved against what was said before and the day of publication."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, date, datetime, time, timedelta
from enum import StrEnum

import jpholiday

from analyzer.schema import Precision


class Toward(StrEnum):
    """Where a year or month left out is looked for: events lie before the publication, due dates after it."""

    PAST = "past"
    FUTURE = "future"
    NEAREST = "nearest"
    ONWARD = "onward"
    """From the last date on: the far end of a range."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """One date or time as worded at `start:end`; `iso` goes down to `precision` and is None where it cannot be resolved.

    `end_iso` is the other end of a range, or the last day that 「上旬」「来月中」「翌週」 allow: the day to hold a promise to is
    `end_iso or iso`. `clocked` where a clock time is told, `due` where a limit is (「までに」「以内」「年内」).
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

    @property
    def clocked(self) -> bool:
        return self.precision in (Precision.MINUTE, Precision.HOUR)


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the next expression is read against: `last` is the month or day said last, `day` the last day, `moment` its clock time.

    `matter` is the day that everything is about, which 「当日」 means until another day is told beside it.
    """

    published: date | None = None
    last: date | None = None
    day: date | None = None
    moment: datetime | None = None
    matter: date | None = None

    def after(self, found: DateExpression) -> "Anchor":
        """The anchor for what follows `found`."""
        if found.iso is None:
            return self
        if found.precision == Precision.MONTH:
            # 「2023年2月〜2024年3月」, then 「3月12日」 is in 2024.
            return replace(self, last=date.fromisoformat((found.end_iso or found.iso)[:7] + "-01"), matter=None)
        # 「同日」 after 「19時06分から翌1時52分まで」 is the day it began, 「翌日」 after 「3日から5日まで」 the 6th.
        # The month that a span from a day runs into (「5日から翌年1月まで」) is no day: the next date is read against the first.
        ends = found.end_iso if found.end_iso and len(found.end_iso) > 7 else found.iso
        told = found.iso if found.clocked else ends
        day = date.fromisoformat(told[:10])
        kept = self.moment if self.day == day else None
        return replace(self, last=day, day=day, moment=datetime.fromisoformat(told) if len(told) > 10 else kept, matter=None)


def find_dates(text: str, anchor: Anchor | None = None, *, toward: Toward = Toward.PAST) -> tuple[DateExpression, ...]:
    """Dates and clock times of the normalised `text` in order, each read against those before it.

    >>> [found.iso for found in find_dates("令和6年11月22日(金)15時半に送信し、翌朝9時に判明")]
    ['2024-11-22T15:30', '2024-11-23T09:00']
    """
    return tuple(_walk(text, anchor or Anchor(), toward))


def due_date(found: DateExpression) -> date | None:
    """The last day that a due date allows: 「4月中に」 the 30th, 「5月1日から3日まで」 the 3rd; None where it is not resolved."""
    told = found.end_iso or found.iso
    if told is None:
        return None
    return date.fromisoformat(told[:10]) if len(told) > 7 else _month_end(date.fromisoformat(told + "-01"))


@dataclass(frozen=True, slots=True)
class _Point:
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
_Resolver = Callable[[_Match, Anchor, Toward], _Point | None]

# --- wording ---------------------------------------------------------------------------------------------------------

_KANJI = "〇零一二三四五六七八九十"
_N = rf"[0-9]{{1,2}}|[{_KANJI}]{{1,3}}"
_NO_NUMBER_BEFORE = rf"(?<![0-9{_KANJI}百千万数])"
_ERA = (
    r"(?P<era>令和|平成|昭和|大正|明治|(?<![A-Za-z0-9])[RHSTM](?=\s*[0-9元]))"
    r"\s*\.?\s*(?P<era_year>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
)
_YEAR_NUMBER = r"(?P<year>(?<![0-9])(?:18|19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
_SHIFTS = r"再来|来|今|本|先々|先|一昨|昨|去|同|当|翌々|翌|前々|前"
_YEAR = rf"(?:(?:{_ERA}|{_YEAR_NUMBER}|(?P<year_shift>{_SHIFTS}))\s*(?:\([^()]{{2,6}}\)\s*)?年(?:\s*\([^()]{{1,8}}年\))?\s*の?\s*)"
_PART = r"末日?|上旬|中旬|下旬|初旬|初め|はじめ|半ば|中(?![一-龥0-9A-Za-z])"
_MONTH_ALONE = r"(?!曜|分|号|度|期|検針|生まれ|齢|例|給|謝|会費|額|次|間|比|雨|第[0-9]|[0-9一二三]+回|に[0-9一二三]+[回度])"
_COUNTED = r"(?!間|以内|以上|程度|ほど|後|目|連続|おき|ごと|余|分の|も(?!の)|に[0-9一二三]+[回度])"
_UNIT = r"営業日|日|週間|[かヶカケヵ箇]月|年"
_DAY_PART = r"午前|午後|AM|PM|am|pm|深夜|未明|早朝|夕方|夕刻|夕|夜|晩|朝|お?昼"
_ERA_STARTS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_ERA_STARTS |= {letter: _ERA_STARTS[era] for letter, era in zip("RHSTM", _ERA_STARTS, strict=True)}
_DAY_WORDS = {
    word: (base, shift)
    for base, shift, words in (
        ("last", 0, "同日 同夜 同夕 同朝 即日 その日 その夜 その晩"),
        ("matter", 0, "当日 当夜 当夕"),
        ("last", 1, "翌日 翌朝 翌晩 翌夜 翌夕 翌未明"),
        ("last", 2, "翌々日"),
        ("last", -1, "前日 前夜 前夕"),
        ("last", -2, "前々日"),
        ("published", 0, "本日 今日 きょう 今朝 今夜 今晩 今夕"),
        ("published", -1, "昨日 きのう 昨夜 昨晩 昨夕 昨朝 昨深夜 昨未明"),
        ("published", -2, "一昨日 おととい 一昨夜"),
        ("published", 1, "明日 明朝 あす 明晩"),
        ("published", 2, "明後日"),
    )
    for word in words.split()
}
_KANA_WORDS = frozenset({"きょう", "きのう", "あす", "おととい"})
"""「きょうだい」 and 「あすなろ」 are no days."""
_NOT_DATES = (
    r"https?://[!-~]+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|(?i:CVE|JVN)[-#0-9]+"
    r"|(?<![0-9])0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|(?<![0-9])0120-?[0-9-]{6,}|(?<![0-9-])[0-9]+(?:-[0-9]+){3,}"
    r"|(?i:(?<![a-z])v(?:er(?:sion)?)?\.?|バージョン|版数?)\s*[0-9]+(?:\.[0-9]+)+|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]+){2,}"
    r"|(?:19|20)[0-9]{2}\s*[-/〜]\s*[0-9]{2,4}\s*(?:シーズン|年|season|Season)|(?:19|20)[0-9]{2}-(?:1[3-9]|[2-9][0-9])(?![0-9-])"
    rf"|第\s*[0-9{_KANJI}百]+(?:の[0-9]+)?|[0-9]{{1,3}}/[0-9]{{1,3}}\s*(?:段階|点|問|[名人件枚回個台社校席通食本%]|ページ|倍|程度|以[上下]|の(?:確率|割合|量|人|方))"
    r"|(?<![0-9/-])[0-9]{1,3}-[0-9]{1,3}(?![0-9日月時分:/-])"
    r"|毎(?:年|月|週|日|朝|晩|夜|回|時)の?(?:[0-9]{1,2}月)?(?:[0-9]{1,2}日|[月火水木金土日・、]+曜日?|末日?)?の?(?:[0-9]{1,2}(?:時|:[0-5][0-9]))?"
    r"|(?:18|19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日生|(?:停職|減給|懲役|禁錮|謹慎|(?:出勤|資格|出場|活動)停止)\s*[0-9]+[月日年](?:[0-9]+月)?"
)
_WEEKDAY = re.compile(
    r"\s*\((?P<short>[月火水木金土日])(?:曜日?)?(?:[・,、/ ]?(?:祝|休|振)[^()]{0,5})?\)"
    r"|\s*の?(?P<long>[月火水木金土日])曜日?"
)
_JOINT = re.compile(r"[ \t　]*(?:の|に|T|、|は)?[ \t　]*")
_TIME_OF_DAY = re.compile(rf"[ \t　]*の?(?:午前中|昼(?:過ぎ|前|頃|休み)|終業後|夜半|夜間|日中|(?:{_DAY_PART})(?![0-9一-龥]))")
_ABOUT_BEFORE = re.compile(r"(?:約|およそ|おおよそ|概ね|おおむね|ほぼ)\s*$")
_ABOUT_AFTER = re.compile(r"\s*(?:頃|ころ|ごろ|過ぎ|すぎ|前後|台(?![風数湾])|前(?![一-龥]))")
_RANGE = re.compile(r"\s*(?:から|より|〜|-|―|—|→)\s*(?:翌(?=[0-9]))?")
_DUE = re.compile(r"\s*(?:\([^()]{1,4}\))?\s*(?:まで|を?(?:目途|めど|目処|期限)|中に|締切|〆切)")
_UPCOMING = re.compile(r"(?:・[0-9]{1,2}日)?\s*(?:\([^()]{1,4}\))?\s*に?(?:開催(?!し|され|いた|を|の際)|(?:実施|開始)予定)")
_LISTED = re.compile(r"(?:・|、|,|と|及び|および|や|並びに)\s*$")
_OF_DATE = re.compile(r"の(?=[0-9]{1,2}月[0-9]{1,2}日)")
_UNKNOWN_BASE = re.compile(r"(?:から|より|後|の日)\s*$")

# --- resolving -------------------------------------------------------------------------------------------------------


def _calendar(found: _Match, anchor: Anchor, toward: Toward) -> _Point | None:
    told = found.groupdict()
    month = _number(told["month"])
    day = told.get("day") or told.get("day_of_range")
    year = _year(told, anchor)
    if any(told.get(name) for name in ("era_year", "year", "year_shift")):
        first = _day(year, month, 1)
    elif day:
        return _on(_choose((_day(y, month, _number(day)) for y in _years(anchor)), anchor, toward))
    else:
        first = _choose((_day(y, month, 1) for y in _years(anchor)), _at_month_start(anchor), toward)
    return _within_month(first, day, told.get("part"))


def _month_word(found: _Match, anchor: Anchor, _: Toward) -> _Point:
    base = _shifted(found["shift"], anchor)
    return _within_month(_add_months(base[0], base[1]) if base else None, found["day"], found["part"])


def _within_month(first: date | None, day: str | None, part: str | None) -> _Point:
    if day:
        return _on(_day(first.year, first.month, _number(day)) if first else None)
    precision = Precision.DAY if part and part.startswith("末") else Precision.MONTH
    if first is None:
        return _Point(None, precision, part is not None)
    if precision == Precision.DAY:
        return _Point(_midnight(_month_end(first)), precision, part == "末")
    lasts = {"上旬": 10, "初旬": 10, "初め": 10, "はじめ": 10, "中旬": 20, "半ば": 20}
    until = None if part is None else first.replace(day=lasts[part]) if part in lasts else _month_end(first)
    return _Point(_midnight(first), precision, part not in (None, "中"), until)


def _month_end_alone(_: _Match, anchor: Anchor, toward: Toward) -> _Point:
    base = anchor.published if toward != Toward.PAST and anchor.published else anchor.last or anchor.published
    return _Point(_midnight(_month_end(base.replace(day=1))) if base else None, Precision.DAY, True)


def _day_word(found: _Match, anchor: Anchor, _: Toward) -> _Point:
    base, shift = _DAY_WORDS[found[0]]
    day = {"matter": anchor.matter or anchor.day, "last": anchor.day}.get(base, anchor.published)
    return _on(_plus(day, days=shift) if day else None)


def _next_business_day(_: _Match, anchor: Anchor, __: Toward) -> _Point:
    return _on(_later(anchor.day, 1, "営業日") if anchor.day else None)


def _same_day(_: _Match, anchor: Anchor, __: Toward) -> _Point:
    """「同9時25分」: the day told last, whose clock time follows."""
    return _on(anchor.day)


def _same_hour(found: _Match, anchor: Anchor, _: Toward) -> _Point | None:
    """「同三十九分」: the hour told last."""
    minute = _number(found["minute"])
    if anchor.moment is None or minute > 59:
        return None
    return _Point(anchor.moment.replace(minute=minute), Precision.MINUTE)


def _bare_day(found: _Match, anchor: Anchor, toward: Toward) -> _Point | None:
    told, number, base = found.groupdict(), _number(found["day"]), anchor.last or anchor.published
    if base is None or not 1 <= number <= 31:
        return _on(None)
    floating = (anchor.day is not None and (base.year, base.month) == (anchor.day.year, anchor.day.month)) or anchor.last is None
    months = [base] if told.get("shift") == "同" else [month for step in (-1, 0, 1) if (month := _add_months(base, step))]
    days = [day for month in months if (day := _day(month.year, month.month, number))]
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


def _week(found: _Match, anchor: Anchor, _: Toward) -> _Point:
    base = _shifted(found["shift"], anchor)
    monday = _plus(base[0], days=7 * base[1] - base[0].weekday()) if base else None
    exact = bool(found["weekday"] or found["day"])
    if monday is None:
        return _Point(None, Precision.DAY, not exact)
    if found["weekday"]:
        return _on(_plus(monday, days="月火水木金土日".index(found["weekday"])))
    if found["day"]:
        return _on(next((day for step in range(7) if (day := _plus(monday, days=step)) and day.day == int(found["day"])), None))
    return _Point(_midnight(monday), Precision.DAY, True, _plus(monday, days=6))


def _year_end(found: _Match, anchor: Anchor, toward: Toward) -> _Point:
    told = found.groupdict()
    given = any(told[name] for name in ("era_year", "year", "year_shift"))
    base = anchor.published or anchor.last
    year = _year(told, anchor) if given else base.year if base else None
    fiscal = bool(told["fiscal"])
    if year is not None and fiscal:
        # 「今年度」 in February belongs to the fiscal year that began the April before.
        running = base is not None and base.month <= 3 and not (told["era_year"] or told["year"])
        year += 0 if running else 1
    end = _day(year, 3 if fiscal else 12, 31)
    return _Point(_midnight(end) if end else None, Precision.DAY, told["end"] == "末" and not fiscal)


def _within(found: _Match, anchor: Anchor, toward: Toward) -> _Point:
    onward = toward == Toward.ONWARD
    base = anchor.day or anchor.published if onward or toward == Toward.PAST else anchor.published or anchor.day
    unknown = not onward and _UNKNOWN_BASE.search(found.string, max(0, found.start() - 4), found.start())
    if base is None or found["n"] is None or unknown:
        return _Point(None, Precision.DAY)
    return _on(_later(base, _number(found["n"]), found["unit"]))


def _after(found: _Match, anchor: Anchor, toward: Toward) -> _Point:
    told = found.groupdict()
    unit, rough = told["unit"] or told["vague"] or told["half_unit"], bool(told["about"] or told["rough"] or not told["n"])
    count = _number(told["n"]) if told["n"] else 0
    if unit in ("分", "時間"):
        half = 30 if told["half"] or told["half_unit"] else 0
        minutes = count * (60 if unit == "時間" else 1) + half + int(told["minutes"] or 0)
        at = _plus(anchor.moment, minutes=minutes) if anchor.moment and minutes else None
        return _Point(at if isinstance(at, datetime) else None, Precision.MINUTE, rough)
    ahead = toward in (Toward.FUTURE, Toward.NEAREST) and not told["that"] and anchor.published is not None
    base = anchor.published if ahead else anchor.day
    if told["half_unit"]:
        count, unit = {"年": (6, "か月"), "月": (15, "日")}.get(told["half_unit"], (0, "日"))
    precision = Precision.MONTH if unit[-1] in "月年" else Precision.DAY
    if base is None or not count:
        return _Point(None, precision, rough)
    until = _later(base, count, unit)
    return _Point(_midnight(until) if until else None, precision, rough)


def _clock(found: _Match, anchor: Anchor, toward: Toward) -> _Point | None:
    clock = _hours(found)
    if clock is None:
        return None
    precision = Precision.HOUR if clock[1] is None else Precision.MINUTE
    at = _at(anchor.day, clock) if anchor.day else None
    if at and anchor.moment and anchor.moment.hour == 12 and at.hour < 12 and not found.groupdict().get("part"):
        # 「午後0時40分から2時5分」, 「0時42分に」: the half of the day is the one told last.
        at = _at(anchor.day, (clock[0] + 12, clock[1]))
    if at and anchor.moment and at < anchor.moment and (toward == Toward.ONWARD or (anchor.moment.hour >= 18 and at.hour < 5)):
        # 「23時50分に…、0時10分に」 has gone past midnight.
        at = _at(_plus(anchor.day, days=1), clock) if anchor.day else None
    return _Point(at, precision)


def _hours(found: _Match) -> tuple[int, int | None] | None:
    """Hours and minutes on a clock that may run past 24; None for what is no clock time."""
    told = found.groupdict()
    if told.get("noon"):
        return 12, 0
    part, hour = told["part"] or (told.get("meridiem") or "").replace(".", ""), _number(told["hour"])
    minute = 30 if told.get("half") else _number(told["minute"]) if told["minute"] else None
    once = told["hour"] == "一" and not part and minute is None  # 「一時停止」
    if hour > 36 or (minute or 0) > 59 or once:
        return None
    if part in ("午後", "PM", "pm", "昼", "お昼"):
        afternoon = hour < 12
    else:
        # 「夜1時」「深夜0時」 are read as worded, before dawn of the day named.
        afternoon = part in ("夕方", "夕刻", "夕", "夜", "晩", "深夜") and 4 <= hour < 12
    return hour + (12 if afternoon and not (hour == 11 and "昼" in part) else 0), minute


def _on(day: date | None) -> _Point:
    return _Point(_midnight(day) if day else None, Precision.DAY)


def _shifted(word: str, anchor: Anchor) -> tuple[date, int] | None:
    """The date that 「今・来・先…」 (publication) or 「同・翌・前…」 (last date) count from, and by how many they shift."""
    shifts = {"再来": 2, "来": 1, "先": -1, "先々": -2, "昨": -1, "去": -1, "一昨": -2, "翌": 1, "翌々": 2, "前": -1, "前々": -2}
    base = (anchor.day if anchor.day and anchor.last == anchor.day else anchor.last) if word[0] in "同当翌前" else anchor.published
    return (base, shifts.get(word, 0)) if base else None


def _year(told: dict[str, str | None], anchor: Anchor) -> int | None:
    if told.get("era_year") and told.get("era"):
        number = 1 if told["era_year"] == "元" else _number(str(told["era_year"]))
        return _ERA_STARTS[str(told["era"])] + number - 1 if number else None
    if told.get("year"):
        return int("".join(str(_KANJI_DIGITS.get(char, char)) for char in str(told["year"])))
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


def _later(day: date, count: int, unit: str) -> date | None:
    if unit == "営業日":
        at: date | None = day
        while count and at:
            at = _plus(at, days=1)
            count -= at is not None and at.weekday() < 5 and not jpholiday.is_holiday(at)
        return at
    if unit[-1] in "月年":
        month = _add_months(day, count * (12 if unit == "年" else 1))
        return min(_month_end(month), _day(month.year, month.month, day.day) or _month_end(month)) if month else None
    return _plus(day, days=count * (7 if unit == "週間" else 1))


def _plus(at: date, *, days: int = 0, minutes: int = 0) -> date | None:
    try:
        return at + timedelta(days=days, minutes=minutes)
    except OverflowError:
        return None


def _add_months(day: date, months: int) -> date | None:
    count = day.year * 12 + day.month - 1 + months
    return _day(count // 12, count % 12 + 1, 1)


def _month_end(first: date) -> date:
    following = _add_months(first, 1)
    return following - timedelta(days=1) if following else first.replace(day=31)


def _day(year: int | None, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year else None
    except ValueError:
        return None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time())


def _at(day: date | None, clock: tuple[int, int | None]) -> datetime | None:
    at = _plus(_midnight(day), minutes=clock[0] * 60 + (clock[1] or 0)) if day else None
    return at if isinstance(at, datetime) else None


_KANJI_DIGITS = {char: max(0, value - 1) for value, char in enumerate(_KANJI)} | {"十": 10}


def _number(text: str) -> int:
    """Digits, or kanji up to 99: 二十一, 十二, 二一."""
    if text.isdigit() and text.isascii():
        return int(text)
    tens, sep, ones = text.rpartition("十")
    if sep:
        return (_number(tens) if tens else 1) * 10 + (_number(ones) if ones else 0)
    return int("".join(str(_KANJI_DIGITS[char]) for char in text) or 0)


# --- the table: earlier patterns win where two begin at the same place -------------------------------------------------


def _words(initials: str) -> str:
    found = sorted((word for word in _DAY_WORDS if word[0] in initials), key=len, reverse=True)
    return "|".join(
        f"{word}(?![ぁ-ゖ])|{word}(?=[はのかまに])(?!か[^ら]|ま[^で]|の[うき])" if word in _KANA_WORDS else word for word in found
    )


_LOOSE_DAY = rf"(?P<day>{_N})日{_COUNTED}"
_FOLLOWS_DAY = (
    r"(?=\s*(?:\([月火水木金土日]|に(?!わた|渡|及|も|よ|つき|[0-9一二三]+[回度件])|、|以降|と(?=[0-9]+日)|付|中(?:に|は)|朝|夜|夕|早朝|深夜|未明|午[前後]|正午|[0-9]{1,2}[時:]|まで|は"
    r"|の(?:同|当該|朝|夜|夕|昼|午|深夜|未明|早朝|[0-9]{1,2}[時:]|うち|説明会|集まり|理事会|総会|会議|検査|試合|大会|練習|公演)|(?:から|より|〜)(?!\s*[0-9]{1,2}(?:日|週)(?:程度|ほど|間|以内))))"
)
_CLOCK_TEXT = rf"(?:(?P<part>{_DAY_PART})の?\s*)?{_NO_NUMBER_BEFORE}(?P<hour>{_N})\s*時(?!間|期|点|刻|短|価|差|限|給|効|代|系|計|折|的|々)"
_CLOCKS = (
    rf"{_CLOCK_TEXT}(?:\s*(?P<minute>{_N})\s*分(?!間)(?:\s*[0-9]{{1,2}}秒)?|(?P<half>半))?",
    rf"(?<![0-9A-SU-Za-z.])(?<![0-9]:)(?:(?P<part>{_DAY_PART})\s*)?(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?:\s*(?P<meridiem>[AaPp]\.?[Mm]\.?(?![A-Za-z])))?(?![0-9:])",
    r"(?:お昼の)?(?P<noon>正午)",
)
_DAYS: tuple[tuple[str, _Resolver], ...] = (
    (
        rf"{_YEAR}?{_NO_NUMBER_BEFORE}(?<!同)(?<!単)(?P<month>{_N})\s*月(?:\s*(?P<day>{_N})\s*日(?!間)"
        rf"|(?P<day_of_range>[0-9]{{1,2}})(?=\s*[〜・-]\s*[0-9]{{1,2}}日)|の?(?P<part>{_PART})|{_MONTH_ALONE})",
        _calendar,
    ),
    (
        r"(?<![0-9A-Za-z_./-])(?P<year>(?:19|20)[0-9]{2})\s*[./-]\s*(?P<month>[0-9]{1,2})"
        r"\s*[./-]\s*(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])",
        _calendar,
    ),
    (r"(?<![0-9A-Za-z_./-])(?P<year>(?:19|20)[0-9]{2})[./-](?P<month>0[1-9]|1[0-2])(?![0-9]|[./-][0-9])", _calendar),
    (rf"{_ERA}\s*[./-]\s*(?P<month>[0-9]{{1,2}})\s*[./-]\s*(?P<day>[0-9]{{1,2}})(?![0-9])", _calendar),
    (r"(?<![0-9A-Za-z./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/%])", _calendar),
    (rf"(?<![毎0-9日])(?P<shift>{_SHIFTS})月(?:\s*(?P<day>{_N})日(?!間)|の?(?P<part>{_PART})|{_MONTH_ALONE})", _month_word),
    (r"(?<![かヶカケヵ箇0-9毎各])月末日?", _month_end_alone),
    (rf"(?P<shift>{_SHIFTS})週(?:の?(?P<weekday>[月火水木金土日])曜日?|の?(?P<day>[0-9]{{1,2}})日)?(?!間|刊)", _week),
    (
        rf"(?:{_ERA}|{_YEAR_NUMBER}|(?P<year_shift>{_SHIFTS}))?(?<![数半例毎近平少青長学周通か])年"
        r"(?P<fiscal>度)?(?P<end>内|末|中(?![一-龥]))(?!年始|始|の?(?:会計)?監査|の?決算)",
        _year_end,
    ),
    (rf"(?:(?P<n>[0-9]{{1,3}}|[{_KANJI}]{{1,3}})|数)\s*(?P<unit>{_UNIT})以内", _within),
    (
        r"(?<![一-龥ァ-ヶーを0-9])(?P<that>その)?(?:(?P<about>約|およそ|おおよそ)\s*)?"
        rf"(?:(?P<n>[0-9]{{1,3}}|[{_KANJI}]{{1,3}})\s*(?P<unit>分|時間|{_UNIT})(?P<half>半)?(?:(?P<minutes>[0-9]{{1,2}})分)?"
        rf"|数(?P<vague>分|時間|{_UNIT})|半(?P<half_unit>年|月|日|時間))(?P<rough>ほど|程度|くらい|ぐらい)?後(?![半方続任輩])",
        _after,
    ),
    (
        rf"(?<![一-龥ァ-ヶー])(?:{_words('翌前明')})(?![比本])|(?:{_words('同当本今昨一きあおそ即')})(?!だけ|限り|消印|券|枠|分[^か]|的|参加|本人)",
        _day_word,
    ),
    (r"翌営業日", _next_business_day),
    (rf"(?P<shift>同|翌|去る|来る)\s*{_LOOSE_DAY}", _bare_day),
    (rf"(?<![一-龥])同(?=\s*(?:{_DAY_PART})?\s*(?:(?:{_N})時(?!間)|[0-9]{{1,2}}:[0-5][0-9]))", _same_day),
    (rf"(?<![一-龥])同\s*(?P<minute>{_N})分(?!間)", _same_hour),
    (rf"(?<![0-9{_KANJI}百千万約計延各毎中第])(?<!残り)(?P<day>3[01]|[12][0-9]|[1-9])日{_COUNTED}{_FOLLOWS_DAY}", _bare_day),
    (rf"(?m:^)(?P<day>{_N})日(?=[ \t　])", _bare_day),
)


_CLOCK_PATTERNS = [re.compile(pattern) for pattern in _CLOCKS]
_DAY_READERS: list[tuple[re.Pattern[str], _Resolver]] = [(re.compile(pattern), resolve) for pattern, resolve in _DAYS]
_READERS = [*_DAY_READERS, *((pattern, _clock) for pattern in _CLOCK_PATTERNS)]
_LISTED_DAY = re.compile(_LOOSE_DAY)
_LATER_READERS = [*_READERS, (_LISTED_DAY, _bare_day)]
_FAR_READERS = [*_LATER_READERS, (re.compile(rf"(?P<minute>{_N})分(?=(?:頃|ごろ)?(?:まで|にかけ|の間))"), _same_hour)]
_NAMED = re.compile(r"\(\?P<[a-z_]+>")
_ANY = re.compile("|".join(f"({_NAMED.sub('(?:', pattern)})" for pattern in (_NOT_DATES, *(p for p, _ in _DAYS), *_CLOCKS, _LOOSE_DAY)))
"""One group a pattern, so that the group which matched tells the reader."""


def _walk(text: str, anchor: Anchor, toward: Toward) -> Iterator[DateExpression]:
    at = 0
    while found := _ANY.search(text, at):
        listed = at and _LISTED.fullmatch(text, at, found.start())
        at = max(found.end(), at + 1)
        index = (found.lastindex or 1) - 2
        if index < 0 or (index == len(_READERS) and not listed):
            continue
        expression = _expression(text, found.start(), _LATER_READERS[index], anchor, toward)
        if expression:
            yield expression
            anchor, at = anchor.after(expression), expression.end


def _expression(text: str, start: int, reader: tuple[re.Pattern[str], _Resolver], anchor: Anchor, toward: Toward) -> DateExpression | None:
    """The expression at `start` with its weekday, clock time, far end and hedges; None where it is no date after all."""
    read = _read(text, start, reader, anchor, toward)
    if read is None:
        return None
    point, end = read
    far: _Point | None = None
    link = _RANGE.match(text, end)
    if link:
        onward = _anchor_at(point, anchor)
        reads = (_read(text, link.end(), later, onward, Toward.ONWARD) for later in _FAR_READERS)
        far, end = next((second for second in reads if second), (None, end))
    limit = far is None and (_DUE.match(text, end) is not None or reader[1] is _within or text[end - 1] in "内中")
    if limit and toward == Toward.PAST and anchor.published:
        # A due date in an account of the past is as likely ahead as behind.
        point, end = _read(text, start, reader, anchor, Toward.NEAREST) or read
    elif (point.conflict or _UPCOMING.match(text, end)) and toward == Toward.PAST:
        # Where the year was left out, a weekday that fits the coming date tells that it is meant, or what is to be held then.
        coming = _read(text, start, reader, anchor, Toward.NEAREST)
        point, end = coming if coming and not coming[0].conflict else (point, end)
    before = _ABOUT_BEFORE.search(text, max(0, start - 6), start)
    begin = before.start() if before else start
    until = far.iso() if far else point.until.isoformat() if point.until else None
    # 「10月末に判明」 is rough, 「10月末までに」 is the 31st.
    rough = point.approximate and not (limit and point.precision == Precision.DAY)
    hedged = rough or before is not None or (far is not None and far.approximate)
    return DateExpression(begin, end, text[begin:end], point.iso(), point.precision, hedged, until, point.conflict, limit)


def _read(text: str, start: int, reader: tuple[re.Pattern[str], _Resolver], anchor: Anchor, toward: Toward) -> tuple[_Point, int] | None:
    """The point told at `start` and where its wording ends."""
    pattern, resolve = reader
    found = pattern.match(text, start)
    point = resolve(found, anchor, toward) if found else None
    if found is None or point is None:
        return None
    end = found.end()
    if resolve is _day_word:
        named = _OF_DATE.match(text, end)
        dated = _read(text, named.end(), _DAY_READERS[0], anchor, toward) if named else None
        if dated and dated[0].precision != Precision.MONTH:
            return dated  # 「試合当日の11月20日」
        # 「昨日2月27日」「明日9日」 name one day twice.
        again = (_read(text, end, dated, _anchor_at(point, anchor), toward) for dated in (_DAY_READERS[0], _LATER_READERS[-1]))
        same = next((second for second in again if second and point.at and second[0].iso(10) == point.iso(10)), None)
        if same:
            return same
    if point.precision == Precision.DAY and point.until is None:
        point, end = _with_weekday(text, end, point)
        point, end = _with_clock(text, end, point, found[0])
    about = _ABOUT_AFTER.match(text, end)
    return (replace(point, approximate=True), about.end()) if about else (point, end)


def _with_weekday(text: str, end: int, point: _Point) -> tuple[_Point, int]:
    found = _WEEKDAY.match(text, end)
    if found is None:
        return point, end
    told = "月火水木金土日".index(found["short"] or found["long"])
    return replace(point, conflict=point.at is not None and point.at.weekday() != told), found.end()


def _with_clock(text: str, end: int, point: _Point, word: str) -> tuple[_Point, int]:
    """The day with the clock time or the time of day that follows it."""
    joint = _JOINT.match(text, end)
    at = joint.end() if joint else end
    for pattern in _CLOCK_PATTERNS:
        found = pattern.match(text, at)
        clock = _hours(found) if found else None
        if found and clock:
            # 「昨夜11時」 tells the half of the day with the day.
            hour = clock[0] + (12 if word[-1] in "夜晩夕" and 5 <= clock[0] < 12 else 0)
            precision = Precision.HOUR if clock[1] is None else Precision.MINUTE
            return replace(point, at=_at(point.at, (hour, clock[1])), precision=precision), found.end()
    part = _TIME_OF_DAY.match(text, end)
    return point, part.end() if part else end


def _anchor_at(point: _Point, anchor: Anchor) -> Anchor:
    if point.at is None:
        return anchor
    day = point.at.date()
    if point.precision == Precision.MONTH:
        return replace(anchor, last=day, day=None, moment=None)
    return replace(anchor, last=day, day=day, moment=None if point.precision == Precision.DAY else point.at)
