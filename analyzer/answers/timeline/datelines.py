"""The day that a statement bears: in a line that holds nothing but a date and who signs."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import islice, takewhile

from analyzer.answers.timeline.dated_units import is_but_dates, key_of_matter
from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.normalise import fold
from analyzer.reading.head import is_day
from analyzer.reading.names import is_name
from analyzer.schema import Label, Precision

_OF_STEPS = frozenset({Label.TIMELINE, Label.INCIDENT})
"""Topics of headings below which a date alone on its line is a step."""
_SIGNED = re.compile(
    r"\s+(?=.*(?:代表|社長|理事|会長|校長|院長|[市町村区]長|学長|園長|所長|会社|法人|クラブ|協会|連盟|委員会|大学|学校|病院|組合|事務局))[^。、をが「」]{2,40}"
)
"""Who signs, on the line of the date."""
_ENDED = re.compile(r"(?:[。!?]|ます|ました|ません|です|でした)[」』)]?$")
_DEED = re.compile(
    r"[をは、]|(?:停止|再開|復旧|開始|完了|終了|中止|連絡|通報|報告|届出|依頼|指示|通知|説明|謝罪|公表|掲載|発表|送信|送付|配布|回収|削除|修正|確認|判明"
    r"|発覚|発見|発生|調査|点検|検査|実施|設置|交換|受診|入院|退院|逝去|提出|受理|開催)(?:済み?|完了)?$"
)
"""What a step in a few words has, and the name of who signs has not."""
_POSTING = re.compile(r"(?:最終)?(?:投稿|掲載|公開|発表|配信|更新|作成|登録|発行)(?:開始)?(?:年月)?日時?")
_OF_PAGE = re.compile(r"[(\[【〈]([0-9]{1,2}月[0-9]{1,2}日)(?:\([^()]{1,4}\))?\s?(?:公表|発表|掲載|公開|配信)(?:分|版)?[)\]】〉]")
"""The day of the page within the title: 「…について(8月6日掲載)」; an update tells not when the first came."""
_CALLED = re.compile(r"(?:公開|公表|発表|掲載|配信|投稿|発行|更新)(?:分|日時?)?$")
_GREETS = re.compile(r"(?:この(?:たび|度)|いつも|平素|日頃|日ごろ|平生|お客様|[^。、]{0,16}各位)")
_BLANK_NAME = re.compile(r"[○〇◯●]{2}")
_LONGEST_SIGNATURE, _MOST_SIGNATURES = 40, 5
_HEAD, _TAIL = 6, 4
"""Units in which the day of a letter stands, at either end; whom to ask may take as many again below it."""
TODAY = re.compile(r"本日|今日|きょう")
_TODAY_BRACKET = re.compile(r"(?:本日|今日|きょう)\($")
_TITLE_BEFORE = re.compile(r"(?:について|に関して|の件|お詫び|お知らせ|ご?報告)[^ 。、]{0,20}(?: [^ 。、]{1,16}){0,2} $")
_NEAR = timedelta(days=90)
_UPDATED_LATER = timedelta(days=14)
_REPORT = re.compile(r"(?:第[0-9一二三四五六七八九十]{1,3}|続|初|最終)報")
_DATELINE = re.compile(rf"[\s()「」【】:・,、。]|公表|公開|掲載|発表|発行|更新|配信|開始|記|日|付け?|現在|{_REPORT.pattern}|分$")


def published_on(document: DocumentReading) -> date | None:
    """The day of publication that is given, or else the day that the statement bears."""
    return document.statement.published or dateline(document)


def surely_published_on(document: DocumentReading, told: Sequence[date]) -> date | None:
    """The same; None where it is but that of a page's last update, weeks behind the last day `told`: it may have stood there since."""
    published = published_on(document)
    if published and document.statement.updated and published - max(told, default=published) > _UPDATED_LATER:
        return None
    return published


