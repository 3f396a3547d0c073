"""Metrics, model and agreement → the tables that README, model card and corpora print. No figure is typed by hand."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.documents.details import details_table, dossiers_table
from analyzer.judging.model import Model
from analyzer.judging.rubric import criteria
from analyzer.render.markdown import cell, header, open_cell, row, short, word
from analyzer.schema import Axis, Label, Lang

_ROWS: Mapping[str, Mapping[Lang, str]] = {
    "model": {Lang.JA: "このモデル", Lang.EN: "this model"},
    "character_ngrams": {
        Lang.JA: "文字 n-gram TF-IDF + ロジスティック回帰（GiNZA なし）",
        Lang.EN: "character n-gram TF-IDF + logistic regression (no GiNZA)",
    },
    "rules_alone": {Lang.JA: "語句の規則だけ", Lang.EN: "wording rules alone"},
    "majority": {Lang.JA: "最も多い値", Lang.EN: "commonest value"},
}
_SETS = {"test": "test（学習にも調整にも使わない組）", "dev": "dev（設定を確かめた組）", "hard": "hard（罠を集めた組）"}


def figures(metrics: Mapping[str, Any]) -> str:
    """Markdown tables of every measured set, intervals in brackets."""
    return "\n".join(_lines(metrics))


def summary(metrics: Mapping[str, Any], lang: Lang) -> str:
    """The test set's comparison, for the README."""
    measured = metrics["sets"]["test"]
    counts = measured["model"]
    if lang == Lang.EN:
        size = f"{counts['statements']} statements, {counts['organisations']} organisations, {counts['units']} units; [ ] 95 % interval."
    else:
        size = f"{counts['statements']} 文書・{counts['organisations']} 組織・{counts['units']} 単位。[ ] は95%信頼区間。"
    return "\n".join([size, "", *_comparison(measured, lang), "", *_difference(measured["model_minus_character_ngrams"], lang)])


def identity(model: Model) -> str:
    """Name, digest, training data, versions and settings of a model."""
    meta = model.meta
    settings = ", ".join(f"{name}={value}" for part in meta["settings"].values() for name, value in part.items())
    rows = [
        ("名前", f"`{model.name}`"),
        ("sha256（weights.npz と model.json を覆う）", f"`{model.sha256}`"),
        ("weights.npz の sha256", f"`{meta['weights_sha256']}`"),
        ("学習に使ったもの", f"train の {meta['statements']} 文書・{meta['units']} 単位"),
        ("版", "、".join(f"{name} {version}" for name, version in meta["versions"].items())),
        ("設定（recipe.toml）", f"`{settings}`, `doubt={meta['doubt']}`"),
    ]
    return "\n".join([*header(["", ""]), *map(row, rows)])


def level_criteria(model: Model) -> str:
    """The criteria of each axis with the weights of the four steps P(level ≥ 1) … P(level ≥ 4)."""
    lines = []
    for axis in Axis:
        lines += [f"### {axis.japanese}", "", *header(["記号", "根拠", "向き", "≥1", "≥2", "≥3", "≥4"])]
        for criterion, weights in zip(criteria(axis), model.rubric.ordinals[axis].weights, strict=True):
            sign = "＋" if criterion.sign > 0 else "－"
            lines.append(row([f"`{criterion.code}`", criterion.name[Lang.JA], sign, *(f"{weight:.2f}" for weight in weights)]))
        lines.append("")
    return "\n".join(lines[:-1])


