"""Whether an announcement says that what was told before was other than what it tells now."""

import re
from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import cites_cause, corrects_a_count, repeats_cause
from analyzer.dossier.drift.extent import cites, counts_of_extent, says_grown, tells_addition
from analyzer.dossier.drift.telling import Told, corrections, corrects_all
from analyzer.dossier.quantities import find_counts
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT
from analyzer.schema import COUNTED, DriftKind

_ABOUT = {
    DriftKind.PERSONS: "about_numbers",
    DriftKind.ITEMS: "about_numbers",
    DriftKind.MONEY: "about_numbers",
    DriftKind.PERIOD: "about_period",
    DriftKind.DATA_KINDS: "about_kinds",
    DriftKind.CAUSE: "about_cause",
    DriftKind.CONTRACTOR: "about_cause",
    DriftKind.HARM: "about_harm",
    DriftKind.DETECTED_BY: "about_finder",
    DriftKind.TITLE: "about_title",
}
_DIGITS = re.compile(r"[0-9,.〇一二三四五六七八九十百千万億約\s]")
_GROWING = (*COUNTED, DriftKind.PERIOD, DriftKind.DATA_KINDS)
"""What is told to reach further where more is found."""


def acknowledges(what: DriftKind, before: Told, after: Told, announcements: Sequence[Announcement]) -> bool:
    """Whether the later announcement says that what was told before was other than this."""
    later = after.announcement
    if what in COUNTED and _owns_a_count(later, announcements[: announcements.index(later)]):
        return True
    wordings = [unit.wording for unit in later.units]
    if what in _GROWING and any(DRIFT.says("found_more", wording) for wording in wordings):
        return True
    if what in COUNTED and (says_grown(after) or tells_addition(before, after)):
        return True
    if what == DriftKind.CAUSE and any(cites_cause(unit, before) for unit in later.units):
        return True
    if what == DriftKind.TITLE and any(DRIFT.says("title_owned", wording) for wording in wordings):
        return True
    if what == DriftKind.CONTRACTOR and after.key:
        return False  # To own another cause takes nothing back of a contractor who was not spoken of.
    if what != DriftKind.TITLE and corrects_all(later):
        return True
    if what == DriftKind.HARM and any(DRIFT.says("denial_owned", wording) for wording in wordings):
        return True
    return any(_corrects(what, unit, before, after) for _, unit in corrections(later))


def _corrects(what: DriftKind, unit: UnitReading, before: Told, after: Told) -> bool:
    """Whether a correction is of this matter."""
    wording, about = unit.wording, DRIFT.says(_ABOUT[what], unit.wording)
    if what in COUNTED:
        counters = {_DIGITS.sub("", said.value) for said in (before, after)}
        return about or any(count.counter in counters for count in find_counts(wording))
    if what == DriftKind.PERIOD:
        return about
    if corrects_a_count(wording):
        return False
    of_cause = what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) and not DRIFT.says("about_numbers", wording)
    return about or (of_cause and repeats_cause(unit, before))


def _owns_a_count(later: Announcement, earlier: Sequence[Announcement]) -> bool:
    """Whether an announcement cites a count of the extent that was told before; the counts beside it go with it."""
    told = (
        Told(each, count.value, count.text, index) for what in COUNTED for each in earlier for index, count in counts_of_extent(each, what)
    )
    return any(cites(later, count) for count in told)
