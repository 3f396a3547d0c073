"""Columns and targets → a linear model, perceptrons, a calibration, thresholds: scikit-learn's fits as the arrays the labeller holds."""

import os
import warnings
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, cast

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier
from sklearn.preprocessing import StandardScaler

from analyzer.arrays import Floats
from analyzer.judging.labeller import COLUMNS
from analyzer.judging.layers import Dense, Network
from analyzer.learning.settings import LabellerSettings

if TYPE_CHECKING:
    from numpy.typing import NDArray

_BATCH = 512
"""Units that a perceptron sees between two steps."""
DECIMALS = 4
"""Weights are rounded, so that a last-bit difference between two machines does not change the model's digest."""


def best_thresholds(probabilities: Floats, targets: "NDArray[np.int8]", weights: Floats) -> Floats:
    """For each column the threshold of the best F1, smoothed over its neighbours so that one unit does not decide it."""
    grid = np.arange(0.15, 0.71, 0.01)
    chosen = np.zeros(len(COLUMNS))
    for column in range(len(COLUMNS)):
        scores = np.array([_f1(probabilities[:, column] >= cut, targets[:, column] == 1, weights) for cut in grid])
        smooth = np.convolve(np.pad(scores, 4, mode="edge"), np.ones(9) / 9, mode="valid")
        chosen[column] = grid[int(smooth.argmax())]
    return np.round(chosen, DECIMALS)


def _f1(assigned: "NDArray[np.bool_]", gold: "NDArray[np.bool_]", weights: Floats) -> float:
    hits, either = (float(weights[which].sum()) for which in (assigned & gold, assigned | gold))
    return 2 * hits / max(1.0, hits + either)


def fit_dense(rows: Floats, targets: "NDArray[np.int8]", weights: Floats, c: float) -> Dense:
    scaler = StandardScaler().fit(rows)
    mean = np.round(cast(Floats, scaler.mean_), DECIMALS)
    scale = np.maximum(np.round(cast(Floats, scaler.scale_), DECIMALS), 0.01)
    return Dense(mean, scale, *fit_logistic((rows - mean) / scale, targets, weights, c))


def fit_network(rows: "NDArray[np.float32]", targets: "NDArray[np.int8]", weights: Floats, settings: LabellerSettings) -> Network:
    """Perceptrons that differ in their seed; `rows` are standardised as those of the linear model beside them."""
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
    return Network(*(np.round(layer, DECIMALS).astype(np.float32) for layer in layers))


def fit_logistic(
    rows: "csr_matrix | Floats",
    targets: "NDArray[np.int8]",
    counted: Floats,
    c: float,
    weigh: "Callable[[csr_matrix, NDArray[np.int8]], Floats] | None" = None,
) -> tuple[Floats, Floats]:
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


def log_odds(rows: "csr_matrix", target: "NDArray[np.int8]") -> Floats:
    """How well each term tells the units of a target from the others, shape (terms,), mean 1.

    The size of the smoothed log-ratio of naive Bayes, as in Wang and Manning (2012), "Baselines and Bigrams"; the sign is left to the fit.
    """
    inside, outside = (np.asarray((rows[target == value] > 0).sum(axis=0)).ravel() + 1.0 for value in (1, 0))
    size = np.abs(np.log(inside / inside.sum()) - np.log(outside / outside.sum()))
    return np.asarray(size / size.mean())


def calibration(logits: Floats, targets: "NDArray[np.int8]", weights: Floats) -> tuple[Floats, Floats]:
    """Platt's slope and offset for each column, from out-of-fold logits."""
    slopes, offsets = np.ones(len(COLUMNS)), np.zeros(len(COLUMNS))
    for column in range(len(COLUMNS)):
        if targets[:, column].any():
            fitted = LogisticRegression(C=1e3, solver="lbfgs").fit(logits[:, [column]], targets[:, column], sample_weight=weights)
            slopes[column], offsets[column] = max(0.1, fitted.coef_[0, 0]), fitted.intercept_[0]
    return np.round(slopes, DECIMALS), np.round(offsets, DECIMALS)
