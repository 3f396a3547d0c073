"""Promises against recurrence: one record an act, with who, what, by when, how binding, how strong and how it is checked.

A unit that holds several acts (「①A②B」「AおよびB」「Aするとともに、Bする」「Aし、Bする」) gives a promise for each. A clause
that only names the wished-for result (「…し、再発防止に努めます」) is not an act: it stays with the act it ends, unless the
unit is labelled both concrete and vague, when it is the vague promise. The organisation itself as the topic
(「当クラブは」) is nobody to ask and no owner; as the one singled out (「当クラブが」) it is.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from analyzer.answers.dates import Anchor, DateExpression, Toward, due_date, find_dates
from analyzer.language.agency import owner_of
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.outline import topic_of
from analyzer.language.pipeline import Word
from analyzer.language.units import Span
from analyzer.report import Promise
from analyzer.rules import load_rules
from analyzer.schema import Label, Owner, PromiseKind, PromiseStatus, Strength

Labels = Mapping[Label, float]

_MEASURES = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE})
_MARKER = re.compile(
    r"\s*(?:[・･●○◯◎■□◆◇▼▽▲△★☆※*\-]+|第?[0-9一二三四五六七八九十]{1,2}(?:[.)、．]|条|(?:-[0-9]{1,2})? (?=\D))"
    r"|[【\[<〈《][^】\]>〉》]{1,20}[】\]>〉》]|\([^()]{1,3}\)|[①-⓿]|[ア-ンa-zA答一二三四五六七八九十][)、. :])\s*"
)
_KEY = re.compile(r"(?P<key>[^:。、「」()]{1,20}?)(?::(?!//)| )\s*")
_ITEM = re.compile(r"[①-⓿]|\((?:[0-9]|[一二三四五六七八九])\)")
_TRAILING = re.compile(r"(?:\([^()]*\))?[。.!！\s]*$")
_OPENING = re.compile(
    r"(?:(?:また|さらに|更に|なお|あわせて|併せて|合わせて|加えて|そのうえで|その上で|まず|次に|同時に|特に|そこで|このため"
    r"|今後(?:とも|は|も)?|これから(?:は)?|ただちに|直ちに|現在(?:は)?|改めて|あらためて"
    r"|(?:同様の)?(?:再発|事故)(?:を)?防止(?:する)?(?:策)?(?:の?ため(?:に)?|として(?:は)?|に向け(?:て)?)"
    r"|(?:当|弊|本)[^、。のが]{1,6}?(?:といたしまして(?:は|も)?|としまして(?:は|も)?|として(?:は|も)?|では|も|は)"
    r"|[^、]{0,30}(?:を受け(?:て)?|を踏まえ(?:て|まして)?|に鑑み|を教訓に|を機に)(?=、))"
    r"(?:、|(?<=[はもて])|$)\s*|今後 )+"
)
_JOINED = re.compile(r"(?<=[るたうくすつぐぶむぬ])(?:とともに|と共に|と同時に|のと(?:併|合|あわ)せて|ほか)、?")
_FORMAL_END = re.compile(
    r"(?:ところ|もの|こと|予定|方針|計画|所存|考え)"
    r"(?:(?:と|に|で|を)(?:する|いたす|し|いたし|致し|なり|あり|ござい|決め|決定|定め|おり|考えて|お約束)[^、を]*|です|とし)?$"
)
_FORMAL_NOUNS = frozenset({"こと", "もの", "予定", "方針", "計画", "所存", "ところ", "考え"})
_LIGHT = re.compile("まいる|参る|おる|いる|いただく|頂く|くださる|いたす|致す|する|ます|た|て|で|たい|ある|ござる|存ずる|存じる|思う|と")
_DO = frozenset({"する", "いたす", "致す"})
_ACTION = "名詞-普通名詞-サ変可能"
_BARE_SELF = re.compile(r"^(?:(?:当|弊|本)[^の]{1,4}|私(?:たち|ども|達)|我々|小社|自社|クラブ|球団|会社)$")
_ARGUMENT = re.compile(r"[をはがにへ]|から|より|まで|だけ|のみ")
_OBJECT = re.compile(r"を|は|が(?!な)|に(?:も|は)|には|に限")
_PAST_EVENT = re.compile(
    r"(?:\([^()]{1,4}\))?(?:付(?!け?で|け?にて|をもって)|現在|時点|に?(?:判明|発生|公表|発覚|お知らせ|起き)"
    r"|の(?:事案|事故|件|公表|発生|お知らせ|報告))"
)
_BEGINS = re.compile(r"(?:\([^()]{1,4}\))?\s*(?:分)?(?:から|より|以降|をもって|に?開始)")
_AROUND_DUE = (
    r"(?!の)(?:分)?(?:\([月火水木金土日祝・]{1,3}\))?"
    r"(?:まで(?:に)?|以内に?|中に?|から|より|以降|に|付け?(?:で|にて)|で|を(?:目途|めど|目処)に?)?(?:は)?[、:]?\s*"
)
_APOLOGY = re.compile(r"お詫び|おわび|陳謝|申し訳|謝罪(?:し|いた)")
_RUNNING = timedelta(days=120)
_RELATIVE_DAY = re.compile(r"[同前当翌そ即]")
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}$")
_SINCE = re.compile(r"(?:[日月]|本日|\))(?:分)?(?:\([^()]{1,4}\))?(?:から|より|以降)")
_WHOLE_WAY = re.compile(r"(?:方式|運用|体制|仕組み|形)(?:に|を|へ)[^、。]*[日月](?:から|より|付)")
_LIMIT = re.compile(r"まで|以内|中に|年度?内|末|めど|目途|目処")
_BY = re.compile(r"(?:が|は|も|だけが|同士で|で(?!は?な|す|き|あ)|にて|において|による|により|によって)")
_IN_BRACKETS = re.compile(r"\([^()]*$")
_ASKED = re.compile(r"[てで](?:もら|いただ|頂)(?!かない|わない)|をお願い|に(?:[^、。]{0,24}を)?依頼")
_CONDITION = re.compile(r"(?:(?:し|て|い)?な)?(?:ければ|れば|たら|なら)|[^、。]{0,4}?(?:まで|場合|とき|際|ため|よう)")
_NEITHER = re.compile(r"[^ぁ-んァ-ヶ一-龥0-9A-Za-z]*")


@dataclass(frozen=True, slots=True)
class _Part:
    """The span of one act in its unit; `core` ends before a clause that only names the wished-for result."""

    start: int
    end: int
    core: int


def promises(document: DocumentReading, labels: Sequence[Labels], published: date | None) -> tuple[Promise, ...]:
    """The promises of a statement in order; a date is resolved against the day of publication, else given as worded."""
    units = document.units
    causes = [unit for unit, given in zip(units, labels, strict=True) if Label.CAUSE in given]
    checks = [
        (index, check) for index, given in enumerate(labels) if Label.FOLLOWUP in given and (check := _check_in(units[index].wording))
    ]
    found: list[Promise] = []
    for index, given in enumerate(labels):
        place = units[index].placement
        # 「6. 再発防止 全数を検査いたします」 is a key with its act, 「6. 再発防止策」 only a heading.
        headed = place.is_heading and place.key_topic and _status(units[index].wording) is None
        if not _MEASURES.isdisjoint(given) and not headed:
            lead = _lead(units, index)
            found += _promises_of(document, index, given, lead, causes, checks, published)
    return tuple(found)


def empty_promise_rate(found: Sequence[Promise]) -> float | None:
    """空約束率: the share of vague promises, None where nothing is promised."""
    return round(sum(promise.kind == PromiseKind.VAGUE for promise in found) / len(found), 4) if found else None


def _promises_of(
    document: DocumentReading,
    index: int,
    given: Labels,
    lead: str,
    causes: Sequence[UnitReading],
    checks: Sequence[tuple[int, str]],
    published: date | None,
) -> Iterator[Promise]:
    unit = document.units[index]
    wording, words = unit.wording, unit.parsed.words
    parts = _parts(unit, both=given.keys() >= _MEASURES)
    verified = None
    if Label.FOLLOWUP in given:
        checking = [part for part in parts[1:] if _check_in(wording[part.start : part.end])]
        verified = _check_in(wording[checking[0].start :]) if checking else None
        parts = [part for part in parts if part not in checking]
    parts = [part for part in parts if not _APOLOGY.search(wording[part.start : part.end])] or parts
    kinds = _kinds(wording, parts, given)
    last = _status(wording[parts[-1].start :])
    told = last or _status(lead) or PromiseStatus.PLANNED
    shared_due, shared_owner = _shared(wording, parts, lead, published, told == PromiseStatus.DONE)
    statuses = [last if part is parts[-1] else _status(wording[part.start : part.end]) for part in parts]
    dues = [
        _due(wording[part.start : part.end], published, (said or told) == PromiseStatus.DONE)
        for part, said in zip(parts, statuses, strict=True)
    ]
    day = _day_of_all(wording, dues)
    for part, kind, said, due in zip(parts, kinds, statuses, dues, strict=True):
        text, core = wording[part.start : part.end], wording[part.start : part.core]
        own_words = [word for word in words if part.start <= word.start < part.end]
        status = said or _by_date(text, due, published) or told
        if _in_force(wording, due[0] if due else shared_due or day, published) and status != PromiseStatus.INTENDED:
            status = PromiseStatus.DONE
        if status == PromiseStatus.INTENDED and kind == PromiseKind.CONCRETE and not _will_verb(core):
            status = PromiseStatus.PLANNED
        start, end = document.original_span((unit.span[0] + part.start, unit.span[0] + part.end))
        yield Promise(
            unit=index,
            start=start,
            end=end,
            text=document.statement.text[start:end],
            kind=kind,
            act=_act(wording, words, part, due[1] if due else None),
            owner=_owner(wording, words, part) or shared_owner,
            due=due[0] if due else shared_due or (day if kind == PromiseKind.CONCRETE else None),
            status=status,
            strength=_strength(core, kind),
            answers_cause=_answers(text, own_words, causes) if causes else None,
            verified_by=verified or next((check for at, check in checks if at > index and _checks(check, own_words)), None),
        )


@dataclass(frozen=True, slots=True)
class PromiseRule:
    """One wording rule of `rules/promises.toml`."""

    code: str
    slot: str
    value: str
    pattern: re.Pattern[str]


@cache
def promise_rules(slot: str) -> tuple[PromiseRule, ...]:
    """The rules that decide one slot, in file order: the first that hits wins."""
    rules = load_rules("promises").items()
    return tuple(PromiseRule(code, slot, rule["value"], re.compile(rule["pattern"])) for code, rule in rules if rule["slot"] == slot)


def _hit(slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    return next(((rule.value, found) for rule in promise_rules(slot) if (found := rule.pattern.search(wording))), None)


# --- acts ------------------------------------------------------------------------------------------------------------


def _parts(unit: UnitReading, *, both: bool) -> list[_Part]:
    """The acts of a unit; what opens it (marker, ground) belongs to the first."""
    wording, words = unit.wording, unit.parsed.words
    items = [found.end() for found in _ITEM.finditer(wording)]
    if len(items) > 1:
        ends = [*[found.start() for found in _ITEM.finditer(wording)][1:], len(wording)]
        pieces = [(begin, end) for begin, end in zip(items, ends, strict=True)]
    else:
        pieces = _clauses(wording, words)
    pieces = [noun for piece in pieces for noun in _nouns(words, piece)]
    parts: list[_Part] = []
    for start, end in pieces:
        start, end = _trimmed(wording, start, end)
        if start >= end:
            continue
        if parts and not both and _hit("tail", wording[start:end]):
            parts[-1] = _Part(parts[-1].start, end, parts[-1].core)
        else:
            parts.append(_Part(start, end, end))
    return parts or [_Part(0, len(wording), len(wording))]


def _clauses(wording: str, words: Sequence[Word]) -> list[Span]:
    """Cut where one main clause ends and the next has an object or topic of its own."""
    joints = sorted({(found.start(), found.end()) for found in _JOINED.finditer(wording)} | set(_conjunctive(wording, words)))
    pieces: list[Span] = []
    start = 0
    for index, (left, right) in enumerate(joints):
        following = wording[right : joints[index + 1][0] if index + 1 < len(joints) else len(wording)]
        clause = wording[start:left]
        spoken = _APOLOGY.search(clause) or (len(clause) >= 5 and _ARGUMENT.search(clause))
        if right <= start or not spoken or _hit("preamble", clause):
            continue
        rest = wording[right:]
        if _hit("tail", rest) or (len(following) >= 5 and _OBJECT.search(following) and not _hit("sequence", following)):
            pieces.append((start, left))
            start = right
    return [*pieces, (start, len(wording))]


def _conjunctive(wording: str, words: Sequence[Word]) -> Iterator[Span]:
    """Commas after a predicate in its 連用形 (「廃止し、」「設け、」), or after an action noun with an object (「…を廃止、」)."""
    for index, word in enumerate(words):
        if word.text not in ("、", ",") or not index:
            continue
        before = words[index - 1]
        predicate = index - 1
        while predicate and words[predicate].pos == "AUX":
            predicate -= 1
        continues = (
            before.pos in ("VERB", "AUX")
            and before.text != before.lemma
            and not before.text.endswith(("て", "で", "ず", "ば", "た", "だ", "ない", "べく"))
        )
        bare = (
            before.tag == _ACTION and before.pos in ("NOUN", "VERB") and "を" in wording[: before.start] and "を" in wording[word.start :]
        )
        if (continues or bare) and not _inside_relative(words, predicate):
            yield word.start, word.start + 1


def _inside_relative(words: Sequence[Word], index: int) -> bool:
    """Whether a predicate only describes a noun (「表示し、承認しなければ送信できない仕組み」), formal nouns apart."""
    seen: set[int] = set()
    while words[index].head != index and index not in seen:
        seen.add(index)
        head = words[index].head
        if words[index].dep == "acl" and head > index and words[head].lemma not in _FORMAL_NOUNS and words[head].tag != _ACTION:
            return True
        index = head
    return False


def _nouns(words: Sequence[Word], piece: Span) -> list[Span]:
    """Cut 「Aの確認およびBの監視を行う」: both sides must be an action noun with something of its own before it."""
    inside = [word for word in words if piece[0] <= word.start < piece[1]]
    for index, word in enumerate(inside):
        if word.text not in ("および", "及び", "並びに", "ならびに") or index < 2:
            continue
        end = next((at for at in range(index + 1, len(inside)) if inside[at].text in ("を", "に", "。", "、", "(")), len(inside))
        left, right = inside[:index], inside[index + 1 : end]
        if _is_act(left) and _is_act(right) and not any(w.text in ("を", "は") for w in left):
            return [(piece[0], word.start), *_nouns(words, (inside[index + 1].start, piece[1]))]
    return [piece]


def _is_act(words: Sequence[Word]) -> bool:
    return (
        len(words) > 1
        and (words[-1].tag == _ACTION or words[-1].text in ("化", "見直し", "立ち会い"))
        and words[-2].text not in ("、", "や", "・")
    )


def _trimmed(wording: str, start: int, end: int) -> Span:
    while start < end and wording[start] in " \n\t、,・":
        start += 1
    while end > start and wording[end - 1] in " \n\t、,":
        end -= 1
    return start, end


def _kinds(wording: str, parts: Sequence[_Part], given: Labels) -> list[PromiseKind]:
    """The unit's label; where it has both, each part by its words of will, and at least one is concrete."""
    if Label.MEASURE_VAGUE not in given:
        return [PromiseKind.CONCRETE] * len(parts)
    if Label.MEASURE_CONCRETE not in given:
        return [PromiseKind.VAGUE] * len(parts)
    cores = [wording[part.start : part.core] for part in parts]
    strengths = [list(Strength).index(_strength(core, PromiseKind.VAGUE)) for core in cores]
    vague = [
        bool(_hit("tail", core) or (strength == 0 and _hit("will", core) and not _hit("due", core)))
        for core, strength in zip(cores, strengths, strict=True)
    ]
    if all(vague):
        vague[strengths.index(max(strengths))] = False
    return [PromiseKind.VAGUE if empty else PromiseKind.CONCRETE for empty in vague]


