"""What a good disclosure holds: for each item of `rules/checklist.toml`, whether the statement gives it, and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from analyzer.answers.gaps.accidents import announced_itself, hurt_nobody
from analyzer.answers.gaps.data_told import data_told, without_left_out
from analyzer.answers.gaps.denials import flatly_denied
from analyzer.answers.gaps.inquirers import authority_inquires, body_inquiring
from analyzer.answers.timeline.course import timeline
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.report import ChecklistItem, Event
from analyzer.rules import load_rules
from analyzer.rules.slots import hit
from analyzer.schema import ChecklistStatus, EventKind, Label, Lang

Labels = Mapping[Label, float]
"""The labels assigned to one unit, with their probabilities."""


class Trait(StrEnum):
    """What a statement is about, or is: decides which items apply and which law may be cited."""

    LEAK = "leak"
    CONTRACTOR = "contractor"
    INQUIRY = "inquiry"
    SANCTION = "sanction"
    FINAL = "final"
    DENIAL = "denial"
    CONDUCT = "conduct"
    INQUIRER = "inquirer"
    AUTHORITY = "authority"
    SUDDEN = "sudden"
    UNHURT = "unhurt"


@dataclass(frozen=True, slots=True)
class Sign:
    """One way for a unit to give something; every part that is set must hold."""

    labels: frozenset[Label]
    cues: frozenset[str]
    facts: frozenset[FactKind]
    pattern: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    part: str

    @classmethod
    def of(cls, record: Mapping[str, Any], never: str | None = None) -> "Sign":
        """The sign of a record; `never` is what no sign of its item may hold."""
        unless = [pattern for pattern in (record.get("unless"), never) if pattern]
        return cls(
            labels=frozenset(Label(code) for code in record.get("labels", ())),
            cues=frozenset(record.get("cues", ())),
            facts=frozenset(FactKind(kind) for kind in record.get("facts", ())),
            pattern=re.compile(record["pattern"]) if "pattern" in record else None,
            unless=re.compile("|".join(unless)) if unless else None,
            part=str(record.get("part", "")),
        )

    def shown_by(self, unit: UnitReading, labels: Labels) -> bool:
        if unit.placement.is_heading and not labels:
            return False
        return (not self.labels or not self.labels.isdisjoint(labels)) and self.worded_in(unit)

    def worded_in(self, unit: UnitReading) -> bool:
        return (
            (not self.cues or unit.has_cue(*self.cues))
            and (not self.facts or has_fact(unit, *self.facts))
            and (self.pattern is None or bool(self.pattern.search(unit.wording)))
            and (self.unless is None or not self.unless.search(unit.wording))
        )


@dataclass(frozen=True, slots=True)
class ItemRule:
    """One table of `rules/checklist.toml`; `basis_general` stands where the incident is no leak of personal data."""

    code: str
    name: Mapping[Lang, str]
    basis: Mapping[Lang, str]
    basis_general: Mapping[Lang, str]
    applies: Trait | None
    exempt: frozenset[Trait]
    stated: tuple[Sign, ...]
    partly: tuple[Sign, ...]

    @classmethod
    def of(cls, code: str, rule: Mapping[str, Any]) -> "ItemRule":
        return cls(
            code=code,
            name={Lang.JA: rule["name"], Lang.EN: rule["en"]},
            basis={Lang.JA: rule["basis"], Lang.EN: rule["basis_en"]},
            basis_general={Lang.JA: rule.get("basis_general", rule["basis"]), Lang.EN: rule.get("basis_general_en", rule["basis_en"])},
            applies=Trait(rule["applies"]) if "applies" in rule else None,
            exempt=frozenset(Trait(name) for name in rule.get("exempt", ())),
            stated=tuple(Sign.of(sign, rule.get("unless")) for sign in rule.get("stated", ())),
            partly=tuple(Sign.of(sign, rule.get("unless")) for sign in rule.get("partly", ())),
        )


@cache
def item_rules() -> tuple[ItemRule, ...]:
    """All items in file order."""
    return tuple(ItemRule.of(code, rule) for code, rule in load_rules("checklist").items())


def item_rule(code: str) -> ItemRule:
    """The item of a code, for what asks by the signs of one item."""
    return next(rule for rule in item_rules() if rule.code == code)


@dataclass(frozen=True, slots=True)
class Told:
    """What is known of a statement when its items are looked for: its course of `events` as everything else in the report reads it."""

    document: DocumentReading
    labels: Sequence[Labels]
    events: Sequence[Event]


def checklist(
    document: DocumentReading, labels: Sequence[Labels], lang: Lang = Lang.JA, *, events: Sequence[Event] | None = None
) -> tuple[ChecklistItem, ...]:
    """Every item with its status and the units that give it.

    Parameters
    ----------
    labels : the labels assigned to each unit, as `Labeller.assigned` returns them.
    events : the dated steps; left out, they are read by the rules alone.
    """
    told = Told(document, labels, timeline(document, labels, document.statement.published) if events is None else events)
    traits = traits_of(document, labels)
    return tuple(_item(rule, told, traits, lang) for rule in item_rules())


def _item(rule: ItemRule, told: Told, traits: frozenset[Trait], lang: Lang) -> ChecklistItem:
    applies = (rule.applies is None or rule.applies in traits) and not rule.exempt & traits
    judge = (
        _SPECIAL.get(rule.code, _by_signs) if applies else _given_all_the_same if rule.exempt & traits == {Trait.FINAL} else _not_applicable
    )
    status, units = judge(rule, told)
    basis = rule.basis if Trait.LEAK in traits else rule.basis_general
    return ChecklistItem(rule.code, rule.name[lang], basis[lang], status, units)


Verdict = tuple[ChecklistStatus, tuple[int, ...]]


def _by_signs(rule: ItemRule, told: Told) -> Verdict:
    """Stated where every part is shown by some unit; partly where only some part, or only a sign of "partly", is."""
    shown: dict[str, list[int]] = {sign.part: [] for sign in rule.stated}
    for sign in rule.stated:
        shown[sign.part] += _units(sign, told)
    units = tuple(sorted({index for part in shown.values() for index in part}))
    if shown and all(shown.values()):
        return ChecklistStatus.STATED, units
    units = units or tuple(sorted({index for sign in rule.partly for index in _units(sign, told)}))
    return (ChecklistStatus.PARTLY, units) if units else (ChecklistStatus.MISSING, ())


def _not_applicable(rule: ItemRule, told: Told) -> Verdict:
    return ChecklistStatus.NOT_APPLICABLE, ()


def _given_all_the_same(rule: ItemRule, told: Told) -> Verdict:
    """A last report need not promise another, but where it does, it has."""
    verdict = _by_signs(rule, told)
    return verdict if verdict[1] else _not_applicable(rule, told)


def _outline(rule: ItemRule, told: Told) -> Verdict:
    """Who denies may tell what is alleged, but not what happened."""
    status, units = _by_signs(rule, told)
    return (ChecklistStatus.PARTLY if units and flatly_denied(told.document, told.labels) else status), units


def _published(rule: ItemRule, told: Told) -> Verdict:
    """A line that is but the date of a step of the matter dates no publication."""
    status, units = _by_signs(rule, told)
    of_matter = {event.unit for event in told.events if event.event != EventKind.PUBLISHED}
    units = tuple(index for index in units if index not in of_matter)
    if told.document.statement.published:
        return ChecklistStatus.STATED, units
    return (status, units) if units else (ChecklistStatus.MISSING, ())


def _answers_cause(rule: ItemRule, told: Told) -> Verdict:
    """Stated where a concrete measure takes up what a cause speaks of; partly where it does not, or where only a vague one does."""
    units = told.document.units
    causes = [index for index, assigned in enumerate(told.labels) if Label.CAUSE in assigned] or _causes_owned(told)
    topics = frozenset[str]().union(*(_topics(units[index]) for index in causes))

    def meeting(label: Label) -> tuple[tuple[int, ...], tuple[int, ...]]:
        measures = tuple(index for index, assigned in enumerate(told.labels) if label in assigned)
        return measures, tuple(index for index in measures if topics & _topics(units[index]))

    concrete, answering = meeting(Label.MEASURE_CONCRETE)
    if causes and concrete:
        return (ChecklistStatus.STATED, answering) if answering else (ChecklistStatus.PARTLY, concrete)
    touching = meeting(Label.MEASURE_VAGUE)[1]
    return (ChecklistStatus.PARTLY, touching) if touching else (ChecklistStatus.MISSING, ())


def _causes_owned(told: Told) -> list[int]:
    """The admissions that tell why it happened, as the item on the cause reads them: 「職員任せにしてきた組織の責任」."""
    signs = (sign for sign in item_rule("CHK04").partly if Label.ADMISSION in sign.labels)
    return sorted({index for sign in signs for index in _units(sign, told)})


def _happened_and_found(rule: ItemRule, told: Told) -> Verdict:
    """Stated where the course of events dates both ends; else by the signs, but no more than partly where it dates no discovery, and no
    less where it dates one end.
    """
    dated = {kind: [event.unit for event in told.events if event.event == kind] for kind in (EventKind.OCCURRED, EventKind.DETECTED)}
    steps = tuple(sorted({unit for units in dated.values() for unit in units}))
    if all(dated.values()):
        return ChecklistStatus.STATED, steps
    status, units = _by_signs(rule, told)
    if not dated[EventKind.DETECTED] and status == ChecklistStatus.STATED:
        return ChecklistStatus.PARTLY, units
    return (ChecklistStatus.PARTLY, steps) if steps and not units else (status, units)


def _cause(rule: ItemRule, told: Told) -> Verdict:
    """By the signs; a line that is but the answer to 「・原因」 above it tells of the cause too, if only that it is looked into."""
    status, units = _by_signs(rule, told)
    still_open = cause_left_open(told.document)
    return (status, units) if units or not still_open else (ChecklistStatus.PARTLY, still_open)


_SPECIAL = {"CHK01": _outline, "CHK04": _cause, "CHK09": _published, "CHK10": _happened_and_found, "CHK13": _answers_cause}

_CAUSE_ASKED = re.compile(
    r"[\s・･●○◎■□◆◇*\-0-9.()【\[]*(?:事故|火災|発生|紛失|漏え?い)?(?:の)?(?:原因|経緯|理由|発生経緯)(?:等|など)?[\s】\]:]*"
)
"""A line that is but the key of the line below it."""
_LEFT_OPEN = re.compile(
    r"調査中|究明中|確認中|精査中|捜査中|(?:調べ|調査し|究明し)て(?:い|お)|不明|未詳|分かって(?:い|お)|判明して(?:い|お)"
)


def cause_left_open(document: DocumentReading) -> tuple[int, ...]:
    """The lines that answer 「原因」 on the line above by 「調査中」."""
    pairs = zip(document.units, document.units[1:], strict=False)
    return tuple(
        index
        for index, (above, unit) in enumerate(pairs, start=1)
        if _CAUSE_ASKED.fullmatch(above.wording) and _LEFT_OPEN.search(unit.wording)
    )


_EVERYWHERE = re.compile(
    r"(?:こと|もの|事|物|ため|為|際|時|場合|今[後回]|本件|原因|再発|防止|再発防止|対策|事[案故]|発生|対応|実施|担当者?|[当弊本](?:社|クラブ)?|クラブ|"
    r"会社|職員|社員|スタッフ|お客様?|皆様|会員|個人(?:情報)?|情報|メール|[送配]信|システム|業務|作業|[上中後前方者日月年名人件全]|誤り|ミス|不備|[0-9]+)"
)


def _topics(unit: UnitReading) -> frozenset[str]:
    """The nouns that tell one cause or measure from another."""
    lemmas = (word.lemma for word in unit.parsed.words if word.pos in ("NOUN", "PROPN"))
    return frozenset(lemma for lemma in lemmas if not _EVERYWHERE.fullmatch(lemma))


def _units(sign: Sign, told: Told) -> list[int]:
    units = zip(told.document.units, told.labels, strict=True)
    return [index for index, (unit, assigned) in enumerate(units) if sign.shown_by(unit, assigned)]


def has_fact(unit: UnitReading, *kinds: FactKind) -> bool:
    """Whether the unit holds a fact of a kind; what was not there is no data."""
    if any(fact.kind in kinds and fact.kind != FactKind.DATA for fact in unit.facts):
        return True
    return FactKind.DATA in kinds and bool(data_told(unit))


_TOLD = frozenset({Label.INCIDENT, Label.SCOPE, Label.TIMELINE, Label.CAUSE, Label.HARM_STATUS})
_PERSONAL = re.compile(
    r"氏名|お?名前|住所|電話番号|メールアドレス|生年月日|口座(?:番号|情報)|カード(?:番号|情報)|会員(?:番号|情報|データ)|ログインID|パスワード|顔写真|病名|診療|カルテ|"
    r"学籍番号|マイナンバー|個人番号|保険証|診察券|受験番号|緊急連絡先|名簿|台帳|アドレス|(?:個人|顧客|お客(?:様|さま)|患者|生徒|児童|住民|職員|所得)(?:の)?(?:情報|データ)"
)
_LEAKED = re.compile(
    r"流出|漏え?い|漏洩|(?<!(?:入力|記載|適用|確認|登録|申請|請求|連絡|反映|処理|計上|転記|通知|記入|計算|手配|点検)[がはの])漏れ(?:た|て|出|まし)|誤(?:送信|送付|配信|発送|交付|投函|配布|廃棄|封入|同封)|封入(?:の)?(?:誤り|ミス|間違)|誤って[^。]{0,30}(?:送信|送付|配信|発送|投函|交付|封入|添付|掲載|公開|郵送|廃棄)|"
    r"(?:宛先|CC|TO|To)(?:欄)?[^。]{0,30}(?:入れ|設定|表示|見え|記載)|紛失|置き忘れ|盗(?:難|まれ)|閲覧(?:でき(?:る|た|て)|可能|され(?!て(?:い|お))|し(?:た|てい|得))|不正(?:に)?アクセス|"
    r"(?:他|ほか|別)の[^。]{0,24}(?:表示|届|送|見え|渡|同封|添付|綴)|添付(?:し|され)|同封され|誤配|窃取|公開(?:され|状態)|見える状態|参照可能|(?:誰|だれ)でも(?:開|見|閲覧)|"
    r"所在(?:が|を|の)?[^。]{0,8}(?:不明|分から|わから|確認でき)|持ち(?:去|出)(?:ら|さ)れ|滅失"
)
_NOT_LEAKED = re.compile(
    r"(?:流出|漏え?い|漏洩|閲覧|紛失|アクセス)[^。]{0,24}(?:ありません|ございません|おりません|いません|おらず|なく|ない)(?!.*否定でき)(?<!否定できない)"
)
_FEARED = re.compile(r"可能性|おそれ|恐れ|懸念|疑い|否定(?:する(?:こと)?(?:は|が))?でき|(?:得|え|うる|得る)状態")
_CONTRACTOR = re.compile(
    r"委託|受託|外注|下請|請け負|業務を依頼|(?:業者|会社|社|先|外部)[^、。]{0,6}に(?:任せて(?:い|お)|委ね|頼んで)|ベンダー|外部業者|"
    r"(?:開発|配信|運営|制作|印刷|警備|発券|施工|協力|配送|清掃|運行|管理|給食|納入|納品|中間|(?<!情報)(?<!サービス)提供)(?:会社|業者|事業者)"
)
_GRAVE = re.compile(
    r"暴力|暴行|体罰|ハラスメント|いじめ|横領|着服|不正(?:受給|経理|会計|アクセス|行為)|改ざん|虚偽|死亡|重傷|八百長|談合|隠蔽"
)
_INQUIRY = re.compile(
    r"調査|聞き?取り|ヒアリング|フォレンジック|事実確認|(?:第三者|検証|倫理|懲戒|懲罰|審査)委員会|(?:宗務)?審査会"
    r"|(?:弁護士|会計士)[^。]{0,30}(?:検証|検査|点検)|事情を(?:聴|聞)"
)
_SANCTION = re.compile(r"制裁金|制裁(?:の|を|内容|決定)|懲罰(?:の|を|決定|内容|規程|委員会)|(?:裁定|規律|懲罰)委員会|けん責|譴責")
_OWN_VOICE = re.compile(r"(?:当|弊)(?:クラブ|社|チーム|部|団|店)|本校|当校|私ども|私たち")
"""How a club or firm speaks of itself; 「当リーグ」 and 「本会」 are left out, since so speaks a body that sanctions."""
_FINAL = re.compile(
    r"最終(?:報|のご?報告)|(?:本|この)(?:報告|公表|お知らせ)をもって"
    r"|(?:調査|対応|復旧|回収)(?:の)?(?:完了|終了|終結)(?:の|に(?:関する|ついての|伴う))?[おご]?(?:報告|知らせ)"
)


def traits_of(document: DocumentReading, labels: Sequence[Labels]) -> frozenset[Trait]:
    """The traits of a statement, judged from its title and from the units that tell what happened."""
    told = _wordings(document, labels, _TOLD)
    told_leak = [wording for wording in told if not _NOT_LEAKED.search(wording)]
    blamed = _wordings(document, labels, frozenset({Label.DEFLECTION, Label.ADMISSION}))
    everything = [document.title, *(unit.wording for unit in document.units)]
    grave = any(map(_GRAVE.search, [document.title, *told]))
    authority = any(map(authority_inquires, everything))
    sudden = announced_itself([document.title, *told, *_wordings(document, labels, frozenset({Label.APOLOGY}))], everything)
    found = {
        Trait.LEAK: any(map(_LEAKED.search, [document.title, *told_leak])) and any(map(_PERSONAL.search, map(without_left_out, told_leak))),
        Trait.CONTRACTOR: any(map(_CONTRACTOR.search, told + blamed)),
        Trait.INQUIRY: any(map(_INQUIRY.search, everything)) or grave,
        Trait.SANCTION: _is_sanction(everything, labels),
        Trait.FINAL: any(map(_FINAL.search, everything)),
        Trait.DENIAL: flatly_denied(document, labels),
        Trait.CONDUCT: grave or any(hit("traits", "conduct", wording) for wording in everything),
        Trait.INQUIRER: authority or any(map(body_inquiring, everything)),
        Trait.AUTHORITY: authority,
        Trait.SUDDEN: sudden,
        Trait.UNHURT: sudden and hurt_nobody(everything),
    }
    return frozenset(trait for trait, holds in found.items() if holds)


def leak_only_feared(document: DocumentReading, labels: Sequence[Labels]) -> bool:
    """Whether a leak is told of as nothing but a possibility, in the title too: 「閲覧された可能性を否定できない」."""
    told = [document.title, *_wordings(document, labels, _TOLD)]
    leaks = [wording for wording in told if _LEAKED.search(wording) and not _NOT_LEAKED.search(wording)]
    return bool(leaks) and all(map(_FEARED.search, leaks))


def _wordings(document: DocumentReading, labels: Sequence[Labels], wanted: frozenset[Label]) -> list[str]:
    return [unit.wording for unit, assigned in zip(document.units, labels, strict=True) if not wanted.isdisjoint(assigned)]


def _is_sanction(everything: Sequence[str], labels: Sequence[Labels]) -> bool:
    """A body announces the sanction it laid on another: nobody in it speaks of itself, apologises or owns anything."""
    owns = any(Label.APOLOGY in assigned or Label.ADMISSION in assigned for assigned in labels)
    return not owns and any(map(_SANCTION.search, everything)) and not any(map(_OWN_VOICE.search, everything))
