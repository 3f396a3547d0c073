"""Announcements of one incident and what is made of them, for the tests of dossiers."""

from collections.abc import Sequence
from datetime import date, timedelta

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.dossier import make_dossier, read_announcements
from analyzer.dossier.gathering.sources import Incident, Placed
from analyzer.dossier.promises.keeping import Kept, follow_promises
from analyzer.dossier.report import Dossier, Grouping
from analyzer.judging.model import Detail
from analyzer.schema import GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement

FIRST_DAY = date(2023, 4, 10)


def statements(*texts: str, titles: Sequence[str] = (), days: int = 30) -> list[Statement]:
    """Statements `days` apart, with ids s1, s2 …"""
    return [
        Statement(text, titles[at] if titles else "お知らせ", FIRST_DAY + timedelta(days=days * at), f"s{at + 1}")
        for at, text in enumerate(texts)
    ]


def tell(scorer: Scorer, *texts: str, titles: Sequence[str] = (), days: int = 30) -> list[Announcement]:
    """The announcements of `statements`, read."""
    return read_announcements(statements(*texts, titles=titles, days=days), scorer)


def follow(scorer: Scorer, told: Sequence[Announcement], as_of: date) -> list[Kept]:
    """What became of the promises of the first announcement."""
    kept = follow_promises(told, as_of, scorer.model.details[Detail.OUTCOMES])
    return [each for each in kept if each.vow.announcement.id == "s1"]


def trace(scorer: Scorer, *texts: str) -> Dossier:
    """The dossier of announcements thirty days apart, looked back on four months after the first."""
    placed = tuple(Placed(statement, statement.id or "") for statement in statements(*texts))
    return make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))
