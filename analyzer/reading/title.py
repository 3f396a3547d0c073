"""The line at the head of a text that plainly is its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.language.marks import BULLETS
from analyzer.language.normalise import fold
from analyzer.reading.day import names_day
from analyzer.reading.head import Line, is_day
from analyzer.reading.names import ADDRESSEE, SENTENCE, is_name

MAX_TITLE = 60
"""Longest line taken for a title however it ends; most titles have 8–50 characters."""
MAX_PLAIN_TITLE = 120
"""Longest one that ends as titles do: 「…への不正アクセスによる…に関するお詫びとお知らせ」 names its service and its matter in full."""
_MARKED = re.compile(r"(?:件名|タイトル|題名|表題|標題|Subject|Title)\s*:\s*\S", re.IGNORECASE)
_TOPIC = re.compile(
    r"お詫び|おわび|陳謝|謝罪|お知らせ|おしらせ|報告|ご説明|[ご御]案内|再開(?!発)|について|に関[しす]|に就いて|の件|につきまして|に係る|に伴う|発生|発覚|判明|処分|漏えい|漏洩|"
    r"流出|誤(?:送信|配信|送付|配布|掲載|表示|請求)|紛失|盗難|不正|違反|不祥事|事故|障害|続報|第[0-9一二三四五六七八九十]+報|最終報|声明|見解|回収|"
    r"不具合|トラブル|ハラスメント|暴力|逮捕|リコール|無償(?:交換|修理)|のお願い"
)
_LABEL = re.compile(r"【[^】]*(?:お知らせ|ご報告|告知)】")
_GENERIC = re.compile(
    r"[【\[]?(?:重要な?|大[切事]な|緊急の?)?\s*(?:お詫び|おわび|お知らせ|おしらせ|[ご御]?(?:報告|説明|案内)|お願い)"
    r"(?:(?:と|及び|および|並びに|ならびに|・)(?:お詫び|おわび|お知らせ|おしらせ|[ご御]?(?:報告|説明|案内)|お願い))*[】\]]?"
)
"""A title that names no matter."""
_SENDER = re.compile(r"[^\s、。]{2,24}\s?(?:から|より)の(?:お知らせ|おしらせ|[ご御](?:報告|案内))")
"""One that names only who speaks; below the first line it is the name of a column of the page."""
_NOMINAL_END = re.compile(
    r"(?:お詫び|おわび|お知らせ|報告|説明|について|に就いて|件|発表|公表|処分|発生|漏えい|漏洩|流出|誤送信|声明|見解|コメント|対応|決定|訂正|案内|お願い|結果|状況|その後|中止|延期|再開|取り?消し|アップデート|Q&A|FAQ|よくあるご?質問)\s*[①-⑳]?$"
    r"|(?:続|最終|[0-9一二三四五六七八九十])報$|[)\]】〉》>]$"
)
_LONGEST_END = 4
"""Characters of the words that end a title, of which a line may hold the first: 「…の発生につ」 「いて」."""
_RUNS_ON = re.compile(r"(?:よる|おける|関する|係る|伴う|対する|及び|および|並びに|ならびに|[のたる・])$")
"""How the first line of a title ends that goes on below: 「…への不正アクセスによる」."""
_TAIL = re.compile(r"に?ついて|に関(?:する|して)|に係る|に伴う|の(?:お詫び|おわび|お知らせ|ご?報告|ご?説明|件)")
"""How the second line of a title begins that has no beginning of its own: 「についてのご報告」, 「ついて(第2報)」."""
_CONTINUES = re.compile(
    r"(?![おご]|いつも|この|その|さて|ひ)[ぁ-ん]|お詫び|お知らせ|[ご御](?:報告|説明|案内|連絡)|申し|致し|深く|下記|以下|次の|公表|発表"
)
_LEADS_IN = re.compile(r"(?:下記|以下|次)の(?:通り|とおり|内容|件)")
_TELLS = re.compile(r"(?:お詫び|おわび|お知らせ|報告|説明|案内|お願い|続報|[0-9一二三四五六七八九十]報)(?:\([^()]*\))?$")
"""A title that is closed before 「下記のとおり…」; 「…について」 goes on with it."""
_PARTICLE = re.compile(r"[はがをにでとのもへや]")
_BODY_NAME = re.compile(rf"(?!{_PARTICLE.pattern}|いつも|この|その|さて|ひ)[^\s、。を]{{2,16}}")
"""A name that tells not what it is: 「まるはち弁当」 below a title and above its day."""
_APOLOGY = re.compile(
    r"(?=.{8,30}$)[^。!?]{4,}(?:ごめんなさい|すみません|すいません|申し訳(?:ありません|ございません)(?:でした)?|お詫びします|おわびします)[。!]?"
)
"""A short apology over the day: a title as people speak."""
_SPOKEN = re.compile(r"(?=.{6,40}$)[^。!?]*(?:の(?:こと|お?話)|[のたる]件)(?:です|でございます|なのですが)?[!]?")
"""What it is about, over the day or a blank line, as those put it who seldom write titles: 「看板の件です」."""
_ADDRESSED = re.compile(
    r"[^。、!?]{3,40}[をにで](?:お使い|お持ち|お求め|お買い(?:上げ|求め)|お申し?込み|お預け|お泊まり|お召し上がり|ご(?:利用|使用|購入|注文|予約|契約|登録|愛用|来[店場館]))"
    r"(?:の|中の|(?:に)?(?:なった|なられた)|いただいた|いただきました|くださった|いただいている)(?:お客様|お客さま|皆様|皆さま|みなさま|方|方々|皆様方)へ"
)
"""Whom a statement is for, where that tells of what it speaks; 「会員の皆様へ」 tells nothing."""
_LEAD_IN = re.compile(r"(?=.{0,80}$)[^。]*(?:下記|以下|次)の(?:声明|コメント|談話|見解|文書|文章|謝罪文|お詫び)を[^。]{0,24}。?")
_ADDRESSED_ON = re.compile(
    rf"[^。、!?]{{2,30}}(?:皆様|皆さま|みなさま|方々|各位|お客様|お客さま)へ?\s?\((?=[^()]{{0,40}}(?:{_TOPIC.pattern}))[^()]{{4,50}}\)"
)
"""Whom a statement is for, with what it is about in brackets: 「保護者の皆様へ(部活動に関する報道について)」."""
_COURSE_OF = re.compile(r"(?=.{8,40}$)[^。、!?:「」]{3,}の[^。、!?:「」の]{0,12}(?:状況|結果|進捗|取り?組み?|方針|見通し|中止|延期|再開)")
"""What a later notice tells of, over a blank line and its day: 「点検機器の導入状況」."""
_FRAMED = re.compile(r"[【\[〈《<≪][^】\]〉》>≫]*[】\]〉》>≫]")
_CATEGORY = re.compile(
    r"(?:お知らせ|おしらせ|ニュース|新着情報|トピックス|(?:プレス|ニュース)\s?リリース|News|Topics|Information)\s+"
    r"(?!と|及び|および|並びに|ならびに|・|[(（第0-9０-９])(?=\S)",
    re.IGNORECASE,
)
"""Where a site files a page, before the title on the same line."""
_MIRROR = re.compile(r"\s+[/|／｜]\s+(?=.*[A-Za-z]{2})[ -~]{6,}$")
"""The same once more in English: 「… / Notice on …」."""
_TAGGED = re.compile(
    r"【[^】]{0,16}(?:お?知らせ|お?詫び|おわび|報告|重要|大事な|大切な|緊急|訂正|謝罪|回収|お願い|続報|第[0-9一二三四五六七八九十]+報)[^】]{0,8}】\s*[^。!?\s][^。!?]*(?:です|ます|ました|ません|でした)[!]?"
)
"""A line that a tag makes a title though it ends as a sentence: 「【お知らせ】シールを貼りまちがえました」."""
_OPENING = re.compile(r"平素|日頃|日ごろ|いつも|拝啓|謹啓|前略|このたび|この度|さて|本日[は、]|昨日[は、]?|弊社は|当社は|当クラブは")
_GREETING = re.compile(r"(?:平素|日頃|日ごろ|いつも)[^。]{0,60}(?:ありがとうござい(?:ます|ました)|(?:御礼|お礼)(?:を)?申し上げます)。?")
"""Thanks to the readers over a title, which tell nothing."""
_LISTED = re.compile(rf"(?![〇○●◯]{{2}})[{BULLETS}–—→①-⓿]|[0-9]{{1,2}}[.)、 ]|\([0-9一二三四五六七八九十]{{1,2}}\)")
_SECTION = re.compile(
    r"(?!.{2,}(?:に係る|に関する|における|に伴う)|.{4,}の.{2,4}状況について)[【\[〈《]?.{0,9}(?:概要|経緯|経過|原因|内容|状況|(?:発生した|起きた|(?<![ぁ-んァ-ヶ一-龥]))事象|発生(?:年月)?日|日時|場所|対象|対応|対策|防止策|問い?合わ?せ先?)(?:について|につきまして)?[】\]〉》]?"
)
_KEYED = re.compile(
    r"(?!続報|Q&A|FAQ|第.報|最終報|お詫び|お知らせ|重要|緊急|訂正|[^:]{2,10}(?:お知らせ|お詫び|ご?報告|について|[のる]件|の?進捗|の?続報):)[^:]{1,12}(?<![0-9]):"
)
_FURNITURE = re.compile(
    r"[-・|>#*]|[-・|>*]?\s*(?:カテゴリー?|タグ|ジャンル|投稿者|執筆者|ページ(?:番号|ID)|記事(?:番号|ID)|文書番号|印刷|シェア|ツイート|読了時間|更新情報)\s*(?::.*|)"
    r"|この(?:ページ|記事)(?:の情報)?を.{0,16}(?:ツイート|シェア|共有|投稿|ポスト|印刷|送信|送る).{0,6}|(?:本文|メニュー|ナビゲーション|コンテンツ)へ(?:スキップ|移動).{0,10}|ここから本文です。?|本文(?:は?ここから(?:です)?。?)?|\((?:(?:証券)?コード(?:番号)?|TEL|電話|上場(?:取引所|市場))[^()]*\)|.{0,6}一覧(?:へ|に)(?:戻る)?"
    r"|(?:文字(?:の)?サイズ|表示色|背景色)(?:\s*:?\s*(?:変更|標準|拡大|大|中|小|白|黒|青))*|.{0,12}(?:で(?:シェア|共有)|に送る)(?:する)?"
    r"|(?:ホーム|トップ(?:ページ)?|HOME|TOP)(?:\s*[>›»/].*)?|[-・›>»]?\s*[^。、]{0,24}(?:トップ|TOP|ホーム|HOME)\s?(?:ページ|PAGE)"
    r"|[-・›>»]\s*(?:お知らせ|おしらせ|ニュース|新着情報|トピックス|プレスリリース)|(?:お知らせ|おしらせ|ニュース|新着情報|トピックス|プレスリリース)の?一覧"
    r"|(?:お知らせ|おしらせ|ニュース|新着情報|トピックス|プレスリリース)\s*(?:News|Information|Info|Topics|Release)"
    r"|[^。、>›»]{1,20}(?:[>›»][^。、>›»]{1,20})+",
    re.IGNORECASE,
)
"""What a web page sets around its heading, pasted with it."""
_LIST_MARKS = "-・›>» "
_MAIL_HEADER = re.compile(r"(?:From|To|Cc|Date|差出人|送信者|宛先|送信日時|日付|日時|文書番号)\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Heading:
    """The title, its line's number, whether it is the first that is not blank, and where the text after it begins."""

    title: str
    number: int
    is_first: bool
    body: int


