"""Questions to send to the organisation: what this statement leaves open, in its own words, with the ground for asking."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from analyzer.answers.gaps.checklist import Labels, Trait, item_rule, traits_of
from analyzer.answers.gaps.inquirers import body_inquiring
from analyzer.answers.gaps.quoting import LONGEST_QUOTE, clause_around, quoted, span_in_unit
from analyzer.answers.promises.acts import MARKER, OPENING
from analyzer.answers.promises.ledger import promises, promises_nothing
from analyzer.answers.promises.terms import is_repeated
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.units import Span
from analyzer.report import ChecklistItem, Finding, Promise, Question
from analyzer.rules import load_rules
from analyzer.schema import Label, Lang, PromiseKind, PromiseStatus

MOST = 8
MOST_MINOR = 2
MOST_ON_ONE_TOPIC = 2
LONGEST_PHRASE = 30


@dataclass(frozen=True, slots=True)
class QuestionRule:
    """One table of `rules/questions.toml`; the file's head tells what each part means."""

    code: str
    topic: str
    when: frozenset[str]
    unless: frozenset[str]
    quote: str
    pattern: re.Pattern[str]
    grounded: bool
    needs: Trait | None
    exempt_if: frozenset[Trait]
    answered: re.Pattern[str] | None
    answered_by: frozenset[Label]
    text: Mapping[Lang, str]
    because: Mapping[Lang, str]
    ground: str
    minor: bool


@cache
def question_rules() -> tuple[QuestionRule, ...]:
    """All rules in file order, the minor ones last."""
    rules = (
        QuestionRule(
            code=code,
            topic=rule["topic"],
            when=frozenset(rule["when"]),
            unless=frozenset(rule.get("unless", ())),
            quote=rule.get("quote", ""),
            pattern=re.compile(rule.get("pattern", "")),
            grounded=bool(rule.get("grounded", True)),
            needs=Trait(rule["needs"]) if "needs" in rule else None,
            exempt_if=frozenset(Trait(name) for name in rule.get("exempt_if", ())),
            answered=re.compile(rule["answered"]) if "answered" in rule else None,
            answered_by=frozenset(Label(code) for code in rule.get("answered_by", ())),
            text={Lang.JA: rule["text"], Lang.EN: rule["text_en"]},
            because={Lang.JA: rule["because"], Lang.EN: rule["because_en"]},
            ground=rule["ground"],
            minor=bool(rule.get("minor", False)),
        )
        for code, rule in load_rules("questions").items()
    )
    return tuple(sorted(rules, key=lambda rule: rule.minor))


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of the statement that a question takes up, and their unit."""

    unit: int
    words: str


def questions(
    document: DocumentReading,
    labels: Sequence[Labels],
    checklist: Sequence[ChecklistItem],
    findings: Sequence[Finding],
    lang: Lang = Lang.JA,
    *,
    promised: Sequence[Promise] | None = None,
) -> tuple[Question, ...]:
    """At most `MOST` questions, the most telling first; `checklist`, `findings` and `promised` are those of this statement.

    Without `promised`, its promises are read here.
    """
    given = promises(document, labels, document.statement.published) if promised is None else promised
    items = {item.code: item for item in checklist}
    traits = traits_of(document, labels)
    raised = {f"{item.code}.{item.status}" for item in checklist} | {finding.code for finding in findings}
    asked: list[Question] = []
    topics: Counter[str] = Counter()
    taken: set[str] = set()
    minor = 0
    for rule in question_rules():
        if rule.exempt_if & traits or not (rule.needs is None or rule.needs in traits):
            continue
        enough = topics[rule.topic] == MOST_ON_ONE_TOPIC or (rule.minor and minor == MOST_MINOR)
        if enough or not rule.when & raised or rule.unless & raised or _answered(rule, document, labels):
            continue
        quotation = _quotation(rule, document, labels, findings, given, taken) if rule.quote else Quotation(-1, "")
        if quotation is None:
            continue
        taken.add(quotation.words)
        topics[rule.topic] += 1
        minor += rule.minor
        asked.append(_question(rule, quotation, items[rule.ground], lang))
    return tuple(asked[:MOST])


def _question(rule: QuestionRule, quotation: Quotation, ground: ChecklistItem, lang: Lang) -> Question:
    basis = f"（根拠：{ground.basis}）" if lang == Lang.JA else f" (Basis: {ground.basis}.)"
    return Question(
        code=rule.code,
        text=rule.text[lang].format(quote=quotation.words),
        because=rule.because[lang] + basis,
        unit=quotation.unit if quotation.words else None,
    )


def _answered(rule: QuestionRule, document: DocumentReading, labels: Sequence[Labels]) -> bool:
    return rule.answered is not None and any(
        rule.answered.search(unit.wording)
        for unit, assigned in zip(document.units, labels, strict=True)
        if not rule.answered_by.isdisjoint(assigned)
    )


def _quotation(
    rule: QuestionRule,
    document: DocumentReading,
    labels: Sequence[Labels],
    findings: Sequence[Finding],
    promised: Sequence[Promise],
    taken: set[str],
) -> Quotation | None:
    """The first wording of the rule's kind that no earlier question took up."""
    if rule.quote == "finding":
        found = _of_finding(rule, document, findings)
    elif rule.quote == "measure":
        found = _open_measures(document, promised)
    else:
        found = _of_units(rule, document, labels)
    # A question on 「再発防止」 has been asked by one on 「再発防止の徹底」.
    asked = [words for words in taken if words]
    return next((new for new in found if not any(new.words in words or words in new.words for words in asked)), None)


