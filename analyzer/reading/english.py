"""The lines of a text in two languages that say in English what stands in Japanese beside them."""

import re

from analyzer.language.units import Span

LINE = re.compile(r"[^\n\r\v\f\x85\u2028\u2029]+(?:\r\n|[\n\r\v\f\x85\u2028\u2029]|\Z)")
_OTHER = re.compile(r"[^\x00-\x7f‘’“”–—…©®™à-ÿ]")
"""What shows that a line is not in English alone."""
_WORD = re.compile(r"(?<![\w@./-])[A-Za-z][a-z’']*(?![\w@/-])")
_SMALL = re.compile(
    r"(?<!\w)(?:the|an?|of|to|in|on|at|by|for|from|with|and|or|not|no|we|our|us|you|your|it|its|this|that|those|who|is|are|was|were|be|been|has|have|had"
    r"|will|may|any|please)(?!\w)",
    re.IGNORECASE,
)
"""Words that make a sentence; names, models and addresses hold few of them."""
_FEWEST_SMALL = 2
_FEWEST_WORDS, _FEWEST_IN_ALL = 5, 20
"""Words of a line, and of all such lines: a single one may be a name or a message quoted."""


def english_in(text: str) -> list[Span]:
    """The lines in English, the rest of a paragraph that was broken into lines with them; none where little but a title is in Japanese.

    >>> text = "名簿の件\\n紛失。\\nA list of the names got lost on that day.\\nWe are sorry for it and will tell you more.\\n"
    >>> [text[start:end] for start, end in english_in(text)][1:]
    ['We are sorry for it and will tell you more.\\n']
    """
    lines: list[Span] = []
    words = others = 0
    for found in LINE.finditer(text):
        line = found[0].strip()
        if not line or _OTHER.search(line):
            others += bool(line)
            continue
        goes_on = bool(lines) and lines[-1][1] == found.start() and line[0].islower()
        told = len(_WORD.findall(line))
        if goes_on or (told >= _FEWEST_WORDS and len(_SMALL.findall(line)) >= _FEWEST_SMALL):
            lines.append(found.span())
            words += told
    return lines if words >= _FEWEST_IN_ALL and others > 1 else []
