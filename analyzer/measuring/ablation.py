"""What each part of the unit classifier is worth, and whether more data would help: the same split, parts or statements left out.

`python -m analyzer.measuring.ablation RECIPE METRICS` measures both and writes each beside the figures as soon as it is there; it
takes several trainings.
"""

import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from analyzer.arrays import Floats
from analyzer.judging.labeller import LABELS
from analyzer.judging.layers import sigmoid
from analyzer.language.agency import agency_features
from analyzer.learning.estimators import best_thresholds, calibration
from analyzer.learning.fitting import combine_out_of_fold, combined, fit_combiner, view_logits
from analyzer.learning.settings import LabellerSettings
from analyzer.learning.training import Recipe, model_from
from analyzer.learning.units import Units
from analyzer.measuring.baselines import gold_of
from analyzer.measuring.evaluation import Judged, compare, difference
from analyzer.measuring.metrics_file import read_metrics, write_metrics
from analyzer.measuring.sets import ReadSet, judge, read_axes, read_set
from analyzer.schema import Axis

SHARES = (0.125, 0.25, 0.5, 1.0)
SEED = 20260
_CONTEXT = ("before", "after", "place:", "first:", "last:", "under_distance")


@dataclass(frozen=True, slots=True)
class _Views:
    """First-stage logits of one view: out of fold on train and, by the view fitted on all of train, on test; shape (units, columns)."""

    train: Floats
    test: Floats


def measure_ablation(recipe: Recipe, train_set: ReadSet, test_set: ReadSet) -> dict[str, Any]:
    """Macro-F1 on test with parts left out, and the paired difference from the whole, as a study for the card."""
    settings = recipe.labeller
    train, test = (Units.of(documents, labelled, settings) for labelled, documents in (train_set, test_set))
    gold = gold_of(*test_set)
    agency = [set(agency_features(unit.parsed)) for units in (train, test) for document in units.documents for unit in document.units]
    cut = len(train.owner)
    bare_train, bare_test = (
        _without(train, lambda name, row: name in agency[row]),
        _without(test, lambda name, row: name in agency[cut + row]),
    )
    alone_train, alone_test = (_without(units, lambda name, _: name.startswith(_CONTEXT)) for units in (train, test))
    views = {name: _Views(*view_logits(name, train, test, settings)) for name in ("characters", "lemmas", "named", "vectors")}
    no_agency = _Views(*view_logits("named", bare_train, bare_test, settings))
    no_context = _Views(*view_logits("named", alone_train, alone_test, settings))
    linear = replace(settings, network_members=0)
    variants: dict[str, tuple[Mapping[str, _Views], bool, LabellerSettings]] = {
        "すべて": (views, True, settings),
        "二段目のパーセプトロンなし（線形だけ）": (views, True, linear),
        "係り受けの特徴なし（誰が・態・文末）": (views | {"named": no_agency}, True, settings),
        "係り受けと見出し語なし（解析器なし）": ({"characters": views["characters"], "named": no_agency}, True, settings),
        "単語ベクトルなし": ({name: view for name, view in views.items() if name != "vectors"}, True, settings),
        "規則・事実・見出しの特徴なし": ({name: view for name, view in views.items() if name != "named"}, True, settings),
        "文脈なし（前後の文・文書全体・位置）": (views | {"named": no_context}, False, settings),
        "文字 n-gram の一段目だけ": ({"characters": views["characters"]}, False, linear),
    }
    judged = {name: _judged(parts, context, train, test, chosen, gold) for name, (parts, context, chosen) in variants.items()}
    whole = judged["すべて"]
    rows = [
        {"name": name, "macro_f1": compare(gold, one)["labels"]["macro_f1"], "difference": difference(gold, one, whole)["macro_f1"]}
        for name, one in judged.items()
    ]
    return {"note": "test の macro-F1（14ラベル）と、すべてを使ったときとの差。[ ] は95%信頼区間。", "rows": rows}


def measure_learning_curve(recipe: Recipe, train_set: ReadSet, test_set: ReadSet) -> dict[str, Any]:
    """Test figures of models fitted on a growing share of the training organisations, as a study for the corpus README."""
    labelled, documents = train_set
    test_documents = test_set[1]
    gold = gold_of(*test_set)
    organisations = sorted({one.group for one in labelled})
    order = np.random.default_rng(SEED).permutation(len(organisations))
    rows = []
    for share in SHARES:
        kept = {organisations[at] for at in order[: round(share * len(organisations))]}
        inside = [at for at, one in enumerate(labelled) if one.group in kept]
        model = model_from(recipe, [labelled[at] for at in inside], [documents[at] for at in inside])
        told = [model.labeller.probabilities(document) for document in test_documents]
        found = compare(gold, judge(model, test_documents, told, read_axes(model, test_documents, told), gold))
        row: dict[str, Any] = {"share": f"{100 * share:g}%", "statements": len(inside), "macro_f1": found["labels"]["macro_f1"]}
        rows.append(row | {f"kappa_{axis}": found["axes"][axis]["kappa"] for axis in Axis})
    return {"note": "train の組織を増やしていったときの test の成績。[ ] は95%信頼区間。", "rows": rows}


def _without(units: Units, left_out: Callable[[str, int], bool]) -> Units:
    """The units with those named features left out that `left_out(name, row)` says."""
    return replace(units, counts={**units.counts, "named": units.counts["named"].without(left_out)})


def _judged(parts: Mapping[str, _Views], context: bool, train: Units, test: Units, settings: LabellerSettings, gold: Judged) -> Judged:
    """Labels of the test units by a second stage over these views; without context it sees the unit's own verdicts alone."""
    columns = combined if context else _own_columns
    rows = columns(np.stack([view.train for view in parts.values()]), train)
    logits = combine_out_of_fold(rows, train, settings)
    slopes, offsets = calibration(logits, train.targets, train.weights)
    thresholds = best_thresholds(sigmoid(logits * slopes + offsets), train.targets, train.weights)
    final = fit_combiner(rows, train.targets, train.weights, settings)
    told = final.logits(columns(np.stack([view.test for view in parts.values()]), test))
    probabilities = sigmoid(told * slopes + offsets)
    return replace(gold, assigned=(probabilities >= thresholds).astype(np.int8)[:, : len(LABELS)])


def _own_columns(views: Floats, _: Units) -> Floats:
    return np.concatenate([*(np.clip(view, -8, 8) for view in views), sigmoid(np.mean(views, axis=0))], axis=1)


STUDIES: Mapping[str, Callable[[Recipe, ReadSet, ReadSet], dict[str, Any]]] = {
    "ablation": measure_ablation,
    "learning_curve": measure_learning_curve,
}


def write_studies(recipe: Recipe, path: Path) -> None:
    """Measure both studies and write them into the metrics file, with the digest of the model they stand beside."""
    train_set, test_set = read_set(recipe, "train"), read_set(recipe, "test")
    for name, measured in STUDIES.items():
        # As in training, the sums of BLAS must not depend on how many cores there are.
        with threadpool_limits(limits=1):
            found = measured(recipe, train_set, test_set)
        metrics = read_metrics(path)
        write_metrics({**metrics, name: {**found, "model_sha256": metrics["model_sha256"]}}, path)


if __name__ == "__main__":
    write_studies(Recipe.read(Path(sys.argv[1])), Path(sys.argv[2]))
