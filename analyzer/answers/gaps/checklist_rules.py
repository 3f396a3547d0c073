"""The items of `rules/checklist.toml`, each with the signs by which a unit gives it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any

from analyzer.answers.gaps.traits.data_told import blanked, data_told
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.language.facts import FactKind
from analyzer.language.features import UnitReading
from analyzer.rules import in_both, load_rules
from analyzer.rules.slots import UNSEEN
from analyzer.schema import Label, Labels, Lang


class Item(StrEnum):
    """The items of `rules/checklist.toml`, each with its code."""

    OUTLINE = "CHK01"
    DATA = "CHK02"
    COUNT = "CHK03"
    CAUSE = "CHK04"
    HARM = "CHK05"
    CARE = "CHK06"
    CONTACT = "CHK07"
    WARNING = "CHK08"
    PUBLISHED = "CHK09"
    TIMES = "CHK10"
    NEXT_REPORT = "CHK11"
    PREVENTION = "CHK12"
    ANSWER_TO_CAUSE = "CHK13"
    VERIFICATION = "CHK14"
    ROOT_CAUSE = "CHK15"
    SIMILAR_CASES = "CHK16"
    SUPERVISION = "CHK17"
    ACCOUNTABILITY = "CHK18"
    INDEPENDENCE = "CHK19"


@dataclass(frozen=True, slots=True)
class Sign:
    """One way for a unit to give something; every part that is set must hold."""

    labels: frozenset[Label]
    cues: frozenset[str]
    facts: frozenset[FactKind]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    part: str
    blind: str
    """The slot of what it does not see: numbers that tell of no extent, say."""

    @classmethod
    def of(cls, record: Mapping[str, Any], never: str | None = None, blind: str = "") -> "Sign":
        """The sign of a record; `never` is what no sign of its item may hold, `blind` the slot of what none of them sees."""
        unless = [pattern for pattern in (record.get("unless"), never) if pattern]
        return cls(
            labels=frozenset(Label(code) for code in record.get("labels", ())),
            cues=frozenset(record.get("cues", ())),
            facts=frozenset(FactKind(kind) for kind in record.get("facts", ())),
            pattern=re.compile(record["pattern"]) if "pattern" in record else None,
            unless=re.compile("|".join(unless)) if unless else None,
            part=str(record.get("part", "")),
            blind=blind,
        )

    def shown_by(self, unit: UnitReading, labels: Labels) -> bool:
        if unit.placement.is_heading and not labels:
            return False
        return (not self.labels or not self.labels.isdisjoint(labels)) and self.worded_in(unit)

    def worded_in(self, unit: UnitReading) -> bool:
        if self.cues and not unit.has_cue(*self.cues):
            return False
        seen = _without(self.blind, unit.wording) if self.blind else unit.wording
        return (
            (not self.facts or _has_fact(unit, seen, self.facts))
            and (self.pattern is None or bool(self.pattern.search(seen)))
            and (self.unless is None or not self.unless.search(seen))
        )


@dataclass(frozen=True, slots=True)
class ItemRule:
    """One table of `rules/checklist.toml`; `basis_general` stands where the incident is no leak of personal data."""

    code: str
    name: Mapping[Lang, str]
    basis: Mapping[Lang, str]
    basis_general: Mapping[Lang, str]
    applies: Trait | None
    exempt: frozenset[Trait]
    stated: tuple[Sign, ...]
    partly: tuple[Sign, ...]
    elsewhere: str | None
    """What shows that lines left out unjudged may give it."""

    @classmethod
    def of(cls, code: str, rule: Mapping[str, Any]) -> "ItemRule":
        blind = rule.get("blind", "")
        return cls(
            code=code,
            name=in_both(rule, "name"),
            basis=in_both(rule, "basis"),
            basis_general=in_both(rule, "basis_general", "basis"),
            applies=Trait(rule["applies"]) if "applies" in rule else None,
            exempt=frozenset(Trait(name) for name in rule.get("exempt", ())),
            stated=tuple(Sign.of(sign, rule.get("unless"), blind) for sign in rule.get("stated", ())),
            partly=tuple(Sign.of(sign, rule.get("unless"), blind) for sign in rule.get("partly", ())),
            elsewhere=rule.get("elsewhere"),
        )


@cache
def item_rules() -> Mapping[str, ItemRule]:
    """All items by code, in file order."""
    return {code: ItemRule.of(code, rule) for code, rule in load_rules("checklist").items()}


def item_rule(code: str) -> ItemRule:
    """The item of a code, for what asks by the signs of one item."""
    return item_rules()[code]


@lru_cache(maxsize=1024)
def _without(blind: str, wording: str) -> str:
    """A wording with blanks for what is not seen of it; every sign of an item asks."""
    return blanked(wording, [found.span() for found in UNSEEN.each(blind, wording)])


def _has_fact(unit: UnitReading, seen: str, kinds: frozenset[FactKind]) -> bool:
    """Whether what is seen of the unit holds a fact of a kind; what was not there is no data."""
    if any(fact.kind in kinds - {FactKind.DATA} and seen[fact.start : fact.end] == fact.text for fact in unit.facts):
        return True
    return FactKind.DATA in kinds and bool(data_told(unit))
