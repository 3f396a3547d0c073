"""An act as the reader is shown it: its clause in the dictionary form, without what opens it, its day and its polite ending."""

import re
from collections.abc import Sequence

from analyzer.answers.promises.acts import MARKER, OPENING, Part, end_of_key
from analyzer.answers.promises.dues import is_each_time, is_repeated
from analyzer.answers.promises.enumerations import end_of_lead
from analyzer.answers.promises.statuses import TRAILING
from analyzer.language.pipeline import Word
from analyzer.rules.slots import PROMISES

_FORMAL_END = re.compile(
    r"(?:ところ|もの|こと|予定|方針|計画|所存|考え|見込み|意向|運び|段取り)"
    r"(?:(?:と|に|で|を)(?:する|いたす|し|いたし|致し|なり|あり|ござい|決め|決定|定め|おり|考えて|お約束)[^、を]*|です|とし)?$"
)
_LIGHT = re.compile("まいる|参る|おる|いる|いただく|頂く|くださる|いたす|致す|する|ます|た|て|で|たい|ある|ござる|存ずる|存じる|思う|と")
_NEGATIVE_STEM = dict(zip("うくぐすつぬぶむる", "わかがさたなばまら", strict=True))
"""How a 五段 verb ends before 「ない」."""
_FAVOURS, _CAUSED = frozenset({"いただく", "頂く"}), frozenset({"せる", "させる"})
_ENDED = re.compile(r"(?:や|止)め(?:る|て)|廃止|禁止|中止|ない$")
_VERBAL = re.compile(r"[うくすつぬむるぐぶ]$")
_DO = frozenset({"する", "いたす", "致す"})
_AROUND_DUE = (
    r"(?!(?:まで|以内|中|から|より|以降|以後)?の)(?:期(?=中))?(?:[一-龥]{0,3}分(?=から|より)|分)?(?:\([月火水木金土日祝・]{1,3}\))?"
    r"(?:まで(?:に)?|にかけて?|以内に?|中に?|から|より|以降|に|(?:付け?)?(?:で|にて|を(?:もって|もちまして|以っ?て))|を(?:目途|めど|目処)に?)?(?:は)?[、:]?\s*"
)
_AND_ANOTHER = (
    r"(?:\([月火水木金土日]\))?(?:と|や|及び|および|並びに|・|、|,|/)"
    r"(?:[0-9]{1,2}(?:月|日|/[0-9])|[翌来]|[月期年]末|期首|[春夏秋冬][にの季])"
)
_PER_THING = re.compile(r"[0-9一二三]+(?![0-9]|[日週年]|[かヶカ]月)[^0-9]{1,3}ごと")
"""「1件ごとに取り出す」, 「3分ごとに読む」: what is done each time, and not by when."""
_NEW_RATE = r"(?![にと](?:増や|減ら|改め|変え|引き上げ|縮め|し|する|いた|なり))"
"""「年1回の点検を毎月に増やす」: how often is what the act changes."""
_LEFT_OVER = re.compile(r"\s*[…‥]+\s*(?:適用|開始|使用|実施|運用|施行|完了|済み?)$|[: ](?:完了|実施済み?|済み?|終了)$")
"""What is left of 「…の中止 … 11月17日から適用」 without its day, and of 「…の作成：完了」: how far it is done, no part of the act."""
_ONLY_WILL = re.compile(r"(?:取り?組む|努める|努力する|対応する|励む|尽力する|図る)")
_AIM = re.compile(r"(?:再発|事故)(?:を|の)?防止[^。]*")
"""What 「再発防止に向けて、取り組む」 would say nothing without."""
_EMPTIED = re.compile(r"\((?:実施|開始|完了|施行|適用|運用|予定|済み?)?\)|[、,](?=\))")
"""What is left of a bracket without its day, in the midst of an act."""
_BUT_WHEN = re.compile(r"は[^、。をは]{1,12}(?:から|より)(?:とする|出す)$|の[0-9]{1,2}月号(?:から|より)出す$")
"""「会報は7月号から出す」: from when is all that the act says."""
_NEITHER = re.compile(r"(?:(?![「『](?=[^」』]*[」』]))[^ぁ-んァ-ヶ一-龥0-9A-Za-z①-⓿])*")
"""What is no part of an act at its beginning: any sign but the quotation mark of a name (「「鍵点検表」の導入」)."""


