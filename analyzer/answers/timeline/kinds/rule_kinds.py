"""Of which kind a dated step is by the rules: it happened, it was found, stopped, told to those harmed, reported or published."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from analyzer.answers.timeline.clauses import CLAUSE_END, UNDONE, clauses_of, kind_by_wording
from analyzer.answers.timeline.dated_units import (
    BULLET,
    LOOKED_BACK,
    OPEN_BRACKET,
    PERIOD_OF_HARM,
    SUBJECT,
    DatedUnit,
    DatePlace,
    key_of_matter,
    key_of_step,
    kind_told_before,
)
from analyzer.answers.timeline.kinds.news import is_learned, is_news
from analyzer.answers.timeline.kinds.outright import began_before, is_found_along_the_way, is_of_fact_found, kind_outright
from analyzer.answers.timeline.kinds.tellings import ACTS, ASIDE, FOUND_BY, RELATIVE_CLAUSE, tellings
from analyzer.answers.timeline.kinds.unmet import takes_stop_back, without_stops_denied, without_unmet
from analyzer.answers.timeline.steps import STEPS
from analyzer.rules.slots import STATED
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
_OF_WHAT_WAS_TAKEN = re.compile(r"^に[^。、]{1,24}たもの[をがは]")
"""「四月に集めたものを、七月二十日にもう一度」: what was done to it comes with the next date."""
_OF_A_LIST = re.compile(
    r"(?:\([^()]{1,4}\))?[にの][^。、]{0,12}(?:開催|開か|開い|行わ|行っ|実施|催)[^。、]{0,4}た[^。、]{1,30}(?:で|において|にて|の際に)[^。、]{1,24}た(?=[一-龥ァ-ヶ][^。、]{0,9}(?:を|から))"
)
"""「14日、…が、8日に開かれた集いで書かれた名簿を使い」: nothing went wrong at the meeting."""
_ON_LOOKING = re.compile(r"たところ、|ますと、|たら、")
_WHOM = r"(?:児童?|生徒|様|さん|さま|方|者|人|男性|女性|選手|[A-Z])を[^。、]{0,6}"
_WHOM_SOUGHT = re.compile(rf"{_WHOM}(?:発見|見つけ|見付け|保護|確保)")
_FOUND_SAFE = re.compile(r"(?:発見|見つけ)(?:し|され|て)?[、・]?(?:無事に?)?(?:救出|救助|保護)(?![者司具官に]|でき|観察)")
_RESCUED = re.compile(rf"{_WHOM}(?:救出|救助|助け出|引き?取[りるっ])|{_FOUND_SAFE.pattern}")
_ASKED_TO_DELETE = re.compile(
    r"(?:頃|ごろ)?に?(?:は|も)?、?(?:[^。、]{0,16}[にへ]、?)?[^。、]{0,12}(?:削除|消去|破棄)(?:の|を|して[^。、]{0,8}よう)?(?:依頼|お願い|要請)"
)
_DELETION_MAIL = re.compile(
    r"(?:[^。、]{0,16}、)?[^。、]{0,40}(?:削除|消去|破棄)(?:の|を|して[^。、]{0,8}よう)?(?:依頼|お願い|要請)"
    r"(?:(?:する|の|した)?(?:[ごお])?(?:メール|連絡|通知|案内|文書|メッセージ)|を(?:一斉|個別に?)?(?:配信|送信|送付))"
)
"""「17時に削除をお願いするメールを送信しました」: whoever is asked to delete learns of it."""
_DEED = re.compile(
    r"(?:頃|ごろ)?に?、[^。、]{1,40}(?:叩|たた|殴|蹴|打|つか|掴|突き飛ば|押し倒|投げつけ|怒鳴|罵|暴[行力言][^。、]{0,6}?)(?:い|き|り|ち|っ|み|ん|し|け|つけ|りつけ|振るい|加え|浴びせ|吐き)?(?:た|だ|まし)た?"
)
"""「6月2日、顧問が部員の腹を蹴りました」: a sentence that tells a blow and nothing else."""
_FACT_CAME_OUT = re.compile(
    r"(?:頃|ごろ)?に?、(?:[^。、]{1,16}[一-龥ァ-ヶー]、){0,2}[^。、]{1,60}(?:て(?:しまって)?(?:い|おりまし)た|ている|であった|だった|(?:紛失|亡失|遺失|流出|漏え?い|盗難に(?:遭|あ))[しっ]た)(?:こと|事実)(?:が|を|に)"
    r"[^。、]{0,8}(?:判明|発覚|わか|分か|気(?:付|づ)|把握|認識|明らか)[^。、]{0,8}"
)
"""「4月8日、会費を重ねて引き落としていたことが判明しました」: one sentence, whose day is that of its predicate."""
_BECAME = re.compile(
    r"(?:頃|ごろ)?(?:に|から|より)?、[^。、]{2,60}?(?:状態(?:と|に)な|(?:られ|できる|見える|届く)ようにな|(?:なく|づらく|にくく)な)(?:り|っ)(?:まし)?[^。、]{0,6}、?$"
)
"""「11月14日、名簿が誰からも見られる状態となり、」 over the date on which it was found."""
_ON_A_CHECK = re.compile(
    r"(?:頃|ごろ)?に(?:実施し|行っ|行いまし|始め|受け|着手し)た[^。、]{0,8}(?:監査|点検|調査|棚卸し?|照合|突合)(?:で|により|において|の(?:際|結果|中)に?)、?"
    r"[^。]{0,80}(?:判明|発覚|分か[りっ]|わか[りっ]|明らかに|見つか|気[付づ]|指摘され)"
)
"""「11月18日に実施した内部監査で、2021年4月から…いたことが判明」."""
_LED_UP = re.compile(
    r"(?:頃|ごろ)?[にの][^。]{0,16}(?:交換|設定|更新|変更|作業|工事|移行|改修|メンテナンス|切り?替え)[^。]{0,24}(?:により|によって|ため|が|あり|影響で)、"
    r"[^。、]{0,8}[0-9]{1,2}(?:時|:[0-9]{2})[^。、]{0,8}から[^。]{0,40}(?:なくな|できな|つながら|繋がら|障害|停止|停電|断水|不具合)"
)
"""「21日22時に行った交換の設定漏れにより、22日8時から…つながらなくなりました」: the work before it."""
_TERM = re.compile(r"(?:出場|出勤|資格|対外試合|活動|入場|登録|参加)(?:の)?(?:停止|禁止)|謹慎|停職|失格")
_NEAR = 16
"""Characters beside a span that name it the term of a sanction: 「対外試合禁止 7月1日から9月30日」."""
_ON_HEARING = re.compile(r"(?:[^。、]*、)?[^。、]*(?:を受けて?|により|に基づき)、")
_HANDLING = ACTS | {EventKind.PUBLISHED}
_AT_ONCE = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED})
_NOT_AT_ONCE = re.compile(r"求め|お願い|済み?[。]?$")
_NO_APOLOGY = re.compile(r"^(?!.*(?:お?詫び|おわび|謝))[^。]*(?:説明|伝え|連絡|案内|電話)")
"""To have spoken to people after a stop need not be the notice to those harmed, to have apologised is."""
_OCCASION = re.compile(r"^の[^。、]{1,20}(?:こと|出来事)(?:で、|です|でし)")
_OF_MATTER = re.compile(
    r"^(?:から)?の[^。、]{0,30}(?:件|事案|事故|問題|出来事|トラブル|行為|障害|不具合|火災)(?:に(?:関|つ)|では|を受け|につき)"
)
"""「9月の駐車場での一件に関する報告会」: the day of what everything is about."""
_OF_HANDLING = re.compile(
    r"^に[^。、]{0,14}(?:設置|設け|発足|立ち上げ|策定|提出|受領|着手|頂い|いただい)[^。、]{0,8}(?:委員会|調査|チーム|計画|報告|勧告|命令|指導)"
)
"""「昨年12月に設置した委員会の調査につきまして」 names what came of the matter."""
_STOOD_THEN = re.compile(r"^[^。、]*[てで](?:い|おり)(?:た|まし)た?(?:が|ものの|にもかかわらず|のに)、")
"""「同日19時に注意報が発表されておりましたが、」: the warning that nobody heeded came before the matter."""
_SPAN = re.compile(r"^(?:から|以降|より)")
_PERIOD_KEY = re.compile(r"(?:期間|日時|時間帯?)】?\s*[:|]?\s*$")
KNEW_THEN = re.compile(r"(?:の)?時点で[^。]{0,40}(?:把握|認識|承知|知って|気づいて|気付いて|指摘)し?て?(?:い|おり?)(?:た|なが|まし)")
"""「1月20日の時点で不備を把握していた」 tells when it was known."""
_RECEIVED = re.compile(r"(?:頃|ごろ)?に(?:いただ|頂|受け|寄せられ|届)")
_NOTICE = re.compile(r"(?:ご?連絡|お?申し?出|ご?指摘|通報|お?問い?合わ?せ|苦情|通知)(?:は|を|が)$")
"""「最初のご連絡は2025年1月20日にいただいておりました」: it was told then."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of which kind a step is; `settled` where the words around its date leave no other kind."""

    kind: EventKind
    settled: bool = False


