"""Wording rules by what they decide: the `slot` of a rule in `drift`, `keeping`, `grouping`, `course`, `promises` and `evidence`.

A slot that no rule of its table has raises `LookupError`, so that none that is misspelt is silently empty.
"""

import re
from dataclasses import dataclass
from functools import cache

from analyzer.rules import load_rules


@dataclass(frozen=True, slots=True)
class SlotRule:
    """One rule of a slot; `value` is what it decides, empty where it only tells whether."""

    code: str
    value: str
    pattern: re.Pattern[str]


@cache
def slot_rules(table: str, slot: str) -> tuple[SlotRule, ...]:
    """The rules of `rules/<table>.toml` that decide one slot, in file order."""
    rules = load_rules(table).items()
    found = tuple(SlotRule(code, rule.get("value", ""), re.compile(rule["pattern"])) for code, rule in rules if rule["slot"] == slot)
    if not found:
        raise LookupError(f"rules/{table}.toml has no slot {slot!r}")
    return found


@cache
def slot_patterns(table: str, slot: str) -> tuple[re.Pattern[str], ...]:
    """The patterns of `slot_rules`."""
    return tuple(rule.pattern for rule in slot_rules(table, slot))


def hit(table: str, slot: str, wording: str) -> bool:
    """Whether a rule of the slot hits.

    >>> hit("drift", "denied", "健康への影響は一切ございません。"), hit("drift", "denied", "影響を調べております。")
    (True, False)
    """
    return any(pattern.search(wording) for pattern in slot_patterns(table, slot))


def first_hit(table: str, slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    """What the first rule that hits decides, and where it hits."""
    return next(((rule.value, found) for rule in slot_rules(table, slot) if (found := rule.pattern.search(wording))), None)
