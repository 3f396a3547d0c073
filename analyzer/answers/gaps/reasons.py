"""The reasons on measures, as the promises, the checklist and the remarks of the same report have them: a page says one thing only.

Levels and scores stay as they are; only what a reader is told of a criterion is held against what is listed below it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer.judging.rubric import criteria, reason_of
from analyzer.report import AxisReading, ChecklistItem, Finding, Promise, Reason
from analyzer.schema import Axis, ChecklistStatus, Lang, PromiseKind, PromiseStatus

_GIVEN = (ChecklistStatus.STATED, ChecklistStatus.PARTLY)
_MADE = (PromiseStatus.DONE, PromiseStatus.UNDER_WAY)


@dataclass(frozen=True, slots=True)
class _Listed:
    """What the report lists of measures."""

    reasons: Mapping[str, Reason]
    concrete: Sequence[Promise]
    items: Mapping[str, ChecklistItem]
    findings: Sequence[Finding]

    def says(self, code: str) -> tuple[int, ...] | None:
        """The units that speak for a criterion, None where it is unmet."""
        reason = self.reasons.get(code)
        return reason.units if reason and reason.met else None

    def given(self, *codes: str) -> bool:
        return any(self.items[code].status in _GIVEN for code in codes if code in self.items)


def in_agreement(
    axes: Mapping[Axis, AxisReading], promised: Sequence[Promise], items: Sequence[ChecklistItem], findings: Sequence[Finding], lang: Lang
) -> dict[Axis, AxisReading]:
    """The readings with their reasons on measures in agreement with what else the report says of them."""
    reading = axes[Axis.COUNTERMEASURES]
    known = {criterion.code: criterion for criterion in criteria(Axis.COUNTERMEASURES)}
    told = {reason.code: reason for reason in reading.reasons}
    concrete = [promise for promise in promised if promise.kind == PromiseKind.CONCRETE]
    for code, settle in _SETTLED.items():
        if code in told:
            units = settle(_Listed(told, concrete, {item.code: item for item in items}, findings))
            told[code] = reason_of(known[code], units is not None, units or (), lang)
    return {**axes, Axis.COUNTERMEASURES: replace(reading, reasons=tuple(told.values()))}


def _mentioned(listed: _Listed) -> tuple[int, ...] | None:
    """Prevention is spoken of where a heading on it has a text below it, be it that the measures are still to come."""
    put_off = tuple(finding.unit for finding in listed.findings if finding.code == "FND34" and finding.unit is not None)
    units = listed.says("COU01")
    return units if units is not None else put_off or (listed.items["CHK12"].units if listed.given("CHK12") else None)


def _two_measures(listed: _Listed) -> tuple[int, ...] | None:
    """One sentence may promise two acts: they are counted as they are listed."""
    return _units_of(listed.concrete) if len(listed.concrete) >= 2 else None


def _followed_up(listed: _Listed) -> tuple[int, ...] | None:
    return listed.says("COU06") if listed.given("CHK11", "CHK14", "CHK19") else None


def _together(listed: _Listed) -> tuple[int, ...] | None:
    """Only where the list has two measures and a date or a done mark, and the checklist a verification."""
    dated = any(promise.due or promise.status in _MADE for promise in listed.concrete)
    verified = "CHK14" in listed.items and listed.items["CHK14"].status == ChecklistStatus.STATED
    parts = [listed.says(code) for code in ("COU03", "COU04", "COU06")]
    if not dated or not verified or None in parts:
        return None
    return tuple(sorted({unit for units in parts for unit in units or ()} | set(listed.items["CHK14"].units)))


def _units_of(promised: Sequence[Promise]) -> tuple[int, ...]:
    return tuple(sorted({promise.unit for promise in promised}))


_SETTLED = {"COU01": _mentioned, "COU03": _two_measures, "COU06": _followed_up, "COU07": _together}
"""In this order, for the last rests on those before it."""
