"""On whom one unit lays a fault: the verdict of the rules and that of a fitted model, weighed against each other.

The rules know the words of the actors they were written for. Who is meant where none of those is named (「柵が人の重みに
耐えない」) is hinted at by whatever else the unit says; a logistic regression fitted on faults labelled by hand weighs it. It
does not see the rules' verdict, which is right more often on the statements it is fitted on than elsewhere.
"""

from collections import Counter

import numpy as np

from analyzer.answers.blame.actors import acting, actors_in, owner_named, topics
from analyzer.arrays import Floats
from analyzer.judging.choice import Choice
from analyzer.judging.labeller import LABELS
from analyzer.language.agency import faults
from analyzer.language.features import UnitReading
from analyzer.schema import Labels, Owner

_VOTE = 1.0
"""What the rules' verdict adds to the log probability of its owner.

Chosen on statements that neither the rules nor the model had seen, where the model alone did better than the rules.
"""
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PRON"})


def owner_by(choice: Choice, unit: UnitReading, given: Labels, verdict: Owner) -> Owner:
    """The owner of the fault of a unit with the labels `given`, where the rules' verdict is `verdict`."""
    return Owner(choice.beside(verdict, _VOTE, columns_of(unit, given), bag_of(unit)))


def columns_of(unit: UnitReading, given: Labels) -> Floats:
    """The dense columns of one unit: its labels, and which actors it names, lets act, holds at fault and speaks of."""
    at_fault = {owner_named(candidates[0]) for _, candidates in faults(unit.parsed) if candidates}
    named = (actors_in(unit.wording), frozenset(acting(unit)), at_fault, frozenset(topics(unit)))
    return np.array([*(float(label in given) for label in LABELS), *(float(owner in owners) for owners in named for owner in Owner)])


def bag_of(unit: UnitReading) -> Counter[str]:
    """Lemmas of the content words and, marked `^`, of the predicate that the unit ends in."""
    words = unit.parsed.words
    roots = (f"^{word.lemma}" for index, word in enumerate(words) if word.head == index)
    return Counter([*(word.lemma for word in words if word.pos in _CONTENT), *roots])
