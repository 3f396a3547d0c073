"""Folders, files and tables: what is read, what becomes an error item, and that it stops nothing."""

import json
import sys
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from analyzer.errors import AnalyzerError, UnreadableError, UsageError
from analyzer.reading.source import Note, NoteCode
from analyzer.reading.table import Item, iter_statements
from analyzer.schema import Lang
from analyzer.statement import Statement

TEXT = "会員様12名のお名前が流出しました。深くお詫び申し上げます。"


def _shown(items: Sequence[Item], root: Path) -> list[tuple[str, str]]:
    """Place below `root`, and the statement's id or the English half of the error."""
    shown = []
    for place, found in items:
        what = str(found).rpartition(" / ")[2] if isinstance(found, AnalyzerError) else str(found.id)
        shown.append((place.removeprefix(f"{root}/"), what))
    return shown


def _statements(items: Sequence[Item]) -> list[Statement]:
    return [found for _, found in items if isinstance(found, Statement)]


def _write(path: Path, *records: Any) -> Path:
    path.write_text("".join((r if isinstance(r, str) else json.dumps(r, ensure_ascii=False)) + "\n" for r in records), encoding="utf-8")
    return path


def test_folder_is_read_in_order_without_hidden_and_foreign_files(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b/2.md", "b/1.TXT", "a.txt", ".git/x.txt", "._a.txt", "notes.pdf"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "c.txt").write_bytes(b"%PDF-1.4")
    assert _shown(list(iter_statements([tmp_path])), tmp_path) == [
        ("a.txt", "a.txt"),
        ("b/1.TXT", "b/1.TXT"),
        ("b/2.md", "b/2.md"),
        ("c.txt", "PDF is not read; pass its wording as text"),
    ]


def test_files_give_their_titles_and_notes(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"流出に関するお詫び\n\n{TEXT}", encoding="cp932")
    noted: list[tuple[str, Note]] = []
    items = list(iter_statements([str(tmp_path / "a.txt")], warn=lambda place, note: noted.append((place, note))))
    assert _statements(items) == [Statement(TEXT, "流出に関するお詫び", id="a.txt")]
    assert [(place, note.code) for place, note in noted] == [(str(tmp_path / "a.txt"), NoteCode.TITLE_TAKEN)]


def test_what_a_note_asks_for_is_given_in_the_fields_it_names(tmp_path: Path) -> None:
    taken = f"流出に関するお詫び\n2024年5月1日\n\n{TEXT}"
    (tmp_path / "a.txt").write_text(taken, encoding="utf-8")
    noted: list[str] = []
    list(iter_statements([tmp_path], warn=lambda _, note: noted.append(note.text_in(Lang.JA))))
    fields = {name: value for name, value in (("title", "名簿の流出"), ("published", "2024-05-02")) if f"か {name} の欄" in "".join(noted)}
    told = "".join(f"{name}: {value}\n" for name, value in fields.items())
    (tmp_path / "a.txt").write_text(f"---\n{told}---\n{taken}", encoding="utf-8")
    noted.clear()
    items = list(iter_statements([tmp_path], warn=lambda _, note: noted.append(note.text_in(Lang.JA))))
    assert [(found.title, found.published) for found in _statements(items)] == [("名簿の流出", date(2024, 5, 2))] and noted == []


def test_what_is_missing_or_empty_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "empty.jsonl").write_bytes(b"\n\n")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    names = ("none.txt", "none.jsonl", "none.csv", "none.parquet", "n" * 999, "empty", "empty.csv", "empty.jsonl", "a.txt")
    items = [item for item in _shown(list(iter_statements([tmp_path / name for name in names])), tmp_path) if "n" * 999 not in item[0]]
    assert items == [
        ("none.txt", "no such file; check its name"),
        ("none.jsonl", "no such file; check its name"),
        ("none.csv", "no such file; check its name"),
        ("none.parquet", "no such file; check its name"),
        ("empty", "no .eml or .md or .txt in this folder; name a table by its file"),
        ("empty.csv", "empty table"),
        ("a.txt", "a.txt"),
    ]


