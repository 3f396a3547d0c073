"""The width at which a text was broken into lines, where it was: many lines end there in the middle of a sentence."""

import re
from collections import Counter
from collections.abc import Sequence

_NARROWEST = 36
"""Columns; a kanji takes two. Narrower lines are those of lists and tables."""
_FEWEST = 3
"""Lines that must end there; and thrice as many as are longer, and an eighth of all."""
_HALF = re.compile(r"[ -~｡-ﾟ]")
_SLACK, _HANGING = 4, 2
"""Columns that a line may fall short, since no line begins with 「っ」 or 「。」, or stand out."""
_OPEN = re.compile(r"[ぁ-んァ-ヶー一-龥々A-Za-z0-9、]$")
_WITHIN = re.compile(r"\s*(?!いつ|のち|しか)[はにをのでとがてりるっしくれきえいけせべめちねみゃゅょん、。」』)ー]")
_FEWEST_WITHIN = 2
"""Lines, and a sixth of those that end there, below which one begins as no sentence and no row does: 「を」, 「って」, 「、」."""


def columns_of(line: str) -> int:
    """Columns that a line takes, its indent and all.

    >>> columns_of("　名簿 A")
    8
    """
    shown = line.rstrip()
    return 2 * len(shown) - len(_HALF.findall(shown))


def width_of(lines: Sequence[str]) -> int | None:
    """Columns at which lines were broken; None where they were not, or at no even width."""
    columns = [columns_of(line) for line in lines]
    told = Counter(columns)
    open_ends = Counter(width for width, line in zip(columns, lines, strict=True) if _OPEN.search(line.rstrip()))
    within = Counter(width for width, below in zip(columns, lines[1:], strict=False) if _WITHIN.match(below))
    best: tuple[int, int] | None = None
    for width in (each for each in told if each >= _NARROWEST):
        full = sum(told[each] for each in _filled(width))
        left_open = sum(open_ends[each] for each in _filled(width))
        cut = sum(within[each] for each in _filled(width))
        longer = sum(count for each, count in told.items() if each > width + _HANGING)
        many = left_open >= _FEWEST and 2 * left_open > full and left_open > 3 * longer and 8 * full >= len(lines)
        if many and cut >= _FEWEST_WITHIN and 6 * cut >= left_open:
            best = max(best or (0, 0), (left_open, width))
    return best[1] if best else None


def is_filled(line: str, width: int | None) -> bool:
    """Whether a line was broken because it came to the width."""
    return width is not None and columns_of(line) in _filled(width)


def _filled(width: int) -> range:
    return range(width - _SLACK, width + _HANGING + 1)
