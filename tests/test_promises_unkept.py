"""Promises that another sentence, a heading or another act seems to keep or to take back, beside those that are kept or taken back."""

from datetime import date

import pytest

from analyzer.dossier.report import FollowedPromise
from analyzer.scoring import Scorer
from tests.dossiers import HURT, trace

_AS_OF = date(2023, 12, 1)


def _made(scorer: Scorer, promise: str, *later: str) -> list[FollowedPromise]:
    """What became of the promises of the first announcement."""
    return [each for each in trace(scorer, HURT + promise, *later, as_of=_AS_OF).promises if each.first == "s1"]


@pytest.mark.parametrize(
    ("promise", "later", "outcome", "due"),
    [
        # A delay with a day of its own puts the act off, whatever else was done in time.
        (
            "荷重の上限を超えた場合に警告する機能を、搬送の設備に5月末までに追加いたします。",
            "・搬送設備の荷重の警告機能は、部品の納入の遅れにより9月の稼働を予定しています。\n"
            "・設備の監視体制を2名体制としました（5月1日から実施）。",
            "overdue",
            "2023-09-30",
        ),
        (
            "荷重の上限を超えた場合に警告する機能を、搬送の設備に5月末までに追加いたします。",
            "・搬送設備の荷重の警告機能は、5月8日に追加しました。\n・設備の監視体制を2名体制としました（5月1日から実施）。",
            "done",
            "2023-05-31",
        ),
        # Some only, and the others later.
        (
            "全職員を対象とした設備の操作の研修を4月中に実施いたします。",
            "設備の操作の研修は、4月に班長のみ実施し、ほかの職員については8月に実施いたします。",
            "overdue",
            "2023-08-31",
        ),
        ("全職員を対象とした設備の操作の研修を4月中に実施いたします。", "設備の操作の研修は、4月に全職員に実施しました。", "done", None),
        # What is worked on still has no result yet, in whatever sentence that was promised.
        (
            "全工場の設備の状態を5月末までに点検し、結果を公表します。",
            "4月10日にお知らせした設備の故障について、その後の対応状況をお知らせします。\n現在も点検を継続しており、7月末を目途に公表します。",
            "overdue",
            "2023-07-31",
        ),
        (
            "全工場の設備の状態を5月末までに点検し、結果を公表します。",
            "4月10日にお知らせした設備の故障について、全工場の設備の状態を5月2日までに点検しましたので、結果を公表します。",
            "done",
            "2023-05-31",
        ),
        # What was not to be done and is done is no promise kept; nor is what was voted down.
        ("当日の券の追加の販売は行いません。", "4月25日に当日の券の追加の販売を行いました。", "dropped", None),
        ("箱に紙の伝票を入れません。", "4月20日からは、箱に紙の伝票を入れておりません。", "done", None),
        ("揚水機の更新を4月末までに行います。", "揚水機の更新は総会で否決されました。", "replaced", "2023-04-30"),
        ("揚水機の更新の方針を4月末までに示します。", "第1号議案 揚水機の更新の方針 可決", "done", "2023-04-30"),
        # A meeting is told by its record, by no other line of its day.
        ("住民説明会を5月5日に開きます。", "住民説明会の記録\n日時:5月5日(金)午後7時\n出席:32名", "done", "2023-05-05"),
        ("住民説明会を5月5日に開きます。", "設備の点検の記録\n日時:5月5日(金)午後7時", "overdue", "2023-05-05"),
        # An act dated after its promise tells no incident again, whatever else it looks like.
        ("利用の基準を4月末までに会員に配ります。", "利用の基準は5月8日にメールで配りました。遅くなりました。", "done", "2023-04-30"),
        # A stop until a day is owed no more on that day.
        ("6月の催しまでは場内での調理を一切いたしません。", "6月の催しは6月4日に行います。", "done", None),
        # What asks for patience in the end is promised all the same.
        ("5月6日までに振り込みますので、今しばらくお待ちください。", "原因は軸の摩耗です。", "overdue", "2023-05-06"),
        ("給水車を4月12日より配置いたしますので、ご理解をお願い申し上げます。", "給水車は4月12日より配置しています。", "done", None),
        # 「実施し、問題はありませんでした」 tells the act.
        (
            "外部の専門家による設備の診断を5月中に実施いたします。",
            "また、外部の専門家による設備の診断につきましては、5月2日から6日にかけて実施し、重大な問題は検出されませんでした。",
            "done",
            "2023-05-31",
        ),
        (
            "外部の専門家による設備の診断を5月中に実施いたします。",
            "また、外部の専門家による設備の診断につきましては、準備を行いましたが、実施しておりません。",
            "overdue",
            "2023-05-31",
        ),
        # A day missed and the act told after all is no putting off.
        (
            "けがをされた皆様にお見舞いの品を5月2日にお渡しします。",
            "・お見舞いの品は5月2日に間に合わず、5月6日にお宅へうかがってお渡ししました。",
            "done",
            None,
        ),
        (
            "けがをされた皆様にお見舞いの品を5月2日にお渡しします。",
            "・お見舞いの品は5月2日に間に合わず、お渡しを6月末に延期しました。",
            "overdue",
            "2023-06-30",
        ),
        # What came of a test tells that it was made; a result still to come, or that of one before, does not.
        (
            "念のため水質の検査をします(4月いっぱい)。",
            "水質の検査の結果です。採水した30か所のうち2か所で基準を超えていました。",
            "done",
            None,
        ),
        ("念のため水質の検査をします(4月いっぱい)。", "水質の検査の結果は、6月末までにお知らせします。", "overdue", None),
        ("規程の改正案を5月の役員会にはかります。", "規程の改正は5月7日の役員会で承認され、7月の大会より用います。", "done", "2023-05-31"),
        ("規程の改正案を5月の役員会にはかります。", "役員会は7月に延期しました。", "overdue", None),
        # That those written to have not answered is not that nothing was sent.
        (
            "返金のご案内を4月28日にお送りします。",
            "返金のご案内は4月28日に発送済みですが、まだ87名の方からお返事がありません。",
            "done",
            None,
        ),
        ("返金を4月28日に行います。", "返金は4月28日に行いましたが、まだ87名の方へのお振込みができておりません。", "overdue", None),
        # A stop is so from its telling on, and what is called off by any name is called off.
        ("屋外の講習は4月末まで全校で中止する。", "5月9日より屋外の講習を再開します。", "done", None),
        ("訂正シールを4月中にお送りします。", "訂正シールの送付は取り止め、手帳の全数を回収し作り直します。", "replaced", None),
        (
            "教官全員に安全講習を受講させる。",
            "教官14名の安全講習は、11名が修了、残る3名は修了するまで実習を担当いたしません。",
            "repeated",
            None,
        ),
    ],
)
def test_what_is_nearest_to_a_promise_tells_what_became_of_it(
    scorer: Scorer, promise: str, later: str, outcome: str, due: str | None
) -> None:
    became = _made(scorer, promise, later)[-1]
    assert became.outcome == outcome
    assert due is None or became.due == due


