"""What the wording of a step's date tells beyond its moment: the far end of a span, a day rather to come."""

import re
from datetime import date

from analyzer.answers.timeline.dates.expressions import Anchor, find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.language.normalise import fold
from analyzer.report import Event

_MOST_OF_A_YEAR = 240
_YEAR = re.compile(r"年|昨|去|前|[0-9]{4}[-./]")


def until_of(event: Event, announcement: Announcement) -> str | None:
    """The far end of the span that a step is told as."""
    day = date.fromisoformat(event.at[:10]) if event.at and len(event.at) >= 10 else None
    told = find_dates(fold(event.text), Anchor(date.fromisoformat(announcement.published), day, day))
    return next((found.end_iso for found in told if found.end_iso), None)


def is_to_come(at: str, wording: str, published: str) -> bool:
    """Whether a day told without a year is rather one to come: read as past it would be most of a year ago.

    >>> is_to_come("2024-04-14", "4月14日", "2025-03-25"), is_to_come("2024-04-14", "昨年4月14日", "2025-03-25")
    (True, False)
    """
    if len(at) < len("2024-11-15") or _YEAR.search(wording):
        return False
    return (date.fromisoformat(published) - date.fromisoformat(at[:10])).days > _MOST_OF_A_YEAR
