"""What a good disclosure holds: for each item of `rules/checklist.toml`, whether the statement gives it, and where."""

import re
from collections.abc import Callable, Mapping
from functools import partial

from analyzer.answers.columns import CAUSES, MEASURES, told_in_column
from analyzer.answers.gaps.annexes import told_in_annex
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item, ItemRule, Sign, item_rule, item_rules
from analyzer.answers.gaps.counted_rows import counted_rows, counts_only_carriers
from analyzer.answers.gaps.headed import measures_under_heading, named_windows
from analyzer.answers.gaps.mentions import only_mentioned
from analyzer.answers.gaps.open_causes import explained_outright
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.answers.gaps.unjudged import told_elsewhere, unjudged_in
from analyzer.judging.discovery import by_authority
from analyzer.language.facts import FactKind, find_facts
from analyzer.language.features import UnitReading
from analyzer.report import ChecklistItem
from analyzer.rules.slots import TRAITS
from analyzer.schema import ChecklistStatus, EventKind, Label, Lang, ReportStage

Verdict = tuple[ChecklistStatus, tuple[int, ...]]
_NOT_OWED = frozenset({Trait.FINAL, Trait.VICTIMLESS})
"""Traits of a statement that need not give an item, and may."""
_EVERYWHERE = re.compile(
    r"(?:こと|もの|事|物|ため|為|際|時|場合|今[後回]|本件|原因|再発|防止|再発防止|対策|事[案故]|発生|対応|実施|担当者?|[当弊本](?:社|クラブ)?|クラブ|"
    r"会社|職員|社員|スタッフ|お客様?|皆様|会員|個人(?:情報)?|情報|メール|[送配]信|システム|業務|作業|[上中後前方者日月年名人件全]|誤り|ミス|不備|[0-9]+)"
)


def checklist(case: Case, lang: Lang = Lang.JA) -> tuple[ChecklistItem, ...]:
    """Every item with its status and the units that give it."""
    return tuple(_item(rule, case, lang) for rule in item_rules().values())


def _item(rule: ItemRule, case: Case, lang: Lang) -> ChecklistItem:
    status, units = _judge_of(rule, case.traits)(rule, case)
    if status == ChecklistStatus.MISSING and told_elsewhere(rule.elsewhere, case.document):
        status, units = _not_applicable(rule, case)
    if status == ChecklistStatus.MISSING and (annexed := told_in_annex(rule.code, case.document)):
        status, units = ChecklistStatus.PARTLY, annexed
    basis = rule.basis if Trait.LEAK in case.traits else rule.basis_general
    return ChecklistItem(rule.code, rule.name[lang], basis[lang], status, units)


def _judge_of(rule: ItemRule, traits: frozenset[Trait]) -> Callable[[ItemRule, Case], Verdict]:
    """What judges an item of a statement with these traits."""
    exempt = rule.exempt & traits
    judge = _SPECIAL.get(rule.code, _by_signs)
    if not exempt and (rule.applies is None or rule.applies in traits):
        return judge
    return partial(_given_all_the_same, judge) if exempt and exempt <= _NOT_OWED else _not_applicable


def _by_signs(rule: ItemRule, case: Case) -> Verdict:
    """Stated where every part is shown by some unit; partly where only some part, or only a sign of "partly", is."""
    shown: dict[str, list[int]] = {sign.part: [] for sign in rule.stated}
    for sign in rule.stated:
        shown[sign.part] += _units(sign, case)
    units = tuple(sorted({index for part in shown.values() for index in part}))
    if shown and all(shown.values()):
        return ChecklistStatus.STATED, units
    units = units or tuple(sorted({index for sign in rule.partly for index in _units(sign, case)}))
    return (ChecklistStatus.PARTLY, units) if units else (ChecklistStatus.MISSING, ())


def _not_applicable(rule: ItemRule, case: Case) -> Verdict:
    return ChecklistStatus.NOT_APPLICABLE, ()


def _given_all_the_same(judge: Callable[[ItemRule, Case], Verdict], rule: ItemRule, case: Case) -> Verdict:
    """A last report need not promise another, nor a breach of rules count its victims, but where it does, it has."""
    verdict = judge(rule, case)
    return verdict if verdict[1] else _not_applicable(rule, case)


