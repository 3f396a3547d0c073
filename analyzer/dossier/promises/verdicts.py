"""What the later announcements tell of one promise, by the rules, and where they tell it."""

from collections.abc import Sequence
from datetime import date

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import AGAIN, SAME, Weights, is_about, share_a_word
from analyzer.dossier.promises.answering import question_of
from analyzer.dossier.promises.nearby import Nearby, Places
from analyzer.dossier.promises.outcomes import part_of
from analyzer.dossier.promises.reporting import (
    act_alone,
    day_named,
    given_late,
    holds_what_was_promised,
    is_entitled,
    is_interim,
    is_of_named_matter,
    is_of_other_matter,
    is_of_words,
    is_other_report,
    lacks_act,
    opening,
    report_in,
    tells_of_act,
)
from analyzer.dossier.promises.shortfall import acts_on_as_many, falls_short, without_outsiders
from analyzer.dossier.promises.signs import (
    changes,
    ends,
    falls_within,
    goes_on,
    is_unfinished,
    left_undone,
    may_tell,
    names_it,
    read,
    set_up,
    shows_done,
    tells_in_force,
)
from analyzer.dossier.promises.vague import follow_vague
from analyzer.dossier.promises.vows import Vow
from analyzer.dossier.wordings import day_ahead, puts_off, says, takes_back
from analyzer.schema import Label, PromiseAim, PromiseKind, PromiseOutcome

_TAKEN_BACK = 0.28
"""Likeness from which 「行わないことといたしました」 takes a promise back: an answer repeats little of what it answers."""
_IN_TIME = 0.15
"""Likeness from which a sentence that tells of a day within the time promised tells what was promised for that time."""
_IN_FORCE = 0.25
"""Likeness from which a measure told as done or running is the one promised, though in other words."""
_AGAINST = 0.7
"""Of the likeness of a sentence that tells a promise kept, the share from which another of the same announcement takes it back."""
_WRITTEN = "報告書"
_TELLING = "=KEC05"
"""The concept of telling somebody: what is done for those harmed is matched by any other act in common."""


def followed(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, Places, bool]:
    """What the rules read in the later announcements, None where these tell nothing, and where they speak of the promise.

    And whether the rules decide alone: on vague words by definition, on what is put off or taken back in so many words, goes
    on, was in force when promised, is told done in part or without its result, or is told done by sentences about nothing else.
    """
    if vow.kind == PromiseKind.VAGUE:
        return *follow_vague(vow, later, weigh), True
    if owed := _still_owed(vow, later):
        return *owed, True
    verdict, seen, unresolved = _follow(vow, later, weigh)
    units = [announcement.units[index] for announcement, index in seen]
    own = vow.subject
    taken_back = verdict == PromiseOutcome.REPLACED and any(
        takes_back(unit.wording) or (changes(vow, unit.wording) and is_about(own, unit, part_of(vow))) for unit in units
    )
    named = verdict == PromiseOutcome.DONE and (
        all(is_about(own, unit, part_of(vow)) for unit in units) or any(shows_done(vow, unit) for unit in units)
    )
    short = any(falls_short(vow, *each) and names_it(vow, *each) for each in seen[-1:])
    in_part = verdict == PromiseOutcome.REPEATED and not is_of_words(vow) and short
    considered = any(says("considers", unit.wording) for unit in units[-1:])  # 「増員は採用の状況をみながら検討する」
    unfinished = any(is_unfinished(vow, *each) for each in seen[-1:])
    unkept = verdict == PromiseOutcome.REPEATED and (unresolved or considered or unfinished or is_only_of_will(seen))
    # The model sees no question: what is asked by the words of a promise is answered on that.
    asked = [question for place in seen if (question := question_of(*place))]
    answered = any(share_a_word(own, question, vow.wording) for question in asked)
    return verdict, seen, answered or taken_back or named or in_part or unkept or any(goes_on(vow, unit) for unit in units)


def is_only_of_will(seen: Places) -> bool:
    """Whether what is told last of a promise is words of will, in which nobody can see it kept or broken."""
    return bool(seen) and says("of_will", seen[-1][0].units[seen[-1][1]].wording)


def _still_owed(vow: Vow, later: Sequence[Announcement]) -> tuple[PromiseOutcome, Places] | None:
    """A report of results is promised again where the last announcement says that it is still to come."""
    if not later or vow.aim != PromiseAim.REPORT or not says("result", vow.wording):
        return None
    last = later[-1]
    owed = next((index for index, unit in enumerate(last.units) if says("report_put_off", unit.wording)), None)
    return (PromiseOutcome.REPEATED, ((last, owed),)) if owed is not None else None


