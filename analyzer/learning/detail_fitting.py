"""Fitting the judges of details: kinds of steps, strengths of promises and owners of faults, as labelled beside the training set."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.answers.blame import owners
from analyzer.answers.promises import strengths
from analyzer.answers.promises.ledger import promises
from analyzer.answers.timeline.course import day_of, steps
from analyzer.answers.timeline.kinds import step_kinds
from analyzer.arrays import Floats
from analyzer.corpus.details import GoldChoices, Span, shared
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import assigned
from analyzer.judging.model import Detail
from analyzer.language.features import DocumentReading
from analyzer.learning.choice_fitting import fit_choice
from analyzer.schema import FAULTY, Labels

DETAILS = ("details/train.jsonl", "details/train_without_checklist.jsonl", "details/train_choices.jsonl")
"""Labelled details of the training set, where there are such."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One labelled statement as the analyzer reads it, with labels by a labeller that never saw it."""

    gold: GoldChoices
    document: DocumentReading
    probabilities: Floats
    labels: Sequence[Labels]


@dataclass(frozen=True, slots=True)
class Case:
    """One thing to judge: dense columns, a bag of wording and the annotator's value."""

    columns: Floats
    bag: Counter[str]
    value: str


def fit_details(
    golds: Iterable[GoldChoices], documents: Mapping[str, DocumentReading], out_of_fold: Mapping[str, Floats], thresholds: Floats
) -> dict[Detail, Choice]:
    """Fit every judge on what is labelled; one is left out where there are none or all are of one value.

    `documents` and `out_of_fold` are by id; the probabilities, shape (units, columns), come from a labeller that never saw
    the statement, as do those of a stranger's announcement.
    """
    readings = [
        Reading(gold, documents[id], out_of_fold[id], assigned(out_of_fold[id], thresholds))
        for gold in golds
        if (id := gold.labelled.id) in documents
    ]
    fitted: dict[Detail, Choice] = {}
    for detail, (cases_of, c) in _JUDGED.items():
        cases = [(case, reading.gold.labelled.group) for reading in readings for case in cases_of(reading)]
        if len({case.value for case, _ in cases}) > 1:
            columns, bags, values = zip(*((case.columns, case.bag, case.value) for case, _ in cases), strict=True)
            fitted[detail] = fit_choice(np.array(columns), bags, values, [group for _, group in cases], c)
    return fitted


def _steps(reading: Reading) -> Iterator[Case]:
    document, kinds = reading.document, reading.gold.kinds
    told = steps(document, reading.labels, reading.gold.labelled.statement.published)
    for at, step in enumerate(told):
        best = _best((step.event.start, step.event.end), [span for span, _ in kinds])
        if best is not None and not step.is_end:
            columns = step_kinds.columns_of(document, reading.probabilities, told, at)
            yield Case(columns, step_kinds.bag_of(step), kinds[best][1])


def _strengths(reading: Reading) -> Iterator[Case]:
    document, acts = reading.document, reading.gold.strengths
    events = [step.event for step in steps(document, reading.labels, reading.gold.labelled.statement.published)]
    for promise in promises(document, reading.labels, day_of(document, events)):
        best = _best((promise.start, promise.end), [span for span, _ in acts])
        if best is not None:
            columns = strengths.columns_of(document, promise, reading.labels[promise.unit])
            yield Case(columns, strengths.bag_of(promise), acts[best][1])


def _owners(reading: Reading) -> Iterator[Case]:
    units, document = reading.gold.labelled.units, reading.document
    spans = [document.original_span(unit.span) for unit in document.units]
    for index, owner in reading.gold.owners.items():
        at = _best((units[index].start, units[index].end), spans)
        if at is not None and not FAULTY.isdisjoint(reading.labels[at]):
            unit, given = document.units[at], reading.labels[at]
            yield Case(owners.columns_of(unit, given), owners.bag_of(unit), owner)


_JUDGED: Mapping[Detail, tuple[Callable[[Reading], Iterator[Case]], float]] = {
    Detail.STEPS: (_steps, 1.0),
    Detail.STRENGTHS: (_strengths, 2.0),
    Detail.BLAME: (_owners, 0.5),
}
"""What is fitted and its regularisation (scikit-learn's `C`), chosen by cross-validation over organisations."""


def _best(span: Span, spans: Sequence[Span]) -> int | None:
    """The one of the labelled spans that shares most characters with `span`."""
    common = [shared(span, other) for other in spans]
    return int(np.argmax(common)) if max(common, default=0) > 0 else None
