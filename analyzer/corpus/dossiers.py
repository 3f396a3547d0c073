"""Gold of what several announcements of one incident tell (`corpora/dossiers/README.md`): drift, promises, delays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from analyzer.errors import unreadable
from analyzer.schema import COUNTED, DriftKind, PromiseOutcome
from analyzer.statement import Statement, read_labelled, records_of


@dataclass(frozen=True, slots=True)
class GoldDossier:
    """One labelled incident: `drift` maps (matter, statement) to acknowledged, `promises` are (statement, wording, outcome).

    `counts` are the new values of counts told otherwise, as (statement, wording).
    """

    id: str
    statements: tuple[str, ...]
    as_of: date
    drift: Mapping[tuple[DriftKind, str], bool]
    counts: tuple[tuple[str, str], ...]
    promises: tuple[tuple[str, str, PromiseOutcome], ...]
    delays: Mapping[str, str | None]


def read_dossiers(path: Path) -> list[GoldDossier]:
    """Labelled dossiers of one file; a bad line raises `UnreadableError` naming file, line and fault."""
    return records_of(path, _gold)


def _gold(record: Mapping[str, Any]) -> GoldDossier:
    return GoldDossier(
        id=str(record["incident_id"]),
        statements=tuple(record["statements"]),
        as_of=date.fromisoformat(record["as_of"]),
        drift={(DriftKind(change["what"]), change["statement"]): bool(change["acknowledged"]) for change in record["drift"]},
        counts=tuple((change["statement"], change["value"]) for change in record["drift"] if DriftKind(change["what"]) in COUNTED),
        promises=tuple((made["statement"], made["text"], PromiseOutcome(made["outcome"])) for made in record["promises"]),
        delays=dict(record["delays"]),
    )


def statements_of(path: Path, dossiers: Sequence[GoldDossier]) -> dict[str, Statement]:
    """The statements named by the dossiers, by id."""
    folder = path.resolve().parent.parent / path.stem
    wanted = {id for gold in dossiers for id in gold.statements}
    labelled = read_labelled(sorted(folder.glob("*.jsonl")))
    found = {each.id: each.statement for each in labelled if each.id in wanted}
    if missing := sorted(wanted - found.keys()):
        raise unreadable(str(path), f"{missing[0]} という公表文が {folder} にありません", f"statement {missing[0]} is not in {folder}")
    return found