def find_title(lines: Sequence[Line]) -> Heading | None:
    """The first line that plainly is a title, with nothing but dates, names and addressees before it; one that names no matter
    gives way to one below that does, and whom it is for to both."""
    generic: Heading | None = None
    addressed: Heading | None = None
    first = next((line.number for line in lines if line.wording), 0)
    led_in = False
    for index, line in enumerate(lines):
        if not line.wording:
            continue
        wording = _title_of(line.wording)
        body = next((later.start for later in lines[index + 1 :] if later.wording), None)
        if body is None:
            break
        if _MARKED.match(line.wording):
            colon = next(at for at, char in enumerate(line.told) if fold(char) == ":")
            return Heading(line.told[colon + 1 :].strip(), line.number, line.number == first, body)
        if (wrapped := _wrapped(line, lines[index + 1 :])) is not None:
            title, below = wrapped
            return Heading(title, line.number, line.number == first, below)
        is_title = _is_title(wording) and _stands_alone(wording, lines[index + 1 :], headed=line.number != first)
        heading = Heading(_title_of(line.told), line.number, line.number == first, body)
        if (is_title and (not led_in or _FRAMED.fullmatch(wording))) or (heading.is_first and _is_spoken(line, lines[index + 1 :])):
            names_sender = _SENDER.fullmatch(wording) is not None
            if not (names_sender or _GENERIC.fullmatch(wording)):
                return heading
            generic = generic or (None if names_sender and not heading.is_first else heading)
        elif led_in or not (precedes_title(line.wording) or _is_crumb(wording, lines[index + 1 :]) or _LEAD_IN.fullmatch(wording)):
            break
        elif heading.is_first and _ADDRESSED.fullmatch(wording):
            addressed = heading
        led_in = _LEAD_IN.fullmatch(wording) is not None
    return generic or addressed


