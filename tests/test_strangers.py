"""Which announcements are of one incident, and which of another."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from analyzer.dossier.gathering.grouping import group, strangers
from analyzer.rules.slots import GROUPING
from analyzer.statement import Statement

_CARDS = Statement(
    "4月24日、合宿参加者58名様の緊急連絡票を紛失しました。事務局のファイルが見当たりません。", "緊急連絡票の紛失", date(2022, 4, 26), "a"
)
_CARDS_AGAIN = Statement(
    "4月26日の第一報でお伝えした緊急連絡票の件です。正しくは62枚で、ファイルはバス会社の方が見つけてくださいました。",
    "緊急連絡票の紛失(最終報告)",
    date(2022, 5, 30),
    "b",
)
_WATER = Statement(
    "6月16日、榎津工場の排水処理設備から処理途中の排水が河川へ流れ込みました。", "工場排水の流出について", date(2022, 5, 1), "c"
)


_MEAL = Statement(
    "7月12日に当館の夕食をご利用になった一部のお客様が、体調不良を訴えられていることを確認いたしました。保健所の調査に協力しております。",
    "体調不良を訴えるお客様の発生について",
    date(2022, 7, 14),
    "d",
)
_MEAL_AGAIN = Statement(
    "当館の食堂で食中毒が発生いたしました。7月12日の夕食を召し上がった86名のうち34名のお客様が症状を訴えられました。保健所は食中毒と断定しました。",
    "食中毒の発生に関するお詫び",
    date(2022, 7, 17),
    "e",
)
_POOL = Statement(
    "設備点検のため、8月25日から8月27日まで屋外プールを休業いたします。ご宿泊のお客様にはご不便をおかけいたします。",
    "プールの臨時休業について",
    date(2022, 8, 20),
    "f",
)
_OUTAGE = Statement(
    "9月2日9時頃より、勤怠管理サービスにログインできない障害が発生しておりました。打刻の消失はございません。",
    "勤怠管理サービスの障害について",
    date(2022, 9, 2),
    "g",
)
_OUTAGE_CUT = Statement(
    "9月2日に発生した勤怠管理サービスの障害により、ご迷惑をおかけしました。9月分の料金の10%を減額いたします。",
    "9月2日の障害に係る料金の減額について",
    date(2022, 10, 1),
    "h",
)


@pytest.mark.parametrize(
    ("statements", "expected"),
    [
        ([_MEAL, _MEAL_AGAIN], [[0, 1]]),
        ([_MEAL, _MEAL_AGAIN, _POOL], [[0, 1], [2]]),
        ([_OUTAGE, _OUTAGE_CUT], [[0, 1]]),
        ([_MEAL, _MEAL_AGAIN, _POOL, _OUTAGE, _OUTAGE_CUT, _WATER, _CARDS], [[6], [5], [0, 1], [2], [3, 4]]),
        ([_MEAL, _WATER], [[1], [0]]),
        ([_OUTAGE, _POOL], [[1], [0]]),
    ],
    ids=["one", "one and another", "cut", "heap", "two", "two alike in style"],
)
def test_a_folder_of_one_incident_is_joined_as_in_a_heap(statements: Sequence[Statement], expected: list[list[int]]) -> None:
    assert [sorted(members) for members in group(statements)[0]] == expected


_PRESS = Statement(
    "本日発売の一部週刊誌に、当協会の強化担当に関する記事が掲載されました。暴力の事実は確認されておりません。",
    "一部週刊誌の報道について",
    date(2023, 4, 18),
    "i",
)
_INQUIRY = Statement(
    "4月18日付でお知らせした件について、当協会は強化担当への調査を行いました。暴言が確認され、5月8日付で自宅待機としました。調査チームの報告は7月に公表します。",
    "強化担当の不適切な言動に関する調査について",
    date(2023, 5, 9),
    "j",
)
_UNDER_WAY = Statement(
    "調査チームによる調査を継続しております。パワハラの訴えは9名に増えております。最終報告は9月末となる見込みです。",
    "代表選考でのパワハラ事案の調査の進捗について",
    date(2023, 6, 30),
    "k",
)
_REPORT = Statement(
    "本日、調査チームから最終報告を受領しました。パワハラの訴えは11名でした。4月18日の当協会の発表で「暴力の事実は確認されておりません」とした点は誤りでした。5月8日の自宅待機の後も、パワハラの訴えがありました。",
    "パワハラ事案に関する調査報告書の公表について",
    date(2023, 10, 10),
    "l",
)
_TODAY = Statement("本日、一部の窓口で手続きをご利用いただけない状況が発生しました。", "窓口のご利用について", date(2023, 8, 5), "m")
_THAT_DAY = Statement(
    "8月5日に発生したシステム障害につきまして、ご報告いたします。窓口と端末42台の手続きが停止しました。",
    "8月5日に発生したシステム障害について",
    date(2023, 8, 8),
    "n",
)
_ANOTHER_DAY = Statement(
    "7月2日に発生した誤配につきまして、ご報告いたします。教材42冊が別の校舎に届きました。",
    "7月2日に発生した誤配について",
    date(2023, 8, 8),
    "o",
)


def test_what_shares_several_facts_with_two_groups_joins_them() -> None:
    assert [sorted(members) for members in group([_PRESS, _INQUIRY, _UNDER_WAY, _REPORT])[0]] == [[0, 1, 2, 3]]
    assert len(group([_PRESS, _INQUIRY, _THAT_DAY, _OUTAGE_CUT])[0]) == 3


_DENIAL = Statement(
    "本日の新聞で、本校の部活動に関する報道がありました。本校としては、部員間の行き違いは承知しておりますが、暴力の事実は把握しておりません。\n"
    "学校法人汐ヶ丘学園 汐ヶ丘中学校",
    "本校に関する一部報道について",
    date(2023, 5, 12),
    "p",
)
_TAKEN_BACK = Statement(
    "学校法人汐ヶ丘学園\n第三者委員会の調査報告書を受け取りました。上級生4名が1年生を繰り返し殴っていました。{cited}\n"
    "再発防止のため、部活動の相談員を置きます。",
    "調査報告書の公表について",
    date(2024, 1, 19),
    "q",
)


@pytest.mark.parametrize(
    ("cited", "signed", "joined"),
    [
        ("2023年5月12日に学校が公表した文書は、事実に反するものでした。", True, True),
        ("令和5年5月12日付けの学校のお知らせは、確認をせずに出したものでした。", True, True),
        ("2023年5月12日に公表した「暴力の事実は把握していない」との説明は誤りでした。", False, True),
        # Another day, and the day alone without anything else of the earlier one.
        ("2023年6月30日に学校が公表した文書は、事実に反するものでした。", True, False),
        ("2023年5月12日に公表した文書は、事実に反するものでした。", False, False),
    ],
)
def test_the_day_of_an_earlier_publication_of_the_same_body_joins_it(cited: str, *, signed: bool, joined: bool) -> None:
    text = _TAKEN_BACK.text.format(cited=cited)
    later = replace(_TAKEN_BACK, text=text if signed else text.replace("学校法人汐ヶ丘学園\n", ""))
    assert (len(group([_DENIAL, later, _WATER])[0]) == 2) == joined


_TICKETS = "本日10時より販売を開始した8月5日の試合のチケットにつきまして、アクセス集中によりサイトがつながりにくい状況が発生しております。"
_APP = "本日8時50分頃から、アプリおよびインターネット取引がご利用いただけない状況が続いておりましたが、18時30分に復旧いたしました。"


@pytest.mark.parametrize(
    ("title", "text", "joined"),
    [
        ("アプリの障害に関するお詫び(7月14日21時現在)", f"{_APP}アクセスの集中が原因とみられます。", False),
        ("アプリの障害に関するお知らせ(14日 18時現在)", f"{_APP}現在は通常どおりアクセスいただけます。", False),
        ("窓口端末の停止について(7月14日正午現在)", "本日、窓口の端末が停止しました。アクセス権の設定を調べております。", False),
        ("チケット販売サイトのアクセス集中について(続報)", f"{_TICKETS}販売は20時に再開いたします。", True),
        ("試合のチケットについて(7月9日15時現在)", "8月5日の試合のチケット販売サイトは、アクセス集中のため停止しております。", True),
    ],
)
def test_a_common_word_joins_no_two_bodies(title: str, text: str, *, joined: bool) -> None:
    first = Statement(_TICKETS, "チケット販売サイトのアクセス集中について", date(2022, 7, 8), "r")
    later = Statement(text, title, date(2022, 7, 14), "s")
    assert (len(group([first, later, _WATER, _CARDS])[0]) == 3) == joined


def test_a_later_telling_of_the_day_an_announcement_came_out_on_joins_it() -> None:
    (members,), (link,) = group([_TODAY, _THAT_DAY])
    assert sorted(members) == [0, 1] and ("date", "2023-08-05") in link.shared
    assert len(group([_TODAY, _ANOTHER_DAY])[0]) == 2


def test_the_reason_of_a_link_is_no_form_of_address() -> None:
    text = "令和6年度決算の計上に誤りがありました。お客様、皆様にご心配をおかけしました。"
    _, links = group(
        [Statement(text, "計上の誤り", date(2023, 4, 1), "p"), Statement(f"前回お知らせした{text}", "続報", date(2023, 5, 1), "q")]
    )
    words = [fact for link in links for kind, fact in link.shared if kind == "wording"]
    assert words and not any(word in ("客様", "皆様", "年度決算") for word in words)


def test_grouping_by_shared_facts() -> None:
    groups, links = group([_CARDS_AGAIN, _WATER, _CARDS])
    assert [sorted(members) for members in groups] == [[0, 2], [1]]
    (link,) = links
    assert ("cited", "2022-04-26") in link.shared


FOLLOW_UPS = [
    ("その後の調べで分かったことをお伝えします。9月30日の公表に関し、対象を改めます。", True),
    ("昨秋よりご案内してまいりましたご返金は、おおむね完了いたしました。", True),
    ("5月26日に速報としてお知らせした件です。", True),
    ("先にお便りいたしました件につき、その後のことを申し上げます。", True),
    ("6月3日に発生した断水につきまして、ご報告します。", True),
    ("3日に起きた通信障害について、調査の結果をお伝えします。", True),
    ("4月1日に発生した流出について、経緯は以下のとおりです。", True),
    ("機器の障害につきましては、窓口までお問い合わせください。", False),
    ("昨日、停電が発生しました。", False),
    ("当初お伝えした停電は、局舎では起きておりませんでした。", True),
    ("名簿を誤って送信しました。その後の状況は9月末にご報告申し上げます。", False),
    ("標記の試合において、得点板が止まりました。", False),
    ("当クラブではかねてより周知してきたところですが、名簿を誤って送信しました。", False),
]


@pytest.mark.parametrize(("text", "expected"), FOLLOW_UPS, ids=[text[:12] for text, _ in FOLLOW_UPS])
def test_what_takes_up_an_earlier_announcement(text: str, expected: bool) -> None:
    assert GROUPING.says("takes_up", text) == expected


def test_the_same_topic_elsewhere_is_another_incident() -> None:
    school = Statement(
        "9月25日、バレーボール部の顧問が生徒を平手打ちする体罰がありました。本校の責任です。", "体罰について", date(2022, 10, 3), "d"
    )
    club = Statement(
        "10月8日、バレーボール教室のコーチによる体罰が判明しました。当クラブの責任です。", "体罰について", date(2022, 10, 20), "e"
    )
    assert len(group([school, club, _CARDS, _CARDS_AGAIN, _WATER])[0]) == 4


def test_what_happened_later_is_another_incident() -> None:
    later = replace(_CARDS, text=_CARDS.text.replace("4月", "9月"), published=date(2022, 9, 30), id="f")
    assert len(group([_CARDS, later])[0]) == 2


def test_another_organisation_is_another_incident() -> None:
    mine = replace(_CARDS, text=_CARDS.text + "\n若葉坂ランニングクラブ")
    theirs = replace(_CARDS_AGAIN, text=_CARDS_AGAIN.text + "\n青葉坂ランニングクラブ")
    assert len(group([mine, theirs])[0]) == 2


def test_a_stranger_among_announcements() -> None:
    assert strangers([_CARDS, _CARDS_AGAIN]) == ()
    assert strangers([_CARDS, _WATER, _CARDS_AGAIN]) == (1,)
