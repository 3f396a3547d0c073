"""Studies kept beside the measured figures (ablation, learning curve, agreement of annotators …) as Markdown sections."""

from collections.abc import Mapping, Sequence
from typing import Any

from analyzer.measuring.metrics_file import MEASURED
from analyzer.render.markdown import any_cell, cell, header, row, word
from analyzer.schema import Axis, Lang


def study(title: str, found: Mapping[str, Any] | None, model_sha256: str) -> str:
    """A study under its title, `note` and `rows` as a table; empty where there is none.

    A row maps column names to a figure, to `{"value", "low", "high"}` or to a text; all rows have the columns of the first.
    """
    if not found:
        return ""
    lines = [f"## {title}", ""] + ([str(found["note"]), ""] if "note" in found else [])
    if found.get("model_sha256", model_sha256) != model_sha256:
        lines += [f"（モデル {str(found['model_sha256'])[:12]} のときの値）", ""]
    return "\n".join([*lines, *_table(found["rows"])])


def learning_curve(metrics: Mapping[str, Any]) -> str:
    """The learning curve, and why its last row is not the headline figure where it is not."""
    found = metrics.get("learning_curve")
    if not found:
        return ""
    shown, last, model = study("学習曲線", found, metrics["model_sha256"]), found["rows"][-1], metrics["sets"]["test"]["model"]
    same = last["macro_f1"]["value"] == model["labels"]["macro_f1"]["value"]
    if same and any(last[f"kappa_{axis}"]["value"] != model["axes"][axis]["kappa"]["value"] for axis in Axis):
        shown += (
            "\n\n100% の行の κ は、モデルカードの test の値と少し違います。文のラベルの分類器は同じですが、この曲線を測ったあとで、"
            "段階の計算（根拠とその重み）だけを当てはめ直したためです。曲線は測り直していません。"
        )
    return shown


def studies(metrics: Mapping[str, Any], known: Sequence[str]) -> str:
    """Every further study of the metrics file, each under its own `title`."""
    others = {name: found for name, found in metrics.items() if name not in (*MEASURED, *known)}
    return "\n\n".join(study(str(found.get("title", name)), found, metrics["model_sha256"]) for name, found in others.items())


def rereading(title: str, found: Mapping[str, Any]) -> str:
    """What later readers said of whole statements against the gold, as `measure_rereading` measures it, under its title."""
    rows = [one | {"name": word(one["name"], Lang.JA)} for one in found["rows"]]
    return "\n".join([f"## {title}", "", str(found["note"]), "", *_table(rows)])


def _table(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    columns = list(rows[0])
    return [*header([word(name, Lang.JA) for name in columns]), *(row(any_cell(one[name]) for name in columns) for one in rows)]


def agreement(title: str, results: Mapping[str, Any] | None) -> str:
    """Two annotators' agreement as `corpus agreement` measures it, under its title; empty where none was measured."""
    if not results:
        return ""
    size = f"{results['statements']} 文書・{results['organisations']} 組織・{results['units']} 単位。[ ] は95%信頼区間。"
    labels, told = results["labels"], results["circumstances"]
    facts = "、".join(f"{word(name, Lang.JA)} {cell(value)}" for name, value in told.items())
    lines = [f"## {title}", "", size, "", f"macro-F1（14ラベル） {cell(labels['macro_f1'])}。文書の事実の一致: {facts}", ""]
    lines += header([word(name, Lang.JA) for name in ("labels", "support", "f1", "alpha")])
    lines += [
        row([word(name, Lang.JA), one["support"], cell(one), "–" if one["alpha"] is None else f"{one['alpha']:.3f}"])
        for name, one in labels["f1"].items()
    ]
    lines += ["", *header([word(name, Lang.JA) for name in ("axes", "kappa", "exact", "within_one")])]
    lines += [row([word(axis, Lang.JA), *map(cell, one.values())]) for axis, one in results["axes"].items()]
    return "\n".join(lines)
