"""Whether harm is said to have come, and when that is another account of it than before."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import named_things
from analyzer.dossier.drift.occasions import tells_another_event
from analyzer.dossier.drift.telling import QUOTED, Told, corrects, differs
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.rules.slots import DRIFT, TRAITS
from analyzer.schema import Label

_NOT_OF_HARM = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.CAUSE})
_OF_HARM = frozenset({Label.HARM_STATUS, Label.SCOPE, Label.INCIDENT})
_STATES_IN_ANY_WORDS = (("possible", "possible_in_any_words"), ("come", "unable"), ("none", "none_in_any_words"))
_OF_HANDLING = frozenset({Label.APOLOGY, Label.RESPONSE, Label.ADMISSION, Label.INCIDENT, Label.MINIMIZATION})
"""Beside one of these a unit in words no rule knows may tell of harm, but not whether it came."""
_OF_ANY_HARM = frozenset(
    "現在 現時点 時点 確認 報告 事実 被害 影響 可能性 お客様 情報 不正 利用 漏えい 流出 連絡 調査 結果 今回 これまで".split()
)
"""Words of many a denial, which say nothing of what it denies."""
_OF_OTHERS = re.compile(r"お持ちでない|以外の(?:方|お客様|皆様)|(?:ほか|他)の(?:方|お客様|商品|製品)")
"""「小麦アレルギーをお持ちでないお客様」: that they are safe says nothing of those who are not."""
_THAT = ("そのような", "そうした", "このような", "これ", "それ")
_DENIED = re.compile(r"([一-龥ァ-ヶー]{2,8}|[一-龥]り|[一-龥]れ)(?:は|も)(?:一切|全く)?、?(?:ございませ|ありませ|おりませ|な[いし])")


def harm(announcement: Announcement, _: str) -> Told | None:
    """Whether harm is said to have come, to be possible, or not to have been seen; what stands in quotation marks is not said now."""
    states = _harm_told(announcement)
    state = next((name for name in ("come", "possible", "none") if name in states), None)
    if state is None:
        return None
    unit = states[state][0]
    if state == "none":
        unit = next((index for index in states[state] if not _OF_OTHERS.search(announcement.units[index].wording)), unit)
    quote = _quoted(announcement, unit)
    unproven = state == "come" and any(DRIFT.says("unproven", unit.wording) for unit in announcement.units)
    return Told(announcement, "possible" if unproven else state, denial_in(quote) if state == "none" else quote, unit)


def _quoted(announcement: Announcement, unit: int) -> str:
    """A unit's wording; a heading (「漏えいした情報」) says it of what stands below."""
    below = unit + 1
    headed = announcement.units[unit].placement.is_heading and below < len(announcement.units)
    return f"{announcement.quote(unit)} {announcement.quote(below)}" if headed else announcement.quote(unit)


def _harm_told(announcement: Announcement) -> dict[str, list[int]]:
    """The units that tell of harm, by what they say of it: those that are of harm first, then headings, then what is done about it."""
    told = [(index, *said) for index in range(len(announcement.units)) if (said := _harm_of(announcement, index))]
    states: dict[str, list[int]] = {}
    for index, state, _ in sorted(told, key=lambda each: (*_aside_of_harm(announcement.labels(each[0])), not each[2])):
        states.setdefault(state, []).append(index)
    return states


def _aside_of_harm(given: Collection[Label]) -> tuple[bool, bool]:
    """Whether a unit's labels leave it beside what is told of harm: no label of harm, another one."""
    return _OF_HARM.isdisjoint(given), bool(given)


def _harm_of(announcement: Announcement, index: int) -> tuple[str, bool] | None:
    """What one unit says of harm, and whether a rule knows the words it says it in; None where it says nothing of harm."""
    unit, given = announcement.units[index], set(announcement.labels(index))
    if not _NOT_OF_HARM.isdisjoint(given) and _OF_HARM.isdisjoint(given):
        return None
    wording = QUOTED.sub("", unit.wording)
    if DRIFT.says("not_ruled_out", wording) and not _comes(wording):
        return "possible", True
    reported = Label.HARM_STATUS in given and DRIFT.says("reported", wording) and not DRIFT.says("not_come", wording)
    if _comes(wording) or reported or DRIFT.says("denial_owned", unit.wording):
        return "come", True
    if DRIFT.says("unproven", wording):
        return None  # 「因果関係は確認されておりません」 neither tells harm nor denies it.
    if DRIFT.says("denied", wording):
        return "none", True
    if DRIFT.says("possible", wording):
        return "possible", True
    if Label.HARM_STATUS not in given or DRIFT.says("of_cost", wording):
        return None
    state = _polarity(wording)
    return (state, False) if state == "none" or given.isdisjoint(_OF_HANDLING | _NOT_OF_HARM) else None


