"""The course of events out of several announcements: in whose words it is told, and from when to when it took."""

from datetime import date
from pathlib import Path

import pytest

from analyzer.dossier.course.merging import find_contradictions, merge_events
from analyzer.dossier.course.moments import delays, moments
from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.gathering.dating import Placed
from analyzer.dossier.gathering.sources import Incident
from analyzer.dossier.report import Grouping
from analyzer.render.dossier import render
from analyzer.render.dossier_page import page
from analyzer.schema import EventKind, GroupedBy, Lang
from analyzer.scoring import Scorer
from tests.dossiers import statements, tell, trace, trace_files

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
    for told, plain in ((tell(scorer, first, later), "s2"), (tell(scorer, later, first), "s1")):
        occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED and len(step.sources) == 2]
        if quoted:
            (step,) = occurred
            assert (step.quoted.id, step.text) == (plain, later)
            assert (step.evaded and step.evaded[0]) == (first if plain == "s2" else None)
        else:
            assert all(step.evaded is None for step in occurred)


def test_a_step_keeps_the_exact_time_beside_the_plain_words(scorer: Scorer) -> None:
    first, later, _ = PLAINER[1]
    dossier = trace(scorer, first, later)
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
    dossier = trace(scorer, f"お客様に誤った額を請求しておりました。深くお詫びいたします。\n{wording}")
    assert dict(dossier.delays_at_least) == least
    days = [value[1:-1] for value in least.values()]
    assert [f"少なくとも {day}日" in render((dossier,)) for day in days] == [True for _ in days]
    assert [day in finding.message for finding in dossier.findings if finding.code == "DOS18" for day in days] == [
        True for day in days if int(day) >= 14
    ]


# a wording, and the kinds of steps that it is read as
KINDS = [
    ("材料の変更は、2022年8月に工場の担当部長が口頭で認めていたことが社内調査で判明いたしました。", [EventKind.OCCURRED]),
    ("2022年8月に当社の係長が検査の成績を書き換えていたことが、外部の調査により判明いたしました。", [EventKind.OCCURRED]),
    ("2023年4月2日に、お客様からのお電話で判明しました。", [EventKind.DETECTED]),
    ("元役員による着服が、2016年頃から2022年5月までの間、続いておりました。", []),
    ("元役員による着服が、平成28年度から2022年5月まで続いておりました。", []),
    ("対象は2022年8月以降に販売した全数1万8千個です。", []),
    ("2016年4月、元役員が会費213万円を着服しました。", [EventKind.OCCURRED]),
    ("2023年3月15日 不用品を搬出。記念品の箱を誤って廃棄", [EventKind.OCCURRED]),
]


@pytest.mark.parametrize(("wording", "kinds"), KINDS, ids=range(len(KINDS)))
def test_what_an_inquiry_found_and_what_a_span_ends_with(scorer: Scorer, wording: str, kinds: list[EventKind]) -> None:
    told = tell(scorer, f"お客様に誤った額を請求しておりました。深くお詫びいたします。\n{wording}")
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
    told = tell(scorer, f"4月2日、部品の割れによりお子様が指を切る事故が発生しました。\n{wording}")
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
    dossier = trace(scorer, first, later)
    told = [finding.message for finding in dossier.findings if finding.code == "DOS28"]
    assert dossier.delays["occurred_to_laid_open"] == (f"P{days}D" if days else None)
    assert len(told) == bool(days) == sum(question.code == "DOS28" for question in dossier.questions)
    assert all("30 日後の2023-05-10" in message for message in told)


@pytest.mark.parametrize(
    ("wording", "occurred"),
    [
        ("調査の結果、昨年10月と本年2月にも、それぞれ園児1名が車内に残されていたことが分かりました。", "2023-04-08T08:40"),
        ("昨年10月にも、園児1名が車内に残されておりました。", "2023-04-08T08:40"),
        ("過去の事例としては、昨年10月に園児1名が車内に残されておりました。", "2023-04-08T08:40"),
        ("園児1名を4月7日から車内に残しておりました。", "2023-04-07"),
    ],
)
def test_an_earlier_case_does_not_begin_the_incident(scorer: Scorer, wording: str, occurred: str) -> None:
    told = tell(
        scorer, "4月8日\n8時40分 職員が車内を確認せず施錠し、園児1名が車内に取り残されました。\n9時00分 担任が不在に気づきました。", wording
    )
    assert moments(told, (), merge_events(told))["occurred"] == occurred


