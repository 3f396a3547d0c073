"""Questions on whole announcements, with the labels a right annotator gives them."""

import re
from dataclasses import replace
from datetime import date

import pytest

from analyzer.answers.gaps.findings import findings
from analyzer.answers.gaps.questions.noun_phrases import LONGEST_PHRASE, noun_phrases
from analyzer.answers.gaps.questions.question_rules import question_rules
from analyzer.answers.gaps.questions.questions import MOST, MOST_MINOR, MOST_ON_ONE_TOPIC, questions
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.language.features import read_documents
from analyzer.report import Question
from analyzer.rules import load_rules
from analyzer.schema import ChecklistStatus, DetectedBy, EventKind, Label, Labels, Lang, Owner, TitleFraming
from analyzer.statement import Statement
from tests.cases import case_of, read


def asked(
    marked: str,
    title: str | None = None,
    framing: TitleFraming = TitleFraming.NEUTRAL,
    detected_by: DetectedBy = DetectedBy.UNKNOWN,
    lang: Lang = Lang.JA,
) -> tuple[Question, ...]:
    case = case_of(*read(marked, title), framing=framing, detected_by=detected_by, lang=lang)
    return questions(case, findings(case, lang), lang)


BLAMING = """
- | 平素より青嵐フットボールクラブへ温かいご声援を賜り、厚く御礼申し上げます。
incident scope timeline | 11月20日、会員の皆様へのメールにおいて、一部の会員様の氏名が他の会員様に表示される誤送信が発生いたしました。
timeline | 同日、会員様からのご連絡により判明したものです。
cause deflection | 本件は、配信業務を委託しております会社の作業ミスによるもので、当クラブとしても大変遺憾に存じます。
scope minimization | なお、クレジットカード情報は一切含まれておりませんので、ご安心ください。
response | 対象の会員様には、当該メールの削除をお願いしております。
apology | 会員の皆様にはご迷惑とご心配をおかけいたしましたことを、お詫び申し上げます。
measure_vague | 今後は委託先への指導を徹底するとともに、個人情報の取り扱いに関する管理体制を強化し、再発防止に努めてまいります。
"""

EXEMPLARY = """
- | 2024年11月22日
incident scope timeline | 11月20日(水)17時05分、当クラブは会員213名の氏名とメールアドレスを、ほかの会員142名に誤って送信しました。
timeline | 同日17時40分、配信の監視で担当者が気づきました。
apology | 皆様の大切な情報を漏らしたことを、心よりお詫び申し上げます。
cause admission | 差し込み表の参照行を1行ずらしたまま送信し、それを確認する手順を当クラブが定めていなかったことが原因です。
response timeline | 20日19時までに、受信した142名に電話とメールで削除をお願いし、136名から返事をいただき、残る6名には25日に電話します。
harm_status | 22日12時現在、悪用の報告は受けておりません。
- | 不審なメールが届いた場合は、開かずに下記までお知らせください。
measure_concrete | 11月21日から、送信前に総務部長を含む2名で宛先を照合する手順を定め、実施しています。
measure_concrete | 12月末までに、全職員36名に宛先事故の研修を行います。
followup | 実施状況は12月20日と3月末に本ページで報告し、外部監査人の点検を受けます。
followup | 過去3年分の配信を点検した結果も、12月20日に公表します。
admission | 代表理事の報酬を3か月、20%減額します。
contact | お問い合わせ:電話 0120-000-111(平日9時〜18時)
"""

VIOLENCE = """
incident | このたび、当クラブU15のコーチが、練習中に選手の頭部を平手で殴る行為がありました。
deflection cause | 本件は当該コーチ個人の独断による行き過ぎであり、組織的な関与はございません。
minimization harm_status | 選手のけがは軽微なものであり、既に練習に復帰しております。
response | 当該コーチは謹慎処分といたしました。
apology | 関係者の皆様にはお騒がせしましたことをお詫び申し上げます。
measure_vague | 今後、コンプライアンス教育の徹底を図ってまいります。
"""

SANCTION = """
- | 本リーグ規律委員会は、下記のとおり懲罰を決定した。
response | 制裁金100万円およびけん責
incident timeline scope | 2024年4月27日の第9節において、同クラブのサポーター3名がピッチに発煙筒2本を投げ込んだ。
cause | 同クラブは手荷物検査の人員を規定の6名から2名に減らしていた。
"""


def test_blaming_announcement_in_its_own_words() -> None:
    texts = [question.text for question in asked(BLAMING, "メール誤送信について", TitleFraming.SOFTENED, DetectedBy.OUTSIDE)]
    assert texts[0].startswith("「配信業務を委託しております会社の作業ミスによるもので」とのことですが、委託した側として、")
    for quote in (
        "「一部の会員様」とは何人",
        "「委託先への指導を徹底」とは、相手の何を、",
        "「個人情報の取り扱いに関する管理体制を強化」とは、",
    ):
        assert any(text.startswith(quote) for text in texts), quote
    assert any(text.startswith("次の報告") for text in texts)


def test_violence_asks_what_should_have_stopped_it() -> None:
    texts = [question.text for question in asked(VIOLENCE, "不適切な行為について", TitleFraming.SOFTENED)]
    assert "なぜ働かなかったのですか" in texts[0]
    assert any(text.startswith("「コンプライアンス教育の徹底」とは、誰に、いつまでに、何を教えることですか") for text in texts)
    assert not any("情報の項目" in text for text in texts)


@pytest.mark.parametrize("marked", [EXEMPLARY, SANCTION])
def test_little_to_ask(marked: str) -> None:
    assert asked(marked) == ()


ALL = (BLAMING, EXEMPLARY, VIOLENCE, SANCTION, "apology | このたびは申し訳ございませんでした。")


@pytest.mark.parametrize("marked", ALL)
@pytest.mark.parametrize("lang", Lang)
def test_short_grounded_and_ready_to_send(marked: str, lang: Lang) -> None:
    rules = {rule.code: rule for rule in question_rules()}
    given = asked(marked, "お詫び", TitleFraming.SOFTENED, DetectedBy.OUTSIDE, lang)
    assert len(given) <= MOST
    assert len({question.text for question in given}) == len(given)
    topics = [rules[question.code].topic for question in given]
    assert all(topics.count(topic) <= MOST_ON_ONE_TOPIC for topic in topics)
    assert sum(rules[question.code].minor for question in given) <= MOST_MINOR
    for question in given:
        assert not re.search(r"[{}\n]", question.text + question.because)
        assert question.because.endswith("）" if lang == Lang.JA else ".)")


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("", "監督の責任について書かれていません。"),
        ("\nmeasure_concrete | 委託先に対し、宛先を2名で照合するよう求めます。", "監督の責任について十分には書かれていません。"),
    ],
)
def test_what_is_partly_there_is_not_called_missing(more: str, told: str) -> None:
    (because,) = [question.because for question in asked(f"incident | 発送は委託先が行いました。{more}") if question.code == "QST27"]
    assert told in because


