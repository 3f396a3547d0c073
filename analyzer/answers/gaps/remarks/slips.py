"""A slip given as the reason in passing, labelled or not (「当社のミスで氏名が流出しました」), and what the speaker left undone."""

from collections.abc import Iterator

from analyzer.answers.blame.causes import cause_owner
from analyzer.answers.blame.faults import speaks_of_itself
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
    """Those that lay it on the speaker, and the causes in which it fails: 「当社は照合しておりませんでした」."""
    failing = {index for index in case.said(Label.CAUSE) if speaks_of_itself(case.unit(index))}
    return (index for index in (*slips(case), *failing) if cause_owner(case.unit(index)) == Owner.OWN)
