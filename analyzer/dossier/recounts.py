"""Counts that a later announcement tells otherwise: 「214名」 that became 「231名」, 「39世帯」 that were 33.

Which of the counts in a text is the new value of one told before is told by what stands beside both, how large they are and
what is told again; a logistic regression fitted on labelled dossiers weighs it.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.extent import counter_of, counts_of_extent, is_cited, is_left_out, is_of_records, of_staff
from analyzer.dossier.likeness import CONTENT, Weights
from analyzer.dossier.quantities import Count, find_counts
from analyzer.judging.choice import Choice
from analyzer.language.features import UnitReading
from analyzer.rules.slots import hit, slot_patterns
from analyzer.schema import COUNTED, DriftKind, Label

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

CHANGED, SAME = "changed", "same"
"""The values of the choice."""
_LEAST = 0.35
"""Probability from which a count is told otherwise; chosen by cross-validation over incidents for the best F1."""
_BOUND = re.compile(r"[、。:\s]")
_ALIKE = 0.3
"""Logarithm of the ratio within which two values are near each other."""
_FAR = 3.0
_ABOUT = re.compile(r"(?:約|およそ|おおよそ|ほぼ)\s*$")
_OF_WHOLE = re.compile(r"(?:様|の方)?のうち")
_LEAST_ROUND = 100
"""From which a count is told as a round number."""
_LINK = re.compile(r"(?:の?(?:方|お客様|会員|皆様))*(?:は|が|の|を)?\s*(?:最大|合計|計|約)*$")
_UNDER_WAY = re.compile(r"済|未|残|完了|回収|返金|復旧|発送|送付|連絡|受講|参加|出席|お?申し?出|回答|うち|新た|追加")
"""A count of what is done so far changes as it goes on."""
_LEAST_NAME = len("影響のある")
"""Characters of a name from which it is of one thing only."""
_ALONE = (0.0,) * 13
"""The columns of a count that there is none to hold against."""
_OF_PEOPLE = frozenset(("名", "件"))
"""People are counted by either; the two are compared where the earlier count is cited."""


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
        """Counts are compared with those of the same counter; records of people count people."""
        return "名" if is_of_records(self.reading.wording, self.count) else counter_of(self.count)

    @property
    def shown(self) -> str:
        """The count as it is told, with the 「約」 that tells a round number from an exact one."""
        return f"約{self.count.text}" if _ABOUT.search(self.reading.wording[: self.count.start]) else self.count.text

    @property
    def clause(self) -> tuple[int, int]:
        """The span of its clause in the unit's wording."""
        wording = self.reading.wording
        start = max((found.end() for found in _BOUND.finditer(wording, 0, self.count.start)), default=0)
        end = _BOUND.search(wording, self.count.end)
        return start, end.start() if end else len(wording)


@dataclass(frozen=True, slots=True, eq=False)
class Recount:
    """A count of a later announcement and the one told before that it comes nearest to, if there is one to compare."""

    before: Counted | None
    after: Counted
    columns: "Floats"

    @property
    def kind(self) -> DriftKind:
        """What is counted; people told as 件 are people."""
        kinds = {each.count.kind for each in (self.before, self.after) if each}
        return DriftKind.PERSONS if DriftKind.PERSONS in kinds else self.after.count.kind


