"""What a statement says is told in its annex: it is not read here, and nobody says of it that it is missing."""

from collections.abc import Mapping

from analyzer.answers.gaps.checklist_rules import Item
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import TRAITS

_TOLD_THERE: Mapping[str, tuple[str, ...]] = {
    Item.OUTLINE: ("annexed",),
    Item.DATA: ("annexed", "annexed_data"),
    Item.CAUSE: ("annexed",),
    Item.TIMES: ("annexed",),
    Item.PREVENTION: ("annexed", "annexed_measures"),
}
"""The slots of `rules/traits.toml` by the item that may be told in such an annex."""


def told_in_annex(code: str, document: DocumentReading) -> tuple[int, ...]:
    """The units that send the reader to an annex for what an item asks.

    >>> from analyzer.language.features import read_documents
    >>> from analyzer.statement import Statement
    >>> told_in_annex("CHK04", next(read_documents([Statement("詳細は添付の報告書（PDF）をご覧ください。", None)])))
    (0,)
    """
    slots = _TOLD_THERE.get(code, ())
    return tuple(index for index, unit in enumerate(document.units) if TRAITS.says_any(slots, unit.wording))
