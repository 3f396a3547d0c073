"""A report as plain text for 80 columns."""

import io
from collections.abc import Iterator

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from analyzer.render.words import bar, duration, one_line, strengths_and_gaps, word
from analyzer.report import Report, UnitReport
from analyzer.schema import Axis, ChecklistStatus, Label, Lang, Severity

WIDTH = 80
_BAR = 20
_MARKS = {Severity.SERIOUS: "!!", Severity.WARNING: "! ", Severity.INFO: "- "}
_STYLES = {Severity.SERIOUS: "bold red", Severity.WARNING: "yellow", Severity.INFO: ""}
_AGAINST = frozenset({Label.DEFLECTION, Label.MINIMIZATION, Label.MEASURE_VAGUE})


def render(report: Report, *, color: bool = False) -> str:
    """The whole report; without `color` no escape sequence is written."""
    buffer = io.StringIO()
    console = Console(
        file=buffer,
        width=WIDTH,
        force_terminal=color,
        color_system="standard" if color else None,
        highlight=False,
        emoji=False,
        markup=False,
        legacy_windows=False,
    )
    for part in _parts(report):
        console.print(part)
    return "".join(line.rstrip() + "\n" for line in buffer.getvalue().splitlines())


def _parts(report: Report) -> Iterator[RenderableType]:
    lang = report.lang
    yield Text(one_line(report.title or word("untitled", lang)), style="bold")
    yield Text(" ・ ".join(_circumstances(report)))
    yield ""
    yield _axes(report)
    if report.warnings:
        yield from _section(word("warnings", lang), _rows((("*", Text(one_line(text))) for text in report.warnings), 2))
    if report.findings:
        rows = ((_MARKS[finding.severity], Text(_placed(finding.message, finding.unit, lang), style=_STYLES[finding.severity])) for finding in report.findings)
        yield from _section(word("findings", lang), _rows(rows, 2))
    yield from _section(word("sentences", lang), _rows(_sentences(report), 3))
    if report.timeline:
        rows = ((event.at or "?", Text(f"{event.event.name_in(lang)}  {one_line(event.text)} [{event.unit + 1}]")) for event in report.timeline)
        yield from _section(word("timeline", lang), _rows(rows, 16))
    told = [(name, value) for name, value in report.delays.items() if value is not None]
    if told:
        yield from _section(word("delays", lang), _rows(((word(name, lang), Text(duration(value, lang))) for name, value in told), 22))
    if report.promises:
        yield from _section(word("promises", lang), _rows(_promises(report), 3))
    if report.blame:
        shown = " ・ ".join(f"{blame.owner.name_in(lang)} {blame.share:.0%} [{_numbers(blame.units)}]" for blame in report.blame)
        yield from _section(word("blame", lang), Text(shown))
    yield from _section(word("missing", lang), _checklist(report))
    if report.questions:
        rows = ((f"{number}.", Text(one_line(question.text))) for number, question in enumerate(report.questions, start=1))
        yield from _section(word("questions", lang), _rows(rows, 2))
    yield ""
    yield Text(f"{word('model', lang)} {report.tool.model} {report.tool.model_sha256[:12]} ・ analyzer {report.tool.version}", style="dim")


def _section(heading: str, body: RenderableType) -> Iterator[RenderableType]:
    yield ""
    yield Text(f"■ {heading}", style="bold")
    yield body


def _circumstances(report: Report) -> Iterator[str]:
    lang = report.lang
    if report.published:
        yield f"{word('published', lang)} {report.published}"
    yield f"{word('title_framing', lang)}: {report.title_framing.name_in(lang)}"
    yield f"{word('detected_by', lang)}: {report.detected_by.name_in(lang)}"
    yield f"{word('report_stage', lang)}: {report.report_stage.name_in(lang)}"


def _axes(report: Report) -> Table:
    lang = report.lang
    details = Table.grid(padding=(0, 1))
    details.add_column(width=78)
    for axis, reading in report.axes.items():
        level = f"{word('level', lang)} {reading.level}/4" if reading.decided else word("undecided", lang)
        details.add_row(_axis_line(axis, reading.score, level, lang))
        good, bad = strengths_and_gaps(axis, reading, lang)
        comma = "、" if lang == Lang.JA else ", "
        for mark, names in (("met", good), ("unmet", bad)):
            if names:
                details.add_row(Text(f"  {word(mark, lang)} {comma.join(names)}"))
    return details


def _axis_line(axis: Axis, score: float, level: str, lang: Lang) -> Text:
    name = Text(axis.name_in(lang), style="bold")
    name.pad_right(max(0, 16 - name.cell_len))
    return name + Text(bar(score, _BAR)) + Text(f"  {level}  {score:.1f}")


def _sentences(report: Report) -> Iterator[tuple[str, Text]]:
    omitted = 0
    for unit in report.units:
        if not unit.labels:
            omitted += 1
            continue
        shown = Text(one_line(unit.text))
        shown.append(" ")
        shown.append_text(_labels(unit, report.lang))
        yield f"{unit.index + 1}", shown
    if omitted:
        yield "", Text(word("omitted", report.lang, count=omitted), style="dim")


def _labels(unit: UnitReport, lang: Lang) -> Text:
    tags = Text("〔")
    for at, label in enumerate(unit.labels):
        tags.append("・" if at else "")
        tags.append(label.name_in(lang), style="red" if label in _AGAINST else "cyan")
    return tags.append("〕")


def _promises(report: Report) -> Iterator[tuple[str, Text]]:
    lang = report.lang
    for promise in report.promises:
        slots = [promise.kind.name_in(lang), promise.strength.name_in(lang), promise.status.name_in(lang)]
        slots += [f"{word(name, lang)}: {value or word('absent', lang)}" for name, value in (("owner", promise.owner), ("due", promise.due))]
        yield f"{promise.unit + 1}", Text(f"{one_line(promise.act or promise.text)} 〔{' ・ '.join(slots)}〕")
    if report.empty_promise_rate is not None:
        yield "", Text(word("empty_promise_rate", lang, rate=f"{report.empty_promise_rate:.0%}", count=len(report.promises)))


def _checklist(report: Report) -> RenderableType:
    lang = report.lang
    lines: list[tuple[str, Text]] = []
    comma = "、" if lang == Lang.JA else ", "
    for name, status in (("absent", ChecklistStatus.MISSING), ("partly", ChecklistStatus.PARTLY), ("stated", ChecklistStatus.STATED)):
        items = [item.name for item in report.checklist if item.status == status]
        if items:
            lines.append((word(name, lang), Text(comma.join(items), style="" if name != "stated" else "dim")))
    return _rows(lines, 7)


def _rows(rows: "Iterator[tuple[str, Text]] | list[tuple[str, Text]]", width: int) -> Table:
    table = Table.grid(padding=(0, 1))
    table.add_column(width=width, no_wrap=True, justify="right")
    table.add_column(width=WIDTH - width - 3, overflow="fold")
    for left, right in rows:
        table.add_row(left, right)
    return table


def _placed(message: str, unit: int | None, lang: Lang) -> str:
    return one_line(message) + (f" [{unit + 1}]" if unit is not None else "")


def _numbers(units: tuple[int, ...]) -> str:
    return ",".join(str(unit + 1) for unit in units)

