"""Reasons of a level: what a reader is told against a statement stands in one of its sentences."""

import numpy as np
import pytest

from analyzer.judging.evidence import at_least_one


@pytest.mark.parametrize(
    ("strengths", "met", "told"),
    [
        ([0.3, 0.3, 0.3], True, False),
        ([0.4, 0.45], True, False),
        ([0.1, 0.7], True, True),
        ([0.5], True, True),
        ([0.2, 0.1], False, False),
        ([], False, False),
    ],
)
def test_many_faint_units_meet_a_criterion_that_none_of_them_tells(strengths: list[float], met: bool, told: bool) -> None:
    evidence = at_least_one(np.array(strengths))
    assert (evidence.met, evidence.told) == (met, told)
