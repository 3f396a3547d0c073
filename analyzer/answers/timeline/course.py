"""The course of events: which dated step is told where, what kind of step it is, and how long it took from one to the next."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from itertools import accumulate

from analyzer.answers.timeline.agreement import agreed, counted
from analyzer.answers.timeline.asides import AHEAD, COURSE, LISTING, is_ahead, is_aside, is_stale, is_to_come, only_tells_how_far
from analyzer.answers.timeline.clauses import CLAUSE_END, DONE, kind_by_wording
from analyzer.answers.timeline.dated_units import BULLET, CLOCK_FIRST, LINE_HEAD, DatedUnit, DatePlace, key_above, key_of_matter
from analyzer.answers.timeline.datelines import dateline, is_dateline, published_on
from analyzer.answers.timeline.dates import Anchor, DateExpression, Toward, find_dates, names_old_thing
from analyzer.answers.timeline.delays import delays
from analyzer.answers.timeline.rule_kinds import done_at_once, verdict_on
from analyzer.answers.timeline.steps import Known, Step
from analyzer.answers.timeline.wordings import DAY_WORDS
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.schema import EventKind, Label, Labels, Precision

Kinds = Callable[[Sequence[Step]], Sequence[EventKind]]
"""What judges of which kind the steps of one statement are, knowing the rules' verdicts: `StepKinds.judge`."""

_MOVING = COURSE | {Label.RESPONSE, Label.SCOPE}
"""Labels of units whose dates the next ones are read against; a date in the causes is a look back."""
_NOT_YET = re.compile(
    r"(?:(?<!まし)(?<!でし)ます|予定(?:です|であ|して|いたし|となっ|[)」。]|$)|見込み|方針|(?<!てい)(?<!であ)(?<!てあ)(?<!てお)(?<!ま)[うくすつぬぶむるぐ](?:こと(?:とし|といたし))?"
    r"|たい|ください|期限|締切|まで|(?:本日|[今本来](?:週|月|年度?))の?[中内](?:に|を予定)?)[」』)。]*$"
)
_BRACKET_AT_END = re.compile(r"\([^()]*\)。?$")
_ORDERED = re.compile(r"(?:発注|手配|契約|予約|申請|依頼|注文|予算化)(?:は|も)?済み?\)。?$")
"""「6月中に交換する(業者に発注済み)」 is still to come."""
_FROM_TODAY = re.compile(
    "|".join([*(word for word, (base, _) in DAY_WORDS.items() if base == "published"), "[今本先]々?[週月]", "[月火水木金土日]曜"])
)
"""What a year that nobody tells leaves open: days counted from the day of publication, and the dates of weekdays."""
_TIME_OF_MATTER = re.compile(
    rf"{LINE_HEAD}"
    r"[^。、0-9]{0,12}(?:障害|停電|断水|停止|遅延|中断|不具合|見合わせ|火災|事故|混乱)[^。、0-9]{0,8}(?:時間帯?|時刻)(?:は|[:|])、?\s*"
    r"(?=午[前後]|[0-9]{1,2}(?:時(?!間)|:))"
)
"""「障害の時間は9時05分から」: clock times of the day that everything is about, whatever day was told last."""
_MATTER_DAY = re.compile(r"当[日夜]")
_SAME_DAY_BEFORE = re.compile(
    r"[\s・]*(?:なお|また)?、?同(?:日|(?=[0-9]))[^。]*(?:て(?:い|おり)(?:た|まし)|(?:な|あ)かった|でした|ませんでし)"
)
_OWN_DAY = re.compile(r"[0-9]\s*(?:月|/|日(?!後|目|間))|[一二三四五六七八九十]\s*月")
_SOME_YEAR = 2001
"""No leap year: three of four have no 29 February."""
_STATE = re.compile(
    r"できな|できま|ておらず|ていませ|ておりませ|受信|つなが|繋が|停止|状態|不具合|障害|断水|停電|表示|閲覧|公開|遅延|中断|滞|アクセス"
)
_OUTAGE = re.compile(r"障害|停止|停電|断水|不具合|遅延")
"""「障害発生日時:4時58分〜8時51分」 tells when it ended, 「発生日時:10時から12時」 perhaps only when it may have been."""
_TODAY = re.compile(r"本日|今日|きょう")
"""「本日までに点検を終えました」 in passing: the clock times below it are still those of the matter."""
_TODAY_DATED = re.compile(r"(?:本日|今日|きょう)、?(?=[0-9]{1,2}(?:月|/))")
"""「本日2月3日より放送を再開いたします」: it has begun, whatever the year."""
_DONE_THEN = re.compile(
    r"(?:付け?(?:で|をもって)、)?(?![^。、]*予定)[^。、]{0,20}(?:まし[たて]|ており|ていた(?!だ)|た(?=[一-龥「『])(?![方人者分]))"
)
_RUN_ON = 6


