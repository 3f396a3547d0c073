"""Labelled statements are read as the guideline writes them; a bad line is named with its fault."""

import json
from pathlib import Path
from typing import Any

import pytest

from analyzer.errors import UnreadableError
from analyzer.schema import Label, Signal
from analyzer.statement import read_labelled

TEXT = "宛先を誤りました。お客様からの電話で分かりました。"
RECORD: dict[str, Any] = {
    "id": "x-1",
    "title": "お詫び",
    "text": TEXT,
    "sector": "club",
    "incident": "misdelivery",
    "units": [{"start": 0, "end": 9, "labels": ["incident", "cause"]}, {"start": 9, "end": len(TEXT), "labels": ["timeline"]}],
    "levels": {"specificity": 1, "responsibility": 0, "countermeasures": 0},
    "detected_by": "outside",
    "report_stage": "single",
    "title_framing": "neutral",
    "organisation": "架空クラブ",
    "evidence": {"told_by_others": [1]},
}


def written(record: dict[str, Any], folder: Path) -> Path:
    path = folder / "one.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", encoding="utf-8")
    return path


def test_labels_and_signals_stand_at_their_units(tmp_path: Path) -> None:
    (labelled,) = read_labelled([written(RECORD, tmp_path)])
    assert [unit.labels for unit in labelled.units] == [{Label.INCIDENT, Label.CAUSE}, {Label.TIMELINE}]
    assert [unit.signals for unit in labelled.units] == [frozenset(), {Signal.TOLD_BY_OTHERS}]


def test_without_evidence_no_unit_has_a_signal(tmp_path: Path) -> None:
    (labelled,) = read_labelled([written({name: value for name, value in RECORD.items() if name != "evidence"}, tmp_path)])
    assert not any(unit.signals for unit in labelled.units)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"evidence": {"told_by_others": [2]}}, "evidence told_by_others names unit 2, the statement has 2 units"),
        ({"evidence": {"told": [1]}}, "'told' is not a valid Signal"),
        ({"levels": {**RECORD["levels"], "specificity": 5}}, "level specificity is 5, must be one of 0–4"),
        ({"levels": {**RECORD["levels"], "specificity": "1"}}, "level specificity is '1'"),
        ({"units": [{"start": 0, "end": 99, "labels": []}], "evidence": {}}, "unit 0 spans 0:99, text has 25 characters"),
        ({"units": [{"start": 0, "end": 9, "labels": ["sorry"]}], "evidence": {}}, "'sorry' is not a valid Label"),
        ({"published": "昨日"}, "published '昨日' is not a date"),
        ({"organisation": ""}, "field 'organisation' is missing"),
    ],
)
def test_a_bad_line_is_named(change: dict[str, Any], fault: str, tmp_path: Path) -> None:
    path = written({**RECORD, **change}, tmp_path)
    with pytest.raises(UnreadableError) as raised:
        read_labelled([path])
    assert f"{path}:1: " in str(raised.value) and fault in str(raised.value)
