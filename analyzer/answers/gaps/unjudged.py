"""What the lines left out unjudged may tell: of a page half in English nobody says that its other half is silent."""

import re
from collections.abc import Mapping
from dataclasses import replace

from analyzer.answers.gaps.checklist_rules import Item, item_rule
from analyzer.answers.gaps.finding_rules import finding_rule
from analyzer.language.features import DocumentReading
from analyzer.language.normalise import fold
from analyzer.report import AxisReading
from analyzer.schema import Axis

_KANA = re.compile(r"[ぁ-んァ-ヶ]")
_ADDRESS = re.compile(r"https?://[!-~]+|www\.[!-~]+|[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9.-]+")
"""A page or mailbox, whose parts are no words."""
_ENGLISH_WORD = re.compile(r"[A-Za-z]{2,}")
_LEAST_WORDS = 5
"""English words from which a line without kana is one of another language, be it among Japanese ones."""


def unjudged_in(document: DocumentReading) -> str:
    """Their folded wording on one line, and that of English lines kept among Japanese ones; empty where there are none."""
    statement = document.statement
    left_out = [fold(statement.text[start:end]) for start, end in statement.unjudged]
    return re.sub(r"\s+", " ", " ".join([*left_out, *(unit.wording for unit in document.units if _is_english(unit.wording))]))


def _is_english(wording: str) -> bool:
    return _KANA.search(wording) is None and len(_ENGLISH_WORD.findall(_ADDRESS.sub(" ", wording))) >= _LEAST_WORDS


def told_elsewhere(sign: str | None, document: DocumentReading) -> bool:
    """Whether those lines seem to tell of what a rule has the pattern `sign` for; it is compiled only where there are such lines."""
    unjudged = unjudged_in(document) if sign else ""
    return bool(sign and unjudged and re.search(sign, unjudged, re.IGNORECASE))


def left_open(axes: Mapping[Axis, AxisReading], document: DocumentReading) -> dict[Axis, AxisReading]:
    """The readings; a level that says "nothing of it" is not decided where those lines seem to tell of it."""
    telling = {Axis.RESPONSIBILITY: finding_rule("FND17").elsewhere, Axis.COUNTERMEASURES: item_rule(Item.PREVENTION).elsewhere}
    silent = {axis for axis, sign in telling.items() if axes[axis].level == 0 and told_elsewhere(sign, document)}
    return {axis: replace(reading, decided=reading.decided and axis not in silent) for axis, reading in axes.items()}
