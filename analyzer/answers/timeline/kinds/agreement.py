"""What the steps of one course rule out of each other: an event found before it began, the press after those who knew, half a repair."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from analyzer.answers.timeline.clauses import kind_by_wording
from analyzer.answers.timeline.kinds.called_off import never_begun
from analyzer.answers.timeline.kinds.knowing import got_back, not_known_to_others
from analyzer.answers.timeline.kinds.news import is_news
from analyzer.answers.timeline.steps import Step
from analyzer.durations import TO_THE_DAY, day_in
from analyzer.report import Event
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind

_OF_THOSE_SERVED = re.compile(
    r"^[^。、]{0,8}(?:まで|の間|の期間|期間中)?に(?![^。、]*(?:亡くな|発症|感染|負傷|被害))[^。、]{1,24}た(?:全ての|すべての)?(?:方|お客|会員|患者|利用者|皆|者)"
)
"""「4月1日から9月30日までにご予約いただいたお客様」: whom it may concern, where something else is told to have happened."""
_OF_THOSE_TREATED = re.compile(
    r"^[^。、]{0,8}(?:まで|の間|の期間|期間中)?に[^。]{1,48}(?:受け(?:られ)?|受診(?:さ|し|なさ)[^。、]{0,4}|(?:入院|通院|来院|来店|在籍|在学|登録|購入)(?:さ|し)[^。、]{0,6})た方(?:々|。|\(|\s|$)"
)
"""「2022年1月から2024年3月に当院でA、Bの検査を受けられた方」 ends a line that tells who is concerned."""
_OF_WHAT_IT_HELD = re.compile(
    r"^[^。、]{0,8}(?:まで|の間|の期間|期間中|分)?(?:に|の)(?![^。]*(?:誤って|公開|閲覧でき))[^。]{0,60}"
    r"(?:氏名|名前|情報|データ|記録|番号|住所|写真|内容|画像)[^。]{0,40}"
    r"(?:(?:記載|保存|記録|収録|格納|記入|保管)(?:さ|し)|含まれ|入って|書かれ|収められ|載って)[^。]{0,8}(?:い|お)"
)
"""「…までに手術を受ける447名の氏名が記載されていました」: what a list that was lost told of."""
_LOST = re.compile(r"紛失|亡失|遺失|所在|見当たら|行方|盗[まみ難]|置き(?:忘|引)|置忘|なくなって")
_OF_THINGS_KEPT = re.compile(
    r"^[^。、]{0,8}(?:まで|の間|の期間|期間中)?に[^。、]{0,16}(?:保存|保管|登録|作成|受信|撮影|入力|記録|更新|アップロード|受け?付け|蓄積|録画|取得)(?:さ|し|いただ)[^。、]{0,6}た"
    r"(?:全ての|すべての)?[^。、]{0,8}(?:ファイル|データ|写真|画像|動画|映像|記録|情報|メール|文書|書類|項目|件)"
)
"""「3月2日から4月11日までに保存されたファイル」: how old what was lost is, where something else is told to have happened."""
_OF_THOSE_ENROLLED = re.compile(
    r"^[^。、]{0,4}(?:(?:まで|以降|以前)(?:の間)?|の間|の期間(?:中|内)?)?(?:に|の)(?![^。]*(?:カード|決済|請求|徴収|誤|違|公開さ|送り|不正|閲覧でき))"
    r"[^。、]{0,16}(?:(?:新規|会員|利用者?|メール)?登録|入会|加入|入学|入園|在籍|在学|受診|受検|受講|申し?込|応募|お?取引|お?問い?合わ?せ|撮影)"
    r"[^。]{0,24}(?:方|者|様|さま|名|件|写真|画像|情報|氏名)"
)
"""「2021年4月1日から2024年3月31日までに会員登録された方が対象です」: whose data it was, whenever that came out."""
_SCOPES = (_OF_THOSE_SERVED, _OF_THOSE_TREATED, _OF_THINGS_KEPT)
_RESTORED = re.compile(r"復旧|再開|回復|復電|通水|復帰|解消|運転")
_RETURNED = re.compile(r"回収|返却|取り戻|削除|消去|破棄")
_IN_PART = re.compile(
    r"一部(?!始終)[^。、]{0,16}(?:復旧|再開|回復|復電|通水|解消)|(?:順次|部分的|段階的|仮)に?[^。、]{0,8}(?:復旧|再開|回復|復電|通水|解消)"
    r"|[0-9][^。、0-9]{0,3}(?:のうち|中)、?[0-9,]+[^。、0-9]{0,3}(?:を|は|につい|につき)"
)
_OWN_WORK = re.compile(r"(?:作業|工事|製造|操業|運転|使用)を?(?:一時|一旦|緊急)?(?:中断|中止|停止)|撤去")
_HARM_OVER = re.compile(r"(?:漏れ|漏水|漏え?い|流出|噴出|出血|延焼|火|煙)[がはをも][^。、]{0,12}(?:止|収ま|おさま|消し)|鎮火|捕獲|捕まえ")
"""「漏れが止まる」: 「作業を中断」 ended nothing as long as the gas ran out, nor did 「足場を撤去」 what had got away over it."""
_CONTAINED = frozenset({EventKind.CONTAINED})
_KNOWN = frozenset({EventKind.OCCURRED, EventKind.DETECTED})
_AGAIN = re.compile(r"再び[^。、]{0,16}(?:停止|故障|障害|不通|断水|停電|見合わせ|つながら|使えな)")
"""「10時47分に再び停止しました」: what had been mended before had not been."""
_KEY_OF_END = re.compile(r"(?:復旧|回復|解消|再開|終了|復電|通水)(?:した)?(?:の)?(?:年月日|日時?|時刻)[】〕〉》)]?\s*(?:[:|]\s*)?$")
_TOPIC = re.compile(r"(?:^|[、。])[^。、]{1,24}[はがも]、?\s*(?:同日?)?$")
"""「回線アは」: of which part the date after it is told."""
_IN_LIST = re.compile(r"[(〔][^()〔〕]{0,8}$")
_IN_FULL = re.compile(r"完全に?|全面|すべて|全て|全(?:線|域|区間|地域|店|館|路線|戸|世帯|数|件|員|サービス|機能)|残り|残る")


def agreed(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """The kinds of steps, but for those that the other steps rule out.

    What is only taken for an occurrence is none where all was found before it, nor is a day of sale the discovery of what
    was known.
    """
    kinds = never_begun(told, _worded_ends(told, _alike_in_brackets(told, kinds)))
    kinds = _without_scopes(told, kinds)
    kinds = _not_before_the_matter(told, kinds)
    kinds = got_back(told, not_known_to_others(told, kinds))
    found, begun = (_first(told, kinds, kind) for kind in (EventKind.DETECTED, EventKind.OCCURRED))
    late = found is not None and begun is not None and found.is_before(begun)
    seen = False
    settled: list[EventKind] = []
    for step, words, kind in zip(told, _wordings(told), kinds, strict=True):
        if kind == EventKind.OCCURRED and late and seen and kind_by_wording(words, frozenset({kind})) is None:
            kind = EventKind.OTHER  # 「1月28日にお申し出をいただき、1月30日に分析した結果、部品と一致しました」
        elif kind == EventKind.PUBLISHED and begun is None and found is not None and step.is_before(found) and _is_mistaken_posting(words):
            kind = EventKind.OCCURRED  # 「9月12日 報告書をサイトに掲載」, 「9月17日 お名前が見えるとのご指摘」
        elif kind == EventKind.DETECTED and is_news(step.event.text, step.after) and found is not None and found.is_before(step):
            kind = EventKind.OTHER
        seen = seen or step is found
        settled.append(kind)
    return tuple(settled)


def _worded_ends(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """The kinds without ends that but a judge took for such, where the words tell of what ends nothing: 「校長会を開き、指導」."""
    return tuple(
        EventKind.OTHER
        if kind == EventKind.CONTAINED != step.event.event
        and not step.is_end
        and kind_by_wording(words, _CONTAINED) is None
        and COURSE.says("ends_nothing", words)
        else kind
        for step, words, kind in zip(told, _wordings(told), kinds, strict=True)
    )


def _alike_in_brackets(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """The kinds, where the days of one list in brackets are all of the first one's: 「閲覧していました(5月2日、5月9日の計2回)」."""
    settled = list(kinds)
    for at, (one, other) in enumerate(pairwise(told), start=1):
        if one.event.unit == other.event.unit and _IN_LIST.search(one.before) and other.before == one.before and not one.is_end:
            settled[at] = settled[at - 1]
    return tuple(settled)


