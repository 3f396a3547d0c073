"""What a wording of a dossier says of something promised, by the rules of `rules/keeping.toml`, and the days it names."""

import re
from collections.abc import Iterable
from datetime import date

from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, Toward, due_date
from analyzer.answers.timeline.dates.calendar_days import month_end
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.durations import day_in
from analyzer.rules.slots import KEEPING

_ASIDE = re.compile(r"\([^()]*\)(?=[。\s]*$)")
_PAST = re.compile(r"(?:まし|でし|[しられっいえけめせびきん])た[」』)。\s]*$")
_SO = re.compile(
    r"(?<!予定し)(?<!見込ん)[てで](?:おり|い)ます[」』)。\s]*$|(?:まし|でし)た(?:ので|ため)、?(?:お知らせ|ご?案内|ご?報告)[^。、]{0,8}[」』)。\s]*$"
)
_GOES_ON = re.compile(r"が、|間に合わず、")
_SORRY = re.compile(r"迷惑|心配を")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?")


def says(slot: str, wording: str) -> bool:
    """Whether a rule of `rules/keeping.toml` hits; what stands in brackets at the end (「行いました(58名参加)。」) ends no sentence."""
    bare = _ASIDE.sub("", wording)
    return KEEPING.says(slot, wording) or (bare != wording and KEEPING.says(slot, bare))


def says_any(slots: Iterable[str], wording: str) -> bool:
    """Whether a rule of any of the slots hits, as `says` asks."""
    return any(says(slot, wording) for slot in slots)


def puts_off(wording: str) -> bool:
    """Whether a wording puts something off and does not go on to say that it is done by now (「遅れておりましたが、…完了しました」)."""
    if says("finished", wording):
        return False  # 「延期していた点検は、5月20日に完了しました」
    end = _GOES_ON.split(wording)[-1]  # 「発送は期日に間に合わず、5月15日に手渡ししました」
    return says("extends", wording) or says("deferred", end if is_past(end) and not _SORRY.search(end) else wording)


def without_request(wording: str) -> str:
    """A wording without the patience it asks of its readers in the end: 「6月6日までに振り込みますので、お待ちください」."""
    found = KEEPING.opening("asks_patience", wording)
    return f"{found['act']}。" if found else wording


def takes_back(wording: str) -> bool:
    """Whether a wording says that something will not be, or was not, done."""
    return says("withdrawn", wording) or says("cancelled_before", wording)


def is_past(wording: str) -> bool:
    """Whether a wording ends in what was done: 「通知しました」, 「通知した」."""
    return _PAST.search(wording) is not None


def is_told_as_so(wording: str) -> bool:
    """Whether a wording ends in what was done or is so by now (「2月10日から開始しております」), not in what is to come."""
    return is_past(wording) or _SO.search(wording) is not None


def day_ahead(wording: str, published: date | None) -> str | None:
    """The last day told that lies after the publication; a bare clock time or a day gone by is none."""
    told_ahead = find_dates(wording, Anchor(published), toward=Toward.NEAREST)
    until = says("extends", wording)  # 「調査の期間を6月末まで延長します」 moves the day by which it is to end.
    ends = (told for told in told_ahead if until or not says("until_after", wording[told.end :]))
    dates = (told for told in ends if not wording.startswith("以降", told.end))
    found = [day for told in dates if (day := _day(told))]
    ahead = [day for day in found if published is None or day > published]
    return max(ahead).isoformat() if ahead else None


def runs_until(wording: str, published: date) -> str | None:
    """The day after the publication until which a wording says that something goes on (「検診は7月末まで続けます」)."""
    told = (found for found in find_dates(wording, Anchor(published), toward=Toward.NEAREST) if says("goes_on_until", wording[found.end :]))
    ahead = [day for found in told if (day := _day(found)) and day > published]
    return max(ahead).isoformat() if ahead else None


def _day(told: DateExpression) -> date | None:
    return None if told.iso is None else due_date(told)


def days_gone(wording: str, published: date) -> list[str]:
    """The days told that lie on or before the publication, in ISO form."""
    days = (found.day for found in find_dates(wording, Anchor(published), toward=Toward.PAST))
    return [day.isoformat() for day in days if day and day <= published]


def last_day(due: str | None) -> date | None:
    """The last day of a due that is a day or a month; None for one that is only worded."""
    if due is None or not ISO_DAY.fullmatch(due):
        return None
    return day_in(due) or month_end(date.fromisoformat(f"{due}-01"))


def is_past_due(due: str | None, as_of: date) -> bool:
    """Whether the last day of a due has gone by."""
    day = last_day(due)
    return day is not None and day < as_of
