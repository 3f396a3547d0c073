"""What became of a promise that nobody can check: measures that can be checked took its place, or it was only said again."""

from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import AGAIN, Weights, share_a_word
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import vows
from analyzer.dossier.wordings import says
from analyzer.schema import PromiseAim, PromiseKind, PromiseOutcome


def follow_vague(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, tuple[Sentence, ...]]:
    """Replaced by the first later measures that can be checked, shown by the one most like it; or else said again in other words."""
    again: tuple[Sentence, ...] = ()
    for place, announcement in enumerate(later):
        made = [other for other in vows(announcement) if other.aim == PromiseAim.MEASURE and not _is_other_help(vow, other)]
        old = [other for told in (vow.announcement, *later[:place]) for other in vows(told) if other.kind == PromiseKind.CONCRETE]
        new = [other for other in made if other.kind == PromiseKind.CONCRETE and not _is_among(other, old, weigh)]
        if new:
            nearest = max(new, key=lambda other: weigh.likeness(vow.subject, other.sentence.unit, vow.wording))
            return PromiseOutcome.REPLACED, (*again, nearest.sentence)
        vague = next((other for other in made if other.kind == PromiseKind.VAGUE), None)
        if vague is not None:
            again = (*again, vague.sentence)
    return (PromiseOutcome.REPEATED if again else None), again


def _is_other_help(vow: Vow, other: Vow) -> bool:
    """Whether a measure only disciplines somebody, or has nothing to do with what was held out to those harmed (「減免を検討します」)."""
    disciplines = says("disciplines", other.wording) and not says("to_discipline", vow.wording)  # It prevents nothing.
    return disciplines or (says("remedy", vow.wording) and not share_a_word(vow.subject, other.sentence.unit, vow.wording))


def _is_among(other: Vow, old: Sequence[Vow], weigh: Weights) -> bool:
    return any(weigh.likeness(other.sentence.unit, earlier.sentence.unit) >= AGAIN for earlier in old)
