"""The commands: arguments in, one call, print. Nothing heavy is imported before a command needs it."""

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn, TypeVar

import typer

from analyzer.distribution import install, version
from analyzer.errors import AnalyzerError, BelowThresholdError, ExitStatus, UsageError, check_apart, check_folder, check_output
from analyzer.interface import one_line, word
from analyzer.schema import Lang
from analyzer.streams import open_streams, read_input, shows_colours, write

if TYPE_CHECKING:
    from analyzer.dossier.report import Dossier


def _both(ja: str, en: str) -> str:
    """A help text on a line for each language: broken by width, wide characters would be cut off."""
    return f"{ja}\n\n{en}"


app = typer.Typer(
    help=_both("公表文が、何を・誰の責任で・どう直すかを、どこまで述べているか", "How far an announcement tells what went wrong"),
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
corpus_app = typer.Typer(help="ラベル付き公表文の検査・集計・一致 / Labelled statements", no_args_is_help=True)
app.add_typer(corpus_app, name="corpus")


def _show_version(asked: bool) -> None:
    if asked:
        typer.echo(version())
        raise typer.Exit


@app.callback()
def _program(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help=_both("版を示す", "show the version"))
    ] = False,
) -> None:
    pass


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Audience(StrEnum):
    READER = "reader"
    AUTHOR = "author"


_EXTRAS = ("sklearn", "scipy", "krippendorff", "threadpoolctl")
"""Packages of the `train` extra: scoring does without them, training and measuring do not."""


ModelOption = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help=_both("モデルのフォルダ。省くと同梱のもの", "model folder; else the shipped one")),
]

Choice = TypeVar("Choice", bound=StrEnum)


def _one_of(choices: type[Choice]) -> Callable[[str], Choice]:
    """What reads a member of a closed set; Typer's own says in English alone what is wrong, and names its parts."""

    def read(given: str) -> Choice:
        if given in list(choices):
            return choices(given)
        wanted = ", ".join(choices)
        raise typer.BadParameter(f"{given}: {wanted} のいずれかにしてください / must be one of {wanted}")

    return read


def _points(given: str) -> float:
    with suppress(ValueError):
        if 0 <= float(given) <= 100:
            return float(given)
    raise typer.BadParameter(f"{given}: 0 から 100 までの数にしてください / must be a number from 0 to 100")


FormatOption = Annotated[
    Format, typer.Option("--format", metavar="text|json|html", parser=_one_of(Format), help=_both("出力の形", "form of the output"))
]
LabelledFiles = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help=_both("ラベル付き公表文（.jsonl）かフォルダ", "labelled statements or folders"), readable=False),
]
LangOption = Annotated[
    Lang, typer.Option("--lang", metavar="ja|en", parser=_one_of(Lang), help=_both("表示の言語", "language of the reading"))
]


def _checked(output: Path | None) -> Path | None:
    """The file to write; None for standard output, which `-` names as it does for input."""
    if output is None or str(output) == "-":
        return None
    check_output(output)
    return output


OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", callback=_checked, help=_both("書き出す先。省くと標準出力", "file to write; else standard output")
    ),
]


@app.command()
def score(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=_both("公表文。- か省略で標準入力", "statement; - or none: standard input"))
    ] = "-",
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help=_both("題名。省くと、明らかな行から取る", "title; else a line that plainly is one")),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help=_both("公表日（2024-11-22）", "day of publication"))
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option(
            "--for", metavar="reader|author", help=_both("書き手には、書き足すことと届く段階も", "author: also what to add, and its levels")
        ),
    ] = Audience.READER,
    lang: LangOption = Lang.JA,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", metavar="N", parser=_points, help=_both("一軸でも N 点未満なら終了コード1", "exit 1 if an axis scores below N")
        ),
    ] = None,
    model: ModelOption = None,
) -> None:
    """公表文を読み、三つの軸・根拠・問いを示す / Read one statement"""
    from analyzer.reading.decode import MAX_BYTES
    from analyzer.reading.source import STDIN, read_statement

    check_apart(output, () if file == STDIN else (Path(file),))
    stdin = read_input(MAX_BYTES, lang) if file == STDIN else b""
    statement, notes = read_statement(file, stdin, title=title, published=_date(published))
    from analyzer.scoring import load

    scorer = load(model, lang=lang)
    report = scorer.read(statement, tuple(note.text_in(lang) for note in notes))
    if audience == Audience.AUTHOR:
        from analyzer.additions import additions

        report = replace(report, additions=additions(statement, report, scorer))
    if format == Format.JSON:
        from analyzer.render.table import to_json

        shown = to_json(report.to_dict())
    elif format == Format.HTML:
        from analyzer.render.page import page

        shown = page(report)
    else:
        from analyzer.render.terminal import render

        shown = render(report, color=output is None and shows_colours())
    write(shown, output)
    if fail_under is not None:
        low = {axis: reading.score for axis, reading in report.axes.items() if reading.score < fail_under}
        if low:
            names = word("comma", lang).join(f"{axis.name_in(lang)} {value}" for axis, value in low.items())
            raise BelowThresholdError(f"--fail-under {fail_under:g}: {names}")


