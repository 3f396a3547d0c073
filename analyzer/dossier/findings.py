"""Findings and questions of a dossier: what shows only when the announcements are held against one another."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.contractors import contractor_blamed
from analyzer.dossier.course import Contradiction
from analyzer.dossier.drift import Course, Turn
from analyzer.dossier.extent import kind_denied, new_kinds
from analyzer.dossier.finders import found_by_others
from analyzer.dossier.keeping import Kept, days_named, told_in_part
from analyzer.dossier.report import DossierFinding, DossierQuestion, Silence
from analyzer.dossier.reporting import is_of_words
from analyzer.dossier.steps import events_of
from analyzer.dossier.wordings import last_day
from analyzer.durations import between, parsed
from analyzer.interface import duration, one_line, word
from analyzer.language.normalise import fold
from analyzer.rules import load_rules
from analyzer.rules.slots import hit
from analyzer.schema import DriftKind, EventKind, Lang, PromiseAim, PromiseKind, PromiseOutcome, ReportStage, Severity, TitleFraming

MOST_QUESTIONS = 10
_LONGEST_QUOTE = 48
_SILENT_DAYS = 30
"""Days without a further announcement from which it is said; a month is what follow-ups of the corpora seldom exceed."""
_SLOW_DAYS = 14
_SLOW_HOURS = 2
_SLOW_WHOLE_DAYS = 3
"""Days from which stopping took long where only days are told: what was found in the evening is stopped the next day."""
_NUMBERS = (DriftKind.PERSONS, DriftKind.ITEMS, DriftKind.MONEY, DriftKind.DATA_KINDS, DriftKind.PERIOD)
_ACCOUNTS = (DriftKind.CAUSE, DriftKind.CONTRACTOR, DriftKind.DETECTED_BY)
_BULLET = re.compile(r"^[・･●○◯■□◆◇※*\-\s]+")
_ORDER = (Severity.SERIOUS, Severity.WARNING, Severity.INFO)


@dataclass(frozen=True, slots=True)
class Seen:
    """Everything the findings are made of."""

    announcements: Sequence[Announcement]
    as_of: date
    courses: Sequence[Course]
    kept: Sequence[Kept]
    contradictions: Sequence[Contradiction]
    moments: Mapping[str, str | None]
    silence: Silence
    repeated: Sequence[str]
    strange: Sequence[str]
    lang: Lang


@dataclass(frozen=True, slots=True)
class _Remark:
    """A rule's code, the slots of its wording, and the statements it is about."""

    code: str
    slots: Mapping[str, object]
    statements: tuple[str, ...]


def findings_and_questions(seen: Seen) -> tuple[tuple[DossierFinding, ...], tuple[DossierQuestion, ...]]:
    """The remarks, the gravest first, and the questions that follow from them, at most `MOST_QUESTIONS`."""
    rules = load_rules("dossier")
    remarks = list(_remarks(seen))
    remarks.sort(key=lambda remark: _ORDER.index(Severity(rules[remark.code]["severity"])))
    suffix = "_en" if seen.lang == Lang.EN else ""
    findings = tuple(
        DossierFinding(
            remark.code,
            Severity(rules[remark.code]["severity"]),
            str(rules[remark.code][f"message{suffix}"]).format(**remark.slots),
            remark.statements,
        )
        for remark in remarks
    )
    questions = [
        DossierQuestion(remark.code, str(rules[remark.code][f"question{suffix}"]).format(**remark.slots), finding.message)
        for remark, finding in zip(remarks, findings, strict=True)
        if "question" in rules[remark.code]
    ]
    return findings, tuple({question.text: question for question in questions}.values())[:MOST_QUESTIONS]


def _remarks(seen: Seen) -> Iterator[_Remark]:
    yield from _of_drift(seen)
    yield from _of_time(seen)
    yield from _of_blame_and_titles(seen)
    yield from _of_promises(seen)
    yield from _of_silence(seen)
    yield from _of_input(seen)


# --- drift -------------------------------------------------------------------------------------------------------------


