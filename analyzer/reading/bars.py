"""The bars between the cells of a table, left over where it was pasted cell by cell."""

import re

from analyzer.language.units import Span

_ENDS = r"\n\r\v\f\x85\u2028\u2029"
_START, _END = rf"(?:\A|(?<=[{_ENDS}]))", rf"\r\n|[{_ENDS}]|\Z"
_EMPTY_CELL = re.compile(rf"{_START}[ \t\u3000]*[|｜][ \t\u3000|｜:-]*(?:{_END})")
_CELL_END = re.compile(rf"{_START}([^|｜{_ENDS}]*[^|｜\s])[ \t\u3000]*[|｜][ \t\u3000]*(?={_END})")


def bars_in(text: str) -> list[Span]:
    """Where lines of bars alone stand, and the bar behind a cell that has its line to itself; a row of several cells keeps its bars.

    >>> bars_in("原因 |\\n|\\n宛先の誤り |\\n品名 | 数")
    [(2, 4), (5, 7), (12, 14)]
    """
    ends = ((found.end(1), found.end()) for found in _CELL_END.finditer(text))
    return sorted([*(found.span() for found in _EMPTY_CELL.finditer(text)), *ends])
