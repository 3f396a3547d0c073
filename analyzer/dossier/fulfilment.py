"""Whether later announcements keep or replace a promise, by log-odds over how near they come to it and in what wording.

The rules of `keeping.py` know wordings; strangers use others. What holds across wordings is weighed here: how near the nearest
sentence comes that tells something done, that takes something back or that puts it off, and what kind of promise it is. The
rules' verdict counts as one voice more.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import Weights
from analyzer.dossier.vows import Vow, says, takes_back
from analyzer.schema import PromiseAim, PromiseOutcome

_DONE = {
    "told_done": 11.3,
    "taken_back": -8.4,
    "put_off": -4.5,
    "report": 1.8,
    "notice": 2.7,
    "remedy": 2.8,
    "body": 2.8,
    "in_force": 1.4,
}
_REPLACED = {"taken_back": 9.4, "of_notice": -0.9, "in_force": 1.7}
_DONE_BIAS, _REPLACED_BIAS = -4.4, -2.8
"""Logistic regressions on the checkable promises of the train and dev dossiers, read by a model that never saw them; weights
fitted without an incident give 0.86 of its promises their outcome, without the rules."""
_VOTE = 1.0
"""What the rules' verdict adds; little, since the rules were written on those same promises."""
_AGAIN = 0.34
"""Likeness from which a sentence that looks ahead promises the same again."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The unit of the later announcements that comes nearest to a promise among those of one kind of wording."""

    likeness: float
    announcement: Announcement | None
    unit: int

    @property
    def seen(self) -> tuple[tuple[Announcement, int], ...]:
        return ((self.announcement, self.unit),) if self.announcement is not None else ()


@dataclass(frozen=True, slots=True)
class Fulfilment:
    """What became of a promise, None where nothing later tells it, and the place that shows it."""

    outcome: PromiseOutcome | None
    seen: tuple[tuple[Announcement, int], ...]


def weigh_outcome(vow: Vow, later: Sequence[Announcement], weigh: Weights, verdict: PromiseOutcome | None) -> Fulfilment:
    """Whether a checkable promise is done, replaced, repeated or none of these; `verdict` is what the rules say."""
    own = vow.announcement.units[vow.unit]
    near = [(weigh.likeness(own, unit), told, index) for told in later for index, unit in enumerate(told.units)]
    done = _nearest(near, lambda wording: says("done", wording) and not says("decided", wording))
    back = _nearest(near, takes_back)
    put_off = _nearest(near, lambda wording: says("deferred", wording))
    report, notice = vow.aim == PromiseAim.REPORT, says("notice", vow.wording)
    values = {
        "told_done": done.likeness,
        "taken_back": back.likeness,
        "put_off": put_off.likeness,
        "report": float(report),
        "notice": float(report and notice and not says("deliverable", vow.wording)),
        "of_notice": float(notice),
        "remedy": float(vow.aim == PromiseAim.REMEDY),
        "body": float(says("to_set_up", vow.wording)),
        "in_force": float(vow.in_force),
    }
    kept = _DONE_BIAS + _odds(_DONE, values) + _vote(verdict, PromiseOutcome.DONE)
    replaced = _REPLACED_BIAS + _odds(_REPLACED, values) + _vote(verdict, PromiseOutcome.REPLACED)
    if report and says("result", vow.wording) and (owed := _still_owed(later[-1])):
        return Fulfilment(PromiseOutcome.REPEATED, owed)
    if max(kept, replaced) > 0:
        return Fulfilment(PromiseOutcome.DONE, done.seen) if kept >= replaced else Fulfilment(PromiseOutcome.REPLACED, back.seen)
    again = _nearest(near, lambda wording: says("ahead", wording) or says("deferred", wording))
    return Fulfilment(PromiseOutcome.REPEATED, again.seen) if again.likeness > _AGAIN else Fulfilment(None, ())


def _still_owed(last: Announcement) -> tuple[tuple[Announcement, int], ...]:
    """Where the last announcement says that a report is still to come, if it does."""
    return tuple((last, index) for index, unit in enumerate(last.units) if says("report_put_off", unit.wording))[:1]


def _nearest(near: Sequence[tuple[float, Announcement, int]], holds: Callable[[str], bool]) -> Nearest:
    alike = ((likeness, told, index) for likeness, told, index in near if holds(told.units[index].wording))
    return Nearest(*max(alike, key=lambda found: found[0], default=(0.0, None, 0)))


def _odds(weights: dict[str, float], values: dict[str, float]) -> float:
    return sum(weight * values[name] for name, weight in weights.items())


def _vote(verdict: PromiseOutcome | None, outcome: PromiseOutcome) -> float:
    return _VOTE / 2 if verdict == outcome else -_VOTE / 2
