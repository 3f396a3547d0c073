"""This program as it is installed: its name, its version, and how to add one of its optional parts."""

from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed_version

NAME = "disclosure-analyzer"


def version() -> str:
    """The version installed; `0` in a checkout that was never installed."""
    try:
        return installed_version(NAME)
    except PackageNotFoundError:
        return "0"


def install(extra: str) -> str:
    """The command that adds one of the optional parts to what is installed."""
    return f"`pip install '{NAME}[{extra}]'`"
