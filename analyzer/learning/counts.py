"""Counts of terms over many units: the bags of one block as one sparse table, made once and encoded for each fold."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy.sparse import csr_matrix

from analyzer.arrays import Floats
from analyzer.language.features import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray


@dataclass(frozen=True, slots=True)
class Counts:
    """`table` has shape (bags, terms); `terms` are sorted."""

    terms: tuple[str, ...]
    table: csr_matrix

    @classmethod
    def of(cls, bags: Iterable[Counter[str]]) -> "Counts":
        """Count every term of the bags."""
        numbers: dict[str, int] = {}
        columns: list[NDArray[np.int64]] = []
        amounts: list[Floats] = []
        for bag in bags:
            columns.append(np.array([numbers.setdefault(term, len(numbers)) for term in bag], dtype=np.int64))
            amounts.append(np.array(list(bag.values()), dtype=np.float64))
        terms = sorted(numbers)
        place = np.empty(len(terms), dtype=np.int64)
        place[[numbers[term] for term in terms]] = np.arange(len(terms))
        starts = np.concatenate([[0], np.cumsum([len(one) for one in columns])])
        found = np.concatenate(columns) if columns else np.empty(0, dtype=np.int64)
        table = csr_matrix((np.concatenate([np.empty(0), *amounts]), place[found], starts), shape=(len(columns), len(terms)))
        return cls(tuple(terms), table)

    def rows(self, at: "NDArray[np.int64]") -> "Counts":
        """The same terms over some of the bags."""
        return Counts(self.terms, self.table[at])

    def without(self, left_out: Callable[[str, int], bool]) -> "Counts":
        """Those counts gone for which `left_out(term, bag)` says so."""
        table = self.table.tocoo()
        kept = np.array([not left_out(self.terms[column], row) for row, column in zip(table.row.tolist(), table.col.tolist(), strict=True)])
        return Counts(self.terms, csr_matrix((table.data[kept], (table.row[kept], table.col[kept])), shape=table.shape))

    def vocabulary(self, groups: Sequence[str], least_groups: int) -> Vocabulary:
        """The terms that at least `least_groups` of the groups use, weighted as `Vocabulary` tells; a group for each bag."""
        names, owner = np.unique(np.asarray(groups), return_inverse=True)
        used = csr_matrix((np.ones(self.table.nnz), self.table.indices, self.table.indptr), shape=self.table.shape)
        members = csr_matrix((np.ones(len(owner)), (owner, np.arange(len(owner)))), shape=(len(names), len(owner)))
        spread = np.diff((members @ used).tocsc().indptr)
        kept = np.flatnonzero(spread >= least_groups)
        frequency = np.asarray(used.sum(axis=0)).ravel()[kept]
        idf = np.log((1 + len(owner)) / (1 + frequency)) + 1
        return Vocabulary({self.terms[term]: column for column, term in enumerate(kept)}, np.round(idf, 4))

    def encoded(self, vocabulary: Vocabulary) -> csr_matrix:
        """What `Vocabulary.encode` gives for each bag, shape (bags, columns of the vocabulary)."""
        known = np.array([vocabulary.columns.get(term, -1) for term in self.terms], dtype=np.int64)
        kept = np.flatnonzero(known >= 0)
        kept = kept[np.argsort(known[kept])]
        found = self.table[:, kept]
        values = (1 + np.log(found.data)) * vocabulary.idf[known[kept][found.indices]]
        length = np.sqrt(np.add.reduceat(np.append(values**2, 0.0), found.indptr[:-1])) * (np.diff(found.indptr) > 0)
        values /= np.repeat(np.where(length > 0, length, 1.0), np.diff(found.indptr))
        rows = csr_matrix((values, known[kept][found.indices], found.indptr), shape=(found.shape[0], len(vocabulary.columns)))
        rows.sort_indices()
        return rows
