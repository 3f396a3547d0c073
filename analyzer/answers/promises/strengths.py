"""How strongly a promise binds: the rules' verdict, its other slots and its wording, weighed by a fitted model.

What holds an act to be a procedure, a check or a barrier is told by many more words than rules can list; the model is a
logistic regression fitted on promises labelled by hand and sees the rules' verdict as one sign among others.
"""

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import numpy as np

from analyzer.judging.choice import Choice
from analyzer.judging.labeller import LABELS
from analyzer.language.features import character_ngrams
from analyzer.report import Promise
from analyzer.schema import Label, PromiseKind, PromiseStatus, Strength

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_LONG = 80
"""Characters from which on a promise is as long as any."""


def strength_by(choice: Choice, promise: Promise, given: Mapping[Label, float]) -> Strength:
    """The strength that the fitted `choice` gives a promise in a unit with the labels `given`."""
    return Strength(choice.values[int(choice.probabilities(columns_of(promise, given), bag_of(promise)).argmax())])


def columns_of(promise: Promise, given: Mapping[Label, float]) -> "Floats":
    """The dense columns of one promise: its unit's labels, the rules' verdict and its other slots."""
    return np.array(
        [
            *(float(label in given) for label in LABELS),
            *(float(promise.strength == strength) for strength in Strength),
            *(float(promise.kind == kind) for kind in PromiseKind),
            *(float(promise.status == status) for status in PromiseStatus),
            float(promise.owner is not None),
            float(promise.due is not None),
            min(len(promise.text), _LONG) / _LONG,
        ]
    )


def bag_of(promise: Promise) -> Counter[str]:
    """Character n-grams of the promise and, marked `@`, of the act in it."""
    return Counter([*character_ngrams(promise.text), *(f"@{term}" for term in character_ngrams(promise.act or ""))])
