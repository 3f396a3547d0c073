"""What one sentence of a later announcement tells of a promise."""

from datetime import date, timedelta

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import TELLING, is_about, terms
from analyzer.dossier.promises.fiscal_years import later_year
from analyzer.dossier.promises.other_acts import keeps_nothing, looks_into_another
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.promises.signs import (
    acts_in_the_end,
    acts_since,
    gives_result,
    is_unfinished,
    may_tell,
    tells_done,
)
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import is_in_force
from analyzer.dossier.wordings import day_ahead, puts_off, says, says_any, takes_back
from analyzer.language.features import UnitReading
from analyzer.schema import Label, PromiseAim, PromiseOutcome

_WEEK = timedelta(days=7)


def outcome_told(vow: Vow, sentence: Sentence) -> PromiseOutcome | None:
    """What a sentence tells of the promise, if it is about it: done, put off, or another act; None where it tells nothing."""
    wording, given = sentence.wording, sentence.labels
    if (says("to_set_up", vow.wording) and says("at_work", wording)) or says("attended", wording):
        return PromiseOutcome.DONE
    if vow.aim == PromiseAim.REPORT and says("performs", wording) and _is_what_was_to_be_told(vow, sentence.unit):
        return PromiseOutcome.DONE
    if says("to_resume", vow.wording) and says("to_resume", wording) and _is_at_hand(sentence):
        return PromiseOutcome.DONE  # 「明日10日より再開いたします」
    if says("refrains", vow.wording) and says("refrained", wording):
        return PromiseOutcome.DONE
    if vow.begins and says("under_way", wording):
        return PromiseOutcome.DONE  # 「4月中旬から書面でご連絡します」: it began.
    found_out = says("pinned_down", wording) or (Label.CAUSE in given and says_any(("finds_out", "is_cause"), wording))
    if says("seeks_cause", vow.wording) and found_out:
        return PromiseOutcome.DONE
    if vow.aim != PromiseAim.REPORT and says("acted_and_found", wording) and is_about(vow.subject, sentence.unit):
        return PromiseOutcome.DONE
    if gives_result(vow, sentence):
        return PromiseOutcome.DONE
    if puts_off(wording) or falls_short(vow, sentence) or is_unfinished(vow, sentence) or later_year(vow, sentence):
        return PromiseOutcome.REPEATED
    if says("of_will", wording) and vow.aim != PromiseAim.REPORT:
        return PromiseOutcome.REPEATED  # 「体制を強化し、徹底しております」 tells nothing done.
    if takes_back(wording) or keeps_nothing(vow, sentence) or looks_into_another(vow, sentence.unit):
        return None
    if vow.aim != PromiseAim.REPORT and not (may_tell(sentence) or acts_since(vow, sentence)):
        return None
    # A line of a chronicle ends in a noun (「5月20日 全チームに返金」).
    told_done = (
        tells_done(wording, given, sentence.announcement.day)
        or acts_in_the_end(vow, sentence)
        or (vow.aim == PromiseAim.REMEDY and Label.TIMELINE in given and not says("ahead", wording))
    )
    in_force = vow.aim != PromiseAim.REPORT and any(is_in_force(promise, sentence.announcement) for promise in sentence.promises)
    if told_done or in_force:  # A rule in force (「確認を徹底する」) gives no report.
        return PromiseOutcome.DONE
    acts = says("ahead", wording) and Label.RESPONSE in given and not says("is_so", wording)
    if vow.aim == PromiseAim.REMEDY:
        if says("stops", vow.wording):
            return None  # A service stopped is not replaced by what is done meanwhile.
        if says("widens", wording) or _helps_alike(vow, sentence.unit):
            return PromiseOutcome.REPEATED  # 「対象を拡大いたします」 takes the place of no recall: it goes on.
        acts = acts and not says("asks_readers", wording)  # 「未申請の方は8月31日までにお申し出ください」 takes no help away.
        return PromiseOutcome.REPLACED if sentence.promises or acts else None  # Another report helps nobody who was harmed.
    if (sentence.promises and vow.aim != PromiseAim.REPORT) or Label.FOLLOWUP in given or acts:
        return PromiseOutcome.REPEATED
    return None


def _is_at_hand(sentence: Sentence) -> bool:
    """Whether a sentence names a day within the week after its announcement."""
    published = sentence.announcement.day
    day = day_ahead(sentence.wording, published)
    return day is not None and date.fromisoformat(day) <= published + _WEEK


def _is_what_was_to_be_told(vow: Vow, later: UnitReading) -> bool:
    """Whether an announcement that says what it reports gives the result, or names the day, that was to be told."""
    if says("names_day", vow.wording) or looks_into_another(vow, later):
        return False
    return not says("result", vow.wording) or says("result_told", later.wording)


def _helps_alike(vow: Vow, later: UnitReading) -> bool:
    """Whether those harmed are promised the same sort of help again: 「差額と慰謝料をお支払いします」 after 「補償いたします」.

    What was promised for a day and is promised otherwise later takes the place of the first.
    """
    return vow.due is None and any(term.startswith("=") and term != TELLING for term in terms(vow.subject, vow.wording) & terms(later))
