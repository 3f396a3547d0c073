"""Whether a text holds several reports of one matter, pasted one below the other."""

import re

from analyzer.language.normalise import fold

_HEAD = re.compile(r"[【\[<《■●◆▼]?\s*(?P<report>第[0-9一二三四五六七八九十]{1,3}報|初報|続報|最終報)[】\]>》]?\s*[^。!?]{0,50}")
_DAY = re.compile(r"[0-9]{1,2}\s*[月./]\s*[0-9]{1,2}")
_NO_HEAD = re.compile(r"(?:です|ます|ました|ません|でした)$|(?:は|が|を|に|で)(?:こちら|[、,])|(?:こちら|参照|ください)")
_SENTENCE = re.compile(r"(?:ます|ました|ません|です|でした|した|いる|ある)。")


def reports_in(text: str) -> tuple[str, ...]:
    """The names of the dated reports that the text holds, in its order; none where there are not two with sentences of their own.

    >>> reports_in("第2報：6月3日発表\\n名簿は戻りました。\\n第1報：6月1日発表\\n名簿を紛失しました。")
    ('第2報', '第1報')
    """
    told: list[str] = []
    head: str | None = None
    for line in map(str.strip, fold(text).splitlines()):
        found = _HEAD.fullmatch(line)
        if found and _DAY.search(line) and not _NO_HEAD.search(line):
            head = found["report"]
        elif head and head not in told and _SENTENCE.search(line):
            told.append(head)
    return tuple(told) if len(told) > 1 else ()
