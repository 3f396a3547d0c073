"""Who looks into the matter: an authority or another body outside, or a body of the organisation's own."""

from analyzer.language.units import Span
from analyzer.rules.slots import TRAITS


def authority_inquires(wording: str) -> bool:
    """Whether somebody outside is said to inquire.

    >>> authority_inquires("原因は消防により調査中です。"), authority_inquires("原因は現在調査中です。")
    (True, False)
    """
    return TRAITS.says("authority_inquires", wording)


def body_inquiring(wording: str) -> Span | None:
    """Where a body of the organisation's own that inquires is named.

    >>> body_inquiring("特別調査委員会を設置しました。"), body_inquiring("社内で調査しております。")
    ((0, 7), None)
    """
    found = TRAITS.found("body_inquires", wording)
    return found.span("name" if found["name"] else "part") if found else None
