"""Findings and questions of a dossier: what shows only when the announcements are held against one another."""

from collections import Counter
from collections.abc import Sequence

from analyzer.dossier.remarks.blame import on_blame, on_titles
from analyzer.dossier.remarks.promises import on_promises
from analyzer.dossier.remarks.remedies import on_remedies
from analyzer.dossier.remarks.seen import Seen
from analyzer.dossier.remarks.silence import on_input, on_silence
from analyzer.dossier.remarks.times import on_times
from analyzer.dossier.remarks.turns import on_turns
from analyzer.dossier.report import DossierFinding, DossierQuestion
from analyzer.rules import load_rules
from analyzer.schema import Lang, Severity

MOST_QUESTIONS = 10
_OF_A_KIND = 3
_TELLERS = (on_turns, on_times, on_blame, on_titles, on_promises, on_remedies, on_silence, on_input)
_ORDER = (Severity.SERIOUS, Severity.WARNING, Severity.INFO)


def findings_and_questions(seen: Seen) -> tuple[tuple[DossierFinding, ...], tuple[DossierQuestion, ...]]:
    """The remarks, the gravest first, and the questions that follow from them, at most `MOST_QUESTIONS`."""
    rules = load_rules("dossier")
    remarks = [remark for tell in _TELLERS for remark in tell(seen)]
    remarks.sort(key=lambda remark: _ORDER.index(Severity(rules[remark.code]["severity"])))
    suffix = "_en" if seen.lang == Lang.EN else ""
    findings = tuple(
        DossierFinding(
            remark.code,
            Severity(rules[remark.code]["severity"]),
            str(rules[remark.code][f"message{suffix}"]).format(**remark.slots),
            remark.statements,
        )
        for remark in remarks
    )
    questions = [
        DossierQuestion(remark.code, str(rules[remark.code][f"question{suffix}"]).format(**remark.slots), finding.message)
        for remark, finding in zip(remarks, findings, strict=True)
        if "question" in rules[remark.code]
    ]
    return findings, at_most(tuple({question.text: question for question in questions}.values()))


def at_most(questions: Sequence[DossierQuestion]) -> tuple[DossierQuestion, ...]:
    """`MOST_QUESTIONS` of them, in their order: no kind is asked for the fourth time while another one waits."""
    asked: Counter[str] = Counter()
    waiting: list[tuple[bool, int]] = []
    for place, question in enumerate(questions):
        waiting.append((asked[question.code] >= _OF_A_KIND, place))
        asked[question.code] += 1
    kept = sorted(place for _, place in sorted(waiting)[:MOST_QUESTIONS])
    return tuple(questions[place] for place in kept)
