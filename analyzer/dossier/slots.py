"""Wording rules by what they decide: the `slot` of a rule in `rules/drift.toml`, `keeping.toml`, `grouping.toml` and `course.toml`."""

import re
from functools import cache

from analyzer.rules import load_rules


@cache
def slot_rules(table: str, slot: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Codes and patterns of one slot, in file order; `LookupError` where no rule has it, so that no misspelt slot is silently empty."""
    found = tuple((code, re.compile(rule["pattern"])) for code, rule in load_rules(table).items() if rule["slot"] == slot)
    if not found:
        raise LookupError(f"rules/{table}.toml has no slot {slot!r}")
    return found


def hit(table: str, slot: str, wording: str) -> bool:
    """Whether a rule of the slot hits.

    >>> hit("drift", "denied", "健康への影響は一切ございません。"), hit("drift", "denied", "影響を調べております。")
    (True, False)
    """
    return any(pattern.search(wording) for _, pattern in slot_rules(table, slot))
