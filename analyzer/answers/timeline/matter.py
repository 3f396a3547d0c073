"""The day that everything is about: which title or line names it, and which lines are told of it whatever day was told last."""

import re
from collections.abc import Sequence
from datetime import date

from analyzer.answers.timeline.asides import COURSE
from analyzer.answers.timeline.coming import is_ahead
from analyzer.answers.timeline.dated_units import CLOCK_FIRST, LINE_HEAD, LOOKED_BACK, PART_OF_DAY, is_but_dates
from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.expressions import find_dates, names_old_thing
from analyzer.answers.timeline.steps import Known, Step
from analyzer.language.features import DocumentReading
from analyzer.report import Event
from analyzer.rules.slots import TRAITS
from analyzer.schema import EventKind, Label, Labels

TIME_OF_MATTER = re.compile(
    rf"{LINE_HEAD}"
    r"[^。、0-9]{0,12}(?:障害|停電|断水|停止|遅延|中断|不具合|見合わせ|火災|事故|混乱)[^。、0-9]{0,8}(?:時間帯?|時刻)(?:は|[:|])、?\s*"
    r"(?=午[前後]|[0-9]{1,2}(?:時(?!間)|:))"
)
"""「障害の時間は9時05分から」: clock times of the day that everything is about, whatever day was told last."""
_PART = re.compile(r"[\s【〔\[<〈《(■●◆○◇▼―─—–=*-]*(?:以下、?(?:は、?)?)?(?:第[0-9一二三四五六七八九十]+報|初報|続報|最終報)[^。、]{0,30}")
"""「第1報:3/8発表分」 over what was announced that day."""
_HOUR_ALONE = re.compile(rf"(?:約|およそ)?{PART_OF_DAY}?の?\s*[0-9]{{1,2}}\s*[:時][^月日]*")
_MATTER_DAY = re.compile(r"当[日夜]")
_DIED = re.compile(r"[^。、]{0,16}(?:亡くな|死亡|逝去|永眠|息を引)")
_SAME_DAY_BEFORE = re.compile(
    r"[\s・]*(?:なお|また)?、?同(?:日|(?=[0-9]))[^。]*(?:て(?:い|おり)(?:た|まし)|(?:な|あ)かった|でした|ませんでし)"
)


def first_in_full(document: DocumentReading, labels: Sequence[Labels]) -> date | None:
    """The first day that the course tells with its year, near which days told before without one lie."""
    for unit, given in zip(document.units, labels, strict=True):
        if given.keys() & (COURSE | {Label.RESPONSE}):
            for found in find_dates(unit.wording):
                if found.day and not names_old_thing(found, unit.wording, Anchor()):
                    return found.day
    return None


def days_of_parts(document: DocumentReading, labels: Sequence[Labels], published: date | None) -> dict[int, date]:
    """The days from which the parts of a page speak that holds several reports, by the line that names each of them.

    Where one such line follows the other they only list the reports; one alone below what is told heads an earlier report.
    """
    named = {index for index, unit in enumerate(document.units) if not labels[index] and _PART.fullmatch(unit.wording)}
    days = {}
    for index in sorted(named):
        told = [found.day for found in find_dates(document.units[index].wording, Anchor(published)) if found.day]
        if index + 1 not in named and len(told) == 1:
            days[index] = told[0]
    pasted = len(named) == 1 and any(published is not None and day < published and any(labels[:index]) for index, day in days.items())
    return days if len(days) > 1 or pasted else {}


def days_added(document: DocumentReading, published: date | None) -> dict[int, date | None]:
    """From which unit on the text speaks from another day than that of publication: what a page adds to itself, and where it ends.

    「【2月3日追記】」 on a page of January is of the next February, near the addendum before it. A mark alone on its line is of
    those below it, up to a heading or the day of the letter; None stands where the page goes on as published.
    """
    days: dict[int, date | None] = {}
    latest, going_on, alone = published, False, False
    for index, unit in enumerate(document.units):
        mark = TRAITS.found("added_later", unit.wording)
        told = find_dates(mark[0] if mark else unit.wording, Anchor(latest), toward=Toward.NEAREST) if mark or going_on else ()
        if mark and latest and len(told) == 1 and told[0].day:
            days[index] = latest = told[0].day
            going_on, alone = True, mark.end() == len(unit.wording)
            continue
        of_letter = is_but_dates(unit.wording, told) and published is not None and told[0].iso == published.isoformat()
        if going_on and (not alone or unit.placement.is_heading or of_letter):
            days[index], going_on = None, False
    return days


def is_what_came_of_it(step: Step) -> bool:
    """Whether somebody died of the matter on a day after it: the hours below are still those of the matter."""
    return _DIED.match(step.after) is not None


def may_have_occurred(event: Event, given: Labels) -> bool:
    """Whether a step of no known kind is told as what happened."""
    return event.event == EventKind.OTHER and Label.INCIDENT in given


def day_in_title(document: DocumentReading, published: date | None) -> date | None:
    """The day that a title names: 「7/21のアクセス障害について」."""
    told = find_dates(document.title, Anchor(published)) if document.title else ()
    return next((found.day for found in told if found.day and not is_ahead(found, published)), None)


def opens_course(document: DocumentReading, index: int) -> bool:
    """Whether a line with a clock time is the first below a heading that names no day: the times are those of the matter."""
    if not index or not CLOCK_FIRST.match(document.units[index].wording):
        return False
    above = document.units[index - 1]
    return above.placement.is_heading and all(_MATTER_DAY.fullmatch(found.text) for found in find_dates(above.wording))


def looks_back_at_matter(document: DocumentReading, index: int, labels: Sequence[Labels], known: Known, *, after_it: bool) -> bool:
    """Whether a cause below another heading than the course speaks of 「同日」, or of an hour alone: of the day of the matter.

    Which day the course told last does not count, nor does it for the day or the night before, where it lies `after_it` and is of no cause.
    """
    unit, given = document.units[index], labels[index]
    if Label.CAUSE not in given or Label.RESPONSE in given or known.unit is None:
        return False
    first = next(iter(find_dates(unit.wording)), None)
    if first is not None and LOOKED_BACK.match(first.text):
        return after_it and Label.CAUSE not in labels[known.unit]
    hour = first is not None and first.clocked and _HOUR_ALONE.fullmatch(first.text) is not None
    if not (hour or _SAME_DAY_BEFORE.match(unit.wording)):
        return False
    return any(above.placement.is_heading for above in document.units[known.unit + 1 : index])
