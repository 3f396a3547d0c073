"""A later announcement as it bears on one promise: how near its units come to it, and which speak of it."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.likeness import Weights, is_about, terms
from analyzer.dossier.promises.answering import question_of
from analyzer.dossier.promises.reporting import names_matter, tells_of
from analyzer.dossier.promises.rivals import is_of_another
from analyzer.dossier.promises.signs import may_tell, only_of_its_scene
from analyzer.dossier.promises.vow import Vow
from analyzer.dossier.wordings import says, says_any
from analyzer.rules.slots import GROUPING
from analyzer.schema import Label, PromiseAim

_NAMED = 0.12
"""Likeness from which a sentence speaks of a promise whose words its topic is made of (「カメラは」, 「読み上げは」)."""
_NEAR = 0.2
"""Likeness below which an announcement does not speak of what a report was promised on."""
_OF_AFFAIR = frozenset(Label) - {Label.SCOPE, Label.CAUSE, Label.DEFLECTION, Label.MINIMIZATION, Label.CONTACT}
"""Labels of which one at least stands in any announcement of an incident; how much and why is told of new prices as well."""


@dataclass(frozen=True, slots=True)
class Nearby:
    """A later announcement as it bears on one promise.

    `likeness` is by sentence, the nearest first; `about` are those whose topic is made of the words of the promise.
    """

    vow: Vow
    announcement: Announcement
    weigh: Weights
    likeness: Mapping[Sentence, float]
    about: Collection[Sentence]

    @classmethod
    def of(cls, vow: Vow, announcement: Announcement, weigh: Weights) -> "Nearby":
        own = vow.subject
        likeness = {each: weigh.likeness(own, each.unit, vow.part) for each in announcement.sentences}
        asked = {each: question for each in likeness if (question := question_of(each))}
        likeness |= {each: max(likeness[each], weigh.likeness(own, question.unit, vow.part)) for each, question in asked.items()}
        about = {each for each in likeness if may_tell(each) and is_about(own, each.unit, vow.part)}
        return cls(vow, announcement, weigh, dict(sorted(likeness.items(), key=lambda pair: -pair[1])), about)

    def likely(self, least: float) -> Iterator[Sentence]:
        """Sentences that are alike enough, the nearest first; one whose topic was promised needs less."""
        return (each for each, likeness in self.likeness.items() if likeness >= (_NAMED if each in self.about else least))

    def is_of_matter(self, sentence: Sentence) -> bool:
        return self.weigh.is_of_matter(self.vow.subject, sentence.unit, self.vow.part)

    def is_of_another(self, sentence: Sentence) -> bool:
        """Whether a sentence is of another act, or only of the case in which this one was to be done."""
        return is_of_another(self.vow, sentence.unit, self.weigh, self.vow.part) or only_of_its_scene(self.vow, sentence)

    @property
    def promised(self) -> frozenset[str]:
        return terms(self.vow.subject, self.vow.part)

    @property
    def of_bare_report(self) -> bool:
        """Whether an announcement was promised, and no document or meeting of its own, nor one only if need be."""
        promised = self.vow.sentence.wording
        named = says_any(("deliverable", "names_day", "at_meeting"), promised) or "場合" in promised
        return self.vow.aim == PromiseAim.REPORT and not named and says("notice", self.vow.wording)

    @property
    def is_on_the_matter(self) -> bool:
        """Whether an announcement follows up on the affair by its own words, or comes near the promise and tells of what it was on.

        A new price of school lunches is no report on the poisoning: nothing in it tells what happened, is done or is to come.
        「次報は11時頃を予定」 names nothing that could come near.
        """
        begins = self.announcement.units[0].wording
        if GROUPING.any_says("followup", (self.announcement.title, begins)):
            return True
        of_affair = any(_OF_AFFAIR.intersection(each.labels) for each in self.likeness)
        named = any(tells_of(self.vow, each.unit) for each in self.likeness)
        bare = says("next_report", self.vow.wording) and not names_matter(self.vow)
        return (of_affair and bare) or (next(iter(self.likeness.values())) >= _NEAR and (of_affair or named))
