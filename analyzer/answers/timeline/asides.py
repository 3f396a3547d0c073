"""Dates that tell no step of the course: how far something is known, which thing is meant, how things are done, what is to come."""

import re
from collections.abc import Sequence

from analyzer.answers.timeline.clauses import DONE, clauses_of, kind_by_wording
from analyzer.answers.timeline.dated_units import OPEN_BRACKET, DatedUnit, is_quoted, key_of_step, kind_told_before
from analyzer.answers.timeline.dates.anchors import DateExpression
from analyzer.answers.timeline.dates.wordings import AGE_OF_THING, BEGINNING_OF_THING, PARTS_OF_DAY
from analyzer.answers.timeline.kinds.fixed_kinds import KNEW_THEN
from analyzer.answers.timeline.kinds.outright import is_held_up
from analyzer.answers.timeline.kinds.tellings import RELATIVE_CLAUSE
from analyzer.answers.timeline.mistaken import is_mistaken
from analyzer.answers.timeline.steps import STEPS
from analyzer.answers.timeline.things import is_of_thing
from analyzer.rules.slots import COURSE as WORDINGS
from analyzer.schema import EventKind, Label, Precision

COURSE = frozenset({Label.TIMELINE, Label.INCIDENT})
AHEAD = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP})
LISTING = frozenset({"及び", "および", "と", "、", "・"})
_IN_ONE_BREATH = frozenset({"、", "・"})
_AS_OF = re.compile(r"\s*(?:\([^()]*\))?\s*(?:現在|時点|版|号|付(?:け)?で?の(?:人事|異動))")
_UNTIL_NOW = re.compile(r"まで(?:に|のところ)?(?:は|も)?、?[^。、()]{0,30}(?:(?<!申し訳あり)(?<!申し訳ござい)ません|ない|なし)")
_LIMIT_OF_OTHERS = re.compile(
    r"(?<!無)期限(?![がのも][^。、]{0,3}(?:切れ|過ぎ|満了|到来))|締切|〆切|申(?:し)?込(?!み?(?:書|者|用紙|内容|情報))|受付(?:期間|時間|は)|\(受付|営業時間|(?<!再)(?<!無)有効(?!化)|定休"
)
_TERM_OF_THING = re.compile(r"\([^()]{0,20}(?:券の?(?:販売|発売)|(?<!不正)(?:利用|受講|視聴|貸出|契約|保証))期間[\s:は、]*$")
"""「(視聴券販売期間 6月1日〜7月12日)」 tells which thing went wrong, not when."""
_LIMIT_AFTER = re.compile(r"(?:\([^()]{1,4}\))?(?:を|の)?(?:締切り?|締め切り|〆切|必着)(?!の?(?:直前|間際|直後|前後|後)|まで)")
"""「11月4日必着」, but not 「20日の締切の直前に」."""
_NOUN = 3
_GOING_ON = re.compile(r"(?:に|から)(?:引き?)?続[きい]")
_RELATIVE = re.compile(r"[当翌前そ即]")
_NAMED_AGAIN = re.compile(r"、[0-9]{1,2}(?:月|/)[0-9]")
_COMPARED = re.compile(
    r"と(?!、)[^。、]{0,8}(?:差|違|比|照ら|照合|突き?合|開き|ひらき)|の[0-9.]*倍|比[でをが0-9]|並み|より(?:も)?(?:多|少|高|低|増|減)"
)
"""「前月との使用量の差」 measures against a day and tells no step."""
_MONTHLY_THING = re.compile(
    r"(?:分)?の(?:レシート|領収書|請求書|明細|伝票|半券|会費|部費|月謝|家賃|料金|給与|給料|検針票|会報|広報|献立|シフト|通帳|(?:検査|診断|健診|測定|試験)の?結果|統計|実績|速報|一覧表?|予定表|活動報告)"
)
"""「12月のレシートでも受け付けます」."""
_TITLED = re.compile(r"(?:の|号|分|度)?[^「」『』。、をにでが]{1,16}[」』]")
"""What is called 「3月の献血実績」 has its month in its name."""
_FROM_AN_HOUR = re.compile(r"(?:以降|以前|以後|より(?:前|後))の(?!こと)")
"""「18時以降の送信では省いてもよい」: hours of a rule."""
_MEETING_KEY = re.compile(r"(?:^|[\s・])(?:開催)?(?:日時|日程)[】\])]?\s*[:|]?\s*$")
_ATTENDED = re.compile(r"[\s・【\[]*(?:出席(?:者|委員|役員)?|欠席者?|参加者|議題|議事(?:録)?|議案|司会|書記)[0-9】\]\s:|]")
_MINUTES_HEAD = 4
"""Lines below the time of a meeting among which the minutes name who was there."""
_PLANNED_THING = re.compile(
    r"(?:の[^。、をにでがは]{0,16}(?:遠征|合宿|大会|公演|興行|試合|券|チケット|ラウンド|ツアー|イベント|行事)|(?:公演|場所|興行|大会|例会|講座)分?)"
    r"(?:に(?:つ|関|お)|は|を|の|へ)"
)
"""「3月の入場券について」「3月公演の案内」 names a thing by its month and tells no step."""
_TODAY = frozenset({"本日", "今日", "きょう"})
_TO_THIS_DAY = re.compile(r"まで|に(?:至[りるっ]|いた[りるっ]た?)")
_SAYING = re.compile(
    r"(?:は|、)(?![^。、]{0,20}(?:[局省庁署所県市]|委員会|警察|消防|リーグ)(?:に|へ|宛))[^。、]{0,20}(?:ご?報告|お知らせ|お伝え|ご?説明)(?!を?(?:終|済|行))|の[^。、]{0,8}(?:報道|新聞|朝刊|夕刊|記事)"
)
_OF_WHOM = re.compile(
    r"(?:までに|以降に?|以前に?|以後に?)[^。、]{0,20}(?:た|る|いる)(?:方|人|者|皆|会員|お客|利用者|約?[0-9,]+名)|以降[^()]{0,40}(?:方|人|者)\)"
    r"|まで[^。、]{0,16}(?:おりまし|在籍し|所属し|勤め|務め)(?:た|ていた|ておりました)"
)
"""「4月末までに会費を納められた会員に」 tells to whom something was done, not when."""
_OF_MONTH = re.compile(
    r"以降[のを]|の[^。、をがは]{1,10}日まで|(?:開講|開催|発売|入学|入社)の|の[^。、]{1,12}[をに][^。、]{1,10}た(?:方|皆|[0-9,]+名|人)"
)
_NO_STEP = re.compile(
    r"以前の|と(?:は|も)?(?:別の|異なる)|[ \t　]+(?:[^\s。、]{1,10}[ \t　]*)?各[ \t　]?位"
    r"|日?間の(?:営業|業務|出場|活動)|から(?:の|[0-9]+日間の?)(?:営業|業務|出場|活動)|(?:から|以降|まで(?:の間)?)?に生まれ"
    r"|の[^。、]{0,10}(?:開設|創業|創立|設立|創設|開院|開園|開校|開館|開業|開始|発足|稼働|就航|開通)(?:以来|より|から(?!の))、?"
    r"(?![^。]{0,40}(?:誤|て(?:い|おり)(?:まし)?た))"
)
"""「9月以前の記録」, 「4月1日から翌3月末までに生まれた方」 name by a date; 「本日から5日間の営業停止」 tells how long it lasts.

「2019年4月の開設以来、事故は起きておりません」 tells for how long nothing had happened.
"""
_IN_FORCE_FROM = re.compile(r"付?に?施行(?!済)")
"""「4月1日施行の規程」 names a rule by its date, but for a measure, which is in force from then."""
_HOURS_OF_SERVICE = re.compile(r"(?:夜間|深夜|早朝|日中|窓口|受付|(?:営業|開[館園庁場]|診療|利用|受付|運転|対応)時間帯?)\($")
_OF_SERVICE = re.compile(r"\)(?:を|は|の(?![^。、]{0,8}(?:停電|断水|障害|間|うち)))")
"""「夜間(22時〜6時)の運転を停止」 names hours by which something is open."""
_REGULAR = re.compile(r"(?:次回?の(?:[一-龥]{2})?(?:点検|検査|更新|見直し|改選|総会|[健検]診)|の時期)\($")
"""「次の点検(10月)」, 「更新の時期(6月)」."""
_DAYS_BEFORE = re.compile(r"[0-9]日前[・、]$")
_PORTION = re.compile(r"まで(?:の間)?の[^。、のがをは]{0,10}(?<!処)分[^。]{0,16}(?:見当たら|見つから|紛失|亡失|所在|廃棄|なくな)")
"""「2016年4月から2017年3月までの受付分が見当たらない」 names which papers are meant."""
_ONLY_THOSE = re.compile(r"に[^。、]{0,16}た(?:もの|分|方)(?:のみ|だけ)?に限")
"""「氏名(5月に開いたものに限る)」 narrows down what is meant."""
_PLANNED = re.compile(
    r"(?:\([^()]{1,4}\))?(?:頃|ごろ)?(?:を|に|の|から|より|までに)?[^。、]{0,14}(?:予定(?:日|時期)?|見込み?|目標|目途|めど|目処)(?:に|と|を)?"
    r"(?:し|して|んで|いた|致し)?(?:で|お|い|まし|ます|もの)[^。、一-龥ァ-ヶ]{0,8}(?:[。)]|が、|ところ、|ものの、|けれども、|$)"
    r"|(?:\([^()]{1,4}\))?(?:以降)?(?:に|から|より)[^。、]{0,24}[うくすつぬぶむるぐ]予定で(?:し|す|ござ|あ|い)"
    r"|(?:\([^()]{1,4}\))?(?:に|中に|から|より)[^。、]{0,20}(?:[うくすつぬぶむるぐ]|予定だ)(?:と|こと(?:と|に))(?:し|ご?案内し|お?約束し|お?伝えし|お知らせし|申し上げ)て(?:おり|い)?(?:まし)?た(?:が|ところ|ものの|に)"
)
"""「営業再開は20日を予定しております」「1日にお知らせするとしておりましたところ」: nothing was done then."""
_HAD_PROMISED = re.compile(r"(?:お?約束(?:し|いたし|申し上げ)|予定(?:し|いたし))(?:て(?:い|おり)(?:まし)?)?た\s*$")
"""「お約束した4月末」 names a day by what was to be done then."""
_TOLD_AHEAD = re.compile(
    r"(?:まで)?に[^。、]{0,20}[うくすつぬぶむるぐ](?:旨|こと)(?:を|と)[^。]{0,16}(?:伝え|知らせ|通知|案内|約束|書面|文書|発表|公表|説明|決め|決定|決議)"
)
"""「10月末までに返金する旨を書面でお伝えし」: what was told then is not done yet."""
_OF_A_RULE = re.compile(r"(?<=[一-龥ァ-ヶー])(?<!事[故案件])(?<!発生|判明|発覚|報道|公表)の$")
"""「退職日の翌日に停止する」, 「請求の前日に照合する」: whenever that is."""
_THAT_DAY = re.compile(r"当[日夜]|その[日夜晩]")
_ON = re.compile(r"(?:のうち)?に(?!は)")
_GOES_ON = re.compile(r"(?:のうち)?に[^。、]{1,16}[しえけせてねべめれげ]、")
"""「その日のうちに差し替え、今後は…」: what comes first is done."""
_AT_THAT_TIME = re.compile(r"時点で(?!の)")
_FORECAST = re.compile(r"(?:見込み?|予定|予想|目標)(?:日時?|時刻|時間)?[\s::は、]*(?:本日|明日|同日|あす)?\s*$")
"""「復旧見込み 本日12時頃」 tells what is hoped for."""
_LOOSE_TIME = re.compile(rf"[1-9一二三四五六七八九]日目|初日|朝|{PARTS_OF_DAY}")
_SPELL = re.compile(r"(?:約|およそ|わずか)?[0-9]+(?:分|時間半?)(?:[0-9]+分)?(?:ほど)?後")
_DEPARTURE = re.compile(r"発(?:の|\)(?!を[^。、]{0,8}(?:運[航行転]|増発|出[航発])(?:し|いた))|$)")
"""「7時48分発の便」 names a bus, 「臨時便(10時30分発)を運航し」 tells when it left."""
_BOUND_FOR = re.compile(r"発[\s、]*[^\s。、]{1,10}(?:行き?|ゆき)(?![わ-んいうっ])")
"""「22時10分発 岬浜行き」 names a bus."""
DAY_TOLD = re.compile(r"[日月/年朝夕夜]|[0-9][.-][0-9]{1,2}[.-][0-9]")
_MONTH_OR_WORD = re.compile(r"[月/年本今昨先同当翌前次即そ]")
_RELATIVE_MONTH = re.compile(r"[当翌前そ即先]")
_SPAN = re.compile(r"から|より|〜")
_SPAN_END = re.compile(r"にかけて?|(?:頃|ごろ)?までの(?:間|期間)")

