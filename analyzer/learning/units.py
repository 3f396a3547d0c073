"""All units of some labelled documents in one table, as the unit classifier is fitted on them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analyzer.arrays import Floats
from analyzer.corpus.near_duplicates import groups_of
from analyzer.judging.labeller import BAGS, COLUMNS, unit_vectors
from analyzer.language.features import DocumentReading
from analyzer.learning.counts import Counts
from analyzer.learning.settings import LabellerSettings
from analyzer.statement import LabelledStatement

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Units:
    """All units of some documents in one table: counts a block, vectors (units, 300), targets (units, columns), weights, groups."""

    counts: Mapping[str, Counts]
    vectors: Floats
    targets: "NDArray[np.int8]"
    weights: Floats
    groups: "NDArray[np.str_]"
    documents: tuple[DocumentReading, ...]
    owner: "NDArray[np.int64]"

    @classmethod
    def of(cls, documents: Sequence[DocumentReading], labelled: Sequence[LabelledStatement], settings: LabellerSettings) -> "Units":
        places = [(document, index) for document in documents for index in range(len(document.units))]
        return cls(
            counts={name: Counts.of(make(document.units, index) for document, index in places) for name, make in BAGS.items()},
            vectors=np.concatenate([unit_vectors(document.units) for document in documents]),
            targets=np.concatenate([targets_of(document, gold) for document, gold in zip(documents, labelled, strict=True)]),
            weights=np.repeat([settings.weight_of(gold) for gold in labelled], [len(document.units) for document in documents]),
            groups=np.repeat(groups_of(labelled), [len(document.units) for document in documents]),
            documents=tuple(documents),
            owner=np.array([at for at, document in enumerate(documents) for _ in document.units]),
        )

    def cuts(self) -> "NDArray[np.int64]":
        """Where one document's units end and the next one's begin."""
        return np.cumsum([len(document.units) for document in self.documents])[:-1]

    def statement_groups(self) -> "NDArray[np.str_]":
        """The group of each document, shape (documents,)."""
        return self.groups[np.searchsorted(self.owner, np.arange(len(self.documents)))]

    def rows(self, documents: Sequence[int]) -> "NDArray[np.int64]":
        return np.flatnonzero(np.isin(self.owner, list(documents)))


def targets_of(document: DocumentReading, labelled: LabelledStatement) -> "NDArray[np.int8]":
    """Gold labels and signals of the document's own units, shape (units, columns): those of the gold unit each overlaps most."""
    targets = np.zeros((len(document.units), len(COLUMNS)), dtype=np.int8)
    for row, unit in enumerate(document.units):
        start, end = document.original_span(unit.span)
        best = max(labelled.units, key=lambda gold: min(end, gold.end) - max(start, gold.start), default=None)
        if best is not None and min(end, best.end) > max(start, best.start):
            targets[row] = [column in best.labels or column in best.signals for column in COLUMNS]
    return targets
