"""What is promised in one announcement: measures, further reports, and acts for those harmed that have a day still to come."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from analyzer.answers.timeline.dates import Anchor, DateExpression, Toward, due_date, find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.slots import hit, slot_rules
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.report import Promise
from analyzer.schema import Label, PromiseAim, PromiseKind, PromiseStatus

_LATELY = timedelta(days=45)
"""「10月より」 in November has begun; in March it is next October's."""
_FAR = timedelta(days=300)
_ASIDE = re.compile(r"\([^()]*\)(?=[。\s]*$)")
_CLAUSE = re.compile(r"[しりきけめいえびみちせれ]、|のうえ、")
_YEAR = re.compile(r"年|来季|来シーズン")
_PAST = re.compile(r"(?:まし|でし)た[」』)。\s]*$")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


@dataclass(frozen=True, slots=True)
class Vow:
    """One promise where it was made; `due` is ISO where resolved, else as worded; offsets point into the statement as read."""

    announcement: Announcement
    unit: int
    start: int
    end: int
    text: str
    aim: PromiseAim
    kind: PromiseKind
    due: str | None
    in_force: bool
    wording: str


def vows(announcement: Announcement) -> Iterator[Vow]:
    """Measures, further reports, and acts for those harmed that have a day still to come."""
    covered: set[int] = set()
    for promise in announcement.report.promises:
        covered.add(promise.unit)
        if not _is_no_promise(announcement.units[promise.unit].wording, fold(promise.text)):
            yield _measure(announcement, promise)
    published = announcement.document.statement.published
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        if index in covered or (unit.placement.is_heading and not given):
            continue
        ahead = says("ahead", unit.wording) or (not given and says("undertakes", unit.wording))
        if not ahead or says("standing", unit.wording) or _PAST.search(unit.wording):
            continue
        if Label.CONTACT in given and Label.FOLLOWUP not in given:
            continue
        due = day_ahead(unit.wording, published)
        aim = _aim(unit, given, due)
        if aim == PromiseAim.REPORT and due is None and says("performs", unit.wording):
            continue  # 「結果を公表します」 is said of this announcement itself.
        if aim is not None:
            yield from _vows_of(announcement, index, aim, due)


def is_in_force(promise: Promise, announcement: Announcement) -> bool:
    """Whether a measure is told as done or running: by its wording, or by a day of beginning that has come (「10月より実施」)."""
    wording, published = fold(promise.text), announcement.published
    day = date.fromisoformat(published)
    whole = announcement.units[promise.unit].wording  # 「割当表を一本化し」 is done no sooner than what its sentence ends in.
    # 「…することとしました」 and 「開催に向け調整しています」 do not tell that it is so by now.
    if says("stops", wording):
        return True
    told = promise.status in (PromiseStatus.DONE, PromiseStatus.UNDER_WAY) or bool(_PAST.search(wording))
    if told and not says("decided", whole) and not says("preparing", wording):
        return True
    begun = (
        found for found in find_dates(wording, Anchor(day), toward=Toward.NEAREST) if hit("course", "begins_after", wording[found.end :])
    )
    lately = (day - _LATELY).isoformat()
    return any(found.iso is not None and lately[: len(found.iso)] <= found.iso <= published[: len(found.iso)] for found in begun)


def _aim(unit: UnitReading, given: Collection[Label], due: str | None) -> PromiseAim | None:
    only_response = set(given) <= {Label.RESPONSE}  # The model tells no promise there; the wording may.
    announced = only_response and says("hereafter", unit.wording) and says("notice", unit.wording)
    if Label.FOLLOWUP in given or announced or (not given and due is not None and says("inquiry", unit.wording)):
        return PromiseAim.REPORT
    # An unlabelled sentence with a day may be of anything (「12月の面談は別途ご案内します」): it must name a remedy.
    if due is not None and (Label.RESPONSE in given or (not given and says("remedy", unit.wording))):
        return PromiseAim.REMEDY
    own_words = only_response and any(says(slot, unit.wording) for slot in ("hereafter", "undertakes"))
    return PromiseAim.MEASURE if own_words or ((Label.RESPONSE in given or not given) and says("stops", unit.wording)) else None


