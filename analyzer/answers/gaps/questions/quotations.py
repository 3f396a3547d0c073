"""The words of a statement that a question takes up: of a finding, of a measure without a day, of a promise or a cause in general terms."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from analyzer.answers.blame.set_aside import without_taken_back
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist_rules import item_rule
from analyzer.answers.gaps.mentions import only_mentioned, unqualified
from analyzer.answers.gaps.questions.noun_phrases import noun_phrases
from analyzer.answers.gaps.questions.question_rules import QuestionRule
from analyzer.answers.gaps.questions.remainders import part_done
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, after_mark, clause_around, quoted, span_in_unit
from analyzer.answers.gaps.traits.inquirers import body_inquiring
from analyzer.answers.promises.acts import MARKER, OPENING, end_of_key
from analyzer.answers.promises.dues import is_repeated
from analyzer.answers.promises.ledger import promises_nothing
from analyzer.answers.promises.past_efforts import end_of_past_effort
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import Finding
from analyzer.rules.slots import MENTIONS, UNSEEN
from analyzer.schema import STILL_TO_COME, Label, Labels, PromiseKind

Quote = Callable[[UnitReading, Labels], Iterator[Span]]
"""Where in a unit the words stand that a question takes up."""

_LOOSE = re.compile(r"(?:[。、\s]|(?<=[一-龥ァ-ヶ])(?:と|や|及び|および|並びに))+$")
_PROMISED = re.compile(
    r"徹底|強化|向上|改善|見直し|再構築|充実|構築|醸成|遵守|順守|適正化|厳格化|周知|指導|教育|研修|啓発|確認|点検|共有|再発防止"
)
_GENERAL_CAUSE = re.compile(r"ミス|誤り|不注意|手違い|不手際|エラー|不備|不足|行き違い|操作|漏れ|不具合|障害|故障|トラブル|誤作動")
_GROUND = re.compile(
    r"(?<![^。、])(?=[^。、]*(?:[0-9]|記録|履歴|ログ|帳簿|台帳|映像|検査|測定|鑑定|照合|突き?合わ?せ))(?P<told>[^。、]+?)(?:こと|結果)?(?:から|により|による|によれば|によると|ため|ので|を踏まえ)、"
)
"""The ground given in the sentence itself: 「記録の箱数が3箱多いことから、」."""

_OWN_JUDGEMENT = re.compile(
    r"(?:べき|(?:必要|要)(?:の(?:ある|あります)|な|と(?:判断|認め))|重要な|新たな?に?(?:公表|お知らせ|ご報告)(?:が)?(?:必要|す(?:る|べき)))[^。、]{0,24}(?:場合|際|とき|時|折)(?:に)?(?:は)?|"
    r"必要(?:が|に|と)[^。、]{0,12}(?:場合|際|とき|応じ(?:て)?)(?:に)?(?:は)?"
)
"""「公表すべき事項が生じました場合には」: whether there is such a thing, they decide themselves."""

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
_LEFT_TO_CONTRACTOR = re.compile(
    r"(?:同社|委託(?:先|業者|会社)|業者|(?:運営|販売|配送|保守)会社|製造元|メーカー)[^。、]{0,8}(?:に|へ)(?:対し(?:て)?)?、?"
    r"[^。]{0,16}(?:調査|究明|報告|説明)[^。、]{0,6}(?:求め|依頼|指示|要請)"
)
"""「同社に対し詳細な調査を求めて」: whoever may have caused it is to find out what did."""


_BY_OFFICE = re.compile(
    r"(?!相手の|担当(?:者|職員|社員)?の|(?:作業|関係|従業|職|社|係)(?:者|員)の)[一-龥ァ-ヶー]{1,12}(?:者|員|師|士|手|掌|長|医|官|監|係|ドライバー|オペレーター|コーチ)の"
)
"""「車掌の確認不足」 tells in which office, 「担当者の確認不足」 does not."""
_ACT_TOLD = re.compile(r"(?:ず(?:に)?|ないまま|誤って|間違えて|取り?違えて|見落とし)[^。]{1,40}?(?:た|ため)(?![いく])")
"""「人数を数えずに扉を閉めたため」: what was done, or left undone, is told."""


_TOLD_ALREADY = re.compile(r"(?:を)?(?:させて(?:いただ|頂)[きい]|いたし|致し|し|申し上げ|行[いっ]|差し上げ)?(?:まし)?た(?!い)|済み?")
"""「経緯を掲示させて頂いたところです」: what was made known is no report to come."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the statement that a question takes up, and their unit."""

    unit: int
    words: str


def quotation_for(
    rule: QuestionRule,
    case: Case,
    findings: Sequence[Finding],
    taken: Collection[str],
) -> Quotation | None:
    """The first wording of the rule's kind that no earlier question took up."""
    if rule.quote == "finding":
        found = _of_finding(rule, case.document, findings)
    elif rule.quote == "measure":
        found = _open_measures(case)
    else:
        wanted, quote = _QUOTES[rule.quote]
        # The act may be told in another sentence than the word for it.
        found = _of_units(rule, case, wanted, _general_cause if rule.quote == "told_slip" and "told.act" in told_of_slips(case) else quote)
    # A question on 「再発防止」 has been asked by one on 「再発防止の徹底」.
    asked = [words for words in taken if words]
    return next((new for new in found if not any(new.words in words or words in new.words for words in asked)), None)


