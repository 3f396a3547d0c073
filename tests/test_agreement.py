"""Agreement of the two annotators: measured from their files, and refused where the files are not of the same units."""

import json
from pathlib import Path

import pytest

from analyzer.corpus.rereading import read_again
from analyzer.errors import UnreadableError, UsageError
from analyzer.measuring.agreement import measure_agreement, measure_rereading
from analyzer.measuring.evaluation import CIRCUMSTANCES
from analyzer.schema import Axis, Label
from analyzer.statement import read_labelled
from tests.conftest import ROOT

FIRST, SECOND = (ROOT / "corpora/agreement" / name for name in ("first.jsonl", "second.jsonl"))


def test_shipped_result_is_that_of_the_shipped_files() -> None:
    shipped = json.loads((ROOT / "corpora/agreement/results.json").read_text(encoding="utf-8"))
    assert measure_agreement(FIRST, SECOND) == shipped


def test_at_least_120_statements_and_every_label() -> None:
    shipped = json.loads((ROOT / "corpora/agreement/results.json").read_text(encoding="utf-8"))
    assert shipped["statements"] >= 120
    assert all(shipped["labels"]["f1"][label]["support"] > 0 for label in Label)


def test_with_oneself_one_agrees_wholly() -> None:
    measured = measure_agreement(FIRST, FIRST)
    assert measured["labels"]["macro_f1"] == {"value": 1, "low": 1, "high": 1}
    assert {found["low"] for found in measured["labels"]["f1"].values()} == {1}
    assert {found["alpha"] for found in measured["labels"]["f1"].values()} == {1.0}
    assert all(axis["kappa"]["value"] == 1 for axis in measured["axes"].values())


@pytest.mark.parametrize(("change", "fault"), [("ids", "not the same statements"), ("units", "has other units")])
def test_files_that_do_not_match_are_refused(tmp_path: Path, change: str, fault: str) -> None:
    records = [json.loads(line) for line in SECOND.read_text(encoding="utf-8").splitlines()]
    if change == "ids":
        records.pop()
    else:
        records[0]["units"].pop()
    other = tmp_path / "second.jsonl"
    other.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    with pytest.raises(UsageError, match=fault):
        measure_agreement(FIRST, other)


def test_what_was_read_again_is_compared_on_whole_statements(tmp_path: Path) -> None:
    gold = read_labelled([FIRST])
    records = [{"id": one.id, "levels": one.levels, **{field: getattr(one, field) for field in CIRCUMSTANCES}} for one in gold[:20]]
    path = tmp_path / "reread.jsonl"
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    rows = {row["name"]: row for row in measure_rereading(gold, path)["rows"]}
    assert all(row["exact"]["value"] == 1 for row in rows.values())
    assert set(rows) == {*map(str, Axis), *CIRCUMSTANCES}
    changed = {**records[0], "levels": {**records[0]["levels"], Axis.SPECIFICITY: (records[0]["levels"][Axis.SPECIFICITY] + 2) % 5}}
    path.write_text("".join(json.dumps(record) + "\n" for record in (changed, *records[1:])), encoding="utf-8")
    rows = {row["name"]: row for row in measure_rereading(gold, path)["rows"]}
    assert rows["specificity"]["exact"]["value"] == 0.95
    path.write_text(json.dumps({**records[0], "detected_by": "them"}) + "\n", encoding="utf-8")
    with pytest.raises(UnreadableError, match=r"reread\.jsonl:1: .*'them' is not a valid DetectedBy"):
        measure_rereading(gold, path)


def test_shipped_rereading_is_of_train() -> None:
    train = read_labelled(sorted((ROOT / "corpora/train").glob("*.jsonl")))
    path = ROOT / "corpora/agreement/reread.jsonl"
    assert len(read_again(path, train)) == len(path.read_text(encoding="utf-8").splitlines()) == 1600
    assert len(measure_rereading(train, path)["rows"]) == 6


def test_a_recipe_with_some_of_the_statements_takes_their_second_reading_alone() -> None:
    some = read_labelled([ROOT / "corpora/train/npo.jsonl"])
    pairs = read_again(ROOT / "corpora/agreement/reread.jsonl", some)
    assert 0 < len(pairs) < 1600
    assert all(gold.id == again.id and gold in some for gold, again in pairs)
