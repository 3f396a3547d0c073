"""One row of a table, its fields by their names → `Statement`."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from math import isnan
from pathlib import Path
from typing import Any

from analyzer.errors import UnreadableError, unreadable
from analyzer.reading.day import day_in_cell
from analyzer.reading.decode import check_length, has_surrogates
from analyzer.reading.foot_day import find_foot_date
from analyzer.reading.head import head_of
from analyzer.reading.head_day import find_date
from analyzer.reading.plausible import check_plausible
from analyzer.reading.title import find_given_title, find_title
from analyzer.statement import Statement

COLUMNS = ("id", "title", "text", "published", "incident_id", "organisation")
_JAPANESE = {
    **dict.fromkeys(("本文", "公表文", "文面"), "text"),
    **dict.fromkeys(("題名", "タイトル", "件名", "表題"), "title"),
    **dict.fromkeys(("公表日", "発表日", "掲載日", "日付"), "published"),
    **dict.fromkeys(("番号", "管理番号"), "id"),
    **dict.fromkeys(("事案", "事案番号"), "incident_id"),
    **dict.fromkeys(("organization", "組織", "組織名", "団体", "団体名", "法人名", "会社名", "公表者", "発表者"), "organisation"),
}
"""What else the columns are called in tables made by hand."""


def statement_of(record: Mapping[str, Any], place: str) -> Statement:
    """The statement of a row; raises `UnreadableError` where it holds none."""
    text = record.get("text")
    if text is None or text == "":
        raise unreadable(place, "text が空です", "text is missing; pass the wording of the statement")
    if not isinstance(text, str):
        raise unreadable(place, "text が文字列ではありません", f"text is {type(text).__name__}, must be a string")
    _check_characters(text, place)
    check_length(text, place)
    check_plausible(text, place)
    title, id, incident_id, organisation = (_word(record, name, place) for name in ("title", "id", "incident_id", "organisation"))
    published = _published(record.get("published"), place) or _published_in(text, title)
    return Statement(text, title, published, id or Path(place).name, incident_id, organisation=organisation)


def called(column: str) -> str:
    """The name that a column goes by here.

    >>> called(" Title "), called("本文"), called("備考")
    ('title', 'text', '備考')
    """
    name = column.strip().lower()
    return _JAPANESE.get(name, name)


def id_in(record: Mapping[str, Any]) -> str | None:
    """The id of a row that is no statement, where it can be read."""
    with suppress(UnreadableError):
        return _word(record, "id", "")
    return None


def _published_in(text: str, title: str | None) -> date | None:
    """The day that the first lines bear, below the title where the text repeats it, or the last ones."""
    lines = head_of(text)
    found = find_date(lines, find_given_title(lines, title) if title else find_title(lines)) or find_foot_date(text)
    return found[0].day if found else None


def _check_characters(text: str, place: str) -> None:
    if has_surrogates(text):
        raise unreadable(place, "壊れた文字があります。元の表を UTF-8 で保存し直してください", "broken characters; save it as UTF-8 again")


def _word(record: Mapping[str, Any], name: str, place: str) -> str | None:
    """A string or whole number; None where it is empty, blank or a data frame's NaN."""
    value = record.get(name)
    if value is None or (isinstance(value, float) and isnan(value)):
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise unreadable(place, f"{name} が文字列ではありません", f"{name} is {type(value).__name__}, must be a string")
    word = str(value).strip()
    _check_characters(word, place)
    return word or None


def _published(value: object, place: str) -> date | None:
    try:
        return day_in_cell(value)
    except ValueError as error:
        ja = f"published {str(value)[:40]!r} は日付ではありません。2024-11-22 の形にしてください"
        raise unreadable(place, ja, "not a date of the form 2024-11-22") from error
