"""Fitting the judges of dossiers, as labelled beside the training set: units that promise, outcomes of promises, counts told otherwise."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analyzer.arrays import Floats
from analyzer.corpus.details import Span, shared
from analyzer.corpus.dossiers import GoldDossier, read_dossiers
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.recounts import CHANGED, SAME, Recounts
from analyzer.dossier.likeness import Weights
from analyzer.dossier.promises import promising
from analyzer.dossier.promises.keeping import covering, follow_promises
from analyzer.dossier.promises.outcomes import Outcomes
from analyzer.judging.choice import Choice
from analyzer.judging.model import Detail, Model
from analyzer.language.features import DocumentReading
from analyzer.learning.choice_fitting import fit_choice
from analyzer.report import Report
from analyzer.schema import PromiseKind
from analyzer.scoring import Scorer

if TYPE_CHECKING:
    Case = tuple[Floats, str]

DOSSIERS = "dossiers/train.jsonl"
"""Labelled dossiers of the training set, where there are such."""
_C = {Detail.VOWS: 0.1, Detail.OUTCOMES: 0.3, Detail.COUNTS: 0.3}
"""Regularisation (scikit-learn's `C`), chosen by cross-validation over incidents."""
_HALF = 0.5


def fit_dossiers(
    paths: Sequence[Path], model: Model, documents: Mapping[str, DocumentReading], out_of_fold: Mapping[str, Floats]
) -> dict[Detail, Choice]:
    """Fit every judge on labelled dossiers; one is left out where there are none or all cases are of one value.

    `model` reads the statements; `documents` and `out_of_fold`, shape (units, columns), are by id, the latter from a
    labeller that never saw the statement, as are those of a stranger's announcement.
    """
    scorer = Scorer(model)
    cases: dict[Detail, list[tuple[Case, str]]] = {detail: [] for detail in _C}
    for gold in (gold for path in paths for gold in read_dossiers(path)):
        ids = [id for id in gold.statements if id in documents]
        if len(ids) < len(gold.statements):
            continue
        told = [_announcement(id, gold, documents[id], out_of_fold[id], scorer) for id in ids]
        told.sort(key=lambda announcement: announcement.document.statement.published or date.max)
        for place, announcement in enumerate(told[:-1]):
            units = _vows(announcement, gold, out_of_fold[announcement.id], is_first=place == 0)
            cases[Detail.VOWS] += [(case, gold.id) for case in units]
        cases[Detail.OUTCOMES] += [(case, gold.id) for case in _outcomes(gold, told)]
        cases[Detail.COUNTS] += [(case, gold.id) for case in _counts(gold, told)]
    fitted: dict[Detail, Choice] = {}
    for detail, of in cases.items():
        values = [value for (_, value), _ in of]
        if len(set(values)) > 1:
            columns, groups = np.array([columns for (columns, _), _ in of]), [group for _, group in of]
            fitted[detail] = fit_choice(columns, [Counter()] * len(values), values, groups, _C[detail])
    return fitted


def _announcement(id: str, gold: GoldDossier, document: DocumentReading, probabilities: Floats, scorer: Scorer) -> Announcement:
    """A statement as the analyzer reads it; what promises is what the annotator found, and what repeats it or comes last."""
    report = scorer.report(document, probabilities)
    told = promising.promising_units(None, report, document, probabilities)
    return Announcement(id, report, document, told | _promised(report, gold))


def _promised(report: Report, gold: GoldDossier) -> frozenset[int]:
    """The units of a statement that the annotator found to promise something."""
    texts = [text for statement, text, _ in gold.promises if statement == report.id]
    spans = [(at, at + len(text)) for text in texts if (at := report.text.find(text)) >= 0]
    return frozenset(unit.index for unit in report.units if any(_is_of((unit.start, unit.end), span) for span in spans))


def _is_of(unit: Span, wording: Span) -> bool:
    """Whether a wording covers most of a unit, or the other way about."""
    return shared(unit, wording) > _HALF * min(unit[1] - unit[0], wording[1] - wording[0])


def _vows(announcement: Announcement, gold: GoldDossier, probabilities: Floats, *, is_first: bool) -> Iterator["Case"]:
    """The units of an announcement that has a later one, and whether they promise.

    What may repeat an earlier promise is left out: the annotator names that one only where it was first made.
    """
    promised = _promised(announcement.report, gold)
    for index in range(len(announcement.units)):
        if is_first or index in promised or index not in announcement.promising:
            columns = promising.columns_of(announcement.report, announcement.document, probabilities, index)
            yield columns, promising.PROMISES if index in promised else promising.NOTHING


def _outcomes(gold: GoldDossier, announcements: Sequence[Announcement]) -> Iterator["Case"]:
    outcomes = Outcomes(None, announcements, gold.as_of)
    kept = follow_promises(announcements, gold.as_of)
    for statement, wording, outcome in gold.promises:
        each = covering(kept, statement, wording)
        if each and each.vow.kind != PromiseKind.VAGUE and each.vow.announcement is not announcements[-1]:
            yield outcomes.columns_of(each.vow, each.due), outcome


def _counts(gold: GoldDossier, announcements: Sequence[Announcement]) -> Iterator["Case"]:
    """Every count of the later announcements, and whether the annotator took it for another value of one told before."""
    recounts = Recounts(None, announcements, Weights(announcements))
    for announcement in announcements[1:]:
        values = [value for statement, value in gold.counts if statement == announcement.id]
        for recount in recounts.of(announcement):
            yield recount.columns, CHANGED if any(recount.after.count.text in value for value in values) else SAME
