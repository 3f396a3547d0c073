"""Every code explains itself, in both languages, without the language model."""

import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from rich.cells import cell_len

from analyzer.errors import UsageError
from analyzer.explain import CLOSED, codes, every_code, explain, kinds
from analyzer.rules import load_rules
from analyzer.schema import LEVELS, Axis, DetectedBy, Label, Lang, PromiseOutcome, PromiseStanding, ReportStage, Severity, TitleFraming

OURS = ("checklist", "findings", "questions", "dossier", "outcomes", "labels", "levels")
RULES = [(name, code) for name in OURS for code in load_rules(name)]
GUIDELINE = Path(__file__).parent.parent / "corpora" / "annotation.md"
LAW = ("checklist", "findings")


@pytest.mark.parametrize(("name", "code"), RULES)
def test_rule_is_complete(name: str, code: str) -> None:
    rule = load_rules(name)[code]
    assert rule["name"] and rule["en"] and rule["why"] and rule["why_en"]
    assert rule["hits"] and (rule.get("misses") or "." in code)
    assert (name in LAW) <= bool(rule.get("basis"))
    for part in ("basis", "basis_general", "message", "message_leak", "question", "text", "because"):
        assert (part in rule) == (f"{part}_en" in rule), part


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("lang", Lang)
def test_every_code_explains_itself(code: str, lang: Lang) -> None:
    page = explain(code, lang)
    assert page.startswith(code)
    assert len(page.splitlines()) >= 2


def test_closed_sets_are_covered() -> None:
    known = set(codes())
    assert {*Label, "other"} <= known
    assert {f"{axis}.{level}" for axis in Axis for level in LEVELS} | set(Axis) <= known
    for field, values in (("detected_by", DetectedBy), ("report_stage", ReportStage), ("title_framing", TitleFraming)):
        assert {f"{field}.{value}" for value in values} <= known
    assert {*load_rules("rubric"), *load_rules("cues"), *load_rules("dossier")} <= known
    for label in Label:
        assert (load_rules("labels")[label]["name"], load_rules("labels")[label]["en"].split()[0]) == (
            label.japanese,
            label.english.split()[0],
        )


def test_what_became_of_promises_is_called_as_it_is_shown() -> None:
    shown = {str(each): (each.japanese, each.english) for each in (*PromiseOutcome, *PromiseStanding)}
    assert {code: (rule["name"], rule["en"]) for code, rule in load_rules("outcomes").items()} == shown


def test_severities_are_known() -> None:
    assert {rule["severity"] for rule in load_rules("findings").values()} == set(Severity)


@pytest.mark.parametrize(
    ("code", "lang", "said"),
    [
        ("FND02", Lang.JA, "3-5-1-1"),
        ("FND03", Lang.EN, "3-5-3-2"),
        ("CHK03", Lang.JA, "施行規則8条1項3号"),
        ("CHK03", Lang.EN, "art. 8(1)(iii)"),
        ("specificity.3", Lang.JA, "四つ"),
        ("deflection", Lang.EN, "does not hold"),
        ("title_framing.softened", Lang.JA, "漏えい"),
        ("SPE05", Lang.EN, "It counts the people"),
        ("DEF01", Lang.JA, "委託先"),
        ("qst13", Lang.JA, "誰に、いつまでに、何を教える"),
        (" CHK12 ", Lang.JA, "再発防止"),
        ("DOS02", Lang.JA, "質問: {before_at}の「{before}」と"),
        ("DOS02", Lang.EN, "question: What explains the difference"),
        ("in_part", Lang.JA, "一部だけが果たされています"),
        ("一部だけ", Lang.JA, "一部だけが果たされています"),
        ("期日変更（断りあり）", Lang.JA, "断っています"),
        ("made concrete", Lang.EN, "an improvement"),
        ("DOS20", Lang.JA, "当たる例: 「5月12日までに返金いたします」→「5月10日に返金を終えました」"),
    ],
)
def test_what_is_said(code: str, lang: Lang, said: str) -> None:
    assert said in explain(code, lang)


def test_a_section_of_the_guideline_that_is_cited_is_there() -> None:
    cited = {
        section
        for name in (*LAW, "rubric")
        for rule in load_rules(name).values()
        for section in re.findall(r"(?:指針|・)\s*§([0-9])", rule.get("basis", ""))
    }
    assert cited and cited <= set(re.findall(r"^## ([0-9])\.", GUIDELINE.read_text(encoding="utf-8"), re.MULTILINE))


