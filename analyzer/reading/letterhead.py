"""What may stand above a title: a day, a name, an addressee, what a page sets around it; and how lines begin that are none of these."""

import re

from analyzer.language.marks import BULLETS
from analyzer.reading.furniture import is_furniture
from analyzer.reading.head import is_day
from analyzer.reading.names import SENTENCE

_LONGEST_NAME = 40
_SPEAKER = re.compile(r"(?:\([^()]{2,40}\)|より|から)$")
"""What stands behind the name of who speaks: 「…(運営:…)」, 「店主より」."""
_OPENING = re.compile(r"平素|日頃|日ごろ|いつも|拝啓|謹啓|前略|このたび|この度|さて|本日[は、]|昨日[は、]|弊社は|当社は|当クラブは")
_GREETING = re.compile(r"(?:平素|日頃|日ごろ|いつも)[^。]{0,60}(?:ありがとうござい(?:ます|ました)|(?:御礼|お礼)(?:を)?申し上げます)。?")
"""Thanks to the readers over a title, which tell nothing."""
_LISTED = re.compile(rf"(?![〇○●◯]{{2}})[{BULLETS}–—→①-⓿]|[0-9]{{1,2}}[.)、 ]|\([0-9一二三四五六七八九十]{{1,2}}\)")
_SECTION = re.compile(
    r"(?!.{2,}(?:に係る|に関する|における|に伴う)|.{4,}の.{2,4}(?:状況|対応))[【\[〈《]?[^】]{0,9}(?:概要|経緯|経過|原因|内容|状況|(?:発生した|起きた|(?<![ぁ-んァ-ヶ一-龥]))事象|発生(?:年月)?日|日時|場所|対象|対応|対策|防止策|問い?合わ?せ先?)(?:について|につきまして)?[】\]〉》]?"
)
_KEYED = re.compile(
    r"(?!続報|Q&A|FAQ|第.報|最終報|お詫び|お知らせ|重要|緊急|訂正|[^:]{2,10}(?:お知らせ|お詫び|ご?報告|について|[のる]件|の?進捗|の?続報):|(?:事後)?分析:|更新:(?!\s?[0-9]))[^:(]{1,12}(?:\([^()]{0,12}\))?(?<![0-9]):"
)
_HEADER = re.compile(
    r"(?:From|To|Cc|Date|差出人|送信者|発信者?|宛先|送信日時|日付|日時|文書番号|担当[者課]?|(?:お?問い?合わ?せ|連絡)先|電話|TEL|E-?mail)\s*:",
    re.IGNORECASE,
)


def precedes_title(wording: str) -> bool:
    """Whether a line may stand above a title: a date, a name, an addressee, what a page sets around it."""
    if _HEADER.match(wording) or is_furniture(wording) or is_day(wording) or _GREETING.fullmatch(wording):
        return True
    return speaker_in(wording) is not None


def begins_otherwise(wording: str) -> bool:
    """Whether a line begins as a letter, an item of a list, or a row of key and value does."""
    return any(pattern.match(wording) for pattern in (_OPENING, _LISTED, _KEYED))


def is_section(wording: str) -> bool:
    """Whether a line is the heading of a part: 「事案の概要」, not 「点検機器の導入状況」."""
    return _SECTION.fullmatch(wording) is not None


def speaker_in(wording: str) -> str | None:
    """The name that a line may be, of who speaks, without what stands behind it; None where it is none."""
    name = _SPEAKER.sub("", wording)
    if len(re.sub(r"\s+", " ", name)) > _LONGEST_NAME or is_section(name) or SENTENCE.search(name) or begins_otherwise(name):
        return None
    return name
