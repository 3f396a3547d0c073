"""The reason about a count, in agreement with the checklist: beside 「本人の数 あり」 nobody can be told that no number is given."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from analyzer.judging.rubric import criteria
from analyzer.report import AxisReading, ChecklistItem, Reason
from analyzer.schema import Axis, ChecklistStatus, Lang

_COUNT = "SPE05"


def agreeing(axes: Mapping[Axis, AxisReading], items: Iterable[ChecklistItem], lang: Lang) -> dict[Axis, AxisReading]:
    """The readings, with the reason about a count as the checklist has it; levels stay what the model makes of the evidence.

    The model weighs how surely a sentence tells an extent and holds any number; the checklist knows which numbers count nobody.
    """
    item = next((item for item in items if item.code == "CHK03"), None)
    reading = axes[Axis.SPECIFICITY]
    if item is None or item.status == ChecklistStatus.NOT_APPLICABLE:
        return dict(axes)
    reasons = tuple(_as_counted(reason, item, lang) if reason.code == _COUNT else reason for reason in reading.reasons)
    return {**axes, Axis.SPECIFICITY: replace(reading, reasons=reasons)}


def _as_counted(reason: Reason, item: ChecklistItem, lang: Lang) -> Reason:
    counted = item.status == ChecklistStatus.STATED
    if reason.met == counted:
        return reason
    criterion = next(criterion for criterion in criteria(Axis.SPECIFICITY) if criterion.code == _COUNT)
    return Reason(_COUNT, (criterion.met if counted else criterion.unmet)[lang], counted, item.units if counted else ())
