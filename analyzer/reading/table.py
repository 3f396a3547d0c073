"""Many inputs → statements one after another: folders, files, tables. What cannot be read is an item too and stops nothing.

Rows are taken as they are: titles are looked for in text files only; a day of publication that no column holds, in the first lines
of both.
"""

import csv
import importlib
import io
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

from analyzer.distribution import install
from analyzer.errors import AnalyzerError, UsageError, cannot_read, unreadable
from analyzer.reading.decode import MAX_BYTES, MAX_TABLE_BYTES, decode_table, without_surrogates
from analyzer.reading.row import COLUMNS, called, id_in, statement_of
from analyzer.reading.source import Note, NoteCode, read_bytes, statement_in
from analyzer.statement import Statement

Item = tuple[str, Statement | AnalyzerError]
"""Place (`file`, `file:line`, or `file:row` in a .parquet) and what stands there."""
Warn = Callable[[str, Note], None]

TEXTS = frozenset({".txt", ".md", ".eml"})
"""Suffixes of the statements taken from a folder."""
_PARQUET_ROWS = 64
_DELIMITERS = (",", ";", "\t")
_UTF16_BOMS = (b"\xff\xfe", b"\xfe\xff")  # what Windows PowerShell's `>` writes


def iter_statements(sources: Iterable[str | Path], *, warn: Warn = lambda place, note: None) -> Iterator[Item]:
    """Statements of folders, text files and tables, lazily and in order; `warn` gets the notes, a repeated id among them.

    Raises `UsageError` at once where a .parquet is asked for and pyarrow is not installed.
    """
    paths = [Path(source) for source in sources]
    if any(path.suffix.lower() == ".parquet" for path in paths):
        _pyarrow()
    return _watch_ids((item for path in paths for item in _items(path, warn)), warn)


def files_of(sources: Iterable[Path]) -> Iterator[Path]:
    """The files that `iter_statements` reads; nothing of a folder that cannot be listed."""
    for source in sources:
        yield from _texts(source)[0] if os.path.isdir(source) else (source,)  # noqa: PTH112 - as in `_items`


def _watch_ids(items: Iterable[Item], warn: Warn) -> Iterator[Item]:
    places: dict[str, str] = {}
    for place, found in items:
        if isinstance(found, Statement) and found.id is not None:
            first = places.setdefault(found.id, place)
            if first != place:
                warn(place, Note(NoteCode.DUPLICATE_ID, {"id": found.id, "first": first}))
        yield place, found


def _items(path: Path, warn: Warn) -> Iterator[Item]:
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir raises on a name too long or a folder closed to us
        yield from _folder(path, warn)
        return
    suffix = path.suffix.lower()
    rows = {".jsonl": _jsonl, ".csv": _csv, ".parquet": _parquet}.get(suffix)
    try:
        if rows is not None:
            yield from rows(path)
        else:
            yield _file(path, path.name, warn)
    except AnalyzerError as error:
        yield str(path), error


def _folder(folder: Path, warn: Warn) -> Iterator[Item]:
    """Texts below the folder, sorted by path; `warn` is told how many other files there are."""
    failed: list[OSError] = []
    paths, others = _texts(folder, failed.append)
    for error in failed:
        place = str(error.filename)
        yield place, unreadable(place, "フォルダを読めません。権限を確かめてください", f"{error.strerror}; check the folder")
    if not paths and not failed:
        wanted = "・".join(sorted(TEXTS))
        ja = f"フォルダに {wanted} がありません。表はファイルの名前で指定してください"
        yield str(folder), unreadable(str(folder), ja, f"no {' or '.join(sorted(TEXTS))} in this folder; name a table by its file")
    if paths and others:
        read = sorted(TEXTS)
        slots = {"read": "・".join(read), "read_en": " and ".join(read), "count": len(others), "one": others[0].name}
        warn(str(folder), Note(NoteCode.FILES_LEFT_OUT, slots))
    for path in paths:
        yield _file(path, path.relative_to(folder).as_posix(), warn)


def _texts(folder: Path, onerror: Callable[[OSError], None] | None = None) -> tuple[list[Path], list[Path]]:
    """The texts below a folder and its other files, sorted by path; what is hidden is neither."""
    texts: list[Path] = []
    others: list[Path] = []
    for parent, folders, names in os.walk(folder, onerror=onerror):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                (texts if Path(name).suffix.lower() in TEXTS else others).append(Path(parent, name))
    return sorted(texts, key=lambda path: path.relative_to(folder).as_posix()), sorted(others)


def _file(path: Path, id: str, warn: Warn) -> Item:
    place = str(path)
    id = without_surrogates(id)
    try:
        statement, notes = statement_in(read_bytes(path, MAX_BYTES), place, id=id)
    except AnalyzerError as error:
        error.id = id
        return place, error
    for note in notes:
        warn(place, note)
    return place, statement


