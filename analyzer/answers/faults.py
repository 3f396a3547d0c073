"""Whose fault one unit tells of, by its labels and its grammar.

The label says which way a unit points: an admission to the organisation itself, a deflection to the other it names, a
cause to whoever its grammar names, else to nobody.
"""

import re
from collections.abc import Iterable

from analyzer.language.agency import faults, owners_in, subjects
from analyzer.language.features import UnitReading
from analyzer.schema import Label, Owner

FAULTY = frozenset({Label.CAUSE, Label.ADMISSION, Label.DEFLECTION})
_AGENT = re.compile(
    r"([^、。はがをに「」]{1,24}?)(?:(?:側|ら)?(?:による|により|によって|に起因|に由来|のせい|が(?:主|直接)?の?(?:原因|要因)"
    r"|側で|から(?:は|の)?(?:何|(?:連絡|報告|説明|知らせ)(?!書?を(?:待|受|もと|踏)))|に(?:厳重に|強く)?(?:抗議|損害|賠償|責任|お問い?合わ?せ)|へ(?:直接)?お問い?合わ?せ"
    r"|に(?:裏切|騙|だま)|に(?:想定外の|予期せぬ|過大な)?負荷|の(?:独断|不調|障害|故障|判断|責任|問題|過失|認識|ミス|誤り|不手際|落ち度)))"
)
"""What stands before the words that lay a fault on somebody."""

_CLEARED = re.compile(
    r"(?:では|で)なく|(?:問題|ミス|せい|原因)だ?と(?:決め|思い込|考え|誤)|(?:責(?:任|め)?|せい|落ち度|非|過失|問題|ミス|原因)(?:は|が|では|で)[^、。]{0,6}(?:な[いくか]|ありませ|ございませ)"
)
_ADDRESSED = re.compile(
    r"(?:皆様|皆さま|皆さん|お客様|会員|関係者|方々)[^、。]{0,8}(?:に|へ)(?:は)?(?:深く|心より|[^、。]{0,8}お詫び|ご|多大)"
)
DENIED = re.compile(
    r"(?:責任|義務|違反|瑕疵|過失|因果関係|理由|関知|関与)[^。]{0,16}(?:な[いくし]|ませ|負わ|かね|ざる)"
    r"|(?:私|弊|当)[^、。]{0,8}(?:こそ|もまた)|傷つい|気の毒|痛惜"
)
_MORE = (
    (
        Owner.CONTRACTOR,
        re.compile(
            r"(?:株式|有限|合同|合資)会社|(?<![当弊調])会社(?=[側にの]|$)|印刷所|工場|製造者|施工者|請け負|受け持っ|銀行|代行"
            r"|(?:頼んだ|任せた|お願いした)[^、。]{0,4}(?:会社|業者|方)"
        ),
    ),
    (
        Owner.OUTSIDER,
        re.compile(
            r"攻撃(?:者|を仕掛け)|犯人|犯罪(?!対策)|サービス妨害|なりすまし|踏み台|記事|報じ|番組|書き込み|匿名|同紙|週刊|媒体|憶測|見出し|拡散|自己責任|ユーザー(?=[がはの側]|$)|取材|走者|ランナー|参加者|顔も名も|盗(?:ら|ま)れ|踏み荒ら"
            r"|突風|自然災害|地震|疫病|感染症|猛暑|酷暑|大雪|積雪|落雷|暑さ|寒さ|応援(?=が|の)|沿道|観衆|記載(?=は事実|が事実)|隣接|近隣|他の(?:団体|競技団体|会社|クラブ|事業者)"
        ),
    ),
    (
        Owner.PERSON,
        re.compile(
            r"主任|次長|指導員|教頭|作業者|前任|後任|助手|店長|施設長|隊員|上級生|下級生|当事者|(?<![全会満定増要人欠])員(?:ら|たち)?$|(?:^|[一-龥])係$|記者|デスク|^本人|同人$|氏$"
        ),
    ),
)
"""Actors that `agency` leaves out: its words are features the classifier was fitted on."""

_THING = re.compile(
    r"(?:評価|制度|体制|配置|人数|勤務|教育|研修|名簿|情報|データ|ファイル|メール|番号|アドレス|一覧|券|書類?|氏名|名前|画面|ページ|記録|[証表票金費])$"
)
_NO_ACTOR = re.compile(r"会員(?=証|名簿|ページ|規約|登録|サイト|費|制|番号)|被害者|いかなる事業者|(?:お客様|利用者)(?=番号|登録|情報)")
_OWN_DOING = re.compile(
    r"思い込|勘違い|読み違|誤って|誤り|取り違え|怠|見落と|失念|忘れ|居眠り|うっかり|守ら(?:ず|な)|破っ|違反|独断|無断|促し|強要|飲酒"
    r"|(?:確認|確かめ|点検|報告|照合|連絡|記録|測ら|読ま|見)[^、。]{0,8}(?:ず|な(?:い|か)|ませんでした)"
)
"""What a person fails in: beside it a person who is only the topic (「隊員は…思い込んで」) is the one at fault."""

