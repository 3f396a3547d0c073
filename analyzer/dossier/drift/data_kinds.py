"""The kinds of personal data that an announcement tells, those it denies, and those that are new in a later one."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.telling import Told
from analyzer.language.facts import FactKind
from analyzer.rules.slots import DRIFT
from analyzer.schema import Label


def data_kinds(announcement: Announcement, _: str) -> Told | None:
    """The kinds of personal data told, without those said not to be there; none at all where all of it is said not to be there."""
    kinds: dict[str, int] = {}
    added: list[bool] = []
    for index, unit in enumerate(announcement.units):
        for kind, rest in _kinds_of(announcement, index):
            if not DRIFT.says("kinds_absent", rest):
                kinds.setdefault(_plain(kind), index)
                added.append(DRIFT.says("kind_added", rest))
        if _may_name_kinds(announcement, index):
            for found in DRIFT.each("added_kind", unit.wording):
                kinds.setdefault(_plain(found["kind"]), index)
                added.append(True)
    if not kinds:
        denied = next((index for index, unit in enumerate(announcement.units) if DRIFT.says("no_data", unit.wording)), None)
        return None if denied is None else Told(announcement, frozenset(), announcement.quote(denied), denied)
    return Told(announcement, frozenset(kinds), "・".join(kinds), next(iter(kinds.values())), adds=all(added))


def kind_denied(earlier: Sequence[Announcement], told: Told, kinds: Collection[str]) -> tuple[Told, Told] | None:
    """The first sentence that said one of some kinds of data was not there, and the one that tells it now, where there are such."""
    now = told.announcement
    for before in earlier:
        denied = {
            _bearer(kind): index
            for index in range(len(before.units))
            for kind, rest in _kinds_of(before, index)
            if DRIFT.says("kinds_absent", rest)
        }
        for index in range(len(now.units)):
            for kind, rest in _kinds_of(now, index):
                at = denied.get(_bearer(kind)) if _plain(kind) in kinds else None
                if at is not None and not DRIFT.says("kinds_absent", rest):
                    return Told(before, kind, before.quote(at), at), Told(now, kind, now.quote(index), index)
    return None


def denied_first(announcements: Sequence[Announcement]) -> Iterator[tuple[Told, Told]]:
    """What the first announcement that names kinds of data tells, after a kind of it had only been said not to be there."""
    for place, announcement in enumerate(announcements):
        told = data_kinds(announcement, "")
        if told and isinstance(told.key, frozenset) and told.key:
            denied = kind_denied(announcements[:place], told, told.key)
            if denied and all(not data_kinds(before, "") for before in announcements[:place]):
                yield replace(denied[0], key=frozenset()), told
            return


def widened(before: Told, after: Told) -> bool:
    """Whether a kind of data is told that was not told before."""
    return bool(new_kinds(before, after))


def new_kinds(before: Told, after: Told) -> list[str]:
    """The kinds of data not told before, in whole or in part (「座席」 and 「座席番号」), in the order in which they are told."""
    assert isinstance(before.key, frozenset) and isinstance(after.key, frozenset)
    new = {kind for kind in after.key if all(kind not in old and old not in kind for old in before.key)}
    return sorted(new, key=after.value.find)


def _kinds_of(announcement: Announcement, index: int) -> Sequence[tuple[str, str]]:
    """The kinds of data that a unit names, each in its longest name, with the words behind it."""
    unit, given = announcement.units[index], announcement.labels(index)
    spans: list[tuple[int, int]] = []
    of_extent = not {Label.SCOPE, Label.INCIDENT}.isdisjoint(given) and not DRIFT.says("asks", unit.wording)
    facts = [(fact.start, fact.end) for fact in unit.facts if fact.kind == FactKind.DATA]
    # Whatever a unit is of, that a kind of data is not there is a denial.
    spans += [span for span in facts if of_extent or DRIFT.says("kinds_absent", unit.wording[span[1] :])]
    if _may_name_kinds(announcement, index):
        spans += [found.span() for found in DRIFT.each("kind_of_data", unit.wording)]
    whole = [span for span in dict.fromkeys(spans) if not (_is_of_else(unit.wording, span) or any(_within(span, other) for other in spans))]
    return [(unit.wording[start:end], unit.wording[end:]) for start, end in sorted(whole)]


def _is_of_else(wording: str, span: tuple[int, int]) -> bool:
    """Whether what reads like a kind of data is none that leaked: the address a mail was sent to, the number of the desk, a ransom."""
    return DRIFT.says("kind_of_else_after", wording[span[1] :]) or DRIFT.says("kind_of_else_before", wording[: span[1]])


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _may_name_kinds(announcement: Announcement, index: int) -> bool:
    """Whether a unit is no heading, asks for nothing, and tells neither what is done nor whom to ask."""
    unit = announcement.units[index]
    of_else = not {Label.RESPONSE, Label.CONTACT}.isdisjoint(announcement.labels(index)) or DRIFT.says("asks", unit.wording)
    return not (of_else or unit.placement.is_heading)


def _plain(kind: str) -> str:
    return re.sub(r"^お?(?:名前|氏名|姓名)$|^名前$", "氏名", kind)


def _bearer(kind: str) -> str:
    """What a kind of data is of: 「口座番号」 is what 「口座情報は含まれておりません」 denies."""
    return re.sub(r"の?(?:情報|番号|データ)$", "", _plain(kind)) or kind
