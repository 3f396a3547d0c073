"""The steps of a course of events as told, and what those told so far let a reader know."""

from dataclasses import dataclass

from analyzer.durations import TO_THE_MONTH
from analyzer.report import Event
from analyzer.schema import EventKind, Precision

STEPS = frozenset({EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
"""What people did once it had happened, but for publishing."""


@dataclass(frozen=True, slots=True)
class Step:
    """An event of the kind that the rules tell, and the unit's words from the date before it to the one after it.

    `alone`: no other date stands in the unit; `until`: the last day or moment of a span; `is_end`: the other end of the step
    before it, told by the same words; `settled`: the words leave no other kind; `keyed`: the text itself names it the time of
    the matter (「発生日時:」); `told_in`: the unit below that tells the step, where its own holds but the date.
    """

    event: Event
    before: str
    after: str
    alone: bool
    until: str | None = None
    is_end: bool = False
    settled: bool = False
    keyed: bool = False
    told_in: int | None = None

    @property
    def ranged(self) -> bool:
        return self.until is not None

    def is_before(self, other: "Step") -> bool:
        """Whether it surely lies before another, as far as both are told."""
        first, second = self.event.at, other.event.at
        if first and self.until and self.until.startswith(first) and len(first) == TO_THE_MONTH:
            first = self.until  # 「10月はじめ」 lies before the 31st.
        return first is not None and second is not None and first[: len(second)] < second[: len(first)]


@dataclass(frozen=True, slots=True)
class Known:
    """What earlier units have told: when it happened, at what hour, when it was found, and which was the last to tell a step."""

    occurred: bool = False
    hour: bool = False
    detected: bool = False
    unit: int | None = None

    def after(self, event: Event) -> "Known":
        occurred = event.event == EventKind.OCCURRED
        clocked = event.precision in (Precision.MINUTE, Precision.HOUR)
        detected = event.event == EventKind.DETECTED
        return Known(self.occurred or occurred, self.hour or (occurred and clocked), self.detected or detected, event.unit)
