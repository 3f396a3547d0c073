"""How large the incident is said to be: people, things, money, kinds of data, period, and what counts as a change of each."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date

from analyzer.answers.timeline.dates import Anchor, find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.quantities import Count, find_counts, number_value
from analyzer.dossier.steps import around, events_of, is_to_come
from analyzer.dossier.telling import Told
from analyzer.language.eras import year_of_era
from analyzer.language.facts import FactKind
from analyzer.language.normalise import fold
from analyzer.report import Event
from analyzer.rules.slots import hit, slot_patterns
from analyzer.schema import DriftKind, EventKind, Label, Precision

_EXTENT = frozenset({Label.SCOPE, Label.INCIDENT, Label.HARM_STATUS, Label.MINIMIZATION})
_OF_ELSE = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.APOLOGY})
"""Without a label of extent, a count in a unit with one of these is of something else."""
_OF_TIME = frozenset({Label.SCOPE, Label.INCIDENT})
_OF_COURSE = frozenset({Label.TIMELINE})
_NOT_OF_COURSE = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.RESPONSE, Label.CONTACT})
_NOT_ITS_TIME = frozenset(
    {EventKind.DETECTED, EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED, EventKind.PUBLISHED, EventKind.MEASURE}
)
"""When it was found, stopped or told of is not when it was."""
_TODAY = re.compile(r"^(?:本日|昨日|今般|今回|先日|今月|先月|本年|今年)$")
"""The day of the announcement is that of what it resolves or publishes."""
_ASKS = re.compile(r"(?:ください|下さい|お願い(?:いた)?します|お願い申し上げます)。?$")
_THINGS = frozenset("枚個台点本冊瓶袋箱着頭席食便缶杯品部セットパック")
"""Counters that announcements use for one another; 件, 通 and 日 are compared among themselves."""
_MONTHLY = re.compile(
    r"(?:(?P<year>20[0-9]{2})年|(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)年)?"
    r"(?<![0-9か])(?P<month>1[0-2]|[1-9])月(?:検針|使用|利用|請求|診療|支給)?分"
)
"""Months of a bill: 「10月分」, 「令和3年4月検針分」."""
_YEARLY = re.compile(r"(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})年(?=から|以降|より)")
_FISCAL = re.compile(r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年度")
_TERM = re.compile(
    r"(?:(?P<era>令和|平成)(?P<age>[0-9]{1,2}|元)|(?P<year>20[0-9]{2}))年(?P<month>1[0-2]|[1-9])月期"
    r"(?=から|以降|より|~|ないし|まで|に(?:おいて|わたり|かけて))"
)
"""A term of accounts, named by the month it ends in: 「2022年3月期から」 is from April 2021."""
_SEASON = re.compile(r"(?P<year>20[0-9]{2})年の?(?P<season>[春夏秋冬])")
_AGO = re.compile(
    r"(?<![0-9])(?P<number>[0-9]{1,2}|[一二三四五六七八九十]{1,2})(?P<unit>年|[かカヶ]月)(?:以上|ほど|余り|あまり|近く|半)?(?:も)?前(?=から|より)"
)
_LAST_SEASON = re.compile(r"(?P<year>昨年|去年|前年|一昨年|おととし)の?(?P<season>[春夏秋冬])")
_YEARS_BACK = {"一昨年": 2, "おととし": 2}
_SEASONS = {"春": "03", "夏": "06", "秋": "09", "冬": "12"}


def counts_of_extent(announcement: Announcement, kind: DriftKind) -> Iterator[tuple[int, Count]]:
    """Counts that tell how large the incident is: not cited from before, not of a procedure's progress."""
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        for count in find_counts(unit.wording):
            if count.kind != kind or not count.value or (_EXTENT.isdisjoint(given) and not _OF_ELSE.isdisjoint(given)):
                continue
            before, after = unit.wording[: count.start], unit.wording[count.end :]
            of_all = _hit("affected_before", before) and _hit("all_after", after)
            if not of_all and _EXTENT.isdisjoint(given) and (unit.placement.is_heading or not _hit("extent_after", after)):
                continue
            of_harmed = of_all or _hit("harmed_after", after) or _hit("harmed_before", before)
            of_whole = _hit("whole", before) and not _hit("data_of_after", after) and not _hit("grown_after", after)
            of_progress = not of_harmed and (_hit("progress", after) or of_whole)
            of_else = is_cited(unit.wording, count) or of_staff(unit.wording, count) or is_left_out(unit.wording, count)
            if not of_progress and not of_else:
                yield index, count


