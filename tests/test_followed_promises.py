"""What becomes of the promises of an earlier announcement in the later ones."""

from collections.abc import Sequence
from datetime import date

import pytest

from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.gathering.dating import Placed
from analyzer.dossier.gathering.sources import Incident
from analyzer.dossier.promises.keeping import days_named, follow_promises
from analyzer.dossier.report import Grouping
from analyzer.judging.model import Detail
from analyzer.schema import DriftKind, GroupedBy, PromiseAim, PromiseOutcome
from analyzer.scoring import Scorer
from tests.dossiers import AS_OF, HURT, follow, tell, trace_told

# promise, later announcement, outcome on 1 August 2023
PROMISES = [
    (
        "4月末までに、全踏切126か所の緊急点検を実施します。",
        "全踏切126か所のうち98か所の緊急点検を終えました。",
        "overdue",
    ),
    (
        "電気課の要員を6月末までに26名に増員します。",
        "電気課の要員は21名となりました。",
        "overdue",
    ),
    (
        "6月末までに、表示を自動で照合するシステムを導入いたします。",
        "表示の照合は、従来の2名を3名に増やす体制としています。",
        "overdue",
    ),
    (
        "5月末までに、外部接続の多要素認証を導入いたします。",
        "外部接続の多要素認証は、機器の調達が遅れておりましたが、6月15日に導入を完了いたしました。",
        "done",
    ),
    ("6月末までに全職員へ情報管理の研修を実施します。", "全職員への情報管理の研修は6月20日に終えました。", "done"),
    ("6月末までに全店へ施錠棚を増設します。", "各店には鍵のかかる施錠棚を設けました。", "done"),
    ("6月末までに全職員へ情報管理の研修を実施します。", "対象の方への連絡を続けております。", "overdue"),
    ("宛先の入力画面に、送信前の警告を表示する仕組みを導入します。", "対象の方への連絡を続けております。", "dropped"),
    ("年内に調査報告書を公開します。", "調査報告書の公開は、行わないことといたしました。", "replaced"),
    (
        "年内に調査報告書を公開します。",
        "調査報告書につきましては、内容を精査しており、まとまり次第公開します。",
        "repeated",
    ),
    ("5月10日に保護者説明会を開きます。", "説明会には48名が参加され、いただいた質問への回答を配りました。", "done"),
    ("6月末までに全職員が情報管理の研修を修了いたします。", "研修は一部が8月にずれ込んでおります。", "overdue"),
    (
        "今後は、教員2名が全問を解いて点検します。",
        "点検は外部の機関に委託し、教員2名による点検は行いません。",
        "replaced",
    ),
    ("再発防止に努めてまいります。", "今後はより一層、管理の徹底に努めてまいります。", "repeated"),
    (
        "6月末までに調査の結果を公表いたします。",
        "調査にあたる弁護士は4月20日に決まりました。報告書の取りまとめには、なお時間を要しております。",
        "overdue",
    ),
    (
        "全教職員を対象とした情報管理の研修を5月中に実施します。",
        "研修は5月24日、外部講師を招いて行いました(教職員58名参加)。",
        "done",
    ),
    (
        "6月末までに、外部の弁護士を委員とする点検の仕組みを導入します。",
        "外部の弁護士を委員とする点検は、委員の人選が整わず、職員による見回りで対応しています。",
        "replaced",
    ),
    (
        "再発防止に努めてまいります。",
        "【再発防止策】\nメールの一斉送信を廃止し、送信前に2名で宛先を確認します。",
        "replaced",
    ),
    ("現金による会費の集金を6月末で廃止します。", "会費の集金は、ご要望が多く引き続き承っております。", "replaced"),
    ("宛先の照合を2名で行います。", "2名での照合に代え、送信前に宛先を表示する仕組みを導入しました。", "replaced"),
    ("会員向けの販売は当面休止します。", "対象の方への連絡を続けております。", "done"),
    ("6月からは紙の名簿を会場へ持ち出しません。", "6月3日の行事からは、会場へ紙の名簿を持ち出しておりません。", "done"),
    (
        "納品書は購入履歴のページでご覧いただけるようにします。",
        "購入履歴のページは支度に手間取っており、6月末の公開を見込んでおります。",
        "overdue",
    ),
    (
        "納品書は購入履歴のページでご覧いただけるようにします。",
        "購入履歴のページは支度に手間取っており、9月末の公開を見込んでおります。",
        "repeated",
    ),
    (
        "5月には全役員で名簿の扱いの研修を受けます。",
        "5月3日には弁護士を招き、役員31名が名簿の決まりを一日学びました。",
        "done",
    ),
    ("5月には全役員で名簿の扱いの研修を受けます。", "5月3日には、新たに3名の方から連絡をいただきました。", "overdue"),
    ("送信前の警告を表示する仕組みを導入します。", "送信前の警告の導入は、費用が折り合わず断念しました。", "replaced"),
    # What the later sentence is about is named first.
    ("受付に防犯カメラを3台置きます。", "カメラは6月2日から動いております。", "done"),
    ("受付に防犯カメラを3台置きます。", "対象の方への連絡は5月2日に終えました。", "dropped"),
    (
        "投与の前に看護師2名で薬剤名を読み上げます。",
        "読み上げは手間がかかるため、バーコードでの照合に改めました。",
        "replaced",
    ),
    ("相談員を1名置きます。", "相談員には臨床心理士の方が就き、週2日お越しいただいています。", "done"),
    (
        "有識者による検証委員会を4月中に立ち上げます。",
        "検証委員会は、委員のなり手が見つからず、発足していません。",
        "overdue",
    ),
]
BEFORE_THEN = [
    ("6月末までに全職員へ情報管理の研修を実施します。", "対象の方への連絡を続けております。", date(2023, 6, 1), "open"),
    (
        "職員への情報管理の研修を4月末までに実施いたします。",
        "情報管理の研修は講師の日程が合わず、年内の開催に向け調整しています。",
        date(2023, 5, 30),
        "repeated",
    ),
]


@pytest.mark.parametrize(
    ("promise", "later", "as_of", "outcome"), [*((made, later, AS_OF, outcome) for made, later, outcome in PROMISES), *BEFORE_THEN]
)
def test_promises(scorer: Scorer, promise: str, later: str, as_of: date, outcome: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n{promise}"
    assert [each.outcome for each in follow(scorer, tell(scorer, first, later), as_of)] == [PromiseOutcome(outcome)]


# promises of one announcement, later announcement, what becomes of the last one, and the later unit that tells it
OF_ANOTHER = [
    # What is planned for another day is not done.
    (
        ("相談窓口を5月末までに外部の事務所へ移します。",),
        "移す先の事務所を選んでおり、相談窓口は7月に移すことを予定しております。",
        "overdue",
        [],
    ),
    (
        ("相談窓口を5月末までに外部の事務所へ移します。",),
        "相談窓口は5月20日に外部の事務所へ移し、同じ番号で受け付けております。",
        "done",
        [0],
    ),
    # A sentence on another act of the same announcement keeps this one no promise.
    (
        ("全従業員の健康診断を4月25日までに実施します。", "営業の再開にあたっては労働基準監督署の確認を受けます。"),
        "全従業員の健康診断は4月24日に完了し、異常がないことを確認しました。",
        "dropped",
        [],
    ),
    (
        ("全従業員の健康診断を4月25日までに実施します。", "営業の再開にあたっては労働基準監督署の確認を受けます。"),
        "全従業員の健康診断は4月24日に完了しました。\n営業の再開に先立ち、4月28日に労働基準監督署の確認を受けました。",
        "done",
        [1],
    ),
    # Others of those promised, and others of the number promised, are still to come.
    (
        ("全職員および委託の運転手を対象に、4月末までに安全研修を実施します。",),
        "安全研修は、職員については4月20日に実施しました。\n委託の運転手については日程を調整中です。",
        "overdue",
        [0],
    ),
    (
        ("全職員および委託の運転手を対象に、4月末までに安全研修を実施します。",),
        "安全研修は、職員および委託の運転手について4月20日に実施しました。\n次の研修については日程を調整中です。",
        "done",
        [0],
    ),
    (
        ("4月末までに、総務課が全営業所の金庫の確認に立ち会います。",),
        "金庫の確認には、営業所12か所のうち8か所で総務課が立ち会いました。",
        "overdue",
        [0],
    ),
]


@pytest.mark.parametrize(("promised", "later", "outcome", "units"), OF_ANOTHER, ids=range(len(OF_ANOTHER)))
def test_a_promise_is_kept_by_what_tells_of_it(
    scorer: Scorer, promised: Sequence[str], later: str, outcome: str, units: Sequence[int]
) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n" + "\n".join(promised)
    kept = follow(scorer, tell(scorer, first, later))[-1]
    assert (kept.outcome, [index for _, index in kept.seen]) == (PromiseOutcome(outcome), units)


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        ("再開の時期は、決まり次第お知らせします。", "原因の調査が終わりましたのでお知らせします。", "dropped"),
        ("再開の時期は、決まり次第お知らせします。", "5月20日に営業を再開しますのでお知らせします。", "done"),
        ("調査の結果は、まとまり次第お知らせします。", "調査が終わりましたのでお知らせします。", "done"),
        ("6月末までに調査報告書を公表します。", "4月10日に公表した件について、その後の対応状況をお知らせします。", "overdue"),
        ("6月末までに調査報告書を公表します。", "調査委員会の報告書がまとまりましたので公表します。", "done"),
        ("再発防止策の進捗は、四半期ごとに公表します。", "4月10日に公表した再発防止策の進捗状況をお知らせします。", "done"),
    ],
)
def test_a_report_is_given_by_one_that_tells_what_was_to_be_told(scorer: Scorer, promise: str, later: str, outcome: str) -> None:
    first = f"4月8日、館内で食中毒が発生し、営業を休んでおります。\n{promise}"
    kept = follow(scorer, tell(scorer, first, later))[-1]
    assert kept.outcome == PromiseOutcome(outcome)