def _is_mistaken_posting(words: str) -> bool:
    return COURSE.says("posted", words) and not COURSE.says("notice_posted", words)


def counted(told: Sequence[Step], events: Sequence[Event]) -> Iterator[Event]:
    """The events from which times are counted: what came back in part is no end, nor what came back before all did.

    Nor is work broken off an end where the harm is told to be over later, nor a beginning what but a judge took for it, where the
    words tell of another, nor the first day of a journey on which something was lost. What ended before anything had happened, or
    was noticed, ended another thing.
    """
    events = [_without_frame(step, event) for step, event in zip(told, _begun_by_words(told, events), strict=True)]
    wordings = _wordings(told)
    whole = any(_stops(event) and _RESTORED.search(words) and _IN_FULL.search(words) for words, event in zip(wordings, events, strict=True))
    over = any(_stops(event) and _HARM_OVER.search(words) for words, event in zip(wordings, events, strict=True))
    again = max((event.at for words, event in zip(wordings, events, strict=True) if event.at and _AGAIN.search(words)), default="")
    began = min((event.at for event in events if event.at and _KNOWN.intersection(event.kinds)), default="")[:TO_THE_DAY]
    early = began if any(EventKind.OCCURRED in event.kinds for event in events) else ""
    of_parts = _ends_of_parts(told, wordings, events)
    goes_on = {event.at for step, event in zip(told, events, strict=True) if step.ranged and event.event == EventKind.OCCURRED}
    for at, (words, event) in enumerate(zip(wordings, events, strict=True)):
        restored = _RESTORED.search(words)
        moment = event.at or ""
        other_end = moment[: len(early)] < early[: len(moment)] or (over and _OWN_WORK.search(words) and not _HARM_OVER.search(words))
        half_way = moment < again or moment in goes_on or other_end  # 「20時22分まで、…また、20時22分から翌8時15分まで」
        in_part = half_way or ((restored or _RETURNED.search(words)) and _IN_PART.search(words))
        if not _stops(event) or (at not in of_parts and (_IN_FULL.search(words) or not (in_part or (restored and whole)))):
            yield event
        elif event.event != EventKind.CONTAINED:
            yield replace(event, also=tuple(kind for kind in event.also if kind != EventKind.CONTAINED))