_FISCAL_YEAR = re.compile(r"年度中?$")
_LENGTH_IN_MONTHS = re.compile(r"を経過(?:し|す)")
"""「1月を経過する日」 is a length."""
_KEY_OF_A_THING = re.compile(rf"(?:契約|引き?渡し|{BEGINNING_OF_THING})(?:年月)?日?\s*[:|]\s*$|(?:機体|車両)登録\s*[:|]?\s*$")
"""「契約日:2021年6月9日、引渡し:」."""


def is_aside(dated: DatedUnit, told: Sequence[DateExpression], place: int, before: str, after: str) -> bool:
    """Whether the date at `place` of those `told` in a unit is no step, by the words between it and its neighbours."""
    found, wording = told[place], dated.unit.wording
    beside = place and not found.clocked and _RELATIVE.match(found.text) and len(before.strip()) <= _NOUN and "、" not in before
    listed = place and _is_one_more_day(told[place - 1], before, found, wording[: told[place - 1].start])
    ends_span = place and not _SPAN.search(found.text) and _SPAN_END.match(after)
    goes_on = _RELATIVE.match(found.text) and _GOING_ON.match(after)
    looks_back = place and _is_day_of_use(told[place - 1], before, found, after)
    named_again = _RELATIVE.match(found.text) and _NAMED_AGAIN.match(wording, found.end)
    if is_quoted(wording, found) or beside or listed or ends_span or goes_on or looks_back or named_again:
        return True  # 「事故の前日、7月19日の夕方に」「5月17日 前日設営」「5月18日 大会当日」「16日と17日の夜に」「前日に続いて」
    if _counts_from_nothing(dated, told[: place + 1]):
        return True
    if _counts_a_term(found, wording) or (_FISCAL_YEAR.search(found.text) and WORDINGS.says("of_whom_after", after)):
        return True
    if is_mistaken(found, wording) or _is_of_minutes(dated, before) or is_of_thing(told, place, wording):
        return True
    if _RELATIVE.match(found.text) and (_DAYS_BEFORE.search(before) or WORDINGS.says("of_a_rule_after", after)):
        return True
    if (dated.known.occurred or dated.known.detected) and WORDINGS.says("undone_then_after", after):
        return True
    if _LOOSE_TIME.fullmatch(found.text) and not (dated.has(*COURSE) or (place and dated.has(Label.RESPONSE)) or _shows(dated, after)):
        return True  # 「試合後、更衣室を点検する」
    return (
        _names_a_thing(found, before, after)
        or (_IN_FORCE_FROM.match(after) is not None and not dated.has(Label.MEASURE_CONCRETE))
        or _is_month_of_a_thing(told[:place], found, after)
        or _tells_a_state(found, before, after)
        or (
            not (kind_told_before(before) or is_held_up(before, after) or key_of_step(dated.document, dated.index, before))
            and _tells_a_habit(dated, found, before, after, opens=not place)
        )
    )


