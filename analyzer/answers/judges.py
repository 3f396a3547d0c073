"""The fitted judges of what one statement tells in detail; where a model has none of a kind, the rules decide alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from analyzer.answers.blame.owners import owner_by
from analyzer.answers.blame.shares import Owners
from analyzer.answers.promises.ledger import Strengths
from analyzer.answers.promises.strengths import strength_by
from analyzer.answers.timeline.course import Kinds
from analyzer.answers.timeline.kinds.step_kinds import StepKinds
from analyzer.arrays import Floats
from analyzer.judging.choice import Choice
from analyzer.judging.model import Detail
from analyzer.language.features import DocumentReading


@dataclass(frozen=True, slots=True)
class Judges:
    """What kind a step is, how strongly a promise binds and on whom a fault is laid."""

    kinds: Kinds | None
    strengths: Strengths | None
    owners: Owners | None

    @classmethod
    def of(cls, details: Mapping[Detail, Choice], document: DocumentReading, probabilities: Floats) -> "Judges":
        """The judges of one statement whose units have these probabilities, shape (units, columns)."""
        kinds, strengths, owners = (details.get(detail) for detail in (Detail.STEPS, Detail.STRENGTHS, Detail.BLAME))
        return cls(
            kinds=StepKinds(kinds, document, probabilities).judge if kinds else None,
            strengths=partial(strength_by, strengths, document) if strengths else None,
            owners=partial(owner_by, owners) if owners else None,
        )