def test_jsonl_rows(tmp_path: Path) -> None:
    path = _write(
        tmp_path / "many.jsonl",
        {"id": "a", "title": "お詫び", "text": f"題名らしい流出の件\n\n{TEXT}", "published": "2024-11-22", "incident_id": "i", "more": [1]},
        "",
        '{"id": "b", "text": ',
        [1, 2],
        {"id": "c"},
        {"id": "d", "text": 5},
        {"id": "e", "text": "English only."},
        {"id": "f", "text": TEXT, "published": "昨日"},
        {"id": ["g"], "text": TEXT},
        {"id": 8, "text": TEXT + "\u2028", "title": None, "published": "令和6年5月1日"},
        '{"id": "i", "title": NaN, "text": "お詫び\\ud800"}',
        {"text": TEXT},
        {"id": "k", "text": "あ" * 200_001},
        "[" * 100_000,
    )
    items = list(iter_statements([path]))
    assert [(place, what.partition(";")[0].partition(" (")[0]) for place, what in _shown(items, tmp_path)] == [
        ("many.jsonl:1", "a"),
        ("many.jsonl:3", "not JSON"),
        ("many.jsonl:4", "a JSON list, must be an object with a text"),
        ("many.jsonl:5", "text is missing"),
        ("many.jsonl:6", "text is int, must be a string"),
        ("many.jsonl:7", "no Japanese text"),
        ("many.jsonl:8", "not a date of the form 2024-11-22"),
        ("many.jsonl:9", "id is list, must be a string"),
        ("many.jsonl:10", "8"),
        ("many.jsonl:11", "broken characters"),
        ("many.jsonl:12", "many.jsonl:12"),
        ("many.jsonl:13", "has 200,001 characters, the limit is 200,000"),
        ("many.jsonl:14", "not JSON"),
    ]
    first = _statements(items)[0]
    assert first == Statement(f"題名らしい流出の件\n\n{TEXT}", "お詫び", date(2024, 11, 22), "a", "i")
    assert _statements(items)[1].published == date(2024, 5, 1)
    assert all("\n" not in str(found) for _, found in items if isinstance(found, AnalyzerError))


@pytest.mark.parametrize(
    ("record", "day"),
    [
        ({"text": f"2024年6月1日\n{TEXT}"}, date(2024, 6, 1)),
        ({"text": f"2024年6月1日\n{TEXT}", "title": "流出に関するお詫び"}, date(2024, 6, 1)),
        ({"text": f"流出に関するお詫び\n令和6年6月1日　青嵐会\n{TEXT}", "title": "流出に関するお詫び"}, None),
        ({"text": f"流出に関するお詫び\n令和6年6月1日　株式会社青嵐\n\n{TEXT}", "title": "流出に関するお詫び"}, date(2024, 6, 1)),
        ({"text": f"流出に関するお詫び\n掲載日：2024.6.1\n\n{TEXT}"}, date(2024, 6, 1)),
        ({"text": f"2024年6月1日\n{TEXT}", "published": "2024-06-03"}, date(2024, 6, 3)),
        ({"text": f"{TEXT}\n2024年6月1日\n名簿を回収しました。"}, None),
        ({"text": f"2024年6月1日、{TEXT}"}, None),
    ],
)
def test_a_row_without_its_day_bears_it_in_its_first_lines(tmp_path: Path, record: dict[str, str], day: date | None) -> None:
    (statement,) = _statements(list(iter_statements([_write(tmp_path / "many.jsonl", record)])))
    assert (statement.published, statement.text, statement.title) == (day, record["text"], record.get("title"))


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "cp932", "iso2022_jp"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings(tmp_path: Path, codec: str, end: str) -> None:
    lines = tmp_path / "a.jsonl"
    lines.write_bytes((json.dumps({"id": "a", "text": TEXT}, ensure_ascii=False) + end).encode(codec))
    table = tmp_path / "a.csv"
    table.write_bytes(f"id,text{end}a,{TEXT}{end}".encode(codec))
    for path in (lines, table):
        assert _statements(list(iter_statements([path]))) == [Statement(TEXT, id="a")]


def test_broken_bytes_spoil_one_row_only(tmp_path: Path) -> None:
    good, bad = TEXT.encode(), TEXT.encode()[:-2]
    (tmp_path / "a.jsonl").write_bytes(b'{"text":"' + bad + b'"}\n{"text":"' + good + b'"}\n')
    (tmp_path / "a.csv").write_bytes(b"text\n" + bad + b"\n" + good + b"\n")
    assert _shown(list(iter_statements([tmp_path / "a.jsonl", tmp_path / "a.csv"])), tmp_path) == [
        ("a.jsonl:1", "broken characters; save it as UTF-8 again"),
        ("a.jsonl:2", "a.jsonl:2"),
        ("a.csv:2", "broken characters; save it as UTF-8 again"),
        ("a.csv:3", "a.csv:3"),
    ]


