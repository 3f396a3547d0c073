"""Commands that make the model and measure it."""

from pathlib import Path
from typing import Annotated

import typer

from analyzer.commands.options import ModelOption, both, checked
from analyzer.errors import check_folder
from analyzer.streams import write


def train(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help="recipe.toml")],
    output: Annotated[Path, typer.Option("-o", "--output", metavar="DIR", help=both("モデルのフォルダ", "model folder"))],
) -> None:
    """コーパスからモデルを作り直す / Make the model from the corpora"""
    from analyzer.learning.training import Recipe
    from analyzer.learning.training import train as trained

    check_folder(output)
    write(trained(Recipe.read(recipe), output))


def evaluate(
    recipe: Annotated[Path, typer.Argument(metavar="RECIPE", help=both("recipe.toml（コーパスの場所）", "where the corpora are"))],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", callback=checked, help=both("指標を書き出す metrics.json", "file of the figures")),
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