def _shows(dated: DatedUnit, after: str) -> bool:
    """Whether what had happened, and nobody knew, is told to have been found: 「開式の直前にご親族がお気づきになり、」."""
    new = dated.known.occurred and not dated.known.detected and not dated.has(*AHEAD)
    return new and kind_by_wording(next(clauses_of(after), ""), frozenset({EventKind.DETECTED}) & dated.allowed()) is not None


def _counts_a_term(found: DateExpression, wording: str) -> bool:
    """Whether a date tells how a term is counted: 「納期限の翌日」, 「申請のあった日の翌日から14日以内」, 「1月を経過する日」.

    The details of train and dev hold none of the four days counted so as a step.
    """
    if found.precision == Precision.MONTH and not found.tells_year and _LENGTH_IN_MONTHS.match(wording, found.end):
        return True
    rest = found.text.removeprefix("翌日") + wording[found.end :]
    return (
        found.text.startswith("翌日")
        and WORDINGS.says("end_of_term_before", wording[: found.start])
        and WORDINGS.says("counted_in_terms_after", rest)
    )


def _counts_from_nothing(dated: DatedUnit, told: Sequence[DateExpression]) -> bool:
    """Whether the last of the dates `told` is a spell behind nothing told: 「実際には2時間後でした」 before any step."""
    known = dated.known.occurred or dated.known.detected
    return not known and all(found.iso is None and _SPELL.fullmatch(found.text) for found in told)


