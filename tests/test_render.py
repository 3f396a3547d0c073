"""Terminal and page on reports built by hand, the nasty ones too."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from rich.cells import cell_len

from analyzer.explain import explain
from analyzer.interface import duration
from analyzer.render.layout import WIDTH
from analyzer.render.page import family, fragment, page, passages, unbroken, visible
from analyzer.render.terminal import render
from analyzer.render.words import is_wanted, reasons_in_short, speaks_for
from analyzer.report import (
    ChecklistItem,
    Event,
    Reason,
    Report,
)
from analyzer.schema import (
    Axis,
    ChecklistStatus,
    DueSense,
    EventKind,
    Label,
    Lang,
    Precision,
)
from tests.reports import LINES, NASTY, Outline, hand_built, nasty


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("report", [hand_built, *(partial(nasty, wording) for wording in NASTY)])
def test_no_line_is_wider_than_80_columns_and_no_control_character_gets_out(report: Callable[[Lang], Report], lang: Lang) -> None:
    shown = render(report(lang))
    assert max(cell_len(line) for line in shown.splitlines()) <= WIDTH
    assert not [char for char in shown if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"]
    assert not [line for line in shown.splitlines() if line != line.rstrip()]


def test_terminal_shows_markup_as_it_stands() -> None:
    assert "[/oops] [bold]太字[/bold] {{ 7 * 7 }}" in render(nasty(NASTY[0]))


def test_a_name_with_a_comma_of_its_own_is_set_off() -> None:
    english = " ".join(render(hand_built(Lang.EN)).split())
    assert "; how often, how long, what share; " in english
    assert "promises against recurrence: " in english and "1 promises" not in english


def test_what_sums_up_is_named_only_where_nothing_of_it_is_wanting() -> None:
    """「五つの要点のうち四つ」 says nothing beside the points themselves; a level held back by it alone must not go unexplained."""
    reading = hand_built().axes[Axis.COUNTERMEASURES]
    met = {"COU02", "COU03", "COU04", "COU05", "COU06"}
    assert reasons_in_short(reading, Lang.JA)["unmet"] == ["二つ以上の対策", "担い手への言及", "続報・検証"]
    but_for_the_sum = replace(reading, reasons=tuple(replace(reason, met=reason.met or reason.code in met) for reason in reading.reasons))
    assert reasons_in_short(but_for_the_sum, Lang.JA)["unmet"] == ["対策・期限・検証がそろう"]


@pytest.mark.parametrize(
    ("level", "score", "decided", "shown"),
    [
        (2, 63.0, True, "段階 2/4  63.0（段階2が50%、3が46%）"),
        (2, 61.0, True, "段階 2/4  61.0"),
        (2, 63.0, False, "判定不能  63.0"),
    ],
)
def test_a_score_nearer_to_another_level_is_explained(level: int, score: float, decided: bool, shown: str) -> None:
    report = hand_built()
    likely = (0.0, 0.02, 0.5, 0.46, 0.02)
    reading = replace(report.axes[Axis.RESPONSIBILITY], level=level, score=score, probabilities=likely, decided=decided)
    lines = render(replace(report, axes={Axis.RESPONSIBILITY: reading})).splitlines()
    assert any(line.rstrip().endswith(shown) for line in lines), lines[:8]


def test_what_no_finding_says_carries_a_question_mark() -> None:
    reading = hand_built().axes[Axis.RESPONSIBILITY]
    sure, unsure = (replace(reading, reasons=(Reason("RES08", "…", True, (2,), each),)) for each in (True, False))
    assert [reasons_in_short(each, Lang.JA)["lowering"] for each in (sure, unsure)] == [["矮小化 [3]"], ["矮小化？ [3]"]]


def test_page_and_terminal_find_the_same_things_wanting() -> None:
    """Who apologises need not report that they have: on neither is that a lack."""
    report = hand_built()
    unmet = {reason.code: reason.text for reading in report.axes.values() for reason in reading.reasons if not reason.met}
    shown = Outline(page(report)).text
    assert unmet["RES09"] not in shown and "謝ったという報告" not in render(report)
    assert unmet["RES05"] in shown and unmet["COU03"] in shown


def test_the_page_says_that_rules_for_listed_companies_hold_by_analogy() -> None:
    assert "考え方として当てはめています" in Outline(page(hand_built())).text


def test_terminal_output_is_this() -> None:
    assert render(hand_built()).startswith(TERMINAL)


def test_the_course_is_told_in_order_of_time() -> None:
    told = (("十日", "2024-05-10"), ("のち", None), ("一日の朝", "2024-05-01T08:00"), ("一日", "2024-05-01"), ("先の冬", "2023-12"))
    events = tuple(Event(0, 0, 2, text, at, Precision.DAY, False, EventKind.OTHER) for text, at in told)
    report = replace(hand_built(), timeline=events)
    for whole in (render(report), page(report)):
        shown = [(whole.index(text), text) for text in ("先の冬", "一日", "一日の朝", "十日", "のち")]
        assert shown == sorted(shown)
    assert [event["text"] for event in report.to_dict()["timeline"]] == [text for text, _ in told]


@pytest.mark.parametrize(
    ("iso", "ja", "en"),
    [
        ("P0D", "同じ日", "same day"),
        ("PT0M", "0分", "0 min"),
        ("P3D", "3日", "3 d"),
        ("PT24H", "24時間", "24 h"),
        ("P1DT2H33M", "1日2時間33分", "1 d 2 h 33 min"),
    ],
)
def test_lengths_of_time(iso: str, ja: str, en: str) -> None:
    assert (duration(iso, Lang.JA), duration(iso, Lang.EN)) == (ja, en)


def test_what_was_done_at_once_is_shown_beside_the_step() -> None:
    events = (replace(hand_built().timeline[1], also=(EventKind.CONTAINED,)), hand_built().timeline[2])
    report = replace(hand_built(), timeline=events)
    assert "判明・抑止 同日19時33分 [3]" in render(report) and "判明・抑止" in page(report)
    assert render(report).count("・抑止") == 1
    assert [event["also"] for event in report.to_dict()["timeline"]] == [["contained"], []]


def test_no_line_begins_with_a_closing_mark() -> None:
    report = replace(hand_built(), warnings=tuple("あ" * count + "いうえお。」と、お詫び" for count in range(25, 45)))
    assert not [line for line in render(report).splitlines() if line.strip()[:1] in "。、」" and line.strip()]


def test_terminal_shows_nothing_in_place_of_what_is_not_there() -> None:
    bare = replace(
        hand_built(), findings=(), timeline=(), delays={}, promises=(), blame=(), checklist=(), questions=(), warnings=(), units=()
    )
    shown = render(replace(bare, title=None))
    assert shown.startswith("（題名なし）")
    assert not [line for line in shown.splitlines() if line.startswith("■")]


@pytest.mark.parametrize(
    ("stated", "missing", "inapplicable", "told"),
    [
        (5, 0, 2, "当てはまる確認項目はすべて述べられています。"),
        (5, 1, 2, ""),
        (3, 0, 12, "確認項目15のうち12は、この種の知らせには当てはまらないため、見ていません。"),
        (2, 1, 12, "確認項目15のうち12は、この種の知らせには当てはまらないため、見ていません。"),
    ],
)
def test_a_checklist_that_hardly_applies_is_not_called_complete(stated: int, missing: int, inapplicable: int, told: str) -> None:
    counts = {ChecklistStatus.STATED: stated, ChecklistStatus.MISSING: missing, ChecklistStatus.NOT_APPLICABLE: inapplicable}
    items = tuple(ChecklistItem("CHK01", "概要", "", status, ()) for status, count in counts.items() for _ in range(count))
    shown = re.sub(r"\n +", "", render(replace(hand_built(), checklist=items)))
    assert told in shown
    assert ("すべて述べ" in shown, "当てはまらない" in shown) == ("すべて述べ" in told, "当てはまらない" in told)


@pytest.mark.parametrize(
    ("sense", "due", "shown"),
    [(DueSense.FREQUENCY, "毎月1回", "頻度"), (DueSense.START, "2024-12", "開始"), (DueSense.LIMIT, "12月1日まで", "期限")],
)
def test_the_time_of_a_promise_is_called_what_it_is(sense: DueSense, due: str, shown: str) -> None:
    report = hand_built()
    report = replace(report, promises=(replace(report.promises[0], due_sense=sense, due_shown=due),))
    assert f"{shown}:{due}" in re.sub(r"\s+", "", render(report))
    assert (f"{shown} {due}" if shown != "期限" else due) in re.sub(r"<[^>]+>", "", page(report))


def test_color_is_escape_sequences_and_nothing_else() -> None:
    plain, colored = render(hand_built()), render(hand_built(), color=True)
    assert [line.rstrip() for line in re.sub(r"\x1b\[[0-9;]*m", "", colored).splitlines()] == plain.splitlines()


# --- page ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("whole", [page, fragment])
@pytest.mark.parametrize("report", [hand_built, *(partial(nasty, wording) for wording in NASTY)])
def test_html_is_well_formed_and_links_lead_somewhere(report: Callable[[Lang], Report], whole: Callable[[Report], str], lang: Lang) -> None:
    html = whole(report(lang))
    outline = Outline(html)
    ids = outline.all("id")
    assert outline.open == []
    assert len(ids) == len(set(ids))
    assert {link.removeprefix("#") for link in outline.all("href")} <= set(ids)
    assert not {"script", "img", "link", "iframe", "object", "form", "svg"} & {tag for tag, _ in outline.tags}
    assert not [name for _, attributes in outline.tags for name in attributes if name.startswith("on") or name == "src"]
    assert "url(" not in html and "@import" not in html
    assert not [char for char in html if unicodedata.category(char) in ("Cc", "Cs") and char not in "\n\t"]
    assert not set(html) & set("\u202e\u2067\u200f\u200b\ufeff\xad")
    html.encode()


@pytest.mark.parametrize("wording", [*NASTY, "", "\n", "\ud800"])
def test_passages_are_the_text_as_read(wording: str) -> None:
    for report in (replace(nasty(wording), findings=()), nasty(wording)):
        assert "".join(piece.text for passage in passages(report) for piece in passage.pieces) == wording


def test_passages_of_several_units_are_the_text_as_read() -> None:
    report = hand_built()
    assert "".join(piece.text for passage in passages(report) for piece in passage.pieces) == report.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<b>&\"'", "&lt;b&gt;&amp;&#34;&#39;"),
        ("一\r\n二\r三\n", "一\n二\n三\n"),
        ("\x1b[31m", '<span class="unseen">U+001B</span>[31m'),
        ("\u202e<", '<span class="unseen">U+202E</span>&lt;'),
        ("\U000e0041", '<span class="unseen">U+E0041</span>'),
        ("\ud800", '<span class="unseen">U+D800</span>'),
        ("👨\u200d👩 が\u3099", "👨\u200d👩 が\u3099"),  # what joins emoji and what NFD writes are no tricks
        ("", ""),
    ],
)
def test_what_cannot_be_seen_is_shown(text: str, shown: str) -> None:
    assert str(visible(text)) == shown


def test_page_says_everything() -> None:
    text = re.sub(r"\s+", " ", Outline(page(hand_built())).text)
    for told in (
        "メール誤送信に関するお詫びとお知らせ — 公表文の読み取り",
        "公表 2024-11-25",
        "発覚 外からの指摘で発覚",
        "違うときは --title",
        "段階 3/4 68.7 点",
        "判定不能 57.2 点",
        "0 21% 1 62% 2 14% 3 2% 4 1%",
        "－被害を小さく見せる記述があります。 文 5",
        "＋謝罪しています。 文 6",
        "4本件は、配信業務を委託している会社の作業ミスによるものです※1。〔原因・責任転嫁〕",
        "※1 重大 文 4 「作業ミスによるものです」と",
        "2024-11-22 17:00 頃発生",
        "発生から判明まで 2時間33分",
        "判明から本人連絡まで 記載なし",
        "空約束率 50%（再発防止の約束 2 件のうち、確かめられないもの）",
        "委託先75%文 4",
        "なし 2 一部 1 あり 2 対象外 1",
        "個人情報保護法施行規則8条1項5号",
        "受け取った方による転送や悪用がないことを、どのように確かめましたか。",
        "モデル disclosure ・ sha256 0123456789abcdef",
    ):
        assert told in text


def test_every_code_can_be_asked_for_beside_what_it_stands_for() -> None:
    report = hand_built()
    shown = re.sub(r"\s+", " ", Outline(page(report)).text)
    asked = {each.code for part in (report.findings, report.checklist, report.questions) for each in part}
    asked |= {reason.code for reading in report.axes.values() for reason in reading.reasons if speaks_for(reason) or is_wanted(reason)}
    assert [code for code in sorted(asked) if f" {code}" not in shown] == []
    for lang in Lang:
        for whole in (render(hand_built(lang)), Outline(page(hand_built(lang))).text):
            assert "analyzer explain FND01" in whole
        assert "!! " in render(hand_built(lang)).splitlines()[-3]
    for code in ("FND01", "責任転嫁", "deflection"):
        assert explain(code)


def test_delays_stand_in_order_of_time() -> None:
    told = {
        "detected_to_published": "P3D",
        "occurred_to_published": "P4D",
        "occurred_to_contained": "PT2H",
        "detected_to_contained": "PT1H",
    }
    report = replace(hand_built(), delays=told)
    for whole in (render(report), Outline(page(report)).text):
        placed = [whole.index(f"{name}まで") for name in ("発生から抑止", "発生から公表", "判明から抑止", "判明から公表")]
        assert placed == sorted(placed)
    assert list(report.to_dict()["delays"]) == list(told)


def test_a_sentence_without_end_does_not_fill_the_screen() -> None:
    endless = replace(hand_built(), units=(replace(hand_built().units[1], text="あ" * 5_000),), promises=())
    assert "あ…" in render(endless) and len(render(endless)) < 4_000


def test_where_no_sentence_counts_none_are_announced() -> None:
    bare = replace(hand_built(), units=tuple(replace(unit, labels={}) for unit in hand_built().units))
    assert "ラベルのついた文" in render(hand_built()) and "ラベルのついた文" not in render(bare)


def test_an_option_is_not_torn() -> None:
    assert '<span class="option">--title</span>' in page(hand_built())
    assert "<b>" not in unbroken(visible("<b>--x"))


def test_page_declares_its_language_and_its_policy() -> None:
    for lang in Lang:
        outline = Outline(page(hand_built(lang)))
        assert dict(outline.tags)["html"] == {"lang": lang}
        assert "default-src 'none'; style-src 'unsafe-inline'" in outline.all("content")
    assert "What to ask" in outline.text and "問い合わせるなら" not in outline.text
    assert {"lang": "ja", "class": "text"} in [attributes for tag, attributes in outline.tags if tag == "div"]


def test_each_labelled_unit_is_marked_and_no_other() -> None:
    tags = Outline(page(hand_built())).tags
    assert [attributes["class"] for tag, attributes in tags if tag == "mark"] == [family(*labels) for _, labels in LINES if labels]


def test_labels_all_have_a_family() -> None:
    assert {family(label) for label in Label} == {"fact", "own", "act", "against"}
    assert family(Label.ADMISSION, Label.DEFLECTION) == "against"


def test_fragments_stand_side_by_side() -> None:
    one, other = fragment(hand_built()), fragment(nasty(NASTY[0]))
    assert not set(Outline(one).all("id")) & set(Outline(other).all("id"))
    styled = re.sub(r"@media[^{]+|/\*.*?\*/", "", one.partition("<style>")[2].partition("</style>")[0])
    selectors = [selector.strip() for selector in re.findall(r"([^{};\s][^{};]*)\{", styled)]
    assert [selector for selector in selectors if not all(part.strip().startswith(".disclosure") for part in selector.split(","))] == []
    assert hand_built()._repr_html_() == one


def test_same_report_gives_the_same_page() -> None:
    assert page(hand_built()) == page(hand_built())


def test_colours_are_legible() -> None:
    """WCAG AA: 4.5 to 1, by day, by night and in print."""
    light, dark = (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)) for part in page(hand_built()).split("prefers-color-scheme")[:2])
    pairs = [
        (name, ground) for name in ("ink", "quiet", "link", "own-ink", "against-ink", "warn-ink", "act-ink") for ground in ("page", "sheet")
    ]
    pairs += [("ink", name) for name in ("fact", "own", "act", "against")] + [
        ("link", "against"),
        ("fact-ink", "sheet"),
        ("warn-ink", "warn"),
    ]
    for scheme in (light, dark):
        assert {(pair, round(ratio, 1)) for pair in pairs if (ratio := _contrast(*(scheme[name] for name in pair))) < 4.5} == set()


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    shares = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


TERMINAL = """\
メール誤送信に関するお詫びとお知らせ
公表 2024-11-25 ・ 題名: 和らげた題名 ・ 発覚: 外からの指摘で発覚 ・
報告: 単独の公表