def _act(wording: str, words: Sequence[Word], part: _Part, due: str | None) -> str | None:
    """The clause in its dictionary form, without marker, opening, topic of itself, date and polite ending."""
    end = part.start + len(_TRAILING.sub("", wording[part.start : part.core]))
    formal = _FORMAL_END.search(wording, part.start, end)
    if formal and formal.start() > part.start:
        end = formal.start()
    text = wording[part.start : end]
    inside = [word for word in words if part.start <= word.start < end]
    at = len(inside) - 1
    while at > 0 and (inside[at].pos in ("AUX", "SCONJ", "PUNCT") or _LIGHT.fullmatch(inside[at].lemma)):
        if inside[at].lemma in _DO and inside[at - 1].text in ("に", "と", "を"):
            break
        at -= 1
    if inside and (at < len(inside) - 1 or inside[at].pos == "VERB" or inside[at].lemma in _DO):
        text = wording[part.start : inside[at].start] + _plain(inside[at], inside[at + 1 :])
    marker = _MARKER.match(text)
    text = text[marker.end() :] if marker else text
    key = _KEY.match(text)
    if key and key.end() < len(text) and (topic_of(key["key"]) or (due and due in key["key"]) or _status(key["key"])):
        text = text[key.end() :]
    if due:
        text = re.sub(re.escape(due) + _AROUND_DUE, "", text, count=1)
    opening = _OPENING.match(text)
    text = text[opening.end() :] if opening else text
    return _NEITHER.sub("", text, count=1).strip("、 。").replace("\n", "") or None


