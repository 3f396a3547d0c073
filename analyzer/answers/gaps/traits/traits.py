"""What a statement is about, or is: a leak, a contractor's doing, an accident, a denial, a sanction, a last report."""

import re
from collections.abc import Sequence
from enum import StrEnum

from analyzer.answers.gaps.traits.accidents import announced_itself, hurt_nobody
from analyzer.answers.gaps.traits.data_told import without_left_out
from analyzer.answers.gaps.traits.denials import flatly_denied
from analyzer.answers.gaps.traits.inquirers import authority_inquires, body_inquiring
from analyzer.answers.gaps.traits.report_owed import report_owed
from analyzer.answers.timeline.datelines import published_on
from analyzer.judging.denials import without_cleared
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import hit
from analyzer.schema import Label, Labels

_TOLD = frozenset({Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.HARM_STATUS})
_PERSONAL = re.compile(
    r"氏名|お?名前|住所|電話番号|メールアドレス|生年月日|口座(?:番号|情報)|カード(?:番号|情報)|会員(?:番号|情報|データ)|ログインID|パスワード|顔写真|病名|診療|カルテ|"
    r"学籍番号|マイナンバー|個人番号|保険証|診察券|受験番号|緊急連絡先|名簿|台帳|アドレス|(?:個人|顧客|お客(?:様|さま)|患者|生徒|児童|住民|職員|所得)(?:の)?(?:情報|データ)"
)
_LEAKED = re.compile(
    r"流出|漏え?い|漏洩|(?<!(?:入力|記載|適用|確認|登録|申請|請求|連絡|反映|処理|計上|転記|通知|記入|計算|手配|点検)[がはの])漏れ(?:た|て|出|まし)|誤(?:送信|送付|配信|発送|交付|投函|配布|廃棄|封入|同封)|封入(?:の)?(?:誤り|ミス|間違)|誤って[^。]{0,30}(?:送信|送付|配信|発送|投函|交付|封入|添付|掲載|公開|郵送|廃棄)|"
    r"(?:宛先|CC|TO|To)(?:欄)?[^。]{0,30}(?:入れ|設定|表示|見え|記載)|紛失|置き忘れ|盗(?:難|まれ)|閲覧(?:でき(?:る|た|て)|可能|され(?!て(?:い|お))|し(?:た|てい|得))|不正(?:に)?アクセス|"
    r"(?:他|ほか|別)の[^。]{0,24}(?:表示|届|送|見え|渡|同封|添付|綴)|添付(?:し|され)|同封され|誤配|窃取|公開(?:され|状態)|見える状態|参照可能|(?:誰|だれ)でも(?:開|見|閲覧)|"
    r"所在(?:が|を|の)?[^。]{0,8}(?:不明|分から|わから|確認でき)|持ち(?:去|出)(?:ら|さ)れ|滅失"
)
_HANDED = re.compile(
    r"(?:誤って|間違[えい](?:て)?|取り違え(?:て)?|別の[^。、]{1,12}に)[^。]{0,40}(?:お?送り(?:し|まし)|送って|お?渡し(?:し|まし|て)|渡って|配って|配り(?:まし)|お見せし|見せて|載せて)"
)
"""What in plain words went to the wrong hands: a leak where it is personal data, and not a parcel or a ticket."""
_PERSONAL_OBJECT = re.compile(rf"(?:{_PERSONAL.pattern})[^、。にへ]{{0,16}}を")
_NOT_LEAKED = re.compile(
    r"(?:流出|漏え?い|漏洩|閲覧|紛失|アクセス)[^。]{0,24}(?:ありません|ございません|おりません|いません|おらず|なく|ない)(?!.*否定でき)(?<!否定できない)"
)
_FEARED = re.compile(r"可能性|おそれ|恐れ|懸念|疑い|否定(?:する(?:こと)?(?:は|が))?でき|(?:得|え|うる|得る)状態")
_CONTRACTOR = re.compile(
    r"委託|受託|外注|下請|請け負|業務を依頼|指定管理者(?!(?:である|の)?[当弊私]|として|制度|の(?:公募|選定))|(?:業者|会社|社|先|外部)[^、。]{0,6}に(?:任せて(?:い|お)|委ね|頼んで)|ベンダー|外部業者|"
    r"(?:開発|配信|運営|制作|印刷|警備|発券|施工|協力|配送|清掃|運行|管理|給食|納入|納品|中間|(?<!情報)(?<!サービス)提供)(?:会社|業者|事業者)"
)
_GRAVE = re.compile(
    r"暴力|暴行|体罰|ハラスメント|いじめ|横領|着服|不正(?:受給|経理|会計|アクセス|行為)|改ざん|虚偽|死亡|重傷|八百長|談合|隠蔽"
)
_INQUIRY = re.compile(
    r"調査|聞き?取り|ヒアリング|フォレンジック|事実確認|(?:第三者|検証|倫理|懲戒|懲罰|審査)委員会|(?:宗務)?審査会"
    r"|(?:弁護士|会計士)[^。]{0,30}(?:検証|検査|点検)|事情を(?:聴|聞)"
)
_SANCTION = re.compile(r"制裁金|制裁(?:の|を|内容|決定)|懲罰(?:の|を|決定|内容|規程|委員会)|(?:裁定|規律|懲罰)委員会|けん責|譴責")
_OWN_VOICE = re.compile(r"(?:当|弊)(?:クラブ|社|チーム|部|団|店)|本校|当校|私ども|私たち")
"""How a club or firm speaks of itself; 「当リーグ」 and 「本会」 are left out, since so speaks a body that sanctions."""
_FINAL = re.compile(
    r"最終(?:報|のご?報告)|(?:本|この)(?:報告|公表|お知らせ)をもって"
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
    UNHURT = "unhurt"
    REPORT_OWED = "report_owed"
    RESEARCH = "research"
    MISUSED = "misused"


def traits_of(document: DocumentReading, labels: Sequence[Labels]) -> frozenset[Trait]:
    """The traits of a statement, judged from its title and from the units that tell what happened."""
    told = _wordings(document, labels, _TOLD)
    told_leak = [wording for wording in told if not _NOT_LEAKED.search(wording)]
    blamed = _wordings(document, labels, frozenset({Label.DEFLECTION, Label.ADMISSION}))
    everything = [document.title, *(unit.wording for unit in document.units)]
    grave = any(map(_GRAVE.search, [document.title, *told]))
    authority = any(map(authority_inquires, everything))
    sudden = announced_itself([document.title, *told, *_wordings(document, labels, frozenset({Label.APOLOGY}))], everything)
    personal = [wording for wording in told_leak if _PERSONAL.search(without_left_out(wording))]
    leak = bool(personal) and (any(map(_LEAKED.search, [document.title, *told_leak])) or any(map(_handed_over, personal)))
    telling = [unit for unit, assigned in zip(document.units, labels, strict=True) if not _TOLD.isdisjoint(assigned)]
    found = {
        Trait.LEAK: leak,
        Trait.REPORT_OWED: leak and report_owed(telling, everything, published_on(document)),
        Trait.CONTRACTOR: any(map(_CONTRACTOR.search, map(without_cleared, told + blamed))),
        Trait.INQUIRY: any(map(_INQUIRY.search, everything)) or grave,
        Trait.SANCTION: _is_sanction(everything, labels),
        Trait.FINAL: any(map(_FINAL.search, everything)),
        Trait.DENIAL: flatly_denied(document, labels),
        Trait.CONDUCT: grave or any(hit("traits", "conduct", wording) for wording in everything),
        Trait.INQUIRER: authority or any(map(body_inquiring, everything)),
        Trait.AUTHORITY: authority,
        Trait.SUDDEN: sudden,
        Trait.UNHURT: sudden and hurt_nobody(everything),
        Trait.RESEARCH: any(hit("traits", "research", wording) for wording in [document.title, *told]),
        Trait.MISUSED: any(hit("traits", "misused", wording) for wording in [document.title, *told]),
    }
    return frozenset(trait for trait, holds in found.items() if holds)


def leak_only_feared(document: DocumentReading, labels: Sequence[Labels]) -> bool:
    """Whether a leak is told of as nothing but a possibility, in the title too: 「閲覧された可能性を否定できない」."""
    told = [document.title, *_wordings(document, labels, _TOLD)]
    leaks = [wording for wording in told if _LEAKED.search(wording) and not _NOT_LEAKED.search(wording)]
    return bool(leaks) and all(map(_FEARED.search, leaks))


def _handed_over(wording: str) -> bool:
    return _HANDED.search(wording) is not None and _PERSONAL_OBJECT.search(without_left_out(wording)) is not None


def _wordings(document: DocumentReading, labels: Sequence[Labels], wanted: frozenset[Label]) -> list[str]:
    return [unit.wording for unit, assigned in zip(document.units, labels, strict=True) if not wanted.isdisjoint(assigned)]


def _is_sanction(everything: Sequence[str], labels: Sequence[Labels]) -> bool:
    """A body announces the sanction it laid on another: nobody in it speaks of itself, apologises or owns anything."""
    owns = any(Label.APOLOGY in assigned or Label.ADMISSION in assigned for assigned in labels)
    return not owns and any(map(_SANCTION.search, everything)) and not any(map(_OWN_VOICE.search, everything))
