"""The course of events out of several announcements: in whose words it is told, and from when to when it took."""

from datetime import date, timedelta

import pytest

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import merge_events
from analyzer.dossier.dossier import make_dossier, read_announcements
from analyzer.dossier.gathering.sources import Incident, Placed
from analyzer.dossier.report import Dossier, Grouping
from analyzer.render.dossier import render
from analyzer.schema import EventKind, GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement

_FIRST_DAY = date(2023, 4, 10)


def _statements(*texts: str) -> list[Statement]:
    return [Statement(text, "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}") for at, text in enumerate(texts)]


def _told(scorer: Scorer, *texts: str) -> list[Announcement]:
    return read_announcements(_statements(*texts), scorer)


def _dossier(scorer: Scorer, *texts: str) -> Dossier:
    placed = tuple(Placed(statement, statement.id or "") for statement in _statements(*texts))
    return make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.CHOSEN, ""), (), ()), scorer, date(2023, 8, 1))


# an evasive telling, another of the same day, and whether the other is quoted
PLAINER = [
    ("4月8日、ゴンドラの設備に不具合が発生し、一部のお客様にご不便をおかけしました。", "4月8日、ゴンドラ1台が落下しました。", True),
    (
        "4月8日10時頃、ゴンドラの設備に不具合が発生しました。",
        "4月8日の設備の不具合の際、ゴンドラが支柱に衝突していたことが分かりました。",
        True,
    ),
    ("4月8日、遠足の引率に行き届かない点がありました。", "4月8日、児童2名を山頂に取り残しました。", True),
    ("4月8日、一部のお客様に重ねて請求した可能性があります。", "4月8日、318名様に二重に請求しました。", True),
    ("4月8日、会員213名様の氏名を誤って送信しました。", "4月8日に発生した会員213名様の氏名の流出につきまして、お詫びいたします。", False),
    ("4月8日、ゴンドラの設備に不具合が発生しました。", "4月8日に発生した設備の件につきまして、お詫びいたします。", False),
    ("4月8日、ゴンドラの設備に不具合が発生しました。", "4月8日の不具合によるゴンドラの落下はございません。", False),
]


@pytest.mark.parametrize(("first", "later", "quoted"), PLAINER, ids=range(len(PLAINER)))
def test_a_step_is_told_in_the_plainest_words(scorer: Scorer, first: str, later: str, *, quoted: bool) -> None:
    for told, plain in ((_told(scorer, first, later), "s2"), (_told(scorer, later, first), "s1")):
        occurred = [step for step in merge_events(told) if step.event.event == EventKind.OCCURRED and len(step.sources) == 2]
        if quoted:
            (step,) = occurred
            assert (step.quoted.id, step.text) == (plain, later)
            assert step.evaded is not None and step.evaded[0] == first
        else:
            assert all(step.evaded is None for step in occurred)


def test_a_step_keeps_the_exact_time_beside_the_plain_words(scorer: Scorer) -> None:
    first, later, _ = PLAINER[1]
    dossier = _dossier(scorer, first, later)
    (event,) = (event for event in dossier.events if event.event == EventKind.OCCURRED)
    assert (event.at, event.approximate, event.text, event.statement) == ("2023-04-08T10:00", True, later, "s2")
    assert event.evaded is not None and (event.evaded.statement, event.evaded.text) == ("s1", first)
    shown = "".join(line.strip() for line in render((dossier,)).splitlines())
    assert f"(1)(2)［(1)では「{first}」］" in shown
