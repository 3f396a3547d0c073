"""Dates that were written or read by mistake, and on which nothing was done."""

import re

from analyzer.answers.timeline.dates.anchors import DateExpression

_MISTAKEN = re.compile(
    r"(?:と)?(?:で|を)?(?:取り違え|間違え|混同|勘違い|思い違い|読み違え|見間違)"
    r"|と(?:[^。、]{0,8}(?:書き?間違|書き?誤|打ち間違|誤記|誤植|誤表示|誤印字|誤入力|誤登録)|(?:誤って|間違って|誤り)[^。、]{0,4}(?:記載|表示|印字|印刷|入力|登録|案内|書[いき]|お知らせ|読[みん])"
    r"|(?:書|記|表示|印字|印刷|入力|登録|案内|お知らせ|設定)[^。、]{0,6}べき)"
)
"""「期限を10月3日と書き間違え」「9月と8月を取り違え」: dates that were written, on which nothing was done."""
_ERRATUM = re.compile(r"(?:^|[\s・(【〔「|→/])(?:誤|正)[)】〕」]?\s*[:|→]?\s*$")
_ERRATUM_AFTER = re.compile(r"\s*[(【〔](?:誤|正)[)】〕]")
"""「(誤)5月7日 → (正)5月17日」: what a thing said and what it should have said."""
_WRONGLY = re.compile(r"(?:誤って|間違って|誤り|あやまって)[^。、]{0,4}$")
_SAID = re.compile(r"と(?:記載|記し|表[示記]|印[字刷]|入力|登録|ご?案内|書[いき]|お?知らせ|ご?説明)")
"""「誤って5月21日と印字しました」."""
_LISTED = re.compile(r"(?:と|、|を)(?:[0-9]{4}年)?[0-9]{1,2}月(?:[0-9]{1,2}日)?")

_WRITTEN = re.compile(
    r"」(?:と(?:誤って|すべき|し?なって)?(?:記[載さ]|表[示記]|印[字刷]|入力|登録|書かれ|な)|の(?:誤[りっ記]|表[示記]|記載|印字|間違)|に(?:訂正|修正|差し?替え|改め|直)|(?:を|が|→)、?「)"
)
"""「「令和8年5月7日」と記載されるべきところ」: what stands on a thing."""


def is_mistaken(found: DateExpression, wording: str) -> bool:
    """Whether a date is but what was written or read by mistake, or stands on a thing."""
    if wording[: found.start].endswith("「") and _WRITTEN.match(wording, found.end):
        return True
    erratum = _ERRATUM.search(wording, 0, found.start) or _ERRATUM_AFTER.match(wording, found.end)
    if erratum and not found.ranged:
        return True
    if _WRONGLY.search(wording, 0, found.start) and _SAID.match(wording, found.end):
        return True
    listed = _LISTED.match(wording, found.end)
    return _MISTAKEN.match(wording, found.end) is not None or (listed is not None and _MISTAKEN.match(wording, listed.end()) is not None)
