"""Remarks: what must be said, and beside it what must not."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from analyzer.answers.gaps.finding_rules import finding_rules
from analyzer.answers.gaps.findings import findings
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, clause_around
from analyzer.language.features import read_documents
from analyzer.language.normalise import fold
from analyzer.reading.source import statement_from
from analyzer.report import Event, Finding
from analyzer.rules import load_rules
from analyzer.schema import DetectedBy, EventKind, Label, Labels, Lang, Precision, ReportStage, Severity, TitleFraming
from analyzer.scoring import Scorer
from analyzer.statement import Statement
from tests.cases import case_of, read


def found(
    marked: str,
    title: str | None = None,
    framing: TitleFraming = TitleFraming.NEUTRAL,
    detected_by: DetectedBy = DetectedBy.UNKNOWN,
    probability: float = 0.9,
) -> dict[str, Finding]:
    case = case_of(*read(marked, title, probability), framing=framing, detected_by=detected_by)
    return {finding.code: finding for finding in findings(case)}


LEAK = "incident scope timeline | 11月20日、会員213名の氏名とメールアドレスを、別の会員に誤って送信しました。"
CONTRACTOR = "cause deflection | 本件は、配信を委託している会社の作業ミスによるものです。"

ACCUSED = [
    ("FND03", CONTRACTOR),
    ("FND04", "deflection | 当クラブとしても大変遺憾に存じます。"),
    ("FND05", "deflection | 当社も被害者であり、困惑しております。"),
    ("FND06", "deflection | 職員個人の独断による行為です。"),
    ("FND07", "deflection | 当日の豪雨は予測困難なものでした。"),
    ("FND08", "deflection | 当社に法的責任はございません。"),
    ("FND09", "deflection | 誤解を招く表現でした。"),
    ("FND10", "deflection | 詳細は販売会社へ直接お問い合わせください。"),
    ("FND11", "cause deflection | 通信回線の障害によるものであり、当方では対処できませんでした。"),
    ("FND12", "minimization | 影響はごく一部のお客様に限られます。"),
    ("FND13", "scope minimization | クレジットカード情報は一切含まれておりませんので、ご安心ください。"),
    ("FND30", "deflection | 一部報道にあるような事実と異なる内容に困惑しております。"),
]


@pytest.mark.parametrize(("code", "marked"), ACCUSED)
def test_accusation_with_label_and_wording(code: str, marked: str) -> None:
    assert code in found(marked)


@pytest.mark.parametrize(("code", "marked"), ACCUSED)
def test_no_accusation_without_the_label(code: str, marked: str) -> None:
    assert code not in found("cause |" + marked.partition("|")[2])


@pytest.mark.parametrize(("code", "marked"), ACCUSED)
def test_no_accusation_on_an_unsure_label(code: str, marked: str) -> None:
    assert code not in found(marked, probability=0.55)


@pytest.mark.parametrize(("code", "marked"), ACCUSED)
def test_no_accusation_where_the_unit_takes_the_duty_back(code: str, marked: str) -> None:
    assert code not in found("admission " + marked)


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        # Who is cleared is not accused, nor does the speaker deny anything of its own.
        ("FND03", "cause deflection | 清掃の業者が鉢を運び出したこと(業者は定めのとおり作業しており、責任はない。)"),
        ("FND08", "cause deflection | 清掃の業者が鉢を運び出したこと(業者は定めのとおり作業しており、責任はない。)"),
        ("FND03", "deflection | 発送は委託先が行いました。"),
        ("FND03", CONTRACTOR + "\ncause admission | 委託先を監督する責任は当クラブにあり、確認を怠りました。"),
        ("FND03", "deflection | 悪質な業者の買い占めによるものです。"),
        ("FND04", "deflection | 残念ながら、改善には至りませんでした。"),
        ("FND05", "deflection | 被害を受けた方々に連絡しました。"),
        ("FND06", "deflection | 職員個人の行為です。\nadmission | 止められなかったのは当法人の管理体制の不備です。"),
        ("FND08", "deflection | 運転者に責任はありません。"),
        ("FND12", "minimization | 影響を受けた方は142名です。"),
        ("FND13", "scope | クレジットカード情報は含まれておりません。"),
        ("FND30", "deflection | 選手への心ない誹謗中傷が続いています。"),
        ("FND30", "incident deflection | 一部のお客様に、委託している会社よりメールが誤って送信されました。"),
        ("FND11", "cause deflection | 本件は、同社のシステムの不具合によるものです。"),
        ("FND23", "deflection | 本件は、同社のシステムの不具合によるものです。"),
    ],
)
def test_near_misses_of_accusations(code: str, marked: str) -> None:
    assert code not in found(marked)


@pytest.mark.parametrize(
    ("code", "marked", "quote"),
    [
        ("FND35", "scope | 第1報ではけがをされた方を3名とお伝えしましたが、5名でした。", "第1報ではけがをされた方を3名とお伝えしました"),
        ("FND35", "timeline | 前回の公表では「直ちに弁を閉じた」と説明しておりましたが、閉じたのは20分後でした。", None),
        ("FND35", "- | 5月2日の発表内容に誤りがありました。", None),
        ("FND35", "- | 人数は、お詫びして訂正いたします。", None),
        ("FND35", "scope | 第1報で約900戸としていた停電の戸数は、1,240戸に改めます。", None),
        ("FND35", "cause | 第2報で「すべて戻せる見込み」と書いたのは、確かめないまま書いたものです。", None),
        ("FND35", "scope | 前回12名と発表した人数は誤りでした。", None),
        ("FND35", "scope | 影響を受けた会員の数を、210名から264名に訂正いたします。", None),
        ("FND35", "scope | 被害の件数は31件から45件へ修正しました。", "被害の件数は31件から45件へ修正しました"),
        ("FND35", "- | 対象を9校から12校に改めました。", None),
        ("FND35", "incident | また、「鍵は掛けていた」とお伝えした点も事実と異なり、開いたままでした。", None),
        ("FND35", "incident | 「水質に問題はない」と公表した内容は誤りでした。", None),
        ("FND36", "measure_concrete | | 感知器の取り付け | 部品待ちのため9月に延期 |", "感知器の取り付け | 部品待ちのため9月に延期"),
        ("FND37", "- | 対象の出荷数量につきましては、お客様との関係上、公表を控えさせていただきます。", None),
        ("FND37", "scope | 影響を受けた契約の数は、開示いたしかねます。", None),
        ("FND37", "- | 調査報告書については公表しないこととしました。", None),
        ("FND47", "timeline | 宿直は未明に水漏れを承知していたのに、入居者の皆様への周知が正午になりました。", None),
        ("FND47", "admission | 7月には不具合を認識しておりましたが、公表までに時間を要し、ご購入者へのお知らせが遅れました。", None),
        ("FND47", "- | 異常を検知していながら、利用者へご連絡したのは翌朝でした。", None),
        ("FND36", "measure_concrete | 全員の救命講習は、まだ実施できておりません。", None),
        ("FND36", "measure_concrete | 扉の交換は工事の遅れにより、10月にずれ込む見込みです。", None),
        ("FND36", "measure_concrete | 夜間の見回り：未着手", None),
        ("FND36", "measure_concrete | 柵の付け替えは、資材が届かず来月に延期いたしました。", None),
        ("FND36", "followup | 改善の報告会は、秋に先送りしました。", None),
    ],
)
def test_what_was_said_before_is_corrected_or_late(code: str, marked: str, quote: str | None) -> None:
    message = found(marked)[code].message
    assert quote is None or f"「{quote}」" in message


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("FND35", "cause | 第1報でお伝えしたとおり、原因は調査中です。"),
        ("FND35", "measure_concrete | これまで任意としていた届け出を、義務に改めます。"),
        ("FND35", "measure_concrete | 前回の監査で指摘された手順書は、9月に改めます。"),
        ("FND35", "measure_concrete | 1回の受け入れを60名から45名に改めます。"),
        ("FND35", "response | 重ねた請求を取り消し、料金を4,200円から3,600円に訂正しました。"),
        ("FND35", "measure_concrete | 対象の店舗を5店から8店に広げ、点検します。"),
        ("FND35", "scope | 先にお伝えした点について、調べを続けております。"),
        ("FND35", "incident | 第1報でお知らせしたとおり、検針票118枚の計算に誤りがありました。"),
        ("FND35", "incident | 先日お配りした案内の料金に誤りがありました。"),
        ("FND35", "response | 先日、対象の方にお詫びの手紙をお送りしました。"),
        ("FND35", "incident | 当初は復旧したと判断しましたが、再び止まりました。"),
        ("FND37", "- | けがをされた生徒の学年につきましては、公表を差し控えさせていただきます。"),
        ("FND37", "- | 合格された方の学校生活に配慮し、学科名は公表しません。"),
        ("FND37", "admission | 当社は発生の当時、ホームページでの公表をいたしませんでした。"),
        ("FND37", "followup | 調査の結果は、5月末に公表いたします。"),
        ("FND47", "timeline | 宿直が未明に水漏れに気づき、入居者の皆様へ直ちにお知らせしました。"),
        ("FND47", "response | 対象の方を把握しておりましたので、順次お知らせいたしました。"),
        ("FND47", "cause | 水漏れを認識していたものの、元の弁を閉めるのが遅れました。"),
        ("FND37", "cause | 当時の担当者は、公表を控えるよう指示していました。"),
        ("FND36", "measure_concrete | 感知器は8月20日に取り付けました。"),
        ("FND36", "measure_concrete | 到着が遅れた場合は、車内の放送ですぐに知らせます。"),
        ("FND36", "response | 日曜の練習会を延期しました。"),
        # What was put off is a release about the accounts, or stands in the title of one.
        ("FND36", "followup | 8月9日付「調査委員会の設置及び決算発表の延期に関するお知らせ」のとおり、調べてまいりました。"),
        ("FND36", "followup | 前回の「工事の延期について」でお伝えした内容に変わりはありません。"),
        ("FND36", "followup | 第1四半期の決算短信の開示を延期いたしましたが、9月12日に開示します。"),
    ],
)
def test_what_is_no_correction_and_not_late(code: str, marked: str) -> None:
    assert code not in found(marked)


@pytest.mark.parametrize(
    ("marked", "feared"),
    [
        ("incident harm_status | 会員の氏名が外部から閲覧された可能性を否定できません。", True),
        ("harm_status | 第三者の不正アクセスにより、お客様の住所が漏えいしたおそれがあります。", True),
        ("incident | 患者の情報が、外から閲覧できる状態にあった可能性があります。", True),
        ("incident | 当社のサーバーが不正アクセスを受け、会員の名簿が外に出たおそれがあります。", True),
        ("incident | 当館の機器が不正アクセスを受けました。\nscope | 会員の氏名が見られた可能性があります。", True),
        ("incident | 当館の機器が不正アクセスを受けました。\nscope | 会員の氏名が含まれます。", False),
        ("incident | 会員情報への不正アクセスがありました。\nscope | ほかの方の氏名が見られた可能性があります。", False),
        ("incident | 会員の氏名を別の会員に誤って送信しました。", False),
        ("incident | お客様の住所が外部に流出しました。\nharm_status | ほかにも流出した可能性があります。", False),
        ("incident | 会員の名簿を紛失しました。\nharm_status | 外部に漏えいしたおそれがあります。", False),
    ],
)
def test_a_leak_that_is_only_feared_is_called_so(marked: str, feared: bool) -> None:
    assert ("外に出たおそれがあると" in found(marked)["FND28"].message) is feared


@pytest.mark.parametrize(
    "wording",
    ["影響はごく一部のお客様に限られます（注１）。", "影響は、ﾃﾞｰﾀのごく一部に限られます。", "影響は「ごく一部」の会員に限られます※２。"],
)
def test_a_quote_stands_as_it_was_given(wording: str) -> None:
    message = found(f"minimization | {wording}")["FND12"].message
    inner = message[1 : message.rindex("」は、")].replace("『", "「").replace("』", "」")
    assert inner in wording and len(inner) >= 8, message


def test_no_quote_ends_within_a_word() -> None:
    marked = "response | 火災の原因については、警察と消防が調査を行っておりますのですぐにはご報告することができない状態となっております。"
    assert all("ますのです" not in finding.message for finding in found(marked).values())


def test_what_does_not_print_is_not_quoted() -> None:
    document = next(read_documents([Statement("影響はごく\x1b[31m一部の\u200bお客様に限られます。")]))
    labels: list[Labels] = [{Label.MINIMIZATION: 0.9} for _ in document.units]
    messages = "".join(remark.message for remark in findings(case_of(document, labels, framing=TitleFraming.NONE, detected_by=OUTSIDE)))
    assert "\x1b" not in messages and "\u200b" not in messages


HIRED = "incident | 当組合が青葉発送株式会社に委託している通知の発送で、封筒の入れ違いが起きました。\n"


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("FND03", "cause deflection | 同社によりますと、係の方が秤での確かめを飛ばし、手で詰め直したことが原因とのことです。"),
        ("FND03", "cause deflection | 委託先からは、夜間に入った方が設定を戻し忘れており、操作ミスだったとの報告を受けています。"),
        ("FND03", "cause deflection | 印刷会社の説明では、版を差し替える際に番号を間違えたとのことです。"),
        ("FND10", "contact | ご不明な点は、青葉発送株式会社 ご相談窓口(03-0000-2222、平日9時から17時)にお尋ねください。"),
        ("FND03", "cause deflection | 発送を任せた会社によると、宛名を一枚ずらして貼ったことが原因だということです。"),
        ("FND10", "contact | お問い合わせは青葉発送株式会社 受付窓口(03-0000-9999)へお願いします。"),
        ("FND10", "contact deflection | 詳しくは青葉発送まで直接お問い合わせください。"),
        ("FND10", "contact | 到着についてのお問合せは、中間事業者である株式会社みちしるべネットのコールセンターへお願いいたします。"),
        ("FND10", "contact | ご質問は、運営会社の有限会社こだま企画までお問い合わせください。"),
        ("FND03", "deflection | 産地は提供事業者が責任をもって管理すべきものです。"),
        ("FND03", "deflection | 品質は納入業者の責任で確かめるべきものです。"),
        ("FND05", "deflection | 市としては証明書を信じるほかなく、いわば欺かれた立場にあります。"),
        ("FND05", "deflection | 当会はだまされた側です。"),
        ("FND07", "deflection | 当日の雨は激しく、やむを得なかったと考えております。"),
        ("FND12", "minimization | 秋の大会への影響は軽微で、予定どおり開催しますのでご安心ください。"),
        ("FND12", "minimization | ごく一部の方では表示されませんでした。"),
        ("FND12", "minimization | 検査を頼んでおりますが、健康への影響はありませんので、ご安心ください。"),
        ("FND12", "minimization | コーチは「勝たせてやりたい一心だった」と話しています。"),
        ("FND12", "minimization | 先生は「傷つけるつもりはなかった」と述べています。"),
        ("FND12", "incident minimization | 熱心に教えるあまり、肩に手が触れる場面がありました。"),
    ],
)
def test_accusation_on_a_wording_that_is_no_cue(code: str, marked: str) -> None:
    assert code in found(HIRED + marked)


def test_hearsay_is_quoted_where_the_blame_stands() -> None:
    told = found(HIRED + "cause deflection | 同社によりますと、紙詰まりを直した際に、秤での確かめを省いて再開したことが原因とのことです。")
    assert "「秤での確かめを省いて再開したことが原因」と" in told["FND03"].message


@pytest.mark.parametrize(
    ("code", "marked"),
    [
        ("FND03", "cause deflection | 同社によりますと、調査は月末まで続くとのことです。"),
        ("FND03", "cause | 同社によりますと、係の方が秤での確かめを飛ばしたことが原因とのことです。"),
        ("FND03", "cause deflection | 事務所の調べでは、札の掛け違いが原因とのことです。"),
        ("FND10", "contact | ご不明な点は、当組合の相談窓口(03-0000-2222)にお尋ねください。"),
        ("FND10", "contact | 当組合または青葉発送株式会社にお尋ねください。"),
        ("FND10", "contact | 運営会社の有限会社こだま企画には改善を求めており、お尋ねは当組合までお願いいたします。"),
        ("FND05", "deflection | だまされた方々には、個別にご連絡しました。"),
        # An excuse of another that is refused is not the speaker's.
        ("FND07", "deflection | 同社からは「やむを得なかった」との説明がありましたが、到底納得できるものではありません。"),
        ("FND03", "cause deflection | 同社は操作ミスが原因と説明していますが、納得できるものではありません。"),
        ("FND07", "cause deflection | 先方は避けられなかったと申しておりますが、容認することはできません。"),
        ("FND07", "deflection | 「想定外だった」という釈明は、理由になりません。"),
        ("FND12", "minimization | 秋の大会は予定どおり開催いたしますので、ご安心ください。"),
        ("FND12", "minimization | 店は通常どおり営業しておりますので、どうぞご安心ください。"),
        # By which test, or standard, a thing may be drunk is a safety notice; that a practice has ended makes it no smaller.
        ("FND12", "minimization | 消毒はできており、水質基準を満たしますので、健康への影響は一切ございません。"),
        ("FND12", "scope | 検査の結果、鉄は1.1ミリグラムでした。\nminimization | 健康への影響はありませんので、ご安心ください。"),
        ("FND12", "minimization | 現在、同様の不適切な行為は一切行っておりません。"),
        ("FND10", "response | 青葉発送株式会社に確認をお願いしました。"),
        ("FND10", "contact | 当組合は青葉発送株式会社に調査を求めておりますが、ご連絡は総務課(03-0000-1111)へお願いします。"),
        ("FND12", "minimization | 勝たせたいという声がありました。"),
        ("FND12", "minimization | 顧問は「悪気はなかった」と話していますが、決して許されるものではありません。"),
        ("FND12", "minimization | 念のため、アレルギーをお持ちでない方がお召し上がりになっても健康への影響はございません。"),
        ("FND04", "deflection apology | 本校の教員がこのような行為に及んだことは誠に遺憾であり、深くお詫びいたします。"),
        ("FND12", "incident | コーチは「勝たせてやりたい一心だった」と話しています。"),
    ],
)
def test_no_accusation_on_a_wording_near_it(code: str, marked: str) -> None:
    assert code not in found(HIRED + marked)


VICTIM_TOO = "弊社も攻撃の被害者の立場ではございますが、対策が十分でなかったことは弊社の責任です。"


@pytest.mark.parametrize(
    ("marked", "codes"),
    [
        (f"admission deflection | {VICTIM_TOO}", {"FND31"}),
        (f"admission | {VICTIM_TOO}", {"FND31"}),
        (f"cause | {VICTIM_TOO}", set()),
        ("admission | 本学もまた被害を受けた側ではありますが、備えが足りなかったことを反省しております。", {"FND31"}),
        ("admission apology | 当クラブも被害者の一人ではございますが、管理を怠ったことをお詫びします。", {"FND31"}),
        ("admission | 弊社は、被害者の立場に立った対応を怠りました。", set()),
        ("admission | 当校は、被害者である生徒への説明を怠りました。", set()),
        ("admission | 当社は、部員が被害者であると知りながら放置しました。", set()),
        ("admission | 当社も被害者ではありません。", set()),
        ("admission | 「当会も被害者です」とお伝えしましたが、この言い方は誤りでした。", set()),
        ("admission deflection | 被害者の皆様への対応が遅れたことは、弊社の責任です。", set()),
        ("deflection | 当社も被害者であり、困惑しております。", {"FND05"}),
    ],
)
def test_a_victim_beside_the_blame_it_takes(marked: str, codes: set[str]) -> None:
    assert found(marked).keys() & {"FND05", "FND31"} == codes


def test_a_victim_beside_the_blame_is_told_though_the_deflection_is_unsure() -> None:
    document, _ = read(f"- | {VICTIM_TOO}")
    unsure: Labels = {Label.DEFLECTION: 0.5, Label.ADMISSION: 0.9}
    assert "FND31" in {remark.code for remark in findings(case_of(document, [unsure]))}


@pytest.mark.parametrize(
    ("marked", "told"),
    [
        ("timeline | 2024年11月22日(土)に判明しました。", "2024年11月22日(土)"),
        ("timeline | 2024年11月22日(金)に判明しました。", None),
        ("timeline | 11月22日(土)に判明しました。", None),
        ("timeline | 11月22日(土)に判明しました。\n- | 2024年11月25日", "11月22日(土)"),
        ("timeline | 11月22日(金)に判明しました。\n- | 2024年11月25日", None),
        ("timeline | 11月21日(木)に配信しました。\ntimeline | 翌22日(金)に判明しました。\n- | 2024年11月25日", None),
        ("timeline | 翌5日(土)に判明しました。\n- | 2024年11月25日", None),
    ],
)
def test_a_weekday_that_contradicts_its_date(marked: str, told: str | None) -> None:
    remark = found(marked).get("FND32")
    assert (remark is None and told is None) or bool(remark and told and told in remark.message)


SOFTENED = TitleFraming.SOFTENED


@pytest.mark.parametrize(
    ("code", "title", "framing", "marked", "fires"),
    [
        ("FND01", "指導における不適切な行為について", SOFTENED, "incident | コーチが選手の頭部を平手で殴りました。", True),
        ("FND01", "指導における不適切な行為について", TitleFraming.NEUTRAL, "incident | コーチが選手の頭部を平手で殴りました。", False),
        ("FND01", "指導における暴力行為について", SOFTENED, "incident | コーチが選手の頭部を平手で殴りました。", False),
        ("FND01", "指導における不適切な行為について", SOFTENED, "incident | 暴力の事実は確認されませんでした。", False),
        ("FND01", "部員の体調不良について", SOFTENED, "incident | 部員4名が熱中症で救急搬送されました。", True),
        ("FND01", "部員の熱中症について", SOFTENED, "incident | 部員4名が熱中症で救急搬送されました。", False),
        ("FND01", "会計の不適切な取扱いについて", SOFTENED, "incident | 会費を私的に使用していました。", True),
        ("FND01", "検査記録の不備について", SOFTENED, "cause | 測定を行わないまま合格の数値を記載していました。", True),
        ("FND01", "配信の不具合について", SOFTENED, "incident | 映像が20分止まりました。", False),
        ("FND01", "大会について", SOFTENED, "incident | コーチが選手の頭部を平手で殴りました。", False),
        ("FND02", "メール誤送信に関するお詫び", SOFTENED, LEAK, True),
        ("FND02", "メール誤送信に関するお詫び", TitleFraming.NAMES_HARM, LEAK, False),
        ("FND02", "申込フォームの設定不備について", SOFTENED, LEAK, True),
        ("FND02", "名簿の紛失について", SOFTENED, LEAK, False),
        ("FND02", "メール誤送信による個人情報の漏えいについて", SOFTENED, LEAK, False),
        ("FND02", "メール誤送信に関するお詫び", SOFTENED, "incident | 試合日程を誤ったメールを送信しました。", False),
        ("FND02", "誤送付に関するお詫び", SOFTENED, LEAK + "\nresponse | 封筒は全てを未開封のまま回収しました。", False),
        ("FND02", "メール誤送信に関するお詫び", SOFTENED, LEAK + "\nresponse | 受信された方に削除をお願いしました。", True),
        ("FND02", "明細の誤封入について", SOFTENED, "incident scope | 別の方の明細を同封しましたが、氏名の記載はございません。", False),
        ("FND02", "明細の誤封入について", SOFTENED, "incident scope | 氏名を含む明細を同封しましたが、電話番号は載っていません。", True),
    ],
)
def test_titles(code: str, title: str, framing: TitleFraming, marked: str, fires: bool) -> None:
    remarks = found(marked, title, framing)
    assert (code in remarks) is fires
    if fires:
        assert title in remarks[code].message
        assert (remarks[code].unit, remarks[code].start, remarks[code].end) == (None, None, None)


def test_data_that_was_not_there_is_no_leak_of_it() -> None:
    told = "incident scope | 別の方の明細を同封しました。\nscope | 明細には氏名と住所を記載しています。"
    marked = f"{told}\nscope | 口座番号、生年月日は印字されておりません。"
    assert "「氏名」「住所」が" in found(marked, "明細の誤封入について", SOFTENED)["FND02"].message


OUTSIDE = DetectedBy.OUTSIDE
TOLD = "timeline | 12月9日14時10分、お客様からの連絡で判明しました。"
DONE = "response timeline | 同日、配信を停止しました。"
MIXED_UP = "incident | ご予約に関しまして行き違いが生じ、ご不便をおかけいたしました。"
POLITE = "- | 平素は格別のご支援を賜り、心より厚く御礼申し上げますとともに、日頃のご厚情に深く感謝いたす次第でございます。"


@pytest.mark.parametrize(
    ("code", "marked", "fires"),
    [
        ("FND14", "cause | 操作ミスにより、メールが送信されました。", True),
        ("FND14", "cause | 弊社の操作ミスにより、メールが送信されました。", False),
        ("FND14", "cause | 検針値の登録誤りによる過大なご請求について", False),
        ("FND14", "response | カササギ会に対し、制裁金を科す。\ncause | カササギ会は、票の確認を怠っていた。", False),
        # Whoever punishes the head for want of supervision owns the fault, and has not said sorry.
        ("FND14", "response | 管理監督責任として、館長を減給としました。\ncause | 鍵の管理を怠っていたこと", False),
        ("FND17", "response | 管理監督責任として、館長を減給としました。\ncause | 鍵の管理を怠っていたこと", False),
        ("FND38", "response | 管理監督責任として、館長を減給としました。\ncause | 鍵の管理を怠っていたこと", True),
        ("FND14", "response | 当該の職員を減給としました。\ncause | 鍵の管理を怠っていたこと", True),
        ("FND17", "response | 委託先の管理責任を問い、契約を解除する処分としました。\ncause | 鍵の管理を怠っていたこと", True),
        # Who did it stands before the noun.
        ("FND18", "incident | 主将ら部員による暴力行為が発生しました。", False),
        ("FND18", "incident | 部室で暴力行為が発生しました。", True),
        ("FND18", "incident | 顧問から部員に対する不適切な発言があったことを確認しました。", False),
        ("FND18", "incident | 部員に対する不適切な発言があったことを確認しました。", True),
        ("FND09", "deflection | お客様のお楽しみを損なうことは、劇場としても本意ではございません。", False),
        ("FND09", "deflection | このような表現は、当社の本意ではございませんでした。", True),
        ("FND09", "deflection | 他社の品と誤解する方がいるため、販売元に表示の訂正を求めました。", False),
        ("FND09", "deflection | 当社の発言を差別と誤解する方がいるため、記事の訂正を求めました。", True),
        ("FND12", "minimization | けがにとどまらず、心の傷として残ることもあります。", False),
        ("FND12", "minimization | 影響は一部の会員様にとどまりました。", True),
        ("FND14", "cause | 発注書には、不謹慎な文言は記載されていなかった。", False),
        ("FND14", "cause | 操作ミスにより、名簿が送られました。", True),
        ("FND20", "- | 臨時の総会で再発防止を決議した。", True),
        ("FND21", "- | 臨時の総会で再発防止を決議した。", False),
        ("FND21", "- | 臨時の総会を開いた。", True),
        ("FND22", "- | 原因の調査を行ってまいりましたが、このたび名簿の流出が判明いたしました。", False),
        ("FND22", "- | 原因の調査を行ってまいりましたが、このたび専門の会社による調査中となりました。", True),
        # Training under way is no promise, but it is something.
        ("FND20", "response | 車掌への再教育を始めています。\nmeasure_vague | 再発防止に努めてまいります。", False),
        ("FND20", "measure_vague | 車掌への再教育を行い、再発防止に努めてまいります。", True),
        ("FND21", "response | 現在は点検と車掌の再教育を実施しております。", False),
        ("FND21", "response | 車掌を乗務から外しております。", True),
        # A column of causes or of measures tells them, whatever the labels.
        ("FND23", "- | | 要因 | 対策 |\nmeasure_concrete | | 荷札を見ていなかった | 荷札を2人で読む |", False),
        ("FND23", "- | | 要因 | 対策 |\nmeasure_concrete | | 調査中です | 荷札を2人で読む |", True),
        ("FND21", "- | | 原因 | 再発防止策 |\ncause | | 荷札を見ていなかった | 荷札を2人で読む |", False),
        # Readers asked to keep silent, and not those whom the silence guards.
        ("FND58", "incident | 部員が転倒しました。\n- | 保護者の皆様は、記者の取材にお答えにならないようお願いします。", True),
        ("FND58", "incident | 売上の着服がありました。\n- | SNSへの投稿はご遠慮ください。", True),
        ("FND58", "incident | 部員が転倒しました。\n- | けがをした部員の心情を思い、SNSへの投稿はお控えください。", False),
        ("FND58", "- | 憶測が広まっております。\n- | SNSへの投稿はお控えください。", False),
        # What was told only after the press had.
        ("FND59", "incident | 一部の報道にもありますとおり、会費が使い込まれていました。", True),
        ("FND59", "incident | 本日、一部報道機関において、発火が相次いだとの報道がなされております。", True),
        ("FND59", "apology | 先週来の新聞の報道により、会員の皆様にご心配をおかけし、お詫びします。", True),
        ("FND59", "- | 4月2日に公表しましたとおり、会費が使い込まれていました。\n- | このことは新聞でも報じられています。", False),
        ("FND14", "- | 株式会社ハタノ商会\ncause | ハタノ商会は、票の確認を怠っておりました。", False),
        ("FND38", "response | カササギ会に対し、制裁金を科す。\ncause admission | カササギ会は、票の確認を怠っていた。", False),
        ("FND38", "response | カササギ会に対し、制裁金を科す。\nadmission | 当連盟は、票の確認を怠っていた。", True),
        # Its own conduct found in order by itself; not by others, of others, in the past, or beside an admission.
        ("FND57", "harm_status | 2名がけがをしました。\n- | 当日の対応に問題はなかったものと認識しております。", True),
        ("FND57", "- | 支出の手続は適正であったと考えておりますが、ご不便をおかけしました。", True),
        ("FND57", "- | 顧問の弁護士からは、手続は適正であったと判断するとの意見を得ています。", False),
        ("FND57", "- | 清掃会社の作業に誤りはなかったと考えております。", False),
        ("FND57", "- | 当時は対応に問題はないと考えておりました。", False),
        ("FND57", "admission | 手続は適正であったと考えておりますが、説明を怠った責任は当会にあります。", False),
        # Whose work is cleared so that the speaker takes the fault on itself makes nothing smaller.
        ("FND12", "minimization | 作業に問題はございませんでした。\nadmission | 点検を延ばしたのは当社です。", False),
        ("FND12", "minimization | 作業に問題はございませんでした。\nresponse | 点検を続けております。", True),
        ("FND12", "minimization | 品質に問題はございません。\nadmission | 表示を誤ったのは当社です。", True),
        # A part of the organisation is named, or its handling in the heading or in the apology; another's part is no part of it.
        ("FND14", "cause | 料金課の職員が、票の確認を怠っていました。", False),
        ("FND14", "cause | 契約課において、宛先の確認漏れがありました。", False),
        ("FND14", "cause | 一部の職員が、票の確認を怠っていました。", True),
        # Who was hired owns it; what it leaves open is the supervision, which the checklist asks for.
        ("FND14", "cause | 印刷会社の営業部の担当者が、版の確認を怠っていました。", False),
        ("FND14", "- | 2 学校の対応の問題点\ncause | (1)担任から教頭への報告は行われませんでした。", False),
        ("FND14", "- | 2 経過\ncause | (1)担任から教頭への報告は行われませんでした。", True),
        ("FND14", "cause | 担任から教頭への報告は行われませんでした。\napology | 対応の遅れにより苦しみを長引かせ、お詫びします。", False),
        ("FND14", "cause | 報告は行われませんでした。\napology | お知らせが遅くなりましたことをお詫びします。", True),
        # What nobody remembers is no cause to be owned.
        ("FND14", "cause | 机に戻したかは、記憶しておらず、確認もしておりませんでした。", False),
        # A slip told in passing gives a reason, and lays it on whoever made it.
        ("FND17", "incident | 当店のミスで、予約を二重に受けました。", False),
        ("FND17", "scope | 私どもの不注意により、器3点を割りました。", False),
        ("FND17", "cause | 当院の確認不足により、札を取り違えました。", False),
        ("FND17", "cause | 当社が使う仕組みでは、お振り込みが済むまで品が取り置かれません。", True),
        ("FND17", "cause deflection | 当店は、期限が貼られていたにもかかわらず、確かめておりませんでした。", False),
        ("FND17", "cause | ・当園において、名簿の点検が形だけになっていたこと", False),
        ("FND17", "cause | 確かめる決まりがありませんでした。", True),
        ("FND17", "cause | 荷車が倒れた原因は、弊社が4名で行う誘導を2名で行わせたことにあります。", False),
        ("FND17", "cause | 当園では建て増しを進めておりますが、あおぞら工務社の操作により、記録が失われました。", True),
        ("FND17", "cause | 急な決まりの変更など、当園では防ぎようのない事情がありました。", True),
        ("FND17", "incident | 運送会社のミスで、器3点が割れました。", True),
        ("FND17", "incident | 当店が頼んだ会社のミスで、器3点が割れました。", True),
        ("FND17", "incident | 当店のミスではございません。", True),
        ("FND23", "incident | 当店のミスで、予約を二重に受けました。", False),
        ("FND23", "incident | 検品漏れで、期限の過ぎた品を並べました。", False),
        ("FND23", "scope | 運送会社の手違いにより、12名の方に届いておりません。", False),
        ("FND23", "incident | 当店のミスではございません。", True),
        ("FND23", "scope | 先に記した人数は誤りで、正しくは12名です。", True),
        ("FND23", "incident | 予約を二重に受けました。\nmeasure_vague | 確認不足によることのないよう努めます。", True),
        # Plain speech and dialect say it without the label; whoever else is wrong, or is asked to apologise, does not.
        ("FND17", "incident | 写した絵を貼りました。\n- | ほんまにすんませんでした。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | ほんま、すんまへん。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | 面目次第もなく、恥じ入るばかりです。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | ご遺族のお気持ちを思うと、言葉もありません。", True),
        ("FND38", "admission | 写した絵を貼ったのは当店です。\n- | えらいすんまへん。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | うちが悪かです。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | 全部、私が悪かったのです。", False),
        ("FND17", "incident | 写した絵を貼りました。\n- | 天気が悪かったのです。", True),
        ("FND17", "incident | 写した絵を貼りました。\n- | 当店が悪いわけではありません。", True),
        ("FND17", "incident | 写した絵を貼りました。\n- | 記事の訂正と謝罪を求めます。", True),
        ("FND14", "cause | 確認漏れによるものです。\napology | 本会の責任において、重ねて深くお詫び申し上げます。", False),
        ("FND14", "cause | 確認漏れによるものです。\n- | 弊園の落ち度であり、言葉もありません。", False),
        ("FND14", "cause | 確認漏れによるものです。\napology | 信頼を損なう事態となり、深く反省しお詫び申し上げます。", False),
        ("FND14", "cause | 確認漏れによるものです。\napology | 当園の不手際を重ねてお詫び申し上げます。", False),
        ("FND14", "cause | 確認漏れによるものです。\napology | ご迷惑をおかけしたことを反省し、お詫びします。", True),
        ("FND14", "cause | 確認漏れによるものです。\n- | 当社の責任ではございません。", True),
        ("FND14", "cause | 確認漏れによるものです。\n- | 本会の責任者が説明いたします。", True),
        ("FND14", "cause | 確認漏れによるものです。\napology | お詫びするとともに、事務処理に誤りがあったことを重く受け止めます。", False),
        ("FND14", "cause | 確認漏れによるものです。\napology | 点検を失念したことを心よりお詫び申し上げます。", False),
        ("FND14", "cause | 確認漏れによるものです。\napology | 委託先が点検を怠ったことをお詫びします。", True),
        ("FND14", "cause | 確認漏れによるものです。\napology | 深くお詫びします。", True),
        ("FND15", "apology | ご迷惑をおかけした利用者の皆様に深くお詫び申し上げます。", False),
        ("FND15", "apology | 皆様にご迷惑をおかけしたことを深くお詫び申し上げます。", True),
        ("FND15", "apology | ご迷惑をおかけしたことをお詫びします。\napology | ご心配をおかけした皆様に重ねてお詫びします。", True),
        # Whatever word it uses for itself.
        ("FND14", "cause | 当組織の技術者の設定ミスによって起きたものです。", False),
        ("FND14", "cause | 当金庫の操作ミスにより、振込が遅れました。", False),
        ("FND14", "cause | 当方の確認漏れにより、二度お送りしました。", False),
        ("FND14", "cause | 西支店において、確認漏れがありました。", False),
        ("FND14", "cause | 当時の確認漏れにより、二度お送りしました。", True),
        ("FND14", "cause | 当該画面の操作ミスにより、振込が遅れました。", True),
        ("FND14", "cause | 操作ミスによるものです。\nadmission | 管理を怠った当クラブの責任です。", False),
        ("FND14", "cause deflection | 委託先の操作ミスによるものです。", False),
        # A duty left undone is a fault, whatever the verb; what nature or a part did is none.
        ("FND14", "cause | 凍結の知らせは、乗務員に伝えられておりませんでした。", True),
        ("FND14", "cause | 朝の申し送りで、アレルギーのことは知らされませんでした。", True),
        ("FND14", "cause | 豪雨の夜でした。\ncause | 水門の見回りは実施されておりませんでした。", True),
        ("FND14", "cause | 当社は乗務員に、凍結の知らせを伝えておりませんでした。", False),
        ("FND14", "cause | 屋根に雪が積もり、梁が重さに耐えられませんでした。", False),
        ("FND14", "cause | 前日からの雨で、地面が乾いていませんでした。", False),
        ("FND15", "apology | ご迷惑とご心配をおかけしましたことをお詫び申し上げます。", True),
        ("FND15", "apology | ご迷惑をおかけし、お詫びします。\nadmission | 当クラブの確認不足です。", False),
        ("FND15", "apology | 氏名を誤って送信し、ご迷惑をおかけしましたことをお詫び申し上げます。", False),
        ("FND15", "apology | 深くお詫び申し上げます。", False),
        ("FND15", "apology | このたびの事案が発生したことにつき、ご迷惑をおかけしましたことをお詫び申し上げます。", False),
        ("FND15", "apology | かかる事態となりましたことは遺憾であり、ご心配をおかけしましたことをお詫びします。", True),
        # Whom it is said to names no event.
        ("FND15", "apology | 負傷された方々ならびに近隣の皆さまに、多大なご迷惑をおかけしておりますことをお詫び申し上げます。", True),
        ("FND15", "apology | 被害にあわれた皆様にご心配をおかけし、お詫び申し上げます。", True),
        ("FND15", "apology | 事故に遭われた方とご家族に、大変なご迷惑をおかけしましたことをお詫びします。", True),
        ("FND15", "apology | お客様にけがを負わせ、ご迷惑をおかけしましたことをお詫びします。", False),
        ("FND15", "apology | 近隣の皆さまに被害を及ぼし、ご迷惑をおかけしましたことをお詫びします。", False),
        ("FND15", "apology | このような事故によりご迷惑をおかけしましたことをお詫びします。", False),
        ("FND15", "apology | ご不便をおかけしましたことをお詫びいたします。\napology | 誠に申し訳ございませんでした。", True),
        ("FND15", "apology | ご不便をおかけしましたことをお詫びいたします。\napology | 札を付け忘れ、申し訳ございませんでした。", False),
        ("FND15", "apology | 誠に申し訳ございませんでした。\napology | ご不便をおかけしましたことをお詫びいたします。", False),
        ("FND16", "response | 対象の方に電話でお詫びしました。", True),
        # Said here and now to those named, it is no report and no silence either.
        ("FND16", "response | 読まれた方におわびし、正しい表を載せ直します。", False),
        ("FND17", "response | 読まれた方におわびし、正しい表を載せ直します。", False),
        ("FND16", "response | 読まれた方におわびし、正しい表をお送りしております。", True),
        ("FND17", "response | 委託先からは、おわびをし、正しい表をお送りしたとの報告を受けております。", True),
        ("FND14", "cause | どの袋で混じったかを言い切るには至りませんでした。", False),
        ("FND16", "response | 検査機関から受診された方へお詫びのうえ、正しい結果を送り直しました。", False),
        ("FND16", "response | 検査機関から連絡を受け、受診された方へお詫びしました。", True),
        ("FND16", "response | 転ばれた方に対しては、深くお詫び申し上げるとともに、治療費をお支払いしております。", True),
        ("FND17", "response | 転ばれた方に対しては、深くお詫び申し上げるとともに、治療費をお支払いしております。", False),
        ("FND16", "response | 皆様に深くお詫び申し上げるとともに、信頼の回復に努めます。", False),
        ("FND16", "response | 対象の方に電話でお詫びしました。\napology | 改めてお詫び申し上げます。", False),
        ("FND17", "incident | メールを送信しました。", True),
        ("FND17", "response | 対象の方に電話でお詫びしました。", False),
        ("FND16", "response | 受け取った方にはメールで謝罪をするとともに、消していただくよう頼みました。", True),
        ("FND16", "response | 該当の世帯には、お詫びの手紙を明細とともにお送りしました。", True),
        ("FND16", "response | 該当の世帯には、明細をお送りしました。", False),
        ("FND17", "response | 今後は、該当の世帯にお詫び申し上げるとともに、差額をお返しします。", True),
        ("FND17", "incident | 27名に誤って通知しました。\n- | ここに深謝いたします。", False),
        ("FND17", "incident | 27名に誤って通知しました。\n- | 日頃のご厚情に深謝いたします。", True),
        ("FND17", "incident | 27名に誤って通知しました。\n- | 謹んで陳謝の意を表します。", False),
        ("FND17", "admission | 当クラブの確認不足です。", False),
        # They own a fault and nowhere say that they are sorry, in whatever words.
        ("FND38", "incident | メールを送信しました。\nadmission | 当クラブの確認不足です。", True),
        ("FND38", "admission | 鍵を掛け忘れた園の責任です。\nresponse | 保護者の方に知らせました。", True),
        ("FND38", "admission | 当クラブの確認不足です。\napology | 深くお詫び申し上げます。", False),
        ("FND38", "admission | 当クラブの確認不足で、申し訳ないことをしました。", False),
        ("FND38", "admission | 当クラブの確認不足です。\nresponse | 対象の方にお会いして謝罪しました。", False),
        ("FND38", "incident | メールを送信しました。", False),
        ("FND18", "incident | メールの誤送信が発生いたしました。", True),
        ("FND18", "incident | 当クラブの職員がメールを誤って送信しました。", False),
        ("FND18", "incident | 契約課において、宛先を誤りました。\nincident | 同日、誤送信が判明しました。", False),
        ("FND18", "incident | 担当者に伝えました。\nincident | 同日、誤送信が判明しました。", True),
        ("FND18", "incident | メールの誤送信が発生いたしました。\nadmission | 当クラブの確認不足です。", False),
        ("FND19", "measure_vague | 教育を徹底します。\nmeasure_vague | 管理体制を強化します。", True),
        ("FND19", "measure_vague | 教育を徹底します。\nmeasure_concrete | 宛先は2名で照合します。", False),
        ("FND19", "measure_vague | 教育を徹底します。\nmeasure_vague response | 残る4通も回収できるよう努めます。", False),
        ("FND20", "measure_vague | 教育を徹底します。\nmeasure_vague response | 残る4通も回収できるよう努めます。", True),
        ("FND20", "measure_vague | 再発防止に努めてまいります。", True),
        ("FND20", "measure_vague | 再発防止に努めてまいります。\nresponse | 古い配線の交換を順次進めております。", False),
        ("FND20", "measure_vague | 再発防止に努めてまいります。\nresponse | 壊れた机を交換しました。", True),
        ("FND20", "measure_vague measure_concrete | 2名で宛先を照合し、再発防止に努めてまいります。", False),
        ("FND20", "measure_vague | 日頃より教育を徹底してまいりました。", False),
        ("FND20", "measure_vague | 日頃より教育を徹底してまいりました。\nmeasure_vague | 再発防止に努めてまいります。", True),
        ("FND19", "measure_vague | 日頃より教育を徹底してまいりました。\nmeasure_vague | 再発防止に努めてまいります。", False),
        ("FND20", "measure_vague | 掲載した会社には、法的措置を講じてまいります。", False),
        ("FND20", "measure_vague | 再発防止に努めます。\ntimeline | 点検の見直しを含む再発防止策をまとめました。", False),
        ("FND21", "response | 消毒などの追加の措置を講じることを決定しました。", False),
        ("FND21", "response | 保健所の指導に従い、営業を中止しました。", True),
        ("FND21", "measure_vague | これまでも、いじめの防止に真剣に取り組んでまいりました。", True),
        ("FND21", "measure_vague | 掲載した会社には、法的措置を講じてまいります。", True),
        ("FND21", "incident | メールを送信しました。", True),
        ("FND21", "incident | メールを送信しました。\nfollowup | 今後は年2回、外部の会計士の点検を受け、結果を理事会に報告します。", False),
        # Whoever looks into the cause, the harm or an inquiry checks no measure.
        ("FND21", "incident | 薬を取り違えました。\nfollowup | 血液の検査の結果は、来月、この欄でご報告します。", True),
        ("FND21", "incident | 薬を取り違えました。\nfollowup | 薬と症状との関わりは、外部の専門家に確認してもらいます。", True),
        ("FND21", "incident | 薬を取り違えました。\nfollowup | 聞き取りが適切であったかを、第三者が検証します。", True),
        ("FND21", "incident | 薬を取り違えました。\nfollowup | 棚の点検の実施状況は、外部の薬剤師が9月に調べます。", False),
        ("FND21", "incident | 通話が止まりました。\n- | 原因となった機器の交換は完了しており、通話は元に戻りました。", False),
        ("FND21", "incident | 通話が止まりました。\nresponse | 原因である設定を修正いたしました。", False),
        ("FND21", "incident | 通話が止まりました。\nresponse | 機器を再起動し、復旧を完了しました。", True),
        ("FND21", "incident | 通話が止まりました。\nresponse | 原因の調査を終えました。", True),
        ("FND21", "measure_vague | 再発防止に努めてまいります。", False),
        ("FND21", "followup | 原因と再発防止策は、分かり次第お知らせいたします。", False),
        ("FND21", "followup | 原因は、分かり次第お知らせいたします。", True),
        ("FND34", "followup | 原因と再発防止策は、分かり次第お知らせいたします。", True),
        ("FND34", "followup response | 現在、再発防止に向けた対策の策定を進めております。", True),
        ("FND34", "followup | 対策については、改めて公表します。\nmeasure_concrete | 鍵は2名で確かめます。", False),
        ("FND34", "followup | 返金の方法は、分かり次第お知らせいたします。", False),
        ("FND34", "response | よく調べ、何を変えるかを7月20日までにお手紙でお送りします。", True),
        ("FND34", "followup | どこを改めるかは、月末の集まりでご説明します。", True),
        ("FND34", "response | 7月20日までに、代わりの品をお送りします。", False),
        ("FND34", "followup | 再発防止策は、以下のとおりご報告いたします。", False),
        ("FND34", "followup | 弁護士に再発防止の提言を依頼しております。", True),
        # Only that there was a matter; a sentence that counts something tells of it, be it without a label.
        ("FND42", "apology | このたびの件につきまして、深くお詫び申し上げます。", True),
        ("FND42", "apology | 皆様をお騒がせし、申し訳ございません。\nmeasure_vague | 信頼の回復に努めてまいります。", True),
        ("FND42", "- | 標記の事案を重く受け止めております。\nresponse | 関係の方々と話し合っております。", True),
        ("FND42", "apology | このたびの件につきまして、深くお詫び申し上げます。\nincident | 別の方の切符をお渡ししました。", False),
        ("FND42", "apology | このたびの件につきまして、深くお詫び申し上げます。\ncause | 札を見間違えました。", False),
        ("FND42", "apology | このたびの件につきまして、深くお詫び申し上げます。\n- | 切符を渡し違えた方は12名です。", False),
        ("FND42", "- | 今年も多くの方にお越しいただきました。", False),
        ("FND37", "- | 詳細は差し控えさせていただきます。", True),
        ("FND37", "- | 経緯につきましては控えさせていただきます。", True),
        ("FND37", "- | 事情については、伏せております。", True),
        ("FND37", "- | 被害を受けた方への配慮から、詳細は差し控えます。", False),
        ("FND37", "- | 詳細は下記のとおりです。", False),
        ("FND37", "- | 写真の撮影はお控えください。", False),
        # A line takes the sense of its heading, or of its own key, whatever the label says; who puts off measures names none.
        ("FND21", "incident | ロープが切れました。\n- | 3.再発防止策\n- | 県の検査のあと、6月中にお知らせします。", False),
        ("FND21", "incident | ロープが切れました。\n- | ■再発を防ぐために\n- | 古いロープは使わない", False),
        ("FND21", "incident | 卵が入っていました。\n- | 再発防止：卵の札を赤に変更", False),
        ("FND21", "incident | 卵が入っていました。\n- | 【再発防止策】\nfollowup | 決まり次第、ここでお知らせします。", False),
        ("FND21", "incident | 卵が入っていました。\n- | 再発防止策：なし", True),
        ("FND21", "incident | 卵が入っていました。\n- | 再発防止について\napology | 申し訳ございませんでした。", False),
        ("FND49", "incident | 卵が入っていました。\n- | 再発防止について\napology | 申し訳ございませんでした。", True),
        ("FND49", "incident | 卵が入っていました。\n- | 原因と当面の再発防止策を、下記のとおりご報告します。", True),
        ("FND49", "incident | 卵が入っていました。\nfollowup | 再発防止策の実施状況は、園医が7月に調べて公表します。", True),
        ("FND21", "incident | 卵が入っていました。\nfollowup | 再発防止策の実施状況は、園医が7月に調べて公表します。", False),
        ("FND49", "incident | 卵が入っていました。\ncause | 昨年の事故の再発防止策が守られていませんでした。", False),
        ("FND49", "incident | 卵が入っていました。\n- | 再発防止策\n- | 卵の札を赤に変更", False),
        ("FND49", "incident | 卵が入っていました。\n- | 再発防止策：なし", False),
        ("FND49", "incident | 卵が入っていました。\nfollowup | 再発防止策は、7月20日までに公表します。", False),
        ("FND21", "incident | 卵が入っていました。\n- | 今後について\nfollowup | 営業の再開は、改めてお知らせします。", True),
        ("FND21", "incident | 卵が入っていました。\n- | 3.原因\n- | 札を見間違えたため、気づかずに出しました。", True),
        ("FND34", "incident | ロープが切れました。\n- | 3.再発防止策\nfollowup | 県の検査のあと、6月中にまとめて公表します。", True),
        ("FND34", "incident | ロープが切れました。\n- | ■再発防止に向けて\n- | 専門の方を交えて検討しております。", True),
        ("FND34", "incident | 卵が入っていました。\n- | 再発防止策：未定", True),
        ("FND34", "incident | 卵が入っていました。\n- | 再発防止策\n- | 卵の札を赤に変更", False),
        ("FND34", "incident | 卵が入っていました。\n- | 再発防止策\n- | 誤りに気づいたときは、直ちにお客様にお知らせする。", False),
        ("FND34", "incident | 卵が入っていました。\n- | 返金について\nfollowup | 方法は、決まり次第お知らせします。", False),
        # A mix-up accuses nobody of having misunderstood, unless it is one of words.
        ("FND09", "incident deflection | お席のご用意に行き違いが生じ、ご不便をおかけしました。", False),
        ("FND09", "incident deflection | 同じお部屋のご予約を二組お受けするという行き違いが生じました。", False),
        ("FND09", "deflection | お客様との間に、ご説明の解釈の行き違いがございました。", True),
        ("FND09", "deflection | 言葉の行き違いから、誤解を招きました。", True),
        ("FND22", "- | 原因は現在調査中です。", True),
        ("FND22", "- | 原因は調査中です。\nfollowup | 12月20日に結果を公表します。", False),
        ("FND22", "- | 原因につきましては、港湾局の調査の結果を待ってまいります。", True),
        ("FND22", "response | 製造元で原因を調べておりますが、究明は難しい状況です。", True),
        (
            "FND22",
            "cause | 夜に申し込みが重なって処理が遅れたためです。\n- | 重なった理由は、保守会社の技術者とともに、現在も調査中です。",
            True,
        ),
        ("FND22", "cause | 宛先の列が1行ずれていたことが原因です。\n- | 根本的な原因を調査しております。", False),
        ("FND22", "cause | 原因は機器の故障です。\n- | 故障の原因を特定することは困難です。", True),
        ("FND22", "cause | 弁の閉め忘れが原因でした。\n- | 当初は、原因について消防の調査の結果を待っておりました。", False),
        ("FND22", "deflection | 具体的な原因は、工事を請け負った会社の過失が問われ、いまだ捜査中です。", True),
        ("FND22", "- | 名簿を持ち去った人は捜査中です。", False),
        ("FND22", "- | 原因を問わず、対象となる方の特定は困難です。", False),
        ("FND22", "cause | 原因は参照行のずれと判明しました。\n- | 詳細な経緯は調査中です。", False),
        ("FND22", "- | 名簿がなくなった原因を、いまだ特定することはできておりません。", True),
        ("FND22", "- | 原因を調査してまいりましたが、検査の結果、当店の総菜が原因であることが判明いたしました。", False),
        ("FND22", "- | 原因を調査してまいりましたが、総菜が原因であるかは判明しておりません。", True),
        ("FND22", "- | 出火の原因は、解明には至っておりません。", True),
        ("FND22", "- | 被害に遭われた方を特定することはできておりません。", False),
        # A guess beside it settles nothing.
        ("FND22", "- | 名簿がなくなった原因は不明です。\ncause | 可能性としては、古紙とともに捨てられたことが疑われます。", True),
        ("FND22", "- | 紛失の原因は特定できておりません。\ncause | 棚の裏に落ちたのではないかと思われます。", True),
        ("FND22", "- | 発火の原因は不明のままです。\ncause | 電池が水にぬれた可能性も考えられます。", True),
        ("FND22", "- | 当初、原因は不明でした。\ncause | 棚の鍵を掛けていなかったことが原因でした。", False),
        ("FND22", "cause | 棚の裏に落ちたのではないかと思われます。", False),
        # The key stands on the line above.
        ("FND22", "- | ・原因\n- | 消防と警察により調査中", True),
        ("FND22", "- | 発生経緯\n- | 関係の役所が調べております", True),
        ("FND22", "- | ・被害\n- | 保険会社により調査中", False),
        ("FND23", "- | ・原因\n- | 消防と警察により調査中", False),
        ("FND23", "- | ・被害\n- | 保険会社により調査中", True),
        ("FND23", LEAK, True),
        ("FND23", "- | 原因は現在調査中です。", False),
        ("FND25", "incident | お客様の連絡で、誤った送信が判明しました。", True),
        ("FND25", "incident timeline | 12月9日に、誤った送信が判明しました。", False),
        ("FND25", "incident timeline | 8月3日付の新聞の報道のとおり、7月20日に園児がけがをしました。", True),
        ("FND25", "incident | 令和5年度の入園試験で採点の誤りが判明しました。", True),
        ("FND25", "incident | 7月20日に試験をしました。\ncause | 急なことで、当日お越しの方には連絡が行き届きませんでした。", True),
        ("FND25", "incident timeline | 当日15時に、保護者からの連絡で分かりました。", False),
        # Found right after what is dated; a weekday dates it too. What was told to others then was not found then.
        (
            "FND25",
            "incident timeline | 6月3日正午に送りました。\ntimeline | 送信の直後に、受け取った方から問い合わせがあり、発覚しました。",
            False,
        ),
        (
            "FND25",
            "incident timeline | 6月3日に貼り出しました。\n- | 水曜日に常連の方が「違う」と言ってくださり、初めて気がつきました。",
            False,
        ),
        ("FND25", "incident timeline | 6月3日正午に送りました。\ntimeline | すぐに担当が誤りに気づきました。", False),
        ("FND25", "incident timeline | 6月3日正午に扉を開けました。\ntimeline | 車掌は直ちにこれに気付き、閉めました。", False),
        ("FND25", "incident | 昨日、職員が逮捕されました。\ntimeline | 6月3日に車を運転しました。", False),
        ("FND25", "incident | 名簿を誤って送りました。\ntimeline | 送信の直後に、受け取った方から問い合わせがあり、発覚しました。", True),
        ("FND25", "incident timeline | 6月3日正午に送りました。\nresponse | 直後に、対象の皆様へご連絡しました。", True),
        ("FND25", "incident timeline | 6月3日正午に送りました。\nresponse | 水曜日は定休日です。", True),
        # Before everybody's eyes, or known since long before.
        ("FND25", "incident timeline | 6月3日の体育の授業中に、生徒がマットの外に落ちて負傷し、119番に通報しました。", False),
        ("FND25", "incident timeline | 6月3日の第3便は主機の温度が上がり、引き返して着岸しました。", False),
        ("FND25", "incident timeline | 6月3日、圧雪車と利用者の方が接触しました。", False),
        ("FND25", "incident timeline | 6月3日に書類を紛失しました。\nresponse | 直ちに書庫を捜しました。", True),
        ("FND25", "incident timeline | 6月3日の授業中に、別の生徒の答案を返しました。", True),
        ("FND25", "incident | コーチが部員に暴言を浴びせました。\n- | 3年ほど前から、その話は耳に入っておりました。", False),
        ("FND25", "incident | コーチが部員に暴言を浴びせました。\n- | 3年ほど前から、部員は8名おりました。", True),
        ("FND25", "incident timeline | 名簿を別の店に送りました。\n- | 18日の定例の点検で職員が見つけました。", False),
        ("FND26", "apology | お詫び申し上げます。", True),
        ("FND26", "contact | 電話 0120-000-000", False),
        ("FND27", "incident scope | 一部のお客様に別の方のご案内が届きました。", True),
        ("FND27", "incident scope | 一部のお客様(142名)に別の方のご案内が届きました。", False),
        ("FND28", "incident scope | 会員の氏名を別の会員に誤って送信しました。", True),
        ("FND28", LEAK, False),
        (
            "FND28",
            "incident | ページが書き換えられ、閲覧された方が別の画面に送られました。\ncause | 管理用のパスワードが古いままでした。",
            False,
        ),
        ("FND28", "incident | 会員のログインIDとパスワードが閲覧されました。", True),
        ("FND29", "\n".join([POLITE] * 12), True),
        ("FND29", "\n".join([POLITE] * 12 + [LEAK, "measure_concrete | 宛先は2名で照合します。"]), False),
        ("FND29", POLITE, False),
        # Where not even what happened is told, less is long.
        ("FND29", "\n".join([MIXED_UP] + [POLITE] * 7), True),
        ("FND29", "\n".join(["incident | 放送で、戦時中の収容所長を面白い人物として語りました。"] + [POLITE] * 7), False),
        ("FND29", "\n".join([MIXED_UP] + [POLITE] * 3), False),
        ("FND29", "\n".join([POLITE] * 12 + ["incident | 論文5報、発表8題、図13点に手が加えられていました。"]), False),
    ],
)
def test_whole_statement(code: str, marked: str, fires: bool) -> None:
    assert (code in found(marked)) is fires


@pytest.mark.parametrize(
    ("marked", "detected_by", "fires"),
    [
        (f"{TOLD}\n{DONE}", OUTSIDE, True),
        (f"{TOLD}\n{DONE}", DetectedBy.UNKNOWN, False),
        (TOLD, OUTSIDE, False),
        (f"response | 対象のお客様には電話でご連絡いたしました。\n{DONE}", OUTSIDE, False),
        # Whom they rang themselves did not tell them; a tally of complaints is not how it came to light.
        (f"timeline response | 夕方 保護者の方へ電話で連絡。\n{DONE}", OUTSIDE, False),
        (f"timeline response | 18時 会員の皆様に電話で連絡。\n{DONE}", OUTSIDE, False),
        (f"timeline | 8月末までに23名の方から腹痛のお申し出がありました。\n{DONE}", OUTSIDE, False),
        # What they send out told them nothing.
        (f"timeline response | 説明の資料ができましたので、皆様に順次ご連絡させていただいております。\n{DONE}", OUTSIDE, False),
        (f"response | 業者の手配が終わりましたので、お知らせさせていただきます。\n{DONE}", OUTSIDE, False),
        (f"response | 会員の方の書類が整いましたので、お電話いたしました。\n{DONE}", OUTSIDE, False),
        (
            f"timeline | 5月2日、道警から、名簿の写しが掲示板に置かれているおそれがあることについて連絡を受けました。\n{DONE}",
            OUTSIDE,
            True,
        ),
        (f"timeline | 9時5分 警報が鳴り、当直の係に連絡が入りました。\n{DONE}", OUTSIDE, False),
        (f"timeline | 取引先からご連絡をいただき、出荷を止めました。\n{DONE}", OUTSIDE, True),
        (f"timeline | 保護者の方から園に電話で連絡がありました。\n{DONE}", OUTSIDE, True),
        (f"timeline | 15時5分 通行人の方が園児に気づき、園にお電話をくださる。\n{DONE}", OUTSIDE, True),
        (f"timeline | 9月3日に3名の方から腹痛のお申し出がありました。\n{DONE}", OUTSIDE, True),
        # A report denied is not how it was found.
        (f"timeline | 記者の方からの取材がありましたが、車内に置いたとの内容は事実と異なります。\n{DONE}", OUTSIDE, False),
        (f"timeline | 記者の方からの取材で、車内に置いたことを知りました。\n{DONE}", OUTSIDE, True),
        # Whoever tells them "as well" was not the first.
        (f"timeline | 17時30分、職員が気づいた。\ntimeline | 受信した1名からも、ご指摘をいただく。\n{DONE}", OUTSIDE, False),
        ("timeline | 5月18日、職員が酒気帯び運転の疑いで逮捕されました。\nresponse | 担当を外しました。", DetectedBy.OUTSIDE, False),
        ("timeline | 5月18日、職員が横領の疑いで逮捕されました。\nresponse | 担当を外しました。", DetectedBy.OUTSIDE, True),
        ("incident | 校長から連絡を受けた担当者1名に名簿を送りました。\nresponse | 消しました。", DetectedBy.OUTSIDE, False),
    ],
)
def test_acted_only_after_being_told(marked: str, detected_by: DetectedBy, fires: bool) -> None:
    assert ("FND24" in found(marked, detected_by=detected_by)) is fires


def step(unit: int, at: str, kind: EventKind, span: tuple[int, int] = (0, 1)) -> Event:
    return Event(unit, *span, "…", at, Precision.DAY, False, kind)


@pytest.mark.parametrize(
    ("marked", "days", "fires"),
    [
        # The thief is arrested weeks after they found it themselves and told the police.
        (
            "timeline response | 10月3日に職員が気づき、警察に届け出ました。\ntimeline response | 10月20日に男が逮捕されました。",
            True,
            False,
        ),
        (
            "timeline response | 10月3日に職員が気づき、警察に届け出ました。\ntimeline response | 10月20日に男が逮捕されました。",
            False,
            True,
        ),
        ("timeline | 10月20日に元社員が逮捕されました。\nresponse | 10月3日、警察に届け出ました。", True, False),
        ("timeline | 10月20日に容疑者が逮捕されました。\nresponse | 鍵を取り換えました。", False, False),
        ("timeline | 10月20日に本校の教諭が逮捕されました。\nresponse | 担当を外しました。", True, True),
    ],
)
def test_whoever_had_acted_before_was_not_moved_by_the_telling(marked: str, days: bool, fires: bool) -> None:
    document, labels = read(marked)
    events = [step(index, "2025-10-20", EventKind.OTHER) for index in range(2) if "10月20日" in document.units[index].wording]
    own = [index for index in range(2) if "10月3日" in document.units[index].wording]
    events += [step(index, "2025-10-03", EventKind.REPORTED) for index in own if days]
    told = {one.code for one in findings(case_of(document, labels, detected_by=OUTSIDE, events=events))}
    assert ("FND24" in told) is fires


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("同球団は2025-03-01に申告を受けながら、当機構に知らせませんでした。", None),
        ("当社の子会社である北浜精機では、2025-03-01に通報で分かりました。", None),
        ("北浜精機は、当社の子会社である北浜精機の件で、2025-03-01に把握しました。", None),
        ("ご本人がそれをお知りになったのは2025-03-01のことです。", None),
        ("委託先は2025-03-01に気づき、同日、当市へ報告しました。", 172),
        ("同社は、2025-03-01に当社へ報告しました。", 172),
        ("同社から、2025-03-01に報告を受けました。", 172),
        ("2025-03-01に市の福祉課へ通報があり、市の調査を受けました。\n当法人は深くお詫びします。", None),
        ("2025-03-01、保健所に匿名の届出がありました。\n当園は調べを受けました。", None),
        ("2025-03-01、当法人に通報がありました。", 172),
        ("2025-03-01に区の窓口へ通報がありました。\n本区は調査を始めました。", 172),
        ("2025-03-01に職員が気づきました。\n4.公表 2025年3月4日", None),
        ("2025-03-01に職員が気づきました。\n公表日：2025年8月20日", 172),
        ("当機構は、同球団からの報告で2025-03-01に知りました。", 172),
        ("職員が2025-08-10に気づき、控えを調べた結果、2025-03-01に捨てていたことが分かりました。", None),
        ("2025-03-01に職員が気づき、2025-08-10に経緯が分かりました。", 172),
    ],
)
def test_how_long_they_had_known_is_counted_from_when_they_themselves_learnt(text: str, days: int | None) -> None:
    document = next(read_documents([Statement(text, published=date(2025, 8, 20))]))
    labels: list[Labels] = [{Label.TIMELINE: 0.9, Label.INCIDENT: 0.9} for _ in document.units]
    events = [step(0, found[0], EventKind.DETECTED, found.span()) for found in re.finditer(r"2025-\d\d-\d\d", text)]
    told = [each.message for each in findings(case_of(document, labels, detected_by=OUTSIDE, events=events)) if each.code == "FND33"]
    assert [f"{days}日" in message for message in told] == ([True] if days else [])


@pytest.mark.parametrize(
    ("marked", "what"),
    [
        ("incident | 患者の氏名を記した台帳を、誤って廃棄しました。", "失われた"),
        ("incident | 会員の名簿を紛失しました。\nharm_status | 外部に漏えいしたおそれがあります。", "失われた"),
        ("incident | 会員の名簿を紛失しました。\nharm_status | 名簿は別の団体に渡っていました。", "外に出た"),
        ("incident | 会員の氏名を別の会員に誤って送信しました。", "外に出た"),
    ],
)
def test_what_is_lost_is_not_said_to_have_gone_out(marked: str, what: str) -> None:
    assert f"個人の情報が{what}と読めます" in found(marked)["FND28"].message


@pytest.mark.parametrize(
    ("wording", "lay"),
    [
        ("会の幹部は、部員への暴言を前から認識しながら、改善を求めず、放置していました。", True),
        ("係長は鍵の不具合を知っていたのに、上への報告をしませんでした。", True),
        ("ほかの指導員も、見て見ぬふりをしておりました。", True),
        ("2021年に主任が工場長に報告したが、工場長は調査を命じず、そのままとなりました。", True),
        ("園は通報を受ける前に把握し、直ちに是正しました。", False),
        ("状況は把握しておりますが、原因の調査を続けております。", False),
        ("保守会社は不具合を認識していたものの、報告していませんでした。", True),
        ("同クラブは不正を認識しながら、是正しませんでした。", False),
        ("委託先は不具合を認識していたものの、報告していませんでした。", False),
    ],
)
def test_whoever_knew_and_did_nothing_is_told_of(wording: str, lay: bool) -> None:
    assert ("FND56" in found(f"cause | {wording}")) is lay


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("秋の収穫祭のお知らせ\n\n10月5日に収穫祭を開きます。\n温かいお茶を用意しております。", False),
        (
            "会員名簿が流出\n\n青木商会は12日、会員30名の氏名が流出したと発表した。\n"
            "担当者が宛先を誤ったことが分かった。\n広報の担当者は「再発防止に努める」と話している。",
            False,
        ),
        ("会員名簿の流出について\n\n6月12日、会員30名の氏名を別の会員に誤って送信しました。", True),
        # Who denies, or only hints at it, is no less asked.
        (
            "本日のお問い合わせについて\n\n語られているような事実はなく、悪意のあるうわさと受け止めております。お電話はお控えください。",
            True,
        ),
        ("校外学習について\n\n7月の事故を受け、行き先を県立博物館に改めます。", True),
    ],
)
def test_of_what_is_no_announcement_nothing_is_missing(scorer: Scorer, text: str, told: bool) -> None:
    report = scorer.score(text)
    assert (bool(report.findings), bool(report.questions)) == (told, told)
    assert any("指摘と質問は示していません" in warning for warning in report.warnings) is not told


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        (
            "発送の直後に、他の会員様の請求の内容を受け取られた会員様から、宛名について運営の事務局に問い合わせがあり、発覚しました。",
            "「受け取られた会員様から、宛名について運営の事務局に問い合わせがあり」",
        ),
        ("別の利用者の方から、電話がありました。", "「別の利用者の方から、電話がありました」"),
        ("会員の方から、請求額が12,480,000円違うと電話がありました。", "請求額が12,480,000円違うと電話がありました」"),
        (
            "4月2日、会員の方から『届いた控えに書かれた席が、申し込んだ席と違っていた』とのお問い合わせを受けました。",
            "「お問い合わせを受けました」",
        ),
    ],
)
def test_the_telling_is_quoted_from_whoever_tells(wording: str, quote: str) -> None:
    given = found(f"timeline | {wording}\n{DONE}", detected_by=OUTSIDE)
    assert quote in given["FND24"].message


@pytest.mark.parametrize(
    ("told", "quoted"),
    [
        ("二度とこのようなことを起こさぬよう、点呼を見直してまいります。", "二度とこのようなことを起こさぬよう、点呼を見直してまいります"),
        (
            "今後このようなことがないよう体制を整えることに力を尽くし、お客様の笑顔を目指して励んでまいります。",
            "今後このようなことがないよう体制を整えることに力を尽くし",
        ),
    ],
)
def test_an_aim_alone_is_not_quoted_for_the_promise(told: str, quoted: str) -> None:
    assert f"「{quoted}」" in found(f"measure_vague | {told}")["FND20"].message


def test_trouble_alone_is_quoted_up_to_the_apology() -> None:
    told = "会費の記事が出ましたことにつきまして本会に関わる会員や御家族など皆様に多大なるご心配をおかけしておりますこと、お詫びします。"
    assert "「多大なるご心配をおかけしておりますこと、お詫びします」" in found(f"apology | {told}")["FND15"].message


def test_a_telling_that_they_let_lie_moved_nobody() -> None:
    lain = "timeline | 5月2日に保護者から園に電話で相談がありましたが、園長は主任への注意にとどめました。"
    unreported = "cause | 市への報告はされませんでした。"
    press = "timeline | 9月7日、市は新聞社の記者から取材を受け、この件を知りました。"
    acted = "timeline | 5月2日に保護者から園に電話で相談がありました。"
    assert "FND24" not in found(f"{lain}\n{DONE}", detected_by=OUTSIDE)
    counsel = "timeline | 5月2日、職員1名が、内部通報窓口である弁護士に文書を送りました。"
    assert "FND24" not in found(f"{counsel}\n{DONE}", detected_by=OUTSIDE)
    assert "記者から取材を受け" in found(f"{lain}\n{unreported}\n{press}\n{DONE}", detected_by=OUTSIDE)["FND24"].message
    assert "保護者から園に" in found(f"{acted}\n{DONE}\n{unreported}", detected_by=OUTSIDE)["FND24"].message


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        (
            "また、点検の体制を見直し、記録の取り方を改め、信頼の回復に努めてまいります。",
            "点検の体制を見直し、記録の取り方を改め、信頼の回復に努めてまいります",
        ),
        (
            "このたびのことを戒めとし、照合を念入りに行うことで、信用の回復に努めます。",
            "このたびのことを戒めとし、照合を念入りに行うことで、信用の回復に努めます",
        ),
        ("ご迷惑をおかけしましたことを反省し、再発の防止に努めてまいります。", "再発の防止に努めてまいります"),
        ("今後は、還付等の手続きを進め、再発防止策を講じて、信頼の回復に努めます。", "再発防止策を講じて、信頼の回復に努めます"),
        ("当日の状況を詳しく調査し、再発防止策を講じてまいります。", "再発防止策を講じてまいります"),
        (
            "配信時の作業の手順を見直し指導を徹底するとともに、個人の情報の取扱いに関する全職員の意識の向上に引き続き努め、再発防止に万全を期してまいります。",
            "配信時の作業の手順を見直し指導を徹底するとともに、個人の情報の取扱いに関する全職員の意識の向上に引き続き努め、再発防止に万全を期してまいります",
        ),
        ("管理を改め、部員、指導員、職員等への教育を徹底します。", "管理を改め、部員、指導員、職員等への教育を徹底します"),
        ("深く反省し、職員への教育を徹底します。", "職員への教育を徹底します"),
        ("再発の防止に努めてまいります。", "再発の防止に努めてまいります"),
    ],
)
def test_the_only_promise_is_quoted_with_what_leads_up_to_it(wording: str, quote: str) -> None:
    assert f"「{quote}」だけ" in found(f"measure_vague | {wording}")["FND20"].message


def test_the_cause_is_quoted_where_it_is_told_and_not_from_the_title() -> None:
    title = "cause | 検針値の登録誤りによる請求の遅れについて"
    remark = found(f"{title}\ncause | 検針値の確認漏れにより、ご請求が遅れました。")["FND14"]
    assert "検針値の確認漏れにより" in remark.message


@pytest.mark.parametrize("stage", [ReportStage.FOLLOWUP, ReportStage.FINAL])
def test_who_reports_again_need_not_tell_twice_what_happened(stage: ReportStage) -> None:
    document, labels = read("apology | このたびの件につきまして、深くお詫び申し上げます。")
    assert "FND42" not in {one.code for one in findings(case_of(document, labels, stage=stage))}


def test_vague_promises_are_counted_in_plain_words() -> None:
    both = "measure_vague | 教育を徹底します。\nmeasure_vague | 管理体制を強化します。"
    assert "再発防止を述べた2文はいずれも、「" in found(both)["FND19"].message
    three = f"{both}\nmeasure_vague | 意識の向上に努めます。\nmeasure_concrete | 鍵は2名で確かめます。"
    assert "再発防止を述べた4文のうち3文は、「" in found(three)["FND19"].message


@pytest.mark.parametrize(
    ("said", "late"),
    [
        ("7月1日付「会計の不足について」にて公表しましたとおりです。", False),
        ("第2報としてお知らせします。", False),
        ("先日お知らせした件について、その後に分かったことです。", False),
        ("この件はすでに公表しております。", False),
        ("調査の委員会は8月1日に報告書をまとめました。", True),
        ("調査の結果をここに公表いたします。", True),
    ],
)
def test_a_report_that_tells_of_an_earlier_one_is_not_late(said: str, late: bool) -> None:
    text = f"4月2日、部員から相談があり、当会は会計の不足を知りました。{said}"
    document = next(read_documents([Statement(text, published=date(2025, 8, 20))]))
    labels: list[Labels] = [{Label.TIMELINE: 0.9, Label.INCIDENT: 0.9} for _ in document.units]
    known = Event(0, 0, 4, "4月2日", "2025-04-02", Precision.DAY, False, EventKind.DETECTED)
    for stage, told in ((ReportStage.FOLLOWUP, late), (ReportStage.FINAL, False)):
        given = findings(case_of(document, labels, stage=stage, events=[known]))
        assert ("FND33" in {remark.code for remark in given}) is told


@pytest.mark.parametrize(("updated", "published", "late"), [(True, 30, False), (False, 30, True), (True, 6, True)])
def test_the_last_update_of_a_page_is_not_when_it_came_out(updated: bool, published: int, late: bool) -> None:
    text = "4月2日、部員から相談があり、当会は会計の不足を知りました。10月1日、不足の分を返しました。"
    statement = Statement(text, published=date(2025, 10, published), updated=updated)
    document = next(read_documents([statement]))
    labels: list[Labels] = [{Label.TIMELINE: 0.9, Label.INCIDENT: 0.9} for _ in document.units]
    known = Event(0, 0, 4, "4月2日", "2025-04-02", Precision.DAY, False, EventKind.DETECTED)
    paid = Event(1, 30, 35, "10月1日", "2025-10-01", Precision.DAY, False, EventKind.OTHER)
    given = findings(case_of(document, labels, events=[known, paid]))
    assert ("FND33" in {remark.code for remark in given}) is late


@pytest.mark.parametrize("stage", [ReportStage.FOLLOWUP, ReportStage.FINAL])
def test_what_a_page_adds_to_itself_later_does_not_make_it_early(stage: ReportStage) -> None:
    text = "4月2日、部員から相談があり、当会は会計の不足を知りました。\n【9月3日追記】\n先日お知らせした返金を終えました。"
    document = next(read_documents([Statement(text, published=date(2025, 8, 20))]))
    labels: list[Labels] = [{Label.TIMELINE: 0.9, Label.INCIDENT: 0.9} for _ in document.units]
    known = Event(0, 0, 4, "4月2日", "2025-04-02", Precision.DAY, False, EventKind.DETECTED)
    given = findings(case_of(document, labels, stage=stage, events=[known]))
    assert "FND33" in {remark.code for remark in given}


@pytest.mark.parametrize(
    ("begun", "found", "years"),
    [("2017-10", "2024-05-15", 6), ("2017-10-01", "2024-05-15", 6), ("2023-05", "2024-05", 0), ("2024-04-02", "2024-05-15", 0)],
)
def test_how_many_years_it_went_unnoticed(begun: str, found: str, years: int) -> None:
    document, labels = read("incident timeline | 口径を変えた時から誤って請求し、点検で気づきました。")
    events = [step(0, at, kind, (0, 8)) for at, kind in ((begun, EventKind.OCCURRED), (found, EventKind.DETECTED))]
    told = [each.message for each in findings(case_of(document, labels, events=events)) if each.code == "FND60"]
    assert [f"{years}年以上" in message for message in told] == ([True] if years else [])
    of_things = findings(case_of(document, [{Label.SCOPE: 0.9}], events=events))
    assert "FND60" not in {each.code for each in of_things}, "it may be how old what was lost is"


@pytest.mark.parametrize(
    ("day", "published", "stage", "told"),
    [
        ("4月2日", date(2025, 8, 20), ReportStage.SINGLE, "「4月2日」に知ってから公表までに、140日かかっています。"),
        ("４月２日", date(2025, 8, 20), ReportStage.SINGLE, "「４月２日」に知ってから公表までに、140日かかっています。"),
        ("同月2日", date(2025, 8, 20), ReportStage.SINGLE, "「同月2日」（4月2日）に知ってから公表までに、140日かかっています。"),
        ("今年4月", date(2025, 8, 20), ReportStage.FIRST, "「今年4月」に知ってから公表までに、112日以上かかっています。"),
        ("4月上旬", date(2025, 5, 20), ReportStage.SINGLE, "「4月上旬」に知ってから公表までに、40日以上かかっています。"),
        ("4月2日", date(2025, 4, 9), ReportStage.SINGLE, None),
        ("今年4月", date(2025, 5, 20), ReportStage.SINGLE, None),
        ("4月2日", date(2025, 8, 20), ReportStage.FOLLOWUP, "「4月2日」に知ってから公表までに、140日かかっています。"),
        ("4月2日", None, ReportStage.SINGLE, None),
    ],
)
def test_how_long_it_was_known_and_not_published(day: str, published: date | None, stage: ReportStage, told: str | None) -> None:
    text = f"{day}、部員から相談があり、当会は会計の不足を知りました。"
    document = next(read_documents([Statement(text, published=published)]))
    labels: list[Labels] = [{Label.TIMELINE: 0.9, Label.INCIDENT: 0.9}]
    at, precision = ("2025-04-02", Precision.DAY) if day.endswith("日") else ("2025-04", Precision.MONTH)
    known = Event(0, 0, len(day), day, at, precision, False, EventKind.DETECTED)

    def messages(*events: Event) -> list[str]:
        given = findings(case_of(document, labels, stage=stage, events=events))
        return [remark.message for remark in given if remark.code == "FND33"]

    assert messages(known) == ([told] if told else [])
    assert messages(known, replace(known, event=EventKind.PUBLISHED)) == []
    assert messages(replace(known, event=EventKind.OTHER)) == []


def test_nothing_is_not_said_of_prevention_where_the_course_of_events_has_a_measure() -> None:
    document, labels = read("incident | 名簿を誤って送りました。\nresponse | 同店では、6月10日から送る前の2名での確認を始めました。")
    for kind, silent in ((EventKind.MEASURE, False), (EventKind.CONTAINED, True)):
        step = Event(1, 0, 5, "6月10日", "2025-06-10", Precision.DAY, False, kind)
        told = {one.code for one in findings(case_of(document, labels, events=[step]))}
        assert ("FND21" in told) is silent


def test_sanctioning_body_is_not_blamed() -> None:
    marked = """
