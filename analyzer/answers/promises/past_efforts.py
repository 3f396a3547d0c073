"""What was done before the event (「日頃より…してまいりましたが」): the clause that tells of it promises nothing."""

import re

from analyzer.rules.slots import PROMISES

_STANDS_ALONE = re.compile(
    r"(?:(?:今後|これから|改めて|さらに)は?(?:毎[月週日年朝晩回]|[年月週]に?[0-9]回)?、)?[^、。]*(?:[をが]|(?<!今後)(?<!これから)は)|[^、。]*(?:対策|防止策|取り?組み?|措置)として(?:は)?、"
)


def end_of_past_effort(wording: str) -> int:
    """Where the past effort ends with which a sentence begins: 0 where there is none, its whole length where nothing is promised after it.

    What cannot stand without it (「年1回としてきましたが、今後は毎月実施します」) is not parted from it.
    """
    found = PROMISES.opening("past_effort", wording)
    if found is None:
        return 0
    rest = wording[found.end() :]
    if PROMISES.says("failing", rest):  # It was in vain, and that is all.
        return len(wording)
    return found.end() if _STANDS_ALONE.match(rest) else 0
