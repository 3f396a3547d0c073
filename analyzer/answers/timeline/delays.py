"""How long it took from one kind of step to the next."""

from collections.abc import Sequence
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


def delays(events: Sequence[Event], published: date | None) -> dict[str, str | None]:
    """ISO 8601 durations between the first events of each kind; None where an end is not stated, too rough, or the earlier one.

    The first publication is the earliest one told, else the day of this statement, which what is added to it later does not
    put off. A day on either side makes whole days.
    """
    firsts = {kind: _first(events, kind) for kind in EventKind}
    told = firsts[EventKind.PUBLISHED]
    if published and (told is None or told[:10] > published.isoformat()[: len(told)]):
        firsts[EventKind.PUBLISHED] = published.isoformat()
    return {f"{start}_to_{end}": between(firsts[start], firsts[end]) for start, end in _DELAYS}


def _first(events: Sequence[Event], kind: EventKind) -> str | None:
    """The earliest stated moment; of two that tell the same day or month, the one told more exactly."""
    told = sorted(event.at for event in events if kind in event.kinds and event.at)
    earliest = next(iter(told), None)
    return max((at for at in told if earliest and at.startswith(earliest)), key=lambda at: (len(at) > 7, len(at) > 10), default=None)
