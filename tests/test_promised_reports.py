"""Reports and committees that were promised: which announcement gives them, how late, and who sits in them."""

from collections.abc import Sequence

import pytest

from analyzer.scoring import Scorer
from tests.dossiers import HURT, outcome_of, trace


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "late"),
    [
        # What apologises for the day gone by is the report itself, whatever else comes after it.
        (
            "社外の技術者を含む事故調査委員会を4月中に設置し、報告書を5月5日までに公表します。",
            (
                "事故調査委員会は4月28日に設置しました。\n見学の受付は5月末まで継続します。",
                "5月5日までとしておりました委員会の報告書の公表が本日になりましたことをお詫びいたします。\n委員会は記録の欠落を指摘しました。",
            ),
            "done",
            35,
        ),
        (
            "館内の調査を行い、5月5日までに結果を公表いたします。",
            (
                "調査の結果の公表が5月5日から遅れましたことをお詫びします。\n制御盤の設定の誤りが原因でした。",
                "検証委員会は6月に発足しました。報告書は年度内を目途に公表いたします。",
            ),
            "done",
            5,
        ),
        (
            "調査結果は5月5日までに公表します。",
            ("調査を続けています。", "お約束した5月5日を過ぎてのご報告となり、深くお詫びいたします。\n制御盤の設定が誤っていました。"),
            "done",
            35,
        ),
        (
            "詳しいことは5月5日までに書面でお出しします。",
            ("書面が5月5日に間に合わず、申し訳ございませんでした。\n制御盤の設定の誤りが原因でした。",),
            "done",
            5,
        ),
        # One that is late still, or a late word on the incident itself, is none.
        ("調査結果は5月5日までに公表します。", ("調査結果の公表が遅れておりますことをお詫びいたします。",), "overdue", None),
        (
            "調査結果は5月5日までに公表します。",
            ("4月8日の事故のお知らせが遅れましたことをお詫びします。\n調査を続けています。",),
            "overdue",
            None,
        ),
        ("調査結果は5月5日までに公表します。", ("調査結果の公表が遅れましたことをお詫びします。\n調査を続けています。",), "overdue", None),
        # What was found is the result, though it is not called so; how many are to be looked at is not.
        (
            "次回は5月5日に点検の結果をお知らせします。",
            ("点検の対象は74台となりました。\n5月8日時点で点検を終えたのは65台で、亀裂のあるものは5台です。",),
            "done",
            5,
        ),
        (
            "次回は5月5日に検査結果をお知らせします。",
            ("検査の対象は74名となりました。\n5月8日までに検査を終えた65名のうち、陽性の方は4名でした。",),
            "done",
            5,
        ),
        ("次回は5月5日に検査結果をお知らせします。", ("検査の対象は74名となりました。\n5月8日から検査を始めました。",), "overdue", None),
    ],
)
def test_a_report_is_given_where_it_comes_out(scorer: Scorer, promise: str, later: Sequence[str], outcome: str, late: int | None) -> None:
    became = outcome_of(scorer, promise, *later)
    assert (became.outcome, became.late_days) == (outcome, late)


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "due"),
    [
        # The report at the end of a sentence is a promise of its own, whether its day stands before it or after it.
        (
            "2名での確認を5月から全台で行い、検証委員会を5月末までに設け、6月末までに報告書を公表いたします。",
            "2名での確認は、5月1日より実施しております。\n報告書は年内を目途に公表いたします。",
            "repeated",
            "2023-06-30 → 2023-12-31",
        ),
        ("全台の点検を5月に行い、6月中に結果を公表いたします。", "点検は5月8日に終えました。", "overdue", "2023-06-30"),
        ("専門家による点検を4月中に実施し、年内を目途に報告書を公開します。", "点検は4月20日に終えました。", "open", "2023-12-31"),
        # One that is to come gives nothing; one that is told now does.
        ("検証の報告書を5月5日までに公表します。", "報告書は年度内に公表いたします。", "repeated", "2023-05-05 → 2024-03-31"),
        ("検証の報告書を5月5日までに公表します。", "年度内に行った検証の報告書を公表いたします。", "done", "2023-05-05"),
    ],
)
def test_a_report_still_to_come_is_not_given(scorer: Scorer, promise: str, later: str, outcome: str, due: str) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.due_shown) == (outcome, due)


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "standing", "told"),
    [
        # Insiders where outsiders were to sit keep the promise in part only.
        (
            "社外の弁護士と技術者による検証委員会を5月5日までに設けます。",
            "検証委員会は弁護士1名と社内の管理職2名で5月に発足しました。",
            "overdue",
            "in_part",
            "検証委員会は弁護士1名と社内の管理職2名で5月に発足しました。",
        ),
        (
            "外部有識者を含む事故調査委員会を5月5日までに設置します。",
            "事故調査委員会は5月8日に設置しました。\n委員は館内の管理職4名と顧問弁護士1名です。",
            "overdue",
            "in_part",
            "委員は館内の管理職4名と顧問弁護士1名です。",
        ),
        (
            "第三者による調査委員会を5月5日までに設置いたします。",
            ("調査委員会を5月8日に設置しました。\n委員は当館の役員3名です。", "調査委員会は、記録の欠落を指摘しました。"),
            "overdue",
            "in_part",
            "委員は当館の役員3名です。",
        ),
        (
            "外部有識者を含む事故調査委員会を5月5日までに設置します。",
            "事故調査委員会は5月2日に設置しました。\n委員は大学教授2名と館内の管理職1名です。",
            "done",
            None,
            None,
        ),
        (
            "第三者による調査委員会を5月5日までに設置いたします。",
            "調査委員会は、弁護士2名と大学教授1名で5月2日に発足しました。",
            "done",
            None,
            None,
        ),
        (
            "第三者による調査委員会を5月5日までに設置いたします。",
            "調査委員会は5月2日に発足し、職員4名への聞き取りを行いました。",
            "done",
            None,
            None,
        ),
        ("調査委員会を5月5日までに設置いたします。", "調査委員会は、職員4名で5月2日に発足しました。", "done", None, None),
        # Another act of the same sentence sets up nothing.
        (
            "運転前に2名での確認を5月から全台で行い、検証委員会を5月5日までに設けます。",
            "運転前の2名での確認は、5月1日より実施しております。",
            "overdue",
            None,
            None,
        ),
    ],
)
def test_a_body_is_set_up_by_those_promised(
    scorer: Scorer, promise: str, later: str | tuple[str, ...], outcome: str, standing: str | None, told: str | None
) -> None:
    dossier = trace(scorer, HURT + promise, *((later,) if isinstance(later, str) else later))
    became = [each for each in dossier.promises if each.first == "s1"][-1]
    assert (became.outcome, became.standing == "in_part") == (outcome, standing == "in_part")
    assert told is None or any(told.rstrip("。") in finding.message for finding in dossier.findings if finding.code == "DOS24")


