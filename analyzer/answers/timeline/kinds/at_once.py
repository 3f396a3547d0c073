"""What was done for those harmed in the same breath as the step of a date."""

import re

from analyzer.answers.timeline.clauses import UNDONE, clauses_of, kind_by_wording
from analyzer.answers.timeline.dated_units import DatedUnit
from analyzer.answers.timeline.kinds.tellings import ASIDE
from analyzer.answers.timeline.kinds.unmet import without_stops_denied
from analyzer.answers.timeline.steps import STEPS
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind, Label

_DELETION_MAIL = re.compile(
    r"(?:[^。、]{0,16}、)?[^。、]{0,40}(?:削除|消去|破棄)(?:の|を|して[^。、]{0,8}よう)?(?:依頼|お願い|要請)"
    r"(?:(?:する|の|した)?(?:[ごお])?(?:メール|連絡|通知|案内|文書|メッセージ)|を(?:一斉|個別に?)?(?:配信|送信|送付))"
)
"""「17時に削除をお願いするメールを送信しました」: whoever is asked to delete learns of it."""
_AT_ONCE = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED})
_TOGETHER = re.compile(r"・|(?:の|した|する)?(?:うえ|上)で?、?|とともに、?|と同時に、?")
_NOT_AT_ONCE = re.compile(r"求め|お願い|済み?[。]?$")
_NO_APOLOGY = re.compile(r"^(?!.*(?:お?詫び|おわび|謝))[^。]*(?:説明|伝え|連絡|案内|電話)")
"""To have spoken to people after a stop need not be the notice to those harmed, to have apologised is."""


def done_at_once(dated: DatedUnit, kind: EventKind, after: str) -> tuple[EventKind, ...]:
    """What else was done for those harmed in the same breath as a step of a `kind`: 「同日、回収・両名へ謝罪」."""
    if not dated.has(Label.RESPONSE) or kind not in STEPS or UNDONE.search(after):
        return ()
    seen = COURSE.found("seen_then_after", after) if kind == EventKind.DETECTED else None
    after = after[seen.end() :] if seen else after
    acts = [
        act
        for clause in clauses_of(ASIDE.sub("", without_stops_denied(after)))
        for act in _TOGETHER.split(clause)
        if not _NOT_AT_ONCE.search(act) and not UNDONE.search(act)
    ]
    told = {kind_by_wording(act, frozenset(EventKind)) for act in acts if kind == EventKind.DETECTED or not _NO_APOLOGY.search(act)}
    if kind == EventKind.CONTAINED and _DELETION_MAIL.match(after):
        told.add(EventKind.NOTIFIED)
    open_kinds = _AT_ONCE | {EventKind.REPORTED} if seen else _AT_ONCE  # 「紛失を把握後、警察に届け出」
    return tuple(each for each in EventKind if each in told & open_kinds and each != kind)
