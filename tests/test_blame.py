"""Blame: whose fault each unit tells of, from real parses with labels given by hand, and the shares of a statement."""

from collections.abc import Mapping
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.answers.blame import blame
from analyzer.answers.faults import owners_told
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import Blame
from analyzer.schema import Label, Owner
from analyzer.statement import Statement

_LABELS = {"K": Label.CAUSE, "A": Label.ADMISSION, "D": Label.DEFLECTION, "R": Label.RESPONSE}


@cache
def _read(text: str) -> DocumentReading:
    return next(read_documents([Statement(text)]))


def _given(codes: str) -> Mapping[Label, float]:
    return {_LABELS[code]: 0.9 for code in codes}


# label codes (K cause, A admission, D deflection), wording, owners
SENTENCES = [
    ("K", "海外から通信を一斉に送りつける、サービス妨害攻撃によるものです。", "outsider"),
    ("K", "犯罪対策の手順が定められていませんでした。", "nobody"),
    ("D", "配信を頼んだ会社の回線の容量が足りなかったそうです。", "contractor"),
    ("K", "設定の誤りにより、会員名簿が公開されていました。", "nobody"),
    ("K", "確認手順が定められていませんでした。", "nobody"),
    ("K", "委託先の操作ミスにより、名簿が送信されました。", "contractor"),
    ("K", "弊社の担当者が宛先の確認を怠りました。", "own"),
    ("K", "システムの不具合により、二重に引き落とされました。", "system"),
    ("K", "当社システムの不具合により、二重に引き落とされました。", "system"),
    ("K", "アルバイトが点検表に丸だけを付けていました。", "person"),
    ("K", "お客様が一斉に申し込まれたことが原因です。", "outsider"),
    ("K", "看護師が確認する項目は番号だけでした。", "nobody"),
    ("K", "何らかの原因により停止しました。", "nobody"),
    ("K", "株式会社架空印刷が同じ版を二度使っていました。", "contractor"),
    ("K", "証明書の期限が切れていました。", "nobody"),
    ("KA", "弊社の操作ミスにより、名簿を送信しました。", "own"),
    ("KA", "宛先の確認をしていませんでした。", "own"),
    ("A", "監督責任は当クラブにあります。", "own"),
    ("A", "社長の報酬を3か月減額します。", "own"),
    ("A", "生徒に責任は一切なく、準備をさせた学校の責任です。", "own"),
    ("A", "委託先ではなく、確認しなかった当クラブの問題です。", "own"),
    ("A", "委託先の作業ミスですが、監督の責任は当クラブにあります。", "own contractor"),
    ("A", "担当者の確認漏れは、仕組みを作らなかった私どもの責任です。", "own"),
    ("AD", "委託先の誤りによるもので、当クラブの確認も足りませんでした。", "own contractor"),
    ("KD", "委託先の作業ミスによるものです。", "contractor"),
    ("D", "同社の社員が無断で持ち出したものです。", "contractor"),
    ("D", "弊社の委託先の過失であり、弊社は関与しておりません。", "contractor"),
    ("D", "職員個人の独断による行為です。", "person"),
    ("D", "一部報道にあるような事実はございません。", "outsider"),
    ("D", "心ない投稿が続いていることは残念です。", "outsider"),
    ("D", "一部のサポーターが指示に従わなかったことによるものです。", "outsider"),
    ("D", "システムに想定外の負荷が掛かりました。", "system"),
    ("D", "当社に法的責任はございません。", "nobody"),
    ("D", "当クラブとしても大変遺憾に存じます。", "nobody"),
    ("D", "裏切られた思いです。", "nobody"),
    ("D", "お問い合わせは製造元へお願いします。", "contractor"),
    ("D", "台風による突風は予測できませんでした。", "outsider"),
    ("D", "当該職員の逸脱した行動までは予見できませんでした。", "person"),
    ("D", "本件は外部の者によるものとみられます。", "outsider"),
    ("D", "記事は匿名の方のお話だけに基づいています。", "outsider"),
    ("K", "乗務員は前年の経路のままと思い込んでいました。", "person"),
    ("K", "引率の教諭3名は居眠りをしていました。", "person"),
    ("K", "乗務員は全部で4名でした。", "nobody"),
    ("K", "職員の評価制度が売上に偏っていました。", "nobody"),
    ("K", "獣医師からの報告書を待たずに掲載しました。", "nobody"),
    ("K", "攻撃者は古い入口から入り込みました。", "outsider"),
    ("K", "受付ソフトの旧い版に脆弱性が残っていました。", "system"),
    ("K", "係が規程を読み違えました。", "person"),
    ("K", "欠員が続いていました。", "nobody"),
    ("KD", "検針員(受託会社所属)が棟を取り違えたことが原因です。", "contractor"),
    ("D", "部員には寝不足など体調の問題もあったようです。", "person"),
    ("D", "決済代行会社の側でデータが二度処理され、弊社のシステムに問題はございません。", "contractor"),
    ("D", "予想を超える暑さでお一人の使用量が増えました。", "outsider"),
    ("A", "お客様の端末の問題だと決めてかかったのは私どもです。", "own"),
]


