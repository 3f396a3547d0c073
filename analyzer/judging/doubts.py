"""What makes a reading doubtful, said beside it: not a statement at all, too short, a template, another dictionary."""

import re
from collections.abc import Iterable, Iterator, Mapping

from analyzer.arrays import Floats
from analyzer.judging.labeller import LABELS
from analyzer.language.features import DocumentReading
from analyzer.report import AxisReading, Event
from analyzer.rules import in_both, load_rules
from analyzer.rules.slots import TRAITS
from analyzer.schema import Axis, Label, Lang

LEAST_UNITS = 3
_TELLING = (Label.INCIDENT, Label.APOLOGY, Label.CAUSE, Label.HARM_STATUS, Label.ADMISSION, Label.RESPONSE)
_STEPPING_BACK = (Label.DEFLECTION, Label.MINIMIZATION)
"""What those say who would rather not tell of it."""
_LEAST_TELLING = 0.5
"""Highest probability of a telling label over all units; below it nothing says that something went wrong."""
_OWNING = (Label.INCIDENT, Label.APOLOGY, Label.CAUSE, Label.HARM_STATUS, Label.ADMISSION)
_LEAST_KINDS = 2
"""How many of those labels must be told where no word of `_WRONG` is found: a match report may seem to tell of one event."""
_WRONG = re.compile(
    r"お詫び|おわび|申し?訳|謝罪|陳謝|誤|漏え?い|漏洩|流出|不正|不備|不適切|不具合|障害|事故|紛失|盗|暴[力行言]|ハラスメント|違反|処分|被害|逮捕|迷惑|混入|回収|停止|ミス|トラブル|不祥事|遺憾|再発|欠陥|故障|けが|負傷|死亡|搬送|侵害|虚偽|偽|改ざん|差別|転売|過[大徴]|二重|遅|中止|問題|おそれ|反省|失|責任|間違|まち(?:が|違)|ごめんなさい|謝[らりるっ]|行き?過ぎ"
)
_BLANK = re.compile(
    r"(?<![〇○●◯＿_])[〇○●◯＿_]{2,}(?![〇○●◯＿_]|[君氏]|くん|さん|ちゃん|先生|(?:様|さま)(?![ \t]*$))"
    r"|[〇○●◯][年月日時分名件]|[XxＸ]{2,}(?:[年月日時分名件様])|【(?:会社名|組織名|氏名|日付|団体名)】|\{[a-z_]+\}",
    re.MULTILINE,
)
"""What is left to fill in; 「〇〇さん」 is a name kept back, but alone on its line the one to whom a template is sent."""
_SPOKEN = re.compile(r"「(?=[^ぁ-ん「」\n]{0,40}[ぁ-ん])[^「」\n]{1,200}」(?=、?と(?!いう|題|称|名)|(?:など|等)(?:と|の))")
"""Words that somebody said, in which a name is kept back."""
_NEWS = re.compile(
    r"(?:こと|もの)が[^。]{0,24}(?:への取材で|関係者への取材|分かった|わかった)。|と(?:発表した|明らかにした|述べた|話している|コメントした|説明している|謝罪した)。"
)
_LEAST_NEWS = 2
_LEAST_SPOKEN = 3
_LONGEST_SHOWN = 24
_TELLS_DAY = re.compile(r"[日月年週朝夕夜晩]|[0-9]\s*[./-]\s*[0-9]|[同翌当前]")
_MOST_DAYS = 3
_QUOTED = re.compile(r"「[^「」]{0,400}」")


def message(code: str, lang: Lang, **slots: object) -> str:
    """The sentence of `rules/warnings.toml` with its slots filled."""
    return in_both(load_rules("warnings")[code], "text")[lang].format(**slots)


def doubts(
    document: DocumentReading, probabilities: Floats, axes: Mapping[Axis, AxisReading], lang: Lang, *, announced: bool
) -> Iterator[str]:
    """Warnings for one reading, in the order of their weight; `announced` is what `is_announcement` says of it."""
    text = document.normalised.text
    if not _tells_of_a_wrong(document, probabilities):
        yield message("WRN01", lang)
    if _is_news(document):
        yield message("WRN05", lang, wording=_NEWS.findall(text)[0].rstrip("。"))
    if not announced:
        spoken = _said_by_an_inquiry(document, probabilities)
        yield message("WRN08", lang, wording=f"{spoken[:_LONGEST_SHOWN]}…") if spoken else message("WRN06", lang)
    blank = _BLANK.search(_SPOKEN.sub("", text))
    if blank:
        yield message("WRN03", lang, wording=blank[0])
    if len(document.units) < LEAST_UNITS:
        yield message("WRN02", lang, units=len(document.units))
    for axis, reading in axes.items():
        if not reading.decided:
            yield message("WRN04", lang, axis=axis.name_in(lang))


def undecided(events: Iterable[Event], lang: Lang) -> Iterator[str]:
    """The warning that names the first days which only the day of publication would settle; an hour alone would stay open."""
    days = dict.fromkeys(event.text for event in events if event.at is None and _TELLS_DAY.search(event.text))
    if days:
        shown = "".join(f"「{day}」" for day in [*days][:_MOST_DAYS]) + ("など" if lang == Lang.JA else ", …") * (len(days) > _MOST_DAYS)
        yield message("WRN07", lang, days=shown)


def is_announcement(document: DocumentReading, probabilities: Floats) -> bool:
    """Whether an organisation tells here of something gone wrong, be it by denying it or in a word: of what is none, nothing is missing."""
    hinted = _names_a_wrong(document) or max(_highest(probabilities, (*_TELLING, *_STEPPING_BACK)).values()) >= _LEAST_TELLING
    return hinted and not _is_of_the_press(document) and _said_by_an_inquiry(document, probabilities) is None


def _is_news(document: DocumentReading) -> bool:
    return len(_NEWS.findall(document.normalised.text)) >= _LEAST_NEWS


def _is_of_the_press(document: DocumentReading) -> bool:
    """Whether news also shows its reporter, and nobody speaks in it as the body itself: official reports are worded like news as well."""
    told = _QUOTED.sub("", document.normalised.text)
    return _is_news(document) and TRAITS.says("reported_by_press", told) and not TRAITS.says("own_voice", f"{document.title}\n{told}")


def _said_by_an_inquiry(document: DocumentReading, probabilities: Floats) -> str | None:
    """What a committee that looked into the matter says first, where it speaks throughout and nobody apologises."""
    if max(_highest(probabilities, (Label.APOLOGY,)).values()) >= _LEAST_TELLING:
        return None
    spoken = [found[0] for found in TRAITS.each("speaks_as_inquiry", document.normalised.text)]
    return spoken[0] if len(spoken) >= _LEAST_SPOKEN else None


def _tells_of_a_wrong(document: DocumentReading, probabilities: Floats) -> bool:
    """Whether some unit tells of the matter and a word names a wrong; plain speech (「手が当たる場面」) may do without the word."""
    highest = _highest(probabilities, _TELLING)
    if max(highest.values()) < _LEAST_TELLING:
        return False
    return _names_a_wrong(document) or sum(highest[label] >= _LEAST_TELLING for label in _OWNING) >= _LEAST_KINDS


def _names_a_wrong(document: DocumentReading) -> bool:
    return _WRONG.search(document.title + document.normalised.text) is not None


def _highest(probabilities: Floats, labels: Iterable[Label]) -> dict[Label, float]:
    """Of each label the highest probability over all units."""
    return {label: float(probabilities[:, LABELS.index(label)].max(initial=0.0)) for label in labels}
