"""Units that no label calls a measure and their place does: a line beside measures in a list (guideline §2), a day told after one."""

from collections.abc import Iterator, Sequence

from analyzer.answers.promises.afterthoughts import tells_when
from analyzer.answers.promises.enumerations import names_act
from analyzer.answers.promises.lines import goes_on_in_line
from analyzer.answers.promises.sharing import lead_of, sign_of
from analyzer.answers.promises.statuses import TRAILING, status_of
from analyzer.language.features import UnitReading
from analyzer.language.outline import topic_of
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, STILL_TO_COME, Label, Labels

_BY_THEIR_PLACE = 0.5
"""Probability of a label that no model gave."""
_ENOUGH = 2
"""Measures that tell without a heading what a list is of."""


def sense_by_place(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> Labels:
    """The labels of the unit at `index`, or a measure where it tells when the one before it holds, or is a line in a list of them."""
    after_measure = index > 0 and not MEASURES.isdisjoint(labels[index - 1])
    if after_measure and MEASURES.isdisjoint(labels[index]) and tells_when(units, index):
        return {Label.MEASURE_CONCRETE: _BY_THEIR_PLACE}
    return _sense_in_list(units, labels, index)


def _sense_in_list(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> Labels:
    """The labels of the unit at `index`, or a measure where it has none, names an act, and a line beside it in the list is one."""
    unit = units[index]
    if labels[index] or not sign_of(unit) or is_heading(units, index) or not _is_act(unit):
        return labels[index]
    beside = [labels[at] for at in _beside(units, index) if labels[at]]
    measures = [given for given in beside if not MEASURES.isdisjoint(given)]
    if unit.placement.topic in MEASURES or topic_of(lead_of(units, index)) in MEASURES:
        like = bool(measures)
    else:  # Under 「施設課の対応」 only the lines themselves tell what the list is of.
        like = len(measures) >= _ENOUGH and len(measures) == len(beside)
    if not like:
        return labels[index]
    return {Label.MEASURE_VAGUE if PROMISES.says("will", unit.wording) else Label.MEASURE_CONCRETE: _BY_THEIR_PLACE}


def is_heading(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the unit at `index` is a heading, and not a line such as 「(3)鍵の所在の確認」 that the next of its list follows at once."""
    place, sign = units[index].placement, sign_of(units[index])
    goes_on = bool(sign) and index + 1 < len(units) and sign_of(units[index + 1]) == sign
    return place.is_heading and (place.key_topic in MEASURES or not goes_on)


def _beside(units: Sequence[UnitReading], index: int) -> Iterator[int]:
    """The units of the list that the line at `index` is in, sentences that go on in its lines among them."""
    for way in (range(index + 1, len(units)), range(index - 1, -1, -1)):
        for at in way:
            if sign_of(units[at]) != sign_of(units[index]) and not (at and goes_on_in_line(units, at - 1)):
                break
            yield at


def _is_act(unit: UnitReading) -> bool:
    """Whether a line names an act (「故障した部分の二重化」) or says what will be done; what is told as past may be anything."""
    told = len(TRAILING.sub("", unit.wording))
    said = status_of(unit.wording)
    return said in STILL_TO_COME if said else names_act([word for word in unit.parsed.words if word.start < told])
