"""Harm that one announcement says to have come, and another denies: which sentences stand against each other."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import named_things
from analyzer.dossier.drift.harm import OF_HARM, HarmState, denial_in, harm_told, quoted
from analyzer.dossier.drift.period import tells_another_event
from analyzer.dossier.drift.telling import QUOTED, Told, corrects, differs
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT

_OF_ANY_HARM = frozenset(
    "現在 現時点 時点 確認 報告 事実 被害 影響 可能性 お客様 情報 不正 利用 漏えい 流出 連絡 調査 結果 今回 これまで".split()
)
"""Words of many a denial, which say nothing of what it denies."""
_DENIED = re.compile(r"([一-龥ァ-ヶー]{2,8}|[一-龥]り|[一-龥]れ)(?:は|も)(?:一切|全く)?、?(?:ございませ|ありませ|おりませ|な[いし])")


def turns_of_harm(told: Sequence[Told], likeness: Callable[[UnitReading, UnitReading], float]) -> Iterator[tuple[Told, Told]]:
    """What was told of harm and is told otherwise next, in the sentences that say so.

    Harm told as slight is held against the first announcement that tells it to be grave, whatever came between.
    """
    for place, after in enumerate(told[1:], start=1):
        before = told[place - 1]
        if another_harm(before, after):
            pair = _denial_and_harm(before, after, likeness)
            if before.key != HarmState.DENIED or not _is_beside(*pair):
                yield pair
        elif not any(True for each in told[:place] if any(_units_of_harm(each.announcement, "grave"))):
            yield from (worse for each in told[: place - 1] if (worse := _worse(each, after)))


def another_harm(before: Told, after: Told) -> bool:
    """Whether harm is told to be another than before; what came about is taken back only by owning that it was told wrongly.

    Beside other harm that had come, a denial is taken back by owning it.
    """
    if before.key == after.key == HarmState.COME:
        denied = harm_told(before.announcement)[HarmState.DENIED]
        owned = bool(denied and corrects(after.announcement, "about_harm"))
        return owned or any(True for _ in _denied_and_came(before, after)) or _worse(before, after) is not None
    if before.key == HarmState.DENIED and after.key == HarmState.COME:
        return bool(_overturned(before.announcement, after.announcement))
    if before.key == HarmState.POSSIBLE and after.key == HarmState.DENIED and _is_denied_again(before, after):
        return False
    if before.key != HarmState.COME or after.key != HarmState.DENIED:
        return differs(before, after)
    return corrects(after.announcement, "about_harm") or any(True for _ in _came_and_denied(before, after))


def _is_denied_again(before: Told, after: Told) -> bool:
    """Whether the kind of harm that is denied was denied before as well, beside what might be of another.

    「紛れ込んだおそれがあります。健康被害はございません」, and 「健康被害は確認されておりません」.
    """
    states, later = harm_told(before.announcement), harm_told(after.announcement)

    def has(told: Told, indices: Sequence[int], kind: re.Pattern[str]) -> bool:
        return any(kind.search(told.announcement.units[index].wording) for index in indices)

    return any(
        has(before, states[HarmState.DENIED], kind)
        and has(after, later[HarmState.DENIED], kind)
        and not has(before, states[HarmState.POSSIBLE], kind)
        for kind in _kinds_come()
    )


def told_as_new(denied: Told, wording: str) -> bool:
    """Whether a wording tells as new what was denied: 「新たな誤りが判明しました」 after 「他の科目に誤りはございません」."""
    things = _DENIED.findall(denied.announcement.units[denied.unit].wording) if denied.unit is not None else ()
    return DRIFT.says("found_more", wording) and any(re.search(rf"新た(?:な|に)[^。、]{{0,12}}{thing}", wording) for thing in things)


def _denial_and_harm(before: Told, after: Told, likeness: Callable[[UnitReading, UnitReading], float]) -> tuple[Told, Told]:
    """The denial and the harm of two announcements that come nearest to speaking of one thing, where there are such."""
    earlier, later = before.announcement, after.announcement
    if after.key == HarmState.DENIED:
        return next(_came_and_denied(before, after), (before, after))
    if before.key == after.key and (pair := next(_denied_and_came(before, after), None) or _worse(before, after)):
        return pair
    states = harm_told(later)
    denials, harms = _overturned(earlier, later), states[HarmState(str(after.key))] or states[HarmState.COME]
    if not denials or not harms:
        return before, after
    # A heading that names the harm (「漏えいした情報」) says less than the sentence that tells it.
    harms = [told for told in harms if not later.units[told].placement.is_heading] or harms
    # So does an apology to 「お怪我をされたお客様」.
    harms = [told for told in harms if not OF_HARM.isdisjoint(later.labels(told))] or harms
    pairs = [(denial, told) for denial in denials for told in (*harms, *states[HarmState.POSSIBLE])]

    def nearness(pair: tuple[int, int]) -> tuple[bool, bool, float]:
        denied, told = earlier.units[pair[0]], later.units[pair[1]]
        return _is_of_same(denied, told), pair[1] in harms, likeness(denied, told)

    denial, told = max(pairs, key=nearness)
    return Told(earlier, HarmState.DENIED, denial_in(earlier.quote(denial)), denial), replace(after, value=quoted(later, told), unit=told)


def _is_of_same(denied: UnitReading, told: UnitReading) -> bool:
    """Whether two units tell of the same kind of harm, or of the same thing that it came to (「パスワードの漏えい」)."""
    if any(kind.search(denied.wording) and kind.search(told.wording) for kind in _kinds_come()):
        return True
    things = (named_things(unit) - _OF_ANY_HARM for unit in (denied, told))
    return not next(things).isdisjoint(next(things))


def _kinds_come() -> tuple[re.Pattern[str], ...]:
    """The kinds of harm that may come after they were denied; that one kind of data leaked denies no leak of another."""
    return (*DRIFT.patterns("harm_kind"), *DRIFT.patterns("leak"))


def _came_and_denied(before: Told, after: Told) -> Iterator[tuple[Told, Told]]:
    """Harm that had come, and that very kind of it said not to have been seen at all; no more of it may well be true."""
    earlier, later = before.announcement, after.announcement
    kinds = DRIFT.patterns("harm_kind")
    for denied in harm_told(later)[HarmState.DENIED]:
        wording = later.units[denied].wording
        for came in harm_told(earlier)[HarmState.COME] if not DRIFT.says("no_more", wording) else ():
            if any(kind.search(wording) and kind.search(earlier.units[came].wording) for kind in kinds):
                yield replace(before, value=earlier.quote(came), unit=came), replace(after, value=later.quote(denied), unit=denied)


def _denied_and_came(before: Told, after: Told) -> Iterator[tuple[Told, Told]]:
    """A kind of harm that was denied beside harm of another that had come, and that has come since: no misuse of what leaked."""
    states, later = harm_told(before.announcement), after.announcement
    had_come = [before.announcement.units[index].wording for index in states[HarmState.COME]]
    kinds = [kind for kind in _kinds_come() if not any(kind.search(wording) for wording in had_come)]
    for denied in states[HarmState.DENIED]:
        wording = before.announcement.units[denied].wording
        for came in harm_told(later)[HarmState.COME] if not DRIFT.says("no_more", wording) else ():
            if any(kind.search(wording) and kind.search(later.units[came].wording) for kind in kinds):
                value = denial_in(before.announcement.quote(denied))
                yield replace(before, value=value, unit=denied), replace(after, value=quoted(later, came), unit=came)


def _overturned(earlier: Announcement, later: Announcement) -> list[int]:
    """The units that deny harm, without those whose very kind of harm is denied again and has not come.

    「健康への影響はない」 is not overturned by complaints of a taste, where 「健康被害はございません」 stands beside them.
    """
    states = harm_told(later)
    wordings = {state: [later.units[index].wording for index in states[state]] for state in (HarmState.DENIED, HarmState.COME)}
    kinds = DRIFT.patterns("harm_kind")

    def stands(denial: int) -> bool:
        denied = [kind for kind in kinds if kind.search(earlier.units[denial].wording)]
        again, came = (
            any(kind.search(wording) for kind in denied for wording in wordings[state]) for state in (HarmState.DENIED, HarmState.COME)
        )
        return again and not came

    return [denial for denial in harm_told(earlier)[HarmState.DENIED] if not stands(denial)]


def _is_beside(denied: Told, told: Told) -> bool:
    """Whether what is told is other harm of another event: 「安全上の問題はない」 in January, those hurt in February."""
    if denied.unit is None or told.unit is None or not tells_another_event(denied.announcement, told.announcement):
        return False
    return not _is_of_same(denied.announcement.units[denied.unit], told.announcement.units[told.unit])


def _worse(before: Told, after: Told) -> tuple[Told, Told] | None:
    """Harm that was told to be slight, and is told to be grave now, in the sentences that say so."""
    slight, grave = (next(_units_of_harm(told.announcement, slot), None) for told, slot in ((before, "slight"), (after, "grave")))
    if slight is None or grave is None or any(_units_of_harm(before.announcement, "grave")):
        return None
    earlier, later = before.announcement, after.announcement
    return replace(before, value=earlier.quote(slight), unit=slight), replace(after, value=later.quote(grave), unit=grave)


def _units_of_harm(announcement: Announcement, slot: str) -> Iterator[int]:
    """The units that tell of harm in the words of a slot, not in those that they cite."""
    for index, unit in announcement.labelled(*OF_HARM):
        if DRIFT.says(slot, QUOTED.sub("", unit.wording)) and not unit.placement.is_heading:
            yield index
