"""Statements in marked lines, and the case that is made of one: its items, steps and promises as the program reads them by the rules."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist import checklist
from analyzer.answers.promises.ledger import promises
from analyzer.answers.timeline.course import Kinds, day_of, events_of, steps
from analyzer.answers.timeline.datelines import published_on
from analyzer.judging.circumstances import Circumstances
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import Event
from analyzer.schema import DetectedBy, Label, Labels, Lang, ReportStage, TitleFraming
from analyzer.statement import Statement


def read(marked: str, title: str | None = None, probability: float = 0.9) -> tuple[DocumentReading, list[Labels]]:
    """Lines of 「labels | text」, `-` for no label → the statement read, and the labels of its units."""
    lines = [line.partition("|") for line in marked.strip().splitlines()]
    document = next(read_documents([Statement("\n".join(text.strip() for _, _, text in lines), title)]))
    assert len(document.units) == len(lines), [unit.wording for unit in document.units]
    return document, [{Label(code): probability for code in codes.split() if code != "-"} for codes, _, _ in lines]


def timeline(document: DocumentReading, labels: Sequence[Labels], published: date | None, kinds: Kinds | None = None) -> tuple[Event, ...]:
    """The events of a statement's steps, of the kinds that `kinds` judges or else the rules tell."""
    return events_of(steps(document, labels, published), kinds)


def case_of(
    document: DocumentReading,
    labels: Sequence[Labels],
    *,
    framing: TitleFraming = TitleFraming.NEUTRAL,
    detected_by: DetectedBy = DetectedBy.UNKNOWN,
    stage: ReportStage = ReportStage.SINGLE,
    found_by: tuple[int, ...] = (),
    events: Sequence[Event] | None = None,
    lang: Lang = Lang.JA,
) -> Case:
    """The case of a statement; `events` are read by the rules where none are given."""
    told = events_of(steps(document, labels, published_on(document))) if events is None else events
    facts = Circumstances(detected_by, stage, framing, {"detected_by": found_by})
    case = Case.of(document, labels, facts, told, promises(document, labels, day_of(document, told)))
    return replace(case, items=checklist(case, lang))
