"""What an author may add to a statement, and the level that each addition reaches: an example is put in and the whole read anew.

Nothing here is estimated. Each level told is that of a reading of the statement with the example in it, so an author who writes as
much about what really happened comes to about as much.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from analyzer.answers.gaps.checklist_rules import Item
from analyzer.answers.gaps.questions.question_rules import question_rules
from analyzer.interface import cut
from analyzer.report import Addition, Additions, Reached, Report, UnitReport
from analyzer.rules import in_both, load_rules
from analyzer.schema import LACKING, Axis, ChecklistStatus, Label, Lang, Owner
from analyzer.scoring import Scorer
from analyzer.statement import MAX_CHARACTERS, Statement

_SELF = re.compile(
    r"(?<![一-龥々])[当弊本](?:クラブ|チーム|社|校|学園|学院|学|市|町|村|県|区|院|園|会|協会|法人|財団|連盟|連合会|組合|店|館|所|局|庁|機構|事務局|センター)(?![一-龥々])|私ども"
)
_SELF_UNNAMED = "当方"
_LEAST_GAIN = 5.0
"""Points of a score below which nothing is gained that a reader would see."""
_QUOTED = 40
"""Characters of a sentence to be rewritten that are quoted."""


@dataclass(frozen=True, slots=True)
class AdditionRule:
    """One rule of `rules/additions.toml`, whose head tells what each part means."""

    code: str
    text: Mapping[Lang, str]
    why: Mapping[Lang, str]
    example: str
    sentence: str
    items: frozenset[str]
    criteria: frozenset[str]
    applies: str | None
    leak: bool | None
    after: tuple[Label, ...]
    rewrites: tuple[Label, ...]


@cache
def addition_rules() -> tuple[AdditionRule, ...]:
    """All rules, in file order."""
    return tuple(
        AdditionRule(
            code=code,
            text=in_both(rule, "text"),
            why=in_both(rule, "why"),
            example=rule["example"],
            sentence=rule["sentence"],
            items=frozenset(rule.get("items", ())),
            criteria=frozenset(rule.get("criteria", ())),
            applies=rule.get("applies"),
            leak=rule.get("leak"),
            after=tuple(Label(label) for label in rule.get("after", ())),
            rewrites=tuple(Label(label) for label in rule.get("rewrites", ())),
        )
        for code, rule in load_rules("additions").items()
    )


def additions(statement: Statement, report: Report, scorer: Scorer) -> Additions:
    """What may be added to a statement that `scorer` reads as `report`: of each axis what gains most, then what gains next.

    It reads the statement once more for each rule that applies, and once with all of them.
    """
    if not report.is_announcement:
        return Additions((), {}, ())
    speaker = _speaker(report.text)
    drafts = [draft for rule in addition_rules() if (draft := _draft(rule, report, speaker))]
    readings = scorer.stream(_with(statement, [draft]) for draft in drafts)
    tried = [(_addition(draft, report, reading, scorer.lang), draft) for draft, reading in zip(drafts, readings, strict=True)]
    useful = _in_turn([each for each in tried if _is_useful(each[0], report)], report)
    if not useful:
        return Additions((), {}, ())
    whole = scorer.read(_with(statement, [draft for _, draft in useful]))
    answered = _answered(report, whole)
    return Additions(
        each=tuple(addition for addition, _ in useful),
        reach=_reached(report, whole),
        open_questions=tuple(code for code in _codes(report) if code not in answered),
    )


@dataclass(frozen=True, slots=True)
class _Draft:
    """A sentence to be put at code points `start:end` of the text, and the unit that it takes the place of, if any."""

    rule: AdditionRule
    start: int
    end: int
    sentence: str
    speaker: str
    rewritten: UnitReport | None


def _draft(rule: AdditionRule, report: Report, speaker: str) -> _Draft | None:
    """How a rule would be followed in this statement; None where it does not apply."""
    if not _applies(rule, report):
        return None
    sentence = rule.sentence.replace(_SELF_UNNAMED, speaker)
    if rule.rewrites:
        blaming = {index for blame in report.blame if blame.owner == Owner.CONTRACTOR for index in blame.units}
        unit = next((unit for unit in report.units if unit.index in blaming and not unit.labels.keys().isdisjoint(rule.rewrites)), None)
        return _Draft(rule, unit.start, unit.end, sentence, speaker, unit) if unit else None
    at = _place(report, rule.after)
    goes_on = at > 0 and report.text[at - 1] in "。．!！?？」』"
    return _Draft(rule, at, at, sentence if goes_on else f"\n{sentence}", speaker, None)


def _applies(rule: AdditionRule, report: Report) -> bool:
    items = _statuses(report)
    # The item on kinds of personal data applies to no other incident.
    is_leak = items.get(Item.DATA) != ChecklistStatus.NOT_APPLICABLE
    if (rule.leak is not None and rule.leak != is_leak) or items.get(rule.applies or "") == ChecklistStatus.NOT_APPLICABLE:
        return False
    if any(items.get(code) in LACKING for code in rule.items):
        return True
    reasons = {reason.code: reason.met for reading in report.axes.values() for reason in reading.reasons}
    # What is to be rewritten is there; what is to be added is not.
    return any(reasons.get(code) is bool(rule.rewrites) for code in rule.criteria)


def _place(report: Report, after: tuple[Label, ...]) -> int:
    """The end of the last unit with the first of the labels that any unit has, else of the last unit that says anything."""
    for label in after:
        if found := [unit.end for unit in report.units if label in unit.labels]:
            return found[-1]
    return next((unit.end for unit in reversed(report.units) if unit.labels), len(report.text))


def _with(statement: Statement, drafts: Sequence[_Draft]) -> Statement:
    """The statement with sentences put in; what was left out of it stays so, as far as its place is known."""
    text, left_out, unjudged = statement.text, statement.left_out, statement.unjudged
    for draft in sorted(drafts, key=lambda draft: draft.start, reverse=True):
        text = text[: draft.start] + draft.sentence + text[draft.end :]
        moved = len(draft.sentence) - (draft.end - draft.start)
        left_out, unjudged = (
            tuple((start + moved, end + moved) if start >= draft.end else (start, end) for start, end in spans)
            for spans in (left_out, unjudged)
        )
    return replace(statement, text=text[:MAX_CHARACTERS], left_out=left_out, unjudged=unjudged)


def _addition(draft: _Draft, before: Report, after: Report, lang: Lang) -> Addition:
    was = _statuses(before)
    quote = cut(draft.rewritten.text, _QUOTED) if draft.rewritten else ""
    return Addition(
        code=draft.rule.code,
        text=draft.rule.text[lang].format(quote=quote),
        example=draft.rule.example.replace(_SELF_UNNAMED, draft.speaker),
        because=draft.rule.why[lang],
        unit=draft.rewritten.index if draft.rewritten else None,
        reaches=_reached(before, after),
        gives=tuple(item.code for item in after.checklist if item.status == ChecklistStatus.STATED and was[item.code] in LACKING),
        answers=_answered(before, after),
    )


def _reached(before: Report, after: Report) -> dict[Axis, Reached]:
    """The axes on which the statement now reads higher by what a reader would see."""
    return {
        axis: Reached(reading.level, reading.score)
        for axis, reading in after.axes.items()
        if reading.score >= before.axes[axis].score + _LEAST_GAIN
    }


def _answered(before: Report, after: Report) -> tuple[str, ...]:
    """The questions asked no more whose item now stands better: one may also go because another, more telling, takes its place."""
    was, now = _statuses(before), _statuses(after)
    better = {code for code, status in was.items() if status in LACKING and now[code] != status and now[code] != ChecklistStatus.MISSING}
    grounds = {rule.code: rule.ground for rule in question_rules()}
    return tuple(code for code in _codes(before) if code not in _codes(after) and grounds[code] in better)


def _is_useful(addition: Addition, before: Report) -> bool:
    worse = any(reached.level < before.axes[axis].level for axis, reached in addition.reaches.items())
    return not worse and bool(addition.reaches or addition.gives or addition.answers)


def _in_turn(tried: Sequence[tuple[Addition, _Draft]], report: Report) -> list[tuple[Addition, _Draft]]:
    """The best of each axis first, since the second of an axis adds little to the first; what moves no axis comes last."""
    ordered = sorted(tried, key=lambda each: _gain(each[0], report), reverse=True)
    taken: Counter[Axis | None] = Counter()
    turns: list[int] = []
    for addition, _ in ordered:
        axis = _most_moved(addition, report)
        turns.append(taken[axis] if axis else len(ordered))
        taken[axis] += 1
    return [ordered[at] for at in sorted(range(len(ordered)), key=lambda at: turns[at])]


def _most_moved(addition: Addition, before: Report) -> Axis | None:
    """The axis on which it gains most."""
    gains = {axis: reached.score - before.axes[axis].score for axis, reached in addition.reaches.items()}
    return max(gains, key=lambda axis: gains[axis], default=None)


def _gain(addition: Addition, before: Report) -> tuple[int, float, int]:
    """Levels gained, then points, then questions answered and items given."""
    levels = sum(reached.level - before.axes[axis].level for axis, reached in addition.reaches.items())
    points = sum(reached.score - before.axes[axis].score for axis, reached in addition.reaches.items())
    return levels, points, len(addition.answers) + len(addition.gives)


def _statuses(report: Report) -> dict[str, ChecklistStatus]:
    return {item.code: item.status for item in report.checklist}


def _codes(report: Report) -> list[str]:
    return [question.code for question in report.questions]


def _speaker(text: str) -> str:
    """The statement's own word for who speaks: the one it uses most."""
    named = Counter(found[0] for found in _SELF.finditer(text))
    return named.most_common(1)[0][0] if named else _SELF_UNNAMED
