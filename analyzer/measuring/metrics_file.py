"""The file of metrics beside a model: what was measured, and the studies that were made of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.errors import UsageError
from analyzer.render.table import to_json

MEASURED = ("model", "model_sha256", "digests", "sets")
"""What `measure` writes; every other key of the metrics file comes from a study of its own and is kept."""


def write_metrics(metrics: Mapping[str, Any], path: Path) -> None:
    """Write the metrics file; studies that an earlier one held beside the figures (`ablation`, `learning_curve` …) stay."""
    kept = {name: value for name, value in read_metrics(path).items() if name not in MEASURED} if path.exists() else {}
    try:
        path.write_text(to_json({**kept, **metrics}, indent=1), encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{path}: 書けません（{error.strerror}） / cannot be written") from error


def read_metrics(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror}; `analyzer evaluate RECIPE -o {path.name}` writes it") from error
    except ValueError as error:
        raise UsageError(f"{path}: not a metrics file; remove it and run `analyzer evaluate`") from error
    if not isinstance(found, dict):
        raise UsageError(f"{path}: not a metrics file; remove it and run `analyzer evaluate`")
    return found
