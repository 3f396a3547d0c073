"""By when an act is due, from when it holds, how often it is done."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, Toward, due_date
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.rules.slots import PROMISES

_PAST_EVENT = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付(?!け?(?:で|にて|を[も以]|\)?。?$))|現在|時点|に?(?:判明|発生|公表|発覚|お知らせ|起き)"
    r"|の(?:事案|事故|件|公表|発生|お知らせ|報告)|の[^、。]{1,24}[てで]からと(?:し|す|いた|致))"
)
"""What follows a day that is no day of the act: one gone by, or of what must come first (「5月12日の総会で承認を得てからとします」)."""
_OF_DAY = r"(?:\([^()]{1,4}\))?\s*(?:[一-龥]{0,3}(?:分|号)|の[^、。()をにはが]{1,8})?"
"""What may stand between a day and the word that it begins: 「7月の発送分」から, 「5月号」より."""
_BEGINS = re.compile(rf"{_OF_DAY}(?:から|より|以降|に?開始|[~〜](?=\)|$))")
ISSUE = re.compile(r"(?<=月)(?:(?:[一-龥]{0,3}分|号|度|期)(?=(?:から|より|以降|をもって|まで))|期(?=中))")
"""What a month counts: 「2月検針分から」「10月号より」."""
_OF_A_THING = re.compile(r"の(?!(?:初め|末))[^、。()にでからまで]{1,10}?[はを]")
"""「8月の計算は」 tells of what, not by when."""
_BEFORE_IT_WAS_PUT_OFF = re.compile(
    r"(?:に?(?:完了|実施|開始|導入|終了)?(?:の|する|を)?予定(?:日|時期)?(?:から|より|でした|だった|を|が)|から|を|より)"
    r"[^。]*[0-9](?:月|日|年度?)(?:[末中]|[上中下]旬|ごろ|頃)?[^。]*(?:延び|延期|遅れ|ずれ込|繰り下げ|先送り|後ろ倒し|変更|改め)"
)
"""「当初予定の3月末を6月末に延期」, 「4月の予定から遅れ、7月末に」: by when it was to be, and no longer is."""
_AIMED_AT = re.compile(r"の(?:充実|成功|発展|向上|安全|円滑な)[^、。]{0,6}[をにが]")
"""What follows a time that tells of what, and not by when: 「次回大会の充実を図る」."""
_NOT_SO = re.compile(r"[^、。]{0,24}(?<!だけ)(?<!のみ)(?<!ばかり)では?なく")
"""What follows a time of what is not done: 「7月分からの差し引きではなく、8月5日までに」."""
_OF_A_NOUN = re.compile(
    r"(?!から[^、。をが]{1,12}に)[^、。をが]{0,16}?[しっいえけせてねべめれげんきちみりび]たた?(?=[一-龥ァ-ヶ])(?!対策|措置|防止策|取り?組み|事項|施策)"
    r"|、?[^。]{0,40}(?:報告|提出|届け?出|公表|発表|述べ|お?示し|お?知らせ|申し?上げ)(?:し|いたし|させていただい|られ)?(?:まし)?た(?:とおり|通り|(?=[「『一-龥]))"
    r"|以[降後]の(?=[^。]*まで)"
)
"""What follows a day that only describes a thing: 「4月に作成した手順書を改め」, 「4月以降の試合について、3月18日までに」."""
_WITHIN = re.compile(r"の(?!間|うち|完了|実施|開始|導入|対応|報告|提出|開催|設置|改善|回答|移行|公表)|に?[^、。]{0,24}(?:場合|とき)")
"""What a span tells that is no due date: 「入社から3か月以内の職員」, 「30日以内に受け取られない場合」."""
_TERM = re.compile(
    r"(?:同一|同じ|任期|在任|連続|担当[をは])[^、。]{0,16}[0-9]年以内(?:に?$|[とで](?:し|す|いた))|[0-9]年以内[にで][^、。を]{0,6}(?:交代|交替|異動|配置換|入れ?替)"
)
"""How long somebody may stay at most is no day to come: 「同じ職員の担当は5年以内とします」."""
_LOOKED_AT = re.compile(r"(?:以[降後]|分)?の[^、。をは]{1,12}(?:につ(?:いて|き)|に関し|に対し)")
"""What follows the time of that which was looked into: 「5月以降の取引について照会しました」."""
_NO_LONGER = re.compile(
    r"(?:程度|ほど)?(?:と|に|で)?、?(?:だっ|であっ|とし|とどま(?:って(?:い|き)|っ)|(?:[とにを]?(?:し|行っ|おこなっ|実施し|開い|受け|点検し|確認し)て(?:い|き)))(?:まし)?た"
    r"|から、?[^、。を]{0,8}(?:ごと|[回度]|毎[月週日年朝]|常時|たび)"
    r"|の[^、。]{1,20}を、?[^、。をは]{1,12}に(?:増や|改め|変更|変え|引き上げ)"
)
"""What follows how often it was: 「年1回だった点検を毎月行う」, 「年1回の研修を年4回に増やす」."""
_THRESHOLD = re.compile(
    r"(?:以上)?(?:を(?:超|越|下回|上回|割)|に(?:達し|満た|なっ|至っ)|(?:の[^、。をは]{1,12})?[がに](?:あ|続|生じ|起き|な)[^、。を]{0,4}(?:れば|たら|とき|場合|者|もの))"
)
"""What follows how often a thing must happen before something is done: 「月3回を超えた計器」."""
_LENGTH_OF = re.compile(r"(?:期間|日数|間隔)[をは](?:これまでの)?$")
"""「期間を3日から5日に延ばす」 tells how long."""
_TOWARDS = re.compile(r"に?向け")
_TRIGGER = re.compile(
    r"(?:場合|とき|時|際|たら|れば|案件|事例|お?(?:申し?出|尋ね|問い?合わせ)|苦情|依頼|報告|通報|連絡|相談|申告|アンケート|ご?(?:意見|要望|質問)|提案|請求|返信"
    r"|不合格|未着|未達|新規の?|新しい|期限の切れた|(?:(?:基準|上限|下限|目安|[割%度値])[^、。]{0,6}(?:超え|上回っ|下回っ|外れ|達し|満たさ)|(?:合わ|足り))(?:た|ない)|(?:申請|応募|申し?込み)(?=[はにへ])"
    r"|検体|毎回|落とし物|忘れ物|採用した|(?:入[社会学園所]|退[職会学所])(?:した|者))[^。]{0,16}$|[^。]{2,20}[たるう]日から$"
)
"""What a span is counted from where it is no day: 「お尋ねは、5日以内に」."""
_EACH_TIME = re.compile(
    r"に?[^、。をが]{0,8}(?:回答|返答|返信|返事|応答|答え)|[^。]{0,30}(?:決まり|取り決め|ルール|目標)[にと]|[^。]{0,30}こと[をとに](?:定め|決め|いたしまし?た|しまし?た|した)"
)
"""What follows a span that is counted anew each time: 「15日以内に回答します」, 「3日以内に返す決まりとします」."""
_SAID_OF = re.compile(
    r"(?:※\s*)?(?:以上|これら|上記|いずれ|すべて|全て)?(?:の?[0-9一二三四五六七八九十](?:点|つ|項目))?(?:の[一-龥]{1,8})?[はをも]?、?"
    r"|(?:(?:実施|開始|運用|適用|導入|完了|着手|施行|終了|稼働|設置|工事)の?){0,2}(?:(?:予定)?(?:の?時期|日)|期限|期日|予定|目標)?は、?"
)
_FIRST_TIME = re.compile(r"(?:なお、)?(?:初回|第1回|1回目)[はを]?、?")
"""What opens a sentence on the first time of an act that is to be repeated: 「初回は10月4日です」."""
_TOPIC_BEGUN = re.compile(r"(?P<topic>[^、。はがをぁ-ん]{1,10})(?:のほう|の方)?は、?")
_BEGUN = re.compile(r"[一-龥]{0,3}(?:分)?(?:\([^()]{1,4}\))?(?:から|より|に)、?(?:実施|運用|適用|開始|施行|始め|行[いっ])[ぁ-ん]{0,8}。?")
_HOLDS = re.compile(
    r"(?:[一-龥]{1,4}分|号)?(?:\([^()]{1,4}\))?(?:から|より|まで|以降|付で|に)*、?(?:(?:全|各|すべての|全ての)[一-龥]{1,4}で、?)?"
    r"(?:実施|運用|適用|開始|施行|完了|納品|納入|到着|完成|届|始|行|終)?[ぁ-ん]{0,8}(?:(?:予定|見込み?|めど|目途|目標)[ぁ-ん]{0,8})?。?"
    r"|(?:\([^()]{1,4}\))?(?:まで|から)に?、?(?:計|延べ|合計)?[0-9]+(?:回|件|度)(?:を|の)?(?:実施|適用|開催|中止|休止|停止|発動|作動|検知)?[ぁ-ん]{0,8}。?"
)
"""What says that an act holds, or how often it was done: 「2月20日までに4回中止」."""
_SET_BEFORE = re.compile(
    r"(?:付け?で|に|で)?[^。、]{1,40}(?:[てで](?:おり|い)(?:ます|まし\s*た)?|た(?:ところ|もの)で(?:あり?|す)(?:ます)?|まし\s*た)が?(?:\([^()]*\))?、(?=今後|これから|引き続き|さらに|更に)"
)
"""「9月20日に計画を策定したところであり、今後は…」: the day of what was done already dates nothing that is still to come."""
_RUNNING = timedelta(days=120)
_SOON = timedelta(days=60)
"""What was set down to hold from a day soon after the publication (「12月1日付で会則に定めました」) is not dated a year back."""
_FAR = timedelta(days=300)
"""Where 「6月中に」 would mean the June after next spring, the guessed day is likely too late."""
_RELATIVE_DAY = re.compile(r"[同前当翌そ即]")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
SINCE = re.compile(rf"(?:[日月]|本日|\)){_OF_DAY}(?:から|より|以降|[~〜](?=\)|$))")
_WHOLE_WAY = re.compile(
    r"(?:方式|運用|体制|仕組み|形|設定)(?:に|を|へ)[^。]*[日月](?:から|より|付)|[日月](?:から|より|付で)[^、。]*(?:切り?替え|改め|移行|施行|適用|禁止)"
)
LIMIT = re.compile(
    r"(?<!これ)(?<!今)まで|以内|(?<![当翌]日)(?<!その日)中に|(?<=[月年度期週])中(?=\))|年度?内|(?<=[月年度期週])末|めど|目途|目処"
)
"""What ends a time; 「当日中に」 tells how soon each time, 「これまで」 how it was, 「端末」 a thing."""
_LIMITED = re.compile(rf"(?:\([^()]{{1,4}}\)|(?!から|より|以[降後])[^、。()をはが]){{0,12}}?(?:{LIMIT.pattern})")
"""How a day ends that is the last one; 「8月20日から、署名を得るまで開けない」 has another limit."""
_SOON_AFTER = re.compile(r"翌(?:朝|日|営業日)|その日のうち|即日|当日|[0-9]+(?:分|時間)以内")


class Due(NamedTuple):
    """When an act is due: a day in ISO form, or as worded; and the words that say so."""

    day: str
    wording: str


@dataclass(frozen=True, slots=True)
class Today:
    """The day from which a statement speaks; `guessed` where it is only the last day that the statement tells."""

    day: date | None
    guessed: bool


def due_of(wording: str, today: Today, done: bool) -> Due | None:
    """The due date in ISO form where it resolves, else as worded.

    「4月末まで」「4月中に」 the last day, 「4月から」 the first; a measure already taken has the day it was taken.
    """
    worded = next(_worded(wording), None)
    if worded and worded[0] == "frequency":
        worded = _start_worded(wording) or worded
    if worded and _TOWARDS.match(wording, worded[1].end()):
        worded = None
    vague: str | None = None
    last: Due | None = None
    for found in _dates(wording, today, done):
        if _BEFORE_IT_WAS_PUT_OFF.match(wording, found.end) or _NOT_SO.match(wording, found.end):
            continue
        inside = worded and worded[0] != "event" and worded[1].start() <= found.start < worded[1].end()
        of_a_thing = found.text.endswith("月") and _OF_A_THING.match(wording, found.end)
        of_a_thing = of_a_thing or _LENGTH_OF.search(wording, 0, found.start) or _OF_A_NOUN.match(wording, found.end)
        of_a_thing = of_a_thing or (found.text.endswith("以内") and (_WITHIN.match(wording, found.end) or _TERM.search(wording)))
        of_a_thing = of_a_thing or _SET_BEFORE.match(wording, found.end)
        of_a_thing = of_a_thing or (done and _LOOKED_AT.match(wording, found.end))
        if found.clocked or inside or of_a_thing or _PAST_EVENT.match(wording, found.end):
            continue
        day, begins = due_date(found), _BEGINS.match(wording, found.end)
        if day is None or (found.text.endswith("以内") and _is_of_each_time(wording, found)):
            if vague is None and (begins or found.due or not _RELATIVE_DAY.match(found.text)):
                vague = found.text
            continue
        first = f"{found.iso}-01"[:10] if begins and found.iso and not found.text.endswith("末") else None
        last = Due(first or day.isoformat(), found.text)
        if PROMISES.decided("in_part", wording) != "rest":
            return last
    if last:
        return last  # 「(7月末で11台、残りは12月)」
    vague = vague or (worded[1][0] if worded else None)
    return Due(vague, vague) if vague else None


def _is_of_each_time(wording: str, span: DateExpression) -> bool:
    return bool(_TRIGGER.search(wording, 0, span.start) or _EACH_TIME.match(wording, span.end))


def day_told(wording: str) -> Due | None:
    """By when an act is due that is still to come, whatever the day of publication."""
    return due_of(wording, Today(None, guessed=True), done=False)


def _worded(wording: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The times told that no calendar resolves, by rule and by place, without how often it was till now."""
    for rule in PROMISES.rules("due"):
        for found in rule.pattern.finditer(wording):
            often = rule.value == "frequency" and (_NO_LONGER.match(wording, found.end()) or _THRESHOLD.match(wording, found.end()))
            gone = _NOT_SO.match(wording, found.end()) or often or _AIMED_AT.match(wording, found.end())
            if not gone:
                yield rule.value, found


