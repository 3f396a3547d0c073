"""Remarks a reader should see: what `rules/findings.toml` says of the title, of one wording, or of the whole statement."""

import re
from collections.abc import Callable, Iterator, Mapping

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule, finding_rules
from analyzer.answers.gaps.quoting import quoted
from analyzer.answers.gaps.remarks import disclosure, extent, owning, prevention, publicity, titles
from analyzer.answers.gaps.remarks.remark import Remark, said_anywhere
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.answers.gaps.unjudged import told_elsewhere
from analyzer.reading.broken_off import breaks_off
from analyzer.report import Finding
from analyzer.schema import Lang, Severity

_DETECTORS: Mapping[str, Callable[[FindingRule, Case], Iterator[Remark]]] = {
    "FND01": titles.softened_title,
    "FND02": titles.misdelivery_title,
    "FND10": owning.sent_elsewhere,
    "FND14": owning.fault_without_owner,
    "FND15": owning.trouble_only,
    "FND16": owning.reported_apology,
    "FND17": owning.neither_apology_nor_admission,
    "FND18": owning.nobody_did_it,
    "FND19": prevention.vague_promises,
    "FND20": prevention.single_stock_line,
    "FND21": prevention.no_prevention,
    "FND22": disclosure.open_investigation,
    "FND23": disclosure.no_cause,
    "FND24": disclosure.told_by_others,
    "FND25": disclosure.no_discovery,
    "FND26": extent.no_contact,
    "FND27": extent.some_instead_of_count,
    "FND28": extent.leak_without_count,
    "FND29": extent.long_and_empty,
    "FND32": disclosure.wrong_weekday,
    "FND33": disclosure.long_unpublished,
    "FND34": prevention.prevention_put_off,
    "FND35": extent.corrected,
    "FND36": prevention.late_promise,
    "FND38": owning.admission_without_apology,
    "FND39": owning.unchecked_denial,
    "FND42": disclosure.nothing_told,
    "FND54": disclosure.let_lie,
    "FND55": extent.compensation_refused,
    "FND60": disclosure.long_unnoticed,
    "FND57": owning.approves_of_itself,
    "FND49": prevention.prevention_announced,
    "FND58": publicity.asks_for_silence,
    "FND59": publicity.after_the_press,
}
"""What finds a rule; a rule that is not here accuses where it has a label, else it is found wherever it is worded so."""
MOST_PER_RULE = 3
_ASIDE = {Lang.JA: "（評価していない部分を除く）。", Lang.EN: " (what was left out unjudged aside)."}
"""What is said of the whole where some of it was not read."""
_CUT_SHORT = re.compile(
    r"(?:続き|全文)(?:を(?:読む|見る)|はこちら)|もっと見る|(?:概要|内容|経緯|詳細)[^。]{0,24}(?:以下|下記|次)の(?:とおり|通り)[^。]{0,24}ます。?$"
)
_TO_FOLLOW = {
    Lang.JA: "（読み込んだ文章が途中で切れていないか、お確かめください）。",
    Lang.EN: " (make sure that the text is complete).",
}
"""What is said of it where its last line leads on to more."""


def findings(case: Case, lang: Lang = Lang.JA) -> tuple[Finding, ...]:
    """All remarks, the gravest first; offsets are code points into the statement's text as given."""
    rules = [
        rule for rule in finding_rules().values() if not rule.exempt_if & case.traits and (rule.needs is None or rule.needs in case.traits)
    ]
    made = [(rule, remark) for rule in rules if not told_elsewhere(rule.elsewhere, case.document) for remark in _remarks(rule, case)]
    order = list(Severity)[::-1]
    return tuple(_finding(rule, remark, case, lang) for rule, remark in sorted(made, key=lambda pair: order.index(pair[0].severity)))


def _remarks(rule: FindingRule, case: Case) -> list[Remark]:
    detect = _DETECTORS.get(rule.code, owning.accused if rule.label else said_anywhere)
    return list(detect(rule, case))[:MOST_PER_RULE]


def _finding(rule: FindingRule, remark: Remark, case: Case, lang: Lang) -> Finding:
    start = end = None
    slots = dict(remark.slots)
    if remark.unit is not None and remark.span is not None:
        unit = case.unit(remark.unit)
        start, end = case.document.original_span((unit.span[0] + remark.span[0], unit.span[0] + remark.span[1]))
        slots |= {"quote": quoted(case.document, unit, remark.span)}
    message = rule.message_leak if Trait.LEAK in case.traits else rule.message
    told = message[lang].format(**slots)
    aside = _ASIDE if case.document.statement.unjudged else _TO_FOLLOW if _cut_short(case) and rule.code != "FND49" else None
    if rule.of_absence and aside:
        told = told.rstrip("。.") + aside[lang]
    return Finding(rule.code, rule.severity, told, remark.unit, start, end)


def _cut_short(case: Case) -> bool:
    units = case.document.units
    return bool(units) and (_CUT_SHORT.search(units[-1].wording) is not None or breaks_off(units[-1].wording))
