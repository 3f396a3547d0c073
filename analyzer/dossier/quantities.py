"""Counts with their value, so that two announcements can be held against each other: 「延べ1,284名」, 「二百十三点」, 「642万円」."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.schema import DriftKind

_DIGITS = {digit: value for value, digit in enumerate("〇一二三四五六七八九")}
_SMALL = {"十": 10, "百": 100, "千": 1000}
_LARGE = {"万": 10**4, "億": 10**8}
_NUMBER = r"(?<![第0-9,.])(?<![0-9][:/])[0-9〇一二三四五六七八九十百千万億][0-9,〇一二三四五六七八九十百千万億]*(?:\.[0-9]+)?"
_COUNTERS = {
    DriftKind.MONEY: r"円",
    DriftKind.PERSONS: (
        r"名|人(?![為事員気間件当あ]|目)|世帯|家庭|戸|チーム|校(?![目舎])|社(?!員)"
        r"|団体|組|会員(?![番証制様])|選手(?![会権宿])|クラブ(?!ハ)|事業所|法人|患者"
    ),
    DriftKind.ITEMS: (
        r"件|通|枚|個(?!人|別)|台(?!帳)|点(?![検差])|本(?![日人件校学院会社店部市格来])|冊|食|席|回線|回(?![目線答収])|頭|箱|袋|瓶|便|着"
        r"|口座|アカウント|[かカヶ]所|箇所|日分|缶|杯|品番|品(?![質目番])|部(?![員署門長分活])|羽|匹|棟|室|校舎|店舗?|セット|パック|票|検体|路線"
        r"|艇|基(?![準本礎金地盤づ])|系統|契約(?![者書])|品目|種類|商品|製品|銘柄|ロット|科目|クラス|講座|教室|両(?![親方者])|隻|軒|作品|車両|区間|取引|端末"
        r"|営業所|支店|支所|集落|医院|泊分?(?![0-9])|ha(?![a-z])|トン|リットル|キロ|錠|包(?![装み])|束|足|区画|試合|公演|ファイル|レコード|ページ"
        # What is counted by its own name: 窓, 皿, ケース. Times, places in a row, measures and shares are none.
        r"|(?![年月日時分秒歳才条項号版章節階位代度割倍週期番線点周丁級次円等系台回目半数余超頃付宅重浦田井沢木])[一-龥](?=[のにがはをでとも、。\s]|$)"
        r"|(?!メートル|パーセント|ドル|ユーロ|ヘルツ|ポイント|シーズン|グラム|ミリ|センチ|ギガ|メガ|テラ|デシベル|ボルト|ワット|フィート|インチ"
        r"|カロリー|ラウンド|カ月|ヶ月|ヵ月|ケ月|カ年)[ァ-ヶー]{2,6}(?=[のにがはをでとも、。\s]|$)"
    ),
}
_COUNT = re.compile(
    rf"(?P<number>{_NUMBER})\s*(?:" + "|".join(f"(?P<{kind}>{counter})" for kind, counter in _COUNTERS.items()) + r")"
    rf"|(?:延べ|での|までの|計)(?P<day_number>{_NUMBER})(?P<days>日)(?!間|以内|後|前|から|まで|付)"
)

_EACH = re.compile(
    r"(?:当たり|あたり|につき|毎日|毎回|お?一人様?|(?<![0-9,])1(?:[名人]様?|世帯|戸|件|回|台|食|口座)(?!の|目))に?\s*(?:約|最大|一律)?"
    r"(?:[0-9,]{1,9}円?(?:から|[~〜-]))?$"
)
"""「1人当たり2.5リットル」 and 「お一人様20円~60円」 count nothing."""
_NOBODY = re.compile(r"(?:様)?も(?:い(?:らっしゃい)?ませ|おられ?ませ|おりませ|いな[いか]|おらず|ございませ|ありませ)")
"""「お一人もいらっしゃいません」 counts nobody."""
_POINTS = re.compile(r"(?:次|以下|下記|上記)の\s*$")
"""「次の2点に誤りがありました」 counts what is said."""

_ROW = re.compile(r"^(?P<head>[^0-9。、]{2,14}?)[\s|]+(?P<cells>[0-9][0-9,]*(?:[\s|]+[0-9][0-9,]*)+)[\s|]*$")
_HEAD = re.compile(r"[(（](?P<unit>円|件|名|人|世帯|戸|社|台|個|枚|通)[)）]|(?P<noun>世帯|戸)(?:[(（]|数?$)|(?P<sort>[人件])数")
"""「過徴収額(円)」, 「対象世帯(実数)」, 「対象人数」: the head of a row that says what its cells count."""


@dataclass(frozen=True, slots=True)
class Count:
    """One count in a unit: its value, its counter (名, 件 …), its span in the unit's wording."""

    kind: DriftKind
    counter: str
    value: float
    start: int
    end: int
    text: str


