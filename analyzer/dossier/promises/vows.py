"""What is promised in one announcement: measures, further reports, and acts for those harmed."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import ISO_DAY, day_ahead, is_past, is_told_as_so, last_day, says, says_any, takes_back, without_request
from analyzer.durations import TO_THE_MONTH
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.report import Promise
from analyzer.rules.slots import COURSE, KEEPING
from analyzer.schema import Label, PromiseAim, PromiseKind, PromiseStatus

_LATELY = timedelta(days=45)
"""「10月より」 in November has begun; in March it is next October's."""
_FAR = timedelta(days=300)
CLAUSE = re.compile(r"[しりきけめいえびみちせれ]、|のうえ、")
DESK = re.compile(r"窓口|受付|電話|締め?切")
_FROM_THEN_ON = re.compile(r"[月日]以降(?!の)")
_NUMBER = re.compile(r"\(?[0-9]+[.)]*")
_DIGITS = re.compile(r"[0-9]+")
_YEAR = re.compile(r"年|来季|来シーズン")


def vows(announcement: Announcement) -> Iterator[Vow]:
    """The promises of the units that promise something: the acts of the statement's ledger, else the unit by what it is about."""
    for index in sorted(index for index in announcement.promising if not _is_ordered(announcement, index)):
        made = list(_made_in(announcement, index))
        yield from (replace(vow, beside=len(made) > 1) for vow in made)


def beside(vow: Vow) -> Iterator[Vow]:
    """The other promises of its sentence."""
    return (other for other in _made_in(vow.announcement, vow.unit) if (other.start, other.end) != (vow.start, vow.end))


def _is_ordered(announcement: Announcement, index: int) -> bool:
    """Whether a unit stands under a heading that names an authority's order, and tells what that asks for."""
    heading = announcement.units[index].placement.heading
    if heading is None:
        return False
    own, above = announcement.units[index], announcement.units[heading]
    in_list = heading > 0 and _numbering(own.wording) == _numbering(above.wording) is not None
    return says("ordered", above.wording) or (in_list and _is_ordered(announcement, heading - 1))  # 「(2)」 heads no 「(3)」.


def _numbering(wording: str) -> str | None:
    """How a line is numbered: 「(0)」 for 「(3) …」; None for one that is not."""
    found = _NUMBER.match(wording)
    return found and _DIGITS.sub("0", found[0])


def _made_in(announcement: Announcement, index: int) -> Iterator[Vow]:
    unit = announcement.units[index]
    if says("comes_to_end", unit.wording) and DESK.search(unit.wording):
        return  # 「相談窓口は9月30日をもって終了します」 promises nothing.
    promises = announcement.report.promises_in(index)
    if not promises and _is_done_or_asked(unit.wording):
        return
    if not promises and says("only_now", unit.wording) and Label.FOLLOWUP not in announcement.labels(index):
        return
    if says("told_authority", unit.wording) or (says("dealt_with", unit.wording) and not says("ahead", unit.wording)):
        return
    if promises:
        for promise in promises:
            if not _is_no_promise(unit.wording, promise):
                yield from _told_and_done(announcement, promise)
        yield from _report_beside(announcement, index)
    else:
        due = day_ahead(unit.wording, announcement.document.statement.published)
        if due is None and says("later_today", unit.wording):
            due = announcement.published
        yield from _vows_of(announcement, index, _aim(unit, announcement.labels(index), due), due)


def _is_done_or_asked(wording: str) -> bool:
    """Whether a sentence tells what was done by then (「翌11日までにお電話でもお詫びしました」) or only asks something of its readers."""
    wording = without_request(wording)
    done = says_any(("finished", "had_planned"), wording) or (is_past(wording) and not says("decided", wording))
    return done or says("asks_readers", wording)


def _told_and_done(announcement: Announcement, promise: Promise) -> Iterator[Vow]:
    """What the ledger holds for one measure, parted from the report it begins with: 「判明次第ご報告するとともに、…」."""
    wording = fold(promise.text)
    report = KEEPING.found("report_half", wording)
    if report is None or len(wording) != len(promise.text):
        yield _measure(announcement, promise)
        return
    end = promise.start + report.end()
    told = promise.text[: report.end()]
    yield Vow(announcement, promise.unit, promise.start, end, told, PromiseAim.REPORT, PromiseKind.CONCRETE, promise.due, False, fold(told))
    if rest := promise.text[report.end() :].lstrip("、"):
        yield _measure(announcement, replace(promise, start=promise.end - len(rest), text=rest))