def find_given_title(lines: Sequence[Line], title: str) -> Heading | None:
    """The first line that is not blank, where it is the title given."""
    shown = [line for line in lines if line.wording]
    if len(shown) < 2 or _title_of(fold(title)) not in map(_title_of, (shown[0].wording, fold(shown[0].raw))):
        return None
    return Heading(title, shown[0].number, True, shown[1].start)


def precedes_title(wording: str) -> bool:
    """Whether a line may stand above a title: a date, a name, an addressee, what a page sets around it."""
    if _MAIL_HEADER.match(wording) or any(map(_FURNITURE.fullmatch, (wording, wording.lstrip(_LIST_MARKS)))) or is_day(wording):
        return True
    if _GREETING.fullmatch(wording):
        return True
    if len(re.sub(r"\s+", " ", wording)) > 40 or _SECTION.fullmatch(wording) or SENTENCE.search(wording):
        return False
    return not any(pattern.match(wording) for pattern in (_OPENING, _LISTED, _KEYED))


def _wrapped(line: Line, following: Sequence[Line]) -> tuple[str, int] | None:
    """The title that begins on a line and ends on the next, as long ones do on paper, and where the text after it begins."""
    if len(following) < 2 or not following[0].wording:
        return None
    title = _title_of(line.told) + following[0].raw.strip()
    wording = fold(title)
    torn = _NOMINAL_END.search(wording, max(0, len(wording) - len(following[0].wording) - _LONGEST_END))
    parted = torn is not None and torn.start() < len(wording) - len(following[0].wording)
    if not (parted or _RUNS_ON.search(line.wording) or _TAIL.match(following[0].wording)):
        return None
    body = next((later.start for later in following[1:] if later.wording), None)
    if body is None or not (_is_title(wording) and _NOMINAL_END.search(wording) and _stands_alone(wording, following[1:], headed=False)):
        return None
    return title, body


