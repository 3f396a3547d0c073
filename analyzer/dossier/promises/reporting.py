"""Reports that were promised: what is one, and which sentence of an announcement gives it."""

from datetime import timedelta

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import WRITTEN, terms
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import days_gone, last_day, puts_off, says, says_any
from analyzer.language.features import UnitReading
from analyzer.rules.slots import DRIFT, KEEPING
from analyzer.schema import Label, PromiseAim

_WAYS = frozenset({WRITTEN, "=KEC08"})
"""The concepts of what is written and of holding a meeting."""
_EARLY = timedelta(days=60)
"""Time before its day from which a report on measures still under way is not yet the one promised."""
_SORTS = ("中間", "最終")
"""By these a report is told from another on the same matter."""


def is_of_words(vow: Vow) -> bool:
    """Whether something was to be told, and not done or held."""
    told = says("notice", vow.wording) and not says_any(("remedy", "at_meeting"), vow.wording)
    return vow.aim == PromiseAim.REPORT and told


def is_entitled(vow: Vow, announcement: Announcement) -> bool:
    """Whether the title of an announcement names it as the interim or last report that was promised."""
    return is_of_words(vow) and any(sort in vow.wording and sort in announcement.title for sort in _SORTS)


def day_named(vow: Vow, announcement: Announcement) -> Sentence | None:
    """The sentence that names the day that was to be told (「再開日は決まり次第お知らせします」); None where none was, or none does."""
    matters = {found["of"] for pattern in KEEPING.patterns("names_day") if (found := pattern.search(vow.wording))}
    anchor = Anchor(announcement.day)

    def names_it(wording: str) -> bool:
        dated = any(matter in wording for matter in matters) and find_dates(wording, anchor, toward=Toward.NEAREST)
        return bool(dated) and not puts_off(wording)

    if names_it(announcement.title):
        return opening(announcement)
    return next((each for each in announcement.sentences if names_it(each.wording)), None)


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


def meets_instead(vow: Vow, later: UnitReading, part: str | None = None) -> bool:
    """Whether a meeting is told of where a letter was promised, or the other way round."""
    promised, told = _WAYS & terms(vow.subject, vow.wording), _WAYS & terms(later, part)
    return bool(promised and told) and promised.isdisjoint(told)


def act_alone(vow: Vow, announcement: Announcement) -> Sentence | None:
    """The sentence that only tells an act whose result was to be told (「立入検査は5月22日に実施しました」); None where it is told."""
    acts = {found["of"] for found in KEEPING.each("result_of", vow.wording)}
    if not acts or not is_of_words(vow) or says("tells_result", announcement.title):
        return None
    named = [each for each in announcement.sentences if any(act in each.wording for act in acts)]
    near = [sentence for each in named for sentence in (each, *each.following)]
    if any(says_any(("tells_result", "finding"), each.wording) for each in near):
        return None
    return next((each for each in named if says("done", each.wording)), None)


def report_in(vow: Vow, announcement: Announcement) -> Sentence:
    """The sentence in which an announcement gives the report that was promised: where it says that it is out, its result, or its opening.

    One that does not say what it reports gives it where it speaks of the matter first.
    """
    out = next((each for each in _telling(announcement) if says("handed_in", each.wording)), None)
    if out and not is_of_other_matter(vow, out.unit):
        return out
    result = _result(announcement) if says("result", vow.wording) else None
    if result:
        return result
    said = _said(announcement) or next((each for each in announcement.sentences if each.labels and tells_of(vow, each.unit)), None)
    return said or opening(announcement)


def holds_what_was_promised(vow: Vow, announcement: Announcement) -> bool:
    """Whether an announcement has anything of the result, or of the measures, that were to be told.

    A recall widened is no report of the inquiry, however soon after the promise it comes out.
    """
    only_corrects = DRIFT.says("corrects", announcement.title) and not says("result_told", announcement.title)
    given = {label for each in announcement.sentences for label in each.labels}
    if lacks_act(vow, announcement) or (only_corrects and names_matter(vow) and Label.CAUSE not in given):
        return False
    sorts = (
        ("result", ("result_told", "finding"), {Label.CAUSE}),
        ("tells_measures", ("tells_measures",), {Label.MEASURE_CONCRETE}),
    )
    asked = [(slots, labels) for promised, slots, labels in sorts if says(promised, vow.wording)]
    told = [*(each.wording for each in announcement.sentences if not each.promising), announcement.title]
    return not asked or any(given & labels or any(says_any(slots, wording) for wording in told) for slots, labels in asked)


def given_late(vow: Vow, announcement: Announcement) -> Sentence | None:
    """The sentence that tells that the report promised comes with this announcement, later than promised; None where none does."""
    if not is_of_words(vow) or any(says("report_put_off", unit.wording) for unit in announcement.units):
        return None
    late = (each for each in announcement.sentences if says("given_late", each.wording))
    return next((each for each in late if _is_of_it(vow, each)), None)


def _is_of_it(vow: Vow, later: Sentence) -> bool:
    """Whether a sentence on a late report is about the one promised: it names its day, or its matter and, if promised, its result."""
    told = tells_of(vow, later.unit) and (not says("result", vow.wording) or says("result_told", later.wording))
    return told or vow.due in days_gone(later.wording, later.announcement.day)


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
    if day is None or announcement.day + _EARLY > day or not (is_of_words(vow) and says("status", vow.wording)):
        return False
    return any(says_any(("preparing", "rest_to_come", "left_over"), unit.wording) for unit in announcement.units)


def gives_report(sentence: Sentence) -> bool:
    """Whether a sentence gives a report, or tells what came of the matter."""
    wording = sentence.wording
    out = says("deliverable", wording) and says("done", wording)  # 「報告書を本日掲載いたしました」
    if sentence.promising:
        return out or says("was_given", wording)
    return (
        out
        or says("was_given", wording)
        or says("performs", wording)
        or sentence == _result(sentence.announcement)
        or (Label.FOLLOWUP in sentence.labels and not says("next_report", wording))
    )


def opening(announcement: Announcement) -> Sentence:
    """The sentence in which an announcement says what it reports: the first that says so, or the first that says something."""
    said = _said(announcement) or next((each for each in _telling(announcement) if each.labels), None)
    return said or Sentence(announcement, 0)


def _said(announcement: Announcement) -> Sentence | None:
    """The first sentence in which an announcement says that it reports; what an authority was told is no report to readers."""
    return next((each for each in _telling(announcement) if not each.promising and _reports(each.wording)), None)


def _reports(wording: str) -> bool:
    return says_any(("performs", "opens"), wording) and not says("told_authority", wording)


def _telling(announcement: Announcement) -> list[Sentence]:
    return [each for each in announcement.sentences if not each.unit.placement.is_heading]


def _result(announcement: Announcement) -> Sentence | None:
    """The sentence that gives the result of an inquiry: the first on a cause that says that it is known, or is it, or what was found."""
    causes = [each for each in _telling(announcement) if Label.CAUSE in each.labels]
    cause = next((each for slot in ("finds_out", "is_cause", "pinned_down") for each in causes if says(slot, each.wording)), None)
    return cause or next((each for each in _telling(announcement) if says("finding", each.wording)), None)
