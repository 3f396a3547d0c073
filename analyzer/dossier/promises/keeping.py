"""What became of the promises: each one followed through the later announcements, by what they share, not by equal wording.

Outcomes are those of `corpora/dossiers/README.md`: the first of done, replaced, overdue, repeated, dropped, open that fits.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import AGAIN, SAME, Weights
from analyzer.dossier.promises.again import gives_up, says_again
from analyzer.dossier.promises.fiscal_years import later_year
from analyzer.dossier.promises.lateness import days_late
from analyzer.dossier.promises.outcomes import Outcomes
from analyzer.dossier.promises.reporting import gives_report, is_of_other_matter, is_of_words, opening, report_in, tells_of
from analyzer.dossier.promises.rivals import is_of_act_beside
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.promises.signs import is_of_other_share, is_unfinished, names_it, runs_on, tells_done
from analyzer.dossier.promises.verdicts import followed, is_only_of_will
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import vows
from analyzer.dossier.wordings import day_ahead, is_past, is_past_due, last_day, puts_off, says
from analyzer.judging.choice import Choice
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome

_BY_SILENCE = (PromiseOutcome.OVERDUE, PromiseOutcome.DROPPED)


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise and what became of it; `seen` is where later announcements speak of it, in order.

    `due` is the day named last, `vow.due` that named first; `late_days` counts from the latter.
    """

    vow: Vow
    outcome: PromiseOutcome
    due: str | None
    seen: tuple[Sentence, ...]
    again: tuple[Vow, ...]
    late_days: int | None


def follow_promises(announcements: Sequence[Announcement], as_of: date, choice: Choice | None = None) -> tuple[Kept, ...]:
    """The promises of all announcements, given in order; one said again stands once, where it was first made.

    `choice` is a model's judgement of outcomes; without one the rules decide alone.
    """
    outcomes = Outcomes(choice, announcements, as_of)
    weigh = outcomes.weigh
    kept: list[Kept] = []
    covered: set[int] = set()
    made = [vow for announcement in announcements for vow in vows(announcement)]
    for place, vow in enumerate(made):
        if place in covered or (vow.in_force and any(_tells_of(each, vow, weigh) for each in kept)):
            continue
        later = announcements[announcements.index(vow.announcement) + 1 :]
        open_still = [at for at in range(place + 1, len(made)) if at not in covered]
        again = [at for at in open_still if made[at].announcement in later and says_again(vow, made[at], weigh)]
        covered.update(again)
        covered.update(at for at in range(place + 1, len(made)) if gives_up(vow, made[at], weigh))
        became = _became(vow, [made[at] for at in again], outcomes)
        # A report given is promised no more: 「次回の結果は5月12日に」 in the one that gives this result is the next.
        covered.difference_update(at for at in again if made[at] not in became.again)
        moved = [at for at in range(place + 1, len(made)) if at not in covered and _is_moved_by(became, made[at])]
        covered.update(moved)
        shown = _shown(vow, became.outcome, became.seen)
        again_or_moved = (*became.again, *(made[at] for at in moved))
        kept.append(replace(became, seen=shown, again=again_or_moved, late_days=days_late(vow, became.outcome, shown)))
    return tuple(replace(each, late_days=None) if _is_told_of_all(each, kept) else each for each in kept)


def _is_told_of_all(each: Kept, kept: Sequence[Kept]) -> bool:
    """Whether what shows a promise as kept tells of another year's share, promised later, as well: it does not say when the first was."""
    others = (other for other in kept if is_of_other_share(each.vow, other.vow.wording))
    return bool(each.seen) and any(other.seen[-1:] == each.seen[-1:] for other in others)


def _became(vow: Vow, again: Sequence[Vow], outcomes: Outcomes) -> Kept:
    """What became of a promise that was said `again`: the verdict of the rules, the model's beside it, and all that spoke of it."""
    later, weigh, as_of = outcomes.later(vow), outcomes.weigh, outcomes.as_of
    verdict, seen, certain = followed(vow, later, weigh)
    postponed = verdict != PromiseOutcome.DONE and _is_postponed(again, seen)
    due = None if postponed else _day_named_last(vow, again, verdict, seen, weigh)
    reworded = verdict == PromiseOutcome.REPEATED and is_only_of_will(seen)
    ruled = PromiseOutcome.REPEATED if reworded else _on_day(verdict, due, as_of, last=not later)
    outcome = ruled if certain or postponed else outcomes.judge(vow, due, ruled)
    if outcome != ruled:
        # What no sentence speaks for is not said against the rules; least of all that it is done.
        where = outcomes.told_at(vow, outcome)
        if (ruled, outcome) == (PromiseOutcome.DONE, PromiseOutcome.REPLACED) and outcomes.nearer(vow, seen, where):
            outcome, where = ruled, seen  # 「委託先は8月に替えます」 does not undo 「委託先の監査は5月6日に実施」.
        heard = outcome != PromiseOutcome.DONE and not (vow.beside and last_day(due)) and outcomes.is_spoken_for(vow, outcome)
        outcome, seen = (outcome, where) if where or outcome in _BY_SILENCE or heard else (ruled, seen)
    if outcome == PromiseOutcome.DONE and _is_still_ahead(vow, again, seen, weigh):
        outcome = _on_day(PromiseOutcome.REPEATED, due, as_of, last=not later)
        seen = tuple(each for each in seen if puts_off(each.wording))
    # A measure is told in too many other words.
    of_help_beside = vow.aim == PromiseAim.REMEDY and bool(seen) and all(is_of_act_beside(vow, each.unit) for each in seen)
    if outcome == PromiseOutcome.DONE and (of_help_beside or _is_told_too_early(vow, due, seen, later)):
        outcome, seen = _on_day(None, due, as_of, last=False), ()
    anew = _promised_anew(vow, outcome, seen, again, outcomes.announcements)
    repeats = tuple(said for said in again if said not in anew)
    if outcome == PromiseOutcome.DONE:
        due = _day_named_last(vow, repeats, outcome, seen, weigh)
    return Kept(vow, outcome, due, seen, repeats, None)


