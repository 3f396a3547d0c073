"""The reasons of the levels, as the promises, the checklist and the remarks of the same report have them: a page says one thing only.

Levels and scores stay as they are; only what a reader is told of a criterion is held against what is listed below it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item
from analyzer.answers.gaps.finding_rules import finding_rule
from analyzer.answers.gaps.remarks.owning import belittles_nothing
from analyzer.judging.grounds import PARTS, Ground
from analyzer.judging.rubric import criteria, reason_of
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.officers import OFFICER
from analyzer.report import AxisReading, ChecklistItem, Finding, Promise, Reason
from analyzer.rules.slots import BLAME, EVIDENCE, TRAITS
from analyzer.schema import GIVEN, Axis, ChecklistStatus, DueSense, EventKind, Label, Lang, PromiseKind, PromiseStatus

_MADE = (PromiseStatus.DONE, PromiseStatus.UNDER_WAY)
_LEADS = re.compile(rf"{OFFICER.pattern}|代表の")
_INTRODUCES = re.compile(r"(?P<name>[一-龥々ァ-ヶー]{0,8})(?:です|でございます|と申します)[。\s]*$")
_GIVES_THE_WORD = re.compile(
    rf"(?:{OFFICER.pattern}|委員長|チェアマン|監督).{{0,24}}(?:コメント|より|談|の言葉|メッセージ|ご?挨拶)[】\])』」>〉:\s]*$"
)
_IN_OFFICE = re.compile(
    r"(?:[一-龥]長|代表(?:取締役|理事)?|責任者|プロデューサー|監督)(?:である|の|として(?:の)?|たる)、?私(?!た|ど|ら|立)"
)
_BESIDE_ITS_NAME = re.compile(r"(?<=[一-龥ァ-ヶーA-Za-z])\([^()]*\)(?=[のがはにでへを、])")
_HEADS = r"(?:[部局室課所店院校園館団塾社会]長|支配人|理事|取締役)"
"""Who heads a part of it, named so where they sign or send it: 「差出人：総務部長 野辺」."""
_LOWERING = {Ground.DEFLECTION: Label.DEFLECTION, Ground.MINIMIZATION: Label.MINIMIZATION}
_HEAD = 5
"""Units at the head of a statement among which whoever speaks introduces themselves: 「代表の…です。」."""


@dataclass(frozen=True, slots=True)
class _Listed:
    """The reasons of one axis, and what the report lists beside them."""

    reasons: Mapping[str, Reason]
    concrete: Sequence[Promise]
    items: Mapping[str, ChecklistItem]
    findings: Sequence[Finding]
    found_by: tuple[int, ...]
    """The units that tell who found it, none where the report says that nobody is told to have."""
    begun: tuple[int, ...]
    """The units that the course of events dates the beginning by."""
    document: DocumentReading

    def says(self, code: str) -> tuple[int, ...] | None:
        """The units that speak for a criterion, None where it is unmet."""
        reason = self.reasons.get(code)
        return reason.units if reason and reason.met else None

    def worded(self, code: str, slot: str) -> tuple[int, ...] | None:
        """Those of the units that speak for a criterion in which a trait is worded."""
        units = self.document.units
        return tuple(unit for unit in self.says(code) or () if TRAITS.says(slot, units[unit].wording)) or None

    def scored(self, units: tuple[int, ...]) -> tuple[int, ...] | None:
        """Those of the units that the score has heard of as measures: a line may be listed for its place alone, without a label."""
        read = [code for code in (Ground.PREVENTION, Ground.CHECKABLE) if code in self.reasons]
        heard = {unit for code in read for unit in self.says(code) or ()}
        return tuple(unit for unit in units if unit in heard or not read) or None

    def given(self, *codes: str) -> bool:
        return any(self.items[code].status in GIVEN for code in codes)


def in_agreement(axes: Mapping[Axis, AxisReading], case: Case, findings: Sequence[Finding], lang: Lang) -> dict[Axis, AxisReading]:
    """The readings with their reasons in agreement with what else the report says of the same matters."""
    concrete = [promise for promise in case.promised if promise.kind == PromiseKind.CONCRETE]
    items = {item.code: item for item in case.items}
    found_by = case.circumstances.evidence["detected_by"]
    begun = tuple(sorted({event.unit for event in case.events if event.at and EventKind.OCCURRED in event.kinds}))
    agreed: dict[Axis, AxisReading] = {}
    for axis, reading in axes.items():
        known = {criterion.code: criterion for criterion in criteria(axis)}
        told = {reason.code: reason for reason in reading.reasons}
        listed = _Listed(told, concrete, items, findings, found_by, begun, case.document)
        for code, settle in _SETTLED.items():
            if code in told:
                units = settle(listed)
                told[code] = reason_of(known[code], units is not None, units or (), lang)
        for code, label in _LOWERING.items():
            if code in told and told[code].met and not _said_in_a_finding(told[code], label, findings):
                told[code] = reason_of(known[code], True, told[code].units, lang, sure=False)
        agreed[axis] = replace(reading, reasons=tuple(told.values()))
    return agreed


def _said_in_a_finding(reason: Reason, label: Label, findings: Sequence[Finding]) -> bool:
    """Whether a finding that accuses of the same quotes one of the sentences which lower the level."""
    return any(finding.unit in reason.units and finding_rule(finding.code).label == label for finding in findings)


def _when(listed: _Listed) -> tuple[int, ...] | None:
    """Whatever the course of events dates the beginning by is a date of it."""
    units = listed.says(Ground.WHEN)
    return units if units is not None else listed.begun or None


def _counted(listed: _Listed) -> tuple[int, ...] | None:
    """The checklist knows which numbers count nobody who was affected; where it does not ask, the evidence alone speaks."""
    units, item = listed.says(Ground.HOW_MANY), listed.items[Item.COUNT]
    if item.status == ChecklistStatus.NOT_APPLICABLE:
        return units
    return (units or item.units) if _is_stated(item) else None


def _harmed(listed: _Listed) -> tuple[int, ...] | None:
    """Where the checklist finds nothing on harm, a sentence that only seems to be about it is not shown."""
    return None if listed.items[Item.HARM].status == ChecklistStatus.MISSING else listed.says(Ground.HARM)


def _borne(listed: _Listed) -> tuple[int, ...] | None:
    """Whoever is listed as owning the supervision, or as bearing consequences, is not told that nobody does; nobody of theirs bears that
    visitors may not come again.
    """
    stated = [listed.items[code].units for code in (Item.SUPERVISION, Item.ACCOUNTABILITY) if _is_stated(listed.items[code])]
    units = listed.says(Ground.BORNE)
    borne = units if units is not None else next(iter(stated), None)
    if borne is None:
        return None
    wordings = [unit.wording for unit in listed.document.units]
    return tuple(unit for unit in borne if not EVIDENCE.says("visitors_banned", wordings[unit])) or None


def _belittled(listed: _Listed) -> tuple[int, ...] | None:
    """That a day or a procedure stays as it is makes nothing look smaller, nor does what no remark would call so."""
    units, said = listed.document.units, listed.says(Ground.MINIMIZATION) or ()
    told = (unit for unit in said if not TRAITS.says("plain_notice", units[unit].wording))
    return tuple(unit for unit in told if not belittles_nothing(units, unit)) or None


def _put_elsewhere(listed: _Listed) -> tuple[int, ...] | None:
    """A formula of regret, which names nobody and leads to what happened at home or to an apology, lays the blame on nobody."""
    units, said = listed.document.units, listed.says(Ground.DEFLECTION) or ()
    return tuple(unit for unit in said if not BLAME.says("accuses_nobody", units[unit].wording)) or None


def _is_stated(item: ChecklistItem) -> bool:
    return item.status == ChecklistStatus.STATED


def _mentioned(listed: _Listed) -> tuple[int, ...] | None:
    """Prevention is spoken of where a heading on it has a text below it, be it that the measures are still to come."""
    put_off = tuple(unit for unit in map(_put_off, listed.findings) if unit is not None and _names_measures(listed.document, unit))
    units = listed.says(Ground.PREVENTION)
    return units if units is not None else put_off or (listed.items[Item.PREVENTION].units if listed.given(Item.PREVENTION) else None)


def _put_off(finding: Finding) -> int | None:
    return finding.unit if finding.code == "FND34" else None


def _names_measures(document: DocumentReading | None, index: int) -> bool:
    """Whether what is put off there is the measures: a first report may promise the rest without a word of them."""
    rule = finding_rule("FND34")
    if document is None or rule.pattern is None:
        return True
    unit = document.units[index]
    return unit.placement.heading is not None or rule.pattern.search(unit.wording) is not None


def _two_measures(listed: _Listed) -> tuple[int, ...] | None:
    """One sentence may promise two acts: they are counted as they are listed; to report a result is none, unless time and again."""
    measures = [promise for promise in listed.concrete if not _only_reports(promise)]
    return listed.scored(_units_of(measures)) if len(measures) >= 2 else None


def _only_reports(promise: Promise) -> bool:
    return promise.due_sense != DueSense.FREQUENCY and EVIDENCE.says("only_reports", promise.act or promise.text)


def _followed_up(listed: _Listed) -> tuple[int, ...] | None:
    return listed.says(Ground.FOLLOWED_UP) if listed.given(Item.NEXT_REPORT, Item.VERIFICATION, Item.INDEPENDENCE) else None


def _discovered(listed: _Listed) -> tuple[int, ...] | None:
    """Whoever is shown as having found it has been told of."""
    return listed.found_by or None


def _whole_course(listed: _Listed) -> tuple[int, ...] | None:
    """Complete where each of its parts, as settled before, is, and the checklist has neither the event nor the cause open."""
    parts = [listed.says(code) for code in PARTS[Ground.ALL_POINTS] if code in listed.reasons]
    half = listed.items[Item.CAUSE].status == ChecklistStatus.PARTLY
    is_open = half or any(listed.items[code].status == ChecklistStatus.MISSING for code in (Item.OUTLINE, Item.CAUSE))
    return None if is_open or None in parts or not parts else tuple(sorted({unit for units in parts for unit in units or ()}))


def _for_the_event(listed: _Listed) -> tuple[int, ...] | None:
    """A remark that only trouble and worry are apologised for stands beside no apology for the event."""
    if any(finding.code == "FND15" for finding in listed.findings):
        return None
    units = listed.says(Ground.APOLOGY_FOR_EVENT)
    return units or listed.worded(Ground.APOLOGY, "event_apologised")


def _in_own_name(listed: _Listed) -> tuple[int, ...] | None:
    """An officer may introduce themselves, and not sign: 「代表の…です。…私の責任です」; or be given the word by a line above."""
    units, wordings = listed.document.units, [unit.wording for unit in listed.document.units]
    owning = {*(listed.says(Ground.APOLOGY) or ()), *(listed.says(Ground.OWN_FAULT) or ())}
    told = tuple(index for index in listed.says(Ground.IN_OWN_NAME) or () if not _only_of_address(wordings[index]))
    told = told or tuple(index for index in sorted(owning) if _IN_OFFICE.search(wordings[index]) or _under_their_word(units, index))
    if told:
        return told
    spoken = tuple(index for index in sorted(owning) if EVIDENCE.says("in_person", wordings[index]))
    return spoken if spoken and _officer_introduced(wordings) else None


def _only_of_address(wording: str) -> bool:
    """Whether an officer is named only beside the body they head: 「西工業(代表取締役 山野太郎、西市)の工場で」."""
    bare = _BESIDE_ITS_NAME.sub("", wording)
    return bare != wording and not OFFICER.search(bare) and not EVIDENCE.says("in_person", bare)


def _under_their_word(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a sentence stands below a line that gives the word to an officer: 「【理事長より】」, 「代表取締役 山野 コメント」."""
    over = units[index].placement.heading
    lines = ([] if over is None else [over]) + [index - 1]
    return any(line >= 0 and "。" not in units[line].wording and _GIVES_THE_WORD.search(units[line].wording) for line in lines)


