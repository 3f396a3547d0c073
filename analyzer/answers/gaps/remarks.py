"""What each rule of `rules/findings.toml` looks at: the units whose wording it accuses, the title, or the whole statement."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from operator import itemgetter

from analyzer.answers.gaps.checklist import Labels, Trait, item_rule, leak_only_feared
from analyzer.answers.gaps.contractors import contractors_named, sent_to
from analyzer.answers.gaps.data_told import data_told
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rules
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, clause_around, quoted, shortened, span_in_unit
from analyzer.answers.promises.ledger import is_remedy
from analyzer.answers.timeline.course import published_on
from analyzer.answers.timeline.dates import Anchor, find_dates
from analyzer.language.agency import agency_features
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import Event
from analyzer.schema import ChecklistStatus, DetectedBy, EventKind, Label, ReportStage, TitleFraming

SURE = 0.6
"""Least probability of a label for an accusation to rest on it."""


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at."""

    document: DocumentReading
    labels: Sequence[Labels]
    title_framing: TitleFraming
    detected_by: DetectedBy
    stage: ReportStage
    traits: frozenset[Trait]
    statuses: Mapping[str, ChecklistStatus]
    events: Sequence[Event]

    def said(self, *wanted: Label) -> list[int]:
        """Units with one of the labels."""
        return [index for index, assigned in enumerate(self.labels) if not assigned.keys().isdisjoint(wanted)]

    def unit(self, index: int) -> UnitReading:
        return self.document.units[index]


@dataclass(frozen=True, slots=True)
class Remark:
    """A rule that holds: the unit and the span in it, None for the title or the whole; `slots` fill the message."""

    unit: int | None = None
    span: Span | None = None
    slots: Mapping[str, object] = field(default_factory=dict)


def accused(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Units with the sure label and the wording, unless the duty is taken back in the unit or, by `owned`, elsewhere.

    With `admitting`, those units alone that take it back; beside an admission the model is hardly ever sure of the label, so that
    to be sure of the admission will do.
    """
    assert rule.label
    if rule.owned and any(rule.owned.search(case.unit(index).wording) for index in case.said(Label.ADMISSION)):
        return
    wanted = (rule.label, Label.ADMISSION) if rule.admitting else (rule.label,)
    sure = [(-max(case.labels[index].get(label, 0.0) for label in wanted), index) for index in case.said(*wanted)]
    for index in (index for least, index in sorted(sure) if -least >= SURE):
        unit = case.unit(index)
        place = rule.place_in(unit)
        if place and rule.not_labels.isdisjoint(case.labels[index]) and _takes_it_back(rule, unit, case.labels[index]) is rule.admitting:
            yield Remark(index, clause_around(unit, place))


def _takes_it_back(rule: FindingRule, unit: UnitReading, labels: Labels) -> bool:
    # A denial (「当社に責任はない」) has the very words of an admission; there only the label tells.
    denial = "DEF06" in rule.cues
    return Label.ADMISSION in labels or (not denial and unit.has_cue("ADM01", "ADM02", "ADM07"))


def _sent_elsewhere(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The units accused, and those that send to a contractor by its name, which the label need not know for one."""
    told = list(accused(rule, case))
    names = contractors_named(case.document)
    windows = ((index, sent_to(case.unit(index), names)) for index in case.said(Label.CONTACT, Label.DEFLECTION))
    known = {remark.unit for remark in told}
    yield from told
    yield from (Remark(index, clause_around(case.unit(index), place)) for index, place in windows if place and index not in known)


_KINDS_SHOWN = 4
_DENIED = re.compile(r"ません|ない|おらず|なく|否定")


def _softened_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if _softened(case) and _titled(rule, case) and rule.body:
        for index in case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.ADMISSION, Label.HARM_STATUS):
            unit = case.unit(index)
            harm = rule.body.search(unit.wording)
            if harm and not _DENIED.search(unit.wording, harm.end(), harm.end() + 24):
                told = quoted(case.document, unit, clause_around(unit, harm.span(), 30))
                yield Remark(slots={"title": _title_shown(case), "quote": told})
                return


