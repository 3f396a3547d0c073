"""Lines that were broken in the middle of a sentence, as paper and narrow screens do, made whole again."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from analyzer.language.marks import BULLETS
from analyzer.language.normalise import fold, normalise
from analyzer.language.units import Span, split_units, starts_anew
from analyzer.reading.day import date_of, names_day, parts_day
from analyzer.reading.width import is_filled, width_of

_BREAK = re.compile(r"(?<![ \t\u3000])[ \t\u3000]*(?:\r\n|[\n\r\v\f\x85\u2028\u2029])[ \t\u3000]*")
_SHORTEST = 8
"""Characters below which a line is rather a key or a name than the beginning of a sentence."""
_LEANS_SURELY = re.compile(r"(?:を|に(?:対|関)し|[てで]お|(?:関|対)する|[っょゃゅ]|(?<!・)・|につ|、[ぁ-ん])$")
"""A particle, a stem or a mark that closes nothing; lists of steps, whose sentences have no stop, are joined by these alone."""
_BRACKET_OPEN = re.compile(r"\([^()]{0,80}$")
_BRACKET_CLOSED = re.compile(r"[^()]{0,80}\)")
_LEANS = re.compile(
    r"(?:[がはや]|(?<!ど)も|(?<!か)(?<!ため)(?<!よう)に|(?<!ま)で|(?<![こもひあさおご])と|(?<!も)の|(?:と|に|いた|致)し|ので|のに"
    r"|.{8}、[^、]{3,}ために|[一-龥]な|および|及び|または|又は|並びに|ならびに|かつ|ましたら|ながら|により|における|による|係る|伴う|という|(?<!と)ための|、)$"
    r"|。(?:また|なお|さらに|そのため|このため|しかし)$"
)
"""How a line ends that leaves its sentence open; not 「…へ」, which addresses, 「…まで」 and 「…から」, which may close a row,
「…こと」 and 「…もの」, which may close an item, 「…ために」, which heads a part unless a comma stands before it."""
_JOINING_FORM = re.compile(
    r"(?<!すべ)(?<!つい)(?<!就い)(?<!つきまし)(?<!に関し)(?<!を受け)(?<!をうけ)(?<!めぐっ)(?<![向む]け)(?<![あ当]たっ)(?<!際し)(?<!寄せ)(?<!もっ)(?<!終え)(?<![当立だ])て$"
)
"""A verb that goes on; not 「…について」 and 「…を受けて」, which close a title, nor a noun such as 「手当て」."""
_ATTRIBUTIVE = re.compile(
    r"(?:[がで]|において|により)(?:(?:運[営航行用]|販売|製造|管理|提供|所有|保有|主催|開催|発行|配信|開発|設置|使用|利用|保管|担当|受託|出荷|輸入|設計|施工)"
    r"(?:する|している|していた|した|される|されている|されていた|された)|取り扱う|取り扱っている|営む|行う)$"
)
"""Whose thing the noun below is: 「弊社で製造した」 「焼き菓子」; 「名簿を保管する」 may be a whole step."""
_REST_OF_WORD = re.compile(
    r"[ぁぃぅぇぉっゃゅょんー、。」』)]|ます|まし[たて]|ません|です|でし[たょ]|され|させて|しま[すし]|して(?:お|い|き|し)|した(?:。|こと|ため|ところ)"
    r"|する(?:。|こと|ため|とと)|おり(?:ます|ません|まし)|ござい|いただ[きけ]ま|いただいており|申し?[上あ]げ(?:ます|ました|る)"
)
"""How a line begins that goes on with the verb above it."""
_PARTICLE = re.compile(
    r"を|と(?:判断|思|考え|なり|なっ|のこと|いう|の(?:ご?(?:連絡|報告|指摘)|お?申))|に(?:よ[りるっ]|おい|対[しす]|関[しす]|つい|至|なり|なっ|基づ)"
    r"|が(?:あ[りっる]|発[生覚]|判明|確認|でき|必要)|は(?:あり|ござい|含まれ)|の(?![ちみど])|(?:等|など)[をがのにで]|(?:こと|旨)[をがはにも、]|ものと"
)
"""How one begins that goes on with the noun or the clause above it."""
_GIVEN_UP = re.compile(
    r"(?:[。!?:】〉》≫]|(?<!、)か|ます|ました|ません|です|でした|ください|下さい)[)」』]?$|\|| / |^[^/]{1,8}(?:/[^/]{1,8}){2,}$"
)
"""How a line ends that leaves nothing open; one with bars or strokes is a row of a table."""
_TORN = re.compile(
    r"(?:ます|ました|ません|です|でした)\n(?:でし[たょ]|が、|ので|ものの|とともに|と共に|ところ、|こと[がをはにも、])"
    r"|ように\n(?:努め|取り?組[んみむ]|いたし|致し|尽力し|精進し)"
)
"""A predicate parted from what goes on with it, though it could end a sentence: 「ありません」 「でした」; 「…ように」 from its verb."""
_TORN_WORD = re.compile(
    r"[をにがはもと][一-龥]\n(?:[いきぎけげしじせちてびべみめりれわえっ](?:ま[しす]|た|て|る|ず)|づき|られ)|お詫\nび|[一-龥ァ-ヶー]し\nた(?=[一-龥こめとま。])"
)
"""A verb parted from its ending: 「指導を受」 「けました」, 「使用し」 「た商品」."""
_TORN_BY_BLANK = re.compile(
    r"(?:(?<=[いきぎげけしじせちびべみめりれえ]ま) (?=す|し[たて]|せん)|(?<=まし) (?=[たて])|(?<=[一-龥ァ-ヶー]いた) (?=し(?:ま[しす]|て))"
    r"|(?<=申し上) (?=げ)|(?<=[一-龥ァ-ヶー]に) (?=て[、一-龥])|(?<=くださ) (?=い)|(?<=でき) (?=ます|ませ))"
)
"""A blank that a break within a word left where a page was made one line: 「申し上げま す」; not one between names."""
_TORN_DAY = re.compile(r"(?:令和|平成|20) ?[0-9元]{1,2}\n年 ?[0-9]|年 ?[0-9]{1,2}\n月 ?[0-9]|月 ?[0-9]{1,2}\n日(?=[^一-龥]|$)")
"""A day parted behind its number: 「2019 年 9」 「月 13 日に」."""
_TORN_COUNT = re.compile(
    r"[ぁ-んァ-ヶー一-龥、][0-9]{1,4}\n(?:[かカヶケ](?:月|所|国)|地点|時間|分間|週間|日間|年間|(?:名|人|件|通|枚|個|台|社|校|回|歳|円|冊|本|店舗|世帯|筆)(?=[ぁ-ん、]))"
)
"""A count parted behind its number: 「…の標準地2」 「地点において」."""
_LONG = 20
"""Characters of a line that is rather a sentence than the head of a part or a row of key and value."""
_ITEM = re.compile(
    rf"[{BULLETS}–—→⇒•【\[<〈《≪〔〒|#>]|第?[0-9一二三四五六七八九十]{{1,3}}(?:[.)\]:、．](?![0-9])|条|項|章|\s)|\([0-9一二三四五六七八九十ア-ンa-z]{{1,2}}\)|[①-⓿]"
    r"|[ア-ンa-zA-Z][.)]|[QA問答][0-9]{0,2}\s|[^:。、「」]{1,16}:(?!//|[0-9])|記$"
)
"""How an item of a list, a heading or a row of key and value begins."""
_BULLETED = re.compile(r"[・･*\-]")
"""An item that may be a sentence as long as any; other signs and numbers as well begin headings."""
_HEADS_PART = re.compile(r"[【\[<〈《≪〔■□◆◇▼#>]")
_WITHIN = re.compile(r"[ぁ-んァ-ヶー一-龥々A-Za-z0-9」』)]")
"""With what a line begins, or ends, that may be the middle of a sentence."""
_ROW = re.compile(r"[0-9]{1,4}(?:[年月時:/]|日)")
_KEYED_ROW = re.compile(r"[^\s。、]{1,8} +(?!(?<=[ぁ-ん] )[0-9A-Za-z]{1,8} +[ぁ-んァ-ヶ一-龥])\S")
"""A key and its value; not a word before a number that paper sets apart: 「送った 30 通の」."""
_TABULATED = re.compile(r"[^\s。、]{1,10}(?: {2,}|\t\s*)\S")
"""A key and, behind blanks, its value: 「販売先　　市内の店頭」."""
_OPEN_KANA = re.compile(r"[ぁ-ん、]$")
_FEWEST_SPACED = 8
_CLOSES = re.compile(r"。|(?:ます|です|ました|ません|でした|した|する|れる|いる|ある|頂く|ない)[)」』]?$")


@dataclass(frozen=True, slots=True)
class _Line:
    """A line's folded wording and the span of the break before it; `parted` where that is a blank line too; `raw` with its indent."""

    wording: str
    start: int
    end: int
    parted: bool
    raw: str


