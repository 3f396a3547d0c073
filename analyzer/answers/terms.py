"""What binds whoever promises an act: how far it is done, how strong it is, and by when."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analyzer.answers.dates import Anchor, DateExpression, Toward, due_date, find_dates
from analyzer.answers.promise_rules import hit
from analyzer.language.pipeline import Word
from analyzer.schema import PromiseKind, PromiseStatus, Strength

TRAILING = re.compile(r"(?:\([^()]*\))?[。.!！\s]*$")
APOLOGY = re.compile(r"お詫び|おわび|陳謝|申し訳|謝罪(?:し|いた)")
ACTION = "名詞-普通名詞-サ変可能"

_FORMAL_NOUNS = frozenset({"こと", "もの", "予定", "方針", "計画", "所存", "ところ", "考え"})
_PAST_EVENT = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付(?!け?で|け?にて|をもって)|現在|時点|に?(?:判明|発生|公表|発覚|お知らせ|起き)"
    r"|の(?:事案|事故|件|公表|発生|お知らせ|報告))"
)
_BEGINS = re.compile(r"(?:\([^()]{1,4}\))?\s*(?:[一-龥]{0,3}(?:分|号)|の[^、。()をにはが]{1,8})?(?:から|より|以降|をもって|に?開始)")
_RUNNING = timedelta(days=120)
_FAR = timedelta(days=300)
"""Where 「6月中に」 would mean the June after next spring, the guessed day is likely too late."""

_RELATIVE_DAY = re.compile(r"[同前当翌そ即]")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_TODAY = re.compile(r"本日|今日")
_SINCE = re.compile(r"(?:[日月]|本日|\))(?:分)?(?:\([^()]{1,4}\))?(?:から|より|以降)")
_WHOLE_WAY = re.compile(r"(?:方式|運用|体制|仕組み|形)(?:に|を|へ)[^、。]*[日月](?:から|より|付)")
LIMIT = re.compile(r"まで|以内|中に|年度?内|末|めど|目途|目処")


def status_of(wording: str) -> PromiseStatus | None:
    """What the sentence-final form says; a bracket at the end may say it is done (「(5月8日から始めました)」)."""
    told = wording.rstrip()
    bare = TRAILING.sub("", told)
    found = [said[0] for part in (told, bare, told[len(bare) :].strip("()。 ")) if part and (said := hit("status", part))]
    if PromiseStatus.DONE in found:
        return PromiseStatus.DONE
    return PromiseStatus(found[-1 if len(found) > 1 and bare != told.rstrip("。.!！ ") else 0]) if found else None


def strength_of(core: str, kind: PromiseKind) -> Strength:
    found = hit("strength", TRAILING.sub("", core)) or hit("strength", core)
    return Strength(found[0]) if found else Strength.PROCEDURE if kind == PromiseKind.CONCRETE else Strength.EXHORT


@dataclass(frozen=True, slots=True)
class Today:
    """The day from which a statement speaks; `guessed` where it is only the last day that the statement tells."""

    day: date | None
    guessed: bool


def due_of(wording: str, today: Today, done: bool) -> tuple[str, str] | None:
    """The due date in ISO form where it resolves, else as worded; with its wording.

    「4月末まで」「4月中に」 the last day, 「4月から」 the first; a measure already taken has the day it was taken.
    """
    worded = hit("due", wording)
    for found in _dates(wording, today, done):
        inside = worded and worded[1].start() <= found.start < worded[1].end()
        if found.clocked or inside or _PAST_EVENT.match(wording, found.end):
            continue
        day, begins = due_date(found), _BEGINS.match(wording, found.end)
        if day is None:
            if begins or found.due or not _RELATIVE_DAY.match(found.text):
                return found.text, found.text
            continue
        return f"{found.iso}-01"[:10] if begins and found.iso else day.isoformat(), found.text
    return (worded[1][0], worded[1][0]) if worded else None


def day_of_all(wording: str, dues: Sequence[tuple[str, str] | None]) -> str | None:
    """The one day told that holds for every act of a unit: in its opening, in brackets at its end, or of the whole way of doing it.

    「Aを設け、Bを行います(7月11日から)」 dates both, 「Aし、4月末までにBします」 only the second.
    """
    told = {due[0] for due in dues if due}
    if len(told) != 1 or not _ISO.match(day := next(iter(told))):
        return None
    first = next(due for due in dues if due)
    bracketed = re.search(rf"\([^()]*{re.escape(first[1])}[^()]*\)。?$", wording)
    return day if dues[0] or bracketed or _WHOLE_WAY.search(wording) else None


def in_force(wording: str, due: str | None, published: date | None) -> bool:
    """Whether a rule holds from a day told that is not after the publication (「6月8日から、…乗ります」)."""
    if due and _TODAY.match(due):
        return _SINCE.search(wording) is not None
    if due is None or published is None or not _ISO.match(due) or due > published.isoformat():
        return False
    if due.endswith("-01") and due[:7] == published.isoformat()[:7] and not re.search(r"[0-9一二三]日|本日", wording):
        return False  # 「今月から」 may have begun or not: the verb tells.
    return _SINCE.search(wording) is not None


def by_date(wording: str, due: tuple[str, str] | None, published: date | None) -> PromiseStatus | None:
    """An act without a form of its own: dated before the publication running (「昨年10月から」) or done, dated after it planned."""
    if due is None or published is None or not _ISO.match(due[0]):
        return None
    if due[0] > published.isoformat():
        return PromiseStatus.PLANNED
    return PromiseStatus.UNDER_WAY if _BEGINS.match(wording, wording.find(due[1]) + len(due[1])) else PromiseStatus.DONE


def will_verb(core: str) -> bool:
    found = hit("status", TRAILING.sub("", core))
    return bool(found and found[0] == PromiseStatus.INTENDED and hit("will", core))


def is_relative(words: Sequence[Word], index: int) -> bool:
    """Whether a predicate only describes a noun (「表示し、承認しなければ送信できない仕組み」), formal nouns apart."""
    seen: set[int] = set()
    while words[index].head != index and index not in seen:
        seen.add(index)
        head = words[index].head
        if words[index].dep == "acl" and head > index and words[head].lemma not in _FORMAL_NOUNS and words[head].tag != ACTION:
            return True
        index = head
    return False


def _dates(wording: str, today: Today, done: bool) -> Sequence[DateExpression]:
    """Dates of an act: taken ones lie before the publication, others after it unless just gone by (「1月から」 in March)."""
    published = today.day
    anchor = Anchor(published)
    if done:
        wording = re.sub(r"翌(?=[0-9]{1,2}日)", " ", wording)  # The day it follows is told in another sentence.
    if done or published is None:
        return find_dates(wording, anchor, toward=Toward.PAST)
    nearest = () if LIMIT.search(wording) else find_dates(wording, anchor, toward=Toward.NEAREST)
    days = [day for found in nearest if (day := due_date(found))]
    if days and min(days) > published - _RUNNING:
        return nearest
    ahead = find_dates(wording, anchor, toward=Toward.FUTURE)
    far = today.guessed and any(day > published + _FAR for found in ahead if (day := due_date(found)) and "年" not in found.text)
    return find_dates(wording, anchor, toward=Toward.NEAREST) if far else ahead