@pytest.mark.parametrize("marked", ALL)
def test_quotes_stand_in_the_statement(marked: str) -> None:
    document, _ = read(marked)
    for question in asked(marked, detected_by=DetectedBy.OUTSIDE):
        quote = re.match(r"「([^」]+)」", question.text)
        assert (quote is None) == (question.unit is None)
        if quote and question.unit is not None:
            assert quote[1].replace("『", "「").replace("』", "」") in document.units[question.unit].wording


@pytest.mark.parametrize(
    ("wording", "key", "phrases"),
    [
        ("職員への教育及び管理体制のより一層の強化を図ってまいります。", "強化", ["職員への教育及び管理体制のより一層の強化"]),
        ("今後は個人情報の取り扱いに関する教育を徹底します。", "徹底", ["個人情報の取り扱いに関する教育を徹底"]),
        ("システムの不具合により、請求に誤りがありました。", "不具合|誤り", ["請求に誤り", "システムの不具合"]),
        ("人為的なミスによるものです。", "ミス", ["人為的なミス"]),
        ("徹底してまいります。", "徹底", []),
        ("弊社のミスです。", "ミス", []),
        ("業務の進め方を不断に見直してまいります。", "見直", []),
        ("", "徹底", []),
        (
            "関係各所および全国の販売店ならびに協力会社における個人情報の取り扱いに関する管理体制の強化に努めます。",
            "強化",
            ["個人情報の取り扱いに関する管理体制の強化"],
        ),
        ("③配信設定の不備", "不備", ["配信設定の不備"]),
        ("担当した者の不注意が招いたことです。", "不注意", []),
        ("検針票の数の読み方の誤りがありました。", "誤り", ["検針票の数の読み方の誤り"]),
    ],
)
def test_noun_phrases(wording: str, key: str, phrases: list[str]) -> None:
    units = next(read_documents([Statement(wording)])).units
    found = [unit.wording[slice(*span)] for unit in units for span in noun_phrases(unit, re.compile(key))]
    assert found == phrases
    assert all(len(phrase) <= LONGEST_PHRASE for phrase in found)


@pytest.mark.parametrize(
    ("code", "marked", "is_asked"),
    [
        ("QST05", "cause | システムの不具合によるものです。", True),
        ("QST05", "cause | 参照行が1行ずれていたことが原因です。", False),
        ("QST06", "cause | 人為的なミスによるものです。", True),
        # Who slipped is not asked where the office is named, nor what they did where that is told as well.
        ("QST06", "cause | 担当者の確認不足によるものです。", True),
        ("QST06", "cause | 看護師の確認不足によるものです。", False),
        ("QST90", "cause | 看護師の確認不足によるものです。", True),
        ("QST90", "cause | 整備士の点検漏れのためです。", True),
        ("QST89", "cause | 整備士の点検漏れのためです。", False),
        ("QST89", "cause | 名札を見ずに薬をお渡ししたため(看護師の確認不足)", True),
        ("QST89", "cause | 機関士の操作ミスで、弁を閉めないまま出港したためです。", True),
        ("QST90", "cause | 名札を見ずに薬をお渡ししたため(看護師の確認不足)", False),
        ("QST89", "cause | 名札を見ずに薬をお渡ししたため(担当者の確認不足)", False),
        ("QST06", "cause | 送信前に宛先を確認する手順が定められていませんでした。", False),
        ("QST11", "incident | お客様の個人情報が外部に流出しました。", True),
        ("QST11", "incident | お客様142名の個人情報が外部に流出しました。", False),
        ("QST31", "incident scope | お客様142名の個人情報が外部に流出しました。", True),
        ("QST12", "incident | 照明の柱が倒れました。", True),
        ("QST12", "incident scope | 照明の柱3本が倒れました。", False),
        ("QST16", "measure_vague | 再発防止に努めてまいります。", True),
        ("QST16", "measure_concrete | 宛先は2名で照合します。", False),
        ("QST17", "incident | 照明の柱が倒れました。", True),
        ("QST17", "measure_vague | 再発防止に努めてまいります。", False),
        ("QST17", "followup | 原因と再発防止策は、分かり次第お知らせいたします。", False),
        ("QST37", "followup | 原因と再発防止策は、分かり次第お知らせいたします。", True),
        ("QST37", "incident | 照明の柱が倒れました。", False),
        ("QST25", "measure_concrete | 送信前に2名で宛先を照合します。", True),
        ("QST25", "measure_concrete | 4月1日から送信前に2名で宛先を照合します。", False),
        ("QST27", "incident | 発送は委託先が行いました。", True),
        ("QST27", "incident | 発送は委託先が行いました。\ncause | 町では、納品の際に控えと照合していませんでした。", False),
        ("QST27", "incident | 発送は委託先が行いました。\ncause | 委託先が、納品の際に控えと照合していませんでした。", True),
        ("QST27", "incident | 元の役員が架空の外注費を計上していました。", False),
        # What is promised is asked for in its own terms: supervision is no teaching, whom it is for may be told.
        ("QST34", "measure_vague | 納入業者の監督を徹底いたします。", True),
        ("QST34", "measure_vague | 施工会社に対する指導監督の強化に努めます。", True),
        ("QST34", "measure_vague | 部員への指導を徹底いたします。", False),
        ("QST35", "measure_vague | 部員への指導を徹底いたします。", True),
        ("QST35", "measure_vague | 全職員に対する研修の充実に努めます。", True),
        ("QST35", "measure_vague | 研修の充実に努めます。", False),
        ("QST13", "measure_vague | 研修の充実に努めます。", True),
        ("QST13", "measure_vague | 部員への指導を徹底いたします。", False),
        # What is untrue is asked only of those who call something untrue.
        ("QST32", "deflection | 一部報道にあるような事実と異なる内容に困惑しております。", True),
        ("QST32", "deflection | 一部の投稿には事実に反する内容があり、憶測で広まっています。", True),
        ("QST32", "deflection | SNS等で憶測に基づく書き込みが見受けられ、困惑しております。", False),
        ("QST32", "deflection | 一部のファンの行き過ぎた声により混乱しました。", False),
        # Where a sentence gives its ground, the record is asked for; where a report is promised, only its time.
        ("QST19", "minimization harm_status | 控えの冊数が記録より2冊多いことから、外に出たおそれは極めて低いと考えています。", False),
        ("QST38", "minimization harm_status | 控えの冊数が記録より2冊多いことから、外に出たおそれは極めて低いと考えています。", True),
        ("QST38", "minimization | 防犯カメラの映像により、持ち去られた可能性は極めて低いと判断しています。", True),
        ("QST38", "minimization | 入退室の履歴を確認した結果から、影響は軽微と見ています。", True),
        ("QST38", "minimization | 影響はごく一部に限られます。", False),
        ("QST19", "minimization | 雨のため、影響はごく一部に限られます。", True),
        ("QST22", "followup | 残りの行き先が分かったら、またここに書きます。", False),
        ("QST39", "followup | 残りの行き先が分かったら、またここに書きます。", True),
        ("QST39", "followup | 調べが済み次第、こちらでお知らせします。", True),
        ("QST39", "followup | 12月20日にこちらでお知らせします。", False),
        ("QST39", "followup | 県に経過を報告し、記録を渡しました。", False),
        ("QST39", "followup | 専門家の調査が終わりましたので、ご報告いたします。", False),
        ("QST22", "incident | 照明の柱が倒れました。", True),
        ("QST42", "- | 対象の出荷数量につきましては、公表を控えさせていただきます。", True),
        ("QST42", "scope | 対象は3,200個です。", False),
        # A motive has no figures to be shown.
        ("QST19", "minimization | 影響はごく一部に限られます。", True),
        ("QST19", "minimization | 勝たせたいと思うあまり、つい力が入ったものです。", False),
        # The ledger and the question on a measure agree on who does it.
        ("QST25", "measure_concrete | 下校時は、運転手と添乗員の二人が座席の下まで見て、表に署名します。", False),
        ("QST25", "measure_concrete | 非常口の鍵は3月末までに取り替えます。", False),
        ("QST25", "measure_concrete | 非常口の鍵を内から開く型に取り替えます。", True),
        ("QST25", "measure_concrete | 非常口の鍵を内から開く型に取り替えました。", False),
        # To inspect things is no step of a procedure.
        ("QST54", "measure_vague | 屋外の遊具の緊急点検を実施いたします。", True),
        ("QST14", "measure_vague | 屋外の遊具の緊急点検を実施いたします。", False),
        ("QST54", "measure_vague | 配管の検査の強化に努めます。", True),
        ("QST54", "measure_vague | 宛先の確認を徹底いたします。", False),
        ("QST14", "measure_vague | 宛先の確認を徹底いたします。", True),
        ("QST54", "measure_vague | 屋外の遊具の緊急点検を実施いたします。\ntimeline | ・開始日:4月7日\nscope | ・対象件数:42基", False),
        ("QST55", "measure_vague | 屋外の遊具の緊急点検を実施いたします。\ntimeline | ・開始日:4月7日\nscope | ・対象件数:42基", True),
        ("QST55", "measure_vague | 屋外の遊具の緊急点検を実施いたします。", False),
        ("QST55", "measure_vague | 遊具42基の点検を徹底します。\nfollowup | 点検の結果は4月末までに本ページで公表します。", False),
        ("QST55", "measure_vague | 屋外の遊具の緊急点検を実施いたします。\nmeasure_vague | 校内の設備の点検を徹底します。", False),
        # Where it is told that it happened before, what came of the measures then is asked, not whether it did.
        ("QST60", "cause | 2年前の火災の際に定めた見回りが続いていませんでした。", True),
        ("QST29", "cause | 2年前の火災の際に定めた見回りが続いていませんでした。", False),
        ("QST60", "response | 同じ店で二度目となり、取引を終えることとしました。", True),
        ("QST60", "response | 過去の利用者への被害の有無も調べています。", False),
        ("QST29", "response | 過去の利用者への被害の有無も調べています。", True),
        ("QST60", "followup | 二度目のご報告は11月に掲載いたします。", False),
        # What was done before the event is not asked for.
        ("QST54", "measure_vague | これまで園舎の点検に努めてきましたが、今後は職員への教育を徹底します。", False),
        ("QST54", "measure_vague | これまで職員への教育に取り組んで参りましたが、今後は園舎の点検を徹底します。", True),
        ("QST53", "incident | 委託先が名簿を誤って公開しました。\nresponse | 委託先に対し、経緯の調査と報告を求めております。", True),
        ("QST53", "incident | 委託先が名簿を誤って公開しました。\nresponse | 委託先に立ち入り、記録を自ら照合しました。", False),
    ],
)
def test_asked_for_what_is_missing(code: str, marked: str, is_asked: bool) -> None:
    assert (code in [question.code for question in asked(marked)]) is is_asked


