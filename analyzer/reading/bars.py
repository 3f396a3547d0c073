"""The bars between the cells of a table, left over where it was pasted cell by cell."""

import re

_ENDS = r"\n\r\v\f\x85\u2028\u2029"
_START, _END = rf"(?:\A|(?<=[{_ENDS}]))", rf"\r\n|[{_ENDS}]|\Z"
_EMPTY_CELL = re.compile(rf"{_START}[ \t\u3000]*[|｜][ \t\u3000|｜:-]*(?:{_END})")
_CELL_END = re.compile(rf"{_START}([^|｜{_ENDS}]*[^|｜\s])[ \t\u3000]*[|｜][ \t\u3000]*(?={_END})")


def without_bars(text: str) -> tuple[str, int]:
    """The text without lines of bars alone and without the bar behind a cell that has its line to itself, and how many went; a row
    of several cells keeps its bars.

    >>> without_bars("原因 |\\n|\\n宛先の誤り |\\n品名 | 数")
    ('原因\\n宛先の誤り\\n品名 | 数', 3)
    """
    text, empty = _EMPTY_CELL.subn("", text)
    text, ends = _CELL_END.subn(r"\1", text)
    return text, empty + ends
