"""What is measured belongs to the shipped model and data; tables and diagram show the metrics and nothing else."""

import json
from functools import reduce
from operator import getitem
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from analyzer.documents.card import figures, identity, level_criteria, summary
from analyzer.documents.diagram import reliability
from analyzer.documents.studies import agreement, learning_curve, studies, study
from analyzer.documents.targets import TARGETS, missed
from analyzer.documents.writing import fill
from analyzer.errors import UsageError
from analyzer.judging import model as model_folder
from analyzer.judging.rubric import criteria
from analyzer.learning.training import Recipe
from analyzer.measuring.metrics_file import read_metrics, write_metrics
from analyzer.schema import Axis, Label, Lang
from tests.conftest import ROOT

SHIPPED = ROOT / "models" / "disclosure"
METRICS = read_metrics(SHIPPED / "metrics.json")
INTERVAL = {"value": 0.5, "low": 0.25, "high": 0.75}
STUDY = {"note": "組織ごとの交差検証", "rows": [{"name": "すべて", "macro_f1": INTERVAL}, {"name": "GiNZA なし", "macro_f1": INTERVAL}]}


def test_the_metrics_are_those_of_the_shipped_model() -> None:
    assert METRICS["model_sha256"] == model_folder.load(SHIPPED).sha256, "`make figures` measures the new model"


def test_the_metrics_are_measured_on_the_shipped_corpora() -> None:
    assert METRICS["digests"] == Recipe.read(SHIPPED / "recipe.toml").digests(), "the corpora changed: `make figures` measures again"


def test_every_set_is_measured_with_its_baselines() -> None:
    assert set(METRICS["sets"]) == {"dev", "test", "hard"}
    for measured in METRICS["sets"].values():
        assert {"model", "character_ngrams", "rules_alone", "majority", "model_minus_character_ngrams", "calibration"} <= set(measured)
        for cell in (measured["model"]["labels"]["macro_f1"], *(measured["model"]["axes"][axis]["kappa"] for axis in Axis)):
            assert cell["low"] <= cell["value"] <= cell["high"]
    assert METRICS["sets"]["hard"]["by_trap"]
    for name in ("dev", "test"):
        assert {"details", "dossiers"} <= set(METRICS["sets"][name]), "corpora/details and corpora/dossiers are measured too"


@pytest.mark.parametrize("lang", list(Lang))
def test_the_summary_shows_the_test_set(lang: Lang) -> None:
    shown = summary(METRICS, lang)
    measured = METRICS["sets"]["test"]
    for name in ("model", "character_ngrams", "rules_alone", "majority"):
        assert f"{measured[name]['labels']['macro_f1']['value']:.3f} [" in shown
        assert all(f"{measured[name]['axes'][axis]['kappa']['value']:.3f} [" in shown for axis in Axis)
    assert str(measured["model"]["statements"]) in shown
    assert ("majority" not in shown) and (("commonest value" in shown) == (lang == Lang.EN))


def test_the_card_shows_every_label_with_its_support() -> None:
    shown = figures(METRICS)
    for measured in METRICS["sets"].values():
        for label in Label:
            found = measured["model"]["labels"]["f1"][label]
            assert f"| {label.japanese} `{label}` | {found['support']} | {found['value']:.3f} [" in shown
    assert all(f"`{trap}`" in shown for trap in METRICS["sets"]["hard"]["by_trap"])


def test_the_card_shows_what_abstaining_buys_where_it_was_measured() -> None:
    point = {"threshold": 0.9, "coverage": 0.0, "exact": None, "within_one": None}
    found = {"reported": dict.fromkeys(("coverage", "exact", "within_one"), INTERVAL), "curve": [point]}
    test = {**METRICS["sets"]["test"], "abstention": {str(axis): found for axis in Axis}}
    shown = figures({"sets": {"test": test}})
    for axis in Axis:
        assert f"| {axis.japanese} | 判定不能を除く | 0.500 [0.25, 0.75] | 0.500 [0.25, 0.75] | 0.500 [0.25, 0.75] |" in shown
        assert f"| {axis.japanese} | 0.9 | 0.00 | – | – |" in shown


def test_the_card_shows_details_and_dossiers_of_each_set_that_has_them() -> None:
    shown = figures(METRICS)
    for name in ("dev", "test"):
        details, dossiers = METRICS["sets"][name]["details"], METRICS["sets"][name]["dossiers"]
        for measured in (details["model_labels"]["times"], details["gold_labels"]["blame"], dossiers["delays"]["told"]):
            assert f"{measured['value']:.3f} [{measured['low']:.2f}, {measured['high']:.2f}] |" in shown
        assert f"\n{dossiers['dossiers']} 事案・{dossiers['statements']} 文書。" in shown


def test_the_card_tells_the_model_and_its_criteria() -> None:
    model = model_folder.load(SHIPPED)
    told, weights = identity(model), level_criteria(model)
    assert model.sha256 in told and all(version in told for version in model.meta["versions"].values())
    for axis in Axis:
        for criterion, steps in zip(criteria(axis), model.rubric.ordinals[axis].weights, strict=True):
            assert f"| `{criterion.code}` | {criterion.name[Lang.JA]} |" in weights and f"{steps[0]:.2f}" in weights
            assert all(criterion.sign * step >= 0 for step in steps)


def test_a_study_appears_only_where_it_was_made() -> None:
    assert study("学習曲線", None, "x") == ""
    shown = study("学習曲線", STUDY, "x")
    assert shown.splitlines()[0] == "## 学習曲線"
    assert "| すべて | 0.500 [0.25, 0.75] |" in shown and "| 構成 | macro-F1（14ラベル） |" in shown
    assert "のときの値" not in shown


