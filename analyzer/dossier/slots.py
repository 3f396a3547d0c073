"""Wording rules by what they decide: the `slot` of a rule in `rules/drift.toml`, `keeping.toml`, `grouping.toml` and `course.toml`."""

import re
from functools import cache

from analyzer.rules import rules_of_slot


@cache
def slot_rules(table: str, slot: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Codes and patterns of one slot, in file order; `LookupError` where no rule has it."""
    return tuple((code, re.compile(rule["pattern"])) for code, rule in rules_of_slot(table, slot).items())


def hit(table: str, slot: str, wording: str) -> bool:
    """Whether a rule of the slot hits.

    >>> hit("drift", "denied", "健康への影響は一切ございません。"), hit("drift", "denied", "影響を調べております。")
    (True, False)
    """
    return any(pattern.search(wording) for _, pattern in slot_rules(table, slot))
