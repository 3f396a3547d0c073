"""Fitting a `Choice`: a multinomial logistic regression over dense columns and a bag of wording."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression

from analyzer.arrays import Floats
from analyzer.judging.choice import WORDS, Choice
from analyzer.learning.counts import Counts
from analyzer.learning.estimators import DECIMALS

LEAST_GROUPS = 6
"""How many organisations must use a term of a sentence or a text: with 3 a model takes twice the room and judges no better."""


def fit_choice(
    columns: Floats,
    bags: Sequence[Counter[str]],
    values: Sequence[str],
    groups: Sequence[str],
    c: float,
    *,
    least_groups: int = LEAST_GROUPS,
) -> Choice:
    """Fit on one row of `columns`, one bag, one value and one organisation a case.

    Terms that fewer than `least_groups` organisations use are not learnt.
    """
    counts = Counts.of(bags)
    vocabulary = counts.vocabulary(groups, least_groups)
    rows = hstack([csr_matrix(columns), WORDS * counts.encoded(vocabulary)]).tocsr()
    fitted = LogisticRegression(C=c, max_iter=5000, tol=1e-8).fit(rows, values)
    coefficients, bias = np.asarray(fitted.coef_), np.asarray(fitted.intercept_)
    if len(fitted.classes_) == 2:
        # Of two values scikit-learn keeps the odds of the second alone.
        coefficients, bias = np.concatenate([0 * coefficients, coefficients]), np.concatenate([0 * bias, bias])
    weights, cut = np.round(coefficients.T, DECIMALS), columns.shape[1]
    return Choice(
        tuple(str(value) for value in fitted.classes_),
        weights[:cut],
        vocabulary,
        weights[cut:].astype(np.float32),
        np.round(bias, DECIMALS),
    )