@pytest.mark.parametrize(
    ("later", "outcome", "standing"),
    [
        (
            "料金の返金の完了について\n4月28日までに1,846件のうち1,839件の返金を完了いたしました。\n"
            "残る7件は、お客様と連絡が取れておりません。",
            "overdue",
            "in_part",
        ),
        ("料金の返金の完了について\n4月28日までに1,846件すべての返金を完了いたしました。", "done", None),
    ],
)
def test_a_heading_tells_less_than_what_stands_below(scorer: Scorer, later: str, outcome: str, standing: str | None) -> None:
    became = _made(scorer, "過大にいただいた料金の返金を、口座への振込により4月末までに1,846件について行います。", later)[-1]
    assert (became.outcome, became.standing) == (outcome, standing)


@pytest.mark.parametrize(
    ("later", "replaced"),
    [
        ("USBメモリの使用については、全面禁止に代えて、暗号化できるもののみ認めることとしました。", [False, True]),
        ("園外への名簿の持ち出しの禁止は、行わないこととしました。", [True, False]),
    ],
)
def test_one_act_taken_back_takes_back_no_other_of_its_sentence(scorer: Scorer, later: str, replaced: list[bool]) -> None:
    made = _made(scorer, "今後、園外への名簿の持ち出しを原則禁止とし、USBメモリの使用を9月までに全面禁止とします。", later)
    assert [each.outcome == "replaced" for each in made] == replaced


