"""What a code or a word of a reading means: label, axis, level, circumstance, criterion, wording cue, finding (of one statement or
of a dossier), what became of a promise, checklist item, question, kind of event, delay, owner of a fault …

Reads only `rules/*.toml` and the schema, so that explaining starts at once.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from typing import Any

from analyzer import schema
from analyzer.errors import UsageError
from analyzer.interface import word
from analyzer.rules import load_rules
from analyzer.schema import Label, Lang, Named, Severity

_KINDS = ("labels", "levels", "findings", "checklist", "questions", "additions", "dossier", "outcomes", "terms", "rubric", "cues")
"""Rule files whose codes a reader may meet; no code stands in two of them."""
_NAMELESS = ("questions", "additions", "cues")
"""Those whose names no reading shows."""
_PARTS = ("axis", "label", "severity", "why", "basis", "basis_general", "message", "question", "text", "example", "met", "unmet")
_EXAMPLES = ("hits", "half", "misses")
CLOSED: Mapping[str, type[Named]] = {
    "detected_by": schema.DetectedBy,
    "report_stage": schema.ReportStage,
    "title_framing": schema.TitleFraming,
    "event": schema.EventKind,
    "owner": schema.Owner,
    "promise": schema.PromiseKind,
    "status": schema.PromiseStatus,
    "strength": schema.Strength,
    "due": schema.DueSense,
    "aim": schema.PromiseAim,
    "item": schema.ChecklistStatus,
    "severity": schema.Severity,
    "drift": schema.DriftKind,
}
"""Closed sets whose members are explained as `event.detected`, under the names that readings show."""
_NUMBERED = re.compile(r"[A-Z]{3}[0-9]{2}")
_OF_A_FAMILY = re.compile(r"(?P<head>.+\.|[a-z]{3}(?![^0-9]))[^.]*")
"""「fnd99」, 「fnd」, 「specificity.9」, 「event.found」: a code like others, if it were one, without its capitals."""
_MOST_ALIKE = 3
_LEAST_ALIKE = 0.6


@dataclass(frozen=True, slots=True)
class Entry:
    """A code and its rule in the table `kind`."""

    kind: str
    code: str
    rule: Mapping[str, Any]

    def name(self, lang: Lang) -> str:
        return _in(self.rule, "name", lang)

    @property
    def names(self) -> Iterator[str]:
        """What a reader may ask for it by, beside its code: the words a reading shows, with or without what they add in brackets."""
        if self.kind in _NAMELESS:
            return
        for shown in (*map(self.name, Lang), *_shown(self.kind, self.code).values(), *self.rule.get("signs", ())):
            yield from (shown, re.sub(r"\s*[(（][^()（）]*[)）]$", "", shown))


def explain(wanted: str, lang: Lang = Lang.JA) -> str:
    """The meaning of a code, with its basis and examples, or of each that a reading calls so; the codes of a kind by its name.

    An unknown one raises `UsageError`, which names those that are near, if any is.
    """
    asked = _folded(wanted)
    called = [entry for entry in _entries() if asked in map(_folded, entry.names)]
    coded = next((entry for entry in _entries() if _folded(entry.code) == asked), None)
    if coded is not None:
        others = [entry.code for entry in called if entry is not coded]
        more = [word("explain_same_name", lang, codes=_listed(others, lang))] if others else []
        return "\n".join([*_page(coded, lang), *more])
    if called:
        return "\n\n".join("\n".join(_page(entry, lang)) for entry in called)
    kind = next((kind for kind in _KINDS if asked in (kind, *(_folded(word(f"explain_{kind}", each)) for each in Lang))), None)
    if kind is not None:
        return _list(kind, lang)
    raise UsageError(_unknown(wanted, asked, lang))


def every_code(lang: Lang = Lang.JA) -> str:
    """All codes and what a reader calls them, kind by kind."""
    return "\n\n".join(_list(kind, lang) for kind in _KINDS)


def kinds(lang: Lang = Lang.JA) -> str:
    """What can be asked for: a line for each kind, with its first and last code."""
    lines = [word("explain_kinds", lang), ""]
    for kind in _KINDS:
        found = sorted(load_rules(kind)) if _NUMBERED.fullmatch(next(iter(load_rules(kind)))) else list(load_rules(kind))
        lines.append(f"{kind:<10} {word(f'explain_{kind}', lang)} ({len(found)}): {found[0]} … {found[-1]}")
    return "\n".join(lines)


def codes() -> tuple[str, ...]:
    """Every code that can be explained, in the order of the rule files."""
    return tuple(entry.code for entry in _entries())


@cache
def _entries() -> tuple[Entry, ...]:
    return tuple(Entry(kind, code, {**_shown(kind, code), **rule}) for kind in _KINDS for code, rule in load_rules(kind).items())


def _shown(kind: str, code: str) -> Mapping[str, str]:
    """The names that readings show for a code: of a closed set, or with the words of `interface.toml`; empty where there are none."""
    head, _, last = code.rpartition(".")
    if head in CLOSED:
        return {"name": CLOSED[head](last).japanese, "en": CLOSED[head](last).english}
    if kind == "terms" and last in load_rules("interface"):
        return {"name": word(last, Lang.JA), "en": word(last, Lang.EN)}
    return {}


def _folded(asked: str) -> str:
    """As it is compared: full width or not, in brackets or not, 「未確認？」 as 「未確認」."""
    return unicodedata.normalize("NFKC", asked).casefold().strip(" \t\n「」『』?〔〕[]")


def _unknown(wanted: str, asked: str, lang: Lang) -> str:
    told = word("explain_unknown", lang, wanted=wanted)
    found = _OF_A_FAMILY.fullmatch(asked)
    family = [code for code in codes() if found and code.casefold().startswith(found["head"])]
    numbered = [code for code in family if found and code[len(found["head"]) :].isdigit()]
    if found and numbered:
        head = numbered[0][: len(found["head"])]
        told += word("explain_family", lang, head=head, first=min(numbered), last=max(numbered))
    elif near := family or _nearest(asked, lang):
        told += word("explain_near", lang, codes=_listed(near, lang))
    return told + word("explain_see_list", lang)


def _nearest(asked: str, lang: Lang) -> Sequence[str]:
    """Codes that end in the wanted word (`self`), then those whose code or name is spelt like it; none where nothing is.

    One that is near by a name has the name beside it: 「deflection（責任転嫁）」.
    """
    near: dict[str, str] = {}
    for entry in _entries():
        near.setdefault(_folded(entry.code), entry.code)
        for name in entry.names:
            near.setdefault(_folded(name), word("in_brackets", lang, told=entry.code, more=name))
    ends = [code for code in codes() if asked and code.casefold().endswith(f".{asked}")]
    alike = get_close_matches(asked, near, n=_MOST_ALIKE, cutoff=_LEAST_ALIKE)
    return list(dict.fromkeys([*ends, *(near[fold] for fold in alike)]))


def _listed(found: Sequence[str], lang: Lang) -> str:
    return word("comma", lang).join(found)


def _list(kind: str, lang: Lang) -> str:
    lines = [f"■ {word(f'explain_{kind}', lang)}"]
    return "\n".join(lines + [f"{entry.code}  {entry.name(lang)}" for entry in _entries() if entry.kind == kind])


def _page(entry: Entry, lang: Lang) -> list[str]:
    rule = entry.rule
    lines = [f"{entry.code}  {entry.name(lang)} [{word(f'explain_{entry.kind}', lang)}]"]
    lines += (f"{word(f'explain_{part}', lang)}: {_told(rule, part, lang)}" for part in _PARTS if part in rule)
    for part in _EXAMPLES:
        called = f"explain_{part}_checklist" if entry.kind == "checklist" and part != "half" else f"explain_{part}"
        lines += (f"{word(called, lang)}: {example}" for example in rule.get(part, ()))
    return lines


def _told(rule: Mapping[str, Any], part: str, lang: Lang) -> str:
    if part == "label":
        return Label(rule[part]).name_in(lang)
    if part == "severity":
        return Severity(rule[part]).name_in(lang)
    if part == "axis":
        return str(load_rules("levels")[rule[part]]["name" if lang == Lang.JA else "en"])
    return _in(rule, part, lang)


def _in(rule: Mapping[str, Any], part: str, lang: Lang) -> str:
    """A part in the reader's language; Japanese where the rule has no English (the wording cues)."""
    english = "en" if part == "name" else f"{part}_en"
    return str(rule.get(english, rule[part]) if lang == Lang.EN else rule[part])
