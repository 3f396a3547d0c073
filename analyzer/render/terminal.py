"""A report as plain text for 80 columns."""

from collections.abc import Iterator

from rich.text import Text

from analyzer.interface import cut, one_line, word
from analyzer.render.gains import effects, whole_reach
from analyzer.render.layout import WIDTH, folded, in_a_column, printed, rows, section
from analyzer.render.sections import BETWEEN, MARKS, SEMICOLON, STYLES, delays_section, legend, moment, questions_section, warnings_section
from analyzer.render.words import bar, numbers, reasons_in_short
from analyzer.report import Addition, AxisReading, Report, UnitReport
from analyzer.schema import Axis, ChecklistStatus, DueSense, Label, Lang

_BAR = 20
_LONGEST_SENTENCE = 400
"""A table pasted without line breaks would fill the screen; the page shows all of it."""
_AGAINST = frozenset({Label.DEFLECTION, Label.MINIMIZATION, Label.MEASURE_VAGUE})


def render(report: Report, *, color: bool = False) -> str:
    """The whole report; without `color` no escape sequence is written."""
    return printed(_parts(report), color=color)


def _parts(report: Report) -> Iterator[Text]:
    lang = report.lang
    yield from folded(Text(one_line(report.title or word("untitled", lang)), style="bold"), WIDTH)
    yield from folded(Text(BETWEEN.join(_circumstances(report))), WIDTH, BETWEEN)
    yield Text()
    yield _axes(report)
    yield from warnings_section(report.warnings, lang)
    if report.findings:
        yield from section("findings", lang, rows(_findings(report)))
    if any(unit.labels for unit in report.units):
        yield from section("sentences", lang, rows(_sentences(report), justify="right"))
    if report.timeline:
        yield from section("timeline", lang, rows(_timeline(report)))
    yield from delays_section(report.delays, lang)
    if report.promises:
        yield from section("promises", lang, rows(_promises(report), justify="right"))
    if report.blame:
        shown = (f"{blame.owner.name_in(lang)} {blame.share:.0%} [{numbers(blame.units)}]" for blame in report.blame)
        yield from section("blame", lang, *folded(Text(BETWEEN.join(shown)), WIDTH, BETWEEN))
    if report.checklist:
        yield from section("missing", lang, rows(_checklist(report), after=word("comma", lang)))
    yield from questions_section(report.questions, lang)
    yield from _additions(report)
    yield Text()
    yield from legend(lang, "marks", next((finding.code for finding in report.findings), "FND01"))
    model = f"{word('model', lang)} {report.tool.model} {report.tool.model_sha256[:12]} ・ analyzer {report.tool.version}"
    yield from folded(Text(one_line(model), style="dim"), WIDTH)


def _circumstances(report: Report) -> Iterator[str]:
    lang = report.lang
    if report.published:
        yield f"{word('published', lang)} {one_line(report.published)}"
    yield f"{word('title_framing', lang)}: {report.title_framing.name_in(lang)}"
    yield f"{word('detected_by', lang)}: {report.detected_by.name_in(lang)}"
    yield f"{word('report_stage', lang)}: {report.report_stage.name_in(lang)}"


def _axes(report: Report) -> Text:
    lang = report.lang
    lines: list[Text] = []
    for axis, reading in report.axes.items():
        level = f"{word('level', lang)} {reading.level}/4" if reading.decided else word("undecided", lang)
        lines.append(_axis_line(axis, reading, level, lang))
        for mark, names in reasons_in_short(reading, lang).items():
            if names:
                lines.append(rows([(f"  {word(mark, lang)}", Text(SEMICOLON[lang].join(names)))], after=SEMICOLON[lang]))
    return Text("\n").join(lines)


def _axis_line(axis: Axis, reading: AxisReading, level: str, lang: Lang) -> Text:
    """Where the score lies nearer to another level than the likeliest one, the two likeliest are shown, else it looks like an error."""
    name = Text(axis.name_in(lang), style="bold")
    name.pad_right(max(0, 16 - name.cell_len))
    shown = name + Text(bar(reading.score, _BAR)) + Text(f"  {level}  {reading.score:.1f}")
    if abs(reading.score / 25 - reading.level) > 0.5 and reading.decided:
        first, second = sorted(enumerate(reading.probabilities), key=lambda level: -level[1])[:2]
        shown.append(word("likeliest", lang, first=first[0], p=f"{first[1]:.0%}", second=second[0], q=f"{second[1]:.0%}"), style="dim")
    return shown