def act_in(wording: str, words: Sequence[Word], part: Part, due: str | None, ends: str = "") -> str | None:
    """The clause in its dictionary form, without marker, opening, topic of itself, date and polite ending.

    `ends` is what is done with what it names (「をやめる」), where a key or the line above says so.
    """
    end = part.start + len(TRAILING.sub("", wording[part.start : part.core]))
    formal = _FORMAL_END.search(wording, part.start, end)
    if formal and formal.start() > part.start:
        end = formal.start()
    text = wording[part.start : end]
    inside = [word for word in words if part.start <= word.start < end]
    at = len(inside) - 1
    while at > 0 and (inside[at].pos in ("AUX", "SCONJ", "PUNCT") or _is_light(inside[at - 1], inside[at])):
        if _is_favour(inside, at):
            break
        if inside[at].lemma in _DO and inside[at - 1].text in ("に", "と", "を"):
            break
        at -= 1
    verbal = bool(inside) and _is_verb(inside, at)
    if inside and (at < len(inside) - 1 or verbal or inside[at].pos == "VERB" or inside[at].lemma in _DO | _FAVOURS):
        before = inside[at - 1].text if at else ""
        text = wording[part.start : inside[at].start] + _plain(before, inside[at], inside[at + 1 :], verbal=verbal)
    named = PROMISES.opening("ended", text)
    text = text[named.end() :] if named and named.end() < len(text) else text
    marker = MARKER.match(text)
    text = text[marker.end() :] if marker else text
    text = text[end_of_key(text, due) :]
    if due and not is_each_time(due) and not _BUT_WHEN.search(text) and not _PER_THING.match(due) and not _beside_another(text, due):
        changed = _NEW_RATE if is_repeated(due) else ""
        text = re.sub(rf"(?<!から)(?<!より)(?:[去来]る、?)?{re.escape(due)}{changed}{_AROUND_DUE}", "", text, count=1)
        text = _EMPTIED.sub("", text)
        text = re.sub(r"(?:は[をに]?|を)$", "", text)  # 「浄水池は11月中旬を予定」「訓練を毎月」
        text = re.sub(r"は、(?=行う$)", "を", text)  # 「点検は、毎月1日に行う」
        text = re.sub(r"(?<=[をにへ])、(?=[^、]{1,6}$)", "", text)  # 「事前に登録する方式に、7月から改める」
    opening = OPENING.match(text)
    rest = text[max(opening.end() if opening else 0, end_of_lead(text)) :]
    aimed = _AIM.search(text) if _ONLY_WILL.fullmatch(rest) else None
    text = aimed[0] if aimed else rest
    text = PROMISES.without("mark_behind", _LEFT_OVER.sub("", text).rstrip("([〔"))  # 「…を設置(来月)です」
    text = _NEITHER.sub("", text, count=1).strip("、 。").replace("\n", "")
    if not text:
        return _NEITHER.sub("", named[0]).rstrip(": ") if named else None
    if not ends or _ENDED.search(text):
        return text
    return f"{text}{'こと' if _VERBAL.search(text) else ''}{ends}"


def _beside_another(text: str, due: str) -> bool:
    """Whether another time stands beside a day, so that the act tells both: 「4月と9月に行う」."""
    return re.search(rf"{re.escape(due)}{_AND_ANOTHER}", text) is not None


def ending_of(wording: str) -> str:
    """What is done with what stands behind a key or below a heading: 「をやめる」 of 「やめます:一人での巡回」, 「を禁止」, or nothing."""
    found = PROMISES.opening("ended", wording)
    return f"を{found['how'] or 'やめる'}" if found else ""


def _is_light(before: Word, word: Word) -> bool:
    """Whether a word says nothing of the act: 「確認してきました」 is no coming, 「取りに来ました」 is."""
    return _LIGHT.fullmatch(word.lemma) is not None or (word.lemma in ("くる", "来る") and before.text in ("て", "で"))


def _is_favour(words: Sequence[Word], at: int) -> bool:
    """Whether a word says that another does it: 「見ていただく」, 「ご確認いただく」, but not 「確認させていただく」."""
    return words[at].lemma in _FAVOURS and not _by_leave(words[max(at - 2, 0) : at + 1])


def _by_leave(words: Sequence[Word]) -> bool:
    """Whether three words are 「させていただく」, by which the speaker does it."""
    return [word.lemma for word in words[1:2]] == ["て"] and words[0].lemma in _CAUSED and words[-1].lemma in _FAVOURS


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word is a verb, though the parser takes it for a noun: 「図は毎年作り直し」 has one, 「図の作り直し」 has none."""
    if words[at].pos == "VERB":
        return not words[at].tag.startswith("名詞")
    first = at
    while first and words[first].tag.startswith("動詞"):
        first -= 1
    return first < at and (words[first].pos == "ADV" or (words[first].pos == "ADP" and words[first].text not in ("の", "と", "や")))


def _plain(before: str, word: Word, after: Sequence[Word], *, verbal: bool) -> str:
    """A predicate without politeness; negation, passive and causative are kept."""
    if word.lemma in _DO:
        return "する"
    if [w.text for w in after[:1]] == ["なく"] and any(w.lemma in _DO for w in after[1:2]):
        return word.text + "なくする"
    voices = (w for at, w in enumerate(after) if w.lemma in ("れる", "られる", "できる", *_CAUSED) and not _by_leave(after[at : at + 3]))
    voice = next(voices, None)
    negative = any(w.lemma in ("ない", "ぬ", "ん", "ず") for w in after)
    if verbal and before in ("お", "ご"):
        return word.text + ("しない" if negative else "する")
    if voice:
        between = "".join(w.text for w in after if w.start < voice.start)
        return word.text + between + (f"{voice.lemma[:-1]}ない" if negative else voice.lemma)
    if word.lemma in _FAVOURS:
        return "もらう" if before in ("て", "で") else "いただく"
    lemma = "行う" if word.text == "行っ" and before not in ("に", "へ") else word.lemma
    if not negative:
        return lemma if verbal else word.text
    if not verbal:
        return word.text + ("ない" if any(w.lemma in ("ある", "ござる") for w in after) else "しない")  # 「予定はありません」
    stem = word.lemma[:-1]
    if word.text != stem:
        stem += _NEGATIVE_STEM.get(word.lemma[-1], "")
    return f"{stem}ない"