LEAKED = "incident scope | 会員{count}の氏名とメールアドレスを、別の会員200名に誤って送信しました。"


@pytest.mark.parametrize(
    ("marked", "is_asked"),
    [
        (LEAKED.format(count="1,148名"), True),
        (LEAKED.format(count="2万3千名"), True),
        (LEAKED.format(count="213名"), False),
        (LEAKED.format(count="12,000名のうち3名"), False),
        (LEAKED.format(count="1,148名") + "\nresponse | 個人情報保護委員会に速報を提出しました。", False),
        (LEAKED.format(count="1,148名") + "\nresponse | 市へ報告しました。", False),
        (LEAKED.format(count="1,148名") + "\n- | 本報告をもって、最終の報告といたします。", False),
        ("incident scope | 不正アクセスにより、お客様の氏名と住所が流出しました。", True),
        ("incident scope | 診療の記録とお名前を載せた紙を、別の患者様にお渡ししました。\nscope | カルテの写しを含みます。", True),
        ("incident scope | 会員の氏名を誤って掲載しました。\nscope | カード番号は含まれておりません。", False),
        ("incident scope | 弁当1,148名分の数を誤って発送しました。", False),
    ],
)
def test_a_report_that_the_law_may_ask_for_is_asked_about_where_none_is_spoken_of(marked: str, is_asked: bool) -> None:
    assert ("QST58" in [question.code for question in asked(marked)]) is is_asked


def test_before_the_law_asked_for_it_no_report_was_owed() -> None:
    document, labels = read(LEAKED.format(count="1,148名"))
    told = {day: case_of(replace(document, statement=replace(document.statement, published=day)), labels).traits for day in PUBLISHED}
    assert [Trait.REPORT_OWED in traits for traits in told.values()] == [False, True]


PUBLISHED = (date(2021, 11, 5), date(2024, 11, 5))


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("200名に削除をお願いし、今朝までに131名から削除したとのお返事をいただきました。", "131名から削除"),
        ("受信された方のうち187名から削除の確認をいただき、残る方にも連絡しております。", "187名から削除"),
        ("お渡しした60通のうち、回収できたのは52通で、回収を52通終えています。", "52通"),
        ("200名全員から、削除したとのお返事をいただきました。", None),
        ("200名に削除をお願いし、200名から削除したとのお返事をいただきました。", None),
        ("200名に削除をお願いしました。", None),
        ("200名に削除をお願いし、131名から削除したとのお返事をいただきました。残りは5月10日までに確かめます。", None),
        ("200名のうち131名から削除の返事をいただき、翌日に全員の削除を確認しました。", None),
    ],
)
def test_the_rest_is_asked_about_where_only_a_part_was_erased(said: str, quote: str | None) -> None:
    marked = "\n".join(f"response | {sentence}。" for sentence in said.split("。") if sentence)
    given = [question.text for question in asked(f"{LEAKED.format(count='213名')}\n{marked}") if question.code == "QST57"]
    assert len(given) == (quote is not None) and all(quote in text for text in given if quote)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("公表すべき事項が生じました場合には、適時適切にお知らせいたします。", "QST59"),
        ("お伝えすべきことが出てきた際は、ホームページに掲載します。", "QST59"),
        ("今後、必要に応じてご報告いたします。", "QST59"),
        ("必要と判断した場合には、改めて公表します。", "QST59"),
        ("分かり次第、公表いたします。", "QST39"),
        ("新たな事実が分かった場合は、ここでお知らせします。", "QST39"),
        ("次回は12月20日に報告します。", None),
    ],
)
def test_a_report_that_hangs_on_their_own_judgement_is_asked_who_judges(said: str, code: str | None) -> None:
    given = {question.code for question in asked(f"incident | 自転車のねじが外れました。\nfollowup | {said}")}
    assert given & {"QST22", "QST39", "QST59"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("申込者へお手紙を差し上げ、経緯を館内に掲示させて頂いたところです。", None),
        ("関係の団体へ経緯をお知らせいたしました。", None),
        ("対象の皆様へは書面で報告済みです。", None),
        ("経緯は掲示板に掲載しましたが、進展があれば改めてお知らせします。", "進展があれば改めてお知らせします"),
        ("取引先への説明、及び当館の掲示板での公開を進めます。", "当館の掲示板での公開を進めます"),
        ("判明したことは、随時お伝えしたいと考えています。", "随時お伝えしたいと考えています"),
    ],
)
def test_what_was_made_known_is_not_asked_for_as_a_report_to_come(said: str, quote: str | None) -> None:
    given = [question.text for question in asked(f"incident | 自転車のねじが外れました。\nfollowup | {said}") if question.code == "QST39"]
    assert len(given) == (quote is not None) and all(f"「{quote}」" in text for text in given)


