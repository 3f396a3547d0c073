"""What one promised act takes over from its surroundings: the heading or line above it, the act before it in its sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from analyzer.answers.promises.acts import Part
from analyzer.answers.promises.doer import bracketed
from analyzer.answers.promises.dues import LIMIT, SINCE, Today, due_of
from analyzer.answers.promises.lines import lead_of
from analyzer.answers.promises.past_efforts import end_of_past_effort
from analyzer.answers.promises.plain_forms import ending_of
from analyzer.answers.promises.statuses import in_force, status_of
from analyzer.language.agency import owner_of
from analyzer.language.features import UnitReading
from analyzer.language.pipeline import Word
from analyzer.rules.slots import PROMISES
from analyzer.schema import Owner, PromiseStatus

_DEMANDED = re.compile(
    r"(?P<who>[^、。]{2,16}?)(?:に(?:は|対し(?:て)?)?|へ)、?[^。]{0,24}(?:求め|要請|指示|申し?入れ|(?:実施|徹底)?させ)(?:た|て|いた|ました|し|る|ます)"
)
"""What stands over a list of what another was asked to do: 「委託会社には次のことを求めました。」"""
_PLACE_OF_DOER = re.compile(r"^(?P<who>[^、。はがを]{2,16}?)では、?")
_OF_WHOM = re.compile(
    r"\W*(?:[0-9]{1,2}\W+)?(?P<who>[^\W0-9][^、。はがをの]{0,16}(?:[会局部課室校園院所館社]|本部|委託先|業者|センター|チーム))の(?:今後の|主な)?"
    r"(?:対応(?:策|状況)?|(?:再発防止|改善)?(?:対策|策)|取り?組み?|措置)(?:について)?\W*"
)
"""A heading on what one body does: 「3 施設課の対応」."""
_IN_BRACKETS = re.compile(r"\([^()]*$")
_MIXED = re.compile(r"含む|予定|今後")
"""A heading of what is done and what is not: 「再発防止(実施済みを含む)」."""
_CARRIED_OUT = re.compile(
    r"やめ|廃止|改め|実施|完了|講じ|行[いっな]|始め|開始|変更|導入|適用|済|運用|対応(?:し|いた)|直し|変え|と[りっ]|[しいっ]た(?:こと|対策|措置|取り?組み|もの)"
    r"|(?:こう|このように|こういうふうに)(?:し|変え|直し)"
)
"""What was set down, drawn up or told (「次のとおり定めました」) is still to be done."""
_SO_FAR = re.compile(
    r"\W*(?:[0-9]{1,2}\W+)?(?:[^\W0-9][^、。はがを]{0,12}の)?"
    r"(?:(?:(?:現在|いま|今|現時点|これまで|今回)の)?(?:対応|対策|取り?組み?|措置)の?(?:実施)?状況|(?:これまで|現在まで|現時点まで|既|すで)[にの][^、。]{0,8}(?:対応|対策|措置|取り?組み?))"
    r"(?:について)?\W*"
)
"""A heading on what was done so far: 「2 対応状況」, 「これまでの対応」."""
_OPEN = re.compile(r"検討|予定|準備|調整|今後|方針|徹底|強化")
"""What may be still to come though it stands under such a heading."""
_PLAIN = re.compile(r"(?<!ま)(?<!で)(?<!いた)[うくすつぬむるぐぶい](?:\([^()]*\))?[。\s]*$")
"""The dictionary form, which on a list line says what, not whether it is done."""
_TAKEN = re.compile(r"\([^()]*(?:完了|実施|済み?)\)")
"""「実施した対策(11月22日完了)」: the day on which all of them were taken."""
_IN_FORCE_ON = re.compile(r"\([^()]*[日月](?:付け?)?(?:施行|適用|実施|改正)\)")
"""「規程を次のように改める(12月31日施行)」: the day of all that stands below."""
_CHARGED = re.compile(
    r"(?P<who>[^、。はがをにも]{2,16})(?:が|において、?|では、?|の主導(?:で|により)、?|を(?:責任者|主管)(?:として|とし|に)、?)"
    r"(?=[^。]*(?:行|実施|講じ|進め|取り?組|徹底))"
)
"""Who does all that an announcing sentence announces: 「総務課が次の対策を行います」."""
_NO_TOPIC = frozenset({"に", "で", "と", "以外", "場合", "とき", "際", "時"})
_BY_ALL = re.compile(r"なければ|ないよう|[ぬい]こと[にと]|運用|方式|体制|設定|仕組み")
"""What is arranged by the organisation, whoever did the act before."""


@dataclass(frozen=True, slots=True)
class Above:
    """What the heading or the line above a unit says for all acts below it."""

    status: PromiseStatus | None = None
    due: str | None = None
    owner: str | None = None
    ends: str = ""


def above(units: Sequence[UnitReading], index: int, today: Today) -> Above:
    """What holds for every act of the unit at `index` unless it says otherwise."""
    lead, at = lead_of(units, index), units[index].placement.heading
    heading = units[at].wording if at is not None else ""
    demanded, placed, headed = _DEMANDED.search(lead), _PLACE_OF_DOER.search(lead), _OF_WHOM.fullmatch(lead)
    charged = _CHARGED.search(lead) if PROMISES.says("announcement", lead) else None
    status = None if demanded or _MIXED.search(lead) else status_of(lead)
    if status == PromiseStatus.DONE and not _CARRIED_OUT.search(lead):
        status = None
    wording = units[index].wording
    if status is None and _SO_FAR.fullmatch(lead) and not (_PLAIN.search(wording) or _OPEN.search(wording)):
        status = PromiseStatus.DONE
    limited = (
        LIMIT.search(lead) or SINCE.search(lead) or _IN_FORCE_ON.search(lead) or (status == PromiseStatus.DONE and _TAKEN.search(lead))
    )
    due = due_of(lead, today, status == PromiseStatus.DONE) if limited else None
    if due and not demanded and in_force(lead, due.day, today.day):
        status = PromiseStatus.DONE
    doer = next(
        (
            told["who"]
            for told in (demanded, placed, headed, charged)
            if told and PROMISES.says("actor", told["who"]) and not _is_self(told["who"])
        ),
        None,
    )
    return Above(status, due.day if due else None, doer or _responsible(lead, heading), ending_of(lead))


def said_of(wording: str, over: Above) -> PromiseStatus | None:
    """What the form of an act says of how far it is done: nothing where a plain form stands below a line that says it is done."""
    said = status_of(wording)
    plain = said == PromiseStatus.PLANNED and over.status == PromiseStatus.DONE and _PLAIN.search(wording)
    return None if plain else said


def opening_of(wording: str, parts: Sequence[Part], today: Today, *, done: bool) -> tuple[str | None, str | None]:
    """The due date and the owner that the opening of a unit, or a bracket in it, gives all its acts: 「4月末までに、」「(担当:…)」."""
    if len(parts) < 2:
        return None, None
    before = wording[end_of_past_effort(wording) : parts[0].start]
    opening = wording[parts[0].start : parts[0].end]
    found = due_of(opening, today, done)
    if found and not re.match(rf".{{0,8}}?{re.escape(found.wording)}(?:まで)?(?:に|から|より|以降)?(?:は)?、", opening):
        found = None
    found = found or due_of(before, today, done)
    key = PROMISES.found("owner_key", wording)
    owner = key["who"].strip() if key and _IN_BRACKETS.search(wording[: key.start()]) else bracketed(wording)
    if any(wording[: part.end].rstrip().endswith(")") for part in parts[:-1]):
        owner = None  # Each act has its own bracket: 「弁を交換(8月末まで)、柵を設置(9月から、施設課)」.
    return found.day if found else None, owner


def goes_on(wording: str, before: Part, part: Part) -> bool:
    """Whether an act only follows the one before it by a comma: 「…が目視し、署名」."""
    return re.fullmatch(r"[、,\s]*", wording[before.end : part.start]) is not None


def has_topic(words: Sequence[Word]) -> bool:
    """Whether a clause begins anew with a topic of its own; 「台には」, 「以外は」 and 「場合は」 are none."""
    return any(word.text in ("は", "も") and word.pos == "ADP" and before.text not in _NO_TOPIC for before, word in pairwise(words))


def has_subject(words: Sequence[Word]) -> bool:
    """Whether a clause says of itself who or what does it."""
    marked = (at for at, word in enumerate(words) if word.text == "が" and word.pos == "ADP")
    # 「相違がないことを受領簿に署名する」 has no subject of its own.
    return has_topic(words) or any([word.text for word in words[at + 1 : at + 3]] != ["ない", "こと"] for at in marked)


def subject_of_both(before: str, owner: str | None, wording: str) -> str | None:
    """The doer of the act before, where it is the subject (「主任が」「主任は」) or is made to do it, and the next act may be its own."""
    if owner is None or _BY_ALL.search(wording):
        return None
    bound = rf"{re.escape(owner)}(?:\([^()]*\))?(?:が|は|も|に(?:は|も)?(?=[^。]*させ))"
    return owner if re.search(bound, before) else None


def _responsible(lead: str, heading: str) -> str | None:
    """「再建計画(責任者:取締役 …)」: who answers for all that stands under a heading."""
    keys = (key for line in (lead, heading) if (key := PROMISES.found("owner_key", line)))
    return next((key["who"].strip() for key in keys if _IN_BRACKETS.search(key.string[: key.start()])), None)


def _is_self(phrase: str) -> bool:
    return owner_of(phrase) == Owner.OWN and re.match(r"当|弊|本(?!部)|私|我", phrase) is not None
