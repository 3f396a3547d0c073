"""Whether a later announcement says that what it tells is other than before, and what is no change at all."""

import pytest

from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.quantities import find_counts
from analyzer.schema import DriftKind
from analyzer.scoring import Scorer
from tests.dossiers import tell, turned

_PAPERS = "4月8日、検定の採点に誤りがあり、答案27件の得点が誤っていたことが判明しました。"
_CANS = "4月8日、缶詰に金属片が混入したおそれがあるため、缶詰「浜の煮物」2,400缶を回収いたします。"
_MEMBERS = "4月8日、委託先のサーバーが不正アクセスを受け、会員{before}の氏名が流出しました。"


@pytest.mark.parametrize(
    ("what", "first", "later", "owned"),
    [
        (DriftKind.ITEMS, _PAPERS, "全校の答案を再点検した結果、得点が誤っていた答案は1,139件となりました。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は1,139件となりました。", False),
        (DriftKind.ITEMS, _CANS, "同じ釜で煮た「山の煮物」も対象に加え、回収する缶詰は合計5,100缶となります。", True),
        (DriftKind.ITEMS, _CANS, "回収する缶詰は5,100缶となります。", False),
        (DriftKind.PERSONS, _MEMBERS.format(before="約42万人"), "重複を除いた会員は38万7,215人でした。", True),
        (
            DriftKind.ITEMS,
            _PAPERS,
            "4月10日付「検定の採点の誤りについて」の内容に誤りがありましたので、お詫びいたします。\n得点が誤っていた答案は127件でした。",
            True,
        ),
        (DriftKind.ITEMS, _PAPERS, "(誤)得点が誤っていた答案:27件\n(正)得点が誤っていた答案:127件", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案:127件\n正会員の検定料は来月お返しします。", False),
        (
            DriftKind.DATA_KINDS,
            _MEMBERS.format(before="214名"),
            "1. 流出した情報\n会員の氏名、住所、電話番号231名分\n前回「214名」とお知らせしましたが、上記のとおり訂正いたします。",
            True,
        ),
        (
            DriftKind.DATA_KINDS,
            _MEMBERS.format(before="214名"),
            "1. 流出した情報\n会員の氏名、住所、電話番号231名分\n2. 窓口\n受付の時間は、上記のとおり訂正いたします。",
            False,
        ),
        (DriftKind.PERSONS, _MEMBERS.format(before="214名"), "4月10日の発表を訂正し、お詫びいたします。流出した会員は231名です。", True),
        (
            DriftKind.PERSONS,
            _MEMBERS.format(before="214名"),
            "流出した会員　231名　※4月10日発表の「214名」は、退会された方を含んでおりませんでした。",
            True,
        ),
        (
            DriftKind.PERSONS,
            _MEMBERS.format(before="214名"),
            "流出した会員は231名です。公表した情報に口座番号は含まれておりません。",
            False,
        ),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。\n担当者の記憶だけで発表したことをお詫びします。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案：27件→127件（再集計により100件を追加）", True),
        (DriftKind.ITEMS, _PAPERS, "　　　　前回（4/10）　今回\n得点が誤っていた答案　27件　127件", True),
        (DriftKind.ITEMS, _PAPERS, "　　　　4月公表　精査後\n得点が誤っていた答案　27件　127件", True),
        (DriftKind.ITEMS, _PAPERS, "　　　　4月公表　精査後\n得点が誤っていた答案（件）　27　127", True),
        (DriftKind.ITEMS, _PAPERS, "4月10日の当協会の公表は誤りであり、全文を取り消します。得点が誤っていた答案は127件でした。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。先のお知らせは、春の検定のみを調べた結果でした。", True),
        (DriftKind.ITEMS, _PAPERS, "秋の検定の100件を加え、得点が誤っていた答案は合わせて127件でした。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。既報の検定のほかに、秋の検定でも誤りがありました。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。採点に2名を加え、5名体制とします。", False),
        (
            DriftKind.DATA_KINDS,
            _MEMBERS.format(before="214名"),
            "流出した会員の情報は、氏名と電話番号です。前回触れておらず、お詫びいたします。",
            True,
        ),
        (DriftKind.ITEMS, _PAPERS, "27件と申しましたが、得点が誤っていた答案は127件でした。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした(貼り紙の27件を含む)。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。前号の27件は、春の検定だけの数です。", True),
        (DriftKind.ITEMS, _PAPERS, "27件では済まず、得点が誤っていた答案は127件に上りました。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。当初は春の検定のみご案内しておりました。", True),
        (DriftKind.ITEMS, _PAPERS, "春の検定とお知らせしましたが、秋の検定も同じでした。得点が誤っていた答案は127件です。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。件数が増えましたのは、秋の検定を足したためです。", True),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした(うち27件は再採点を終えました)。", False),
        (DriftKind.ITEMS, _PAPERS, "得点が誤っていた答案は127件でした。検定の日を9日と申しましたが、8日でした。", False),
        (
            DriftKind.DATA_KINDS,
            _MEMBERS.format(before="214名"),
            "「お名前」とだけ申しましたが、流出した会員の情報は、お名前、住所、電話番号でした。",
            True,
        ),
        (
            DriftKind.CAUSE,
            "4月8日、装置が停止しました。原因は、落雷によるものです。",
            "「落雷による停止」とお知らせした2件については、業者の話をお伝えしたもので、実際には当館の設定の誤りが原因でした。",
            True,
        ),
        (
            DriftKind.ITEMS,
            _PAPERS,
            "「手書きのため」とした先の説明は誤りでした。集計をやり直しました。得点が誤っていた答案は127件でした。",
            False,
        ),
    ],
)
def test_why_a_count_is_another_is_told(scorer: Scorer, what: DriftKind, first: str, later: str, *, owned: bool) -> None:
    assert [acknowledged for _, _, acknowledged in turned(scorer, what, first, later)] == [owned]


@pytest.mark.parametrize(
    ("later", "owned"),
    [
        ("4月10日の「設備の都合のため」とのご案内は、不正確でした。", True),
        ("「設備の都合」と申しましたが、あの時点で食中毒の疑いを把握しておりました。", True),
        ("「お食事の変更について」という題でお知らせしてまいりましたが、実態は食中毒でした。", True),
        ("「58名」とのお知らせは、不正確でした。", False),
        ("「お料理の衛生に問題はありません」とのご説明は、事実と異なっておりました。", False),
        ("「設備の都合」とお知らせしましたが、その後に食中毒が分かりました。", False),
    ],
)
def test_a_title_is_owned_where_its_wording_is(scorer: Scorer, later: str, *, owned: bool) -> None:
    sick = "4月8日に朝食を召し上がったお客様58名が腹痛を訴えられました。"
    told = tell(
        scorer, "朝食のご提供を休止します。", f"{sick}\n{later}", titles=("朝食のご提供の休止について", "食中毒の発生に関するお詫び")
    )
    turns = [turn for course in find_drift(told) if course.what == DriftKind.TITLE for turn in course.turns]
    assert [turn.acknowledged for turn in turns] == [owned]


@pytest.mark.parametrize(
    ("before", "after", "changed"),
    [("約1,500名", "1,498名", False), ("約1,500名", "1,571名", True), ("1,500名", "1,498名", True), ("約1,500名", "1,849名", True)],
)
def test_a_round_number_is_the_exact_one_told_later(scorer: Scorer, before: str, after: str, *, changed: bool) -> None:
    first = _MEMBERS.format(before=before)
    assert bool(turned(scorer, DriftKind.PERSONS, first, f"氏名が流出した会員は{after}でした。")) == changed


@pytest.mark.parametrize(
    ("citing", "owned"),
    [
        ("4月10日に、個人情報の漏えいのおそれはない旨をお知らせしましたが、会員の氏名が流出していたことが判明しました。", True),
        ("前の便りに「漏えいのおそれはございません」と書きました。けれども、会員の氏名が流出していたことが判明しました。", True),
        ("会員の氏名が流出していたことが判明しました。", False),
    ],
)
def test_a_denial_that_is_cited_is_owned(scorer: Scorer, citing: str, *, owned: bool) -> None:
    first = "4月8日、サーバーがウイルスに感染しました。個人情報の漏えいのおそれはございません。"
    assert [acknowledged for _, _, acknowledged in turned(scorer, DriftKind.HARM, first, citing)] == [owned]


@pytest.mark.parametrize(
    ("found", "owned"),
    [
        ("追加調査の結果、お客様11名からの着服を新たに確認しました。", True),
        ("元職員はすでに解雇しております。", False),
    ],
)
def test_a_longer_period_that_was_found_since_is_owned(scorer: Scorer, found: str, *, owned: bool) -> None:
    first = "元職員が、2019年4月から2023年1月にかけてお客様の預金を着服しておりました。"
    turns = turned(scorer, DriftKind.PERIOD, first, f"{found}着服は2012年10月から行われていました。")
    assert [acknowledged for _, _, acknowledged in turns] == [owned]


@pytest.mark.parametrize(
    ("first", "later", "turned_to"),
    [
        ("検査の書き換えは2016年頃から行われておりました。", "検査の書き換えは、遅くとも1998年から行われておりました。", ["1998年"]),
        ("検査の書き換えは2016年4月から行われておりました。", "検査の書き換えは2016年から行われておりました。", []),
        ("過大な請求は2月請求分から生じておりました。", "返金のための減算は、1月請求分で行います。", []),
        ("過大な請求は2月請求分から生じておりました。", "過大な請求は1月請求分から生じておりました。返金いたします。", ["1月請求分"]),
        ("過大な請求は2月請求分から生じておりました。", "前年9月分まで遡って調べ、ほかに過大な請求はありませんでした。", []),
        ("過大な請求は2月請求分から生じておりました。", "前年9月分まで遡って調べ、過大な請求は41世帯でした。", ["9月分"]),
    ],
)
def test_since_when_it_was(scorer: Scorer, first: str, later: str, turned_to: list[str]) -> None:
    assert [after for _, after, _ in turned(scorer, DriftKind.PERIOD, first, later)] == turned_to


def test_part_numbers_are_counted_by_their_own_name() -> None:
    assert [(count.text, count.counter) for count in find_counts("対象は計27品番で、出荷は3品です。")] == [
        ("27品番", "品番"),
        ("3品", "品"),
    ]


@pytest.mark.parametrize(
    ("later", "overturned"),
    [
        ("調べましたところ、工場の外の水路から、基準値を超えるベンゼンが検出されました。", True),
        ("調べましたところ、工場の外の水路から、基準値を超えるベンゼンは検出されませんでした。", False),
    ],
)
def test_what_did_not_leak_is_found_outside(scorer: Scorer, later: str, *, overturned: bool) -> None:
    first = "4月8日、工場で火災が発生し、従業員2名が負傷しました。なお、有害物質の漏出はございません。"
    assert any("漏出はございません" in before for before, _, _ in turned(scorer, DriftKind.HARM, first, later)) == overturned


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        ("4月10日に公表した件につきまして、当社の点検で別の名簿の流出が判明しました。", False),
        ("4月8日、当社の監視で名簿の流出が判明しておりました。", True),
        ("4月8日以前の送信の記録を当社で点検したところ、ほかに3件の流出が確認されました。", False),
    ],
)
def test_what_was_found_of_another_matter_changes_no_finder(scorer: Scorer, later: str, *, changed: bool) -> None:
    first = "4月8日、お客様からのご連絡により、名簿の流出が判明しました。"
    assert bool(turned(scorer, DriftKind.DETECTED_BY, first, later)) == changed


