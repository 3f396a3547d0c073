"""Days that are still ahead of the publication: promised, limits, and those whose year is left out though they lie long before all else."""

import re
from datetime import date, timedelta

from analyzer.answers.timeline.asides import AHEAD, COURSE, DAY_TOLD
from analyzer.answers.timeline.clauses import DONE, clauses_of
from analyzer.answers.timeline.dated_units import DatedUnit
from analyzer.answers.timeline.dates.anchors import DateExpression, due_date
from analyzer.schema import Precision

_LONG_AGO = timedelta(days=334)
_SEASONS_AGO = timedelta(days=245)
"""Further back than half a year before all else, a day is rather one of the next months: 「7月19日 研修の実施」 in June."""
_LATELY = timedelta(days=45)
"""「7月14日から…止めます」 may be two weeks in force; 「10月より…廃止します」 in March is next October's."""
_THIS_SEASON = timedelta(days=120)
_FINISHED = re.compile(r"終え|終わ[りっ]|済ませ|済み|完了し|(?:実施|施行|開始|導入)(?:済|中)")
_LEAVES_OFFICE = re.compile(
    r"(?:付け?)?(?:で|をもって|をもちまして)[^。、]{0,16}(?:辞任|退任|辞職|退職|降格|降任|更迭|異動|(?<!契約を)(?<!委託を)解[任職雇]|免職|交代|就任)"
)
_MONTH_TOLD = re.compile(r"[月/]")


def is_ahead(expression: DateExpression, published: date | None) -> bool:
    return published is not None and expression.iso is not None and expression.iso[:10] > published.isoformat()[: len(expression.iso)]


def is_to_come(dated: DatedUnit, found: DateExpression, after: str, published: date | None, *, promised: bool) -> bool:
    """Whether a date is a limit or a day ahead of `published`; `promised`: the sentence speaks of what will be done."""
    only_ahead = dated.has(*AHEAD) and not dated.has(*COURSE)
    if found.due and found.iso is None and (only_ahead or not _is_past_limit(found, dated.unit.wording)):
        return True
    return promised and _is_promised(found, after, published, only_ahead=only_ahead)


def is_stale(dated: DatedUnit, found: DateExpression, published: date | None, last: date | None, matter: date | None) -> bool:
    """Whether a day without its year would lie long before anything told so far: it is one soon to come.

    What is told as done is a day gone by, but for an office that somebody leaves: 「7月31日付で解任いたしました」. So is a day near
    the `matter`, and the one that heads the hours of the course, whenever a report on them was handed in.
    """
    day, wording = due_date(found), dated.unit.wording
    if published is None or day is None or found.tells_year:
        return False
    near = matter is not None and abs(day - matter) < _LATELY and dated.has(*COURSE)
    if near or dated.heads_hours:
        return False
    if DONE.search(wording) and not _LEAVES_OFFICE.match(wording, found.end):
        return False
    ago = published - day
    return ago > _LONG_AGO if last is None else ago > _SEASONS_AGO and last - day > _LONG_AGO / 2


def _is_past_limit(found: DateExpression, wording: str) -> bool:
    """Whether a limit whose year nobody tells was one for something done: 「24日までに全員へお電話しました」."""
    return DONE.search(wording) is not None and (DAY_TOLD.search(found.text) is not None or wording.startswith("までに", found.end))


def _is_promised(found: DateExpression, after: str, published: date | None, *, only_ahead: bool) -> bool:
    """Whether a date in a sentence about what will be done is a limit, a day yet to come, or the same day of a year to come."""
    # 「11月10日から12月9日まで活動を控える」 has begun.
    last = found.day if found.day and found.end_iso and not found.due else due_date(found)
    if last is None or published is None:
        return found.due
    if last > published:
        return True
    if found.due:
        return published - last > _LATELY or next(clauses_of(after), after) == after  # 「2月10日までに封書をお送りし、…負担いたします」
    lately = _THIS_SEASON if found.precision == Precision.DAY and _MONTH_TOLD.search(found.text) else _LATELY
    return only_ahead and published - last > lately and not found.tells_year and not _FINISHED.search(next(clauses_of(after), ""))
