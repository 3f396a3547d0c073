"""Looks back in the middle of a course: a date told in passing, and the line after it that goes on where the course had been left."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from analyzer.answers.timeline.clauses import kind_by_wording
from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, due_date
from analyzer.answers.timeline.dates.calendar_days import plus
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.answers.timeline.steps import STEPS, Step
from analyzer.durations import TO_THE_DAY
from analyzer.rules.slots import COURSE
from analyzer.schema import Label, Labels

_STOOD = re.compile(
    r"(?:[てで](?:い|おり)(?:まし)?た|[てで](?:い|おり)ます|(?:もの|まま|ばかり|とき|時期|[0-9]日目|とおり|[一-龥]{2})(?:でした|です|であります)|者です|方(?:々)?です|た[方件数]?です)"
    r"(?:が、[^。]{0,40})?[」』)。]*$"
)
"""「この設定は1月10日に委託先が変えたものでした」 tells how things stood, not what came next."""
_INQUIRED = re.compile(r"調査|点検|確認し|調べ|照合")
_FOUND = re.compile(r"(?:こと|旨|記録|形跡)(?:が|も|を|は)[^。]{0,24}(?:判明|発覚|分か|わか|明らか|確認|見つか)")
"""「調べたところ、2月10日にもあったことが分かりました」: of this matter, however long before."""
_OF_WHOM = re.compile(
    r"(?:まで|以降|以前|の間|に)[^。]{0,40}(?:方|者|様|会員|名|件)(?:々|の[^。、]{1,12})?(?:が|は|の|に|を|です|でし|と|、|。|$)"
)
_OWN_MONTH = re.compile(r"[0-9〇一二三四五六七八九十]\s*月|[0-9]/[0-9]")
_BARE_DAY = re.compile(r"[0-9〇一二三四五六七八九十]{1,3}日(?!前|後|間|目)")
_COUNTED = re.compile(r"[同翌前当即昨今本明先去来次そこ]")
_WEEKS = timedelta(days=20)
_APART, _LONG_BEFORE = 60, 180
"""How many days before the matter, or before the day of publication where no matter is known, the day of another case lies."""


def is_look_back(wording: str, given: Labels, told: Sequence[DateExpression], left: Anchor) -> bool:
    """Whether a unit only tells, of a day before the one that the course had come to (`left`), how things stood or who is meant."""
    if not _goes_back(told, left) or (told[-1].clocked and left.moment is None):
        return False
    last = told[-1]
    of_whom = Label.SCOPE in given and Label.TIMELINE not in given and _OF_WHOM.match(wording, last.end) is not None
    return of_whom or COURSE.says("other_case_after", wording[last.end :]) or _STOOD.search(wording) is not None


def is_of_other_case(step: Step, matter: date | None, published: date | None, *, goes_on: bool) -> bool:
    """Whether a step is one of another case, long before the day of the `matter`: 「2021年11月12日にも誤送信がありました」.

    `goes_on`: the step before it in its sentence was one of that case, after which something was done: 「…、同年12月1日に改めた」.
    """
    before, after = step.before.rpartition("。")[2], step.after.partition("。")[0]
    if COURSE.says("apart_from_this", after):
        return True
    until = plus(matter, days=-_APART) if matter else plus(published, days=-_LONG_BEFORE) if published else None
    if until is None or step.event.at is None or date.fromisoformat(f"{step.event.at}-01"[:TO_THE_DAY]) > until:
        return False
    if _INQUIRED.search(before) or _FOUND.search(after):
        return False
    return goes_on or "も" in step.event.text or COURSE.says("other_case_after", after) or COURSE.says("other_case_before", before)


def goes_far_back(wording: str, told: Sequence[DateExpression], left: Anchor) -> bool:
    """Whether a unit goes back by weeks, or from an hour by days, and tells of nothing that people did about it."""
    day, apart = due_date(told[-1]) if told and not told[-1].clocked else None, _WEEKS if left.moment is None else timedelta()
    return day is not None and left.day is not None and left.day - day > apart and kind_by_wording(wording, STEPS) is None


def _goes_back(told: Sequence[DateExpression], left: Anchor) -> bool:
    day = due_date(told[-1]) if told else None
    return day is not None and left.day is not None and day < left.day


def goes_on(wording: str, first: DateExpression, given: Labels, left: Anchor, *, in_passing: bool) -> bool:
    """Whether the `first` date of a unit below a look back is of the course where it had been `left`, not of the day looked back at.

    What counts from a day (「同日」「翌日」) counts from the one told last. Below what was no more than weeks ago, only what was
    done for those harmed goes on, and by the clock only after the hour left.
    """
    handled = Label.RESPONSE in given
    if Label.CAUSE in given or first.tells_year or _COUNTED.match(first.text) or not (in_passing or handled):
        return False
    if _OWN_MONTH.search(first.text):
        return True
    if _BARE_DAY.search(first.text):
        there = find_dates(wording, left)[0].day
        later = in_passing or there is None or left.day is None or there >= left.day
        return handled and Label.INCIDENT not in given and later
    if not first.clocked or left.moment is None:
        return False
    return in_passing or (find_dates(wording, left)[0].iso or "") > left.moment.isoformat()
