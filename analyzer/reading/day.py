"""A day as it is written alone on a line, whole with its year."""

import re
from datetime import date, datetime

from analyzer.errors import UsageError
from analyzer.language.eras import year_of_era
from analyzer.language.normalise import fold

_DIGITS = "〇一二三四五六七八九"
_NUMBER = rf"(?:[0-9]{{1,2}}|[{_DIGITS}十元]{{1,3}})"
_KEY = (
    r"(?:(?:最終|(?:報道|記者|プレス)(?:発表資料)?)?(?:公表|掲載|発表|発行|公開|配信|更新|作成|提供|投稿|登録)"
    r"(?:(?:開始)?(?:年月)?日(?:時)?|(?=\s?:))|日付|Date)"
)
DAY = (
    rf"{_KEY}?\s*:?\s*"
    rf"(?:(?P<era>令和|平成|昭和|[RHS])\s*(?P<age>{_NUMBER})|(?:西暦)?(?P<year>(?:19|20)[0-9]{{2}}|[{_DIGITS}]{{4}}))\s*[年./-]\s*(?:\([^()]{{1,12}}\)\s*)?"
    rf"(?P<month>{_NUMBER})\s*[月./-]\s*(?P<day>{_NUMBER})\s*日?\s*"
    r"(?:[(\[]?[月火水木金土日](?:曜日?)?(?:[・/]?祝日?)?[)\]]?)?\s*"
    r"(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\.[0-9]+)?(?:\s*(?:Z|[+-][0-9]{2}:?[0-9]{2}))?|[0-9]{1,2}時(?:[0-9]{1,2}分)?)?\s*"
    r"(?:付け?|(?:公表|発表|掲載|更新|配信|提供|公開|投稿|発行)(?:分|資料)?|現在)?"
)
"""A day, whole with its year, and the words that name it as that of publication."""
_DATE = re.compile(DAY, re.IGNORECASE)
_KEY_ALONE = re.compile(rf"{_KEY}\s*:?", re.IGNORECASE)
_TORN = re.compile(r"(?:(?:19|20)[0-9]{2}|(?:令和|平成|[RH])\s?[0-9元]{1,2})\s?年(?:\s?[0-9]{1,2}(?:\s?月)?)?$")
"""How a line ends that holds a day up to its year, or its month."""

_LONGEST = 60
"""Characters beyond which a line holds more than a day."""


def date_of(wording: str) -> date | None:
    """The date that is all of `wording`, weekday and clock time aside; None where it is not one, or no such day exists.

    >>> date_of("令和６年５月１日（水）"), date_of("2024.2.30"), date_of("5月1日、誤送信しました。")
    (datetime.date(2024, 5, 1), None, None)
    """
    found = _DATE.fullmatch(fold(wording).strip()) if len(wording) <= _LONGEST else None
    if found is None:
        return None
    try:
        year = _number(found["year"]) if found["year"] else year_of_era(found["era"].upper(), _number(found["age"]))
        return date(year, _number(found["month"]), _number(found["day"]))
    except ValueError:
        return None


def day_in_cell(value: object) -> date | None:
    """The day in a cell of a table or a data frame; None where it is empty: blank, NaN, NaT. Raises `ValueError` for what is no day.

    >>> day_in_cell(datetime(2024, 5, 1, 9, 30)), day_in_cell("2024/5/1"), day_in_cell(float("nan"))
    (datetime.date(2024, 5, 1), datetime.date(2024, 5, 1), None)
    """
    if value is None or value != value or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    found = date_of(str(value))
    if found is None:
        raise ValueError(f"{value!r} is not a day")
    return found


def day_given(wording: str, name: str) -> date:
    """The day given under a name, in any form that one on a line of its own has; raises `UsageError` where it is none."""
    found = date_of(wording)
    if found is None:
        raise not_a_day(wording, name)
    return found


def not_a_day(wording: str, name: str) -> UsageError:
    return UsageError(f"{name} {wording}: 日付ではありません。2024-11-22 の形にしてください / not a date of the form 2024-11-22")


def names_day(wording: str) -> bool:
    """Whether a folded line is but the word for the day of publication, which stands below it.

    >>> names_day("投稿日"), names_day("掲載日時:"), names_day("発生日")
    (True, True, False)
    """
    return _KEY_ALONE.fullmatch(wording) is not None


def parts_day(above: str, below: str) -> bool:
    """Whether a day stands on two folded lines.

    >>> parts_day("2024年6月", "1日"), parts_day("発表日:令和6年", "6月1日"), parts_day("2024年6月", "1日に送りました。")
    (True, True, False)
    """
    return _TORN.search(above) is not None and date_of(above + below) is not None


def _number(digits: str) -> int:
    """Arabic or kanji digits, 十 and 元 too; `ValueError` where they make no number."""
    if digits == "元":
        return 1
    if "十" in digits:
        tens, _, ones = digits.partition("十")
        return 10 * (_DIGITS.index(tens) if tens else 1) + (_DIGITS.index(ones) if ones else 0)
    return int("".join(str(_DIGITS.index(digit)) if digit in _DIGITS else digit for digit in digits))
