"""How many were hurt or fell ill: 「2名がお怪我」 that became 「重傷1名・軽傷3名」, whatever else is counted beside them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.count_meaning import is_cited, is_left_out, of_staff, summed
from analyzer.dossier.drift.telling import Told
from analyzer.dossier.quantities import Count, find_counts
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind, Label

_OF_THEM = frozenset({Label.HARM_STATUS, Label.SCOPE, Label.INCIDENT})
_PART = re.compile(r"うち、?(?:約|の|お)*$")
_OF_WHOLE = re.compile(r"^(?:様|の方)?のうち")
"""「30名のうち1名」: those that the hurt are some of."""
_DEAD = re.compile(r"死|亡くな")
_SHORT = 8
"""Characters of a label before a count (「人的被害 3名」)."""
_BOUND = re.compile(r"[、。:\s]|のうち|名の(?=合?計)")
_CLAUSE = re.compile(r"[、。]|のうち$")
_OF_WHOM = re.compile(r"^[^、。]{0,16}[者方数]は、$")
"""「症状を訴えられた方は、」 before the day that the count is of."""
_MARKED = re.compile(r"^[^、。\s]*[■●◆◇○□・※][^、。\s]*\s*")


@dataclass(frozen=True, slots=True)
class _Hurt:
    """A count of the hurt: how gravely where that is told, and its words."""

    unit: int
    number: float
    grade: str
    words: str


def casualties(announcement: Announcement) -> Told | None:
    """The number of those hurt, and of those who died, in the words that tell them; the grave and the slight together."""
    told = list(_hurt(announcement))
    if not told:
        return None
    graded = {each.grade: each for each in told if each.grade}
    whole = max((each for each in told if not each.grade), key=lambda each: each.number, default=None)
    number = sum(each.number for each in graded.values())
    dead = sum(each.number for each in graded.values() if _DEAD.search(each.grade))
    shown = [each for each in graded.values() if whole is None or number > whole.number or _DEAD.search(each.grade)]
    if whole is not None and whole.number >= number:
        number, shown = whole.number, [whole, *shown]
    return Told(announcement, (number, dead), "・".join(each.words for each in shown), shown[0].unit)


def more_hurt(before: Told, after: Told) -> bool:
    """Whether more are told to be hurt or to have died; that fewer are spoken of (「入院中の1名」) takes nobody back."""
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    return bool(after.key[0] > before.key[0] or after.key[1] > before.key[1])


def owns_casualties(announcement: Announcement) -> bool:
    """Whether an announcement says that the hurt were more than it had told."""
    of_hurt = [unit.wording for unit in announcement.units if DRIFT.says("hurt_word", unit.wording)]
    corrected = any(DRIFT.says_any(("corrects", "found_more"), wording) for wording in of_hurt)
    return corrected or any(is_cited(wording, count) for wording in of_hurt for count in find_counts(wording))


def _hurt(announcement: Announcement) -> Iterator[_Hurt]:
    for index, unit in enumerate(announcement.units):
        if unit.placement.is_heading or _OF_THEM.isdisjoint(announcement.labels(index)):
            continue
        found = cited = False
        for count in find_counts(unit.wording):
            before, after = unit.wording[: count.start], unit.wording[count.end :]
            cited = cited or (is_cited(unit.wording, count) and DRIFT.says("hurt_word", before))
            if not _counts_people(unit.wording, count) or _OF_WHOLE.search(after) or (found and _PART.search(before)):
                continue
            graded = DRIFT.found("hurt_grade", before)
            grade = graded["grade"] if graded else ""
            behind = DRIFT.found("hurt_after", after)
            # 「けがをされた方は、前回2名とお伝えしましたが、5名でした」: what stands for the number cited is of the same people.
            named = DRIFT.says("hurt_before", before)
            if grade or behind or named or (cited and not found):
                found = True
                # 「症状を訴えられた方は41名、入院された方は5名」: where the hurt are named before it, the words behind it are of others.
                words = _words(unit.wording, count, grade, behind.end() if behind and not named else 0)
                grade = grade or ("死亡" if behind and _DEAD.search(behind[0]) else "")
                whole = None if grade else _sum_with_cited(unit.wording, count)
                yield _Hurt(index, whole.value, grade, whole.text) if whole else _Hurt(index, count.value, grade, words)


def _sum_with_cited(wording: str, count: Count) -> Count | None:
    """What a count and one cited beside it add up to: 「前回1名と…が、受診された2名が判明し、計3名です」."""
    told = (each.value for each in find_counts(wording) if is_cited(wording, each))
    return next(filter(None, (summed(wording, count, value) for value in told)), None)


def _counts_people(wording: str, count: Count) -> bool:
    of_else = is_cited(wording, count) or of_staff(wording, count) or is_left_out(wording, count)
    return count.kind == DriftKind.PERSONS and count.counter in ("名", "人") and bool(count.value) and not of_else


def _words(wording: str, count: Count, grade: str, behind: int) -> str:
    """The grade and the count, or the clause from its start to the word of hurt."""
    if grade:
        return f"{grade}{count.text}"
    start = max((found.end() for found in _BOUND.finditer(wording, 0, count.start)), default=0)
    label = _MARKED.sub("", wording[:start]).rstrip()
    shown = wording[start : count.end + behind]
    if shown.count("(") > shown.count(")"):
        shown = wording[start : count.end]  # 「9名(うち骨折」 of 「9名(うち骨折1名)」
    if _OF_WHOM.search(label):
        return f"{label}{shown}"
    return f"{label} {shown}".strip() if label and len(label) < _SHORT and not _CLAUSE.search(label) else shown
