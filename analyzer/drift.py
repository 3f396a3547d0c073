"""What the announcements of one incident tell differently: each value told, when it changed, and whether they say so.

A change is an announcement that tells something else than the last one that spoke of the matter. Telling a thing for the
first time, or leaving it out, is none (`corpora/dossiers/README.md`).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from analyzer.announcement import Announcement
from analyzer.dates import Anchor, find_dates
from analyzer.facts import FactKind
from analyzer.features import UnitReading
from analyzer.normalise import fold
from analyzer.quantities import Count, find_counts, number_value
from analyzer.rules import load_rules
from analyzer.schema import DetectedBy, DriftKind, EventKind, Label, Owner, Precision, TitleFraming

_EXTENT = (Label.SCOPE, Label.INCIDENT, Label.HARM_STATUS)
_ABOUT = {
    DriftKind.PERSONS: "about_numbers",
    DriftKind.ITEMS: "about_numbers",
    DriftKind.MONEY: "about_numbers",
    DriftKind.PERIOD: "about_numbers",
    DriftKind.DATA_KINDS: "about_numbers",
    DriftKind.CAUSE: "about_cause",
    DriftKind.CONTRACTOR: "about_cause",
    DriftKind.HARM: "about_harm",
    DriftKind.TITLE: "about_title",
}
_THINGS = frozenset("枚個台点本冊瓶袋箱着頭席食便")
"""Counters that announcements use for one another; 件, 通 and 日 are compared among themselves."""
_QUOTED = re.compile(r"「[^」]*」")
_NUMBERING = re.compile(r"[(（][^()（）]*[)）]|第[0-9一二三]+報|続報|最終|[\s0-9]")
_MONTHLY = re.compile(r"(?<![0-9か])(?P<month>1[0-2]|[1-9])月分")
_YEARLY = re.compile(r"(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})年(?=から|以降|より)")
_FISCAL = re.compile(r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年度")
_ERAS = {"令和": 2018, "平成": 1988}
_ALIKE = 0.2
"""Share of content words two tellings of one cause have in common at least; measured on train and dev."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one announcement says on a matter: `key` is compared, `value` is shown; `unit` is None for the title.

    `sums` are what the counts of one kind in one unit add up to: 「47名と9名」 may be 56 the next time.
    """

    announcement: Announcement
    key: object
    value: str
    unit: int | None
    sums: frozenset[float] = frozenset()


@dataclass(frozen=True, slots=True)
class Turn:
    """A matter on which two announcements differ; `acknowledged` where the later one says so."""

    what: DriftKind
    before: Told
    after: Told
    acknowledged: bool


@dataclass(frozen=True, slots=True)
class Course:
    """All that was told on a matter, in the order of publication, and where it turned."""

    what: DriftKind
    told: tuple[Told, ...]
    turns: tuple[Turn, ...]


def find_drift(announcements: Sequence[Announcement]) -> tuple[Course, ...]:
    """The matters on which dated announcements, given in order, differ."""
    courses: list[Course] = []
    for what, tell, turned in _MATTERS:
        for key in _keys(what, announcements):
            told = [said for announcement in announcements if (said := tell(announcement, key))]
            turns = tuple(
                Turn(what, before, after, _acknowledged(what, before, after, announcements))
                for before, after in pairwise(told)
                if turned(before, after)
            )
            if turns:
                courses.append(Course(what, tuple(told), turns))
        if what in _COUNTED:
            courses += _corrected(what, announcements)
    return tuple(_one_a_matter(courses))


def _keys(what: DriftKind, announcements: Sequence[Announcement]) -> Sequence[str]:
    """Things are compared by their counter: 件 with 件, never with 枚."""
    if what != DriftKind.ITEMS:
        return ("",)
    counters = (_counter(count) for announcement in announcements for _, count in _extent(announcement, DriftKind.ITEMS))
    return tuple(counter for counter in dict.fromkeys(counters) if counter != "回")


def _counter(count: Count) -> str:
    return "things" if count.counter in _THINGS else count.counter.replace("人", "名").replace("日分", "日")


def _one_a_matter(courses: Sequence[Course]) -> Iterator[Course]:
    """Of several counters of things, those whose turns fall on announcements that no other covers."""
    seen: set[tuple[DriftKind, str]] = set()
    for course in sorted(courses, key=lambda course: -len(course.turns)):
        new = tuple(turn for turn in course.turns if (course.what, turn.after.announcement.id) not in seen)
        seen |= {(course.what, turn.after.announcement.id) for turn in new}
        if new:
            yield replace(course, turns=new)


_NOT_OF_HARM = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.CAUSE})
_COUNTED = (DriftKind.PERSONS, DriftKind.ITEMS, DriftKind.MONEY)


def _corrected(what: DriftKind, announcements: Sequence[Announcement]) -> Iterator[Course]:
    """Counts that an announcement itself holds against an earlier one: 「31件と書きましたが、正しくは36件でした」."""
    for place, announcement in enumerate(announcements):
        before = {
            (count.value, _counter(count)): Told(told, count.value, count.text, index)
            for told in announcements[:place]
            for index, unit in enumerate(told.units)
            for count in find_counts(unit.wording)
            if count.kind == what
        }
        for index, unit in enumerate(announcement.units):
            counts = [count for count in find_counts(unit.wording) if count.kind == what]
            cited = [count for count in counts if _is_cited(unit.wording, count)]
            new = [count for count in counts if count not in cited and all(count.value != old.value for old in cited)]
            old = next((before[key] for count in cited if (key := (count.value, _counter(count))) in before), None)
            if old is not None and new:
                best = max(new, key=lambda count: count.value)
                after = Told(announcement, best.value, best.text, index)
                yield Course(what, (old, after), (Turn(what, old, after, True),))


def _is_cited(wording: str, count: Count) -> bool:
    return _hit("cited_after", wording[count.end :]) or _hit("cited_before", wording[: count.start])


# --- counts ------------------------------------------------------------------------------------------------------------


def _extent(announcement: Announcement, kind: DriftKind) -> Iterator[tuple[int, Count]]:
    """Counts that tell how large the incident is: not cited from before, not of a procedure's progress."""
    for index, unit in announcement.labelled(*_EXTENT):
        for count in find_counts(unit.wording):
            if count.kind != kind:
                continue
            of_progress = _hit("progress", unit.wording[count.end :]) or _hit("whole", unit.wording[: count.start])
            if not of_progress and not _is_cited(unit.wording, count):
                yield index, count


