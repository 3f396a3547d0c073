"""`analyzer score` and `Scorer`: the contract's report, its grounds, and that nothing moves which must not."""

import json
import subprocess
import sys
import unicodedata
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from rich.cells import cell_len

import analyzer
from analyzer.errors import UsageError
from analyzer.report import Report
from analyzer.schema import Axis, Label
from analyzer.scoring import Scorer
from tests.conftest import ROOT, SAMPLES, fields_of

CANDID = """会員のお名前とメールアドレスの流出について

5月10日(金)9時30分、会員213名様への案内メールを、当クラブ運営部の職員がBCCではなく宛先欄にアドレスを入れて送信し、お名前とメールアドレスが互いに見える状態となりました。
同日9時52分、受信された会員の方からのお電話で判明し、10時40分までに213名様全員へ削除をお願いするメールをお送りしました。
原因は、一斉送信に配信システムを使う決まりがなく、担当者1名が手作業で宛先を入力していたことです。
決まりを設けずに任せていた当クラブの管理の誤りであり、深くお詫び申し上げます。
5月17日現在、不正な利用の報告は受けておりません。
再発防止のため、5月13日から一斉送信を配信システムに限り、運営部長と担当者の2名で宛先を確認します。
6月末までに全職員14名へ研修を行い、結果を7月5日に本サイトで報告します。
お問い合わせ：運営部 03-0000-1234（平日10時〜17時）
"""
VAGUE = """このたびはお騒がせしております。
関係者の皆様にはご迷惑とご心配をおかけしましたことをお詫び申し上げます。
今後このようなことのないよう努めてまいります。
"""


def run(*arguments: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "analyzer", *arguments], input=given, capture_output=True, check=False, cwd=ROOT)


@pytest.fixture(scope="module")
def candid(scorer: Scorer) -> Report:
    return scorer.score(CANDID, published="2024-05-17")


def test_the_day_of_publication_is_given_in_any_form(scorer: Scorer) -> None:
    days = ("2024/5/17", "令和6年5月17日", date(2024, 5, 17), datetime(2024, 5, 17, 9, 30), pd.Timestamp("2024-05-17"))
    assert {scorer.score(CANDID, published=day).published for day in days} == {"2024-05-17"}
    with pytest.raises(UsageError, match="published 2024-02-30"):
        scorer.score(CANDID, published="2024-02-30")


def test_an_empty_cell_of_a_data_frame_is_no_day(scorer: Scorer) -> None:
    table = pd.DataFrame({"published": pd.to_datetime(["2024-05-17", None])})
    reports = [scorer.score(CANDID, published=day) for day in table["published"]]
    assert [report.published for report in reports] == ["2024-05-17", None]


def test_many_are_read_as_they_are(scorer: Scorer) -> None:
    statements = [analyzer.Statement(text, title=title, id=title) for title, text in (("名簿の流出", CANDID), ("お詫び", VAGUE))]
    reports = list(scorer.stream(statements))
    assert reports == [scorer.read(statement) for statement in statements]
    assert [report.title for report in reports] == ["名簿の流出", "お詫び"]


def test_candid_is_read_as_candid(candid: Report, scorer: Scorer) -> None:
    vague = scorer.score(VAGUE)
    assert all(candid.axes[axis].level >= 3 for axis in Axis)
    assert all(vague.axes[axis].level <= 1 for axis in Axis)
    assert candid.detected_by == "outside"
    assert candid.title_framing == "names_harm"


def test_offsets_point_at_the_wording(candid: Report) -> None:
    for unit in candid.units:
        assert candid.text[unit.start : unit.end] == unit.text
    for finding in candid.findings:
        assert finding.unit is None or (
            finding.start is not None and finding.end is not None and finding.start < finding.end <= len(candid.text)
        )


def test_labels_where_a_reader_expects_them(candid: Report) -> None:
    told = {unit.index: set(unit.labels) for unit in candid.units}
    assert Label.INCIDENT in told[0] and Label.SCOPE in told[0]
    assert Label.CAUSE in told[2]
    assert {Label.APOLOGY, Label.ADMISSION} <= told[3]
    assert Label.HARM_STATUS in told[4]
    assert Label.MEASURE_CONCRETE in told[5]
    assert Label.CONTACT in told[7]


