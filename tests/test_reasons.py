"""Reasons of a level: what a reader is told against a statement stands in one of its sentences, and beside nothing that says otherwise."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

import numpy as np
import pytest

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.reasons import in_agreement
from analyzer.judging.evidence import amount, at_least_one, several
from analyzer.judging.grounds import gather
from analyzer.judging.labeller import COLUMNS
from analyzer.judging.rubric import criteria, reason_of
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import AxisReading, ChecklistItem, Finding, Promise, Reason
from analyzer.schema import Axis, ChecklistStatus, DueSense, Label, Lang, PromiseKind, PromiseStatus, Severity, Strength
from analyzer.scoring import Scorer
from analyzer.statement import Statement
from tests.cases import case_of

NOTHING, SPOKEN = read_documents(
    [
        Statement("\n".join((*"一二三四五六", "再発防止策は、改めて公表します。"))),
        Statement("お名前が出ました。\n影響はごく一部の方です。\nごく一部です。\n以上"),
    ]
)


def met(code: str, wording: str, *told: Label) -> bool:
    """Whether one sentence that surely has these labels meets a criterion."""
    document = next(read_documents([Statement(wording)]))
    assert len(document.units) == 1
    probabilities = np.array([[0.97 if column in told else 0.02 for column in COLUMNS]])
    return gather(document, probabilities, np.full(len(COLUMNS), 0.5))[code].met


@pytest.mark.parametrize(
    ("strengths", "is_met", "told"),
    [
        ([0.3, 0.3, 0.3], True, False),
        ([0.4, 0.45], True, False),
        ([0.1, 0.7], True, True),
        ([0.5], True, True),
        ([0.2, 0.1], False, False),
        ([], False, False),
    ],
)
def test_many_faint_units_meet_a_criterion_that_none_of_them_tells(strengths: list[float], is_met: bool, told: bool) -> None:
    evidence = at_least_one(np.array(strengths))
    assert (evidence.met, evidence.told) == (is_met, told)


@pytest.mark.parametrize(
    ("strengths", "enough", "met"),
    [
        ([0.95, 0.95], 2.0, True),
        ([0.6, 0.0, 0.55], 2.0, True),
        ([1.0], 1.0, True),
        ([0.95], 2.0, False),
        ([0.4] * 6, 2.0, False),
        ([1.0], 1.5, False),
        ([], 1.0, False),
    ],
)
def test_two_plain_sentences_are_two_and_many_faint_ones_are_none(strengths: list[float], enough: float, met: bool) -> None:
    evidence = several(np.array(strengths), enough)
    assert evidence.met is met
    # The value, on which the level rests, is that of the amount.
    assert evidence.value == amount(np.array(strengths), enough).value


def stub(
    statuses: Mapping[str, ChecklistStatus] = MappingProxyType({}),
    *,
    promised: Sequence[Promise] = (),
    found_by: tuple[int, ...] = (),
    document: DocumentReading | None = None,
) -> Case:
    """A case with these promises and statuses, every other item missing."""
    case = case_of(document or NOTHING, [{} for _ in (document or NOTHING).units], found_by=found_by)
    items = [
        ChecklistItem(item.code, "…", "…", statuses.get(item.code, ChecklistStatus.MISSING), (4,) if item.code in statuses else ())
        for item in case.items
    ]
    return replace(case, promised=promised, items=items)


def told(
    met: str, promised: Sequence[Promise] = (), findings: Sequence[Finding] = (), **statuses: ChecklistStatus
) -> dict[str, tuple[bool, tuple[int, ...]]]:
    """What is told of each criterion where the evidence alone meets those named, and the checklist has these statuses."""
    units = {"COU01": (1, 2, 3, 4, 5)}
    reasons = tuple(reason_of(one, one.code in met.split(), units.get(one.code, (1,)), Lang.JA) for one in criteria(Axis.COUNTERMEASURES))
    axes = {Axis.COUNTERMEASURES: AxisReading(2, 50.0, (0.2,) * 5, reasons, True)}
    agreed = in_agreement(axes, stub(statuses, promised=promised), findings, Lang.JA)[Axis.COUNTERMEASURES]
    assert (agreed.level, agreed.score) == (2, 50.0)
    return {reason.code: (reason.met, reason.units) for reason in agreed.reasons}


def promise(
    unit: int,
    due: str | None = None,
    status: PromiseStatus = PromiseStatus.PLANNED,
    kind: PromiseKind = PromiseKind.CONCRETE,
    owner: str | None = None,
) -> Promise:
    return Promise(unit, 0, 1, "…", kind, None, owner, due, status, Strength.PROCEDURE, None)


STATED, PARTLY = ChecklistStatus.STATED, ChecklistStatus.PARTLY


def test_measures_are_counted_as_they_are_listed() -> None:
    assert told("COU01 COU02", [promise(3), promise(3)])["COU03"] == (True, (3,))
    assert told("COU01 COU02", [promise(3), promise(5)])["COU03"] == (True, (3, 5))
    assert told("COU01 COU02 COU03", [promise(3)])["COU03"] == (False, ())
    assert told("COU01 COU02", [promise(3), promise(8)])["COU03"] == (True, (3,)), "what the score has not heard of is no ground of it"
    assert told("COU01 COU02", [promise(3), promise(4, kind=PromiseKind.VAGUE)])["COU03"] == (False, ())


@pytest.mark.parametrize(
    ("act", "sense", "counted"),
    [
        ("結果は当ページで知らせる", None, False),
        ("調査の結果がまとまり次第、詳細を公表", DueSense.LIMIT, False),
        ("2名で確かめ、結果を公表", None, True),
        ("24時間以内に県へ報告", None, True),
        # What is shown time and again keeps watch.
        ("水質の測定結果を館のページに掲載", DueSense.FREQUENCY, True),
    ],
)
def test_a_report_of_results_is_no_measure(act: str, sense: DueSense | None, counted: bool) -> None:
    second = replace(promise(5), act=act, due="12月20日", due_sense=sense)
    agreed = told("COU01 COU02 COU06 COU07", [promise(3), second], CHK14=STATED)
    assert (agreed["COU03"][0], agreed["COU07"][0]) == (counted, counted)


@pytest.mark.parametrize(
    ("promised", "verification", "together"),
    [
        ([promise(2, "2025-04-30"), promise(3)], STATED, True),
        ([promise(2, status=PromiseStatus.DONE), promise(3)], STATED, True),
        ([promise(2, "2025-04-30"), promise(3)], PARTLY, True),
        ([promise(2, "2025-04-30"), promise(3)], ChecklistStatus.MISSING, False),
        ([promise(2), promise(3)], STATED, False),
        ([promise(2, "2025-04-30")], STATED, False),
    ],
)
def test_measures_dates_and_verification_are_together_only_where_all_are_listed(
    promised: list[Promise], verification: ChecklistStatus, together: bool
) -> None:
    assert told("COU01 COU03 COU04 COU06 COU07", promised, CHK14=verification)["COU07"][0] is together


def test_days_and_people_in_charge_are_those_of_the_list() -> None:
    none, dated, done, owned = promise(2), promise(3, "2025-04-30"), promise(4, status=PromiseStatus.DONE), promise(5, owner="総務課")
    assert told("COU04 COU05", [none])["COU04"] == told("COU04 COU05", [none])["COU05"] == (False, ())
    assert told("COU01", [none, dated, done, owned])["COU04"] == (True, (3, 4))
    assert told("COU01", [none, dated, done, owned])["COU05"] == (True, (5,))
    assert told("", [promise(3, "2025-04-30", kind=PromiseKind.VAGUE)])["COU04"] == (False, ())


@pytest.mark.parametrize(
    ("met", "found_by", "discovered", "whole"),
    [
        ("SPE01 SPE02 SPE06 SPE08 SPE09", (7,), (7,), True),
        ("SPE01 SPE02 SPE03 SPE06 SPE08 SPE09", (), (), False),
        ("SPE01 SPE02 SPE08 SPE09", (7,), (7,), False),
    ],
)
def test_how_it_was_found_is_a_reason_where_the_head_of_the_report_says_so(
    met: str, found_by: tuple[int, ...], discovered: tuple[int, ...], whole: bool
) -> None:
    reasons = tuple(reason_of(one, one.code in met.split(), (1,), Lang.JA) for one in criteria(Axis.SPECIFICITY))
    axes = {Axis.SPECIFICITY: AxisReading(3, 75.0, (0.2,) * 5, reasons, True)}
    case = stub({"CHK01": STATED, "CHK03": ChecklistStatus.NOT_APPLICABLE, "CHK04": STATED, "CHK05": STATED}, found_by=found_by)
    agreed = {one.code: one for one in in_agreement(axes, case, (), Lang.JA)[Axis.SPECIFICITY].reasons}
    assert (agreed["SPE03"].units, agreed["SPE03"].met, agreed["SPE10"].met) == (discovered, bool(discovered), whole)


@pytest.mark.parametrize(
    ("opening", "spoken"),
    [
        ("自転車貸し出し「しおかぜ」代表者の野辺です。", True),
        ("園長の野辺と申します。", True),
        ("自転車店「しおかぜ」代表の野辺です。", True),
        ("園長は前日に点検を命じていました。", False),
        ("受付の野辺です。", False),
        ("差出人:総務部長 野辺\n総務部の野辺です。", True),
        ("差出人:総務部 野辺\n総務部の野辺です。", False),
        ("差出人:総務部長 浜口\n総務部の野辺です。", False),
    ],
)
def test_an_officer_may_introduce_themselves_and_not_sign(opening: str, spoken: bool) -> None:
    document = next(read_documents([Statement(f"{opening}\nねじが外れたのは私の責任です。")]))
    last = len(document.units) - 1
    reasons = (Reason("RES03", "…", True, (last,)), Reason("RES11", "…", False, ()))
    axes = {Axis.RESPONSIBILITY: AxisReading(3, 75.0, (0.2,) * 5, reasons, True)}
    _, officer = in_agreement(axes, stub(document=document), (), Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert (officer.met, officer.units) == (spoken, (last,) if spoken else ())


@pytest.mark.parametrize(
    ("lines", "spoken"),
    [
        ("【理事長より】\n深くお詫び申し上げます。", True),
        ("代表取締役 野辺 コメント\nこのような放送をしたことをお詫び申し上げます。", True),
        ("【参加者のコメント】\nねじが外れたことをお詫びします。", False),
        ("大会委員長である私の判断の遅れによるものです。", True),
        ("西工業(代表取締役社長 野辺、東市)の工場で火災を起こし、お詫びします。", False),
        ("社長の野辺は、ねじが外れたことをお詫びしています。", True),
    ],
)
def test_whoever_is_given_the_word_speaks(lines: str, spoken: bool) -> None:
    document = next(read_documents([Statement(f"ねじが外れました。\n{lines}")]))
    last = len(document.units) - 1
    reasons = (Reason("RES01", "…", True, (last,)), Reason("RES11", "…", "野辺、" in lines or "社長の" in lines, (last,)))
    axes = {Axis.RESPONSIBILITY: AxisReading(3, 75.0, (0.2,) * 5, reasons, True)}
    assert in_agreement(axes, stub(document=document), (), Lang.JA)[Axis.RESPONSIBILITY].reasons[1].met is spoken


def test_what_fails_within_is_a_cause_of_their_own() -> None:
    document = next(read_documents([Statement("社内の確認体制が甘かったため、誤った値を放送しました。")]))
    reasons = (Reason("RES03", "…", True, (0,)), Reason("RES12", "…", False, ()))
    axes = {Axis.RESPONSIBILITY: AxisReading(3, 75.0, (0.2,) * 5, reasons, True)}
    assert in_agreement(axes, stub(document=document), (), Lang.JA)[Axis.RESPONSIBILITY].reasons[1].units == (0,)


@pytest.mark.parametrize(("code", "unit", "sure"), [("FND12", 1, True), ("FND12", 3, False), ("FND03", 1, False), ("", 1, False)])
def test_what_lowers_a_level_is_unsure_where_no_finding_says_it(code: str, unit: int, sure: bool) -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(1, 25.0, (0.2,) * 5, (Reason("RES08", "…", True, (1, 2)),), True)}
    findings = [Finding(code, Severity.WARNING, "…", unit, 0, 1)] if code else []
    (reason,) = in_agreement(axes, stub(document=SPOKEN), findings, Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert (reason.met, reason.units, reason.sure) == (True, (1, 2), sure)
    assert ("言い切れない" not in reason.text) is sure


def test_an_apology_for_trouble_alone_is_none_for_the_event() -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(2, 50.0, (0.2,) * 5, (Reason("RES02", "…", True, (1,)),), True)}
    for findings, met in (((), True), ([Finding("FND15", Severity.WARNING, "…", 0, 0, 1)], False)):
        assert in_agreement(axes, stub(document=SPOKEN), findings, Lang.JA)[Axis.RESPONSIBILITY].reasons[0].met is met


def test_a_follow_up_that_the_checklist_does_not_know_is_none() -> None:
    assert told("COU06", CHK11=PARTLY)["COU06"][0] and told("COU06", CHK19=STATED)["COU06"][0]
    assert not told("COU06")["COU06"][0] and not told("", CHK11=STATED)["COU06"][0]


def test_prevention_under_its_heading_is_spoken_of() -> None:
    put_off = Finding("FND34", Severity.INFO, "…", 6, 0, 1)
    assert told("", CHK12=PARTLY)["COU01"] == (True, (4,))
    assert told("", findings=[put_off])["COU01"] == (True, (6,))
    assert told("")["COU01"] == (False, ())


@pytest.mark.parametrize(("wording", "spoken"), [("再発防止策は、改めて公表します。", True), ("次のご報告は、7月4日の予定です。", False)])
def test_a_first_report_that_promises_the_rest_does_not_speak_of_prevention(wording: str, spoken: bool) -> None:
    document = next(read_documents([Statement(wording)]))
    axes = {Axis.COUNTERMEASURES: AxisReading(0, 5.0, (0.2,) * 5, (Reason("COU01", "…", False, ()),), True)}
    put_off = Finding("FND34", Severity.INFO, "…", 0, 0, 1)
    (reason,) = in_agreement(axes, stub(document=document), [put_off], Lang.JA)[Axis.COUNTERMEASURES].reasons
    assert reason.met is spoken


def test_two_sentences_with_a_measure_each_are_two_measures(scorer: Scorer) -> None:
    text = "5月1日、貸し出した自転車2台のねじが外れました。申し訳ございません。\n"
    text += "今後は、貸し出す前にねじを2人で締め直します。\n点検の表に時刻を書き入れます。"
    reasons = {reason.code: reason.met for reason in scorer.score(text, title="").axes[Axis.COUNTERMEASURES].reasons}
    assert reasons["COU03"] and not reasons["COU07"]


@pytest.mark.parametrize(
    ("wording", "owned"),
    [
        ("指定管理者の職員が、別の方の番号を誤って登録していました。", False),
        ("印刷会社の担当者が、版を取り違えたものです。", False),
        ("委託先のスタッフが札を付け間違えました。", False),
        ("指定管理者の職員の誤りを、当市も見抜けませんでした。", True),
        ("当社の担当者が、版を取り違えたものです。", True),
    ],
)
def test_what_a_contractors_people_did_is_no_fault_owned(wording: str, owned: bool) -> None:
    assert met("RES03", wording, Label.ADMISSION, Label.CAUSE) is owned
    assert met("RES12", wording, Label.ADMISSION, Label.CAUSE) is owned


@pytest.mark.parametrize(
    ("wording", "shifted"),
    [
        ("屋根を葺いた業者の方々に罪はございません。", False),
        ("業者さんは何も悪くありません。", False),
        ("当日の運転手に非はありません。", False),
        ("当社に非はありません。", True),
        ("運転手の居眠りによるもので、当社に責任はありません。", True),
        ("業者の確認漏れによるものです。", True),
    ],
)
def test_whoever_clears_another_shifts_no_blame(wording: str, shifted: bool) -> None:
    assert met("RES07", wording, Label.DEFLECTION) is shifted


@pytest.mark.parametrize(
    ("met", "status", "units"),
    [
        (False, ChecklistStatus.STATED, (4,)),
        (True, ChecklistStatus.STATED, (2,)),
        (True, ChecklistStatus.MISSING, ()),
        (True, ChecklistStatus.PARTLY, ()),
        (False, ChecklistStatus.MISSING, ()),
        (True, ChecklistStatus.NOT_APPLICABLE, (2,)),
    ],
)
def test_the_reason_about_a_count_agrees_with_the_checklist(met: bool, status: ChecklistStatus, units: tuple[int, ...]) -> None:
    reasons = (Reason("SPE01", "…", True, (0,)), Reason("SPE05", "…", met, (2,) if met else ()))
    axes = {Axis.SPECIFICITY: AxisReading(2, 50.0, (0.0, 0.0, 1.0, 0.0, 0.0), reasons, True)}
    told = in_agreement(axes, stub({"CHK03": status}), (), Lang.JA)
    other, count = told[Axis.SPECIFICITY].reasons
    assert (other, count.met, count.units) == (reasons[0], bool(units), units)
    assert told[Axis.SPECIFICITY].level == 2


@pytest.mark.parametrize(
    ("met", "code", "status", "units"),
    [
        (False, "CHK17", ChecklistStatus.STATED, (4,)),
        (False, "CHK18", ChecklistStatus.STATED, (4,)),
        (True, "CHK17", ChecklistStatus.STATED, (2,)),
        (True, "CHK17", ChecklistStatus.MISSING, (2,)),
        (False, "CHK17", ChecklistStatus.PARTLY, ()),
        (False, "CHK16", ChecklistStatus.STATED, ()),
    ],
)
def test_whoever_is_listed_as_owning_the_supervision_is_not_told_otherwise(
    met: bool, code: str, status: ChecklistStatus, units: tuple[int, ...]
) -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(3, 75.0, (0.0, 0.0, 0.0, 1.0, 0.0), (Reason("RES05", "…", met, (2,) if met else ()),), True)}
    (borne,) = in_agreement(axes, stub({code: status}), (), Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert (borne.met, borne.units) == (bool(units), units)


@pytest.mark.parametrize(
    ("wording", "borne"),
    [("主導した6名を、無期限の入場禁止としました。", False), ("会長は3か月間、報酬を返上いたします。", True)],
)
def test_nobody_of_theirs_bears_that_visitors_may_not_come_again(wording: str, borne: bool) -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(0, 5.0, (0.2,) * 5, (Reason("RES05", "…", False, ()),), True)}
    case = case_of(next(read_documents([Statement(wording)])), [{}])
    items = [replace(item, status=ChecklistStatus.STATED, units=(0,)) if item.code == "CHK18" else item for item in case.items]
    (reason,) = in_agreement(axes, replace(case, items=items), (), Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert reason.met is borne


@pytest.mark.parametrize(
    ("cause", "harm", "harm_told", "all_told"),
    [
        (ChecklistStatus.STATED, ChecklistStatus.STATED, True, True),
        (ChecklistStatus.STATED, ChecklistStatus.PARTLY, True, True),
        (ChecklistStatus.STATED, ChecklistStatus.NOT_APPLICABLE, True, True),
        (ChecklistStatus.PARTLY, ChecklistStatus.STATED, True, False),
        (ChecklistStatus.STATED, ChecklistStatus.MISSING, False, False),
    ],
)
def test_not_all_is_told_while_the_cause_is_open_or_the_harm_untold(
    cause: ChecklistStatus, harm: ChecklistStatus, harm_told: bool, all_told: bool
) -> None:
    reasons = (Reason("SPE09", "…", True, (1,)), Reason("SPE10", "…", True, (1, 2)))
    axes = {Axis.SPECIFICITY: AxisReading(4, 90.0, (0.0, 0.0, 0.0, 0.0, 1.0), reasons, True)}
    shown = in_agreement(axes, stub({"CHK01": STATED, "CHK04": cause, "CHK05": harm}), (), Lang.JA)[Axis.SPECIFICITY]
    assert [reason.met for reason in shown.reasons] == [harm_told, all_told]
    assert (shown.level, shown.score) == (4, 90.0)


@pytest.mark.parametrize(
    ("wording", "units"),
    [
        ("お席に影響はありませんので、更新の期限もそのままです。", ()),
        ("停電の間に送られたものは、復旧のあとに再送されます。", ()),
        ("講座の日程に変更はございません。", ()),
        ("本件が当期の業績に与える影響は軽微です。", ()),
        ("誤廃棄の可能性は低いものの、原因の特定には至っておりません。", ()),
        ("お客様への影響は軽微です。", (0,)),
        ("影響はごく一部で、受付の期限もそのままです。", (0,)),
        ("氏名は含まれておりませんので、ご安心ください。", (0,)),
        ("大きなけがはありませんでした。", (0,)),
    ],
)
def test_a_plain_notice_makes_nothing_look_smaller(wording: str, units: tuple[int, ...]) -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(2, 50.0, (0.0, 0.0, 1.0, 0.0, 0.0), (Reason("RES08", "…", True, (0,)),), True)}
    document = next(read_documents([Statement(wording)]))
    (reason,) = in_agreement(axes, stub(document=document), (), Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert (reason.met, reason.units) == (bool(units), units)


@pytest.mark.parametrize(
    ("wording", "units"),
    [
        ("誠に遺憾ながら、当団体において名簿が流出しました。", ()),
        ("かかる事態を招きましたことは誠に遺憾であり、深く反省いたしますとともにお詫び申し上げます。", ()),
        ("誠に遺憾ながら、元職員による着服が判明しました。", (0,)),
        ("委託先の誤りは誠に遺憾であり、皆様にお詫びいたします。", (0,)),
        ("当団体としても大変遺憾に存じます。", (0,)),
    ],
)
def test_a_formula_of_regret_puts_the_blame_nowhere(wording: str, units: tuple[int, ...]) -> None:
    axes = {Axis.RESPONSIBILITY: AxisReading(2, 50.0, (0.0, 0.0, 1.0, 0.0, 0.0), (Reason("RES07", "…", True, (0,)),), True)}
    document = next(read_documents([Statement(wording)]))
    (reason,) = in_agreement(axes, stub(document=document), (), Lang.JA)[Axis.RESPONSIBILITY].reasons
    assert (reason.met, reason.units) == (bool(units), units)
