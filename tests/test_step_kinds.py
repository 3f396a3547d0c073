"""What kind a step is: the rules' verdict and the fitted model's weighed, and the model fitted on labelled steps alone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analyzer.answers.step_kinds import StepKinds, bag_of, columns_of
from analyzer.answers.steps import Step
from analyzer.answers.timeline import elapsed, steps, timeline
from analyzer.corpus.details import GoldDetails, read_details
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import COLUMNS, assigned
from analyzer.language.features import DocumentReading, Vocabulary, read_documents
from analyzer.learning.fitting import targets_of
from analyzer.learning.step_fitting import details_beside, fit_steps
from analyzer.schema import EventKind, Label
from analyzer.statement import Statement
from tests.conftest import ROOT

TRAIN = sorted((ROOT / "corpora" / "train").glob("*.jsonl"))
SOME = 24
PUBLISHED = date(2024, 11, 25)
TEXT = "11月22日9時20分から15時05分まで、予約のページに接続できない状態となりました。\n同日16時、担当者が状況を記録しました。"
_LABELS = [{Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}, {Label.TIMELINE: 0.9}]


@pytest.fixture(scope="module")
def document() -> DocumentReading:
    return next(read_documents([Statement(TEXT, published=PUBLISHED)]))


@pytest.fixture(scope="module")
def told(document: DocumentReading) -> tuple[Step, ...]:
    return steps(document, _LABELS, PUBLISHED)


def _leaning(document: DocumentReading, told: Sequence[Step], kind: EventKind, strength: float) -> StepKinds:
    """A judge for whom every step is of one kind, by so much in the logit."""
    values = tuple(str(each) for each in EventKind)
    size = len(columns_of(document, np.zeros((len(document.units), len(COLUMNS))), told, 0))
    bias = np.array([strength * (value == kind) for value in values])
    choice = Choice(values, np.zeros((size, len(values))), Vocabulary({}, np.empty(0)), np.empty((0, len(values))), bias)
    return StepKinds(choice, document, np.zeros((len(document.units), len(COLUMNS))))


def test_the_rules_verdict_yields_only_to_a_sure_model(document: DocumentReading, told: tuple[Step, ...]) -> None:
    by_rules = [step.event.event for step in told]
    assert by_rules == [EventKind.OCCURRED, EventKind.CONTAINED, EventKind.OTHER]
    assert list(_leaning(document, told, EventKind.MEASURE, 1.0).judge(told)) == by_rules
    sure = _leaning(document, told, EventKind.MEASURE, 9.0).judge(told)
    assert sure == (EventKind.MEASURE, EventKind.CONTAINED, EventKind.MEASURE), "the end of a span keeps its kind"


def test_the_course_and_its_delays_are_of_the_kinds_judged(document: DocumentReading, told: tuple[Step, ...]) -> None:
    def kinds(found: Sequence[Step]) -> tuple[EventKind, ...]:
        return tuple(EventKind.DETECTED if at == 2 else step.event.event for at, step in enumerate(found))

    events = timeline(document, _LABELS, PUBLISHED, kinds)
    assert [replace(event, event=step.event.event) for event, step in zip(events, told, strict=True)] == [step.event for step in told]
    assert events[2].event == EventKind.DETECTED
    assert elapsed(document, _LABELS, events, kinds)["occurred_to_detected"] == "PT6H40M"
    assert elapsed(document, _LABELS, timeline(document, _LABELS, PUBLISHED))["occurred_to_detected"] is None


def test_the_bag_tells_what_follows_a_date_from_what_stands_before_it(told: tuple[Step, ...]) -> None:
    second = bag_of(told[2])
    assert {"担当者", ">担当者", "<^$"} <= set(second)
    assert "<担当者" not in second


@pytest.fixture(scope="module")
def labelled() -> tuple[list[GoldDetails], dict[str, DocumentReading], dict[str, np.ndarray]]:
    golds = read_details(details_beside(TRAIN)[0])[:SOME]
    documents = dict(zip((g.labelled.id for g in golds), read_documents(g.labelled.statement for g in golds), strict=True))
    return golds, documents, {g.labelled.id: targets_of(documents[g.labelled.id], g.labelled).astype(float) for g in golds}


def test_a_model_is_fitted_on_labelled_steps(
    labelled: tuple[list[GoldDetails], dict[str, DocumentReading], dict[str, np.ndarray]],
) -> None:
    golds, documents, probabilities = labelled
    thresholds = np.full(len(COLUMNS), 0.5)
    first, second = (fit_steps(golds, documents, probabilities, thresholds) for _ in range(2))
    assert first is not None and second is not None
    assert set(first.values) == {str(event.event) for gold in golds for event in gold.timeline}
    for name, array in first.to_arrays().items():
        assert np.array_equal(array, second.to_arrays()[name]), name
        if name not in ("terms", "idf"):
            assert np.array_equal(array, np.round(array, 4)), name
    again = Choice.from_arrays(first.values, first.to_arrays())
    for gold in golds:
        id = gold.labelled.id
        found = steps(documents[id], assigned(probabilities[id], thresholds), None)
        kept = [StepKinds(choice, documents[id], probabilities[id]).judge(found) for choice in (first, again)]
        assert kept[0] == kept[1] and len(kept[0]) == len(found)


def test_without_steps_to_tell_apart_there_is_no_model(
    labelled: tuple[list[GoldDetails], dict[str, DocumentReading], dict[str, np.ndarray]],
) -> None:
    golds, documents, probabilities = labelled
    thresholds = np.full(len(COLUMNS), 0.5)
    assert fit_steps([], {}, {}, thresholds) is None
    alike = [replace(gold, timeline=tuple(replace(event, event=EventKind.OTHER) for event in gold.timeline)) for gold in golds]
    assert fit_steps(alike, documents, probabilities, thresholds) is None


def test_labelled_steps_are_looked_for_beside_the_training_set() -> None:
    assert [path.name for path in details_beside(TRAIN)] == ["train.jsonl", "timelines.jsonl"]
    assert details_beside([ROOT / "nowhere" / "train" / "club.jsonl"]) == []