def _report_beside(announcement: Announcement, index: int) -> Iterator[Vow]:
    """The report that the end of a sentence promises on the act before it: 「6月末までに点検し、結果を公表します」."""
    unit, published = announcement.units[index], announcement.document.statement.published
    found = KEEPING.found("reports_then", unit.wording)
    if found is None:
        return
    span = announcement.document.original_span((unit.span[0] + found.start("report"), unit.span[0] + found.end("report")))
    if any(promise.start < span[1] and span[0] < promise.end for promise in announcement.report.promises_in(index)):
        return
    due = day_ahead(found["report"], published) or day_ahead(unit.wording, published)
    text = announcement.report.text[slice(*span)]
    yield Vow(announcement, index, *span, text, PromiseAim.REPORT, PromiseKind.CONCRETE, due, False, found["report"])


def is_in_force(promise: Promise, announcement: Announcement) -> bool:
    """Whether a measure is told as done or running: by its wording, or by a day of beginning that has come (「10月より実施」)."""
    wording = fold(promise.text)
    whole = announcement.units[promise.unit].wording  # 「割当表を一本化し」 is done no sooner than what its sentence ends in.
    # 「…することとしました」 and 「開催に向け調整しています」 do not tell that it is so by now.
    if says("stops", wording):
        return True
    told = promise.status in (PromiseStatus.DONE, PromiseStatus.UNDER_WAY) or is_past(wording)
    if told and not says_any(("decided", "being_done"), whole) and not says("preparing", wording):
        return True
    return _has_begun(wording, announcement.day, _LATELY)


def _has_begun(wording: str, day: date, lately: timedelta) -> bool:
    """Whether a wording names a day of beginning (「10月より実施」) that had come by a day, and not long before."""
    told = find_dates(wording, Anchor(day), toward=Toward.NEAREST)
    begun = (found.iso for found in told if found.iso and COURSE.says("begins_after", wording[found.end :]))
    return any((day - lately).isoformat()[: len(iso)] <= iso <= day.isoformat()[: len(iso)] for iso in begun)


def _aim(unit: UnitReading, given: Collection[Label], due: str | None) -> PromiseAim:
    """What a promise outside the ledger is about: telling more, helping those harmed, or else preventing."""
    if says("submits", unit.wording) or (says("stops", unit.wording) and not says("notice", unit.wording)):
        return PromiseAim.MEASURE  # What goes to a regulator is no next announcement.
    if Label.FOLLOWUP not in given and says("to_persons", unit.wording):
        return PromiseAim.REMEDY
    if says("restores", unit.wording) and not says("notice", unit.wording):
        return PromiseAim.REMEDY
    tells = says("notice", unit.wording) and not says("remedy", unit.wording)
    if Label.FOLLOWUP in given or tells or (not given and due is not None and says("inquiry", unit.wording)):
        return PromiseAim.REPORT
    helps = says_any(("remedy", "bears_cost", "restores", "to_harmed"), unit.wording)
    if helps or (due is not None and Label.RESPONSE in given):
        return PromiseAim.REMEDY
    return PromiseAim.MEASURE


def _vows_of(announcement: Announcement, index: int, aim: PromiseAim, due: str | None) -> Iterator[Vow]:
    """The promises of one unit: several where each has its day, as in 「9月16日までに文書を送付し、10月末までに還付します」."""
    reported, wording = announcement.report.units[index], announcement.units[index].wording
    published = announcement.document.statement.published
    cuts = list(_cuts(wording, published))
    stops = aim != PromiseAim.REPORT and says("stops", wording)
    # 「6月1日から全数を検査しております」
    in_force = stops or (aim == PromiseAim.MEASURE and is_told_as_so(wording) and _has_begun(wording, announcement.day, _FAR))
    due = None if stops else due  # 「3月10日の催しは中止します」 is so once it is said.
    if not cuts or announcement.document.original_span(announcement.units[index].span) != (reported.start, reported.end):
        yield Vow(announcement, index, reported.start, reported.end, reported.text, aim, PromiseKind.CONCRETE, due, in_force, wording)
        return
    begin = announcement.units[index].span[0]
    for start, end in pairwise((0, *cuts, len(wording))):
        span = announcement.document.original_span((begin + start, begin + end))
        text, part = announcement.report.text[slice(*span)], wording[start:end]
        yield Vow(announcement, index, *span, text, aim, PromiseKind.CONCRETE, day_ahead(part, published), False, part)