def _is_of_minutes(dated: DatedUnit, before: str) -> bool:
    """Whether a date is that of the meeting whose minutes these are: 「日時:」 over 「出席:」."""
    below = dated.document.units[dated.index + 1 : dated.index + 1 + _MINUTES_HEAD]
    return _MEETING_KEY.search(before) is not None and any(_ATTENDED.match(unit.wording) for unit in below)


def only_tells_how_far(dated: DatedUnit, found: DateExpression) -> bool:
    """Whether nothing after a date counts from it: it tells up to when the figures stand, in a heading or beside the course."""
    wording = dated.unit.wording
    if not _AS_OF.match(wording, found.end) or KNEW_THEN.match(wording, found.end):
        return False
    return dated.unit.placement.is_heading or OPEN_BRACKET.search(wording[: found.start]) is not None or not dated.has(*COURSE)


def _is_one_more_day(one: DateExpression, between: str, found: DateExpression, before_one: str) -> bool:
    """Whether a bare day goes on from the date before it: 「8月5日・7日に」 is told once, 「8月5日及び7日に」 twice."""
    if one.clocked or found.clocked or "それぞれ" in before_one or one.precision != Precision.DAY or _RELATIVE.match(one.text):
        return False
    return between.strip() in _IN_ONE_BREATH and not _MONTH_OR_WORD.search(found.text)


