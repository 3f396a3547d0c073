"""Why it happened, as one announcement tells it, and when that is another cause than before."""

import re
from collections.abc import Iterator, Sequence

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.count_meaning import is_cited
from analyzer.dossier.drift.telling import NOT_THIS, QUOTED, Told, asserted, corrections
from analyzer.dossier.likeness import CONTENT
from analyzer.dossier.quantities import find_counts
from analyzer.language.features import UnitReading
from analyzer.rules.slots import COURSE, DRIFT
from analyzer.schema import Label, Owner

_NOT_WHY = frozenset({Label.ADMISSION, Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP})
_OF_EVENT = frozenset({Label.INCIDENT, Label.TIMELINE})
_OF_CAUSE = frozenset({Label.CAUSE, Label.DEFLECTION, Label.ADMISSION, Label.MINIMIZATION})
_DENIES = re.compile(r"(?:ませんでした|なかった(?:です)?)。?$")
_RATHER = re.compile(
    r"(?<![^、。はが])(?![^、。はが]*(?:個人|単[なに]))[^、。はが]*(?<!だけ)(?<!のみ)(?<!ばかり)では?なく(?=[、。]?[^。]{0,60}原因)"
)
"""「名札の取違えではなく、台車を移し替えていたことが原因」: what it was not."""
_BARE = len("前回の見方は、誤りでした。")
_ALIKE = 0.2
"""Share of content words two tellings of one cause have in common at least; measured on train and dev."""
_BY = re.compile(r"により|によ[るっ]|(?<!念の)ため|原因|起因|思われ|と(?:見|考え)て|影響したもの|せい|のあまり")
_OWN_CAUSE = re.compile(
    r"により|原因|落ち度|怠|なかった|ませんでした|任せ|見(?:落と|過ご)|を生んだ|決まり|責任は、?(?:当|弊|本|私)|(?:指定|指示|承認|了承)し"
)
_OWN = re.compile(r"(?:当|弊|本)[一-龥]{1,3}(?:グループ)?の?[^、。]{0,12}[がは]|私(?:ども|たち)[がは]")
_REASON = ("ためです", "ためでした", "ためでございます")
_STOP = frozenset(
    "する よる いる ある なる こと ため もの よう 原因 考える おる いたす 当社 弊社 当クラブ 同社 場合 一部 お客様 皆様".split()
)
_OUTSIDE = {Owner.SYSTEM: Owner.CONTRACTOR, Owner.PERSON: Owner.OWN}
"""A system's fault moved to a contractor, or one's own person's to the organisation, is a nuance."""


def cause_units(announcement: Announcement, names: str = "") -> Iterator[tuple[int, UnitReading]]:
    """Units that tell why it happened; not why a notice came late or a number changed."""
    for index, unit in enumerate(announcement.units):
        wording, given = unit.wording, set(announcement.labels(index))
        broken_in = Label.INCIDENT in given and DRIFT.says("route", wording) and not COURSE.says("found_out", wording)
        unlabelled = given <= _OF_EVENT and not unit.placement.is_heading and DRIFT.says("cause_unlabelled", wording)
        reassured = (not given or Label.HARM_STATUS in given) and DRIFT.says("cause_reassured", wording)
        if _OF_CAUSE.isdisjoint(given) and not broken_in and not unlabelled and not reassured:
            continue
        if Label.MEASURE_CONCRETE in given and not (_BY.search(wording) or _OWN_CAUSE.search(wording)):
            continue  # A measure hints at its cause without telling it.
        open_yet = DRIFT.says("investigating", wording) and not DRIFT.says("supposed", wording)
        own = Label.ADMISSION in given and _OWN_CAUSE.search(wording)
        told = Label.CAUSE in given or own or (Label.DEFLECTION in given and _BY.search(wording))
        told = told or broken_in or reassured or unlabelled or (Label.MINIMIZATION in given and "のあまり" in wording)
        told = told or (given.isdisjoint(_NOT_WHY) and _names_contractor(wording, names))
        told = told or (bool(given & _OF_CAUSE) and DRIFT.says("cleared", wording))
        of_else = (
            DRIFT.says_any(("meta", "asks"), wording) or DRIFT.says("title_owned", wording) or DRIFT.says("of_telling", asserted(wording))
        )
        of_else = of_else or DRIFT.says("cites_discovery", wording) or _is_reason_of_else(announcement, index)
        of_else = of_else or (Label.CAUSE not in given and corrects_a_count(wording) and not DRIFT.says("called_cause", wording))
        of_extent = (
            {Label.SCOPE, Label.INCIDENT} <= given
            and Label.ADMISSION not in given
            and not (_BY.search(wording) or _OWN_CAUSE.search(wording))
        )
        if told and not open_yet and not of_else and not (of_extent and any(find_counts(wording))):
            yield index, unit


