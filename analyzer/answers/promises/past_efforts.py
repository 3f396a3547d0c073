"""What was done before the event (「日頃より…してまいりましたが」): a sentence, or its first clause, that tells of it promises nothing."""

import re

from analyzer.answers.promises.statuses import status_of
from analyzer.rules.slots import PROMISES
from analyzer.schema import STILL_TO_COME

_STANDS_ALONE = re.compile(
    r"(?:(?:今後|これから|改めて|さらに)は?(?:毎[月週日年朝晩回]|[年月週]に?[0-9]回)?、)?[^、。]*(?:[をが]|(?<!今後)(?<!これから)は)|[^、。]*(?:対策|防止策|取り?組み?|措置)として(?:は)?、"
)


def end_of_past_effort(wording: str) -> int:
    """Where the past effort ends with which a sentence begins: 0 where there is none, its whole length where nothing is promised after it.

    What cannot stand without it (「年1回としてきましたが、今後は毎月実施します」) is not parted from it.
    """
    told = PROMISES.ruling("past_effort", wording)
    if told is None:
        return 0
    value, found = told
    rest = wording[found.end() :]
    if value == "sentence" or _fails(rest):
        return len(wording)
    return found.end() if _STANDS_ALONE.match(rest) else 0


def _fails(rest: str) -> bool:
    """Whether what follows tells only that the effort was in vain."""
    failing = PROMISES.decided("failing", rest)
    return failing is not None and (failing == "end" or status_of(rest) not in STILL_TO_COME)
