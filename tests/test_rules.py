"""Every wording rule hits its own examples and misses the near ones."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from importlib.resources import files
from itertools import pairwise

import pytest
from rich.cells import cell_len

from analyzer.answers.gaps.checklist_rules import Item
from analyzer.judging.grounds import Ground
from analyzer.language.cues import cues
from analyzer.language.normalise import fold
from analyzer.rules import load_rules
from tests.conftest import ROOT

TABLES = sorted(path.name.removesuffix(".toml") for path in files("analyzer.rules").iterdir() if path.name.endswith(".toml"))
OF_UNITS = {"findings", "questions", "checklist"}
"""Their wordings need a labelled unit around them and are tried in their own tests."""
WITH_EXAMPLES = [
    (name, code, rule) for name in TABLES if name not in OF_UNITS for code, rule in load_rules(name).items() if "pattern" in rule
]


@pytest.mark.parametrize(("table", "code", "rule"), WITH_EXAMPLES, ids=[f"{table}-{code}" for table, code, _ in WITH_EXAMPLES])
def test_examples(table: str, code: str, rule: dict[str, object]) -> None:
    pattern = re.compile(str(rule["pattern"]))
    hits, misses = rule.get("hits"), rule.get("misses")
    assert isinstance(hits, list) and isinstance(misses, list) and hits and misses
    assert [example for example in hits if not pattern.search(fold(example))] == []
    assert [example for example in misses if pattern.search(fold(example))] == []


def test_patterns_and_examples_stand_on_lines_that_can_be_read() -> None:
    """No wider than code (a Japanese character is two columns), but for prose and an example that is one long sentence."""
    prose = re.compile(r"\s*#|\w*(?:why|message|text|basis|because|example|question|ja|en)\w*\s*=|\s+[\"'][^\"']*[\"'],?$")
    tables = [path for path in files("analyzer.rules").iterdir() if path.name.endswith(".toml")]
    lines = [(path.name, line) for path in tables for line in path.read_text(encoding="utf-8").splitlines()]
    assert [(name, line) for name, line in lines if cell_len(line) > 140 and not prose.match(line)] == []


def test_every_table_has_rules_with_examples() -> None:
    assert len(cues()) >= 70
    assert {"cues", "headings", "circumstances"} <= {table for table, _, _ in WITH_EXAMPLES}
    assert all(rule.get("why") for name in ("cues", "circumstances", "warnings") for rule in load_rules(name).values())


def test_every_code_that_the_program_names_is_a_rule() -> None:
    """A misspelt code would be no error anywhere: no wording would ever have it."""
    known = {code for name in TABLES for code in load_rules(name)}
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "analyzer").rglob("*.py")]
    named = {code for source in sources for code in re.findall(r'["=]([A-Z]{3}[0-9]{2})"', source)}
    assert len(named) >= 80 and named <= known, sorted(named - known)
    assert list(Item) == list(load_rules("checklist"))
    assert list(Ground) == list(load_rules("rubric"))


def _exemplified() -> Iterator[tuple[str, re.Pattern[str], str]]:
    """The patterns outside the tables whose docstring begins with an example: 「…」."""
    for path in sorted((ROOT / "analyzer").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        statements = ast.parse(path.read_text(encoding="utf-8")).body
        for assigned, told in pairwise(statements):
            if isinstance(assigned, ast.Assign) and isinstance(told, ast.Expr) and isinstance(told.value, ast.Constant):
                example = re.match(r"「([^「」]*)」", str(told.value.value))
                name = ast.unparse(assigned.targets[0])
                pattern = getattr(import_module(module), name) if example else None
                if example and isinstance(pattern, re.Pattern):
                    yield f"{module}.{name}", pattern, example[1]


EXEMPLIFIED = list(_exemplified())


@pytest.mark.parametrize(("pattern", "example"), [each[1:] for each in EXEMPLIFIED], ids=[each[0] for each in EXEMPLIFIED])
def test_a_pattern_hits_the_example_that_its_docstring_begins_with(pattern: re.Pattern[str], example: str) -> None:
    """At the place where it is asked, which may be right before or behind something; 「…」 stands for words left out."""
    pieces = (example.replace("…", ""), *example.split("…"))
    spans = ((piece, start, end) for piece in pieces for start in range(len(piece)) for end in range(start + 1, len(piece) + 1))
    assert any(pattern.search(piece[start:end]) for piece, start, end in spans)
