"""The account given: harm, cause, the contractor's part, who found it, the title's framing, and what counts as a change of each."""

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.likeness import CONTENT
from analyzer.dossier.quantities import find_counts
from analyzer.dossier.slots import hit, slot_rules
from analyzer.dossier.telling import Told
from analyzer.language.features import UnitReading
from analyzer.language.normalise import fold
from analyzer.schema import DetectedBy, EventKind, Label, Owner, TitleFraming

_QUOTED = re.compile(r"「[^」]*」")
_NOT_THIS = re.compile(r"[^、。]*(?:では?なく|ではありませ[んぬ]|ではございませ[んぬ]|てはおらず|てはいませんで)")
_NUMBERING = re.compile(r"[(（][^()（）]*[)）]|第[0-9一二三]+報|続報|最終|[\s0-9]")
_NOT_OF_HARM = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP, Label.CONTACT, Label.CAUSE})
_OF_HARM = frozenset({Label.HARM_STATUS, Label.SCOPE, Label.INCIDENT})
_STATES_IN_ANY_WORDS = (("possible", "possible_in_any_words"), ("come", "unable"), ("none", "none_in_any_words"))
_OF_HANDLING = frozenset({Label.APOLOGY, Label.RESPONSE, Label.ADMISSION, Label.INCIDENT, Label.MINIMIZATION})
"""Beside one of these a unit in words no rule knows may tell of harm, but not whether it came."""
_NOT_WHY = frozenset({Label.ADMISSION, Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE, Label.FOLLOWUP})
_OF_CAUSE = frozenset({Label.CAUSE, Label.DEFLECTION, Label.ADMISSION, Label.MINIMIZATION})
_ALIKE = 0.2
"""Share of content words two tellings of one cause have in common at least; measured on train and dev."""
_BY = re.compile(r"により|によ[るっ]|(?<!念の)ため|原因|起因|思われ|と(?:見|考え)て|影響したもの|せい|のあまり")
_OWN_CAUSE = re.compile(r"により|原因|落ち度|怠|なかった|ませんでした|任せ|見(?:落と|過ご)|を生んだ|決まり")
_NAMES = re.compile(r"[一-龥々ァ-ヶーA-Za-z]{4,}")
_BODY_IN_SHORT = re.compile(r"(?:機構|協会|財団|組合|連盟|商会|センター)$")
_BODY = re.compile(
    r"(?:[一-龥]|[ァ-ヶー]+)(?:社|会社|工業|機構|協会|財団|法人|組合|商会|業者|工務店|運輸|交通|印刷|建設|設備|電機|電気|電工|土木|警備|物流|運送|通信|食品|製作所|技研|観光|バス|ビル管理|ソフト|システム|情報|データ|センター|サービス|システムズ|[店所])$"
)
"""An organisation by the end of its name; what is hired may be a task (「任せている業務」)."""
_STOP = frozenset("する いる ある なる こと ため もの よう 原因 考える おる いたす 当社 弊社 当クラブ 同社 場合 一部 お客様 皆様".split())
_OUTSIDE = {Owner.SYSTEM: Owner.CONTRACTOR, Owner.PERSON: Owner.OWN}
"""A system's fault moved to a contractor, or one's own person's to the organisation, is a nuance."""
_OF_MORE = re.compile(r"(?:ほか|他|別)の[^。、]{1,16}(?:にも|でも|も)|新たに|追加|同様の")
"""What is found later of the same kind is another discovery."""
_OF_OTHERS = re.compile(r"お持ちでない|以外の(?:方|お客様|皆様)|(?:ほか|他)の(?:方|お客様|商品|製品)")
"""「小麦アレルギーをお持ちでないお客様」: that they are safe says nothing of those who are not."""
_DENIED = re.compile(r"([一-龥ァ-ヶー]{2,8}|[一-龥]り|[一-龥]れ)(?:は|も)(?:一切|全く)?、?(?:ございませ|ありませ|おりませ|な[いし])")
_DUTY = re.compile(
    r"(?:委託|業者|監督|任せ|管理|確認|選定|契約)[^。]{0,30}(?:当|弊|本|私|自|責任|怠|不足|ませんでした|なかった|ていない|ておら)"
)


