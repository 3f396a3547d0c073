"""What the press or the police knew of a matter: days on which all could hear of it, not that on which it happened or was found."""

import re

IN_PRESS = re.compile(
    r"(?:に)?(?:発売|発行|配信|放送|掲載|公開)の?[^。、]{0,12}(?:誌|紙|番組|記事|ニュース|週刊|[「『][^「」『』]{1,20}[」』](?=[^。誤]*(?:記事|報じ|報道)))"
    r"|(?:の|、)?(?:複数の|一部の)?[^。、の]{0,8}(?:週刊誌|雑誌|新聞|テレビ|ニュースサイト|地元紙|全国紙|(?:一部|複数)の?(?:報道|メディア|媒体))[^。、]{0,10}(?:において|にて|で|に|が)"
    r"(?=[^。]*(?:記事|報じ|報道され|指摘|掲載され|放送され|取り上げ|取り沙汰|特集|載[りっせ]))"
    r"|の[^。、]{0,16}(?:報道|ニュース|記事|放映)(?:により|によって|で|から|を見て|を機に)"
)
"""「本日発売の週刊誌において」 is the day on which all could know, not that on which it happened."""
_SPOKEN_DAY = re.compile(r"[本今昨]日|きょう|きのう|今[朝夜晩]|昨[夜晩夕]")
_IN_THE_NEWS = re.compile(
    r"(?:付け?で)?、?(?:[^。、]{0,60}、){0,2}?[^。、]{0,60}(?:(?:逮捕|起訴|送検|摘発)(?:さ|が[^。、]{0,6}報)|報じられ|報道(?:され|があ|が[^。、]{0,4}なさ))"
)
"""「本日、元監督の逮捕が報じられました」: what became of the matter, or at most the day on which all could know."""


_ARRESTED = re.compile(
    r"(?:\([^()]{1,8}\))?、(?![^。]{0,60}(?:現行犯|され(?:てい)?た(?:者|元|[^。、]{0,8}(?:選手|職員|社員|部員|教諭)))|[^。]{0,80}[日月時]、)[^。]{0,80}?(?:逮捕|起訴|送検|摘発)(?:さ|を受け|$)"
)
"""「4月6日、当社の社員が…の疑いで逮捕されました」; 「9月3日、定員を超えて運航したとして」 may be the deed."""
_BY_WHICH = r"(?:により|によって|で|から|を見て|を機に|こと(?:を|が)?|との?|旨を?、?)(?:[^。、]{0,16}、)?[^。、]{0,40}"
_LEARNED = re.compile(
    rf"[^。]*?(?:報道|報じ|記事|放送|逮捕|起訴|送検)[^。、]{{0,12}}?{_BY_WHICH}"
    r"(?:知り(?!合)|知っ|知る|把握|判明|わか[りっ]|分か[りっ]|発覚|気(?:付|づ)|(?:知らせ|連絡|一報|報)(?:を受け|に接し|をいただ))"
)
"""「昨日の報道により初めて知りました」, 「逮捕されたとの知らせを受けました」."""


def is_news(day: str, after: str) -> bool:
    """Whether what follows a `day` tells what the press or the police knew of the matter then."""
    if IN_PRESS.match(after) or _ARRESTED.match(after):
        return True
    return _SPOKEN_DAY.match(day) is not None and _IN_THE_NEWS.match(after) is not None


def is_learned(after: str) -> bool:
    """Whether the organisation says that it was by the news that it came to know."""
    return _LEARNED.match(after) is not None
