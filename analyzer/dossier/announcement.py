"""One announcement of an incident: the statement's units, parsed, beside the report that was made of them."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from analyzer.durations import TO_THE_DAY
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import Promise, Report
from analyzer.schema import Label

_UNIT_LINE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, eq=False)
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
    def day(self) -> date:
        """The day of publication."""
        return date.fromisoformat(self.published)

    @property
    def title(self) -> str:
        """The title folded; empty where there is none."""
        return self.document.title

    @property
    def sentences(self) -> tuple["Sentence", ...]:
        """All its units, in order."""
        return tuple(Sentence(self, index) for index in range(len(self.units)))

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


class Sentence(NamedTuple):
    """One unit of one announcement."""

    announcement: Announcement
    place: int

    @property
    def unit(self) -> UnitReading:
        return self.announcement.units[self.place]

    @property
    def wording(self) -> str:
        return self.unit.wording

    @property
    def labels(self) -> Collection[Label]:
        return self.announcement.labels(self.place)

    @property
    def promises(self) -> Sequence[Promise]:
        """Those of the statement's ledger that stand in it."""
        return self.announcement.report.promises_in(self.place)

    @property
    def promising(self) -> bool:
        """Whether it promises something (`promising.py`)."""
        return self.place in self.announcement.promising

    @property
    def days_told(self) -> list[str]:
        """The days of its steps, in ISO form."""
        events = self.announcement.report.timeline
        return [event.at[:10] for event in events if event.unit == self.place and event.at and len(event.at) >= TO_THE_DAY]

    @property
    def quote(self) -> str:
        """Its wording as read, on one line."""
        return self.announcement.quote(self.place)

    @property
    def following(self) -> tuple["Sentence", ...]:
        """The sentence after it; none after the last."""
        after = self.place + 1
        return (Sentence(self.announcement, after),) if after < len(self.announcement.units) else ()
