"""When it happened, was known, stopped, told and mended: the first moment of each over all announcements, and the time between.

A time that a later announcement corrects gives way to the correction.
"""

from collections.abc import Iterator, Mapping, Sequence

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.dated_step import DatedStep, dated_steps, tells_those_harmed
from analyzer.dossier.course.merging import MergedStep, laid_open
from analyzer.dossier.course.steps import standing_steps
from analyzer.dossier.promises.keeping import Kept
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import is_in_force
from analyzer.dossier.publication import first_telling
from analyzer.dossier.wordings import says, says_any, takes_back
from analyzer.durations import TO_THE_MINUTE, at_least, between
from analyzer.language.normalise import fold
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind, Label, Precision, PromiseAim, PromiseKind, PromiseOutcome

DELAYS = (
    ("occurred", "detected"),
    ("occurred", "contained"),
    ("detected", "contained"),
    ("detected", "notified"),
    ("occurred", "published"),
    ("detected", "published"),
    ("occurred", "laid_open"),
    ("published", "measures"),
)
_KINDS = (EventKind.OCCURRED, EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED)


def delays(told: Mapping[str, str | None]) -> Mapping[str, str | None]:
    """ISO 8601 durations by `<from>_to_<to>`; whole days where an end is a day, None where one is unknown, a month, or too early.

    `told` are `moments`.
    """
    return {f"{start}_to_{end}": between(told[start], told[end]) for start, end in DELAYS}


def least_delays(told: Mapping[str, str | None]) -> Mapping[str, str]:
    """The days that passed at least, by `<from>_to_<to>`, where an end is told as a month only; `told` are `moments`."""
    known = ((f"{start}_to_{end}", at_least(told[start], told[end])) for start, end in DELAYS)
    return {name: value for name, value in known if value is not None}


def moments(announcements: Sequence[Announcement], kept: Sequence[Kept], merged: Sequence[MergedStep]) -> dict[str, str | None]:
    """The first moment of each kind, as exactly as told; `measures` is the first announcement that reports one in force, and
    `laid_open` the one that names the harm of what occurred, where an earlier one told of it and left the harm out.

    `kept` is what became of the announcements' promises, `merged` their steps as one course.
    What was announced had happened and was known: a later day told for it is another step.
    """
    steps = [step for each in announcements for step in _with_spans(each, announcements)]
    first = _first_published(steps, announcements)
    told: dict[str, str | None] = {}
    for kind in _KINDS:
        found = [step for step in steps if step.kind == kind]
        if kind == EventKind.OCCURRED:
            found = [step for step in found if str(step.at)[:10] <= first] or found
            # 「昨年10月にも同じことがありました」 begins no incident that is told to the day: it is an earlier case of its kind.
            found = [step for step in found if not step.is_earlier_case()] or found
            # What had been left undone long before is why it happened, where it is also told when it happened.
            found = [step for step in found if not step.is_of_why()] or found
        if kind == EventKind.DETECTED:
            found = [step for step in found if str(step.at)[:10] <= first] or _found_after(found, steps)
            # The day they knew is told as a day; a month beside it is that of what was found, unless somebody told them in it.
            found = [step for step in found if step.event.precision != Precision.MONTH or step.is_told_by_others()] or found
        if kind == EventKind.CONTAINED:
            # What they stopped themselves ended the harm; that they took it up again ended nothing.
            found = [step for step in found if not (COURSE.says("reopened", step.wording) and _is_stopped(announcements))]
            # 「12時から15時まで、一部の窓口で…できない」 ends a part; where another sentence says what was restored, that is the end.
            found = [step for step in found if not step.only_ends() or COURSE.says("started_after", step.key)] or found
        if kind == EventKind.NOTIFIED:
            # Nobody is told before it happened and was known: a 「同日」 that is read so is of another day.
            since = max(str(told[known] or "")[:10] for known in ("occurred", "detected"))
            found = [step for step in found if str(step.at)[:10] >= since[: len(str(step.at))]]
        told[kind.value] = _told_last(found, announcements) if kind == EventKind.CONTAINED else _earliest(found)
    if told["occurred"] is None and (span := _stopped(announcements)):
        told["occurred"], told["contained"] = span
    told["contained"] = told["contained"] or _ended(announcements)
    told["notified"] = told["notified"] or _first_telling(steps, told["detected"] or told["occurred"])
    opened = (step for step in laid_open(merged) if str(step.at)[:10] == str(told["occurred"])[:10])
    named = min((step.quoted.published for step in opened), default=None)
    return told | {"published": first, "laid_open": named, "measures": _measures_told(announcements, kept)}


def _first_published(steps: Sequence[DatedStep], announcements: Sequence[Announcement]) -> str:
    """The day of the first announcement that told something, or an earlier one on which it is said to have been published."""
    first = first_telling(announcements).published
    silent = {each.published for each in announcements if each.published < first}
    told = (step.at[:10] for step in steps if step.kind == EventKind.PUBLISHED and step.event.precision != Precision.MONTH and step.at)
    return min((day for day in told if day not in silent and day < first), default=first)


def _found_after(found: Sequence[DatedStep], steps: Sequence[DatedStep]) -> list[DatedStep]:
    """What is said to have come to light after the first announcement: not what was found when those harmed had been told already."""
    told = min((str(step.at)[:10] for step in steps if step.kind == EventKind.NOTIFIED), default="9999")
    return [step for step in found if COURSE.says("discovery", step.wording) and str(step.at)[:10] <= told]