def test_report_is_the_contracts(candid: Report) -> None:
    record = json.loads(json.dumps(candid.to_dict()))
    expected = {
        "schema_version", "tool", "id", "title", "published", "text", "axes", "units", "detected_by", "report_stage", "title_framing",
        "timeline", "delays", "promises", "checklist", "findings", "questions", "warnings",
    }  # fmt: skip
    assert expected <= set(record)
    for axis in Axis:
        reading = record["axes"][axis]
        assert abs(sum(reading["probabilities"]) - 1) < 0.001
        assert len(reading["probabilities"]) == 5
        assert abs(reading["score"] - 25 * sum(level * p for level, p in enumerate(reading["probabilities"]))) < 0.1
        assert all({"code", "text", "met", "units"} <= set(reason) for reason in reading["reasons"])
    assert all({"index", "start", "end", "text", "labels"} <= set(unit) for unit in record["units"])
    assert record["published"] == "2024-05-17"
    contract = (ROOT / "analyzer" / "contract.md").read_text(encoding="utf-8")
    assert {name for name in fields_of(record) if f'"{name}"' not in contract and f"`{name}`" not in contract} == set()


def test_the_same_in_gives_the_same_bytes(candid: Report, scorer: Scorer) -> None:
    again = scorer.score(CANDID, published="2024-05-17")
    assert json.dumps(again.to_dict()) == json.dumps(candid.to_dict())


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: unicodedata.normalize("NFD", text),
        lambda text: text.replace("職員", "職\u200b員").replace("会員", "会\ufeff員"),
        lambda text: text + "\n\n　\n",
        lambda text: text.translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    ],
    ids=["crlf", "nfd", "zero width", "trailing blanks", "full width"],
)
def test_what_a_reader_cannot_see_moves_nothing(change: Any, candid: Report, scorer: Scorer) -> None:
    other = scorer.score(change(CANDID), published="2024-05-17")
    for axis in Axis:
        assert other.axes[axis].level == candid.axes[axis].level
        assert abs(other.axes[axis].score - candid.axes[axis].score) <= 1


def test_repeating_a_sentence_raises_nothing(candid: Report, scorer: Scorer) -> None:
    line = next(line for line in CANDID.splitlines() if "配信システムに限り" in line)
    twice = scorer.score(CANDID.replace(line, "\n".join([line] * 4)), published="2024-05-17")
    for axis in Axis:
        assert twice.axes[axis].score <= candid.axes[axis].score + 1


def test_a_glossary_of_good_words_raises_nothing(scorer: Scorer) -> None:
    plain = scorer.score(VAGUE)
    words = "再発防止策\n具体的な対策\n二重確認\n研修\n監督責任\n第三者委員会\n期限\n実施済み\n"
    padded = scorer.score(VAGUE + words)
    for axis in Axis:
        assert padded.axes[axis].level <= plain.axes[axis].level


def test_taking_the_evidence_away_lowers_the_score(candid: Report, scorer: Scorer) -> None:
    """Every met reason that raises an axis: without its units the axis scores less."""
    for axis in Axis:
        for reason in candid.axes[axis].reasons:
            if not reason.met or not reason.units or reason.code in ("RES07", "RES08"):
                continue
            text = candid.text
            for index in reversed(reason.units):
                unit = candid.units[index]
                text = text[: unit.start] + text[unit.end :]
            without = scorer.score(text, title=candid.title, published="2024-05-17")
            assert without.axes[axis].score < candid.axes[axis].score, reason.code


def test_english_speaks_english() -> None:
    shown = run("score", str(SAMPLES / "season_ticket_1.txt"), "--lang", "en").stdout.decode()
    assert "specificity" in shown and "What to ask" in shown and "具体性" not in shown


def test_text_output_fits_80_columns() -> None:
    from rich.cells import cell_len

    shown = run("score", str(SAMPLES / "season_ticket_2.txt")).stdout.decode()
    assert max(cell_len(line) for line in shown.splitlines()) <= 80
    assert "\x1b" not in shown


def test_pipe_dash_and_file_agree() -> None:
    path = SAMPLES / "season_ticket_1.txt"
    by_file = run("score", str(path), "--format", "json")
    by_dash = run("score", "-", "--format", "json", given=path.read_bytes())
    by_pipe = run("score", "--format", "json", given=path.read_text(encoding="utf-8").encode("cp932"))
    assert by_file.returncode == by_dash.returncode == by_pipe.returncode == 0
    assert by_file.stdout == by_dash.stdout == by_pipe.stdout


def test_output_file_and_fail_under(tmp_path: Path) -> None:
    out = tmp_path / "out.json"
    ended = run("score", str(SAMPLES / "season_ticket_1.txt"), "--format", "json", "-o", str(out), "--fail-under", "60")
    assert ended.returncode == 1
    assert b"--fail-under 60" in ended.stderr and ended.stdout == b""
    assert json.loads(out.read_text(encoding="utf-8"))["axes"]["specificity"]["score"] < 60


