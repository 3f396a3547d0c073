"""Agreement of the two annotators: measured from their files, and refused where the files are not of the same units."""

import json
from pathlib import Path

import pytest

from analyzer.errors import UsageError
from analyzer.measuring.agreement import measure_agreement
from analyzer.schema import Label
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
    assert measured["labels"]["macro_f1"]["value"] == 1
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
