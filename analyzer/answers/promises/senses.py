"""What the time beside a promise says: by when, from when, how often, at which moment within each run, or when it was done."""

import re
from collections.abc import Sequence
from dataclasses import replace

from analyzer.answers.promises.dues import ISO_DAY, LIMIT, SINCE, Today, due_of, is_each_time
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import DueSense, PromiseStatus

_BY_THE_CLOCK = re.compile(r"[0-9]+(?:(?:秒|分|時間|日|週間|[かヶカ]月)以内|(?:時|分|半)まで)")
"""How soon or till when each time, which is no last day of the promise."""
_DATED = re.compile(r"[0-9]+[月日]|[今来翌]月|本日|年度")
_CALENDAR_DAY = re.compile(r"(?:[0-9]{1,2}|[今来翌先])月(?!間)")
"""What opens a day of which the year is not known, where the statement does not tell when it was published."""
_WHOLE_MONTH = re.compile(r"(?:[0-9]|[今来先翌])月(?!\s*[0-9])")
_FIRST_DAY = re.compile(r"(?<![0-9])0?1日|[本今昨同当]日")
_TO_THE_END = re.compile(rf"月[^、。()]{{0,16}}(?:{LIMIT.pattern})|月期?[中内]")
"""What says that the last day of a month is meant: 「4月中」, but 「4月に」 is any day of it."""
_ANY_DAY = re.compile(r"[0-9]日|[本今昨同当翌前]日|[0-9]月?(?:末|[上中下]旬)|[0-9]/[0-9]")
_NEAR = 5
"""How many sentences on or back one may still date an act."""


def with_sense(promise: Promise, units: Sequence[UnitReading], today: Today) -> Promise:
    """The promise with what its time says, and the time as a reader is shown it: 「7月から」 names no first of July."""
    due = promise.due
    if due is None:
        return promise
    sense = _sense(promise, due, units, today)
    if ISO_DAY.match(due):
        wording = _dating(promise, units, today)
        bare = _WHOLE_MONTH.search(wording) and not (_FIRST_DAY if due.endswith("-01") else _ANY_DAY).search(wording)
        due = due[:7] if bare and (sense != DueSense.LIMIT or not _TO_THE_END.search(wording)) else due
    return replace(promise, due_sense=sense, due_shown=due)


def _sense(promise: Promise, due: str, units: Sequence[UnitReading], today: Today) -> DueSense:
    """What a time says: 「毎月1回」 is no date to wait for, 「開演の1時間前に」 neither, 「4月から」 none by which it ends."""
    if PROMISES.decided("due", due) == "frequency":
        return DueSense.FREQUENCY
    if is_each_time(due) and not LIMIT.search(due + units[promise.unit].wording.partition(due)[2][:2]):
        return DueSense.MOMENT
    is_day = ISO_DAY.match(due) or _CALENDAR_DAY.match(due)
    if is_day and promise.status == PromiseStatus.DONE:
        return DueSense.DONE
    wording = _BY_THE_CLOCK.sub("", _dating(promise, units, today))
    since = SINCE.search(wording) if is_day else due.endswith(("から", "より", "以降"))
    return DueSense.START if since and not LIMIT.search(wording) else DueSense.LIMIT


def _dating(promise: Promise, units: Sequence[UnitReading], today: Today) -> str:
    """The words that date an act: its own, its sentence, or the nearest that tells the same day (「…します。(4月から)」, a line above)."""
    at = promise.unit
    own, whole = fold(promise.text), units[at].wording
    if _DATED.search(whole) or not ISO_DAY.match(promise.due or ""):
        return own if _DATED.search(own) else whole
    for told in (*units[at + 1 : at + 1 + _NEAR], *reversed(units[max(at - _NEAR, 0) : at])):
        day = due_of(told.wording, today, done=promise.status == PromiseStatus.DONE)
        if day and day.day == promise.due:
            return told.wording
    return whole
