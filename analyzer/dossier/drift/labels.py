"""Counts of one announcement and of those before it that go by the same label: a row or an item of a list, told again or told otherwise."""

import re
from collections.abc import Mapping, Sequence

from analyzer.dossier.drift.count_meaning import counter_of, is_cited
from analyzer.dossier.drift.counted import Counted

_BEFORE = re.compile(r"[^、。:|(),]*(?:[\s:|(]|約|計|最大)*$")
"""What stands before a count up to the last mark: 「お届け先の個人情報(」."""
_MARKS = re.compile(r"^[\s・*※○●\-]*(?:及び|および|並びに|と)?|[\s:|(]+|(?:は|が|の|を|も|約|合?計|最大|、)*$")
_WORD = re.compile(r"[一-龥々]{2,}|[ァ-ヶー]{2,}|[A-Za-z]{2,}")
_PART = "うち"
_OF_ANY = frozenset(
    "客様 情報 個人情報 個人 件数 人数 対象 対象者 対象数 総数 合計 最大 可能性 確認 漏洩 漏えい 流出 新規 上記 下記 以下 内訳 延べ".split()
)
"""Words of many a label, which tell no row from another."""
_ALIKE = 1.0
"""How alike two labels are where one holds the other."""


def paired(counts: Sequence[Counted], earlier: Sequence[Counted]) -> Mapping[Counted, Counted]:
    """The counts that go by a label told before, each with the last that went by it.

    Only where a table or a list is told: of single counts the labels say little (「対象は214名」, 「該当する方は231名」).
    """
    pairs: dict[Counted, Counted] = {}
    for counter in dict.fromkeys(counter_of(each.count) for each in counts):
        now = [each for each in _of(counter, counts) if not is_cited(each.reading.wording, each.count)]
        told = _last_told(_of(counter, earlier))
        if len(now) > 1 and len(told) > 1:
            pairs |= _best_pairs(now, told)
    return pairs


def left_over(counter: str, earlier: Sequence[Counted], pairs: Mapping[Counted, Counted]) -> Counted | None:
    """The one count with a counter, of the last announcement that has any, that goes by no label told again; None where there are more."""
    rest = [each for each in _last_told(_of(counter, earlier)) if each not in pairs.values()]
    return rest[0] if len(rest) == 1 else None


def _of(counter: str, counts: Sequence[Counted]) -> list[Counted]:
    """The counts with a counter, of records of people or of anything else, and of none that did it."""
    return [each for each in counts if counter_of(each.count) == counter and each.counter != "doers"]


def _last_told(counts: Sequence[Counted]) -> Sequence[Counted]:
    """The counts of the last of their announcements."""
    return [each for each in counts if each.announcement is counts[-1].announcement] if counts else []


def _best_pairs(now: Sequence[Counted], told: Sequence[Counted]) -> Mapping[Counted, Counted]:
    """Each count with the one whose label is most like its own, the most alike first; nothing is paired twice."""
    likeness = {(after, before): like for after in now for before in told if (like := _likeness(after, before)) > 0}
    pairs: dict[Counted, Counted] = {}
    for after, before in sorted(likeness, key=lambda pair: likeness[pair], reverse=True):
        if after not in pairs and before not in pairs.values():
            pairs[after] = before
    return pairs


def _likeness(one: Counted, other: Counted) -> float:
    """How alike the labels of two counts are: the share of words that both have, more where one holds the other; equal values first."""
    left, right = label_of(one), label_of(other)
    shared = [word for word in _words(left) if any(word in each or each in word for each in _words(right))]
    if not shared:
        return 0.0
    held = _ALIKE if left in right or right in left else 0.0
    if not held and left.startswith(_PART) != right.startswith(_PART):
        return 0.0  # 「職員を入れて31名」 after 「23名(うち職員6名)」
    return held + len(shared) / max(len(_words(left)), len(_words(right))) + (one.value == other.value) / 10


def label_of(counted: Counted) -> str:
    """What a count goes by: the words before it in its line, without marks (「お届け先の情報」 of 「お届け先の情報(78,840名分)」)."""
    found = _BEFORE.search(counted.reading.wording[: counted.count.start])
    return _MARKS.sub("", found[0]) if found else ""


def goes_by_it(one: Counted, other: Counted) -> bool:
    """Whether the label of one count holds that of the other."""
    return _likeness(one, other) >= _ALIKE


def _words(label: str) -> list[str]:
    return [word for word in _WORD.findall(label) if word not in _OF_ANY]