def test_an_output_does_not_overwrite_what_is_read(tmp_path: Path) -> None:
    place = tmp_path / "statement.txt"
    place.write_bytes((SAMPLES / "season_ticket_1.txt").read_bytes())
    before = place.read_bytes()
    ended = run("score", str(place), "-o", f"{tmp_path}/../{tmp_path.name}/statement.txt")
    assert ended.returncode == 2 and "is also an input" in ended.stderr.decode()
    assert place.read_bytes() == before


@pytest.mark.parametrize("day", ["2017-12-27", "2017/12/27", "平成29年12月27日"])
def test_a_day_is_taken_in_any_form_a_table_takes(day: str) -> None:
    ended = run("score", str(SAMPLES / "season_ticket_1.txt"), "--format", "json", "--published", day)
    assert json.loads(ended.stdout)["published"] == "2017-12-27"


@pytest.mark.parametrize("command", ["", "score", "batch", "trace", "explain", "train", "evaluate", "corpus", "corpus agreement"])
def test_help_is_whole_in_80_columns(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = run(*command.split(), "--help").stdout.decode()
    assert "…" not in shown and max(map(cell_len, shown.splitlines())) <= 80


@pytest.mark.parametrize(
    ("arguments", "given", "status"),
    [
        (["-"], b"", 3),
        (["-"], "　\n\t".encode(), 3),
        (["no-such-file.txt"], b"", 3),
        (["corpora"], b"", 3),
        (["-"], b"\x89PNG\r\n\x1a\n" + bytes(100), 3),
        (["-"], b"We apologise for the inconvenience caused by the outage.", 3),
        (["-"], "我们对此次事件深表歉意。".encode(), 3),
        (["-"], "あ".encode() * 2_000_000, 3),
        (["-", "--published", "yesterday"], "お詫びします。".encode(), 2),
        (["-", "--format", "xml"], "お詫びします。".encode(), 2),
        (["-", "--model", "no-such-folder"], "お詫びします。".encode(), 2),
        (["-", "--no-such-option"], "お詫びします。".encode(), 2),
    ],
)
def test_bad_input_is_one_clear_line(arguments: list[str], given: bytes, status: int) -> None:
    ended = run("score", *arguments, given=given)
    assert ended.returncode == status
    assert ended.stdout == b""
    assert b"Traceback" not in ended.stderr
    assert ended.stderr.strip()


@pytest.mark.parametrize(
    "text",
    [
        "本日の試合は2対1で勝利しました。前半12分に先制し、後半に追加点を挙げました。ご声援ありがとうございました。次節もよろしくお願いします。",
        "宛先を確認せずに" * 700,
        "お名前を\x00送信\x1b[31mしました\ud800。申し訳ございません。",
        "お詫び",
        "・\n・\n・お詫び\n。。。\n",
    ],
    ids=["match report", "one long sentence", "control characters", "one character", "bullets alone"],
)
def test_odd_text_is_read_with_a_warning(text: str, scorer: Scorer) -> None:
    report = scorer.score(text)
    assert report.warnings
    assert report.units
    json.dumps(report.to_dict(), ensure_ascii=False).encode()


@pytest.mark.parametrize(
    ("text", "blank"),
    [
        ("担任が「〇〇さんが戻らない」と職員室に知らせました。", False),
        ("隣の組の子が○○ちゃんの帽子を池に落としました。", False),
        ("〇〇君、〇〇様、○○先生のお名前は伏せております。", False),
        ("隣の席の方が「〇〇の薬ではないか」と申し出ました。", False),
        ("保護者からは「〇〇組だけ帰りが早い」などの声がありました。", False),
        ("〇〇様\nこのたびは薬を取りちがえ、お詫びします。", True),
        ("弊社「〇〇」において薬を取りちがえました。", True),
        ("「〇〇のお薬」という札を取りちがえました。", True),
        ("〇〇において薬を取りちがえました。", True),
        ("〇〇〇〇会社は、●月●日に薬を取りちがえました。", True),
    ],
)
def test_a_name_kept_back_is_no_blank_of_a_template(text: str, blank: bool, scorer: Scorer) -> None:
    assert any("空欄" in warning for warning in scorer.score(f"{text}\n深くお詫びします。").warnings) is blank


def test_a_match_report_is_said_to_be_none(scorer: Scorer) -> None:
    report = scorer.score(
        "本日の試合は2対1で勝利しました。前半12分に先制しました。ご声援ありがとうございました。次節もよろしくお願いします。"
    )
    assert any("事案の公表文ではない" in warning for warning in report.warnings)


@pytest.mark.parametrize(
    "text",
    [
        "昨日の水泳の授業で、児童の腕を指導員が強くつかむ場面がありました。腕には赤みが残りました。"
        "指導員は「早く上がってほしかった」と話しています。児童は今日は学校を休んでいます。",
        "今朝お渡ししたお弁当の卵焼きに、火が通っていませんでした。おなかを痛めるかもしれません。"
        "残っている方は食べずに持ってきてください。火加減を見ていなかったのは店長の私です。",
        "先日の昼食で、となりの席の方のお薬をお出ししてしまいました。ご本人は眠気が強くなりました。本当にごめんなさい。",
    ],
    ids=["softened", "plain", "childlike apology"],
)
def test_plain_or_softened_words_are_a_statement_all_the_same(text: str, scorer: Scorer) -> None:
    assert not any("事案の公表文ではない" in warning for warning in scorer.score(text).warnings)


@pytest.mark.parametrize(
    "text",
    [
        "7月2日の朝、ペンギンのひなが生まれました。体重は90グラムです。飼育係が毎日体重を量っています。公開は8月の予定です。",
        "第3区で本学の選手が区間賞を取りました。総合では7位でした。沿道のご声援ありがとうございました。",
        "9月1日から駅前の道路を工事します。工事の間は片側通行です。夜間は行いません。お問い合わせは土木課まで。",
    ],
    ids=["birth", "race", "works"],
)
def test_other_news_is_said_to_be_none(text: str, scorer: Scorer) -> None:
    assert any("事案の公表文ではない" in warning for warning in scorer.score(text).warnings)


_EMBEZZLED = (
    "会計担当者が口座から210万円を引き出していたことが分かった。帳簿が作り替えられていたことが分かった。"
    "元担当者は「借りるつもりだった」と述べた。引き出しは3年にわたり、気づいた者はいなかった。"
)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        (_EMBEZZLED, False),
        (f"当基金の監査による。{_EMBEZZLED}", False),
        (f"当基金は昨日、次の事実があったと発表した。{_EMBEZZLED}", False),
        (f"つばめ基金は3日、会計の不正があったと発表した。{_EMBEZZLED}", True),
        (f"関係者への取材で分かった。基金は「当基金の管理が甘かった」とコメントした。{_EMBEZZLED}", True),
    ],
    ids=["official", "own voice", "own voice that announced", "announced", "asked by a reporter"],
)
def test_only_what_a_reporter_wrote_is_left_without_findings(text: str, *, silent: bool, scorer: Scorer) -> None:
    report = scorer.score(text)
    assert (not report.findings and not report.questions) is silent
    assert any("報道記事" in warning for warning in report.warnings)


