"""Dossiers against gold (`corpora/dossiers/README.md`): grouping, drift, promises, delays, with bootstrap intervals by incident."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from analyzer import durations
from analyzer.corpus.dossiers import GoldDossier, read_dossiers, statements_of
from analyzer.dossier.course.merging import merge_events
from analyzer.dossier.course.moments import delays, moments
from analyzer.dossier.dossier import read_announcements
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.drift.telling import Course
from analyzer.dossier.gathering.grouping import group
from analyzer.dossier.promises.keeping import Kept, covering, follow_promises
from analyzer.judging.model import Detail
from analyzer.measuring.evaluation import rounded
from analyzer.measuring.tallies import f1_of, share, total_of, with_interval
from analyzer.schema import DriftKind, PromiseOutcome
from analyzer.scoring import Scorer, load
from analyzer.statement import Statement


def measure_dossiers(paths: Iterable[Path], model: Path | None = None) -> dict[str, Any]:
    """Metrics of all labelled dossiers in `paths`; the statements of `dossiers/<set>.jsonl` are those of the folder `<set>` beside it.

    Grouping is judged on all statements of a set at once, without their incident_id: by their texts alone, and with a column that
    names the organisation, as a table made for comparing has one. Drift counts a change as found where
    matter and announcement agree. A promise that was not found at all is counted as wrong. `delays.told` are those that
    either side tells; `delays.all` counts agreement on "unknown" too.
    """
    scorer = load(model)
    tallies: dict[str, Counter[str]] = {}
    grouped, of_organisations = Counter[str](), Counter[str]()
    for path in paths:
        dossiers = read_dossiers(path)
        statements = statements_of(path, dossiers)
        grouped += _grouping(dossiers, {id: replace(statement, organisation=None) for id, statement in statements.items()})
        of_organisations += _grouping(dossiers, statements)
        for gold in dossiers:
            tallies[gold.id] = _tally(gold, [statements[id] for id in gold.statements], scorer)
    rows = list(tallies.values())
    by_matter = {str(kind): _scores(rows, f"drift:{kind}") for kind in DriftKind if any(row[f"drift:{kind}:gold"] for row in rows)}
    return {
        "dossiers": len(rows),
        "statements": grouped["statements"],
        "grouping": {
            "pairwise_f1": _pairwise_f1(grouped),
            "with_organisation": {"pairwise_f1": _pairwise_f1(of_organisations)},
            "pairs": grouped["gold"],
        },
        "drift": {
            "f1": with_interval(rows, lambda total: f1_of(total["drift:both"], total["drift:gold"], total["drift:found"])),
            "changes": total_of(rows)["drift:gold"],
            "acknowledged_accuracy": with_interval(rows, lambda total: share(total["ack:right"], total["drift:both"])),
            "by_matter": by_matter,
        },
        "promises": {
            "outcome_accuracy": with_interval(rows, lambda total: share(total["promise:right"], total["promise:gold"])),
            "found": rounded(share(total_of(rows)["promise:found"], total_of(rows)["promise:gold"])),
            "promises": total_of(rows)["promise:gold"],
            "most_frequent_outcome": rounded(share(_most_frequent(rows), total_of(rows)["promise:gold"])),
        },
        "delays": {
            "told": with_interval(rows, lambda total: share(total["delay:right_told"], total["delay:told"])),
            "all": with_interval(rows, lambda total: share(total["delay:right"], total["delay:cells"])),
            "delays": total_of(rows)["delay:told"],
        },
    }


def _grouping(dossiers: Sequence[GoldDossier], statements: Mapping[str, Statement]) -> Counter[str]:
    """Pairs of statements of one incident: in gold, as grouped, in both."""
    ids = [id for gold in dossiers for id in gold.statements]
    groups, _ = group([statements[id] for id in ids])
    found = {frozenset(pair) for members in groups for pair in combinations([ids[at] for at in members], 2)}
    true = {frozenset(pair) for gold in dossiers for pair in combinations(gold.statements, 2)}
    return Counter(statements=len(ids), gold=len(true), found=len(found), both=len(true & found))


def _pairwise_f1(pairs: Counter[str]) -> float | None:
    return rounded(f1_of(pairs["both"], pairs["gold"], pairs["found"]))


def _tally(gold: GoldDossier, statements: Sequence[Statement], scorer: Scorer) -> Counter[str]:
    ordered = sorted(statements, key=lambda statement: statement.published or date.max)
    announcements = read_announcements(ordered, scorer)
    judges = scorer.model.details
    courses = find_drift(announcements, judges.get(Detail.COUNTS))
    kept = follow_promises(announcements, gold.as_of, judges.get(Detail.OUTCOMES))
    told = moments(announcements, kept, merge_events(announcements))
    return _drift_tally(gold, courses) + _promise_tally(gold, kept) + _delay_tally(gold, delays(told))


def _drift_tally(gold: GoldDossier, courses: Sequence[Course]) -> Counter[str]:
    found = {(turn.what, turn.after.announcement.id): turn.acknowledged for course in courses for turn in course.turns}
    tally: Counter[str] = Counter()
    for side, changes in (("gold", gold.drift), ("found", found), ("both", gold.drift.keys() & found.keys())):
        for what, _ in changes:
            tally[f"drift:{side}"] += 1
            tally[f"drift:{what}:{side}"] += 1
    tally["ack:right"] = sum(gold.drift[key] == found[key] for key in gold.drift.keys() & found.keys())
    return tally


def _promise_tally(gold: GoldDossier, kept: Sequence[Kept]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for statement, wording, outcome in gold.promises:
        judged = covering(kept, statement, wording)
        tally["promise:gold"] += 1
        tally[f"outcome:{outcome}"] += 1
        tally["promise:found"] += judged is not None
        tally["promise:right"] += judged is not None and judged.outcome == outcome
    return tally


def _delay_tally(gold: GoldDossier, found: Mapping[str, str | None]) -> Counter[str]:
    tally: Counter[str] = Counter()
    for name, value in gold.delays.items():
        told = value is not None or found.get(name) is not None
        right = durations.same(found.get(name), value)
        tally.update({"delay:cells": 1, "delay:right": right, "delay:told": told, "delay:right_told": told and right})
    return tally


# --- figures -----------------------------------------------------------------------------------------------------------


def _scores(rows: Sequence[Counter[str]], prefix: str) -> dict[str, Any]:
    total = total_of(rows)
    both, gold, found = (total[f"{prefix}:{side}"] for side in ("both", "gold", "found"))
    return {"f1": rounded(f1_of(both, gold, found)), "changes": gold, "found": found}


def _most_frequent(rows: Sequence[Counter[str]]) -> int:
    total = total_of(rows)
    return max((total[f"outcome:{outcome}"] for outcome in PromiseOutcome), default=0)
