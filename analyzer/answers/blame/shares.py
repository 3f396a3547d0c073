"""On whom a statement lays the fault: each unit that bears one goes to its owner, and every owner has a share of them.

A unit that admits and deflects counts half for each.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from analyzer.answers.blame.actors import TO_US, acting, actors_in
from analyzer.answers.blame.antecedents import is_kin, names_at_fault
from analyzer.answers.blame.causes import doing
from analyzer.answers.blame.contractors import contractors_named
from analyzer.answers.blame.faults import (
    DENIED,
    PLEADING,
    acts_for_contractor,
    bearer_named,
    done_by,
    handed_over,
    laid_on_others,
    lays_none,
    owners_told,
    set_by_nobody_named,
    short_of_people,
    speaks_of_itself,
)
from analyzer.answers.blame.lead_ins import listed_under
from analyzer.answers.blame.parties import by_their_parts, of_its_own, rules_on_others
from analyzer.answers.blame.set_aside import without_asked, without_effect
from analyzer.answers.columns import CAUSES, told_in_column
from analyzer.language.features import DocumentReading, UnitReading, read_documents
from analyzer.report import Blame
from analyzer.rules.slots import BLAME
from analyzer.schema import FAULTY, Label, Labels, Owner
from analyzer.statement import Statement

Owners = Callable[[UnitReading, Labels, Owner], Owner]
"""What tells whose fault a unit with those labels tells of, knowing the rules' verdict: `owners.owner_by`."""

_SPEAKER = re.compile(r"コメント|選手|コーチ|本人|部員|職員|社員|従業員")
_OFFICER = re.compile(r"代表|社長|会長|理事|取締役|委員長|[校院学館園所部]長|[当弊本][社会校院クチ]")
_COMMENT = re.compile(r"^[^。]{1,24}コメント[】>＞〉》』)）]?$")
_MYSELF = re.compile(r"自分(?!たち|達|ども|ら)")
_GRIEVANCE = re.compile(r"裏切|残念|遺憾|痛恨|困惑|心外|未熟|お控え|憤り|怒り|悲しみ|悔し|疑問を(?:抱|感じ)")
_PEOPLE = r"(?:個人|職員|社員|従業員|担当者?|作業者|運転[手者士]|教諭|指導者|コーチ|選手|部員|生徒|現場)(?:個人|一人(?:ひとり)?|たち|ら)?"
_CLEARS_PEOPLE = re.compile(
    rf"(?:責任|責め?|せい|落ち度|過失|問題)[はをが][^。]{{0,16}}?{_PEOPLE}(?:に(?:は|あるの)?|の(?:もの|せい))?(?:では?|は)?な[くい]"
    rf"|{_PEOPLE}の(?:責任?|せい|落ち度|過失|問題)では(?:な[くい]|(?:あり|ござい)ませ)"
)
"""「責任は職員個人ではなく、園長である私にあります」: what was told of its people before is the organisation's own."""
_PLEA = re.compile(
    r"(?:引用|参照|利用|使用|閲覧|取り?扱い|開封|操作)[^。]{0,16}ご?(?:留意|注意)(?:ください|下さい|願|いただ|を(?:お願|賜))"
    r"|(?:使い?回し|誹謗|中傷|詮索|憶測|拡散|接触|取材)[^。]{0,24}(?:お?控え|おやめ|お止め|慎ん?|ご遠慮|(?:なさ|し)ないで)[^。]{0,12}(?:ください|下さい|いただ|賜|お願い)"
)
"""「担当者への誹謗中傷はお控えください」, 「参照の際はご注意ください」 ask for something and say of nobody that they caused it."""
_MEANWHILE = re.compile(r"[そこ]の(?:際|折|とき|時)(?:に|、)")
_REACH = 8
"""How many units on a grievance still speaks of whom the last one blamed; any other complaint, one."""

_PHRASE_END = re.compile(r"(?<=[一-龥々])[、。はがをにでとへもの「」]")
_ITS_STAFF = ((Owner.OWN,), (Owner.PERSON,))
"""What the label or a word for a worker makes of a sentence that begins with the name of a contractor."""
_OTHERS = frozenset({Owner.CONTRACTOR, Owner.SYSTEM, Owner.PERSON, Owner.OUTSIDER})


