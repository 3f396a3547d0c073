"""Whose fault it was: what is put on others, on nobody, or only regretted."""

import re
from collections.abc import Iterator, Sequence

from analyzer.answers.blame.actors import acting, actors_in
from analyzer.answers.blame.causes import cause_owner
from analyzer.answers.blame.contractors import contractors_named, sent_to
from analyzer.answers.blame.faults import cleared, speaks_of_itself
from analyzer.answers.blame.lead_ins import announced_as_own
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rule
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, clause_around
from analyzer.answers.gaps.remarks.remark import Remark, first_worded, names_itself, worded
from analyzer.answers.gaps.traits.denials import how_checked, tested_safe
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.judging.denials import cleared_spans, lays_on_another, only_clears
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import BLAME, EVIDENCE, TRAITS
from analyzer.schema import Label, Labels, Owner, TitleFraming

SURE = 0.6
"""Least probability of a label for an accusation to rest on it."""

_HEADLINE = re.compile(r"(?:について|に関(?:して|する[^。]{1,12})|の件|お知らせ|お詫び|ご?報告)[)」】\s]*$")
"""A title repeated in the text names what happened; why it did stands below."""
_APOLOGISED = re.compile(r"(?:(?:深|心|重|改|謹)[^、。]{0,4})?(?:お詫び|おわび|謝罪|陳謝|申し訳)[^、。]{0,12}")
_APOLOGISES = re.compile(r"お詫び|おわび|謝罪|陳謝")
_ANYWHERE, _IN_THE_BODY = {"where": "", "where_en": ""}, {"where": "本文では", "where_en": "In the body, "}
_HERE = {"where": "読む人に対しては、", "where_en": "To the reader, "}
"""Where trouble alone is apologised for: a title (「誘導の誤りについてのお詫び」) or a visit that is reported may apologise for more."""
_AT_ALL, _TO_READERS = {"to": "", "to_en": ""}, {"to": "読む人に向けた", "to_en": " to the reader"}
"""Where nobody apologises: the word may stand in it, of what is still to be said to those concerned."""
_OF_TOMORROW = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT})
"""Labels of what is still to be done: a slip in it is one to be prevented."""


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
        if rule.label == Label.MINIMIZATION and belittles_nothing(case.document.units, index):
            continue
        place = rule.place_in(unit)
        if place and (_clears_another(unit, place) or _cleared_to_own(case, index)):
            continue  # 「業者は指示のとおり作業しており、落ち度はない」, 「作業に問題はありませんでした。時期を延ばしたのは当社です」
        if place and rule.not_labels.isdisjoint(case.labels[index]) and _takes_it_back(rule, unit, case.labels[index]) is rule.admitting:
            yield Remark(index, clause_around(unit, place))


