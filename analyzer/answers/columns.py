"""What a column of a table tells below its head, whatever the labels of rows that hold something else beside."""

import re
from collections.abc import Sequence

from analyzer.language.features import UnitReading

CAUSES = re.compile(r"(?:主な|発生|直接)?(?:原因|要因|問題点)(?:等|と背景)?")
MEASURES = re.compile(r"(?:再発)?防止策|(?:今後の|再発防止)?対策|改善(?:策|の?内容)")
_LEAST = 6
"""Characters from which a cell tells something."""
_OPEN = re.compile(r"調査中|検討中|究明中|確認中|未定|不明")


def told_in_column(units: Sequence[UnitReading], head: re.Pattern[str]) -> dict[int, str]:
    """The rows that fill the column with such a head, and what stands in it."""
    found: dict[int, str] = {}
    at = width = 0
    for index, unit in enumerate(units):
        cells = [cell.strip() for cell in unit.wording.strip("| ").split("|")]
        named = [column for column, cell in enumerate(cells) if head.fullmatch(cell)] if len(cells) > 1 else []
        if named:
            at, width = named[0], len(cells)
        elif len(cells) != width:
            width = 0
        elif len(cells[at]) >= _LEAST and not _OPEN.search(cells[at]):
            found[index] = cells[at]
    return found