def of_staff(wording: str, count: Count) -> bool:
    """Whether a count is of those who work or act (「2人で確認」, 「要員は21名」), not of those harmed."""
    return count.kind == DriftKind.PERSONS and (_hit("staff_after", wording[count.end :]) or _hit("staff_before", wording[: count.start]))


def of_doers(wording: str, count: Count) -> bool:
    """Whether a count is of those who did it (「改ざんには21名が関与し」), not of those it was done to."""
    of_people = count.kind == DriftKind.PERSONS and count.counter in ("名", "人")
    return of_people and (_hit("doers_after", wording[count.end :]) or _hit("doers_before", wording[: count.start]))


def is_left_out(wording: str, count: Count) -> bool:
    """Whether a count is of those that something does not hold for: 「ご不在の11戸を除くすべて」."""
    return _hit("left_out_after", wording[count.end :])


def is_of_records(wording: str, count: Count) -> bool:
    """Whether a count is of records of people, one for each: 「お客様情報 61,254件」, 「会員情報214件」."""
    return count.counter == "件" and (_hit("records_before", wording[: count.start]) or _hit("records_after", wording[count.end :]))


def cites(announcement: Announcement, told: Told) -> bool:
    """Whether an announcement cites an earlier count: the same value with the same counter."""
    return any(
        count.value == told.key and told.value.endswith(count.counter) and is_cited(unit.wording, count)
        for unit in announcement.units
        for count in find_counts(unit.wording)
    )


def counter_of(count: Count) -> str:
    """The counter by which counts are compared: 枚 and 点 are things, 人 is 名, 日分 is 日."""
    return "things" if count.counter in _THINGS else count.counter.replace("人", "名").replace("日分", "日")


def is_cited(wording: str, count: Count) -> bool:
    """Whether the words beside a count say that it was told before (「214名とお伝えしましたが」)."""
    return _hit("cited_after", wording[count.end :]) or _hit("cited_before", wording[: count.start])


def says_grown(told: Told) -> bool:
    """Whether a count is told as one that grew: 「9名に増えております」, 「累計41名」."""
    unit = told.announcement.units[told.unit] if told.unit is not None else None
    return unit is not None and any(
        count.text in told.value
        and (_hit("says_grown_after", unit.wording[count.end :]) or _hit("running_total_before", unit.wording[: count.start]))
        for count in find_counts(unit.wording)
    )


def data_kinds(announcement: Announcement, _: str) -> Told | None:
    """The kinds of personal data told, without those said not to be there."""
    kinds: dict[str, int] = {}
    added: list[bool] = []
    for index, unit in enumerate(announcement.units):
        for kind, rest in _kinds_of(announcement, index):
            if not _hit("kinds_absent", rest):
                kinds.setdefault(_plain(kind), index)
                added.append(_hit("kind_added", rest))
        if _may_name_kinds(announcement, index):
            for pattern in slot_patterns("drift", "added_kind"):
                for found in pattern.finditer(unit.wording):
                    kinds.setdefault(found["kind"], index)
                    added.append(True)
    if not kinds:
        return None
    return Told(announcement, frozenset(kinds), "・".join(kinds), next(iter(kinds.values())), adds=all(added))


def kind_denied(earlier: Sequence[Announcement], told: Told, kinds: Collection[str]) -> tuple[Told, Told] | None:
    """The last sentence that said one of some kinds of data was not there, and the one that tells it now, where there are such."""
    now = told.announcement
    for before in reversed(earlier):
        denied = {
            _plain(kind): index
            for index in range(len(before.units))
            for kind, rest in _kinds_of(before, index)
            if _hit("kinds_absent", rest)
        }
        for index in range(len(now.units)):
            for kind, rest in _kinds_of(now, index):
                at = denied.get(_plain(kind)) if _plain(kind) in kinds else None
                if at is not None and not _hit("kinds_absent", rest):
                    return Told(before, kind, before.quote(at), at), Told(now, kind, now.quote(index), index)
    return None


