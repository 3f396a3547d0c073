"""Figures of timelines, promises, blame, checklist and dossiers as the tables of the model card."""

from collections.abc import Iterator, Mapping
from typing import Any

from analyzer.documents.targets import aim
from analyzer.render.markdown import header, open_cell, row
from analyzer.schema import DriftKind

_DETAILS: Mapping[str, str] = {
    "steps": "日時のある出来事を見つける（F1）",
    "times": "時刻が正解とまったく同じ",
    "kinds": "出来事の種類",
    "delays": "所要時間（両端が書かれているもの）",
    "delays_given": "示した所要時間が正しい",
    "promises": "約束を見つける（F1）",
    "promise_kind": "約束: 具体的か抽象的か",
    "promise_owner": "約束: 担い手",
    "promise_due": "約束: 期限",
    "promise_status": "約束: 状態",
    "promise_strength": "約束: 強さ",
    "checklist": "確認項目を見つける（F1）",
    "checklist_status": "確認項目: あり・一部・なし・対象外",
    "blame": "落ち度を誰に置いたか",
}
"""What a reader calls each figure."""
_TITLES = {"precision": "和らげた題名の指摘が正しい", "recall": "和らげた題名を指摘できた"}
_DOSSIERS: Mapping[str, tuple[tuple[str, str], str]] = {
    "断りの有無を問わず、変わったことを見つける（F1）": (("drift", "f1"), "changes"),
    "変わったことを自ら断っているか": (("drift", "acknowledged_accuracy"), "changes"),
    "約束がどうなったか": (("promises", "outcome_accuracy"), "promises"),
    "所要時間（どちらかに書かれているもの）": (("delays", "told"), "delays"),
}


def details_table(measured: Mapping[str, Any]) -> Iterator[str]:
    """What one statement tells in detail, with the model's labels and with the annotators'."""
    yield "### 時系列・約束・確認項目・落ち度"
    yield ""
    yield f"{measured['statements']} 文書。[ ] は文書単位のブートストラップ 95% 信頼区間。数え方は corpora/details/README.md にあります。"
    yield ""
    yield from header(["", "目標", "件数", "このモデルのラベルで", "正解のラベルで"])
    for name, told in _DETAILS.items():
        ours, theirs = measured["model_labels"][name], measured["gold_labels"][name]
        yield row([told, aim("details", "model_labels", name, "value"), theirs["support"], open_cell(ours), open_cell(theirs)])
    for name, told in _TITLES.items():
        found = measured["softened_titles"][name]
        yield row([told, aim("details", "softened_titles", name, "value"), found["support"], open_cell(found), "–"])


def dossiers_table(measured: Mapping[str, Any]) -> Iterator[str]:
    """Several announcements of one incident held against one another."""
    yield "### 一つの事案の追跡"
    yield ""
    yield f"{measured['dossiers']} 事案・{measured['statements']} 文書。[ ] は事案単位のブートストラップ 95% 信頼区間。"
    yield ""
    yield from header(["", "目標", "件数", "値"])
    grouping = measured["grouping"]
    for told, figures, aimed in (
        ("同じ事案の公表をまとめる（組の F1）", grouping, aim("dossiers", "grouping", "pairwise_f1")),
        ("同、組織の欄があるとき（どの組織も事案は一つ）", grouping["with_organisation"], ""),
    ):
        shown = "–" if figures["pairwise_f1"] is None else f"{figures['pairwise_f1']:.3f}"
        yield row([told, aimed, grouping["pairs"], shown])
    for told, ((part, name), support) in _DOSSIERS.items():
        yield row([told, aim("dossiers", part, name, "value"), measured[part][support], open_cell(measured[part][name])])
    commonest = measured["promises"]["most_frequent_outcome"]
    yield ""
    if commonest is not None:
        yield f"約束がどうなったかは、いつも最も多い値を答えると {commonest:.3f} です。"
    told = measured["drift"]["by_matter"].items()
    apart = (
        f"{DriftKind(kind).japanese} {'–' if one['f1'] is None else format(one['f1'], '.2f')}（{one['changes']}件）" for kind, one in told
    )
    yield f"変わったことの F1: {'、'.join(apart)}"
