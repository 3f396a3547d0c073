"""The doer that particles mark in a promised act, and what of all that they mark does nothing of it."""

import re
from collections.abc import Iterator, Sequence
from operator import itemgetter

from analyzer.answers.promises.clauses import ACTION, is_relative, noun_described
from analyzer.language.agency import owner_of
from analyzer.language.brackets import in_brackets
from analyzer.language.pipeline import Word
from analyzer.rules.slots import PROMISES
from analyzer.schema import Owner

_WAYS = frozenset(
    {"方式", "体制", "運用", "決まり", "ルール", "手順", "流れ", "段取り", "形", "規則", "規程", "取り決め", "取扱い", "取り扱い"}
)
"""A way of doing that a clause describes (「監事が承認する方式」): whoever does it there does what is promised."""
_PLACES = ("広報", "店舗", "施設", "長会", "長会議", "全部署", "全事業所", "全営業所", "全支店", "全病棟", "全工場", "全職場", "全拠点")
_TASKS = frozenset({"監査", "会計", "経理", "総務", "人事", "広報", "審査"})
"""What is a task where it is the topic of what is done or given to others: 「監査は年2回行い、税理士に委託します」."""
_IS_DONE = re.compile(r"[はも]、?[^、。を]{0,20}(?:行[いうっわ]|実施|[にへ]移[しす]|考え|検討|受け|入れ)")
_JOINTS = frozenset({"の", "と", "や", "か", "・", "および", "及び", "または", "又は", "以外", "を", "含む", "もう"})
"""What stands inside the name of a doer: 「教頭か校長」, 「課長を含む3名」."""
_AFTER = frozenset({"うえ", "上", "後", "あと", "のち"})
_CHECKS = re.compile(r"[^。]*?(?:確認|承認|許可|決裁|点検|照合|検査|審査|署名|押印|チェック|確かめ|見直|読み上げ|目視|計算|調べ)")
"""「課長が宛先を確認したうえで送信」: who checks before the act answers for it, as one who signs does."""
_BARE_SELF = re.compile(
    r"^(?:(?:当|弊|本(?!人|部|社))[^の]{1,4}(?<!員)(?<!長)(?<![社会市町村県校院園][一-龥]{2}[部課室])|私(?:たち|ども|達)|我々|小社|自社|クラブ|球団|会社)$"
)
"""Any word of self that stands alone, and nothing of it: 「当クラブ」 answers for no act, 「当クラブ職員」 and 「当クラブの職員」 do."""
_OWN_SECTION = re.compile(r"当[課部室係班局科]")
_IN_PLACE = re.compile(r"では?|において(?:は)?|にて")
"""「当課では…読み合わせます」 names the section; 「当部としましては」 only speaks."""
_AT_HOME = ("本部", "本社")
"""Where something is done, unless nobody else is said to do it."""
_SPEAKS = re.compile(r"(?:[会局部課室校園院所館社団署庁]|センター|チーム|クラブ|連盟|法人)$")
"""Who speaks for itself in 「…としましては、」; 「外部の委員としては、弁護士を迎えます」 tells what for."""
_POLITELY = re.compile(r"(?<=[一-龥ァ-ヶ])(?:の方(?:々|がた)?|さん)$")
_BARE_COUNT = re.compile(
    r"^(?:[^、。]*(?:および|及び|並びに|ならびに))?(?:うち|必ず|常に|各|[一-龥]{2,4}時の|毎[朝日回晩]|別の職員と)?(?:[0-9一二三四五六七八九十]+|複数|数)(?:名|人)(?:ずつ|以上|体制)?$"
)
"""「2名で」 tells how many, not who."""
_BY = re.compile(
    r"(?:が|は|も(?!含め)|だけが|同士で|で(?!は?な|す|き|あ)|にて|において|による|により|によって|と(?:いた|致)?しまして[はも]|として[はも])"
)
_ASKED = re.compile(
    r"(?:[てで]|(?:約束|確約|了承|承諾|同意|快諾)(?:を)?)(?:もら|いただ|頂)(?!かない|わない)|をお願い|(?<=に)(?:(?:[^、。]{0,40}を)?依頼|委託(?=[しすい。]|$)|お?任せ(?!きり|て)|委ね(?!て))"
)
_TASK_MOVED = re.compile(
    r"(?:業務|仕事|作業|事務|窓口|受付|管理|請求|精算|権限|確認|点検|照合|審査|監査|役割)(?:は|を|も)、?[^、。をはが]{1,20}に移(?:[しす]|管)"
)
"""「相談の窓口を社外の弁護士に移しました」: whoever gets the work does it; who is moved to another post gets none."""
_IS_TOLD_TO = re.compile(
    r"[^、。]{0,6}(?:こと|よう)(?:を|に|について|など)[^。]{0,12}(?:周知|徹底|指導|通知|求め|伝達|説明|呼び?かけ)|[^、。]{0,6}ことを[^、。をにが]{0,6}(?:禁|防|認め(?:な|ませ)|許(?:さ|し(?:な|ませ)|可し(?:な|ませ)))"
)
"""「紛失を知った職員は直ちに報告することを周知徹底する」: who is told to do it, or forbidden, is not who does so."""
_RESTRICTED = re.compile(
    r"[^、。]{0,40}でき(?:ない|ません|なく)(?:こと|よう|もの|[。\s]|$)|[^。]*(?:に限|(?<!を)(?:の)?対象(?:と|に)|を認め(?:な|ませ)|を禁|[0-9一二三四五]名(?:に|へ)(?:戻|増|減|改))"
)
_ABOUT = re.compile(r"に(?:対|関)する|に対して? *、?[^。]{0,120}(?:指導|周知|注意|意識)[^、。]{0,4}(?:を|の|し|徹底|喚起)")
_BY_THEM = re.compile(r"によ(?:る|り)[^、。をがは]{1,12}は")
_APPROVED = re.compile(r"(?:で|にて|において)、?[^、。をが]{0,8}(?:承認|議決|決議|許可|了承|同意|承諾|認可)を(?:得|受け|経|もら|いただ|頂)")
_TIME_BEFORE = re.compile(
    r"^(?:毎[月週日年朝晩夕回](?:[0-9]{1,2}[日回度])?|[年月週日][0-9一二三四]{1,2}[回度]|(?:[0-9]{1,4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日|[上中下]旬|末)?(?:以降|以後)?"
    r"|[^の]{0,8}(?:以降|以後|前日|当日|翌日|翌朝|翌営業日))(?=[^の])"
)
"""A time that stands before the doer without a comma: 「毎月1回役員が」, 「12月1日以降品質管理課長が」."""
_CAUSED = frozenset({"せる", "させる", "しめる"})
_NOT_CAUSED = frozenset({"聞く", "知る", "済む", "完了", "終了", "徹底", "定着", "浸透", "充実", "向上", "機能", "連携", "反映", "両立"})
"""「全職員への面談を完了させます」: nobody is made to do it."""
_BENEFITS = re.compile(
    r"が[^、。]{0,24}?(?:(?:し|り|み|え|い|き|ち|れ|び)やす[いく]|安心|気軽に|信頼(?:でき|を寄せ)|のびのび|[えけせてねべめれげ]る(?![^、。]{0,2}(?:者|人))|できる)"
    r"[^、。]{0,14}?(?:環境|風土|雰囲気|職場|場(?![合所面])|[づ作]くり|社会|まち|クラブ|チーム|学校|施設|組織|運営|サービス|競技会|大会)"
    r"|が[^、。]{0,24}?(?:相談|通報|申告|連絡|質問|投稿)(?:(?:が|を)?でき|しやす)"
)
"""「利用者が安心できる施設運営に努めます」「団員が相談できる窓口の設置」: who is to be better off does nothing of it."""
_CARED_FOR = re.compile(r"(?:生徒|児童|園児|学生|利用者|入所者|入居者|患者)(?:たち|の皆さん|の皆様|の方々)?$")
_ATTENDED = re.compile(r"による[^、。をは]{0,20}(?:講習|研修|講話|講義|講演|訓練|セミナー|教育)会?[^、。]{0,12}(?:受講|受け)")
"""「弁護士による研修を受講します」: who teaches is not who attends."""
_ASIDE = re.compile(r"[はがも][^、。]{0,30}(?:です|でございます|なって(?:おり|い)ます)が、")
"""「受付は休みですが、係が電話します」: the subject of a clause that only concedes does nothing of it."""
_LISTED = re.compile(r"(?:^|(?<=[、。]))\W?([^\W0-9][^、。はがをにでとへのぁ-ん]{0,7})、$")
_OF_A_DESK = re.compile(r"による[^、。をはが]{0,8}窓口")
"""「弁護士による相談窓口を開く」: who sits at a desk does not open it."""
_ABOLISHED = re.compile(r"による[^、。をはが]{1,24}を[^、。をはが]{0,16}(?:廃止|全廃|(?:取り?)?や(?:め|む)|中止|禁止|禁じ|なく[しす])")
"""「担当者による手入力を廃止します」: who will no longer do it."""
_OF_WHICH = re.compile(r"(?:た|ない|対象の|該当の|該当する)[一-龥ァ-ヶー]{1,8}$")
_IS_VISITED = re.compile(r"は、?[^、。はがをに]{2,12}が")
"""With the one before it, 「苦情のあった店舗は、本部が訪問する」: to whom it is done."""
_DESCRIBES = re.compile(r"[うくすつぬむるた](?:[一-龥ァ-ヶー]|もの|ところ|こと(?![とに]))")
_ENDING = 8
"""Characters from a predicate's start in which it ends and what it describes begins."""
_CLOSES = re.compile(r"[^、。がはを()]{1,16}(?:[。)」]|$|(?<=[しりみえいきちてでけせめれべげ])、)")
_CONDITION = re.compile(r"(?:れば|たら|なら)|[^、。]{0,4}?(?:まで|場合|とき|際|ため|よう)")
_TILL = re.compile(r"[^、。]{0,4}?まで(?:は)?、?[^、。]{0,16}(?:ない|ませ)")
_PURPOSE = re.compile(r"が[^、。]*(?:よう|ため)に?、")
"""「生徒が落ち着いて学ぶことができるよう、…」: the subject of a purpose does not serve it."""


