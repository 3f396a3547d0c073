"""Who found it, which report this is, how the title frames it: wording rules weighed by a small logistic regression."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from analyzer.features import DocumentReading
from analyzer.labeller import LABELS
from analyzer.rules import load_rules
from analyzer.schema import DetectedBy, Label, ReportStage, TitleFraming

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

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


@dataclass(frozen=True, slots=True)
class CircumstanceRule:
    """One wording rule; `body` narrows a title rule to statements whose body has that wording too."""

    code: str
    field: str
    value: str
    where: str
    pattern: re.Pattern[str]
    body: re.Pattern[str] | None


@cache
def circumstance_rules(field: str) -> tuple[CircumstanceRule, ...]:
    return tuple(
        CircumstanceRule(
            code,
            rule["field"],
            rule["value"],
            rule["where"],
            re.compile(rule["pattern"]),
            re.compile(rule["body"]) if "body" in rule else None,
        )
        for code, rule in load_rules("circumstances").items()
        if rule["field"] == field
    )


@dataclass(frozen=True, slots=True)
class Choice:
    """A multinomial logistic regression over one field's columns; weights of shape (columns, values)."""

    values: tuple[str, ...]
    weights: "Floats"
    bias: "Floats"

    def probabilities(self, columns: "Floats") -> "Floats":
        logits = columns @ self.weights + self.bias
        odds = np.exp(logits - logits.max())
        return np.asarray(odds / odds.sum())

    def value(self, columns: "Floats") -> str:
        return self.values[int(self.probabilities(columns).argmax())]

    def to_arrays(self) -> "dict[str, NDArray[Any]]":
        return {"weights": self.weights, "bias": self.bias}


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The document facts of one statement and, for each, the units that speak for it."""

    detected_by: DetectedBy
    report_stage: ReportStage
    title_framing: TitleFraming
    evidence: Mapping[str, tuple[int, ...]]


def read_circumstances(document: DocumentReading, probabilities: "Floats", choices: Mapping[str, Choice]) -> Circumstances:
    """Weigh the rules; a statement without a title has framing `none` by definition."""
    chosen = {field: choice.value(columns_of(field, document, probabilities)) for field, choice in choices.items()}
    if not document.title.strip():
        chosen["title_framing"] = TitleFraming.NONE
    return Circumstances(
        DetectedBy(chosen["detected_by"]),
        ReportStage(chosen["report_stage"]),
        TitleFraming(chosen["title_framing"]),
        {field: _evidence(field, value, document) for field, value in chosen.items() if field != "title_framing"},
    )


def columns_of(field: str, document: DocumentReading, probabilities: "Floats") -> "Floats":
    """One column a rule (does it hit, and does it hit in a unit of a telling label), then the field's own extras."""
    told = probabilities[:, [LABELS.index(label) for label in _TOLD[field]]].max(axis=1, initial=0.0)
    columns: list[float] = []
    for rule in circumstance_rules(field):
        hits = _hits(rule, document)
        columns.append(float(bool(hits)))
        if rule.where == "body":
            columns.append(max((float(told[index]) for index in hits), default=0.0))
    labels = probabilities.max(axis=0) if len(probabilities) else np.zeros(len(LABELS))
    if field == "report_stage":
        columns += [float(labels[LABELS.index(label)]) for label in (Label.FOLLOWUP, Label.CAUSE, Label.MEASURE_CONCRETE)]
    if field == "title_framing":
        columns.append(min(len(document.title), 40) / 40)
    return np.array(columns)


def _hits(rule: CircumstanceRule, document: DocumentReading) -> list[int]:
    """Units where a body rule hits; [0] where a title rule does."""
    if rule.where == "body":
        return [index for index, unit in enumerate(document.units) if rule.pattern.search(unit.wording)]
    if not rule.pattern.search(document.title):
        return []
    return [0] if rule.body is None or rule.body.search(document.normalised.text) else []


def _evidence(field: str, value: str, document: DocumentReading) -> tuple[int, ...]:
    rules: Sequence[CircumstanceRule] = [r for r in circumstance_rules(field) if r.value == value and r.where == "body"]
    return tuple(sorted({index for rule in rules for index in _hits(rule, document)}))