def _start_worded(wording: str) -> tuple[str, re.Match[str]] | None:
    """From when a repeated act is to begin, where that is no day: 「来年度から年2回」 is due from then, and only then twice a year."""
    events = (rule for rule in PROMISES.rules("due") if rule.value == "event")
    found = (("event", each) for rule in events for each in rule.pattern.finditer(wording))
    return next((told for told in found if told[1][0].endswith(("から", "より", "以降"))), None)


def day_of_all(wording: str, dues: Sequence[Due | None]) -> str | None:
    """The one day told that holds for every act of a unit: in brackets at its end, or of the whole way of doing it.

    「Aを設け、Bを行います(7月11日から)」 dates both, 「Aし、4月末までにBします」 only the second.
    """
    dated = [due for due in dues if due and ISO_DAY.match(due.day)]
    if len({due.day for due in dated}) != 1:
        return None
    day, worded = dated[0]
    bracketed = re.search(rf"\([^()]*{re.escape(worded)}[^()]*\)。?$|^.{{0,6}}[【\[][^】\]]*{re.escape(worded)}", wording)
    return day if bracketed or _WHOLE_WAY.search(wording) else None


def only_when(wording: str, due: Due | None) -> bool:
    """Whether a sentence says only from or by when the acts before it hold: 「8月1日から実施しております。」"""
    before, found, after = wording.partition(due.wording) if due else ("", "", wording)
    return bool(found) and _SAID_OF.fullmatch(before) is not None and _HOLDS.fullmatch(after) is not None


