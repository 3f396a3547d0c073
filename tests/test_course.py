"""The course of events out of several announcements: in whose words it is told, and from when to when it took."""

from datetime import date, timedelta

import pytest

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import merge_events
from analyzer.dossier.dossier import make_dossier, read_announcements
from analyzer.dossier.gathering.sources import Incident, Placed
from analyzer.dossier.report import Dossier, Grouping
from analyzer.render.dossier import render
from analyzer.schema import EventKind, GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement

_FIRST_DAY = date(2023, 4, 10)


def _statements(*texts: str) -> list[Statement]:
    return [Statement(text, "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}") for at, text in enumerate(texts)]


def _told(scorer: Scorer, *texts: str) -> list[Announcement]:
    return read_announcements(_statements(*texts), scorer)


def _dossier(scorer: Scorer, *texts: str) -> Dossier:
    placed = tuple(Placed(statement, statement.id or "") for statement in _statements(*texts))
    return make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))


# an evasive telling, another of the same day, and whether the other is quoted
PLAINER = [
    ("4月8日、ゴンドラの設備に不具合が発生し、一部のお客様にご不便をおかけしました。", "4月8日、ゴンドラ1台が落下しました。", True),
    (
        "4月8日10時頃、ゴンドラの設備に不具合が発生しました。",
        "4月8日の設備の不具合の際、ゴンドラが支柱に衝突していたことが分かりました。",
        True,
    ),
    ("4月8日、遠足の引率に行き届かない点がありました。", "4月8日、児童2名を山頂に取り残しました。", True),
    ("4月8日、一部のお客様に重ねて請求した可能性があります。", "4月8日、318名様に二重に請求しました。", True),
    ("4月8日、会員213名様の氏名を誤って送信しました。", "4月8日に発生した会員213名様の氏名の流出につきまして、お詫びいたします。", False),
    ("4月8日、ゴンドラの設備に不具合が発生しました。", "4月8日に発生した設備の件につきまして、お詫びいたします。", False),
    ("4月8日、ゴンドラの設備に不具合が発生しました。", "4月8日の不具合によるゴンドラの落下はございません。", False),
]


@pytest.mark.parametrize(("first", "later", "quoted"), PLAINER, ids=range(len(PLAINER)))
def test_a_step_is_told_in_the_plainest_words(scorer: Scorer, first: str, later: str, *, quoted: bool) -> None:
    for told, plain in ((_told(scorer, first, later), "s2"), (_told(scorer, later, first), "s1")):
        occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED and len(step.sources) == 2]
        if quoted:
            (step,) = occurred
            assert (step.quoted.id, step.text) == (plain, later)
            assert (step.evaded and step.evaded[0]) == (first if plain == "s2" else None)
        else:
            assert all(step.evaded is None for step in occurred)


def test_a_step_keeps_the_exact_time_beside_the_plain_words(scorer: Scorer) -> None:
    first, later, _ = PLAINER[1]
    dossier = _dossier(scorer, first, later)
    (event,) = (event for event in dossier.events if event.event == EventKind.OCCURRED)
    assert (event.at, event.approximate, event.text, event.statement) == ("2023-04-08T10:00", True, later, "s2")
    assert event.evaded is not None and (event.evaded.statement, event.evaded.text) == ("s1", first)
    shown = "".join(line.strip() for line in render((dossier,)).splitlines())
    assert f"(1)(2)［(1)では「{first}」］" in shown


# when others told them or it began, as of a month or an exact day, when it was published (2023-04-10), and what passed at least
LEAST = [
    ("2022年11月に利用者の方から窓口に通報がありましたが、調べませんでした。", {"detected_to_published": "P131D"}),
    ("昨年8月に保護者から園長に相談がありましたが、対応しませんでした。", {"detected_to_published": "P222D"}),
    ("本年3月に会員の方から当会へご指摘がありましたが、見過ごしました。", {"detected_to_published": "P10D"}),
    ("2022年11月5日に利用者の方から窓口に通報がありましたが、調べませんでした。", {}),
    ("本年4月に会員の方から当会へご指摘がありましたが、見過ごしました。", {}),
]


