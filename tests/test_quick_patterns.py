"""The program's patterns are compiled in half the time and match what they matched."""

import re
from importlib import import_module
from typing import Any

import pytest

from analyzer.quick_patterns import compile_quickly

compiler: Any = import_module("re._compiler")
CHARACTERS = [chr(code) for code in (*range(0x20, 0x250), *range(0x3000, 0x3100), *range(0x4DF0, 0x4E10), *range(0x9F90, 0xA010), 0x20BB7)]
CLASSES = [
    "[一-龥]",
    "[^一-龥々ァ-ヶーA-Za-z0-9]",
    r"[一-龥\s\d]",
    "[、。が]",
    "[^、。はがを]",
    "[0-9一二三四五六七八九十百千万]",
    "[A-Za-z_]",
    "(?i:[a-zé一-龥])",
    "[\U00020000-\U0002ffff一-龥]",
    "(?:一|二|三|[四-龥])",
]


@pytest.mark.parametrize("pattern", CLASSES)
def test_a_class_matches_the_same_characters(pattern: str, monkeypatch: pytest.MonkeyPatch) -> None:
    before = [found for found in CHARACTERS if re.fullmatch(pattern, found)]
    monkeypatch.setattr(compiler, "_optimize_charset", compiler._optimize_charset)
    compile_quickly()
    re.purge()
    assert before == [found for found in CHARACTERS if re.fullmatch(pattern, found)]
    assert before


def test_no_table_is_made_of_a_wide_range_or_a_few_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    tabled: list[Any] = []

    def table(parts: Any, *casing: Any) -> Any:
        tabled.append(parts)
        return parts, False

    monkeypatch.setattr(compiler, "_optimize_charset", table)
    compile_quickly()
    compiler.compile("[ぁ-んァ-ヶー一-龥々A-Za-z0-9]+[、。]")
    assert tabled == []
    compiler.compile("[一二三四五六七八九十]")
    assert tabled


def test_a_python_without_such_tables_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(compiler, "_optimize_charset")
    compile_quickly()
    assert not hasattr(compiler, "_optimize_charset")
