"""Training writes the same folder byte for byte, and a model folder that was changed is refused without running anything."""

import hashlib
import io
import json
import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from analyzer.corpus.labelled_files import beside
from analyzer.corpus.rereading import REREAD
from analyzer.errors import UsageError
from analyzer.judging import model
from analyzer.judging.layers import Combiner, Dense, Network
from analyzer.judging.model import Detail
from analyzer.judging.store import META, WEIGHTS, load_model, save_model
from analyzer.language.features import read_documents
from analyzer.learning.detail_fitting import DETAILS
from analyzer.learning.dossier_fitting import DOSSIERS
from analyzer.learning.training import Recipe, digest_of_features, digests_of, train
from analyzer.statement import read_labelled
from tests.conftest import ROOT, SAMPLES

SHIPPED = ROOT / "models" / "disclosure"
_SMALL = {"name": '"small"', "root": '"corpora"', "folds": "3", "least_groups": "2"}
RECIPE = re.sub(
    r"(?m)^(name|root|folds|least_groups)\b.*$",
    lambda line: f"{line[1]} = {_SMALL[line[1]]}",
    (SHIPPED / "recipe.toml").read_text(encoding="utf-8"),
)
"""The shipped recipe for a small corpus beside it."""
EVERY = 24
"""One in so many statements of the training set goes into the small corpus."""
INCIDENTS = 6
"""So many labelled incidents go into it with all their statements."""


def run(*arguments: str, seed: str = "0") -> subprocess.CompletedProcess[str]:
    """The command in a process whose string hashes are seeded differently: no order may come from a set."""
    environment = os.environ | {"PYTHONHASHSEED": seed}
    command = [sys.executable, "-m", "analyzer", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT, env=environment)


