"""How large the incident is said to be: the counts that tell it, cited or grown."""

import re
from collections.abc import Iterator

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.count_meaning import is_cited, is_left_out, of_staff
from analyzer.dossier.drift.round_numbers import is_round_for
from analyzer.dossier.drift.telling import Told
from analyzer.dossier.quantities import Count, find_counts
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind, Label

_EXTENT = frozenset({Label.SCOPE, Label.INCIDENT, Label.HARM_STATUS, Label.MINIMIZATION})
_OF_ELSE = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.APOLOGY})
"""Without a label of extent, a count in a unit with one of these is of something else."""

_BY_SO_MANY = re.compile(r"(?:分|ほど)?(?:が)?(?:増え|増加|減り|減少|少な|多[くい]|上回|下回)")


def counts_of_extent(announcement: Announcement, kind: DriftKind) -> Iterator[tuple[int, Count]]:
    """Counts that tell how large the incident is: not cited from before, not of a procedure's progress."""
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        for count in find_counts(unit.wording):
            if count.kind != kind or not count.value or (_EXTENT.isdisjoint(given) and not _OF_ELSE.isdisjoint(given)):
                continue
            before, after = unit.wording[: count.start], unit.wording[count.end :]
            of_all = DRIFT.says("affected_before", before) and DRIFT.says("all_after", after)
            if not of_all and _EXTENT.isdisjoint(given) and (unit.placement.is_heading or not DRIFT.says("extent_after", after)):
                continue
            of_harmed = of_all or DRIFT.says("harmed_after", after) or DRIFT.says("harmed_before", before)
            of_whole = DRIFT.says("whole", before) and not DRIFT.says("data_of_after", after) and not DRIFT.says("grown_after", after)
            of_progress = not of_harmed and (DRIFT.says("progress", after) or of_whole)
            of_else = is_cited(unit.wording, count) or of_staff(unit.wording, count) or is_left_out(unit.wording, count)
            if not of_progress and not of_else:
                yield index, count


def cites(announcement: Announcement, told: Told) -> bool:
    """Whether an announcement tells again an earlier count, or a round number for it, by the same counter, as one told before."""
    return any(
        (count.value == told.key or is_round_for(unit.wording, count, told.key))
        and told.value.endswith(count.counter)
        and _is_told_again(unit.wording, count)
        for unit in announcement.units
        for count in find_counts(unit.wording)
    )


def _is_told_again(wording: str, count: Count) -> bool:
    """Whether the words beside a count that was told before speak of it as such: 「はじめの6名」, 「6名と申しましたが」, 「6名を含む」."""
    before, after = wording[: count.start], wording[count.end :]
    named = DRIFT.says("told_again_before", before) and not DRIFT.says("progress", after)
    return is_cited(wording, count) or named or DRIFT.says("told_again_after", after)


def says_grown(told: Told) -> bool:
    """Whether a count is told as one that grew, or comes on top of the last: 「9名に増えております」, 「累計41名」, 「37名も対象です」."""
    unit = told.announcement.units[told.unit] if told.unit is not None else None
    return unit is not None and any(
        count.text in told.value
        and (
            told.value.startswith("＋")
            or DRIFT.says("says_grown_after", unit.wording[count.end :])
            or DRIFT.says("running_total_before", unit.wording[: count.start])
        )
        for count in find_counts(unit.wording)
    )


def tells_addition(before: Told, after: Told) -> bool:
    """Whether a count is told as that of before and those it calls new, or fewer by so many.

    「新たに5名を…、合計12名となりました」 after 7, 「120人減り、900人」 after 1,020.
    """
    unit = after.announcement.units[after.unit] if after.unit is not None else None
    if unit is None or not isinstance(before.key, float) or not isinstance(after.key, float):
        return False
    counts = list(find_counts(unit.wording))
    more = [count for count in counts if before.key + count.value == after.key]
    by = [count for count in counts if abs(before.key - after.key) == count.value and after.value.endswith(count.counter)]
    new = any(DRIFT.says("new_before", unit.wording[: count.start]) for count in more)
    return new or any(_BY_SO_MANY.match(unit.wording, count.end) for count in by)


def was_interim(before: Told, after: Told) -> bool:
    """Whether a count was told as that of the day while more was looked for, and the later one as that of another day or of the end."""
    then, now = (told.announcement.units[told.unit].wording if told.unit is not None else "" for told in (before, after))
    over = DRIFT.says("as_of_day", now) or any(DRIFT.says("looked_through", unit.wording) for unit in after.announcement.units)
    return over and DRIFT.says("as_of_day", then)
