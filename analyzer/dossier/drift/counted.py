"""Counts where an announcement tells them: what is counted, in which clause, by what name, and whether of a part."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.count_meaning import counter_of, is_left_out, is_of_records, of_doers, of_samples, of_staff
from analyzer.dossier.drift.extent import counts_of_extent
from analyzer.dossier.drift.round_numbers import ABOUT, is_round_for, last_digit
from analyzer.dossier.likeness import CONTENT
from analyzer.dossier.quantities import Count, find_counts
from analyzer.language.facts import FactKind
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT
from analyzer.schema import COUNTED

_BOUND = re.compile(r"[、。:\s]")
_LINK = re.compile(r"(?:の?(?:方|お客様|会員|皆様))*(?:は|が|の|を)?\s*(?:最大|合計|計|約)*$")
_UNDER_WAY = re.compile(r"済|未|残|完了|回収|返金|復旧|発送|送付|連絡|受講|参加|出席|お?申し?出|回答|うち|新た|追加")
"""A count of what is done so far changes as it goes on."""


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """One count where it is told; `of_extent` where the rules take it for the size of the incident."""

    announcement: Announcement
    unit: int
    count: Count
    of_extent: bool

    @property
    def reading(self) -> UnitReading:
        return self.announcement.units[self.unit]

    @property
    def value(self) -> float:
        return self.count.value

    @property
    def counter(self) -> str:
        """Counts are compared with those of the same counter; records of people count people, and those who did it are no victims."""
        if of_doers(self.reading.wording, self.count):
            return "doers"
        return "名" if is_of_records(self.reading.wording, self.count) else counter_of(self.count)

    @property
    def shown(self) -> str:
        """The count as it is told: with the 「約」 that tells a round number from an exact one, with 「＋」 where it is added."""
        about = "約" if ABOUT.search(self.reading.wording[: self.count.start]) else ""
        return f"{'＋' if self.is_added else ''}{about}{self.count.text}"

    @property
    def is_added(self) -> bool:
        """Whether it comes on top of what was told before: 「団体の部の37名も対象です」."""
        return DRIFT.says("added_after", self.reading.wording[self.count.end :])

    @property
    def clause(self) -> tuple[int, int]:
        """The span of its clause in the unit's wording."""
        wording = self.reading.wording
        start = max((found.end() for found in _BOUND.finditer(wording, 0, self.count.start)), default=0)
        end = _BOUND.search(wording, self.count.end)
        return start, end.start() if end else len(wording)

    @property
    def name(self) -> str:
        """The words that say of whom or what a count is, where they stand before it: 「判定が変わる」 of 「判定が変わる方は73名」."""
        start, _ = self.clause
        before = self.reading.wording[start : self.count.start]
        return _LINK.sub("", before) if not _UNDER_WAY.search(before) else ""

    @property
    def is_part(self) -> bool:
        """Whether it is of a part of those told before it: 「うち1名は」."""
        return re.search(r"うち\s*(?:約|の)?$", self.reading.wording[: self.count.start]) is not None

    @property
    def words(self) -> frozenset[str]:
        """Content words of its clause."""
        start, end = self.clause
        words = (word for word in self.reading.parsed.words if start <= word.start < end and word.pos in CONTENT)
        return frozenset(word.lemma for word in words if not word.lemma.isdecimal())

    @property
    def data(self) -> frozenset[str]:
        """The kinds of personal data in its clause."""
        start, end = self.clause
        facts = (fact for fact in self.reading.facts if fact.kind == FactKind.DATA and start <= fact.start < end)
        return frozenset(self.reading.wording[fact.start : fact.end] for fact in facts)

    def rounds(self, value: float) -> bool:
        """Whether it is said to be about so many, and a value told before differs by less than its last digit that is told."""
        return is_round_for(self.reading.wording, self.count, value)

    def is_rounded(self, value: float) -> bool:
        """Whether it is the nearest round number for a value told since: 「約1,500名」 for 1,498."""
        return self.rounds(value) and abs(self.value - value) * 2 <= last_digit(self.value)


def counts_of(announcement: Announcement) -> Iterator[Counted]:
    """The counts of an announcement that may be of its matter, in order; none of staff, of samples or left out."""
    extent = {(index, count.start) for kind in COUNTED for index, count in counts_of_extent(announcement, kind)}
    for index, unit in enumerate(announcement.units):
        for count in find_counts(unit.wording):
            of_else = (is_other(unit.wording, count) for is_other in (of_staff, is_left_out, of_samples))
            if count.value and not any(of_else):
                yield Counted(announcement, index, count, (index, count.start) in extent)
