"""What a later announcement owns of what it tells otherwise, and what it only tells."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from analyzer.dossier.course.merging import merge_events
from analyzer.dossier.course.moments import delays, moments
from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.gathering.sources import gather
from analyzer.schema import DriftKind
from analyzer.scoring import Scorer
from tests.dossiers import tell, trace_files, turned

_FIRST_DAY = date(2023, 4, 10)


GRADED = "4月3日の検定試験で採点に誤りがあることが判明しました。答案を採点し直した結果、新たに7名を合格といたします。"
CHECKED = "当社の検査記録に、測定をせずに書かれた記載が12件ありました。原因は、現場の作業員1名が納期に追われ、測定を省いたことです。"
BLAMED = "貸出の記録が失われました。原因は、システムを納めた業者の作業手順の誤りです。"
LEAKED = "4月3日、当社のサーバーが不正アクセスを受け、会員214名様の氏名、住所が流出しました。"
FROZEN = "4月8日、遊具が落下し、2名がけがをされました。原因は、留め具の凍結とみております。"

OWNED = [
    (
        DriftKind.PERSONS,
        GRADED,
        "4月10日に公表した採点の誤りについて、ほかの科目を検証した結果、新たに12名を追加合格とし、追加合格者は合計19名となりました。",
        True,
    ),
    (DriftKind.PERSONS, GRADED, "答案をすべて採点し直しました。さらに受験者5名を合格とし、合格となる方は合わせて12名です。", True),
    (DriftKind.PERSONS, GRADED, "採点の誤りにより不合格とされていた方は19名です。19名を合格といたします。", False),
    (
        DriftKind.CAUSE,
        CHECKED,
        "虚偽は87件でした。4月10日の公表では12件、作業員1名によるものとしておりましたが、原因は、工場長が出荷を急ぐよう指示していたことでした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        BLAMED,
        "原因は、当館が控えの有無を確かめないまま作業を指示したことです。業者だけに責任があるかのような4月10日のご説明は適切ではありませんでした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        BLAMED,
        "原因は、当館が控えの有無を確かめないまま作業を指示したことです。業者の手順の誤りとした前回の発表は、妥当なものではありませんでした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        BLAMED,
        "原因は、当館が控えの有無を確かめないまま作業を指示したことです。窓口での利用者の方へのご説明は適切ではありませんでした。",
        False,
    ),
    (
        DriftKind.CAUSE,
        CHECKED,
        "虚偽の記載は87件でした。原因は、品質保証部が試験機の故障を放置していたことです。前回の公表内容を訂正し、お詫び申し上げます。",
        True,
    ),
    (
        DriftKind.DATA_KINDS,
        LEAKED,
        "4月10日に公表いたしました情報の流出について、追加の調査により新たに判明した事項をご報告します。会員の皆様のパスワードも流出していたことが判明いたしました。",
        True,
    ),
    (
        DriftKind.DATA_KINDS,
        LEAKED,
        "会員214名様の情報の流出について、会員の皆様の氏名、パスワードが流出したことを確認しております。",
        False,
    ),
    (
        DriftKind.DATA_KINDS,
        LEAKED,
        "お便りの内容に事実と異なる点がございました。ここに訂正いたします。\n○流出したのは、会員の皆様の氏名とパスワードでした。",
        True,
    ),
    (DriftKind.CAUSE, FROZEN, "調べた結果、留め具のばねが折れていたことが原因でした。凍結が原因とした当初の見方は誤りでした。", True),
    (DriftKind.CAUSE, FROZEN, "原因は、留め具の凍結ではなく、ばねが折れていたことでした。", True),
]


@pytest.mark.parametrize(("what", "earlier", "later", "owned"), OWNED, ids=range(len(OWNED)))
def test_what_is_owned_of_the_whole_announcement_is_owned_of_each_matter(
    scorer: Scorer, what: DriftKind, earlier: str, later: str, *, owned: bool
) -> None:
    assert [owns for _, _, owns in turned(scorer, what, earlier, later)] == [owned]


PRESS = "本日、当部に関する記事が掲載されましたが、記事にあるような暴力の事実は確認されておりません。"
ILL = "4月8日夜より、当園の園児数名に嘔吐などの症状が見られましたが、現在はいずれも快方に向かっております。"
POISONED = "4月8日の給食により食中毒が発生し、園児31名に発熱の症状があり、うち3名が入院されています。"
SPILT = "当社の配水の設備が停止し、井戸水の検査で大腸菌が検出されました。"
STOLEN = "4月8日、当社のサーバーが不正アクセスを受けました。会員のパスワードの漏えいは確認されておりません。"

HARM = [
    (
        (PRESS, "聞き取りの結果、顧問が複数の部員に対し、威圧的な言動を繰り返していた可能性があることが判明いたしました。"),
        [("…記事にあるような暴力の事実は確認されておりません。", "可能性がある", False)],
    ),
    (
        (
            PRESS,
            "調査委員会は、顧問が部員9名に対し平手打ちや暴言を計20回行っていたことを認定しました。部員のうち2名は適応障害と診断されています。",
        ),
        [("…記事にあるような暴力の事実は確認されておりません。", "平手打ち", False)],
    ),
    ((PRESS, "調査委員会を設け、記事にある暴力の有無を調査しております。部員への聞き取りを続けています。"), []),
    (
        (
            ILL,
            POISONED,
            "入院されていた園児1名が、4月20日にお亡くなりになりました。"
            "4月10日のお知らせで「快方に向かっております」としましたが、その時点で1名が入院しており、事実と異なるご説明でした。",
        ),
        [("快方に向かって", "お亡くなり", True)],
    ),
    (
        (
            f"{SPILT}健康被害の報告は受けておりません。",
            f"{SPILT}腹痛の症状を訴える方が17名いらっしゃいます。水道水との因果関係は現在のところ確認されておりません。",
        ),
        [("健康被害", "17名", False)],
    ),
    (
        (
            f"{SPILT}腹痛の症状を訴える方が17名いらっしゃいます。水道水との因果関係は現在のところ確認されておりません。",
            "採水した8か所すべてにおいて、大腸菌は検出されず、水質基準に適合していることを確認しました。",
        ),
        [],
    ),
    (
        (
            STOLEN,
            "調査の結果、会員のパスワードも漏えいした可能性があることが判明いたしました。カードの不正利用が203件確認されました。",
        ),
        [("パスワード", "パスワード", False)],
    ),
    # Other harm than the accounts, which are held against themselves alone.
    ((STOLEN, "会員のパスワードの漏えいは確認されておりません。当期の業績に与える影響は現在精査中です。"), []),
    (
        (
            "4月8日、会員214名様の住所が流出しました。不審なメールが届いたなどの報告は受けておりません。",
            "4月20日以降、流出した住所あてに当社をかたるメールが届いたとのご連絡を9件いただいております。",
        ),
        [("不審なメール", "かたるメール", False)],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), HARM, ids=range(len(HARM)))
def test_harm_is_held_against_what_denied_or_softened_it(
    scorer: Scorer, texts: Sequence[str], expected: Sequence[tuple[str, str, bool]]
) -> None:
    found = turned(scorer, DriftKind.HARM, *texts)
    assert [owns for _, _, owns in found] == [owns for _, _, owns in expected]
    for (before, after, _), (denied, came, _) in zip(found, expected, strict=True):
        assert denied in before
        assert came in after


STOPPED = "システムの点検のため、4月10日よりカード決済を一時的に休止いたします。再開の時期は決まり次第お知らせいたします。"
PRESSED = "本日の報道にありますような会員情報の流出の事実は、確認されておりません。"
TOLD_LATER = "4月8日、カード会社からの連絡により、会員214名様のカード情報の漏えいが判明いたしました。深くお詫び申し上げます。"


@pytest.mark.parametrize(
    ("first", "waited"),
    [
        (STOPPED, "P30D"),
        ("設備の都合により、当面の間、営業をお休みさせていただきます。皆様にはご不便をおかけいたします。", "P30D"),
        (PRESSED, "P2D"),
        ("4月10日、カード会社より情報の流出の懸念がある旨の連絡を受け、同日18時にカード決済を停止いたしました。", "P2D"),
        ("カード情報の漏えいの疑いがあるとの連絡を受け、調査しております。皆様に深くお詫び申し上げます。", "P2D"),
    ],
    ids=range(5),
)
def test_a_notice_that_tells_nothing_published_nothing(scorer: Scorer, first: str, waited: str) -> None:
    known = tell(scorer, first, TOLD_LATER, days=28)
    assert delays(moments(known, (), merge_events(known)))["detected_to_published"] == waited


WELL = "4月8日、井戸水の検査で大腸菌が検出されました。"
DAMAGED = "当社が行った工事により、地中の管に傷がついていることが判明しました。"

RECALLED = "商品に破片が混入したため、6,200個を回収いたします。"
PAID_TWICE = "4月3日、給付金を412世帯に二重に支給したことが判明いたしました。"
FELL = "4月8日、園庭の遊具が倒れ、園児1名がけがをしました。"

COUNTED_THERE = [
    # Those who fell ill, whatever stands between them and their number.
    (
        DriftKind.PERSONS,
        f"{WELL}4月9日までに、腹痛の症状を訴える方が17名いらっしゃいます。",
        f"{WELL}症状を訴えられた方は、4月22日現在で41名です。",
        [("17名", "41名", True)],
    ),
    (
        DriftKind.PERSONS,
        "給食を召し上がった園児29名、職員3名の計32名に、4月8日午後8時頃から嘔吐・下痢の症状があり、うち4名が入院されています。",
        "4月8日の給食による食中毒について、患者数は、その後の保健所の調査により38名(園児34名、職員4名)となりました。",
        [("計32名", "38名", True)],
    ),
    # What was sampled is not what was found.
    (
        DriftKind.ITEMS,
        "4月8日に井戸の3か所で採水した水を検査したところ、大腸菌が検出されました。",
        "4月20日に採水した6か所の再検査の結果、再び大腸菌が検出されました。",
        [],
    ),
    (
        DriftKind.ITEMS,
        "4月8日、貯水槽の3か所から大腸菌が検出されました。",
        "大腸菌が検出された貯水槽は6か所でした。",
        [("3か所", "6か所", False)],
    ),
    # What was told as the number of the day, and what was told as the number.
    (
        DriftKind.ITEMS,
        f"{DAMAGED}現時点で39件の損傷を確認しております。引き続き調査を進めております。",
        f"{DAMAGED}全区間の調査を終え、損傷は45件でした。",
        [("39件", "45件", True)],
    ),
    (DriftKind.ITEMS, f"{DAMAGED}損傷は39件です。", f"{DAMAGED}全区間の調査を終え、損傷は45件でした。", [("39件", "45件", False)]),
    (DriftKind.ITEMS, f"{DAMAGED}現時点で39件の損傷を確認しております。", f"{DAMAGED}損傷は45件でした。", [("39件", "45件", False)]),
    (
        DriftKind.ITEMS,
        f"{DAMAGED}4月9日までに39件の損傷を確認しております。",
        f"4月20日現在の状況をお知らせいたします。{DAMAGED}損傷は45件です。",
        [("39件", "45件", True)],
    ),
    # What was added, and what a further look came to.
    (
        DriftKind.ITEMS,
        RECALLED,
        "対象となる商品に製造番号K-31からK-38を追加し、計9,300個を回収いたします。",
        [("6,200個", "9,300個", True)],
    ),
    (DriftKind.ITEMS, RECALLED, "倉庫に残っていた品も含めて、合計9,300個を回収いたします。", [("6,200個", "9,300個", True)]),
    (
        DriftKind.ITEMS,
        RECALLED,
        "破片の混じった商品9,300個を回収いたします。お詫びの品を加えてお送りします。",
        [("6,200個", "9,300個", False)],
    ),
    (DriftKind.PERSONS, PAID_TWICE, "二重に支給した世帯は、その後の精査により438世帯となりました。", [("412世帯", "438世帯", True)]),
    (DriftKind.PERSONS, PAID_TWICE, "その後に確認したところ、二重に支給した世帯は438世帯でした。", [("412世帯", "438世帯", True)]),
    (DriftKind.PERSONS, PAID_TWICE, "その後の調査についてご報告します。二重に支給した世帯は438世帯です。", [("412世帯", "438世帯", False)]),
    # Those who are to work are no victims.
    (DriftKind.PERSONS, FELL, f"{FELL}夜間の見回りの体制については、直ちに2名から5名へ増員いたします。", []),
    (DriftKind.PERSONS, FELL, f"{FELL}宿直の人員を、4月より3名から5名に増やしました。", []),
    (DriftKind.PERSONS, FELL, "4月8日、園庭の遊具が倒れ、園児3名がけがをしていたことが分かりました。", [("1名", "3名", False)]),
]


@pytest.mark.parametrize(("what", "earlier", "later", "expected"), COUNTED_THERE, ids=range(len(COUNTED_THERE)))
def test_what_a_count_is_of_and_of_when(
    scorer: Scorer, what: DriftKind, earlier: str, later: str, expected: Sequence[tuple[str, str, bool]]
) -> None:
    found = turned(scorer, what, earlier, later)
    assert [owns for _, _, owns in found] == [owns for _, _, owns in expected]
    assert all(old in before and new in after for (before, after, _), (old, new, _) in zip(found, expected, strict=True))


MARKED = "4月5日に実施した採用試験の採点に誤りがあることが判明しました。受験者31名が誤って不合格とされていました。"

LONGER = [
    ("4月10日に公表した採点の誤りについて、試験の記録をお知らせします。採用試験の採点の誤りは、解答例の取り違えによるものでした。", False),
    ("令和元年度から令和5年度までの採用試験を検証した結果、ほかに採点の誤りはありませんでした。", False),
    ("2020年4月以降の試験の答案を点検したところ、採点の誤りが計87件あることが判明いたしました。", False),
    ("採用試験の採点の誤りは、2020年4月から続いていたことが判明いたしました。", True),
    ("令和3年度の採用試験においても採点の誤りがあり、受験者12名が不合格とされていました。", True),
]


@pytest.mark.parametrize(("later", "longer"), LONGER, ids=range(len(LONGER)))
def test_what_was_looked_through_is_not_when_it_was(scorer: Scorer, later: str, *, longer: bool) -> None:
    assert bool(turned(scorer, DriftKind.PERIOD, MARKED, later)) == longer


PAID = "令和5年3月31日に、給付金を412世帯に二重に振り込みました。"
MADE = "対象は2022年9月から2023年2月に製造した4,800個です。"
SPED = "4月8日、本線で先頭の車両が脱線し、終日運転を見合わせました。"
ASKED = "2023年4月3日に外部から寄せられた申立てを受け、予備の調査を行った結果、論文1報の図2点に不正の疑いがあると判断しました。"

OF_ONE_PERIOD: list[tuple[Sequence[str], Sequence[tuple[str, str]]]] = [
    (
        (
            PAID,
            "4月20日に発送した納付書のうち19世帯分に、別の世帯の氏名が印字されていました。",
            "3月に発生した給付金の二重支給について、対象は438世帯です。",
        ),
        [],
    ),
    (
        (
            PAID,
            "4月20日に発送した納付書のうち19世帯分に、別の世帯の氏名が印字されていました。",
            "二重の振込は令和4年12月から行われていました。",
        ),
        [("令和5年3月31日", "令和4年12月")],
    ),
    (
        (MADE, "4月20日に、破片を飲み込んだお子様が手術を受けられる事故が発生しました。", "対象は2021年6月以降に製造した5万2千個です。"),
        [("2022年9月から2023年2月", "2021年6月")],
    ),
    ((SPED, "継電器の配線が、昨年11月の更新工事の際に誤って接続され、進行の信号が出る状態となっていました。"), []),
    ((SPED, "同じ脱線は昨年11月から発生しており、計3回でした。"), [("4月8日", "昨年11月")]),
    ((ASKED, "論文7報の図18点に改ざんを認定しました。不正が行われた期間は2017年4月から2022年10月までです。"), []),
    (
        (
            "不正な加工は2022年4月に始まっていました。",
            "論文7報の図18点に改ざんを認定しました。不正が行われた期間は2017年4月から2022年10月までです。",
        ),
        [("2022年4月", "2017年4月から2022年10月")],
    ),
]


@pytest.mark.parametrize(("texts", "expected"), OF_ONE_PERIOD, ids=range(len(OF_ONE_PERIOD)))
def test_only_days_of_one_thing_are_one_period(scorer: Scorer, texts: Sequence[str], expected: Sequence[tuple[str, str]]) -> None:
    assert [(before, after) for before, after, _ in turned(scorer, DriftKind.PERIOD, *texts)] == expected


@pytest.mark.parametrize(
    ("later", "found"),
    [
        ("昨年10月と本年2月にも、園児1名が車内に残されていたことが分かりました。", 0),
        ("昨年10月の登園時においても、園児1名が車内に残されていたことが判明しました。", 0),
        ("また、1月26日(日)にも園児1名が車内に残される事案が起きておりました。", 0),
        ("園児が車内に残される状態は、昨年10月から続いていました。", 1),
    ],
)
def test_another_case_is_no_day_silently_changed(scorer: Scorer, tmp_path: Path, later: str, found: int) -> None:
    dossier = trace_files(scorer, tmp_path, "4月8日、送迎バスの車内に園児1名を置き去りにする事案が発生しました。", later)
    assert [drift.what for drift in dossier.drift if drift.what == DriftKind.PERIOD] == [DriftKind.PERIOD]
    assert len([finding for finding in dossier.findings if finding.code == "DOS02"]) == found


DELAYED = "4月8日7時42分頃、信号の設備に不具合が発生し、列車が遅れました。安全上の問題は確認されておりません。"
DERAILED = "4月20日6時21分頃、列車が脱線し、お客様5名が軽いけがをされました。お怪我をされたお客様に心よりお詫び申し上げます。"
ROTTEN = "4月8日、配食の弁当に異物が混入する事故が発生しました。体調を崩された方はいらっしゃいません。"


@pytest.mark.parametrize(
    ("first", "later", "turns", "accused"),
    [
        (DELAYED, DERAILED, [], False),
        (
            ROTTEN,
            "4月20日、配食の弁当により食中毒が発生しました。召し上がった12名の方が腹痛と発熱を訴え、医療機関を受診されました。",
            ["12名の方が腹痛"],
            False,
        ),
        (ROTTEN, "4月8日の弁当を召し上がった12名の方が腹痛と発熱を訴え、医療機関を受診されました。", ["12名の方が腹痛"], True),
        (
            "4月8日、回転する部品が外れました。お怪我の報告はございません。",
            "対象の製品を次のとおり拡大し、自主回収いたします。部品の破片で手指を切る事例が3件発生しました。お怪我をされた方にお詫び申し上げます。",
            ["3件発生"],
            True,
        ),
        (
            "4月8日、自主回収を始めました。健康被害のご報告はございません。",
            "4月15日、回収の対象の商品を召し上がったお客様1名が発疹を発症され、医療機関を受診されたとのご連絡をいただきました。",
            ["1名が発疹"],
            False,
        ),
        (
            "4月8日、自主回収を始めました。健康被害のご報告はございません。",
            "4月7日、回収の対象の商品を召し上がったお客様1名が発疹を発症され、医療機関を受診されたとのご連絡をいただいておりました。",
            ["1名が発疹"],
            True,
        ),
        (
            "4月8日、名簿の置き場所を閉じました。お名前が外に出た事実は確認されておりません。",
            "4月20日に受け取った調査の報告により、会員様40名のお名前が流出していたことが判明いたしました。",
            ["流出していた"],
            True,
        ),
    ],
    ids=range(7),
)
def test_what_happened_only_later_overturns_no_denial(
    scorer: Scorer, tmp_path: Path, first: str, later: str, turns: Sequence[str], *, accused: bool
) -> None:
    found = turned(scorer, DriftKind.HARM, first, later)
    assert [owned for _, _, owned in found] == [False] * len(turns)
    assert all(told in after for (_, after, _), told in zip(found, turns, strict=True))
    assert ("DOS01" in {finding.code for finding in trace_files(scorer, tmp_path, first, later).findings}) == accused


@pytest.mark.parametrize(
    ("third", "turns"),
    [
        ("検証の結果がまとまりました。対象は438世帯、過支給額は1,314万円です。", ["1,314万円"]),
        ("検証の結果がまとまりました。対象は451世帯、過支給額は1,353万円です。", ["1,314万円", "1,353万円"]),
    ],
)
def test_a_number_told_again_is_told_otherwise_once(scorer: Scorer, third: str, turns: Sequence[str]) -> None:
    first = "4月8日に、支給決定済みの412世帯に対し、給付金を二重に振り込みました。過支給額は1,236万円です。"
    found = turned(scorer, DriftKind.MONEY, first, "対象世帯は438世帯、過支給額は1,314万円です。", third)
    assert [after for _, after, _ in found] == turns


def test_the_hurt_are_one_row_in_whole_words(scorer: Scorer) -> None:
    first = "4月8日、舞台が傾き、お客様5名が軽いけがをされました。"
    second = "けがをされた方は、前回5名とお知らせしましたが、9名(うち骨折1名)となっております。"
    found = turned(scorer, DriftKind.PERSONS, first, second, "負傷されたお客様は11名です。9名の方と示談が成立しております。")
    assert [(owned, after.count("(") == after.count(")")) for _, after, owned in found] == [(True, True), (False, True)]
    assert "9名" in found[1][0]
    assert "11名" in found[1][1]


@pytest.mark.parametrize(
    ("later", "turns"),
    [
        ("本日まで、カードが悪用されたとのお話はいただいておりません。", 0),
        ("カードが悪用されたとのお申し出は、これまで一件もございません。", 0),
        ("カードが悪用された事例は、これまで把握しておりません。", 0),
        ("カードが悪用された会員の方はいらっしゃいません。", 0),
        ("1名のカードが悪用されていましたが、ほかに悪用された方はいらっしゃいません。", 1),
        ("カードが悪用されたとのお申し出を3件いただいております。", 1),
    ],
)
def test_that_no_word_of_harm_came_tells_no_harm(scorer: Scorer, later: str, turns: int) -> None:
    first = "4月8日、会員のカード番号を記した書類を紛失しました。悪用の報告は受けておりません。"
    later = f"会員の書類の紛失について、その後の状況をお知らせします。{later}"
    assert len([turn for turn in turned(scorer, DriftKind.HARM, first, later) if "悪用" in turn[1]]) == turns


@pytest.mark.parametrize(
    ("first", "later", "owned"),
    [
        (
            "予備調査の結果、論文1報の図2点に不正の疑いがあると判断しました。",
            "調査委員会の報告を受けました。論文7報の図18点に改ざんを認定しました。",
            True,
        ),
        (
            "調べたところ、論文1報の図2点に改ざんがありました。",
            "調査委員会の報告を受けました。論文7報の図18点に改ざんを認定しました。",
            False,
        ),
        ("予備調査の結果、論文1報の図2点に不正の疑いがあると判断しました。", "論文7報の図18点に改ざんがありました。", False),
    ],
)
def test_a_full_inquiry_after_a_first_one_changes_no_number_silently(scorer: Scorer, first: str, later: str, *, owned: bool) -> None:
    found = turned(scorer, DriftKind.ITEMS, first, later)
    assert found
    assert {owns for _, _, owns in found} == {owned}


@pytest.mark.parametrize(
    ("later", "reframed"),
    [("被害補償の状況および体制の変更について", False), ("被害者支援の窓口の開設について", False), ("社員による暴力の被害について", True)],
)
def test_a_title_of_help_names_no_harm(scorer: Scorer, later: str, *, reframed: bool) -> None:
    texts = ("調査の報告書を受領いたしました。", "補償の窓口に9名の方からお申し出がありました。社員が暴力を振るっていました。")
    courses = find_drift(tell(scorer, *texts, titles=("報告書の受領について", later), days=14))
    assert any(course.what == DriftKind.TITLE for course in courses) == reframed


OUTAGE = "本日のサービスの停止は復旧いたしました。原因は、装置の更新作業に伴う不具合です。データの消失はございません。"
LOST = "データの消失が判明しました。原因は、装置ベンダーより提供されたプログラムが書き込み途中の記録を破棄したことによるものです。"


@pytest.mark.parametrize(
    ("correction", "owned"),
    [
        (
            "当初「データの消失はございません」とお知らせしておりましたが、57社の消失が判明いたしました。お知らせの内容を訂正いたします。",
            [False],
        ),
        ("お知らせの内容を訂正いたします。", [True]),
        ("前回の公表内容を訂正し、お詫び申し上げます。", [True]),
    ],
)
def test_a_correction_of_one_thing_quoted_owns_no_other(scorer: Scorer, correction: str, owned: Sequence[bool]) -> None:
    assert [owns for _, _, owns in turned(scorer, DriftKind.CAUSE, OUTAGE, f"{correction}{LOST}")] == owned


@pytest.mark.parametrize(
    ("later", "quoted"),
    [
        (
            "残る12社の控えは設定が誤っており、復元できないことが判明いたしました。本件は、当社が試験を省略したことに起因するものです。",
            "試験を省略したこと",
        ),
        ("市への報告書の提出も行っておりませんでした。原因は、当社が試験を省略したことです。", "試験を省略したこと"),
    ],
)
def test_the_cause_is_quoted_from_what_calls_it_so(scorer: Scorer, later: str, quoted: str) -> None:
    first = "データが消失しました。原因は、装置を納めた会社の更新プログラムの不具合によるものです。当社の責任ではございません。"
    found = turned(scorer, DriftKind.CAUSE, first, later)
    assert len(found) == 1
    assert quoted in found[0][1]


def test_a_part_corrected_is_held_against_that_part(scorer: Scorer) -> None:
    first = "4月8日現在、212名のお客様から症状のお申し出があり、うち9名の方が入院を要する重い症状と診断されております。"
    found = turned(scorer, DriftKind.PERSONS, first, "前回のお知らせで重症の方を9名としておりましたが、正しくは11名でした。")
    assert [(before[-2:], after[-3:], owned) for before, after, owned in found] == [("9名", "11名", True)]


def test_a_denial_taken_back_stands_in_the_row_that_tells_it(scorer: Scorer) -> None:
    texts = (
        "本品の品質に問題はございません。",
        "発疹などの症状が生じたとのお申し出を24件いただきましたため、自主回収いたします。",
        "212名のお客様に発疹の症状が生じております。4月10日に「品質に問題はございません」とお知らせしましたが、誤りでした。",
    )
    courses = [course for course in find_drift(tell(scorer, *texts, days=14)) if course.what == DriftKind.HARM]
    assert [[said.announcement.id for said in course.told] for course in courses] == [["s1", "s2", "s3"]]
    assert [(turn.after.announcement.id, turn.acknowledged) for turn in courses[0].turns] == [("s2", False), ("s3", True)]


@pytest.mark.parametrize(
    ("later", "longer"),
    [
        ("施設長はこのような運用が昨年秋から続いていることを知りながら、是正していませんでした。", False),
        ("鳴動を切る慣行が昨年秋より行われていたことを、施設長は知りながら是正していませんでした。", False),
        ("センサーが鳴らない状態は、昨年秋から続いていました。", True),
    ],
)
def test_how_long_a_practice_went_on_is_not_when_it_happened(scorer: Scorer, later: str, *, longer: bool) -> None:
    first = "4月8日、センサーが鳴らず、利用者様が廊下で転倒される事故が発生しました。"
    assert bool(turned(scorer, DriftKind.PERIOD, first, later)) == longer


def test_a_report_in_the_press_is_no_cause(scorer: Scorer) -> None:
    first = "本日、週刊誌のサイトに、当塾の元講師に関する記事が掲載されました。記事にあるような盗撮の事実は確認されておりません。"
    later = "4月10日のお知らせでは事実を確認していないとご説明しましたが、実際には生徒からの申告を受け、講師が撮影を認めておりました。"
    assert turned(scorer, DriftKind.CAUSE, first, later) == []
    assert [owned for _, _, owned in turned(scorer, DriftKind.HARM, first, later)] == [True]


@pytest.mark.parametrize(
    ("first", "denial"),
    [
        ("なお、1通目のメールに氏名や住所などは一切含まれておりませんので、ご安心ください。", "一切含まれておりません"),
        ("このメールに会員様の氏名は記載されておりません。開かずに削除してください。", "記載されておりません"),
        ("お問い合わせの際は、会員様の氏名をお知らせください。", "氏名、住所は含まれて"),
    ],
)
def test_the_first_denial_of_a_kind_of_data_is_the_one_asked_about(scorer: Scorer, tmp_path: Path, first: str, denial: str) -> None:
    second = "4月8日、宛先が見える状態でメールを送信しました。\n漏えいした情報:メールアドレス\n※氏名、住所は含まれておりません。"
    third = "漏えいした情報:メールアドレス 200件\nうち38件には会員様の氏名が登録されており、あわせて閲覧できる状態でした。"
    findings = trace_files(scorer, tmp_path, f"4月8日にお送りしたメールを送り直しました。{first}", second, third).findings
    assert [denial in finding.message for finding in findings if finding.code == "DOS01"] == [True]


HELD = "4月3日、受講の申込みの結果を取り違えてお知らせしました。会員情報の漏えいは一切ございません。"
SICK = "4月3日、内視鏡の洗浄の手順が守られていなかったことが判明しました。現時点で健康被害は確認されておりません。"
SEEN = "4月3日、会員88名の住所が漏えいしていたことが判明しました。不正利用は確認されておりません。"


@pytest.mark.parametrize(
    ("first", "later", "came"),
    [
        (HELD, "4月3日の取り違えについて、調査の結果、会員88名の住所が漏えいしていたことが分かりました。", ["漏えいしていた"]),
        (HELD, "4月3日の取り違えについて、受講者名簿の流出が確認されました。", ["流出が確認"]),
        (HELD, "4月3日の取り違えについて、電話番号が、ほかの会員様のマイページに表示されていたことが分かりました。", ["マイページ"]),
        (HELD, "4月3日の取り違えについて、会員情報が漏えいしていないことを確認しました。", []),
        (HELD, "4月3日の取り違えについて、漏えいが確認された場合は、個別にご連絡いたします。", []),
        (SICK, "4月3日の洗浄の件で検査を進めたところ、患者様3名にB型肝炎の陽性反応が確認されました。", ["陽性反応"]),
        (SICK, "4月3日の洗浄の件で検査を終えました。うち2名は当院での感染と考えられるとの結論に至りました。", ["感染と考え"]),
        (SICK, "4月3日の洗浄の件で検査を終えました。陽性の方はいらっしゃいませんでした。", []),
        (SEEN, "4月3日の漏えいについて、会員5名のカードが不正に利用されていたことを確認しました。", ["不正に利用"]),
        (SEEN, "4月3日の漏えいについて、会員88名の住所が漏えいしていたことを改めてお詫びします。", []),
    ],
    ids=range(10),
)
def test_what_was_denied_has_come_in_whatever_words_it_is_told(scorer: Scorer, first: str, later: str, came: Sequence[str]) -> None:
    found = turned(scorer, DriftKind.HARM, first, later)
    assert len(found) == len(came)
    assert all(word in after for (_, after, _), word in zip(found, came, strict=True))


CARRIED = "4月3日、遊覧船が桟橋に接触しました。病院に搬送されたお客様は5人です。原因は、操船を請け負う会社の船長が確認を怠ったことです。"


@pytest.mark.parametrize(
    ("later", "hurt"),
    [
        (
            "病院に搬送されたお客様は8人でした。前回の公表で5人としておりましたが、ご自分で受診された3人が含まれておりませんでした。",
            ["8人"],
        ),
        (
            "4月10日の公表で搬送された方を5人とお伝えしましたが、正しくは8人でした。翌日に受診された3人の方が抜けておりました。",
            ["8人"],
        ),
        ("病院に搬送されたお客様は、当日までに5人でした。この5人には、係員も含まれております。", []),
    ],
    ids=range(3),
)
def test_those_left_out_of_a_count_are_not_the_new_count_nor_its_correction_a_cause(
    scorer: Scorer, later: str, hurt: Sequence[str]
) -> None:
    found = turned(scorer, DriftKind.PERSONS, CARRIED, later)
    assert [owned for _, _, owned in found] == [True] * len(hurt)
    assert all(number in after for (_, after, _), number in zip(found, hurt, strict=True))
    assert not turned(scorer, DriftKind.CAUSE, CARRIED, later)
    assert not turned(scorer, DriftKind.CONTRACTOR, CARRIED, later)


@pytest.mark.parametrize(
    ("gift", "turns"),
    [
        ("お一人様2,500円分の商品券を5月末までにお送りいたします。", 0),
        ("対象の方には、お一人5,000円をお支払いいたします。", 0),
        ("対象の会員様は120名です。", 1),
    ],
    ids=range(3),
)
def test_what_each_one_gets_counts_nobody(scorer: Scorer, gift: str, turns: int) -> None:
    first = f"4月3日、会員証の再発行の手続きに誤りがありました。{gift}"
    later = "4月3日の会員証の件です。対象の会員様は1,340名でした。"
    assert len(turned(scorer, DriftKind.PERSONS, first, later)) == turns


STALLED = "4月3日、踏切の故障により電車が止まりました。影響人員は約3,000人、届かなかった案内は1,480件です。"


@pytest.mark.parametrize(
    ("what", "later", "after"),
    [
        (DriftKind.PERSONS, "4月3日の踏切の故障による影響人員は約2万4千人でした。", ["約2万4千人"]),
        (DriftKind.PERSONS, "4月3日の踏切の故障の件です。復旧にあたった人員は延べ2,400人でした。", []),
        (DriftKind.ITEMS, "4月3日の踏切の故障の件です。また、案内に誤った時刻を記した例が14件あったことが分かりました。", []),
        (DriftKind.ITEMS, "4月3日の踏切の故障の件です。届かなかった案内は2,960件でした。", ["2,960件"]),
        (DriftKind.ITEMS, "4月3日の踏切の故障の件です。また、届かなかった案内は2,960件でした。", ["2,960件"]),
    ],
    ids=range(5),
)
def test_staff_and_what_is_added_beside_are_no_new_number_of_those_affected(
    scorer: Scorer, what: DriftKind, later: str, after: Sequence[str]
) -> None:
    assert [value for _, value, _ in turned(scorer, what, STALLED, later)] == after


@pytest.mark.parametrize(
    ("first", "turns"),
    [
        ("回線の一時的な混雑によるもので、予約の公平性に影響はございません。", 1),
        ("本件は回線の混雑に起因するものであり、会員情報の流出はございません。", 1),
        ("通信機器の不調が原因で、お支払いの内容に問題はございません。", 1),
        ("予約の公平性に影響はございません。", 0),
        ("お申し出のあった頭痛は持病によるもので、当館の設備による健康への影響はございません。", 0),
    ],
    ids=range(5),
)
def test_a_cause_told_beside_a_denial_of_harm_is_told(scorer: Scorer, first: str, turns: int) -> None:
    later = "4月10日の公表で原因を回線の混雑や機器の不調とご説明しましたが、誤りであり、予約の締切を二重に設定したことが原因でした。"
    assert len(turned(scorer, DriftKind.CAUSE, f"4月3日、予約の受付が止まりました。{first}", later)) == turns


def test_two_announcements_of_one_day_are_told_apart_by_their_numbers(scorer: Scorer, tmp_path: Path) -> None:
    for at, (hour, lines) in enumerate((("9", "3万"), ("17", "21万"))):
        text = f"お知らせ\n2023-04-10\n株式会社みなと通信\n\n4月10日、通信の障害が発生しました。影響を受けた回線は約{lines}回線です。"
        (tmp_path / f"2023-04-10_{at}.txt").write_text(f"{text}次は{hour}時にお知らせします。\n", encoding="utf-8")
    (incident,) = gather([tmp_path], one_incident=True, say=lambda line: None).incidents
    (message,) = [found.message for found in make_dossier(incident, scorer, date(2023, 6, 1)).findings if found.code == "DOS02"]
    assert "2023-04-10(1)の「約3万回線」" in message and "2023-04-10(2)の「約21万回線」" in message
