"""The text without what it says twice: to the parser and to the outline every sentence is said once."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.language.units import Span

LEAST_CHARACTERS = 10
"""Shorter lines mean something else under another heading (「なし」), so they are read where they stand."""
_WORDED = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Once:
    """`text` with `spans` of its units; `read_at[i]` is which of them the i-th unit of the whole text says."""

    text: str
    spans: tuple[Span, ...]
    read_at: tuple[int, ...]


def without_repeats(text: str, spans: Sequence[Span]) -> Once:
    """The text as it stands but for units that repeat an earlier one in the same words.

    >>> without_repeats("お名前が流出しました。\\nお名前が流出しました。\\n以上", [(0, 11), (12, 23), (24, 26)])
    Once(text='お名前が流出しました。\\n以上', spans=((0, 11), (12, 14)), read_at=(0, 0, 1))
    """
    pieces: list[str] = []
    kept: list[Span] = []
    read_at: list[int] = []
    known: dict[str, int] = {}
    done = before = cut = 0
    for start, end in spans:
        said = text[start:end]  # blanks and all: what is read of it points into its wording
        if said in known:
            # The white space before goes too: nothing of the repeat is left.
            pieces.append(text[done:before])
            cut += end - before
            done = end
        else:
            if len(said) >= LEAST_CHARACTERS and _WORDED.search(said):
                known[said] = len(kept)
            kept.append((start - cut, end - cut))
        read_at.append(known.get(said, len(kept) - 1))
        before = end
    return Once("".join([*pieces, text[done:]]), tuple(kept), tuple(read_at))
