"""Stock lines on prevention that the labeller passes over: 「再発防止に向けて総力を挙げて対応してまいります」 promises."""

from collections.abc import Sequence

from analyzer.language.features import DocumentReading
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, Label, Labels

_BY_WORDS = 0.5
"""Probability of a label that no model gave."""


def with_stock_lines(document: DocumentReading, labels: Sequence[Labels]) -> list[Labels]:
    """The labels of each unit, and a vague promise where its words are one in so many words and no measure is labelled.

    The train statements have 666 units of these words: all are measures.
    """
    return [
        {**given, Label.MEASURE_VAGUE: _BY_WORDS}
        if MEASURES.isdisjoint(given) and not unit.placement.is_heading and PROMISES.says("stock_line", unit.wording)
        else given
        for unit, given in zip(document.units, labels, strict=True)
    ]
