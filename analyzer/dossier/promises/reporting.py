"""Reports that were promised: what is one, and which sentence of an announcement gives it."""

from datetime import date, timedelta

from analyzer.answers.timeline.dates.expressions import Anchor, Toward, find_dates
from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import terms
from analyzer.dossier.promises.vows import Vow
from analyzer.dossier.wordings import days_gone, last_day, puts_off, says
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.rules.slots import KEEPING
from analyzer.schema import Label, PromiseAim

_EARLY = timedelta(days=60)
"""Time before its day from which a report on measures still under way is not yet the one promised."""
_SORTS = ("中間", "最終")
"""By these a report is told from another on the same matter."""


def is_of_words(vow: Vow) -> bool:
    """Whether something was to be told, and not done or held."""
    return vow.aim == PromiseAim.REPORT and says("notice", vow.wording) and not says("remedy", vow.wording)


def is_entitled(vow: Vow, announcement: Announcement) -> bool:
    """Whether the title of an announcement names it as the interim or last report that was promised."""
    title = fold(announcement.report.title or "")
    return is_of_words(vow) and any(sort in vow.wording and sort in title for sort in _SORTS)


def day_named(vow: Vow, announcement: Announcement) -> int | None:
    """The unit that names the day that was to be told (「再開日は決まり次第お知らせします」); None where none was, or none does."""
    matters = {found["of"] for pattern in KEEPING.patterns("names_day") if (found := pattern.search(vow.wording))}
    anchor = Anchor(date.fromisoformat(announcement.published))

    def names_it(wording: str) -> bool:
        dated = any(matter in wording for matter in matters) and find_dates(wording, anchor, toward=Toward.NEAREST)
        return bool(dated) and not puts_off(wording)

    if names_it(fold(announcement.report.title or "")):
        return opening(announcement)
    return next((index for index, unit in enumerate(announcement.units) if names_it(unit.wording)), None)


def is_other_report(vow: Vow, wording: str) -> bool:
    """Whether a wording names another report than the one promised: the last one, not the interim one."""
    named, promised = ({sort for sort in _SORTS if sort in each} for each in (wording, vow.wording))
    return vow.aim == PromiseAim.REPORT and bool(named) and bool(promised) and named != promised