def _misdelivery_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    kinds = _data_kinds(case)
    recovered = rule.exempt and rule.exempt.search(case.document.normalised.text)
    if _softened(case) and _titled(rule, case) and Trait.LEAK in case.traits and kinds and not recovered:
        yield Remark(slots={"title": _title_shown(case), "quote": "」「".join(kinds[:_KINDS_SHOWN])})


def _title_shown(case: Case) -> str:
    return shortened(case.document.statement.title or "")


def _softened(case: Case) -> bool:
    return case.title_framing == TitleFraming.SOFTENED


def _titled(rule: FindingRule, case: Case) -> bool:
    title = case.document.title
    return bool(rule.pattern and rule.pattern.search(title)) and not (rule.unless and rule.unless.search(title))


def _data_kinds(case: Case) -> list[str]:
    told = [fact.text for index in case.said(Label.INCIDENT, Label.SCOPE) for fact in data_told(case.unit(index))]
    return list(dict.fromkeys(told))


def _fault_without_owner(rule: FindingRule, case: Case) -> Iterator[Remark]:
    causes = case.said(Label.CAUSE)
    if case.said(Label.ADMISSION, Label.DEFLECTION) or any(_names_itself(case.unit(index)) for index in causes):
        return
    for index in causes[:1]:
        place = rule.place_in(case.unit(index))
        if place:
            yield Remark(index, clause_around(case.unit(index), place))


def _names_itself(unit: UnitReading) -> bool:
    return any(name.endswith(":own") or name.startswith("subject:own>") for name in agency_features(unit.parsed))


def _trouble_only(rule: FindingRule, case: Case) -> Iterator[Remark]:
    apologies = case.said(Label.APOLOGY)
    places = [rule.place_in(case.unit(index)) for index in apologies]
    if apologies and all(places) and not case.said(Label.ADMISSION):
        place = places[0]
        assert place
        yield Remark(apologies[0], clause_around(case.unit(apologies[0]), place))


