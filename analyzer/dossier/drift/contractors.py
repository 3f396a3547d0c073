"""Who was hired, and whether the cause is laid on them."""

import re
from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement
from analyzer.dossier.drift.causes import blames_contractor, cause_units, foremost, repeats_cause
from analyzer.dossier.drift.telling import Told, corrects, differs
from analyzer.rules.slots import DRIFT
from analyzer.schema import Label, Owner

_BODY_IN_SHORT = re.compile(r"(?:機構|協会|財団|組合|連盟|商会|センター)$")
_BODY = re.compile(
    r"(?:[一-龥]|[ァ-ヶー]+)(?:社|会社|工業|機構|協会|財団|法人|組合|商会|業者|工務店|運輸|交通|印刷|建設|設備|電機|電気|電工|土木|警備|物流|運送|通信|食品|製作所|技研|観光|バス|ビル管理|ソフト|システム|情報|データ|センター|サービス|システムズ|[店所])$"
)
"""An organisation by the end of its name; what is hired may be a task (「任せている業務」)."""
_FORM = re.compile(r"^(?:(?:株式|有限|合同)会社|\((?:株|有|同)\))(?=..)")
"""What makes any name that of a firm."""
_DUTY = re.compile(
    r"(?:委託|業者|監督|任せ|管理|確認|選定|契約)[^。]{0,30}(?:当|弊|本|私|自|責任|怠|不足|ませんでした|なかった|ていない|ておら)"
)


def hired(announcements: Sequence[Announcement]) -> str:
    """A pattern of the names, whole and in short, of those whom any announcement says to have been hired; "" where there are none."""
    names: set[str] = set()
    for announcement in announcements:
        for unit in announcement.units:
            for slot in ("hired_after", "hired_before"):
                names |= {found["name"] for found in DRIFT.each(slot, unit.wording)}
    names = {_FORM.sub("", name) for name in names if _BODY.search(name) or _FORM.match(name)}
    short = {rf"(?<![一-龥ァ-ヶー]){body[0]}" for name in names if (body := _BODY_IN_SHORT.search(name))}
    return "|".join(sorted(names | short))


def contractor(announcement: Announcement, names: str) -> Told | None:
    """Whether the cause is laid on a contractor, if only in what is told of the event (「業者が…させたものとみられる」)."""
    units = list(cause_units(announcement, names))
    laid_upon = (told for told in announcement.labelled(Label.INCIDENT) if DRIFT.says("laid_upon", told[1].wording))
    units += [told for told in laid_upon if told not in units and blames_contractor(told[1], names)]
    if not units:
        return None
    cleared = _acquitting(announcement, names)
    named = [] if cleared is not None else [index for index, unit in units if blames_contractor(unit, names)]
    if not named and cleared is None and not corrects(announcement, "about_cause"):
        laid = _laid_on(announcement, Owner.CONTRACTOR) - _laid_on(announcement, Owner.OWN)
        named = [index for index, unit in units if index in laid and not DRIFT.says("cleared", unit.wording)]
    blaming = [(index, unit) for index, unit in units if index in named] or units
    at = foremost(announcement, blaming) if cleared is None else cleared
    return Told(announcement, bool(named), announcement.quote(at), at)


def another_at_fault(before: Told, after: Told) -> bool:
    """Whether the cause is laid on a contractor where it was not, or no longer; what is told beside it takes none of it away."""
    causes = [unit for _, unit in after.announcement.labelled(Label.CAUSE)]
    beside = any(DRIFT.says("also_because", unit.wording) and repeats_cause(unit, before) for unit in causes)
    return differs(before, after) and not (before.key and beside)


def says_of_contractor(told: Told) -> bool:
    """Whether what is told of the cause speaks of a contractor, if only to clear it."""
    wording = told.announcement.units[told.unit].wording if told.unit is not None else ""
    return DRIFT.says_any(("contractor", "cleared", "acquitted", "left_to"), wording)


def _laid_on(announcement: Announcement, owner: Owner) -> set[int]:
    """The units in which the blame map lays the fault on one owner."""
    return {unit for blame in announcement.report.blame if blame.owner == owner for unit in blame.units}


def _acquitting(announcement: Announcement, names: str) -> int | None:
    """The unit that says of a contractor, by trade or by name, that it did nothing wrong."""
    wordings = (re.sub(names, "委託先", unit.wording) if names else unit.wording for unit in announcement.units)
    return next((index for index, wording in enumerate(wordings) if DRIFT.says("acquitted", wording)), None)


def contractor_blamed(announcement: Announcement, names: str) -> int | None:
    """The unit in which an announcement lays the cause on a contractor without taking the duty back, if it does."""
    causes, owning = list(cause_units(announcement, names)), list(announcement.labelled(Label.ADMISSION))
    beside = [announcement.units[index + 1] for index, _ in causes if index + 1 < len(announcement.units)]
    told = [*(unit for _, unit in (*causes, *owning)), *beside]
    owned = any(DRIFT.says_any(("left_to", "supervision", "own_failing"), unit.wording) for unit in told)
    if owned or _acquitting(announcement, names) is not None or any(_DUTY.search(unit.wording) for _, unit in owning):
        return None
    return next(
        (index for index, unit in causes if blames_contractor(unit, names) and not DRIFT.says("by_an_attacker", unit.wording)), None
    )