@pytest.mark.parametrize(
    ("more", "is_asked"),
    [("- | 以上です。", True), ("cause | 札を見間違えたことが原因です。", True), ("scope | 販売数 1,274個、回収数 291個", False)],
)
def test_what_happened_is_not_asked_where_it_is_told_by_how_far_it_went(more: str, is_asked: bool) -> None:
    given = asked(f"apology | このたびの件につきまして、深くお詫び申し上げます。\n{more}")
    assert ("QST09" in [question.code for question in given]) is is_asked


def test_what_happened_is_asked_before_why() -> None:
    codes = [question.code for question in asked("apology | このたびの件につきまして、深くお詫び申し上げます。")]
    assert codes.index("QST09") < codes.index("QST08")


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("再発防止策は、決まり次第お知らせします。", "QST37"),
        ("6月10日に再発防止策の検討を始めました。", "QST37"),
        ("再発防止策は、6月10日までに公表します。", "QST56"),
        ("再発防止策は、6月10日までに公表します。\nresponse | それまで、貸し出しは行いません。", None),
        ("再発防止策は、6月10日までに公表します。\nresponse | 6月1日から貸し出しを休止しています。", None),
        ("再発防止策は、6月10日までに公表します。\nresponse | 貸し出した方にお電話しました。", "QST56"),
        ("再発防止策は、明朝、店のページで公表します。", "QST56"),
        ("どこを変えるかは、6月10日までにお手紙でお送りします。", "QST56"),
    ],
)
def test_when_measures_put_off_will_come_is_asked_only_where_no_day_is_told(said: str, code: str | None) -> None:
    given = {question.code for question in asked(f"incident | 自転車のねじが外れました。\nfollowup | {said}")}
    assert given & {"QST17", "QST37", "QST56"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("after", "is_asked"),
    [
        ("timeline response | 6月3日に外しました。", False),
        ("response | 同日、取り払い済みです。", False),
        ("response | 6月3日に、お客様に電話でお詫びしました。", True),
        ("response | 6月3日に市役所に届け出ました。", True),
        ("timeline | 6月3日の夕方、自転車を借りた方が転びました。", True),
    ],
)
def test_the_day_of_a_measure_is_not_asked_where_the_next_sentence_says_it_was_done(after: str, is_asked: bool) -> None:
    given = asked(f"incident | ねじが外れました。\nmeasure_concrete | 折りたたみの補助席は使いません。\n{after}")
    assert ("QST25" in [question.code for question in given]) is is_asked


@pytest.mark.parametrize(
    ("marked", "is_asked"),
    [
        ("measure_concrete followup | 水質の検査の結果は毎月末、館のページに載せます。", False),
        ("measure_concrete | 水質は毎月末に検査します。", True),
    ],
)
def test_of_a_report_with_its_time_no_day_is_asked(marked: str, is_asked: bool) -> None:
    given = asked(f"incident | プールの水が濁りました。\n{marked}")
    assert ("QST25" in [question.code for question in given]) is is_asked


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("当館に法的な責任はございません。", "QST01"),
        ("利用約款第8条により、当館に責任はございません。", "QST71"),
        ("募集要項の定めのとおり、当会は返金の義務を負いません。", "QST71"),
        ("第8回の催しについて、当館に責任はございません。", "QST01"),
    ],
)
def test_of_a_clause_that_is_named_it_is_asked_what_it_says(said: str, code: str) -> None:
    given = {question.code for question in asked(f"incident | 催しを取りやめました。\ndeflection | {said}")}
    assert given & {"QST01", "QST71"} == {code}


@pytest.mark.parametrize(
    ("marked", "code", "is_asked"),
    [
        # Who noticed somebody's conduct is who suffered it.
        ("incident | 准教授が、学生へのハラスメントを繰り返していました。\nresponse | 懲戒処分としました。", "QST24", False),
        ("incident | 准教授が、学生へのハラスメントを繰り返していました。\nresponse | 懲戒処分としました。", "QST96", True),
        ("incident | 別の方の明細をお送りしました。", "QST24", True),
        ("incident | 別の方の明細をお送りしました。", "QST96", False),
        # One who is dead is not counted.
        ("incident timeline | 5月2日、ご入居中の入居者様が、浴室で溺れてお亡くなりになりました。", "QST12", False),
        ("incident timeline | 5月2日、小学3年の女児が川で流され、亡くなられました。", "QST12", False),
        ("incident timeline | 5月2日より、入居者様が相次いでお亡くなりになりました。", "QST12", True),
        # A repairer called in answers for nothing.
        ("incident | 漏水がありました。\nresponse | 水道業者へ漏水箇所の調査を依頼しました。", "QST53", False),
        ("incident | 荷が届きません。\nresponse | 配送会社へ経緯の調査を依頼しました。", "QST53", True),
        ("incident | 錠剤の取り違えがありました。\napology | 再びこのような事態を招いたことを、お詫びします。", "QST60", True),
        ("incident | 錠剤の取り違えがありました。\nincident | 薬局が再び開き、同じことが起きたときの備えです。", "QST60", False),
        ("incident | 錠剤の取り違えがありました。\nmeasure_vague | 再びこのような事態を招かないよう努めます。", "QST60", False),
        ("incident | 園児が転倒しました。\n- | 保護者の皆様は、取材にお答えにならないようお願いします。", "QST97", True),
        ("incident | 園児が転倒しました。\n- | 見守りは定めどおりで、保育に問題はなかったと考えております。", "QST98", True),
        ("incident | 園児が転倒しました。\n- | 外部の有識者の検証でも、保育に問題はなかったと判断しております。", "QST98", False),
        ("- | 新聞で報じられておりますとおり、会費の使い込みがありました。", "QST95", True),
        # A board of education teaches nobody, nor does whoever is guided or has the office of teaching.
        ("measure_vague | 市の教育委員会といたしましても、再発防止の徹底を図ります。", "QST13", False),
        ("measure_vague | 教育委員会事務局の内部の連携の強化に努めます。", "QST13", False),
        ("measure_vague | 所管の保健所の指導の下、衛生管理の徹底に努めます。", "QST13", False),
        ("measure_vague | 園児の成長を指導する責任を負う者として、重く受け止めます。", "QST35", False),
        ("measure_vague | 職員の教育の見直しを行います。", "QST13", True),
        ("incident | 青空クラブが名簿を失いました。\nresponse | 青空クラブに対し、制裁金20万円を科す。", "QST12", False),
        ("incident scope | 床上浸水が9戸で起きました。", "QST48", False),
        ("incident | 預かった鉢植えの置き場を変えました。", "QST48", True),
        ("incident | 9月分の給与が6名に支払われておりませんでした。", "QST48", False),
        ("cause | 発送は委託先が行いました。\ncause | 納品の検査は一度も行っておりませんでした。", "QST27", False),
        ("incident | 券が二重に出ました。\nresponse | このプログラムは、当館以外では使用されておりません。", "QST29", False),
    ],
)
def test_what_is_asked_of_whom(marked: str, code: str, is_asked: bool) -> None:
    assert (code in {question.code for question in asked(marked)}) is is_asked


