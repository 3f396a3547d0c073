"""Rules as data: TOML tables of code → rule, each with its reason and examples.

A pattern that says alone what a wording means is a rule. One that is asked at a place (from an offset on, by its groups, beside
another pattern) stays where it is asked; its docstring begins with an example in 「」, which the tests hold it to.

A long pattern stands on several lines between `'''`: what a line begins with, blanks, and the break before it are no part of it.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from analyzer.schema import Lang

_PATTERNS = frozenset({"pattern", "unless", "answered", "exempt", "instead", "body", "elsewhere"})


@cache
def load_rules(name: str) -> dict[str, dict[str, Any]]:
    """The tables of `rules/<name>.toml` in file order, each pattern in one line."""
    with files(__package__).joinpath(f"{name}.toml").open("rb") as file:
        return {code: _in_one_line(rule) for code, rule in tomllib.load(file).items()}


def _in_one_line(value: Any, name: str = "") -> Any:
    if isinstance(value, dict):
        return {part: _in_one_line(inner, part) for part, inner in value.items()}
    if isinstance(value, list):
        return [_in_one_line(inner, name) for inner in value]
    return "".join(line.lstrip(" ") for line in value.split("\n")) if name in _PATTERNS and isinstance(value, str) else value


def in_both(rule: Mapping[str, Any], part: str, otherwise: str = "") -> dict[Lang, str]:
    """A part of a rule in both languages, or the part that stands in `otherwise`; the English of a name is `en`."""
    told = part if part in rule else otherwise
    return {Lang.JA: rule[told], Lang.EN: rule["en" if told == "name" else f"{told}_en"]}
