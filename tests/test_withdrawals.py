"""What a later announcement takes back in so many words, and what it only speaks of."""

from collections.abc import Sequence

import pytest

from analyzer.dossier.drift.matters import find_drift
from analyzer.schema import DriftKind
from analyzer.scoring import Scorer
from tests.dossiers import tell, trace, trace_files

LEAN = "4月8日の公演で、舞台の照明が傾き、開演が20分遅れました。「照明が客席に落ちた」との投稿がありますが、そのような事実はございません。"
GRADES = "本日、当大学の入試に関する記事が掲載されました。記事の内容は事実無根であり、断固抗議いたします。"
DRUG = "本日、当院の医師の論文について指摘がありました。データの整理の仕方の違いであり、研究不正にはあたりません。"
SAFE = "4月8日、当園のプールで薬剤の量を誤りました。お子様の健康への影響は一切ございません。"
AGAIN = "本日、開演を20分遅らせました。ご迷惑をおかけしましたことをお詫びいたします。"

DENIALS: list[tuple[Sequence[str], str | None]] = [
    (
        (LEAN, "照明が客席に落ちていたことが分かりました。4月10日に「落下の事実はない」とお知らせした内容は誤りであり、お詫びいたします。"),
        "客席に落ちた",
    ),
    ((LEAN, AGAIN, "4月10日の「そのような事実はございません」との公表は事実と異なっており、撤回いたします。"), "客席に落ちた"),
    ((GRADES, "4月10日に当大学が記事を「事実無根」と発表したことは、訴えた方を傷つけるものであり、撤回し謝罪いたします。"), "事実無根"),
    ((GRADES, AGAIN, "当初、記事を「事実無根」とコメントしたことは軽率であり、撤回いたします。"), "事実無根"),
    ((DRUG, "4月10日の当院の発表は、調査を行わずに不正を否定したものであり、不適切でした。撤回いたします。"), "あたりません"),
    ((SAFE, "お子様の健康への影響はないとご説明したのは誤りで、3名の方に発疹が出ていました。"), "一切ございません"),
    ((LEAN, "「落下の事実はない」とお知らせした内容に誤りはございません。引き続き点検を進めます。"), None),
    ((GRADES, "当大学は「事実無根」とした発表を撤回する考えはございません。"), None),
    ((GRADES, "出版社に対し、記事の訂正と謝罪を求めてまいります。"), None),
    ((SAFE, "4月10日に「薬剤の量を誤った」とお知らせした日付は誤りであり、正しくは4月9日でした。訂正いたします。"), None),
    ((SAFE, "「園児が倒れた」との投稿は事実と異なります。投稿の訂正を求めています。"), None),
]


@pytest.mark.parametrize(("texts", "denied"), DENIALS, ids=range(len(DENIALS)))
def test_a_denial_taken_back_is_a_change_of_harm_that_is_owned(scorer: Scorer, texts: Sequence[str], denied: str | None) -> None:
    turns = [turn for course in find_drift(tell(scorer, *texts, days=14)) for turn in course.turns if turn.what == DriftKind.HARM]
    shown = [(turn.before.announcement.id, turn.after.announcement.id, turn.acknowledged) for turn in turns]
    assert shown == ([("s1", f"s{len(texts)}", True)] if denied else [])
    assert denied is None or denied in turns[0].before.value


def test_a_denial_taken_back_is_asked_about_once(scorer: Scorer, tmp_path_factory: pytest.TempPathFactory) -> None:
    dossier = trace_files(scorer, tmp_path_factory.mktemp("denial"), *DENIALS[0][0])
    assert [finding.severity for finding in dossier.findings if finding.code in ("DOS01", "DOS27")] == ["serious"]
    assert [question.code for question in dossier.questions if question.code in ("DOS01", "DOS27")] == ["DOS27"]