def cause(announcement: Announcement, names: str) -> Told | None:
    """The words of the cause, its owner, and whether a contractor is named in it; None where the cause is not told."""
    units = list(cause_units(announcement, names))
    if not units:
        return None
    owner = next((blame.owner for blame in announcement.report.blame if blame.owner != Owner.NOBODY), None)
    blamed = any(blames_contractor(unit, names) for _, unit in units)
    at = foremost(announcement, units)
    return Told(announcement, (_words(units), owner, blamed), announcement.quote(at), at)


def foremost(announcement: Announcement, units: Sequence[tuple[int, UnitReading]]) -> int:
    """The unit that the cause is quoted from: the first under a heading 「原因」, else the first that calls it the cause in so many
    words, else that bears the label of a cause.

    What only denies a cause (「強風は原因ではありませんでした」, 「強風とした見方は誤りでした」) tells none, where another unit does.
    """
    units = [(index, unit) for index, unit in units if not _only_denies(unit.wording)] or units

    def rank(told: tuple[int, UnitReading]) -> tuple[bool, bool, bool, int]:
        index, unit = told
        headed = Label.CAUSE in (unit.placement.topic, unit.placement.key_topic)
        return not headed, not DRIFT.says("called_cause", unit.wording), Label.CAUSE not in announcement.labels(index), index

    return min(units, key=rank)[0]


def corrects_a_count(wording: str) -> bool:
    """Whether a wording cites a count: 「30名と公表しましたが、…ため訂正します」 gives a reason, and tells or takes back no cause."""
    return any(is_cited(wording, count) for count in find_counts(wording))


def _only_denies(wording: str) -> bool:
    left = asserted(wording)
    withdrawn = left != wording and len(left) <= _BARE and DRIFT.says("corrects", wording)
    return withdrawn or (DRIFT.says("not_the_cause", wording) and _DENIES.search(wording) is not None)


def _is_reason_of_else(announcement: Announcement, index: int) -> bool:
    """Whether a unit tells why something was put off or published, under a heading that says so, or why what stands before it is so.

    What stands before it is another count, or a measure that came late (「半導体の不足で遅れました」).
    """
    unit, above = announcement.units[index], max(index - 1, 0)
    before, given = announcement.units[above].wording, set(announcement.labels(above))
    of_remedy = not given.isdisjoint((Label.MEASURE_CONCRETE, Label.RESPONSE)) and Label.INCIDENT not in given
    if of_remedy and DRIFT.says("late_by", unit.wording):
        return True
    of_count = DRIFT.says("corrects", before) and any(find_counts(before)) and unit.wording.rstrip("。").endswith(_REASON)
    heading = unit.placement.heading
    return of_count or (heading is not None and DRIFT.says("reason_of_else", announcement.units[heading].wording))


def _words(units: Sequence[tuple[int, UnitReading]]) -> frozenset[str]:
    """Content words, without what is cited, what it was not (「記帳の遅れではなく」) and the harm denied beside it."""
    words: set[str] = set()
    for _, unit in units:
        cited = DRIFT.patterns("cited_clause")
        quoted = [found.span() for pattern in (QUOTED, NOT_THIS, *cited) for found in pattern.finditer(unit.wording)]
        quoted += [found.span("aside") for found in DRIFT.each("cause_reassured", unit.wording)]
        words |= {
            word.lemma
            for word in unit.parsed.words
            if word.pos in CONTENT
            and len(word.lemma) > 1
            and word.lemma not in _STOP
            and not any(start <= word.start < end for start, end in quoted)
        }
    return frozenset(words)


def another_cause(before: Told, after: Told) -> bool:
    """Whether another one is at fault, or the two tellings share too few words to be one mechanism."""
    assert isinstance(before.key, tuple) and isinstance(after.key, tuple)
    (words, owner, contractor), (new_words, new_owner, new_contractor) = before.key, after.key
    moved = contractor != new_contractor or (_OUTSIDE.get(owner, owner) != _OUTSIDE.get(new_owner, new_owner) and owner and new_owner)
    if _goes_deeper(before, after) and not takes_cause_back(after.announcement, before):
        return False
    if moved:
        return True
    if takes_cause_back(after.announcement, before):
        return True
    taken_back = any(
        DRIFT.says("corrects", unit.wording)
        and DRIFT.says("about_cause", unit.wording)
        and (not corrects_a_count(unit.wording) or cites_cause(unit, before))
        for unit in after.announcement.units
    )
    if owner == new_owner and owner and not taken_back:
        return False  # The same one at fault, in other words: more of the story, unless the first telling is taken back.
    return len(words & new_words) / (min(len(words), len(new_words)) or 1) < _ALIKE


