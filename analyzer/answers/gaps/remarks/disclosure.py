"""How and when it came out, and what is still being looked into."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice, takewhile, zip_longest
from operator import itemgetter

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item, item_rule
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rule
from analyzer.answers.gaps.open_causes import explained_outright
from analyzer.answers.gaps.quoting import clause_around, span_in_unit
from analyzer.answers.gaps.remarks.extent import OLD_DATE
from analyzer.answers.gaps.remarks.knowing import known_to_another, others_named
from analyzer.answers.gaps.remarks.owning import slips
from analyzer.answers.gaps.remarks.remark import Remark, first_worded, said_anywhere
from analyzer.answers.timeline.datelines import surely_published_on
from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.calendar_days import month_end
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.answers.timeline.dates.wordings import WEEKDAY
from analyzer.durations import TO_THE_MONTH, at_least, between, day_in, parsed
from analyzer.language.facts import FactKind
from analyzer.language.features import UnitReading
from analyzer.report import Event
from analyzer.rules.slots import EVIDENCE, TRAITS
from analyzer.schema import LACKING, ChecklistStatus, DetectedBy, EventKind, Label, ReportStage

_RECENT = timedelta(days=200)
"""A date without a year further back than this may be of another year, in which its weekday is right."""
_MONTH_TOLD = re.compile(r"[0-9〇一二三四五六七八九十]\s*[月/.-]")
"""「7月5日(土)」; 「翌5日(土)」 is of whichever month the sentences before it told."""
_AFTER_TELLING = 2
"""Sentences, from the telling on, among which it says what became of it."""
_TELLING = (Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS)
_OF_DEED = frozenset({Label.INCIDENT, Label.CAUSE, Label.TIMELINE})
_FACTS = frozenset({FactKind.CLOCK, FactKind.PERSONS, FactKind.ITEMS, FactKind.MONEY, FactKind.DATA})
_AGAINST = re.compile(
    r"(?:しかし(?:ながら)?|ところが|(?:それ)?にもかかわらず|けれども|ただし?|その(?:際|時|とき|折)(?:に?は)?|当時(?:は)?)、?"
)
_ACTS = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
_ELSEWHERE = re.compile(r"[同翌前当その]|(?!.*[0-9０-９〇一二三四五六七八九十]\s*[年月日/])")
"""「同年9月」, 「午後3時頃」: which day, or month, another date tells."""
_LATE = 31
"""Days from the discovery to the publication from which on a reader may ask what kept them."""

_YEAR = 365.25
"""Days."""


def told_by_others(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The first telling that they acted on: one that they let lie moved nobody, and one that came after they had acted did not either."""
    responses = case.said(Label.RESPONSE)
    if case.circumstances.detected_by == DetectedBy.OUTSIDE and responses:
        told = case.said(Label.TIMELINE, Label.INCIDENT, Label.CAUSE, Label.RESPONSE)
        tellings = list(_tellings(rule, case, [index for index in told if index <= responses[-1]]))
        acted_on = (
            told
            for told, following in zip_longest(tellings, tellings[1:])
            if not _let_lie(rule, case, told, following) and not _had_acted(case, told)
        )
        yield from islice(acted_on, 1)


def _tellings(rule: FindingRule, case: Case, indices: Sequence[int]) -> Iterator[Remark]:
    """Where somebody tells them, from the one who does: 「他の方の控えを受け取った会員から…」 begins at 「会員」 and not at 「方」."""
    for index in indices:
        unit = case.unit(index)
        if rule.pattern and (place := rule.place_in(unit)):
            shorter = (rule.pattern.match(unit.wording, start, place[1]) for start in range(*place))
            start = max((found.start() for found in shorter if found and found.end() == place[1]), default=place[0])
            yield Remark(index, clause_around(unit, (start, place[1])))


def _had_acted(case: Case, told: Remark) -> bool:
    """Whether an act of their own is told and dated before a telling: a thief is arrested weeks after they had gone to the police."""
    assert told.unit is not None
    day = min((event.at for event in case.events if event.at and event.unit == told.unit), default="")
    before = (event for event in case.events if event.at and event.at < day[: len(event.at)])
    # Below the arrest that a statement begins with may stand that they had gone to the police.
    return any(EventKind.REPORTED in event.kinds or (event.unit < told.unit and not _ACTS.isdisjoint(event.kinds)) for event in before)


def _let_lie(rule: FindingRule, case: Case, told: Remark, following: Remark | None) -> bool:
    """Whether a telling, or the sentences after it up to the next one, say that nothing was done on it."""
    assert told.unit is not None
    end = min(told.unit + _AFTER_TELLING, len(case.document.units))
    if following and following.unit is not None:
        end = min(end, following.unit)
    after = takewhile(lambda unit: not _tells_another(unit), (case.unit(index) for index in range(told.unit + 1, end)))
    lying = finding_rule("FND54").place_in(case.unit(told.unit)) is not None
    return lying or rule.exempts(case.unit(told.unit).wording, *(unit.wording for unit in after))


