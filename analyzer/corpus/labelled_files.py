"""The files of a corpus that hold labelled statements, and the set each belongs to."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from analyzer.errors import unreadable

_NO_STATEMENTS = frozenset({"details", "dossiers", "agreement"})
"""Folders of the corpora that hold other records; a folder above them is read without them."""


def labelled_files(sources: Iterable[Path]) -> list[Path]:
    """The `.jsonl` files named, and those of statements below the folders named, in order."""
    named = list(sources)
    found = [path for source in named for path in (_below(source) if source.is_dir() else [source])]
    if not found:
        place = ", ".join(map(str, named))
        ja = "ラベル付き公表文（.jsonl）がありません。ファイルか、それを含むフォルダを指定してください"
        raise unreadable(place, ja, "no .jsonl file here; name labelled statements or a folder that holds them")
    return found


def home_of(path: Path) -> str:
    """The set a file belongs to: its folder, or its own name where it lies in `corpora` itself."""
    return path.parent.name if path.parent.name != "corpora" else path.stem


def beside(files: Sequence[Path], *names: str) -> list[Path]:
    """Those of the files named that are there, named from the corpora below which the files of a set lie: `details/dev.jsonl`."""
    return [path for name in names if (path := files[0].parent.parent / name).exists()]


def _below(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*.jsonl") if _NO_STATEMENTS.isdisjoint(path.relative_to(folder).parts))
