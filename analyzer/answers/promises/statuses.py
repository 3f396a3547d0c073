"""How far an act is done: by its form, by its day, by what a bracket marks."""

import re
from datetime import date

from analyzer.answers.promises.dues import ISO_DAY, ISSUE, SINCE, Due
from analyzer.rules.slots import PROMISES
from analyzer.schema import PromiseStatus

_MARKED_DONE = re.compile(r"(?<!未)済み?$")
"""How a bracket ends that says an act is done, by whatever verb: 「(全店撤去済)」."""
ANSWERED = (
    r"、?(?:との(?:回答|返答|返事|確約|約束|報告|説明|連絡|申し出)(?:を(?:得|受け|頂[いき]|いただ[いき]|もらっ|取り付け)て?|が(?:あり|あっ|ござい|寄せられ|届い)て?)"
    r"(?:おります|います|いる|まし\s*た|ます|た)|(?<=[うくすつぬむるぐぶい])と(?:約束|確約|明言)(?:し|いたし)(?:て(?:おり|い))?(?:ます|ました|た)"
    r"|(?<=[うくすつぬむるぐぶ])と(?:の?(?:回答|説明|報告|連絡)を受け(?:て(?:おり|い))?(?:ます|ました|た)|のこと(?:です|であり?ます|でした)"
    r"|(?:話し|述べ|申し|言っ|説明し|表明し|し)(?:て(?:おり|い))?(?:ます|まし\s*た|る|た))"
    r"|(?:との|旨の|とする|という)[^、。をがは]{0,12}(?:[計企]画書?|[策書案])(?:の提出)?(?:を、?(?:受け|受領し|得|提出させ)|が、?(?:あり|あっ|提出され|届[いき]))(?:て(?:おり|い))?(?:ます|まし\s*た|た))"
)
"""What another said that it would do: 「…を提出する、との回答を得ております」 tells of its promise, and that is not yet kept."""
PLEA = (
    r"ので(?:、|(?=今後とも|何卒|なにとぞ|引き?続き|どうか|ご(?:理解|愛顧|指導|支援|協力)|よろしく|宜しく))"
    r"(?:[^、。]{1,20}、){0,2}[^、。]{0,24}(?:お\s*願い|くださ|賜り)[^。]{0,16}"
)
"""「…てまいりますので、何卒ご理解を賜りますようお願い申し上げます」: what readers are asked for is no part of the act."""
_SAID_LAST = re.compile(rf"(?:{ANSWERED}|{PLEA})[。\s]*$")
TRAILING = re.compile(rf"(?:{ANSWERED}|{PLEA})?(?:[(【\[〔][^()【】\[\]〔〕]*[)】\]〕])?[。.!！」』\s]*$")
_REMEDIES = re.compile(
    r"(?:残る|残り|未(?:回収|返却|連絡|返金|着|達)|該当|対象|被害|影響を受け|(?:ご迷惑|ご心配)をおかけした|お手元)[^。]*"
    r"(?:回収|返金|払い?戻|連絡|通知|返却|返送|引き取|交換|補償|賠償|弁済|復旧|説明|お(?:届け|詫び|渡し)|支援|ケア)[^。]{0,20}(?:努め|進め|急[ぎい]|尽く|図|まい|参)"
)
_OF_THE_NEXT = re.compile(r"再発|再び|二度と|繰り返|未然|今後(?:同|こ)|防(?:止|ぐ|ぎ)|研修|教育|徹底")
_SET_DOWN = re.compile(r"(?:こと|もの)[とに](?:(?:いた|致)?し|なっ|なりまし)(?:まし)?た")
_NOTE = re.compile(r"[(【\[]([^()【】\[\]]*)[)】\]]")
_ONGOING = re.compile(
    r"(?:実施|運用|試行|継続|進行|施行|改修|作成|策定|工事|準備|整備|導入|移行|更新)中(?:です|であり|で)?$|進めて(?:おり|い)ます$|(?:順次|計画的に)[^、。]{0,8}(?:実施し|行っ|交換し|更新し|始め)て(?:おり|い)ます$"
)
_SINCE_THEN = re.compile(
    r"[月日年](?:から|より|以[降後])、?[^、。をが]{0,16}[いえきけしせちてっべめりれん][てで](?:(?:い|お)(?:る|り?ます|りました|た)|きた|まいりました)"
    r"(?=[一-龥ァ-ヶ])"
)
"""What says that the thing promised has long been going on: 「本年1月以降、取り組んでおります点検の徹底を」."""
_TODAY = re.compile(r"本日|今日")
_FROM_A_DAY = re.compile(r"[0-9一二三]日(?:\([^()]{1,4}\))?(?:付(?:け)?)?(?:で|から|より|以降|に)|[0-9]+/[0-9]+|本日|[0-9一二三]日\)?$")


