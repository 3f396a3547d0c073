"""Whether less is told than was promised: a part of the whole, a lower number, a rest still to come."""

import re
from collections.abc import Mapping, Sequence

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import share_a_word
from analyzer.dossier.promises.signs import gives_result
from analyzer.dossier.promises.vow import Vow, only_others_left, then_the_rest
from analyzer.dossier.quantities import Count, find_counts
from analyzer.dossier.wordings import last_day, says, says_any
from analyzer.rules.slots import KEEPING
from analyzer.schema import PromiseAim

_OBJECT = re.compile(r"(?:の[^、。のを]{2,8})?を")
_NAME_BEFORE = re.compile(r"(?P<name>[一-龥ァ-ヶー]{2,8})(?:を|は|が)?$")
_NAME_AFTER = re.compile(r"の(?P<name>[一-龥ァ-ヶー]{2,8})")
_OUT_OF = re.compile(r"(?:様|の(?:方々?|お客様|皆様))?(?:のうち|中)")
_ALL = re.compile(r"すべて|全て|(?<![安完健万])全[一-龥]")
_PARTS = 6
"""Counts after that of a whole among which its parts are looked for."""
_NAMING = 32
"""Characters before a count that tell whom it counts: 「対象となる方は最終的に」."""
_CASE = 12
"""Characters after a count that tell what is told of those counted: 「の方からお申し出が」."""
_NEARLY = 0.99
"""Share from which what is left over is too little to say that a promise was not kept."""


def falls_short(vow: Vow, sentence: Sentence) -> bool:
    """Whether less is told than was promised.

    「126か所のうち119か所」 of 126, 「21名となりました」 where it was to be 26, 「11戸を除くすべて」 where it was to be all, some for
    whom it is not done (「38名について完了しておりません」), a rest or others of those promised that are still to come
    (「残りは9月末までに」, 「講師については調整中です」), fewer hours (「平日9時から」 where it was to be 「24時間」), or insiders where
    outsiders were to sit.
    """
    wording = sentence.wording
    if _rest_done(vow, sentence) or (_all_in_the_end(wording) and not says("all_but", wording)):
        return False
    if leaves_rest(sentence) and not says("in_part", vow.wording):
        return True
    if _leaves_others(vow, sentence) or without_outsiders(vow, sentence):
        return True
    if says("all_but", wording) and says("of_all", vow.wording) and not says("all_but", vow.wording):
        return True
    if says("left_over", wording) or has_only_begun(vow, wording):
        return True
    if says("all_hours", vow.wording) and says("some_hours", wording):
        return True
    fewer = not gives_result(vow, sentence) and _counts_fewer(vow, wording)  # 「点検の結果、全42台のうち2台で」
    return fewer or _is_first_of_several(vow, wording)


def has_only_begun(vow: Vow, wording: str) -> bool:
    """Whether what was to be done by a day is told as begun, and not as finished: 「5月12日から順次発送しております」."""
    return vow.aim == PromiseAim.REMEDY and last_day(vow.due) is not None and not vow.begins and says("under_way", wording)


def _counts_fewer(vow: Vow, wording: str) -> bool:
    """Whether a part of the whole (「16棟中11棟」), or a lower number than was promised (「1名を配置」 of two), is told."""
    promised = {count.counter: count.value for count in find_counts(vow.wording) if not count.text.startswith("一")}  # 「お一人」 is each.
    told = list(find_counts(wording))
    if _is_part_of_whole(vow, wording, told, promised):
        return True
    told = [count for count in told if count.counter in promised]
    reached = {count.counter for count in told if count.value >= promised[count.counter]}
    reached |= {count.counter for count in told if says("up_to_now", wording[: count.start])}
    # 「午前に22名、午後に18名が受講しました」, 「20日に2校、28日に3校に付けました」
    if any(says("takes_part", wording[count.end :]) or _acts_on(vow, wording[count.end :]) for count in told):
        reached |= {counter for counter, value in promised.items() if sum(each.value for each in told if each.counter == counter) >= value}
    fewer = [count for count in told if count.counter not in reached]
    return any(
        says_any(("comes_to", "takes_part"), wording[count.end :])
        or _acts_on(vow, wording[count.end :])
        or _counts_same(vow, wording, count)
        for count in fewer
    )


def _is_part_of_whole(vow: Vow, wording: str, told: Sequence[Count], promised: Mapping[str, float]) -> bool:
    """Whether some are told of those that were meant: of as many as promised, of all, or of those whom the act was to help."""
    for at, whole in enumerate(told):
        parts = [count for count in told[at + 1 : at + 1 + _PARTS] if count.counter == whole.counter]
        concerned = says("those_concerned", wording[max(0, whole.start - _NAMING) : whole.start])
        of_all = says("of_all", vow.wording) and not vow.begins  # 「8月から全室に順次」 is begun with some.
        helped = concerned or of_all or vow.aim == PromiseAim.REMEDY or says("remedy", vow.wording)
        meant = promised.get(whole.counter, whole.value if helped else None)
        if not parts or meant != whole.value or sum(part.value for part in parts) >= _NEARLY * whole.value:
            continue  # 「216名のうち158名に4月20日、58名に4月28日に送りました」
        found = _OUT_OF.match(wording[whole.end :])
        of_some = found and not says("chosen", wording[whole.end + found.end() :][: parts[0].end + _CASE - whole.end - found.end()])
        if of_some or (concerned and _acts_on(vow, wording[parts[-1].end :])):
            return True
    return False