def _own_cause(listed: _Listed) -> tuple[int, ...] | None:
    """What fails 「社内の」, or 「担当者の」 that is nobody else's, fails on the speaker's own side."""
    telling = (Ground.OWN_FAULT, Ground.WRONG_EXPLAINED, Ground.CAUSE)
    worded = (listed.worded(code, "cause_within") for code in telling)
    return listed.says(Ground.OWN_CAUSE) or next(filter(None, worded), None)


def _officer_introduced(wordings: Sequence[str]) -> bool:
    """Whether an officer says at the head who they are, or somebody does whose office stands beside their name elsewhere."""
    heard = [(wording, found["name"]) for wording in wordings[:_HEAD] if (found := _INTRODUCES.search(wording))]
    titled = (re.compile(rf"{_HEADS}[\s:・]*{re.escape(name)}") for _, name in heard if name)
    return any(_LEADS.search(wording) for wording, _ in heard) or any(any(map(title.search, wordings)) for title in titled)


def _dated(listed: _Listed) -> tuple[int, ...] | None:
    """A day, how often, or that it is done, as the list of promises has it."""
    return listed.scored(_units_of([promise for promise in listed.concrete if promise.due or promise.status in _MADE]))


def _in_charge(listed: _Listed) -> tuple[int, ...] | None:
    return listed.scored(_units_of([promise for promise in listed.concrete if promise.owner or promise.verified_by]))


