"""The day that a statement bears: in a line that holds nothing but a date and who signs."""

import re
from collections.abc import Sequence
from datetime import date

from analyzer.answers.timeline.dated_units import key_of_matter
from analyzer.answers.timeline.dates.expressions import DateExpression, find_dates
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.reading.page_day import page_day
from analyzer.schema import Label, Precision

_OF_STEPS = frozenset({Label.TIMELINE, Label.INCIDENT})
"""Topics of headings below which a date alone on its line is a step."""
_SIGNED = re.compile(
    r"\s+(?=.*(?:代表|社長|理事|会長|校長|院長|[市町村区]長|学長|園長|所長|会社|法人|クラブ|協会|連盟|委員会|大学|学校|病院|組合|事務局))[^。、をが「」]{2,40}"
)
"""Who signs, on the line of the date."""
TODAY = re.compile(r"本日|今日|きょう")
_TODAY_BRACKET = re.compile(r"(?:本日|今日|きょう)\($")
_DAY = len("2025-01-09")
_DATELINE = re.compile(r"[\s()「」【】:・,、。]|公表|公開|掲載|発表|発行|更新|配信|開始|記|日|付け?|現在")


def published_on(document: DocumentReading) -> date | None:
    """The day of publication that is given, or else the day that the statement bears."""
    return document.statement.published or dateline(document)


def dateline(document: DocumentReading) -> date | None:
    """The day in a line near the top, or else near the end, that holds nothing but a full date and who signs; else that of 「本日」."""
    units = list(enumerate(document.units))
    for index, unit in (*units[:6], *units[6:][-4:]):
        told = find_dates(unit.wording)
        if is_dateline(unit, index, told) and told[0].iso and key_of_matter(document, index, unit.wording[: told[0].start]) is None:
            return date.fromisoformat(told[0].iso[:10])
    return next((day for unit in document.units if (day := _today_in(unit.wording))), None)


def _today_in(wording: str) -> date | None:
    """The full date that a sentence gives to the day from which it speaks: 「本日、2025年2月3日より」「本日(令和7年2月3日)」."""
    if not TODAY.search(wording):
        return None
    named = (found for found in find_dates(wording) if TODAY.match(wording, found.start) or _TODAY_BRACKET.search(wording[: found.start]))
    return next((date.fromisoformat(found.iso[:10]) for found in named if found.iso and len(found.iso) >= _DAY), None)


def is_dateline(unit: UnitReading, index: int, told: Sequence[DateExpression]) -> bool:
    """Whether a unit holds nothing but a full date and who signs, and is no step of a list."""
    if len(told) != 1 or told[0].precision != Precision.DAY or not unit.placement.alone:
        return False
    # A day under 「発生日」 or in the list under 「経緯」 is a step; below the last measure it is the day of the letter.
    if unit.placement.topic and (unit.placement.heading == index - 1 or unit.placement.topic in _OF_STEPS):
        return False
    if (borne := page_day(unit.wording)) is not None and not borne.rest:
        return True  # with what a page sets beside its day: 「ページ番号1004 更新日 令和6年5月1日 印刷」
    before, after = unit.wording[: told[0].start], unit.wording[told[0].end :]
    return not _DATELINE.sub("", before + _SIGNED.sub("", after))
