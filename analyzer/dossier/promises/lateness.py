"""By how many days a promise was kept too late."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Sentence
from analyzer.dossier.likeness import share_a_word, terms
from analyzer.dossier.promises.signs import has_act
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import CLAUSE
from analyzer.dossier.wordings import day_ahead, days_gone, is_told_as_so, last_day, says, says_any
from analyzer.schema import PromiseAim, PromiseOutcome

_ACTS = 6
"""Clauses of one sentence that tell acts with days of their own; more are no sentence."""
_OBJECT = re.compile(r"([一-龥々ァ-ヶー]{2,})を")
"""What is made, set up or brought in."""
_THING = re.compile(r"[はがを]")
"""What a clause that tells of a thing of its own has behind it."""


def days_late(vow: Vow, outcome: PromiseOutcome, seen: Sequence[Sentence]) -> int | None:
    """Days by which a promise was kept after its day; None where the sentence that tells it names no day, unless it is a report itself."""
    day = last_day(vow.due)
    if outcome != PromiseOutcome.DONE or vow.in_force or day is None or not seen:
        return None
    # 「委員会の報告書を11月12日に受領しました」 does not say when it was set up.
    telling = [each for each in seen if not (says("to_set_up", vow.wording) and says("received", each.wording))]
    if not telling:
        return None
    last = telling[-1]
    wording, published = last.wording, last.announcement.day
    given = max(0, (published - day).days)
    # What was to be received or held on its day need not be out.
    at_its_day = says("at_meeting", vow.wording) or (says("to_receive", vow.wording) and says("received", wording))
    if vow.aim == PromiseAim.REPORT and says("notice", vow.wording) and not says("was_given", wording) and not at_its_day:
        return given
    if vow.begins and vow.aim != PromiseAim.REPORT and (says("finished", wording) or not says("since", wording)):
        return None  # 「11月22日より順次お届けします」 is not late for being finished on the 30th.
    held = says("attended", wording)  # 「5月14日の説明会でいただいたご意見に、次のとおりお答えします」
    if says("ahead", wording) and not (held or is_told_as_so(wording)):
        return None  # 「455名に発送し、残る32名には7月中に送る予定です」 names two days.
    if _is_of_undated_act(vow, last):
        return None
    told = _days_of_its_clause(vow, last) or last.days_told or days_gone(wording, published)
    if told:
        return max(0, (date.fromisoformat(max(told)) - day).days)
    # 「説明会には48名が参加され」 does not say when.
    # 「全校を3月末までに点検し、結果を4月中旬に公表します」 promises one day for the act and another for telling it.
    only_act = vow.beside and not says_any(("notice", "deliverable", "result"), vow.wording)
    return given if vow.aim == PromiseAim.REPORT and not (held or only_act or at_its_day) else None


def _is_of_undated_act(vow: Vow, sentence: Sentence) -> bool:
    """Whether only the act that has no day is told: 「回収しました」 of 「本日中にお電話で詫び、回収に伺います」."""
    clauses = _clauses(vow.wording)
    dated = [bool(find_dates(clause, Anchor(vow.announcement.day), toward=Toward.NEAREST)) or "本日" in clause for clause in clauses]
    if all(dated) or not any(dated):
        return False
    told = [share_a_word(vow.subject, sentence.unit, clause) for clause in clauses]
    return any(told) and not any(of_day and named for of_day, named in zip(dated, told, strict=True))


def _clauses(wording: str) -> list[str]:
    return [wording[start:end] for start, end in pairwise((0, *(cut.end() for cut in CLAUSE.finditer(wording)), None))]


def _days_of_its_clause(vow: Vow, sentence: Sentence) -> list[str]:
    """The days of the clauses that name a promise, where others tell of other things with days of their own.

    「手順書は8月29日に改訂し、訓練を9月12日に実施しました」 tells when the book was revised;
    「カメラは5月2日に届き、5月10日に動き始めました」 is of one thing. The clause that has the very act promised
    tells its day, whatever came of it: 「8月8日に計画書を提出し、8月20日に受理されました」.
    """
    dated = {clause: days for clause in _clauses(sentence.wording) if (days := days_gone(clause, sentence.announcement.day))}
    if len(dated) > _ACTS:
        return []  # A chronicle in one line.
    due = last_day(vow.due)
    # Of 「10月31日までに規程を改正し、11月の大会から適用します」 it is the day of the revision that was promised for the 31st.
    meant = next((part for part in _clauses(vow.wording) if due and day_ahead(part, vow.announcement.day) == due.isoformat()), vow.wording)
    acted = [clause for clause in dated if has_act(vow, meant, sentence, clause)]
    if any(says("not_yet_all", clause) for clause in acted):
        return []  # 「返金は4月28日に開始し、5月26日に完了しました」
    if acted:
        return [day for clause in acted for day in dated[clause]]
    own = terms(vow.subject, vow.wording)
    named = [clause for clause in dated if any(len(term) > 1 for term in own & terms(sentence.unit, clause))]
    if len(named) == len(dated):  # 「手順は6月27日に定め、7月2日に全校で訓練を行いました」, of 「全校へ知らせる手順を定めます」.
        named = [clause for clause in named if any(thing in clause for thing in _OBJECT.findall(vow.wording))] or named
    others = [clause for clause in dated if clause not in named]
    return [day for clause in named for day in dated[clause]] if others and all(map(_THING.search, others)) else []
