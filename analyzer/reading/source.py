"""One input → `Statement`: its bytes, its title where the first lines plainly hold one, its date of publication."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from analyzer.errors import UsageError, cannot_read
from analyzer.interface import inside_quotes, word
from analyzer.reading.bars import bars_in
from analyzer.reading.broken_off import breaks_off
from analyzer.reading.decode import MAX_BYTES, check_length, decode, has_surrogates, without_surrogates
from analyzer.reading.english import english_in
from analyzer.reading.foot_day import find_foot_date
from analyzer.reading.front_matter import front_matter
from analyzer.reading.furniture import trails_in
from analyzer.reading.head import Line, head_of
from analyzer.reading.head_day import find_date
from analyzer.reading.mail import mail_in
from analyzer.reading.page_day import PageDay
from analyzer.reading.pages import page_marks_in
from analyzer.reading.plausible import check_plausible
from analyzer.reading.quoted import quotation_in
from analyzer.reading.several import next_statement_in, reports_in
from analyzer.reading.title import Heading, find_given_title, find_title
from analyzer.reading.wrapping import breaks_in
from analyzer.schema import Lang
from analyzer.statement import Statement

STDIN = "-"
TABLES = frozenset({".jsonl", ".csv", ".parquet"})
"""Suffixes of tables of many statements, which `analyzer batch` reads."""


class NoteCode(StrEnum):
    BROKEN_OFF = "broken_off"
    TITLE_TAKEN = "title_taken"
    PUBLISHED_TAKEN = "published_taken"
    SEVERAL_REPORTS = "several_reports"
    OTHER_STATEMENT = "other_statement"
    EARLIER_QUOTED = "earlier_quoted"
    BARS_LEFT_OUT = "bars_left_out"
    ENGLISH_LEFT_OUT = "english_left_out"
    PAGE_MARKS_LEFT_OUT = "page_marks_left_out"
    LINES_JOINED = "lines_joined"
    CHARACTERS_REPLACED = "characters_replaced"
    DUPLICATE_ID = "duplicate_id"
    FILES_LEFT_OUT = "files_left_out"


@dataclass(frozen=True, slots=True)
class Note:
    """Something the reader decided and the user may overrule; `source` is where from, if it can be from several places."""

    code: NoteCode
    slots: Mapping[str, object] = field(default_factory=dict)
    source: str = ""

    def text_in(self, lang: Lang) -> str:
        return word("_".join(filter(None, ("note", self.code, self.source))), lang, **self.slots)


def read_statement(
    source: str | Path, stdin: bytes = b"", *, title: str | None = None, published: date | None = None
) -> tuple[Statement, tuple[Note, ...]]:
    """Statement in a file, or in `stdin` where `source` is `-`; raises `UnreadableError` where there is none."""
    if str(source) == STDIN:
        return statement_in(stdin, "stdin", title=title, published=published)
    if not str(source):
        raise UsageError("ファイルの名前が空です。公表文のファイルを指定してください / the file name is empty; name a file")
    path = Path(source)
    if path.suffix.lower() in TABLES:
        raise UsageError(f"{path}: 表は analyzer batch で読みます / a table of statements; use `analyzer batch`")
    return statement_in(read_bytes(path, MAX_BYTES), str(path), title=title, published=published)


def statement_in(
    data: bytes, place: str, *, title: str | None = None, published: date | None = None, id: str | None = None
) -> tuple[Statement, tuple[Note, ...]]:
    """Statement in the bytes of a text or of a mail, as `statement_from` reads it."""
    mail = mail_in(data, place)
    if mail is None:
        return statement_from(decode(data, place), place, title=title, published=published, id=id)
    notes: list[Note] = []
    if published is None and mail.published:
        published = mail.published
        notes.append(Note(NoteCode.PUBLISHED_TAKEN, {"published": published}, "mail"))
    if title is None and mail.title:
        title = mail.title
        notes.append(Note(NoteCode.TITLE_TAKEN, {"title": inside_quotes(title)}, "mail"))
    statement, more = statement_from(mail.text, place, title=title, published=published, id=id)
    return replace(statement, start=None), (*notes, *more)


def statement_from(
    text: str, place: str, *, title: str | None = None, published: date | None = None, id: str | None = None
) -> tuple[Statement, tuple[Note, ...]]:
    """Statement in `text`; a title or date given is final (`title=""`: it has none), one not given is looked for: in the front
    matter first, then in the lines at the head.

    A title on the first line, found or given, is taken out of the text, which does not repeat it (annotation guideline §5);
    one that stands deeper stays in it. Breaks in the middle of a sentence, marks of pages and the way to them, lines in English, an
    earlier report quoted and bars of tables are read over (`left_out`).

    >>> statement, notes = statement_from("流出に関するお詫び\\n\\nお名前が流出しました。", "a.txt")
    >>> statement.title, statement.text, notes[0].code.value
    ('流出に関するお詫び', 'お名前が流出しました。', 'title_taken')
    """
    check_length(text, place)
    given = len(text)
    text, notes = _without_halves(text)
    incident_id = organisation = None
    if (told := front_matter(text, place)) is not None:
        text, id, incident_id, organisation = told.rest, told.id or id, told.incident_id, told.organisation
        title, published = told.title if title is None else title, published or told.published
    check_plausible(text, place)
    title = None if title is None else without_surrogates(title)  # a terminal's broken bytes arrive as such
    marks, english = page_marks_in(text), english_in(text)
    # What stands on every page, or in English, hides the title from view, unless it holds it.
    over, foreign = sorted({*marks, *english}), english
    heads = [head_of(text, over), head_of(text)] if over else [head_of(text)]
    titled = (find_title(lines) if title is None else find_given_title(lines, title) for lines in heads)
    heading = next(filter(None, titled), None)
    updated = False
    if published is None and (dated := _day_borne(text, heads, heading)) is not None:
        bears, number = dated
        published, updated = bears.day, bears.updated
        notes.append(Note(NoteCode.PUBLISHED_TAKEN, {"line": number, "published": published}, "updated" if updated else "line"))
    if heading is not None:
        if title is None:
            title = heading.title
            notes.append(Note(NoteCode.TITLE_TAKEN, {"line": heading.number, "title": inside_quotes(title)}, "line"))
        if heading.is_first:
            text = text[heading.body :]
            over, foreign = (
                [(start - heading.body, end - heading.body) for start, end in spans if start >= heading.body] for spans in (over, english)
            )
    unjudged = list(foreign)
    if quotation := quotation_in(text, title):
        notes.append(Note(NoteCode.EARLIER_QUOTED, {"heading": inside_quotes(quotation[0])}))
        unjudged.append(quotation[1])
    elif reports := reports_in(text):
        notes.append(Note(NoteCode.SEVERAL_REPORTS, {"reports": "・".join(reports), "count": len(reports)}))
    elif below := next_statement_in(text):
        notes.append(Note(NoteCode.OTHER_STATEMENT, {"line": below[0], "title": inside_quotes(below[1])}))
    trails = trails_in(text)
    over = sorted({*over, *unjudged, *trails})
    breaks, bars = breaks_in(text, over), bars_in(text)
    left_out = tuple(sorted([*over, *breaks, *bars]))
    statement = Statement(
        text, title or None, published, id, incident_id, left_out, tuple(unjudged), given - len(text), organisation, updated
    )
    if breaks_off(text):
        notes.insert(0, Note(NoteCode.BROKEN_OFF))  # what is missing may stand in the rest
    return statement, (*notes, *_left_out_notes(len(marks) + len(trails), len(english), len(breaks), len(bars)))


def _day_borne(text: str, heads: Sequence[Sequence[Line]], heading: Heading | None) -> tuple[PageDay, int] | None:
    """The day that the head bears, with or without what stands on every page, or else the foot; and the number of its line."""
    return next(filter(None, (find_date(lines, heading) for lines in heads)), None) or find_foot_date(text)


def _without_halves(text: str) -> tuple[str, list[Note]]:
    """The text without halves of surrogates, and a note where there are any."""
    if not has_surrogates(text):
        return text, []
    return without_surrogates(text), [Note(NoteCode.CHARACTERS_REPLACED)]


def _left_out_notes(marks: int, english: int, breaks: int, bars: int) -> list[Note]:
    """Notes on what pasting left that tells nothing, or nothing in Japanese, where there is any."""
    counted = (
        (NoteCode.PAGE_MARKS_LEFT_OUT, marks),
        (NoteCode.ENGLISH_LEFT_OUT, english),
        (NoteCode.LINES_JOINED, breaks),
        (NoteCode.BARS_LEFT_OUT, bars),
    )
    return [Note(code, {"count": count, "s": "" if count == 1 else "s"}) for code, count in counted if count]


def read_bytes(path: Path, limit: int) -> bytes:
    """At most `limit` + 1 bytes of a file; pipes are read too, so no size is asked for beforehand."""
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        raise cannot_read(path, error) from error
