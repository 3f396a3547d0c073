"""The words of a statement that a question takes up: of a finding, of a measure without a day, of a promise or a cause in general terms."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import Item, item_rule
from analyzer.answers.gaps.questions.question_rules import QuestionRule
from analyzer.answers.gaps.questions.quotes import GROUND, QUOTES, Quote, general_cause
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, after_mark, clause_around, quoted, span_in_unit
from analyzer.answers.promises.acts import MARKER, OPENING, end_of_key
from analyzer.answers.promises.dues import is_repeated
from analyzer.language.features import DocumentReading
from analyzer.language.units import Span
from analyzer.report import Finding
from analyzer.rules.slots import MENTIONS
from analyzer.schema import STILL_TO_COME, Label, PromiseKind

_LOOSE = re.compile(r"(?:[。、\s]|(?<=[一-龥ァ-ヶ])(?:と|や|及び|および|並びに))+$")
_DONE_THEN = re.compile(
    r"\s*(?:[^、。はがを]{0,6}[0-9](?:月|日|時)|本日|昨日|同日|翌[日朝]|すでに|既に)(?:に|、)?"
    r"(?![^。]{0,24}(?:届け|報告|連絡|通知|公表|知らせ|詫び|謝|説明))[^、。はがをへ]{0,24}(?:ました|済み(?:です)?)[。)]?\s*"
)
"""A sentence that only says when the measure of the one before it was done: 「もう使いません。10月4日に撤去しました。」."""
_BEGINS_THEN = re.compile(
    r"[^。、]{0,20}(?:は|を)?、?[^。、]{0,12}(?:[0-9](?:年度|月|日)|来(?:年度|月|週)|今(?:年度|月))[^。、はが]{0,12}(?:を予定|(?:から|より)[^。、]{0,8}(?:始め|開始|実施|適用|行)|に(?:は)?(?:始め|開始|実施|適用|行|終え|完了))"
    r"[^。、]{0,12}。?\s*"
)
"""A sentence that only says when the measure of the one before it begins: 「切り替えは来年度を予定しています。」."""
_SINCE_ISSUE = re.compile(r"(?:年度|[0-9]月|次回|今回|来季|今季)[^。、()]{0,12}(?:分|号|便|回|契約|配布|発送)(?:から|より)")
"""「7年度契約分から」: an issue from which on it holds is a time."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the statement that a question takes up, and their unit."""

    unit: int
    words: str


def quotation_for(rule: QuestionRule, case: Case, findings: Sequence[Finding], taken: Collection[str]) -> Quotation | None:
    """The first wording of the rule's kind that no earlier question took up."""
    if rule.quote == "finding":
        found = _of_finding(rule, case.document, findings)
    elif rule.quote == "measure":
        found = _open_measures(case)
    else:
        wanted, quote = QUOTES[rule.quote]
        # The act may be told in another sentence than the word for it.
        found = _of_units(rule, case, wanted, general_cause if rule.quote == "told_slip" and "told.act" in told_of_slips(case) else quote)
    # A question on 「再発防止」 has been asked by one on 「再発防止の徹底」.
    asked = [words for words in taken if words]
    return next((new for new in found if not any(new.words in words or words in new.words for words in asked)), None)


def _of_finding(rule: QuestionRule, document: DocumentReading, findings: Sequence[Finding]) -> Iterator[Quotation]:
    for finding in findings:
        if finding.code in rule.when and finding.unit is not None and finding.start is not None and finding.end is not None:
            unit = document.units[finding.unit]
            start, end = span_in_unit(document, unit, finding.start, finding.end)
            words = quoted(document, unit, (start, end))
            if rule.pattern.search(unit.wording[start:end]) and (rule.grounded or not GROUND.search(unit.wording)):
                yield Quotation(finding.unit, words)


def told_of_slips(case: Case) -> set[str]:
    """What the sentences tell of a slip: in which office somebody did what (`told.act`), and that a check was left out (`told.check`)."""
    wordings = [case.unit(index).wording for index in case.said(Label.CAUSE, Label.ADMISSION, Label.INCIDENT)]
    slots = {"told.act": "act_told", "told.check": "check_missed"}
    return {told for told, slot in slots.items() if MENTIONS.any_says(slot, wordings)}


def _of_units(rule: QuestionRule, case: Case, wanted: frozenset[Label], quote: Quote) -> Iterator[Quotation]:
    for index, (unit, assigned) in enumerate(zip(case.document.units, case.labels, strict=True)):
        if not wanted.isdisjoint(assigned):
            for span in (after_mark(unit, found) for found in quote(unit, assigned)):
                if rule.pattern.search(unit.wording[span[0] : span[1]]):
                    yield Quotation(index, quoted(case.document, unit, span))


def _open_measures(case: Case) -> Iterator[Quotation]:
    """The measures still to come for which neither the ledger nor their unit gives a date or somebody in charge.

    What is to be told every month is a report with its time, and asks for no other.
    """
    document = case.document
    told = {promise.unit for promise in case.promised if promise.owner or (promise.due and not is_repeated(promise.due))}
    units = enumerate(zip(document.units, case.labels, strict=True))
    told |= {index for index, given in units if any(sign.shown_by(*given) for sign in item_rule(Item.NEXT_REPORT).stated)}
    for promise in case.promised:
        unit = document.units[promise.unit]
        start, end = span_in_unit(document, unit, promise.start, promise.end)
        open_yet = promise.status in STILL_TO_COME and promise.unit not in told and not _time_told(document, promise.unit, (start, end))
        if promise.kind == PromiseKind.CONCRETE and open_yet:
            for head in (MARKER, OPENING):
                found = head.match(unit.wording, start, end)
                start = found.end() if found else start
            start += end_of_key(unit.wording[start:end])
            end = start + len(_LOOSE.sub("", unit.wording[start:end]))
            if start < end and "|" not in unit.wording[start:end]:  # A row of a table is no wording to quote.
                span = (start, end) if end - start <= LONGEST_QUOTE else clause_around(unit, (end - 1, end))
                yield Quotation(promise.unit, quoted(document, unit, span))


def _time_told(document: DocumentReading, index: int, act: Span) -> bool:
    """Whether an act bears a time that the ledger does not know for one, or the sentence after it says no more than its time."""
    after = document.units[index + 1].wording if index + 1 < len(document.units) else ""
    since = _SINCE_ISSUE.search(document.units[index].wording, *act)
    return any((since, _DONE_THEN.fullmatch(after), _BEGINS_THEN.fullmatch(after)))