def _is_day_of_use(one: DateExpression, between: str, found: DateExpression, after: str) -> bool:
    """Whether an earlier day right behind another tells only which thing is meant: 「11月30日、11月21日に使用した鍵が」."""
    earlier = one.iso is not None and found.iso is not None and found.iso < one.iso
    return earlier and between.strip() in _IN_ONE_BREATH and WORDINGS.says("day_of_use_after", after)


def _is_month_of_a_thing(earlier: Sequence[DateExpression], found: DateExpression, after: str) -> bool:
    """Whether a month tells which thing a step of a day after it was about: 「4月8日に、3月に徴収した使用料を見直すと」."""
    if found.precision != Precision.MONTH or found.iso is None or not RELATIVE_CLAUSE.match(after):
        return False
    return any(one.precision != Precision.MONTH and one.iso is not None and found.iso < one.iso[:7] for one in earlier)


def _names_a_thing(found: DateExpression, before: str, after: str) -> bool:
    """Whether a date only says which thing, or whose, is spoken of."""
    if (_OF_WHOM.match(after) and found.end_iso is None) or _ONLY_THOSE.match(after) or _TERM_OF_THING.search(before):
        return True
    if (_KEY_OF_A_THING.search(before) and after[:1] in ("、", ")")) or (OPEN_BRACKET.search(before) and AGE_OF_THING.match(after)):
        return True
    if found.clocked:
        if found.ranged and _HOURS_OF_SERVICE.search(before) and _OF_SERVICE.match(after):
            return True
        if _FROM_AN_HOUR.match(after) and not DAY_TOLD.search(found.text):
            return True
        bracketed = "(" in before[-12:] and _DEPARTURE.match(after) is not None  # 「団地系統(7時48分発)」
        return bracketed or _BOUND_FOR.match(after) is not None
    if found.precision == Precision.MONTH and before.endswith(("「", "『")) and _TITLED.match(after):
        return True
    if found.tells_year and found.text[0] not in "本今" and WORDINGS.says("founded_after", after):
        return True
    if found.precision == Precision.MONTH and _REGULAR.search(before) and after.startswith(")"):
        return True
    if _RELATIVE_MONTH.match(found.text) and _COMPARED.match(after):
        return True
    of_month = found.precision == Precision.MONTH and (_PLANNED_THING.match(after) or _OF_MONTH.match(after) or _MONTHLY_THING.match(after))
    return bool(of_month or _NO_STEP.match(after) or (found.ranged and _PORTION.match(after)))


