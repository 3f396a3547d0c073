"""A slip given as the reason in passing, with or without the label of a cause: 「当社のミスで氏名が流出しました」."""

from collections.abc import Iterator

from analyzer.answers.blame.causes import cause_owner
from analyzer.answers.gaps.case import Case
from analyzer.rules.slots import EVIDENCE
from analyzer.schema import Label, Owner

_OF_TOMORROW = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT})
"""Labels of what is still to be done: a slip in it is one to be prevented."""


def slips(case: Case) -> Iterator[int]:
    """The units of the running text that give a slip as the reason, whosever it was."""
    for index in case.running_text():
        if _OF_TOMORROW.isdisjoint(case.labels[index]) and EVIDENCE.says("slip", case.unit(index).wording):
            yield index


def own_slips(case: Case) -> Iterator[int]:
    """Those that lay it on the speaker."""
    return (index for index in slips(case) if cause_owner(case.unit(index)) == Owner.OWN)
