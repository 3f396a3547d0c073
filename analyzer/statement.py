"""Statements, and labelled statements in and out (guideline §5)."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from analyzer.errors import cannot_read, unreadable
from analyzer.schema import LEVELS, Axis, DetectedBy, IncidentKind, Label, ReportStage, Sector, Signal, TitleFraming

MAX_CHARACTERS = 200_000
"""Longest statement read. The longest real ones, investigation reports apart, have some 20,000 characters."""
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Statement:
    """What an organisation published, exactly as it was read; `left_out` are code-point spans of the text that are not read.

    They are breaks in the middle of sentences, marks of pages and bars left from tables, which pasting brings along, and what is
    `unjudged`.
    """

    text: str
    title: str | None = None
    published: date | None = None
    id: str | None = None
    incident_id: str | None = None
    left_out: tuple[tuple[int, int], ...] = ()
    unjudged: tuple[tuple[int, int], ...] = ()
    """Those of them that tell something all the same: lines in English, an earlier report quoted."""
    start: int | None = field(default=0, compare=False)
    """Where the text begins in what was given, title and front matter before it; None where it stands nowhere so (in a mail)."""
    organisation: str | None = None
    """Whose it is, where a column or the front matter says so."""
    updated: bool = False
    """Whether `published` is but the day on which its page was last updated."""


@dataclass(frozen=True, slots=True)
class LabelledUnit:
    """Code-point span `start:end` of the text and its labels; no label means `other`."""

    start: int
    end: int
    labels: frozenset[Label]
    signals: frozenset[Signal] = frozenset()


@dataclass(frozen=True, slots=True)
class LabelledStatement:
    """A statement with everything the guideline asks of an annotator."""

    statement: Statement
    sector: Sector
    incident: IncidentKind
    units: tuple[LabelledUnit, ...]
    levels: Mapping[Axis, int]
    detected_by: DetectedBy
    report_stage: ReportStage
    title_framing: TitleFraming
    retold: bool = False
    """Whether it retells, worded anew about an invented organisation, the course of a real one, and is not imagined freely."""
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def id(self) -> str:
        return self.statement.id or ""

    @property
    def text(self) -> str:
        return self.statement.text

    @property
    def organisation(self) -> str:
        return self.statement.organisation or ""

    @property
    def group(self) -> str:
        """Organisation and incident stay on one side of every split."""
        return self.organisation


def read_labelled(paths: Iterable[Path]) -> list[LabelledStatement]:
    """Read labelled statements; a bad line raises `UnreadableError` naming file, line and fault."""
    return [labelled for path in paths for labelled in iter_labelled(path)]


def iter_labelled(path: Path) -> Iterator[LabelledStatement]:
    """The labelled statements of one file; a bad line raises `UnreadableError` naming file, line and fault."""
    for number, line in numbered_lines(path):
        try:
            yield labelled_in(line)
        except ValueError as error:
            raise unreadable(f"{path}:{number}", "ラベル付き公表文の行ではありません", str(error)) from error


def numbered_lines(path: Path) -> Iterator[tuple[int, str]]:
    """Non-blank lines of a UTF-8 file with their 1-based numbers."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise cannot_read(path, error) from error
    except UnicodeDecodeError as error:
        raise unreadable(
            str(path), "UTF-8 ではありません。UTF-8 で保存し直してください", f"not UTF-8 at byte {error.start}; save it as UTF-8"
        ) from error


def records_of(path: Path, parse: Callable[[Mapping[str, Any]], Record]) -> list[Record]:
    """What `parse` makes of each JSON line of a file; a bad line raises `UnreadableError` naming file, line and fault."""
    found: list[Record] = []
    for number, line in numbered_lines(path):
        try:
            found.append(parse(json.loads(line)))
        except (ValueError, KeyError, TypeError, OverflowError, RecursionError) as error:
            why = f"field {error} is missing" if isinstance(error, KeyError) else str(error)
            raise unreadable(f"{path}:{number}", "ラベルの行として読めません", why) from error
    return found


