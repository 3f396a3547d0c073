"""When each announcement was published, and which of one day came first.

The day is that of the front matter or the table's column, then of the file's name, then of a line of the text that holds nothing
but a date, at its head or its end; it is never guessed.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from analyzer.errors import UnreadableError, UsageError
from analyzer.interface import word
from analyzer.reading.head import signed_date_of
from analyzer.schema import Lang
from analyzer.statement import Statement

Say = Callable[[str], None]
"""Takes one line for the user."""

_NAMED_DATE = re.compile(
    r"(?<![0-9])(?P<year>(?:19|20)[0-9]{2})(?P<parted>[-_.年])?"
    r"(?P<month>(?(parted)[0-9]{1,2}|[0-9]{2}))(?(parted)[-_.月])(?P<day>(?(parted)[0-9]{1,2}|[0-9]{2}))(?![0-9])"
)
"""A whole day: three parts kept apart, or eight digits; 「202411」 is a month."""
_TAIL_LINES = 6
"""Non-blank lines at the end in which the date of publication is looked for."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A dated statement, and the file or row it came from."""

    statement: Statement
    place: str

    @property
    def day(self) -> date:
        return self.statement.published or date.max


def with_day(
    statement: Statement, place: str, dates: Mapping[str, date], used: set[str], lang: Lang, say: Say, *, is_given: bool
) -> Placed:
    """A statement with its day; `is_given` tells that a day it has is the front matter's or a column's."""
    name = Path(place).name
    given = next((key for key in (place, name, statement.id or "") if key in dates), None)
    if given is not None:
        if given in used:
            raise UsageError(f"--published {given}=…: {word('trace_named_twice', lang)}")
        used.add(given)
        return Placed(replace(statement, published=dates[given]), place)
    if is_given and statement.published:
        return Placed(statement, place)
    named = _date_in_name(name) if Path(place).suffix.lower() not in ("", ".jsonl", ".csv") and ":" not in name else None
    if named is not None and statement.published not in (None, named):
        say(word("trace_dates_differ", lang, place=place, named=named, told=statement.published))
    published = named or statement.published or _date_in_text(statement)
    if published is None:
        asked = (
            word("trace_undated_row", lang, place=place, id=statement.id)
            if ":" in name
            else word("trace_undated", lang, place=place, file=name)
        )
        raise UnreadableError(asked)
    return Placed(replace(statement, published=published), place)


def _date_in_name(name: str) -> date | None:
    for found in _NAMED_DATE.finditer(name):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None


def _date_in_text(statement: Statement) -> date | None:
    """The date that one of the last lines bears, alone or with who signs, where letters are dated; the head was read before."""
    last = [line for line in statement.text.splitlines() if line.strip()][-_TAIL_LINES:]
    return next((found for line in reversed(last) if (found := signed_date_of(line))), None)


def distinct_ids(placed: Sequence[Placed]) -> list[Placed]:
    """Every statement with an id of its own, since the dossier names statements by it."""
    seen: set[str] = set()
    distinct: list[Placed] = []
    for each in placed:
        id = each.statement.id or Path(each.place).name
        if id in seen:
            id = each.place
        seen.add(id)
        distinct.append(replace(each, statement=replace(each.statement, id=id)))
    return distinct


def same_day_in_order(placed: Sequence[Placed]) -> list[Placed]:
    """Those of one day by their ids, where the rows come in no order of days that would tell which of them was first."""
    days = [each.day for each in placed]
    if days == sorted(days):
        return list(placed)
    ordered = list(placed)
    for day in dict.fromkeys(days):
        places = [place for place, other in enumerate(days) if other == day]
        for place, each in zip(places, sorted((placed[at] for at in places), key=_id_in_order), strict=True):
            ordered[place] = each
    return ordered


def _id_in_order(placed: Placed) -> list[tuple[bool, int, str]]:
    """An id with its numbers as numbers: 「n-2」 before 「n-10」."""
    parts = re.findall(r"[0-9]+|[^0-9]+", placed.statement.id or "")
    return [(part.isdecimal(), int(part) if part.isdecimal() else 0, part) for part in parts]