def _of_finding(rule: QuestionRule, document: DocumentReading, findings: Sequence[Finding]) -> Iterator[Quotation]:
    for finding in findings:
        if finding.code in rule.when and finding.unit is not None and finding.start is not None and finding.end is not None:
            unit = document.units[finding.unit]
            start, end = span_in_unit(document, unit, finding.start, finding.end)
            words = quoted(document, unit, (start, end))
            if rule.pattern.search(unit.wording[start:end]) and (rule.grounded or not _GROUND.search(unit.wording)):
                yield Quotation(finding.unit, words)


def _of_units(rule: QuestionRule, document: DocumentReading, labels: Sequence[Labels]) -> Iterator[Quotation]:
    wanted, quote = _QUOTES[rule.quote]
    for index, (unit, assigned) in enumerate(zip(document.units, labels, strict=True)):
        if not wanted.isdisjoint(assigned):
            for span in quote(unit, assigned):
                if rule.pattern.search(unit.wording[span[0] : span[1]]):
                    yield Quotation(index, quoted(document, unit, span))


_STILL_TO_COME = frozenset({PromiseStatus.PLANNED, PromiseStatus.INTENDED})
_LOOSE = re.compile(r"(?:[。、\s]|(?<=[一-龥ァ-ヶ])(?:と|や|及び|および|並びに))+$")


def _open_measures(document: DocumentReading, promised: Sequence[Promise]) -> Iterator[Quotation]:
    """The measures still to come for which neither the ledger nor their unit gives a date or somebody in charge."""
    told = {promise.unit for promise in promised if promise.owner or (promise.due and not is_repeated(promise.due))}
    for promise in promised:
        unit = document.units[promise.unit]
        if promise.kind == PromiseKind.CONCRETE and promise.status in _STILL_TO_COME and promise.unit not in told:
            start, end = span_in_unit(document, unit, promise.start, promise.end)
            for head in (MARKER, OPENING):
                found = head.match(unit.wording, start, end)
                start = found.end() if found else start
            end = start + len(_LOOSE.sub("", unit.wording[start:end]))
            if start < end and "|" not in unit.wording[start:end]:  # A row of a table is no wording to quote.
                span = (start, end) if end - start <= LONGEST_QUOTE else clause_around(unit, (end - 1, end))
                yield Quotation(promise.unit, quoted(document, unit, span))


# --- which words -----------------------------------------------------------------------------------------------------

_PROMISED = re.compile(
    r"徹底|強化|向上|改善|見直し|再構築|充実|構築|醸成|遵守|順守|適正化|厳格化|周知|指導|教育|研修|啓発|確認|点検|共有|再発防止"
)
_GENERAL_CAUSE = re.compile(r"ミス|誤り|不注意|手違い|不手際|エラー|不備|不足|行き違い|操作|漏れ|不具合|障害|故障|トラブル|誤作動")
_TAKES_NI = re.compile(r"周知|指導|教育|啓発|共有|誤り|不備|ミス")