def harm(announcement: Announcement, _: str) -> Told | None:
    """Whether harm is said to have come, to be possible, or not to have been seen; what stands in quotation marks is not said now."""
    states = _harm_told(announcement)
    state = next((name for name in ("come", "possible", "none") if name in states), None)
    if state is None:
        return None
    unit = states[state][0]
    if state == "none":
        unit = next((index for index in states[state] if not _OF_OTHERS.search(announcement.units[index].wording)), unit)
    unproven = state == "come" and any(_hit("unproven", unit.wording) for unit in announcement.units)
    return Told(announcement, "possible" if unproven else state, _quoted(announcement, unit), unit)


def _quoted(announcement: Announcement, unit: int) -> str:
    """A unit's wording; a heading (「漏えいした情報」) says it of what stands below."""
    below = unit + 1
    headed = announcement.units[unit].placement.is_heading and below < len(announcement.units)
    return f"{announcement.quote(unit)} {announcement.quote(below)}" if headed else announcement.quote(unit)


def _harm_told(announcement: Announcement) -> dict[str, list[int]]:
    """The units that tell of harm, by what they say of it: those that are of harm first, then headings, then what is done about it."""
    told = [(index, *said) for index in range(len(announcement.units)) if (said := _harm_of(announcement, index))]
    states: dict[str, list[int]] = {}
    for index, state, _ in sorted(told, key=lambda each: (*_aside_of_harm(announcement.labels(each[0])), not each[2])):
        states.setdefault(state, []).append(index)
    return states


def _aside_of_harm(given: Collection[Label]) -> tuple[bool, bool]:
    """Whether a unit's labels leave it beside what is told of harm: no label of harm, another one."""
    return _OF_HARM.isdisjoint(given), bool(given)


def _harm_of(announcement: Announcement, index: int) -> tuple[str, bool] | None:
    """What one unit says of harm, and whether a rule knows the words it says it in; None where it says nothing of harm."""
    unit, given = announcement.units[index], set(announcement.labels(index))
    if not _NOT_OF_HARM.isdisjoint(given) and _OF_HARM.isdisjoint(given):
        return None
    wording = _QUOTED.sub("", unit.wording)
    if _hit("not_ruled_out", wording) and not _comes(wording):
        return "possible", True
    if _comes(wording) or (Label.HARM_STATUS in given and _hit("reported", wording)) or _hit("denial_owned", wording):
        return "come", True
    if _hit("denied", wording):
        return "none", True
    if _hit("possible", wording):
        return "possible", True
    if Label.HARM_STATUS not in given or _hit("of_cost", wording):
        return None
    state = _polarity(wording)
    return (state, False) if state == "none" or given.isdisjoint(_OF_HANDLING | _NOT_OF_HARM) else None


def denial_and_harm(before: Told, after: Told, likeness: Callable[[UnitReading, UnitReading], float]) -> tuple[Told, Told]:
    """The denial and the harm of two announcements that come nearest to speaking of one thing, where there are such."""
    earlier, later = before.announcement, after.announcement
    if after.key == "none":
        return next(_came_and_denied(before, after), (before, after))
    states = _harm_told(later)
    denials, harms = _harm_told(earlier).get("none", []), states.get(str(after.key)) or states.get("come", [])
    if not denials or not harms:
        return before, after
    pairs = [(denial, told) for denial in denials for told in harms]
    denial, told = max(pairs, key=lambda pair: likeness(earlier.units[pair[0]], later.units[pair[1]]))
    return Told(earlier, "none", earlier.quote(denial), denial), replace(after, value=_quoted(later, told), unit=told)


def _came_and_denied(before: Told, after: Told) -> Iterator[tuple[Told, Told]]:
    """Harm that had come, and that very kind of it said not to have been seen at all; no more of it may well be true."""
    earlier, later = before.announcement, after.announcement
    kinds = [pattern for _, pattern in slot_rules("drift", "harm_kind")]
    for denied in _harm_told(later).get("none", []):
        wording = later.units[denied].wording
        for came in _harm_told(earlier).get("come", []) if not _hit("no_more", wording) else ():
            if any(kind.search(wording) and kind.search(earlier.units[came].wording) for kind in kinds):
                yield replace(before, value=earlier.quote(came), unit=came), replace(after, value=later.quote(denied), unit=denied)