def _follow(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, Places, bool]:
    """The outcome told by the later announcements, None where they tell none, and where they speak of the promise.

    And whether the last of these tells an act without the result that was promised.
    """
    outcome = PromiseOutcome.DONE if vow.in_force else None
    seen: list[tuple[Announcement, int]] = []
    unresolved = stood_in = False
    for announcement in later:
        alone = act_alone(vow, announcement)
        told = (PromiseOutcome.REPEATED, alone) if alone is not None else _told_by(vow, announcement, weigh)
        if told is None:
            continue
        found, unit = told
        is_named, was_named = names_it(vow, announcement, unit), any(names_it(vow, *each) for each in seen)
        if was_named and not is_named:
            continue  # What names only the other act of its sentence says nothing against what was told of this one.
        if seen and is_named and not was_named:
            seen, outcome = (
                [],
                PromiseOutcome.DONE if vow.in_force else None,
            )  # Nor does it keep this one, where a later announcement speaks of it.
        wording = announcement.units[unit].wording
        taken_back = found == PromiseOutcome.REPLACED and takes_back(wording)
        if outcome == PromiseOutcome.DONE and seen and not (taken_back and vow.aim == PromiseAim.MEASURE):
            continue  # Kept when it was first told; only a rule can be taken back after that, no single act.
        if found == PromiseOutcome.DONE and _are_insiders(vow, seen) and not says("of_outsiders", wording):
            continue  # That it is at work brings no outsider into it.
        kept_after_all = stood_in and found == PromiseOutcome.DONE
        if outcome == PromiseOutcome.REPLACED and found != outcome and not kept_after_all:
            continue  # 「生徒から相談を受けていました」 tells nothing of a meeting that was called off.
        seen.append((announcement, unit))
        unresolved = alone is not None
        if kept_after_all or (outcome != PromiseOutcome.REPLACED and (outcome != PromiseOutcome.DONE or taken_back)):
            outcome = found
            stood_in = found == PromiseOutcome.REPLACED and _stands_in(vow, wording)
    return outcome, tuple(seen), unresolved


def _are_insiders(vow: Vow, seen: Sequence[tuple[Announcement, int]]) -> bool:
    """Whether the sentence that spoke of a body last names insiders where outsiders were promised."""
    return any(without_outsiders(vow, *each) is not None for each in seen[-1:])


def _stands_in(vow: Vow, wording: str) -> bool:
    """Whether an act promised for those harmed only stands beside another, which is not taken back and may still be done."""
    return vow.aim == PromiseAim.REMEDY and not takes_back(wording) and not says("changed", wording)


def _told_by(vow: Vow, announcement: Announcement, weigh: Weights) -> tuple[PromiseOutcome, int] | None:
    """What one later announcement tells of a promise, and where."""
    if is_interim(vow, announcement):
        return None
    seen = Nearby.of(vow, announcement, weigh)
    told = _told_alike(seen) or _told_in_time(seen)
    kept = max((seen.likeness[index] for found, index in told if found == PromiseOutcome.DONE), default=0.0)
    taken_back = next((index for index in seen.likely(_TAKEN_BACK) if _takes_back(seen, index)), None)
    if taken_back is not None and seen.likeness[taken_back] >= kept * _AGAINST:
        return PromiseOutcome.REPLACED, taken_back
    if is_entitled(vow, announcement):
        return PromiseOutcome.DONE, opening(announcement)
    if (named := day_named(vow, announcement)) is not None:
        return PromiseOutcome.DONE, named
    if (late := given_late(vow, announcement)) is not None:
        return PromiseOutcome.DONE, late
    if told and (vow.aim == PromiseAim.REPORT or puts_off(seen.wording(told[0][1])) or _promises_again(seen, told[0][1])):
        # What is put off or said again is not done by another act, nor a report by the act that was to be reported on.
        first = seen.likeness[told[0][1]]
        told = [(found, index) for found, index in told if seen.likeness[index] >= first / 2]
    if (short := _short_in(seen, told)) is not None:
        return PromiseOutcome.REPEATED, short
    done = next((pair for pair in told if pair[0] == PromiseOutcome.DONE), None)
    if seen.of_bare_report and done is None and seen.is_on_the_matter and holds_what_was_promised(vow, announcement):
        return _report_itself(seen, told, weigh)
    return done or next(iter(told), None)


def _short_in(seen: Nearby, told: Sequence[tuple[PromiseOutcome, int]]) -> int | None:
    """The unit that tells that a promise is kept in part only, where what is nearest, or not much farther, says how much is wanting.

    What comes first says how much was done (「27社を終え、残る5社は」).
    """
    if not told:
        return None
    nearest = told[0][1]
    near = (index for _, index in told if seen.likeness[index] >= seen.likeness[nearest] / 2)
    short = [index for index in near if falls_short(seen.vow, seen.announcement, index)]
    left = (index for index in short if any(says(slot, seen.wording(index)) for slot in ("left_over", "rest_to_come")))
    return min(short) if nearest in short or next(left, None) is not None else None


def _promises_again(seen: Nearby, index: int) -> bool:
    """Whether a unit says the promise again, for a day still to come."""
    day = day_ahead(seen.wording(index), date.fromisoformat(seen.announcement.published))
    return day is not None and says("ahead", seen.wording(index)) and seen.likeness[index] >= AGAIN


