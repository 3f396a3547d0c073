"""The day of publication that the head of a text bears."""

from collections.abc import Sequence

from analyzer.reading.head import Line
from analyzer.reading.letterhead import precedes_title
from analyzer.reading.page_day import PageDay
from analyzer.reading.title import Heading


def find_date(lines: Sequence[Line], heading: Heading | None) -> tuple[PageDay, int] | None:
    """The day that a line bears, with nothing but names, addressees and the title before it, and the number of that line; that of
    an update where no other is told."""
    updated: tuple[PageDay, int] | None = None
    for line in lines:
        if line.bears is not None and not line.bears.updated:
            return line.bears, line.number
        if line.bears is not None:
            updated = updated or (line.bears, line.number)
        elif line.wording and not precedes_title(line.wording) and (heading is None or line.number > heading.number):
            break
    return updated
