"""What became of a promise: the verdict of the rules and that of a fitted model, weighed against each other.

The rules of `verdicts.py` follow a promise by the wordings they know. A logistic regression fitted on promises whose outcome
was labelled by hand weighs what was promised, its day, and how near the later sentences that tell something done, put off
or taken back come to it. It does not see the rules' verdict: the rules were written on some of the very dossiers it is
fitted on, where they are right more often than elsewhere.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np

from analyzer.arrays import Floats
from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import Weights, is_about, share_a_word
from analyzer.dossier.promises.other_acts import changes_another, keeps_nothing, looks_into_another
from analyzer.dossier.promises.reporting import holds_what_was_promised, is_of_words
from analyzer.dossier.promises.rivals import is_of_act_beside, is_of_another
from analyzer.dossier.promises.shortfall import falls_short
from analyzer.dossier.promises.signs import is_unfinished, may_tell, tells_done
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.promises.vows import is_in_force
from analyzer.dossier.wordings import days_gone, is_past, is_past_due, last_day, puts_off, says, takes_back
from analyzer.judging.choice import Choice
from analyzer.rules.slots import GROUPING
from analyzer.schema import Label, PromiseAim, PromiseKind, PromiseOutcome

_VOTE = 1.0
"""What the rules' verdict adds to the log probability of its outcome; chosen on dossiers that no rule was written from."""
_PROMISED = "notice deliverable to_set_up refrains stops result remedy inquiry standing hereafter ahead deferred".split()
_MADE_IN = (Label.FOLLOWUP, Label.RESPONSE, Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE)
_TOLD_IN = (Label.FOLLOWUP, Label.RESPONSE, Label.MEASURE_CONCRETE, Label.TIMELINE, Label.APOLOGY)
_FLAGS = (
    *"done withdrawn deferred ahead decided by_others performs changed not_so refrained goes_on at_work attended further".split(),
    *"preparing report_put_off in_part stops told_done taken_back past begun to_come concrete".split(),
    *map(str, _TOLD_IN),
    "retold",
)
"""What a later sentence tells, in the order of the columns that the judge was fitted on; those not known otherwise are slots."""
_SPEAKS = {
    PromiseOutcome.DONE: ("told_done", "begun"),
    PromiseOutcome.REPLACED: ("taken_back", "changed"),
    PromiseOutcome.REPEATED: ("to_come", "deferred", "followup"),
}
"""What a sentence tells that speaks for an outcome; nothing speaks for one that is known by silence."""
_SPOKEN_OF = 0.1
"""Likeness below which a sentence is not quoted for a promise."""
_AGAINST = 0.7
"""Of the likeness of a sentence that puts a promise off or takes it back, the share from which another may still tell it done."""
_NEAR = 0.3
"""Likeness from which a sentence that tells an act beside what came of it is about the promise."""
_MANY_DAYS = 200
_MANY = 3


