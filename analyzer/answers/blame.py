"""On whom a statement lays the fault: each unit that bears one goes to its owner, and every owner has a share of them.

A unit that admits and deflects counts half for each.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from analyzer.answers.faults import DENIED, FAULTY, owners_told
from analyzer.language.features import DocumentReading
from analyzer.report import Blame
from analyzer.schema import Label, Owner

_OTHERS = frozenset({Owner.CONTRACTOR, Owner.SYSTEM, Owner.PERSON, Owner.OUTSIDER})


def blame(document: DocumentReading, labels: Sequence[Mapping[Label, float]]) -> tuple[Blame, ...]:
    """The owners of the faults told, the largest share first; shares are rounded to four decimals."""
    weights: defaultdict[Owner, float] = defaultdict(float)
    units: defaultdict[Owner, list[int]] = defaultdict(list)
    last: Owner | None = None
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if FAULTY.isdisjoint(given) or (unit.placement.is_heading and unit.placement.key_topic and "。" not in unit.wording):
            continue
        owners = owners_told(unit, given)
        if owners == (Owner.NOBODY,) and Label.DEFLECTION in given and last and not DENIED.search(unit.wording):
            owners = (last,)  # 「委託先の作業ミスです。裏切られた思いです。」: whom the sentence before has blamed.
        last = next((owner for owner in owners if owner in _OTHERS), last)
        for owner in owners:
            weights[owner] += 1 / len(owners)
            units[owner].append(index)
    order = sorted(weights, key=lambda owner: (-round(weights[owner], 9), list(Owner).index(owner)))
    total = sum(weights.values())
    return tuple(Blame(owner, round(weights[owner] / total, 4), tuple(units[owner])) for owner in order)
