"""How and when it came out, and what is still being looked into."""

from collections.abc import Iterator
from datetime import date, timedelta
from operator import itemgetter

from analyzer.answers.gaps.checklist import item_rule
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.quoting import span_in_unit
from analyzer.answers.gaps.remarks.case import Case, Remark, first_worded
from analyzer.answers.gaps.remarks.extent import OLD_DATE
from analyzer.answers.timeline.calendar_days import month_end
from analyzer.answers.timeline.datelines import published_on
from analyzer.answers.timeline.dates import Anchor, find_dates
from analyzer.schema import ChecklistStatus, DetectedBy, EventKind, Label, ReportStage

_RECENT = timedelta(days=200)
"""A date without a year further back than this may be of another year, in which its weekday is right."""
_LATE = 31
"""Days from the discovery to the publication from which on a reader may ask what kept them."""


def told_by_others(rule: FindingRule, case: Case) -> Iterator[Remark]:
    responses = case.said(Label.RESPONSE)
    if case.detected_by == DetectedBy.OUTSIDE and responses:
        told = case.said(Label.TIMELINE, Label.INCIDENT, Label.CAUSE, Label.RESPONSE)
        yield from first_worded(rule, case, [index for index in told if index <= responses[-1]])


def no_discovery(rule: FindingRule, case: Case) -> Iterator[Remark]:
    signs = [sign for sign in item_rule("CHK10").stated if sign.part == "detected"]
    dated = [index for index, unit in enumerate(case.document.units) for sign in signs if sign.shown_by(unit, case.labels[index])]
    dated += [event.unit for event in case.events if event.event == EventKind.DETECTED]
    if case.said(Label.INCIDENT) and not dated and not OLD_DATE.search(case.document.normalised.text):
        yield Remark()


def wrong_weekday(rule: FindingRule, case: Case) -> Iterator[Remark]:
    published = published_on(case.document)
    for index, unit in enumerate(case.document.units):
        for found in find_dates(unit.wording, Anchor(published)):
            if not found.weekday_conflict or found.iso is None:
                continue
            near = published is not None and published - date.fromisoformat(found.iso[:10]) < _RECENT
            if "年" in found.text or near:
                yield Remark(index, (found.start, found.end))


def long_unpublished(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Of a first or only announcement: how long they had known. Of a month told alone, its last day counts."""
    published = published_on(case.document)
    dated = [(event.at[:10], event) for event in case.events if event.at]
    if published is None or case.stage in (ReportStage.FOLLOWUP, ReportStage.FINAL):
        return
    if any(event.event == EventKind.PUBLISHED and day < published.isoformat() for day, event in dated):
        return
    known = min(((day, event) for day, event in dated if event.event == EventKind.DETECTED), key=itemgetter(0), default=None)
    begun = min((day for day, event in dated if event.event == EventKind.OCCURRED), default="")
    if known is None or known[0] < begun[: len(known[0])]:
        return
    day, event = known
    exact = len(day) == 10
    last = date.fromisoformat(day) if exact else month_end(date.fromisoformat(f"{day}-01"))
    if (passed := (published - last).days) > _LATE:
        slots = {"days": passed, "more": "" if exact else "以上", "more_en": "" if exact else "at least "}
        yield Remark(event.unit, span_in_unit(case.document, case.unit(event.unit), event.start, event.end), slots)


def open_investigation(rule: FindingRule, case: Case) -> Iterator[Remark]:
    told = [index for index in case.said(Label.CAUSE) if not case.unit(index).has_cue("CAU04")]
    if not told and case.statuses["CHK11"] in (ChecklistStatus.MISSING, ChecklistStatus.PARTLY):
        yield from first_worded(rule, case, case.running_text())


def no_cause(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK04"] == ChecklistStatus.MISSING and case.document.units:
        yield Remark()
