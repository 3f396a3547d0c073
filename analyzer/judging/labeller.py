"""The unit classifier: a document read → calibrated probabilities of the 14 labels and the signals for each unit.

Two stages. The first, of linear models, judges each unit alone, once from its words (character and lemma n-grams), once
from what was recognised in it (cues, facts, agency, place under headings), once from its word vectors. The second
weighs those verdicts with those of the neighbouring units and of the whole statement, as in stacked generalisation
(Wolpert 1992): a linear model and a few small perceptrons, averaged. It is calibrated by Platt's sigmoid (1999). Fitted in
`learning/fitting.py` with scikit-learn; here only NumPy is needed.
"""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.denials import denies_own_fault, lays_on_another
from analyzer.judging.layers import Block, Combiner, Dense, Network, sigmoid
from analyzer.judging.store import pack_terms, unpack_terms
from analyzer.judging.vetoes import of_a_ruling, ruled_out, told_outright
from analyzer.language.features import (
    DocumentReading,
    UnitReading,
    Vocabulary,
    character_ngrams,
    context_features,
    lemma_ngrams,
    own_features,
)
from analyzer.language.wordlists import in_word_list
from analyzer.schema import FAULTY, MEASURES, Label, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

LABELS = tuple(Label)
SIGNALS = tuple(Signal)
COLUMNS: tuple[Label | Signal, ...] = (*LABELS, *SIGNALS)
"""What is judged of every unit, in the order of the model's columns: the 14 labels, then the signals."""
_ADMISSION, _DEFLECTION, _CAUSE = (COLUMNS.index(label) for label in (Label.ADMISSION, Label.DEFLECTION, Label.CAUSE))
_RULED_OUT = 0.05
"""Probability that is left of a label where a rule rules it out."""
_SURE = 0.5
"""Probability that it has at least where a rule is sure of it."""


def _words(units: Sequence[UnitReading], index: int) -> Counter[str]:
    return Counter(character_ngrams(units[index].wording))


def _lemmas(units: Sequence[UnitReading], index: int) -> Counter[str]:
    return Counter(lemma_ngrams(units[index].parsed))


def _named(units: Sequence[UnitReading], index: int) -> Counter[str]:
    return Counter(own_features(units[index]) + context_features(units, index))


BAGS: Mapping[str, Callable[[Sequence[UnitReading], int], Counter[str]]] = {"characters": _words, "lemmas": _lemmas, "named": _named}
"""The sparse blocks: how the bag of terms of the unit at an index is made."""


@dataclass(frozen=True, slots=True)
class Family:
    """Labels of one question, and the sum of their probabilities from which a unit answers it."""

    labels: frozenset[Label]
    bar: float


PROMISING = Family(MEASURES, 0.32)
"""Whether a unit promises: out of fold, seven of ten units without a label that reach this bar do, of those below it four."""
BLAMING = Family(FAULTY, 0.36)
"""Whether a unit bears a fault: out of fold, every second unit without a label that reaches this bar does."""


@dataclass(frozen=True, slots=True)
class Labeller:
    """Fitted; `slopes` and `offsets` calibrate, `thresholds` assign, each of shape (columns,)."""

    blocks: Mapping[str, Block]
    vectors: Dense
    combiner: Combiner
    slopes: Floats
    offsets: Floats
    thresholds: Floats

    def probabilities(self, document: DocumentReading) -> Floats:
        """Calibrated probabilities, shape (units, columns), in the order of `COLUMNS`; what is said twice is judged once.

        A denial of the speaker's own fault, its laying on another and what else the words settle are left to rules (`denials.py`,
        `vetoes.py`).
        """
        if not document.units:
            return np.empty((0, len(COLUMNS)))
        first = document.first_said()
        fresh = sorted(set(first))
        once = replace(document, units=tuple(document.units[index] for index in fresh))
        logits = self.combiner.logits(combine(self.first_stage(once), once.units))
        return _settled(document, sigmoid(logits * self.slopes + self.offsets)[np.searchsorted(fresh, first)])

    def first_stage(self, document: DocumentReading) -> Floats:
        """Logits of each view, shape (views, units, columns)."""
        units = document.units
        views = [np.stack([block.logits(BAGS[name](units, index)) for index in range(len(units))]) for name, block in self.blocks.items()]
        return np.stack([*views, self.vectors.logits(unit_vectors(units))])

    def assigned(self, probabilities: Floats) -> list[dict[Label, float]]:
        """For each unit the labels at or above their threshold, with their probabilities."""
        return assigned(probabilities, self.thresholds)

    def to_arrays(self) -> "dict[str, NDArray[Any]]":
        arrays: dict[str, NDArray[Any]] = {}
        for name, block in self.blocks.items():
            arrays[f"{name}.terms"] = pack_terms(list(block.vocabulary.columns))
            arrays |= {f"{name}.idf": block.vocabulary.idf, f"{name}.weights": block.weights, f"{name}.bias": block.bias}
        for name, layer in (("vectors", self.vectors), ("linear", self.combiner.linear), ("network", self.combiner.network)):
            arrays |= {f"{name}.{part}": getattr(layer, part) for part in type(layer).__slots__}
        return arrays | {"slopes": self.slopes, "offsets": self.offsets, "thresholds": self.thresholds}

    @classmethod
    def from_arrays(cls, arrays: "Mapping[str, NDArray[Any]]") -> "Labeller":
        def block(name: str) -> Block:
            terms = unpack_terms(arrays[f"{name}.terms"])
            return Block(Vocabulary(terms, arrays[f"{name}.idf"]), arrays[f"{name}.weights"], arrays[f"{name}.bias"])

        def dense(name: str) -> Dense:
            return Dense(*(arrays[f"{name}.{part}"] for part in Dense.__slots__))

        network = Network(*(arrays[f"network.{part}"] for part in Network.__slots__))

        return cls(
            {name: block(name) for name in BAGS},
            dense("vectors"),
            Combiner(dense("linear"), network),
            arrays["slopes"],
            arrays["offsets"],
            arrays["thresholds"],
        )


