"""Promises against recurrence: one record an act, with who, what, by when, how binding, how strong and how it is checked.

The organisation itself as the topic (「当クラブは」) is nobody to ask and no owner; as the one singled out (「当クラブが」) it is.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.promises.acts import MARKER, Part, act_in, kinds_of, parts_of
from analyzer.answers.promises.doer import owner_of_act
from analyzer.answers.promises.rows import row_at
from analyzer.answers.promises.rules import hit
from analyzer.answers.promises.sharing import above, goes_on, has_subject, has_topic, opening_of, said_of, subject_of_both
from analyzer.answers.promises.terms import (
    APOLOGY,
    Today,
    begins_on,
    by_date,
    by_note,
    day_of_all,
    due_of,
    first_time,
    in_force,
    is_ongoing,
    is_repeated,
    only_remedies,
    only_when,
    status_of,
    still_to_come,
    strength_of,
    topic_begun,
    will_verb,
)
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.pipeline import Word
from analyzer.report import Promise
from analyzer.rules.slots import slot_patterns
from analyzer.schema import Label, PromiseKind, PromiseStatus, Strength

Labels = Mapping[Label, float]
Strengths = Callable[[Promise, Labels], Strength]
"""What tells how strongly a promise in a unit with those labels binds: `strengths.strength_by`."""

_MEASURES = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE})
_NO_MEASURE = re.compile(
    rf"{APOLOGY.pattern}|抗議(?:し|いた|する|を行)|責任(?:は|が)[^、。]{{0,14}}に(?:ある|あり)|損害賠償|法的(?:措置|手段)"
)
"""To apologise, to own a fault, to protest to another or to sue them prevents nothing."""
_THE_REST = re.compile(r"残(?:る|り|った|りの)[^、。]{0,20}は")
_NEAR = 5
"""How many units on a sentence may still name an act to date it."""
_ENDS_AHEAD = re.compile(r"まで(?:に)?[^、。]{0,12}(?:完了|終了)[。)]*$")
"""「9月20日までに完了」 is no mark of what is done."""


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
        if not _MEASURES.isdisjoint(given) and not headed and not is_remedy(units[index], given):
            told = list(_promises_of(document, index, given, causes, checks, published))
            told = _with_the_rest(told, units, index, Today(published, guessed=document.statement.published is None))
            when = _dates_which(found, told, units[index])
            found = _dated(found, told[0], when, published) if when else [*found, *told]
    if strengths is None:
        return tuple(found)
    return tuple(replace(promise, strength=strengths(promise, labels[promise.unit])) for promise in found)


def is_remedy(unit: UnitReading, given: Labels) -> bool:
    """Whether a vague promise is one to those harmed, not one against recurrence."""
    return Label.RESPONSE in given and Label.MEASURE_CONCRETE not in given and only_remedies(unit.wording)


def empty_promise_rate(found: Sequence[Promise]) -> float | None:
    """空約束率: the share of vague promises, None where nothing is promised."""
    return round(sum(promise.kind == PromiseKind.VAGUE for promise in found) / len(found), 4) if found else None


def _promises_of(
    document: DocumentReading,
    index: int,
    given: Labels,
    causes: Sequence[UnitReading],
    checks: Sequence[tuple[int, str]],
    published: date | None,
) -> Iterator[Promise]:
    unit = document.units[index]
    wording, words = unit.wording, unit.parsed.words
    row = row_at(document.units, index)
    parts = parts_of(unit, given, row.act if row else None)
    verified = None
    if Label.FOLLOWUP in given:
        checking = [part for part in parts[1:] if _check_in(wording[part.start : part.end])]
        verified = _check_in(wording[checking[0].start :]) if checking else None
        parts = [part for part in parts if part not in checking]
    parts = [part for part in parts if not _NO_MEASURE.search(wording[part.start : part.end])] or parts
    kinds = kinds_of(wording, parts, given)
    today = Today(published, guessed=document.statement.published is None)
    over = above(document.units, index, today)
    last = row.act[1] if row else len(wording)
    statuses = [said_of(wording[part.start : part.end if part is not parts[-1] else last], over) for part in parts]
    marked, dated = (row.status(), row.due(today)) if row else (None, None)
    if row and dated:
        # The form of an act in a cell says what it is; the cell beside it, whether its day has come.
        statuses = [None] * len(parts)
    told = marked or statuses[-1] or over.status or PromiseStatus.PLANNED
    shared_due, shared_owner = (None, None) if row else opening_of(wording, parts, today, done=told == PromiseStatus.DONE)
    dues = [
        dated or due_of(wording[part.start : part.end], today, (said or told) == PromiseStatus.DONE)
        for part, said in zip(parts, statuses, strict=True)
    ]
    day = day_of_all(wording, dues)
    before: Part | None = None
    owner: str | None = None
    when: str | None = None
    for part, kind, said, due in zip(parts, kinds, statuses, dues, strict=True):
        text, core = wording[part.start : part.end], wording[part.start : part.core]
        own_words = [word for word in words if part.start <= word.start < part.end]
        follows = before is not None and goes_on(wording, before, part) and kind == PromiseKind.CONCRETE and not has_topic(own_words)
        shares = follows and not has_subject(own_words)
        taken = subject_of_both(wording[before.start : before.end], owner, text) if shares and before else None
        named = row.owner if row else None
        owner = named or owner_of_act(wording, words, (part.start, part.end)) or taken or shared_owner or over.owner
        own = due[0] if due else None
        whole = day if kind == PromiseKind.CONCRETE else None
        opened = None if before and is_repeated(shared_due) and has_topic(own_words) else shared_due
        if whole and own and hit("due", own):
            own = whole
        # 「6月1日から…し、主任が…」 binds both from that day, 「6月1日に…し、主任が…」 only the first.
        runs = shares or (follows and before is not None and begins_on(wording[before.start : before.end], when))
        when = own or opened or (when if runs else None) or whole or over.due
        before = part
        status = said or by_date(text, due, published) or told
        if in_force(wording, when, published) and status != PromiseStatus.INTENDED and not is_ongoing(text):
            status = PromiseStatus.DONE
        noted = by_note(wording, due or next((each for each in dues if each and each[0] == day), None), published)
        if noted and status != PromiseStatus.INTENDED:
            status = noted
        if status == PromiseStatus.DONE and due and _ENDS_AHEAD.search(text) and by_date(text, due, published) == PromiseStatus.PLANNED:
            status = PromiseStatus.PLANNED
        if status == PromiseStatus.DONE and still_to_come(text, when, published):
            status = PromiseStatus.PLANNED
        if status == PromiseStatus.INTENDED and kind == PromiseKind.CONCRETE and not will_verb(core):
            status = PromiseStatus.PLANNED
        status = marked or status
        start, end = document.original_span((unit.span[0] + part.start, unit.span[0] + part.end))
        yield Promise(
            unit=index,
            start=start,
            end=end,
            text=document.statement.text[start:end],
            kind=kind,
            act=act_in(wording, words, part, due[1] if due else None),
            owner=owner,
            due=when,
            status=status,
            strength=strength_of(core, kind),
            answers_cause=_answers(text, own_words, causes) if causes else None,
            verified_by=verified or next((check for at, check in checks if at > index and _checks(check, own_words)), None),
        )


def _dates_which(found: Sequence[Promise], told: Sequence[Promise], unit: UnitReading) -> list[bool]:
    """For each promise before a unit that tells no act of its own but when they hold, whether it is one of them."""
    if not found:
        return []
    due = due_of(unit.wording, Today(None, guessed=True), done=False)
    if _tells_only_when(told, unit.wording, due):
        first = _first_of_run(found, told[0].unit)
        return [promise.unit >= first for promise in found]
    topic = topic_begun(unit.wording, due) if len(told) == 1 else None
    if topic is None:
        return []
    word = re.compile(rf"(?<![一-龥]){re.escape(topic)}(?![一-龥])" if len(topic) == 1 else re.escape(topic))  # 「線」 is not in 「回線」.
    named = [promise.unit >= told[0].unit - _NEAR and word.search(promise.act or "") is not None for promise in found]
    return named if any(named) else []


def _tells_only_when(told: Sequence[Promise], wording: str, due: tuple[str, str] | None) -> bool:
    """Whether a unit is no act of its own but tells when those before it hold: 「8月1日から実施しております。」「初回は10月4日です。」"""
    return first_time(wording, due) or (len(told) == 1 and only_when(wording, due))


def _dated(found: Sequence[Promise], when: Promise, which: Sequence[bool], published: date | None) -> list[Promise]:
    """The promises with the day, and how far they are done, told in the sentence after those of `which`."""
    status = when.status
    if published and when.due and status != PromiseStatus.UNDER_WAY:
        status = by_date("", (when.due, ""), published) or status
    undated = [near and (promise.due is None or is_repeated(promise.due)) for near, promise in zip(which, found, strict=True)]
    return [replace(each, due=when.due, status=status) if open_ else each for each, open_ in zip(found, undated, strict=True)]


def _first_of_run(found: Sequence[Promise], unit: int) -> int:
    """The first of the units right before `unit` that promise something."""
    while any(promise.unit == unit - 1 for promise in found):
        unit -= 1
    return unit


def _with_the_rest(told: list[Promise], units: Sequence[UnitReading], index: int, today: Today) -> list[Promise]:
    """What is done in part, with the day of the rest: 「3か所で終了。残る1か所は今週中」 is under way till then."""
    after = units[index + 1] if index + 1 < len(units) else None
    if after is None or after.span[0] != units[index].span[1] or not _THE_REST.match(after.wording):
        return told
    due = due_of(after.wording, today, done=False)
    if told[-1].status != PromiseStatus.DONE or status_of(after.wording) == PromiseStatus.DONE or due is None:
        return told
    return [*told[:-1], replace(told[-1], status=PromiseStatus.UNDER_WAY, due=due[0])]


def _answers(wording: str, words: Sequence[Word], causes: Sequence[UnitReading]) -> bool:
    """Whether the promise is about what a stated cause is about: a content word, or a kind of cause, in both."""
    mine = _content(words)
    told = set().union(*(_content(unit.parsed.words) for unit in causes))
    themes = slot_patterns("promises", "theme")
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