def _plain(word: Word, after: Sequence[Word]) -> str:
    """A predicate without politeness; negation, passive and causative are kept."""
    if word.lemma in _DO:
        return "する"
    verbal = word.pos == "VERB" and not word.tag.startswith("名詞")
    voice = next((w for w in after if w.lemma in ("れる", "られる", "せる", "させる", "できる")), None)
    negative = any(w.lemma in ("ない", "ぬ", "ん") for w in after)
    if voice:
        return (
            word.text + "".join(w.text for w in after if w.start < voice.start) + (voice.lemma[:-1] + "ない" if negative else voice.lemma)
        )
    if not negative:
        return word.lemma if verbal else word.text
    if not verbal:
        return word.text + "しない"
    godan = word.text != word.lemma[:-1]
    return (
        word.lemma[:-1] + dict(zip("うくぐすつぬぶむる", "わかがさたなばまら", strict=True)).get(word.lemma[-1], "") if godan else word.text
    ) + "ない"


# --- slots -------------------------------------------------------------------------------------------------------------


def _status(wording: str) -> PromiseStatus | None:
    """What the sentence-final form says; a bracket at the end may say it is done (「(5月8日から始めました)」)."""
    told = wording.rstrip()
    bare = _TRAILING.sub("", told)
    found = [hit[0] for part in (told, bare, told[len(bare) :].strip("()。 ")) if part and (hit := _hit("status", part))]
    if PromiseStatus.DONE in found:
        return PromiseStatus.DONE
    return PromiseStatus(found[-1 if len(found) > 1 and bare != told.rstrip("。.!！ ") else 0]) if found else None


