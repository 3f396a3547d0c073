"""Who learnt of it on the day told: a league, a regulator or a parent company may announce what another had long known."""

import re
from collections.abc import Iterator

from analyzer.answers.blame.actors import OURSELVES
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.quoting import span_in_unit
from analyzer.language.features import DocumentReading
from analyzer.report import Event

_KIND = (
    r"(?:子会社|関連会社|関係会社|グループ会社|加盟(?:校|団体|クラブ|店|社)|所属(?:クラブ|球団|チーム|団体)"
    r"|委託先|受託(?:者|事業者|会社)|指定管理者|運営会社)"
)
_OTHER = re.compile(
    rf"(?:(?:同|当該)(?:社|球団|クラブ|チーム|校|園|院|店|館|施設|法人|団体|連盟|協会|病院|組合|事業者|会社)|{_KIND}|メーカー|製造元|販売店|業者)"
    r"(?:の[^、。はがを]{1,12})?(?:は|が|では|において(?:は)?|にて)(?!な)"
    r"|(?:ご?本人|被害者|ご?家族|ご?遺族|患者|お客|会員)(?:様|さま|さん|の方)?(?:は|が)[^。、]{0,12}(?:お知り|知っ|知られ|お?気(?:づ|付)[いきか])"
)
_NAMED = re.compile(rf"{_KIND}(?:である|の|、|:)?[「『\s]*((?:株式会社|有限会社)?[一-龥々ァ-ヶーA-Za-z0-9・&]{{2,20}})")
_FORM = re.compile(r"^(?:株式会社|有限会社)|(?:株式会社|有限会社)$")
_TO_AUTHORITY = re.compile(
    r"[^。]{0,40}?(?<!当)(?<!本)(?:[県市区町村都府国](?!内)|保健所|警察署?|児童相談所|消防署?|監督署)(?:の[^。、]{1,12})?(?:に|へ)(?:は)?、?[^。、]{0,16}"
    r"(?:通報|届け?出|情報提供|相談|告発|申告)が(?:あ[りっ]|寄せられ|入|なされ)"
)
"""「5月9日、市の福祉課に通報があり」: so far only the office knew."""
_NO_AUTHORITY = re.compile(
    r"(?:当|本)(?:社|法人|会|園|院|施設|校|店|館|団体|クラブ|組合|財団|学園|協会|連盟|ホーム|事業所|病院|学)|弊社|弊会|小社|私ども"
)
_PARTICLE = re.compile(r"[^、。]{0,6}(?:へ|に|は|が|も)")
_AT_ONCE = re.compile(r"(?:同日|即日|当日|翌日|その日|直ちに|ただちに|速やかに|すぐに)[^。]{0,12}$")
_CLAUSE = re.compile(r"[^、。]*[、。]?")


def others_named(document: DocumentReading) -> frozenset[str]:
    """The names of the bodies that a statement sets apart from the speaker: 「当社の子会社である北浜精機」."""
    names = (_FORM.sub("", name) for unit in document.units for name in _NAMED.findall(unit.wording))
    return frozenset(name for name in names if len(name) > 1)


def known_to_another(case: Case, event: Event, others: frozenset[str]) -> bool:
    """Whether another body is the one spoken of last before the day told, and nobody says that the speaker was told then as well.

    Or whether it was an authority that was told then, by whom the speaker, who is none, may have been told much later.
    """
    unit = case.unit(event.unit)
    start, end = span_in_unit(case.document, unit, event.start, event.end)
    before, after = unit.wording[:start], unit.wording[end:]
    theirs = max((found.end() for found in _OTHER.finditer(before)), default=0)
    theirs = max((theirs, *(_named_before(before, name) for name in others)))
    ours = max(_told_us(before), default=0)
    if _TO_AUTHORITY.match(after) and any(_NO_AUTHORITY.search(each.wording) for each in case.document.units):
        return True
    clause = _CLAUSE.match(after)
    told_us = (clause and any(_told_us(clause[0]))) or any(_AT_ONCE.search(after, 0, found.start()) for found in OURSELVES.finditer(after))
    return theirs > ours and not told_us


def _told_us(wording: str) -> Iterator[int]:
    """Where each word for the speaker ends that is told something or does something."""
    return (told.end() for found in OURSELVES.finditer(wording) if (told := _PARTICLE.match(wording, found.end())))


def _named_before(wording: str, name: str) -> int:
    """Where a body is spoken of by its name as the one who knew or did; 0 where it is not."""
    return max((at + len(name) for topic in ("は", "が", "では", "において") if (at := wording.rfind(name + topic)) >= 0), default=0)
