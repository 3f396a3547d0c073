"""How honestly an organisation tells what went wrong: specificity, responsibility, countermeasures of a Japanese statement.

>>> import analyzer
>>> report = analyzer.load().score("…")  # doctest: +SKIP
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from analyzer.report import Report as Report
    from analyzer.scoring import Scorer as Scorer
    from analyzer.scoring import load as load

__all__ = ["Report", "Scorer", "load"]


def __dir__() -> list[str]:
    return __all__


def __getattr__(name: str) -> Any:
    """Import on first use, so that `--help` and `explain` start without NumPy and spaCy."""
    if name == "Report":
        from analyzer.report import Report

        return Report
    if name in ("Scorer", "load"):
        from analyzer import scoring

        return getattr(scoring, name)
    raise AttributeError(f"module 'analyzer' has no attribute {name!r}")
