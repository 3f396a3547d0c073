"""What a statement is about, or is: a leak, a contractor's doing, an accident, a denial, a sanction, a last report."""

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from analyzer.answers.blame.parties import is_ruling
from analyzer.answers.gaps.traits.data_told import blanked
from analyzer.answers.gaps.traits.denials import flatly_denied
from analyzer.answers.gaps.traits.leaks import leaked, only_feared
from analyzer.answers.gaps.traits.report_owed import report_owed
from analyzer.judging.denials import without_cleared
from analyzer.language.features import DocumentReading
from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS, UNSEEN
from analyzer.schema import Label, Labels

_TOLD = frozenset({Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.HARM_STATUS})
_CONTRACTOR = re.compile(
    r"委託|受託|外注|下請|請け負|業務を依頼|指定管理者(?!(?:である|の)?[当弊私]|として|制度|の(?:公募|選定))|(?:業者|会社|社|先|外部)[^、。]{0,6}に(?:任せて(?:い|お)|委ね|頼んで)|ベンダー|外部業者|(?<!ご)契約(?:業者|事業者)|"
    r"(?:開発|配信|運営|制作|印刷|警備|発券|施工|協力|配送|清掃|運行|管理|給食|納入|納品|中間|(?<!情報)(?<!サービス)提供)(?:会社|業者|事業者)"
)
_GRAVE = re.compile(
    r"暴力|暴行|体罰|ハラスメント|いじめ|横領|着服|不正(?:受給|経理|会計|アクセス|行為)|改ざん|虚偽|死亡|重傷|八百長|談合|隠蔽"
)
_INQUIRY = re.compile(
    r"調査|聞き?取り|ヒアリング|フォレンジック|事実確認|(?:第三者|検証|倫理|懲戒|懲罰|審査)委員会|(?:宗務)?審査会"
    r"|(?:弁護士|会計士)[^。]{0,30}(?:検証|検査|点検)|事情を(?:聴|聞)"
)
_LOST = re.compile(r"紛失|所在(?:が)?不明|(?:誤って|誤)(?:廃棄|処分)|見当たら|見つから")
_FINAL = re.compile(
    r"最終(?:報|のご?報告)|[(・]最終[)】\]]|(?:本|この)(?:報告|公表|お知らせ)をもって"
    r"|(?:調査|対応|復旧|回収)(?:の)?(?:完了|終了|終結)(?:の|に(?:関する|ついての|伴う))?[おご]?(?:報告|知らせ)"
)


class Trait(StrEnum):
    """What a statement is about, or is: decides which items apply and which law may be cited."""

    LEAK = "leak"
    CONTRACTOR = "contractor"
    INQUIRY = "inquiry"
    SANCTION = "sanction"
    FINAL = "final"
    DENIAL = "denial"
    CONDUCT = "conduct"
    INQUIRER = "inquirer"
    AUTHORITY = "authority"
    SUDDEN = "sudden"
    ALARM = "alarm"
    UNHURT = "unhurt"
    REPORT_OWED = "report_owed"
    RESEARCH = "research"
    MISUSED = "misused"
    VICTIMLESS = "victimless"
    ACCOUNTS = "accounts"
    ANNEXED = "annexed"


def traits_of(
    document: DocumentReading, labels: Sequence[Labels], denied: Sequence[tuple[int, Span]], published: date | None
) -> frozenset[Trait]:
    """The traits of a statement, judged from its title, from the units that tell what happened and from its `denials`."""
    told = _wordings(document, labels, _TOLD)
    blamed = _wordings(document, labels, frozenset({Label.DEFLECTION, Label.ADMISSION}))
    happened = [document.title, *told]
    everything = [document.title, *(unit.wording for unit in document.units)]
    grave = any(map(_GRAVE.search, happened))
    authority = TRAITS.any_says("authority_inquires", everything)
    # An accident is known when it happens, unless it is told as learnt of later.
    at_once = [*happened, *_wordings(document, labels, frozenset({Label.APOLOGY}))]
    sudden = (
        TRAITS.any_says("sudden", at_once) and not TRAITS.any_says("learnt_later", everything) and not TRAITS.any_says("unseen", everything)
    )
    leak = leaked(happened, [unit.wording for unit in document.units if unit.placement.is_heading])
    telling = [unit for unit, assigned in zip(document.units, labels, strict=True) if not _TOLD.isdisjoint(assigned)]
    found = {
        Trait.LEAK: leak,
        Trait.REPORT_OWED: leak and report_owed(telling, everything, published),
        Trait.CONTRACTOR: any(map(_hires, told + blamed)),
        Trait.INQUIRY: any(map(_inquires, everything)) or grave,
        Trait.SANCTION: is_ruling(document, labels),
        Trait.FINAL: any(map(_FINAL.search, everything)),
        Trait.DENIAL: flatly_denied(document, labels, denied),
        Trait.CONDUCT: grave or TRAITS.any_says("conduct", everything),
        Trait.INQUIRER: authority or TRAITS.any_says("body_inquires", everything),
        Trait.AUTHORITY: authority,
        Trait.SUDDEN: sudden,
        Trait.ALARM: sudden and TRAITS.any_says("alarm", at_once),
        Trait.UNHURT: sudden and TRAITS.any_says("unhurt", everything) and not TRAITS.any_says("disrupted", everything),
        Trait.RESEARCH: TRAITS.any_says("research", happened),
        Trait.MISUSED: TRAITS.any_says("misused", happened),
        Trait.ANNEXED: TRAITS.any_says("annexed", everything),
        Trait.ACCOUNTS: TRAITS.any_says("accounts", happened),
        Trait.VICTIMLESS: not leak and _nobody_harmed(happened, everything),
    }
    return frozenset(trait for trait, holds in found.items() if holds)


def leak_only_feared(document: DocumentReading, labels: Sequence[Labels]) -> bool:
    """Whether a leak is told of as nothing but a possibility, in the title too."""
    return only_feared([document.title, *_wordings(document, labels, _TOLD)])


def _inquires(wording: str) -> bool:
    """Whether an inquiry into the matter is named, and not a survey: 「統計調査の名簿を紛失しました」."""
    return _INQUIRY.search(blanked(wording, [found.span() for found in UNSEEN.each("surveys", wording)])) is not None


def _nobody_harmed(happened: Sequence[str], everything: Sequence[str]) -> bool:
    """Whether what is told is a breach of rules, or papers lost that bear nobody's data, by which nobody is said to be harmed."""
    breaches = (TRAITS.any_says(slot, happened) for slot in ("no_victim", "accounts"))
    breach = any(breaches) and not TRAITS.any_says("victim", everything)
    return breach or (any(map(_LOST.search, happened)) and TRAITS.any_says("no_data", everything))


def _hires(wording: str) -> bool:
    """Whether a contractor is named who had a part in it; where the speaker was itself entrusted, there is none to supervise."""
    other = [found.span(found.lastgroup or 0) for slot in ("entrusted", "beside_the_matter") for found in TRAITS.each(slot, wording)]
    return _CONTRACTOR.search(without_cleared(blanked(wording, other))) is not None


def _wordings(document: DocumentReading, labels: Sequence[Labels], wanted: frozenset[Label]) -> list[str]:
    return [unit.wording for unit, assigned in zip(document.units, labels, strict=True) if not wanted.isdisjoint(assigned)]
