"""Questions and answers: what an answer is about stands in its question (「Q. 点検は始まっていますか」「A. 6月から始めています」)."""

import re

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.wordings import says
from analyzer.language.features import UnitReading

_QUESTION = re.compile(r"(?:Q|問|質問)\s?[0-9]{0,2}(?=[.:)、\s])")
_ANSWER = re.compile(r"(?:A|答|答え|回答)\s?[0-9]{0,2}(?=[.:)、\s])")
_LONGEST = 6
"""Sentences of an answer, or of a question, that are looked back over."""


def question_of(announcement: Announcement, index: int) -> UnitReading | None:
    """The question that a unit answers, if it asks how far something has come; where a thing stood is answered in no word of an act."""
    answer = _last_that(_ANSWER, announcement, index)
    if answer is None or (asked := _last_that(_QUESTION, announcement, answer - 1)) is None:
        return None
    later = _last_that(_QUESTION, announcement, index)
    progress = says("asks_progress", announcement.units[asked].wording)
    return announcement.units[asked] if later == asked and progress else None


def _last_that(begins: re.Pattern[str], announcement: Announcement, index: int) -> int | None:
    """The unit at or shortly before `index` that begins so."""
    return next((at for at in range(index, max(-1, index - _LONGEST), -1) if begins.match(announcement.units[at].wording)), None)
