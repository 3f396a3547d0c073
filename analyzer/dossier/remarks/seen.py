"""What the remarks about a dossier are made of, and what each comes to."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import Contradiction, MergedStep
from analyzer.dossier.drift.telling import Course
from analyzer.dossier.promises.keeping import Kept
from analyzer.dossier.report import Silence
from analyzer.interface import cut, one_line
from analyzer.schema import Lang

_LONGEST_QUOTE = 48
_BULLET = re.compile(r"^[・･●○◯■□◆◇※*\-\s]+")


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the findings are made of."""

    announcements: Sequence[Announcement]
    as_of: date
    courses: Sequence[Course]
    kept: Sequence[Kept]
    contradictions: Sequence[Contradiction]
    merged: Sequence[MergedStep]
    moments: Mapping[str, str | None]
    silence: Silence
    repeated: Sequence[str]
    strange: Sequence[str]
    near: Sequence[str]
    lang: Lang


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule's code, the slots of its wording, and the statements it is about."""

    code: str
    slots: Mapping[str, object]
    statements: tuple[str, ...]


def shortened(wording: str) -> str:
    """A wording as one line, cut where it grows too long to be read at a glance."""
    return cut(_BULLET.sub("", one_line(wording).strip()).rstrip("。"), _LONGEST_QUOTE)
