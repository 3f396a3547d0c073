"""Fitting the ordinal levels: four sign-bounded logistic regressions, as a scikit-learn estimator."""

from typing import TYPE_CHECKING, Self, cast

import numpy as np
from scipy.optimize import minimize
from sklearn.base import BaseEstimator, ClassifierMixin

from analyzer.arrays import Floats
from analyzer.judging.ordinal import STEPS, Ordinal, level_of

if TYPE_CHECKING:
    from numpy.typing import NDArray


class MonotoneOrdinalClassifier(ClassifierMixin, BaseEstimator):
    """Cumulative logistic steps (Frank & Hall 2001) with L2 regularisation and sign bounds on the weights.

    Parameters
    ----------
    signs : shape (criteria,), +1 where a criterion may only raise the level, −1 where it may only lower it.
    penalty : L2 weight on each step's coefficients.
    sharing : extra L2 weight on the difference between neighbouring steps' coefficients; at infinity the
        proportional-odds model (McCullagh 1980).
    """

    def __init__(self, *, signs: "NDArray[np.int8] | None" = None, penalty: float = 1.0, sharing: float = 1.0) -> None:
        self.signs = signs
        self.penalty = penalty
        self.sharing = sharing

    def fit(self, values: Floats, levels: "NDArray[np.int64]") -> Self:
        """`values` of shape (documents, criteria), `levels` of shape (documents,), 0–4."""
        columns = values.shape[1]
        reached = np.stack([levels >= step for step in range(1, STEPS + 1)], axis=1).astype(float)
        signs = np.zeros(columns) if self.signs is None else np.asarray(self.signs)

        def loss(flat: Floats) -> tuple[float, Floats]:
            weights, bias = flat[: columns * STEPS].reshape(columns, STEPS), flat[columns * STEPS :]
            logits = values @ weights + bias
            steps = 1 / (1 + np.exp(-np.clip(logits, -30, 30)))
            fit = float((np.logaddexp(0, logits) - reached * logits).sum())
            apart = np.diff(weights, axis=1)
            error = steps - reached
            slope = values.T @ error + self.penalty * weights
            slope[:, 1:] += self.sharing * apart
            slope[:, :-1] -= self.sharing * apart
            penalty = 0.5 * self.penalty * float((weights**2).sum()) + 0.5 * self.sharing * float((apart**2).sum())
            return fit + penalty, np.concatenate([slope.ravel(), error.sum(axis=0)])

        bound = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
        bounds = [bound[int(sign)] for sign in signs for _ in range(STEPS)] + [(None, None)] * STEPS
        start = np.zeros(columns * STEPS + STEPS)
        found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds, options={"maxiter": 2000, "ftol": 1e-10})
        self.classes_ = np.arange(STEPS + 1)
        self.ordinal_ = Ordinal(np.round(found.x[: columns * STEPS].reshape(columns, STEPS), 3), np.round(found.x[columns * STEPS :], 3))
        return self

    def predict_proba(self, values: Floats) -> Floats:
        return self.ordinal_.probabilities(values)

    def predict(self, values: Floats) -> "NDArray[np.int64]":
        return cast("NDArray[np.int64]", np.array([level_of(row) for row in self.predict_proba(values)]))
