"""Counts that a later announcement tells otherwise: 「214名」 that became 「231名」, 「39世帯」 that were 33.

Which of the counts in a text is the new value of one told before is told by what stands beside both, how large they are and
what is told again; a logistic regression fitted on labelled dossiers weighs it.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from analyzer.arrays import Floats
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.count_meaning import counter_of, is_cited, summed
from analyzer.dossier.drift.counted import Counted, counts_of
from analyzer.dossier.drift.labels import goes_by_it, left_over, paired
from analyzer.dossier.drift.recount_columns import columns_of
from analyzer.dossier.likeness import Weights
from analyzer.dossier.quantities import find_counts
from analyzer.judging.choice import Choice
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind

CHANGED, SAME = "changed", "same"
"""The values of the choice."""
_LEAST = 0.35
"""Probability from which a count is told otherwise; chosen by cross-validation over incidents for the best F1."""
_OF_WHOLE = re.compile(r"(?:様|の方)?のうち")
_GRAVER = re.compile(r"(?:様|の方)?(?:が|は)?、?(?:救急)?(?:入院|重[傷症]|搬送|死亡|亡くな)")
"""「2名が入院」 of those who fell ill is no new number of them."""
_FAR_SMALLER = 10
"""How many times smaller a count is than what it may be told in place of, where a sentence adds it as another matter."""
_LEAST_NAME = len("影響のある")
"""Characters of a name from which it is of one thing only."""
_OF_PEOPLE = frozenset(("名", "件"))
"""People are counted by either; the two are compared where the earlier count is cited."""


@dataclass(frozen=True, slots=True, eq=False)
class Recount:
    """A count of a later announcement and the one told before that it comes nearest to, if there is one to compare."""

    before: Counted | None
    after: Counted
    columns: Floats

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
    weigh: Weights

    def found(self) -> Iterator[Recount]:
        """The likeliest change of each thing counted in each later announcement, where one is likely enough; places are not people."""
        for announcement in self.announcements[1:]:
            earlier = self._earlier(announcement)
            labelled = paired(self._counts[announcement.id], earlier)
            told = [
                (self._likely(recount), by_label)
                for recount in self.of(announcement)
                if (by_label := _by_label(recount, labelled, earlier)) and not self._is_same(by_label) and not _is_of_else(by_label)
            ]
            counters = list(dict.fromkeys(recount.after.counter for _, recount in told))
            likeliest = [max((pair for pair in told if pair[1].after.counter == counter), key=lambda pair: pair[0]) for counter in counters]
            likely = [recount for likely, recount in likeliest if likely >= _LEAST]
            whole = [recount for recount in likely if not recount.after.is_part]
            changed: dict[str, Recount] = {}
            for recount in (*self._corrected(announcement), *whole, *likely, *self._named_alike(announcement)):
                changed.setdefault(recount.after.counter, self._of_part(_of_sum(recount)))
            found = [recount for recount in changed.values() if not self._has_its_own(recount, changed)]
            yield from found
            # The other rows of a table, each by its own label; what stands beside a count in its sentence is of a part of it.
            rows = (recount for likely, recount in told if likely >= _LEAST and _is_of_row(recount))
            yield from (row for row in rows if not any(row.after.unit == one.after.unit or row.before is one.before for one in found))

    def _corrected(self, announcement: Announcement) -> Iterator[Recount]:
        """Counts told openly in place of one that a correction cites: 「対象者 29名」 above 「前回30名と公表しましたが、…訂正します」."""
        mine = self._counts[announcement.id]
        for cited in mine:
            wording = cited.reading.wording
            if not (is_cited(wording, cited.count) and DRIFT.says("corrects", wording)):
                continue
            told = [
                each
                for each in self._earlier(announcement)
                if each.counter == cited.counter and (each.value == cited.value or cited.rounds(each.value))
            ]
            others = [each for each in mine if each.counter == cited.counter and each.value != cited.value and not each.is_part]
            near = [each for unit in (cited.unit, cited.unit - 1, cited.unit + 1) for each in others if each.unit == unit]
            if told and near:
                yield Recount(told[-1], near[0], np.empty(0))

    def _named_alike(self, announcement: Announcement) -> Iterator[Recount]:
        """Counts of what the last announcement that counts it by that very name told otherwise."""
        for after in self._counts[announcement.id]:
            name = after.name
            told = [each for each in self._earlier(announcement) if each.counter == after.counter]
            alike = [each for each in told if len(name) >= _LEAST_NAME and each.name == name]
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
            columns = columns_of(after, before, likeness, shared, same, beside)
            yield Recount(before, after, np.array([*columns, place / len(self.announcements)]))

    def _earlier(self, announcement: Announcement) -> list[Counted]:
        """Every count of the announcements before one."""
        return [each for before in self.announcements[: self.announcements.index(announcement)] for each in self._counts[before.id]]

    def _is_same(self, recount: Recount) -> bool:
        """Whether a count tells nothing new: the sum of what was told, a round number for it (「約1万3,000名」 for 12,480), or what it
        was a round number for."""
        told = (each for each in self._earlier(recount.after.announcement) if each.counter == recount.after.counter)
        return self._adds_up(recount) or any(recount.after.rounds(each.value) or each.is_rounded(recount.after.value) for each in told)

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
        left, right = one.words, other.words
        return self.weigh.likeness(one.reading, other.reading), len(left & right) / max(1, min(len(left), len(right)))

    @cached_property
    def _counts(self) -> dict[str, list[Counted]]:
        return {announcement.id: list(counts_of(announcement)) for announcement in self.announcements}


def _by_label(recount: Recount, labelled: Mapping[Counted, Counted], earlier: Sequence[Counted]) -> Recount | None:
    """A recount against the count of the same label, or the only one left where what it came nearest to is told again by its own.

    None where that is told again unchanged.
    """
    before = labelled.get(recount.after)
    if before is None and recount.before not in labelled.values():
        return recount
    before = before or left_over(counter_of(recount.after.count), earlier, labelled)
    return replace(recount, before=before) if before and before.value != recount.after.value else None


def _is_of_row(recount: Recount) -> bool:
    """Whether both counts stand alone in their lines, by labels of which one holds the other."""
    both = [each for each in (recount.before, recount.after) if each is not None and len(list(find_counts(each.reading.wording))) == 1]
    return recount.before is not None and len(both) == 2 and goes_by_it(recount.after, recount.before)


def _of_sum(recount: Recount) -> Recount:
    """A recount to the sum that is told, not to what came on top: 「2名を加え6名」."""
    before, after = recount.before, recount.after
    whole = summed(after.reading.wording, after.count, before.value) if before else None
    return replace(recount, after=replace(after, count=whole)) if whole else recount


def _is_of_else(recount: Recount) -> bool:
    """Whether there is nothing to compare, or a far smaller count is added of another thing: 「また、宛名のない例が12件ありました」.

    A smaller one of another kind of data (「276名分の口座番号」 beside 「1,022名の氏名」) is of a part.
    """
    before, after = recount.before, recount.after
    if before is None:
        return True
    of_other_data = bool(before.data and after.data) and before.data.isdisjoint(after.data) and after.value < before.value
    graver = after.value < before.value and _GRAVER.match(after.reading.wording, after.count.end)
    if graver and not _GRAVER.match(before.reading.wording, before.count.end):
        return True
    return of_other_data or (after.value * _FAR_SMALLER <= before.value and DRIFT.says("besides", after.reading.wording))
