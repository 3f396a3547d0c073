"""What stands under a heading on prevention or on whom to ask, or behind such a key: it takes the heading's sense, labelled or not."""

import re
from collections.abc import Iterator, Sequence

from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS
from analyzer.schema import Label, Labels

_KEY = re.compile(r"[^:|。]{1,24}[:|]|\s*[【\[][^】\]]{1,24}[】\]]|\s*\S{1,12}\s")
"""The key of a line that tells something itself: 「再発防止：…」."""
_TELLS = re.compile(r"[。)]$|[^\s]{2}(?:[うくぐすつぬぶむる]|ない|ます|ません|た|と|化|禁止|廃止|使用|確認|点検|変更|設置|交換)$")
"""How a line ends that says what is done; a name or a date under the heading ends otherwise."""
_NOTHING = re.compile(r"(?:[:\s]|^)(?:特に)?(?:な(?:し|い)|ありません|ございません)[。\s]*$")
_OPEN_TO_SENSE = frozenset({Label.FOLLOWUP, Label.RESPONSE, Label.TIMELINE})
"""Labels beside which a line may still take the heading's sense; an apology or a cause under it says something else."""


_WINDOW = re.compile(r"[\s■◆●◇□▼・※<【\[(]*(?:本件(?:に関する|について)?(?:の)?)?お?問い?合わ?せ(?:先|窓口)?(?:は|について)?[\s>】\]):]*")
_OFFICE = re.compile(r"[^。、]{0,40}(?:[課部室係局班]|センター|事務局|窓口|事務所|相談所)(?:まで)?(?:\s*\([^()]{1,20}\))?[\s。]*")


def measures_under_heading(document: DocumentReading, labels: Sequence[Labels]) -> tuple[int, ...]:
    """The units that name no measure by their labels, but stand under a heading on prevention and say there what is done.

    None where the measures are put off there: what is done until they are known is none of them.
    """
    if any(put_off_under_heading(document, labels)):
        return ()
    wordings = ((index, document.units[index].wording.strip()) for index in _headed(document, labels))
    return tuple(index for index, told in wordings if _TELLS.search(told) and not _NOTHING.search(told))


def named_windows(units: Sequence[UnitReading]) -> tuple[int, ...]:
    """The unit that names an office below a heading on whom to ask, or behind such a key: 「【お問い合わせ先】 総務部法務課」."""
    for index, unit in enumerate(units):
        if not (head := _WINDOW.match(unit.wording)):
            continue
        if (rest := unit.wording[head.end() :]) and _OFFICE.fullmatch(rest):
            return (index,)
        if not rest and index + 1 < len(units) and _OFFICE.fullmatch(units[index + 1].wording):
            return (index + 1,)
    return ()


def put_off_under_heading(document: DocumentReading, labels: Sequence[Labels]) -> Iterator[tuple[int, Span]]:
    """The units under such a heading that put the measures off, and the words that do."""
    for index in _headed(document, labels):
        if found := TRAITS.found("prevention_to_come", document.units[index].wording):
            yield index, found.span()


def _headed(document: DocumentReading, labels: Sequence[Labels]) -> Iterator[int]:
    for index, (unit, assigned) in enumerate(zip(document.units, labels, strict=True)):
        if not unit.placement.is_heading and _OPEN_TO_SENSE.issuperset(assigned) and any(map(_names_prevention, _over(document, unit))):
            yield index


def _over(document: DocumentReading, unit: UnitReading) -> Iterator[str]:
    """The heading that a unit stands under, and its own key."""
    if unit.placement.heading is not None:
        yield document.units[unit.placement.heading].wording
    if unit.placement.key_topic == Label.MEASURE_CONCRETE and (key := _KEY.match(unit.wording)):
        yield key[0]


def _names_prevention(heading: str) -> bool:
    return TRAITS.says("headed_prevention", heading)
