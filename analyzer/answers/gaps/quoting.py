"""The wording that a finding or a question shows: one clause, whole phrases, safe inside 「」."""

import re
from collections.abc import Iterator
from itertools import pairwise

from analyzer.interface import cut, inside_quotes
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span

SHORTEST_QUOTE, LONGEST_QUOTE = 10, 40
LONGEST_CHAIN = 80

_BREAK = re.compile(
    r"(?<!一同)、(?!(?<=[ご御][一-龥]{2}、)[ご御][一-龥]{2}|(?<=安心、)安全|(?<=安全、)安心)|[。;!?！？|]|[,:](?![0-9])"
    r"|(?<=ます)ので(?=すぐ|今後とも|何卒|なにとぞ|引き?続き|ご(?:理解|愛顧|指導|支援|協力)|よろしく|宜しく)"
    r"|(?<=申し上げる)(?:とともに|と共に)(?!、)|(?<=たこと)や(?=[一-龥])"
)
"""No break is what stands between two that belong together: 「ご心配、ご迷惑」, 「職員一同、」."""
_LISTED = re.compile(
    r"[^、。はがをにへでと\s]{1,14}(?:、[^、。はがをにへでと\s]{1,14}){0,4}(?:への|に対する|に対して|における|での|との|へ(?=[^、。]*(?:周知|指導|教育|研修|徹底)))"
)
_THING = re.compile(r"名詞-(?:普通名詞-一般|固有名詞)|接尾辞-名詞的|接頭辞")
_PERSONS = ("コーチ", "監督", "代表")
"""Who does as the word says, so that the dictionary takes it for an act."""
_NO_MEMBER = re.compile(r"一同|様|皆様|皆さま|当社|弊社|当[一-龥]|本[校院園市県町村会学所件]|以上|上記|[0-9].*|日|月|年|時|分")
"""What stands before a comma and is no member of a list: who speaks, who is spoken to, a time."""
_LINE_HEAD = re.compile(
    r"(?:[^\s。、・]{2,10}\s+(?=[・●○]))?[\s・･•●○◎■□◆◇▼※*\-→⇒]*"
    r"(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]\s*|[一二三四五六七八九十]{1,2}\s+|[①-⑳]\s*|[QA答問][0-9]*[.:．：\s]+)?"
    r"(?:(?:また|なお|そして|しかし|一方|さらに|ただし|及び|および|並びに|ならびに)(?=[^ぁ-ん]|[おご]))?"
)
_APOLOGY = re.compile(r"お詫び|おわび|謝罪|陳謝|申し訳")
"""「痛恨の極みであり、…お詫び申し上げます」: the apology is no part of what is accused."""
_ELSE = re.compile(r"お詫び|おわび|謝|申し訳|迷惑|心配|不便|不安|感謝|お願い|受け止め|反省|裏切|損な|招いた|かけし|皆(?:様|さま)[はに]")
"""What a clause before a promise says that is no part of it."""
_LOOSE_END = re.compile(
    r"(?<=[^\s]{4})(?:と(?:ともに|共に)|につ(?:き|い)(?:まし)?て|とのこと(?:です|でした|で)?|(?<=ます)ように?|(?<=[すんたるい])(?:ので|ものの|のに?(?=$))"
    r"|及び|および|並びに|(?<=[一-龥])や|(?:(?<=こと)|(?<=もの)|(?<![あおこごさはひほもっや]))と|[をがはに、。・\s])$"
)
"""What ends no quotation; after 「…が原因とのことです」 a question would say 「とのことですが」 twice."""
_LEANING = re.compile(r"こと|もの|方|かた|者|ため|よう|際|とき|時|旨|はじめ|うえ|という|といった|ども|係る|等")
"""What leans on the words before it, so that nothing quoted begins with it."""
_AFTER_QUOTE = re.compile(r"[」』](?:との|という|といった|と)(?=[^、。]{4})")
"""A quotation that is too long itself is left out: 「…とのお問い合わせを受け」 begins at 「お問い合わせ」."""
_PAIRS = (("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("【", "】"))
_TAIL = frozenset({"AUX", "SCONJ", "ADP", "PART", "PUNCT"})
_LIGHT_VERB = re.compile(
    r"(?:まい|参|お|い|よ|ござ)る|いただく|頂く|[いた致]す|いたす|申し上げる|くださる|ある|いく|くる|する|つく|おく|よる|はじめ|始める"
    r"|関する|対する|係る|かかる|基づく|伴う|含む|起因|由来|通ずる|通じる|除く"
)
"""What leans on the particle before it, so that no phrase begins with it: 「…をはじめ」, 「…において」, 「…に起因する」."""


def clause_around(unit: UnitReading, span: Span, longest: int = LONGEST_QUOTE) -> Span:
    """The clause the span stands in; where it is long or cuts a bracket, as many whole phrases as fit."""
    wording = unit.wording
    starts = [0, *(found.end() for found in _breaks(unit, 0, span[0]))]
    ends = [*(found.start() for found in _breaks(unit, span[1], len(wording))), len(wording)]
    left, right = _after_head(wording, starts[-1], span[0]), ends[0]
    # A clause such as 「念のため」 or 「努めます」 tells nothing without the next one or the one before.
    if right - left < SHORTEST_QUOTE and wording[right + 1 : ends[-1]].strip() and not _APOLOGY.search(wording, right, ends[1]):
        right = ends[1]
    elif right - left < SHORTEST_QUOTE and len(starts) > 1:
        left = _after_head(wording, starts[-2], span[0])
    if right - left > longest or not _balanced(wording[left:right]):
        opened, closed = _bracket_around(wording, span)
        left, right = max(left, opened), min(right, closed)
    if right - left > longest or not _balanced(wording[left:right]):
        start, end = _phrases_around(unit, span, (left, right), longest)
        # 「受け」 tells nothing without what was said in the 『』 before it.
        if end - start >= SHORTEST_QUOTE or right - left > LONGEST_CHAIN or not _balanced(wording[left:right]):
            left, right = start, end
    while found := _LOOSE_END.search(wording, left, right):
        right = found.start()
    return left, right


def _breaks(unit: UnitReading, first: int, last: int) -> Iterator[re.Match[str]]:
    """What parts the clauses between two places; no comma of a list of nouns does (「部員、指導員、職員等への教育」)."""
    return (found for found in _BREAK.finditer(unit.wording, first, last) if found[0] != "、" or not in_list(unit, found.start()))


def in_list(unit: UnitReading, comma: int) -> bool:
    """Whether a comma stands between two things or persons of a list: a noun before it, and after it a noun with a particle."""
    words = unit.parsed.words
    at = next((index for index, word in enumerate(words) if word.start == comma), 0)
    listed = _LISTED.match(unit.wording, comma + 1)
    if not listed or not 0 < at < len(words) - 1:
        return False
    beside = (words[at - 1], words[at + 1])
    return all((_THING.match(word.tag) or word.text in _PERSONS) and not _NO_MEMBER.fullmatch(word.text) for word in beside)


def chain_to(unit: UnitReading, clause: Span, longest: int = LONGEST_CHAIN) -> Span:
    """The clause with those before it that lead up to it, as far as they fit and speak of nothing else.

    Of 「体制を見直し、点検を重ね、信頼の回復に努めます」 the end alone says less than was said.
    """
    wording, (start, end) = unit.wording, clause
    for left in reversed([0, *(found.end() for found in _breaks(unit, 0, start))]):
        head = _after_head(wording, left, start)
        if end - head > longest or _BREAK.match(wording, head) or _ELSE.search(wording, left, start):
            break
        start = head
    return start, end


def after_mark(unit: UnitReading, span: Span) -> Span:
    """The span without the mark or the number that the line begins with: 「①宛先の誤り」."""
    return _after_head(unit.wording, 0, span[1]) if span[0] == 0 else span[0], span[1]


def _after_head(wording: str, start: int, limit: int) -> int:
    """Where the words begin after a list mark, a number or a 「また」."""
    head = _LINE_HEAD.match(wording, start)
    return min(head.end() if head else start, limit)


def _balanced(wording: str) -> bool:
    return all(wording.count(opening) == wording.count(close) for opening, close in _PAIRS)


def _bracket_around(wording: str, span: Span) -> Span:
    """The inside of the bracket that the span stands in, or the whole wording."""
    openings = ((wording.rfind(opening, 0, span[0]), close) for opening, close in _PAIRS)
    opened, close = max((at, close) for at, close in openings)
    closed = wording.find(close, span[1])
    if opened < 0 or closed < 0 or close in wording[opened : span[0]]:
        return 0, len(wording)
    return opened + 1, closed


def _phrases_around(unit: UnitReading, span: Span, clause: Span, longest: int) -> Span:
    """Whole phrases (文節) of the clause around the span, first to the right, then to the left."""
    starts = [at for at in _phrase_starts(unit) if clause[0] < at < clause[1]]
    leaning = {word.start for word in unit.parsed.words if _LEANING.fullmatch(word.text)}
    heads = [at for at in starts if at not in leaning]
    left = max((at for at in [clause[0], *heads] if at <= span[0]), default=span[0])
    right = min((at for at in [*starts, clause[1]] if at >= span[1]), default=span[1])

    def fits(start: int, end: int) -> bool:
        return 0 < end - start <= longest and _balanced(unit.wording[start:end])

    if right - left > longest:
        short = [at for at in [*heads, span[0]] if right - at <= longest and at < span[1]]
        left = min((at for at in short if fits(at, right)), default=min(short, default=left))
        if right - left <= longest:
            return left, right
        return left, max((at for at in starts if left < at <= left + longest), default=left + longest)
    right = max((at for at in [*starts, clause[1]] if at >= right and fits(left, at)), default=right)
    return min((at for at in [clause[0], *heads] if at <= left and fits(at, right)), default=left), right


def _phrase_starts(unit: UnitReading) -> list[int]:
    words = unit.parsed.words
    after_quotes = [found.end() for found in _AFTER_QUOTE.finditer(unit.wording)]
    return sorted(
        [
            word.start
            for before, word in pairwise(words)
            if before.pos in _TAIL and before.text != "の" and word.pos not in _TAIL and not _LIGHT_VERB.fullmatch(word.lemma)
        ]
        + after_quotes
    )


def span_in_unit(document: DocumentReading, unit: UnitReading, start: int, end: int) -> Span:
    """Where in its unit a wording stands that is told by its place in the text as given."""
    starts, ends = document.normalised.starts, document.normalised.ends
    inside = [at for at in range(*unit.span) if starts[at] >= start and ends[at] <= end]
    return inside[0] - unit.span[0], inside[-1] + 1 - unit.span[0]


def quoted(document: DocumentReading, unit: UnitReading, span: Span) -> str:
    """The wording of a span as the statement was given, full-width marks and all, on one line and safe inside 「」."""
    start, end = document.original_span((unit.span[0] + span[0], unit.span[0] + span[1]))
    lines = (line.strip() for line in document.statement.text[start:end].splitlines())
    shown = "".join(char for char in "".join(lines) if char.isprintable() or char == "\u3000")
    return inside_quotes(shown)


def shortened(title: str) -> str:
    return cut(inside_quotes(title.strip()), LONGEST_QUOTE)