_WRONG = "4月8日、水道の料金を誤って請求していたことが判明しました。対象は2,316件です。原因は、使用量の単位の換算を誤ったことです。"


@pytest.mark.parametrize(
    ("later", "changed"),
    [
        ("(誤)対象:2,316件\n(正)対象:2,916件\n集計時に、口座振替以外のお客様を含めていなかったためです。", False),
        (
            "前回、対象を2,316件とお伝えしましたが、同じ操作の誤りが見つかり、正しくは2,916件でした。原因は、担当者が手順書を見ずに換算を誤ったことです。",
            False,
        ),
        ("使用量の換算の誤りとした前回のご説明は誤りでした。原因は、検針員が別の世帯の数値を記入したためです。", True),
        ("換算の誤りとした当局の説明は、事実と異なっておりました。", True),
        ("換算の誤りとした当局の説明のとおり、手順書を改めました。", False),
        ("当初、換算の表に誤りはないとご説明しましたが、換算の表にも誤りがありました。訂正いたします。", False),
    ],
)
def test_why_a_count_was_another_is_no_other_cause(scorer: Scorer, later: str, *, changed: bool) -> None:
    assert [owned for _, _, owned in turned(scorer, DriftKind.CAUSE, _WRONG, later)] == [True] * changed


@pytest.mark.parametrize(
    ("denied", "later", "persons", "told"),
    [
        ("(口座情報は含まれておりません)", "口座情報は含まれていないとしておりましたが、276名分の口座番号が含まれていました。", 0, 1),
        ("(口座情報は含まれておりません)", "口座情報は含まれておりません。対象の会員は1,276名でした。", 1, 0),
        ("が流出しました", "次の2点に誤りがありました。\n流出した会員の氏名は1,276名分でした。", 1, 0),
    ],
)
def test_a_part_with_another_kind_of_data_is_no_new_number(scorer: Scorer, denied: str, later: str, persons: int, told: int) -> None:
    first = f"4月8日、記憶媒体を紛失しました。保存されていた情報は、会員1,022名の氏名、住所{denied}。"
    assert len(turned(scorer, DriftKind.PERSONS, first, later)) == persons
    assert len(turned(scorer, DriftKind.DATA_KINDS, first, later)) == told
    assert turned(scorer, DriftKind.ITEMS, first, later) == []