@app.command()
def batch(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="SOURCE", help=_both("フォルダ、ファイル、表", "folders, files, tables"), readable=False),
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help=_both("表（.jsonl .csv .parquet）", "table to write"))],
    jobs: Annotated[int, typer.Option("--jobs", min=1, metavar="N", help=_both("並べて動かすプロセスの数", "worker processes"))] = 1,
    resume: Annotated[bool, typer.Option("--resume", help=_both("書き出し済みの行を残し、続きから", "keep finished rows, go on"))] = False,
    engine: Annotated[str, typer.Option("--engine", metavar="local", help=_both("計算の場所", "where to compute"))] = "local",
    lang: LangOption = Lang.JA,
    model: ModelOption = None,
) -> None:
    """多くの公表文を読み、一件一行で書き出す / Read many, a row each"""
    from analyzer.batch.running import run

    if engine != "local":
        raise UsageError(f"--engine {engine}: この版で使えるのは local です / only `local` is available")
    outcome = run(sources, output, jobs=jobs, resume=resume, lang=lang, model=model)
    if outcome.failed:
        raise typer.Exit(ExitStatus.SOME_FAILED if outcome.done else ExitStatus.UNREADABLE)


@app.command()
def trace(
    sources: Annotated[
        list[Path],
        typer.Argument(metavar="SOURCE", help=_both("公表のフォルダ、ファイル、表", "folders, files, tables"), readable=False),
    ],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help=_both("約束と沈黙を見る日。省くと今日", "day to judge promises by; else today")),
    ] = None,
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    one_incident: Annotated[
        bool, typer.Option("--one-incident", help=_both("すべてを一つの事案とみなす", "take all for one incident"))
    ] = False,
    published: Annotated[
        list[str] | None,
        typer.Option(
            "--published", metavar="NAME=DATE", help=_both("日のない公表の日（いくつでも）", "day of an undated file; repeatable")
        ),
    ] = None,
    lang: LangOption = Lang.JA,
    model: ModelOption = None,
) -> None:
    """一つの事案の公表を突き合わせる / Trace one incident"""
    from analyzer.dossier.tracing import trace as traced
    from analyzer.reading.table import files_of

    check_apart(output, files_of(sources))
    day = _date(as_of, "--as-of") or date.today()
    dates = dict(_named_date(given) for given in published or ())
    outcome = traced(sources, as_of=day, one_incident=one_incident, dates=dates, lang=lang, model=model)
    if outcome.dossiers:
        write(_dossiers_shown(outcome.dossiers, format, lang, color=output is None and shows_colours()), output)
    if outcome.failed or not outcome.dossiers:
        raise typer.Exit(ExitStatus.SOME_FAILED if outcome.dossiers else ExitStatus.UNREADABLE)


def _dossiers_shown(dossiers: "tuple[Dossier, ...]", format: Format, lang: Lang, *, color: bool) -> str:
    """All dossiers in one form; as JSON an object for one, one object a line for several."""
    if format == Format.JSON:
        from analyzer.render.table import to_json

        if len(dossiers) == 1:
            return to_json(dossiers[0].to_dict())
        return "".join(to_json(dossier.to_dict(), indent=None) + "\n" for dossier in dossiers)
    if format == Format.HTML:
        from analyzer.render.dossier_page import page

        return page(dossiers, lang)
    from analyzer.render.dossier import render

    return render(dossiers, color=color)