@pytest.fixture(scope="module")
def recipe(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("small")
    train = home / "corpora" / "train"
    train.mkdir(parents=True)
    incidents = (ROOT / "corpora" / "dossiers" / "train.jsonl").read_text(encoding="utf-8").splitlines()[:INCIDENTS]
    told = {id for line in incidents for id in json.loads(line)["statements"]}
    for path in sorted((ROOT / "corpora" / "train").glob("*.jsonl")):
        lines = path.read_text(encoding="utf-8").splitlines()
        kept = [line for at, line in enumerate(lines) if at % EVERY == 0 or json.loads(line)["id"] in told]
        (train / path.name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    dossiers = home / "corpora" / "dossiers"
    dossiers.mkdir()
    (dossiers / "train.jsonl").write_text("\n".join(incidents) + "\n", encoding="utf-8")
    place = home / "recipe.toml"
    place.write_text(RECIPE, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def trained(recipe: Path) -> Path:
    folder = recipe.parent / "first"
    ended = run("train", str(recipe), "-o", str(folder), seed="1")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == json.loads((folder / META).read_text(encoding="utf-8"))["sha256"]
    return folder


@pytest.mark.slow
def test_training_twice_gives_the_same_bytes(trained: Path, recipe: Path) -> None:
    again = recipe.parent / "second"
    assert run("train", str(recipe), "-o", str(again), seed="2").returncode == 0
    assert sorted(path.name for path in trained.iterdir()) == sorted(path.name for path in again.iterdir()) == [META, WEIGHTS]
    for name in (META, WEIGHTS):
        assert (trained / name).read_bytes() == (again / name).read_bytes(), name


@pytest.mark.slow
def test_a_trained_folder_scores(trained: Path) -> None:
    ended = run("score", str(SAMPLES / "member_notice.txt"), "--model", str(trained), "--format", "json")
    assert ended.returncode == 0, ended.stderr
    report = json.loads(ended.stdout)
    assert report["tool"]["model"] == "small"
    assert report["tool"]["model_sha256"] == json.loads((trained / META).read_text(encoding="utf-8"))["sha256"]


@pytest.mark.slow
def test_what_a_trained_folder_tells_of_itself(trained: Path, recipe: Path) -> None:
    meta = json.loads((trained / META).read_text(encoding="utf-8"))
    train = sorted((recipe.parent / "corpora" / "train").glob("*.jsonl"))
    assert meta["corpora"]["train"] == {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in train}
    assert {"ginza", "ja_ginza", "spacy", "SudachiPy", "SudachiDict-core", "scikit-learn", "numpy", "scipy"} <= set(meta["versions"])
    assert meta["settings"]["labeller"]["folds"] == 3
    assert meta["settings"]["circumstances"] == {"circumstances_c": 0.3}
    assert meta["corpora"]["rereading"] == {}, "nothing was read again beside the small corpus"
    assert meta["corpora"]["details"] == {}, "no labelled details lie beside the small corpus"
    assert meta["corpora"]["dossiers"] == digests_of(beside(train, DOSSIERS))
    assert set(model.load(trained).details) == {Detail.VOWS, Detail.OUTCOMES, Detail.COUNTS}


def test_the_shipped_model_comes_from_the_shipped_corpora() -> None:
    recipe = Recipe.read(SHIPPED / "recipe.toml")
    meta, _ = load_model(SHIPPED)
    assert meta["corpora"]["train"] == recipe.digests()["train"], "the training set changed: `make figures` trains again"
    assert meta["corpora"]["rereading"] == digests_of(beside(recipe.files["train"], REREAD)), "statements read again changed: train again"
    assert meta["corpora"]["details"] == digests_of(beside(recipe.files["train"], *DETAILS)), "labelled details changed: train again"
    assert meta["corpora"]["dossiers"] == digests_of(beside(recipe.files["train"], DOSSIERS)), "labelled dossiers changed: train again"
    assert meta["settings"]["labeller"] == {name: getattr(recipe.labeller, name) for name in recipe.labeller.__slots__}


def test_the_shipped_model_sees_what_it_was_fitted_on() -> None:
    meta, _ = load_model(SHIPPED)
    documents = read_documents(gold.statement for gold in read_labelled(Recipe.read(SHIPPED / "recipe.toml").files["dev"]))
    assert meta["features"] == digest_of_features(documents), "rules or code of the features changed: `make figures` trains again"


def flip(path: Path) -> None:
    """One bit in the middle of the file."""
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(bytes(content))


def rewritten(of: Callable[[dict[str, object]], object]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        of(meta)
        (folder / META).write_text(json.dumps(meta, ensure_ascii=False), encoding="utf-8")

    return change


@pytest.mark.parametrize(
    ("tamper", "said"),
    [
        (lambda folder: flip(folder / WEIGHTS), "weights.npz: 学習のあとで変わっています"),
        (lambda folder: (folder / WEIGHTS).write_bytes(b""), "weights.npz: 学習のあとで変わっています"),
        (lambda folder: (folder / WEIGHTS).unlink(), "no model here"),
        (lambda folder: (folder / META).unlink(), "no model here"),
        (rewritten(lambda meta: meta.update(doubt=0.1)), "model.json: 学習のあとで変わっています"),
        (rewritten(lambda meta: meta.update(name="other")), "model.json: 学習のあとで変わっています"),
        (rewritten(lambda meta: meta.update(weights_sha256="0" * 64)), "weights.npz: 学習のあとで変わっています"),
        (rewritten(lambda meta: meta.pop("sha256")), "model.json: 学習のあとで変わっています"),
        (rewritten(lambda meta: meta.update(format=99)), "model format 99"),
        (lambda folder: (folder / META).write_text("{", encoding="utf-8"), "not a model description"),
        (lambda folder: (folder / META).write_text("[]", encoding="utf-8"), "model format None"),
    ],
)
def test_a_changed_folder_is_refused(tamper: Callable[[Path], object], said: str, tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED, folder)
    tamper(folder)
    with pytest.raises(UsageError) as refused:
        load_model(folder)
    assert said in str(refused.value) and "\n" not in str(refused.value)


def test_the_command_refuses_in_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "model"
    shutil.copytree(SHIPPED, folder)
    flip(folder / WEIGHTS)
    ended = run("score", str(SAMPLES / "season_ticket_1.txt"), "--model", str(folder))
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
    assert ended.stderr.startswith(f"analyzer: {folder / WEIGHTS}: 学習のあとで変わっています")


def test_a_model_for_other_columns_is_refused(tmp_path: Path) -> None:
    meta, arrays = load_model(SHIPPED)
    given = {name: value for name, value in meta.items() if name not in ("format", "weights_sha256", "sha256")}
    save_model(tmp_path, {**given, "columns": {**given["columns"], "labels": given["columns"]["labels"][::-1]}}, arrays)
    with pytest.raises(UsageError, match="trained for other labels"):
        model.load(tmp_path)


class _Runs:
    """Unpickling it would write a file: what a foreign model could do to its reader."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def __reduce__(self) -> tuple[Callable[..., object], tuple[object, ...]]:
        return Path.write_text, (self.place, "ran")


def test_no_pickle_is_loaded(tmp_path: Path) -> None:
    """A folder with right digests, but an array of Python objects."""
    place, buffer = tmp_path / "ran", io.BytesIO()
    np.savez(buffer, weights=np.array([_Runs(place)], dtype=object))
    folder = tmp_path / "model"
    save_model(folder, {"name": "foreign"}, {"weights": np.zeros(1)})
    weights = buffer.getvalue()
    (folder / WEIGHTS).write_bytes(weights)
    meta = json.loads((folder / META).read_text(encoding="utf-8"))
    sealed = {**meta, "weights_sha256": hashlib.sha256(weights).hexdigest()}
    sealed.pop("sha256")
    digest = hashlib.sha256(json.dumps(sealed, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    (folder / META).write_text(json.dumps({**sealed, "sha256": digest}), encoding="utf-8")
    with pytest.raises(UsageError, match="allow_pickle"):
        load_model(folder)
    assert not place.exists()


def test_the_shipped_weights_are_plain_arrays() -> None:
    with zipfile.ZipFile(SHIPPED / WEIGHTS) as archive:
        assert all(name.endswith(".npy") for name in archive.namelist())
    _, arrays = load_model(SHIPPED)
    assert all(array.dtype.kind in "fiu" for array in arrays.values())


def test_equal_arrays_give_equal_bytes(tmp_path: Path) -> None:
    arrays = {"b": np.arange(3), "a": np.eye(2)}
    first = save_model(tmp_path / "first", {"name": "x"}, arrays)
    second = save_model(tmp_path / "second", {"name": "x"}, dict(reversed(arrays.items())))
    assert first == second
    assert (tmp_path / "first" / WEIGHTS).read_bytes() == (tmp_path / "second" / WEIGHTS).read_bytes()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "name a recipe.toml"),
        ("name =", "not a recipe"),
        ('name = "x"\n', "設定 root を直してください / root: is missing"),
        (RECIPE.replace("folds = 3", "leaves = 3"), "labeller.leaves: no such setting; there are folds"),
        (RECIPE.replace("train/*.jsonl", "nowhere/*.jsonl"), "corpora.train matches no file"),
        (re.sub("doubt *= *[0-9.]+", 'doubt = "much"', RECIPE), "doubt: is 'much', must be a float"),
        (re.sub("penalty *= *[0-9.]+", "", RECIPE), "levels.penalty: is missing"),
        ('corpora = "x"\n' + re.sub(r"(?s)\[corpora\].*?\n\n", "", RECIPE), "corpora: is 'x', must be a table"),
    ],
    ids=["no file", "not TOML", "without parts", "unknown setting", "no corpus", "no number", "no penalty", "no table"],
)
def test_a_bad_recipe_is_one_clear_line(content: str | None, said: str, tmp_path: Path) -> None:
    place = tmp_path / "recipe.toml"
    if content is not None:
        place.write_text(content, encoding="utf-8")
    ended = run("train", str(place), "-o", str(tmp_path / "model"))
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
    assert said in ended.stderr
    assert not (tmp_path / "model").exists()


def test_a_recipe_in_another_encoding_is_one_clear_line(tmp_path: Path) -> None:
    (tmp_path / "recipe.toml").write_bytes(f"# 設定\n{RECIPE}".encode("cp932"))
    with pytest.raises(UsageError, match="not a recipe"):
        Recipe.read(tmp_path / "recipe.toml")


def test_too_few_organisations_are_told(tmp_path: Path) -> None:
    lines = (ROOT / "corpora" / "dev" / "npo.jsonl").read_text(encoding="utf-8").splitlines()[:2]
    (tmp_path / "corpora" / "train").mkdir(parents=True)
    (tmp_path / "corpora" / "train" / "few.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "recipe.toml").write_text(RECIPE, encoding="utf-8")
    with pytest.raises(UsageError, match="folds need as many"):
        train(Recipe.read(tmp_path / "recipe.toml"), tmp_path / "model")


def test_a_model_that_changed_on_disk_is_read_again(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(SHIPPED, folder)
    first = model.load(folder)
    assert model.load(folder) is first
    shutil.rmtree(folder)
    with pytest.raises(UsageError, match="no model here"):
        model.load(folder)


def test_the_second_stage_is_the_mean_of_its_members() -> None:
    random = np.random.default_rng(7)
    linear = Dense(np.zeros(4), np.ones(4), random.normal(size=(4, 2)), np.zeros(2))
    members = [random.normal(size=shape).astype(np.float32) for shape in ((2, 4, 3), (2, 3), (2, 3, 2), (2, 2))]
    rows = random.normal(size=(5, 4))
    alone = Combiner(linear, Network(*(part[:0] for part in members)))
    assert np.array_equal(alone.logits(rows), linear.logits(rows))
    network = Network(*members)
    told = network.logits(linear.standardised(rows))
    assert told.shape == (2, 5, 2)
    assert np.allclose(Combiner(linear, network).logits(rows), (linear.logits(rows) + told.sum(axis=0)) / 3)


@pytest.mark.parametrize("command", [["train", "models/disclosure/recipe.toml"], ["evaluate", "models/disclosure/recipe.toml"]])
def test_without_the_training_packages_it_says_what_to_install(command: list[str], tmp_path: Path) -> None:
    """An environment for scoring alone, as `make demo` makes it."""
    extra = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]["train"]
    names = {re.split("[<>=]", package)[0].replace("scikit-learn", "sklearn"): None for package in extra}
    code = f"import sys; sys.modules.update({names}); from analyzer.cli import main; main()"
    call = [sys.executable, "-c", code, *command, "-o", str(tmp_path / "out")]
    ended = subprocess.run(call, capture_output=True, text=True, check=False, cwd=ROOT)
    assert (ended.returncode, ended.stdout, len(ended.stderr.splitlines())) == (2, "", 1)
    assert "pip install 'disclosure-analyzer[train]'" in ended.stderr