def doer_marked(wording: str, words: Sequence[Word], start: int, end: int) -> str | None:
    """The doer marked as such before the one by whom it is done: 「外部講師による講話を部員全員が受講」."""
    doers = list(_doers(wording, words, start, end))
    found = [(wording.startswith(("によ", "では、"), at) or (phrase in _AT_HOME and wording[at] == "で"), phrase) for at, phrase in doers]
    return min(found, key=itemgetter(0))[1] if found else None


def is_bare_self(who: str) -> bool:
    return _BARE_SELF.match(who) is not None


def _doers(wording: str, words: Sequence[Word], start: int, end: int) -> Iterator[tuple[int, str]]:
    """Every doer with the place of its particle."""
    asked, moved = _ASKED.search(wording, start, end), _TASK_MOVED.search(wording, start, end)
    led_until = asked.start() if asked else moved.end() if moved else start
    caused = next((word.start for index, word in enumerate(words) if start < word.start < end and _makes_do(words, index)), start)
    for index, word in enumerate(words):
        if not start < word.start < end or word.pos not in ("ADP", "AUX", "SCONJ", "PART"):
            continue
        # 「監査の方に見ていただく」「出店者に提出させる」: who is asked or made to do it does it.
        led = word.text == "に" and not _ABOUT.match(wording, word.start) and word.start < max(caused, led_until)
        if not _BY.match(wording, word.start) and not led:
            continue
        at = _before_bracket(words, index - 1)
        phrase, doer = _with_those_before(_phrase(words, at, start), wording, words[at], start), words[at]
        if (
            _BARE_COUNT.match(phrase)
            or wording.endswith(f"/{phrase}", start, word.start)
            or (word.text == "は" and phrase.endswith("の担当"))
        ):
            continue
        if word.text == "は" and in_brackets(wording, word.start, start):
            continue  # 「研修(本社は済み、支店は11月)」
        if word.text in ("は", "も") and phrase.rpartition("の")[2] in _TASKS and (asked or _IS_DONE.match(wording, word.start)):
            continue
        if (
            _BENEFITS.match(wording, word.start)
            or _PURPOSE.match(wording, word.start)
            or _ASIDE.match(wording, word.start)
            or (phrase in _AT_HOME and wording.startswith("での", word.start))
            or _OF_A_DESK.match(wording, word.start)
            or _ATTENDED.match(wording, word.start)
            or _ABOLISHED.match(wording, word.start)
        ):
            continue
        if _CARED_FOR.search(phrase) and wording.startswith("による", word.start):
            continue  # 「生徒による話し合いの場を設ける」: what those in one's care do is not who answers for it.
        if (word.text in ("は", "で") or _BY_THEM.match(wording, word.start)) and _RESTRICTED.match(wording, word.start):
            continue
        if (word.text == "で" and phrase.endswith(_PLACES)) or _APPROVED.match(wording, word.start):
            continue  # 「町広報で公表」「全店舗で導入」「臨時園長会で徹底」「理事会で承認を得て」 tell where, not by whom.
        if _IS_VISITED.match(wording, word.start) and _OF_WHICH.search(wording, start, word.start):
            continue
        if word.text.startswith("と") and not _SPEAKS.search(phrase):
            continue
        if _matches("opened", wording, word.start) or (led and _matches("takes_part", wording, word.start)):
            continue
        predicate = words[doer.head]
        if word.text == "が" and predicate.start > word.start and _matches("agreed", wording, predicate.start):
            continue
        if word.text == "が" and _checks_first(words, doer.head, wording, word.start):
            if not PROMISES.says("authority", phrase):
                yield word.start, phrase
            continue
        if (
            predicate.start > word.start
            and not _is_apart(wording, word, predicate)
            and (
                _describes(words, doer.head, end, wording)
                or _CONDITION.match(wording, predicate.start + len(predicate.text))
                or _IS_TOLD_TO.match(wording, predicate.start + len(predicate.text))
            )
        ):
            continue
        if _BARE_SELF.match(phrase):
            singled_out = word.text == "が" and owner_of(phrase) == Owner.OWN
            if singled_out or (_OWN_SECTION.fullmatch(phrase) and _IN_PLACE.match(wording, word.start)):
                yield word.start, phrase
        elif doer.tag == ACTION and not PROMISES.says("actor", doer.text):
            continue
        elif PROMISES.says("actor", _POLITELY.sub("", phrase)) or _does_to_something(wording, word, predicate, phrase):
            yield word.start, phrase


