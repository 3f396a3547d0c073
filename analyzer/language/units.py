"""Split a statement's text into unit spans; pure, no language model involved.

A unit is a sentence, or a line where a line stands alone (annotation guideline §1).
"""

import re
from collections.abc import Iterator

Span = tuple[int, int]

MAX_UNIT = 1500
"""Longest unit in code points; anything longer is cut at the last comma before it."""

_TERMINAL = "。｡．！？!?"
_OPENING = "「『（(【［[〈《〔“"
_CLOSING = "」』）)】］]〉》〕”"
_PAIRS = dict(zip(_CLOSING, _OPENING, strict=True))
_LINE_BREAK = re.compile(r"\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LIST_START = re.compile(
    r"[・･●○◯◎■□◆◇▼▽▲△★☆※＊*\-－–—―→⇒≪<＜【［\[〔「『（(〒]"
    r"|第?[0-9０-９一二三四五六七八九十]+(?:[.．、)）\]:：]|条|項|回|章|[ 　\t])"
    r"|[①-⓿㈠-㉃❶-❿ア-ンa-zA-Zａ-ｚＡ-Ｚ][.．)）]"
)
_KEY_VALUE = re.compile(r"[^:：。、「」\n]{1,16}[:：](?!//)")
_MID_SENTENCE_END = re.compile(r"[、，,]$|(?:[ぁ-ん]|[一-龥々ァ-ヶー])$")
_CONTINUES = re.compile(r"[ぁ-んァ-ヶー一-龥々]")
_CLOSED_ROW = re.compile(r"[0-9０-９][時分秒日月年円件名人個台社通箱%％]?(?:まで|から|頃|ごろ)?$")
"""How a row of times or counts ends, which only a particle goes on with."""
_KANA = re.compile(r"[ぁ-ん]")
_HEADING = re.compile(
    r"[一-龥々ァ-ヶー]{0,8}(?:対象|件数|人数|台数|原因|経緯|経過|影響|範囲|状況|症状|内容|概要|対応|対策|期間|場所|日時|防止策|連絡先|問い?合わせ先)"
    r"(?:者|範囲|先|方法|品|製品|商品|サービス|について)?"
)
"""A line that is a heading whole, and the rest of no word."""
_FRESH_SENTENCE = re.compile(r"なお|また|さらに|現在|この(?:ため|件)|その後|今後|[一-龥々ァ-ヶー]{2,8}(?:は|につきまして|について)")
"""How a sentence begins below an item of a list."""


def split_units(text: str) -> list[Span]:
    """Return ordered, non-overlapping code-point spans covering all of `text` but white space.

    >>> text = "お詫び\\n\\n宛先を誤りました。申し訳ございません。"
    >>> [text[a:b] for a, b in split_units(text)]
    ['お詫び', '宛先を誤りました。', '申し訳ございません。']
    """
    units: list[Span] = []
    for block in _blocks(text):
        for span in _sentences(text, block):
            units.extend(_cut_long(text, span))
    return units


def _blocks(text: str) -> Iterator[Span]:
    """Lines, with hard-wrapped ones joined."""
    lines = [span for span in _lines(text) if text[span[0] : span[1]].strip()]
    wrap = max((end - start for start, end in lines), default=0)
    block: Span | None = None
    for line in lines:
        if block is not None and _is_wrapped(text, block, line, wrap):
            block = (block[0], line[1])
            continue
        if block is not None:
            yield block
        block = line
    if block is not None:
        yield block


def _lines(text: str) -> Iterator[Span]:
    start = 0
    for found in _LINE_BREAK.finditer(text):
        yield start, found.start()
        start = found.end()
    yield start, len(text)


