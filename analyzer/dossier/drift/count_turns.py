"""Counts told otherwise, one course for each thing that is counted; how many were hurt is told apart."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.acknowledging import acknowledges
from analyzer.dossier.drift.casualties import casualties, more_hurt, owns_casualties
from analyzer.dossier.drift.counted import Counted
from analyzer.dossier.drift.extent import says_grown, was_interim
from analyzer.dossier.drift.recounts import Recount, Recounts
from analyzer.dossier.drift.telling import Course, Told, Turn
from analyzer.schema import COUNTED, DriftKind


def courses_of_hurt(announcements: Sequence[Announcement]) -> Iterator[Course]:
    """How many were hurt, where that grew."""
    told = [said for announcement in announcements if (said := casualties(announcement))]
    turns = tuple(
        Turn(DriftKind.PERSONS, before, after, owns_casualties(after.announcement) or says_grown(after) or was_interim(before, after))
        for before, after in pairwise(told)
        if more_hurt(before, after)
    )
    if turns:
        yield Course(DriftKind.PERSONS, tuple(told), turns)


def courses_of_counts(counted: Recounts, hurt: Sequence[Course]) -> Iterator[Course]:
    """The counts told otherwise, one course for each thing that is counted; those who were hurt are told apart."""
    announcements = counted.announcements
    places = {announcement.id: place for place, announcement in enumerate(announcements)}
    found = (recount for recount in counted.found() if not any(_is_told_by(course, recount) for course in hurt))
    recounts = [recount for recount in found if not any(_is_of_others(course, recount) for course in hurt)]
    for what in COUNTED:
        turns = [
            Turn(what, before, after, acknowledges(what, before, after, announcements))
            for recount in recounts
            if recount.kind == what and recount.before
            for before, after in [(_told(recount.before), _told(recount.after))]
        ]
        for told, chain in _chained(turns):
            course = sorted(told.values(), key=lambda said: places[said.announcement.id])
            if changed := tuple(from_last for turn in chain for from_last in _from_the_last(turn, course, places)):
                yield Course(what, tuple(course), changed)


def _from_the_last(turn: Turn, course: Sequence[Told], places: Mapping[str, int]) -> Iterator[Turn]:
    """A turn from what the last announcement before it told, whichever its wording came nearest to; none where that told the same."""
    place = places[turn.after.announcement.id]
    last = next((said for said in reversed(course) if places[said.announcement.id] < place), turn.before)
    if last.key != turn.after.key:
        yield replace(turn, before=last)


def _is_told_by(hurt: Course, recount: Recount) -> bool:
    """Whether a course tells both counts of a recount, though another stand between them (5, 9 and 11 hurt)."""
    both = (recount.before, recount.after)
    told = {(said.announcement.id, said.unit) for said in hurt.told}
    # 「38名(園児34名、職員4名)」: what stands in the very sentences is of those hurt.
    return all(counted is not None and (counted.announcement.id, counted.unit) in told for counted in both)


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