def _takes_back(seen: Nearby, index: int) -> bool:
    """Whether a unit tells that what was promised will not be, goes on although it was to stop, or became something else."""
    wording = seen.wording(index)
    if not may_tell(seen.announcement, index) or is_other_report(seen.vow, wording) or says("corrects", wording):
        return False  # 「予算を理由に更新を見送っておりました」 is why it happened.
    if goes_on(seen.vow, seen.announcement.units[index]):
        return True
    if says("stops", seen.vow.wording) or not (index in seen.about or seen.is_of_matter(index)):
        return False  # 「今季の運転を行いません」 goes on with a stop, and 「…を見合わせていた」 about another thing takes nothing back.
    if index in seen.about and changes(seen.vow, wording):
        return True
    return takes_back(wording) and (not seen.of_bare_report or says("notice", wording))


def _told_alike(seen: Nearby) -> list[tuple[PromiseOutcome, int]]:
    """What the units alike to a promise tell of it, the nearest first."""
    vow, alike = seen.vow, list(seen.likely(SAME))
    if vow.aim == PromiseAim.REMEDY:
        acts = {term for term in seen.promised if term.startswith("=") and term != _TELLING}
        alike = [index for index, likeness in seen.likeness.items() if likeness >= SAME or acts & seen.terms(index)]
    if _WRITTEN in vow.wording:
        alike += [index for index, unit in enumerate(seen.announcement.units) if _WRITTEN in unit.wording]
    if says("seeks_cause", vow.wording):
        alike += [index for index in range(len(seen.announcement.units)) if Label.CAUSE in seen.announcement.labels(index)]
    alike += [index for index, unit in enumerate(seen.announcement.units) if acts_on_as_many(vow, unit.wording)]
    if says("to_set_up", vow.wording):
        alike += [index for index, unit in enumerate(seen.announcement.units) if set_up(vow.wording, unit.wording)]
    return [(found, index) for index in alike if (found := _what_is_told(seen, index))]


def _what_is_told(seen: Nearby, index: int) -> PromiseOutcome | None:
    if index in seen.about and left_undone(seen.vow, seen.wording(index)):
        return PromiseOutcome.REPEATED
    if index in seen.about and ends(seen.vow, seen.wording(index)):
        return PromiseOutcome.DONE  # 「相談窓口は9月30日をもって終了します」: it was opened.
    found = read(seen.vow, seen.announcement, index)
    if found == PromiseOutcome.REPLACED and _promises_again(seen, index):
        return PromiseOutcome.REPEATED  # 「書面は4月10日までにお送りします」 after 「3月末までに書面で」 is the same act.
    other = is_of_other_matter(seen.vow, seen.announcement.units[index]) or says("next_act", seen.wording(index))
    if found == PromiseOutcome.REPEATED and other:
        return None  # 「『安全報告書』は6月に公表します」 puts off no result of an inquiry.
    if found == PromiseOutcome.DONE and lacks_act(seen.vow, seen.announcement):
        return None
    told = puts_off(seen.wording(index)) or falls_short(seen.vow, seen.announcement, index)
    return None if (found == PromiseOutcome.DONE or told) and seen.is_of_another(index) else found


def _told_in_time(seen: Nearby) -> list[tuple[PromiseOutcome, int]]:
    """Units that tell something done within the time promised, or in force, and share a word with the promise."""
    promised = seen.promised - {_TELLING}
    told = (
        index
        for index, likeness in seen.likeness.items()
        if promised & seen.terms(index)
        and (
            (likeness >= _IN_TIME and falls_within(seen.vow, seen.announcement, index))
            or (likeness >= _IN_FORCE and seen.vow.aim == PromiseAim.MEASURE and tells_in_force(seen.announcement, index))
        )
    )
    done = (index for index in told if read(seen.vow, seen.announcement, index) == PromiseOutcome.DONE)
    return [(PromiseOutcome.DONE, index) for index in done if not seen.is_of_another(index)]


def _report_itself(seen: Nearby, told: Sequence[tuple[PromiseOutcome, int]], weigh: Weights) -> tuple[PromiseOutcome, int]:
    """The announcement itself is the report that was promised, unless it puts the report off."""
    own = seen.vow.subject
    meant = [index for index, unit in enumerate(seen.announcement.units) if not is_of_named_matter(seen.vow, unit)]
    for index in meant:
        unit = seen.announcement.units[index]
        # 「成分検査の結果は、まだ届いておりません」
        of_report = any(says(slot, unit.wording) for slot in ("notice", "result")) or tells_of_act(seen.vow, unit)
        still = any(says(slot, unit.wording) for slot in ("extends", "report_put_off"))  # 「調査を続けています」
        late = still or (says("deferred", unit.wording) and of_report)
        if late and weigh.likeness(own, unit) >= SAME / 2:
            return PromiseOutcome.REPEATED, index
    put_off = next((pair for pair in told if pair[1] in meant and _puts_off(seen.announcement, pair[1])), None)
    return put_off or (PromiseOutcome.DONE, report_in(seen.vow, seen.announcement))


def _puts_off(announcement: Announcement, index: int) -> bool:
    """Whether a unit promises the report again for another day."""
    unit = announcement.units[index]
    promised = Label.FOLLOWUP in announcement.labels(index) and says("ahead", unit.wording)
    return promised and not says("performs", unit.wording)