@dataclass(frozen=True, eq=False)
class Recounts:
    """The counts of one dossier held against one another; without a `choice` whatever grew is told otherwise."""

    choice: Choice | None
    announcements: Sequence[Announcement]

    def found(self) -> Iterator[Recount]:
        """The likeliest change of each thing counted in each later announcement, where one is likely enough; places are not people."""
        for announcement in self.announcements[1:]:
            told = [(self._likely(recount), recount) for recount in self.of(announcement) if recount.before and not self._is_same(recount)]
            counters = list(dict.fromkeys(recount.after.counter for _, recount in told))
            likeliest = [max((pair for pair in told if pair[1].after.counter == counter), key=lambda pair: pair[0]) for counter in counters]
            likely = [recount for likely, recount in likeliest if likely >= _LEAST]
            whole = [recount for recount in likely if not _is_part(recount.after)]
            changed: dict[str, Recount] = {}
            for recount in (*whole, *self._corrected(announcement), *likely, *self._named_alike(announcement)):
                changed.setdefault(recount.after.counter, self._of_part(recount))
            yield from (recount for recount in changed.values() if not self._has_its_own(recount, changed))

    def _corrected(self, announcement: Announcement) -> Iterator[Recount]:
        """Counts told openly in place of one that a correction cites: 「対象者 29名」 above 「前回30名と公表しましたが、…訂正します」."""
        mine = self._counts[announcement.id]
        for cited in mine:
            wording = cited.reading.wording
            if not (is_cited(wording, cited.count) and hit("drift", "corrects", wording)):
                continue
            told = [each for each in self._earlier(announcement) if each.counter == cited.counter and each.value == cited.value]
            others = [each for each in mine if each.counter == cited.counter and each.value != cited.value and not _is_part(each)]
            near = [each for unit in (cited.unit, cited.unit - 1, cited.unit + 1) for each in others if each.unit == unit]
            if told and near:
                yield Recount(told[-1], near[0], np.empty(0))

    def _named_alike(self, announcement: Announcement) -> Iterator[Recount]:
        """Counts of what the last announcement that counts it by that very name told otherwise."""
        for after in self._counts[announcement.id]:
            name = _name(after)
            told = [each for each in self._earlier(announcement) if each.counter == after.counter]
            alike = [each for each in told if len(name) >= _LEAST_NAME and _name(each) == name]
            if alike and alike[-1].value != after.value:
                yield Recount(alike[-1], after, np.empty(0))

    def of(self, announcement: Announcement) -> Iterator[Recount]:
        """Every count of one announcement with what was told before it."""
        place = self.announcements.index(announcement)
        earlier = self._earlier(announcement)
        mine = self._counts[announcement.id]
        cited = {each.value for each in mine if is_cited(each.reading.wording, each.count)}
        for after in mine:
            same = [
                each
                for each in earlier
                if each.counter == after.counter or ({each.counter, after.counter} == _OF_PEOPLE and each.value in cited)
            ]
            beside = [each for each in mine if each.counter == after.counter]
            others = [(self._nearness(after, each), each) for each in same if each.value != after.value]
            (likeness, shared), before = max(others, key=lambda pair: sum(pair[0]), default=((0.0, 0.0), None))
            columns = _columns(after, before, likeness, shared, same, beside)
            yield Recount(before, after, np.array([*columns, place / len(self.announcements)]))

    def _earlier(self, announcement: Announcement) -> list[Counted]:
        """Every count of the announcements before one."""
        return [each for before in self.announcements[: self.announcements.index(announcement)] for each in self._counts[before.id]]

    def _is_same(self, recount: Recount) -> bool:
        """Whether a count tells nothing new: the sum of what was told, or a round number for it (「約1万3,000名」 for 12,480)."""
        told = (each for each in self._earlier(recount.after.announcement) if each.counter == recount.after.counter)
        return self._adds_up(recount) or any(_rounds(recount.after, each.value) for each in told)

    def _of_part(self, recount: Recount) -> Recount:
        """A recount of those affected: of 「2,140社のうち1,870社」 the part is what a later count is held against."""
        whole = recount.before
        if whole is None or not _OF_WHOLE.match(whole.reading.wording[whole.count.end :]):
            return recount
        beside = (each for each in self._counts[whole.announcement.id] if each.unit == whole.unit and each.counter == whole.counter)
        part = next((each for each in beside if each.count.start > whole.count.end and each.value != recount.after.value), None)
        return replace(recount, before=part) if part else recount

    @staticmethod
    def _has_its_own(recount: Recount, changed: Mapping[str, Recount]) -> bool:
        """Whether what a count of another counter is held against is told otherwise in its own: people in 名, not records in 件."""
        before = recount.before
        own = changed.get(before.counter) if before else None
        return own is not None and own is not recount and own.before is not None and before is not None and own.before.value == before.value

    def _adds_up(self, recount: Recount) -> bool:
        """Whether a count is the sum of two that it names and that were told before: 「会員11,350名及び退会者2,870名の合計14,220名」."""
        later = recount.after
        beside = {each.value for each in self._counts[later.announcement.id] if each.unit == later.unit}
        for announcement in self.announcements[: self.announcements.index(later.announcement)]:
            told = beside & {each.value for each in self._counts[announcement.id] if each.counter == later.counter}
            if any(later.value - value in told - {value} for value in told):
                return True
        return False

    def _likely(self, recount: Recount) -> float:
        if self.choice is None:
            before, after = recount.before, recount.after
            return float(before is not None and before.of_extent and after.of_extent and after.value > before.value)
        return float(self.choice.probabilities(recount.columns, Counter())[self.choice.values.index(CHANGED)])

    def _nearness(self, one: Counted, other: Counted) -> tuple[float, float]:
        """How near the two sentences come, and the share of content words that the clauses of both counts have in common."""
        left, right = _words(one), _words(other)
        return self._weigh.likeness(one.reading, other.reading), len(left & right) / max(1, min(len(left), len(right)))

    @cached_property
    def _weigh(self) -> Weights:
        return Weights(self.announcements)

    @cached_property
    def _counts(self) -> dict[str, list[Counted]]:
        return {announcement.id: list(_counts_of(announcement)) for announcement in self.announcements}


