"""Another year for a day beside none of publication: the one in which its weekday fits, or that before or after the day told last."""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.calendar_days import plus
from analyzer.answers.timeline.dates.points.point import Point
from analyzer.rules.slots import COURSE

_YEAR, _MOST_OF_A_YEAR, _SEASON = 365, 300, 90


def other_years(text: str, start: int, end: int, point: Point, anchor: Anchor) -> Iterator[tuple[Anchor, Toward]]:
    """Against what else the `point` at `start:end` may be read, where the one nearest to the day told last cannot be meant.

    「10月5日(水)」 after 「令和3年7月」; 「12月19日に気づき、調べたところ、6月13日にも」 is no day of the year to come, and
    「5月9日に送り、12月19日に気づいた」 none of the year before.
    """
    if point.conflict and anchor.last:
        yield from ((replace(anchor, last=plus(anchor.last, days=shift)), Toward.PAST) for shift in (_YEAR, -_YEAR))
        return
    ahead = (point.at.date() - anchor.day).days if point.at and anchor.day else 0
    sentence = text[:start].rpartition("。")[2]
    if ahead > _SEASON and (COURSE.says("looked_into_before", sentence) or COURSE.says("also_then_after", text[end:])):
        yield replace(anchor, published=anchor.day), Toward.PAST
    if ahead < -_SEASON and COURSE.says("then_came_before", sentence) and COURSE.says("came_out_after", text[end:]):
        yield anchor, Toward.ONWARD


def lies_near(point: Point, anchor: Anchor) -> bool:
    """Whether a point has the weekday told with it and lies no year from the day told last."""
    far = anchor.day is not None and point.at is not None and abs((point.at.date() - anchor.day).days) >= _MOST_OF_A_YEAR
    return not point.conflict and not far
