"""GiNZA: loaded and tuned here and nowhere else.

The measured reasons for each setting: GiNZA's own sentences run across line breaks, so our units are fixed before
the parser; `ner` costs as much as the parser and misses what rules find; `bunsetu_recognizer` is quadratic on deep
chains; NumPy's OpenBLAS makes the CNN's products 3× faster than thinc's default with the same output; batches of 8
documents are faster than 1,000 and keep memory flat. `attribute_ruler` is switched off by GiNZA itself. `strings`, the
spelling of 600,000 words, took two thirds of the loading time; vectors are found by hash, and a word that is read brings
its own spelling. What shorter words a word is made of, which the tokeniser looks up for other modes, nobody asks.
"""

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, cast

from analyzer.language.units import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MODEL = "ja_ginza"
BATCH = 8
MAX_BYTES = 30_000
"""Text given to GiNZA at once, in UTF-8 bytes; Sudachi refuses more than 49,149."""

VECTOR_SIZE = 300
_COMMANDS = "spacy.cli.info"


@dataclass(frozen=True, slots=True)
class Word:
    """One token of a unit; `head` is an index into the unit's words (its own index for the root), `start` an offset into the unit."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    start: int


@dataclass(frozen=True, slots=True)
class ParsedUnit:
    """The words of one unit and the mean vector of its content words, shape (300,)."""

    words: tuple[Word, ...]
    vector: "NDArray[np.float32]"


def parse(texts: Iterable[tuple[str, list[Span]]]) -> Iterator[list[ParsedUnit]]:
    """Parse (text, unit spans) pairs lazily, in order: one list of parsed units for each.

    `text` must be normalised (no lone surrogates). Long texts go through in several pieces.
    """
    nlp = load()
    plan: list[int] = []
    """Of how many pieces each text is made."""

    def pieces() -> Iterator[tuple[str, list[Span]]]:
        for text, spans in texts:
            parts = list(_pieces(text, spans))
            plan.append(len(parts))
            for part in parts:
                start, end = part[0][0], part[-1][1]
                yield text[start:end], [(a - start, b - start) for a, b in part]

    docs = nlp.pipe(((_doc(nlp, text, spans), spans) for text, spans in pieces()), as_tuples=True, batch_size=BATCH)
    done = 0
    collected: list[ParsedUnit] = []
    parts_seen = 0
    for doc, spans in docs:
        while plan[done] == 0:
            yield []
            done += 1
        collected.extend(_parsed(doc, spans))
        parts_seen += 1
        if parts_seen == plan[done]:
            yield collected
            collected, parts_seen, done = [], 0, done + 1
    for _ in plan[done:]:
        yield []


@cache
def load() -> "Language":
    """The tuned pipeline; loaded once a process."""
    spacy = _spacy()
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=False):
        nlp: Language = spacy.load(MODEL, exclude=["ner", "bunsetu_recognizer", "attribute_ruler", "strings"])
    cast("Any", nlp.tokenizer).need_subtokens = False
    return nlp


def _spacy() -> Any:
    """spaCy without the commands of its own, with which it would import a client of the web and 360 modules more.

    It takes one function from them, `spacy.info`, which still comes from there where it is called.
    """
    if "spacy" not in sys.modules:
        commands = ModuleType(_COMMANDS)
        cast("Any", commands).info = lambda *args, **kwargs: import_module(_COMMANDS).info(*args, **kwargs)
        sys.modules[_COMMANDS] = commands
        try:
            import_module("spacy")
        finally:
            del sys.modules[_COMMANDS]
    return import_module("spacy")


def mean_vector(words: Iterable[Word]) -> "NDArray[np.float32]":
    """The mean vector of those of the `words` that are content words, shape (300,); zeros where none of them is known."""
    from spacy.strings import get_string_id

    return _mean(load().vocab.vectors, (get_string_id(word.text) for word in words if word.pos in _CONTENT))


def versions() -> dict[str, str]:
    """Versions of everything a change of which would change tokens, parses or scores."""
    from importlib.metadata import version

    return {name: version(name) for name in ("ginza", "ja_ginza", "spacy", "SudachiPy", "SudachiDict-core")}


def _doc(nlp: "Language", text: str, spans: list[Span]) -> "Doc":
    """Tokenised, with exactly our units as sentences: the parser keeps the starts it finds set."""
    import numpy as np

    doc = nlp.make_doc(text)
    at, length, blank = doc.to_array(["IDX", "LENGTH", "IS_SPACE"]).astype(np.int64).T
    units = np.searchsorted([start for start, _ in spans], at + length - 1, side="right")
    worded = blank == 0
    worded[:1] = True
    places = np.flatnonzero(worded)
    starts = np.full(len(doc), -1)
    starts[places[np.diff(units[places], prepend=-1) != 0]] = 1
    doc.from_array(["SENT_START"], cast("Any", starts.astype(np.uint64)))
    return doc


def _pieces(text: str, spans: list[Span]) -> Iterator[list[Span]]:
    piece: list[Span] = []
    for span in spans:
        if piece and len(text[piece[0][0] : span[1]].encode()) > MAX_BYTES:
            yield piece
            piece = []
        piece.append(span)
    if piece:
        yield piece


def _parsed(doc: "Doc", spans: list[Span]) -> Iterator[ParsedUnit]:
    starts = [start for start, _ in spans]
    tokens: list[list[Token]] = [[] for _ in spans]
    for token in doc:
        if not token.is_space:
            tokens[max(0, bisect_right(starts, token.idx) - 1)].append(token)
    vectors = cast("Any", doc.vocab.vectors)
    for group, begin in zip(tokens, starts, strict=True):
        places = {token.i: index for index, token in enumerate(group)}
        yield ParsedUnit(
            words=tuple(
                Word(
                    text=token.text,
                    lemma=token.lemma_,
                    pos=token.pos_,
                    tag=token.tag_,
                    dep=token.dep_.removesuffix("_bunsetu"),
                    head=places.get(token.head.i, index),
                    start=token.idx - begin,
                )
                for index, token in enumerate(group)
            ),
            vector=_mean(vectors, (token.orth for token in group if token.pos_ in _CONTENT)),
        )


def _mean(vectors: Any, keys: Iterable[int]) -> "NDArray[np.float32]":
    import numpy as np

    known = [row for row in (vectors.find(key=key) for key in keys) if row >= 0]
    if not known:
        return np.zeros(VECTOR_SIZE, dtype=np.float32)
    return cast("NDArray[np.float32]", vectors.data[known].mean(axis=0).astype(np.float32))


_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "ADV"})
