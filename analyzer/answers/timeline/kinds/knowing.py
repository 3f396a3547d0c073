"""Who knew of it when: what others knew is no discovery of the speaker's, and what was missed and is found again is none either."""

import re
from collections.abc import Sequence
from functools import cache

from analyzer.answers.blame.actors import OURSELVES
from analyzer.answers.timeline.clauses import clause_before, clauses_of
from analyzer.answers.timeline.steps import Step
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind

_LEARNT = re.compile(r"(?:受けた|知った|把握した|認識した|気(?:付|づ)いた)のは、?$")
_OF_SPEAKER = frozenset({EventKind.DETECTED, EventKind.OCCURRED, EventKind.REPORTED})


def not_known_to_others(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """What a contractor found, or somebody told an authority, is no discovery of the speaker's who says when it learnt of it itself."""
    found = [step for step, kind in zip(told, kinds, strict=True) if kind == EventKind.DETECTED]
    ours = [step for step in found if _LEARNT.search(step.before) and _when_we_learnt().search(step.before)]
    asked = [step for step in found if COURSE.says("learnt_from_authority", _sentence(step))]
    return tuple(
        EventKind.OTHER
        if (kind == EventKind.DETECTED and any(map(step.is_before, ours)) and not _is_ours(_clauses_at(step)))
        or (kind in _OF_SPEAKER and any(map(step.is_before, asked)) and _told_an_authority(step))
        else kind
        for step, kind in zip(told, kinds, strict=True)
    )


def got_back(told: Sequence[Step], kinds: Sequence[EventKind]) -> tuple[EventKind, ...]:
    """The kinds, where what was lost and known to be was found again: 「1月21日、交番に届けました。1月25日、駅で見つかりました」."""
    lost = missed = False
    settled: list[EventKind] = []
    for step, kind in zip(told, kinds, strict=True):
        sentence = _sentence(step)
        if kind in (EventKind.DETECTED, EventKind.OTHER) and (
            (missed and COURSE.says("handed_in", sentence)) or (lost and COURSE.says("found_again", sentence))
        ):
            kind = EventKind.CONTAINED
        lost = lost or COURSE.says("lost", sentence)
        missed = lost and (missed or kind in (EventKind.DETECTED, EventKind.REPORTED))
        settled.append(kind)
    return tuple(settled)


@cache
def _when_we_learnt() -> re.Pattern[str]:
    """「弊社が委託先から報告を受けたのは」; compiled where it is asked, for it is asked seldom."""
    return re.compile(rf"(?:{OURSELVES.pattern}|(?<![一-龥])[市町村区県])[がも][^。]{{0,40}}{_LEARNT.pattern}")


def _is_ours(wording: str) -> bool:
    return any(wording.startswith(("が", "は", "も", "では"), found.end()) for found in OURSELVES.finditer(wording))


def _told_an_authority(step: Step) -> bool:
    return COURSE.says("authority_told_after", step.after.partition("。")[0])


def _sentence(step: Step) -> str:
    return step.before.rpartition("。")[2] + step.after.partition("。")[0]


def _clauses_at(step: Step) -> str:
    return clause_before(step.before) + next(clauses_of(step.after), "")