def blame(document: DocumentReading, labels: Sequence[Labels], judge: Owners | None = None) -> tuple[Blame, ...]:
    """The owners of the faults told, the largest share first; shares are rounded to four decimals.

    Without `judge`, the rules alone decide on whom a fault is laid; of a unit that names two owners they always do.
    """
    weights: defaultdict[Owner, float] = defaultdict(float)
    units: defaultdict[Owner, list[int]] = defaultdict(list)
    last, told_at = None, 0
    told: dict[int, tuple[Owner, ...]] = {}
    hired = contractors_named(document)
    ruling = rules_on_others(document, labels)
    document, labels = _by_cells(document, labels)
    document = replace(document, units=by_their_parts(document, ruling=ruling))
    spoken = _spoken_for_oneself(document.units)
    cleared = any(
        Label.ADMISSION in given and _CLEARS_PEOPLE.search(unit.wording) for unit, given in zip(document.units, labels, strict=True)
    )
    for index, (unit, given) in enumerate(zip(document.units, labels, strict=True)):
        if ruling and Label.ADMISSION in given and not of_its_own(unit):
            given = {Label.CAUSE: given[Label.ADMISSION]}  # What a ruling finds is no admission.
        if FAULTY.isdisjoint(given) or (Label.CAUSE not in given and _PLEA.search(unit.wording)):
            continue
        if Label.DEFLECTION in given and Label.CAUSE not in given and BLAME.says("names_no_cause", unit.wording):
            continue
        if BLAME.says("tells_of_finding", unit.wording) or (Label.ADMISSION not in given and _refused(document.units, index)):
            continue
        if unit.placement.is_heading and unit.placement.key_topic and "。" not in unit.wording:
            continue
        owners = owners_told(unit, given)
        if owners == (Owner.OWN,) and index in spoken:
            owners = (Owner.PERSON,)
        reach = _REACH if _GRIEVANCE.search(unit.wording) else 1
        if owners == (Owner.NOBODY,) and Label.DEFLECTION in given and last and index - told_at <= reach and _complains(unit, given):
            owners = (last,)  # 「委託先の作業ミスです。裏切られた思いです。」: whom the sentence before has blamed.
        carried = _carried(document, index, owners, told, hired)
        if carried:
            owners = carried  # The judge reads one sentence and cannot know of any before.
        elif judge and len(owners) == 1 and not _settled(owners[0], unit, given):
            judged = judge(unit, given, owners[0])
            owners = owners if _stands(owners[0], judged, unit, given) else (judged,)
        if cleared and Label.DEFLECTION not in given:
            owners = tuple(dict.fromkeys(Owner.OWN if owner == Owner.PERSON else owner for owner in owners))
        if other := next((owner for owner in owners if owner in _OTHERS), None):
            last, told_at = other, index
        told[index] = owners
        if owners == (Owner.OWN,) and told.get(index - 1) == (Owner.NOBODY,) and BLAME.says("owned_after", unit.wording):
            told[index - 1] = owners
    for index, owners in told.items():
        for owner in owners:
            weights[owner] += 1 / len(owners)
            units[owner].append(index)
    order = sorted(weights, key=lambda owner: (-round(weights[owner], 9), list(Owner).index(owner)))
    total = sum(weights.values())
    return tuple(Blame(owner, round(weights[owner] / total, 4), tuple(units[owner])) for owner in order)


def _by_cells(document: DocumentReading, labels: Sequence[Labels]) -> tuple[DocumentReading, Sequence[Labels]]:
    """A row of a table reads as the cell of its cause alone, which is a cause whatever the label of the row."""
    units, given = list(document.units), list(labels)
    for index, cell in told_in_column(units, CAUSES).items():
        read = next(read_documents([Statement(cell)])).units
        if read:
            units[index] = replace(units[index], wording=cell, parsed=read[0].parsed)
            given[index] = {Label.CAUSE: 1.0} if FAULTY.isdisjoint(given[index]) else given[index]
    return replace(document, units=tuple(units)), given


def _refused(units: Sequence[UnitReading], index: int) -> bool:
    """Whether a unit tells another's account only to refuse it, at once or in the sentence after."""
    wording, *after = (unit.wording for unit in units[index : index + 2])
    joined = f"{wording.rstrip('。')}が、{after[0]}" if after else wording
    return BLAME.says("account_refused", wording) or BLAME.says("account_refused", joined)


