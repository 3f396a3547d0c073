"""What one reading tells of one statement, counted against gold: how many there are, how many were found, how many are right."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from analyzer import durations
from analyzer.corpus.details import GoldDetails, Span, shared
from analyzer.language.normalise import fold
from analyzer.measuring.tallies import Tally, share
from analyzer.report import Blame, ChecklistItem, Event, Promise
from analyzer.schema import GIVEN

SLOTS = ("kind", "owner", "due", "status", "strength")


@dataclass(frozen=True, slots=True)
class Told:
    """What a reading says of one statement; unit numbers are the analyzer's own."""

    spans: Sequence[Span]
    timeline: Sequence[Event]
    delays: Mapping[str, str | None]
    promises: Sequence[Promise]
    blame: Sequence[Blame]
    checklist: Sequence[ChecklistItem]


def tally(gold: GoldDetails, told: Told) -> Tally:
    """Counts of one statement: how many there are, how many were found, how many are right."""
    return _timeline_tally(gold, told) + _promise_tally(gold, told) + _blame_tally(gold, told) + _checklist_tally(gold, told)


def _timeline_tally(gold: GoldDetails, told: Told) -> Tally:
    pairs = matched(
        [(event.span, event.event) for event in gold.timeline], [((event.start, event.end), event.event) for event in told.timeline]
    )
    count: Tally = Counter({"steps:gold": len(gold.timeline), "steps:found": len(told.timeline), "steps:both": len(pairs)})
    count["times:gold"] = sum(event.at is not None for event in gold.timeline)
    for left, right in pairs:
        true, found = gold.timeline[left], told.timeline[right]
        count["times:right"] += true.at is not None and true.at == found.at
        count["kinds:gold"] += 1
        count["kinds:right"] += true.event == found.event
    for name, value in gold.delays.items():
        given, right = told.delays.get(name), durations.same(told.delays.get(name), value)
        count.update({"delays:gold": value is not None, "delays:right": value is not None and right})
        count.update({"delays_given:gold": given is not None, "delays_given:right": given is not None and right})
    return count


def _promise_tally(gold: GoldDetails, told: Told) -> Tally:
    pairs = matched(
        [(promise.span, promise.kind) for promise in gold.promises],
        [((promise.start, promise.end), promise.kind) for promise in told.promises],
    )
    count: Tally = Counter({"promises:gold": len(gold.promises), "promises:found": len(told.promises), "promises:both": len(pairs)})
    for left, right in pairs:
        true, found = gold.promises[left], told.promises[right]
        for slot in SLOTS:
            count[f"{slot}:gold"] += 1
            count[f"{slot}:right"] += _alike(getattr(true, slot), getattr(found, slot))
    return count


def _alike(true: str | None, found: str | None) -> bool:
    if true is None or found is None:
        return true is found
    left, right = fold(true), fold(found)
    return left in right or right in left


def _blame_tally(gold: GoldDetails, told: Told) -> Tally:
    units = [(unit.start, unit.end) for unit in gold.labelled.units]
    owners: dict[int, list[str]] = {}
    for each in told.blame:
        for index in each.units:
            place = max(range(len(units)), key=lambda at: shared(units[at], told.spans[index]))
            owners.setdefault(place, []).append(each.owner)
    right = sum(share(owners.get(unit, []).count(owner), len(owners.get(unit, [owner]))) for unit, owner in gold.blame.items())
    return Counter({"blame:gold": len(gold.blame), "blame:right": right})


def _checklist_tally(gold: GoldDetails, told: Told) -> Tally:
    count: Tally = Counter()
    for item in told.checklist:
        true = gold.checklist.get(item.code)
        if true is None:
            continue
        given, found = true in GIVEN, item.status in GIVEN
        count.update({"items:gold": given, "items:found": found, "items:both": given and found})
        count.update({"status_of_items:gold": 1, "status_of_items:right": true == item.status})
    return count


def matched(gold: Sequence[tuple[Span, Hashable]], told: Sequence[tuple[Span, Hashable]]) -> list[tuple[int, int]]:
    """Pairs of what overlaps, one to one, the largest overlap first and, of equal ones, those of one kind."""
    near = [
        (-overlap, true[1] != found[1], left, right)
        for left, true in enumerate(gold)
        for right, found in enumerate(told)
        if (overlap := shared(true[0], found[0])) > 0
    ]
    pairs: list[tuple[int, int]] = []
    for _, _, left, right in sorted(near):
        if all(left != other and right != another for other, another in pairs):
            pairs.append((left, right))
    return pairs
