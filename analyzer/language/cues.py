"""Wording rules: which cues a unit shows, and where."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from analyzer.rules import load_rules
from analyzer.schema import Label


@dataclass(frozen=True, slots=True)
class Cue:
    """One wording rule of `rules/cues.toml` or a body rule of `rules/circumstances.toml`; `label` is what it is evidence for, if any."""

    code: str
    label: Label | None
    pattern: re.Pattern[str]


@cache
def cues() -> tuple[Cue, ...]:
    """All cues in file order: those of labels, then those of document facts, which tell of a unit's sense too."""
    return tuple(
        Cue(
            code=code,
            label=Label(rule["label"]) if "label" in rule else None,
            pattern=re.compile(rule["pattern"]),
        )
        for table in ("cues", "circumstances")
        for code, rule in load_rules(table).items()
        if rule.get("where", "body") == "body"
    )


def find_cues(wording: str) -> Iterator[tuple[Cue, int, int]]:
    """Cues of one normalised unit, each with the span of its first match in the unit."""
    for cue in cues():
        found = cue.pattern.search(wording)
        if found:
            yield cue, found.start(), found.end()