def _of_drift(seen: Seen) -> Iterator[_Remark]:
    for course in seen.courses:
        for turn in course.turns:
            denied = _denied(turn, seen.announcements)
            shown = denied or turn
            slots = _turn_slots(shown, seen.lang)
            statements = (shown.before.announcement.id, shown.after.announcement.id)
            if denied:
                yield _Remark("DOS01", slots, statements)
            elif turn.what == DriftKind.CONTRACTOR and _turned_there(seen, DriftKind.CAUSE, turn):
                continue  # another cause and another one at fault are one turn of the account
            elif turn.acknowledged and turn.what != DriftKind.TITLE:
                yield _Remark("DOS04", slots, statements)
            elif turn.what in _NUMBERS:
                yield _Remark("DOS02", slots, statements)
            elif turn.what in _ACCOUNTS or (turn.what == DriftKind.HARM and turn.after.key in ("none", turn.before.key)):
                yield _Remark("DOS03", slots, statements)


def _denied(turn: Turn, announcements: Sequence[Announcement]) -> Turn | None:
    """A turn by which what was denied is told, harm or a kind of data, in the sentences that deny and tell it."""
    if turn.what == DriftKind.HARM:
        return turn if turn.before.key == "none" else None
    if turn.what != DriftKind.DATA_KINDS:
        return None
    earlier = announcements[: announcements.index(turn.after.announcement)]
    told = kind_denied(earlier, turn.after, new_kinds(turn.before, turn.after))
    return replace(turn, before=told[0], after=told[1]) if told else None


def _turned_there(seen: Seen, what: DriftKind, turn: Turn) -> bool:
    return any(
        other.after.announcement is turn.after.announcement for course in seen.courses if course.what == what for other in course.turns
    )


def _turn_slots(turn: Turn, lang: Lang) -> dict[str, object]:
    after = turn.after.shown(lang)
    if turn.what == DriftKind.DATA_KINDS and isinstance(turn.after.key, frozenset):
        after = "＋" + "・".join(new_kinds(turn.before, turn.after))  # The whole list may be too long to be read at a glance.
    return {
        "what": turn.what.name_in(lang),
        "before": _short(turn.before.shown(lang)),
        "after": _short(after),
        "before_at": turn.before.announcement.published,
        "after_at": turn.after.announcement.published,
        "ack": word("acknowledged" if turn.acknowledged else "silent", lang),
    }


# --- time --------------------------------------------------------------------------------------------------------------


def _of_time(seen: Seen) -> Iterator[_Remark]:
    lang = seen.lang
    contained = seen.moments["contained"]
    start = next((name for name in ("occurred", "detected") if between(seen.moments[name], contained) not in (None, "P0D")), None)
    took = between(seen.moments[start], contained) if start else None
    told = _telling(seen, EventKind.CONTAINED, contained)
    if start and took and told and _is_slow(took):
        quote, at = told
        names = {"start": EventKind(start).name_in(lang), "end": EventKind.CONTAINED.name_in(lang), "duration": duration(took, lang)}
        yield _Remark("DOS13", names | {"quote": quote}, at)
    first_day = seen.announcements[0].published
    others = [(each, unit) for each in seen.announcements if (unit := found_by_others(each, first_day)) is not None]
    if others:
        announcement, unit = next((pair for pair in others if _tells_discovery(*pair)), others[0])
        yield _Remark("DOS14", {"quote": _short(announcement.quote(unit))}, tuple(other.id for other, _ in others))
    waited = between(seen.moments["detected"], seen.moments["published"])
    days = parsed(waited).days if waited else 0
    if days >= _SLOW_DAYS:
        yield _Remark("DOS18", {"days": days, "detected": str(seen.moments["detected"])[:10]}, (seen.announcements[0].id,))
    for found in seen.contradictions:
        before, after = found.before, found.after
        slots = {
            "what": found.kind.name_in(lang),
            "before": str(before.at).replace("T", " "),
            "after": str(after.at).replace("T", " "),
            "before_at": before.sources[0].published,
            "after_at": after.sources[0].published,
        }
        yield _Remark("DOS04" if _owns_discovery(found) else "DOS15", slots, (before.sources[0].id, after.sources[0].id))


