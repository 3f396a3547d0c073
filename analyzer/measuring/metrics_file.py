"""The file of metrics beside a model: what was measured, and the studies that were made of it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from analyzer.errors import unusable
from analyzer.render.table import to_json
from analyzer.streams import write

MEASURED = ("model", "model_sha256", "digests", "sets")
"""What `measure` writes; every other key of the metrics file comes from a study of its own and is kept."""


def write_metrics(metrics: Mapping[str, Any], path: Path) -> None:
    """Write the metrics file; studies that an earlier one held beside the figures (`ablation`, `learning_curve` …) stay."""
    kept = {name: value for name, value in read_metrics(path).items() if name not in MEASURED} if path.exists() else {}
    write(to_json({**kept, **metrics}, indent=1), path)


def read_metrics(path: Path) -> dict[str, Any]:
    """What a metrics file holds; raises `UsageError` where it cannot be read or is none."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        ja = f"読めません。analyzer evaluate RECIPE -o {path.name} で書けます"
        raise unusable(path, ja, f"{error.strerror}; `analyzer evaluate RECIPE -o {path.name}` writes it") from error
    except ValueError:  # not JSON, not UTF-8
        found = None
    if not isinstance(found, dict):
        raise unusable(path, "指標のファイルではありません。別の名前にしてください", "not a metrics file; choose another name")
    return found