def told_as_new(denied: Told, wording: str) -> bool:
    """Whether a wording tells as new what was denied: 「新たな誤りが判明しました」 after 「他の科目に誤りはございません」."""
    things = _DENIED.findall(denied.announcement.units[denied.unit].wording) if denied.unit is not None else ()
    return _hit("found_more", wording) and any(re.search(rf"新た(?:な|に)[^。、]{{0,12}}{thing}", wording) for thing in things)


def another_harm(before: Told, after: Told) -> bool:
    """Whether harm is told to be another than before; what came about is taken back only by owning that it was told wrongly.

    Beside other harm that had come, a denial is taken back by owning it.
    """
    if before.key == after.key == "come":
        return bool(_harm_told(before.announcement).get("none")) and corrects(after.announcement, "about_harm")
    if before.key != "come" or after.key != "none":
        return differs(before, after)
    return corrects(after.announcement, "about_harm") or any(True for _ in _came_and_denied(before, after))


def _comes(wording: str) -> bool:
    """Whether harm is told to have come, apart from clauses of costs and good wishes."""
    for _, pattern in slot_rules("drift", "aside"):
        wording = pattern.sub("", wording)
    return _hit("come", wording) and not _hit("not_come", wording)


def _polarity(wording: str) -> str:
    """What a unit that speaks of harm in words no rule knows says of it: that it may come, that there is none, or that it came."""
    return next((state for state, slot in _STATES_IN_ANY_WORDS if _hit(slot, wording)), "come")


def differs(before: Told, after: Told) -> bool:
    """Whether two announcements tell something else."""
    return before.key != after.key


def hired(announcements: Sequence[Announcement]) -> str:
    """A pattern of the names, whole and in short, of those whom any announcement says to have been hired; "" where there are none."""
    names: set[str] = set()
    for announcement in announcements:
        for unit in announcement.units:
            for slot in ("hired_after", "hired_before"):
                for _, pattern in slot_rules("drift", slot):
                    names |= {found["name"] for found in pattern.finditer(unit.wording)}
    names = {name for name in names if _BODY.search(name)}
    short = {rf"(?<![一-龥ァ-ヶー]){body[0]}" for name in names if (body := _BODY_IN_SHORT.search(name))}
    return "|".join(sorted(names | short))


def _causes(announcement: Announcement, names: str = "") -> Iterator[tuple[int, UnitReading]]:
    """Units that tell why it happened; not why a notice came late or a number changed."""
    for index, unit in enumerate(announcement.units):
        wording, given = unit.wording, set(announcement.labels(index))
        broken_in = Label.INCIDENT in given and _hit("route", wording)
        unlabelled = not given and not unit.placement.is_heading and _hit("cause_unlabelled", wording)
        if _OF_CAUSE.isdisjoint(given) and not broken_in and not unlabelled:
            continue
        if Label.MEASURE_CONCRETE in given and not (_BY.search(wording) or _OWN_CAUSE.search(wording)):
            continue  # A measure hints at its cause without telling it.
        open_yet = _hit("investigating", wording) and not _hit("supposed", wording)
        own = Label.ADMISSION in given and _OWN_CAUSE.search(wording)
        told = Label.CAUSE in given or own or (Label.DEFLECTION in given and _BY.search(wording))
        told = told or broken_in or not given or (Label.MINIMIZATION in given and "のあまり" in wording)
        told = told or (given.isdisjoint(_NOT_WHY) and _names_contractor(wording, names))
        told = told or (bool(given & _OF_CAUSE) and _hit("cleared", wording))
        of_else = _hit("meta", wording) or _hit("title_owned", wording) or _hit("of_telling", _asserted(wording))
        of_extent = (
            {Label.SCOPE, Label.INCIDENT} <= given
            and Label.ADMISSION not in given
            and not (_BY.search(wording) or _OWN_CAUSE.search(wording))
        )
        if told and not open_yet and not of_else and not (of_extent and any(find_counts(wording))):
            yield index, unit


def _asserted(wording: str) -> str:
    """A wording without what it cites: what stands in quotation marks, and 「…と申し上げましたが、」."""
    bare = _QUOTED.sub("", wording)
    for _, pattern in slot_rules("drift", "cited_clause"):
        bare = pattern.sub("", bare)
    return bare


def cause(announcement: Announcement, names: str) -> Told | None:
    """The words of the cause, its owner, and whether a contractor is named in it; None where the cause is not told."""
    units = list(_causes(announcement, names))
    if not units:
        return None
    owner = next((blame.owner for blame in announcement.report.blame if blame.owner != Owner.NOBODY), None)
    blamed = any(_blames_contractor(unit, names) for _, unit in units)
    return Told(announcement, (_words(units), owner, blamed), announcement.quote(units[0][0]), units[0][0])


