"""What people and programs really hand over: a clear line and the right exit status, or a warning in the report."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from analyzer.cli import app
from analyzer.distribution import version
from analyzer.scoring import Scorer
from analyzer.streams import shows_colours, write
from tests.conftest import PROGRAM, ROOT, SAMPLES

SAMPLE = SAMPLES / "season_ticket_1.txt"
ANALYZER = (sys.executable, "-m", "analyzer")
AS_OF = ("--as-of", "2018-01-31")


def run(*arguments: str | Path, **options: str) -> subprocess.CompletedProcess[str]:
    environment = os.environ | options
    command = [*ANALYZER, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, errors="replace", check=False, cwd=ROOT, env=environment)


def shell(line: str) -> subprocess.CompletedProcess[str]:
    """A line of bash, `analyzer` in it the program and `$F` the sample; the exit status is the program's own."""
    return subprocess.run(["bash", "-c", f"{PROGRAM}F='{SAMPLE}'; {line}"], capture_output=True, text=True, check=False, cwd=ROOT)


def is_one_line(ended: subprocess.CompletedProcess[str], status: int, *said: str) -> None:
    assert ended.returncode == status, ended.stderr
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1 and ended.stderr.startswith("analyzer: "), ended.stderr
    assert all(part in ended.stderr for part in said), ended.stderr


FILES: dict[str, tuple[bytes, tuple[str, ...]]] = {
    "five megabytes": ("お名前を誤って送信しました。お詫びします。\n".encode() * 90_000, ("4 MB", "larger than")),
    "too many characters": ("お名前を誤って送信しました。\n".encode() * 20_000, ("200,000",)),
    "empty": (b"", ("空です", "empty")),
    "blank": ("　\n\t \n".encode(), ("空です", "empty")),
    "every byte": (bytes(range(256)) * 40, ("バイナリ", "binary")),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(100), ("PNG",)),
    "English": (b"We apologise. Personal data of 213 members was sent by mistake.", ("日本語", "no Japanese")),
    "kanji alone": ("会員".encode() * 2_500, ("日本語", "no Japanese")),
    "a page": ("<html><body><p>お詫びします。</p></body></html>".encode(), ("HTML",)),
    "terminal commands": ("お名前を\x1b[31m\x00\x07\x1b]0;x\x07".encode() * 3, ("バイナリ", "binary")),
}


@pytest.mark.parametrize(("content", "said"), FILES.values(), ids=FILES)
def test_a_file_that_is_no_statement(content: bytes, said: tuple[str, ...], tmp_path: Path) -> None:
    place = tmp_path / "公表 文.txt"
    place.write_bytes(content)
    is_one_line(run("score", place), 3, "公表 文.txt", *said)


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("", 2, "空です"),
        ("nothing.txt", 3, "ファイルがありません"),
        (".", 3, "analyzer batch"),
        ("a" * 4_000, 3, "読めません"),
        (f"{SAMPLE.relative_to(ROOT)}/x", 3, "読めません"),
        ("corpora/dev/npo.jsonl", 2, "analyzer batch"),
    ],
    ids=["no name", "no file", "a folder", "a long name", "below a file", "a table"],
)
def test_a_name_that_is_no_file(name: str, status: int, said: str) -> None:
    is_one_line(run("score", name), status, said)


@pytest.mark.parametrize(
    "command",
    [
        ("score", SAMPLE),
        ("trace", SAMPLE, *AS_OF),
        ("evaluate", "models/disclosure/recipe.toml"),
        ("corpus", "agreement", "corpora/agreement/first.jsonl", "corpora/agreement/second.jsonl"),
    ],
    ids=["score", "trace", "evaluate", "agreement"],
)
def test_a_place_that_cannot_be_written_is_told_before_the_work(command: tuple[str | Path, ...], tmp_path: Path) -> None:
    is_one_line(run(*command, "-o", tmp_path / "missing" / "out.json"), 2, "missing", "フォルダがありません")
    is_one_line(run(*command, "-o", tmp_path), 2, "フォルダです")


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("score --titel x", ("--titel: そのようなオプションはありません。", "--title", "no such option; did you mean", "score -h")),
        ("--nope", ("--nope: そのようなオプションはありません / no such option (",)),
        ("score one two three", ("two three: 余分です", "one too many")),
        ("batch -o out.jsonl", ("SOURCE: 省けません", "is required", "batch -h")),
        ("train recipe.toml", ("--output: 省けません",)),
        ("scroe", ("scroe: score, batch, trace", "のいずれか", "must be one of")),
        ("corpus chekc", ("chekc: check, stats, agreement のいずれか",)),
        ("score --format", ("--format: 値を続けて", "needs a value")),
        ("batch x -o y.jsonl --resume=3", ("--resume: 値は付けられません", "takes no value")),
        ("batch x -o y.jsonl --jobs 0", ("--jobs 0: 1 以上の整数", "at least 1")),
        ("batch x -o y.jsonl --jobs 三", ("--jobs 三: 1 以上の整数",)),
        ("score --lang fr", ("--lang fr: ja, en のいずれか", "must be one of")),
    ],
)
def test_a_command_that_is_called_wrongly(command: str, said: tuple[str, ...]) -> None:
    is_one_line(run(*command.split()), 2, *said)


