"""What an announcement shows of the incident that it is about: days, counts, names, whom it cites and how it speaks of itself."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.gathering.common_wording import ngrams_of
from analyzer.dossier.gathering.issuers import issuers_of
from analyzer.dossier.quantities import find_counts
from analyzer.durations import TO_THE_MINUTE, TO_THE_MONTH
from analyzer.language.normalise import fold
from analyzer.rules.slots import GROUPING, TRAITS
from analyzer.schema import DriftKind
from analyzer.statement import Statement

_CONTACT = re.compile(r"0[0-9]{1,4}-[0-9]{1,4}-[0-9x]{3,4}|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_CITING = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付け?(?:の|で|けの)?|に|の)?[^、。]{0,12}(?:お知らせ|公表|発表|案内|お伝え|報告|文書|第[1一]報|書い|申し上げ|開始|報じ|掲載|掲示|説明|公告|投稿|発信)"
)
_TO_COME = re.compile(
    r"(?:\([^()]{1,4}\))?(?:(?:頃|ごろ|中|末)?(?:まで)?(?:に|を目途に|を目処に|には)[^、。\n]{0,24}(?:ます(?!が)|予定)|(?:の|を)(?:予定|見込み?))"
)
_PROMISE = 40
"""Characters behind a day in which it is told to be promised."""
_PROGRESS = 60
"""Characters behind a day in which work is told to be done by it."""
_LEAST_COUNT = 10
_LONG_RUN = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9]{4,}")
_QUOTED = re.compile(r"[「『]([^「」『』]{8,60})[」』]")
_LONGEST_HEAD = 40


class TakesUp(StrEnum):
    """How an announcement says that there was an earlier one, by the slots of the rules that tell it."""

    FOLLOWUP = "followup"
    TAKES_UP = "takes_up"
    AFTERMATH = "aftermath"
    NONE = "none"

    @property
    def plainly(self) -> bool:
        """Whether it says so in so many words."""
        return self in (TakesUp.FOLLOWUP, TakesUp.TAKES_UP)


@dataclass(frozen=True, slots=True)
class Clues:
    """What one announcement is compared by; `days`, `cited` and `first_day` are ISO dates, some of them months only,
    `moments` days with a clock time that two matters seldom share; `organisation` is who published it, where that was given.

    `grams` and `long_runs` are runs of characters, `speaks_as` counts what it calls itself (本校, 弊社), `takes_up` is how it
    says that there was an earlier one, `denials` are the words in which it says that something was denied.
    """

    title: str
    grams: Counter[str]
    days: frozenset[str]
    moments: frozenset[str]
    counts: frozenset[str]
    contacts: frozenset[str]
    issuers: frozenset[str]
    organisation: str | None
    signed: frozenset[str]
    named: frozenset[str]
    whole: str
    quotes: frozenset[str]
    denies: bool
    denials: frozenset[str]
    speaks_as: Counter[str]
    long_runs: frozenset[str]
    takes_up: TakesUp
    cited: frozenset[str]
    first_day: str | None
    published: date | None


@lru_cache(maxsize=4096)
def clues_of(statement: Statement) -> Clues:
    """The clues of a statement as it was published."""
    title, text, organisation = (fold(some or "") for some in (statement.title, statement.text, statement.organisation))
    anchor = Anchor(statement.published)
    whole = f"{title}\n{text}"
    dates = find_dates(whole, anchor)
    dated = [(found.iso, found.end) for found in dates if found.iso and len(found.iso) >= TO_THE_MONTH]
    told = [(iso[:10], end) for iso, end in dated if not _is_to_come(iso, whole[end : end + _PROMISE], statement.published)]
    days = frozenset(_day_told(found.day, whole[found.end :][:_PROMISE], statement.published).isoformat() for found in dates if found.day)
    counts = (count for count in find_counts(text) if count.value >= _LEAST_COUNT or count.kind == DriftKind.MONEY)
    return Clues(
        title=re.sub(r"[(（\[【〈][^)）]*[)）\]】〉]|[0-9]|第.報|続報|最終報?告?", "", title).strip(),
        grams=ngrams_of(f"{title}\n{whole}"),
        days=days,
        moments=frozenset(at for found in dates for at in (found.iso, found.end_iso) if at and _is_telling(at)),
        counts=frozenset(count.text for count in counts),
        contacts=frozenset(found for found in _CONTACT.findall(text) if not found.endswith("xxxx")),
        issuers=frozenset({organisation}) if organisation else issuers_of(title, text),
        organisation=organisation or None,
        signed=frozenset(re.sub(r"\s+", "", found[0]) for found in GROUPING.each("signed", text)),
        named=frozenset(found[0] for found in GROUPING.each("named", whole)),
        whole=whole,
        quotes=frozenset((*_QUOTED.findall(text), *(found["said"] for found in GROUPING.each("quoted_as_said", text)))),
        denies=TRAITS.says("denied", text),
        denials=frozenset(found["said"] or found["denied"] for found in GROUPING.each("denial_as_said", text)),
        speaks_as=Counter(rule.code for rule in GROUPING.rules("speaks_as") for _ in rule.pattern.finditer(whole)),
        long_runs=frozenset(run[0][at : at + 4] for run in _LONG_RUN.finditer(whole) for at in range(len(run[0]) - 3)),
        takes_up=_taking_up(title, text),
        cited=frozenset(day for day, end in told if _CITING.match(whole, end)),
        first_day=min((day for day, end in told if _is_of_event(day, end, whole, statement.published)), default=None),
        published=statement.published,
    )


def _is_telling(moment: str) -> bool:
    """Whether a moment is told to the minute, and is no full or half hour, as opening hours and meetings are."""
    return len(moment) == TO_THE_MINUTE and not moment.endswith((":00", ":30"))


def _is_to_come(day: str, after: str, published: date | None) -> bool:
    """Whether a day is promised, and neither one of the event nor of an earlier announcement: 「7月10日に公表いたします」."""
    return (published is not None and day > published.isoformat()) or _TO_COME.match(after) is not None


def _day_told(day: date, after: str, published: date | None) -> date:
    """A day as it is meant: 「2月20日に行います」 of February is no day of last year."""
    meant = published is not None and day < published and _TO_COME.match(after) and (day.month, day.day) != (2, 29)
    return day.replace(year=day.year + 1) if meant else day


def _is_of_event(day: str, end: int, whole: str, published: date | None) -> bool:
    """Whether a day may be one of the event: neither that of publication, in a line of its own, nor one on which work was done."""
    line = whole[whole.rfind("\n", 0, end) + 1 : end] + whole[end:].partition("\n")[0]
    heads = published is not None and day == published.isoformat() and len(line) <= _LONGEST_HEAD and "。" not in line
    return not heads and not GROUPING.opening("progress_after", whole[end : end + _PROGRESS])


def _taking_up(title: str, text: str) -> TakesUp:
    """Whether, and how plainly, an announcement says that there was an earlier one."""
    if GROUPING.says("followup", title):
        return TakesUp.FOLLOWUP
    told = ((TakesUp.TAKES_UP, text), (TakesUp.AFTERMATH, title))
    return next((slot for slot, where in told if GROUPING.says(slot, where)), TakesUp.NONE)
