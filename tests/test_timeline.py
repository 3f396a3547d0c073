"""The course of events of small announcements: which steps are told, of what kind, and how long they took."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.answers.timeline.clauses import event_rules
from analyzer.answers.timeline.course import elapsed, events_of, steps
from analyzer.answers.timeline.datelines import dateline
from analyzer.answers.timeline.delays import delays
from analyzer.answers.timeline.kinds.unmet import takes_stop_back, without_unmet
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import Event
from analyzer.rules import load_rules
from analyzer.rules.slots import STATED
from analyzer.schema import EventKind, Label, Precision
from analyzer.statement import Statement
from tests.cases import timeline

_CODES = {
    "I": Label.INCIDENT,
    "T": Label.TIMELINE,
    "S": Label.SCOPE,
    "R": Label.RESPONSE,
    "C": Label.CAUSE,
    "M": Label.MEASURE_CONCRETE,
    "F": Label.FOLLOWUP,
    "K": Label.CONTACT,
    "A": Label.ADMISSION,
    "H": Label.HARM_STATUS,
}
_NONE = (
    "occurred_to_detected",
    "detected_to_contained",
    "detected_to_notified",
    "occurred_to_published",
    "detected_to_published",
    "occurred_to_contained",
)


_PUBLISHED = date(2024, 11, 25)


@dataclass(frozen=True)
class Case:
    """Lines of `labels|wording`, one unit each; events as `kind at`, and the delays that are not None."""

    name: str
    lines: Sequence[str]
    events: list[str]
    delays: Mapping[str, str] = field(default_factory=dict)
    published: date | None = _PUBLISHED
    title: str | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.partition("|")[2] for line in self.lines)

    @property
    def labels(self) -> list[dict[Label, float]]:
        return [{_CODES[code]: 0.9 for code in line.partition("|")[0]} for line in self.lines]


def _case(told: str) -> Case:
    """A case as `test_timeline.txt` has it.

    A name after `#`, then the units; the events come after `=` and the delays after `>`. `@` has the day of publication where it
    is another than usual (`-`: none is known), `T` the title.
    """
    of: dict[str, list[str]] = {sign: [] for sign in "#@T=>"}
    units: list[str] = []
    for line in told.splitlines():
        sign, _, value = line.partition(" ")
        of.get(sign, units).append(value if sign in of else line)
    published = [None if day == "-" else date.fromisoformat(day) for day in of["@"]] or [_PUBLISHED]
    delays = dict(delay.split(" ") for delay in of[">"])
    return Case(of["#"][0], units, of["="], delays, published[0], "".join(of["T"]) or None)


CASES = [_case(told) for told in Path(__file__).with_suffix(".txt").read_text(encoding="utf-8").strip().split("\n\n")]


@pytest.fixture(scope="module")
def documents() -> dict[str, DocumentReading]:
    return dict(zip((case.name for case in CASES), read_documents([Statement(case.text, title=case.title) for case in CASES]), strict=True))


def _published(document: DocumentReading, day: date | None) -> DocumentReading:
    return replace(document, statement=replace(document.statement, published=day))


def _told(case: Case, document: DocumentReading) -> tuple[Event, ...]:
    assert len(document.units) == len(case.labels), [unit.wording for unit in document.units]
    return timeline(document, case.labels, case.published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_events(case: Case, documents: dict[str, DocumentReading]) -> None:
    events = _told(case, documents[case.name])
    assert [f"{event.event} {event.at}{'~' if event.approximate else ''}" for event in events] == case.events


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_delays(case: Case, documents: dict[str, DocumentReading]) -> None:
    document = _published(documents[case.name], case.published)
    told = steps(document, case.labels, case.published)
    elapsed_between = elapsed(document, case.labels, told, events_of(told))
    assert set(elapsed_between) == set(_NONE)
    assert {name: value for name, value in elapsed_between.items() if value is not None} == case.delays


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spans_point_into_the_text_as_given(case: Case, documents: dict[str, DocumentReading]) -> None:
    for event in _told(case, documents[case.name]):
        assert case.text[event.start : event.end] == event.text


def test_spans_survive_widths_and_invisible_characters() -> None:
    text = "お詫び\r\n１１月\u200b２２日（金）１７：００、メールを誤送信しました。"
    (document,) = read_documents([Statement(text)])
    labels: list[dict[Label, float]] = [{}, {Label.INCIDENT: 0.9}]
    (event,) = timeline(document, labels, date(2024, 11, 25))
    assert text[event.start : event.end] == event.text == "１１月\u200b２２日（金）１７：００"
    assert event.at == "2024-11-22T17:00"


ELAPSED = [
    (
        "no year anywhere",
        "IT|5月17日午前8時、名簿を紛失しました。\nT|翌日の8時30分、点検で気付きました。",
        {"occurred_to_detected": "P1DT30M"},
    ),
    (
        "today with its date",
        "IT|12月22日、配信が停止しました。\nTR|本日1月5日(月)の番組より、全局で配信を再開いたします。",
        {"occurred_to_contained": "P14D"},
    ),
    ("today without its date", "IT|12月22日、配信が停止しました。\nTR|本日、全局で配信を再開しました。", {}),
    ("across the new year", "IT|12月30日、名簿を紛失しました。\nT|1月4日、点検で気付きました。", {"occurred_to_detected": "P5D"}),
    (
        "the statement's own day at its foot",
        "IT|11月20日、名簿を紛失しました。\n|以上\n|2024年11月25日",
        {"occurred_to_published": "P5D"},
    ),
    (
        "what was done at once",
        "TR|11月22日9時12分、助手が相違に気付き、直ちに手術を中断しました。\nR|同日、回収・両名へ謝罪",
        {"detected_to_contained": "PT0M", "detected_to_notified": "P0D"},
    ),
    (
        "a request to do it and what stands done by now are not at once",
        "T|11月22日9時、電話で判明しました。\nTR|11月22日10時、お詫びのお手紙をお出しし、書類は回収済み。",
        {"detected_to_notified": "PT1H"},
    ),
    (
        "a limit kept, and one that is promised",
        "IT|5月17日、二重に請求しました。\nT|5月18日、お電話で判明しました。\nR|24日までに全員へお電話しました。\nR|5月31日までに返金いたします。",
        {"occurred_to_detected": "P1D", "detected_to_notified": "P6D"},
    ),
    (
        "a repair in part is no end",
        "T|11月20日9時、住民の方からのお電話で判明しました。\nTR|14時に一部の地域で通水を再開し、翌21日6時に全域で復旧しました。",
        {"detected_to_contained": "PT21H"},
    ),
    (
        "the full repair counts of several",
        "T|11月20日9時、監視装置で検知しました。\nTR|11時に本館で送電を再開しました。\nTR|15時に全館で送電を再開しました。",
        {"detected_to_contained": "PT6H"},
    ),
    (
        "some of all came back",
        "T|11月20日、お電話で判明しました。\nTR|52通のうち47通については、11月22日までに職員が訪問し、回収しました。",
        {"detected_to_notified": "P2D"},
    ),
    (
        "all came back, and a stop of all is none of a repair",
        "T|11月20日、お電話で判明しました。\nTR|52通を11月22日までに全て回収しました。\nTR|11月21日、全店で販売を停止しました。",
        {"detected_to_contained": "P1D"},
    ),
    (
        "some of the lot that broke, and a stop before all is undone",
        "T|11月20日、お電話で判明しました。\nTR|11月21日、8本中3本は割れており、全数を回収しました。\nTR|11月22日、全件の削除を確認しました。",
        {"detected_to_contained": "P1D"},
    ),
    (
        "a page taken down before all copies are",
        "T|11月20日9時、お電話で判明しました。\nTR|10時、一部の名簿を載せたページを削除しました。\nTR|15時、全件の消去を確認しました。",
        {"detected_to_contained": "PT1H"},
    ),
    ("one clock time alone", "T|17時、点検で気付きました。", {}),
    (
        "a day counted from an unknown day of publication",
        "IT|11月8日、別のシールを貼って売ってしまいました。\nT|今朝、残りを数えていて気付きました。",
        {},
    ),
    (
        "the date of a weekday in an unknown year",
        "IT|日曜(9/7)に、会員名簿を別の方へ誤って送信しました。\nT|火曜の夕方、会員の方のお電話で分かりました。\nTR|その日のうちに全員へお詫びの電話をしました。",
        {},
    ),
    (
        "days that are all counted from it",
        "IT|昨日、別のシールを貼って売ってしまいました。\nT|今朝9時、残りを数えていて気付きました。\nTR|10時に販売を停止しました。",
        {"occurred_to_detected": "P1D", "detected_to_contained": "PT1H", "occurred_to_contained": "P1D"},
    ),
    (
        "a day counted from the day told before",
        "IT|先月24日、別のシールを貼って売ってしまいました。\nT|3日後の朝、残りを数えていて気付きました。",
        {"occurred_to_detected": "P3D"},
    ),
    ("what is still to come", "IT|5月17日、二重に請求しました。\nR|5月31日に返金を行う。", {}),
    (
        "two parts that came back one after the other, told by one word",
        "IT|11月20日6時50分、予約の画面に接続できない障害が発生しました。\nTR|東館の端末は7時10分、西館の端末は7時45分に復旧しました。",
        {"occurred_to_contained": "PT55M"},
    ),
    (
        "two parts that came back one after the other, each told by its own word",
        "IT|11月20日6時50分、停電が発生しました。\nTR|北側の地区は7時10分に復旧し、南側の地区が同8時5分に復電しました。",
        {"occurred_to_contained": "PT1H15M"},
    ),
    (
        "outages of several lines that run into each other are one",
        "TS|第一回線:11月20日6時50分から7時5分まで接続不可\nTS|第二回線:11月20日6時55分から7時30分まで接続不可\nTS|第三回線:11月20日7時0分から7時20分まで接続不可",
        {"occurred_to_contained": "PT40M"},
    ),
    (
        "two outages apart from each other: the first one",
        "TS|一度目:11月20日6時50分から7時5分まで接続不可\nTS|二度目:11月20日9時55分から10時30分まで接続不可",
        {"occurred_to_contained": "PT15M"},
    ),
    (
        "the end that its own key names, before all of the parts",
        "T|発生日時:11月20日 6時50分\nTR|復旧日時:11月20日 7時40分\n"
        "TS|・窓口:11月20日6時50分から7時5分まで停止\nTS|・発券:11月20日6時52分から7時15分まで停止",
        {"occurred_to_contained": "PT50M"},
    ),
    (
        "an hour at which nobody stopped it",
        "IT|11月20日6時50分、配信の障害が発生しました。\nTR|7時10分に当番へ連絡し、配信は止めずに様子を見ました。",
        {},
    ),
    (
        "what was done with the next hour brought nothing back",
        "IT|11月20日6時50分、配信の障害が発生しました。\nTR|配信は7時10分に復旧し、加盟店へのご連絡は7時45分に行いました。",
        {"occurred_to_contained": "PT20M"},
    ),
    ("nothing dated", "I|名簿を紛失しました。", {}),
]


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for _, text, expected in ELAPSED], ids=[name for name, _, _ in ELAPSED])
def test_time_elapsed_where_no_day_of_publication_is_known(text: str, expected: Mapping[str, str]) -> None:
    case = Case("", text.splitlines(), [], expected, None)
    (document,) = read_documents([Statement(case.text)])
    told = elapsed(document, case.labels, steps(document, case.labels, case.published), _told(case, document))
    assert {name: value for name, value in told.items() if value is not None} == expected


def _event(kind: EventKind, at: str | None) -> Event:
    return Event(0, 0, 1, "日", at, Precision.DAY, False, kind)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-11-22T17:00", "2024-11-22T19:33", "PT2H33M"),
        ("2024-11-22T17:00", "2024-11-22T17:00", "PT0M"),
        ("2024-11-22T17:00", "2024-11-24T17:00", "P2D"),
        ("2024-11-22T17:00", "2024-11-24T18:05", "P2DT1H5M"),
        ("2024-11-22T23:00", "2024-11-23", "P1D"),
        ("2024-11-22", "2024-11-22T19:33", "P0D"),
        ("2024-11-22", "2024-11-25", "P3D"),
        ("2024-11", "2024-11-25", None),
        ("2024-11-25", "2024-12", None),
        ("2024-11-25", "2024-11-22", None),
        ("2024-11-25T10:00", "2024-11-25T09:00", None),
        (None, "2024-11-25", None),
        ("2024-11-25", None, None),
    ],
)
def test_duration(start: str | None, end: str | None, expected: str | None) -> None:
    assert delays([_event(EventKind.OCCURRED, start), _event(EventKind.DETECTED, end)], None)["occurred_to_detected"] == expected


def test_the_more_exact_of_two_first_events_counts() -> None:
    events = [_event(EventKind.OCCURRED, at) for at in ("2024-11", "2024-11-22", "2024-11-22T17:00", "2024-11-23")]
    assert delays([*events, _event(EventKind.DETECTED, "2024-11-22T18:00")], None)["occurred_to_detected"] == "PT1H"


@pytest.mark.parametrize(
    ("sentence", "settled"),
    [
        ("11月6日、指導員が利用者様の肩を突き飛ばしました。", True),
        ("11月6日、顧問が部員の腹を蹴りました。", True),
        ("11月6日、介護職員が入居者様の手を叩いた。", True),
        ("11月6日、保護者の方から、顧問が部員の腹を蹴ったと知らされました。", False),
        ("11月6日、顧問が部員の腹を蹴ったことが判明しました。", False),
        ("11月6日、名簿を紛失しました。", False),
    ],
)
def test_a_blow_and_nothing_else_leaves_no_other_kind(sentence: str, *, settled: bool) -> None:
    (document,) = read_documents([Statement(sentence)])
    (step,) = steps(document, [{Label.INCIDENT: 1.0, Label.TIMELINE: 1.0}], date(2024, 11, 25))
    assert (step.settled and step.event.event == EventKind.OCCURRED) == settled


@pytest.mark.parametrize("code", load_rules("stated"))
def test_examples_of_what_a_line_states(code: str) -> None:
    rule = load_rules("stated")[code]
    assert rule["name"] and rule["why"] and EventKind(rule["value"])
    assert {wording: STATED.decided(rule["slot"], wording) for wording in rule["hits"]} == dict.fromkeys(rule["hits"], rule["value"])
    assert [wording for wording in rule["misses"] if STATED.decided(rule["slot"], wording) == rule["value"]] == []


@pytest.mark.parametrize("code", load_rules("events"))
def test_rule_examples(code: str) -> None:
    rule = load_rules("events")[code]
    pattern = re.compile(rule["pattern"])
    assert rule["name"] and rule["why"] and EventKind(rule["kind"])
    assert [wording for wording in rule["hits"] if not pattern.search(wording)] == []
    assert [wording for wording in rule["misses"] if pattern.search(wording)] == []


def test_rules_keep_their_order() -> None:
    assert [rule.code for rule in event_rules()] == list(load_rules("events"))


_LINES = st.lists(
    st.sampled_from(
        ["11月22日、", "送信し", "判明した。", "\n", "２月30日", "同日17時", "まで", "昨日", "お詫び", "\u200b", "9999年12月31日"]
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(st.one_of(st.text(max_size=40), _LINES.map("".join)), st.sets(st.sampled_from(Label), max_size=3), st.none() | st.dates())
def test_any_text(text: str, given_labels: set[Label], published: date | None) -> None:
    (document,) = read_documents([Statement(text)])
    labels = [dict.fromkeys(given_labels, 0.9) for _ in document.units]
    events = timeline(document, labels, published)
    assert all(text[event.start : event.end] == event.text for event in events)
    assert set(delays(events, published)) == set(_NONE)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("障害の時間は9時05分から16時20分まで、対象は2,960件でした。", "2025-08-05T09:05"),
        ("停止していた時間帯：9時05分から16時20分まで", "2025-08-05T09:05"),
        ("作業の時間は9時05分から16時20分まででした。", "2025-08-04T09:05"),
        ("障害の時間は、8月6日9時05分から16時20分まででした。", "2025-08-06T09:05"),
    ],
)
def test_the_time_of_an_outage_is_of_the_day_in_the_title(text: str, at: str) -> None:
    told = Statement(
        f"8月4日の夜に弊社が行った設定の変更に誤りがありました。\n{text}", "8月5日のシステム障害について", published=date(2025, 9, 12)
    )
    document = next(read_documents([told]))
    given_labels = [{Label.CAUSE: 0.9, Label.TIMELINE: 0.9}, {Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}]
    assert next(event.at for event in timeline(document, given_labels, told.published) if event.unit == 1) == at


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("2025年8月6日", date(2025, 8, 6)),
        ("2025年8月6日 代表取締役 倉田 亮", date(2025, 8, 6)),
        ("令和7年8月6日　株式会社青嵐　広報部", date(2025, 8, 6)),
        ("ページ番号2004512　更新日　令和7年8月6日　印刷", date(2025, 8, 6)),
        ("掲載開始日　2025年8月6日", date(2025, 8, 6)),
        ("2025年8月6日提供　資料提供", date(2025, 8, 6)),
        ("使用開始日　2025年8月6日", None),
        ("ページ番号2004512　2025年8月6日に作った名簿", None),
        ("2025年8月6日 理事会を開催", None),
        ("社会福祉法人あかね会          2025年8月6日", date(2025, 8, 6)),
        ("社会福祉法人あかね会を設立     2025年8月6日", None),
        ("障害の発生     2025年8月6日", None),
        ("2025年8月6日 会員の方からご連絡がありました。", None),
        ("本日、2025年8月6日(水)、全局で配信を再開しました。", date(2025, 8, 6)),
        ("本日(令和7年8月6日)付で職を解きました。", date(2025, 8, 6)),
        ("本日2025年8月6日より受け付けます。", date(2025, 8, 6)),
        ("2025年8月6日の事故について本日公表します。", None),
        ("本日、2025年8月5日に発生した事故について公表します。", None),
        ("本日8月6日、公表します。", None),
        ("掲載開始日 2025年8月6日", date(2025, 8, 6)),
        ("発生日時\n2025年8月6日", None),
    ],
)
def test_the_day_of_a_letter_stands_before_who_signs_or_is_named_as_today(last: str, day: date | None) -> None:
    text = f"会員様の氏名を別の方に送りました。\n深くお詫び申し上げます。\n\n{last}"
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize("line", ["第2報 8/6公表", "8月6日", "8月6日(水)掲載", "続報 8月6日"])
@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("2025年8月4日、会員様の名簿を別の方に送りました。", date(2025, 8, 6)),
        ("2025年8月4日9時30分から停止し、2025年8月5日に戻りました。", date(2025, 8, 6)),
        ("2025年8月4日に作った名簿を紛失しました。\n2019年4月1日からの決まりを守りませんでした。", None),
        ("2025年8月20日までに点検を終えます。", None),
        ("2025年2月4日、会員様の名簿を別の方に送りました。", None),
        ("会員様の名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n第1報 8/5公表\n本日、名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n【今後の対策】\n二人で確かめます。\n第1報:8/5発表分\n本日、名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n【今後の対策】\n二人で確かめます。\n8月5日\n名簿を金庫に入れました。", date(2025, 8, 6)),
    ],
)
def test_the_year_of_a_letter_is_that_of_the_days_it_tells(line: str, body: str, day: date | None) -> None:
    assert dateline(next(read_documents([Statement(f"名簿の送付\n{line}\n{body}")]))) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("名簿の送付について（8月6日掲載）", date(2025, 8, 6)),
        ("名簿の送付について（8月6日更新）", None),
        ("【8月6日公表】名簿の送付について", date(2025, 8, 6)),
        ("名簿の送付に関するよくあるご質問[8月6日(水) 掲載分]", date(2025, 8, 6)),
        ("名簿の送付について（8月6日発生）", None),
        ("名簿の送付について（8月6日発送分）", None),
        ("8月6日更新の名簿の送付について", None),
    ],
)
def test_a_title_calls_a_day_without_its_year_that_of_the_page(title: str, day: date | None) -> None:
    text = "2025年8月4日、会員様の名簿を別の方に送りました。\n深くお詫びします。"
    assert dateline(next(read_documents([Statement(text, title)]))) == day
    assert dateline(next(read_documents([Statement("会員様の名簿を送りました。", title)]))) is None


@pytest.mark.parametrize("title", ["謝礼金の不正な支出の再発防止に向けて", "会員名簿の流出について"])
def test_the_day_below_the_title_is_that_of_the_page(title: str) -> None:
    text = f"新着情報\n\n{title}\n\n2025年8月6日\n\n会員名簿が外に流出したことを確認しました。\n8月1日、回収しました。"
    assert dateline(next(read_documents([Statement(text, title)]))) == date(2025, 8, 6)
    assert dateline(next(read_documents([Statement(text.replace(title, "1 発生日"), title)]))) is None


@pytest.mark.parametrize(("behind", "day"), [("総務課 2025.8.6 当会は", date(2025, 8, 6)), ("2025年8月6日、当会は", None)])
def test_a_day_may_stand_between_the_title_and_the_text_on_one_line(behind: str, day: date | None) -> None:
    assert dateline(next(read_documents([Statement(f"名簿の流出について {behind}会員の皆様にお詫びします。")]))) == day


def test_a_day_signed_above_an_attachment_is_that_of_the_letter() -> None:
    letter = "倉庫で火災が起きました。\n皆様にご迷惑をおかけしました。\n深くお詫びします。\n"
    attached = "【状況】\n8月5日の夜、倉庫を焼きました。\nけがをした方はいません。\n【対策】\n電線を取り替えました。\n点検を続けます。\n"
    for signed, day in (("2025年8月6日\n株式会社青嵐\n", date(2025, 8, 6)), ("2025年8月6日\n消防署が調べました。\n", None)):
        assert dateline(next(read_documents([Statement(letter * 2 + signed + attached)]))) == day


def test_a_day_without_its_year_within_a_sentence_is_none_of_a_letter() -> None:
    text = "8月6日の名簿の送付について\n8月6日、別の方に送りました。\n2025年8月4日に作った名簿です。"
    assert dateline(next(read_documents([Statement(text)]))) is None


@pytest.mark.parametrize("heading", ["概要", "【経緯】", "■時系列", "1.これまでの経過"])
@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("8月1日、会員様の名簿を別の方に送りました。\n2025年8月6日\n青嵐堂\n店主 倉田", date(2025, 8, 6)),
        ("8月1日、名簿を送る。\n8月2日、回収する。\n心よりお詫び申し上げます。\n令和7年8月6日\n○○書店", date(2025, 8, 6)),
        ("8月1日、会員様の名簿を別の方に送りました。\n株式会社青嵐\n2025年8月6日\nお問い合わせ先\n電話 000-555-0101", date(2025, 8, 6)),
        ("8月1日 名簿を送信\n8月2日 名簿を回収\n2025年8月6日\n一般社団法人青嵐会", date(2025, 8, 6)),
        (
            "8月1日、送りました。\n2025年8月6日\n青嵐堂\n店主 倉田\n【お問い合わせ】\n青嵐堂 係\n電話 000-555-0101\n受付 9時から\n土日休み",
            date(2025, 8, 6),
        ),
        ("2025年8月1日\n名簿を送信\n2025年8月2日\n名簿を回収", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n全員に謝罪", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n名簿を回収しました。", None),
        ("8月1日 名簿を送信\n2025年8月2日\n配信の再開", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n原因\n宛先の誤り", None),
        ("名簿の送信\n2025年8月1日\n名簿の回収\n2025年8月2日\n原因\n宛先の誤り", None),
    ],
)
def test_the_day_of_a_short_letter_is_no_step_of_its_only_part(heading: str, below: str, day: date | None) -> None:
    text = f"お客様へ\n名簿の件で、ご説明いたします。\nお読みください。\nお手数をおかけします。\n店主の倉田です。\n{heading}\n{below}"
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize("heading", ["概要", "【経緯】", "■経緯", "1.経緯", "時系列", "これまでの経過"])
@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("深くお詫び申し上げます。\n\n2025年8月6日\nみずき温泉ホテル", date(2025, 8, 6)),
        ("深くお詫び申し上げます。\n\n令和7年8月6日\n一般社団法人あおば会\n会長 田中 一郎", date(2025, 8, 6)),
        ("再発防止に努めます。\n以上\n2025年8月6日", date(2025, 8, 6)),
        ("7月30日 会員に文書で説明\n2025年8月6日\n株式会社あおば", date(2025, 8, 6)),
        ("7月30日 会員に文書で説明\n2025年8月6日\nウェブサイトで公表", None),
        ("2025年7月30日\n会員から聞き取った。\n2025年8月6日\n会員に文書で説明", None),
        ("2025年7月30日\n会員に文書で説明\n2025年8月6日\n臨時理事会", None),
        ("次の者が担当した。\n2025年8月6日\n配信再開", None),
    ],
)
def test_below_the_course_a_letter_ends_with_its_day_and_who_signs(heading: str, end: str, day: date | None) -> None:
    text = (
        f"会員様の氏名を別の方に送りました。\n\n{heading}\n7月28日、職員が名簿を別の会員に送り、翌日ご連絡をいただいて判明しました。\n{end}"
    )
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("投稿日\n2025年8月6日(水)", date(2025, 8, 6)),
        ("最終更新日\n2025年8月6日", date(2025, 8, 6)),
        ("掲載日時\n2025年8月6日 10:00", date(2025, 8, 6)),
        ("販売日時\n2025年8月6日 10:00", None),
        ("掲載日\n8月6日に誤った名簿を載せました。", None),
        ("経緯\n7月1日 名簿を作成した。\n掲載日\n2025年8月6日", None),
    ],
)
def test_a_page_names_the_day_on_which_it_was_posted(text: str, day: date | None) -> None:
    lines = f"{text}\n給食に金属片が混入しました。\nお詫びいたします。\nご連絡は次の窓口へお願いします。\n係まで\nお電話ください。"
    assert dateline(next(read_documents([Statement(lines, "お詫び")]))) == day


@pytest.mark.parametrize(
    ("after", "unmet"),
    [
        ("の時点までは、金庫に保管しておりました。", True),
        ("までは現物があることを確認しておりました。", True),
        ("までの調査で、棚にないことを確認しました。", False),
        ("までに、所在が分からないことに気づきました。", False),
    ],
)
def test_only_what_was_still_there_is_no_discovery(after: str, unmet: bool) -> None:
    assert (without_unmet(after, known=True) != after) == unmet


@pytest.mark.parametrize(
    ("sentence", "settled"),
    [
        ("11月4日、会費を重ねて引き落としていたことが判明しました。", True),
        ("11月4日、検体の札を貼り違えていたことがわかりました。", True),
        ("11月4日10時頃、職員が券を使い回していた事実を把握しました。", True),
        ("11月4日に、外科、内科の予約を書いた帳面が紛失したことが判明しました。", True),
        ("11月4日、第三者による不正アクセスを受けたことを確認しました。", True),
        ("11月4日、所属選手から事故を起こしたとの報告を受けました。", True),
        ("11月4日、札を貼り違えたことが判明しました。", False),
        ("11月4日、受付で、札を貼り違えていたことが判明しました。", False),
        ("11月4日に配った冊子で、氏名を伏せていなかったことが判明しました。", False),
        ("11月、部員が券を使い回していたことが判明しました。", False),
    ],
)
def test_the_day_before_a_fact_that_came_out_is_that_of_its_discovery(sentence: str, *, settled: bool) -> None:
    (document,) = read_documents([Statement(sentence)])
    (step, *_) = steps(document, [{Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}], date(2024, 11, 25))
    assert (step.event.event == EventKind.DETECTED and step.settled) == settled


FOUND_AND_COUNTED = [
    # whoever was missed is found
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、犬の散歩の方が発見、保護。",
        ["occurred 2024-11-05T09:00", "contained 2024-11-05T10:20"],
    ),
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、川べりで発見し無事保護。",
        ["occurred 2024-11-05T09:00", "contained 2024-11-05T10:20"],
    ),
    ("T|11月5日10時20分、犬の散歩の方が園児を発見、保護。", ["detected 2024-11-05T10:20"]),
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、保護者が名札を発見。",
        ["occurred 2024-11-05T09:00", "detected 2024-11-05T10:20"],
    ),
    # a spell behind nothing, and one behind a step
    ("IT|先の報せでは「約20分後に発見」とお伝えしましたが、実際には1時間10分後でした。", []),
    ("IT|11月5日9時、園児が列から離れました。\nT|約20分後に保護しました。", ["occurred 2024-11-05T09:00", "contained 2024-11-05T09:20~"]),
    # a day over the hours of its own is no step
    ("IT|11月5日\nIT|22:10　停電が発生。\nT|翌11月6日\nT|0:40　電気が戻る。", ["occurred 2024-11-05T22:10", "contained 2024-11-06T00:40"]),
    ("IT|11月5日22時10分、停電が発生しました。\nTR|翌11月6日、全戸で復旧しました。", ["occurred 2024-11-05T22:10", "contained 2024-11-06"]),
    # a departure that was the step, and one that names a bus
    (
        "IT|11月5日9時、乗客を残して出航しました。\nTR|臨時便(10時40分発)を運航しました。",
        ["occurred 2024-11-05T09:00", "other 2024-11-05T10:40"],
    ),
    ("IT|11月5日9時、乗客を残して出航しました。\nTR|定期便(10時40分発)の券を配りました。", ["occurred 2024-11-05T09:00"]),
    # a look back at a thing leaves the course where it is
    (
        "IT|11月5日9時、放送が止まりました。\nC|警報は、10月18日に行った更新の際に宛先が消え、届きませんでした。\nTR|同日9時20分、職員が気づきました。",
        ["occurred 2024-11-05T09:00", "other 2024-10-18", "detected 2024-11-05T09:20"],
    ),
    # a day on which something happened to somebody leads, as does an hour
    (
        "IT|11月20日、別の方の写真が届いたとのお電話で判明しました。\nI|11月12日に店頭でお求めになった方の写真でした。\nT|翌々日、その方から返品がありました。",
        ["detected 2024-11-20", "occurred 2024-11-12", "other 2024-11-14"],
    ),
    (
        "T|11月19日19時12分、会員の方のお電話で判明しました。\nTR|20日2時15分、画面を元に戻しました。\nS|11月19日18時58分から19時40分に開かれた画面です。\nCI|同日18時58分に設定を変えた際の誤りです。",
        [
            "detected 2024-11-19T19:12",
            "contained 2024-11-20T02:15",
            "occurred 2024-11-19T18:58",
            "occurred 2024-11-19T18:58",
        ],
    ),
    # when somebody came and of when a paper was, before what was done
    (
        "IT|本年10月の異動で着任した職員が、11月12日の検査結果を11月15日に誤って送りました。",
        ["other 2024-10", "other 2024-11-12", "occurred 2024-11-15"],
    ),
    # an outage up to a limit, and a limit alone
    (
        "IT|11月20日16時から17時の締切までの間、申込の画面が開けませんでした。\nI|11月18日必着の書類、11月19日締切りの書類は届いています。",
        ["occurred 2024-11-20T16:00", "contained 2024-11-20T17:00"],
    ),
    # the name of the time of an outage over its span, and that of something else
    ("|■障害期間\nIS|11月20日 9時12分から11時40分まで", ["occurred 2024-11-20T09:12", "contained 2024-11-20T11:40"]),
    ("|■発生日時\nIS|11月20日 9時12分から11時40分まで", ["occurred 2024-11-20T09:12"]),
    # when it began, by the clause that the hour completes, and what had been done before it
    (
        "IT|11月20日、苗を誤って配りました。\nC|旧い区分の誤りは、市が新しい表を渡したのが2024年7月であったことによります。",
        ["occurred 2024-11-20", "other 2024-07"],
    ),
    (
        "IT|11月20日、客席で口論がありました。\nT|口論が始まったのは17時25分、警察が到着したのは17時44分です。",
        ["occurred 2024-11-20", "occurred 2024-11-20T17:25", "other 2024-11-20T17:44"],
    ),
    ("IT|11月20日の締切の直前に、申込の画面が開けなくなりました。", ["occurred 2024-11-20"]),
    # known long before it was told, in one breath
    ("I|9月4日に分かっていながら公にしたのが10月8日になりました。", ["detected 2024-09-04", "published 2024-10-08"]),
    (
        "IT|11月20日に漏えいが判明したとお伝えしましたが、実際には11月12日に担当者が気付いておりました。",
        ["detected 2024-11-20", "detected 2024-11-12"],
    ),
    # the last time that it was seen to be there, the last time that harm came of it
    ("IT|11月20日、棚卸しで紛失が判明しました。\nI|最後に名簿を使ったのは11月12日です。", ["detected 2024-11-20", "other 2024-11-12"]),
    ("IT|11月20日、棚卸しで判明しました。\nI|最後に不正に利用されたのは11月12日です。", ["detected 2024-11-20", "occurred 2024-11-12"]),
    # a day told by what was done then, and days counted
    (
        "IT|11月16日、食堂で食中毒が起きました。\nT|保護者からお電話があったのは20日で、園長が知ったのはその翌日でした。\nT|休んだのは3日でした。",
        ["occurred 2024-11-16", "detected 2024-11-20", "detected 2024-11-21"],
    ),
    # what is ahead, and what stands beside it
    (
        "R|【日程】11月30日(土)、12月1日(日) 各日10時／13時\nR|対象の皆様へのお電話は19日に終えました。",
        ["notified 2024-11-19"],
    ),
    # what was said in a notice, and how old a thing is
    (
        "IT|11月5日9時、倉庫(2008年3月竣工)から出火しました。\nI|6日に掲載した第1報では「午前8時ごろ出火」とお伝えしましたが、誤りでした。",
        ["occurred 2024-11-05T09:00", "published 2024-11-06"],
    ),
    # each date has the clause that it completes
    (
        "I|会費を二重に請求したのが11月1日、会員の方からご指摘をいただいたのが11月5日、返金したのが11月8日です。",
        ["occurred 2024-11-01", "detected 2024-11-05", "other 2024-11-08"],
    ),
    (
        "I|人事異動で、10月の異動で後任となった職員が、11月5日、残高が合わないことに気づきました。",
        ["other 2024-10", "detected 2024-11-05"],
    ),
    (
        "IT|11月5日9時、鍵の紛失に気づきました。\nTR|10時に所長から森様へお電話で報告、11時に交番へ届けました。",
        ["detected 2024-11-05T09:00", "notified 2024-11-05T10:00", "reported 2024-11-05T11:00"],
    ),
    # the break-in, however long before the hour at which it showed
    (
        "IT|11月5日9時、画面が開けなくなりました。\nIT|攻撃者は、10月22日に子会社の回線から侵入していたものです。",
        ["occurred 2024-11-05T09:00", "occurred 2024-10-22"],
    ),
    ("|<発生>\n|2024.11.5 05:58\n|<復旧>\n|2024.11.5 11:46", ["occurred 2024-11-05T05:58", "contained 2024-11-05T11:46"]),
    # what should have been noticed then, and what was told to them then
    (
        "IT|11月5日、設定を誤りました。\nI|11月12日の点検の際に気づく機会がありました。\nIT|11月20日、会員の方のお電話で判明しました。",
        ["occurred 2024-11-05", "other 2024-11-12", "detected 2024-11-20"],
    ),
    (
        "IT|11月5日、設定を誤りました。\nI|11月12日に窓口でお尋ねがありましたが、誤りではないとお答えしました。\nI|この時に気づくべきでした。",
        ["occurred 2024-11-05", "other 2024-11-12"],
    ),
    (
        "IT|11月5日、設定を誤りました。\nIT|11月12日にご指摘をいただいており、この時に気づくべきでした。",
        ["occurred 2024-11-05", "detected 2024-11-12"],
    ),
    # what became known of others, and what was found on it
    (
        "IT|11月6日に他の図書館で同様の誤りが報道されたことから、点検を始めました。\nIT|11月20日、当館でも12件の誤りが判明しました。",
        ["other 2024-11-06", "detected 2024-11-20"],
    ),
    ("IT|11月6日、他社で同種の件が公表されたことを受け、調べたところ、当社でも判明しました。", ["detected 2024-11-06"]),
    # the day of an occasion from which a thing is, and the day on which something went wrong there
    ("IT|11月1日に開催した演奏会の名簿を、11月5日、係が置き忘れました。", ["other 2024-11-01", "occurred 2024-11-05"]),
    ("IT|11月1日に開催した演奏会で、50名の名簿を客席に置き忘れました。", ["occurred 2024-11-01"]),
    ("IT|先日の考査(11月1日実施)の答案のうち5枚が見当たりません。\nT|11月5日に気づきました。", ["other 2024-11-01", "detected 2024-11-05"]),
    ("I|11月1日の総会で宿題になっていた件です。\nIT|11月5日、会費を二重に引き落としました。", ["other 2024-11-01", "occurred 2024-11-05"]),
    # the work before it, below what came of it
    (
        "IT|11月13日、会費を二重に引き落としました。\nC|更新を10月19日に行った際、差し替えが漏れていたものです。",
        ["occurred 2024-11-13", "other 2024-10-19"],
    ),
    ("IT|10月19日に名簿を公開した際、範囲を誤っておりました。", ["occurred 2024-10-19"]),
    ("IT|搬出の作業は11月4日17時に始まり、翌5日の未明、荷が崩れました。", ["other 2024-11-04T17:00", "occurred 2024-11-05"]),
    # a machine that stood still before anybody knew, and one that they stopped
    (
        "T|11月5日10時05分　冷却水ポンプ停止\nT|10時20分　当直が温度の上がったことに気づく",
        ["occurred 2024-11-05T10:05", "detected 2024-11-05T10:20"],
    ),
    (
        "IT|11月5日10時05分　誤ったファイルを公開\nT|10時20分　お客様の電話で判明\nT|10時50分　サーバ停止",
        ["occurred 2024-11-05T10:05", "detected 2024-11-05T10:20", "contained 2024-11-05T10:50"],
    ),
    # rows of notices, whatever their titles tell
    (
        "|◎これまでのお知らせ\nT|第1報　11月6日　荷の割れが見つかりました\nT|11月8日　荷の割れについて\nIT|11月3日、割れに気づきました。",
        ["published 2024-11-06", "published 2024-11-08", "detected 2024-11-03"],
    ),
    # to whom it was told, and until when it was not
    (
        "IT|11月5日9時、断水に職員が気づきました。\nTR|9時20分に業者さんに電話し、11時に復旧しました。\nR|A社様へは12時にご報告済みです。",
        ["detected 2024-11-05T09:00", "other 2024-11-05T09:20", "contained 2024-11-05T11:00", "notified 2024-11-05T12:00"],
    ),
    (
        "IT|11月5日、荷の割れに気づきました。\nR|応募者の方へのご連絡は11月13日まで行いませんでした。",
        ["detected 2024-11-05", "notified 2024-11-13"],
    ),
    # help asked for and begun, and all brought to safety
    (
        "IT|11月5日10時　ゴンドラが停止\nT|10時20分　消防へ救助要請\nT|11時　救助開始\nT|12時　最後のお客様が地上に到着",
        [
            "occurred 2024-11-05T10:00",
            "reported 2024-11-05T10:20",
            "other 2024-11-05T11:00",
            "contained 2024-11-05T12:00",
        ],
    ),
    # an earlier report pasted below speaks from its own day
    (
        "IT|11月5日9時、園児が列から離れました。\n|─── 以下、第1報(11月6日) ───\nI|昨日、園児が転倒しました。",
        ["occurred 2024-11-05T09:00", "occurred 2024-11-05"],
    ),
    (
        "IT|11月5日9時、園児が列から離れました。\n|──────\nI|昨日、園児が転倒しました。",
        ["occurred 2024-11-05T09:00", "occurred 2024-11-24"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), FOUND_AND_COUNTED)
def test_where_a_step_begins_and_from_what_it_is_counted(lines: str, expected: list[str]) -> None:
    case = Case("", lines.splitlines(), expected)
    (document,) = read_documents([Statement(case.text)])
    assert [f"{event.event} {event.at}{'~' if event.approximate else ''}" for event in _told(case, document)] == expected


@pytest.mark.parametrize(
    ("after", "unmet"),
    [
        ("に弁を閉めましたが、煙は収まりませんでした。", True),
        ("に放送の中止を申し入れましたが、断られました。", True),
        ("に投稿の削除を求めたものの、応じてもらえませんでした。", True),
        ("に弁を閉めましたが、苦情は収まりませんでした。", False),
        ("に搬送を止め、再開はしておりません。", False),
        ("に放送の中止を申し入れましたが、すぐに応じてくださいました。", False),
        ("に弁を閉めましたが、原因は分かっておりません。", False),
    ],
)
def test_a_stop_refused_or_in_vain_is_no_stop(after: str, *, unmet: bool) -> None:
    assert (without_unmet(after, known=True) != after) == unmet


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("に工場へ電話しましたが、出荷の差し止めには至りませんでした。", "に工場へ電話しましたが、"),
        ("に本部へ伝え、上映は中断せず続けました。", "に本部へ伝え、上映は続けました。"),
        ("に確認しましたが、残る3台は回収できておりません。", "に確認しましたが、"),
        ("、点検のための休止を見送りました。", ""),
        ("中の取り消しが間に合わず、再請求となりました。", "再請求となりました。"),
        ("、遠隔では遮断できなかったため、手で閉じました。", "手で閉じました。"),
        ("に、回収できなかった2台を除いて引き取りました。", "に、2台を除いて引き取りました。"),
        ("、連絡のつかない方を除いて回収を終えました。", None),
        ("に出荷を差し止めました。", None),
        ("、止めないと危ないと考え、運転を停止しました。", None),
    ],
)
def test_a_stop_denied_is_no_stop(after: str, left: str | None) -> None:
    assert without_unmet(after, known=True) == (after if left is None else left)
    assert without_unmet(after, known=False) == after


@pytest.mark.parametrize(
    ("after", "following", "back"),
    [
        ("に停止を指示しました。", "しかし、弁が固く、止められませんでした。", True),
        ("に本部へ届きました。", "ただし、観客がすでに入っていたため、上演は続行しました。", True),
        ("に店へ伝えました。", "ところが回収できておらず、店に残っていました。", True),
        ("に停止を指示しました。", "ただし、第2会場は翌日に止めました。", False),
        ("に上映を中止しました。", "ただし、第2会場は止められませんでした。", False),
        ("に停止を指示しました。", "その後、停止できなかった理由を調べました。", False),
    ],
)
def test_the_next_sentence_may_take_a_stop_back(after: str, following: str, *, back: bool) -> None:
    assert takes_stop_back(after, following) == back


_BILLED = "2025年12月20日\n12月9日、手数料を重ねていただいていたことに気づきました。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{_BILLED}\n【1月8日追記】1月6日に全員へお返ししました。", ["2025-12-09", "2026-01-08", "2026-01-06"]),
        (f"【1月8日追記】人数を8名から9名に改めました。\n{_BILLED}", ["2026-01-08", "2025-12-09"]),
        (f"(2月3日更新)\n2月1日にお返しを終えました。\n{_BILLED}", ["2026-02-01", "2025-12-09"]),
        (
            f"{_BILLED}\n【2026年6月3日追記】全員へお返ししました。\n【11月20日追記】窓口を閉じました。",
            ["2025-12-09", "2026-06-03", "2026-11-20"],
        ),
        (f"{_BILLED}\n【12月24日追記】12月22日に全員へお返ししました。", ["2025-12-09", "2025-12-24", "2025-12-22"]),
        # no addendum: a day of the year gone by, and the day of the page after its addendum's
        (f"{_BILLED}\n点検の記録は1月8日に改めたものでした。", ["2025-12-09", "2025-01-08"]),
        (f"【12月18日追記】全員へお伝えしました。\n{_BILLED}", ["2025-12-18", "2025-12-09"]),
    ],
)
def test_what_a_page_adds_to_itself_lies_near_its_publication_or_the_addendum_before(text: str, told: list[str]) -> None:
    (document,) = read_documents([Statement(text)])
    labels = [{} if unit.wording.startswith(("2025", "(")) else {Label.TIMELINE: 0.9, Label.RESPONSE: 0.9} for unit in document.units]
    assert [event.at for event in timeline(document, labels, None)] == told


def test_what_is_published_after_the_statement_puts_its_publication_off_no_longer() -> None:
    events = [_event(EventKind.DETECTED, "2025-12-09"), _event(EventKind.PUBLISHED, "2026-01-08")]
    assert delays(events, date(2025, 12, 20))["detected_to_published"] == "P11D"
    assert delays(events, None)["detected_to_published"] == "P30D"
    assert delays(events, date(2026, 2, 1))["detected_to_published"] == "P30D"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("11:20 園に到着。昼食の準備中に1名いないことに気づく。", "detected"),
        ("11:20 園に到着。昼食を配る。", "other"),
        ("11:20 全員を乗せたバスが園の前に到着しました。そののち1名いないことに気づきました。", "other"),
        ("11:20 園に到着。\n1名いないことに気づく。", "other"),
    ],
)
def test_an_hour_that_opens_a_line_is_that_of_the_next_sentence_on_it(line: str, expected: str) -> None:
    (document,) = read_documents([Statement(f"6月3日9:10、園児を残して出発。\n{line}")])
    labels: list[dict[Label, float]] = [{Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}, *[{Label.TIMELINE: 0.9}] * 2]
    first, then = timeline(document, labels, date(2024, 6, 14))
    assert (first.event, then.event, then.at) == ("occurred", expected, "2024-06-03T11:20")


def test_the_evening_of_a_day_is_shown_behind_its_hours() -> None:
    told = (("2024-06-03", "6月3日朝"), ("2024-06-03T06:23", "6時23分"), ("2024-06-03", "6月3日夜"))
    events = [
        Event(0, 0, 1, text, at, Precision.MINUTE if "T" in at else Precision.DAY, approximate=False, event=EventKind.OTHER)
        for at, text in reversed(told)
    ]
    assert [event.text for event in sorted(events, key=lambda event: event.ranked or "")] == [text for _, text in told]
