"""Reports built by hand, one with something in every part and nasty ones, and what stands in a page of them."""

from dataclasses import replace
from html.parser import HTMLParser

from analyzer.report import (
    AxisReading,
    Blame,
    ChecklistItem,
    Event,
    Finding,
    Promise,
    Question,
    Reason,
    Report,
    Tool,
    UnitReport,
)
from analyzer.rules import load_rules
from analyzer.schema import (
    Axis,
    ChecklistStatus,
    DetectedBy,
    DueSense,
    EventKind,
    Label,
    Lang,
    Owner,
    Precision,
    PromiseKind,
    PromiseStatus,
    ReportStage,
    Severity,
    Strength,
    TitleFraming,
)

LINES: tuple[tuple[str, dict[Label, float]], ...] = (
    ("平素より汐見台フットボールクラブを応援いただき、誠にありがとうございます。", {}),
    (
        "11月22日(金)17時頃、会員様へのご案内メールを、宛先欄に142名分のメールアドレスを入れたまま送信いたしました。",
        {Label.INCIDENT: 0.97, Label.TIMELINE: 0.9, Label.SCOPE: 0.88},
    ),
    ("同日19時33分、受信されたお客様からのご連絡で判明いたしました。", {Label.TIMELINE: 0.93}),
    ("本件は、配信業務を委託している会社の作業ミスによるものです。", {Label.CAUSE: 0.84, Label.DEFLECTION: 0.81}),
    ("なお、メールアドレス以外の個人情報は一切含まれておりませんので、ご安心ください。", {Label.SCOPE: 0.55, Label.MINIMIZATION: 0.78}),
    ("お客様には多大なるご迷惑とご心配をおかけし、深くお詫び申し上げます。", {Label.APOLOGY: 0.99}),
    ("対象の皆様には個別にご連絡し、メールの削除をお願いいたしました。", {Label.RESPONSE: 0.96}),
    ("再発防止策", {}),
    ("・一斉送信は12月1日より配信システムに限り、2名で宛先を確認いたします。", {Label.MEASURE_CONCRETE: 0.95}),
    ("・個人情報の取扱いについて、教育を徹底し、再発防止に努めてまいります。", {Label.MEASURE_VAGUE: 0.97}),
    ("【お問い合わせ】個人情報窓口 privacy@shiomidai.example", {Label.CONTACT: 0.9}),
)
BREAKS = {0: "\n\n", 4: "\r\n", 6: "\n\n", 9: "\n\n"}


def hand_built(lang: Lang = Lang.JA) -> Report:
    """A report that has something in every part."""
    text, units = "", []
    for index, (wording, labels) in enumerate(LINES):
        units.append(UnitReport(index, len(text), len(text) + len(wording), wording, labels))
        text += wording + BREAKS.get(index, "\n")
    spans = {unit.index: (unit.start, unit.end) for unit in units}

    def quote(unit: int, wording: str) -> tuple[int, int, int]:
        start = text.index(wording, spans[unit][0])
        return unit, start, start + len(wording)

    return Report(
        tool=Tool("0.1.0", "disclosure", "0123456789abcdef" * 4),
        lang=lang,
        id="shiomidai-1",
        title="メール誤送信に関するお詫びとお知らせ",
        published="2024-11-25",
        text=text,
        text_start=0,
        axes={
            Axis.SPECIFICITY: _axis("SPE", 3, (0.01, 0.05, 0.24, 0.58, 0.12), lang, {1: (1,), 2: (1, 2), 3: (2,), 5: (1,), 7: (3,)}),
            Axis.RESPONSIBILITY: _axis("RES", 1, (0.21, 0.62, 0.14, 0.02, 0.01), lang, {1: (5,), 7: (3,), 8: (4,)}),
            Axis.COUNTERMEASURES: replace(
                _axis("COU", 2, (0.02, 0.22, 0.33, 0.31, 0.12), lang, {1: (8, 9), 2: (8,), 4: (8,)}), decided=False
            ),
        },
        units=tuple(units),
        detected_by=DetectedBy.OUTSIDE,
        report_stage=ReportStage.SINGLE,
        title_framing=TitleFraming.SOFTENED,
        circumstances={"detected_by": (2,)},
        timeline=(
            Event(*quote(1, "11月22日(金)17時頃"), "11月22日(金)17時頃", "2024-11-22T17:00", Precision.HOUR, True, EventKind.OCCURRED),
            Event(*quote(2, "同日19時33分"), "同日19時33分", "2024-11-22T19:33", Precision.MINUTE, False, EventKind.DETECTED),
            Event(*quote(6, "個別にご連絡し"), "個別にご連絡し", None, Precision.DAY, False, EventKind.NOTIFIED),
        ),
        delays={"occurred_to_detected": "PT2H33M", "detected_to_notified": None, "detected_to_published": "P2D"},
        promises=(
            Promise(
                *(8, *spans[8]),
                LINES[8][0],
                PromiseKind.CONCRETE,
                "一斉送信は配信システムに限り、2名で宛先を確認",
                "2名",
                "2024-12-01",
                PromiseStatus.PLANNED,
                Strength.PREVENT,
                False,
                due_sense=DueSense.LIMIT,
                due_shown="2024-12-01",
            ),
            Promise(*(9, *spans[9]), LINES[9][0], PromiseKind.VAGUE, None, None, None, PromiseStatus.INTENDED, Strength.EXHORT, None),
        ),
        empty_promise_rate=0.5,
        blame=(Blame(Owner.CONTRACTOR, 0.75, (3,)), Blame(Owner.NOBODY, 0.25, (1,))),
        checklist=(
            ChecklistItem("CHK01", "概要", "個人情報保護法施行規則8条1項1号", ChecklistStatus.STATED, (1,)),
            ChecklistItem("CHK03", "本人の数", "個人情報保護法施行規則8条1項3号", ChecklistStatus.STATED, (1,)),
            ChecklistItem("CHK04", "原因", "個人情報保護法施行規則8条1項4号", ChecklistStatus.PARTLY, (3,)),
            ChecklistItem("CHK05", "二次被害とそのおそれ", "個人情報保護法施行規則8条1項5号", ChecklistStatus.MISSING, ()),
            ChecklistItem("CHK16", "監督責任（委託先を含む）", "個人情報保護法ガイドライン通則編 3-4-4", ChecklistStatus.MISSING, ()),
            ChecklistItem("CHK17", "処分", "第三者委員会報告書格付け委員会 ⑧", ChecklistStatus.NOT_APPLICABLE, ()),
        ),
        findings=(
            Finding(
                "FND01",
                Severity.SERIOUS,
                "「作業ミスによるものです」と、落ち度を委託先に置いています。",
                *quote(3, "作業ミスによるものです"),
            ),
            Finding("FND05", Severity.WARNING, "「一切含まれておりません」と、小さく見せています。", *quote(4, "一切含まれておりません")),
            Finding("FND02", Severity.WARNING, "題名は「誤送信」ですが、本文では142名のアドレスが外へ出ています。", None, None, None),
        ),
        questions=(
            Question("Q01", "受け取った方による転送や悪用がないことを、どのように確かめましたか。", "二次被害の有無が書かれていません。"),
            Question("Q02", "委託先をどのように監督していましたか。", "原因が委託先の作業ミスとだけ書かれています。", 3),
        ),
        warnings=("1行目の「メール誤送信に関するお詫びとお知らせ」を題名としました。違うときは --title か title の欄で指定してください。",),
    )


