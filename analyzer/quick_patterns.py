"""Patterns compiled in half the time: the program does so at its start, a library that others import leaves `re` alone."""

from importlib import import_module
from typing import Any

_WIDE = 1_000
"""A range of so many characters Python marks one by one in a table, 「一-龥」 in 1 to 2 ms (python/cpython#149427); we have hundreds."""
_FEW = 6
"""A class of so few parts is looked through as quickly as a table of it is looked up."""


def compile_quickly() -> None:
    """Have `re` keep classes of few parts or of wide ranges as they are written, which match the same.

    The table is a private step that Python itself leaves out where it gains nothing; a Python that names it otherwise keeps it.
    """
    compiler: Any = import_module("re._compiler")
    tabled = getattr(compiler, "_optimize_charset", None)
    if tabled is None:
        return

    def as_written(parts: list[tuple[Any, Any]], *casing: Any) -> tuple[list[tuple[Any, Any]], bool]:
        if not any(casing) and (len(parts) <= _FEW or any(_is_wide(*part) for part in parts)):
            return parts, False
        found: tuple[list[tuple[Any, Any]], bool] = tabled(parts, *casing)
        return found

    compiler._optimize_charset = as_written


def _is_wide(kind: object, extent: Any) -> bool:
    return str(kind) == "RANGE" and extent[1] - extent[0] > _WIDE