def _cuts(wording: str, published: date | None) -> Iterator[int]:
    """Where one act ends and another begins: a body is set up first, each is of its own thing, both have a day, or the act alone has."""
    first = KEEPING.opening("set_up_then", wording) or KEEPING.opening("acts_apart", wording)
    if first is not None:
        yield first.end()
        return
    then = KEEPING.found("reports_then", wording)
    last = 0
    for found in CLAUSE.finditer(wording):
        before, after = wording[last : found.end()], wording[found.end() :]
        dated = day_ahead(before, published)
        each_dated = day_ahead(after, published) and (dated or says("asks_first", before))
        # 「5月中旬までに聞き取り、その結果を説明会でお伝えします」: the meeting has a day of its own.
        told_at_meeting = dated and then and then.start("report") == found.end() and says("at_meeting", after)
        if each_dated or told_at_meeting:
            last = found.end()
            yield last


def _is_no_promise(unit: str, promise: Promise) -> bool:
    """Whether what was taken for a measure names who is to blame, is what another act takes the place of, or a word given once."""
    promised = fold(promise.text)
    if promise.kind == PromiseKind.VAGUE and (is_past(promised) or is_past(unit)) and not says_any(("decided", "ahead"), unit):
        return True  # 「委託業者を指導しました」, 「専門性の向上等、体制の強化に努めてまいりました」
    return says("no_promise", unit) and (takes_back(promised) or says("no_promise", promised))


def _measure(announcement: Announcement, promise: Promise) -> Vow:
    span = _span_of_each(announcement.units[promise.unit].wording)
    if span is not None and span in fold(promise.text):
        promise = replace(promise, due=span)
    due = _whole_month(promise, announcement) if promise.due and ISO_DAY.match(promise.due) else None
    if due and _FROM_THEN_ON.search(fold(promise.text)):
        due = None  # 「4月以降、順次」 begins at no day by which it is to be done.
        promise = replace(promise, due=None)
    if due and due[:10] > (announcement.day + _FAR).isoformat() and not _YEAR.search(fold(promise.text)):
        due = None  # 「5月18日から停止」 told on 20 May is no promise for the year after.
        promise = replace(promise, due=None)
    since = last_day(due)  # 「…することとした。(2月3日から)」
    lately = since is not None and announcement.day - _LATELY <= since <= announcement.day
    in_force = promise.kind == PromiseKind.CONCRETE and (lately or is_in_force(promise, announcement))
    return Vow(
        announcement,
        promise.unit,
        promise.start,
        promise.end,
        promise.text,
        PromiseAim.REMEDY if says("to_harmed", fold(promise.text)) else PromiseAim.MEASURE,
        promise.kind,
        due or promise.due,
        in_force,
        fold(promise.text),
    )


def _whole_month(promise: Promise, announcement: Announcement) -> str | None:
    """The due of a measure, its month where only that is named: what is to begin 「1月から」 is not late on 5 January."""
    told = find_dates(fold(promise.text), Anchor(announcement.day), toward=Toward.NEAREST)
    months = {found.iso for found in told if found.iso and len(found.iso) == TO_THE_MONTH}
    month = str(promise.due)[:7]
    return month if promise.due == f"{month}-01" and month in months else promise.due


def _span_of_each(wording: str) -> str | None:
    """The span that a wording counts from each case (「結果を1週間以内に校長へ報告する」), which is no day after the publication."""
    found = KEEPING.found("standing_span", wording)
    return found["span"] if found else None
