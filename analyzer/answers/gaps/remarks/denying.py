"""What is denied, and on what it rests."""

from collections.abc import Iterator

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.quoting import clause_around
from analyzer.answers.gaps.remarks.remark import Remark
from analyzer.answers.gaps.traits.denials import how_checked


def unchecked_denial(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The first denial, where nobody is said to have been heard and nothing looked at."""
    if not how_checked(case.document):
        yield from (Remark(index, clause_around(case.unit(index), span)) for index, span in case.denied[:1])
