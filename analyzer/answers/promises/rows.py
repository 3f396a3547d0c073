"""The row of a table that holds a promise: which cell is the act, and which say by whom, by when and how far it is done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from analyzer.answers.promises.dues import Due, Today, day_told, due_of
from analyzer.answers.promises.lines import goes_on_in_line
from analyzer.answers.promises.statuses import status_of
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import PROMISES
from analyzer.schema import PromiseStatus

BORDER = re.compile(r"[|│┃\t]")
_BARE_BORDERS = (re.compile(r"(?<![0-9])/|/(?![0-9])"), re.compile(r" +"))
"""What parts cells only under a row of heads that it parts too (「項目/内容/担当/期限」): 「4/1」 is a day, and any line has blanks."""
_ARROW = re.compile(r" *(?:→|⇒|➡) *")
"""What parts an act from what only tells of it (「手順書の改訂 → 完了」), and from nothing else (「紙の伝票 → 電子の伝票」)."""
_OPENS = re.compile(r"\s*[|│┃]")
_CLOSES = re.compile(r"[|│┃]\s*$")
_RULE = re.compile(r"[\s|│┃:+=\-‐–—─━┌┬┐├┼┤└┴┘]*")
_NO_ACT = re.compile(r"[\W_]*(?:[0-9]{1,3}|[A-Za-z]|未定)?[\W_]*")
"""A number, a sign, nothing, or nothing yet."""
_NO_HEAD = re.compile(r"[、。0-9]")
_LONGEST_HEAD = 14
_DITTO = re.compile(r"同上|〃|\"|同じ")
_MOVES = re.compile(r"(?<![0-9月日旬末年度])[にへ]|^[0-9一二三四五六七八九十]+(?:名|人)|[0-9](?:%|件)")
"""What an arrow leads to that is part of the act: 「電子の伝票に変更」, 「14名」, 「0.6%」."""
_SENTENCE = re.compile(r"^(?![^、をはが(]{1,10}(?:まで|末|から|より|済み?)[、(]).*(?:[をがは]|[うくすつぬむるぐぶ](?:\([^()]*\))?。?$)")
"""What a cell has that tells an act, and one that only dates it (「4月より使用」「8月末まで、記録を人事課へ」) has not."""
_DAY = re.compile(r"(?:[^、。()]{1,8}年)?[0-9]{1,2}(?:月|/)[0-9]{1,2}日?(?:\([月火水木金土日]\))?$")
_MAX_MARK = 10
_FEWEST_HEADS, _LONGEST_TABLE = 3, 50
_MOST_SENTENCES = 12
"""Units on either side of one to which a row may reach: a line of thousands of sentences is none."""


class _Column(StrEnum):
    """What a column of a table of measures is for; `TAKEN` has the days on which acts were taken (「完了日」)."""

    ACT = "act"
    OWNER = "owner"
    DUE = "due"
    TAKEN = "taken"
    STATUS = "status"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """The cell of the act as a span of the unit's wording, and what the other cells say of it."""

    act: Span
    owner: str | None
    told: tuple[str, ...]
    taken: bool
    """Whether the column of days is one of days on which acts were taken (「完了日」)."""

    def status(self) -> PromiseStatus | None:
        """How far it is done, where a cell marks it: 「完了」「実施中」「未着手」."""
        return next((said for cell in self.told if (said := _marked(cell))), None)

    def due(self, today: Today) -> Due | None:
        done = self.taken or self.status() == PromiseStatus.DONE
        return next((found for cell in self.told if (found := due_of(cell, today, done))), None)


def row_at(units: Sequence[UnitReading], index: int) -> Row | None:
    """The unit at `index` as a row of a table, or None where it is none or no cell holds an act."""
    first, last = _reach(units, index)
    wording = "".join(unit.wording for unit in units[first : last + 1])
    offset = sum(len(unit.wording) for unit in units[first:index])
    border = _border_at(units, first)
    cells = _cells(wording, border)
    if len(cells) < 2:
        return None
    columns = _columns(units, first, len(cells), border)
    texts = [wording[start:end] for start, end in cells]
    at = _act_among(texts, columns)
    if at is None:
        return None
    others = [each for each in range(len(cells)) if each != at and not _NO_ACT.fullmatch(texts[each])]
    named = next((each for each in others if columns[each] == _Column.OWNER), None)
    if named is None:
        # What stands before the act is what it is about: 「運行管理者 | 1名増員」.
        named = next((each for each in others if each > at and not columns[each] and _is_owner(texts[each])), None)
    beside = next((each for each in reversed(others) if each < at), None)
    if beside is not None and (columns[beside] or not _DAY.match(texts[beside])):
        beside = None  # 「2月18日 | 台帳を改める」 dates the act, 「浴室 | 台帳を改める」 does not.
    told = [
        each
        for each in others
        if each != named
        and (columns[each] in (_Column.DUE, _Column.TAKEN, _Column.STATUS) or each == beside or (each > at and not columns[each]))
    ]
    owner = texts[named] if named is not None and not _NO_ACT.fullmatch(texts[named]) else None
    if owner and _DITTO.fullmatch(owner):
        above = row_at(units, first - 1) if first else None
        owner = above.owner if above else None
    act = (max(cells[at][0] - offset, 0), min(cells[at][1] - offset, len(units[index].wording)))
    if act[0] >= act[1]:
        return None  # A sentence of another cell.
    return Row(act, owner, tuple(texts[each] for each in told), _Column.TAKEN in columns)