def status_of(wording: str) -> PromiseStatus | None:
    """What the sentence-final form says; a bracket at the end may say it is done (「(5月8日から始めました)」) or but prepared."""
    told = _SAID_LAST.sub("", wording.rstrip())
    bare = TRAILING.sub("", told)
    note = told[len(bare) :].strip("()【】[]〔〕。 ")
    if shared := share_done(told):
        return shared
    if marked := PROMISES.ruling("mark_behind", bare):
        return PromiseStatus(PROMISES.decided("prepared", marked[1][0]) or marked[0])
    if prepared := PROMISES.decided("prepared", note):
        return PromiseStatus.DONE if PROMISES.decided("status", bare) == PromiseStatus.DONE else PromiseStatus(prepared)
    found = [said for part in (told, bare, note) if part and (said := PROMISES.decided("status", part))]
    if _MARKED_DONE.search(note):
        return PromiseStatus.DONE
    if PromiseStatus.DONE in found:
        return PromiseStatus.DONE
    return PromiseStatus(found[-1 if len(found) > 1 and bare != told.rstrip("。.!！ ") else 0]) if found else None


def share_done(wording: str) -> PromiseStatus | None:
    """What is said of the parts of an act: some of several are done (「(7月末で11台、残りは12月)」), or all of them (「(12/12台)」)."""
    if PROMISES.says("in_part", wording):
        return PromiseStatus.UNDER_WAY
    counted = PROMISES.found("fraction", wording[wording.rfind("(") :])
    if counted is None:
        return None
    return PromiseStatus.DONE if counted["done"] == counted["all"] else PromiseStatus.UNDER_WAY


def still_to_come(wording: str, due: str | None, published: date | None) -> bool:
    """Whether what was set down (「…することとしました」) is to hold only later: 「4月から」, 「来年度から」."""
    if due is None or not _SET_DOWN.search(wording):
        return False
    if ISO_DAY.match(due) and published:
        return due > published.isoformat()
    return not PROMISES.says("due", due) or re.search(r"^[来次今新翌]", due) is not None


def in_force(wording: str, due: str | None, published: date | None) -> bool:
    """Whether a rule holds from a day told that is not after the publication (「6月8日から、…乗ります」)."""
    if due and _TODAY.match(due):
        return SINCE.search(wording) is not None
    if due is None or published is None or not ISO_DAY.match(due) or due > published.isoformat():
        return False
    if _this_month(wording, due, published):
        return False  # 「今月から」 may have begun or not: the verb tells.
    return SINCE.search(wording) is not None


def is_ongoing(wording: str) -> bool:
    """Whether an act is said in so many words to be going on: 「5月から実施中」."""
    return _ONGOING.search(TRAILING.sub("", wording)) is not None


def goes_on_since(wording: str) -> bool:
    """Whether what is promised is told to have begun before, and is only to be kept up.

    >>> goes_on_since("昨年4月から進めている窓口の拡充を続けてまいります。"), goes_on_since("本年7月以降、二重確認を行います。")
    (True, False)
    """
    return _SINCE_THEN.search(wording) is not None


def _this_month(wording: str, due: str, published: date) -> bool:
    """Whether something holds from the month of the publication, no day of it told: 「今月から」「1月分から、翌月10日までに」."""
    return due.endswith("-01") and due[:7] == published.isoformat()[:7] and not _FROM_A_DAY.search(wording)


def by_date(due: str | None, published: date | None) -> PromiseStatus | None:
    """An act without a form of its own: dated before the publication done (「昨年10月から」), dated after it planned."""
    if due is None or published is None or not ISO_DAY.match(due):
        return None
    return PromiseStatus.PLANNED if due > published.isoformat() else PromiseStatus.DONE


def by_note(wording: str, due: Due | None, published: date | None) -> PromiseStatus | None:
    """What a bracket says that dates the act beside it: 「(5月27日実施)」「(8月1日完了 担当:事務長)」「(6月3日から)」."""
    note = next((found[1] for found in _NOTE.finditer(wording) if due and due.wording in found[1]), None)
    if note is None or due is None:
        return None
    if shared := share_done(f"({note})"):
        return shared
    if PROMISES.says("prepared", note) or (published and ISSUE.search(note) and _this_month(note, due.day, published)):
        return None
    return PromiseStatus.DONE if re.search(r"(?<!未)済(?!み?[まむめの])", note) else by_date(due.day, published)


def only_remedies(wording: str) -> bool:
    """Whether what is promised mends this harm and prevents no other (「残る2通も速やかに回収できるよう努めます」)."""
    return _REMEDIES.search(wording) is not None and not _OF_THE_NEXT.search(wording)


def will_verb(core: str) -> bool:
    return PROMISES.decided("status", TRAILING.sub("", core)) == PromiseStatus.INTENDED and PROMISES.says("will", core)
