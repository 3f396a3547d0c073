"""What was tried, looked for or hoped for and did not come: the words after a date without it."""

import re

from analyzer.answers.timeline.clauses import clauses_of

_ATTEMPT = re.compile(
    r"、?[^。、]*?(?P<act>(?P<stop>停止|遮断|回収|削除|消去)|切り?替え?|復旧|復帰|再起動|回復|修復|復元|再開|消火|救[出助]|捕獲|連絡|電話)[^。、]{0,8}?"
    r"(?:を(?:試み|試し|図[りっ])(?![^。]{0,16}成功し?(?:た|まし|、))"
    r"|(?:まし)?(?:た(?:が|ものの|ところ|けれども)|も)、?(?:[^。、]{0,8}(?P=act)(?:作業|処理|操作)?(?:に|は|が|も))?"
    r"(?=失敗|うまくい|功を奏|成功(?:せ|しま|しな)|至[らり]|つなが[らり]|及ばず|果たせ"
    r"|(?(stop)できず|(?:(?:復旧|回復|改善|解決|解消)(?:に至|が見|は見|せ|しま|しな|でき)|直[らり](?:ず|ま|な)))))"
    r"[^。、]*(?:、[^。、]{0,16}(?:失敗|至ら|せず|できず|つながらず|及ばず)[^。、]*)?"
)
"""「予備系への切替を行いましたが、切替に失敗し」 stopped nothing."""
_MENDED = r"(?:復旧|復帰|回復|再開|解消|収束|復電|通水|鎮火|正常化)"
_NOT_MENDED = re.compile(
    rf"[^。、]{{0,24}}?(?:、[^。、]{{0,16}})?{_MENDED}[^。、]{{0,6}}?"
    r"(?:しな(?!が)|せず|しませ|(?:し|され|でき)て(?:い|おり?)(?:ら|な(?!が)|ませ)|できな|できず|できませ|されな(?!が)|されず|されませ"
    r"|至ら|至って(?:おら|おりませ|いな|いませ)|(?:が|は|も)?見られ(?:ず|な|ませ)|(?:の見(?:込み?|通し)|の?(?:目[途処]|めど))[がはも][^。、]{0,4}(?:立|つか|な|不明))"
    r"(?![^。]{0,24}(?:判明|気[付づ]|発覚|分か|わか))[^。、]*(?:[。、]|$)"
)
"""「9時15分時点で復旧しませんでした」, 「復旧に至らず」: nothing ended then."""
_NOT_FOUND = re.compile(
    r"(?:[^。、]{0,40}、)?[^。、]{0,24}(?:菌|ウイルス|異常|汚染|物質|残留|塩素|農薬|毒素|反応)[はがも、]*[^。、]{0,12}"
    r"(?:(?:検出|確認)され|認められ|見られ|見つから)(?:ず|な(?!が)|ませ|て(?:い|おり?)(?:ら|な|ませ))[^。、]*(?:[。、]|$)"
)
"""「いずれの地点でも大腸菌は検出されず」 is no discovery, nor did anything happen then."""
_LAST_SEEN = re.compile(
    r"(?:(?:の|する)?(?:時点|段階))?まで(?!の)(?:に?は)?、?[^。、]{0,24}(?:保管|所在|手元|現物|(?:こと|存在|ある|あった)[^。、]{0,4}確認)[^。]*(?:され|し|あ|でき)[^。、]*(?:[。、]|$)"
)
"""「前夜までは金庫にあることを確認しております」 tells when it was last seen, not when it was missed."""
_FORECAST = re.compile(
    rf"{_MENDED}(?:の)?(?:予定|見込み?|見通し|目[途処]|めど)(?:の)?(?:日時?|時刻|時間)?|{_MENDED}時刻\(?$|{_MENDED}時刻(?=(?:\(\s*\)?)?[^。、]{{0,4}}(?:が|を)[^。、]{{0,8}}(?:通知|伝え|知らさ))"
)
"""「復旧見込みを掲示」 ended nothing."""


def without_unmet(after: str, *, known: bool) -> str:
    """What follows a date without what came to nothing in its first clauses, or `after` as it is where nothing did.

    `known`: what went wrong is told already, so that what is not mended is no news.
    """
    if _ATTEMPT.match(after):
        return _ATTEMPT.sub("", after, count=1)
    for pattern in (*((_NOT_MENDED,) if known else ()), _NOT_FOUND, _LAST_SEEN):
        if unmet := pattern.match(after):
            return after[unmet.end() :]
    clause = next(clauses_of(after), "")
    return _FORECAST.sub("", clause) + after[len(clause) :] if _FORECAST.search(clause) else after
