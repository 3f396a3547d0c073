"""Of which kind a dated step is by the rules: it happened, it was found, stopped, told to those harmed, reported or published."""

import re
from collections.abc import Sequence

from analyzer.answers.timeline.clauses import CLAUSE_END, clauses_of, kind_by_wording
from analyzer.answers.timeline.dated_units import LOOKED_BACK, OPEN_BRACKET, SUBJECT, DatePlace, kind_told_before
from analyzer.answers.timeline.kinds.fixed_kinds import Verdict, fixed_by_words
from analyzer.answers.timeline.kinds.tellings import ACTS, FOUND_BY, RELATIVE_CLAUSE, is_left_undone, kinds_in, tellings
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind, Label, Precision

_ABOUT = re.compile(r"^[^。、]*(?:について|につきまして|に関し|の件)")
_OF_THAT = re.compile(
    r"^(?:の|に[^。、]{1,16}た(?!際|とき|時|ところ|後|うえ|上で))[^。]{0,80}?(?:ていた|ていること|であること|があった|なかった)"
)
_SINCE = re.compile(r"^(?:から|以降|より)(?:と|で|の(?:もの|こと)|だっ|行われ|続い)")
_OF_A_FACT = re.compile(r"^に[^。、]{1,24}(?:あった|ていた|われた|された|した)(?:こと|痕跡|旨)(?:を|が)")
_FIRST_THEN = re.compile(r"(?:[^。、]*、)?[^。、]*(?:うえ|上|のち|後に?)で?、")
_OF_A_THING = re.compile(r"^の(?!朝|夜|夕|昼|午[前後]|深夜|未明|早朝|うち|時点)[^。、]{0,12}")
_AT_A_PLACE = re.compile(
    r"に?、[^。、]{1,32}(?<!調査|点検|確認|監査|検査|連絡|指摘|通報|申出|報告|相談|照合|電話)(?<!申し出|合わせ|知らせ)(?:で|において|にて)、"
)
_ON_LOOKING = re.compile(r"たところ、|ますと、|たら、")
_WHOM = r"(?:児童?|生徒|様|さん|さま|方|者|人|男性|女性|選手|[A-Z])を[^。、]{0,6}"
_WHOM_SOUGHT = re.compile(rf"{_WHOM}(?:発見|見つけ|見付け|保護|確保)")
_FOUND_SAFE = re.compile(r"(?:発見|見つけ)(?:し|され|て)?[、・]?(?:無事に?)?(?:救出|救助|保護)(?![者司具官に]|でき|観察)")
_RESCUED = re.compile(rf"{_WHOM}(?:救出|救助|助け出|引き?取[りるっ])|{_FOUND_SAFE.pattern}")
_TAKEN_IN = re.compile(r"[^。、]{0,24}(?<!を)保護(?:して(?:くだ|下さ|いただ)|し(?:た|まし)|され(?:た|まし))")
_GIVEN_BACK = re.compile(
    r"(?:名簿|USB(?:メモリー?)?|端末|パソコン|書類|データ|媒体|メモリー?|台帳|鍵|カード)(?:[0-9一二三]?[点本台冊])?を[^。、]{0,8}返して(?:もら[いっ]|いただ[いき])"
)
_ASKED_TO_DELETE = re.compile(
    r"(?:頃|ごろ)?に?(?:は|も)?、?(?:[^。、]{0,16}[にへ]、?)?[^。、]{0,12}(?:削除|消去|破棄)(?:の|を|して[^。、]{0,8}よう)?(?:依頼|お願い|要請)"
)
_ON_THE_SITE = re.compile(
    r"[\s、に]{0,4}[^。、誤]{0,16}(?:HP|ホームページ|サイト|公式LINE)(?:上)?(?:に|へ|にて|で)(?:、?[^。、誤]{0,16}(?:周知|告知|お知らせ|お?詫び)|(?:公開|公表|掲載)、)"
)
_SEEN_OVER = re.compile(
    r"[\s、に]{0,4}[^。、]{0,12}(?:鎮火|復旧|再開|解消|停止|復電|通水)(?:した(?:こと|の))?(?:を)?確認(?:し(?:た|まし)|[。(]|$)"
)
"""「15時12分頃 鎮火確認」, be it below 「発生日時」."""
_RIGHT_THING = re.compile(
    r"[\s、に]{0,4}[^。、]{0,16}正しい[^。、]{1,12}[をに][^。、]{0,8}(?:発送|送付|お送り|お届け|郵送|配布|交付|交換|差し?替え)"
)
"""「正しい受給者証を発送」, be it below the sending of the wrong one."""
_DEED = re.compile(
    r"(?:頃|ごろ)?に?、[^。、]{1,40}(?:叩|たた|殴|蹴|打|つか|掴|突き飛ば|押し倒|投げつけ|怒鳴|罵|暴[行力言][^。、]{0,6}?)(?:い|き|り|ち|っ|み|ん|し|け|つけ|りつけ|振るい|加え|浴びせ|吐き)?(?:た|だ|まし)た?"
)
"""「6月2日、顧問が部員の腹を蹴りました」: a sentence that tells a blow and nothing else."""
_DONE_WRONG = re.compile(r"(?:頃|ごろ)?に?、?(?:[^。、]{1,16}(?:が|は)、?)?[^。、]{0,24}(?:誤って|間違えて)[^。、]{1,16}し(?:てしまい)?、")
"""「1月10日、荷物を誤って廃棄し、」 over the date on which it was found."""
_FACT_CAME_OUT = re.compile(
    r"(?:頃|ごろ)?に?、(?:[^。、]{1,16}[一-龥ァ-ヶー]、){0,2}[^。、]{1,60}(?:て(?:しまって)?(?:い|おりまし)た|ている|であった|だった|(?:紛失|亡失|遺失|流出|漏え?い|盗難に(?:遭|あ))[しっ]た|(?:攻撃|アクセス|侵入|被害)(?:を受け|に(?:遭|あ)っ|され)た)(?:こと|事実)(?:が|を|に)"
    r"[^。、]{0,8}(?:判明|発覚|わか|分か|気(?:付|づ)|把握|認識|明らか|確認)[^。、]{0,8}"
    r"|に[^。、]{0,16}(?:調べ|確かめ|確認し|点検し|照合し|[計測量数聞読見][りえきみ]?直し)(?:まし)?たところ、[^。]{1,60}(?:こと|誤り|違い|不足)(?:が|を|に)"
    r"[^。、]{0,4}(?:判明|発覚|わか|分か|気(?:付|づ))[^。、]{0,8}"
)
"""「4月8日、会費を重ねて引き落としていたことが判明しました」: one sentence, whose day is that of its predicate."""
_DONE_TO_THING = re.compile(
    r"に[^。、]{1,20}[しいっれめけえせ]た(?=[一-龥ァ-ヶ0-9])[^。、]{1,10}[もをがは]、?[^。、]{0,30}た(?:こと|もの|事実)[がを][^。、]{0,16}(?:確認|判明|発覚|把握|分か[りっ]|わか[りっ])"
)
"""「4月30日に別の病院へ納めた1本も取り違えていたことを確認」, behind the day of the check."""
_FIRST_LEARNT = re.compile(r"初めて|はじめて")
_WAS_TOLD = re.compile(
    r"(?:頃|ごろ)?に?、?[^。、]{1,24}(?:から|より)、?[^。]{0,60}との[^。、]{0,4}(?:報告|連絡|指摘|申し?出|通報|相談|訴え|問い?合わ?せ|電話)(?:を(?:受け|いただ|頂)|が(?:あ|寄せられ|入))[^。、]{0,8}"
)
"""「3月24日、会員から…との連絡を受けました」: one sentence, and nothing else in it."""
_BECAME = re.compile(
    r"(?:頃|ごろ)?(?:に|から|より)?、[^。、]{2,60}?(?:状態(?:と|に)な|(?:られ|できる|見える|届く)ようにな|(?:なく|づらく|にくく)な)(?:り|っ)(?:まし)?[^。、]{0,6}、?$"
)
"""「11月14日、名簿が誰からも見られる状態となり、」 over the date on which it was found."""
_TERM = re.compile(r"(?:出場|出勤|資格|対外試合|活動|入場|登録|参加)(?:の)?(?:停止|禁止)|謹慎|停職|失格")
_NEAR = 16
"""Characters beside a span that name it the term of a sanction: 「対外試合禁止 7月1日から9月30日」."""
_ON_HEARING = re.compile(r"(?:[^。、]*、)?[^。、]*(?:を受けて?|により|に基づき)、")
_OCCASION = re.compile(r"^の[^。、]{1,20}(?:こと|出来事)(?:で、|です|でし)")
_OF_MATTER = re.compile(
    r"^(?:から)?の[^。、]{0,30}(?:件|事案|事故|問題|出来事|トラブル|行為|障害|不具合|火災|遅れ|遅延|(?<!見)誤り|取り違え|紛失|流出|漏え?い)(?:に(?:関|つ)|では|を受け|につき)"
)
"""「9月の駐車場での一件に関する報告会」: the day of what everything is about."""
_OF_HANDLING = re.compile(
    r"^に[^。、]{0,14}(?:設置|設け|発足|立ち上げ|策定|提出|受領|着手|頂い|いただい)[^。、]{0,8}(?:委員会|調査|チーム|計画|報告|勧告|命令|指導)"
)
"""「昨年12月に設置した委員会の調査につきまして」 names what came of the matter."""
_SPAN = re.compile(r"^(?:から|以降|より)")