def _kinds_of(announcement: Announcement, index: int) -> Sequence[tuple[str, str]]:
    """The kinds of data that a unit names, each in its longest name, with the words behind it."""
    unit, given = announcement.units[index], announcement.labels(index)
    spans: list[tuple[int, int]] = []
    if not {Label.SCOPE, Label.INCIDENT}.isdisjoint(given) and not _ASKS.search(unit.wording):
        spans += [(fact.start, fact.end) for fact in unit.facts if fact.kind == FactKind.DATA]
    if _may_name_kinds(announcement, index):
        spans += [found.span() for pattern in slot_patterns("drift", "kind_of_data") for found in pattern.finditer(unit.wording)]
    whole = [span for span in dict.fromkeys(spans) if not any(_within(span, other) for other in spans)]
    return [(unit.wording[start:end], unit.wording[end:]) for start, end in sorted(whole)]


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return other[0] <= span[0] and span[1] <= other[1] and span != other


def _may_name_kinds(announcement: Announcement, index: int) -> bool:
    """Whether a unit is no heading, asks for nothing, and tells neither what is done nor whom to ask."""
    unit = announcement.units[index]
    of_else = not {Label.RESPONSE, Label.CONTACT}.isdisjoint(announcement.labels(index)) or _ASKS.search(unit.wording)
    return not (of_else or unit.placement.is_heading)


def _plain(kind: str) -> str:
    return re.sub(r"^お?(?:名前|氏名|姓名)$|^名前$", "氏名", kind)


def widened(before: Told, after: Told) -> bool:
    """Whether a kind of data is told that was not told before."""
    return bool(new_kinds(before, after))


def new_kinds(before: Told, after: Told) -> list[str]:
    """The kinds of data not told before, in whole or in part (「座席」 and 「座席番号」), in the order in which they are told."""
    assert isinstance(before.key, frozenset) and isinstance(after.key, frozenset)
    new = {kind for kind in after.key if all(kind not in old and old not in kind for old in before.key)}
    return sorted(new, key=after.value.find)


def period(announcement: Announcement, _: str) -> Told | None:
    """The first month of the event, its last where a range is told, and its first day where one is."""
    published = announcement.document.statement.published
    told: list[tuple[str, str, str, int]] = []
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        began = _NOT_OF_COURSE.isdisjoint(given) and _hit("began", unit.wording)
        if _OF_TIME.isdisjoint(given) and not began and (given or not _hit("of_period", unit.wording)):
            continue
        others = {
            fold(event.text).strip() for event in announcement.report.timeline if event.unit == index and event.event in _NOT_ITS_TIME
        }
        for month, until, wording in _months(unit.wording, published):
            if (wording not in others or began) and month <= announcement.published[:7]:
                told.append((month, until, wording, index))
    for event in _of_the_event(announcement):
        if not _OF_COURSE.isdisjoint(announcement.labels(event.unit)):
            told.append((str(event.at)[:7], "", event.text, event.unit))
    if not told:
        return None
    month, _, wording, index = min(told)
    days = sorted(day for day, _ in _days_of_event(announcement) if day.startswith(month))
    more = sorted(day for day, also in _days_of_event(announcement) if also and day.startswith(month))
    last = max(until for _, until, _, _ in told)
    return Told(announcement, (month, last, next(iter(days), None), next(iter(more), None), _span(announcement)), wording, index)


def _span(announcement: Announcement) -> tuple[str, str] | None:
    """The widest span of days or of the clock that is told of the event in so many words (「9時12分から18時40分まで」)."""
    spans: list[tuple[str, str]] = []
    for index, unit in enumerate(announcement.units):
        given = announcement.labels(index)
        if _OF_TIME.isdisjoint(given) or not _NOT_OF_COURSE.isdisjoint(given) or _hit("corrects", unit.wording):
            continue
        for found in find_dates(unit.wording, Anchor(announcement.document.statement.published)):
            of_else = hit("course", "sold_after", unit.wording[found.end :]) or _hit("best_before", unit.wording[: found.start])
            if not of_else and found.iso and found.end_iso and found.precision == Precision.DAY:
                spans.append((found.iso, found.end_iso))
    return (min(start for start, _ in spans), max(end for _, end in spans)) if spans else None


