"""What a sentence says of a fault besides telling whose it is, and which is set aside before that is looked for.

An earlier account that is quoted to be corrected (「第1報では委託先の不備と申し上げましたが、」) blames nobody any more. Of a
notice that came late it is not asked whom it was to tell of or who was to hear it: whoever speaks had to give it.
"""

import re

from analyzer.answers.blame.actors import owner_named
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
_OTHERS = frozenset({Owner.CONTRACTOR, Owner.PERSON})


def without_taken_back(wording: str) -> str:
    """The wording without the clause that an earlier account is quoted in to be corrected.

    >>> without_taken_back("前回は配送業者の誤りとお伝えしましたが、弊社の荷札の誤りでした。")
    '弊社の荷札の誤りでした。'
    """
    return _TAKEN_BACK.sub("", wording)


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
