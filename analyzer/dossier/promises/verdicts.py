"""What the later announcements tell of one promise, by the rules, and where they tell it."""

from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import Weights, is_about
from analyzer.dossier.promises.account import account_of
from analyzer.dossier.promises.reporting import act_alone, is_of_words
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.promises.signs import changes, goes_another_way, goes_on, names_it, shows_done
from analyzer.dossier.promises.vague import follow_vague
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import says, takes_back
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome

_RESULT = "結果"


def followed(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, tuple[Sentence, ...], bool]:
    """What the rules read in the later announcements, None where these tell nothing, and where they speak of the promise.

    And whether the rules decide alone: on vague words by definition, on what is put off or taken back in so many words, goes
    on, was in force when promised, is told done in part, or is told done by sentences about nothing else.
    """
    if vow.kind == PromiseKind.VAGUE:
        return *follow_vague(vow, later, weigh), True
    if owed := _still_owed(vow, later):
        return PromiseOutcome.REPEATED, (owed,), True
    verdict, seen = _follow(vow, later, weigh)
    own = vow.subject
    taken_back = verdict == PromiseOutcome.REPLACED and any(
        takes_back(each.wording)
        or goes_another_way(vow, each.wording)
        or (changes(vow, each.wording) and is_about(own, each.unit, vow.part))
        for each in seen
    )
    named = verdict == PromiseOutcome.DONE and (
        all(is_about(own, each.unit, vow.part) for each in seen) or any(shows_done(vow, each.unit) for each in seen)
    )
    short = any(falls_short(vow, each) and names_it(vow, each) for each in seen[-1:])
    in_part = verdict == PromiseOutcome.REPEATED and not is_of_words(vow) and short
    goes_on_still = any(goes_on(vow, each.unit) for each in seen)
    return verdict, seen, taken_back or named or in_part or goes_on_still


def _still_owed(vow: Vow, later: Sequence[Announcement]) -> Sentence | None:
    """The sentence of the last announcement that says that a report of results, which was promised, is still to come."""
    # 「結果を公表します」 after 「点検し」 is the result of that.
    of_result = says("result", vow.wording) or (_RESULT in vow.wording and says("result", vow.sentence.wording))
    if not later or vow.aim != PromiseAim.REPORT or not of_result:
        return None
    return next((each for each in later[-1].sentences if says("report_put_off", each.wording)), None)


def _follow(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, tuple[Sentence, ...]]:
    """The outcome told by the later announcements, None where they tell none, and where they speak of the promise."""
    untold = PromiseOutcome.DONE if vow.in_force else None
    outcome: PromiseOutcome | None = untold
    seen: list[Sentence] = []
    stood_in = False
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
        kept_after_all = stood_in and found == PromiseOutcome.DONE
        if outcome == PromiseOutcome.REPLACED and found != outcome and not kept_after_all:
            continue  # 「生徒から相談を受けていました」 tells nothing of a meeting that was called off.
        seen.append(sentence)
        if kept_after_all or (outcome != PromiseOutcome.REPLACED and (outcome != PromiseOutcome.DONE or taken_back)):
            outcome = found
            stood_in = found == PromiseOutcome.REPLACED and _stands_in(vow, sentence.wording)
    return outcome, tuple(seen)


def _stands_in(vow: Vow, wording: str) -> bool:
    """Whether an act promised for those harmed only stands beside another, which is not taken back and may still be done."""
    return vow.aim == PromiseAim.REMEDY and not takes_back(wording) and not says("changed", wording) and not goes_another_way(vow, wording)
