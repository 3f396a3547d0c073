"""The course of events: which dated step is told where, what kind of step it is, and how long it took from one to the next."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import cache, lru_cache

from analyzer.answers.dates import Anchor, DateExpression, Toward, due_date, find_dates
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import Event
from analyzer.rules import load_rules
from analyzer.schema import EventKind, Label, Precision

Labels = Mapping[Label, float]

_TELLING = frozenset({Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_OWNING = frozenset({Label.CAUSE, Label.ADMISSION, Label.APOLOGY, Label.DEFLECTION, Label.HARM_STATUS})
_COURSE = frozenset({Label.TIMELINE, Label.INCIDENT})
_MOVING = _COURSE | {Label.RESPONSE, Label.SCOPE}
"""Labels of units whose dates the next ones are read against; a date in the causes is a look back."""
_AHEAD = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP})
_DELAYS = (
    (EventKind.OCCURRED, EventKind.DETECTED),
    (EventKind.DETECTED, EventKind.CONTAINED),
    (EventKind.DETECTED, EventKind.NOTIFIED),
    (EventKind.OCCURRED, EventKind.PUBLISHED),
    (EventKind.DETECTED, EventKind.PUBLISHED),
    (EventKind.OCCURRED, EventKind.CONTAINED),
)
_CLAUSE_END = re.compile(
    r"。|(?:(?<!よ)り|(?<!対)し|[じちみきぎびいえれけげせてでねべめ]|た(?:ため|ところ|が|後|際|上で)|が|に関しては|につきましては|については|件は|ながら|により|によって"
    r"|停止|連絡|報告|判明|開始|確認|送信|発生|通知|発覚|公表|謝罪|説明|提出|依頼|削除|回収|復旧|受信|送付|掲載)、"
)
_TOLD_BEFORE = re.compile(r"(?:のは|日時?は?|時刻は?|[:])\s*、?\s*(?:同|去る)?\s*$")
_OPEN_BRACKET = re.compile(r"[(〔【][^()〔〕【】]{0,6}$")
_AS_OF = re.compile(r"\s*(?:\([^()]*\))?\s*(?:現在|時点|版|号|付(?:け)?で?の(?:人事|異動))")
_UNTIL_NOW = re.compile(r"まで(?:に|のところ)?[^。]{0,30}(?:(?<!申し訳あり)(?<!申し訳ござい)ません|ない|なし)")
_NOT_YET = re.compile(
    r"(?:(?<!まし)(?<!でし)ます|予定(?:です|であ|して|いたし|となっ|[)」。]|$)|見込み|方針|(?<!てい)(?<!であ)(?<!てあ)(?<!てお)(?<!ま)[うくすつぬぶむるぐ](?:こと(?:とし|といたし))?"
    r"|たい|ください|期限|締切|まで)[」』)。]*$"
)
_BRACKET_AT_END = re.compile(r"\([^()]*\)。?$")
_DONE = re.compile(
    r"(?:まし|でし|られ|し|され|っ|い|え|け|れ|せ|び|き)た[」』)。]*$|[てで](?:おり|い|き)ます[」』)。]*$|(?:済み?|完了)[」』)。]*$"
    r"|た(?:もの|の|次第|ところ)で(?:ございます|あります|す)[」』)。]*$"
)
_LIMIT_OF_OTHERS = re.compile(r"期限|締切|〆切|申(?:し)?込|受付(?:期間|時間|は)|営業時間|有効|定休")
_SOME_YEAR = 2001
"""No leap year: three of four have no 29 February."""
_NOUN = 3
_SHORT = 15
"""Characters after a date that may leave it to the next line to tell what the step was."""
_LISTING = frozenset({"及び", "および", "と", "、", "・"})
_LONG_AGO = timedelta(days=334)
_LATELY = timedelta(days=45)
"""「7月14日から…止めます」 may be two weeks in force; 「10月より…廃止します」 in March is next October's."""
_FINISHED = re.compile(r"(?:終え|終わ[りっ]|済ませ|済み|完了し)")
_SURE = 0.75
"""A label less probable than this rules out no kind of step."""
_STATE = re.compile(r"できな|できま|つなが|繋が|停止|状態|不具合|障害|断水|停電|表示|閲覧|公開|遅延|中断|滞|アクセス")
_DATELINE = re.compile(r"[\s()「」【】:・,、。]|公表|公開|掲載|発表|発行|更新|配信|記|日|付け?|現在")
_CLOCK_FIRST = re.compile(r"[\s・○●◆■]*(?:午[前後]\s*)?[0-9]{1,2}(?:[:時])")
_RELATIVE = re.compile(r"[当翌前そ即]")
_LOOKED_BACK = re.compile(r"前[日夜夕々]")
_EARLIER_WORD = re.compile(
    r"^(?:付け?(?:の|で)?[^。、]{0,6}|の|、)(?:第[0-9一二三]+報|続報|会報|お知らせ|公表|発表|文書|ご?報告)"
    r"|^に(?:は|も)?(?:お知らせ|公表|発表|お伝え|ご報告|お約束)(?:し|いたし|致し)(?:た|まし)(?![^。]{0,24}(?:に|の|が)(?:誤り|誤って|不備|間違い|漏れ))"
    r"|^に(?:も|は)?[^。、]{0,8}(?:「[^」]{1,40}」(?:と|を)(?:申し上げ|お伝え|公表|発表|書|述べ)|(?:書面|文書)をもって申し上げ)"
    r"|^以降?に?(?:お伝え|お知らせ)した"
)
"""What is said of a day on which something was published; 「前回(5月16日)は」 before it."""
_EARLIER_NOTICE = re.compile(
    r"^の(?:「[^」]{1,40}」(?:で|にて|において)(?:ご案内|お知らせ|お伝え|公表)した|中間報告|第[0-9一二三]+報|続報)"
    r"|^(?:に|付けで?)(?:掲載|公表|公開|発表|お知らせ|ご案内)(?:し|いたし|致し)(?:た|ました)「"
    r"|^(?:に|付けで?)(?:第[0-9一二三]+報|続報|お知らせ)を(?:公表|掲載|発表|お出し|お届け)"
    r"|^に(?:は|も)?[^。、]{0,8}「[^」]{1,40}」と(?:お知らせ|ご?報告|ご?説明|申し上げ|お伝え|公表|発表|書|述べ)(?:し|いたし|致し|まし|い)"
)
_EARLIER = re.compile(r"(?:前回|前報|前号|第[0-9一二三]+報|先の(?:公表|お知らせ))[(〔]$")
_SUBJECT = re.compile(r"について|につきまして|に関し|の(?:件|続報|ご報告)")
_PLANNED_THING = re.compile(
    r"の[^。、をにでがは]{0,16}(?:遠征|合宿|大会|公演|興行|試合|券|チケット|ラウンド|ツアー|イベント|行事)(?:に(?:つ|関|お)|は|を|の|へ)"
)
"""「3月の入場券について」 names a thing by its month and tells no step."""
_OF_THAT = re.compile(r"^(?:の|に[^。、]{1,16}た)[^。]{0,80}?(?:ていた|ていること|であること|があった|なかった)")
_UNDONE = re.compile(r"(?:なかった|ないまま|ておらず|ません(?:でした)?)[、。]?$")
_SINCE = re.compile(r"^(?:から|以降|より)(?:と|で|の(?:もの|こと)|だっ|行われ|続い)")
_OF_A_FACT = re.compile(r"^に[^。、]{1,24}(?:あった|ていた|われた|された|した)(?:こと|痕跡|旨)(?:を|が)")
_REGRET = re.compile(r"てし\s*ま[いっ]")
"""「…してしまいました」 tells what went wrong."""
_FIRST_THEN = re.compile(r"[^。、]*、?[^。、]*(?:うえ|上|のち|後に?)で?、")
_OF_A_THING = re.compile(r"^の(?!朝|夜|夕|昼|午[前後]|深夜|未明|早朝|うち|時点)[^。、]{0,12}")
_ASIDE = re.compile(r"\([^()]*\)")
_FOUND_BY = re.compile(
    r"^(?:の|に)[^。、]{0,24}?(?:(?:により|によって|で|から|を機に|の際に?)、?(?:初めて)?(?:判明|発覚|分か|わか|明らか|気[付づ])"
    r"|(?:見直し|調査|点検|監査|棚卸し?|検査|確認|照合|聞き取り|聴取|面談|アンケート|準備|清掃)(?:で|により|の際|中|時))"
)
_RELATIVE_VERB = re.compile(r"(?<=[しいっれ]た)(?=[一-龥ァ-ヶ])")
_RELATIVE_CLAUSE = re.compile(r"^(?:の[^。、]{1,8})?に[^。、]{0,16}?(?:し|い|っ|れ)た(?=[一-龥ァ-ヶ「『])(?!際|後|時|上|結果|当|直後|以降)")
"""「5月に指定した練習着に関しご指摘を頂戴」: in May it was but named."""
_BULLET = re.compile(r"[\s・○●◆■▼①-⑳()0-9.:A-Z同、。<>〈〉《》\-–—~〜頃]*")
_ON_HEARING = re.compile(r"[^。、]*、?[^。、]*(?:を受けて?|により|に基づき)、")
_STEPS = frozenset({EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
_ACTS = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
_RECOVERED = re.compile(r"[^。、]{0,12}(?:退院|帰宅|復帰|登校|復職|軽快)")
_OCCASION = re.compile(r"^の[^。、]{1,20}(?:こと|出来事)(?:で、|です|でし)")
_SPAN = re.compile(r"^(?:から|以降|より)")
_COPULA = re.compile(r"^(?:のこと)?(?:でし|です|であ|だっ|と(?:なり|なっ)|に(?:なり|なっ))")
_TODAY = frozenset({"本日", "今日", "きょう"})
_SPOKEN = re.compile(r"[本今昨明きあ一]")
_SAYING = re.compile(r"(?:は|、)[^。]{0,20}(?:ご?報告|お知らせ|お伝え|ご?説明)")
_PERIOD_KEY = re.compile(r"(?:期間|日時|時間帯?)】?\s*[:|]?\s*$")
_PERIOD_OF_HARM = re.compile(
    r"(?:販売|製造|出荷|発生|掲載|公開|対象|該当|影響|流出|漏え?い|表示|障害|閲覧|見えて(?:い|し)[^。、]{0,4})(?:の|た)?(?:期間|日時|時間帯?|年月日|時期)】?\s*[:|]?\s*$"
)


@dataclass(frozen=True, slots=True)
class EventRule:
    """One wording rule of `rules/events.toml`."""

    code: str
    kind: EventKind
    pattern: re.Pattern[str]


@cache
def event_rules() -> tuple[EventRule, ...]:
    """All rules in file order, the narrower first."""
    return tuple(EventRule(code, EventKind(rule["kind"]), re.compile(rule["pattern"])) for code, rule in load_rules("events").items())


def timeline(document: DocumentReading, labels: Sequence[Labels], published: date | None) -> tuple[Event, ...]:
    """Dated steps in text order; `labels` are those assigned to each unit, spans point into the text as given.

    Not taken: lines that only date the statement, contact hours, days still ahead of `published`, and 「…現在」.
    """
    known = published or dateline(document)
    return tuple(_told(document, labels, known, dated=known is not None))


def elapsed(document: DocumentReading, labels: Sequence[Labels], events: Sequence[Event]) -> dict[str, str | None]:
    """The `delays` of a statement's events, counted from its day of publication or the day it bears.

    Where no year is told at all, the days between two dates are told all the same: they are read as lying within twelve
    months, and of the ways to do so that which leaves out no step and takes the shortest time.
    """
    published = document.statement.published or dateline(document)
    if published or any(event.at for event in events):
        return delays(events, published)
    readings = (list(_told(document, labels, _month_end(month), dated=False)) for month in range(1, 13))
    return delays(min(readings, key=_rank), None)


def day_of(document: DocumentReading, events: Sequence[Event]) -> date | None:
    """The day from which a statement speaks: of publication, else the one that it bears, else the last one that it tells."""
    told = (date.fromisoformat(event.at[:10]) for event in events if event.at and event.precision != Precision.MONTH)
    return document.statement.published or dateline(document) or max(told, default=None)


def _month_end(month: int) -> date:
    return date(_SOME_YEAR + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _rank(events: Sequence[Event]) -> tuple[int, timedelta]:
    """First how many steps are left out as still to come, then the time that they take."""
    told = [date.fromisoformat(f"{event.at}-01"[:10]) for event in events if event.at]
    return -len(told), max(told) - min(told) if told else timedelta.max


def _told(document: DocumentReading, labels: Sequence[Labels], published: date | None, *, dated: bool) -> Iterator[Event]:
    known = _Known()
    matter = _day_in_title(document, published)
    anchor = Anchor(published, matter, matter)
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if (Label.CONTACT in given and not given.keys() & _COURSE) or not _is_dated(unit.wording):
            continue
        endings = (unit.wording, _BRACKET_AT_END.sub("", unit.wording))
        ahead = any(map(_NOT_YET.search, endings)) and not any(map(_DONE.search, endings)) and Label.APOLOGY not in given
        only_ahead = bool(given.keys() & _AHEAD) and not given.keys() & _COURSE
        # 「5月に発生した件につきまして、お詫びいたします」 speaks of now and tells of then.
        toward = Toward.NEAREST if only_ahead or (ahead and Label.INCIDENT not in given) else Toward.PAST
        if matter and anchor.day != matter and _opens_course(document, index):
            anchor = replace(anchor, last=matter, day=matter, moment=None)
        told = find_dates(unit.wording, replace(anchor, matter=matter), toward=toward)
        if _is_dateline(unit, told) and not _heads_a_step(document, labels, index):
            continue
        if told and _BULLET.fullmatch(_without(unit.wording, told)) and index + 1 < len(labels):
            given = {**given, **labels[index + 1]}  # A line that is but a date tells when what stands below it was done.
        if ahead and not dated and given.keys() & {Label.RESPONSE, *_AHEAD}:
            continue
        clause = _Clause(document, index, given, known)
        last = anchor.last
        for expression in told if not given or given.keys() & _MOVING else ():
            if not _is_ahead(expression, anchor.published) and not clause.looks_back(expression):
                anchor = anchor.after(expression)
        for event in _events(clause, told, anchor.published, last, ahead):
            if event.event == EventKind.OCCURRED:
                matter = _day_of(event) or matter
            known = known.after(event)
            yield event


def _day_in_title(document: DocumentReading, published: date | None) -> date | None:
    """The day that a title names: 「7/21のアクセス障害について」."""
    told = find_dates(document.title, Anchor(published)) if document.title else ()
    days = [found for found in told if found.iso and len(found.iso) >= 10 and not _is_ahead(found, published)]
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
    if not index or not _CLOCK_FIRST.match(document.units[index].wording):
        return False
    above = document.units[index - 1]
    return above.placement.is_heading and not find_dates(above.wording)


def _heads_a_step(document: DocumentReading, labels: Sequence[Labels], index: int) -> bool:
    """Whether a line that is but a date stands in the course, over what was done then: 「11月12日(火)」 over 「12:25 児童が…」."""
    if index + 1 >= len(document.units):
        return False
    below = document.units[index + 1]
    if _CLOCK_FIRST.match(below.wording):
        return True
    telling = bool(labels[index + 1].keys() & (_COURSE | {Label.RESPONSE}))
    return document.units[index].placement.heading is not None and telling and not below.placement.is_heading


def _without(wording: str, told: Sequence[DateExpression]) -> str:
    for found in reversed(told):
        wording = wording[: found.start] + wording[found.end :]
    return wording


def delays(events: Sequence[Event], published: date | None) -> dict[str, str | None]:
    """ISO 8601 durations between the first events of each kind; None where an end is not stated, too rough, or the earlier one.

    The first publication is the earliest one told, else the day of this statement. A day on either side makes whole days.
    """
    firsts = {kind: _first(events, kind) for kind in EventKind}
    firsts[EventKind.PUBLISHED] = firsts[EventKind.PUBLISHED] or (published.isoformat() if published else None)
    return {f"{start}_to_{end}": duration_between(firsts[start], firsts[end]) for start, end in _DELAYS}


@dataclass(frozen=True, slots=True)
class _Known:
    """What earlier units have told: when it happened, at what hour, and when it was found."""

    occurred: bool = False
    hour: bool = False
    detected: bool = False

    def after(self, event: Event) -> "_Known":
        occurred = event.event == EventKind.OCCURRED
        clocked = event.precision in (Precision.MINUTE, Precision.HOUR)
        return _Known(self.occurred or occurred, self.hour or (occurred and clocked), self.detected or event.event == EventKind.DETECTED)


@dataclass(frozen=True, slots=True)
class _Clause:
    """The unit a date stands in."""

    document: DocumentReading
    index: int
    given: Mapping[Label, float]
    known: _Known

    @property
    def unit(self) -> UnitReading:
        return self.document.units[self.index]

    def looks_back(self, found: DateExpression) -> bool:
        """Whether a date beside the course of events is one that what follows does not count from: 「前日18時の会議で」."""
        wording = self.unit.wording
        if _LOOKED_BACK.match(found.text) or _is_quoted(wording, found) or _RECOVERED.match(wording[found.end :]):
            return True
        return not self.has(Label.TIMELINE) and self.is_earlier(wording[: found.start], wording[found.end :])

    def is_earlier(self, before: str, after: str) -> bool:
        """Whether a date is that of an earlier announcement."""
        after = re.sub(r"^(?:及び|および|と|、|・)(?=に)", "", after)
        return (
            _EARLIER.search(before) is not None
            or _EARLIER_NOTICE.match(after) is not None
            or (_EARLIER_WORD.match(after) is not None and not self.has(Label.TIMELINE))
        )

    def tells(self, before: str, after: str) -> bool:
        """Whether a date in this unit is one of a step: any in the telling units, in others where it opens the subject."""
        if self.has(*_TELLING) or self.has(*_OWNING):
            return True
        if self.is_earlier(before, after):
            return not self.unit.placement.is_heading
        bare = not self.given and not self.unit.placement.is_heading
        if bare and _PERIOD_OF_HARM.search(before):
            return True
        regret = not self.known.occurred and _REGRET.search(self.unit.wording) is not None
        if bare and _DONE.search(self.unit.wording) and (regret or _by_wording(next(_clauses(after), ""), _STEPS)):
            return True  # The labeller may overlook a step; the wording does not.
        opens = not self.given and not self.unit.placement.is_heading and not self.known.occurred
        return opens and _SUBJECT.search(after) is not None and _by_wording(after, frozenset({EventKind.OCCURRED})) is not None

    def has(self, *labels: Label) -> bool:
        return any(label in self.given for label in labels)

    def allowed(self) -> frozenset[EventKind]:
        """The kinds that the unit's labels leave open: what was done for those harmed is not what harmed them."""
        kinds = set(EventKind)
        if not self.has(Label.MEASURE_CONCRETE):
            kinds.discard(EventKind.MEASURE)
        if self.given.get(Label.RESPONSE, 0.0) >= _SURE and not self.has(Label.INCIDENT):
            kinds.discard(EventKind.OCCURRED)
            if not self.has(Label.TIMELINE):
                kinds.discard(EventKind.DETECTED)
        if self.has(Label.INCIDENT) and not self.has(Label.RESPONSE):
            kinds.discard(EventKind.NOTIFIED)
        if self.known.occurred and self.has(*_OWNING) and not self.has(Label.INCIDENT, Label.TIMELINE, Label.SCOPE):
            kinds.discard(EventKind.OCCURRED)
        if self.has(Label.CAUSE) and not self.has(Label.RESPONSE, Label.INCIDENT):
            kinds.discard(EventKind.CONTAINED)
        if not self.given:
            kinds -= {EventKind.OCCURRED} if self.known.occurred else set()
        elif not self.has(*_TELLING, Label.CAUSE) and not self.known.detected:
            kinds &= {EventKind.OCCURRED, EventKind.PUBLISHED, EventKind.OTHER, EventKind.DETECTED}
        elif not self.has(*_TELLING):
            kinds &= {
                EventKind.OCCURRED,
                EventKind.PUBLISHED,
                EventKind.OTHER,
            }  # Beside the course, what was known or done then is no step of it.
        return frozenset(kinds)

    def kind(self, found: DateExpression, before: str, after: str, *, alone: bool, last: bool) -> EventKind:
        """The step told at a date: by the clause after it, the words before it, the heading, then the labels."""
        if self.has(Label.MEASURE_CONCRETE) and not self.has(Label.TIMELINE, Label.INCIDENT, Label.RESPONSE):
            return EventKind.MEASURE
        if self.is_earlier(before, after):
            return EventKind.PUBLISHED
        if _PERIOD_OF_HARM.search(before):
            return EventKind.OCCURRED
        if _PERIOD_KEY.search(before) and self.has(Label.SCOPE, Label.INCIDENT):
            return EventKind.OCCURRED
        ranged = found.end_iso is not None
        told = self.has(Label.INCIDENT) and not self.has(Label.RESPONSE)
        fresh = not self.known.occurred or (found.clocked and not self.known.hour)
        subject = not self.known.occurred and after.startswith("の") and _SUBJECT.search(next(_clauses(after), "")) is not None
        if not self.known.occurred and _OCCASION.match(after):
            return EventKind.OCCURRED
        if subject and _by_wording(after, frozenset({EventKind.OCCURRED})):
            return EventKind.OCCURRED
        allowed = self.allowed()
        if ranged and not self.has(Label.RESPONSE):
            allowed -= {EventKind.CONTAINED, EventKind.NOTIFIED}
        if told and alone and not self.known.occurred:
            allowed -= {EventKind.CONTAINED}  # The first date of what happened: 「大雪で列車を止めた際」 stops no harm.
        places = list(self._places(before, after, alone=alone, last=last))
        kinds = [kind for place in places if (kind := _by_wording(place, allowed - _ACTS if _UNDONE.search(place) else allowed))]
        kind = next(iter(kinds), None)
        if kind == EventKind.OTHER and self.has(Label.RESPONSE) and _FIRST_THEN.match(after):
            kind = next((later for later in kinds if later in _ACTS), kind)  # 「代表取締役が面談のうえ、待機させています」
        if kind == EventKind.DETECTED and self.has(Label.INCIDENT, Label.SCOPE) and (ranged or self._is_of_what_was_found(after)):
            return EventKind.OCCURRED  # 「5月から7月まで…していたことを確認」: the date is that of what was found
        if kind == EventKind.DETECTED and (_SINCE.match(after) or _OF_A_FACT.match(after)):
            return EventKind.OCCURRED
        if kind == EventKind.DETECTED and self.known.detected and _ON_HEARING.match(after):
            kind = next((later for later in kinds if later in _ACTS), kind)  # 「警察からの連絡を受け、コーチを自宅待機とする」
        of_thing = _RELATIVE_CLAUSE.match(after) is not None or after.startswith("の")
        if kind is None and of_thing and not self.known.occurred and _by_wording(after, frozenset({EventKind.OCCURRED})):
            return EventKind.OCCURRED  # 「5月12日に送った名簿に…残っておりました」
        if kind is None and _OPEN_BRACKET.search(before):
            return EventKind.OTHER
        caused = (
            self.has(Label.CAUSE)
            and self.has(Label.TIMELINE)
            and not (found.precision == Precision.MONTH or _LOOKED_BACK.match(found.text))
        )
        spanned = (
            self.has(Label.SCOPE) and not self.has(Label.RESPONSE) and (ranged or (not found.clocked and _SPAN.match(after) is not None))
        )
        if kind is None and (caused or spanned or (self.has(Label.INCIDENT) and fresh)):
            return EventKind.OCCURRED
        return kind or EventKind.OTHER

    def _is_of_what_was_found(self, after: str) -> bool:
        """Whether a date belongs to the thing found, not to its discovery: 「5月5日の大会で…が漏れていたことが判明」."""
        if not self.has(Label.INCIDENT) or _FOUND_BY.match(after):
            return False
        if _OF_THAT.match(after) or not (self.has(Label.TIMELINE) or after.startswith("、")):
            return True
        thing = _OF_A_THING.match(after)
        return thing is not None and _by_wording(thing[0], frozenset({EventKind.DETECTED})) is None

    def _places(self, before: str, after: str, *, alone: bool, last: bool) -> Iterator[str]:
        """Wordings that may tell the step, the nearest first; `alone` and `last`: no other date stands before or after in the unit."""
        bracket = re.match(r"[^()〔〕【】]*[)〕】]", after) if _OPEN_BRACKET.search(before) else None
        if bracket and len(bracket[0].strip()) > 1:
            acts = _ACTS | {EventKind.PUBLISHED, EventKind.MEASURE}
            yield bracket[0] if _by_wording(bracket[0], acts) else _clause_before(before) + bracket[0]
            return
        if bracket or _TOLD_BEFORE.search(before) or (_COPULA.match(after) and before.endswith(("は", "が"))):
            yield _clause_before(before)
        of_thing = _RELATIVE_CLAUSE.match(after)
        if of_thing and not _FOUND_BY.match(after):
            yield of_thing[0]
            return
        clauses = list(_clauses(_ASIDE.sub("", after[bracket.end() if bracket else 0 :])))
        flows = not before.rstrip().endswith("。") and not any(end.end() == len(before.rstrip()) for end in _CLAUSE_END.finditer(before))
        if flows and clauses and not bracket and (lead := _RELATIVE_VERB.split(_clause_before(before))[-1]):
            yield lead + clauses[0]
        yield from clauses
        if alone:
            yield _clause_before(before)
        following = self.index + 1 < len(self.document.units) and self.document.units[self.index + 1]
        bare = last and len(after) <= _SHORT and not _BULLET.sub("", before)
        if following and bare and not following.placement.is_heading:
            dated = find_dates(following.wording)
            yield from _clauses(following.wording[: dated[0].start if dated else None])  # 「5月24日 収蔵庫を捜索。」「発見できず」
        heading = self.unit.placement.heading
        if heading is not None and not self.has(Label.RESPONSE, Label.ADMISSION):
            yield self.document.units[heading].wording


def _events(clause: _Clause, told: Sequence[DateExpression], published: date | None, last: date | None, ahead: bool) -> Iterator[Event]:
    unit, document = clause.unit, clause.document
    for place, found in enumerate(told):
        before = unit.wording[told[place - 1].end if place else 0 : found.start]
        after = unit.wording[found.end : told[place + 1].start if place + 1 < len(told) else len(unit.wording)]
        if after.strip() in _LISTING and place + 1 < len(told):
            after += unit.wording[told[place + 1].end :]  # 「四月十二日及び五月九日にも書面をもって」
        beside = place and not found.clocked and _RELATIVE.match(found.text) and len(before.strip()) <= _NOUN and "、" not in before
        if _is_quoted(unit.wording, found) or beside:
            continue  # 「5月17日 前日設営」「5月18日 大会当日」
        if not clause.tells(before, after) or (found.precision == Precision.MONTH and _PLANNED_THING.match(after)):
            continue
        until_now = found.end_iso is None and (_UNTIL_NOW.match(after) or (found.text == "本日" and after.startswith("まで")))
        said_today = found.text in _TODAY and _SAYING.match(after)
        if _AS_OF.match(after) or until_now or said_today or _LIMIT_OF_OTHERS.search(before[-12:]):
            continue
        if _is_ahead(found, published) or _is_stale(found, published, last):
            continue
        promised = ahead and not clause.is_earlier(before, after)
        if (found.due and found.iso is None) or (promised and _is_promised(found, after, published, only_ahead=not clause.has(*_COURSE))):
            continue
        loose = not found.clocked and _RELATIVE.match(found.text) and not clause.has(*_COURSE)
        if loose and ((after.startswith("の") and not after.startswith("のうち")) or clause.has(*_AHEAD)):
            continue  # 「当日の演奏」 dates nothing; 「総会の翌週に点検」 is a rule, no step.
        if place + 1 < len(told) and not (_CLAUSE_END.search(after) or _by_wording(after, clause.allowed())):
            # 「お一人は9日に、もうお一人は15日にお電話をくださり」: one predicate for both.
            after += unit.wording[told[place + 1].start :]
        kind = clause.kind(found, before, after, alone=not place, last=place + 1 == len(told))
        span = document.original_span((unit.span[0] + found.start, unit.span[0] + found.end))
        wording = document.statement.text[slice(*span)]
        event = Event(clause.index, *span, wording, found.iso, found.precision, found.approximate, kind)
        yield event
        if kind == EventKind.OCCURRED and found.clocked and found.end_iso and _STATE.search(after):
            # 「9時20分から15時05分まで接続できない」 tells when it ended as well.
            yield replace(event, at=found.end_iso, event=EventKind.CONTAINED)


def _is_quoted(wording: str, found: DateExpression) -> bool:
    """Whether a day is one that somebody else speaks from: 「今日は電話がない」とのお問い合わせ."""
    before = wording[: found.start]
    return _SPOKEN.match(found.text) is not None and before.count("「") > before.count("」") and "」" in wording[found.end :].rstrip("」。")


def _by_wording(clause: str, allowed: Container[EventKind]) -> EventKind | None:
    return next((rule.kind for rule in event_rules() if rule.kind in allowed and rule.pattern.search(clause.replace("\n", ""))), None)


def _clauses(after: str) -> Iterator[str]:
    """The clauses after a date, each up to the predicate that ends it."""
    at = 0
    for found in _CLAUSE_END.finditer(after):
        if after.count("「", at, found.start()) > after.count("」", at, found.start()):
            continue  # A comma in what somebody said ends no clause.
        yield after[at : found.end()]
        at = found.end()
    if after[at:].strip():
        yield after[at:]


def _clause_before(before: str) -> str:
    """The clause that runs up to a date; a comma right before the date does not end it."""
    return next(reversed([*_clauses(before.rstrip("、 "))]), "")


def _is_promised(found: DateExpression, after: str, published: date | None, *, only_ahead: bool) -> bool:
    """Whether a date in a sentence about what will be done is a limit, a day yet to come, or the same day of a year to come."""
    last = due_date(found)
    if last is None or published is None:
        return found.due
    if last > published:
        return True
    if found.due:
        return published - last > _LATELY or next(_clauses(after), after) == after  # 「2月10日までに封書をお送りし、…負担いたします」
    return only_ahead and published - last > _LATELY and "年" not in found.text and not _FINISHED.search(next(_clauses(after), ""))


def _is_ahead(expression: DateExpression, published: date | None) -> bool:
    return published is not None and expression.iso is not None and expression.iso[:10] > published.isoformat()[: len(expression.iso)]


def _is_stale(found: DateExpression, published: date | None, last: date | None) -> bool:
    """Whether a day without its year would lie almost a year back, far from anything told before: it is one soon to come."""
    day = due_date(found)
    if published is None or day is None or "年" in found.text:
        return False
    return published - day > _LONG_AGO and (last is None or last - day > _LONG_AGO / 2)


def dateline(document: DocumentReading) -> date | None:
    """The day in a line near the top, or else near the end, that holds nothing but a full date."""
    for unit in (*document.units[:6], *document.units[6:][-4:]):
        told = find_dates(unit.wording)
        if _is_dateline(unit, told) and told[0].iso:
            return date.fromisoformat(told[0].iso[:10])
    return None


def _is_dateline(unit: UnitReading, told: Sequence[DateExpression]) -> bool:
    if len(told) != 1 or told[0].precision != Precision.DAY or not unit.placement.alone or unit.placement.topic:
        return False
    return not _DATELINE.sub("", unit.wording[: told[0].start] + unit.wording[told[0].end :])


def _first(events: Sequence[Event], kind: EventKind) -> str | None:
    """The earliest stated moment; of two that tell the same day or month, the one told more exactly."""
    told = sorted(event.at for event in events if event.event == kind and event.at)
    earliest = next(iter(told), None)
    return max((at for at in told if earliest and at.startswith(earliest)), key=lambda at: (len(at) > 7, len(at) > 10), default=None)


def duration_between(start: str | None, end: str | None) -> str | None:
    """The time between two ISO moments.

    >>> duration_between("2017-12-26T13:00", "2017-12-26T17:00"), duration_between("2017-12-26T13:00", "2017-12-27")
    ('PT4H', 'P1D')
    """
    if start is None or end is None or min(len(start), len(end)) <= 7:
        return None
    if min(len(start), len(end)) == 10:
        days = (date.fromisoformat(end[:10]) - date.fromisoformat(start[:10])).days
        return f"P{days}D" if days >= 0 else None
    gap = datetime.fromisoformat(end) - datetime.fromisoformat(start)
    if gap < timedelta():
        return None
    hours, minutes = divmod(gap.seconds // 60, 60)
    clock = (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")
    return "P" + (f"{gap.days}D" if gap.days else "") + (f"T{clock}" if clock else "" if gap.days else "T0M")