MAKER = "部品が割れる不具合がありました。原因は、製造を委託した工場が当社の承認なく材料を変えたことです。"
BUSY = "登録の手続きが遅れました。繁忙により処理が後回しとなったもので、登録料は適切に保管しております。"

CAUSES = [
    (MAKER, "4月10日のお知らせで「当社の承認なく」とご説明したことは事実と異なり、お詫びして訂正いたします。", {"cause", "contractor"}),
    (MAKER, "「当社の承認なく」とした前回の公表は誤りで、購買部長が口頭で了承していました。", {"cause", "contractor"}),
    (MAKER, "前回「材料を変えたこと」と書きましたが、材料は変わっておらず、金型の傷でした。訂正いたします。", {"cause"}),
    (MAKER, "4月10日のお知らせの「承認」の字に誤りがありました。訂正いたします。", set()),
    (BUSY, "「適切に保管」と申し上げたのは担当者の話をそのまま記したもので、事実ではありませんでした。", set()),
    (MAKER, "交換の受付は「4月20日から」とお知らせしましたが、4月25日からに訂正いたします。", set()),
]


@pytest.mark.parametrize(("first", "later", "expected"), CAUSES, ids=range(len(CAUSES)))
def test_a_cause_is_taken_back_by_its_words(scorer: Scorer, first: str, later: str, expected: set[str]) -> None:
    turns = [turn for course in find_drift(tell(scorer, first, later, days=14)) for turn in course.turns]
    of_cause = [turn for turn in turns if turn.what in (DriftKind.CAUSE, DriftKind.CONTRACTOR)]
    assert {str(turn.what) for turn in of_cause} >= expected
    assert expected or of_cause == []
    assert all(turn.acknowledged for turn in of_cause)


LASTED = [
    (
        "お子様が車内にいたのは数分程度です。",
        "4月10日に「数分程度」と投稿いたしましたが、実際には約2時間15分でした。",
        ("数分程度", "約2時間15分"),
    ),
    (
        "停電は10分ほどで復旧しました。",
        "「10分ほど」とお知らせした停電の長さは、実際には3時間でした。訂正いたします。",
        ("10分ほど", "3時間"),
    ),
    ("点検のため、30分程度お待ちいただきました。", "4月10日に「30分程度」とお知らせしましたが、5名の方にお詫びいたします。", None),
    ("点検のため、30分程度お待ちいただきました。", "お待ちいただいたのは40分程度でした。", None),
]


@pytest.mark.parametrize(("first", "later", "expected"), LASTED, ids=range(len(LASTED)))
def test_how_long_it_lasted_is_taken_back_by_its_words(scorer: Scorer, first: str, later: str, expected: tuple[str, str] | None) -> None:
    turns = [turn for course in find_drift(tell(scorer, first, later, days=14)) for turn in course.turns if turn.what == DriftKind.PERIOD]
    assert [(turn.before.value, turn.after.value, turn.acknowledged) for turn in turns] == ([(*expected, True)] if expected else [])


@pytest.mark.parametrize(
    ("first", "later", "asked"),
    [
        (
            "温水の浴室は設備点検のため、本日から休みます。",
            "「設備点検のため」の休みとご案内しましたが、実際には天井板の落下によるものでした。",
            True,
        ),
        ("不具合は復旧しております。", "4月10日の公表で「復旧しております」とご案内しましたが、3か所は解消しておりませんでした。", True),
        ("詳細は調査中です。", "「調査中」とお伝えしましたが、調査の結果がまとまりましたので、事実をご報告します。", False),
        ("不具合は復旧しております。", "「復旧しております」とお伝えした内容に誤りはございません。", False),
    ],
)
def test_words_that_were_not_so_are_asked_about(scorer: Scorer, first: str, later: str, *, asked: bool) -> None:
    event = "4月8日、館内の設備が停止し、お客様にご不便をおかけしました。\n"
    dossier = trace(scorer, event + first, event + later)
    assert any(finding.code == "DOS33" for finding in dossier.findings) == asked
