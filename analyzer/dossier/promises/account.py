"""The account that one later announcement gives of a promise: what it tells, and in which sentence."""

from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import AGAIN, SAME, TELLING, Weights, terms
from analyzer.dossier.promises.evidence import outcome_told
from analyzer.dossier.promises.nearby import Nearby
from analyzer.dossier.promises.reporting import (
    day_named,
    given_late,
    holds_what_was_promised,
    is_entitled,
    is_interim,
    is_of_named_matter,
    is_of_other_matter,
    is_other_report,
    lacks_act,
    opening,
    report_in,
    tells_of_act,
)
from analyzer.dossier.promises.rivals import is_of_act_beside, is_of_act_elsewhere
from analyzer.dossier.promises.shortfall import acts_on_as_many, falls_short, leaves_rest
from analyzer.dossier.promises.signs import (
    changes,
    ends,
    falls_within,
    gives_result,
    goes_another_way,
    goes_on,
    is_of_other_share,
    left_undone,
    may_tell,
    names_it,
    set_up,
    tells_in_force,
)
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import day_ahead, last_day, puts_off, says, says_any, takes_back
from analyzer.schema import Label, PromiseAim, PromiseOutcome

_TAKEN_BACK = 0.28
"""Likeness from which 「行わないことといたしました」 takes a promise back: an answer repeats little of what it answers."""
_OTHERWISE = 0.15
"""Likeness from which a sentence that names the way promised as the one not taken is about the promise."""
_IN_TIME = 0.15
"""Likeness from which a sentence that tells of a day within the time promised tells what was promised for that time."""
_IN_FORCE = 0.25
"""Likeness from which a measure told as done or running is the one promised, though in other words."""
_AGAINST = 0.7
"""Of the likeness of a sentence on a promise, the share from which another of the same announcement speaks against it."""
Told = tuple[PromiseOutcome, Sentence]
"""What is told of a promise, and where."""
_WRITTEN = "報告書"


def account_of(vow: Vow, announcement: Announcement, weigh: Weights) -> Told | None:
    """What one later announcement tells of a promise, and where."""
    if is_interim(vow, announcement):
        return None
    seen = Nearby.of(vow, announcement, weigh)
    told = _told_alike(seen) or _told_in_time(seen)
    kept = max((seen.likeness[each] for found, each in told if found == PromiseOutcome.DONE), default=0.0)
    otherwise = (each for each in seen.likely(_OTHERWISE) if goes_another_way(vow, each.wording))
    taken_back = next((each for each in (*seen.likely(_TAKEN_BACK), *otherwise) if _takes_back(seen, each)), None)
    if taken_back and seen.likeness[taken_back] >= kept * _AGAINST:
        return PromiseOutcome.REPLACED, taken_back
    if is_entitled(vow, announcement):
        return PromiseOutcome.DONE, opening(announcement)
    if given := day_named(vow, announcement) or given_late(vow, announcement):
        return PromiseOutcome.DONE, given
    told = _without_headings(seen, told)
    if told and (vow.aim == PromiseAim.REPORT or puts_off(told[0][1].wording) or _promises_again(seen, told[0][1])):
        # What is put off or said again is not done by another act, nor a report by the act that was to be reported on.
        least = seen.likeness[told[0][1]] * (_AGAINST if vow.aim == PromiseAim.MEASURE else 0.5)
        told = [(found, each) for found, each in told if seen.likeness[each] >= least]
    if short := _short_in(seen, told):
        return PromiseOutcome.REPEATED, short
    done = next((pair for pair in told if pair[0] == PromiseOutcome.DONE), None)
    if seen.of_bare_report and done is None and seen.is_on_the_matter and holds_what_was_promised(vow, announcement):
        return _report_itself(seen, told, weigh)
    return done or next(iter(told), None)


def _without_headings(seen: Nearby, told: list[Told]) -> list[Told]:
    """What is told without the headings (「返金の完了について」) where a sentence below says that less was done."""
    below = [pair for pair in told if not pair[1].unit.placement.is_heading]
    return below if any(falls_short(seen.vow, each) for _, each in below) else told


def _short_in(seen: Nearby, told: Sequence[Told]) -> Sentence | None:
    """The sentence that tells that a promise is kept in part only, where what is nearest, or not much farther, says how much is wanting.

    What comes first says how much was done (「27社を終え、残る5社は」).
    """
    if not told:
        return None
    nearest = told[0][1]
    near = (each for _, each in told if seen.likeness[each] >= seen.likeness[nearest] / 2)
    short = [each for each in near if falls_short(seen.vow, each) and names_it(seen.vow, each)]
    left = any(says_any(("left_over", "rest_to_come"), each.wording) for each in short)
    return min(short, key=lambda each: each.place) if nearest in short or left else None


def _promises_again(seen: Nearby, sentence: Sentence) -> bool:
    """Whether a sentence says the promise again, for a day still to come."""
    day = day_ahead(sentence.wording, sentence.announcement.day)
    return day is not None and says("ahead", sentence.wording) and seen.likeness[sentence] >= AGAIN