_AUDIT = (
    "入場の処理は一度しか実行できないようシステムを4月末までに改修します。\n"
    "監査法人による入場システムの監査を行い、結果を5月末までに公表します。"
)


@pytest.mark.parametrize(
    ("later", "outcomes"),
    [
        # What puts off one act puts off no other that shares a word with it; of no audit is a result told.
        (
            (
                "入場の処理を一度しか実行できないようにするシステムの改修は、開発の遅れにより6月末に延期いたします。",
                "3月1日に結果を発表した抽選につきまして、以下のとおりご報告いたします。\n入場の処理を一度に制限する改修は6月2日に完了しました。",
            ),
            ["done", "dropped", "overdue"],
        ),
        (
            ("入場システムの監査は、監査法人の都合により7月に延期いたします。",),
            ["overdue", "overdue", "overdue"],
        ),
        (
            ("監査法人による入場システムの監査を5月2日に実施しました。\n監査の結果、権限の設定に不備が2件ありました。",),
            ["overdue", "done", "done"],
        ),
    ],
)
def test_of_two_acts_each_has_its_own_telling(scorer: Scorer, later: Sequence[str], outcomes: Sequence[str]) -> None:
    promises = trace(scorer, HURT + _AUDIT, *later).promises
    made = {
        at: each.outcome
        for each in promises
        if each.first == "s1"
        for at, act in enumerate(("改修", "監査を行", "公表"))
        if act in each.text
    }
    assert [made.get(at) for at in range(3)] == outcomes


@pytest.mark.parametrize(
    ("promise", "later", "broken"),
    [
        # Those who have not asked yet are asked to: nothing is taken away, and no day of an offer is one by which it is kept.
        ("払戻しは5月5日まで各窓口で承ります。", "未申請のお客様は8月31日までに各窓口へお申し出ください。", False),
        ("返金は5月5日まで窓口でお受けいたします。", "まだの方は、8月31日までに窓口へお越しくださいますようお願いいたします。", False),
        ("代金は9月5日までに返金いたします。", "返金の申請がまだの方は、8月31日までにお申し出ください。", False),
        ("代金は9月5日までに返金いたします。", "代金の返金は行わないことといたしました。", True),
        ("代金は5月5日までに返金いたします。", "返金の申請がまだの方は、8月31日までにお申し出ください。", True),
    ],
)
def test_an_offer_is_not_withdrawn_by_asking_for_claims(scorer: Scorer, promise: str, later: str, *, broken: bool) -> None:
    promises = trace(scorer, HURT + promise, later).promises
    assert any(each.outcome in ("replaced", "overdue") for each in promises) == broken
