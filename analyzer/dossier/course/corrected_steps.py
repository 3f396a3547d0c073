"""A dated step with the kind that the words around its date give it beside the other announcements."""

from collections.abc import Iterator

from analyzer.answers.timeline.kinds.fixed_kinds import KNEW_THEN
from analyzer.dossier.course.dated_step import DatedStep
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import EventKind, Label

_BESIDE = 16
"""Characters beside a day in which it is said to be that of knowing."""


def as_seen(step: DatedStep) -> Iterator[DatedStep]:
    """A step with the kind that the words around its date give it beside the other announcements; one may be two, or none."""
    before, behind = step.before, step.onward
    if COURSE.says("expected_after", behind):
        return  # 「次回の報告は18時を予定しています」
    if (changed := DRIFT.found("changed_from", step.wording)) and step.told.strip() in changed.groups():
        if step.told.strip() == changed["new"]:
            yield step.told_as(EventKind.OCCURRED)
        return
    if COURSE.says("told_by_others_before", before) and step.kind != EventKind.DETECTED:
        yield step.told_as(EventKind.DETECTED)
        if step.kind in (EventKind.OCCURRED, EventKind.OTHER):
            return
    kind = _corrected(step)
    kind = kind and _settled(step, kind)
    if kind is None:
        return
    yield step.told_as(kind)
    clause = behind.split("。")[0]
    asked = COURSE.says("asked_to_delete", clause)
    at_once = kind == EventKind.DETECTED and COURSE.says_any(("stopped_at_once", "brought_to_safety"), clause)
    took_back = COURSE.says("took_back", clause) and not COURSE.says("collected_so_far_after", clause) and not _takes_own_words_back(step)
    stopped = {EventKind.NOTIFIED: took_back or asked, EventKind.OTHER: took_back, EventKind.DETECTED: asked}.get(kind, False)
    if at_once or (Label.RESPONSE in step.given and stopped):
        yield step.told_as(EventKind.CONTAINED)
    if kind != EventKind.NOTIFIED and (asked or (kind == EventKind.CONTAINED and COURSE.says("apologised", clause))):
        yield step.told_as(EventKind.NOTIFIED)


def _corrected(step: DatedStep) -> EventKind | None:
    """The kind of a step where the words around it speak against the one it was read as; None where it is no step."""
    kind, behind = step.kind, step.onward
    if kind in (EventKind.OCCURRED, EventKind.DETECTED) and COURSE.says("looked_back_after", step.onward):
        return None
    if kind == EventKind.DETECTED:
        return _of_finding(step)
    if kind == EventKind.OCCURRED:
        return _of_event(step)
    if kind == EventKind.CONTAINED:
        return _of_stop(step)
    if kind == EventKind.PUBLISHED and (_is_day_of_knowing(step) or (behind.startswith("と") and DRIFT.says("cited_after", behind))):
        return None  # 「前回の公表では10月9日としておりました」 cites the day of something else.
    if kind == EventKind.PUBLISHED and COURSE.says("named_by_day_after", behind):
        return EventKind.OCCURRED
    met_later = step.late and COURSE.says("meeting_after", step.onward)
    return EventKind.OTHER if kind == EventKind.NOTIFIED and (met_later or COURSE.says("business_visited", step.onward)) else kind


def _of_finding(step: DatedStep) -> EventKind:
    before, behind = step.before, step.onward
    if COURSE.says_any(("reported_within_after", "told_by_others_after"), behind) or DRIFT.says("noticed_after", behind):
        return EventKind.DETECTED
    if COURSE.says("collected_so_far_after", behind):
        return EventKind.OTHER  # 「お申し出を4月17日までに24件いただきました」
    if step.late and COURSE.says("recovered", step.wording):
        return EventKind.CONTAINED
    happened = COURSE.says("found_then_after", behind) or (
        COURSE.says("found_then_before", before) and COURSE.says("happened_after", behind)
    )
    happened = happened or (COURSE.says("of_cases_before", before) and COURSE.says("in_brackets_after", step.behind))
    return EventKind.OCCURRED if happened or _finds_later(step) else EventKind.DETECTED


def _of_event(step: DatedStep) -> EventKind | None:
    behind = step.onward
    if COURSE.says_any(("nothing_after", "sold_after", "sold_since_after"), behind):
        return None
    if COURSE.says("since_a_year_before", step.before) and COURSE.says("until_after", behind):
        return None  # 「2016年頃から2025年5月までの間」 does not begin in May.
    if DRIFT.says("of_what_is_held_after", step.behind):
        return None
    if DRIFT.says("restored_after", behind):
        return EventKind.CONTAINED
    if DRIFT.says("noticed_after", behind):
        return EventKind.DETECTED
    if COURSE.says("body_set_up_after", behind) or COURSE.says("of_why_after", behind):
        return EventKind.OTHER
    if step.late and DRIFT.says("of_work_after", behind):
        return EventKind.OTHER
    if (Label.INCIDENT not in step.given or Label.RESPONSE in step.given) and COURSE.says("collected_so_far_after", behind):
        return EventKind.OTHER
    if COURSE.says("told_by_others_after", behind):
        return EventKind.DETECTED
    if COURSE.says("found_then_before", step.before) and COURSE.says("happened_after", behind):
        return EventKind.OCCURRED  # 「調査により、4月12日、…放置していたことが分かりました」
    confirmed = COURSE.says("confirmed_before", step.before) and COURSE.says("confirmed_after", behind)
    if confirmed or COURSE.says("found_out", step.wording) or COURSE.says("came_to_light_after", step.clause):
        return EventKind.DETECTED
    if COURSE.says("stopped_after", behind) and not COURSE.says("cut_back_after", behind):
        return EventKind.CONTAINED
    of_others = Label.INCIDENT not in step.given and COURSE.says("period_of_others_after", behind)
    return None if of_others else EventKind.OCCURRED