def test_what_is_promised_again_is_not_done_by_what_others_did(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n対象のお客様には、4月末までに書面でご連絡いたします。"
    again = (
        "4月2日に外部の方から窓口にメールをいただいておりましたが、担当者に届かず遅れました。\n"
        "対象のお客様には、5月20日までに個別に書面でご連絡いたします。"
    )
    done = "対象のお客様には、5月28日までに書面の発送を終えました。"
    (before,) = follow(scorer, tell(scorer, first, again))
    assert (before.outcome, before.due) == (PromiseOutcome.OVERDUE, "2023-05-20")
    (after,) = follow(scorer, tell(scorer, first, again, done))
    assert (after.outcome, after.due, after.late_days) == (PromiseOutcome.DONE, "2023-05-20", 28)


def test_a_report_received_is_not_yet_published_where_that_is_promised_again(scorer: Scorer) -> None:
    first = "4月8日、部員5名が指導者から暴力を受けました。\n第三者委員会を設け、4月末をめどに報告書を公表する。"
    later = "第三者委員会の報告書は、聞き取りに時間を要しているため、公表時期を5月末に延期する。"
    received = "6月7日、第三者委員会の報告書を受領した。報告書の全文は、7月末をめどに公表する。"
    whole = "第三者委員会の報告書を本日公表した。"
    kept = follow(scorer, tell(scorer, first, later, received), date(2023, 8, 15))[-1]
    assert (kept.outcome, days_named(kept)) == (PromiseOutcome.OVERDUE, ("2023-04-30", "2023-05-31", "2023-07-31"))
    assert follow(scorer, tell(scorer, first, later, whole), date(2023, 8, 15))[-1].outcome == PromiseOutcome.DONE


# a promise of 10 April 2023, the announcements of 10 May and 9 June, the days it was given, outcome on 1 September
OF_OTHER_MATTER = [
    # What is promised of another matter puts off no report that was promised.
    (
        "橋の損傷の点検を行い、結果を5月末までに公表する。",
        ("点検の結果がまとまったので、公表する。支承の腐食が確認された。\n今後は、通行量を四半期ごとに公表する。初回の公表は7月とする。",),
        ("2023-05-31",),
        "done",
    ),
    (
        "原因の調査結果は4月28日を目途に公表いたします。",
        (
            "調査結果につきましては、5月末を目途に公表いたします。",
            "原因は、軸受の摩耗でした。\n取り組みは「環境報告書」として7月に公表いたします。",
        ),
        ("2023-04-28", "2023-05-31"),
        "done",
    ),
    (
        "原因の調査結果は4月28日までにお知らせいたします。",
        ("原因は、弁の固着と判明しました。\n保育料の減免につきましては、7月20日までにお知らせいたします。",),
        ("2023-04-28",),
        "done",
    ),
    # The report itself is put off in other words, or in none.
    (
        "原因の調査結果は4月28日までに公表いたします。",
        ("委員会の報告書は7月末を目途に公表いたします。",),
        ("2023-04-28", "2023-07-31"),
        "overdue",
    ),
    ("原因の調査結果は4月28日までに公表いたします。", ("公表は7月末に延期いたします。",), ("2023-04-28", "2023-07-31"), "overdue"),
    (
        "通行量の測定値は4月28日までに公表いたします。",
        ("通行量の測定値は7月末までに公表いたします。",),
        ("2023-04-28", "2023-07-31"),
        "overdue",
    ),
]


@pytest.mark.parametrize(("promise", "later", "days", "outcome"), OF_OTHER_MATTER, ids=range(len(OF_OTHER_MATTER)))
def test_a_report_is_put_off_only_by_what_is_of_its_matter(
    scorer: Scorer, promise: str, later: Sequence[str], days: Sequence[str], outcome: str
) -> None:
    first = f"4月8日、橋の上で機器が破損し、通行人2名がけがをしました。\n{promise}"
    (*_, kept) = follow(scorer, tell(scorer, first, *later), date(2023, 9, 1))
    assert (days_named(kept), kept.outcome) == (days, PromiseOutcome(outcome))


# a promise of 10 April 2023, an announcement of 10 May, outcome on 1 August, the unit that is shown
RESULT_TOLD = [
    # That an act was done is not yet its result.
    ("立入検査の結果は4月末までに公表します。", "標記の件についてご報告いたします。\n立入検査は4月22日に実施しました。", "overdue", 1),
    (
        "水質検査の結果は4月28日までにお知らせします。",
        "4月10日に公表した件についてお知らせします。\n水質検査は4月25日に行いました。",
        "overdue",
        1,
    ),
    (
        "全館の点検を行い、結果を4月末までに公表します。",
        "その後の対応をご報告いたします。\n全館の点検を4月20日に終えました。",
        "overdue",
        1,
    ),
    ("立入検査の結果は4月末までに公表します。", "立入検査の結果をご報告いたします。\n鍵の管理に不備が2件ありました。", "done", 0),
    (
        "水質検査の結果は4月28日までにお知らせします。",
        "その後の対応をご報告いたします。\n水質検査は4月25日に行い、基準を満たしていました。",
        "done",
        None,
    ),
    (
        "全館の点検の結果は4月末までに公表します。",
        "その後の対応をご報告いたします。\n全館の点検を4月20日に終えました。異常は見つかりませんでした。",
        "done",
        None,
    ),
    # What was to be told of the cause is shown by the cause.
    (
        "原因の調査結果は4月末までに公表いたします。",
        "館内の皆様にお怪我を負わせ、深くお詫び申し上げます。\n当日の風は弱く、強風は原因ではありませんでした。\n原因は、留め具が腐食していたことです。",
        "done",
        2,
    ),
    (
        "明日以降の開館につきましては、点検の終了後にご案内いたします。",
        "館内で看板が落下し、2名がけがをしました。\n当面、開館を見合わせます。",
        "done",
        1,
    ),
    # What tells nothing of an incident gives no report on it.
    (
        "再発防止の取組状況は4月末までに館のページで公表します。",
        "6月分から、入館料を次のとおり改めます。\n大人 600円(これまで500円)",
        "overdue",
        None,
    ),
    (
        "再発防止の取組状況は4月末までに館のページで公表します。",
        "再発防止の取組の状況です。\n看板の留め具をすべて取り替えました。",
        "done",
        None,
    ),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "unit"), RESULT_TOLD, ids=range(len(RESULT_TOLD)))
def test_a_result_is_told_and_shown_by_what_tells_it(scorer: Scorer, promise: str, later: str, outcome: str, unit: int | None) -> None:
    first = f"4月8日、館内で看板が落下し、2名がけがをしました。\n{promise}"
    (*_, kept) = follow(scorer, tell(scorer, first, later))
    assert kept.outcome == PromiseOutcome(outcome)
    assert unit is None or [index for _, index in kept.seen] == [unit]


