"""What one later sentence says of one earlier promise, sign by sign; `verdicts.py` and `outcomes.py` put the signs together."""

import re
from collections.abc import Collection
from datetime import date

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import VERB_END, share_a_word, terms
from analyzer.dossier.promises.answering import question_of
from analyzer.dossier.promises.reporting import tells_of_act
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import DESK, is_in_force
from analyzer.dossier.wordings import day_ahead, days_gone, last_day, puts_off, runs_until, says, says_any, takes_back
from analyzer.language.features import UnitReading
from analyzer.rules.slots import KEEPING
from analyzer.schema import Label, PromiseAim

_OF_INCIDENT = frozenset({Label.INCIDENT, Label.CAUSE, Label.HARM_STATUS})
_OF_KEEPING = frozenset({Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_ACT = re.compile(r"[一-龥]{2,4}(?=を?(?:し|いたし|致し|行|する|実施|開始))")
_LETTERS_OF_SOUND = re.compile(r"[ぁ-ん]")
_STOPPING = "=KEC06"
_OPENING = 3
"""Lines at the top of an announcement in which it says what it is."""
HELP = frozenset({"=KEC01", "=KEC28", "=KEC32"})
"""The concepts of money back, of making good and of the costs of treatment."""


def acts_in(wording: str) -> list[str]:
    """The acts that a wording names by nouns: 「計画書を提出します」."""
    return _ACT.findall(wording)


def bodies_in(wording: str) -> frozenset[str]:
    """The sorts of bodies that a wording names: 「委員会」, 「窓口」."""
    return frozenset(body for pattern in KEEPING.patterns("body") for body in pattern.findall(wording))


def may_tell(sentence: Sentence) -> bool:
    """Whether a sentence does not only tell the incident again."""
    given = set(sentence.labels)
    return not given & _OF_INCIDENT or bool(given & _OF_KEEPING)


def only_of_its_scene(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence has words of the case in which something was to be done, and none of what was."""
    if vow.deed is None or share_a_word(vow.subject, sentence.unit, vow.deed):
        return False
    return share_a_word(vow.subject, sentence.unit, vow.wording.removesuffix(vow.deed))  # An answer (「4月から行っています」) has neither.


def is_of_other_share(vow: Vow, wording: str) -> bool:
    """Whether a wording is of a year or a month that the announcement of a promise names nowhere (「令和5年度分の還付は」)."""
    shares = {found["of"] for found in KEEPING.each("share", wording)}
    told = (vow.announcement.title, *(unit.wording for unit in vow.announcement.units))
    return bool(shares) and not any(share in each for share in shares for each in told)


def changes(vow: Vow, wording: str) -> bool:
    """Whether what was promised is told to have become something else, not only its day; a promise to change it is kept by that."""
    changed = says("changed", wording) and not puts_off(wording)
    return changed and vow.aim != PromiseAim.REPORT and not says("changed", vow.wording)


def goes_another_way(vow: Vow, wording: str) -> bool:
    """Whether the way in which something was to be done (「郵送いたします」) is named as the one not taken: 「郵送ではなく、手渡しで」."""
    promised = _LETTERS_OF_SOUND.sub("", vow.wording)
    left = _ways_not_taken(wording) - _ways_not_taken(vow.wording)
    return vow.aim != PromiseAim.REPORT and any(len(way) > 1 and way in promised for way in left)


def helps_another_way(vow: Vow, sentence: Sentence) -> bool:
    """Whether those harmed get the same sort of help in another way: 「差し引きではなく、口座振込により返金」, and nothing less."""
    promised = terms(vow.subject, vow.wording) & HELP
    left = list(KEEPING.each("not_this_way", sentence.wording))
    instead = sentence.wording[left[-1].end() :] if left else ""
    helps = vow.aim == PromiseAim.REMEDY and not promised.isdisjoint(terms(sentence.unit, instead))
    return helps and goes_another_way(vow, sentence.wording)


def _ways_not_taken(wording: str) -> frozenset[str]:
    """The ways that a wording names as not taken, as 「差し引き」 and 「差引き」 are both written: 「差引」."""
    return frozenset(_LETTERS_OF_SOUND.sub("", found["way"]) for found in KEEPING.each("not_this_way", wording))


def tells_in_force(sentence: Sentence) -> bool:
    """Whether a sentence tells a concrete measure as done or running."""
    in_force = (is_in_force(promise, sentence.announcement) for promise in sentence.promises)
    return Label.MEASURE_CONCRETE in sentence.labels and any(in_force)


def tells_done(wording: str, given: Collection[Label], published: date) -> bool:
    """Whether a sentence tells something done by the organisation: not decided or planned only, done by others or apologised for.

    A line that ends in the noun of an act tells it done by its day: 「訓練は1月18日に実施。」
    """
    not_by_it = says_any(("decided", "by_others", "planned"), wording)
    on_its_day = says("act_noun", wording) and days_gone(wording, published) and day_ahead(wording, published) is None
    return (says("done", wording) or bool(on_its_day)) and not not_by_it and Label.APOLOGY not in given


def acts_in_the_end(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence that begins with what others did ends in the act promised: 「23名から申し出があり、8名に補償を行いました」."""
    wording = sentence.wording
    _, _, end = wording.rpartition("、")
    names_act = any(act in end for act in acts_in(vow.wording))
    return end != wording and says("by_others", wording) and names_act and tells_done(end, sentence.labels, sentence.announcement.day)


def falls_within(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence tells of a day between the promise and the last day given for it."""
    last = last_day(vow.due)
    return last is not None and any(vow.announcement.published < day <= last.isoformat() for day in sentence.days_told)


def goes_on(vow: Vow, later: UnitReading) -> bool:
    """Whether what was promised to stop is told to go on."""
    stopping = _STOPPING in terms(vow.sentence.unit, vow.wording)
    return stopping and says("goes_on", later.wording) and _STOPPING not in terms(later)


def runs_on(vow: Vow, sentence: Sentence) -> str | None:
    """The day until which what was to be finished sooner is told to go on, if a sentence tells one."""
    due = last_day(vow.due)
    if due is None or vow.begins or vow.aim == PromiseAim.REPORT or not says("to_finish", vow.wording):
        return None
    if DESK.search(sentence.wording) and not DESK.search(vow.wording):
        return None  # 「返金の受付は8月末まで続けます」 is for those who come late.
    until = runs_until(sentence.wording, sentence.announcement.day)
    return until if until and until > due.isoformat() else None


def is_unfinished(vow: Vow, sentence: Sentence) -> bool:
    """Whether what was to be finished by a day is told to go on beyond it, or to be worked on still."""
    by_a_day = last_day(vow.due) is not None and not vow.begins and vow.aim != PromiseAim.REPORT
    still = by_a_day and says("being_done", sentence.wording)
    return still or runs_on(vow, sentence) is not None


def ends(vow: Vow, wording: str) -> bool:
    """Whether a sentence tells the end of something whose end was not promised."""
    return says("comes_to_end", wording) and not says("comes_to_end", vow.wording)


def set_up(promised: str, wording: str) -> bool:
    """Whether a body that was promised is told to be at work."""
    return says("at_work", wording) and any(body in wording for body in bodies_in(promised))


def shows_done(vow: Vow, unit: UnitReading) -> bool:
    """Whether a sentence takes for granted that a promise was kept: by its result, by who came to it, by the work of what was set up."""
    lacking = puts_off(unit.wording) or says("not_so", unit.wording) or says("is_cause", unit.wording)
    result = tells_of_act(vow, unit) and says("tells_result", unit.wording) and not lacking
    held = says("attended", unit.wording) and share_a_word(vow.subject, unit, vow.wording)
    return result or held or (says("to_set_up", vow.wording) and set_up(vow.wording, unit.wording))


def has_act(vow: Vow, promised: str, sentence: Sentence, told: str) -> bool:
    """Whether a piece of a sentence names the very act of a piece of a promise, by its noun or its verb."""
    verbs = {term for term in terms(vow.subject, promised) if term[-1] in VERB_END}  # 「手順書を作り」
    return any(act in told for act in acts_in(promised)) or not verbs.isdisjoint(terms(sentence.unit, told))


def acts_since(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence ends in the very act promised, of a day after the promise, and so does not tell the incident again."""
    days, end = sentence.days_told, sentence.wording.rpartition("、")[2]
    return bool(days) and min(days) >= vow.announcement.published and has_act(vow, vow.wording, sentence, end)


def _was_held(vow: Vow, sentence: Sentence) -> bool:
    """Whether a line gives the day of a meeting promised for it, in an announcement that begins by calling itself the record of one."""
    told = sentence.announcement
    opens = (told.title, *(unit.wording for unit in told.units[:_OPENING]), sentence.wording)
    names = {found["of"] for found in KEEPING.each("meeting", vow.wording)}
    met = vow.due in days_gone(sentence.wording, told.day) and not says_any(("had_planned", "ahead"), sentence.wording)
    return met and any(name in each and KEEPING.says("record", each) for each in opens for name in names)


def gives_result(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence tells what came of an act promised (「発芽試験の結果です」), or how a board decided on what it was to get."""
    wording, promised = sentence.wording, vow.wording
    if not takes_back(wording) and not puts_off(wording) and _was_held(vow, sentence):
        return True
    if vow.aim == PromiseAim.REPORT or puts_off(wording) or any(day < vow.announcement.published for day in sentence.days_told):
        return False  # 「4月2日の検査の結果」 was there when the next one was promised.
    boards = {found["of"] for found in KEEPING.each("put_to", promised)}
    resolved = any(found["of"] in boards for found in KEEPING.each("resolved", wording))
    return resolved or any(found["of"] in promised for found in KEEPING.each("result_given", wording))


def names_it(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence that tells what became of one act has a word of it, where its sentence promised others as well."""
    told = [each.unit for each in (sentence, question_of(sentence)) if each]
    return not vow.beside or any(share_a_word(vow.subject, unit, vow.wording) for unit in told)


def left_undone(vow: Vow, wording: str) -> bool:
    """Whether a sentence on what was promised says that it is not done (「ておりません」), unless not doing it was promised."""
    return says("not_so", wording) and not says("refrains", vow.wording)
