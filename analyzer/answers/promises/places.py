"""Units whose place tells whether they promise: a line beside measures in a list (guideline §2), a name of what follows, an explanation."""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from analyzer.answers.promises.acts import MARKER, parts_of
from analyzer.answers.promises.afterthoughts import tells_when
from analyzer.answers.promises.dues import day_told
from analyzer.answers.promises.enumerations import names_act
from analyzer.answers.promises.lines import goes_on_in_line, is_heading, lead_of, opens_phase, sign_of
from analyzer.answers.promises.rows import BORDER, row_at
from analyzer.answers.promises.statuses import TRAILING, is_ongoing, only_remedies, status_of
from analyzer.language.features import UnitReading
from analyzer.language.outline import topic_of
from analyzer.rules.slots import PROMISES, TRAITS
from analyzer.schema import MEASURES, STILL_TO_COME, Label, Labels

_OPEN_TO_SENSE = frozenset({Label.RESPONSE, Label.TIMELINE})
"""Labels beside which a line may still take the sense of its heading."""
_ALSO = re.compile(r"対応|経[過緯]|状況|被害|原因|復旧|(?<!防)止め")
"""A heading on prevention and on more."""
_LOOKS_BACK = re.compile(
    r"調査|捜査|究明|検証|聴取|審査|復旧|連絡|お詫び|説明|返金|回収|補償|(?:対策|防止策|改善策)の?(?:策定|検討|(?:取り|とり)まとめ)"
)
"""What is done about this matter, or to find the measures."""
_ORDERED = re.compile(
    r"(?:全|各|所属)[一-龥]{1,8}(?:宛て?|あて|に対し(?:て)?|へ|に)[^。]{0,30}(?:通知|通達|注意喚起|訓示|指示)[^。]{0,8}"
    r"(?:発出し|発し|出し|行い|行っ)(?:まし)?た[。\s]*$"
)
"""「本日付けで各校長宛てに通知を発出した」."""
_BY_THEIR_PLACE = 0.5
"""Probability of a label that no model gave."""
_ENOUGH = 2
"""Measures that tell without a heading what a list is of."""
_NEAR = 2
"""How many units on the first of a list may come."""


def sense_by_place(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> Labels:
    """The labels of the unit at `index`, or a measure where it tells when the one before it holds, or is a line in a list of them."""
    after_measure = index > 0 and not MEASURES.isdisjoint(labels[index - 1])
    if after_measure and MEASURES.isdisjoint(labels[index]) and tells_when(units, index):
        return {Label.MEASURE_CONCRETE: _BY_THEIR_PLACE}
    if _is_under_way(units, labels, index):
        return {Label.MEASURE_CONCRETE: _BY_THEIR_PLACE}
    return _sense_in_list(units, labels, index)


def only_names_what_follows(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether the unit at `index` only names what the sentences under it promise (「・職員への再教育」), and promises nothing beside them.

    In such a list a line and its sentences alternate, or the sentence under a single line speaks of what it names; the sentence that
    closes a list of mere lines explains none of them.
    """
    unit = units[index]
    if not sign_of(unit) or status_of(unit.wording) or day_told(unit.wording):
        return False
    under = list(_under(units, index))
    told = any(not MEASURES.isdisjoint(labels[at]) and not PROMISES.says("tail", units[at].wording) for at in under)
    return told and (
        _begins_one(units, under[-1] + 1, unit) or any(_is_one(units, at, unit) for at in range(index)) or _is_told_below(units, index)
    )


def only_announces(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether the unit at `index` only announces measures told after it: 「次の対策を12月末までに行います。」"""
    told = any(not MEASURES.isdisjoint(labels[at]) for at in range(index + 1, min(index + 1 + _NEAR, len(units))))
    return told and PROMISES.says("announcement", units[index].wording) and len(parts_of(units[index], labels[index])) == 1


def only_explains(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the unit at `index` stands under 「説明」 or 「用語」, which ends the section before it as a numbered heading would."""
    heading = units[index].placement.heading
    over = units[heading if heading is not None else 0 : index]
    return any(unit.placement.alone and PROMISES.says("explanation", unit.wording) for unit in over)


def _is_under_way(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether a unit tells, under a heading on prevention alone, of what is under way or was ordered: it takes the heading's sense."""
    unit = units[index]
    if unit.placement.is_heading or unit.placement.heading is None or not _OPEN_TO_SENSE.issuperset(labels[index]):
        return False
    over = units[unit.placement.heading].wording
    if not TRAITS.says("headed_prevention", over) or _ALSO.search(over) or only_remedies(unit.wording):
        return False
    ongoing = is_ongoing(unit.wording) and not _LOOKS_BACK.search(unit.wording)
    return (ongoing or _ORDERED.search(unit.wording) is not None) and not PROMISES.says("no_promise", unit.wording)


def _sense_in_list(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> Labels:
    """The labels of the unit at `index`, or a measure where it has none, names an act, and a line beside it in the list is one."""
    unit = units[index]
    if not labels[index] and _is_row_of_measures(units, labels, index):
        return {Label.MEASURE_CONCRETE: _BY_THEIR_PLACE}
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


def _is_row_of_measures(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether a unit is a row of a table under its head, tells of an act when or by whom, and all rows that have labels are measures."""
    if not index or not all(BORDER.search(units[at].wording) for at in (index - 1, index)):
        return False
    row = row_at(units, index)
    run = [*takewhile(lambda at: BORDER.search(units[at].wording), range(index + 1, len(units)))]
    run += takewhile(lambda at: BORDER.search(units[at].wording), range(index - 1, -1, -1))
    given = [labels[at] for at in run if labels[at]]
    told = row is not None and bool(row.owner or row.told)
    return told and len(given) >= _ENOUGH and not any(MEASURES.isdisjoint(each) for each in given)


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
    marker = MARKER.match(unit.wording)  # 「[x] 鍵の交換」 marks an act as done, and tells nothing as past.
    said = status_of(unit.wording[marker.end() if marker else 0 :])
    return said in STILL_TO_COME if said else names_act([word for word in unit.parsed.words if word.start < told])


def _under(units: Sequence[UnitReading], index: int) -> Iterator[int]:
    """The sentences on lines of their own right under a line."""
    at = index + 1
    if at < len(units) and units[at].span[0] == units[index].span[1]:
        return  # The line itself goes on.
    while at < len(units) and not sign_of(units[at]) and not units[at].placement.is_heading and not opens_phase(units[at]):
        yield at
        at += 1


def _is_told_below(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a line that follows none of its kind names what the sentence under it tells: 「二 警報器の設置」「警報器を…置きました。」"""
    below = units[index + 1].wording
    nouns = [word.text for word in units[index].parsed.words if word.pos == "NOUN" and len(word.text) > 1]
    alone = not index or sign_of(units[index - 1]) != sign_of(units[index])
    return alone and "を" not in units[index].wording and below.rstrip().endswith("。") and any(noun in below for noun in nouns)


def _begins_one(units: Sequence[UnitReading], at: int, like: UnitReading) -> bool:
    return at < len(units) and sign_of(units[at]) == sign_of(like)


def _is_one(units: Sequence[UnitReading], at: int, like: UnitReading) -> bool:
    """Whether the unit at `at` has the sign of another, and sentences under it that the next line with that sign follows."""
    under = list(_under(units, at)) if _begins_one(units, at, like) else []
    return bool(under) and _begins_one(units, under[-1] + 1, like)
