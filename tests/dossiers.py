"""Announcements of one incident and what is made of them, for the tests of dossiers."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from pathlib import Path

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.dossier import make_dossier, read_announcements
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.gathering.dating import Placed
from analyzer.dossier.gathering.sources import Incident, gather
from analyzer.dossier.promises.keeping import Kept, follow_promises
from analyzer.dossier.report import Dossier, FollowedPromise, Grouping
from analyzer.judging.model import Detail
from analyzer.schema import DriftKind, GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement

FIRST_DAY = date(2023, 4, 10)
AS_OF = date(2023, 8, 1)
HURT = "4月8日、館内で設備が故障し、利用者12名がけがをしました。\n"


def statements(*texts: str, titles: Sequence[str] = (), days: int = 30) -> list[Statement]:
    """Statements `days` apart, with ids s1, s2 …"""
    return [
        Statement(text, titles[at] if titles else "お知らせ", FIRST_DAY + timedelta(days=days * at), f"s{at + 1}")
        for at, text in enumerate(texts)
    ]


def tell(scorer: Scorer, *texts: str, titles: Sequence[str] = (), days: int = 30) -> list[Announcement]:
    """The announcements of `statements`, read."""
    return read_announcements(statements(*texts, titles=titles, days=days), scorer)


def incident_of(told: Iterable[Statement]) -> Incident:
    """Statements given as those of one incident."""
    return Incident("s1", "s1", tuple(Placed(each, each.id or "") for each in told), Grouping(GroupedBy.CHOSEN, ""), (), ())


def trace(scorer: Scorer, *texts: str, titles: Sequence[str] = (), as_of: date = AS_OF) -> Dossier:
    """The dossier of announcements thirty days apart."""
    return make_dossier(incident_of(statements(*texts, titles=titles)), scorer, as_of)


def trace_told(scorer: Scorer, told: Sequence[Announcement], as_of: date = AS_OF) -> Dossier:
    """The dossier of announcements that were read."""
    return make_dossier(incident_of(each.document.statement for each in told), scorer, as_of)


def trace_files(scorer: Scorer, folder: Path, *texts: str) -> Dossier:
    """The dossier of announcements fourteen days apart, gathered from files."""
    for at, text in enumerate(texts):
        day = FIRST_DAY + timedelta(days=14 * at)
        (folder / f"{day}.txt").write_text(f"お知らせ\n{day}\n株式会社みなと座\n\n{text}\n", encoding="utf-8")
    [incident] = gather([folder], one_incident=True, say=lambda line: None).incidents
    return make_dossier(incident, scorer, date(2023, 6, 1))


def turned(scorer: Scorer, what: DriftKind, *texts: str) -> list[tuple[str, str, bool]]:
    """The turns of a matter: what was told, what is told now, and whether the later announcement owns it."""
    courses = find_drift(tell(scorer, *texts, days=14), scorer.model.details[Detail.COUNTS])
    return [(turn.before.value, turn.after.value, turn.acknowledged) for course in courses if course.what == what for turn in course.turns]


def follow(scorer: Scorer, told: Sequence[Announcement], as_of: date = AS_OF) -> list[Kept]:
    """What became of the promises of the first announcement."""
    kept = follow_promises(told, as_of, scorer.model.details[Detail.OUTCOMES])
    return [each for each in kept if each.vow.announcement.id == "s1"]


def outcome_of(scorer: Scorer, promise: str, *later: str, titles: Sequence[str] = (), as_of: date = AS_OF) -> FollowedPromise:
    """What became of the last promise of an announcement that some were hurt."""
    return [each for each in trace(scorer, HURT + promise, *later, titles=titles, as_of=as_of).promises if each.first == "s1"][-1]
