"""How the unit classifier is fitted: the part `labeller` of a recipe."""

from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.statement import LabelledStatement


@dataclass(frozen=True, slots=True)
class LabellerSettings:
    """Every number that a fit of the two stages depends on.

    Parameters
    ----------
    folds : out-of-fold predictions are made in so many parts, cut between organisations.
    characters_c, lemmas_c, named_c, vectors_c, combiner_c : strengths of regularisation, scikit-learn's `C`.
    least_groups : how many organisations must use a term.
    log_odds : the blocks whose terms are weighed by their log-odds, see `estimators.log_odds`.
    retold_weight : how much a retold statement counts against an imagined one.
    network_members, network_width, network_alpha, network_epochs : how many perceptrons there are (0: none), how wide they
        are, their L2 penalty, and how often they see the corpus.
    """

    folds: int = 5
    characters_c: float = 6.0
    lemmas_c: float = 2.0
    named_c: float = 3.0
    vectors_c: float = 0.3
    combiner_c: float = 0.05
    least_groups: int = 3
    log_odds: Sequence[str] = ("lemmas",)
    retold_weight: float = 1.0
    network_members: int = 3
    network_width: int = 256
    network_alpha: float = 0.4
    network_epochs: int = 12

    def c_of(self, block: str) -> float:
        return float(getattr(self, f"{block}_c"))

    def weight_of(self, labelled: LabelledStatement) -> float:
        return self.retold_weight if labelled.retold else 1.0
