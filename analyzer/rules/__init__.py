"""Rules as data: TOML tables of code → rule, each with its reason and examples."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def load_rules(name: str) -> dict[str, dict[str, Any]]:
    """The tables of `rules/<name>.toml` in file order."""
    with files(__package__).joinpath(f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


def rules_of_slot(table: str, slot: str) -> dict[str, dict[str, Any]]:
    """The rules of a table that decide one slot; `LookupError` where none does, so that no misspelt slot is silently empty."""
    found = {code: rule for code, rule in load_rules(table).items() if rule["slot"] == slot}
    if not found:
        raise LookupError(f"rules/{table}.toml has no slot {slot!r}")
    return found
