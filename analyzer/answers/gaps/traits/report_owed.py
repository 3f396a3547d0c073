"""Whether a leak is one that, by what is told of it, has to be reported to the authority, and no report is spoken of."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from analyzer.answers.gaps.traits.data_told import blanked, without_left_out
from analyzer.language.facts import FactKind
from analyzer.language.features import UnitReading
from analyzer.rules.slots import UNSEEN

_SINCE = date(2022, 4, 1)
"""Day from which on the report is a duty (個人情報保護法26条)."""
_MOST_UNREPORTED = 1000
"""Persons above whose number any leak has to be reported (個人情報保護法施行規則7条4号)."""
_NUMBER = re.compile(r"(?P<figures>[0-9][0-9,]{0,12})(?P<unit>[万千])?")
_TIMES = {"万": 10_000, "千": 1_000, None: 1}
_PART = re.compile(r"のうち|の中から|中(?:の)?[0-9]")
"""「会員12,000名のうち3名」: the first number is not of those whose data went out."""
_GRAVE = re.compile(
    r"不正(?:に|な)?(?:アクセス|ログイン|侵入|取得|持ち?出)|ランサムウェア|サイバー攻撃|マルウェア|盗(?:難|まれ)|カード(?:番号|情報)|"
    r"病名|診療(?:録|情報|内容)|カルテ|健康診断|検査結果|障害(?:の有無|名|者手帳)|投薬|処方"
)
"""A wrongful purpose, what lets money be taken, and data that need special care (同条1〜3号)."""
_REPORTED = re.compile(
    r"個人情報保護委員会|個人情報保護[^。、]{0,6}に(?:基づ|よ)[^。]{0,10}報告|(?:監督|主務|所管|関係)(?:官庁|省庁|当局|大臣|機関)|認定個人情報保護団体|"
    r"(?:総務|厚生労働|文部科学|経済産業|国土交通|農林水産)省|金融庁|(?:県|都|府|道|市|国)(?:の[^。、]{0,8})?(?:へ|に)(?:も)?(?:速報|報告)|(?:速報|確報)を(?:提出|行)"
)


def report_owed(told: Sequence[UnitReading], everything: Iterable[str], published: date | None) -> bool:
    """`told` are the units that tell of the leak, `everything` the title and all wordings.

    What is published before the law asked for it, or speaks of the report, owes none.
    """
    if published is not None and published < _SINCE:
        return False
    grave = any(_GRAVE.search(without_left_out(unit.wording)) or _persons(unit) > _MOST_UNREPORTED for unit in told)
    return grave and not any(map(_REPORTED.search, everything))


def _persons(unit: UnitReading) -> int:
    """The highest number of persons in a unit, 0 where it tells of none, of a part of a greater number or of the size of the body."""
    if _PART.search(unit.wording):
        return 0
    seen = blanked(unit.wording, (found.span() for found in UNSEEN.each("uncounted", unit.wording)))
    facts = (fact for fact in unit.facts if fact.kind == FactKind.PERSONS and seen[fact.start : fact.end] == fact.text)
    counts = (_NUMBER.search(fact.text) for fact in facts)
    return max((int(found["figures"].replace(",", "")) * _TIMES[found["unit"]] for found in counts if found), default=0)