def _tells_another(unit: UnitReading) -> bool:
    """Whether a sentence on what was let lie has a telling of its own: 「同様の苦情は昨年も3件いただきましたが、…」."""
    rule = finding_rule("FND54")
    place = rule.place_in(unit)
    return place is not None and rule.exempts(unit.wording)


def let_lie(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """A telling that nothing was done on, in one sentence or in two: 「…ご相談をいただいておりました。しかし、対応しませんでした。」."""
    assert rule.pattern and rule.unless
    yield from said_anywhere(rule, case)
    for index in case.running_text()[1:]:
        before, unit = case.unit(index - 1), case.unit(index)
        against = _AGAINST.match(unit.wording)
        if against and not rule.place_in(before) and not rule.place_in(unit):
            joined = f"{before.wording.rstrip('。 ')}が、{unit.wording[against.end() :]}"
            if rule.pattern.search(joined) and not rule.unless.search(joined):
                yield Remark(index, (against.end(), len(unit.wording.rstrip("。 "))))


def no_discovery(rule: FindingRule, case: Case) -> Iterator[Remark]:
    signs = [sign for sign in item_rule(Item.TIMES).stated if sign.part == "detected"]
    dated = [index for index, unit in enumerate(case.document.units) for sign in signs if sign.shown_by(unit, case.labels[index])]
    dated += [event.unit for event in case.events if event.event == EventKind.DETECTED]
    # 「送信の直後に…発覚」 dates the discovery by what is dated before it.
    if rule.exempt and case.statuses[Item.TIMES] != ChecklistStatus.MISSING:
        told = [case.unit(index).wording for index in case.running_text()]
        everything = (case.document.title, *(unit.wording for unit in case.document.units))
        # Their own people saw it happen, as where a match is broken off or they called the ambulance.
        seen_by_all = TRAITS.any_says("seen_by_all", told) and not TRAITS.any_says("unseen", everything)
        if rule.exempts(*told) or seen_by_all:
            return
    # 「3年ほど前から耳に入っておりました」 tells since when it was known.
    dated += [index for index in case.running_text() if rule.unless and rule.unless.search(case.unit(index).wording)]
    if case.said(Label.INCIDENT) and not dated and not _is_bounded(case) and not OLD_DATE.search(case.document.normalised.text):
        yield Remark()


def _is_bounded(case: Case) -> bool:
    """Whether it was known, at the latest, on a day that is told: they acted, or published it, on the day when it happened."""
    dated = [event for event in case.events if event.at and len(event.at) > TO_THE_MONTH]
    begun = min((event for event in dated if EventKind.OCCURRED in event.kinds), key=lambda event: event.at or "", default=None)
    day = day_in(begun.at) if begun else None
    if begun is None or day is None:
        return False
    told = (day_in(event.at) for event in dated if EventKind.PUBLISHED in event.kinds)
    at_once = day in (case.published, *told)
    spans = {event.start for event in dated if EventKind.OCCURRED in event.kinds}  # That it was over need not have been known.
    return at_once or any(day_in(event.at) == day and event.start not in spans and _ACTS.intersection(event.kinds) for event in dated)


def wrong_weekday(rule: FindingRule, case: Case) -> Iterator[Remark]:
    for index, unit in ((index, unit) for index, unit in enumerate(case.document.units) if WEEKDAY.search(unit.wording)):
        for found in find_dates(unit.wording, Anchor(case.published)):
            if not found.weekday_conflict or found.day is None or not _MONTH_TOLD.search(found.text):
                continue
            near = case.published is not None and case.published - found.day < _RECENT
            if found.tells_year or near:
                yield Remark(index, (found.start, found.end))


def long_unpublished(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Of a first or only announcement: how long they had known. Of a month told alone, its last day counts.

    A report that follows an inquiry may be the first that the public hears of it: only where it tells of an earlier one is it none.
    What a subsidiary, a club of the league or a contractor knew, the speaker need not have known.
    """
    published = surely_published_on(case.document, [told for event in case.events if (told := day_in(event.at))])
    dated = [(event.at[:10], event) for event in case.events if event.at]
    if published is None or _is_later(rule, case):
        return
    earlier = any(event.event == EventKind.PUBLISHED and day < published.isoformat() for day, event in dated)
    if earlier or any(day < published for unit in case.document.units for day in _published_in_row(unit, published)):
        return
    found = [(day, event) for day, event in dated if event.event == EventKind.DETECTED]
    others = others_named(case.document)
    learned = ((day, event) for day, event in found if not (_found_later(day, event, found) or known_to_another(case, event, others)))
    known = min(learned, key=itemgetter(0), default=None)
    begun = min((day for day, event in dated if event.event == EventKind.OCCURRED), default="")
    if known is None or known[0] < begun[: len(known[0])]:
        return
    day, event = known
    exact = len(day) == 10
    ends = [found.end_iso for found in find_dates(event.text, Anchor(published)) if found.end_iso and found.end_iso.startswith(day)]
    last = date.fromisoformat(day) if exact else min(map(date.fromisoformat, ends), default=month_end(date.fromisoformat(f"{day}-01")))
    if (passed := (published - last).days) > _LATE:
        on, on_en = _day_meant(event, last, exact=exact)
        slots = {"days": passed, "on": on, "on_en": on_en, "more": "" if exact else "以上", "more_en": "" if exact else "at least "}
        yield Remark(event.unit, span_in_unit(case.document, case.unit(event.unit), event.start, event.end), slots)


def long_unnoticed(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """How many years it took, at least, until it was noticed, be the beginning or the discovery told as a month alone."""
    dated = sorted(((event.at, event) for event in case.events if event.at), key=itemgetter(0))
    begun, found = (
        next(((at, event) for at, event in dated if event.event == kind), None) for kind in (EventKind.OCCURRED, EventKind.DETECTED)
    )
    if begun is None or found is None or case.labels[begun[1].unit].keys().isdisjoint(_OF_DEED):
        return  # 「受取証控 7冊(2012年4月〜2013年3月)」 tells how old what was lost is.
    at, event = begun
    passed = between(at, found[0]) or at_least(at, found[0])
    if passed and (years := int(parsed(passed).total.days / _YEAR)):
        exact = len(at) > TO_THE_MONTH
        on, on_en = _day_meant(event, date.fromisoformat(at[:10]) if exact else month_end(date.fromisoformat(f"{at}-01")), exact=exact)
        slots = {"years": years, "on": on, "on_en": on_en}
        yield Remark(event.unit, span_in_unit(case.document, case.unit(event.unit), event.start, event.end), slots)


def _day_meant(event: Event, last: date, *, exact: bool) -> tuple[str, str]:
    """The day, or the month that ends on `last`, in brackets, where the event's own words leave it to what stands before them."""
    if not _ELSEWHERE.match(event.text):
        return "", ""
    return (f"（{last.month}月{last.day}日）", f" ({last})") if exact else (f"（{last.year}年{last.month}月）", f" ({last:%Y-%m})")


def _published_in_row(unit: UnitReading, published: date) -> Iterator[date]:
    """The days in a row that says when it was published: 「4.公表 2024年10月24日」."""
    if EVIDENCE.opening("published_row", unit.wording):
        dates = find_dates(unit.wording, Anchor(published))
        yield from (found.day for found in dates if found.day)


def _found_later(day: str, event: Event, found: Sequence[tuple[str, Event]]) -> bool:
    """Whether the sentence has told of a later discovery before: 「9月3日に気づき、調べた結果、7月22日に捨てていたことが分かりました」."""
    return any(other.unit == event.unit and other.start < event.start and later[: len(day)] > day for later, other in found)


def _is_later(rule: FindingRule, case: Case) -> bool:
    """Whether an announcement came before; what a page adds to itself on a later day (「【6月3日追記】…」) leaves its own day the first."""
    if case.circumstances.report_stage not in (ReportStage.FOLLOWUP, ReportStage.FINAL):
        return False
    wordings = [unit.wording for unit in case.document.units]
    first = list(takewhile(lambda wording: not TRAITS.says("added_later", wording), wordings))
    if case.circumstances.report_stage == ReportStage.FINAL and len(first) == len(wordings):
        return True
    return rule.exempts(case.document.title, *first)


def open_investigation(rule: FindingRule, case: Case) -> Iterator[Remark]:
    told = explained_outright(case.document, case.labels, case.said(Label.CAUSE))
    if not told and case.statuses[Item.NEXT_REPORT] in LACKING:
        said = list(first_worded(rule, case, case.running_text()))
        yield from said or (Remark(index, clause_around(case.unit(index), (0, 1))) for index in case.cause_open[:1])


def nothing_told(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Only that there was a matter: no unit tells of it, and none counts or dates anything. Who reports again need not tell it twice."""
    again = case.circumstances.report_stage in (ReportStage.FOLLOWUP, ReportStage.FINAL)
    if (
        not again
        and case.statuses[Item.OUTLINE] == ChecklistStatus.MISSING
        and not case.said(*_TELLING)
        and not any(map(_is_fact, case.document.units))
    ):
        places = ((index, rule.place_in(case.unit(index))) for index in case.running_text())
        yield from islice((Remark(index, place) for index, place in places if place), 1)


def _is_fact(unit: UnitReading) -> bool:
    """Whether a sentence counts or clocks something, be it without a label."""
    return "。" in unit.wording and any(fact.kind in _FACTS for fact in unit.facts)


def no_cause(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """None, be it in a word: that 「当社のミスで」 says little is asked about, but it says why."""
    if case.statuses[Item.CAUSE] == ChecklistStatus.MISSING and case.document.units and next(slips(case), None) is None:
        yield Remark()
