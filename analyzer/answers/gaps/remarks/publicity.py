"""The press and the talk about it: what was told only after it had been reported, and who is asked to keep silent."""

from collections.abc import Iterator
from itertools import islice

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rule
from analyzer.answers.gaps.remarks.disclosure import told_by_others
from analyzer.answers.gaps.remarks.remark import Remark, said_anywhere, worded
from analyzer.schema import ReportStage

_OPENING = 4
"""Sentences within which a statement says what made it speak."""


def after_the_press(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Of a first announcement that begins with what was reported; one that tells of its own earlier notice did not wait for the press."""
    again = case.circumstances.report_stage in (ReportStage.FOLLOWUP, ReportStage.FINAL)
    announced = rule.exempts(*(unit.wording for unit in case.document.units))
    if not again and not announced:
        told = {remark.unit for remark in told_by_others(finding_rule("FND24"), case)}
        yield from islice((each for each in worded(rule, case, case.running_text()[:_OPENING]) if each.unit not in told), 1)


def asks_for_silence(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Save where the sentence or the one beside it says that it guards somebody, or the inquiry."""
    units = case.document.units
    for remark in said_anywhere(rule, case):
        assert remark.unit is not None
        beside = units[max(0, remark.unit - 1) : remark.unit + 2]
        if not rule.exempts(*(unit.wording for unit in beside)):
            yield remark
