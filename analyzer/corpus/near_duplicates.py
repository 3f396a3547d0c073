"""Statements worded so alike that both tell one notice: cosine of TF-IDF weighted character n-grams."""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components
from sklearn.feature_extraction.text import TfidfVectorizer

from analyzer.statement import LabelledStatement

LEAST = 0.09
"""Cosine from which two statements are near duplicates: pairs above it that were read told one notice, but for texts of few words."""
_SIZE = 6
_ROWS = 500


def near_duplicates(texts: Sequence[str]) -> Iterator[tuple[int, int, float]]:
    """Indices of each pair of near duplicates, the earlier first, and their cosine; in order of the earlier."""
    if not texts:
        return
    vectorizer = TfidfVectorizer(analyzer="char", ngram_range=(_SIZE, _SIZE), sublinear_tf=True, dtype=np.float32)
    grams = vectorizer.fit_transform(texts)
    for start in range(0, len(texts), _ROWS):
        block = (grams[start : start + _ROWS] @ grams.T).tocoo()
        kept = (block.data >= LEAST) & (block.row + start < block.col)
        yield from sorted(zip((block.row[kept] + start).tolist(), block.col[kept].tolist(), block.data[kept].tolist(), strict=True))


def groups_of(labelled: Sequence[LabelledStatement]) -> list[str]:
    """A group for each statement, named by its first: statements of one organisation and near duplicates stay on one side of a split."""
    first: dict[str, int] = {}
    pairs = [(first.setdefault(gold.group, at), at) for at, gold in enumerate(labelled)]
    pairs += [(earlier, later) for earlier, later, _ in near_duplicates([gold.text for gold in labelled])]
    earlier, later = np.array(pairs).T
    graph = coo_matrix((np.ones(len(pairs), dtype=np.int8), (earlier, later)), shape=(len(labelled), len(labelled)))
    _, component = connected_components(graph, directed=False)
    _, places = np.unique(component, return_index=True)
    return [labelled[places[at]].id for at in component]
