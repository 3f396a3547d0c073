"""What the announcements of one incident tell differently: each value told, when it changed, and whether they say so.

A change is an announcement that tells something else than the last one that spoke of the matter. Telling a thing for the
first time, or leaving it out, is none (`corpora/dossiers/README.md`).
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.casualties import casualties, more_hurt, owns_casualties
from analyzer.dossier.causes import another_cause, cause, repeats_cause, takes_cause_back
from analyzer.dossier.contractors import contractor, hired, says_of_contractor
from analyzer.dossier.count_meaning import is_cited
from analyzer.dossier.counted import Counted
from analyzer.dossier.data_kinds import data_kinds, widened
from analyzer.dossier.extent import cites, counts_of_extent, says_grown
from analyzer.dossier.finders import finder
from analyzer.dossier.harm import another_harm, denial_and_harm, harm, told_as_new
from analyzer.dossier.likeness import Weights
from analyzer.dossier.period import longer, period
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.recounts import Recount, Recounts
from analyzer.dossier.telling import Told, differs
from analyzer.dossier.titles import reframed, title
from analyzer.dossier.wordings import turn_says
from analyzer.judging.choice import Choice
from analyzer.language.features import UnitReading
from analyzer.schema import COUNTED, DriftKind, Label

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
_DIGITS = re.compile(r"[0-9,.〇一二三四五六七八九十百千万億約\s]")
_BARE = len("前回の公表を訂正し、心より深くお詫び申し上げます。")
_GROWING = (*COUNTED, DriftKind.PERIOD)
"""What is told to reach further where more is found."""
_OF_EVENT = frozenset({Label.CAUSE, Label.INCIDENT, Label.ADMISSION})
_Tell = Callable[[Announcement, str], Told | None]
_Turned = Callable[[Told, Told], bool]
_MATTERS: Sequence[tuple[DriftKind, _Tell, _Turned]] = (
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


def find_drift(announcements: Sequence[Announcement], choice: Choice | None = None) -> tuple[Course, ...]:
    """The matters on which dated announcements, given in order, differ; `choice` is a model's judgement of their counts."""
    courses: list[Course] = []
    weigh = Weights(announcements)
    for what, tell, turned in _MATTERS:
        for key in _keys(what, announcements):
            told = _accumulated(said for announcement in announcements if (said := tell(announcement, key)))
            pairs = [(before, after) for before, after in pairwise(told) if turned(before, after)]
            if what == DriftKind.HARM:
                pairs = [denial_and_harm(before, after, weigh.likeness) for before, after in pairs]
            turns = tuple(Turn(what, before, after, _acknowledged(what, before, after, announcements)) for before, after in pairs)
            if turns:
                told = list(_as_turned(told, turns))
                courses.append(Course(what, tuple(told), turns) if what != DriftKind.CONTRACTOR else _from_no_contractor(told, turns))
    hurt = list(_more_hurt(announcements))
    return (*hurt, *_recounted(announcements, choice, hurt), *_one_a_matter([*courses, *_retold(announcements)]))


def _as_turned(told: Iterable[Told], turns: Sequence[Turn]) -> Iterator[Told]:
    """What is told in the words that its turn is shown by: those it turned to before those it turned from."""
    shown = {said.announcement.id: said for said in (*(turn.before for turn in turns), *(turn.after for turn in turns))}
    yield from (shown.get(said.announcement.id, said) for said in told)


def _from_no_contractor(told: Sequence[Told], turns: Sequence[Turn]) -> Course:
    """The course of a contractor's part: before one is named, what stands of the cause is nothing told of a contractor."""
    named = next((place for place, said in enumerate(told) if said.key or says_of_contractor(said)), len(told))
    shown = {said.announcement.id: replace(said, value="", unit=None) for said in told[:named]}
    bare = tuple(replace(turn, before=shown.get(turn.before.announcement.id, turn.before)) for turn in turns)
    return Course(DriftKind.CONTRACTOR, tuple(shown.get(said.announcement.id, said) for said in told), bare)


def _accumulated(told: Iterable[Told]) -> list[Told]:
    """What is told in addition holds together with what was told before."""
    whole: list[Told] = []
    for said in told:
        before = whole[-1] if whole else None
        if before and said.adds:
            assert isinstance(before.key, frozenset) and isinstance(said.key, frozenset)
            said = replace(said, key=before.key | said.key, value=f"{before.value}＋{said.value}")
        whole.append(said)
    return whole


