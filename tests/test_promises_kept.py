"""What became of promises: kept ones are not accused, broken ones are not praised, each beside its near opposite."""

from collections.abc import Sequence
from datetime import date

import pytest

from analyzer.dossier.promises.quoting import as_quoted
from analyzer.render.dossier import render
from analyzer.render.words import leaning
from analyzer.schema import PromiseAim
from analyzer.scoring import Scorer
from tests.dossiers import AS_OF, HURT, outcome_of, trace


@pytest.mark.parametrize(
    ("later", "outcome", "told"),
    [
        (
            "昇降機の点検記録の調査を進めておりました。\n"
            "県の消防局からは、5月15日までに文書で説明するよう求めを受けておりました。\n"
            "調査は4月28日に終わり、その報告書を消防局に提出いたしました。",
            "done",
            "調査は4月28日に終わり、その報告書を消防局に提出いたしました。",
        ),
        ("設備の調査を続けておりましたが、4月中に終え、調査の結果を消防局に報告しました。", "done", None),
        ("昇降機の点検記録の調査を進めております。\n調査結果の報告には、なお時間を要しております。", "overdue", None),
        ("県の消防局から、5月15日までに調査結果を説明するよう求めを受けております。\n現在も調査が続いております。", "overdue", None),
    ],
)
def test_a_report_handed_in_keeps_its_promise(scorer: Scorer, later: str, outcome: str, told: str | None) -> None:
    became = outcome_of(scorer, "県の消防局の求めにより、5月15日までに昇降機の調査結果を報告いたします。", later)
    assert became.outcome == outcome
    if told:
        assert became.told == told


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        (
            "4月11日から当面の間、路線バスの北線を運休いたします。",
            ("運休しておりました北線は、車両の修理が終わりましたので、5月14日より運行を再開いたします。",),
            "done",
        ),
        (
            "4月12日より当面の間、遊覧船を欠航いたします。",
            ("全船の点検を行い、5月12日から船体の検査を受けます。", "欠航しておりました遊覧船を6月10日から再開します。"),
            "done",
        ),
        ("入学を辞退された方には、その入学金を補償いたします。", ("対象の方へ、授業料の差額及び慰謝料をお支払いします。",), "repeated"),
        (
            "入学を辞退された方には、その入学金を補償いたします。",
            ("授業料の差額及び慰謝料をお支払いします。", "補償は24名の方へお支払い済みです。"),
            "done",
        ),
        ("破損した荷物の代金を補償いたします。", ("荷物の代金は、4月28日までに全員の方へお支払いしました。",), "done"),
        # What is taken back is.
        ("破損した荷物の代金を補償いたします。", ("代金の補償は、保険の対象外のため行わないこととしました。",), "replaced"),
        ("お支払いいただいた代金を全額返金いたします。", ("代金の返金に代えて、次回の利用券をお送りします。",), "replaced"),
        # A term that is set, and what is called off, are so once it is said.
        ("手続きの期限は、対象の方に限り5月15日までとします。", ("対象の会員の方にお便りをお送りしました。",), "done"),
        ("5月末の大会は今年は行いません。", ("対象の会員の方にお便りをお送りしました。",), "done"),
        ("5月15日までに代金を返金いたします。", ("対象の会員の方にお便りをお送りしました。",), "overdue"),
    ],
)
def test_a_remedy_is_not_broken_by_what_carries_it_out(scorer: Scorer, promise: str, later: Sequence[str], outcome: str) -> None:
    assert outcome_of(scorer, promise, *later).outcome == outcome


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "due"),
    [
        # A period made longer gives no result: it moves the day.
        (
            "調査結果は5月末を目処に取りまとめ、速やかに公表いたします。",
            ("対象の方が増えたため、調査期間を7月末まで延長することとなりました。",),
            "overdue",
            "2023-07-31",
        ),
        (
            "検証の結果は5月末までに公表します。",
            ("関係者が多いため、検証の期限を9月15日まで延ばすこととしました。",),
            "repeated",
            "2023-09-15",
        ),
        (
            "調査結果は5月末を目処に取りまとめ、速やかに公表いたします。",
            ("受付の期間を9月末まで延長いたします。\n調査の結果、原因は弁の劣化と判明しました。",),
            "done",
            "2023-05-31",
        ),
        # Fewer than promised, whatever the act is called.
        (
            "安全管理室を5月1日に新設し、専任者2名を置きます。",
            ("5月1日に安全管理室を設置し、専任者1名を配置いたしました。",),
            "overdue",
            "2023-05-01",
        ),
        ("5月8日までに、夜間の看護師3名を増やします。", ("5月8日に、夜間の看護師2名を採用しました。",), "overdue", "2023-05-08"),
        (
            "安全管理室を5月1日に新設し、専任者2名を置きます。",
            ("5月1日に安全管理室を設置し、専任者2名を配置いたしました。",),
            "done",
            "2023-05-01",
        ),
        # Fewer came than it was promised for; those who came in two rounds, or were called up later, are counted together.
        (
            "全館員26名の避難訓練を4月28日に実施します。",
            ("4月28日、館員21名が参加して避難訓練を実施しました。\n欠席した5名には資料を渡しました。",),
            "overdue",
            "2023-04-28",
        ),
        ("館員26名に救護の講習を4月末までに行います。", ("講習は4月25日に行い、館員19名が受講しました。",), "overdue", "2023-04-30"),
        ("館員26名に救護の講習を4月末までに行います。", ("救護の講習は、午前に15名、午後に11名が受講しました。",), "done", "2023-04-30"),
        (
            "館員26名に救護の講習を4月末までに行います。",
            ("救護の講習は4月25日に行い、19名が受講しました。\n欠席した7名にも4月28日に講習を行いました。",),
            "done",
            "2023-04-30",
        ),
        # Each one of them is all of them.
        (
            "対象の方へは、4月24日までにお一人ずつお電話でお詫びいたします。",
            ("対象の80名様のうち、71名様にはお電話にてお詫びを終えております。\n残る9名様には書面をお送りしました。",),
            "overdue",
            "2023-04-24",
        ),
        (
            "対象の方へは、4月24日までにお一人ずつお電話でお詫びいたします。",
            ("対象の80名様のうち、71名様には4月20日にお電話でお詫びしました。\n残る9名様にも、4月23日にお電話を差し上げました。",),
            "done",
            "2023-04-24",
        ),
        # What can no longer be done for the rest is not done.
        (
            "破損した名簿の復元は4月20日までに完了する見込みです。",
            ("このうち61世帯分については復元が完了しております。\n残る32世帯分は控えが壊れており、復元ができないことが分かりました。",),
            "overdue",
            "2023-04-20",
        ),
        (
            "破損した名簿の復元は4月20日までに完了する見込みです。",
            ("61世帯分については4月18日に復元が完了しました。\n残る32世帯分も、4月19日に復元しました。",),
            "done",
            "2023-04-20",
        ),
        # Work towards a day gives no report.
        (
            "最終報告書は、4月28日までに公表いたします。",
            ("最終報告書につきましては、6月中旬の公表に向けて取りまとめております。",),
            "overdue",
            "2023-06-20",
        ),
        ("検証の報告書は4月末に公表します。", ("報告書は9月末の公表に向けて作成しております。",), "repeated", "2023-09-30"),
        (
            "最終報告書は、4月28日までに公表いたします。",
            ("再発防止に向けて取り組んでおります。\n最終報告書は4月27日に公表いたしました。",),
            "done",
            "2023-04-28",
        ),
        # Words of will tell nothing done.
        (
            "更衣室の見回りには必ず2名以上の職員が立ち会う(5月1日から)。",
            ("・更衣室の見回りの職員の立ち会い:体制を強化し、徹底しております。",),
            "repeated",
            "2023-05-01",
        ),
        (
            "更衣室の見回りには必ず2名以上の職員が立ち会う(5月1日から)。",
            ("・見回りの立ち会い:5月1日から2名で行っています。",),
            "done",
            "2023-05-01",
        ),
        # The result of an act is not told by what never speaks of it.
        (
            "会員への無記名アンケートを年2回行い、結果をウェブサイトで公表する。",
            ("4月10日に公表した再発防止策の進捗をお知らせします。",),
            "dropped",
            None,
        ),
        (
            "会員への無記名アンケートを年2回行い、結果をウェブサイトで公表する。",
            ("4月に行った会員アンケートの結果をお知らせします。",),
            "done",
            None,
        ),
        # Whether and when something opens again is told by what tells its day.
        (
            "営業再開の見通しが立ち次第、お知らせいたします。",
            ("点検の記録に誤りがあったことが判明しましたので、お知らせします。",),
            "dropped",
            None,
        ),
        (
            "営業再開の見通しが立ち次第、お知らせいたします。",
            ("記録の誤りが判明しました。", "6月14日より営業を再開いたします。"),
            "done",
            None,
        ),
    ],
)
def test_half_kept_and_put_off_is_not_kept(scorer: Scorer, promise: str, later: Sequence[str], outcome: str, due: str | None) -> None:
    became = outcome_of(scorer, promise, *later)
    assert (became.outcome, became.due) == (outcome, due)


