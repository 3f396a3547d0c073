"""The earlier report that one which follows quotes below its own text: it is that one's wording, with days of its own."""

import re

from analyzer.language.normalise import fold
from analyzer.language.units import Span
from analyzer.reading.english import LINE
from analyzer.reading.several import NO_HEAD, SENTENCE_END, WHOLE_DAY, report_headed

_LONGEST = 120
"""Characters beyond which a line heads no quotation."""
_LEAST_OWN = 2
"""Sentences of its own below which a text only passes on what it quotes."""
_REPORT = r"第[0-9一二三四五六七八九十]{1,3}報"
_MADE = (
    r"(?:公表|発表|掲載|配信|公開|お知らせ)(?:した|しました|いたしました|分|済み)?(?:の|時の)?"
    rf"(?:内容|文章?|全文|原文|もの|{_REPORT})?"
)
_MARK = re.compile(
    r"(?P<set_off>[-=_*~+―─━—–‐ー]{3,}\s?|(?=[【\[<《≪(]))?[【\[<《≪(■●◆▼※]?\s?"
    r"(?P<said>(?:以下|ここから(?:下)?|再掲|参考(?:資料)?)[)\]】>》≫]?(?:は)?[、,:]?\s?)?[【\[<《≪(]?"
    rf"(?:(?P<report>{_REPORT}|初報|前報)(?![^(]{{0,40}}(?:訂正|誤|変更|違|修正|更新|差|から|より|以降|以後|後の))[^。!?]{{0,60}}"
    rf"|{WHOLE_DAY}(?:付|付け)?(?:に|の)?{_MADE}(?:\s?[(【の]?再掲)?\s?[)\]】>》≫]{{0,2}}\s?[-=_*~+―─━—–‐ー]{{0,40}})"
)
_LIKELY = re.compile(r"報|公表|発表|掲載|配信|公開|お知らせ")
_LATER = re.compile(r"第(?:[2-9]|[1-9][0-9]|[二三四五六七八九十]{1,3})報|続報|最終報|その後|訂正")
_CONTACT = re.compile(
    r"[【\[<■●◆◇▼]?\s?(?:(?:本件|この件|本事案)[^。、]{0,12})?お?問い?合わ?せ(?:先|窓口|について)?[】\]>]?(?:\s?:.{0,60})?"
)


def quotation_in(text: str, title: str | None = None) -> tuple[str, Span] | None:
    """The heading of what is quoted, and where it stands; to the end, or to the heading of whom to ask, which the page has once.

    >>> text = "名簿は戻りました。その後の調べを記します。\\n--- 以下、第1報(6月1日) ---\\n名簿を紛失しました。"
    >>> quotation_in(text)
    ('以下、第1報(6月1日)', (22, 53))
    """
    own, listed = 0, False
    for row in LINE.finditer(text):
        line = fold(row[0]).strip() if len(row[0]) <= _LONGEST and _LIKELY.search(row[0]) else ""
        found = _MARK.fullmatch(line)
        set_off = found is not None and found["set_off"] is not None
        if (
            found
            and own >= _LEAST_OWN
            and not NO_HEAD.search(line)
            and (
                found["said"] or "再掲" in line or (set_off and not listed and _follows(found["report"], f"{title}\n{text[: row.start()]}"))
            )
        ):
            end = next((below.start() for below in LINE.finditer(text, row.end()) if _asks(below[0])), len(text))
            told = SENTENCE_END.search(text, row.end(), end)
            return (line.strip("-=_*~+―─━—–‐ー "), (row.start(), end)) if told else None
        listed = listed or set_off or report_headed(line) is not None
        own += len(SENTENCE_END.findall(row[0]))
    return None


def _follows(report: str | None, above: str) -> bool:
    """Whether the text above calls itself, or tells of, a later report."""
    return any(told[0] != report for told in _LATER.finditer(fold(above)))


def _asks(line: str) -> bool:
    return "合" in line and len(line) <= _LONGEST and _CONTACT.fullmatch(fold(line).strip()) is not None