def _days_of_event(announcement: Announcement) -> Iterator[tuple[str, bool]]:
    """Days on which it happened, and whether one is told as a further one (「2月14日にも」) or as that of the event itself."""
    for event in _of_the_event(announcement):
        if event.precision != Precision.MONTH:
            behind = around(event, announcement)[1]
            yield str(event.at)[:10], hit("course", "also_after", behind) or _hit("happened_then_after", behind)


def _of_the_event(announcement: Announcement) -> Iterator[Event]:
    """The dated steps that it happened at, without those of what was done about it (「9月28日までに発送しました」)."""
    for event in events_of(announcement, (announcement,)):
        behind = around(event, announcement)[1]
        if event.event == EventKind.OCCURRED and not any(_hit(slot, behind) for slot in ("of_work_after", "of_consequence_after")):
            yield event


def _months(wording: str, published: date | None) -> Iterator[tuple[str, str, str]]:
    for found in find_dates(wording, Anchor(published)):
        of_else = hit("course", "sold_after", wording[found.end :]) or _hit("best_before", wording[: found.start])
        of_else = of_else or any(hit("course", slot, wording[found.end :]) for slot in ("earlier_after", "expected_after"))
        of_else = of_else or any(
            _hit(slot, wording[found.end :]) for slot in ("not_of_event_after", "of_work_after", "of_consequence_after")
        )
        of_else = of_else or bool(found.iso and published and is_to_come(found.iso, found.text, published.isoformat()))
        if found.iso and not of_else and not _TODAY.match(found.text):
            until = found.end_iso if found.precision == Precision.MONTH else None
            yield found.iso[:7], (until or "")[:7], found.text
    for year in _FISCAL.finditer(wording):
        yield f"{_year_of(year)}-04", "", year[0]
    for term in _TERM.finditer(wording):
        ends, last = _year_of(term), int(term["month"])
        yield (f"{ends}-01" if last == 12 else f"{ends - 1}-{last + 1:02}"), "", term[0]
    for year in _YEARLY.finditer(wording):
        age = 1.0 if year["age"] == "元" else number_value(year["age"])
        yield f"{year_of_era(year['era'], int(age or 0))}-01", "", year[0]
    for season in _SEASON.finditer(wording):
        yield f"{season['year']}-{_SEASONS[season['season']]}", "", season[0]
    if published is not None:
        for ago in _AGO.finditer(wording):
            months = int(number_value(ago["number"]) or 0) * (12 if ago["unit"] == "年" else 1)
            years, month = divmod(published.year * 12 + published.month - 1 - months, 12)
            yield f"{years}-{month + 1:02}", "", ago[0]
        for season in _LAST_SEASON.finditer(wording):
            yield f"{published.year - _YEARS_BACK.get(season['year'], 1)}-{_SEASONS[season['season']]}", "", season[0]
    for billed in _MONTHLY.finditer(wording):
        month = int(billed["month"])
        if billed["year"] or billed["era"]:
            yield f"{_year_of(billed)}-{month:02}", "", billed[0]
        elif published is not None:
            yield f"{published.year if month <= published.month else published.year - 1}-{month:02}", "", billed[0]


def _year_of(told: re.Match[str]) -> int:
    """The year of a match that tells it as such, or by its era (令和, 平成) and age."""
    return int(told["year"]) if told["year"] else year_of_era(told["era"], 1 if told["age"] == "元" else int(told["age"]))


def longer(before: Told, after: Told) -> bool:
    """Whether the event is said to have begun earlier, or to have run on longer."""
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    (start, end, day, _, span), (new_start, new_end, _, also, new_span) = before.key, after.key
    earlier = new_start == start and day is not None and also is not None and also < day
    wider = span is not None and new_span is not None and (new_span[0] < span[0] or new_span[1] > span[1])
    return bool(new_start < start or earlier or wider or new_end > max(start, end))


def _hit(slot: str, wording: str) -> bool:
    return hit("drift", slot, wording)
