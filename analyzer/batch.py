"""Many statements → one table: read lazily, scored in chunks, in input order; what fails is a row and stops nothing.

Finished rows go to a journal beside the output (`OUT.partial`), which `--resume` goes on from; the output itself is
made of it at the end, in one stroke.
"""

import csv
import importlib.util
import json
import os
import shutil
import signal
import sys
import time
from array import array
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from functools import cache, partial
from hashlib import sha256
from itertools import islice
from multiprocessing import get_context, resource_tracker
from pathlib import Path
from typing import Any, TypeVar

from analyzer.errors import AnalyzerError, UnreadableError, UsageError, check_apart, check_output, install
from analyzer.interface import one_line, word
from analyzer.reading.decode import without_surrogates
from analyzer.reading.source import Note, NoteCode
from analyzer.reading.table import files_of, iter_statements
from analyzer.render.table import COLUMNS, defused, to_json, to_row
from analyzer.report import Report
from analyzer.schema import Lang
from analyzer.scoring import Scorer, load
from analyzer.statement import Statement

SUFFIXES = (".jsonl", ".csv", ".parquet")
CHUNK = 16
CHUNK_CHARACTERS = 30_000
"""A chunk ends with the statement that reaches either; it is what a worker is given at once and what memory holds."""
PROGRESS_SECONDS = 15.0
"""Between two lines of progress where standard error is not a terminal."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows of the output: `done` reports, `skipped` of them kept from an earlier run, and `failed` errors."""

    done: int
    failed: int
    skipped: int


