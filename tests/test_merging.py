"""One course of events out of several announcements: merged, contradicted, timed."""

from datetime import date, timedelta

import pytest

from analyzer.dossier.course.merging import find_contradictions, merge_events
from analyzer.dossier.course.moments import delays, moments
from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.gathering.dating import Placed
from analyzer.dossier.gathering.sources import Incident
from analyzer.dossier.promises.keeping import follow_promises
from analyzer.dossier.report import Grouping
from analyzer.durations import between
from analyzer.judging.model import Detail
from analyzer.schema import DriftKind, EventKind, GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement
from tests.dossiers import FIRST_DAY, tell


def test_an_event_told_twice_is_one_with_two_sources(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "4月8日10時、会員213名様の氏名を誤って送信しました。",
        "4月8日10時、会員213名様の氏名を誤って送信しました。4月8日12時に、会員の方からのお電話で判明しました。",
    )
    occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED]
    assert [(step.at, [source.id for source in step.sources]) for step in occurred] == [("2023-04-08T10:00", ["s1", "s2"])]
    assert delays(moments(told, (), merge_events(told)))["occurred_to_detected"] == "PT2H"
    assert list(find_contradictions(told)) == []


def test_a_time_told_differently_is_a_contradiction(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "4月8日12時、会員の方からのお電話で誤送信が判明しました。",
        "4月8日9時30分、会員の方からのお電話で誤送信が判明しました。",
    )
    (found,) = find_contradictions(told)
    assert (found.kind, found.before.at, found.after.at) == (EventKind.DETECTED, "2023-04-08T12:00", "2023-04-08T09:30")


KNOWN_EARLIER = [
    ("2022年6月、保護者から副園長に対し同じ内容の訴えがありましたが、園長に報告されませんでした。", "2022-06"),
    ("2022年12月3日、職員から内部通報窓口に通報がありましたが、十分な調査を行いませんでした。", "2022-12-03"),
    ("2022年10月に利用者の方から当園へ相談が寄せられておりましたが、対応しておりませんでした。", "2022-10"),
    ("2022年6月、保護者の皆様への説明会で暴力の防止をお話ししておりました。", None),
    ("2022年12月3日、職員は通報窓口についての研修に出ておりました。", None),
]


@pytest.mark.parametrize(("later", "known"), KNOWN_EARLIER, ids=[later[:12] for later, _ in KNOWN_EARLIER])
def test_what_was_reported_before_was_known(scorer: Scorer, later: str, known: str | None) -> None:
    """A report from within or by those harmed is when it could be known, if only its month is told."""
    told = tell(scorer, "4月9日、報道により職員の暴力を把握しました。", f"1 経緯\n{later}")
    assert [found.after.at for found in find_contradictions(told) if found.kind == EventKind.DETECTED] == ([known] if known else [])
    assert moments(told, [], merge_events(told))["detected"] == (known or "2023-04-09")


