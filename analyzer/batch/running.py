"""The command: every statement of the sources read, scored and written, a row each; what fails is a row and stops nothing."""

import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from analyzer.batch.journal import Journal, beside
from analyzer.batch.tables import check_suffix, write
from analyzer.batch.tasks import Task, failure, read_chunk
from analyzer.batch.workers import in_order
from analyzer.errors import AnalyzerError, UnreadableError, UsageError, check_apart, check_output
from analyzer.interface import word
from analyzer.reading.decode import without_surrogates
from analyzer.reading.source import Note, NoteCode
from analyzer.reading.table import files_of, iter_statements
from analyzer.schema import Lang
from analyzer.scoring import Scorer, load
from analyzer.statement import Statement

CHUNK = 16
CHUNK_CHARACTERS = 30_000
"""A chunk ends with the statement that reaches either; it is what a worker is given at once and what memory holds."""
PROGRESS_SECONDS = 15.0
"""Between two lines of progress where standard error is not a terminal."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """Rows of the output: `done` reports, `skipped` of them kept from an earlier run, and `failed` errors."""

    done: int
    failed: int
    skipped: int


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
    sources hold nothing at all, or nothing that can be read and the output is there from before: it stays as it was.
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
            if not journal.done and output.exists():
                journal.discard()
                raise UnreadableError(word("batch_left", lang, output=output, why=journal.first_failure))
            write(journal, output)
    except KeyboardInterrupt:
        print(f"analyzer: {word('batch_interrupted', lang, partial=beside(output))}", file=sys.stderr)
        raise
    except OSError as error:
        raise UsageError(f"{output}: 書けません（{error.strerror}） / cannot be written ({error.strerror})") from error
    _tell(journal, output, lang)
    return Outcome(journal.done, journal.failed, journal.kept)


def _tell(journal: Journal, output: Path, lang: Lang) -> None:
    """What came of it, on standard error; of several failures the first in full."""
    if journal.first_failure is not None:
        more = word("batch_more_failed", lang, count=journal.failed - 1) if journal.failed > 1 else ""
        print(f"analyzer: {journal.first_failure}{more}", file=sys.stderr)
    name = "batch_summary_failed" if journal.failed else "batch_summary"
    kept = word("batch_kept", lang, skipped=journal.kept) if journal.kept else ""
    print(f"analyzer: {word(name, lang, done=journal.done, failed=journal.failed, output=output)}{kept}", file=sys.stderr)


def _check(sources: Sequence[Path], output: Path) -> None:
    check_suffix(output)
    check_output(output)
    check_apart(output, files_of(sources))


def _tasks(sources: Sequence[Path], journal: Journal, scorer: Scorer) -> Iterator[Task]:
    """What is still to be scored; the rows of everything else are put into the journal on the way."""
    notes: dict[str, list[str]] = {}

    def warn(place: str, note: Note) -> None:
        told = note.text_in(scorer.lang)
        if note.code == NoteCode.FILES_LEFT_OUT:
            print(f"analyzer: {place}: {told}", file=sys.stderr)
        else:
            notes.setdefault(place, []).append(told)

    for origin, found in iter_statements(sources, warn=warn):
        place = without_surrogates(origin)
        slot, noted = journal.slot(place), tuple(notes.pop(origin, ()))
        if isinstance(found, AnalyzerError):
            journal.put(failure(slot, place, found.id, without_surrogates(str(found))))
        elif not journal.keep(slot, fingerprint := _fingerprint(place, found, scorer)):
            yield Task(slot, place, found, fingerprint, noted)


def _chunks(tasks: Iterable[Task]) -> Iterator[list[Task]]:
    chunk: list[Task] = []
    for task in tasks:
        chunk.append(task)
        if len(chunk) >= CHUNK or sum(len(task.statement.text) for task in chunk) >= CHUNK_CHARACTERS:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


def _fingerprint(place: str, statement: Statement, scorer: Scorer) -> str:
    """A digest of all that a report depends on: the tool, its language, and the statement as it was given."""
    published = statement.published.isoformat() if statement.published else None
    told = [place, statement.id, statement.title, published, statement.incident_id, statement.text]
    return sha256(json.dumps([asdict(scorer.tool), scorer.lang, *told], sort_keys=True).encode()).hexdigest()


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