@app.command()
def explain(
    code: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE", help=_both("記号（FND03）か、読み取りに出る語（責任転嫁）", "a code, or a word of a reading")),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help=_both("すべての記号を並べる", "list every code"))] = False,
    lang: LangOption = Lang.JA,
) -> None:
    """ラベル・段階・記号・語の意味と根拠 / What a label, level or code means"""
    from analyzer import explain as explaining

    if every:
        write(explaining.every_code(lang))
    else:
        write(explaining.explain(" ".join(code), lang) if code else explaining.kinds(lang))


@corpus_app.command("check")
def corpus_check(
    files: LabelledFiles,
) -> None:
    """形、重複、漏れ、矛盾を検査する / Find faults"""
    from analyzer.corpus.check import check

    faults = list(check(files))
    if faults:
        write("\n".join(faults))
        print(f"{len(faults)} 件の誤り / faults", file=sys.stderr)
        raise typer.Exit(ExitStatus.UNREADABLE)
    print("誤りはありません / no faults", file=sys.stderr)


@corpus_app.command("stats")
def corpus_stats(
    files: LabelledFiles,
) -> None:
    """件数、段階、ラベルの分布 / Count them"""
    from analyzer.corpus.census import stats

    write(stats(files))


@corpus_app.command("agreement")
def corpus_agreement(
    first: Annotated[Path, typer.Argument(metavar="FIRST", help=_both("一人目のラベル（.jsonl）", "first reader's labels"))],
    second: Annotated[Path, typer.Argument(metavar="SECOND", help=_both("別に付けた二人目のラベル（.jsonl）", "second reader's"))],
    output: OutputOption = None,
) -> None:
    """二人のラベルの一致（α、F1、κ） / How far two readers agree"""
    from analyzer.measuring.agreement import measure_agreement
    from analyzer.render.table import to_json

    check_apart(output, (first, second))
    write(to_json(measure_agreement(first, second), indent=1), output)


@app.command()
def train(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help="recipe.toml")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help=_both("モデルのフォルダ", "model folder"))],
) -> None:
    """コーパスからモデルを作り直す / Make the model from the corpora"""
    from analyzer.learning.training import Recipe
    from analyzer.learning.training import train as trained

    check_folder(output)
    write(trained(Recipe.read(recipe), output))


@app.command()
def evaluate(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help=_both("recipe.toml（コーパスの場所）", "where the corpora are"))],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", callback=_checked, help=_both("指標を書き出す metrics.json", "file of the figures")),
    ] = None,
    model: ModelOption = None,
) -> None:
    """学習に使わない組で測り、信頼区間と基準を示す / Measure the model"""
    from analyzer.documents.card import figures
    from analyzer.learning.training import Recipe
    from analyzer.measuring.metrics_file import read_metrics, write_metrics
    from analyzer.measuring.sets import measure

    if output and output.exists():
        read_metrics(output)  # Its studies are kept; what is no file of metrics is told before the work.
    metrics = measure(Recipe.read(recipe), model)
    write(figures(metrics))
    if output:
        write_metrics(metrics, output)


def main() -> NoReturn:
    """Run the program; an error in what it is given is one line on standard error, one in how it is called is told by Typer."""
    open_streams()
    # Set before NumPy is imported: a second BLAS thread gains nothing on texts this short and waits for long on a busy machine.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        app()
    except SystemExit as ended:
        # Rich ends a help text whose reader has left (`--help | head -1`) with 1, which here means something else.
        sys.exit(ExitStatus.DONE if ended.code == ExitStatus.BELOW_THRESHOLD else ended.code)
    except AnalyzerError as error:
        print(f"analyzer: {one_line(str(error))}", file=sys.stderr)
        sys.exit(error.status)
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in _EXTRAS:
            raise
        print(f"analyzer: {package}: 入っていません。{install('train')} で入ります / not installed", file=sys.stderr)
        sys.exit(ExitStatus.USAGE)
    sys.exit(ExitStatus.DONE)


def _date(given: str | None, option: str = "--published") -> date | None:
    from analyzer.reading.day import day_given

    return None if given is None else day_given(given, option)


def _named_date(given: str) -> tuple[str, date]:
    """`name=2024-11-22` as its two parts."""
    name, equals, day = given.rpartition("=")
    found = _date(day) if equals and name else None
    if found is None:
        raise UsageError(f"--published {given}: ファイル名=2024-11-22 の形にしてください / must be of the form name=2024-11-22")
    return name, found