def _reach(units: Sequence[UnitReading], index: int) -> Span:
    """The first and the last unit of a framed row that full stops inside a cell cut: 「| 訓練。初回を5月に行う | 課長 |」."""
    first = last = index
    while first > max(index - _MOST_SENTENCES, 0) and not _OPENS.match(units[first].wording) and _adjoin(units, first - 1):
        first -= 1
    if not _OPENS.match(units[first].wording):
        return index, index
    end = min(index + _MOST_SENTENCES, len(units) - 1)
    while last < end and not _CLOSES.search(units[last].wording) and _adjoin(units, last):
        last += 1
    return (first, last) if _CLOSES.search(units[last].wording) else (index, index)


def _adjoin(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the row of a table goes on with the next unit."""
    return goes_on_in_line(units, index) and not _CLOSES.search(units[index].wording)


def _border_at(units: Sequence[UnitReading], index: int) -> re.Pattern[str]:
    """What parts the cells of the line at `index`: a border, or what parts it as it parts the row of heads above it."""
    wording = units[index].wording
    if BORDER.search(wording):
        return BORDER
    found = _ARROW.search(wording)
    told = wording[found.end() :].rstrip("。 ") if found else ""
    if told and not _ARROW.search(told) and not _MOVES.search(told) and (_only_tells(told) or _is_owner(told)):
        return _ARROW
    return next((border for border in _BARE_BORDERS if _parts_as_heads(units, index, border)), BORDER)


def _parts_as_heads(units: Sequence[UnitReading], index: int, border: re.Pattern[str]) -> bool:
    """Whether a border parts a line into cells under heads that it parts too, among them one of acts and one of who or when."""
    count = len(_cells(units[index].wording, border))
    roles = set(_columns(units, index, count, border)) if count >= _FEWEST_HEADS else set()
    return _Column.ACT in roles and not roles.isdisjoint({_Column.OWNER, _Column.DUE, _Column.TAKEN})


def _cells(wording: str, border: re.Pattern[str]) -> list[Span]:
    """The cells between borders, empty ones inside kept so that they stand under their heads."""
    if not border.search(wording):
        return []
    edges = [(0, 0), *(found.span() for found in border.finditer(wording)), (len(wording), len(wording))]
    cells: list[Span] = []
    for (_, left), (right, _) in pairwise(edges):
        inner = wording[left:right]
        start = left + len(inner) - len(inner.lstrip())
        cells.append((start, start + len(inner.strip())))
    for at in (0, -1):  # The borders that frame a row part nothing.
        if cells and cells[at][0] == cells[at][1]:
            del cells[at]
    return cells


def _columns(units: Sequence[UnitReading], index: int, count: int, border: re.Pattern[str]) -> list[_Column | None]:
    """What each of `count` columns is for by the first row of the table, None where it does not say."""
    heads = _heads(units, index, count, border)
    told = (PROMISES.decided("column", head) for head in heads)
    return [_Column(role) if role else None for role in told] if heads else [None] * count


def _heads(units: Sequence[UnitReading], index: int, count: int, border: re.Pattern[str]) -> list[str]:
    """The cells of the first row of a table; a bare border may part a line above it too, so there the nearest row of heads counts."""
    if border is _ARROW:
        return []
    if border is not BORDER:
        return next((heads for at in _above(units, index, border) if (heads := _as_heads(units[at].wording, count, border))), [])
    first = index
    while first and (_cells(units[first - 1].wording, border) or _RULE.fullmatch(units[first - 1].wording)):
        first -= 1
    while first < index and _RULE.fullmatch(units[first].wording):
        first += 1
    return _as_heads(units[first].wording, count, border) if first < index else []


def _above(units: Sequence[UnitReading], index: int, border: re.Pattern[str]) -> Iterator[int]:
    """The lines right above one that a border parts, as far as a table of measures may reach."""
    for at in range(index - 1, max(index - _LONGEST_TABLE, 0) - 1, -1):
        if not border.search(units[at].wording):
            return
        yield at


def _as_heads(wording: str, count: int, border: re.Pattern[str]) -> list[str]:
    """The first `count` cells of a line where each may be a head; under bare borders a row may leave out the last."""
    if _NO_HEAD.search(wording):
        return []
    cells = [wording[start:end] for start, end in _cells(wording, border)]
    enough = len(cells) == count or (border is not BORDER and len(cells) > count)
    return cells[:count] if enough and all(0 < len(cell) <= _LONGEST_HEAD for cell in cells) else []


def _act_among(texts: Sequence[str], columns: Sequence[_Column | None]) -> int | None:
    """The act by its column, else the last of the first cells that may be one: what is before it says what it is about."""
    headed = max((at for at, role in enumerate(columns) if role == _Column.ACT), default=None)
    if headed is not None:
        return None if _NO_ACT.fullmatch(texts[headed]) else headed
    found: int | None = None
    for at, text in enumerate(texts):
        if columns[at] in (_Column.OWNER, _Column.DUE, _Column.TAKEN, _Column.STATUS, _Column.OTHER) or _NO_ACT.fullmatch(text):
            continue
        if found is not None and (_is_owner(text) or _only_tells(text)):
            break
        if not (found is None and _only_tells(text)):
            found = at
    return found


def _is_owner(cell: str) -> bool:
    bare = re.sub(r"\s*\([^()]*\)$", "", cell)
    return _DITTO.fullmatch(bare) is not None or (re.fullmatch(r"[^をにがはずた]{2,20}", bare) is not None and PROMISES.says("actor", bare))


def _only_tells(cell: str) -> bool:
    """Whether a cell says only by when an act is due or how far it is done."""
    if _SENTENCE.search(cell):
        return False
    return day_told(cell) is not None or (len(cell) <= _MAX_MARK and _marked(cell) is not None)


def _marked(cell: str) -> PromiseStatus | None:
    found = PROMISES.decided("prepared", cell) or PROMISES.decided("mark", cell)
    return PromiseStatus(found) if found else status_of(cell)
