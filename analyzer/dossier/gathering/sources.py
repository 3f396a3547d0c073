"""Sources → the announcements of each incident, dated and in order; what cannot be read or dated is named and the rest is done."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from operator import attrgetter
from pathlib import Path

from analyzer.dossier.gathering.dating import Placed, Say, distinct_ids, same_day_in_order, with_day
from analyzer.dossier.gathering.grouping import group, perhaps_later, strangers
from analyzer.dossier.gathering.links import Link
from analyzer.dossier.report import Grouping
from analyzer.errors import AnalyzerError, UsageError
from analyzer.interface import cut, one_line, word
from analyzer.language.normalise import fold
from analyzer.reading.source import Note, NoteCode
from analyzer.reading.table import iter_statements
from analyzer.rules.slots import DRIFT
from analyzer.schema import GroupedBy, Lang
from analyzer.statement import Statement

_LONGEST_NAME = 48
_OF_PREVENTION = re.compile(r"[^のるた、。 ]{2,16}(?:の|を)?(?<!再発)(?:防止|根絶|撲滅|予防)")
"""「ハラスメント防止の取組について」 names no harm that came."""


@dataclass(frozen=True, slots=True)
class Incident:
    """The announcements of one incident in order of publication; `repeated` and `strange` are ids to be spoken of.

    `id` is the one given, else that of the first announcement; `name` is what a reader calls it by. `near` are ids of later
    announcements that may be of it too, but share too little to be joined.
    """

    id: str
    name: str
    announcements: tuple[Placed, ...]
    grouping: Grouping
    repeated: tuple[str, ...]
    strange: tuple[str, ...]
    near: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Gathered:
    """`failures` are what could not be used, one line each."""

    incidents: tuple[Incident, ...]
    failures: tuple[AnalyzerError, ...]


def gather(
    sources: Sequence[Path],
    *,
    as_of: date = date.max,
    one_incident: bool = False,
    dates: Mapping[str, date] | None = None,
    lang: Lang = Lang.JA,
    say: Say,
) -> Gathered:
    """Read the sources and sort them into incidents.

    `dates` gives the publication of files or ids by name; `one_incident` takes everything for one incident; what was
    published after `as_of` is left out. `say` is told what the user should know: where a date was taken from, which
    announcements were joined and why.
    """
    placed: list[Placed] = []
    failures: list[AnalyzerError] = []
    used: set[str] = set()
    read_off: set[str] = set()
    """Places whose day stands on a line of the text; the others' are given, in front matter or a column."""

    def warn(place: str, note: Note) -> None:
        if note.code == NoteCode.PUBLISHED_TAKEN:
            read_off.add(place)
        _pass_on(place, note, lang, say)

    for place, found in iter_statements(sources, warn=warn):
        try:
            if isinstance(found, AnalyzerError):
                raise found
            each = with_day(found, place, dates or {}, used, lang, say, is_given=place not in read_off)
        except AnalyzerError as error:
            failures.append(error)
            continue
        if each.day > as_of:
            say(word("trace_later", lang, place=place, published=each.day, as_of=as_of))
        else:
            placed.append(each)
    if unused := sorted(set(dates or {}) - used):
        raise UsageError(f"--published {unused[0]}=…: {word('trace_no_such', lang)}")
    placed = same_day_in_order(distinct_ids(placed))
    return Gathered(tuple(_incidents(placed, one_incident, lang, say)), tuple(failures))


def _pass_on(place: str, note: Note, lang: Lang, say: Say) -> None:
    """Of the reader's notes those of a title or a date do not matter here: the dossier shows both."""
    if note.code in (NoteCode.DUPLICATE_ID, NoteCode.FILES_LEFT_OUT):
        say(f"{place}: {note.text_in(lang)}")


