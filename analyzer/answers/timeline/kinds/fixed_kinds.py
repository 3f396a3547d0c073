"""The kind of a step where a turn of phrase around its date fixes it, whatever verb follows."""

import re
from dataclasses import dataclass

from analyzer.answers.timeline.clauses import clauses_of, kind_by_wording
from analyzer.answers.timeline.dated_units import BULLET, PERIOD_OF_HARM, DatePlace, key_of_matter, key_of_step
from analyzer.answers.timeline.kinds.news import is_learned, is_news
from analyzer.answers.timeline.kinds.outright import (
    began_before,
    is_found_along_the_way,
    is_of_fact_found,
    is_out_of_service,
    kind_outright,
)
from analyzer.answers.timeline.kinds.tellings import ASIDE, kinds_in, tellings
from analyzer.answers.timeline.kinds.unmet import takes_stop_back, without_unmet
from analyzer.answers.timeline.steps import STEPS
from analyzer.rules.slots import COURSE, STATED
from analyzer.schema import EventKind, Label, Precision

_OF_WHAT_WAS_TAKEN = re.compile(
    r"^に[^。、]{1,24}たもの[をがは]"
    r"|^(?:分)?の(?:レシート|領収書|請求書|明細|伝票|日報|日誌|議事録|(?:検査|診断|健診|測定|試験)の?結果)(?:の[^。、]{1,6})?を"
)
"""「四月に集めたものを、七月二十日にもう一度」, 「9日の検査結果を」: what was done to it comes with the next date."""
_OF_A_LIST = re.compile(
    r"(?:\([^()]{1,4}\))?[にの][^。、]{0,12}(?:開催|開か|開い|行わ|行っ|実施|催)[^。、]{0,4}た[^。、]{1,30}(?:で|において|にて|の際に)[^。、]{1,24}た(?=[一-龥ァ-ヶ][^。、]{0,9}(?:を|から))"
)
"""「14日、…が、8日に開かれた集いで書かれた名簿を使い」: nothing went wrong at the meeting."""
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
_STOOD_THEN = re.compile(r"^[^。、]*[てで](?:い|おり)(?:た|まし)た?(?:が|ものの|にもかかわらず|のに)、")
"""「同日19時に注意報が発表されておりましたが、」: the warning that nobody heeded came before the matter."""
_PERIOD_KEY = re.compile(r"(?:期間|日時|時間帯?)】?\s*[:|]?\s*$")
_KNEW = r"(?:(?:把握|認識|承知)して|(?:分か|わか|知)って|気(?:づ|付)いて)"
KNEW_THEN = re.compile(
    rf"(?:の)?時点で[^。]{{0,40}}(?:{_KNEW}|指摘し?て?)(?:い|おり?)(?:た|なが|まし)"
    rf"|に(?:は|も)?[^。、たと]{{0,16}}{_KNEW}(?:い|おり)(?:ながら|た(?:のに|にもかか|が、|もの|[。」]|$)|まし)"
)
"""「1月20日の時点で不備を把握していた」, 「9月4日に分かっていながら」 tell when it was known."""
_RECEIVED = re.compile(r"(?:頃|ごろ)?(?:に|に?、(?:[^。、]{1,40}(?:から|より)))(?:いただ|頂|受け|寄せられ|届)")
_NOTICE = re.compile(r"(?:ご?連絡|お?申し?出|ご?指摘|通報|お?問い?合わ?せ|苦情|通知)(?:は|を|が)、?$")
"""「最初のご連絡は2025年1月20日にいただいておりました」, 「…とのご指摘が、8月25日、ご家族から寄せられ」: it was told then."""