def _count(kind: DriftKind) -> Callable[[Announcement, str], Told | None]:
    def tell(announcement: Announcement, counter: str) -> Told | None:
        counts = [(index, count) for index, count in _extent(announcement, kind) if not counter or _counter(count) == counter]
        if not counts:
            return None
        index, count = max(counts, key=lambda pair: pair[1].value)
        units = {index for index, _ in counts}
        listed = [unit for unit in units if "うち" not in announcement.units[unit].wording]
        sums = frozenset(sum(count.value for at, count in counts if at == unit) for unit in listed)
        return Told(announcement, count.value, count.text, index, sums)

    return tell


def _grew(before: Told, after: Told) -> bool:
    """A smaller number may count something else; it is a change where the announcement cites the larger one."""
    if not isinstance(before.key, float) or not isinstance(after.key, float):
        return False
    if after.key in before.sums:
        return False
    return after.key > before.key or (after.key < before.key and _cites(after.announcement, before))


def _cites(announcement: Announcement, told: Told) -> bool:
    """Whether an announcement cites an earlier count: the same value with the same counter."""
    return any(
        count.value == told.key and told.value.endswith(count.counter) and _is_cited(unit.wording, count)
        for unit in announcement.units
        for count in find_counts(unit.wording)
    )


# --- data, period, harm ------------------------------------------------------------------------------------------------


def _data(announcement: Announcement, _: str) -> Told | None:
    kinds: dict[str, int] = {}
    for index, unit in announcement.labelled(Label.SCOPE, Label.INCIDENT):
        if not _hit("denied", unit.wording):
            for fact in unit.facts:
                if fact.kind == FactKind.DATA:
                    kinds.setdefault(_plain(fact.text), index)
    if not kinds:
        return None
    return Told(announcement, frozenset(kinds), "・".join(kinds), next(iter(kinds.values())))


def _plain(kind: str) -> str:
    return re.sub(r"^お?(?:名前|氏名|姓名)$|^名前$", "氏名", kind)


def _widened(before: Told, after: Told) -> bool:
    assert isinstance(before.key, frozenset) and isinstance(after.key, frozenset)
    return not after.key <= before.key


def _period(announcement: Announcement, _: str) -> Told | None:
    """The first month of the event, and its last where a range is told."""
    published = announcement.document.statement.published
    told: list[tuple[str, str, str, int]] = []
    for index, unit in announcement.labelled(Label.SCOPE, Label.INCIDENT):
        for month, until, wording in _months(unit.wording, published):
            told.append((month, until, wording, index))
    if not told:
        return None
    month, _, wording, index = min(told)
    return Told(announcement, (month, max(until for _, until, _, _ in told)), wording, index)


