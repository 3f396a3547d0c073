"""How a text falls into units, and how each keeps its place in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.language.normalise import normalise, unwrapped
from analyzer.language.units import MAX_UNIT, split_units


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in split_units(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n　\t", []),
        ("お詫び", ["お詫び"]),
        ("宛先を誤りました。申し訳ございません。", ["宛先を誤りました。", "申し訳ございません。"]),
        ("「削除した。問題ない。」との連絡がありました。", ["「削除した。問題ない。」との連絡がありました。"]),
        ("対象者：142名\n内訳：会員120名", ["対象者：142名", "内訳：会員120名"]),
        ("・氏名\n・住所\n・電話番号", ["・氏名", "・住所", "・電話番号"]),
        ("本当ですか？はい。", ["本当ですか？", "はい。"]),
        ("Ver.2.1の不具合です。", ["Ver.2.1の不具合です。"]),
        ("送信しました（詳細は後日。）。以上", ["送信しました（詳細は後日。）。", "以上"]),
        ("お詫びします。\r\n\r\n記\r\n１．経緯", ["お詫びします。", "記", "１．経緯"]),
        ("一斉送信の際、\n宛先を誤りました。", ["一斉送信の際、", "宛先を誤りました。"]),
        (
            "このたび当クラブが配信いたしましたメールにおいて、会員の\n皆様の宛先が見える状態となっておりましたことをお詫びいた\nします。",
            [
                "このたび当クラブが配信いたしましたメールにおいて、会員の\n皆様の宛先が見える状態となっておりましたことをお詫びいた\nします。"
            ],
        ),
        (
            "発覚した日時：令和六年五月三日の午前十時ごろに受付\n公表した日時：令和六年五月七日の午後三時ごろに掲示\n",
            ["発覚した日時：令和六年五月三日の午前十時ごろに受付", "公表した日時：令和六年五月七日の午後三時ごろに掲示"],
        ),
    ],
)
def test_units(text: str, expected: list[str]) -> None:
    assert cut(text) == expected


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("・申込書に書かれた氏名と住所、電話番号、送迎の時刻の控え", "原因は当園の確認漏れです。"),
        ("○送迎の車に乗っておられた園児と付き添いの保護者の皆様", "現在、荷物はお返ししております。"),
        ("・南の園舎 2024年6月3日 8時10分〜8時40分", "原因は当園の確認漏れです。"),
        ("2024年6月3日(月)8時10分〜17時45分", "対象"),
        ("発生日時 2024年6月3日 8時10分から8時45分まで", "対象 園児の皆様"),
        ("青嵐町北一丁目二番地の三 青嵐園の南の園舎の一階の倉庫", "件数"),
        ("青嵐町北一丁目二番地の三 青嵐園の南の園舎の一階の倉庫", "影響範囲"),
    ],
)
def test_a_line_as_long_as_any_may_be_whole(above: str, below: str) -> None:
    assert cut(f"お詫びします。\n{above}\n{below}") == ["お詫びします。", above, below]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("・申込書に書かれた氏名と電話番号を写した紙を入れてある封", "筒を園児のご家庭に返しました。"),
        ("送迎の車が園の南の門の前に止まったのは6月3日の8時10分", "を過ぎてからのことでした。"),
        ("送迎の車に乗っておられた園児お一人の荷物が戻っていない原", "因を調べております。"),
        ("送迎の車に乗っておられた園児のお名前と保護者の方のお電", "話番号"),
    ],
)
def test_a_line_as_long_as_any_goes_on_below(above: str, below: str) -> None:
    assert cut(f"お詫びします。\n{above}\n{below}") == ["お詫びします。", f"{above}\n{below}"]


def test_a_sentence_without_end_is_cut_at_a_comma() -> None:
    units = cut("宛先を確認し、" * 1000)
    assert "".join(units) == "宛先を確認し、" * 1000
    assert max(map(len, units)) <= MAX_UNIT
    assert all(unit.endswith("、") for unit in units)


@given(st.text(alphabet="あ漢A1。．、！？「」（）\n\r\t 　・：①㈱ｶﾞ\u200b\u3099\U0001f469\u200d", max_size=80))
def test_units_cover_everything_but_white_space(text: str) -> None:
    end = 0
    for start, stop in split_units(text):
        assert end <= start < stop
        assert not text[end:start].strip()
        assert text[start:stop] == text[start:stop].strip()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ＦＣ\u200b霧\r\nｶﾞｲﾄﾞ", "FC霧\nガイド"),
        ("か\u3099", "が"),
        ("①宛先", "①宛先"),
        ("９：００～１７：００", "9:00〜17:00"),
        ("\x1b[31m赤\x00", "[31m赤"),
        ("㈱", "(株)"),
        ("遅れました．3月に，直します．", "遅れました。3月に、直します。"),
        ("原因は設定の誤り. お詫びします.", "原因は設定の誤り。 お詫びします。"),
        ("一．対象　２．１．計１，２００名", "一.対象 2.1.計1,200名"),
        ("資料「手順.pdf」とメール係.example.jp", "資料「手順.pdf」とメール係.example.jp"),
    ],
)
def test_normalised(text: str, expected: str) -> None:
    assert normalise(text).text == expected


@given(st.text(max_size=60))
def test_every_normalised_character_knows_where_it_came_from(text: str) -> None:
    normal = normalise(text)
    assert len(normal.starts) == len(normal.ends) == len(normal.text)
    assert all(0 <= start < end <= len(text) for start, end in zip(normal.starts, normal.ends, strict=True))
    assert list(normal.starts) == sorted(normal.starts)


def test_a_wrapped_sentence_is_read_without_its_breaks() -> None:
    text = "　このたびは、会員の皆様へお送りしたメールの宛先を弊クラブの担当者が誤り、\r\n　皆様にご迷惑をおかけしました。\n以上"
    lines = normalise(text)
    whole, spans = unwrapped(lines, split_units(lines.text))
    assert (
        whole.text[slice(*spans[0])]
        == "このたびは、会員の皆様へお送りしたメールの宛先を弊クラブの担当者が誤り、皆様にご迷惑をおかけしました。"
    )
    start, end = whole.original_span(*spans[0])
    assert text[start:end].startswith("このたびは") and text[start:end].endswith("おかけしました。") and "\r\n" in text[start:end]


def test_without_a_wrapped_line_nothing_moves() -> None:
    lines = normalise("宛先を誤りました。\nお詫びいたします。")
    assert unwrapped(lines, split_units(lines.text)) == (lines, split_units(lines.text))