@pytest.mark.parametrize(("wording", "least"), LEAST, ids=range(len(LEAST)))
def test_from_a_month_it_took_so_long_at_least(scorer: Scorer, wording: str, least: dict[str, str]) -> None:
    dossier = _dossier(scorer, f"お客様に誤った額を請求しておりました。深くお詫びいたします。\n{wording}")
    assert dict(dossier.delays_at_least) == least
    days = [value[1:-1] for value in least.values()]
    assert [f"少なくとも {day}日" in render((dossier,)) for day in days] == [True for _ in days]
    assert [day in finding.message for finding in dossier.findings if finding.code == "DOS18" for day in days] == [
        True for day in days if int(day) >= 14
    ]


# a wording, and the kinds of steps that it is read as
KINDS = [
    ("材料の変更は、2022年8月に工場の担当部長が口頭で認めていたことが社内調査で判明いたしました。", [EventKind.OCCURRED]),
    ("2022年8月に担当者が点検を省いていたことが、監査の結果明らかになりました。", [EventKind.OCCURRED]),
    ("2022年8月に当社の係長が検査の成績を書き換えていたことが、外部の調査により判明いたしました。", [EventKind.OCCURRED]),
    ("2023年4月2日に、お客様からのお電話で判明しました。", [EventKind.DETECTED]),
    ("元役員による着服が、2016年頃から2022年5月までの間、続いておりました。", []),
    ("元役員による着服が、平成28年度から2022年5月まで続いておりました。", []),
    ("対象は2022年8月以降に販売した全数1万8千個です。", []),
    ("2016年4月、元役員が会費213万円を着服しました。", [EventKind.OCCURRED]),
]


@pytest.mark.parametrize(("wording", "kinds"), KINDS, ids=range(len(KINDS)))
def test_what_an_inquiry_found_and_what_a_span_ends_with(scorer: Scorer, wording: str, kinds: list[EventKind]) -> None:
    told = _told(scorer, f"お客様に誤った額を請求しておりました。深くお詫びいたします。\n{wording}")
    assert [step.event.event for step in merge_events(told) if step.text in wording] == kinds


@pytest.mark.parametrize(
    ("wording", "stops"),
    [
        ("全品の受入検査は、4月8日より全数で実施しております。", False),
        ("4月8日から係員2名による照合を行っております。", False),
        ("4月8日より当該商品の販売を停止しております。", True),
        ("4月8日に公開を停止しました。", True),
    ],
)
def test_a_check_kept_up_since_a_day_stops_no_harm(scorer: Scorer, wording: str, *, stops: bool) -> None:
    told = _told(scorer, f"4月2日、部品の割れによりお子様が指を切る事故が発生しました。\n{wording}")
    assert any(step.event.event == EventKind.CONTAINED for step in merge_events(told)) == stops


# what the first announcement told of 8 April, what the next one did, and the days after which the harm was laid open
LAID_OPEN = [
    (PLAINER[0][0], PLAINER[0][1], 32),
    (PLAINER[1][0], PLAINER[1][1], 32),
    (PLAINER[2][0], PLAINER[2][1], 32),
    (PLAINER[4][0], PLAINER[4][1], None),
    (PLAINER[6][0], PLAINER[6][1], None),
    ("4月8日、会員情報の一部が流出したおそれがあります。", "4月8日、会員213名様の氏名が流出しました。", None),
    ("4月8日、ゴンドラの設備に不具合が発生しました。", "4月8日の不具合の原因は、部品の摩耗でした。", None),
]


@pytest.mark.parametrize(("first", "later", "days"), LAID_OPEN, ids=range(len(LAID_OPEN)))
def test_a_harm_laid_open_later_is_dated_and_asked_about(scorer: Scorer, first: str, later: str, days: int | None) -> None:
    dossier = _dossier(scorer, first, later)
    told = [finding.message for finding in dossier.findings if finding.code == "DOS28"]
    assert dossier.delays["occurred_to_laid_open"] == (f"P{days}D" if days else None)
    assert len(told) == bool(days) == sum(question.code == "DOS28" for question in dossier.questions)
    assert all("30 日後の2023-05-10" in message for message in told)
