"""Times of day: 「17時」, 「午後5時半」, 「同三十九分」."""

import re
from datetime import datetime, timedelta

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.calendar_days import moment_of, number_of, plus
from analyzer.answers.timeline.dates.points.point import Match, Point
from analyzer.rules.slots import COURSE
from analyzer.schema import Precision

_LATELY = 16
_DAWN = 5
_DAWNED = re.compile(r"(?:日付?[がをの]?(?:変わ|かわ|替わ|また|跨|越え)|夜[がも]?明け|明けて|明け方|未明|早朝|朝)[^。0-9]{0,6}$")

_BEFORE_IT = re.compile(r"(?:その|それ)(?:より|以|少し|すぐ)?、?前(?:の|に|、|で|から)*$")


def time_of_day(found: Match, anchor: Anchor, toward: Toward) -> Point | None:
    hours = hours_of(found)
    if hours is None:
        return None
    precision = Precision.HOUR if hours[1] is None else Precision.MINUTE
    at = moment_of(anchor.day, hours) if anchor.day else None
    if at and _is_of_afternoon(found, at, anchor, toward):
        at = moment_of(anchor.day, (hours[0] + 12, hours[1]))
    if at and _is_past_midnight(found, at, anchor, toward):
        at = moment_of(plus(anchor.day, days=1), hours) if anchor.day else None
    return Point(at, precision)


def _is_past_midnight(found: Match, at: datetime, anchor: Anchor, toward: Toward) -> bool:
    """Whether an hour is of the day after the one told last: 「23時50分に…、0時10分に」, 「20日の夜に…、夜が明けて6時に」."""
    if toward == Toward.ONWARD or (anchor.moment and anchor.in_evening and at.hour < _DAWN):
        return anchor.moment is not None and at < anchor.moment
    if at.hour >= 12 or not anchor.in_evening:
        return False
    dawned = _DAWNED.search(found.string[max(0, found.start() - _LATELY) : found.start()] + (found.groupdict().get("part") or ""))
    return dawned is not None and not COURSE.says("names_by_hour", found.string[found.end() :])


def _is_of_afternoon(found: Match, at: datetime, anchor: Anchor, toward: Toward) -> bool:
    """Whether an hour is of the half of the day told last: 「午後0時40分から2時5分」, 「夜8時に送り、9時にお詫びを」.

    What names a thing by its hour may well look back: 「午後3時に指摘を受け、9時に送ったメールを調べた」, but 「夜9時に…。その前、7時に」.
    """
    if anchor.moment is None or at.hour >= 12 or found.groupdict().get("part"):
        return False
    if anchor.moment.hour == 12:
        return True
    told_by_halves = anchor.halved and toward in (Toward.PAST, Toward.ONWARD) and not found["hour"].startswith("0")
    before = found.string[max(0, found.start() - _LATELY) : found.start()]
    later = at + timedelta(hours=12)
    if told_by_halves and later < anchor.moment and _BEFORE_IT.search(before):
        return True
    goes_on, last_seen = at < anchor.moment <= later, "最後" in before
    return told_by_halves and goes_on and not last_seen and not COURSE.says("names_by_hour", found.string[found.end() :])


def same_moment(_: Match, anchor: Anchor, __: Toward) -> Point | None:
    """「同    記録席は…」 in a column of clock times: the one told last."""
    return Point(anchor.moment, Precision.MINUTE) if anchor.moment else None


def same_hour(found: Match, anchor: Anchor, _: Toward) -> Point | None:
    """「同三十九分」: the hour told last."""
    minute = number_of(found["minute"])
    if anchor.moment is None or minute > 59:
        return None
    return Point(anchor.moment.replace(minute=minute), Precision.MINUTE)


def hours_of(found: Match) -> tuple[int, int | None] | None:
    """Hours and minutes on a clock that may run past 24; None for what is no clock time."""
    told = found.groupdict()
    if told.get("noon"):
        return 12, 0
    part, hour = told["part"] or (told.get("meridiem") or "").replace(".", ""), number_of(told["hour"])
    minute = 30 if told.get("half") else number_of(told["minute"]) if told["minute"] else None
    once = told["hour"] == "一" and not part and minute is None  # 「一時停止」
    if hour > 36 or (minute or 0) > 59 or once:
        return None
    if part in ("午後", "PM", "pm", "昼", "お昼"):
        afternoon = hour < 12
    else:
        # 「夜1時」「深夜0時」 are read as worded, before dawn of the day named.
        afternoon = part in ("夕方", "夕刻", "夕", "夜", "晩", "深夜") and 4 <= hour < 12
    return hour + (12 if afternoon and not (hour == 11 and "昼" in part) else 0), minute
