"""The steps of a statement, told unit by unit: the dates of each, read against those before, and which of them tell a step."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.timeline.asides import (
    AHEAD,
    COURSE,
    LISTING,
    is_aside,
    is_mistaken,
    only_tells_how_far,
)
from analyzer.answers.timeline.clauses import CLAUSE_END, DONE, kind_by_wording
from analyzer.answers.timeline.coming import is_ahead, is_stale, is_to_come
from analyzer.answers.timeline.dated_units import CLOCK_FIRST, PERIOD_OF_HARM, DatedUnit, DatePlace, key_above, key_of_matter
from analyzer.answers.timeline.datelines import TODAY, is_dateline
from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, Toward
from analyzer.answers.timeline.dates.expressions import find_dates, names_old_thing
from analyzer.answers.timeline.kinds.at_once import done_at_once
from analyzer.answers.timeline.kinds.rule_kinds import verdict_on
from analyzer.answers.timeline.lines import dates_in, is_narrated, is_step_all_the_same, line_below, told_below
from analyzer.answers.timeline.look_backs import goes_on, is_long_ago, is_look_back
from analyzer.answers.timeline.matter import (
    TIME_OF_MATTER,
    day_in_title,
    days_added,
    days_of_parts,
    first_in_full,
    is_what_came_of_it,
    looks_back_at_matter,
    may_have_occurred,
    opens_course,
)
from analyzer.answers.timeline.steps import Known, Step
from analyzer.durations import day_in
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.schema import EventKind, Label, Labels, Precision

_FAR = 400
"""Characters behind the next date that are still looked through: a sentence may go on for ever."""
_MOVING = COURSE | {Label.RESPONSE, Label.SCOPE}
"""Labels of units whose dates the next ones are read against; a date in the causes is a look back."""
_NOT_YET = re.compile(
    r"(?:(?<!まし)(?<!でし)ます|予定(?:です|であ|して|いたし|となっ|[)」。]|$)|見込み|方針|(?<!てい)(?<!であ)(?<!てあ)(?<!てお)(?<!ま)[うくすつぬぶむるぐ](?:こと(?:とし|といたし))?"
    r"|たい|ください|期限|締切|まで|(?:本日|[今本来](?:週|月|年度?))の?[中内](?:に|を予定)?)[」』)。]*$"
)
_BRACKET_AT_END = re.compile(r"\([^()]*\)。?$")
_ORDERED = re.compile(r"(?:発注|手配|契約|予約|申請|依頼|注文|予算化)(?:は|も)?済み?\)。?$")
"""「6月中に交換する(業者に発注済み)」 is still to come."""
_STATE = re.compile(
    r"できな|できま|不可|ておらず|ていませ|ておりませ|受信|つなが|繋が|停止|状態|不具合|障害|断水|停電|表示|閲覧|公開|遅延|中断|滞|アクセス"
)
_OUTAGE = re.compile(r"障害|停止|停電|断水|不具合|遅延")
"""「障害発生日時:4時58分〜8時51分」 tells when it ended, 「発生日時:10時から12時」 perhaps only when it may have been."""
_TODAY_DATED = re.compile(r"(?:本日|今日|きょう)、?(?=[0-9]{1,2}(?:月|/))")
"""「本日2月3日より放送を再開いたします」: it has begun, whatever the year."""
_DONE_THEN = re.compile(
    r"(?:付け?(?:で|をもって)、)?(?![^。、]*予定)[^。、]{0,20}(?:まし[たて]|ており|ていた(?!だ)|た(?=[一-龥「『])(?![方人者分]))"
)
_LOOSE_START = re.compile(r"年(?:度)?(?:頃|ごろ|代)?(?:から|より|〜)\s*$")
_UNTIL = re.compile(r"(?:頃|ごろ)?(?:まで|にかけ)")
_RUN_ON = 6
_HANDLED = frozenset({EventKind.NOTIFIED, EventKind.REPORTED, EventKind.PUBLISHED})


def told_steps(document: DocumentReading, labels: Sequence[Labels], published: date | None, *, dated: bool) -> Iterator[Step]:
    """The steps in text order, of the kinds that the rules tell; `dated` where `published` is no mere guess at the year."""
    known = Known()
    titled = matter = day_in_title(document, published)
    anchor = Anchor(published, matter or (None if published else first_in_full(document, labels)), matter)
    measured: Anchor | None = None
    left: tuple[Anchor, bool] | None = None  # where a look back left the course, and whether it was in passing
    parts = days_of_parts(document, labels, published)
    added = days_added(document, published) if dated else {}
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if index in parts:
            anchor = Anchor(parts[index], matter=matter)  # 「本日」 below 「第1報:3/8発表分」 is that day.
            continue
        if index in added:
            anchor = Anchor(added[index] or published, matter, matter)
        if (Label.CONTACT in given and not given.keys() & COURSE) or not dates_in(unit.wording):
            continue
        below = line_below(document, index)
        if below is not None:
            given = {**given, **labels[below]}
        telling = unit.wording if below is None else document.units[below].wording
        endings = (telling, _BRACKET_AT_END.sub("", telling))
        done = any(map(DONE.search, endings[1:] if _ORDERED.search(telling) else endings))
        ahead = (
            any(map(_NOT_YET.search, endings)) and not done and Label.APOLOGY not in given and not is_narrated(unit, telling, given, known)
        )
        only_ahead = bool(given.keys() & AHEAD) and not given.keys() & COURSE
        # 「5月に発生した件につきまして、お詫びいたします」 speaks of now and tells of then.
        toward = Toward.NEAREST if only_ahead or (ahead and Label.INCIDENT not in given) else Toward.PAST
        of_matter = opens_course(document, index) or looks_back_at_matter(document, index, given, known)
        meant = (titled or matter) if TIME_OF_MATTER.match(unit.wording) else matter if of_matter else None
        if meant and anchor.day != meant:
            anchor = replace(anchor, last=meant, day=meant, moment=None)
        elif left and goes_on(dates_in(unit.wording)[0], given, left[0], in_passing=left[1]):
            anchor = left[0]
        if not only_ahead:
            measured = None
        told = find_dates(unit.wording, measured or replace(anchor, matter=matter), toward=toward)
        if is_dateline(document, index, told) and not is_step_all_the_same(document, labels, index, told[0], published):
            continue
        if ahead and not dated and given.keys() & {Label.RESPONSE, Label.ADMISSION, *AHEAD}:
            told = tuple(found for found in told if _DONE_THEN.match(unit.wording, found.end) or _TODAY_DATED.match(found.text))
        dated_unit = DatedUnit(document, index, given, known)
        last, before = anchor.last, anchor
        for expression in told if not given or given.keys() & _MOVING else ():
            # 「本日までに点検を終えました」 in passing: the clock times below it are still those of the matter.
            in_passing = not given and matter and TODAY.match(expression.text)
            if not (in_passing or _leads_nowhere(dated_unit, expression, anchor)):
                anchor = anchor.after(expression)
        looks_back = anchor is not before and is_look_back(unit.wording, given, told, before)
        if anchor is not before:
            back = looks_back or is_long_ago(told, before, published)
            left = (left or (before, looks_back)) if back else None
        if only_ahead and told and told[-1].iso and told[-1].precision != Precision.MONTH:
            measured = replace(anchor, matter=matter).after(told[-1])  # 「(11月18日)」, and below it 「(同日から)」
        if below is not None and told and told[-1].precision == Precision.DAY and CLOCK_FIRST.match(document.units[below].wording):
            continue  # 「9月3日(火)」 over 「10時05分 …」 is told with each of the hours below it.
        for step in _steps(dated_unit, told, anchor.published, last, ahead, below):
            if looks_back and known.hour and Label.RESPONSE not in given and step.event.event not in _HANDLED:
                # 「11月5日にも同じ警報が出ていました」 beside the hour at which it began
                step = replace(step, event=replace(step.event, event=EventKind.OTHER), settled=True)
            told_again = matter is not None and is_what_came_of_it(step)
            if (step.event.event == EventKind.OCCURRED and not told_again) or (matter is None and may_have_occurred(step.event, given)):
                matter = day_in(step.event.at) or matter
            known = known.after(step.event)
            yield step


def _leads_nowhere(dated: DatedUnit, found: DateExpression, anchor: Anchor) -> bool:
    """Whether no later date can be read from this one: it is ahead, looks back, is told wrongly or tells but how far something is."""
    wording = dated.unit.wording
    return (
        is_ahead(found, anchor.published)
        or dated.looks_back(found)
        or names_old_thing(found, wording, anchor)
        or is_mistaken(found, wording)
        or is_stale(found, wording, anchor.published, anchor.last)
        or only_tells_how_far(dated, found)
    )


def _steps(
    dated: DatedUnit, told: Sequence[DateExpression], published: date | None, last: date | None, ahead: bool, below: int | None
) -> Iterator[Step]:
    unit, document, lead = dated.unit, dated.document, ""
    for place, found in enumerate(told):
        stale = is_stale(found, unit.wording, published, last)
        last = last if stale else found.day or last
        before = unit.wording[told[place - 1].end if place else 0 : found.start]
        after = unit.wording[found.end : told[place + 1].start if place + 1 < len(told) else len(unit.wording)]
        # 「保護者の皆様には16日と17日に」: they are those of both days.
        lead = lead if place and before.strip() in LISTING else before
        if after.strip() in LISTING and place + 1 < len(told):
            after += unit.wording[told[place + 1].end :][:_FAR]  # 「四月十二日及び五月九日にも書面をもって」
        promised = ahead and not dated.is_earlier(before, after)
        if not dated.tells(before, after) or is_aside(dated, told, place, before, after):
            continue
        if is_ahead(found, published) or stale or is_to_come(dated, found, after, published, promised=promised):
            continue
        if place + 1 < len(told) and not (CLAUSE_END.search(after) or kind_by_wording(after, dated.allowed())):
            # 「お一人は9日に、もうお一人は15日にお電話をくださり」: one predicate for both.
            after += unit.wording[told[place + 1].start :][:_FAR]
        closes = place + 1 == len(told)
        if closes and below is not None and not after.endswith("、"):
            after += told_below(document.units[below])
        elif not lead.strip() and (above := key_above(document, dated.index)) is not None:
            lead = f"{document.units[above].wording}:"  # 「判明日」
        key = key_of_matter(document, dated.index, before)
        verdict = verdict_on(DatePlace(dated, found, lead, after, opens=not place, closes=closes))
        span = document.original_span((unit.span[0] + found.start, unit.span[0] + found.end))
        wording = document.statement.text[slice(*span)]
        also = done_at_once(dated, verdict.kind, unit.wording[found.end :] if closes and below is None else after)
        if _LOOSE_START.search(unit.wording[: found.start]) and _UNTIL.match(after):
            found = replace(found, iso=None)  # 「2016年頃から2025年5月まで」 did not begin at its end.
        event = Event(dated.index, *span, wording, found.iso, found.precision, found.approximate, verdict.kind, also)
        step = Step(
            event,
            lead,
            after,
            alone=len(told) == 1,
            until=found.end_iso,
            settled=verdict.settled,
            keyed=key is not None,
            told_in=below if closes else None,
        )
        yield step
        state = _run_on(document, dated.index) if after == "まで、" else after
        if (
            verdict.kind == EventKind.OCCURRED
            and found.clocked
            and (found.end_iso or found.open_end)
            and (_STATE.search(state) or (not after and _names_outage(before, f"{key}{document.title}" if key else "")))
        ):
            # 「9時20分から15時05分まで接続できない」 tells when it ended as well.
            yield replace(step, event=replace(event, at=found.end_iso, event=EventKind.CONTAINED, also=()), is_end=True)


def _names_outage(before: str, key: str) -> bool:
    """Whether a span stands behind the name of the time of an outage (「停止した時間帯:」), or its key and the title speak of one."""
    return (PERIOD_OF_HARM.search(before) is not None and _OUTAGE.search(before) is not None) or _OUTAGE.search(key) is not None


def _run_on(document: DocumentReading, index: int) -> str:
    """What a list below a broken line goes on to say: 「…まで、」「・ご注文」「ができなくなっておりました。」."""
    below = [unit.wording for unit in document.units[index + 1 : index + _RUN_ON] if not unit.placement.is_heading]
    return "".join(below).partition("。")[0]