def topic_begun(wording: str, due: Due | None) -> str | None:
    """What a sentence tells the beginning of and nothing else: 「線のほうは、先週から始めてます」, 「掲載は9月分から始めています」."""
    before, found, after = wording.partition(due.wording) if due else ("", "", wording)
    topic = _TOPIC_BEGUN.fullmatch(before) if found and _BEGUN.fullmatch(after) else None
    return topic["topic"] if topic else None


def first_time(wording: str, due: Due | None) -> bool:
    """Whether a sentence tells of the first time of the act before it, on a day: 「初回を5月13日に行い、3時間で復旧」."""
    return due is not None and _FIRST_TIME.fullmatch(wording.partition(due.wording)[0]) is not None


def is_repeated(due: str | None) -> bool:
    """Whether a due date is told as a frequency or as a span from what happens again and again, and so may have a day beside it."""
    return due is not None and PROMISES.decided("due", due) in ("frequency", "after")


def is_each_time(due: str) -> bool:
    """Whether a time tells how soon something follows each time, and so is part of the act: 「24時間以内に報告する」, 「翌朝確かめる」."""
    return _SOON_AFTER.match(due) is not None or PROMISES.decided("due", due) == "after"


def begins_on(wording: str, due: str | None) -> bool:
    """Whether a due date is a day from which something holds (「6月1日から」)."""
    return due is not None and ISO_DAY.match(due) is not None and SINCE.search(wording) is not None


