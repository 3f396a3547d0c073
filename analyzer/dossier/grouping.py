"""Announcements without an incident_id, grouped by what they share; each link says why, so that it can be overruled.

An announcement goes to the earlier one it shares most with: wording, above all wording of few others, the day the other was
published, days of the event, counts, a telephone number, names. Whether it takes up an earlier one (続報, 「前回お知らせした」)
counts, and so does whether both speak of themselves alike (本校, 弊社). One that shares too little starts an incident of its own.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.answers.timeline.dates import Anchor, find_dates
from analyzer.dossier.quantities import find_counts
from analyzer.language.normalise import fold
from analyzer.rules.slots import slot_patterns, slot_rules
from analyzer.schema import DriftKind
from analyzer.statement import Statement

_RUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z]+")
_SHOWN = re.compile(r"(?:(?:令和|平成)?[0-9]+)?[一-龥々ァ-ヶーA-Za-z]+")
"""A run as it is shown, with the number it would be cut from: 「令和6年度決算」, not 「年度決算」."""
_ADDRESS = re.compile(r"^(?:客様|皆様|関係者|関係|迷惑|心配|以下|下記|今後|この|様)")
"""Whom a notice speaks to, and what any says, tells no reader why two belong together."""
_CONTACT = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9x]{3,4}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CITING = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付け?(?:の|で|けの)?|に|の)?[^、。]{0,12}(?:お知らせ|公表|発表|案内|お伝え|報告|文書|第[1一]報|書い|申し上げ|開始|報じ|掲載|掲示|説明|公告)"
)
_OWN = re.compile(r"^(?:当|弊|本|各|同|両|この|全|加盟|所属|関係)")
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
_FEW = 4
"""Announcements among which a run of letters is rare."""
_OTHERS = 30
"""Announcements that a few are weighed among; on train, folders of one incident stay whole 149 times of 175, without it 86 times."""
_STRANGE = 0.04
_LEAST_COUNT = 10
_MONTH = len("2024-11")
_LONG_RUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9]{4,}")
_QUOTED = re.compile(r"[「『]([^「」『』]{8,60})[」』]")
_QUOTED_AS_TOLD = 8
"""Characters at the beginning of a quotation that stand in what is quoted; its end is often put in other words."""


@dataclass(frozen=True, slots=True)
class Link:
    """Announcement `later` belongs to that of `earlier` (indices); `shared` names the kinds of facts, with the facts."""

    earlier: int
    later: int
    score: float
    shared: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Traits:
    title: str
    grams: Counter[str]
    days: frozenset[str]
    counts: frozenset[str]
    contacts: frozenset[str]
    organisations: frozenset[str]
    signed: frozenset[str]
    named: frozenset[str]
    whole: str
    quotes: frozenset[str]
    speaks_as: Counter[str]
    long_runs: frozenset[str]
    takes_up: str
    cited: frozenset[str]
    first_day: str | None
    published: date | None


def group(statements: Sequence[Statement]) -> tuple[tuple[tuple[int, ...], ...], tuple[Link, ...]]:
    """Indices of the statements by incident, in order of first publication, and the links that joined them."""
    traits = [_traits(statement) for statement in statements]
    order = sorted(range(len(statements)), key=lambda at: (traits[at].published or date.max, at))
    vectors = _vectors([each.grams for each in traits])
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
            links.append(replace(best, shared=(*best.shared, *_telling_term(vectors[best.earlier], vectors[later], statements[later]))))
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
        kinds = {kind for link in links for kind, _ in link.shared}
        if other != home[later] and best.score > 0 and len(kinds) >= _OF_SEVERAL:
            yield best


def strangers(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Of announcements said to be of one incident, in order, those that share next to nothing with any other and take up none."""
    traits = [_traits(statement) for statement in statements]
    vectors = _vectors([each.grams for each in traits])

    def akin(at: int, other: int) -> bool:
        one, two = traits[min(at, other)], traits[max(at, other)]
        return _cosine(vectors[at], vectors[other]) >= _STRANGE or any(_shared(one, two))

    return tuple(
        at
        for at in range(1, len(statements))
        if traits[at].takes_up not in ("followup", "takes_up")
        and not any(akin(at, other) for other in range(len(statements)) if other != at)
    )


def _link(earlier: int, later: int, traits: Sequence[_Traits], vectors: Sequence[dict[str, float]], rarity: Counter[str]) -> Link | None:
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
    wording = _cosine(vectors[earlier], vectors[later])
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


def _cites_it(one: _Traits, other: _Traits) -> bool:
    """Whether the later announcement names the very day on which the earlier one was published."""
    return one.published is not None and one.published.isoformat() in other.cited