@pytest.mark.parametrize(
    ("step", "stopped"),
    [
        ("10時50分 調理員が物音に気づき、車内で当該園児を発見", "PT1H50M"),
        ("10時50分 職員が気づき、屋外で園児を保護", "PT1H50M"),
        ("10時50分 職員が気づき、駐車場で児童1名を無事発見", "PT1H50M"),
        ("10時50分 職員が気づき、車内で園児の名札を発見", None),
    ],
)
def test_who_is_found_is_brought_to_safety(scorer: Scorer, step: str, stopped: str | None) -> None:
    told = tell(scorer, f"4月8日\n8時40分 職員が確認せず施錠し、園児1名が取り残されました。\n9時00分 担任が不在に気づきました。\n{step}")
    assert delays(moments(told, (), merge_events(told)))["detected_to_contained"] == stopped


@pytest.mark.parametrize(
    ("later", "occurred"),
    [
        ("4月10日付「会費の引き落としについて」の内容に誤りがありましたので、次のとおり訂正いたします。", None),
        ("4月10日に「一部の方」と書きましたが、全員でした。", None),
        ("4月10日の場内の掲示は誤りでした。", None),
        ("4月10日付北発第31号にてお知らせした件について、ご報告します。", None),
        ("4月10日、会費を誤って二重に引き落としました。", "2023-04-10"),
    ],
)
def test_the_day_of_an_earlier_notice_is_not_when_it_happened(scorer: Scorer, later: str, occurred: str | None) -> None:
    told = tell(scorer, "会員213名様の会費を二重に引き落としておりました。", later)
    assert moments(told, (), merge_events(told))["occurred"] == occurred


def test_how_long_it_took_is_asked_of_the_announcement_that_tells_both_ends(scorer: Scorer) -> None:
    first = "本日朝より予約画面を開けませんでしたが、10時20分頃に復旧しました。"
    later = "停止した時間帯:2023年4月10日 6時10分~10時20分\n会員の皆様が予約画面を表示できませんでした。"
    (question,) = (each for each in trace(scorer, first, later).questions if each.code == "DOS13")
    assert "6時10分~10時20分" in question.text + question.because
    (question,) = (
        each for each in trace(scorer, first + "\n障害は6時10分から発生しておりました。", later).questions if each.code == "DOS13"
    )
    assert "10時20分頃に復旧" in question.text + question.because


def test_english_lines_have_english_brackets(scorer: Scorer) -> None:
    told = ("4月8日、会員213名様の氏名を誤って送信しました。6月末までに配信の仕組みを改めます。", "4月8日の誤送信は412名様でした。")
    placed = tuple(Placed(statement, statement.id or "") for statement in statements(*told))
    english = Scorer(scorer.model, lang=Lang.EN)
    incident = Incident("s1", "s1", placed, Grouping(GroupedBy.SHARED, "s1 and s2: date 2023-04-08"), (), ())
    dossier = make_dossier(incident, english, date(2023, 8, 1))
    shown = render((dossier,))
    assert "by shared facts (s1 and s2: date 2023-04-08)" in " ".join(shown.split())
    assert not set("（）［］〔〕") & set(shown)
    assert all("（" not in drift.message for drift in dossier.drift)


# what the last announcement tells of those harmed, and how many are left without a word
LEFT = [
    ("34名のうち21名の方への補償が完了しております。", "13名"),
    ("お怪我をされたお客様は14名です。12名の方と示談が成立しております。", "2名"),
    ("これまでに31名の方から申し出があり、17名の方への補償を行いました。", "14名"),
    ("1,240件のうち1,102件の返金を終えました。", "138件"),
    ("34名のうち21名の方への補償が完了しております。残る13名の方には6月末までにお支払いします。", None),
    ("34名全員の方への補償が完了しております。", None),
    ("会員は5,000名です。12名の方への返金を終えました。", None),
    ("34名のうち19名の方は軽いけがでした。", None),
    ("34名の方への補償を行ってまいります。", None),
]


@pytest.mark.parametrize(("wording", "left"), LEFT, ids=range(len(LEFT)))
def test_those_not_yet_helped_are_asked_about(scorer: Scorer, wording: str, left: str | None) -> None:
    dossier = trace(scorer, "4月8日、ゴンドラが落下し、お客様がお怪我をされました。お詫びいたします。", wording)
    told = [finding.message for finding in dossier.findings if finding.code == "DOS29"]
    asked = [question.text for question in dossier.questions if question.code == "DOS29"]
    assert len(told) == len(asked) == bool(left)
    assert all(f"残る{left}" in line for line in (*told, *asked))