def _takes_back(seen: Nearby, sentence: Sentence) -> bool:
    """Whether a sentence tells that what was promised will not be, goes on although it was to stop, or became something else."""
    wording = sentence.wording
    if not may_tell(sentence) or is_other_report(seen.vow, wording) or says("corrects", wording) or leaves_rest(sentence):
        return False  # 「予算を理由に更新を見送っておりました」 is why it happened, and 「残る2名は修了するまで担当しません」 goes on.
    if goes_on(seen.vow, sentence.unit) or goes_another_way(seen.vow, wording):
        return True
    if is_of_act_beside(seen.vow, sentence.unit) or is_of_act_elsewhere(seen.vow, sentence.unit):
        return False
    if says("stops", seen.vow.wording) or not (sentence in seen.about or seen.is_of_matter(sentence)):
        return False  # 「今季の運転を行いません」 goes on with a stop, and 「…を見合わせていた」 about another thing takes nothing back.
    if sentence in seen.about and changes(seen.vow, wording):
        return True
    return takes_back(wording) and (not seen.of_bare_report or says("notice", wording))


def _told_alike(seen: Nearby) -> list[Told]:
    """What the sentences alike to a promise tell of it, the nearest first."""
    vow, alike = seen.vow, list(seen.likely(SAME))
    if vow.aim == PromiseAim.REMEDY:
        acts = {term for term in seen.promised if term.startswith("=") and term != TELLING}
        alike = [each for each, likeness in seen.likeness.items() if likeness >= SAME or acts & terms(each.unit)]
    told = seen.announcement.sentences
    if _WRITTEN in vow.wording:
        alike += [each for each in told if _WRITTEN in each.wording]
    if says("seeks_cause", vow.wording):
        alike += [each for each in told if Label.CAUSE in each.labels or says("pinned_down", each.wording)]
    alike += [each for each in told if acts_on_as_many(vow, each.wording) or gives_result(vow, each)]
    if says("to_set_up", vow.wording):
        alike += [each for each in told if set_up(vow.wording, each.wording)]
    return [(found, each) for each in alike if (found := _what_is_told(seen, each))]


def _what_is_told(seen: Nearby, sentence: Sentence) -> PromiseOutcome | None:
    """What a sentence tells of the promise, where it is about no other matter and no other promise."""
    vow, wording = seen.vow, sentence.wording
    if sentence in seen.about and left_undone(vow, wording):
        return PromiseOutcome.REPEATED
    if sentence in seen.about and ends(vow, wording):
        return PromiseOutcome.DONE  # 「相談窓口は9月30日をもって終了します」: it was opened.
    if is_of_other_share(vow, wording):
        return None
    found = outcome_told(vow, sentence)
    if found == PromiseOutcome.REPLACED and _promises_again(seen, sentence):
        return PromiseOutcome.REPEATED  # 「書面は4月10日までにお送りします」 after 「3月末までに書面で」 is the same act.
    other = is_of_other_matter(vow, sentence.unit) or says("next_act", wording)
    if found == PromiseOutcome.REPEATED and other:
        return None  # 「『安全報告書』は6月に公表します」 puts off no result of an inquiry.
    if found == PromiseOutcome.DONE and lacks_act(vow, seen.announcement):
        return None
    told = puts_off(wording) or falls_short(vow, sentence)
    return None if (found == PromiseOutcome.DONE or told) and seen.is_of_another(sentence) else found


def _told_in_time(seen: Nearby) -> list[Told]:
    """Sentences that tell something done, or done in part, within the time promised, or in force, and share a word with the promise."""
    vow, promised = seen.vow, seen.promised - {TELLING}
    # What is nearer to the promise and says that it is still to come is not gainsaid by an act of those days.
    still = max((likeness for each, likeness in seen.likeness.items() if _is_still_to_come(each)), default=0.0)
    told = (
        each
        for each, likeness in seen.likeness.items()
        if likeness >= still
        and promised & terms(each.unit)
        and (
            (likeness >= _IN_TIME and falls_within(vow, each))
            or (likeness >= _IN_FORCE and vow.aim == PromiseAim.MEASURE and tells_in_force(each))
        )
    )
    found = ((outcome_told(vow, each), each) for each in told if not seen.is_of_another(each))
    return [(what, each) for what, each in found if what == PromiseOutcome.DONE or (what and falls_short(vow, each))]


def _is_still_to_come(sentence: Sentence) -> bool:
    """Whether a sentence puts something off, or tells it for a day still to come."""
    wording = sentence.wording
    return puts_off(wording) or (says("ahead", wording) and day_ahead(wording, sentence.announcement.day) is not None)


def _report_itself(seen: Nearby, told: Sequence[Told], weigh: Weights) -> Told:
    """The announcement itself is the report that was promised, unless it puts the report off."""
    own, due = seen.vow.subject, last_day(seen.vow.due)
    ahead = due is not None and due > seen.announcement.day
    meant = [each for each in seen.announcement.sentences if not is_of_named_matter(seen.vow, each.unit)]
    for each in meant:
        # 「成分検査の結果は、まだ届いておりません」
        of_report = says_any(("notice", "result"), each.wording) or tells_of_act(seen.vow, each.unit)
        begun = ahead and says("commissions", each.wording)
        not_known = seen.vow.due is None and says("inquires_still", each.wording)  # 「(経緯調査中)」
        still = begun or not_known or says_any(("extends", "report_put_off"), each.wording)  # 「調査を続けています」
        late = still or (says("deferred", each.wording) and of_report)
        if late and weigh.likeness(own, each.unit) >= SAME / 2:
            return PromiseOutcome.REPEATED, each
    put_off = next((pair for pair in told if pair[1] in meant and _puts_off(pair[1])), None)
    return put_off or (PromiseOutcome.DONE, report_in(seen.vow, seen.announcement))


def _puts_off(sentence: Sentence) -> bool:
    """Whether a sentence promises the report again for another day."""
    promised = Label.FOLLOWUP in sentence.labels and says("ahead", sentence.wording)
    return promised and not says("performs", sentence.wording)
