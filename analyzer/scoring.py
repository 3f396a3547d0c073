"""One statement → its Report, or a stream of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from analyzer.answers.blame.shares import blame
from analyzer.answers.gaps.case import Case
from analyzer.answers.gaps.checklist import checklist
from analyzer.answers.gaps.findings import findings
from analyzer.answers.gaps.questions.questions import questions
from analyzer.answers.gaps.reasons import in_agreement
from analyzer.answers.gaps.unjudged import left_open
from analyzer.answers.judges import Judges
from analyzer.answers.promises.ledger import empty_promise_rate, promises
from analyzer.answers.promises.sure_promises import with_sure_promises
from analyzer.answers.timeline.course import day_of, elapsed, events_of, steps
from analyzer.answers.timeline.datelines import published_on
from analyzer.arrays import Floats
from analyzer.distribution import version
from analyzer.judging import model as model_folder
from analyzer.judging.circumstances import read_circumstances
from analyzer.judging.doubts import doubts, is_announcement, message, undecided
from analyzer.judging.labeller import BLAMING, PROMISING, either_of
from analyzer.judging.model import Model
from analyzer.language import pipeline as language
from analyzer.language.features import DocumentReading, read_documents
from analyzer.reading.day import day_in_cell, not_a_day
from analyzer.reading.source import statement_from
from analyzer.report import Report, Tool, UnitReport
from analyzer.schema import Lang
from analyzer.statement import Statement


class Scorer:
    """A loaded model that reads statements; the same statement gives the same report."""

    def __init__(self, model: Model, *, lang: Lang = Lang.JA) -> None:
        self.model = model
        self.lang = lang
        self.tool = Tool(version(), model.name, model.sha256)
        self._warnings = tuple(
            message("WRN10", lang, package=package, trained=trained, running=running)
            for package, trained, running in model.version_warnings(language.versions())
        )

    def score(self, text: str, title: str | None = None, published: date | str | None = None) -> Report:
        """Read one statement; raises `UnreadableError` where it is blank, too long or not Japanese.

        `published` is a day, a moment of it (a data frame's `Timestamp`; its NaN and NaT are no day), or one as it is written
        (「2024-11-22」, 「令和6年11月22日」); `UsageError` where it is none.
        Without `title`, the first line is taken for it where it plainly is one; `title=""` says that there is none.
        """
        statement, notes = statement_from(text, "text", title=title, published=_day(published))
        warnings = tuple(note.text_in(self.lang) for note in notes)
        return self.read(statement, warnings)

    def read(self, statement: Statement, warnings: tuple[str, ...] = ()) -> Report:
        """Read a statement as it is; `warnings` are put first in the report."""
        return next(self.stream([statement], warnings))

    def stream(self, statements: Iterable[Statement], warnings: tuple[str, ...] = ()) -> Iterator[Report]:
        """Read many statements lazily, in order, each as it is: `score` alone checks a text and looks for its title and its day.

        >>> [report.id for report in load().stream([Statement("名簿を紛失しました。", title="名簿の紛失", id="a")])]
        ['a']
        """
        for document in read_documents(statements):
            yield self.report(document, self.model.labeller.probabilities(document), warnings)

    def report(self, document: DocumentReading, probabilities: Floats, warnings: tuple[str, ...] = ()) -> Report:
        """What a parsed statement comes to where its units have these probabilities of labels and signals, shape (units, columns)."""
        model, lang, statement = self.model, self.lang, document.statement
        labels = model.labeller.assigned(probabilities)
        axes = left_open(model.rubric.read(document, probabilities, model.labeller.thresholds, lang), document)
        facts = read_circumstances(document, probabilities, model.choices)
        judges = Judges.of(model.details, document, probabilities)
        published = published_on(document)
        told = steps(document, labels, published)
        events = events_of(told, judges.kinds)
        promising = with_sure_promises(document, either_of(PROMISING, labels, probabilities))
        promised = promises(document, promising, day_of(document, events), judges.strengths)
        case = Case.of(document, promising, facts, events, promised)
        case = replace(case, items=checklist(case, lang))
        announced = is_announcement(document, probabilities)
        remarks = findings(case, lang) if announced else ()
        undated = undecided(events, lang) if published is None else ()
        spans = [document.original_span(unit.span) for unit in document.units]
        return Report(
            tool=self.tool,
            lang=lang,
            id=statement.id,
            title=statement.title,
            published=published.isoformat() if published else None,
            text=statement.text,
            text_start=statement.start,
            axes=in_agreement(axes, case, remarks, lang),
            units=tuple(
                UnitReport(index, start, end, statement.text[start:end], given)
                for index, ((start, end), given) in enumerate(zip(spans, labels, strict=True))
            ),
            detected_by=facts.detected_by,
            report_stage=facts.report_stage,
            title_framing=facts.title_framing,
            circumstances=facts.evidence,
            timeline=events,
            delays=elapsed(document, labels, told, events),
            promises=promised,
            empty_promise_rate=empty_promise_rate(promised),
            blame=blame(document, either_of(BLAMING, labels, probabilities), judges.owners),
            checklist=tuple(case.items),
            findings=remarks,
            questions=questions(case, remarks, lang) if announced else (),
            is_announcement=announced,
            warnings=(*warnings, *self._warnings, *undated, *doubts(document, probabilities, axes, lang, announced=announced)),
        )


def _day(given: date | str | None) -> date | None:
    try:
        return day_in_cell(given)
    except ValueError as error:
        raise not_a_day(str(given), "published") from error


def load(model: Path | str | None = None, *, lang: Lang | str = Lang.JA) -> Scorer:
    """A scorer with the model in a folder, by default the shipped one."""
    return Scorer(model_folder.load(Path(model) if model is not None else None), lang=Lang(lang))
