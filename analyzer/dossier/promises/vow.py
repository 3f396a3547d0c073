"""One promise where it was made: its wording and day, and the words that say what it is about."""

from dataclasses import dataclass

from analyzer.answers.timeline.dates.anchors import Anchor, Toward
from analyzer.answers.timeline.dates.expressions import find_dates
from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.dossier.wordings import last_day, says
from analyzer.language.features import UnitReading
from analyzer.rules.slots import COURSE, KEEPING
from analyzer.schema import PromiseAim, PromiseKind


@dataclass(frozen=True, slots=True)
class Vow:
    """One promise where it was made; `due` is ISO where resolved, else as worded; offsets point into the statement as read.

    `beside` tells whether its sentence promises other acts as well (「AとともにB」).
    """

    announcement: Announcement
    unit: int
    start: int
    end: int
    text: str
    aim: PromiseAim
    kind: PromiseKind
    due: str | None
    in_force: bool
    wording: str
    beside: bool = False

    @property
    def sentence(self) -> Sentence:
        """The sentence in which it is made."""
        return Sentence(self.announcement, self.unit)

    @property
    def part(self) -> str | None:
        """The piece of its unit's wording that is promised; a measure told in two halves is carried out as one."""
        return None if self.aim == PromiseAim.MEASURE else self.wording

    @property
    def own_part(self) -> str | None:
        """The same where its sentence promises nothing else: of two acts each needs words of its own."""
        return self.wording if self.beside else self.part

    @property
    def deed(self) -> str | None:
        """What is to be done, where its wording says first in what case (「一斉配信の際は、2名で宛先を確認します」)."""
        scene = KEEPING.opening("scene", self.wording)
        return self.wording[scene.end() :] if scene else None

    @property
    def begins(self) -> bool:
        """Whether its day is one from which something is so (「8月1日より測定します」, 「28日に再開します」), not one by which it ends."""
        day = last_day(self.due)
        if day is None or says("to_resume", self.wording):
            return day is not None
        whole = self.sentence.wording
        told = find_dates(whole, Anchor(self.announcement.day), toward=Toward.NEAREST)
        # The year is that of the due; 「30分以内に公表する手順に改める(10月1日から)」 has no other day.
        since = (found.iso for found in told if found.iso and COURSE.says("begins_after", whole[found.end :]))
        return any(str(self.due)[4:].startswith(iso[4:]) for iso in since)

    @property
    def subject(self) -> UnitReading:
        """The unit whose words say what was promised: its own, or the one before what only goes on from it.

        A promised rest (「残る94名には…お送りします」) and a bare day (「4月18日までに完了させていただきます」) name no act of their own,
        nor does a bare result (「復元を試みています。6月20日までに結果をお知らせします」).
        """
        units = self.announcement.units
        own = units[self.unit].wording
        if self.unit == 0 or units[self.unit - 1].placement.is_heading:
            return units[self.unit]
        before = units[self.unit - 1]
        goes_on = says("day_alone", own) or (then_the_rest(own) and not says("rest_named", own)) or only_others_left(units[self.unit])
        return before if goes_on or (says("matter_left", own) and says("at_it", before.wording)) else units[self.unit]


def then_the_rest(wording: str) -> bool:
    """Whether a sentence says of the rest, of which it speaks first, or of one group in a list that it is still to come."""
    return says("then_the_rest", wording) or (says("rest_first", wording) and says("rest_to_come", wording))


def only_others_left(unit: UnitReading) -> bool:
    """Whether a sentence says of some, who are no act, only that they are being prepared for (「別館については準備を進めております」)."""
    found = KEEPING.opening("others_left", unit.wording)
    if found is None:
        return False
    words = [word for word in unit.parsed.words if word.start < found.end("who")]
    return bool(words) and not words[-1].tag.startswith("名詞-普通名詞-サ変")
