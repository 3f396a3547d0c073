"""The closed sets: labels, axes, levels, circumstances. Knows no other module."""

from collections.abc import Mapping
from enum import StrEnum


class Named(StrEnum):
    """A member is its code; `japanese` and `english` are what a reader sees."""

    japanese: str
    english: str

    def __new__(cls, code: str, japanese: str = "", english: str = "") -> "Named":
        member = str.__new__(cls, code)
        member._value_ = code
        member.japanese = japanese
        member.english = english
        return member

    def name_in(self, lang: "Lang") -> str:
        return self.english if lang == Lang.EN else self.japanese


class Lang(StrEnum):
    JA = "ja"
    EN = "en"


class Label(Named):
    """Sentence labels in the guideline's order; a unit with none of them is `other`."""

    INCIDENT = "incident", "事案の説明", "incident"
    TIMELINE = "timeline", "時系列", "timeline"
    SCOPE = "scope", "影響範囲", "scope"
    CAUSE = "cause", "原因", "cause"
    HARM_STATUS = "harm_status", "被害の状況", "harm status"
    APOLOGY = "apology", "謝罪", "apology"
    ADMISSION = "admission", "責任の認容", "admission of responsibility"
    DEFLECTION = "deflection", "責任転嫁", "deflection"
    MINIMIZATION = "minimization", "矮小化", "minimization"
    RESPONSE = "response", "初動・被害者対応", "response"
    MEASURE_CONCRETE = "measure_concrete", "具体的な再発防止策", "concrete measure"
    MEASURE_VAGUE = "measure_vague", "抽象的な再発防止策", "vague measure"
    FOLLOWUP = "followup", "続報・検証", "follow-up"
    CONTACT = "contact", "窓口", "contact"


Labels = Mapping[Label, float]
"""The labels assigned to one unit, each with its probability."""
MEASURES = frozenset({Label.MEASURE_CONCRETE, Label.MEASURE_VAGUE})
"""The labels of what is promised against recurrence."""
FAULTY = frozenset({Label.CAUSE, Label.ADMISSION, Label.DEFLECTION})
"""The labels of what bears a fault."""


class Signal(StrEnum):
    """What a unit says of how the incident came out and which report this is; marked beside the labels (`evidence` in the corpora)."""

    FOUND_BY_ITSELF = "found_by_itself"
    TOLD_BY_OTHERS = "told_by_others"
    MORE_TO_COME = "more_to_come"
    EARLIER_REPORT = "earlier_report"
    CONCLUDES = "concludes"


class Axis(Named):
    SPECIFICITY = "specificity", "具体性", "specificity"
    RESPONSIBILITY = "responsibility", "責任の認容", "responsibility"
    COUNTERMEASURES = "countermeasures", "具体的な対策", "countermeasures"


LEVELS = range(5)
"""Document levels 0–4 on each axis (guideline §3)."""


class DetectedBy(Named):
    SELF = "self", "自ら発見", "by the organisation itself"
    OUTSIDE = "outside", "外からの指摘で発覚", "told by others"
    UNKNOWN = "unknown", "記載なし", "not stated"


class ReportStage(Named):
    FIRST = "first", "第一報", "first report"
    FOLLOWUP = "followup", "続報", "follow-up report"
    FINAL = "final", "最終報", "final report"
    SINGLE = "single", "単独の公表", "single announcement"


class TitleFraming(Named):
    NAMES_HARM = "names_harm", "害を名指し", "names the harm"
    SOFTENED = "softened", "和らげた題名", "softened"
    NEUTRAL = "neutral", "中立", "neutral"
    NONE = "none", "題名なし", "no title"


class Sector(Named):
    CLUB = "club", "クラブ", "club"
    LEAGUE = "league", "リーグ・競技団体", "league"
    COMPANY = "company", "企業", "company"
    PUBLIC = "public", "自治体・官公庁", "public body"
    SCHOOL = "school", "学校", "school"
    HOSPITAL = "hospital", "病院", "hospital"
    NPO = "npo", "団体・NPO", "association"


class IncidentKind(Named):
    MISDELIVERY = "misdelivery", "誤送信・誤送付", "misdelivery"
    UNAUTHORIZED_ACCESS = "unauthorized_access", "不正アクセス", "unauthorized access"
    LOSS_THEFT = "loss_theft", "紛失・盗難", "loss or theft"
    MISCONDUCT = "misconduct", "不正・不適切行為", "misconduct"
    VIOLENCE = "violence", "暴力・ハラスメント", "violence"
    TICKETING = "ticketing", "チケット", "ticketing"
    BILLING = "billing", "請求・決済", "billing"
    PRODUCT = "product", "製品・食品", "product"
    OUTAGE = "outage", "障害・停止", "outage"
    FALSE_REPORT = "false_report", "虚偽・誤情報", "false report"
    ACCIDENT = "accident", "事故", "accident"
    OTHER = "other", "その他", "other"


class ChecklistStatus(Named):
    STATED = "stated", "あり", "stated"
    PARTLY = "partly", "一部", "partly"
    MISSING = "missing", "なし", "missing"
    NOT_APPLICABLE = "not_applicable", "対象外", "not applicable"


