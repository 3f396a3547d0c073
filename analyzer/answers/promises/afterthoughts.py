"""What a sentence adds to the promises told before it: the day from which they hold, or the day of what is still left."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.promises.lines import goes_on_in_line
from analyzer.answers.promises.terms import Today, by_date, due_of, first_time, is_repeated, only_when, status_of, topic_begun
from analyzer.language.features import UnitReading
from analyzer.report import Promise
from analyzer.schema import PromiseStatus

_THE_REST = re.compile(r"残(?:る|り|った|りの)[^、。]{0,20}は")
_NEAR = 5
"""How many units on a sentence may still name an act to date it."""


def dates_which(found: Sequence[Promise], told: Sequence[Promise], unit: UnitReading) -> list[bool]:
    """For each promise before a unit that tells no act of its own but when they hold, whether it is one of them."""
    if not found:
        return []
    due = due_of(unit.wording, Today(None, guessed=True), done=False)
    if _tells_only_when(told, unit.wording, due):
        first = _first_of_run(found, told[0].unit)
        return [promise.unit >= first for promise in found]
    topic = topic_begun(unit.wording, due) if len(told) == 1 else None
    if topic is None:
        return []
    word = re.compile(rf"(?<![一-龥]){re.escape(topic)}(?![一-龥])" if len(topic) == 1 else re.escape(topic))  # 「線」 is not in 「回線」.
    named = [promise.unit >= told[0].unit - _NEAR and word.search(promise.act or "") is not None for promise in found]
    return named if any(named) else []


def dated(found: Sequence[Promise], when: Promise, which: Sequence[bool], published: date | None) -> list[Promise]:
    """The promises with the day, and how far they are done, told in the sentence after those of `which`."""
    status = when.status
    if published and when.due and status != PromiseStatus.UNDER_WAY:
        status = by_date("", (when.due, ""), published) or status
    undated = [near and (promise.due is None or is_repeated(promise.due)) for near, promise in zip(which, found, strict=True)]
    return [replace(each, due=when.due, status=status) if open_ else each for each, open_ in zip(found, undated, strict=True)]


def with_the_rest(told: list[Promise], units: Sequence[UnitReading], index: int, today: Today) -> list[Promise]:
    """What is done in part, with the day of the rest: 「3か所で終了。残る1か所は今週中」 is under way till then."""
    if not goes_on_in_line(units, index) or not _THE_REST.match(units[index + 1].wording):
        return told
    after = units[index + 1]
    due = due_of(after.wording, today, done=False)
    if told[-1].status != PromiseStatus.DONE or status_of(after.wording) == PromiseStatus.DONE or due is None:
        return told
    return [*told[:-1], replace(told[-1], status=PromiseStatus.UNDER_WAY, due=due[0])]


def _tells_only_when(told: Sequence[Promise], wording: str, due: tuple[str, str] | None) -> bool:
    """Whether a unit is no act of its own but tells when those before it hold: 「8月1日から実施しております。」「初回は10月4日です。」"""
    return first_time(wording, due) or (len(told) == 1 and only_when(wording, due))


def _first_of_run(found: Sequence[Promise], unit: int) -> int:
    """The first of the units right before `unit` that promise something."""
    while any(promise.unit == unit - 1 for promise in found):
        unit -= 1
    return unit