def verdict_on(date: DatePlace) -> Verdict:
    """The step told at a date: by the clause after it, the words before it, the heading, then the labels."""
    fixed = fixed_by_words(date)
    if fixed and fixed.settled:
        return fixed
    kind = fixed.kind if fixed else _kind_of(date)
    if kind == EventKind.OCCURRED and date.found.ranged and (_TERM.search(date.before[-_NEAR:]) or _TERM.search(date.after[:_NEAR])):
        return Verdict(EventKind.OTHER, settled=True)
    return Verdict(kind, _leaves_no_other(kind, date) or kind == kind_told_before(date.before))


def _kind_of(date: DatePlace) -> EventKind:
    """The kind where no turn of phrase fixes it."""
    if _is_of_the_matter(date):
        return EventKind.OCCURRED
    dated = date.unit
    wordings = list(tellings(date))
    undone = bool(wordings) and is_left_undone(wordings[0])
    if undone and not date.closes:
        # 「警察へ届け出ず、お客様への連絡も翌々日になりました」: what no predicate ends is of the next date.
        wordings = [wording for wording in wordings if CLAUSE_END.search(wording)]
    kinds = kinds_in(wordings, _left_open(date))
    kind = _read_together(date, wordings, kinds)
    if kind == EventKind.DETECTED and _is_of_what_was_found(date):
        return EventKind.OCCURRED
    if kind == EventKind.DETECTED and dated.known.detected and _ON_HEARING.match(date.after):
        return _act_among(kinds) or kind  # 「警察からの連絡を受け、コーチを自宅待機とする」
    return kind or kind_told_before(date.before) or _kind_unworded(date, undone=undone)


