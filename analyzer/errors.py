"""Errors a user can act on: one line that says what, where and what to do, and the exit status."""

from enum import IntEnum


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
