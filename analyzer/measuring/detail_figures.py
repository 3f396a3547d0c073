"""Timelines, delays, promises, blame, checklist and softened titles against gold, with bootstrap intervals by statement.

Measured twice: over the labels that the model gives the units, and over the annotators' own, so that one sees what the
labeller costs and what the reading of the details does.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from analyzer import durations
from analyzer.answers.blame.shares import blame
from analyzer.answers.gaps.checklist import checklist
from analyzer.answers.judges import Judges
from analyzer.answers.promises.ledger import promises
from analyzer.answers.timeline.course import day_of, elapsed, events_of, steps
from analyzer.corpus.details import GoldDetails, Span, read_details, shared, statements_beside
from analyzer.judging.labeller import assigned
from analyzer.judging.model import Model
from analyzer.language.features import DocumentReading, read_documents
from analyzer.language.normalise import fold
from analyzer.learning.fitting import targets_of
from analyzer.measuring.tallies import Tally, f1_of, share, total_of, with_interval
from analyzer.report import Blame, ChecklistItem, Event, Promise, Report
from analyzer.schema import ChecklistStatus, TitleFraming
from analyzer.scoring import load
from analyzer.statement import LabelledStatement

SOFTENED = frozenset({"FND01", "FND02"})
"""The findings that call a title softened."""
_GIVEN = (ChecklistStatus.STATED, ChecklistStatus.PARTLY)
_SLOTS = ("kind", "owner", "due", "status", "strength")


@dataclass(frozen=True, slots=True)
class Told:
    """What a reading says of one statement; unit numbers are the analyzer's own."""

    spans: Sequence[Span]
    timeline: Sequence[Event]
    delays: Mapping[str, str | None]
    promises: Sequence[Promise]
    blame: Sequence[Blame]
    checklist: Sequence[ChecklistItem]


def measure_details(paths: Iterable[Path], model: Path | None = None) -> dict[str, Any]:
    """Figures over all labelled details in `paths`; the statements of `details/<set>.jsonl` are those of the folder `<set>`.

    Two records speak of one thing where their wordings overlap, each with one partner. `times` is the share of the gold
    times found with the very same `at`, `delays` of the gold delays told the same; what is missed is wrong in both. Kinds
    and slots are judged on the pairs. An owner or a day given in words is right where one wording holds the other. A
    checklist item counts as given where it is stated or partly so; `status` is the share of items with the same status of
    the four. A unit that a reading lays on two owners is half right. The precision of softened titles is over every
    statement of the set.
    """
    golds: list[GoldDetails] = []
    statements: dict[str, LabelledStatement] = {}
    for path in paths:
        golds += read_details(path)
        statements |= {labelled.id: labelled for labelled in statements_beside(path)}
    scorer = load(model)
    documents = dict(zip(statements, read_documents(labelled.statement for labelled in statements.values()), strict=True))
    reports = {id: scorer.report(document, scorer.model.labeller.probabilities(document)) for id, document in documents.items()}
    by_annotators = [read_with_gold_labels(gold.labelled, documents[gold.labelled.id], scorer.model) for gold in golds]
    return {
        "statements": len(golds),
        "model_labels": figures([tally(gold, told_by(reports[gold.labelled.id])) for gold in golds]),
        "gold_labels": figures([tally(gold, told) for gold, told in zip(golds, by_annotators, strict=True)]),
        "softened_titles": _softened([(labelled, reports[id]) for id, labelled in statements.items()]),
    }


def told_by(report: Report) -> Told:
    spans = [(unit.start, unit.end) for unit in report.units]
    return Told(spans, report.timeline, report.delays, report.promises, report.blame, report.checklist)


def read_with_gold_labels(labelled: LabelledStatement, document: DocumentReading, model: Model) -> Told:
    """What is read where the units have the annotators' labels instead of the model's."""
    targets = targets_of(document, labelled).astype(float)
    labels = assigned(targets, model.labeller.thresholds)
    judges = Judges.of(model.details, document, targets)
    published = labelled.statement.published
    steps_told = steps(document, labels, published)
    events = events_of(steps_told, judges.kinds)
    return Told(
        spans=[document.original_span(unit.span) for unit in document.units],
        timeline=events,
        delays=elapsed(document, labels, steps_told, events, judges.kinds),
        promises=promises(document, labels, day_of(document, events), judges.strengths),
        blame=blame(document, labels, judges.owners),
        checklist=checklist(document, labels, events=events),
    )


def tally(gold: GoldDetails, told: Told) -> Tally:
    """Counts of one statement: how many there are, how many were found, how many are right."""
    return _timeline_tally(gold, told) + _promise_tally(gold, told) + _blame_tally(gold, told) + _checklist_tally(gold, told)


def figures(rows: Sequence[Tally]) -> dict[str, Any]:
    """Every figure with its interval and the number of gold records it is about."""

    def accuracy(name: str) -> dict[str, Any]:
        return _figure(rows, lambda total: share(total[f"{name}:right"], total[f"{name}:gold"]), f"{name}:gold")

    def f1(name: str) -> dict[str, Any]:
        return _figure(rows, lambda total: f1_of(total[f"{name}:both"], total[f"{name}:gold"], total[f"{name}:found"]), f"{name}:gold")

    return {
        "steps": f1("steps"),
        "times": accuracy("times"),
        "kinds": accuracy("kinds"),
        "delays": accuracy("delays"),
        "delays_given": accuracy("delays_given"),
        "promises": f1("promises"),
        **{f"promise_{slot}": accuracy(slot) for slot in _SLOTS},
        "checklist": f1("items"),
        "checklist_status": accuracy("status_of_items"),
        "blame": accuracy("blame"),
    }


def _figure(rows: Sequence[Tally], figure: Callable[[Tally], float], support: str) -> dict[str, Any]:
    return with_interval(rows, figure) | {"support": total_of(rows)[support]}


# --- one statement -----------------------------------------------------------------------------------------------------


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
        for slot in _SLOTS:
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
        given, found = true in _GIVEN, item.status in _GIVEN
        count.update({"items:gold": given, "items:found": found, "items:both": given and found})
        count.update({"status_of_items:gold": 1, "status_of_items:right": true == item.status})
    return count


def _softened(pairs: Sequence[tuple[LabelledStatement, Report]]) -> dict[str, Any]:
    rows: list[Tally] = []
    for labelled, report in pairs:
        true = labelled.title_framing == TitleFraming.SOFTENED
        found = any(finding.code in SOFTENED for finding in report.findings)
        rows.append(Counter({"gold": true, "found": found, "both": true and found}))
    return {
        "precision": _figure(rows, lambda total: share(total["both"], total["found"]), "found"),
        "recall": _figure(rows, lambda total: share(total["both"], total["gold"]), "gold"),
    }


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