@pytest.mark.parametrize(
    ("wording", "by_others"),
    [
        ("一部の報道において、当クラブのコーチが選手に暴力を振るったとの指摘がなされました。", True),
        ("4月8日、週刊誌の記者からの問い合わせにより、コーチの暴力が判明しました。", True),
        ("一部報道にございます「コーチが2時間正座させた」との内容は事実と異なります。", False),
        ("週刊誌に掲載された記事の内容は事実無根であり、抗議いたします。", False),
        ("SNS上の投稿にあるような事実はございません。", False),
    ],
)
def test_a_denial_of_reports_tells_no_discovery(scorer: Scorer, wording: str, *, by_others: bool) -> None:
    dossier = trace(scorer, f"{wording}\nご心配をおかけしております。", "調査を続けております。")
    assert any(finding.code == "DOS14" for finding in dossier.findings) == by_others


def test_the_page_shows_evasive_words_and_the_least_time(scorer: Scorer) -> None:
    first, later, _ = PLAINER[0]
    shown = page((trace(scorer, f"{first}\n{LEAST[0][0]}", later),), Lang.JA)
    assert f"［(1)では「{first}」］" in shown
    assert "少なくとも 131日" in shown


@pytest.mark.parametrize("near", [(), ("s2",)])
def test_no_silence_is_held_against_what_may_have_been_followed_up(scorer: Scorer, near: tuple[str, ...]) -> None:
    (statement,) = statements("4月8日、ゴンドラが落下し、お客様がお怪我をされました。お詫びいたします。")
    incident = Incident("s1", "s1", (Placed(statement, "s1"),), Grouping(GroupedBy.ALONE, ""), (), (), near)
    dossier = make_dossier(incident, scorer, date(2023, 8, 1))
    assert any(finding.code == "DOS11" for finding in dossier.findings) == (not near)


def test_a_time_that_is_corrected_gives_way_to_the_new_one(scorer: Scorer, tmp_path: Path) -> None:
    first = "4月8日5時20分頃、廊下でお客様が倒れているところを夜勤の職員が発見しました。"
    corrected = "前回の公表では4月8日の発見の時刻を5時20分頃としておりましたが、記録を確認した結果、最初に発見したのは同日5時05分頃でした。"
    dossier = trace_files(scorer, tmp_path, first, corrected)
    assert [event.at for event in dossier.events if event.event == EventKind.DETECTED] == ["2023-04-08T05:05"]
    assert {finding.code for finding in dossier.findings} & {"DOS04", "DOS15"} == {"DOS04"}
    (tmp_path / "silent").mkdir()
    silent = trace_files(scorer, tmp_path / "silent", first, "4月8日5時05分頃、廊下でお客様が倒れているところを夜勤の職員が発見しました。")
    assert {finding.code for finding in silent.findings} & {"DOS04", "DOS15"} == {"DOS15"}


# a sentence of the second announcement of an incident of 8 April, and the kinds of the steps that it tells
AROUND = [
    ("最初のお申し出は2月15日でした。", [EventKind.DETECTED]),
    ("最初のご相談は、2月15日でした。", [EventKind.DETECTED]),
    ("2月15日に店長が別の会員から相談を受けていましたが、本部に報告していませんでした。", [EventKind.DETECTED]),
    ("4月20日に判明したとお伝えしましたが、実際には4月12日に担当者が気付いておりました。", [EventKind.DETECTED, EventKind.DETECTED]),
    ("聞き取りの中で、4月8日より前にも、2月12日に一度、記録を消していたことが分かりました。", [EventKind.OCCURRED, EventKind.OTHER]),
    ("警察への通報は4月11日に行いました。", [EventKind.REPORTED]),
    ("公表が当初お約束した4月末から遅れましたことをお詫びいたします。", []),
    ("発疹が出たとのお申し出を4月17日までに24件いただきました。", [EventKind.OTHER]),
    ("記録の復元を試みましたが、控えがなく、復元できないことが4月27日に確定しました。", [EventKind.OTHER]),
    ("4月27日に記録の復元を終え、サービスが復旧しました。", [EventKind.CONTAINED]),
    ("控えが2月の時点で停止していたため、復元の作業が遅れました。", [EventKind.OTHER]),
]


@pytest.mark.parametrize(("wording", "kinds"), AROUND, ids=range(len(AROUND)))
def test_who_reported_it_and_what_only_seems_to_end_it(scorer: Scorer, wording: str, kinds: list[EventKind]) -> None:
    told = tell(scorer, "4月8日、会員の皆様の記録が失われました。", f"前回公表した件の状況をご報告します。\n{wording}")
    steps = [step.event.event for step in merge_events(told) if step.quoted.id == "s2" and step.text.strip() in wording]
    assert [kind for kind in steps if kind != EventKind.PUBLISHED or not kinds] == kinds


