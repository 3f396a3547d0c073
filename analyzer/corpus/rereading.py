"""What later readers, who saw no label, said of whole statements: levels and document facts, one JSON line a statement."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from analyzer.schema import Axis, DetectedBy, ReportStage, TitleFraming
from analyzer.statement import LabelledStatement, records_of

REREAD = "agreement/reread.jsonl"
"""What was read again of the training set, where there is such a file."""


def read_again(path: Path, labelled: Sequence[LabelledStatement]) -> list[tuple[LabelledStatement, LabelledStatement]]:
    """Each of the labelled statements that a file names, with its gold and as it was read again; a recipe may leave out others.

    A bad line raises `UnreadableError` naming file, line and fault.
    """
    known = {one.id: one for one in labelled}

    def parse(record: Mapping[str, Any]) -> tuple[LabelledStatement, LabelledStatement] | None:
        gold = known.get(record["id"])
        if gold is None:
            return None
        return gold, replace(
            gold,
            levels={axis: int(record["levels"][axis]) for axis in Axis},
            detected_by=DetectedBy(record["detected_by"]),
            report_stage=ReportStage(record["report_stage"]),
            title_framing=TitleFraming(record["title_framing"]),
        )

    return [pair for pair in records_of(path, parse) if pair]