def test_what_took_long_to_stop_is_said_by_the_sentence_that_tells_it(scorer: Scorer) -> None:
    """A stop on the next day is no delay, a step that only may have stopped it is no proof, and an end is quoted where it is told."""

    def slow(*texts: str) -> list[str]:
        told = [
            Placed(Statement(text, "お知らせ", FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
            for at, text in enumerate(texts)
        ]
        dossier = make_dossier(Incident("s1", "s1", tuple(told), Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 6, 1))
        return [finding.message for finding in dossier.findings if finding.code == "DOS13"]

    assert slow("4月3日、名簿が公開されていることが判明しました。4月4日に公開を停止しました。") == []
    (long,) = slow("4月3日、名簿が公開されていることが判明しました。4月9日に公開を停止しました。")
    assert "公開を停止しました" in long
    assert slow("4月3日の昼食を召し上がった方が体調不良を訴えられました。4月9日に保健所へ連絡しました。") == []
    (clocked,) = slow("4月3日の障害\n・9時05分から11時25分までの入力のうち、320件が記録されていません。\n・11時25分 全サービス復旧")
    assert "全サービス復旧" in clocked


def test_a_meeting_after_the_announcement_is_no_first_word_to_those_harmed(scorer: Scorer) -> None:
    told = tell(scorer, "4月9日、園児が転落する事故が発生しました。", "保護者説明会は4月20日に開催し、61世帯にご出席いただきました。")
    assert moments(told, [], merge_events(told))["notified"] is None
    told = tell(scorer, "4月9日、園児が転落する事故が発生しました。", "4月20日、対象のご家庭に電話でご説明し、お詫びしました。")
    assert moments(told, [], merge_events(told))["notified"] == "2023-04-20"


# times of one event in two announcements, whether they are told as one step
ABOUT = [
    ("午前10時45分頃", "午前10時38分頃", False),
    ("午前10時45分頃", "午前10時38分", False),
    ("午前10時40分頃", "午前10時33分", True),
    ("午前11時頃", "午前10時38分", True),
    ("午前10時半頃", "午前10時48分", True),
    ("午前10時38分", "午前10時38分頃", True),
]


@pytest.mark.parametrize(("one", "other", "same"), ABOUT)
def test_a_time_corrected_in_silence_is_not_merged(scorer: Scorer, one: str, other: str, same: bool) -> None:
    told = tell(scorer, *(f"4月8日{time}、会員213名様の氏名を誤って送信しました。" for time in (one, other)))
    occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED]
    assert (len(occurred) == 1, not list(find_contradictions(told))) == (same, same)


def test_a_further_finding_is_no_other_time_of_the_discovery(scorer: Scorer) -> None:
    first = "4月8日6時20分、お客様からのお電話でガスが止まっていることが判明しました。"
    told = tell(scorer, first, "4月8日14時、当社の管に直径1センチの穴が開いていることを確認しました。")
    assert list(find_contradictions(told)) == []
    told = tell(scorer, first, "4月8日9時、お客様からのお電話でガスが止まっていることが判明しました。")
    assert [found.kind for found in find_contradictions(told)] == [EventKind.DETECTED]


# sentence, the steps told on the day it names
NO_STEPS = [
    ("4月29日にご報告の予定でしたが、確認に時間を要しております。", []),
    ("次回の報告は、本日18時を予定しています。", []),
    ("5月8日までに640名のうち598名に発送いたしました。", [EventKind.OTHER]),
    ("昨年4月以降に実施した健診全7回の記録を点検したところ、新たな誤りが判明しました。", []),
    ("4月29日に対象の皆様へお詫びの文書を送付しました。", [EventKind.NOTIFIED]),
    ("昨年4月以降、誤った金額を請求していました。", [EventKind.OCCURRED]),
]


@pytest.mark.parametrize(("wording", "kinds"), NO_STEPS, ids=range(len(NO_STEPS)))
def test_what_was_planned_or_looked_through_is_no_step(scorer: Scorer, wording: str, kinds: list[EventKind]) -> None:
    told = tell(scorer, "4月8日、会員640名様に誤った証明書を送付しました。", f"前回公表した件の状況をご報告します。\n{wording}")
    steps = [step.event.event for step in merge_events(told) if step.quoted.id == "s2" and step.text.strip() in wording]
    assert steps == kinds


# sentence of the second announcement (of 10 May 2023), the kinds of the steps it tells of days before it
STEPS = [
    ("個人情報保護委員会には4月21日に報告しております。", [EventKind.REPORTED]),
    ("市の教育委員会へは4月10日に報告いたしました。", [EventKind.REPORTED]),
    ("4月12日に警察へ届け出るとともに、総務省に報告しました。", [EventKind.REPORTED]),
    ("4月10日にご報告した件の状況は、次のとおりです。", [EventKind.PUBLISHED]),
    ("4月28日にお知らせするとしておりましたが、ご案内が遅れました。", []),
    ("4月30日までに返金するとご案内しておりましたところ、作業が遅れております。", []),
    ("4月28日に対象の皆様へお詫びの文書を送付いたしました。", [EventKind.NOTIFIED]),
    ("4月に設置した第三者委員会の調査につきましては、聞き取りを続けております。", [EventKind.OTHER]),
    ("名簿が外部に持ち出された可能性があることを4月19日に確認いたしました。", [EventKind.DETECTED]),
    ("名簿が第三者のサイトに掲載されていることを、4月22日に把握しております。", [EventKind.DETECTED]),
]


@pytest.mark.parametrize(("wording", "kinds"), STEPS, ids=range(len(STEPS)))
def test_a_later_step_is_what_the_words_around_its_day_say(scorer: Scorer, wording: str, kinds: list[EventKind]) -> None:
    told = tell(scorer, "4月8日、会員640名様の名簿を紛失したことが判明しました。", f"前回公表した件の状況をご報告します。\n{wording}")
    assert [step.event.event for step in merge_events(told) if step.quoted.id == "s2" and step.text.strip() in wording] == kinds


@pytest.mark.parametrize(
    ("wording", "stops"),
    [
        ("4月9日から当面の間、新規の外来診療および救急の受け入れを休止いたします。", False),
        ("4月9日より、予定しておりました手術を延期しております。", False),
        ("4月9日に、電子カルテのサーバーをネットワークから遮断しました。", True),
    ],
)
def test_what_is_cut_back_because_of_the_harm_stops_none(scorer: Scorer, wording: str, *, stops: bool) -> None:
    told = tell(scorer, f"4月8日、電子カルテのシステムに障害が発生しました。\n{wording}", "復旧の作業を続けております。")
    assert any(step.event.event == EventKind.CONTAINED for step in merge_events(told)) == stops


@pytest.mark.parametrize(
    ("wording", "known"),
    [
        ("2022年5月20日、当該生徒は担任に相談したが、担任は学年主任に伝えなかった。", "2022-05-20"),
        ("2022年9月に内部通報があったが、当時の部長は取り上げなかった。", "2022-09"),
        ("2022年10月3日、保護者が教頭に被害を訴えましたが、調査は行われませんでした。", "2022-10-03"),
        ("2022年5月20日に、生徒の全員へ相談の窓口を案内した。", None),
        ("2022年9月に内部通報の窓口を設けました。", None),
    ],
)
def test_those_harmed_and_whistle_blowers_made_it_known(scorer: Scorer, wording: str, known: str | None) -> None:
    told = tell(scorer, "4月9日、報道により生徒への暴力を把握しました。", f"1 経緯\n{wording}")
    assert moments(told, [], merge_events(told))["detected"] == (known or "2023-04-09")


_OUT = "4月8日8時50分頃から、予約サイトがご利用いただけない状況が続いておりましたが、18時30分に復旧いたしました。"


def test_both_ends_of_a_clocked_span_are_held_against_what_was_told(scorer: Scorer) -> None:
    told = tell(scorer, _OUT, "4月8日に発生した障害の最終報告です。\n1.概要\n発生日時:2023年4月8日8時32分~19時45分")
    found = [(each.kind, str(each.before.at)[11:], str(each.after.at)[11:]) for each in find_contradictions(told)]
    assert found == [(EventKind.OCCURRED, "08:50", "08:32"), (EventKind.CONTAINED, "18:30", "19:45")]
    told = tell(scorer, _OUT, "4月8日に発生した障害の最終報告です。\n1.概要\n発生日時:2023年4月8日8時50分~18時30分\n受付時間:9時~21時")
    assert list(find_contradictions(told)) == []


def test_the_end_of_a_part_is_not_the_end(scorer: Scorer) -> None:
    part = "また、12時頃から15時頃まで、一部のATMでもお取引ができない状況となりました。"
    cause = "2.直接の原因\n4月7日23時のシステム更新で、接続数の上限値を誤って10分の1に設定したこと。"
    told = tell(scorer, f"{_OUT}{part}", cause)
    assert {name: moments(told, [], merge_events(told))[name] for name in ("occurred", "contained")} == {
        "occurred": "2023-04-08T08:50",
        "contained": "2023-04-08T18:30",
    }
    told = tell(scorer, f"4月8日、予約サイトに障害が発生しました。{part}", "状況をお知らせします。")
    assert moments(told, [], merge_events(told))["contained"] == "2023-04-08T15:00"


@pytest.mark.parametrize(
    ("first", "later", "codes"),
    [
        (
            "4月9日、報道により不正を把握しました。",
            "2021年8月に内部通報があったが、当時の部長は取り上げなかった。",
            {"DOS18": "少なくとも 587"},
        ),
        ("4月9日、報道により不正を把握しました。", "調査を続けております。", {}),
        (
            "3月3日、会員213名様の名簿の紛失が判明しました。",
            "対象の皆様へのお詫びの文書は5月1日に発送しました。",
            {"DOS18": " 38 ", "DOS25": " 59 "},
        ),
        ("4月3日、会員213名様の名簿の紛失が判明しました。", "対象の皆様へのお詫びの文書は4月12日に発送しました。", {}),
    ],
)
def test_who_was_told_late_is_said_with_the_days(scorer: Scorer, first: str, later: str, codes: dict[str, str]) -> None:
    placed = tuple(
        Placed(Statement(text, "お知らせ", FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
        for at, text in enumerate((first, later))
    )
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 6, 1))
    told = {finding.code: finding.message for finding in dossier.findings if finding.code in ("DOS18", "DOS25")}
    assert told.keys() == codes.keys() and all(days in told[code] for code, days in codes.items())


# earlier announcement (of 10 April 2023), the one 30 days later, moments told
MOMENTS = [
    (
        "4月3日に名簿を誤って公開しました。4月5日に職員が気づき、4月6日に名簿を各部屋から引き上げました。",
        "調べたところ、2月1日と3月4日にも名簿が公開されておりました。最も早いものは昨年12月の公開でした。",
        {"occurred": "2022-12", "detected": "2023-04-05", "contained": "2023-04-06"},
    ),
    (
        "4月3日、名簿を誤って公開しました。4月5日に職員が気づきました。9名の方には同じ日のうちに電話でお詫びしました。",
        "対象の方への連絡を続けております。",
        {"notified": "2023-04-05"},
    ),
    (
        "4月3日、名簿を誤って公開しました。4月5日に職員が気づきました。警察には同じ日のうちに電話で連絡しました。",
        "対象の方への連絡を続けております。",
        {"notified": None},
    ),
    (
        "4月8日15時10分、会員164名様へのメールを、宛先が見える状態で送信いたしました。同日16時、受信された方のご指摘で判明しました。",
        "お問い合わせを受けて確認したところ、同様のメールを3月14日にも送信していたことが判明いたしました。",
        {"occurred": "2023-03-14", "detected": "2023-04-08T16:00"},
    ),
    (
        "4月8日、会員37名様の通知を誤って別の方に送付しました。4月9日までに全員のお宅を訪問し、謝罪のうえ通知を回収しました。",
        "4月の件につきまして、続報をお知らせします。",
        {"occurred": "2023-04-08", "contained": "2023-04-09"},
    ),
    (
        "4月8日(土)15時頃、会員の皆様の名簿を誤って公開していることが、会員の方からのお電話で分かりました。",
        "名簿の公開は3月12日から続いていました。払い戻しは、210名の方への送金をもって5月2日に完了しました。",
        {"occurred": "2023-03-12", "detected": "2023-04-08T15:00", "contained": None},
    ),
    (
        "4月8日、事務局長の流用が判明しました。",
        "事務局長は4月20日付で退任しました。5月1日に全額を返金しました。",
        {"contained": None},
    ),
    (
        "4月8日、測定をせずに記録していたことが判明しました。",
        "記録を2019年4月まで遡って点検しました。",
        {"occurred": None},
    ),
    (
        "4月8日15時20分頃、患者様に投与する薬剤を取り違えました。15時30分に看護師が気づき、直ちに投与を中止しました。",
        "4月の件でお申し出のあった患者様には、院長がお詫びしました。",
        {"detected": "2023-04-08T15:30", "contained": "2023-04-08T15:30", "notified": None},
    ),
    (
        "4月8日、会員87名様のメールアドレスが互いに見える状態で送信しました。4月8日15時、受信された方がお電話で教えてくださり、"
        "その日の夕方、全員に削除をお願いするメールを出しました。",
        "4月の件につきまして、続報をお知らせします。",
        {"detected": "2023-04-08T15:00", "contained": "2023-04-08", "notified": "2023-04-08"},
    ),
    (
        "4月8日、市北部の配水管が破損し、断水が発生しました。復旧は、4月9日の夕方を見込んでいます。",
        "断水は、4月10日午前11時15分に全域で解消しました。",
        {"contained": "2023-04-10T11:15"},
    ),
    (
        "4月5日22時、不審な通信を検知しました。\n\n【対象の情報】\n"
        "昨年10月1日から4月5日までに当社ウェブサイトから旅行をご予約いただいたお客様4,800名の氏名",
        "侵入は2月19日から始まっていました。",
        {"occurred": "2023-02-19", "detected": "2023-04-05T22:00"},
    ),
    (
        "4月3日の検定で採点を誤りました。4月5日に職員が気づきました。",
        "3月12日実施の検定でも6名の方の誤りが見つかり、個別にご連絡しました。",
        {"notified": None},
    ),
    # Days in brackets behind a count of cases are those of the cases, and what named a case by its day published nothing.
    (
        "4月8日、書類を別の方に誤って送りました。4月10日11時にその方からのお電話で判明しました。",
        "過去の記録を点検したところ、新たに誤送付2件(3月7日、3月24日)を確認しました。",
        {"occurred": "2023-03-07", "detected": "2023-04-10T11:00"},
    ),
    (
        "4月8日8時10分ごろ、踏切の遮断機が下りませんでした。",
        "4月8日の事案について調査の結果を公表します。\n8時10分 遮断機が下りず\n8時22分 列車を停止\n原因は配線の誤りでした。",
        {"occurred": "2023-04-08T08:10", "published": "2023-04-10"},
    ),
    # Nobody is told before it was known, and a wrong notice taken down stopped no harm.
    (
        "4月8日の演奏会で順位を誤って読み上げました。該当のお二人には4月9日にお電話でお詫びしました。",
        "採点の開示を求められ、4月21日に点検したところ、集計の式の誤りと判明しました。",
        {"detected": None, "notified": "2023-04-09"},
    ),
    (
        "4月8日、受講者1名がはしごから落ちました。軽傷です。",
        "受講者1名は腰の骨を折っておりました。4月10日の当社のSNSの投稿は軽傷としており、事実と異なるため4月14日に削除しました。",
        {"contained": None},
    ),
]


@pytest.mark.parametrize(("earlier", "later", "expected"), MOMENTS, ids=range(len(MOMENTS)))
def test_moments(scorer: Scorer, earlier: str, later: str, expected: dict[str, str | None]) -> None:
    announcements = tell(scorer, earlier, later)
    kept = follow_promises(announcements, date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    told = moments(announcements, kept, merge_events(announcements))
    assert {name: told[name] for name in expected} == expected


DURATIONS = [
    ("2017-12-26T13:00", "2017-12-26T17:00", "PT4H"),
    ("2017-12-26T13:00", "2017-12-26T13:00", "PT0M"),
    ("2017-12-26T23:50", "2017-12-28T00:05", "P1DT15M"),
    ("2017-12-26T13:00", "2017-12-28", "P2D"),
    ("2017-12-26", "2017-12-25", None),
    ("2017-12-26T13:00", "2017-12-26T12:00", None),
    ("2017-12", "2017-12-26", None),
    (None, "2017-12-26", None),
]


@pytest.mark.parametrize(("start", "end", "expected"), DURATIONS)
def test_durations(start: str | None, end: str | None, expected: str | None) -> None:
    assert between(start, end) == expected


@pytest.mark.parametrize(
    ("later", "owned"),
    [
        ("体調不良を訴える会員は19名に増えております。", True),
        ("体調不良を訴える会員は19名へ増加しました。", True),
        ("体調不良を訴える会員は19名まで広がっております。", True),
        ("体調不良を訴える会員は19名です。", False),
        ("体調不良を訴える会員は19名となっております。", False),
        ("体調不良を訴える会員は19名で、職員を6名に増員しました。", False),
    ],
)
def test_that_a_count_grew_is_said_openly(scorer: Scorer, later: str, owned: bool) -> None:
    turns = [turn for course in find_drift(tell(scorer, "体調不良を訴える会員は4名です。", later)) for turn in course.turns]
    assert [turn.acknowledged for turn in turns if turn.what == DriftKind.PERSONS] == [owned]


@pytest.mark.parametrize(
    ("denial", "owned"),
    [
        ("当日の記録を調べたところ、落雷は原因ではありませんでした。", True),
        ("停止は落雷によるものではありませんでした。", True),
        ("落雷が原因ではなかったことを確認しました。", True),
        ("落雷の多い季節が続いております。", False),
        ("利用者の操作は原因ではありませんでした。", False),
        ("落雷への備えは、今回の原因ではないかとのお尋ねがありました。", False),
    ],
)
def test_the_former_cause_denied_is_a_correction_and_the_new_one_is_shown(scorer: Scorer, denial: str, owned: bool) -> None:
    first = "4月8日、配水ポンプが停止しました。\n原因は、落雷により電源装置が作動したものと考えております。"
    later = f"{denial}\n原因は、油圧弁の継ぎ手が摩耗して油が漏れ、軸が急に固まったことです。"
    turns = [turn for course in find_drift(tell(scorer, first, later)) for turn in course.turns if turn.what == DriftKind.CAUSE]
    assert turns and all(turn.acknowledged == owned for turn in turns)
    assert not owned or all("油圧弁" in turn.after.value for turn in turns)


def test_a_round_number_is_shown_as_one(scorer: Scorer) -> None:
    turns = [
        turn
        for course in find_drift(tell(scorer, "対象の会員は約1,200名です。", "対象の会員は3,212名でした。"))
        for turn in course.turns
        if turn.what == DriftKind.PERSONS
    ]
    assert [(turn.before.value, turn.after.value) for turn in turns] == [("約1,200名", "3,212名")]


_KNOWN = "4月8日、名簿の所在が分からないことが判明しました。対象の会員は213名です。"


@pytest.mark.parametrize(
    ("later", "owned"),
    [
        ("前回の公表では4月8日に判明したとお知らせしましたが、誤りでした。4月3日、名簿の紛失が判明しておりました。", True),
        ("名簿の紛失を把握したのは4月3日でした。4月8日に把握したとのご説明は、事実と異なります。", True),
        ("4月3日、名簿の紛失が判明しました。4月8日に判明したとお伝えしましたが、これは誤りでした。", True),
        # A report that was passed over is when it could be known; no reader need ask which day is right.
        ("2022年10月に利用者の方から紛失のご指摘を受けていたにもかかわらず、当会は確認をしておりませんでした。", True),
        ("2022年10月、職員から内部通報窓口に通報がありましたが、十分な調査を行いませんでした。", True),
        ("4月3日、利用者の方からご連絡を受け、名簿の紛失が判明しました。", False),
        ("4月3日、名簿の紛失が判明しました。", False),
        ("4月3日、名簿の紛失が判明しました。前回213名とお伝えしましたが、正しくは231名でした。", False),
    ],
)
def test_another_day_of_discovery_told_openly_is_no_open_question(scorer: Scorer, later: str, owned: bool) -> None:
    statements = [Statement(_KNOWN, "お知らせ", FIRST_DAY, "s1"), Statement(later, "続報", FIRST_DAY + timedelta(days=30), "s2")]
    incident = Incident("i", "i", tuple(Placed(each, each.id or "") for each in statements), Grouping(GroupedBy.CHOSEN, ""), (), ())
    findings = [each for each in make_dossier(incident, scorer, date(2023, 5, 30)).findings if "判明" in each.message]
    assert {each.code for each in findings if each.code in ("DOS04", "DOS15")} == {"DOS04" if owned else "DOS15"}


@pytest.mark.parametrize(
    ("later", "days"),
    [
        ("前回の公表では4月8日に判明したとお知らせしましたが、紛失を把握したのは4月3日でした。", []),
        ("把握したのは4月8日とご説明してまいりましたが、これは事実と異なります。", []),
        ("4月8日に発覚したと発表いたしましたが、訂正いたします。", []),
        ("4月9日に本件を公表いたしました。", ["2023-04-09"]),
        ("4月9日、ホームページでお詫びを公表しました。紛失は4月3日に判明しました。", ["2023-04-09"]),
        ("4月9日の公表で「紛失は前日に判明した」とお知らせしましたが、これは誤りでした。", ["2023-04-09"]),
    ],
)
def test_a_day_they_said_to_have_known_on_is_no_publication(scorer: Scorer, later: str, days: list[str]) -> None:
    steps = merge_events(tell(scorer, _KNOWN, later))
    assert [str(step.at) for step in steps if step.event.event == EventKind.PUBLISHED] == days


def test_a_day_that_was_missed_is_no_step(scorer: Scorer) -> None:
    late = "報告がお約束した4月末から遅れましたことをお詫びします。4月20日に名簿を回収しました。"
    assert [step.at for step in merge_events(tell(scorer, _KNOWN, late)) if (step.at or "") > "2023-04-10"] == ["2023-04-20"]
