"""Fitting the unit classifier with scikit-learn: out of fold wherever one stage feeds the next."""

import os
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from analyzer.corpus.near_duplicates import groups_of
from analyzer.judging.labeller import (
    BAGS,
    COLUMNS,
    Block,
    Combiner,
    Dense,
    Labeller,
    Network,
    combine,
    sigmoid,
    standardised,
    unit_vectors,
)
from analyzer.language.features import DocumentReading
from analyzer.learning.counts import Counts
from analyzer.statement import LabelledStatement

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

VIEWS = (*BAGS, "vectors")
"""The first-stage views, in the order of `Labeller.first_stage`."""
_BATCH = 512
"""Units that a perceptron sees between two steps."""
DECIMALS = 4
"""Weights are rounded, so that a last-bit difference between two machines does not change the model's digest."""


@dataclass(frozen=True, slots=True)
class LabellerSettings:
    """Strengths of regularisation (scikit-learn's `C`), folds, how many organisations must use a term, the blocks
    whose terms are weighed by their log-odds, see `_log_odds`, how much a retold statement counts against an imagined one,
    and of the network how many members it has (0: none), how wide they are, their L2 penalty and how often they see the corpus."""

    folds: int = 5
    characters_c: float = 6.0
    lemmas_c: float = 2.0
    named_c: float = 3.0
    vectors_c: float = 0.3
    combiner_c: float = 0.05
    least_groups: int = 3
    log_odds: Sequence[str] = ("lemmas",)
    retold_weight: float = 1.0
    network_members: int = 3
    network_width: int = 256
    network_alpha: float = 0.4
    network_epochs: int = 12

    def c_of(self, block: str) -> float:
        return float(getattr(self, f"{block}_c"))

    def weight_of(self, labelled: LabelledStatement) -> float:
        return self.retold_weight if labelled.retold else 1.0


@dataclass(frozen=True, slots=True)
class Units:
    """All units of some documents in one table: counts a block, vectors (units, 300), targets (units, columns), weights, groups."""

    counts: Mapping[str, Counts]
    vectors: "Floats"
    targets: "NDArray[np.int8]"
    weights: "Floats"
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


@dataclass(frozen=True, slots=True)
class FittedLabeller:
    """The labeller and, for each training document, its probabilities by models that never saw its organisation."""

    labeller: Labeller
    out_of_fold: tuple["Floats", ...]


def fit_labeller(units: Units, settings: LabellerSettings) -> FittedLabeller:
    """Fit both stages; thresholds are those of the best out-of-fold F1, see `best_thresholds`."""
    views = np.stack([_view_out_of_fold(name, units, settings) for name in VIEWS])
    rows = combined(views, units)
    logits = _combined_out_of_fold(rows, units, settings)
    slopes, offsets = _calibration(logits, units.targets, units.weights)
    probabilities = sigmoid(logits * slopes + offsets)
    everything = np.arange(len(rows))
    labeller = Labeller(
        blocks={name: _block(name, units, everything, settings) for name in BAGS},
        vectors=_dense(units.vectors, units.targets, units.weights, settings.vectors_c),
        combiner=fit_combiner(rows, units, settings),
        slopes=slopes,
        offsets=offsets,
        thresholds=best_thresholds(probabilities, units.targets, units.weights),
    )
    return FittedLabeller(labeller, tuple(np.split(probabilities, units.cuts())))


def combined(views: "Floats", units: Units) -> "Floats":
    """The second stage's columns of all units, from first-stage logits of shape (views, units, columns)."""
    parts = np.split(views, units.cuts(), axis=1)
    return np.concatenate([combine(part, document.units) for part, document in zip(parts, units.documents, strict=True)])


def fit_combiner(rows: "Floats", units: Units, settings: LabellerSettings) -> Combiner:
    """The second stage over its columns, shape (units, …)."""
    return _combiner(rows, units.targets, units.weights, settings)


def combine_out_of_fold(rows: "Floats", units: Units, settings: LabellerSettings) -> tuple["Floats", "Callable[[Floats], Floats]"]:
    """Logits of the second stage by models that never saw the unit's organisation, and what calibrates such logits."""
    logits = _combined_out_of_fold(rows, units, settings)
    slopes, offsets = _calibration(logits, units.targets, units.weights)
    return logits, lambda found: sigmoid(found * slopes + offsets)


