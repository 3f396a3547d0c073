"""Accidents that nobody need discover: an explosion, a fire, a derailment is known when it happens."""

from collections.abc import Iterable, Sequence

from analyzer.rules.slots import TRAITS


def announced_itself(told: Iterable[str], everything: Sequence[str]) -> bool:
    """Whether what is told is an accident known at once, and not one that the organisation learnt of later.

    >>> announced_itself(["工場で爆発が発生しました。"], []), announced_itself(["電池の発火事故"], ["製品を自主回収いたします。"])
    (True, False)
    """
    return _says("sudden", told) and not _says("learnt_later", everything) and not _says("unseen", everything)


def seen_by_all(told: Iterable[str], everything: Sequence[str]) -> bool:
    """Whether the organisation's own people saw it happen, as where a match is broken off or they called the ambulance.

    >>> seen_by_all(["119番に通報しました。"], []), seen_by_all(["2名が救急搬送されました。"], [])
    (True, False)
    """
    return _says("seen_by_all", told) and not _says("unseen", everything)


def hurt_nobody(everything: Sequence[str]) -> bool:
    """Whether an accident is said to have hurt nobody, and held nobody up either.

    >>> hurt_nobody(["人的被害 なし"]), hurt_nobody(["けが人はいませんでした。", "この火災により停電しました。"])
    (True, False)
    """
    return _says("unhurt", everything) and not _says("disrupted", everything)


def _says(slot: str, wordings: Iterable[str]) -> bool:
    return any(TRAITS.says(slot, wording) for wording in wordings)
