"""The generated parts of the documents: `python -m analyzer.documents.writing` writes each again from the files it tells of.

A part stands between `<!-- name:begin -->` and `<!-- name:end -->`; everything outside is written by hand.
"""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from analyzer.corpus.census import stats
from analyzer.corpus.labelled_files import beside
from analyzer.corpus.rereading import REREAD
from analyzer.documents.card import figures, identity, level_criteria, summary
from analyzer.documents.diagram import reliability
from analyzer.documents.studies import agreement, learning_curve, rereading, studies, study
from analyzer.documents.targets import missed
from analyzer.errors import AnalyzerError, UsageError
from analyzer.interface import word
from analyzer.judging import model as model_folder
from analyzer.judging.model import Model
from analyzer.measuring.agreement import measure_rereading
from analyzer.measuring.metrics_file import read_metrics
from analyzer.schema import Lang
from analyzer.statement import read_labelled

MODEL = Path("models/disclosure")
SAMPLES = Path("corpora/samples")
STATEMENTS = (Path("corpora/train"), Path("corpora/dev"), Path("corpora/test"), Path("corpora/hard.jsonl"))
AGREEMENT = Path("corpora/agreement/results.json")
DIAGRAM = MODEL / "reliability.svg"
READINGS = MODEL / "readings.md"
_PART = re.compile(r"(?P<begin><!-- (?P<name>[a-z_]+):begin -->\n).*?(?P<end><!-- (?P=name):end -->)", re.DOTALL)

_SHOWN_ADDITIONS = 4
Part = Callable[[], str]


def documents(root: Path) -> dict[Path, str]:
    """Every generated file below `root`, the repository, and what it must hold now."""
    metrics, model = read_metrics(root / MODEL / "metrics.json"), model_folder.load(root / MODEL)
    wanted = {path: fill((root / path).read_text(encoding="utf-8"), parts, path) for path, parts in _parts(root, metrics, model).items()}
    return {**wanted, DIAGRAM: reliability(metrics["sets"]["test"]["calibration"]["bins"]), READINGS: _readings(root)}


def fill(text: str, parts: Mapping[str, Part], path: Path) -> str:
    """The text with each part between its marks made anew; raises `UsageError` for a part nobody makes or one left out."""

    def made(found: re.Match[str]) -> str:
        name = found["name"]
        if name not in parts:
            raise UsageError(f"{path}: nothing makes the part {name!r}; there are {', '.join(parts)}")
        body = parts[name]()
        return found["begin"] + (f"\n{body.rstrip()}\n\n" if body else "") + found["end"]

    missing = set(parts) - {found["name"] for found in _PART.finditer(text)}
    if missing:
        raise UsageError(
            f"{path}: no marks for {', '.join(sorted(missing))}; put <!-- name:begin --> and <!-- name:end --> where it belongs"
        )
    return _PART.sub(made, text)


def _parts(root: Path, metrics: Mapping[str, Any], model: Model) -> dict[Path, Mapping[str, Part]]:
    results = json.loads((root / AGREEMENT).read_text(encoding="utf-8")) if (root / AGREEMENT).exists() else None
    first = SAMPLES / "season_ticket_1.txt"
    return {
        Path("README.md"): {
            "statement": partial(_quoted, root, first),
            "reading": partial(_printed, root, "score", str(first)),
            "candid": partial(_axes_printed, root, SAMPLES / "member_notice.txt"),
            "author": partial(_additions_printed, root, first),
            "reading_en": partial(_printed, root, "score", str(first), "--lang", "en"),
            "figures": partial(summary, metrics, Lang.JA),
            "missed": partial(missed, metrics, Lang.JA),
            "missed_en": partial(missed, metrics, Lang.EN),
            "figures_en": partial(summary, metrics, Lang.EN),
        },
        MODEL / "README.md": {
            "identity": partial(identity, model),
            "criteria": partial(level_criteria, model),
            "figures": partial(figures, metrics),
            "missed": partial(missed, metrics, Lang.JA),
            "ablation": partial(study, "何が効いているか", metrics.get("ablation"), model.sha256),
            "studies": partial(studies, metrics, ("ablation", "learning_curve")),
        },
        Path("corpora/README.md"): {
            "stats": lambda: stats([root / path for path in STATEMENTS]),
            "learning_curve": partial(learning_curve, metrics),
            "agreement": partial(agreement, "二人の読み手の一致", results),
            "rereading": partial(_rereading, root),
        },
    }


def _rereading(root: Path) -> str:
    train = sorted((root / STATEMENTS[0]).glob("*.jsonl"))
    labelled = read_labelled(train)
    return "".join(rereading("読み直した段階と事実", measure_rereading(labelled, path)) for path in beside(train, REREAD))


def _quoted(root: Path, sample: Path) -> str:
    return f"```text\n{(root / sample).read_text(encoding='utf-8').rstrip()}\n```"


def _printed(root: Path, *arguments: str) -> str:
    """What the command prints, run as a user runs it."""
    ended = subprocess.run([sys.executable, "-m", "analyzer", *arguments], capture_output=True, check=False, cwd=root)
    if ended.returncode:
        raise UsageError(f"analyzer {' '.join(arguments)}: {ended.stderr.decode()}")
    return f"```console\n$ analyzer {' '.join(arguments)}\n{ended.stdout.decode().strip()}\n```"


def _axes_printed(root: Path, sample: Path) -> str:
    """What the command prints of the three axes: all above the first section."""
    told = _printed(root, "score", str(sample))
    above, _, _ = told.partition("\n\n■")
    lines = above.count("\n") - 1  # but for the fence and the command
    return f"{above}\n```".replace(str(sample), f"{sample} | head -{lines}")


def _additions_printed(root: Path, sample: Path) -> str:
    """The first additions that the command names to an author."""
    lines = _printed(root, "score", str(sample), "--for", "author").removesuffix("\n```").splitlines()
    start = next(at for at, line in enumerate(lines) if line.startswith(f"■ {word('additions', Lang.JA)}"))
    end = next(at for at in range(start, len(lines)) if lines[at].startswith(f"{_SHOWN_ADDITIONS + 1}."))
    cut = f" | sed -n '/^■ {word('additions', Lang.JA)}/,/^{_SHOWN_ADDITIONS + 1}\\./p' | sed '$d'"
    return "\n".join(["```console", f"{lines[1]}{cut}", *lines[start:end], "```"])


def _readings(root: Path) -> str:
    """Every shipped sample and its whole reading, and the two announcements of one incident traced."""
    parts = [
        "# 同梱の公表文とその読み取り\n\n`make documents` が、同梱のモデルで実際に読ませて書き直します。組織も出来事も架空のものです。"
    ]
    for path in sorted((root / SAMPLES).glob("*.txt")):
        sample = path.relative_to(root)
        parts += [f"## {sample.name}", _quoted(root, sample), _printed(root, "score", str(sample))]
    pair = (str(SAMPLES / f"season_ticket_{number}.txt") for number in (1, 2))
    parts += ["## 二つの公表を一つの事案として", _printed(root, "trace", *pair, "--as-of", "2018-01-31")]
    return "\n\n".join(parts) + "\n"


def main(root: Path) -> None:
    """Write what changed, one line for each file."""
    for path, wanted in documents(root).items():
        place = root / path
        if not place.exists() or place.read_text(encoding="utf-8") != wanted:
            place.write_text(wanted, encoding="utf-8")
            print(f"{path}: written again")


if __name__ == "__main__":
    try:
        main(Path(__file__).parents[2])
    except AnalyzerError as error:
        sys.exit(f"analyzer.documents.writing: {error}")
