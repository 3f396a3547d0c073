"""The questions of `rules/questions.toml`: when each is asked, what it quotes, and how it is worded."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analyzer.answers.gaps.traits.traits import Trait
from analyzer.rules import in_both, load_rules
from analyzer.schema import Label, Lang


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """One table of `rules/questions.toml`; the file's head tells what each part means."""

    code: str
    topic: str
    when: frozenset[str]
    unless: frozenset[str]
    quote: str
    pattern: re.Pattern[str]
    grounded: bool
    needs: Trait | None
    exempt_if: frozenset[Trait]
    answered: re.Pattern[str] | None
    answered_by: frozenset[Label]
    text: Mapping[Lang, str]
    because: Mapping[Lang, str]
    because_partly: Mapping[Lang, str]
    ground: str
    minor: bool


@cache
def question_rules() -> tuple[QuestionRule, ...]:
    """All rules in file order, the minor ones last."""
    rules = (
        QuestionRule(
            code=code,
            topic=rule["topic"],
            when=frozenset(rule["when"]),
            unless=frozenset(rule.get("unless", ())),
            quote=rule.get("quote", ""),
            pattern=re.compile(rule.get("pattern", "")),
            grounded=bool(rule.get("grounded", True)),
            needs=Trait(rule["needs"]) if "needs" in rule else None,
            exempt_if=frozenset(Trait(name) for name in rule.get("exempt_if", ())),
            answered=re.compile(rule["answered"]) if "answered" in rule else None,
            answered_by=frozenset(Label(code) for code in rule.get("answered_by", ())),
            text=in_both(rule, "text"),
            because=in_both(rule, "because"),
            because_partly=in_both(rule, "because_partly", "because"),
            ground=rule["ground"],
            minor=bool(rule.get("minor", False)),
        )
        for code, rule in load_rules("questions").items()
    )
    return tuple(sorted(rules, key=lambda rule: rule.minor))
