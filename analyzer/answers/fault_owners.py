"""Whose fault a unit tells of: the rules' signs, the unit's labels and its wording, weighed by a fitted model.

The rules of `faults.py` know the words for owners they were written with; the model, a logistic regression fitted on units
labelled by hand, sees their verdict as one sign among others.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analyzer.answers.faults import owners_told, signs_of
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import LABELS
from analyzer.language.agency import agency_features
from analyzer.language.features import DocumentReading, character_ngrams
from analyzer.schema import Label, Owner

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class FaultOwners:
    """The judge of one statement's faults: the fitted `choice`, the statement and the labels assigned to its units."""

    choice: Choice
    document: DocumentReading
    labels: Sequence[Mapping[Label, float]]

    def judge(self, index: int) -> Owner:
        """The owner of the fault that a unit tells of."""
        found = self.choice.probabilities(columns_of(self.document, self.labels, index), bag_of(self.document, index))
        return Owner(self.choice.values[int(found.argmax())])


def columns_of(document: DocumentReading, labels: Sequence[Mapping[Label, float]], index: int) -> "Floats":
    """The dense columns of one unit: its labels, the rules' verdict, the signs of its grammar and where it stands."""
    unit, given = document.units[index], labels[index]
    told, signs = owners_told(unit, given), signs_of(unit)
    return np.array(
        [
            *(float(label in given) for label in LABELS),
            *((owner in told) / len(told) for owner in Owner),
            *(float(owner in signs.mentioned) for owner in Owner),
            *(float(owner == signs.acting) for owner in Owner),
            *(float(owner == signs.pointed_at) for owner in Owner),
            float(signs.person_is_topic),
            float(signs.singled_out),
            float(signs.denies),
            float(signs.clears),
            index / len(document.units),
        ]
    )


def bag_of(document: DocumentReading, index: int) -> Counter[str]:
    """Character n-grams of the unit and the features (`@`) of who does what in it."""
    unit = document.units[index]
    return Counter([*character_ngrams(unit.wording), *(f"@{name}" for name in agency_features(unit.parsed))])