@pytest.mark.parametrize(
    ("promise", "later", "promised", "overdue"),
    [
        # A report that has not come is missed, whatever else was announced since its day, and whatever else is promised.
        (
            "委員会の報告書は5月5日までに公表します。",
            ("電話の窓口は5月9日に閉じました。", "売店を6月5日に開きました。"),
            None,
            "2023-05-05",
        ),
        (
            "検証の結果は5月5日までに公表します。",
            ("電話の窓口は5月9日に閉じました。", "補修の時期は、決まり次第お知らせします。"),
            "補修の時期は、決まり次第お知らせします。",
            "2023-05-05",
        ),
        ("委員会の報告書は5月5日までに公表します。", ("委員会の報告書を5月4日に公表しました。",), None, None),
        ("委員会の報告書は9月5日までに公表します。", ("電話の窓口は5月9日に閉じました。",), "2023-09-05", None),
    ],
)
def test_a_report_that_has_not_come_is_named_with_its_day(
    scorer: Scorer, promise: str, later: Sequence[str], promised: str | None, overdue: str | None
) -> None:
    dossier = trace(scorer, HURT + promise, *later)
    assert (dossier.silence.next_report_promised, dossier.silence.next_report_overdue) == (promised, overdue)
    assert not (overdue and {"DOS11"} & {each.code for each in dossier.findings})
    page = render((dossier,))
    assert ("次の報告の約束はありません" in page) == (not promised and not overdue)
    assert overdue is None or f"約束された次の報告（{overdue}）" in page


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "late"),
    [
        ("次報は17時頃を予定しております。", "故障した設備は5月8日に復旧いたしました。", "done", 30),
        ("続報は19時ごろの予定です。", "けがをされた方は15名となりました。", "done", 30),
        ("次報は5月12日を予定しております。", "けがをされた方は15名となりました。", "done", None),
        # What is on nothing of the affair is no next notice of it.
        ("次報は17時頃を予定しております。", "売店を5月8日に開きます。", "overdue", None),
    ],
)
def test_the_next_notice_is_whatever_comes_next_of_the_affair(
    scorer: Scorer, promise: str, later: str, outcome: str, late: int | None
) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.late_days or None) == (outcome, late)


@pytest.mark.parametrize(
    ("wording", "aim"),
    [
        ("けがをされた方には、心理士による面談を4月24日から行います。", PromiseAim.REMEDY),
        ("けがをされた方への補償金の支払いを4月22日から開始します。", PromiseAim.REMEDY),
        ("代金相当額の商品券をお送りいたします。", PromiseAim.REMEDY),
        ("全職員に年1回、面談を行います。", PromiseAim.MEASURE),
        ("指摘を重く受け止め、2名で鍵を確認します。", PromiseAim.MEASURE),
        ("当館はこの指摘を重く受け止め、全面的に認めます。", None),
        ("館長を4月1日付で解任し、理事長は報酬の50%を6か月間返上しております。", None),
    ],
)
def test_what_is_for_those_harmed_prevents_nothing_and_what_is_owned_promises_nothing(
    scorer: Scorer, wording: str, aim: PromiseAim | None
) -> None:
    assert {each.aim for each in trace(scorer, HURT + wording).promises} == ({aim} if aim else set())


@pytest.mark.parametrize(
    ("wording", "promised"),
    [
        ("7月31日までにお返しいただければ、延滞の扱いとはしません。", False),
        ("5月末までにお申し出いただいた方には、代わりの券をお渡しします。", False),
        ("お見舞金の申請は7月31日までです。", False),
        ("返金を希望される方 5月31日まで受付", False),
        ("5月31日までに返金します。", True),
        ("保健所の指示のもと、調査にご協力しているところです。", False),
        ("「同日に謝罪」とあるのは「翌9日に謝罪」の誤りです。", False),
        ("7月31日までに、延滞の扱いを改めます。", True),
    ],
)
def test_a_day_for_the_readers_is_no_day_of_a_promise(scorer: Scorer, wording: str, promised: bool) -> None:
    assert bool(trace(scorer, HURT + wording).promises) == promised


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("委員会の報告書は9月末までに公表します。", "委員会の報告書は9月末までに公表します。"),
        ("電話の窓口は5月9日に閉じました。", None),
    ],
)
def test_a_day_moved_is_shown_by_what_names_the_new_one(scorer: Scorer, later: str, told: str | None) -> None:
    assert outcome_of(scorer, "委員会の報告書は6月末までに公表します。", later).told == told