def _findings(report: Report) -> Iterator[tuple[str, Text]]:
    for finding in report.findings:
        place = f" [{finding.unit + 1}]" if finding.unit is not None else ""
        shown = Text(one_line(finding.message) + place, style=STYLES[finding.severity])
        yield MARKS[finding.severity], shown.append(f" {finding.code}", style="dim")


def _sentences(report: Report) -> Iterator[tuple[str, Text]]:
    omitted = 0
    for unit in report.units:
        if not unit.labels:
            omitted += 1
            continue
        shown = Text(cut(one_line(unit.text), _LONGEST_SENTENCE))
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


def _timeline(report: Report) -> Iterator[tuple[str, Text]]:
    lang = report.lang
    names = in_a_column(["・".join(kind.name_in(lang) for kind in event.kinds) for event in report.course])
    for event, name in zip(report.course, names, strict=True):
        at = moment(event.at, lang, approximate=event.approximate)
        yield at, Text(f"{name} {one_line(event.text)} [{event.unit + 1}]")


def _promises(report: Report) -> Iterator[tuple[str, Text]]:
    lang = report.lang
    for promise in report.promises:
        slots = [promise.kind.name_in(lang), promise.strength.name_in(lang), promise.status.name_in(lang)]
        sense = promise.due_sense or DueSense.LIMIT
        for name, value in ((word("owner", lang), promise.owner), (sense.name_in(lang), promise.due_shown)):
            slots.append(f"{name}: {value or word('absent', lang)}")
        yield f"{promise.unit + 1}", Text(one_line(f"{promise.act or promise.text} 〔{' ・ '.join(slots)}〕"))
    if report.empty_promise_rate is not None:
        yield "", Text(word("share_of_empty_promises", lang, rate=f"{report.empty_promise_rate:.0%}", count=len(report.promises)))


def _checklist(report: Report) -> Iterator[tuple[str, Text]]:
    lang = report.lang
    shown = (("absent", ChecklistStatus.MISSING), ("partly", ChecklistStatus.PARTLY), ("stated", ChecklistStatus.STATED))
    left_out = sum(item.status == ChecklistStatus.NOT_APPLICABLE for item in report.checklist)
    if 2 * left_out >= len(report.checklist):
        yield "", Text(word("mostly_inapplicable", lang, count=left_out, all=len(report.checklist)))
    elif all(item.status in (ChecklistStatus.STATED, ChecklistStatus.NOT_APPLICABLE) for item in report.checklist):
        yield "", Text(word("complete", lang))
    for name, status in shown:
        items = [one_line(item.name) for item in report.checklist if item.status == status]
        if items:
            yield word(name, lang), Text(word("comma", lang).join(items), style="dim" if status == ChecklistStatus.STATED else "")


def _additions(report: Report) -> Iterator[Text]:
    lang = report.lang
    if report.additions is None:
        return
    if not report.additions.each:
        yield from section("additions", lang, Text(word("no_additions", lang)))
        return
    shown = [row for number, addition in enumerate(report.additions.each, start=1) for row in _addition(number, addition, report)]
    whole = BETWEEN.join(whole_reach(report.additions, report))
    yield from section("additions", lang, rows([*shown, ("", Text(f"{word('with_all', lang)}: {whole}", style="bold"))]))
    yield from folded(Text(word("additions_hint", lang), style="dim"), WIDTH)


def _addition(number: int, addition: Addition, report: Report) -> Iterator[tuple[str, Text]]:
    yield f"{number}.", Text(one_line(addition.text), style="bold").append(f" {addition.code}", style="not bold dim")
    yield "", Text(one_line(f"{word('example', report.lang)} {addition.example}"))
    yield "", Text(f"→ {BETWEEN.join(effects(addition, report))}", style="green")