GIVEN = (ChecklistStatus.STATED, ChecklistStatus.PARTLY)
"""What an item has of which something is told."""
LACKING = (ChecklistStatus.MISSING, ChecklistStatus.PARTLY)
"""What an item has of which something is left out."""


class Severity(Named):
    INFO = "info", "参考", "info"
    WARNING = "warning", "注意", "warning"
    SERIOUS = "serious", "重大", "serious"


class EventKind(Named):
    OCCURRED = "occurred", "発生", "occurred"
    DETECTED = "detected", "判明", "detected"
    CONTAINED = "contained", "抑止", "contained"
    NOTIFIED = "notified", "本人連絡", "notified"
    REPORTED = "reported", "報告・届出", "reported"
    PUBLISHED = "published", "公表", "published"
    MEASURE = "measure", "対策", "measure"
    OTHER = "other", "その他", "other"


class Precision(StrEnum):
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    MONTH = "month"


class PromiseKind(Named):
    CONCRETE = "concrete", "具体的", "concrete"
    VAGUE = "vague", "抽象的", "vague"


class PromiseStatus(Named):
    DONE = "done", "実施済み", "done"
    UNDER_WAY = "under_way", "実施中", "under way"
    PLANNED = "planned", "予定", "planned"
    INTENDED = "intended", "意向のみ", "intended"


STILL_TO_COME = frozenset({PromiseStatus.PLANNED, PromiseStatus.INTENDED})


class DueSense(Named):
    """What the time beside a promise is: the last day for it, the first, a moment within each run, how often, or the day it was done."""

    LIMIT = "limit", "期限", "due"
    START = "start", "開始", "from"
    MOMENT = "moment", "時点", "when"
    FREQUENCY = "frequency", "頻度", "how often"
    DONE = "done", "実施", "done on"


class Strength(Named):
    EXHORT = "exhort", "心がけ・教育", "exhortation"
    PROCEDURE = "procedure", "手順の追加", "procedure"
    DETECT = "detect", "検知", "detection"
    PREVENT = "prevent", "構造的に防止", "prevention"


class Owner(Named):
    """Who a fault or an act is laid on."""

    OWN = "own", "自組織", "own organisation"
    CONTRACTOR = "contractor", "委託先", "contractor"
    SYSTEM = "system", "システム", "system"
    PERSON = "person", "個人", "individual"
    OUTSIDER = "outsider", "第三者", "third parties"
    NOBODY = "nobody", "主語なし", "no one named"


class DriftKind(Named):
    """What announcements of one incident may tell differently."""

    PERSONS = "persons", "人数", "people affected"
    ITEMS = "items", "件数・数量", "things affected"
    MONEY = "money", "金額", "amount"
    DATA_KINDS = "data_kinds", "情報の種類", "kinds of data"
    PERIOD = "period", "期間", "period"
    CAUSE = "cause", "原因", "cause"
    CONTRACTOR = "contractor", "委託先の扱い", "the contractor's part"
    HARM = "harm", "被害の有無", "harm"
    DETECTED_BY = "detected_by", "発覚の経緯", "who found it"
    TITLE = "title", "題名", "title"


COUNTED = (DriftKind.PERSONS, DriftKind.ITEMS, DriftKind.MONEY)
"""What is told as counts."""


class PromiseAim(Named):
    """What a promise kept or broken was about."""

    MEASURE = "measure", "再発防止策", "measure"
    REPORT = "report", "続報・検証", "further report"
    REMEDY = "remedy", "被害者への対応", "remedy"


class PromiseOutcome(Named):
    DONE = "done", "実施", "done"
    REPLACED = "replaced", "撤回・差し替え", "replaced"
    OVERDUE = "overdue", "期限切れ", "overdue"
    REPEATED = "repeated", "言い直しだけ", "repeated"
    DROPPED = "dropped", "言及なし", "dropped"
    OPEN = "open", "未確認", "open"


class PromiseStanding(Named):
    """Where a promise stands in a finer word than its outcome, where there is one."""

    IN_FORCE = "in_force", "公表時に実施済み", "in force when told"
    IN_PART = "in_part", "一部だけ", "in part"
    MOVED = "moved", "期日変更（断りあり）", "day moved openly"
    MOVED_SILENTLY = "moved_silently", "期日変更（断りなし）", "day moved silently"
    PUT_OFF = "put_off", "先送り（期日なし）", "put off to no day"
    NOT_BEGUN = "not_begun", "開始の報告なし", "beginning not told"
    JUST_DUE = "just_due", "期日後の公表なし", "just due, nothing published since"
    MADE_CONCRETE = "made_concrete", "具体策に置き換え", "made concrete"


class GroupedBy(Named):
    """Why announcements are taken for those of one incident."""

    GIVEN = "given", "incident_id による", "by incident_id"
    SHARED = "shared", "共通する事実による", "by shared facts"
    CHOSEN = "chosen", "指定による", "as given by the user"
    ALONE = "alone", "ほかに結びつく公表がない", "no other announcement shares enough with it"
