"""The rows finished so far, in a file beside the output (`OUT.partial`), which `--resume` goes on from."""

import json
import shutil
from array import array
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from analyzer.batch.tasks import Row
from analyzer.errors import UsageError
from analyzer.interface import one_line


class Journal:
    """The rows finished so far, on disk in the order they were finished; `offsets` hold where the row of each slot is."""

    def __init__(self, output: Path, *, resume: bool) -> None:
        self.path = beside(output)
        self.offsets = array("q")
        self.done = self.failed = self.kept = 0
        self.first_failure: str | None = None
        self._elsewhere: dict[str, int] = {}
        self._known: dict[str, int] = {}
        self._end = 0
        if self.path.exists():
            if not resume:
                ja = "前の実行の途中の行です。続けるなら --resume を付け、要らなければ消してください"
                raise UsageError(f"{self.path}: {ja} / rows of an earlier run; go on from them with --resume, or delete the file")
            self._known = dict(self._finished(self.path))
        elif resume and output.exists():
            _check_goes_on(output)
            self._known = dict(self._finished(output, whole=True))
            shutil.copyfile(output, self.path)
        self._file = self.path.open("a+b" if resume else "w+b")
        self._file.truncate(self._end)  # a line cut short is cut off

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

    def keep(self, slot: int, fingerprint: str) -> bool:
        """Use the row an earlier run made of the same statement with the same tool, if there is one."""
        offset = self._known.get(fingerprint)
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

    def _finished(self, path: Path, *, whole: bool = False) -> Iterator[tuple[str, int]]:
        """Fingerprint and offset of each report of a file; errors are tried again, and the file ends for us with its last whole line.

        A `whole` output holds rows of ours and nothing else: `UsageError` names the first line that is none.
        """
        with path.open("rb") as file:
            for number, line in enumerate(file, start=1):
                record = _record(line)
                if whole and not _is_ours(record):
                    ja = "batch の書いた行ではありません。別の名前に書き出してください"
                    raise UsageError(f"{path}:{number}: {ja} / not a row of `batch`; choose another name")
                if not line.endswith(b"\n"):
                    return
                with suppress(LookupError, TypeError):  # not a row of ours
                    if "tool" in record:  # a report, not an error
                        self._elsewhere[record["place"]] = self._end
                        yield record["fingerprint"], self._end
                self._end += len(line)


def _check_goes_on(output: Path) -> None:
    """Raise `UsageError` where a finished output cannot be gone on from, since no text stands in a flat table."""
    if output.suffix.lower() != ".jsonl":
        ja = "書き終えた表からは続けられません。--resume を外すと読み直し、.jsonl に書けば続けられます"
        raise UsageError(f"{output}: {ja} / a finished table; leave out --resume to read all anew, or write .jsonl to go on")


def _record(line: bytes) -> Any:
    """What a line of JSON holds; None where it is none."""
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _is_ours(record: Any) -> bool:
    return isinstance(record, dict) and "place" in record


def beside(output: Path) -> Path:
    return output.with_name(f"{output.name}.partial")
