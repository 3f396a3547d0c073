"""Remarks a reader should see: what `rules/findings.toml` says of the title, of one wording, or of the whole statement."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from analyzer.answers.checklist import Labels, Trait, checklist, item_rules, traits_of
from analyzer.language.agency import agency_features
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import Finding
from analyzer.rules import load_rules
from analyzer.schema import ChecklistStatus, DetectedBy, Label, Lang, Severity, TitleFraming

SURE = 0.6
"""Least probability of a label for an accusation to rest on it."""

MOST_PER_RULE = 3
SHORTEST_QUOTE, LONGEST_QUOTE = 10, 40


@dataclass(frozen=True, slots=True)
class FindingRule:
    """One table of `rules/findings.toml`; the file's head tells what each part means."""

    code: str
    severity: Severity
    message: Mapping[Lang, str]
    message_leak: Mapping[Lang, str]
    label: Label | None
    cues: tuple[str, ...]
    not_cues: tuple[str, ...]
    not_labels: frozenset[Label]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    body: re.Pattern[str] | None
    exempt: re.Pattern[str] | None
    owned: re.Pattern[str] | None
    needs: Trait | None
    exempt_if: frozenset[Trait]

    def place_in(self, unit: UnitReading) -> Span | None:
        """Where the unit has the rule's wording: its cue where that is in one clause with the pattern, else the pattern."""
        cue = next(((start, end) for cue, start, end in unit.cues if cue.code in self.cues), None)
        if (self.cues and cue is None) or unit.has_cue(*self.not_cues) or (self.unless and self.unless.search(unit.wording)):
            return None
        if self.pattern is None or (cue and self.pattern.search(unit.wording, *clause_around(unit, cue))):
            return cue
        found = self.pattern.search(unit.wording)
        return found.span() if found else None


@cache
def finding_rules() -> tuple[FindingRule, ...]:
    """All rules in file order."""

    def pattern(rule: Mapping[str, str], name: str) -> re.Pattern[str] | None:
        return re.compile(rule[name]) if name in rule else None

    return tuple(
        FindingRule(
            code=code,
            severity=Severity(rule["severity"]),
            message={Lang.JA: rule["message"], Lang.EN: rule["message_en"]},
            message_leak={
                Lang.JA: rule.get("message_leak", rule["message"]),
                Lang.EN: rule.get("message_leak_en", rule["message_en"]),
            },
            label=Label(rule["label"]) if "label" in rule else None,
            cues=tuple(rule.get("cues", ())),
            not_cues=tuple(rule.get("not_cues", ())),
            not_labels=frozenset(Label(code) for code in rule.get("not_labels", ())),
            pattern=pattern(rule, "pattern"),
            unless=pattern(rule, "unless"),
            body=pattern(rule, "body"),
            exempt=pattern(rule, "exempt"),
            owned=pattern(rule, "owned"),
            needs=Trait(rule["needs"]) if "needs" in rule else None,
            exempt_if=frozenset(Trait(name) for name in rule.get("exempt_if", ())),
        )
        for code, rule in load_rules("findings").items()
    )


@dataclass(frozen=True, slots=True)
class Case:
    """Everything a rule may look at."""

    document: DocumentReading
    labels: Sequence[Labels]
    title_framing: TitleFraming
    detected_by: DetectedBy
    traits: frozenset[Trait]
    statuses: Mapping[str, ChecklistStatus]

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


def findings(
    document: DocumentReading,
    labels: Sequence[Labels],
    title_framing: TitleFraming,
    detected_by: DetectedBy,
    lang: Lang = Lang.JA,
) -> tuple[Finding, ...]:
    """All remarks, the gravest first; offsets are code points into the statement's text as given.

    Parameters
    ----------
    labels : the labels assigned to each unit, as `Labeller.assigned` returns them.
    """
    statuses = {item.code: item.status for item in checklist(document, labels)}
    case = Case(document, labels, title_framing, detected_by, traits_of(document, labels), statuses)
    rules = [rule for rule in finding_rules() if not rule.exempt_if & case.traits and (rule.needs is None or rule.needs in case.traits)]
    made = [(rule, remark) for rule in rules for remark in _remarks(rule, case)]
    order = list(Severity)[::-1]
    return tuple(_finding(rule, remark, case, lang) for rule, remark in sorted(made, key=lambda pair: order.index(pair[0].severity)))


def _remarks(rule: FindingRule, case: Case) -> list[Remark]:
    return list((_accused if rule.label else _DETECTORS[rule.code])(rule, case))[:MOST_PER_RULE]


def _finding(rule: FindingRule, remark: Remark, case: Case, lang: Lang) -> Finding:
    start = end = None
    slots = dict(remark.slots)
    if remark.unit is not None and remark.span is not None:
        unit = case.unit(remark.unit)
        start, end = case.document.original_span((unit.span[0] + remark.span[0], unit.span[0] + remark.span[1]))
        slots |= {"quote": quoted(unit, remark.span)}
    message = rule.message_leak if Trait.LEAK in case.traits else rule.message
    return Finding(rule.code, rule.severity, message[lang].format(**slots), remark.unit, start, end)


