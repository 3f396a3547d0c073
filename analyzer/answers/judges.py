"""The fitted judges of what one statement tells in detail; where a model has none of a kind, the rules decide alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from analyzer.answers import blame, promises, timeline
from analyzer.answers.fault_owners import FaultOwners
from analyzer.answers.promise_strengths import strength_by
from analyzer.answers.step_kinds import StepKinds
from analyzer.judging.choice import Choice
from analyzer.judging.model import Detail
from analyzer.language.features import DocumentReading
from analyzer.schema import Label

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Judges:
    """What kind a step is, how strongly a promise binds, whose fault a unit tells of."""

    kinds: timeline.Kinds | None
    strengths: promises.Strengths | None
    owners: blame.Judge | None

    @classmethod
    def of(
        cls, details: Mapping[Detail, Choice], document: DocumentReading, labels: Sequence[Mapping[Label, float]], probabilities: "Floats"
    ) -> "Judges":
        """The judges of one statement, with the labels assigned and all probabilities, shape (units, columns)."""
        kinds, strengths, owners = (details.get(detail) for detail in (Detail.STEPS, Detail.STRENGTHS, Detail.OWNERS))
        return cls(
            kinds=StepKinds(kinds, document, probabilities).judge if kinds else None,
            strengths=partial(strength_by, strengths) if strengths else None,
            owners=FaultOwners(owners, document, labels).judge if owners else None,
        )
