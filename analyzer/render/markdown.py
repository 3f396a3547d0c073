"""Measured figures as the rows and cells of a Markdown table, column names in the reader's language."""

from collections.abc import Iterable, Mapping, Sequence

from analyzer.schema import Axis, Label, Lang

_WORDS: Mapping[str, Mapping[Lang, str]] = {
    "macro_f1": {Lang.JA: "macro-F1（14ラベル）", Lang.EN: "macro-F1 (14 labels)"},
    "detected_by": {Lang.JA: "発覚", Lang.EN: "found by"},
    "report_stage": {Lang.JA: "報告の段階", Lang.EN: "stage"},
    "title_framing": {Lang.JA: "題名", Lang.EN: "title"},
    "name": {Lang.JA: "構成", Lang.EN: "setting"},
    "share": {Lang.JA: "学習に使う割合", Lang.EN: "share of training statements"},
    "statements": {Lang.JA: "公表文", Lang.EN: "statements"},
    "units": {Lang.JA: "単位", Lang.EN: "units"},
    "labels": {Lang.JA: "ラベル", Lang.EN: "labels"},
    "axes": {Lang.JA: "軸", Lang.EN: "axes"},
    "support": {Lang.JA: "件数", Lang.EN: "support"},
    "alpha": {Lang.JA: "Krippendorff α", Lang.EN: "Krippendorff α"},
    "f1": {Lang.JA: "F1", Lang.EN: "F1"},
    "kappa": {Lang.JA: "κ（二次重み）", Lang.EN: "quadratic κ"},
    "exact": {Lang.JA: "一致", Lang.EN: "exact"},
    "within_one": {Lang.JA: "±1以内", Lang.EN: "within one"},
    **{f"kappa_{axis}": {lang: f"κ {axis.name_in(lang)}" for lang in Lang} for axis in Axis},
    **{str(member): {lang: f"{member.name_in(lang)} `{member}`" for lang in Lang} for kind in (Label, Axis) for member in kind},
}


def header(names: Sequence[str]) -> list[str]:
    """The two lines above a table's rows."""
    return [row(names), "|---" * len(names) + "|"]


def row(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def word(name: str, lang: Lang) -> str:
    """What a reader calls a measure, label or axis; its code where it has no other name."""
    return _WORDS[name][lang] if name in _WORDS else name


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
