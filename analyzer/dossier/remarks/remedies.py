"""Remarks on how far those harmed have been helped: of so many so many, and of the rest not a word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.rules.slots import COURSE

_COUNT = re.compile(r"(?<![0-9,])(?P<number>[0-9]{1,3}(?:,[0-9]{3}){0,3}|[0-9]{4,9})(?P<unit>名|人|世帯|件|個|台|社|組)")


@dataclass(frozen=True, slots=True)
class Progress:
    """The unit that tells how many of all have been helped; `shown` is what these are counted in."""

    unit: int
    done: int
    of: int
    shown: str


def on_remedies(seen: Seen) -> Iterator[Remark]:
    """Those left of the last announcement that tells how many were helped, where it says nothing of them."""
    for announcement in reversed(seen.announcements):
        if told := list(progress_of(announcement)):
            for each in told:
                slots = {"quote": shortened(announcement.quote(each.unit)), "left": f"{each.of - each.done:,}{each.shown}"}
                yield Remark("DOS29", slots, (announcement.id,))
            return


def progress_of(announcement: Announcement) -> Iterator[Progress]:
    wordings = [unit.wording for unit in announcement.units]
    for index, wording in enumerate(wordings):
        for done in _COUNT.finditer(wording):
            of = _whole(wordings, index, done)
            left_told = COURSE.any_says("speaks_of_the_rest", wordings[index : index + 2])
            if of is not None and not left_told and COURSE.says("helped_after", wording[done.end() :]):
                yield Progress(index, _number(done), of, done["unit"])


def _whole(wordings: list[str], index: int, done: re.Match[str]) -> int | None:
    """All of whom some were helped: the count told before in the same sentence, or in the one before it of those harmed."""
    before = wordings[index][: done.start()]
    within = _last_count(before, done["unit"])
    if within is not None and COURSE.says("of_these_before", before[within.end() :]):
        return _number(within) if _number(within) > _number(done) else None
    last = wordings[index - 1] if index else ""
    harmed = _last_count(last, done["unit"])
    if within is None and harmed is not None and COURSE.says("those_harmed", last):
        return _number(harmed) if _number(harmed) > _number(done) else None
    return None


def _last_count(wording: str, unit: str) -> re.Match[str] | None:
    counts = [found for found in _COUNT.finditer(wording) if found["unit"] == unit]
    return counts[-1] if counts else None


def _number(found: re.Match[str]) -> int:
    return int(found["number"].replace(",", ""))