def verdict_on(date: DatePlace) -> Verdict:
    """The step told at a date: by the clause after it, the words before it, the heading, then the labels."""
    fixed = _fixed_by_words(date)
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
    undone = bool(wordings) and _is_left_undone(wordings[0])
    if undone and not date.closes:
        # 「警察へ届け出ず、お客様への連絡も翌々日になりました」: what no predicate ends is of the next date.
        wordings = [wording for wording in wordings if CLAUSE_END.search(wording)]
    kinds = _kinds_in(wordings, _left_open(date))
    kind = _read_together(date, wordings, kinds)
    if kind == EventKind.DETECTED and _is_of_what_was_found(date):
        return EventKind.OCCURRED
    if kind == EventKind.DETECTED and dated.known.detected and _ON_HEARING.match(date.after):
        return _act_among(kinds) or kind  # 「警察からの連絡を受け、コーチを自宅待機とする」
    return kind or _kind_unworded(date, undone=undone)


def _leaves_no_other(kind: EventKind, date: DatePlace) -> bool:
    """Whether what follows a date leaves only the kind read: an act left undone, a blow, a fact found, a rescue, a request to delete."""
    after = date.after
    if kind == EventKind.OTHER:
        return _is_left_undone(next(clauses_of(after), ""))
    sentence = after.partition("。")[0]
    if kind == EventKind.OCCURRED:
        return _DEED.fullmatch(sentence) is not None or (not date.closes and _BECAME.fullmatch(sentence) is not None)
    if kind == EventKind.DETECTED:
        return date.found.precision != Precision.MONTH and _FACT_CAME_OUT.fullmatch(sentence) is not None
    return kind == EventKind.CONTAINED and (_RESCUED.search(sentence) or _ASKED_TO_DELETE.match(sentence)) is not None