def is_of_other_matter(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence that promises to tell something tells of another thing than the report promised.

    Both say 「公表」; what counts is what is told. Whoever names nothing (「公表は11月末となる見込みです」) speaks of what was promised,
    and an inquiry has many words (「調査結果」, 「原因」, 「委員会の報告書」).
    """
    if not is_of_words(vow) or all(says("looks_into", wording) for wording in (vow.wording, later.wording)):
        return False
    promised, told = _matter(vow.subject, vow.wording), _matter(later)
    return bool(promised) and bool(told) and not promised & told


def is_of_named_matter(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence names what will be told where the promise named nothing: the final result is not 「次回のご報告」."""
    return says("next_report", vow.wording) and not names_matter(vow) and bool(_matter(later))


def names_matter(vow: Vow) -> bool:
    """Whether a promised report says what it is to be on."""
    return bool(_matter(vow.subject, vow.wording))


def tells_of(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence has a word of what a promised report was to be on; any has where that was not said (「次の報告は5月に」)."""
    promised = _matter(vow.subject, vow.wording)
    return not promised or bool(promised & _matter(later))


def _matter(unit: UnitReading, part: str | None = None) -> frozenset[str]:
    """The terms of a unit that say what is told, without those of telling."""
    return frozenset(term for term in terms(unit, part) if not term.startswith("=") and not says("telling_word", term))


def act_alone(vow: Vow, announcement: Announcement) -> int | None:
    """The unit that only tells an act as done whose result was to be told (「立入検査は5月22日に実施しました」); None where it is told."""
    acts = {found["of"] for found in KEEPING.each("result_of", vow.wording)}
    if not acts or not is_of_words(vow) or says("tells_result", fold(announcement.report.title or "")):
        return None
    named = [index for index, unit in enumerate(announcement.units) if any(act in unit.wording for act in acts)]
    following = [unit for index in named for unit in announcement.units[index : index + 2]]
    if any(says(slot, unit.wording) for unit in following for slot in ("tells_result", "finding")):
        return None
    return next((index for index in named if says("done", announcement.units[index].wording)), None)


def report_in(vow: Vow, announcement: Announcement) -> int:
    """The unit in which an announcement gives the report that was promised: where it says that it is out, its result, or its opening.

    One that does not say what it reports gives it where it speaks of the matter first.
    """
    out = next((i for i in _telling(announcement) if says("handed_in", announcement.units[i].wording)), None)
    if out is not None and not is_of_other_matter(vow, announcement.units[out]):
        return out
    result = _result(announcement) if says("result", vow.wording) else None
    if result is not None:
        return result
    said = _said(announcement)
    if said is None:
        said = next((i for i, unit in enumerate(announcement.units) if announcement.labels(i) and tells_of(vow, unit)), None)
    return opening(announcement) if said is None else said


def holds_what_was_promised(vow: Vow, announcement: Announcement) -> bool:
    """Whether an announcement has anything of the result, or of the measures, that were to be told.

    A recall widened is no report of the inquiry, however soon after the promise it comes out.
    """
    told = [unit.wording for index, unit in enumerate(announcement.units) if index not in announcement.promising]
    if lacks_act(vow, announcement):
        return False
    given = {label for index in range(len(announcement.units)) for label in announcement.labels(index)}
    sorts = (
        ("result", ("result_told", "finding"), {Label.CAUSE}),
        ("tells_measures", ("tells_measures",), {Label.MEASURE_CONCRETE}),
    )
    asked = [(slots, labels) for promised, slots, labels in sorts if says(promised, vow.wording)]
    told.append(fold(announcement.report.title or ""))
    return not asked or any(given & labels or any(says(slot, wording) for slot in slots for wording in told) for slots, labels in asked)


def given_late(vow: Vow, announcement: Announcement) -> int | None:
    """The unit that tells that the report promised comes with this announcement, later than promised; None where none does."""
    if not is_of_words(vow) or any(says("report_put_off", unit.wording) for unit in announcement.units):
        return None
    late = [index for index, unit in enumerate(announcement.units) if says("given_late", unit.wording)]
    published = date.fromisoformat(announcement.published)
    return next((at for at in late if _is_of_it(vow, announcement.units[at], published)), None)


def _is_of_it(vow: Vow, later: UnitReading, published: date) -> bool:
    """Whether a sentence on a late report is about the one promised: it names its day, or its matter and, if promised, its result."""
    told = tells_of(vow, later) and (not says("result", vow.wording) or says("result_told", later.wording))
    return told or vow.due in days_gone(later.wording, published)


def lacks_act(vow: Vow, announcement: Announcement) -> bool:
    """Whether an announcement never speaks of the act whose result was promised: of no 「アンケート」 is its result told."""
    return bool(_acts_reported(vow)) and not any(tells_of_act(vow, unit) for unit in announcement.units)


def tells_of_act(vow: Vow, later: UnitReading) -> bool:
    """Whether a sentence speaks of the act whose result its own sentence promises to tell."""
    return bool(_acts_reported(vow) & terms(later))


def _acts_reported(vow: Vow) -> frozenset[str]:
    """The terms of the act whose result its own sentence promises to tell: 「アンケート」, 「強度試験」, with the concept it stands for."""
    if vow.aim != PromiseAim.REPORT:
        return frozenset()
    unit = vow.announcement.units[vow.unit]
    acts = [found["of"] for found in KEEPING.each("result_of", unit.wording)]
    return frozenset(term for act in acts for term in terms(unit, act))


def is_interim(vow: Vow, announcement: Announcement) -> bool:
    """Whether an announcement tells how far measures have come, long before the day on which that was to be reported.

    Some of them are still to come; what was promised is owed until its day.
    """
    day = last_day(vow.due)
    if day is None or date.fromisoformat(announcement.published) + _EARLY > day or not (is_of_words(vow) and says("status", vow.wording)):
        return False
    return any(says(slot, unit.wording) for unit in announcement.units for slot in ("preparing", "rest_to_come", "left_over"))


def gives_report(announcement: Announcement, index: int) -> bool:
    """Whether a sentence gives a report, or tells what came of the matter."""
    wording = announcement.units[index].wording
    out = says("deliverable", wording) and says("done", wording)  # 「報告書を本日掲載いたしました」
    if index in announcement.promising:
        return out or says("was_given", wording)
    return (
        out
        or says("was_given", wording)
        or says("performs", wording)
        or index == _result(announcement)
        or (Label.FOLLOWUP in announcement.labels(index) and not says("next_report", wording))
    )


def opening(announcement: Announcement) -> int:
    """The unit in which an announcement says what it reports: the first that says so, or the first that says something."""
    said = _said(announcement)
    return said if said is not None else next((index for index in _telling(announcement) if announcement.labels(index)), 0)


def _said(announcement: Announcement) -> int | None:
    """The first unit in which an announcement says that it reports; what an authority was told is no report to readers."""
    said = (index for index in _telling(announcement) if index not in announcement.promising)
    return next((index for index in said if _reports(announcement.units[index].wording)), None)


def _reports(wording: str) -> bool:
    return any(says(slot, wording) for slot in ("performs", "opens")) and not says("told_authority", wording)


def _telling(announcement: Announcement) -> list[int]:
    return [index for index, unit in enumerate(announcement.units) if not unit.placement.is_heading]


def _result(announcement: Announcement) -> int | None:
    """The unit that gives the result of an inquiry: the first on a cause that says that it is known, or is it, or what was found."""
    units = announcement.units
    causes = [index for index in _telling(announcement) if Label.CAUSE in announcement.labels(index)]
    cause = next((i for slot in ("finds_out", "is_cause") for i in causes if says(slot, units[i].wording)), None)
    return cause if cause is not None else next((i for i in _telling(announcement) if says("finding", units[i].wording)), None)