具体性          ██████████████░░░░░░  段階 3/4  68.7
  ＋ 何が起きたか [2]、いつ起きたか [2,3]、どのように分かったか [3]、
     人数・件数 [2]、原因 [4]
  － 時刻・日付を追った経過、影響の範囲、原因の仕組み（二文以上）、被害の状況、
     確かめられる事実の種類、回数・長さ・割合など、数字の多さ
責任の認容      █████░░░░░░░░░░░░░░░  段階 1/4  25.0
  ＋ 謝罪 [6]
  ▼ 段階を下げるもの: 責任転嫁 [4]、矮小化 [5]
  － 事案そのものへの謝罪、自らの落ち度、はっきりした認容、
     責任の取り方・監督責任、認容の厚み、何が悪かったかの説明、
     責任ある者の言葉、自らの側にある原因
具体的な対策    ███████████░░░░░░░░░  判定不能  57.2
  ＋ 再発防止への言及 [9,10]、確かめられる対策 [9]、期限・実施済み [9]
  － 二つ以上の対策、担い手への言及、続報・検証

■ 読み取りの注意
* 1行目の「メール誤送信に関するお詫びとお知らせ」を題名としました。違うときは
  --title か title の欄で指定してください。

■ 指摘
!! 「作業ミスによるものです」と、落ち度を委託先に置いています。 [4] FND01
!  「一切含まれておりません」と、小さく見せています。 [5] FND05
!  題名は「誤送信」ですが、本文では142名のアドレスが外へ出ています。 FND02

"""
