"""The records of a dossier: what several announcements of one incident say together, and the JSON of `contract.md`'s Dossier."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from analyzer.report import SCHEMA_VERSION, AxisReading, Tool, plain
from analyzer.schema import (
    Axis,
    DetectedBy,
    DriftKind,
    EventKind,
    GroupedBy,
    Lang,
    Precision,
    PromiseAim,
    PromiseKind,
    PromiseOutcome,
    PromiseStanding,
    ReportStage,
    Severity,
    TitleFraming,
)


@dataclass(frozen=True, slots=True)
class LevelReading:
    """One announcement's level on one axis; `decided` is False where the model cannot tell."""

    level: int
    score: float
    decided: bool


@dataclass(frozen=True, slots=True)
class Announced:
    """One announcement of the dossier; `place` is the file or the row it was read from."""

    id: str
    place: str
    title: str | None
    published: str
    axes: Mapping[Axis, LevelReading]
    title_framing: TitleFraming
    detected_by: DetectedBy
    report_stage: ReportStage


@dataclass(frozen=True, slots=True)
class Evaded:
    """The evasive wording of a step, and the announcement that tells it so."""

    statement: str
    text: str


@dataclass(frozen=True, slots=True)
class MergedEvent:
    """One step of the incident; `statement` is the one quoted, `statements` all that tell it.

    `evaded` is how the step was told where another announcement tells it more plainly.
    """

    at: str | None
    precision: Precision
    approximate: bool
    event: EventKind
    text: str
    statement: str
    unit: int | None
    statements: tuple[str, ...]
    evaded: Evaded | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """What one announcement says on a matter; `acknowledged` is None where it says nothing new, else whether it says so."""

    statement: str
    value: str
    unit: int | None
    acknowledged: bool | None


@dataclass(frozen=True, slots=True)
class Drift:
    """A matter the announcements tell differently, with everything each of them says on it."""

    what: DriftKind
    changes: tuple[Change, ...]
    message: str


@dataclass(frozen=True, slots=True)
class FollowedPromise:
    """A promise and what became of it; `told` is the wording that shows it, `late_days` how late it was kept.

    `inferred` says that no sentence was found that tells it kept, though the announcements together make it likely.
    `first_due` is the day named when it was made, `due` the day named last; `standing` is a finer word for the outcome, if any.
    """

    text: str
    aim: PromiseAim
    kind: PromiseKind
    first: str
    unit: int
    first_due: str | None
    due: str | None
    outcome: PromiseOutcome
    last_seen: str
    told: str | None
    inferred: bool
    late_days: int | None
    standing: PromiseStanding | None = None

    @property
    def due_shown(self) -> str | None:
        """The day named last, after the one named first where it moved."""
        return f"{self.first_due} → {self.due}" if self.first_due and self.due and self.first_due != self.due else self.due


@dataclass(frozen=True, slots=True)
class Silence:
    """Days since the last announcement; `next_report_promised` is the day still to come, or the wording, of a report promised.

    `next_report_overdue` is the last day, gone by, of one that has not come.
    """

    last_published: str
    days: int
    next_report_promised: str | None
    next_report_overdue: str | None = None


@dataclass(frozen=True, slots=True)
class DossierFinding:
    """One remark about the dossier; `statements` are those it speaks of."""

    code: str
    severity: Severity
    message: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DossierQuestion:
    """A question to the organisation, and the finding that is its ground."""

    code: str
    text: str
    because: str


@dataclass(frozen=True, slots=True)
class Grouping:
    """Why these announcements are one dossier."""

    by: GroupedBy
    reason: str


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything read off the announcements of one incident, which a reader calls by its `name`; `axes` reads all of them as one text."""

    tool: Tool
    lang: Lang
    incident: str
    name: str
    as_of: str
    grouping: Grouping
    statements: tuple[Announced, ...]
    axes: Mapping[Axis, AxisReading]
    axes_basis: str
    events: tuple[MergedEvent, ...]
    delays: Mapping[str, str | None]
    delays_at_least: Mapping[str, str]
    drift: tuple[Drift, ...]
    promises: tuple[FollowedPromise, ...]
    silence: Silence
    findings: tuple[DossierFinding, ...]
    questions: tuple[DossierQuestion, ...]
    warnings: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        """The Dossier of the JSON contract."""
        return {"schema_version": SCHEMA_VERSION, **plain(self)}

    def _repr_html_(self) -> str:
        from analyzer.render.dossier_page import fragment

        return fragment(self)
