"""What kind a step is: the rules' verdict and the fitted model's weighed, and the course told by them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analyzer.answers.timeline.course import elapsed, steps
from analyzer.answers.timeline.kinds.step_kinds import StepKinds, bag_of, columns_of
from analyzer.answers.timeline.steps import Step
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import COLUMNS
from analyzer.language.features import DocumentReading, Vocabulary, read_documents
from analyzer.schema import EventKind, Label
from analyzer.statement import Statement
from tests.cases import timeline

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
    assert elapsed(document, _LABELS, told, events)["occurred_to_detected"] == "PT6H40M"
    assert elapsed(document, _LABELS, told, timeline(document, _LABELS, PUBLISHED))["occurred_to_detected"] is None


def test_what_only_a_judge_takes_for_the_beginning_puts_no_delay_off() -> None:
    text = "11月10日に窓口が混み合いました。\n11月20日、名簿を誤って送信しました。\n11月22日に判明しました。"
    document = next(read_documents([Statement(text, published=PUBLISHED)]))
    labels = _LABELS[:1] * 3
    first, *others = steps(document, labels, PUBLISHED)
    told = (replace(first, event=replace(first.event, event=EventKind.OTHER)), *others)
    events = timeline(document, labels, PUBLISHED, lambda _: [EventKind.OCCURRED, EventKind.OCCURRED, EventKind.DETECTED])
    assert elapsed(document, labels, told, events)["occurred_to_detected"] == "P2D"
    alone = elapsed(document, labels, told[::2], events[::2])
    assert alone["occurred_to_detected"] == "P12D", "where no words tell of another beginning, the judge's is taken"


def test_what_a_judge_takes_for_the_beginning_on_the_very_day_is_of_its_course() -> None:
    text = "11月20日9時17分、台車が通路に入りました。\n11月20日9時19分、台車が転倒しました。\n11月20日9時25分に把握しました。"
    document = next(read_documents([Statement(text, published=PUBLISHED)]))
    labels = _LABELS[:1] * 3
    first, *others = steps(document, labels, PUBLISHED)
    told = (replace(first, event=replace(first.event, event=EventKind.OTHER)), *others)
    events = timeline(document, labels, PUBLISHED, lambda _: [EventKind.OCCURRED, EventKind.OCCURRED, EventKind.DETECTED])
    assert elapsed(document, labels, told, events)["occurred_to_detected"] == "PT8M"


def test_a_meeting_is_no_end_by_a_judge_alone() -> None:
    text = "11月20日、名簿を誤って送信しました。\n11月21日、臨時の校長会で徹底を促しました。\n11月22日、係の者が画面から案内を下げました。"
    document = next(read_documents([Statement(text, published=PUBLISHED)]))
    judged = [EventKind.OCCURRED, EventKind.CONTAINED, EventKind.CONTAINED]
    events = timeline(document, _LABELS[:1] * 3, PUBLISHED, lambda _: judged)
    assert [event.event for event in events] == [EventKind.OCCURRED, EventKind.OTHER, EventKind.CONTAINED]


def test_the_bag_tells_what_follows_a_date_from_what_stands_before_it(told: tuple[Step, ...]) -> None:
    second = bag_of(told[2])
    assert {"担当者", ">担当者", "<^$"} <= set(second)
    assert "<担当者" not in second