def dateline(document: DocumentReading) -> date | None:
    """The day in a line near the top, or else near the end, that holds nothing but a full date and who signs; else that of 「本日」."""
    units = list(enumerate(document.units))
    head, tail = units[:_HEAD], units[_HEAD:]
    before_whom_to_ask = [(index, unit) for index, unit in tail[-2 * _TAIL : -_TAIL] if _closes_letter(document, index)]
    for index, unit in (*head, *before_whom_to_ask, *tail[-_TAIL:]):
        told = find_dates(unit.wording)
        if is_dateline(document, index, told) and told[0].day and key_of_matter(document, index, unit.wording[: told[0].start]) is None:
            return told[0].day
    if behind := [found for unit in document.units[:1] for found in find_dates(unit.wording) if stands_behind_title(unit, found)]:
        return behind[0].day
    today = (day for unit in document.units if (day := _today_in(unit.wording)))
    return next(today, None) or _without_its_year(document) or _signed_within(document)


def _signed_within(document: DocumentReading) -> date | None:
    """The first day with who signs below that stands under a sentence: a letter with its attachments, or a postscript, on one page."""
    for index, (above, unit, below) in enumerate(zip(document.units, document.units[1:], document.units[2:], strict=False), 1):
        if _ENDED.search(above.wording) and is_name(below.wording) and is_day(unit.wording):  # The costliest question last.
            told = find_dates(unit.wording)
            if is_dateline(document, index, told):
                return told[0].day
    return None


def _without_its_year(document: DocumentReading) -> date | None:
    """The day in a line at the head that holds nothing but a day without its year, or called that of the page in the title: the next
    such day after the days told in full.

    None where those lie far apart or long before it: nobody could tell which year is meant; nor where a second such line heads an
    earlier report pasted below.
    """
    head = range(min(_HEAD, len(document.units)))
    index = next((at for at in head if _bears_no_year(document, at)), None)
    titled = _OF_PAGE.search(document.title)
    if index is not None and not any(_bears_no_year(document, at) for at in range(index + 1, len(document.units))):
        wording = document.units[index].wording
    elif index is None and titled:
        wording = titled[1]
    else:
        return None
    days = [day for unit in document.units for day in _days_in(unit.wording)]
    if not days or max(days) - min(days) > _NEAR:
        return None
    latest = max(days) + _NEAR
    return next((day for day in _days_in(wording, Anchor(latest)) if max(days) <= day <= latest), None)


def _bears_no_year(document: DocumentReading, index: int) -> bool:
    """Whether a line outside the parts of a letter, or one that heads a report, holds nothing but a day without its year."""
    unit = document.units[index]
    told = find_dates(unit.wording)
    heads = not unit.placement.topic or _REPORT.search(unit.wording) is not None
    return bool(told) and told[0].iso is None and heads and is_dateline(document, index, told)


def _days_in(wording: str, anchor: Anchor | None = None) -> list[date]:
    """The days that a wording tells, clock times aside; without `anchor` those with their years."""
    return [found.day for found in find_dates(wording, anchor) if found.day]


def _today_in(wording: str) -> date | None:
    """The full date that a sentence gives to the day from which it speaks: 「本日、2025年2月3日より」「本日(令和7年2月3日)」."""
    if not TODAY.search(wording):
        return None
    named = (found for found in find_dates(wording) if TODAY.match(wording, found.start) or _TODAY_BRACKET.search(wording[: found.start]))
    return next((found.day for found in named if found.day), None)


def stands_behind_title(unit: UnitReading, found: DateExpression) -> bool:
    """Whether a whole day stands between a title and the text on one line, as where a page was made one: 「…について 2025.6.1 当社は…」."""
    titled = _TITLE_BEFORE.search(unit.wording[: found.start]) is not None and unit.wording[found.end : found.end + 1] == " "
    return titled and found.day is not None and found.precision == Precision.DAY


