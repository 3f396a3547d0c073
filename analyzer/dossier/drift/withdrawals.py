"""What a later announcement takes back in so many words: 「1月18日に「脱線の事実はない」とお知らせした内容は誤りでした」."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import blames_contractor, cause_units, cites_blame, cites_cause
from analyzer.dossier.drift.harm import HarmState, denial_in, denying_units
from analyzer.dossier.drift.telling import QUOTED, Told, Turn, corrections
from analyzer.dossier.likeness import CONTENT
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind, Label

WITHDRAWN = "withdrawn"
"""What an announcement that takes a denial back says of harm, beside those in `harm.py`."""
_QUOTE = re.compile(r"[「『](?P<words>[^「」『』]{3,}?)。?[」』]")
_LASTED = re.compile(r"(?:約|およそ)?(?:[0-9]{1,4}|数|半)(?:秒|分|時間|日間|週間|[かカヶ]月|年間)(?:[0-9]{1,2}分|半)?(?:程度|ほど|余り)?")
_CAUSE_TOLD = re.compile(r"により|もので、|ため、")
"""What stands behind the telling of a cause in one sentence is not it: 「繁忙により遅れたもので、適切に保管しております」."""
_FORESEEN = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP})
_SAID = frozenset(
    "事実 内容 説明 発表 公表 お知らせ 知らせ 当時 調査 確認 する ある いる おる なる ない いたす いただく 行う こと もの ため よう".split()
)
"""Words of many a withdrawal, which say nothing of what it takes back."""


Likeness = Callable[[UnitReading, UnitReading], float]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A unit (`told`) of an earlier announcement that a unit of a later one takes back; `denied` where it denied something."""

    earlier: Announcement
    told: int
    later: Announcement
    unit: int
    denied: bool


def withdrawals(announcements: Sequence[Announcement], likeness: Likeness) -> Iterator[Withdrawal]:
    """What later announcements take back, by the sentences that cite it or say that it was denied."""
    for place, later in enumerate(announcements):
        for index, unit in dict(corrections(later)).items():
            if not DRIFT.says("stands", QUOTED.sub("", unit.wording)):
                cited = _cited(unit, later, announcements[:place])
                yield from [found for earlier in cited if (found := _taken_back(earlier, later, index, likeness))][:1]


def turns_of_withdrawals(announcements: Sequence[Announcement], names: str, likeness: Likeness) -> Iterator[Turn]:
    """The turns that what is taken back makes: of harm, of how long it lasted, or of the cause and the contractor's part."""
    for found in withdrawals(announcements, likeness):
        told, unit = found.earlier.units[found.told], found.later.units[found.unit]
        quote = found.earlier.quote(found.told)
        before = (
            Told(found.earlier, HarmState.DENIED, denial_in(quote), found.told)
            if found.denied
            else Told(found.earlier, None, quote, found.told)
        )
        after = Told(found.later, WITHDRAWN, found.later.quote(found.unit), found.unit)
        if found.denied:
            yield Turn(DriftKind.HARM, before, after, acknowledged=True)
        elif DRIFT.says("cites_discovery", unit.wording):
            continue  # Who found it is another matter (`finders.py`).
        elif cites_blame(unit, told) or (
            (found.told in dict(cause_units(found.earlier, names)) and (_quotes_cause(unit, told) or cites_cause(unit, before)))
            or _explained(unit, told)
        ):
            yield Turn(DriftKind.CAUSE, before, after, acknowledged=True)
            if blames_contractor(told, names):
                yield Turn(DriftKind.CONTRACTOR, before, after, acknowledged=True)
        elif (lasted := _LASTED.findall(unit.wording))[1:] and lasted[0] in told.wording:
            yield Turn(DriftKind.PERIOD, replace(before, value=lasted[0]), replace(after, value=lasted[1]), acknowledged=True)


def words_taken_back(announcements: Sequence[Announcement], likeness: Likeness) -> Iterator[tuple[Told, Told]]:
    """What was told in words that a later announcement quotes and says were not so: 「「点検のため」とご案内しましたが、実際には…」.

    What was promised, or was still being looked into, may come out otherwise.
    """
    for found in withdrawals(announcements, likeness):
        wording, labels = found.later.units[found.unit].wording, found.earlier.labels(found.told)
        told, quotes = found.earlier.units[found.told].wording, [quote["words"] for quote in _QUOTE.finditer(wording)]
        quoted = any(words in told and not DRIFT.says("yet_open", words) for words in quotes)
        if quoted and not found.denied and _FORESEEN.isdisjoint(labels) and DRIFT.says("not_so", wording):
            earlier = Told(found.earlier, None, found.earlier.quote(found.told), found.told)
            yield earlier, Told(found.later, WITHDRAWN, found.later.quote(found.unit), found.unit)


