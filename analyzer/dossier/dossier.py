"""Announcements of one incident → its dossier: one course of events, what changed, what was promised and kept, what is left open."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.course.merging import MergedStep, find_contradictions, merge_events
from analyzer.dossier.course.moments import delays, least_delays, moments
from analyzer.dossier.drift.contractors import contractor_blamed, hired
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.drift.telling import Course
from analyzer.dossier.findings import findings_and_questions
from analyzer.dossier.gathering.sources import Incident
from analyzer.dossier.promises.keeping import Kept, follow_promises
from analyzer.dossier.promises.promising import promising_units
from analyzer.dossier.promises.quoting import as_quoted
from analyzer.dossier.promises.reporting import is_of_words
from analyzer.dossier.promises.standing import shown_by, standing_of
from analyzer.dossier.remarks.seen import Seen
from analyzer.dossier.report import Announced, Change, Dossier, Drift, Evaded, FollowedPromise, LevelReading, MergedEvent, Silence
from analyzer.dossier.wordings import is_past_due, says
from analyzer.interface import cut, one_line, word
from analyzer.judging.doubts import message
from analyzer.judging.model import Detail
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import AxisReading, Report
from analyzer.schema import Axis, EventKind, Lang, Precision, PromiseKind, PromiseOutcome, ReportStage
from analyzer.scoring import Scorer
from analyzer.statement import MAX_CHARACTERS, Statement

_LONGEST_VALUE = 40


def make_dossier(incident: Incident, scorer: Scorer, as_of: date) -> Dossier:
    """Read the announcements of one incident, in order, and what they come to on the day the reader looks back."""
    statements = [placed.statement for placed in incident.announcements]
    announcements = read_announcements(statements, scorer)
    lang = scorer.lang
    # What is said of a stranger is that it may be of another incident: it breaks no silence, changes no account and promises nothing.
    own = [announcement for announcement in announcements if announcement.id not in incident.strange]
    courses = find_drift(own, scorer.model.details.get(Detail.COUNTS))
    kept = follow_promises(own, as_of, scorer.model.details.get(Detail.OUTCOMES))
    silence = _silence(own, kept, as_of)
    merged = merge_events(own)
    told = moments(own, kept, merged)
    seen = Seen(
        announcements=own,
        as_of=as_of,
        courses=courses,
        kept=kept,
        contradictions=tuple(find_contradictions(own)),
        merged=merged,
        moments=told,
        silence=silence,
        repeated=incident.repeated,
        strange=incident.strange,
        near=incident.near,
        lang=lang,
    )
    findings, questions = findings_and_questions(seen)
    first = announcements[0].report
    return Dossier(
        tool=first.tool,
        lang=lang,
        incident=incident.id,
        name=incident.name,
        as_of=as_of.isoformat(),
        grouping=incident.grouping,
        statements=tuple(
            _announced(announcement, placed.place) for announcement, placed in zip(announcements, incident.announcements, strict=True)
        ),
        axes=_whole(statements, announcements, scorer),
        axes_basis=word("axes_basis", lang),
        events=tuple(_events(announcements, merge_events(announcements) if incident.strange else merged, lang)),
        delays=delays(told),
        delays_at_least=least_delays(told),
        drift=tuple(_drift(course, lang) for course in courses),
        promises=tuple(_followed(each, own[-1].published, as_of) for each in kept),
        silence=silence,
        findings=findings,
        questions=questions,
        warnings=tuple(_warnings(announcements, lang)),
    )


def read_announcements(statements: Sequence[Statement], scorer: Scorer) -> list[Announcement]:
    """Each statement with its report and the units that promise something; ids are those of the statements."""
    return [_read(document, scorer) for document in read_documents(statements)]


def _read(document: DocumentReading, scorer: Scorer) -> Announcement:
    probabilities = scorer.model.labeller.probabilities(document)
    report = scorer.report(document, probabilities)
    promising = promising_units(scorer.model.details.get(Detail.VOWS), report, document, probabilities)
    return Announcement(report.id or "", report, document, promising)


def _whole(statements: Sequence[Statement], announcements: Sequence[Announcement], scorer: Scorer) -> Mapping[Axis, AxisReading]:
    """What a reader knows after the last: all announcements read as one text, or one of them where it reads higher.

    What was told, owned or promised once is known, however evasive another announcement was; only a duty that a later one
    lays on a contractor is owned no more.
    """
    joined = "\n\n".join(statement.text for statement in statements)[:MAX_CHARACTERS]
    names = hired(announcements)
    blaming = [place for place, announcement in enumerate(announcements) if contractor_blamed(announcement, names) is not None]
    owning = announcements[max(blaming, default=-1) + 1 :]
    of_axis = {axis: owning if axis == Axis.RESPONSIBILITY else announcements for axis in Axis}
    return {
        axis: max((reading, *(each.report.axes[axis] for each in of_axis[axis])), key=lambda one: one.level)
        for axis, reading in scorer.read(replace(statements[-1], text=joined)).axes.items()
    }


def _warnings(announcements: Sequence[Announcement], lang: Lang) -> Iterator[str]:
    """Each warning once, after the numbers of the announcements that it is on: one short notice makes no dossier unreliable.

    What follows up on an incident need not tell it again to be of it.
    """
    unlike = message("WRN01", lang)
    warned: dict[str, str] = {}
    for number, announcement in enumerate(announcements, start=1):
        follows = number > 1 and announcement.report.report_stage in (ReportStage.FOLLOWUP, ReportStage.FINAL)
        for warning in announcement.report.warnings:
            if warning != unlike or not follows:
                warned[warning] = f"{warned.get(warning, '')}({number})"
    yield from (f"{numbers} {warning}" for warning, numbers in warned.items())


def _announced(announcement: Announcement, place: str) -> Announced:
    report: Report = announcement.report
    return Announced(
        id=announcement.id,
        place=place,
        title=report.title,
        published=announcement.published,
        axes={axis: LevelReading(reading.level, reading.score, reading.decided) for axis, reading in report.axes.items()},
        title_framing=report.title_framing,
        detected_by=report.detected_by,
        report_stage=report.report_stage,
    )


def _events(announcements: Sequence[Announcement], merged: Sequence[MergedStep], lang: Lang) -> Iterator[MergedEvent]:
    """The steps told and the announcements themselves, in order of time; what has no time comes last."""
    days = [announcement.published for announcement in announcements]
    steps = (
        step
        for step in merged
        # 「6月にお知らせいたしました」 tells of an announcement that stands here itself.
        if not (step.event.event == EventKind.PUBLISHED and step.at and any(day.startswith(step.at) for day in days))
    )
    told = [(_merged(step), 0) for step in steps]
    published = [(_publication(announcement, lang), 1) for announcement in announcements]
    ordered = sorted((*told, *published), key=lambda pair: (pair[0].at is None, (pair[0].at or "")[:10], pair[1], pair[0].at or ""))
    yield from (event for event, _ in ordered)


def _merged(step: MergedStep) -> MergedEvent:
    event = step.event
    ids = tuple(source.id for source in step.sources)
    evaded = Evaded(step.evaded[1].id, step.evaded[0]) if step.evaded else None
    return MergedEvent(event.at, event.precision, event.approximate, event.event, step.text, step.quoted.id, event.unit, ids, evaded)


def _publication(announcement: Announcement, lang: Lang) -> MergedEvent:
    title = one_line(announcement.report.title or word("untitled", lang))
    return MergedEvent(announcement.published, Precision.DAY, False, EventKind.PUBLISHED, title, announcement.id, None, (announcement.id,))


def _drift(course: Course, lang: Lang) -> Drift:
    turned = {turn.after.announcement.id: turn.acknowledged for turn in course.turns}
    # What an announcement repeats unchanged is shown as well, so that the reader sees who said what.
    changes = [
        Change(said.announcement.id, said.shown(lang), said.unit, turned.get(said.announcement.id) if place else None)
        for place, said in enumerate(course.told)
    ]
    steps = "; ".join(
        f"{turn.before.announcement.published} 「{_brief(turn.before.shown(lang))}」 → {turn.after.announcement.published} "
        + word(
            "in_brackets",
            lang,
            told=f"「{_brief(turn.after.shown(lang))}」",
            more=word("acknowledged" if turn.acknowledged else "silent", lang),
        )
        for turn in course.turns
    )
    return Drift(course.what, tuple(changes), f"{course.what.name_in(lang)}: {steps}")


def _brief(value: str) -> str:
    return cut(one_line(value).strip().rstrip("。"), _LONGEST_VALUE)


def _followed(kept: Kept, last_published: str, as_of: date) -> FollowedPromise:
    seen = shown_by(kept)
    is_concrete = kept.vow.kind == PromiseKind.CONCRETE
    return FollowedPromise(
        text=kept.vow.text,
        aim=kept.vow.aim,
        kind=kept.vow.kind,
        first=kept.vow.announcement.id,
        unit=kept.vow.unit,
        first_due=kept.vow.due,
        due=kept.due,
        outcome=kept.outcome,
        last_seen=(seen[0] if seen else (kept.again[-1] if kept.again else kept.vow).announcement).id,
        told=seen[0].quote(seen[1]) if seen and (is_concrete or kept.outcome == PromiseOutcome.REPLACED) else None,
        inferred=kept.outcome == PromiseOutcome.DONE and not kept.seen and not kept.vow.in_force,
        late_days=kept.late_days,
        standing=standing_of(kept, last_published, as_of),
    )


def _silence(announcements: Sequence[Announcement], kept: Sequence[Kept], as_of: date) -> Silence:
    last = announcements[-1].published
    # A day gone by without the report is no day on which the next one is to come, whatever else was announced since.
    standing = (PromiseOutcome.OPEN, PromiseOutcome.REPEATED)
    open_reports = [each for each in kept if is_of_words(each.vow) and each.outcome in standing]
    periodic = [each for each in kept if is_of_words(each.vow) and says("periodic", each.vow.wording)]
    promised = next(((each.due or one_line(as_quoted(each.vow.text))) for each in reversed(open_reports or periodic)), None)
    missed = [each.due for each in kept if is_of_words(each.vow) and each.outcome == PromiseOutcome.OVERDUE and each.due]
    overdue = max((due for due in missed if is_past_due(due, as_of)), default=None)
    return Silence(last, (as_of - date.fromisoformat(last)).days, promised, overdue)
