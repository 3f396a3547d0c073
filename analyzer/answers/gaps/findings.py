"""Remarks a reader should see: what `rules/findings.toml` says of the title, of one wording, or of the whole statement."""

from collections.abc import Sequence

from analyzer.answers.gaps.checklist import checklist
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rules
from analyzer.answers.gaps.quoting import quoted
from analyzer.answers.gaps.remarks.case import Case, Remark
from analyzer.answers.gaps.remarks.detectors import DETECTORS
from analyzer.answers.gaps.remarks.owning import accused
from analyzer.answers.gaps.traits.traits import Trait, traits_of
from analyzer.answers.gaps.unjudged import told_elsewhere
from analyzer.language.features import DocumentReading
from analyzer.report import ChecklistItem, Event, Finding, Promise
from analyzer.schema import DetectedBy, Labels, Lang, PromiseKind, ReportStage, Severity, TitleFraming

MOST_PER_RULE = 3
_ASIDE = {Lang.JA: "（評価していない部分を除く）。", Lang.EN: " (what was left out unjudged aside)."}
"""What is said of the whole where some of it was not read."""


def findings(
    document: DocumentReading,
    labels: Sequence[Labels],
    title_framing: TitleFraming,
    detected_by: DetectedBy,
    lang: Lang = Lang.JA,
    *,
    stage: ReportStage = ReportStage.SINGLE,
    items: Sequence[ChecklistItem] | None = None,
    events: Sequence[Event] = (),
    promised: Sequence[Promise] = (),
    traits: frozenset[Trait] | None = None,
) -> tuple[Finding, ...]:
    """All remarks, the gravest first; offsets are code points into the statement's text as given.

    Parameters
    ----------
    labels : the labels assigned to each unit, as `Labeller.assigned` returns them.
    stage : which of several announcements it is.
    items : the checklist of the statement; left out, it is gone through here.
    events : its dated steps, as everything else in the report reads them; left out, only the wording tells when it was found.
    promised : its promises; left out, only the labels tell which can be checked.
    traits : what `traits_of` tells of it; left out, it is asked here.
    """
    known = traits_of(document, labels) if traits is None else traits
    statuses = {item.code: item.status for item in (checklist(document, labels, traits=known) if items is None else items)}
    checkable = frozenset(promise.unit for promise in promised if promise.kind == PromiseKind.CONCRETE)
    case = Case(document, labels, title_framing, detected_by, stage, known, statuses, events, checkable)
    rules = [rule for rule in finding_rules() if not rule.exempt_if & case.traits and (rule.needs is None or rule.needs in case.traits)]
    made = [(rule, remark) for rule in rules if not told_elsewhere(rule.elsewhere, document) for remark in _remarks(rule, case)]
    order = list(Severity)[::-1]
    return tuple(_finding(rule, remark, case, lang) for rule, remark in sorted(made, key=lambda pair: order.index(pair[0].severity)))


def _remarks(rule: FindingRule, case: Case) -> list[Remark]:
    detect = accused if rule.label and rule.code not in DETECTORS else DETECTORS[rule.code]
    return list(detect(rule, case))[:MOST_PER_RULE]


def _finding(rule: FindingRule, remark: Remark, case: Case, lang: Lang) -> Finding:
    start = end = None
    slots = dict(remark.slots)
    if remark.unit is not None and remark.span is not None:
        unit = case.unit(remark.unit)
        start, end = case.document.original_span((unit.span[0] + remark.span[0], unit.span[0] + remark.span[1]))
        slots |= {"quote": quoted(case.document, unit, remark.span)}
    message = rule.message_leak if Trait.LEAK in case.traits else rule.message
    told = message[lang].format(**slots)
    if rule.of_absence and case.document.statement.unjudged:
        told = told.rstrip("。.") + _ASIDE[lang]
    return Finding(rule.code, rule.severity, told, remark.unit, start, end)
