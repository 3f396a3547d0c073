"""What key–value lines tell of the act above them: 「・開始日:4月7日」「・対象件数:42基」「・担当:施設課」."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.answers.promises.dues import Today, due_of
from analyzer.answers.promises.lines import goes_on_in_line
from analyzer.language.features import UnitReading
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import MEASURES, Labels, PromiseKind, PromiseStatus

_LINE = re.compile(r"\W*(?P<key>[^:。、「」]{1,14}?)\s*:(?!//)\s*(?P<value>[^\s].*)")
_OF_AN_ACT = re.compile(r"\W*(?:[0-9]{1,2}\W+)?(?P<act>[^\W0-9][^、。:]*?)(?:の(?:概要|内容|実施|詳細|予定|要領))*(?:について)?\W*")
"""A heading on an act told above it: 「【緊急点検の概要】」."""
_SHORTEST_NAME = 4


@dataclass(frozen=True, slots=True)
class _Particulars:
    """By when, or from when, by whom, and whether on how much or what."""

    due: str | None
    begins: bool
    owner: str | None
    has_extent: bool


def with_particulars(found: Sequence[Promise], units: Sequence[UnitReading], labels: Sequence[Labels], today: Today) -> list[Promise]:
    """The promises, with what key–value lines under an act tell of it.

    An act with a time and with what it is done to can be checked, however it was promised.
    """
    return [_with(promise, _told(promise, found, units, labels, today), today) for promise in found]


def _with(promise: Promise, told: _Particulars | None, today: Today) -> Promise:
    if told is None:
        return promise
    status, due = promise.status, promise.due or told.due
    if told.begins and promise.due is None and status == PromiseStatus.PLANNED and today.day and (told.due or "~") <= today.day.isoformat():
        status = PromiseStatus.UNDER_WAY
    concrete = promise.kind == PromiseKind.VAGUE and told.has_extent and due is not None
    kind = PromiseKind.CONCRETE if concrete else promise.kind
    return replace(promise, due=due, owner=promise.owner or told.owner, status=status, kind=kind)


def _told(
    promise: Promise, found: Sequence[Promise], units: Sequence[UnitReading], labels: Sequence[Labels], today: Today
) -> _Particulars | None:
    last = [other for other in found if other.unit == promise.unit][-1]
    if last is not promise or PROMISES.says("tail", promise.text):
        return None
    given = {role: value for role, value in _lines(units, labels, _first_line(promise, units)) if role}
    if given.keys() <= {"owner"}:
        return None  # 「担当:総務課」 alone is a signature.
    due = next((day for role in ("from", "until") if role in given and (day := due_of(given[role], today, done=False))), None)
    return _Particulars(due.day if due else None, "from" in given, given.get("owner"), "extent" in given)


def _first_line(promise: Promise, units: Sequence[UnitReading]) -> int:
    """The unit after the promise, or under a heading below it that names its act and a sentence that takes it up."""
    at = promise.unit + 1
    if at < len(units) and units[at].placement.is_heading:
        name = _OF_AN_ACT.fullmatch(units[at].wording)
        if not name or len(name["act"]) < _SHORTEST_NAME or name["act"] not in units[promise.unit].wording:
            return len(units)
        at += 1
        while at < len(units) and not _LINE.match(units[at].wording) and not units[at].placement.is_heading:
            at += 1
    return at


def _lines(units: Sequence[UnitReading], labels: Sequence[Labels], at: int) -> Iterator[tuple[str | None, str]]:
    """What each line of the run that begins at a unit is on, and its value; a line that is a measure itself ends it."""
    while at < len(units) and MEASURES.isdisjoint(labels[at]) and not units[at].placement.is_heading:
        line = _LINE.fullmatch(units[at].wording.strip())
        if not line or goes_on_in_line(units, at - 1):
            return
        yield PROMISES.decided("particular", line["key"].strip()), line["value"].strip()
        at += 1