def denying_units(announcement: Announcement) -> list[int]:
    """The units that deny harm, or that what others allege is so (「記事の内容は事実無根であり」)."""
    told = set(_harm_told(announcement).get("none", []))
    alleged = (index for index, unit in enumerate(announcement.units) if TRAITS.says("denied", unit.wording))
    return sorted(told.union(alleged))


def denial_and_harm(before: Told, after: Told, likeness: Callable[[UnitReading, UnitReading], float]) -> tuple[Told, Told]:
    """The denial and the harm of two announcements that come nearest to speaking of one thing, where there are such."""
    earlier, later = before.announcement, after.announcement
    if after.key == "none":
        return next(_came_and_denied(before, after), (before, after))
    if before.key == after.key and (pair := next(_denied_and_came(before, after), None) or _worse(before, after)):
        return pair
    states = _harm_told(later)
    denials, harms = _overturned(earlier, later), states.get(str(after.key)) or states.get("come", [])
    if not denials or not harms:
        return before, after
    # A heading that names the harm (「漏えいした情報」) says less than the sentence that tells it.
    harms = [told for told in harms if not later.units[told].placement.is_heading] or harms
    # So does an apology to 「お怪我をされたお客様」.
    harms = [told for told in harms if not _OF_HARM.isdisjoint(later.labels(told))] or harms
    pairs = [(denial, told) for denial in denials for told in (*harms, *states.get("possible", []))]

    def nearness(pair: tuple[int, int]) -> tuple[bool, bool, float]:
        denied, told = earlier.units[pair[0]], later.units[pair[1]]
        return _is_of_same(denied, told), pair[1] in harms, likeness(denied, told)

    denial, told = max(pairs, key=nearness)
    return Told(earlier, "none", denial_in(earlier.quote(denial)), denial), replace(after, value=_quoted(later, told), unit=told)


def _is_of_same(denied: UnitReading, told: UnitReading) -> bool:
    """Whether two units tell of the same kind of harm, or of the same thing that it came to (「パスワードの漏えい」)."""
    if any(kind.search(denied.wording) and kind.search(told.wording) for kind in _kinds_come()):
        return True
    things = (named_things(unit) - _OF_ANY_HARM for unit in (denied, told))
    return not next(things).isdisjoint(next(things))


def _kinds_come() -> tuple[re.Pattern[str], ...]:
    """The kinds of harm that may come after they were denied; that one kind of data leaked denies no leak of another."""
    return (*DRIFT.patterns("harm_kind"), *DRIFT.patterns("leak"))


def denial_in(quote: str) -> str:
    """The part of a sentence that denies: what stands before 「…が、」 says something else, but for what 「そのような」 takes up."""
    _, but, denial = quote.rpartition("が、")
    return f"…{denial}" if but and DRIFT.says("denied", fold(denial)) and not denial.startswith(_THAT) else quote


def _came_and_denied(before: Told, after: Told) -> Iterator[tuple[Told, Told]]:
    """Harm that had come, and that very kind of it said not to have been seen at all; no more of it may well be true."""
    earlier, later = before.announcement, after.announcement
    kinds = DRIFT.patterns("harm_kind")
    for denied in _harm_told(later).get("none", []):
        wording = later.units[denied].wording
        for came in _harm_told(earlier).get("come", []) if not DRIFT.says("no_more", wording) else ():
            if any(kind.search(wording) and kind.search(earlier.units[came].wording) for kind in kinds):
                yield replace(before, value=earlier.quote(came), unit=came), replace(after, value=later.quote(denied), unit=denied)


