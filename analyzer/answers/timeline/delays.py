"""How long it took from one kind of step to the next."""

from collections.abc import Mapping, Sequence
from datetime import date

from analyzer.durations import between
from analyzer.report import Event
from analyzer.schema import EventKind

_DELAYS = (
    (EventKind.OCCURRED, EventKind.DETECTED),
    (EventKind.DETECTED, EventKind.CONTAINED),
    (EventKind.DETECTED, EventKind.NOTIFIED),
    (EventKind.OCCURRED, EventKind.PUBLISHED),
    (EventKind.DETECTED, EventKind.PUBLISHED),
    (EventKind.OCCURRED, EventKind.CONTAINED),
)


def delays(events: Sequence[Event], published: date | None, cases: Mapping[int, int] | None = None) -> dict[str, str | None]:
    """ISO 8601 durations between the first events of each kind; None where an end is not stated, too rough, or the earlier one.

    The first publication is the earliest one told, else the day of this statement, which what is added to it later does not
    put off. A day on either side makes whole days. Where units tell of several `cases`, both ends are of one of them, the first
    that has them, or one is told of all.
    """
    first = _first(events, EventKind.PUBLISHED)
    if published and (first is None or first[:10] > published.isoformat()[: len(first)]):
        first = published.isoformat()
    of_case = cases or {}
    of_all = [event for event in events if event.unit not in of_case]
    apart = [[event for event in events if of_case.get(event.unit) == case] for case in sorted({*of_case.values()})]
    courses = [
        {kind: _first(own, kind) or _first(of_all, kind) for kind in EventKind} | {EventKind.PUBLISHED: first} for own in (*apart, of_all)
    ]
    whole = {kind: _first(events, kind) for kind in EventKind} | {EventKind.PUBLISHED: first}  # All of it was published at once.
    return {f"{start}_to_{end}": _of_first_case([whole] if end == EventKind.PUBLISHED else courses, start, end) for start, end in _DELAYS}


def _of_first_case(courses: Sequence[Mapping[EventKind, str | None]], start: EventKind, end: EventKind) -> str | None:
    """The time between two kinds of step in the case that began first of those that tell it."""
    by_start = sorted(courses, key=lambda course: course[start] or "~")
    return next((taken for course in by_start if (taken := between(course[start], course[end])) is not None), None)


def _first(events: Sequence[Event], kind: EventKind) -> str | None:
    """The earliest stated moment; of two that tell the same day or month, the one told more exactly."""
    told = sorted(event.at for event in events if kind in event.kinds and event.at)
    earliest = next(iter(told), None)
    return max((at for at in told if earliest and at.startswith(earliest)), key=lambda at: (len(at) > 7, len(at) > 10), default=None)
