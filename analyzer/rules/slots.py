"""What wordings say by the tables of rules that have slots: each rule decides one `slot`, each slot has one rule or more.

A slot that no rule of its table has raises `LookupError`, so that none that is misspelt is silently empty.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from analyzer.rules import load_rules


@dataclass(frozen=True, slots=True)
class SlotRule:
    """One rule of a slot; `value` is what it decides, empty where it only tells whether."""

    code: str
    value: str
    pattern: re.Pattern[str]


@cache
def _rules(table: str, slot: str) -> tuple[SlotRule, ...]:
    rules = load_rules(table).items()
    found = tuple(SlotRule(code, rule.get("value", ""), re.compile(rule["pattern"])) for code, rule in rules if rule["slot"] == slot)
    if not found:
        raise LookupError(f"rules/{table}.toml has no slot {slot!r}")
    return found


@cache
def _patterns(table: str, slot: str) -> tuple[re.Pattern[str], ...]:
    return tuple(rule.pattern for rule in _rules(table, slot))


@lru_cache(maxsize=4096)
def _first_hit(table: str, slot: str, wording: str) -> tuple[SlotRule, re.Match[str]] | None:
    """The first rule of a slot that hits, and where; half of what a reading asks it has asked before."""
    for rule in _rules(table, slot):
        if found := rule.pattern.search(wording):
            return rule, found
    return None


@dataclass(frozen=True, slots=True)
class Wordings:
    """The rules of `rules/<table>.toml`, asked by slot; a pattern is compiled when its slot is first asked.

    >>> DRIFT.says("denied", "健康への影響は一切ございません。"), DRIFT.says("denied", "影響を調べております。")
    (True, False)
    """

    table: str

    def says(self, slot: str, wording: str) -> bool:
        """Whether a rule of the slot hits."""
        return _first_hit(self.table, slot, wording) is not None

    def any_says(self, slot: str, wordings: Iterable[str]) -> bool:
        """Whether a rule of the slot hits in any of the wordings."""
        return any(self.says(slot, wording) for wording in wordings)

    def says_any(self, slots: Iterable[str], wording: str) -> bool:
        """Whether a rule of any of the slots hits."""
        return any(self.says(slot, wording) for slot in slots)

    def found(self, slot: str, wording: str) -> re.Match[str] | None:
        """Where the first rule that hits does so."""
        hit = _first_hit(self.table, slot, wording)
        return hit[1] if hit else None

    def opening(self, slot: str, wording: str) -> re.Match[str] | None:
        """The same for what a wording begins with."""
        return next((found for pattern in _patterns(self.table, slot) if (found := pattern.match(wording))), None)

    def each(self, slot: str, wording: str) -> Iterator[re.Match[str]]:
        """Every hit, rule by rule."""
        return (found for pattern in _patterns(self.table, slot) for found in pattern.finditer(wording))

    def decided(self, slot: str, wording: str) -> str | None:
        """What the first rule that hits decides; None where none does."""
        hit = _first_hit(self.table, slot, wording)
        return hit[0].value if hit else None

    def without(self, slot: str, wording: str) -> str:
        """A wording without what the rules of the slot hit, one rule after the other."""
        for pattern in self.patterns(slot):
            wording = pattern.sub("", wording)
        return wording

    def ruling(self, slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
        """What the first rule that hits decides, and where it hits."""
        hit = _first_hit(self.table, slot, wording)
        return (hit[0].value, hit[1]) if hit else None

    def rules(self, slot: str) -> tuple[SlotRule, ...]:
        """The rules of a slot, in file order."""
        return _rules(self.table, slot)

    def patterns(self, slot: str) -> tuple[re.Pattern[str], ...]:
        """Their patterns."""
        return _patterns(self.table, slot)


BLAME = Wordings("blame")
COURSE = Wordings("course")
DRIFT = Wordings("drift")
EVIDENCE = Wordings("evidence")
GROUPING = Wordings("grouping")
KEEPING = Wordings("keeping")
MENTIONS = Wordings("mentions")
PROMISES = Wordings("promises")
STATED = Wordings("stated")
TRAITS = Wordings("traits")
UNSEEN = Wordings("unseen")
