"""Which of two tellings of a step is the plainer: an evasive one does not stand for what another says outright."""

import re
from collections.abc import Collection

from analyzer.dossier.quantities import find_counts
from analyzer.dossier.wordings import step_says, turn_says
from analyzer.language.normalise import fold
from analyzer.rules.slots import slot_patterns
from analyzer.schema import Label

_NONE_AFTER = re.compile(r"[^。、]{0,12}(?:は|も|など)[^。、]{0,12}(?:な[いくしか]|ませ[んぬ]|おらず)")


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
    if _harms(told) - _harms(evasive):
        return True
    return Label.INCIDENT in labels and not step_says("evasive", told) and any(find_counts(told))


def _harms(wording: str) -> set[str]:
    """The names of harm in a wording, but for what it says did not happen."""
    if turn_says("denied", wording):
        return set()
    patterns = (*slot_patterns("drift", "harm_named"), *slot_patterns("drift", "harm_grave"), *slot_patterns("course", "harm_outright"))
    return {found[0] for pattern in patterns for found in pattern.finditer(wording) if not _NONE_AFTER.match(wording, found.end())}