def _does_to_something(wording: str, marker: Word, predicate: Word, phrase: str) -> bool:
    """Whether the subject of a verb with an object is who does it, though no list names it: 「仕上げの人間が刃を数える」."""
    told = marker.text == "が" and "を" in wording[marker.start : predicate.start] and predicate.pos == "VERB"
    return (
        told
        and not _DESCRIBES.search(wording, marker.start, predicate.start + _ENDING)  # 「門下生が稽古できる場を作る」
        and _CLOSES.match(wording, predicate.start) is not None
        and owner_of(phrase) not in (Owner.SYSTEM, Owner.OUTSIDER)
        and not PROMISES.says("thing", phrase)
    )


def _is_apart(wording: str, marker: Word, predicate: Word) -> bool:
    """Whether a comma parts a topic from what the act is for, so that it is the topic of the act: 「部長は、2名体制とするため、…」."""
    return wording.startswith("は、", marker.start) and wording.startswith(("ため、", "ために、"), predicate.start + len(predicate.text))


def _checks_first(words: Sequence[Word], index: int, wording: str, start: int) -> bool:
    """Whether a predicate is a check that comes before the act: 「課長が宛先を確認したうえで」, 「確認するまで送信しません」."""
    predicate = words[index]
    noun = words[predicate.head]
    after = predicate.dep == "acl" and noun.lemma in _AFTER and noun.start > predicate.start
    if not after and not _TILL.match(wording, predicate.start + len(predicate.text)):
        return False
    return _CHECKS.match(wording, start, predicate.start + len(predicate.text)) is not None


