"""`analyzer corpus check` names every fault with file and line; the shipped corpora have none."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from analyzer.corpus import check as corpus
from analyzer.corpus.census import stats
from analyzer.corpus.check import check, name_digest
from analyzer.corpus.labelled_files import labelled_files
from analyzer.corpus.near_duplicates import groups_of, near_duplicates
from analyzer.errors import UnreadableError
from analyzer.language.outline import outline
from analyzer.language.units import split_units
from analyzer.rules import load_rules
from analyzer.schema import Axis
from analyzer.statement import labelled_from
from tests.conftest import ROOT

CORPORA = ROOT / "corpora"
SHIPPED = [CORPORA / "train", CORPORA / "dev", CORPORA / "test", CORPORA / "hard.jsonl"]
TEXT = "5月10日に会員様213名へ送る書類を別の方へ送りました。\n深くお詫びいたします。"
OTHER = "9月2日の夜に倉庫の鍵をかけ忘れ、備品が持ち去られたことをご報告します。\n申し訳ございません。"


def record(text: str = TEXT, *labels: list[str], **fields: Any) -> dict[str, Any]:
    """A labelled statement without fault: units as the splitter cuts them, the labels in their order."""
    spans = split_units(text)
    given = list(labels) + [[]] * (len(spans) - len(labels))
    return {
        "id": "a-1",
        "organisation": "みどり台クラブ",
        "title": "書類の誤送付について",
        "text": text,
        "sector": "club",
        "incident": "misdelivery",
        "units": [{"start": start, "end": end, "labels": names} for (start, end), names in zip(spans, given, strict=True)],
        "levels": {str(axis): 1 for axis in Axis},
        "detected_by": "unknown",
        "report_stage": "single",
        "title_framing": "names_harm",
    } | fields


def written(path: Path, *records: dict[str, Any] | str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [one if isinstance(one, str) else json.dumps(one, ensure_ascii=False) for one in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def faults(*paths: Path) -> list[str]:
    return list(check(paths))


def moved(of: int, **ends: int) -> Callable[[dict[str, Any]], None]:
    return lambda one: one["units"][of].update(ends)


def without(field: str) -> Callable[[dict[str, Any]], None]:
    return lambda one: one.pop(field)


def test_the_shipped_corpora_have_no_fault() -> None:
    assert faults(*SHIPPED) == []


def test_the_corpora_folder_is_its_statement_files(tmp_path: Path) -> None:
    """Dossiers and double labels beside the statements are other records, so a folder is read without them."""
    kept = written(tmp_path / "corpora" / "train" / "club.jsonl", record())
    written(tmp_path / "corpora" / "dossiers" / "train.jsonl", '{"incident": "x"}')
    written(tmp_path / "corpora" / "details" / "train.jsonl", '{"id": "x"}')
    written(tmp_path / "corpora" / "agreement" / "first.jsonl", record())
    assert labelled_files([tmp_path / "corpora"]) == [kept]
    assert faults(tmp_path / "corpora") == []


def test_a_sound_statement_passes(tmp_path: Path) -> None:
    assert faults(written(tmp_path / "train" / "a.jsonl", record(), record(OTHER, id="a-2", organisation="別のクラブ"))) == []


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (moved(1, end=400), "unit 1 spans"),
        (moved(1, start=3), "unit 1 starts at 3, before unit 0 ends"),
        (moved(0, end=5), "no unit covers 5:"),
        (lambda one: one["units"].pop(), "no unit covers"),
        (lambda one: one["units"][0].update(labels=["apologies"]), "apologies"),
        (lambda one: one["levels"].update(specificity=5), "level specificity is 5"),
        (lambda one: one["levels"].pop("responsibility"), "level responsibility is None"),
        (without("text"), "field 'text' is missing"),
        (without("sector"), "field 'sector' is missing"),
        (without("organisation"), "field 'organisation' is missing"),
        (lambda one: one.update(sector="bank"), "bank"),
        (lambda one: one.update(published="May"), "published 'May' is not a date"),
        (lambda one: one.update(units=7), "another shape"),
        (lambda one: one.update(title=None), "title_framing is names_harm, title is None"),
        (lambda one: one.update(title_framing="none"), "title_framing is none"),
        (lambda one: one.update(title=one["text"][:12]), "text repeats the title"),
    ],
)
def test_a_bad_statement_is_named_with_file_and_line(spoil: Callable[[dict[str, Any]], object], said: str, tmp_path: Path) -> None:
    bad = record(id="a-2")
    spoil(bad)
    path = written(tmp_path / "train" / "a.jsonl", record(OTHER), "", bad)
    found = faults(path)
    assert found and all(fault.startswith(f"{path}:3: ") for fault in found)
    assert any(said in fault for fault in found), found


@pytest.mark.parametrize(("line", "said"), [("{not json", "not JSON"), ("[1]", "a JSON list"), ("7", "a JSON int")])
def test_a_line_that_is_no_record(line: str, said: str, tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", record(), line)
    assert [said in fault and fault.startswith(f"{path}:2: ") for fault in faults(path)] == [True]
    with pytest.raises(UnreadableError, match=r"a\.jsonl:2: "):
        stats([path])


def test_an_id_used_twice(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", record(), record(OTHER))
    assert faults(path) == [f"{path}:2: id a-1 が {path}:1 と同じです / is also that of {path}:1"]


def test_one_organisation_in_two_sets(tmp_path: Path) -> None:
    left = written(tmp_path / "train" / "a.jsonl", record())
    right = written(tmp_path / "dev" / "a.jsonl", record(OTHER, id="a-2"))
    assert faults(left, right) == ["みどり台クラブ: dev・train の組にまたがっています / in dev and train"]
    assert faults(left, written(tmp_path / "train" / "b.jsonl", record(OTHER, id="a-2"))) == []


def test_retellings_stay_in_one_group() -> None:
    """Worded anew, the same notice is a near duplicate; the same stock phrases about another event are not."""
    notice = (
        "4月8日の夜、会員名簿を入れた鞄が、職員の帰宅の途中に電車の網棚に置き忘れられ、いまも見つかっておりません。"
        "名簿には会員213名の氏名と住所が載っておりました。網棚に置いたまま眠り込み、終点で慌てて降りたためです。"
    )
    anew = (
        "4月12日の夕方、会員名簿を入れた鞄が、職員の帰宅の途中にバスの座席に置き忘れられ、まだ見つかっておりません。"
        "名簿には会員88名の氏名と電話番号が載っておりました。座席に置いたまま眠り込み、車庫で慌てて降りたためです。"
    )
    other = (
        "5月3日の未明、体育館の屋根板が強風で外れ、駐車場の車2台と隣家の塀を傷つけました。けがをされた方はおられません。"
        "昨秋の点検で釘の緩みに気づきながら、年度が替わってから直せばよいと考え、先へ延ばしておりました。"
    )
    texts = [f"{text}\nご迷惑をおかけし、深くお詫び申し上げます。" for text in (notice, other, anew)]
    labelled = [labelled_from(record(text, id=f"g-{at}", organisation=f"組織{at}")) for at, text in enumerate(texts)]
    assert [(left, right) for left, right, _ in near_duplicates(texts)] == [(0, 2)]
    assert groups_of(labelled) == ["g-0", "g-1", "g-0"]
    assert groups_of([replace(gold, statement=replace(gold.statement, organisation="同じ組織")) for gold in labelled]) == ["g-0"] * 3


def test_near_duplicates_across_sets(tmp_path: Path) -> None:
    """A changed number is not another statement; inside one set two announcements of one incident may be alike."""
    near = record(TEXT.replace("213", "214"), id="a-2", organisation="別のクラブ")
    left, right = written(tmp_path / "train" / "a.jsonl", record()), written(tmp_path / "test" / "a.jsonl", near)
    found = faults(left, right)
    assert len(found) == 1 and found[0].startswith(f"{left}:1: ") and f"tells the notice of {right}:1" in found[0]
    assert faults(left, written(tmp_path / "train" / "b.jsonl", near)) == []


@pytest.mark.parametrize(
    ("sentence", "stock"),
    [("皆様に多大なご迷惑をおかけしましたことを深くお詫び申し上げます。", True), ("お詫びいたします。", False)],
    ids=["long", "too short to be stock"],
)
def test_a_stock_sentence(sentence: str, stock: bool, tmp_path: Path) -> None:
    told = ("倉庫の鍵を失くしました。", "電車が遅れて試合が流れました。", "売店で釣り銭を渡し忘れました。")
    records = [record(f"{one}\n{sentence}", id=f"a-{at}", organisation=f"{one[:2]}の会") for at, one in enumerate(told)]
    path = written(tmp_path / "a.jsonl", *records)
    assert faults(path) == (
        [f"{path}:1: 「{sentence}」が 3 文書にあります（2 文書まで） / is in 3 statements, at most 2 may have it"] if stock else []
    )
    assert faults(written(tmp_path / "b.jsonl", *records[:2])) == []


@pytest.mark.parametrize(
    ("line", "labels", "contradicts"),
    [
        ("・ 受付は平日10時から17時まで", ["contact"], True),
        ("・ 宛先を2名で確認します", ["measure_concrete"], False),
        ("・ 担当 03-0000-1234", ["contact", "measure_concrete"], False),
        ("・ 問い合わせ先：03-0000-1234", ["contact"], False),
        ("● お問い合わせ　会員相談窓口 03-0000-1234", ["contact"], False),
        ("● お問い合わせ 会員相談窓口 03-0000-1234", ["contact"], False),
        ("【窓口】 03-0000-1234", ["contact"], False),
        ("受付は平日10時から17時まで", ["contact"], False),
    ],
)
def test_a_label_against_its_heading(line: str, labels: list[str], contradicts: bool, tmp_path: Path) -> None:
    text = f"書類を送り間違えました。\n■ 再発防止策\n・ 送付は手渡しに限ります\n{line}"
    path = written(tmp_path / "a.jsonl", record(text, ["incident"], [], ["measure_concrete"], labels))
    told = "unit 3 is contact alone, a list line under a heading about measure_concrete"
    assert [fault.startswith(f"{path}:1: 単位 3 は") and fault.endswith(told) for fault in faults(path)] == [True] * contradicts


def test_a_real_name_is_found_by_its_digest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "_name_digests", lambda: frozenset({name_digest("ほしぞら商事")}))
    path = written(tmp_path / "a.jsonl", record("委託先のほしぞら商事が書類を送り間違えました。"))
    assert faults(path) == [f"{path}:1: 実在の組織の名前です / real organisation named: 「ほしぞら商事」"]
    assert faults(written(tmp_path / "b.jsonl", record("委託先のほしぞらが書類を送り間違えました。"))) == []


def test_real_names_are_kept_as_digests() -> None:
    known = corpus._name_digests()
    assert len(known) > 100
    assert all(len(digest) == 16 and int(digest, 16) >= 0 for digest in known)


def test_units_of_the_corpora_meet_their_headings() -> None:
    """The topics that contradictions are looked up by are those that headings can have."""
    topics = {rule["topic"] for rule in load_rules("headings").values()}
    assert {str(label) for label in corpus._CONTRADICTIONS} <= topics
    assert outline("■ 再発防止策\n・ 手渡し", [(0, 7), (8, 13)])[1].topic == "measure_concrete"


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["check", "corpora/hard.jsonl"], 0, "no faults"),
        (["check", "corpora/none.jsonl"], 3, "corpora/none.jsonl: "),
        (["check", "corpora/samples"], 3, "no .jsonl file here"),
        (["stats", "corpora/samples"], 3, "no .jsonl file here"),
        (["check", "models/disclosure/weights.npz"], 3, "not UTF-8"),
    ],
)
def test_commands(arguments: list[str], status: int, said: str) -> None:
    ended = subprocess.run([sys.executable, "-m", "analyzer", "corpus", *arguments], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (ended.returncode, ended.stdout) == (status, "")
    assert said in ended.stderr and "Traceback" not in ended.stderr


def test_stats_count_what_is_there(tmp_path: Path) -> None:
    path = written(tmp_path / "train" / "a.jsonl", record(TEXT, ["incident", "scope"], ["apology"]))
    table = stats([path])
    assert "| 公表文 | 1 |" in table and "| 単位 | 2 |" in table
    assert "| 謝罪 `apology` | 1 |" in table and "| その他 `other` | 0 |" in table