def done_at_once(dated: DatedUnit, kind: EventKind, after: str) -> tuple[EventKind, ...]:
    """What else was done for those harmed in the same breath as a step of a `kind`: 「同日、回収・両名へ謝罪」."""
    if not dated.has(Label.RESPONSE) or kind not in STEPS or UNDONE.search(after):
        return ()
    acts = [
        act
        for clause in clauses_of(ASIDE.sub("", without_stops_denied(after)))
        for act in clause.split("・")
        if not _NOT_AT_ONCE.search(act) and not UNDONE.search(act)
    ]
    told = {kind_by_wording(act, frozenset(EventKind)) for act in acts if kind == EventKind.DETECTED or not _NO_APOLOGY.search(act)}
    if kind == EventKind.CONTAINED and _DELETION_MAIL.match(after):
        told.add(EventKind.NOTIFIED)
    return tuple(each for each in EventKind if each in told & _AT_ONCE and each != kind)


def _fixed_by_words(date: DatePlace) -> Verdict | None:
    """The kind that a turn of phrase fixes, whatever verb follows; an attempt that failed, a lapse before and the press settle it."""
    dated, before, after = date.unit, date.before, date.after
    left = without_unmet(after, known=_is_under_way(date))
    if left != after:
        return Verdict(next(iter(_kinds_in(clauses_of(left), dated.allowed())), EventKind.OTHER), settled=True)
    if date.closes and takes_stop_back(after, dated.next_sentence):
        return Verdict(next(iter(_kinds_in(tellings(date), dated.allowed() - {EventKind.CONTAINED})), EventKind.OTHER), settled=True)
    if (named := _named_in_line(date)) is not None:
        return Verdict(named, settled=True)
    if dated.has(Label.MEASURE_CONCRETE) and not dated.has(Label.TIMELINE, Label.INCIDENT, Label.RESPONSE):
        return Verdict(EventKind.MEASURE)
    if dated.does_away:
        return Verdict(EventKind.MEASURE)
    if outright := kind_outright(before, after):
        return Verdict(outright, settled=True)
    if not after and key_of_matter(dated.document, dated.index, before) is not None:
        return Verdict(EventKind.OCCURRED, settled=True)
    if dated.is_earlier(before, after):
        return Verdict(EventKind.PUBLISHED)
    sentence = dated.unit.wording[date.found.end :].partition("。")[0]
    if _ON_A_CHECK.match(sentence):
        return Verdict(EventKind.DETECTED, settled=True)
    if not date.closes and _LED_UP.match(sentence):
        return Verdict(EventKind.OTHER, settled=True)
    if is_of_fact_found(before, after) and (date.closes or not after.startswith("に、")):
        beside = (dated.known.occurred or dated.has(Label.CAUSE)) and not dated.has(Label.INCIDENT)
        return Verdict(EventKind.OTHER if beside else EventKind.OCCURRED, settled=True)
    if began_before(after):
        return Verdict(EventKind.OTHER, settled=True) if _is_beside_the_matter(date) else Verdict(EventKind.OCCURRED)
    if KNEW_THEN.match(after) or (_RECEIVED.match(after) and _NOTICE.search(before)):
        return Verdict(EventKind.DETECTED)
    if is_news(date.found.text, after):
        return Verdict(EventKind.DETECTED if is_learned(after) else EventKind.OTHER, settled=True)
    if PERIOD_OF_HARM.search(before) or (_PERIOD_KEY.search(before) and dated.has(Label.SCOPE, Label.INCIDENT)):
        return Verdict(EventKind.OCCURRED)
    stood = dated.has(Label.CAUSE) and dated.known.occurred and _STOOD_THEN.match(after)
    if stood and kind_by_wording(stood[0], STEPS | {EventKind.OCCURRED}) is None:
        return Verdict(EventKind.OTHER)
    if not date.closes and _OF_WHAT_WAS_TAKEN.match(after):
        return Verdict(EventKind.OTHER)
    if not date.opens and _OF_A_LIST.match(after):
        return Verdict(EventKind.OTHER, settled=True)
    return None


