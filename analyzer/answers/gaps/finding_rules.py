"""The rules of `rules/findings.toml`, as read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from analyzer.answers.gaps.quoting import clause_around
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules import in_both, load_rules
from analyzer.schema import Label, Lang, Severity


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One table of `rules/findings.toml`; the file's head tells what each part means."""

    code: str
    severity: Severity
    message: Mapping[Lang, str]
    message_leak: Mapping[Lang, str]
    label: Label | None
    admitting: bool
    cues: tuple[str, ...]
    not_cues: tuple[str, ...]
    not_labels: frozenset[Label]
    instead: re.Pattern[str] | None
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    body: re.Pattern[str] | None
    exempt: re.Pattern[str] | None
    owned: re.Pattern[str] | None
    elsewhere: str | None
    of_absence: bool
    needs: Trait | None
    exempt_if: frozenset[Trait]

    def exempts(self, *wordings: str) -> bool:
        """Whether any of the wordings holds what the rule is not to be held against."""
        return self.exempt is not None and any(map(self.exempt.search, wordings))

    def place_in(self, unit: UnitReading) -> Span | None:
        """Where the unit has the rule's wording: its cue where that is in one clause with the pattern, else what stands for a cue,
        else the pattern.
        """
        cue = next(((start, end) for cue, start, end in unit.cues if cue.code in self.cues), None)
        standing = self.instead.search(unit.wording) if self.instead else None
        if (self.cues and not (cue or standing)) or unit.has_cue(*self.not_cues) or (self.unless and self.unless.search(unit.wording)):
            return None
        if cue and (self.pattern is None or self.pattern.search(unit.wording, *clause_around(unit, cue))):
            return cue
        found = self.pattern.search(unit.wording) if self.pattern else standing
        return (standing or found).span() if found else None


@cache
def finding_rules() -> Mapping[str, FindingRule]:
    """All rules by code, in file order."""

    def pattern(rule: Mapping[str, str], name: str) -> re.Pattern[str] | None:
        return re.compile(rule[name]) if name in rule else None

    return {
        code: FindingRule(
            code=code,
            severity=Severity(rule["severity"]),
            message=in_both(rule, "message"),
            message_leak=in_both(rule, "message_leak", "message"),
            label=Label(rule["label"]) if "label" in rule else None,
            admitting=rule.get("admitting", False),
            cues=tuple(rule.get("cues", ())),
            not_cues=tuple(rule.get("not_cues", ())),
            not_labels=frozenset(Label(code) for code in rule.get("not_labels", ())),
            instead=pattern(rule, "instead"),
            pattern=pattern(rule, "pattern"),
            unless=pattern(rule, "unless"),
            body=pattern(rule, "body"),
            exempt=pattern(rule, "exempt"),
            owned=pattern(rule, "owned"),
            elsewhere=rule.get("elsewhere"),
            of_absence=rule.get("of_absence", False),
            needs=Trait(rule["needs"]) if "needs" in rule else None,
            exempt_if=frozenset(Trait(name) for name in rule.get("exempt_if", ())),
        )
        for code, rule in load_rules("findings").items()
    }


def finding_rule(code: str) -> FindingRule:
    """The rule with a code; `LookupError` where there is none."""
    return finding_rules()[code]
