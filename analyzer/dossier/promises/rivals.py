"""Of two promises, the one that a later sentence tells of: the one it comes nearer to."""

from analyzer.dossier.likeness import SAME, Weights, terms
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import beside, vows
from analyzer.dossier.quantities import find_counts
from analyzer.language.features import UnitReading
from analyzer.schema import PromiseAim

_HELP = "=KEC28"
"""The concept of making good."""
_NEARER = 1.5
"""How many times as near to another promise a sentence is that says nothing of this one."""


def is_of_another(vow: Vow, later: UnitReading, weigh: Weights, part: str | None = None) -> bool:
    """Whether a sentence is much nearer to another act promised by the same announcement (「検便は7月24日に完了し」 to the 「検便」).

    An act and the report on it are told in the same words, and what was promised of 14 places is told of 14 places.
    """
    counted = {(count.value, count.counter) for count in find_counts(vow.wording)}
    if vow.aim == PromiseAim.REPORT or counted & {(count.value, count.counter) for count in find_counts(later.wording)}:
        return False
    if vow.aim == PromiseAim.REMEDY and _HELP in terms(vow.subject, part) & terms(later):
        return False  # What is told of 「補償」 is told of the damages promised beside the costs that it names.
    others = [other for other in vows(vow.announcement) if other.unit != vow.unit and other.aim != PromiseAim.REPORT]
    nearest = max((weigh.likeness(other.subject, later, other.wording) for other in others), default=0.0)
    return nearest >= SAME and nearest >= _NEARER * weigh.likeness(vow.subject, later, part)


def is_of_act_elsewhere(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence has words of what another sentence of the announcement promises, and none of this one but that of telling.

    「個別のお知らせはいたしません」 takes back that each will be written to, and not that a meeting will be reported to.
    """
    told = {term for term in terms(later) if len(term) > 1 and not term.startswith("=")}
    others = (other for other in vows(vow.announcement) if other.unit != vow.unit)
    return told.isdisjoint(terms(vow.subject, vow.part)) and any(told & terms(other.subject, other.wording) for other in others)


def is_of_act_beside(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence has words of another act promised in the same sentence, and none that are of this one alone.

    「USBメモリの全面禁止に代えて」 has 「禁止」 of both 「持ち出しを禁止し」 and 「USBメモリの使用を禁止します」, the rest of the latter.
    """
    if not vow.beside or vow.aim == PromiseAim.REPORT:
        return False
    told = {term for term in terms(later) if len(term) > 1}
    own = terms(vow.subject, vow.wording) & told
    others = [terms(other.subject, other.wording) & told for other in beside(vow) if other.aim != PromiseAim.REPORT]
    return any(other - own and not own - other for other in others)
