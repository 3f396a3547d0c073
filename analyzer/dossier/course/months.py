"""The months that a wording tells an event to have begun in, be they told by a date, an era, a fiscal year, a season or a bill."""

import re
from collections.abc import Iterator
from datetime import date

from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.course.dated_step import is_to_come
from analyzer.dossier.quantities import number_value
from analyzer.language.eras import year_of_era
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import Precision

_TODAY = re.compile(r"^(?:本日|昨日|今般|今回|先日|今月|先月|本年|今年)$")
"""The day of the announcement is that of what it resolves or publishes."""
_MONTHLY = re.compile(
    r"(?:(?P<year>20[0-9]{2})年|(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)年)?"
    r"(?<![0-9か])(?P<month>1[0-2]|[1-9])月(?:検針|使用|利用|請求|診療|支給)?分"
)
"""Months of a bill: 「10月分」, 「令和3年4月検針分」."""
_YEARLY = re.compile(r"(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})年(?=から|以降|より)")
_SINCE_YEAR = re.compile(r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})年(?:頃|ごろ)?(?=から|以降|より)")
_FISCAL = re.compile(r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年度")
_TERM = re.compile(
    r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年(?P<month>1[0-2]|[1-9])月期"
    r"(?=から|以降|より|~|ないし|まで|に(?:おいて|わたり|かけて))"
)
"""A term of accounts, named by the month it ends in: 「2022年3月期から」 is from April 2021."""
_SEASON = re.compile(r"(?P<year>20[0-9]{2})年の?(?P<season>[春夏秋冬])")
_AGO = re.compile(
    r"(?<![0-9])(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?P<unit>年|[かカヶ]月)(?:以上|ほど|余り|あまり|近く|半)?(?:も)?前(?=から|より)"
)
_LAST_SEASON = re.compile(r"(?P<year>昨年|去年|前年|一昨年|おととし)の?(?P<season>[春夏秋冬])")
_YEARS_BACK = {"一昨年": 2, "おととし": 2}
_SEASONS = {"春": "03", "夏": "06", "秋": "09", "冬": "12"}


def months_told(wording: str, published: date | None) -> Iterator[tuple[str, str, str]]:
    """The month that each wording begins in, or the bare year, the last month of a range or an empty string, and the wording."""
    for found in find_dates(wording, Anchor(published)):
        after = wording[found.end :]
        of_else = is_of_goods(wording, found) or COURSE.says_any(("earlier_after", "expected_after", "of_why_after"), after)
        of_else = of_else or DRIFT.says_any(("not_of_event_after", "of_work_after", "of_consequence_after", "looked_at_after"), after)
        of_else = of_else or bool(found.iso and published and is_to_come(found.iso, found.text, published.isoformat()))
        if found.iso and not of_else and not _TODAY.match(found.text):
            until = found.end_iso if found.precision == Precision.MONTH else None
            yield found.iso[:7], (until or "")[:7], found.text
    for year in (found for found in _FISCAL.finditer(wording) if not _is_looked_at(wording, found)):
        yield f"{_year_of(year)}-04", "", year[0]
    for term in _TERM.finditer(wording):
        ends, last = _year_of(term), int(term["month"])
        yield (f"{ends}-01" if last == 12 else f"{ends - 1}-{last + 1:02}"), "", term[0]
    for year in (found for found in _YEARLY.finditer(wording) if not _is_looked_at(wording, found)):
        age = 1.0 if year["age"] == "元" else number_value(year["age"])
        yield f"{year_of_era(year['era'], int(age or 0))}-01", "", year[0]
    for year in _SINCE_YEAR.finditer(wording):
        of_else = COURSE.says("sold_after", wording[year.end() :]) or DRIFT.says("of_work_after", wording[year.end() :])
        if not of_else and not _is_looked_at(wording, year):
            yield year["year"], "", year[0]
    for season in _SEASON.finditer(wording):
        yield f"{season['year']}-{_SEASONS[season['season']]}", "", season[0]
    if published is not None:
        for ago in _AGO.finditer(wording):
            months = int(number_value(ago["number"]) or 0) * (12 if ago["unit"] == "年" else 1)
            years, month = divmod(published.year * 12 + published.month - 1 - months, 12)
            yield f"{years}-{month + 1:02}", "", ago[0]
        for season in _LAST_SEASON.finditer(wording):
            yield f"{published.year - _YEARS_BACK.get(season['year'], 1)}-{_SEASONS[season['season']]}", "", season[0]
    for billed in (found for found in _MONTHLY.finditer(wording) if not DRIFT.says("looked_at_after", wording[found.end() :])):
        month = int(billed["month"])
        if billed["year"] or billed["era"]:
            yield f"{_year_of(billed)}-{month:02}", "", billed[0]
        elif published is not None:
            yield f"{published.year if month <= published.month else published.year - 1}-{month:02}", "", billed[0]


def is_of_goods(wording: str, found: DateExpression) -> bool:
    """Whether a date is of goods: the day they were sold, or are best before."""
    return COURSE.says("sold_after", wording[found.end :]) or DRIFT.says("best_before", wording[: found.start])


def _year_of(told: re.Match[str]) -> int:
    """The year of a match that tells it as such, or by its era (令和, 平成) and age."""
    return int(told["year"]) if told["year"] else year_of_era(told["era"], 1 if told["age"] == "元" else int(told["age"]))


def _is_looked_at(wording: str, year: re.Match[str]) -> bool:
    """Whether a year begins, or ends, what was looked through: 「令和2年度から令和6年度までの帳簿を調べたところ」."""
    starts = (
        year.end(),
        *(other.end() for other in _FISCAL.finditer(wording, 0, year.start()) if wording[other.end() : year.start()] == "から"),
    )
    return any(DRIFT.says("looked_at_after", wording[start:]) for start in starts)
