"""How a title frames the matter, and when it frames it anew."""

import re
from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.telling import Told
from analyzer.language.normalise import fold
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import TitleFraming

_NUMBERING = re.compile(r"[(（][^()（）]*[)）]|第[0-9一二三]+報|続報|最終|[\s0-9]")
_NAMES = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{4,}")


def title(announcement: Announcement, _: str) -> Told | None:
    """How the title frames the matter; one that is read to name the harm must do so in a word of harm."""
    framing, wording = announcement.report.title_framing, announcement.report.title or ""
    if framing == TitleFraming.NONE:
        return None
    worded = _harms_of(fold(wording)) or COURSE.says("harm_outright", fold(wording))
    return Told(announcement, TitleFraming.NEUTRAL if framing == TitleFraming.NAMES_HARM and not worded else framing, wording, None)


def reframed(before: Told, after: Told) -> bool:
    """Whether a title names the harm where the last did not, or no longer, or a graver one; another number frames nothing anew."""
    old, new = _NUMBERING.sub("", fold(before.value)), _NUMBERING.sub("", fold(after.value))
    keys = (before.key, after.key)
    if after.key == TitleFraming.NAMES_HARM and DRIFT.says("harm_grave", new) and not DRIFT.says("harm_grave", old):
        return True
    if set(keys) == {TitleFraming.NAMES_HARM} or TitleFraming.NAMES_HARM not in keys or old == new:
        return False
    if any(_harms_of(run) for run in _names_as_told(old) & _names_as_told(new)):
        return False  # 「ATM障害」 in both, whatever else they say.
    if _harms(old, ("harm_named",)) == _harms(new, ("harm_named",)) == set() != _harms(old, ("harm_word",)) == _harms(new, ("harm_word",)):
        return False  # 「システム障害について」 and 「予約システムの障害について」 say the same, however each was read.
    # The name of a harm that both have frames neither; a mere word of harm does not outweigh that one of them was read as softened.
    slots = ("harm_named",) if TitleFraming.SOFTENED in keys else ("harm_named", "harm_word")
    return _harms(old, slots).isdisjoint(_harms(new, slots))


def _names_as_told(wording: str) -> set[str]:
    """Long names in a title, each with all that stands before it: 「…によるシステム障害」 says more than 「システム障害」."""
    return {wording[: found.end()] for found in _NAMES.finditer(wording)}


def _harms_of(run: str) -> bool:
    return DRIFT.says("harm_named", run) or DRIFT.says("harm_word", run)


def _harms(wording: str, slots: Sequence[str]) -> set[str]:
    """The words of harm in a title, without the bare characters that stand in many (誤, 害)."""
    patterns = (*(pattern for slot in slots for pattern in DRIFT.patterns(slot)), *COURSE.patterns("harm_outright"))
    found = {name for pattern in patterns for name in pattern.findall(wording)}
    return {name for name in found if len(name) > 1}
