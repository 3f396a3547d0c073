"""Whose an announcement is: the bodies that head or sign it, and whether the bodies of two announcements may be one."""

import re
from collections.abc import Collection, Iterator, Sequence

from analyzer.rules.slots import GROUPING

_OWN = re.compile(r"^(?:当|弊|本|各|同|両|この|全|加盟|所属|関係|前|元|他|対象)")
_FORM = re.compile(
    r"(?:株式|有限|合同|合資)会社|(?:一般|公益)?(?:社団|財団)法人|(?:国立大学|公立大学|学校|医療|社会福祉|宗教)法人(?:社団|財団)?"
    r"|(?:地方)?独立行政法人|(?:認定)?NPO法人|特定非営利活動法人|\s"
)
"""What a name may bear before it or behind it, or leave out."""
_AUTHORITY = re.compile(r"[都道府県市区町村]$|教育委員会$")
_ITS_OWN = re.compile(r"(?:学校|高校|大学|園|病院|医療センター|診療所|館|局|企業団|劇場|財団|協会)$")
"""A city speaks for its school or its hospital, and the board of education for both."""
_HEAD, _TAIL = 3, 4
"""Lines in which a body heads or signs an announcement."""
_LONGEST_LINE = 30
_ALIKE = 2
"""Characters with which the names of a corporation and of its school begin alike."""

_LEAST_NAME = 4
"""Characters of a name that is not by chance in a text that speaks of another body."""


def issuers_of(title: str, text: str) -> frozenset[str]:
    """The bodies whose names stand alone in a line at the head, else at the end; else those that a line there, the title or the
    opening words name."""
    lines = text.splitlines()
    head, tail = ([line for line in some if len(line) <= _LONGEST_LINE] for some in (lines[:_HEAD], lines[-_TAIL:]))
    named = (frozenset(some) for some in (_alone(head), _alone(tail), _within((*head, *tail, title)), _opening(text)))
    return next((names for names in named if names), frozenset())


def of_one_body(one: Collection[str], other: Collection[str]) -> list[str]:
    """The names of the first that stand in one of the second, or hold one of it, whatever form of company they bear."""
    return [name for name in one if any(_core(name) in _core(each) or _core(each) in _core(name) for each in other)]


def differ(one: Collection[str], other: Collection[str]) -> bool:
    """Whether the bodies of two announcements are named, and none of the first may be one of the second.

    A corporation and its school begin alike (「学校法人汐見学園」, 「汐見中学校」); an authority speaks for what is its own.
    """
    return bool(one and other) and not any(_may_be_one(name, each) for name in one for each in other)


def named_in(issuers: Collection[str], text: str) -> list[str]:
    """The bodies that a text names, whatever form of company they bear there; a city stands in the address of many."""
    return [name for name in issuers if len(_core(name)) >= _LEAST_NAME and not _AUTHORITY.search(name) and _core(name) in text]


def _may_be_one(one: str, other: str) -> bool:
    left, right = _core(one), _core(other)
    of_authority = any(_AUTHORITY.search(some) and _ITS_OWN.search(own) for some, own in ((left, right), (right, left)))
    return left in right or right in left or left[:_ALIKE] == right[:_ALIKE] or of_authority


def _core(name: str) -> str:
    """A name without the form of the company or corporation; 「北川市」 of 「北川市役所」."""
    return re.sub(r"(?:役所|役場)$", "", _FORM.sub("", name)) or name


def _alone(lines: Sequence[str]) -> Iterator[str]:
    """The bodies that a line names and nothing else but a section or an officer."""
    for line in lines:
        found = GROUPING.opening("issuer_line", line.strip())
        if found and _is_name(found["body"]):
            yield re.sub(r"\s+", "", found["body"])


def _within(lines: Sequence[str]) -> Iterator[str]:
    """The bodies named within short lines; 「通信株式会社」 behind hiragana is the end of a name, or of another's in a sentence."""
    # 「学校法人汐見学園 汐見中学校」: the one with and without its school.
    for line in (*lines, *(re.sub(r"\s+", "", line) for line in lines)):
        for found in GROUPING.each("organisation", line):
            if _is_name(found[0]) and not re.match(r"[ぁ-ん]", line[max(found.start() - 1, 0) : found.start()]):
                yield re.sub(r"\s+", "", found[0])


def _opening(text: str) -> Iterator[str]:
    """The body that an announcement without a head begins with: 「北浜信用金庫では、」."""
    found = GROUPING.opening("issuer_opening", text)
    if found and _is_name(found["body"]):
        yield re.sub(r"\s+", "", found["body"])


def _is_name(name: str) -> bool:
    """Whether it names a body, and not a kind of bodies (「県立高等学校」) or the speaker (「本市」)."""
    bare = re.sub(r"\s+", "", name)
    return not _OWN.match(bare) and not GROUPING.says("any_body", bare)
