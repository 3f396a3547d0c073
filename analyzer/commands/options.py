"""The options that commands have in common, and how what is given for them is read."""

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from analyzer.errors import UsageError, check_output
from analyzer.schema import Lang


def both(ja: str, en: str) -> str:
    """A help text on a line for each language: broken by width, wide characters would be cut off."""
    return f"{ja}\n\n{en}"


class Format(StrEnum):
    TEXT = "text"
    JSON = "json"
    HTML = "html"


class Audience(StrEnum):
    READER = "reader"
    AUTHOR = "author"


Choice = TypeVar("Choice", bound=StrEnum)


def one_of(choices: type[Choice]) -> Callable[[str], Choice]:
    """What reads a member of a closed set; Typer's own says in English alone what is wrong, and names its parts."""

    def read(given: str) -> Choice:
        if given in list(choices):
            return choices(given)
        wanted = ", ".join(choices)
        raise typer.BadParameter(f"{given}: {wanted} のいずれかにしてください / must be one of {wanted}")

    return read


def points(given: str) -> float:
    with suppress(ValueError):
        if 0 <= float(given) <= 100:
            return float(given)
    raise typer.BadParameter(f"{given}: 0 から 100 までの数にしてください / must be a number from 0 to 100")


def at_least_one(given: str) -> int:
    with suppress(ValueError):
        if int(given) >= 1:
            return int(given)
    raise typer.BadParameter(f"{given}: 1 以上の整数にしてください / must be a whole number of at least 1")


def checked(output: Path | None) -> Path | None:
    """The file to write; None for standard output, which `-` names as it does for input."""
    if output is None or str(output) == "-":
        return None
    check_output(output)
    return output


def date_of(given: str | None, option: str = "--published") -> date | None:
    from analyzer.reading.day import day_given

    return None if given is None else day_given(given, option)


def named_date(given: str) -> tuple[str, date]:
    """`name=2024-11-22` as its two parts."""
    name, equals, day = given.rpartition("=")
    found = date_of(day) if equals and name else None
    if found is None:
        raise UsageError(f"--published {given}: ファイル名=2024-11-22 の形にしてください / must be of the form name=2024-11-22")
    return name, found


ModelOption = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help=both("モデルのフォルダ。省くと同梱のもの", "model folder; else the shipped one")),
]
FormatOption = Annotated[
    Format, typer.Option("--format", metavar="text|json|html", parser=one_of(Format), help=both("出力の形", "form of the output"))
]
LangOption = Annotated[
    Lang, typer.Option("--lang", metavar="ja|en", parser=one_of(Lang), help=both("表示の言語", "language of the reading"))
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "-o", "--output", metavar="FILE", callback=checked, help=both("書き出す先。省くと標準出力", "file to write; else standard output")
    ),
]
LabelledFiles = Annotated[
    list[Path],
    typer.Argument(metavar="FILE", help=both("ラベル付き公表文（.jsonl）かフォルダ", "labelled statements or folders"), readable=False),
]