@dataclass(frozen=True, eq=False)
class Outcomes:
    """The judge of one dossier's promises on the day `as_of`; without a `choice` the rules decide alone."""

    choice: Choice | None
    announcements: Sequence[Announcement]
    as_of: date

    @cached_property
    def weigh(self) -> Weights:
        """How near two sentences of this dossier come."""
        return Weights(self.announcements)

    def judge(self, vow: Vow, due: str | None, verdict: PromiseOutcome) -> PromiseOutcome:
        """The likeliest outcome where the rules' verdict is `verdict` and the last day named is `due`."""
        later = self.later(vow)
        # What may still come on its day is not judged yet.
        if self.choice is None or not later or verdict == PromiseOutcome.OPEN:
            return verdict
        likely = self.choice.probabilities(self.columns_of(vow, due), Counter())
        past = is_past_due(due, self.as_of)
        votes = {
            value: np.log(share) + _VOTE * (value == verdict)
            for value, share in zip(self.choice.values, likely, strict=True)
            if _fits(value, past=past)
        }
        return PromiseOutcome(max(votes, key=lambda value: votes[value]))

    def is_spoken_for(self, vow: Vow, outcome: PromiseOutcome) -> bool:
        """Whether any later sentence tells what may speak for an outcome of the promise."""
        return any(self._spoken(vow, outcome))

    def nearer(self, vow: Vow, some: Sequence[Sentence], others: Sequence[Sentence]) -> bool:
        """Whether the last of some sentences is nearer to a promise than all the others."""
        likeness = [self.weigh.likeness(vow.subject, each.unit, vow.own_part) for each in (*others, *some[-1:])]
        return bool(some) and likeness[-1] > max(likeness[:-1], default=0.0)

    def told_at(self, vow: Vow, outcome: PromiseOutcome) -> tuple[Sentence, ...]:
        """The later sentence nearest to a promise of those that speak for an outcome and share a word with it; none where none does.

        Of two acts promised in one sentence each needs words of its own. Where none tells it in so many words, one that is near
        enough shows it done by what it goes on to tell (「点検は7月21日まで実施し、不備は見つかりませんでした」).
        """
        own, part = vow.subject, vow.deed or vow.own_part
        told = [(likeness, each) for likeness, each in self._spoken(vow, outcome) if share_a_word(own, each.unit, part)]
        if outcome == PromiseOutcome.DONE:
            # It shares enough with the promise, and nothing much nearer puts that off.
            enough = _AGAINST * self._nearest_against(vow)
            done = [(likeness, each) for likeness, each in told if likeness >= enough and self.weigh.is_of_matter(own, each.unit, part)]
            near = ((likeness, each) for likeness, each in self._near(vow) if share_a_word(own, each.unit, part))
            told = done or [(likeness, each) for likeness, each in near if self._implies_done(vow, each)]
        return (max(told, key=lambda pair: pair[0])[1],) if told else ()

    def _spoken(self, vow: Vow, outcome: PromiseOutcome) -> Iterator[tuple[float, Sentence]]:
        """The later sentences that may speak for an outcome, each with its likeness to the promise."""
        return ((likeness, each) for likeness, each in self._near(vow, _SPOKEN_OF) if self._speaks(vow, each, outcome))

    def _near(self, vow: Vow, least: float = _NEAR) -> Iterator[tuple[float, Sentence]]:
        """The later sentences at least so like a promise, each with its likeness."""
        own, part = vow.subject, vow.own_part
        for announcement in self.later(vow):
            for sentence in announcement.sentences:
                likeness = self.weigh.likeness(own, sentence.unit, part)
                if likeness >= least:
                    yield likeness, sentence

    def _nearest_against(self, vow: Vow) -> float:
        """How like a promise the nearest later sentence is that puts something off or takes it back; 0 where none does."""
        against = ("deferred", "taken_back", "changed")
        near = self._near(vow, _SPOKEN_OF)
        return max((likeness for likeness, each in near if any(self._told[each][flag] for flag in against)), default=0.0)

    def _implies_done(self, vow: Vow, sentence: Sentence) -> bool:
        """Whether a sentence tells the act before what came of it, or what was so on the day promised, and nothing against it."""
        told, wording = self._told[sentence], sentence.wording
        gone = days_gone(wording, sentence.announcement.day)
        last = wording.rpartition("、")[2]
        late = bool(gone) and is_past(last) and not says("deferred", last)  # 「照合に手間取り、発送は9月5日となりました」
        against = ("retold", "decided", "taken_back", "not_so", "by_others", str(Label.APOLOGY))
        if any(told[flag] for flag in against) or (told["deferred"] and not late) or falls_short(vow, sentence):
            return False
        if changes_another(vow, wording) or (is_of_words(vow) and not holds_what_was_promised(vow, sentence.announcement)):
            return False
        return vow.due in gone or (says("acted_then", wording) and not told["ahead"])

    def _speaks(self, vow: Vow, sentence: Sentence, outcome: PromiseOutcome) -> bool:
        """Whether a later sentence tells what may speak for an outcome."""
        told = self._told[sentence]
        if outcome == PromiseOutcome.DONE:
            # 「機種の選定に時間を要しており、来年3月までに導入する予定です」 and 「原稿に誤りがありました」 tell nothing done.
            of_incident = told["retold"] and vow.aim != PromiseAim.REPORT
            undone = told["deferred"] or told["ahead"] or told["not_so"] or falls_short(vow, sentence)
            undone = undone or is_unfinished(vow, sentence)
            lacks_it = is_of_words(vow) and not holds_what_was_promised(vow, sentence.announcement)
            elsewhere = looks_into_another(vow, sentence.unit)
            if of_incident or undone or lacks_it or elsewhere or keeps_nothing(vow, sentence):
                return False
            if is_of_another(vow, sentence.unit, self.weigh, vow.own_part):
                return False
        if outcome == PromiseOutcome.REPLACED and is_of_act_beside(vow, sentence.unit):
            return False
        only_moved = told["deferred"] and not told["taken_back"]  # 「設置を10月に変更します」
        if outcome == PromiseOutcome.REPLACED and (only_moved or says("corrects", sentence.wording)):
            return False
        return any(told[flag] for flag in _SPEAKS.get(outcome, ()))

    def columns_of(self, vow: Vow, due: str | None) -> Floats:
        """The dense columns of one promise: what it is, its day, how near the later sentences of each sort come, and which are about it."""
        later = self.later(vow)
        made, day, last = vow.announcement.day, last_day(due), later[-1].day
        new = Counter(promise.kind for announcement in later for promise in announcement.report.promises)
        given = vow.announcement.labels(vow.unit)
        promised = [
            *(vow.aim == aim for aim in PromiseAim),
            vow.in_force,
            *(says(slot, vow.wording) for slot in _PROMISED),
            *(label in given for label in _MADE_IN),
            due is None,
            due is not None and day is None,
            is_past_due(due, self.as_of),
            day is not None and day <= last,
            day is not None and day >= self.as_of,
            min(len(later), _MANY) / _MANY,
            min((last - made).days, _MANY_DAYS) / _MANY_DAYS,
            any(GROUPING.says("followup", announcement.title) for announcement in later),
            *(min(new[kind], _MANY) / _MANY for kind in PromiseKind),
        ]
        own, part = vow.subject, vow.part
        nearest = np.max(
            [
                np.outer(
                    [self.weigh.likeness(own, each.unit, part), is_about(own, each.unit, part)],
                    [True, *(self._told[each][flag] for flag in _FLAGS)],
                )
                for announcement in later
                for each in announcement.sentences
            ],
            axis=0,
        )
        return np.concatenate([np.array(promised, dtype=np.float64), nearest.ravel()])

    def later(self, vow: Vow) -> Sequence[Announcement]:
        """The announcements after that in which a promise was made."""
        return self.announcements[self.announcements.index(vow.announcement) + 1 :]

    @cached_property
    def _told(self) -> Mapping[Sentence, Mapping[str, bool]]:
        """What each sentence tells, by flag."""
        return {sentence: _told_by(sentence) for announcement in self.announcements for sentence in announcement.sentences}


def _told_by(sentence: Sentence) -> dict[str, bool]:
    """The flags of one sentence, in the order of `_FLAGS`."""
    wording, given, promises = sentence.wording, sentence.labels, sentence.promises
    begun = [is_in_force(promise, sentence.announcement) for promise in promises]
    known = {
        "deferred": puts_off(wording),
        "told_done": tells_done(wording, given, sentence.announcement.day),
        "taken_back": takes_back(wording),
        "past": is_past(wording),
        "begun": any(begun),
        "to_come": not all(begun),
        "concrete": any(promise.kind == PromiseKind.CONCRETE for promise in promises),
        "retold": not may_tell(sentence),
        **{str(label): label in given for label in _TOLD_IN},
    }
    return {flag: known[flag] if flag in known else says(flag, wording) for flag in _FLAGS}


def _fits(value: str, *, past: bool) -> bool:
    """Whether an outcome is possible: what nobody told as done is overdue once its day has passed, and only then."""
    if past:
        return value not in (PromiseOutcome.REPEATED, PromiseOutcome.DROPPED)
    return value != PromiseOutcome.OVERDUE