@pytest.mark.parametrize(
    ("later", "outcome", "told", "late"),
    [
        (
            "控えが3月で止まっていたため、復元できないことが5月2日に確定しました。\n鍵の捜索の結果は、見つかり次第お知らせします。",
            "done",
            "控えが3月で止まっていたため、復元できないことが5月2日に確定しました。",
            20,
        ),
        ("名簿の復元を終え、すべて元に戻りました。\n訓練の結果は改めてお知らせします。", "done", None, 20),
        ("復元は今も試みております。\n鍵の捜索の結果は、見つかり次第お知らせします。", "overdue", "復元は今も試みております。", None),
        ("復元の結果は、まだまとまっておりません。", "overdue", "復元の結果は、まだまとまっておりません。", None),
        ("鍵1本の所在が分からなくなっています。\n鍵の捜索の結果は、見つかり次第お知らせします。", "overdue", None, None),
    ],
)
def test_a_bare_result_is_of_what_the_sentence_before_is_at(
    scorer: Scorer, later: str, outcome: str, told: str | None, late: int | None
) -> None:
    became = outcome_of(scorer, "現在、名簿の復元を試みています。\n4月20日までに結果をお知らせします。", later)
    assert (became.outcome, became.late_days) == (outcome, late)
    assert told is None or became.told == told


@pytest.mark.parametrize(
    ("later", "outcome", "told"),
    [
        (
            "けがをされた方は15名となりました。\n原因は、弁の配線を誤ったことと分かりました。",
            "done",
            "原因は、弁の配線を誤ったことと分かりました。",
        ),
        ("けがをされた方は15名となりました。\n点検する設備を増やします。", "dropped", None),
    ],
)
def test_what_is_told_once_it_is_known_is_the_cause_looked_into(scorer: Scorer, later: str, outcome: str, told: str | None) -> None:
    became = outcome_of(scorer, "原因は調査中です。\n判明次第、速やかに公表いたします。", later)
    assert (became.outcome, became.told) == (outcome, told)


def test_what_was_called_off_is_shown_by_what_calls_it_off(scorer: Scorer) -> None:
    called_off = "説明会につきましては、捜査に支障をきたすおそれがあるため中止いたします。"
    other = "昨年6月に南会館の館長が相談を受けていましたが、本部に報告せず、担当者を北会館に異動させていました。"
    promise = "5月15日に北会館にて説明会を開催いたします。"
    assert (outcome_of(scorer, promise, called_off, other).outcome, outcome_of(scorer, promise, called_off, other).told) == (
        "replaced",
        called_off,
    )
    held = "説明会は6月3日に開催し、48名の方にご参加いただきました。"
    became = outcome_of(scorer, promise, "説明会は会場の都合により延期いたします。", held, other)
    assert (became.outcome, became.told) == ("done", held)


def test_the_next_report_is_no_later_day_of_the_one_that_was_given(scorer: Scorer) -> None:
    given = "4月20日に採水した6か所の検査の結果、1か所から菌が検出されました。\n次回の検査の結果は5月20日に公表します。"
    dossier = trace(
        scorer, HURT + "検査の結果は5月8日にお知らせします。", given, "5月19日に採水した8か所の検査の結果、菌は検出されませんでした。"
    )
    reports = [each for each in dossier.promises if each.aim == "report"]
    assert [(each.first, each.outcome, each.due_shown) for each in reports] == [("s1", "done", "2023-05-08"), ("s2", "done", "2023-05-20")]


def test_a_report_put_off_before_it_is_given_is_one_promise(scorer: Scorer) -> None:
    put_off = "原因の調査が続いております。\n検査の結果の公表は、5月25日に延期いたします。"
    dossier = trace(scorer, HURT + "検査の結果は5月8日に公表します。", put_off, "検査の結果、弁の劣化が原因と判明しました。")
    reports = [each for each in dossier.promises if each.aim == "report"]
    assert [(each.first, each.outcome, each.due_shown) for each in reports] == [("s1", "done", "2023-05-08 → 2023-05-25")]


@pytest.mark.parametrize(
    ("promise", "as_of", "promised", "overdue", "silent"),
    [
        # That it has not come is said once, and not that none was promised.
        ("調査の結果は5月末までに公表します。", date(2023, 8, 1), None, "2023-05-31", False),
        ("調査の結果は9月末までに公表します。", date(2023, 8, 1), "2023-09-30", None, False),
        ("調査の結果は5月末までに公表します。", date(2023, 5, 20), "2023-05-31", None, False),
        ("5月末までに全館の昇降機を点検します。", date(2023, 8, 1), None, None, True),
    ],
)
def test_a_day_gone_by_is_no_day_of_the_next_report(
    scorer: Scorer, promise: str, as_of: date, promised: str | None, overdue: str | None, *, silent: bool
) -> None:
    dossier = trace(scorer, HURT + promise, as_of=as_of)
    assert (dossier.silence.next_report_promised, dossier.silence.next_report_overdue) == (promised, overdue)
    assert ("DOS11" in {finding.code for finding in dossier.findings}) == silent


def test_what_an_authority_orders_is_not_what_was_promised(scorer: Scorer) -> None:
    ordered = (
        "運輸局から命令を受けました。\n1. 命令の内容\n(1) 点検を確実に実施すること\n"
        "(2) 責任者の職務を見直すこと\n(3) 6月21日までに報告書を提出すること\n"
    )
    own = "2. 当社の対応\n(1) 全車両の点検を6月15日までに実施します。\n"
    made = [each.text for each in trace(scorer, HURT + ordered + own).promises]
    assert [text for text in made if text.endswith("こと")] == []
    assert any("全車両の点検" in text for text in made)


def test_a_day_moved_is_no_second_promise(scorer: Scorer) -> None:
    moved = "前回公表した件の状況をお知らせします。\n警報装置の導入については、機器の納期の都合により7月末を予定しております。"
    dossier = trace(scorer, HURT + "【再発防止策】\n水位を測る警報装置を5月末までに導入します。", moved)
    assert [(each.first, each.due_shown) for each in dossier.promises if "警報" in each.text] == [("s1", "2023-05-31 → 2023-07-31")]


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "told"),
    [
        ("外部の専門家による監査を年2回受け、その結果を公表します。", "6月14日より北線の運行を再開いたします。", "dropped", None),
        (
            "外部の専門家による監査を年2回受け、その結果を公表します。",
            "5月2日に受けた監査の結果、是正を要する事項が3件ありました。",
            "done",
            "5月2日に受けた監査の結果、是正を要する事項が3件ありました。",
        ),
        (
            "けがをされた方の治療費を全額当社が負担いたします。",
            "8名の方と合意し、治療費等をお支払いしました。",
            "done",
            "8名の方と合意し、治療費等をお支払いしました。",
        ),
        ("けがをされた方の治療費を全額当社が負担いたします。", "受付の担当者に研修を行いました。", "dropped", None),
    ],
)
def test_only_the_same_matter_keeps_it(scorer: Scorer, promise: str, later: str, outcome: str, told: str | None) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.told) == (outcome, told)


