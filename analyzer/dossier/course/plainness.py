"""Which of two tellings of a step is the plainer: an evasive one does not stand for what another says outright."""

import re
from collections.abc import Collection, Sequence

from analyzer.dossier.quantities import find_counts
from analyzer.language.normalise import fold
from analyzer.rules.slots import COURSE, DRIFT, Wordings
from analyzer.schema import Label

_NONE_AFTER = re.compile(r"[^。、]{0,12}(?:は|も|など)[^。、]{0,12}(?:な[いくしか]|ませ[んぬ]|おらず)")

_OUTRIGHT = ((DRIFT, "harm_grave"), (COURSE, "harm_outright"))
_NAMED = ((DRIFT, "harm_named"), *_OUTRIGHT)
"""Slots of the names of harm."""


def is_plainer(text: str, labels: Collection[Label], than: str) -> bool:
    """Whether a wording names a harm that an evasive one does not, or tells without evasion what happened and to how many.

    >>> first = "7月1日、信号の不具合により、一部の列車に遅れが生じました。"
    >>> is_plainer("7月1日の信号の不具合の際、回送列車が脱線していたことが判明しました。", (), first)
    True
    >>> is_plainer("7月1日の信号の不具合につきまして、お詫びいたします。", (), first)
    False
    """
    told, evasive = fold(text), fold(than)
    if not COURSE.says("evasive", evasive):
        return False
    if _harms(told, _NAMED) - _harms(evasive, _NAMED):
        return True
    return Label.INCIDENT in labels and not COURSE.says("evasive", told) and any(find_counts(told))


def names_graver(text: str, than: str) -> bool:
    """Whether a wording names outright a grave harm that another, which does not warn of it either, leaves out."""
    told, evasive = fold(text), fold(than)
    return bool(_harms(told, _OUTRIGHT) - _harms(evasive, _OUTRIGHT)) and not DRIFT.says("possible_in_any_words", evasive)


def _harms(wording: str, slots: Sequence[tuple[Wordings, str]]) -> set[str]:
    """The names of harm in a wording, but for what it says did not happen."""
    if DRIFT.says("denied", wording):
        return set()
    named = (found for table, slot in slots for found in table.each(slot, wording))
    return {found[0] for found in named if not _NONE_AFTER.match(wording, found.end())}
