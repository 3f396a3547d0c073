"""Which of two tellings of a step is the plainer: an evasive one does not stand for what another says outright."""

import re
from collections.abc import Collection, Sequence

from analyzer.dossier.quantities import find_counts
from analyzer.dossier.wordings import step_says, turn_says
from analyzer.language.normalise import fold
from analyzer.rules.slots import slot_patterns
from analyzer.schema import Label

_NONE_AFTER = re.compile(r"[^。、]{0,12}(?:は|も|など)[^。、]{0,12}(?:な[いくしか]|ませ[んぬ]|おらず)")

_OUTRIGHT = (("drift", "harm_grave"), ("course", "harm_outright"))
_NAMED = (("drift", "harm_named"), *_OUTRIGHT)
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
    if not step_says("evasive", evasive):
        return False
    if _harms(told, _NAMED) - _harms(evasive, _NAMED):
        return True
    return Label.INCIDENT in labels and not step_says("evasive", told) and any(find_counts(told))


def names_graver(text: str, than: str) -> bool:
    """Whether a wording names outright a grave harm that another, which does not warn of it either, leaves out."""
    told, evasive = fold(text), fold(than)
    return bool(_harms(told, _OUTRIGHT) - _harms(evasive, _OUTRIGHT)) and not turn_says("possible_in_any_words", evasive)


def _harms(wording: str, slots: Sequence[tuple[str, str]]) -> set[str]:
    """The names of harm in a wording, but for what it says did not happen."""
    if turn_says("denied", wording):
        return set()
    patterns = (pattern for table, slot in slots for pattern in slot_patterns(table, slot))
    return {found[0] for pattern in patterns for found in pattern.finditer(wording) if not _NONE_AFTER.match(wording, found.end())}
