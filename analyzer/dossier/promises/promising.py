"""Which units of an announcement promise something: a fitted model's judgement of its labels, wording and days.

Measures, further reports and acts for those harmed are promised in more words than rules can list; a logistic regression
fitted on labelled dossiers weighs the labeller's probabilities with what the rules know of the wording.
"""

from collections import Counter
from collections.abc import Collection
from datetime import date

import numpy as np

from analyzer.arrays import Floats
from analyzer.dossier.promises.vows import CLAUSE
from analyzer.dossier.wordings import day_ahead, is_past, is_told_as_so, says, says_any, without_request
from analyzer.judging.choice import Choice
from analyzer.language.features import DocumentReading
from analyzer.report import Report
from analyzer.schema import Label, PromiseKind

PROMISES, NOTHING = "promises", "nothing"
"""The values of the choice."""
_LEAST = 0.25
"""Probability from which a unit promises; chosen by cross-validation over incidents for the best F1."""
_SLOTS = (
    "ahead undertakes standing hereafter done withdrawn notice remedy stops inquiry performs decided deferred no_promise preparing "
    "to_set_up refrains result deliverable not_so report_put_off"
).split()
_LONG = 80
_CERTAIN = 0.01


def promising_units(choice: Choice | None, report: Report, document: DocumentReading, probabilities: Floats) -> frozenset[int]:
    """Indices of the units that promise; `probabilities` are the labeller's, shape (units, columns).

    Without a fitted choice they are those of the statement's ledger and those that announce a report.
    """
    if choice is None:
        told = {promise.unit for promise in report.promises}
        return frozenset(told | {unit.index for unit in report.units if Label.FOLLOWUP in unit.labels})
    at = choice.values.index(PROMISES)
    return frozenset(
        index
        for index, unit in enumerate(document.units)
        if not _is_never(own := without_request(unit.wording), document.statement.published)
        and (
            _is_plain(own, document.statement.published)
            or _is_stop(unit.wording, report.units[index].labels)
            or choice.probabilities(columns_of(report, document, probabilities, index), Counter())[at] >= _LEAST
        )
    )


def _is_plain(wording: str, published: date | None) -> bool:
    """Whether a wording says in so many words what will be done by a day still to come, however little it looks like the labelled ones."""
    dated = says("dated_act", wording) and day_ahead(wording, published) is not None
    return dated and not says("asks_readers", wording) and not says("by_others", wording)


def _is_stop(wording: str, given: Collection[Label]) -> bool:
    """Whether a wording of one clause only says that something is stopped (「製造を停止しております」), and tells no incident."""
    stopped = says("stops", wording) and is_told_as_so(wording) and not CLAUSE.search(wording)
    return stopped and Label.RESPONSE in given and Label.INCIDENT not in given


def _is_never(wording: str, published: date | None) -> bool:
    """Whether nobody can ask if it was kept: an offer to those who ask, what this announcement does (「公表します」), or no act at all."""
    now = says("performs", wording) and not says("periodic", wording) and day_ahead(wording, published) is None
    return says_any(("standing", "no_act", "announces"), wording) or now


def columns_of(report: Report, document: DocumentReading, probabilities: Floats, index: int) -> Floats:
    """The dense columns of one unit: its labels' log odds, what its wording says, whether it names a day still to come, its place."""
    unit, given = document.units[index], report.units[index].labels
    likely = np.clip(probabilities[index], _CERTAIN, 1 - _CERTAIN)
    kinds = {promise.kind for promise in report.promises_in(index)}
    dated = day_ahead(unit.wording, document.statement.published) is not None
    past, ahead = is_past(unit.wording), says("ahead", unit.wording)
    return np.concatenate(
        [
            np.log(likely / (1 - likely)),
            *(weight * probabilities[index] for weight in (dated, past, ahead)),
            [says(slot, unit.wording) for slot in _SLOTS],
            [kind in kinds for kind in PromiseKind],
            [dated, past, unit.placement.is_heading, not given, min(len(unit.wording), _LONG) / _LONG],
        ]
    ).astype(np.float64)