def test_help_under_review_is_replaced_by_no_measure(scorer: Scorer) -> None:
    under_review = HURT + "【再発防止策】\n利用料金の減免については、今後検討してまいります。"
    measure = "【再発防止策】\n・異常のあった弁の部品を4月24日に交換しました。"
    assert {each.outcome for each in trace(scorer, under_review, measure).promises if "減免" in each.text} <= {"dropped", "repeated"}


@pytest.mark.parametrize(
    ("later", "outcome"),
    [
        ("被害を受けた方への補償については、8名の方と合意し、治療費等をお支払いしております。", "done"),
        ("・治療費:8名の方にお支払いしました。", "overdue"),
    ],
)
def test_what_is_told_of_making_good_is_of_all_of_it(scorer: Scorer, later: str, outcome: str) -> None:
    promised = "被害を受けた方の治療費を全額当社が負担いたします。慰謝料については代理人を通じて5月より協議を開始します。"
    assert outcome_of(scorer, promised, later).outcome == outcome


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "late"),
    [
        # Made on the 27th, whatever was done with it afterwards; an inspection by others checks nothing of one's own.
        (
            "混入があったときは全校へ電話で知らせる手順を6月中に定めます。",
            "連絡の手順は6月27日に定め、7月2日に全校で訓練を行いました。",
            "done",
            None,
        ),
        ("調理器具は6月末までに全て点検いたします。", "6月4日 保健所の立入検査", "overdue", None),
        # A result is told by what names the test; another notice of the affair is none.
        (
            "5月20日までに外部の試験所による耐圧試験の結果を公表いたします。",
            "対象の製品を追加いたします。\n5月3日に県に報告いたしました。",
            "overdue",
            None,
        ),
        (
            "5月20日までに外部の試験所による耐圧試験の結果を公表いたします。",
            "耐圧試験では、6検体のすべてが基準を満たしました。",
            "done",
            None,
        ),
        ("6月末までに水質検査の結果を公表いたします。", "貯水槽の清掃を行いました。\n5月8日に市に報告いたしました。", "overdue", None),
        ("6月末までに水質検査の結果を公表いたします。", "水質検査の結果、基準を超える菌は検出されませんでした。", "done", None),
        ("5月15日までに成分検査の結果を公表します。", "成分検査の結果は、まだ届いておりません。", "overdue", None),
        ("5月15日までに成分検査の結果を公表します。", "成分検査の結果をご報告いたします。\n異物は含まれておりませんでした。", "done", None),
        # What should have been done was not.
        ("対象の製品を自主回収いたします。", "もっと早く回収を始めるべきでした。", "dropped", None),
        ("対象の製品を自主回収いたします。", "対象の製品の回収は5月1日に完了しました。", "done", None),
        # How many there are by now is no act.
        ("申請書の受付時に係長が照合します。", "取り下げられた申請書は5件となりました。", "dropped", None),
        ("申請書の受付時に係長が照合します。", "申請書の照合は5月1日から係長が行っています。", "done", None),
        # One body is not set up by another; that it reports does not say when it was set up.
        (
            "外部の弁護士を委員とする調査委員会(委員長:弁護士 山田 花子)を設置いたします。",
            "電話の相談窓口は、5月1日に設置いたしました。",
            "dropped",
            None,
        ),
        (
            "外部の弁護士を委員とする調査委員会(委員長:弁護士 山田 花子)を設置いたします。",
            "調査委員会の報告を受けましたので、公表いたします。",
            "done",
            None,
        ),
        ("外部の調査委員会を4月20日に設置します。", "当社は、5月8日に調査委員会より調査報告書を受領いたしました。", "done", None),
        ("外部の調査委員会を4月20日に設置します。", "外部の調査委員会は5月1日に設置しました。", "done", 11),
        # What others are asked for is not what was promised to them.
        ("利用者の送金の手数料は組合が負担する。", "残る4名には、引き続き手続きをお願いしていく。", "dropped", None),
        ("相談窓口を4月20日に開設いたします。", "相談窓口は5月1日に開設済みです。", "done", 11),
        ("相談窓口を4月20日に開設いたします。", "相談窓口は4月20日に開設済みです。", "done", None),
        (
            "被害を受けた方への補償窓口を4月25日に開設し、補償を行います。",
            "補償窓口には、これまでに15名の方から申し出があり、9名の方への補償を行いました。",
            "done",
            None,
        ),
        (
            "被害を受けた方への補償窓口を4月25日に開設し、補償を行います。",
            "補償窓口の開設は取りやめ、補償は行わないことといたしました。",
            "replaced",
            None,
        ),
        # A meeting at which something was asked was held.
        ("4月25日10時から住民説明会を開催いたします。", "5月1日の住民説明会で頂いた主なご意見に、次のとおりお答えします。", "done", 6),
        ("4月25日10時から住民説明会を開催いたします。", "5月1日に設備を点検しました。", "overdue", None),
        # A line of a tally tells what was paid; one that only counts whom it is for does not.
        ("治療費は当館が全額負担いたします。", "5月8日現在の状況をお知らせします。\n治療費等のお支払い 12名様、総額284万円", "done", None),
        ("入館料を返金いたします。", "入館料の返金:203件(5月8日現在)", "done", None),
        ("入館料を返金いたします。", "返金の対象 203件", "dropped", None),
        ("治療費は全額負担いたします。\n4月20日より受付を開始します。", "治療費のお支払い 12名様、総額284万円", "done", None),
        ("治療費は全額負担いたします。\n4月20日より受付を開始します。", "設備の点検を終えました。", "overdue", None),
        # Making good is done by no measure against the next time, whatever word they share.
        (
            "復元できない方への補償につきましては、個別に協議させていただきます。",
            "・名簿の復元の試験を毎月1回実施(初回は4月18日に実施済み)",
            "dropped",
            None,
        ),
        (
            "復元できない方への補償につきましては、個別に協議させていただきます。",
            "復元できない方への補償は5月2日に終えました。",
            "done",
            None,
        ),
        # 「…しましたのでお知らせします」 tells the day on which it was done.
        (
            "利用料の返金は4月20日までに実施します。",
            "4月8日の故障に関し、利用料の返金が4月22日に完了いたしましたのでお知らせいたします。",
            "done",
            2,
        ),
        ("利用料の返金は4月20日までに実施します。", "利用料の返金が4月19日に完了しましたのでご報告いたします。", "done", None),
        # Fewer than were promised are told by their number.
        ("患者75名には、4月末までに書面と電話で説明を行います。", "患者60名への説明を終えております。", "overdue", None),
        ("患者75名には、4月末までに書面と電話で説明を行います。", "患者75名への説明を終えております。", "done", None),
        ("本調査の結果は20日以内に取りまとめ、公表いたします。", "調査委員会の報告を受けましたので、公表いたします。", "done", 10),
        # To commission an inquiry gives no result of it, and an erratum reports on nothing else.
        (
            "弁護士による調査を行い、6月末までに結果を公表します。",
            "設備の故障の件につきお知らせします。\n調査は、弁護士2名に依頼しました。",
            "overdue",
            None,
        ),
        # One half is done, and the line below says when the other is.
        (
            "過大にいただいた利用料の返金は、4月末までに完了します。",
            "口座払い：412名　4月28日に返金完了\n窓口払い：121名　6月中旬に返金の見込みです。",
            "overdue",
            None,
        ),
        # 「遅延」 is no sign of keeping; an act that opens again is a restoration.
        ("予約サービスの復旧は5月4日を予定しております。", "予約サービスは5月4日午前9時に再開いたしました。", "done", None),
        # What was put off for a day or two has opened by now.
        ("再開は4月12日を目指します。", "再開は試験の不調のため見送り、4月13日の午前9時から受け付けております。", "done", None),
        ("再開は4月14日を予定しています。", "14日の再開は濁りが残ったため見送りましたが、16日から営業しております。", "done", 2),
        ("再開は4月14日を予定しています。", "14日の再開は、濁りが残ったため見送りました。", "replaced", None),
        # What is to be told at a meeting is told there and on its day, not by a letter.
        ("4月の保護者会でも詳しくご報告します。", "保護者の皆様には、5月7日に書面で詳しくご報告しました。", "overdue", None),
        ("4月の保護者会でも詳しくご報告します。", "4月29日の保護者会で、経過と対策を詳しくご報告しました。", "done", None),
        ("4月20日に説明会を開き、経過をご報告します。", "4月20日の説明会には、48名の方にご出席いただきました。", "done", None),
        # What is stopped, or called off, is so once it is said.
        ("夜間の利用の受付はやめます。", "その後の状況をお知らせします。", "done", None),
        ("4月30日まで新規の入会をお休みします。", "5月1日から入会の受け付けを再開しています。", "done", None),
        ("浴場は、手すりの取り付けが済むまで休止いたします。", "手すりが付き、5月2日に再開しました。", "done", None),
        # A short notice ends in the noun of an act, and may own how late it was.
        ("委託先の監査を4月中に実施します。", "委託先(△△警備)の監査は5月6日に実施。\n委託先は8月から別の会社に切り替える。", "done", 6),
        ("委託先への立入監査を4月中に実施します。", "委託先(△△警備)の監査は6月6日に実施。", "overdue", None),
        ("入退室の記録装置を4月末までに導入します。", "入退室の記録装置 5月8日稼働(納品が予定より遅れました)", "done", 8),
        ("入退室の記録装置を4月末までに導入します。", "入退室の記録装置は納期の遅れにより7月の稼働を予定しております。", "overdue", None),
        # What opens a notice replaces nothing; a substitute is one in other words.
        ("代わりの浄水器を4月20日より順次お届けします。", "代替の浄水器の配送は5月2日に全戸完了しております。", "done", None),
        ("代わりの浄水器を4月20日より順次お届けします。", "浄水器の点検は5月2日に全戸完了しております。", "overdue", None),
        ("4月中に文書でお知らせし、6月末までに返金します。", "4月10日の件について、点検の結果は次のとおりです。", "overdue", None),
        # Half of the one act takes nothing from the other; a meeting that was held is told by what came of it.
        (
            "あわせて全職員に講習を受けさせ、貸出の要領を4月末までに改めます。",
            "新しい貸出の要領は5月1日から用いています。\n講習は職員7名のうち5名が受け終え、残る2名は12月に受講します。",
            "done",
            1,
        ),
        ("臨時総会を4月28日に開きます。", "臨時総会は代議員48名の出席で開かれ、会長が辞任しました。", "done", None),
    ],
)
def test_proof_is_of_what_was_promised(scorer: Scorer, promise: str, later: str, outcome: str, late: int | None) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.late_days or None) == (outcome, late)


