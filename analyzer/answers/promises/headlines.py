"""Lines that promise nothing by their place: a name of what the sentences under it promise (「・職員への再教育」), or an explanation."""

from collections.abc import Iterator, Sequence

from analyzer.answers.promises.acts import parts_of
from analyzer.answers.promises.dues import Today, due_of
from analyzer.answers.promises.lines import opens_phase
from analyzer.answers.promises.sharing import sign_of
from analyzer.answers.promises.statuses import status_of
from analyzer.language.features import UnitReading
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, Labels

_NEAR = 2
"""How many units on the first of a list may come."""


def only_names_what_follows(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether the unit at `index` is such a line, which promises nothing beside its sentences.

    In such a list a line and its sentences alternate; the sentence that closes a list of mere lines explains none of them.
    """
    unit = units[index]
    if not sign_of(unit) or status_of(unit.wording) or due_of(unit.wording, Today(None, guessed=True), done=False):
        return False
    under = list(_under(units, index))
    told = any(not MEASURES.isdisjoint(labels[at]) and not PROMISES.says("tail", units[at].wording) for at in under)
    return told and (_begins_one(units, under[-1] + 1, unit) or any(_is_one(units, at, unit) for at in range(index)))


def only_announces(units: Sequence[UnitReading], labels: Sequence[Labels], index: int) -> bool:
    """Whether the unit at `index` only announces measures told after it: 「次の対策を12月末までに行います。」"""
    told = any(not MEASURES.isdisjoint(labels[at]) for at in range(index + 1, min(index + 1 + _NEAR, len(units))))
    return told and PROMISES.says("announcement", units[index].wording) and len(parts_of(units[index], labels[index])) == 1


def only_explains(units: Sequence[UnitReading], index: int) -> bool:
    """Whether the unit at `index` stands under 「説明」 or 「用語」, which ends the section before it as a numbered heading would."""
    heading = units[index].placement.heading
    over = units[heading if heading is not None else 0 : index]
    return any(unit.placement.alone and PROMISES.says("explanation", unit.wording) for unit in over)


def _under(units: Sequence[UnitReading], index: int) -> Iterator[int]:
    """The sentences on lines of their own right under a line."""
    at = index + 1
    if at < len(units) and units[at].span[0] == units[index].span[1]:
        return  # The line itself goes on.
    while at < len(units) and not sign_of(units[at]) and not units[at].placement.is_heading and not opens_phase(units[at]):
        yield at
        at += 1


def _begins_one(units: Sequence[UnitReading], at: int, like: UnitReading) -> bool:
    return at < len(units) and sign_of(units[at]) == sign_of(like)


def _is_one(units: Sequence[UnitReading], at: int, like: UnitReading) -> bool:
    """Whether the unit at `at` has the sign of another, and sentences under it that the next line with that sign follows."""
    under = list(_under(units, at)) if _begins_one(units, at, like) else []
    return bool(under) and _begins_one(units, under[-1] + 1, like)