def _without_frame(step: Step, event: Event) -> Event:
    return replace(event, event=EventKind.OTHER) if step.ranged and COURSE.says("frame_before", step.before) else event


def _begun_by_words(told: Sequence[Step], events: Sequence[Event]) -> Sequence[Event]:
    """The events, where one has occurred to the day by its words, without those that only a judge took for an occurrence.

    What is told of the same day is of one course: 「9時17分に車両が入り、9時18分に接触」.
    """
    pairs = list(zip((step.event.event for step in told), events, strict=True))
    exact = {day_in(event.at) for worded, event in pairs if worded == event.event == EventKind.OCCURRED} - {None}
    alone = (
        exact and worded == EventKind.OTHER and event.event == EventKind.OCCURRED and day_in(event.at) not in exact
        for worded, event in pairs
    )
    return [replace(event, event=EventKind.OTHER) if only else event for only, event in zip(alone, events, strict=True)]


def _ends_of_parts(told: Sequence[Step], wordings: Sequence[str], events: Sequence[Event]) -> frozenset[int]:
    """The ends of but a part of what was stopped, where another part, or all of it, is told to have come back later."""
    ends = [at for at, event in enumerate(events) if _stops(event) and event.at]
    keyed = max((str(events[at].at) for at in ends if _KEY_OF_END.search(told[at].before)), default="")
    before_the_key = {at for at in ends if str(events[at].at) < keyed}
    restored = [at for at in ends if _RESTORED.search(wordings[at]) and _TOPIC.search(told[at].before)]
    # 「回線アは9時10分、回線イは9時30分に復旧」
    overtaken = {one for one, other in pairwise(restored) if _goes_on(events[one], events[other])}
    return frozenset(before_the_key | overtaken | set(_within_other_spans(told, ends)))