def test_a_measure_is_quoted_whole() -> None:
    marked = "measure_concrete | ・車庫を出る前に、座席の下と荷物棚を歩いて見て回り、点検の表に時刻を書き入れます。"
    quoted = next(question.text for question in asked(marked) if question.code == "QST25")
    assert quoted.startswith("「車庫を出る前に、座席の下と荷物棚を歩いて見て回り")
    second = "measure_concrete | また、今後は、遠征の連絡は業務用の端末に限ります。"
    assert next(question.text for question in asked(second) if question.code == "QST25").startswith(
        "「遠征の連絡は業務用の端末に限ります」について"
    )
    assert "QST25" not in [question.code for question in asked("measure_concrete | 非常口の鍵の交換を進めております。")]


@pytest.mark.parametrize(
    ("found_by", "code", "other"),
    [
        (DetectedBy.OUTSIDE, "QST99", "QST24"),
        (DetectedBy.SELF, "QST99", "QST24"),
        (DetectedBy.UNKNOWN, "QST24", "QST99"),
    ],
)
def test_whoever_found_it_is_not_asked_for_where_it_is_told(found_by: DetectedBy, code: str, other: str) -> None:
    given = {question.code for question in asked("incident | 別の方の明細をお送りしました。", detected_by=found_by)}
    assert code in given and other not in given


FOUND_BY_OTHERS = "timeline | 3月2日、お客様からのご連絡で判明しました。\nresponse | 同日、販売を停止しました。"


@pytest.mark.parametrize(
    ("more", "is_asked"),
    [
        ("cause | 封の不良が原因です。", True),
        ("cause | 抜き取り検査が月1回で、封の不良を発見できませんでした。", False),
        ("admission cause | 当社の検査では、封の緩みを検知することができない設定でした。", False),
        ("cause | 夜間は見回りがなく、煙に気付くのが遅れました。", False),
        # The check that would have caught it, and did not, is told.
        ("cause | 送信前に2人で照合する規則を、夜間は例外としていました。", False),
        ("cause admission | 出荷前の点検を、当社は人手が足りず行っておりませんでした。", False),
        ("cause | 公開前に複数人で確認する手順が設けられていませんでした。", False),
        ("cause | 一人で作業をしておりました。", True),
        ("measure_concrete | 今後は、送信前に2人で照合します。", True),
        ("response | 事前の確認を行い、発送しませんでした。", True),
        ("cause | 封の機械が外れていました。\nharm_status | けがの報告は把握しておりません。", True),
        ("timeline | 2月20日、箱を発送しました。", True),
    ],
)
def test_why_it_was_not_noticed_is_not_asked_where_it_is_told(more: str, is_asked: bool) -> None:
    given = asked(f"{FOUND_BY_OTHERS}\n{more}", detected_by=DetectedBy.OUTSIDE)
    assert ("QST23" in [question.code for question in given]) is is_asked


@pytest.mark.parametrize(
    ("told", "is_asked"),
    [
        ("令和8年9月9日16時00分、名簿を誤って送信しました。\ntimeline | 同日16時5分、お客様からのご連絡で判明しました。", False),
        ("令和8年9月9日16時00分、名簿を誤って送信しました。\ntimeline | 同日19時5分、お客様からのご連絡で判明しました。", True),
        ("9月9日、弁当を販売しました。\ntimeline | 翌10日、3名のお客様から腹痛と下痢の症状があるとのご連絡をいただきました。", False),
    ],
)
def test_why_it_was_not_noticed_is_not_asked_of_what_nobody_could_have_noticed(told: str, is_asked: bool) -> None:
    given = asked(f"incident timeline | {told}\nresponse | 直ちに止めました。", detected_by=DetectedBy.OUTSIDE)
    assert ("QST23" in [question.code for question in given]) is is_asked


@pytest.mark.parametrize(
    ("more", "is_asked"),
    [
        ("apology | 心よりお詫び申し上げます。", True),
        ("cause | 当社は、報道があるまでこのことを把握しておりませんでした。", False),
        ("timeline | 警察からの連絡で初めて知りました。", False),
    ],
)
def test_after_an_arrest_it_is_asked_since_when_they_knew(more: str, is_asked: bool) -> None:
    marked = f"incident timeline | 本日、元社員が逮捕されたとの報道がありました。\nresponse | 捜査に協力してまいります。\n{more}"
    given = [question.code for question in asked(marked, detected_by=DetectedBy.OUTSIDE)]
    assert ("QST95" in given) is is_asked
    assert not {"QST23", "QST95"} <= set(given)


def test_rules_name_conditions_and_grounds_that_exist() -> None:
    known = {f"{code}.{status}" for code in load_rules("checklist") for status in ChecklistStatus} | set(load_rules("findings"))
    known |= set(load_rules("questions")) | {f"event.{kind}" for kind in EventKind} | {"told.act", "told.check", "told.soon"}
    known |= {"told.finder", "found.soon"}
    for rule in question_rules():
        assert rule.when | rule.unless <= known, rule.code
        assert rule.ground in load_rules("checklist"), rule.code
        assert ("{quote}" in rule.text[Lang.JA]) == ("{quote}" in rule.text[Lang.EN]) == bool(rule.quote), rule.code


@pytest.mark.parametrize("text", ["", "。", "「", "お詫び"])
def test_awkward_texts(text: str) -> None:
    document = next(read_documents([Statement(text)]))
    labels: list[Labels] = [dict.fromkeys(Label, 0.9) for _ in document.units]
    case = case_of(document, labels, framing=TitleFraming.NONE, detected_by=DetectedBy.OUTSIDE)
    assert len(questions(case, findings(case))) <= MOST


def test_a_ground_is_quoted_without_the_word_that_makes_it_one() -> None:
    marked = "minimization | 受け取りの控えの冊数が記録より2冊多いことから、外に出たおそれは極めて低いと考えています。"
    assert next(question.text for question in asked(marked) if question.code == "QST38").startswith(
        "「受け取りの控えの冊数が記録より2冊多い」を根拠と"
    )


def test_english_wordings_name_who_found_it_and_whose_fault_it_is() -> None:
    """「found: found by itself」 read as if the title were found, 「nobody 100%」 as if nobody were to blame."""
    words = load_rules("interface")
    assert f"{words['detected_by']['en']}: {DetectedBy.SELF.name_in(Lang.EN)}" == "discovered: by the organisation itself"
    assert Owner.NOBODY.name_in(Lang.EN) == "no one named"