- | 本リーグ規律委員会は、下記のとおり懲罰を決定した。
response | 制裁金100万円およびけん責
incident scope timeline | 4月27日の第9節で、同クラブのサポーター3名がピッチに発煙筒2本を投げ込んだ。
cause | 同クラブは手荷物検査の人員を規定の6名から2名に減らしていた。
deflection | リーグとしても極めて遺憾である。
"""
    assert found(marked) == {}


@pytest.mark.parametrize(
    "text",
    [
        "本件は、配信を委託している会社の作業ミスによるものです。",
        "本件は、配信を\u200b委託している会社の作業ミスに\u2060よるものです。\r\n以上",
        "お知らせ。\r\n\r\n本件は、配信を委託している会社の作業ﾐｽによるものです。",
    ],
)
def test_spans_are_in_the_text_as_given(text: str) -> None:
    document = next(read_documents([Statement(text)]))
    labels: list[Labels] = [{Label.DEFLECTION: 0.9, Label.CAUSE: 0.9} for _ in document.units]
    remark = next(f for f in findings(case_of(document, labels, framing=TitleFraming.NONE)) if f.code == "FND03")
    quoted = text[remark.start : remark.end]
    assert (quoted[:2], quoted[-2:]) == ("配信", "です")
    assert fold(quoted) == "配信を委託している会社の作業ミスによるものです"
    assert f"「{''.join(filter(str.isprintable, quoted))}」" in remark.message


@pytest.mark.parametrize(
    ("wording", "key", "quote"),
    [
        ("会員の皆様にお詫び申し上げるとともに、返金を進めております。", "お詫び", "会員の皆様にお詫び申し上げる"),
        ("ご迷惑をお詫び申し上げますと共に、返金を進めております。", "お詫び", "ご迷惑をお詫び申し上げます"),
        ("・また、影響はごく一部に限られます。", "ごく一部", "影響はごく一部に限られます"),
        ("結果をお伝えし、及び館のページで公表いたします。", "公表", "館のページで公表いたします"),
        (
            "元職員が、春から夏にかけて、「会員を言いくるめて受け取った用紙で積立を解約し、払い戻した金を隠匿」という手口により得ていました。",
            "隠匿",
            "払い戻した金を隠匿",
        ),
        ("「積立を解約」「金を隠匿」という手口により得ました。", "手口", "「積立を解約」「金を隠匿」という手口により得ました"),
        ("念のため、お知らせいたします。", "念のため", "念のため、お知らせいたします"),
        # What belongs together is not torn.
        ("ご利用の皆様にはご心配、ご迷惑をおかけしました。", "ご心配", "ご利用の皆様にはご心配、ご迷惑をおかけしました"),
        ("同じことのないよう安心、安全を第一に努めます。", "同じ", "同じことのないよう安心、安全を第一に努めます"),
        ("二度と起こさないよう職員一同、取り組みます。", "二度", "二度と起こさないよう職員一同、取り組みます"),
        ("皆で話し合いを重ね、気を引き締めて、努めます", "気を", "気を引き締めて、努めます"),
        ("窓口での本人確認を怠ったことや引き継ぎがなかったことが続きました。", "怠った", "窓口での本人確認を怠ったこと"),
        ("深くお詫び申し上げるとともに全力で再発防止に努めます。", "努め", "全力で再発防止に努めます"),
        ("今後は体制を見直し、努めてまいります。", "努め", "今後は体制を見直し、努めてまいります"),
        ("誠に遺憾です。", "遺憾", "誠に遺憾です"),
        # What leads on to the next clause, or leans on what was left out, neither ends nor begins a quotation.
        ("鮮度には問題ございませんので、お召し上がりください。", "問題", "鮮度には問題ございません"),
        ("部品の劣化に起因するものと、保守の会社から聞きました。", "起因", "部品の劣化に起因するもの"),
        ("委託先の設定が原因であることを、確かめました。", "原因", "委託先の設定が原因であること"),
        ("「届かない」との電話により、判明しました。", "電話", "「届かない」との電話により"),
        ("| 荷札を見ていなかった | 荷札を2人で読む |", "見て", "荷札を見ていなかった"),
        ("4月24日 17:42 保護者から連絡", "連絡", "4月24日 17:42 保護者から連絡"),
        (
            "関係する皆様とともに選手の声に耳を澄ませる場を一層豊かにしながらクラブのあり方を丁寧に見つめ直して努めてまいります。",
            "努め",
            "澄ませる場を一層豊かにしながらクラブのあり方を丁寧に見つめ直して努めてまいります",
        ),
    ],
)
def test_quotes_are_cut_cleanly(wording: str, key: str, quote: str) -> None:
    unit = next(read_documents([Statement(wording)])).units[0]
    at = unit.wording.index(key)
    start, end = clause_around(unit, (at, at + len(key)))
    assert unit.wording[start:end] == quote
    assert len(quote) <= LONGEST_QUOTE


@pytest.mark.parametrize(
    ("wording", "key", "quote"),
    [
        (
            "4月24日、会員の方から「届いた券に書かれた席の番号が知人のものと同じだ」とのお問い合わせを受け、調べました。",
            "受け",
            "会員の方から「届いた券に書かれた席の番号が知人のものと同じだ」とのお問い合わせを受け",
        ),
        (
            "中身は、3月に『水門の点検の記録の誤りに係る調査及び見直しに関する報告書』において公表いたしました。",
            "公表",
            "3月に『水門の点検の記録の誤りに係る調査及び見直しに関する報告書』において公表いたしました",
        ),
    ],
)
def test_what_stands_in_long_brackets_is_quoted_rather_than_a_bare_verb(wording: str, key: str, quote: str) -> None:
    unit = next(read_documents([Statement(wording)])).units[0]
    at = unit.wording.index(key)
    start, end = clause_around(unit, (at, at + len(key)))
    assert unit.wording[start:end] == quote


def test_a_measure_told_by_the_lines_below_it_is_no_stock_line(scorer: Scorer) -> None:
    fell = "2月3日、公園のぶらんこの鎖が切れ、お子様がけがをされました。"
    below = "市では、安全を確かめるため、緊急点検を実施いたします。\n・開始日:2月9日\n・対象:市内41か所のぶらんこ\n・担当:公園係"
    report = scorer.score(f"{fell}\n{below}\n", published=date(2026, 2, 9))
    assert "FND20" not in {finding.code for finding in report.findings}
    report = scorer.score(f"{fell}\n今後は、安全管理を徹底してまいります。\n", published=date(2026, 2, 9))
    assert "FND20" in {finding.code for finding in report.findings}


def test_two_vague_promises_are_both_of_them() -> None:
    document, labels = read(f"{LEAK}\nmeasure_vague | 再発防止に努めてまいります。\nmeasure_vague | 管理を徹底いたします。")
    case = case_of(document, labels, detected_by=OUTSIDE)
    told = [each.message for each in findings(case, Lang.EN) if each.code == "FND19"]
    assert len(told) == 1 and told[0].startswith("Both sentences that promise prevention")


@pytest.mark.parametrize(
    ("stage", "promised", "code"),
    [
        (ReportStage.FIRST, "詳しいことは、明朝、館のページでお知らせします。", "FND34"),
        (ReportStage.FIRST, "判明した内容は、改めて公表します。", "FND34"),
        (ReportStage.FIRST, "返金の方法は、明朝お知らせします。", "FND21"),
        (ReportStage.FIRST, "原因は引き続き調べており、分かり次第お知らせします。", "FND21"),
        (ReportStage.FIRST, "原因の詳細は、明朝お知らせします。", "FND21"),
        (ReportStage.SINGLE, "詳しいことは、明朝、館のページでお知らせします。", "FND21"),
        (ReportStage.FIRST, "全容の把握には時間を要する見込みですが、現時点の内容を下記の通りご報告いたします。", "FND21"),
        (ReportStage.FIRST, "今後の対応について、下記のとおりお知らせいたします。", "FND21"),
        (ReportStage.FIRST, "今後の対応は、決まり次第、当館のページでお知らせいたします。", "FND34"),
    ],
)
def test_a_first_report_that_promises_the_rest_has_its_measures_still_to_come(stage: ReportStage, promised: str, code: str) -> None:
    document, labels = read(f"{LEAK}\nfollowup | {promised}")
    told = {each.code: each.message for each in findings(case_of(document, labels, detected_by=OUTSIDE, stage=stage))}
    assert told.keys() & {"FND21", "FND34", "FND49"} == {code}
    assert code != "FND34" or told[code].startswith("再発防止策には触れておらず、")


def test_a_title_announces_measures_that_are_not_found() -> None:
    told = found(LEAK, "誤送信の経緯と再発防止策について")
    assert "誤送信の経緯と再発防止策について" in told["FND49"].message and "FND21" not in told


def test_gravest_first_and_in_both_languages() -> None:
    document, labels = read(f"{LEAK}\n{CONTRACTOR}\nmeasure_vague | 再発防止に努めてまいります。", "メール誤送信について")
    for lang in Lang:
        remarks = findings(case_of(document, labels, framing=SOFTENED, detected_by=OUTSIDE), lang)
        ranks = [list(Severity).index(remark.severity) for remark in remarks]
        assert ranks == sorted(ranks, reverse=True)
        assert all("{" not in remark.message and remark.message for remark in remarks)


@pytest.mark.parametrize("text", ["", "。", "「", "\u200b", "記\n以上"])
def test_awkward_texts(text: str) -> None:
    document = next(read_documents([Statement(text)]))
    labels: list[Labels] = [dict.fromkeys(Label, 0.9) for _ in document.units]
    for found in findings(case_of(document, labels, framing=TitleFraming.NONE, detected_by=OUTSIDE)):
        assert found.message
        assert (found.start is None) == (found.end is None) == (found.unit is None)
        assert found.start is None or 0 <= found.start < (found.end or 0) <= len(text)


@pytest.mark.parametrize(
    ("wording", "late"),
    [
        ("夜のうちに水漏れを把握していたにもかかわらず、掲示板でお知らせしたのが、翌日の昼になってからでした。", True),
        ("午前4時には把握しておりましたが、ご連絡したのは昼でした。", True),
        ("漏れを認識していながら、公表が翌月になりました。", True),
        ("水の濁りを知りながら、皆様へのご案内を行いませんでした。", True),
        ("午前4時に気づき、直ちにお知らせしました。", False),
        ("把握している戸数をお知らせいたします。", False),
        ("水の濁りに気づいておりましたが、弁を閉じませんでした。", False),
        ("状況を把握でき次第、お知らせします。", False),
        ("お知らせをご覧になって気づいた方から、ご連絡をいただきました。", False),
    ],
)
def test_who_knew_and_told_late(wording: str, late: bool) -> None:
    assert ("FND47" in found(f"cause | {wording}")) is late


@pytest.mark.parametrize(
    ("wording", "is_found"),
    [
        ("園児が列に戻るようにとの声に従わなかったので、補助員が腕をたたいた。", True),
        ("顧問が指導のつもりで部員の頬を平手で打ちました。", True),
        ("児童がふざけて指示に従わなかったため、講師が腕を引っ張りました。", True),
        ("声かけに応じられなかったため、職員が背中を強く叩いた。", True),
        ("師範は、気合を入れるつもりで平手を当てたと申しております。", True),
        ("職員が入所者の手をたたいた。", False),
        ("従わなかったからといって、たたいた行為は許されません。", False),
        ("注意のための札を掛け、太鼓を叩いて知らせました。", False),
        ("雨がやまなかったため、雷の音に驚いた馬が柵を蹴りました。", False),
    ],
)
def test_what_the_one_who_was_hurt_did_is_no_reason(wording: str, is_found: bool) -> None:
    assert ("FND53" in found(f"incident | {wording}")) is is_found


@pytest.mark.parametrize(
    ("wording", "is_found"),
    [
        ("02時40分 生徒1名が発熱し、同室の生徒が引率の教員に連絡。", False),
        ("15時 入居者1名が転び、隣の入居者が職員に知らせた。", False),
        ("20時 部員が倒れ、ほかの部員が顧問へ伝え、顧問から連絡がありました。", False),
        ("15時 保護者の方から、動画が出回っているとの連絡を受けました。", True),
        ("生徒1名から、担任に相談がありました。", True),
    ],
)
def test_who_is_in_their_care_and_calls_the_one_on_duty_is_no_outsider(wording: str, is_found: bool) -> None:
    told = found(f"timeline | {wording}\nresponse | 病院へ運びました。", detected_by=DetectedBy.OUTSIDE)
    assert ("FND24" in told) is is_found


@pytest.mark.parametrize(
    ("wording", "lay"),
    [
        ("5月に最初の苦情をいただいておりましたが、砂ぼこりによるものと考え、浴場の営業を続けておりました。", True),
        ("隣家の方から二度の通報を受けながら、当直は確認に行かず、上長への報告もしておりませんでした。", True),
        ("同じご指摘は昨年の秋にもありましたが、個別の事情と捉えており、点検を怠りました。", True),
        ("床が滑るとのお電話をいただいていたにもかかわらず、使用を続けました。", True),
        ("5月に苦情をいただき、その日のうちに浴場を閉めました。", False),
        ("ご指摘を受けましたが、点検の結果、異常は見つかりませんでした。", False),
        ("お申し出を4件いただいておりますが、健康への影響は確認されておりません。", False),
        ("清掃会社は、苦情を受けながら対応していませんでした。", False),
        ("お電話をいただきましたが、回線が混み、お応えできませんでした。", False),
        # Told that all was well, or told by another that nothing was done.
        ("配送業者から異常はないとの報告を受けていたが、現物を点検しておりませんでした。", False),
        ("配送業者から荷が濡れたとの報告を受けていたが、現物を点検しておりませんでした。", True),
        ("6月に代理店からの連絡を受けたものの、まだ回収していないとのことでした。", False),
    ],
)
def test_whoever_was_told_and_let_it_lie_is_asked_why(wording: str, lay: bool) -> None:
    assert ("FND54" in found(f"- | {wording}")) is lay


@pytest.mark.parametrize(
    ("following", "lay"),
    [
        ("しかし、園は気のせいと考え、点検を行いませんでした。", True),
        ("ところが、窓口の者は取り合わず、園長への報告もしておりませんでした。", True),
        ("その際、遊具の使用を続けました。", True),
        ("しかし、直ちに点検を行いました。", False),
        ("ただし、その月のうちは点検を行わず、使用を続けていました。", True),
        ("ただし、この時点では「傾きは確認していない」とのことでした。", False),
        ("6月に点検を行いましたが、業者への連絡はしておりませんでした。", False),
    ],
)
def test_what_was_told_may_be_let_lie_in_the_next_sentence(following: str, lay: bool) -> None:
    told = found(f"timeline | 4月に保護者の方から、ぶらんこが傾くとのご相談をいただいておりました。\n- | {following}")
    assert ("FND54" in told) is lay
    if lay:
        assert told["FND54"].unit == 1


def test_an_earlier_telling_let_lie_takes_nothing_from_the_one_acted_on() -> None:
    told = "timeline | 6月2日、利用者の方から「水が臭う」とのご連絡をいただき、調べを始めました。\n- | {}\nresponse | 給水を止めました。"
    earlier = "同様のご連絡は3月から5件いただいておりましたが、一時的なものと判断し、調べておりませんでした。"
    assert {"FND24", "FND54"} <= found(told.format(earlier), detected_by=DetectedBy.OUTSIDE).keys()
    assert "FND24" not in found(told.format("しかし、窓口は対応しておりませんでした。"), detected_by=DetectedBy.OUTSIDE)


@pytest.mark.parametrize(
    ("wording", "refused"),
    [
        ("ご自宅までのタクシー代は、補償の対象外とさせていただきます。", True),
        ("休業に伴う損失の賠償には応じかねます。", True),
        ("年会費の払い戻しはございません。", True),
        ("入場料はお返ししますが、駐車料の返金はいたしかねます。", True),
        ("ご自宅までのタクシー代も補償いたします。", False),
        ("郵便での返金はできません。", False),
        ("返金が遅れ、期日までに払い戻しできませんでした。", False),
        ("修理の費用のご負担はございません。", False),
    ],
)
def test_whoever_pays_no_compensation_is_asked_for_the_ground(wording: str, refused: bool) -> None:
    assert ("FND55" in found(f"- | {wording}")) is refused


@pytest.mark.parametrize(
    ("wording", "is_found"),
    [
        ("納められた部品の検査を、箱の上段のみで行っていたこと。", True),
        ("送る前の照合は、担当が目視で済ませていました。", True),
        ("鍵の返却の確認を、夜間は省いておりました。", True),
        ("前月の名簿を消さないまま、新しい名簿を継ぎ足していました。", True),
        ("収集を任せている会社の車が雪で止まりました。", False),
        ("落雷で電気が止まり、排水ができない状態でした。", False),
        ("当社は検査を、箱の上段のみで行っていました。", False),
        ("夜間は巡回を2名で行っています。", False),
    ],
)
def test_a_poor_practice_told_of_nobody_is_a_fault_without_owner(wording: str, is_found: bool) -> None:
    assert ("FND14" in found(f"cause | {wording}")) is is_found


@pytest.mark.parametrize(
    ("told", "quotes"),
    [
        (
            "「見張りがいた」とお伝えした点も事実と異なり、誰もいませんでした。\n- | 訂正してお詫びいたします。",
            ["とお伝えした点も事実と異なり"],
        ),
        ("被害の件数は31件から45件へ修正しました。\n- | お詫びして訂正いたします。", ["31件から45件"]),
        ("見張りはいませんでした。\n- | 訂正してお詫びいたします。", ["訂正してお詫び"]),
        ("被害の件数は31件から45件へ修正しました。\n- | 所在地の誤りも、お詫びして訂正いたします。", ["31件から45件", "お詫びして訂正"]),
    ],
)
def test_a_bare_apology_for_a_correction_counts_where_nothing_tells_what_is_corrected(told: str, quotes: list[str]) -> None:
    document, labels = read(f"- | {told}")
    messages = [each.message for each in findings(case_of(document, labels)) if each.code == "FND35"]
    assert len(messages) == len(quotes)
    assert all(quote in message for quote, message in zip(quotes, messages, strict=True))


@pytest.mark.parametrize(
    ("wording", "asked"),
    [
        ("昨夜20:10頃、劇場の照明が落ち、約30分のあいだ公演を中断しました。", False),
        ("3月8日19時ごろ停電が発生し、試合を打ち切りました。", False),
        ("10月2日13時ごろ、競技を25分間中断しました。", False),
        ("3月8日、会員名簿を別の団体に送りました。", True),
        ("3月8日の公演で、席の番号を二重に売っていました。", True),
        ("3月8日、お客様1名がめまいを起こし、職員が119番に通報し、病院に搬送されました。", False),
        ("3月8日14時、倉庫で従業員1名が荷の下敷きになり、救急車を要請しました。", False),
        ("3月8日の合宿で、10時ごろ部員2名が熱中症になり、救急搬送されました。", False),
        ("3月8日の合宿で部員が酒を飲み、救急車で運ばれていたことが、外部からの問い合わせで分かりました。", True),
        # An ambulance came to somebody's home: the shop, the maker, the pharmacy heard of it later.
        ("3月8日に当店の弁当を召し上がった9名が嘔吐し、2名が救急搬送されました。", True),
        ("3月8日、弊社の電気毛布を使用されたお客様がやけどを負い、救急車で運ばれました。", True),
        ("3月8日に別の方の錠剤をお渡しし、3月10日に患者様が救急搬送されました。", True),
        # Before the eyes of all, and yet not noticed, or brought to them by others.
        ("3月8日の保育中に園児1名が転倒し、骨折しました。\n- | 当園はこれに気づかず、降園させました。", True),
        ("3月8日の水泳の授業中に児童1名が負傷しました。\n- | 保護者からのご連絡により、けがが分かりました。", True),
        ("3月8日の水泳の授業中に児童1名が負傷しました。\n- | 保護者に連絡し、病院に付き添いました。", False),
        ("3月8日の保育中に園児1名が転倒しました。\n- | 後日の検査で、骨折と分かりました。", False),
        ("3月8日、構内でバスが追突しました。\ncause | 運転士が赤信号に気づかず進んだためです。", False),
    ],
)
def test_when_it_was_noticed_is_not_asked_of_what_everybody_saw(wording: str, asked: bool) -> None:
    assert ("FND25" in found(f"incident timeline | {wording}")) is asked


def test_consequences_borne_are_no_apology_for_what_happened() -> None:
    trouble = "apology | 関係者の皆様に多大なご迷惑をおかけしましたことを、深くお詫び申し上げます。"
    assert "FND15" in found(f"{trouble}\nadmission response | 班長を諭旨解雇とし、取締役2名の報酬を減額しました。")
    assert "FND15" in found(f"{trouble}\nadmission | 社長は引責辞任いたします。")
    assert "FND15" not in found(f"{trouble}\nadmission | 点検を怠ったのは当社の誤りです。")
    assert "FND15" not in found("apology | 長く不安定な立場に置かれた学生の皆様に、お詫び申し上げます。")
    assert "FND15" not in found("apology | 虚偽の報告をしたことをお詫びします。\nadmission | 社長の報酬を減額します。")


BY_WORDING = (
    "FND14",
    "FND15",
    "FND16",
    "FND18",
    "FND22",
    "FND24",
    "FND27",
    "FND35",
    "FND36",
    "FND41",
    "FND47",
    "FND51",
    "FND53",
    "FND54",
    "FND56",
    "FND57",
    "FND58",
    "FND59",
)
WORDED = [rule.code for rule in finding_rules().values() if rule.label or rule.code in BY_WORDING]


@pytest.mark.parametrize("code", WORDED)
def test_examples_of_the_rules(code: str) -> None:
    rule = finding_rules()[code]
    for example in load_rules("findings")[code]["hits"]:
        assert rule.place_in(next(read_documents([Statement(example)])).units[0]), example
    owned = {"FND03", "FND04", "FND06", "FND14", "FND22"}  # their misses rest on who owns the fault, or on the next report
    for example in load_rules("findings")[code]["misses"] if code not in owned else ():
        assert not rule.place_in(next(read_documents([Statement(example)])).units[0]), example


def test_a_step_read_as_discovery_is_a_time_of_discovery() -> None:
    document, labels = read("incident | ログインできない障害が起きました。\ntimeline | 9月29日 ログの調査により閲覧できる状態を確認")
    step = Event(1, 0, 5, "9月29日", None, Precision.DAY, approximate=False, event=EventKind.DETECTED)
    codes = [{finding.code for finding in findings(case_of(document, labels, events=events))} for events in ((), (step,))]
    assert [("FND25" in told) for told in codes] == [True, False]


IN_ENGLISH = "5月2日、別の方の予約票をお渡ししました。\nその場で取り換えました。\n{}We handed the form of another guest to you on that day."


@pytest.mark.parametrize(
    ("english", "unsaid"),
    [
        ("We are very sorry for this, and it should not have been.\n", {"FND17", "FND38"}),
        ("This was our own mistake and no one else is to blame.\n", {"FND17"}),
        ("We sincerely apologise to the guests that we have troubled.\n", {"FND17", "FND38"}),
        ("Every form will be checked by two of us from now on.\n", {"FND21"}),
        ("We have introduced new measures at the desk for the guests.\n", {"FND21"}),
        ("The form was mixed up because the tray had no label on it.\n", {"FND23"}),
        ("Please write to the desk at desk@inn.example with any of your questions.\n", {"FND26"}),
        ("You may call us at 03-0000-0000 on any day of the week.\n", {"FND26"}),
        ("We noticed it on the evening of the same day at the desk.\n", {"FND25"}),
        ("The inn was open on that day and will be open in June.\n", set()),
    ],
)
def test_what_may_stand_in_lines_left_out_is_not_called_absent(english: str, unsaid: set[str]) -> None:
    read_as = next(read_documents([statement_from(IN_ENGLISH.format(english), "a.txt")[0]]))
    told = {
        finding.code: finding.message
        for label in (Label.INCIDENT, Label.ADMISSION)
        for finding in findings(case_of(read_as, [{label: 0.9}, {}]))
    }
    absent = {"FND17", "FND21", "FND23", "FND25", "FND26", "FND38"}
    assert absent & told.keys() == absent - unsaid
    assert all(told[code].endswith("（評価していない部分を除く）。") for code in absent - unsaid)


def test_of_a_text_read_whole_absence_is_said_outright() -> None:
    assert found("incident | 5月2日、別の方の予約票をお渡ししました。")["FND26"].message == "問い合わせ先が書かれていません。"
    for end in ("…【続きを読む】", "概要と経緯を、以下のとおり公表します。", "今後は、予約票の渡し方を"):
        told = found(f"incident | 5月2日、別の方の予約票をお渡ししました。\n- | {end}")
        assert "途中で切れていないか" in told["FND23"].message


@pytest.mark.parametrize(
    ("steps_told", "published", "asked"),
    [
        ((("2025-03-01", EventKind.OCCURRED),), date(2025, 3, 2), True),
        ((("2025-03-01T09:10", EventKind.OCCURRED),), date(2025, 3, 1), False),
        ((("2025-03-01", EventKind.OCCURRED),), date(2025, 3, 9), True),
        ((("2025-03", EventKind.OCCURRED),), date(2025, 3, 9), True),
        ((("2025-03-01", EventKind.OCCURRED), ("2025-03-01", EventKind.PUBLISHED)), date(2025, 3, 20), False),
        ((("2025-03-01", EventKind.OCCURRED), ("2025-03-01", EventKind.REPORTED)), date(2025, 3, 20), False),
        ((("2025-03-01", EventKind.OCCURRED), ("2025-03-01T18:00", EventKind.CONTAINED)), date(2025, 3, 20), False),
        ((("2025-03-01", EventKind.OCCURRED), ("2025-03-08", EventKind.REPORTED)), date(2025, 3, 20), True),
        ((("2025-03-01", EventKind.OCCURRED), ("2025-03-01", EventKind.OTHER)), date(2025, 3, 20), True),
    ],
)
def test_when_it_was_noticed_is_not_asked_where_the_course_leaves_no_time(
    steps_told: Sequence[tuple[str, EventKind]], published: date, asked: bool
) -> None:
    text = "宛先を誤って送信しました。\n警察に届け出ました。"
    document = next(read_documents([Statement(text, published=published)]))
    labels: list[Labels] = [{Label.INCIDENT: 0.9}, {Label.RESPONSE: 0.9}]
    events = [step(0, at, kind, (place, place + 1)) for place, (at, kind) in enumerate(steps_told)]
    assert ("FND25" in {remark.code for remark in findings(case_of(document, labels, events=events))}) is asked


@pytest.mark.parametrize(
    ("title", "framing", "statement", "code", "told"),
    [
        ("配布物について", "neutral", "response | 今後は該当の世帯にお詫びするとともに差額を返します。", "FND17", "読む人に向けた謝罪"),
        ("配布物について", "neutral", "response | 発行元には、訂正と謝罪を求めています。", "FND17", "本文に、謝罪の言葉も、"),
        ("名簿の流出についてのお詫び", "names_harm", "apology | ご心配をおかけしたことをお詫びします。", "FND15", "本文では迷惑や心配"),
        ("催しについてのお詫び", "neutral", "apology | ご心配をおかけしたことをお詫びします。", "FND15", "」と、迷惑や心配"),
    ],
)
def test_what_is_said_of_an_apology_holds_of_the_title_and_of_those_concerned(
    title: str, framing: str, statement: str, code: str, told: str
) -> None:
    assert told in found(statement, title, TitleFraming(framing))[code].message


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("当該文書の外部への流出は確認されておらず、誤って廃棄していました。", "誤って廃棄していました"),
        ("市内に住所を有していなかった会員について、誤って割引を適用しておりました。", "誤って割引を適用しておりました"),
        ("計算式の設定が不適切となっており、一部の方に正しい額をお支払いできておりませんでした。", "計算式の設定が不適切となっており"),
        ("漏えいは確認されていないものの、施錠を怠っていました。", "施錠を怠っていました"),
        # What was left undone is the cause, though it is told of a check.
        ("宛名を確認しておらず、別の方に送りました。", "宛名を確認しておらず"),
    ],
)
def test_a_cause_is_quoted_by_the_slip_and_not_by_what_did_not_happen(wording: str, quote: str) -> None:
    document, labels = read(f"cause | {wording}")
    (found,) = (finding for finding in findings(case_of(document, labels)) if finding.code == "FND14")
    assert f"「{quote}」" in found.message


@pytest.mark.parametrize(
    ("code", "marked", "is_said"),
    [
        ("FND18", "incident | メールの誤送信が発生いたしました。", True),
        ("FND18", "incident timeline | 6月3日 メール誤送信がありました", False),
        ("FND27", "incident | 一部の会員に誤って送信しました。", True),
        ("FND27", "incident | 計時の誤りがあり、一部の会員より異議が出されました。", False),
        ("FND28", "incident | 電子カルテの情報が流出しました。", True),
        ("FND28", "incident | 不正アクセスを受け、電子カルテが使えません。", False),
        ("FND35", "incident | 先日発表した当選番号に誤りがありました。", False),
        ("FND35", "incident | 先日の発表では対象を30名としておりましたが、正しくは43名でした。", True),
        ("FND23", "incident | 医療事故が発生しました。\n- | 詳細は添付の報告書(PDF)をご覧ください。", False),
        ("FND49", "incident | 名簿を紛失しました。\n- | 再発防止策は別紙のとおりです。", False),
        ("FND21", "incident | 名簿を紛失しました。\n- | 再発防止策は別紙のとおりです。", False),
    ],
)
def test_a_row_a_complaint_a_result_and_an_annex_are_not_held_against_it(code: str, marked: str, is_said: bool) -> None:
    assert (code in found(marked)) is is_said


@pytest.mark.parametrize(
    ("wording", "quote"),
    [
        ("信頼の回復に努めてまいりますので何卒ご理解賜りますようお願い申し上げます。", "信頼の回復に努めてまいります"),
        ("意識の向上を目指すとともに、社外の監視員制度の採用により透明性を高めます。", None),
    ],
)
def test_the_only_promise_is_quoted_without_the_plea_and_is_none_where_a_means_is_named(wording: str, quote: str | None) -> None:
    told = found(f"measure_vague | {wording}").get("FND20")
    assert (told is None) if quote is None else (told is not None and f"「{quote}」だけ" in told.message)
