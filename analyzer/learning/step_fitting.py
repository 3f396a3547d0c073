"""Fitting the judge of what kind a step is, on the steps labelled by hand beside the training set."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from analyzer.answers.step_kinds import bag_of, columns_of
from analyzer.answers.steps import Step
from analyzer.answers.timeline import steps
from analyzer.corpus.details import GoldDetails, GoldEvent
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import assigned
from analyzer.language.features import DocumentReading
from analyzer.learning.choice_fitting import fit_choice

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

FILES = ("train.jsonl", "timelines.jsonl")
"""Files of `details` that tell of the training set."""
STRENGTH = 1.0
"""Regularisation (scikit-learn's `C`), chosen by cross-validation over organisations and over writers."""


def details_beside(train: Sequence[Path]) -> list[Path]:
    """The files of labelled steps beside a training set's folder, where there are such."""
    return [path for name in FILES if (path := train[0].parent.parent / "details" / name).exists()]


def fit_steps(
    golds: Sequence[GoldDetails], documents: Mapping[str, DocumentReading], out_of_fold: "Mapping[str, Floats]", thresholds: "Floats"
) -> Choice | None:
    """Fit on labelled steps; None where there are none or all are of one kind.

    `documents` and `out_of_fold` are by id; the probabilities, shape (units, columns), come from a labeller that never saw
    the statement, as do those of a stranger's announcement.
    """
    columns: list[Floats] = []
    bags: list[Counter[str]] = []
    kinds: list[str] = []
    groups: list[str] = []
    for gold in golds:
        document, probabilities = documents[gold.labelled.id], out_of_fold[gold.labelled.id]
        told = steps(document, assigned(probabilities, thresholds), gold.labelled.statement.published)
        for at, event in _labelled(told, gold.timeline):
            columns.append(columns_of(document, probabilities, told, at))
            bags.append(bag_of(told[at]))
            kinds.append(event.event)
            groups.append(gold.labelled.group)
    return fit_choice(np.array(columns), bags, kinds, groups, STRENGTH) if len(set(kinds)) > 1 else None


def _labelled(told: Sequence[Step], timeline: Sequence[GoldEvent]) -> Iterator[tuple[int, GoldEvent]]:
    """The steps read that are labelled, each with the event whose wording it shares most."""
    for at, step in enumerate(told):
        overlaps = [min(step.event.end, gold.span[1]) - max(step.event.start, gold.span[0]) for gold in timeline]
        if not step.is_end and max(overlaps, default=0) > 0:
            yield at, timeline[int(np.argmax(overlaps))]
