"""Whose fault one unit tells of, by its labels and its grammar.

The label says which way a unit points: an admission to the organisation itself, a deflection to the other it names, a
cause to whoever its grammar names, else to nobody.
"""

import re
from collections.abc import Iterable

from analyzer.answers.blame.actors import AGENT, ATTACKER, TO_US, acting, actors_in, names_itself, owner_named, topics
from analyzer.answers.blame.causes import (
    MYSELF,
    SWITCHED_OFF,
    cause_owner,
    doing,
    goes_wrong,
    holders,
    lapses_at_home,
    slips_of_persons,
    taken_outright,
    things_of_contractors,
    told_of_its_own,
)
from analyzer.answers.blame.set_aside import without_late_notice, without_taken_back, without_warning
from analyzer.judging.denials import cleared_spans, only_clears, without_cleared
from analyzer.language.agency import faults, subjects
from analyzer.language.features import UnitReading
from analyzer.rules.slots import BLAME, EVIDENCE
from analyzer.schema import Label, Owner

_ADDRESSED = re.compile(
    r"[^、。]{0,12}(?:皆様|皆さま|皆さん|お客様|会員|関係者|方々)[^、。]{0,8}(?:に|へ)(?:は|対し(?:まして|て)?)?、?(?:深く|心より|[^、。]{0,8}お詫び|ご|多大)|(?:皆様|皆さま|皆さん|方々)のご(?:理解|協力|支援)"
    r"|[^、。]{0,12}(?:皆様|市民|町民|村民|県民|区民|住民|国民|利用者)の(?:健康|安全|命|生命|財産|暮らし|生活)を(?:守|預)[^、。]{0,8}|[^、。]{0,12}の(?:皆様|皆さま|皆さん|方々)?の?(?:ご?信[頼用]|ご?期待|ご?好意|お?気持ち)を[^、。]{0,8}(?:損な|損ね|裏切|失|傷つけ|踏みにじ)|被害(?:に遭わ|を受け(?:ら)?)れた方(?:々|及び|並びに|や|、|に|と)"
)
"""To whom it speaks, and whose trust was hurt: those a deflection names besides lay no blame on them."""
DENIED = re.compile(
    r"(?:責任|義務|違反|瑕疵|過失|因果関係|理由|関知|関与)[^。]{0,16}(?:な[いくし]|ませ|負わ|かね|ざる)"
    r"|(?:私|弊|当)[^、。]{0,8}(?:こそ|もまた)|傷つい|気の毒|痛惜"
)
_STRANGER = re.compile(
    r"誹謗|中傷|嫌がらせ|書き立て|(?:晒|さら)され|お子(?:様|さん)が|いただければ[^。]*なかった|[るたい]方の(?:言葉|ご?意見|声)|(?:断じる|責める|疑う)ご?意見|(?:行き過ぎ|心な[いき]|踏みにじ|悪質|卑劣)[^、。]{0,6}(?:行為|言葉|言動)"
    r"|ていらっしゃる(?:場合|こと|方)|購入された方|当事者間|お?申し出があれば|(?:消防|警察|保健所|役所|協会|行政|当局)[^、。]{0,8}(?:に教わ|から[^、。]{0,8}(?:勧め|指導|依頼|要請|指示))"
)
"""People outside of whom a deflection speaks without naming who they are."""

PLEADING = re.compile(
    r"いただけ(?:ない|ますと|れば|ましたら)幸|いただけないでしょうか|いただけますと|[汲酌]み取|お含み|[分わ]かってください|義務は?(?:履行|尽く)|ご?理解(?:ください|いただ|を(?:賜|お願))|御理解|尊重|懸命|尽力|資格を有|(?:すみやか|速やか|迅速|適切|適正)(?:であった|な対応|でし)"
)
"""A deflection that pleads for somebody lays no fault on them."""
_EXCUSED = re.compile(
    r"(?:意図|つもり|悪気|悪意|他意)(?:は|が|も)[^。、]{0,6}(?:な[いかく]|ありませ|ございませ)|一心(?:で|だ)|[よ良]かれと"
    r"|処分を受けたもので(?:は)?(?:な[いく]|あり|ござ)|(?:該当|逸脱|抵触)する(?:もの)?(?:では|とは)[^。、]{0,8}(?:な[いく]|ませ)"
)
"""「傷つける意図はなかった」, 「…に該当するものではない」: told of somebody, it excuses them."""