def _combined_out_of_fold(rows: "Floats", units: Units, settings: LabellerSettings) -> "Floats":
    logits = np.zeros((len(rows), len(COLUMNS)))
    for train, held_out in _folds(units, settings.folds):
        inside, outside = units.rows(train), units.rows(held_out)
        fitted = _combiner(rows[inside], units.targets[inside], units.weights[inside], settings)
        logits[outside] = fitted.logits(rows[outside])
    return logits


def view_logits(name: str, train: Units, test: Units, settings: LabellerSettings) -> tuple["Floats", "Floats"]:
    """Logits of one view alone: out of fold on `train`, and on `test` by the view fitted on all of `train`; (units, columns) each."""
    fitted = _view(name, train, np.arange(len(train.owner)), settings)
    return _view_out_of_fold(name, train, settings), fitted(test, np.arange(len(test.owner)))


def _view_out_of_fold(name: str, units: Units, settings: LabellerSettings) -> "Floats":
    found = np.zeros((len(units.owner), len(COLUMNS)))
    for inside, held_out in _folds(units, settings.folds):
        rows = units.rows(held_out)
        found[rows] = _view(name, units, units.rows(inside), settings)(units, rows)
    return found


def _view(name: str, units: Units, rows: "NDArray[np.int64]", settings: LabellerSettings) -> "Callable[[Units, NDArray[np.int64]], Floats]":
    if name == "vectors":
        dense = _dense(units.vectors[rows], units.targets[rows], units.weights[rows], settings.vectors_c)
        return lambda other, at: dense.logits(other.vectors[at])
    block = _block(name, units, rows, settings)
    return lambda other, at: np.asarray(other.counts[name].rows(at).encoded(block.vocabulary) @ block.weights + block.bias)


def best_thresholds(probabilities: "Floats", targets: "NDArray[np.int8]", weights: "Floats") -> "Floats":
    """For each column the threshold of the best F1, smoothed over its neighbours so that one unit does not decide it."""
    grid = np.arange(0.15, 0.71, 0.01)
    chosen = np.zeros(len(COLUMNS))
    for column in range(len(COLUMNS)):
        scores = np.array([_f1(probabilities[:, column] >= cut, targets[:, column] == 1, weights) for cut in grid])
        smooth = np.convolve(np.pad(scores, 4, mode="edge"), np.ones(9) / 9, mode="valid")
        chosen[column] = grid[int(smooth.argmax())]
    return np.round(chosen, DECIMALS)


def _f1(assigned: "NDArray[np.bool_]", gold: "NDArray[np.bool_]", weights: "Floats") -> float:
    hits, either = (float(weights[which].sum()) for which in (assigned & gold, assigned | gold))
    return 2 * hits / max(1.0, hits + either)


def _folds(units: Units, count: int) -> Iterator[tuple[list[int], list[int]]]:
    groups = units.statement_groups()
    for train, held_out in GroupKFold(n_splits=count).split(groups, groups=groups):
        yield list(train), list(held_out)


def _block(name: str, units: Units, rows: "NDArray[np.int64]", settings: LabellerSettings) -> Block:
    counts = units.counts[name].rows(rows)
    vocabulary = counts.vocabulary(units.groups[rows].tolist(), settings.least_groups)
    weigh = _log_odds if name in settings.log_odds else None
    weights, bias = _logistic(counts.encoded(vocabulary), units.targets[rows], units.weights[rows], settings.c_of(name), weigh)
    return Block(vocabulary, weights.astype(np.float32), bias)


def _dense(rows: "Floats", targets: "NDArray[np.int8]", weights: "Floats", c: float) -> Dense:
    scaler = StandardScaler().fit(rows)
    mean = np.round(cast("Floats", scaler.mean_), DECIMALS)
    scale = np.maximum(np.round(cast("Floats", scaler.scale_), DECIMALS), 0.01)
    return Dense(mean, scale, *_logistic((rows - mean) / scale, targets, weights, c))


def _combiner(rows: "Floats", targets: "NDArray[np.int8]", weights: "Floats", settings: LabellerSettings) -> Combiner:
    linear = _dense(rows, targets, weights, settings.combiner_c)
    return Combiner(linear, _network(standardised(rows, linear.mean, linear.scale), linear, targets, weights, settings))