def _vows_of(announcement: Announcement, index: int, aim: PromiseAim, due: str | None) -> Iterator[Vow]:
    """The promises of one unit: several where each has its day, as in 「9月16日までに文書を送付し、10月末までに還付します」."""
    reported, wording = announcement.report.units[index], announcement.units[index].wording
    published = announcement.document.statement.published
    cuts = list(_cuts(wording, published))
    stops = aim == PromiseAim.MEASURE and says("stops", wording)
    if not cuts or announcement.document.original_span(announcement.units[index].span) != (reported.start, reported.end):
        yield Vow(announcement, index, reported.start, reported.end, reported.text, aim, PromiseKind.CONCRETE, due, stops, wording)
        return
    begin = announcement.units[index].span[0]
    for start, end in pairwise((0, *cuts, len(wording))):
        span = announcement.document.original_span((begin + start, begin + end))
        text, part = announcement.report.text[slice(*span)], wording[start:end]
        yield Vow(announcement, index, *span, text, aim, PromiseKind.CONCRETE, day_ahead(part, published), False, part)


def _cuts(wording: str, published: date | None) -> Iterator[int]:
    """Where one act ends and another begins: a body is set up first, or both have a day."""
    body = next((found.end() for _, pattern in slot_rules("keeping", "set_up_then") if (found := pattern.match(wording))), None)
    if body is not None:
        yield body
        return
    last = 0
    for found in _CLAUSE.finditer(wording):
        before, after = wording[last : found.end()], wording[found.end() :]
        if day_ahead(after, published) and (day_ahead(before, published) or says("asks_first", before)):
            last = found.end()
            yield last


def _is_no_promise(unit: str, promised: str) -> bool:
    """Whether what was taken for a measure names who is to blame, or is what another act takes the place of."""
    return says("no_promise", unit) and (takes_back(promised) or says("no_promise", promised))


def _measure(announcement: Announcement, promise: Promise) -> Vow:
    due = promise.due if promise.due and ISO_DAY.match(promise.due) else None
    if due and due[:10] > (date.fromisoformat(announcement.published) + _FAR).isoformat() and not _YEAR.search(fold(promise.text)):
        due = None  # 「5月18日から停止」 told on 20 May is no promise for the year after.
        promise = replace(promise, due=None)
    in_force = promise.kind == PromiseKind.CONCRETE and is_in_force(promise, announcement)
    return Vow(
        announcement,
        promise.unit,
        promise.start,
        promise.end,
        promise.text,
        PromiseAim.MEASURE,
        promise.kind,
        due or promise.due,
        in_force,
        fold(promise.text),
    )


def day_ahead(wording: str, published: date | None) -> str | None:
    """The last day told that lies after the publication; a bare clock time or a day gone by is none."""
    dates = (told for told in find_dates(wording, Anchor(published), toward=Toward.NEAREST) if not says("until_after", wording[told.end :]))
    found = [day for told in dates if (day := _day(told))]
    ahead = [day for day in found if published is None or day > published]
    return max(ahead).isoformat() if ahead else None


def _day(told: DateExpression) -> date | None:
    return None if told.iso is None else due_date(told)


def says(slot: str, wording: str) -> bool:
    """Whether a rule of `rules/keeping.toml` hits; what stands in brackets at the end (「行いました(58名参加)。」) ends no sentence."""
    bare = _ASIDE.sub("", wording)
    return hit("keeping", slot, wording) or (bare != wording and hit("keeping", slot, bare))


def takes_back(wording: str) -> bool:
    """Whether a wording says that something will not be, or was not, done."""
    return says("withdrawn", wording) or says("cancelled_before", wording)