def _quoted(one: _Traits, other: _Traits) -> set[str]:
    """What the later announcement quotes of the earlier one: 「…の事実は確認していない」 for 「…の事実は確認しておりません」."""
    return {quote for quote in other.quotes if quote[:_QUOTED_AS_TOLD] in one.whole}


def _shared(one: _Traits, other: _Traits) -> Iterator[tuple[str, str]]:
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


def _telling_term(one: dict[str, float], other: dict[str, float], statement: Statement) -> tuple[tuple[str, str], ...]:
    """The word of a statement that holds the longest of the five terms that weigh most in both."""
    terms = sorted(
        (term for term in one.keys() & other.keys() if not _ADDRESS.search(term)), key=lambda term: (-one[term] * other[term], term)
    )
    if not terms:
        return ()
    term = max(terms[:5], key=len)
    runs = (run[0] for run in _SHOWN.finditer(fold(f"{statement.title or ''}\n{statement.text}")))
    return (("wording", min((run for run in runs if term in run), key=len, default=term)),)


def _traits(statement: Statement) -> _Traits:
    title, text = fold(statement.title or ""), fold(statement.text)
    anchor = Anchor(statement.published)
    whole = f"{title}\n{text}"
    dates = find_dates(whole, anchor)
    days = frozenset(found.iso[:10] for found in dates if found.iso and len(found.iso) >= 10)
    counts = (count for count in find_counts(text) if count.value >= _LEAST_COUNT or count.kind == DriftKind.MONEY)
    names = (re.sub(r"\s+", "", found[0]) for found in _pattern("organisation").finditer(whole))
    return _Traits(
        title=re.sub(r"[(（\[【〈][^)）]*[)）\]】〉]|[0-9]|第.報|続報|最終報?告?", "", title).strip(),
        grams=_grams(f"{title}\n{whole}"),
        days=days,
        counts=frozenset(count.text for count in counts),
        contacts=frozenset(found for found in _CONTACT.findall(text) if not found.endswith("xxxx")),
        organisations=frozenset(name for name in names if not _OWN.match(name)) & _signatures(title, text),
        signed=frozenset(re.sub(r"\s+", "", found[0]) for found in _pattern("signed").finditer(text)),
        named=frozenset(found[0] for found in _pattern("named").finditer(whole)),
        whole=whole,
        quotes=frozenset(_QUOTED.findall(text)),
        speaks_as=Counter(rule.code for rule in slot_rules("grouping", "speaks_as") for _ in rule.pattern.finditer(whole)),
        long_runs=frozenset(run[0][at : at + 4] for run in _LONG_RUN.finditer(whole) for at in range(len(run[0]) - 3)),
        takes_up=next(
            (slot for slot, where in (("followup", title), ("takes_up", text), ("aftermath", title)) if _pattern(slot).search(where)),
            "none",
        ),
        cited=frozenset(found.iso[:10] for found in dates if found.iso and len(found.iso) >= _MONTH and _CITING.match(whole, found.end)),
        first_day=min((found.iso[:10] for found in dates if found.iso and len(found.iso) >= _MONTH), default=None),
        published=statement.published,
    )


def _signatures(title: str, text: str) -> frozenset[str]:
    """Names that stand alone on a line, as a signature or a heading does."""
    told = [line for line in (*text.splitlines()[:3], *text.splitlines()[-4:]) if len(line) <= 30]
    # 「学校法人汐見学園 汐見中学校」: the one with and without its school.
    lines = (*told, *(re.sub(r"\s+", "", line) for line in told))
    found = (match[0] for line in (*lines, title) for match in _pattern("organisation").finditer(line))
    return frozenset(re.sub(r"\s+", "", name) for name in found)


def _grams(text: str) -> Counter[str]:
    return Counter(run[0][at : at + size] for run in _RUN.finditer(text) for size in (2, 3, 4) for at in range(len(run[0]) - size + 1))


def _vectors(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """TF-IDF over these announcements, of length 1, as if there were at least `_OTHERS`.

    What all say tells none of many apart; in a folder of one incident it is what they are about.
    """
    seen = Counter(term for bag in bags for term in bag)
    among = max(len(bags), _OTHERS)
    vectors: list[dict[str, float]] = []
    for bag in bags:
        weights = {term: (1 + math.log(count)) * math.log((1 + among) / seen[term]) for term, count in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({term: weight / length for term, weight in weights.items()})
    return vectors


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def _pattern(slot: str) -> re.Pattern[str]:
    """The one rule of a slot."""
    return slot_patterns("grouping", slot)[0]
