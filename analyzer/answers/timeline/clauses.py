"""Clauses about a date, and the kind of step that the rules of `rules/events.toml` read in one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from analyzer.rules import load_rules
from analyzer.schema import EventKind

_NOT_DONE = r"(?<![必まは])(?<!思わ)(?<!わら)(?<!問わ)(?<![をあ]え)(?<!得)(?<!なから)(?<!なら)ず"
"""「届け出ず、」 denies, 「必ず、」「まず、」「にもかかわらず、」「とりあえず、」「少なからず、」 do not."""
CLAUSE_END = re.compile(
    rf"。|(?:(?<!よ)り|(?<!対)し|[じちみきぎびいえれけげせてでねべめ]|た(?:ため|ところ|が|後|際|上で)|が|(?:に(?:も|は)(?:かか|関|拘)わらず|のに|ものの|けれども?)|に関しては|につきましては|については|件は|ながら|により|によって|{_NOT_DONE}"
    r"|停止|連絡|報告|判明|開始|確認|送信|発生|通知|発覚|公表|謝罪|説明|提出|依頼|削除|回収|復旧|受信|送付|掲載|閉鎖|封鎖|中断|中止|再開|解除|隔離|撤去)、"
)
DONE = re.compile(
    r"(?:まし|でし|られ|し|され|っ|い|え|け|れ|せ|び|き)た[」』)。]*$|[てで](?:おり|い|き)ます[」』)。]*$|(?:済み?|完了)[」』)。]*$"
    r"|た(?:もの|の|次第|ところ|とき|時|際)で(?:ございます|あります|す)[」』)。]*$"
)
UNDONE = re.compile(
    rf"(?:なかった|ないまま|ないで|ことなく|ておらず|ません(?:でした)?|{_NOT_DONE}|(?:を|は|も)(?:怠|失念し|忘れ)[^。、]{{0,6}})[、。]?$"
)
"""What was not done: 「警察へ届け出ず、」「保健所への連絡を怠り、」."""
_FACT = re.compile(r"(?:こと|旨|もの)[がを]、$")
"""「…を誤って送付したことが、お客様からのご連絡で判明」: the predicate is still to come."""


@dataclass(frozen=True, slots=True)
class EventRule:
    """One wording rule of `rules/events.toml`."""

    code: str
    kind: EventKind
    pattern: re.Pattern[str]


@cache
def event_rules() -> tuple[EventRule, ...]:
    """All rules in file order, the narrower first."""
    return tuple(EventRule(code, EventKind(rule["kind"]), re.compile(rule["pattern"])) for code, rule in load_rules("events").items())


@lru_cache(maxsize=4096)
def kind_by_wording(clause: str, allowed: frozenset[EventKind]) -> EventKind | None:
    """The kind of the first rule that a clause meets; asked again for each of the readings of a statement without a year."""
    return next((rule.kind for rule in event_rules() if rule.kind in allowed and rule.pattern.search(clause.replace("\n", ""))), None)


def clauses_of(after: str) -> Iterator[str]:
    """The clauses after a date, each up to the predicate that ends it."""
    at = 0
    for found in CLAUSE_END.finditer(after):
        if after.count("「", at, found.start()) > after.count("」", at, found.start()):
            continue  # A comma in what somebody said ends no clause.
        yield after[at : found.end()]
        at = found.end()
    if after[at:].strip():
        yield after[at:]


def with_facts(clauses: Iterable[str]) -> Iterator[str]:
    """The clauses, a fact together with what is said of it."""
    fact = ""
    for clause in clauses:
        fact += clause
        if not _FACT.search(clause):
            yield fact
            fact = ""
    if fact:
        yield fact


def clause_before(before: str) -> str:
    """The clause that runs up to a date; a comma right before the date does not end it."""
    return next(reversed([*clauses_of(before.rstrip("、 "))]), "")
