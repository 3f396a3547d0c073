"""What the model is measured against: the commonest answer, wording rules alone, character n-grams without GiNZA."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.multiclass import OneVsRestClassifier
from sklearn.pipeline import make_pipeline

from analyzer.judging.grounds import gather
from analyzer.judging.labeller import COLUMNS, LABELS
from analyzer.judging.model import Model
from analyzer.judging.ordinal import level_of
from analyzer.judging.rubric import values_of
from analyzer.language.features import DocumentReading
from analyzer.learning.units import targets_of
from analyzer.measuring.evaluation import Judged
from analyzer.schema import Axis
from analyzer.statement import LabelledStatement

if TYPE_CHECKING:
    from numpy.typing import NDArray


T = TypeVar("T")


def gold_of(labelled: Sequence[LabelledStatement], documents: Sequence[DocumentReading]) -> Judged:
    """What the annotators said, on the units the analyzer splits."""
    assigned = [targets_of(document, gold)[:, : len(LABELS)] for document, gold in zip(documents, labelled, strict=True)]
    return Judged.by_annotators(labelled, np.concatenate(assigned), [at for at, document in enumerate(documents) for _ in document.units])


def majority(train: Judged, gold: Judged) -> Judged:
    """The commonest level and circumstance of the training set; every unit `incident`-less, that is without a label."""
    count = len(gold.levels)
    return Judged(
        assigned=np.zeros_like(gold.assigned),
        levels=np.tile([_commonest(train.levels[:, at].tolist()) for at in range(len(Axis))], (count, 1)),
        circumstances={field: np.full(count, _commonest(values.tolist())) for field, values in train.circumstances.items()},
        owner=gold.owner,
        groups=gold.groups,
    )


def rules_alone(model: Model, documents: Sequence[DocumentReading], train: Judged, gold: Judged) -> Judged:
    """Labels by wording cues and headings alone; levels by the model's criteria over those labels."""
    assigned = [_by_cues(document) for document in documents]
    levels = []
    for document, given in zip(documents, assigned, strict=True):
        believed = np.pad(given.astype(float), ((0, 0), (0, len(COLUMNS) - len(LABELS))))
        evidence = gather(document, np.clip(believed, 0.02, 0.98), np.full(len(COLUMNS), 0.5))
        levels.append([level_of(model.rubric.ordinals[axis].probabilities(values_of(axis, evidence))) for axis in Axis])
    return Judged(np.concatenate(assigned), np.array(levels), majority(train, gold).circumstances, gold.owner, gold.groups)


class CharacterNgrams:
    """TF-IDF over character 1–4-grams and logistic regression, on units for labels and whole texts for the rest; fitted once."""

    def __init__(self, train: Judged, documents: Sequence[DocumentReading]) -> None:
        one_label = LogisticRegression(C=10.0, solver="liblinear", class_weight="balanced")
        self._units = make_pipeline(_vectorizer(2), OneVsRestClassifier(one_label)).fit(_wordings(documents), train.assigned)
        self._texts = _vectorizer(3)
        seen = self._texts.fit_transform(_texts(documents))

        def fitted(target: "NDArray[np.generic]") -> LogisticRegression:
            return LogisticRegression(C=30.0, max_iter=2000, class_weight="balanced").fit(seen, target)

        self._levels = [fitted(train.levels[:, at]) for at in range(len(Axis))]
        self._circumstances = {field: fitted(values) for field, values in train.circumstances.items()}

    def judge(self, documents: Sequence[DocumentReading], gold: Judged) -> Judged:
        """What it says of documents, in columns beside `gold`."""
        new = self._texts.transform(_texts(documents))
        return Judged(
            assigned=np.asarray(self._units.predict(_wordings(documents)), dtype=np.int8),
            levels=np.stack([model.predict(new) for model in self._levels], axis=1).astype(np.int64),
            circumstances={field: model.predict(new).astype(np.str_) for field, model in self._circumstances.items()},
            owner=gold.owner,
            groups=gold.groups,
        )


def _by_cues(document: DocumentReading) -> "NDArray[np.int8]":
    assigned = np.zeros((len(document.units), len(LABELS)), dtype=np.int8)
    for row, unit in enumerate(document.units):
        said = {cue.label for cue, _, _ in unit.cues} | {unit.placement.topic if unit.placement.marker else None}
        if not unit.placement.is_heading:
            assigned[row] = [label in said for label in LABELS]
    return assigned


def _vectorizer(least: int) -> TfidfVectorizer:
    return TfidfVectorizer(analyzer="char", ngram_range=(1, 4), min_df=least, sublinear_tf=True)


def _wordings(documents: Sequence[DocumentReading]) -> list[str]:
    return [unit.wording for document in documents for unit in document.units]


def _texts(documents: Sequence[DocumentReading]) -> list[str]:
    return [f"{document.title}\n{document.normalised.text}" for document in documents]


def _commonest(values: Sequence[T]) -> T:
    return Counter(values).most_common(1)[0][0]
