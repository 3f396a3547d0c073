"""No change makes the shipped model worse: what it reaches today is at least what `floors.json` says, on the very same data."""

import json
from typing import Any

import pytest

from tests.floors import FLOORS, SETS, measured

pytestmark = pytest.mark.slow
SLACK = 0.002
"""For last digits that differ between machines."""


@pytest.fixture(scope="module")
def now() -> dict[str, dict[str, Any]]:
    return measured()


@pytest.mark.parametrize("name", SETS)
def test_no_figure_falls_below_its_floor(name: str, now: dict[str, dict[str, Any]]) -> None:
    floor = json.loads(FLOORS.read_text(encoding="utf-8"))[name]
    assert now[name]["digest"] == floor["digest"], "the labelled data changed: measure again with `python -m tests.floors`"
    assert now[name]["figures"].keys() == floor["figures"].keys()
    fallen = {figure: (least, now[name]["figures"][figure]) for figure, least in floor["figures"].items()}
    assert {figure: pair for figure, pair in fallen.items() if pair[1] < pair[0] - SLACK} == {}
