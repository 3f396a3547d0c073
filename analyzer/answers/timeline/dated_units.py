"""A unit in which a date stands: whether it tells steps, and which kinds of step its labels leave open."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.answers.timeline.clauses import DONE, clause_before, kind_by_wording
from analyzer.answers.timeline.dates.anchors import DateExpression
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.answers.timeline.earlier import is_notice_line, is_of_earlier_notice, is_row_of_notices, names_notice
from analyzer.answers.timeline.steps import STEPS, Known
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.rules.slots import STATED
from analyzer.schema import EventKind, Label, Labels

OPEN_BRACKET = re.compile(r"[(〔【][^()〔〕【】]{0,10}$")
BULLET = re.compile(r"[\s・○●◆■▼①-⑳()【】〔〕\[\]0-9.:A-Z同翌、。<>〈〉《》\-–—~〜頃]*(?:から|より|まで|以降)?[)】〕:、]*")
LINE_HEAD = r"[\s・○●◆■]*+(?:[(]?[ア-ンa-z①-⑳][)]?[\s.、:]\s*+)?"
"""What may stand before the first words of a line of the course."""
PART_OF_DAY = r"(?:午[前後]|深夜|未明|早朝|朝|昼|夕方|夜)"
CLOCK_FIRST = re.compile(
    rf"{LINE_HEAD}"
    rf"(?:同日?\s*+)?(?:正午|{PART_OF_DAY}?の?\s*"
    r"(?:[0-9]{1,2}\s*[:時](?!間|[期点])|[零〇一二三四五六七八九十]{1,3}時(?!間|[期点])))"
)
"""A line of the course that begins with its clock time."""
TOLD_BEFORE = re.compile(r"(?:の[はがも]|日時?は?|時刻は?|[:])(?:[\s、]*(?:同|去る|[^。、()0-9\s]{1,10}\()\s*|[\s、]*)$")
"""「お知らせしたのは」, 「…のが、営業開始時間(」."""
CLEFT = re.compile(r"の[はが]、?$")
"""「フォームを公開したのが」, but not 「掲載日」, which may be that of the page."""
_BEGAN = re.compile(r"(?:誤|起き|起こ|始ま|発生|生じ|流出|漏)[^をが]{0,12}$")
"""「口論が始まったのは」, but not 「最後に入力したのは」, 「区分表を交付したのが」."""
SUBJECT = re.compile(r"について|につきまして|につき、|に関し|の(?:件|こと[をに]|続報|ご報告)")
PERIOD_OF_HARM = re.compile(
    r"(?:販売|製造|出荷|発生|掲載|公開|対象|該当|影響|流出|漏え?い|表示|障害|閲覧|停止|停電|断水|中断|見えて(?:い|し)[^。、]{0,4})(?:の|し?た|してい(?:た|る))?(?:期間|日時|時間帯?|年月日|時期)】?\s*[:|]?\s*$"
)
_TELLING = frozenset({Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_OWNING = frozenset(
    {Label.CAUSE, Label.ADMISSION, Label.APOLOGY, Label.DEFLECTION, Label.HARM_STATUS, Label.MINIMIZATION, Label.MEASURE_VAGUE}
)
_SURE = 0.75
"""A label less probable than this rules out no kind of step."""
LOOKED_BACK = re.compile(r"前(?:[日夜夕々]|の[日晩夜])")
_RECOVERED = re.compile(r"[^。、]{0,12}(?:退院|帰宅|復帰|登校|復職|軽快)")
_DONE_AWAY = re.compile(
    r"(?:使う|用いる|持ち出す|預かる|頼る|置く)の?(?:こと)?を(?:一切|すべて|全て)?(?:や|止)め|廃止|禁止|(?:使用|利用|運用|持ち出し|貸し?出し)を(?:取り)?(?:や|止)め"
)
_HEADED = re.compile(r"付け?[)〕】]\s*")
_SPOKEN = re.compile(r"[本今昨明きあ一先]")
_SAID_SO = re.compile(r"[^「」]{0,60}」と(?:して(?:おり|い)|[おご]?(?:伝え|知らせ|説明|報告|案内)|発表|公表|放送|記載|書)")
"""「第1報では「6時50分頃」としておりました」."""
_DAY_OF_LIST = re.compile(r"[0-9]{1,2}(?:月[0-9]{1,2}日|/|日)|[同翌]")
_TOLD_OF_DAY = re.compile(r"(?:頃|ごろ)?(?:[ \t　:]+|に)[^\s0-9]")
_KEYED = re.compile(r"(?:発生|判明|発覚|発見|覚知|検知)(?:年月日|日時?)?[】)]?\s*[:|]\s*$")
_KEY_OF_MATTER = re.compile(
    r"(?:^|[\s0-9.()①-⑳【〔〈《■□●○◆◇・第])(?:本件|事[故案]|障害|漏え?い|流出|停止|停電|断水|不具合|遅延)?(?:の|が)?発生(?:(?:した)?(?:の)?(?:年月日|日時?|時期|時刻|日付|時間帯?)[】〕〉》]?\s*[:|]?|\s*[:|])\s*$"
)
"""「1. 発生時期」, 「発生日時:」: the text itself names the time of the matter."""
_KEY_OF_STEP = re.compile(
    r"[\s0-9.()|①-⑳<【〔〈《■□●○◆◇▼▽・第]*(?P<key>[^\s。、:|()<>【】〔〕〈〉《》0-9]{2,20})[>】〕〉》]?(?:\s*[:|]\s*|[ \t　]+|$)"
)
"""「4.公表 」, 「本人への通知日:」 before a date, or alone on the line above it."""
_SIBLINGS = 5
"""Lines above a date that may be but dates below the same key, the key with them."""
_KEY_OF_DATE = re.compile(r"(?!(?:最終)?(?:投稿|掲載|更新|作成|登録)(?:年月)?日)[^。、0-9]{2,8}(?:日|日時|年月日|時期|時刻)")
"""「発生年月日」, but not the day of the page (「更新日」)."""


@dataclass(frozen=True, slots=True)
class DatedUnit:
    """A unit in which dates stand, with the labels `given` to it and what the units before it have told."""

    document: DocumentReading
    index: int
    given: Labels
    known: Known

    @property
    def unit(self) -> UnitReading:
        return self.document.units[self.index]

    @property
    def next_sentence(self) -> str:
        """The unit below, where it is no heading; empty at the end."""
        below = self.document.units[self.index + 1 : self.index + 2]
        return "".join(unit.wording for unit in below if not unit.placement.is_heading)

    @property
    def goes_on(self) -> bool:
        """Whether a line with its clock time first stands below a step: 「正午に掲載」 below 「午前6時 住民の方から…」."""
        over = is_but_dates(self.unit.wording, find_dates(self.unit.wording))  # The step before it was told in the line between.
        below = self.known.unit is not None and self.index - self.known.unit in ((1, 2) if over else (1,))
        return below and self.unit.placement.alone and CLOCK_FIRST.match(self.unit.wording) is not None

    @property
    def is_listed(self) -> bool:
        """Whether a line goes on with a list of days, or begins one under its heading: 「4/16 掲載」 below 「4/15 保健所へ」."""
        if self.known.unit is None:
            return False
        beside = self.index - 1 if self.known.unit == self.index - 1 else self.index + 1
        if beside > self.index and (self.unit.placement.heading != self.index - 1 or beside == len(self.document.units)):
            return False
        return all(map(_tells_of_day, (self.unit, self.document.units[beside])))

    @property
    def does_away(self) -> bool:
        """Whether a list line below the measures does away with something: 「・回収し、使うのをやめました」, not 「消毒を終えました」."""
        place, wording = self.unit.placement, self.unit.wording
        listed = bool(place.marker) and place.topic == Label.MEASURE_CONCRETE and not self.has(Label.INCIDENT)
        return listed and DONE.search(wording) is not None and _DONE_AWAY.search(wording) is not None

    def looks_back(self, found: DateExpression) -> bool:
        """Whether a date beside the course of events is one that what follows does not count from: 「前日18時の会議で」."""
        wording = self.unit.wording
        if LOOKED_BACK.match(found.text) or is_quoted(wording, found) or _RECOVERED.match(wording[found.end :]):
            return True
        if names_notice(wording[found.end :]):
            return True
        return not self.has(Label.TIMELINE) and self.is_earlier(wording[: found.start], wording[found.end :])

    def lists_notice(self, before: str, after: str) -> bool:
        """Whether a date stands in a list of earlier announcements: 「第1報11月1日」, 「11月1日 公表」, or below 「これまでのお知らせ」."""
        heading = None if "。" in self.unit.wording else self.unit.placement.heading
        return is_row_of_notices(before, after, "" if heading is None else self.document.units[heading].wording)

    def is_earlier(self, before: str, after: str) -> bool:
        """Whether a date is that of an earlier announcement."""
        return is_of_earlier_notice(before, after, in_course=self.has(Label.TIMELINE))

    def tells(self, before: str, after: str) -> bool:
        """Whether a date in this unit is one of a step: any in the telling units, in others where it opens the subject."""
        if self.has(*_TELLING) or self.has(*_OWNING):
            return True
        if self.is_earlier(before, after):
            return not self.unit.placement.is_heading
        if not self.given and _HEADED.fullmatch(after) and OPEN_BRACKET.search(before):
            return True  # 「処分(4月28日付)」 over what it was
        bare = not self.given and not self.unit.placement.is_heading
        if bare and (
            PERIOD_OF_HARM.search(before) or _KEYED.search(before) or (not before and key_above(self.document, self.index) is not None)
        ):
            return True
        if bare and (key_of_matter(self.document, self.index, before) is not None or key_of_step(self.document, self.index, before)):
            return True
        if bare and ((not before and self.goes_on) or (BULLET.fullmatch(before) and self.is_listed) or is_notice_line(before, after)):
            return True
        if bare and kind_told_before(before):
            return True  # 「気づいたのは今朝の開店前、…数が合わなくて。」
        if bare and DONE.search(self.unit.wording):
            return True  # The labeller may overlook a step; whoever reads sees that something was done that day.
        return bare and not self.known.occurred and SUBJECT.search(after) is not None

    @property
    def heads_hours(self) -> bool:
        """Whether it is a heading, or holds no sentence, over a clock time of the course: 「8月10日(2日目)」."""
        below = self.document.units[self.index + 1 : self.index + 2]
        over = bool(below) and CLOCK_FIRST.match(below[0].wording) is not None
        ahead = self.has(Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP)
        return over and not ahead and self.unit.placement.alone

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
            if not self.has(Label.TIMELINE):
                kinds.discard(EventKind.CONTAINED)
        if self.known.occurred and self.has(*_OWNING) and not self.has(Label.INCIDENT, Label.TIMELINE, Label.SCOPE):
            kinds.discard(EventKind.OCCURRED)
        if self.has(Label.CAUSE) and not self.has(Label.RESPONSE, Label.INCIDENT):
            kinds.discard(EventKind.CONTAINED)
        if not self.given:
            kinds -= {EventKind.OCCURRED} if self.known.occurred else set()
        elif not self.has(*_TELLING, Label.CAUSE) and not self.known.detected:
            kinds &= {EventKind.OCCURRED, EventKind.PUBLISHED, EventKind.OTHER, EventKind.DETECTED}
        elif not self.has(*_TELLING):
            # Beside the course, what was known or done then is no step of it.
            kinds &= {EventKind.OCCURRED, EventKind.PUBLISHED, EventKind.OTHER}
        return frozenset(kinds)


@dataclass(frozen=True, slots=True)
class DatePlace:
    """A date in its unit, and the words `before` and `after` it, as far as they are of no other date.

    `opens` and `closes`: no other date stands before it, or after it, in the unit.
    """

    unit: DatedUnit
    found: DateExpression
    before: str
    after: str
    opens: bool
    closes: bool


def _tells_of_day(unit: UnitReading) -> bool:
    """Whether a line begins with a day, whose year it leaves out, and goes on to tell of it."""
    found = next(iter(find_dates(unit.wording)), None)
    opens = found is not None and re.fullmatch(LINE_HEAD, unit.wording[: found.start]) and _DAY_OF_LIST.match(found.text)
    return found is not None and bool(opens) and not found.tells_year and _TOLD_OF_DAY.match(unit.wording, found.end) is not None


def clause_completed(before: str) -> str | None:
    """The clause before a date that tells what was done then: 「お知らせした(のは)」; None where none is completed by it."""
    found = TOLD_BEFORE.search(before)
    return clause_before(before[: found.start()]) if found else None


def kind_told_before(before: str) -> EventKind | None:
    """The kind of step that the clause tells which a date completes."""
    completed, kinds = clause_completed(before) or "", STEPS | {EventKind.PUBLISHED}
    begun = CLEFT.search(before) and _BEGAN.search(completed)
    return kind_by_wording(completed, kinds | {EventKind.OCCURRED} if begun else kinds)


def key_above(document: DocumentReading, index: int) -> int | None:
    """The line above that only names what a date is of, though it does not look like a heading: 「発生年月日」."""
    above = index - 1
    return above if above >= 0 and _KEY_OF_DATE.fullmatch(document.units[above].wording) else None


def key_of_matter(document: DocumentReading, index: int, before: str) -> str | None:
    """The key that names a date the time of the matter, on its line or right above it and the dates it stands with: 「発生日時:」."""
    if _KEY_OF_MATTER.search(before):
        return before
    if BULLET.sub("", before) or not document.units[index].wording.startswith(before):
        return None
    lines = (document.units[at].wording for at in range(index - 1, max(-1, index - _SIBLINGS), -1))
    above = next((line for line in lines if not is_but_dates(line, find_dates(line))), None)
    return above if above is not None and _KEY_OF_MATTER.search(above) else None


def key_of_step(document: DocumentReading, index: int, before: str) -> EventKind | None:
    """The kind of step that a key on the line of a date, or right above it, names: 「公表:」, 「判明日時」, 「警察への届出」."""
    key = _KEY_OF_STEP.fullmatch(before)
    if key is None and index and not BULLET.sub("", before):
        key = _KEY_OF_STEP.fullmatch(document.units[index - 1].wording)
    named = STATED.decided("key", key["key"]) if key else None
    return EventKind(named) if named else None


def is_but_dates(wording: str, told: Sequence[DateExpression]) -> bool:
    """Whether a line holds nothing but the dates `told` in it and the signs of a list."""
    for found in reversed(told):
        wording = wording[: found.start] + wording[found.end :]
    return bool(told) and BULLET.fullmatch(wording) is not None


def is_quoted(wording: str, found: DateExpression) -> bool:
    """Whether a day is one that somebody else speaks from (「今日は電話がない」とのお問い合わせ), an hour one of what a notice said."""
    before, after = wording[: found.start], wording[found.end :]
    if before.count("「") <= before.count("」"):
        return False
    spoken = _SPOKEN.match(found.text) is not None and "」" in after.rstrip("」。")
    return spoken or (found.clocked and _SAID_SO.match(after) is not None)