@pytest.mark.parametrize(
    ("first", "later", "told"),
    [
        # Each count against the one of its own label, and none against what is told again unchanged.
        (
            "持ち出された情報は8,126件です。\n・閲覧がなかった情報 5,220件\n・第三者の閲覧があった情報 241件",
            "持ち出された情報の総数は8,137件です。\n・閲覧がなかった情報 5,231件\n・第三者の閲覧があった情報 241件",
            {("8,126件", "8,137件")},
        ),
        ("流出した会員の情報は12,569件です。", "流出した会員の情報は13,902件でした。", {("12,569件", "13,902件")}),
    ],
)
def test_a_count_is_held_against_that_of_its_label(scorer: Scorer, first: str, later: str, told: set[tuple[str, str]]) -> None:
    first, later = (f"4月8日、情報の持ち出しが判明しました。\n{text}" for text in (first, later))
    turns = (*turned(scorer, DriftKind.ITEMS, first, later), *turned(scorer, DriftKind.PERSONS, first, later))
    assert {(before, after) for before, after, _ in turns} == told


@pytest.mark.parametrize(
    ("later", "owned"),
    [
        ("対象者数:14万8,620人\n※4月10日時点では「延べ約42万人」としていましたが、重複を除いた結果、対象者の特定に至りました。", True),
        ("流出したのは、4月10日の発表から270,634人減り、14万8,620人分でした。", True),
        ("流出したのは14万8,620人分でした。窓口へのお問い合わせは先月から120件減りました。", False),
    ],
)
def test_a_count_cited_as_a_round_number_or_by_the_difference_is_owned(scorer: Scorer, later: str, *, owned: bool) -> None:
    first = "4月8日、市民の個人情報が流出しました。流出したのは延べ41万9,254人分です。"
    assert [each for _, _, each in turned(scorer, DriftKind.PERSONS, first, later)] == [owned]


