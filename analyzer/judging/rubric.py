"""Labels and evidence → levels 0–4, by the rubric's criteria, each with the units it rests on."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from analyzer.judging.labeller import COLUMNS, sigmoid
from analyzer.judging.ordinal import Ordinal, level_of, score_of
from analyzer.language.facts import FactKind
from analyzer.language.features import DocumentReading, UnitReading
from analyzer.language.officers import OFFICER
from analyzer.language.wordlists import in_word_list
from analyzer.report import AxisReading, Reason
from analyzer.rules import load_rules
from analyzer.schema import Axis, Label, Lang, Signal

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

MET = 0.5
_NEVER = 5
_HEAD, _FOOT = 5, 4
"""Units at the head and at the foot of a statement among which it is signed."""
_SHARP, _SOFT = 2.0, 0.7
"""Slopes at a label's threshold, by cross-validation: where sentences are counted, and where one is enough."""
_COLUMN = {told: column for column, told in enumerate(COLUMNS)}
_COUNTS = (FactKind.PERSONS, FactKind.ITEMS, FactKind.MONEY)
_TELLING = (Label.INCIDENT, Label.TIMELINE, Label.SCOPE, Label.CAUSE, Label.HARM_STATUS)
_CHECKABLE = (FactKind.DATE, FactKind.CLOCK, FactKind.PERIOD, *_COUNTS, FactKind.DATA)
_QUANTITY = re.compile(
    r"[0-9][0-9,.]*\s*(?:人|名|件|回|歳|度|%|パーセント|㎞|km|キロ|メートル|m(?![a-z])|kg|グラム|リットル|L|秒間?|分間?|時間|日間|週間|[かカヶ]月|年間)"
)
"""How much, how long, how far, in figures: wider than the counts and periods of `facts`, which are features of the labels."""
_GENERIC_CAUSE = re.compile(
    r"^(?:[^。]{0,40})(?:人為的(?:な)?ミス|ヒューマンエラー|不注意|手違い|不手際|システム(?:の)?(?:不具合|障害|トラブル)|操作(?:の)?(?:ミス|誤り)|設定(?:の)?(?:ミス|誤り)|確認(?:の)?(?:不足|ミス|漏れ)|作業(?:の)?ミス|事務(?:の)?ミス)[^。]{0,24}。?$"
)
_FIGURE = re.compile(r"[0-9][0-9,.:/]*")
_CAUSAL = ("CAU01", "CAU02", "CAU03")
"""Without one of these cues, a sentence that tells what happened explains nothing, however near it comes to a cause."""
_TROUBLE_ONLY = re.compile(r"(?:迷惑|心配|不便|不安|不快|お騒がせ|心労)")
_TROUBLE_PLUS = re.compile(
    r"(?:流出|漏|送信|送付|配信|紛失|暴力|暴行|行為|違反|誤り|誤っ|ミス|不備|不手際|遅れ|裏切|傷つけ|損な|失|奪|至らな|管理|被害|苦痛|起こし|引き起こ|招い|発生させ|対応|判断|怠)"
)
_BEARS = re.compile(
    r"監督責任|管理責任|経営責任|任命責任|使用者責任|指導責任|監督(?:する|すべき)[^。]{0,12}(?:立場|義務|責任)|責任は(?:すべて|全て|あくまで|当|弊|本|私|我)|減給|報酬|返上|辞任|辞職|引責|退任|降格|返納|進退"
    r"|責任は[^。]{0,24}(?:私|当[社院校園会局市町村区県法団所店クラ]|弊社|本[学校会院市])[^。]{0,12}(?:にあ|にござ|が負)"
    r"|(?:公表|発表|報告|連絡|対応|お知らせ|通知|説明|判断)[^。]{0,14}(?:遅れ|遅く|遅かった|誤って|誤り|不適切|不十分|後手|怠)|隠(?:蔽|し|そう)|言い訳|弁解|逃れ|全責任|一切の責任|責めを負"
    r"|(?:公表|発表|報告|連絡|お知らせ|ご案内|通知|説明)[^。]{0,12}(?:時間|日数|日を|日間|[かヶ]月|年)[^。]{0,8}(?:要し|かか|いただ|頂|経過)"
)
_LATE_ONLY = re.compile(
    r"(?:公表|発表|報告|連絡|お知らせ|ご案内|通知|説明)(?:する)?(?:まで|の|が|を)?[^。]{0,12}(?:(?:時間|日数|日)(?:を|が)[^。]{0,8}(?:要し|かか|いただ|頂)|遅れ|遅く|遅延|後手)"
)
"""The announcement that came late, not what it is about, is what such an apology is for."""
_DUE = re.compile(
    r"[0-9]+月|[0-9]+年|年度|年内|来(?:月|週|季|年|シーズン)|今(?:月|週|季|後1)|次(?:節|回|年度)|本日|即日|同日|既に|すでに|済|完了|(?:ま|い|行い|変え|実施し|導入し|設け|定め|取り付け|廃止し|禁止し|停止し|追加し|始め)(?:した|ました)|毎(?:月|週|年|日|回|試合|朝)|(?:月|年|週|半年|四半期)(?:に)?[0-9一二]?回|ごと|以内|までに|より|開始"
)
_IN_PERSON = re.compile(r"私(?![立学ど的服有物用])")
"""The first person of one, not of an organisation (「私ども」)."""
_OURS = re.compile(
    r"当(?:社|病[棟院]|課|部|方|所|工場|行|庁|室|チーム|リーグ|クラブ|団|院|校|園|会|館|局|市|町|区|県|大学|協会|連盟|機構|組合|法人|店|施設|財団|センター|事務局)|弊(?:社|会|店)|本(?:学|校|会|院|市|県|町|村|区|社|園|法人|クラブ|組合)"
    r"|私(?!立)|我々|職員|社員|従業員"
)
"""Words for the organisation and those who act for it."""
_OWNER = re.compile(
    r"責任者|担当(?!外)|部長|課長|係長|室長|社長|理事|役員|取締役|校長|教頭|院長|委員会|部署|[部課室局係](?:が|の|に|で|は|長)|2名|二名|2人|二人|3名|複数(?:名|人)|上長|管理職|リーダー|弁護士|監査|専門家|CISO|GM|全(?:職員|社員|スタッフ|教職員|選手|従業員)|当(?:クラブ|社|団|会)が|事務局|コーチ|委託先"
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row of `rules/rubric.toml`; `sign` is +1 or −1, `needed_for` the level from which on it must be met."""

    code: str
    axis: Axis
    sign: int
    name: Mapping[Lang, str]
    met: Mapping[Lang, str]
    unmet: Mapping[Lang, str]
    basis: str
    needed_for: int


@cache
def criteria(axis: Axis) -> tuple[Criterion, ...]:
    """The criteria of one axis in file order, which is the order of the model's columns."""
    return tuple(
        Criterion(
            code=code,
            axis=Axis(rule["axis"]),
            sign=int(rule["sign"]),
            name={Lang.JA: rule["name"], Lang.EN: rule["en"]},
            met={Lang.JA: rule["met"], Lang.EN: rule["met_en"]},
            unmet={Lang.JA: rule["unmet"], Lang.EN: rule["unmet_en"]},
            basis=rule["basis"],
            needed_for=int(rule.get("needed_for", _NEVER)),
        )
        for code, rule in load_rules("rubric").items()
        if rule["axis"] == axis
    )


@dataclass(frozen=True, slots=True)
class Evidence:
    """How strongly each unit speaks for a criterion, shape (units,), and the criterion's value in 0–1.

    `complete` is False where a criterion made of others lacks one: however near, a reader is not told that it is met.
    """

    strengths: "Floats"
    value: float
    complete: bool = True

    @property
    def met(self) -> bool:
        return self.value >= MET and self.complete

    def units(self) -> tuple[int, ...]:
        """The units a reader is shown: those that alone meet the criterion, in order, or else the strongest."""
        least = min(MET, float(self.strengths.max(initial=0.0)))
        return tuple(int(index) for index in np.flatnonzero(self.strengths >= least)) if least > 0 else ()


@dataclass(frozen=True, slots=True)
class Rubric:
    """The fitted ordinal models; `doubt` is the least probability of the reported level that decides an axis."""

    ordinals: Mapping[Axis, Ordinal]
    doubt: float

    def read(self, document: DocumentReading, probabilities: "Floats", thresholds: "Floats", lang: Lang) -> dict[Axis, AxisReading]:
        evidence = gather(document, probabilities, thresholds)
        return {axis: self._axis(axis, evidence, lang) for axis in Axis}

    def _axis(self, axis: Axis, evidence: Mapping[str, Evidence], lang: Lang) -> AxisReading:
        ordinal = self.ordinals[axis]
        spread = ordinal.probabilities(values_of(axis, evidence))
        level = level_of(spread)
        # A reason is shown only where the model gives its criterion any weight.
        used = [criterion for criterion, weights in zip(criteria(axis), ordinal.weights, strict=True) if weights.any()]
        return AxisReading(
            level=level,
            score=score_of(spread),
            probabilities=tuple(round(float(p), 4) for p in spread),
            reasons=tuple(_reason(criterion, evidence[criterion.code], lang) for criterion in used),
            decided=bool(spread[level] >= self.doubt) and not any(level >= one.needed_for and not evidence[one.code].met for one in used),
        )


def values_of(axis: Axis, evidence: Mapping[str, Evidence]) -> "Floats":
    """The model's columns for one statement, shape (criteria,)."""
    return np.array([evidence[criterion.code].value for criterion in criteria(axis)])


def _reason(criterion: Criterion, evidence: Evidence, lang: Lang) -> Reason:
    met = evidence.met
    return Reason(criterion.code, (criterion.met if met else criterion.unmet)[lang], met, evidence.units() if met else ())


def gather(document: DocumentReading, probabilities: "Floats", thresholds: "Floats") -> dict[str, Evidence]:
    """Evidence for every criterion, from the labeller's probabilities, shape (units, columns).

    Where sentences are counted, probabilities are sharpened around each label's threshold, so that many faint ones do
    not add up to a fact; where one sentence is enough, the clearest counts, and how clear it is. A sentence said twice
    counts once and a word list not at all.
    """
    units = document.units
    listed = in_word_list(units)
    fresh = np.array([index == first and not listed[index] for index, first in enumerate(document.first_said())], dtype=float)
    logit = np.log(np.clip(probabilities, 1e-6, 1 - 1e-6) / np.clip(1 - probabilities, 1e-6, 1))
    cut = np.log(thresholds / (1 - thresholds))
    sharp = sigmoid(_SHARP * (logit - cut)) * fresh[:, None]
    soft = sigmoid(_SOFT * (logit - cut)) * fresh[:, None]

    def says(told: Label | Signal) -> "Floats":
        return np.asarray(sharp[:, _COLUMN[told]])

    def clearest(*told: Label, where: "Floats | float" = 1.0) -> Evidence:
        columns = [_COLUMN[label] for label in told]
        return Evidence(sharp[:, columns].max(axis=1) * where, float((soft[:, columns].max(axis=1) * where).max(initial=0.0)))

    def where(test: Callable[[UnitReading], bool]) -> "Floats":
        return np.array([test(unit) for unit in units], dtype=float)

    def worded(pattern: re.Pattern[str]) -> "Floats":
        return where(lambda unit: pattern.search(unit.wording) is not None)

    dated = where(lambda unit: _has(unit, FactKind.DATE, FactKind.CLOCK))
    counted = where(lambda unit: _has(unit, *_COUNTS))
    figures = np.array([len(set(_FIGURE.findall(unit.wording))) for unit in units], dtype=float)
    measured = worded(_QUANTITY)
    officer = np.maximum(worded(OFFICER), worded(_IN_PERSON) * _is_signed_by_officer(units))
    specific = where(lambda unit: len(unit.wording) >= 18 and not _GENERIC_CAUSE.match(unit.wording))
    reasoned = np.maximum(where(lambda unit: unit.has_cue(*_CAUSAL)), 1 - says(Label.INCIDENT))
    facts = np.maximum.reduce([says(Label.INCIDENT), says(Label.TIMELINE), says(Label.SCOPE)])
    event = where(_for_the_event)
    ours = worded(_OURS)
    bears = worded(_BEARS)
    due = worded(_DUE)
    charged = worded(_OWNER)
    verified = where(lambda unit: unit.has_cue("FOL02", "FOL03"))
    concrete, admission = says(Label.MEASURE_CONCRETE), says(Label.ADMISSION)
    telling = np.maximum.reduce([says(label) for label in _TELLING])
    evidence = {
        "SPE01": clearest(Label.INCIDENT),
        "SPE02": _any(facts * dated),
        "SPE03": _any(np.maximum(says(Signal.FOUND_BY_ITSELF), says(Signal.TOLD_BY_OTHERS))),
        "SPE04": _many(says(Label.TIMELINE), 2.0),
        "SPE05": _any(np.maximum(says(Label.SCOPE), 0.5 * says(Label.INCIDENT)) * counted),
        "SPE06": clearest(Label.SCOPE),
        "SPE07": clearest(Label.CAUSE),
        "SPE08": _many(says(Label.CAUSE) * specific * reasoned, 1.5),
        "SPE09": clearest(Label.HARM_STATUS),
        "SPE12": _any(telling * measured),
        "SPE14": _many(telling * figures, 5.0),
        "RES01": clearest(Label.APOLOGY),
        "RES02": clearest(Label.APOLOGY, where=event),
        "RES03": clearest(Label.ADMISSION),
        "RES05": _any(admission * bears),
        "RES06": _many(admission, 2.0),
        "RES07": clearest(Label.DEFLECTION),
        "RES08": _any(says(Label.MINIMIZATION)),
        "RES09": _any(says(Label.RESPONSE) * where(lambda unit: unit.has_cue("APO05"))),
        "RES10": _many(says(Label.CAUSE) * (1 - says(Label.DEFLECTION)), 2.0),
        "RES11": _any(np.maximum(says(Label.APOLOGY), admission) * officer),
        "RES12": clearest(Label.CAUSE, where=ours * (1 - says(Label.DEFLECTION))),
        "COU01": clearest(Label.MEASURE_VAGUE, Label.MEASURE_CONCRETE),
        "COU02": clearest(Label.MEASURE_CONCRETE),
        "COU03": _many(concrete, 2.0),
        "COU04": _many(concrete * due, 1.0),
        "COU05": _any(concrete * charged),
        "COU06": _any(np.maximum(says(Label.FOLLOWUP), concrete * verified)),
    }
    evidence["SPE10"] = _joint(evidence, "SPE01", "SPE02", "SPE03", "SPE06", "SPE08", "SPE09")
    evidence["SPE11"] = _kinds(telling, units)
    evidence["SPE13"] = _most(evidence, "SPE01", "SPE02", "SPE06", "SPE07", "SPE09")
    evidence["RES04"] = Evidence(admission, evidence["RES03"].value * (1 - evidence["RES07"].value))
    evidence["COU07"] = _joint(evidence, "COU03", "COU04", "COU06")
    return evidence


def _has(unit: UnitReading, *kinds: FactKind) -> bool:
    return any(fact.kind in kinds for fact in unit.facts)


def _is_signed_by_officer(units: Sequence[UnitReading]) -> bool:
    """Whether an officer signs, at the head or the foot of the statement, on a line that is no sentence."""
    return any(OFFICER.search(unit.wording) and "。" not in unit.wording for unit in (*units[:_HEAD], *units[-_FOOT:]))


def _for_the_event(unit: UnitReading) -> bool:
    """Whether what is apologised for is the event: not the trouble it made alone, nor how late it is told."""
    told = _LATE_ONLY.sub("", unit.wording)
    if told != unit.wording and not _TROUBLE_PLUS.search(told):
        return False
    return not _TROUBLE_ONLY.search(told) or bool(_TROUBLE_PLUS.search(told))


def _any(strengths: "Floats") -> Evidence:
    """Whether at least one unit says it: noisy-or, so that each further unit raises it."""
    return Evidence(strengths, float(1 - np.prod(1 - np.clip(strengths, 0, 1))))


def _many(strengths: "Floats", enough: float) -> Evidence:
    """How far the expected number of units goes towards `enough`, without end but ever slower."""
    return Evidence(strengths, float(1 - np.exp(-0.7 * strengths.sum() / enough)))


def _kinds(telling: "Floats", units: Sequence[UnitReading]) -> Evidence:
    """The share of the kinds of checkable facts that a unit which tells of the event holds: one date or ten are one kind."""
    holds = np.array([[_has(unit, kind) for kind in _CHECKABLE] for unit in units], dtype=float).reshape(len(units), len(_CHECKABLE))
    return Evidence(telling * holds.any(axis=1), float(np.mean(1 - np.prod(1 - telling[:, None] * holds, axis=0))))


def _most(evidence: Mapping[str, Evidence], *codes: str) -> Evidence:
    """The probability that at most one of the criteria is unmet, each taken for itself."""
    parts = [evidence[code] for code in codes]
    unmet = 1 - np.array([part.value for part in parts])
    none = np.prod(1 - unmet)
    one = sum(unmet[at] * np.prod(np.delete(1 - unmet, at)) for at in range(len(parts)))
    return Evidence(_strongest(parts), float(none + one), sum(part.met for part in parts) >= len(parts) - 1)


def _joint(evidence: Mapping[str, Evidence], *codes: str) -> Evidence:
    """The geometric mean of the criteria: one that is missing takes all of it away."""
    parts = [evidence[code] for code in codes]
    value = float(np.prod([part.value for part in parts]) ** (1 / len(parts)))
    return Evidence(_strongest(parts), value, all(part.met for part in parts))


def _strongest(parts: Sequence[Evidence]) -> "Floats":
    return np.asarray(np.maximum.reduce([part.strengths for part in parts]))