_SINGLED_OUT = re.compile(
    r"(?<!お)(?:当該|一(?:部の)?|元|同)(?:職員|係員|社員|行員|局員|署員|隊員|組合員|団員|選手|教[諭員]|教授|講師|コーチ|監督|役員|専務|常務|取締役|理事長?|[社会部課係支店園館院校]長|支配人|担当者|従業員|生徒|部員|人(?!ひとり|一人))|(?:このような|そのような|こうした)者|(?:本人|個人(?!の?(?:情報|データ|番号)))(?!一人に|に(?:任せ|委ね|預け|頼|依存|ゆだね))|独断|主任|(?:当該|同|その|問題の)人物|告発者|通報者|申告者"
)
_DONE_BY = re.compile(
    r"(?P<who>[^、。はがを]{1,20})が(?:行な?っ|行いまし|実施し|施し|手掛け|作業し)(?:た|ていた)[^、。]{0,24}(?:によ(?:る|り)|(?:が|を)原因|に起因|のため|にあり)"
)
_ONE_ALONE = re.compile(r"(?:^|の)(?:元|前|当該)|(?:本|個)人$")
_HANDS = frozenset({Owner.CONTRACTOR, Owner.PERSON})
"""What a firm or its people are called, and not what is theirs: 「会社の表示が」."""
_BESIDE = frozenset({Owner.CONTRACTOR, Owner.OUTSIDER})
"""Whom an admission may name beside the organisation itself; its own people and systems are its own."""
_AS_SEEN = re.compile(r"[当弊本小私][^、。はがを]{1,6}と(?:いた)?し(?:まし)?て(?:は|も)、")
"""「弊社としましては、…と認識しております」: who holds it so, not who did it."""


def owners_told(unit: UnitReading, given: Iterable[Label]) -> tuple[Owner, ...]:
    """Whose fault one unit tells of; two owners only where it admits its own and lays it on another as well."""
    acquitted = cleared(unit.wording)
    return tuple(owner for owner in _owners_told(unit, frozenset(given)) if owner not in acquitted) or (Owner.NOBODY,)


def cleared(wording: str) -> frozenset[Owner]:
    """Whom besides the speaker a wording says to be without fault, and lays it on nobody of that kind in its other clauses.

    >>> cleared("回収業者が箱を運びましたが、業者に過失はありません。"), cleared("当社に過失はありません。")
    (frozenset({<Owner.CONTRACTOR: 'contractor'>}), frozenset())
    """
    named = [actors_in(wording[start:end]) or actors_in(_topic(wording[:start])) for start, end in cleared_spans(wording)]
    at_fault = {owner_named(phrase) for phrase in AGENT.findall(without_cleared(wording))}
    return frozenset[Owner]().union(*(actors - at_fault for actors in named if Owner.OWN not in actors))


def _topic(wording: str) -> str:
    """Who is spoken of at the head of a sentence: 「同乗者は、…と話しており、処分の対象としておりません」."""
    head, mark, _ = wording.partition("は、")
    return head if mark else ""


