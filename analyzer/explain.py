"""What a code means: label, axis, level, circumstance, criterion, wording cue, finding (of one statement or of a dossier),
what became of a promise, checklist item or question.

Reads only `rules/*.toml` and the schema, so that explaining starts at once.
"""

from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from analyzer.errors import UsageError
from analyzer.rules import load_rules
from analyzer.schema import Label, Lang, Severity

_KINDS: Mapping[str, Mapping[Lang, str]] = {
    "labels": {Lang.JA: "文の種類・文書の事実", Lang.EN: "label or document fact"},
    "levels": {Lang.JA: "軸と段階", Lang.EN: "axis or level"},
    "findings": {Lang.JA: "指摘", Lang.EN: "finding"},
    "checklist": {Lang.JA: "チェック項目", Lang.EN: "checklist item"},
    "questions": {Lang.JA: "質問", Lang.EN: "question"},
    "additions": {Lang.JA: "書き足すこと", Lang.EN: "addition"},
    "dossier": {Lang.JA: "一連の公表への指摘", Lang.EN: "finding on a dossier"},
    "outcomes": {Lang.JA: "約束のゆくえ", Lang.EN: "what became of a promise"},
    "rubric": {Lang.JA: "段階の根拠", Lang.EN: "criterion of a level"},
    "cues": {Lang.JA: "言い回し", Lang.EN: "wording cue"},
}
"""Rule files whose codes a reader may meet; no code stands in two of them."""

_WORDS: Mapping[str, Mapping[Lang, str]] = {
    "axis": {Lang.JA: "軸", Lang.EN: "axis"},
    "label": {Lang.JA: "示す種類", Lang.EN: "speaks for"},
    "severity": {Lang.JA: "重さ", Lang.EN: "severity"},
    "why": {Lang.JA: "説明", Lang.EN: "meaning"},
    "basis": {Lang.JA: "根拠", Lang.EN: "basis"},
    "basis_general": {Lang.JA: "根拠（個人データの漏えいでない場合）", Lang.EN: "basis (no leak of personal data)"},
    "message": {Lang.JA: "文面", Lang.EN: "message"},
    "question": {Lang.JA: "質問", Lang.EN: "question"},
    "text": {Lang.JA: "文面", Lang.EN: "wording"},
    "example": {Lang.JA: "例", Lang.EN: "example"},
    "met": {Lang.JA: "満たすとき", Lang.EN: "if met"},
    "unmet": {Lang.JA: "満たさないとき", Lang.EN: "if not met"},
    "hits": {Lang.JA: "当たる例", Lang.EN: "holds"},
    "half": {Lang.JA: "一部だけの例", Lang.EN: "partly"},
    "misses": {Lang.JA: "当たらない例", Lang.EN: "does not hold"},
}
_EXAMPLES = ("hits", "half", "misses")
_WORDS_OF_ITEMS: Mapping[str, Mapping[Lang, str]] = {
    "hits": {Lang.JA: "書かれている例", Lang.EN: "stated"},
    "half": {Lang.JA: "一部だけの例", Lang.EN: "partly"},
    "misses": {Lang.JA: "書かれていない例", Lang.EN: "missing"},
}


def explain(code: str, lang: Lang = Lang.JA) -> str:
    """The meaning of a code, with its basis and examples; an unknown one raises `UsageError` naming the nearest."""
    wanted = code.strip().casefold()
    found = next(((kind, name, rule) for kind, name, rule in _all_rules() if wanted in _called(kind, name, rule)), None)
    if found is None:
        near = _nearest(wanted)
        if lang == Lang.EN:
            raise UsageError(f"{code}: no such code; nearest: {', '.join(near)}")
        raise UsageError(f"{code}: そのようなコードはありません。近いもの：{'、'.join(near)}")
    return _page(*found, lang)


def codes() -> tuple[str, ...]:
    """Every code that can be explained, in the order of the rule files."""
    return tuple(name for _, name, _ in _all_rules())


def _called(kind: str, name: str, rule: Mapping[str, Any]) -> Sequence[str]:
    """What a rule may be asked for by: its code, and the words under which a reader meets what became of a promise."""
    shown = (str(rule["name"]), str(rule["en"])) if kind == "outcomes" else ()
    return [each.casefold() for each in (name, *shown)]


@cache
def _all_rules() -> tuple[tuple[str, str, Mapping[str, Any]], ...]:
    return tuple((kind, name, rule) for kind in _KINDS for name, rule in load_rules(kind).items())


def _nearest(wanted: str) -> Sequence[str]:
    """Codes whose last part is the wanted word (`softened`), then those spelt like it."""
    by_fold = {name.casefold(): name for name in codes()}
    ends = [name for fold, name in by_fold.items() if wanted and fold.endswith(f".{wanted}")]
    close = [by_fold[fold] for fold in get_close_matches(wanted, by_fold, n=3, cutoff=0.3)]
    return list(dict.fromkeys(ends + close)) or ["FND01", "CHK01", "specificity.3"]


def _page(kind: str, code: str, rule: Mapping[str, Any], lang: Lang) -> str:
    lines = [f"{code}  {_in(rule, 'name', lang)} [{_KINDS[kind][lang]}]"]
    lines += (f"{_WORDS[part][lang]}: {value}" for part, value in _parts(rule, lang))
    words = _WORDS_OF_ITEMS if kind == "checklist" else _WORDS
    for part in _EXAMPLES:
        lines += (f"{words[part][lang]}: {example}" for example in rule.get(part, ()))
    return "\n".join(lines)


def _parts(rule: Mapping[str, Any], lang: Lang) -> Iterator[tuple[str, str]]:
    for part in _WORDS:
        if part in _EXAMPLES or part not in rule:
            continue
        if part == "label":
            yield part, Label(rule[part]).name_in(lang)
        elif part == "severity":
            yield part, Severity(rule[part]).name_in(lang)
        elif part == "axis":
            yield part, str(load_rules("levels")[rule[part]]["name" if lang == Lang.JA else "en"])
        else:
            yield part, _in(rule, part, lang)


def _in(rule: Mapping[str, Any], part: str, lang: Lang) -> str:
    """A part in the reader's language; Japanese where the rule has no English (the wording cues)."""
    english = "en" if part == "name" else f"{part}_en"
    return str(rule.get(english, rule[part]) if lang == Lang.EN else rule[part])
