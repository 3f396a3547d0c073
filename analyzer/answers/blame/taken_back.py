"""What was said before and is not upheld: 「第1報では委託先の不備と申し上げましたが、」 blames nobody any more."""

import re

_TAKEN_BACK = re.compile(
    r"(?:第[0-9一二三四五六七八九十]+報|前回|前報|先日|先般|当初|[0-9]日(?:付け?)?の(?:公表|お知らせ|発表))[^。]{0,60}?"
    r"と(?:申し上げ|お伝え|ご?報告|お知らせ|発表|公表|ご?説明|して)[^。、]{0,8}(?:ましたが|たが|ものの|けれども?)、"
)


def without_taken_back(wording: str) -> str:
    """The wording without the clause that an earlier account is quoted in to be corrected.

    >>> without_taken_back("前回は配送業者の誤りとお伝えしましたが、弊社の荷札の誤りでした。")
    '弊社の荷札の誤りでした。'
    """
    return _TAKEN_BACK.sub("", wording)