def timeline(document: DocumentReading, labels: Sequence[Labels], published: date | None, kinds: Kinds | None = None) -> tuple[Event, ...]:
    """Dated steps in text order; `labels` are those assigned to each unit, spans point into the text as given.

    Not taken: lines that only date the statement, contact hours, days still ahead of `published`, and 「…現在」.
    Without `kinds`, the rules alone decide of which kind a step is.
    """
    return events_of(steps(document, labels, published), kinds)


def steps(document: DocumentReading, labels: Sequence[Labels], published: date | None) -> tuple[Step, ...]:
    """The steps of `timeline` with the words around them, of the kinds that the rules tell."""
    known = published or dateline(document)
    return tuple(_told(document, labels, known, dated=known is not None))


def events_of(told: Sequence[Step], kinds: Kinds | None = None) -> tuple[Event, ...]:
    """The events of steps, of the kinds that `kinds` judges or else the rules tell."""
    judged = [step.event.event for step in told] if kinds is None else kinds(told)
    return tuple(_of_kind(step.event, kind) for step, kind in zip(told, agreed(told, judged), strict=True))


def elapsed(
    document: DocumentReading, labels: Sequence[Labels], told: Sequence[Step], events: Sequence[Event], kinds: Kinds | None = None
) -> dict[str, str | None]:
    """The `delays` of a statement's `steps` and their events, counted from its day of publication or the day it bears.

    Where no year is told at all, the days between two dates are told all the same: they are read as lying within twelve
    months, and of the ways to do so that which leaves out no step and takes the shortest time.
    """
    published = published_on(document)
    if published or any(event.at for event in events):
        return delays(list(counted(told, events)), published)
    shortest = min((list(_told(document, labels, _month_end(month), dated=False)) for month in range(1, 13)), key=_rank)
    return delays(list(counted(shortest, _without_spoken(events_of(shortest, kinds)))), None)


