"""The judges of dossiers fitted on labelled incidents: saved, read again, without a say where there is none or nothing to choose."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from analyzer.corpus.dossiers import read_dossiers, statements_of
from analyzer.corpus.labelled_files import beside
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.dossier import read_announcements
from analyzer.dossier.drift.recounts import Recounts
from analyzer.dossier.likeness import Weights
from analyzer.dossier.promises.keeping import follow_promises
from analyzer.dossier.promises.outcomes import Outcomes
from analyzer.dossier.promises.promising import NOTHING, PROMISES, promising_units
from analyzer.dossier.promises.vows import vows
from analyzer.judging.choice import Choice
from analyzer.judging.model import Detail
from analyzer.learning.dossier_fitting import DOSSIERS, fit_dossiers
from analyzer.schema import PromiseKind, PromiseOutcome
from analyzer.scoring import Scorer
from analyzer.statement import Statement
from tests.conftest import ROOT

TRAIN = sorted((ROOT / "corpora" / "train").glob("*.jsonl"))
SOME = 6
_AS_OF = date(2023, 8, 1)
_FIRST = (
    "4月8日、会員213名様の氏名を誤って送信しました。\n対象の皆様には4月20日までにお詫びの文書をお送りします。\n"
    "経過は5月末までに公表いたします。\nこれからは送信の前に2名で宛先を確認します。\n今後は十分注意してまいります。"
)
_LATER = "対象の皆様へのお詫びの文書は、4月18日に発送を終えました。\n送信の前に2名で宛先を確認しています。"


@pytest.fixture(scope="module")
def told(scorer: Scorer) -> list[Announcement]:
    first = Statement(_FIRST, "お知らせ", date(2023, 4, 10), "a")
    return read_announcements([first, replace(first, text=_LATER, published=date(2023, 6, 1), id="b")], scorer)


@pytest.fixture(scope="module")
def fitted(scorer: Scorer, tmp_path_factory: pytest.TempPathFactory) -> list[dict[Detail, Choice]]:
    """The judges of a few incidents, fitted twice."""
    (path,) = beside(TRAIN, DOSSIERS)
    golds = read_dossiers(path)[:SOME]
    few = tmp_path_factory.mktemp("dossiers") / "train.jsonl"
    few.write_text("".join(f"{line}\n" for line in path.read_text(encoding="utf-8").splitlines()[:SOME]), encoding="utf-8")
    read = {each.id: each for each in read_announcements(list(statements_of(path, golds).values()), scorer)}
    documents = {id: announcement.document for id, announcement in read.items()}
    probabilities = {id: scorer.model.labeller.probabilities(document) for id, document in documents.items()}
    bare = replace(scorer.model, details={})
    return [fit_dossiers([few], bare, documents, probabilities) for _ in range(2)]


def test_every_judge_is_fitted_the_same_twice_and_survives_saving(fitted: list[dict[Detail, Choice]], told: list[Announcement]) -> None:
    first, second = fitted
    assert set(first) == {Detail.VOWS, Detail.OUTCOMES, Detail.COUNTS}
    assert set(first[Detail.VOWS].values) == {PROMISES, NOTHING}
    for detail, choice in first.items():
        for name, array in choice.to_arrays().items():
            assert np.array_equal(array, second[detail].to_arrays()[name]), (detail, name)
    again = {detail: Choice.from_arrays(choice.values, choice.to_arrays()) for detail, choice in first.items()}
    kept, read = (follow_promises(told, _AS_OF, choices[Detail.OUTCOMES]) for choices in (first, again))
    assert [each.outcome for each in kept] == [each.outcome for each in read]


def test_an_incident_whose_statements_are_not_all_there_is_not_learnt_from(scorer: Scorer) -> None:
    assert fit_dossiers(beside(TRAIN, DOSSIERS), scorer.model, {}, {}) == {}
    assert beside([ROOT / "nowhere" / "train" / "club.jsonl"], DOSSIERS) == []


def test_units_that_promise_are_found_with_and_without_a_fitted_choice(scorer: Scorer, told: list[Announcement]) -> None:
    first = told[0]
    probabilities = scorer.model.labeller.probabilities(first.document)
    assert first.promising == {1, 2, 3, 4}
    assert promising_units(scorer.model.details[Detail.VOWS], first.report, first.document, probabilities) == first.promising
    bare = promising_units(None, first.report, first.document, probabilities)
    assert {promise.unit for promise in first.report.promises} <= bare


def test_no_outcome_is_given_that_cannot_be(told: list[Announcement], scorer: Scorer) -> None:
    for as_of in (date(2023, 4, 15), _AS_OF):
        outcomes = Outcomes(scorer.model.details[Detail.OUTCOMES], told, as_of)
        for vow in vows(told[0]):
            for due in (None, "2023-04-20", "2023-09"):
                outcome = outcomes.judge(vow, due, PromiseOutcome.DROPPED)
                late = due == "2023-04-20" and as_of == _AS_OF
                impossible = {PromiseOutcome.REPEATED, PromiseOutcome.DROPPED} if late else {PromiseOutcome.OVERDUE}
                assert outcome not in impossible, (vow.text, due, as_of)


def test_a_promise_of_the_last_announcement_is_judged_by_its_day_alone(told: list[Announcement], scorer: Scorer) -> None:
    outcomes = Outcomes(scorer.model.details[Detail.OUTCOMES], told[:1], _AS_OF)
    judged = [outcomes.judge(vow, vow.due, PromiseOutcome.OPEN) for vow in vows(told[0])]
    assert len(judged) > 1 and set(judged) == {PromiseOutcome.OPEN}


def test_what_speaks_for_an_outcome_is_the_nearest_sentence_that_tells_it(told: list[Announcement], scorer: Scorer) -> None:
    outcomes = Outcomes(None, told, _AS_OF)
    letters = next(vow for vow in vows(told[0]) if "文書" in vow.text)
    assert outcomes.told_at(letters, PromiseOutcome.DONE) == ((told[1], 0),)
    assert outcomes.told_at(letters, PromiseOutcome.DROPPED) == ()


def test_a_vague_promise_is_one_that_nobody_can_check(told: list[Announcement]) -> None:
    assert [vow.kind for vow in vows(told[0])][-1] == PromiseKind.VAGUE


def test_without_a_fitted_choice_what_grew_is_told_otherwise(scorer: Scorer) -> None:
    first = Statement("4月8日、会員213名様の氏名を誤って送信しました。", "お知らせ", date(2023, 4, 10), "a")
    for text, changed in (("対象は231名様でした。", ["231名"]), ("対象は213名様です。", []), ("このうち12名様にはお電話しました。", [])):
        told = read_announcements([first, replace(first, text=text, published=date(2023, 5, 10), id="b")], scorer)
        assert [recount.after.count.text for recount in Recounts(None, told, Weights(told)).found()] == changed
