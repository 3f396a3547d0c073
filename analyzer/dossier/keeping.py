"""What became of the promises: each one followed through the later announcements, by what they share, not by equal wording.

Outcomes are those of `corpora/dossiers/README.md`: the first of done, replaced, overdue, repeated, dropped, open that fits.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import Weights, is_about, terms
from analyzer.dossier.slots import hit, slot_rules
from analyzer.dossier.vows import ISO_DAY, Vow, day_ahead, is_in_force, says, takes_back, vows
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.schema import Label, PromiseAim, PromiseKind, PromiseOutcome

_SAME = 0.34
"""Likeness from which two sentences speak of one act; measured on train and dev."""
_AGAIN = 0.5
"""Likeness from which a promise repeats an earlier one rather than adding another."""
_TAKEN_BACK = 0.28
"""Likeness from which 「行わないことといたしました」 takes a promise back: an answer repeats little of what it answers."""
_NAMED = 0.12
"""Likeness from which a sentence speaks of a promise whose words its topic is made of (「カメラは」, 「読み上げは」)."""
_IN_TIME = 0.15
"""Likeness from which a sentence that tells of a day within the time promised tells what was promised for that time."""
_IN_FORCE = 0.25
"""Likeness from which a measure told as done or running is the one promised, though in other words."""
_NEAR = 0.2
"""Likeness below which an announcement does not speak of what a report was promised on."""
_OF_INCIDENT = frozenset({Label.INCIDENT, Label.CAUSE, Label.HARM_STATUS})
_OF_KEEPING = frozenset({Label.RESPONSE, Label.MEASURE_CONCRETE, Label.FOLLOWUP})
_STOPPING = "=KEC06"
_TELLING = "=KEC05"
"""The concept of telling somebody: what is done for those harmed is matched by any other act in common."""


_Seen = tuple[tuple[Announcement, int], ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """A promise and what became of it; `seen` is where later announcements speak of it, in order."""

    vow: Vow
    outcome: PromiseOutcome
    due: str | None
    seen: _Seen
    again: tuple[Vow, ...]
    late_days: int | None


def follow_promises(announcements: Sequence[Announcement], as_of: date) -> tuple[Kept, ...]:
    """The promises of all announcements, given in order; one said again stands once, where it was first made."""
    weigh = Weights(announcements)
    kept: list[Kept] = []
    covered: set[int] = set()
    made = [vow for announcement in announcements for vow in vows(announcement)]
    for place, vow in enumerate(made):
        if place in covered:
            continue
        later = announcements[announcements.index(vow.announcement) + 1 :]
        again = [
            at
            for at in range(place + 1, len(made))
            if at not in covered and made[at].announcement in later and _repeats(vow, made[at], weigh)
        ]
        covered.update(again)
        repeats = tuple(made[at] for at in again)
        followed = _follow_vague(vow, later, weigh) if vow.kind == PromiseKind.VAGUE else _follow(vow, later, weigh)
        verdict, seen = _still_owed(vow, later) or followed
        due = next((said.due for said in reversed(repeats) if said.due and verdict != PromiseOutcome.REPLACED), vow.due)
        if verdict == PromiseOutcome.REPEATED and seen:
            due = _put_off_to(*seen[-1]) or due
        outcome = _on_day(verdict, due, as_of, last=not later)
        kept.append(Kept(vow, outcome, due, seen, repeats, _late(vow, outcome, seen)))
    return tuple(kept)


def _still_owed(vow: Vow, later: Sequence[Announcement]) -> tuple[PromiseOutcome, _Seen] | None:
    """A report of results is promised again where the last announcement says that it is still to come."""
    if not later or vow.kind == PromiseKind.VAGUE or vow.aim != PromiseAim.REPORT or not says("result", vow.wording):
        return None
    last = later[-1]
    owed = next((index for index, unit in enumerate(last.units) if says("report_put_off", unit.wording)), None)
    return (PromiseOutcome.REPEATED, ((last, owed),)) if owed is not None else None


def _follow(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, _Seen]:
    """The outcome told by the later announcements, None where they tell none, and where they speak of the promise."""
    outcome = PromiseOutcome.DONE if vow.in_force else None
    seen: list[tuple[Announcement, int]] = []
    for announcement in later:
        told = _told_by(vow, announcement, weigh)
        if told is None:
            continue
        found, unit = told
        taken_back = found == PromiseOutcome.REPLACED and takes_back(announcement.units[unit].wording)
        if outcome == PromiseOutcome.DONE and seen and not (taken_back and vow.aim == PromiseAim.MEASURE):
            continue  # Kept when it was first told; only a rule can be taken back after that, no single act.
        seen.append((announcement, unit))
        if outcome != PromiseOutcome.REPLACED and (outcome != PromiseOutcome.DONE or taken_back):
            outcome = found
    return outcome, tuple(seen)


def _told_by(vow: Vow, announcement: Announcement, weigh: Weights) -> tuple[PromiseOutcome, int] | None:
    """What one later announcement tells of a promise, and where."""
    own = vow.announcement.units[vow.unit]
    part = None if vow.aim == PromiseAim.MEASURE else vow.wording  # A measure told in two halves is carried out as one.
    near = sorted(
        ((weigh.likeness(own, unit, part), index) for index, unit in enumerate(announcement.units)),
        key=lambda pair: (-pair[0], pair[1]),
    )
    about = {index for index, unit in enumerate(announcement.units) if _may_tell(announcement, index) and is_about(own, unit, part)}
    alike = [(likeness, index) for likeness, index in near if likeness >= (_NAMED if index in about else _SAME)]
    bare = vow.aim == PromiseAim.REPORT and not says("deliverable", own.wording) and says("notice", vow.wording)
    for likeness, index in near:
        wording = announcement.units[index].wording
        if likeness < (_NAMED if index in about else _TAKEN_BACK):
            continue
        if index in about and _changes(vow, wording):
            return PromiseOutcome.REPLACED, index
        if (takes_back(wording) and (not bare or says("notice", wording))) or _goes_on(vow, announcement.units[index]):
            return PromiseOutcome.REPLACED, index
    if vow.aim == PromiseAim.REMEDY:
        acts = {term for term in terms(own, part) if term.startswith("=") and term != _TELLING}
        alike = [(likeness, index) for likeness, index in near if likeness >= _SAME or acts & terms(announcement.units[index])]
    if says("to_set_up", vow.wording):
        alike += [(0.0, index) for index, unit in enumerate(announcement.units) if _set_up(vow.wording, unit.wording)]
    told = [(found, index) for _, index in alike if (found := _not_yet(vow, announcement, index, about) or _read(vow, announcement, index))]
    if not told:
        own_terms = terms(own, part) - {_TELLING}
        in_time = (
            index
            for likeness, index in near
            if own_terms & terms(announcement.units[index])
            and (
                (likeness >= _IN_TIME and _falls_within(vow, announcement, index))
                or (likeness >= _IN_FORCE and vow.aim == PromiseAim.MEASURE and _tells_in_force(announcement, index))
            )
        )
        told = [(PromiseOutcome.DONE, index) for index in in_time if _read(vow, announcement, index) == PromiseOutcome.DONE]
    if vow.aim == PromiseAim.REPORT and told:
        # A report put off is not made by the act that was to be reported on.
        likely = {index: likeness for likeness, index in near}
        told = [(found, at) for found, at in told if likely[at] >= likely[told[0][1]] / 2]
    done = next((pair for pair in told if pair[0] == PromiseOutcome.DONE), None)
    if bare and done is None and (near[0][0] >= _NEAR or hit("grouping", "followup", fold(announcement.report.title or ""))):
        # The announcement itself is the report that was promised, unless it puts the report off.
        for index, unit in enumerate(announcement.units):
            if says("deferred", unit.wording) and says("notice", unit.wording) and weigh.likeness(own, unit) >= _SAME / 2:
                return PromiseOutcome.REPEATED, index
        put_off = next((pair for pair in told if _puts_off(announcement, pair[1])), None)
        return put_off or (PromiseOutcome.DONE, _opening(announcement))
    return done or next(iter(told), None)


def _may_tell(announcement: Announcement, index: int) -> bool:
    """Whether a unit does not only tell the incident again."""
    given = set(announcement.labels(index))
    return not given & _OF_INCIDENT or bool(given & _OF_KEEPING)


def _changes(vow: Vow, wording: str) -> bool:
    """Whether what was promised is told to have become something else; what was promised to be changed is kept by that."""
    return vow.aim != PromiseAim.REPORT and says("changed", wording) and not says("changed", vow.wording)


def _not_yet(vow: Vow, announcement: Announcement, index: int, about: Collection[int]) -> PromiseOutcome | None:
    """A sentence on what was promised that ends in 「ておりません」 says that it is not done, unless not doing it was promised."""
    wording = announcement.units[index].wording
    return PromiseOutcome.REPEATED if index in about and says("not_so", wording) and not says("refrains", vow.wording) else None


def _tells_in_force(announcement: Announcement, index: int) -> bool:
    promises = (promise for promise in announcement.report.promises if promise.unit == index)
    return Label.MEASURE_CONCRETE in announcement.labels(index) and any(is_in_force(promise, announcement) for promise in promises)


def _put_off_to(announcement: Announcement, index: int) -> str | None:
    """The day that a sentence putting a promise off names for the whole of it."""
    wording = announcement.units[index].wording
    if says("in_part", wording) or says("preparing", wording):
        return None
    return day_ahead(wording, date.fromisoformat(announcement.published))


def _falls_within(vow: Vow, announcement: Announcement, index: int) -> bool:
    """Whether a unit tells of a day between the promise and the last day given for it."""
    last = _last_day(vow.due)
    days = (str(event.at)[:10] for event in announcement.report.timeline if event.unit == index and len(event.at or "") >= 10)
    return last is not None and any(vow.announcement.published < day <= last.isoformat() for day in days)


def _goes_on(vow: Vow, later: UnitReading) -> bool:
    """Whether what was promised to stop is told to go on."""
    stopping = _STOPPING in terms(vow.announcement.units[vow.unit], vow.wording)
    return stopping and says("goes_on", later.wording) and _STOPPING not in terms(later)


def _opening(announcement: Announcement) -> int:
    """The unit in which an announcement says what it reports: the first that says so, or the first that says something."""
    telling = [index for index, unit in enumerate(announcement.units) if not unit.placement.is_heading]
    said = next((index for index in telling if says("performs", announcement.units[index].wording)), None)
    return said if said is not None else next((index for index in telling if announcement.labels(index)), 0)


def _puts_off(announcement: Announcement, index: int) -> bool:
    """Whether a unit promises the report again for another day."""
    unit = announcement.units[index]
    promised = Label.FOLLOWUP in announcement.labels(index) and says("ahead", unit.wording)
    return promised and not says("performs", unit.wording)


def _set_up(promised: str, wording: str) -> bool:
    """Whether a body that was promised is told to be at work."""
    bodies = {body for _, pattern in slot_rules("keeping", "body") for body in pattern.findall(promised)}
    return says("at_work", wording) and any(body in wording for body in bodies)


def _read(vow: Vow, announcement: Announcement, index: int) -> PromiseOutcome | None:
    wording, given = announcement.units[index].wording, announcement.labels(index)
    if (says("to_set_up", vow.wording) and says("at_work", wording)) or says("attended", wording):
        return PromiseOutcome.DONE
    if vow.aim == PromiseAim.REPORT and says("performs", wording):
        return PromiseOutcome.DONE
    if says("refrains", vow.wording) and says("refrained", wording):
        return PromiseOutcome.DONE
    if says("deferred", wording):
        return PromiseOutcome.REPEATED
    promised = [promise for promise in announcement.report.promises if promise.unit == index]
    told_done = says("done", wording) and not any(says(slot, wording) for slot in ("decided", "by_others")) and Label.APOLOGY not in given
    # A line of a chronicle ends in a noun (「5月20日 全チームに返金」).
    told_done = told_done or (vow.aim == PromiseAim.REMEDY and Label.TIMELINE in given and not says("ahead", wording))
    if told_done or any(is_in_force(promise, announcement) for promise in promised):
        return PromiseOutcome.DONE
    if promised or Label.FOLLOWUP in given or (says("ahead", wording) and Label.RESPONSE in given):
        return PromiseOutcome.REPEATED if vow.aim != PromiseAim.REMEDY else PromiseOutcome.REPLACED
    return None


def _follow_vague(vow: Vow, later: Sequence[Announcement], weigh: Weights) -> tuple[PromiseOutcome | None, _Seen]:
    """A promise nobody can check is replaced by later ones that can be, or else said again in other words."""
    seen: list[tuple[Announcement, int]] = []
    outcome: PromiseOutcome | None = None
    for place, announcement in enumerate(later):
        old = [promise for told in (vow.announcement, *later[:place]) for promise in vows(told) if promise.kind == PromiseKind.CONCRETE]
        for promise in (made for made in vows(announcement) if made.aim == PromiseAim.MEASURE):
            unit = announcement.units[promise.unit]
            new = not any(weigh.likeness(unit, earlier.announcement.units[earlier.unit]) >= _AGAIN for earlier in old)
            if promise.kind == PromiseKind.CONCRETE and new:
                outcome = PromiseOutcome.REPLACED
                seen.append((announcement, promise.unit))
                break
            if promise.kind == PromiseKind.VAGUE and outcome is None:
                outcome = PromiseOutcome.REPEATED
                seen.append((announcement, promise.unit))
    return outcome, tuple(seen)


def _repeats(vow: Vow, other: Vow, weigh: Weights) -> bool:
    """Whether a later promise says an earlier one again; vague ones are told apart by nothing, so each stands for itself."""
    if vow.kind == PromiseKind.VAGUE or other.kind == PromiseKind.VAGUE or other.in_force:
        return False
    unit = other.announcement.units[other.unit]
    if takes_back(unit.wording) or says("further", unit.wording):
        return False  # 「講習会は中止し、代わりに研修を…」 promises something else.
    # What is only put off (「引き続き検討しております」) is the earlier promise, not one more.
    least = _SAME if says("deferred", unit.wording) else _AGAIN
    return weigh.likeness(vow.announcement.units[vow.unit], unit) >= least


def _on_day(outcome: PromiseOutcome | None, due: str | None, as_of: date, *, last: bool) -> PromiseOutcome:
    """What is left undone is judged on the day the reader looks back."""
    if outcome in (PromiseOutcome.DONE, PromiseOutcome.REPLACED):
        return outcome
    day = _last_day(due)
    if day is not None and day < as_of:
        return PromiseOutcome.OVERDUE
    return outcome or (PromiseOutcome.OPEN if last or day is not None else PromiseOutcome.DROPPED)


def _last_day(due: str | None) -> date | None:
    if due is None or not ISO_DAY.fullmatch(due):
        return None
    return date.fromisoformat(due) if len(due) == 10 else date.fromisoformat(due + "-28")


def _late(vow: Vow, outcome: PromiseOutcome, seen: Sequence[tuple[Announcement, int]]) -> int | None:
    """Days by which a promised report came after its day; None for anything else."""
    day = _last_day(vow.due)
    if vow.aim != PromiseAim.REPORT or outcome != PromiseOutcome.DONE or day is None or not seen:
        return None
    return max(0, (date.fromisoformat(seen[-1][0].published) - day).days)