@pytest.mark.parametrize("unfit", ["held up", "made good", "Please tell", "until when"])
def test_english_questions_are_plain(unfit: str) -> None:
    assert not any(unfit in rule.text[Lang.EN] for rule in question_rules())


@pytest.mark.parametrize(
    ("marked", "asked_for", "not_asked_for"),
    [
        # Who inquires is not asked where it is named; an authority is nobody of theirs.
        ("cause | 事故の原因は、消防により調査中です。", "QST49", "QST07 QST28 QST50"),
        ("response | 原因は、国の事故調査委員会が調査中です。", "QST49", "QST07 QST28 QST50"),
        ("cause | 原因は現在調査中で、部材の破面は民間の研究所に鑑定を依頼しました。", "QST49", "QST07 QST28 QST50"),
        ("cause | 原因は現在調査中です。", "QST07", "QST49"),
        ("incident | ご予約に関しまして行き違いが生じ、ご不便をおかけいたしました。", "QST85", "QST09 QST33"),
        ("incident | 手違いがあり、別の方の指輪をお渡ししました。", "QST08", "QST85 QST09"),
        ("incident | 改装の現場で起きた事故について、お詫び申し上げます。", "QST09", "QST85"),
        ("incident scope | ログインした48名の画面に、別の会員の氏名が表示されました。", "QST86", "QST12 QST11"),
        ("incident scope | 会員48名の氏名が、別の会員の画面に表示されました。", "QST18", "QST86 QST12"),
        ("incident | お客様の個人情報が流出しました。", "QST11", "QST86 QST12"),
        ("incident | 所長の許可を得ずに、利用者の記録を家に持ち帰っていました。", "QST84", "QST08"),
        ("incident | 何者かが無断で部品を持ち出しました。", "QST08", "QST84"),
        ("cause | 原因は現在調査中です。", "QST07", "QST84"),
        ("response | 扉が開いた理由は、製造元が調べています。", "QST49", "QST07 QST50"),
        ("- | 事故の原因は、なお捜査中です。", "QST49", "QST07"),
        # What harm is asked about follows what the matter is.
        ("incident | 職員の論文5報に、図の改ざんを認定しました。", "QST68", "QST48 QST69"),
        ("incident | 理事が、祭りの参加者名簿を別の団体の勧誘に流用していました。", "QST69", "QST48 QST68"),
        ("incident | 引換の際にコインが二度消費される不具合が起きました。", "", "QST48 QST68 QST69"),
        ("incident | 福引の玉を入れ忘れていました。", "", "QST48"),
        ("incident | 研究室の天井の板が落ちました。", "QST48", "QST68 QST69"),
        # Who is invited to ask and not told where is told no more than who is not invited.
        ("contact | ご不明の点は、お気軽にご連絡ください。", "QST65", "QST30"),
        ("contact | お問い合わせ 電話 0120-000-000", "", "QST65 QST30"),
        # Of an accident that is only mentioned it is asked what it was, not how many were hit by it.
        ("incident apology | 昨日、改装の現場で起きた事故について、お詫び申し上げます。", "QST09", "QST12 QST48"),
        ("incident | 月刊誌の記事について本人に尋ね、事実であることを確認しました。", "QST09", "QST12 QST48"),
        ("incident apology | 昨日、改装の現場で足場が倒れた事故について、お詫び申し上げます。", "QST12 QST48", "QST09"),
        # What a thing may yet do is asked about by what it has done.
        ("incident scope | 当社の卓上扇風機900台に、羽根が外れるおそれがあることが分かりました。", "QST67", "QST48 QST18"),
        ("harm_status | 電池が膨らみ、発火する危険性がございます。", "QST67", "QST48"),
        ("incident harm_status | 給湯器から一酸化炭素中毒に至るおそれがあることが分かりました。", "QST67", "QST48"),
        ("harm_status | 発火する可能性がありますが、これまでに事故の報告はありません。", "", "QST67 QST48"),
        ("incident | 照明の柱が倒れました。", "QST48", "QST67"),
        ("harm_status | 22名の方が観覧車に閉じ込められましたが、全員降りられました。", "QST48", "QST67"),
        ("response | 製造元で原因を調べておりますが、究明は難しい状況です。", "QST66", "QST07 QST49"),
        ("cause | 原因は機器の障害です。\n- | 障害の原因を特定することは困難です。", "QST66", "QST05 QST07"),
        ("- | 原因は、港湾局の調査の結果を待ってまいります。", "QST07", "QST66"),
        ("cause | 原因は現在調査中で、警察にも相談しました。", "QST07", "QST49"),
        ("incident | 保健所の調査を受け、菌が検出されました。", "", "QST28 QST50"),
        # Whom the company itself got to admit it, it has inquired into itself.
        ("incident response | 社内の調査に着手し、班長が数値の流用の事実を認めました。", "QST94", "QST28 QST50"),
        ("incident response | 社内調査で、係員は写真の使い回しを認めております。", "QST94", "QST28 QST50"),
        ("incident response | 社内の調査で、部品の不良が分かりました。", "", "QST28 QST50"),
        ("response | 所管の市による調査が行われ、虐待と認められました。", "", "QST28 QST50"),
        # A body of their own is asked who sits on it, in its own name.
        ("response | ハラスメントの相談を受け、対策委員会に調査班を設け、聞き取りを行いました。", "QST50", "QST28"),
        ("response | 特別調査委員会を設置し、事実の確認を進めてまいりました。", "QST50", "QST28"),
        ("response | 人事部による聞き取りを行っております。", "QST50", "QST28"),
        ("response | 社内で関係者への聞き取りを行っております。", "QST94", "QST28 QST50"),
        ("response | 特別調査委員会を設置しました。\n- | 委員は外部の弁護士3名です。", "", "QST28 QST50"),
        ("followup | 外部の弁護士3名による調査委員会を設置しました。", "", "QST28 QST50"),
        # Things that are measured and looked at need no independence.
        ("response | お申し出のあった現品を調査したところ、ゴムの片でした。", "", "QST28 QST50"),
        ("response | 品質管理部がお申し出の現品を調査しました。", "", "QST28 QST50"),
        ("incident | 部員への体罰がありました。\nresponse | 調査を続けております。", "QST28", "QST50"),
    ],
)
def test_who_inquires_is_asked_only_where_it_is_not_told(marked: str, asked_for: str, not_asked_for: str) -> None:
    given = {question.code for question in asked(marked)}
    assert given >= set(asked_for.split())
    assert not given & set(not_asked_for.split())


def test_a_body_that_inquires_is_named_in_the_question() -> None:
    marked = "response | 特別調査委員会を設置し、事実の確認を進めてまいりました。"
    assert any(question.text.startswith("「特別調査委員会」の調査に、") for question in asked(marked))