def _owners_told(unit: UnitReading, given: frozenset[Label]) -> tuple[Owner, ...]:
    if only_clears(unit.wording) or disowns(unit.wording):
        return (Owner.NOBODY,)
    if laid_on_others(unit.wording):
        return (Owner.OUTSIDER,)
    bearer = bearer_named(unit.wording, admits=Label.ADMISSION in given)
    if bearer:
        return (bearer,)
    doer = None if Label.ADMISSION in given else done_by(unit.wording)
    if doer in _BESIDE or (doer == Owner.OWN and Label.DEFLECTION not in given):
        return (doer,)
    if Label.ADMISSION in given:
        if Label.DEFLECTION not in given:
            return (Owner.CONTRACTOR if acts_for_contractor(unit) else Owner.OWN,)
        other = None if BLAME.says("taken_on", unit.wording) or handed_over(unit) else _other(unit)
        if other == Owner.CONTRACTOR and _owns_nothing_in(unit):
            return (other,)
        if other is None or (other == Owner.PERSON and taken_outright(unit.wording)):
            return (Owner.OWN,)
        return (Owner.OWN, other)
    if taken_outright(unit.wording):
        return (Owner.OWN,)
    if handed_over(unit) or (Label.DEFLECTION not in given and short_of_people(unit)):
        return (Owner.OWN if Owner.OWN in acting(unit, "が", "は") or lapses_at_home(unit.wording) else Owner.NOBODY,)
    if Label.DEFLECTION in given:
        own = late_notice(unit) or (Label.CAUSE in given and not MYSELF.search(unit.wording) and cause_owner(unit) == Owner.OWN)
        other = _other(unit)
        if other == Owner.SYSTEM and own and Owner.OWN in doing(unit):
            other = None  # 「当社は、更新が公開されていたのに、…していませんでした」
        return (other or (Owner.OWN if own else Owner.NOBODY),)
    return (cause_owner(unit) or (Owner.OWN if told_of_its_own(unit) else Owner.NOBODY),)


def bearer_named(wording: str, *, admits: bool = False) -> Owner | None:
    """Who is said outright to have done it or to answer for it: 「誤ったのは委託先です」, 「責任は出品者にあります」.

    Of its own people only who is singled out stands against an admission; who is named in mid-sentence, only if it is the speaker.
    """
    for found in BLAME.each("borne_by", wording):
        owner = owner_named(found["who"]) if owner_named(found["who"].rpartition("の")[2]) or names_itself(found["who"]) else None
        ends = found.end() == len(wording)
        if owner == Owner.OWN or (ends and owner in _BESIDE):
            return owner
        if ends and owner == Owner.PERSON and (_ONE_ALONE.search(found["who"]) or (not admits and goes_wrong(wording))):
            return owner
    return None


def done_by(wording: str) -> Owner | None:
    """Who did what it is laid on, whatever it was done to: 「委託先が行ったサーバの設定変更によるものです」."""
    found = _DONE_BY.search(wording)
    return owner_named(found["who"]) if found else None


def laid_on_others(wording: str) -> bool:
    """Whether a wording holds at fault a club of which a ruling speaks, or those who use a thing, and names nothing of its own."""
    return BLAME.says("laid_on_others", wording) and Owner.OWN not in actors_in(TO_US.sub("", _AS_SEEN.sub("", wording)))


def lays_none(unit: UnitReading, given: Iterable[Label]) -> bool:
    """Whether the wording settles that the one it names is at no fault: denied, excused, one of too few, a safeguard switched off."""
    given = frozenset(given)
    if only_clears(unit.wording) or disowns(unit.wording):
        return True
    if Label.ADMISSION in given:
        return False
    denied = Label.CAUSE not in given and BLAME.says("owns_nothing", unit.wording)
    excused = Label.DEFLECTION in given and (denied or _EXCUSED.search(unit.wording) is not None)
    blameless = SWITCHED_OFF.search(unit.wording) is not None or (Label.DEFLECTION not in given and short_of_people(unit))
    return excused or (Label.CAUSE in given and blameless) or bool(cleared(unit.wording))


def disowns(wording: str) -> bool:
    """Whether the speaker says that a clause frees it, or that others owe it something, whatever words of duty stand there."""
    return BLAME.says("disowns", wording)


def handed_over(unit: UnitReading) -> bool:
    """Whether a contractor is named only as the one to whom something was wrongly given or not told."""
    return BLAME.says("handed_over", unit.wording) and Owner.CONTRACTOR not in acting(unit, "が", "は")


