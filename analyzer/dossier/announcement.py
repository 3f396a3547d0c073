"""One announcement of an incident: the statement's units, parsed, beside the report that was made of them."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import Report
from analyzer.schema import Label

_UNIT_LINE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Announcement:
    """`report.units[i]` and `document.units[i]` are the same unit; `id` names the statement in the dossier.

    `promising` are the indices of the units that promise something (`promising.py`).
    """

    id: str
    report: Report
    document: DocumentReading
    promising: frozenset[int]

    @property
    def published(self) -> str:
        """ISO date; announcements of a dossier are dated."""
        return self.report.published or ""

    @property
    def units(self) -> tuple[UnitReading, ...]:
        return self.document.units

    def labels(self, index: int) -> Collection[Label]:
        return self.report.units[index].labels.keys()

    def labelled(self, *labels: Label) -> Iterator[tuple[int, UnitReading]]:
        """Units that have one of the labels, with their indices."""
        for index, unit in enumerate(self.units):
            if not set(labels).isdisjoint(self.labels(index)):
                yield index, unit

    def quote(self, index: int) -> str:
        """A unit's wording as read, on one line."""
        return _UNIT_LINE.sub(" ", self.report.units[index].text).strip()
