"""A statement to be scored and the finished row of its report; what breaks the scorer is a row with its error."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from analyzer.interface import word
from analyzer.reading.decode import without_surrogates
from analyzer.render.table import to_json
from analyzer.report import Report
from analyzer.schema import Lang
from analyzer.scoring import Scorer, load
from analyzer.statement import Statement


@dataclass(frozen=True, slots=True)
class Task:
    """One statement to be read for the row `slot`; `notes` are the reader's, told as the report's first warnings.

    `fingerprint` is the digest, kept in the row, of all that its report depends on.
    """

    slot: int
    place: str
    statement: Statement
    fingerprint: str
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A finished row as a line of JSON."""

    slot: int
    line: str
    failed: bool


Read = Callable[[Sequence[Task]], list[Row]]


def read_chunk(chunk: Sequence[Task], *, model: Path | str | None, lang: Lang) -> list[Row]:
    """The rows of a chunk; where the scorer fails, its statements are read one by one and the guilty one is an error row."""
    scorer = _scorer(model, lang)
    try:
        reports = list(scorer.stream(task.statement for task in chunk))
        return [_row(task, report) for task, report in zip(chunk, reports, strict=True)]
    except Exception as error:  # whatever one statement does to the scorer, the others are not to pay for it
        if len(chunk) == 1:
            why = without_surrogates(f"{type(error).__name__}: {error}")
            return [failed_task(chunk[0], why, lang)]
    return [row for task in chunk for row in read_chunk([task], model=model, lang=lang)]


@cache
def _scorer(model: Path | str | None, lang: Lang) -> Scorer:
    return load(model, lang=lang)


def _row(task: Task, report: Report) -> Row:
    told = replace(report, warnings=(*task.notes, *report.warnings)).to_dict()
    ours = {"incident_id": task.statement.incident_id, "fingerprint": task.fingerprint}
    return Row(task.slot, to_json({"place": task.place} | told | ours, indent=None), False)


def failed_task(task: Task, why: str, lang: Lang) -> Row:
    return failure(task.slot, task.place, task.statement.id, word("batch_crashed", lang, place=task.place, why=why))


def failure(slot: int, place: str, id: str | None, error: str) -> Row:
    return Row(slot, to_json({"id": id, "place": place, "error": error}, indent=None), True)
