"""The wordings around a date that may tell its step, the nearest first."""

import re
from collections.abc import Iterable, Iterator

from analyzer.answers.timeline.clauses import CLAUSE_END, UNDONE, clause_before, clauses_of, kind_by_wording, with_facts
from analyzer.answers.timeline.dated_units import BULLET, OPEN_BRACKET, DatePlace, clause_completed, key_above
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.schema import EventKind, Label

_SHORT = 15
"""Characters after a date that may leave it to the next line to tell what the step was."""
ASIDE = re.compile(r"\([^()]*\)")
_RELATIVE_VERB = re.compile(r"(?<=[しいっれ]た)(?=[一-龥ァ-ヶ])")
_COPULA = re.compile(r"^(?:のこと)?(?:でし|です|であ|だっ|と(?:なり|なっ)|に(?:なり|なっ))")
RELATIVE_CLAUSE = re.compile(r"^(?:の[^。、]{1,8})?に[^。、]{0,16}?(?:し|い|っ|れ)た(?=[一-龥ァ-ヶ「『])(?!際|後|時|上|結果|当|直後|以降)")
"""「5月に指定した練習着に関しご指摘を頂戴」: in May it was but named."""
FOUND_BY = re.compile(
    r"^(?:の|に)[^。、]{0,24}?(?:(?:により|によって|で|から|を機に|の際に?)、?(?:初めて)?(?:判明|発覚|分か|わか|明らか|気[付づ])"
    r"|(?:見直し|調査|点検|監査|棚卸し?|検査|確認|照合|突き?合(?:わせ)?|聞き取り|聴取|面談|アンケート|準備|清掃)"
    r"(?:で|により|の際|に際し|の結果|中|時|(?:において|にて)、?[^。]{0,40}(?:たところ|た結果)、))"
)
ACTS = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED})
_HANDLING = ACTS | {EventKind.PUBLISHED}


def tellings(date: DatePlace) -> Iterator[str]:
    """What stands with the date in brackets, before it, after it, on the next line, above it; a later one counts if no earlier tells."""
    before, after = date.before, date.after
    bracket = re.match(r"[^()〔〕【】]*[)〕】]", after) if OPEN_BRACKET.search(before) else None
    if bracket and len(bracket[0].strip()) > 1:
        acts = ACTS | {EventKind.PUBLISHED, EventKind.MEASURE}
        yield bracket[0] if kind_by_wording(bracket[0], acts) else clause_before(before) + bracket[0]
        return
    completed = clause_completed(before)
    if completed is not None or bracket or (_COPULA.match(after) and before.endswith(("は", "が", "も"))):
        yield clause_before(before) if completed is None else completed
    of_thing = RELATIVE_CLAUSE.match(after)
    if of_thing and not FOUND_BY.match(after):
        yield of_thing[0]
        return
    clauses = list(with_facts(clauses_of(ASIDE.sub("", after[bracket.end() if bracket else 0 :]))))
    if clauses and not bracket and _runs_on(before) and (lead := _RELATIVE_VERB.split(clause_before(before))[-1]):
        yield lead + clauses[0].removeprefix("に")  # 「…していたことを」, 「3月19日」, 「に確認しました」
    yield from clauses
    if date.opens:
        yield clause_before(before)
    yield from _around(date)


def _runs_on(before: str) -> bool:
    """Whether the clause before a date goes on after it."""
    before = before.rstrip()
    return not before.endswith(("。", "た")) and not any(end.end() == len(before) for end in CLAUSE_END.finditer(before))


def _around(date: DatePlace) -> Iterator[str]:
    """What the next line tells of a date that ends its own, then the heading above it."""
    dated = date.unit
    units, index = dated.document.units, dated.index
    bare = date.closes and len(date.after) <= _SHORT and not BULLET.sub("", date.before)
    following = units[index + 1] if index + 1 < len(units) else None
    if following and bare and not following.placement.is_heading:
        dates = find_dates(following.wording)
        yield from clauses_of(following.wording[: dates[0].start if dates else None])  # 「5月24日 収蔵庫を捜索。」「発見できず」
    heading = key_above(dated.document, index) if bare else None
    heading = dated.unit.placement.heading if heading is None else heading
    if heading is not None and not dated.has(Label.RESPONSE, Label.ADMISSION):
        yield units[heading].wording


def kinds_in(wordings: Iterable[str], allowed: frozenset[EventKind]) -> list[EventKind]:
    """The kinds that wordings tell, in their order; what was left undone is no act."""
    told = (kind_by_wording(wording, allowed - _HANDLING if UNDONE.search(wording) else allowed) for wording in wordings)
    return [kind for kind in told if kind]


def is_left_undone(clause: str) -> bool:
    """Whether a clause says that nobody was told: 「その日のうちに警察へ届け出ず、」."""
    return UNDONE.search(clause) is not None and kind_by_wording(clause, _HANDLING - {EventKind.CONTAINED}) is not None