def _leaves_no_other(kind: EventKind, date: DatePlace) -> bool:
    """Whether what follows a date leaves only the kind read: an act left undone, a blow, a fact found, a rescue, a request to delete."""
    after = date.after
    if kind == EventKind.OTHER:
        return is_left_undone(next(clauses_of(after), ""))
    sentence = after.partition("。")[0]
    if kind == EventKind.OCCURRED:
        found_later = not date.opens and _DONE_TO_THING.match(sentence) is not None
        goes_on = not date.closes and (_BECAME.fullmatch(sentence) or _DONE_WRONG.fullmatch(sentence))
        return found_later or bool(goes_on) or _DEED.fullmatch(sentence) is not None
    if kind == EventKind.DETECTED:
        came_out = _FACT_CAME_OUT.fullmatch(sentence) or _WAS_TOLD.fullmatch(sentence)
        learnt = _FIRST_LEARNT.search(sentence) is not None and COURSE.says("learnt_from_authority", sentence)
        return date.found.precision != Precision.MONTH and (came_out is not None or learnt)
    if kind == EventKind.PUBLISHED:
        return _ON_THE_SITE.match(sentence) is not None
    # Whoever had gone was found by another.
    mended = (
        date.unit.known.occurred and _TAKEN_IN.search(sentence),
        _RESCUED.search(sentence),
        _GIVEN_BACK.search(sentence),
        _ASKED_TO_DELETE.match(sentence),
        _RIGHT_THING.match(sentence),
        _SEEN_OVER.match(sentence),
    )
    return kind == EventKind.CONTAINED and any(mended)


def _is_of_the_matter(date: DatePlace) -> bool:
    """Whether a date names what everything is about, before any was told to have happened: 「9月14日に開札した工事について」."""
    after = date.after
    if date.unit.known.occurred:
        return False
    if _OCCASION.match(after) or _OF_MATTER.match(after):
        return True
    named = date.opens and RELATIVE_CLAUSE.match(after) is not None and _ABOUT.search(after) is not None and not _OF_HANDLING.match(after)
    if named and kind_by_wording(after, frozenset({EventKind.DETECTED, EventKind.PUBLISHED})) is None:
        return True
    subject = after.startswith("の") and SUBJECT.search(next(clauses_of(after), "")) is not None
    return subject and (not date.unit.given or kind_by_wording(after, frozenset({EventKind.OCCURRED})) is not None)


