"""A dossier as plain text for 80 columns: what it comes to first, then the announcements held against one another."""

from collections.abc import Iterable, Iterator, Mapping

from rich.text import Text

from analyzer.dossier.promises.quoting import as_quoted
from analyzer.dossier.report import Announced, Dossier, FollowedPromise, MergedEvent
from analyzer.interface import cut, one_line, word
from analyzer.render.layout import WIDTH, folded, in_a_column, printed, rows, section
from analyzer.render.sections import BETWEEN, MARKS, STYLES, delays_section, legend, moment, questions_section, warnings_section
from analyzer.render.words import outcome_shown
from analyzer.schema import Axis, DriftKind, PromiseKind, PromiseOutcome, PromiseStanding

_OUTCOME_STYLES = {
    PromiseOutcome.DONE: "green",
    PromiseOutcome.REPLACED: "bold red",
    PromiseOutcome.OVERDUE: "bold red",
    PromiseOutcome.REPEATED: "yellow",
    PromiseOutcome.DROPPED: "yellow",
    PromiseOutcome.OPEN: "",
}
_STANDING_STYLES: Mapping[PromiseStanding | None, str] = {
    PromiseStanding.IN_PART: "yellow",
    PromiseStanding.MOVED: "",
    PromiseStanding.PUT_OFF: "yellow",
    PromiseStanding.NOT_BEGUN: "",
    PromiseStanding.JUST_DUE: "",
    PromiseStanding.MADE_CONCRETE: "",
}
_BROKEN_FIRST = (
    PromiseOutcome.OVERDUE,
    PromiseOutcome.REPLACED,
    PromiseOutcome.DROPPED,
    PromiseOutcome.REPEATED,
    PromiseOutcome.OPEN,
    PromiseOutcome.DONE,
)
_LONGEST = 90


def render(dossiers: tuple[Dossier, ...], *, color: bool = False) -> str:
    """All dossiers, one after another; without `color` no escape sequence is written."""
    return printed(_all_parts(dossiers), color=color)


