"""Who found it, which report this is, how the title frames it: wording rules weighed by a small logistic regression."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass

from analyzer.arrays import Floats
from analyzer.judging.choice import Choice
from analyzer.judging.circumstance_signs import bag_of, columns_of, shown_for
from analyzer.judging.discovery import found_by
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import TRAITS
from analyzer.schema import DetectedBy, ReportStage, TitleFraming

_NAMES_ITSELF_LAST = re.compile(
    r"最終(?:報(?!告書)|報告書(?!を?の?(?:受領|提出|公表|開示))|回|の?ご報告)|[(\[【・、,]\s*最終\s*(?:[)\]】]|$)"
)
"""In a title: what calls itself the last report is final, whatever it still promises; so the annotators of all such titles of train."""
_COUNTS_ITSELF = re.compile(r"第\s*(?:[2-9二三四五六七八九十]|[1十][0-9一二三四五六七八九])\s*報|続報")
"""In a title: a second or later report is no first or single one, whatever it announces; so the annotators of all 319 such in train."""
_FIRST_OF_ITS_COUNT = re.compile(r"第\s*[1一]\s*報(?!の?(?:訂正|修正|以降|後))|初報")
"""In a title: what counts itself the first is no other; so the annotators of all 43 such in train."""
_PUBLISHED_BEFORE = re.compile(
    r"(?:[0-9]日|[0-9]月末?|昨日|先日)(?:付け?)?(?:に|、)[^。「」]{0,20}(?:報道発表|プレスリリース|公表|発表)(?:を?(?:いた)?し(?:まし)?た(?:。|ところ|が、)|(?:いた)?した(?:とおり|通り|件))"
)
"""What tells of its own earlier announcement, on a day, is no first one, whatever it promises (all 26 such in train)."""
_SHOWN_ALONE = re.compile(
    r"(?:情報|データ|記録|履歴|名簿|氏名|お?名前|アドレス|カルテ|申込内容|応募内容)(?:等|など)?の?(?:一部|一時的?な?)?の?誤?(?:表示|閲覧)"
)
_SEEN_BY_OTHERS = re.compile(r"他(?:の|人|会|者|社)|別の|漏|流出|障害|停止|誤り|不正|侵害")
"""A title that says of personal records only that they were shown does not name the harm (22 of 24 such in train and dev)."""
_MISSENT = re.compile(r"誤(?:送信|配信)")
_NOTHING_LEAKED = re.compile(r"(?:個人|登録|会員|顧客)(?:情報|データ)[^。]{0,30}(?:漏|流出|含ま)[^。]{0,24}(?:ません|な[いくし]|おらず)")
"""Beside it 「誤送信」 names just what happened; it is softened only where personal data went out (4 of 4 in train and dev)."""


@dataclass(frozen=True, slots=True)
class Circumstances:
    """The document facts of one statement and, for each, the units that speak for it."""

    detected_by: DetectedBy
    report_stage: ReportStage
    title_framing: TitleFraming
    evidence: Mapping[str, tuple[int, ...]]


def read_circumstances(document: DocumentReading, probabilities: Floats, choices: Mapping[str, Choice]) -> Circumstances:
    """Weigh the rules; a statement without a title has framing `none` by definition, and a sure sign rules values out."""
    chosen: dict[str, str] = {}
    for field, choice in choices.items():
        weighed = choice.probabilities(columns_of(field, document, probabilities), bag_of(field, document, probabilities))
        ruled_out = _RULED_OUT[field](document) if field in _RULED_OUT else ()
        weighed = weighed * [value not in ruled_out for value in choice.values]
        chosen[field] = choice.values[int(weighed.argmax())]
    if not document.title.strip():
        chosen["title_framing"] = TitleFraming.NONE
    evidence = {field: shown_for(field, value, probabilities) for field, value in chosen.items() if field != "title_framing"}
    chosen["detected_by"], evidence["detected_by"] = found_by(DetectedBy(chosen["detected_by"]), document, probabilities)
    return Circumstances(
        DetectedBy(chosen["detected_by"]), ReportStage(chosen["report_stage"]), TitleFraming(chosen["title_framing"]), evidence
    )


def _other_stages(document: DocumentReading) -> tuple[ReportStage, ...]:
    """The stages that the title, or what the page adds to itself on a later day, rule out."""
    if _NAMES_ITSELF_LAST.search(document.title):
        return (ReportStage.FIRST, ReportStage.SINGLE, ReportStage.FOLLOWUP)
    if _FIRST_OF_ITS_COUNT.search(document.title):
        return (ReportStage.SINGLE, ReportStage.FOLLOWUP, ReportStage.FINAL)
    added = any(TRAITS.says("added_later", unit.wording) for unit in document.units)
    if added or _COUNTS_ITSELF.search(document.title):
        return (ReportStage.FIRST, ReportStage.SINGLE)
    return (ReportStage.FIRST,) if any(_PUBLISHED_BEFORE.search(unit.wording) for unit in document.units) else ()


def _other_framings(document: DocumentReading) -> tuple[TitleFraming, ...]:
    """The framings that the title rules out, by itself or with what the body says of personal data."""
    if _SHOWN_ALONE.search(document.title) and not _SEEN_BY_OTHERS.search(document.title):
        return (TitleFraming.NAMES_HARM,)
    return (TitleFraming.SOFTENED,) if _MISSENT.search(document.title) and _nothing_leaked(document) else ()


def _nothing_leaked(document: DocumentReading) -> bool:
    """Whether it is denied that personal data went out, and no other sentence names any."""
    denied = [_NOTHING_LEAKED.search(unit.wording) is not None for unit in document.units]
    named = (any(fact.kind == FactKind.DATA for fact in unit.facts) for unit in document.units)
    contact = (any(fact.kind == FactKind.CONTACT for fact in unit.facts) for unit in document.units)
    return any(denied) and not any(name and not (deny or asks) for name, deny, asks in zip(named, denied, contact, strict=True))


_RULED_OUT: Mapping[str, Callable[[DocumentReading], Collection[str]]] = {"report_stage": _other_stages, "title_framing": _other_framings}
"""What a sure sign rules out of what a field may be."""