def test_a_warning_names_the_announcements_it_is_on(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下し、来館者2名がけがをしました。\n深くお詫び申し上げます。\n原因は、点検を怠ったことです。"
    told = tell(scorer, "本日は設備の都合で開館時間を変更します。", first, "6月から、入館料を改めます。")
    dossier = trace_told(scorer, told)
    assert [warning[:6] for warning in dossier.warnings if "公表文ではない" in warning] == ["(1)(3)"]
    assert not any(warning.startswith("(2)") for warning in dossier.warnings)


def test_a_follow_up_need_not_tell_the_incident_again(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下し、来館者2名がけがをしました。\n深くお詫び申し上げます。\n原因は、点検を怠ったことです。"
    progress = "4月10日に公表した件の続報です。4月10日に公表した取り組みの状況は、次のとおりです。\n・点検表:5月1日から使っております。"
    told = tell(scorer, first, progress, "6月から、入館料を改めます。", titles=("お詫び", "看板の落下について(第2報)", "入館料について"))
    dossier = trace_told(scorer, told)
    assert [warning[:4] for warning in dossier.warnings if "公表文ではない" in warning] == ["(3) "]


@pytest.mark.parametrize(
    ("wording", "promises"),
    [
        ("流用した1,200万円については、自己資金から9月30日までに指定の口座へ戻し入れる。", True),
        ("過大に受け取った補助金640万円は、6月末までに県へ納める。", True),
        ("見つかった不備は軽微なもので、いずれも5月中に直します。", True),
        ("流用した1,200万円については、4月5日までに指定の口座へ戻し入れた。", False),
        ("3月末までに公表するとしておりましたところ、遅れましたことをお詫びします。", False),
        ("お手元の書類を4月末までに返送くださいますようお願いいたします。", False),
        ("差額は5月末までにお戻ししますので、ご安心ください。", True),
        ("差額のお申し出は5月末まで受け付けますので、ご連絡ください。", False),
        ("書類の受け取りは5月末で締め切ります。", False),
    ],
)
def test_what_will_be_done_by_a_day_is_promised(scorer: Scorer, wording: str, promises: bool) -> None:
    told = tell(scorer, f"4月8日、寄附金を別の事業に充てていたことが分かりました。\n{wording}", "調査を続けております。")
    assert bool(follow(scorer, told)) == promises


@pytest.mark.parametrize(
    ("later", "days", "codes"),
    [
        (
            "返還は資金の都合により1,200万円のうち500万円を実施し、残額は9月末までに行う。",
            ("2023-04-28", "2023-09-30"),
            {"DOS24"},
        ),
        ("1,200万円のうち500万円を返還し、残金は9月末までに返還します。", ("2023-04-28", "2023-09-30"), {"DOS24"}),
        ("1,200万円の返還は5月8日に終え、残額はございません。", ("2023-04-28",), {"DOS19"}),
        ("1,200万円を4月26日に返還しました。", ("2023-04-28",), set()),
    ],
)
def test_money_given_back_in_part_is_a_promise_kept_in_part(scorer: Scorer, later: str, days: Sequence[str], codes: set[str]) -> None:
    first = "4月8日、会費を別の事業に充てていたことが分かりました。\n充てていた1,200万円は、4月28日までに会員の口座へ返還する。"
    told = tell(scorer, first, later)
    (kept,) = follow(scorer, told)
    dossier = trace_told(scorer, told)
    found = {finding.code for finding in dossier.findings if "4月28日" in finding.message or finding.code == "DOS19"}
    assert (days_named(kept), found) == (days, codes)


@pytest.mark.parametrize(
    ("wording", "aim"),
    [
        ("治療費は当館が全額負担します。", PromiseAim.REMEDY),
        ("タクシー代は当館が負担します。", PromiseAim.REMEDY),
        ("延滞金等については当館が負担いたします。", PromiseAim.REMEDY),
        ("当面、看板の使用を中止いたします。", PromiseAim.MEASURE),
    ],
)
def test_costs_that_are_borne_help_those_harmed(scorer: Scorer, wording: str, aim: PromiseAim) -> None:
    told = tell(scorer, f"4月8日、館内で看板が落下し、2名がけがをしました。\n{wording}", "調査を続けております。")
    assert {each.vow.aim for each in follow(scorer, told)} == {aim}


def test_a_reopening_gives_no_other_act_its_day(scorer: Scorer) -> None:
    first = (
        "4月8日、園児2名が園外でけがをしました。\n園外活動を当面中止しています。\n\n"
        "【再発防止策】\n園外活動の引率の基準を園児6名に保育士1名に改めます。"
    )
    kept = follow(scorer, tell(scorer, first, "園外活動は、引率の基準を見直したうえで、6月18日から再開いたします。"))
    assert [(each.due, each.outcome == PromiseOutcome.OVERDUE) for each in kept] == [(None, False)] * len(kept)
    first = "4月8日、園児2名が園外でけがをしました。\n園外活動は5月10日に再開する予定です。"
    (kept_again,) = follow(scorer, tell(scorer, first, "園外活動の再開は、準備が遅れ、6月18日に延期いたします。"), date(2023, 6, 1))
    assert kept_again.due == "2023-06-18"


@pytest.mark.parametrize(
    ("promise", "later", "code"),
    [
        ("5月1日より、薬剤は2名で確認してから投与します。", (), "DOS22"),
        ("5月1日までに、薬剤を2名で確認する手順を定めます。", (), "DOS34"),
        ("5月1日までに、薬剤を2名で確認する手順を定めます。", ("施設長が皆様のご自宅を訪ねました。",), "DOS07"),
        # 「端末」 and 「30分以内」 tell no last day.
        ("5月1日から、全端末に遠隔操作の機能を導入します。", (), "DOS22"),
        ("発生から30分以内に保護者へ知らせる手順に改めます(5月1日から)。", (), "DOS22"),
        ("5月から保育士2名が毎朝の点検表を確認し、署名します。", (), "DOS22"),
        ("全端末を、5月1日から5月末までに取り替えます。", (), "DOS34"),
        ("4月末までに全32店の点検を実施します。", ("32店のうち27店の点検を完了しました。",), "DOS24"),
        ("5月末までに位置情報の端末を導入します。", ("位置情報の端末は、機種の選定に時間を要し、6月末の導入となる見込みです。",), "DOS23"),
        ("5月末までに位置情報の端末を導入します。", ("位置情報の端末は、5月20日に導入しました。",), None),
    ],
)
def test_what_is_said_of_a_promise_whose_day_is_past(scorer: Scorer, promise: str, later: Sequence[str], code: str | None) -> None:
    first = f"4月8日、園児2名がけがをしました。\n\n【再発防止策】\n{promise}"
    told = tell(scorer, first, *later)
    dossier = trace_told(scorer, told)
    found = {finding.code for finding in dossier.findings} & {"DOS07", "DOS08", "DOS12", "DOS21", "DOS22", "DOS23", "DOS24", "DOS34"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("wording", "promises"),
    [
        ("委員長 弁護士 山田 太郎、委員 公認会計士 佐藤 花子", False),
        ("弁護士を委員長とする調査委員会を5月に設置します。", True),
        ("現在、社内において確認を進めております。", False),
        ("確認を進め、5月末までに結果を公表します。", True),
        ("対象の方への治療費のお支払いは、30名中21名の方と完了しております。", False),
        ("対象の方への治療費のお支払いは、5月末までに完了いたします。", True),
    ],
)
def test_names_and_what_goes_on_are_no_promise(scorer: Scorer, wording: str, promises: bool) -> None:
    told = tell(scorer, f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}", "会員様への連絡を続けております。")
    assert bool(follow(scorer, told)) == promises


@pytest.mark.parametrize("strange", [(), ("s2",)])
def test_what_may_be_of_another_incident_breaks_no_silence_and_promises_nothing(scorer: Scorer, strange: tuple[str, ...]) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n送信前に2名で宛先を確認します。"
    told = tell(scorer, first, "6月1日までに、屋外プールの床を張り替えます。")
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), strange), scorer, date(2023, 8, 1))
    assert len(dossier.statements) == 2
    assert dossier.silence.last_published == ("2023-04-10" if strange else "2023-05-10")
    assert ("s2" in {promise.first for promise in dossier.promises}) == (not strange)


@pytest.mark.parametrize(
    ("wording", "promised"), [("再発防止策の進捗は、四半期ごとに公表します。", True), ("次の報告は5月に行います。", False)]
)
def test_a_report_given_again_and_again_is_still_promised(scorer: Scorer, wording: str, promised: bool) -> None:
    told = tell(scorer, f"4月8日、会員213名様の氏名が流出しました。\n{wording}", "4月10日に公表した再発防止策の進捗状況をお知らせします。")
    dossier = trace_told(scorer, told)
    assert (dossier.silence.next_report_promised is not None) == promised