def _day_of_all(wording: str, dues: Sequence[tuple[str, str] | None]) -> str | None:
    """The one day told that holds for every act of a unit: in its opening, in brackets at its end, or of the whole way of doing it.

    「Aを設け、Bを行います(7月11日から)」 dates both, 「Aし、4月末までにBします」 only the second.
    """
    told = {due[0] for due in dues if due}
    if len(told) != 1 or not _ISO.match(day := next(iter(told))):
        return None
    first = next(due for due in dues if due)
    bracketed = re.search(rf"\([^()]*{re.escape(first[1])}[^()]*\)。?$", wording)
    return day if dues[0] or bracketed or _WHOLE_WAY.search(wording) else None


def _in_force(wording: str, due: str | None, published: date | None) -> bool:
    """Whether a rule holds from a day told that is not after the publication (「6月8日から、…乗ります」)."""
    if due is None or published is None or not _ISO.match(due) or due > published.isoformat():
        return False
    return _SINCE.search(wording) is not None


def _by_date(wording: str, due: tuple[str, str] | None, published: date | None) -> PromiseStatus | None:
    """An act without a sentence-final form of its own, dated before the publication, is running (「昨年10月から」) or done."""
    if due is None or published is None or not due[0] < published.isoformat() or not due[0][:4].isdigit():
        return None
    return PromiseStatus.UNDER_WAY if _BEGINS.match(wording, wording.find(due[1]) + len(due[1])) else PromiseStatus.DONE