def _goes_on(one: Event, other: Event) -> bool:
    return one.unit == other.unit and str(one.at) < str(other.at)


def _within_other_spans(told: Sequence[Step], ends: Sequence[int]) -> Iterator[int]:
    """The ends of spans that run into each other, but for the last: 「回線ア:9時00分〜9時10分」 over 「回線イ:9時05分〜9時30分」."""
    spans = sorted((str(told[at - 1].event.at), str(told[at].event.at), at) for at in ends if told[at].is_end)
    last, until = -1, ""
    for start, end, at in spans:
        if start >= until:
            last, until = at, end
            continue
        yield last if end > until else at
        last, until = (at, end) if end > until else (last, until)


def _stops(event: Event) -> bool:
    return EventKind.CONTAINED in event.kinds


def _wordings(told: Sequence[Step]) -> list[str]:
    """The sentences of steps as far as they tell of no other: what stands before a unit's second date is of the first."""
    starts = {step.event.unit: at for at, step in reversed([*enumerate(told)])}
    return [
        (step.before.rpartition("。")[2] if starts[step.event.unit] == at else "") + step.after.partition("。")[0]
        for at, step in enumerate(told)
    ]


def _without_scopes(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """A span in which people became customers, or things were kept, is no occurrence where one is told to have begun after it.

    Where something was lost, or where the span is that of what a thing held, it is none at all.
    """
    begun = [at for at, kind in enumerate(kinds) if kind == EventKind.OCCURRED]
    spans = {at for at in begun if told[at].ranged and any(scope.match(told[at].after) for scope in _SCOPES)}
    lost = any(map(_LOST.search, _wordings(told)))
    held = {at for at in begun if told[at].ranged and (_OF_WHAT_IT_HELD.match(told[at].after) or _is_of_those_enrolled(told[at]))}
    scopes = held | {at for at in spans if lost or any(told[at].is_before(told[other]) for other in begun)}
    return tuple(EventKind.OTHER if at in scopes else kind for at, kind in enumerate(kinds))


def _is_of_those_enrolled(step: Step) -> bool:
    return len(step.event.at or "") <= TO_THE_DAY and _OF_THOSE_ENROLLED.match(step.after) is not None


def _not_before_the_matter(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """What is told to have happened before the time that the text itself names as that of the matter only led up to it.

    So did, before whatever else happened, that somebody was hired or taken in, that a thing was made or a system changed.
    """
    begun = [step for step, kind in zip(told, kinds, strict=True) if kind == EventKind.OCCURRED]
    keyed = [step for step in begun if step.keyed]
    led_up = [step for step in begun if _led_up(step)] if len(begun) > 1 else []
    came_of_it = [step for step in begun if step not in led_up]
    return tuple(
        EventKind.OTHER
        if kind == EventKind.OCCURRED
        and (
            (keyed and all(step.is_before(each) for each in keyed)) or (step in led_up and any(step.is_before(each) for each in came_of_it))
        )
        else kind
        for step, kind in zip(told, kinds, strict=True)
    )


def _led_up(step: Step) -> bool:
    work = COURSE.says("led_up_before", step.before) and COURSE.says("done_in_after", step.after)
    return work or COURSE.says("led_up_after", step.after)


def _first(told: Sequence[Step], kinds: Sequence[EventKind], kind: EventKind) -> Step | None:
    """The earliest step of a kind."""
    dated = [(step.event.at, at) for at, (step, each) in enumerate(zip(told, kinds, strict=True)) if each == kind and step.event.at]
    return told[min(dated)[1]] if dated else None
