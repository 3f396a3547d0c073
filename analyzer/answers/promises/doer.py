"""Who is to do a promised act: the doer that the grammar marks, or whom the wording asks, binds, needs or writes beside it."""

import re
from collections.abc import Sequence

from analyzer.answers.promises.acts import MARKER
from analyzer.answers.promises.statuses import ANSWERED
from analyzer.answers.promises.subjects import doer_marked, is_bare_self
from analyzer.language.pipeline import Word
from analyzer.language.units import Span
from analyzer.rules.slots import PROMISES

_TOLD = re.compile(r"(?P<who>[^、。はがを]{2,16})に対し(?:て[はも]?)?、?[^。]*(?:義務付け|義務づけ|指示|求め|要請|申し?入れ|依頼)")
_BOUND = re.compile(r"(?P<who>[^、。ぁ-ん\W](?:[^、。ぁ-ん]|の){1,15})には[^。]*(?:義務付け|義務づけ|求め|課し)")
_BESIDE = re.compile(
    r"(?:に(?:おける|関する|対する|係る))?(?P<who>[^、。はがをに]{2,20})"
    r"(?:の(?:(?:立ち?会い|同席)(?!の(?!もと|下))|責任で|判断で(?!(?:[^、。]{0,30}(?:でき|られ)|の)?[^、。]{0,12}(?:ない|せず)))|が(?:立ち?会|同席))"
)
_APPROVES = re.compile(
    r"(?P<who>(?:[^、。はがをにも]{1,8}に(?=[^、。はがをにも]{2,8}[いたる][^ぁ-ん]))?[^、。はがをにも]{2,20})の(?:事前の?|書面(?:による|での)?)?(?:印|承認|議決|許可|決裁|了承|承諾|同意|許し|署名|押印|確認|審査|監査|検証|巡回)"
    r"(?:を(?:(?:得|受け)(?!られ(?:れば|た)|たら|た場合)|経|必要と|要(?!し(?:な|ませ))|省(?:略し|か)(?:な|ませ))"
    r"|後に|印?が(?:ない(?![一-龥]{0,3}(?:ため|場合))|得られ(?:な|るまで)|なければ|必要)|な(?:しに|くば|くして|しで|く(?=[、一-龥])))"
)
"""「送信には課長の承認を要する」: who has to agree."""
_FROM = re.compile(
    r"(?P<who>[^、。はがをに]{2,16})(?:から|より)[^、。はがを]{2,16}(?:に|へ)(?:対し(?:て)?)?、?(?:[^。はが]{1,20}を[^、。はがを]{0,6})?"
    r"(?:示[すし]|送[るり]|配[るり]|報告|通知|連絡|説明|伝え|知らせ|案内|周知|指示|指導|共有)"
)
_OLD_WAY = re.compile(
    r"[^。]{0,24}?(?:これまで(?!以上|に(?!は))|(?:従来|今まで|以前)[はも、])[^。]{2,120}?(?:[てで](?:い|おり)まし\s*た|[てで]いた|でし\s*た|だった)(?:が|ものの|けれども?|ところ)、"
)
"""「従来は担当者1名が送信していましたが、今後は…」: who did it the old way is not who will do it the new one."""
_KEY = re.compile(r"\s*(?P<who>[^\s:。、「」()をはがにで]{1,16})\s*:\s*(?=[^\s][^:]{5})")
"""「販売部:手順書を12月中に改訂します」: whose line it is."""
_BODY = re.compile(r"[都道府県市区町村]|組合|学校|生協|農協|漁協")
_FRAMED = re.compile(r"[【\[〈《]([^】\]〉》]{2,16})[】\]〉》]\s*$")
_NO_DOER = re.compile(r"担当(?:者|部署|課)?$|責任者$|対象|参加|受講|出席|報告|連絡|問い?合わせ|提出|届け?出|相談|[前後]$")
_BEFORE_WHO = re.compile(
    r"^.*(?:[しっれ]た(?=[一-龥ァ-ヶ]{2,8}$)|として|から|より|では|(?:記入|提示|提出|申請|届け?出|記録|申し?出|入力|添付)と)"
    r"|^(?:すべて|全て|また(?!貸)|なお|さらに|更に|あわせて|併せて|加えて|同時に|特に)(?=[一-龥ァ-ヶ])"
)
_ANSWERING = re.compile(rf"(?:^|[、。]\s*)(?P<who>[^、。はがをにの]{{2,16}})から(?:は|も)?、?[^。]{{0,200}}{ANSWERED}")
_IN_CHARGE = re.compile(r"(?P<who>[^、。はがをに]{2,20})を(?:統括|実施|推進)?(?:責任者|主管|担当(?:者)?)と(?:し[て、ま]|する|定め)")
_ALL_OF = re.compile(r"[^、。はがをに]{1,12}(?:一同|一丸となって)(?=[、。がで]|[^ぁ-ん])")
_BRACKET = re.compile(r"\(([^()]*)\)(?:を(?:行|実施|進め)[ぁ-ん]{1,6})?[。.]?\s*$")
_COUNTED = re.compile(r"(?<![0-9])[0-9]{1,2}/[0-9]{1,2}(?![0-9])\s*")
"""「(8/12 施設課)」: a day beside who."""
_NAME = re.compile(
    r"(?!担当$|責任者$|全(?:国|市|県|店|支店|校|館|施設|病棟|[一-龥]{2}所|拠点|工場|局|棟|[0-9])|第?[0-9]+[~〜・-])[^をにがはずた:]{2,20}"
)
"""Who stands in a bracket; 「(全12校)」「(第1~7局)」 tell where."""


