"""Flat denials: what is found in them and asked of them, and what no longer is."""

import pytest

from analyzer.answers.gaps.findings import findings
from analyzer.answers.gaps.questions.questions import questions
from analyzer.answers.gaps.traits.denials import denials, how_checked
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.schema import ChecklistStatus, Lang
from tests.cases import case_of, read


def codes(marked: str, title: str | None = None, lang: Lang = Lang.JA) -> set[str]:
    """The findings of a statement and the questions it leaves."""
    case = case_of(*read(marked, title), lang=lang)
    remarks = findings(case, lang)
    asked = questions(case, remarks, lang)
    return {finding.code for finding in remarks} | {question.code for question in asked}


REPORTED = "incident | 昨日発売の月刊「みなと通信」に、当劇団の演出家が団員に暴言を繰り返したとする記事が掲載されております。"
DENIED = "deflection | 当該記事の内容は事実無根であり、そのような行為は一切ございません。"
FLAT = f"{REPORTED}\n{DENIED}"


@pytest.mark.parametrize(
    "marked",
    [
        FLAT,
        "incident | 元団員の方が、役員が会費を流用していると主張されています。\ndeflection | そのような事実は決してありません。",
        "timeline | 4月20日に報じられた不正請求の件につき、調査を委嘱しました。\nharm_status | 不正請求の事実は認められませんでした。",
        "incident | 当館の指導員が受講生をたたいたという投稿が広まっております。\ndeflection | そのような事実は断じてございません。",
        "deflection | 一部の番組で報じられた内容は、事実と全く異なるものです。",
        "deflection | 元役員の方の主張は虚偽であり、当会が寄附金を私的に用いた事実は存在しません。",
        # Whether it was checked is another question: a denial tells of no event all the same.
        "response | 乗務員18名全員から話を聞きました。\nharm_status | その結果、報道にあるような事実は確認されませんでした。",
        # What is alleged is taken up by 「ような」, or denied by its name.
        f"{REPORTED}\ndeflection | 当劇団が調べた結果、記事にあるような暴言は確認されておりません。",
        f"{REPORTED}\ndeflection | 記事にあるような行き過ぎた指導は認められませんでした。",
        f"{REPORTED}\ndeflection | 稽古の範囲を逸脱するものではなく、ハラスメントに該当するものとは考えておりません。",
        # What is told of the accuser is put on them, cause or not.
        FLAT + "\ncause deflection | 証言された方は、金銭のもめ事により当劇団を離れた方です。",
    ],
)
def test_a_flat_denial_is_known(marked: str) -> None:
    assert Trait.DENIAL in case_of(*read(marked)).traits


@pytest.mark.parametrize(
    "marked",
    [
        "incident scope | 会員120名の氏名を、ほかの会員にお送りしました。\nharm_status | 現時点で、悪用の事実は確認されておりません。",
        "incident | 表示が違うとのご指摘がありました。\nadmission | 当店の貼り間違いです。\nharm_status | 健康被害の事実はございません。",
        # One charge denied, another fact told.
        "deflection | 事故を隠したとの報道がありますが、隠した事実はございません。\nincident | 3月12日に、乗客2名を転倒させました。",
        FLAT + "\nadmission | ただし、団員への声のかけ方に行き過ぎがあったのは、当劇団の指導の至らなさです。",
        "incident | 検査の数値について、事実と異なる報告をしておりました。",
        "- | 報道各社に発表しました。",
        "incident | お客様から、動かないとのご指摘をいただきました。\ncause | 調べたところ、ご指摘のような不具合が確認されました。",
        f"{REPORTED}\nadmission | 当劇団で調べた結果、記事にあるような暴言が確認されました。",
        "followup | ご指摘の事実がないかを、委員会で調べております。",
        "",
    ],
)
def test_what_tells_of_an_event_is_no_flat_denial(marked: str) -> None:
    assert not marked or Trait.DENIAL not in case_of(*read(marked)).traits


def test_a_denial_is_quoted_where_it_stands() -> None:
    document, _ = read(FLAT)
    assert [(index, document.units[index].wording[slice(*span)]) for index, span in denials(document)] == [(1, "事実無根")]