def find_counts(wording: str) -> Iterator[Count]:
    """Counts of one normalised wording; ordinals, ages and 「一部」 are none, 「お一人」 is one.

    >>> [(count.value, count.text) for count in find_counts("延べ1,284名、総額は642万円、写真は二百十三点でした")]
    [(1284.0, '1,284名'), (6420000.0, '642万円'), (213.0, '二百十三点')]
    """
    yield from _counts_of_row(wording)
    for found in _COUNT.finditer(wording):
        kind = next((kind for kind in _COUNTERS if found[kind.value]), DriftKind.ITEMS)
        number = found["number"] or found["day_number"]
        counter = found["days"] or found[kind.value]
        honoured = number == "一" and counter == "人" and wording[: found.start()].endswith("お")
        if (number == "一" and not honoured) or number in _LARGE or number in _SMALL:
            continue
        value = number_value(number)
        if value is None or (kind == DriftKind.PERSONS and re.match(r"体制|ずつ|当たり|あたり|につき", wording[found.end() :])):
            continue
        of_day = counter == "日分" and wording[: found.start()].endswith("月")  # 「7月3日分」
        if (
            of_day
            or _NOBODY.match(wording, found.end())
            or _EACH.search(wording[: found.start()])
            or (counter == "点" and _POINTS.search(wording[: found.start()]))
        ):
            continue
        start = found.start("number") if found["number"] else found.start("day_number")
        yield Count(kind, counter, value, start, found.end(), wording[start : found.end()])


def _counts_of_row(wording: str) -> Iterator[Count]:
    """The counts of a row whose head names the counter of its cells: 「対象世帯(実数) 87 412」."""
    row = _ROW.match(wording)
    head = _HEAD.search(row["head"]) if row else None
    if row and head:
        counter = next(filter(None, head.groups()))
        kind = next(kind for kind in _COUNTERS if re.match(_COUNTERS[kind], counter))
        for cell in re.finditer(r"[0-9][0-9,]*", row["cells"]):
            start, end = (row.start("cells") + at for at in cell.span())
            value = number_value(cell[0])
            if value is not None:
                yield Count(kind, counter, value, start, end, f"{cell[0]}{counter}")


def number_value(number: str) -> float | None:
    """The value of Arabic or kanji digits with 千, 万 and 億; None where they make no number.

    >>> number_value("21万5,000"), number_value("三百八十六"), number_value("263万4千"), number_value("1.2億")
    (215000.0, 386.0, 2634000.0, 120000000.0)
    """
    total = section = 0.0
    digits = ""
    for char in number.replace(",", ""):
        if char in _LARGE or char in _SMALL:
            amount = _plain(digits)
            if digits and amount is None:
                return None
            digits = ""
            if char in _SMALL:
                section += (amount if amount is not None else 1) * _SMALL[char]
            else:
                total += (section + (amount or 0) or 1) * _LARGE[char]
                section = 0
        else:
            digits += char
    last = _plain(digits) if digits else 0
    return None if last is None else total + section + last


def _plain(digits: str) -> float | None:
    try:
        return float("".join(str(_DIGITS.get(digit, digit)) for digit in digits))
    except ValueError:
        return None
