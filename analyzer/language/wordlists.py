"""Words heaped up without a statement, such as a glossary or a list of keywords: good as they sound, they tell nothing."""

import itertools
import re
from collections.abc import Iterator, Sequence

from analyzer.language.features import UnitReading

LEAST_WORDS = 6
"""So many bare words in a row are a word list; a signature block or a table's head has fewer."""
_BETWEEN = re.compile(r"[、,・/;|\s【】\[\]「」()〈〉《》]+")
_NUMBER = re.compile(r"[0-9〇]|^[一二三四五六七八九十]{1,3}[、.]|[一二三四五六七八九十百千]+(?:か月|[名人件回日月年])")
_SAYS = ("助詞", "動詞", "助動詞", "形容詞")
_GLOSSARY = re.compile(r"用語(?:集|解説|の(?:説明|解説|定義|意味))|語句の(?:説明|解説)")
_DEFINITION = re.compile(r"\s*[^:。]{1,24}(?::|とは)")


def in_word_list(units: Sequence[UnitReading]) -> list[bool]:
    """For each unit whether it is part of a word list: a run of bare words, or the definitions of a glossary.

    Bare are words without particle, verb, name, number or any fact: 「二重確認、研修、監査」 does not say that anyone does it.
    """
    listed = [False] * len(units)
    for bare, run in itertools.groupby(range(len(units)), key=lambda index: _is_bare(units[index])):
        members = list(run)
        if bare and sum(_words(units[index]) for index in members) >= LEAST_WORDS:
            for index in members:
                listed[index] = True
    for index in _definitions(units):
        listed[index] = True
    return listed


def _is_bare(unit: UnitReading) -> bool:
    return (
        not unit.facts
        and not _NUMBER.search(unit.wording)
        and not any(word.pos == "PROPN" or (word.tag.startswith(_SAYS) and word.text != "な") for word in unit.parsed.words)
    )


def _words(unit: UnitReading) -> int:
    return sum(bool(part) for part in _BETWEEN.split(unit.wording))


def _definitions(units: Sequence[UnitReading]) -> Iterator[int]:
    """The lines below 「用語集」 as long as each explains a word."""
    inside = False
    for index, unit in enumerate(units):
        if unit.placement.alone and _GLOSSARY.search(unit.wording):
            inside = True
        elif inside and unit.placement.alone and _DEFINITION.match(unit.wording):
            yield index
        else:
            inside = False
