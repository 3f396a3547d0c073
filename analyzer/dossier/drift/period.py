"""When the event is said to have been: its first month and day, its last; whether a later announcement makes it longer or tells another."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.dated_step import DatedStep, dated_steps
from analyzer.dossier.course.months import is_of_goods, months_told
from analyzer.dossier.course.steps import steps_of
from analyzer.dossier.drift.telling import Told
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Label, Precision

_OF_TIME = frozenset({Label.SCOPE, Label.INCIDENT})
_OF_COURSE = frozenset({Label.TIMELINE})
_NOT_OF_COURSE = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.RESPONSE, Label.CONTACT})
_NOT_ITS_TIME = frozenset(
    {EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED, EventKind.PUBLISHED, EventKind.MEASURE}
)
"""When it was found, stopped or told of is not when it was."""
_CLAUSES = re.compile(r"[、。]")
_CORRECTED = re.compile(r"[・○]?[(\[【〔]?(?:(?:訂正|修正|変更)後|正)[)\]】〕: ]")
_OF_ELSE_AFTER = ("of_notice_after", "of_work_after", "of_consequence_after", "looked_at_after")


def period(announcement: Announcement, _: str) -> Told | None:
    """The first month of the event, its last where a range is told, and its first day where one is."""
    published = announcement.document.statement.published
    of_leak = DRIFT.any_says("leak", (announcement.title, *(unit.wording for unit in announcement.units)))
    told: list[tuple[str, str, str, int]] = []
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        began = _NOT_OF_COURSE.isdisjoint(given) and DRIFT.says("began", unit.wording) and not DRIFT.says("of_practice", unit.wording)
        if _OF_TIME.isdisjoint(given) and not began and (given or not DRIFT.says("of_period", unit.wording)):
            continue
        if Label.CAUSE in given and Label.SCOPE not in given and not began:
            continue  # 「昨年11月の工事の際に誤って接続され」 tells when the cause was laid, not when it happened.
        others = {step.told.strip() for step in dated_steps(announcement) if step.event.unit == index and _is_of_else(step)}
        for month, until, wording in months_told(unit.wording, published):
            if of_leak and _is_of_paper(unit.wording, wording):
                continue
            if (wording not in others or began) and month <= announcement.published[:7] and not _is_of_amends(unit.wording, wording):
                told.append((month, until, wording, index))
    course = [
        step for step in steps_of_event(announcement) if not _OF_COURSE.isdisjoint(step.given) or DRIFT.says("changed_from", step.wording)
    ]
    # When the cause was laid (「前年11月の落雷による傷」) is the time of the event only where no other is told.
    of_event = [step for step in course if Label.CAUSE not in step.given or not _OF_TIME.isdisjoint(step.given)]
    for step in of_event or (() if told else course):
        told.append((str(step.at)[:7], "", step.event.text, step.event.unit))
    if not told:
        return None
    month, _, wording, index = min(told)
    days = sorted(day for day, _ in _days_of_event(announcement) if day.startswith(month))
    more = sorted(day for day, also in _days_of_event(announcement) if also and day.startswith(month))
    last = max(until for _, until, _, _ in told)
    return Told(announcement, (month, last, next(iter(days), None), next(iter(more), None), _span(announcement)), wording, index)


def _is_of_paper(whole: str, told: str) -> bool:
    """Whether a fiscal year is that of a paper whose data leaked (「令和5年度納税通知書」), wherever it is told."""
    return "年度" in told and DRIFT.says("of_paper_after", whole.partition(told)[2])


def _is_of_amends(whole: str, month: str) -> bool:
    """Whether a month of a bill is that of a refund (「減算は6月請求分に変更いたします」), in its own clause."""
    clause = next((clause for clause in _CLAUSES.split(whole) if month in clause), "")
    return "請求分" in month and DRIFT.says("of_amends", clause)


def longer(before: Told, after: Told) -> bool:
    """Whether the event is said to have begun earlier, or to have run on longer."""
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    (start, end, day, _, span), (new_start, new_end, _, also, new_span) = before.key, after.key
    earlier = new_start == start and day is not None and also is not None and also < day
    wider = span is not None and new_span is not None and (new_span[0] < span[0] or new_span[1] > span[1])
    sooner = new_start < start and not start.startswith(new_start)  # 「2016年から」 begins no earlier than 「2016年4月から」.
    return bool(sooner or earlier or wider or new_end > max(start, end))


def turns_of_period(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """What was told of the period and made longer than any announcement had told it, held against the one that told it to begin first.

    「4月30日」, 「5月7日」 and then 「4月」 make nothing longer, though another day stands between.
    """
    for place, after in enumerate(told):
        earlier = told[:place]
        if earlier and all(longer(before, after) for before in earlier):
            before = min(reversed(earlier), key=_start)
            changed = next((found for unit in after.announcement.units if (found := DRIFT.found("changed_from", unit.wording))), None)
            yield replace(before, value=changed["old"]) if changed else before, after


def of_the_period(told: Sequence[Told]) -> Iterator[Told]:
    """What is told of the period, without later days that stand between (「5月7日に発送した納付書」)."""
    first: str | None = None
    for said in told:
        first = min(first or _start(said), _start(said))
        if _start(said) == first:
            yield said


def tells_another_event(earlier: Announcement, later: Announcement) -> bool:
    """Whether both date what happened, and all that the later one dates came after the earlier one: it can overturn no denial.

    「本日、信号の不具合が発生しました」 of January, and 「本日、列車が脱線しました」 of February.
    """
    first, second = _days_named(earlier), _days_named(later)
    return bool(first and second) and min(second) > earlier.published


def _start(told: Told) -> str:
    assert isinstance(told.key, tuple)
    return str(told.key[0])


def _span(announcement: Announcement) -> tuple[str, str] | None:
    """The widest span of days or of the clock that is told of the event in so many words (「9時12分から18時40分まで」)."""
    spans: list[tuple[str, str]] = []
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        wrong = DRIFT.says("corrects", unit.wording) and not _CORRECTED.match(unit.wording)
        if _OF_TIME.isdisjoint(given) or not _NOT_OF_COURSE.isdisjoint(given) or wrong:
            continue
        for found in find_dates(unit.wording, Anchor(announcement.document.statement.published)):
            if not is_of_goods(unit.wording, found) and found.iso and found.end_iso and found.precision == Precision.DAY:
                spans.append((found.iso, found.end_iso))
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _is_of_else(step: DatedStep) -> bool:
    return step.kind in _NOT_ITS_TIME or DRIFT.says("of_notice_after", step.behind)


def _days_named(announcement: Announcement) -> list[str]:
    return [str(step.at)[:10] for step in steps_of_event(announcement) if step.event.precision != Precision.MONTH]


def _days_of_event(announcement: Announcement) -> Iterator[tuple[str, bool]]:
    """Days on which it happened, and whether one is told as a further one (「2月14日にも」) or as that of the event itself."""
    for step in steps_of_event(announcement):
        if step.event.precision != Precision.MONTH:
            yield str(step.at)[:10], COURSE.says("also_after", step.behind) or DRIFT.says("happened_then_after", step.behind)


def steps_of_event(announcement: Announcement) -> Iterator[DatedStep]:
    """The dated steps that it happened at, without those of what was done about it (「9月28日までに発送しました」)."""
    for step in steps_of(announcement, (announcement,)):
        of_else = DRIFT.says_any(_OF_ELSE_AFTER, step.behind)
        if step.kind == EventKind.OCCURRED and not of_else and not COURSE.says("earlier_after", step.behind):
            yield step