def _lines(metrics: Mapping[str, Any]) -> Iterator[str]:
    for name, measured in metrics["sets"].items():
        counts = measured["model"]
        yield f"## {_SETS[name]}"
        yield ""
        size = f"{counts['statements']} 文書・{counts['organisations']} 組織・{counts['units']} 単位"
        yield f"{size}。[ ] は組織単位のブートストラップ 95% 信頼区間。"
        yield ""
        yield from _comparison(measured, Lang.JA)
        yield ""
        yield from _difference(measured["model_minus_character_ngrams"], Lang.JA)
        yield ""
        yield from _labels(measured)
        yield ""
        yield from _calibration(measured["calibration"])
        yield ""
        if "abstention" in measured:
            yield from _abstention(measured["abstention"])
            yield ""
        if "by_trap" in measured:
            yield from _traps(measured["by_trap"])
            yield ""
        for part, table in (("details", details_table), ("dossiers", dossiers_table)):
            if part in measured:
                yield from table(measured[part])
                yield ""


def _comparison(measured: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    circumstances = list(measured["model"]["circumstances"])
    yield from header(["", *(word(name, lang) for name in ("macro_f1", *(f"kappa_{axis}" for axis in Axis), *circumstances))])
    for key, name in _ROWS.items():
        found = measured[key]
        cells = [found["labels"]["macro_f1"], *(found["axes"][axis]["kappa"] for axis in Axis), *found["circumstances"].values()]
        yield row([name[lang], *(cell(one) for one in cells)])
    axes = measured["model"]["axes"]
    exact, within, told = (
        ("exact", "within one", "Levels, this model") if lang == Lang.EN else ("一致", "±1以内", "段階の一致（このモデル）")
    )
    shares = (f"{a.name_in(lang)} {exact} {axes[a]['exact']['value']:.2f}, {within} {axes[a]['within_one']['value']:.2f}" for a in Axis)
    yield ""
    yield f"{told}: {' · '.join(shares)}"


def _difference(apart: Mapping[str, Any], lang: Lang) -> Iterator[str]:
    told = "Above the character n-grams by" if lang == Lang.EN else "文字 n-gram との差"
    yield f"{told}: macro-F1 {cell(apart['macro_f1'])}" + "".join(
        f", κ {axis.name_in(lang)} {cell(apart[f'kappa_{axis}'])}" for axis in Axis
    )


def _labels(measured: Mapping[str, Any]) -> Iterator[str]:
    yield from header(["ラベル", "件数", "F1", "文字 n-gram", "規則だけ"])
    for label in Label:
        model, other, rules = (measured[key]["labels"]["f1"][label] for key in ("model", "character_ngrams", "rules_alone"))
        yield row([word(label, Lang.JA), model["support"], open_cell(model), short(other["value"]), short(rules["value"])])


def _calibration(measured: Mapping[str, Any]) -> Iterator[str]:
    yield f"ラベル確率の較正: 期待較正誤差 {measured['expected_calibration_error']:.3f}、Brier {measured['brier']:.3f}"
    yield ""
    yield from header(["確率の平均", "実際の頻度", "件数"])
    for point in measured["bins"]:
        yield row([f"{point['confidence']:.2f}", f"{point['frequency']:.2f}", point["count"]])


def _abstention(measured: Mapping[str, Any]) -> Iterator[str]:
    """For each axis what is left when doubtful readings are not reported: first by the model's own rule, then by ever stricter ones."""
    yield "判定を控えたとき: 「判定不能」の文書、または段階の確率が下限に満たない文書を除いて、残る割合（カバー率）と残ったうちの一致"
    yield ""
    yield from header(["軸", "確率の下限", "カバー率", "一致", "±1以内"])
    for axis in Axis:
        found = measured[axis]
        yield row([axis.japanese, "判定不能を除く", *(cell(found["reported"][name]) for name in ("coverage", "exact", "within_one"))])
        for point in found["curve"]:
            shares = (point["coverage"], point["exact"], point["within_one"])
            yield row([axis.japanese, f"{point['threshold']:.1f}", *map(short, shares)])


def _traps(table: Mapping[str, Any]) -> Iterator[str]:
    yield from header(["罠", "文書", "micro-F1", "段階の一致", "±1以内"])
    for trap, found in table.items():
        yield row([f"`{trap}`", found["statements"], *(f"{found[name]:.2f}" for name in ("micro_f1", "exact", "within_one"))])
