"""Which code of `rules/findings.toml` is found by which detector."""

from collections.abc import Callable, Iterator, Mapping

from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.finding_rules import FindingRule
from analyzer.answers.gaps.remarks import disclosure, extent, owning, prevention, titles
from analyzer.answers.gaps.remarks.remark import Remark

DETECTORS: Mapping[str, Callable[[FindingRule, Case], Iterator[Remark]]] = {
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
    "FND37": extent.said_anywhere,
    "FND38": owning.admission_without_apology,
    "FND39": owning.unchecked_denial,
    "FND41": extent.said_anywhere,
    "FND42": disclosure.nothing_told,
    "FND47": extent.said_anywhere,
    "FND51": extent.said_anywhere,
    "FND53": extent.said_anywhere,
    "FND54": disclosure.let_lie,
    "FND55": extent.compensation_refused,
    "FND56": extent.said_anywhere,
    "FND49": prevention.prevention_announced,
}
"""A rule with a label and no detector here accuses: `owning.accused`."""
