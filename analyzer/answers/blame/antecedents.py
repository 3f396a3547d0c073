"""Whom 「同社」 and the name of a company stand for: told by the sentences before and not by the one that lays a fault on it."""

import re

from analyzer.answers.blame.actors import actors_in
from analyzer.answers.blame.causes import goes_wrong
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import BLAME
from analyzer.schema import Owner

_SAME = "同社"
_REACH = 12
"""Units back to which 「同社」 may refer."""
_SLIP = r"の[^、。はがを]{0,10}(?:ミス|誤り|不備|漏れ|不手際|手違い|間違い|不足|障害|不具合)"
_STAFF = r"の[^、。はがを]{0,6}(?:作業[者員]|担当者|社員|従業員|技術者|スタッフ|職員|係員|オペレーター)[がは]"
_PART = r"社?(?:さん|様)?側?"
_AT_FAULT = re.compile(rf"{_PART}(?:において|におき|にて|が|による|{_SLIP}|{_STAFF})")
_TOPIC = re.compile(rf"{_PART}(?:の[^、。はがを]{{0,8}})?(?:は|では|も|でも)")
_FIRM = re.compile(r"[ァ-ヶー]{2}[一-龥々]|[一-龥A-Z]社$|(?:業者|商[会店]|運[輸送]|印刷|事務所|センター)$")
"""What a name of a firm looks like, where a topic alone (「…は確認を怠り」) would make one of 「報告は行われず」 as well."""


def is_kin(document: DocumentReading, index: int) -> bool:
    """Whether the 「同社」 of a unit is a subsidiary of the speaker or the company that the text is about."""
    before, same, after = document.units[index].wording.partition(_SAME)
    if not same or Owner.CONTRACTOR in actors_in(before + after):
        return False
    earlier = (document.units[at].wording for at in range(index - 1, max(index - 1 - _REACH, -1), -1))
    for wording in (before, *earlier, document.title):
        if BLAME.says("another_company", wording):
            return False
        if BLAME.says("kin", wording) or BLAME.says("told_of_itself", wording):
            return True
    return False


def names_at_fault(names: frozenset[str], wording: str) -> bool:
    """Whether one of the contractors named in a statement does or gets wrong what a wording tells.

    >>> names_at_fault(frozenset({"ミドリ発送"}), "ミドリ発送社において、宛名を一枚ずらして貼ったことによります。")
    True
    >>> names_at_fault(frozenset({"ミドリ発送"}), "ミドリ発送から届いた一覧を確かめていませんでした。")
    False
    >>> names_at_fault(frozenset({"ミドリ発送"}), "ミドリ発送は照合を怠り、ミドリ発送の検品係も封を開けていませんでした。")
    True
    """
    return any(_fails(name, wording[found.end() :]) for name in names for found in re.finditer(re.escape(name), wording))


def _fails(name: str, rest: str) -> bool:
    topic = _TOPIC.match(rest) if _FIRM.search(name) else None
    return _AT_FAULT.match(rest) is not None or (topic is not None and goes_wrong(rest[topic.end() :]))
