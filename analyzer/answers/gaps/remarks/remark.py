"""What a rule of `rules/findings.toml` finds."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from analyzer.answers.blame.actors import acting, owner_named
from analyzer.answers.blame.causes import cause_owner
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.quoting import clause_around
from analyzer.language.agency import agency_features, faults
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.schema import Owner


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


def said_anywhere(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Those of the running text."""
    return worded(rule, case, case.running_text())


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
