"""How much is told at all: how many were hit, what a long text holds, whom to ask."""

import re
from collections.abc import Iterator

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rule
from analyzer.answers.gaps.quoting import clause_around
from analyzer.answers.gaps.remarks.remark import Remark, said_anywhere
from analyzer.answers.gaps.traits.traits import Trait, leak_only_feared
from analyzer.language.facts import FactKind
from analyzer.rules.slots import EVIDENCE, UNSEEN
from analyzer.schema import ChecklistStatus, Label

OLD_DATE = re.compile(r"[一二三四五六七八九十]+(?:月|日|時)")
"""A date or time in kanji numerals, which tells as much as one in figures."""
_BARE = re.compile(
    r"(?:以上、?|ここに、?)?(?:(?:お詫び|おわび)(?:し|申し上げ)て?(?:、)?訂正|訂正し(?:て)?、?(?:お詫び|おわび))[^。、]{0,16}。?"
)
_FIGURE = re.compile(r"[0-9]+")
_LONG, _LONG_FOR_NOTHING = 500, 350
"""Characters from which a text is long, and from which it is where not even what happened is told."""
_FEW = 2
"""Facts up to which a long text tells hardly anything."""


def some_instead_of_count(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if case.statuses[Item.COUNT] == ChecklistStatus.PARTLY:
        for index in case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.MINIMIZATION, Label.HARM_STATUS):
            place = rule.place_in(case.unit(index))
            if place:
                yield Remark(index, place)
                return


def leak_without_count(rule: FindingRule, case: Case) -> Iterator[Remark]:
    if Trait.LEAK in case.traits and case.statuses[Item.COUNT] == ChecklistStatus.MISSING:
        what, what_en = _fate(case)
        yield Remark(slots={"what": what, "what_en": what_en})


def _fate(case: Case) -> tuple[str, str]:
    """What became of the data, in Japanese and in English: what was lost or thrown away need not have come into other hands."""
    told = case.said(Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.HARM_STATUS)
    wordings = [case.document.title, *(case.unit(index).wording for index in told)]
    if EVIDENCE.any_says("data_gone", wordings) and not EVIDENCE.any_says("data_out", wordings):
        return "失われた", "were lost"
    if leak_only_feared(case.document, case.labels):
        return "外に出たおそれがある", "may have gone out"
    return "外に出た", "went out"


def long_and_empty(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """A reader counts whatever has a number: a machine, an article of law, papers that no list of counters knows.

    Where it is told how many were affected, it is not said that no number is.
    """
    text = case.document.normalised.text
    factual = case.said(*(label for label in Label if label not in (Label.APOLOGY, Label.MEASURE_VAGUE, Label.CONTACT)))
    told = (fact for index in factual for fact in case.unit(index).facts)
    facts = {fact.text for fact in told if fact.kind not in (FactKind.VAGUE_COUNT, FactKind.CONTACT)}
    figures = {figure for index in factual for figure in _FIGURE.findall(case.unit(index).wording)}
    few = max(len(facts), len(figures)) <= _FEW and case.statuses[Item.COUNT] != ChecklistStatus.STATED
    least = _LONG if case.statuses[Item.OUTLINE] == ChecklistStatus.STATED else _LONG_FOR_NOTHING
    if len(text) >= least and few and not case.said(Label.MEASURE_CONCRETE) and not OLD_DATE.search(text):
        yield Remark(slots={"length": round(len(text), -1)})


def no_contact(rule: FindingRule, case: Case) -> Iterator[Remark]:
    refused = finding_rule("FND41")
    asked = (unit for unit in case.document.units if refused.place_in(unit))
    missing = case.statuses[Item.CONTACT] == ChecklistStatus.MISSING
    # Where questions are refused, no window was forgotten.
    if missing and case.document.units and not any("合わせ" in unit.wording for unit in asked):
        yield Remark()


def compensation_refused(rule: FindingRule, case: Case) -> Iterator[Remark]:
    for index in case.running_text():
        if found := UNSEEN.found("refused", case.unit(index).wording):
            yield Remark(index, clause_around(case.unit(index), found.span()))


def corrected(rule: FindingRule, case: Case) -> Iterator[Remark]:
    """An earlier account corrected; 「訂正してお詫びいたします」 by itself only where nothing tells what is corrected."""
    remarks = list(said_anywhere(rule, case))
    told = [each for each in remarks if each.unit is None or not _BARE.fullmatch(case.unit(each.unit).wording.strip())]
    yield from told or remarks
