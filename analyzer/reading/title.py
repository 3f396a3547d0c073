"""The line at the head of a text that plainly is its title."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.language.normalise import fold
from analyzer.reading.day import names_day
from analyzer.reading.furniture import end_of_column, end_of_trail, is_furniture, leads_to
from analyzer.reading.head import Line, is_day
from analyzer.reading.letterhead import begins_otherwise, is_section, precedes_title, speaker_in
from analyzer.reading.names import ADDRESSEE, SENTENCE, is_name

MAX_TITLE = 60
"""Longest line taken for a title however it ends; most titles have 8–50 characters."""
MAX_PLAIN_TITLE = 120
"""Longest one that ends as titles do: 「…への不正アクセスによる…に関するお詫びとお知らせ」 names its service and its matter in full."""
_MARKED = re.compile(r"(?:件名|タイトル|題名|表題|標題|Subject|Title)\s*:\s*\S", re.IGNORECASE)
_TOPIC = re.compile(
    r"お詫び|おわび|陳謝|謝罪|お知らせ|おしらせ|報告|ご説明|[ご御]案内|再開(?!発)|について|に関[しす]|に就いて|の件|につきまして|に係る|に伴う|発生|発覚|判明|処分|漏えい|漏洩|"
    r"流出|紛失|盗難|不正|違反|不祥事|事故|障害|続報|第[0-9一二三四五六七八九十]+報|最終報|声明|見解|回収|"
    r"不具合|トラブル|ハラスメント|暴力|逮捕|リコール|無償(?:交換|修理)|のお願い|誤[一-龥々ァ-ヶ]|[一-龥々りれけし](?:違|ちが)[いえ]|誤り|まちがい|不備|不手際|不適[切正]|"
    r"漏れ|もれ(?:の|$)|遅[れ延]|消失|破損|故障|転[倒落覆]|死[亡傷]|負傷|けが|怪我|火災|爆発|脱線|中毒|感[染電]|異物|混入|窃取|盗用|剽窃|改ざん|偽装|超過|期限切れ|停止|失効|"
    r"置き去り|閉じ込め|脱走|汚染|断水|濁り|停電|欠陥|重複|二重|着服|横領|流用|置き忘れ|訂正|制裁|懲[戒罰]|辞任|解任|再発防止|回答|措置|の中止|返金|払い?戻|(?:した|せん|せんでした)こと$|"
    r"進捗|まとめ|その後|事後分析|経緯|顛末|てん末|[のた][^。、!?:「」の]{0,12}(?:状況|結果|対応|決定|取り?消し|取り?組み?|方針|見通し|中止|延期)$"
)
_LABEL = re.compile(r"【[^】]*(?:お知らせ|ご報告|告知)】")
_GENERIC = re.compile(
    r"[【\[]?(?:重要な?|大[切事]な|緊急の?)?\s*(?:お詫び|おわび|お知らせ|おしらせ|[ご御]?(?:報告|説明|案内)|お願い)"
    r"(?:(?:と|及び|および|並びに|ならびに|・)(?:お詫び|おわび|お知らせ|おしらせ|[ご御]?(?:報告|説明|案内)|お願い))*[】\]]?"
)
"""A title that names no matter."""
_SENDER = re.compile(
    r"[^\s、。]{2,24}\s?(?:から|より|へ)の(?:お知らせ|おしらせ|[ご御](?:報告|案内))"
    r"|[^、。]{0,24}(?:報告|ニュース|通信|だより|News)\s?(?:No\.?|第|#)\s?[0-9]{1,4}号?"
)
"""One that names only who speaks, or the issue; below the first line it is the name of a column of the page."""
_NOMINAL_END = re.compile(
    r"(?:お詫び|おわび|お知らせ|報告|説明|について|に就いて|件|発表|公表|処分|発生|漏えい|漏洩|流出|誤送信|声明|見解|コメント|対応|決定|訂正|案内|お願い|結果|状況|その後|中止|延期|再開|取り?消し|アップデート|Q&A|FAQ|よくあるご?質問)\s*[①-⑳]?$"
    r"|(?:続|最終|[0-9一二三四五六七八九十])報$|[)\]】〉》>]$|(?:まとめ|進捗|再発防止策?)$"
)
_SHORTEST_REPEATED = 10
_LONGEST_END = 4
"""Characters of the words that end a title, of which a line may hold the first: 「…の発生につ」 「いて」."""
_RUNS_ON = re.compile(r"(?:よる|おける|関する|係る|伴う|対する|及び|および|並びに|ならびに|[のたる・])$")
"""How the first line of a title ends that goes on below: 「…への不正アクセスによる」."""
_TAIL = re.compile(r"に?ついて|に関(?:する|して)|に係る|に伴う|の(?:お詫び|おわび|お知らせ|ご?報告|ご?説明|件)")
"""How the second line of a title begins that has no beginning of its own: 「についてのご報告」, 「ついて(第2報)」."""
_CONTINUES = re.compile(
    r"(?![おご]|いつも|この|その|さて|ひ)[ぁ-ん]|お詫び|お知らせ|[ご御](?:報告|説明|案内|連絡)|申し|致し|深く|下記|以下|次の|公表|発表"
)
_BEGINS_ANEW = re.compile(
    r"(?:かね(?:て|がね)|すでに|みな(?:さま|さん)|ただ(?:いま|今)|まず|なお|また、|さき(?:に|ほど|ごろ|の)|ここから|はじめに|ひごろ|まことに|たいへん|とても|きのう|きょう)"
    r"|(?!した|する|され|による|に対|における|の[おご一-龥])[ぁ-ん]{2,8}[一-龥々ァ-ヶー]{0,8}[市町村区県園苑荘校院会社店](?:では|は|が|において|から)"
)
"""How a sentence begins in kana below a title that is closed: 「かねてより…」, 「すでに…」, 「あさぎり市では、…」."""
_LEADS_IN = re.compile(r"(?:下記|以下|次)の(?:通り|とおり|内容|件)")
_TELLS = re.compile(r"(?:お詫び|おわび|お知らせ|報告|説明|案内|お願い|続報|[0-9一二三四五六七八九十]報)(?:\([^()]*\))?$")
"""A title that is closed before 「下記のとおり…」; 「…について」 goes on with it."""
_DAY = re.compile(r"(?:20[0-9]{2}[年./-])?[0-9]{1,2}[月./-][0-9]{1,2}日?(?:\([^()]{1,4}\))?(?:\s[ -~]{1,16})?")
"""A day that may lack its year."""
_PARTICLE = re.compile(r"[はがをにでとのもへや]")
_SPEAKS = re.compile(r"[。!?]|[、,]|ます|です|ました|でした|謹啓|拝啓|前略|合掌")
_PART_OF_SENTENCE = re.compile(r"[、はがを]|[ぁ-ん]$|^(?:第[0-9一二三四五六七八九十]{1,3}|続|最終)報")
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
_MATTER_TO_WHOM = re.compile(r"について\s?[^。、]{2,14}へ$")
"""What it is about, with whom it is for behind: 「…の管理について檀家の皆様へ」."""
_FRAMED = re.compile(r"[【\[〈《<≪][^】\]〉》>≫]*[】\]〉》>≫]")
_BESIDE = re.compile(
    r"^#{1,3}\s+|^•\s+|^(?![○●]{2})[■●◆▼◇□○★☆▶]\s?(?=[^。、]{4,}(?:お?詫び|おわび|お知らせ|について|ご?報告|ご?説明)$)|^各\s?位\s+|\s*[\[(（]\s?PDF[^\[\])）]{0,20}[\])）]$",
    re.IGNORECASE,
)
_MIRROR = re.compile(r"\s+[/|／｜]\s+(?=.*[A-Za-z]{2})[ -~]{6,}$")
"""The same once more in English: 「… / Notice on …」."""
_IN_NAME = re.compile(r"(?<!ん)(?<!す)(?<!た)(?<!い)(?<!か)[!?]+(?=[^\s!?])")
"""「FRESH!杯の集計誤り」: a mark within the name of a show or a cup ends no sentence."""
_SITE = re.compile(r"\s+[|｜]\s+(?P<name>[^|｜]{2,40})$")
"""Whose site it is, behind the title."""
_TAGGED = re.compile(
    r"【[^】]{0,16}(?:お?知らせ|お?詫び|おわび|報告|重要|大事な|大切な|緊急|訂正|謝罪|回収|お願い|続報|第[0-9一二三四五六七八九十]+報)[^】]{0,8}】\s*[^。!?\s][^。!?]*(?:です|ます|ました|ません|でした)[!]?"
)
"""A line that a tag makes a title though it ends as a sentence: 「【お知らせ】シールを貼りまちがえました」."""


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
    trail: Heading | None = None
    first = next((line.number for line in lines if line.wording), 0)
    led_in = False
    led_to: set[str] = set()
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
            title, after = wrapped
            return Heading(title, line.number, line.number == first, after)
        below = {_title_of(later.wording) for later in lines[index + 1 :] if later.wording}
        if _is_title(last := end_of_trail(line.raw)) and _NOMINAL_END.search(fold(last)) and not _GENERIC.fullmatch(fold(last)):
            trail = trail or Heading(last, line.number, False, body)
        if leads := leads_to(wording if _is_title(wording) else line.wording) & below:
            led_to |= leads
            continue
        is_title = _is_title(wording) and _stands_alone(line, wording, lines[index + 1 :], headed=line.number != first)
        heading = Heading(_title_of(line.told), line.number, line.number == first, body)
        is_title = is_title or (_is_repeated(wording) and any(other.endswith(wording) for other in below))
        if (is_title and (not led_in or _FRAMED.fullmatch(wording))) or (heading.is_first and _is_spoken(line, lines[index + 1 :])):
            names_sender = _SENDER.fullmatch(wording) is not None
            if not (names_sender or _GENERIC.fullmatch(wording)):
                return heading
            generic = generic or (None if names_sender and not heading.is_first else heading)
        elif wording in led_to:
            generic = generic or heading
        elif led_in or not (precedes_title(line.wording) or _LEAD_IN.fullmatch(wording)):
            break
        elif heading.is_first and _ADDRESSED.fullmatch(wording):
            addressed = heading
        led_in = _LEAD_IN.fullmatch(wording) is not None
    return trail or generic or addressed


def find_given_title(lines: Sequence[Line], title: str) -> Heading | None:
    """The first line that is not blank, where it is the title given."""
    shown = [line for line in lines if line.wording]
    if len(shown) < 2 or _title_of(fold(title)) not in map(_title_of, (shown[0].wording, fold(shown[0].raw))):
        return None
    return Heading(title, shown[0].number, True, shown[1].start)


def _wrapped(line: Line, following: Sequence[Line]) -> tuple[str, int] | None:
    """The title that begins on a line and ends on the next, as long ones do on paper, and where the text after it begins."""
    if len(following) < 2 or not following[0].wording or is_furniture(line.wording):
        return None
    title = _title_of(line.told) + following[0].raw.strip()
    wording = fold(title)
    torn = _NOMINAL_END.search(wording, max(0, len(wording) - len(following[0].wording) - _LONGEST_END))
    parted = torn is not None and torn.start() < len(wording) - len(following[0].wording)
    if not (parted or _RUNS_ON.search(line.wording) or _TAIL.match(following[0].wording)):
        return None
    body = next((later.start for later in following[1:] if later.wording), None)
    if body is None or not (
        _is_title(wording) and _NOMINAL_END.search(wording) and _stands_alone(following[0], wording, following[1:], headed=False)
    ):
        return None
    return title, body


def _is_title(wording: str) -> bool:
    wording = _title_of(wording)
    return (
        len(wording) <= (MAX_PLAIN_TITLE if _NOMINAL_END.search(wording) else MAX_TITLE)
        and (_TOPIC.search(wording) or _TAGGED.fullmatch(wording)) is not None
        and wording.count("「") == wording.count("」")
        and not is_day(wording)
        and not (SENTENCE.search(_IN_NAME.sub("", wording) if _NOMINAL_END.search(wording) else wording) and not _TAGGED.fullmatch(wording))
        and not (ADDRESSEE.search(wording) and not (_NOMINAL_END.search(wording) or _MATTER_TO_WHOM.search(wording)))
        and not (begins_otherwise(wording) or _TAIL.match(wording))
        and not (is_section(wording) or _LABEL.fullmatch(wording) or is_furniture(wording))
    )


def _title_of(raw: str) -> str:
    """The line without Markdown's heading marks, 「各位」, the mark of a file, the site's name and its category; where it stands in English
    once more, in Japanese alone."""
    bare = _BESIDE.sub("", raw.strip())
    if (site := _SITE.search(bare)) and is_name(fold(site["name"])):
        bare = bare[: site.start()]
    filed = end_of_column(bare)
    return _MIRROR.sub("", bare[filed:] if filed and _TOPIC.search(bare, filed) else bare)


def _is_repeated(wording: str) -> bool:
    """Whether a line is a title where it stands twice, as that of the page and that of the letter: 「調査の報告を受けまして」."""
    return len(wording) >= _SHORTEST_REPEATED and "。" not in wording and not (precedes_title(wording) or begins_otherwise(wording))


def _is_spoken(line: Line, following: Sequence[Line]) -> bool:
    """Whether a line is a title as people speak: 「看板のこと、ごめんなさい。」 over the day, 「看板の件です」 over a blank line too."""
    if begins_otherwise(line.wording):
        return False
    below = next((later.wording for later in following if later.wording), "")
    parted = not following[0].wording or is_day(below)
    patterns = [*([_SPOKEN] if parted else ()), *([_APOLOGY] if is_day(below) else ())]
    return any(pattern.fullmatch(line.wording) for pattern in patterns)


def _stands_alone(title: Line, wording: str, following: Sequence[Line], *, headed: bool) -> bool:
    """Whether a blank line comes next, dates and names aside, or a new start after a wording that ends as titles do.

    What is `headed` has a day or a name above it, so that 「…について」 is a title there though 「次のとおり…」 goes on with it,
    and so is a tagged sentence: 「【お詫び】貸出の記録が消えました」.
    """
    apart = False
    ends = _NOMINAL_END.search(wording) is not None or (headed and _TAGGED.fullmatch(wording) is not None)
    for at, line in enumerate(following):
        below = following[at + 1 :]
        if not line.wording:
            return True
        if is_day(line.wording) or names_day(line.wording) or _DAY.fullmatch(line.wording) or _signs(line.wording, below):
            apart = True  # What stands below a day or who signs goes on with no title.
        elif ends and is_furniture(line.wording):
            apart = True  # 「ここから本文です。」
        elif _LEADS_IN.match(line.wording) and (headed or line.raw[0].isspace() or _TELLS.search(wording)):
            return ends
        elif line.wording != wording:
            apart = apart or (line.raw[0].isspace() and not title.raw[0].isspace())
            anew = _CONTINUES.match(line.wording) is None or (ends and _BEGINS_ANEW.match(line.wording) is not None)
            return apart or (anew and (ends or _is_over_sentence(wording, line.wording)))
    return apart


def _signs(wording: str, below: Sequence[Line]) -> bool:
    """Whether a line over a day, a blank line or a sentence is the name of who speaks, and not the rest of what stands above it."""
    if is_name(wording) and not _PARTICLE.match(wording):
        return True
    name = speaker_in(wording)
    if not name or name[0].isdigit() or _PARTICLE.match(name) or _TOPIC.search(name) or _NOMINAL_END.search(name):
        return False
    near = below[0].wording if below else ""
    return not near or is_day(near) or _signs(near, below[1:]) or _SPEAKS.search(near) is not None


def _is_over_sentence(wording: str, below: str) -> bool:
    """Whether a line that holds no part of a sentence stands over one that is far longer, as no line does that was broken at a width."""
    return _PART_OF_SENTENCE.search(wording) is None and len(below) > len(wording) + 6 and SENTENCE.search(below) is not None
