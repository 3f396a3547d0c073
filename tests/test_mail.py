"""Mails as people hand them over: saved by a program, pasted with their headers, or only looking like one."""

from datetime import date
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest

from analyzer.errors import UnreadableError
from analyzer.reading.mail import mail_in
from analyzer.reading.source import read_statement, statement_in
from analyzer.reading.table import iter_statements
from analyzer.statement import Statement

TITLE = "会員名簿の誤送信に関するお詫び"
BODY = "5月10日、会員213名のお名前を別の会員へ送りました。\n当クラブの確認不足であり、深くお詫び申し上げます。\n"
DATE = "Mon, 13 May 2024 18:05:00 +0900"


def _mail(charset: str = "utf-8", *, html: bool = False, attached: bool = False) -> bytes:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["To"], mail["Subject"], mail["Date"] = "広報 <press@example.jp>", "member@example.jp", TITLE, DATE
    mail.set_content(BODY, charset=charset, cte="base64")
    if html:
        mail.add_alternative(f"<p>{BODY}</p>", subtype="html")
    if attached:
        mail.add_attachment("別紙".encode(), maintype="text", subtype="plain", filename="a.txt")
    return mail.as_bytes()


@pytest.mark.parametrize(
    "data",
    [
        _mail(),
        _mail("iso-2022-jp"),
        _mail("cp932"),
        _mail(html=True),
        _mail(attached=True),
        f"From: 広報\nTo: 会員の皆様\nSubject: {TITLE}\nDate: {DATE}\n\n{BODY}".encode(),
        f"From: press@example.jp\r\nSubject: Re: {TITLE}\r\nDate: {DATE}\r\n\r\n{BODY}".encode("cp932"),
    ],
    ids=["utf-8", "iso-2022-jp", "cp932", "html beside", "attachment", "pasted", "pasted in cp932"],
)
def test_a_mail_is_its_subject_date_and_body(data: bytes) -> None:
    statement, notes = statement_in(data, "stdin")
    assert (statement.title, statement.published, statement.text.replace("\r\n", "\n")) == (TITLE, date(2024, 5, 13), BODY)
    assert statement.start is None  # its text stands in no place of the bytes
    assert [note.code.value for note in notes] == ["published_taken", "title_taken"]


def test_what_is_given_outranks_the_headers() -> None:
    statement, notes = statement_in(_mail(), "stdin", title="名簿の流出", published=date(2024, 5, 12))
    assert (statement.title, statement.published, notes) == ("名簿の流出", date(2024, 5, 12), ())


@pytest.mark.parametrize(
    "text",
    [
        f"Subject: {TITLE}\n\n{BODY}",
        f"{TITLE}\n\n{BODY}",
        f"From: 広報\n{BODY}",
        f"お詫び: 会員の皆様\n原因: 確認不足\n\n{BODY}",
        f"Note: 続報\nTime: 18時\n\n{BODY}",
    ],
)
def test_what_is_no_mail(text: str) -> None:
    assert mail_in(text.encode(), "stdin") is None


@pytest.mark.parametrize("charset", ["utf-8", "cp932"])
@pytest.mark.parametrize("sent", ["日付: 2024年5月13日 18:05", "送信日時：2024/05/13 (月) 18:05"])
def test_headers_may_be_shown_in_japanese(charset: str, sent: str) -> None:
    text = f"件名: Re: {TITLE}\n差出人: 広報 <press@example.jp>\n{sent}\n宛先: 会員各位\n\n{BODY}"
    statement, _ = statement_in(text.encode(charset), "stdin")
    assert (statement.title, statement.published, statement.text.strip()) == (TITLE, date(2024, 5, 13), BODY.strip())


@pytest.mark.parametrize("head", ["件名: お詫び\n原因: 確認不足\n", "日時: 5月10日\n宛先: 会員\n", "差出人: 広報\n"])
def test_a_list_of_keys_is_no_mail(head: str) -> None:
    assert mail_in(f"{head}\n{BODY}".encode(), "stdin") is None


QUOTED = "> 5月9日、システムが停止しました。\n> 原因: アクセスの集中によるもの\n"


@pytest.mark.parametrize("head", [f"From: press@example.jp\nSubject: {TITLE}\n", f"件名: {TITLE}\n差出人: 広報\n"])
def test_what_a_mail_quotes_is_not_its_own(head: str) -> None:
    mail = mail_in(f"{head}\n{QUOTED}\n{BODY}{BODY}".encode(), "stdin")
    assert mail is not None and "アクセスの集中" not in mail.text and mail.text.count(BODY) == 2


def test_a_mail_that_passes_another_on_keeps_it() -> None:
    mail = mail_in(f"From: a@example.jp\nSubject: Fwd: {TITLE}\n\n転送します。\n{QUOTED}".encode(), "stdin")
    assert mail is not None and "アクセスの集中" in mail.text


def test_a_mail_without_plain_text_is_told() -> None:
    mail = EmailMessage(policy=SMTP)
    mail["From"], mail["Subject"] = "press@example.jp", TITLE
    mail.set_content(f"<p>{BODY}</p>", subtype="html")
    with pytest.raises(UnreadableError, match="no plain text"):
        statement_in(mail.as_bytes(), "a.eml")


def test_mails_of_a_folder_are_read(tmp_path: Path) -> None:
    (tmp_path / "a.eml").write_bytes(_mail("iso-2022-jp"))
    ((_, found),) = iter_statements([tmp_path])
    assert isinstance(found, Statement) and (found.title, found.id) == (TITLE, "a.eml")
    assert read_statement(tmp_path / "a.eml")[0].title == TITLE
