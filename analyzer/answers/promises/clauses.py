"""What a predicate does in its clause: whether it tells an act or only describes a noun."""

from collections.abc import Sequence

from analyzer.language.pipeline import Word

ACTION = "名詞-普通名詞-サ変可能"
_FORMAL_NOUNS = frozenset({"こと", "もの", "予定", "方針", "計画", "所存", "ところ", "考え"})


def is_relative(words: Sequence[Word], index: int, end: int | None = None) -> bool:
    """Whether a predicate only describes a noun (「表示し、承認しなければ送信できない仕組み」) before `end`, formal nouns apart."""
    return noun_described(words, index, end) is not None


def noun_described(words: Sequence[Word], index: int, end: int | None = None) -> Word | None:
    """The noun before `end` that a predicate describes, itself or as the first of several (「鍵を確かめ、控えを残す決まり」)."""
    seen: set[int] = set()
    while words[index].head != index and index not in seen:
        seen.add(index)
        head = words[index].head
        if end is not None and words[head].start >= end:
            return None
        if words[index].dep == "acl" and head > index and words[head].lemma not in _FORMAL_NOUNS and words[head].tag != ACTION:
            return words[head]
        index = head
    return None
