"""The wording rules of promises (`rules/promises.toml`): what decides each slot, the first that hits winning."""

import re
from dataclasses import dataclass
from functools import cache

from analyzer.rules import load_rules


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """One wording rule of `rules/promises.toml`."""

    code: str
    slot: str
    value: str
    pattern: re.Pattern[str]


@cache
def promise_rules(slot: str) -> tuple[PromiseRule, ...]:
    """The rules that decide one slot, in file order: the first that hits wins; `LookupError` where no rule has it."""
    rules = load_rules("promises").items()
    found = tuple(PromiseRule(code, slot, rule["value"], re.compile(rule["pattern"])) for code, rule in rules if rule["slot"] == slot)
    if not found:
        raise LookupError(f"rules/promises.toml has no slot {slot!r}")
    return found


def hit(slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    return next(((rule.value, found) for rule in promise_rules(slot) if (found := rule.pattern.search(wording))), None)