def belittles_nothing(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit tells who need not worry, by which test it does no harm, what it does to the accounts, which cause is unlikely or
    that it is not all: 「けがにとどまらず、心の傷として残る」.
    """
    wording = units[index].wording
    return (
        TRAITS.says_any(("never_concerned", "enlarges"), wording) or BLAME.says("belittles_nothing", wording) or tested_safe(units, index)
    )


def _clears_another(unit: UnitReading, place: Span) -> bool:
    """Whether a wording ends where a sentence says of somebody else that they are not at fault."""
    return bool(cleared(unit.wording)) and any(start < place[1] <= end for start, end in cleared_spans(unit.wording))


def _cleared_to_own(case: Case, index: int) -> bool:
    """Whether a unit says that the work was done well, and the next one takes the fault on the speaker."""
    wording = case.unit(index).wording
    next_admits = any(Label.ADMISSION in given for given in case.labels[index + 1 : index + 2])
    return next_admits and BLAME.says("work_cleared", wording) and only_clears(wording)


def approves_of_itself(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """What is told of the speaker's own conduct, where the unit owns nothing beside and is not accused of more."""
    told = {remark.unit for code in ("FND08", "FND12") for remark in accused(finding_rule(code), case)}
    told |= set(case.said(Label.ADMISSION))
    yield from worded(rule, case, [index for index in case.running_text() if index not in told])


def sent_elsewhere(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The units accused, and those that send to a contractor by its name, which the label need not know for one."""
    told = list(accused(rule, case))
    names = contractors_named(case.document)
    windows = ((index, sent_to(case.unit(index), names)) for index in case.said(Label.CONTACT, Label.DEFLECTION))
    known = {remark.unit for remark in told}
    yield from told
    yield from (Remark(index, clause_around(case.unit(index), place)) for index, place in windows if place and index not in known)


def fault_without_owner(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The first cause that lays it on nobody or on its people and things, where no cause is the speaker's; what is not known or not
    remembered is none.
    """
    causes = [index for index in case.said(Label.CAUSE) if not EVIDENCE.says("not_known", case.unit(index).wording)]
    owned = (names_itself(case.by_part[index]) or announced_as_own(case.document, index) or _of_own_part(case, index) for index in causes)
    if case.said(Label.ADMISSION, Label.DEFLECTION) or any(owned):
        return
    # 「本会の責任において…お詫びします」 owns it, whatever the label says.
    if _punishes_its_head(case) or rule.exempts(*(unit.wording for unit in case.document.units)):
        return
    for index in causes:
        unit = case.unit(index)
        place = _mechanism(unit, rule.place_in(unit)) if not _HEADLINE.search(unit.wording) else None
        if place and cause_owner(case.by_part[index]) != Owner.CONTRACTOR:
            yield Remark(index, clause_around(unit, place))
            return


def _mechanism(unit: UnitReading, place: Span | None) -> Span | None:
    """The place, or where it is what did not happen, whom it befell or what came of it, the first word of a slip outside of that."""
    beside = [found.span() for found in BLAME.each("no_mechanism", unit.wording)]

    def told(span: Span) -> bool:
        return not any(start < span[1] and span[0] < end for start, end in beside)

    if place is None or told(place):
        return place
    return next((found.span() for found in BLAME.each("mechanism", unit.wording) if told(found.span())), None)


def _of_own_part(case: Case, index: int) -> bool:
    """Whether a part of the organisation is named in a unit (「料金課の職員が」), or its handling in the heading over it."""
    unit = case.unit(index)
    over = unit.placement.heading
    headed = over is not None and EVIDENCE.says("own_handling", case.unit(over).wording)
    return headed or _named_part(unit)


def _named_part(unit: UnitReading) -> bool:
    return EVIDENCE.says("own_part", unit.wording) and actors_in(unit.wording).isdisjoint({Owner.CONTRACTOR, Owner.OUTSIDER})


def trouble_only(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """An apology that does not say for what (「申し訳ございませんでした。」) goes on with the one before it."""
    apologies = case.said(Label.APOLOGY)
    objectless = (at > 0 and rule.exempts(case.unit(index).wording) for at, index in enumerate(apologies))
    named = [index for index, none in zip(apologies, objectless, strict=True) if not none]
    places = [_trouble_in(rule, case.unit(index)) for index in named]
    # Who was disciplined is no word of what went wrong.
    owned = [index for index in case.said(Label.ADMISSION) if not case.unit(index).has_cue("ADM03", "RSP05")]
    if named and all(places) and not owned:
        place, unit = places[0], case.unit(named[0])
        assert place
        clause = clause_around(unit, place)
        # Of a clause too long to be quoted, which begins amid it, what stands before the apology tells most.
        cut = unit.wording[clause[0] - 1 : clause[0]].strip("、。")
        apology = _APOLOGISED.search(unit.wording, place[0]) if cut else None
        if apology and clause[1] < apology.start() and apology.end() - place[0] <= LONGEST_QUOTE:
            clause = place[0], apology.end()
        in_title = case.circumstances.title_framing == TitleFraming.NAMES_HARM and _APOLOGISES.search(case.document.title)
        reported = any(map(finding_rule("FND16").place_in, map(case.unit, case.said(Label.RESPONSE))))
        yield Remark(named[0], clause, _IN_THE_BODY if in_title else _HERE if reported else _ANYWHERE)


def _trouble_in(rule: FindingRule, unit: UnitReading) -> Span | None:
    return None if TRAITS.says("event_apologised", unit.wording) else rule.place_in(unit)


def reported_apology(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if not case.said(Label.APOLOGY):
        yield from first_worded(rule, case, case.said(Label.RESPONSE))


def neither_apology_nor_admission(rule: FindingRule, case: Case) -> Iterator[Remark]:
    reported = finding_rule("FND16")
    # Plain speech or a dialect (「うちが悪かです」) may bear no label and says it all the same.
    if rule.unless and any(rule.unless.search(case.unit(index).wording) for index in case.running_text()):
        return
    if not case.document.units or case.said(Label.APOLOGY, Label.ADMISSION) or any(reported_apology(reported, case)):
        return
    if _punishes_its_head(case):
        return
    # A slip of their own told in passing (「当社のミスで」) owns it, whatever the labels.
    if next(_own_slips(case), None) is None:
        own = (index for index in case.running_text() if not (reported.unless and reported.unless.search(case.unit(index).wording)))
        yield Remark(slots=_TO_READERS if any(TRAITS.says("apology_to_some", case.unit(index).wording) for index in own) else _AT_ALL)


def admission_without_apology(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """No word of it stands anywhere: that the label is not given is not enough to say so."""
    wordings = (case.document.title, *(unit.wording for unit in case.document.units))
    owned = case.said(Label.ADMISSION) or _punishes_its_head(case)
    if owned and not case.said(Label.APOLOGY) and not (rule.unless and any(map(rule.unless.search, wordings))):
        yield Remark()


def _punishes_its_head(case: Case) -> bool:
    """Whether those in charge are disciplined for want of supervision, which owns the fault, whatever the labels."""
    return EVIDENCE.any_says("supervision_punished", (unit.wording for unit in case.document.units))


def nobody_did_it(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """Where no other sentence tells who did: 「料金課において誤って送りました。…誤送信が判明しました」. A row has no subject."""
    told = case.said(Label.INCIDENT, Label.CAUSE, Label.TIMELINE)
    if not case.said(Label.ADMISSION) and not any(names_itself(case.by_part[index]) or _named_part(case.unit(index)) for index in told):
        yield from first_worded(
            rule, case, [index for index in case.said(Label.INCIDENT) if not TRAITS.says("row", case.unit(index).wording)]
        )


def unchecked_denial(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """The first denial, where nobody is said to have been heard and nothing looked at."""
    if not how_checked(case.document):
        yield from (Remark(index, clause_around(case.unit(index), span)) for index, span in case.denied[:1])


def slips(case: Case) -> Iterator[int]:
    """The units of the running text that give a slip as the reason, labelled or not, whosever it was: 「当社のミスで流出しました」."""
    for index in case.running_text():
        if _OF_TOMORROW.isdisjoint(case.labels[index]) and EVIDENCE.says("slip", case.unit(index).wording):
            yield index


def _own_slips(case: Case) -> Iterator[int]:
    """Those that lay it on the speaker, and the causes in which it fails or does it: 「当社が人を減らしていたためです」."""
    failing = (
        index for index in case.said(Label.CAUSE) if speaks_of_itself(case.by_part[index]) or Owner.OWN in acting(case.by_part[index], "が")
    )
    return (index for index in (*slips(case), *failing) if cause_owner(case.by_part[index]) == Owner.OWN)


def _takes_it_back(rule: FindingRule, unit: UnitReading, labels: Labels) -> bool:
    # A denial (「当社に責任はない」) has the very words of an admission, and so has 「責任は委託先にある」; there only the label tells.
    denial = "DEF06" in rule.cues or rule.needs == Trait.DENIAL or lays_on_another(unit.wording)
    return Label.ADMISSION in labels or (not denial and unit.has_cue("ADM01", "ADM02", "ADM07"))
