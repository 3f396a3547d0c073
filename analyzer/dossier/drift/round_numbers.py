"""Round numbers (「約42万人」) and the exact ones that they stand for."""

import re

from analyzer.dossier.quantities import Count

ABOUT = re.compile(r"(?:約|およそ|おおよそ|ほぼ)\s*$")
_LEAST = 100
"""From which a count is told as a round number."""


def is_round_for(wording: str, count: Count, value: object) -> bool:
    """Whether a count is said to be about so many, and a value differs by less than its last digit that is told.

    「約42万人」 for 419,254; not for 380,000.
    """
    whole = int(count.value)
    about = ABOUT.search(wording[: count.start])
    if not isinstance(value, float) or not about or whole != count.value or whole == value or whole < _LEAST:
        return False
    step = last_digit(whole)
    return abs(whole - value) < step <= whole / 10 and _digits(value) > _digits(whole)


def last_digit(value: float) -> int:
    """What one more of the last digit that is told makes of a value: 10,000 of 420,000."""
    return int(10 ** (len(str(int(value))) - _digits(value)))


def _digits(value: float) -> int:
    """How many digits a value is told with, the zeros at its end aside."""
    return len(str(int(value)).rstrip("0"))
