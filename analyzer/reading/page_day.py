"""The day that a page sets beside its title: among its furniture, before or behind the title on the same line."""

import re
from dataclasses import dataclass
from datetime import date

from analyzer.language.normalise import fold, normalise
from analyzer.reading.day import DAY, date_of

_LONGEST = 160
"""Characters beyond which a line is neither a title nor furniture."""
_BESIDE = re.compile(
    r"(?<!\S)(?:(?:ページ|記事|文書|資料|コンテンツ|お知らせ)(?:番号|ID|No\.?)\s*:?\s*[A-Za-z0-9_\[\]{}-]+|印刷(?:する|用?(?:ページ|画面)(?:を?表示(?:する)?)?)?"
    r"|(?:資料|情報)提供|(?:報道|記者)発表(?:資料)?|(?:プレス|ニュース)\s?リリース|(?:News|Press)\s?Release|トピックス?|ニュース|新着情報"
    r"|[\[【(]?(?:(?:重要|大切|緊急|新着|最新)な?)?(?:お知らせ|おしらせ)[\]】)]?、?|[\[【(]?重要[\]】)]|新着|インフォメーション|Information|Info|News|Topics|Release"
    r"|IR(?:情報|ニュース)?|未分類|ブログ|カテゴリー?\s?:\s?\S{1,16}"
    r"|チケット|グッズ|試合|アカデミー|クラブ|チーム|ファンクラブ|イベント|スタジアム|メディア|その他|重要|企業|経営|サービス|商品|製品|障害|メンテナンス|教育|福祉|防災"
    r"|シェア(?:する)?|ツイート|ポスト|[|/])(?!\S)",
    re.IGNORECASE,
)
"""What stands on one line with the day of a page and tells nothing."""
_ENGLISH_DAY = re.compile(
    r"(?:(?<!\S)|(?=\())\(?(?:[A-Z][a-z]{2,8},?\s+)?(?:[0-9]{1,2}(?:st|nd|rd|th)?\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?"
    r"(?:\s+[0-9]{1,2}(?:st|nd|rd|th)?)?,?\s+20[0-9]{2}\)?(?!\S)"
)
"""The same day once more in English: 「2024年5月1日 / May 1, 2024」."""
_OFFICE = r"(?![一全外内]部)[一-龥々ァ-ヶー・]{1,14}(?:部|課|室|係|局|庁|広報|担当)"
_OFFICE_BEHIND = re.compile(rf"\s?\({_OFFICE}\)$|(?:\s+{_OFFICE}){{1,3}}$")
"""Who set the page up: 「2024年5月1日(総務課)」, 「2024年5月1日 総務局 広報課」."""
_COLUMN = r"(?:お知らせ|ニュース|(?:プレス|ニュース)リリース|トピックス|クラブ|NEWS|TOPICS|RELEASE)"
_FILED_UNDER = rf"(?!の|に|は|から)[^\s\[\]【】()、。0-9]{{0,14}}{_COLUMN}|重要"
_FILED = re.compile(
    rf"^(?:{_FILED_UNDER})(?=(?:19|20)[0-9]{{2}}[年./-])|(?<=[0-9日])(?:\s*[\[【(](?:{_FILED_UNDER})[\]】)]|{_COLUMN})$", re.IGNORECASE
)
"""Where a site files a page, set right beside its day: 「2024.5.1[会員へのお知らせ]」, 「ニュース2024/5/1」."""
_NEXT_DAY = re.compile(r"(?:[\s|/(]+|(?<=[0-9日時分更新載]))(?=(?:最終)?(?:公表|掲載|発表|公開|配信|更新|作成|登録)(?:開始)?(?:年月)?日)")
"""Where the next day of a page begins, with or without a blank: 「公開日:2024年5月1日更新日:2024年5月3日」."""
_LEADING = re.compile(rf"(?P<told>{DAY})(?:(?<=\s)|(?=[【\[「『〈《≪]))\s*(?P<rest>\S.*)", re.IGNORECASE)
_FRAMED = re.compile(
    r"[【\[(](?P<told>[^】\])]*(?:\([^)]{1,4}\))?\s*(?:公表|発表|掲載|更新|配信|公開|提供)(?:分|日)?)[】\])]\s*(?P<rest>\S.*)"
)
_TRAILING = re.compile(rf"(?P<rest>.*(?:[^\s)\]】](?=\s)|[)\]】]))\s*(?P<told>{DAY})", re.IGNORECASE)
_TRAILING_FRAMED = re.compile(r"(?P<rest>.*[^\s([])\s*[(\[](?P<told>[^()\[\]]*(?:公表|発表|掲載|更新|配信|公開|提供)(?:分|日)?)[)\]]")
_OF_MATTER = re.compile(
    r"[〜~→–—-]|午[前後]|[0-9]|(?:に|の|付|から|より|まで|以降|時点|現在|発生|発覚|判明|実施|開催|発送|発売|販売|製造|出荷|放送|放映|納品|入荷)"
    r"|\S{0,20}(?:戦|試合|大会|公演|イベント|ライブ|講座|教室|式典)(?:で|に|の|中|時|会場|後)"
)
"""What makes of the day before it that of the matter: 「2024年5月1日 発売の商品について」."""
_TITLED = re.compile(
    r"^【|(?:お詫び|おわび|お知らせ|おしらせ|報告|説明|について|に関して|の件|案内|お願い|声明|見解|コメント|公表|発表|質問|Q&A|FAQ|[続0-9一二三四五六七八九十]報|】)(?:\([^()]*\))?$"
)
"""A title that tells of a matter; 「不正アクセスの発生」 behind a day is a step."""


