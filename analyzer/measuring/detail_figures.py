"""Timelines, delays, promises, blame, checklist and softened titles against gold, with bootstrap intervals by statement.

Measured twice: over the labels that the model gives the units, and over the annotators' own, so that one sees what the
labeller costs and what the reading of the details does.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from analyzer.corpus.details import GoldDetails, read_details, statements_beside
from analyzer.language.features import DocumentReading, read_documents
from analyzer.learning.units import targets_of
from analyzer.measuring.detail_tallies import SLOTS, Told, tally
from analyzer.measuring.tallies import Tally, f1_of, share, total_of, with_interval
from analyzer.report import Report
from analyzer.schema import TitleFraming
from analyzer.scoring import Scorer, load
from analyzer.statement import LabelledStatement

SOFTENED = frozenset({"FND01", "FND02"})
"""The findings that call a title softened."""


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
    by_annotators = [_labelled_by_annotators(scorer, documents[gold.labelled.id], gold.labelled) for gold in golds]
    return {
        "statements": len(golds),
        "model_labels": figures([tally(gold, told_by(reports[gold.labelled.id])) for gold in golds]),
        "gold_labels": figures([tally(gold, told_by(report)) for gold, report in zip(golds, by_annotators, strict=True)]),
        "softened_titles": _softened([(labelled, reports[id]) for id, labelled in statements.items()]),
    }


def told_by(report: Report) -> Told:
    spans = [(unit.start, unit.end) for unit in report.units]
    return Told(spans, report.timeline, report.delays, report.promises, report.blame, report.checklist)


def _labelled_by_annotators(scorer: Scorer, document: DocumentReading, labelled: LabelledStatement) -> Report:
    """The report where the units have the annotators' labels instead of the model's."""
    return scorer.report(document, targets_of(document, labelled).astype(float))


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
        **{f"promise_{slot}": accuracy(slot) for slot in SLOTS},
        "checklist": f1("items"),
        "checklist_status": accuracy("status_of_items"),
        "blame": accuracy("blame"),
    }


def _figure(rows: Sequence[Tally], figure: Callable[[Tally], float], support: str) -> dict[str, Any]:
    return with_interval(rows, figure) | {"support": total_of(rows)[support]}


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
