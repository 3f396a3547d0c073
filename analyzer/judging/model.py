"""A model folder as one value: everything fitted, its digest, and the versions it was fitted with."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from analyzer.errors import unusable
from analyzer.judging.choice import Choice
from analyzer.judging.circumstance_signs import FIELDS
from analyzer.judging.labeller import LABELS, SIGNALS, Labeller
from analyzer.judging.ordinal import Ordinal
from analyzer.judging.rubric import Rubric, criteria
from analyzer.judging.store import load_model, save_model, state_of
from analyzer.schema import Axis

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

DEFAULT = "disclosure"
_HOMES = tuple(Path(__file__).parents[up] / name for up, name in ((1, "_models"), (2, "models")))
"""Inside a wheel, and beside the package in a checkout."""


class Detail(StrEnum):
    """What a model may tell of a statement's details (kinds of steps, strengths of promises, owners of faults) and of a dossier's
    (units that promise something, outcomes of promises, counts told otherwise).
    """

    STEPS = "steps"
    STRENGTHS = "strengths"
    BLAME = "blame"
    VOWS = "vows"
    OUTCOMES = "outcomes"
    COUNTS = "counts"


@dataclass(frozen=True, slots=True)
class Model:
    """`meta` holds name, versions, settings, the corpora's digests and the sets in the order of the columns.

    `details` lacks what no labelled details lay beside the training set for.
    """

    labeller: Labeller
    rubric: Rubric
    choices: Mapping[str, Choice]
    details: Mapping[Detail, Choice]
    meta: Mapping[str, Any]
    sha256: str

    @property
    def name(self) -> str:
        return str(self.meta["name"])

    def version_warnings(self, running: Mapping[str, str]) -> list[tuple[str, str, str]]:
        """(package, trained with, running) for every language package whose version differs from training."""
        trained: Mapping[str, str] = self.meta["versions"]
        return [(name, trained[name], version) for name, version in running.items() if trained.get(name, version) != version]


def default_folder() -> Path:
    """Where the shipped model is."""
    return next((home / DEFAULT for home in _HOMES if (home / DEFAULT).is_dir()), _HOMES[-1] / DEFAULT)


def load(folder: Path | None = None) -> Model:
    """Read a model folder, the shipped one by default; raises `UsageError` where it is missing, changed or of other columns.

    A folder that is as it was is read once a process.
    """
    folder = folder or default_folder()
    return _load(folder, state_of(folder))


@cache
def _load(folder: Path, _state: tuple[int, ...]) -> Model:
    meta, arrays = load_model(folder)
    expected = sets()
    for name, columns in expected.items():
        if meta.get("columns", {}).get(name) != columns:
            ja = f"この版とは違う {name} で学習したモデルです。analyzer train で作り直してください"
            raise unusable(folder, ja, f"trained for other {name} than this version has; run `analyzer train`")
    parts = _nested(arrays)
    try:
        return Model(
            labeller=Labeller.from_arrays(parts["labeller"]),
            rubric=Rubric({axis: Ordinal.from_arrays(parts[axis]) for axis in Axis}, float(meta["doubt"])),
            choices={field: Choice.from_arrays(meta["values"][field], parts[field]) for field in FIELDS},
            details={detail: Choice.from_arrays(meta["values"][detail], parts[detail]) for detail in Detail if detail in parts},
            meta=meta,
            sha256=str(meta["sha256"]),
        )
    except KeyError as error:
        ja = f"{error} がなく、別の版が書いたモデルです。analyzer train で作り直してください"
        raise unusable(folder, ja, f"{error} is missing, written by another version; run `analyzer train`") from error


def save(folder: Path, model: Model) -> str:
    """Write a model folder; returns its sha256."""
    choices: dict[str, Choice] = {**model.choices, **{str(detail): choice for detail, choice in model.details.items()}}
    arrays: dict[str, NDArray[np.generic]] = {f"labeller.{name}": array for name, array in model.labeller.to_arrays().items()}
    for axis, ordinal in model.rubric.ordinals.items():
        arrays |= {f"{axis}.{name}": array for name, array in ordinal.to_arrays().items()}
    for field, choice in choices.items():
        arrays |= {f"{field}.{name}": array for name, array in choice.to_arrays().items()}
    values = {field: list(choice.values) for field, choice in choices.items()}
    return save_model(folder, {**model.meta, "columns": sets(), "values": values, "doubt": model.rubric.doubt}, arrays)


def sets() -> dict[str, list[str]]:
    """The closed sets whose order is the order of the model's columns."""
    sets = {"labels": [str(label) for label in LABELS], "signals": [str(signal) for signal in SIGNALS]}
    return sets | {str(axis): [criterion.code for criterion in criteria(axis)] for axis in Axis}


def _nested(arrays: "Mapping[str, NDArray[Any]]") -> "dict[str, dict[str, NDArray[Any]]]":
    nested: dict[str, dict[str, NDArray[Any]]] = {}
    for name, array in arrays.items():
        part, _, rest = name.partition(".")
        nested.setdefault(part, {})[rest] = array
    return nested