@dataclass(frozen=True, slots=True)
class Task:
    """One statement to be read for the row `slot`; `notes` are the reader's, told as the report's first warnings."""

    slot: int
    place: str
    statement: Statement
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A finished row as a line of JSON."""

    slot: int
    line: str
    failed: bool


Read = Callable[[Sequence[Task]], list[Row]]


def run(
    sources: Iterable[Path | str],
    output: Path | str,
    *,
    jobs: int = 1,
    resume: bool = False,
    lang: Lang = Lang.JA,
    model: Path | str | None = None,
) -> Outcome:
    """Read every statement of the sources and write one row each; what cannot be read is a row with its error.

    Raises `UsageError` before anything is read where the output cannot be written, and `UnreadableError` where the
    sources hold nothing at all.
    """
    inputs, output = [Path(source) for source in sources], Path(output)
    _check(inputs, output)
    scorer = load(model, lang=lang)
    read = partial(read_chunk, model=model, lang=lang)
    try:
        with Journal(output, resume=resume) as journal, _progress(lang) as show:
            chunks = _chunks(_tasks(inputs, journal, scorer))
            with closing(in_order(chunks, read, jobs, lang)) as rows:
                for row in rows:
                    journal.put(row)
                    show(journal)
            if not journal.offsets:
                raise UnreadableError("公表文が一つもありません / the sources hold no statement")
            journal.keep_the_rest()
            _write(journal, output)
    except KeyboardInterrupt:
        print(f"analyzer: {word('batch_interrupted', lang, partial=_beside(output))}", file=sys.stderr)
        raise
    except OSError as error:
        raise UsageError(f"{output}: 書けません（{error.strerror}） / cannot be written ({error.strerror})") from error
    summary = word("batch_summary", lang, done=journal.done, failed=journal.failed, output=output)
    if journal.first_failure is not None and not journal.done:
        print(f"analyzer: {journal.first_failure}", file=sys.stderr)
    print(f"analyzer: {summary}{word('batch_kept', lang, skipped=journal.kept) if journal.kept else ''}", file=sys.stderr)
    return Outcome(journal.done, journal.failed, journal.kept)


def _check(sources: Sequence[Path], output: Path) -> None:
    suffix = output.suffix.lower()
    if suffix not in SUFFIXES:
        raise UsageError(f"{output}: 拡張子を {' '.join(SUFFIXES)} のいずれかにしてください / must end in one of {', '.join(SUFFIXES)}")
    if suffix == ".parquet" and importlib.util.find_spec("pyarrow") is None:
        raise UsageError(f"{output}: .parquet を書くには {install('tables')} が要ります / writing .parquet needs {install('tables')}")
    check_output(output)
    check_apart(output, files_of(sources))


# --- reading ---------------------------------------------------------------------------------------------------------


def _tasks(sources: Sequence[Path], journal: "Journal", scorer: Scorer) -> Iterator[Task]:
    """What is still to be scored; the rows of everything else are put into the journal on the way."""
    notes: dict[str, list[str]] = {}

    def warn(place: str, note: Note) -> None:
        told = note.en if scorer.lang == Lang.EN else note.ja
        if note.code == NoteCode.FILES_LEFT_OUT:
            print(f"analyzer: {place}: {told}", file=sys.stderr)
        else:
            notes.setdefault(place, []).append(told)

    for origin, found in iter_statements(sources, warn=warn):
        place = without_surrogates(origin)
        slot, noted = journal.slot(place), tuple(notes.pop(origin, ()))
        if isinstance(found, AnalyzerError):
            journal.put(_failure(slot, place, None, without_surrogates(str(found))))
        elif not journal.keep(slot, _ground(asdict(scorer._tool), scorer.lang, *_told(place, found))):
            yield Task(slot, place, found, noted)


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    chunk: list[Task] = []
    for task in tasks:
        chunk.append(task)
        if len(chunk) >= CHUNK or sum(len(task.statement.text) for task in chunk) >= CHUNK_CHARACTERS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


# --- scoring ---------------------------------------------------------------------------------------------------------


def read_chunk(chunk: Sequence[Task], *, model: Path | str | None, lang: Lang) -> list[Row]:
    """The rows of a chunk; where the scorer fails, its statements are read one by one and the guilty one is an error row."""
    scorer = _scorer(model, lang)
    try:
        reports = list(scorer.stream(task.statement for task in chunk))
        return [_row(task, report) for task, report in zip(chunk, reports, strict=True)]
    except Exception as error:  # whatever one statement does to the scorer, the others are not to pay for it
        if len(chunk) == 1:
            why = without_surrogates(f"{type(error).__name__}: {error}")
            return [_failed_task(chunk[0], why, lang)]
    return [row for task in chunk for row in read_chunk([task], model=model, lang=lang)]


@cache
def _scorer(model: Path | str | None, lang: Lang) -> Scorer:
    return load(model, lang=lang)


def _row(task: Task, report: Report) -> Row:
    told = replace(report, warnings=(*task.notes, *report.warnings)).to_dict()
    return Row(task.slot, to_json({"place": task.place} | told | {"incident_id": task.statement.incident_id}, indent=None), False)


def _failed_task(task: Task, why: str, lang: Lang) -> Row:
    return _failure(task.slot, task.place, task.statement.id, word("batch_crashed", lang, place=task.place, why=why))


def _failure(slot: int, place: str, id: str | None, error: str) -> Row:
    return Row(slot, to_json({"id": id, "place": place, "error": error}, indent=None), True)


def in_order(chunks: Iterable[list[Task]], read: Read, jobs: int, lang: Lang) -> Generator[Row]:
    """`read` here or in several worker processes; a chunk that kills its worker is read again, one by one."""
    if jobs == 1:
        for chunk in chunks:
            yield from read(chunk)
        return
    chunks = iter(chunks)
    waiting: deque[tuple[list[Task], Future[list[Row]]]] = deque()
    pool = _pool(jobs)
    try:
        while True:
            waiting.extend((chunk, _submit(pool, read, chunk)) for chunk in islice(chunks, max(0, 2 * jobs - len(waiting))))
            if not waiting:
                break
            chunk, future = waiting.popleft()
            try:
                rows = future.result()
            except BrokenProcessPool:
                rows = _one_by_one(chunk, read, lang)
                pool = _pool(jobs)
                waiting = deque((chunk, _submit(pool, read, chunk)) for chunk, _ in waiting)
            yield from rows
    except BaseException:
        # Cut short: the few chunks that are under way are waited for. A worker killed while it answers leaves half an answer in
        # the pipe, on which the executor waits for good.
        pool.shutdown(cancel_futures=True)
        raise
    pool.shutdown()


def _one_by_one(chunk: Sequence[Task], read: Read, lang: Lang) -> list[Row]:
    rows: list[Row] = []
    pool = _pool(1)
    for task in chunk:
        try:
            rows += _submit(pool, read, [task]).result()
        except BrokenProcessPool:
            rows.append(_failed_task(task, word("batch_died", lang), lang))
            pool = _pool(1)
            try:
                _submit(pool, os.getpid).result()
            except BrokenProcessPool as error:
                ja = "別のプロセスを動かせません。--jobs 1 で試してください"
                raise UsageError(f"{ja} / worker processes cannot be started; try --jobs 1") from error
    pool.shutdown()
    return rows


def _pool(jobs: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(jobs, mp_context=get_context("spawn"))


def _submit(pool: ProcessPoolExecutor, function: Callable[..., T], *arguments: object) -> "Future[T]":
    """The executor starts its workers here: with one BLAS thread each, and deaf to Ctrl-C, which is for us to answer."""
    before = os.environ.get("OPENBLAS_NUM_THREADS")
    os.environ["OPENBLAS_NUM_THREADS"] = "1"
    try:
        with _ctrl_c_held():
            return pool.submit(function, *arguments)
    except BrokenProcessPool as error:
        future: Future[T] = Future()
        future.set_exception(error)
        return future
    finally:
        del os.environ["OPENBLAS_NUM_THREADS"]
        if before is not None:
            os.environ["OPENBLAS_NUM_THREADS"] = before


@contextmanager
def _ctrl_c_held() -> Iterator[None]:
    """Ctrl-C comes only afterwards, and never to a process started within: it inherits the mask of signals."""
    if sys.platform == "win32":
        yield
        return
    resource_tracker.ensure_running()  # To start it lifts the mask.
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)


# --- writing ---------------------------------------------------------------------------------------------------------


class Journal:
    """The rows finished so far, on disk in the order they were finished; `offsets` hold where the row of each slot is."""

    def __init__(self, output: Path, *, resume: bool) -> None:
        self.path = _beside(output)
        self.offsets = array("q")
        self.done = self.failed = self.kept = 0
        self.first_failure: str | None = None
        self._elsewhere: dict[str, int] = {}
        if resume and not self.path.exists() and output.exists():
            _check_goes_on(output)
            shutil.copyfile(output, self.path)
        self._file = self.path.open("a+b" if resume else "w+b")
        self._known = dict(self._finished())
        self._end = self._file.seek(0, os.SEEK_END)

    def __enter__(self) -> "Journal":
        return self

    def __exit__(self, *error: object) -> None:
        self._file.close()
        if not self._end:
            self.path.unlink(missing_ok=True)

    def discard(self) -> None:
        """Done with: the output holds all of it."""
        self._file.close()
        self.path.unlink()

    def slot(self, place: str) -> int:
        """Make room for one more row, the one of what stands at `place`."""
        self._elsewhere.pop(place, None)
        self.offsets.append(-1)
        return len(self.offsets) - 1

    def keep_the_rest(self) -> None:
        """Use the rows of places that this run was not given, below its own."""
        rest = sorted(self._elsewhere.values())
        self.offsets.extend(rest)
        self.done += len(rest)
        self.kept += len(rest)

    def put(self, row: Row) -> None:
        self.offsets[row.slot] = self._end
        self._end += self._file.write(row.line.encode() + b"\n")
        self._file.flush()
        if row.failed and self.first_failure is None:
            self.first_failure = one_line(json.loads(row.line)["error"])
        self.failed += row.failed
        self.done += not row.failed

    def keep(self, slot: int, ground: bytes) -> bool:
        """Use the row an earlier run made of the same statement with the same tool, if there is one."""
        offset = self._known.get(ground)
        if offset is None:
            return False
        self.offsets[slot] = offset
        self.done += 1
        self.kept += 1
        return True

    def lines(self) -> Iterator[bytes]:
        """All rows in the order of their slots."""
        for offset in self.offsets:
            self._file.seek(offset)
            yield self._file.readline()

    def _finished(self) -> Iterator[tuple[bytes, int]]:
        """Ground and offset of each report; errors are tried again, and a line cut short is cut off."""
        self._file.seek(0)
        offset = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                self._file.truncate(offset)
                return
            with suppress(ValueError, LookupError, TypeError):  # not a row of ours
                record = json.loads(line)
                told = (record[name] for name in ("place", "id", "title", "published", "incident_id", "text"))
                ground = _ground(record["tool"], record["lang"], *told)
                self._elsewhere[record["place"]] = offset
                yield ground, offset
            offset += len(line)


def _check_goes_on(output: Path) -> None:
    """Raise `UsageError` where a finished output cannot be gone on from: no text stands in a flat table, no row of ours in another file."""
    if output.suffix.lower() != ".jsonl":
        ja = "書き終えた表からは続けられません。--resume を外すと読み直し、.jsonl に書けば続けられます"
        raise UsageError(f"{output}: {ja} / a finished table; leave out --resume to read all anew, or write .jsonl to go on")
    with output.open("rb") as file:
        for number, line in enumerate(file, start=1):
            try:
                known = "place" in json.loads(line)
            except (ValueError, TypeError):
                known = False
            if not known:
                ja = "batch の書いた行ではありません。別の名前に書き出してください"
                raise UsageError(f"{output}:{number}: {ja} / not a row of `batch`; choose another name")


def _beside(output: Path) -> Path:
    return output.with_name(f"{output.name}.partial")


def _told(place: str, statement: Statement) -> tuple[str | None, ...]:
    published = statement.published.isoformat() if statement.published else None
    return place, statement.id, statement.title, published, statement.incident_id, statement.text


def _ground(tool: dict[str, str], lang: str, *told: str | None) -> bytes:
    """A digest of all that a report depends on."""
    return sha256(json.dumps([tool, lang, *told], sort_keys=True).encode()).digest()


def _write(journal: Journal, output: Path) -> None:
    """The whole output at once: an older one stays as it is until then."""
    unfinished = output.with_name(f"{output.name}.tmp")
    writers = {".jsonl": _write_jsonl, ".csv": _write_csv, ".parquet": _write_parquet}
    try:
        writers[output.suffix.lower()](journal, unfinished)
        unfinished.replace(output)
    finally:
        unfinished.unlink(missing_ok=True)
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


@contextmanager
def _progress(lang: Lang) -> Iterator[Callable[[Journal], None]]:
    def told(journal: Journal) -> str:
        return word("batch_progress", lang, done=journal.done, failed=journal.failed)

    if sys.stderr.isatty():
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
        with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
            task = bar.add_task("…", total=None)
            yield lambda journal: bar.update(task, description=told(journal))
        return
    last = time.monotonic()

    def say(journal: Journal) -> None:
        nonlocal last
        if time.monotonic() - last >= PROGRESS_SECONDS:
            last = time.monotonic()
            print(f"analyzer: {told(journal)}", file=sys.stderr)

    yield say
