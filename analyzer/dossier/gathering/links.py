"""What makes two announcements likely to be of one incident: the log-odds, and the facts that they share.

Wording counts, above all wording of few others, the day the other was published, days of the event, counts, a telephone number,
names; whether the later one takes up an earlier one (続報, 「前回お知らせした」), and whether both speak of themselves alike
(本校, 弊社).
"""

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.dossier.gathering.clues import Clues, TakesUp, clues_of
from analyzer.dossier.gathering.common_wording import cosine, vectors_of
from analyzer.dossier.gathering.issuers import differ, named_in, of_one_body
from analyzer.dossier.quantities import Count, find_counts
from analyzer.statement import Statement

_SHARED = {
    "date": 0.4,
    "moment": 5.0,
    "count": 1.4,
    "contact": 1.5,
    "cited": 0.5,
    "organisation": 1.0,
    "title": 0.5,
    "signed": 3.1,
    "named": 0.3,
    "quoted": 1.3,
}
_TAKES_UP = {TakesUp.FOLLOWUP: 0.4, TakesUp.TAKES_UP: 1.0, TakesUp.AFTERMATH: 0.0, TakesUp.NONE: -2.4}
"""What it adds that the later announcement says, or its title lets one guess, that there was an earlier one."""
_WORDING = 25.6
_WORDING_ALONE = 4.2
"""Added for the wording of an announcement that takes up none."""
_RARE = 1.5
_SPEAKS_ALIKE, _SPEAKS_OTHERWISE = 0.8, -1.6
_CITES_ANOTHER = -1.0
_LONG_AFTER = -0.36
_BIAS = -3.9
"""Log-odds that two announcements are of one incident: a regression on the pairs of train and dev, among single announcements,
then moved by hill-climbing to where the groups come out best; a link needs more than 0."""
_OF_ONE_BODY = frozenset({"organisation", "signed", "contact", "cited"})
"""Facts that outweigh it where one says 「本校」 and the other 「当クラブ」."""
_OF_THE_CITED = frozenset({"organisation", "signed", "contact", "named", "title", "quoted"})
_CITES_IT = 3.0
"""Added where the later one names the very day of the earlier publication and has one of these in common with it besides."""
_OF_THE_ORGANISATION = 2.0
"""Added where a column names one organisation for both, for there are few to choose from: on train the right one then comes out
for 94 % of later announcements, and for 1 % (of one sector and one kind of incident 6 %) a wrong one would."""
_ENTITLED = 1.5
"""Added where other titles bear one name : 「『北の灯台』の回収」 and 「『北の灯台』について」."""
_FEW = 4
"""Announcements among which a run of letters is rare."""
_STRANGE = 0.04
_TELLING = 100
_QUOTED_AS_TOLD = 8
"""Characters at the beginning of a quotation that stand in what is quoted; its end is often put in other words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Announcement `later` belongs to that of `earlier` (indices); `shared` names the kinds of facts, with the facts."""

    earlier: int
    later: int
    score: float
    shared: tuple[tuple[str, str], ...]


class Compared:
    """Announcements held against one another: the clues of each, and what their wording has in common."""

    def __init__(self, statements: Sequence[Statement]) -> None:
        self.clues = [clues_of(statement) for statement in statements]
        self.vectors = vectors_of([each.grams for each in self.clues])
        self._rarity = Counter(run for each in self.clues for run in each.long_runs)

    def link(self, earlier: int, later: int) -> Link | None:
        """The link of two announcements with its log-odds; None where bodies differ, or all that the later one dates is later."""
        one, other = self.clues[earlier], self.clues[later]
        if other.takes_up == TakesUp.NONE and _begins_after(one, other) and not _share_a_telling_count(one, other):
            return None
        if differ(one.issuers, other.issuers) and not _told_of(one, other):
            return None
        wording = cosine(self.vectors[earlier], self.vectors[later])
        shared = tuple(_shared(one, other, akin=wording >= _STRANGE))
        rare = sum(1 / (self._rarity[run] - 1) for run in one.long_runs & other.long_runs if self._rarity[run] <= _FEW)
        score = _BIAS + _WORDING * wording + _RARE * math.log1p(rare) + _TAKES_UP[other.takes_up] + sum(_SHARED[kind] for kind, _ in shared)
        if not other.takes_up.plainly:
            score += _WORDING_ALONE * wording
        if other.cited and "cited" not in dict(shared):
            score += _CITES_ANOTHER
        if one.speaks_as and other.speaks_as:
            alike = _alike(one.speaks_as, other.speaks_as)
            if not alike and not other.takes_up.plainly and not _OF_ONE_BODY & {kind for kind, _ in shared}:
                return None
            score += _SPEAKS_ALIKE if alike > 0.7 else _SPEAKS_OTHERWISE if alike < 0.3 else 0.0
        if {"named", "title"} <= {kind for kind, _ in shared} and one.title != other.title:
            score += _ENTITLED
        if one.organisation and one.organisation == other.organisation:
            score += _OF_THE_ORGANISATION
        if _cites_it(one, other) and not _OF_THE_CITED.isdisjoint(kind for kind, _ in shared):
            score += _CITES_IT
        if one.published and other.published:
            score += _LONG_AFTER * math.log1p((other.published - one.published).days)
        return Link(earlier, later, score, shared)

    def akin(self, one: int, other: int) -> bool:
        """Whether two announcements share any fact, or wording that strangers do not."""
        earlier, later = self.clues[min(one, other)], self.clues[max(one, other)]
        return cosine(self.vectors[one], self.vectors[other]) >= _STRANGE or any(_shared(earlier, later, akin=False))


