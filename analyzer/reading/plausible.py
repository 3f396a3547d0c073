"""Whether a text can be a statement at all: not blank, not HTML, not JSON, not garbled, and Japanese. What is not is never scored."""

import json
import re
import unicodedata

from analyzer.errors import unreadable

LEAST_KANA_SHARE = 0.05
"""Kana among the letters. Notices have 0.4–0.6, one with a full English translation below it 0.15, one that is mostly a list
of names 0.1; Chinese has none but the odd の, at most 0.01."""
MOST_GARBLED_SHARE = 0.1
"""縺繧繝 among the letters: they lead every kana of UTF-8 read as Shift_JIS (share 0.3), and no notice uses them."""
MOST_REPLACED_SHARE = 0.05
"""U+FFFD among the characters: where every twentieth is lost, the wording no longer stands."""

_KANA = re.compile(r"[ぁ-ゖゝ-ゟァ-ヺー-ヿㇰ-ㇿｦ-ﾝ]")
_GARBLED = re.compile(r"[縺繧繝]")
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->).){0,1000}-->\s*)?<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_HTML_FRAGMENT = re.compile(r"\s*<(?:div|p|section|article|main|table|h[1-6]|meta|script|style|span)\b[^<>]{0,500}>", re.IGNORECASE)
_JSON = re.compile(r"\s*(?:\{\s*\"|\[\s*[{\"])")
_HTML_CLOSE = re.compile(r"</[a-z][a-z0-9]{0,9}>\s*\Z", re.IGNORECASE)


def check_plausible(text: str, place: str) -> None:
    """Raise `UnreadableError` naming what the text is instead of a Japanese statement."""
    if is_blank(text):
        raise unreadable(place, "本文がありません（空です）。公表文を渡してください", "empty; pass a statement")
    if is_html(text):
        raise unreadable(
            place,
            "HTML です。この版は HTML を読みません。ページの本文を写してテキストで渡してください",
            "HTML, which this version does not read; paste the page's wording as plain text",
        )
    if is_json(text):
        raise unreadable(
            place,
            "JSON です。一行に一つの公表文（id、title、text）を書いた .jsonl にして analyzer batch で読むか、本文だけを渡してください",
            "JSON; write one statement a line (id, title, text) into a .jsonl for `analyzer batch`, or pass the wording alone",
        )
    if is_garbled(text):
        raise unreadable(place, "文字化けしています。元のファイルを UTF-8 で渡してください", "garbled; pass the original as UTF-8")
    share = kana_share(text)
    if share < LEAST_KANA_SHARE:
        raise unreadable(
            place,
            f"日本語の文章がありません（仮名は文字の {share:.0%}）。採点するのは日本語の公表文だけです",
            f"no Japanese text (kana are {share:.0%} of the letters); only Japanese statements are scored",
        )


def is_blank(text: str) -> bool:
    """Whether nothing in it can be seen: white space (全角 too), invisible and control characters only.

    >>> is_blank("　\\r\\n\\u200b\\ufeff"), is_blank("記")
    (True, False)
    """
    return all(unicodedata.category(char)[0] in "ZC" for char in text)


def is_html(text: str) -> bool:
    """Whether it plainly is an HTML page or a piece of one; a tag quoted in a sentence is not."""
    return bool(_HTML_START.match(text) or (_HTML_FRAGMENT.match(text) and _HTML_CLOSE.search(text[-200:])))


def is_json(text: str) -> bool:
    """Whether all of it is an object or a list of JSON, deep ones included; a sentence in brackets is not."""
    if not _JSON.match(text):
        return False
    try:
        json.loads(text)
    except RecursionError:
        return True
    except ValueError:
        return False
    return True


def is_garbled(text: str) -> bool:
    """Whether it was read in a wrong encoding, here or before it came here; a single U+FFFD does not make it so."""
    letters = sum(map(str.isalpha, text))
    return len(_GARBLED.findall(text)) > letters * MOST_GARBLED_SHARE or text.count("\ufffd") > max(1, len(text) * MOST_REPLACED_SHARE)


def kana_share(text: str) -> float:
    """Kana (half-width too) among the letters of all scripts, 0–1."""
    letters = sum(map(str.isalpha, text))
    return len(_KANA.findall(text)) / letters if letters else 0.0