def _matches(slot: str, wording: str, at: int) -> bool:
    """Whether a rule of a slot hits from the particle at `at` on."""
    return any(pattern.match(wording, at) for pattern in PROMISES.patterns(slot))


def _before_bracket(words: Sequence[Word], index: int) -> int:
    """The word that a bracket explains: 「記者全員(83人)が」."""
    if index > 0 and words[index].text == ")":
        opening = next((at for at in range(index - 1, 0, -1) if words[at].text == "("), index)
        return opening - 1 if 0 < index - opening <= 6 else index
    return index


def _describes(words: Sequence[Word], index: int, end: int, wording: str) -> bool:
    """Whether a predicate only describes a noun and tells no act: neither a way of doing nor what goes before 「一致しない場合は」."""
    noun = noun_described(words, index, end)
    if noun is None or noun.lemma in _WAYS:
        return False
    return not PROMISES.says("outcome", wording[words[index].start + len(words[index].text) : noun.start + len(noun.text)])


def _makes_do(words: Sequence[Word], index: int) -> bool:
    """Whether a word is the causative of an act (「提出させます」), not of telling (「言って聞かせる」) or of not doing."""
    word, following = words[index], words[index + 1 : index + 2]
    made = word.pos == "AUX" and word.lemma in _CAUSED and words[index - 1].lemma not in _NOT_CAUSED
    return made and not any(after.lemma in ("ない", "ず", "ぬ") for after in following) and not is_relative(words, index)