def test_a_promised_report_that_came_late(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n次の報告は4月30日までに行います。"
    (kept,) = follow(scorer, tell(scorer, first, "原因の調査が終わりましたのでお知らせします。"))
    assert (kept.outcome, kept.due, kept.late_days) == (PromiseOutcome.DONE, "2023-04-30", 10)


def test_a_remedy_told_with_its_day_is_late_by_that_day(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の会費を誤って引き落としました。\n対象の皆様には、4月末までに指定の口座へ返金いたします。"
    (kept,) = follow(scorer, tell(scorer, first, "213名の皆様への返金は5月8日に終えました。"))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, 8)


def test_two_acts_of_one_sentence_are_followed_each_for_itself(scorer: Scorer) -> None:
    first = (
        "4月8日、製品から樹脂片が見つかりました。\n\n【再発防止策】\n"
        "包装機の部品を金属製のものに交換するとともに、X線検査機を10月末までに全ラインに導入いたします。"
    )
    later = "X線検査機の導入を前倒しし、9月末までに全ラインに設置いたします。"
    parts, machine = follow(scorer, tell(scorer, first, later), date(2023, 6, 1))
    assert (parts.due, [vow.announcement.id for vow in parts.again]) == (None, [])
    assert (machine.vow.due, machine.due) == ("2023-10-31", "2023-09-30")


def test_a_sentence_on_the_other_act_is_not_quoted(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の名簿を紛失しました。\n\n【再発防止策】\n"
        "私物の記憶媒体の使用を禁止し、全職員を対象とした研修を5月中に実施いたします。"
    )
    later = "職員研修は5月8日に開催し、全職員612名が受講いたしました。"
    ban, course = follow(scorer, tell(scorer, first, later))
    assert (ban.seen, [index for _, index in course.seen]) == ((), [0])


def test_what_is_under_way_is_kept_when_it_is_told_done(scorer: Scorer) -> None:
    first = "4月8日、商品から樹脂片が見つかりました。\n対象の商品の代金を5月末までに返金いたします。"
    under_way, done = "返金につきましては、順次対応しております。", "返金は6月5日に完了いたしました。"
    (before,) = follow(scorer, tell(scorer, first, under_way), date(2023, 5, 20))
    assert before.outcome != PromiseOutcome.DONE
    (after,) = follow(scorer, tell(scorer, first, under_way, done))
    assert (after.outcome, after.seen[-1][0].id, after.late_days) == (PromiseOutcome.DONE, "s3", 5)


def test_a_report_of_results_is_shown_by_the_result(scorer: Scorer) -> None:
    first = "4月8日、商品から樹脂片が見つかりました。\n調査結果は4月末までに本サイトで公表いたします。"
    later = "4月10日にお知らせした自主回収について報告します。\n\n原因\n分析の結果、部品が摩耗し、欠けていたことが判明いたしました。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert (kept.outcome, [index for _, index in kept.seen], kept.late_days) == (PromiseOutcome.DONE, [2], 10)


def test_a_promise_given_up_is_no_new_one(scorer: Scorer) -> None:
    first = "4月8日、食中毒が発生しました。\n\n【再発防止策】\n冷却機を6月末までに更新いたします。"
    later = "【再発防止策】\n冷却機の更新は、納期の都合により見送り、既存機の点検を週1回行うことといたしました。"
    followed = follow_promises(tell(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.outcome) for each in followed if "冷却機" in each.vow.wording] == [
        ("s1", PromiseOutcome.REPLACED)
    ]


def test_an_act_promised_later_is_no_report_put_off(scorer: Scorer) -> None:
    first = "4月8日、食中毒が発生しました。\n原因と再発防止策をまとめた報告書を4月30日までに公表いたします。"
    later = (
        "調査報告書を本日、当社ウェブサイトに掲載いたしました。\n\n【再発防止策】\n再発防止策として、冷却機を9月末までに更新いたします。"
    )
    (report,) = follow(scorer, tell(scorer, first, later))
    assert (report.outcome, report.due, report.late_days) == (PromiseOutcome.DONE, "2023-04-30", 10)
    assert [index for _, index in report.seen] == [0]


def test_an_interim_report_is_not_the_last_one(scorer: Scorer) -> None:
    first = "4月8日、遊覧船が防波堤に衝突しました。\n4月30日までに中間報告を公表します。"
    interim = "事故調査委員会の中間報告を公表します。\n最終報告は7月末までに公表します。"
    last = "事故調査委員会の最終報告については、公表しないことといたしました。"
    told = tell(scorer, first, interim, last, titles=("衝突事故について", "衝突事故に関する中間報告について", "安全への取り組みについて"))
    kept = {each.vow.wording: each for each in follow_promises(told, date(2023, 9, 1), scorer.model.details[Detail.OUTCOMES])}
    assert kept["4月30日までに中間報告を公表します。"].outcome == PromiseOutcome.DONE
    assert kept["4月30日までに中間報告を公表します。"].late_days == 10
    assert kept["最終報告は7月末までに公表します。"].outcome == PromiseOutcome.REPLACED


def test_a_desk_that_closes_sets_no_new_day(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n専用の相談窓口を4月20日に開設します。"
    followed = follow_promises(tell(scorer, first, "相談窓口は6月30日をもって終了します。"), date(2023, 8, 1))
    assert [(each.vow.announcement.id, each.due) for each in followed] == [("s1", "2023-04-20")]


def test_what_is_openly_put_off_to_no_day_is_not_overdue(scorer: Scorer) -> None:
    first = (
        "4月8日、施設予約システムが不正アクセスを受け、会員213名様の氏名が流出しました。\n"
        "対象の会員には4月20日までに郵送でご連絡いたします。システムは4月下旬に再開する見込みです。"
    )
    later = (
        "施設予約システムへの不正アクセスについて、その後の状況をお知らせします。\nシステムの再開は、安全確認のため6月以降に延期します。"
    )
    told = tell(scorer, first, later)
    kept = next(each for each in follow(scorer, told) if "再開" in each.vow.wording)
    assert (kept.due, kept.outcome == PromiseOutcome.OVERDUE) == (None, False)


def test_what_came_to_light_keeps_no_promise(scorer: Scorer) -> None:
    first = "4月8日、製品から樹脂片が見つかりました。\n\n【再発防止策】\n包装機の部品を5月末までに金属製のものに交換します。"
    later = "調査の結果、摩耗した部品が破損したことが原因と判明いたしました。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert kept.seen == ()


def test_what_was_done_by_a_day_is_no_promise_for_the_next_month(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "会員様のお名前が流出しました。\n5月10日に削除をお願いするメールをお送りし、翌11日までにお電話でもお詫びしました。\n6月末までに全員へ返金します。",
    )
    assert [kept.due for kept in follow(scorer, told, date(2030, 1, 1))] == ["2023-06-30"]


def test_what_readers_are_asked_for_is_no_promise(scorer: Scorer) -> None:
    first = "会員様のお名前を含むメールを誤って送信しました。\nお手元のメールを削除していただきますようお願いいたします。"
    later = "会員様のお名前を含むメールの誤送信について、削除をお願いするメールを4月11日にお送りしました。"
    assert follow(scorer, tell(scorer, first, later), date(2030, 1, 1)) == []


def test_a_promise_made_again_for_a_later_day_is_not_kept_by_another_act(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "預り金の着服がありました。\n9月10日までに、預り金の全件調査を終え、結果を公表いたします。",
        "外部の弁護士からなる調査委員会を設置し、関係者への聞き取りを行いました。\n調査委員会の最終報告は10月31日までに公表します。",
        titles=("職員による着服について", "職員による着服について（第二報）"),
        days=145,
    )
    (kept, *_) = follow(scorer, told, date(2030, 1, 1))
    assert (kept.outcome, kept.due) == (PromiseOutcome.OVERDUE, "2023-10-31")


def test_a_day_put_off_is_not_kept_by_silence(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の名簿を紛失しました。\n\n【再発防止策】\n外部記憶媒体の接続を制限するシステムを5月末までに導入いたします。"
    later = "外部記憶媒体の接続を制限するシステムにつきましては、機種の選定に時間を要しており、9月末までに導入する予定です。"
    told = tell(scorer, first, later)
    (before,) = follow(scorer, told)
    assert before.outcome != PromiseOutcome.DONE and (before.vow.due, before.due) == ("2023-05-31", "2023-09-30")
    (after,) = follow(scorer, told, date(2023, 12, 1))
    assert after.outcome == PromiseOutcome.OVERDUE


def test_a_body_and_its_report_are_two_promises(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の氏名を誤って送信しました。\n外部の弁護士による調査委員会を4月に設置し、6月末までに報告書を公表いたします。"
    )
    later = "現在、調査委員会による聞き取りが続いております。報告書は、まとまり次第公表いたします。"
    followed = follow(scorer, tell(scorer, first, later))
    assert [each.outcome for each in followed] == [PromiseOutcome.DONE, PromiseOutcome.OVERDUE]
    assert followed[0].vow.end == followed[1].vow.start


def test_two_acts_with_a_day_each_are_two_promises(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の会費を誤って二重に引き落としました。\n"
        "対象の皆様には4月20日までにお詫びの文書を送付し、4月28日までに指定の口座へ返金いたします。"
    )
    followed = follow(scorer, tell(scorer, first, "213名の皆様への返金は、4月27日にすべて終えました。"))
    assert [(each.due, each.outcome) for each in followed] == [
        ("2023-04-20", PromiseOutcome.OVERDUE),
        ("2023-04-28", PromiseOutcome.DONE),
    ]


def test_an_announcement_of_something_else_is_no_promised_report(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n5月末までに再発防止策を取りまとめ、公表いたします。"
    later = "新しい練習場の利用を始めます。ご来場をお待ちしております。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert kept.outcome == PromiseOutcome.OVERDUE


# promise of 10 April 2023, a later announcement of 10 May, outcome on 1 August, whether a sentence of the later one is quoted
SPOKEN_OF = [
    # What no later sentence speaks of is never told as done.
    ("対象の皆様の手数料は、当法人が負担いたします。", "館内の照明の工事は5月2日に終わりました。", "dropped", False),
    ("退会された皆様には、4月28日までに書面でお知らせいたします。", "名簿の点検は5月2日に終わりました。", "overdue", False),
    (
        "退会された皆様には、4月28日までに書面でお知らせいたします。",
        "4月10日に公表した再発防止策の進捗についてお知らせいたします。",
        "overdue",
        False,
    ),
    ("お怪我をされた方には、4月中に代表がお見舞いに伺います。", "照明の工事は5月2日に終わりました。", "overdue", False),
    ("退会された皆様には、4月28日までに書面でお知らせいたします。", "退会された皆様への書面は4月26日に発送しました。", "done", True),
    # An act is told beside what came of it, or late beside what delayed it.
    ("委託先への立入点検を4月28日までに行います。", "委託先への立入点検は4月26日まで実施し、不備は見つかりませんでした。", "done", True),
    (
        "卒業された皆様には4月28日までに書面を差し上げます。",
        "卒業された皆様への書面は住所の照合に手間取り、5月8日に発送しました。",
        "done",
        True,
    ),
    ("4月28日に住民説明会を開きます。", "4月28日の住民説明会は、会場の都合により延期いたしました。", "overdue", True),
    # Words on the scene of an act, on how many there are, or of the organisation itself tell nothing of it.
    ("資料の一斉送付の際は、職員2名で宛名を確認します。", "資料の手順書を改め、一斉送付の項目を加えました。", "dropped", False),
    ("名札の入れ違いのあった方には、4月12日までにお電話します。", "名札の入れ違いは、12個ではなく38個でした。", "overdue", False),
    ("全クラブへの立入点検を5月末までに行います。", "当クラブは、4月16日をもって当該職員との契約を解除しました。", "overdue", False),
    # What is put off is not done by another act, nor by what an authority did.
    (
        "名簿データベースの個人情報を9月末までに暗号化いたします。",
        "名簿データベースの暗号化は、設計を見直したため完了を12月に変更いたします。また、5月2日に個人情報保護委員会から指導を受けました。",
        "repeated",
        True,
    ),
    (
        "個人情報の扱いの研修を9月末までに行います。",
        "5月2日に個人情報保護委員会から個人情報の扱いについて指導を受けました。",
        "open",
        False,
    ),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "quoted"), SPOKEN_OF, ids=range(len(SPOKEN_OF)))
def test_done_is_what_a_sentence_speaks_of(scorer: Scorer, promise: str, later: str, outcome: str, quoted: bool) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{promise}"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert (kept.outcome, bool(kept.seen)) == (PromiseOutcome(outcome), quoted)


# promise of 10 April 2023, the later announcements of 10 May and 9 June, outcome on 1 August, days late
IN_PART = [
    (
        "全域の水道管約4.6kmの点検を5月末までに行います。",
        ("水道管のうち1.9kmの点検を終えました。残りは9月末までに順次点検いたします。",),
        "overdue",
        None,
    ),
    ("全戸の復旧を4月20日までに完了いたします。", ("4月21日、ご不在の9戸を除くすべてのお宅の復旧が完了しました。",), "overdue", None),
    (
        "訂正した証明書の発送は4月28日までに行います。",
        (
            "5月8日までに証明書を640名のうち598名に発送しました。残る42名には住所が分かり次第お送りします。",
            "証明書の発送は5月20日に完了しました。",
        ),
        "done",
        22,
    ),
    ("照明6台を5月末までに取り替えます。", ("照明は5月8日に4台を取り替え、残る2台は9月までに取り替えます。",), "overdue", None),
    ("全戸の復旧を4月20日までに完了いたします。", ("4月21日、地区の全戸の復旧が完了しました。",), "done", 1),
    ("照明6台を5月末までに取り替えます。", ("照明は5月8日に取り替えを終えました。残りの作業はございません。",), "done", 0),
    # Some for whom it is not done bar the whole, before or after those for whom it is.
    (
        "負担金の全額を4月末までに返金いたします。",
        ("負担金の返金は、口座を伺えていない12名の方について完了しておりません。口座振替の41名への返金は4月26日に完了しております。",),
        "overdue",
        None,
    ),
    (
        "対象の皆様への返金は、4月末までに全員に行います。",
        ("銀行振込の88名への返金は4月26日に完了しました。現金でお支払いの31名については完了しておりません。",),
        "overdue",
        None,
    ),
    ("負担金の全額を4月末までに返金いたします。", ("負担金の返金は、4月28日に全員への振り込みが終わりました。",), "done", 0),
    (
        "負担金の全額を4月末までに返金いたします。",
        ("負担金の返金は、4月28日に41名全員に終えました。このほかに被害は確認しておりません。",),
        "done",
        0,
    ),
    # A part of the whole, or fewer than were promised.
    ("全棟の受水槽の点検を4月末までに行います。", ("受水槽の点検は、24棟中20棟で終えました。",), "overdue", None),
    ("全棟の受水槽の点検を4月末までに行います。", ("受水槽の点検は、24棟すべてで4月20日に終えました。",), "done", 0),
    ("巡回の係員を3名配置します(5月1日)。", ("巡回の係員は、5月1日に2名を配置しました。",), "overdue", None),
    ("巡回の係員を3名配置します(5月1日)。", ("巡回の係員は、5月1日に3名を配置しました。",), "done", 0),
    ("巡回の係員を3名配置します(5月1日)。", ("巡回の係員は、5月1日に1名を配置しました。残る2名は選考中です。",), "overdue", None),
    (
        "巡回の係員を3名配置します(5月1日)。",
        ("巡回の係員は、5月1日に2名を配置しました。", "巡回の係員の残る1名を6月1日に配置しました。"),
        "done",
        31,
    ),
    # The first of several times, and a share.
    ("避難の訓練を年4回行います。", ("避難の訓練は、5月2日に第1回を行いました。",), "repeated", None),
    ("避難の訓練を2回行います。", ("避難の訓練は、5月2日に第1回、5月8日に第2回を行いました。",), "done", None),
    ("対象の止水栓を回収いたします。", ("対象の止水栓の回収率は5月8日時点で48.2%です。",), "repeated", None),
    ("対象の止水栓を回収いたします。", ("対象の止水栓の回収は5月8日に終えました(回収率100%)。",), "done", None),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "late"), IN_PART, ids=range(len(IN_PART)))
def test_what_is_done_in_part_is_not_done(scorer: Scorer, promise: str, later: Sequence[str], outcome: str, late: int | None) -> None:
    first = f"4月8日、地区で断水が発生し、住民の皆様にご迷惑をおかけしました。\n{promise}"
    (kept,) = follow(scorer, tell(scorer, first, *later))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome(outcome), late)


@pytest.mark.parametrize(
    ("later", "days"),
    [
        (
            "返金は、口座を伺えていない12名の方について完了しておりません。5月18日までに完了させていただきます。",
            ("2023-04-30", "2023-05-18"),
        ),
        ("返金は4月28日に終えました。見舞いの品は5月18日までに発送いたします。", ("2023-04-30",)),
    ],
)
def test_a_bare_day_is_that_of_the_act_before_it(scorer: Scorer, later: str, days: Sequence[str]) -> None:
    first = "4月8日、会場の設備が故障し、53名の方が入場できませんでした。\n入場料の全額を4月末までに返金いたします。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert days_named(kept) == days


# a promise of 10 April 2023, the later announcements of 10 May and 9 June, outcome on 1 August, the days named, days late
HOPED_FOR = [
    (
        "復旧は4月20日を見込んでおります。",
        ("水道の復旧は4月20日を見込んでおりましたが、部品が届かず、5月20日を目標としております。", "水道は5月26日に復旧しました。"),
        "done",
        ("2023-04-20", "2023-05-20"),
        36,
    ),
    ("水道の復旧は4月20日の見込みです。", ("水道の復旧は、6月5日に延期いたします。",), "overdue", ("2023-04-20", "2023-06-05"), None),
    (
        "橋の通行の再開は4月20日ごろを目指しております。",
        ("橋の通行の再開は、安全の確認に時間を要し、5月20日を予定しております。", "橋の通行は、5月20日に再開しました。"),
        "done",
        ("2023-04-20", "2023-05-20"),
        30,
    ),
    ("水道の復旧は4月20日を見込んでおります。", ("復旧の作業の手順を改めました。",), "overdue", ("2023-04-20",), None),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "days", "late"), HOPED_FOR, ids=range(len(HOPED_FOR)))