def _all_parts(dossiers: tuple[Dossier, ...]) -> Iterator[Text]:
    for place, dossier in enumerate(dossiers):
        if place:
            yield Text("\n" + "─" * (WIDTH // 2) + "\n")
        yield from _parts(dossier)


def _parts(dossier: Dossier) -> Iterator[Text]:
    lang = dossier.lang
    head = f"{word('dossier', lang)}: {one_line(dossier.name)}{BETWEEN}{word('as_of', lang)} {dossier.as_of}"
    yield from folded(Text(head, style="bold"), WIDTH, BETWEEN)
    yield from folded(Text(grouping_shown(dossier), style="dim"), WIDTH)
    yield from section("announcements", lang, *_announcements(dossier))
    if dossier.findings:
        yield from section("findings", lang, rows(_findings(dossier)))
    yield from questions_section(dossier.questions, lang)
    if dossier.drift:
        yield from section("drift", lang, rows(_drift(dossier)))
    if dossier.promises:
        yield from section("kept", lang, rows(_promises(dossier)))
    yield from section("silence", lang, rows(_silence(dossier)))
    yield from delays_section(dossier.delays, lang, at_least=dossier.delays_at_least)
    yield from section("course", lang, rows(_events(dossier)))
    yield from warnings_section(dossier.warnings, lang)
    yield Text()
    yield from legend(lang, "marks_of_findings", next((finding.code for finding in dossier.findings), "DOS01"))
    yield from folded(Text(word("caution", lang), style="dim"), WIDTH)


def _announcements(dossier: Dossier) -> Iterator[Text]:
    """A line for each: number, day, levels on the three axes, title."""
    lang = dossier.lang
    whole = word("comma", lang).join(
        f"{axis.name_in(lang)} {reading.level if reading.decided else word('undecided', lang)}" for axis, reading in dossier.axes.items()
    )
    for number, announced in enumerate(dossier.statements, start=1):
        title = one_line(announced.title or word("untitled", lang))
        shown = Text(f"{title} {word('noted', lang, told=announced.title_framing.name_in(lang))}")
        yield rows([(f"({number}) {announced.published}  {_levels(announced)}", shown)])
    yield rows([(" " * 4 + word("whole", lang) + ":", Text(whole))])
    yield from folded(Text(_legend(dossier), style="dim"), WIDTH)


def _levels(announced: Announced) -> str:
    return "/".join(str(announced.axes[axis].level) if announced.axes[axis].decided else "?" for axis in Axis)


def _legend(dossier: Dossier) -> str:
    names = "/".join(axis.name_in(dossier.lang) for axis in Axis)
    return f"{names} (0–4). {dossier.axes_basis}"


def grouping_shown(dossier: Dossier) -> str:
    """Why these announcements are one dossier, on one line."""
    grouping, lang = dossier.grouping, dossier.lang
    told = word("in_brackets", lang, told=grouping.by.name_in(lang), more=one_line(grouping.reason))
    return f"{word('grouped_by', lang)}: {told}"


def numbers(dossier: Dossier, ids: Iterable[str]) -> str:
    """Announcements by their numbers, 「(1)(3)」; a statement left out of the dossier has none."""
    order = {announced.id: number for number, announced in enumerate(dossier.statements, start=1)}
    return "".join(f"({order[id]})" for id in ids if id in order)


def _findings(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    for finding in dossier.findings:
        text = f"{one_line(finding.message)} {numbers(dossier, finding.statements)}".rstrip()
        yield MARKS[finding.severity], Text(text, style=STYLES[finding.severity]).append(f" {finding.code}", style="dim")


def _drift(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    lang = dossier.lang
    for drift in dossier.drift:
        shown = Text()
        for place, change in enumerate(drift.changes):
            shown.append(" → " if place else "")
            value = change.value
            if drift.what == DriftKind.TITLE:
                framing = next(each for each in dossier.statements if each.id == change.statement).title_framing.name_in(lang)
                value = f"{value}{word('noted', lang, told=framing)}"
            shown.append(f"{numbers(dossier, (change.statement,))}{_short(value)}")
            if change.acknowledged is not None:
                style = "" if change.acknowledged else "bold red"
                told = word("acknowledged" if change.acknowledged else "silent", lang)
                shown.append(word("remarked", lang, told=told), style=style)
        yield drift.what.name_in(lang), shown


def _promises(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    for promise in sorted(dossier.promises, key=lambda promise: _BROKEN_FIRST.index(promise.outcome)):
        yield outcome_shown(promise, dossier.lang), Text(_promise(dossier, promise), style=_style(promise))


def _style(promise: FollowedPromise) -> str:
    """Words that gave way to a measure are no promise broken, nor is one kept in part, or openly put off, broken like another."""
    return _STANDING_STYLES.get(promise.standing, _OUTCOME_STYLES[promise.outcome])


def _promise(dossier: Dossier, promise: FollowedPromise) -> str:
    lang = dossier.lang
    slots = [promise.aim.name_in(lang)]
    if promise.kind == PromiseKind.VAGUE:
        slots.append(promise.kind.name_in(lang))
    if promise.due:
        slots.append(f"{word('due', lang)}: {promise.due_shown}")
    if promise.late_days:
        slots.append(word("late", lang, days=promise.late_days))
    told = f" {word('inferred', lang)}" if promise.inferred else ""
    if promise.told:
        told = f" {word('told_by', lang, text=_short(as_quoted(promise.told)))}{numbers(dossier, (promise.last_seen,))}"
    return f"{numbers(dossier, (promise.first,))}{_short(as_quoted(promise.text))} {word('noted', lang, told=' ・ '.join(slots))}{told}"


def _silence(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    lang, silence = dossier.lang, dossier.silence
    told = word("silence_told", lang, published=silence.last_published, days=silence.days, as_of=dossier.as_of)
    yield "-", Text(told)
    for line in next_report(dossier):
        yield "-", Text(line)


def next_report(dossier: Dossier) -> Iterator[str]:
    """What is to be said of the next report: one that has not come, one still to come, or that none is promised."""
    lang, silence = dossier.lang, dossier.silence
    if silence.next_report_overdue:
        yield word("next_report_overdue", lang, due=silence.next_report_overdue)
    if silence.next_report_promised:
        yield word("next_report", lang, due=silence.next_report_promised)
    elif not silence.next_report_overdue:
        yield word("no_next_report", lang)


def _events(dossier: Dossier) -> Iterator[tuple[str, Text]]:
    lang = dossier.lang
    names = in_a_column([event.event.name_in(lang) for event in dossier.events])
    above: MergedEvent | None = None
    for event, name in zip(dossier.events, names, strict=True):
        at = moment(event.at, lang, approximate=event.approximate)
        again = above is not None and (event.text, event.statements, event.evaded) == (above.text, above.statements, above.evaded)
        told = (
            word("sentence_above", lang) if again else f"{_short(event.text)} {numbers(dossier, event.statements)}{evaded(dossier, event)}"
        )
        yield at, Text(f"{name} {told}")
        above = event


def evaded(dossier: Dossier, event: MergedEvent) -> str:
    """How the step was told evasively, in brackets; empty where it was not."""
    told = event.evaded
    return word("evaded", dossier.lang, number=numbers(dossier, (told.statement,)), text=_short(told.text)) if told else ""


def _short(text: str) -> str:
    return cut(one_line(text).strip(), _LONGEST)
