"""Dates of a thing and of no step: when a paper runs out, a tax is due, a show begins, a rule was issued, accounts run."""

import re
from collections.abc import Sequence

from analyzer.answers.timeline.dates.anchors import DateExpression
from analyzer.rules.slots import COURSE
from analyzer.schema import Precision

_WITHIN = re.compile(r"\)?(?:期間)?(?:の(?:間|期間)に|(?:の?期間)?中に)")
"""「年末年始休業(12月29日〜1月3日)の間に漏水が」: it happened some day of it."""
_BRACKET = re.compile(r"\s*\(\s*")
_CLOCK_BESIDE = re.compile(r"\s*/\s*[0-9]{1,2}(?::[0-9]{2}|時)")
_OWN_DAY = re.compile(r"[0-9]\s*(?:[月日]|/)")
_SHORT = 24
"""Characters before a date that may name what it is of."""


def is_of_thing(told: Sequence[DateExpression], place: int, wording: str) -> bool:
    """Whether the date at `place` of those `told` in a unit only tells of a thing, by the words beside it.

    >>> from analyzer.answers.timeline.dates.expressions import find_dates
    >>> expired = "令和6年2月に有効期限が過ぎた薬剤を、5月7日に使っていました。"
    >>> [is_of_thing(find_dates(expired), place, expired) for place in (0, 1)]
    [True, False]
    """
    found = told[place]
    before, after = wording[max(0, found.start - _SHORT) : found.start], wording[found.end :]
    if _is_named_exactly(told, place, wording):
        return True
    if COURSE.says("of_thing_after", after) or COURSE.says("of_thing_before", before) or COURSE.says("awaited_after", after):
        return True
    named = COURSE.says("span_of_thing_before", before) and not _WITHIN.match(after)
    if found.ranged and (named or COURSE.says("span_of_thing_after", after)):
        return True
    if found.clocked:
        if _OWN_DAY.search(found.text):
            return False  # 「6月2日14時からの販売を」 tells a day as well.
        if found.ranged and COURSE.says("hours_of_tariff_after", after):
            return True
        beside = _CLOCK_BESIDE.match(after)
        return COURSE.says("hour_of_show_after", after[beside.end() :] if beside else after)
    bracketed = found.tells_year and before.rstrip().endswith("(") and COURSE.says("of_paper_after", after)
    return bracketed or (after.startswith(")") and COURSE.says("of_paper_before", before))


def _is_named_exactly(told: Sequence[DateExpression], place: int, wording: str) -> bool:
    """Whether the next date says in brackets which day is meant: 「令和5年度末(令和6年3月31日)」."""
    if place + 1 == len(told):
        return False
    found, exact = told[place], told[place + 1]
    if not _BRACKET.fullmatch(wording[found.end : exact.start]) or not wording.startswith(")", exact.end):
        return False
    rough = found.precision == Precision.MONTH or found.text.endswith("末")
    return rough and exact.precision == Precision.DAY and found.iso is not None and (exact.iso or "").startswith(found.iso[:7])
