"""What the announcements of one incident tell differently: each value told, when it changed, and whether they say so.

A change is an announcement that tells something else than the last one that spoke of the matter. Telling a thing for the
first time, or leaving it out, is none (`corpora/dossiers/README.md`).
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analyzer.dossier.accounts import another_cause, another_harm, cause, contractor, differs, finder, harm, hired, reframed, title
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.extent import cites, counted, counter_of, counts_of_extent, data_kinds, grew, is_cited, longer, period, widened
from analyzer.dossier.quantities import Count, find_counts
from analyzer.dossier.slots import hit
from analyzer.dossier.telling import Told
from analyzer.schema import DriftKind, Label

_ABOUT = {
    DriftKind.PERSONS: "about_numbers",
    DriftKind.ITEMS: "about_numbers",
    DriftKind.MONEY: "about_numbers",
    DriftKind.PERIOD: "about_period",
    DriftKind.DATA_KINDS: "about_kinds",
    DriftKind.CAUSE: "about_cause",
    DriftKind.CONTRACTOR: "about_cause",
    DriftKind.HARM: "about_harm",
    DriftKind.DETECTED_BY: "about_finder",
    DriftKind.TITLE: "about_title",
}
_BARE = len("前回の公表を訂正し、心より深くお詫び申し上げます。")
_OF_EVENT = frozenset({Label.CAUSE, Label.INCIDENT, Label.ADMISSION})
_COUNTED = (DriftKind.PERSONS, DriftKind.ITEMS, DriftKind.MONEY)
_Tell = Callable[[Announcement, str], Told | None]
_Turned = Callable[[Told, Told], bool]
_MATTERS: Sequence[tuple[DriftKind, _Tell, _Turned]] = (
    (DriftKind.PERSONS, counted(DriftKind.PERSONS), grew),
    (DriftKind.ITEMS, counted(DriftKind.ITEMS), grew),
    (DriftKind.MONEY, counted(DriftKind.MONEY), grew),
    (DriftKind.DATA_KINDS, data_kinds, widened),
    (DriftKind.PERIOD, period, longer),
    (DriftKind.HARM, harm, another_harm),
    (DriftKind.CAUSE, cause, another_cause),
    (DriftKind.CONTRACTOR, contractor, differs),
    (DriftKind.DETECTED_BY, finder, differs),
    (DriftKind.TITLE, title, reframed),
)


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
            courses += _added(what, announcements)
    return tuple(_one_a_matter([*courses, *_recounted(announcements), *_retold(announcements)]))


def _keys(what: DriftKind, announcements: Sequence[Announcement]) -> Sequence[str]:
    """What each teller is asked for: things by their counter (件 with 件, never with 枚), a finding by its day, a fault by the hired."""
    if what == DriftKind.DETECTED_BY:
        return (announcements[0].published,)
    if what in (DriftKind.CAUSE, DriftKind.CONTRACTOR):
        return (hired(announcements),)
    if what != DriftKind.ITEMS:
        return ("",)
    counters = (counter_of(count) for announcement in announcements for _, count in counts_of_extent(announcement, DriftKind.ITEMS))
    return tuple(dict.fromkeys(counters))


def _one_a_matter(courses: Sequence[Course]) -> Iterator[Course]:
    """Of several counters of things, those whose turns fall on announcements that no other covers."""
    seen: set[tuple[DriftKind, str]] = set()
    for course in sorted(courses, key=lambda course: -len(course.turns)):
        new = tuple(turn for turn in course.turns if (course.what, turn.after.announcement.id) not in seen)
        seen |= {(course.what, turn.after.announcement.id) for turn in new}
        if new:
            yield replace(course, turns=new)


def _turned(what: DriftKind, before: Told, after: Told, *, acknowledged: bool) -> Course:
    """The course of a matter that changed once."""
    return Course(what, (before, after), (Turn(what, before, after, acknowledged),))


def _corrected(what: DriftKind, announcements: Sequence[Announcement]) -> Iterator[Course]:
    """Counts that an announcement itself holds against an earlier one: 「31件と書きましたが、正しくは36件でした」."""
    for place, announcement in enumerate(announcements):
        before = {
            (count.value, counter_of(count)): Told(told, count.value, count.text, index)
            for told in announcements[:place]
            for index, unit in enumerate(told.units)
            for count in find_counts(unit.wording)
            if count.kind == what
        }
        for index, unit in enumerate(announcement.units):
            counts = [count for count in find_counts(unit.wording) if count.kind == what]
            cited = [count for count in counts if is_cited(unit.wording, count)]
            new = [count for count in counts if count not in cited and all(count.value != old.value for old in cited)]
            old = next((before[key] for count in cited if (key := (count.value, counter_of(count))) in before), None)
            if old is not None and new:
                best = max(new, key=lambda count: count.value)
                after = Told(announcement, best.value, best.text, index)
                yield _turned(what, old, after, acknowledged=True)


def _added(what: DriftKind, announcements: Sequence[Announcement]) -> Iterator[Course]:
    """Counts of more that was found, beside what was told before: 「春の販売でも22件に起きておりました」, however few."""
    for place, later in enumerate(announcements):
        for index, count in counts_of_extent(later, what):
            wording = later.units[index].wording
            more = _hit("added_before", wording[: count.start]) and _hit("added_after", wording[count.end :])
            if not more or Label.INCIDENT not in later.labels(index):
                continue
            earlier = [
                Told(each, old.value, old.text, at)
                for each in announcements[:place]
                for at, old in counts_of_extent(each, what)
                if counter_of(old) == counter_of(count)
            ]
            if earlier:
                after = Told(later, count.value, count.text, index)
                yield _turned(what, earlier[-1], after, acknowledged=_acknowledged(what, earlier[-1], after, announcements))


def _recounted(announcements: Sequence[Announcement]) -> Iterator[Course]:
    """People counted as 件 before and as 名 now, or the other way about: the count that is cited is held against the larger new one."""
    for place, later in enumerate(announcements):
        told = [
            (count.value, Told(each, count.value, count.text, index)) for each in announcements[:place] for index, count in _heads(each)
        ]
        new = list(_heads(later))
        for value, before in told:
            larger = [(index, count) for index, count in new if count.value > value]
            other = larger and all((count.kind == DriftKind.PERSONS) == before.value.endswith("件") for _, count in larger)
            if other and cites(later, before):
                index, count = max(larger, key=lambda pair: pair[1].value)
                after = Told(later, count.value, count.text, index)
                yield _turned(DriftKind.PERSONS, before, after, acknowledged=True)
                break


def _heads(announcement: Announcement) -> Iterator[tuple[int, Count]]:
    """Counts of extent that may be of people: all that count people, and 件."""
    yield from counts_of_extent(announcement, DriftKind.PERSONS)
    yield from ((index, count) for index, count in counts_of_extent(announcement, DriftKind.ITEMS) if count.counter == "件")


def _retold(announcements: Sequence[Announcement]) -> Iterator[Course]:
    """What happened, told anew in so many words: 「職員室で失われたのではなく、置き忘れたものでした」."""
    first = announcements[0]
    at = next((index for index, _ in first.labelled(Label.CAUSE, Label.INCIDENT)), None)
    for announcement in announcements[1:] if at is not None else ():
        for index, unit in enumerate(announcement.units):
            given = announcement.labels(index)
            of_event = not given or not _OF_EVENT.isdisjoint(given)
            of_else = any(_hit(slot, unit.wording) for slot in ("meta", "denied", "found_outside")) or any(find_counts(unit.wording))
            if of_event and _hit("retold", unit.wording) and not of_else:
                before, after = Told(first, "", first.quote(at or 0), at), Told(announcement, "", announcement.quote(index), index)
                yield _turned(DriftKind.CAUSE, before, after, acknowledged=True)
                break


def _acknowledged(what: DriftKind, before: Told, after: Told, announcements: Sequence[Announcement]) -> bool:
    """Whether the later announcement says that what was told before was other than this."""
    later = after.announcement
    if what in _COUNTED and _owns_a_count(later, announcements[: announcements.index(later)]):
        return True
    about = _ABOUT[what]
    wordings = [unit.wording for unit in later.units]
    if what == DriftKind.TITLE and any(_hit("title_owned", wording) for wording in wordings):
        return True
    if what == DriftKind.CONTRACTOR and after.key:
        return False  # To own another cause takes nothing back of a contractor who was not spoken of.
    if what != DriftKind.TITLE and any(_hit("about_all", wording) for wording in wordings):
        return True
    if what == DriftKind.HARM and any(_hit("denial_owned", wording) for wording in wordings):
        return True
    corrections = [wording for wording in wordings if _hit("corrects", wording)]
    # 「訂正してお詫びします。」 corrects what the sentence before it says.
    corrections += [before for before, wording in pairwise(wordings) if len(wording) <= _BARE and _hit("corrects", wording)]
    return any(_hit(about, wording) or (about == "about_numbers" and any(find_counts(wording))) for wording in corrections)


def _owns_a_count(later: Announcement, earlier: Sequence[Announcement]) -> bool:
    """Whether an announcement cites a count of the extent that was told before; the counts beside it go with it."""
    told = (
        Told(each, count.value, count.text, index) for what in _COUNTED for each in earlier for index, count in counts_of_extent(each, what)
    )
    return any(cites(later, count) for count in told)


def _hit(slot: str, wording: str) -> bool:
    return hit("drift", slot, wording)
