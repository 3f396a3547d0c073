"""Reports as JSON, and as rows of a table: `.jsonl` exact, `.csv` defused, `.parquet` typed."""

import json
import re
from collections.abc import Mapping
from typing import Any

_FORMULA = re.compile(r"^[=+\-@\t\r＝＋－＠]")
COLUMNS = (
    "place",
    "id",
    "title",
    "published",
    "incident_id",
    "specificity_level",
    "specificity_score",
    "specificity_decided",
    "responsibility_level",
    "responsibility_score",
    "responsibility_decided",
    "countermeasures_level",
    "countermeasures_score",
    "countermeasures_decided",
    "detected_by",
    "report_stage",
    "title_framing",
    "findings",
    "missing",
    "warnings",
    "error",
)


def to_json(record: Mapping[str, Any], *, indent: int | None = 2) -> str:
    """One JSON text; equal records give equal bytes."""
    return json.dumps(record, ensure_ascii=False, indent=indent) + ("\n" if indent else "")


def to_row(record: Mapping[str, Any]) -> dict[str, Any]:
    """The flat row of one report or error record."""
    row: dict[str, Any] = {name: record.get(name) for name in COLUMNS}
    for axis, reading in record.get("axes", {}).items():
        row |= {f"{axis}_{part}": reading[part] for part in ("level", "score", "decided")}
    row["findings"] = " ".join(finding["code"] for finding in record.get("findings", ()))
    row["missing"] = " ".join(item["code"] for item in record.get("checklist", ()) if item["status"] == "missing")
    row["warnings"] = "\n".join(record.get("warnings", ()))
    return row


def defused(cell: object) -> object:
    """A cell no spreadsheet takes for a formula: those that would start one get an apostrophe.

    >>> defused("=1+1"), defused("お詫び"), defused(-3)
    ("'=1+1", 'お詫び', -3)
    """
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