@pytest.mark.parametrize(
    ("wording", "promises"),
    [
        ("記事には断固として抗議し、法的措置も検討してまいります。", False),
        ("名誉を傷つける投稿に対しては、法的措置をとってまいります。", False),
        ("投稿を確かめる係を2名置きます。", True),
        ("弁護士とも相談し、法的手段を含め厳正に対処してまいります。", False),
        ("顧問弁護士と協議のうえ、法的対応も視野に毅然として臨む方針です。", False),
        ("館長は4月末をもって辞任し、外部から後任を迎えます。", False),
        ("事務局長は4月15日付で退任する予定です。", False),
        ("常務理事は4月末に辞任することとなりました。", False),
        ("館長の後任を4月15日までに選任する予定です。", True),
        ("慰謝料については代理人を通じて協議中です。", False),
        ("返納の期限は6月30日といたします。", False),
        ("対象の世帯には、5月30日までに納付書により返納していただくようお願いしている。", False),
        ("対象の世帯には、5月30日までに納付書をお送りします。", True),
        ("（5月30日まで）", False),
        ("（令和5年5月1日から実施）", False),
        ("（5月1日から2名で確認します。）", True),
    ],
)
def test_threats_talks_and_demands_are_no_promise(scorer: Scorer, wording: str, promises: bool) -> None:
    assert bool(trace(scorer, f"{HURT}{wording}").promises) == promises


def test_vague_words_give_way_to_the_measure_most_like_them(scorer: Scorer) -> None:
    measures = "誘導係を2名置きます。\n館内の巡回では、職員の声かけを1時間ごとに行います。"
    later = "慰謝料については代理人を通じて協議中です。"
    became = outcome_of(scorer, "職員の声かけを徹底してまいります。", measures, later)
    assert (became.outcome, became.told) == ("replaced", "館内の巡回では、職員の声かけを1時間ごとに行います。")


def test_a_report_is_not_shown_by_a_measure(scorer: Scorer) -> None:
    later = "設備の軸が折れ、12名がけがをしました。\n今後は複数の職員による確認を徹底する。"
    became = outcome_of(scorer, "なお、詳細は確認でき次第お知らせします。", later)
    assert (became.outcome, became.told) == ("done", "設備の軸が折れ、12名がけがをしました。")


