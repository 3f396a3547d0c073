"""The layers the labeller is made of: fitted arrays and how a case runs through them."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from analyzer.arrays import Floats
from analyzer.language.features import Vocabulary

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FARTHEST = 8.0
"""Standardised columns are held within this distance of their mean: a statement unlike all others is no more than very unlike."""
_SUREST = 14.0
"""Largest logit of one perceptron, so that none of them outshouts the others."""


@dataclass(frozen=True, slots=True)
class Block:
    """One first-stage view: its vocabulary and one linear model a column; weights of shape (terms, columns)."""

    vocabulary: Vocabulary
    weights: "NDArray[np.float32]"
    bias: Floats

    def logits(self, bag: Counter[str]) -> Floats:
        columns, values = self.vocabulary.encode(bag)
        return np.asarray(values @ self.weights[columns] + self.bias, dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Dense:
    """A linear model over dense columns, standardised by `mean` and `scale`; weights of shape (columns, outputs)."""

    mean: Floats
    scale: Floats
    weights: Floats
    bias: Floats

    def logits(self, rows: Floats) -> Floats:
        return np.asarray(((rows - self.mean) / self.scale) @ self.weights + self.bias)

    def standardised(self, rows: Floats) -> "NDArray[np.float32]":
        """What a network beside this model sees of the same columns; both of shape (rows, columns)."""
        return np.asarray(np.clip((rows - self.mean) / self.scale, -_FARTHEST, _FARTHEST), dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Network:
    """Perceptrons with one rectified hidden layer, an ensemble as in Hansen and Salamon (1990); rows are `Dense.standardised`.

    `hidden` has shape (members, columns, width), `hidden_bias` (members, width), `weights` (members, width, outputs), `bias`
    (members, outputs); no members, no say.
    """

    hidden: "NDArray[np.float32]"
    hidden_bias: "NDArray[np.float32]"
    weights: "NDArray[np.float32]"
    bias: "NDArray[np.float32]"

    def logits(self, rows: "NDArray[np.float32]") -> Floats:
        """Of each member, shape (members, rows, outputs)."""
        active = np.maximum(0, rows @ self.hidden + self.hidden_bias[:, None])
        return np.asarray(np.clip(active @ self.weights + self.bias[:, None], -_SUREST, _SUREST), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Combiner:
    """The second stage: the mean logits of a linear model and of each perceptron."""

    linear: Dense
    network: Network

    def logits(self, rows: Floats) -> Floats:
        members = self.network.logits(self.linear.standardised(rows))
        return np.asarray(np.concatenate([self.linear.logits(rows)[None], members]).mean(axis=0))


def sigmoid(logits: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(logits, -30, 30))))
