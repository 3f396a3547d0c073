"""Announcements without an incident_id, grouped by what they share; each link says why, so that it can be overruled.

An announcement goes to the earlier one it shares most with: wording, above all wording of few others, the day the other was
published, days of the event, counts, a telephone number, names. Whether it takes up an earlier one (続報, 「前回お知らせした」)
counts, and so does whether both speak of themselves alike (本校, 弊社). One that shares too little starts an incident of its own.
"""

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.dossier.gathering.common_wording import cosine, telling_term, vectors_of
from analyzer.dossier.gathering.traits import Traits, traits_of
from analyzer.dossier.quantities import find_counts
from analyzer.statement import Statement

_SHARED = {"date": 0.4, "count": 1.4, "contact": 1.5, "cited": 0.5, "organisation": 1.0, "title": 0.5, "signed": 3.1, "named": 0.3}
_TAKES_UP = {"followup": 0.4, "takes_up": 1.0, "aftermath": 0.0, "none": -2.4}
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
_OF_THE_CITED = frozenset({"organisation", "signed", "contact", "named", "title"})
_CITES_IT = 3.0
"""Added where the later one names the very day of the earlier publication and has one of these in common with it besides."""
_LEAST_PLAINLY = -1.0
"""Enough where the later one says that there was an earlier one, shares a fact with it, and no other incident comes near."""
_CLEARER = 0.5
_OF_SEVERAL = 2
"""Kinds of facts shared with a second group from which both groups are one: on train 3 pairs more are found, none is wrongly joined."""
_OF_ANY_MATTER = frozenset({"organisation", "signed", "contact"})
_TELLING = 100
"""From which a count is seldom shared by chance."""
_FEW = 4
"""Announcements among which a run of letters is rare."""
_STRANGE = 0.04
_QUOTED_AS_TOLD = 8
"""Characters at the beginning of a quotation that stand in what is quoted; its end is often put in other words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Announcement `later` belongs to that of `earlier` (indices); `shared` names the kinds of facts, with the facts."""

    earlier: int
    later: int
    score: float
    shared: tuple[tuple[str, str], ...]


def group(statements: Sequence[Statement]) -> tuple[tuple[tuple[int, ...], ...], tuple[Link, ...]]:
    """Indices of the statements by incident, in order of first publication, and the links that joined them."""
    traits = [traits_of(statement) for statement in statements]
    order = sorted(range(len(statements)), key=lambda at: (traits[at].published or date.max, at))
    vectors = vectors_of([each.grams for each in traits])
    rarity = Counter(run for each in traits for run in each.long_runs)
    home = {at: at for at in order}
    links: list[Link] = []
    for place, later in enumerate(order):
        scored = [link for earlier in order[:place] if (link := _link(earlier, later, traits, vectors, rarity))]
        best = max(scored, key=lambda link: link.score, default=None)
        if best is None:
            continue
        rival = max((link.score for link in scored if home[link.earlier] != home[best.earlier]), default=-math.inf)
        plainly = traits[later].takes_up in ("followup", "takes_up") and best.score - rival >= _CLEARER
        # A word in common (「アクセス」) is no fact: what follows up the outage of a bank is not about the tickets of a club.
        if best.score > (_LEAST_PLAINLY if plainly else 0):
            home[later] = home[best.earlier]
            links.append(replace(best, shared=(*best.shared, *telling_term(vectors[best.earlier], vectors[later], statements[later]))))
            for bridge in _bridges(scored, home, later):
                home = {at: home[later] if of == home[bridge.earlier] else of for at, of in home.items()}
                links.append(bridge)
    groups: dict[int, list[int]] = {}
    for at in order:
        groups.setdefault(home[at], []).append(at)
    return tuple(tuple(members) for members in groups.values()), tuple(links)


def _bridges(scored: Sequence[Link], home: Mapping[int, int], later: int) -> Iterator[Link]:
    """The best link to each other group with which an announcement shares facts of several kinds: that it cites what one of
    them says and dates what another does joins them, though one between them says little."""
    for other in dict.fromkeys(home[link.earlier] for link in scored):
        links = [link for link in scored if home[link.earlier] == other]
        best = max(links, key=lambda link: link.score)
        facts = [fact for link in links for fact in link.shared]
        kinds = {kind for kind, _ in facts}
        if other != home[later] and best.score > 0 and len(kinds) >= _OF_SEVERAL and not all(_may_be_chance(*fact) for fact in facts):
            yield best