def is_dateline(document: DocumentReading, index: int, told: Sequence[DateExpression]) -> bool:
    """Whether a unit holds nothing but a full date and who signs, and is no step of a list."""
    unit = document.units[index]
    if len(told) != 1 or not unit.placement.alone:
        return False
    if is_posting(document, index) and is_but_dates(unit.wording, told):
        return True
    if told[0].precision != Precision.DAY and not (told[0].clocked and _heads_page(document, index)):
        return False
    # A day under 「発生日」 or in the list under 「経緯」 is a step; below the last measure it is the day of the letter.
    if unit.placement.topic and unit.placement.heading == index - 1 and not is_title(document, index - 1):
        return False
    if unit.placement.topic in _OF_STEPS and not (is_title(document, index - 1) or _closes_letter(document, index)):
        return False
    if _is_over_list(document, index) and any(_is_over_list(document, at) for at in range(len(document.units)) if at != index):
        return False  # 「6月7日(火)」 and 「同月9日(木)」, each over 「・…」
    if is_day(unit.wording):
        return True  # with what a page sets beside its day: 「ページ番号1004 更新日 令和6年5月1日 印刷」
    before, after = unit.wording[: told[0].start], unit.wording[told[0].end :]
    return not _DATELINE.sub("", before + _SIGNED.sub("", after))


def is_title(document: DocumentReading, index: int) -> bool:
    """Whether a line is the title, which stands in the text where something stands above it."""
    return index >= 0 and document.units[index].wording == fold(document.title).strip()


def _heads_page(document: DocumentReading, index: int) -> bool:
    """Whether a day with its hour is all that a line near the top holds, set apart from what is told: 「2025年4月7日 18:00」."""
    unit, below = document.units[index], document.units[index + 1 : index + 2]
    if index >= _HEAD or unit.placement.topic or not is_day(unit.wording) or not below:
        return False
    apart = document.normalised.text.count("\n", unit.span[1], below[0].span[0]) > 1
    return apart or _CALLED.search(unit.wording) is not None or _GREETS.match(below[0].wording) is not None


def _is_over_list(document: DocumentReading, index: int) -> bool:
    """Whether a line that is but a day stands right over a sentence of a list."""
    wording, below = document.units[index].wording, document.units[index + 1 : index + 2]
    if not below or below[0].placement.marker != "bullet" or below[0].placement.is_heading or not _DEED.search(below[0].wording):
        return False
    return is_but_dates(wording, find_dates(wording))


def is_posting(document: DocumentReading, index: int) -> bool:
    """Whether the line above calls a date that of the page: 「投稿日」 over 「2017年02月05日(日)」."""
    placed = document.units[index].placement
    of_course = placed.topic in _OF_STEPS and placed.heading != index - 1
    return index > 0 and not of_course and _POSTING.fullmatch(document.units[index - 1].wording) is not None


def _closes_letter(document: DocumentReading, index: int) -> bool:
    """Whether a day in the course stands below its last sentence and above nothing but who signs and whom to ask.

    The course of a short letter often is its last part; a step has its words beside or below its day, and other days like it.
    """
    units, place = document.units, document.units[index].placement
    below = list(takewhile(lambda unit: not _tells_whom_to_ask(unit), islice(units, index + 1, index + 2 + _MOST_SIGNATURES)))
    if len(below) > _MOST_SIGNATURES or not all(map(_signs, below)):
        return False
    if any(unit.placement.heading == place.heading and _is_whole_day(unit) for at, unit in enumerate(units) if at != index):
        return False
    beside = [units[index - 1].wording, *(unit.wording for unit in below[:1])]
    return _ENDED.search(beside[0]) is not None or any(map(is_name, beside)) or not below


def _tells_whom_to_ask(unit: UnitReading) -> bool:
    return Label.CONTACT in (unit.placement.key_topic, unit.placement.topic)


def _signs(unit: UnitReading) -> bool:
    """Whether a line can be the name, the office or the address of who signs."""
    if unit.placement.is_heading or len(unit.wording) > _LONGEST_SIGNATURE:
        return False
    if unit.placement.marker in ("bullet", "number") and not _BLANK_NAME.match(unit.wording):
        return False
    return not (_ENDED.search(unit.wording) or _DEED.search(unit.wording) or find_dates(unit.wording))


def _is_whole_day(unit: UnitReading) -> bool:
    """Whether a line is but one day with its year."""
    told = find_dates(unit.wording)
    return len(told) == 1 and told[0].iso is not None and is_but_dates(unit.wording, told)
