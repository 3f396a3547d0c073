"""Lines, sections and columns on 80 cells, broken where Japanese allows it."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from analyzer.interface import word
from analyzer.schema import Lang

WIDTH = 80
_NEVER_FIRST = frozenset("、。，．・：；？！」』）〕】〉》ー…々ぁぃぅぇぉっゃゅょァィゥェォッャュョ,.:;?!)]}%％")
_NEVER_LAST = frozenset("「『（〔【〈《([{")


def printed(parts: Iterable[Text], *, color: bool) -> str:
    """Lines of at most `WIDTH` cells without spaces at their ends; without `color` no escape sequence is written."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=WIDTH,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for part in parts:
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def section(name: str, lang: Lang, *body: Text) -> Iterator[Text]:
    """A blank line, the section's name, and what stands under it."""
    yield Text()
    yield Text(f"■ {word(name, lang)}", style="bold")
    yield from body


def rows(pairs: Iterable[tuple[str, Text]], *, justify: Literal["left", "right"] = "left", after: str = "") -> Text:
    """Two columns: the left as wide as its widest word, the right with the rest of the line."""
    made = list(pairs)
    width = max((cell_len(left) for left, _ in made), default=0)
    lines: list[Text] = []
    for left, right in made:
        blank = " " * (width - cell_len(left))
        lead = blank + left if justify == "right" else left + blank
        for line in folded(right, WIDTH - width - 1, after):
            lines.append(Text(f"{lead} ") + line)
            lead = " " * width
    return Text("\n").join(lines)


def in_a_column(names: Sequence[str]) -> list[str]:
    """The names, each as wide as the widest of them, so that what follows them stands in a column."""
    width = max(map(cell_len, names), default=0)
    return [name + " " * (width - cell_len(name)) for name in names]


def folded(text: Text, width: int, after: str = "") -> Iterator[Text]:
    """Lines no wider than `width`, broken behind `after` or, without it, where Japanese allows it; rich would begin one with 「。」."""
    plain = text.plain
    cuts: list[int] = []
    start = used = best = 0
    tagged = False
    for at, char in enumerate(plain):
        tagged = char != "〕" and (tagged or plain[at - 1 : at] == "〔")
        if plain.endswith(after, 0, at) if after else _may_break(plain[at - 1 : at], char, tagged):
            best = at
        used += cell_len(char)
        if used > width and char != " ":
            start = best if best > start else at
            cuts.append(start)
            used = cell_len(plain[start : at + 1])
    for line in text.divide(cuts):
        line.rstrip()
        yield line


def _may_break(before: str, char: str, tagged: bool) -> bool:
    if tagged or before == " ":
        return before == " "
    return char != " " and not (before.isascii() and char.isascii()) and before not in _NEVER_LAST and char not in _NEVER_FIRST
