"""A model folder: `model.json` and `weights.npz`, loaded without pickle, refused where a digest does not match."""

import hashlib
import io
import json
import zipfile
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.errors import UsageError, unusable

if TYPE_CHECKING:
    from numpy.typing import NDArray

FORMAT = 1
META = "model.json"
WEIGHTS = "weights.npz"
_EPOCH = (1980, 1, 1, 0, 0, 0)
_CHANGED = ("学習のあとで変わっています（sha256 が違います）", "changed since training (sha256 differs)")
_WORTH_A_TABLE = 16
"""A table takes about as long to make as one search for every so many of its terms."""


class SortedTerms(Mapping[str, int]):
    """Terms in the order of their code points, each with its place.

    One statement asks for few of them, and each is searched for; who asks for more gets a table, which is made but then.
    """

    def __init__(self, terms: list[str]) -> None:
        self._terms = terms
        self._searches = len(terms) // _WORTH_A_TABLE

    def __getitem__(self, term: str) -> int:
        at = bisect_left(self._terms, term)
        if self._terms[at : at + 1] != [term]:
            raise KeyError(term)
        return at

    def get(self, term: str, default: Any = None, /) -> Any:
        """The place of a term, or else the default."""
        self._searches -= 1
        if self._searches == 0:
            # From now on the table answers itself: a method of ours around it would cost more than the look-up.
            self.__dict__["get"] = {known: at for at, known in enumerate(self._terms)}.get
        at = bisect_left(self._terms, term)
        return at if self._terms[at : at + 1] == [term] else default

    def __iter__(self) -> Iterator[str]:
        return iter(self._terms)

    def __len__(self) -> int:
        return len(self._terms)


def save_model(folder: Path, meta: Mapping[str, Any], arrays: Mapping[str, "NDArray[Any]"]) -> str:
    """Write the two files so that equal content gives equal bytes; return the model's sha256.

    The digest covers the weights and the metadata, so neither can be changed without the other noticing.
    """
    weights = _packed(arrays)
    sealed = {**meta, "format": FORMAT, "weights_sha256": hashlib.sha256(weights).hexdigest()}
    sealed.pop("sha256", None)  # that of the model it was loaded from
    digest = _digest(sealed)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / WEIGHTS).write_bytes(weights)
        (folder / META).write_text(json.dumps({**sealed, "sha256": digest}, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    except OSError as error:
        raise unusable(folder, f"書けません（{error.strerror}）", "cannot be written") from error
    return digest


def state_of(folder: Path) -> tuple[int, ...]:
    """When the two files were last written and how long they are; nothing of a file that is not there."""
    found = (folder / name for name in (META, WEIGHTS))
    return tuple(value for path in found if path.exists() for value in (path.stat().st_mtime_ns, path.stat().st_size))


def load_model(folder: Path) -> tuple[dict[str, Any], dict[str, "NDArray[Any]"]]:
    """Return (metadata, arrays); raises `UsageError` where a file is missing, foreign or changed."""
    try:
        meta = json.loads((folder / META).read_text(encoding="utf-8"))
        weights = (folder / WEIGHTS).read_bytes()
    except OSError as error:
        ja = "モデルがありません。analyzer train が書いたフォルダを指定してください"
        raise unusable(folder, ja, f"no model here ({error.strerror}); name a folder that `analyzer train` wrote") from error
    except ValueError as error:
        raise _spoilt(folder / META, "モデルの説明ではありません", "not a model description") from error
    found = meta.get("format") if isinstance(meta, dict) else None
    if not isinstance(meta, dict) or found != FORMAT:
        raise _spoilt(folder / META, f"形式 {found} は読めません", f"model format {found}, this version reads {FORMAT}")
    if hashlib.sha256(weights).hexdigest() != meta.get("weights_sha256"):
        raise _spoilt(folder / WEIGHTS, *_CHANGED)
    if _digest({name: value for name, value in meta.items() if name != "sha256"}) != meta.get("sha256"):
        raise _spoilt(folder / META, *_CHANGED)
    try:
        with np.load(io.BytesIO(weights), allow_pickle=False) as stored:
            return meta, {name: stored[name] for name in stored.files}
    except (ValueError, zipfile.BadZipFile) as error:
        raise _spoilt(folder / WEIGHTS, "重みを読めません", str(error)) from error


def _spoilt(file: Path, ja: str, en: str) -> UsageError:
    ja = f"{ja}。フォルダを元に戻すか、analyzer train で作り直してください"
    return unusable(file, ja, f"{en}; restore the folder or run `analyzer train`")


def pack_terms(terms: list[str]) -> "NDArray[np.uint8]":
    """Sorted terms as UTF-8 bytes, one a line; no term holds a line break."""
    return np.frombuffer("\n".join(terms).encode(), dtype=np.uint8)


def unpack_terms(packed: "NDArray[np.uint8]") -> SortedTerms:
    """The terms, each with its place."""
    text = packed.tobytes().decode()
    return SortedTerms(text.split("\n") if text else [])


def _packed(arrays: Mapping[str, "NDArray[Any]"]) -> bytes:
    """An `.npz` whose bytes depend on the arrays alone (`numpy.savez` writes the time of day)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(arrays):
            member = io.BytesIO()
            np.lib.format.write_array(member, np.ascontiguousarray(arrays[name]), allow_pickle=False)
            archive.writestr(zipfile.ZipInfo(f"{name}.npy", _EPOCH), member.getvalue(), zipfile.ZIP_DEFLATED, 9)
    return buffer.getvalue()


def _digest(meta: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(meta, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