def _with_those_before(phrase: str, wording: str, last: Word, start: int) -> str:
    """The doer with whom it is listed: 「役員、職員が」."""
    before = _LISTED.search(wording, start, last.start + len(last.text) - len(phrase))
    both = before and wording.endswith(phrase, start, last.start + len(last.text)) and PROMISES.says("actor", phrase)
    return f"{before[1]}、{phrase}" if before and both and PROMISES.says("actor", before[1]) else phrase


def _phrase(words: Sequence[Word], index: int, start: int) -> str:
    """The run of nouns that ends at a word, with の, と, や and brackets inside it."""
    first = last = index
    while first >= 0 and words[first].start >= start:
        word = words[first]
        joint = word.text in _JOINTS and first < last
        if first < last and word.start + len(word.text) < words[first + 1].start and not PROMISES.says("actor", word.text):
            break  # 「再発防止 会計課が照合します」: a blank parts a heading from the sentence, 「総務課 佐山」 are one.
        if word.text == "を" and words[first + 1].text != "含む":
            break
        if not joint and word.pos not in ("NOUN", "PROPN", "NUM", "PRON") and not word.tag.startswith(("接尾辞", "接頭辞", "名詞")):
            break
        first -= 1
    text = "".join(word.text for word in words[first + 1 : last + 1])
    return _TIME_BEFORE.sub(
        "", re.sub(r"^.*(?:[日月年週曜]|ごと|前|後)の|^.*(?:つど|都度|毎回)|^(?:[のとや・を]+|含む|あと|はじめ)", "", text)
    )
