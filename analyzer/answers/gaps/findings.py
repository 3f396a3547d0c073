"""Remarks a reader should see: what `rules/findings.toml` says of the title, of one wording, or of the whole statement."""

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rules
from analyzer.answers.gaps.quoting import quoted
from analyzer.answers.gaps.remarks.detectors import DETECTORS
from analyzer.answers.gaps.remarks.owning import accused
from analyzer.answers.gaps.remarks.remark import Remark
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.answers.gaps.unjudged import told_elsewhere
from analyzer.report import Finding
from analyzer.schema import Lang, Severity

MOST_PER_RULE = 3
_ASIDE = {Lang.JA: "（評価していない部分を除く）。", Lang.EN: " (what was left out unjudged aside)."}
"""What is said of the whole where some of it was not read."""


def findings(case: Case, lang: Lang = Lang.JA) -> tuple[Finding, ...]:
    """All remarks, the gravest first; offsets are code points into the statement's text as given."""
    rules = [
        rule for rule in finding_rules().values() if not rule.exempt_if & case.traits and (rule.needs is None or rule.needs in case.traits)
    ]
    made = [(rule, remark) for rule in rules if not told_elsewhere(rule.elsewhere, case.document) for remark in _remarks(rule, case)]
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
