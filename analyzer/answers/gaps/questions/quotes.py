"""Where in a unit the words stand that a question takes up, by the kind of words it asks for."""

import re
from collections.abc import Callable, Iterator, Mapping
from functools import partial

from analyzer.answers.blame.set_aside import without_taken_back
from analyzer.answers.gaps.checklist_rules import Item, item_rule
from analyzer.answers.gaps.mentions import only_mentioned, unqualified
from analyzer.answers.gaps.questions.noun_phrases import noun_phrases
from analyzer.answers.gaps.questions.remainders import part_done
from analyzer.answers.gaps.quoting import clause_around
from analyzer.answers.promises.ledger import promises_nothing
from analyzer.answers.promises.past_efforts import end_of_past_effort
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS, UNSEEN
from analyzer.schema import Label, Labels

Quote = Callable[[UnitReading, Labels], Iterator[Span]]
"""Where in a unit the words stand that a question takes up."""

GROUND = re.compile(
    r"(?<![^。、])(?P<told>"
    r"(?=[^。、]*(?:[0-9]|記録|履歴|ログ|帳簿|台帳|映像|検査|測定|鑑定|照合|突き?合わ?せ))[^。、]+?(?=(?:こと|結果)?(?:から|により|による|によれば|によると|ため|ので|を踏まえ)、)"
    r"|[^。、]*(?:(?:設定|暗号化|施錠|ロック)(?:さ?れて|して)(?:おり|いる(?!と))|形跡[はがも](?:な[くい]|(?:見|認め)られ(?:ず|ない)))"
    r"(?=[^。]*(?:可能性|おそれ|恐れ|危険|リスク)[^。、]{0,8}(?:低|小さ)))"
)
"""The ground given in the sentence itself: 「記録の箱数が3箱多いことから、」, 「暗証番号が設定されており、…可能性は低い」."""
_PROMISED = re.compile(
    r"徹底|強化|向上|改善|見直し|再構築|充実|構築|醸成|遵守|順守|適正化|厳格化|周知|指導|教育|研修|啓発|確認|点検|共有|再発防止"
)
_NO_TEACHING = re.compile(
    r"(?:教育|指導|研修|啓発|点検|確認|周知)(?:委員会|長(?!期)|主事|機関|現場|者|員|課|係|室|要[領綱]|所|センター|大学|実習|課程|を担[うい当]"
    r"|(?:の|する|すべき|を行う)(?:下|もと|立場|側|責任|責務|職務?|役割|義務)|の?(?:とおり|通り)|に(?:従|基づ|則|のっと|沿))"
    r"|指導を(?:受け|踏まえ|いただ|頂|賜|仰)"
)
"""「教育委員会」 is a body, 「保健所の指導の下」 guidance received, 「育成を指導する責任」 an office: nobody promises to teach there."""
_GENERAL_CAUSE = re.compile(r"ミス|誤り|不注意|手違い|不手際|エラー|不備|不足|行き違い|操作|漏れ|不具合|障害|故障|トラブル|誤作動")
_OWN_JUDGEMENT = re.compile(
    r"(?:べき|(?:必要|要)(?:の(?:ある|あります)|な|と(?:判断|認め))|重要な|新たな?に?(?:公表|お知らせ|ご報告)(?:が)?(?:必要|す(?:る|べき)))[^。、]{0,24}(?:場合|際|とき|時|折)(?:に)?(?:は)?|"
    r"必要(?:が|に|と)[^。、]{0,12}(?:場合|際|とき|応じ(?:て)?)(?:に)?(?:は)?"
)
"""「公表すべき事項が生じました場合には」: whether there is such a thing, they decide themselves."""
_LEFT_TO_CONTRACTOR = re.compile(
    r"(?:同社|委託(?:先|業者|会社)|業者|(?:運営|販売|配送|保守)会社|製造元|メーカー)[^。、]{0,8}(?:に|へ)(?:対し(?:て)?)?、?"
    r"(?![^。、]{0,16}(?:漏水|修繕|修理|復旧|駆除|清掃|消毒))[^。]{0,16}(?:調査|究明|報告|説明)[^。、]{0,6}(?:求め|依頼|指示|要請)"
)
"""「同社に対し詳細な調査を求めて」: whoever may have caused it is to find out what did."""
_PUNISHED = re.compile(
    r"(?<![廃棄却納])(?:懲戒|厳正な|所要の|必要な|しかるべき)?処分(?:を|と|に)?(?:行い|行っ|し|いたし|科し|下し|付し)(?:(?:て(?:い|おり))?(?:まし)?た|ております)"
)
"""「懲戒処分を行いました」 tells that somebody was punished, and not how."""
_BY_OFFICE = re.compile(
    r"(?!相手の|担当(?:者|職員|社員)?の|(?:作業|関係|従業|職|社|係)(?:者|員)の)[一-龥ァ-ヶー]{1,12}(?:者|員|師|士|手|掌|長|医|官|監|係|ドライバー|オペレーター|コーチ)の"
)
"""「車掌の確認不足」 tells in which office, 「担当者の確認不足」 does not."""
_ACT_TOLD = re.compile(r"(?:ず(?:に)?|ないまま|誤って|間違えて|取り?違えて|見落とし)[^。]{1,40}?(?:た|ため)(?![いく])")
"""「人数を数えずに扉を閉めたため」: what was done, or left undone, is told."""
_TOLD_ALREADY = re.compile(
    r"(?:いた|致)?し、?[^。]{1,80}(?:ました|でした)。?$|(?:を)?(?:させて(?:いただ|頂)[きい]|いたし|致し|し|申し上げ|行[いっ]|差し上げ)?(?:まし)?た(?!い)|済み?"
)
"""「経緯を掲示させて頂いたところです」, 「役所に報告し、記録を渡しました」: what was made known is no report to come."""


