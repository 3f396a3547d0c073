"""`analyzer trace`: sources → dossiers; what could not be used is said on standard error, one line each."""

import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.gathering.sources import gather
from analyzer.dossier.report import Dossier
from analyzer.interface import one_line, word
from analyzer.reading.decode import without_surrogates
from analyzer.schema import Lang
from analyzer.scoring import load


@dataclass(frozen=True, slots=True)
class Outcome:
    """The dossiers made, in order of first publication, and how many inputs were not used."""

    dossiers: tuple[Dossier, ...]
    failed: int


def trace(
    sources: Sequence[Path], *, as_of: date, one_incident: bool, dates: Mapping[str, date], lang: Lang, model: Path | None
) -> Outcome:
    """Read, sort into incidents and make a dossier of each; notes and failures go to standard error."""
    gathered = gather(sources, as_of=as_of, one_incident=one_incident, dates=dates, lang=lang, say=_say)
    for error in gathered.failures:
        _say(str(error))
    if not gathered.incidents:
        return Outcome((), len(gathered.failures))
    scorer = load(model, lang=lang)
    dossiers = tuple(make_dossier(incident, scorer, as_of) for incident in gathered.incidents)
    if gathered.failures:
        _say(word("trace_failed", lang, done=len(dossiers), failed=len(gathered.failures)))
    return Outcome(dossiers, len(gathered.failures))


def _say(line: str) -> None:
    print(f"analyzer: {one_line(without_surrogates(line))}", file=sys.stderr)
