"""The promises of one unit: each of its acts, with what its own words say and what it takes over from the unit and from the act before."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.answers.promises.acts import APOLOGY, Part, kinds_of, parts_of
from analyzer.answers.promises.doer import owner_of_act
from analyzer.answers.promises.dues import ISO_DAY, Due, Today, begins_on, day_of_all, due_of, is_repeated
from analyzer.answers.promises.enumerations import end_of_lead
from analyzer.answers.promises.plain_forms import act_in, ending_of
from analyzer.answers.promises.rows import Row, row_at
from analyzer.answers.promises.sharing import Above, above, goes_on, has_subject, has_topic, opening_of, said_of, subject_of_both
from analyzer.answers.promises.statuses import by_date, by_note, goes_on_since, in_force, is_ongoing, still_to_come, will_verb
from analyzer.answers.promises.strengths import strength_of
from analyzer.answers.promises.ties import Ties, check_in
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.pipeline import Word
from analyzer.report import Promise
from analyzer.rules.slots import PROMISES
from analyzer.schema import Label, Labels, PromiseKind, PromiseStatus

_NO_MEASURE = re.compile(
    rf"{APOLOGY.pattern}|抗議(?:し|いた|する|を行)|責任(?:は|が)[^、。]{{0,14}}に(?:ある|あり)|損害賠償|法的(?:措置|手段)"
)
"""To apologise, to own a fault, to protest to another or to sue them prevents nothing."""
_ENDS_AHEAD = re.compile(r"まで(?:に)?[^、。]{0,12}(?:完了|終了)[。)]*$")
"""「9月20日までに完了」 is no mark of what is done."""
_AT_ONCE = re.compile(r"(?<=[うくすつぬむるぐぶ])(?:とともに|と共に|と同時に|のと(?:併|合|あわ)せて)")
"""After the dictionary form only the end of its sentence tells whether an act is done: 「会議を開くとともに、…を指示しました」."""


@dataclass(frozen=True, slots=True)
class _Act:
    """One act of a unit: its wording, and what that says of how far it is done and by when.

    `core` is without the wished-for result at its end.
    """

    part: Part
    kind: PromiseKind
    text: str
    core: str
    words: Sequence[Word]
    said: PromiseStatus | None
    due: Due | None


@dataclass(frozen=True, slots=True)
class _Shared:
    """What a unit and its surroundings tell for all its acts.

    `marked` is the status that a cell beside the act gives; `told` holds for acts that say nothing themselves; `due` and `owner` are
    those of the opening; `day` is the one day that dates all acts, with its wording.
    """

    wording: str
    words: Sequence[Word]
    published: date | None
    row: Row | None
    over: Above
    marked: PromiseStatus | None
    told: PromiseStatus
    due: str | None
    owner: str | None
    day: Due | None


@dataclass(frozen=True, slots=True)
class _Bound:
    """An act with who is to do it, by when and how far it is done, of which the next act of its unit may take over each."""

    act: _Act
    owner: str | None
    due: str | None
    status: PromiseStatus


def promises_of(document: DocumentReading, index: int, given: Labels, ties: Ties, today: Today) -> Iterator[Promise]:
    """One promise for each act of the unit at `index`, which has the labels `given`."""
    unit = document.units[index]
    row = row_at(document.units, index)
    parts, verified = _measures(unit, given, row)
    shared, acts = _read(document, index, row, parts, kinds_of(unit.wording, parts, given), today)
    before: _Bound | None = None
    for act in acts:
        owner, due = _owner(act, before, shared), _due(act, before, shared)
        # 「9月11日に会議を開き、巡回の徹底を指示」: where nothing else tells, the day of the act before does.
        goes_on = before and acts[-1].said is None and not act.due and by_date(_own_day(before.act), today.day) == PromiseStatus.DONE
        status = before.status if before and goes_on and not shared.marked else _status(act, due, shared)
        if goes_on_since(act.text) and (act.kind == PromiseKind.VAGUE or status != PromiseStatus.DONE):
            due, status = None, PromiseStatus.UNDER_WAY
        before = _Bound(act, owner, due, status)
        ends = ending_of(act.text) or shared.over.ends
        start, end = document.original_span((unit.span[0] + act.part.start, unit.span[0] + act.part.end))
        yield Promise(
            unit=index,
            start=start,
            end=end,
            text=document.statement.text[start:end],
            kind=act.kind,
            act=act_in(unit.wording, unit.parsed.words, act.part, act.due.wording if act.due else None, ends),
            owner=owner,
            due=due,
            status=status,
            strength=strength_of(act.core.rstrip("。") + ends, act.kind),
            answers_cause=ties.answered_by(act.text, act.words),
            verified_by=verified or ties.check_after(index, act.words),
        )


def _measures(unit: UnitReading, given: Labels, row: Row | None) -> tuple[list[Part], str | None]:
    """The acts of a unit that prevent something, and the clause in it that says how they will be checked."""
    wording, verified = unit.wording, None
    parts = parts_of(unit, given, row.act if row else None)
    if Label.FOLLOWUP in given:
        checking = [part for part in parts[1:] if check_in(wording[part.start : part.end])]
        verified = check_in(wording[checking[0].start :]) if checking else None
        parts = [part for part in parts if part not in checking]
    return [part for part in parts if not is_no_measure(wording[part.start : part.end])] or parts, verified


def is_no_measure(wording: str) -> bool:
    """Whether an act prevents nothing: an apology, a protest, a refund, a report to come."""
    return _NO_MEASURE.search(wording) is not None or PROMISES.says("no_promise", wording)


def _read(
    document: DocumentReading, index: int, row: Row | None, parts: Sequence[Part], kinds: Sequence[PromiseKind], today: Today
) -> tuple[_Shared, list[_Act]]:
    """What holds for all acts of the unit at `index`, and each act with what its own words say."""
    wording, words = document.units[index].wording, document.units[index].parsed.words
    over = above(document.units, index, today)
    last = row.act[1] if row else len(wording)
    if is_no_measure(wording[parts[-1].end : last]) and said_of(wording[parts[-1].start : parts[-1].end], over):
        last = parts[-1].end  # What follows is no act, and its form is none of this one's.
    told = [wording[part.start : part.end if part is not parts[-1] else last] for part in parts]
    statuses = [said_of(text.removesuffix("が") if text.endswith(("たが", "ますが")) else text, over) for text in told]
    if statuses[-1] == PromiseStatus.DONE:
        statuses = [None if _AT_ONCE.match(wording, part.end) else said for part, said in zip(parts, statuses, strict=True)]
    marked, dated = (row.status(), row.due(today)) if row else (None, None)
    if dated:
        # The form of an act in a cell says what it is; the cell beside it, whether its day has come.
        statuses = [None] * len(parts)
    so_far = marked or statuses[-1] or over.status or PromiseStatus.PLANNED
    due, owner = (None, None) if row else opening_of(wording, parts, today, done=so_far == PromiseStatus.DONE)
    owner = owner or _owner_of_all(wording, words, parts)
    acts = [
        _Act(
            part=part,
            kind=kind,
            text=(text := wording[part.start : part.end]),
            core=wording[part.start : part.core],
            words=[word for word in words if part.start <= word.start < part.end],
            said=said,
            due=dated or due_of(text, today, (said or so_far) == PromiseStatus.DONE),
        )
        for part, kind, said in zip(parts, kinds, statuses, strict=True)
    ]
    day = day_of_all(wording, [act.due for act in acts])
    shared = _Shared(
        wording=wording,
        words=words,
        published=today.day,
        row=row,
        over=over,
        marked=marked,
        told=so_far,
        due=due,
        owner=owner,
        day=next((act.due for act in acts if act.due and act.due.day == day), None),
    )
    return shared, acts


def _owner_of_all(wording: str, words: Sequence[Word], parts: Sequence[Part]) -> str | None:
    """The doer told before the words that lead up to several acts: 「施設課は、対策として、Aの点検、Bの修理を行います」."""
    led = end_of_lead(wording[: parts[0].end]) if len(parts) > 1 else 0
    return owner_of_act(wording, words, (parts[0].start, led)) if led > parts[0].start else None


def _owner(act: _Act, before: _Bound | None, shared: _Shared) -> str | None:
    """Who is to do an act: the cell for it, its own words, the subject it has in common with the act before, or what stands over all."""
    if shared.row and shared.row.owner:
        return shared.row.owner
    span, vague = (act.part.start, act.part.end), act.kind == PromiseKind.VAGUE
    named = owner_of_act(shared.wording, shared.words, span, vague=vague)
    common = subject_of_both(before.act.text, before.owner, act.text) if before and _shares_subject(act, before, shared) else None
    return named or common or shared.owner or shared.over.owner


def _due(act: _Act, before: _Bound | None, shared: _Shared) -> str | None:
    """By when an act is due: its own day, that of the opening, of the act before, of the whole unit or of the line above."""
    own = _own_day(act)
    whole = shared.day.day if shared.day and act.kind == PromiseKind.CONCRETE else None
    if own and whole and PROMISES.says("due", own):
        own = whole
    opened = None if before and is_repeated(shared.due) and has_topic(act.words) else shared.due
    return own or opened or (before.due if before and _runs_on(act, before, shared) else None) or whole or shared.over.due


def _own_day(act: _Act) -> str | None:
    return act.due.day if act.due else None


def _follows(act: _Act, before: _Bound, shared: _Shared) -> bool:
    return act.kind == PromiseKind.CONCRETE and goes_on(shared.wording, before.act.part, act.part) and not has_topic(act.words)


def _shares_subject(act: _Act, before: _Bound, shared: _Shared) -> bool:
    """Whether an act may have the subject of the one before; 「係が鍵を掛けること、控えを残すことを定めます」 closes it in."""
    return _follows(act, before, shared) and not has_subject(act.words) and not before.act.text.endswith("こと")


def _runs_on(act: _Act, before: _Bound, shared: _Shared) -> bool:
    """Whether the day of the act before holds on: 「6月1日から…し、主任が…」 binds both, 「6月1日に…し、主任が…」 only the first.

    A day right before its verb dates that act alone, unless the next works on what came of it (「柵を6月末までに点検し、傷んだものを…」).
    """
    if not _follows(act, before, shared):
        return False
    return begins_on(before.act.text, before.due) or not (
        has_subject(act.words) or (_is_of_one(before.act) and not PROMISES.says("follows", act.text))
    )


def _is_of_one(act: _Act) -> bool:
    """Whether the day of an act stands right before its verb and so dates it alone: 「面談を4月末までに終え、」."""
    return act.due is not None and ISO_DAY.match(act.due.day) is not None and "を" in act.text.partition(act.due.wording)[0]


def _status(act: _Act, due: str | None, shared: _Shared) -> PromiseStatus:
    """How far an act is done: as a cell marks it, else by its form, as far as its day bears that out."""
    return shared.marked or _borne_out(_by_form_and_date(act, due, shared), act, due, shared.published)


def _by_form_and_date(act: _Act, due: str | None, shared: _Shared) -> PromiseStatus:
    status = act.said or by_date(_own_day(act), shared.published) or shared.told
    if status == PromiseStatus.INTENDED:
        return status
    if in_force(shared.wording, due, shared.published) and not is_ongoing(act.text):
        status = PromiseStatus.DONE
    noted = by_note(shared.wording, act.due or shared.day, shared.published)
    # 「実施中(12月末まで)」: a day still to come ends what is under way.
    return status if status == PromiseStatus.UNDER_WAY and noted == PromiseStatus.PLANNED else noted or status


def _borne_out(status: PromiseStatus, act: _Act, due: str | None, published: date | None) -> PromiseStatus:
    """The status, or planned where what looks done is still ahead, and where a concrete act has no verb of will."""
    if status == PromiseStatus.DONE:
        ends_ahead = _ENDS_AHEAD.search(act.text) and by_date(_own_day(act), published) == PromiseStatus.PLANNED
        return PromiseStatus.PLANNED if ends_ahead or still_to_come(act.text, due, published) else status
    only_meant = will_verb(act.core) or PROMISES.says_any(("asked", "meant"), act.core)
    if status == PromiseStatus.INTENDED and act.kind == PromiseKind.CONCRETE and not only_meant:
        return PromiseStatus.PLANNED
    return status