@pytest.mark.parametrize(
    ("marked", "announces_itself"),
    [
        ("incident timeline | 午前1時ごろ、第二工場で爆発が発生しました。", True),
        ("incident | 5月2日、貨物列車が脱線しました。", True),
        ("apology | 昨夜の弊社倉庫での火災事故により、皆様にご心配をおかけしましたことをお詫びします。\nincident | 荷が焼けました。", True),
        ("incident | 構内で2台のバスが衝突し、窓が割れました。", True),
        ("incident | 4月8日、当社のクレーンで吊っていた鋼材を、誤って道路に落下させました。", True),
        ("incident | 積み荷を走行中に落下させてしまいました。", True),
        ("incident | 棚から商品が落下していたとのお申し出がありました。", False),
        ("incident | 会員名簿を置き忘れました。", False),
        ("incident | 火災報知設備の点検を3年間行っていませんでした。", False),
        # What was sold or done off duty is learnt of later.
        ("incident | 充電器から出火しました。\nresponse | 該当する商品を自主回収いたします。", False),
        ("incident | 職員が酒気を帯びて運転し、前の車に追突しました。", False),
    ],
)
def test_what_announces_itself_was_not_noticed_by_anybody(marked: str, announces_itself: bool) -> None:
    remarks = findings(case_of(*read(marked)))
    given = {question.code for question in asked(marked)}
    assert ("FND25" in {finding.code for finding in remarks}) is not announces_itself
    assert ("QST24" in given) is not announces_itself
    assert ("QST51" in given) is announces_itself


@pytest.mark.parametrize(
    ("marked", "is_asked"),
    [
        ("incident | 体育の授業中に、児童が跳び箱から転落し、腕を骨折しました。", False),
        ("incident | 練習試合において選手同士がぶつかって転倒し、1名が頭を打ちました。", False),
        ("incident | 調理の実習中に火災が発生し、生徒1名がけがをしました。", True),
    ],
)
def test_the_fire_brigade_is_asked_for_where_one_calls_it(marked: str, is_asked: bool) -> None:
    assert ("QST51" in {question.code for question in asked(marked)}) is is_asked


def test_when_others_were_told_is_not_asked_where_it_is_told() -> None:
    exploded = "incident timeline | 午前1時ごろ、第二工場で爆発が発生しました。"
    for told in ("timeline | 1時4分に119番に通報しました。", "response | 直ちに周辺の皆様へ、放送で避難を呼びかけました。"):
        assert "QST51" not in [question.code for question in asked(f"{exploded}\n{told}")]


@pytest.mark.parametrize(
    ("marked", "is_asked"),
    [
        ("incident | 第二工場で爆発が発生しました。\nharm_status | けが人は出ておりません。", False),
        ("incident | 倉庫で火災が発生しました。\nharm_status | 人的被害 なし", False),
        ("incident | 桟橋が倒壊しました。\nharm_status | 負傷者はいませんでした。", False),
        ("incident | 第二工場で爆発が発生しました。\nharm_status | けが人の数を確認しております。", True),
        # Nobody hurt, yet many held up; nobody hurt yet, but things sold.
        ("incident | 列車が脱線しました。\nharm_status | けが人はいませんでした。\nscope | 乗客の皆様は車内で待たれました。", True),
        ("incident | 踏み台の脚が折れました。\nharm_status | けが人は出ておりません。", True),
    ],
)
def test_who_was_affected_is_not_asked_of_an_accident_that_hurt_nobody(marked: str, is_asked: bool) -> None:
    assert ({"QST12", "QST21"} <= {question.code for question in asked(marked)}) is is_asked


@pytest.mark.parametrize(
    ("marked", "is_asked"),
    [
        # The harm is what happened.
        ("incident | 当店のお弁当を召し上がった方が食中毒になりました。", False),
        ("incident | 3月2日から3日間、通話ができない状態が続きました。", False),
        ("incident | 顧問が部員に体罰を加えていました。", False),
        ("incident | 会費を二重に請求していました。\nresponse | 全額をお返しいたします。", False),
        ("apology | 被害に遭われた学生の皆様に、深くお詫び申し上げます。\nincident | 教員による嫌がらせがありました。", False),
        ("incident | 照明の柱が倒れました。", True),
        ("incident | 表示に誤りがありました。", True),
        ("incident | 毒物の保管庫の鍵を紛失しました。\nmeasure_vague | 事故による被害者を出さないよう努めます。", True),
    ],
)
def test_whether_anyone_was_harmed_is_not_asked_where_the_harm_is_told(marked: str, is_asked: bool) -> None:
    assert ("QST48" in {question.code for question in asked(marked)}) is is_asked


@pytest.mark.parametrize(
    ("told", "quoted"),
    [
        ("前回は配送業者の作業ミスとお伝えしましたが、弊社の倉庫で荷札を貼り違えておりました。", False),
        ("第1報では製造元の確認不足とご説明しておりましたが、当店の冷蔵庫が止まっておりました。", False),
        ("第1報では委託先の設定誤りと申し上げましたが、当会が古い名簿を渡しておりました。", False),
        ("前回お伝えしたとおり、配送業者の作業ミスによるものです。", True),
    ],
)
def test_nothing_is_asked_of_a_cause_that_is_taken_back(told: str, quoted: bool) -> None:
    texts = [question.text for question in asked(f"cause | {told}")]
    assert any(re.match("「[^」]*(?:作業ミス|確認不足|設定誤り)」とは", text) for text in texts) is quoted


def test_misuse_is_asked_of_a_leak_and_harm_of_the_rest() -> None:
    leaked = {question.code for question in asked("incident | 会員213名の氏名と住所が流出しました。\nresponse | 会費を返金いたします。")}
    assert "QST18" in leaked and "QST48" not in leaked
    assert "QST18" not in {question.code for question in asked("incident | 照明の柱が倒れました。")}


@pytest.mark.parametrize(
    ("marked", "code"),
    [
        ("cause | 入力の漏れにより、誤った額が算定されました。", "QST04"),
        ("cause | 入力の漏れにより、関係の書類が一部の方に届きませんでした。", "QST04"),
        ("cause | 操作の誤りによるものです。\ncause | 図面は建設課から紙で送られておりました。", "QST52"),
        ("cause | 入力の漏れにより、経理部で集計した額と異なっていました。", "QST52"),
        ("cause | 入力の漏れにより、店長が見る帳簿と異なっていました。", "QST52"),
    ],
)
def test_the_department_is_not_asked_where_it_is_told(marked: str, code: str) -> None:
    given = [question.code for question in asked(marked) if question.code in ("QST04", "QST52")]
    assert given == [code]


def test_what_was_done_before_is_not_asked_for_as_a_promise() -> None:
    told = "incident | 倉庫で荷崩れが起き、2名がけがをしました。\nmeasure_vague | {}"
    before = asked(told.format("日頃より職員への教育を徹底してまいりました。"))
    after = asked(told.format("今後は職員への教育を徹底してまいります。"))
    assert not any("教育" in question.text for question in before)
    assert any("教育" in question.text for question in after)


def test_what_was_seen_to_already_is_not_asked_for_by_a_day() -> None:
    told = "incident | 倉庫の管理人が逮捕されました。\nmeasure_vague | {}"
    for done in ("所属長を集め、規律の保持の徹底を図ったところであります。", "各課に対し、綱紀の引き締めに努めたところです。"):
        assert "QST16" not in {question.code for question in asked(told.format(done))}, done
    assert "QST16" in {question.code for question in asked(told.format("二度とこのようなことのないよう、全力で努めてまいります。"))}


