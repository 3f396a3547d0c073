"""Dates of occasions: those of another season, and those soon to come that a reading towards the past puts a year back."""

from datetime import timedelta

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.points.point import Point
from analyzer.rules.slots import COURSE

_SEASON = timedelta(days=90)
_MOST_OF_A_YEAR = timedelta(days=245)
_TITLE = 16
"""Characters before a bracket in which an occasion is named."""


def is_of_occasion(text: str, start: int, end: int, point: Point, anchor: Anchor) -> bool:
    """Whether a day in brackets is that of an occasion, and far from the day told last: 「秋まつり(10月12日)」 in June."""
    if point.at is None or text[start - 1 : start] != "(" or not text.startswith(")", end):
        return False
    if not COURSE.says("occasion", text[max(0, start - _TITLE) : start - 1]):
        return False
    return anchor.day is None or abs(point.at.date() - anchor.day) > _SEASON


def is_held_ahead(text: str, end: int, point: Point, anchor: Anchor) -> bool:
    """Whether a day almost a year back, and far from the day told last, is rather one soon to come: 「7月18日の公演でも」 on 9 July."""
    if point.at is None or anchor.published is None or anchor.published - point.at.date() < _MOST_OF_A_YEAR:
        return False
    return (anchor.day is None or abs(point.at.date() - anchor.day) > _SEASON) and COURSE.says("held_ahead_after", text[end:])
