"""What a web page sets around its heading, pasted with it."""

import re

_LIST_MARKS = "-・›>» "
_COLUMN = (
    r"(?:重要な?)?お知らせ|おしらせ|ニュース|新着情報|トピックス|(?:プレス|ニュース)\s?リリース|(?:報道|記者)発表(?:資料)?|報道資料|インフォメーション"
    r"|(?:News|Press)\s?Release|News|Topics|Information"
)
"""The name of a column of a site."""
_PIECE = re.compile(
    r"[-・|>#*]|[-・|>*]?\s*(?:カテゴリー?|タグ|ジャンル|投稿者|執筆者|ページ(?:番号|ID)|記事(?:番号|ID)|文書番号|印刷|シェア|ツイート|読了時間|更新情報)\s*(?::.*|)"
    r"|この(?:ページ|記事)(?:の情報)?を.{0,16}(?:ツイート|シェア|共有|投稿|ポスト|印刷|送信|送る).{0,6}"
    r"|(?:本文|メニュー|[^\s。、]{0,8}ナビゲーション|コンテンツ|バナーエリア|フッター|検索)(?:へ(?:スキップ|移動).{0,10}|に(?:すすむ|移動)|へ)"
    r"|(?:(?:共通)?メニュー|[^\s。、]{0,8}ナビゲーション|ヘッダー?)を(?:飛ばし|とばし|スキップし)て(?:本文へ(?:移動)?)?|ページ(?:番号|ID)を入力|検索(?:する)?|閉じる"
    r"|PDF(?:ファイル)?(?:を(?:見る|開く|表示)|はこちら)|[^。]{0,20}Adobe\s?(?:Acrobat\s?)?Reader(?=[^。]*(?:必要|ご覧|入手)).{0,60}|こちらから(?:ダウンロード|入手)してください。?"
    r"|※?(?:PDF|閲覧|ご覧)[^。]{0,40}(?:必要(?:です)?|(?:ダウンロード|入手)してください)。?"
    r"|ここから本文(?:です)?。?|本文(?:は?ここから(?:です)?。?)?|(?:この)?ページの(?:先頭|トップ)(?:です|へ|に)?(?:戻る)?。?|(?:共通|サブ|グローバル)?メニュー"
    r"|\((?:(?:証券)?コード(?:番号)?|TEL|電話|上場(?:取引所|市場))[^()]*\)|.{0,6}一覧[へに]|.{0,12}[へに](?:戻る|もどる)|現在(?:地|の(?:位置|ページ))(?:\s*:.*)?"
    r"|(?:文字(?:の)?サイズ|表示色|背景色)(?:\s*:?\s*(?:変更|標準|拡大|大|中|小|白|黒|青))*|.{0,12}(?:で(?:シェア|共有)|に送る|へツイート)(?:する)?"
    r"|(?:ホーム|トップ(?:ページ)?|HOME|TOP)(?:\s*[>›»/].*)?|[-・›>»]?\s*[^。、]{0,24}(?:トップ|TOP|ホーム|HOME)\s?(?:ページ|PAGE)"
    rf"|(?:お知らせ|おしらせ|ニュース|新着情報|トピックス|プレスリリース)の?一覧|(?:{_COLUMN})\s(?:{_COLUMN}|Info|Release)|ニュース(?:News|Release)"
    r"|.{1,60}\s[>›»]\s.{1,120}|[^。、<>›»]{1,24}(?:[>›»][^。、<>›»]{1,24})*[>›»][^<>›»]{1,120}",
    re.IGNORECASE,
)
_FILED = re.compile(rf"(?:その他)?(?:{_COLUMN})\s+(?!と|及び|および|並びに|ならびに|・|[(（第0-9０-９])(?=\S)", re.IGNORECASE)
"""Where a site files a page, before the title on the same line."""
_DRAWN = re.compile(r"([-–—―~〜=*★☆◆●|/]{1,3})\s*(?P<name>[^\s].*?)\s*\1")
_CRUMBS = re.compile(r"\s*[>›»|｜]\s*|\s[-–/／:]\s")
_TRAIL = re.compile(
    r"^[ \t\u3000]*(?:現在(?:地|の?位置|のページ)\s*[:：]?[ \t\u3000]*)?(?:\S{0,16}(?:トップ|ホーム)(?:ページ)?|HOME|TOP)"
    r"[ \t\u3000]*[>＞›»][^。\n\r]+(?:\r?\n|\Z)",
    re.IGNORECASE | re.MULTILINE,
)
"""The way from the first page of a site down to this one, on a line of its own."""
_YEARS = re.compile(r"^[ \t\u3000]*(?:20[0-9]{2}年){4,}[ \t\u3000]*(?:\r?\n|\Z)", re.MULTILINE)
"""The years of an archive, as links that were copied without what parts them: 「2024年2023年2022年2021年」."""
_STEP = re.compile(r"\s*[>＞›»]\s*")
_SHORTEST = 4
"""Characters of a title by which the way to it is known."""


def is_furniture(wording: str) -> bool:
    """Whether a folded line holds nothing of the statement: one piece of the page, or several behind blanks.

    >>> is_furniture("ページの先頭です。 本文へ"), is_furniture("- NEWS -"), is_furniture("名簿の流出について")
    (True, True, False)
    """
    if any(map(_PIECE.fullmatch, (wording, wording.lstrip(_LIST_MARKS)))):
        return True
    if drawn := _DRAWN.fullmatch(wording):
        return re.fullmatch(_COLUMN, drawn["name"], re.IGNORECASE) is not None
    pieces = wording.split()
    return len(pieces) > 1 and all(map(_PIECE.fullmatch, pieces))


def end_of_column(wording: str) -> int:
    """Where the name of the column ends that stands before a title on its line; 0 where there is none."""
    filed = _FILED.match(wording)
    return filed.end() if filed else 0


def leads_to(wording: str) -> set[str]:
    """What a folded line may name last or first, besides itself, as the page it leads to or the site that it is on.

    >>> sorted(leads_to("ホーム > お知らせ > 名簿の流出について"))
    ['名簿の流出について']
    """
    bare = wording.lstrip(_LIST_MARKS)
    parts = _CRUMBS.split(bare)
    return {part for part in (parts[0], parts[-1]) if len(part) >= _SHORTEST and part != wording}


def trails_in(text: str) -> list[tuple[int, int]]:
    """The lines that tell the way to the page or to others, whose days and names are those of the site.

    >>> trails_in("トップページ > 2023年度 > 2023年5月 > 名簿の流出について\\n名簿が流出しました。\\n")
    [(0, 38)]
    """
    return sorted(found.span() for pattern in (_TRAIL, _YEARS) for found in pattern.finditer(text))


def end_of_trail(line: str) -> str:
    """What a line that tells the way to the page names last, as given; empty where it is none.

    >>> end_of_trail("ホーム ＞ お知らせ ＞ 名簿の流出について"), end_of_trail("名簿の流出について")
    ('名簿の流出について', '')
    """
    return _STEP.split(line.strip())[-1] if _TRAIL.fullmatch(line) else ""