def _vague_promise(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if Label.MEASURE_CONCRETE not in assigned and not promises_nothing(unit, assigned):
        past = end_of_past_effort(unit.wording)
        beside = [found.span() for found in _NO_TEACHING.finditer(unit.wording)]
        for span in noun_phrases(unit, _PROMISED):
            if span[0] >= past and not any(start < span[1] <= end for start, end in beside):
                yield span


def _ground(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if found := GROUND.search(unit.wording):
        told = found.span("told")
        yield clause_around(unit, told)[0], told[1]


def _around(find: Callable[[str], re.Match[str] | None]) -> Quote:
    """The clause around what is found in the wording."""

    def quote(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
        if found := find(unit.wording):
            yield clause_around(unit, found.span())

    return quote


def _report_to_come(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    for sign in item_rule(Item.NEXT_REPORT).partly:
        if sign.shown_by(unit, assigned) and sign.pattern:
            found = list(sign.pattern.finditer(unit.wording))
            if found and not _TOLD_ALREADY.match(unit.wording, found[-1].end()):
                yield clause_around(unit, found[-1].span())


def _of_last_signs(code: str, count: int = 1) -> Quote:
    """What the last signs of "partly" of an item find: 「2年前の火災の際」 of an earlier case, 「許可を得ずに」 of a broken rule."""

    def quote(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
        for sign in item_rule(code).partly[-count:]:
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
    """Where a body of the organisation's own that inquires is named."""
    if found := TRAITS.found("body_inquires", unit.wording):
        yield found.span("name" if found["name"] else "part")


def general_cause(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    upheld = without_taken_back(unit.wording)
    yield from (span for span in noun_phrases(unit, _GENERAL_CAUSE) if unit.wording[slice(*span)] in upheld)


def _office_slip(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    yield from (span for span in general_cause(unit, assigned) if _BY_OFFICE.match(unit.wording, *span))


def _told_slip(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    """A mistake whose maker is known by their office and whose act is told beside it: all that is left to ask is why it passed."""
    for start, end in _office_slip(unit, assigned):
        if any(_ACT_TOLD.search(beside) for beside in (unit.wording[:start], unit.wording[end:])):
            yield start, end


QUOTES: Mapping[str, tuple[frozenset[Label], Quote]] = {
    "promise": (frozenset({Label.MEASURE_VAGUE}), _vague_promise),
    "cause": (frozenset({Label.CAUSE, Label.DEFLECTION}), general_cause),
    "office_slip": (frozenset({Label.CAUSE, Label.DEFLECTION}), _office_slip),
    "told_slip": (frozenset({Label.CAUSE, Label.DEFLECTION}), _told_slip),
    "ground": (frozenset({Label.MINIMIZATION}), _ground),
    "feared": (frozenset({Label.INCIDENT, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS}), _around(partial(UNSEEN.found, "feared_harm"))),
    "report": (frozenset({Label.FOLLOWUP}), _report_to_come),
    "earlier_case": (frozenset(Label), _of_last_signs(Item.SIMILAR_CASES, 2)),
    "broken_rule": (frozenset(Label), _of_last_signs(Item.CAUSE)),
    "mention": (frozenset({Label.INCIDENT}), _mention),
    "own_judgement": (frozenset({Label.FOLLOWUP}), _left_to_judgement),
    "inquirer": (frozenset(Label), _inquirer),
    "part_done": (frozenset({Label.RESPONSE, Label.TIMELINE, Label.HARM_STATUS}), _around(part_done)),
    "punished": (frozenset({Label.RESPONSE, Label.ADMISSION, Label.INCIDENT, Label.TIMELINE}), _around(_PUNISHED.search)),
    "left_to_contractor": (frozenset({Label.RESPONSE, Label.FOLLOWUP}), _around(_LEFT_TO_CONTRACTOR.search)),
}
