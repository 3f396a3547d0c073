"""Many statements with the real scorer: rows in order, errors in their place, nothing lost, nothing half written."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from analyzer.batch import running
from analyzer.batch.journal import Journal
from analyzer.batch.running import CHUNK, Outcome, run
from analyzer.batch.tasks import Row, Task
from analyzer.batch.workers import in_order
from analyzer.errors import UnreadableError, UsageError
from analyzer.language.features import DocumentReading
from analyzer.render.table import COLUMNS, to_json
from analyzer.report import Report
from analyzer.schema import Lang
from analyzer.scoring import Scorer
from analyzer.statement import Statement
from tests.conftest import ROOT, SAMPLES

TEXT = "{count}名のお名前を含むメールを、当クラブ担当者の確認不足により誤って送信しました。深くお詫び申し上げます。"
BOOM = "会員様のお名前が流出しました。この文は読み取りを壊します。"


def _table(path: Path, count: int, **others: str) -> Path:
    """A table of statements s0, s1 …; `others` stand in for the text of some."""
    texts = [others.get(f"s{at}", TEXT.format(count=at + 2)) for at in range(count)]
    records = [{"id": f"s{at}", "title": f"=お詫び{at}", "text": text, "incident_id": f"i{at}"} for at, text in enumerate(texts)]
    path.write_text("".join(to_json(record, indent=None) + "\n" for record in records), encoding="utf-8")
    return path


def _records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def fragile(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A scorer that some texts break; the texts it read."""
    seen: list[str] = []
    whole = Scorer.report

    def report(self: Scorer, document: DocumentReading, probabilities: NDArray[np.float64], warnings: tuple[str, ...]) -> Report:
        seen.append(document.statement.text)
        if document.statement.text == BOOM:
            raise ZeroDivisionError("[/oops]")
        return whole(self, document, probabilities, warnings)

    monkeypatch.setattr(Scorer, "report", report)
    yield seen