@pytest.mark.parametrize(("codes", "text", "owners"), SENTENCES, ids=[row[1][:24] for row in SENTENCES])
def test_owner_of_the_fault(codes: str, text: str, owners: str) -> None:
    assert " ".join(owners_told(_read(text).units[0], _given(codes))) == owners


def _blame(*units: tuple[str, str]) -> tuple[Blame, ...]:
    document = _read("\n".join(text for _, text in units))
    assert len(document.units) == len(units)
    return blame(document, [_given(codes) for codes, _ in units])


def test_shares_are_of_all_units_that_bear_a_fault() -> None:
    found = _blame(
        ("", "平素よりご支援をいただきありがとうございます。"),
        ("K", "確認手順が定められていませんでした。"),
        ("D", "委託先の作業ミスによるものです。"),
        ("R", "委託先に報告を求めました。"),
        ("A", "監督責任は当クラブにあります。"),
        ("A", "公表が遅れたことは当クラブの誤りです。"),
    )
    assert found == (
        Blame(Owner.OWN, 0.5, (4, 5)),
        Blame(Owner.CONTRACTOR, 0.25, (2,)),
        Blame(Owner.NOBODY, 0.25, (1,)),
    )


def test_a_unit_that_admits_and_deflects_counts_half_for_each() -> None:
    found = _blame(
        ("AD", "委託先の誤りによるもので、当クラブの確認も足りませんでした。"),
        ("A", "監督責任は当クラブにあります。"),
    )
    assert found == (Blame(Owner.OWN, 0.75, (0, 1)), Blame(Owner.CONTRACTOR, 0.25, (0,)))


def test_no_fault_no_blame() -> None:
    assert _blame(("", "委託先の作業ミスによるものです。"), ("R", "警察に届け出ました。")) == ()
    assert blame(_read(""), []) == ()


def test_a_heading_bears_no_fault() -> None:
    assert _blame(("K", "■原因"), ("K", "設定の誤りです。")) == (Blame(Owner.NOBODY, 1.0, (1,)),)


def test_a_complaint_without_a_name_is_of_whom_the_sentence_before_blamed() -> None:
    found = _blame(
        ("D", "裏切られた思いです。"),
        ("D", "委託先の作業ミスによるものです。"),
        ("D", "裏切られた思いは消えません。"),
        ("D", "当社に法的責任はございません。"),
        ("K", "確認手順が定められていませんでした。"),
    )
    assert found == (Blame(Owner.NOBODY, 0.6, (0, 3, 4)), Blame(Owner.CONTRACTOR, 0.4, (1, 2)))


def test_a_numbered_sentence_of_the_causes_is_no_heading() -> None:
    assert _blame(("", "3 原因"), ("K", "3.1 社員は、送信の直前に内容を確認しなかった。"))[0].units == (1,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from([row[1] for row in SENTENCES]) | st.text(max_size=8), st.sampled_from(["K", "A", "D", "AD", "R", ""])),
        max_size=6,
    )
)
def test_shares_sum_to_one_and_come_in_order(units: list[tuple[str, str]]) -> None:
    document = next(read_documents([Statement("\n".join(text for text, _ in units))]))
    codes = [codes for _, codes in units] + [""] * len(document.units)
    labels = [_given(code) for code in codes[: len(document.units)]]
    found = blame(document, labels)
    assert not found or abs(sum(share.share for share in found) - 1) <= 0.001
    assert [share.share for share in found] == sorted((share.share for share in found), reverse=True)
    bearing = {index for index, given_labels in enumerate(labels) if given_labels.keys() & set(list(_LABELS.values())[:3])}
    assert {unit for share in found for unit in share.units} <= bearing
    assert all(list(share.units) == sorted(share.units) for share in found)