def _tells_a_state(found: DateExpression, before: str, after: str) -> bool:
    """Whether a date tells how far something is known, said, open or planned: 「…現在」「今日まで」「本日の新聞報道」「…を予定」."""
    until_now = found.end_iso is None and (
        (_UNTIL_NOW.match(after) and not is_held_up(before, after)) or (found.text in _TODAY and _TO_THIS_DAY.match(after))
    )
    said_today = found.text in _TODAY and _SAYING.match(after)
    planned = _PLANNED.match(after) or _TOLD_AHEAD.match(after) or _HAD_PROMISED.search(before[-16:])
    as_of = _AS_OF.match(after) and not (found.clocked and _AT_THAT_TIME.match(after))
    as_of = as_of and not KNEW_THEN.match(after)
    limit = _LIMIT_OF_OTHERS.search(before[-12:]) or (not found.ranged and _LIMIT_AFTER.match(after))
    if limit and WORDINGS.decided("outright_after", after) == EventKind.OCCURRED:
        return False  # 「納付期限(11月30日)を徒過し」
    return bool(as_of or until_now or said_today or planned or limit or _FORECAST.search(before[-16:]))


def _tells_a_habit(dated: DatedUnit, found: DateExpression, before: str, after: str, *, opens: bool) -> bool:
    """Whether a clock time or a day counted from another tells how things are done or were: 「当日の演奏」, 「総会の翌週に点検」."""
    of_thing = after.startswith("の") and not after.startswith(("のうち", "のあいだ", "の間"))
    if dated.has(*COURSE):
        aside = not found.clocked and not dated.has(Label.TIMELINE, Label.RESPONSE) and _RELATIVE.match(found.text) is not None
        return aside and (of_thing or _THAT_DAY.fullmatch(found.text) is not None)
    only_ahead = dated.has(*AHEAD) and not dated.has(Label.RESPONSE)
    if opens and dated.goes_on and not dated.has(Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE):
        return False
    if found.clocked and opens and not DAY_TOLD.search(found.text) and not only_ahead:
        # 「夜回りを22時で切り上げ」 tells how things were done.
        return not dated.has(Label.RESPONSE, Label.SCOPE) and kind_by_wording(after, STEPS) is None
    if found.clocked:
        return only_ahead and (_RELATIVE.match(found.text) is not None or (opens and not DAY_TOLD.search(found.text)))
    if not _RELATIVE.match(found.text):
        return False
    if dated.has(*AHEAD):
        done = DONE.search(dated.unit.wording) or (dated.has(Label.RESPONSE) and _GOES_ON.match(after))
        return not (_ON.match(after) and done) or _OF_A_RULE.search(before) is not None
    if _THAT_DAY.fullmatch(found.text) and not dated.has(Label.RESPONSE):
        return bool(dated.given) or kind_by_wording(after, STEPS) is None
    return of_thing or after.startswith(("以降", "になっても"))
