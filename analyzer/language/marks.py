"""The signs that stand at the beginning of a list line."""

BULLETS = r"・･●○◯◎■□◆◇▼▽▲△★☆※*\-"
"""Inside a character class."""