def _months(wording: str, published: date | None) -> Iterator[tuple[str, str, str]]:
    for found in find_dates(wording, Anchor(published)):
        if found.iso:
            until = found.end_iso if found.precision == Precision.MONTH else None
            yield found.iso[:7], (until or "")[:7], found.text
    for year in _FISCAL.finditer(wording):
        at = int(year["year"]) if year["year"] else _ERAS[year["era"]] + (1 if year["age"] == "元" else int(year["age"]))
        yield f"{at}-04", "", year[0]
    for year in _YEARLY.finditer(wording):
        age = 1.0 if year["age"] == "元" else number_value(year["age"])
        yield f"{_ERAS[year['era']] + int(age or 0)}-01", "", year[0]
    if published is not None:
        for year_left_out in _MONTHLY.finditer(wording):
            month = int(year_left_out["month"])
            yield f"{published.year if month <= published.month else published.year - 1}-{month:02}", "", year_left_out[0]


def _longer(before: Told, after: Told) -> bool:
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    (start, end), (new_start, new_end) = before.key, after.key
    return bool(new_start < start or (new_start == start and new_end > max(start, end)))


def _harm(announcement: Announcement, _: str) -> Told | None:
    states: dict[str, int] = {}
    for index, unit in enumerate(announcement.units):
        if not _NOT_OF_HARM.isdisjoint(announcement.labels(index)):
            continue
        wording = _QUOTED.sub("", unit.wording)
        if _hit("come", wording) and not _hit("not_come", wording):
            states.setdefault("come", index)
        elif _hit("denied", wording):
            states.setdefault("none", index)
        elif _hit("possible", wording):
            states.setdefault("possible", index)
    state = next((name for name in ("come", "possible", "none") if name in states), None)
    if state is None:
        return None
    unproven = state == "come" and any(_hit("unproven", unit.wording) for unit in announcement.units)
    return Told(announcement, "possible" if unproven else state, announcement.quote(states[state]), states[state])


def _turned(before: Told, after: Told) -> bool:
    return before.key != after.key


# --- cause, contractor, who found it, title ----------------------------------------------------------------------------


_BY = re.compile(r"により|によ[るっ]|ため|原因|起因|思われ|と(?:見|考え)て|影響したもの|せい")
_OWN_CAUSE = re.compile(r"により|原因|落ち度|怠|(?:い|お)なかった|ませんでした|任せ|見(?:落と|過ご)|を生んだ|決まり")
_STOP = frozenset("する いる ある なる こと ため もの よう 原因 考える おる いたす 当社 弊社 当クラブ 同社 場合 一部 お客様 皆様".split())


def _causes(announcement: Announcement) -> Iterator[tuple[int, UnitReading]]:
    """Units that tell why it happened; not why a notice came late or a number changed."""
    for index, unit in announcement.labelled(Label.CAUSE, Label.DEFLECTION, Label.ADMISSION, Label.MINIMIZATION):
        wording, given = unit.wording, announcement.labels(index)
        open_yet = _hit("investigating", wording) and not _hit("supposed", wording)
        own = Label.ADMISSION in given and _OWN_CAUSE.search(wording)
        told = Label.CAUSE in given or own or (Label.DEFLECTION in given and _BY.search(wording))
        told = told or (Label.ADMISSION not in given and _hit("contractor", wording))
        if told and not open_yet and given and not _hit("meta", wording):
            yield index, unit


def _cause(announcement: Announcement, _: str) -> Told | None:
    units = list(_causes(announcement))
    if not units:
        return None
    owner = next((blame.owner for blame in announcement.report.blame if blame.owner != Owner.NOBODY), None)
    return Told(announcement, (_words(units), owner, _blames_contractor(units)), announcement.quote(units[0][0]), units[0][0])


def _words(units: Sequence[tuple[int, UnitReading]]) -> frozenset[str]:
    """Content words outside quotation marks."""
    words: set[str] = set()
    for _, unit in units:
        quoted = [found.span() for found in _QUOTED.finditer(unit.wording)]
        words |= {
            word.lemma
            for word in unit.parsed.words
            if word.pos in ("NOUN", "VERB", "PROPN", "ADJ")
            and len(word.lemma) > 1
            and word.lemma not in _STOP
            and not any(start <= word.start < end for start, end in quoted)
        }
    return frozenset(words)


