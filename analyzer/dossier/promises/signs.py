"""What one later sentence says of one earlier promise, sign by sign; `verdicts.py` and `outcomes.py` put the signs together."""

import re
from collections.abc import Collection
from datetime import date, timedelta

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import share_a_word, terms
from analyzer.dossier.promises.answering import question_of
from analyzer.dossier.promises.reporting import is_of_words, tells_of, tells_of_act
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.promises.vows import DESK, Vow, is_in_force
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.wordings import day_ahead, last_day, puts_off, runs_until, says, takes_back
from analyzer.language.features import UnitReading
from analyzer.rules.slots import KEEPING
from analyzer.schema import Label, PromiseAim, PromiseOutcome

_OF_INCIDENT = frozenset({Label.INCIDENT, Label.CAUSE, Label.HARM_STATUS})
_OF_KEEPING = frozenset({Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_ACT = re.compile(r"[一-龥]{2,4}(?=を?(?:し|いたし|致し|行|する|実施|開始))")
_WEEK = timedelta(days=7)
_STOPPING = "=KEC06"
_TELLING = "=KEC05"
_HELP = frozenset({"=KEC01", "=KEC28", "=KEC32"})
"""The concepts of money back, of making good and of the costs of treatment."""


def may_tell(announcement: Announcement, index: int) -> bool:
    """Whether a unit does not only tell the incident again."""
    given = set(announcement.labels(index))
    return not given & _OF_INCIDENT or bool(given & _OF_KEEPING)


def changes(vow: Vow, wording: str) -> bool:
    """Whether what was promised is told to have become something else, not only its day; a promise to change it is kept by that."""
    changed = says("changed", wording) and not puts_off(wording)
    return changed and vow.aim != PromiseAim.REPORT and not says("changed", vow.wording)


def tells_in_force(announcement: Announcement, index: int) -> bool:
    """Whether a unit tells a concrete measure as done or running."""
    promises = announcement.report.promises_in(index)
    return Label.MEASURE_CONCRETE in announcement.labels(index) and any(is_in_force(promise, announcement) for promise in promises)


def tells_done(wording: str, given: Collection[Label]) -> bool:
    """Whether a sentence tells something done by the organisation: not decided or planned only, done by others or apologised for."""
    not_by_it = any(says(slot, wording) for slot in ("decided", "by_others", "planned"))
    return says("done", wording) and not not_by_it and Label.APOLOGY not in given


def _acts_in_the_end(vow: Vow, wording: str, given: Collection[Label]) -> bool:
    """Whether a sentence that begins with what others did ends in the act promised: 「23名から申し出があり、8名に補償を行いました」."""
    _, _, end = wording.rpartition("、")
    names_act = any(act in end for act in _ACT.findall(vow.wording))
    return end != wording and says("by_others", wording) and names_act and tells_done(end, given)


def only_finds_out(vow: Vow, wording: str) -> bool:
    """Whether a sentence tells what came to light, which carries out nothing but a report that was promised."""
    found = says("finds_out", wording) or ("確認" not in vow.wording and says("confirms", wording))
    return vow.aim != PromiseAim.REPORT and found


def keeps_nothing(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether a sentence, however near, keeps no promise.

    It tells what came to light, what was left undone, what an authority did or was told, who was disciplined, a stop, how many
    there are, a measure that helps nobody, or another thing brought in, set up or changed.
    """
    wording = announcement.units[index].wording
    by_authority = says("dealt_with", wording) and "受け" not in vow.wording
    stops = says("stops", wording) and not says("stops", vow.wording)
    stays = says("to_resume", vow.wording) and not says("resumes", wording)  # 「異常があれば直ちに停止することを定めました」
    stays = stays or (says("restores", vow.wording) and not says("restored", wording))
    # That somebody's report came in carries out no act but the setting up of who wrote it.
    receives = says("received", wording) and vow.aim != PromiseAim.REPORT and not says("to_set_up", vow.wording)
    disciplines = says("disciplines", wording) and not says("to_discipline", vow.wording)
    of_incident = only_finds_out(vow, wording) or says("never_did", wording) or says("names_day", vow.wording)
    to_others = vow.aim == PromiseAim.REPORT and says("told_authority", wording) and not says("to_authority", vow.wording)
    another = brings_another(vow, wording) or changes_another(vow, wording) or sets_up_another(vow, wording) or only_counts(vow, wording)
    another = another or _only_prevents(vow, announcement, index)
    return of_incident or by_authority or to_others or receives or disciplines or stops or stays or another


def _only_prevents(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether a promise to make good is told of by a measure against recurrence alone, which has no word for any such help."""
    helps = vow.aim == PromiseAim.REMEDY and not terms(vow.subject, vow.wording).isdisjoint(_HELP)
    measure = bool(announcement.report.promises_in(index)) and Label.RESPONSE not in announcement.labels(index)
    return helps and measure and terms(announcement.units[index]).isdisjoint(_HELP)


def brings_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to bring in a thing (「照合するシステムを導入」) is told of in words that name neither thing nor act."""
    brought = {found["thing"] for found in KEEPING.each("brings_in", vow.wording)}
    return bool(brought) and not says("brought_in", wording) and not any(thing[-3:] in wording for thing in brought)


def looks_into_another(vow: Vow, later: UnitReading) -> bool:
    """Whether what was to be looked into, without a word of telling it (「連絡の遅れを検証します」), is not what a sentence tells of."""
    looks = vow.aim == PromiseAim.REPORT and not is_of_words(vow) and says("looks_into", vow.wording)
    return looks and not tells_of(vow, later) and not says("looks_into", later.wording)


def sets_up_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to set up one body (「委員会を設置」) is told of in words that name another one only (「窓口を設置しました」).

    Of several acts promised in one sentence, what names no body tells another (「照合は6月から実施しています」).
    """
    if not says("to_set_up", vow.wording):
        return False
    promised, told = _bodies(vow.wording), _bodies(wording)
    return (bool(told) or vow.beside) and not promised & told


def only_counts(vow: Vow, wording: str) -> bool:
    """Whether a sentence only tells how many of something there are by now (「撤回された論文は6報となりました」), or were."""
    if vow.aim != PromiseAim.MEASURE:
        return False
    counters = {count.counter for count in find_counts(vow.wording)}
    told = list(find_counts(wording))
    if not told or told[-1].counter in counters:
        return False
    rest = wording[told[-1].end :]
    names_act = any(act in wording for act in _ACT.findall(vow.wording))  # 「研修を受けた職員は48名でした」
    return says("comes_to", rest) or (says("are_so_many", rest) and not names_act)


def changes_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to change one thing into another (「先着順から抽選に」) is told of as a change into a third."""
    if not says("from_to", vow.wording):
        return False
    promised, told = ({found["thing"] for found in KEEPING.each("becomes", each)} for each in (vow.wording, wording))
    return bool(promised and told) and not any(thing[:2] in wording for thing in promised)


def falls_within(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether a unit tells of a day between the promise and the last day given for it."""
    last = last_day(vow.due)
    days = (str(event.at)[:10] for event in announcement.report.timeline if event.unit == index and len(event.at or "") >= 10)
    return last is not None and any(vow.announcement.published < day <= last.isoformat() for day in days)


def goes_on(vow: Vow, later: UnitReading) -> bool:
    """Whether what was promised to stop is told to go on."""
    stopping = _STOPPING in terms(vow.announcement.units[vow.unit], vow.wording)
    return stopping and says("goes_on", later.wording) and _STOPPING not in terms(later)


def runs_on(vow: Vow, announcement: Announcement, index: int) -> str | None:
    """The day until which what was to be finished sooner is told to go on, if a unit tells one."""
    due = last_day(vow.due)
    if due is None or vow.begins or vow.aim == PromiseAim.REPORT or not says("to_finish", vow.wording):
        return None
    wording = announcement.units[index].wording
    if DESK.search(wording) and not DESK.search(vow.wording):
        return None  # 「返金の受付は8月末まで続けます」 is for those who come late.
    until = runs_until(wording, date.fromisoformat(announcement.published))
    return until if until and until > due.isoformat() else None


def is_unfinished(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether what was to be finished by a day is told to go on beyond it, or to be worked on still."""
    by_a_day = last_day(vow.due) is not None and not vow.begins and vow.aim != PromiseAim.REPORT
    still = by_a_day and says("being_done", announcement.units[index].wording)
    return still or runs_on(vow, announcement, index) is not None


def ends(vow: Vow, wording: str) -> bool:
    """Whether a sentence tells the end of something whose end was not promised."""
    return says("comes_to_end", wording) and not says("comes_to_end", vow.wording)


def set_up(promised: str, wording: str) -> bool:
    """Whether a body that was promised is told to be at work."""
    return says("at_work", wording) and any(body in wording for body in _bodies(promised))


def _bodies(wording: str) -> frozenset[str]:
    """The sorts of bodies that a wording names: 「委員会」, 「窓口」."""
    return frozenset(body for pattern in KEEPING.patterns("body") for body in pattern.findall(wording))


def shows_done(vow: Vow, unit: UnitReading) -> bool:
    """Whether a sentence takes for granted that a promise was kept: by its result, by who came to it, by the work of what was set up."""
    lacking = puts_off(unit.wording) or says("not_so", unit.wording) or says("is_cause", unit.wording)
    result = tells_of_act(vow, unit) and says("tells_result", unit.wording) and not lacking
    held = says("attended", unit.wording) and share_a_word(vow.subject, unit, vow.wording)
    return result or held or (says("to_set_up", vow.wording) and set_up(vow.wording, unit.wording))


def names_it(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether a sentence that tells what became of one act has a word of it, where its sentence promised others as well."""
    told = (announcement.units[index], question_of(announcement, index))
    return not vow.beside or any(share_a_word(vow.subject, unit, vow.wording) for unit in told if unit)


def left_undone(vow: Vow, wording: str) -> bool:
    """Whether a sentence on what was promised says that it is not done (「ておりません」), unless not doing it was promised."""
    return says("not_so", wording) and not says("refrains", vow.wording)


def _is_at_hand(wording: str, announcement: Announcement) -> bool:
    """Whether a wording names a day within the week after its announcement."""
    published = date.fromisoformat(announcement.published)
    day = day_ahead(wording, published)
    return day is not None and date.fromisoformat(day) <= published + _WEEK


def _is_what_was_to_be_told(vow: Vow, later: UnitReading) -> bool:
    """Whether an announcement that says what it reports gives the result, or names the day, that was to be told."""
    if says("names_day", vow.wording):
        return False
    if looks_into_another(vow, later):
        return False
    return not says("result", vow.wording) or says("result_told", later.wording)


def _helps_alike(vow: Vow, later: UnitReading) -> bool:
    """Whether those harmed are promised the same sort of help again: 「差額と慰謝料をお支払いします」 after 「補償いたします」.

    What was promised for a day and is promised otherwise later takes the place of the first.
    """
    return vow.due is None and any(term.startswith("=") and term != _TELLING for term in terms(vow.subject, vow.wording) & terms(later))


def read(vow: Vow, announcement: Announcement, index: int) -> PromiseOutcome | None:
    """What a unit tells of the promise, if it is about it: done, put off, or another act; None where it tells nothing."""
    wording, given = announcement.units[index].wording, announcement.labels(index)
    if (says("to_set_up", vow.wording) and says("at_work", wording)) or says("attended", wording):
        return PromiseOutcome.DONE
    if vow.aim == PromiseAim.REPORT and says("performs", wording) and _is_what_was_to_be_told(vow, announcement.units[index]):
        return PromiseOutcome.DONE
    if says("to_resume", vow.wording) and says("to_resume", wording) and _is_at_hand(wording, announcement):
        return PromiseOutcome.DONE  # 「明日10日より再開いたします」
    if says("refrains", vow.wording) and says("refrained", wording):
        return PromiseOutcome.DONE
    if vow.begins and says("under_way", wording):
        return PromiseOutcome.DONE  # 「4月中旬から書面でご連絡します」: it began.
    if says("seeks_cause", vow.wording) and Label.CAUSE in given and any(says(slot, wording) for slot in ("finds_out", "is_cause")):
        return PromiseOutcome.DONE
    if puts_off(wording) or falls_short(vow, announcement, index) or is_unfinished(vow, announcement, index):
        return PromiseOutcome.REPEATED
    if says("of_will", wording) and vow.aim != PromiseAim.REPORT:
        return PromiseOutcome.REPEATED  # 「体制を強化し、徹底しております」 tells nothing done.
    if takes_back(wording) or keeps_nothing(vow, announcement, index) or looks_into_another(vow, announcement.units[index]):
        return None
    if vow.aim != PromiseAim.REPORT and not may_tell(announcement, index):
        return None
    promised = announcement.report.promises_in(index)
    # A line of a chronicle ends in a noun (「5月20日 全チームに返金」).
    told_done = (
        tells_done(wording, given)
        or _acts_in_the_end(vow, wording, given)
        or (vow.aim == PromiseAim.REMEDY and Label.TIMELINE in given and not says("ahead", wording))
    )
    in_force = vow.aim != PromiseAim.REPORT and any(is_in_force(promise, announcement) for promise in promised)
    if told_done or in_force:  # A rule in force (「確認を徹底する」) gives no report.
        return PromiseOutcome.DONE
    acts = says("ahead", wording) and Label.RESPONSE in given
    if vow.aim == PromiseAim.REMEDY:
        if says("stops", vow.wording):
            return None  # A service stopped is not replaced by what is done meanwhile.
        if says("widens", wording) or _helps_alike(vow, announcement.units[index]):
            return PromiseOutcome.REPEATED  # 「対象を拡大いたします」 takes the place of no recall: it goes on.
        acts = acts and not says("asks_readers", wording)  # 「未申請の方は8月31日までにお申し出ください」 takes no help away.
        return PromiseOutcome.REPLACED if promised or acts else None  # Another report helps nobody who was harmed.
    if (promised and vow.aim != PromiseAim.REPORT) or Label.FOLLOWUP in given or acts:
        return PromiseOutcome.REPEATED
    return None