def _counts_of(announcement: Announcement) -> Iterator[Counted]:
    extent = {(index, count.start) for kind in COUNTED for index, count in counts_of_extent(announcement, kind)}
    for index, unit in enumerate(announcement.units):
        for count in find_counts(unit.wording):
            if count.value and not of_staff(unit.wording, count) and not is_left_out(unit.wording, count):
                yield Counted(announcement, index, count, (index, count.start) in extent)


def _rounds(counted: Counted, value: float) -> bool:
    """Whether a count is said to be about so many, and a value told before differs by less than its last digit that is told."""
    about = _ABOUT.search(counted.reading.wording[: counted.count.start])
    whole = int(counted.value)
    if not about or whole != counted.value or whole == value or whole < _LEAST_ROUND:
        return False
    step = 10 ** (len(str(whole)) - _digits(whole))
    return abs(whole - value) < step <= whole / 10 and _digits(value) > _digits(whole)


def _digits(value: float) -> int:
    """How many digits a value is told with, the zeros at its end aside."""
    return len(str(int(value)).rstrip("0"))


def _name(counted: Counted) -> str:
    """The words that say of whom or what a count is, where they stand before it: 「判定が変わる」 of 「判定が変わる方は73名」."""
    start, _ = counted.clause
    before = counted.reading.wording[start : counted.count.start]
    return _LINK.sub("", before) if not _UNDER_WAY.search(before) else ""


def _is_part(counted: Counted) -> bool:
    """Whether a count is of a part of those told before it: 「うち1名は」."""
    return re.search(r"うち\s*(?:約|の)?$", counted.reading.wording[: counted.count.start]) is not None


def _words(counted: Counted) -> frozenset[str]:
    """Content words of the clause that a count stands in."""
    start, end = counted.clause
    words = (word for word in counted.reading.parsed.words if start <= word.start < end and word.pos in CONTENT)
    return frozenset(word.lemma for word in words if not word.lemma.isdecimal())


def _columns(
    after: Counted, before: Counted | None, likeness: float, shared: float, same: Sequence[Counted], beside: Sequence[Counted]
) -> list[float]:
    """The dense columns of a count: its sort and labels, what stands beside it, and how it compares with those told before."""
    wording, given = after.reading.wording, after.announcement.labels(after.unit)
    near = (likeness + shared) / 2
    told = [each.value for each in same]
    extent = [each.value for each in same if each.of_extent]
    start, end = after.clause
    rules = slot_patterns("drift", "beside_count")
    return [
        *(float(after.count.kind == kind) for kind in COUNTED),
        float(after.counter == "things"),
        float(after.counter == "件"),
        *(float(label in given) for label in Label),
        *(float(pattern.search(wording[start:end]) is not None) for pattern in rules),
        *(float(pattern.search(wording) is not None) for pattern in rules),
        float(after.of_extent),
        float(after.value in told),
        float(bool(same)),
        float(after.value == max(each.value for each in beside)),
        float(after is beside[0]),
        float(is_cited(wording, after.count)),
        near,
        likeness,
        shared,
        *(_against(after, before, near, told, beside) if before else _ALONE),
        float(bool(told) and after.value > max(told)),
        float(bool(extent) and after.value > max(extent)),
    ]


def _against(after: Counted, before: Counted, near: float, told: Sequence[float], beside: Sequence[Counted]) -> list[float]:
    """How a count compares with the one told before that it is held against."""
    ratio = math.log(after.value / before.value)
    again = [each for each in beside if each.value == before.value]
    return [
        float(ratio > 0),
        float(ratio < 0),
        float(abs(ratio) < _ALIKE),
        float(np.clip(ratio, -_FAR, _FAR)) / _FAR,
        float(before.of_extent),
        float(bool(again)),
        float(any(is_cited(each.reading.wording, each.count) for each in again)),
        float(before.value == max(told)),
        before.of_extent * near,
        (ratio > 0) * near,
        float(any(before.value + each.value == after.value for each in beside if each is not after)),
        float(before.of_extent and after.of_extent),
        float(ratio > 0 and before.of_extent and after.of_extent),
    ]