def _incidents(placed: Sequence[Placed], one_incident: bool, lang: Lang, say: Say) -> Iterator[Incident]:
    if not placed:
        return
    if one_incident:
        reason = Grouping(GroupedBy.CHOSEN, word("trace_chosen", lang))
        yield _incident(placed, _given_id(each.statement.incident_id for each in placed), reason, lang, say)
        return
    named: dict[str, list[Placed]] = {}
    for each in placed:
        if each.statement.incident_id:
            named.setdefault(each.statement.incident_id, []).append(each)
    for id, members in named.items():
        yield _incident(members, id, Grouping(GroupedBy.GIVEN, word("trace_given", lang, id=id)), lang, say)
    loose = [each for each in placed if not each.statement.incident_id]
    statements = [each.statement for each in loose]
    groups, links = group(statements)
    for places, later in zip(groups, perhaps_later(statements, groups), strict=True):
        together = [loose[at] for at in places]
        near = tuple(statements[at].id or "" for at in later)
        if len(groups) > 1:
            say(word("trace_grouped", lang, ids=_listed((each.statement.id or "" for each in together), lang)))
        reason = _reason(places, links, loose, lang)
        if near:
            reason = replace(reason, reason=word("trace_near", lang, reason=reason.reason, ids=_listed(near, lang)))
        yield replace(_incident(together, None, reason, lang, say), near=near)
    if len(groups) > 1:
        say(word("trace_override", lang))


def _reason(members: Sequence[int], links: Sequence[Link], loose: Sequence[Placed], lang: Lang) -> Grouping:
    """For each link the two ids and what they share."""
    if len(members) == 1:
        return Grouping(GroupedBy.ALONE if len(loose) > 1 else GroupedBy.CHOSEN, word("trace_alone", lang))
    told = (
        word(
            "trace_link",
            lang,
            earlier=loose[link.earlier].statement.id,
            later=loose[link.later].statement.id,
            shared=_listed((f"{word(f'shared_{kind}', lang)} {fact}" for kind, fact in link.shared), lang),
        )
        for link in links
        if link.later in members
    )
    return Grouping(GroupedBy.SHARED, "; ".join(told))


def _incident(members: Sequence[Placed], given: str | None, grouping: Grouping, lang: Lang, say: Say) -> Incident:
    ordered = sorted(members, key=attrgetter("day"))
    id = given or ordered[0].statement.id or ""
    if ordered != list(members):
        say(word("trace_sorted", lang, id=id))
    kept: list[Placed] = []
    repeated: list[str] = []
    for each in ordered:
        twin = next((other for other in kept if _wording(other) == _wording(each)), None)
        if twin is None:
            kept.append(each)
            continue
        repeated.append(each.statement.id or each.place)
        say(word("trace_same", lang, place=each.place, other=twin.place))
    statements = [each.statement for each in kept]
    strange = tuple(kept[at].statement.id or "" for at in strangers(statements)) if grouping.by != GroupedBy.SHARED else ()
    for other in strange:
        say(word("trace_strange", lang, id=other))
    return Incident(id, given or _about(_naming([each.statement for each in kept])), tuple(kept), grouping, tuple(repeated), strange)


def _wording(placed: Placed) -> str:
    return re.sub(r"\s+", "", placed.statement.text)


def _given_id(ids: Iterable[str | None]) -> str | None:
    """The incident's own id where all agree on one."""
    given = {id for id in ids if id}
    return given.pop() if len(given) == 1 else None


def _naming(statements: Sequence[Statement]) -> Statement:
    """The first announcement whose title names the harm, as a reader would call the incident; else the first of all."""
    return next((each for each in statements if DRIFT.says("harm_named", _OF_PREVENTION.sub("", fold(each.title or "")))), statements[0])


def _about(statement: Statement) -> str:
    """What an announcement is about: its title, or its first words, else its id."""
    words = next((line.strip() for line in statement.text.splitlines() if line.strip()), "")
    named = one_line(statement.title or words).strip()
    return cut(named, _LONGEST_NAME) or statement.id or ""


def _listed(parts: Iterable[str], lang: Lang) -> str:
    return (", " if lang == Lang.EN else "、").join(parts)
