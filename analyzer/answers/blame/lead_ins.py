"""The heading or sentence above a list of faults: whose they are stands there and not in the items."""

import re

from analyzer.answers.blame.actors import OURSELVES, owner_named
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import BLAME
from analyzer.schema import Owner

_ANNOUNCES = re.compile(r"(?:次|以下|下記|左記)の[^。]{1,40}。?$|次のとおり|[:：]$")
_OWN_MATTER = re.compile(
    rf"{OURSELVES.pattern}(?:の|では|における|において|(?:が|で)(?:運営|管理|提供|実施))(?![^、。]{{0,10}}(?:調査|確認|点検|検証|調べ|聞|分析|解析|見解|判断))"
)
"""「当社の受付の画面に」, and not 「当社の調査では」: who looked into it need not have done it."""
_ITEM = frozenset({"number", "bullet"})
_LONGEST = 40
"""Items up to which a sentence still announces the list."""


_OURS_FOLLOW = re.compile(rf"{OURSELVES.pattern}(?:では|には|は)、?$")
_AND = re.compile(r"及び|および|並びに|ならびに|[・と]")
_WHOSE = frozenset({Owner.OWN, Owner.CONTRACTOR})


def listed_under(document: DocumentReading, index: int) -> Owner | None:
    """Whose faults a unit is listed among, by the sentence that announces the list or by the heading it stands under."""
    return Owner.OWN if announced_as_own(document, index) else _headed(document, index)


def _headed(document: DocumentReading, index: int) -> Owner | None:
    """The owner that the nearest heading or announcing line above tells, where it says whose failings follow."""
    for at in range(index - 1, max(index - 1 - _LONGEST, -1), -1):
        placement, wording = document.units[at].placement, document.units[at].wording
        leads = placement.is_heading or placement.alone or _ANNOUNCES.search(wording)
        if _OURS_FOLLOW.search(wording) or (leads and BLAME.says("told_to_us", wording)):
            return Owner.OWN
        found = BLAME.found("whose_list", wording)
        if found and leads:
            owners = {owner_named(part) for part in _AND.split(found["who"])}
            return owners.pop() if len(owners) == 1 and owners <= _WHOSE else None
        if placement.is_heading or (placement.marker not in _ITEM and not placement.alone):
            return None
    return None


def announced_as_own(document: DocumentReading, index: int) -> bool:
    """Whether a unit is an item of a list that a sentence announces as a matter of the speaker's own.

    >>> from analyzer.language.features import read_documents
    >>> from analyzer.statement import Statement
    >>> read = next(read_documents([Statement("当社の受付の画面に、次の不備がありました。\\n①氏名の欄の設定\\n②宛先の欄の設定")]))
    >>> [announced_as_own(read, index) for index in range(3)]
    [False, True, True]
    """
    lead = index
    while lead >= 0 and index - lead <= _LONGEST and document.units[lead].placement.marker in _ITEM:
        lead -= 1
    wording = document.units[lead].wording.rstrip() if 0 <= lead < index else ""
    return _ANNOUNCES.search(wording) is not None and _OWN_MATTER.search(wording) is not None