def _next_report(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; a report promised for some time is given where the same page adds to itself on a later day, below the promise."""
    status, units = _by_signs(rule, case)
    added = [index for index, unit in enumerate(case.document.units) if TRAITS.says("added_later", unit.wording)]
    if status == ChecklistStatus.PARTLY and added and units[-1] < added[-1]:
        return ChecklistStatus.STATED, (*units, added[-1])
    return status, units


def _outline(rule: ItemRule, case: Case) -> Verdict:
    """Who denies may tell what is alleged, but not what happened, and who only speaks of "the accident" tells no more."""
    status, units = _by_signs(rule, case)
    untold = Trait.DENIAL in case.traits or all(only_mentioned(case.document.units[index]) for index in units)
    return (ChecklistStatus.PARTLY if units and untold else status), units


def _published(rule: ItemRule, case: Case) -> Verdict:
    """A line that is but the date of a step of the matter dates no publication; a day that the statement bears in any form does.

    That the matter was made public on some day is partly one, unless it is said of an earlier report.
    """
    status, units = _by_signs(rule, case)
    of_matter = {event.unit for event in case.events if event.event != EventKind.PUBLISHED}
    units = tuple(index for index in units if index not in of_matter)
    if case.published:
        return ChecklistStatus.STATED, units
    if not units and case.circumstances.report_stage != ReportStage.FOLLOWUP:
        announced = tuple(event.unit for event in case.events if event.event == EventKind.PUBLISHED and event.at)
        return (ChecklistStatus.PARTLY, announced) if announced else (ChecklistStatus.MISSING, ())
    return (status, units) if units else (ChecklistStatus.MISSING, ())


def _prevention(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; what stands under a heading on prevention is partly one though no label knows it, unless it puts the measures off."""
    status, units = _by_signs(rule, case)
    headed = () if units else measures_under_heading(case.document, case.labels) or tuple(told_in_column(case.document.units, MEASURES))
    return (ChecklistStatus.PARTLY, headed) if headed else (status, units)


def _answers_cause(rule: ItemRule, case: Case) -> Verdict:
    """Stated where a concrete measure takes up what a cause speaks of; partly where it does not, or where only a vague one does.

    Of a cause that is not known nobody can tell what answers it.
    """
    units = case.document.units
    causes = [index for index, assigned in enumerate(case.labels) if Label.CAUSE in assigned] or _causes_owned(case)
    topics = frozenset[str]().union(*(_topics(units[index]) for index in causes))

    def meeting(label: Label) -> tuple[tuple[int, ...], tuple[int, ...]]:
        measures = tuple(index for index, assigned in enumerate(case.labels) if label in assigned)
        return measures, tuple(index for index in measures if topics & _topics(units[index]))

    concrete, answering = meeting(Label.MEASURE_CONCRETE)
    unknown = case.cause_open and _cause(item_rule(Item.CAUSE), case)[0] != ChecklistStatus.STATED
    if causes and concrete:
        status = ChecklistStatus.STATED if answering and not unknown else ChecklistStatus.PARTLY
        return status, answering or concrete
    touching = () if unknown else meeting(Label.MEASURE_VAGUE)[1]
    return (ChecklistStatus.PARTLY, touching) if touching else (ChecklistStatus.MISSING, ())


def _causes_owned(case: Case) -> list[int]:
    """The admissions that tell why it happened, as the item on the cause reads them: 「職員任せにしてきた組織の責任」."""
    signs = (sign for sign in item_rule(Item.CAUSE).partly if Label.ADMISSION in sign.labels)
    return sorted({index for sign in signs for index in _units(sign, case)})


def _happened_and_found(rule: ItemRule, case: Case) -> Verdict:
    """Stated where the course of events dates both ends; else by the signs, but no more than partly where it dates no discovery, and no
    less where it dates one end.
    """
    dated = {kind: [event.unit for event in case.events if event.event == kind] for kind in (EventKind.OCCURRED, EventKind.DETECTED)}
    steps = tuple(sorted({unit for units in dated.values() for unit in units}))
    if all(dated.values()):
        return ChecklistStatus.STATED, steps
    status, units = _by_signs(rule, case)
    if not dated[EventKind.DETECTED] and status == ChecklistStatus.STATED:
        return ChecklistStatus.PARTLY, units
    return (ChecklistStatus.PARTLY, steps) if steps and not units else (status, units)


def _cause(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; where the statement says that the cause is not known yet, it is told partly, unless some unit explains it outright."""
    status, units = _by_signs(rule, case)
    if status == ChecklistStatus.MISSING and (rows := told_in_column(case.document.units, CAUSES)):
        return ChecklistStatus.STATED, tuple(rows)
    still_open = case.cause_open
    if not still_open or explained_outright(case.document, case.labels, units):
        return status, units
    return ChecklistStatus.PARTLY, tuple(sorted({*units, *still_open}))


def _count(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; figures in a table say nothing of what they count, which stands at the head of their column.

    Of a leak, how many machines were lost does not tell whose data was in them.
    """
    status, units = _by_signs(rule, case)
    if Trait.LEAK in case.traits and all(counts_only_carriers(case.unit(index).wording) for index in units):
        status, units = ChecklistStatus.MISSING, ()
    rows = () if status == ChecklistStatus.STATED else counted_rows(case.document.units)
    return (ChecklistStatus.STATED, rows) if rows else (status, units)


def _care(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; whoever is told of it on a dated step is seen to, whatever the label of the line: save an authority, a client or a
    board, save where it is owned that they were told late, and save where something was sent to the wrong ones.
    """
    status, units = _by_signs(rule, case)
    told = {event.unit for event in case.events if EventKind.NOTIFIED in event.kinds and _tells_them(case.unit(event.unit).wording)}
    return (status, units) if status == ChecklistStatus.STATED or not told else (ChecklistStatus.STATED, tuple(sorted({*units, *told})))


def _tells_them(wording: str) -> bool:
    return not TRAITS.says_any(("told_beside", "word_late", "sent_astray"), wording)


def _contact(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; the office named below a heading is partly one; a number is one in any language, and in an earlier report too."""
    status, units = _by_signs(rule, case)
    if status == ChecklistStatus.MISSING and (window := named_windows(case.document.units)):
        return ChecklistStatus.PARTLY, window
    given = status == ChecklistStatus.MISSING and any(fact.kind == FactKind.CONTACT for fact in find_facts(unjudged_in(case.document)))
    return (ChecklistStatus.STATED, ()) if given else (status, units)


def _harm(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; that those never concerned are unharmed says nothing of the others, nor, of a leak, that business goes on as usual."""
    status, units = _by_signs(rule, case)
    beside = ("never_concerned", "business_as_usual") if Trait.LEAK in case.traits else ("never_concerned",)
    units = tuple(index for index in units if not TRAITS.says_any(beside, case.document.units[index].wording))
    return (status, units) if units else (ChecklistStatus.MISSING, ())


def _answered_for(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; that whoever did it was disciplined is partly one, unless those in charge are said to answer for it as well."""
    status, units = _by_signs(rule, case)
    disciplined = (index for index in units if TRAITS.says("doer_disciplined", case.document.units[index].wording))
    borne = set(units).difference(index for index in disciplined if Label.ADMISSION not in case.labels[index])
    if status != ChecklistStatus.STATED or borne:
        return status, units
    owned = {index for sign in rule.partly if Label.ADMISSION in sign.labels for index in _units(sign, case)} - set(units)
    return (ChecklistStatus.STATED, tuple(sorted({*units, *owned}))) if owned else (ChecklistStatus.PARTLY, units)


def _independence(rule: ItemRule, case: Case) -> Verdict:
    """By the signs; an inquiry by a city or a prefecture is one from outside, unless it is the city that speaks."""
    status, units = _by_signs(rule, case)
    wordings = enumerate(unit.wording for unit in case.document.units)
    asked = tuple(index for index, wording in wordings if by_authority("inquired_by_authority", case.document, wording))
    return (ChecklistStatus.STATED, asked) if asked and status != ChecklistStatus.STATED else (status, units)


def _topics(unit: UnitReading) -> frozenset[str]:
    """The nouns that tell one cause or measure from another."""
    lemmas = (word.lemma for word in unit.parsed.words if word.pos in ("NOUN", "PROPN"))
    return frozenset(lemma for lemma in lemmas if not _EVERYWHERE.fullmatch(lemma))


def _units(sign: Sign, case: Case) -> list[int]:
    units = zip(case.document.units, case.labels, strict=True)
    return [index for index, (unit, assigned) in enumerate(units) if sign.shown_by(unit, assigned)]


_SPECIAL: Mapping[str, Callable[[ItemRule, Case], Verdict]] = {
    Item.OUTLINE: _outline,
    Item.COUNT: _count,
    Item.CAUSE: _cause,
    Item.HARM: _harm,
    Item.CARE: _care,
    Item.CONTACT: _contact,
    Item.PUBLISHED: _published,
    Item.TIMES: _happened_and_found,
    Item.NEXT_REPORT: _next_report,
    Item.PREVENTION: _prevention,
    Item.ANSWER_TO_CAUSE: _answers_cause,
    Item.ACCOUNTABILITY: _answered_for,
    Item.INDEPENDENCE: _independence,
}
