"""The lines at the head of a text, and the day that each bears."""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from analyzer.language.normalise import fold
from analyzer.language.officers import OFFICER
from analyzer.language.units import Span
from analyzer.reading.day import date_of, parts_day
from analyzer.reading.furniture import is_furniture
from analyzer.reading.names import SENTENCE, heads_letter, is_name, is_office, names_corporation
from analyzer.reading.page_day import PageDay, page_day

HEAD_LINES, _MOST_FURNITURE = 8, 24
"""Non-blank lines in which a title or a date is looked for: date, number, addressee, organisation and title fit in; and lines that
a page sets around its heading, which do not count."""
_DATED = re.compile(r"(?:(?:19|20)[0-9]{2}|令和|平成|[RH](?=[0-9]))\S{0,12}[月./-]\s*[0-9]")


_MARK = re.compile(r"\s*(?:-\s+|[・•]\s*)(?=\S)")
_REACHED_AT = re.compile(
    r"\s(?:(?:Tel|電話|E-?mail|メール)\s*:?\s*)?(?:\S{1,40}@\S{3,40}|0[0-9]{1,4}-[0-9]{1,4}-[0-9]{3,4})$", re.IGNORECASE
)
"""Where to reach who signs, behind the name."""
_LONGEST_SIGNED = 160
"""Characters beyond which a line holds more than a name and a day, blanks between them and all."""


@dataclass(frozen=True, slots=True)
class Line:
    """`raw` is the line as read, `told` what it tells beside the day that it bears, `wording` the folded form of that; empty where
    nothing shows."""

    number: int
    start: int
    raw: str
    told: str
    wording: str
    bears: PageDay | None


def head_of(text: str, over: Sequence[Span] = ()) -> list[Line]:
    """The first lines, blank ones too, until `HEAD_LINES` + 1 others have been seen; without the lines at `over`, as marks of pages."""
    lines: list[Line] = []
    start = shown = furniture = 0
    number = 1
    begins = {begin for begin, _ in over}
    rows = _with_days_whole(text.splitlines(keepends=True))
    listed = _is_listed(rows[:HEAD_LINES])
    for index, raw in enumerate(rows):
        if start in begins:
            start += len(raw)
            number += 1
            continue
        shown_as = _MARK.sub("", raw) if listed else raw
        bears = borne_by(shown_as)
        if bears and bears.rest and (_is_row(rows[index + 1 :], raw) or _is_row(rows[index - 1 :: -1] if index else (), raw)):
            bears = None
        told = bears.rest if bears and bears.rest else shown_as
        wording = fold(told[:1000]).strip()
        lines.append(Line(number, start, raw, told, wording, bears))
        start += len(raw)
        number += len(raw.splitlines())
        furniture += is_furniture(wording)
        shown += bool(wording)
        if shown - min(furniture, _MOST_FURNITURE) > HEAD_LINES:
            break
    return lines


def _with_days_whole(rows: list[str]) -> list[str]:
    """The lines, those at the head on which paper parted a day from its month as one."""
    for index, (above, below) in enumerate(itertools.pairwise(rows[:HEAD_LINES])):
        if len(above) + len(below) < _LONGEST_SIGNED and parts_day(fold(above).strip(), fold(below).strip()):
            return [*rows[:index], above + below, *rows[index + 2 :]]
    return rows


def signed_date_of(wording: str) -> date | None:
    """The date that is all of `wording`, or all but the name of who signs behind a blank, or before one as in a letterhead.

    >>> signed_date_of("2024年5月1日　株式会社青嵐"), signed_date_of("2024年5月1日 調査を開始")
    (datetime.date(2024, 5, 1), None)
    >>> signed_date_of("青嵐市立病院　　2024年5月1日"), signed_date_of("青嵐病院を受診　2024年5月1日")
    (datetime.date(2024, 5, 1), None)
    """
    if len(wording) > _LONGEST_SIGNED:
        return None
    line = _REACHED_AT.sub("", fold(wording)).strip()
    day, _, name = line.partition(" ")
    body, _, last = line.rpartition(" ")
    if date_of(day) and (
        is_name(name) or is_office(name) or names_corporation(name) or (OFFICER.match(name) and not SENTENCE.search(name))
    ):
        return date_of(day)
    return date_of(last) if heads_letter(body.strip()) else date_of(wording)


def is_day(wording: str) -> bool:
    """Whether a line holds nothing but the day of the page, with its furniture or with who signs."""
    found = borne_by(wording)
    return found is not None and not found.rest


def _is_listed(rows: Sequence[str]) -> bool:
    """Whether the head was pasted as a list, its day too: 「- 2024年5月1日」."""
    marked = (_MARK.sub("", row) for row in rows if _MARK.match(row))
    return any(is_day(row) for row in marked)


@lru_cache(maxsize=4096)
def borne_by(raw: str) -> PageDay | None:
    """The day that a line at the head or the foot bears; asked of the same lines again by whoever dates the statement."""
    signed = None if (found := page_day(raw)) else signed_date_of(raw)
    return PageDay(signed, "", updated=False) if signed else found


def _is_row(beside: Sequence[str], line: str) -> bool:
    """Whether the nearest line that shows begins with a day too, as those of a list of steps or of news do, and as a sentence may
    below a title with the day behind it."""
    near = next((fold(raw[:1000]).strip() for raw in beside if raw.strip()), "")
    if "。" in near and not _DATED.match(fold(line).strip()):
        return False
    return _DATED.match(near) is not None and not is_day(near)
