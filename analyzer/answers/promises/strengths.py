"""How strongly a promise binds: the verdict of the rules and that of a fitted model, weighed against each other.

What holds an act to be a procedure, a check or a barrier is told by many more words than rules can list; the model is a
logistic regression fitted on promises labelled by hand. Words it has never met it knows by their neighbours: the mean
vector of the act is among its columns.
"""

from collections import Counter

import numpy as np

from analyzer.answers.promises.statuses import TRAILING
from analyzer.arrays import Floats
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import LABELS
from analyzer.language.features import DocumentReading, character_ngrams
from analyzer.language.pipeline import mean_vector
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import Labels, PromiseKind, PromiseStatus, Strength

_VOTE = 1.0
"""What the rules' verdict adds to the log probability of its strength, chosen on promises that no rule was written from."""
_VECTOR = 3.0
"""Length of the act's vector beside columns of 0 and 1."""
_LONG = 80
"""Characters from which on a promise is as long as any."""


def strength_of(core: str, kind: PromiseKind) -> Strength:
    """The verdict of the rules on the words of an act."""
    found = PROMISES.decided("strength", TRAILING.sub("", core)) or PROMISES.decided("strength", core)
    return Strength(found) if found else Strength.PROCEDURE if kind == PromiseKind.CONCRETE else Strength.EXHORT


def strength_by(choice: Choice, document: DocumentReading, promise: Promise, given: Labels) -> Strength:
    """The strength of a promise in a unit with the labels `given`, where the rules' verdict is the promise's own."""
    return Strength(choice.beside(promise.strength, _VOTE, columns_of(document, promise, given), bag_of(promise)))


def columns_of(document: DocumentReading, promise: Promise, given: Labels) -> Floats:
    """The dense columns of one promise: its unit's labels, its other slots and the vector of its words."""
    told = [
        *(float(label in given) for label in LABELS),
        *(float(promise.kind == kind) for kind in PromiseKind),
        *(float(promise.status == status) for status in PromiseStatus),
        float(promise.owner is not None),
        float(promise.due is not None),
        min(len(promise.text), _LONG) / _LONG,
    ]
    return np.concatenate([told, _vector_of(document, promise)])


def _vector_of(document: DocumentReading, promise: Promise) -> Floats:
    unit = document.units[promise.unit]
    starts = (document.original_span((at, at + 1))[0] for at in (unit.span[0] + word.start for word in unit.parsed.words))
    words = (word for word, start in zip(unit.parsed.words, starts, strict=True) if promise.start <= start < promise.end)
    vector = mean_vector(words).astype(np.float64)
    return vector * (_VECTOR / (float(np.linalg.norm(vector)) or 1.0))


def bag_of(promise: Promise) -> Counter[str]:
    """Character n-grams of the promise and, marked `@`, of the act in it."""
    return Counter([*character_ngrams(promise.text), *(f"@{term}" for term in character_ngrams(promise.act or ""))])
