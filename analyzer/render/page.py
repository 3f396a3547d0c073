"""A report as one page of HTML: the statement in place, every mark linked to what was made of it."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, partial
from itertools import pairwise

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from analyzer.interface import duration, one_line, word
from analyzer.render.gains import effects, whole_reach
from analyzer.render.sections import in_time, moment
from analyzer.render.words import is_wanted, speaks_for
from analyzer.report import Finding, Report, UnitReport
from analyzer.schema import ChecklistStatus, Label

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u061c\u115f\u1160\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""What a browser draws as nothing, or obeys; ZWJ is left out, since it joins emoji."""
_FAMILIES = {
    "against": (Label.DEFLECTION, Label.MINIMIZATION, Label.MEASURE_VAGUE),
    "own": (Label.ADMISSION, Label.APOLOGY),
    "act": (Label.MEASURE_CONCRETE, Label.RESPONSE, Label.FOLLOWUP, Label.CONTACT),
    "fact": (Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS),
}
"""Colours of the marks; a unit of several takes the first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a unit's text; `quoted` by a finding, with the numbers of the findings that begin and end here."""

    text: str
    quoted: bool
    begins: tuple[int, ...]
    ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A unit in pieces, or the white space between units."""

    unit: UnitReport | None
    pieces: tuple[Piece, ...]


def page(report: Report) -> str:
    """The whole document: no script, nothing fetched."""
    return _render(report, "", whole=True)


def fragment(report: Report) -> str:
    """The same without head and body, for a notebook: its style and anchors touch nothing else on the page."""
    ground = f"{report.tool.model_sha256}\n{report.lang}\n{report.id}\n{report.title}\n{report.text}"
    return _render(report, f"r{hashlib.sha256(ground.encode(errors='replace')).hexdigest()[:8]}-", whole=False)


def visible(text: str) -> Markup:
    """Escaped, its line breaks kept; what cannot be seen is shown by its code point.

    >>> visible("<b>\\u202e")
    Markup('&lt;b&gt;<span class="unseen">U+202E</span>')
    """
    parts: list[Markup] = []
    at = 0
    text = re.sub(r"\r\n?", "\n", text)
    for found in _UNSEEN.finditer(text):
        parts += [Markup.escape(text[at : found.start()]), Markup('<span class="unseen">U+{}</span>').format(f"{ord(found[0]):04X}")]
        at = found.end()
    return Markup("").join([*parts, Markup.escape(text[at:])])


def unbroken(shown: Markup) -> Markup:
    """Options such as `--title` on one line: a browser breaks behind their hyphens."""
    return Markup(re.sub(r"--[a-z]+(?:-[a-z]+)*", r'<span class="option">\g<0></span>', str(shown)))


def passages(report: Report) -> Iterator[Passage]:
    """All of the text, in order: joined, the pieces are the text as read."""
    numbered = [(number, finding) for number, finding in enumerate(report.findings, start=1) if finding.start is not None]
    at = 0
    for unit in report.units:
        if unit.start > at:
            yield Passage(None, (Piece(report.text[at : unit.start], False, (), ()),))
        yield Passage(unit, tuple(_pieces(report.text, unit, numbered)))
        at = unit.end
    if at < len(report.text):
        yield Passage(None, (Piece(report.text[at:], False, (), ()),))


def family(*labels: Label) -> str:
    """The colour of a unit with these labels."""
    return next(name for name, members in _FAMILIES.items() if any(label in members for label in labels))


def _pieces(text: str, unit: UnitReport, numbered: list[tuple[int, Finding]]) -> Iterator[Piece]:
    spans = [(max(unit.start, f.start or 0), min(unit.end, f.end or 0), number) for number, f in numbered]
    spans = [span for span in spans if span[0] < span[1]]
    cuts = sorted({unit.start, unit.end, *(cut for start, end, _ in spans for cut in (start, end))})
    for start, end in pairwise(cuts):
        yield Piece(
            text=text[start:end],
            quoted=any(a <= start and end <= b for a, b, _ in spans),
            begins=tuple(number for a, _, number in spans if a == start),
            ends=tuple(number for _, b, number in spans if b == end),
        )


def _render(report: Report, prefix: str, *, whole: bool) -> str:
    counts = Counter(item.status for item in report.checklist)
    return _environment().get_template("page.html.j2").render(
        report=report,
        lang=report.lang,
        prefix=prefix,
        whole=whole,
        word=partial(word, lang=report.lang),
        passages=list(passages(report)),
        statuses=[(status, counts[status]) for status in _GRAVEST_FIRST if counts[status]],
        checklist=sorted(report.checklist, key=lambda item: _GRAVEST_FIRST.index(item.status)),
    ) + ("\n" if whole else "")


_GRAVEST_FIRST = (ChecklistStatus.MISSING, ChecklistStatus.PARTLY, ChecklistStatus.STATED, ChecklistStatus.NOT_APPLICABLE)


@cache
def _environment() -> Environment:
    environment = new_environment()
    environment.tests |= {"speaks_for": speaks_for, "wanted": is_wanted}
    environment.filters["unbroken"] = unbroken
    environment.globals |= {"duration": duration, "effects": effects, "family": family, "in_time": in_time, "whole_reach": whole_reach}
    return environment


def new_environment() -> Environment:
    """Templates of this folder that escape every value and refuse what is not there."""
    environment = Environment(
        loader=PackageLoader("analyzer", "render"), autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=StrictUndefined
    )
    environment.filters |= {"visible": visible, "one_line": one_line}
    environment.globals["moment"] = moment
    return environment
