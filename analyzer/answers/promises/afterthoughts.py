"""What a sentence adds to the promises told before it: the day from which they hold, who is to do them, the day of what is still left."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.promises.doer import bracketed
from analyzer.answers.promises.dues import Due, Today, day_told, due_of, first_time, is_repeated, only_when, topic_begun
from analyzer.answers.promises.lines import goes_on_in_line, opening_of_line
from analyzer.answers.promises.statuses import by_date, by_note, status_of
from analyzer.answers.promises.subjects import is_bare_self
from analyzer.language.features import UnitReading
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import PromiseStatus

_THE_REST = re.compile(r"残(?:る|り|った|りの)(?![^、。]{0,20}(?:方々?|[0-9]人|[0-9]名|様)(?:に|へ)?は)[^、。]{0,20}は")
"""People who are left are no part of what was changed: 「仕組みを改めました。残りの22人の方には今週中にお電話します」."""
_NOTE = re.compile(
    r"\s*(?:[(【\[〔][^()【】\[\]〔〕をはが]{1,40}[)】\]〕]|(?:担当|責任者|主管)(?:者|課|部署)?(?::|は、?)[^、。:をはが]{2,30})[。.]?\s*"
)
"""A bracket alone, or a sentence that only tells who is in charge."""
_OF_ALL = re.compile(r"(?:なお、|※)?\s*(?:以上|これら|上記|いずれ|すべて|全て)")
_NEAR = 5
"""How many units on a sentence may still name an act to date it."""


def dates_which(found: Sequence[Promise], told: Sequence[Promise], units: Sequence[UnitReading]) -> list[bool]:
    """For each promise before a unit that tells no act of its own but when they hold, whether it is one of them."""
    if not found:
        return []
    index = told[0].unit
    wording = units[index].wording
    due = day_told(wording)
    if _tells_since_when(units, index, due):
        return [promise.unit == index - 1 for promise in found]
    if first_time(wording, due) or (len(told) == 1 and only_when(wording, due)):
        line = opening_of_line(units, index)
        first = _first_of_run(found, index) if line == index or _OF_ALL.match(wording) else line
        while first < index and not _OF_ALL.match(wording) and _begins_line_between(units, first, index):
            first += 1  # 「導入は6月1日です」 within a line says nothing of the acts of the lines above.
        return [promise.unit >= first for promise in found]
    topic = topic_begun(wording, due) if len(told) == 1 else None
    if topic is None:
        return []
    word = re.compile(rf"(?<![一-龥]){re.escape(topic)}(?![一-龥])" if len(topic) == 1 else re.escape(topic))  # 「線」 is not in 「回線」.
    named = [promise.unit >= index - _NEAR and word.search(promise.act or "") is not None for promise in found]
    return named if any(named) else []


def dated(found: Sequence[Promise], when: Promise, which: Sequence[bool], published: date | None) -> list[Promise]:
    """The promises with the day, and how far they are done, told in the sentence after those of `which`."""
    status = when.status
    if published and when.due and status != PromiseStatus.UNDER_WAY:
        status = by_date(when.due, published) or status
    undated = [near and (promise.due is None or is_repeated(promise.due)) for near, promise in zip(which, found, strict=True)]
    ahead = status == PromiseStatus.PLANNED
    return [
        replace(each, due=when.due, status=each.status if ahead and each.status == PromiseStatus.UNDER_WAY else status) if open_ else each
        for each, open_ in zip(found, undated, strict=True)
    ]


def with_the_rest(told: list[Promise], units: Sequence[UnitReading], index: int, today: Today) -> list[Promise]:
    """What is done in part, with the day of the rest: 「3か所で終了。残る1か所は今週中」 is under way till then."""
    if not goes_on_in_line(units, index) or not _THE_REST.match(units[index + 1].wording):
        return told
    after = units[index + 1]
    due = due_of(after.wording, today, done=False)
    if told[-1].status != PromiseStatus.DONE or status_of(after.wording) == PromiseStatus.DONE or due is None:
        return told
    return [*told[:-1], replace(told[-1], status=PromiseStatus.UNDER_WAY, due=due.day)]


def tells_when(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit goes on in the line of the one before it and but tells when that holds: 「…廃します。4月1日から。」"""
    if not index or not goes_on_in_line(units, index - 1):
        return False
    due = day_told(units[index].wording)
    return only_when(units[index].wording, due) or _tells_since_when(units, index, due)