def _is_wrapped(text: str, block: Span, line: Span, wrap: int) -> bool:
    """Whether `line` goes on with the sentence that `block` leaves open.

    A line that ends in a comma does; one that ends in mid-word does only where it is about as
    long as the longest line, which is what a mail client's wrapping looks like.
    """
    between = text[block[1] : line[0]]
    if len(_LINE_BREAK.findall(between)) != 1:
        return False
    before = text[block[0] : block[1]].rstrip()
    after = text[line[0] : line[1]].lstrip()
    if _LIST_START.match(after) or _KEY_VALUE.match(after) or not _MID_SENTENCE_END.search(before):
        return False
    last_line = before[max((m.end() for m in _LINE_BREAK.finditer(before)), default=0) :]
    if before[-1] in "、，,":
        return len(last_line) >= 8 and not _LIST_START.match(last_line.lstrip())
    fills = 24 <= len(last_line) <= wrap <= 60 and len(last_line) >= wrap - 3
    return fills and not starts_anew(last_line.strip(), after) and bool(_CONTINUES.match(after))


def starts_anew(above: str, below: str) -> bool:
    """Whether a line is a heading, or begins anew below a row that is closed or an item of a list, however long that is.

    >>> starts_anew("発生 6月8日 3時00分から10時45分", "対象者"), starts_anew("気づいたのは10時45分", "を過ぎてからでした。")
    (True, False)
    """
    if _HEADING.fullmatch(below) or (_CLOSED_ROW.search(above) and not _KANA.match(below)):
        return True
    return _LIST_START.match(above) is not None and _FRESH_SENTENCE.match(below) is not None


def _sentences(text: str, block: Span) -> Iterator[Span]:
    """Sentences of one block; brackets hold a sentence together unless they enclose it whole."""
    start, end = block
    depth: list[str] = []
    begin = start
    at = start
    while at < end:
        char = text[at]
        if char in _OPENING:
            # A comment quoted whole (「…。…。」) is several sentences, not one.
            if text[begin:at].strip() or char not in "「『“" or not _has_sentence(text, at, end):
                depth.append(char)
        elif char in _CLOSING:
            if _PAIRS[char] in depth:
                while depth.pop() != _PAIRS[char]:
                    pass
        elif char in _TERMINAL and not depth and _ends_sentence(text, at, end):
            at += 1
            while at < end and text[at] in _TERMINAL + _CLOSING:
                at += 1
            yield from _trimmed(text, begin, at)
            begin = at
            continue
        at += 1
    if depth and len(text[begin:end]) > 200:
        # A bracket that never closes must not swallow the rest of the paragraph.
        yield from (span for part in _plain(text, begin, end) for span in _trimmed(text, *part))
    else:
        yield from _trimmed(text, begin, end)


def _has_sentence(text: str, at: int, end: int) -> bool:
    closing = {opening: close for close, opening in _PAIRS.items()}[text[at]]
    close = text.find(closing, at, end)
    inside = text[at + 1 : close if close >= 0 else end].rstrip()
    # 「A。B」とのご連絡 is one sentence; a quotation that runs to the end of its line is not.
    return "。" in inside[:-1] and (close < 0 or not text[close + 1 : end].strip())


def _ends_sentence(text: str, at: int, end: int) -> bool:
    char = text[at]
    if char in "。｡":
        return True
    following = text[at + 1 : at + 2] if at + 1 < end else ""
    if char == "．":
        return not _is_number_dot(text, at, following)
    if char in "!?" and following.isascii() and following.isalnum():
        return False
    return not following or following in _TERMINAL + _CLOSING + " 　" or not re.match(r"[とっ]", following)


def _is_number_dot(text: str, at: int, following: str) -> bool:
    before = text[at - 1] if at else ""
    return before.isdigit() or (before.isalpha() and before.isascii()) or following.isdigit()


def _plain(text: str, start: int, end: int) -> Iterator[Span]:
    for found in re.finditer(r"[^。]+。?", text[start:end]):
        yield start + found.start(), start + found.end()


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end


def _cut_long(text: str, span: Span) -> Iterator[Span]:
    start, end = span
    while end - start > MAX_UNIT:
        comma = text.rfind("、", start + MAX_UNIT // 2, start + MAX_UNIT)
        cut = comma + 1 if comma >= 0 else start + MAX_UNIT
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)
