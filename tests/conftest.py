"""The real parts, loaded once: GiNZA, the shipped model, the shipped corpora."""

import os
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the program does, and before NumPy is imported

import pytest

import analyzer
from analyzer.scoring import Scorer

ROOT = Path(__file__).parent.parent
SAMPLES = ROOT / "corpora" / "samples"


@pytest.fixture(scope="session")
def scorer() -> Scorer:
    return analyzer.load()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The fast ones first: a mistake shows before the slow ones start."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