def _words(units: Sequence[tuple[int, UnitReading]]) -> frozenset[str]:
    """Content words, without what is cited and what it was not (「記帳の遅れではなく」)."""
    words: set[str] = set()
    for _, unit in units:
        cited = (pattern for _, pattern in slot_rules("drift", "cited_clause"))
        quoted = [found.span() for pattern in (_QUOTED, _NOT_THIS, *cited) for found in pattern.finditer(unit.wording)]
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
    if moved:
        return True
    if owner == new_owner and owner and not corrects(after.announcement, "about_cause"):
        return False  # The same one at fault, in other words: more of the story, unless the first telling is taken back.
    return len(words & new_words) / (min(len(words), len(new_words)) or 1) < _ALIKE


def repeats_cause(unit: UnitReading, told: Told) -> bool:
    """Whether a unit takes up the thing that an earlier telling of the cause names: 「荷の取り違えとした見立ては誤りで」."""
    assert told.unit is not None
    return not _things(unit).isdisjoint(_things(told.announcement.units[told.unit]))


def _things(unit: UnitReading) -> set[str]:
    """What a unit names by more than one character."""
    named = (word.lemma for word in unit.parsed.words if word.pos in ("NOUN", "PROPN"))
    return {lemma for lemma in named if len(lemma) > 1 and lemma not in _STOP and not lemma.isdecimal()}


def corrects(announcement: Announcement, about: str) -> bool:
    """Whether a sentence says that what was told before on a matter (a slot, `about_cause`) was other than this."""
    return any(_hit("corrects", unit.wording) and _hit(about, unit.wording) for unit in announcement.units)


def _blames_contractor(unit: UnitReading, names: str = "") -> bool:
    """Whether a unit lays the cause on a contractor, and does not say that it had no part in it, or was relied upon too far."""
    taken_back = _hit("cleared", unit.wording) or _hit("left_to", unit.wording)
    return _names_contractor(_asserted(unit.wording), names) and not taken_back


def _names_contractor(wording: str, names: str) -> bool:
    """Whether a contractor acts in a wording: a trade that is hired, or one of the names of those hired (`hired`)."""
    named = bool(names) and re.search(
        rf"(?:{names})(?:の(?:担当者?|社員|職員|作業員|従業員|係)[^、。]{{0,4}})?(?:が|は(?!,)|側|において|によ)", wording
    )
    return bool(named) or _hit("contractor", wording)


def contractor(announcement: Announcement, names: str) -> Told | None:
    """Whether the cause is laid on a contractor."""
    units = list(_causes(announcement, names))
    if not units:
        return None
    cleared = next((index for index, unit in enumerate(announcement.units) if _hit("acquitted", unit.wording)), None)
    named = [] if cleared is not None else [index for index, unit in units if _blames_contractor(unit, names)]
    if not named and cleared is None and not corrects(announcement, "about_cause"):
        laid = _laid_on(announcement, Owner.CONTRACTOR) - _laid_on(announcement, Owner.OWN)
        named = [index for index, unit in units if index in laid and not _hit("cleared", unit.wording)]
    at = named[0] if named else units[0][0] if cleared is None else cleared
    return Told(announcement, bool(named), announcement.quote(at), at)


def says_of_contractor(told: Told) -> bool:
    """Whether what is told of the cause speaks of a contractor, if only to clear it."""
    wording = told.announcement.units[told.unit].wording if told.unit is not None else ""
    return any(_hit(slot, wording) for slot in ("contractor", "cleared", "acquitted", "left_to"))


def _laid_on(announcement: Announcement, owner: Owner) -> set[int]:
    """The units in which the blame map lays the fault on one owner."""
    return {unit for blame in announcement.report.blame if blame.owner == owner for unit in blame.units}


def contractor_blamed(announcement: Announcement) -> int | None:
    """The unit in which an announcement lays the cause on a contractor without taking the duty back, if it does."""
    causes = list(_causes(announcement))
    owned = any(_hit(slot, unit.wording) for _, unit in causes for slot in ("left_to", "supervision"))
    if owned or any(_DUTY.search(unit.wording) for _, unit in announcement.labelled(Label.ADMISSION)):
        return None
    return next((index for index, unit in causes if _blames_contractor(unit)), None)