def _begins_after(one: Clues, other: Clues) -> bool:
    """Whether all that the later announcement dates came after the earlier publication, on a day that it did not look ahead to."""
    first = other.first_day
    if first is None or one.published is None:
        return False
    return first > one.published.isoformat()[: len(first)] and first not in one.days


def _share_a_telling_count(one: Clues, other: Clues) -> bool:
    """Whether two announcements of one body tell a count that few others do: 「184名様への発送」."""
    counts = (count for text in one.counts & other.counts for count in find_counts(text))
    return bool(of_one_body(one.issuers, other.issuers)) and any(is_telling(count) for count in counts)


def is_telling(count: Count) -> bool:
    """Whether a count is seldom shared by chance: 「12名」 stands in many announcements, 「1,284名」 in few."""
    return count.value >= _TELLING


def _told_of(one: Clues, other: Clues) -> list[str]:
    """The body that heads one announcement and that the other tells of: a league of its club, a corporation of its nursery."""
    return [name for some, each in ((one, other), (other, one)) for name in named_in(some.issuers, each.whole)]


def _cites_it(one: Clues, other: Clues) -> bool:
    """Whether the later announcement names the very day on which the earlier one was published."""
    return one.published is not None and one.published.isoformat() in other.cited


def _quoted(one: Clues, other: Clues, *, akin: bool) -> set[str]:
    """What the later announcement quotes of the earlier one: 「…の事実は確認していない」 for 「…の事実は確認しておりません」.

    A denial told of the very day on which the earlier one denied something is quoted too, in whatever words, where both are `akin`.
    """
    denials = other.denials if akin and one.denies and _cites_it(one, other) else frozenset()
    return {quote for quote in other.quotes if quote[:_QUOTED_AS_TOLD] in one.whole} | denials


def _shared(one: Clues, other: Clues, *, akin: bool) -> Iterator[tuple[str, str]]:
    """The facts that two announcements have in common, by kind; `one` is the earlier, `akin` whether their wording is so."""
    if issuers := of_one_body(one.issuers, other.issuers) or _told_of(one, other):
        yield "organisation", min(sorted(issuers), key=len)
    if signed := one.signed & other.signed:
        yield "signed", min(signed)
    if quotes := _quoted(one, other, akin=akin):
        yield "quoted", max(sorted(quotes), key=len)
    if names := one.named & other.named:
        yield "named", max(sorted(names), key=len)
    if contacts := one.contacts & other.contacts:
        yield "contact", min(contacts)
    published = (one.published or date.min).isoformat()
    if cited := [day for day in other.cited if published.startswith(day)]:
        yield "cited", max(sorted(cited), key=len)
    # The day of the earlier publication is also one of the event where the later one tells of it, and does not only cite it.
    of_publication = other.cited & {published}
    if days := (one.days | {published}) & other.days - of_publication:
        yield "date", min(days)
    if moments := one.moments & other.moments:
        yield "moment", min(moments).replace("T", " ")
    if counts := one.counts & other.counts:
        yield "count", max(sorted(counts), key=len)
    if one.title and one.title == other.title:
        yield "title", one.title
    elif of_both := [name for name in names if name in one.title and name in other.title]:
        yield "title", max(sorted(of_both), key=len)


def _alike(one: Counter[str], other: Counter[str]) -> float:
    length = math.sqrt(sum(count * count for count in one.values()) * sum(count * count for count in other.values()))
    return sum(count * other[name] for name, count in one.items()) / length