def breaks_in(text: str, over: Sequence[Span] = ()) -> list[Span]:
    """The breaks that part a sentence, none where the division into units mends them all by itself; and the blanks that part a word.

    `over` are whole lines that a sentence goes on behind, as the marks of a page.

    >>> breaks_in("盗難のおそれは小さいものと\\n考えております。"), breaks_in("会員の皆様へ\\n名簿を紛失しました。")
    ([(13, 14)], [])
    >>> breaks_in("深くお詫び申し上げま す。"), breaks_in("株式会社 山川")
    ([(10, 11)], [])
    """
    return sorted([*_breaks_in(text, over), *(found.span() for found in _TORN_BY_BLANK.finditer(text))])


def _breaks_in(text: str, over: Sequence[Span]) -> list[Span]:
    sure = dict(_sentence_breaks(_lines(text, {at for span in over for at in range(*span)})))
    if not sure:
        return []
    normal = normalise(text)  # as the division into units sees it: without the indents, which make short lines long
    within = {normal.starts[at] for span in split_units(normal.text) for at in range(*span) if normal.text[at] == "\n"}
    mended = {found.start(): found.end() for found in _BREAK.finditer(text) if not within.isdisjoint(range(*found.span()))}
    if not sure.keys() - mended.keys():
        return []
    # Lines made longer hide an even width from the division into units, so what it would mend is mended here.
    return sorted((sure | mended).items())


