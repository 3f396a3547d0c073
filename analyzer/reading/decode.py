"""Bytes → str for Japanese text: marks that name the encoding first, strict UTF-8 next, a judged guess last.

General detectors were tried: charset_normalizer spoils 髙﨑 and half-width kana. Japanese files come in few
encodings, most of which cannot be mistaken for each other, so trying them strictly is both shorter and surer.
"""

import codecs
import re
from collections.abc import Callable

from analyzer.errors import UnreadableError, unreadable
from analyzer.reading.jis import from_euc, from_iso2022
from analyzer.statement import MAX_CHARACTERS

MAX_BYTES = 4_000_000
"""Largest single input: `MAX_CHARACTERS` need at most 800,000 bytes; the rest is room for other encodings and escapes."""
MAX_TABLE_BYTES = 200_000_000
"""Largest input read in one piece as a table (.csv); .jsonl and .parquet are read row by row and have no such limit."""
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_KINDS = (
    (b"%PDF-", "PDF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x89PNG\r\n", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office (.doc, .xls, .ppt)"),
    (b"{\\rtf", "RTF"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7-Zip"),
    (b"PAR1", "Parquet"),
    (b"SQLite format 3\0", "SQLite"),
)
_ZIPPED = ((b"word/", "Word (.docx)"), (b"xl/", "Excel (.xlsx)"), (b"ppt/", "PowerPoint (.pptx)"))
_ISO2022_ESCAPE = re.compile(rb"\x1b(?:\$[@B]|\$\([DOPQ]|\([IJ])")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_KANA = re.compile(r"[ぁ-ゖァ-ヺー]")
_JAPANESE = re.compile(r"[ぁ-ゖァ-ヺー々〆一-龥豈-龎、。「」・（）]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
_LEAST_LIKENESS = 0.1
"""A wrong guess has no full-width kana at all and counts 0; a right one reaches 0.9, less where half-width kana abound."""
_DAMAGED_LIKENESS = 0.5
"""Broken UTF-8 is mostly Japanese between the broken bytes; Shift_JIS or EUC-JP read as UTF-8 is all broken."""


def decode(data: bytes, place: str) -> str:
    """Text of one statement; `place` names the input in the error. Line ends and odd characters stay as they are.

    >>> decode("髙﨑①㈱ﾃｽﾄのお詫び".encode("cp932"), "a.txt")
    '髙﨑①㈱ﾃｽﾄのお詫び'
    """
    if len(data) > MAX_BYTES:
        raise _too_large(place, MAX_BYTES)
    text = _decoded(data, place)
    check_length(text, place)
    return text


def decode_table(data: bytes, place: str) -> str:
    """Text of a whole table or of one of its lines; broken bytes in UTF-8 stay as lone surrogates, to be told row by row."""
    if len(data) > MAX_TABLE_BYTES:
        raise _too_large(place, MAX_TABLE_BYTES)
    try:
        return _decoded(data, place)
    except UnreadableError:
        text = data.decode("utf-8-sig", "surrogateescape")
        if not _is_damaged(text) or _is_binary(text):
            raise
        return text


def check_length(text: str, place: str) -> None:
    """Raise `UnreadableError` for a text longer than any statement."""
    if len(text) > MAX_CHARACTERS:
        raise unreadable(
            place,
            f"{len(text):,} 文字あります。読めるのは {MAX_CHARACTERS:,} 文字までです。公表文の部分だけを渡してください",
            f"has {len(text):,} characters, the limit is {MAX_CHARACTERS:,}; pass the statement alone",
        )


def without_surrogates(text: str) -> str:
    """`text` with each lone surrogate replaced by U+FFFD; same length, so offsets hold. Sudachi and UTF-8 output crash on them."""
    return _SURROGATE.sub("\ufffd", text)


def has_surrogates(text: str) -> bool:
    return _SURROGATE.search(text) is not None


def _decoded(data: bytes, place: str) -> str:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            return _marked(data, codec, place)
    kind = _kind_of(data)
    if kind is not None:
        raise unreadable(place, f"{kind} は読めません。本文をテキストにして渡してください", f"{kind} is not read; pass its wording as text")
    if data.isascii() and _ISO2022_ESCAPE.search(data):
        text = _first_strict(data, _ISO2022)
        if text is None:
            raise unreadable(place, "ISO-2022-JP が壊れています。UTF-8 で保存し直してください", "broken ISO-2022-JP; save it as UTF-8")
        return text
    return _unmarked(data, place)


def _marked(data: bytes, codec: str, place: str) -> str:
    try:
        text = without_surrogates(data.decode(codec, "surrogatepass"))
    except UnicodeDecodeError as error:
        raise _broken(place, codec.removesuffix("-sig").upper(), error.start) from error
    if _is_binary(text):
        raise _not_text(place)
    return text


def _unmarked(data: bytes, place: str) -> str:
    try:
        text = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        if _is_damaged(data.decode("utf-8", "surrogateescape")):
            raise _broken(place, "UTF-8", error.start) from error
        text = ""
    if not _is_binary(text) and (text or not data):
        return without_surrogates(text)
    families = _UTF16_UNMARKED if data.count(0) > 1 else _LEGACY
    guesses = [guess for guess in (_first_strict(data, family) for family in families) if guess is not None and not _is_binary(guess)]
    best = max(guesses, key=_likeness, default="")
    if _likeness(best) >= _LEAST_LIKENESS:
        return best
    if text or data.count(0) > 1:
        raise _not_text(place)
    raise unreadable(
        place,
        "文字コードが分かりません（UTF-8・Shift_JIS・EUC-JP・ISO-2022-JP・UTF-16 の日本語ではありません）。UTF-8 で保存し直してください",
        "unknown encoding (not Japanese in UTF-8, Shift_JIS, EUC-JP, ISO-2022-JP or UTF-16); save it as UTF-8",
    )


def _kind_of(data: bytes) -> str | None:
    head = data[:1024].lstrip()
    for magic, kind in _KINDS:
        if head.startswith(magic):
            return next((name for folder, name in _ZIPPED if folder in data), kind) if kind == "ZIP" else kind
    return None


def _first_strict(data: bytes, family: "tuple[Codec, ...]") -> str | None:
    """The reading of the first variant that reads every byte; later ones only add characters."""
    for codec in family:
        try:
            return data.decode(codec) if isinstance(codec, str) else codec(data)
        except ValueError:  # UnicodeDecodeError among them
            continue
    return None


Codec = str | Callable[[bytes], str]
_ISO2022: tuple[Codec, ...] = ("iso2022_jp_ext", from_iso2022, "iso2022_jp_2004")
_UTF16_UNMARKED: tuple[tuple[Codec, ...], ...] = (("utf-16-le",), ("utf-16-be",))
_LEGACY: tuple[tuple[Codec, ...], ...] = (("cp932", "shift_jis_2004"), ("euc_jp", from_euc, "euc_jis_2004"))


def _likeness(text: str) -> float:
    """Share of kana, kanji and Japanese punctuation among the characters beyond ASCII; 0 without full-width kana."""
    if not _KANA.search(text):
        return 0.0
    return len(_JAPANESE.findall(text)) / len(_BEYOND_ASCII.findall(text))


def _is_damaged(text: str) -> bool:
    return has_surrogates(text) and _likeness(text) > _DAMAGED_LIKENESS


def _is_binary(text: str) -> bool:
    """One stray NUL is a leftover, more than 1 % control characters (ESC and white space apart) are no text."""
    return len(_CONTROL.findall(text)) > max(1, len(text) // 100)


def _too_large(place: str, limit: int) -> UnreadableError:
    size = f"{limit // 1_000_000} MB"
    return unreadable(place, f"{size} を超えています。公表文の本文だけを渡してください", f"larger than {size}; pass the statement alone")


def _broken(place: str, codec: str, at: int) -> UnreadableError:
    return unreadable(
        place,
        f"{codec} として {at} バイト目が壊れています。元のファイルを UTF-8 で保存し直してください",
        f"broken {codec} at byte {at}; save the original as UTF-8 again",
    )


def _not_text(place: str) -> UnreadableError:
    return unreadable(place, "テキストではありません（バイナリ）。本文をテキストで渡してください", "binary; pass the wording as plain text")
