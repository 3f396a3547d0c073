"""Commands that read statements, and tell what a reading means."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from analyzer.commands.options import (
    Audience,
    Format,
    FormatOption,
    LangOption,
    ModelOption,
    OutputOption,
    at_least_one,
    both,
    date_of,
    named_date,
    points,
)
from analyzer.errors import BelowThresholdError, ExitStatus, UsageError, check_apart
from analyzer.interface import word
from analyzer.schema import Lang
from analyzer.streams import read_input, shows_colours, write

if TYPE_CHECKING:
    from analyzer.dossier.report import Dossier


def score(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help=both("公表文。- か省略で標準入力", "statement; - or none: standard input"))
    ] = "-",
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    title: Annotated[
        str | None,
        typer.Option("--title", metavar="TEXT", help=both("題名。省くと、明らかな行から取る", "title; else a line that plainly is one")),
    ] = None,
    published: Annotated[
        str | None, typer.Option("--published", metavar="DATE", help=both("公表日（2024-11-22）", "day of publication"))
    ] = None,
    audience: Annotated[
        Audience,
        typer.Option(
            "--for", metavar="reader|author", help=both("書き手には、書き足すことと届く段階も", "author: also what to add, and its levels")
        ),
    ] = Audience.READER,
    lang: LangOption = Lang.JA,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under", metavar="N", parser=points, help=both("一軸でも N 点未満なら終了コード1", "exit 1 if an axis scores below N")
        ),
    ] = None,
    model: ModelOption = None,
) -> None:
    """公表文を読み、三つの軸・根拠・問いを示す / Read one statement"""
    from analyzer.reading.decode import MAX_BYTES
    from analyzer.reading.source import STDIN, read_statement

    check_apart(output, () if file == STDIN else (Path(file),))
    stdin = read_input(MAX_BYTES, lang) if file == STDIN else b""
    statement, notes = read_statement(file, stdin, title=title, published=date_of(published))
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


def batch(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE", help=both("フォルダ、ファイル、表", "folders, files, tables"), readable=False)
    ],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help=both("表（.jsonl .csv .parquet）", "table to write"))],
    jobs: Annotated[
        int, typer.Option("--jobs", parser=at_least_one, metavar="N", help=both("並べて動かすプロセスの数", "worker processes"))
    ] = 1,
    resume: Annotated[bool, typer.Option("--resume", help=both("書き出し済みの行を残し、続きから", "keep finished rows, go on"))] = False,
    engine: Annotated[str, typer.Option("--engine", metavar="local", help=both("計算の場所", "where to compute"))] = "local",
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


def trace(
    sources: Annotated[
        list[Path], typer.Argument(metavar="SOURCE", help=both("公表のフォルダ、ファイル、表", "folders, files, tables"), readable=False)
    ],
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="DATE", help=both("約束と沈黙を見る日。省くと今日", "day to judge promises by; else today")),
    ] = None,
    format: FormatOption = Format.TEXT,
    output: OutputOption = None,
    one_incident: Annotated[
        bool, typer.Option("--one-incident", help=both("すべてを一つの事案とみなす", "take all for one incident"))
    ] = False,
    published: Annotated[
        list[str] | None,
        typer.Option("--published", metavar="NAME=DATE", help=both("日のない公表の日（いくつでも）", "day of an undated file; repeatable")),
    ] = None,
    lang: LangOption = Lang.JA,
    model: ModelOption = None,
) -> None:
    """一つの事案の公表を突き合わせる / Trace one incident"""
    from analyzer.dossier.tracing import trace as traced
    from analyzer.reading.table import files_of

    check_apart(output, files_of(sources))
    day = date_of(as_of, "--as-of") or date.today()
    dates = dict(named_date(given) for given in published or ())
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


def explain(
    code: Annotated[
        list[str] | None,
        typer.Argument(metavar="CODE", help=both("記号（FND03）か、読み取りに出る語（責任転嫁）", "a code, or a word of a reading")),
    ] = None,
    every: Annotated[bool, typer.Option("--list", help=both("すべての記号を並べる", "list every code"))] = False,
    lang: LangOption = Lang.JA,
) -> None:
    """ラベル・段階・記号・語の意味と根拠 / What a label, level or code means"""
    from analyzer import explain as explaining

    if every:
        write(explaining.every_code(lang))
    else:
        write(explaining.explain(" ".join(code), lang) if code else explaining.kinds(lang))
