"""Labelled statements checked for form, stock phrases, leakage and contradictions."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path

from analyzer.corpus.labelled_files import home_of, labelled_files
from analyzer.errors import UnreadableError
from analyzer.language.normalise import normalise
from analyzer.language.outline import Placement, outline, topic_of
from analyzer.language.units import split_units
from analyzer.schema import Label, TitleFraming
from analyzer.statement import LabelledStatement, labelled_in, numbered_lines

MOST_ALIKE = 0.1
"""Cosine that two statements of different sets may reach; a little more than makes near duplicates, so that no rounding decides."""
LEAST_STOCK = 15
MOST_STOCK = 0.01
"""A sentence of 15 characters or more may occur in at most 1 % of the statements."""
_CONTRADICTIONS = {
    Label.CONTACT: {Label.APOLOGY, Label.INCIDENT, Label.CAUSE},
    Label.CAUSE: {Label.CONTACT},
    Label.MEASURE_CONCRETE: {Label.CONTACT},
}
"""Under a heading about the key, a list line labelled with only one of these contradicts its heading."""
_KEY_BEFORE_BLANK = re.compile(r"\s*\S\s*(\S{2,12})[ \t　]")
"""The key of a bulleted key line that has a blank for its colon: 「● お問い合わせ　会員相談窓口 …」."""
_NOTES = ("※", "■", "□", "◆")
_NAME = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9ぁ-ん・]{2,}")
_NAME_SIZES = range(3, 13)


def check(sources: Iterable[Path]) -> Iterator[str]:
    """Faults, one line each in both languages, with file and line."""
    read: list[tuple[str, str, LabelledStatement]] = []
    faulty = False
    for path in labelled_files(sources):
        for number, line in numbered_lines(path):
            place = f"{path}:{number}"
            try:
                labelled = labelled_in(line)
            except ValueError as error:
                faulty = True
                yield f"{place}: {error}"
                continue
            read.append((place, home_of(path), labelled))
            yield from (f"{place}: {fault}" for fault in _faults(labelled))
    if not read and not faulty:
        raise UnreadableError("ラベル付き公表文が一つもありません / no labelled statement in these files")
    yield from _repeated_ids(read)
    yield from _stock(read)
    yield from _leaks(read)


def _faults(labelled: LabelledStatement) -> Iterator[str]:
    text, end = labelled.text, 0
    for index, unit in enumerate(labelled.units):
        if unit.start < end:
            yield (
                f"単位 {index} が {unit.start} から始まり、単位 {index - 1} の終わり {end} より前です"
                f" / unit {index} starts at {unit.start}, before unit {index - 1} ends at {end}"
            )
        if text[end : unit.start].strip():
            yield _uncovered(text, end, unit.start)
        end = unit.end
    if text[end:].strip():
        yield _uncovered(text, end, len(text))
    if (labelled.title_framing == TitleFraming.NONE) != (labelled.statement.title is None):
        framing, title = labelled.title_framing, labelled.statement.title
        yield f"題名が {title!r} なのに title_framing が {framing} です / title_framing is {framing}, title is {title!r}"
    if labelled.statement.title and text.startswith(labelled.statement.title):
        yield "本文が題名を繰り返しています / text repeats the title"
    yield from _split_otherwise(labelled)
    yield from (f"実在の組織の名前です / real organisation named: 「{name}」" for name in _real_names(f"{labelled.statement.title} {text}"))


def _uncovered(text: str, start: int, end: int) -> str:
    return f"どの単位にも入らない文字があります / no unit covers {start}:{end} 「{text[start:end].strip()[:20]}」"


def _split_otherwise(labelled: LabelledStatement) -> Iterator[str]:
    normal = normalise(labelled.text)
    spans = split_units(normal.text)
    ours = [normal.original_span(*span) for span in spans]
    for index, unit in enumerate(labelled.units):
        if (unit.start, unit.end) not in ours:
            place, wording = f"{unit.start}:{unit.end}", labelled.text[unit.start : unit.end][:24]
            yield (
                f"単位 {index}（{place}）の「{wording}」は、文の切り方が違います"
                f" / unit {index} spans {place}, the splitter cuts 「{wording}」 otherwise"
            )
    if len(ours) == len(labelled.units):
        for index, (unit, placement) in enumerate(zip(labelled.units, outline(normal.text, spans), strict=True)):
            yield from _contradiction(index, labelled.text[unit.start : unit.end], unit.labels, placement)


def _contradiction(index: int, wording: str, labels: frozenset[Label], placement: Placement) -> Iterator[str]:
    if (
        placement.topic in _CONTRADICTIONS
        and placement.marker == "bullet"
        and len(labels) == 1
        and not _names_its_topic(wording, placement)
    ):
        label = next(iter(labels))
        if label in _CONTRADICTIONS[Label(placement.topic)]:
            topic = placement.topic
            yield (
                f"単位 {index} は {topic} の見出しの下の箇条書きなのに {label} だけです"
                f" / unit {index} is {label} alone, a list line under a heading about {topic}"
            )


def _names_its_topic(wording: str, placement: Placement) -> bool:
    """A heading, a note, and a line with a key of its own, stand beside the heading above, not under it."""
    key = _KEY_BEFORE_BLANK.match(wording)
    noted = wording.lstrip().startswith(_NOTES)
    return noted or placement.is_heading or placement.key_topic is not None or (key is not None and topic_of(key[1]) is not None)


def _repeated_ids(read: Sequence[tuple[str, str, LabelledStatement]]) -> Iterator[str]:
    first: dict[str, str] = {}
    for place, _, labelled in read:
        if first.setdefault(labelled.id, place) != place:
            yield f"{place}: id {labelled.id} が {first[labelled.id]} と同じです / is also that of {first[labelled.id]}"


def _stock(read: Sequence[tuple[str, str, LabelledStatement]]) -> Iterator[str]:
    where: defaultdict[str, set[str]] = defaultdict(set)
    for place, _, labelled in read:
        for unit in labelled.units:
            if unit.end - unit.start >= LEAST_STOCK:
                where[labelled.text[unit.start : unit.end]].add(place)
    most = max(2, int(len(read) * MOST_STOCK))
    for sentence, places in where.items():
        if len(places) > most:
            yield (
                f"{min(places)}: 「{sentence}」が {len(places)} 文書にあります（{most} 文書まで）"
                f" / is in {len(places)} statements, at most {most} may have it"
            )


def _leaks(read: Sequence[tuple[str, str, LabelledStatement]]) -> Iterator[str]:
    """Organisations in two sets, and near duplicates across them."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for _, home, labelled in read:
        homes[labelled.organisation].add(home)
    for organisation, where in homes.items():
        if len(where) > 1:
            yield f"{organisation}: {'・'.join(sorted(where))} の組にまたがっています / in {' and '.join(sorted(where))}"
    if len({home for _, home, _ in read}) < 2:
        return
    from analyzer.corpus.near_duplicates import near_duplicates  # Only a comparison of sets needs scikit-learn.

    for left, right, alike in near_duplicates([labelled.text for _, _, labelled in read]):
        if read[left][1] != read[right][1] and alike > MOST_ALIKE:
            other = read[right][0]
            yield (
                f"{read[left][0]}: 別の組の {other} と同じ公表を述べています（コサイン {alike:.2f}、{MOST_ALIKE} まで）"
                f" / tells the notice of {other}, of another set, again (cosine {alike:.2f}, at most {MOST_ALIKE})"
            )


def _real_names(text: str) -> Iterator[str]:
    """Names whose digest is in `rules/real_names.txt`: digests, since no real name goes into the repository."""
    known = _name_digests()
    seen: set[str] = set()
    for run in _NAME.findall(text):
        for size in _NAME_SIZES:
            for start in range(len(run) - size + 1):
                name = run[start : start + size]
                if name not in seen:
                    seen.add(name)
                    if name_digest(name) in known:
                        yield name


def name_digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:16]


def _name_digests() -> frozenset[str]:
    return frozenset(files("analyzer.rules").joinpath("real_names.txt").read_text(encoding="ascii").split())
