"""The contractors that a statement names, and where it sends its readers to one of them."""

import re

from analyzer.answers.blame.actors import owner_named
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.schema import Owner

_WORD = r"[一-龥々ァ-ヶーA-Za-z0-9・&]"
_HIRED = re.compile(
    rf"({_WORD}{{2,24}})(?:さん|様)?(?:に|へ)(?:、|対し)?[^。]{{0,30}}?(?:委託|外注|委ね|任せ|請け負)"
    rf"|(?:委託|外注|依頼)(?:先|業者|会社|し(?:た|て(?:いる|いた|おります|おりました)))[^。、ぁ-ん]{{0,4}}(?:の|である|\(|「)?({_WORD}{{2,24}})"
    rf"|({_WORD}{{2,24}})\((?:[^()]{{0,8}}の)?(?:委託|外注|請負|受託)[^()]{{0,8}}\)"
    r"|(?:(?:中間|代行|運営|配送|販売)(?:会社|業者|事業者)|代理店|供給元|製造元|仕入れ?先|保守会社|施工(?:会社|業者)|指定管理者)(?:の|である)?(?:株式|有限|合同)会社([ぁ-ん一-龥々ァ-ヶーA-Za-z0-9・&]{2,20}?)(?=[のがはにへを、。(「]|$)"
)
_FORM = re.compile(r"株式会社|有限会社|合同会社")
_OURSELVES = re.compile(r"[当弊本自][社会校院園市町村県区組合店団法所局学館行庁]|私|皆|今回|委託|外部$|業務|作業|個人情報")
"""What is caught in the place of a contractor and names none: wider than other lists of self, since a word wrongly taken costs little."""
_ASK = re.compile(
    r"(?:へ|に|まで|宛に?)(?:直接|直に|まず)?、?[おご]?(?:尋ね|たずね|訊ね|問い?合わ?せ|連絡|相談|確認|申し?出|聞き)(?:を)?(?:くだ|下さ|いただ|頂|願|お願)"
    r"|(?:へ|に|まで|宛に?)(?:直接|直に|まず)?、?お?願い(?:いた|しま|申)"
)
_ANOTHER = re.compile(r"[はがを]")
"""Between a name and the word of asking it tells that somebody else is asked: 「…に調査を求め、ご連絡は総務課へ」."""
_NO_WORD = (None, Owner.CONTRACTOR)
"""What the lists of actors say of a name: 「委託先の担当者」 and 「委託先の機械」 name none."""
_LEAST_NAME = 2
_REACH = 48
"""How far the word of asking may stand from the name: a window, its number and its hours fit in between."""


def contractors_named(document: DocumentReading) -> frozenset[str]:
    """The names of those whom the statement says it hired, without 「株式会社」: 「株式会社ミドリ印刷に発送を委託」."""
    names = ("".join(found) for unit in document.units for found in _HIRED.findall(unit.wording))
    short = (_FORM.sub("", name) for name in names if not _OURSELVES.search(name))
    return frozenset(name for name in short if len(name) >= _LEAST_NAME and owner_named(name) in _NO_WORD)


def sent_to(unit: UnitReading, names: frozenset[str]) -> Span | None:
    """Where the unit asks its readers to turn to one of those named, and not to the organisation as well."""
    for name in sorted(names):
        at = unit.wording.find(name)
        asked = _ASK.search(unit.wording, at, at + len(name) + _REACH) if at >= 0 else None
        if (
            asked
            and not _ANOTHER.search(unit.wording, at, asked.start())
            and not _OURSELVES.search(unit.wording[: asked.start()].replace(name, ""))
        ):
            return at, asked.end()
    return None
