"""What a sentence says of a fault besides telling whose it is, and which is set aside before that is looked for.

An earlier account that is quoted to be corrected (「第1報では委託先の不備と申し上げましたが、」) blames nobody any more. Of a
notice that came late it is not asked whom it was to tell of or who was to hear it: whoever speaks had to give it. And whoever
gave a warning (「メーカーからは案内が来ていましたが、」) or was asked (「業者に尋ねたところ、」) bears nothing of what became of it.
"""

import re

from analyzer.answers.blame.actors import owner_named
from analyzer.rules.slots import BLAME
from analyzer.schema import Owner

_TAKEN_BACK = re.compile(
    r"(?:第[0-9一二三四五六七八九十]+報|前回|前報|先日|先般|当初|[0-9]日(?:付け?)?の(?:公表|お知らせ|発表))[^。]{0,60}?"
    r"と(?:申し上げ|お伝え|ご?報告|お知らせ|発表|公表|ご?説明|して)[^。、]{0,8}(?:ましたが|たが|ものの|けれども?)、"
)

_NOTICE = r"(?:周知|[ご御]?案内|[お御]?知らせ|[ご御]?連絡|公表|発表|告知|広報|通知|[ご御]?説明|[ご御]報告)"
_LATE = re.compile(
    rf"(?:^|(?<=[、。]))(?P<before>[^、。]{{0,80}}?){_NOTICE}(?:する)?[がもはをの](?=[^、。]{{0,12}}?(?:遅れ|遅く|遅延|後手|後回し|怠))[^、。]*"
)
_TOLD = re.compile(r".*(?:こと|旨|件|点)(?:の|に関する|に(?:つ|就)いての|に対する)?")
"""What the notice was to tell: 「会員の方に鍵を替えていただくことの」 names nobody who was late."""
_FROM_ANOTHER = re.compile(r"(?:から|より)の?$")
_GIVER = re.compile(r"([^はがのへ]{1,24})(?:が|は|の(?=$))")
_WARNED = re.compile(
    r"(?:^|(?<=[、。]))(?P<before>[^、。]{1,40}?)(?:から|より)(?:は|も)?、?(?![^、。]{0,60}(?:済み|完了|(?:問題|異常)[^、。]{0,3}な[いし])[^、。]{0,6}(?:報告|連絡|説明|回答))"
    r"[^、。]{0,60}?(?:言われ|聞い|聞かさ|勧め|案内|連絡|通知|警告|指摘|報告|相談|要望|依頼|知らせ|忠告|助言|申告|苦情)[^、。]{0,16}(?:が|ものの|のに|わらず|ながら|けれども?)、"
)
_ASKED = re.compile(
    r"(?:^|(?<=[、。]))(?P<before>[^、。はが]{1,30}?)(?:に|へ|から)も?(?:対し(?:て)?)?[^、。はが]{0,16}?"
    r"(?:聞[いき]|尋ね|訊[いき]|伺[いっ]|問い?合わせ|確かめ|照会|(?:調べ|見|診|点検し|調査し|確認し)て(?:もら|いただ|頂)"
    r"|(?:調査|点検|確認|照会|解析|分析|鑑定)(?:を(?:依頼|お願い|求め)|し|する|いたし))[^、。]{0,10}?(?:た?ら|ところ|すと|ると|結果|際)、"
)
_OTHERS = frozenset({Owner.CONTRACTOR, Owner.PERSON})


def without_taken_back(wording: str) -> str:
    """The wording without the clause that an earlier account is quoted in to be corrected.

    >>> without_taken_back("前回は配送業者の誤りとお伝えしましたが、弊社の荷札の誤りでした。")
    '弊社の荷札の誤りでした。'
    """
    return _TAKEN_BACK.sub("", wording)


def without_warning(wording: str) -> str:
    """The wording without the clause in which another had given notice of what then was not done.

    >>> without_warning("メーカーからは点検の時期のお知らせが来ていましたが、見落としていました。")
    '見落としていました。'
    """
    return _without_others(_WARNED, wording)


def without_asked(wording: str) -> str:
    """The wording without the clause in which another was asked, who is a witness of what follows and no more.

    >>> without_asked("保守会社に尋ねたところ、当館の配線が誤っていたとのことです。")
    '当館の配線が誤っていたとのことです。'
    """
    return _without_others(_ASKED, wording)


def without_effect(wording: str) -> str:
    """The wording up to the clause that tells what befell the things of others.

    >>> without_effect("水圧を上げすぎたため、各戸の給湯器が故障しました。")
    '水圧を上げすぎたため、'
    """
    return BLAME.without("befell_others", wording)


def without_late_notice(wording: str) -> str:
    """The wording without its clauses that say that a notice of the speaker's own came late.

    >>> without_late_notice("断水が長引き、会員の方に鍵を替えていただくことの案内も遅れました。")
    '断水が長引き、。'
    >>> without_late_notice("配送会社からの連絡が遅れました。")
    '配送会社からの連絡が遅れました。'
    """
    return _LATE.sub(lambda found: found[0] if _given_by_another(found["before"]) else "", wording)


def _given_by_another(before: str) -> bool:
    giver = _TOLD.sub("", before)
    return _FROM_ANOTHER.search(giver) is not None or not _OTHERS.isdisjoint(map(owner_named, _GIVER.findall(giver)))


def _without_others(clause: re.Pattern[str], wording: str) -> str:
    """The wording without such clauses, but those in which the one named `before` is the speaker."""
    return clause.sub(lambda found: found[0] if owner_named(found["before"]) == Owner.OWN else "", wording)