def test_a_model_folder_that_is_a_file() -> None:
    is_one_line(run("train", "models/disclosure/recipe.toml", "-o", SAMPLE), 2, "ファイルです")


@pytest.fixture
def loop(tmp_path: Path) -> Path:
    """A link that leads to itself by way of another."""
    first, second = tmp_path / "first.txt", tmp_path / "second.txt"
    first.symlink_to(second)
    second.symlink_to(first)
    return first


def test_a_link_that_leads_nowhere(loop: Path, tmp_path: Path) -> None:
    is_one_line(run("score", loop), 3, "symbolic links")
    is_one_line(run("trace", loop, *AS_OF), 3, "symbolic links")
    is_one_line(run("corpus", "check", loop), 3, "symbolic links")
    both = run("batch", loop, SAMPLE, "-o", tmp_path / "out.jsonl")
    assert both.returncode == 4 and "Traceback" not in both.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may read everything")
def test_a_file_one_may_not_read(tmp_path: Path) -> None:
    place = tmp_path / "closed.txt"
    place.write_text("お詫びします。", encoding="utf-8")
    place.chmod(0)
    is_one_line(run("score", place), 3, "権限")
    assert run("batch", place, SAMPLE, "-o", tmp_path / "out.jsonl").returncode == 4


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_place_one_may_not_write_is_told_before_the_work(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    is_one_line(run("score", SAMPLE, "-o", tmp_path / "out.txt"), 2, "書けません")


def test_a_reading_that_cannot_be_written_whole_leaves_the_older_one(tmp_path: Path) -> None:
    place = tmp_path / "out.json"
    place.write_text("older", encoding="utf-8")
    is_one_line(shell(f"ulimit -f 1; analyzer score $F --format json -o {place}"), 2, f"{place}: 書けません")
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("out.json", "older")]


def test_a_link_keeps_leading_to_what_is_written_and_a_file_its_mode(tmp_path: Path) -> None:
    place, link = tmp_path / "out.txt", tmp_path / "link.txt"
    place.write_text("older", encoding="utf-8")
    place.chmod(0o640)
    link.symlink_to(place)
    write("読み取り", link)
    assert link.is_symlink() and place.read_text(encoding="utf-8") == "読み取り"
    assert place.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.txt", "out.txt"]


@pytest.mark.parametrize("option", ["--published", "--as-of"])
def test_an_empty_day_is_no_day(option: str) -> None:
    command = "score" if option == "--published" else "trace"
    is_one_line(run(command, SAMPLE, option, ""), 2, f"{option} ", "日付ではありません")


def test_a_name_with_blanks_is_a_name(tmp_path: Path) -> None:
    place = tmp_path / "a b" / "お詫び　第一報.txt"
    place.parent.mkdir()
    place.write_bytes(SAMPLE.read_bytes())
    ended = run("score", place)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert run("batch", place.parent, "-o", tmp_path / "out.jsonl").returncode == 0


@pytest.mark.parametrize(
    "line",
    [
        "analyzer score $F | true; exit ${PIPESTATUS[0]}",
        "analyzer --help | head -1; exit ${PIPESTATUS[0]}",
        f"analyzer trace $F {' '.join(AS_OF)} | head -1; exit ${{PIPESTATUS[0]}}",
    ]
    + [f"analyzer {command} | true; exit ${{PIPESTATUS[0]}}" for command in ("explain SPE01", "corpus stats corpora/dev")]
    + ["analyzer score $F >&-", "analyzer score $F >/dev/null 2>&-"],
)
def test_a_reader_who_leaves_is_no_error(line: str) -> None:
    ended = shell(line)
    assert (ended.returncode, ended.stderr) == (0, "")


@pytest.mark.parametrize("option", ["", " --title -h"])
def test_a_title_that_looks_like_an_option_does_not_hide_the_verdict(option: str) -> None:
    ended = shell(f"analyzer score $F --fail-under 90{option}")
    assert ended.returncode == 1 and ended.stdout and ended.stderr.startswith("analyzer: --fail-under 90")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "xml"), ("のいずれかにしてください", "must be one of text, json, html")),
        (("--lang", "fr"), ("のいずれかにしてください", "must be one of ja, en")),
        (("--fail-under", "often"), ("0 から 100 まで", "a number from 0 to 100")),
        (("--fail-under", "300"), ("0 から 100 まで", "a number from 0 to 100")),
        (("--model", "no-such-folder"), ("モデルがありません", "no model here")),
    ],
)
def test_an_option_given_wrongly_is_told_in_both_languages(arguments: tuple[str, str], said: tuple[str, ...]) -> None:
    ended = CliRunner().invoke(app, ["score", str(SAMPLE), *arguments])
    told = re.sub(r"[│\s]+", "", ended.output + str(ended.exception))
    assert ended.exit_code and all(re.sub(r"\s+", "", each) in told for each in said) and "Value error" not in told


