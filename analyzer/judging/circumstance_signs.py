"""What speaks for the circumstances of a statement: wording rules, signals of the labeller and words, as columns and bags."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.labeller import COLUMNS, LABELS
from analyzer.language.features import DocumentReading, character_ngrams
from analyzer.rules import load_rules
from analyzer.schema import DetectedBy, Label, ReportStage, Signal, TitleFraming

FIELDS: Mapping[str, type[DetectedBy] | type[ReportStage] | type[TitleFraming]] = {
    "detected_by": DetectedBy,
    "report_stage": ReportStage,
    "title_framing": TitleFraming,
}
_TOLD = {
    "detected_by": (Label.TIMELINE, Label.INCIDENT, Label.CAUSE, Label.RESPONSE),
    "report_stage": (Label.FOLLOWUP, Label.RESPONSE, Label.CAUSE),
    "title_framing": (),
}
SIGNALS: Mapping[str, Mapping[Signal, str]] = {
    "detected_by": {Signal.FOUND_BY_ITSELF: DetectedBy.SELF, Signal.TOLD_BY_OTHERS: DetectedBy.OUTSIDE},
    "report_stage": {
        Signal.MORE_TO_COME: ReportStage.FIRST,
        Signal.EARLIER_REPORT: ReportStage.FOLLOWUP,
        Signal.CONCLUDES: ReportStage.FINAL,
    },
    "title_framing": {},
}
"""The signals a field rests on, and the value each is shown as evidence for."""
DISCOVERY = re.compile(
    r"判明|発覚|発見|気(?:付|づ)|把握|検知|通報|指摘|連絡|申し出|問い?合わ?せ|報道|逮捕|相談|確認|知[りっら]|見つ|届け|寄せ|電話|報告|監査|点検|照合"
)
_SHOWN = 0.4
"""Least probability of a signal for its unit to be shown."""
_LIKELY = 0.3
"""Least probability of a signal for its unit's wording to be weighed apart."""


@dataclass(frozen=True, slots=True)
class CircumstanceRule:
    """One wording rule; `body` narrows a title rule to statements whose body has that wording too."""

    code: str
    where: str
    pattern: re.Pattern[str]
    body: re.Pattern[str] | None


@cache
def circumstance_rules(field: str) -> tuple[CircumstanceRule, ...]:
    return tuple(
        CircumstanceRule(code, rule["where"], re.compile(rule["pattern"]), re.compile(rule["body"]) if "body" in rule else None)
        for code, rule in load_rules("circumstances").items()
        if rule["field"] == field
    )


def columns_of(field: str, document: DocumentReading, probabilities: Floats) -> Floats:
    """One column a rule (does it hit, and in a unit of a telling label), the field's signals, and for the stage the labels.

    `probabilities` are those of the labeller, shape (units, columns).
    """
    told = probabilities[:, [LABELS.index(label) for label in _TOLD[field]]].max(axis=1, initial=0.0)
    columns: list[float] = []
    for rule in circumstance_rules(field):
        hits = _hits(rule, document)
        columns.append(float(bool(hits)))
        if rule.where == "body":
            columns.append(max((float(told[index]) for index in hits), default=0.0))
    for signal in SIGNALS[field]:
        columns += _strongest(probabilities[:, COLUMNS.index(signal)])
    if field == "report_stage":
        labels = probabilities[:, : len(LABELS)]
        columns += [*labels.max(axis=0, initial=0.0), *(labels.mean(axis=0) if len(labels) else np.zeros(len(LABELS)))]
    return np.array([*columns, min(len(document.title), 40) / 40])


def _strongest(strengths: Floats) -> list[float]:
    """The two highest probabilities of a signal and the logit of the higher, scaled to about 1."""
    first, second = np.sort([*strengths, 0.0, 0.0])[:-3:-1]
    return [float(first), float(second), float(np.log(max(first, 1e-3) / max(1 - first, 1e-3)) / 4)]


def bag_of(field: str, document: DocumentReading, probabilities: Floats) -> Counter[str]:
    """Character n-grams of the wording that decides a field: of the title; of title and opening; or of title and discovery.

    What is found by its words to speak of discovery is told apart from what the labeller takes for it (`*`).
    """
    if field == "title_framing":
        return Counter(character_ngrams(document.title))
    if field == "report_stage":
        wordings = [document.title, *(unit.wording for unit in document.units[:3]), *(unit.wording for unit in document.units[-3:])]
        return Counter(term for wording in wordings for term in character_ngrams(wording))
    bag = Counter(f"T{term}" for term in character_ngrams(document.title))
    discovery = probabilities[:, [COLUMNS.index(signal) for signal in SIGNALS[field]]].max(axis=1, initial=0.0)
    for unit, likely in zip(document.units, discovery, strict=True):
        if DISCOVERY.search(unit.wording):
            bag.update(character_ngrams(unit.wording))
        if likely >= _LIKELY:
            bag.update(f"*{term}" for term in character_ngrams(unit.wording))
    return bag


def _hits(rule: CircumstanceRule, document: DocumentReading) -> list[int]:
    """Units where a body rule hits; [0] where a title rule does."""
    if rule.where == "body":
        return [index for index, unit in enumerate(document.units) if unit.has_cue(rule.code)]
    if not rule.pattern.search(document.title):
        return []
    return [0] if rule.body is None or rule.body.search(document.normalised.text) else []


def shown_for(field: str, value: str, probabilities: Floats) -> tuple[int, ...]:
    """The units that give the field's value away."""
    return tuple(int(index) for index in np.flatnonzero(strengths_for(field, value, probabilities) >= _SHOWN))


def strengths_for(field: str, value: str, probabilities: Floats) -> Floats:
    """How much each unit speaks for the field's value, shape (units,)."""
    strengths = [probabilities[:, COLUMNS.index(signal)] for signal, meant in SIGNALS[field].items() if meant == value]
    return np.asarray(np.max(strengths, axis=0)) if strengths else np.zeros(len(probabilities))
