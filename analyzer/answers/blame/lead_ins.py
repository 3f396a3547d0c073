"""The sentence that announces a list of faults: whose they are stands there and not in the items."""

import re

from analyzer.answers.blame.actors import OURSELVES
from analyzer.language.features import DocumentReading

_ANNOUNCES = re.compile(r"(?:次|以下|下記|左記)の[^。]{1,40}。?$|次のとおり|[:：]$")
_OWN_MATTER = re.compile(
    rf"{OURSELVES.pattern}(?:の|では|における|において|(?:が|で)(?:運営|管理|提供|実施))(?![^、。]{{0,10}}(?:調査|確認|点検|検証|調べ|聞|分析|解析|見解|判断))"
)
"""「当社の受付の画面に」, and not 「当社の調査では」: who looked into it need not have done it."""
_ITEM = frozenset({"number", "bullet"})
_LONGEST = 40
"""Items up to which a sentence still announces the list."""


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
