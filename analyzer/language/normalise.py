"""NFKC and removal of invisible characters, with a map back to the text as given."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_KEEP = re.compile(r"[①-⓿❶-➓㊀-㊉㈠-㈩…‥]")
"""Characters whose NFKC form would run into the text: 「①宛先」 must not become 「1宛先」."""

_FOLD = str.maketrans({"～": "〜", "~": "〜", "−": "-", "‐": "-", "‑": "-", "‒": "-", "–": "-", "｡": "。"})
_STOPS = {"．": "。", ".": "。", "，": "、", ",": "、"}
"""The stops of papers and forms, which a Japanese sentence closes with as with 「。」 and 「、」; those of numbers keep their form."""
_INFLECTED, _JAPANESE = re.compile(r"[ぁ-ん」』）)]"), re.compile(r"[ァ-ヶー一-龥々]")
_MARKER = re.compile(r"(?:\A|[\s(（])[ア-ン一二三四五六七八九十]{1,2}\Z")
_BLANKS = re.compile(r"\A[ \t]+|(?<![ \t])[ \t]*(?:\n(?:[ \t]*\n)*[ \t]*|\Z)")
_LATIN = re.compile(r"[!-~]{2}")
_WRAP = re.compile(r"[ \t]*\n\s*")
_HALF_WIDTH_MARKS = "ﾞﾟ"


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` is what is analysed; `starts[i]`/`ends[i]` are code-point offsets of its i-th character in the original."""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the text as given for the half-open span `start:end` of `self.text` (not empty)."""
        return self.starts[start], self.ends[end - 1]

    def kept(self, indices: Sequence[int]) -> "Normalised":
        """Only the characters at these indices, in order."""
        text, starts, ends = self.text, self.starts, self.ends
        return Normalised("".join(text[i] for i in indices), tuple(starts[i] for i in indices), tuple(ends[i] for i in indices))

    def without(self, spans: Sequence[tuple[int, int]]) -> "Normalised":
        """Without what stands at these spans of the text as given; a blank stays between two Latin characters.

        >>> normalise("名簿を\\n回収").without([(3, 4)]).text
        '名簿を回収'
        """
        if not spans:
            return self
        gone = {at for start, end in spans for at in range(start, end)}
        chars: list[str] = []
        places: list[tuple[int, int]] = []
        pending: tuple[int, int] | None = None
        for char, start, end in zip(self.text, self.starts, self.ends, strict=True):
            if start in gone:
                pending = (start, end)
                continue
            if pending and chars and _LATIN.fullmatch(chars[-1] + char):
                chars.append(" ")
                places.append(pending)
            pending = None
            chars.append(char)
            places.append((start, end))
        return Normalised("".join(chars), tuple(start for start, _ in places), tuple(end for _, end in places))


def normalise(text: str) -> Normalised:
    """Fold widths and stops, compose, drop format and control characters, unify line ends.

    Blanks at either end of a line and all but one of several blank lines go: the parser would see them as context.

    >>> normalise("ＦＣ\\u200b霧　\\r\\nｶﾞ\\n \\n\\n").text
    'FC霧\\nガ\\n\\n'
    >>> normalise("送信しました．宛先は，1,200名です．").text
    '送信しました。宛先は、1,200名です。'
    """
    chars: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at = 0
    size = len(text)
    while at < size:
        end = at + 1
        if text[at] == "\r" and text[end : end + 1] == "\n":
            end += 1
            folded = "\n"
        elif text[at] in _STOPS and _closes_japanese(text, at):
            folded = _STOPS[text[at]]
        else:
            while end < size and (unicodedata.combining(text[end]) or text[end] in _HALF_WIDTH_MARKS):
                end += 1
            folded = _fold(text[at:end])
        for char in folded:
            chars.append(char)
            starts.append(at)
            ends.append(end)
        at = end
    return Normalised("".join(chars), tuple(starts), tuple(ends)).kept(_without_blanks("".join(chars)))


def unwrapped(normalised: Normalised, spans: Sequence[tuple[int, int]]) -> tuple[Normalised, list[tuple[int, int]]]:
    """The text without the line breaks inside its units, and the spans of the units in it: a wrapped word is one word.

    >>> unwrapped(normalise("お客様にご迷\\n惑をおかけしました。"), [(0, 17)])[0].text
    'お客様にご迷惑をおかけしました。'
    """
    kept: list[int] = []
    moved: list[tuple[int, int]] = []
    done = 0
    for start, end in spans:
        kept += range(done, start)
        begin = len(kept)
        inside = normalised.text[start:end]
        done = start
        for wrap in _WRAP.finditer(inside):
            kept += range(done, start + wrap.start())
            # Between two Latin words the break is the blank that parts them.
            if inside[wrap.start() - 1 : wrap.start()].isascii() and inside[wrap.end() : wrap.end() + 1].isascii():
                kept.append(start + wrap.end() - 1)
            done = start + wrap.end()
        kept += range(done, end)
        moved.append((begin, len(kept)))
        done = end
    kept += range(done, len(normalised.text))
    return (normalised, list(spans)) if len(kept) == len(normalised.text) else (normalised.kept(kept), moved)


def fold(text: str) -> str:
    """The normalised text alone, for short strings such as titles."""
    return normalise(text).text


def _without_blanks(text: str) -> list[int]:
    """Indices of what is kept: of blanks beside line ends nothing, of several line ends the first and the last."""
    kept: list[int] = []
    done = 0
    for blank in _BLANKS.finditer(text):
        kept += range(done, blank.start())
        kept += sorted({found for found in (text.find("\n", *blank.span()), text.rfind("\n", *blank.span())) if found >= 0})
        done = blank.end()
    return [*kept, *range(done, len(text))]


def _closes_japanese(text: str, at: int) -> bool:
    """Whether the stop stands behind a Japanese word, not in a number, a list's marker, an address or a file name."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if (after.isascii() and after.isalpha()) or _MARKER.search(text, max(0, at - 4), at):
        return False
    return bool(_INFLECTED.match(before)) or (bool(_JAPANESE.match(before)) and not after.isdigit())


def _fold(cluster: str) -> str:
    if cluster in "\r\v\f\x85\u2028\u2029":
        return "\n"
    if cluster in "\n\t":
        return cluster
    kept = "".join(c for c in cluster if unicodedata.category(c) not in ("Cf", "Cc", "Cs", "Co", "Cn") and not _is_selector(c))
    if not kept or _KEEP.match(kept):
        return kept
    return unicodedata.normalize("NFKC", kept).translate(_FOLD)


def _is_selector(char: str) -> bool:
    return "\ufe00" <= char <= "\ufe0f" or "\U000e0100" <= char <= "\U000e01ef"