def test_a_restoration_hoped_for_on_a_day_is_promised(
    scorer: Scorer, promise: str, later: Sequence[str], outcome: str, days: Sequence[str], late: int | None
) -> None:
    first = f"4月8日、配水管が破損し、地区の水道が使えなくなりました。\n{promise}"
    (kept,) = follow(scorer, tell(scorer, first, *later))
    assert (kept.outcome, days_named(kept), kept.late_days) == (PromiseOutcome(outcome), days, late)


@pytest.mark.parametrize("wording", ["水道は4月9日に復旧しました。", "復旧の見通しは立っておりません。"])
def test_a_restoration_without_a_day_to_come_is_not_promised(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、配水管が破損し、地区の水道が使えなくなりました。\n{wording}"
    assert follow(scorer, tell(scorer, first, "調査を続けております。")) == []


# a promise of 10 April 2023, a later announcement of 10 May, outcome on 1 August, whether a sentence of the later one is quoted
OF_SOMETHING_ELSE = [
    # A report told to an authority is not told to the readers; the next announcement gives no result that it does not have.
    (
        "調査結果は、4月末までに公表いたします。",
        "返品の対象に、次の品を追加いたします。\n・りんごの飴 120g\n・桃の飴 120g",
        "overdue",
        False,
    ),
    ("調査結果は、4月末までに公表いたします。", "本件は4月12日に保健所に報告いたしました。", "overdue", False),
    ("調査結果は、4月末までに公表いたします。", "調査の結果、原因は充填機の温度の設定の誤りと判明しました。", "done", True),
    (
        "再発防止策につきましては、4月末までに公表いたします。",
        "4月10日にお知らせした件です。返品の対象に、桃の飴を追加いたします。",
        "overdue",
        False,
    ),
    (
        "再発防止策につきましては、4月末までに公表いたします。",
        "4月10日にお知らせした件の続報です。\n【再発防止策】\n充填の温度を2名で記録します。",
        "done",
        True,
    ),
    # The final result put off puts off no next report.
    (
        "次回のご報告は5月2日を予定しております。",
        "4月10日の件の続報です。対象は231名でした。調査の最終結果は、まとまり次第公表いたします。",
        "done",
        True,
    ),
    ("次回のご報告は5月2日を予定しております。", "次回のご報告は、5月末に延期いたします。", "overdue", True),
    # What becomes something else is another thing.
    (
        "申込みの受付を先着順から抽選に変更いたします。",
        "座席の図面は、2名で照合する運用に5月1日から改めました。",
        "dropped",
        False,
    ),
    ("申込みの受付を先着順から抽選に変更いたします。", "5月1日の販売から、抽選での受付に切り替えました。", "done", True),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "quoted"), OF_SOMETHING_ELSE, ids=range(len(OF_SOMETHING_ELSE)))
