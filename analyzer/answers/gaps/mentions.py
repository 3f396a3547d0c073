"""What happened, mentioned and not told: 「改修工事の現場で起きた事故について」, 「記事の内容は事実と確認しました」."""

from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import first_hit, hit

_SETTING = frozenset("起こる 起きる 起る 発生 生じる つく 関する おける おく する ある いる おる れる られる".split())
"""Verbs that say of an accident that it was, and when and where."""


def only_mentioned(unit: UnitReading) -> bool:
    """Whether a unit speaks of an accident or of a report in the press, and of nothing that was done or went wrong in it."""
    if hit("mentions", "event", unit.wording):
        return False
    accident = first_hit("mentions", "accident", unit.wording)
    return hit("mentions", "press", unit.wording) or (accident is not None and not _qualified(unit, accident[1].span()))


def _qualified(unit: UnitReading, accident: Span) -> bool:
    """Whether a verb before the word tells what kind of accident it was: 「クレーンを傾けた事故」."""
    before = (word for word in unit.parsed.words if word.start < accident[0])
    return any(word.pos == "VERB" and word.lemma not in _SETTING for word in before)
