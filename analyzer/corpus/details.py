"""Gold of what one statement tells in detail (`corpora/details/README.md`): course, delays, promises, blame, checklist."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from analyzer.durations import parsed
from analyzer.schema import ChecklistStatus, EventKind, Owner, Precision, PromiseKind, PromiseStatus, Strength
from analyzer.statement import LabelledStatement, read_labelled, records_of

Span = tuple[int, int]
_Gold = TypeVar("_Gold")


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A step; `span` are code points of the statement's text, `at` is None where it cannot be known."""

    unit: int
    span: Span
    at: str | None
    precision: Precision
    event: EventKind


@dataclass(frozen=True, slots=True)
class GoldPromise:
    """One act; what the statement does not give is None."""

    unit: int
    span: Span
    kind: PromiseKind
    owner: str | None
    due: str | None
    status: PromiseStatus
    strength: Strength


@dataclass(frozen=True, slots=True)
class GoldDetails:
    """Everything labelled of one statement; `blame` maps a unit to the one at fault, `checklist` an item's code to its status."""

    labelled: LabelledStatement
    timeline: tuple[GoldEvent, ...]
    delays: Mapping[str, str | None]
    promises: tuple[GoldPromise, ...]
    blame: Mapping[int, Owner]
    checklist: Mapping[str, ChecklistStatus]


@dataclass(frozen=True, slots=True)
class GoldChoices:
    """What is labelled out of closed sets: the kinds of steps, the strengths of promises and, by unit, the owners of faults."""

    labelled: LabelledStatement
    kinds: tuple[tuple[Span, EventKind], ...]
    strengths: tuple[tuple[Span, Strength], ...]
    owners: Mapping[int, Owner]


def read_details(path: Path) -> list[GoldDetails]:
    """The labelled details of one file; a bad line raises `UnreadableError` naming file, line and fault."""
    return _read(path, _details)


def read_choices(path: Path) -> list[GoldChoices]:
    """The choices of one file, also of one that labels nothing else; a bad line raises `UnreadableError` naming file, line and fault."""
    return _read(path, _choices)


def _read(path: Path, parse: Callable[[Mapping[str, Any], LabelledStatement], _Gold]) -> list[_Gold]:
    known = {labelled.id: labelled for labelled in statements_beside(path)}

    def parsed_with_statement(record: Mapping[str, Any]) -> _Gold:
        if record["id"] not in known:
            raise ValueError(f"statement {record['id']!r} is not in {_folder(path)}")
        return parse(record, known[record["id"]])

    return records_of(path, parsed_with_statement)


def statements_beside(path: Path) -> list[LabelledStatement]:
    """All labelled statements of the set that a file of details belongs to: `details/dev.jsonl` tells of the folder `dev`."""
    return read_labelled(sorted(_folder(path).glob("*.jsonl")))


def _folder(path: Path) -> Path:
    """`train_without_checklist.jsonl` and `train_choices.jsonl` are about statements of `train` as well."""
    return path.resolve().parent.parent / path.stem.partition("_")[0]


def _details(record: Mapping[str, Any], labelled: LabelledStatement) -> GoldDetails:
    events, acts = record["timeline"], record["promises"]
    return GoldDetails(
        labelled=labelled,
        timeline=tuple(
            GoldEvent(event["unit"], span, event["at"], Precision(event["precision"]), EventKind(event["event"]))
            for event, span in zip(events, _spans(events, labelled), strict=True)
        ),
        delays={name: _duration(value) for name, value in record["delays"].items()},
        promises=tuple(
            GoldPromise(
                act["unit"],
                span,
                PromiseKind(act["kind"]),
                act["owner"],
                act["due"],
                PromiseStatus(act["status"]),
                Strength(act["strength"]),
            )
            for act, span in zip(acts, _spans(acts, labelled), strict=True)
        ),
        blame=_owners(record, labelled),
        checklist={code: ChecklistStatus(status) for code, status in record["checklist"].items()},
    )


def _choices(record: Mapping[str, Any], labelled: LabelledStatement) -> GoldChoices:
    events, acts = record["timeline"], record["promises"]
    return GoldChoices(
        labelled=labelled,
        kinds=tuple((span, EventKind(event["event"])) for event, span in zip(events, _spans(events, labelled), strict=True)),
        strengths=tuple((span, Strength(act["strength"])) for act, span in zip(acts, _spans(acts, labelled), strict=True)),
        owners=_owners(record, labelled),
    )


def _owners(record: Mapping[str, Any], labelled: LabelledStatement) -> dict[int, Owner]:
    return {_unit(int(unit), labelled): Owner(owner) for unit, owner in record["blame"].items()}


def _spans(records: Sequence[Mapping[str, Any]], labelled: LabelledStatement) -> list[Span]:
    """Where each `text` stands in its unit: the same words a second time are the next place that holds them."""
    spans: list[Span] = []
    for record in records:
        unit = labelled.units[_unit(record["unit"], labelled)]
        wording = re.compile(r"\s*".join(map(re.escape, "".join(str(record["text"]).split()))))
        places = [found.span() for found in wording.finditer(labelled.text, unit.start, unit.end) if found[0]]
        if not places:
            raise ValueError(f"{record['text']!r} is not in unit {record['unit']}")
        spans.append(next((place for place in places if place not in spans), places[-1]))
    return spans


def shared(left: Span, right: Span) -> int:
    """Code points that two spans have in common, below zero where they are apart."""
    return min(left[1], right[1]) - max(left[0], right[0])


def _duration(value: str | None) -> str | None:
    if value is not None:
        parsed(value)
    return value


def _unit(index: int, labelled: LabelledStatement) -> int:
    if not 0 <= index < len(labelled.units):
        raise ValueError(f"unit {index} is named, the statement has {len(labelled.units)}")
    return index
