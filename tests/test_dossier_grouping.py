"""What joins the announcements of one incident, and what two matters of one body may share by chance."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from analyzer.dossier.gathering.grouping import group
from analyzer.dossier.gathering.sources import gather
from analyzer.statement import Statement

_FIRST = Statement(
    "北浜医療大学\n3月4日に公表した採点誤りについて、他の科目の検証を進めた結果、新たに12名を追加合格とし、追加合格者は合計19名となりました。\n"
    "過去5年分の入学試験についても検証を行い、4月30日までに結果を公表します。",
    "一般選抜における採点の誤りについて(第2報)",
    date(2025, 3, 18),
    "a",
)
_LOST = (
    "北浜医療大学\n3月19日、入学手続書類{count}分が所在不明となっていることが判明いたしました。誤って廃棄した可能性が高いと考えております。"
)
_THIRD = Statement(
    "北浜医療大学\n令和3年度から令和7年度までの入学試験を検証した結果、新たに26名を追加合格とし、追加合格者は45名(令和5年度{count})となります。\n"
    "4月30日までに公表するとしておりましたが、公表が遅れましたことをお詫びいたします。",
    "入学試験の採点誤りに関する検証結果について(第3報)",
    date(2025, 5, 9),
    "c",
)


@pytest.mark.parametrize("count", ["12名", "15名", "二十名"])
def test_a_small_count_joins_no_two_matters_of_one_body(count: str) -> None:
    lost = Statement(_LOST.format(count=count), "入学手続書類の紛失について", date(2025, 3, 21), "b")
    third = Statement(_THIRD.text.format(count=count), _THIRD.title, _THIRD.published, "c")
    assert [sorted(members) for members in group([_FIRST, lost, third])[0]] == [[0, 2], [1]]


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("カード決済の休止のお知らせ", "会員情報の漏えいに関するお詫び", "カード決済の再開について"), 1),
        (("一部報道について", "調査委員会の設置について", "寮における暴力に関する調査結果について"), 2),
        (("給食による食中毒の発生について", "誤配の防止に向けた取組みについて"), 0),
        (("工事のお知らせ", "工事の再開について"), 0),
    ],
    ids=range(4),
)
def test_a_dossier_is_called_by_the_first_title_that_names_the_harm(tmp_path: Path, titles: Sequence[str], name: int) -> None:
    for at, title in enumerate(titles, start=1):
        text = f"---\ntitle: {title}\npublished: 2025-0{at}-10\n---\n4月3日の件につきまして、お知らせいたします。第{at}報です。\n"
        (tmp_path / f"n{at}.md").write_text(text, encoding="utf-8")
    (incident,) = gather([tmp_path], one_incident=True, say=lambda _: None).incidents
    assert incident.name == titles[name]
