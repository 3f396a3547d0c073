"""Counts as dossiers read them."""

import pytest

from analyzer.dossier.quantities import find_counts, number_value
from analyzer.language.normalise import fold

COUNTS = [
    ("会員213名様の情報", [("名", 213)]),
    ("延べ1,284名、総額は642万円", [("名", 1284), ("円", 6420000)]),
    ("写真は二百十三点、お子さん二百二人分", [("点", 213), ("人", 202)]),
    ("２６３万４千円を引き出し", [("円", 2634000)]),
    ("虚偽の記入は延べ63日に及びます", [("日", 63)]),
    ("対象は五千二百八十六窓に及びます", [("窓", 5286)]),
    ("該当は12ケースでした", [("ケース", 12)]),
    ("受付は10時、12時間、3割、2人目です", []),
    ("第2報をお届けします", []),
    ("一人ひとりにお詫びします", []),
    ("1人当たり2.5リットル", []),
    ("お一人様20円～60円、1世帯300円、総額187,420円", [("人", 1), ("世帯", 1), ("円", 187420)]),
    ("止まったのは約86haです", [("ha", 86)]),
    ("8月5日に公表しました", []),
    ("03-0000-1234", []),
    ("6:50発の便、21:40頃、5/16付、8月4日分、所長 二宅", []),
    ("対象世帯（実数）　87　412", [("世帯", 87), ("世帯", 412)]),
    ("過大に徴収した額(円)　61,300　2,186,700", [("円", 61300), ("円", 2186700)]),
    ("ページ番号　0048812　3", []),
    ("おけがをされた方はお一人もおられません", []),
    ("お一人も含めて12名の方に連絡が取れていません", [("人", 1), ("名", 12)]),
    ("", []),
]


@pytest.mark.parametrize(("wording", "expected"), COUNTS, ids=[wording or "empty" for wording, _ in COUNTS])
def test_counts(wording: str, expected: list[tuple[str, float]]) -> None:
    assert [(count.counter, count.value) for count in find_counts(fold(wording))] == expected


@pytest.mark.parametrize(
    ("number", "value"), [("1,284", 1284), ("三百八十六", 386), ("二〇", 20), ("1.2億", 120_000_000), ("十", 10), ("2.3.4", None)]
)
def test_number_value(number: str, value: float | None) -> None:
    assert number_value(number) == value
