"""Whether an announcement says that what was told before was other than what it tells now."""

import re
from collections.abc import Sequence
from itertools import pairwise

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import cites_cause, corrects_a_count, repeats_cause, takes_cause_back
from analyzer.dossier.drift.extent import cites, counts_of_extent, says_grown, tells_addition, was_interim
from analyzer.dossier.drift.harm_turns import told_as_new
from analyzer.dossier.drift.telling import QUOTED, Told, corrections, corrects_all
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
_A_WORD = len("「メールアドレス」")
_PARAGRAPH = 2
"""Units before a sentence that it goes on from."""
_GROWING = (*COUNTED, DriftKind.PERIOD, DriftKind.DATA_KINDS)
"""What is told to reach further where more is found."""


def acknowledges(what: DriftKind, before: Told, after: Told, announcements: Sequence[Announcement]) -> bool:
    """Whether the later announcement says that what was told before was other than this."""
    later = after.announcement
    if what in COUNTED and (cites(later, before) or _owns_a_count(later, announcements[: announcements.index(later)])):
        return True
    wordings = [unit.wording for unit in later.units]
    if what in _GROWING and DRIFT.any_says("found_more", wordings):
        return True
    added = what in COUNTED and DRIFT.any_says("adds_up", wordings)
    if added or (what in COUNTED and (says_grown(after) or tells_addition(before, after) or was_interim(before, after))):
        return True
    if what == DriftKind.PERIOD and after.unit is not None and _was_found_since(later, after.unit):
        return True
    if what == DriftKind.PERIOD and DRIFT.any_says("changed_from", wordings):
        return True
    if what == DriftKind.CAUSE and (takes_cause_back(later, before) or any(cites_cause(unit, before) for unit in later.units)):
        return True
    if what == DriftKind.TITLE and DRIFT.any_says("title_owned", wordings):
        return True
    if what == DriftKind.CONTRACTOR and (after.key or DRIFT.any_says("apologised_to_hired", wordings)):
        return not after.key  # To own another cause takes nothing back of a contractor who was not spoken of.
    if what != DriftKind.TITLE and (corrects_all(later) or _corrects_above(after)):
        return True
    # 「「…おりません」と書きました。けれども、」 owns it in two sentences.
    followed = ("".join(pair) for pair in pairwise((*wordings, "")))
    if what == DriftKind.HARM and any(DRIFT.says("denial_owned", wording) or told_as_new(before, wording) for wording in followed):
        return True
    return any(_corrects(what, unit, before, after) for _, unit in corrections(later))


def _was_found_since(later: Announcement, unit: int) -> bool:
    """Whether a unit, or one of those right before it, says that it was found since."""
    return any(DRIFT.says("found_since", each.wording) for each in later.units[max(unit - _PARAGRAPH, 0) : unit + 1])


def _corrects_above(after: Told) -> bool:
    """Whether what is told is corrected with all that stands above under one heading: 「上記のとおり訂正いたします」."""
    units = after.announcement.units
    if after.unit is None:
        return False
    headings = (units[after.unit].placement.heading, after.unit)
    return any(DRIFT.says("corrects_above", unit.wording) and unit.placement.heading in headings for unit in units[after.unit :])


def _corrects(what: DriftKind, unit: UnitReading, before: Told, after: Told) -> bool:
    """Whether a correction is of this matter."""
    wording, about = unit.wording, DRIFT.says(_ABOUT[what], unit.wording)
    if before.unit is not None and _quotes(wording, before.announcement.units[before.unit].wording):
        return True
    if what in COUNTED:
        counters = {_DIGITS.sub("", said.value) for said in (before, after)}
        return about or any(count.counter in counters for count in find_counts(wording))
    if what == DriftKind.PERIOD:
        return about or ("日" in before.value and before.value in wording)
    if corrects_a_count(wording) or (what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) and DRIFT.says("cites_discovery", wording)):
        return False
    of_cause = what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) and not DRIFT.says("about_numbers", wording)
    return about or (of_cause and repeats_cause(unit, before))


def _quotes(wording: str, told: str) -> bool:
    """Whether a wording quotes another, by more than a word."""
    return any(len(quote) > _A_WORD and quote[1:-1] in told for quote in QUOTED.findall(wording))


def _owns_a_count(later: Announcement, earlier: Sequence[Announcement]) -> bool:
    """Whether an announcement cites a count of the extent that was told before; the counts beside it go with it."""
    told = (
        Told(each, count.value, count.text, index) for what in COUNTED for each in earlier for index, count in counts_of_extent(each, what)
    )
    return any(cites(later, count) for count in told)
