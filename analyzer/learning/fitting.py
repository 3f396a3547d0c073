"""Fitting the unit classifier with scikit-learn: out of fold wherever one stage feeds the next."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from sklearn.model_selection import GroupKFold

from analyzer.arrays import Floats
from analyzer.judging.labeller import BAGS, COLUMNS, Labeller, combine
from analyzer.judging.layers import Block, Combiner, sigmoid
from analyzer.learning.estimators import best_thresholds, calibration, fit_dense, fit_logistic, fit_network, log_odds
from analyzer.learning.settings import LabellerSettings
from analyzer.learning.units import Units

if TYPE_CHECKING:
    from numpy.typing import NDArray

VIEWS = (*BAGS, "vectors")
"""The first-stage views, in the order of `Labeller.first_stage`."""


@dataclass(frozen=True, slots=True)
class FittedLabeller:
    """The labeller and, for each training document, its probabilities by models that never saw its organisation."""

    labeller: Labeller
    out_of_fold: tuple[Floats, ...]


def fit_labeller(units: Units, settings: LabellerSettings) -> FittedLabeller:
    """Fit both stages; thresholds are those of the best out-of-fold F1, see `best_thresholds`."""
    views = np.stack([_view_out_of_fold(name, units, settings) for name in VIEWS])
    rows = combined(views, units)
    logits = combine_out_of_fold(rows, units, settings)
    slopes, offsets = calibration(logits, units.targets, units.weights)
    probabilities = sigmoid(logits * slopes + offsets)
    everything = np.arange(len(rows))
    labeller = Labeller(
        blocks={name: _block(name, units, everything, settings) for name in BAGS},
        vectors=fit_dense(units.vectors, units.targets, units.weights, settings.vectors_c),
        combiner=fit_combiner(rows, units.targets, units.weights, settings),
        slopes=slopes,
        offsets=offsets,
        thresholds=best_thresholds(probabilities, units.targets, units.weights),
    )
    return FittedLabeller(labeller, tuple(np.split(probabilities, units.cuts())))


def combined(views: Floats, units: Units) -> Floats:
    """The second stage's columns of all units, from first-stage logits of shape (views, units, columns)."""
    parts = np.split(views, units.cuts(), axis=1)
    return np.concatenate([combine(part, document.units) for part, document in zip(parts, units.documents, strict=True)])


def fit_combiner(rows: Floats, targets: "NDArray[np.int8]", weights: Floats, settings: LabellerSettings) -> Combiner:
    """The second stage over its columns, shape (units, …)."""
    linear = fit_dense(rows, targets, weights, settings.combiner_c)
    return Combiner(linear, fit_network(linear.standardised(rows), targets, weights, settings))


def combine_out_of_fold(rows: Floats, units: Units, settings: LabellerSettings) -> Floats:
    """Logits of the second stage by models that never saw the unit's organisation, shape (units, columns)."""
    logits = np.zeros((len(rows), len(COLUMNS)))
    for train, held_out in _folds(units, settings.folds):
        inside, outside = units.rows(train), units.rows(held_out)
        fitted = fit_combiner(rows[inside], units.targets[inside], units.weights[inside], settings)
        logits[outside] = fitted.logits(rows[outside])
    return logits


def view_logits(name: str, train: Units, test: Units, settings: LabellerSettings) -> tuple[Floats, Floats]:
    """Logits of one view alone: out of fold on `train`, and on `test` by the view fitted on all of `train`; (units, columns) each."""
    fitted = _view(name, train, np.arange(len(train.owner)), settings)
    return _view_out_of_fold(name, train, settings), fitted(test, np.arange(len(test.owner)))


def _view_out_of_fold(name: str, units: Units, settings: LabellerSettings) -> Floats:
    found = np.zeros((len(units.owner), len(COLUMNS)))
    for inside, held_out in _folds(units, settings.folds):
        rows = units.rows(held_out)
        found[rows] = _view(name, units, units.rows(inside), settings)(units, rows)
    return found


def _view(name: str, units: Units, rows: "NDArray[np.int64]", settings: LabellerSettings) -> "Callable[[Units, NDArray[np.int64]], Floats]":
    if name == "vectors":
        dense = fit_dense(units.vectors[rows], units.targets[rows], units.weights[rows], settings.vectors_c)
        return lambda other, at: dense.logits(other.vectors[at])
    block = _block(name, units, rows, settings)
    return lambda other, at: np.asarray(other.counts[name].rows(at).encoded(block.vocabulary) @ block.weights + block.bias)


def _folds(units: Units, count: int) -> Iterator[tuple[list[int], list[int]]]:
    groups = units.statement_groups()
    for train, held_out in GroupKFold(n_splits=count).split(groups, groups=groups):
        yield list(train), list(held_out)


def _block(name: str, units: Units, rows: "NDArray[np.int64]", settings: LabellerSettings) -> Block:
    counts = units.counts[name].rows(rows)
    vocabulary = counts.vocabulary(units.groups[rows].tolist(), settings.least_groups)
    weigh = log_odds if name in settings.log_odds else None
    weights, bias = fit_logistic(counts.encoded(vocabulary), units.targets[rows], units.weights[rows], settings.c_of(name), weigh)
    return Block(vocabulary, weights.astype(np.float32), bias)
