"""The cause as a line that answers 「原因」 leaves it open: 「調査中」, 「不明」."""

import re

from analyzer.language.features import DocumentReading

_CAUSE_ASKED = re.compile(
    r"[\s・･●○◎■□◆◇*\-0-9.()【\[]*(?:事故|火災|発生|紛失|漏え?い)?(?:の)?(?:原因|経緯|理由|発生経緯)(?:等|など)?[\s】\]:]*"
)
"""A line that is but the key of the line below it."""
_LEFT_OPEN = re.compile(
    r"調査中|究明中|確認中|精査中|捜査中|(?:調べ|調査し|究明し)て(?:い|お)|不明|未詳|分かって(?:い|お)|判明して(?:い|お)"
)
_SUPPOSED = re.compile(
    r"可能性(?:が(?:あ|考|高)|として|も(?:あ|考))|断定(?:に|は|でき)|推測|推察|思われ|疑われ(?!る[一-龥])|とみて(?:い|お)|のではないか|かもしれ"
)


def only_supposed(wording: str) -> bool:
    """Whether a cause is told as a guess: beside an express 「原因は不明」 it settles nothing.

    >>> only_supposed("可能性としては、書類に紛れたことが疑われます。"), only_supposed("宛先の設定を誤ったことが原因です。")
    (True, False)
    """
    return _SUPPOSED.search(wording) is not None


def cause_left_open(document: DocumentReading) -> tuple[int, ...]:
    """The lines that answer 「原因」 on the line above by 「調査中」."""
    pairs = zip(document.units, document.units[1:], strict=False)
    return tuple(
        index
        for index, (above, unit) in enumerate(pairs, start=1)
        if _CAUSE_ASKED.fullmatch(above.wording) and _LEFT_OPEN.search(unit.wording)
    )
