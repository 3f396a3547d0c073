"""What the announcements of one incident tell differently: each value told, when it changed, and whether they say so.

A change is an announcement that tells something else than the last one that spoke of the matter. Telling a thing for the
first time, or leaving it out, is none (`corpora/dossiers/README.md`).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.acknowledging import acknowledges
from analyzer.dossier.drift.causes import another_cause, cause
from analyzer.dossier.drift.contractors import another_at_fault, contractor, hired, says_of_contractor
from analyzer.dossier.drift.count_turns import courses_of_counts, courses_of_hurt
from analyzer.dossier.drift.data_kinds import data_kinds, denied_first, new_kinds, widened
from analyzer.dossier.drift.finders import finder
from analyzer.dossier.drift.harm import harm
from analyzer.dossier.drift.harm_turns import another_harm, turns_of_harm
from analyzer.dossier.drift.period import longer, of_the_period, period, turns_of_period
from analyzer.dossier.drift.recounts import Recounts
from analyzer.dossier.drift.telling import Course, Told, Turn, differs
from analyzer.dossier.drift.titles import reframed, title
from analyzer.dossier.drift.withdrawals import turns_of_withdrawals
from analyzer.dossier.likeness import Weights
from analyzer.dossier.publication import first_telling
from analyzer.dossier.quantities import find_counts
from analyzer.judging.choice import Choice
from analyzer.rules.slots import DRIFT, GROUPING
from analyzer.schema import DriftKind, Label

_OF_EVENT = frozenset({Label.CAUSE, Label.INCIDENT, Label.ADMISSION})
_Tell = Callable[[Announcement, str], Told | None]
_Turned = Callable[[Told, Told], bool]
_MATTERS: Sequence[tuple[DriftKind, _Tell, _Turned]] = (
    (DriftKind.DATA_KINDS, data_kinds, widened),
    (DriftKind.PERIOD, period, longer),
    (DriftKind.HARM, harm, another_harm),
    (DriftKind.CAUSE, cause, another_cause),
    (DriftKind.CONTRACTOR, contractor, another_at_fault),
    (DriftKind.DETECTED_BY, finder, differs),
    (DriftKind.TITLE, title, reframed),
)


def find_drift(announcements: Sequence[Announcement], choice: Choice | None = None) -> tuple[Course, ...]:
    """The matters on which dated announcements, given in order, differ; `choice` is a model's judgement of their counts."""
    courses: list[Course] = []
    weigh, names = Weights(announcements), hired(announcements)
    for what, tell, turned in _MATTERS:
        for key in _keys(what, announcements, names):
            told = _accumulated(said for announcement in announcements if (said := tell(announcement, key)))
            if what == DriftKind.HARM:
                pairs = list(turns_of_harm(told, weigh.likeness))
            elif what == DriftKind.PERIOD:
                pairs, told = list(turns_of_period(told)), list(of_the_period(told))
            else:
                pairs = [(before, after) for before, after in pairwise(told) if turned(before, after)]
            if what == DriftKind.DATA_KINDS and (denied := next(denied_first(announcements), None)):
                pairs, told = [denied, *pairs], [denied[0], *told]
            turns = tuple(Turn(what, before, after, acknowledges(what, before, after, announcements)) for before, after in pairs)
            if turns:
                told = list(_as_turned(told, turns))
                courses.append(Course(what, tuple(told), turns) if what != DriftKind.CONTRACTOR else _from_no_contractor(told, turns))
    hurt = list(courses_of_hurt(announcements))
    accounts = _with_withdrawn([*_one_a_matter([*courses, *_retold(announcements)])], announcements, names, weigh)
    return (*hurt, *courses_of_counts(Recounts(choice, announcements, weigh), hurt), *accounts)


def _with_withdrawn(courses: Sequence[Course], announcements: Sequence[Announcement], names: str, weigh: Weights) -> Sequence[Course]:
    """The courses with what is taken back in so many words: in the course that tells it, else as one of its own."""
    whole = list(courses)
    for turn in turns_of_withdrawals(announcements, names, weigh.likeness):
        alike = [course for course in whole if course.what == turn.what]
        there = next((course for course in alike for other in course.turns if other.after.announcement is turn.after.announcement), None)
        telling = next((course for course in alike if _tells(course, turn.before)), None)
        if there is None and telling is not None:
            others = (said for said in telling.told if said.announcement is not turn.after.announcement)
            told = sorted((*others, turn.after), key=lambda said: announcements.index(said.announcement))
            whole[whole.index(telling)] = replace(telling, told=tuple(told), turns=(*telling.turns, turn))
        elif there is None or turn.what == DriftKind.HARM:
            whole = [rest for course in whole for rest in _without(course, turn)]
            whole.append(Course(turn.what, (turn.before, turn.after), (turn,)))
    return whole


def _tells(course: Course, said: Told) -> bool:
    """Whether a course ends with an announcement, or tells the very unit of it."""
    last = course.told[-1].announcement
    return last is said.announcement or any(each.announcement is said.announcement and each.unit == said.unit for each in course.told)


def _without(course: Course, turn: Turn) -> Iterator[Course]:
    """A course without its own turn between two announcements, where it has others."""
    ends = (turn.before.announcement, turn.after.announcement)
    kept = tuple(each for each in course.turns if each.what != turn.what or (each.before.announcement, each.after.announcement) != ends)
    if kept:
        yield replace(course, turns=kept)


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
        if before and before.key and said.adds:
            assert isinstance(before.key, frozenset) and isinstance(said.key, frozenset)
            value = "＋".join([before.value, *(["・".join(new)] if (new := new_kinds(before, said)) else [])])
            said = replace(said, key=before.key | said.key, value=value)
        whole.append(said)
    return whole


def _keys(what: DriftKind, announcements: Sequence[Announcement], names: str) -> Sequence[str]:
    """What each teller is asked for: a finding by its day, a fault by the hired."""
    if what == DriftKind.DETECTED_BY:
        return (first_telling(announcements).published,)
    return (names,) if what in (DriftKind.CAUSE, DriftKind.CONTRACTOR) else ("",)


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
            of_else = DRIFT.says_any(("meta", "denied", "found_outside", "cites_discovery"), unit.wording)
            # 「事実を確認していないとご説明しましたが、実際には…」 takes a denial back, and tells no cause anew.
            of_else = of_else or GROUPING.says("denial_as_said", unit.wording)
            of_else = (
                of_else
                or any(find_counts(unit.wording))
                or (DRIFT.says("slight", unit.wording) and not DRIFT.says("about_cause", unit.wording))
            )
            if of_event and DRIFT.says("retold", unit.wording) and not of_else:
                before, after = Told(first, "", first.quote(at or 0), at), Told(announcement, "", announcement.quote(index), index)
                yield _turned(DriftKind.CAUSE, before, after, acknowledged=True)
                break
