"""Commands on labelled statements."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from analyzer.commands.options import LabelledFiles, OutputOption, both
from analyzer.errors import ExitStatus, check_apart
from analyzer.streams import write


def check(files: LabelledFiles) -> None:
    """形、重複、漏れ、矛盾を検査する / Find faults"""
    from analyzer.corpus.check import check as faults_in

    faults = list(faults_in(files))
    if faults:
        write("\n".join(faults))
        print(f"{len(faults)} 件の誤り / faults", file=sys.stderr)
        raise typer.Exit(ExitStatus.UNREADABLE)
    print("誤りはありません / no faults", file=sys.stderr)


def stats(files: LabelledFiles) -> None:
    """件数、段階、ラベルの分布 / Count them"""
    from analyzer.corpus.census import stats as counted

    write(counted(files))


def agreement(
    first: Annotated[Path, typer.Argument(metavar="FIRST", help=both("一人目のラベル（.jsonl）", "first reader's labels"))],
    second: Annotated[Path, typer.Argument(metavar="SECOND", help=both("別に付けた二人目のラベル（.jsonl）", "second reader's"))],
    output: OutputOption = None,
) -> None:
    """二人のラベルの一致（α、F1、κ） / How far two readers agree"""
    from analyzer.measuring.agreement import measure_agreement
    from analyzer.render.table import to_json

    check_apart(output, (first, second))
    write(to_json(measure_agreement(first, second), indent=1), output)