def covering(kept: Sequence[Kept], statement: str, wording: str) -> Kept | None:
    """The promise that covers most of a wording of one statement."""
    best: tuple[int, Kept] | None = None
    for each in kept:
        for vow in (each.vow, *each.again):
            if vow.announcement.id != statement:
                continue
            start = vow.announcement.report.text.find(wording)
            shared = min(vow.end, start + len(wording)) - max(vow.start, start)
            if start >= 0 and shared > 0 and (best is None or shared > best[0]):
                best = (shared, each)
    return best and best[1]


def days_named(kept: Kept) -> tuple[str, ...]:
    """The days by which a promise was to be kept, one after the other: 「7月10日まで」, put off to 「9月1日」."""
    if kept.due and is_given_a_later_year(kept):
        return (str(kept.vow.due), kept.due)
    put_off = [_put_off_to(kept.vow, each) for each in kept.seen if puts_off(each.wording)]
    days = {day for day in (kept.vow.due, *(said.due for said in kept.again), *put_off, kept.due) if last_day(day) is not None}
    return tuple(sorted(day for day in days if day))


def is_given_a_later_year(kept: Kept) -> bool:
    """Whether the day named last of a promise is a fiscal year after that named first (「来年度」, 「令和9年度から」)."""
    told = (*kept.seen, *(said.sentence for said in kept.again))
    return kept.due != kept.vow.due and last_day(kept.due) is None and any(later_year(kept.vow, each) for each in told)


def _tells_of(kept: Kept, vow: Vow, weigh: Weights) -> bool:
    """Whether what is told as done reports a promise made before (「9月1日に1名を配置しました」) and is none of its own."""
    was_to_come = kept.vow.kind == PromiseKind.CONCRETE and not kept.vow.in_force and kept.outcome != PromiseOutcome.REPLACED
    part = vow.wording if vow.beside else None  # 「手順書は8月29日に改訂し、訓練を9月12日に実施しました」 reports on the book only.
    return was_to_come and vow.sentence in kept.seen and weigh.likeness(vow.subject, kept.vow.subject, part) >= AGAIN


def _promised_anew(
    vow: Vow, outcome: PromiseOutcome, seen: Sequence[Sentence], again: Sequence[Vow], announcements: Sequence[Announcement]
) -> list[Vow]:
    """Of the promises read as this one said again, those made when its report was out: they are of the next report."""
    if outcome != PromiseOutcome.DONE or vow.aim != PromiseAim.REPORT or not seen or says("periodic", vow.wording):
        return []
    given = announcements.index(seen[-1].announcement)
    return [said for said in again if announcements.index(said.announcement) >= given]


def _is_moved_by(kept: Kept, other: Vow) -> bool:
    """Whether a later promise is the sentence that put one off: 「機器の納期により9月末の導入を予定しております」."""
    considered = kept.vow.kind == PromiseKind.CONCRETE and says("considers", other.wording)  # 「増員は…検討する」
    same = last_day(kept.due) is not None and last_day(kept.due) == last_day(other.due)  # 「10月」 and its last day.
    later = considered or same or (kept.due is not None and kept.due in (other.due, runs_on(kept.vow, other.sentence)))
    owed = kept.outcome in (PromiseOutcome.OVERDUE, PromiseOutcome.REPEATED) and later
    return owed and other.sentence in kept.seen and not says("rest_to_come", other.wording)


def _names_its_day(vow: Vow, wording: str) -> bool:
    """Whether a day told is that of the promise: one on which something is done, not told, is the day of no report."""
    return vow.aim != PromiseAim.REPORT or puts_off(wording) or says("notice", wording) or says("deliverable", wording)


def _is_meant(vow: Vow, sentence: Sentence, weigh: Weights) -> bool:
    """Whether a sentence is about the promise itself, not only about another act promised beside it."""
    return not vow.beside or weigh.likeness(vow.subject, sentence.unit, vow.wording) >= SAME