def test_what_tells_of_something_else_keeps_no_promise(scorer: Scorer, promise: str, later: str, outcome: str, quoted: bool) -> None:
    first = f"4月8日、飴に異物が混入し、31名のお客様からお申し出がありました。\n{promise}"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert (kept.outcome, bool(kept.seen)) == (PromiseOutcome(outcome), quoted)


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("飴の自主回収につきまして、回収の対象を拡大いたします。", "repeated"),
        ("飴の自主回収は、5月8日に終えました。", "done"),
    ],
)
def test_a_recall_widened_goes_on(scorer: Scorer, later: str, outcome: str) -> None:
    first = "4月8日、飴に異物が混入し、31名のお客様からお申し出がありました。\n対象の飴を自主回収いたします。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert kept.outcome == PromiseOutcome(outcome)


def test_the_model_takes_no_announcement_without_a_result_for_the_report(scorer: Scorer) -> None:
    first = (
        "4月10日にお知らせした飴の自主回収につきまして、対象を拡大いたします。\n原因は充填機の温度の低下によるものです。\n"
        "調査結果と再発防止策につきましては、4月末までにホームページでご報告いたします。"
    )
    later = (
        "4月10日にお知らせした自主回収につきまして、新たに下記の品を対象に追加いたします。\n・りんごの飴 120g\n・桃の飴 120g\n"
        "製品の一部からカビが検出されました。\n4月10日のお知らせで健康への影響はないと記載しておりましたが、不適切でした。お詫びして訂正いたします。\n"
        "本件は5月8日に保健所に報告いたしました。"
    )
    (kept,) = [each for each in follow(scorer, tell(scorer, first, later)) if each.vow.due == "2023-04-30"]
    assert (kept.outcome, kept.seen) == (PromiseOutcome.OVERDUE, ())


