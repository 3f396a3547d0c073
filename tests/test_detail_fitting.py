"""The judges of details fitted on labelled statements: steps, promises and faults; saved, read again, left out where nothing differs."""

from dataclasses import replace

import numpy as np
import pytest

from analyzer.answers.blame.shares import blame
from analyzer.answers.judges import Judges
from analyzer.answers.promises.ledger import promises
from analyzer.corpus.details import GoldChoices, read_choices
from analyzer.corpus.labelled_files import beside
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import COLUMNS, assigned
from analyzer.judging.model import Detail
from analyzer.language.features import DocumentReading, read_documents
from analyzer.learning.detail_fitting import DETAILS, fit_details
from analyzer.learning.units import targets_of
from analyzer.schema import EventKind, Owner, Strength
from tests.cases import timeline
from tests.conftest import ROOT

TRAIN = sorted((ROOT / "corpora" / "train").glob("*.jsonl"))
SOME = 24
THRESHOLDS = np.full(len(COLUMNS), 0.5)
Labelled = tuple[list[GoldChoices], dict[str, DocumentReading], dict[str, np.ndarray]]


@pytest.fixture(scope="module")
def labelled() -> Labelled:
    golds = read_choices(beside(TRAIN, *DETAILS)[0])[:SOME]
    documents = dict(zip((g.labelled.id for g in golds), read_documents(g.labelled.statement for g in golds), strict=True))
    return golds, documents, {g.labelled.id: targets_of(documents[g.labelled.id], g.labelled).astype(float) for g in golds}


def test_every_judge_is_fitted_the_same_twice_and_survives_saving(labelled: Labelled) -> None:
    golds, documents, probabilities = labelled
    first, second = (fit_details(*labelled, THRESHOLDS) for _ in range(2))
    assert set(first) == {Detail.STEPS, Detail.STRENGTHS, Detail.BLAME}
    assert set(first[Detail.STEPS].values) == {str(kind) for gold in golds for _, kind in gold.kinds}
    for detail, choice in first.items():
        for name, array in choice.to_arrays().items():
            assert np.array_equal(array, second[detail].to_arrays()[name]), (detail, name)
    again = {detail: Choice.from_arrays(choice.values, choice.to_arrays()) for detail, choice in first.items()}
    for gold in golds:
        document, told = documents[gold.labelled.id], probabilities[gold.labelled.id]
        labels = assigned(told, THRESHOLDS)
        kept, read = (Judges.of(details, document, told) for details in (first, again))
        assert timeline(document, labels, None, kept.kinds) == timeline(document, labels, None, read.kinds)
        assert blame(document, labels, kept.owners) == blame(document, labels, read.owners)
        assert promises(document, labels, None, kept.strengths) == promises(document, labels, None, read.strengths)


def test_nothing_to_tell_apart_leaves_the_rules_alone(labelled: Labelled) -> None:
    golds, documents, probabilities = labelled
    assert fit_details([], {}, {}, THRESHOLDS) == {}
    alike = [
        replace(
            gold,
            kinds=tuple((span, EventKind.OTHER) for span, _ in gold.kinds),
            strengths=tuple((span, Strength.PREVENT) for span, _ in gold.strengths),
            owners=dict.fromkeys(gold.owners, Owner.OWN),
        )
        for gold in golds
    ]
    assert fit_details(alike, documents, probabilities, THRESHOLDS) == {}
    document = documents[golds[0].labelled.id]
    assert Judges.of({}, document, np.zeros((0, len(COLUMNS)))) == Judges(None, None, None)


def test_labelled_details_are_looked_for_beside_the_training_set() -> None:
    assert [path.name for path in beside(TRAIN, *DETAILS)] == ["train.jsonl", "train_without_checklist.jsonl", "train_choices.jsonl"]
    assert beside([ROOT / "nowhere" / "train" / "club.jsonl"], *DETAILS) == []
