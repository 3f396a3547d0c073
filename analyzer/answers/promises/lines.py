"""Lines of a statement that full stops cut into several units."""

from collections.abc import Sequence

from analyzer.language.features import UnitReading
from analyzer.rules.slots import PROMISES


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
