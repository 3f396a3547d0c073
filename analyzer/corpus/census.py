"""What labelled statements hold, counted by set: the tables of `analyzer corpus stats` and of the corpora's README."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from analyzer.corpus.labelled_files import home_of, labelled_files
from analyzer.errors import UnreadableError
from analyzer.render.markdown import header, row
from analyzer.schema import LEVELS, Axis, DetectedBy, IncidentKind, Label, ReportStage, Sector, TitleFraming
from analyzer.statement import LabelledStatement, iter_labelled


def stats(sources: Iterable[Path]) -> str:
    """Markdown tables of what the labelled statements hold, by set."""
    sets: dict[str, list[LabelledStatement]] = {}
    for path in labelled_files(sources):
        sets.setdefault(home_of(path), []).extend(iter_labelled(path))
    if not any(sets.values()):
        raise UnreadableError("ラベル付き公表文が一つもありません / no labelled statement in these files")
    order = [name for name in ("train", "dev", "test", "hard") if name in sets] + sorted(set(sets) - {"train", "dev", "test", "hard"})
    return "\n".join(_tables({name: sets[name] for name in order}))


def _tables(sets: dict[str, list[LabelledStatement]]) -> Iterator[str]:
    every = [labelled for found in sets.values() for labelled in found]
    columns = {**sets, "計": every} if len(sets) > 1 else sets
    yield from header(["", *columns])
    yield row(["公表文", *(len(found) for found in columns.values())])
    yield row(["単位", *(sum(len(one.units) for one in found) for found in columns.values())])
    yield row(["組織", *(len({one.organisation for one in found}) for found in columns.values())])
    yield row(["複数の公表がある事案", *(len({one.statement.incident_id for one in found} - {None}) for found in columns.values())])
    yield row(["文字数（最短–中央–最長）", *(_lengths(found) for found in columns.values())])
    yield ""
    for heading, kinds, field in (
        ("組織の種類", Sector, "sector"),
        ("事案の種類", IncidentKind, "incident"),
        ("発覚", DetectedBy, "detected_by"),
        ("報告の段階", ReportStage, "report_stage"),
        ("題名", TitleFraming, "title_framing"),
    ):
        yield from _distribution(heading, [(f"{kind.japanese} `{kind}`", kind) for kind in kinds], columns, field)
    for axis in Axis:
        yield from header([f"{axis.japanese} 段階", *columns])
        for level in LEVELS:
            yield row([level, *(sum(one.levels[axis] == level for one in found) for found in columns.values())])
        yield ""
    yield from header(["ラベル", *columns])
    for label in Label:
        yield row(
            [
                f"{label.japanese} `{label}`",
                *(sum(label in unit.labels for one in found for unit in one.units) for found in columns.values()),
            ]
        )
    yield row(["その他 `other`", *(sum(not unit.labels for one in found for unit in one.units) for found in columns.values())])


def _distribution(heading: str, kinds: Sequence[tuple[str, str]], columns: dict[str, list[LabelledStatement]], field: str) -> Iterator[str]:
    yield from header([heading, *columns])
    for name, kind in kinds:
        yield row([name, *(sum(getattr(one, field) == kind for one in found) for found in columns.values())])
    yield ""


def _lengths(found: Sequence[LabelledStatement]) -> str:
    sizes = sorted(len(one.text) for one in found)
    return f"{sizes[0]}–{sizes[len(sizes) // 2]}–{sizes[-1]}"