def test_rows_are_those_of_the_scorer_in_the_order_of_the_sources(tmp_path: Path, scorer: Scorer) -> None:
    table, output = _table(tmp_path / "in.jsonl", 3), tmp_path / "out.jsonl"
    names = sorted(path.name for path in SAMPLES.glob("*.txt"))
    assert run([table, SAMPLES, tmp_path / "missing.txt", table], output) == Outcome(6 + len(names), 1, 0)
    records = _records(output)
    assert [record["id"] for record in records] == ["s0", "s1", "s2", *names, "missing.txt", "s0", "s1", "s2"]
    first, second, *_, again, _, _ = records
    assert second["fingerprint"] != first["fingerprint"] == again["fingerprint"]
    del first["fingerprint"]
    assert first == {
        "place": f"{table}:1",
        **scorer.read(Statement(TEXT.format(count=2), "=お詫び0", id="s0")).to_dict(),
        "incident_id": "i0",
    }
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_failures_are_told_where_there_are_any(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    table, output = _table(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    run([table], output)
    assert capsys.readouterr().err == f"analyzer: 2 件を読み取りました → {output}\n"
    run([table, tmp_path / "missing.txt"], output)
    assert capsys.readouterr().err.splitlines()[-1] == f"analyzer: 2 件を読み取り、1 件は失敗しました → {output}"


def test_a_file_is_read_as_by_score(tmp_path: Path, scorer: Scorer) -> None:
    sample = min(SAMPLES.glob("*.txt"))
    run([sample], tmp_path / "out.jsonl")
    record = _records(tmp_path / "out.jsonl")[0]
    alone = scorer.score(sample.read_text(encoding="utf-8")).to_dict()
    assert alone["warnings"]
    assert {name: record[name] for name in alone} == {**alone, "id": sample.name}


def test_what_cannot_be_read_is_a_row_with_three_fields(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(f"id,text\na,{TEXT.format(count=5)}\nb,\nc,Lorem ipsum dolor sit amet.\n", encoding="utf-8")
    assert run([tmp_path / "in.csv"], tmp_path / "out.jsonl") == Outcome(1, 2, 0)
    failed = _records(tmp_path / "out.jsonl")[1:]
    assert [record["id"] for record in failed] == ["b", "c"]
    for record in failed:
        assert list(record) == ["id", "place", "error"]
        assert record["error"].startswith(record["place"])


def test_a_statement_that_breaks_the_scorer_costs_no_other_its_reading(tmp_path: Path, fragile: list[str]) -> None:
    table = _table(tmp_path / "in.jsonl", CHUNK + 3, s1=BOOM, s5=BOOM, **{f"s{CHUNK}": BOOM})
    assert run([table], tmp_path / "out.jsonl") == Outcome(CHUNK, 3, 0)
    records = _records(tmp_path / "out.jsonl")
    assert [at for at, record in enumerate(records) if "error" in record] == [1, 5, CHUNK]
    assert records[1] == {"id": "s1", "place": f"{table}:2", "error": f"{table}:2: 読み取りに失敗しました（ZeroDivisionError: [/oops]）"}
    assert [record["id"] for record in records] == [f"s{at}" for at in range(CHUNK + 3)]


def test_reading_is_lazy(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No more than a chunk is read ahead of what is written."""
    ahead: list[int] = []
    items = [(f"t:{at}", Statement(TEXT.format(count=at + 2), id=f"s{at}")) for at in range(3 * CHUNK)]
    taken = 0

    def statements(*arguments: object, **options: object) -> Iterator[tuple[str, Statement]]:
        nonlocal taken
        for item in items:
            taken += 1
            yield item

    put = Journal.put

    def watch(self: Journal, row: Row) -> None:
        ahead.append(taken - len(ahead))
        put(self, row)

    monkeypatch.setattr(running, "iter_statements", statements)
    monkeypatch.setattr(Journal, "put", watch)
    run(["t"], tmp_path / "out.jsonl")
    assert len(ahead) == 3 * CHUNK and max(ahead) == CHUNK


def test_csv_has_a_byte_order_mark_and_defused_cells(tmp_path: Path) -> None:
    output = tmp_path / "out.csv"
    assert run([_table(tmp_path / "in.jsonl", 2), tmp_path / "=missing.txt"], output) == Outcome(2, 1, 0)
    assert output.read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(output.read_text(encoding="utf-8-sig"), newline="")))
    assert tuple(rows[0]) == COLUMNS
    assert [row["id"] for row in rows] == ["s0", "s1", "'=missing.txt"]
    assert rows[0]["title"] == "'=お詫び0" and rows[0]["incident_id"] == "i0"
    assert 0 <= float(rows[0]["specificity_score"]) <= 100 and rows[0]["error"] == ""
    assert rows[2]["error"] and rows[2]["specificity_score"] == ""


def test_parquet_has_the_same_rows_typed(tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    table = _table(tmp_path / "in.jsonl", 2)
    run([table, tmp_path / "missing.txt"], tmp_path / "out.parquet")
    run([table, tmp_path / "missing.txt"], tmp_path / "out.jsonl")
    read = parquet.read_table(tmp_path / "out.parquet")
    assert tuple(read.column_names) == COLUMNS
    assert str(read.schema.field("specificity_level").type) == "int64" and str(read.schema.field("id").type) == "string"
    rows, records = read.to_pylist(), _records(tmp_path / "out.jsonl")
    assert [row["specificity_score"] for row in rows[:2]] == [record["axes"]["specificity"]["score"] for record in records[:2]]
    assert rows[2]["error"] == records[2]["error"] and rows[2]["specificity_level"] is None


@pytest.mark.slow
def test_two_jobs_write_the_bytes_of_one(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    sources = [ROOT / "corpora" / "dev" / "company.jsonl", _table(tmp_path / "in.jsonl", 2 * CHUNK + 1), tmp_path / "missing.txt", SAMPLES]
    one = run(sources, tmp_path / "one.jsonl")
    assert run(sources, tmp_path / "two.jsonl", jobs=2) == one and one.failed == 1
    assert (tmp_path / "two.jsonl").read_bytes() == (tmp_path / "one.jsonl").read_bytes()
    assert "Traceback" not in capfd.readouterr().err


def test_resume_keeps_what_is_finished_and_reads_the_rest(tmp_path: Path, fragile: list[str]) -> None:
    table, output, part = _table(tmp_path / "in.jsonl", 5), tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial"
    run([table], output)
    finished = output.read_bytes()
    lines = finished.splitlines(keepends=True)
    part.write_bytes(b"".join(lines[:3]) + lines[3][:40])  # killed in the middle of a line
    output.unlink()
    fragile.clear()
    assert run([table], output, resume=True) == Outcome(5, 0, 3)
    assert fragile == [TEXT.format(count=5), TEXT.format(count=6)]
    assert output.read_bytes() == finished and not part.exists()


def test_resume_reads_again_what_failed_and_what_has_changed(tmp_path: Path, fragile: list[str]) -> None:
    table, output = _table(tmp_path / "in.jsonl", 4, s1=BOOM), tmp_path / "out.jsonl"
    assert run([table], output) == Outcome(3, 1, 0)
    _table(table, 5, s1="十二名のお名前が流出しました。お詫び申し上げます。", s2="三十名のお名前が流出しました。")
    assert run([table], output, resume=True) == Outcome(5, 0, 2)
    resumed = output.read_bytes()
    assert run([table], output) == Outcome(5, 0, 0)
    assert output.read_bytes() == resumed
    assert run([table], output, resume=True, lang=Lang.EN) == Outcome(5, 0, 0), "another language is another reading"


def test_resume_keeps_the_row_of_a_statement_whose_day_was_worked_out(tmp_path: Path, fragile: list[str]) -> None:
    """The row tells the day that stands in the text; none was given with it."""
    folder, output = tmp_path / "in", tmp_path / "out.jsonl"
    folder.mkdir()
    (folder / "a.txt").write_text(f"{TEXT.format(count=2)}\n\n2024年5月1日\n架空クラブ\n", encoding="utf-8")
    run([folder], output)
    assert json.loads(output.read_text(encoding="utf-8"))["published"] == "2024-05-01"
    assert run([folder], output, resume=True) == Outcome(1, 0, 1)


def test_resume_loses_no_row_of_other_sources(tmp_path: Path, fragile: list[str]) -> None:
    first, second, output = _table(tmp_path / "a.jsonl", 2), _table(tmp_path / "b.jsonl", 3), tmp_path / "out.jsonl"
    run([first], output)
    rows = output.read_bytes()
    assert run([second], output, resume=True) == Outcome(5, 0, 2)
    assert output.read_bytes().endswith(rows) and output.read_bytes().count(b"\n") == 5


@pytest.mark.parametrize(("name", "said"), [("out.jsonl", ":1: .*not a row of `batch`"), ("out.csv", "leave out --resume")])
def test_resume_does_not_replace_what_it_cannot_go_on_from(tmp_path: Path, name: str, said: str) -> None:
    table, output = _table(tmp_path / "in.jsonl", 1), tmp_path / name
    output.write_text("hello\n")
    with pytest.raises(UsageError, match=said):
        run([table], output, resume=True)
    assert output.read_text() == "hello\n"


def test_files_of_a_folder_that_are_not_read_are_counted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT.format(count=2), encoding="utf-8")
    for name in ("b.html", "c.docx"):
        (folder / name).write_text("x")
    assert run([folder], tmp_path / "out.jsonl") == Outcome(1, 0, 0)
    assert "2 ファイルは読みません（b.html など）" in capsys.readouterr().err


def test_a_table_says_where_the_model_cannot_tell(tmp_path: Path) -> None:
    run([_table(tmp_path / "in.jsonl", 1)], tmp_path / "out.jsonl")
    run([_table(tmp_path / "in.jsonl", 1)], tmp_path / "out.csv")
    report = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    (row,) = csv.DictReader(io.StringIO((tmp_path / "out.csv").read_text(encoding="utf-8-sig")))
    assert [row[f"{axis}_decided"] for axis in report["axes"]] == [str(axis["decided"]) for axis in report["axes"].values()]
    assert row["warnings"] == "\n".join(report["warnings"])


@pytest.mark.parametrize(
    "junk", [b"", b"\n\n", b"not JSON\n", b"[1]\n", b'{"place": "x"}\n', b"\xff\xfe\n", b"[" * 100_000 + b"\n", b'{"id"']
)
def test_resume_takes_a_damaged_partial_file(tmp_path: Path, junk: bytes) -> None:
    table, output = _table(tmp_path / "in.jsonl", 2), tmp_path / "out.csv"
    (tmp_path / "out.csv.partial").write_bytes(junk)
    assert run([table], output, resume=True) == Outcome(2, 0, 0)
    assert len(list(csv.reader(io.StringIO(output.read_text(encoding="utf-8-sig"))))) == 3


def test_without_resume_nothing_is_kept(tmp_path: Path, fragile: list[str]) -> None:
    table, output = _table(tmp_path / "in.jsonl", 2), tmp_path / "out.jsonl"
    run([table], output)
    assert run([table], output) == Outcome(2, 0, 0)
    assert len(fragile) == 4


def test_without_resume_the_rows_of_an_earlier_run_are_not_lost(tmp_path: Path) -> None:
    table, output, part = _table(tmp_path / "in.jsonl", 1), tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial"
    part.write_text("rows\n")
    with pytest.raises(UsageError, match=r"out\.jsonl\.partial: .*--resume"):
        run([table], output)
    assert part.read_text() == "rows\n" and not output.exists()


def test_a_batch_that_reads_nothing_leaves_an_older_output(tmp_path: Path) -> None:
    table, output = _table(tmp_path / "in.jsonl", 1), tmp_path / "out.jsonl"
    run([table], output)
    older = output.read_bytes()
    with pytest.raises(UnreadableError, match=r"out\.jsonl.*no such file"):
        run([tmp_path / "mistyped.txt"], output)
    assert [output.read_bytes(), sorted(path.name for path in tmp_path.iterdir())] == [older, ["in.jsonl", "out.jsonl"]]


def test_a_file_of_others_beside_the_output_stays(tmp_path: Path) -> None:
    table, other = _table(tmp_path / "in.jsonl", 1), tmp_path / "out.jsonl.tmp"
    other.write_text("mine")
    run([table], tmp_path / "out.jsonl")
    assert other.read_text() == "mine"


def test_older_output_stays_until_the_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    table, output = _table(tmp_path / "in.jsonl", 2 * CHUNK), tmp_path / "out.jsonl"
    output.write_text("older\n")
    stream, calls = Scorer.stream, 0

    def interrupted(self: Scorer, *arguments: Any) -> Iterator[Report]:
        nonlocal calls
        calls += 1
        if calls == 2:
            assert output.read_text() == "older\n"
            raise KeyboardInterrupt
        return stream(self, *arguments)

    monkeypatch.setattr(Scorer, "stream", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run([table], output)
    assert output.read_text() == "older\n"
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and f"{output}.partial" in told and "--resume" in told
    assert run([table], output, resume=True) == Outcome(2 * CHUNK, 0, CHUNK)


@pytest.mark.parametrize(
    ("output", "english"),
    [
        ("out.xlsx", "must end in one of .jsonl, .csv, .parquet"),
        ("out", "must end in one of"),
        ("none/out.csv", "no such folder; make it first"),
        ("folder.csv", "a folder; name a file"),
        ("in.jsonl", "is also an input"),
        ("./folder.csv/../in.jsonl", "is also an input"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_anything_is_read(tmp_path: Path, output: str, english: str) -> None:
    table = _table(tmp_path / "in.jsonl", 1)
    (tmp_path / "folder.csv").mkdir()
    before = table.read_bytes()
    with pytest.raises(UsageError, match=english):
        run([table], tmp_path / output, model=tmp_path / "no model either")
    assert table.read_bytes() == before and sorted(path.name for path in tmp_path.iterdir()) == ["folder.csv", "in.jsonl"]


def test_sources_without_a_statement(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("id,text\n")
    with pytest.raises(UnreadableError, match="no statement"):
        run([tmp_path / "in.csv"], tmp_path / "out.csv")
    assert [path.name for path in tmp_path.iterdir()] == ["in.csv"]


@pytest.mark.parametrize(
    ("lang", "more", "line"),
    [
        (Lang.JA, "（ほか 1 件の理由は error の列にあります）", "2 件を読み取り、2 件は失敗しました → {}"),
        (Lang.EN, " (the reasons of 1 more are in the column `error`)", "2 done, 2 failed → {}"),
    ],
)
def test_the_outcome_is_told_and_why_it_failed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], lang: Lang, more: str, line: str
) -> None:
    output, missing = tmp_path / "out.jsonl", tmp_path / "missing.txt"
    run([_table(tmp_path / "in.jsonl", 2), missing, tmp_path / "nor-this.txt"], output, lang=lang)
    out, err = capsys.readouterr()
    why, outcome = err.splitlines()
    assert out == "" and outcome == f"analyzer: {line.format(output)}"
    assert why.startswith(f"analyzer: {missing}: ") and why.endswith(more)


# --- worker processes ------------------------------------------------------------------------------------------------


def _echo(chunk: Sequence[Task]) -> list[Row]:
    """Stands in for `read_chunk`: some statements take their time, some their process."""
    for task in chunk:
        if task.statement.text == "dies":
            os._exit(1)
        if task.statement.text == "slow":
            time.sleep(0.5)
    return [Row(task.slot, os.environ["OPENBLAS_NUM_THREADS"], False) for task in chunk]


def _chunked(*texts: str) -> list[list[Task]]:
    tasks = [Task(slot, f"t:{slot}", Statement(text, id=text), fingerprint="") for slot, text in enumerate(texts)]
    return [tasks[at : at + 2] for at in range(0, len(tasks), 2)]


@pytest.mark.slow
def test_a_worker_that_dies_takes_one_statement_with_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "7")
    texts = ("slow", "a", "b", "dies", "c", "d", "dies", "e", "f", "g", "h")
    rows = list(in_order(_chunked(*texts), _echo, 2, Lang.EN))
    assert [row.slot for row in rows] == list(range(len(texts)))
    assert [row.line for row in rows if not row.failed] == ["1"] * 9
    assert [json.loads(row.line) for row in rows if row.failed] == [
        {"id": "dies", "place": f"t:{slot}", "error": f"t:{slot}: the reading failed (its process died)"} for slot in (3, 6)
    ]
    assert os.environ["OPENBLAS_NUM_THREADS"] == "7"


@pytest.fixture
def heeding_ctrl_c() -> Iterator[None]:
    """Tests started in the background of a shell would hand down that Ctrl-C is ignored."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="process groups and signals as POSIX has them")
@pytest.mark.parametrize(("jobs", "presses"), [(1, 1), (2, 1), (2, 3)])
@pytest.mark.usefixtures("heeding_ctrl_c")
def test_ctrl_c_leaves_a_partial_file_and_one_line(tmp_path: Path, jobs: int, presses: int) -> None:
    table, output, part = _table(tmp_path / "in.jsonl", 4000), tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial"
    command = [sys.executable, "-m", "analyzer", "batch", str(table), "-o", str(output), "--jobs", str(jobs)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True, encoding="utf-8", start_new_session=True) as process:
        until = time.monotonic() + 120
        while not (part.exists() and part.stat().st_size) and process.poll() is None and time.monotonic() < until:
            time.sleep(0.1)
        for press in range(presses):
            time.sleep(0.4 * bool(press))
            os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
        told = process.communicate(timeout=180)[1]
    # Pressed once more when all is said, it ends the program as it ends any other.
    assert process.returncode == 130 or (presses > 1 and process.returncode == -signal.SIGINT)
    lines = [line for line in told.splitlines() if "失敗 0 件" not in line]
    assert len(lines) == 1 and f"{part}" in lines[0]
    assert not output.exists() and part.read_bytes().count(b"\n") >= CHUNK