def _quotes_cause(unit: UnitReading, told: UnitReading) -> bool:
    """Whether a quotation is of the cause in a unit that tells one."""
    before = (told.wording.partition(quote["words"])[0] for quote in _QUOTE.finditer(unit.wording) if quote["words"] in told.wording)
    return any(not _CAUSE_TOLD.search(wording) for wording in before)


def _explained(unit: UnitReading, told: UnitReading) -> bool:
    """Whether a unit quotes why it was said to have happened, called a cause then or not, and says that it was not so."""
    quotes = (quote["words"] for quote in _QUOTE.finditer(unit.wording) if quote["words"] in told.wording)
    return DRIFT.says("not_so", unit.wording) and any(DRIFT.says("why_in_short", words) for words in quotes)


def _cited(unit: UnitReading, later: Announcement, earlier: Sequence[Announcement]) -> Sequence[Announcement]:
    """The announcements that a unit may cite: those of the day or month that it names, else the first or the last told first."""
    return _named(unit, later, earlier) or (earlier if DRIFT.says("cites_first", unit.wording) else earlier[::-1])


def _named(unit: UnitReading, later: Announcement, earlier: Sequence[Announcement]) -> Sequence[Announcement]:
    days = [found.iso for found in find_dates(unit.wording, Anchor(later.document.statement.published)) if found.iso]
    return [each for each in earlier if any(each.published.startswith(day[:10]) for day in days)]


def _taken_back(earlier: Announcement, later: Announcement, index: int, likeness: Likeness) -> Withdrawal | None:
    """What a correction takes back of one earlier announcement: the sentence that holds its quotation, a denial like it, or the cause."""
    unit, denying = later.units[index], denying_units(earlier)
    quotes = list(_QUOTE.finditer(unit.wording))
    for quote in quotes:
        held = [told for told, each in enumerate(earlier.units) if quote["words"] in each.wording and not each.placement.is_heading]
        if held:
            told = next((told for told in held if told in denying), held[0])
            denied = told in denying and DRIFT.says("denies_in_short", quote["words"])
            return Withdrawal(earlier, told, later, index, denied)
    spans = [quote.span("words") for quote in quotes if DRIFT.says("denies_in_short", quote["words"])] or list(_denied(unit.wording))
    denies = DRIFT.says("denial_owned", unit.wording)
    if not denying or not (spans or denies):
        of_cause = not quotes and not denies
        causes = [told for told, _ in cause_units(earlier) if of_cause and cites_cause(unit, Told(earlier, None, "", told))]
        causes += [
            told for told, each in enumerate(earlier.units) if of_cause and not each.placement.is_heading and cites_blame(unit, each)
        ]
        return next((Withdrawal(earlier, told, later, index, denied=False) for told in causes), None)
    things = {told: _things(unit, spans) & _things(earlier.units[told]) for told in denying}
    told = max(denying, key=lambda each: (len(things[each]), likeness(unit, earlier.units[each])))
    if not things[told] and earlier not in _named(unit, later, (earlier,)) and (quotes or not any(_denied(unit.wording))):
        return None  # 「落下の事実はない」 may stand for 「落ちたとの投稿がありますが、そのような…」, where the day of it is told.
    return Withdrawal(earlier, told, later, index, denied=True)


def _denied(wording: str) -> Iterator[tuple[int, int]]:
    """The clause that says of what it was denied: 「調査を行わずに不正を否定した」."""
    for found in DRIFT.each("tells_denial", wording):
        yield wording.rfind("、", 0, found.start()) + 1, found.start()


def _things(unit: UnitReading, spans: Sequence[tuple[int, int]] = ()) -> set[str]:
    """What a unit, or spans of its wording, speak of."""
    words = (word for word in unit.parsed.words if word.pos in CONTENT)
    within = (word for word in words if not spans or any(start <= word.start < end for start, end in spans))
    return {word.lemma for word in within if len(word.lemma) > 1} - _SAID
