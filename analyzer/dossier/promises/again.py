"""When a later promise is an earlier one: said again, or given up."""

from analyzer.dossier.likeness import AGAIN, SAME, Weights, share_a_word
from analyzer.dossier.promises.reporting import is_of_other_matter, is_other_report, meets_instead
from analyzer.dossier.promises.signs import ends, is_of_other_share
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import runs_until, says, says_any, takes_back
from analyzer.schema import PromiseAim, PromiseKind


def says_again(vow: Vow, other: Vow, weigh: Weights) -> bool:
    """Whether a later promise says an earlier one again; vague ones are told apart by nothing, so each stands for itself."""
    if vow.kind == PromiseKind.VAGUE or other.kind == PromiseKind.VAGUE or other.in_force or _is_another(vow, other):
        return False
    if says("rest_to_come", other.wording) and not says("in_part", vow.wording):
        return False  # 「残りは9月末までに点検します」 is what is left of the promise, with a day of its own.
    if says("to_set_up", vow.wording) and runs_until(other.wording, other.announcement.day):
        return False  # 「相談窓口は4月20日に設け、8月末まで継続します」 gives the opening no new day.
    if takes_back(other.sentence.wording) or says("further", other.sentence.wording):
        return False  # 「講習会は中止し、代わりに研修を…」 promises something else.
    # What is only put off (「引き続き検討しております」) is the earlier promise, not one more.
    least = SAME if says("deferred", other.subject.wording) else AGAIN
    if other.beside and other.aim == PromiseAim.REMEDY and not share_a_word(other.subject, vow.subject, other.wording):
        return False  # 「全額を返還し、加算金も納付します」 says the return again, and promises another payment beside it.
    return weigh.likeness(vow.subject, other.subject, vow.wording if vow.beside else None) >= least


def gives_up(vow: Vow, other: Vow, weigh: Weights) -> bool:
    """Whether what is read as a later promise only says that an earlier one will not be kept: 「冷却機の更新は見送り」."""
    given_up = other.announcement is not vow.announcement and takes_back(other.wording)
    return given_up and weigh.likeness(other.sentence.unit, vow.sentence.unit, other.wording) >= SAME


def _is_another(vow: Vow, other: Vow) -> bool:
    """Whether a later promise, however alike, is of another sort: an act after a report, or another act."""
    if {vow.aim, other.aim} == {PromiseAim.REPORT, PromiseAim.MEASURE}:
        return True
    if other.subject is not other.sentence.unit and vow.aim != other.aim:
        return True  # 「4月18日までに完了させていただきます」 after a sentence on refunds gives no report its day.
    if says("to_resume", other.wording) and not says("to_resume", vow.wording):
        return True  # 「園外活動は9月1日から再開します」 after 「園外活動を中止しています」
    if says("brings_in", other.wording) and not says("brought_in", vow.wording):
        return True  # 「測定値を記録する装置を導入します」 after 「装置312個を点検します」
    if says("put_to", vow.wording) and not says("put_to", other.wording):
        return True  # 「1月の配信より用います」 after 「12月の役員会にはかります」
    if says("stops", vow.wording) and not says_any(("stops", "names_stop", "goes_on"), other.wording):
        return True  # 「教室の定員を8名に減らします」 after 「教室を休講とします」
    if meets_instead(vow, other.subject, other.wording):
        return True  # 「説明会を9月13日に開きます」 after 「9月中に書面で報告します」
    if is_of_other_share(vow, other.wording):
        return True
    if says("next_act", other.wording):
        return True  # 「次回の検査の結果は5月20日に公表します」 where this one is given
    if other.aim == PromiseAim.REPORT and is_of_other_matter(vow, other.sentence.unit):
        return True  # 「初回の残高の公表は1月とします」 after 「点検の結果を10月末までに公表します」
    return ends(vow, other.wording) or is_other_report(vow, other.wording)
