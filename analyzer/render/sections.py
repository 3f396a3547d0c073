"""What the text of a report and that of a dossier have in common: signs, moments, and the sections that both have."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from rich.text import Text

from analyzer.interface import duration, one_line, word
from analyzer.render.layout import WIDTH, folded, rows, section
from analyzer.schema import Lang, Severity

MARKS = {Severity.SERIOUS: "!!", Severity.WARNING: "! ", Severity.INFO: "- "}
STYLES = {Severity.SERIOUS: "bold red", Severity.WARNING: "yellow", Severity.INFO: ""}
BETWEEN = " ・ "
_COURSE = ("occurred", "detected", "contained", "notified", "published", "laid_open", "measures")
"""What the delays lie between, in the order in which it comes as a rule."""
SEMICOLON = {Lang.JA: "、", Lang.EN: "; "}
"""Between names that hold a comma of their own in English: 「measures, dates and verification together」."""


class Asked(Protocol):
    """A question of a report or of a dossier."""

    @property
    def text(self) -> str: ...


def moment(at: str | None, lang: Lang, *, approximate: bool) -> str:
    """A moment in ISO form as a reader is shown it; 「?」 where none is told."""
    shown = (at or "?").replace("T", " ")
    return word("approximate", lang, at=shown) if approximate and at else shown


def warnings_section(warnings: Sequence[str], lang: Lang) -> Iterator[Text]:
    if warnings:
        yield from section("warnings", lang, rows(("*", Text(one_line(text))) for text in warnings))


def questions_section(questions: Sequence[Asked], lang: Lang) -> Iterator[Text]:
    if questions:
        asked = ((f"{number}.", Text(one_line(question.text))) for number, question in enumerate(questions, start=1))
        yield from section("questions", lang, rows(asked, justify="right"))


def legend(lang: Lang, marks: str, code: str) -> Iterator[Text]:
    """What the marks mean, and how a code or a word is asked for."""
    for line in (word(marks, lang), word("explained", lang, code=code)):
        yield from folded(Text(line, style="dim"), WIDTH, BETWEEN)


def delays_shown(delays: Mapping[str, str | None], at_least: Mapping[str, str], lang: Lang) -> Iterator[tuple[str, str]]:
    """The delays known, by name and in order of time, as they are shown; `at_least` are those of which only the least is known."""
    for name, value in in_time(delays):
        if value is not None:
            yield name, duration(value, lang)
        elif name in at_least:
            yield name, f"{word('at_least', lang)}{duration(at_least[name], lang)}"


def in_time(delays: Mapping[str, str | None]) -> list[tuple[str, str | None]]:
    """Delays in the order of what they lie between."""
    return sorted(delays.items(), key=lambda delay: [_COURSE.index(end) for end in delay[0].split("_to_")])


def delays_section(delays: Mapping[str, str | None], lang: Lang, *, at_least: Mapping[str, str] | None = None) -> Iterator[Text]:
    told = [(word(name, lang), Text(shown)) for name, shown in delays_shown(delays, at_least or {}, lang)]
    if told:
        yield from section("delays", lang, rows(told))
