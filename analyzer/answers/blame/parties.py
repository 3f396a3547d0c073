"""Who a body named in a statement is: its speaker, whose name is read as 「当社」, or whom its ruling is on, read as 「同クラブ」.

Rules and features know the words for oneself and for the one spoken of; a name is either only by where it stands.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from analyzer.answers.blame.actors import OURSELVES, TO_US
from analyzer.answers.blame.contractors import contractors_named
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.rules.slots import BLAME, GROUPING
from analyzer.schema import Label, Labels

_HEAD, _TAIL = 3, 4
"""Lines in which a body heads or signs a statement."""
_LONGEST_LINE = 40
_LEAST_NAME = 3
_CHAR = r"[一-龥々ァ-ヶーA-Za-z0-9・&]"
_BEFORE = rf"(?:(?<!{_CHAR})|(?<=^・))"
_FORM = r"(?:株式|有限|合同|合資)会社|(?:一般|公益)?(?:社団|財団)法人|(?:学校|医療|社会福祉|NPO)法人"
_MARKER = re.compile(r"^(?:\([ア-ン一二三四五六七八九十]\)|[ア-ン一二三四五六七八九十人物](?= )|[0-9]{0,2}[ .)]{0,2}原因[ :]+)\s*")
"""What numbers or heads a line and would be read as part of its first name: 「ア 監視員は」, 「原因:監視員は」."""
_COMPANY = re.compile(r"^会社(?=[はがもで])")
"""Who is called by no more than that, in a statement that names no other, is the speaker."""
_ANSWERING = re.compile(r"(?<=のは)会社(?=で)")
"""「一人に任せてきたのは会社です」: the speaker, whoever else is named."""
_SIGNED = re.compile(rf"({_CHAR}{{3,20}})(?<![長役員者部課])\s+(?:代表|取締役|社長|理事長|会長|店主|支配人|[院園校館所局]長)")
"""「ヤマノ商会 代表 山野太郎」: whoever signs with an officer is a body, whatever kind of name it bears."""
_CALLS_ITSELF = re.compile(rf"({_CHAR}{{3,20}})\(以下[、,]?[「『](?:当|弊|本|私)")
_RUNS_IT = re.compile(
    rf"^(?![^。]*(?:委託|同社|取引先|[先様]の?(?:サービス|システム)|(?:利用|導入|契約)し))(?:(?:このたび|この度|今般|今回|先般)、?)?"
    rf"((?:{_FORM}){_CHAR}{{2,20}}|{_CHAR}{{2,20}}(?:{_FORM}))が(?:運営|提供|販売|経営)(?:する|している|しております)"
    r"[^。]*(?:てしまいました|(?<!発生)(?<!判明)(?<!確認)(?:いた|致)しました)"
)
"""「架空商事株式会社が運営する通販サイトにて、…を発生させてしまいました」: who tells of it so has done it, by their full name."""
_ADDRESSED = re.compile(r"様|御中|各位|殿")
_OWN_VOICE = re.compile(r"(?:当|弊)(?:クラブ|社|チーム|部|団|店|院|園|館|校|局|庁|市|町|村|県)|本(?:校|学(?!期)|院|園|市)|私ども|私たち")
"""How a club or firm speaks of itself; 「当リーグ」 and 「本会」 are left out, since so speaks a body that sanctions."""
_RULER = re.compile(r"(?<![^・\s)])(?:機構|連盟|協会|リーグ)(?=(?:の[^、。はがを]{1,16})?[はがも])")
"""Who rules on others is called by the kind of body it is: 「連盟の立会人も」."""
_SANCTION = re.compile(
    r"加盟(?:校|団体|チーム|クラブ)[^。]{0,30}処分|対外試合(?:の)?禁止|制裁金|制裁(?:の|を|内容|決定)|懲罰(?:の|を|決定|内容|規程|委員会)|(?:裁定|規律|懲罰)委員会"
    r"|(?:クラブ|チーム|球団|加盟|登録|会員|選手|団体|競技者|審判)[^。]{0,60}(?:けん責|譴責)"
)
"""A reprimand is a sanction of any employer's, unless it is laid on a member or a player."""