def _owns_discovery(found: Contradiction) -> bool:
    """Whether the later announcement says that the day of discovery was told wrongly before."""
    wordings = (unit.wording for unit in found.after.quoted.units)
    return found.kind == EventKind.DETECTED and any(
        hit("drift", "corrects", wording) and hit("drift", "cites_discovery", wording) for wording in wordings
    )


def _tells_discovery(announcement: Announcement, unit: int) -> bool:
    return any(event.unit == unit and event.event == EventKind.DETECTED for event in announcement.report.timeline)


def _is_slow(took: str) -> bool:
    if "T" not in took:
        return parsed(took).days >= _SLOW_WHOLE_DAYS
    return bool(parsed(took).days) or parsed(took).hours >= _SLOW_HOURS


def _telling(seen: Seen, kind: EventKind, at: str | None) -> tuple[str, tuple[str, ...]] | None:
    """The sentence that tells a moment, and whose it is, the plainest first; None where it is only concluded from another step."""
    telling = [
        (announcement, event.unit)
        for announcement in seen.announcements
        for event in events_of(announcement, seen.announcements)
        if event.event == kind and event.at == at
    ]
    if telling:
        announcement, unit = next((each for each in telling if hit("course", "says_stopped", each[0].units[each[1]].wording)), telling[0])
        return _short(announcement.quote(unit)), (announcement.id,)
    day = str(at)[:10]
    for announcement in seen.announcements:
        # The end of a span (「8時12分から13時45分まで」) is told by the step that it began with.
        for event in announcement.report.timeline:
            is_span = any(sign in fold(event.text) for sign in ("から", "より", "~", "-", "まで"))
            if is_span and event.at is not None and event.at[:10] <= day and event.event in (EventKind.OCCURRED, EventKind.CONTAINED):
                return _short(announcement.quote(event.unit)), (announcement.id,)
    return None


# --- blame and titles --------------------------------------------------------------------------------------------------


def _of_blame_and_titles(seen: Seen) -> Iterator[_Remark]:
    blaming = [(announcement, unit) for announcement in seen.announcements if (unit := contractor_blamed(announcement)) is not None]
    last = seen.announcements[-1]
    if blaming and blaming[-1][0] is last:
        slots = {"count": _of_all(len(blaming), seen), "quote": _short(last.quote(blaming[-1][1]))}
        yield _Remark("DOS05", slots, tuple(announcement.id for announcement, _ in blaming))
    soft = [announcement for announcement in seen.announcements if announcement.report.title_framing == TitleFraming.SOFTENED]
    named = any(announcement.report.title_framing == TitleFraming.NAMES_HARM for announcement in seen.announcements)
    if soft and not named:
        slots = {"count": _of_all(len(soft), seen), "quote": one_line(soft[-1].report.title or "")}
        yield _Remark("DOS06", slots, tuple(announcement.id for announcement in soft))


def _of_all(count: int, seen: Seen) -> str:
    total = len(seen.announcements)
    if seen.lang == Lang.EN:
        return f"{count} of {total}"
    return f"{total}回のうち{count}回" if count < total else f"{total}回とも" if total > 1 else "この公表では"


# --- promises ----------------------------------------------------------------------------------------------------------