def _counts_same(vow: Vow, wording: str, count: Count) -> bool:
    """Whether a count is of what was promised by its own name, however the act is called: 「専任者1名を配置」 after 「専任者2名を置く」."""
    if not _OBJECT.match(wording[count.end :]):
        return False
    promised = (_counted(vow.wording, other) for other in find_counts(vow.wording) if other.counter == count.counter)
    return any(_counted(wording, count) & names for names in promised)


def _counted(wording: str, count: Count) -> frozenset[str]:
    """What is counted, named before the count (「専任者1名」) or after it (「1名の専任者」)."""
    found = (_NAME_BEFORE.search(wording[: count.start]), _NAME_AFTER.match(wording[count.end :]))
    return frozenset(each["name"] for each in found if each)


def _acts_on(vow: Vow, rest: str) -> bool:
    """Whether what follows a count is the act that was promised: 「を配置しました」 where somebody was to be 「配置」."""
    acts = (found["act"] for pattern in KEEPING.patterns("counted_act") if (found := pattern.match(rest)))
    return any(act in vow.wording for act in acts)


def acts_on_as_many(vow: Vow, wording: str) -> bool:
    """Whether a sentence tells the act promised for so many of them, however little else they share (「60名への説明を終えました」)."""
    counters = {count.counter for count in find_counts(vow.wording)}
    return any(count.counter in counters and _acts_on(vow, wording[count.end :]) for count in find_counts(wording))


def _is_first_of_several(vow: Vow, wording: str) -> bool:
    """Whether the first time of several that were promised is told: 「第1回を実施し」 of 「年3回」."""
    times = [int(found["times"]) for pattern in KEEPING.patterns("times") if (found := pattern.search(vow.wording))]
    told = [int(found["time"]) for found in KEEPING.each("time", wording)]
    return bool(times and told) and max(told) < max(times)


def _rest_done(vow: Vow, sentence: Sentence) -> bool:
    """Whether the sentence after one tells the act as done for the rest as well (「残る13名様にもお電話を差し上げました」)."""
    following = [each for each in sentence.following if not says("rest_lost", each.wording)]
    return any(says("rest_done", each.wording) and share_a_word(vow.subject, each.unit, vow.wording) for each in following)


def _all_in_the_end(wording: str) -> bool:
    """Whether a sentence goes on from a part to the whole: 「6月30日に108店中100店、7月8日に全店で完了しました」."""
    before, _, end = wording.rpartition("、")
    return bool(before and _ALL.search(end)) and says("finished", end)


def leaves_rest(sentence: Sentence) -> bool:
    """Whether a sentence, or the one after it, says that the rest of what it tells is still to come, or lost."""
    to_come = says("rest_to_come", sentence.wording) or any(then_the_rest(each.wording) for each in sentence.following)
    return to_come or rest_lost(sentence) is not None


def rest_lost(sentence: Sentence) -> Sentence | None:
    """The sentence, this or the one after it, that says that the rest can never be done (「残る9冊は復元できません」), if any."""
    return next((each for each in (sentence, *sentence.following) if says("rest_lost", each.wording)), None)


def without_outsiders(vow: Vow, sentence: Sentence) -> Sentence | None:
    """The sentence on a body that outsiders were to make up, or to sit in, or the one after it, that names insiders instead."""
    if not says("by_outsiders", vow.wording) or not says("body", sentence.wording):
        return None
    inside = (each for each in (sentence, *sentence.following) if says("of_insiders", each.wording))
    may_mix = says("among_others", vow.wording)
    return next((each for each in inside if not (may_mix and says("of_outsiders", each.wording))), None)


def _leaves_others(vow: Vow, sentence: Sentence) -> bool:
    """Whether the sentence after one says that the act is still to come for others of those it was promised for.

    They are named in the promise, or all were promised and one that tells of no other promise names them alone.
    """
    for later in sentence.following:
        others = {found["who"] for pattern in KEEPING.patterns("of_others") if (found := pattern.match(later.wording))}
        to_come = says_any(("preparing", "deferred", "ahead"), later.wording)
        named = (who for who in others if re.search(rf"(?:及び|および|並びに|ならびに|[とや・]){re.escape(who)}", vow.wording))
        if to_come and any(who not in sentence.wording for who in named):
            return True
        if says("of_all", vow.wording) and not _ALL.search(sentence.wording) and only_others_left(later.unit):
            return True
    return False
