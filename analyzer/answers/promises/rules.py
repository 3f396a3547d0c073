"""What the wording rules of promises (`rules/promises.toml`) decide."""

import re

from analyzer.rules import slots


def first_hit(slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    """What the first rule of the slot that hits decides, and where; `LookupError` where no rule has the slot."""
    return slots.first_hit("promises", slot, wording)
