"""Points so long after another: 「3日以内」, 「2時間後」."""

from datetime import datetime

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.calendar_days import later, midnight, number_of, plus
from analyzer.answers.timeline.dates.points.point import Match, Point, on_day
from analyzer.answers.timeline.dates.wordings import UNKNOWN_BASE
from analyzer.schema import Precision

_SAME_DAY = 60
"""Minutes that hardly lead into another day."""


def within(found: Match, anchor: Anchor, toward: Toward) -> Point:
    onward = toward == Toward.ONWARD
    base = anchor.day or anchor.published if onward or toward == Toward.PAST else anchor.published or anchor.day
    unknown = not onward and UNKNOWN_BASE.search(found.string, max(0, found.start() - 4), found.start())
    if base is None or found["n"] is None or unknown:
        return Point(None, Precision.DAY)
    return on_day(later(base, number_of(found["n"]), found["unit"]))


def after(found: Match, anchor: Anchor, toward: Toward) -> Point:
    told = found.groupdict()
    unit, rough = told["unit"] or told["vague"] or told["half_unit"], bool(told["about"] or told["rough"] or not told["n"])
    count = number_of(told["n"]) if told["n"] else 0
    if unit in ("分", "時間"):
        half = 30 if told["half"] or told["half_unit"] else 0
        minutes = count * (60 if unit == "時間" else 1) + half + int(told["minutes"] or 0)
        if anchor.moment is None and anchor.day and toward == Toward.PAST and 0 < minutes <= _SAME_DAY:
            return Point(midnight(anchor.day), Precision.DAY, rough)  # 「6月1日に送信し、30分後に」: on that day.
        at = plus(anchor.moment, minutes=minutes) if anchor.moment and minutes else None
        return Point(at if isinstance(at, datetime) else None, Precision.MINUTE, rough)
    ahead = toward in (Toward.FUTURE, Toward.NEAREST) and not told["that"] and anchor.published is not None
    base = anchor.published if ahead else anchor.day
    if told["half_unit"]:
        count, unit = {"年": (6, "か月"), "月": (15, "日")}.get(told["half_unit"], (0, "日"))
    precision = Precision.MONTH if unit[-1] in "月年" else Precision.DAY
    if base is None or not count:
        return Point(None, precision, rough)
    until = later(base, count, unit)
    return Point(midnight(until) if until else None, precision, rough)
