"""Countable facts in a unit: dates, clock times, counts, kinds of data, contacts, mechanisms."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class FactKind(StrEnum):
    DATE = "date"
    CLOCK = "clock"
    PERIOD = "period"
    PERSONS = "persons"
    ITEMS = "items"
    MONEY = "money"
    DATA = "data"
    CONTACT = "contact"
    VAGUE_COUNT = "vague_count"


@dataclass(frozen=True, slots=True)
class Fact:
    """One concrete fact and its span in the normalised unit."""

    kind: FactKind
    start: int
    end: int
    text: str


# 一 in a turn of speech (一部, 一人ひとり, 一件ずつ, 一本化) counts nothing.
_NUMBER = (
    r"(?:(?<![0-9])(?<![0-9][,.])[0-9][0-9,.]*(?:[万千億][0-9,]*)?"
    r"|(?<![一二三四五六七八九十百千])(?<!一人)(?!一(?:部|本化|個人|人(?:ひ|一|ず|で)|[件枚通本点個](?:ず|も)))[一二三四五六七八九十百千]{1,6})"
)
DATA_KINDS = (
    "氏名|お名前|名前|名字|姓名|住所|郵便番号|電話番号|携帯番号|メールアドレス|生年月日|年齢|性別|口座番号|口座情報|"
    "クレジットカード(?:番号|情報)?|カード番号|有効期限|セキュリティコード|会員番号|会員ID|ログインID|パスワード|暗証番号|"
    "座席(?:番号)?|席種|購入(?:履歴|金額|内容)|注文(?:内容|番号|履歴)|顔写真|写真|成績|評定|病名|診療(?:情報|内容)|検査結果|"
    "学籍番号|学年|勤務先|所属|役職|マイナンバー|個人番号|保険証|診察券番号|健康(?:情報|状態)|家族構成|国籍|身長|体重|金額|"
    "決済(?:金額|情報)|IPアドレス|社員番号|職員番号|受験番号|緊急連絡先|保護者名|アレルギー|被保険者番号|負担割合|免許証(?:番号)?|旅券番号|"
    "(?:お客様|顧客|証券|契約|患者|利用者)番号|契約(?:内容|情報)|取引(?:履歴|内容)|利用(?:履歴|明細)|通話履歴|位置情報|相談内容|問い?合わせ内容|FAX番号|"
    "ユーザー(?:ID|名)|アカウント名|会社名|部署名|病歴|既往歴|処方(?:内容|薬)|服薬|要介護度|障害(?:等級|区分|名)|血液型|指紋|税額|所得(?!税|者)|年収"
)
_PATTERNS: tuple[tuple[FactKind, re.Pattern[str]], ...] = (
    (
        FactKind.CONTACT,
        re.compile(r"0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|0120-?[0-9-]{6,}|[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|https?://[!-~]*[!-'*-~]"),
    ),
    (
        FactKind.DATE,
        re.compile(
            r"(?:(?:令和|平成|昭和|[RHS])[ .]?[0-9元]{1,2}[年.]|(?:19|20)[0-9]{2}[年/.-])?\s*[0-9]{1,2}(?:月\s*[0-9]{1,2}日"
            r"|/[0-9]{1,2}(?![0-9/]))"
            r"|(?:令和|平成|昭和)[0-9元]{1,2}年(?:[0-9]{1,2}月)?|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?"
            r"|[0-9]{1,2}月(?:上旬|中旬|下旬|初旬|末|頃|中)?(?!曜)|同日|翌日|翌朝|前日|当日|同月[0-9]{1,2}日"
        ),
    ),
    (
        FactKind.CLOCK,
        re.compile(
            r"(?:午前|午後|深夜|早朝)?\s*[0-9]{1,2}時(?!間)(?:[0-9]{1,2}分|半)?(?:頃|ごろ|過ぎ)?|(?<![0-9:])[0-9]{1,2}:[0-9]{2}(?![0-9])"
        ),
    ),
    (FactKind.PERIOD, re.compile(r"(?:(?<![0-9])[0-9]+|数|半)(?:年間|か月|ヶ月|カ月|日間|週間|時間|分間)")),
    (FactKind.PERSONS, re.compile(rf"{_NUMBER}\s*(?:余|超)?(?:名|人(?!為|事|員)|世帯|組)(?:様|分)?")),
    (FactKind.MONEY, re.compile(rf"{_NUMBER}\s*円")),
    (
        FactKind.ITEMS,
        re.compile(
            rf"{_NUMBER}\s*(?:件|通|枚|個|台|点|本(?!校|市|会|件)|冊|食|便|か所|カ所|ヶ所|箇所|口座|アカウント|店舗|部(?!署|長|門)|戸|社|校|袋|箱|頭|席|着|セット|試合|団体)"
        ),
    ),
    (FactKind.DATA, re.compile(DATA_KINDS)),
    (FactKind.VAGUE_COUNT, re.compile(r"一部(?:の)|数(?:名|人|件|十|百|千|万)|複数(?:の|名)|若干|多数|ごく一部|少数")),
)


def find_facts(wording: str) -> Iterator[Fact]:
    """Facts of one normalised unit; telephone numbers are never read as counts or dates."""
    taken: list[tuple[int, int]] = []
    for kind, pattern in _PATTERNS:
        for found in pattern.finditer(wording):
            start, end = found.span()
            if any(start < stop and begin < end for begin, stop in taken):
                continue
            if kind in (FactKind.CONTACT, FactKind.DATE, FactKind.CLOCK):
                taken.append((start, end))
            yield Fact(kind, start, end, found[0])
