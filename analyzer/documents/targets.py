"""What we set out to reach and did not, in words: beside the figures that are good, those that a reader must not trust as they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from analyzer.schema import Lang


@dataclass(frozen=True, slots=True)
class Target:
    """A figure of the test set, where it stands in the metrics, and the least it was to be."""

    path: tuple[str, ...]
    aim: float
    name: Mapping[Lang, str]


def _target(path: str, aim: float, ja: str, en: str) -> Target:
    return Target(tuple(path.split(".")), aim, {Lang.JA: ja, Lang.EN: en})


TARGETS = (
    _target("details.model_labels.times.value", 0.95, "出来事の時刻", "times of events"),
    _target("details.model_labels.kinds.value", 0.85, "出来事の種類", "kinds of events"),
    _target("details.model_labels.delays.value", 0.95, "所要時間（delays）", "delays"),
    _target("details.model_labels.promises.value", 0.90, "約束を見つける（F1）", "promises found (F1)"),
    _target("details.model_labels.promise_owner.value", 0.85, "約束の担い手", "who is to keep a promise"),
    _target("details.model_labels.promise_due.value", 0.85, "約束の期限", "by when"),
    _target("details.model_labels.promise_status.value", 0.85, "約束の状態", "status of a promise"),
    _target("details.model_labels.checklist.value", 0.88, "確認項目（F1）", "checklist (F1)"),
    _target("details.model_labels.blame.value", 0.85, "落ち度を誰に置いたか（blame）", "on whom a fault is laid (blame)"),
    _target("details.softened_titles.precision.value", 0.90, "和らげた題名の指摘", "titles called softened"),
    _target("dossiers.grouping.pairwise_f1", 0.95, "一連の公表: まとめ方（F1）", "several announcements: grouping (F1)"),
    _target("dossiers.drift.f1.value", 0.85, "一連の公表: 変わったこと（F1）", "what changed between them (F1)"),
    _target("dossiers.promises.outcome_accuracy.value", 0.85, "一連の公表: 約束のゆくえ", "what became of promises"),
    _target("dossiers.delays.told.value", 0.95, "一連の公表: 所要時間", "their delays"),
)


def aim(*path: str) -> str:
    """What a figure was to reach, for a table; empty where no aim was set."""
    return next((f"{target.aim:.2f}" for target in TARGETS if target.path == path), "")


def missed(metrics: Mapping[str, Any], lang: Lang) -> str:
    """Each target that the test set misses, its figure before its aim, and what else is not to be relied on."""
    measured = metrics["sets"]["test"]
    low = [(target, value) for target, value in _figures(measured) if value < target.aim]
    shown, found = measured["details"]["model_labels"]["delays_given"]["value"], measured["details"]["softened_titles"]["recall"]["value"]
    if lang == Lang.EN:
        listed = "; ".join(f"{target.name[lang]} {value:.3f} (aim {target.aim:.2f})" for target, value in low) or "none"
        return (
            f"**Short of what we aimed at** (test, {len(low)} of {len(TARGETS)} aims): {listed}. "
            f"Of the delays shown, {shown:.3f} are right: the others look like facts all the same. "
            f"Of the softened titles, {found:.3f} are called so; the rest pass unremarked. Check them against the text before quoting."
        )
    listed = "、".join(f"{target.name[lang]} {value:.3f}（目標 {target.aim:.2f}）" for target, value in low) or "ありません"
    return (
        f"**目標に届いていないもの**（test、{len(TARGETS)} のうち {len(low)}）: {listed}。"
        f"示した所要時間のうち正しいのは {shown:.3f} で、ほかは違う値を事実のように示しています。"
        f"和らげた題名のうち、そうと指摘できたのは {found:.3f} で、ほかは見逃しています。引用する前に、必ず本文と照らしてください。"
    )


def _figures(measured: Mapping[str, Any]) -> Iterator[tuple[Target, float]]:
    for target in TARGETS:
        value: Any = measured
        for part in target.path:
            value = value[part]
        yield target, float(value)