def _dates(wording: str, today: Today, done: bool) -> Sequence[DateExpression]:
    """Dates of an act: taken ones lie before the publication, others after it unless just gone by (「1月から」 in March)."""
    published = today.day
    anchor = Anchor(published)
    if done:
        wording = re.sub(r"翌(?=[0-9]{1,2}日)", " ", wording)  # The day it follows is told in another sentence.
    wording = ISSUE.sub(lambda found: " " * len(found[0]), wording)
    if done and published:
        past = find_dates(wording, anchor, toward=Toward.PAST)
        near = find_dates(wording, anchor, toward=Toward.NEAREST)
        soon = any(published < day < published + _SOON for found in near if (day := due_date(found)))
        return near if soon and any(day < published - _FAR for found in past if (day := due_date(found))) else past
    if done or published is None:
        return find_dates(wording, anchor, toward=Toward.PAST)
    nearest = find_dates(wording, anchor, toward=Toward.NEAREST)
    on_days = (found for found in nearest if not (found.clocked or found.text.endswith("以内")))
    limited = any(LIMIT.search(found.text) or _LIMITED.match(wording, found.end - 2) for found in on_days)
    days = [] if limited else [day for found in nearest if (day := due_date(found))]
    if days and min(days) > published - _RUNNING:
        return nearest
    ahead = find_dates(wording, anchor, toward=Toward.FUTURE)
    far = today.guessed and any(day > published + _FAR for found in ahead if (day := due_date(found)) and not found.tells_year)
    return find_dates(wording, anchor, toward=Toward.NEAREST) if far else ahead
