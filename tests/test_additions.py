"""The author's side: what to add, and that each level told is one that was reached."""

import json
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from analyzer.additions import addition_rules, additions
from analyzer.reading.source import statement_from
from analyzer.render.page import page
from analyzer.render.terminal import render
from analyzer.report import Additions, Report
from analyzer.schema import Axis, ChecklistStatus, Label
from analyzer.scoring import Scorer
from tests.conftest import SAMPLES

Advised = tuple[Report, Additions]


def advised(path: Path, scorer: Scorer) -> Advised:
    statement, _ = statement_from(path.read_text(encoding="utf-8"), path.name)
    report = scorer.read(statement)
    return report, additions(statement, report, scorer)


@pytest.fixture(scope="module")
def evasive(scorer: Scorer) -> Advised:
    return advised(SAMPLES / "season_ticket_1.txt", scorer)


def test_the_sentence_that_lays_the_blame_elsewhere_is_to_be_rewritten(evasive: Advised) -> None:
    report, told = evasive
    rewriting = next(each for each in told.each if each.unit is not None)
    assert Label.DEFLECTION in report.units[rewriting.unit or 0].labels
    assert "同社のシステムの不具合によるものです" in rewriting.text and "当クラブ" in rewriting.example


def test_what_is_missing_is_to_be_added_and_no_more(evasive: Advised) -> None:
    report, told = evasive
    open_items = {item.code for item in report.checklist if item.status in (ChecklistStatus.MISSING, ChecklistStatus.PARTLY)}
    asked = {question.code for question in report.questions}
    assert told.each
    for each in told.each:
        assert set(each.gives) <= open_items and set(each.answers) <= asked
        assert all(reached.score > report.axes[axis].score for axis, reached in each.reaches.items())
    assert "ADD03" not in {each.code for each in told.each}  # No personal data is admitted here.


def test_written_by_hand_an_addition_reaches_the_level_told(evasive: Advised, scorer: Scorer) -> None:
    report, told = evasive
    owning = next(each for each in told.each if each.code == "ADD08").reaches[Axis.RESPONSIBILITY]
    text = report.text.replace(
        "ご心配をおかけしましたことをお詫び申し上げます。",
        "ご心配をおかけしましたことをお詫び申し上げます。送る前の確かめ方を定めず、点検もしていなかった当クラブの落ち度であり、責任は当クラブにあります。",
    )
    again = scorer.score(text, title=report.title).axes[Axis.RESPONSIBILITY]
    assert again.level >= owning.level > report.axes[Axis.RESPONSIBILITY].level


def test_all_of_it_together_says_nearly_everything(evasive: Advised) -> None:
    report, told = evasive
    assert {axis: reached.level for axis, reached in told.reach.items()} == dict.fromkeys(Axis, 4)
    assert len(told.open_questions) < len(report.questions) / 2


def test_the_best_of_each_axis_comes_first(evasive: Advised) -> None:
    report, told = evasive
    first = {axis for each in told.each[: len(Axis)] for axis, reached in each.reaches.items() if reached.level > report.axes[axis].level}
    assert first == set(Axis)
    moves = [bool(each.reaches) for each in told.each]
    assert moves == sorted(moves, reverse=True)


def test_a_candid_notice_has_little_to_add(evasive: Advised, scorer: Scorer) -> None:
    report, told = advised(SAMPLES / "member_notice.txt", scorer)
    assert len(told.each) < len(evasive[1].each) / 2
    assert all(reached.level == report.axes[axis].level for each in told.each for axis, reached in each.reaches.items())


def test_what_was_left_out_of_a_text_stays_left_out(scorer: Scorer) -> None:
    statement, _ = statement_from((SAMPLES / "season_ticket_1.txt").read_text(encoding="utf-8"), "text")
    end = len(statement.text)
    marked = replace(statement, text=f"{statement.text}\n- 1 -", left_out=((end + 1, end + 6),))
    report = scorer.read(marked)
    told = additions(marked, report, scorer)
    plain = additions(statement, scorer.read(statement), scorer)
    assert [each.code for each in told.each] == [each.code for each in plain.each]


def shown_with(*options: str) -> str:
    command = [sys.executable, "-m", "analyzer", "score", str(SAMPLES / "season_ticket_1.txt"), *options]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout


def test_shown_in_text_and_json() -> None:
    shown = shown_with("--for", "author")
    assert "■ 書き足すこと" in shown and "責任の認容 1 → 3" in shown and "本当のことだけを書いてください" in shown.replace("\n", "")
    record = json.loads(shown_with("--for", "author", "--format", "json"))
    assert record["additions"]["each"][0]["reaches"] and record["additions"]["reach"]["responsibility"]["level"] == 4
    assert json.loads(shown_with("--format", "json"))["additions"] is None
    assert "What to add" in shown_with("--for", "author", "--lang", "en")


def test_every_addition_is_on_the_page(evasive: Advised) -> None:
    report, told = evasive
    whole = page(replace(report, additions=told))
    assert all(each.example in whole for each in told.each)
    assert "書き足すこと" not in page(report) + render(report)


def test_rules_are_whole() -> None:
    for rule in addition_rules():
        parts = re.split("(〔[^〕]*〕|○)", rule.example)
        filled = "".join("[0-9]+" if part == "○" else ".+" if part.startswith("〔") else re.escape(part) for part in parts)
        assert re.fullmatch(filled, rule.sentence), rule.code  # What is read is what is shown.
        assert bool(rule.after) != bool(rule.rewrites) and (rule.items or rule.criteria), rule.code
        assert "〔" in rule.example or "○" in rule.example, rule.code  # What only the author knows is left open,
        assert "〔" not in rule.sentence and "○" not in rule.sentence, rule.code  # and filled where it is read.