def _stands(told: Owner, judged: Owner, unit: UnitReading, given: Labels) -> bool:
    """Whether what the rules tell stands against the judge, who sees that a class of actors is named and not what is said of it."""
    if judged == Owner.NOBODY:
        alone = given.keys() & FAULTY
        # Of those outside, a cause mostly tells what befell them.
        return (alone == {Label.CAUSE} and told != Owner.OUTSIDER) or (alone == {Label.ADMISSION} and told == Owner.OWN)
    if told == Owner.NOBODY:
        named = frozenset[Owner]().union(*map(actors_in, _PHRASE_END.split(without_asked(unit.wording))))
        return judged in _OTHERS - {Owner.SYSTEM} - named  # It accuses nobody for whom there is no word.
    return told == Owner.OWN and judged in _OTHERS - {Owner.PERSON} and Label.ADMISSION in given


def _settled(owner: Owner, unit: UnitReading, given: Labels) -> bool:
    """Whether the wording leaves nothing to weigh."""
    if owner == bearer_named(unit.wording, admits=Label.ADMISSION in given):
        return True
    if owner == Owner.CONTRACTOR:
        return acts_for_contractor(unit) or done_by(unit.wording) == Owner.CONTRACTOR
    if owner == Owner.OWN:
        return handed_over(unit) or short_of_people(unit) or speaks_of_itself(unit)
    if owner == Owner.OUTSIDER:
        return laid_on_others(unit.wording)
    if owner == Owner.PERSON:
        # A deflection may speak of people without laying it on them: 「指導者も子どもたちも疲れていた」.
        if Label.DEFLECTION in given:
            return False
        if BLAME.says("slack_of_people", unit.wording):
            return True
        return Owner.PERSON in doing(unit) and Owner.PERSON in acting(unit, "は", "も", "が") and Owner.OWN not in actors_in(unit.wording)
    return owner == Owner.NOBODY and (
        lays_none(unit, given) or handed_over(unit) or set_by_nobody_named(unit) or without_effect(unit.wording) != unit.wording
    )


def _spoken_for_oneself(units: Sequence[UnitReading]) -> frozenset[int]:
    """The units of comments that somebody other than an officer makes in their own name: 「■選手A」, 「自分の甘い判断で…」."""
    spoken: set[int] = set()
    starts = [index for index, unit in enumerate(units) if unit.placement.is_heading or _COMMENT.search(unit.wording)]
    for start, end in pairwise([*starts, len(units)]):
        heading, comment = units[start].wording, units[start + 1 : end]
        if not comment or _OFFICER.search(heading) or not any(_MYSELF.search(unit.wording) for unit in comment):
            continue
        if _SPEAKER.search(heading) or comment[0].wording.startswith(("「", "『")):
            spoken.update(range(start + 1, end))
    return frozenset(spoken)


def _carried(
    document: DocumentReading, index: int, owners: tuple[Owner, ...], told: Mapping[int, tuple[Owner, ...]], hired: frozenset[str]
) -> tuple[Owner, ...] | None:
    """The owners that a unit takes over from what stands above it: the list it is in, the sentence it points back to, a name."""
    unit = document.units[index]
    if owners == (Owner.CONTRACTOR,):
        return (Owner.OWN,) if is_kin(document, index) else None
    # 「アオバ社の作業者が設定を誤り、同社の点検でも見落とされました」 admits nothing of one's own, whatever the label.
    told_of_it_alone = unit.wording.startswith(tuple(hired)) and Owner.OWN not in actors_in(TO_US.sub("", unit.wording))
    if (owners == (Owner.NOBODY,) or (owners in _ITS_STAFF and told_of_it_alone)) and names_at_fault(hired, unit.wording):
        return (Owner.CONTRACTOR,)
    if owners != (Owner.NOBODY,):
        return None
    if BLAME.says("points_back", unit.wording):
        return told.get(index - 1)
    carried = listed_under(document, index) or (_acting_on(document.units[index - 1], unit) if index else None)
    return (carried,) if carried else None


def _acting_on(before: UnitReading, unit: UnitReading) -> Owner | None:
    """Who goes on acting in 「その際に、誤って…」: the subject of the sentence before, where this one has none."""
    if not _MEANWHILE.match(unit.wording) or acting(unit) or Owner.OWN in actors_in(unit.wording):
        return None
    return next(iter(acting(before, "が", "は")), None)


def _complains(unit: UnitReading, given: Labels) -> bool:
    formula = BLAME.says("accuses_nobody", unit.wording)  # 「誠に遺憾ながら、発生してしまいました」
    return not (formula or DENIED.search(unit.wording) or PLEADING.search(unit.wording) or lays_none(unit, given))
