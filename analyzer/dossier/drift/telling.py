"""One announcement's word on one matter, held against another's: where what is told turned, and the course of all of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from analyzer.dossier.announcement import Announcement
from analyzer.interface import word
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT
from analyzer.schema import DetectedBy, DriftKind, Lang

QUOTED = re.compile(r"「[^」]*」")
NOT_THIS = re.compile(r"[^、。]*(?:(?<!だけ)(?<!のみ)(?<!ばかり)では?なく|では(?:あり|ござい)ませ[んぬ]|ては(?:おらず|いませんで))")
_BARE = len("前回の公表を訂正し、心より深くお詫び申し上げます。")


@dataclass(frozen=True, slots=True)
class Told:
    """What one announcement says on a matter: `key` is compared, `value` is shown; `unit` is None for the title.

    `adds` where it is said in addition to what was told before.
    """

    announcement: Announcement
    key: object
    value: str
    unit: int | None
    adds: bool = False

    def shown(self, lang: Lang) -> str:
        """The wording, which may be that nothing is told; who found it has a name in each language."""
        return self.key.name_in(lang) if isinstance(self.key, DetectedBy) else self.value or word("not_stated", lang)


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


def differs(before: Told, after: Told) -> bool:
    """Whether two announcements tell something else."""
    return before.key != after.key


def corrects(announcement: Announcement, about: str) -> bool:
    """Whether a sentence says that what was told before on a matter (a slot, `about_cause`) was other than this."""
    return any(DRIFT.says("corrects", unit.wording) and DRIFT.says(about, unit.wording) for unit in announcement.units)


def corrections(announcement: Announcement) -> Iterator[tuple[int, UnitReading]]:
    """The units that correct what was told before; 「訂正してお詫びします。」 corrects what the sentence before it says.

    「対象を次のとおり拡大します。」 and 「10時と申しましたが、9時からです。」 say themselves what they correct.
    """
    for index, unit in enumerate(announcement.units):
        if DRIFT.says("corrects", unit.wording):
            yield index, unit
            says_itself = DRIFT.says_any(("about_numbers", "cited_clause"), unit.wording)
            if index and len(unit.wording) <= _BARE and not says_itself:
                yield index - 1, announcement.units[index - 1]


def corrects_all(announcement: Announcement) -> bool:
    """Whether a sentence says that what was told before was wrong as a whole.

    「お知らせの内容を訂正いたします。」 behind a sentence that cites one thing of it is of that alone.
    """
    wordings = [unit.wording for unit in announcement.units]
    for before, wording in pairwise(["", *wordings]):
        of_cited = len(wording) <= _BARE and DRIFT.says("corrects", before) and QUOTED.search(before)
        if DRIFT.says("about_all", wording) and not of_cited:
            return True
    return False


def asserted(wording: str) -> str:
    """A wording without what it cites: what stands in quotation marks, and 「…と申し上げましたが、」."""
    return DRIFT.without("cited_clause", QUOTED.sub("", wording))
