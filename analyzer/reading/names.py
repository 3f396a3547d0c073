"""Who signs or is addressed: names and offices, as they stand alone on a line."""

import re

SENTENCE = re.compile(
    r"[。!?]|[、,]$|(?:です|ます|ました|ません|でした|した|(?<!に関)(?<!に関しま)(?<!つきま)して|いる|ある|ない|なった|ください|下さい|ませ)[)\]】]?$"
    r"|(?:[はがをにでも]|より|から)$"
)
"""How a line ends that is a sentence, or the first part of one."""
ADDRESSEE = re.compile(
    r"(?:各位|御中|殿|様|さま|へ)$|^(?:関係者|会員|ファン|サポーター|保護者|お客|ご?利用者|市民|株主)\S{0,12}の(?:皆様|皆さま|みなさま|方々)"
)
_HOUSE = r"劇場|美術館|博物館|図書館|公民館|会館|ホテル|銀行|金庫|組合|保育園|幼稚園|こども園|学園|医院|クリニック|店"
_ORGANISATION = re.compile(
    rf"(?:{_HOUSE})$|株式会社|有限会社|合同会社|法人|\(株\)|クラブ|協会|連盟|リーグ|委員会|大学|学校|病院|第[0-9-]+号$|[市区町村県府都省庁局](?:役所|役場)?$"
)
_LETTERHEAD = re.compile(
    rf"(?:株式会社|有限会社|合同会社|\S{{0,8}}法人|\(株\))[^、。を]{{1,28}}|[^\s、。を]{{1,28}}(?:{_HOUSE}|株式会社|有限会社|合同会社|\(株\)|クラブ|協会|連盟|リーグ|教育委員会|大学|学校"
    r"|各位|の(?:皆様|皆さま|みなさま)へ?|病院|組合|事務局|(?:市|区|町|村|県|府|都|省|庁|警察|消防)(?:役所|役場|本部|署|局)?)"
    r"|\S{0,8}第[0-9-]+号"
)
"""The name of a body or whom it writes to, whole, or the number of the letter; 「病院を受診」 and 「調査委員会」 head a step."""
_OFFICE = re.compile(r"[一-龥々ァ-ヶーA-Za-z0-9・]{1,16}(?:部|課|室|係|班|局|本部|センター|グループ|事務[局所]|支[社店所]|担当|広報)")


def is_name(wording: str) -> bool:
    """An addressee or an organisation, with or without its representative."""
    return len(wording) <= 30 and not SENTENCE.search(wording) and bool(ADDRESSEE.search(wording) or _ORGANISATION.search(wording))


def heads_letter(wording: str) -> bool:
    """Whether a wording is the name of a body, with its department at most, and nothing else."""
    return (_LETTERHEAD.fullmatch(wording) is not None or is_office(wording)) and not SENTENCE.search(wording)


def names_corporation(wording: str) -> bool:
    """Whether a wording of names behind blanks, and no sentence, holds that of a corporation: 「運営会社 青嵐合同会社 担当 通販係」."""
    corporate = any(re.search(r"(?:株式|有限|合同)会社|法人", part) and heads_letter(part) for part in wording.split())
    return corporate and len(wording) <= 60 and not SENTENCE.search(wording)


def is_office(wording: str) -> bool:
    """An organisation and its departments behind blanks: 「青嵐町 企画課 広報係」, which need not end as organisations do."""
    body, *offices = wording.split() or [""]
    return bool(offices) and is_name(body) and all(map(_OFFICE.fullmatch, offices))
