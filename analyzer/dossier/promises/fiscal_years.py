"""Fiscal years as the days of a promise: 「来年度」, put off without a word of delay where a later one is told (「令和9年度から」)."""

import re
from datetime import date

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.promises.vow import Vow
from analyzer.language.eras import year_of_era

_YEAR = re.compile(r"(?:(?P<era>令和|平成)(?P<number>[0-9]{1,2}|元)|(?P<common>20[0-9]{2})|(?P<told>再来|今|本|来))年度")
_FROM_NOW = {"今": 0, "本": 0, "来": 1, "再来": 2}
_BEGINS = re.compile(
    r"(?:の?[一-龥]{1,8})?(?:から|より|以降|までに|中に|に(?=[^、。]{0,12}(?:導入|実施|開始|移行|延期|行い|行う|始め|設け|設置)))"
)
"""What makes a year that of an act; 「令和8年度入試では3校で試し」 has one of another."""
_APRIL = 4


def year_of_due(due: str | None, told_on: date) -> int | None:
    """The fiscal year that a worded due names, as it was told on a day."""
    found = _YEAR.match(due) if due else None
    return _year(found, told_on) if found else None


def later_year(vow: Vow, sentence: Sentence) -> str | None:
    """The words in which a later sentence gives a promise a later fiscal year than it had (「令和9年度から」); None for no later one."""
    first = year_of_due(vow.due, vow.announcement.day)
    if first is None:
        return None
    told_on, wording = sentence.announcement.day, sentence.wording
    begun = ((found, tail) for found in _YEAR.finditer(wording) if (tail := _BEGINS.match(wording, found.end())))
    years = {_year(found, told_on): wording[found.start() : tail.end()] for found, tail in begun}
    last = max(years, default=first)
    return years[last] if last > first else None


def _year(found: re.Match[str], told_on: date) -> int:
    if found["era"]:
        return year_of_era(found["era"], 1 if found["number"] == "元" else int(found["number"]))
    if found["common"]:
        return int(found["common"])
    return told_on.year - (told_on.month < _APRIL) + _FROM_NOW[found["told"]]
