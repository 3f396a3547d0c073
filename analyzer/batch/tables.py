"""The journal's rows as the output: `.jsonl` exact, `.csv` for a spreadsheet, `.parquet` typed; the whole of it in one stroke."""

import csv
import importlib.util
import json
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from analyzer.batch.journal import Journal
from analyzer.distribution import install
from analyzer.errors import UsageError
from analyzer.render.table import COLUMNS, defused, to_row
from analyzer.streams import in_one_stroke

SUFFIXES = (".jsonl", ".csv", ".parquet")


def check_suffix(output: Path) -> None:
    """Raise `UsageError` where no table can be written under that name."""
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{output}: 拡張子を {' '.join(SUFFIXES)} のいずれかにしてください / must end in one of {', '.join(SUFFIXES)}")
    if suffix == ".parquet" and importlib.util.find_spec("pyarrow") is None:
        raise UsageError(f"{output}: .parquet を書くには {install('tables')} が要ります / writing .parquet needs {install('tables')}")


def write(journal: Journal, output: Path) -> None:
    """The whole output at once: an older one stays as it is until then."""
    writers = {".jsonl": _write_jsonl, ".csv": _write_csv, ".parquet": _write_parquet}
    with in_one_stroke(output) as unfinished:
        writers[output.suffix.lower()](journal, unfinished)
    journal.discard()


def _write_jsonl(journal: Journal, path: Path) -> None:
    with path.open("wb") as file:
        file.writelines(journal.lines())


def _write_csv(journal: Journal, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows({name: defused(cell) for name, cell in row.items()} for row in _rows(journal))


def _write_parquet(journal: Journal, path: Path) -> None:
    import pyarrow
    import pyarrow.parquet

    kinds = {"level": pyarrow.int64(), "score": pyarrow.float64(), "decided": pyarrow.bool_()}
    schema = pyarrow.schema([(name, kinds.get(name.rpartition("_")[2], pyarrow.string())) for name in COLUMNS])
    rows = _rows(journal)
    with pyarrow.parquet.ParquetWriter(path, schema) as table:
        while part := list(islice(rows, 1_000)):
            table.write_table(pyarrow.Table.from_pylist(part, schema=schema))


def _rows(journal: Journal) -> Iterator[dict[str, Any]]:
    return (to_row(json.loads(line)) for line in journal.lines())