def _vague_promise(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if Label.MEASURE_CONCRETE not in assigned and not promises_nothing(unit, assigned):
        yield from noun_phrases(unit, _PROMISED)


_GROUND = re.compile(
    r"(?P<told>[^。、]*(?:[0-9]|記録|履歴|ログ|帳簿|台帳|映像|検査|測定|鑑定|照合|突き?合わ?せ)[^。、]*?)(?:こと|結果)?(?:から|により|による|によれば|によると|ため|ので|を踏まえ)、"
)
"""The ground given in the sentence itself: 「記録の箱数が3箱多いことから、」."""


def _ground(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if found := _GROUND.search(unit.wording):
        told = found.span("told")
        yield clause_around(unit, told)[0], told[1]


def _report_to_come(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    for sign in item_rule("CHK11").partly:
        if sign.shown_by(unit, assigned) and sign.pattern and (found := list(sign.pattern.finditer(unit.wording))):
            yield clause_around(unit, found[-1].span())


def _inquirer(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    if span := body_inquiring(unit.wording):
        yield span


def _general_cause(unit: UnitReading, assigned: Labels) -> Iterator[Span]:
    yield from noun_phrases(unit, _GENERAL_CAUSE)


_QUOTES: Mapping[str, tuple[frozenset[Label], Callable[[UnitReading, Labels], Iterator[Span]]]] = {
    "promise": (frozenset({Label.MEASURE_VAGUE}), _vague_promise),
    "cause": (frozenset({Label.CAUSE, Label.DEFLECTION}), _general_cause),
    "ground": (frozenset({Label.MINIMIZATION}), _ground),
    "report": (frozenset({Label.FOLLOWUP}), _report_to_come),
    "inquirer": (frozenset(Label), _inquirer),
}

_NOMINAL = frozenset({"NOUN", "PROPN", "NUM"})
_JOINS = re.compile(r"[のや・となへ]|への|及び|および|並びに|ならびに|より|一層|いっそう|さらなる|更なる|再")
_BRIDGES = re.compile(r"関する|対する|おける|係る|かかる|つい")
_NOT_THEIRS = re.compile(
    r"今[後回]|本件|[当弊小]社|[当弊本]|当?クラブ|ため|こと|もの|よう|[上際時中様]|同様|[こそ]れ|とも|[答問AQ]|私(?:たち|ども)?|我々|ほか|他|原因"
)


def noun_phrases(unit: UnitReading, key: re.Pattern[str]) -> Iterator[Span]:
    """Noun phrases that end in a word of `key`, with what they are about: 「個人情報の取り扱いに関する教育を徹底」.

    At most `LONGEST_PHRASE` characters, cut only between phrases; a bare key word is none.
    """
    words = unit.parsed.words
    last = len(words)
    for at in reversed(range(len(words))):
        if at >= last or words[at].pos not in _NOMINAL | {"VERB"} or not key.search(words[at].text):
            continue
        first = at
        while first and _belongs(unit, first - 1, at):
            first -= 1
        last = first
        while first < at and words[first].pos not in _NOMINAL | {"ADJ"}:
            first += 1
        end = words[at].start + len(words[at].text)
        while end - words[first].start > LONGEST_PHRASE and first < at:
            first += 1
            while first < at and (words[first - 1].pos in _NOMINAL or words[first].pos not in _NOMINAL):
                first += 1
        if end - words[first].start >= 4 and first < at:
            yield words[first].start, end


def _belongs(unit: UnitReading, index: int, key: int) -> bool:
    word, following = unit.parsed.words[index], unit.parsed.words[index + 1]
    if _NOT_THEIRS.fullmatch(word.text):
        return False
    if word.text in ("を", "に", "へ"):
        next_to_key = index == key - 1 and (word.text != "に" or bool(_TAKES_NI.search(following.text)))
        return next_to_key or (word.text == "に" and bool(_BRIDGES.fullmatch(following.text))) or word.text + following.text == "への"
    if _BRIDGES.fullmatch(word.text):
        return index > 0 and unit.parsed.words[index - 1].text == "に"
    return word.pos in _NOMINAL or bool(_JOINS.fullmatch(word.text)) or (word.pos == "ADJ" and following.text == "な")
