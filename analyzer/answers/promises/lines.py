"""Lines of a statement: units that one line is cut into, the marks of list lines, and the line that stands over a list."""

import re
from collections.abc import Sequence

from analyzer.language.features import UnitReading
from analyzer.language.marks import BULLETS
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES

_ANNOUNCES = re.compile(
    r"[次以下左]の|以下[0-9]|下記|(?:こう|このように|こういうふうに)(?:し|変え|改め|直し)(?:ました|た|ております|ています|てます)[。!！]?$"
)
_NO_SENTENCE = re.compile(r"^\s*[◆■□●▼◇★【].*[^。、]\s*$")
"""A framed line without a full stop opens what stands below it, though it tells a day."""
_TITLE = re.compile(r"^[^、。をは]{0,20}(?:対策|防止策|改善策|措置|取り?組み|対応策?)(?:について)?(?:\s*\([^()]{1,24}\))?\s*$")
"""A line alone that names what stands below it: 「3. 再発防止策(12月20日までに実施)」."""
_CHANGES = re.compile(r"[^策措]の(?:見直し|改善|改正|改訂|是正)\s*$")
"""An item of a list that names a change: 「②保管方法の見直し」."""
_NUMBERED = re.compile(r"\s*[一二三四五六七八九十ア-ン] (?=[^\s])")
"""A number before a blank, which opens a line as one before a full stop does."""
_DONE = re.compile(r"\([^()]*(?<!未)済み?\)\s*$")


def goes_on_in_line(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the unit after the one at `index` stands in the same line."""
    return index + 1 < len(units) and units[index].span[1] == units[index + 1].span[0]


def opening_of_line(units: Sequence[UnitReading], index: int) -> int:
    """The unit whose marker opens the list line that the unit at `index` goes on with (「・…の中止。11月17日から適用」), else itself."""
    first = index
    while first and not units[first].placement.marker and goes_on_in_line(units, first - 1):
        first -= 1
    return first if units[first].placement.marker else index


def opens_phase(unit: UnitReading) -> bool:
    """Whether a line only tells the phase of the measures below it: 「短期(完了)」, 「今月中に行うこと」."""
    return unit.placement.alone and PROMISES.says("phase", unit.wording)


def is_heading(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the unit at `index` is a heading, and not a line such as 「(3)鍵の所在の確認」 that the next of its list follows at once."""
    place, sign = units[index].placement, sign_of(units[index])
    goes_on = bool(sign) and index + 1 < len(units) and sign_of(units[index + 1]) == sign
    return place.is_heading and not (goes_on and (place.key_topic not in MEASURES or _CHANGES.search(units[index].wording)))


def lead_of(units: Sequence[UnitReading], index: int) -> str:
    """The line that stands over a list line: its heading, or the sentence that opens the list."""
    index = opening_of_line(units, index)
    place = units[index].placement
    if place.marker:
        lines = (unit for unit in reversed(units[:index]) if unit.placement.marker or unit.placement.alone)
        found = next((unit for unit in lines if sign_of(unit) != sign_of(units[index])), None)
        return found.wording if found and (_opens_list(found) or _done_with(found, units[index])) else ""
    return units[place.heading].wording if place.heading is not None and place.alone else ""


def _opens_list(unit: UnitReading) -> bool:
    """Whether a line opens the list below it: a heading, a sentence that announces it, or a line that but names it."""
    named = _NO_SENTENCE.search(unit.wording) or (unit.placement.alone and _TITLE.search(unit.wording))
    return unit.placement.is_heading or opens_phase(unit) or bool(_ANNOUNCES.search(unit.wording) or named)


def _done_with(over: UnitReading, unit: UnitReading) -> bool:
    """Whether a line is one of the dashes below a number that is marked as done: 「①送信の仕組みの改修(4月28日改修済)」."""
    return _DONE.search(over.wording) is not None and sign_of(unit) in BULLETS and sign_of(over) not in BULLETS


def sign_of(unit: UnitReading) -> str:
    """What marks a line of a list: 「・」 and 「■」, 「4.」 and 「①」, 「二 」 mark different ones."""
    opening = unit.wording.lstrip()[:1] if unit.placement.marker or _NUMBERED.match(unit.wording) else ""
    return next((kind for kind in ("0-9", "①-⓿", "一二三四五六七八九十", "ア-ン") if re.match(f"[{kind}]", opening)), opening)
