"""What a unit is given of labels, one by one and by families."""

import numpy as np
import pytest

import analyzer
from analyzer.judging.labeller import BLAMING, COLUMNS, LABELS, PROMISING, Family, either_of
from analyzer.judging.vetoes import ruled_out
from analyzer.schema import MEASURES, Label

IN_DOUBT = """会員様名簿の紛失について

当館は、9月3日、会員様120名の名簿を紛失いたしました。深くお詫び申し上げます。
係の者には、名簿の扱いを改めて伝えた次第です。
"""


def _given(family: Family, chances: dict[Label, float], *labels: Label) -> set[Label]:
    row = np.zeros((1, len(COLUMNS)))
    for label, chance in chances.items():
        row[0, LABELS.index(label)] = chance
    (told,) = either_of(family, [dict.fromkeys(labels, 0.5)], row)
    return set(told)


def test_two_sorts_in_doubt_answer_their_question_together() -> None:
    assert _given(PROMISING, {Label.MEASURE_CONCRETE: 0.2, Label.MEASURE_VAGUE: 0.3}) == {Label.MEASURE_VAGUE}
    assert _given(BLAMING, {Label.CAUSE: 0.25, Label.ADMISSION: 0.2}) == {Label.CAUSE}


def test_a_unit_below_the_bar_or_with_a_label_already_is_left_alone() -> None:
    assert _given(PROMISING, {Label.MEASURE_CONCRETE: 0.1, Label.MEASURE_VAGUE: 0.1, Label.CAUSE: 0.9}) == set()
    both = {Label.MEASURE_CONCRETE: 0.5, Label.MEASURE_VAGUE: 0.3}
    assert _given(PROMISING, both, Label.MEASURE_CONCRETE) == {Label.MEASURE_CONCRETE}
    assert _given(PROMISING, both, Label.RESPONSE) == {Label.RESPONSE}


def test_what_is_too_unsure_for_either_label_is_in_the_ledger_and_not_said_to_be_missing(scorer: analyzer.Scorer) -> None:
    report = scorer.score(IN_DOUBT)
    (promise,) = report.promises
    unit = report.units[promise.unit]
    assert unit.text.endswith("次第です。")
    assert MEASURES.isdisjoint(unit.labels)
    assert {"FND20", "FND21"} & {finding.code for finding in report.findings} == {"FND20"}


@pytest.mark.parametrize(
    ("wording", "label", "borne"),
    [
        ("飲酒運転は極めて悪質で危険な行為であると認識しており、今回の件は許されるものではありません。", Label.DEFLECTION, False),
        ("一部の不心得者の個人的な行為であり、当社に非はございません。", Label.DEFLECTION, True),
        ("委託先がこのような誤りをしたことは誠に遺憾です。", Label.DEFLECTION, True),
        ("実害はなく、大きな問題ではないと考えております。", Label.MINIMIZATION, True),
        ("当館として事実の把握に遅れがあり、初動にも遅れがありました。", Label.ADMISSION, True),
        ("鉄道の遅れがありました。", Label.ADMISSION, False),
    ],
)
def test_what_the_words_settle_stands_against_the_weighing(scorer: analyzer.Scorer, wording: str, label: Label, borne: bool) -> None:
    (unit,) = scorer.score(wording, title="").units
    assert (label in unit.labels) is borne


@pytest.mark.parametrize(
    ("wording", "out"),
    [
        ("いかなる理由があっても許されない行為です。", {Label.DEFLECTION, Label.MINIMIZATION}),
        ("確認の甘さを深く反省しております。", {Label.DEFLECTION, Label.MINIMIZATION}),
        ("お客様にしていただく手続きはございません。", {Label.DEFLECTION, Label.MINIMIZATION, Label.HARM_STATUS}),
        ("保健所の調査により、当店の食事が原因と判断されました。", {Label.DEFLECTION}),
        ("照合は二重に行っており、不備はありませんでした。", {Label.CAUSE}),
        # Regret is a deflection by the guideline, whatever else is condemned or regretted beside it.
        ("職員の行いは許されず、誠に遺憾です。", set()),
        ("例年にない大雪によるとはいえ、深く反省しております。", set()),
        ("委託先の作業の誤りが原因で、当社の機器に異常はありませんでした。", set()),
        ("", set()),
    ],
)
def test_the_words_rule_labels_out(wording: str, out: set[Label]) -> None:
    assert ruled_out(wording) == out
