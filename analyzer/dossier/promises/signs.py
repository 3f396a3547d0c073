"""What one later sentence says of one earlier promise, sign by sign; `verdicts.py` and `outcomes.py` put the signs together."""

import re
from collections.abc import Collection

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import share_a_word, terms
from analyzer.dossier.promises.reporting import is_of_words, meets_instead, tells_of, tells_of_act
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import is_in_force
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.wordings import last_day, puts_off, says
from analyzer.language.features import UnitReading
from analyzer.rules.slots import KEEPING
from analyzer.schema import Label, PromiseAim

_OF_INCIDENT = frozenset({Label.INCIDENT, Label.CAUSE, Label.HARM_STATUS})
_OF_KEEPING = frozenset({Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_ACT = re.compile(r"[一-龥]{2,4}(?=を?(?:し|いたし|致し|行|する|実施|開始))")
_LETTERS_OF_SOUND = re.compile(r"[ぁ-ん]")
_STOPPING = "=KEC06"
_HELP = frozenset({"=KEC01", "=KEC28", "=KEC32"})
"""The concepts of money back, of making good and of the costs of treatment."""


def acts_in(wording: str) -> list[str]:
    """The acts that a wording names by nouns: 「計画書を提出します」."""
    return _ACT.findall(wording)


def may_tell(sentence: Sentence) -> bool:
    """Whether a sentence does not only tell the incident again."""
    given = set(sentence.labels)
    return not given & _OF_INCIDENT or bool(given & _OF_KEEPING)


def changes(vow: Vow, wording: str) -> bool:
    """Whether what was promised is told to have become something else, not only its day; a promise to change it is kept by that."""
    return says("changed", wording) and not puts_off(wording) and vow.aim != PromiseAim.REPORT


def goes_another_way(vow: Vow, wording: str) -> bool:
    """Whether the way in which something was to be done (「郵送いたします」) is named as the one not taken: 「郵送ではなく、手渡しで」."""
    promised = _LETTERS_OF_SOUND.sub("", vow.wording)
    left = _ways_not_taken(wording) - _ways_not_taken(vow.wording)
    return vow.aim != PromiseAim.REPORT and any(len(way) > 1 and way in promised for way in left)


def helps_another_way(vow: Vow, sentence: Sentence) -> bool:
    """Whether those harmed get the same sort of help in another way: 「差し引きではなく、口座振込により返金」, and nothing less."""
    promised = terms(vow.subject, vow.wording) & _HELP
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


def tells_done(wording: str, given: Collection[Label]) -> bool:
    """Whether a sentence tells something done by the organisation: not decided or planned only, done by others or apologised for."""
    not_by_it = any(says(slot, wording) for slot in ("decided", "by_others", "planned"))
    return says("done", wording) and not not_by_it and Label.APOLOGY not in given


def keeps_nothing(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence, however near, keeps no promise.

    It tells what was left undone, what an authority did, a report received or only asked for, a meeting for a letter, a stop, how many
    there are, a measure that helps nobody, or another thing brought in, set up or changed.
    """
    wording = sentence.wording
    by_authority = says("dealt_with", wording) and "受け" not in vow.wording
    stops = says("stops", wording) and not says("stops", vow.wording)
    stays = says("to_resume", vow.wording) and not says("resumes", wording)  # 「異常があれば直ちに停止することを定めました」
    receives = says("received", wording) and vow.aim != PromiseAim.REPORT
    begins = vow.aim == PromiseAim.REPORT and (says("commissions", wording) or meets_instead(vow, sentence.unit))
    of_incident = says("never_did", wording) or says("names_day", vow.wording)
    another = brings_another(vow, wording) or only_counts(vow, wording) or _only_prevents(vow, sentence)
    return of_incident or by_authority or receives or begins or stops or stays or another


def _only_prevents(vow: Vow, sentence: Sentence) -> bool:
    """Whether a promise to make good is told of by a measure against recurrence alone, which has no word for any such help."""
    helps = vow.aim == PromiseAim.REMEDY and not terms(vow.subject, vow.wording).isdisjoint(_HELP)
    measure = bool(sentence.promises) and Label.RESPONSE not in sentence.labels
    return helps and measure and terms(sentence.unit).isdisjoint(_HELP)


def brings_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to bring in a thing (「照合するシステムを導入」) is told of in words that name neither thing nor act."""
    brought = {found["thing"] for found in KEEPING.each("brings_in", vow.wording)}
    return bool(brought) and not says("brought_in", wording) and not any(thing[-3:] in wording for thing in brought)


def looks_into_another(vow: Vow, later: UnitReading) -> bool:
    """Whether what was to be looked into, without a word of telling it (「連絡の遅れを検証します」), is not what a sentence tells of."""
    looks = vow.aim == PromiseAim.REPORT and not is_of_words(vow) and says("looks_into", vow.wording)
    return looks and not tells_of(vow, later) and not says("looks_into", later.wording)


def only_counts(vow: Vow, wording: str) -> bool:
    """Whether a sentence only tells how many of something there are by now (「撤回された論文は6報となりました」), or were."""
    if vow.aim == PromiseAim.REPORT:
        return False
    counters = {count.counter for count in find_counts(vow.wording)}
    told = list(find_counts(wording))
    if not told or told[-1].counter in counters:
        return False
    rest = wording[told[-1].end :]
    names_act = any(act in wording for act in acts_in(vow.wording))  # 「研修を受けた職員は48名でした」
    return says("comes_to", rest) or (says("are_so_many", rest) and not names_act)


def falls_within(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence tells of a day between the promise and the last day given for it."""
    last = last_day(vow.due)
    return last is not None and any(vow.announcement.published < day <= last.isoformat() for day in sentence.days_told)


def goes_on(vow: Vow, later: UnitReading) -> bool:
    """Whether what was promised to stop is told to go on."""
    stopping = _STOPPING in terms(vow.sentence.unit, vow.wording)
    return stopping and says("goes_on", later.wording) and _STOPPING not in terms(later)


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


def names_it(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence that tells what became of one act has a word of it, where its sentence promised others as well."""
    return not vow.beside or share_a_word(vow.subject, sentence.unit, vow.wording)