def _is_title(wording: str) -> bool:
    wording = _title_of(wording)
    return (
        len(wording) <= (MAX_PLAIN_TITLE if _NOMINAL_END.search(wording) else MAX_TITLE)
        and (_TOPIC.search(wording) or _TAGGED.fullmatch(wording)) is not None
        and wording.count("「") == wording.count("」")
        and not is_day(wording)
        and not (SENTENCE.search(wording) and not _TAGGED.fullmatch(wording))
        and not (ADDRESSEE.search(wording) and not _ADDRESSED_ON.fullmatch(wording))
        and not any(pattern.match(wording) for pattern in (_OPENING, _LISTED, _KEYED, _TAIL))
        and not any(pattern.fullmatch(wording) for pattern in (_SECTION, _LABEL, _FURNITURE))
    )


def _title_of(raw: str) -> str:
    """The line without Markdown's heading marks and the site's category, and in Japanese alone where it stands in English once more."""
    bare = re.sub(r"^#{1,3}\s+", "", raw.strip())
    filed = _CATEGORY.match(bare)
    return _MIRROR.sub("", bare[filed.end() :] if filed and _TOPIC.search(bare, filed.end()) else bare)


def _is_crumb(wording: str, following: Sequence[Line]) -> bool:
    """Whether a line is the last of those that tell the way to the page: in a list, and once more below as the title."""
    bare = wording.lstrip("-・>›» ")
    return bare != wording and any(_title_of(line.wording) == bare for line in following)


def _is_spoken(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line is a title as people speak: 「看板のこと、ごめんなさい。」 over the day, 「看板の件です」 over a blank line too."""
    if any(pattern.match(line.wording) for pattern in (_OPENING, _LISTED, _KEYED)):
        return False
    below = next((later.wording for later in following if later.wording), "")
    parted = not following[0].wording or is_day(below)
    patterns = [*([_SPOKEN] if parted else ()), *([_APOLOGY] if is_day(below) else ())]
    if is_day(below) and not following[0].wording:
        patterns.append(_COURSE_OF)
    return any(pattern.fullmatch(line.wording) for pattern in patterns)


def _stands_alone(wording: str, following: Sequence[Line], *, headed: bool) -> bool:
    """Whether a blank line comes next, dates and names aside, or a new start after a wording that ends as titles do.

    What is `headed` has a day or a name above it, so that 「…について」 is a title there though 「次のとおり…」 goes on with it,
    and so is a tagged sentence: 「【お詫び】貸出の記録が消えました」.
    """
    dated = False
    ends = _NOMINAL_END.search(wording) is not None or (headed and _TAGGED.fullmatch(wording) is not None)
    for line, below in zip(following, [*following[1:], None], strict=True):
        if not line.wording:
            return True
        if is_day(line.wording) or names_day(line.wording):
            dated = True  # What stands below a day goes on with no title.
        elif _LEADS_IN.match(line.wording) and (headed or line.raw[0].isspace() or _TELLS.search(wording)):
            return ends
        elif is_name(line.wording) and not _PARTICLE.match(line.wording):
            continue
        elif not dated and _CONTINUES.match(line.wording) and not (below and _is_body_name(line.wording, below)):
            return False
        else:
            return ends
    return False


def _is_body_name(wording: str, below: Line) -> bool:
    """Whether a line of a few kana over a day or a blank line is a name, and not the rest of what stands above it."""
    name = _BODY_NAME.fullmatch(wording) is not None and not (SENTENCE.search(wording) or _NOMINAL_END.search(wording))
    return name and (not below.wording or is_day(below.wording))