@pytest.mark.parametrize(
    ("promise", "later", "as_of", "standing", "code"),
    [
        ("5月末までに全12棟の点検を完了します。", "12棟のうち7棟の点検を完了しました。", AS_OF, "in_part", "DOS24"),
        ("5月末までに全12棟を修理します。", "7棟の修理を完了しました。残る5棟は部品がなく、修理できません。", AS_OF, "in_part", "DOS30"),
        # What was promised outright and is now only considered is a retreat; what was only considered is none.
        ("夜間の見回りは直ちに3名へ増員いたします。", "夜間の見回りの増員は、採用の状況をみながら検討する", AS_OF, "put_off", "DOS31"),
        ("窓口の係員を5月から2名増やします。", "窓口の係員の増員は、今後検討してまいります。", AS_OF, "not_begun", "DOS31"),
        ("夜間の見回りの増員を検討いたします。", "夜間の見回りの増員は、引き続き検討いたします。", AS_OF, None, None),
        ("夜間の見回りは直ちに3名へ増員いたします。", "夜間の見回りは、検討の結果、5月1日に3名へ増員しました。", AS_OF, None, None),
        ("9月末までに監視の装置を導入します。", "監視の装置は、納入の遅れにより導入を12月に延期いたします。", AS_OF, "moved", "DOS21"),
        ("結果は7月末までに公表します。", "結果は9月末までに公表します。", AS_OF, "moved_silently", "DOS21"),
        ("5月1日より、薬剤は2名で確認してから投与します。", None, AS_OF, "not_begun", "DOS22"),
        ("5月1日までに点検の手順を改正いたします。", None, date(2023, 5, 10), "just_due", "DOS26"),
        ("5月1日までに点検の手順を改正いたします。", None, date(2023, 7, 10), None, "DOS34"),
        # An announcement after that day could have told of it.
        ("5月1日までに点検の手順を改正いたします。", "館長が被害者のご自宅を訪ねました。", date(2023, 5, 20), None, "DOS07"),
        # A report that has not come by its day is missed on that day.
        ("調査の結果は5月1日までに公表します。", None, date(2023, 5, 10), None, "DOS12"),
        ("見回りの際は2名で鍵を確認することとしました。", None, AS_OF, None, None),
        ("4月9日から、見回りの際は2名で鍵を確認しています。", None, AS_OF, "in_force", None),
        ("安全の管理を徹底してまいります。", "見回りの際は2名で鍵を確認します。", AS_OF, "made_concrete", None),
    ],
)
def test_where_a_promise_stands(
    scorer: Scorer, promise: str, later: str | None, as_of: date, standing: str | None, code: str | None
) -> None:
    dossier = trace(scorer, HURT + promise, *([later] if later else []), as_of=as_of)
    made = [each for each in dossier.promises if each.first == "s1"]
    assert made[-1].standing == standing
    found = {each.code for each in dossier.findings} & {
        "DOS07",
        "DOS34",
        "DOS08",
        "DOS12",
        "DOS21",
        "DOS22",
        "DOS23",
        "DOS24",
        "DOS26",
        "DOS30",
        "DOS31",
    }
    assert found == ({code} if code else set())


def test_what_was_in_force_is_not_counted_among_the_promises_kept(scorer: Scorer) -> None:
    first = HURT + "4月9日から、見回りの際は2名で鍵を確認しています。\n4月末までに昇降機を点検します。"
    dossier = trace(scorer, first, "昇降機の点検は4月25日に完了しました。")
    assert sorted(str(each.standing or each.outcome) for each in dossier.promises) == ["done", "in_force"]
    assert [each.message[:1] for each in dossier.findings if each.code == "DOS20"] == ["1"]


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("日誌への2名の押印は、4月から6月まで毎回実施しました。", "日誌への2名の押印は、4月から6月まで毎回実施しました。"),
        ("昇降機の点検は4月25日に完了しました。", None),
    ],
)
def test_what_was_in_force_is_shown_where_it_is_told_as_kept(scorer: Scorer, later: str, told: str | None) -> None:
    became = outcome_of(scorer, "再発防止策として、日誌に2名が押印することとした(4月分から)。", later)
    assert (became.standing, became.told) == ("in_force", told)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("(1)同型の部品を点検し、", "同型の部品を点検し"),
        ("3.9時10分までに保護者に電話します。", "9時10分までに保護者に電話します。"),
        ("② また、窓口を設けます。", "窓口を設けます。"),
        ("・なお、結果は公表します。", "結果は公表します。"),
        ("A7. 7月中に手順を見直します。", "7月中に手順を見直します。"),
        ("Q2:点検は始まりましたか。", "点検は始まりましたか。"),
        ("A2 着払いでお送りください。", "着払いでお送りください。"),
        ("3 10月中に柵を設けます。", "10月中に柵を設けます。"),
        ("4 再発防止策の状況は9月に公表します。", "再発防止策の状況は9月に公表します。"),
        ("2 回目の点検は5月に行います。", "2 回目の点検は5月に行います。"),
        ("3 名で確認します。", "3 名で確認します。"),
        ("AED を設けます。", "AED を設けます。"),
        ("二　実習は中止します。", "実習は中止します。"),
        ("一、手順書を作ります。", "手順書を作ります。"),
        ("一、二の店を除き再開します。", "一、二の店を除き再開します。"),
        ("一部の店を閉めます。", "一部の店を閉めます。"),
        ("9時10分までに電話します。", "9時10分までに電話します。"),
        ("2.5メートルの柵を設けます。", "2.5メートルの柵を設けます。"),
        ("1.5時間ごとに見回ります。", "1.5時間ごとに見回ります。"),
        ("2名で確認します。", "2名で確認します。"),
        ("またぎ柵を設けます。", "またぎ柵を設けます。"),
        ("(1)", "(1)"),
        ("", ""),
    ],
)
def test_a_promise_is_quoted_without_its_number(text: str, quoted: str) -> None:
    assert as_quoted(text) == quoted


@pytest.mark.parametrize(
    ("answers", "outcome", "standing"),
    [
        ("Q.消火器の点検は始まりましたか。\nA.はい。\n4月20日から毎日行っております。", "done", None),
        ("Q1 消火器の点検はしていますか。\nA1 4月20日から毎日行っております。", "done", None),
        ("問:消火器の点検は始まりましたか。\n答:機材が届かず、まだ始めておりません。", "repeated", "put_off"),
        # What answers another question is of that.
        ("Q.けがをした人は何人ですか。\nA.12名です。\n4月20日から毎日お見舞いに伺っております。", "dropped", None),
        (
            "Q.消火器はどこにありましたか。\nA.倉庫にありました。\nQ.お詫びは。\nA.4月20日から行っております。",
            "dropped",
            None,
        ),
    ],
)
def test_an_answer_is_read_with_its_question(scorer: Scorer, answers: str, outcome: str, standing: str | None) -> None:
    became = outcome_of(scorer, "見回りの際は係員が消火器を点検します。", f"ご質問にお答えします。\n{answers}")
    assert (became.outcome, became.standing) == (outcome, standing)


