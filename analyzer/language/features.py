"""Units → features: character n-grams, lemmas, and named features (cues, agency, facts, place in the outline)."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from analyzer.language.agency import agency_features
from analyzer.language.cues import Cue, find_cues
from analyzer.language.facts import Fact, find_facts
from analyzer.language.normalise import Normalised, fold, normalise, unwrapped
from analyzer.language.outline import Placement, outline
from analyzer.language.pipeline import ParsedUnit, parse
from analyzer.language.repeats import Once, without_repeats
from analyzer.language.units import Span, split_units
from analyzer.statement import Statement

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHARACTER_NGRAMS = range(1, 6)
_DIGITS = re.compile(r"[0-9]+")
_BLANKS = re.compile(r"\s+")
_LEMMA_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PRON", "SCONJ", "CCONJ", "DET"})


@dataclass(frozen=True, slots=True)
class UnitReading:
    """Everything seen in one unit before any model judges it; `above` are the content lemmas of the heading it stands under."""

    wording: str
    span: Span
    placement: Placement
    parsed: ParsedUnit
    above: tuple[str, ...]
    cues: tuple[tuple[Cue, int, int], ...]
    facts: tuple[Fact, ...]

    def has_cue(self, *codes: str) -> bool:
        return any(cue.code in codes for cue, _, _ in self.cues)


@dataclass(frozen=True, slots=True)
class DocumentReading:
    """A statement read: its normalised text and its units, spans in the normalised text."""

    statement: Statement
    normalised: Normalised
    title: str
    units: tuple[UnitReading, ...]

    def original_span(self, span: Span) -> Span:
        return self.normalised.original_span(*span)

    def first_said(self) -> list[int]:
        """For each unit the index of the first with the same words under the same topic: its own unless it repeats another."""
        first: dict[tuple[str, str | None], int] = {}
        return [first.setdefault((_BLANKS.sub("", unit.wording), unit.placement.topic), index) for index, unit in enumerate(self.units)]


def read_documents(statements: Iterable[Statement]) -> Iterator[DocumentReading]:
    """Normalise, split, parse and look up each statement, lazily and in order; a sentence said twice is read where it is said first."""
    waiting: list[tuple[Statement, Normalised, list[Span], Once]] = []

    def prepared() -> Iterator[tuple[str, list[Span]]]:
        for statement in statements:
            lines = normalise(statement.text).without(statement.left_out)
            normalised, spans = unwrapped(lines, split_units(lines.text))
            once = without_repeats(normalised.text, spans)
            waiting.append((statement, normalised, spans, once))
            yield once.text, list(once.spans)

    for parsed in parse(prepared()):
        statement, normalised, spans, once = waiting.pop(0)
        yield DocumentReading(statement, normalised, fold(statement.title or ""), _units(normalised.text, spans, once, parsed))


def _units(text: str, spans: list[Span], once: Once, parsed: list[ParsedUnit]) -> tuple[UnitReading, ...]:
    placements = outline(once.text, once.spans)
    said_at: dict[int, int] = {}
    for index, read in enumerate(once.read_at):
        said_at.setdefault(read, index)
    units: list[UnitReading] = []
    for span, read in zip(spans, once.read_at, strict=True):
        wording, place = text[span[0] : span[1]], placements[read]
        heading = None if place.heading is None else said_at[place.heading]
        above = () if place.heading is None else parsed[place.heading].words
        units.append(
            UnitReading(
                wording=wording,
                span=span,
                placement=replace(place, heading=heading),
                parsed=parsed[read],
                above=tuple(word.lemma for word in above if word.pos in _LEMMA_CONTENT),
                cues=tuple(find_cues(wording)),
                facts=tuple(find_facts(wording)),
            )
        )
    return tuple(units)


def character_ngrams(wording: str) -> Iterator[str]:
    """Character 1–5-grams of the wording with its digits folded to 0 and its ends marked."""
    text = "^" + _BLANKS.sub(" ", _DIGITS.sub("0", wording)) + "$"
    for size in CHARACTER_NGRAMS:
        for start in range(len(text) - size + 1):
            yield text[start : start + size]


def lemma_ngrams(unit: ParsedUnit) -> Iterator[str]:
    """Lemmas and lemma bigrams; numbers and proper names are masked so that no name is learnt."""
    lemmas = ["#" if word.pos == "NUM" else "@" if word.pos == "PROPN" else word.lemma for word in unit.words if word.pos != "PUNCT"]
    yield from lemmas
    yield from (f"{left}_{right}" for left, right in itertools.pairwise(lemmas))
    content = [lemma for lemma, word in zip(lemmas, (w for w in unit.words if w.pos != "PUNCT"), strict=True) if word.pos in _LEMMA_CONTENT]
    yield from (f"{left}~{right}" for left, right in zip(content, content[2:], strict=False))


def own_features(unit: UnitReading) -> list[str]:
    """Named features of the unit itself."""
    names = [f"cue:{cue.code}" for cue, _, _ in unit.cues]
    names += sorted({f"fact:{fact.kind}" for fact in unit.facts})
    names += [f"fact:{kind}>1" for kind, count in Counter(fact.kind for fact in unit.facts).items() if count > 1]
    names += agency_features(unit.parsed)
    place = unit.placement
    names += [f"marker:{place.marker}", f"length:{min(6, len(unit.wording).bit_length())}", f"alone:{place.alone}"]
    if place.is_heading:
        names.append("heading")
    if place.topic:
        names += [f"under:{place.topic}", f"under:{place.topic}:{place.marker or 'text'}"]
        names += [f"under:{place.topic}:{cue.code}" for cue, _, _ in unit.cues]
    if place.key_topic:
        names.append(f"key:{place.key_topic}")
    return names


def context_features(units: Sequence[UnitReading], index: int) -> list[str]:
    """Named features of the unit's neighbours, of its place in the statement, and of the words of the heading above it."""
    names = [f"place:{min(4, index * 5 // len(units))}", f"first:{index == 0}", f"last:{index == len(units) - 1}"]
    for name, at in (("before", index - 1), ("before2", index - 2), ("after", index + 1)):
        if 0 <= at < len(units):
            names += [f"{name}:{cue.code}" for cue, _, _ in units[at].cues]
            if units[at].placement.is_heading:
                names.append(f"{name}:heading")
        else:
            names.append(f"{name}:none")
    heading = units[index].placement.heading
    if heading is not None:
        names.append(f"under_distance:{min(5, units[index].placement.distance)}")
        listed = "list" if units[index].placement.marker else "text"
        names += [f"head:{lemma}:{listed}" for lemma in units[index].above]
    return names


Encoded = tuple["NDArray[np.int64]", "NDArray[np.float64]"]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """One block of terms with their column weights; a unit's block has Euclidean length 1.

    Fitted in `learning/counts.py` on terms that several organisations use, so that no organisation's name is learnt.
    Term frequencies are damped (1 + ln tf) and weighted by inverse document frequency, as in
    scikit-learn's `TfidfVectorizer(sublinear_tf=True, smooth_idf=True)`.
    """

    columns: Mapping[str, int]
    idf: "NDArray[np.float64]"

    def encode(self, bag: Counter[str]) -> Encoded:
        """Columns and values of one unit."""
        columns = np.fromiter(map(self.columns.get, bag, itertools.repeat(-1)), dtype=np.int64, count=len(bag))
        known = columns >= 0
        if not known.any():
            return np.empty(0, dtype=np.int64), np.empty(0)
        at = columns[known]
        counts = np.fromiter(bag.values(), dtype=np.float64, count=len(bag))[known]
        values = (1 + np.log(counts)) * self.idf[at]
        return at, values / np.sqrt((values**2).sum())
