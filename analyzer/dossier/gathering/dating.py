"""The day of publication that a file's name or a statement's own lines tell."""

import re
from datetime import date

from analyzer.reading.head import signed_date_of
from analyzer.statement import Statement

_NAMED_DATE = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<parted>[-_.年])?"
    r"(?P<month>(?(parted)[0-9]{1,2}|[0-9]{2}))(?(parted)[-_.月])(?P<day>(?(parted)[0-9]{1,2}|[0-9]{2}))(?![0-9])"
)
"""A whole day: three parts kept apart, or eight digits; 「202411」 is a month."""
_TAIL_LINES = 6
"""Non-blank lines at the end in which the date of publication is looked for."""


def date_in_name(name: str) -> date | None:
    for found in _NAMED_DATE.finditer(name):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None


def date_in_text(statement: Statement) -> date | None:
    """The date that one of the last lines bears, alone or with who signs, where letters are dated; the head was read before."""
    last = [line for line in statement.text.splitlines() if line.strip()][-_TAIL_LINES:]
    return next((found for line in reversed(last) if (found := signed_date_of(line))), None)