def owner_of_act(wording: str, words: Sequence[Word], act: Span, *, vague: bool = False) -> str | None:
    """Who is to do it, as worded: 「(担当:…)」, else the noun phrase of a person or body that is the doer, else who stands in a bracket.

    Who is urged to something `vague` (「業者に再発の防止を強く申し入れます」) is not who will do what is promised.
    """
    start, end = act
    text = wording[start:end]
    keyed = PROMISES.found("owner_key", text)
    if keyed:
        return keyed["who"].strip()
    if charged := _IN_CHARGE.search(text):
        return charged["who"]
    answering = _ANSWERING.search(wording)
    if answering and PROMISES.says("actor", answering["who"]) and answering.start() <= start < answering.end():
        return answering["who"]
    marker = MARKER.match(wording, start, end)
    begin = marker.end() if marker else start
    if old := _OLD_WAY.match(wording, begin, end):
        begin = old.end()
    asked = () if vague else (_TOLD, _BOUND)
    named = (
        who
        for pattern in (*asked, _BESIDE, _APPROVES, _FROM)
        if (found := pattern.search(wording, begin, end))
        and PROMISES.says("actor", who := _BEFORE_WHO.sub("", found["who"]))
        and not is_bare_self(who)
        and not (pattern is _APPROVES and PROMISES.says("authority", who))
    )
    return (
        doer_marked(wording, words, begin, end)
        or next(named, None)
        or _all_of(text)
        or bracketed(text)
        or _of_line(wording, (start, end), marker[0] if marker else "")
    )


def _of_line(wording: str, act: Span, marker: str) -> str | None:
    """Whose line it is by the key or the frame that opens it: 「・販売部:…」「【販売部】…」."""
    framed = _FRAMED.search(marker)
    keyed = _KEY.match(wording, act[0] + len(marker), act[1])
    who = framed[1] if framed else keyed["who"] if keyed else ""
    return who if (PROMISES.says("actor", who) or _BODY.fullmatch(who)) and not _NO_DOER.search(who) and not is_bare_self(who) else None


def _all_of(wording: str) -> str | None:
    found = _ALL_OF.search(wording)
    return re.sub(r"^.*(?:ない|ぬ)よう(?=[一-龥])|(?:が)?一丸となって$", "", found[0]) if found else None


def bracketed(wording: str) -> str | None:
    """「(6月末まで、警防課)」, 「(帳簿=会計)」: the part of a closing bracket that names somebody."""
    found = _BRACKET.search(_COUNTED.sub("、", PROMISES.without("fraction", wording)))
    told = re.split(r"[、。,;/・=→]\s*|(?<=[日月降])(?:より|から)\s*", found[1]) if found else []
    return next((part for part in told if _NAME.fullmatch(part) and PROMISES.says("actor", part)), None)
