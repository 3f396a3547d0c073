"""What was called off: the hour at which it would have begun is not that at which anything was stopped."""

from collections.abc import Sequence

from analyzer.answers.timeline.steps import Step
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind


def never_begun(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """The kinds of steps, where what would have begun then was called off: 「14時20分に照明が落下」, 「18時開演の部は中止」.

    That it was is what happened where nothing else is told to have happened before.
    """
    settled: list[EventKind] = []
    for step, kind in zip(told, kinds, strict=True):
        taken = kind == EventKind.CONTAINED or (kind == EventKind.OCCURRED and EventKind.OCCURRED in settled)
        settled.append(EventKind.OTHER if taken and COURSE.says("scheduled_after", step.after) else kind)
    return tuple(settled)
