"""Promises against recurrence: one record an act, with who, what, by when, how binding, how strong and how it is checked.

The organisation itself as the topic (「当クラブは」) is nobody to ask and no owner; as the one singled out (「当クラブが」) it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.acts import MARKER, Part, act_in, kinds_of, parts_of
from analyzer.answers.doer import owner_of_act
from analyzer.answers.promise_rules import hit, promise_rules
from analyzer.answers.terms import (
    APOLOGY,
    LIMIT,
    Today,
    by_date,
    day_of_all,
    due_of,
    in_force,
    status_of,
    strength_of,
    will_verb,
)
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.pipeline import Word
from analyzer.report import Promise
from analyzer.schema import Label, PromiseKind, PromiseStatus, Strength

Labels = Mapping[Label, float]
Strengths = Callable[[Promise, Labels], Strength]
"""What tells how strongly a promise in a unit with those labels binds: `promise_strengths.strength_by`."""

_MEASURES = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE})
_ENDS_AHEAD = re.compile(r"まで(?:に)?[^、。]{0,12}(?:完了|終了)[。)]*$")
"""「9月20日までに完了」 is no mark of what is done."""

_DEMANDED = re.compile(
    r"(?P<who>[^、。]{2,16}?)(?:に(?:は|対し(?:て)?)?|へ)、?[^。]{0,24}(?:求め|要請|指示|申し?入れ)(?:た|て|いた|ました|し|る|ます)"
)
"""What stands over a list of what another was asked to do: 「委託会社には次のことを求めました。」"""

_IN_BRACKETS = re.compile(r"\([^()]*$")


def promises(
    document: DocumentReading, labels: Sequence[Labels], published: date | None, strengths: Strengths | None = None
) -> tuple[Promise, ...]:
    """The promises of a statement in order; a date is resolved against the day of publication, else given as worded.

    Without `strengths`, the rules alone decide how strongly a promise binds.
    """
    units = document.units
    causes = [unit for unit, given in zip(units, labels, strict=True) if Label.CAUSE in given]
    checks = [
        (index, check) for index, given in enumerate(labels) if Label.FOLLOWUP in given and (check := _check_in(units[index].wording))
    ]
    found: list[Promise] = []
    for index, given in enumerate(labels):
        place = units[index].placement
        # 「6. 再発防止 全数を検査いたします」 is a key with its act, 「6. 再発防止策」 only a heading.
        headed = place.is_heading and place.key_topic and status_of(units[index].wording) is None
        if not _MEASURES.isdisjoint(given) and not headed:
            lead = _lead(units, index)
            found += _promises_of(document, index, given, lead, causes, checks, published)
    if strengths is None:
        return tuple(found)
    return tuple(replace(promise, strength=strengths(promise, labels[promise.unit])) for promise in found)


def empty_promise_rate(found: Sequence[Promise]) -> float | None:
    """空約束率: the share of vague promises, None where nothing is promised."""
    return round(sum(promise.kind == PromiseKind.VAGUE for promise in found) / len(found), 4) if found else None


def _promises_of(
    document: DocumentReading,
    index: int,
    given: Labels,
    lead: str,
    causes: Sequence[UnitReading],
    checks: Sequence[tuple[int, str]],
    published: date | None,
) -> Iterator[Promise]:
    unit = document.units[index]
    wording, words = unit.wording, unit.parsed.words
    parts = parts_of(unit, both=given.keys() >= _MEASURES)
    verified = None
    if Label.FOLLOWUP in given:
        checking = [part for part in parts[1:] if _check_in(wording[part.start : part.end])]
        verified = _check_in(wording[checking[0].start :]) if checking else None
        parts = [part for part in parts if part not in checking]
    parts = [part for part in parts if not APOLOGY.search(wording[part.start : part.end])] or parts
    kinds = kinds_of(wording, parts, given)
    last = status_of(wording[parts[-1].start :])
    asked = _DEMANDED.search(lead)
    told = last or (None if asked else status_of(lead)) or PromiseStatus.PLANNED
    today = Today(published, guessed=document.statement.published is None)
    shared_due, shared_owner = _shared(wording, parts, lead, today, told == PromiseStatus.DONE)
    statuses = [last if part is parts[-1] else status_of(wording[part.start : part.end]) for part in parts]
    dues = [
        due_of(wording[part.start : part.end], today, (said or told) == PromiseStatus.DONE)
        for part, said in zip(parts, statuses, strict=True)
    ]
    day = day_of_all(wording, dues)
    for part, kind, said, due in zip(parts, kinds, statuses, dues, strict=True):
        text, core = wording[part.start : part.end], wording[part.start : part.core]
        own_words = [word for word in words if part.start <= word.start < part.end]
        status = said or by_date(text, due, published) or told
        if in_force(wording, due[0] if due else shared_due or day, published) and status != PromiseStatus.INTENDED:
            status = PromiseStatus.DONE
        if status == PromiseStatus.DONE and due and _ENDS_AHEAD.search(text) and by_date(text, due, published) == PromiseStatus.PLANNED:
            status = PromiseStatus.PLANNED
        if status == PromiseStatus.INTENDED and kind == PromiseKind.CONCRETE and not will_verb(core):
            status = PromiseStatus.PLANNED
        start, end = document.original_span((unit.span[0] + part.start, unit.span[0] + part.end))
        yield Promise(
            unit=index,
            start=start,
            end=end,
            text=document.statement.text[start:end],
            kind=kind,
            act=act_in(wording, words, part, due[1] if due else None),
            owner=owner_of_act(wording, words, (part.start, part.end)) or shared_owner,
            due=due[0] if due else shared_due or (day if kind == PromiseKind.CONCRETE else None),
            status=status,
            strength=strength_of(core, kind),
            answers_cause=_answers(text, own_words, causes) if causes else None,
            verified_by=verified or next((check for at, check in checks if at > index and _checks(check, own_words)), None),
        )


def _shared(wording: str, parts: Sequence[Part], lead: str, today: Today, done: bool) -> tuple[str | None, str | None]:
    """What the opening of a unit, or the line above a list, says for all its acts: 「4月末までに、」 and 「…は」."""
    due = owner = None
    if len(parts) > 1:
        opening = wording[parts[0].start : parts[0].end]
        found = due_of(opening, today, done)
        if found and re.match(rf".{{0,8}}?{re.escape(found[1])}(?:まで)?(?:に|から|より|以降)?(?:は)?、", opening):
            due = found[0]
        key = hit("owner_key", wording)
        owner = key[1]["who"].strip() if key and _IN_BRACKETS.search(wording[: key[1].start()]) else None
    demanded = _DEMANDED.search(lead)
    if owner is None and demanded and hit("actor", demanded["who"]):
        owner = demanded["who"]
    if due is None and LIMIT.search(lead) and (found := due_of(lead, today, done)):
        due = found[0]
    return due, owner


def _lead(units: Sequence[UnitReading], index: int) -> str:
    """The line that stands over a list line: its heading, or the sentence that opens the list."""
    place = units[index].placement
    if place.marker:
        before = (unit for unit in reversed(units[:index]) if unit.placement.is_heading or unit.placement.marker != place.marker)
        above = next(before, None)
        return above.wording if above and (above.placement.is_heading or re.search(r"[次以下]の|下記", above.wording)) else ""
    return units[place.heading].wording if place.heading is not None and place.alone else ""


def _answers(wording: str, words: Sequence[Word], causes: Sequence[UnitReading]) -> bool:
    """Whether the promise is about what a stated cause is about: a content word, or a kind of cause, in both."""
    mine = _content(words)
    told = set().union(*(_content(unit.parsed.words) for unit in causes))
    themes = (rule.pattern for rule in promise_rules("theme"))
    return not mine.isdisjoint(told) or any(
        theme.search(wording) and any(theme.search(unit.wording) for unit in causes) for theme in themes
    )


def _content(words: Sequence[Word]) -> set[str]:
    content = (word.lemma for word in words if word.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
    return {lemma for lemma in content if not hit("stop", lemma)}


def _check_in(wording: str) -> str | None:
    """The clause that says how the measures will be checked or reported."""
    if hit("not_verification", wording) or not hit("verification", wording):
        return None
    opening = MARKER.match(wording)
    return re.sub(r"[。.]\s*$", "", wording[opening.end() if opening else 0 :]).strip() or None


def _checks(check: str, words: Sequence[Word]) -> bool:
    """Whether a check is one of all measures, or speaks of this one."""
    found = hit("verification", check)
    return found is not None and (found[0] == "all" or any(lemma in check for lemma in _content(words)))
