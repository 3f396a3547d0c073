"""Noun phrases of a unit that end in a key word, with what they are about."""

import re
from collections.abc import Iterator

from analyzer.answers.gaps.quoting import in_list
from analyzer.language.features import UnitReading
from analyzer.language.units import Span

LONGEST_PHRASE = 30
_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_JOINS = re.compile(r"[のや・となへ]|への|及び|および|並びに|ならびに|より|一層|いっそう|さらなる|更なる|再")
_BRIDGES = re.compile(r"関する|対する|おける|係る|かかる|つい")
_NOT_THEIRS = re.compile(
    r"今[後回]|本件|[当弊小]社|[当弊本]|当?クラブ|ため|こと|もの|よう|[上際時中様]|同様|[こそ]れ|とも|[答問AQ]|私(?:たち|ども)?|我々|ほか|他|原因|[①-⑳]"
)
_LEANING = re.compile(r"方|者|ども|たち|ら|等|側|内|分|先")
"""What leans on a word before it: where that is no part of the phrase, 「(担当した)者の不注意」 tells less than the bare word."""
_TAKES_NI = re.compile(r"周知|指導|教育|啓発|共有|誤り|不備|ミス")

_MANNER = re.compile(r".*的|一緒|とも|共|さら|更|新た|適切|十分|確実|厳正|丁寧")
"""「県と一緒に指導」, 「定期的に教育」: how it is taught, and not whom."""


def noun_phrases(unit: UnitReading, key: re.Pattern[str]) -> Iterator[Span]:
    """Noun phrases that end in a word of `key`, with what they are about: 「個人情報の取り扱いに関する教育を徹底」.

    At most `LONGEST_PHRASE` characters, cut only between phrases; a bare key word is none.
    """
    words = unit.parsed.words
    last = len(words)
    for at in reversed(range(len(words))):
        if at >= last or words[at].pos not in _NOMINAL | {"VERB"} or not key.search(words[at].text):
            continue
        first = at
        while first and _belongs(unit, first - 1, at):
            first -= 1
        last = first
        while first < at and (words[first].pos not in _NOMINAL | {"ADJ"} or _LEANING.fullmatch(words[first].text)):
            first += 1
        end = words[at].start + len(words[at].text)
        while end - words[first].start > LONGEST_PHRASE and first < at:
            first += 1
            while first < at and (words[first - 1].pos in _NOMINAL or words[first].pos not in _NOMINAL):
                first += 1
        if end - words[first].start >= 4 and first < at:
            yield words[first].start, end


def _belongs(unit: UnitReading, index: int, key: int) -> bool:
    word, following = unit.parsed.words[index], unit.parsed.words[index + 1]
    if word.text == "、":
        return in_list(unit, word.start)
    if _NOT_THEIRS.fullmatch(word.text):
        return False
    if word.text in ("を", "に", "へ"):
        takes_ni = bool(_TAKES_NI.search(following.text))
        next_to_key = takes_ni and not _MANNER.fullmatch(unit.parsed.words[index - 1].text) if word.text == "に" else index == key - 1
        return next_to_key or (word.text == "に" and bool(_BRIDGES.fullmatch(following.text))) or word.text + following.text == "への"
    if _BRIDGES.fullmatch(word.text):
        return index > 0 and unit.parsed.words[index - 1].text == "に"
    return word.pos in _NOMINAL or bool(_JOINS.fullmatch(word.text)) or (word.pos == "ADJ" and following.text == "な")