def _denied_and_came(before: Told, after: Told) -> Iterator[tuple[Told, Told]]:
    """A kind of harm that was denied beside harm of another that had come, and that has come since: no misuse of what leaked."""
    states, later = _harm_told(before.announcement), after.announcement
    had_come = [before.announcement.units[index].wording for index in states.get("come", [])]
    kinds = [kind for kind in _kinds_come() if not any(kind.search(wording) for wording in had_come)]
    for denied in states.get("none", []):
        wording = before.announcement.units[denied].wording
        for came in _harm_told(later).get("come", []) if not DRIFT.says("no_more", wording) else ():
            if any(kind.search(wording) and kind.search(later.units[came].wording) for kind in kinds):
                value = denial_in(before.announcement.quote(denied))
                yield replace(before, value=value, unit=denied), replace(after, value=_quoted(later, came), unit=came)


def _overturned(earlier: Announcement, later: Announcement) -> list[int]:
    """The units that deny harm, without those whose very kind of harm is denied again and has not come.

    「健康への影響はない」 is not overturned by complaints of a taste, where 「健康被害はございません」 stands beside them.
    """
    states = _harm_told(later)
    wordings = {state: [later.units[index].wording for index in states.get(state, [])] for state in ("none", "come")}
    kinds = DRIFT.patterns("harm_kind")

    def stands(denial: int) -> bool:
        denied = [kind for kind in kinds if kind.search(earlier.units[denial].wording)]
        again, came = (any(kind.search(wording) for kind in denied for wording in wordings[state]) for state in ("none", "come"))
        return again and not came

    return [denial for denial in _harm_told(earlier).get("none", []) if not stands(denial)]


def turns_of_harm(told: Sequence[Told], likeness: Callable[[UnitReading, UnitReading], float]) -> Iterator[tuple[Told, Told]]:
    """What was told of harm and is told otherwise next, in the sentences that say so.

    Harm told as slight is held against the first announcement that tells it to be grave, whatever came between.
    """
    for place, after in enumerate(told[1:], start=1):
        before = told[place - 1]
        if another_harm(before, after):
            pair = denial_and_harm(before, after, likeness)
            if before.key != "none" or not _is_beside(*pair):
                yield pair
        elif not any(True for each in told[:place] if any(_units_of_harm(each.announcement, "grave"))):
            yield from (worse for each in told[: place - 1] if (worse := _worse(each, after)))


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
    for index, unit in announcement.labelled(*_OF_HARM):
        if DRIFT.says(slot, QUOTED.sub("", unit.wording)) and not unit.placement.is_heading:
            yield index


def told_as_new(denied: Told, wording: str) -> bool:
    """Whether a wording tells as new what was denied: 「新たな誤りが判明しました」 after 「他の科目に誤りはございません」."""
    things = _DENIED.findall(denied.announcement.units[denied.unit].wording) if denied.unit is not None else ()
    return DRIFT.says("found_more", wording) and any(re.search(rf"新た(?:な|に)[^。、]{{0,12}}{thing}", wording) for thing in things)


def another_harm(before: Told, after: Told) -> bool:
    """Whether harm is told to be another than before; what came about is taken back only by owning that it was told wrongly.

    Beside other harm that had come, a denial is taken back by owning it.
    """
    if before.key == after.key == "come":
        denied = _harm_told(before.announcement).get("none")
        owned = bool(denied and corrects(after.announcement, "about_harm"))
        return owned or any(True for _ in _denied_and_came(before, after)) or _worse(before, after) is not None
    if before.key == "none" and after.key == "come":
        return bool(_overturned(before.announcement, after.announcement))
    if before.key != "come" or after.key != "none":
        return differs(before, after)
    return corrects(after.announcement, "about_harm") or any(True for _ in _came_and_denied(before, after))


def _comes(wording: str) -> bool:
    """Whether harm is told to have come, apart from clauses of costs and good wishes."""
    wording = DRIFT.without("aside", wording)
    return DRIFT.says("come", wording) and not DRIFT.says("not_come", wording)


def _polarity(wording: str) -> str:
    """What a unit that speaks of harm in words no rule knows says of it: that it may come, that there is none, or that it came."""
    return next((state for state, slot in _STATES_IN_ANY_WORDS if DRIFT.says(slot, wording)), "come")
