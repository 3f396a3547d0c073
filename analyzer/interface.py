"""The words that readers see beside a statement's own, and how a wording or a length of time is written out."""

import re
import unicodedata

from analyzer.durations import parsed
from analyzer.rules import load_rules
from analyzer.schema import Lang


def word(name: str, lang: Lang, **slots: object) -> str:
    """A word of `rules/interface.toml` with its slots filled."""
    return str(load_rules("interface")[name][lang]).format(**slots)


def one_line(text: str) -> str:
    """Text safe to print: control and format characters out, line breaks and tabs as one blank, and none within a Japanese word.

    >>> one_line("ご入\\n院中の患者様"), one_line("6月3日\\tA棟")
    ('ご入院中の患者様', '6月3日 A棟')
    """
    shown = re.sub(r"(?<=[ぁ-んァ-ヶー一-龥々])[ \u3000]*(?:\r?\n)+[ \u3000]*(?=[ぁ-んァ-ヶー一-龥々])", "", text)
    shown = re.sub(r"[\r\n\t\v\f\x85\u2028\u2029]+", " ", shown)
    return "".join(char for char in shown if unicodedata.category(char) not in ("Cc", "Cf", "Cs", "Co", "Cn"))


def cut(text: str, longest: int) -> str:
    """A text cut where it grows too long to be read at a glance."""
    return text if len(text) <= longest else text[: longest - 1] + "…"


def inside_quotes(text: str) -> str:
    """A text as it stands within 「」."""
    return text.replace("「", "『").replace("」", "』")


def duration(iso: str, lang: Lang) -> str:
    """`PT2H33M` as 「2時間33分」, `P0D` as 「同じ日」: days alone do not tell how many hours."""
    if iso == "P0D":
        return word("same_day", lang)
    told = parsed(iso)
    units = ("日", "時間", "分") if lang == Lang.JA else (" d ", " h ", " min")
    parts = zip((told.days, told.hours, told.minutes), units, strict=True)
    return "".join(f"{number}{unit}" for number, unit in parts if number).strip() or f"0{units[-1]}"
