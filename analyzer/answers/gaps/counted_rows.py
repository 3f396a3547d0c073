"""Rows of figures below a line that names what they count: 「年度 対象者数(人) 税額」 above 「令和2年度 985 …」."""

import re
from collections.abc import Sequence

from analyzer.language.features import UnitReading
from analyzer.rules.slots import TRAITS

_MOST_ROWS = 24
"""How far below its head a table may go on: cells may stand on lines of their own."""
_COUNTING = re.compile(
    r"(?<!出席)(?<!来場)(?<!参加)(?<!応募)(?<!回答)(?<!担当)(?:者|人|件|棟|世帯|戸|個|台|通|枚|箱|冊|袋|口座|店舗|児童|生徒|学生|会員|患者|園児)数"
    r"|\((?:人|名|件|棟|世帯|戸|個|台|通|枚|箱|冊|袋)\)"
)
_NO_EXTENT = re.compile(r"点検|検査|調査|聞き?取り|会議|委員|定員")
_COUNTED = re.compile(
    r"(?:[0-9]|[一二三四五六七八九十百千])(?:万|千)?余?り?(?:名|人|件|通|枚|冊|世帯|社|部|口座|アカウント|家庭|先|台|個|本|点)(?!目)"
)
_FIGURE = re.compile(r"(?:^|[\s|│┃])[0-9][0-9,]*(?=[\s|│┃]|$)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_SENTENCE = re.compile(r"。|(?:ます|ました|です|である|した)$")


def counted_rows(units: Sequence[UnitReading]) -> tuple[int, ...]:
    """The heads of columns that count people or things, each with the first row of figures below it."""
    heads = (head for head, unit in enumerate(units) if _heads(unit.wording))
    return tuple(sorted({place for head in heads for place in _with_its_row(units, head)}))


def counts_only_carriers(wording: str) -> bool:
    """Whether all that a unit counts is what the data were in: 「ノートパソコン1台を置き忘れました」."""
    return TRAITS.says("carriers_counted", wording) and not _COUNTED.search(TRAITS.without("carriers_counted", wording))


def _heads(wording: str) -> bool:
    """Whether a line names columns or a key, one of which counts, and holds no figure itself."""
    counts = _COUNTING.search(wording) is not None and _NO_EXTENT.search(wording) is None
    return counts and not re.search(r"[0-9]", wording) and not _SENTENCE.search(wording)


def _with_its_row(units: Sequence[UnitReading], head: int) -> tuple[int, ...]:
    for index in range(head + 1, min(head + 1 + _MOST_ROWS, len(units))):
        wording = units[index].wording
        if _SENTENCE.search(wording) or _heads(wording):
            break
        figures = (found[0].strip("|│┃ \t\u3000") for found in _FIGURE.finditer(wording))
        if any(not _YEAR.fullmatch(figure) for figure in figures):
            return head, index
    return ()
