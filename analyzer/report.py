"""The result records: what a reading of one statement says, and the JSON of `contract.md`'s Report."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from analyzer.schema import (
    Axis,
    ChecklistStatus,
    DetectedBy,
    DueSense,
    EventKind,
    Labels,
    Lang,
    Owner,
    Precision,
    PromiseKind,
    PromiseStatus,
    ReportStage,
    Severity,
    Strength,
    TitleFraming,
)

SCHEMA_VERSION = "1"


@dataclass(frozen=True, slots=True)
class Reason:
    """One criterion of the rubric: met or not, with the units that speak for it.

    `sure` is False where it lowers a level and no finding says so.
    """

    code: str
    text: str
    met: bool
    units: tuple[int, ...]
    sure: bool = True


@dataclass(frozen=True, slots=True)
class AxisReading:
    """`score` = 25 × the expected level; `probabilities` over levels 0–4; `decided` is False where the model cannot tell."""

    level: int
    score: float
    probabilities: tuple[float, ...]
    reasons: tuple[Reason, ...]
    decided: bool


@dataclass(frozen=True, slots=True)
class UnitReport:
    """One unit with its labels and their calibrated probabilities; offsets are code points into the text as read."""

    index: int
    start: int
    end: int
    text: str
    labels: Labels


@dataclass(frozen=True, slots=True)
class Event:
    """A dated or clocked step; `at` is ISO 8601 down to `precision`, None where it cannot be resolved.

    `also`: what else was done at once (「気付き、直ちに中断しました」).
    """

    unit: int
    start: int
    end: int
    text: str
    at: str | None
    precision: Precision
    approximate: bool
    event: EventKind
    also: tuple[EventKind, ...] = ()

    @property
    def kinds(self) -> tuple[EventKind, ...]:
        """All that was done then, the step itself first."""
        return (self.event, *self.also)

    @property
    def ranked(self) -> str | None:
        """Its place in the order of time: of a day of which but the evening is told, it is behind the hours of the day."""
        late = self.precision == Precision.DAY and any(part in self.text for part in "夜晩夕")
        return f"{self.at}T18:00" if self.at and late else self.at


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise against recurrence; what the statement does not give is None.

    `due_sense` tells what the time in `due` is, `due_shown` the time without a day that the statement does not name (「7月から」).
    """

    unit: int
    start: int
    end: int
    text: str
    kind: PromiseKind
    act: str | None
    owner: str | None
    due: str | None
    status: PromiseStatus
    strength: Strength
    answers_cause: bool | None
    verified_by: str | None = None
    due_sense: DueSense | None = None
    due_shown: str | None = None


@dataclass(frozen=True, slots=True)
class ChecklistItem:
    """One item of a good disclosure, the rule it rests on, and whether the statement gives it."""

    code: str
    name: str
    basis: str
    status: ChecklistStatus
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One remark about one wording; `unit` is None where it is about the title or the whole."""

    code: str
    severity: Severity
    message: str
    unit: int | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Question:
    """A question to send to the organisation, and the ground for asking it."""

    code: str
    text: str
    because: str
    unit: int | None = None


@dataclass(frozen=True, slots=True)
class Blame:
    """Units in which a fault is laid on one owner."""

    owner: Owner
    share: float
    units: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reached:
    """Where an axis stands after something was added."""

    level: int
    score: float


@dataclass(frozen=True, slots=True)
class Addition:
    """What an author may write, and what it comes to: read anew with an example of it, the axes of `reaches` stand higher, the
    checklist items of `gives` are stated and the questions of `answers` are asked no more.

    `unit` is the unit that it takes the place of, None where it is put beside what there is.
    """

    code: str
    text: str
    example: str
    because: str
    unit: int | None
    reaches: Mapping[Axis, Reached]
    gives: tuple[str, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Additions:
    """The author's side of a reading: of each axis what gains most, then what gains next.

    `reach` is where the axes stand with all of it, `open_questions` are then still asked.
    """

    each: tuple[Addition, ...]
    reach: Mapping[Axis, Reached]
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tool:
    """What made the reading."""

    version: str
    model: str
    model_sha256: str


@dataclass(frozen=True, slots=True)
class Report:
    """The reading of one statement; `text_start` is where its text begins in what was given, None where it stands nowhere so."""

    tool: Tool
    id: str | None
    title: str | None
    published: str | None
    lang: Lang
    text: str
    text_start: int | None
    axes: Mapping[Axis, AxisReading]
    units: tuple[UnitReport, ...]
    detected_by: DetectedBy
    report_stage: ReportStage
    title_framing: TitleFraming
    circumstances: Mapping[str, tuple[int, ...]]
    timeline: tuple[Event, ...]
    delays: Mapping[str, str | None]
    promises: tuple[Promise, ...]
    empty_promise_rate: float | None
    blame: tuple[Blame, ...]
    checklist: tuple[ChecklistItem, ...]
    findings: tuple[Finding, ...]
    questions: tuple[Question, ...]
    warnings: tuple[str, ...]
    is_announcement: bool = True
    """False where it is left without findings and questions, because it does not read as one of an incident."""
    additions: Additions | None = None
    """The author's side, where it was asked for (`additions.py`)."""

    @property
    def course(self) -> tuple[Event, ...]:
        """The timeline in order of time, as people read it; a step without a time stays behind the one told before it."""
        known = ""
        places = [known := event.ranked or known for event in self.timeline]
        return tuple(event for _, event in sorted(zip(places, self.timeline, strict=True), key=lambda placed: placed[0]))

    def promises_in(self, unit: int) -> list[Promise]:
        """The promises of one unit, in order."""
        return [promise for promise in self.promises if promise.unit == unit]

    def to_dict(self) -> dict[str, Any]:
        """The Report of the JSON contract."""
        return {"schema_version": SCHEMA_VERSION, **plain(self)}

    def _repr_html_(self) -> str:
        from analyzer.render.page import fragment

        return fragment(self)


def plain(value: Any) -> Any:
    """Records, mappings and tuples as JSON values, in field order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    return value