def _keys(what: DriftKind, announcements: Sequence[Announcement]) -> Sequence[str]:
    """What each teller is asked for: a finding by its day, a fault by the hired."""
    if what == DriftKind.DETECTED_BY:
        return (announcements[0].published,)
    return (hired(announcements),) if what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) else ("",)


def _more_hurt(announcements: Sequence[Announcement]) -> Iterator[Course]:
    """How many were hurt, where that grew."""
    told = [said for announcement in announcements if (said := casualties(announcement))]
    turns = tuple(
        Turn(DriftKind.PERSONS, before, after, owns_casualties(after.announcement) or says_grown(after))
        for before, after in pairwise(told)
        if more_hurt(before, after)
    )
    if turns:
        yield Course(DriftKind.PERSONS, tuple(told), turns)


def _recounted(announcements: Sequence[Announcement], choice: Choice | None, hurt: Sequence[Course]) -> Iterator[Course]:
    """The counts told otherwise, one course for each thing that is counted; those who were hurt are told apart."""
    places = {announcement.id: place for place, announcement in enumerate(announcements)}
    known = [turn for course in hurt for turn in course.turns]
    found = (recount for recount in Recounts(choice, announcements).found() if not any(_is_told_by(turn, recount) for turn in known))
    recounts = [recount for recount in found if not any(_is_of_others(course, recount) for course in hurt)]
    for what in COUNTED:
        turns = [
            Turn(what, before, after, _acknowledged(what, before, after, announcements))
            for recount in recounts
            if recount.kind == what and recount.before
            for before, after in [(_told(recount.before), _told(recount.after))]
        ]
        for told, chain in _chained(turns):
            course = sorted(told.values(), key=lambda said: places[said.announcement.id])
            yield Course(what, tuple(course), tuple(_from_the_last(turn, course, places) for turn in chain))


def _from_the_last(turn: Turn, course: Sequence[Told], places: Mapping[str, int]) -> Turn:
    """A turn from what the last announcement before it told, whichever its wording came nearest to."""
    place = places[turn.after.announcement.id]
    last = next((said for said in reversed(course) if places[said.announcement.id] < place), turn.before)
    return replace(turn, before=last) if last.key != turn.after.key else turn


def _is_told_by(turn: Turn, recount: Recount) -> bool:
    """Whether a turn tells the very counts of a recount."""
    if recount.before is None:
        return False
    return _is_of(turn.before, recount.before) and _is_of(turn.after, recount.after)


def _is_of_others(hurt: Course, recount: Recount) -> bool:
    """Whether one count is of the hurt and the other, of an announcement that tells how many were hurt besides, is not."""
    told = {said.announcement.id: said for said in hurt.told}
    both = [counted for counted in (recount.before, recount.after) if counted and counted.announcement.id in told]
    return len(both) == 2 and len({_is_of(told[counted.announcement.id], counted) for counted in both}) == 2


def _is_of(said: Told, counted: Counted) -> bool:
    """Whether what is told holds a count in the very unit."""
    return (said.announcement.id, said.unit) == (counted.announcement.id, counted.unit) and counted.count.text in said.value


def _chained(turns: Sequence[Turn]) -> Sequence[tuple[Mapping[tuple[str, str], Told], Sequence[Turn]]]:
    """What is told, by announcement and value, in turns of which each goes on from where another of its chain stood."""
    chains: list[tuple[dict[tuple[str, str], Told], list[Turn]]] = []
    for turn in turns:
        told = {(said.announcement.id, said.value): said for said in (turn.before, turn.after)}
        met = [chain for chain in chains if _goes_on(turn, chain[0])]
        apart = [chain for chain in chains if not _goes_on(turn, chain[0])]
        joined = {key: said for before, _ in met for key, said in before.items()} | told
        chains = [*apart, (joined, [*(one for _, earlier in met for one in earlier), turn])]
    return chains


def _goes_on(turn: Turn, told: Mapping[tuple[str, str], Told]) -> bool:
    """Whether a turn starts from what is told, or from the same value told again by an announcement that tells nothing else here."""
    if any((said.announcement.id, said.value) in told for said in (turn.before, turn.after)):
        return True
    again = any(value == turn.before.value for _, value in told)
    return again and {turn.before.announcement.id, turn.after.announcement.id}.isdisjoint(id for id, _ in told)


def _told(counted: Counted) -> Told:
    return Told(counted.announcement, counted.value, counted.shown, counted.unit)


