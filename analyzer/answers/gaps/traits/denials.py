"""A flat denial: a statement that says of what others allege that it is not so, and tells of nothing that went wrong itself."""

from collections.abc import Sequence

from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS
from analyzer.schema import Label, Labels

_OWNED = frozenset({Label.ADMISSION, Label.CAUSE})


def denials(document: DocumentReading) -> list[tuple[int, Span]]:
    """The units that deny what is alleged there, just before or in the title, and the words of denial in each.

    >>> from analyzer.language.features import read_documents
    >>> from analyzer.statement import Statement
    >>> denials(next(read_documents([Statement("当該記事の内容は事実無根です。", None)])))
    [(0, (8, 12))]
    """
    found: list[tuple[int, Span]] = []
    before = document.title
    for index, unit in enumerate(document.units):
        denied = TRAITS.found("denied", unit.wording)
        # 「悪用の事実は確認されておりません」 denies too, but nothing that anybody alleges.
        alleged = bool(found) or TRAITS.any_says("alleged", (document.title, before, unit.wording))
        if denied and alleged and not unit.placement.is_heading:
            found.append((index, denied.span()))
        before = unit.wording
    return found


def flatly_denied(document: DocumentReading, labels: Sequence[Labels], denied: Sequence[tuple[int, Span]]) -> bool:
    """Whether the statement denies, by its `denials`, and neither tells of an event of its own nor owns or explains one."""
    denying = {index for index, _ in denied}
    rest = [(unit, assigned) for index, (unit, assigned) in enumerate(zip(document.units, labels, strict=True)) if index not in denying]
    return bool(denying) and not any(_owned(assigned) or (Label.INCIDENT in assigned and _happened(unit)) for unit, assigned in rest)


def how_checked(document: DocumentReading) -> bool:
    """Whether any unit tells who was heard or what was looked at before something was denied."""
    return any(TRAITS.says("checked", unit.wording) for unit in document.units)


def tested_safe(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit says that something does no harm to anybody's health, and it or one beside it by which test or standard."""
    beside = (unit.wording for unit in units[max(0, index - 1) : index + 2])
    return TRAITS.says("harmless", units[index].wording) and TRAITS.any_says("measured", beside)


def _owned(assigned: Labels) -> bool:
    # What is told of the accuser ("left us over money") is labelled a cause too, but then it is put on them.
    return not _OWNED.isdisjoint(assigned) and Label.DEFLECTION not in assigned


def _happened(unit: UnitReading) -> bool:
    return not TRAITS.says("only_reported", unit.wording)