def _left_open(date: DatePlace) -> frozenset[EventKind]:
    """The kinds that the unit's labels and the shape of the date leave open."""
    dated = date.unit
    allowed = dated.allowed()
    if date.found.end_iso is not None and not dated.has(Label.RESPONSE):
        allowed -= {EventKind.CONTAINED, EventKind.NOTIFIED}
    if dated.has(Label.INCIDENT) and not dated.has(Label.RESPONSE) and date.opens and not dated.known.occurred:
        allowed -= {EventKind.CONTAINED}  # The first date of what happened: 「大雪で列車を止めた際」 stops no harm.
    return allowed


def _read_together(date: DatePlace, wordings: Sequence[str], kinds: Sequence[EventKind]) -> EventKind | None:
    """The first kind told, unless what follows says what it was for."""
    dated, kind = date.unit, next(iter(kinds), None)
    if kind != EventKind.DETECTED and kinds[1:2] == [EventKind.DETECTED] and _ON_LOOKING.search(wordings[0]):
        kind = EventKind.DETECTED  # 「配布済みの券を数えたところ、…合わないことに気づいた」
    sought = kind == EventKind.DETECTED and dated.known.detected
    if kind == EventKind.DETECTED and dated.known.occurred and len(kinds) == 1 and _FOUND_SAFE.search(wordings[0]):
        return EventKind.CONTAINED  # 「13:35 釣り人の方が発見、保護」, below what happened
    if sought and (_WHOM_SOUGHT.search(wordings[0]) or any(map(_RESCUED.search, wordings[:2]))):
        return EventKind.CONTAINED  # Whoever was missed is found.
    if kind == EventKind.OTHER and dated.has(Label.RESPONSE) and _FIRST_THEN.match(date.after):
        return _act_among(kinds) or kind  # 「代表取締役が面談のうえ、待機させています」
    return kind


def _act_among(kinds: Sequence[EventKind]) -> EventKind | None:
    return next((kind for kind in kinds if kind in ACTS), None)


def _is_of_what_was_found(date: DatePlace) -> bool:
    """Whether a date belongs to the thing found, not to its discovery: 「5月5日の大会で…が漏れていたことが判明」."""
    after = date.after
    if _SINCE.match(after) or _OF_A_FACT.match(after):
        return True
    if date.found.ranged and date.unit.has(Label.INCIDENT, Label.SCOPE):
        return True  # 「5月から7月まで…していたことを確認」
    if not date.unit.has(Label.INCIDENT) or FOUND_BY.match(after):
        return False
    if after.startswith(("、", "に、")):
        # 「6月10日、…を誤って送ったことが判明」 was found that day, 「6月10日、窓口で、…を渡したことが判明」 done.
        return _AT_A_PLACE.match(after) is not None
    if _OF_THAT.match(after) or not date.unit.has(Label.TIMELINE):
        return True
    thing = _OF_A_THING.match(after)
    return thing is not None and kind_by_wording(thing[0], frozenset({EventKind.DETECTED})) is None


def _kind_unworded(date: DatePlace, *, undone: bool) -> EventKind:
    """The kind by the labels, where no rule knows the words: what it is of, or since when."""
    dated, found, after = date.unit, date.found, date.after
    of_thing = RELATIVE_CLAUSE.match(after) is not None or after.startswith("の")
    if of_thing and not dated.known.occurred and kind_by_wording(after, frozenset({EventKind.OCCURRED})):
        return EventKind.OCCURRED  # 「5月12日に送った名簿に…残っておりました」
    if undone or OPEN_BRACKET.search(date.before):
        return EventKind.OTHER
    fresh = not dated.known.occurred or (found.clocked and not dated.known.hour)
    loose = found.precision == Precision.MONTH or LOOKED_BACK.match(found.text)
    caused = dated.has(Label.CAUSE) and dated.has(Label.TIMELINE) and not loose
    since = found.end_iso is not None or found.ranged or (not found.clocked and _SPAN.match(after) is not None)
    spanned = since and dated.has(Label.SCOPE) and not dated.has(Label.RESPONSE)
    if caused or spanned or (fresh and dated.has(Label.INCIDENT)):
        return EventKind.OCCURRED
    return EventKind.OTHER
