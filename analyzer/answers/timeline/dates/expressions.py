"""Japanese date and time expressions in normalised text, resolved against what was said before and the day of publication."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import lru_cache

from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, Toward, due_date, is_halved, lies_beside
from analyzer.answers.timeline.dates.calendar_days import midnight, moment_of, number_of_weekday
from analyzer.answers.timeline.dates.occasions import is_held_ahead, is_of_occasion
from analyzer.answers.timeline.dates.points.clock import hours_of
from analyzer.answers.timeline.dates.points.days import on_day_turned
from analyzer.answers.timeline.dates.points.point import Point
from analyzer.answers.timeline.dates.points.resolvers import RESOLVERS, Resolver
from analyzer.answers.timeline.dates.wordings import (
    ABOUT_AFTER,
    ABOUT_BEFORE,
    AGE_OF_THING,
    ANY,
    BESIDE,
    CHANGED_INTO,
    CLOCK_PATTERNS,
    DATED_IN_BRACKET,
    DUE,
    FAR_MINUTE,
    JOINT,
    LASTING_THING,
    LEFT_UNDONE,
    LISTED,
    LISTED_DAY,
    MADE_THING,
    OF_CLOCK,
    OF_DATE,
    OF_DAY,
    PATTERNS,
    RANGE,
    TIME_OF_DAY,
    UPCOMING,
    WEEKDAY,
    WITH_NOUN,
    Wording,
)
from analyzer.answers.timeline.dates.years import lies_near, other_years
from analyzer.rules.slots import COURSE
from analyzer.schema import Precision


@lru_cache(maxsize=2048)
def find_dates(text: str, anchor: Anchor | None = None, *, toward: Toward = Toward.PAST) -> tuple[DateExpression, ...]:
    """Dates and clock times of the normalised `text` in order, each read against those before it.

    >>> [found.iso for found in find_dates("令和6年11月22日(金)15時半に送信し、翌朝9時に判明")]
    ['2024-11-22T15:30', '2024-11-23T09:00']
    """
    return tuple(_walk(text, anchor or Anchor(), toward))


def names_old_thing(found: DateExpression, text: str, anchor: Anchor) -> bool:
    """Whether a day more than a year back only tells which thing is meant, so that what follows is not read against it.

    Nor is it read against the day of what lasts, where no day of publication is known.

    「2020年5月8日に刊行した本について、6月2日に」, 「2020年5月8日に設立しました。6月2日に」 speak of the June before the publication.
    """
    day = due_date(found)
    lasting = LASTING_THING.match(text, found.end) is not None
    if day is None or anchor.published is None:
        return lasting and found.iso is not None  # Nobody can tell how long ago that was.
    if anchor.published - day <= _LONG_AGO:
        return False
    named = lasting or any(pattern.match(text, found.end) for pattern in (AGE_OF_THING, MADE_THING, WITH_NOUN))
    return named or COURSE.says("stands_since_after", text[found.end :])


def _lies_ahead(found: DateExpression, anchor: Anchor, toward: Toward) -> bool:
    """Whether a day in an account of the past is yet to come: 「4月5日(土)の開幕戦の券を本日10時に発売し、…、14時に停止」."""
    return toward == Toward.PAST and anchor.published is not None and (found.iso or "")[:10] > anchor.published.isoformat()


_LONG_AGO = timedelta(days=366)
_BULLETS = " \t　・○●◎◇◆□■"
_LATER_READERS = [*((pattern, RESOLVERS[wording]) for pattern, wording in PATTERNS), (LISTED_DAY, RESOLVERS[Wording.BARE_DAY])]
_BY_WEEKDAY = (RESOLVERS[Wording.WEEK], RESOLVERS[Wording.LAST_WEEKDAY], RESOLVERS[Wording.WEEKDAY_ALONE])
_CALENDAR = [reader for reader in _LATER_READERS if reader[1] is RESOLVERS[Wording.CALENDAR]]
_DAYS = [reader for reader in _LATER_READERS if reader[1] in (RESOLVERS[Wording.CALENDAR], RESOLVERS[Wording.BARE_DAY])]
_CLOCKS = [reader for reader in _LATER_READERS if reader[1] is RESOLVERS[Wording.CLOCK]]
_FAR_READERS = [*_LATER_READERS, (FAR_MINUTE, RESOLVERS[Wording.SAME_HOUR])]


def _walk(text: str, anchor: Anchor, toward: Toward) -> Iterator[DateExpression]:
    at, ahead, told = 0, None, False
    while found := _next(text, at):
        listed = at and LISTED.fullmatch(text, at, found.start())
        beside = ahead and BESIDE.fullmatch(text, at, found.start())
        at = max(found.end(), at + 1)
        index = (found.lastindex or 1) - 2
        if index < 0 or (index == len(PATTERNS) and not listed):
            continue
        # 「7月29日(土)、30日(日) 各日10時」: what stands beside a day to come is to come as well.
        against, onto = (ahead, Toward.ONWARD) if ahead and beside else (anchor, toward)
        expression = _expression(text, found.start(), _LATER_READERS[index], against, onto)
        if expression:
            yield expression
            lies_ahead = _lies_ahead(expression, anchor, toward)
            ahead = against.after(expression) if lies_ahead else None
            beside_it = (told or expression.tells_year) and lies_beside(expression, text, anchor)
            aside = lies_ahead or names_old_thing(expression, text, anchor) or beside_it
            anchor = anchor if aside else anchor.after(expression)
            told = True
            at = expression.end


@lru_cache(maxsize=4096)
def _next(text: str, at: int) -> re.Match[str] | None:
    """The next that may be a date, whatever it is read against: the same text is read against many anchors."""
    return ANY.search(text, at)


def _expression(text: str, start: int, reader: tuple[re.Pattern[str], Resolver], anchor: Anchor, toward: Toward) -> DateExpression | None:
    """The expression at `start` with its weekday, clock time, far end and hedges; None where it is no date after all."""
    read = _read_span(text, start, reader, anchor, toward)
    if read is None:
        return None
    point, far, end = read
    limit = far is None and (DUE.match(text, end) is not None or reader[1] is RESOLVERS[Wording.WITHIN] or text[end - 1] in "内中")
    if limit and toward == Toward.PAST and anchor.published and not LEFT_UNDONE.match(text, end):
        # A due date in an account of the past is as likely ahead as behind.
        point, far, end = _read_span(text, start, reader, anchor, Toward.NEAREST) or read
    elif toward == Toward.PAST and (
        point.conflict
        or UPCOMING.match(text, end)
        or is_of_occasion(text, start, end, point, anchor)
        or is_held_ahead(text, end, point, anchor)
    ):
        # Where the year was left out, a weekday that fits the coming date tells that it is meant, or what is to be held then.
        coming = _read_span(text, start, reader, anchor, Toward.NEAREST)
        point, far, end = coming if coming and not coming[0].conflict else read
    if toward == Toward.PAST and anchor.published is None and point.at and reader in _CALENDAR:
        others = (_read_span(text, start, reader, *other) for other in other_years(text, start, end, point, anchor))
        point, far, end = next((other for other in others if other and lies_near(other[0], anchor)), (point, far, end))
    if limit and point.until and text[end - 1] == "末":
        # 「10月末に判明」 is some day of October, 「10月末までに」 the 31st.
        point = replace(point, at=midnight(point.until), precision=Precision.DAY, approximate=False, until=None)
    before = ABOUT_BEFORE.search(text, max(0, start - 6), start)
    begin = before.start() if before else start
    begin -= text.count(")", begin, end) > text.count("(", begin, end)  # 「(6/14)1時10分」
    until = far.iso() if far else point.until.isoformat() if point.until else None
    rough = point.approximate and not (limit and point.precision == Precision.DAY)
    hedged = rough or before is not None or (far is not None and far.approximate)
    open_end = far is not None and far.at is None
    return DateExpression(
        begin, end, text[begin:end], point.iso(), point.precision, hedged, until, point.conflict, limit, open_end, far is not None
    )


def _read_span(
    text: str, start: int, reader: tuple[re.Pattern[str], Resolver], anchor: Anchor, toward: Toward
) -> tuple[Point, Point | None, int] | None:
    """The point told at `start`, the far end of the span that it begins, and where the wording of both ends."""
    read = _read(text, start, reader, anchor, toward)
    link = RANGE.match(text, read[1]) if read else None
    if read is None or link is None:
        return read and (read[0], None, read[1])
    halved = "翌" not in link[0] and is_halved(text[start : read[1]], read[0].at, kept=False)  # 「午後3時から5時まで」
    onward = replace(_anchor_at(read[0], anchor), halved=halved)
    reads = (_read(text, link.end(), later, onward, Toward.ONWARD) for later in _FAR_READERS)
    far, end = next((far for far in reads if far), (None, read[1]))
    if far is None or CHANGED_INTO.match(text, end):
        return read[0], None, read[1]
    if link[0].strip() in ("から", "より") and far.precision == Precision.DAY and COURSE.says("held_ahead_after", text[end:]):
        return read[0], None, read[1]  # 「本日12時より6月2日実施の催しの券を」
    return read[0], far, end


def _read(text: str, start: int, reader: tuple[re.Pattern[str], Resolver], anchor: Anchor, toward: Toward) -> tuple[Point, int] | None:
    """The point told at `start` and where its wording ends."""
    pattern, resolve = reader
    found = pattern.match(text, start)
    point = resolve(found, anchor, toward) if found else None
    if found is None or point is None:
        return None
    end = found.end()
    if resolve in _BY_WEEKDAY and DATED_IN_BRACKET.match(text, end):
        return None  # 「先週の日曜(9/7)」: the date in the brackets tells it.
    if resolve in (RESOLVERS[Wording.DAY_WORD], RESOLVERS[Wording.AFTER]):
        named = OF_DATE.match(text, end)
        dated = _first_read(text, named.end(), _CALENDAR, anchor, toward) if named else None
        if dated and dated[0].precision != Precision.MONTH:
            return dated  # 「試合当日の11月20日」「2か月後の7月4日」
    if resolve is RESOLVERS[Wording.CLOCK] and (moment := _dated_behind(text, found, point, anchor, toward)):
        return moment
    if resolve is RESOLVERS[Wording.AFTER] and (moment := _told_twice(text, end, point, anchor, toward)):
        return moment
    if resolve is RESOLVERS[Wording.SAME_DAY] and point.at and (joint := JOINT.match(text, end)):
        return _first_read(text, joint.end(), _CLOCKS, anchor, toward)  # 「午後3時」, 「同5時」
    if resolve is RESOLVERS[Wording.DAY_WORD]:
        if DATED_IN_BRACKET.match(text, end):
            return None  # 「大会当日(8月3日)」: the date in the brackets tells it.
        if same := _named_again(text, end, point, anchor, toward):
            return same
    if point.precision == Precision.DAY and point.until is None:
        point, end = _with_weekday(text, end, point)
        closing = text[start - 1 : start] == "(" and text.startswith(")", end)  # 「本日(6/14)1時10分」
        point, end = _with_clock(text, end + 1 if closing and _clock_follows(text, end + 1) else end, point, found[0])
        if anchor.turned and found[0][0] == "翌" and not text[:start].strip(_BULLETS):
            point = on_day_turned(point, anchor)
    about = ABOUT_AFTER.match(text, end)
    return (replace(point, approximate=True), about.end()) if about else (point, end)


def _first_read(
    text: str, start: int, readers: Sequence[tuple[re.Pattern[str], Resolver]], anchor: Anchor, toward: Toward
) -> tuple[Point, int] | None:
    return next((read for reader in readers if (read := _read(text, start, reader, anchor, toward))), None)


def _told_twice(text: str, end: int, point: Point, anchor: Anchor, toward: Toward) -> tuple[Point, int] | None:
    """The day or hour that names once more what is so long after another: 「3日後の18日」, 「2時間後の11時半」."""
    at = _anchor_at(point, anchor)
    if point.precision == Precision.DAY:
        return _first_read(text, day.end(), [_LATER_READERS[-1]], at, toward) if (day := OF_DAY.match(text, end)) else None
    clock = OF_CLOCK.match(text, end)
    return _first_read(text, clock.end(), _CLOCKS, replace(at, moment=None), toward) if clock else None


def _dated_behind(text: str, clock: re.Match[str], point: Point, anchor: Anchor, toward: Toward) -> tuple[Point, int] | None:
    """The clock time whose day stands in brackets behind it: 「9時30分(6月8日)」, 「0:54(6/8 AM0:54)」."""
    if not text.startswith("(", clock.end()):
        return None
    day = _first_read(text, clock.end() + 1, _DAYS, anchor, toward)
    hours = hours_of(clock)
    if day is None or day[0].at is None or hours is None or day[0].precision == Precision.MONTH or not text.startswith(")", day[1]):
        return None
    return replace(point, at=moment_of(day[0].at, hours), conflict=day[0].conflict), day[1] + 1


def _named_again(text: str, end: int, point: Point, anchor: Anchor, toward: Toward) -> tuple[Point, int] | None:
    """The date that follows a word for its day and names it once more: 「昨日2月27日」「明日9日」「本日、5月12日(月)、」."""
    comma = text.startswith("、", end)
    reads = [_first_read(text, end + comma, readers, _anchor_at(point, anchor), toward) for readers in (_CALENDAR, [_LATER_READERS[-1]])]
    dated, day = (read if read and read[0].precision != Precision.MONTH else None for read in reads)
    if dated and (not comma or (text.startswith("、", dated[1]) and text[dated[1] - 1] in ")日")):
        return dated
    return day if day and not comma and point.at and day[0].iso(10) == point.iso(10) else None


def _with_weekday(text: str, end: int, point: Point) -> tuple[Point, int]:
    found = WEEKDAY.match(text, end)
    if found is None:
        return point, end
    told = number_of_weekday(found["short"] or found["long"])
    return replace(point, conflict=point.at is not None and point.at.weekday() != told), found.end()


def _with_clock(text: str, end: int, point: Point, word: str) -> tuple[Point, int]:
    """The day with the clock time or the time of day that follows it."""
    joint = JOINT.match(text, end)
    at = joint.end() if joint else end
    for pattern in CLOCK_PATTERNS:
        found = pattern.match(text, at)
        clock = hours_of(found) if found else None
        if found and clock:
            # 「昨夜11時」 tells the half of the day with the day.
            hour = clock[0] + (12 if word[-1] in "夜晩夕" and 5 <= clock[0] < 12 else 0)
            precision = Precision.HOUR if clock[1] is None else Precision.MINUTE
            return replace(point, at=moment_of(point.at, (hour, clock[1])), precision=precision), found.end()
    part = TIME_OF_DAY.match(text, end)
    return point, part.end() if part else end


def _clock_follows(text: str, at: int) -> bool:
    """Whether a clock time is told at a place, or after the word that joins it: 「の夜20時」."""
    joint = JOINT.match(text, at)
    return any(pattern.match(text, joint.end() if joint else at) for pattern in CLOCK_PATTERNS)


def _anchor_at(point: Point, anchor: Anchor) -> Anchor:
    if point.at is None:
        return anchor
    day = point.at.date()
    if point.precision == Precision.MONTH:
        return replace(anchor, last=day, day=None, moment=None)
    return replace(anchor, last=day, day=day, moment=None if point.precision == Precision.DAY else point.at)