def _told_last(steps: Sequence[DatedStep], announcements: Sequence[Announcement]) -> str | None:
    """The earliest moment; of clock times on its day the one that was told last, where announcements contradict one another.

    「11時46分に復旧」 of the first day gives way to 「6時58分~12時31分」 of the report.
    """
    at = _earliest(steps)
    if at is None or len(at) != TO_THE_MINUTE:
        return at
    clocked = [step for step in steps if step.at and len(step.at) == TO_THE_MINUTE and step.at[:10] == at[:10]]
    last = max((announcements.index(step.announcement) for step in clocked), default=0)
    told = {str(step.at) for step in clocked if step.announcement is announcements[last]}
    return at if at in told else min(told, default=at)


def _is_stopped(announcements: Sequence[Announcement]) -> bool:
    """Whether any of them tells that they stopped it themselves, with a day or without."""
    return any(COURSE.says("stopped_themselves", unit.wording) for announcement in announcements for unit in announcement.units)


def _first_telling(steps: Sequence[DatedStep], since: str | None) -> str | None:
    """The first time since it was known that somebody was told, where no step is known as the telling of those affected."""
    return _earliest(
        [
            step
            for step in _responses(steps)
            if (since is None or str(step.at)[:10] >= since[:10])
            and tells_those_harmed(step.wording)
            and COURSE.says("tells_somebody", step.behind.split("。")[0])
        ]
    )


def _responses(steps: Sequence[DatedStep]) -> Iterator[DatedStep]:
    """The steps of no kind that tell what was done; that somebody left, or was paid, stopped nothing."""
    for step in steps:
        if step.kind == EventKind.OTHER and Label.RESPONSE in step.given and not COURSE.says("left_after", step.behind):
            yield step


def _with_spans(announcement: Announcement, announcements: Sequence[Announcement]) -> Iterator[DatedStep]:
    """The steps of one announcement that stand, and both ends of each span that is told under a key."""
    for step in standing_steps(announcement, announcements):
        yield step
        if step.kind == EventKind.OTHER and Label.SCOPE in step.given:
            yield from _span(step)


def _span(step: DatedStep) -> Iterator[DatedStep]:
    """Both ends of a clocked span under a key like 「影響時間」."""
    if step.until and len(step.until) == TO_THE_MINUTE and COURSE.says("started_after", step.before):
        yield step.told_as(EventKind.OCCURRED)
        yield step.at_its_end()


def _earliest(steps: Sequence[DatedStep]) -> str | None:
    """The earliest moment; of those within the same month, day or hour the one told more exactly."""
    told = sorted({(str(step.at), step.event.precision) for step in steps})
    for size, coarse in ((7, Precision.MONTH), (10, Precision.DAY), (13, Precision.HOUR)):
        if told and told[0][1] == coarse:
            finer = [(at, precision) for at, precision in told if at[:size] == told[0][0][:size] and precision != coarse]
            told = finer or told
    return told[0][0] if told else None


def _stopped(announcements: Sequence[Announcement]) -> tuple[str, str] | None:
    """Both ends of a clocked span told as a stop where nothing else is said to have occurred: the stop is what occurred."""
    for announcement in announcements:
        for step in dated_steps(announcement):
            if step.kind == EventKind.CONTAINED and step.at and len(step.at) == TO_THE_MINUTE and step.until:
                return step.at, step.until
    return None


def _ended(announcements: Sequence[Announcement]) -> str | None:
    """The last day of what is told as a span of days: 「4月1日から6月5日まで、保険に入っていませんでした」."""
    for announcement in announcements:
        for step in dated_steps(announcement):
            event, until = step.event, step.until
            if step.kind == EventKind.OCCURRED and event.precision == Precision.DAY and event.at:
                after = announcement.report.text[event.start : event.end + 3]
                from_to = "から" in event.text or "~" in step.told or "より" in event.text  # 「先週末まで」 is no span.
                spans = until and len(until) == 10 and until > event.at and from_to and "まで" in after
                if spans and not COURSE.says("made_after", step.behind):
                    return until
    return None


def _measures_told(announcements: Sequence[Announcement], kept: Sequence[Kept]) -> str | None:
    """The day of the first announcement that tells a preventive measure as in force, or that one promised before was taken."""
    taken = [each.seen[-1][0] for each in kept if each.seen and each.outcome == PromiseOutcome.DONE and _was_to_come(each.vow)]
    for announcement in announcements:
        stops = {event.unit for event in announcement.report.timeline if event.event == EventKind.CONTAINED}
        stops = {unit for unit in stops if COURSE.says("stopped_only", announcement.units[unit].wording)}
        told = (promise for promise in announcement.report.promises if promise.kind == PromiseKind.CONCRETE)
        # A stop prevents nothing later, nor does what is given up or sent to those harmed.
        amends = {event.unit for event in announcement.report.timeline if event.event == EventKind.NOTIFIED}
        concrete = (
            promise
            for promise in told
            if promise.unit not in amends and not says("stops", fold(promise.text)) and not takes_back(fold(promise.text))
        )
        if any(is_in_force(promise, announcement) for promise in concrete if promise.unit not in stops):
            return announcement.published
        if any(told_by is announcement for told_by in taken):
            return announcement.published
    return None


def _was_to_come(vow: Vow) -> bool:
    """Whether a preventive measure was promised that did not run yet."""
    measure = vow.aim == PromiseAim.MEASURE and vow.kind == PromiseKind.CONCRETE
    return measure and not vow.in_force and not says_any(("remedy", "put_to"), vow.wording)