# --- quoting ---------------------------------------------------------------------------------------------------------

_BREAK = re.compile(r"[、。,;!?！？]|:(?![0-9])")
_LINE_HEAD = re.compile(
    r"[\s・･●○◎■□◆◇▼※*\-→⇒]*"
    r"(?:[(（]?[0-9一二三四五六七八九十]{1,2}[)）.．、]\s*|[一二三四五六七八九十]{1,2}\s+|[①-⑳]\s*|[QA答問][0-9]*[.:．：\s]+)?"
    r"(?:(?:また|なお|そして|しかし|一方|さらに|ただし)(?=[^ぁ-ん]|[おご]))?"
)
_LOOSE_END = re.compile(r"(?<=[^\s]{4})(?:につ(?:き|い)(?:まし)?て|[をがはに、。・\s])$")
_PAIRS = (("「", "」"), ("『", "』"), ("(", ")"), ("（", "）"), ("【", "】"))
_TAIL = frozenset({"AUX", "SCONJ", "ADP", "PART", "PUNCT"})
_LIGHT_VERB = re.compile(r"(?:まい|参|お|い|よ|ござ)る|いただく|頂く|[いた致]す|いたす|申し上げる|くださる|ある|いく|くる|する|つく|関する")


def clause_around(unit: UnitReading, span: Span, longest: int = LONGEST_QUOTE) -> Span:
    """The clause the span stands in; where it is long or cuts a bracket, as many whole phrases as fit."""
    wording = unit.wording
    starts = [0, *(found.end() for found in _BREAK.finditer(wording, 0, span[0]))]
    ends = [*(found.start() for found in _BREAK.finditer(wording, span[1])), len(wording)]
    left, right = _after_head(wording, starts[-1], span[0]), ends[0]
    # A clause such as 「念のため」 or 「努めます」 tells nothing without the next one or the one before.
    if right - left < SHORTEST_QUOTE and len(ends) > 2:
        right = ends[1]
    elif right - left < SHORTEST_QUOTE and len(starts) > 1:
        left = _after_head(wording, starts[-2], span[0])
    if right - left > longest or not _balanced(wording[left:right]):
        left, right = _phrases_around(unit, span, (left, right), longest)
    while found := _LOOSE_END.search(wording, left, right):
        right = found.start()
    return left, right


def _after_head(wording: str, start: int, limit: int) -> int:
    """Where the words begin after a list mark, a number or a 「また」."""
    head = _LINE_HEAD.match(wording, start)
    return min(head.end() if head else start, limit)


def _balanced(wording: str) -> bool:
    return all(wording.count(opening) == wording.count(close) for opening, close in _PAIRS)


def _phrases_around(unit: UnitReading, span: Span, clause: Span, longest: int) -> Span:
    """Whole phrases (文節) of the clause around the span, first to the right, then to the left."""
    starts = [at for at in _phrase_starts(unit) if clause[0] < at < clause[1]]
    left = max((at for at in [clause[0], *starts] if at <= span[0]), default=span[0])
    right = min((at for at in [*starts, clause[1]] if at >= span[1]), default=span[1])

    def fits(start: int, end: int) -> bool:
        return 0 < end - start <= longest and _balanced(unit.wording[start:end])

    if right - left > longest:
        short = [at for at in [*starts, span[0]] if right - at <= longest and at < span[1]]
        left = min((at for at in short if fits(at, right)), default=min(short, default=left))
        if right - left <= longest:
            return left, right
        return left, max((at for at in starts if left < at <= left + longest), default=left + longest)
    right = max((at for at in [*starts, clause[1]] if at >= right and fits(left, at)), default=right)
    return min((at for at in [clause[0], *starts] if at <= left and fits(at, right)), default=left), right


def _phrase_starts(unit: UnitReading) -> list[int]:
    words = unit.parsed.words
    return [
        word.start
        for before, word in pairwise(words)
        if before.pos in _TAIL and word.pos not in _TAIL and not _LIGHT_VERB.fullmatch(word.lemma)
    ]


def quoted(unit: UnitReading, span: Span) -> str:
    """The wording of a span on one line, safe inside 「」."""
    return re.sub(r"\s*\n\s*", "", unit.wording[span[0] : span[1]]).replace("「", "『").replace("」", "』")


def _shortened(title: str) -> str:
    title = title.strip().replace("「", "『").replace("」", "』")
    return title if len(title) <= LONGEST_QUOTE else title[: LONGEST_QUOTE - 1] + "…"


# --- what each rule looks at -----------------------------------------------------------------------------------------