def _will_verb(core: str) -> bool:
    found = _hit("status", _TRAILING.sub("", core))
    return bool(found and found[0] == PromiseStatus.INTENDED and _hit("will", core))


def _strength(core: str, kind: PromiseKind) -> Strength:
    found = _hit("strength", _TRAILING.sub("", core)) or _hit("strength", core)
    return Strength(found[0]) if found else Strength.PROCEDURE if kind == PromiseKind.CONCRETE else Strength.EXHORT


def _due(wording: str, published: date | None, done: bool) -> tuple[str, str] | None:
    """The due date in ISO form where it resolves, else as worded; with its wording.

    「4月末まで」「4月中に」 the last day, 「4月から」 the first; a measure already taken has the day it was taken.
    """
    worded = _hit("due", wording)
    for found in _dates(wording, published, done):
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


def _dates(wording: str, published: date | None, done: bool) -> Sequence[DateExpression]:
    """Dates of an act: taken ones lie before the publication, others after it unless just gone by (「1月から」 in March)."""
    anchor = Anchor(published)
    if done or published is None:
        return find_dates(wording, anchor, toward=Toward.PAST)
    nearest = () if _LIMIT.search(wording) else find_dates(wording, anchor, toward=Toward.NEAREST)
    days = [day for found in nearest if (day := due_date(found))]
    recent = days and min(days) > published - _RUNNING
    return nearest if recent else find_dates(wording, anchor, toward=Toward.FUTURE)


