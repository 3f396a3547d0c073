"""Remarks on how the account turned from one announcement to the next."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.answers.timeline.dates.anchors import Anchor
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.data_kinds import kind_denied, new_kinds
from analyzer.dossier.drift.harm import HarmState
from analyzer.dossier.drift.period import tells_another_event
from analyzer.dossier.drift.telling import Told, Turn
from analyzer.dossier.drift.withdrawals import WITHDRAWN, words_taken_back
from analyzer.dossier.likeness import Weights
from analyzer.dossier.remarks.seen import Remark, Seen, shortened
from analyzer.interface import word
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind

_NUMBERS = (DriftKind.PERSONS, DriftKind.ITEMS, DriftKind.MONEY, DriftKind.DATA_KINDS, DriftKind.PERIOD)
_HAD_COME = re.compile(r"[てで](?:いた|おりました)(?:こと|の(?:が|を))")
"""「流出していたことが、5月28日に判明しました」: it had come before it was found out."""
_ACCOUNTS = (DriftKind.CAUSE, DriftKind.CONTRACTOR, DriftKind.DETECTED_BY)


def on_turns(seen: Seen) -> Iterator[Remark]:
    """What was denied and came true, or was taken back, before all else that turned."""
    yield from sorted(_on_each_turn(seen), key=lambda remark: remark.code not in ("DOS01", "DOS27"))
    turned = {(told.announcement.id, told.unit) for course in seen.courses for turn in course.turns for told in (turn.before, turn.after)}
    for before, after in words_taken_back(seen.announcements, Weights(seen.announcements).likeness):
        if turned.isdisjoint(((before.announcement.id, before.unit), (after.announcement.id, after.unit))):
            slots = {"before": shortened(before.value), "after": shortened(after.value)}
            days = {"before_at": _day_of(before, after, seen), "after_at": _day_of(after, before, seen)}
            yield Remark("DOS33", slots | days, (before.announcement.id, after.announcement.id))


def _on_each_turn(seen: Seen) -> Iterator[Remark]:
    withdrawn = [turn.before for course in seen.courses for turn in course.turns if _takes_denial_back(turn)]
    for course in seen.courses:
        for turn in course.turns:
            denied = _denied(turn, seen.announcements)
            shown = denied or turn
            slots = _turn_slots(shown, seen)
            statements = (shown.before.announcement.id, shown.after.announcement.id)
            if _takes_denial_back(turn):
                yield Remark("DOS27", slots, statements)
            elif denied and any(_is_there(told, shown.before) for told in withdrawn):
                continue  # One denial is asked about once, where it is taken back.
            elif _came_since(shown) or (denied and tells_another_event(shown.before.announcement, shown.after.announcement)):
                continue  # What happened only later does not show that the denial was false.
            elif denied:
                yield Remark("DOS01", slots, statements)
            elif turn.what == DriftKind.CONTRACTOR and _turned_there(seen, DriftKind.CAUSE, turn):
                continue  # another cause and another one at fault are one turn of the account
            elif turn.what == DriftKind.PERIOD and _adds_a_case(turn.after):
                continue  # 「昨年10月にも」 tells of another case, and takes no day back.
            elif turn.acknowledged and turn.what != DriftKind.TITLE:
                yield Remark("DOS04", slots, statements)
            elif turn.what in _NUMBERS:
                yield Remark("DOS02", slots, statements)
            elif turn.what in _ACCOUNTS or (turn.what == DriftKind.HARM and turn.after.key in (HarmState.DENIED, turn.before.key)):
                yield Remark("DOS03", slots, statements)


def _takes_denial_back(turn: Turn) -> bool:
    return turn.what == DriftKind.HARM and turn.after.key == WITHDRAWN


def _came_since(turn: Turn) -> bool:
    """Whether harm is dated, and after the announcement that it is held against: 「6月中旬以降」 of what was not seen in May.

    The day on which it was found out that data had gone out is not that of the harm, nor is one up to which it was counted.
    """
    told, wording = turn.after, "" if turn.after.unit is None else turn.after.announcement.units[turn.after.unit].wording
    dates = find_dates(wording, Anchor(told.announcement.document.statement.published))
    days = [found.iso for found in dates if found.iso and not found.due]
    had_come = _HAD_COME.search(wording) is not None
    return (
        turn.what == DriftKind.HARM
        and bool(days)
        and not had_come
        and min(days)[:10] > turn.before.announcement.published[: len(min(days)[:10])]
    )


def _adds_a_case(told: Told) -> bool:
    return told.unit is not None and DRIFT.says("further_case", told.announcement.units[told.unit].wording)


def _is_there(told: Told, other: Told) -> bool:
    """Whether two are told by the very unit of one announcement."""
    return (told.announcement.id, told.unit) == (other.announcement.id, other.unit)


def _denied(turn: Turn, announcements: Sequence[Announcement]) -> Turn | None:
    """A turn by which what was denied is told, harm or a kind of data, in the sentences that deny and tell it."""
    if turn.what == DriftKind.HARM:
        return turn if turn.before.key == HarmState.DENIED else None
    if turn.what != DriftKind.DATA_KINDS:
        return None
    if not turn.before.key:
        return turn  # 「個人情報は含まれておりません」
    earlier = announcements[: announcements.index(turn.after.announcement)]
    told = kind_denied(earlier, turn.after, new_kinds(turn.before, turn.after))
    return replace(turn, before=told[0], after=told[1]) if told else None


def _turned_there(seen: Seen, what: DriftKind, turn: Turn) -> bool:
    return any(
        other.after.announcement is turn.after.announcement for course in seen.courses if course.what == what for other in course.turns
    )


def _turn_slots(turn: Turn, seen: Seen) -> dict[str, object]:
    lang, after = seen.lang, turn.after.shown(seen.lang)
    if turn.what == DriftKind.DATA_KINDS and isinstance(turn.after.key, frozenset):
        after = "＋" + "・".join(new_kinds(turn.before, turn.after))  # The whole list may be too long to be read at a glance.
    return {
        "what": turn.what.name_in(lang),
        "before": shortened(turn.before.shown(lang)),
        "after": shortened(after),
        "before_at": _day_of(turn.before, turn.after, seen),
        "after_at": _day_of(turn.after, turn.before, seen),
        "ack": word("acknowledged" if turn.acknowledged else "silent", lang),
    }


def _day_of(told: Told, other: Told, seen: Seen) -> str:
    """The day of an announcement, with its number where the other is of that day too."""
    day = told.announcement.published
    return day if other.announcement.published != day else f"{day}({seen.announcements.index(told.announcement) + 1})"
