"""Titles softer than what they stand over."""

import re
from collections.abc import Iterator

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.quoting import clause_around, quoted, shortened
from analyzer.answers.gaps.remarks.remark import Remark
from analyzer.answers.gaps.traits.data_told import data_told
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.schema import Label, TitleFraming

_KINDS_SHOWN = 4
_DENIED = re.compile(r"ません|ない|おらず|なく|否定")


def softened_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if _softened(case) and _titled(rule, case) and rule.body:
        for index in case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.ADMISSION, Label.HARM_STATUS):
            unit = case.unit(index)
            harm = rule.body.search(unit.wording)
            if harm and not _DENIED.search(unit.wording, harm.end(), harm.end() + 24):
                told = quoted(case.document, unit, clause_around(unit, harm.span(), 30))
                yield Remark(slots={"title": _title_shown(case), "quote": told})
                return


def misdelivery_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    kinds = _data_kinds(case)
    recovered = rule.exempts(case.document.normalised.text)
    if _softened(case) and _titled(rule, case) and Trait.LEAK in case.traits and kinds and not recovered:
        yield Remark(slots={"title": _title_shown(case), "quote": "」「".join(kinds[:_KINDS_SHOWN])})


def _title_shown(case: Case) -> str:
    return shortened(case.document.statement.title or "")


def _softened(case: Case) -> bool:
    return case.circumstances.title_framing == TitleFraming.SOFTENED


def _titled(rule: FindingRule, case: Case) -> bool:
    title = case.document.title
    return bool(rule.pattern and rule.pattern.search(title)) and not (rule.unless and rule.unless.search(title))


def _data_kinds(case: Case) -> list[str]:
    told = [fact.text for index in case.said(Label.INCIDENT, Label.SCOPE) for fact in data_told(case.unit(index))]
    return list(dict.fromkeys(told))
