"""A recipe and its corpora → a model folder; every step that learns sees only predictions made out of fold."""

import hashlib
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from analyzer.arrays import Floats
from analyzer.corpus.details import read_choices
from analyzer.corpus.labelled_files import beside
from analyzer.corpus.rereading import REREAD, read_again
from analyzer.errors import unusable
from analyzer.judging.choice import Choice
from analyzer.judging.circumstance_signs import FIELDS, bag_of, columns_of
from analyzer.judging.grounds import gather
from analyzer.judging.labeller import BAGS
from analyzer.judging.model import Model, save
from analyzer.judging.ordinal import Ordinal
from analyzer.judging.rubric import Rubric, criteria, values_of
from analyzer.language import pipeline as language
from analyzer.language.features import DocumentReading, read_documents
from analyzer.learning.choice_fitting import LEAST_GROUPS, fit_choice
from analyzer.learning.detail_fitting import DETAILS, fit_details
from analyzer.learning.dossier_fitting import DOSSIERS, fit_dossiers
from analyzer.learning.fitting import fit_labeller
from analyzer.learning.ordinal_fitting import MonotoneOrdinalClassifier
from analyzer.learning.settings import LabellerSettings
from analyzer.learning.units import Units
from analyzer.schema import Axis, TitleFraming
from analyzer.statement import LabelledStatement, read_labelled

RECIPE = "recipe.toml"
SETS = ("train", "dev", "test", "hard")
_LEAST_GROUPS_OF_TITLES = 3
"""Titles have few terms: learning only what six organisations use costs a quarter of a point of their framing."""


_SETTINGS: Mapping[str, Any] = {
    "name": str,
    "root": str,
    "doubt": float,
    "corpora": dict.fromkeys(SETS, list),
    "labeller": {setting.name: list if setting.name == "log_odds" else type(setting.default) for setting in fields(LabellerSettings)},
    "levels": {"penalty": float, "sharing": float},
    "circumstances": {"c": float},
}
"""Every setting of a recipe and its kind; those of `_OPTIONAL` parts may be left out."""
_OPTIONAL = ("corpora.*", "labeller.*")


@dataclass(frozen=True, slots=True)
class Recipe:
    """Everything a model folder is made from: the labelled files of each set and the settings of each part."""

    name: str
    files: Mapping[str, tuple[Path, ...]]
    labeller: LabellerSettings
    levels: Mapping[str, float]
    circumstances: Mapping[str, float]
    doubt: float

    @classmethod
    def read(cls, path: Path) -> "Recipe":
        """Read `recipe.toml`; corpora are named relative to its `root`, itself relative to the file.

        Raises `UsageError` for the first setting that is missing, unknown or of another kind: a training takes too long to find out.
        """
        try:
            table = tomllib.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise unusable(path, "読めません。recipe.toml を指定してください", f"{error.strerror}; name a recipe.toml") from error
        except ValueError as error:  # not TOML, not UTF-8
            raise unusable(path, "recipe.toml の形ではありません", f"not a recipe ({error})") from error
        if fault := next(_faults(table, _SETTINGS), None):
            raise unusable(path, f"設定 {fault[0]} を直してください", f"{fault[0]}: {fault[1]}")
        root = path.parent / table["root"]
        files = {name: tuple(sorted(file for pattern in table["corpora"].get(name, ()) for file in root.glob(pattern))) for name in SETS}
        if not files["train"]:
            ja = f"corpora.train に当たるファイルが {root} にありません。root と合わせて直してください"
            raise unusable(path, ja, f"corpora.train matches no file below {root}; mend it or `root`")
        labeller = LabellerSettings(**table["labeller"])
        return cls(table["name"], files, labeller, table["levels"], table["circumstances"], float(table["doubt"]))

    def digests(self) -> dict[str, dict[str, str]]:
        """sha256 of every labelled file, by set."""
        return {name: digests_of(files) for name, files in self.files.items()}


def _faults(table: Mapping[str, Any], wanted: Mapping[str, Any], place: str = "") -> Iterator[tuple[str, str]]:
    """The name of each setting that is not as `wanted` and what is wrong with it."""
    yield from ((place + name, f"no such setting; there are {', '.join(wanted)}") for name in table if name not in wanted)
    for name, kind in wanted.items():
        if name not in table:
            if f"{place}*" not in _OPTIONAL:
                yield place + name, "is missing"
        elif isinstance(kind, dict) and isinstance(table[name], dict):
            yield from _faults(table[name], kind, f"{place}{name}.")
        elif isinstance(kind, dict) or not isinstance(table[name], (float, int) if kind is float else kind):
            yield place + name, f"is {table[name]!r}, must be a {'table' if isinstance(kind, dict) else kind.__name__}"


