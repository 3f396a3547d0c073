"""What the wording rules of promises (`rules/promises.toml`) decide."""

import re

from analyzer.rules.slots import first_hit


def hit(slot: str, wording: str) -> tuple[str, re.Match[str]] | None:
    """What the first rule of the slot that hits decides, and where; `LookupError` where no rule has the slot."""
    return first_hit("promises", slot, wording)
