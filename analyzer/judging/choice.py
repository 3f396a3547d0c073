"""A choice among the values of a closed set: columns and wording weighed by a multinomial logistic regression."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.store import pack_terms, unpack_terms
from analyzer.language.features import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

WORDS = 3.0
"""Weight of the bag of wording, whose length is 1, beside columns of 0 and 1."""
_LEAST = 1e-6


@dataclass(frozen=True, slots=True)
class Choice:
    """A multinomial logistic regression over dense columns and a bag of wording.

    `weights` has shape (columns, values), `word_weights` (terms, values), `bias` (values,).
    """

    values: tuple[str, ...]
    weights: Floats
    vocabulary: Vocabulary
    word_weights: Floats
    bias: Floats

    def probabilities(self, columns: Floats, bag: Counter[str]) -> Floats:
        """Probabilities of `values`, for one case's columns, shape (columns,), and its wording."""
        terms, amounts = self.vocabulary.encode(bag)
        logits = columns @ self.weights + WORDS * (amounts @ self.word_weights[terms]) + self.bias
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum())

    def beside(self, verdict: str, vote: float, columns: Floats, bag: Counter[str]) -> str:
        """The likeliest of `values` where the rules' verdict adds `vote` to the log probability of its own."""
        votes = np.log(self.probabilities(columns, bag) + _LEAST) + vote * np.array([value == verdict for value in self.values])
        return self.values[int(votes.argmax())]

    def to_arrays(self) -> "dict[str, NDArray[Any]]":
        return {
            "weights": self.weights,
            "terms": pack_terms(list(self.vocabulary.columns)),
            "idf": self.vocabulary.idf,
            "word_weights": self.word_weights,
            "bias": self.bias,
        }

    @classmethod
    def from_arrays(cls, values: Sequence[str], arrays: "Mapping[str, NDArray[Any]]") -> "Choice":
        return cls(
            tuple(values),
            arrays["weights"],
            Vocabulary(unpack_terms(arrays["terms"]), arrays["idf"]),
            arrays["word_weights"],
            arrays["bias"],
        )