def _reported_apology(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if not case.said(Label.APOLOGY):
        yield from list(_worded(rule, case, case.said(Label.RESPONSE)))[:1]


def _neither_apology_nor_admission(rule: FindingRule, case: Case) -> Iterator[Remark]:
    reported = next(other for other in finding_rules() if other.code == "FND16")
    if case.document.units and not case.said(Label.APOLOGY, Label.ADMISSION) and not list(_reported_apology(reported, case)):
        yield Remark()


def _nobody_did_it(rule: FindingRule, case: Case) -> Iterator[Remark]:
    told = case.said(Label.INCIDENT, Label.CAUSE)
    if not case.said(Label.ADMISSION) and not any(_names_itself(case.unit(index)) for index in told):
        yield from list(_worded(rule, case, case.said(Label.INCIDENT)))[:1]


def _worded(rule: FindingRule, case: Case, indices: Sequence[int]) -> Iterator[Remark]:
    for index in indices:
        place = rule.place_in(case.unit(index))
        if place:
            yield Remark(index, clause_around(case.unit(index), place))


def _vague_promises(rule: FindingRule, case: Case) -> Iterator[Remark]:
    vague = _vague(case)
    total = [*case.said(Label.MEASURE_CONCRETE), *vague]
    if len(total) >= 2 and len(vague) >= 2 and len(vague) / len(total) >= 0.75:
        every = len(vague) == len(total)
        places = f"{len(total)}か所はいずれも" if every else f"{len(total)}か所のうち{len(vague)}か所は"
        places_en = f"All {len(total)} places" if every else f"{len(vague)} of the {len(total)} places"
        yield _promise(case, vague[0], {"places": places, "places_en": places_en})


def _single_stock_line(rule: FindingRule, case: Case) -> Iterator[Remark]:
    vague = _vague(case)
    if len(vague) == 1 and not case.said(Label.MEASURE_CONCRETE):
        yield _promise(case, vague[0], {})


def _vague(case: Case) -> list[int]:
    """The units that only promise what nobody can check; a promise to make this harm good is none against recurrence."""
    vague = (index for index in case.said(Label.MEASURE_VAGUE) if Label.MEASURE_CONCRETE not in case.labels[index])
    return [index for index in vague if not is_remedy(case.unit(index), case.labels[index])]


def _promise(case: Case, index: int, slots: Mapping[str, object]) -> Remark:
    unit = case.unit(index)
    ending = len(unit.wording.rstrip("。.!！"))
    # The last wording is the predicate: of 「二度とないよう、…に努めます」 the promise is what comes second.
    place = max(((start, end) for cue, start, end in unit.cues if cue.code.startswith("MEV")), default=(ending - 1, ending))
    return Remark(index, clause_around(unit, place), slots)


def _no_prevention(rule: FindingRule, case: Case) -> Iterator[Remark]:
    put_off = next(other for other in finding_rules() if other.code == "FND34")
    if case.statuses["CHK12"] == ChecklistStatus.MISSING and case.document.units and not list(_prevention_put_off(put_off, case)):
        yield Remark()


def _prevention_put_off(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK12"] == ChecklistStatus.MISSING:
        yield from list(_worded(rule, case, case.said(Label.FOLLOWUP, Label.RESPONSE)))[:1]


def _open_investigation(rule: FindingRule, case: Case) -> Iterator[Remark]:
    told = [index for index in case.said(Label.CAUSE) if not case.unit(index).has_cue("CAU04")]
    if not told and case.statuses["CHK11"] in (ChecklistStatus.MISSING, ChecklistStatus.PARTLY):
        yield from list(_worded(rule, case, [i for i, unit in enumerate(case.document.units) if not unit.placement.is_heading]))[:1]


def _no_cause(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK04"] == ChecklistStatus.MISSING and case.document.units:
        yield Remark()


def _told_by_others(rule: FindingRule, case: Case) -> Iterator[Remark]:
    responses = case.said(Label.RESPONSE)
    if case.detected_by == DetectedBy.OUTSIDE and responses:
        told = case.said(Label.TIMELINE, Label.INCIDENT, Label.CAUSE, Label.RESPONSE)
        yield from list(_worded(rule, case, [index for index in told if index <= responses[-1]]))[:1]


_OLD_DATE = re.compile(r"[一二三四五六七八九十]+(?:月|日|時)")


def _no_discovery(rule: FindingRule, case: Case) -> Iterator[Remark]:
    signs = [sign for sign in item_rule("CHK10").stated if sign.part == "detected"]
    dated = [index for index, unit in enumerate(case.document.units) for sign in signs if sign.shown_by(unit, case.labels[index])]
    dated += [event.unit for event in case.events if event.event == EventKind.DETECTED]
    if case.said(Label.INCIDENT) and not dated and not _OLD_DATE.search(case.document.normalised.text):
        yield Remark()


_RECENT = timedelta(days=200)
"""A date without a year further back than this may be of another year, in which its weekday is right."""


def _wrong_weekday(rule: FindingRule, case: Case) -> Iterator[Remark]:
    published = published_on(case.document)
    for index, unit in enumerate(case.document.units):
        for found in find_dates(unit.wording, Anchor(published)):
            if not found.weekday_conflict or found.iso is None:
                continue
            near = published is not None and published - date.fromisoformat(found.iso[:10]) < _RECENT
            if "年" in found.text or near:
                yield Remark(index, (found.start, found.end))


_LATE = 31
"""Days from the discovery to the publication from which on a reader may ask what kept them."""


def _long_unpublished(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Of a first or only announcement: how long they had known. Of a month told alone, its last day counts."""
    published = published_on(case.document)
    dated = [(event.at[:10], event) for event in case.events if event.at]
    if published is None or case.stage in (ReportStage.FOLLOWUP, ReportStage.FINAL):
        return
    if any(event.event == EventKind.PUBLISHED and day < published.isoformat() for day, event in dated):
        return
    known = min(((day, event) for day, event in dated if event.event == EventKind.DETECTED), key=itemgetter(0), default=None)
    begun = min((day for day, event in dated if event.event == EventKind.OCCURRED), default="")
    if known is None or known[0] < begun[: len(known[0])]:
        return
    day, event = known
    exact = len(day) == 10
    last = date.fromisoformat(day if exact else f"{day}-{monthrange(int(day[:4]), int(day[5:7]))[1]}")
    if (passed := (published - last).days) > _LATE:
        slots = {"days": passed, "more": "" if exact else "以上", "more_en": "" if exact else "at least "}
        yield Remark(event.unit, span_in_unit(case.document, case.unit(event.unit), event.start, event.end), slots)


def _no_contact(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK07"] == ChecklistStatus.MISSING and case.document.units:
        yield Remark()


def _some_instead_of_count(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK03"] == ChecklistStatus.PARTLY:
        for index in case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.MINIMIZATION, Label.HARM_STATUS):
            place = rule.place_in(case.unit(index))
            if place:
                yield Remark(index, place)
                return


def _leak_without_count(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if Trait.LEAK in case.traits and case.statuses["CHK03"] == ChecklistStatus.MISSING:
        feared = leak_only_feared(case.document, case.labels)
        yield Remark(slots={"feared": "おそれがある" if feared else "", "went_en": "may have gone" if feared else "went"})


def _long_and_empty(rule: FindingRule, case: Case) -> Iterator[Remark]:
    text = case.document.normalised.text
    factual = case.said(*(label for label in Label if label not in (Label.APOLOGY, Label.MEASURE_VAGUE, Label.CONTACT)))
    told = (fact for index in factual for fact in case.unit(index).facts)
    facts = {fact.text for fact in told if fact.kind not in (FactKind.VAGUE_COUNT, FactKind.CONTACT)}
    if len(text) >= 500 and len(facts) <= 2 and not case.said(Label.MEASURE_CONCRETE) and not _OLD_DATE.search(text):
        yield Remark(slots={"length": round(len(text), -1), "facts": len(facts)})


def _corrects_itself(rule: FindingRule, case: Case) -> Iterator[Remark]:
    yield from _worded(rule, case, [index for index, unit in enumerate(case.document.units) if not unit.placement.is_heading])


def _late_promise(rule: FindingRule, case: Case) -> Iterator[Remark]:
    for index in case.said(Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP):
        unit = case.unit(index)
        if place := rule.place_in(unit):
            yield Remark(index, _row(unit) or clause_around(unit, place))


_CELLS = re.compile(r"[|│┃\s]*(\S.*?)[|│┃\s]*")


def _row(unit: UnitReading) -> Span | None:
    """A row of a table without its outer lines, where it is short enough to quote: one cell alone tells of no promise."""
    cells = _CELLS.fullmatch(unit.wording) if re.search(r"[|│┃]", unit.wording) else None
    return cells.span(1) if cells and len(cells[1]) <= LONGEST_QUOTE else None


DETECTORS: Mapping[str, Callable[[FindingRule, Case], Iterator[Remark]]] = {
    "FND01": _softened_title,
    "FND02": _misdelivery_title,
    "FND10": _sent_elsewhere,
    "FND14": _fault_without_owner,
    "FND15": _trouble_only,
    "FND16": _reported_apology,
    "FND17": _neither_apology_nor_admission,
    "FND18": _nobody_did_it,
    "FND19": _vague_promises,
    "FND20": _single_stock_line,
    "FND21": _no_prevention,
    "FND22": _open_investigation,
    "FND23": _no_cause,
    "FND24": _told_by_others,
    "FND25": _no_discovery,
    "FND26": _no_contact,
    "FND27": _some_instead_of_count,
    "FND28": _leak_without_count,
    "FND29": _long_and_empty,
    "FND32": _wrong_weekday,
    "FND34": _prevention_put_off,
    "FND33": _long_unpublished,
    "FND35": _corrects_itself,
    "FND36": _late_promise,
}
