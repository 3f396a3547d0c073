"""Questions to send to the organisation: what this statement leaves open, in its own words, with the ground for asking."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.questions.question_rules import QuestionRule, question_rules
from analyzer.answers.gaps.questions.quotations import Quotation, quotation_for, told_of_slips
from analyzer.durations import between, day_in, parsed
from analyzer.report import ChecklistItem, Finding, Question
from analyzer.schema import ChecklistStatus, DetectedBy, EventKind, Lang

MOST = 8
MOST_MINOR = 2
MOST_ON_ONE_TOPIC = 2
_SOON = timedelta(days=31)
"""Days within which those affected were told soon after it was known."""
_AT_ONCE = timedelta(hours=1)


def questions(case: Case, findings: Sequence[Finding], lang: Lang = Lang.JA) -> tuple[Question, ...]:
    """At most `MOST` questions, the most telling first; `findings` are those of this case."""
    items = {item.code: item for item in case.items}
    raised = {f"{item.code}.{item.status}" for item in case.items} | {finding.code for finding in findings}
    raised |= {f"event.{kind}" for event in case.events for kind in (event.event, *event.also)}
    raised |= told_of_slips(case) | {told for told, holds in _TOLD.items() if holds(case)}
    asked: list[Question] = []
    topics: Counter[str] = Counter()
    taken: set[str] = set()
    minor = 0
    for rule in question_rules():
        if rule.exempt_if & case.traits or not (rule.needs is None or rule.needs in case.traits):
            continue
        enough = topics[rule.topic] == MOST_ON_ONE_TOPIC or (rule.minor and minor == MOST_MINOR)
        if enough or not rule.when & raised or rule.unless & raised or _answered(rule, case):
            continue
        quotation = quotation_for(rule, case, findings, taken) if rule.quote else Quotation(-1, "")
        if quotation is None:
            continue
        taken.add(quotation.words)
        raised.add(rule.code)
        topics[rule.topic] += 1
        minor += rule.minor
        asked.append(_question(rule, quotation, items[rule.ground], lang))
    return tuple(asked[:MOST])


def _told_soon(case: Case) -> bool:
    """Whether those affected were told on a day soon after the one on which it was known."""
    known, told = (_days(case, kind) for kind in (EventKind.DETECTED, EventKind.NOTIFIED))
    return bool(known) and any(timedelta(0) <= day - min(known) <= _SOON for day in told)


def _found_soon(case: Case) -> bool:
    """Whether it was found within an hour of its beginning, by clocked steps: nobody could well have found it before."""
    begun, found = (
        min((event.at for event in case.events if event.at and kind in event.kinds), default="")
        for kind in (EventKind.OCCURRED, EventKind.DETECTED)
    )
    passed = between(begun, found) or ""
    return "T" in passed and parsed(passed).total <= _AT_ONCE


def _days(case: Case, kind: EventKind) -> list[date]:
    at = (event.at for event in case.events if event.at and kind in (event.event, *event.also))
    return [day for moment in at if (day := day_in(moment))]


_TOLD: Mapping[str, Callable[[Case], bool]] = {
    "told.soon": _told_soon,
    "told.finder": lambda case: case.circumstances.detected_by != DetectedBy.UNKNOWN,
    "found.soon": _found_soon,
}


def _question(rule: QuestionRule, quotation: Quotation, ground: ChecklistItem, lang: Lang) -> Question:
    basis = f"（根拠：{ground.basis}）" if lang == Lang.JA else f" (Basis: {ground.basis}.)"
    return Question(
        code=rule.code,
        text=rule.text[lang].format(quote=quotation.words),
        because=(rule.because_partly if ground.status == ChecklistStatus.PARTLY else rule.because)[lang] + basis,
        unit=quotation.unit if quotation.words else None,
    )


def _answered(rule: QuestionRule, case: Case) -> bool:
    return rule.answered is not None and any(
        rule.answered.search(unit.wording)
        for unit, assigned in zip(case.document.units, case.labels, strict=True)
        if not rule.answered_by or not rule.answered_by.isdisjoint(assigned)
    )
