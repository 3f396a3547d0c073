"""Announcements without an incident_id, grouped by what they share; each link says why, so that it can be overruled.

An announcement that takes up an earlier one (続報, 「前回お知らせした」) goes to the earlier announcement it shares most with:
rare wording, the day the other was published, days of the event, counts, a telephone number, the organisation's name. One
that takes up nothing starts an incident of its own, unless its wording is nearly another's.
"""

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.answers.dates import Anchor, find_dates
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.slots import slot_rules
from analyzer.language.normalise import fold
from analyzer.schema import DriftKind
from analyzer.statement import Statement

_RUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z]+")
_CONTACT = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9x]{3,4}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CITING = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付け?(?:の|で|けの)?|に|の)?[^、。]{0,12}(?:お知らせ|公表|発表|案内|お伝え|報告|文書|第[1一]報|書い|申し上げ|開始)"
)
_OWN = re.compile(r"^(?:当|弊|本|各|同|両|この|全|加盟|所属|関係)")
_LEAST = {"followup": 0.04, "takes_up": 0.04, "none": 0.22}
"""Least score of a link, by how plainly the later announcement says that there was an earlier one; set on train and dev."""
_SHARED = {"date": 0.08, "count": 0.06, "contact": 0.3, "cited": 0.3, "organisation": 0.25, "title": 0.1, "signed": 0.3, "named": 0.1}
_OF_ONE_MATTER = 0.08
"""Likeness in wording from which a day that is cited is taken for the other's publication."""
_CLEARER = 1.2
"""How much better than one of another incident a link must be that rests on wording alone."""
_STRANGE = 0.04
_LEAST_COUNT = 10


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
    takes_up: str
    cited: frozenset[str]
    published: date | None


def group(statements: Sequence[Statement]) -> tuple[tuple[tuple[int, ...], ...], tuple[Link, ...]]:
    """Indices of the statements by incident, in order of first publication, and the links that joined them."""
    traits = [_traits(statement) for statement in statements]
    order = sorted(range(len(statements)), key=lambda at: (traits[at].published or date.max, at))
    vectors = _vectors([each.grams for each in traits])
    home = {at: at for at in order}
    links: list[Link] = []
    for place, later in enumerate(order):
        scored = [_link(earlier, later, traits, vectors) for earlier in order[:place]]
        best = max((link for link in scored if link is not None), key=lambda link: link.score, default=None)
        if best is None or best.score < _LEAST[traits[later].takes_up]:
            continue
        rival = max((link.score for link in scored if link and home[link.earlier] != home[best.earlier]), default=0.0)
        if best.shared or best.score >= _CLEARER * rival:
            home[later] = home[best.earlier]
            links.append(replace(best, shared=(*best.shared, *_telling_term(vectors[best.earlier], vectors[later]))))
    groups: dict[int, list[int]] = {}
    for at in order:
        groups.setdefault(home[at], []).append(at)
    return tuple(tuple(members) for members in groups.values()), tuple(links)


def strangers(statements: Sequence[Statement]) -> tuple[int, ...]:
    """Of announcements said to be of one incident, in order, those that share next to nothing with any other and take up none."""
    traits = [_traits(statement) for statement in statements]
    vectors = _vectors([each.grams for each in traits])

    def nearest(at: int) -> float:
        links = (_link(min(at, other), max(at, other), traits, vectors) for other in range(len(statements)) if other != at)
        return max((link.score for link in links if link is not None), default=0.0)

    return tuple(at for at in range(1, len(statements)) if traits[at].takes_up == "none" and nearest(at) < _STRANGE)


def _link(earlier: int, later: int, traits: Sequence[_Traits], vectors: Sequence[dict[str, float]]) -> Link | None:
    one, other = traits[earlier], traits[later]
    named = one.organisations & other.organisations
    if one.organisations and other.organisations and not named:
        return None
    shared: list[tuple[str, str]] = []
    if named:
        shared.append(("organisation", min(named, key=len)))
    if signed := one.signed & other.signed:
        shared.append(("signed", min(signed)))
    if names := one.named & other.named:
        shared.append(("named", max(names, key=len)))
    if contacts := one.contacts & other.contacts:
        shared.append(("contact", min(contacts)))
    wording = _cosine(vectors[earlier], vectors[later])
    if one.published and one.published.isoformat() in other.cited and wording >= _OF_ONE_MATTER:
        shared.append(("cited", one.published.isoformat()))
    if days := one.days & other.days - {(one.published or date.min).isoformat()}:
        shared.append(("date", min(days)))
    if counts := one.counts & other.counts:
        shared.append(("count", max(counts, key=len)))
    if one.title and one.title == other.title:
        shared.append(("title", one.title))
    return Link(earlier, later, wording + sum(_SHARED.get(kind, 0.0) for kind, _ in shared), tuple(shared))


def _telling_term(one: dict[str, float], other: dict[str, float]) -> tuple[tuple[str, str], ...]:
    """The longest of the five terms that weigh most in both."""
    terms = sorted(one.keys() & other.keys(), key=lambda term: (-one[term] * other[term], term))
    return (("wording", max(terms[:5], key=len)),) if terms else ()


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
        contacts=frozenset(_CONTACT.findall(text)),
        organisations=frozenset(name for name in names if not _OWN.match(name)) & _signatures(title, text),
        signed=frozenset(re.sub(r"\s+", "", found[0]) for found in _pattern("signed").finditer(text)),
        named=frozenset(found[0] for found in _pattern("named").finditer(whole)),
        takes_up=next((slot for slot, where in (("followup", title), ("takes_up", text)) if _pattern(slot).search(where)), "none"),
        cited=frozenset(found.iso[:10] for found in dates if found.iso and _CITING.match(whole, found.end)),
        published=statement.published,
    )


def _signatures(title: str, text: str) -> frozenset[str]:
    """Names that stand alone on a line, as a signature or a heading does."""
    lines = [re.sub(r"\s+", "", line) for line in (*text.splitlines()[:3], *text.splitlines()[-4:]) if len(line) <= 30]
    found = (match[0] for line in (*lines, title) for match in _pattern("organisation").finditer(line))
    return frozenset(re.sub(r"\s+", "", name) for name in found)


def _grams(text: str) -> Counter[str]:
    return Counter(run[0][at : at + size] for run in _RUN.finditer(text) for size in (2, 3, 4) for at in range(len(run[0]) - size + 1))


def _vectors(bags: Sequence[Counter[str]]) -> list[dict[str, float]]:
    """TF-IDF over these announcements, of length 1: what all of them say tells none of them apart."""
    seen = Counter(term for bag in bags for term in bag)
    vectors: list[dict[str, float]] = []
    for bag in bags:
        weights = {term: (1 + math.log(count)) * math.log((1 + len(bags)) / seen[term]) for term, count in bag.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        vectors.append({term: weight / length for term, weight in weights.items()})
    return vectors


def _cosine(one: dict[str, float], other: dict[str, float]) -> float:
    small, large = sorted((one, other), key=len)
    return sum(weight * large.get(term, 0.0) for term, weight in small.items())


def _pattern(slot: str) -> re.Pattern[str]:
    """The one rule of a slot."""
    return slot_rules("grouping", slot)[0][1]