_TO_THE_HEAD = re.compile(
    r"(?:頃|ごろ)?に?[\s、]?(?:[^。、]{1,16}(?:が|から|より)、?)?(?:[館校園院所社局店室]長|理事長|部長|課長|管理職|支配人|上司)(?:に|へ)[^。、]{0,8}(?:報告|連絡|伝え|申し出)"
)
"""「翌朝、館長に報告しました」: what one of its own had kept to himself, the organisation knew then."""
_THAT_TIME = re.compile(r"(?:本来(?:であれば|は)?、?)?[こそ]の(?:[時際]|とき|段階)[^。]{0,16}(?:気|把握|発見|認識|知|見)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of which kind a step is; `settled` where the words around its date leave no other kind, `at_end` where it is the end of a span."""

    kind: EventKind
    settled: bool = False
    at_end: bool = False


def fixed_by_words(date: DatePlace) -> Verdict | None:
    """The kind that a turn of phrase fixes, whatever verb follows; an attempt that failed, a lapse before and the press settle it."""
    dated, before, after = date.unit, date.before, date.after
    if dated.lists_notice(before, after):
        return Verdict(EventKind.PUBLISHED, settled=True)
    left = without_unmet(after, known=_is_under_way(date))
    if left != after:
        return Verdict(next(iter(kinds_in(clauses_of(left), dated.allowed())), EventKind.OTHER), settled=True)
    if date.closes and takes_stop_back(after, dated.next_sentence):
        return Verdict(next(iter(kinds_in(tellings(date), dated.allowed() - {EventKind.CONTAINED})), EventKind.OTHER), settled=True)
    if (named := _named_in_line(date)) is not None:
        return Verdict(named, settled=True)
    if dated.has(Label.MEASURE_CONCRETE) and not dated.has(Label.TIMELINE, Label.INCIDENT, Label.RESPONSE):
        return Verdict(EventKind.MEASURE)
    if dated.does_away:
        return Verdict(EventKind.MEASURE)
    if _is_of_inquiry(date):
        return Verdict(EventKind.OTHER, settled=True)
    if date.found.precision == Precision.MONTH and not date.found.ranged and COURSE.says("of_whom_after", after):
        return Verdict(EventKind.OTHER, settled=True)
    if not dated.known.detected and COURSE.says("owned_up_after", after):
        return Verdict(EventKind.DETECTED, settled=True)
    if outright := kind_outright(before, _with_what_was_owed(date)):
        return Verdict(outright, settled=True)
    if not dated.known.detected and COURSE.says("seen_then_after", after):
        return Verdict(EventKind.DETECTED, settled=True)
    if _says_across("warned_beforehand", date) or (dated.known.occurred and _says_across("other_announcement", date)):
        return Verdict(EventKind.OTHER, settled=True)
    if date.found.ranged and COURSE.says("inquiry_span_after", after):
        return Verdict(EventKind.OTHER if dated.known.detected else EventKind.DETECTED, settled=True, at_end=not dated.known.detected)
    if dated.known.detected and COURSE.says("inspected_after", after):
        return Verdict(EventKind.OTHER, settled=True)
    if is_out_of_service(after):
        return Verdict(EventKind.OTHER if dated.known.occurred else EventKind.OCCURRED, settled=True)
    if _TO_THE_HEAD.match(after):
        seen = not date.opens and kind_by_wording(dated.unit.wording[: date.found.start], frozenset({EventKind.DETECTED}))
        return Verdict(EventKind.OTHER if seen or dated.known.detected else EventKind.DETECTED, settled=True)
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
        return Verdict(EventKind.OTHER if _is_beside_the_matter(date) else EventKind.OCCURRED, settled=True)
    if KNEW_THEN.match(after) or (_RECEIVED.match(after) and _NOTICE.search(before)):
        return Verdict(EventKind.DETECTED)
    if is_news(date.found.text, after):
        return Verdict(EventKind.DETECTED if is_learned(after) else EventKind.OTHER, settled=True)
    if date.found.ranged and COURSE.says("occasion_span_before", before):
        return Verdict(EventKind.OTHER, settled=True)
    if PERIOD_OF_HARM.search(before) or (_PERIOD_KEY.search(before) and dated.has(Label.SCOPE, Label.INCIDENT)):
        return Verdict(EventKind.OCCURRED)
    stood = dated.has(Label.CAUSE) and dated.known.occurred and _STOOD_THEN.match(after)
    if stood and kind_by_wording(stood[0], STEPS | {EventKind.OCCURRED}) is None:
        return Verdict(EventKind.OTHER)
    if dated.has(Label.INCIDENT) and COURSE.says("counted_list_after", after):
        told = kind_by_wording(ASIDE.sub("", dated.unit.wording), STEPS | {EventKind.PUBLISHED})
        return None if told else Verdict(EventKind.OCCURRED, settled=True)
    if COURSE.says("occasion_after", sentence):
        return Verdict(EventKind.OTHER, settled=True)
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
    # The first line of a course tells again what happened above it.
    opens = dated.index > 0 and dated.document.units[dated.index - 1].placement.is_heading
    if named is None and listed and not dated.known.detected and (opens or not dated.known.hour):
        named = STATED.decided("first_line", after)
    return EventKind(named) if named else None


def _is_of_inquiry(date: DatePlace) -> bool:
    """Whether a date is named one of the inquiry, or a span is by the heading of its line or the line right above it: 「調査対象」."""
    if COURSE.says("inquiry_key_before", date.before):
        return True
    if not date.found.ranged or not date.opens or BULLET.sub("", date.before):
        return False
    heading, units = date.unit.unit.placement.heading, date.unit.document.units
    over = {date.unit.index - 1, date.unit.index - 1 if heading is None else heading} - {-1}
    return any(COURSE.says("inquiry_key_before", units[index].wording) for index in over)


def _says_across(slot: str, date: DatePlace) -> bool:
    """Whether a rule of the slot hits the sentence of a date, without its words, and not only what stands before it."""
    before = date.unit.unit.wording[: date.found.start].rpartition("。")[2]
    found = COURSE.found(slot, before + date.after.partition("。")[0])
    return found is not None and found.end() > len(before)


def _with_what_was_owed(date: DatePlace) -> str:
    """What follows a date, with the next sentence where it looks back at that time: 「この時に気づくべきでした」."""
    following = date.unit.next_sentence if date.closes else ""
    return f"{date.after.rstrip('。')}、{following}" if _THAT_TIME.match(following) else date.after


def _is_under_way(date: DatePlace) -> bool:
    """Whether something went wrong before a date, so that what is not mended then is no news."""
    known = date.unit.known
    return known.occurred or known.detected or not date.opens or not date.unit.has(Label.INCIDENT)


def _is_beside_the_matter(date: DatePlace) -> bool:
    """Whether the day since which something had been so is not that of the matter: the lapse before it is `other`."""
    known = date.unit.known
    return known.occurred and known.detected and is_found_along_the_way(date.before, date.after, clocked=known.hour)
