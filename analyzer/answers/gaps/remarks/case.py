"""What a rule of `rules/findings.toml` may look at, and what it finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from analyzer.answers.blame.actors import acting, owner_named
from analyzer.answers.blame.causes import cause_owner
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.quoting import clause_around
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.language.agency import agency_features, faults
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import Event
from analyzer.schema import ChecklistStatus, DetectedBy, Label, Labels, Owner, ReportStage, TitleFraming


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at."""

    document: DocumentReading
    labels: Sequence[Labels]
    title_framing: TitleFraming
    detected_by: DetectedBy
    stage: ReportStage
    traits: frozenset[Trait]
    statuses: Mapping[str, ChecklistStatus]
    events: Sequence[Event]
    checkable: frozenset[int]
    """Units that promise an act one could tick off, by the lines below them if not by their own words."""

    def said(self, *wanted: Label) -> list[int]:
        """Units with one of the labels."""
        return [index for index, assigned in enumerate(self.labels) if not assigned.keys().isdisjoint(wanted)]

    def running_text(self) -> list[int]:
        """All units that are no heading."""
        return [index for index, unit in enumerate(self.document.units) if not unit.placement.is_heading]

    def unit(self, index: int) -> UnitReading:
        return self.document.units[index]


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule that holds: the unit and the span in it, None for the title or the whole; `slots` fill the message."""

    unit: int | None = None
    span: Span | None = None
    slots: Mapping[str, object] = field(default_factory=dict)


def worded(rule: FindingRule, case: Case, indices: Sequence[int]) -> Iterator[Remark]:
    """Those of the units that have the rule's wording."""
    for index in indices:
        place = rule.place_in(case.unit(index))
        if place:
            yield Remark(index, clause_around(case.unit(index), place))


def first_worded(rule: FindingRule, case: Case, indices: Sequence[int]) -> Iterator[Remark]:
    """The first of the units that has the rule's wording."""
    return islice(worded(rule, case, indices), 1)


def names_itself(unit: UnitReading) -> bool:
    """Whether the organisation is the subject or the agent of what a unit tells."""
    if any(name.endswith(":own") or name.startswith("subject:own>") for name in agency_features(unit.parsed)):
        return True
    # `agency` knows the words of self that the classifier was fitted on; the blame map, and so the reader, knows more.
    at_fault = (owner_named(candidates[0]) for _, candidates in faults(unit.parsed) if candidates)
    return Owner.OWN in at_fault or Owner.OWN in acting(unit) or cause_owner(unit) == Owner.OWN
