"""What binds whoever promises an act: how far it is done, how strong it is, by when and by whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from analyzer.answers.dates import Anchor, DateExpression, Toward, due_date, find_dates
from analyzer.answers.promise_rules import hit
from analyzer.language.agency import owner_of
from analyzer.language.pipeline import Word
from analyzer.language.units import Span
from analyzer.schema import Owner, PromiseKind, PromiseStatus, Strength

TRAILING = re.compile(r"(?:\([^()]*\))?[。.!！\s]*$")
APOLOGY = re.compile(r"お詫び|おわび|陳謝|申し訳|謝罪(?:し|いた)")
ACTION = "名詞-普通名詞-サ変可能"
_WAYS = frozenset({"方式", "体制", "運用", "決まり", "ルール", "手順", "形", "規則", "規程", "取り決め"})
"""A way of doing that a clause describes (「監事が承認する方式」): whoever does it there does what is promised."""

_FORMAL_NOUNS = frozenset({"こと", "もの", "予定", "方針", "計画", "所存", "ところ", "考え"})
_BARE_SELF = re.compile(r"^(?:(?:当|弊|本)[^の]{1,4}|私(?:たち|ども|達)|我々|小社|自社|クラブ|球団|会社)$")
_PAST_EVENT = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付(?!け?で|け?にて|をもって)|現在|時点|に?(?:判明|発生|公表|発覚|お知らせ|起き)"
    r"|の(?:事案|事故|件|公表|発生|お知らせ|報告))"
)
_BEGINS = re.compile(r"(?:\([^()]{1,4}\))?\s*(?:分)?(?:から|より|以降|をもって|に?開始)")
_RUNNING = timedelta(days=120)
_FAR = timedelta(days=300)
"""Where 「6月中に」 would mean the June after next spring, the guessed day is likely too late."""

_RELATIVE_DAY = re.compile(r"[同前当翌そ即]")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_TODAY = re.compile(r"本日|今日")
_SINCE = re.compile(r"(?:[日月]|本日|\))(?:分)?(?:\([^()]{1,4}\))?(?:から|より|以降)")
_WHOLE_WAY = re.compile(r"(?:方式|運用|体制|仕組み|形)(?:に|を|へ)[^、。]*[日月](?:から|より|付)")
LIMIT = re.compile(r"まで|以内|中に|年度?内|末|めど|目途|目処")
_BY = re.compile(r"(?:が|は|も|だけが|同士で|で(?!は?な|す|き|あ)|にて|において|による|により|によって)")
_ASKED = re.compile(r"[てで](?:もら|いただ|頂)(?!かない|わない)|をお願い|(?<=に)(?:[^、。]{0,40}を)?依頼")
_RESTRICTED = re.compile(r"[^。]*(?:に限|(?:の)?対象(?:と|に)|を認めな|を禁)")
_ALL_OF = re.compile(r"[^、。はがをに]{1,12}(?:一同|一丸となって)(?=[、。がで]|[^ぁ-ん])")
_BRACKET = re.compile(r"\(([^()]*)\)[。.]?\s*$")
_CAUSED = frozenset({"せる", "させる", "しめる"})
_CONDITION = re.compile(r"(?:(?:し|て|い)?な)?(?:ければ|れば|たら|なら)|[^、。]{0,4}?(?:まで|場合|とき|際|ため|よう)")


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


def owner_of_act(wording: str, words: Sequence[Word], act: Span) -> str | None:
    """Who is to do it, as worded: 「(担当:…)」, else the noun phrase of a person or body that is the doer, else who stands in a bracket."""
    start, end = act
    keyed = hit("owner_key", wording[start:end])
    if keyed:
        return keyed[1]["who"].strip()
    return _doer(wording, words, start, end) or _all_of(wording[start:end]) or _bracketed(wording[start:end])


def _doer(wording: str, words: Sequence[Word], start: int, end: int) -> str | None:
    asked = _ASKED.search(wording, start, end)
    caused = next((word.start for index, word in enumerate(words) if start < word.start < end and _makes_do(words, index)), start)
    for index, word in enumerate(words):
        if not start < word.start < end or word.pos not in ("ADP", "AUX", "SCONJ", "PART"):
            continue
        # 「監査の方に見ていただく」「出店者に提出させる」: who is asked or made to do it does it.
        led = word.text == "に" and word.start < max(caused, asked.start() if asked else start)
        if not _BY.match(wording, word.start) and not led:
            continue
        phrase, doer = _phrase(words, index - 1, start), words[index - 1]
        if word.text == "は" and (phrase.endswith("の担当") or _RESTRICTED.match(wording, word.start)):
            continue
        predicate = words[doer.head]
        if predicate.start > word.start and (
            (is_relative(words, doer.head) and not _is_way(words, doer.head))
            or _CONDITION.match(wording, predicate.start + len(predicate.text))
        ):
            continue
        if _BARE_SELF.match(phrase):
            if word.text == "が" and owner_of(phrase) == Owner.OWN:
                return phrase
        elif (doer.tag != ACTION or hit("actor", doer.text)) and hit("actor", phrase):
            return phrase
    return None


def _is_way(words: Sequence[Word], index: int) -> bool:
    return words[index].dep == "acl" and words[words[index].head].lemma in _WAYS


def _makes_do(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the causative of an act (「提出させます」), not of telling (「言って聞かせる」) or of not doing."""
    word, following = words[index], words[index + 1 : index + 2]
    made = word.pos == "AUX" and word.lemma in _CAUSED and words[index - 1].lemma not in ("聞く", "知る", "済む")
    return made and not any(after.lemma in ("ない", "ず", "ぬ") for after in following) and not is_relative(words, index)


def _all_of(wording: str) -> str | None:
    found = _ALL_OF.search(wording)
    return re.sub(r"となって$", "", found[0]) if found else None


def _bracketed(wording: str) -> str | None:
    """「(6月末まで、警防課)」: the part of a closing bracket that names somebody."""
    found = _BRACKET.search(wording)
    told = re.split(r"[、,;/]\s*", found[1]) if found else []
    return next((part for part in told if re.fullmatch(r"[^をにがはずた]{2,20}", part) and hit("actor", part)), None)


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
    """An act without a sentence-final form of its own, dated before the publication, is running (「昨年10月から」) or done."""
    if due is None or published is None or not due[0] < published.isoformat() or not due[0][:4].isdigit():
        return None
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


def _phrase(words: Sequence[Word], index: int, start: int) -> str:
    """The run of nouns that ends at a word, with の, と, や and brackets inside it."""
    first = last = index
    while first >= 0 and words[first].start >= start:
        word = words[first]
        joint = word.text in ("の", "と", "や", "・", "および", "及び", "以外", "を", "含む", "もう") and first < last
        if word.text == "を" and words[first + 1].text != "含む":
            break
        if not joint and word.pos not in ("NOUN", "PROPN", "NUM", "PRON") and not word.tag.startswith(("接尾辞", "接頭辞", "名詞")):
            break
        first -= 1
    text = "".join(word.text for word in words[first + 1 : last + 1])
    return re.sub(r"^.*(?:[日月年週曜]|ごと|前|後)の|^[のとや・を]+|^含む", "", text)
