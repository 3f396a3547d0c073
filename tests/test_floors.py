"""No change makes the shipped model worse: what it reaches today is at least what `floors.json` says, on the very same data."""

import json
from typing import Any

import pytest

from analyzer.measuring.metrics_file import read_metrics
from tests.floors import BESIDE, FLOORS, ROOT, SETS, measured, values

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


@pytest.mark.parametrize("name", SETS)
def test_the_card_shows_what_is_read_now(name: str, now: dict[str, dict[str, Any]]) -> None:
    """A figure depends on rules and code as much as on the weights, which alone have a digest."""
    metrics = read_metrics(ROOT / "models" / "disclosure" / "metrics.json")["sets"][name]
    shown = dict(values(metrics["model"])) | dict(values({part: metrics[part] for part in BESIDE if part in metrics}))
    figures = now[name]["figures"]
    assert shown.keys() >= figures.keys(), sorted(figures.keys() - shown.keys())
    stale = {figure: (shown[figure], value) for figure, value in figures.items() if abs(shown[figure] - value) > SLACK}
    assert stale == {}, "`make figures` measures again"