def is_note(found: Sequence[Promise], units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit is but a bracket after a promise in its line, which tells when or by whom: 「…行います。(9月末まで)」"""
    wording = units[index].wording
    if found and found[-1].unit == index - 1 and _charges_all(wording) and _named_in(wording):
        return True
    if not found or not goes_on_in_line(units, index - 1) or not (_NOTE.fullmatch(wording) or PROMISES.says("in_charge", wording)):
        return False
    if not all(tells_when(units, at) for at in range(found[-1].unit + 1, index)):
        return False
    return day_told(units[index].wording) is not None or _named_in(wording) is not None or _marked(wording)


def noted(found: Sequence[Promise], units: Sequence[UnitReading], index: int, today: Today) -> list[Promise]:
    """The promises, with what the bracket at `index` says: when to the sentence before it, by whom to all of its list line."""
    note, line, last = units[index].wording, opening_of_line(units, index), found[-1].unit
    if _charges_all(note):
        line = _first_of_run(found, index)
    named = [replace(each, owner=each.owner or _named_in(note)) if each.unit >= min(line, last) else each for each in found]
    return [_noted(each, note, today) if each.unit == last else each for each in named]


def _charges_all(wording: str) -> bool:
    """Whether a sentence but says who is in charge of all that was told: 「これらの対策は総務課長が責任を持って進めます。」"""
    charged = PROMISES.found("in_charge", wording)
    return charged is not None and bool(charged["all"])


def _noted(promise: Promise, note: str, today: Today) -> Promise:
    """A promise with the day and the mark in a bracket after its sentence, where the sentence has none."""
    due = due_of(note, today, done=promise.status == PromiseStatus.DONE or _marked(note))
    status = by_note(note, due, today.day) or (PromiseStatus.DONE if _marked(note) else promise.status)
    return replace(
        promise,
        due=due.day if due and (promise.due is None or is_repeated(promise.due)) else promise.due,
        status=promise.status if promise.status == PromiseStatus.INTENDED else status,
    )


def _tells_since_when(units: Sequence[UnitReading], index: int, due: Due | None) -> bool:
    """Whether a unit tells since when the thing is gone that is no longer used: 「焼き窯は使いません。5月8日に撤去しました。」"""
    before, day, after = units[index].wording.partition(due.wording) if due else ("", "", "")
    gone = index and day and not before.strip() and PROMISES.says("gone", after)
    return bool(gone) and PROMISES.says("no_more", units[index - 1].wording)


def _named_in(note: str) -> str | None:
    keyed, charged = PROMISES.found("owner_key", note), PROMISES.found("in_charge", note)
    if charged:
        who: str = charged["who"].strip()
        return who if PROMISES.says("actor", who) and not is_bare_self(who) else None
    return keyed["who"].strip() if keyed else bracketed(note)


def _marked(note: str) -> bool:
    return status_of(note.strip(" 。()")) == PromiseStatus.DONE


def _begins_line_between(units: Sequence[UnitReading], first: int, index: int) -> bool:
    """Whether the unit at `index` goes on in its line, and another line begins after the unit `first`."""
    return goes_on_in_line(units, index - 1) and not all(goes_on_in_line(units, at) for at in range(first, index))


def _first_of_run(found: Sequence[Promise], unit: int) -> int:
    """The first of the units right before `unit` that promise something."""
    while any(promise.unit == unit - 1 for promise in found):
        unit -= 1
    return unit
