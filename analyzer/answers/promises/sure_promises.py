"""What promises, or does not, by its words or its place alone, whatever the labeller makes of it.

「再発防止に向けて総力を挙げて対応してまいります」 promises; 「・2者以上の確認作業」 below 「原因」 names what was wanting.
"""

import re
from collections.abc import Sequence

from analyzer.answers.promises.statuses import status_of
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, Label, Labels

_BY_WORDS = 0.5
"""Probability of a label that no model gave."""
_CAUSE_ALONE = re.compile(r"[\W0-9]*(?:事故|事案|本件|問題)?(?:発生)?の?原因(?:について)?\W*")


def with_sure_promises(document: DocumentReading, labels: Sequence[Labels]) -> list[Labels]:
    """The labels of each unit, with the vague promise that its words are, and without the measure that its place rules out.

    Of the train statements' 666 units with a stock line all are measures; of their 248 lines without a verb below a heading on
    the cause alone, none is.
    """
    return [_sure(document.units, index, given) for index, given in enumerate(labels)]


def _sure(units: Sequence[UnitReading], index: int, given: Labels) -> Labels:
    unit = units[index]
    if MEASURES.isdisjoint(given):
        told = not unit.placement.is_heading and PROMISES.says("stock_line", unit.wording)
        return {**given, Label.MEASURE_VAGUE: _BY_WORDS} if told else given
    heading = unit.placement.heading
    over = units[heading].wording if heading is not None else ""
    named = _CAUSE_ALONE.fullmatch(over) and status_of(unit.wording) is None
    return {label: share for label, share in given.items() if label not in MEASURES} if named else given
