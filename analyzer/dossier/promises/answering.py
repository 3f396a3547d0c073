"""Questions and answers: what an answer is about stands in its question (「Q. 点検は始まっていますか」「A. 6月から始めています」)."""

import re

from analyzer.dossier.announcement import Sentence
from analyzer.dossier.wordings import says

_QUESTION = re.compile(r"(?:Q|問|質問)\s?[0-9]{0,2}(?=[.:)、\s])")
_ANSWER = re.compile(r"(?:A|答|答え|回答)\s?[0-9]{0,2}(?=[.:)、\s])")
_LONGEST = 6
"""Sentences of an answer, or of a question, that are looked back over."""


def question_of(sentence: Sentence) -> Sentence | None:
    """The question that a sentence answers, if it asks how far something has come; where a thing stood is answered in no word of an act."""
    answer = _last_that(_ANSWER, sentence, sentence.place)
    if answer is None or (asked := _last_that(_QUESTION, sentence, answer.place - 1)) is None:
        return None
    later = _last_that(_QUESTION, sentence, sentence.place)
    return asked if later == asked and says("asks_progress", asked.wording) else None


def _last_that(begins: re.Pattern[str], sentence: Sentence, last: int) -> Sentence | None:
    """Of the sentences of its announcement up to `last`, the nearest that begins so."""
    looked_at = (Sentence(sentence.announcement, at) for at in range(last, max(-1, last - _LONGEST), -1))
    return next((each for each in looked_at if begins.match(each.wording)), None)
