"""What kind of step a dated clause tells: it happened, it was found, stopped, told to those harmed, reported or published."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from analyzer.answers.timeline.clauses import CLAUSE_END, DONE, UNDONE, clause_before, clauses_of, kind_by_wording, with_facts
from analyzer.answers.timeline.dates import DateExpression, find_dates
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import Event
from analyzer.schema import EventKind, Label, Precision

_TELLING = frozenset({Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_OWNING = frozenset(
    {Label.CAUSE, Label.ADMISSION, Label.APOLOGY, Label.DEFLECTION, Label.HARM_STATUS, Label.MINIMIZATION, Label.MEASURE_VAGUE}
)
_TOLD_BEFORE = re.compile(r"(?:のは|日時?は?|時刻は?|[:])\s*、?\s*(?:同|去る)?\s*$")
OPEN_BRACKET = re.compile(r"[(〔【][^()〔〕【】]{0,10}$")
_SHORT = 15
"""Characters after a date that may leave it to the next line to tell what the step was."""
_SURE = 0.75
"""A label less probable than this rules out no kind of step."""
_LOOKED_BACK = re.compile(r"前[日夜夕々]")
_EARLIER_WORD = re.compile(
    r"^(?:付け?(?:の|で)?[^。、]{0,6}|の|、)(?:第[0-9一二三]+報|続報|会報|お知らせ|公表|発表|文書|ご?報告)"
    r"|^(?:に(?:は|も)?)?(?:(?:お知らせ|公表|発表|お伝え|ご報告|お約束)(?:し|いたし|致し))(?:た|まし)(?![^。]{0,24}(?:に|の|が)(?:誤り|誤って|不備|間違い|漏れ))"
    r"|^に(?:も|は)?[^。、]{0,8}(?:「[^」]{1,40}」(?:と|を)(?:申し上げ|お伝え|公表|発表|書|述べ)|(?:書面|文書)をもって申し上げ)"
    r"|^以降?に?(?:お伝え|お知らせ)した"
)
"""What is said of a day on which something was published; 「前回(5月16日)は」 before it."""
_NOTICE_OF_DAY = re.compile(r"付け?の(?:第[0-9一二三四五]+報|前報|続報|お知らせ)")
_EARLIER_NOTICE = re.compile(
    r"^(?:に(?:は|も)?)?(?:お?詫び|おわび)(?:を)?申し上げ(?:た|まし)[^。、]{0,40}(?:について|につきまして|に関し|の件)|"
    r"^の(?:「[^」]{1,40}」(?:で|にて|において)(?:ご案内|お知らせ|お伝え|公表)した|中間報告|第[0-9一二三]+報|続報)"
    r"|^(?:に|付けで?)(?:掲載|掲示|投稿|公表|公開|発表|お知らせ|ご案内)(?:し|いたし|致し)(?:た|ました)「"
    r"|^(?:に|付けで?)(?:第[0-9一二三]+報|続報|お知らせ)を(?:公表|掲載|発表|お出し|お届け)"
    r"|^に(?:は|も)?[^。、]{0,8}「[^」]{1,40}」と(?:お知らせ|ご?報告|ご?説明|申し上げ|お伝え|公表|発表|書|述べ)(?:し|いたし|致し|まし|い)"
)
_EARLIER = re.compile(r"(?:前回|前報|前号|第[0-9一二三]+報|先の(?:公表|お知らせ))[(〔]$")
_SUBJECT = re.compile(r"について|につきまして|に関し|の(?:件|こと[をに]|続報|ご報告)")
_ABOUT = re.compile(r"^[^。、]*(?:について|につきまして|に関し|の件)")
_OF_THAT = re.compile(
    r"^(?:の|に[^。、]{1,16}た(?!際|とき|時|ところ|後|うえ|上で))[^。]{0,80}?(?:ていた|ていること|であること|があった|なかった)"
)
_SINCE = re.compile(r"^(?:から|以降|より)(?:と|で|の(?:もの|こと)|だっ|行われ|続い)")
_OF_A_FACT = re.compile(r"^に[^。、]{1,24}(?:あった|ていた|われた|された|した)(?:こと|痕跡|旨)(?:を|が)")
_FIRST_THEN = re.compile(r"(?:[^。、]*、)?[^。、]*(?:うえ|上|のち|後に?)で?、")
_OF_A_THING = re.compile(r"^の(?!朝|夜|夕|昼|午[前後]|深夜|未明|早朝|うち|時点)[^。、]{0,12}")
_AT_A_PLACE = re.compile(r"に?、[^。、]{1,32}(?<!調査)(?<!点検)(?<!確認)(?<!監査)(?<!検査)(?:で|において|にて)、")
_ASIDE = re.compile(r"\([^()]*\)")
_FOUND_BY = re.compile(
    r"^(?:の|に)[^。、]{0,24}?(?:(?:により|によって|で|から|を機に|の際に?)、?(?:初めて)?(?:判明|発覚|分か|わか|明らか|気[付づ])"
    r"|(?:見直し|調査|点検|監査|棚卸し?|検査|確認|照合|突き?合(?:わせ)?|聞き取り|聴取|面談|アンケート|準備|清掃)"
    r"(?:で|により|の際|に際し|の結果|中|時|(?:において|にて)、?[^。]{0,40}(?:たところ|た結果)、))"
)
_RELATIVE_VERB = re.compile(r"(?<=[しいっれ]た)(?=[一-龥ァ-ヶ])")
_RELATIVE_CLAUSE = re.compile(r"^(?:の[^。、]{1,8})?に[^。、]{0,16}?(?:し|い|っ|れ)た(?=[一-龥ァ-ヶ「『])(?!際|後|時|上|結果|当|直後|以降)")
"""「5月に指定した練習着に関しご指摘を頂戴」: in May it was but named."""
_OF_WHAT_WAS_TAKEN = re.compile(r"^に[^。、]{1,24}たもの[をがは]")
"""「四月に集めたものを、七月二十日にもう一度」: what was done to it comes with the next date."""
_ON_LOOKING = re.compile(r"たところ、|ますと、|たら、")
_TO_AUTHORITY = re.compile(r"(?:リーグ|連盟|協会|機構|委員会|警察|署|省|庁|保健所|当局)[^。、]{0,6}[にへ](?:[はも])?、?$")
_WHOM = r"(?:児童?|生徒|様|さん|さま|方|者|人|男性|女性|選手|[A-Z])を[^。、]{0,6}"
_WHOM_SOUGHT = re.compile(rf"{_WHOM}(?:発見|見つけ|見付け|保護|確保)")
_RESCUED = re.compile(rf"{_WHOM}(?:救出|救助|助け出)")
BULLET = re.compile(r"[\s・○●◆■▼①-⑳()【】〔〕\[\]0-9.:A-Z同、。<>〈〉《》\-–—~〜頃]*(?:から|より|まで|以降)?[)】〕:、]*")
_ON_HEARING = re.compile(r"(?:[^。、]*、)?[^。、]*(?:を受けて?|により|に基づき)、")
STEPS = frozenset({EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
CLOCK_FIRST = re.compile(
    r"[\s・○●◆■]*(?:同日?\s*)?(?:正午|(?:午[前後]|深夜|未明|早朝|朝|昼|夕方|夜)?の?\s*(?:[0-9]{1,2}[:時]|[零〇一二三四五六七八九十]{1,3}時(?!間|[期点])))"
)
"""A line of the course that begins with its clock time."""
_ACTS = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
_HANDLING = _ACTS | {EventKind.PUBLISHED}
_AT_ONCE = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED})
_NOT_AT_ONCE = re.compile(r"求め|お願い|済み?[。]?$")
_NO_APOLOGY = re.compile(r"^(?!.*(?:お?詫び|おわび|謝))[^。]*(?:説明|伝え|連絡|案内|電話)")
"""To have spoken to people after a stop need not be the notice to those harmed, to have apologised is."""
_RECOVERED = re.compile(r"[^。、]{0,12}(?:退院|帰宅|復帰|登校|復職|軽快)")
_OCCASION = re.compile(r"^の[^。、]{1,20}(?:こと|出来事)(?:で、|です|でし)")
_OF_MATTER = re.compile(
    r"^(?:から)?の[^。、]{0,30}(?:件|事案|事故|問題|出来事|トラブル|行為|障害|不具合|火災)(?:に(?:関|つ)|では|を受け|につき)"
)
"""「9月の駐車場での一件に関する報告会」: the day of what everything is about."""
_SPAN = re.compile(r"^(?:から|以降|より)")
_HEADED = re.compile(r"付け?[)〕】]\s*")
_COPULA = re.compile(r"^(?:のこと)?(?:でし|です|であ|だっ|と(?:なり|なっ)|に(?:なり|なっ))")
_SPOKEN = re.compile(r"[本今昨明きあ一先]")
_PERIOD_KEY = re.compile(r"(?:期間|日時|時間帯?)】?\s*[:|]?\s*$")
_KEYED = re.compile(r"(?:発生|判明|発覚|発見|覚知|検知)(?:年月日|日時?)?[】)]?\s*[:|]\s*$")
_KEY_OF_DATE = re.compile(r"[^。、0-9]{2,8}(?:日|日時|年月日|時期|時刻)")
KNEW_THEN = re.compile(r"(?:の)?時点で[^。]{0,40}(?:把握|認識|承知|知って|気づいて|気付いて|指摘)し?て?(?:い|おり?)(?:た|なが|まし)")
"""「1月20日の時点で不備を把握していた」 tells when it was known."""
_RECEIVED = re.compile(r"(?:頃|ごろ)?に(?:いただ|頂|受け|寄せられ|届)")
_NOTICE = re.compile(r"(?:ご?連絡|お?申し?出|ご?指摘|通報|お?問い?合わ?せ|苦情|通知)(?:は|を|が)$")
"""「最初のご連絡は2025年1月20日にいただいておりました」: it was told then."""
IN_PRESS = re.compile(
    r"(?:に)?(?:発売|発行|配信|放送|掲載|公開)の[^。、]{0,12}(?:誌|紙|番組|記事|ニュース)"
    r"|(?:の|、)?(?:複数の|一部の)?[^。、の]{0,8}(?:週刊誌|雑誌|新聞|テレビ|ニュースサイト|地元紙|全国紙|(?:一部|複数)の?(?:報道|メディア))[^。、]{0,10}(?:において|にて|で|に|が)"
    r"(?=[^。]*(?:記事|報じ|報道され|掲載され|放送され|取り上げ|取り沙汰|特集|載[りっせ]))"
)
"""「本日発売の週刊誌において」 is the day on which all could know, not that on which it happened."""
_ATTEMPT = re.compile(
    r"、?[^。、]*?(?P<act>(?P<stop>停止|遮断|回収|削除|消去)|切り?替え?|復旧|復帰|再起動|回復|修復|復元|再開|消火|救[出助]|捕獲|連絡|電話)[^。、]{0,8}?"
    r"(?:を(?:試み|試し|図[りっ])(?![^。]{0,16}成功し?(?:た|まし|、))"
    r"|(?:まし)?(?:た(?:が|ものの|ところ|けれども)|も)、?(?:[^。、]{0,8}(?P=act)(?:作業|処理|操作)?(?:に|は|が|も))?"
    r"(?=失敗|うまくい|功を奏|成功(?:せ|しま|しな)|至[らり]|つなが[らり]|及ばず|果たせ"
    r"|(?(stop)できず|(?:(?:復旧|回復|改善|解決|解消)(?:に至|が見|は見|せ|しま|しな|でき)|直[らり](?:ず|ま|な)))))"
    r"[^。、]*(?:、[^。、]{0,16}(?:失敗|至ら|せず|できず|つながらず|及ばず)[^。、]*)?"
)
"""「予備系への切替を行いましたが、切替に失敗し」 stopped nothing."""
_PERIOD_OF_HARM = re.compile(
    r"(?:販売|製造|出荷|発生|掲載|公開|対象|該当|影響|流出|漏え?い|表示|障害|閲覧|見えて(?:い|し)[^。、]{0,4})(?:の|た)?(?:期間|日時|時間帯?|年月日|時期)】?\s*[:|]?\s*$"
)


@dataclass(frozen=True, slots=True)
class Step:
    """An event of the kind that the rules tell, and the unit's words from the date before it to the one after it.

    `alone`: no other date stands in the unit; `is_end`: the other end of the step before it, told by the same words;
    `settled`: the words leave no other kind.
    """

    event: Event
    before: str
    after: str
    alone: bool
    ranged: bool
    is_end: bool = False
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier units have told: when it happened, at what hour, when it was found, and which was the last to tell a step."""

    occurred: bool = False
    hour: bool = False
    detected: bool = False
    unit: int | None = None

    def after(self, event: Event) -> "Known":
        occurred = event.event == EventKind.OCCURRED
        clocked = event.precision in (Precision.MINUTE, Precision.HOUR)
        detected = event.event == EventKind.DETECTED
        return Known(self.occurred or occurred, self.hour or (occurred and clocked), self.detected or detected, event.unit)


