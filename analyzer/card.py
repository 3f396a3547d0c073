"""Metrics → the figures that README and model card print. No figure is typed by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.schema import Axis, Label

_ROWS = (
    ("model", "このモデル"),
    ("character_ngrams", "文字 n-gram TF-IDF + ロジスティック回帰（GiNZA なし）"),
    ("rules_alone", "語句の規則だけ"),
    ("majority", "最も多い値"),
)
_SETS = {"test": "test（学習にも調整にも使わない組）", "dev": "dev（設定を確かめた組）", "hard": "hard（罠を集めた組）"}


def figures(metrics: Mapping[str, Any]) -> str:
    """Markdown tables of every measured set, intervals in brackets."""
    return "\n".join(_lines(metrics))


def summary(metrics: Mapping[str, Any]) -> str:
    """The test set's table alone, for the README."""
    return "\n".join(_comparison(metrics["sets"]["test"]))


def _lines(metrics: Mapping[str, Any]) -> Iterator[str]:
    for name, measured in metrics["sets"].items():
        counts = measured["model"]
        yield f"## {_SETS[name]}"
        yield ""
        size = f"{counts['statements']} 文書・{counts['organisations']} 組織・{counts['units']} 単位"
        yield f"{size}。[ ] は組織単位のブートストラップ 95% 信頼区間。"
        yield ""
        yield from _comparison(measured)
        yield ""
        yield from _difference(measured["model_minus_character_ngrams"])
        yield ""
        yield from _labels(measured)
        yield ""
        yield from _calibration(measured["calibration"])
        yield ""
        if "by_trap" in measured:
            yield from _traps(measured["by_trap"])
            yield ""


def _comparison(measured: Mapping[str, Any]) -> Iterator[str]:
    heads = ["macro-F1（14ラベル）", *(f"κ {axis.japanese}" for axis in Axis), "発覚", "報告の段階", "題名"]
    yield f"| | {' | '.join(heads)} |"
    yield "|---" * (len(heads) + 1) + "|"
    for key, name in _ROWS:
        found = measured[key]
        cells = [found["labels"]["macro_f1"], *(found["axes"][axis]["kappa"] for axis in Axis), *found["circumstances"].values()]
        yield f"| {name} | {' | '.join(_cell(cell) for cell in cells)} |"
    axes = measured["model"]["axes"]
    exact = " ・ ".join(
        f"{axis.japanese} 一致 {axes[axis]['exact']['value']:.2f}／±1以内 {axes[axis]['within_one']['value']:.2f}" for axis in Axis
    )
    yield ""
    yield f"段階の一致（このモデル）: {exact}"


def _difference(apart: Mapping[str, Any]) -> Iterator[str]:
    yield f"文字 n-gram との差: macro-F1 {_cell(apart['macro_f1'])}" + "".join(
        f"、κ {axis.japanese} {_cell(apart[f'kappa_{axis}'])}" for axis in Axis
    )


def _labels(measured: Mapping[str, Any]) -> Iterator[str]:
    yield "| ラベル | 件数 | F1 | 文字 n-gram | 規則だけ |"
    yield "|---|---|---|---|---|"
    for label in Label:
        model, other, rules = (measured[key]["labels"]["f1"][label] for key in ("model", "character_ngrams", "rules_alone"))
        yield f"| {label.japanese} `{label}` | {model['support']} | {_cell(model)} | {other['value']:.2f} | {rules['value']:.2f} |"


def _calibration(measured: Mapping[str, Any]) -> Iterator[str]:
    yield f"ラベル確率の較正: 期待較正誤差 {measured['expected_calibration_error']:.3f}、Brier {measured['brier']:.3f}"
    yield ""
    yield "| 確率の平均 | 実際の頻度 | 件数 |"
    yield "|---|---|---|"
    for point in measured["bins"]:
        yield f"| {point['confidence']:.2f} | {point['frequency']:.2f} | {point['count']} |"


def _traps(table: Mapping[str, Any]) -> Iterator[str]:
    yield "| 罠 | 文書 | micro-F1 | 段階の一致 | ±1以内 |"
    yield "|---|---|---|---|---|"
    for trap, found in table.items():
        yield f"| `{trap}` | {found['statements']} | {found['micro_f1']:.2f} | {found['exact']:.2f} | {found['within_one']:.2f} |"


def _cell(metric: Mapping[str, float]) -> str:
    return f"{metric['value']:.3f} [{metric['low']:.2f}, {metric['high']:.2f}]"
