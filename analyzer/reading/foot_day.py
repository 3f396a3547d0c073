"""The day of publication that the foot of a text bears, as letters and posts do: 「株式会社青嵐　2024年5月1日」."""

from analyzer.language.officers import OFFICER
from analyzer.reading.head import borne_by
from analyzer.reading.names import heads_letter, is_name
from analyzer.reading.page_day import PageDay

_FOOT_LINES = 4
"""Lines that show at the end of a text among which who signs and the day stand."""


def find_foot_date(text: str) -> tuple[PageDay, int] | None:
    """The one day that is all of a line at the end of a text, or all but who signs, and the number of that line.

    It is the last line, or who signs stands beside it; where several lines are days, they are a list of other news.

    >>> find_foot_date("名簿を紛失しました。\\n\\n2024年5月1日\\n株式会社青嵐")
    (PageDay(day=datetime.date(2024, 5, 1), rest='', updated=False), 3)
    >>> find_foot_date("名簿を紛失しました。\\n2024年5月1日\\n名簿は戻りました。")
    """
    rows = [(number, raw.strip()) for number, raw in enumerate(text.splitlines(), 1) if raw.strip()]
    foot = rows[1:][-_FOOT_LINES:]
    days = [(place, bears) for place, (_, raw) in enumerate(foot) if (bears := borne_by(raw)) is not None]
    if len(days) != 1 or days[0][1].rest:
        return None
    place, bears = days[0]
    beside = [raw for _, raw in (*foot[max(0, place - 1) : place], *foot[place + 1 :])]
    signed = any(is_name(raw) or heads_letter(raw) or any(map(OFFICER.match, raw.split())) for raw in beside)
    return (bears, foot[place][0]) if signed or place == len(foot) - 1 else None
