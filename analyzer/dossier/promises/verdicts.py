"""What the later announcements tell of one promise, by the rules, and where they tell it."""

from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import Weights, is_about, share_a_word
from analyzer.dossier.promises.account import account_of
from analyzer.dossier.promises.answering import question_of
from analyzer.dossier.promises.reporting import act_alone, is_of_words
from analyzer.dossier.promises.shortfall import falls_short, without_outsiders
from analyzer.dossier.promises.signs import changes, gives_result, goes_another_way, goes_on, is_unfinished, names_it, shows_done
from analyzer.dossier.promises.vague import follow_vague
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import says, takes_back
from analyzer.rules.slots import KEEPING
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome

_RESULT = "結果"


def followed(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, tuple[Sentence, ...], bool]:
    """What the rules read in the later announcements, None where these tell nothing, and where they speak of the promise.

    And whether the rules decide alone: on vague words by definition, on what is put off or taken back in so many words, goes
    on, was in force when promised, is told done in part or without its result, or is told done by sentences about nothing else.
    """
    if vow.kind == PromiseKind.VAGUE:
        return *follow_vague(vow, later, weigh), True
    if owed := _still_owed(vow, later):
        return PromiseOutcome.REPEATED, (owed,), True
    verdict, seen, unresolved = _follow(vow, later, weigh)
    own = vow.subject
    taken_back = verdict == PromiseOutcome.REPLACED and any(
        takes_back(each.wording)
        or goes_another_way(vow, each.wording)
        or (changes(vow, each.wording) and is_about(own, each.unit, vow.part))
        for each in seen
    )
    named = verdict == PromiseOutcome.DONE and (
        all(is_about(own, each.unit, vow.part) for each in seen)
        or any(shows_done(vow, each.unit) or gives_result(vow, each) for each in seen)
    )
    short = any(falls_short(vow, each) and names_it(vow, each) for each in seen[-1:])
    in_part = verdict == PromiseOutcome.REPEATED and not is_of_words(vow) and short
    considered = any(says("considers", each.wording) for each in seen[-1:])  # 「増員は採用の状況をみながら検討する」
    unfinished = any(is_unfinished(vow, each) for each in seen[-1:])
    unkept = verdict == PromiseOutcome.REPEATED and (unresolved or considered or unfinished or is_only_of_will(seen))
    # The model sees no question: what is asked by the words of a promise is answered on that.
    asked = [question for each in seen if (question := question_of(each))]
    answered = any(share_a_word(own, question.unit, vow.wording) for question in asked)
    goes_on_still = any(goes_on(vow, each.unit) for each in seen)
    return verdict, seen, answered or taken_back or named or in_part or unkept or goes_on_still


def is_only_of_will(seen: Sequence[Sentence]) -> bool:
    """Whether what is told last of a promise is words of will, in which nobody can see it kept or broken."""
    return bool(seen) and says("of_will", seen[-1].wording)


def _still_owed(vow: Vow, later: Sequence[Announcement]) -> Sentence | None:
    """The sentence of the last announcement that says that a report of results, which was promised, is still to come."""
    # 「結果を公表します」 after 「点検し」 is the result of that.
    of_result = says("result", vow.wording) or (_RESULT in vow.wording and says("result", vow.sentence.wording))
    if not later or vow.aim != PromiseAim.REPORT or not of_result:
        return None
    return next((each for each in later[-1].sentences if says("report_put_off", each.wording) or _is_worked_on(vow, each)), None)


def _is_worked_on(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence says that what was to be reported on is worked on still (「点検を続けており、10月末を目途に公表します」)."""
    return any(found["of"] in vow.sentence.wording for found in KEEPING.each("worked_on_before_report", sentence.wording))


def _follow(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, tuple[Sentence, ...], bool]:
    """The outcome told by the later announcements, None where they tell none, and where they speak of the promise.

    And whether the last of these tells an act without the result that was promised.
    """
    untold = PromiseOutcome.DONE if vow.in_force else None
    outcome: PromiseOutcome | None = untold
    seen: list[Sentence] = []
    unresolved = stood_in = False
    for announcement in later:
        alone = act_alone(vow, announcement)
        told = (PromiseOutcome.REPEATED, alone) if alone else account_of(vow, announcement, weigh)
        if told is None:
            continue
        found, sentence = told
        is_named, was_named = names_it(vow, sentence), any(names_it(vow, each) for each in seen)
        if was_named and not is_named:
            continue  # What names only the other act of its sentence says nothing against what was told of this one.
        if seen and is_named and not was_named:
            # Nor does it keep this one, where a later announcement speaks of it.
            seen, outcome = [], untold
        taken_back = found == PromiseOutcome.REPLACED and takes_back(sentence.wording)
        if outcome == PromiseOutcome.DONE and seen and not (taken_back and vow.aim == PromiseAim.MEASURE):
            continue  # Kept when it was first told; only a rule can be taken back after that, no single act.
        if found == PromiseOutcome.DONE and _are_insiders(vow, seen) and not says("of_outsiders", sentence.wording):
            continue  # That it is at work brings no outsider into it.
        kept_after_all = stood_in and found == PromiseOutcome.DONE
        if outcome == PromiseOutcome.REPLACED and found != outcome and not kept_after_all:
            continue  # 「生徒から相談を受けていました」 tells nothing of a meeting that was called off.
        seen.append(sentence)
        unresolved = alone is not None
        if kept_after_all or (outcome != PromiseOutcome.REPLACED and (outcome != PromiseOutcome.DONE or taken_back)):
            outcome = found
            stood_in = found == PromiseOutcome.REPLACED and _stands_in(vow, sentence.wording)
    return outcome, tuple(seen), unresolved


def _are_insiders(vow: Vow, seen: Sequence[Sentence]) -> bool:
    """Whether the sentence that spoke of a body last names insiders where outsiders were promised."""
    return any(without_outsiders(vow, each) for each in seen[-1:])


def _stands_in(vow: Vow, wording: str) -> bool:
    """Whether an act promised for those harmed only stands beside another, which is not taken back and may still be done."""
    return vow.aim == PromiseAim.REMEDY and not takes_back(wording) and not says("changed", wording) and not goes_another_way(vow, wording)
