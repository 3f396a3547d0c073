"""How near two sentences of a dossier come to speaking of one act: shared content words, concepts, and word vectors."""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np

from analyzer.dossier.announcement import Announcement
from analyzer.language.features import UnitReading
from analyzer.language.pipeline import Word
from analyzer.rules.slots import KEEPING

TELLING = "=KEC05"
"""The concept of telling somebody: what is done for those harmed is matched by any other act in common."""
WRITTEN = "=KEC12"
"""The concept of what is written and sent; what an announcement tells everybody is no letter."""
SAME = 0.34
"""Likeness from which two sentences speak of one act; measured on train and dev."""
AGAIN = 0.5
"""Likeness from which a promise repeats an earlier one rather than adding another."""
_ITSELF = ("当", "弊")
_PREFIX = "接頭辞"
_VECTOR_SHARE = 0.25
CONTENT = ("NOUN", "VERB", "PROPN", "ADJ")
"""Parts of speech whose words say what a sentence is about."""
_STOP = frozenset(
    (
        "する いる おる ある なる できる いただく くださる こと ため もの よう 行う いたす まいる "
        "当社 弊社 当クラブ 今後 再発 防止 実施 皆様 お客様 予定 "
        "保護者 利用者 会員 患者 方 案 以上 次 全 各 都度 月 日 年 前 後 件 名 回 時 済み 済む"
    ).split()
)
_COMPOUND = re.compile(r"[一-龥]+")
"""Kanji only: 「上長承認」 is 「上長の承認」."""
_TOPIC = re.compile(
    r"(?:(?:また|なお|さらに|加えて|次に|まず|併せて|あわせて)、)?[^。、]{1,24}?(?:につきまして|について|に関しまして|には|では|へは)?は(?=[^。]|$)"
)
_OF_TOPIC = frozenset({"つく", "関する"})
"""What the words of a topic itself come to: 「…につきましては」."""
VERB_END = "うくぐすつぬぶむる"
_LEAST = 6.0
"""Weight below which two short lines share too little to be taken for one act."""
_OF_MATTER = 0.08
"""Share of a promise's own words from which a sentence is about it; 「職員」 or 「よる」 alone is too little."""


class Weights:
    """How telling each content word is within one dossier: those of many sentences say little about which promise is meant."""

    def __init__(self, announcements: Sequence[Announcement]) -> None:
        units = [unit for announcement in announcements for unit in announcement.units]
        seen = Counter(term for unit in units for term in terms(unit))
        self._weights = {term: math.log((1 + len(units)) / count) for term, count in seen.items()}

    def likeness(self, one: UnitReading, other: UnitReading, part: str | None = None) -> float:
        """0–1: the weight of the shared content words in the lighter of the two, and the cosine of their word vectors.

        `part` is the piece of the first unit's wording that is meant, where it is not the whole.
        """
        left, right = terms(one, part), terms(other)
        shared = self._weight(left & right)
        least = min(self._weight(left), self._weight(right))
        cosine = _cosine(one, other)
        floor = max(least, _LEAST)
        return (1 - _VECTOR_SHARE) * shared / floor + _VECTOR_SHARE * max(0.0, cosine)

    def is_of_matter(self, promised: UnitReading, later: UnitReading, part: str | None = None) -> bool:
        """Whether a later sentence has enough of the words of a promise, or of its last clause, to be about it.

        Single characters are cut off some word: they are no word in common.
        """
        last = (part or promised.wording).rpartition("、")[2]  # 「医療機関を訪ね、3月末までに回収を終えます」 is kept by the 「回収」.
        return max(self._shared(promised, later, piece) for piece in (part, last)) >= _OF_MATTER

    def _shared(self, promised: UnitReading, later: UnitReading, part: str | None) -> float:
        own = terms(promised, part)
        return self._weight(frozenset(term for term in own & terms(later) if len(term) > 1)) / max(self._weight(own), _LEAST)

    def _weight(self, some: frozenset[str]) -> float:
        # Exactly rounded: a set has its order from the seed of the string hashes, and a plain sum its last bits from that order.
        return math.fsum(self._weights[term] for term in some)


def terms(unit: UnitReading, part: str | None = None) -> frozenset[str]:
    """Content words of a unit, or of a part of it, and the concepts of `rules/keeping.toml`; numbers and 「する」 are left out."""
    start = unit.wording.find(part) if part else -1
    wording = part if part and start >= 0 else unit.wording
    inside = [word for word in _named(unit.parsed.words) if start < 0 or start <= word.start < start + len(wording)]
    words = (
        word.lemma
        for word in inside
        if word.pos in CONTENT and word.lemma not in _STOP and (len(word.lemma) > 1 or word.lemma >= "一") and not word.lemma.isdecimal()
    )
    pieces = (
        word.lemma[at : at + size]
        for word in inside
        if word.pos in CONTENT and len(word.lemma) >= 4 and _COMPOUND.fullmatch(word.lemma)
        for size in (2, 3)
        for at in range(len(word.lemma) - size + 1)
    )
    concepts = (f"={rule.code}" for rule in KEEPING.rules("concept") if rule.pattern.search(wording))
    return frozenset((*words, *pieces, *concepts)) - _STOP


def _named(words: Sequence[Word]) -> Iterator[Word]:
    """The words without those by which the organisation calls itself (「当クラブ」): no two acts have these in common."""
    before = (None, *words)
    return (word for prefix, word in zip(before, words, strict=False) if not (prefix and prefix.tag == _PREFIX and prefix.lemma in _ITSELF))


def share_a_word(promised: UnitReading, later: UnitReading, part: str | None = None) -> bool:
    """Whether two sentences have a term in common; the single characters that 「皆様」 is cut into are none."""
    return any(len(term) > 1 for term in terms(promised, part) & terms(later))


def is_about(promised: UnitReading, later: UnitReading, part: str | None = None) -> bool:
    """Whether the topic of a later sentence (its words up to the first 「は」) is made of the words of an earlier one."""
    topic = _TOPIC.match(later.wording)
    named = terms(later, topic[0]) if topic else frozenset()
    own = terms(promised, part)
    stems = {term[:-1] for term in own if len(term) >= 4 and term[-1] in VERB_END}  # 「読み上げる」 is told again as 「読み上げ」.
    return bool(named - _OF_TOPIC) and named <= own | stems | _OF_TOPIC


def _cosine(one: UnitReading, other: UnitReading) -> float:
    left, right = one.parsed.vector, other.parsed.vector
    length = float(np.linalg.norm(left) * np.linalg.norm(right))
    return float(left @ right) / length if length else 0.0
