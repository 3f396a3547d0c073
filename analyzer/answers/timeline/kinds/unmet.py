"""What was tried, looked for or hoped for and did not come: the words after a date without it."""

import re

from analyzer.answers.timeline.clauses import clauses_of

_ATTEMPT = re.compile(
    r"、?[^。、]*?(?P<act>(?P<stop>停止|遮断|回収|削除|消去|中止|中断|止め|閉め|閉じ)|切り?替え?|復旧|復帰|再起動|回復|修復|復元|再開|消火|救[出助]|捕獲|連絡|電話)[^。、]{0,8}?"
    r"(?:を(?:試み|試し|図[りっ])(?![^。]{0,16}成功し?(?:た|まし|、))"
    r"|(?:まし)?(?:た(?:が|ものの|ところ|けれども)|も)、?(?:[^。、]{0,8}(?P=act)(?:作業|処理|操作)?(?:に|は|が|も))?"
    r"(?=失敗|断られ|拒[まみ否]|(?:聞き入れ|応じ)て?(?:られ|もらえ|いただけ)?(?:ず|ませ|な)"
    r"|(?![^。、]{0,10}(?:混乱|苦情|不安|批判))[^。、]{0,10}(?:収ま|止ま|おさま|治ま)[らり](?:ず|ませ|な)|うまくい|功を奏|成功(?:せ|しま|しな)|至[らり]|つなが[らり]|及ばず|果たせ"
    r"|(?(stop)できず|(?:(?:復旧|回復|改善|解決|解消)(?:に至|が見|は見|せ|しま|しな|でき)|直[らり](?:ず|ま|な)))))"
    r"[^。、]*(?:、[^。、]{0,16}(?:失敗|至ら|せず|できず|つながらず|及ばず)[^。、]*)?"
)
"""「予備系への切替を行いましたが、切替に失敗し」, 「弁を閉めましたが、漏れは収まらず」 stopped nothing."""
_STOP = r"(?:停止|中止|中断|遮断|回収|閉鎖|封鎖|休止|撤去|隔離|切り?離し?|差し?止め|取りやめ|打ち?切り?|止め|取り?消し?|削除|消去)"
_MENDED = r"(?:復旧|復帰|回復|再開|解消|収束|復電|通水|鎮火|正常化)"
_NOT_MENDED = re.compile(
    rf"(?![^。、]{{0,24}}{_STOP}(?:し|を行い)?、)[^。、]{{0,24}}?(?:、[^。、]{{0,16}})?{_MENDED}[^。、]{{0,6}}?"
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
_STOP_DENIED = re.compile(
    rf"{_STOP}(?:する|させる|る)?(?:の|こと|措置|判断|決定|手続き?)?(?:に|を|は|が|も|まで|には|にも)?"
    r"(?:(?:でき|させ|され|せ|し|られ)?(?:ず(?:に|じまい)?|ませんでした|ません|な(?:かった|いまま|いで|い(?!と|限り)))|(?:でき|させ|され|し)て(?:い|おり?)?(?:らず|ませんでした|ません|なかった|ない)"
    r"|間に合(?:わ(?:ず|な)|いませ)|至(?:らず|らな(?:かった|い)|りませんでした|りません|って(?:おらず|いませ|おりませ|いな))|見送[りっ]|見合わせ|ためら|踏み切(?:れ|ら)(?:ず|ませ|な))"
)
_ENDS_SO = re.compile(r"[ぁ-ん]{0,12}[。、」]{0,2}$")
_STOPPED = re.compile(rf"{_STOP}(?:し|いたし|させ|済み|を(?:完了|終え|行っ|行い|実施))?(?:まし)?た")
_YET = re.compile(r"(?:しかし(?:ながら)?|ただし?|ところが|けれども|だが|それでも|にも(?:かか|関)わらず)、?[^。]{0,80}")
_WENT_ON = re.compile(r"(?:続行|継続|強行|続け)(?:し|られ|ま|て|た|い)")


def without_stops_denied(after: str) -> str:
    """What follows a date without the stops that it denies: 「担当へ連絡し、放送は止められませんでした」, 「中止せず続けました」.

    What such a stop was of goes with it where the clause ends there; 「回収できなかった2点を除き、回収」 denies but the one.
    """
    return "".join(map(_without_stop_denied, clauses_of(after))) if _STOP_DENIED.search(after) else after


def _without_stop_denied(clause: str) -> str:
    denied = _STOP_DENIED.search(clause)
    if denied is None:
        return clause
    return "" if _ENDS_SO.match(clause, denied.end()) else clause[: denied.start()] + clause[denied.end() :]


def takes_stop_back(after: str, following: str) -> bool:
    """Whether the next sentence says that nothing was stopped after all: 「停止を指示しました。」, 「しかし、止められませんでした。」.

    Where it was stopped, 「ただし、西側は止められませんでした」 tells of another part.
    """
    opened = _YET.match(following) if not _STOPPED.search(after) else None
    return opened is not None and (_STOP_DENIED.search(opened[0]) or _WENT_ON.search(opened[0])) is not None


def without_unmet(after: str, *, known: bool) -> str:
    """What follows a date without what came to nothing in its first clauses, or `after` as it is where nothing did.

    `known`: what went wrong is told already, so that what is not mended is no news.
    """
    if _ATTEMPT.match(after):
        return _ATTEMPT.sub("", after, count=1)
    for pattern in (*((_NOT_MENDED,) if known else ()), _NOT_FOUND, _LAST_SEEN):
        if unmet := pattern.match(after):
            return after[unmet.end() :]
    if known and (left := without_stops_denied(after)) != after:
        return left
    clause = next(clauses_of(after), "")
    return _FORECAST.sub("", clause) + after[len(clause) :] if _FORECAST.search(clause) else after