def digests_of(files: Iterable[Path]) -> dict[str, str]:
    """sha256 of each file, by its name."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def digest_of_features(documents: Iterable[DocumentReading]) -> str:
    """sha256 of every term that the labeller sees in some documents: it changes with the rules and the code that make them.

    A model reads rightly only what is read as it was when the model was fitted; its folder keeps the digest over the recipe's `dev`.
    """
    digest = hashlib.sha256()
    for document in documents:
        for index in range(len(document.units)):
            for name, make in BAGS.items():
                terms = sorted(make(document.units, index).items())
                digest.update(f"{name} {terms}\n".encode())
    return digest.hexdigest()


def train(recipe: Recipe, folder: Path) -> str:
    """Fit everything on the recipe's training set and write the model folder; returns the model's sha256."""
    labelled = read_labelled(recipe.files["train"])
    # In several threads the sums of BLAS depend on how many cores there are.
    with threadpool_limits(limits=1):
        model = model_from(recipe, labelled, list(read_documents(gold.statement for gold in labelled)))
    return save(folder, model)


def model_from(recipe: Recipe, labelled: Sequence[LabelledStatement], documents: Sequence[DocumentReading]) -> Model:
    """Fit everything on labelled statements and their readings; the model has no digest before it is saved."""
    units = Units.of(documents, labelled, recipe.labeller)
    if (found := len(set(units.statement_groups()))) < recipe.labeller.folds:
        folds = recipe.labeller.folds
        ja = f"{found} 組織しかなく、folds = {folds} に足りません。公表文を増やすか folds を下げてください"
        raise unusable("corpora.train", ja, f"{found} organisations, {folds} folds need as many; label more or lower `folds`")
    fitted = fit_labeller(units, recipe.labeller)
    thresholds = fitted.labeller.thresholds
    evidence = [gather(document, found, thresholds) for document, found in zip(documents, fitted.out_of_fold, strict=True)]
    again, told, incidents = (beside(recipe.files["train"], *names) for names in ([REREAD], DETAILS, [DOSSIERS]))
    read_twice = [pair for path in again for pair in read_again(path, labelled)]
    ordinals = {axis: _ordinal(axis, evidence, labelled, read_twice, recipe.levels) for axis in Axis}
    groups = units.statement_groups().tolist()
    choices = {field: _choice(field, documents, fitted.out_of_fold, labelled, groups, recipe.circumstances["c"]) for field in FIELDS}
    known_documents = {gold.id: document for gold, document in zip(labelled, documents, strict=True)}
    known_probabilities = {gold.id: found for gold, found in zip(labelled, fitted.out_of_fold, strict=True)}
    details = fit_details([gold for path in told for gold in read_choices(path)], known_documents, known_probabilities, thresholds)
    meta = {
        "name": recipe.name,
        "versions": language.versions() | {name: version(name) for name in ("scikit-learn", "numpy", "scipy")},
        "settings": {
            "labeller": {name: getattr(recipe.labeller, name) for name in LabellerSettings.__slots__},
            "levels": dict(recipe.levels),
            "circumstances": {f"circumstances_{name}": value for name, value in recipe.circumstances.items()},
        },
        "corpora": {
            "train": recipe.digests()["train"],
            "rereading": digests_of(again),
            "details": digests_of(told),
            "dossiers": digests_of(incidents),
        },
        "features": digest_of_features(read_documents(gold.statement for gold in read_labelled(recipe.files["dev"]))),
        "statements": len(labelled),
        "units": sum(len(document.units) for document in documents),
    }
    model = Model(fitted.labeller, Rubric(ordinals, recipe.doubt), choices, details, meta, sha256="")
    # What becomes of promises is read in reports, which the rest of the model makes.
    judged = fit_dossiers(incidents, model, known_documents, known_probabilities)
    return replace(model, details={**details, **judged})


def _ordinal(
    axis: Axis,
    evidence: Sequence[Mapping[str, Any]],
    labelled: Sequence[LabelledStatement],
    read_twice: Sequence[tuple[LabelledStatement, LabelledStatement]],
    settings: Mapping[str, float],
) -> Ordinal:
    """Fit one axis; a statement that was read again counts twice, once with each reader's level."""
    place = {gold.id: at for at, gold in enumerate(labelled)}
    readings = [*enumerate(labelled), *((place[gold.id], again) for gold, again in read_twice)]
    told = [values_of(axis, found) for found in evidence]
    values = np.array([told[at] for at, _ in readings])
    levels = np.array([read.levels[axis] for _, read in readings])
    signs = np.array([criterion.sign for criterion in criteria(axis)])
    fitted = MonotoneOrdinalClassifier(signs=signs, penalty=settings["penalty"], sharing=settings["sharing"]).fit(values, levels)
    return fitted.ordinal_


def _choice(
    field: str,
    documents: Sequence[DocumentReading],
    probabilities: Sequence[Floats],
    labelled: Sequence[LabelledStatement],
    groups: Sequence[str],
    c: float,
) -> Choice:
    # Without a title the framing is `none` by definition; there is nothing to learn from those.
    known = [at for at, gold in enumerate(labelled) if field != "title_framing" or gold.title_framing != TitleFraming.NONE]
    return fit_choice(
        np.array([columns_of(field, documents[at], probabilities[at]) for at in known]),
        [bag_of(field, documents[at], probabilities[at]) for at in known],
        [str(getattr(labelled[at], field)) for at in known],
        [groups[at] for at in known],
        c,
        least_groups=_LEAST_GROUPS_OF_TITLES if field == "title_framing" else LEAST_GROUPS,
    )