def test_csv_rows(tmp_path: Path) -> None:
    big = TEXT * 5_000
    rows = (
        "ID, Title ,text,published,incident_id",
        f'a,お詫び,"{TEXT}\n\n「第2報」は、""後日""です。",2024/11/22,i',
        "",
        f"b,,{TEXT}",
        f"c,,{TEXT},,,余り",
        "d,,,,",
        f'e,,"{TEXT}"x,,',
        f"f,,{TEXT},あす,",
        f'g,,"{big}",,',
    )
    path = tmp_path / "many.csv"
    path.write_bytes("\r\n".join(rows).encode("cp932"))
    items = list(iter_statements([path]))
    assert [(place, what.partition(" (")[0]) for place, what in _shown(items, tmp_path)] == [
        ("many.csv:2", "a"),
        ("many.csv:6", "b"),
        ("many.csv:7", "6 fields, the header has 5; quote texts with commas"),
        ("many.csv:8", "text is missing; pass the wording of the statement"),
        ("many.csv:9", "not CSV"),
        ("many.csv:10", "not a date of the form 2024-11-22"),
        ("many.csv:11", "g"),
    ]
    first, second, last = _statements(items)
    assert first == Statement(f'{TEXT}\n\n「第2報」は、"後日"です。', "お詫び", date(2024, 11, 22), "a", "i")
    assert (second.title, second.published, last.text) == (None, None, big)


def test_table_without_text_column_says_which_it_has(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("番号,備考\n1,お詫びします。\n", encoding="utf-8")
    [(place, found)] = iter_statements([path])
    assert place == str(path) and isinstance(found, UnreadableError) and "列: 番号, 備考" in str(found)


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_a_table_as_spreadsheets_in_japan_write_it(mark: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    quoted = f'"お名前、電話番号{mark}住所が流出しました。"'
    rows = (("番号", "タイトル", "公表日", "本文", "備考"), ("7", "流出について", "2024/11/22", quoted, ""))
    path.write_text("".join(mark.join(row) + "\n" for row in rows), encoding="cp932")
    found = _statements(list(iter_statements([path])))
    assert found == [Statement(quoted.strip('"'), "流出について", date(2024, 11, 22), "7", None)]


def test_an_unreadable_row_keeps_its_id(tmp_path: Path) -> None:
    rows = f"id,title,text\na,,\nb,題名,Lorem ipsum dolor.\n,,\nd,題名,お詫び,します\n{TEXT},,\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    (tmp_path / "b.csv").write_text("text,id\nお詫び,します,e\n", encoding="utf-8")
    (tmp_path / "c.jsonl").write_text('{"id": 5, "text": ""}\n{"id": true, "text": ""}\n{"id": "x"\n', encoding="utf-8")
    errors = [found for _, found in iter_statements([tmp_path / "a.csv", tmp_path / "b.csv", tmp_path / "c.jsonl"])]
    assert [error.id for error in errors if isinstance(error, AnalyzerError)] == ["a", "b", "d", TEXT, None, "5", None, None]


def test_a_column_named_twice_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text(f"id,text,text\n1,{TEXT},\n", encoding="utf-8")
    [(place, found)] = iter_statements([path])
    assert place == str(path) and isinstance(found, UnreadableError) and "two columns are named text" in str(found)


def test_parquet_rows(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    path = tmp_path / "many.parquet"
    columns = {
        "id": ["a", None, "c"] * 50,
        "text": [TEXT, TEXT + "\n", "English."] * 50,
        "published": [datetime(2024, 11, 22, 9), None, None] * 50,
        "extra": [b"x"] * 150,
    }
    pq.write_table(pa.table(columns), path)
    items = list(iter_statements([path]))
    assert [place for place, _ in items] == [f"{path}:{number}" for number in range(1, 151)]
    assert _statements(items)[:2] == [Statement(TEXT, published=date(2024, 11, 22), id="a"), Statement(TEXT + "\n", id="many.parquet:2")]
    assert isinstance(items[2][1], UnreadableError)


def test_parquet_that_is_none(tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    (tmp_path / "a.parquet").write_bytes(b"PAR1 broken")
    [(_, found)] = iter_statements([tmp_path / "a.parquet"])
    assert isinstance(found, UnreadableError) and "not Parquet" in str(found) and "\n" not in str(found)


def test_parquet_without_pyarrow_is_said_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(UsageError, match=r"pip install 'disclosure-analyzer\[tables\]'"):
        iter_statements([tmp_path / "a.parquet"])


def test_repeated_ids_are_kept_and_told(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", *({"id": id, "text": TEXT} for id in ("x", "y", "x", "x")))
    noted: list[tuple[str, str]] = []
    items = list(iter_statements([path], warn=lambda place, note: noted.append((place, note.text_in(Lang.EN)))))
    assert len(_statements(items)) == 4
    assert noted == [(f"{path}:{line}", f"id 'x' is also that of {path}:1; both are kept.") for line in (3, 4)]


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = _write(tmp_path / "a.jsonl", {"id": "x", "text": TEXT})
    items = iter_statements([path, tmp_path / "later.txt"])
    assert next(items)[0] == f"{path}:1"
    (tmp_path / "later.txt").write_text(TEXT, encoding="utf-8")
    assert isinstance(next(items)[1], Statement)
