"""What became of promises: kept ones are not accused, broken ones are not praised, each beside its near opposite."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from analyzer.dossier.dossier import make_dossier
from analyzer.dossier.gathering import Incident, Placed
from analyzer.dossier.report import Dossier, FollowedPromise, Grouping
from analyzer.schema import GroupedBy
from analyzer.scoring import Scorer
from analyzer.statement import Statement

_FIRST_DAY = date(2023, 4, 10)
_AS_OF = date(2023, 8, 1)
_FIRST = "4月8日、館内で設備が故障し、利用者12名がけがをしました。\n"


def _dossier(scorer: Scorer, *texts: str, titles: Sequence[str] = (), as_of: date = _AS_OF) -> Dossier:
    """A dossier of announcements thirty days apart, from 10 April 2023 on."""
    placed = tuple(
        Placed(Statement(text, titles[at] if titles else "お知らせ", _FIRST_DAY + timedelta(days=30 * at), f"s{at + 1}"), f"s{at + 1}")
        for at, text in enumerate(texts)
    )
    return make_dossier(Incident("s1", "s1", placed, Grouping(GroupedBy.GIVEN, ""), (), ()), scorer, as_of)


def _became(scorer: Scorer, promise: str, *later: str, titles: Sequence[str] = (), as_of: date = _AS_OF) -> FollowedPromise:
    """What became of the last promise of the first announcement."""
    made = [each for each in _dossier(scorer, _FIRST + promise, *later, titles=titles, as_of=as_of).promises if each.first == "s1"]
    return made[-1]


@pytest.mark.parametrize(
    ("later", "outcome", "told"),
    [
        (
            "昇降機の点検記録の調査を進めておりました。\n"
            "県の消防局からは、5月15日までに文書で説明するよう求めを受けておりました。\n"
            "調査は4月28日に終わり、その報告書を消防局に提出いたしました。",
            "done",
            "調査は4月28日に終わり、その報告書を消防局に提出いたしました。",
        ),
        ("設備の調査を続けておりましたが、4月中に終え、調査の結果を消防局に報告しました。", "done", None),
        ("昇降機の点検記録の調査を進めております。\n調査結果の報告には、なお時間を要しております。", "overdue", None),
        ("県の消防局から、5月15日までに調査結果を説明するよう求めを受けております。\n現在も調査が続いております。", "overdue", None),
    ],
)
def test_a_report_handed_in_keeps_its_promise(scorer: Scorer, later: str, outcome: str, told: str | None) -> None:
    became = _became(scorer, "県の消防局の求めにより、5月15日までに昇降機の調査結果を報告いたします。", later)
    assert became.outcome == outcome
    if told:
        assert became.told == told


@pytest.mark.parametrize(
    ("promise", "later", "outcome"),
    [
        (
            "4月11日から当面の間、路線バスの北線を運休いたします。",
            ("運休しておりました北線は、車両の修理が終わりましたので、5月14日より運行を再開いたします。",),
            "done",
        ),
        (
            "4月12日より当面の間、遊覧船を欠航いたします。",
            ("全船の点検を行い、5月12日から船体の検査を受けます。", "欠航しておりました遊覧船を6月10日から再開します。"),
            "done",
        ),
        ("入学を辞退された方には、その入学金を補償いたします。", ("対象の方へ、授業料の差額及び慰謝料をお支払いします。",), "repeated"),
        (
            "入学を辞退された方には、その入学金を補償いたします。",
            ("授業料の差額及び慰謝料をお支払いします。", "補償は24名の方へお支払い済みです。"),
            "done",
        ),
        ("破損した荷物の代金を補償いたします。", ("荷物の代金は、4月28日までに全員の方へお支払いしました。",), "done"),
        # What is taken back is.
        ("破損した荷物の代金を補償いたします。", ("代金の補償は、保険の対象外のため行わないこととしました。",), "replaced"),
        ("お支払いいただいた代金を全額返金いたします。", ("代金の返金に代えて、次回の利用券をお送りします。",), "replaced"),
    ],
)
def test_a_remedy_is_not_broken_by_what_carries_it_out(scorer: Scorer, promise: str, later: Sequence[str], outcome: str) -> None:
    assert _became(scorer, promise, *later).outcome == outcome
