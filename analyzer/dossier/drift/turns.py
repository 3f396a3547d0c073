"""Where what is told on a matter turned, and the course of all that was told on it."""

from dataclasses import dataclass

from analyzer.dossier.drift.telling import Told
from analyzer.schema import DriftKind


@dataclass(frozen=True, slots=True)
class Turn:
    """A matter on which two announcements differ; `acknowledged` where the later one says so."""

    what: DriftKind
    before: Told
    after: Told
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class Course:
    """All that was told on a matter, in the order of publication, and where it turned."""

    what: DriftKind
    told: tuple[Told, ...]
    turns: tuple[Turn, ...]