def _named_in_line(date: DatePlace) -> EventKind | None:
    """The kind that a line names in a few nouns: by its key, or in a list of the course, once the matter is known, by what follows."""
    dated, after = date.unit, ASIDE.sub("", date.after).strip(" \t　:|、。")
    if not after and (keyed := key_of_step(dated.document, dated.index, date.before)) is not None:
        return keyed
    listed = date.closes and dated.unit.placement.alone and not BULLET.sub("", date.before.strip(" |")) and not dated.has(Label.FOLLOWUP)
    known = dated.known.occurred or dated.known.detected
    named = STATED.decided("line", after) if listed and known and after else None
    return EventKind(named) if named else None


def _is_under_way(date: DatePlace) -> bool:
    """Whether something went wrong before a date, so that what is not mended then is no news."""
    known = date.unit.known
    return known.occurred or known.detected or not date.opens or not date.unit.has(Label.INCIDENT)


def _is_beside_the_matter(date: DatePlace) -> bool:
    """Whether the day since which something had been so is not that of the matter: the lapse before it is `other`."""
    known = date.unit.known
    return known.occurred and known.detected and is_found_along_the_way(date.before, date.after, clocked=known.hour)


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


def _kinds_in(wordings: Iterable[str], allowed: frozenset[EventKind]) -> list[EventKind]:
    """The kinds that wordings tell, in their order; what was left undone is no act."""
    told = (kind_by_wording(wording, allowed - _HANDLING if UNDONE.search(wording) else allowed) for wording in wordings)
    return [kind for kind in told if kind]


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


def _is_left_undone(clause: str) -> bool:
    """Whether a clause says that nobody was told: 「その日のうちに警察へ届け出ず、」."""
    return UNDONE.search(clause) is not None and kind_by_wording(clause, _HANDLING - {EventKind.CONTAINED}) is not None
