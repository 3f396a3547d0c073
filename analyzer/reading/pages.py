"""The marks of pages in a text copied off paper: their numbers, and the heads and feet that stand on each of them."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.language.normalise import fold
from analyzer.language.units import Span

_LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
_LONGEST = 160
"""Characters beyond which a line is no running head, blanks and all."""
_NUMBER = re.compile(r"[-—―]?\s*(?:P(?:age)?\.?\s*)?(?P<number>[0-9]{1,3})\s*(?:/\s*[0-9]{1,3}\s*)?(?:ページ|頁)?\s*[-—―]?", re.IGNORECASE)
_LIKE_NUMBER = re.compile(
    r"^[ \t\u3000]*(?![ \t\u3000])[^\n0-9０-９ぁ-んァ-ヶ一-龥]{0,8}[0-9０-９]{1,3}[ \t\u3000/／0-9０-９]{0,8}(?:ページ|頁)?"
    r"[^\n0-9０-９ぁ-んァ-ヶ一-龥]{0,8}$",
    re.MULTILINE,
)
"""What a line looks like that may be the number of a page, before anything else is read of it."""
_CENTRED = re.compile(r"[ \t]*(?:\u3000[ \t]*){4}|[ \t]*\t|[ ]{8}")
"""How far a bare number stands in that is one of a page; at the margin it counts the parts of the text."""
_HEAD = 3
"""Lines that a running head may take."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A line that shows something: its span with its line end, and its folded wording without blanks."""

    span: Span
    wording: str
    number: int | None
    centred: bool


def page_marks_in(text: str) -> list[Span]:
    """The lines that only tell the page, and the heads and feet that stand beside them again and again.

    >>> text = "青嵐会\\n名簿を紛失しました。\\n- 1 -\\n青嵐会\\n深くお詫びします。\\n- 2 -\\n"
    >>> [text[start:end] for start, end in page_marks_in(text)]
    ['- 1 -\\n', '青嵐会\\n', '- 2 -\\n']
    """
    if len(_LIKE_NUMBER.findall(text)) < 2:
        return []
    rows = _rows(text)
    numbers = _page_numbers(rows)
    if not numbers:
        return []
    heads = [at + 1 for at in numbers if at + 1 < len(rows)]
    feet = [at - 1 for at in numbers if at]
    told = Counter(rows[at].wording for at in feet)
    repeated = [at for at in heads if rows[at].wording in {row.wording for row in rows[: min(at, _HEAD)]}]
    repeated += [at for at in feet if told[rows[at].wording] > 1]
    beside = {at for at in repeated if rows[at].number is None and not rows[at].wording.endswith("。")}
    return [rows[at].span for at in sorted({*numbers, *beside})]


def _rows(text: str) -> list[_Row]:
    rows: list[_Row] = []
    for found in _LINE.finditer(text):
        line = fold(found[0][:_LONGEST]).strip()
        shown = _NUMBER.fullmatch(line)
        if line:
            rows.append(
                _Row(found.span(), re.sub(r"\s", "", line), int(shown["number"]) if shown else None, _CENTRED.match(found[0]) is not None)
            )
    return rows


def _page_numbers(rows: Sequence[_Row]) -> list[int]:
    """The places of the numbers of pages: those counted up one by one in lines of the same form, from the first page or the second."""
    counted: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        if row.number is None:
            continue
        if row.wording.isdecimal() and not row.centred:
            continue
        form = re.sub(r"[0-9]+", "0", row.wording, count=1)
        places = counted.setdefault(form, [])
        if not places:
            places += [at] if row.number in (1, 2) else []
        elif row.number == (rows[places[-1]].number or 0) + 1 and at - places[-1] > 1:
            places.append(at)
    return sorted(at for places in counted.values() if len(places) > 1 for at in places)
