"""The months that a wording tells an event to have begun in, be they told by a date, an era, a fiscal year, a season or a bill."""

import re
from collections.abc import Iterator
from datetime import date

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.course.dated_step import is_to_come
from analyzer.dossier.quantities import number_value
from analyzer.language.eras import year_of_era
from analyzer.rules.slots import COURSE
from analyzer.schema import Precision

_TODAY = re.compile(r"^(?:本日|昨日|今般|今回|先日|今月|先月|本年|今年)$")
"""The day of the announcement is that of what it resolves or publishes."""
_MONTHLY = re.compile(
    r"(?:(?P<year>20[0-9]{2})年|(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)年)?"
    r"(?<![0-9か])(?P<month>1[0-2]|[1-9])月(?:検針|使用|利用|請求|診療|支給)?分"
)
"""Months of a bill: 「10月分」, 「令和3年4月検針分」."""
_YEARLY = re.compile(r"(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})年(?=から|以降|より)")
_FISCAL = re.compile(r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年度")
_SEASON = re.compile(r"(?P<year>20[0-9]{2})年の?(?P<season>[春夏秋冬])")
_LAST_SEASON = re.compile(r"(?P<year>昨年|去年|前年|一昨年|おととし)の?(?P<season>[春夏秋冬])")
_YEARS_BACK = {"一昨年": 2, "おととし": 2}
_SEASONS = {"春": "03", "夏": "06", "秋": "09", "冬": "12"}


def months_told(wording: str, published: date | None) -> Iterator[tuple[str, str, str]]:
    """The month that each wording begins in, the last month of a range or an empty string, and the wording."""
    for found in find_dates(wording, Anchor(published)):
        behind = wording[found.end :]
        of_else = any(COURSE.says(slot, behind) for slot in ("sold_after", "earlier_after", "expected_after"))
        of_else = of_else or bool(found.iso and published and is_to_come(found.iso, found.text, published.isoformat()))
        if found.iso and not of_else and not _TODAY.match(found.text):
            until = found.end_iso if found.precision == Precision.MONTH else None
            yield found.iso[:7], (until or "")[:7], found.text
    for year in _FISCAL.finditer(wording):
        yield f"{_year_of(year)}-04", "", year[0]
    for year in _YEARLY.finditer(wording):
        age = 1.0 if year["age"] == "元" else number_value(year["age"])
        yield f"{year_of_era(year['era'], int(age or 0))}-01", "", year[0]
    for season in _SEASON.finditer(wording):
        yield f"{season['year']}-{_SEASONS[season['season']]}", "", season[0]
    if published is not None:
        for season in _LAST_SEASON.finditer(wording):
            yield f"{published.year - _YEARS_BACK.get(season['year'], 1)}-{_SEASONS[season['season']]}", "", season[0]
    for billed in _MONTHLY.finditer(wording):
        month = int(billed["month"])
        if billed["year"] or billed["era"]:
            yield f"{_year_of(billed)}-{month:02}", "", billed[0]
        elif published is not None:
            yield f"{published.year if month <= published.month else published.year - 1}-{month:02}", "", billed[0]


def _year_of(told: re.Match[str]) -> int:
    """The year of a match that tells it as such, or by its era (令和, 平成) and age."""
    return int(told["year"]) if told["year"] else year_of_era(told["era"], 1 if told["age"] == "元" else int(told["age"]))