def rules_on_others(document: DocumentReading, labels: Sequence[Labels]) -> bool:
    """Whether a body announces the sanction it laid on another, and apologises for nothing; what it failed in itself it may tell.

    Of a text that says whom it rules on, what reads as an admission may be the other's failing (`of_its_own` tells).
    """
    everything = list(_texts(document))
    ruled = BLAME.any_says("rules_on", everything)
    owns = any(Label.APOLOGY in given or (Label.ADMISSION in given and not ruled) for given in labels)
    return not owns and any(map(_SANCTION.search, everything)) and not any(map(_OWN_VOICE.search, everything))


def is_ruling(document: DocumentReading, labels: Sequence[Labels]) -> bool:
    """Whether it is such an announcement in which nothing is owned."""
    owned = (Label.ADMISSION in given and of_its_own(unit) for unit, given in zip(document.units, labels, strict=True))
    return rules_on_others(document, labels) and not any(owned)


def by_their_parts(document: DocumentReading, *, ruling: bool) -> tuple[UnitReading, ...]:
    """The units with each body that is named for what it is called by: for reading, not for quoting, since places in them shift."""
    called = dict.fromkeys(_speakers(document), "当社")
    if ruling:
        called |= dict.fromkeys(_ruled_on(document), "同クラブ")
        called["クラブ"] = "同クラブ"
    units = document.units
    for beside in (_MARKER, *BLAME.patterns("aside")):
        units = tuple(_renamed(unit, beside, "") for unit in units)
    units = tuple(_renamed(unit, _ANSWERING, "当社") for unit in units)
    if not BLAME.any_says("another_company", _texts(document)):
        units = tuple(_renamed(unit, _COMPANY, "当社") for unit in units)
    if ruling:
        units = tuple(_renamed(unit, _RULER, "当社") for unit in units)
    for name, part in called.items():
        named = re.compile(rf"{_BEFORE}(?:{_FORM})?{re.escape(name)}(?:{_FORM})?(?=側|本?社員|職員|従業員|スタッフ|担当|(?!{_CHAR}))")
        units = tuple(_renamed(unit, named, part) if name in unit.wording else unit for unit in units)
    for operator in BLAME.patterns("operator"):
        units = tuple(_renamed(unit, operator, "") for unit in units)
    return units


def of_its_own(unit: UnitReading) -> bool:
    """Whether the speaker is named in a unit, and not only as the one to whom it was done."""
    return OURSELVES.search(TO_US.sub("", unit.wording)) is not None or unit.has_cue("ADM03")


def _texts(document: DocumentReading) -> Iterator[str]:
    yield document.title
    yield from (unit.wording for unit in document.units)


def _ruled_on(document: DocumentReading) -> set[str]:
    found = (found["who"] or found["whom"] for text in _texts(document) for found in BLAME.each("rules_on", text))
    return {name for name in found if name}


def _speakers(document: DocumentReading) -> set[str]:
    """The names that head or sign a statement, or that it is to call 「当社」 by, and that it hired nobody by."""
    lines = [unit.wording.strip() for unit in (*document.units[:_HEAD], *document.units[_HEAD:][-_TAIL:])]
    short = [line for line in lines if len(line) <= _LONGEST_LINE and not _ADDRESSED.search(line)]
    found = [line["body"] for each in short if (line := GROUPING.opening("issuer_line", each))]
    found += [signed[1] for two in (*short, *map("\n".join, pairwise(short))) if (signed := _SIGNED.match(two))]
    found += [called[1] for text in _texts(document) for names in (_CALLS_ITSELF, _RUNS_IT) if (called := names.search(text))]
    names = {re.sub(rf"{_FORM}|\s|(?:役所|役場)$", "", name) for name in found}
    return {name for name in names if len(name) >= _LEAST_NAME} - contractors_named(document)


def _renamed(unit: UnitReading, named: re.Pattern[str], part: str) -> UnitReading:
    """The unit with a name replaced in its wording and in the words of its parse."""
    spans = [found.span() for found in named.finditer(unit.wording)]
    if not spans:
        return unit
    words = tuple(
        replace(word, text=part if any(start == word.start for start, _ in spans) else "")
        if any(start <= word.start < end for start, end in spans)
        else word
        for word in unit.parsed.words
    )
    return replace(unit, wording=named.sub(part, unit.wording), parsed=replace(unit.parsed, words=words))
