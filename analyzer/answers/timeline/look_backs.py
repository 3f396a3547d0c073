"""Looks back in the middle of a course: a date told in passing, and the line after it that goes on where the course had been left."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, due_date
from analyzer.schema import Label, Labels

_STOOD = re.compile(
    r"(?:[てで](?:い|おり)(?:まし)?た|[てで](?:い|おり)ます|(?:もの|ばかり|とき|時期|[0-9]日目|とおり|[一-龥]{2})(?:でした|です|であります)|者です|方(?:々)?です|た[方件数]?です)"
    r"(?:が、[^。]{0,40})?[」』)。]*$"
)
"""「この設定は1月10日に委託先が変えたものでした」 tells how things stood, not what came next."""
_ALSO_THEN = re.compile(r"に(?:は|も)、?(?:[^。、]{0,8}、)?(?:これと)?(?:同様|同じ|似た|類似|同種)")
_OF_WHOM = re.compile(
    r"(?:まで|以降|以前|の間|に)[^。]{0,40}(?:方|者|様|会員|名|件)(?:々|の[^。、]{1,12})?(?:が|は|の|に|を|です|でし|と|、|。|$)"
)
_OWN_MONTH = re.compile(r"[0-9〇一二三四五六七八九十]\s*月|[0-9]/[0-9]")
_BARE_DAY = re.compile(r"[0-9〇一二三四五六七八九十]{1,3}日(?!前|後|間|目)")
_COUNTED = re.compile(r"[同翌前当即昨今本明先去来次そこ]")
_YEAR = timedelta(days=366)


def is_look_back(wording: str, given: Labels, told: Sequence[DateExpression], left: Anchor) -> bool:
    """Whether a unit only tells, of a day before the one that the course had come to (`left`), how things stood or who is meant."""
    if not _goes_back(told, left) or (told[-1].clocked and left.moment is None):
        return False
    last = told[-1]
    of_whom = Label.SCOPE in given and Label.TIMELINE not in given and _OF_WHOM.match(wording, last.end) is not None
    return of_whom or _ALSO_THEN.match(wording, last.end) is not None or _STOOD.search(wording) is not None


def is_long_ago(told: Sequence[DateExpression], left: Anchor, published: date | None) -> bool:
    """Whether a unit goes back by more than a year from a course of the last twelve months."""
    if published is None or left.day is None or published - left.day > _YEAR or not _goes_back(told, left):
        return False
    day = due_date(told[-1])
    return day is not None and published - day > _YEAR


def _goes_back(told: Sequence[DateExpression], left: Anchor) -> bool:
    day = due_date(told[-1]) if told else None
    return day is not None and left.day is not None and day < left.day


def goes_on(first: DateExpression, given: Labels, left: Anchor, *, in_passing: bool) -> bool:
    """Whether the `first` date of a unit below a look back is of the course where it had been `left`, not of the day looked back at.

    What counts from a day (「同日」「翌日」) counts from the one told last. Below what was no more than long ago, only what was
    done for those harmed goes on.
    """
    handled = Label.RESPONSE in given
    if Label.CAUSE in given or "年" in first.text or _COUNTED.match(first.text) or not (in_passing or handled):
        return False
    if _OWN_MONTH.search(first.text):
        return True
    if _BARE_DAY.search(first.text):
        return handled and Label.INCIDENT not in given
    return first.clocked and in_passing and left.moment is not None