def _lines(text: str, over: Collection[int]) -> list[_Line]:
    """The lines that show anything, but for those at the places `over`."""
    lines: list[_Line] = []
    start = done = 0
    breaks = 0
    paged = False
    for found in [*_BREAK.finditer(text), None]:
        end = found.start() if found else len(text)
        paged = paged or done in over
        wording = "" if done in over else fold(text[done:end]).strip()
        if wording:
            indent = text[start:done].expandtabs(8).rpartition("\n")[2]
            lines.append(_Line(wording, start, done, breaks > 1 and not paged, indent + text[done:end]))
            breaks, paged = 0, False
        if found:
            start, done = (found.start() if wording or not lines else start), found.end()
            breaks += 1
    return lines


def _sentence_breaks(lines: Sequence[_Line]) -> list[tuple[int, int]]:
    """The breaks that part a sentence which is closed below, or 「投稿日」 from the day, from the last to the first."""
    breaks: list[tuple[int, int]] = []
    closes = False
    width = width_of([line.raw for line in lines])
    spaced = _are_spaced(lines)
    for above, below in zip(reversed(lines[:-1]), reversed(lines), strict=False):
        closes = bool(_CLOSES.search(below.wording)) or closes
        closes = closes or _leans_surely(above.wording, below.wording)
        closes = closes and (spaced or not below.parted)
        closes = closes and (
            _goes_on(above.wording, below.wording) or (is_filled(above.raw, width) and _was_cut(above.wording, below.wording))
        )
        named = names_day(above.wording) and date_of(below.wording)
        if closes or named or parts_day(above.wording, below.wording):
            breaks.append((below.start, below.end))
    return breaks


def _are_spaced(lines: Sequence[_Line]) -> bool:
    """Whether a blank line follows nearly every line, sentence or not, and so tells nothing."""
    below = lines[1:]
    return len(below) >= _FEWEST_SPACED and 5 * sum(line.parted for line in below) >= 4 * len(below)


def _was_cut(above: str, below: str) -> bool:
    """Whether a line that comes to the even width of all may have been broken within a sentence, or a word: 「…園の送」 「迎バスに」."""
    if len(above) < _SHORTEST or _GIVEN_UP.search(above) or _HEADS_PART.match(above) or _ITEM.match(below) or _KEYED_ROW.match(below):
        return False
    if _ROW.match(below) and not _OPEN_KANA.search(above):
        return False
    return not starts_anew(above, below) and _WITHIN.match(above[-1]) is not None and _WITHIN.match(below) is not None


def _leans_surely(above: str, below: str) -> bool:
    """Whether the line above is open however the one below ends; a bracket left open is closed there."""
    if _TORN_DAY.search(f"{above[-6:]}\n{below[:4]}") or (len(above) >= _LONG and _TORN_COUNT.search(f"{above[-6:]}\n{below[:4]}")):
        return True
    return _LEANS_SURELY.search(above) is not None or (_BRACKET_OPEN.search(above) is not None and _BRACKET_CLOSED.match(below) is not None)


def _goes_on(above: str, below: str) -> bool:
    """Whether the line below goes on with the sentence that the one above leaves open."""
    if len(above) >= _SHORTEST and (_TORN.search(f"{above[-3:]}\n{below[:5]}") or _TORN_WORD.search(f"{above[-2:]}\n{below[:3]}")):
        return True
    if below.startswith(")") and above.endswith("という。") and _BRACKET_OPEN.search(above):
        return True
    if len(above) < _SHORTEST or _GIVEN_UP.search(above) or _ITEM.match(below) or _TABULATED.match(below):
        return False
    if _leans_surely(above, below) or _REST_OF_WORD.match(below):
        return True
    is_item = _ITEM.match(above) is not None
    if is_item and not _BULLETED.match(above):
        return False
    return bool(
        _LEANS.search(above)
        or _JOINING_FORM.search(above)
        or (_ATTRIBUTIVE.search(above) and not _KEYED_ROW.match(below))
        or (_PARTICLE.match(below) and not is_item)
    )