@dataclass(frozen=True, slots=True)
class PageDay:
    """`rest` is what the line holds besides, as given; `updated` where the day is called that of the last update."""

    day: date
    rest: str
    updated: bool


def page_day(raw: str) -> PageDay | None:
    """The day that a line near the title bears, with the title beside it.

    >>> page_day("ページ番号1004 更新日 令和6年5月1日 印刷")
    PageDay(day=datetime.date(2024, 5, 1), rest='', updated=True)
    >>> page_day("報道発表資料  2024年05月01日  総務局 広報課").day, page_day("2024.5.1[会員へのお知らせ]").rest
    (datetime.date(2024, 5, 1), '')
    >>> page_day("2024/05/01 | 重要なお知らせ").rest, page_day("2024/05/01 説明会")
    ('', None)
    >>> page_day("2024.5.1 名簿の流出について").rest, page_day("2024年5月1日に起きた流出について")
    ('名簿の流出について', None)
    """
    if len(raw) > _LONGEST:
        return None
    wording = fold(raw).strip()
    parts = [part for part in _NEXT_DAY.split(_bare(wording)) if part]
    days = [PageDay(day, "", "更新" in part) for part in parts if (day := date_of(part.strip(" )")))]
    if days and len(days) == len(parts):
        # 「公開日 … 更新日 …」: the statement was published on the first.
        return min(days, key=lambda found: found.updated)
    return _beside_title(raw)


def _bare(wording: str) -> str:
    return re.sub(r"\s+", " ", _BESIDE.sub(" ", _ENGLISH_DAY.sub(" ", _OFFICE_BEHIND.sub("", _FILED.sub("", wording))))).strip()


def _beside_title(raw: str) -> PageDay | None:
    normal = normalise(raw)
    start = len(normal.text) - len(normal.text.lstrip())
    for pattern in (_LEADING, _FRAMED, _TRAILING, _TRAILING_FRAMED):
        found = pattern.fullmatch(normal.text.rstrip(), start)
        day = date_of(found["told"]) if found else None
        if found and day and not _OF_MATTER.match(found["rest"]) and _TITLED.search(found["rest"]):
            begin, end = normal.original_span(*found.span("rest"))
            return PageDay(day, raw[begin:end].strip(), "更新" in found["told"])
    return None