_INQUIRED = "当委員会は、役員{count}名に聴き取りを行い、在庫の水増しを認定した。当委員会は、棚卸しの立ち会いを提言する。"


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("".join(_INQUIRED.format(count=count) for count in (4, 9)), True),
        (_INQUIRED.format(count=4) + "倉庫会社は、これを受け、在庫の数え方を改めます。", False),
        ("当委員会は、祭りの花火の事故を検証し、警備の不足があったと判断しました。深くお詫び申し上げます。" * 3, False),
    ],
    ids=["throughout", "cited", "organisers"],
)
def test_a_committee_of_inquiry_is_asked_for_no_apology(text: str, *, silent: bool, scorer: Scorer) -> None:
    report = scorer.score(text)
    assert any("調査委員会が述べており" in warning for warning in report.warnings) is silent
    assert not (silent and (report.findings or report.questions))


def test_days_left_without_a_year_say_what_to_give(scorer: Scorer) -> None:
    text = "6月1日に名簿を誤って送信しました。6月2日に消していただきました。深くお詫び申し上げます。"
    asked = [any("--published" in warning for warning in scorer.score(text, published=day).warnings) for day in (None, "2024-06-03")]
    assert asked == [True, False]


@pytest.mark.parametrize("arguments", [["--help"], ["score", "--help"], ["explain", "FND01"]])
def test_help_and_explain_start_without_the_heavy_parts(arguments: list[str]) -> None:
    code = (
        "import sys; from analyzer.cli import app\n"
        f"try: app({arguments!r}, standalone_mode=False)\n"
        "except SystemExit: pass\n"
        "heavy = {'spacy', 'sklearn', 'numpy', 'ginza'} & set(sys.modules); sys.exit(f'imported {heavy}' if heavy else 0)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert ended.returncode == 0, ended.stderr


def test_scoring_does_without_scikit_learn() -> None:
    code = (
        "import sys, analyzer; analyzer.load().score('お名前を誤って送信しました。お詫びします。');"
        "sys.exit('sklearn' in sys.modules or 'scipy' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, check=False, cwd=ROOT).returncode == 0