def test_a_rest_that_names_its_act_is_told_by_its_own_words(scorer: Scorer) -> None:
    first = "4月8日、校舎の壁が落ち、2名がけがをしました。\n全9棟の検査を4月末までに行います。"
    rest = "検査は4棟で終え、1棟では壁の浮きが確認されました。残る5棟の検査は5月末までに完了する予定です。"
    paid = "壁の浮きが確認された1棟の世帯の皆様に、見舞金のお支払いを6月1日から開始しております。"
    tested = "残る5棟の検査は5月30日に終えました。"
    for last, outcome in ((paid, PromiseOutcome.OVERDUE), (tested, PromiseOutcome.DONE)):
        told = tell(scorer, first, rest, last)
        kept = follow_promises(told, date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
        assert [each.outcome for each in kept if each.vow.due == "2023-05-31"] == [outcome]


# a promise of 10 April 2023, a later announcement of 10 May, outcome on 1 August, days late, the finding on it
BEGUN = [
    (
        "対象の皆様には4月中旬までに書面でご連絡いたします。",
        "対象の皆様への書面は5月2日から順次発送しております。",
        "overdue",
        None,
        "DOS24",
    ),
    ("対象の皆様には4月中旬までに書面でご連絡いたします。", "対象の皆様への書面は4月18日にすべて発送しました。", "done", 0, None),
    ("対象の皆様には4月中旬から書面でご連絡いたします。", "対象の皆様への書面は4月18日から順次発送しております。", "done", 0, None),
    ("運動場の開放は4月20日から再開します。", "運動場の開放は4月25日から再開しております。", "done", 5, "DOS19"),
    ("費用の申請の受付は4月20日から開始いたします。", "5月8日までに318件の申請を受け付け、174件をお支払いしました。", "done", None, None),
]


@pytest.mark.parametrize(("promise", "later", "outcome", "late", "code"), BEGUN, ids=range(len(BEGUN)))
def test_what_has_begun_is_told_and_so_is_how_late(
    scorer: Scorer, promise: str, later: str, outcome: str, late: int | None, code: str | None
) -> None:
    told = tell(scorer, f"4月8日、館内で看板が落下し、2名がけがをしました。\n{promise}", later)
    (kept,) = follow(scorer, told)
    assert (kept.outcome, kept.late_days) == (PromiseOutcome(outcome), late)
    dossier = trace_told(scorer, told)
    found = {finding.code for finding in dossier.findings} & {"DOS07", "DOS08", "DOS12", "DOS19", "DOS22", "DOS24"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("later", "outcome"), [("点検の順序を省いていたことが原因である。", "done"), ("館内の照明を取り替えました。", "dropped")]
)
def test_a_cause_that_is_told_is_what_was_to_be_looked_into(scorer: Scorer, later: str, outcome: str) -> None:
    first = "4月8日、館内で看板が落下し、2名がけがをしました。\n社外の弁護士による調査委員会を設置し、原因の究明にあたります。"
    (*_, kept) = follow(scorer, tell(scorer, first, later))
    assert (kept.vow.text, kept.outcome) == ("原因の究明にあたります。", PromiseOutcome(outcome))


@pytest.mark.parametrize(
    ("measure", "due"),
    [
        ("アンケートの結果を1週間以内に校長へ報告する", "1週間以内"),
        ("通報を受けたときは、3日以内に当事者と面談します。", "3日以内"),
        ("2週間以内に全校の点検を行います。", "2023-04-24"),
    ],
)
def test_a_span_that_runs_from_each_case_is_no_deadline(scorer: Scorer, measure: str, due: str) -> None:
    first = f"4月8日、生徒2名がけがをしました。\n\n【再発防止策】\n{measure}"
    (*_, kept) = follow(scorer, tell(scorer, first, "聞き取りを続けております。"))
    assert (kept.due, kept.outcome == PromiseOutcome.OVERDUE) == (due, due.startswith("2023"))


@pytest.mark.parametrize(
    ("wording", "promises"),
    [
        ("ご予約の方については、紙の帳簿にて診療を継続いたします。", False),
        ("今後も調査に全面的に協力してまいります。", False),
        ("診療は5月10日に再開します。", True),
        ("捜査の結果は5月末までに公表いたします。", True),
    ],
)
def test_making_do_and_cooperating_are_no_promise(scorer: Scorer, wording: str, promises: bool) -> None:
    told = tell(scorer, f"4月8日、停電により館内の機器が止まりました。\n{wording}", "調査を続けております。")
    assert bool(follow(scorer, told)) == promises


def test_what_reports_a_promise_is_none_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下しました。\n\n【再発防止策】\n避難の係を2名置きます。\n非常口の鍵を取り替えます。"
    later = "【対策の状況】\n避難の係は5月1日に2名を置きました。\n非常口の鍵は4月28日に取り替えました。\n消火器を6本増やしました。"
    kept = follow_promises(tell(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.vow.text) for each in kept] == [
        ("s1", "避難の係を2名置きます。"),
        ("s1", "非常口の鍵を取り替えます。"),
        ("s2", "消火器を6本増やしました。"),
    ]


@pytest.mark.parametrize(
    ("due", "later", "outcome"),
    [
        (
            "8月末",
            "取り組みの状況は、次のとおりです。\n・避難の係:5月1日に置きました。\n・非常口の鍵:6月の交換に向けて準備を進めております。",
            "open",
        ),
        ("8月末", "取り組みの状況は、次のとおりです。\n・避難の係:5月1日に置きました。\n・非常口の鍵:5月2日に替えました。", "done"),
        (
            "5月末",
            "取り組みの状況は、次のとおりです。\n・避難の係:5月1日に置きました。\n・非常口の鍵:6月の交換に向けて準備を進めております。",
            "done",
        ),
    ],
)
def test_how_far_measures_have_come_is_owed_until_its_day(scorer: Scorer, due: str, later: str, outcome: str) -> None:
    first = f"4月8日、館内で看板が落下し、2名がけがをしました。\n対策の実施状況は、{due}までにホームページで公表いたします。"
    told = tell(scorer, first, f"4月10日に公表した対策の{later}")
    (kept,) = follow(scorer, told)
    assert kept.outcome == PromiseOutcome(outcome)


def test_the_rest_of_a_promise_has_a_day_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、地区で断水が発生しました。\n\n【再発防止策】\n地区の水道管約4.6kmについて、5月末までに緊急点検を実施いたします。"
    later = "【再発防止策】\n地区の水道管のうち、1.9kmの点検を完了しました。残りの水道管は9月末までに順次点検いたします。"
    kept = follow_promises(tell(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.outcome, each.due) for each in kept if each.vow.due] == [
        (PromiseOutcome.OVERDUE, "2023-05-31"),
        (PromiseOutcome.OPEN, "2023-09-30"),
    ]


@pytest.mark.parametrize("wording", ["次回の報告は、本日18時を予定しています。", "続報は本日午後6時に当ページでお知らせします。"])
def test_what_is_promised_for_the_day_itself_can_be_late(scorer: Scorer, wording: str) -> None:
    first = f"4月10日7時、地区で断水が発生しました。\n{wording}"
    (kept,) = follow(scorer, tell(scorer, first, "断水につきまして、10時現在の状況をお知らせいたします。", days=1))
    assert (kept.outcome, kept.due, kept.late_days) == (PromiseOutcome.DONE, "2023-04-10", 1)


def test_what_is_told_of_today_is_no_day_to_come(scorer: Scorer) -> None:
    first = "4月10日7時、地区で断水が発生しました。\n本日10時現在の状況を、お知らせいたします。"
    assert [each.due for each in follow(scorer, tell(scorer, first)) if each.due] == []


def test_what_tells_only_of_the_act_beside_does_not_finish_the_other(scorer: Scorer) -> None:
    first = "4月8日、倉庫で火災が発生しました。\n当面、新規のお預かりを中止し、全倉庫8棟の電気設備を5月末までに点検します。"
    later = ("電気設備の点検は8棟のうち6棟で終え、残る2棟は9月15日までに行います。", "新規のお預かりは6月1日より再開しております。")
    kept = next(each for each in follow(scorer, tell(scorer, first, *later)) if "点検" in each.vow.wording)
    assert kept.outcome == PromiseOutcome.OVERDUE


@pytest.mark.parametrize(
    ("promise", "later", "late"),
    [
        ("近隣の皆様への説明会を4月22日に開きます。", "近隣の皆様への説明会には64名がご参加くださいました。", None),
        ("補償の方法は、4月末までに書面でご案内いたします。", "補償のご案内は、5月8日に全員へ発送しました。", 8),
        # What came of an act on a later day makes it no later, nor does an act beside it that has no day.
        ("改善計画書を4月28日までに市に提出します。", "4月28日、市に改善計画書を提出し、5月8日に受理されました。", 0),
        ("改善計画書を4月28日までに市に提出します。", "改善計画書は5月2日に市へ提出し、5月8日に受理されました。", 4),
        ("4月12日までに皆様にお電話し、お荷物の回収に伺います。", "お荷物の回収は、5月6日までに終えました。", None),
    ],
)
def test_how_late_is_what_the_sentence_tells(scorer: Scorer, promise: str, later: str, late: int | None) -> None:
    first = f"4月8日、倉庫で火災が発生し、お客様のお荷物を焼失しました。\n{promise}"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, late)


def test_results_given_before_the_announcement_are_as_late_as_it_says(scorer: Scorer) -> None:
    first = "4月8日、会員37名様に誤った薬を処方しました。\n抗体検査の結果は、4月20日までに対象の方へお知らせします。"
    later = "誤った処方につきまして、調査結果がまとまりましたので公表します。\n5 抗体検査\n結果は4月26日に通知しました。"
    (kept,) = follow(scorer, tell(scorer, first, later))
    assert (kept.outcome, [index for _, index in kept.seen], kept.late_days) == (PromiseOutcome.DONE, [2], 6)


@pytest.mark.parametrize(
    ("wording", "aim"),
    [
        ("6月30日までに改善状況の報告書を個人情報保護委員会に提出いたします。", PromiseAim.MEASURE),
        ("改善の状況は6月30日までに国土交通省へ報告します。", PromiseAim.MEASURE),
        ("退職された職員の方には、6月30日までに書面でお知らせいたします。", PromiseAim.REMEDY),
        ("対象の会員の方へは、6月30日までに個別にご連絡いたします。", PromiseAim.REMEDY),
        ("改善の状況は6月30日までにこのページでお知らせします。", PromiseAim.REPORT),
    ],
)
def test_what_goes_to_a_regulator_or_to_persons_is_no_next_announcement(scorer: Scorer, wording: str, aim: PromiseAim) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}"
    assert [(each.vow.aim, each.due) for each in follow(scorer, tell(scorer, first), date(2023, 6, 1))] == [(aim, "2023-06-30")]


def test_a_report_is_shown_by_what_opens_it_and_not_by_the_next_promise(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n新たにお知らせすべき事項が判明した場合は、速やかに公表いたします。"
    later = "4月10日に公表いたしました件につきまして、判明した内容をお知らせいたします。\n次回の公表は6月中旬を予定しております。"
    (kept,) = follow(scorer, tell(scorer, first, later), date(2023, 6, 1))
    assert (kept.outcome, [index for _, index in kept.seen]) == (PromiseOutcome.DONE, [0])


def test_what_says_that_it_follows_is_the_report_promised(scorer: Scorer) -> None:
    first = "4月8日、給食に金属片が混じり、児童1名が口の中を切りました。\n次のお知らせは4月20日に行います。"
    (kept,) = follow(scorer, tell(scorer, first, "学校給食について、続報です。\n機器の点検が終わりました。"))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, 20)
    (kept,) = follow(scorer, tell(scorer, first, "新しい練習場の利用を始めます。ご来場をお待ちしております。"))
    assert kept.outcome == PromiseOutcome.OVERDUE


def test_the_rest_is_told_in_the_words_of_the_sentence_before(scorer: Scorer) -> None:
    first = (
        "4月8日、会員640名様に誤った証明書を発行しました。\n"
        "訂正した証明書は598名に発送しました。残る42名については、住所の確認ができ次第お送りします。"
    )
    told = "訂正した証明書は、対象の640名全員に発送いたしました。春の検定でも6件の誤りが見つかり、6名の方に個別にご連絡いたしました。"
    (kept,) = follow(scorer, tell(scorer, first, told))
    assert (kept.outcome, [index for _, index in kept.seen]) == (PromiseOutcome.DONE, [0])