@pytest.mark.parametrize(
    ("wording", "stopped"),
    [
        ("当該の講師は4月9日付で一身上の都合により退職しております。", None),
        ("4月9日に契約を解除し、当該の社員を解雇しております。", None),
        ("4月9日に当該の講師を担当から外しました。", "2023-04-09"),
    ],
)
def test_that_somebody_left_stops_nothing(scorer: Scorer, wording: str, stopped: str | None) -> None:
    told = tell(scorer, f"4月8日、生徒からの申告で、講師による盗撮が判明しました。\n{wording}", "調査を続けております。")
    assert moments(told, [], merge_events(told))["contained"] == stopped


@pytest.mark.parametrize(
    ("wording", "occurred"),
    [
        ("また、3月26日(日)にも同じ階の浴室で男性の利用者様が転倒され、手首を骨折する事故が起きておりました。", "2023-04-08"),
        ("本年3月及び4月に当園で発生した2件の転倒事故につきまして、ご報告いたします。", "2023-04-08"),
        ("調べたところ、3月26日にも手すりの外れた廊下で利用者様が転倒していたことが判明いたしました。", "2023-03-26"),
    ],
)
def test_another_accident_does_not_begin_this_one(scorer: Scorer, wording: str, occurred: str) -> None:
    told = tell(scorer, "4月8日、2階の廊下で利用者様が転倒され、足を骨折する事故が発生しました。", wording)
    assert moments(told, [], merge_events(told))["occurred"] == occurred


def test_the_end_of_a_span_and_the_recovery_of_that_minute_are_one_step(scorer: Scorer) -> None:
    told = tell(scorer, "4月8日のサービスの停止は、15時38分に復旧いたしました。\n発生日時:2023年4月8日 9時12分~15時38分\n影響:412名様")
    assert [step.at for step in merge_events(told) if step.event.event == EventKind.CONTAINED] == ["2023-04-08T15:38"]


@pytest.mark.parametrize(
    ("told_first", "waited"),
    [
        ("4月9日に当社ホームページで公表いたしました件につきまして、", "P1D"),
        ("4月9日にお客様へお電話を差し上げました件につきまして、", "P2D"),
    ],
)
def test_a_publication_that_is_told_counts(scorer: Scorer, told_first: str, waited: str) -> None:
    text = f"{told_first}続報をお知らせします。\n4月8日、会員214名様の氏名が流出していることが判明いたしました。"
    told = tell(scorer, text)
    assert delays(moments(told, (), merge_events(told)))["detected_to_published"] == waited


_STOPPED = "4月8日、会員サイトへの不正アクセスにより会員の氏名が流出しました。直ちにカード決済を停止いたしました。"


@pytest.mark.parametrize(
    ("first", "later", "stopped"),
    [
        # What they stopped themselves ended the harm; when it is taken up again, or a recall is over, nothing ends.
        (_STOPPED, "会員サイトは、5月8日10時にサービスを再開いたしました。", None),
        ("4月8日、容器に破損が見つかりました。製品を自主回収いたします。", "自主回収は、5月8日をもって終了いたしました。", None),
        ("4月8日、預かった小鳥が逃げました。新規のお預かりをお休みします。", "お預かりは5月1日から再開しています。", None),
        ("4月8日9時05分、予約サイトが停止しました。", "予約サイトは、4月8日11時30分に復旧しました。", "2023-04-08T11:30"),
        # What was done first is no stop.
        ("4月8日9時05分、サーバーに異常を検知しました。4月9日、調査会社に調査を依頼しました。", "原因を調べております。", None),
        # Of two accounts of the end the last one holds, by the span under its key too.
        (
            "4月8日7時12分頃から発生しておりました障害は、11時46分に復旧いたしました。",
            "障害の概要\n発生日時 2023年4月8日 6時58分～12時31分",
            "2023-04-08T12:31",
        ),
    ],
)
def test_when_the_harm_was_stopped(scorer: Scorer, first: str, later: str, stopped: str | None) -> None:
    told = tell(scorer, first, later)
    assert moments(told, [], merge_events(told))["contained"] == stopped


def test_a_change_that_led_to_it_contradicts_no_time_of_it(scorer: Scorer) -> None:
    first = "■発生日時\n2023年4月8日22:05～4月9日1:40\n■対象\n会員214名の氏名が別の会員の画面に表示されました。"
    later = (
        "会員の氏名が別の会員の画面に表示されました。\n2. 原因\n4月8日21時に行った設定の変更に誤りがあり、試験をせずに公開したためです。"
    )
    assert list(find_contradictions(tell(scorer, first, later))) == []