@pytest.mark.parametrize(
    ("promise", "later", "outcomes"),
    [
        ("入場料は全額を払い戻し、駐車料もお支払いします。", "入場料は48名全員に5月2日までに払い戻しました。", ["done", "dropped"]),
        ("入場料は全額を払い戻し、駐車料もお支払いします。", "入場料の払い戻しを終え、駐車料もお支払いしました。", ["done", "done"]),
        ("対象の方にはお電話でお詫びし、お荷物の回収に伺います。", "お荷物の回収を終えました。", ["done"]),
        # Two payments are two promises.
        (
            "チケットの代金は全額を払い戻し、交通費もお支払いします。",
            "チケットの代金の払い戻しは5月2日に完了しました。",
            ["done", "dropped"],
        ),
        (
            "全部員への聞き取りを4月中旬までに行い、その結果を保護者会でお伝えします。",
            "部員への聞き取りは4月18日に終えました。\n聞き取りの結果は、5月20日の保護者会でお伝えします。",
            ["done", "overdue"],
        ),
    ],
)
def test_each_act_promised_in_a_sentence_is_told_for_itself(scorer: Scorer, promise: str, later: str, outcomes: list[str]) -> None:
    assert [each.outcome for each in _made(scorer, promise, later)] == outcomes


@pytest.mark.parametrize(
    ("last", "code"),
    [
        ("5月31日までに9棟中7棟に警報器を設置しました。", "DOS24"),
        ("6月2日に避難の訓練を行いました。", "DOS23"),
        ("9棟のうち7棟に、6月末までに警報器を設置します。", "DOS23"),  # A promise of a part is no part that was kept.
    ],
)
def test_what_was_put_off_and_is_kept_in_part_is_not_told_as_unreported(scorer: Scorer, last: str, code: str) -> None:
    moved = "警報器の設置は、納品の遅れにより5月末となる見込みです。"
    dossier = trace(scorer, f"{HURT}4月末までに全9棟に警報器を設置します。", moved, last, as_of=_AS_OF)
    assert [each.code for each in dossier.findings if each.code in ("DOS07", "DOS23", "DOS24")] == [code]


@pytest.mark.parametrize(
    ("title", "ends_in", "silent"),
    [
        ("【完了報告】設備の点検について", "6月1日から毎日、設備を点検します。", False),
        ("設備の点検について(第2報)", "6月1日から毎日、設備を点検します。", True),
        ("【完了報告】設備の点検について", "残る2台は5月末までに点検します。", True),
    ],
)
def test_what_calls_itself_the_last_breaks_off_nothing(scorer: Scorer, title: str, ends_in: str, *, silent: bool) -> None:
    later = f"設備の点検は4月28日に終えました。\n{ends_in}"
    dossier = trace(scorer, HURT + "設備を4月末までに点検します。", later, titles=("設備の故障について", title), as_of=_AS_OF)
    assert ("DOS11" in {each.code for each in dossier.findings}) == silent


@pytest.mark.parametrize(
    ("later", "told"),
    [
        ("館長は戒告とし、報酬を3か月返上します。", None),
        ("館長は戒告とし、報酬を3か月返上します。\n巡回のたびに2名で鍵を確認します。", "巡回のたびに2名で鍵を確認します。"),
    ],
)
def test_discipline_makes_no_vague_words_concrete(scorer: Scorer, later: str, told: str | None) -> None:
    (became,) = _made(scorer, "鍵の確認を徹底してまいります。", later)
    assert became.told == told


_SET_OFF = "多く頂いた利用料は、6月分の利用料から差し引きいたします。"


@pytest.mark.parametrize(
    ("way", "outcome"),
    [
        ("返金は、6月分からの差引きではなく、口座への振込により6月9日までに行います。", "replaced"),
        ("返金は、6月分からの差引きだけでなく、口座への振込でも行います。", "repeated"),
    ],
)
def test_a_promise_kept_in_another_way_is_not_half_kept(scorer: Scorer, way: str, outcome: str) -> None:
    done = "利用料につきまして、6月5日までに48件のうち41件の返金を完了いたしました。残る7件は連絡が取れておりません。"
    dossier = trace(scorer, HURT + _SET_OFF, way, done, as_of=_AS_OF)
    assert next(each.outcome for each in dossier.promises if each.first == "s1") == outcome
    if outcome == "replaced":
        assert [each.code for each in dossier.findings if each.code in ("DOS09", "DOS24")] == ["DOS24"]


