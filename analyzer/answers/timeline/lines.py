"""Lines of the course: what stands below a date alone, what is told in the present, what only looks like the day of the letter."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise

from analyzer.answers.timeline.asides import AHEAD, COURSE
from analyzer.answers.timeline.clauses import DONE, clauses_of
from analyzer.answers.timeline.dated_units import CLOCK_FIRST, LINE_HEAD, is_but_dates, key_above, key_of_matter, key_of_step
from analyzer.answers.timeline.datelines import is_posting, is_title
from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.answers.timeline.kinds.tellings import kinds_in
from analyzer.answers.timeline.steps import Known
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.rules.slots import STATED
from analyzer.schema import EventKind, Label, Labels

SOME_YEAR = 2001
"""No leap year: three of four have no 29 February."""
_SOME_ANCHOR = Anchor(date(SOME_YEAR, 1, 1), date(SOME_YEAR, 1, 1), date(SOME_YEAR, 1, 1), datetime(SOME_YEAR, 1, 1))
_NAMED_COURSE = re.compile(r"\s*[《【〈<\[〔][^《》【】〈〉<>\[\]〔〕]{0,8}(?:流れ|経過|経緯|時系列|動き)[》】〉>\]〕]")
"""「《当日の流れ》 7月29日(月)」 over its hours."""
_FOUR_FIGURES = re.compile(
    r"(?P<hour>[01][0-9]|2[0-3])(?P<minute>[0-5][0-9])[ \t　](?=[^\s0-9年月日時分円名件個箱袋本枚台冊部通人点食戸世回票])"
)
_MARK_BEFORE = re.compile(r"[ \t　][・•●○◆][ \t　]?$")
_NO_MARK = "。、:/→⇒|,・0-9()"
_KEY = rf"(?P<key>(?!また|さらに|及び|および|続い)[^\s{_NO_MARK}]{{1,15}}[^\s{_NO_MARK}はにをがの])[ \t　]*:?[ \t　]*$"
_KEY_AT_HEAD = re.compile(rf"(?:^|[\s/→⇒、・|,:]){_KEY}")
_KEY_BETWEEN = re.compile(rf"(?:\([^()]*\))?(?:[ \t　]*[/→⇒、・|,]|[ \t　]+(?=\S+:))[ \t　]*{_KEY}")
"""「/ 発送 」 before 「1月22日」."""
_SETTING_APART = " \t　|・/、。)"
_SEVERAL = 2
_UNDER_A_DAY = 4
"""Lines below a day alone that may still tell of it."""
_ACTS = frozenset({EventKind.NOTIFIED, EventKind.REPORTED, EventKind.CONTAINED})
_BEGUN = re.compile(
    r"(?:開始|着手|中止|中断|停止|遮断|閉鎖|封鎖|隔離|回収|削除|撤去|復旧|再開|連絡|通知|通報|報告|届け出|謝罪|お?詫び|おわび|説明|送信|送付|配信|発送)"
    r"(?:を?(?:開始|実施|完了))?[」』。]*$"
)
"""「教育委員会へ報告。」: done, in a list told by nouns."""
_POLITE = re.compile(r"(?:ます|まし[たて]|です|でした|せん)[」』)。]*$")
_NARRATED = re.compile(r"(?<!ま)(?<!予定)[うくすつぬぶむるぐ][」』)。]*$")


def with_clocks(document: DocumentReading, labels: Sequence[Labels]) -> tuple[DocumentReading, Sequence[Labels]]:
    """The document with the clock times of a course that tells them in four figures read as such: 「0942 通報」 as 「09:42通報」.

    Only where several lines begin so, in their order, and not all of them may be years; a count has its counter behind it. Each
    tells a step, which whoever labelled it without its time may have overlooked.
    """
    told = {index: found for index, unit in enumerate(document.units) if (found := _FOUR_FIGURES.match(unit.wording))}
    times = [found["hour"] + found["minute"] for found in told.values()]
    if len(times) < _SEVERAL or times != sorted(times) or all("1900" <= time <= "2059" for time in times):
        return document, labels
    worded = {at: f"{each['hour']}:{each['minute']}{document.units[at].wording[each.end() :]}" for at, each in told.items()}
    units = [replace(unit, wording=worded.get(index, unit.wording)) for index, unit in enumerate(document.units)]
    steps = [{**given, Label.TIMELINE: 1.0} if index in told else given for index, given in enumerate(labels)]
    return replace(document, units=tuple(units)), steps


@lru_cache(maxsize=4096)
def dates_in(wording: str) -> tuple[DateExpression, ...]:
    """Where dates stand in a unit, whatever days they are; asked again for each of the readings of a statement without a year."""
    return find_dates(wording, _SOME_ANCHOR)


def line_below(document: DocumentReading, index: int) -> int | None:
    """The line that tells what was done at a date which is all that its own line holds and no key names: 「11月12日」."""
    wording = document.units[index].wording
    head = _NAMED_COURSE.match(wording)
    told = dates_in(wording[head.end() :] if head else wording)
    if (
        index + 1 == len(document.units)
        or not is_but_dates(wording[head.end() :] if head else wording, told)
        or key_above(document, index) is not None
    ):
        return None
    before = wording[: told[0].start]
    keyed = key_of_matter(document, index, before) is not None or key_of_step(document, index, before) is not None
    return None if keyed else index + 1


def told_below(unit: UnitReading) -> str:
    """What a line tells of the date that stands alone above it."""
    dates = find_dates(unit.wording)
    return "" if unit.placement.is_heading else unit.wording[: dates[0].start if dates else None]


def acts_under(document: DocumentReading, labels: Sequence[Labels], below: int) -> tuple[EventKind, ...]:
    """What else was done on a day alone above the line at `below`: 「(4月3日)」, 「指摘があった。」, 「訪ね、謝罪した。」."""
    acts: dict[EventKind, None] = {}
    listed = _NARRATED.search(document.units[below].wording) is not None  # The whole list is told in the present.
    for index in range(below + 1, min(below + 1 + _UNDER_A_DAY, len(document.units))):
        unit = document.units[index]
        apart = "\n\n" in document.normalised.text[document.units[index - 1].span[1] : unit.span[0]]
        if apart or unit.placement.is_heading or dates_in(unit.wording) or labels[index].keys() & AHEAD:
            break
        narrated = listed and unit.placement.marker == "bullet" and _NARRATED.search(unit.wording)
        if Label.RESPONSE in labels[index] and (DONE.search(unit.wording) or _BEGUN.search(unit.wording) or narrated):
            acts |= dict.fromkeys(kinds_in(clauses_of(unit.wording), _ACTS))
    return tuple(acts)


def goes_on_in_line(document: DocumentReading, index: int) -> int | None:
    """The sentence behind that of a time or day that opens its line, in a list told in few words: 「11:20 到着。1名いないことに気づく」."""
    unit, below = document.units[index], document.units[index + 1 : index + 2]
    first = next(iter(dates_in(unit.wording)), None)
    opens = CLOCK_FIRST.match(unit.wording) or (first and re.fullmatch(LINE_HEAD, unit.wording[: first.start]))
    if not below or not opens or any(map(_POLITE.search, (unit.wording, below[0].wording))):
        return None
    apart = "\n" in document.normalised.text[unit.span[1] : below[0].span[0]] or dates_in(below[0].wording)
    return None if apart else index + 1


def words_of_row(wording: str, told: Sequence[DateExpression]) -> Sequence[tuple[str, str]] | None:
    """The key before each date of a row, or the words behind it, where marks set its steps apart; None for what is told in sentences.

    >>> row = "受付 1月20日 / 発送 1月22日 / 誤りに気付く 1月25日"
    >>> words_of_row(row, find_dates(row)), words_of_row("1月20日に送り、1月22日に", find_dates("1月20日に送り、1月22日に"))
    ((('', '受付'), ('', '発送'), ('', '誤りに気付く')), None)
    >>> row = "| ・10:05 送信 ・10:20 誤りが発覚 |"
    >>> words_of_row(row, find_dates(row))
    (('', '送信'), ('', '誤りが発覚'))
    """
    gaps = [wording[one.end : other.start] for one, other in pairwise(told)]
    if not gaps or "。" in "".join(gaps):
        return None
    head, tail = wording[: told[0].start], wording[told[-1].end :]
    marked = [_MARK_BEFORE.search(gap) for gap in gaps]
    if all(marked):
        behind = [gap[: mark.start()] for gap, mark in zip(gaps, marked, strict=True) if mark]
        return tuple(("", words.strip(_SETTING_APART)) for words in (*behind, tail))
    keys = [_KEY_AT_HEAD.search(head), *map(_KEY_BETWEEN.fullmatch, gaps)]
    if tail.strip(_SETTING_APART) or not all(keys):
        return None
    return tuple((f"{key['key']}:", "") if STATED.decided("key", key["key"]) else ("", key["key"]) for key in keys if key)


def is_narrated(unit: UnitReading, telling: str, given: Labels, known: Known) -> bool:
    """Whether a line of the course, or the one below it, tells in the present what was done then: 「2月3日 17:00 販売を止める。」."""
    if Label.TIMELINE not in given or given.keys() & AHEAD or not unit.placement.alone or not _NARRATED.search(telling):
        return False
    first = next(iter(find_dates(unit.wording)), None)
    opens = first is not None and re.fullmatch(LINE_HEAD, unit.wording[: first.start]) is not None
    return first is not None and opens and (first.clocked or known.unit is not None)


def is_step_all_the_same(
    document: DocumentReading, labels: Sequence[Labels], index: int, found: DateExpression, published: date | None
) -> bool:
    """Whether a line that might bear the day of the letter tells a step: by its labels, its key or what stands below it."""
    if is_posting(document, index):
        return False
    of_day = published is not None and found.day == published
    if Label.TIMELINE in labels[index] and not of_day:
        return True  # 「令和6年11月28日」 below 「発生年月日」
    before = document.units[index].wording[: found.start]
    keyed = key_above(document, index) is not None or key_of_matter(document, index, before) is not None
    if not of_day and key_of_step(document, index, before) is not None:
        return True  # 「公表:2024年11月19日」 in a notice of the 25th
    return keyed or _heads_a_step(document, labels, index, of_day=of_day)


def _heads_a_step(document: DocumentReading, labels: Sequence[Labels], index: int, *, of_day: bool) -> bool:
    """Whether a line that is but a date stands in the course, over what was done then: 「11月12日(火)」 over 「12:25 児童が…」.

    Outside a list it may not be the day of publication (`of_day`).
    """
    if index + 1 >= len(document.units):
        return False
    below = document.units[index + 1]
    if CLOCK_FIRST.match(below.wording):
        return True
    telling = bool(labels[index + 1].keys() & (COURSE | {Label.RESPONSE}))
    heading = document.units[index].placement.heading
    in_course = (heading is not None and not is_title(document, heading)) or not of_day
    return in_course and telling and not below.placement.is_heading
