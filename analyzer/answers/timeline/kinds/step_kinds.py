"""What kind of step an event is: the verdict of the rules and that of a fitted model, weighed against each other.

The rules of `rule_kinds.py` go by the telling words they know. Where the wording is none of those, the words around the date,
the unit's labels and its place still hint at what the step was; a logistic regression fitted on steps labelled by hand
weighs them. It does not see the rules' verdict: the rules were written on the very statements it is fitted on, where they
are right more often than elsewhere.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from analyzer.answers.timeline.clauses import clauses_of
from analyzer.answers.timeline.dated_units import OPEN_BRACKET
from analyzer.answers.timeline.steps import Step
from analyzer.arrays import Floats
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import LABELS
from analyzer.language.features import DocumentReading, character_ngrams
from analyzer.schema import EventKind, Precision

_VOTE = 1.0
"""What the rules' verdict adds to the log probability of its kind.

Chosen by cross-validation on the first 3,817 statements of `train_choices.jsonl`, which no rule was written
from (0: 0.770 right, 1: 0.777, 2: 0.765; the rules alone 0.687).
"""
_KEY = re.compile(r"[:|]\s*$")
_NEAR = 24
"""Characters before a date that are looked at."""
_NOTHING = 2
"""So few characters after a date tell nothing."""
_MANY = 5


@dataclass(frozen=True, slots=True)
class StepKinds:
    """The judge of one statement's steps: the fitted `choice`, the statement and the labeller's probabilities, shape (units, columns)."""

    choice: Choice
    document: DocumentReading
    probabilities: Floats

    def judge(self, steps: Sequence[Step]) -> tuple[EventKind, ...]:
        """The kind of each step, in order; the end of a span of time and what the words settle keep their own."""
        return tuple(step.event.event if step.is_end or step.settled else self._kind(steps, at) for at, step in enumerate(steps))

    def _kind(self, steps: Sequence[Step], at: int) -> EventKind:
        columns = columns_of(self.document, self.probabilities, steps, at)
        return EventKind(self.choice.beside(steps[at].event.event, _VOTE, columns, bag_of(steps[at])))


def columns_of(document: DocumentReading, probabilities: Floats, steps: Sequence[Step], at: int) -> Floats:
    """The dense columns of one of a statement's steps: its unit's labels and signals, its heading, its date and its place."""
    step = steps[at]
    event = step.event
    place = document.units[event.unit].placement
    dated = sorted(other.event.at for other in steps if other.event.at)
    return np.array(
        [
            *probabilities[event.unit if step.told_in is None else step.told_in],
            *(float(place.topic == label) for label in LABELS),
            *(float(place.key_topic == label) for label in LABELS),
            *(float(event.precision == precision) for precision in Precision),
            float(step.ranged),
            float(step.alone),
            float(not step.before.strip()),
            float(len(step.after) <= _NOTHING),
            float(OPEN_BRACKET.search(step.before) is not None),
            float(_KEY.search(step.before) is not None),
            float(place.is_heading),
            float(bool(place.marker)),
            float(at == 0),
            float(at == len(steps) - 1),
            min(at, _MANY) / _MANY,
            event.unit / len(document.units),
            float(event.at is not None and event.at == dated[0]),
            float(event.at is not None and event.at == dated[-1]),
            float(at > 0 and event.unit == steps[at - 1].event.unit),
        ]
    )


def bag_of(step: Step) -> Counter[str]:
    """Character n-grams of the clause after the date, of all that follows it (`>`) and of what stands before it (`<`)."""
    after = (f">{term}" for term in character_ngrams(step.after))
    before = (f"<{term}" for term in character_ngrams(step.before[-_NEAR:]))
    return Counter([*character_ngrams(next(clauses_of(step.after), "")), *after, *before])
