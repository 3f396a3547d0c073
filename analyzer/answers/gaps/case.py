"""A statement as its checklist, findings and questions see it: what each of them rests on is asked once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.answers.blame.parties import by_their_parts, rules_on_others
from analyzer.answers.gaps.open_causes import cause_left_open
from analyzer.answers.gaps.traits.denials import denials
from analyzer.answers.gaps.traits.traits import Trait, traits_of
from analyzer.answers.timeline.datelines import published_on
from analyzer.judging.circumstances import Circumstances
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import ChecklistItem, Event, Promise
from analyzer.schema import ChecklistStatus, Label, Labels, PromiseKind


@dataclass(frozen=True, slots=True)
class Case:
    """One statement with what is told of it; `items` are empty until its checklist has been gone through."""

    document: DocumentReading
    labels: Sequence[Labels]
    """The labels assigned to each unit, as `Labeller.assigned` returns them."""
    circumstances: Circumstances
    events: Sequence[Event]
    promised: Sequence[Promise]
    published: date | None
    traits: frozenset[Trait]
    denied: Sequence[tuple[int, Span]]
    """The units that deny what is alleged, and the words of denial."""
    cause_open: tuple[int, ...]
    """The units that leave the cause open."""
    by_part: Sequence[UnitReading]
    """The units with each body named for what it is called by, to ask whose a deed was; no place in them is one in the text."""
    items: Sequence[ChecklistItem] = ()

    @classmethod
    def of(
        cls,
        document: DocumentReading,
        labels: Sequence[Labels],
        circumstances: Circumstances,
        events: Sequence[Event],
        promised: Sequence[Promise],
    ) -> "Case":
        """The case of a statement whose labels, circumstances, dated steps and promises are known."""
        denied, published = denials(document), published_on(document)
        traits = traits_of(document, labels, denied, published)
        by_part = by_their_parts(document, ruling=rules_on_others(document, labels))
        return cls(document, labels, circumstances, events, promised, published, traits, denied, cause_left_open(document), by_part)

    @property
    def statuses(self) -> Mapping[str, ChecklistStatus]:
        """The status of each item by its code."""
        return {item.code: item.status for item in self.items}

    @property
    def checkable(self) -> frozenset[int]:
        """Units that promise an act one could tick off, by the lines below them if not by their own words."""
        return frozenset(promise.unit for promise in self.promised if promise.kind == PromiseKind.CONCRETE)

    def said(self, *wanted: Label) -> list[int]:
        """Units with one of the labels."""
        return [index for index, assigned in enumerate(self.labels) if not assigned.keys().isdisjoint(wanted)]

    def running_text(self) -> list[int]:
        """All units that are no heading."""
        return [index for index, unit in enumerate(self.document.units) if not unit.placement.is_heading]

    def unit(self, index: int) -> UnitReading:
        return self.document.units[index]