def _may_be_chance(kind: str, fact: str) -> bool:
    """Whether two matters of one body may share a fact: its name, or 「12名」, which stands in many; 「1,284名」 stands in few."""
    return kind in _OF_ANY_MATTER or (kind == "count" and all(count.value < _TELLING for count in find_counts(fact)))


def strangers(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Of announcements said to be of one incident, in order, those that share next to nothing with any other and take up none."""
    traits = [traits_of(statement) for statement in statements]
    vectors = vectors_of([each.grams for each in traits])

    def akin(at: int, other: int) -> bool:
        one, two = traits[min(at, other)], traits[max(at, other)]
        return cosine(vectors[at], vectors[other]) >= _STRANGE or any(_shared(one, two))

    return tuple(
        at
        for at in range(1, len(statements))
        if traits[at].takes_up not in ("followup", "takes_up")
        and not any(akin(at, other) for other in range(len(statements)) if other != at)
    )


def _link(earlier: int, later: int, traits: Sequence[Traits], vectors: Sequence[dict[str, float]], rarity: Counter[str]) -> Link | None:
    """The link of two announcements with its log-odds; None where bodies differ, or all that the later one dates is later."""
    one, other = traits[earlier], traits[later]
    if (
        other.takes_up == "none"
        and other.first_day
        and one.published
        and other.first_day > one.published.isoformat()[: len(other.first_day)]
    ):
        return None
    if one.organisations and other.organisations and not one.organisations & other.organisations:
        return None
    shared = tuple(_shared(one, other))
    wording = cosine(vectors[earlier], vectors[later])
    rare = sum(1 / (rarity[run] - 1) for run in one.long_runs & other.long_runs if rarity[run] <= _FEW)
    score = _BIAS + _WORDING * wording + _RARE * math.log1p(rare) + _TAKES_UP[other.takes_up] + sum(_SHARED[kind] for kind, _ in shared)
    if other.takes_up in ("aftermath", "none"):
        score += _WORDING_ALONE * wording
    if other.cited and "cited" not in dict(shared):
        score += _CITES_ANOTHER
    if one.speaks_as and other.speaks_as:
        alike = _alike(one.speaks_as, other.speaks_as)
        if not alike and other.takes_up not in ("followup", "takes_up") and not _OF_ONE_BODY & {kind for kind, _ in shared}:
            return None
        score += _SPEAKS_ALIKE if alike > 0.7 else _SPEAKS_OTHERWISE if alike < 0.3 else 0.0
    if _cites_it(one, other) and not _OF_THE_CITED.isdisjoint(kind for kind, _ in shared):
        score += _CITES_IT
    if one.published and other.published:
        score += _LONG_AFTER * math.log1p((other.published - one.published).days)
    return Link(earlier, later, score, shared)


def _cites_it(one: Traits, other: Traits) -> bool:
    """Whether the later announcement names the very day on which the earlier one was published."""
    return one.published is not None and one.published.isoformat() in other.cited


def _quoted(one: Traits, other: Traits) -> set[str]:
    """What the later announcement quotes of the earlier one: 「…の事実は確認していない」 for 「…の事実は確認しておりません」."""
    return {quote for quote in other.quotes if quote[:_QUOTED_AS_TOLD] in one.whole}


def _shared(one: Traits, other: Traits) -> Iterator[tuple[str, str]]:
    """The facts that two announcements have in common, by kind; `one` is the earlier."""
    if organisations := one.organisations & other.organisations:
        yield "organisation", min(sorted(organisations), key=len)
    if signed := one.signed & other.signed:
        yield "signed", min(signed)
    if names := one.named & other.named or _quoted(one, other):
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
    if counts := one.counts & other.counts:
        yield "count", max(sorted(counts), key=len)
    if one.title and one.title == other.title:
        yield "title", one.title


def _alike(one: Counter[str], other: Counter[str]) -> float:
    length = math.sqrt(sum(count * count for count in one.values()) * sum(count * count for count in other.values()))
    return sum(count * other[name] for name, count in one.items()) / length
