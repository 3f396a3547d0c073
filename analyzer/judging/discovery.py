"""Who found it: what the weighed rules say, held against sure signs in the sentences that tell of the discovery."""

import re

import numpy as np

from analyzer.arrays import Floats
from analyzer.judging.circumstance_signs import DISCOVERY, shown_for, strengths_for
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import TRAITS
from analyzer.schema import DetectedBy

Found = tuple[DetectedBy, tuple[int, ...]]
"""Who found it, and the units that tell so."""
_CONFIRMED = re.compile(r"(?:こと|もの|旨|事実)(?:が|を)確認(?:いた|致)?し(?:まし)?た")
_WAY_OF_FINDING = re.compile(
    r"判明|発覚|発見|気(?:付|づ)|検知|点検|監視|監査|照合|調べ|見つ|巡回|検査|試験|測定|チェック|棚卸|集計|連絡|通報|指摘|問い?合わ?せ|申し?出|報告|警報"
    r"|SNS|(?:[当弊本自][^、。]{1,6}|職員|社員|担当[^、。]{0,4}|スタッフ|教員)(?:が|は|では|にて)"
)
"""Who or what found it; 「表示が誤っていたことを確認しました」 names neither."""
_GROUND, _WORDED_GROUND = 0.3, 0.1
"""Least probability of a signal where no unit reaches that of being shown; the lower one for a unit worded as of a discovery."""
_OWN_PEOPLE = ("DET05", "DET06")
"""The wordings by which the organisation's own checks or people noticed it."""
_PLAIN = {"reported_within": DetectedBy.SELF, "noticed_within": DetectedBy.SELF, "called_from_outside": DetectedBy.OUTSIDE}
"""What is a discovery in so many words, and by whom."""


def found_by(weighed: DetectedBy, document: DocumentReading, probabilities: Floats) -> Found:
    """Who found it by the weighed rules, unless nobody is told to have, or the sentences that tell it surely say otherwise.

    A remark that moved somebody to the act itself revealed nothing; so the annotator of the one such statement of train.
    """
    value, told = _grounded(weighed, document, probabilities)
    wordings = [document.units[index].wording for index in told]
    if value == DetectedBy.SELF and all(map(_only_confirmed, wordings)):
        value, told = DetectedBy.UNKNOWN, ()
    if value == DetectedBy.SELF and all(by_authority("found_by_authority", document, wording) for wording in wordings):
        value = DetectedBy.OUTSIDE
    if value == DetectedBy.OUTSIDE and "逮捕" not in document.title and all(TRAITS.says("culprit_arrested", each) for each in wordings):
        told = _best_ground(DetectedBy.SELF, document, probabilities)
        value = DetectedBy.SELF if told else DetectedBy.UNKNOWN
    if value == DetectedBy.OUTSIDE and all(TRAITS.says("moved_by_remark", each) for each in wordings):
        value, told = DetectedBy.UNKNOWN, ()
    if value == DetectedBy.OUTSIDE:
        value, told = _from_within(document, told)
    return (value, told) if value != DetectedBy.UNKNOWN else _plainly_told(document)


def _grounded(weighed: DetectedBy, document: DocumentReading, probabilities: Floats) -> Found:
    told = shown_for("detected_by", weighed, probabilities) or _best_ground(weighed, document, probabilities)
    return (weighed, told) if told else (DetectedBy.UNKNOWN, ())


def _only_confirmed(wording: str) -> bool:
    """Whether a sentence says no more than that it was confirmed: nobody is told to have found it."""
    return _CONFIRMED.search(wording) is not None and not _WAY_OF_FINDING.search(wording)


def by_authority(slot: str, document: DocumentReading, wording: str) -> bool:
    """Whether a sentence tells of another's audit, as the slot words it; 「市の監査」 is a city's own where the city speaks."""
    found = TRAITS.found(slot, wording)
    body = found["body"] if found else None
    return found is not None and not (body and re.search(rf"[当本]{body}|{body}(?:では|は|長|役所|役場)", document.normalised.text))


def _from_within(document: DocumentReading, told: tuple[int, ...]) -> Found:
    """Told by others, unless all that tells so is a report of their own people, or that others told them *as well*, of what those saw.

    A report in the line of duty is their own discovery, a complaint about a colleague is not (corpora/decisions.md 17, 18): so the
    annotators of all 6 statements of train in which all the units that tell are such reports.
    """
    units = document.units
    if all(TRAITS.says("reported_within", units[index].wording) for index in told):
        return DetectedBy.SELF, told
    if all(TRAITS.says("told_as_well", units[index].wording) for index in told):
        noticed = tuple(index for index in range(max(told) + 1) if units[index].has_cue(*_OWN_PEOPLE))
        return (DetectedBy.SELF, noticed) if noticed else (DetectedBy.OUTSIDE, told)
    return DetectedBy.OUTSIDE, told


def _plainly_told(document: DocumentReading) -> Found:
    """What no signal knows for a discovery and is one in so many words: 「別の職員が覚知した」, 「近隣の方から119番通報をいただいた」."""
    for index, unit in enumerate(document.units):
        for slot, value in _PLAIN.items():
            if TRAITS.says(slot, unit.wording):
                return value, (index,)
    return DetectedBy.UNKNOWN, ()


def _best_ground(value: str, document: DocumentReading, probabilities: Floats) -> tuple[int, ...]:
    """The one unit that speaks most for who found it, if any does at all."""
    worded = np.array([DISCOVERY.search(unit.wording) is not None for unit in document.units], dtype=bool)
    strengths = strengths_for("detected_by", value, probabilities)
    speaking = np.flatnonzero(strengths >= np.where(worded, _WORDED_GROUND, _GROUND))
    return (int(max(speaking, key=lambda index: strengths[index])),) if speaking.size else ()
