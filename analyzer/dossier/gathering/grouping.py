"""Announcements without an incident_id, grouped by what they share; each link says why, so that it can be overruled.

An announcement goes to the earlier one it shares most with (`links.py`). One that shares too little starts an incident of its own.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analyzer.dossier.gathering.common_wording import telling_term
from analyzer.dossier.gathering.links import Compared, Link, is_telling
from analyzer.dossier.quantities import find_counts
from analyzer.statement import Statement

_LEAST_PLAINLY = -1.0
"""Enough where the later one says that there was an earlier one, shares a fact with it, and no other incident comes near."""
_CLEARER = 0.5
_NEAR = -3.0
"""From which a later announcement outside a group may be of its incident."""
_OF_SEVERAL = 2
"""Kinds of facts shared with a second group from which both groups are one: on train 3 pairs more are found, none is wrongly joined."""
_OF_ANY_MATTER = frozenset({"organisation", "signed", "contact"})


def group(statements: Sequence[Statement]) -> tuple[tuple[tuple[int, ...], ...], tuple[Link, ...]]:
    """Indices of the statements by incident, in order of first publication, and the links that joined them."""
    compared = Compared(statements)
    order = sorted(range(len(statements)), key=lambda at: (statements[at].published or date.max, at))
    home = {at: at for at in order}
    links: list[Link] = []
    for place, later in enumerate(order):
        scored = [link for earlier in order[:place] if (link := compared.link(earlier, later))]
        best = max(scored, key=lambda link: link.score, default=None)
        if best is None:
            continue
        rival = max((link.score for link in scored if home[link.earlier] != home[best.earlier]), default=-math.inf)
        plainly = compared.clues[later].takes_up.plainly and best.score - rival >= _CLEARER
        # A word in common (「アクセス」) is no fact: what follows up the outage of a bank is not about the tickets of a club.
        if best.score > (_LEAST_PLAINLY if plainly else 0):
            home[later] = home[best.earlier]
            term = telling_term(compared.vectors[best.earlier], compared.vectors[later], statements[later])
            links.append(replace(best, shared=(*best.shared, *term)))
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
    """Whether two matters of one body may share a fact: its name, or a small count."""
    return kind in _OF_ANY_MATTER or (kind == "count" and not any(map(is_telling, find_counts(fact))))


def strangers(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Of announcements said to be of one incident, in order, those that share next to nothing with any other and take up none."""
    compared = Compared(statements)
    return tuple(
        at
        for at in range(1, len(statements))
        if not compared.clues[at].takes_up.plainly and not any(compared.akin(at, other) for other in range(len(statements)) if other != at)
    )


def perhaps_later(statements: Sequence[Statement], groups: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """For each group the later announcements that may well be of its incident, though they share too little to be joined: of what
    begins another group, that which shares more with this one than with any other.

    In heaps of eight incidents of train 22 of 38 groups that end too early have one, of the others 1 of 236.
    """
    if len(groups) <= 1:
        return ((),) * len(groups)
    compared = Compared(statements)
    near: list[list[int]] = [[] for _ in groups]
    for first, *_ in groups:
        after = (at for at, members in enumerate(groups) if all(_is_later(statements[first], statements[each]) for each in members))
        links = ((compared.link(each, first), at) for at in after for each in groups[at])
        score, at = max(((link.score, at) for link, at in links if link), default=(-math.inf, 0))
        if score > _NEAR:
            near[at].append(first)
    return tuple(tuple(each) for each in near)


def _is_later(statement: Statement, other: Statement) -> bool:
    return (statement.published or date.min) > (other.published or date.max)
