"""The documents hold: their commands run, their outputs are real, their figures come from the files they tell of."""

import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import analyzer
from analyzer.cli import app, corpus_app
from analyzer.corpus.labelled_files import labelled_files
from analyzer.documents.writing import documents
from analyzer.errors import ExitStatus
from analyzer.schema import Sector
from analyzer.statement import iter_labelled
from tests.conftest import PROGRAM, ROOT, write_smaller_corpora

README = (ROOT / "README.md").read_text(encoding="utf-8")
JAPANESE, ENGLISH = README.split('<a id="english"></a>')
DOCUMENTS = [
    ROOT / "README.md",
    ROOT / "corpora" / "README.md",
    ROOT / "corpora" / "decisions.md",
    ROOT / "models" / "disclosure" / "README.md",
    ROOT / "models" / "disclosure" / "readings.md",
]
_PART = re.compile(r"<!-- (\w+):begin -->.*?<!-- \1:end -->", re.DOTALL)
_SMALL = {"train": '["train/hospital.jsonl"]', "dev": "[]", "test": '["test/npo.jsonl"]', "hard": "[]"}
"""What `train` and `evaluate` of the README read here, so that they take seconds."""


def blocks(text: str, language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> list[str]:
    """Lines of the shell blocks, each once, in order."""
    return list(dict.fromkeys(line for block in blocks(text, "sh") for line in block.splitlines() if line.strip()))


RUN = [line for line in commands(README) if not line.startswith("make ")]


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the repository to the README's commands; its corpora and recipe are small, its model may be written."""
    home = tmp_path_factory.mktemp("checkout")
    write_smaller_corpora(home / "corpora", every=8)
    (home / ".venv").symlink_to(sys.prefix)
    shutil.copytree(ROOT / "models", home / "models")
    recipe = home / "models" / "disclosure" / "recipe.toml"
    small = re.sub(r"(?m)^(train|dev|test|hard)\s*=.*$", lambda line: f"{line[1]} = {_SMALL[line[1]]}", recipe.read_text(encoding="utf-8"))
    recipe.write_text(small, encoding="utf-8")
    return home


def _shell(line: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """A line of the README as its reader runs it; it fails where any part of a pipe does."""
    return subprocess.run(["bash", "-eo", "pipefail", "-c", PROGRAM + line], capture_output=True, text=True, check=False, cwd=folder)


@pytest.mark.slow
@pytest.mark.parametrize("line", RUN)
def test_a_command_runs(line: str, checkout: Path) -> None:
    """In the README's order: a later one may read what an earlier one wrote."""
    ended = _shell(line, checkout)
    assert ended.returncode == 0, ended.stderr
    assert "Traceback" not in ended.stderr
    written = re.search(r"-o (\S+)", line)
    if written:
        assert (checkout / written[1]).exists()
    if "--fail-under" in line:
        assert f"{ExitStatus.BELOW_THRESHOLD:d}" in ended.stdout.splitlines()[-1]


@pytest.mark.slow
@pytest.mark.parametrize("text", [JAPANESE, ENGLISH], ids=["japanese", "english"])
def test_the_python_runs(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    code, shown = "".join(blocks(text, "python")), io.StringIO()
    with redirect_stdout(shown):
        exec(compile(code, "README.md", "exec"), {})
    assert shown.getvalue().strip()


@pytest.mark.slow
def test_make_demo_prints_the_first_screen() -> None:
    """The environment stands already, so the files that would make it anew count as old."""
    assert "make demo" in commands(JAPANESE) and "make demo" in commands(ENGLISH)
    if not (ROOT / ".venv" / "scoring").exists():
        pytest.skip("run from an environment that make did not make")
    command = ["make", "--silent", "--old-file=pyproject.toml", "--old-file=constraints.txt", "demo"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    assert shown.strip() == _outputs(JAPANESE)[0][1]


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make ([a-z]+)`?", README))))
def test_a_make_target_stands(target: str) -> None:
    planned = subprocess.run(["make", "--dry-run", target], capture_output=True, text=True, check=False, cwd=ROOT)
    assert planned.returncode == 0, planned.stderr


def test_make_test_is_what_the_ci_runs() -> None:
    assert "make test" in commands(JAPANESE)
    assert (ROOT / ".ci" / "run").read_text(encoding="utf-8").rstrip().endswith("\nmake test")


def _outputs(text: str) -> list[tuple[str, str]]:
    """Each console block: the command and what it is said to print."""
    parted = [block.split("\n", 1) for block in blocks(text, "console")]
    return [(command.removeprefix("$ "), shown.rstrip()) for command, shown in parted]


@pytest.mark.slow
@pytest.mark.parametrize(("command", "shown"), _outputs(README), ids=["japanese", "candid", "author", "english"])
def test_a_shown_output_is_what_the_command_prints(command: str, shown: str) -> None:
    ended = _shell(command, ROOT)
    assert ended.returncode == 0 and ended.stdout.strip() == shown, "`make documents` writes it again"


@pytest.mark.slow
def test_the_generated_parts_are_those_of_now() -> None:
    """README, model card, its diagram, the readings of all samples, and the corpora's README."""
    old = [str(path) for path, wanted in documents(ROOT).items() if (ROOT / path).read_text(encoding="utf-8") != wanted]
    assert not old, "`make documents` writes them again; after a change of the corpora or the model, `make figures`"


@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS])
def test_no_measured_figure_is_typed_by_hand(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    by_hand = "" if path.name == "readings.md" else _PART.sub("", text)
    assert not re.findall(r"(?<![\d.])[01]\.\d{2,}(?!\.)", by_hand)


def _links(path: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", path.read_text(encoding="utf-8")):
        if not target.startswith(("https://", "#")):
            yield target.split("#")[0]


@pytest.mark.parametrize("path", DOCUMENTS, ids=[str(path.relative_to(ROOT)) for path in DOCUMENTS])
def test_a_link_leads_somewhere(path: Path) -> None:
    assert [target for target in _links(path) if not (path.parent / target).exists()] == []


@pytest.mark.parametrize("text", [JAPANESE, ENGLISH], ids=["japanese", "english"])
def test_both_languages_are_complete(text: str) -> None:
    """Every command, exit status and group of figures is told in both."""
    shown = "\n".join(commands(text))
    names = [command.name or getattr(command.callback, "__name__", "") for command in app.registered_commands]
    names += [f"corpus {command.name}" for command in corpus_app.registered_commands]
    assert [name for name in names if f"analyzer {name} " not in shown] == []
    statuses = next(line for line in text.splitlines() if line.startswith(("終了コード:", "Exit status:")))
    assert re.findall(r"(?<=[:·] )\d+", statuses) == [*(f"{status:d}" for status in ExitStatus), "130"]
    assert any(name.startswith("figures") for name in re.findall(r"<!-- (\w+):begin -->", text))


def test_the_first_screen_is_a_statement_and_its_reading() -> None:
    sample = (ROOT / "corpora" / "samples" / "season_ticket_1.txt").read_text(encoding="utf-8").rstrip()
    assert sample in README
    assert README.index(sample) < README.index("$ analyzer score corpora/samples/season_ticket_1.txt") < README.index("## 用意")


def test_the_map_of_the_rooms_names_what_is_there() -> None:
    told = (analyzer.__doc__ or "").partition("To change")[2]
    named = re.findall(r"[a-z_]+(?:/[a-z_]+)*(?:/|\.py|\.toml)", told)
    assert len(named) > 20 and [path for path in named if not (ROOT / "analyzer" / path).exists()] == []


def test_decisions_name_statements_that_exist() -> None:
    files = labelled_files([ROOT / "corpora"])
    known = {labelled.id for path in files for labelled in iter_labelled(path)}
    text = (ROOT / "corpora" / "decisions.md").read_text(encoding="utf-8")
    named = set(re.findall(r"\b(?:w\d-\w+|hard-\d+)\b", text))
    assert named and not named - known
    numbers = [int(number) for number in re.findall(r"(?m)^(\d+)\. ", text)]
    assert numbers == list(range(1, len(numbers) + 1))


def test_shares_told_in_words_are_those_of_the_tables() -> None:
    text = (ROOT / "corpora" / "README.md").read_text(encoding="utf-8")
    counts = {code: int(total) for code, total in re.findall(r"^\| \S+ `(\w+)` \|.* (\d+) \|$", text, re.MULTILINE)}
    sports = counts["club"] + counts["league"]
    whole = sum(counts[sector] for sector in Sector)
    assert "三割近くがスポーツのクラブとリーグで、企業がそれより少し多く" in text
    assert 0.26 <= sports / whole <= 0.3 and 1 < counts["company"] / sports < 1.15


def test_what_is_known_of_real_announcements_is_told_alike_everywhere() -> None:
    corpora = (ROOT / "corpora" / "README.md").read_text(encoding="utf-8")
    told = re.search(r"実際の公表文そのもの(\d+)文書.*?はじめの成績は macro-F1 (\d+ %)(.*)", corpora)
    assert told
    kappa = re.compile(r"(?:具体性|specificity|責任の認容|responsibility|具体的な対策|countermeasures) (0\.\d)")
    card = (ROOT / "models" / "disclosure" / "README.md").read_text(encoding="utf-8")
    for text in (JAPANESE, ENGLISH, card):
        line = next(line for line in text.splitlines() if re.match("実際の公表文|And on real announcements", line))
        assert f"{told[1]} " in line and told[2] in line
        assert kappa.findall(line) == kappa.findall(told[3])


def test_the_corpora_readme_names_every_trap_and_field() -> None:
    text = (ROOT / "corpora" / "README.md").read_text(encoding="utf-8")
    fields: set[str] = set()
    traps: set[str] = set()
    for path in labelled_files([ROOT / "corpora"]):
        for line in path.read_text(encoding="utf-8").splitlines():
            record = json.loads(line)
            fields |= set(record)
            traps |= {record["trap"]} if "trap" in record else set()
    assert [name for name in sorted(fields | traps) if f"`{name}`" not in text] == []
