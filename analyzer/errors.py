"""Errors a user can act on: one line that says what, where and what to do, and the exit status."""

from enum import IntEnum
from pathlib import Path


class ExitStatus(IntEnum):
    DONE = 0
    BELOW_THRESHOLD = 1
    USAGE = 2
    UNREADABLE = 3
    SOME_FAILED = 4


class AnalyzerError(Exception):
    """Base of every error shown to the user as one line."""

    status = ExitStatus.USAGE


class UsageError(AnalyzerError):
    """Wrong options, configuration, model folder or corpus line."""


class UnreadableError(AnalyzerError):
    """The input could not be read, or holds no statement."""

    status = ExitStatus.UNREADABLE


def unreadable(place: str, ja: str, en: str) -> UnreadableError:
    """One line in both languages: what is read knows nothing of `--lang`."""
    return UnreadableError(f"{place}: {ja} / {en}")


def cannot_read(path: Path, error: OSError | ValueError) -> UnreadableError:
    """Why the system gives no bytes of a file, and what to do."""
    match error:
        case FileNotFoundError():
            return unreadable(str(path), "ファイルがありません。場所と名前を確かめてください", "no such file; check its name")
        case IsADirectoryError():
            return unreadable(str(path), "フォルダです。フォルダは analyzer batch で読みます", "a folder; use `analyzer batch`")
        case PermissionError():
            return unreadable(str(path), "読む権限がありません。権限を確かめてください", "permission denied; check its mode")
    why = error.strerror if isinstance(error, OSError) else error
    return unreadable(repr(str(path)), "読めません。ファイルを確かめてください", f"cannot be read ({why}); check the file")