def _owner(wording: str, words: Sequence[Word], part: _Part) -> str | None:
    """Who is to do it, as worded: 「(担当:…)」, else the noun phrase of a person or body that is the doer."""
    keyed = _hit("owner_key", wording[part.start : part.end])
    if keyed:
        return keyed[1]["who"].strip()
    asked = _ASKED.search(wording, part.start, part.end)
    for index, word in enumerate(words):
        if not part.start < word.start < part.end or word.pos not in ("ADP", "AUX", "SCONJ", "PART"):
            continue
        # 「監査の方に見ていただく」: who is asked to do it does it.
        if not _BY.match(wording, word.start) and not (asked and word.text == "に" and word.start < asked.start()):
            continue
        phrase, doer = _phrase(words, index - 1, part.start), words[index - 1]
        predicate = words[doer.head]
        if predicate.start > word.start and (
            _inside_relative(words, doer.head) or _CONDITION.match(wording, predicate.start + len(predicate.text))
        ):
            continue
        if _BARE_SELF.match(phrase):
            if word.text == "が" and owner_of(phrase) == Owner.OWN:
                return phrase
        elif (doer.tag != _ACTION or _hit("actor", doer.text)) and _hit("actor", phrase):
            return phrase
    return None


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


def _shared(wording: str, parts: Sequence[_Part], lead: str, published: date | None, done: bool) -> tuple[str | None, str | None]:
    """What the opening of a unit, or the line above a list, says for all its acts: 「4月末までに、」 and 「…は」."""
    due = owner = None
    if len(parts) > 1:
        opening = wording[parts[0].start : parts[0].end]
        found = _due(opening, published, done)
        if found and re.match(rf".{{0,8}}?{re.escape(found[1])}(?:まで)?(?:に|から|より|以降)?(?:は)?、", opening):
            due = found[0]
        key = _hit("owner_key", wording)
        owner = key[1]["who"].strip() if key and _IN_BRACKETS.search(wording[: key[1].start()]) else None
    if due is None and _LIMIT.search(lead) and (found := _due(lead, published, done)):
        due = found[0]
    return due, owner


def _lead(units: Sequence[UnitReading], index: int) -> str:
    """The line that stands over a list line: its heading, or the sentence that opens the list."""
    place = units[index].placement
    if place.marker:
        before = (unit for unit in reversed(units[:index]) if unit.placement.is_heading or unit.placement.marker != place.marker)
        above = next(before, None)
        return above.wording if above and (above.placement.is_heading or re.search(r"[次以下]の|下記", above.wording)) else ""
    return units[place.heading].wording if place.heading is not None and place.alone else ""


def _answers(wording: str, words: Sequence[Word], causes: Sequence[UnitReading]) -> bool:
    """Whether the promise is about what a stated cause is about: a content word, or a kind of cause, in both."""
    mine = _content(words)
    told = set().union(*(_content(unit.parsed.words) for unit in causes))
    themes = (rule.pattern for rule in promise_rules("theme"))
    return not mine.isdisjoint(told) or any(
        theme.search(wording) and any(theme.search(unit.wording) for unit in causes) for theme in themes
    )


def _content(words: Sequence[Word]) -> set[str]:
    content = (word.lemma for word in words if word.pos in ("NOUN", "VERB", "PROPN", "ADJ"))
    return {lemma for lemma in content if not _hit("stop", lemma)}


def _check_in(wording: str) -> str | None:
    """The clause that says how the measures will be checked or reported."""
    if _hit("not_verification", wording) or not _hit("verification", wording):
        return None
    opening = _MARKER.match(wording)
    return re.sub(r"[。.]\s*$", "", wording[opening.end() if opening else 0 :]).strip() or None


def _checks(check: str, words: Sequence[Word]) -> bool:
    """Whether a check is one of all measures, or speaks of this one."""
    found = _hit("verification", check)
    return found is not None and (found[0] == "all" or any(lemma in check for lemma in _content(words)))