# promise of 10 April 2023, a later announcement of 10 May, outcome on 1 August
SAME_ACT = [
    # Words of correction, and days gone by for other things, take nothing back.
    (
        "配膳の前に職員2名で期限を確認します。",
        "4月10日に30名と公表しましたが、うち1名は食事を見合わせていたため訂正します。",
        "dropped",
    ),
    ("冷蔵庫の薬品に期限を大きく表示します。", "使用期限を過ぎた薬品について、新たな事実が判明しましたので、お知らせします。", "dropped"),
    ("冷蔵庫の薬品に期限を大きく表示します。", "冷蔵庫の薬品への表示は、置き場所を改めたため取りやめました。", "replaced"),
    # Nearer words than those of taking back tell it kept.
    (
        "固定具312個を4月末までに点検します。",
        "点検では、固定具のうち28個に緩みが見つかり、すべて交換しました。東館の昇降機は今年度の運転を行いません。",
        "done",
    ),
    ("東館の昇降機の点検を4月末までに行います。", "東館の昇降機の点検は、撤去することといたしましたので行いません。", "replaced"),
    # A stop goes on where what was stopped will not be; what is to go on again is not kept by a rule for stopping.
    ("東館の昇降機の運転を停止します。", "東館の昇降機につきましては、今年度の運転を行いません。", "done"),
    (
        "東館の昇降機の運転は、安全が確認され次第、再開いたします。",
        "異常があった場合は直ちに昇降機の運転を停止することを定めました。",
        "dropped",
    ),
    ("東館の昇降機の運転は、安全が確認され次第、再開いたします。", "東館の昇降機は、5月11日より運転を再開いたします。", "done"),
    # Who was disciplined keeps no other promise.
    ("配膳の前に職員2名で期限を確認します。", "厨房長を戒告、担当職員を厳重注意としました。", "dropped"),
]


@pytest.mark.parametrize(("promise", "later", "outcome"), SAME_ACT, ids=range(len(SAME_ACT)))
def test_only_words_on_the_same_act_tell_what_became_of_it(scorer: Scorer, promise: str, later: str, outcome: str) -> None:
    first = f"4月8日、会員37名様に誤った食事をお出ししました。\n\n【再発防止策】\n{promise}"
    assert [each.outcome for each in follow(scorer, tell(scorer, first, later))] == [PromiseOutcome(outcome)]


def test_a_thing_brought_in_later_is_a_promise_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、昇降機の固定具が外れ、お客様2名がお怪我をされました。\n\n【再発防止策】\n固定具312個を4月末までに点検します。"
    later = "【再発防止策】\n固定具の測定値を電子的に記録する装置を11月末までに導入します。"
    kept = follow_promises(tell(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.due) for each in kept] == [("s1", "2023-04-30"), ("s2", "2023-11-30")]


def test_results_to_be_shown_on_a_page_are_a_promise(scorer: Scorer) -> None:
    first = "4月8日、昇降機の固定具が外れ、お客様2名がお怪我をされました。\n点検結果は、当社ホームページで公表します。"
    assert [each.vow.aim for each in follow(scorer, tell(scorer, first))] == [PromiseAim.REPORT]


@pytest.mark.parametrize(
    "later",
    [
        "出入口の認証装置の導入は、部材の調達が遅れているため、時期を11月に変更いたします。",
        "出入口の認証装置は、納期が延びたため導入を11月に変更します。",
        "出入口の認証装置の導入につきましては、設計を見直したため、完了を11月へ繰り下げます。",
    ],
)
def test_a_day_openly_moved_is_that_of_the_promise(scorer: Scorer, later: str) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n\n【再発防止策】\n出入口の認証装置を5月末までに導入いたします。"
    kept = follow_promises(tell(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.outcome, each.vow.due, each.due) for each in kept] == [(PromiseOutcome.REPEATED, "2023-05-31", "2023-11-30")]


@pytest.mark.parametrize("wording", ["当面、一斉メールはお休みします。", "4月30日に予定していた見学会は、開催を見合わせます。"])
def test_what_is_stopped_is_so_once_it_is_said(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}"
    (kept,) = follow(scorer, tell(scorer, first, "対象の方への連絡を続けております。"))
    assert (kept.outcome, kept.due) == (PromiseOutcome.DONE, None)


@pytest.mark.parametrize(
    ("later", "made"),
    [
        (
            "5月20日から、幼児の教室の定員を8名に減らし、見守りの係を1名置きます。",
            [("s1", None), ("s2", "2023-05-20"), ("s2", "2023-05-20")],
        ),
        ("幼児の教室の休講は、5月末まで続けます。", [("s1", None)]),
    ],
)
def test_what_follows_a_stop_is_a_promise_of_its_own(scorer: Scorer, later: str, made: list[tuple[str, str | None]]) -> None:
    told = tell(scorer, "4月8日、幼児の教室で1名がけがをしました。\n4月10日から当面の間、幼児の教室を休講といたします。", later)
    kept = follow_promises(told, AS_OF, scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.due) for each in kept] == made
    assert kept[0].outcome == PromiseOutcome.DONE


@pytest.mark.parametrize(
    ("wording", "in_force"),
    [
        ("4月9日より本商品の製造を停止しております。", [True]),
        ("昇降機の検査は4月1日から全数行っております。", [True]),
        ("4月9日、係員が異常に気づき、昇降機を停止しております。", []),
    ],
)
def test_a_stop_told_as_so_is_in_force(scorer: Scorer, wording: str, in_force: list[bool]) -> None:
    kept = follow(scorer, tell(scorer, HURT + wording, "対象の方への連絡を続けております。"))
    assert [each.vow.in_force for each in kept] == in_force


@pytest.mark.parametrize(
    ("later", "late"),
    [("令和3年度分と令和4年度分の会費の還付は、5月20日までに行います。", [None, 5]), ("会費の還付は、5月20日までに行います。", [27, 5])],
)
def test_what_is_given_back_for_other_years_is_another_promise(scorer: Scorer, later: str, late: list[int | None]) -> None:
    told = tell(
        scorer,
        "令和5年度の会費を多く頂きました。\n会費の還付は、4月28日までに行います。",
        later,
        "多く頂いた会費の還付は、5月25日をもって全員について完了しました。",
    )
    kept = follow_promises(told, AS_OF, scorer.model.details[Detail.OUTCOMES])
    assert [each.late_days for each in kept] == late


NO_PROMISES = [
    "4月9日に個人情報保護委員会から指導を受けました。",
    "県へ報告し、警察にも相談しております。",
    "委託先に対し、業務の改善を指導しました。",
    "受付は7月31日までとします。",
    "このたび、外部の弁護士が調べた結果を公表します。",
    "4月9日までに全員へお詫びの電話をいたしました。",
    "お心当たりの方は6月末までにお申し出ください。",
    "4月9日に全職員へ手順書を送付し、48名から同意を得ています。",
    "委託業者に対する指定を4月30日をもって取り消すこととし、本日通知した。",
]


@pytest.mark.parametrize("wording", NO_PROMISES)
def test_what_is_no_promise(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}"
    assert follow(scorer, tell(scorer, first)) == []


@pytest.mark.parametrize("wording", ["6月末までに県へ改善の状況を報告します。", "委託先に対し、業務の改善を指導してまいります。"])
def test_what_is_a_promise(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n{wording}"
    assert [each.vow.wording for each in follow(scorer, tell(scorer, first))] == [wording]


def test_an_act_and_the_report_on_it_are_two_promises(scorer: Scorer) -> None:
    told = tell(scorer, "委託契約42件について、再委託の有無を6月末までに点検し、結果を公表します。", "対象の方への連絡を続けております。")
    kept = follow(scorer, told)
    assert [(each.vow.aim, each.due) for each in kept] == [(PromiseAim.MEASURE, "2023-06-30"), (PromiseAim.REPORT, "2023-06-30")]


def test_what_is_finished_promises_nothing(scorer: Scorer) -> None:
    told = tell(scorer, "積雪のため延期していた踏切7か所の緊急点検は、3月20日に完了しました。", "対象の方への連絡を続けております。")
    assert follow(scorer, told) == []


def test_a_denial_is_held_against_the_harm_it_denied(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "健康への影響は確認されておりません。個人情報の外部への流出はございません。",
        "うち1件では救急車の到着が約40分遅れ、お一人が骨折されました。会員213名様の氏名とメールアドレスが外部へ流出したことを確認いたしました。",
    )
    turns = [turn for course in find_drift(told) for turn in course.turns if turn.what == DriftKind.HARM]
    assert [("流出" in turn.before.value, "流出" in turn.after.value) for turn in turns] == [(True, True)]