def _accused(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Units with the sure label and the wording, unless the duty is taken back in the unit or, by `owned`, elsewhere."""
    assert rule.label
    if rule.owned and any(rule.owned.search(case.unit(index).wording) for index in case.said(Label.ADMISSION)):
        return
    sure = [(-case.labels[index][rule.label], index) for index in case.said(rule.label)]
    for index in (index for least, index in sorted(sure) if -least >= SURE):
        unit = case.unit(index)
        place = rule.place_in(unit)
        if place and rule.not_labels.isdisjoint(case.labels[index]) and not _takes_it_back(rule, unit, case.labels[index]):
            yield Remark(index, clause_around(unit, place))


def _takes_it_back(rule: FindingRule, unit: UnitReading, labels: Labels) -> bool:
    # A denial (「当社に責任はない」) has the very words of an admission; there only the label tells.
    denial = "DEF06" in rule.cues
    return Label.ADMISSION in labels or (not denial and unit.has_cue("ADM01", "ADM02", "ADM07"))


_DENIED = re.compile(r"ません|ない|おらず|なく|否定")


def _softened_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if _softened(case) and _titled(rule, case) and rule.body:
        for index in case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.ADMISSION, Label.HARM_STATUS):
            unit = case.unit(index)
            harm = rule.body.search(unit.wording)
            if harm and not _DENIED.search(unit.wording, harm.end(), harm.end() + 24):
                told = quoted(unit, clause_around(unit, harm.span(), 30))
                yield Remark(slots={"title": _shortened(case.document.title), "quote": told})
                return


def _misdelivery_title(rule: FindingRule, case: Case) -> Iterator[Remark]:
    kinds = _data_kinds(case)
    recovered = rule.exempt and rule.exempt.search(case.document.normalised.text)
    if _softened(case) and _titled(rule, case) and Trait.LEAK in case.traits and kinds and not recovered:
        yield Remark(slots={"title": _shortened(case.document.title), "quote": "、".join(kinds[:3])})


def _softened(case: Case) -> bool:
    return case.title_framing == TitleFraming.SOFTENED


def _titled(rule: FindingRule, case: Case) -> bool:
    title = case.document.title
    return bool(rule.pattern and rule.pattern.search(title)) and not (rule.unless and rule.unless.search(title))


def _data_kinds(case: Case) -> list[str]:
    told = [case.unit(index) for index in case.said(Label.INCIDENT, Label.SCOPE) if not case.unit(index).has_cue("MIN04")]
    return list(dict.fromkeys(fact.text for unit in told for fact in unit.facts if fact.kind == FactKind.DATA))


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
    total, vague = case.said(Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE), _vague(case)
    if len(total) >= 2 and len(vague) >= 2 and len(vague) / len(total) >= 0.75:
        yield _promise(case, vague[0], {"total": len(total), "vague": len(vague)})


def _single_stock_line(rule: FindingRule, case: Case) -> Iterator[Remark]:
    vague = _vague(case)
    if len(vague) == 1 and not case.said(Label.MEASURE_CONCRETE):
        yield _promise(case, vague[0], {})


def _vague(case: Case) -> list[int]:
    return [index for index in case.said(Label.MEASURE_VAGUE) if Label.MEASURE_CONCRETE not in case.labels[index]]


def _promise(case: Case, index: int, slots: Mapping[str, object]) -> Remark:
    unit = case.unit(index)
    ending = len(unit.wording.rstrip("。.!！"))
    # The last wording is the predicate: of 「二度とないよう、…に努めます」 the promise is what comes second.
    place = max(((start, end) for cue, start, end in unit.cues if cue.code.startswith("MEV")), default=(ending - 1, ending))
    return Remark(index, clause_around(unit, place), slots)


def _no_prevention(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses["CHK12"] == ChecklistStatus.MISSING and case.document.units:
        yield Remark()


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
    signs = [sign for item in item_rules() if item.code == "CHK10" for sign in item.stated if sign.part == "detected"]
    dated = [index for index, unit in enumerate(case.document.units) for sign in signs if sign.shown_by(unit, case.labels[index])]
    if case.said(Label.INCIDENT) and not dated and not _OLD_DATE.search(case.document.normalised.text):
        yield Remark()


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
        yield Remark()


def _long_and_empty(rule: FindingRule, case: Case) -> Iterator[Remark]:
    text = case.document.normalised.text
    factual = case.said(*(label for label in Label if label not in (Label.APOLOGY, Label.MEASURE_VAGUE, Label.CONTACT)))
    told = (fact for index in factual for fact in case.unit(index).facts)
    facts = {fact.text for fact in told if fact.kind not in (FactKind.VAGUE_COUNT, FactKind.CONTACT)} - {"一部"}
    if len(text) >= 500 and len(facts) <= 2 and not case.said(Label.MEASURE_CONCRETE) and not _OLD_DATE.search(text):
        yield Remark(slots={"length": round(len(text), -1), "facts": len(facts)})


_DETECTORS: Mapping[str, Callable[[FindingRule, Case], Iterator[Remark]]] = {
    "FND01": _softened_title,
    "FND02": _misdelivery_title,
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
}