def test_less_help_than_was_promised_is_remarked_on_though_it_is_another_way(scorer: Scorer) -> None:
    later = "利用料につきましては、現金ではなく、館内の食事券をお渡しいたします。"
    dossier = trace(scorer, f"{HURT}多く頂いた利用料は、現金でお返しいたします。", later, as_of=_AS_OF)
    assert "DOS09" in {each.code for each in dossier.findings}


@pytest.mark.parametrize(
    ("promise", "later", "late"),
    [
        # What was to be received on a day was, though it is published later.
        (
            "調査の期間を延長し、調査報告書の受領は5月下旬となる見込みです。",
            "当社は、5月8日に調査委員会から調査報告書を受領いたしましたので、公表いたします。",
            None,
        ),
        ("調査報告書は5月2日までに公表いたします。", "当社は、5月8日に調査委員会から調査報告書を受領いたしましたので、公表いたします。", 8),
    ],
)
def test_what_was_to_be_received_is_not_late_by_the_day_of_its_publication(
    scorer: Scorer, promise: str, later: str, late: int | None
) -> None:
    became = _made(scorer, promise, later)[-1]
    assert (became.outcome, became.late_days or None) == ("done", late)


@pytest.mark.parametrize(
    "later",
    [
        "設備の故障について、検証委員会から5月2日に報告書の提出があり、本日公表します。",
        "設備の故障について、検証委員会の検証結果を取りまとめましたので、公表します。",
    ],
)
def test_a_report_handed_in_and_published_keeps_both_acts(scorer: Scorer, later: str) -> None:
    made = _made(scorer, "外部の有識者による検証委員会を設置し、5月末までに検証結果を公表します。", later)
    assert {str(each.outcome) for each in made} == {"done"}


@pytest.mark.parametrize(
    ("promise", "as_of", "codes"),
    [
        ("再発防止策の進捗は、毎月末に本ページで公表いたします。", date(2023, 12, 1), {"DOS32"}),
        ("再発防止策の進捗は、毎月末に本ページで公表いたします。", date(2023, 6, 1), set()),
        ("再発防止策の進捗状況は3か月ごとに公表します。", date(2023, 12, 1), {"DOS32"}),
        ("再発防止策の進捗状況は毎年公表します。", date(2023, 12, 1), set()),
        ("再発防止策の進捗状況を公表します。", date(2023, 12, 1), {"DOS11"}),
    ],
)
def test_reports_promised_again_and_again_are_missed(scorer: Scorer, promise: str, as_of: date, codes: set[str]) -> None:
    dossier = trace(scorer, f"{HURT}原因は弁の劣化でした。", f"4月10日にお知らせした設備の故障について、続報です。\n{promise}", as_of=as_of)
    assert {each.code for each in dossier.findings} & {"DOS11", "DOS32"} == codes


def test_what_recurs_is_quoted_without_its_number_and_told_of_one_announcement_once(scorer: Scorer) -> None:
    dossier = trace(scorer, f"{HURT}3. 再発防止策の進捗は、毎月末に本ページで公表いたします。", as_of=_AS_OF)
    assert dossier.silence.next_report_promised == "再発防止策の進捗は、毎月末に本ページで公表いたします。"
    assert [each.statements for each in dossier.findings if each.code == "DOS32"] == [("s1",)]


@pytest.mark.parametrize(
    ("later", "standing", "due"),
    [
        ("電子受付の導入は2025年度からとします。", "moved_silently", "2025年度から"),
        ("電子受付は、令和6年度は5館で試行し、全館での導入は令和7年度からとします。", "moved_silently", "令和7年度から"),
        ("電子受付は、令和6年度から全館に導入します。", None, "令和6年度から"),
        ("電子受付を全館に導入します。令和7年度の要項に載せます。", None, "来年度から"),
    ],
)
def test_a_later_fiscal_year_puts_off_without_a_word_of_delay(scorer: Scorer, later: str, standing: str | None, due: str) -> None:
    dossier = trace(scorer, f"{HURT}来年度から、電子受付を導入します。", later, as_of=_AS_OF)
    became = next(each for each in dossier.promises if each.first == "s1")
    assert (became.standing, became.due) == (standing, due)
    assert ("DOS21" in {each.code for each in dossier.findings}) == (standing is not None)