def _without_spoken(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events without the times of those told from a day of publication that nobody tells, where others bear their date.

    「11/8に焼いた…」 and 「気づいたのは今朝」: how long it took between them cannot be told.
    """
    spoken = list(accumulate(events, lambda before, event: _is_spoken(event.text, before), initial=False))[1:]
    if all(spoken):
        return tuple(events)
    return tuple(replace(event, at=None) if from_today else event for event, from_today in zip(events, spoken, strict=True))


def _is_spoken(text: str, before: bool) -> bool:
    """Whether a date counts from the day of publication, or from one `before` it that does: 「今朝」, then 「9時」."""
    return (_FROM_TODAY.match(text) is not None or before) and _OWN_DAY.search(text) is None


def _of_kind(event: Event, kind: EventKind) -> Event:
    return replace(event, event=kind, also=tuple(each for each in event.also if each != kind))


def day_of(document: DocumentReading, events: Sequence[Event]) -> date | None:
    """The day from which a statement speaks: of publication, else the one that it bears, else the last one that it tells."""
    told = (date.fromisoformat(event.at[:10]) for event in events if event.at and event.precision != Precision.MONTH)
    return published_on(document) or max(told, default=None)


def _month_end(month: int) -> date:
    return date(_SOME_YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _rank(reading: Sequence[Step]) -> tuple[int, timedelta]:
    """First how many steps are left out as still to come, then the time that they take."""
    told = [date.fromisoformat(f"{step.event.at}-01"[:10]) for step in reading if step.event.at]
    return -len(told), max(told) - min(told) if told else timedelta.max


def _told(document: DocumentReading, labels: Sequence[Labels], published: date | None, *, dated: bool) -> Iterator[Step]:
    known = Known()
    titled = matter = _day_in_title(document, published)
    anchor = Anchor(published, matter or (None if published else _first_in_full(document, labels)), matter)
    measured: Anchor | None = None
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if (Label.CONTACT in given and not given.keys() & COURSE) or not _is_dated(unit.wording):
            continue
        endings = (unit.wording, _BRACKET_AT_END.sub("", unit.wording))
        done = any(map(DONE.search, endings[1:] if _ORDERED.search(unit.wording) else endings))
        ahead = any(map(_NOT_YET.search, endings)) and not done and Label.APOLOGY not in given
        only_ahead = bool(given.keys() & AHEAD) and not given.keys() & COURSE
        # 「5月に発生した件につきまして、お詫びいたします」 speaks of now and tells of then.
        toward = Toward.NEAREST if only_ahead or (ahead and Label.INCIDENT not in given) else Toward.PAST
        of_matter = _opens_course(document, index) or _looks_back_at_matter(document, index, given, known)
        meant = (titled or matter) if _TIME_OF_MATTER.match(unit.wording) else matter if of_matter else None
        if meant and anchor.day != meant:
            anchor = replace(anchor, last=meant, day=meant, moment=None)
        if not only_ahead:
            measured = None
        told = find_dates(unit.wording, measured or replace(anchor, matter=matter), toward=toward)
        if is_dateline(unit, index, told) and not (
            _is_told_as_step(given, told[0], published)
            or _heads_a_step(document, labels, index, of_day=published is not None and told[0].iso == published.isoformat())
            or key_above(document, index) is not None
            or key_of_matter(document, index, unit.wording[: told[0].start]) is not None
        ):
            continue
        if told and BULLET.fullmatch(_without(unit.wording, told)) and index + 1 < len(labels):
            given = {**given, **labels[index + 1]}  # A line that is but a date tells when what stands below it was done.
        if ahead and not dated and given.keys() & {Label.RESPONSE, Label.ADMISSION, *AHEAD}:
            told = tuple(found for found in told if _DONE_THEN.match(unit.wording, found.end) or _TODAY_DATED.match(found.text))
        dated_unit = DatedUnit(document, index, given, known)
        last = anchor.last
        for expression in told if not given or given.keys() & _MOVING else ():
            if not (
                (not given and matter and _TODAY.match(expression.text))
                or is_ahead(expression, anchor.published)
                or dated_unit.looks_back(expression)
                or names_old_thing(expression, unit.wording, anchor)
                or only_tells_how_far(dated_unit, expression)
            ):
                anchor = anchor.after(expression)
        if only_ahead and told and told[-1].iso and told[-1].precision != Precision.MONTH:
            measured = replace(anchor, matter=matter).after(told[-1])  # 「(11月18日)」, and below it 「(同日から)」
        for step in _steps(dated_unit, told, anchor.published, last, ahead):
            if step.event.event == EventKind.OCCURRED or (matter is None and _may_have_occurred(step.event, given)):
                matter = _day_of(step.event) or matter
            known = known.after(step.event)
            yield step


def _first_in_full(document: DocumentReading, labels: Sequence[Labels]) -> date | None:
    """The first day that the course tells with its year, near which days told before without one lie."""
    for unit, given in zip(document.units, labels, strict=True):
        if given.keys() & (COURSE | {Label.RESPONSE}):
            for found in find_dates(unit.wording):
                if found.iso and found.precision != Precision.MONTH and not names_old_thing(found, unit.wording, Anchor()):
                    return date.fromisoformat(found.iso[:10])
    return None


def _may_have_occurred(event: Event, given: Labels) -> bool:
    """Whether a step of no known kind is told as what happened."""
    return event.event == EventKind.OTHER and Label.INCIDENT in given


def _day_in_title(document: DocumentReading, published: date | None) -> date | None:
    """The day that a title names: 「7/21のアクセス障害について」."""
    told = find_dates(document.title, Anchor(published)) if document.title else ()
    days = [found for found in told if found.iso and len(found.iso) >= 10 and not is_ahead(found, published)]
    return date.fromisoformat(str(days[0].iso)[:10]) if days else None


_SOME_ANCHOR = Anchor(date(_SOME_YEAR, 1, 1), date(_SOME_YEAR, 1, 1), date(_SOME_YEAR, 1, 1), datetime(_SOME_YEAR, 1, 1))


@lru_cache(maxsize=4096)
def _is_dated(wording: str) -> bool:
    """Whether any date stands in a unit; asked again for each of the readings of a statement without a year."""
    return bool(find_dates(wording, _SOME_ANCHOR))


def _day_of(event: Event) -> date | None:
    return date.fromisoformat(event.at[:10]) if event.at and event.precision != Precision.MONTH else None


def _opens_course(document: DocumentReading, index: int) -> bool:
    """Whether a line with a clock time is the first below a heading that names no day: the times are those of the matter."""
    if not index or not CLOCK_FIRST.match(document.units[index].wording):
        return False
    above = document.units[index - 1]
    return above.placement.is_heading and all(_MATTER_DAY.fullmatch(found.text) for found in find_dates(above.wording))


def _looks_back_at_matter(document: DocumentReading, index: int, given: Labels, known: Known) -> bool:
    """Whether a cause below another heading than the course speaks of 「同日」: the day of the matter, whatever the course told last."""
    unit = document.units[index]
    if Label.CAUSE not in given or Label.RESPONSE in given or known.unit is None or not _SAME_DAY_BEFORE.match(unit.wording):
        return False
    return any(above.placement.is_heading for above in document.units[known.unit + 1 : index])


def _is_told_as_step(given: Labels, found: DateExpression, published: date | None) -> bool:
    """Whether the labels say that a line which is but a date tells a step: 「令和6年11月28日」 below 「発生年月日」."""
    return Label.TIMELINE in given and (published is None or found.iso != published.isoformat())


def _heads_a_step(document: DocumentReading, labels: Sequence[Labels], index: int, *, of_day: bool) -> bool:
    """Whether a line that is but a date stands in the course, over what was done then: 「11月12日(火)」 over 「12:25 児童が…」.

    Outside a list it may not be the day of publication (`of_day`).
    """
    if index + 1 >= len(document.units):
        return False
    below = document.units[index + 1]
    if CLOCK_FIRST.match(below.wording):
        return True
    telling = bool(labels[index + 1].keys() & (COURSE | {Label.RESPONSE}))
    in_course = document.units[index].placement.heading is not None or not of_day
    return in_course and telling and not below.placement.is_heading


def _without(wording: str, told: Sequence[DateExpression]) -> str:
    for found in reversed(told):
        wording = wording[: found.start] + wording[found.end :]
    return wording


def _steps(dated: DatedUnit, told: Sequence[DateExpression], published: date | None, last: date | None, ahead: bool) -> Iterator[Step]:
    unit, document, lead = dated.unit, dated.document, ""
    for place, found in enumerate(told):
        before = unit.wording[told[place - 1].end if place else 0 : found.start]
        after = unit.wording[found.end : told[place + 1].start if place + 1 < len(told) else len(unit.wording)]
        # 「保護者の皆様には16日と17日に」: they are those of both days.
        lead = lead if place and before.strip() in LISTING else before
        if after.strip() in LISTING and place + 1 < len(told):
            after += unit.wording[told[place + 1].end :]  # 「四月十二日及び五月九日にも書面をもって」
        promised = ahead and not dated.is_earlier(before, after)
        if not dated.tells(before, after) or is_aside(dated, told, place, before, after):
            continue
        before_it = _day_told_before(told[:place]) or last
        if (
            is_ahead(found, published)
            or (is_stale(found, published, before_it) and not DONE.search(unit.wording))
            or is_to_come(dated, found, after, published, promised=promised)
        ):
            continue
        if place + 1 < len(told) and not (CLAUSE_END.search(after) or kind_by_wording(after, dated.allowed())):
            # 「お一人は9日に、もうお一人は15日にお電話をくださり」: one predicate for both.
            after += unit.wording[told[place + 1].start :]
        closes = place + 1 == len(told)
        key = key_of_matter(document, dated.index, before)
        verdict = verdict_on(DatePlace(dated, found, lead, after, opens=not place, closes=closes))
        span = document.original_span((unit.span[0] + found.start, unit.span[0] + found.end))
        wording = document.statement.text[slice(*span)]
        also = done_at_once(dated, verdict.kind, unit.wording[found.end :] if closes else after)
        event = Event(dated.index, *span, wording, found.iso, found.precision, found.approximate, verdict.kind, also)
        step = Step(
            event,
            lead,
            after,
            alone=len(told) == 1,
            until=found.end_iso,
            settled=verdict.settled,
            keyed=key is not None,
        )
        yield step
        state = _run_on(document, dated.index) if after == "まで、" else after
        if (
            verdict.kind == EventKind.OCCURRED
            and found.clocked
            and (found.end_iso or found.open_end)
            and (_STATE.search(state) or (key and not after and _OUTAGE.search(key)))
        ):
            # 「9時20分から15時05分まで接続できない」 tells when it ended as well.
            yield replace(step, event=replace(event, at=found.end_iso, event=EventKind.CONTAINED, also=()), is_end=True)


def _day_told_before(earlier: Sequence[DateExpression]) -> date | None:
    """The last day told before a date in its own sentence, against which the year left out is read."""
    days = [found.iso for found in earlier if found.iso and found.precision != Precision.MONTH]
    return date.fromisoformat(days[-1][:10]) if days else None


def _run_on(document: DocumentReading, index: int) -> str:
    """What a list below a broken line goes on to say: 「…まで、」「・ご注文」「ができなくなっておりました。」."""
    below = [unit.wording for unit in document.units[index + 1 : index + _RUN_ON] if not unit.placement.is_heading]
    return "".join(below).partition("。")[0]