def _of_finding(rule: QuestionRule, document: DocumentReading, findings: Sequence[Finding]) -> Iterator[Quotation]:
    for finding in findings:
        if finding.code in rule.when and finding.unit is not None and finding.start is not None and finding.end is not None:
            unit = document.units[finding.unit]
            start, end = span_in_unit(document, unit, finding.start, finding.end)
            words = quoted(document, unit, (start, end))
            if rule.pattern.search(unit.wording[start:end]) and (rule.grounded or not _GROUND.search(unit.wording)):
                yield Quotation(finding.unit, words)


def told_of_slips(case: Case) -> set[str]:
    """What the sentences tell of a slip: in which office somebody did what (`told.act`), and that a check was left out (`told.check`)."""
    wordings = [case.unit(index).wording for index in case.said(Label.CAUSE, Label.ADMISSION, Label.INCIDENT)]
    slots = {"told.act": "act_told", "told.check": "check_missed"}
    return {told for told, slot in slots.items() if any(MENTIONS.says(slot, wording) for wording in wordings)}


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
    told |= {index for index, given in units if any(sign.shown_by(*given) for sign in item_rule("CHK11").stated)}
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


def _vague_promise(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if Label.MEASURE_CONCRETE not in assigned and not promises_nothing(unit, assigned):
        past = end_of_past_effort(unit.wording)
        yield from (span for span in noun_phrases(unit, _PROMISED) if span[0] >= past)


def _ground(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if found := _GROUND.search(unit.wording):
        told = found.span("told")
        yield clause_around(unit, told)[0], told[1]


def _feared(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if found := UNSEEN.found("feared_harm", unit.wording):
        yield clause_around(unit, found.span())


def _report_to_come(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    for sign in item_rule("CHK11").partly:
        if sign.shown_by(unit, assigned) and sign.pattern:
            found = list(sign.pattern.finditer(unit.wording))
            if found and not _TOLD_ALREADY.match(unit.wording, found[-1].end()):
                yield clause_around(unit, found[-1].span())


def _of_last_sign(code: str) -> Quote:
    """What the last sign of "partly" of an item finds: 「2年前の火災の際」 of an earlier case, 「許可を得ずに」 of a broken rule."""

    def quote(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
        sign = item_rule(code).partly[-1]
        if sign.shown_by(unit, assigned) and sign.pattern and (found := sign.pattern.search(unit.wording)):
            yield clause_around(unit, found.span())

    return quote


def _mention(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if only_mentioned(unit) and (span := unqualified(unit)):
        yield clause_around(unit, span)


def _left_to_judgement(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if any(_report_to_come(unit, assigned)) and (found := _OWN_JUDGEMENT.search(unit.wording)):
        yield clause_around(unit, found.span())


def _inquirer(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if span := body_inquiring(unit.wording):
        yield span


def _left_to_contractor(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if found := _LEFT_TO_CONTRACTOR.search(unit.wording):
        yield clause_around(unit, found.span())


def _part_done(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if span := part_done(unit.wording):
        yield clause_around(unit, span)


def _general_cause(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    upheld = without_taken_back(unit.wording)
    yield from (span for span in noun_phrases(unit, _GENERAL_CAUSE) if unit.wording[slice(*span)] in upheld)


def _office_slip(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    yield from (span for span in _general_cause(unit, assigned) if _BY_OFFICE.match(unit.wording, *span))


def _told_slip(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    """A mistake whose maker is known by their office and whose act is told beside it: all that is left to ask is why it passed."""
    for start, end in _office_slip(unit, assigned):
        if any(_ACT_TOLD.search(beside) for beside in (unit.wording[:start], unit.wording[end:])):
            yield start, end


_QUOTES: Mapping[str, tuple[frozenset[Label], Quote]] = {
    "promise": (frozenset({Label.MEASURE_VAGUE}), _vague_promise),
    "cause": (frozenset({Label.CAUSE, Label.DEFLECTION}), _general_cause),
    "office_slip": (frozenset({Label.CAUSE, Label.DEFLECTION}), _office_slip),
    "told_slip": (frozenset({Label.CAUSE, Label.DEFLECTION}), _told_slip),
    "ground": (frozenset({Label.MINIMIZATION}), _ground),
    "feared": (frozenset({Label.INCIDENT, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS}), _feared),
    "report": (frozenset({Label.FOLLOWUP}), _report_to_come),
    "earlier_case": (frozenset(Label), _of_last_sign("CHK16")),
    "broken_rule": (frozenset(Label), _of_last_sign("CHK04")),
    "mention": (frozenset({Label.INCIDENT}), _mention),
    "own_judgement": (frozenset({Label.FOLLOWUP}), _left_to_judgement),
    "inquirer": (frozenset(Label), _inquirer),
    "part_done": (frozenset({Label.RESPONSE, Label.TIMELINE, Label.HARM_STATUS}), _part_done),
    "left_to_contractor": (frozenset({Label.RESPONSE, Label.FOLLOWUP}), _left_to_contractor),
}
