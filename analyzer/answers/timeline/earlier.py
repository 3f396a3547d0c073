"""Dates of an earlier announcement: what is said of the day on which something was published before."""

import re

from analyzer.rules.slots import STATED

_EARLIER_WORD = re.compile(
    r"^(?:付け?(?:の|で)?[^。、]{0,6}|の|、)(?:第[0-9一二三]+報|続報|速報|会報|お知らせ|公表|発表|文書|ご?報告|声明|談話)"
    r"|^(?:に(?:は|も)?)?(?:(?:お知らせ|公表|発表|お伝え|ご報告|お約束)(?:し|いたし|致し))(?:た|まし)(?![^。]{0,24}(?:に|の|が)(?:誤り|誤って|不備|間違い|漏れ))"
    r"|^に(?:も|は)?[^。、]{0,8}(?:「[^」]{1,40}」(?:と|を)(?:申し上げ|お伝え|公表|発表|書|述べ)|(?:書面|文書)をもって申し上げ)"
    r"|^以降?に?(?:お伝え|お知らせ)した"
)
"""What is said of a day on which something was published; 「前回(5月16日)は」 before it."""
_NOTICE_OF_DAY = re.compile(r"付け?の(?:第[0-9一二三四五]+報|前報|続報|お知らせ)")
_EARLIER_NOTICE = re.compile(
    r"^(?:に(?:は|も)?)?(?:お?詫び|おわび)(?:を)?申し上げ(?:た|まし)[^。、]{0,40}(?:について|につきまして|に関し|の件)|"
    r"^の(?:「[^」]{1,40}」(?:で|にて|において)(?:ご案内|お知らせ|お伝え|公表)した|中間報告|第[0-9一二三]+報|続報)"
    r"|^に(?:は)?、?[^。、]{0,6}(?:サイト|ホームページ|HP)(?:上)?(?:で|にて|に)(?:お伝え|お知らせ|公表|掲載|ご?報告)(?:し|いたし|致し)(?:まし)?た(?:とおり|通り|ところ|内容|件)"
    r"|^付け?(?:の|で)?、?「[^」]{1,60}」(?:で|にて|において|により)(?:の)?(?:ご?案内|お?知らせ|ご?報告|公表|お?伝え)(?:し|いたし)?(?:まし)?(?:た)?の?(?:とおり|通り)"
    r"|^の(?:記者(?:会見|発表)|報道発表|プレスリリース)(?:において|にて|で)"
    r"|^の(?:公表|発表|お知らせ)(?:の?(?:後|あと)|以[降後]|以来)|^(?:の[^。、を]{0,8}?)?に続(?:く|き|いて|きまして)、?[^。、を]{0,12}(?:ご?報告|お知らせ|公表|発表|続報)"
    r"|^(?:に|付けで?)[^。、]{0,16}(?:掲載|掲示|投稿|公表|公開|発表|お知らせ|ご案内)(?:し|いたし|致し)(?:た|ました)"
    r"(?:「|第[0-9一二三]+報|続報|初報|(?:お知らせ|ご?報告)に(?:続|引き続))"
    r"|^(?:に|付けで?)(?:第[0-9一二三]+報|続報|お知らせ)を(?:公表|掲載|発表|お出し|お届け)"
    r"|^に(?:は|も)?[^。、]{0,8}「[^」]{1,40}」と(?:お知らせ|ご?報告|ご?説明|申し上げ|お伝え|公表|発表|書|述べ)(?:し|いたし|致し|まし|い)"
)
_EARLIER = re.compile(r"(?:前回|前報|前号|第[0-9一二三]+報|先の(?:公表|お知らせ))[(〔]$")
_HEADS_ROW = re.compile(r"[\s・○●◆■◎]*(?:第[0-9一二三四五]+報|初報|続報)[\s:|、]*")
_HEADS_NOTICES = re.compile(r"[^ぁ-んァ-ヶ一-龥]{0,8}(?:これまで|過去|以前)の(?:お知らせ|公表|発表|ご?報告|掲載)[^。、]{0,8}")
_MARKS = " 　・○●◆■"
_TO_AUTHORITY = re.compile(r"(?:リーグ|連盟|協会|機構|委員会|警察|署|省|庁|保健所|当局)[^。、]{0,6}[にへ](?:[はも])?、?$")


def is_of_earlier_notice(before: str, after: str, *, in_course: bool) -> bool:
    """Whether a date with these words around it is that of an earlier announcement.

    `in_course`: it stands in the course of events, where to have told somebody is a step like any other.
    """
    after = re.sub(r"^(?:及び|および|と|、|・)(?=[にの付])", "", after)
    if _EARLIER.search(before) or _EARLIER_NOTICE.match(after):
        return True
    return _EARLIER_WORD.match(after) is not None and not in_course and not _TO_AUTHORITY.search(before)


def is_row_of_notices(before: str, after: str, heading: str) -> bool:
    """Whether a date with these words `before` it opens a row of a list of notices, whatever their titles tell."""
    listed = not before.strip(_MARKS) and _HEADS_NOTICES.fullmatch(heading) is not None
    return listed or _HEADS_ROW.fullmatch(before) is not None or is_notice_line(before, after)


def is_notice_line(before: str, after: str) -> bool:
    """Whether a line tells, beside its date, only that something was announced: 「1月30日 第二報」."""
    return not before.strip(_MARKS) and STATED.says("notice_line", after)


def names_notice(after: str) -> bool:
    """Whether what follows a date names a notice by it: 「4月3日付けの第2報」."""
    return _NOTICE_OF_DAY.match(after) is not None