def found_by_others(announcement: Announcement, first_day: str) -> int | None:
    """The unit that tells how others brought it to the organisation's notice by the `first_day` it was published, if others did."""
    if announcement.report.detected_by != DetectedBy.OUTSIDE:
        return None
    evidence = announcement.report.circumstances.get("detected_by", ()) if announcement.published == first_day else ()
    timeline = [event for event in announcement.report.timeline if event.event == EventKind.DETECTED]
    told = [event.unit for event in timeline if not event.at or event.at[:10] <= first_day[: len(event.at)]]
    return next((unit for unit in (*told, *evidence)), None)


def _owns_finder(wording: str) -> bool:
    """Whether others are told to have found it where an earlier announcement said otherwise or left them out, or to have warned in vain."""
    return _hit("warned", wording) or (_hit("corrects", wording) and _hit("found_outside", _NOT_THIS.sub("", _asserted(wording))))


def finder(announcement: Announcement, first_day: str) -> Told | None:
    """Who found it, where that is told; announcements after the first may tell who found more of it, which is another discovery."""
    found = announcement.report.detected_by
    evidence = announcement.report.circumstances.get("detected_by", ())
    if announcement.published > first_day:
        owned = next((index for index, unit in enumerate(announcement.units) if _owns_finder(unit.wording)), None)
        if owned is not None:
            return Told(announcement, DetectedBy.OUTSIDE, DetectedBy.OUTSIDE.japanese, owned)
        days = (event.at[:10] for event in announcement.report.timeline if event.at and event.unit in evidence)
        retold = next((index for index, unit in enumerate(announcement.units) if _hit("finder_retold", unit.wording)), None)
        if retold is None and not any(day <= first_day for day in days):
            return None
        evidence = evidence if retold is None else (*evidence, retold)
        if retold is None and all(_OF_MORE.search(announcement.units[index].wording) for index in evidence):
            return None
    return None if found == DetectedBy.UNKNOWN else Told(announcement, found, found.japanese, next(iter(evidence), None))


def title(announcement: Announcement, _: str) -> Told | None:
    """How the title frames the matter; one that is read to name the harm must do so in a word of harm."""
    framing, wording = announcement.report.title_framing, announcement.report.title or ""
    if framing == TitleFraming.NONE:
        return None
    worded = any(_hit(slot, fold(wording)) for slot in ("harm_named", "harm_word"))
    return Told(announcement, TitleFraming.NEUTRAL if framing == TitleFraming.NAMES_HARM and not worded else framing, wording, None)


def reframed(before: Told, after: Told) -> bool:
    """Whether a title names the harm where the last did not, or no longer, or a graver one; another number frames nothing anew."""
    old, new = _NUMBERING.sub("", fold(before.value)), _NUMBERING.sub("", fold(after.value))
    keys = (before.key, after.key)
    if after.key == TitleFraming.NAMES_HARM and _hit("harm_grave", new) and not _hit("harm_grave", old):
        return True
    if set(keys) == {TitleFraming.NAMES_HARM} or TitleFraming.NAMES_HARM not in keys or old == new:
        return False
    if any(_harms_of(run) for run in _names_as_told(old) & _names_as_told(new)):
        return False  # 「ATM障害」 in both, whatever else they say.
    # The name of a harm that both have frames neither; a mere word of harm does not outweigh that one of them was read as softened.
    slots = ("harm_named",) if TitleFraming.SOFTENED in keys else ("harm_named", "harm_word")
    return _harms(old, slots).isdisjoint(_harms(new, slots))


def _names_as_told(wording: str) -> set[str]:
    """Long names in a title, each with all that stands before it: 「…によるシステム障害」 says more than 「システム障害」."""
    return {wording[: found.end()] for found in _NAMES.finditer(wording)}


def _harms_of(run: str) -> bool:
    return _hit("harm_named", run) or _hit("harm_word", run)


def _harms(wording: str, slots: Sequence[str]) -> set[str]:
    """The words of harm in a title, without the bare characters that stand in many (誤, 害)."""
    found = {name for slot in slots for _, pattern in slot_rules("drift", slot) for name in pattern.findall(wording)}
    return {name for name in found if len(name) > 1}


def _hit(slot: str, wording: str) -> bool:
    return hit("drift", slot, wording)