def _of_promises(seen: Seen) -> Iterator[_Remark]:
    last = seen.announcements[-1]
    for kept in seen.kept:
        if kept.vow.kind == PromiseKind.VAGUE:
            continue
        days = days_named(kept)
        slots: dict[str, object] = {
            "quote": _short(kept.vow.text),
            "due": kept.due,
            "first_due": kept.vow.due,
            "first_at": kept.vow.announcement.published,
            "as_of": seen.as_of.isoformat(),
            "told": _short(kept.seen[-1][0].quote(kept.seen[-1][1])) if kept.seen else "",
            "days": " → ".join(days),
        }
        statements = (kept.vow.announcement.id, *dict.fromkeys(announcement.id for announcement, _ in kept.seen))
        if part := told_in_part(kept):
            yield _Remark("DOS24", slots | {"told": _short(part[0].quote(part[1]))}, statements)
        elif kept.outcome == PromiseOutcome.OVERDUE:
            yield _overdue(kept, slots, statements)
        elif kept.outcome == PromiseOutcome.REPLACED and kept.seen:
            yield _Remark("DOS09", slots, statements)
        elif kept.outcome == PromiseOutcome.DROPPED and kept.vow.announcement is not last:
            yield _Remark("DOS08", slots, statements)
        elif kept.late_days:
            yield _Remark("DOS19", slots | {"days": kept.late_days}, statements)
        elif kept.outcome != PromiseOutcome.DONE and _is_moved(kept):
            yield _Remark("DOS21", slots, _moved_by(kept))
    measures = [kept for kept in seen.kept if kept.vow.aim == PromiseAim.MEASURE]
    if measures and all(kept.vow.kind == PromiseKind.VAGUE for kept in measures):
        quote = _short(measures[-1].vow.text)
        yield _Remark("DOS10", {"count": len(measures), "quote": quote}, _ids(kept.vow.announcement for kept in measures))
    done = [kept for kept in seen.kept if kept.outcome == PromiseOutcome.DONE and kept.seen]
    if done:
        told = {id(kept.seen[-1][0]) for kept in done}
        yield _Remark("DOS20", {"count": len(done)}, tuple(each.id for each in seen.announcements if id(each) in told))


def _overdue(kept: Kept, slots: Mapping[str, object], statements: tuple[str, ...]) -> _Remark:
    """A day gone by: put off before, the one from which something is so, that of a report, or that of an act."""
    if _is_moved(kept):
        return _Remark("DOS23", {**slots, "told": _short(_put_off_by(kept))}, _moved_by(kept))
    if kept.vow.begins:
        return _Remark("DOS22", slots, statements)
    return _Remark("DOS12" if is_of_words(kept.vow) else "DOS07", slots, statements)


def _put_off_by(kept: Kept) -> str:
    """The wording that gave a promise its last day."""
    if kept.seen and not kept.again:
        return kept.seen[-1][0].quote(kept.seen[-1][1])
    return kept.again[-1].text if kept.again else ""


def _moved_by(kept: Kept) -> tuple[str, ...]:
    """The announcement that made a promise and the one that gave it its last day."""
    later = kept.again[-1].announcement if kept.again else kept.seen[-1][0] if kept.seen else kept.vow.announcement
    return tuple(dict.fromkeys((kept.vow.announcement.id, later.id)))


def _is_moved(kept: Kept) -> bool:
    """Whether the day named last is later than the day named first."""
    first, last = last_day(kept.vow.due), last_day(kept.due)
    return first is not None and last is not None and first < last


def _ids(announcements: Iterator[Announcement]) -> tuple[str, ...]:
    return tuple(id for id, _ in groupby(announcement.id for announcement in announcements))


# --- silence and input -------------------------------------------------------------------------------------------------


def _of_silence(seen: Seen) -> Iterator[_Remark]:
    silence = seen.silence
    concrete = (kept.outcome for kept in seen.kept if kept.vow.kind != PromiseKind.VAGUE)
    awaited = not {PromiseOutcome.OPEN, PromiseOutcome.OVERDUE}.isdisjoint(concrete)
    if seen.announcements[-1].report.report_stage == ReportStage.FINAL and not awaited:
        return  # It says of itself that it is the last, and leaves nothing to be told.
    if silence.days >= _SILENT_DAYS and silence.next_report_promised is None:
        yield _Remark("DOS11", {"last": silence.last_published, "days": silence.days}, (seen.announcements[-1].id,))


def _of_input(seen: Seen) -> Iterator[_Remark]:
    for id in seen.repeated:
        yield _Remark("DOS16", {"quote": one_line(id)}, (id,))
    for id in seen.strange:
        yield _Remark("DOS17", {"quote": one_line(id)}, (id,))


def _short(wording: str) -> str:
    """One line, cut where it grows too long to be read at a glance."""
    shown = _BULLET.sub("", one_line(wording).strip()).rstrip("。")
    return shown if len(shown) <= _LONGEST_QUOTE else shown[: _LONGEST_QUOTE - 1] + "…"
