"""What parts, more data and weights are worth: the studies run on a small corpus and tell what a leaving-out does."""

import re
from dataclasses import replace

import numpy as np
import pytest

from analyzer.judging.layers import sigmoid
from analyzer.learning.fitting import fit_labeller
from analyzer.learning.training import Recipe
from analyzer.learning.units import Units, targets_of
from analyzer.measuring.ablation import SHARES, measure_ablation, measure_learning_curve
from analyzer.measuring.sets import ReadSet, read_set
from tests.conftest import ROOT

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Recipe:
    """Every second statement of hospitals: enough for every label, small enough to fit in seconds."""
    home = tmp_path_factory.mktemp("ablation")
    (home / "train").mkdir()
    (home / "dev").symlink_to(ROOT / "corpora" / "dev")
    lines = (ROOT / "corpora" / "train" / "hospital.jsonl").read_text(encoding="utf-8").splitlines(keepends=True)
    (home / "train" / "hospital.jsonl").write_text("".join(lines[::2]), encoding="utf-8")
    small = {
        "root": '"."',
        "train": '["train/hospital.jsonl"]',
        "dev": "[]",
        "test": '["dev/hospital.jsonl", "dev/npo.jsonl"]',
        "hard": "[]",
        "folds": "2",
        "least_groups": "2",
    }
    shipped = (ROOT / "models/disclosure/recipe.toml").read_text(encoding="utf-8")
    path = home / "recipe.toml"
    pattern = rf"(?m)^({'|'.join(small)})\b.*$"
    path.write_text(re.sub(pattern, lambda line: f"{line[1]} = {small[line[1]]}", shipped), encoding="utf-8")
    return Recipe.read(path)


@pytest.fixture(scope="module")
def sets(recipe: Recipe) -> tuple[ReadSet, ReadSet]:
    return read_set(recipe, "train"), read_set(recipe, "test")


def test_ablation_compares_every_variant_with_the_whole(recipe: Recipe, sets: tuple[ReadSet, ReadSet]) -> None:
    rows = {row["name"]: row for row in measure_ablation(recipe, *sets)["rows"]}
    whole = rows["すべて"]
    assert whole["difference"] == {"value": 0, "low": 0, "high": 0}
    assert len(rows) == 8
    for row in rows.values():
        assert row["macro_f1"]["low"] <= row["macro_f1"]["value"] <= row["macro_f1"]["high"]
        assert row["difference"]["value"] == pytest.approx(row["macro_f1"]["value"] - whole["macro_f1"]["value"], abs=2e-4)
    assert rows["文字 n-gram の一段目だけ"]["difference"]["value"] != 0


def test_learning_curve_grows_by_organisation(recipe: Recipe, sets: tuple[ReadSet, ReadSet]) -> None:
    rows = measure_learning_curve(recipe, *sets)["rows"]
    counts = [row["statements"] for row in rows]
    assert len(rows) == len(SHARES) and counts == sorted(counts) and counts[0] < counts[-1]
    assert all({"kappa_specificity", "kappa_responsibility", "kappa_countermeasures"} <= row.keys() for row in rows)


def test_what_counts_more_is_explained_better(recipe: Recipe, sets: tuple[ReadSet, ReadSet]) -> None:
    labelled, documents = sets[0]
    marked = [replace(gold, retold=at % 5 == 0) for at, gold in enumerate(labelled)]

    def misfit(weight: float) -> float:
        """Mean log loss, by the first stage, of the labels of the statements marked as retold."""
        settings = replace(recipe.labeller, retold_weight=weight)
        labeller = fit_labeller(Units.of(documents, marked, settings), settings).labeller
        retold = [(one, gold) for one, gold in zip(documents, marked, strict=True) if gold.retold]
        told = sigmoid(np.concatenate([labeller.first_stage(one).mean(axis=0) for one, _ in retold]))
        truth = np.concatenate([targets_of(one, gold) for one, gold in retold])
        return float(-np.log(np.where(truth == 1, told, 1 - told)).mean())

    assert misfit(5.0) < misfit(1.0)
