"""A mail as it was saved or pasted with its headers: the subject is the title, its date the day, its plain body the text.

What it quotes of an earlier mail (`> …`) is that one's wording and left out, unless the quotation is most of it.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.parser import BytesParser, HeaderParser
from email.policy import default

from analyzer.errors import unreadable
from analyzer.language.normalise import fold
from analyzer.reading.day import date_of
from analyzer.reading.decode import decode

_HEAD = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}(?=\r?\n)")
_HEAD_JA = re.compile(
    r"\A(?:(?:件名|題名|差出人|送信者|送信元|宛先|宛て先|日付|日時|送信日時|送信日|受信日時|CC|Bcc)[ \t]*[:：]"
    r"[^\r\n]*\r?\n){2,}(?=\r?\n)",
    re.IGNORECASE,
)
"""The headers as a Japanese mail program shows them."""
_SHOWN = re.compile(r"^(?P<key>[^:：]+?)[ \t]*[:：][ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)
_FROM, _SUBJECT, _SENT = ("差出人", "送信者", "送信元"), ("件名", "題名"), ("日付", "日時", "送信日時", "送信日", "受信日時")
_QUOTED = re.compile(r"^[ \t]*[>＞].*(?:\r?\n|\Z)", re.MULTILINE)
_REPLIED = re.compile(r"^(?:(?:Re|Fwd?|FW|転送|返信)\s*[:：]\s*)+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mail:
    """What the headers say, None where they do not, and the body."""

    text: str
    title: str | None
    published: date | None


def mail_in(data: bytes, place: str) -> Mail | None:
    """The mail that the bytes are; None where they do not begin with the headers of one.

    Raises `UnreadableError` where it has no body of plain text. Of several parts the plain one counts; attachments are left alone.
    """
    head = _HEAD.match(data)
    if head is None:
        return _shown_in_japanese(data, place)
    headers = HeaderParser(policy=default).parsestr(decode(head[0], place))
    if "From" not in headers or not ("Subject" in headers or "Date" in headers):
        return None
    mail = BytesParser(policy=default).parsebytes(data)
    body = mail.get_body(("plain",)) if isinstance(mail, EmailMessage) else None
    payload = body.get_payload(decode=True) if body is not None else None
    if not isinstance(payload, bytes) or not payload.strip():
        raise unreadable(
            place, "メールに文字だけの本文がありません。本文を貼り付けてください", "the mail has no plain text; paste its body"
        )
    told = getattr(headers["Date"], "datetime", None)
    title = _REPLIED.sub("", str(headers["Subject"] or "")).strip()
    return Mail(_own(decode(payload, place)), title or None, told.date() if isinstance(told, datetime) else None)


def _shown_in_japanese(data: bytes, place: str) -> Mail | None:
    """The mail whose headers were pasted as a program shows them (「件名: …」「差出人: …」)."""
    if not any(key.encode(code) in data for key in _FROM for code in ("utf-8", "cp932")):
        return None
    text = decode(data, place)
    head = _HEAD_JA.match(text)
    if head is None:
        return None
    shown = {found["key"]: found["value"].strip() for found in _SHOWN.finditer(head[0])}
    subject, sent = (next((shown[key] for key in keys if shown.get(key)), "") for keys in (_SUBJECT, _SENT))
    if not any(key in shown for key in _FROM) or not (subject or sent):
        return None
    return Mail(_own(text[head.end() :]), _REPLIED.sub("", subject).strip() or None, date_of(fold(sent)))


def _own(body: str) -> str:
    """A body without the lines that quote another mail; whole where those are the larger part, as in one that only passes it on."""
    own = _QUOTED.sub("", body)
    return own if 2 * len(own.strip()) > len(body.strip()) else body