def test_the_key_and_the_number_of_an_answer_are_not_quoted_with_a_measure() -> None:
    told = "incident | 弁当にかびが生えていました。\nmeasure_concrete | {}"
    for line, quote in (
        ("再発防止　　　　　前日の飯は使わない。", "前日の飯は使わない"),
        ("A7. 今後は、前日の飯を使いません。", "前日の飯を使いません"),
        ("かびの生えた釜は　使わない。", "かびの生えた釜は 使わない"),
    ):
        texts = [question.text for question in asked(told.format(line)) if question.code == "QST25"]
        assert texts and re.sub(r"\s+", " ", texts[0]).startswith(f"「{quote}」"), texts


def test_whether_it_happened_before_is_not_asked_of_tellings_that_were_counted() -> None:
    told = "incident | 浴場の湯が濁っていました。\n- | {}"
    counted = "同様の苦情は2月から6件いただいておりましたが、湯の花と判断し、調査しておりませんでした。"
    codes = {question.code for question in asked(told.format(counted))}
    assert "QST87" in codes and "QST29" not in codes
    codes = {question.code for question in asked(told.format("苦情をいただき、直ちに調査しました。"))}
    assert "QST87" not in codes and "QST29" in codes


def test_the_clause_is_asked_for_where_compensation_is_refused_without_one() -> None:
    told = "incident | 競走の道のりが400m足りませんでした。\nresponse | {}宿泊費は補償の対象外とさせていただきます。"
    assert "QST88" in {question.code for question in asked(told.format("規約に基づき、"))}
    assert "QST88" not in {question.code for question in asked(told.format("大会規約第12条により、"))}


LATE = (
    "incident timeline | 令和6年4月2日、名簿の控えがなくなっていることに気づきました。\nincident | 会員の氏名と住所が書かれておりました。"
)
TOLD = "\ntimeline | 令和6年4月5日、対象の会員の皆様に書面でお知らせしました。"
REASON = "\n- | 公表が本日となりましたのは、警察から要請を受けていたためです。"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("", "QST36"),
        ("\napology | 公表が遅れましたことを、お詫びいたします。", "QST36"),
        (TOLD, "QST92"),
        ("\ntimeline | 令和6年9月3日、対象の会員の皆様に書面でお知らせしました。", "QST36"),
        (REASON, "QST93"),
        (TOLD + REASON, "QST93"),
        ("\n- | 件数が特定できていなかったため、公表を見合わせておりました。", "QST93"),
    ],
)
def test_of_a_late_announcement_nothing_is_asked_that_it_tells(more: str, code: str) -> None:
    document, labels = read(LATE + more)
    case = case_of(replace(document, statement=replace(document.statement, published=date(2024, 9, 20))), labels)
    codes = {question.code for question in questions(case, findings(case))}
    assert codes & {"QST36", "QST92", "QST93"} == {code}


GRAVE_LEAK = "incident scope | 7月1日、会員1,148名の氏名とメールアドレスを、別の会員に誤って送信しました。"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("", "QST58"),
        ("\ntimeline | 7月2日、対象の皆様にメールでお知らせしました。", "QST91"),
        ("\nfollowup | 対象者へのお知らせ文書を7月20日に発送予定", "QST91"),
        ("\nresponse | 7月2日、個人情報保護委員会に報告しました。", None),
    ],
)
def test_of_a_duty_to_report_and_to_notify_what_is_told_is_not_asked(more: str, code: str | None) -> None:
    codes = {question.code for question in asked(GRAVE_LEAK + more)}
    assert codes & {"QST58", "QST91"} == ({code} if code else set())


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ("cause admission | 当園の担当者の入力ミスによるものです。", "QST06"),
        ("cause admission | 当園の担当者の入力ミスによるものです。\nincident | 検針員が前月の値を読み違えて入力しました。", "QST89"),
        ("cause admission | 当園の担当者の入力ミスによるものです。\ncause | 担当者が宛先を間違えて入力しました。", "QST06"),
        (
            "cause admission | 当園の入力ミスによるもので、検針員が値を読み違え、別の職員による照合を行っていませんでした。",
            None,
        ),
    ],
)
def test_who_did_what_is_not_asked_where_another_sentence_tells_it(told: str, code: str | None) -> None:
    codes = {question.code for question in asked(told)}
    assert codes & {"QST06", "QST89", "QST90"} == ({code} if code else set())


def test_the_count_is_asked_once() -> None:
    codes = {question.code for question in asked("incident | 一部のお客様の個人情報が外部に流出しました。")}
    assert codes & {"QST10", "QST11", "QST31"} == {"QST10", "QST31"}


@pytest.mark.parametrize(
    ("measure", "is_asked"),
    [
        ("measure_concrete | 契約書に立ち会いの条項を加えます（令和7年度契約分から）。", False),
        ("measure_concrete | 控えは鍵のかかる棚に移します。\n- | 移し替えは来月を予定しています。", False),
        ("measure_concrete | 控えは鍵のかかる棚に移します。\n- | ご不便をおかけします。", True),
    ],
)
def test_the_time_of_a_measure_is_not_asked_where_it_is_told(measure: str, is_asked: bool) -> None:
    assert ("QST25" in {question.code for question in asked(measure)}) is is_asked


@pytest.mark.parametrize(
    ("marked", "codes", "never"),
    [
        ("measure_vague | 協力医療機関に周知を徹底します。", {"QST35"}, {"QST13"}),
        ("measure_vague | 周知を徹底します。", {"QST13"}, {"QST35"}),
        ("measure_vague | 服務規程の確認を徹底します。", {"QST13"}, {"QST14"}),
        ("measure_vague | 宛名の確認を徹底します。", {"QST14"}, set()),
        ("measure_vague | コンプライアンス体制を強化します。", {"QST15"}, {"QST13"}),
        ("measure_vague | コンプライアンス意識を徹底します。", {"QST13"}, set()),
        ("incident | 論文3報について、データの捏造を認定しました。", {"QST111"}, {"QST21", "QST48"}),
        ("incident | 職員が研究費を不正に使用していました。", {"QST110"}, {"QST21", "QST48", "QST12"}),
        ("incident | 職員が研究費を不正に使用していました。\nresponse | 全額を返還しました。", set(), {"QST110"}),
        ("incident response | 酒気帯び運転をした職員に対し、懲戒処分を行いました。", {"QST112"}, {"QST12", "QST21", "QST48"}),
        ("incident response | 酒気帯び運転をした職員に対し、停職3か月の懲戒処分を行いました。", set(), {"QST112"}),
        ("incident cause | 原因は不明ですが、以前の侵入の際に漏れた可能性が高いと考えております。", {"QST113"}, {"QST66"}),
        ("incident cause | 原因は不明です。", {"QST66"}, {"QST113"}),
        ("incident | 3月23日に本校生徒が自死しました。", set(), {"QST12", "QST48"}),
    ],
)
def test_what_is_asked_fits_what_is_told(marked: str, codes: set[str], never: set[str]) -> None:
    put = {question.code for question in asked(marked)}
    assert codes <= put and not never & put