def _one_a_matter(courses: Sequence[Course]) -> Iterator[Course]:
    """Of several courses of one matter, those whose turns fall on announcements that no other covers."""
    seen: set[tuple[DriftKind, str]] = set()
    for course in sorted(courses, key=lambda course: -len(course.turns)):
        new = tuple(turn for turn in course.turns if (course.what, turn.after.announcement.id) not in seen)
        seen |= {(course.what, turn.after.announcement.id) for turn in new}
        if new:
            yield replace(course, turns=new)


def _turned(what: DriftKind, before: Told, after: Told, *, acknowledged: bool) -> Course:
    """The course of a matter that changed once."""
    return Course(what, (before, after), (Turn(what, before, after, acknowledged),))


def _retold(announcements: Sequence[Announcement]) -> Iterator[Course]:
    """What happened, told anew in so many words: 「職員室で失われたのではなく、置き忘れたものでした」."""
    first = announcements[0]
    at = next((index for index, _ in first.labelled(Label.CAUSE, Label.INCIDENT)), None)
    for announcement in announcements[1:] if at is not None else ():
        for index, unit in enumerate(announcement.units):
            given = announcement.labels(index)
            of_event = not given or not _OF_EVENT.isdisjoint(given)
            of_else = any(turn_says(slot, unit.wording) for slot in ("meta", "denied", "found_outside", "cites_discovery"))
            of_else = (
                of_else
                or any(find_counts(unit.wording))
                or (turn_says("slight", unit.wording) and not turn_says("about_cause", unit.wording))
            )
            if of_event and turn_says("retold", unit.wording) and not of_else:
                before, after = Told(first, "", first.quote(at or 0), at), Told(announcement, "", announcement.quote(index), index)
                yield _turned(DriftKind.CAUSE, before, after, acknowledged=True)
                break


def _acknowledged(what: DriftKind, before: Told, after: Told, announcements: Sequence[Announcement]) -> bool:
    """Whether the later announcement says that what was told before was other than this."""
    later = after.announcement
    if what in COUNTED and _owns_a_count(later, announcements[: announcements.index(later)]):
        return True
    wordings = [unit.wording for unit in later.units]
    if what in _GROWING and any(turn_says("found_more", wording) for wording in wordings):
        return True
    if what in COUNTED and says_grown(after):
        return True
    if what == DriftKind.CAUSE and takes_cause_back(later, before):
        return True
    if what == DriftKind.TITLE and any(turn_says("title_owned", wording) for wording in wordings):
        return True
    if what == DriftKind.CONTRACTOR and after.key:
        return False  # To own another cause takes nothing back of a contractor who was not spoken of.
    if what != DriftKind.TITLE and any(turn_says("about_all", wording) for wording in wordings):
        return True
    if what == DriftKind.HARM and any(turn_says("denial_owned", wording) or told_as_new(before, wording) for wording in wordings):
        return True
    return any(_corrects(what, unit, before, after) for unit in _corrections(later))


def _corrections(announcement: Announcement) -> Iterator[UnitReading]:
    """The units that correct what was told before; 「訂正してお詫びします。」 corrects what the sentence before it says."""
    for above, unit in zip((None, *announcement.units), announcement.units, strict=False):
        if turn_says("corrects", unit.wording):
            yield unit
            if above and len(unit.wording) <= _BARE:
                yield above


def _corrects(what: DriftKind, unit: UnitReading, before: Told, after: Told) -> bool:
    """Whether a correction is of this matter."""
    wording, about = unit.wording, turn_says(_ABOUT[what], unit.wording)
    if what in COUNTED:
        counters = {_DIGITS.sub("", said.value) for said in (before, after)}
        return about or any(count.counter in counters for count in find_counts(wording))
    if what == DriftKind.PERIOD:
        return about
    if _corrects_a_count(wording) or (what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) and turn_says("cites_discovery", wording)):
        return False
    of_cause = what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) and not turn_says("about_numbers", wording)
    return about or (of_cause and repeats_cause(unit, before))


def _corrects_a_count(wording: str) -> bool:
    """Whether a correction is of a count: 「30名と公表しましたが、…ため訂正します」 gives a reason, and takes no cause back."""
    return any(is_cited(wording, count) for count in find_counts(wording))


def _owns_a_count(later: Announcement, earlier: Sequence[Announcement]) -> bool:
    """Whether an announcement cites a count of the extent that was told before; the counts beside it go with it."""
    told = (
        Told(each, count.value, count.text, index) for what in COUNTED for each in earlier for index, count in counts_of_extent(each, what)
    )
    return any(cites(later, count) for count in told)