def _goes_deeper(before: Told, after: Told) -> bool:
    """Whether an attack was told, and now that they were not guarded against it: both are so."""
    told, now = (said.announcement.units[said.unit].wording if said.unit is not None else "" for said in (before, after))
    return DRIFT.says("attacked", told) and DRIFT.says("unguarded", now) and not DRIFT.says("contractor", now)


def takes_cause_back(later: Announcement, told: Told) -> bool:
    """Whether a later announcement says that what was told as the cause is none: 「強風は原因ではありませんでした」.

    So do 「強風ではなく、留め具の緩みが原因でした」 and 「強風が原因とした見方は誤りでした」.
    """
    # 「変更は当社が承認していました。前回の説明は正しくありませんでした。」 takes back what the sentence before it speaks of.
    above = (unit for _, unit in corrections(later) if _OWN.search(unit.wording) and not DRIFT.says("corrects", unit.wording))
    return any(_takes_back(unit, told) for unit in later.units) or any(repeats_cause(unit, told) for unit in above)


def _takes_back(unit: UnitReading, told: Told) -> bool:
    if DRIFT.says("not_the_cause", unit.wording) and repeats_cause(unit, told):
        return True
    spans = [found.span() for found in _RATHER.finditer(unit.wording)] if DRIFT.says("called_cause", unit.wording) else []
    if DRIFT.says("corrects", unit.wording) and DRIFT.says("about_cause", unit.wording):
        spans += [found.span() for found in DRIFT.each("cited_clause", unit.wording)]
    assert told.unit is not None
    things = named_things(told.announcement.units[told.unit])
    return any(not things.isdisjoint(named_things(unit, span)) for span in spans)


def repeats_cause(unit: UnitReading, told: Told) -> bool:
    """Whether a unit takes up the thing that an earlier telling of the cause names: 「荷の取り違えとした見立ては誤りで」."""
    assert told.unit is not None
    return not named_things(unit).isdisjoint(named_things(told.announcement.units[told.unit]))


def cites_cause(unit: UnitReading, told: Told) -> bool:
    """Whether a clause that cites an earlier announcement names the thing that it told as the cause.

    「先の公表では3件、作業員の判断としておりましたが、」 takes back both; 「30名と公表しましたが、…ため」 only the count.
    """
    if told.unit is None:
        return False
    things = named_things(told.announcement.units[told.unit])
    cited = (found.span() for found in DRIFT.each("cited_clause", unit.wording))
    return any(not things.isdisjoint(named_things(unit, span)) for span in cited)


def cites_blame(unit: UnitReading, told: UnitReading) -> bool:
    """Whether a unit cites what an earlier one was laid on, called a cause then or not: 「落雷のせいと書きましたが」."""
    spans = (found.span() for found in DRIFT.each("blame_cited", unit.wording))
    return any(not named_things(told).isdisjoint(named_things(unit, span)) for span in spans)


def named_things(unit: UnitReading, span: tuple[int, int] | None = None) -> set[str]:
    """What a unit, or a span of its wording, names by more than one character."""
    start, end = span or (0, len(unit.wording))
    named = (word.lemma for word in unit.parsed.words if word.pos in ("NOUN", "PROPN") and start <= word.start < end)
    return {lemma for lemma in named if len(lemma) > 1 and lemma not in _STOP and not lemma.isdecimal()}


def blames_contractor(unit: UnitReading, names: str = "") -> bool:
    """Whether a unit lays the cause on a contractor, and does not say that it had no part in it, or was relied upon too far."""
    taken_back = DRIFT.says("cleared", unit.wording) or DRIFT.says("left_to", unit.wording)
    return _names_contractor(NOT_THIS.sub("", asserted(unit.wording)), names) and not taken_back


def _names_contractor(wording: str, names: str) -> bool:
    """Whether a contractor acts in a wording: a trade that is hired, or one of the names of those hired (`hired`)."""
    wording = DRIFT.without("own_group", wording)
    named = bool(names) and re.search(
        rf"(?:{names})(?:の(?:担当者?|社員|職員|作業員|従業員|係)[^、。]{{0,4}})?(?:が|は(?!,)|側|において|によ)", wording
    )
    return bool(named) or DRIFT.says("contractor", wording)