SUPPOSING = {"FND17", "FND21", "FND23", "FND25", *(f"QST{number:02}" for number in (8, 9, 11, 12, 17, 18, 21, 22, 24, 26, 28, 29, 30, 48))}
"""What supposes that something happened: why, how many, what will change, who was hurt."""


@pytest.mark.parametrize(
    "marked", [FLAT, "deflection | 一部の番組で報じられた内容は、事実と全く異なるものです。", FLAT + "\n- | お騒がせしております。"]
)
def test_a_denial_is_asked_how_it_was_checked_and_not_why_it_happened(marked: str) -> None:
    given = codes(marked)
    assert given >= {"FND39", "QST43", "QST32", "QST46"}
    assert not given & SUPPOSING


def test_what_is_no_denial_is_asked_as_before() -> None:
    given = codes("incident | 演出家が団員に暴言を繰り返しておりました。")
    assert given & SUPPOSING >= {"FND17", "FND21", "FND23", "QST08", "QST17"}
    assert not given & {"FND39", "FND40", "QST43", "QST45", "QST46"}


@pytest.mark.parametrize(
    ("told", "is_checked"),
    [
        ("当劇団は、団員14名全員から話を聞きました。", True),
        ("稽古場の録音を点検しました。", True),
        ("外部の弁護士による調査を行いました。", True),
        ("団員と演出家への聞き取りを行った結果によるものです。", True),
        # 「関係者」 may be anybody but those who spoke up.
        ("関係者への聞き取りを行った結果によるものです。", False),
        ("当劇団は、関係者への聴取を実施いたしました。", False),
        ("当劇団が確認した限りです。", False),
        ("顧問弁護士と協議を始めております。", False),
        ("取材には一切応じかねます。", False),
    ],
)
def test_how_a_denial_was_checked(told: str, is_checked: bool) -> None:
    document, _ = read(f"{FLAT}\nresponse | {told}")
    assert how_checked(document) is is_checked
    assert ("FND39" in codes(f"{FLAT}\nresponse | {told}")) is not is_checked


@pytest.mark.parametrize(
    ("marked", "is_found"),
    [
        ("deflection | そもそも当該人物は、金銭をめぐって当劇団を退団した者です。", True),
        ("deflection | 記事は、匿名の元団員なる人物の一方的な話のみに基づいています。", True),
        ("deflection | 告発者は、以前から素行に問題がありました。", True),
        ("deflection | ご本人は在団中から虚言が多く、もめ事を繰り返していました。", True),
        ("deflection | 投稿した方を名乗る人物の話には、裏付けがありません。", True),
        ("response | 告発された方からも、お話を伺います。", False),
        ("deflection | 記事の撤回を発行元に求めてまいります。", False),
        ("- | 当劇団を退団された方の公演は、予定どおり行います。", False),
    ],
)
def test_doubt_cast_on_the_one_who_speaks_up(marked: str, is_found: bool) -> None:
    given = codes(f"{FLAT}\n{marked}")
    assert ("FND40" in given) is is_found
    assert ("QST44" in given) is is_found


def test_who_did_it_is_no_accuser() -> None:
    """Told of an embezzler in an announcement that owns the event, the same words cast no doubt."""
    assert "FND40" not in codes("incident | 元会計係が会費を着服しました。\ndeflection | 当該人物は、金銭のもめ事で退職した者です。")


@pytest.mark.parametrize(
    ("wording", "is_found"),
    [
        ("本件に関するこれ以上のコメントは差し控えさせていただきます。", True),
        ("取材には一切応じかねますので、ご了承願います。", True),
        ("ご質問への回答はいたしません。", True),
        ("これ以上のお答えは控えさせていただきます。", True),
        ("捜査が続いているため、コメントは差し控えます。", False),
        ("個別のお問い合わせには応じかねます。", True),
        ("本件のお問い合わせにはお答えいたしかねますので、あらかじめご了承ください。", True),
        ("お問い合わせにはお電話ではお答えできませんので、書面をお送りください。", False),
        ("本件に関する個別の取材はお断りいたします。", True),
        ("個別の事案への回答は差し控えます。", False),
        ("お電話でのお問い合わせにはお答えできません。", False),
        ("調べに差し障るおそれがあるため、お答えいたしかねます。", False),
        ("経緯を尋ねられても、お答えできない場合があります。", False),
        ("生徒への取材はお控えください。", False),
        ("ご質問には、窓口でお答えします。", False),
        ("「お答えできない」と申し上げれば足りたことで、偽りを申し上げたのは当劇団の誤りです。", False),
        ("お答えできないことをお詫びいたします。", True),
    ],
)
def test_refusal_to_answer(wording: str, is_found: bool) -> None:
    for label in ("-", "deflection"):
        given = codes(f"{label} | {wording}")
        assert ("FND41" in given) is is_found
        assert ("QST47" in given) is is_found
        assert "FND10" not in given  # It sends nobody elsewhere.


