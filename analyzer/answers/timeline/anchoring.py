"""What the dates of a line are read against: the day told last, that of the matter, and where a look back left the course."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from analyzer.answers.timeline.asides import AHEAD, COURSE, DAY_TOLD, only_tells_how_far
from analyzer.answers.timeline.coming import is_ahead, is_stale
from analyzer.answers.timeline.dated_units import BULLET, DatedUnit
from analyzer.answers.timeline.datelines import TODAY
from analyzer.answers.timeline.dates.anchors import Anchor, DateExpression, Toward, is_in_a_note, lies_beside
from analyzer.answers.timeline.dates.calendar_days import plus
from analyzer.answers.timeline.dates.expressions import find_dates, names_old_thing
from analyzer.answers.timeline.dates.wordings import DAY_WORDS, HELD
from analyzer.answers.timeline.lines import dates_in
from analyzer.answers.timeline.look_backs import goes_far_back, goes_on, is_look_back
from analyzer.answers.timeline.matter import (
    TIME_OF_MATTER,
    day_in_title,
    first_in_full,
    is_what_came_of_it,
    looks_back_at_matter,
    may_have_occurred,
    opens_course,
)
from analyzer.answers.timeline.mistaken import is_mistaken
from analyzer.answers.timeline.steps import Step
from analyzer.durations import TO_THE_DAY, day_in
from analyzer.language.features import DocumentReading
from analyzer.rules.slots import COURSE as WORDINGS
from analyzer.schema import EventKind, Label, Labels, Precision

_MOVING = COURSE | {Label.RESPONSE, Label.SCOPE}
"""Labels of units whose dates the next ones are read against; a date in the causes is a look back."""
_OF_WORK = re.compile(
    r"に[^。、()]{0,12}(?:し|い|っ|れ)た[^。、()]{0,8}(?:更新|改修|変更|交換|移行|設定|工事|作業|整備|点検|設営|準備|練習|リハーサル|切り?替え)"
    r"[^。、()]{0,6}(?:際|で|によ|後)"
    r"|の[^。、()に]{0,6}(?:更新|改修|交換|移行|設定変更|工事|作業|整備|点検|設営|リハーサル|切り?替え)(?:の?(?:際|後|とき|時)|で|によ)"
    r"|(?:に[^。、()]{1,16}た|の[^。、()に]{0,8}(?<!処))(?:もの|分|品|ロット)(?:\)|[はがをと、]|で(?:、|す|し|ご|あ))"
    r"|(?:に|付け?で|をもって)[^。、()]{0,8}(?:退[職会任学]|転[出校]|異動|卒業|解約|廃止|閉[店鎖]|入[社職会]|採用)(?:し|され|いたし)(?:た|ました)[一-龥ァ-ヶ]"
)
"""「11月18日に行った更新の際に」, 「10月20日の改修で」, 「11月30日に詰めた分で」, 「3月31日に退職した職員の」."""


_COUNTED_DAY = re.compile(r"(?:翌々?|前)[日朝晩夜夕]")
_NEXT_DAY = re.compile("翌々?[日朝晩夜夕]")
_NAMED = re.compile(rf"(?P<of>[一-龥ァ-ヶー]{{2}})(?:の|(?P<held>(?<={HELD})))?$")
_NEAR, _FAR = 12, 40
"""Characters before and behind a day in which it is named by what was done or held on it."""


@dataclass(frozen=True, slots=True)
class Line:
    """A unit with dates; `below` is the line that tells of them where it does not, `ahead` tells that it speaks of what is to come."""

    dated: DatedUnit
    below: int | None
    ahead: bool

    @property
    def only_ahead(self) -> bool:
        """Whether its labels leave it nothing that has happened."""
        given = self.dated.given.keys()
        return bool(given & AHEAD) and not given & COURSE

    @property
    def toward(self) -> Toward:
        # 「5月に発生した件につきまして、お詫びいたします」 speaks of now and tells of then.
        return Toward.NEAREST if self.only_ahead or (self.ahead and Label.INCIDENT not in self.dated.given) else Toward.PAST


@dataclass(slots=True)
class Anchors:
    """The anchors as they stand after the lines read so far.

    `current` is that of the course, `measured` that of a run of measures; `titled` is the day in the title and `matter` the one that
    everything is about; `left` is where a look back left the course, and whether it was in passing; `told` are the days told, with the
    words around them, `in_full` those with their year, and `hours` the steps told, by their hours.
    """

    published: date | None
    titled: date | None
    matter: date | None
    current: Anchor
    measured: Anchor | None = None
    left: tuple[Anchor, bool] | None = None
    told: list[tuple[date, str]] = field(default_factory=list)
    in_full: list[date] = field(default_factory=list)
    hours: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: DocumentReading, labels: Sequence[Labels], published: date | None) -> "Anchors":
        """Those of a statement of which nothing has been read but the title and, where no day is given, the first told in full."""
        titled = day_in_title(document, published)
        return cls(published, titled, titled, Anchor(published, titled or (None if published else first_in_full(document, labels)), titled))

    def begin_part(self, day: date) -> None:
        """Go on with an earlier report on the same page, which speaks from its own day."""
        self.current = Anchor(day, matter=self.matter)

    def begin_addendum(self, day: date | None) -> None:
        """Go on with what was added on a day: a date without its month is near that of the matter."""
        self.current = Anchor(day, self.matter, self.matter)

    def dates_of(self, line: Line, labels: Sequence[Labels]) -> tuple[DateExpression, ...]:
        """The dates of a line, read against those before."""
        dated, wording = line.dated, line.dated.unit.wording
        after_it = bool(self.matter and self.current.day and self.matter < self.current.day)
        of_matter = opens_course(dated.document, dated.index) or looks_back_at_matter(
            dated.document, dated.index, labels, dated.known, after_it=after_it
        )
        meant = (self.titled or self.matter) if TIME_OF_MATTER.match(wording) else self.matter if of_matter else None
        if meant and self.current.day != meant:
            self.current = replace(self.current, last=meant, day=meant, moment=None)
        elif self.left and goes_on(wording, dates_in(wording)[0], dated.given, self.left[0], in_passing=self.left[1]):
            self.current = self.left[0]
        if not line.only_ahead:
            self.measured = None
        told = find_dates(wording, self.measured or replace(self.current, matter=self.matter), toward=line.toward)
        told = tuple(self._in_year_told(found) for found in told if not self._is_told_again(found, wording))
        told = tuple(self._no_sooner(found, told[:place], wording) for place, found in enumerate(told))
        first = self._of_day_named(told[0], wording) if told else None
        told = (*([first] if first else []), *told[1:])
        return tuple(self._of_deed(found) for found in told) if WORDINGS.says("deed_of_another_day", wording) else told

    def _of_deed(self, found: DateExpression) -> DateExpression:
        """A day counted from one on which somebody was only punished for the deed: none tells it."""
        punished = bool(self.told) and self.told[-1][0] == self.current.day and WORDINGS.says("punished_then", self.told[-1][1])
        return replace(found, iso=None, end_iso=None) if punished and _COUNTED_DAY.match(found.text) else found

    def _in_year_told(self, found: DateExpression) -> DateExpression:
        """The day itself, or the same one told with its year before, where nobody tells when the statement was published."""
        if self.published or found.day is None or found.ranged or found.tells_year or any(found.day == day for day, _ in self.told):
            return found
        same = [day for day in self.in_full if (day.month, day.day) == (found.day.month, found.day.day)]
        return replace(found, iso=f"{same[-1]}{(found.iso or '')[TO_THE_DAY:]}") if same else found

    def _no_sooner(self, found: DateExpression, earlier: Sequence[DateExpression], wording: str) -> DateExpression:
        """The day alone of an hour told again as that after which the next came: 「17時に送信。17時以降、連絡をいただき」."""
        moments = {self.current.moment.isoformat()[:16] if self.current.moment else None, *(each.iso for each in earlier)}
        again = found.iso and found.precision in (Precision.HOUR, Precision.MINUTE) and found.iso in moments and not found.ranged
        if not again or not wording.startswith("以降", found.end):
            return found
        return replace(found, iso=str(found.day), precision=Precision.DAY)

    def _of_day_named(self, found: DateExpression, wording: str) -> DateExpression | None:
        """「納品の翌日」 counted from the day told with that word; None for 「大会翌日」 where no day of it is told."""
        named, word = _NAMED.search(wording, 0, found.start), _NEXT_DAY.match(found.text)
        if named is None or word is None:
            return found
        day = next((day for day, words in reversed(self.told) if named["of"] in words), None)
        if day is None or found.iso is None:
            return found if named["held"] is None else None
        counted = plus(day, days=DAY_WORDS[word[0]][1])
        return replace(found, iso=f"{counted}{found.iso[TO_THE_DAY:]}") if counted else found

    def _is_told_again(self, found: DateExpression, wording: str) -> bool:
        """Whether a bare hour names a step of an earlier day that was told by it, and tells none: 「9:05の送信の際」."""
        if found.iso is None or found.precision != Precision.MINUTE or found.ranged or DAY_TOLD.search(found.text):
            return False
        then = self.hours.get(found.iso[TO_THE_DAY:], set())
        return len(then) == 1 and min(then) < found.iso and WORDINGS.says("told_again_after", wording[found.end :])

    def move_on(self, line: Line, told: Sequence[DateExpression]) -> bool:
        """Take over the dates of a line that the next ones are read against; whether the line looks back."""
        before, given, wording = self.current, line.dated.given, line.dated.unit.wording
        for found in told:
            if found.day:
                around = wording[max(0, found.start - _NEAR) : found.end + _FAR]
                self.told.append((found.day, around))
                self.in_full += [found.day] if found.tells_year else []
        for found in told if not given or given.keys() & _MOVING else ():
            # 「本日までに点検を終えました」 in passing: the clock times below it are still those of the matter.
            in_passing = not given and self.matter and TODAY.match(found.text)
            moved = self.current is not before
            within = moved and _is_before_opening(told[0], found, wording)
            within = within or ((moved or found.tells_year) and lies_beside(found, wording, self.current))
            if not (in_passing or within or _leads_nowhere(line.dated, found, self.current, self.matter)):
                self.current = self.current.after(found)
        looks_back = self.current is not before and is_look_back(wording, given, told, before)
        if self.current is not before:
            back = looks_back or goes_far_back(wording, told, before)
            self.left = (self.left or (before, looks_back)) if back else None
        if line.only_ahead and told and told[-1].iso and told[-1].precision != Precision.MONTH:
            self.measured = replace(self.current, matter=self.matter).after(told[-1])  # 「(11月18日)」, and below it 「(同日から)」
        return looks_back

    def settle_matter(self, step: Step, given: Labels) -> None:
        """Take the day of what happened for the one that everything is about."""
        if step.event.at and step.event.precision == Precision.MINUTE:
            self.hours.setdefault(step.event.at[TO_THE_DAY:], set()).add(step.event.at)
        # 「7月5日の配信(販売期間 6月1日〜7月12日)」: the hours below are of the 5th.
        told_again = self.matter is not None and (is_what_came_of_it(step) or (step.ranged and is_in_a_note(step.before, step.after)))
        if (step.event.event == EventKind.OCCURRED and not told_again) or (self.matter is None and may_have_occurred(step.event, given)):
            self.matter = day_in(step.event.at) or self.matter


def _is_before_opening(first: DateExpression, found: DateExpression, wording: str) -> bool:
    """Whether a day lies before the one that opens its line, which tells of it: 「(2)5月15日、調べたところ、5月9日の手続を…」."""
    opens = BULLET.fullmatch(wording[: first.start])
    return opens is not None and first.day is not None and found.day is not None and found.day < first.day


def _leads_nowhere(dated: DatedUnit, found: DateExpression, anchor: Anchor, matter: date | None) -> bool:
    """Whether no later date can be read from this one: it is ahead, looks back, is told wrongly or tells but how far something is."""
    wording = dated.unit.wording
    return (
        is_ahead(found, anchor.published)
        or dated.looks_back(found)
        or names_old_thing(found, wording, anchor)
        or is_mistaken(found, wording)
        or is_stale(dated, found, anchor.published, anchor.last, matter)
        or only_tells_how_far(dated, found)
        or ((dated.known.occurred or dated.known.detected) and _names_thing(found, wording, anchor))
    )


def _names_thing(found: DateExpression, wording: str, anchor: Anchor) -> bool:
    """Whether a day before the one that the course has come to only tells of which work on a thing is spoken."""
    if anchor.day is None or found.day is None or found.day >= anchor.day or anchor.day == anchor.published:
        return False
    return _OF_WORK.match(wording, found.end) is not None
