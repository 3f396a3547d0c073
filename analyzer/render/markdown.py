"""Measured figures as the rows and cells of a Markdown table, column names in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence

from analyzer import interface
from analyzer.rules import load_rules
from analyzer.schema import Axis, Label, Lang


def header(names: Sequence[str]) -> list[str]:
    """The two lines above a table's rows."""
    return [row(names), "|---" * len(names) + "|"]


def row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def word(name: str, lang: Lang) -> str:
    """What a reader calls a measure, label or axis; its code where it has no other name."""
    column = f"column_{name}"
    if column in load_rules("interface"):
        return interface.word(column, lang)
    if name.startswith("kappa_"):
        return f"κ {Axis(name.removeprefix('kappa_')).name_in(lang)}"
    return next((f"{member.name_in(lang)} `{member}`" for kind in (Label, Axis) for member in kind if member == name), name)


def any_cell(value: object) -> str:
    """A figure with or without interval, or a text."""
    if isinstance(value, dict):
        return cell(value)
    return f"{value:.3f}" if isinstance(value, float) else str(value)


def cell(metric: Mapping[str, float]) -> str:
    """A figure and its 95 % interval."""
    return f"{metric['value']:.3f} [{metric['low']:.2f}, {metric['high']:.2f}]"


def short(value: float | None) -> str:
    """A figure alone, or a dash where there was nothing to measure."""
    return "–" if value is None else f"{value:.2f}"


def open_cell(metric: Mapping[str, float | None]) -> str:
    """A figure and its interval, or a dash where there was nothing to measure."""
    value, low, high = metric["value"], metric["low"], metric["high"]
    return "–" if value is None or low is None or high is None else cell({"value": value, "low": low, "high": high})