def _network(
    rows: "NDArray[np.float32]", linear: Dense, targets: "NDArray[np.int8]", weights: "Floats", settings: LabellerSettings
) -> Network:
    """Perceptrons that differ in their seed; `rows` are standardised as the linear model's are."""
    members: list[MLPClassifier] = []
    for seed in range(settings.network_members):
        member = MLPClassifier(
            (settings.network_width,),
            alpha=settings.network_alpha,
            batch_size=min(_BATCH, len(rows)),
            max_iter=settings.network_epochs,
            n_iter_no_change=settings.network_epochs,
            random_state=seed,
        )
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # It sees the corpus as often as it is meant to.
            members.append(member.fit(rows, targets, sample_weight=weights))
    width, outputs = settings.network_width, targets.shape[1]
    shapes = ((rows.shape[1], width), (width,), (width, outputs), (outputs,))
    parts = zip(*((one.coefs_[0], one.intercepts_[0], one.coefs_[1], one.intercepts_[1]) for one in members), strict=True)
    layers = [np.stack(part) for part in parts] or [np.empty((0, *shape)) for shape in shapes]
    return Network(linear.mean, linear.scale, *(np.round(layer, DECIMALS).astype(np.float32) for layer in layers))


def _logistic(
    rows: "csr_matrix | Floats",
    targets: "NDArray[np.int8]",
    counted: "Floats",
    c: float,
    weigh: "Callable[[csr_matrix, NDArray[np.int8]], Floats] | None" = None,
) -> tuple["Floats", "Floats"]:
    """One-vs-rest L2 logistic regressions: weights (terms, targets) and bias (targets,); an absent target gets a bias that never fires.

    `counted` says how much each row counts, shape (rows,). `weigh(rows, target)` gives each term a weight, the larger the less the
    penalty holds it back; it goes into the weights returned.
    """
    weights = np.zeros((rows.shape[1], targets.shape[1]))
    bias = np.full(targets.shape[1], -8.0)
    # liblinear's trust-region Newton is deterministic in one thread of BLAS; in several, last digits changed from run to run.
    # For few dense columns Newton's own step is twice as fast.
    solver = "newton-cholesky" if isinstance(rows, np.ndarray) else "liblinear"

    def fit(column: int) -> None:
        target = targets[:, column]
        scale = np.ones(rows.shape[1]) if weigh is None else weigh(cast("csr_matrix", rows), target)
        weighed = rows if weigh is None else csr_matrix(cast("csr_matrix", rows).multiply(scale))
        fitted = LogisticRegression(C=c, solver=solver, tol=1e-4, max_iter=300).fit(weighed, target, sample_weight=counted)
        weights[:, column], bias[column] = fitted.coef_[0] * scale, fitted.intercept_[0]

    # Both solvers let go of the interpreter, and no target's fit sees another's: threads change how long it takes, nothing else.
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        list(pool.map(fit, (column for column in range(targets.shape[1]) if 0 < targets[:, column].sum() < len(targets))))
    return np.round(weights, DECIMALS), np.round(bias, DECIMALS)


def _log_odds(rows: "csr_matrix", target: "NDArray[np.int8]") -> "Floats":
    """How well each term tells the units of a target from the others, shape (terms,), mean 1.

    The size of the smoothed log-ratio of naive Bayes, as in Wang and Manning (2012), "Baselines and Bigrams"; the sign is left to the fit.
    """
    inside, outside = (np.asarray((rows[target == value] > 0).sum(axis=0)).ravel() + 1.0 for value in (1, 0))
    size = np.abs(np.log(inside / inside.sum()) - np.log(outside / outside.sum()))
    return np.asarray(size / size.mean())


def _calibration(logits: "Floats", targets: "NDArray[np.int8]", weights: "Floats") -> tuple["Floats", "Floats"]:
    """Platt's slope and offset for each column, from out-of-fold logits."""
    slopes, offsets = np.ones(len(COLUMNS)), np.zeros(len(COLUMNS))
    for column in range(len(COLUMNS)):
        if targets[:, column].any():
            fitted = LogisticRegression(C=1e3, solver="lbfgs").fit(logits[:, [column]], targets[:, column], sample_weight=weights)
            slopes[column], offsets[column] = max(0.1, fitted.coef_[0, 0]), fitted.intercept_[0]
    return np.round(slopes, DECIMALS), np.round(offsets, DECIMALS)