def _row(record: Mapping[str, Any], place: str) -> Item:
    """The statement of a row, or what is wrong with it, under the id that the row has."""
    try:
        return place, statement_of(record, place)
    except AnalyzerError as error:
        error.id = id_in(record)
        return place, error


def _jsonl(path: Path) -> Iterator[Item]:
    for number, line in _json_lines(path):
        place = f"{path}:{number}"
        try:
            record = _json(line, place)
        except AnalyzerError as error:
            yield place, error
        else:
            yield _row(record, place)


def _json_lines(path: Path) -> Iterator[tuple[int, bytes]]:
    """Non-blank lines with their numbers; each is decoded on its own, so that one broken line breaks no other."""
    try:
        with path.open("rb") as file:
            lines: Iterable[bytes] = file
            if file.peek(2)[:2] in _UTF16_BOMS:
                text = decode_table(file.read(MAX_TABLE_BYTES + 1), str(path))
                lines = (line.encode("utf-8", "surrogatepass") for line in io.StringIO(text))
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield number, line
    except OSError as error:
        raise cannot_read(path, error) from error


def _json(line: bytes, place: str) -> Mapping[str, Any]:
    try:
        record = json.loads(decode_table(line, place))
    except (ValueError, RecursionError) as error:
        raise unreadable(place, "JSON ではありません。1行に1件の JSON にしてください", f"not JSON ({error}); one object a line") from error
    if not isinstance(record, Mapping):
        raise unreadable(place, "JSON のオブジェクトではありません", f"a JSON {type(record).__name__}, must be an object with a text")
    return record


def _csv(path: Path) -> Iterator[Item]:
    text = decode_table(read_bytes(path, MAX_TABLE_BYTES), str(path))
    csv.field_size_limit(max(csv.field_size_limit(), MAX_TABLE_BYTES))  # the module's own limit is 131,072 characters
    rows = csv.reader(io.StringIO(text, newline=""), strict=True, delimiter=_delimiter_of(text))
    header: list[str] | None = None
    while True:
        place = f"{path}:{rows.line_num + 1}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield place, unreadable(place, "CSV として読めません。引用符を確かめてください", f"not CSV ({error}); check its quotes")
            continue
        if not any(field.strip() for field in row):
            continue
        if header is None:
            header = [called(name) for name in row]
            _check_columns(header, str(path), told=row)
            continue
        if len(row) > len(header):
            ja = f"列が {len(row)} あり、見出しは {len(header)} です。本文のコンマや改行は引用符で囲んでください"
            wide = unreadable(place, ja, f"{len(row)} fields, the header has {len(header)}; quote texts with commas")
            if "id" in header[: header.index("text")]:
                wide.id = id_in(dict(zip(header, row, strict=False)))  # what stands before the text that was torn is in its place
            yield place, wide
            continue
        yield _row(dict(zip(header, row, strict=False)), place)
    if header is None:
        raise unreadable(str(path), "表が空です", "empty table")


def _delimiter_of(text: str) -> str:
    """What parts the names of the header: a comma, or what spreadsheets write in its place."""
    line = next((line.strip() for line in io.StringIO(text) if line.strip()), "")
    return max(_DELIMITERS, key=lambda mark: (sum(called(name.strip('"')) in COLUMNS for name in line.split(mark)), mark == ","))


def _parquet(path: Path) -> Iterator[Item]:
    read_bytes(path, 0)  # says what is wrong with the path before pyarrow does
    try:
        with _pyarrow().ParquetFile(path) as table:
            names = [name for name in table.schema_arrow.names if name in COLUMNS]
            _check_columns(table.schema_arrow.names, str(path), told=table.schema_arrow.names)
            batches = table.iter_batches(batch_size=_PARQUET_ROWS, columns=names)
            records = (record for batch in batches for record in batch.to_pylist())
            for number, record in enumerate(records, start=1):
                yield _row(record, f"{path}:{number}")
    except (OSError, ValueError) as error:  # pyarrow's own errors are kinds of these
        why = str(error).partition("\n")[0]
        raise unreadable(str(path), "Parquet として読めません。作り直してください", f"not Parquet ({why}); write it again") from error


def _pyarrow() -> ModuleType:
    try:
        return importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise UsageError(f".parquet を読むには {install('tables')} が要ります / reading .parquet needs {install('tables')}") from error


def _check_columns(names: list[str], place: str, *, told: list[str]) -> None:
    """Raise `UnreadableError` where columns of these names hold no statements; `told` are the names as they stand there."""
    if "text" not in names:
        found = ", ".join(name.strip()[:40] for name in told[:10])
        ja = f"text（本文）という列がありません（列: {found}）"
        raise unreadable(place, ja, f"no column named text; columns are {', '.join(COLUMNS)}")
    for name in COLUMNS:
        if names.count(name) > 1:
            raise unreadable(place, f"{name} という列が二つあります。一つにしてください", f"two columns are named {name}; leave one")
