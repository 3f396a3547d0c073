"""Whether less is told than was promised: a part of the whole, a lower number, a rest still to come."""

import re
from collections.abc import Mapping, Sequence

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import share_a_word
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.quantities import Count, find_counts
from analyzer.dossier.wordings import says
from analyzer.rules.slots import KEEPING
from analyzer.schema import PromiseAim

_OBJECT = re.compile(r"(?:の[^、。のを]{2,8})?を")
_NAME_BEFORE = re.compile(r"(?P<name>[一-龥ァ-ヶー]{2,8})(?:を|は|が)?$")
_NAME_AFTER = re.compile(r"の(?P<name>[一-龥ァ-ヶー]{2,8})")
_OUT_OF = re.compile(r"(?:様|の(?:方々?|お客様|皆様))?(?:のうち|中)")
_PARTS = 6
"""Counts after that of a whole among which its parts are looked for."""
_NAMING = 32
"""Characters before a count that tell whom it counts: 「対象となる方は最終的に」."""
_NEARLY = 0.99
"""Share from which what is left over is too little to say that a promise was not kept."""


def falls_short(vow: Vow, sentence: Sentence) -> bool:
    """Whether less is told than was promised.

    「126か所のうち119か所」 of 126, 「21名となりました」 where it was to be 26, some for whom it is not done
    (「38名について完了しておりません」), or a rest that is still to come (「残りは9月末までに」).
    """
    wording = sentence.wording
    if _rest_done(vow, sentence):
        return False
    of_rest = leaves_rest(sentence) and not says("in_part", vow.wording)
    return of_rest or says("left_over", wording) or _counts_fewer(vow, wording)


def _counts_fewer(vow: Vow, wording: str) -> bool:
    """Whether a part of the whole (「16棟中11棟」), or a lower number than was promised (「1名を配置」 of two), is told."""
    promised = {count.counter: count.value for count in find_counts(vow.wording) if not count.text.startswith("一")}  # 「お一人」 is each.
    told = list(find_counts(wording))
    if _is_part_of_whole(vow, wording, told, promised):
        return True
    told = [count for count in told if count.counter in promised]
    reached = {count.counter for count in told if count.value >= promised[count.counter]}
    reached |= {count.counter for count in told if says("up_to_now", wording[: count.start])}
    fewer = [count for count in told if count.counter not in reached]
    return any(says("comes_to", wording[count.end :]) or _counts_same(vow, wording, count) for count in fewer)


def _is_part_of_whole(vow: Vow, wording: str, told: Sequence[Count], promised: Mapping[str, float]) -> bool:
    """Whether some are told of those that were meant: of as many as promised, of all, or of those whom the act was to help."""
    for at, whole in enumerate(told):
        parts = [count for count in told[at + 1 : at + 1 + _PARTS] if count.counter == whole.counter]
        concerned = says("those_concerned", wording[max(0, whole.start - _NAMING) : whole.start])
        helped = concerned or says("of_all", vow.wording) or vow.aim == PromiseAim.REMEDY or says("remedy", vow.wording)
        meant = promised.get(whole.counter, whole.value if helped else None)
        if not parts or meant != whole.value or sum(part.value for part in parts) >= _NEARLY * whole.value:
            continue  # 「216名のうち158名に4月20日、58名に4月28日に送りました」
        if _OUT_OF.match(wording[whole.end :]):
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


def _rest_done(vow: Vow, sentence: Sentence) -> bool:
    """Whether the sentence after one tells the act as done for the rest as well (「残る13名様にもお電話を差し上げました」)."""
    following = [each for each in sentence.following if not says("rest_lost", each.wording)]
    return any(says("rest_done", each.wording) and share_a_word(vow.subject, each.unit, vow.wording) for each in following)


def leaves_rest(sentence: Sentence) -> bool:
    """Whether a sentence, or the one after it, says that the rest of what it tells is still to come, or lost."""
    to_come = says("rest_to_come", sentence.wording) or any(says("then_the_rest", each.wording) for each in sentence.following)
    return to_come or rest_lost(sentence) is not None


def rest_lost(sentence: Sentence) -> Sentence | None:
    """The sentence, this or the one after it, that says that the rest can never be done (「残る9冊は復元できません」), if any."""
    return next((each for each in (sentence, *sentence.following) if says("rest_lost", each.wording)), None)
