"""What words alone do not tell: 「当社に落ち度はありません」 has every word of an admission and is its opposite.

The labeller weighs words and short runs of characters and takes a denial for what it denies, as bags of words do wherever a
sentence is negated (Pang, Lee and Vaithyanathan 2002, "Thumbs up?", section 6.1). Where a clause denies the speaker's own
fault, and nothing else in the sentence admits one, the rule decides.
"""

import re

from analyzer.language.cues import find_cues
from analyzer.language.units import Span

_SELF = (
    r"(?:[当弊小][社会行院校園館店局所協クチ組団法リ部課施]|本[校会院学園市県町村区法ク]|私(?:ども|たち|達)?|我々|われわれ"
    r"|運営側|事務局|(?<![一-龥])[市県町村区](?=[にのがはも]))"
)
"""Whose fault is denied: the words of self, and who speaks for it (運営側, 事務局) or is it without 「当」 (「市に落ち度は…」)."""
_FAULT = r"(?:責任|責め?|落ち度|過失|非(?=[はがもで])|瑕疵|違反|不備|不足|怠慢|手落ち|問題)"
_DENIED = re.compile(
    rf"{_SELF}[^、。]{{0,18}}?{_FAULT}(?:は|が|も|では|とは|に(?:は)?当たら|が(?:あった|ある)とは)[^、。]{{0,12}}?"
    r"(?:な[いくし]|なかった|ありませ|ございませ|認められませ|おりませ|負いませ|負いかね)[^、。]*"
)
_DENIAL_DENIED = re.compile(r"ない(?:とは|わけ)|ませんとは|免れ|逃れ|ざるを得|なくなかった")
"""「責任がないとは申せません」 admits."""
_ANOTHER = (
    r"(?:委託先|請負(?:人|先|業者)|[下元]請け?|業者|事業者|(?<![当弊小本])[一-龥ァ-ヶー](?:会社|法人)|メーカー|ベンダー|(?:製造|開発|提供|販売|発注|配信|送付)元"
    r"|(?:販売|代理|加盟)店|取引先|先方|相手方?|同[社氏]|銀行|金融機関|指定管理者|(?:出品|購入|利用|使用|受講|参加|申込|投稿|所有|保護|運転|担当|飼い?|被処分)[者主]"
    r"|お?客|顧客|ユーザー|(?:本|個|当該個)人|選手|運転[手士]|(?<!役)(?:職|従業|社|駅|乗務)員)"
)
"""Who else is named as the one at fault: whom a task was given to, whom a service serves, whoever did it by hand."""
_LAID = re.compile(
    r"(?:責任|責め?(?=[はが])|落ち度|過失|(?<!是)非(?=[はが])|瑕疵|誤り)[はが](?:市ではなく、|当[社方]ではなく、)?、?"
    rf"(?P<whom>[^。「」]{{0,40}}?{_ANOTHER}[^、。「」にが]{{0,24}}?)(?:の側)?(?:に(?:こそ|のみ|だけ)?(?:ある|あり|あった|ございま|帰|存)|が負うべき)"
    r"(?!(?:の|わけ|もの|こと)?(?:では|とは|とも|かどうか|か(?![らな]))|ません)[^、。]*"
)
_AS_MEDIATOR = re.compile(rf"{_SELF}[はも][^、。]{{0,24}}?(?:過ぎ|すぎ|だけ(?=で)|立場)[^、。]*")
_CLEARS_NOT = re.compile(rf"{_DENIAL_DENIED.pattern}|ほか(?:は|に)?な")
_CLEARS = re.compile(
    r"(?:問題|責任|責め?|せい|落ち度|手落ち|過失|不備|原因|罪|咎|(?<!是)非)(?:は|が|も|では)[^、。]{0,8}(?:な[いく](?!か)|なかった|ありませ|ございませ)"
    r"|(?:不具合|故障|異常|誤り|間違い|ミス|しくじり|手違い|失敗|不手際)(?:による(?:もの)?|に起因する(?:もの)?|が原因|のせい)?(?:は|が|も|では)"
    r"(?:一切|全く|特に|何ら)?(?:見られ|認められ)?(?:な[いく](?!か|よう|な[るりっれ]|ことを?確|まま)|なかった|ありませ|ございませ)(?!か|んか|ん?と(?:判断|思|報告|回答|誤))"
    r"|(?:責め|とがめ|咎め|非難す|批判す)る[^、。]{0,8}(?:は|も)(?:な[いく]|なかった|ありませ|ございませ)"
    r"|悪(?:く|いの?で|いわけで)(?:は|も)?(?:な[いく](?!か)|なかった|あり?ませ|ございませ)"
    r"|(?:処分|指導|責任追及)の対象(?:に|と)は?(?:し(?:て(?:おり|い))?ませ|いたし(?:て(?:おり)?)?ませ|なりませ|なら(?:ず|ない)|せず|して(?:い|おら)な[いく])"
)
_CLAUSE = re.compile(r"[^、。(]+[、。(]?|[、。(]")
_DULY = re.compile(r"(?:とおり|どおり|通り|従っ|沿っ|基づ[いき]|適[切正]に|正しく)[^、。]*、$")
"""「業者は図面どおりに施工しており、責任はありません」: whoever did as told is cleared together with it."""
_ON_ONESELF = re.compile(rf"{_SELF}|[当弊本][社会校院クチ]|とは|否定|免れ")
"""Who speaks of its own fault, or denies that there is none, clears nobody else."""
_ADMITS = frozenset({"ADM01", "ADM02", "ADM03", "ADM04", "ADM05", "ADM06"})


