"""What the program reads and writes as a whole: the standard streams, be they closed, full or left by their reader, and a file."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO, TextIOWrapper
from pathlib import Path
from shutil import copymode

from analyzer.errors import UsageError
from analyzer.interface import word
from analyzer.schema import Lang


def open_streams() -> None:
    """Standard streams that were closed (`>&-`) read and write nothing; what the terminal's encoding lacks is escaped."""
    if sys.stdin is None:
        sys.stdin = _nowhere()
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, _nowhere())
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")


def shows_colours() -> bool:
    """Whether standard output is a terminal that draws colours; `NO_COLOR` is for rich to obey."""
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


def read_input(limit: int, lang: Lang) -> bytes:
    """At most `limit` + 1 bytes of standard input; whoever sits at the terminal is told what is waited for."""
    if sys.stdin.isatty():
        print(word("paste", lang), file=sys.stderr)
    return sys.stdin.buffer.read(limit + 1)


def write(shown: str, output: Path | None = None) -> None:
    """To a file or, without one, to standard output."""
    if output is None:
        _print(shown if shown.endswith("\n") else shown + "\n")
        return
    try:
        with in_one_stroke(output) as unfinished:
            unfinished.write_text(shown, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{output}: 書けません（{error.strerror}） / cannot be written") from error


@contextmanager
def in_one_stroke(output: Path) -> Iterator[Path]:
    """Where to write what is to stand in `output` at once: an older one stays as it is until all of it is written.

    A link keeps leading to its file, a file its mode; what is no file (a pipe, a device) or lies in a closed folder is written itself.
    """
    place = Path(os.path.realpath(output))
    if (output.exists() and not output.is_file()) or not os.access(place.parent, os.W_OK):
        yield output
        return
    unfinished = place.with_name(f"{place.name}.{os.getpid()}.tmp")
    try:
        yield unfinished
        if place.exists():
            copymode(place, unfinished)
        unfinished.replace(place)
    finally:
        unfinished.unlink(missing_ok=True)


def _print(shown: str) -> None:
    """On standard output at once, so that what becomes of it is known here; a reader who has left (`| head`) has seen enough."""
    try:
        sys.stdout.write(shown)
        sys.stdout.flush()
    except BrokenPipeError:
        sys.stdout = _nowhere()
    except OSError as error:
        sys.stdout = _nowhere()
        raise UsageError(f"標準出力に書けません（{error.strerror}） / standard output cannot be written") from error


def _nowhere() -> TextIOWrapper:
    """A stream that holds nothing and whose text nobody sees."""
    return TextIOWrapper(BytesIO(), encoding="utf-8")
