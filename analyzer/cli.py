"""The program: its commands by name, and what it says and returns where one fails."""

import os
import sys
from typing import Annotated, NoReturn

import typer

from analyzer.commands import corpora, models, reading
from analyzer.commands.misuse import misuse
from analyzer.commands.options import both
from analyzer.distribution import install, version
from analyzer.errors import AnalyzerError, ExitStatus
from analyzer.interface import one_line
from analyzer.quick_patterns import compile_quickly
from analyzer.streams import open_streams

_EXTRAS = ("sklearn", "scipy", "krippendorff", "threadpoolctl")
"""Packages of the `train` extra: scoring does without them, training and measuring do not."""
_Misuse: type[Exception] = typer.BadParameter.__base__ or typer.BadParameter
"""What Typer raises where it is called wrongly; it names only this one of them."""

app = typer.Typer(
    help=both("公表文が、何を・誰の責任で・どう直すかを、どこまで述べているか", "How far an announcement tells what went wrong"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
corpus_app = typer.Typer(help="ラベル付き公表文の検査・集計・一致 / Labelled statements", no_args_is_help=True)
for command in (reading.score, reading.batch, reading.trace, reading.explain, models.train, models.evaluate):
    app.command()(command)
app.add_typer(corpus_app, name="corpus")
corpus_app.command("check")(corpora.check)
corpus_app.command("stats")(corpora.stats)
corpus_app.command("agreement")(corpora.agreement)


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(version())
        raise typer.Exit


@app.callback()
def _program(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=both("版を示す", "show the version"))
    ] = False,
) -> None:
    pass


def main() -> NoReturn:
    """Run the program; an error in what it is given, or in how it is called, is one line on standard error."""
    open_streams()
    compile_quickly()
    # Set before NumPy is imported: a second BLAS thread gains nothing on texts this short and waits for long on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        sys.exit(app(standalone_mode=False) or ExitStatus.DONE)
    except SystemExit as ended:
        # Rich ends a help text whose reader has left (`--help | head -1`) with 1, which here means something else.
        sys.exit(ExitStatus.DONE if ended.code == ExitStatus.BELOW_THRESHOLD else ended.code)
    except _Misuse as error:
        if type(error).__name__ != "NoArgsIsHelpError":  # Its help text is printed by now.
            print(f"analyzer: {one_line(misuse(error))}", file=sys.stderr)
        sys.exit(ExitStatus.USAGE)
    except AnalyzerError as error:
        print(f"analyzer: {one_line(str(error))}", file=sys.stderr)
        sys.exit(error.status)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        print(f"analyzer: {package}: 入っていません。{install('train')} で入ります / not installed", file=sys.stderr)
        sys.exit(ExitStatus.USAGE)
