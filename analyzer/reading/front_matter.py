"""What a file says of itself before its text: lines of keys between two lines of `---`, as in Markdown."""

import re
from dataclasses import dataclass
from datetime import date

from analyzer.errors import UnreadableError
from analyzer.reading.day import date_of

_BLOCK = re.compile(r"\A\s*---[ \t]*\r?\n(?P<lines>.*?)\r?\n---[ \t]*(?:\r?\n|\Z)", re.DOTALL)
_KEY = re.compile(r"(?P<key>[^:：\s#][^:：]{0,20}?)\s*[:：]\s*(?P<value>.*)")
_KEYS = {"title": "title", "題名": "title", "件名": "title", "published": "published", "date": "published", "公表日": "published"}
_KEYS |= {"日付": "published", "incident_id": "incident_id", "incident": "incident_id", "id": "id"}
_KEYS |= dict.fromkeys(("organisation", "organization", "組織", "団体名", "公表者"), "organisation")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What the keys say, None where there is none, and the text after them."""

    rest: str
    title: str | None
    published: date | None
    id: str | None
    incident_id: str | None
    organisation: str | None


def front_matter(text: str, place: str) -> FrontMatter | None:
    """The front matter of a text, None where it begins with none that says anything known; a date that is none raises `UnreadableError`.

    >>> front_matter("---\\ntitle: お詫び\\npublished: 2023-04-10\\n---\\n本文", "a.txt").published
    datetime.date(2023, 4, 10)
    """
    found = _BLOCK.match(text)
    if found is None:
        return None
    values: dict[str, str] = {}
    for line in found["lines"].splitlines():
        pair = _KEY.fullmatch(line.strip())
        if pair and (name := _KEYS.get(pair["key"].strip().lower())):
            values[name] = pair["value"].strip().strip("\"'")
    if not values:
        return None
    published = date_of(values["published"]) if "published" in values else None
    if "published" in values and published is None:
        told = f"{place}: published {values['published'][:40]!r} は日付ではありません。2024-11-22 の形にしてください"
        raise UnreadableError(f"{told} / not a date of the form 2024-11-22")
    title, id, incident_id, organisation = (values.get(name) for name in ("title", "id", "incident_id", "organisation"))
    return FrontMatter(text[found.end() :], title, published, id, incident_id, organisation)
