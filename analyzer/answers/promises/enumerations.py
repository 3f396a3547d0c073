"""Lists of acts told as nouns: 「Aの確認およびBの監視」「Aの修正、Bの確認を行います」「対策として、Aの点検、Bの修理、会議でCを徹底」."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from analyzer.answers.promises.clauses import ACTION
from analyzer.answers.promises.dues import day_told
from analyzer.answers.promises.statuses import TRAILING
from analyzer.language.pipeline import Word
from analyzer.language.units import Span
from analyzer.rules.slots import PROMISES

_DOES_THEM = re.compile(
    r"(?:といった[一-龥]{2,4})?[をに](?:[0-9年月日末上中下旬来今]{2,12}(?:から|より|まで(?:に)?|中に|に)?、?)?(?:随時|順次|速やかに|一層)?(?:行|実施|進め|取り?組|図|努め|推進|検討|徹底|講じ)[ぁ-ん一-龥]{0,14}$"
    r"|(?:の[0-9一二三四五六]{1,2}(?:点|つ))?(?:です|とします|といたします)$"
)
"""The one verb of a list of acts."""
_OPENS = re.compile(r"(?:として|ために?|つきまして|とおり|今後|際|とき|時|[にで]?は|も)$")
_LEADS = re.compile(r"(?:取り?組み?|取り?組む内容|対策|(?:防止|改善|予防)策|措置|取り?組み?内容|(?:実施)?(?:項目|内容))として(?:は)?、")
_AMONG_OTHERS = re.compile(
    r"、[^、。]*?(?P<among>を(?:はじめ|始め)(?:とする|とした|として)?、?[^。]{0,60}(?:(?:取り?)?まと|策定|定め|公表|決め|講じ))"
)
"""「柵の設置、手順書の作成をはじめとする対策をまとめました」: what follows the last example sums up and is no act."""
_ACTS = ("化", "見直し", "立ち会い", "取り付け", "取付け", "チェック", "アンケート")
"""What names an act though the dictionary knows it as a thing."""
_NOTED = re.compile(r"(?<![^、。;()])(?P<act>[^、。;()]+)(?P<note>\([^()]{1,40}\))(?P<comma>[、;])(?P<next>[^、。;]*)")
_ON = re.compile(r"[をはにがへの]")
_SHORTEST = 3
"""Words that an act in such a list has at least: what is done, and to what or by whom."""


def joined_by_and(words: Sequence[Word], piece: Span) -> list[Span]:
    """Cut 「Aの確認およびBの監視を行う」: both sides must be an action noun with something of its own before it."""
    inside = [word for word in words if piece[0] <= word.start < piece[1]]
    for index, word in enumerate(inside):
        if word.text not in ("および", "及び", "並びに", "ならびに") or index < 2:
            continue
        end = next((at for at in range(index + 1, len(inside)) if inside[at].text in ("を", "に", "。", "、", "(")), len(inside))
        left, right = inside[:index], inside[index + 1 : end]
        if names_act(left) and names_act(right) and not any(w.text in ("を", "は") for w in left):
            return [(piece[0], word.start), *joined_by_and(words, (inside[index + 1].start, piece[1]))]
    return [piece]


def listed(wording: str, words: Sequence[Word], piece: Span) -> list[Span]:
    """Cut 「Aの修正、Bの確認」 and 「Aの修正、Bの確認を行います」: a list whose parts are all action nouns.

    After 「対策として、」 what follows the first two may be a clause.
    """
    if led := _led(wording, words, piece):
        return led
    bare = len(TRAILING.sub("", wording[piece[0] : piece[1]])) + piece[0]
    done = _DOES_THEM.search(wording, piece[0], bare)
    inside = [word for word in words if piece[0] <= word.start < (done.start() if done else bare)]
    commas = [index for index, word in enumerate(inside) if word.text in ("、", ";", "/")]
    if done and commas and _OPENS.search(wording, piece[0], inside[commas[0]].start):
        first, commas = commas[0], commas[1:]
    else:
        first = -1
    if not commas or any(word.text in ("を", "は", "が") for word in inside[first + 1 :]):
        return [piece]
    edges = [first, *commas, len(inside)]
    parts = [_without_and(inside[left + 1 : right]) for left, right in pairwise(edges)]
    if not all(names_act(part) and any(word.text == "の" for word in part) for part in parts):
        return [piece]
    starts = [piece[0], *(inside[at].start + 1 for at in commas)]
    return list(zip(starts, [*(inside[at].start for at in commas), piece[1]], strict=True))


def commas_behind_notes(wording: str, words: Sequence[Word]) -> Iterator[Span]:
    """The commas between acts that brackets date, or give to somebody, one by one: 「弁の交換(8月末まで)、柵を設置(施設課)」.

    「理事会(4月10日)、監事会(4月20日)で定める」 dates no act, 「調査(4月10日)、面談(4月20日)を踏まえ」 none that is promised.
    """
    ends = {word.start + len(word.text): word for word in words}
    for found in _notes(wording):
        last = ends.get(found.start("note"))
        told = last and _is_of_act(last) and _ON.search(found["act"]) and _ON.search(found["next"])
        if told and _tells_of_act(found["note"]) and not PROMISES.says("preamble", found["next"]):
            yield found.span("comma")


def _is_of_act(word: Word) -> bool:
    """Whether a word is a predicate, or the noun of an act: 「点検」, 「読み合わせ」."""
    return word.tag == ACTION or word.pos in ("VERB", "AUX") or (word.pos == "NOUN" and "ぁ" <= word.text[-1] <= "ん")


def _tells_of_act(note: str) -> bool:
    """Whether a bracket tells by when an act is done, that it is done, or by whom."""
    return bool(day_told(note) or PROMISES.says("mark", note) or PROMISES.says("actor", note[1:-1]))


def _notes(wording: str) -> Iterator[re.Match[str]]:
    """Each clause that ends in a bracket and a comma; what follows one may be the next."""
    at = 0
    while found := _NOTED.search(wording, at):
        yield found
        at = found.end("comma")


def end_of_lead(wording: str) -> int:
    """Where the words end that lead up to a list (「…に向けた取り組みとして、」), 0 where there are none."""
    led = _LEADS.search(wording)
    return led.end() if led else 0


def _led(wording: str, words: Sequence[Word], piece: Span) -> list[Span]:
    """Cut 「対策として、Aの点検、Bの修理、会議でCを徹底」: two action nouns or more, and the clause or last example after them."""
    led = _LEADS.search(wording, piece[0], piece[1])
    edges = [at.start for at in words if led and at.text == "、" and led.end() <= at.start < piece[1]]
    if not led or not edges:
        return []
    cut = [led.end() - 1]
    for left, right in pairwise([led.end() - 1, *edges, piece[1]]):
        inside = [word for word in words if left < word.start < right]
        if _is_clause(inside) or not names_act(_without_and(inside)) or len(inside) < _SHORTEST:
            break
        cut.append(right)
    if len(cut) < 3:
        return []
    spans = [(left + 1, right) for left, right in pairwise(cut)]
    examples = _AMONG_OTHERS.match(wording, cut[-1], piece[1])
    rest = (cut[-1] + 1, examples.start("among") if examples else piece[1])
    return [(piece[0], spans[0][1]), *spans[1:], *([rest] if rest[0] < rest[1] else [])]


def _is_clause(words: Sequence[Word]) -> bool:
    """Whether words have an object, a topic or a subject; 「6年生を対象とした」 only tells whom an act is for."""
    after = [*(word.text for word in words[1:]), ""]
    return any(word.text in ("は", "が") or (word.text == "を" and then != "対象") for word, then in zip(words, after, strict=True))


def _without_and(words: Sequence[Word]) -> Sequence[Word]:
    return words[:-1] if words and words[-1].text in ("と", "や", "など", "等") else words


def names_act(words: Sequence[Word]) -> bool:
    """Whether words end in the noun of an act, with what it is done to or by: 「鍵の交換」."""
    return len(words) > 1 and (words[-1].tag == ACTION or words[-1].text.endswith(_ACTS)) and words[-2].text not in ("、", "や", "・")
