"""Which heading a unit stands under, and whether it is a heading, a list line or running text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from analyzer.language.units import Span
from analyzer.rules import load_rules

_MARKER = re.compile(
    r"\s*(?:(?P<number>第?[0-9]{1,2}(?:[.)\]:、．]|条|[ \t　](?=\S))(?:[0-9]{1,2}[.)]?)*|\([0-9一二三四五六七八九十ア-ンa-z]{1,2}\)"
    r"|[①-⓿]|[一二三四五六七八九十]{1,2}[、.．]|[ア-ンa-z][.)])"
    r"|(?P<question>(?:Q|問)[0-9]{0,2}[.:、 \t　])|(?P<bullet>[・･●○◯〇◎◆◇▼▽▲△▶★☆※＊*→⇒‐–—-]|■|□)|(?P<bracket>[【\[<〈《≪〔]))"
)
_KEY = re.compile(r"\s*[^:。、「」]{1,24}?\s*[:|](?!//)\s*")
_SPACED_KEY = re.compile(r"\s*(?P<key>[^\s:|。、「」0-9]{1,8})[ \t　]+(?=\S)")
"""「期間 4月1日から」: a key where the rules for headings know the word."""
_VALUE = re.compile(r"(?<![第0-9QU-])[0-9]")
"""A number, which a heading seldom holds: a line that tells one says something itself."""
_ASKS = re.compile(r"か[。?？]?$")
_CLOSED_BRACKET = re.compile(r"\s*[【\[<〈《≪〔]([^】\]>〉》≫〕]{1,40})[】\]>〉》≫〕]\s*")
_BRACKETS = re.compile(r"(?:[【\[<〈《≪][^】\]>〉》≫]+[】\]>〉》≫]\s*){3,}")
_LEAD = re.compile(
    r"(?:次|以下|下記|左記|別記)の(?:[0-9一二三四五六七八九]?(?:つ|点|項目)|とおり|通り|こと|対策|取り?組み?|措置|内容|事項|ように)|:$"
)
"""A sentence that announces the list below it."""
_SENTENCE_END = re.compile(r"(?:[。！？!?]|ます|ました|です|でした|ません|ください|ない|した|する|たい)[」』)]?$")
_MAX_HEADING = 40
_AROUND = " \t　:。【】[]<>〈〉《》≪≫〔〕()・■□◆◇●○〇▼▽▲△★"
"""What frames a heading and is no part of it."""


@dataclass(frozen=True, slots=True)
class Placement:
    """Where one unit stands.

    `heading` is the index of the heading above it, or of the sentence that announces the list it is in; `topic` is what
    that is about (a label code), `key_topic` the same for the unit's own key (「原因：…」「【原因】…」) or, for a heading, its own.
    """

    is_heading: bool
    marker: str
    heading: int | None
    distance: int
    topic: str | None
    key_topic: str | None
    alone: bool


def outline(text: str, spans: Sequence[Span]) -> list[Placement]:
    """One `Placement` for each span of the normalised `text`."""
    wordings = [text[start:end] for start, end in spans]
    alone = [_stands_alone(text, span) for span in spans]
    markers = [marker_of(wording) if _starts_line(text, span) else "" for wording, span in zip(wordings, spans, strict=True)]
    placements: list[Placement] = []
    heading: int | None = None
    topic: str | None = None
    for index, wording in enumerate(wordings):
        following = wordings[index + 1] if index + 1 < len(wordings) else None
        before, after = markers[index - 1] if index else "", markers[index + 1] if following else ""
        is_heading = alone[index] and _is_heading(wording, markers[index], following, before, after)
        leads = not is_heading and after in ("number", "bullet") and after != markers[index] and bool(_LEAD.search(wording))
        if is_heading:
            heading, topic = index, topic_of(wording)
        elif alone[index] and wording.strip() in ("以上", "敬具"):
            heading, topic = None, None
        placements.append(
            Placement(
                is_heading=is_heading,
                marker=markers[index],
                heading=heading if not is_heading else None,
                distance=index - heading if heading is not None else 0,
                topic=topic if not is_heading else None,
                key_topic=topic_of(wording) if is_heading else _key_topic(wording),
                alone=alone[index],
            )
        )
        if leads:
            heading, topic = index, topic_of(wording)
    return placements


def marker_of(wording: str) -> str:
    """`number`, `question`, `bullet`, `bracket` or nothing: how a line begins."""
    found = _MARKER.match(wording)
    return found.lastgroup or "" if found else ""


def topic_of(heading: str) -> str | None:
    """The label code of what a heading is about."""
    bare = heading.strip(_AROUND)
    return next((topic for topic, pattern in _topics() if pattern.search(bare)), None)


@cache
def _topics() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((str(rule["topic"]), re.compile(str(rule["pattern"]))) for rule in load_rules("headings").values())


def _key_topic(wording: str) -> str | None:
    bracket = _CLOSED_BRACKET.match(wording)
    if bracket:
        return topic_of(bracket[1])
    key = _key(wording)
    return topic_of(key) if key else None


def _key(wording: str) -> str | None:
    """The key of a key–value line, or None; a value must follow it."""
    found = _KEY.match(wording)
    if found:
        return found[0] if found.end() < len(wording.rstrip()) else None
    marker = _MARKER.match(wording)
    rest = wording[marker.end() :] if marker and marker.lastgroup in ("number", "bullet") else wording
    spaced = _SPACED_KEY.match(rest)
    return spaced["key"] if spaced and topic_of(spaced["key"]) else None


def _is_heading(wording: str, marker: str, following: str | None, before: str, after: str) -> bool:
    """`before` and `after` are the markers of the lines around it: a short line among lines marked alike is one of them."""
    body = wording.strip()
    if len(body) > _MAX_HEADING or (following is None and body != "記"):
        return False
    if _BRACKETS.fullmatch(body):
        return False  # a row of key words heads nothing
    if body == "記" or _CLOSED_BRACKET.fullmatch(body):
        return True
    if marker == "question":
        return True
    if _SENTENCE_END.search(body) and not (_ASKS.search(body) and topic_of(body)):
        return False
    if body.endswith((":", "：")):
        return True
    if _key(body) or _VALUE.search(_MARKER.sub("", body, count=1)):
        return False
    if marker == "bullet" and body[0] in "・･-*※→⇒":
        return False
    if marker and marker in (before, after) and not topic_of(body):
        return False
    if marker:
        return topic_of(body) is not None or len(body) <= 16
    return topic_of(body) is not None and len(body) <= 24 and "、" not in body


def _starts_line(text: str, span: Span) -> bool:
    return not text[text.rfind("\n", 0, span[0]) + 1 : span[0]].strip()


def _stands_alone(text: str, span: Span) -> bool:
    end = text.find("\n", span[1])
    return _starts_line(text, span) and not text[span[1] : end if end >= 0 else len(text)].strip()
