"""What only shows when announcements are held against one another: drift, promises kept, one course of events, grouping."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import find_contradictions, merge_events
from analyzer.dossier.course.moments import delays, moments
from analyzer.dossier.dossier import make_dossier, read_announcements
from analyzer.dossier.drift.casualties import casualties, more_hurt, owns_casualties
from analyzer.dossier.drift.contractors import contractor_blamed
from analyzer.dossier.drift.data_kinds import kind_denied
from analyzer.dossier.drift.finders import found_by_others
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.findings import MOST_QUESTIONS, at_most
from analyzer.dossier.gathering.grouping import group, strangers
from analyzer.dossier.gathering.sources import Incident, Placed
from analyzer.dossier.promises.keeping import Kept, days_named, follow_promises
from analyzer.dossier.quantities import find_counts, number_value
from analyzer.dossier.report import Dossier, DossierQuestion, Grouping
from analyzer.durations import between
from analyzer.judging.model import Detail
from analyzer.language.normalise import fold
from analyzer.rules.slots import GROUPING
from analyzer.schema import COUNTED, Axis, DriftKind, EventKind, GroupedBy, Lang, PromiseAim, PromiseOutcome
from analyzer.scoring import Scorer
from analyzer.statement import Statement

_FIRST_DAY = date(2023, 4, 10)


def _told(scorer: Scorer, *texts: str, titles: Sequence[str] = (), days: int = 30) -> list[Announcement]:
    """Announcements `days` apart, with ids s1, s2 …"""
    statements = [
        Statement(text, titles[at] if titles else "お知らせ", _FIRST_DAY + timedelta(days=days * at), f"s{at + 1}")
        for at, text in enumerate(texts)
    ]
    return read_announcements(statements, scorer)


def _followed(scorer: Scorer, told: Sequence[Announcement], as_of: date) -> list[Kept]:
    """What became of the promises of the first announcement."""
    kept = follow_promises(told, as_of, scorer.model.details[Detail.OUTCOMES])
    return [each for each in kept if each.vow.announcement.id == "s1"]


# --- counts ------------------------------------------------------------------------------------------------------------

COUNTS = [
    ("会員213名様の情報", [("名", 213)]),
    ("延べ1,284名、総額は642万円", [("名", 1284), ("円", 6420000)]),
    ("写真は二百十三点、お子さん二百二人分", [("点", 213), ("人", 202)]),
    ("２６３万４千円を引き出し", [("円", 2634000)]),
    ("虚偽の記入は延べ63日に及びます", [("日", 63)]),
    ("対象は五千二百八十六窓に及びます", [("窓", 5286)]),
    ("該当は12ケースでした", [("ケース", 12)]),
    ("受付は10時、12時間、3割、2人目です", []),
    ("第2報をお届けします", []),
    ("一人ひとりにお詫びします", []),
    ("1人当たり2.5リットル", []),
    ("8月5日に公表しました", []),
    ("03-0000-1234", []),
    ("", []),
]


@pytest.mark.parametrize(("wording", "expected"), COUNTS, ids=[wording or "empty" for wording, _ in COUNTS])
def test_counts(wording: str, expected: list[tuple[str, float]]) -> None:
    assert [(count.counter, count.value) for count in find_counts(fold(wording))] == expected


@pytest.mark.parametrize(
    ("number", "value"), [("1,284", 1284), ("三百八十六", 386), ("二〇", 20), ("1.2億", 120_000_000), ("十", 10), ("2.3.4", None)]
)
def test_number_value(number: str, value: float | None) -> None:
    assert number_value(number) == value


# --- drift -------------------------------------------------------------------------------------------------------------

MAIL = "10月2日、会員の皆様に他の方のお名前を記載したメールを送信しました。"
"""What happened, told first: a cause alone is no statement."""

EVENT = "4月3日、体育館の照明器具が落下する事故が発生しました。\n"
"""An accident, told first."""

# matter, earlier, later, None (no change) or acknowledged
DRIFT = [
    (
        DriftKind.PERSONS,
        "会員213名様の氏名が流出しました。",
        "流出したのは会員213名様の氏名です。今後は送信前に5人で声を出して宛先を確認します。",
        None,
    ),
    (
        DriftKind.HARM,
        "なお、現時点で個人情報の外部への流出は確認されておりません。",
        "外部に流出した事実は確認されておりませんが、可能性を完全に否定することはできません。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、当クラブの担当者が名簿を誤って公開の設定にしたことです。",
        f"{MAIL}原因は、予約サイトのプログラムの欠陥を突いた不正アクセスでした。担当者の設定の誤りとした4月10日の説明は誤りでしたので、訂正いたします。",
        True,
    ),
    (DriftKind.PERSONS, "会員43名様から年会費を二重に引き落としました。", "二重に引き落とした会員は218名様でした。", False),
    (
        DriftKind.PERSONS,
        "会員214名様から会費を二重に引き落としました。",
        "前回214名とお伝えしましたが、正しくは231名でした。お詫びして訂正いたします。",
        True,
    ),
    (DriftKind.PERSONS, "会員213名様の氏名が流出しました。", "流出したのは会員213名様の氏名です。うち200名様へ連絡を終えました。", None),
    (DriftKind.PERSONS, "一部の会員の方の氏名が流出しました。", "流出したのは会員213名様の氏名です。", None),
    (DriftKind.PERSONS, "会員213名様の氏名が流出しました。", "213名様のうち180名様とお話しできました。", None),
    (DriftKind.MONEY, "寄付金18万円の記載が誤っていました。", "使途の分からない支出は96万2,000円でした。", False),
    (DriftKind.ITEMS, "写真8点を誤って掲載しました。", "誤って掲載した写真は、前回公表した8点を含め47点でした。", True),
    (
        DriftKind.HARM,
        "個人情報の外部への流出はございません。",
        "会員213名様の氏名とメールアドレスが外部へ流出したことを確認いたしました。",
        False,
    ),
    (
        DriftKind.HARM,
        "個人情報の外部への流出は確認されておりません。",
        "個人情報が外部へ流出した可能性を否定できないことが判明しました。",
        False,
    ),
    (
        DriftKind.HARM,
        "健康への影響は一切ございません。",
        "「健康への影響は一切ない」と申し上げたことは誤りでした。3名の方が医療機関を受診され、入院されています。",
        True,
    ),
    (
        DriftKind.HARM,
        "現在のところ、不正利用の報告は受けておりません。",
        "その後も、不正利用の報告は受けておりません。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤り、確認の手順を定めていなかったことです。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は現在調査しております。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、委託先である株式会社架空システムの操作ミスです。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。",
        False,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、配信を委託した協力会社の操作の誤りです。",
        f"{MAIL}協力会社の誤りとお伝えしましたが、正しくは、当クラブの担当者が宛先の設定を誤っていました。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        "運行会社の配車の手違いにより、バス6台が到着しませんでした。",
        "バスの台数を誤って発注したのは当クラブで、運行会社に落ち度はございませんでした。4月10日の説明を訂正し、お詫びします。",
        True,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、部活動の指導で行き過ぎた言動があったとの申し出がありました。",
        "顧問は2022年4月から、部員5名の頬を平手で打っていました。",
        None,
    ),
    (DriftKind.PERSONS, "誤って送付した世帯は38世帯です。", "1 誤って送付した世帯 61世帯(公表時38世帯)", True),
    (DriftKind.ITEMS, "照明塔4基が消えました。", "消えた照明塔は6基でした。", False),
    (
        DriftKind.HARM,
        "体調を崩された方はいらっしゃいません。",
        "3名の方が熱中症の症状で手当てを受けられています。",
        False,
    ),
    (DriftKind.HARM, "治療への影響はございません。", "1名の患者様に発疹が現れていたことを確認いたしました。", False),
    (DriftKind.HARM, "3名の方がけがをされました。", "製品を改めて検査し、異常がないことを確認しました。", None),
    (
        DriftKind.CAUSE,
        "5月24日、教務手帳を紛失しました。職員室の机に置いたところ、見当たらなくなりました。",
        "手帳は職員室で失われたのではなく、教諭が自宅に持ち出し、公園に置き忘れたものでした。",
        True,
    ),
    (
        DriftKind.HARM,
        "これまでに健康被害のご連絡はいただいておりません。",
        "6名のお客様から腹痛などのお申し出をいただいております。",
        False,
    ),
    (DriftKind.HARM, "2名が病院に搬送されました。", "搬送された2名の方に、お見舞いを申し上げます。", None),
    (
        DriftKind.DATA_KINDS,
        "会員43名様の氏名が流出しました。住所は含まれておりません。",
        "流出した名簿には、氏名と住所が含まれておりました。",
        False,
    ),
    (DriftKind.DATA_KINDS, "会員43名様の氏名と座席番号が流出しました。", "流出したのは会員43名様の氏名と座席です。", None),
    (
        DriftKind.PERIOD,
        "2月21日、会員164名様の氏名を誤って送信しました。",
        "お問い合わせを受けて確認したところ、同様のメールを2月14日にも会員38名様へ送信していたことが判明いたしました。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        "4月8日、お客様からのお電話で誤送信が判明しました。",
        "5月2日の社内点検で、同様の誤送信を当社が発見しました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "2022年度の領収書が紛失しました。",
        "紛失した領収書は、2020年4月から2023年3月までの分でした。",
        False,
    ),
    (
        DriftKind.ITEMS,
        "対象は1,340窓でございます。カタログの遮音等級に実測と異なる数値が含まれていました。",
        "該当する出荷は五千二百八十六窓に及ぶことが分かりました。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員412名様に使用料を過大に請求しました。",
        "過大に請求した件数は679件でした。先の公表では412名としておりましたが、退会された方を含めておりませんでした。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員412名様に使用料を過大に請求しました。",
        "会員3,120名様分の台帳をすべて点検しました。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}配信を請け負う会社の設定の誤りが原因です。",
        f"{MAIL}配信会社の設定の誤りと申し上げましたが、当クラブの職員が名簿を取り違えて渡したことが原因でした。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}配信を請け負う会社の設定の誤りが原因です。",
        f"{MAIL}配信会社の設定の誤りと申し上げましたが、当クラブの職員が名簿を取り違えて渡したことが原因でした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は確認中です。",
        f"{MAIL}職員が名簿を取り違えたことが原因でした。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "商品の表示が欠落していました。対象は賞味期限2023.9.12の商品です。",
        "商品の表示が欠落していました。対象は賞味期限2023.8.12の商品です。",
        None,
    ),
    (
        DriftKind.DATA_KINDS,
        "会員213名様の氏名とメールアドレスが流出しました。",
        "流出したのは氏名、メールアドレスと電話番号でした。先のお知らせでは電話番号のことを書いておりませんでした。",
        True,
    ),
    (DriftKind.HARM, "けがをされた方はいらっしゃいません。", "その後、観客の方1名が足首を捻っていたことを確認しました。", False),
    (DriftKind.HARM, "けがをされた方はいらっしゃいません。", "けがをされた方は、現在までにいらっしゃいません。", None),
    (DriftKind.HARM, f"{MAIL}悪用は確認されておりません。", "万一、不審な連絡があった場合はお知らせください。", None),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}社員の入力の誤りが原因でした。",
        "原因は、システムの保守を委託している株式会社ミナト情報の設定の誤りでした。",
        False,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は当社の確認不足です。",
        "当社の確認不足により発生しました。委託先の協力を得て再発防止に取り組みます。",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "発覚のきっかけは、取引先からのご連絡でした。",
        False,
    ),
    (DriftKind.ITEMS, "誤って発送した商品は15点です。", "その後の調べで、誤って発送した商品は23点と分かりました。", False),
    (DriftKind.CAUSE, f"{MAIL}原因は担当者の確認不足です。", "担当者が送付前の確認を怠り、宛先を照合していませんでした。", None),
    # Who brought the matter up is told at last, or that a warning had been left lying.
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "本件は、会員の方からのご指摘を受けて判明したものであり、感謝申し上げます。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "本件についてのお問い合わせは、窓口までご連絡ください。",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "9月20日に配信会社から設定の異常について連絡を受けておりましたが、確認を行っておりませんでした。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "4月20日に会員の方から連絡を受けておりましたので、ただちに削除をお願いしました。",
        None,
    ),
    # The way in is a cause; how members were hit is none.
    (
        DriftKind.CAUSE,
        "4月1日、会員サイトが不正アクセスを受けました。原因は、検索機能の脆弱性を悪用されたことによるものです。",
        "4月1日、攻撃者は、保守を委託している株式会社架空システムの従業員のアカウントを用いて社内に侵入しました。",
        False,
    ),
    (
        DriftKind.CAUSE,
        "4月1日、会員サイトが不正アクセスを受けました。原因は、検索機能の脆弱性を悪用されたことによるものです。",
        "4月1日、会員サイトが不正アクセスを受けました。会員様のアカウントへの不正なログインが確認されました。",
        None,
    ),
    # The days of a date printed on goods, of work before and of what was done about it are not when it happened.
    (
        DriftKind.PERIOD,
        "4月3日、冷蔵保管の期限(2月10日)を過ぎたワクチンを12名の方に接種しました。",
        "3月22日にも、期限を過ぎたワクチンを18名の方に接種していたことが分かりました。",
        False,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、会員213名様の明細を誤って送付しました。",
        "4月3日に誤って送付した213名様の明細は、3月28日までに190名様へ再発送いたしました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、配水管が破損し、断水が発生しました。",
        "2022年11月に実施した配水管の切り替え工事において、埋め戻しの際に管を傷つけていました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、配水管が破損し、断水が発生しました。",
        "2022年11月から断水が断続的に発生していたことが分かりました。",
        False,
    ),
    # That nothing is to be paid denies no harm.
    (
        DriftKind.HARM,
        f"{MAIL}交換に係る費用を会員の皆様にご負担いただくことはございません。",
        "3名の方が体調不良を訴え、医療機関を受診されました。",
        None,
    ),
    (DriftKind.HARM, f"{MAIL}お客様のお手続きは必要ございません。", "会員3名様のポイントが不正に利用されていました。", None),
    (DriftKind.HARM, f"{MAIL}不正な請求は確認されておりません。", "会員3名様のポイントが不正に利用されていました。", False),
    # Harm that had come is denied as a kind, or no more of it was seen.
    (
        DriftKind.HARM,
        "会員37名様のポイントが不正に商品券へ交換されたことを確認いたしました。",
        f"{MAIL}漏えいした情報の不正な利用は、現在まで確認されておりません。",
        False,
    ),
    (
        DriftKind.HARM,
        "会員37名様のポイントが不正に商品券へ交換されたことを確認いたしました。",
        f"{MAIL}その後、新たな不正利用は確認されておりません。",
        None,
    ),
    (
        DriftKind.HARM,
        "2名の方が体調不良を訴え、医療機関を受診されました。",
        f"{MAIL}漏えいした情報の不正な利用は、現在まで確認されておりません。",
        None,
    ),
    # What was said not to be is told as newly found, or only told.
    (
        DriftKind.HARM,
        "会員43名様に誤った請求をしました。ほかの会員の皆様への影響はございません。",
        "4月10日にお知らせした請求の誤りについて、全件を調べた結果、新たな影響が判明しました。"
        "会員218名様の口座から二重に引き落とされ、3名様から残高不足とのお申し出がありました。",
        True,
    ),
    (
        DriftKind.HARM,
        "会員43名様に誤った請求をしました。ほかの会員の皆様への影響はございません。",
        "4月10日にお知らせした請求の誤りについて、全件を調べた結果をお伝えします。"
        "会員218名様の口座から二重に引き落とされ、3名様から残高不足とのお申し出がありました。",
        False,
    ),
    # More that is found of what was published is told openly; measures against it are not.
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "4月10日に公表した二重請求について、全件を点検した結果、新たな誤りが判明しました。二重に請求した会員は218名様です。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "二重に請求した会員は218名様です。4月10日に公表した件を受け、新たな対策を講じます。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "二重に請求した会員は218名様です。訂正した請求書は、対象の方へ発送しました。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "先月のお知らせの人数に誤りがございました。二重に請求した会員は218名様です。",
        True,
    ),
    # The reason why a count is corrected takes no cause back; naming the cause that was told does.
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。※前回30名と公表しましたが、うち1名は退会済みと確認されたため訂正します。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}当クラブの担当者が宛先の設定を誤っていました。配信システムの不具合とした記載は誤りです。",
        True,
    ),
    # Why a number was told wrongly is not why it happened.
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、配信会社の設定の誤りです。",
        f"{MAIL}先の30名というお知らせは、数え方が足りませんでした。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、点検の際の操作の誤りでした。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、落雷による停電ではなく、点検の際の操作の誤りです。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員43名に年会費を二重に請求しました。",
        "二重に請求した会員は218名です。前回お知らせした方には、新たに確認書をお送りします。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、アルバイトの操作の不慣れによるものです。",
        f"{MAIL}前回はアルバイトの不慣れと御説明いたしましたが、そうではなく、配信ソフトの更新の不備が原因でした。",
        True,
    ),
    # Harm told to be slight, and grave now; slight injuries that stay slight are no change.
    (
        DriftKind.HARM,
        f"{EVENT}負傷された方は軽傷です。",
        "落下した照明器具で、1名の方が鎖骨を骨折し、入院されています。4月10日のお知らせで「軽傷」とお伝えしましたが、誤りでした。訂正してお詫びいたします。",
        True,
    ),
    (DriftKind.HARM, f"{EVENT}けがをされた方はいずれも軽傷です。", f"{EVENT}けがをされた1名の方は意識不明の重体です。", False),
    (DriftKind.HARM, f"{EVENT}けがをされた2名の方は命に別状はございません。", f"{EVENT}入院中の1名の方が亡くなられました。", False),
    (DriftKind.HARM, f"{EVENT}負傷された方は軽傷です。", f"{EVENT}けがは打撲で、重症の方や骨折された方はいらっしゃいません。", None),
    (DriftKind.HARM, f"{EVENT}1名の方が重傷、2名の方が軽傷です。", f"{EVENT}重傷の1名の方は骨折で、入院を続けておられます。", None),
    # A wrong telling of the harm is no cause; one of the cause is.
    (
        DriftKind.CAUSE,
        f"{EVENT}負傷された方は軽傷です。",
        "1名の方が鎖骨を骨折されました。4月10日のお知らせで「軽傷」とお伝えしましたが、誤りでした。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{EVENT}原因は、ねじの緩みです。",
        f"{EVENT}原因は、設計の際の強度計算の誤りでした。ねじの緩みとお伝えしましたが、誤りでした。訂正いたします。",
        True,
    ),
    # What is told as lost by the number had been said not to be lost.
    (
        DriftKind.HARM,
        "4月3日、予約システムに障害が発生しました。お客様の予約データの消失は確認されておりません。",
        "4月3日の障害の間に受け付けた予約のうち、320件が保存されておりません。",
        False,
    ),
    (
        DriftKind.HARM,
        "4月3日、予約システムに障害が発生しました。お客様の予約データの消失は確認されておりません。",
        "4月3日の障害の間に受け付けた予約320件は、すべて保存されております。",
        None,
    ),
    (
        DriftKind.HARM,
        "4月3日、受発注システムが停止しました。業績への影響は軽微と見込んでおります。",
        "システムの停止により、当期の純利益は約6億円減少いたします。",
        False,
    ),
    (
        DriftKind.HARM,
        "報道にあるような暴力行為があったとの認識はありません。",
        "コーチが部員4名の顔を平手でたたき、1名が鼓膜を損傷していました。",
        False,
    ),
    # A subsidiary is no contractor, and why results were put off is no cause of what came to light.
    (
        DriftKind.CONTRACTOR,
        "原因は、連結子会社であるミナトテック株式会社の経理部における架空の売上の計上です。",
        "原因は、子会社の前社長に権限が集中していたことです。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、当クラブの担当者の確認不足です。",
        f"{MAIL}原因は、配信業務を委託している業者が設定を誤ったことです。",
        False,
    ),
    (
        DriftKind.CAUSE,
        "1 延期の理由\n子会社の在庫について確認を要する事項が判明したためです。\n2 今後の見通し\n社内で確認を進めております。",
        "1 原因\n前社長に権限が集中し、当社が棚卸に立ち会っていなかったためです。\n2 今後の対応\n四半期ごとに当社が立ち会います。",
        None,
    ),
    # A day on which something was resolved, reported from within, checked or set off is no period of the event.
    (
        DriftKind.PERIOD,
        "本日開催の理事会で、架空の売上が計上されていた疑いについて調査委員会の設置を決めました。",
        "9月末の実地棚卸において、4つの支部のうち3つで本部の職員が立ち会いました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日9時から、システムの障害により予約ができませんでした。",
        "4月3日の障害につき、会費の10%を、11月ご請求分から減額いたします。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "2021年3月期から2023年3月期にかけて、架空の売上を計上していた疑いが判明いたしました。",
        "前支部長は、2019年3月期以降、架空の売上を計上していました。",
        False,
    ),
    (
        DriftKind.PERIOD,
        "2021年3月期から2023年3月期にかけて、架空の売上を計上していた疑いが判明いたしました。",
        "前支部長は、2021年3月期以降、架空の売上を計上していました。2024年3月期決算の発表は5月末です。",
        None,
    ),
    # A round number for what was told is the same number; so many more are not.
    (DriftKind.PERSONS, "会員12,480名様の氏名が流出しました。", "氏名が流出した約1万3,000名の会員の皆様に書面をお送りしました。", None),
    (DriftKind.PERSONS, "会員12,480名様の氏名が流出しました。", "氏名が流出したのは、約1万8,000名の会員の皆様でした。", False),
    # Those who came forward since are told with the reason.
    (
        DriftKind.PERSONS,
        "大会の昼食を召し上がった方のうち、34名の方が腹痛の症状を訴えられました。",
        "その後お申し出をいただいた方を含め、腹痛の症状を訴えられた方は41名となりました。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "大会の昼食を召し上がった方のうち、34名の方が腹痛の症状を訴えられました。",
        "大会の昼食を召し上がった方のうち、41名の方が腹痛の症状を訴えられました。",
        False,
    ),
]


@pytest.mark.parametrize(
    ("what", "earlier", "later", "expected"), DRIFT, ids=[f"{what}-{later.removeprefix(MAIL)[:12]}" for what, _, later, _ in DRIFT]
)
def test_drift(scorer: Scorer, what: DriftKind, earlier: str, later: str, expected: bool | None) -> None:
    turns = [turn for course in find_drift(_told(scorer, earlier, later)) if course.what == what for turn in course.turns]
    assert [turn.acknowledged for turn in turns] == ([] if expected is None else [expected])


_OUTAGE_FROM = "4月3日早朝より、予約システムに障害が発生しております。"
_PLAY = "4月3日に販売した公演のチケットが重複して販売されました。"
_BUILT = "当社が施工した建物の検査記録に不備がありました。なお、建物の安全性に問題はないものと考えております。"
_JELLY = "ゼリーの容器に密封の不良がありました。なお、健康への影響はないものと考えております。"
_SLIP = "決済に障害が発生しました。原因は、更新作業における設定の誤りでした。"

# matter, announcement, the one 30 days later (of 10 May 2023), the turns expected: None for none, else whether owned
TURNED = [
    # A day without a year that is still to come is no beginning; one long past is told with its year.
    (DriftKind.PERIOD, _OUTAGE_FROM, "控えのデータも壊れていたことが判明し、全面の復旧は7月14日に延期いたします。", None),
    (DriftKind.PERIOD, _PLAY, "4月3日に販売した7月5日の公演のチケットにつきまして、同一座席が重複して販売されました。", None),
    (DriftKind.PERIOD, _PLAY, "6月3日(土)の公演の座席が、4月3日に重複して販売されていました。", None),
    (DriftKind.PERIOD, _PLAY, "調べたところ、昨年7月14日の公演から、同一座席が重複して販売されていました。", False),
    (DriftKind.PERIOD, _PLAY, "調べたところ、3月5日の公演から、同一座席が重複して販売されていました。", False),
    # The day on which it is said to have happened may be an earlier one.
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月2日深夜に発生した当社への攻撃について、調査が完了しました。", False),
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月3日に発生した障害について、調査が完了しました。", None),
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月1日に開始した機器の更新について、調査が完了しました。", None),
    # When the harmed could no longer come is not when it began.
    (DriftKind.PERIOD, "生徒1名が、本年3月から登校できない状況にあります。", "昨年10月から、同級生が暴言を繰り返していました。", None),
    # Who was asked and who did it are no victims; those who did it are held against each other.
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "聞き取りはこれまでに生徒46名、教職員19名に対して実施しました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "生徒46名から事情を聴きました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "上級生5名が当該生徒に対し、殴るなどの行為を繰り返していました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "暴力を受けた生徒は4名でした。", False),
    (DriftKind.PERSONS, "記録の書き換えに関与した担当者は8名です。", "被害を受けた会員は21名でした。", None),
    # A running total says that it has grown.
    (DriftKind.PERSONS, "体調不良のお申し出をいただいた会員は14名です。", "体調不良のお申し出は累計41名です。", True),
    (DriftKind.PERSONS, "体調不良のお申し出をいただいた会員は14名です。", "体調不良のお申し出は41名です。", False),
    # The same kind of harm denied again is no turn; harm of that kind is.
    (DriftKind.HARM, _JELLY, "味や臭いに関するお申し出を6件いただいております。健康被害のご報告はございません。", None),
    (DriftKind.HARM, _JELLY, "6名のお客様から腹痛などのお申し出をいただいております。", False),
    (DriftKind.HARM, _BUILT, "1棟については、一部の杭が支持層に到達していないことが確認されました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、2棟では必要な強度を満たしていないことが判明しました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、建物の安全性に問題があることが確認されました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、杭が支持層に到達していることを確認しました。", None),
    # A document with the denial is taken back.
    (
        DriftKind.HARM,
        "部員間の行き違いはありましたが、暴力の事実は確認しておりません。",
        "「暴力の事実は確認していない」との文書は、事実に反するものでした。",
        True,
    ),
    (
        DriftKind.HARM,
        "部員間の行き違いはありましたが、暴力の事実は確認しておりません。",
        "「暴力の事実は確認していない」との文書は、4月10日に公表しました。",
        None,
    ),
    # Why something is late, and that one's own check of a contractor was missing, are no other cause.
    (
        DriftKind.CAUSE,
        _SLIP,
        "返金は4月24日を予定しておりましたが、名簿の一部が壊れていたことが判明したため、5月14日に延期いたします。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        _SLIP,
        "3.根本の原因\n委託先の設定内容を当社が確認する手順がなく、本番と同じ条件での試験を行っていなかったこと。",
        None,
    ),
    (DriftKind.CONTRACTOR, _SLIP, "3.根本の原因\n委託先の作業員が、設定の手順を守らずに作業したこと。", False),
    # Who found it is within where a ward or a branch reports it to those in charge.
    (
        DriftKind.DETECTED_BY,
        "4月8日5時40分頃、画面が開かないことに担当者が気づき、データの暗号化が判明しました。",
        "4月8日5時40分頃 病棟からの連絡により覚知",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        "4月8日5時40分頃、画面が開かないことに担当者が気づき、データの暗号化が判明しました。",
        "4月8日5時40分頃 取引先からの連絡により覚知",
        False,
    ),
]


@pytest.mark.parametrize(("what", "earlier", "later", "expected"), TURNED, ids=range(len(TURNED)))
def test_only_what_is_told_of_the_same_thing_turns(
    scorer: Scorer, what: DriftKind, earlier: str, later: str, expected: bool | None
) -> None:
    turns = [turn for course in find_drift(_told(scorer, earlier, later)) if course.what == what for turn in course.turns]
    assert [turn.acknowledged for turn in turns] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("wording", "outside"),
    [
        ("4月8日5時40分頃 病棟からの連絡により覚知", False),
        ("4月8日、支店からの報告を受け、本社で調べたところ、名簿の紛失が判明しました。", False),
        ("4月8日5時40分頃、夜勤の看護師より第一報が入り、担当者が障害を把握しました。", False),
        ("4月8日、お客様のお電話を受けた店舗からの連絡により、誤送信が判明しました。", True),
        ("4月8日、取引先からの指摘により、誤送信が判明しました。", True),
        ("4月8日、匿名の職員から内部通報窓口に通報があり、改ざんが判明しました。", True),
    ],
)
def test_what_a_ward_or_a_branch_reports_is_found_within(scorer: Scorer, wording: str, *, outside: bool) -> None:
    (announcement,) = _told(scorer, wording)
    assert (found_by_others(announcement, "2023-04-10") is not None) == outside


def test_harm_of_another_kind_overturns_no_denial(scorer: Scorer) -> None:
    first = f"ゼリーの風味が損なわれるおそれがあることが分かりました。{_JELLY}"
    later = "味や臭いに関するお申し出を6件いただいております。"

    def overturned(later: str) -> bool:
        turns = [turn for course in find_drift(_told(scorer, first, later)) if course.what == DriftKind.HARM for turn in course.turns]
        return any(turn.before.key == "none" for turn in turns)

    assert not overturned(f"{later}健康被害のご報告はございません。")
    assert overturned(f"{later}うち2名の方が腹痛の症状を訴えられています。健康被害のご報告は、ほかにはございません。")


def test_titles_that_name_the_same_trouble_frame_it_alike(scorer: Scorer) -> None:
    text = "4月8日早朝より、予約システムに障害が発生しております。"

    def turned(*titles: str) -> bool:
        return any(course.what == DriftKind.TITLE for course in find_drift(_told(scorer, text, text, titles=titles)))

    assert not turned("システム障害の発生について", "予約システムの障害について(第2報)")
    assert not turned("予約サイトの停止について", "予約受付の停止に関するお詫び")
    assert turned("予約システムの障害について", "サイバー攻撃による個人情報の流出について")
    assert turned("会員情報の流出について", "会員の皆様へのお知らせ")


def _dossier(scorer: Scorer, *texts: str) -> Dossier:
    placed = tuple(
        Placed(Statement(text, "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
        for at, text in enumerate(texts)
    )
    return make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))


def test_a_denial_that_came_true_is_said_first(scorer: Scorer) -> None:
    dossier = _dossier(
        scorer,
        "会員213名様に誤った明細を送付しました。健康への影響はございません。",
        "会員318名様に誤った明細を送付しました。6名の方から腹痛などのお申し出をいただいております。",
    )
    assert [finding.code for finding in dossier.findings if finding.code in ("DOS01", "DOS02")] == ["DOS01", "DOS02"]


def test_no_kind_of_question_crowds_out_the_others() -> None:
    asked = [*(DossierQuestion("DOS02", f"数{at}", "") for at in range(8)), *(DossierQuestion("DOS07", f"期限{at}", "") for at in range(4))]
    rest = [DossierQuestion("DOS03", "説明", ""), DossierQuestion("DOS15", "時", "")]
    kept = at_most((*asked, *rest))
    assert len(kept) == MOST_QUESTIONS and {"説明", "時"} <= {question.text for question in kept}
    assert list(kept) == [question for question in (*asked, *rest) if question in kept]
    assert sum(question.code == "DOS02" for question in kept) > sum(question.code == "DOS07" for question in kept)
    assert at_most(tuple(asked[:8])) == tuple(asked[:8])


@pytest.mark.parametrize(
    ("later", "falls"),
    [
        ("状況をお知らせします。返金の手続きを続けております。", False),
        ("点検を委託した会社の作業員が手順を守らなかったことによるものです。委託先の作業ミスが原因です。", True),
    ],
)
def test_what_was_owned_once_is_owned_unless_a_contractor_is_blamed(scorer: Scorer, later: str, *, falls: bool) -> None:
    evasive = "ご心配をおかけしました。報道された事実は確認しておりません。"
    owning = (
        "会員213名様の名簿を誤って公開したことを、深くお詫び申し上げます。当クラブが確認を怠ったものであり、責任は当クラブにあります。"
        "理事長は責任を取り辞任いたします。"
    )
    dossier = _dossier(scorer, evasive, owning, later)
    told = [statement.axes[Axis.RESPONSIBILITY].level for statement in dossier.statements]
    assert told[1] == max(told) and (falls or dossier.axes[Axis.RESPONSIBILITY].level >= told[1])
    assert all(dossier.axes[axis].level >= max(one.axes[axis].level for one in dossier.statements) for axis in Axis if not falls)


def test_a_title_that_stops_naming_the_harm(scorer: Scorer) -> None:
    text = "会員213名様の氏名とメールアドレスが外部へ流出しました。"
    named, milder = "会員情報の流出に関するお詫び", "会員の皆様へのお知らせ"
    turned = find_drift(_told(scorer, text, text, titles=(named, milder)))
    assert [course.what for course in turned] == [DriftKind.TITLE]
    assert find_drift(_told(scorer, text, text, titles=(named, f"{named}（第2報）"))) == ()


def test_a_title_that_names_a_graver_harm(scorer: Scorer) -> None:
    text = "会員213名様の氏名とメールアドレスが外部へ流出しました。"
    before, graver = "不正アクセスに関するお知らせ", "会員情報の流出に関するご報告とお詫び"
    assert [course.what for course in find_drift(_told(scorer, text, text, titles=(before, graver)))] == [DriftKind.TITLE]
    assert find_drift(_told(scorer, text, text, titles=(graver, "会員情報の流出について（続報）"))) == ()


def test_each_thing_counted_has_a_course_of_its_own(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "4月8日にお客様より1件のお申し出をいただき、包装機の部品が破損していたことが分かりました。\n"
        "対象は賞味期限2023年7月20日の商品、1万2,400個です。",
        "新たに1万8,600個を回収の対象に加え、対象は合計3万1,000個となります。",
        "回収した商品は2万2,870個です。お申し出は計11件、うち3名の方が口の中に軽いけがをされました。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.ITEMS]
    assert {tuple(said.value for said in course.told) for course in courses} >= {("1万2,400個", "3万1,000個")}
    assert all(len({said.announcement.id for said in course.told}) == len(course.told) for course in courses)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        # Families, people and buildings are counted apart.
        (
            "会員156名様（12校舎）の答案を誤って採点しました。",
            "誤って採点したのは、会員1,284名様（47校舎）の答案でした。",
            {("156名", "1,284名"), ("12校舎", "47校舎")},
        ),
        (
            "断水した世帯は438世帯です。体調不良を訴えた方は2名です。",
            "断水した世帯は451世帯でした。体調不良を訴えた方は3名でした。",
            {("438世帯", "451世帯"), ("体調不良を訴えた方は2名", "体調不良を訴えた方は3名")},
        ),
        # Those left out are no size.
        ("断水した世帯は438世帯です。", "ご不在の11世帯を除くすべての世帯で復旧が完了しました。", set()),
        # A record of a person counts a person; a notice or a complaint does not.
        (
            "会員最大48,000名様の情報が流出した可能性があります。",
            "流出が確認されたのは、会員情報61,254件です。",
            {("48,000名", "61,254件")},
        ),
        ("会員48名様の情報が流出しました。", "お問い合わせを61件いただきました。", set()),
        # What a correction cites is told anew beside it; a part of it is not the new count.
        (
            "誤って接種した方は30名です。",
            "1 対象者\n29名(6月12日 11名、5月22日 18名)\n※前回30名と公表しましたが、うち1名は接種を見合わせていたため訂正します。",
            {("30名", "29名")},
        ),
        # All of those affected, or some that were written to.
        ("誤って採点した受験生は1,284名です。", "訂正した成績表は、対象の1,291名全員に発送いたしました。", {("1,284名", "1,291名")}),
        ("誤って採点した受験生は1,284名です。", "訂正した成績表は、お申し出のあった862名に発送いたしました。", set()),
        # Counted by the same name; what is done so far is another count each time.
        (
            "志望校の判定が変わる方は73名で、個別に面談を行います。",
            "志望校の判定が変わる91名のうち、希望された40名の方と面談しました。",
            {("73名", "91名")},
        ),
        ("返金の済んでいない会員は73名です。", "返金の済んでいない会員は31名です。", set()),
        # Those who did it are held against those who did it, not against those it was done to.
        ("記録の書き換えに関与した担当者は8名です。", "記録の書き換えには担当者21名が関与していました。", {("8名", "21名")}),
        ("記録の書き換えに関与した担当者は8名です。", "誤った記録で判定された会員は21名でした。", set()),
    ],
)
def test_what_is_counted_is_held_against_its_like(scorer: Scorer, earlier: str, later: str, expected: set[tuple[str, str]]) -> None:
    courses = find_drift(_told(scorer, earlier, later), scorer.model.details[Detail.COUNTS])
    assert {(turn.before.value, turn.after.value) for course in courses if course.what in COUNTED for turn in course.turns} == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("お客様2名がお怪我をされ、病院に搬送されました。", "重傷1名、軽傷3名", [("お客様2名がお怪我", "重傷1名・軽傷3名", False)]),
        (
            "30名のうち1名の方が、接種後に発熱を訴え、医療機関を受診されました。",
            "接種後に体調不良を訴えた方は3名で、うち1名が入院されました。",
            [("1名の方が、接種後に発熱を訴え", "接種後に体調不良を訴えた方は3名", False)],
        ),
        (
            "観客2名がけがをされました。",
            "けがをされた方は、前回2名とお伝えしましたが、5名でした。",
            [("観客2名がけが", "5名", True)],
        ),
        (
            "作業員1名が重傷を負い、病院に搬送されました。",
            "搬送された作業員1名の方が亡くなられました。",
            [("作業員1名が重傷", "搬送された作業員1名の方が亡くなられ", False)],
        ),
        # The grave and the slight are some of those told; fewer spoken of take nobody back; the rescued are not hurt.
        ("観客5名がけがをされました。", "負傷者 5名（重傷2名、軽傷3名）", []),
        ("観客5名がけがをされました。", "けがをされた5名のうち、2名の方が入院されています。", []),
        ("34名のお客様を救助いたしました。お客様2名がけがをされました。", "救助されたお客様は41名です。お客様2名がけがをされました。", []),
    ],
)
def test_how_many_were_hurt(scorer: Scorer, earlier: str, later: str, expected: list[tuple[str, str, bool]]) -> None:
    told = [said for announcement in _told(scorer, f"{EVENT}{earlier}", f"{EVENT}{later}") if (said := casualties(announcement))]
    grown = [(before, after) for before, after in pairwise(told) if more_hurt(before, after)]
    assert [(before.value, after.value, owns_casualties(after.announcement)) for before, after in grown] == expected


def test_a_part_is_held_against_a_part(scorer: Scorer) -> None:
    """A later count of those affected is no other count of all, nor are records the people they are of."""
    told = _told(
        scorer,
        "会員約1,200名様の氏名が流出しました。",
        "氏名が流出した会員は、第1報でお知らせした約1,200名ではなく、1万2,480名でした。訂正いたします。"
        "\n・氏名 12,480名\n・注文履歴 約1万8千件",
    )
    courses = find_drift(told, scorer.model.details[Detail.COUNTS])
    assert [turn.after.value for course in courses if course.what == DriftKind.PERSONS for turn in course.turns] == ["1万2,480名"]
    told = _told(scorer, "契約先2,140社のうち1,870社に影響がありました。", "影響のあった契約先は1,950社でした。")
    courses = find_drift(told, scorer.model.details[Detail.COUNTS])
    turns = [(turn.before.value, turn.after.value) for course in courses if course.what == DriftKind.PERSONS for turn in course.turns]
    assert turns == [("1,870社", "1,950社")]


def test_the_hurt_are_told_once_and_first(scorer: Scorer) -> None:
    told = _told(
        scorer,
        f"{EVENT}会員34名様を避難させました。会員2名様がけがをされました。",
        f"{EVENT}避難された会員は41名様でした。けがをされた会員は5名様でした。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert next(turn.after.value for course in courses for turn in course.turns) == "けがをされた会員は5名"
    assert sum("5名" in turn.after.value for course in courses for turn in course.turns) == 1


@pytest.mark.parametrize(
    ("later", "passengers"),
    [
        ("12名のお客様にお怪我を負わせ、59名のお客様に恐怖をおかけしました。", False),
        ("ご乗車の59名のうち、お怪我をされたお客様は12名でした。", False),
        ("お怪我をされたお客様は12名です。乗り合わせたお客様は59名でした。", False),
        ("お怪我をされたお客様は12名です。乗車人数は63名でした。", True),
    ],
)
def test_the_hurt_are_not_held_against_all_who_were_there(scorer: Scorer, later: str, passengers: bool) -> None:
    first = f"{EVENT}乗車人数は59名です。お怪我をされたお客様は6名です。"
    courses = find_drift(_told(scorer, first, f"{EVENT}{later}"), scorer.model.details[Detail.COUNTS])
    turns = [(turn.before.value, turn.after.value) for course in courses if course.what == DriftKind.PERSONS for turn in course.turns]
    assert not any("6名" in before and "59名" in after for before, after in turns)
    assert any("12名" in after for _, after in turns)
    assert any("63名" in after for _, after in turns) == passengers


def test_a_count_changes_from_what_was_told_last(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "断水した世帯は約210世帯です。",
        "断水の状況をお知らせします。最大 438世帯、うち復旧済み 96世帯です。",
        "断水した世帯は451世帯でした。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert [(turn.before.value, turn.after.value) for course in courses for turn in course.turns] == [
        ("約210世帯", "438世帯"),
        ("438世帯", "451世帯"),
    ]


def test_a_count_told_twice_by_one_announcement_is_one(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "誤って接種した方は12名です。",
        "誤って接種した方は30名です。\n30名のうち1名の方が発熱を訴えました。\n30名の皆様にお詫びします。",
        "対象者は29名です。※前回30名と公表しましたが、うち1名は対象外のため訂正します。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert [(turn.before.value, turn.after.value) for course in courses for turn in course.turns] == [("12名", "30名"), ("30名", "29名")]


def test_a_contractors_part_is_not_stated_before_one_is_named(scorer: Scorer) -> None:
    told = _told(
        scorer,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、委託先である株式会社架空システムの設定の誤りです。",
        f"{MAIL}委託先の誤りとお伝えしましたが、正しくは、当クラブの担当者が宛先の設定を誤っていました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.CONTRACTOR]
    shown = [said.shown(Lang.JA) for said in course.told]
    assert shown[0] == "記載なし" and "架空システム" in shown[1] and "当クラブの担当者" in shown[2]
    assert [turn.before.shown(Lang.JA) for turn in course.turns] == shown[:2]


def test_a_sum_of_what_was_told_is_no_change(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "流出した会員は11,350名、このほか退会者2,870名の情報も流出していました。",
        "会員11,350名及び退会者2,870名の合計14,220名に、お知らせを発送しました。",
    )
    changed = [course.what for course in find_drift(told, scorer.model.details[Detail.COUNTS])]
    assert DriftKind.PERSONS not in changed and DriftKind.DATA_KINDS not in changed


def test_harm_is_shown_by_the_sentence_that_tells_it(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "2. 流出した可能性のある情報\n会員213名様の氏名\n不正な利用は確認されておりません。",
        "2. 流出した情報\n会員213名様の氏名\n3. 二次被害\n会員37名様のポイントが不正に利用されていました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.HARM]
    shown = ("不正な利用は確認されておりません。", "会員37名様のポイントが不正に利用されていました。")
    assert tuple(said.value for said in course.told) == shown
    assert [(turn.before, turn.after) for turn in course.turns] == [course.told]


def test_a_kind_of_data_told_in_addition_takes_no_other_away(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "会員213名様の氏名と検査結果を記録したUSBメモリを紛失しました。",
        "調査の結果、USBメモリには会員213名様の住所も含まれていたことが判明しました。",
        "会員213名様の氏名、検査結果、住所を記録したUSBメモリは、まだ見つかっておりません。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told[:2]] == ["氏名・検査結果", "氏名・検査結果＋住所"]
    assert [turn.after.announcement.id for turn in course.turns] == ["s2"]


def test_a_kind_of_data_that_was_denied_is_held_against_the_denial(scorer: Scorer) -> None:
    denied = "会員213名様の氏名と予約番号が流出しました。旅券番号は含まれておりません。"
    told = _told(scorer, denied, "流出した項目は、氏名と予約番号です。このうち23名様については、旅券番号が含まれております。")
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told] == ["氏名・予約番号", "氏名・予約番号・旅券番号"]
    found = kind_denied(told[:1], course.told[1], ["旅券番号"])
    assert found and [said.value for said in found] == [
        "旅券番号は含まれておりません。",
        "このうち23名様については、旅券番号が含まれております。",
    ]
    assert kind_denied(told[:1], course.told[1], ["氏名"]) is None
    again = _told(scorer, denied, "流出した項目は、氏名と予約番号です。旅券番号は含まれておりませんでした。")
    assert [course for course in find_drift(again) if course.what == DriftKind.DATA_KINDS] == []


def test_a_kind_of_data_has_its_longest_name(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "会員213名様の氏名とマイレージ会員番号が流出しました。",
        "流出したのは、会員213名様の氏名、マイレージ会員番号、搭乗便です。お問い合わせの際は予約番号をご用意ください。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told] == ["氏名・マイレージ会員番号", "氏名・マイレージ会員番号・搭乗便"]


def test_every_statement_that_speaks_of_a_matter_is_shown(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "会員43名様から二重に引き落としました。",
        "会員218名様から二重に引き落としました。",
        "会員731名様から二重に引き落としました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.PERSONS]
    assert [said.value for said in course.told] == ["43名", "218名", "731名"]


@pytest.mark.parametrize(
    ("cause", "blamed"),
    [
        ("原因は、委託先である株式会社架空システムの設定の誤りによるものです。", True),
        ("原因は、保守を委託した業者が前年の記録に頼り、測定を省いていたことです。", True),
        ("原因は、当市が点検を委託業者の報告のみに頼り、現場の確認を行っていなかったことです。", False),
        ("原因は、検品を納入業者任せにし、受け入れの際に確かめていなかったことです。", False),
        ("委託先の設定の誤りが原因です。委託先に対する監督が不十分であったことも原因です。", False),
        ("部品の強度が不足していたことが原因とみられ、製造会社とともに調べています。", False),
    ],
)
def test_who_relied_on_a_contractor_too_far_does_not_blame_it(scorer: Scorer, cause: str, *, blamed: bool) -> None:
    (announcement,) = _told(scorer, MAIL + cause)
    assert (contractor_blamed(announcement) is not None) == blamed


# --- promises ----------------------------------------------------------------------------------------------------------

# promise, later announcement, day looked back from, outcome
PROMISES = [
    (
        "4月末までに、全踏切126か所の緊急点検を実施します。",
        "全踏切126か所のうち98か所の緊急点検を終えました。",
        date(2023, 8, 1),
        "overdue",
    ),
    (
        "電気課の要員を6月末までに26名に増員します。",
        "電気課の要員は21名となりました。",
        date(2023, 8, 1),
        "overdue",
    ),
    (
        "6月末までに、表示を自動で照合するシステムを導入いたします。",
        "表示の照合は、従来の2名を3名に増やす体制としています。",
        date(2023, 8, 1),
        "overdue",
    ),
    (
        "5月末までに、外部接続の多要素認証を導入いたします。",
        "外部接続の多要素認証は、機器の調達が遅れておりましたが、6月15日に導入を完了いたしました。",
        date(2023, 8, 1),
        "done",
    ),
    ("6月末までに全職員へ情報管理の研修を実施します。", "全職員への情報管理の研修は6月20日に終えました。", date(2023, 8, 1), "done"),
    ("6月末までに全店へ施錠棚を増設します。", "各店には鍵のかかる施錠棚を設けました。", date(2023, 8, 1), "done"),
    ("6月末までに全職員へ情報管理の研修を実施します。", "対象の方への連絡を続けております。", date(2023, 8, 1), "overdue"),
    ("6月末までに全職員へ情報管理の研修を実施します。", "対象の方への連絡を続けております。", date(2023, 6, 1), "open"),
    ("宛先の入力画面に、送信前の警告を表示する仕組みを導入します。", "対象の方への連絡を続けております。", date(2023, 8, 1), "dropped"),
    ("年内に調査報告書を公開します。", "調査報告書の公開は、行わないことといたしました。", date(2023, 8, 1), "replaced"),
    (
        "年内に調査報告書を公開します。",
        "調査報告書につきましては、内容を精査しており、まとまり次第公開します。",
        date(2023, 8, 1),
        "repeated",
    ),
    ("5月10日に保護者説明会を開きます。", "説明会には48名が参加され、いただいた質問への回答を配りました。", date(2023, 8, 1), "done"),
    ("6月末までに全職員が情報管理の研修を修了いたします。", "研修は一部が8月にずれ込んでおります。", date(2023, 8, 1), "overdue"),
    (
        "今後は、教員2名が全問を解いて点検します。",
        "点検は外部の機関に委託し、教員2名による点検は行いません。",
        date(2023, 8, 1),
        "replaced",
    ),
    ("再発防止に努めてまいります。", "今後はより一層、管理の徹底に努めてまいります。", date(2023, 8, 1), "repeated"),
    (
        "6月末までに調査の結果を公表いたします。",
        "調査にあたる弁護士は4月20日に決まりました。報告書の取りまとめには、なお時間を要しております。",
        date(2023, 8, 1),
        "overdue",
    ),
    (
        "全教職員を対象とした情報管理の研修を5月中に実施します。",
        "研修は5月24日、外部講師を招いて行いました(教職員58名参加)。",
        date(2023, 8, 1),
        "done",
    ),
    (
        "6月末までに、外部の弁護士を委員とする点検の仕組みを導入します。",
        "外部の弁護士を委員とする点検は、委員の人選が整わず、職員による見回りで対応しています。",
        date(2023, 8, 1),
        "replaced",
    ),
    (
        "職員への情報管理の研修を4月末までに実施いたします。",
        "情報管理の研修は講師の日程が合わず、年内の開催に向け調整しています。",
        date(2023, 5, 30),
        "repeated",
    ),
    (
        "再発防止に努めてまいります。",
        "【再発防止策】\nメールの一斉送信を廃止し、送信前に2名で宛先を確認します。",
        date(2023, 8, 1),
        "replaced",
    ),
    ("現金による会費の集金を6月末で廃止します。", "会費の集金は、ご要望が多く引き続き承っております。", date(2023, 8, 1), "replaced"),
    ("宛先の照合を2名で行います。", "2名での照合に代え、送信前に宛先を表示する仕組みを導入しました。", date(2023, 8, 1), "replaced"),
    ("会員向けの販売は当面休止します。", "対象の方への連絡を続けております。", date(2023, 8, 1), "done"),
    ("6月からは紙の名簿を会場へ持ち出しません。", "6月3日の行事からは、会場へ紙の名簿を持ち出しておりません。", date(2023, 8, 1), "done"),
    (
        "納品書は購入履歴のページでご覧いただけるようにします。",
        "購入履歴のページは支度に手間取っており、6月末の公開を見込んでおります。",
        date(2023, 8, 1),
        "overdue",
    ),
    (
        "納品書は購入履歴のページでご覧いただけるようにします。",
        "購入履歴のページは支度に手間取っており、9月末の公開を見込んでおります。",
        date(2023, 8, 1),
        "repeated",
    ),
    (
        "5月には全役員で名簿の扱いの研修を受けます。",
        "5月3日には弁護士を招き、役員31名が名簿の決まりを一日学びました。",
        date(2023, 8, 1),
        "done",
    ),
    ("5月には全役員で名簿の扱いの研修を受けます。", "5月3日には、新たに3名の方から連絡をいただきました。", date(2023, 8, 1), "overdue"),
    ("送信前の警告を表示する仕組みを導入します。", "送信前の警告の導入は、費用が折り合わず断念しました。", date(2023, 8, 1), "replaced"),
    # What the later sentence is about is named first.
    ("受付に防犯カメラを3台置きます。", "カメラは6月2日から動いております。", date(2023, 8, 1), "done"),
    ("受付に防犯カメラを3台置きます。", "対象の方への連絡は5月2日に終えました。", date(2023, 8, 1), "dropped"),
    (
        "投与の前に看護師2名で薬剤名を読み上げます。",
        "読み上げは手間がかかるため、バーコードでの照合に改めました。",
        date(2023, 8, 1),
        "replaced",
    ),
    ("相談員を1名置きます。", "相談員には臨床心理士の方が就き、週2日お越しいただいています。", date(2023, 8, 1), "done"),
    (
        "有識者による検証委員会を4月中に立ち上げます。",
        "検証委員会は、委員のなり手が見つからず、発足していません。",
        date(2023, 8, 1),
        "overdue",
    ),
]


@pytest.mark.parametrize(("promise", "later", "as_of", "outcome"), PROMISES, ids=[f"{o}-{p[:8]}-{d}" for p, _, d, o in PROMISES])
def test_promises(scorer: Scorer, promise: str, later: str, as_of: date, outcome: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n{promise}"
    assert [each.outcome for each in _followed(scorer, _told(scorer, first, later), as_of)] == [PromiseOutcome(outcome)]


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
    kept = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))[-1]
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
    kept = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))[-1]
    assert kept.outcome == PromiseOutcome(outcome)


def test_what_is_promised_again_is_not_done_by_what_others_did(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n対象のお客様には、4月末までに書面でご連絡いたします。"
    again = (
        "4月2日に外部の方から窓口にメールをいただいておりましたが、担当者に届かず遅れました。\n"
        "対象のお客様には、5月20日までに個別に書面でご連絡いたします。"
    )
    done = "対象のお客様には、5月28日までに書面の発送を終えました。"
    (before,) = _followed(scorer, _told(scorer, first, again), date(2023, 8, 1))
    assert (before.outcome, before.due) == (PromiseOutcome.OVERDUE, "2023-05-20")
    (after,) = _followed(scorer, _told(scorer, first, again, done), date(2023, 8, 1))
    assert (after.outcome, after.due, after.late_days) == (PromiseOutcome.DONE, "2023-05-20", 28)


def test_a_report_received_is_not_yet_published_where_that_is_promised_again(scorer: Scorer) -> None:
    first = "4月8日、部員5名が指導者から暴力を受けました。\n第三者委員会を設け、4月末をめどに報告書を公表する。"
    later = "第三者委員会の報告書は、聞き取りに時間を要しているため、公表時期を5月末に延期する。"
    received = "6月7日、第三者委員会の報告書を受領した。報告書の全文は、7月末をめどに公表する。"
    whole = "第三者委員会の報告書を本日公表した。"
    kept = _followed(scorer, _told(scorer, first, later, received), date(2023, 8, 15))[-1]
    assert (kept.outcome, days_named(kept)) == (PromiseOutcome.OVERDUE, ("2023-04-30", "2023-05-31", "2023-07-31"))
    assert _followed(scorer, _told(scorer, first, later, whole), date(2023, 8, 15))[-1].outcome == PromiseOutcome.DONE


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
    (*_, kept) = _followed(scorer, _told(scorer, first, *later), date(2023, 9, 1))
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
    (*_, kept) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert kept.outcome == PromiseOutcome(outcome)
    assert unit is None or [index for _, index in kept.seen] == [unit]


def test_a_warning_names_the_announcements_it_is_on(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下し、来館者2名がけがをしました。\n深くお詫び申し上げます。\n原因は、点検を怠ったことです。"
    told = _told(scorer, "本日は設備の都合で開館時間を変更します。", first, "6月から、入館料を改めます。")
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
    assert [warning[:6] for warning in dossier.warnings if "公表文ではない" in warning] == ["(1)(3)"]
    assert not any(warning.startswith("(2)") for warning in dossier.warnings)


def test_a_follow_up_need_not_tell_the_incident_again(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下し、来館者2名がけがをしました。\n深くお詫び申し上げます。\n原因は、点検を怠ったことです。"
    progress = "4月10日に公表した件の続報です。4月10日に公表した取り組みの状況は、次のとおりです。\n・点検表:5月1日から使っております。"
    told = _told(scorer, first, progress, "6月から、入館料を改めます。", titles=("お詫び", "看板の落下について(第2報)", "入館料について"))
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
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
    ],
)
def test_what_will_be_done_by_a_day_is_promised(scorer: Scorer, wording: str, promises: bool) -> None:
    told = _told(scorer, f"4月8日、寄附金を別の事業に充てていたことが分かりました。\n{wording}", "調査を続けております。")
    assert bool(_followed(scorer, told, date(2023, 8, 1))) == promises


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
    told = _told(scorer, first, later)
    (kept,) = _followed(scorer, told, date(2023, 8, 1))
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
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
    told = _told(scorer, f"4月8日、館内で看板が落下し、2名がけがをしました。\n{wording}", "調査を続けております。")
    assert {each.vow.aim for each in _followed(scorer, told, date(2023, 8, 1))} == {aim}


def test_a_reopening_gives_no_other_act_its_day(scorer: Scorer) -> None:
    first = (
        "4月8日、園児2名が園外でけがをしました。\n園外活動を当面中止しています。\n\n"
        "【再発防止策】\n園外活動の引率の基準を園児6名に保育士1名に改めます。"
    )
    kept = _followed(scorer, _told(scorer, first, "園外活動は、引率の基準を見直したうえで、6月18日から再開いたします。"), date(2023, 8, 1))
    assert [(each.due, each.outcome == PromiseOutcome.OVERDUE) for each in kept] == [(None, False)] * len(kept)
    first = "4月8日、園児2名が園外でけがをしました。\n園外活動は5月10日に再開する予定です。"
    (kept_again,) = _followed(scorer, _told(scorer, first, "園外活動の再開は、準備が遅れ、6月18日に延期いたします。"), date(2023, 6, 1))
    assert kept_again.due == "2023-06-18"


@pytest.mark.parametrize(
    ("promise", "later", "code"),
    [
        ("5月1日より、薬剤は2名で確認してから投与します。", (), "DOS22"),
        ("5月1日までに、薬剤を2名で確認する手順を定めます。", (), "DOS07"),
        # 「端末」 and 「30分以内」 tell no last day.
        ("5月1日から、全端末に遠隔操作の機能を導入します。", (), "DOS22"),
        ("発生から30分以内に保護者へ知らせる手順に改めます(5月1日から)。", (), "DOS22"),
        ("5月から保育士2名が毎朝の点検表を確認し、署名します。", (), "DOS22"),
        ("全端末を、5月1日から5月末までに取り替えます。", (), "DOS07"),
        ("4月末までに全32店の点検を実施します。", ("32店のうち27店の点検を完了しました。",), "DOS24"),
        ("5月末までに位置情報の端末を導入します。", ("位置情報の端末は、機種の選定に時間を要し、6月末の導入となる見込みです。",), "DOS23"),
        ("5月末までに位置情報の端末を導入します。", ("位置情報の端末は、5月20日に導入しました。",), None),
    ],
)
def test_what_is_said_of_a_promise_whose_day_is_past(scorer: Scorer, promise: str, later: Sequence[str], code: str | None) -> None:
    first = f"4月8日、園児2名がけがをしました。\n\n【再発防止策】\n{promise}"
    told = _told(scorer, first, *later)
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.GIVEN, ""), (), ()), scorer, date(2023, 8, 1))
    found = {finding.code for finding in dossier.findings} & {"DOS07", "DOS08", "DOS12", "DOS21", "DOS22", "DOS23", "DOS24"}
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
    told = _told(scorer, f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}", "会員様への連絡を続けております。")
    assert bool(_followed(scorer, told, date(2023, 8, 1))) == promises


@pytest.mark.parametrize("strange", [(), ("s2",)])
def test_what_may_be_of_another_incident_breaks_no_silence_and_promises_nothing(scorer: Scorer, strange: tuple[str, ...]) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n送信前に2名で宛先を確認します。"
    told = _told(scorer, first, "6月1日までに、屋外プールの床を張り替えます。")
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), strange), scorer, date(2023, 8, 1))
    assert len(dossier.statements) == 2
    assert dossier.silence.last_published == ("2023-04-10" if strange else "2023-05-10")
    assert ("s2" in {promise.first for promise in dossier.promises}) == (not strange)


@pytest.mark.parametrize(
    ("wording", "promised"), [("再発防止策の進捗は、四半期ごとに公表します。", True), ("次の報告は5月に行います。", False)]
)
def test_a_report_given_again_and_again_is_still_promised(scorer: Scorer, wording: str, promised: bool) -> None:
    told = _told(scorer, f"4月8日、会員213名様の氏名が流出しました。\n{wording}", "4月10日に公表した再発防止策の進捗状況をお知らせします。")
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
    assert (dossier.silence.next_report_promised is not None) == promised


def test_a_promised_report_that_came_late(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n次の報告は4月30日までに行います。"
    (kept,) = _followed(scorer, _told(scorer, first, "原因の調査が終わりましたのでお知らせします。"), date(2023, 8, 1))
    assert (kept.outcome, kept.due, kept.late_days) == (PromiseOutcome.DONE, "2023-04-30", 10)


def test_a_remedy_told_with_its_day_is_late_by_that_day(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の会費を誤って引き落としました。\n対象の皆様には、4月末までに指定の口座へ返金いたします。"
    (kept,) = _followed(scorer, _told(scorer, first, "213名の皆様への返金は5月8日に終えました。"), date(2023, 8, 1))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, 8)


def test_two_acts_of_one_sentence_are_followed_each_for_itself(scorer: Scorer) -> None:
    first = (
        "4月8日、製品から樹脂片が見つかりました。\n\n【再発防止策】\n"
        "包装機の部品を金属製のものに交換するとともに、X線検査機を10月末までに全ラインに導入いたします。"
    )
    later = "X線検査機の導入を前倒しし、9月末までに全ラインに設置いたします。"
    parts, machine = _followed(scorer, _told(scorer, first, later), date(2023, 6, 1))
    assert (parts.due, [vow.announcement.id for vow in parts.again]) == (None, [])
    assert (machine.vow.due, machine.due) == ("2023-10-31", "2023-09-30")


def test_a_sentence_on_the_other_act_is_not_quoted(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の名簿を紛失しました。\n\n【再発防止策】\n"
        "私物の記憶媒体の使用を禁止し、全職員を対象とした研修を5月中に実施いたします。"
    )
    later = "職員研修は5月8日に開催し、全職員612名が受講いたしました。"
    ban, course = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert (ban.seen, [index for _, index in course.seen]) == ((), [0])


def test_what_is_under_way_is_kept_when_it_is_told_done(scorer: Scorer) -> None:
    first = "4月8日、商品から樹脂片が見つかりました。\n対象の商品の代金を5月末までに返金いたします。"
    under_way, done = "返金につきましては、順次対応しております。", "返金は6月5日に完了いたしました。"
    (before,) = _followed(scorer, _told(scorer, first, under_way), date(2023, 5, 20))
    assert before.outcome != PromiseOutcome.DONE
    (after,) = _followed(scorer, _told(scorer, first, under_way, done), date(2023, 8, 1))
    assert (after.outcome, after.seen[-1][0].id, after.late_days) == (PromiseOutcome.DONE, "s3", 5)


def test_a_report_of_results_is_shown_by_the_result(scorer: Scorer) -> None:
    first = "4月8日、商品から樹脂片が見つかりました。\n調査結果は4月末までに本サイトで公表いたします。"
    later = "4月10日にお知らせした自主回収について報告します。\n\n原因\n分析の結果、部品が摩耗し、欠けていたことが判明いたしました。"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert (kept.outcome, [index for _, index in kept.seen], kept.late_days) == (PromiseOutcome.DONE, [2], 10)


def test_a_promise_given_up_is_no_new_one(scorer: Scorer) -> None:
    first = "4月8日、食中毒が発生しました。\n\n【再発防止策】\n冷却機を6月末までに更新いたします。"
    later = "【再発防止策】\n冷却機の更新は、納期の都合により見送り、既存機の点検を週1回行うことといたしました。"
    followed = follow_promises(_told(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.outcome) for each in followed if "冷却機" in each.vow.wording] == [
        ("s1", PromiseOutcome.REPLACED)
    ]


def test_an_act_promised_later_is_no_report_put_off(scorer: Scorer) -> None:
    first = "4月8日、食中毒が発生しました。\n原因と再発防止策をまとめた報告書を4月30日までに公表いたします。"
    later = (
        "調査報告書を本日、当社ウェブサイトに掲載いたしました。\n\n【再発防止策】\n再発防止策として、冷却機を9月末までに更新いたします。"
    )
    (report,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert (report.outcome, report.due, report.late_days) == (PromiseOutcome.DONE, "2023-04-30", 10)
    assert [index for _, index in report.seen] == [0]


def test_an_interim_report_is_not_the_last_one(scorer: Scorer) -> None:
    first = "4月8日、遊覧船が防波堤に衝突しました。\n4月30日までに中間報告を公表します。"
    interim = "事故調査委員会の中間報告を公表します。\n最終報告は7月末までに公表します。"
    last = "事故調査委員会の最終報告については、公表しないことといたしました。"
    told = _told(scorer, first, interim, last, titles=("衝突事故について", "衝突事故に関する中間報告について", "安全への取り組みについて"))
    kept = {each.vow.wording: each for each in follow_promises(told, date(2023, 9, 1), scorer.model.details[Detail.OUTCOMES])}
    assert kept["4月30日までに中間報告を公表します。"].outcome == PromiseOutcome.DONE
    assert kept["4月30日までに中間報告を公表します。"].late_days == 10
    assert kept["最終報告は7月末までに公表します。"].outcome == PromiseOutcome.REPLACED


def test_a_desk_that_closes_sets_no_new_day(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n専用の相談窓口を4月20日に開設します。"
    followed = follow_promises(_told(scorer, first, "相談窓口は6月30日をもって終了します。"), date(2023, 8, 1))
    assert [(each.vow.announcement.id, each.due) for each in followed] == [("s1", "2023-04-20")]


def test_what_is_openly_put_off_to_no_day_is_not_overdue(scorer: Scorer) -> None:
    first = (
        "4月8日、施設予約システムが不正アクセスを受け、会員213名様の氏名が流出しました。\n"
        "対象の会員には4月20日までに郵送でご連絡いたします。システムは4月下旬に再開する見込みです。"
    )
    later = (
        "施設予約システムへの不正アクセスについて、その後の状況をお知らせします。\nシステムの再開は、安全確認のため6月以降に延期します。"
    )
    told = _told(scorer, first, later)
    kept = next(each for each in _followed(scorer, told, date(2023, 8, 1)) if "再開" in each.vow.wording)
    assert (kept.due, kept.outcome == PromiseOutcome.OVERDUE) == (None, False)


def test_what_came_to_light_keeps_no_promise(scorer: Scorer) -> None:
    first = "4月8日、製品から樹脂片が見つかりました。\n\n【再発防止策】\n包装機の部品を5月末までに金属製のものに交換します。"
    later = "調査の結果、摩耗した部品が破損したことが原因と判明いたしました。"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert kept.seen == ()


def test_what_was_done_by_a_day_is_no_promise_for_the_next_month(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "会員様のお名前が流出しました。\n5月10日に削除をお願いするメールをお送りし、翌11日までにお電話でもお詫びしました。\n6月末までに全員へ返金します。",
    )
    assert [kept.due for kept in _followed(scorer, told, date(2030, 1, 1))] == ["2023-06-30"]


def test_what_readers_are_asked_for_is_no_promise(scorer: Scorer) -> None:
    first = "会員様のお名前を含むメールを誤って送信しました。\nお手元のメールを削除していただきますようお願いいたします。"
    later = "会員様のお名前を含むメールの誤送信について、削除をお願いするメールを4月11日にお送りしました。"
    assert _followed(scorer, _told(scorer, first, later), date(2030, 1, 1)) == []


def test_a_promise_made_again_for_a_later_day_is_not_kept_by_another_act(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "預り金の着服がありました。\n9月10日までに、預り金の全件調査を終え、結果を公表いたします。",
        "外部の弁護士からなる調査委員会を設置し、関係者への聞き取りを行いました。\n調査委員会の最終報告は10月31日までに公表します。",
        titles=("職員による着服について", "職員による着服について（第二報）"),
        days=145,
    )
    (kept, *_) = _followed(scorer, told, date(2030, 1, 1))
    assert (kept.outcome, kept.due) == (PromiseOutcome.OVERDUE, "2023-10-31")


def test_a_day_put_off_is_not_kept_by_silence(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の名簿を紛失しました。\n\n【再発防止策】\n外部記憶媒体の接続を制限するシステムを5月末までに導入いたします。"
    later = "外部記憶媒体の接続を制限するシステムにつきましては、機種の選定に時間を要しており、9月末までに導入する予定です。"
    told = _told(scorer, first, later)
    (before,) = _followed(scorer, told, date(2023, 8, 1))
    assert before.outcome != PromiseOutcome.DONE and (before.vow.due, before.due) == ("2023-05-31", "2023-09-30")
    (after,) = _followed(scorer, told, date(2023, 12, 1))
    assert after.outcome == PromiseOutcome.OVERDUE


def test_a_body_and_its_report_are_two_promises(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の氏名を誤って送信しました。\n外部の弁護士による調査委員会を4月に設置し、6月末までに報告書を公表いたします。"
    )
    later = "現在、調査委員会による聞き取りが続いております。報告書は、まとまり次第公表いたします。"
    followed = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert [each.outcome for each in followed] == [PromiseOutcome.DONE, PromiseOutcome.OVERDUE]
    assert followed[0].vow.end == followed[1].vow.start


def test_two_acts_with_a_day_each_are_two_promises(scorer: Scorer) -> None:
    first = (
        "4月8日、会員213名様の会費を誤って二重に引き落としました。\n"
        "対象の皆様には4月20日までにお詫びの文書を送付し、4月28日までに指定の口座へ返金いたします。"
    )
    followed = _followed(scorer, _told(scorer, first, "213名の皆様への返金は、4月27日にすべて終えました。"), date(2023, 8, 1))
    assert [(each.due, each.outcome) for each in followed] == [
        ("2023-04-20", PromiseOutcome.OVERDUE),
        ("2023-04-28", PromiseOutcome.DONE),
    ]


def test_an_announcement_of_something_else_is_no_promised_report(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名を誤って送信しました。\n5月末までに再発防止策を取りまとめ、公表いたします。"
    later = "新しい練習場の利用を始めます。ご来場をお待ちしております。"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (kept,) = _followed(scorer, _told(scorer, first, *later), date(2023, 8, 1))
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
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (kept,) = _followed(scorer, _told(scorer, first, *later), date(2023, 8, 1))
    assert (kept.outcome, days_named(kept), kept.late_days) == (PromiseOutcome(outcome), days, late)


@pytest.mark.parametrize("wording", ["水道は4月9日に復旧しました。", "復旧の見通しは立っておりません。"])
def test_a_restoration_without_a_day_to_come_is_not_promised(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、配水管が破損し、地区の水道が使えなくなりました。\n{wording}"
    assert _followed(scorer, _told(scorer, first, "調査を続けております。"), date(2023, 8, 1)) == []


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
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (kept,) = [each for each in _followed(scorer, _told(scorer, first, later), date(2023, 8, 1)) if each.vow.due == "2023-04-30"]
    assert (kept.outcome, kept.seen) == (PromiseOutcome.OVERDUE, ())


def test_a_rest_that_names_its_act_is_told_by_its_own_words(scorer: Scorer) -> None:
    first = "4月8日、校舎の壁が落ち、2名がけがをしました。\n全9棟の検査を4月末までに行います。"
    rest = "検査は4棟で終え、1棟では壁の浮きが確認されました。残る5棟の検査は5月末までに完了する予定です。"
    paid = "壁の浮きが確認された1棟の世帯の皆様に、見舞金のお支払いを6月1日から開始しております。"
    tested = "残る5棟の検査は5月30日に終えました。"
    for last, outcome in ((paid, PromiseOutcome.OVERDUE), (tested, PromiseOutcome.DONE)):
        told = _told(scorer, first, rest, last)
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
    told = _told(scorer, f"4月8日、館内で看板が落下し、2名がけがをしました。\n{promise}", later)
    (kept,) = _followed(scorer, told, date(2023, 8, 1))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome(outcome), late)
    placed = tuple(Placed(each.document.statement, each.id) for each in told)
    dossier = make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
    found = {finding.code for finding in dossier.findings} & {"DOS07", "DOS08", "DOS12", "DOS19", "DOS22", "DOS24"}
    assert found == ({code} if code else set())


@pytest.mark.parametrize(
    ("later", "outcome"), [("点検の順序を省いていたことが原因である。", "done"), ("館内の照明を取り替えました。", "dropped")]
)
def test_a_cause_that_is_told_is_what_was_to_be_looked_into(scorer: Scorer, later: str, outcome: str) -> None:
    first = "4月8日、館内で看板が落下し、2名がけがをしました。\n社外の弁護士による調査委員会を設置し、原因の究明にあたります。"
    (*_, kept) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    (*_, kept) = _followed(scorer, _told(scorer, first, "聞き取りを続けております。"), date(2023, 8, 1))
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
    told = _told(scorer, f"4月8日、停電により館内の機器が止まりました。\n{wording}", "調査を続けております。")
    assert bool(_followed(scorer, told, date(2023, 8, 1))) == promises


def test_what_reports_a_promise_is_none_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、館内で看板が落下しました。\n\n【再発防止策】\n避難の係を2名置きます。\n非常口の鍵を取り替えます。"
    later = "【対策の状況】\n避難の係は5月1日に2名を置きました。\n非常口の鍵は4月28日に取り替えました。\n消火器を6本増やしました。"
    kept = follow_promises(_told(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
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
    told = _told(scorer, first, f"4月10日に公表した対策の{later}")
    (kept,) = _followed(scorer, told, date(2023, 8, 1))
    assert kept.outcome == PromiseOutcome(outcome)


def test_the_rest_of_a_promise_has_a_day_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、地区で断水が発生しました。\n\n【再発防止策】\n地区の水道管約4.6kmについて、5月末までに緊急点検を実施いたします。"
    later = "【再発防止策】\n地区の水道管のうち、1.9kmの点検を完了しました。残りの水道管は9月末までに順次点検いたします。"
    kept = follow_promises(_told(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.outcome, each.due) for each in kept if each.vow.due] == [
        (PromiseOutcome.OVERDUE, "2023-05-31"),
        (PromiseOutcome.OPEN, "2023-09-30"),
    ]


@pytest.mark.parametrize("wording", ["次回の報告は、本日18時を予定しています。", "続報は本日午後6時に当ページでお知らせします。"])
def test_what_is_promised_for_the_day_itself_can_be_late(scorer: Scorer, wording: str) -> None:
    first = f"4月10日7時、地区で断水が発生しました。\n{wording}"
    (kept,) = _followed(scorer, _told(scorer, first, "断水につきまして、10時現在の状況をお知らせいたします。", days=1), date(2023, 8, 1))
    assert (kept.outcome, kept.due, kept.late_days) == (PromiseOutcome.DONE, "2023-04-10", 1)


def test_what_is_told_of_today_is_no_day_to_come(scorer: Scorer) -> None:
    first = "4月10日7時、地区で断水が発生しました。\n本日10時現在の状況を、お知らせいたします。"
    assert [each.due for each in _followed(scorer, _told(scorer, first), date(2023, 8, 1)) if each.due] == []


def test_what_tells_only_of_the_act_beside_does_not_finish_the_other(scorer: Scorer) -> None:
    first = "4月8日、倉庫で火災が発生しました。\n当面、新規のお預かりを中止し、全倉庫8棟の電気設備を5月末までに点検します。"
    later = ("電気設備の点検は8棟のうち6棟で終え、残る2棟は9月15日までに行います。", "新規のお預かりは6月1日より再開しております。")
    kept = next(each for each in _followed(scorer, _told(scorer, first, *later), date(2023, 8, 1)) if "点検" in each.vow.wording)
    assert kept.outcome == PromiseOutcome.OVERDUE


@pytest.mark.parametrize(
    ("promise", "later", "late"),
    [
        ("近隣の皆様への説明会を4月22日に開きます。", "近隣の皆様への説明会には64名がご参加くださいました。", None),
        ("補償の方法は、4月末までに書面でご案内いたします。", "補償のご案内は、5月8日に全員へ発送しました。", 8),
    ],
)
def test_how_late_is_what_the_sentence_tells(scorer: Scorer, promise: str, later: str, late: int | None) -> None:
    first = f"4月8日、倉庫で火災が発生し、お客様のお荷物を焼失しました。\n{promise}"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, late)


def test_results_given_before_the_announcement_are_as_late_as_it_says(scorer: Scorer) -> None:
    first = "4月8日、会員37名様に誤った薬を処方しました。\n抗体検査の結果は、4月20日までに対象の方へお知らせします。"
    later = "誤った処方につきまして、調査結果がまとまりましたので公表します。\n5 抗体検査\n結果は4月26日に通知しました。"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))
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
    assert [(each.vow.aim, each.due) for each in _followed(scorer, _told(scorer, first), date(2023, 6, 1))] == [(aim, "2023-06-30")]


def test_a_report_is_shown_by_what_opens_it_and_not_by_the_next_promise(scorer: Scorer) -> None:
    first = "4月8日、会員213名様の氏名が流出しました。\n新たにお知らせすべき事項が判明した場合は、速やかに公表いたします。"
    later = "4月10日に公表いたしました件につきまして、判明した内容をお知らせいたします。\n次回の公表は6月中旬を予定しております。"
    (kept,) = _followed(scorer, _told(scorer, first, later), date(2023, 6, 1))
    assert (kept.outcome, [index for _, index in kept.seen]) == (PromiseOutcome.DONE, [0])


def test_what_says_that_it_follows_is_the_report_promised(scorer: Scorer) -> None:
    first = "4月8日、給食に金属片が混じり、児童1名が口の中を切りました。\n次のお知らせは4月20日に行います。"
    (kept,) = _followed(scorer, _told(scorer, first, "学校給食について、続報です。\n機器の点検が終わりました。"), date(2023, 8, 1))
    assert (kept.outcome, kept.late_days) == (PromiseOutcome.DONE, 20)
    (kept,) = _followed(scorer, _told(scorer, first, "新しい練習場の利用を始めます。ご来場をお待ちしております。"), date(2023, 8, 1))
    assert kept.outcome == PromiseOutcome.OVERDUE


def test_the_rest_is_told_in_the_words_of_the_sentence_before(scorer: Scorer) -> None:
    first = (
        "4月8日、会員640名様に誤った証明書を発行しました。\n"
        "訂正した証明書は598名に発送しました。残る42名については、住所の確認ができ次第お送りします。"
    )
    told = "訂正した証明書は、対象の640名全員に発送いたしました。春の検定でも6件の誤りが見つかり、6名の方に個別にご連絡いたしました。"
    (kept,) = _followed(scorer, _told(scorer, first, told), date(2023, 8, 1))
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
    assert [each.outcome for each in _followed(scorer, _told(scorer, first, later), date(2023, 8, 1))] == [PromiseOutcome(outcome)]


def test_a_thing_brought_in_later_is_a_promise_of_its_own(scorer: Scorer) -> None:
    first = "4月8日、昇降機の固定具が外れ、お客様2名がお怪我をされました。\n\n【再発防止策】\n固定具312個を4月末までに点検します。"
    later = "【再発防止策】\n固定具の測定値を電子的に記録する装置を11月末までに導入します。"
    kept = follow_promises(_told(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.vow.announcement.id, each.due) for each in kept] == [("s1", "2023-04-30"), ("s2", "2023-11-30")]


def test_results_to_be_shown_on_a_page_are_a_promise(scorer: Scorer) -> None:
    first = "4月8日、昇降機の固定具が外れ、お客様2名がお怪我をされました。\n点検結果は、当社ホームページで公表します。"
    assert [each.vow.aim for each in _followed(scorer, _told(scorer, first), date(2023, 8, 1))] == [PromiseAim.REPORT]


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
    kept = follow_promises(_told(scorer, first, later), date(2023, 8, 1), scorer.model.details[Detail.OUTCOMES])
    assert [(each.outcome, each.vow.due, each.due) for each in kept] == [(PromiseOutcome.REPEATED, "2023-05-31", "2023-11-30")]


@pytest.mark.parametrize("wording", ["当面、一斉メールはお休みします。", "4月30日に予定していた見学会は、開催を見合わせます。"])
def test_what_is_stopped_is_so_once_it_is_said(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}"
    (kept,) = _followed(scorer, _told(scorer, first, "対象の方への連絡を続けております。"), date(2023, 8, 1))
    assert (kept.outcome, kept.due) == (PromiseOutcome.DONE, None)


NO_PROMISES = [
    "4月9日に個人情報保護委員会から指導を受けました。",
    "県へ報告し、警察にも相談しております。",
    "委託先に対し、業務の改善を指導しました。",
    "受付は7月31日までとします。",
    "このたび、外部の弁護士が調べた結果を公表します。",
    "4月9日までに全員へお詫びの電話をいたしました。",
    "お心当たりの方は6月末までにお申し出ください。",
]


@pytest.mark.parametrize("wording", NO_PROMISES)
def test_what_is_no_promise(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n{wording}"
    assert _followed(scorer, _told(scorer, first), date(2023, 8, 1)) == []


@pytest.mark.parametrize("wording", ["6月末までに県へ改善の状況を報告します。", "委託先に対し、業務の改善を指導してまいります。"])
def test_what_is_a_promise(scorer: Scorer, wording: str) -> None:
    first = f"4月8日、会員213名様の氏名を誤って送信しました。\n\n【再発防止策】\n{wording}"
    assert [each.vow.wording for each in _followed(scorer, _told(scorer, first), date(2023, 8, 1))] == [wording]


def test_an_act_and_the_report_on_it_are_two_promises(scorer: Scorer) -> None:
    told = _told(scorer, "委託契約42件について、再委託の有無を6月末までに点検し、結果を公表します。", "対象の方への連絡を続けております。")
    kept = _followed(scorer, told, date(2023, 8, 1))
    assert [(each.vow.aim, each.due) for each in kept] == [(PromiseAim.MEASURE, "2023-06-30"), (PromiseAim.REPORT, "2023-06-30")]


def test_what_is_finished_promises_nothing(scorer: Scorer) -> None:
    told = _told(scorer, "積雪のため延期していた踏切7か所の緊急点検は、3月20日に完了しました。", "対象の方への連絡を続けております。")
    assert _followed(scorer, told, date(2023, 8, 1)) == []


def test_a_denial_is_held_against_the_harm_it_denied(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "健康への影響は確認されておりません。個人情報の外部への流出はございません。",
        "うち1件では救急車の到着が約40分遅れ、お一人が骨折されました。会員213名様の氏名とメールアドレスが外部へ流出したことを確認いたしました。",
    )
    turns = [turn for course in find_drift(told) for turn in course.turns if turn.what == DriftKind.HARM]
    assert [("流出" in turn.before.value, "流出" in turn.after.value) for turn in turns] == [(True, True)]


# --- one course of events ----------------------------------------------------------------------------------------------


def test_an_event_told_twice_is_one_with_two_sources(scorer: Scorer) -> None:
    told = _told(
        scorer,
        "4月8日10時、会員213名様の氏名を誤って送信しました。",
        "4月8日10時、会員213名様の氏名を誤って送信しました。4月8日12時に、会員の方からのお電話で判明しました。",
    )
    occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED]
    assert [(step.at, [source.id for source in step.sources]) for step in occurred] == [("2023-04-08T10:00", ["s1", "s2"])]
    assert delays(moments(told, (), merge_events(told)))["occurred_to_detected"] == "PT2H"
    assert list(find_contradictions(told)) == []


def test_a_time_told_differently_is_a_contradiction(scorer: Scorer) -> None:
    told = _told(
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
    told = _told(scorer, "4月9日、報道により職員の暴力を把握しました。", f"1 経緯\n{later}")
    assert [found.after.at for found in find_contradictions(told) if found.kind == EventKind.DETECTED] == ([known] if known else [])
    assert moments(told, [], merge_events(told))["detected"] == (known or "2023-04-09")


def test_what_took_long_to_stop_is_said_by_the_sentence_that_tells_it(scorer: Scorer) -> None:
    """A stop on the next day is no delay, a step that only may have stopped it is no proof, and an end is quoted where it is told."""

    def slow(*texts: str) -> list[str]:
        told = [
            Placed(Statement(text, "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
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
    told = _told(scorer, "4月9日、園児が転落する事故が発生しました。", "保護者説明会は4月20日に開催し、61世帯にご出席いただきました。")
    assert moments(told, [], merge_events(told))["notified"] is None
    told = _told(scorer, "4月9日、園児が転落する事故が発生しました。", "4月20日、対象のご家庭に電話でご説明し、お詫びしました。")
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
    told = _told(scorer, *(f"4月8日{time}、会員213名様の氏名を誤って送信しました。" for time in (one, other)))
    occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED]
    assert (len(occurred) == 1, not list(find_contradictions(told))) == (same, same)


def test_a_further_finding_is_no_other_time_of_the_discovery(scorer: Scorer) -> None:
    first = "4月8日6時20分、お客様からのお電話でガスが止まっていることが判明しました。"
    told = _told(scorer, first, "4月8日14時、当社の管に直径1センチの穴が開いていることを確認しました。")
    assert list(find_contradictions(told)) == []
    told = _told(scorer, first, "4月8日9時、お客様からのお電話でガスが止まっていることが判明しました。")
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
    told = _told(scorer, "4月8日、会員640名様に誤った証明書を送付しました。", f"前回公表した件の状況をご報告します。\n{wording}")
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
    told = _told(scorer, "4月8日、会員640名様の名簿を紛失したことが判明しました。", f"前回公表した件の状況をご報告します。\n{wording}")
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
    told = _told(scorer, f"4月8日、電子カルテのシステムに障害が発生しました。\n{wording}", "復旧の作業を続けております。")
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
    told = _told(scorer, "4月9日、報道により生徒への暴力を把握しました。", f"1 経緯\n{wording}")
    assert moments(told, [], merge_events(told))["detected"] == (known or "2023-04-09")


_OUT = "4月8日8時50分頃から、予約サイトがご利用いただけない状況が続いておりましたが、18時30分に復旧いたしました。"


def test_both_ends_of_a_clocked_span_are_held_against_what_was_told(scorer: Scorer) -> None:
    told = _told(scorer, _OUT, "4月8日に発生した障害の最終報告です。\n1.概要\n発生日時:2023年4月8日8時32分~19時45分")
    found = [(each.kind, str(each.before.at)[11:], str(each.after.at)[11:]) for each in find_contradictions(told)]
    assert found == [(EventKind.OCCURRED, "08:50", "08:32"), (EventKind.CONTAINED, "18:30", "19:45")]
    told = _told(scorer, _OUT, "4月8日に発生した障害の最終報告です。\n1.概要\n発生日時:2023年4月8日8時50分~18時30分\n受付時間:9時~21時")
    assert list(find_contradictions(told)) == []


def test_the_end_of_a_part_is_not_the_end(scorer: Scorer) -> None:
    part = "また、12時頃から15時頃まで、一部のATMでもお取引ができない状況となりました。"
    cause = "2.直接の原因\n4月7日23時のシステム更新で、接続数の上限値を誤って10分の1に設定したこと。"
    told = _told(scorer, f"{_OUT}{part}", cause)
    assert {name: moments(told, [], merge_events(told))[name] for name in ("occurred", "contained")} == {
        "occurred": "2023-04-08T08:50",
        "contained": "2023-04-08T18:30",
    }
    told = _told(scorer, f"4月8日、予約サイトに障害が発生しました。{part}", "状況をお知らせします。")
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
        Placed(Statement(text, "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
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
]


@pytest.mark.parametrize(("earlier", "later", "expected"), MOMENTS, ids=range(len(MOMENTS)))
def test_moments(scorer: Scorer, earlier: str, later: str, expected: dict[str, str | None]) -> None:
    announcements = _told(scorer, earlier, later)
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
    turns = [turn for course in find_drift(_told(scorer, "体調不良を訴える会員は4名です。", later)) for turn in course.turns]
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
    turns = [turn for course in find_drift(_told(scorer, first, later)) for turn in course.turns if turn.what == DriftKind.CAUSE]
    assert turns and all(turn.acknowledged == owned for turn in turns)
    assert not owned or all("油圧弁" in turn.after.value for turn in turns)


def test_a_round_number_is_shown_as_one(scorer: Scorer) -> None:
    turns = [
        turn
        for course in find_drift(_told(scorer, "対象の会員は約1,200名です。", "対象の会員は3,212名でした。"))
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
    statements = [Statement(_KNOWN, "お知らせ", _FIRST_DAY, "s1"), Statement(later, "続報", _FIRST_DAY + timedelta(days=30), "s2")]
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
    steps = merge_events(_told(scorer, _KNOWN, later))
    assert [str(step.at) for step in steps if step.event.event == EventKind.PUBLISHED] == days


def test_a_day_that_was_missed_is_no_step(scorer: Scorer) -> None:
    late = "報告がお約束した4月末から遅れましたことをお詫びします。4月20日に名簿を回収しました。"
    assert [step.at for step in merge_events(_told(scorer, _KNOWN, late)) if (step.at or "") > "2023-04-10"] == ["2023-04-20"]


# --- grouping ----------------------------------------------------------------------------------------------------------

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
