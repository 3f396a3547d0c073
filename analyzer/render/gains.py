"""What additions to a statement come to, as the terminal and the page tell it."""

from collections.abc import Collection, Iterator, Mapping

from analyzer.interface import one_line, word
from analyzer.report import Addition, Additions, Reached, Report
from analyzer.schema import Axis


def effects(addition: Addition, report: Report) -> Iterator[str]:
    """What an addition comes to: the axes that rise, the checklist items then stated, the questions then answered."""
    lang = report.lang
    yield from _rises(addition.reaches, report)
    names = {item.code: one_line(item.name) for item in report.checklist}
    if addition.gives:
        yield word("gives", lang, names=word("comma", lang).join(names[code] for code in addition.gives))
    if addition.answers:
        yield word("answers", lang, numbers=_numbers_of(addition.answers, report))


def whole_reach(additions: Additions, report: Report) -> Iterator[str]:
    """What all additions together come to."""
    yield from _rises(additions.reach, report)
    if additions.open_questions:
        yield word("still_asked", report.lang, numbers=_numbers_of(additions.open_questions, report))


def _rises(reached: Mapping[Axis, Reached], report: Report) -> Iterator[str]:
    for axis, after in reached.items():
        before = report.axes[axis]
        yield word(
            "rises",
            report.lang,
            axis=axis.name_in(report.lang),
            before=before.level,
            after=after.level,
            score_before=before.score,
            score_after=after.score,
        )


def _numbers_of(codes: Collection[str], report: Report) -> str:
    return "・".join(str(number) for number, question in enumerate(report.questions, start=1) if question.code in codes)