def _another_cause(before: Told, after: Told) -> bool:
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    (words, owner, contractor), (new_words, new_owner, new_contractor) = before.key, after.key
    moved = contractor != new_contractor or (_OUTSIDE.get(owner, owner) != _OUTSIDE.get(new_owner, new_owner) and owner and new_owner)
    return bool(moved) or len(words & new_words) / (min(len(words), len(new_words)) or 1) < _ALIKE


_OUTSIDE = {Owner.SYSTEM: Owner.CONTRACTOR, Owner.PERSON: Owner.OWN}
"""A system's fault moved to a contractor, or one's own person's to the organisation, is a nuance."""


def _blames_contractor(units: Sequence[tuple[int, UnitReading]]) -> bool:
    return any(_hit("contractor", unit.wording) and not _hit("cleared", unit.wording) for _, unit in units)


def _contractor(announcement: Announcement, _: str) -> Told | None:
    units = list(_causes(announcement))
    if not units:
        return None
    named = [pair for pair in units if _blames_contractor([pair])]
    at = (named or units)[0][0]
    return Told(announcement, bool(named), announcement.quote(at), at)


def contractor_blamed(announcement: Announcement) -> int | None:
    """The unit in which an announcement lays the cause on a contractor without taking the duty back, if it does."""
    if any(_DUTY.search(unit.wording) for _, unit in announcement.labelled(Label.ADMISSION)):
        return None
    return next((index for index, unit in _causes(announcement) if _blames_contractor([(index, unit)])), None)


_DUTY = re.compile(r"(?:委託|業者|監督|任せ|管理|確認|選定|契約)[^。]{0,30}(?:当|弊|本|私|自|責任|怠|不足|ませんでした)")


def found_by_others(announcement: Announcement) -> int | None:
    """The unit that tells how others brought it to the organisation's notice, if others did."""
    if announcement.report.detected_by != DetectedBy.OUTSIDE:
        return None
    evidence = announcement.report.circumstances.get("detected_by", ())
    told = [event.unit for event in announcement.report.timeline if event.event == EventKind.DETECTED]
    return next((unit for unit in (*told, *evidence)), None)


def _finder(announcement: Announcement, _: str) -> Told | None:
    found = announcement.report.detected_by
    evidence = announcement.report.circumstances.get("detected_by", ())
    return None if found == DetectedBy.UNKNOWN else Told(announcement, found, found.japanese, next(iter(evidence), None))


def _title(announcement: Announcement, _: str) -> Told | None:
    framing = announcement.report.title_framing
    if framing == TitleFraming.NONE:
        return None
    return Told(announcement, framing == TitleFraming.NAMES_HARM, announcement.report.title or "", None)


def _reframed(before: Told, after: Told) -> bool:
    """The same title with another number frames nothing anew."""
    same = _NUMBERING.sub("", fold(before.value)) == _NUMBERING.sub("", fold(after.value))
    return before.key != after.key and not same


# --- acknowledged ------------------------------------------------------------------------------------------------------


def _acknowledged(what: DriftKind, before: Told, after: Told, announcements: Sequence[Announcement]) -> bool:
    """Whether the later announcement says that what was told before was other than this."""
    if isinstance(before.key, float):
        earlier = announcements[: announcements.index(after.announcement)]
        told = [Told(each, count.value, count.text, index) for each in earlier for index, count in _extent(each, what)]
        if any(_cites(after.announcement, count) for count in told):
            return True
    about = _ABOUT.get(what)
    return about is not None and any(_hit("corrects", unit.wording) and _hit(about, unit.wording) for unit in after.announcement.units)


@cache
def _patterns(slot: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule["pattern"]) for rule in load_rules("drift").values() if rule["slot"] == slot)


def _hit(slot: str, wording: str) -> bool:
    return any(pattern.search(wording) for pattern in _patterns(slot))


_Tell = Callable[[Announcement, str], Told | None]
_Turned = Callable[[Told, Told], bool]
_MATTERS: Sequence[tuple[DriftKind, _Tell, _Turned]] = (
    (DriftKind.PERSONS, _count(DriftKind.PERSONS), _grew),
    (DriftKind.ITEMS, _count(DriftKind.ITEMS), _grew),
    (DriftKind.MONEY, _count(DriftKind.MONEY), _grew),
    (DriftKind.DATA_KINDS, _data, _widened),
    (DriftKind.PERIOD, _period, _longer),
    (DriftKind.HARM, _harm, _turned),
    (DriftKind.CAUSE, _cause, _another_cause),
    (DriftKind.CONTRACTOR, _contractor, _turned),
    (DriftKind.DETECTED_BY, _finder, _turned),
    (DriftKind.TITLE, _title, _reframed),
)
