"""The acts that one unit promises: 「①A②B」「AおよびB」「Aするとともに、Bする」「Aし、Bする」 are two.

A clause that only names the wished-for result (「…し、再発防止に努めます」) is not an act: it stays with the act it ends, unless the
unit is labelled both concrete and vague, when it is the vague promise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.answers.promises.clauses import ACTION, is_relative
from analyzer.answers.promises.enumerations import commas_behind_notes, end_of_lead, joined_by_and, listed
from analyzer.answers.promises.past_efforts import end_of_past_effort
from analyzer.answers.promises.statuses import status_of
from analyzer.answers.promises.strengths import strength_of
from analyzer.language.brackets import in_brackets
from analyzer.language.features import UnitReading
from analyzer.language.marks import BULLETS
from analyzer.language.outline import topic_of
from analyzer.language.pipeline import Word
from analyzer.language.units import Span
from analyzer.rules.slots import PROMISES
from analyzer.schema import Label, Labels, PromiseKind, Strength

MARKER = re.compile(
    rf"\s*(?:[{BULLETS}]+(?:\s*\[[ xX]\])?|[QA]?第?[0-9一二三四五六七八九十]{{1,2}}"
    rf"(?:[.)、．]|:(?![0-9])|条(?:の[0-9]{{1,2}})?(?: ?第[0-9]{{1,2}}項)?"
    r"|(?:-[0-9]{1,2})? (?=\D))"
    r"|[【\[<〈《〔][^】\]>〉》〕]{1,20}[】\]>〉》〕]|\([^()]{1,3}\)|[①-⓿](?!につ(?:いて|き)|は、)"
    r"|その[0-9一二三四五六七八九十]{1,2}[、. ]|第[0-9一二三四五六七八九]に、|[壱弐参肆][、. ]|→"
    r"|[ivx]{2,4}[).]|[IVX]{1,4}\.|=[^=\s]{1,6}=|[ア-ンa-zA答一二三四五六七八九十][)、. :])\s*(?:[①-⓿]\s*)?"
)
"""What numbers or marks a line, and the first item of a list that begins in it: 「A3. ①」."""
_KEY = re.compile(r"(?P<key>[^:。、「」()]{1,20}?)(?::(?!//)| )\s*")
_ITEM = re.compile(r"[①-⓿]|\((?:[0-9]|[一二三四五六七八九])\)")
OPENING = re.compile(
    r"(?:(?:また|そして|ならびに|並びに|および|及び|つきましては|さらに|更に|なお|こ[のれ]ほか(?:に)?|その(?:ほか|他)(?=、)|あわせて|併せて|合わせて|加えて|そのうえで|その上で|まず|次に|同時に|特に|そこで|このため"
    r"|今後(?:とも|につ(?:いて|きまして)は|は|も)?|これから(?:は)?|ただちに|直ちに|現在(?:は)?|改めて|あらためて"
    r"|(?:同様の)?(?:再発|事故)(?:を|の)?防止(?:する|に努める|を図る|を徹底する)?(?:策)?(?:の?ため(?:に)?|として(?:は)?|に向け(?:て)?)"
    r"|[^、。]{0,60}(?:受け止め(?:る)?|向き(?:合|あ)[いう]|耳を傾け(?:る)?|(?:反省|猛省|痛感)(?:いた|致)?(?:[しす]|する)|お詫び(?:申し?上げ(?:る|ます)?|(?:いた|致)?[しす]))(?:て(?:おり|い)?|とともに|と共に)?(?=、)"
    r"|(?:[^、。]{0,30}は、)?[^、。]{0,30}と(?:の?認識を?し|考え|受け止め)て(?:おり|い)(?=、)"
    r"|(?:たとえ|如何なる|いかなる|どのような|どんな)[^、。]{0,30}(?:であれ|あろうとも?|あっても|にせよ)"
    r"|[^、。]{0,40}(?:自覚(?:いた|致)?し(?:て)?|(?:責任感|緊張感|危機感|使命感|当事者意識)を[^、。]{0,6}(?:持|も)(?:って|ち))(?=、)|今一度(?=、)|気を引き締め(?:て)?(?=、)"
    r"|(?:[^、。]{0,30}は、)?[^、。]{0,30}(?:結果|結論|判断)を(?:待|お待ち)[^、。]{0,12}(?:が|ものの|けれども?)(?=、)"
    r"|[^、。]{0,30}(?:調査|究明|検証|解明)を[^、。]{0,8}(?:進め|続け|急ぎ|継続し)(?:つつ|ながら)?(?=、)"
    r"|(?:(?:今後|二度と|再び|決して)、?)*(?:こ(?:のような|うした|う言った|ういった)|同(?:様|種|じ)の?|かかる)[^、。をは]{0,4}(?:こと|事[態故案象件]|過ち|誤り|ミス|問題|不祥事|行為|被害|思い)[をがのは][^、。]{0,10}(?:ない|ぬ)よう(?:に)?(?=、)"
    r"|[^、。]{0,40}(?:不安|懸念|疑念|心配)[^、。]{0,6}(?:解消|払拭)(?:する|し|いたし)?(?:とともに|と共に|ため(?:に)?|べく)?(?=、)"
    r"|(?:今回|このたび|この度|[^、。]{1,10}一同)(?=、[^、。]{0,60}(?:受け止め|痛感|反省))"
    r"|[^、。]{0,30}(?:(?:休み|休業|停止中|休止中|期間|休館|オフ)(?:です|でございます|と?(?:なって|で)?(?:おり|い)ます))が(?=、)"
    r"|(?:当|弊|本(?!人|日を))[^、。のが]{1,6}?(?:といたしまして(?:は|も)?|としまして(?:は|も)?|として(?:は|も)?|では|も|は)"
    r"|[^、。はがを]{1,20}?[会局部課室校園院所館社団署庁ータムブ盟人]と(?:(?:いた|致)?しまして|して)[はも](?=、)"
    r"|(?:つきましては、)?[^、。]{0,12}(?:とおり|通り)ご?(?:報告|案内|お?知らせ)[^、。]{0,8}(?:とともに|と共に|とあわせ(?:て)?)(?=、)"
    r"|[^、]{0,30}(?:を受け(?:て)?|を踏まえ(?:て|まして)?|に鑑み|を(?:教訓|機|契機|糧|戒め)(?:に|とし)(?:て)?)(?=、)|[^、。]{0,40}(?:遺憾|残念|痛恨の極み)で(?:あり|す)?(?=、))"
    r"(?:、|(?<=[はもて])|$)\s*|今後 |(?:また(?!貸|聞)|なお(?!一層))(?=[一-龥ァ-ヶ]|これから)"
    r"|[^、。]{0,60}に受け止め(?=(?!方|体制)[一-龥ァ-ヶ]))+"
)
"""What is cut off before an act; a notice that is a clause of its own is known by PRE03 of the rules."""
_JOINED = re.compile(
    r"(?<=[るたうくすつぐぶむぬ])(?:とともに|と共に|と同時に|のと(?:併|合|あわ)せて|ほか)、?|など(?:して|し)?、|。(?=[^「」]{4,200}」)|(?<=[るい]こと)、(?=[^。]{4,60}こと)(?![^。]*(?:求め|要請|指示|申し?入れ|約束|示され|事情))"
    r"|(?:(?<=ましたが)|(?<=ますが))、(?=[^。]*(?:まで|間は|当面)[^。]*(?:見合わせ|休止|停止|中止|使(?:い|用し)?(?:ません|ない)|使わない|控え))"
)
_BY_DOING = re.compile(r"こと(?:で|により|によって|によりまして|を通じて)、?(?=[^。]{0,60}[。\s]*$)")
"""「2名で照合することにより、再発防止に努めます」: the act is told first, and then what for."""
APOLOGY = re.compile(r"お詫び|おわび|陳謝|申し訳|謝罪(?:し|いた)")
_VERBAL = re.compile(r"[るうくすつぬむぐぶ]$")
_HALVES = re.compile(
    r"[はを][^、。()]{0,24}(?:済み?|完了|終了|(?<![集今月年期夜日途最])中|予定)(?:で(?:す(?:が)?)?)?(?P<comma>、)(?=[^、。はがを]{1,20}[はを])"
)
"""「取水口は10月に設置済み、浄水池は11月を予定」: one half is done and the other is to come."""
_NOT_CONJUNCTIVE = ("に", "て", "で", "ず", "ば", "た", "だ", "ない", "べく", "たら", "なら", "つつ", "ながら", "引き続き")
_TOLD_BOTH = re.compile(
    r"(?:に対し(?:て|まして)?(?:は|も)?、?|(?<=[者社員部課店校長先署係局園会様])(?:[にへ][はも]、?|[にへ][、,]))"
    r"(?=(?P<told>[^。]{1,160}?)よう(?:に)?、?[^、。をがは]{0,12}(?:求め|指示|依頼|要請|要望|指導|命じ|お?願い|申し?入れ|通知|伝え))"
)
"""「委託先に対し、束を抜き、刷り直すよう指示しました」: another is told both, and the one that does neither did no more than tell it."""
_EMPTY = re.compile(
    r"(?:ような|ための|向けた)(?:対策|防止策|措置|取り?組み)を[^、。を]{0,6}(?:行|講じ|実施|図|と[りる]|取[りる])[^、。]{0,10}$"
)
"""「波及しないような対策を行う」: which one is not told."""
_ARGUMENT = re.compile(r"[をはがにへ]|から|より|まで|だけ|のみ")
_OBJECT = re.compile(r"を|は|が(?!な)|に(?:も|は)|には|に限|へ(?!の)")
"""What a clause of will needs before its verb to be more than the wish that ends the one before (「…し、温かい場づくりに励みます」)."""
_OWN = re.compile(r"[をはにがへ]|で(?=[^すはもあな])|から|より|との?|(?:の(?:都度|たび|うえ|上|後|前))|[一-龥]しな|まで")
"""What a clause of its own has before its verb: an object, a place, a means, a partner, a time."""


@dataclass(frozen=True, slots=True)
class Part:
    """The span of one act in its unit; `core` ends before a clause that only names the wished-for result."""

    start: int
    end: int
    core: int


def parts_of(unit: UnitReading, given: Labels, within: Span | None = None) -> list[Part]:
    """The acts of a unit with the labels `given`, or of the cell `within` it; what opens it (marker, ground) belongs to the first."""
    concrete, both = Label.MEASURE_CONCRETE in given, Label.MEASURE_CONCRETE in given and Label.MEASURE_VAGUE in given
    first, last = within or (0, len(unit.wording))
    first = max(first, end_of_past_effort(unit.wording))
    led = _BY_DOING.search(unit.wording, first, last)
    told = led.start() if led and PROMISES.says("tail", unit.wording[led.end() : last]) else last
    wording, words = unit.wording[:told], unit.parsed.words
    items = [found.end() for found in _ITEM.finditer(wording)]
    if len(items) == 1 and OPENING.fullmatch(wording, 0, items[0] - 1):
        first = max(first, items[0])  # 「再発防止として、①…」
    if len(items) > 1:
        ends = [*[found.start() for found in _ITEM.finditer(wording)][1:], len(wording)]
        pieces = [(begin, end) for begin, end in zip(items, ends, strict=True)]
    else:
        pieces = _clauses(wording, words, _OWN if concrete else _OBJECT)
    pieces = [noun for piece in pieces for part in joined_by_and(words, piece) for noun in listed(wording, words, part)]
    parts: list[Part] = []
    for start, end in pieces:
        start, end = _trimmed(wording, max(start, first), end)
        if start >= end:
            continue
        if (
            parts
            and not both
            and PROMISES.says("tail", wording[start:end])
            and not APOLOGY.search(before := wording[parts[-1].start : parts[-1].core])
            and not PROMISES.says("no_promise", before)
        ):
            parts[-1] = Part(parts[-1].start, end, parts[-1].core)
        else:
            parts.append(Part(start, end, end))
    if parts and told < last:
        parts[-1] = Part(parts[-1].start, _trimmed(unit.wording, parts[-1].start, last)[1], parts[-1].core)
    return parts or [Part(first, last, last)]


def kinds_of(wording: str, parts: Sequence[Part], given: Labels) -> list[PromiseKind]:
    """The unit's label; where it has both, each part by its words of will, and at least one is concrete.

    What is to stop until all is set right can be checked: of 31 such units of the train statements with a measure, all are concrete.
    """
    if Label.MEASURE_VAGUE not in given:
        return [PromiseKind.CONCRETE] * len(parts)
    if Label.MEASURE_CONCRETE not in given:
        halting = (PROMISES.says("halts", wording[part.start : part.core]) for part in parts)
        return [PromiseKind.CONCRETE if halts else PromiseKind.VAGUE for halts in halting]
    cores = [wording[part.start : part.core] for part in parts]
    strengths = [list(Strength).index(strength_of(core, PromiseKind.VAGUE)) for core in cores]
    vague = [
        PROMISES.says("tail", core)
        or _EMPTY.search(core)
        or (strength == 0 and PROMISES.says("will", core) and not PROMISES.says_any(("due", "spelled_out"), core))
        for core, strength in zip(cores, strengths, strict=True)
    ]
    if all(vague):
        vague[strengths.index(max(strengths))] = False
    return [PromiseKind.VAGUE if empty else PromiseKind.CONCRETE for empty in vague]


def end_of_key(text: str, due: str | None = None) -> int:
    """Where a key ends that opens a line and tells no act (「再発防止 …」, 「4月から: …」), 0 where there is none."""
    key = _KEY.match(text)
    marked = key and PROMISES.says("mark_behind", text[key.end("key") :])
    told = key and key.end() < len(text) and not marked and (topic_of(key["key"]) or (due and due in key["key"]) or status_of(key["key"]))
    return key.end() if key and told else 0


def _clauses(wording: str, words: Sequence[Word], own: re.Pattern[str]) -> list[Span]:
    """Cut where one main clause ends and the next has something of its own."""
    joined = {found.span() for found in _JOINED.finditer(wording)} | {found.span("comma") for found in _HALVES.finditer(wording)}
    noted = set(commas_behind_notes(wording, words))
    found = sorted(joined | noted | set(_conjunctive(wording, words)))
    joints = [joint for joint in found if not in_brackets(wording, joint[0])]  # A bracket is one note.
    pieces: list[Span] = []
    start = 0
    for index, (left, right) in enumerate(joints):
        following = wording[right : joints[index + 1][0] if index + 1 < len(joints) else len(wording)]
        clause = wording[start:left]
        if (left, right) in noted:
            pieces.append((start, left))
            start = right
            continue
        spoken = APOLOGY.search(clause) or (len(clause) >= 5 and _ARGUMENT.search(clause))
        if right <= start or not spoken or PROMISES.says("preamble", clause):
            continue
        rest = wording[right:]
        # 「点検など、」 gives examples of the act that follows, and is no act beside it.
        named = wording.startswith("など", left) and not _VERBAL.search(wording, 0, left)
        if PROMISES.says("tail", rest) or (
            not named and len(following) >= 5 and own.search(following) and not PROMISES.says("sequence", following)
        ):
            pieces.append((start, left))
            start = right
    return [*pieces, (start, len(wording))]


def _conjunctive(wording: str, words: Sequence[Word]) -> Iterator[Span]:
    """Commas after a predicate in its 連用形 (「廃止し、」「設け、」), or after an action noun with an object (「…を廃止、」)."""
    told = [found.span("told") for found in _TOLD_BOTH.finditer(wording)]
    for index, word in enumerate(words):
        if (
            word.text not in ("、", ",")
            or not index
            or word.start >= len(wording)
            or any(first < word.start < last for first, last in told)
        ):
            continue
        before = words[index - 1]
        predicate = index - 1
        while predicate and words[predicate].pos == "AUX":
            predicate -= 1
        continues = (
            (before.pos in ("VERB", "AUX") or before.tag.startswith("動詞"))
            and (before.text != before.lemma or before.text.endswith("付け"))  # 「義務付け」 is no noun before a comma.
            and not before.text.endswith(_NOT_CONJUNCTIVE)
        )
        has_object = re.search(r"を(?!対象)", wording[end_of_lead(wording[: word.start]) : before.start]) is not None
        bare = before.tag == ACTION and before.pos in ("NOUN", "VERB") and has_object and "を" in wording[word.start :]
        if (continues or bare) and (_is_main(wording[: word.start]) or not is_relative(words, predicate, len(wording))):
            yield word.start, word.start + 1


def _is_main(clause: str) -> bool:
    """Whether a clause has a topic, which none that only describes a noun has (「監視員は4名に戻し、掲げる表を…」)."""
    return re.search(r"は(?![、。]?(?:ない|なく))", re.split(r"[しきりちみびけせべめれげえてね]、", clause)[-1]) is not None


def _trimmed(wording: str, start: int, end: int) -> Span:
    while start < end and wording[start] in " \n\t、,・":
        start += 1
    while end > start and wording[end - 1] in " \n\t、,":
        end -= 1
    return start, end
