"""What a sentence near a promise tells that keeps it not: another act, the very act that was not to be, or none of the speaker's."""

import re

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import terms
from analyzer.dossier.promises.reporting import is_of_words, meets_instead, tells_of
from analyzer.dossier.promises.signs import HELP, acts_in, bodies_in
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.wordings import is_past, says, says_any
from analyzer.language.features import UnitReading
from analyzer.rules.slots import KEEPING
from analyzer.schema import Label, PromiseAim

_THERE_WAS = re.compile(r"あ(?:った|りました)[」』)。]*$")


def keeps_nothing(vow: Vow, sentence: Sentence) -> bool:
    """Whether a sentence, however near, keeps no promise.

    It tells what was left undone, what an authority did, a report received or only asked for, a meeting for a letter, a stop, how many
    there are, a measure that helps nobody, the very act that was not to be, or another thing brought in, set up or changed.
    """
    wording = sentence.wording
    by_authority = says("dealt_with", wording) and "受け" not in vow.wording
    stops = says("stops", wording) and not says("stops", vow.wording)
    stays = says("to_resume", vow.wording) and not says("resumes", wording)  # 「異常があれば直ちに停止することを定めました」
    stays = stays or (says("restores", vow.wording) and not says("restored", wording))
    # That somebody's report came in carries out no act but the setting up of who wrote it.
    receives = says("received", wording) and vow.aim != PromiseAim.REPORT and not says("to_set_up", vow.wording)
    begins = vow.aim == PromiseAim.REPORT and (says("commissions", wording) or meets_instead(vow, sentence.unit))
    disciplines = says("disciplines", wording) and not says("to_discipline", vow.wording)
    of_incident = _only_finds_out(vow, wording) or says("never_did", wording) or says("names_day", vow.wording)
    of_before = vow.aim == PromiseAim.REPORT and (_only_looks_back(wording) or says("inquires_still", wording))
    to_others = vow.aim == PromiseAim.REPORT and says("told_authority", wording) and not says("to_authority", vow.wording)
    another = _brings_another(vow, wording) or changes_another(vow, wording) or _sets_up_another(vow, wording) or _only_counts(vow, wording)
    another = another or _only_prevents(vow, sentence) or _does_it(vow, wording)
    return of_incident or of_before or by_authority or to_others or receives or begins or disciplines or stops or stays or another


def looks_into_another(vow: Vow, later: UnitReading) -> bool:
    """Whether what was to be looked into, without a word of telling it (「連絡の遅れを検証します」), is not what a sentence tells of."""
    looks = vow.aim == PromiseAim.REPORT and not is_of_words(vow) and says("looks_into", vow.wording)
    return looks and not tells_of(vow, later) and not says("looks_into", later.wording)


def changes_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to change one thing into another (「先着順から抽選に」) is told of as a change into a third."""
    if not says("from_to", vow.wording):
        return False
    promised, told = ({found["thing"] for found in KEEPING.each("becomes", each)} for each in (vow.wording, wording))
    return bool(promised and told) and not any(thing[:2] in wording for thing in promised)


def _only_finds_out(vow: Vow, wording: str) -> bool:
    """Whether a sentence tells what came to light, which carries out nothing but a report that was promised."""
    found = says("finds_out", wording) or ("確認" not in vow.wording and says("confirms", wording))
    return vow.aim != PromiseAim.REPORT and found


def _only_looks_back(wording: str) -> bool:
    """Whether a sentence only points at an earlier announcement (「5月9日に公表しましたとおり」), and tells nothing found out since."""
    return says("looks_back", wording) and not says_any(("finds_out", "is_cause", "pinned_down", "performs"), wording)


def _does_it(vow: Vow, wording: str) -> bool:
    """Whether what was promised not to be done (「追加の販売は行いません」) is told as done."""
    if not says("refrains", vow.wording) or not is_past(wording) or says_any(("refrained", "names_stop", "changed"), wording):
        return False
    return bool(_THERE_WAS.search(wording)) or any(found["act"] in wording for found in KEEPING.each("not_to_do", vow.wording))


def _only_prevents(vow: Vow, sentence: Sentence) -> bool:
    """Whether a promise to make good is told of by a measure against recurrence alone, which has no word for any such help."""
    helps = vow.aim == PromiseAim.REMEDY and not terms(vow.subject, vow.wording).isdisjoint(HELP)
    measure = bool(sentence.promises) and Label.RESPONSE not in sentence.labels
    return helps and measure and terms(sentence.unit).isdisjoint(HELP)


def _brings_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to bring in a thing (「照合するシステムを導入」) is told of in words that name neither thing nor act."""
    brought = {found["thing"] for found in KEEPING.each("brings_in", vow.wording)}
    return bool(brought) and not says("brought_in", wording) and not any(thing[-3:] in wording for thing in brought)


def _sets_up_another(vow: Vow, wording: str) -> bool:
    """Whether a promise to set up one body (「委員会を設置」) is told of in words that name another one only (「窓口を設置しました」).

    Of several acts promised in one sentence, what names no body tells another (「照合は6月から実施しています」).
    """
    if not says("to_set_up", vow.wording):
        return False
    promised, told = bodies_in(vow.wording), bodies_in(wording)
    return (bool(told) or vow.beside) and not promised & told


def _only_counts(vow: Vow, wording: str) -> bool:
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
