"""What was erased or fetched back only in part: 「200名に削除をお願いし、131名からお返事をいただいています」."""

import re
from itertools import chain

_COUNT = r"(?<![0-9,])(?P<part>[0-9][0-9,]{0,12})(?P<of>名|人|件|通|社|世帯|部|冊|枚)"
_UNDONE = r"削除|消去|破棄|廃棄|回収|返却|返送|お返し|お戻し"
_DONE = r"確認|返事|回答|返信|ご?連絡|報告|完了|済|いただ|でき(?:まし|て|た)|しまし|終え|戻"
_BEHIND = re.compile(rf"{_COUNT}(?:様|さま|分|の方)?[^。0-9]{{0,24}}(?:{_UNDONE})[^。0-9]{{0,24}}(?:{_DONE})")
_BEFORE = re.compile(rf"(?:{_UNDONE})(?:を|が|は|の)[^。0-9]{{0,16}}{_COUNT}[^。0-9]{{0,12}}(?:{_DONE})")
_COUNTED = re.compile(_COUNT)
_LEFT = re.compile(r"残[りる](?!な)|未(?:回収|確認|削除|返却)")


def part_done(wording: str) -> re.Match[str] | None:
    """Where a part is said to be done, of a whole that the same sentence counts or of which it says that some is left.

    >>> part_done("200名に削除をお願いし、131名から削除したとのお返事をいただきました。")
    <re.Match object; span=(13, 32), match='131名から削除したとのお返事をいただ'>
    >>> part_done("131名全員から削除したとのお返事をいただきました。")
    """
    some_left = _LEFT.search(wording) is not None
    whole: dict[str, int] = {}
    for number, of in _COUNTED.findall(wording):
        whole[of] = max(whole.get(of, 0), _number(number))
    done = chain(_BEHIND.finditer(wording), _BEFORE.finditer(wording))
    return next((found for found in done if some_left or whole[found["of"]] > _number(found["part"])), None)


def _number(figures: str) -> int:
    return int(figures.replace(",", ""))
