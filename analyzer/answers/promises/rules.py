"""The wording rules of promises (`rules/promises.toml`): what decides each slot, the first that hits winning."""

import re
from dataclasses import dataclass
from functools import cache

from analyzer.rules import rules_of_slot


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
    rules = rules_of_slot("promises", slot).items()
    return tuple(PromiseRule(code, slot, rule["value"], re.compile(rule["pattern"])) for code, rule in rules)


def hit(slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    return next(((rule.value, found) for rule in promise_rules(slot) if (found := rule.pattern.search(wording))), None)
