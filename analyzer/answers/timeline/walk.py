"""The steps of a statement, told unit by unit: the dates of each, read against those before, and which of them tell a step."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from analyzer.answers.timeline.anchoring import Anchors, Line
from analyzer.answers.timeline.asides import AHEAD, COURSE, LISTING, is_aside
from analyzer.answers.timeline.clauses import CLAUSE_END, DONE, clauses_of, kind_by_wording
from analyzer.answers.timeline.coming import is_ahead, is_stale, is_to_come
from analyzer.answers.timeline.dated_units import BULLET, CLEFT, CLOCK_FIRST, PERIOD_OF_HARM, DatedUnit, DatePlace, key_above, key_of_matter
from analyzer.answers.timeline.datelines import is_dateline, stands_behind_title
from analyzer.answers.timeline.dates.anchors import DateExpression
from analyzer.answers.timeline.kinds.at_once import done_at_once
from analyzer.answers.timeline.kinds.fixed_kinds import Verdict
from analyzer.answers.timeline.kinds.outright import is_of_subject
from analyzer.answers.timeline.kinds.rule_kinds import verdict_on
from analyzer.answers.timeline.kinds.tellings import kinds_in
from analyzer.answers.timeline.lines import (
    acts_under,
    dates_in,
    goes_on_in_line,
    is_narrated,
    is_step_all_the_same,
    line_below,
    told_below,
    with_clocks,
    words_of_row,
)
from analyzer.answers.timeline.look_backs import is_of_other_case
from analyzer.answers.timeline.matter import days_added, days_of_parts
from analyzer.answers.timeline.steps import Known, Step
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.schema import EventKind, Label, Labels, Precision

_FAR = 400
"""Characters behind the next date that are still looked through: a sentence may go on for ever."""
_NOT_YET = re.compile(
    r"(?:(?<!まし)(?<!でし)ます|予定(?:です|であ|して|いたし|となっ|[)」。]|$)|見込み|方針|(?<!てい)(?<!であ)(?<!てあ)(?<!てお)(?<!ま)[うくすつぬぶむるぐ](?:こと(?:とし|といたし))?"
    r"|たい|ください|期限|締切|まで|(?:本日|[今本来](?:週|月|年度?))の?[中内](?:に|を予定)?)[」』)。]*$"
)
_BRACKET_AT_END = re.compile(r"\([^()]*\)。?$")
_ORDERED = re.compile(r"(?:発注|手配|契約|予約|申請|依頼|注文|予算化)(?:は|も)?済み?\)。?$")
"""「6月中に交換する(業者に発注済み)」 is still to come."""
_STATE = re.compile(
    r"^\s*\((?:鎮火|消火|復旧|解消|再開)\)|でき[なま]|(?:開け|進め|使え)(?:な|ませ)|不可|ておらず|ていませ|ておりませ|受信|つなが|繋が|停止|状態|不具合|障害|断水|停電|表示|閲覧|公開|遅延|中断|滞|アクセス"
)
_OUTAGE = re.compile(r"障害|停止|停電|断水|不具合|遅延|火災")
"""「障害発生日時:4時58分〜8時51分」 tells when it ended, 「発生日時:10時から12時」 perhaps only when it may have been."""
_BROKE_DOWN = re.compile(
    r"(?:障害|停電|断水|不具合|火災|つながら|繋がら|利用できな|ご利用になれな|接続できな)[^。、]{0,16}(?:発生|起き|起こ|生じ|なりま|なった)"
)
_TODAY_DATED = re.compile(r"(?:本日|今日|きょう)、?(?=[0-9]{1,2}(?:月|/))")
"""「本日2月3日より放送を再開いたします」: it has begun, whatever the year."""
_DONE_THEN = re.compile(
    r"(?:付け?(?:で|をもって)、)?(?![^。、]*予定)[^。、]{0,20}(?:まし[たて]|ており|ていた(?!だ)|た(?=[一-龥「『])(?![方人者分]))"
    r"|(?:付け?(?:で|をもって))?[^。、]{1,24}[しいりきめけえれ]、[^。、]{0,24}まし[たて](?:が|ところ)、[^。、]{0,8}(?:この(?:たび|度)|今般|今回)"
    r"|(?:付け?(?:で|をもって))?[^。、]{1,24}(?:始め|開始し|設置し|設け|着手し|立ち上げ)、[^。、]{0,8}(?:この(?:たび|度)|今般|今回)"
)
"""「2022年6月23日付で委員会を設け、調査を行ってきましたが、このたび、結論を得ましたのでご報告いたします」."""
_LOOSE_START = re.compile(r"年(?:度)?(?:頃|ごろ|代)?(?:から|より|〜)\s*$")
_UNTIL = re.compile(r"(?:頃|ごろ)?(?:まで|にかけ)")
_LASTED = re.compile(r"^\s*\((?:約|計)?[0-9]+(?:日|時間|分)[^()]*\)$")
_OF_NEXT = re.compile(rf"(?<=[、。])[^、。]*{CLEFT.pattern}|(?<=ながら)[^、。]{{0,40}}{CLEFT.pattern}")
"""「9月1日、参加者の方からご指摘をいただいたのが」: what the date after it completes."""
_INTRUDED = re.compile(r"侵入|感染|権限を[^。、]{0,8}(?:奪|取得)|窃取|持ち出")
"""It began then, days before the hour at which it showed."""
_CAME_OUT = re.compile(r"(?:判明|発覚|発見|気[付づ][くい]た?|[分わ]か(?:る|った))。?$")
_OPENED = re.compile(r"[一-龥ァ-ヶー」』]\($")
_OF_NOTE = re.compile(r"(?:公開|公表|掲載|作成|発行|配布|制作|改[正訂定]|策定|受領|締結|提出)\)")
_RUN_ON = 6
_HANDLED = frozenset({EventKind.NOTIFIED, EventKind.REPORTED, EventKind.PUBLISHED})
_CAME_TO_PASS = frozenset({EventKind.OCCURRED, EventKind.DETECTED})


def told_steps(document: DocumentReading, labels: Sequence[Labels], published: date | None, *, dated: bool) -> Iterator[Step]:
    """The steps in text order, of the kinds that the rules tell; `dated` where `published` is no mere guess at the year."""
    document, labels = with_clocks(document, labels)
    known, anchors = Known(), Anchors.of(document, labels, published)
    parts = days_of_parts(document, labels, published)
    added = days_added(document, published) if dated else {}
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if index in parts:
            anchors.begin_part(parts[index])  # 「本日」 below 「第1報:3/8発表分」 is that day.
            continue
        if index in added:
            anchors.begin_addendum(added[index] or published)
        if (Label.CONTACT in given and not given.keys() & COURSE) or not dates_in(unit.wording):
            continue
        line = _line(document, labels, index, known)
        told = anchors.dates_of(line, labels)
        if is_dateline(document, index, told) and not is_step_all_the_same(document, labels, index, told[0], published):
            continue
        told = told if index else tuple(found for found in told if not stands_behind_title(unit, found))
        if line.ahead and not dated and line.dated.given.keys() & {Label.RESPONSE, Label.ADMISSION, *AHEAD}:
            told = tuple(found for found in told if _DONE_THEN.match(unit.wording, found.end) or _TODAY_DATED.match(found.text))
        last, course, of_other_case = anchors.current.last, anchors.current, False
        looks_back = anchors.move_on(line, told)
        below = line.below
        if below is not None and told and told[-1].precision == Precision.DAY and CLOCK_FIRST.match(document.units[below].wording):
            continue  # 「9月3日(火)」 over 「10時05分 …」 is told with each of the hours below it.
        for step in _steps(line, told, anchors.current.published, last, anchors.matter):
            beside_hour = looks_back and known.hour and Label.RESPONSE not in line.dated.given and step.event.event not in _HANDLED
            beside_hour = beside_hour and not _INTRUDED.search(step.after)
            of_other_case = is_of_other_case(step, anchors.matter, published, goes_on=of_other_case)
            if beside_hour or of_other_case:
                # 「11月5日にも同じ警報が出ていました」 beside the hour at which it began
                step = replace(step, event=replace(step.event, event=EventKind.OTHER, also=()), settled=True)
            if not of_other_case:
                anchors.settle_matter(step, line.dated.given)
            known = known.after(step.event)
            if below is not None and not step.is_end and not of_other_case:
                also = (each for each in acts_under(document, labels, below) if each not in step.event.kinds)
                step = replace(step, event=replace(step.event, also=(*step.event.also, *also)))
            yield step
        if of_other_case:
            anchors.current = course  # 「2018年2月1日にも同じ誤りがありました。1月20日に…」: no day of this matter is read from it.


def _line(document: DocumentReading, labels: Sequence[Labels], index: int, known: Known) -> Line:
    """The unit at `index` with the line below that tells of its date, if any."""
    unit, given, below = document.units[index], labels[index], line_below(document, index)
    telling = unit.wording
    if below is not None:
        given, telling = {**given, **labels[below]}, document.units[below].wording
    endings = (telling, _BRACKET_AT_END.sub("", telling))
    done = any(map(DONE.search, endings[1:] if _ORDERED.search(telling) else endings))
    ahead = any(map(_NOT_YET.search, endings)) and not done and Label.APOLOGY not in given and not is_narrated(unit, telling, given, known)
    return Line(DatedUnit(document, index, given, known), below, ahead)


def _steps(line: Line, told: Sequence[DateExpression], published: date | None, last: date | None, matter: date | None) -> Iterator[Step]:
    dated, below, lead = line.dated, line.below, ""
    unit, document = dated.unit, dated.document
    row = words_of_row(unit.wording, told)
    for place, found in enumerate(told):
        if row and row[place] == ("", "") and found.precision == Precision.DAY:
            continue  # 「2/4(水) | ・10:05 …」 is told with each of its hours.
        stale = is_stale(dated, found, published, last, matter)
        last = last if stale else found.day or last
        before = unit.wording[told[place - 1].end if place else 0 : found.start]
        after = unit.wording[found.end : _next_told(told, place, unit.wording)]
        # 「保護者の皆様には16日と17日に」: they are those of both days.
        lead = lead if place and before.strip() in LISTING else before
        if place + 1 < len(told):
            after = _OF_NEXT.sub("", after)
        cleft = CLEFT.search(before) is not None and not after.strip("、 ")
        if after.strip() in LISTING and place + 1 < len(told) and not cleft:
            after += unit.wording[told[place + 1].end :][:_FAR]  # 「四月十二日及び五月九日にも書面をもって」
        promised = line.ahead and not dated.is_earlier(before, after)
        if not dated.tells(before, after) or is_aside(dated, told, place, before, after):
            continue
        if is_ahead(found, published) or stale or is_to_come(dated, found, after, published, promised=promised):
            continue
        if place + 1 < len(told) and not cleft and not _tells_for_itself(after, dated):
            # 「お一人は9日に、もうお一人は15日にお電話をくださり」: one predicate for both.
            after += unit.wording[told[place + 1].start :][:_FAR]
        closes = place + 1 == len(told)
        if closes and below is not None and not after.endswith("、"):
            after += told_below(document.units[below])
        elif not lead.strip() and (above := key_above(document, dated.index)) is not None:
            lead = f"{document.units[above].wording}:"  # 「判明日」
        key = key_of_matter(document, dated.index, before)
        if row:
            lead, after = row[place]
        verdict = verdict_on(DatePlace(dated, found, lead, after, opens=not place or row is not None, closes=closes or row is not None))
        beside = goes_on_in_line(document, dated.index) if closes and below is None and verdict == Verdict(EventKind.OTHER) else None
        if beside is not None and (kinds := kinds_in(clauses_of(document.units[beside].wording), _CAME_TO_PASS & dated.allowed())):
            after += document.units[beside].wording
            verdict = Verdict(kinds[0], settled=kinds[0] == EventKind.DETECTED and _CAME_OUT.search(after) is not None)
        elif not found.clocked:
            beside = None
        span = document.original_span((unit.span[0] + found.start, unit.span[0] + found.end))
        wording = document.statement.text[slice(*span)].rstrip()  # 「0942 」
        also = done_at_once(dated, verdict.kind, unit.wording[found.end :] if closes and below is None else after)
        if _LOOSE_START.search(unit.wording[: found.start]) and _UNTIL.match(after):
            found = replace(found, iso=None)  # 「2016年頃から2025年5月まで」 did not begin at its end.
        if verdict.at_end:
            found = replace(found, iso=found.end_iso)  # 「4月10日から18日まで調査した結果」
        event = Event(
            dated.index, span[0], span[0] + len(wording), wording, found.iso, found.precision, found.approximate, verdict.kind, also
        )
        step = Step(
            event,
            lead,
            after,
            alone=len(told) == 1,
            until=found.end_iso,
            settled=verdict.settled or (row is not None and verdict.kind == EventKind.DETECTED and _CAME_OUT.search(after) is not None),
            keyed=key is not None,
            told_in=(below if beside is None else beside) if closes else None,
        )
        yield step
        state = _run_on(document, dated.index) if after == "まで、" else after
        if (
            verdict.kind == EventKind.OCCURRED
            and found.clocked
            and (found.end_iso or found.open_end)
            and (_STATE.search(state) or (not _LASTED.sub("", after.removeprefix("まで")) and _names_outage(dated, before, key)))
        ):
            # 「9時20分から15時05分まで接続できない」 tells when it ended as well.
            yield replace(step, event=replace(event, at=found.end_iso, event=EventKind.CONTAINED, also=()), is_end=True)


def _next_told(told: Sequence[DateExpression], place: int, wording: str) -> int:
    """Where the words after a date end: at the next one, but not at one which a bracket adds to a thing: 「資料(令和4年6月公開)」."""
    for later in told[place + 1 :]:
        if not (_OPENED.search(wording, 0, later.start) and _OF_NOTE.match(wording, later.end)):
            return later.start
    return len(wording)


def _tells_for_itself(after: str, dated: DatedUnit) -> bool:
    """Whether the words up to the next date tell what was done, or but who did what comes then: 「10月の異動で来た職員が、」."""
    told = CLAUSE_END.search(after) or kind_by_wording(after, dated.allowed())
    return told is not None or is_of_subject(after)


def _names_outage(dated: DatedUnit, before: str, key: str | None) -> bool:
    """Whether a span is named the time of an outage (「停止した時間帯:」) before it or right above it.

    Or whether the text itself names it the time of the matter, and its title, or what stands above, tells of one.
    """
    over = before if BULLET.sub("", before) or not dated.index else dated.document.units[dated.index - 1].wording
    named = PERIOD_OF_HARM.search(over) is not None and _OUTAGE.search(over) is not None
    if named or key is None:
        return named
    above = (unit.wording for unit in dated.document.units[: dated.index])
    below = "".join(each.wording for each in dated.document.units[dated.index + 1 : dated.index + 2])  # 「障害内容:」
    return any((_OUTAGE.search(f"{key}{dated.document.title}"), _OUTAGE.match(below), any(map(_BROKE_DOWN.search, above))))


def _run_on(document: DocumentReading, index: int) -> str:
    """What a list below a broken line goes on to say: 「…まで、」「・ご注文」「ができなくなっておりました。」."""
    below = [unit.wording for unit in document.units[index + 1 : index + _RUN_ON] if not unit.placement.is_heading]
    return "".join(below).partition("。")[0]