@pytest.mark.parametrize(
    ("later", "turns"),
    [
        ("不正アクセスの開始日を3月9日から2月14日に訂正いたします。", [True]),
        ("調査の結果、不正アクセスは2月14日から行われていたことが分かりました。前回は3月9日としておりましたが、訂正いたします。", [True]),
        ("不正アクセスは2月14日に行われました。", [False]),
        ("不正アクセスは3月9日に行われたものでした。", []),
    ],
)
def test_an_earlier_first_day_is_seen_and_owned_where_it_is(scorer: Scorer, later: str, turns: list[bool]) -> None:
    first = "3月9日、当社のシステムへ不正アクセスが行われました。"
    assert [owned for _, _, owned in turned(scorer, DriftKind.PERIOD, first, later)] == turns


@pytest.mark.parametrize(
    ("first", "later", "what", "changed"),
    [
        ("流出についての詳細は判明しておりません。", "お客様の情報9,685件が漏えいした可能性があります。", DriftKind.HARM, False),
        ("情報の流出はございません。", "お客様の情報9,685件が漏えいしたことが判明しました。", DriftKind.HARM, True),
        ("健康被害の報告はございません。", "検査の結果、食中毒の原因となる菌は検出されませんでした。", DriftKind.HARM, False),
        ("健康被害の報告はございません。", "召し上がったお客様3名が腹痛を訴えられ、受診されました。", DriftKind.HARM, True),
        ("漏えいしたのは、氏名、住所です。", "漏えいしたのは、氏名、住所です。\n電話番号:00-0000-0000", DriftKind.DATA_KINDS, False),
        ("漏えいしたのは、氏名、住所です。", "漏えいしたのは、氏名、住所、電話番号です。", DriftKind.DATA_KINDS, True),
        ("原因はサイバー攻撃でした。", "私どもの管理監督が十分でなかったためにこのような事態を招きました。", DriftKind.CAUSE, False),
        ("原因は、機器の故障でした。", "原因は、ランサムウェアによるサイバー攻撃でした。", DriftKind.CAUSE, True),
    ],
)
def test_what_is_not_known_yet_or_nothing_else_is_no_change(
    scorer: Scorer, first: str, later: str, what: DriftKind, *, changed: bool
) -> None:
    event = "4月8日、当社で事故がありました。\n"
    assert bool(turned(scorer, what, event + first, event + later)) == changed