def _of_stop(step: DatedStep) -> EventKind:
    behind = step.onward
    found_also = Label.INCIDENT in step.given and COURSE.says("found_then_before", step.before) and COURSE.says("also_after", behind)
    if found_also or COURSE.says("of_the_event_after", behind):
        return EventKind.OCCURRED
    if COURSE.says("in_force_since_after", behind) and not COURSE.says("says_stopped", step.wording):
        return EventKind.MEASURE
    no_stop = COURSE.says("left_after", behind) or COURSE.says("cut_back_after", behind) or COURSE.says("collected_so_far_after", behind)
    no_stop = no_stop or COURSE.says_any(("restarted", "paid_back", "not_mended"), step.wording)
    no_stop = no_stop or _takes_own_words_back(step)
    rest = DRIFT.without("works_toward", step.wording)
    no_stop = no_stop or (rest != step.wording and not COURSE.says_any(("says_stopped", "recovered"), rest))
    measure = Label.MEASURE_CONCRETE in step.given and not COURSE.says("stopped_only", step.wording)
    return EventKind.OTHER if no_stop or measure else EventKind.CONTAINED


def _takes_own_words_back(step: DatedStep) -> bool:
    """Whether after the first announcement only what it had said was deleted, which stops no harm."""
    return step.late and COURSE.says("own_words_withdrawn", step.wording)


def _is_day_of_knowing(step: DatedStep) -> bool:
    """Whether a day is the one they said to have known on: 「2月28日に判明したとお知らせしましたが」; not 「4月8日の公表では」."""
    beside = f"{step.before[-_BESIDE:]}{step.told}{step.onward[:_BESIDE]}"
    return DRIFT.says("cites_discovery", beside) and not step.onward.startswith(("の", "付"))


def _settled(step: DatedStep, kind: EventKind) -> EventKind | None:
    """The kind of a step once those of no kind are given one by the words around them; None where it is no step."""
    behind, given = step.onward, step.given
    if kind in (EventKind.OTHER, EventKind.NOTIFIED) and COURSE.says("matter_after", behind):
        return None  # 「11月の件でお申し出のあった方」 tells no step of November.
    if kind in (EventKind.OTHER, EventKind.NOTIFIED, EventKind.PUBLISHED) and COURSE.says("missed_after", behind):
        return None
    if _tells_those(step, kind):
        kind = EventKind.NOTIFIED
    elif kind == EventKind.OTHER and (COURSE.says("first_of_them_before", step.before) or _begins_it(step)):
        kind = EventKind.OCCURRED
    elif kind == EventKind.OTHER and not step.late and Label.TIMELINE in given:
        by_others = COURSE.says_any(("told_by_others_after", "reported_within_after"), behind)
        kind = EventKind.DETECTED if by_others else kind
    no_step = kind in (EventKind.OTHER, EventKind.NOTIFIED) and Label.RESPONSE not in given and DRIFT.says("corrects", step.wording)
    return None if no_step else kind  # 「昨年12月に…とお伝えしましたが」 is no step.


def _begins_it(step: DatedStep) -> bool:
    """Whether a step is the beginning of an attack or an outage in a line that ends in a noun: 「攻撃は5月3日から開始され、…」."""
    return DRIFT.says("attack_before", step.before) and DRIFT.says("happened_then_after", step.behind)


def _finds_later(step: DatedStep) -> bool:
    """Whether the same unit tells a later day of the finding: 「24日に机上に置いたところ、翌25日に見当たらないことに気付いた」."""
    if KNEW_THEN.match(step.onward):
        return False  # 「2月28日に判明したとお知らせしましたが、2月20日に気付いておりました」
    event, timeline = step.event, step.announcement.report.timeline
    others = (other for other in timeline if other.unit == event.unit and other.start != event.start)
    found = (other.at for other in others if other.event == EventKind.DETECTED)
    return any(at is not None and at[:10] > str(event.at)[:10] for at in found)


def _tells_those(step: DatedStep, kind: EventKind) -> bool:
    """Whether a step of no kind is that those affected were told."""
    before, behind, given = step.before, step.onward, step.given
    if (
        kind in (EventKind.OTHER, EventKind.OCCURRED, EventKind.CONTAINED)
        and Label.INCIDENT not in given
        and COURSE.says("told_those", behind)
    ):
        return True
    if COURSE.says("business_visited", behind):
        return False
    if kind == EventKind.OTHER and Label.RESPONSE in given and COURSE.says("apology_sent_after", before + behind):
        return True
    return kind == EventKind.OTHER and Label.RESPONSE in given and COURSE.any_says("visited", (before[-16:] + behind, behind))