def _axis(code: str, level: int, probabilities: tuple[float, ...], lang: Lang, met: dict[int, tuple[int, ...]]) -> AxisReading:
    score = round(25 * sum(level * share for level, share in enumerate(probabilities)), 1)
    suffix = "_en" if lang == Lang.EN else ""
    rules = [(name, rule) for name, rule in load_rules("rubric").items() if name.startswith(code)]
    reasons = tuple(
        Reason(name, rule[("met" if number in met else "unmet") + suffix], number in met, met.get(number, ()))
        for number, (name, rule) in enumerate(rules, start=1)
    )
    return AxisReading(level, score, probabilities, reasons, True)


NASTY = (
    "[/oops] [bold]太字[/bold] {{ 7 * 7 }} {% raw %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>&amp;\"'",
    "\x1b[31m赤\x1b[0m \x9b2J \x07 \x00 \x7f",
    "\u202e逆さ\u202c \u2067isolate\u2069 \u200f",
    "ゼロ\u200b幅\ufeff \u00ad \U000e0041",
    "あ" * 300 + "x" * 300 + "、" * 100,
    "e\u0301" * 60 + "👨\u200d👩\u200d👧" * 30,
    "改行\r復帰\r\n\u2028区切り\ttab",
    "〔" * 120,
)


def nasty(wording: str, lang: Lang = Lang.JA) -> Report:
    """The wording wherever a statement's words can get to."""
    unit = UnitReport(0, 0, len(wording), wording, {Label.MINIMIZATION: 0.9, Label.ADMISSION: 0.8})
    start, end = len(wording) // 3, len(wording) // 3 + 2
    return replace(
        hand_built(lang),
        id=wording,
        title=wording,
        text=wording,
        units=(unit,),
        axes={axis: replace(reading, reasons=()) for axis, reading in hand_built(lang).axes.items()},
        circumstances={},
        timeline=(Event(0, 0, 2, wording, None, Precision.DAY, True, EventKind.OTHER),),
        promises=(
            Promise(
                *(0, 0, 2, wording, PromiseKind.VAGUE, wording, wording, wording),
                *(PromiseStatus.INTENDED, Strength.EXHORT, None, wording, DueSense.LIMIT, wording),
            ),
        ),
        blame=(Blame(Owner.OWN, 1.0, (0,)),),
        checklist=(ChecklistItem("CHK01", wording, wording, ChecklistStatus.PARTLY, (0,)),),
        findings=(Finding("FND01", Severity.INFO, wording, 0, start, end), Finding("FND02", Severity.INFO, wording, 0, start + 1, end + 5)),
        questions=(Question("Q01", wording, wording, 0),),
        warnings=(wording,),
    )


class Outline(HTMLParser):
    """Tags, attributes and text, and whether every tag is closed in order."""

    VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += "" if self.open[-1:] == ["style"] else data

    def all(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags for key, value in attributes.items() if key == name and value is not None]


# --- terminal --------------------------------------------------------------------------------------------------------