def _settled(document: DocumentReading, probabilities: Floats) -> Floats:
    """Probabilities, shape (units, columns), where, in a denial of one's own fault or its laying on another, what speaks for an admission
    speaks for a deflection, in another body's reasons for a cause, and where a label that the words rule out, or tell outright, is not,
    or is, borne."""
    given = probabilities.copy()
    for index, unit in enumerate(document.units):
        row = given[index]
        if denies_own_fault(unit.wording) or lays_on_another(unit.wording):
            row[_DEFLECTION] = max(row[_ADMISSION], row[_DEFLECTION], _SURE)
            row[_ADMISSION] = min(row[_ADMISSION], _RULED_OUT)
            continue
        over = unit.placement.heading
        if of_a_ruling(unit.wording, None if over is None else document.units[over].wording):
            row[_CAUSE] = max(row[_ADMISSION], row[_CAUSE])
            row[_ADMISSION] = min(row[_ADMISSION], _RULED_OUT)
            continue
        for label in told_outright(unit.wording):
            row[COLUMNS.index(label)] = max(row[COLUMNS.index(label)], _SURE)
        for label in ruled_out(unit.wording):
            row[COLUMNS.index(label)] = min(row[COLUMNS.index(label)], _RULED_OUT)
    return given


def assigned(probabilities: Floats, thresholds: Floats) -> list[dict[Label, float]]:
    """For each unit the labels whose probability is at or above their threshold; shapes (units, columns) and (columns,)."""
    return [
        {label: round(float(p), 4) for label, p, threshold in zip(LABELS, row, thresholds, strict=False) if p >= threshold}
        for row in probabilities
    ]


def either_of(family: Family, given: Sequence[Mapping[Label, float]], probabilities: Floats) -> list[dict[Label, float]]:
    """For each unit the labels given, and where it bears none at all though the family's together reach its bar, their likeliest.

    That a sentence promises something, or bears a fault, is surer than of which sort: 0.3 and 0.3 pass no threshold alone.
    One that bears another label is left to that: there it is seldom so.

    Parameters
    ----------
    probabilities : shape (units, columns).
    """
    members = [column for column, label in enumerate(LABELS) if label in family.labels]
    told = [dict(labels) for labels in given]
    for labels, row in zip(told, probabilities[:, members], strict=True):
        if not labels and row.sum() >= family.bar:
            likeliest = int(row.argmax())
            labels[LABELS[members[likeliest]]] = round(float(row[likeliest]), 4)
    return told


def unit_vectors(units: Sequence[UnitReading]) -> Floats:
    """Mean word vectors of unit length, shape (units, 300); a unit without known words is zero."""
    rows = np.stack([unit.parsed.vector for unit in units]).astype(np.float64)
    length = np.sqrt((rows**2).sum(axis=1, keepdims=True))
    return rows / np.where(length > 0, length, 1.0)


def combine(views: Floats, units: Sequence[UnitReading]) -> Floats:
    """Second-stage columns: each unit's verdicts, its neighbours', its heading's, the statement's, and its place.

    Words heaped up in a list say nothing of the statement around them: neither their neighbours nor the statement hear them.

    Parameters
    ----------
    views : shape (views, units, columns), first-stage logits.
    """
    count = len(units)
    own = np.concatenate(list(views), axis=1)
    mean = np.clip(views.mean(axis=0), -6, 6)
    strength = sigmoid(mean)
    listed = np.array(in_word_list(units))
    told = strength if listed.all() else strength[~listed]
    heard = np.where(listed[:, None], 0.0, strength)
    blank = np.zeros((1, views.shape[2]))
    before = np.concatenate([blank, heard[:-1]])
    before2 = np.concatenate([blank, blank, heard[:-2]])[:count]
    after = np.concatenate([heard[1:], blank])
    place = np.array([_place(units, index, len(told)) for index in range(count)])
    statement = np.concatenate([told.max(axis=0), told.mean(axis=0)])
    return np.concatenate([np.clip(own, -8, 8), before, before2, after, np.tile(statement, (count, 1)), place], axis=1)


def _place(units: Sequence[UnitReading], index: int, count: int) -> list[float]:
    place = units[index].placement
    topics = [float(place.topic == label) for label in LABELS]
    keys = [float(place.key_topic == label) for label in LABELS]
    return [
        float(place.is_heading),
        float(bool(place.marker)),
        float(place.alone),
        min(1.0, index / count),
        min(count, 60) / 60,
        min(len(units[index].wording), 200) / 200,
        *topics,
        *keys,
    ]