@pytest.mark.parametrize(("term", "coloured"), [("xterm-256color", True), ("dumb", False)])
def test_a_terminal_that_draws_no_colours_is_sent_none(term: str, coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", term)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert shows_colours() is coloured


def test_the_version_is_told() -> None:
    ended = run("--version")
    assert (ended.returncode, ended.stderr) == (0, "") and ended.stdout.strip() == version()


def test_control_characters_of_a_name_do_not_reach_the_terminal() -> None:
    for arguments in (("score", "no\x1b[31m\nx.txt"), ("explain", "X\x1b]0;y\x07"), ("score", SAMPLE, "--published", "\x1b[2J")):
        ended = run(*arguments)
        assert ended.returncode in (2, 3) and len(ended.stderr.splitlines()) == 1
        assert not any(char in ended.stderr for char in "\x1b\x07")


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="no endless file here")
def test_endless_standard_input_is_refused() -> None:
    ended = shell("ulimit -v 4000000; analyzer score < /dev/zero")
    is_one_line(ended, 3, "larger than")


def test_a_reader_who_leaves_does_not_hide_the_verdict() -> None:
    ended = shell("analyzer score $F --fail-under 90 | true; exit ${PIPESTATUS[0]}")
    assert ended.returncode == 1 and ended.stderr.startswith("analyzer: --fail-under 90")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_one_line() -> None:
    is_one_line(shell("analyzer score $F >/dev/full"), 2, "標準出力に書けません")
    is_one_line(shell("analyzer score $F -o /dev/full"), 2, "書けません")


def test_nothing_on_standard_input() -> None:
    is_one_line(shell("analyzer score - <&-"), 3, "空です")
    is_one_line(shell("analyzer score </dev/null"), 3, "空です")


def test_a_terminal_that_lacks_the_characters() -> None:
    ended = run("score", SAMPLE, PYTHONIOENCODING="ascii", LC_ALL="C")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.isascii() and r"\u" in ended.stdout


@pytest.mark.parametrize("command", [("corpus", "check"), ("corpus", "stats")])
def test_a_corpus_without_a_statement(command: tuple[str, str], tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("\n", encoding="utf-8")
    is_one_line(run(*command, empty), 3, "一つもありません")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title": ["お詫び"]}, "'title' is a JSON list"),
        ({"incident_id": 3}, "'incident_id' is a JSON int"),
        ({"units": [{"start": float("inf"), "end": 3, "labels": []}], "evidence": {}}, "shape"),
        ({"note": "[" * 100_000}, "too deep"),
    ],
    ids=["title", "incident", "infinite", "deep"],
)
@pytest.mark.parametrize("command", [("corpus", "check"), ("corpus", "stats")])
def test_a_labelled_line_of_another_shape(command: tuple[str, str], change: dict[str, object], said: str, tmp_path: Path) -> None:
    line = (ROOT / "corpora" / "dev" / "npo.jsonl").read_text(encoding="utf-8").splitlines()[0]
    place = tmp_path / "bad.jsonl"
    place.write_text(json.dumps(json.loads(line) | change).replace('"[', "[").replace('[",', "[,").replace('["}', "[}"), encoding="utf-8")
    ended = run(*command, place)
    assert (ended.returncode, "Traceback" in ended.stderr) == (3, False)
    assert f"{place}:1" in ended.stdout + ended.stderr and said in ended.stdout + ended.stderr


def test_labelled_lines_that_a_spreadsheet_saved(tmp_path: Path) -> None:
    place = tmp_path / "bom.jsonl"
    place.write_bytes(b"\xef\xbb\xbf" + (ROOT / "corpora" / "dev" / "npo.jsonl").read_bytes())
    assert run("corpus", "check", place).returncode == 0


def test_a_dash_is_standard_output(tmp_path: Path) -> None:
    ended = run("score", SAMPLE, "-o", "-")
    assert (ended.returncode, ended.stdout) == (0, run("score", SAMPLE).stdout)


def test_a_batch_that_read_nothing_says_why(tmp_path: Path) -> None:
    ended = run("batch", "nothing.txt", "-o", tmp_path / "out.jsonl")
    assert ended.returncode == 3
    reason, summary = ended.stderr.splitlines()
    assert reason.startswith("analyzer: nothing.txt: ファイルがありません") and "1 件は失敗" in summary


def test_announcements_all_later_than_the_day_leave_nothing_to_trace() -> None:
    is_one_line(run("trace", SAMPLE, "--as-of", "2001-01-01"), 3, "2001-01-01")


@pytest.mark.parametrize(
    "text",
    ["宛先を確認せずに" * 625 + "送信しました。", "お名前を\x00送信\x1b[31mしました\ud800。申し訳ございません。"],
    ids=["one sentence of 5,000 characters", "NUL, ESC and a lone surrogate"],
)
def test_what_can_be_read_is_read(text: str, scorer: Scorer) -> None:
    report = scorer.score(text)
    assert report.warnings and "".join(unit.text for unit in report.units)
    report.text.encode()
