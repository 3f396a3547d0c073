"""Measuring details: a perfect reading scores 1, each kind of error lowers its own figure alone, and bad gold is named."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from analyzer.answers.gaps.checklist_rules import item_rules
from analyzer.corpus.details import GoldDetails, read_choices, read_details
from analyzer.documents.card import figures as card
from analyzer.errors import UnreadableError
from analyzer.language.units import split_units
from analyzer.measuring.detail_figures import figures, measure_details
from analyzer.measuring.detail_tallies import Told, matched, tally
from analyzer.report import Blame, ChecklistItem, Event, Promise
from analyzer.schema import ChecklistStatus, EventKind, Label, Owner, Precision, PromiseKind, PromiseStatus, Strength
from tests.conftest import ROOT

LINES = [
    ("5月8日 9時に、会員213名のアドレスを宛先に入れて送信しました。", ["incident", "scope"]),
    ("同日11時、会員の方からのご連絡で判明しました。", ["timeline"]),
    ("委託先の作業ミスによるものです。", ["cause", "deflection"]),
    ("5月末までに、広報部長が宛先を確認する手順を設け、全職員に研修を行います。", ["measure_concrete"]),
]
TEXT = "\n".join(line for line, _ in LINES)
RECORD: dict[str, Any] = {
    "id": "t1",
    "timeline": [
        {"unit": 0, "text": "5月8日9時", "at": "2024-05-08T09:00", "precision": "hour", "approximate": False, "event": "occurred"},
        {"unit": 1, "text": "同日11時", "at": "2024-05-08T11:00", "precision": "hour", "approximate": False, "event": "detected"},
    ],
    "delays": {"occurred_to_detected": "PT2H", "detected_to_contained": None},
    "promises": [
        {
            "unit": 3,
            "text": "広報部長が宛先を確認する手順を設け",
            "kind": "concrete",
            "owner": "広報部長",
            "due": "2024-05-31",
            "status": "planned",
            "strength": "procedure",
        },
        {
            "unit": 3,
            "text": "全職員に研修を行います",
            "kind": "concrete",
            "owner": None,
            "due": "2024-05-31",
            "status": "planned",
            "strength": "exhort",
        },
    ],
    "blame": {"2": "contractor"},
    "checklist": {rule.code: "stated" if rule.code == "CHK01" else "missing" for rule in item_rules().values()},
}


def _write(folder: Path, record: dict[str, Any]) -> Path:
    spans = split_units(TEXT)
    statement = {
        "id": "t1",
        "title": "メールの送信について",
        "text": TEXT,
        "organisation": "架空クラブ",
        "sector": "club",
        "incident": "misdelivery",
        "published": "2024-05-10",
        "units": [{"start": start, "end": end, "labels": labels} for (start, end), (_, labels) in zip(spans, LINES, strict=True)],
        "levels": {"specificity": 3, "responsibility": 0, "countermeasures": 3},
        "detected_by": "outside",
        "report_stage": "single",
        "title_framing": "softened",
    }
    for name, content in (("dev/club.jsonl", statement), ("details/dev.jsonl", record)):
        path = folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps(content, ensure_ascii=False) + "\n", encoding="utf-8")
    return folder / "details" / "dev.jsonl"


@pytest.fixture
def gold(tmp_path: Path) -> GoldDetails:
    return read_details(_write(tmp_path, RECORD))[0]


def _perfect(gold: GoldDetails) -> Told:
    text = gold.labelled.text
    return Told(
        spans=[(unit.start, unit.end) for unit in gold.labelled.units],
        timeline=[
            Event(event.unit, *event.span, text[slice(*event.span)], event.at, event.precision, False, event.event)
            for event in gold.timeline
        ],
        delays=dict(gold.delays),
        promises=[
            Promise(
                made.unit,
                *made.span,
                text[slice(*made.span)],
                made.kind,
                None,
                made.owner,
                made.due,
                made.status,
                made.strength,
                None,
            )
            for made in gold.promises
        ],
        blame=[Blame(owner, 1.0, (unit,)) for unit, owner in gold.blame.items()],
        checklist=[ChecklistItem(code, "", "", status, ()) for code, status in gold.checklist.items()],
    )


def _values(gold: GoldDetails, told: Told) -> dict[str, float | None]:
    return {name: found["value"] for name, found in figures([tally(gold, told)]).items()}


def test_texts_are_found_in_their_units_whatever_the_spaces(gold: GoldDetails) -> None:
    assert [gold.labelled.text[slice(*event.span)] for event in gold.timeline] == ["5月8日 9時", "同日11時"]


def test_a_perfect_reading_scores_one(gold: GoldDetails) -> None:
    assert set(_values(gold, _perfect(gold)).values()) == {1.0}


def _with_event(told: Told, **changes: Any) -> Told:
    return replace(told, timeline=[replace(told.timeline[0], **changes), *told.timeline[1:]])


def _with_promise(told: Told, **changes: Any) -> Told:
    return replace(told, promises=[replace(told.promises[0], **changes), *told.promises[1:]])


ERRORS: list[tuple[str, Callable[[Told], Told], dict[str, float]]] = [
    ("a shifted time", lambda told: _with_event(told, at="2024-05-07T09:00"), {"times": 0.5}),
    ("a rougher time", lambda told: _with_event(told, at="2024-05-08", precision=Precision.DAY), {"times": 0.5}),
    ("another kind", lambda told: _with_event(told, event=EventKind.OTHER), {"kinds": 0.5}),
    ("a step missed", lambda told: replace(told, timeline=told.timeline[1:]), {"steps": 0.6667, "times": 0.5}),
    ("a wrong delay", lambda told: replace(told, delays={"occurred_to_detected": "PT3H"}), {"delays": 0.0, "delays_given": 0.0}),
    ("the same delay in other words", lambda told: replace(told, delays={"occurred_to_detected": "P0DT2H0M"}), {}),
    ("days for hours", lambda told: replace(told, delays={"occurred_to_detected": "P0D"}), {"delays": 0.0, "delays_given": 0.0}),
    (
        "a delay made up",
        lambda told: replace(told, delays={**told.delays, "detected_to_contained": "P1D"}),
        {"delays_given": 0.5},
    ),
    ("a promise missed", lambda told: replace(told, promises=told.promises[1:]), {"promises": 0.6667}),
    ("two acts as one", lambda told: replace(told, promises=[replace(told.promises[0], end=len(TEXT))]), {"promises": 0.6667}),
    ("no owner", lambda told: _with_promise(told, owner=None), {"promise_owner": 0.5}),
    ("a longer wording of the owner", lambda told: _with_promise(told, owner="当クラブの広報部長"), {}),
    ("another owner", lambda told: _with_promise(told, owner="監事"), {"promise_owner": 0.5}),
    ("another day", lambda told: _with_promise(told, due="2025-05-31"), {"promise_due": 0.5}),
    ("another status", lambda told: _with_promise(told, status=PromiseStatus.INTENDED), {"promise_status": 0.5}),
    ("another strength", lambda told: _with_promise(told, strength=Strength.PREVENT), {"promise_strength": 0.5}),
    ("vague for concrete", lambda told: _with_promise(told, kind=PromiseKind.VAGUE), {"promise_kind": 0.5}),
    ("blame elsewhere", lambda told: replace(told, blame=[Blame(Owner.OWN, 1.0, (2,))]), {"blame": 0.0}),
    (
        "blame shared out",
        lambda told: replace(told, blame=[Blame(Owner.OWN, 0.5, (2,)), Blame(Owner.CONTRACTOR, 0.5, (2,))]),
        {"blame": 0.5},
    ),
    ("blame missed", lambda told: replace(told, blame=[]), {"blame": 0.0}),
    (
        "partly for stated",
        lambda told: replace(told, checklist=[replace(told.checklist[0], status=ChecklistStatus.PARTLY), *told.checklist[1:]]),
        {"checklist_status": 0.9474},
    ),
    (
        "missing for stated",
        lambda told: replace(told, checklist=[replace(told.checklist[0], status=ChecklistStatus.MISSING), *told.checklist[1:]]),
        {"checklist_status": 0.9474, "checklist": 0.0},
    ),
]


@pytest.mark.parametrize(("error", "lowered"), [(error, lowered) for _, error, lowered in ERRORS], ids=[name for name, _, _ in ERRORS])
def test_an_error_lowers_its_own_figure_alone(gold: GoldDetails, error: Callable[[Told], Told], lowered: dict[str, float]) -> None:
    found = _values(gold, error(_perfect(gold)))
    assert {name: value for name, value in found.items() if value != 1.0} == lowered


def test_what_does_not_overlap_is_no_pair_and_each_has_one_partner() -> None:
    assert matched([((0, 5), "a")], [((5, 9), "a")]) == []
    assert matched([((0, 5), "a"), ((5, 9), "a")], [((0, 9), "a")]) == [(0, 0)]
    assert matched([((0, 5), "a"), ((0, 5), "b")], [((0, 5), "b"), ((0, 5), "a")]) == [(0, 1), (1, 0)]


def test_nothing_to_measure_is_none(gold: GoldDetails) -> None:
    empty = replace(gold, timeline=(), promises=(), blame={}, delays={}, checklist={})
    assert set(_values(empty, Told([], [], {}, [], [], [])).values()) == {None}


def test_real_readings_are_measured_with_both_kinds_of_labels(tmp_path: Path) -> None:
    found = measure_details([_write(tmp_path, RECORD)])
    assert found["statements"] == 1
    assert found["gold_labels"]["times"]["value"] == found["gold_labels"]["delays"]["value"] == 1.0
    assert found["gold_labels"]["promises"] == {"value": 1.0, "low": 1.0, "high": 1.0, "support": 2}
    assert found["softened_titles"]["recall"]["support"] == 1
    for measured in (found["model_labels"], found["gold_labels"]):
        assert all(set(one) == {"value", "low", "high", "support"} for one in measured.values())


BAD: list[tuple[str, dict[str, Any], str]] = [
    ("unknown statement", {"id": "t9"}, "statement 't9' is not in"),
    ("text not in the unit", {"timeline": [{**RECORD["timeline"][0], "unit": 1}]}, "is not in unit 1"),
    ("unit that is not there", {"blame": {"9": "own"}}, "unit 9 is named, the statement has 4"),
    ("unknown event", {"timeline": [{**RECORD["timeline"][0], "event": "begun"}]}, "'begun' is not a valid EventKind"),
    ("no duration", {"delays": {"occurred_to_detected": "2 hours"}}, "is not of the form P3D"),
    ("unknown owner", {"blame": {"2": "them"}}, "'them' is not a valid Owner"),
]


@pytest.mark.parametrize(("changes", "said"), [(changes, said) for _, changes, said in BAD], ids=[name for name, _, _ in BAD])
def test_bad_gold_is_named_with_file_and_line(tmp_path: Path, changes: dict[str, Any], said: str) -> None:
    path = _write(tmp_path, {**RECORD, **changes})
    with pytest.raises(UnreadableError, match=r"dev\.jsonl:1: .*" + said):
        read_details(path)


def test_a_missing_field_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="field 'promises' is missing"):
        read_details(_write(tmp_path, {name: value for name, value in RECORD.items() if name != "promises"}))


CHOICES = ROOT / "corpora" / "details" / "train_choices.jsonl"
SHIPPED = [path for path in sorted(CHOICES.parent.glob("*.jsonl")) if path != CHOICES]


@pytest.mark.parametrize("path", SHIPPED, ids=[path.stem for path in SHIPPED])
def test_shipped_gold_is_sound(path: Path) -> None:
    golds = read_details(path)
    assert len({gold.labelled.id for gold in golds}) == len(golds) > 0
    fault = {Label.CAUSE, Label.ADMISSION, Label.DEFLECTION}
    for gold in golds:
        if not path.stem.endswith("without_checklist"):
            assert set(gold.checklist) == {rule.code for rule in item_rules().values()}, gold.labelled.id
    bare = [(gold.labelled.id, unit) for gold in golds for unit in gold.blame if not gold.labelled.units[unit].labels & fault]
    assert not bare


def test_shipped_choices_are_of_other_statements_of_train() -> None:
    choices = read_choices(CHOICES)
    elsewhere = {gold.labelled.id for path in SHIPPED for gold in read_details(path)}
    fault = {Label.CAUSE, Label.ADMISSION, Label.DEFLECTION}
    assert len({gold.labelled.id for gold in choices} - elsewhere) == len(choices) > 0
    assert all(gold.labelled.units[unit].labels & fault for gold in choices for unit in gold.owners)


def test_choices_are_read_from_lines_that_label_more_or_nothing_else(tmp_path: Path) -> None:
    bare = {
        "id": RECORD["id"],
        "timeline": [{name: event[name] for name in ("unit", "text", "event")} for event in RECORD["timeline"]],
        "promises": [{name: act[name] for name in ("unit", "text", "strength")} for act in RECORD["promises"]],
        "blame": RECORD["blame"],
    }
    whole, only = read_choices(_write(tmp_path, RECORD)), read_choices(_write(tmp_path, bare))
    assert whole == only
    (gold,) = only
    assert [str(kind) for _, kind in gold.kinds] == [event["event"] for event in RECORD["timeline"]]
    with pytest.raises(UnreadableError, match=r"dev\.jsonl:1: .*'strict' is not a valid Strength"):
        read_choices(_write(tmp_path, {**bare, "promises": [{**bare["promises"][0], "strength": "strict"}]}))


def test_the_card_shows_the_figures(gold: GoldDetails) -> None:
    measured = figures([tally(gold, _perfect(gold))])
    metrics = json.loads((ROOT / "models" / "disclosure" / "metrics.json").read_text(encoding="utf-8"))
    metrics["sets"] = {"dev": metrics["sets"]["dev"]}
    title = {"precision": measured["times"], "recall": measured["times"]}
    metrics["sets"]["dev"]["details"] = {
        "statements": 1,
        "model_labels": measured,
        "gold_labels": measured,
        "softened_titles": title,
    }
    shown = card(metrics)
    assert "| 時刻が正解とまったく同じ | 0.95 | 2 | 1.000 [1.00, 1.00] | 1.000 [1.00, 1.00] |" in shown
    assert "| 落ち度を誰に置いたか | 0.85 | 1 |" in shown
