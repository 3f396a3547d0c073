"""What a promise is tied to elsewhere in its statement: the cause that it answers, and the check that is to verify it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.answers.promises.acts import MARKER
from analyzer.language.features import UnitReading
from analyzer.language.pipeline import Word
from analyzer.rules.slots import PROMISES
from analyzer.schema import Label, Labels

_PLACE_NAME = "名詞-固有名詞-地名"
"""Where a cause and a measure were told is not what they are about (「京都の店舗の床を磨く」)."""


@dataclass(frozen=True, slots=True)
class Ties:
    """The units of a statement that state causes, and its clauses on how the measures will be checked, each with the index of its unit."""

    causes: Sequence[UnitReading]
    checks: Sequence[tuple[int, str]]

    @classmethod
    def of(cls, units: Sequence[UnitReading], labels: Sequence[Labels]) -> "Ties":
        given = list(enumerate(zip(units, labels, strict=True)))
        checks = ((index, check_in(unit.wording)) for index, (unit, assigned) in given if Label.FOLLOWUP in assigned)
        return cls(
            causes=[unit for _, (unit, assigned) in given if Label.CAUSE in assigned],
            checks=[(index, check) for index, check in checks if check],
        )

    def answered_by(self, wording: str, words: Sequence[Word]) -> bool | None:
        """Whether an act is about what a cause is about: a content word, or a kind of cause, in both; None where no cause is stated."""
        if not self.causes:
            return None
        told = set().union(*(_content(unit.parsed.words) for unit in self.causes))
        themes = PROMISES.patterns("theme")
        return not _content(words).isdisjoint(told) or any(
            theme.search(wording) and any(theme.search(unit.wording) for unit in self.causes) for theme in themes
        )

    def check_after(self, index: int, words: Sequence[Word]) -> str | None:
        """The first check told after the unit at `index` that is one of all measures, or speaks of the act with these words."""
        return next((check for at, check in self.checks if at > index and _is_of(check, words)), None)


def check_in(wording: str) -> str | None:
    """The clause that says how the measures will be checked or reported."""
    if PROMISES.says("not_verification", wording) or not PROMISES.says("verification", wording):
        return None
    opening = MARKER.match(wording)
    return re.sub(r"[。.]\s*$", "", wording[opening.end() if opening else 0 :]).strip() or None


def _is_of(check: str, words: Sequence[Word]) -> bool:
    found = PROMISES.decided("verification", check)
    return found is not None and (found == "all" or any(lemma in check for lemma in _content(words)))


def _content(words: Sequence[Word]) -> set[str]:
    content = (word.lemma for word in words if word.pos in ("NOUN", "VERB", "PROPN", "ADJ") and not word.tag.startswith(_PLACE_NAME))
    return {lemma for lemma in content if not PROMISES.says("stop", lemma)}
