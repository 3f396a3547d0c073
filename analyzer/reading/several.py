"""Whether a text holds several reports of one matter, or two statements, pasted one below the other."""

import re

from analyzer.language.normalise import fold
from analyzer.reading.head import HEAD_LINES, head_of
from analyzer.reading.title import find_title

_HEAD = re.compile(r"[【\[<《■●◆▼]?\s*(?P<report>第[0-9一二三四五六七八九十]{1,3}報|初報|続報|最終報)[】\]>》]?\s*[^。!?]{0,50}")
_DAY = re.compile(r"[0-9]{1,2}\s*[月./]\s*[0-9]{1,2}")
WHOLE_DAY = rf"(?:20[0-9]{{2}}\s?[年./-]\s?)?{_DAY.pattern}日?\s?(?:\([^()]{{1,4}}\))?"
_ADDED = re.compile(
    rf"(?:[【\[<(《■●◆▼※]\s?|(?=追記|{WHOLE_DAY}\s?追記(?![^\s:])))(?P<report>{WHOLE_DAY}\s?(?:更新|追記|訂正)|(?:更新|追記|訂正)\s?[:(]?\s?{WHOLE_DAY})\)?(?:分|版)?[】\]>)》:]?"
)
"""How what was added to a page later is headed, a sentence of it on the same line or not: 「[6月3日追記]名簿は戻りました。」."""
_FIRST = "初めの公表"
_ADDRESSED = re.compile(r"[^。、!?:]{0,20}(?:各位|御中|(?:皆様|皆さま|みなさま|お客様|お客さま)(?:へ|方へ)?)")
_LEAST_ABOVE = 4
"""Lines that show above a second statement."""
NO_HEAD = re.compile(r"(?:です|ます|ました|ません|でした)$|(?:は|が|を|に|で)(?:こちら|[、,])|(?:こちら|参照|ください)")
SENTENCE_END = re.compile(r"(?:ます|ました|ません|です|でした|した|いる|ある)。")


def reports_in(text: str) -> tuple[str, ...]:
    """The names of the dated reports that the text holds, in its order; none where there are not two with sentences of their own.

    >>> reports_in("第2報：6月3日発表\\n名簿は戻りました。\\n第1報：6月1日発表\\n名簿を紛失しました。")
    ('第2報', '第1報')
    >>> reports_in("名簿を紛失しました。\\n【6月3日追記】\\n名簿は戻りました。")
    ('初めの公表', '6月3日追記')
    """
    told: list[str] = []
    head = _FIRST
    added = False
    for line in map(str.strip, fold(text).splitlines()):
        if below := _ADDED.match(line):
            head, line, added = below["report"], line[below.end() :], True
        elif headed := report_headed(line):
            head, line = headed, ""
        if head not in told and SENTENCE_END.search(line):
            told.append(head)
    if not added and _FIRST in told:
        told.remove(_FIRST)  # what leads in a list of reports is none itself
    return tuple(told) if len(told) > 1 else ()


def report_headed(line: str) -> str | None:
    """The report that a folded line heads with its day."""
    found = _HEAD.fullmatch(line)
    return found["report"] if found and _DAY.search(line) and not NO_HEAD.search(line) else None


def next_statement_in(text: str) -> tuple[int, str] | None:
    """The number of the line from which another statement stands in a text, and its title: whom it is for, and what it is about.

    >>> letter = "会員の皆様へ\\n名簿の紛失について\\n\\n名簿を紛失しました。\\n深くお詫びします。\\n"
    >>> next_statement_in(letter * 3)
    (6, '名簿の紛失について')
    """
    start = shown = 0
    ended = False
    for number, row in enumerate(text.splitlines(keepends=True), 1):
        line = fold(row[:100]).strip()
        if shown >= _LEAST_ABOVE and ended and _ADDRESSED.fullmatch(line):
            heading = find_title(head_of(text[start:]))
            if heading is not None and not heading.is_first and heading.number <= HEAD_LINES // 2:
                return number, heading.title
        start += len(row)
        shown += bool(line)
        ended = ended or SENTENCE_END.search(line) is not None
    return None
