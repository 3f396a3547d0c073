"""Countable facts of a unit: what counts something, and the turns of speech that only look so."""

import pytest

from analyzer.language.facts import FactKind, find_facts

COUNTED = (FactKind.PERSONS, FactKind.ITEMS)


@pytest.mark.parametrize(
    ("wording", "kind", "count"),
    [
        ("資料を三部配布しました", FactKind.ITEMS, "三部"),
        ("冊子1部を紛失しました", FactKind.ITEMS, "1部"),
        ("封書十一件を別の住所へ送りました", FactKind.ITEMS, "十一件"),
        ("二十一部を回収しました", FactKind.ITEMS, "二十一部"),
        ("職員一名を処分しました", FactKind.PERSONS, "一名"),
        ("1万2,400個を回収します", FactKind.ITEMS, "1万2,400個"),
        ("会員142名にお送りしました", FactKind.PERSONS, "142名"),
    ],
)
def test_counts(wording: str, kind: FactKind, count: str) -> None:
    assert [(fact.kind, fact.text) for fact in find_facts(wording) if fact.kind in COUNTED] == [(kind, count)]


@pytest.mark.parametrize(
    "wording",
    [
        "一部のお客様にご迷惑をおかけしました",
        "一部報道について",
        "第一部の上演を中止しました",
        "窓口を一本化します",
        "一人ひとりが自覚を持ちます",
        "職員一人一人に伝えます",
        "担当者が一人で作業しておりました",
        "一件ずつ照合します",
        "お申し出は一件もありません",
        "いち個人としての発言ではなく一個人の問題です",
        "経理部長の指示を受けた部署です",
    ],
)
def test_turns_of_speech_count_nothing(wording: str) -> None:
    assert not [fact for fact in find_facts(wording) if fact.kind in COUNTED]


@pytest.mark.parametrize(
    ("wording", "told"),
    [
        ("店「青空」(https://example.jp/)におきまして、会員1,244件が漏えい", ["contact", "items"]),
        ("会員サイト(URL:https://example.jp/member/。以下「当サイト」)の設定を誤り、312名の氏名", ["contact", "persons", "data"]),
        ("予約サイト(https://example.jp/)に二要素認証を6月末までに入れます", ["contact", "date"]),
        ("お問い合わせ: https://example.jp/contact?id=12件", ["contact"]),
    ],
)
def test_an_address_ends_where_japanese_goes_on(wording: str, told: list[str]) -> None:
    assert [str(fact.kind) for fact in find_facts(wording)] == told