def test_a_study_of_another_model_says_so() -> None:
    assert "（モデル 0123456789ab のときの値）" in study("x", {**STUDY, "model_sha256": "0123456789abcdef"}, "fedcba")
    assert "のときの値" not in study("x", {**STUDY, "model_sha256": "fedcba"}, "fedcba")


def test_further_studies_stand_under_their_titles() -> None:
    metrics = {"model_sha256": "x", "model": "m", "digests": {}, "sets": {}, "ablation": STUDY, "answers": {**STUDY, "title": "四つの答え"}}
    assert studies(metrics, ("ablation",)).startswith("## 四つの答え\n")
    assert studies({**metrics, "answers": STUDY}, ("ablation", "answers")) == ""


def test_what_falls_short_of_its_aim_is_said_and_nothing_else() -> None:
    measured = METRICS["sets"]["test"]
    shown = {lang: missed(METRICS, lang) for lang in Lang}
    for target in TARGETS:
        value = reduce(getitem, target.path, measured)
        assert all((f"{target.name[lang]} {value:.3f}" in shown[lang]) == (value < target.aim) for lang in Lang), target
    assert f"{measured['details']['model_labels']['delays_given']['value']:.3f}" in shown[Lang.JA]
    reached = json.loads(json.dumps(METRICS))
    for target in TARGETS:
        reduce(getitem, target.path[:-1], reached["sets"]["test"])[target.path[-1]] = 0.99
    assert ": ありません。" in missed(reached, Lang.JA) and ": none." in missed(reached, Lang.EN)


def test_a_curve_that_ends_beside_the_model_says_why() -> None:
    metrics = json.loads(json.dumps(METRICS))
    last, model = metrics["learning_curve"]["rows"][-1], metrics["sets"]["test"]["model"]
    last["macro_f1"] = model["labels"]["macro_f1"]
    for axis in Axis:
        last[f"kappa_{axis}"] = model["axes"][axis]["kappa"]
    assert "当てはめ直した" not in learning_curve(metrics)
    last["kappa_specificity"] = INTERVAL
    assert "当てはめ直した" in learning_curve(metrics)
    assert learning_curve({"model_sha256": "x"}) == ""


def test_agreement_shows_every_label_and_axis() -> None:
    assert agreement("一致", None) == ""
    results = {
        "statements": 2,
        "organisations": 2,
        "units": 9,
        "labels": {"macro_f1": INTERVAL, "f1": {str(label): {**INTERVAL, "support": 3, "alpha": 0.4} for label in Label}},
        "axes": {str(axis): {"kappa": INTERVAL, "exact": INTERVAL, "within_one": INTERVAL} for axis in Axis},
        "circumstances": {"detected_by": INTERVAL},
    }
    shown = agreement("一致", results)
    assert all(f"| {label.japanese} `{label}` | 3 | 0.500 [0.25, 0.75] | 0.400 |" in shown for label in Label)
    assert all(f"| {axis.japanese} `{axis}` |" in shown for axis in Axis)


def test_measuring_again_keeps_the_studies(tmp_path: Path) -> None:
    place = tmp_path / "metrics.json"
    write_metrics({"model": "m", "model_sha256": "old", "digests": {}, "sets": {}}, place)
    place.write_text(json.dumps({**read_metrics(place), "ablation": STUDY}), encoding="utf-8")
    write_metrics({"model": "m", "model_sha256": "new", "digests": {}, "sets": {}}, place)
    assert read_metrics(place) == {"model": "m", "model_sha256": "new", "digests": {}, "sets": {}, "ablation": STUDY}


@pytest.mark.parametrize(("content", "said"), [(None, "analyzer evaluate"), ("{", "not a metrics file"), ("[]", "not a metrics file")])
def test_a_bad_metrics_file(content: str | None, said: str, tmp_path: Path) -> None:
    place = tmp_path / "metrics.json"
    if content is not None:
        place.write_text(content, encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        read_metrics(place)


def test_filling_touches_only_what_stands_between_the_marks() -> None:
    text = "前\n<!-- a:begin -->\n古い\n<!-- a:end -->\n中\n<!-- b:begin -->\n<!-- b:end -->\n後\n"
    parts = {"a": lambda: "新しい", "b": lambda: ""}
    filled = fill(text, parts, Path("x.md"))
    assert filled == "前\n<!-- a:begin -->\n\n新しい\n\n<!-- a:end -->\n中\n<!-- b:begin -->\n<!-- b:end -->\n後\n"
    assert fill(filled, parts, Path("x.md")) == filled


@pytest.mark.parametrize(("parts", "said"), [({}, "nothing makes the part 'a'"), ({"a": str, "b": str}, "no marks for b")])
def test_a_part_that_does_not_fit(parts: dict[str, Any], said: str) -> None:
    with pytest.raises(UsageError, match=said):
        fill("<!-- a:begin -->\n<!-- a:end -->", parts, Path("x.md"))


def test_the_diagram_has_a_dot_for_each_bin_and_is_sound_xml() -> None:
    points = [{"confidence": 0.0, "frequency": 0.0, "count": 1}, {"confidence": 1.0, "frequency": 0.5, "count": 1000}]
    drawn = ElementTree.fromstring(reliability(points))
    dots = [element for element in drawn if element.tag.endswith("circle")]
    assert [(dot.get("cx"), dot.get("cy")) for dot in dots] == [("48.0", "272.0"), ("272.0", "160.0")]
    assert float(dots[1].get("r", "0")) > float(dots[0].get("r", "0"))
