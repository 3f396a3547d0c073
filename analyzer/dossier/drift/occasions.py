"""Whether two announcements tell of two events, of which the second happened after the first was published."""

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.period import steps_of_event
from analyzer.schema import Precision


def tells_another_event(earlier: Announcement, later: Announcement) -> bool:
    """Whether both date what happened, and all that the later one dates came after the earlier one: it can overturn no denial.

    「本日、信号の不具合が発生しました」 of January, and 「本日、列車が脱線しました」 of February.
    """
    first, second = _days(earlier), _days(later)
    return bool(first and second) and min(second) > earlier.published


def _days(announcement: Announcement) -> list[str]:
    return [str(step.at)[:10] for step in steps_of_event(announcement) if step.event.precision != Precision.MONTH]