def test_a_criterion_has_its_basis_in_both_languages() -> None:
    assert "guideline §2 deflection" in explain("RES07", Lang.EN) and "指針 §2 deflection" in explain("RES07")


def test_a_code_means_one_thing() -> None:
    assert [code for code, count in Counter(codes()).items() if count > 1] == []


def test_every_term_of_a_reading_is_explained_under_its_name() -> None:
    known = set(codes())
    assert {f"{head}.{member}" for head, members in CLOSED.items() for member in members} <= known
    delays = {name for name in load_rules("interface") if "_to_" in name}
    assert len(delays) == 8 and {f"delay.{name}" for name in delays} <= known
    assert all(rule["why"] and rule["why_en"] for rule in load_rules("terms").values())


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("責任転嫁", ["deflection", "RES07"]),
        ("原因", ["cause", "CHK04", "drift.cause", "SPE07"]),
        ("「空約束率」", ["empty_promise_rate"]),
        ("発覚", ["detected_by"]),
        ("和らげた題名", ["title_framing.softened"]),
        ("softened", ["title_framing.softened"]),
        ("自ら発見", ["detected_by.self"]),
        ("続報", ["report_stage.followup"]),
        ("具体性", ["specificity"]),
        ("本人の数（対象の人数・件数）", ["CHK03"]),
        ("本人の数", ["CHK03"]),
        ("判明から本人連絡まで", ["delay.detected_to_notified"]),
        ("本人連絡", ["event.notified"]),
        ("委託先", ["owner.contractor"]),
        ("no one named", ["owner.nobody"]),
        ("期限切れ？", ["overdue"]),
        ("!!", ["severity.serious"]),
        ("断りなし", ["change.silent"]),
        ("判定不能", ["undecided"]),
    ],
)
def test_what_a_reading_shows_can_be_asked_for(asked: str, found: list[str]) -> None:
    pages = explain(asked).split("\n\n")
    assert [page.split("  ")[0] for page in pages] == found


def test_a_code_comes_before_a_name_and_tells_who_else_is_called_so() -> None:
    assert explain("cause").startswith("cause  ") and explain("cause").endswith("同じ名のもの: CHK04、drift.cause")
    assert "同じ名のもの" not in explain("FND03")


@pytest.mark.parametrize("lang", Lang)
def test_kinds_and_codes_are_listed(lang: Lang) -> None:
    shown = kinds(lang)
    assert all(name in shown for name in (*OURS, "terms", "rubric", "cues")) and max(map(cell_len, shown.splitlines())) <= 80
    listed = [line.split("  ")[0] for line in every_code(lang).splitlines() if line and not line.startswith("■")]
    assert listed == list(codes())
    assert explain("findings", lang) in every_code(lang) and explain("指摘") == explain("findings")


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("FND99", ("FND01", max(load_rules("findings")))),
        ("CHK", ("CHK01", max(load_rules("checklist")))),
        ("specificity.9", ("specificity.0", "specificity.4")),
        ("event.found", ("event.detected", "event.published")),
        ("apologie", ("apology",)),
        ("specificity3", ("specificity.3",)),
        ("委託元", ("owner.contractor", "委託先")),
        ("責任転稼", ("deflection", "責任転嫁")),
        ("RES7", ("RES01", max(code for code in load_rules("rubric") if code.startswith("RES")))),
    ],
)
@pytest.mark.parametrize("lang", Lang)
def test_an_unknown_code_names_those_that_are_near(code: str, said: tuple[str, ...], lang: Lang) -> None:
    with pytest.raises(UsageError) as told:
        explain(code, lang)
    assert all(near in str(told.value) for near in (*said, "--list"))


@pytest.mark.parametrize("code", ["", "？", "こんにちは", "hello", "12345"])
def test_nothing_is_called_near_that_is_not(code: str) -> None:
    with pytest.raises(UsageError) as told:
        explain(code)
    assert "近いもの" not in str(told.value) and "--list" in str(told.value)


def test_explaining_imports_neither_spacy_nor_numpy_nor_sklearn() -> None:
    script = (
        "import sys\n"
        "from analyzer.explain import codes, explain\n"
        "[explain(code) for code in codes()]\n"
        "print(sorted({name.split('.')[0] for name in sys.modules} & {'spacy', 'numpy', 'sklearn', 'ginza', 'thinc'}))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
