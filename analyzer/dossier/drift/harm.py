"""Whether an announcement says that harm has come, may come, or has not been seen."""

import re
from collections.abc import Collection
from enum import StrEnum

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.telling import QUOTED, Told
from analyzer.language.normalise import fold
from analyzer.rules.slots import DRIFT, TRAITS
from analyzer.schema import Label


class HarmState(StrEnum):
    """What is said of harm, the gravest first."""

    COME = "come"
    POSSIBLE = "possible"
    DENIED = "denied"


OF_HARM = frozenset({Label.HARM_STATUS, Label.SCOPE, Label.INCIDENT})
_NOT_OF_HARM = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.CAUSE})
_IN_ANY_WORDS = {
    "possible_in_any_words": HarmState.POSSIBLE,
    "unable": HarmState.COME,
    "none_in_any_words": HarmState.DENIED,
}
"""What a unit labelled as of harm says of it in words that fix it nowhere else, by the first slot that hits."""
_OF_HANDLING = frozenset({Label.APOLOGY, Label.RESPONSE, Label.ADMISSION, Label.INCIDENT, Label.MINIMIZATION})
"""Beside one of these a unit in words no rule knows may tell of harm, but not whether it came."""
_OF_OTHERS = re.compile(r"お持ちでない|以外の(?:方|お客様|皆様)|(?:ほか|他)の(?:方|お客様|商品|製品)")
"""「小麦アレルギーをお持ちでないお客様」: that they are safe says nothing of those who are not."""
_ONLY_CITES = re.compile(r"と(?:書|記|申し|お伝え|お知らせ|[ご御]?説明|公表|発表|[ご御]?報告)[^、。]{0,8}ました。?$")
"""「前の便りで「…おりません」と書きました。」: what is so now stands in another sentence."""
_BUT = re.compile(r"(?:(?:まし|でし)た|ます|です)が、|ものの、|一方で?、")
"""「2名が搬送されましたが、ほかにけがをされた方はいらっしゃいません」: what the second clause denies stands beside what came."""
_WAS_SO = re.compile(r"(?:まし|い|おっ)た。?$")
_YET = ("しかし", "ところが", "しかしながら", "ですが", "その後")
_THAT = ("そのような", "そうした", "このような", "これ", "それ")


def harm(announcement: Announcement, _: str) -> Told | None:
    """Whether harm is said to have come, to be possible, or not to have been seen; what stands in quotation marks is not said now."""
    states = harm_told(announcement)
    state = next((state for state in HarmState if states[state]), None)
    if state is None:
        return None
    unit = states[state][0]
    if state == HarmState.DENIED:
        unit = next((index for index in states[state] if not _OF_OTHERS.search(announcement.units[index].wording)), unit)
    quote = quoted(announcement, unit)
    unproven = state == HarmState.COME and any(DRIFT.says("unproven", unit.wording) for unit in announcement.units)
    return Told(announcement, HarmState.POSSIBLE if unproven else state, denial_in(quote) if state == HarmState.DENIED else quote, unit)


def quoted(announcement: Announcement, unit: int) -> str:
    """A unit's wording; a heading (「漏えいした情報」) says it of what stands below."""
    below = unit + 1
    headed = announcement.units[unit].placement.is_heading and below < len(announcement.units)
    return f"{announcement.quote(unit)} {announcement.quote(below)}" if headed else announcement.quote(unit)


def harm_told(announcement: Announcement) -> dict[HarmState, list[int]]:
    """The units that tell of harm, by what they say of it: those that are of harm first, then headings, then what is done about it."""
    told = [(index, *said) for index in range(len(announcement.units)) if (said := _harm_of(announcement, index))]
    # What it means for the accounts is held against nothing else, where other harm is told.
    told = [each for each in told if not DRIFT.says("of_business", announcement.units[each[0]].wording)] or told
    states: dict[HarmState, list[int]] = {state: [] for state in HarmState}
    for index, state, _ in sorted(told, key=lambda each: (*_aside_of_harm(announcement.labels(each[0])), not each[2])):
        states[state].append(index)
    return states


def _aside_of_harm(given: Collection[Label]) -> tuple[bool, bool]:
    """Whether a unit's labels leave it beside what is told of harm: no label of harm, another one."""
    return OF_HARM.isdisjoint(given), bool(given)


def _harm_of(announcement: Announcement, index: int) -> tuple[HarmState, bool] | None:
    """What one unit says of harm, and whether a rule knows the words it says it in; None where it says nothing of harm."""
    unit, given = announcement.units[index], set(announcement.labels(index))
    if not _NOT_OF_HARM.isdisjoint(given) and OF_HARM.isdisjoint(given):
        return None
    wording = QUOTED.sub("", unit.wording)
    if wording != unit.wording and _ONLY_CITES.search(wording):
        return None
    if DRIFT.says("not_ruled_out", wording) and not _comes(wording):
        return HarmState.POSSIBLE, True
    reported = Label.HARM_STATUS in given and DRIFT.says("reported", wording) and not DRIFT.says("not_come", wording)
    if _comes(wording) or reported or DRIFT.says("denial_owned", unit.wording):
        return HarmState.COME, True
    if DRIFT.says("unproven", wording):
        return None  # 「因果関係は確認されておりません」 neither tells harm nor denies it.
    if DRIFT.says("denied", DRIFT.without("unknown", wording)):
        return None if _is_taken_back_next(announcement, index) else (HarmState.DENIED, True)
    if DRIFT.says("possible", wording):
        return HarmState.POSSIBLE, True
    if Label.HARM_STATUS not in given or DRIFT.says("of_cost", wording):
        return None
    state = _polarity(wording)
    return (state, False) if state == HarmState.DENIED or given.isdisjoint(_OF_HANDLING | _NOT_OF_HARM) else None


def _is_taken_back_next(announcement: Announcement, index: int) -> bool:
    """Whether the next sentence takes back what was said until then: 「…ないと報告を受けておりました。しかし、…」."""
    after = announcement.units[index + 1].wording if index + 1 < len(announcement.units) else ""
    return _WAS_SO.search(announcement.units[index].wording) is not None and after.startswith(_YET)


def denying_units(announcement: Announcement) -> list[int]:
    """The units that deny harm, or that what others allege is so (「記事の内容は事実無根であり」)."""
    told = set(harm_told(announcement)[HarmState.DENIED])
    alleged = (index for index, unit in enumerate(announcement.units) if TRAITS.says("denied", unit.wording))
    return sorted(told.union(alleged))


def denial_in(quote: str) -> str:
    """The part of a sentence that denies: what stands before 「…が、」 says something else, but for what 「そのような」 takes up."""
    _, but, denial = quote.rpartition("が、")
    return f"…{denial}" if but and DRIFT.says("denied", fold(denial)) and not denial.startswith(_THAT) else quote


def _comes(wording: str) -> bool:
    """Whether harm is told to have come, apart from clauses of costs and good wishes."""
    clauses = _BUT.split(DRIFT.without("aside", wording))
    return any(DRIFT.says("come", clause) and not DRIFT.says("not_come", clause) for clause in clauses)


def _polarity(wording: str) -> HarmState:
    """What a unit that speaks of harm in words no rule knows says of it: that it may come, that there is none, or that it came."""
    if DRIFT.says("unknown", wording):
        return HarmState.POSSIBLE
    return next((state for slot, state in _IN_ANY_WORDS.items() if DRIFT.says(slot, wording)), HarmState.COME)
