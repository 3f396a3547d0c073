"""A mail as it was saved or pasted with its headers: the subject is the title, its date the day, its plain body the text."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from email.message import EmailMessage
from email.parser import BytesParser, HeaderParser
from email.policy import default

from analyzer.errors import unreadable
from analyzer.reading.decode import decode

_HEAD = re.compile(rb"\A(?:[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*){2,}(?=\r?\n)")
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
        return None
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
    return Mail(decode(payload, place), title or None, told.date() if isinstance(told, datetime) else None)