def set_by_nobody_named(unit: UnitReading) -> bool:
    """Whether something was set or entered wrongly by whom it is not said: a deed, though it was done to a system."""
    return BLAME.says("set_wrongly", unit.wording) and actors_in(unit.wording) <= {Owner.SYSTEM}


def short_of_people(unit: UnitReading) -> bool:
    """Whether a unit names people only to say that there were too few of them."""
    rest = BLAME.without("too_few", unit.wording)
    return rest != unit.wording and Owner.PERSON not in actors_in(rest)


def late_notice(unit: UnitReading) -> bool:
    """Whether a unit tells that a notice of the speaker's own came late."""
    return without_late_notice(unit.wording) != unit.wording


def speaks_of_itself(unit: UnitReading) -> bool:
    """Whether the wording settles that a fault without another owner is the speaker's own."""
    wording = unit.wording
    if late_notice(unit) or taken_outright(wording) or MYSELF.search(wording) or lapses_at_home(wording) or Owner.OWN in doing(unit):
        return True
    at_fault = [*holders(wording), *(candidates[0] for _, candidates in faults(unit.parsed) if candidates)]
    acts = [phrase for phrase, marker in subjects(unit.parsed) if marker == "が"]
    return any(names_itself(phrase) and owner_named(phrase) == Owner.OWN for phrase in (*at_fault, *acts))


def acts_for_contractor(unit: UnitReading) -> bool:
    """Whether a contractor alone acts, and the organisation is not named, or only as the one to whom it was done.

    Whatever the label, that admits nothing of its own.
    """
    firms = (phrase for phrase, _ in subjects(unit.parsed) if BLAME.says("another_company", phrase))
    theirs = any(owner_named(phrase.rpartition("の")[2]) in _HANDS for phrase in firms)
    if (theirs or TO_US.search(unit.wording)) and _owns_nothing_in(unit):
        return True
    return set(acting(unit, "が", "は")) == {Owner.CONTRACTOR} and EVIDENCE.says("theirs", unit.wording)


def _owns_nothing_in(unit: UnitReading) -> bool:
    """Whether a contractor alone acts, and the organisation, if it is named at all, is only the one to whom it was done."""
    rest = TO_US.sub("", _AS_SEEN.sub("", unit.wording))
    alone = {Owner.CONTRACTOR} == {*acting(unit, "が", "は"), *doing(unit)} - {Owner.SYSTEM}
    return alone and Owner.OWN not in actors_in(rest) and not BLAME.says("duty", rest)


def _other(unit: UnitReading) -> Owner | None:
    """The other a deflection points to: at fault, by whom, doing, and last whoever is mentioned but those addressed."""
    upheld = without_warning(without_taken_back(without_cleared(_ADDRESSED.sub("", unit.wording)))) or unit.wording
    wording = without_late_notice(upheld)
    told = [phrase for _, candidates in faults(unit.parsed) for phrase in candidates if phrase in wording]
    told += AGENT.findall(wording) + slips_of_persons(wording)
    told = [*things_of_contractors(wording), *told]
    others = [
        owner
        for owner in (*map(owner_named, told), *acting(unit, within=None if wording == upheld else wording))
        if owner not in (None, Owner.OWN)
    ]
    mentioned = actors_in(wording) | ({Owner.CONTRACTOR} if BLAME.says("works_alone", wording) else set())
    if _SINGLED_OUT.search(wording) or Owner.PERSON in topics(unit):
        others.append(Owner.PERSON)
    others += [owner for owner in (Owner.CONTRACTOR, Owner.OUTSIDER) if owner in mentioned]
    if _STRANGER.search(wording) or ATTACKER.search(wording):
        others.insert(0, Owner.OUTSIDER)
    if DENIED.search(wording) or PLEADING.search(wording) or _EXCUSED.search(wording):
        others = [owner for owner in others if owner in _BESIDE]
    if others[:1] == [Owner.PERSON] and Owner.CONTRACTOR in mentioned:
        return Owner.CONTRACTOR  # 「検針員(受託会社所属)が」
    return next(iter(others), None)