@dataclass(frozen=True, slots=True)
class Clause:
    """The unit a date stands in."""

    document: DocumentReading
    index: int
    given: Mapping[Label, float]
    known: Known

    @property
    def unit(self) -> UnitReading:
        return self.document.units[self.index]

    @property
    def goes_on(self) -> bool:
        """Whether a line with its clock time first stands below a step: 「正午に掲載」 below 「午前6時 住民の方から…」."""
        below = self.known.unit is not None and self.known.unit == self.index - 1
        return below and self.unit.placement.alone and CLOCK_FIRST.match(self.unit.wording) is not None

    def looks_back(self, found: DateExpression) -> bool:
        """Whether a date beside the course of events is one that what follows does not count from: 「前日18時の会議で」."""
        wording = self.unit.wording
        if _LOOKED_BACK.match(found.text) or is_quoted(wording, found) or _RECOVERED.match(wording[found.end :]):
            return True
        if _NOTICE_OF_DAY.match(wording, found.end):
            return True
        return not self.has(Label.TIMELINE) and self.is_earlier(wording[: found.start], wording[found.end :])

    def is_earlier(self, before: str, after: str) -> bool:
        """Whether a date is that of an earlier announcement."""
        after = re.sub(r"^(?:及び|および|と|、|・)(?=に)", "", after)
        return (
            _EARLIER.search(before) is not None
            or _EARLIER_NOTICE.match(after) is not None
            or (_EARLIER_WORD.match(after) is not None and not self.has(Label.TIMELINE) and not _TO_AUTHORITY.search(before))
        )

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
            _PERIOD_OF_HARM.search(before) or _KEYED.search(before) or (not before and key_above(self.document, self.index) is not None)
        ):
            return True
        if bare and not before and self.goes_on:
            return True
        if bare and _TOLD_BEFORE.search(before) and kind_by_wording(clause_before(before), STEPS):
            return True  # 「気づいたのは今朝の開店前、…数が合わなくて。」
        if bare and DONE.search(self.unit.wording):
            return True  # The labeller may overlook a step; whoever reads sees that something was done that day.
        return bare and not self.known.occurred and _SUBJECT.search(after) is not None

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
            kinds &= {
                EventKind.OCCURRED,
                EventKind.PUBLISHED,
                EventKind.OTHER,
            }  # Beside the course, what was known or done then is no step of it.
        return frozenset(kinds)

    def kind(self, found: DateExpression, before: str, after: str, *, alone: bool, last: bool) -> EventKind:
        """The step told at a date: by the clause after it, the words before it, the heading, then the labels."""
        if _ATTEMPT.match(after):
            rest = clauses_of(_ATTEMPT.sub("", after, count=1))
            return next((kind for clause in rest if (kind := kind_by_wording(clause, self.allowed()))), EventKind.OTHER)
        if self.has(Label.MEASURE_CONCRETE) and not self.has(Label.TIMELINE, Label.INCIDENT, Label.RESPONSE):
            return EventKind.MEASURE
        if self.is_earlier(before, after):
            return EventKind.PUBLISHED
        if KNEW_THEN.match(after) or (_RECEIVED.match(after) and _NOTICE.search(before)):
            return EventKind.DETECTED
        if IN_PRESS.match(after):
            return EventKind.OTHER if self.known.detected else EventKind.DETECTED
        if _PERIOD_OF_HARM.search(before):
            return EventKind.OCCURRED
        if _PERIOD_KEY.search(before) and self.has(Label.SCOPE, Label.INCIDENT):
            return EventKind.OCCURRED
        if not last and _OF_WHAT_WAS_TAKEN.match(after):
            return EventKind.OTHER
        ranged = found.end_iso is not None
        told = self.has(Label.INCIDENT) and not self.has(Label.RESPONSE)
        fresh = not self.known.occurred or (found.clocked and not self.known.hour)
        subject = not self.known.occurred and after.startswith("の") and _SUBJECT.search(next(clauses_of(after), "")) is not None
        if not self.known.occurred and (_OCCASION.match(after) or _OF_MATTER.match(after)):
            return EventKind.OCCURRED
        of_matter = not self.known.occurred and alone and _RELATIVE_CLAUSE.match(after) and _ABOUT.search(after) is not None
        if of_matter and kind_by_wording(after, frozenset({EventKind.DETECTED, EventKind.PUBLISHED})) is None:
            return EventKind.OCCURRED  # 「9月14日に開札した工事について、…取り消しました」
        if subject and (not self.given or kind_by_wording(after, frozenset({EventKind.OCCURRED}))):
            return EventKind.OCCURRED
        allowed = self.allowed()
        if ranged and not self.has(Label.RESPONSE):
            allowed -= {EventKind.CONTAINED, EventKind.NOTIFIED}
        if told and alone and not self.known.occurred:
            allowed -= {EventKind.CONTAINED}  # The first date of what happened: 「大雪で列車を止めた際」 stops no harm.
        places = list(self._places(before, after, alone=alone, last=last))
        undone = _is_left_undone(places[0]) if places else False
        if undone and not last:
            # 「警察へ届け出ず、お客様への連絡も翌々日になりました」: what no predicate ends is of the next date.
            places = [place for place in places if CLAUSE_END.search(place)]
        kinds = [kind for place in places if (kind := kind_by_wording(place, allowed - _HANDLING if UNDONE.search(place) else allowed))]
        kind = next(iter(kinds), None)
        if kind != EventKind.DETECTED and kinds[1:2] == [EventKind.DETECTED] and _ON_LOOKING.search(places[0]):
            kind = EventKind.DETECTED  # 「配布済みの券を数えたところ、…合わないことに気づいた」
        if kind == EventKind.DETECTED and self.known.detected and (_WHOM_SOUGHT.search(places[0]) or any(map(_RESCUED.search, places[:2]))):
            kind = EventKind.CONTAINED  # Whoever was missed is found.
        if kind == EventKind.OTHER and self.has(Label.RESPONSE) and _FIRST_THEN.match(after):
            kind = next((later for later in kinds if later in _ACTS), kind)  # 「代表取締役が面談のうえ、待機させています」
        if kind == EventKind.DETECTED and self.has(Label.INCIDENT, Label.SCOPE) and (found.ranged or self._is_of_what_was_found(after)):
            return EventKind.OCCURRED  # 「5月から7月まで…していたことを確認」: the date is that of what was found
        if kind == EventKind.DETECTED and (_SINCE.match(after) or _OF_A_FACT.match(after)):
            return EventKind.OCCURRED
        if kind == EventKind.DETECTED and self.known.detected and _ON_HEARING.match(after):
            kind = next((later for later in kinds if later in _ACTS), kind)  # 「警察からの連絡を受け、コーチを自宅待機とする」
        of_thing = _RELATIVE_CLAUSE.match(after) is not None or after.startswith("の")
        if kind is None and of_thing and not self.known.occurred and kind_by_wording(after, frozenset({EventKind.OCCURRED})):
            return EventKind.OCCURRED  # 「5月12日に送った名簿に…残っておりました」
        if kind is None and (undone or OPEN_BRACKET.search(before)):
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

    def settles(self, kind: EventKind, after: str) -> bool:
        """Whether the words after a date leave no kind but this: an attempt that failed, what was left undone, a rescue, the press."""
        if _ATTEMPT.match(after) or (kind == EventKind.OTHER and (IN_PRESS.match(after) or _is_left_undone(next(clauses_of(after), "")))):
            return True
        return kind == EventKind.CONTAINED and _RESCUED.search(after.partition("。")[0]) is not None

    def also(self, kind: EventKind, after: str) -> tuple[EventKind, ...]:
        """What else was done for those harmed in the same breath as a step of a `kind`: 「同日、回収・両名へ謝罪」."""
        if not self.has(Label.RESPONSE) or kind not in STEPS or UNDONE.search(after):
            return ()
        acts = [
            act
            for clause in clauses_of(_ASIDE.sub("", after))
            for act in clause.split("・")
            if not _NOT_AT_ONCE.search(act) and not UNDONE.search(act)
        ]
        told = {kind_by_wording(act, frozenset(EventKind)) for act in acts if kind == EventKind.DETECTED or not _NO_APOLOGY.search(act)}
        return tuple(each for each in EventKind if each in told & _AT_ONCE and each != kind)

    def _is_of_what_was_found(self, after: str) -> bool:
        """Whether a date belongs to the thing found, not to its discovery: 「5月5日の大会で…が漏れていたことが判明」."""
        if not self.has(Label.INCIDENT) or _FOUND_BY.match(after):
            return False
        if after.startswith(("、", "に、")):
            # 「6月10日、…を誤って送ったことが判明」 was found that day, 「6月10日、窓口で、…を渡したことが判明」 done.
            return _AT_A_PLACE.match(after) is not None
        if _OF_THAT.match(after) or not self.has(Label.TIMELINE):
            return True
        thing = _OF_A_THING.match(after)
        return thing is not None and kind_by_wording(thing[0], frozenset({EventKind.DETECTED})) is None

    def _places(self, before: str, after: str, *, alone: bool, last: bool) -> Iterator[str]:
        """Wordings that may tell the step, the nearest first; `alone` and `last`: no other date stands before or after in the unit."""
        bracket = re.match(r"[^()〔〕【】]*[)〕】]", after) if OPEN_BRACKET.search(before) else None
        if bracket and len(bracket[0].strip()) > 1:
            acts = _ACTS | {EventKind.PUBLISHED, EventKind.MEASURE}
            yield bracket[0] if kind_by_wording(bracket[0], acts) else clause_before(before) + bracket[0]
            return
        if bracket or _TOLD_BEFORE.search(before) or (_COPULA.match(after) and before.endswith(("は", "が", "も"))):
            yield clause_before(before)
        of_thing = _RELATIVE_CLAUSE.match(after)
        if of_thing and not _FOUND_BY.match(after):
            yield of_thing[0]
            return
        clauses = list(with_facts(clauses_of(_ASIDE.sub("", after[bracket.end() if bracket else 0 :]))))
        flows = not before.rstrip().endswith(("。", "た")) and not any(
            end.end() == len(before.rstrip()) for end in CLAUSE_END.finditer(before)
        )
        if flows and clauses and not bracket and (lead := _RELATIVE_VERB.split(clause_before(before))[-1]):
            yield lead + clauses[0]
        yield from clauses
        if alone:
            yield clause_before(before)
        following = self.index + 1 < len(self.document.units) and self.document.units[self.index + 1]
        bare = last and len(after) <= _SHORT and not BULLET.sub("", before)
        if following and bare and not following.placement.is_heading:
            dated = find_dates(following.wording)
            yield from clauses_of(following.wording[: dated[0].start if dated else None])  # 「5月24日 収蔵庫を捜索。」「発見できず」
        heading = key_above(self.document, self.index) if bare else None
        heading = self.unit.placement.heading if heading is None else heading
        if heading is not None and not self.has(Label.RESPONSE, Label.ADMISSION):
            yield self.document.units[heading].wording


def _is_left_undone(clause: str) -> bool:
    """Whether a clause says that nobody was told: 「その日のうちに警察へ届け出ず、」."""
    return UNDONE.search(clause) is not None and kind_by_wording(clause, _HANDLING - {EventKind.CONTAINED}) is not None


def key_above(document: DocumentReading, index: int) -> int | None:
    """The line above that only names what a date is of, though it does not look like a heading: 「発生年月日」."""
    above = index - 1
    return above if above >= 0 and _KEY_OF_DATE.fullmatch(document.units[above].wording) else None


def is_quoted(wording: str, found: DateExpression) -> bool:
    """Whether a day is one that somebody else speaks from: 「今日は電話がない」とのお問い合わせ."""
    before = wording[: found.start]
    return _SPOKEN.match(found.text) is not None and before.count("「") > before.count("」") and "」" in wording[found.end :].rstrip("」。")
