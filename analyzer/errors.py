"""Errors a user can act on: one line that says what, where and what to do, and the exit status."""

import os
from collections.abc import Iterable
from enum import IntEnum
from pathlib import Path


class ExitStatus(IntEnum):
    DONE = 0
    BELOW_THRESHOLD = 1
    USAGE = 2
    UNREADABLE = 3
    SOME_FAILED = 4


_CLOSED = ("ここには書けません。別の場所にしてください", "cannot be written here; choose another place")


class AnalyzerError(Exception):
    """Base of every error shown to the user as one line; `id` is that of the statement it is about, where one is known."""

    status = ExitStatus.USAGE
    id: str | None = None


class UsageError(AnalyzerError):
    """Wrong options, configuration, model folder or corpus line."""


class UnreadableError(AnalyzerError):
    """The input could not be read, or holds no statement."""

    status = ExitStatus.UNREADABLE


class BelowThresholdError(AnalyzerError):
    """An axis scores less than was asked for; the reading itself was written."""

    status = ExitStatus.BELOW_THRESHOLD


def unusable(place: object, ja: str, en: str) -> UsageError:
    """One line in both languages, as for what is `unreadable`."""
    return UsageError(f"{place}: {ja} / {en}")


def check_output(file: Path) -> None:
    """Raise `UsageError` where a file cannot be written, before any work is done for it."""
    if not file.parent.is_dir():
        raise unusable(file.parent, "フォルダがありません。先に作ってください", "no such folder; make it first")
    if file.is_dir():
        raise unusable(file, "フォルダです。ファイルの名前にしてください", "a folder; name a file")
    if not os.access(file if file.exists() else file.parent, os.W_OK):
        raise unusable(file, *_CLOSED)


def check_apart(output: Path | None, inputs: Iterable[Path]) -> None:
    """Raise `UsageError` where an output would overwrite what is read."""
    if output is not None and any(os.path.realpath(output) == os.path.realpath(path) for path in inputs):
        raise unusable(output, "入力と同じです。別の名前にしてください", "is also an input; choose another name")


def check_folder(folder: Path) -> None:
    """Raise `UsageError` where no folder of that name can be made."""
    if folder.exists() and not folder.is_dir():
        raise unusable(folder, "ファイルです。フォルダの名前にしてください", "a file; name a folder")
    above = next(parent for parent in (folder, *folder.absolute().parents) if parent.exists())
    if not above.is_dir() or not os.access(above, os.W_OK):
        raise unusable(folder, *_CLOSED)


def unreadable(place: str, ja: str, en: str) -> UnreadableError:
    """One line in both languages: what is read knows nothing of `--lang`."""
    return UnreadableError(f"{place}: {ja} / {en}")


def cannot_read(path: Path, error: OSError | ValueError) -> UnreadableError:
    """Why the system gives no bytes of a file, and what to do."""
    match error:
        case FileNotFoundError():
            return unreadable(str(path), "ファイルがありません。場所と名前を確かめてください", "no such file; check its name")
        case IsADirectoryError():
            return unreadable(
                str(path),
                "フォルダです。ファイルを指定してください（公表文のフォルダは analyzer batch で読みます）",
                "a folder; name a file (`analyzer batch` reads a folder of statements)",
            )
        case PermissionError():
            return unreadable(str(path), "読む権限がありません。権限を確かめてください", "permission denied; check its mode")
    why = error.strerror if isinstance(error, OSError) else error
    return unreadable(repr(str(path)), "読めません。ファイルを確かめてください", f"cannot be read ({why}); check the file")
