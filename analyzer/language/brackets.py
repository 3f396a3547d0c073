"""Brackets, which a note stands in."""


def in_brackets(wording: str, at: int, since: int = 0) -> bool:
    """Whether a bracket that opens from `since` on is open at a place; the one that closes a number opened nowhere.

    >>> in_brackets("1)研修(本社は済み", 8), in_brackets("1)研修(済み)は", 9)
    (True, False)
    """
    depth = 0
    for mark in wording[since:at]:
        depth = depth + 1 if mark == "(" else max(0, depth - 1) if mark == ")" else depth
    return depth > 0