def _together(listed: _Listed) -> tuple[int, ...] | None:
    """Where each of its parts, as settled before, is: two measures, a date or a done mark, and a way to learn the outcome."""
    parts = [listed.says(code) for code in PARTS[Ground.ALL_MEASURES_HOLD]]
    return None if None in parts else tuple(sorted({unit for units in parts for unit in units or ()}))


def _units_of(promised: Sequence[Promise]) -> tuple[int, ...]:
    return tuple(sorted({promise.unit for promise in promised}))


_SETTLED = {
    Ground.WHEN: _when,
    Ground.DISCOVERY: _discovered,
    Ground.HOW_MANY: _counted,
    Ground.HARM: _harmed,
    Ground.ALL_POINTS: _whole_course,
    Ground.APOLOGY_FOR_EVENT: _for_the_event,
    Ground.BORNE: _borne,
    Ground.DEFLECTION: _put_elsewhere,
    Ground.MINIMIZATION: _belittled,
    Ground.IN_OWN_NAME: _in_own_name,
    Ground.OWN_CAUSE: _own_cause,
    Ground.PREVENTION: _mentioned,
    Ground.TWO_MEASURES: _two_measures,
    Ground.DATED: _dated,
    Ground.IN_CHARGE: _in_charge,
    Ground.FOLLOWED_UP: _followed_up,
    Ground.ALL_MEASURES_HOLD: _together,
}
"""In this order, for what sums up rests on those before it."""