@pytest.mark.parametrize(
    ("promise", "later", "leans"),
    [
        ("安全の管理を徹底してまいります。", "見回りの際は2名で鍵を確認します。", "kept"),
        ("4月末までに昇降機を点検します。", "昇降機の点検は4月25日に完了しました。", "kept"),
        ("9月末までに監視の装置を導入します。", "監視の装置は、納入の遅れにより導入を12月に延期いたします。", ""),
        ("9月末までに監視の装置を導入します。", "監視の装置の導入は、予算の都合により見送ることといたしました。", "against"),
        ("4月末までに昇降機を点検します。", "館長が被害者のご自宅を訪ねました。", "against"),
    ],
)
def test_what_became_better_is_not_shown_as_broken(scorer: Scorer, promise: str, later: str, leans: str) -> None:
    assert leaning(outcome_of(scorer, promise, later)) == leans


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "standing"),
    [
        (
            "お見舞金の支払いは5月5日までに行います。",
            "5月5日現在、対象の430人のうち204人のお客様にお見舞金をお支払いしました。",
            "overdue",
            "in_part",
        ),
        ("余分にいただいた会費は4月末までにお返しします。", "会費の返金は、318名のうち241名の方に完了しました。", "overdue", "in_part"),
        ("4月末までに検診を終えます。", "検診の対象は最終的に95名(うち2名は転居)で、81名の検診を終えました。", "overdue", "in_part"),
        ("全員の検査を4月末までに終えます。", "4月28日時点で検査を終えた方は79名(83%)です。", "overdue", "in_part"),
        # Nearly all, all, all of those who wished for it, and what is given to each.
        ("余分にいただいた会費は4月末までにお返しします。", "会費の返金は、318名のうち316名の方に4月25日に完了しました。", "done", None),
        ("商品券を4月30日までに対象者にお送りします。", "商品券は対象の216名全員に4月25日にお送りしました。", "done", None),
        (
            "けがをした方に4月30日までに面談を行います。",
            "対象の30名のうち、希望された12名に4月25日に面談を行いました。",
            "done",
            None,
        ),
        ("お一人様500円を4月末までにお支払いします。", "対象の40人に4月25日に500円をお支払いしました。", "done", None),
        # Those who did not receive it yet are named in the sentence after; a question is none of them.
        (
            "お見舞金の支払いは5月5日までに行います。",
            "お見舞金は、5月5日現在で104名の方にお支払いしました。\n未申請の方は、8月末までにお申し出ください。",
            "overdue",
            "in_part",
        ),
        (
            "利用者全員に4月末までに書面をお送りします。",
            "書面は4月25日に198名の方にお送りしました。\n宛先が不明の14名の方については確認を続けております。",
            "overdue",
            "in_part",
        ),
        (
            "お見舞金の支払いは5月5日までに行います。",
            "お見舞金は、5月2日に全員にお支払いしました。\nご不明の点は窓口へお申し出ください。",
            "done",
            None,
        ),
    ],
)
def test_so_many_of_those_meant_are_a_part(scorer: Scorer, promise: str, later: str, outcome: str, standing: str | None) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.standing) == (outcome, standing)


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "standing"),
    [
        (
            "消火器を4月20日までに全て新しいものに交換します。",
            "消火器の交換は、東館で4月25日に完了しました。\n西館については準備を進めております。",
            "overdue",
            "in_part",
        ),
        (
            "4月末までに全職員に救急講習を行います。",
            "救急講習は、日勤の職員に4月20日に行いました。\n夜勤の職員については調整中です。",
            "overdue",
            "in_part",
        ),
        (
            "全ての施錠を4月末までに電子錠に切り替えます。",
            "電子錠への切り替えは本館で4月25日に終えました。\n一方、別館につきましては手配を進めております。",
            "overdue",
            "in_part",
        ),
        ("相談窓口を4月17日に開設し、24時間対応します。", "相談窓口は平日9時から17時まで対応しております。", "overdue", "in_part"),
        (
            "4月末までに全班に検知器を配備します。",
            "検知器は4月28日に7班のうち5班に配備しました。\n残る2班は納品待ちです。",
            "overdue",
            "in_part",
        ),
        (
            "4月末までに全ての営業所に録画機を置きます。",
            "録画機は、11営業所のうち8営業所に4月27日に置きました。",
            "overdue",
            "in_part",
        ),
        (
            "5月末までに全6園に柵を付けます。",
            "柵は、若葉園に5月2日に付けました。\n他の5園は来年1月に延期します。",
            "overdue",
            "in_part",
        ),
        ("4月末までに全6園に柵を付けます。", "柵は4月20日に2園に付けました。", "overdue", "in_part"),
        # All in the end, in one day or two.
        ("4月末までに全6園に柵を付けます。", "柵は、4月20日に2園、4月28日に4園に付けました。", "done", None),
        (
            "全店で、紙の控えの保管を4月末までにやめ、電子の照合に改めます。",
            "電子の照合への切り替えは、4月末の時点で96店中90店、5月8日に全店で完了しました。",
            "done",
            None,
        ),
        (
            "専用の電話は4月20日から年中無休でお受けします。",
            "専用の電話は、午前9時から午後5時まで受け付けております。",
            "overdue",
            "in_part",
        ),
        # Another act to come, all told done, and the hours that were promised.
        (
            "消火器を4月20日までに全て新しいものに交換します。",
            "消火器の交換は4月18日に完了しました。\n営業の再開については準備を進めております。",
            "done",
            None,
        ),
        (
            "消火器を4月20日までに全て新しいものに交換します。",
            "すべての消火器の交換は4月18日に完了しました。\n別館については準備を進めております。",
            "done",
            None,
        ),
        ("相談窓口を4月17日に開設し、24時間対応します。", "相談窓口は4月17日に開設し、24時間対応しております。", "done", None),
        ("窓口を4月17日に設け、土日も対応します。", "窓口は平日9時から17時まで、土日は10時から15時まで対応しております。", "done", None),
        ("相談窓口を4月17日に開設し、平日に対応します。", "相談窓口は平日9時から17時まで対応しております。", "done", None),
    ],
)
def test_fewer_places_or_hours_than_promised_are_a_part(
    scorer: Scorer, promise: str, later: str, outcome: str, standing: str | None
) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.standing) == (outcome, standing)