def _shown(vow: Vow, outcome: PromiseOutcome, seen: Sequence[Sentence]) -> tuple[Sentence, ...]:
    """The sentences to show: a report by the one that gives it, what was in force by what tells it kept, an act by those that name it."""
    named = tuple(each for each in seen if names_it(vow, each))
    if outcome == PromiseOutcome.DONE and vow.in_force:
        return tuple(each for each in named if vow.due and tells_done(each.wording, each.labels, each.announcement.day))
    if outcome in (PromiseOutcome.OVERDUE, PromiseOutcome.REPEATED) and vow.kind == PromiseKind.CONCRETE:
        # What an announcement opens with puts nothing off, unless it says so.
        named = tuple(
            each
            for each in named
            if each != opening(each.announcement) or puts_off(each.wording) or falls_short(vow, each) or is_unfinished(vow, each)
        )
    if outcome != PromiseOutcome.DONE or not named or not is_of_words(vow):
        return named
    last = named[-1]
    ordered = says("dealt_with", last.wording)  # 「…説明するよう求めを受けました」 gives no report.
    found_out = is_past(last.wording) and says("result", vow.wording) and says("result_comes", last.wording) and tells_of(vow, last.unit)
    given = (gives_report(last) or found_out) and not ordered and not is_of_other_matter(vow, last.unit)
    return (*named[:-1], last if given else report_in(vow, last.announcement))


def _is_told_too_early(vow: Vow, due: str | None, seen: Sequence[Sentence], later: Sequence[Announcement]) -> bool:
    """Whether the last announcement came out before the day of one of two acts, and what is said to keep it names only the other."""
    day = last_day(due)
    ahead = vow.beside and bool(seen) and day is not None and day > later[-1].day
    return ahead and not any(names_it(vow, each) for each in seen)


def _is_postponed(repeats: Sequence[Vow], seen: Sequence[Sentence]) -> bool:
    """Whether a promise was last put off to no day that can be told: 「4月以降に延期します」."""
    return any(says("postponed", each.wording) for each in (*(said.sentence for said in repeats[-1:]), *seen[-1:]))


def _is_still_ahead(vow: Vow, repeats: Sequence[Vow], seen: Sequence[Sentence], weigh: Weights) -> bool:
    """Whether what is said to keep a promise is another act (「聞き取りを行いました」), told where it is made again for a later day."""
    day = last_day(repeats[-1].due) if repeats else None
    if day is None or day <= repeats[-1].announcement.day:
        return False
    last = repeats[-1].announcement.day
    own = vow.wording if vow.beside else None
    if vow.aim == PromiseAim.REPORT and all(says("received", each.wording) for each in seen if each.announcement.day == last):
        return bool(seen) and seen[-1].announcement.day == last  # What was received is not published where that is promised again.
    return all(each.announcement.day <= last and weigh.likeness(vow.subject, each.unit, own) < AGAIN for each in seen)


def _day_named_last(
    vow: Vow, repeats: Sequence[Vow], verdict: PromiseOutcome | None, seen: Sequence[Sentence], weigh: Weights
) -> str | None:
    """The day that a promise was last given; what replaced it has a day of its own."""
    if verdict == PromiseOutcome.REPLACED:
        return vow.due
    moved = seen[:-1] if verdict == PromiseOutcome.DONE else seen if verdict == PromiseOutcome.REPEATED else ()
    put_off = moved and _is_meant(vow, moved[-1], weigh) and _names_its_day(vow, moved[-1].wording)
    day = _put_off_to(vow, moved[-1]) if put_off else None
    again = next((said.due for said in reversed(repeats) if said.due), None)
    # What was put off on the way and is told done in the end had the day named with the last promise.
    return (again or day if verdict == PromiseOutcome.DONE else day or again) or vow.due


def _put_off_to(vow: Vow, sentence: Sentence) -> str | None:
    """The later day that a sentence putting a promise off names for the whole of it; the day of a reopening is that of no other act."""
    wording = sentence.wording
    reopens = says("to_resume", wording) and not says("to_resume", vow.wording)
    if says("in_part", wording) or says("preparing", wording) or reopens:
        return None
    day, promised = runs_on(vow, sentence) or day_ahead(wording, sentence.announcement.day), last_day(vow.due)
    return later_year(vow, sentence) if not day or (promised and day < promised.isoformat()) else day


def _on_day(outcome: PromiseOutcome | None, due: str | None, as_of: date, *, last: bool) -> PromiseOutcome:
    """What is left undone is judged on the day the reader looks back."""
    if outcome in (PromiseOutcome.DONE, PromiseOutcome.REPLACED):
        return outcome
    if is_past_due(due, as_of):
        return PromiseOutcome.OVERDUE
    return outcome or (PromiseOutcome.OPEN if last or last_day(due) is not None else PromiseOutcome.DROPPED)
