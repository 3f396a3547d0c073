"""What happened, mentioned and not told: 「改修工事の現場で起きた事故について」, 「記事の内容は事実と確認しました」."""

from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import MENTIONS

_SETTING = frozenset("起こる 起きる 起る 発生 生じる つく 関する 対する 際する 当たる おける おく する ある いる おる れる られる".split())
"""Verbs that say of an accident that it was, and when and where."""


def only_mentioned(unit: UnitReading) -> bool:
    """Whether a unit speaks of an accident or of a report in the press, and of nothing that was done or went wrong in it."""
    told = MENTIONS.says("event", unit.wording)
    return not told and (MENTIONS.says("press", unit.wording) or unqualified(unit) is not None)


def unqualified(unit: UnitReading) -> Span | None:
    """Where the unit speaks of an accident, or calls what happened a mix-up, and no verb before it tells of what kind it was."""
    found = MENTIONS.found("accident", unit.wording)
    return found.span() if found and not _qualified(unit, found.span()) else None


def _qualified(unit: UnitReading, accident: Span) -> bool:
    """Whether a verb before the word tells what kind of accident it was: 「クレーンを傾けた事故」."""
    before = (word for word in unit.parsed.words if word.start < accident[0])
    return any(word.pos == "VERB" and word.lemma not in _SETTING for word in before)