@pytest.mark.parametrize(
    ("marked", "status"),
    [
        (FLAT, ChecklistStatus.PARTLY),
        (DENIED, ChecklistStatus.MISSING),
        ("incident | 演出家が団員に暴言を繰り返しておりました。", ChecklistStatus.STATED),
    ],
)
def test_what_happened_is_not_told_by_who_denies_it(marked: str, status: ChecklistStatus) -> None:
    assert case_of(*read(marked)).statuses["CHK01"] == status


def test_outsiders_who_have_looked_into_it_are_not_asked_for() -> None:
    assert "QST45" in codes(FLAT)
    assert "QST45" not in codes(FLAT + "\nresponse | 外部の弁護士2名に調査を委嘱しました。")
    assert "QST45" in codes(FLAT + "\nresponse | 顧問弁護士と、発行元への対応を相談しております。")


@pytest.mark.parametrize(
    ("marked", "is_found"),
    [
        ("deflection | 稽古の範囲を逸脱するものではなく、法令上のハラスメントに該当するものとは認識しておりません。", True),
        ("deflection minimization | 一部の団員が不快に感じる言動があった可能性は否定できません。", True),
        ("deflection | 体罰に当たるものではございません。", True),
        ("deflection | いじめに該当しないと判断しております。", True),
        ("deflection | 記事にあるような行為は一切ございません。", False),
        ("response | 体罰に当たるかどうかを、外部の弁護士が調べています。", False),
        ("- | 暴言に当たると考える方は、窓口へお知らせください。", False),
    ],
)
def test_a_denial_by_its_name_is_asked_what_was_done(marked: str, is_found: bool) -> None:
    given = codes(f"{FLAT}\n{marked}")
    assert ("FND46" in given) is is_found
    assert ("QST61" in given) is is_found
    if not marked.startswith("response"):
        assert "FND46" not in codes(f"incident | 部員が転倒しました。\n{marked}")


def test_a_window_that_is_refused_is_not_forgotten() -> None:
    assert "FND26" not in codes(f"{FLAT}\n- | 本件に関するお問い合わせには応じかねます。")
    assert "FND26" in codes(f"{FLAT}\n- | 取材には応じかねます。")


@pytest.mark.parametrize(
    ("wording", "is_found"),
    [
        ("発行元に訂正を求め、法的措置を含めて厳正に対処します。", True),
        ("根拠のない投稿には、発信者情報の開示を求める手続きをとることがございます。", True),
        ("虚偽の書き込みをされた方には、損害賠償の請求を検討いたします。", True),
        ("団員への中傷については、法的措置を検討します。", False),
        ("団員を脅迫する電話に対しては、告訴を検討します。", False),
        ("弁護士と対応を相談しております。", False),
    ],
)
def test_legal_steps_held_out_against_those_who_speak(wording: str, is_found: bool) -> None:
    given = codes(f"{FLAT}\n- | {wording}")
    assert ("FND51" in given) is is_found
    assert ("QST72" in given) is is_found
    assert "FND51" not in codes(f"incident | 部員が転倒しました。\n- | {wording}")


def test_a_denial_of_duty_that_names_its_clause_is_asked_what_the_clause_says() -> None:
    bare = codes("deflection | 当社は返金の義務を負いません。")
    assert ("QST01" in bare, "QST71" in bare) == (True, False)
    for ground in ("会員規約第8条に基づき、", "ご契約の約款の定めにより、", "利用規約では、"):
        named = codes(f"deflection | {ground}当社は返金の義務を負いません。")
        assert ("QST01" in named, "QST71" in named) == (False, True), ground
