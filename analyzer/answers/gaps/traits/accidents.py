"""Accidents that nobody need discover: an explosion, a fire, a derailment is known when it happens."""

from collections.abc import Iterable, Sequence

from analyzer.rules.slots import TRAITS


def announced_itself(told: Iterable[str], everything: Iterable[str]) -> bool:
    """Whether what is told is an accident known at once, and not one that the organisation learnt of later.

    >>> announced_itself(["工場で爆発が発生しました。"], []), announced_itself(["電池の発火事故"], ["製品を自主回収いたします。"])
    (True, False)
    """
    return any(TRAITS.says("sudden", wording) for wording in told) and not any(
        TRAITS.says(slot, wording) for wording in everything for slot in ("learnt_later", "unseen")
    )


def seen_by_all(told: Iterable[str], everything: Iterable[str]) -> bool:
    """Whether the organisation's own people saw it happen, as where a match is broken off or they called the ambulance.

    >>> seen_by_all(["119番に通報しました。"], []), seen_by_all(["2名が救急搬送されました。"], [])
    (True, False)
    """
    return any(TRAITS.says("seen_by_all", wording) for wording in told) and not any(
        TRAITS.says("unseen", wording) for wording in everything
    )


def hurt_nobody(everything: Sequence[str]) -> bool:
    """Whether an accident is said to have hurt nobody, and held nobody up either.

    >>> hurt_nobody(["人的被害 なし"]), hurt_nobody(["けが人はいませんでした。", "この火災により停電しました。"])
    (True, False)
    """
    unhurt = any(TRAITS.says("unhurt", wording) for wording in everything)
    return unhurt and not any(TRAITS.says("disrupted", wording) for wording in everything)
