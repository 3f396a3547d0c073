"""How each kind of wording is read as a point in time."""

from collections.abc import Callable, Mapping

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.points import clock, days, months, spans
from analyzer.answers.timeline.dates.points.point import Match, Point
from analyzer.answers.timeline.dates.wordings import Wording

Resolver = Callable[[Match, Anchor, Toward], Point | None]

RESOLVERS: Mapping[Wording, Resolver] = {
    Wording.CALENDAR: months.calendar,
    Wording.MONTH_WORD: months.month_word,
    Wording.MONTH_END: months.month_end_alone,
    Wording.WEEK: days.week,
    Wording.LAST_WEEKDAY: days.last_weekday,
    Wording.WEEKDAY_ALONE: days.weekday_alone,
    Wording.YEAR_END: months.year_end,
    Wording.WITHIN: spans.within,
    Wording.AFTER: spans.after,
    Wording.DAY_WORD: days.day_word,
    Wording.NEXT_BUSINESS_DAY: days.next_business_day,
    Wording.NEXT_DAY: days.next_day,
    Wording.BARE_DAY: days.bare_day,
    Wording.SAME_DAY: days.same_day,
    Wording.SAME_HOUR: clock.same_hour,
    Wording.SAME_MOMENT: clock.same_moment,
    Wording.NTH_DAY: days.nth_day,
    Wording.PART_OF_DAY: days.part_of_day,
    Wording.CLOCK: clock.time_of_day,
}