def test_others_prepared_for_are_part_of_the_promise_for_all(scorer: Scorer) -> None:
    second = "消火器の交換は、東館で4月25日に完了しました。\n西館については準備を進めております。"
    third = "西館を含むすべての消火器の交換は6月5日に完了しました。"
    dossier = trace(scorer, HURT + "消火器を4月20日までに全て新しいものに交換します。", second, third)
    assert [(str(each.outcome), each.late_days) for each in dossier.promises if not each.standing] == [("done", 46)]
    assert not {each.code for each in dossier.findings} & {"DOS07", "DOS08"}


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "standing", "due"),
    [
        ("検診の費用は当館が負担し、4月末までに該当者全員の検診を終えます。", "検診は7月20日まで続けます。", "overdue", None, "2023-07-20"),
        ("5月末までに全員の検査を終えます。", "検査は10月末まで継続します。", "repeated", "moved_silently", "2023-10-31"),
        ("床の改修は4月中に完了します。", "床の改修は、9月末までかかる見込みです。", "repeated", "moved_silently", "2023-09-30"),
        ("4月末までに全店の点検を行います。", "点検は10月末まで続ける予定です。", "repeated", "moved_silently", "2023-10-31"),
        (
            "4月末までに全職員への聞き取りを終えます。",
            "聞き取りは10月末まで行うことといたしました。",
            "repeated",
            "moved_silently",
            "2023-10-31",
        ),
        # A desk for those who come late moves nothing; what was set up goes on as promised.
        ("5月末までに全員への返金を終えます。", "返金は5月8日に終えました。\n返金の受付は10月末まで続けます。", "done", None, "2023-05-31"),
        ("相談窓口を4月末までに設けます。", "相談窓口は4月20日に設け、8月末まで継続します。", "done", None, "2023-04-30"),
        (
            "4月末までに全店の点検を終えます。",
            "全店の点検は4月28日に完了しました。\n見回りは10月末まで続けます。",
            "done",
            None,
            "2023-04-30",
        ),
    ],
)
def test_what_was_to_be_finished_and_goes_on_is_moved(
    scorer: Scorer, promise: str, later: str, outcome: str, standing: str | None, due: str
) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.standing, became.due) == (outcome, standing, due)


@pytest.mark.parametrize(
    ("promise", "later", "late"),
    [
        # Each act of a sentence has its own day; a thing's later day is of its last step.
        ("手順書を4月末までに改訂します。", "手順書は5月3日に改訂し、訓練を5月8日に実施しました。", 3),
        ("訓練を4月末までに実施します。", "手順書は5月3日に改訂し、訓練を5月8日に実施しました。", 8),
        ("監視カメラを4月末までに設置します。", "監視カメラは5月2日に届き、5月8日に設置しました。", 8),
        ("4月末までに手順書を改訂し、5月の大会から適用します。", "手順書は4月27日に改訂し、5月8日の大会から適用しております。", 0),
        ("手順書を4月末までに作ります。", "手順書は5月2日に作り、5月8日から使っています。", 2),
        # What came of an act puts it off no further, that it has begun or come so far ends it no sooner.
        ("改善計画書を4月末までに提出します。", "5月2日に改善計画書を提出し、5月8日に受理されました。", 2),
        ("会費は4月末までに返金します。", "返金は4月28日に開始し、5月8日に完了しました。", 8),
        ("全会員に4月末までに電話します。", "電話は4月30日の時点で約7割にとどまり、5月8日までに終えました。", 8),
        # A report told as given on a day, and one given with the announcement.
        ("調査報告書の内容を4月20日に公表します。", "当館の調査報告書の要旨を5月2日にホームページに掲載しました。", 12),
        ("調査報告書の内容を4月20日に公表します。", "当館の調査報告書の要旨を本日公表しました。", 20),
        # What its sentence owns beside its day, and what went to persons or to a meeting and not to all readers.
        ("全館の点検を4月末までに終えます。", "全館の点検は5月8日に完了いたしました(当初予定4月30日)。", 8),
        ("正しい納付書の通知書は4月28日までにお送りします。", "正しい通知書は、お詫び状を添えて5月1日に発送しました。", 3),
        ("調査の結果は4月末の評議員会に報告します。", "調査の結果を4月28日の評議員会に報告しました。", 0),
    ],
)
def test_lateness_is_counted_to_the_day_told_of_the_act(scorer: Scorer, promise: str, later: str, late: int) -> None:
    became = outcome_of(scorer, promise, later)
    assert (became.outcome, became.late_days) == ("done", late)


@pytest.mark.parametrize(
    ("promise", "later", "told"),
    [
        ("4月末までに全職員の研修を行います。", "研修を受けた職員は48名でした。", True),
        ("利用者が閉じ込められた場合は、10分以内に館内放送を行う(手順書を4月末までに改訂)", "閉じ込められた利用者は213人でした。", False),
        ("故障で利用者がけがをした場合は、直ちに係員を配置します。", "故障でけがをした利用者は31人でした。", False),
    ],
)
def test_a_head_count_keeps_no_promise(scorer: Scorer, promise: str, later: str, *, told: bool) -> None:
    became = outcome_of(scorer, promise, f"ご報告します。\n{later}")
    assert (became.told == later) == told
    assert (became.outcome == "done") == told


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        ("手順書を4月末までに改訂します。", "手順書は改訂を進めております。", "overdue"),
        ("防犯カメラの設置は4月中に行います。", "防犯カメラは設置工事を進めております。", "overdue"),
        ("異常時は直ちに通報する(連絡表を4月末までに作成)", "連絡表は作成を進めております。", "overdue"),
        ("手順書を9月末までに改訂します。", "手順書は改訂を進めております。", "repeated"),
        # What begins on its day or is done by now.
        ("4月20日から書面の送付を始めます。", "書面の送付を進めております。", "done"),
        ("手順書を4月末までに改訂します。", "改訂を進めておりました手順書は、4月28日に改訂しました。", "done"),
        ("巡回のたびに鍵を2名で確認します。", "鍵の確認は2名で行っております。", "done"),
    ],
)
def test_what_is_worked_on_still_is_not_finished(scorer: Scorer, promise: str, later: str, outcome: str) -> None:
    assert outcome_of(scorer, promise, later).outcome == outcome


def test_each_act_of_a_sentence_reports_on_its_own_promise(scorer: Scorer) -> None:
    dossier = trace(scorer, HURT + "手順書を4月末までに改訂します。", "手順書は4月25日に改訂し、避難の訓練を4月28日に実施しました。")
    made = [(each.text, str(each.standing or each.outcome)) for each in dossier.promises]
    assert ("手順書を4月末までに改訂します。", "done") in made
    assert not [text for text, _ in made if text.startswith("手順書は")]


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        (
            "当面の間、活動を中止する措置をとっております。",
            "4月7日から活動を中止しておりましたが、部の責任は問わないことが決まったため、5月1日より活動を再開しております。",
            "done",
        ),
        ("全部員への面談を6月末までに実施いたします。", "全部員への面談は行わないこととし、聞き取りに改めました。", "replaced"),
        (
            "原因究明のため、引き続き調査を継続してまいります。",
            "調査結果をご報告します。異物は、協力会社の工場で混入したものと特定いたしました。",
            "done",
        ),
        ("原因究明のため、引き続き調査を継続してまいります。", "回収は、8割を終えました。", "dropped"),
        (
            "業績への影響は精査中ですが、開示が必要な場合は速やかに公表いたします。",
            "4月10日付「お知らせ」にて公表しました通り、当社の設備が故障しました。",
            "dropped",
        ),
    ],
)
def test_a_stop_lifted_a_cause_pinned_down_and_a_look_back(scorer: Scorer, promise: str, later: str, outcome: str) -> None:
    assert outcome_of(scorer, promise, later).outcome == outcome