def labelled_in(line: str) -> LabelledStatement:
    """The labelled statement of one line of JSON; raises `ValueError` with the fault."""
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise ValueError(f"JSON ではありません / not JSON ({error.msg} at column {error.colno})") from error
    except RecursionError as error:
        raise ValueError("JSON の入れ子が深すぎます / JSON too deep for a statement") from error
    if not isinstance(record, dict):
        ja = "id, text, units … のあるオブジェクトにしてください"
        raise ValueError(f"{ja} / a JSON {type(record).__name__}, must be an object with id, text, units …")
    try:
        return labelled_from(record)
    except KeyError as error:
        raise ValueError(f"欄 {error} がありません / field {error} is missing") from error
    except (TypeError, AttributeError, OverflowError) as error:
        raise ValueError(f"欄の形が指針と違います / a field has another shape than the guideline's ({error})") from error


def labelled_from(record: Mapping[str, Any]) -> LabelledStatement:
    """Build one labelled statement from its JSON record; raises `ValueError` with the fault."""
    missing = [name for name in ("id", "text", "units", "levels", "organisation") if record.get(name) in (None, "")]
    if missing:
        raise ValueError(f"欄 {missing[0]!r} がありません / field {missing[0]!r} is missing")
    text = str(record["text"])
    evidence = {Signal(code): indices for code, indices in record.get("evidence", {}).items()}
    _check_evidence(evidence, len(record["units"]))
    units = tuple(_unit_from(index, unit, len(text), evidence) for index, unit in enumerate(record["units"]))
    return LabelledStatement(
        statement=Statement(
            text=text,
            title=_text_of(record, "title"),
            published=published_from(record.get("published")),
            id=str(record["id"]),
            incident_id=_text_of(record, "incident_id"),
            organisation=str(record["organisation"]),
        ),
        sector=Sector(record["sector"]),
        incident=IncidentKind(record["incident"]),
        units=units,
        levels={axis: _level_from(record["levels"], axis) for axis in Axis},
        detected_by=DetectedBy(record["detected_by"]),
        report_stage=ReportStage(record["report_stage"]),
        title_framing=TitleFraming(record["title_framing"]),
        retold=bool(record.get("retold", False)),
        extra={name: record[name] for name in ("manner", "note", "tests", "trap", "gold") if name in record},
    )


def _text_of(record: Mapping[str, Any], name: str) -> str | None:
    found = record.get(name) or None
    if not isinstance(found, str | None):
        raise ValueError(f"欄 {name!r} は文字列にしてください / field {name!r} is a JSON {type(found).__name__}, must be text")
    return found


def published_from(value: object) -> date | None:
    """An ISO date, or None where there is none; raises `ValueError` for anything else."""
    if value is None or value == "":
        return None
    try:
        return date.fromisoformat(str(value).strip())
    except ValueError:
        raise ValueError(
            f"published {value!r} は 2024-11-22 の形の日付ではありません / published {value!r} is not a date of the form 2024-11-22"
        ) from None


def _check_evidence(evidence: Mapping[Signal, list[int]], count: int) -> None:
    for signal, indices in evidence.items():
        beyond = [index for index in indices if not 0 <= index < count]
        if beyond:
            ja = f"evidence {signal} の単位 {beyond[0]} はありません（{count} 単位の文書です）"
            raise ValueError(f"{ja} / evidence {signal} names unit {beyond[0]}, the statement has {count} units")


def _unit_from(index: int, record: Mapping[str, Any], size: int, evidence: Mapping[Signal, list[int]]) -> LabelledUnit:
    start, end = int(record["start"]), int(record["end"])
    if not 0 <= start < end <= size:
        ja = f"単位 {index}（{start}:{end}）が本文（{size} 文字）に収まりません"
        raise ValueError(f"{ja} / unit {index} spans {start}:{end}, text has {size} characters")
    signals = frozenset(signal for signal, indices in evidence.items() if index in indices)
    return LabelledUnit(start, end, frozenset(Label(code) for code in record["labels"]), signals)


def _level_from(levels: Mapping[str, Any], axis: Axis) -> int:
    level = levels.get(axis)
    if not isinstance(level, int) or level not in LEVELS:
        raise ValueError(f"段階 {axis} は 0〜4 にしてください / level {axis} is {level!r}, must be one of 0–4")
    return level
