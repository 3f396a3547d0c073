"""The cause as it is left open: 「原因は調査結果を待つ」, or 「調査中」 on the line below 「原因」."""

import re
from collections.abc import Iterable, Sequence

from analyzer.answers.gaps.finding_rules import finding_rule
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.rules.slots import EVIDENCE
from analyzer.schema import Label, Labels

_CAUSAL = ("CAU01", "CAU02", "CAU03")
_CAUSE_ASKED = re.compile(
    r"[\s・･●○◎■□◆◇*\-0-9.()【\[]*(?:事故|火災|発生|紛失|漏え?い)?(?:の)?(?:原因|経緯|理由|発生経緯)(?:等|など)?[\s】\]:]*"
)
"""A line that is but the key of the line below it."""
_LEFT_OPEN = re.compile(
    r"調査中|究明中|確認中|精査中|捜査中|(?:調べ|調査し|究明し)て(?:い|お)|不明|未詳|分かって(?:い|お)|判明して(?:い|お)"
)
_EXAMINED = re.compile(
    r"(?<!根本)(?<!根本的な)(?<!詳しい)(?<!詳細な)(?:原因|理由|真相)(?:等|など)?(?:は|を|が|も|に?ついて|につきまして|の)[^。]{0,40}"
    r"(?:(?:調査|究明|確認|精査|捜査|解析|分析)中|(?:調べ|調査し|究明し|解析し|分析し|確かめ)て(?:い|お)(?:る|ます|ります)"
    r"|(?:調査|究明|特定|解析|分析|捜査)を(?:進め|続け|急い|行っ)[てで](?:い|お)(?:る|ます|ります))(?!で?(?:し|あっ)た|」?と)"
)
"""What is looked into as they write: 「ばねが折れた理由を、製造元と調べています」. Who still asks why has told a part at most."""
_SUPPOSED = re.compile(
    r"可能性(?:が(?:あ|考|高)|として|も(?:あ|考))|断定(?:に|は|でき)|推測|推察|思われ|疑われ(?!る[一-龥])|とみて(?:い|お)|のではないか|かもしれ"
)

_FAILURE_ALONE = re.compile(
    r"^[^。]{0,40}(?:機器|装置|設備|機械|回線|通信|ネットワーク|サーバー?|ソフト(?:ウェア)?|部品|端末|センサー)[^。、]{0,6}"
    r"(?:障害|故障|不具合|異常|不調|トラブル)[^。]{0,16}。?$"
)
"""「原因：通信機器の故障」 says what failed, and not why."""


def only_supposed(wording: str) -> bool:
    """Whether a cause is told as a guess: beside an express 「原因は不明」 it settles nothing.

    >>> only_supposed("可能性としては、書類に紛れたことが疑われます。"), only_supposed("宛先の設定を誤ったことが原因です。")
    (True, False)
    """
    return _SUPPOSED.search(wording) is not None


def explained_outright(document: DocumentReading, labels: Sequence[Labels], indices: Iterable[int]) -> bool:
    """Whether one of the units settles the cause that others leave open; none does while they say that it is being examined."""
    if any(_said_open(unit) and _EXAMINED.search(unit.wording) for unit in document.units):
        return False
    return any(_explains(document.units[index], labels[index]) for index in indices)


def cause_left_open(document: DocumentReading) -> tuple[int, ...]:
    """The units that say the cause is not known yet, and the lines that answer 「原因」 on the line above by 「調査中」."""
    pairs = zip(document.units, document.units[1:], strict=False)
    answers = {
        index
        for index, (above, unit) in enumerate(pairs, start=1)
        if _CAUSE_ASKED.fullmatch(above.wording) and _LEFT_OPEN.search(unit.wording)
    }
    return tuple(index for index, unit in enumerate(document.units) if index in answers or _said_open(unit))


def _explains(unit: UnitReading, labels: Labels) -> bool:
    """Whether a unit tells a cause that stands beside an express 「原因は不明」, which a guess or a stock phrase does not."""
    general = _FAILURE_ALONE.search(unit.wording) is not None or EVIDENCE.says("generic_cause", unit.wording)
    return not (unit.has_cue("CAU04") or general or _said_open(unit) or only_supposed(unit.wording) or _told_in_passing(unit, labels))


def _said_open(unit: UnitReading) -> bool:
    return not unit.placement.is_heading and finding_rule("FND22").place_in(unit) is not None


def _told_in_passing(unit: UnitReading, labels: Labels) -> bool:
    """Whether a cause is no more than a word in the telling of what happened: 「誤って落下させた」 beside an express 「原因は調査中」."""
    return Label.INCIDENT in labels and not unit.has_cue(*_CAUSAL)