_CLEARED_CLAUSE = re.compile(r"[^、。]*(?:問題|責任|落ち度|過失|不備|原因)(?:は|が|も)[^、。]{0,6}(?:な[いく]|ありませ|ございませ)[^、。]*")
_TOPIC = re.compile(r"([^、。はがをに「」]{1,24}?)(?:は|には|にも|らは|らには)(?![、。]?(?:含|対象))")
_FAILING = re.compile(r"(?=([^、。はがをにの]{1,16})(?:に|の)[^。]{0,30}?(?:不具合|欠陥|故障|劣化|障害|バグ|誤作動|脆弱性))")
_ATTACKER = re.compile(r"攻撃者|なりすまし|何者か|第三者(?:が|に|による|の不正)|犯人")
_SINGLED_OUT = re.compile(r"(?<!お)(?:当該|一(?:部の)?|元|同)(?:職員|社員|選手|教諭|コーチ|担当者|従業員|生徒|部員|人)|本人|個人|独断|主任")
_BESIDE = frozenset({Owner.CONTRACTOR, Owner.OUTSIDER})
"""Whom an admission may name beside the organisation itself; its own people and systems are its own."""


def owners_told(unit: UnitReading, given: Iterable[Label]) -> tuple[Owner, ...]:
    """Whose fault one unit tells of; two owners only where it admits its own and names another as well."""
    given = frozenset(given)
    if Label.ADMISSION in given:
        other = _other(unit) if Label.DEFLECTION in given else _named_at_fault(unit)
        return (Owner.OWN,) if other is None else (Owner.OWN, other)
    if Label.DEFLECTION in given:
        return (_other(unit) or Owner.NOBODY,)
    return (_cause_owner(unit) or Owner.NOBODY,)


def _named_at_fault(unit: UnitReading) -> Owner | None:
    """Another than itself whose fault is said outright, unless it is said to clear them."""
    if _CLEARED.search(unit.wording):
        return None
    phrases = [candidates[0] for _, candidates in faults(unit.parsed) if candidates]
    return next((owner for phrase in phrases if (owner := owner_named(phrase)) in _BESIDE), None)


def _other(unit: UnitReading) -> Owner | None:
    """The other a deflection points to: at fault, by whom, doing, and last whoever is mentioned but those addressed."""
    wording = _CLEARED_CLAUSE.sub("", _ADDRESSED.sub("", unit.wording)) or unit.wording
    told = [phrase for _, candidates in faults(unit.parsed) for phrase in candidates if phrase in wording]
    told += _AGENT.findall(wording)
    others = [owner for owner in (*map(owner_named, told), *_acting(unit)) if owner not in (None, Owner.OWN)]
    mentioned = _actors(wording)
    others += [owner for owner in (Owner.CONTRACTOR, Owner.OUTSIDER) if owner in mentioned]
    if _SINGLED_OUT.search(wording) or Owner.PERSON in _topics(unit):
        others.append(Owner.PERSON)
    if DENIED.search(wording):
        others = [owner for owner in others if owner in _BESIDE]
    if others[:1] == [Owner.PERSON] and Owner.CONTRACTOR in mentioned:
        return Owner.CONTRACTOR  # 「検針員(受託会社所属)が」
    return next(iter(others), None)


def _cause_owner(unit: UnitReading) -> Owner | None:
    """Whom the grammar of a cause names: owner of the fault, by-phrase, then a subject marked が."""
    told = [phrase for _, candidates in faults(unit.parsed) for phrase in candidates]
    told += _AGENT.findall(unit.wording)
    owners = [*map(owner_named, told), *_acting(unit, "が")]
    if _OWN_DOING.search(unit.wording):
        owners += _topics(unit)
    if _ATTACKER.search(unit.wording):
        owners.append(Owner.OUTSIDER)
    owners += [owner for phrase in _FAILING.findall(unit.wording) if (owner := owner_named(phrase)) == Owner.SYSTEM]
    return next((owner for owner in owners if owner), None)


def _topics(unit: UnitReading) -> list[Owner]:
    """The persons of whom a unit speaks: 「隊員は」, 「部員には…問題もあった」."""
    return [owner for phrase in _TOPIC.findall(unit.wording) if (owner := owner_named(phrase)) == Owner.PERSON]


def _acting(unit: UnitReading, *markers: str) -> list[Owner]:
    """The actors among the subjects, systems last."""
    phrases = (phrase for phrase, marker in subjects(unit.parsed) if not markers or marker in markers)
    owners = [owner for phrase in phrases if (owner := owner_named(phrase))]
    return sorted(owners, key=Owner.SYSTEM.__eq__)


def owner_named(phrase: str) -> Owner | None:
    """The one of a phrase's actors that bears the fault: own people are own, own systems are systems, a contractor's are its,
    and 「会員名簿」 is no member.

    >>> owner_named("弊社担当者"), owner_named("当社システム"), owner_named("弊社の委託先の作業者")
    (<Owner.OWN: 'own'>, <Owner.SYSTEM: 'system'>, <Owner.CONTRACTOR: 'contractor'>)
    """
    named = frozenset() if _THING.search(phrase) else _actors(phrase)
    own = (Owner.OWN, Owner.PERSON, Owner.SYSTEM) if Owner.PERSON in named else (Owner.SYSTEM, Owner.OWN)
    return next((owner for owner in (Owner.CONTRACTOR, Owner.OUTSIDER, *own) if owner in named), None)


def _actors(phrase: str) -> frozenset[Owner]:
    phrase = _NO_ACTOR.sub("", phrase)
    return owners_in(phrase) | {owner for owner, pattern in _MORE if pattern.search(phrase)}