def denies_own_fault(wording: str) -> bool:
    """Whether a sentence says that the speaker is not at fault, and owns nothing beside.

    >>> denies_own_fault("市に落ち度はありません。"), denies_own_fault("当社の責任がないとは申せません。")
    (True, False)
    """
    if _DENIAL_DENIED.search(wording) or not _DENIED.search(wording):
        return False
    return _ADMITS.isdisjoint(cue.code for cue, _, _ in find_cues(_DENIED.sub("", wording)))


def lays_on_another(wording: str) -> bool:
    """Whether a sentence says that the fault lies with somebody else, and owns nothing beside.

    >>> lays_on_another("本件の責任は、設定を誤った委託先にあります。"), lays_on_another("責任は委託先ではなく当社にあります。")
    (True, False)
    """
    told = _LAID.search(wording)
    if told is None or re.search(_SELF, told["whom"]):
        return False
    rest = _AS_MEDIATOR.sub("", wording[: told.start()] + wording[told.end() :])
    return not re.search(rf"{_SELF}|としても", rest) and _ADMITS.isdisjoint(cue.code for cue, _, _ in find_cues(rest))


def cleared_spans(wording: str) -> list[Span]:
    """Where a sentence says of somebody that they are not at fault, clause by clause."""
    clauses = list(_CLAUSE.finditer(wording))
    clears = [_CLEARS.search(clause[0]) is not None and not _CLEARS_NOT.search(clause[0]) for clause in clauses]
    return [
        clause.span()
        for clause, here, next_one in zip(clauses, clears, [*clears[1:], False], strict=True)
        if here or (next_one and _DULY.search(clause[0]))
    ]


def without_cleared(wording: str) -> str:
    """A sentence without its clauses that say of somebody that they are not at fault.

    >>> without_cleared("業者の方々に罪はなく、測り直すのは私どもの務めでした。")
    '測り直すのは私どもの務めでした。'
    """
    for start, end in reversed(cleared_spans(wording)):
        wording = wording[:start] + wording[end:]
    return wording


def only_clears(wording: str) -> bool:
    """Whether a sentence says nothing but that somebody other than the speaker is not at fault.

    >>> only_clears("運転手に非はありません。"), only_clears("当社に非はありません。"), only_clears("運転手に非がないとは言えません。")
    (True, False, False)
    """
    return not (re.search(r"\w", without_cleared(wording)) or _ON_ONESELF.search(wording))
