"""The course of events of small announcements: which steps are told, of what kind, and how long they took."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analyzer.answers.timeline.clauses import event_rules
from analyzer.answers.timeline.course import elapsed, events_of, steps, timeline
from analyzer.answers.timeline.datelines import dateline
from analyzer.answers.timeline.delays import delays
from analyzer.answers.timeline.kinds.unmet import takes_stop_back, without_unmet
from analyzer.language.features import DocumentReading, read_documents
from analyzer.report import Event
from analyzer.rules import load_rules
from analyzer.rules.slots import STATED
from analyzer.schema import EventKind, Label, Precision
from analyzer.statement import Statement

_CODES = {
    "I": Label.INCIDENT,
    "T": Label.TIMELINE,
    "S": Label.SCOPE,
    "R": Label.RESPONSE,
    "C": Label.CAUSE,
    "M": Label.MEASURE_CONCRETE,
    "F": Label.FOLLOWUP,
    "K": Label.CONTACT,
    "A": Label.ADMISSION,
    "H": Label.HARM_STATUS,
}
_NONE = (
    "occurred_to_detected",
    "detected_to_contained",
    "detected_to_notified",
    "occurred_to_published",
    "detected_to_published",
    "occurred_to_contained",
)


@dataclass(frozen=True)
class Case:
    """Lines of `labels|wording`, one unit each; events as `kind at`, and the delays that are not None."""

    name: str
    lines: str
    events: list[str]
    delays: Mapping[str, str] = field(default_factory=dict)
    published: date | None = date(2024, 11, 25)
    title: str | None = None

    @property
    def text(self) -> str:
        return "\n".join(line.split("|", 1)[1] for line in self.lines.strip().splitlines())

    @property
    def labels(self) -> list[dict[Label, float]]:
        return [{_CODES[code]: 0.9 for code in line.split("|", 1)[0].strip()} for line in self.lines.strip().splitlines()]


CASES = [
    Case(
        "when what was found had been so, where an inquiry brought it to light",
        """
        I|材料の変更は、2024年1月に製造部長が口頭で認めていたことが社内の調査で判明しました。
        I|調査の結果、昨年10月と本年2月にも、それぞれ部品が割れていたことが分かりました。
        IT|4月3日、検査の値を書き換えていたことが、社内の点検により分かりました。
        """,
        ["occurred 2024-01", "occurred 2023-10", "occurred 2024-02", "detected 2024-04-03"],
        {"detected_to_published": "P2D"},
        published=date(2024, 4, 5),
    ),
    Case(
        "a complaint by the day on which it came, a span that began in some year",
        """
        I|3月3日に外部から寄せられた申立てを受け、委員会が調べた結果、図の改ざんがありました。
        IS|改ざんは、2016年頃から2023年5月までの間、14回行われていました。
        IS|図の差し替えは、2022年4月から2023年5月まで続いていました。
        I|3月4日に届いた商品の箱が割れていました。
        """,
        ["detected 2024-03-03", "occurred None", "occurred 2022-04", "other 2024-03-04"],
        {"detected_to_published": "P25D"},
        published=date(2024, 3, 28),
    ),
    Case(
        "dates that were but written by mistake",
        """
        IS|8月12日、期限の切れた弁当を販売しました。
        C|担当者が札の日付を9月と7月で取り違えたことによります。
        CI|期限を8月3日と書くべきところ、8月13日と書き間違えました。
        I|8月14日に誤って配達しました。
        IT|8月15日と16日に誤って請求書を送りました。
        """,
        ["occurred 2024-08-12", "occurred 2024-08-14", "occurred 2024-08-15", "occurred 2024-08-16"],
        {"occurred_to_published": "P8D"},
        published=date(2024, 8, 20),
    ),
    Case(
        "hours of a rule, bills by their month, the time of a meeting whose minutes these are",
        """
        S|日時:11月2日(土)19時〜20時40分
        |場所:第二集会所
        |出席:会長、会計、班長8名
        T|10月26日、会計から会長へ申し出があった。
        C|18時以降の送信では、確認を省いてもよいとしていた。
        R|10月の会費は11月5日に返金しました。
        IT|18時以降、画面が開けなくなりました。
        """,
        ["detected 2024-10-26", "other 2024-11-05", "occurred 2024-11-05T18:00"],
        {"detected_to_published": "P15D", "occurred_to_published": "P5D"},
        published=date(2024, 11, 10),
    ),
    Case(
        "the time at which it happened, over where",
        """
        IS|日時:11月2日(土)19時10分
        |場所:第二集会所
        I|概要:参加者の名簿を紛失しました。
        """,
        ["occurred 2024-11-02T19:10"],
        {"occurred_to_published": "P8D"},
        published=date(2024, 11, 10),
    ),
    Case(
        "it had ended when all was right again",
        """
        IS|9月3日から10月5日まで、料金を多くいただいていました。
        RT|また、10月6日からは、正しい料金をいただいております。
        RT|11月4日からは、休みなく返金を行っております。
        """,
        ["occurred 2024-09-03", "contained 2024-10-06", "other 2024-11-04"],
        {"occurred_to_contained": "P33D", "occurred_to_published": "P68D"},
        published=date(2024, 11, 10),
    ),
    Case(
        "one moment told by its day, its date and its hour",
        """
        IT|昨日(11月18日)の夜20時35分ごろ、別の方の一覧を誤って送りました。
        IT|昨日(11月18日)の名簿の件で、20時52分にお電話をいただいて気がつきました。
        """,
        ["occurred 2024-11-18T20:35~", "other 2024-11-18", "detected 2024-11-18T20:52"],
        {"occurred_to_detected": "PT17M", "occurred_to_published": "P1D", "detected_to_published": "P1D"},
        published=date(2024, 11, 19),
    ),
    Case(
        "an arrest dates neither the deed nor its discovery",
        """
        IT|4月1日、当会の会員が恐喝の疑いで逮捕されました。
        IT|4月2日、警察から会員が逮捕された旨、連絡を受けました。
        A|昨日、当協会の職員が窃盗の容疑で逮捕されました件は、皆様のお気持ちを裏切るものであり、申し訳なく存じます。
        """,
        ["other 2025-04-01", "detected 2025-04-02", "other 2025-04-02"],
        {"detected_to_published": "P1D"},
        published=date(2025, 4, 3),
    ),
    Case(
        "what the press printed is no discovery but where it told them",
        """
        IT|6月9日発売の週刊誌の記事につきまして、本人に尋ねたところ、記事のとおりでした。
        IT|本日、一部週刊誌の電子版において、当学園の前コーチに関する記事が掲載されました。
        IT|6月10日のテレビ番組の報道により、元社員が情報を持ち出していたことを初めて把握しました。
        """,
        ["other 2026-06-09", "other 2026-06-12", "detected 2026-06-10"],
        {"detected_to_published": "P2D"},
        published=date(2026, 6, 12),
    ),
    Case(
        "a match at which something was found to have gone wrong",
        """
        IT|10月20日、同会が9日に開催した大会で得点を誤っていたことが判明しました。
        """,
        ["detected 2022-10-20", "occurred 2022-10-09"],
        {"occurred_to_detected": "P11D", "occurred_to_published": "P18D", "detected_to_published": "P7D"},
        published=date(2022, 10, 27),
    ),
    Case(
        "two examinations at which something went wrong",
        """
        IT|10月11日に行った試験と、12日に行った試験で、問題に誤りがありました。
        """,
        ["occurred 2022-10-11", "occurred 2022-10-12"],
        {"occurred_to_published": "P16D"},
        published=date(2022, 10, 27),
    ),
    Case(
        "the meeting at which a list was filled in",
        """
        IS|9月14日、当会の関係者が、8日に開かれた集いで書いていただいた名簿を使い、3名の方にちらしを送りました。
        T|当会は9月24日、次の見解を公表いたしました。
        """,
        [
            "occurred 2022-09-14",
            "other 2022-09-08",
            "published 2022-09-24",
        ],
        {"occurred_to_published": "P10D"},
        published=date(2022, 10, 27),
    ),
    Case(
        "dates alone on their lines, and below each what was done then",
        """
        |経緯
        T|3月18日 20:40頃
        I|従業員が調理場の水槽に入る。
        T|3月21日 15:30頃
        T|お客様からの電話により、動画が出回っていることを知る。
        |3月21日 19:30頃
        R|水槽を使うのを止める。
        T|3月22日 12:00頃まで
        R|前日に続いて聞き取りを行う。
        T|3月22日 16:00頃
        R|公式サイトにおわびの文を載せる。
        T|3月25日 10:00
        F|説明会を開く予定。
        """,
        [
            "occurred 2016-03-18T20:40~",
            "detected 2016-03-21T15:30~",
            "contained 2016-03-21T19:30~",
            "other 2016-03-22T12:00~",
            "published 2016-03-22T16:00~",
        ],
        {
            "occurred_to_detected": "P2DT18H50M",
            "detected_to_contained": "PT4H",
            "occurred_to_contained": "P2DT22H50M",
            "occurred_to_published": "P3DT19H20M",
            "detected_to_published": "P1DT30M",
        },
        published=date(2016, 3, 24),
    ),
    Case(
        "what a key calls a date, whatever stands below it",
        """
        |判明日
        |2024年5月3日
        |公表日
        |2024年5月7日
        I|給食に金属片が混入していました。
        """,
        ["detected 2024-05-03", "published 2024-05-07"],
        {"detected_to_published": "P4D"},
        published=date(2024, 5, 10),
    ),
    Case(
        "a course told in the present, though no year is told",
        """
        |経緯
        IT|1月8日 20:30頃 従業員が水槽に入る。
        T|1月11日 9:10頃 担当者が気付く。
        RT|1月11日 10:20頃 水槽を使うのを止める。
        RT|1月12日 保健所に報告する。
        |今後
        M|2月1日 水槽を入れ替える。
        R|2月3日より販売を再開します。
        """,
        ["occurred None~", "detected None~", "contained None~", "reported None"],
        {"occurred_to_detected": "P2DT12H40M", "detected_to_contained": "PT1H10M", "occurred_to_contained": "P2DT13H50M"},
        published=None,
    ),
    Case(
        "a course told in the present, half a year ago",
        """
        |経緯
        IT|11月13日10時10分 看護師が別の薬を投与する。
        T|11月13日16時40分 薬剤師が過量に気付く。
        T|11月14日 家族に説明する。
        T|7月1日に委員会を開きます。
        """,
        ["occurred 2024-11-13T10:10", "detected 2024-11-13T16:40", "notified 2024-11-14"],
        {
            "occurred_to_detected": "PT6H30M",
            "detected_to_notified": "P1D",
            "occurred_to_published": "P200D",
            "detected_to_published": "P200D",
        },
        published=date(2025, 6, 1),
    ),
    Case(
        "the day on which a page was posted is no step",
        """
        |投稿日
        T|2017年02月05日(日)
        |カテゴリ
        IT|1月30日、従業員が調理場の水槽に入りました。
        """,
        ["occurred 2017-01-30"],
        {"occurred_to_published": "P6D"},
        published=date(2017, 2, 5),
    ),
    Case(
        "when it was last seen is no discovery",
        """
        IT|1月10日8時30分頃、金庫に通帳がないことが発覚しました。
        T|なお、前日17時の時点までは金庫にあることを確認しております。
        """,
        ["detected 2024-01-10T08:30~", "other 2024-01-09T17:00"],
        {"detected_to_published": "P5D"},
        published=date(2024, 1, 15),
    ),
    Case(
        "a first sentence that takes a matter up again, and clock times after days of other notices",
        """
        |3月4日に起きた送水管の破損につき、3月9日の速報に続き、調べた結果をお伝えします。
        |●当日の動き
        IT|6:10　圧力の低下を示す警報が鳴る。
        TR|7:45　弁を閉じ、水を止めました。
        TR|3月6日までに全戸への給水を終え、その後の苦情はありません。
        """,
        ["occurred 2024-03-04", "published 2024-03-09", "detected 2024-03-04T06:10", "contained 2024-03-04T07:45", "other 2024-03-06"],
        {
            "occurred_to_detected": "P0D",
            "detected_to_contained": "PT1H35M",
            "occurred_to_contained": "P0D",
            "occurred_to_published": "P5D",
            "detected_to_published": "P5D",
        },
        published=date(2024, 3, 20),
    ),
    Case(
        "「本日」 in passing moves no clock time, a day of the rules of others is no measure",
        """
        IT|1月24日、落雷で場内の放送ができなくなりました。
        |本日までに修理を終えましたのでご報告します。
        IT|16時02分に警報が鳴り、係が気づきました。
        C|4月1日施行の条例では届け出が要りました。
        M|(1)予備の電源を備えた(2月3日施行、施設係)
        """,
        ["occurred 2024-01-24", "detected 2024-01-24T16:02", "measure 2024-02-03"],
        {"occurred_to_detected": "P0D", "occurred_to_published": "P17D", "detected_to_published": "P17D"},
        published=date(2024, 2, 10),
    ),
    Case(
        "the year of a date told before, from one told in full after it",
        """
        IT|10月20日、検針の値を誤って入力しました。
        T|12月5日に気づきました。
        T|(1)入力した日 令和5年10月20日(金)
        T|(2)気づいた日 令和5年12月5日(火)
        """,
        ["occurred 2023-10-20", "detected 2023-12-05", "occurred 2023-10-20", "detected 2023-12-05"],
        {"occurred_to_detected": "P46D"},
        published=None,
    ),
    Case(
        "dates in brackets over what was done then",
        """
        IT|名簿を紛失しました。
        |【令和6年2月26日(月)】
        IT|・職員が名簿を持ち出した。
        |【令和6年2月28日(水)】
        IT|・見当たらないことに気づいた。
        """,
        ["occurred 2024-02-26", "detected 2024-02-28"],
        {"occurred_to_detected": "P2D", "occurred_to_published": "P7D", "detected_to_published": "P5D"},
        published=date(2024, 3, 4),
    ),
    Case(
        "what is hoped for is no step",
        """
        IT|11月22日7時50分頃、インターネットがご利用いただけなくなりました。
        T|復旧見込み 本日12時頃
        TR|11月23日3時48分に復旧いたしました。
        """,
        ["occurred 2024-11-22T07:50~", "contained 2024-11-23T03:48"],
        {"occurred_to_contained": "PT19H58M", "occurred_to_published": "P3D"},
    ),
    Case(
        "known at a time",
        """
        I|10月5日、試験で誤った問題を出題しました。
        T|入試課は10月20日の時点で不備を把握していましたが、報告しておりませんでした。
        """,
        ["occurred 2024-10-05", "detected 2024-10-20"],
        {"occurred_to_detected": "P15D", "occurred_to_published": "P51D", "detected_to_published": "P36D"},
    ),
    Case(
        "a magazine's day of sale is neither that of the event nor that on which they knew",
        """
        IT|11月20日発売の週刊誌において、当クラブのコーチの記事が掲載されました。
        """,
        ["other 2024-11-20"],
    ),
    Case(
        "the press of today, however its edition is named",
        """
        I|本日、一部週刊誌のウェブ版において、当塾の会員情報に関する記事が掲載されました。
        I|11月24日、複数の新聞で当社の検査について報じられました。
        I|昨日の地元紙に、当会の経理についての記事が載りました。
        """,
        ["other 2024-11-25", "other 2024-11-24", "other 2024-11-24"],
    ),
    Case(
        "what is told to the press, and what is done in it, is their own step",
        """
        IT|11月20日、新聞に折り込んだ広告で、お客様の氏名を誤って公開しました。
        TR|11月22日、新聞各社に本件を公表しました。
        """,
        ["occurred 2024-11-20", "published 2024-11-22"],
        {"occurred_to_published": "P2D"},
    ),
    Case(
        "the day of figures in a heading dates no clock time below",
        """
        IT|11月20日、屋内プールで薬品が漏れました。
        |■ 被害の状況(11月24日正午現在)
        H|手当てを受けた方は6名です。
        |■ 経過の補足
        T|最初に係員が異臭に気付いたのは15時38分でした。
        """,
        ["occurred 2024-11-20", "detected 2024-11-20T15:38"],
        {"occurred_to_detected": "P0D", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "the day of figures beside the course dates nothing, nor does that of a notice",
        """
        I|11月20日に発生した薬品の漏れにつきまして、11月21日付の第1報以降に分かったことをお知らせします。
        S|11月24日時点で、対象の方は6名(うちお子様2名)です。
        T|係員が異臭に気付いたのは15時38分でした。
        """,
        ["occurred 2024-11-20", "published 2024-11-21", "detected 2024-11-20T15:38"],
        {"occurred_to_detected": "P0D", "occurred_to_published": "P1D", "detected_to_published": "P1D"},
    ),
    Case(
        "the day of figures within the course does",
        """
        IT|11月20日、市内で停電が発生しました。
        T|11月21日10時現在、一部の地域で停電が続いておりました。
        TR|13時に全域で復旧しました。
        """,
        ["occurred 2024-11-20", "contained 2024-11-21T13:00"],
        {"occurred_to_published": "P5D", "occurred_to_contained": "P1D"},
    ),
    Case(
        "what was left undone is no step of that kind",
        """
        IT|11月20日、車内でお客様が転倒し、けがをされました。
        TR|当社は、事故をその日のうちに警察へ届け出ず、お客様への連絡も翌々日になりました。
        TR|11月20日は消防署への通報を怠り、11月21日に消防署へ届け出ました。
        TR|当日中に保健所へ連絡せず、公表もしませんでした。
        """,
        ["occurred 2024-11-20", "other 2024-11-20", "notified 2024-11-22", "other 2024-11-20", "reported 2024-11-21", "other 2024-11-20"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "what was done without fail is done",
        """
        IT|11月20日、施設で食中毒が発生しました。
        TR|11月21日、時間外にもかかわらず、保健所へ届け出ました。
        TR|11月22日、まず、ご家族にお詫びしました。
        """,
        ["occurred 2024-11-20", "reported 2024-11-21", "notified 2024-11-22"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "found on checking books against things",
        """
        IT|11月中旬の自店検査において、台帳と現物の突合を行ったところ、文書箱3箱の所在が確認できなかったものです。
        """,
        ["detected 2024-11~"],
    ),
    Case(
        "found by a check that is named in other words",
        """
        IT|11月20日の棚卸しにて、在庫と帳簿の照合を実施したところ、端末1台の所在がつかめませんでした。
        """,
        ["detected 2024-11-20"],
        {"detected_to_published": "P5D"},
    ),
    Case(
        "what happened at a check is not found by it",
        """
        IT|11月20日の乗務前検査において酒気が検知されたにもかかわらず、乗務についていたことが判明しました。
        IT|11月21日の競技会において、審判が誤った記録を配布しました。
        """,
        ["occurred 2024-11-20", "occurred 2024-11-21"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "when it was noticed, in a sentence that breaks off",
        """
        I|きのう(11/24)の朝焼いた菓子に、まちがえて別のシールを貼って売ってしまいました。
        |気づいたのは今朝の開店前、残りを数えたら数が合わなくて。
        |お店が開くのは明日の朝、いつもどおりです。
        """,
        ["occurred 2024-11-24", "detected 2024-11-25"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P1D", "detected_to_published": "P0D"},
    ),
    Case(
        "what is for the next day moves no day",
        """
        T|11月18日(月)
        IT|・午前8時過ぎ 担当者が翌日分の予約を誤って登録した
        IT|・10時10分 別の担当者が翌朝用の名簿を誤って送信した
        IT|・正午過ぎ 別の担当者が名簿を誤って送信した
        """,
        ["occurred 2024-11-18T08:00~", "occurred 2024-11-18T10:10", "occurred 2024-11-18T12:00~"],
        {"occurred_to_published": "P7D"},
    ),
    Case(
        "the next day is one",
        """
        IT|11月18日、名簿を誤って送信しました。
        T|翌日、お電話で判明しました。
        T|正午に回答しました。
        """,
        ["occurred 2024-11-18", "detected 2024-11-19", "other 2024-11-19T12:00"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P7D", "detected_to_published": "P6D"},
    ),
    Case(
        "a limit put in force again is no limit of anybody",
        """
        IT|11月18日、名簿を誤って送信しました。
        TR|・送信上限の再有効化(11月20日、情報担当)
        TR|・申込書の有効期限: 11月22日
        """,
        ["occurred 2024-11-18", "other 2024-11-20"],
        {"occurred_to_published": "P7D"},
    ),
    Case(
        "who pays back what was taken stops nothing",
        """
        IT|11月18日、職員が返還金を着服していたことが判明しました。
        TR|全額は11月20日までに弁済されている。
        TR|手当は11月21日に返納されました。
        TR|11月22日、残る商品を回収しました。
        """,
        ["detected 2024-11-18", "other 2024-11-20", "other 2024-11-21", "contained 2024-11-22"],
        {"detected_to_contained": "P4D", "detected_to_published": "P7D"},
    ),
    Case(
        "discipline before it is announced, in a statement without a day",
        """
        TR|本市は、令和6年11月22日付けで、下記の職員に対し懲戒処分を行いましたので公表します。
        R|12月に、ご家族への説明を行います。
        """,
        ["other 2024-11-22"],
        published=None,
    ),
    Case(
        "clocked course with an individual notice",
        """
        IT|11月22日(金)17時00分頃、当クラブ担当者が宛先欄に入れたままメールを送信しました。
        T|同日19時00分、お客様からのご連絡により判明しました。
        TR|同日20時10分、配信を停止しました。
        TR|同日21時33分、対象の142名の方へお詫びのご連絡をいたしました。
        """,
        ["occurred 2024-11-22T17:00~", "detected 2024-11-22T19:00", "contained 2024-11-22T20:10", "notified 2024-11-22T21:33"],
        {
            "occurred_to_detected": "PT2H",
            "detected_to_contained": "PT1H10M",
            "detected_to_notified": "PT2H33M",
            "occurred_to_published": "P3D",
            "detected_to_published": "P3D",
            "occurred_to_contained": "PT3H10M",
        },
    ),
    Case(
        "several steps in one sentence",
        "TR|9月28日19時頃に侵入され、10月3日、利用者の方から連絡を受け、同日17時にサイトを止め、4日に県警へ届け出ました。",
        ["other 2024-09-28T19:00~", "detected 2024-10-03", "contained 2024-10-03T17:00", "reported 2024-10-04"],
        {"detected_to_contained": "P0D", "detected_to_published": "P53D"},
    ),
    Case(
        "outage told as a range ends with its recovery",
        """
        ITS|11月21日(木)9時20分ごろから15時05分まで、予約サービスに接続できない状態となりました。
        T|9時34分に利用者の方からファックスをいただいて確認しました。
        """,
        ["occurred 2024-11-21T09:20~", "contained 2024-11-21T15:05~", "detected 2024-11-21T09:34"],
        {
            "occurred_to_detected": "PT14M",
            "detected_to_contained": "PT5H31M",
            "occurred_to_published": "P4D",
            "detected_to_published": "P4D",
            "occurred_to_contained": "PT5H45M",
        },
    ),
    Case(
        "predicate before the date",
        """
        T|口論が起きたのは17時25分、警備員が気づいたのは17時44分です。
        """,
        ["occurred None", "detected None"],
    ),
    Case(
        "key-value lines",
        """
        T|発生日時:2024年11月20日 11時20分頃
        T|判明日時:2024年11月21日 9時
        T|公表日:2024年11月22日
        """,
        ["occurred 2024-11-20T11:20~", "detected 2024-11-21T09:00"],
        {"occurred_to_detected": "PT21H40M", "occurred_to_published": "P2D", "detected_to_published": "P1D"},
        date(2024, 11, 22),
    ),
    Case(
        "publication line, due dates, contact hours and days still ahead are no events",
        """
        |2024年11月25日
        IT|11月20日、名簿を紛失しました。
        R|12月10日までに、全員へ返金いたします。
        M|来年4月末までに二重確認を導入します。
        F|調査結果は12月20日に公表します。
        K|電話 03-0000-0000(平日10時〜17時)
        H|11月24日現在、不正利用の報告はありません。
        """,
        ["occurred 2024-11-20"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "the publication line gives the year where nothing else does",
        """
        |令和6年11月25日
        IT|11月20日、名簿を紛失しました。
        """,
        ["occurred 2024-11-20"],
        {"occurred_to_published": "P5D"},
        published=None,
    ),
    Case(
        "month precision gives no delay",
        """
        IS|2022年4月から2023年3月まで、会費を過大に徴収しておりました。
        T|2024年11月9日、監事の点検で判明しました。
        """,
        ["occurred 2022-04", "detected 2024-11-09"],
        {"detected_to_published": "P16D"},
    ),
    Case(
        "reports to authorities are not notices to those harmed",
        """
        TR|11月13日に個人情報保護委員会へ速報を、11月16日に警察署へ被害届を提出しました。
        R|2,317名の皆様には、11月18日に書面を発送しました。
        """,
        ["reported 2024-11-13", "reported 2024-11-16", "notified 2024-11-18"],
    ),
    Case(
        "measures already done",
        """
        M|11月18日に確認者を2名とする手順を導入しました。
        M|全店に二重確認の表示を付けました(11月20日完了)。
        """,
        ["measure 2024-11-18", "measure 2024-11-20"],
    ),
    Case(
        "a stop that befell and a stop that was made",
        """
        IT|11月20日4時10分、配信サービスが停止しました。
        TR|11月20日4時30分、新規の受付を停止しました。
        """,
        ["occurred 2024-11-20T04:10", "contained 2024-11-20T04:30"],
        {"occurred_to_published": "P5D", "occurred_to_contained": "PT20M"},
    ),
    Case(
        "the first notice of the same incident is its publication",
        """
        I|11月8日に公表した会員ページへの不正アクセスについて、続報です。
        IT|11月5日23時50分、第三者が侵入しました。
        T|翌6日0時10分、監視システムが検知しました。
        """,
        ["published 2024-11-08", "occurred 2024-11-05T23:50", "detected 2024-11-06T00:10"],
        {"occurred_to_detected": "PT20M", "occurred_to_published": "P3D", "detected_to_published": "P2D"},
    ),
    Case(
        "elapsed times",
        """
        IT|令和6年11月20日14時10分、誤った請求を送信しました。
        T|約2時間後、お客様からのお問い合わせで判明しました。
        TR|その30分後に配信を止めました。
        """,
        ["occurred 2024-11-20T14:10", "detected 2024-11-20T16:10~", "contained 2024-11-20T16:40"],
        {"occurred_to_detected": "PT2H", "detected_to_contained": "PT30M", "occurred_to_contained": "PT2H30M"},
        published=None,
    ),
    Case(
        "impossible dates stay unresolved",
        """
        IT|2月30日、名簿を紛失しました。
        T|10月1日、棚卸しで判明しました。
        """,
        ["occurred None", "detected 2024-10-01"],
        {"detected_to_published": "P55D"},
    ),
    Case(
        "detection told before the event gives no negative delay",
        """
        T|11月5日、お客様からのご指摘で判明しました。
        IT|11月7日、二重に請求しました。
        """,
        ["detected 2024-11-05", "occurred 2024-11-07"],
        {"occurred_to_published": "P18D", "detected_to_published": "P20D"},
    ),
    Case(
        "a look back in the causes does not move the course",
        """
        IT|11月12日17時03分、配信が止まりました。
        C|証明書は9月20日に期限が切れており、確認していませんでした。
        T|17時41分に監視担当が気付きました。
        """,
        ["occurred 2024-11-12T17:03", "other 2024-09-20", "detected 2024-11-12T17:41"],
        {"occurred_to_detected": "PT38M", "occurred_to_published": "P13D", "detected_to_published": "P13D"},
    ),
    Case(
        "years past, weekday and era",
        """
        IT|平成30年7月22日(日)午前6時50分頃、参加者1名が意識を失いました。
        TR|翌日、消防署へ報告しました。
        """,
        ["occurred 2018-07-22T06:50~", "reported 2018-07-23"],
        {"occurred_to_published": "P2D"},
        date(2018, 7, 24),
    ),
    Case(
        "a promise whose month came last autumn is for the next one",
        "M|あわせて、6月より紙の申込書を廃止します。",
        [],
    ),
    Case(
        "after a range that ran past midnight the same day is the day it began",
        """
        IT|11月18日19時06分より翌19日1時52分までの間、サイトが閲覧できない状態となりました。
        T|同日19時10分に監視装置が異常を検知しました。
        """,
        ["occurred 2024-11-18T19:06", "contained 2024-11-19T01:52", "detected 2024-11-18T19:10"],
        {
            "occurred_to_detected": "PT4M",
            "detected_to_contained": "PT6H42M",
            "occurred_to_published": "P7D",
            "detected_to_published": "P7D",
            "occurred_to_contained": "PT6H46M",
        },
    ),
    Case(
        "an old event in a sentence that apologises now",
        "IT|5月10日に発生した誤送信につきまして、深くお詫びいたします。",
        ["occurred 2024-05-10"],
        {"occurred_to_published": "P199D"},
    ),
    Case(
        "a meeting the day before does not move the course",
        """
        IT|11月20日の大会で、午前9時12分頃、選手3名が転倒しました。
        |開催の可否は、前日18時の会議で確認していました。
        TR|現場は同9時25分から止めています。
        """,
        ["occurred 2024-11-20", "occurred 2024-11-20T09:12~", "other 2024-11-19T18:00", "contained 2024-11-20T09:25"],
        {"occurred_to_published": "P5D", "occurred_to_contained": "PT13M"},
    ),
    Case(
        "earlier announcements, and what only sounds like one",
        """
        |11月8日にお知らせした不正ログインの続報です。
        |第1報(11月9日)以降に分かったことを記します。
        AS|前回(11月10日)は487通とお伝えしましたが、誤りでした。
        TR|11月12日に対象の方へお知らせをお送りしました。
        |11月22日は総会の日です。
        """,
        ["published 2024-11-08", "published 2024-11-09", "published 2024-11-10", "notified 2024-11-12"],
    ),
    Case(
        "told by those who called, and not by those who were called",
        """
        IT|11月18日17時10分、別の方の券をお送りしました。
        T|同日17時22分、受け取られた方がお電話で知らせてくださいました。
        TR|同17時40分、対象の方にお電話しました。
        """,
        ["occurred 2024-11-18T17:10", "detected 2024-11-18T17:22", "notified 2024-11-18T17:40"],
        {
            "occurred_to_detected": "PT12M",
            "detected_to_notified": "PT18M",
            "occurred_to_published": "P7D",
            "detected_to_published": "P7D",
        },
    ),
    Case(
        "what stood before the date tells to whom",
        """
        TR|警察にも11月19日に相談しています。
        TR|該当ページは11月20日に差し替え済みです。
        TR|お一人は11月21日に、もうお一人は11月22日にお宅へうかがって謝罪しました。
        """,
        ["reported 2024-11-19", "contained 2024-11-20", "notified 2024-11-21", "notified 2024-11-22"],
    ),
    Case(
        "discipline, treatment and an admission neither stop nor find anything",
        """
        TA|校長である私は、市教育委員会より11月15日付で文書訓告を受けました。
        TR|11月16日に当該職員が事実を認めました。
        TH|11時30分、病院へ搬送されました。
        """,
        ["other 2024-11-15", "other 2024-11-16", "other 2024-11-16T11:30"],
    ),
    Case(
        "the day of what was found, and the day it was found",
        """
        ITS|11月12日(火)の準決勝で、指定席164席を二重に販売していたことが分かりました。
        IT|11月13日、名簿が流出していたことが判明しました。
        """,
        ["occurred 2024-11-12", "detected 2024-11-13"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P13D", "detected_to_published": "P12D"},
    ),
    Case(
        "things named by their month, events to be held, and today's greeting are no steps",
        """
        I|2月2日に販売した3月のファイナルラウンド入場券について、番号が重複しました。
        I|12月14日・15日開催のコンサートにつき、76席を二重に販売していました。
        I|今日は一つご報告がございまして、端末が見当たらなくなっております。
        """,
        ["occurred 2024-02-02"],
        {"occurred_to_published": "P297D"},
    ),
    Case(
        "a day without its year that lies almost a year back is one to come",
        """
        IT|11月20日、名簿を紛失しました。
        A|事務局長は12月1日付で交代です。
        """,
        ["occurred 2024-11-20"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "a comma in what somebody said ends no clause",
        """
        T|11月10日15時、販売店様より「泡立ち、異臭がする」とのお申し出を受けました。
        """,
        ["detected 2024-11-10T15:00"],
        {"detected_to_published": "P15D"},
    ),
    Case(
        "within a day",
        """
        IT|11月9日、誤った料金を掲載しました。
        TR|11月10日のうちに掲載を訂正しました。
        TR|25日中に対象の方へお電話しました。
        TR|警備員が11月9日に無線で本部へ知らせてまいりました。
        """,
        ["occurred 2024-11-09", "contained 2024-11-10", "notified 2024-11-25", "detected 2024-11-09"],
        {
            "occurred_to_detected": "P0D",
            "detected_to_contained": "P1D",
            "detected_to_notified": "P16D",
            "occurred_to_published": "P16D",
            "detected_to_published": "P16D",
            "occurred_to_contained": "P1D",
        },
    ),
    Case(
        "days that are lines of their own, as councils write them",
        """
        I|メールアドレスを漏えいする事故が発生しました。
        |2 経緯
        T|11月21日(木曜日) 13時50分
        TI|参加者103名に対し、職員がメールを宛先欄で一斉送信
        T|11月22日(金曜日)
        TR|参加者からの電話で判明しました。
        """,
        ["occurred 2024-11-21T13:50", "detected 2024-11-22"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P4D", "detected_to_published": "P3D"},
    ),
    Case(
        "the day from the title, and clock times under a heading",
        """
        |2 経過
        IT|20:04 ログインAPIが詰まる
        T|20:31 監視が異常を検知
        TR|25:06 復旧
        """,
        ["occurred 2024-11-20T20:04", "detected 2024-11-20T20:31", "contained 2024-11-21T01:06"],
        {
            "occurred_to_detected": "PT27M",
            "detected_to_contained": "PT4H35M",
            "occurred_to_published": "P5D",
            "detected_to_published": "P5D",
            "occurred_to_contained": "PT5H2M",
        },
        title="11/20のアクセス障害について",
    ),
    Case(
        "the course goes on from the day of the matter, not from a recovery",
        """
        IT|11月9日、患者さんお一人に別の方の注射を接続しました。
        R|患者さんは11月19日に退院されました。
        |経過
        IT|14時12分 確認をせずに接続
        T|14時16分 別の看護師が発見
        TR|15時30分 主治医がご家族に説明
        """,
        ["occurred 2024-11-09", "other 2024-11-19", "occurred 2024-11-09T14:12", "detected 2024-11-09T14:16", "notified 2024-11-09T15:30"],
        {
            "occurred_to_detected": "PT4M",
            "detected_to_notified": "PT1H14M",
            "occurred_to_published": "P16D",
            "detected_to_published": "P16D",
        },
    ),
    Case(
        "steps that the labeller overlooked, and a wish that is none",
        """
        I|記念品を誤って廃棄しました。
        |11月18日に会員の方からお電話をいただき、判明しました。
        |11月10日の総会では多くの方にお越しいただきました。
        |11月24日の試合もご声援をお願いいたします。
        """,
        ["detected 2024-11-18", "other 2024-11-10"],
        {"detected_to_published": "P7D"},
    ),
    Case(
        "what somebody else says is today, and what was not done",
        """
        T|11月20日12時10分 ご家族から「今日は電話がない」とのお問い合わせ。
        T|運営部は11月22日、リーグに報告しなかった。
        """,
        ["detected 2024-11-20T12:10", "other 2024-11-22"],
        {"detected_to_published": "P5D"},
    ),
    Case(
        "inquiries, councils and the day's routine are no steps of harm, discovery or its end",
        """
        IT|11月8日の配信で、次のことが起きました。
        T|13:55 配信開始。
        T|14:12 第2会場の映像が停止。
        T|14:20 視聴者の投稿で把握。
        TR|14:31 予備回線へ切替。
        TR|11月10日、当該職員から聴取。
        TR|11月12日、理事会を開催。
        """,
        [
            "occurred 2024-11-08",
            "other 2024-11-08T13:55",
            "occurred 2024-11-08T14:12",
            "detected 2024-11-08T14:20",
            "contained 2024-11-08T14:31",
            "other 2024-11-10",
            "other 2024-11-12",
        ],
        {
            "occurred_to_detected": "PT8M",
            "detected_to_contained": "PT11M",
            "occurred_to_published": "P17D",
            "detected_to_published": "P17D",
            "occurred_to_contained": "PT19M",
        },
    ),
    Case(
        "the day of a thing, and of what was found",
        """
        IT|11月5日に実施した検定について、受験者からのご照会により採点の誤りが判明しました。
        T|調査の結果、10月20日に侵入された痕跡を確認しました。
        """,
        ["occurred 2024-11-05", "occurred 2024-10-20"],
        {"occurred_to_published": "P36D"},
    ),
    Case(
        "earlier notices as they are quoted",
        """
        |11月7日に掲載した「一部のお客様への不正なログインについて」の補足です。
        IT|11月9日に「2団体を金賞に改める」とお知らせいたしましたが、これも誤りでした。
        T|部品には11月1日に公表された脆弱性がありました。
        """,
        ["published 2024-11-07", "published 2024-11-09", "other 2024-11-01"],
    ),
    Case(
        "days in brackets over what was done then",
        """
        |1 経緯
        T|【11月21日(木)】
        I|年度ごとの袋を誤って捨てる袋のそばに置いた。
        T|【11月22日(金)】
        T|袋を戻そうとして、無いことが分かった。
        """,
        ["occurred 2024-11-21", "detected 2024-11-22"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P4D", "detected_to_published": "P3D"},
    ),
    Case(
        "dated bullets over what was done then, as schools write them",
        """
        |2 事案の経緯
        T|- 11月11日(月曜)午後6時
        IT|引き出しの鍵をかけ忘れ、名簿を紛失
        |- 11月13日(水曜)
        T|夜、自宅で名簿が無いことに気づく。
        |- 同午後9時
        T|本人、教頭へ連絡。
        |- 11月14日(木曜)朝から
        TR|全職員で校内を捜索した。
        |- 11月18日(月曜) 午後6時
        TR|保護者説明会。
        """,
        ["occurred 2024-11-11T18:00", "detected 2024-11-13", "other 2024-11-13T21:00", "other 2024-11-14", "notified 2024-11-18T18:00"],
        {
            "occurred_to_detected": "P2D",
            "detected_to_notified": "P5D",
            "occurred_to_published": "P14D",
            "detected_to_published": "P12D",
        },
    ),
    Case(
        "the second day, in the evening, and what is done of an evening",
        """
        IT|11月15日から一泊二日の合宿を行いましたが、二日目の下山中、部員2名が滑落しました。
        TR|14時過ぎに顧問から県警へ通報しました。
        T|夕方に保護者の方から御連絡を頂きました。
        M|試合後、更衣室を2名で点検します。
        |処分(11月20日付)
        R|当該部員5名 停学
        """,
        ["occurred 2024-11-15", "occurred 2024-11-16", "reported 2024-11-16T14:00~", "detected 2024-11-16", "other 2024-11-20"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P10D", "detected_to_published": "P9D"},
    ),
    Case(
        "a day told by an older event, and what was left where it was",
        """
        IT|11月20日、担当者が名簿を棚に戻さず、机上に置いたまま紛失した。
        TR|紛失が判明した11月21日午後5時、対象の方へお詫びのお手紙をお送りしました。
        TR|緊急メンテナンスは、11月22日2時に終了いたしました。
        """,
        ["occurred 2024-11-20", "notified 2024-11-21T17:00", "contained 2024-11-22T02:00"],
        {"occurred_to_published": "P5D", "occurred_to_contained": "P2D"},
    ),
    Case(
        "a day below what it is the day of, and one that but dates the statement",
        """
        |2024年11月25日
        |発生年月日
        T|令和6年11月21日
        |判明日
        T|令和6年11月22日
        """,
        ["occurred 2024-11-21", "detected 2024-11-22"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P4D", "detected_to_published": "P3D"},
    ),
    Case(
        "days of a list",
        """
        IT|11月11日午前10時5分、ケヤキが倒れました。
        TR|・11日 広場を閉鎖
        TR|・12日 お怪我をされた方を訪問し、お詫びと補償の説明
        """,
        ["occurred 2024-11-11T10:05", "contained 2024-11-11", "notified 2024-11-12"],
        {"occurred_to_published": "P14D", "occurred_to_contained": "P0D"},
    ),
    Case(
        "two days told as one, and two that are apart",
        """
        TR|保護者の皆様には11月16日と17日の夜にご説明の場を設けました。
        TR|お二人にはそれぞれ11月18日、19日に電話でお詫びしました。
        """,
        ["notified 2024-11-16", "notified 2024-11-17", "notified 2024-11-18", "notified 2024-11-19"],
    ),
    Case(
        "a month that only tells which thing is meant is no step, one in which something was done is",
        """
        |納めていただいた9月利用分の会費が多く、確かめました。
        TI|10月7日に、9月に配った納付書を綴じる際、枚数が合わず数え直したところ、誤りが判明しました。
        S|名簿の氏名及び住所(8月に開いたものに限る。)
        I|10月10日に1名が転倒し、また11月に通信販売で購入された2名が、けがをされました。
        """,
        ["detected 2024-10-07", "occurred 2024-10-10", "occurred 2024-11"],
        {"detected_to_published": "P49D", "occurred_to_published": "P46D"},
    ),
    Case(
        "what was planned for a day was not done then, what had been planned and was held was",
        """
        I|11月10日、当店をご利用のお客様に食中毒が発生しました。
        TR|当初11月14日の復旧を見込んでおりましたが、安全の確認に時間を要しております。
        TR|冷蔵庫の入れ替えは11月19日を予定しておりましたが、部品が届いておりません。
        TA|11月21日にお知らせするとしておりましたところ、遅れましたことをお詫びいたします。
        |営業再開は11月24日を予定しております。
        TI|11月22日に予定しておりました公演で、照明が落下しました。
        """,
        ["occurred 2024-11-10", "other 2024-11-22"],
        {"occurred_to_published": "P15D"},
    ),
    Case(
        "a shop that opens again ends no harm, trains that run again do",
        """
        I|11月10日、当店をご利用のお客様に食中毒が発生しました。
        TR|11月12日に営業を停止しました。
        TR|11月15日より営業を再開しました。
        TR|11月16日に製造を順次再開しております。
        TR|11月16日、全線で運転を再開しました。
        TR|11月17日に営業運転を再開しました。
        TR|11月18日から自主的に休業しております。
        """,
        [
            "occurred 2024-11-10",
            "contained 2024-11-12",
            "other 2024-11-15",
            "other 2024-11-16",
            "contained 2024-11-16",
            "contained 2024-11-17",
            "contained 2024-11-18",
        ],
        {"occurred_to_published": "P15D", "occurred_to_contained": "P2D"},
    ),
    Case(
        "a day later in the sentence is of the year that the sentence tells",
        """
        TI|部員は令和4年9月から登校できなくなり、令和6年3月に転学した。
        T|令和5年7月24日に保護者から教頭に電話で相談があったが、校長への報告は8月21日であった。
        T|令和5年7月24日に相談があり、8月22日に校長へ報告した。
        """,
        [
            "occurred 2022-09",
            "occurred 2024-03",
            "detected 2023-07-24",
            "other 2023-08-21",
            "detected 2023-07-24",
            "other 2023-08-22",
        ],
        {"detected_to_published": "P490D"},
    ),
    Case(
        "past midnight the next day may be the one told already, and a cause speaks of the day of the matter",
        """
        IT|2024年11月20日23時50分頃、当社の夜行便が路外へ逸脱する事故を起こしました。
        TR|乗務員は23時55分に119番通報を行い、0時05分に営業所へ連絡しました。
        T|翌21日午前5時半、代わりの車が終点に着いております。
        |■ 事故の原因
        CT|同日19時に路面凍結の情報が発表されておりましたが、乗務員への伝達は行われておりませんでした。
        |■ 対応
        TR|同日18時、運輸局に事故を報告しました。
        """,
        [
            "occurred 2024-11-20T23:50~",
            "other 2024-11-20T23:55",
            "other 2024-11-21T00:05",
            "other 2024-11-21T05:30",
            "other 2024-11-20T19:00",
            "reported 2024-11-20T18:00",
        ],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "the day from which all works as usual is the end of an outage, a day from which it does not is none",
        """
        IT|11月19日、会員サイトにつながりにくい状況となりました。
        TI|11月21日の夜からは、平常どおりお使いいただけるようになりました。
        TI|11月22日は、通常どおりご利用いただけません。
        """,
        ["occurred 2024-11-19", "contained 2024-11-21", "other 2024-11-22"],
        {"occurred_to_published": "P6D", "occurred_to_contained": "P2D"},
    ),
    Case(
        "to look for what is missing at another body's is no notice to those harmed, to call on those is",
        """
        TI|11月19日 担当者が棚を確かめ、報告書の紛失が判明。
        TR|11月20日 両校の係が委託先の倉庫を訪問し、棚を点検。
        TR|11月21日 3名のお宅を訪問し、お詫びしました。
        """,
        ["detected 2024-11-19", "other 2024-11-20", "notified 2024-11-21"],
        {"detected_to_notified": "P2D", "detected_to_published": "P6D"},
    ),
    Case(
        "a patient's pain is no complaint, a round that took him to be asleep found nothing, and whoever finds him without breath does",
        """
        TI|11月20日午後10時頃、腹痛の訴えがあったため、鎮痛薬の持続投与を開始した。
        T|翌21日午前1時10分の巡視では入眠中と判断し、測定は行わなかった。
        TR|午前3時20分、別の看護師が訪室したところ呼吸が停止しており、蘇生を開始した。
        T|11月22日、ご家族から投薬について訴えがあった。
        T|11月23日、当直が問題ないと考え、報告していなかったことが分かりました。
        """,
        [
            "occurred 2024-11-20T22:00~",
            "other 2024-11-21T01:10",
            "detected 2024-11-21T03:20",
            "detected 2024-11-22",
            "detected 2024-11-23",
        ],
        {"occurred_to_detected": "PT5H20M", "occurred_to_published": "P5D", "detected_to_published": "P4D"},
    ),
    Case(
        "whoever suffers tells a teacher, and a fact told before its date was confirmed then",
        """
        T|11月2日、当該生徒は担任に相談したが、担任は報告しなかった。
        TS|ファイルが外部のサイトに掲載されていることを11月20日に確認しております。
        TI|資料を11月21日に誤って掲載しました。
        """,
        ["detected 2024-11-02", "detected 2024-11-20", "occurred 2024-11-21"],
        {"occurred_to_published": "P4D", "detected_to_published": "P23D"},
    ),
    Case(
        "a committee set up is not the matter, the race that all is about is",
        """
        F|9月に設置した第三者委員会の調査につきまして、聴き取りの対象者が増えました。
        I|11月14日に行った競技会につきまして、成績に誤りがありました。
        """,
        ["other 2024-09", "occurred 2024-11-14"],
        {"occurred_to_published": "P11D"},
    ),
    Case(
        "who is let go by the police ends no harm, hostages do",
        """
        I|11月10日、当クラブの選手が逮捕されました。
        TI|11月21日、選手は警察署から釈放されました。
        TR|11月22日、係員が人質の解放を確認しました。
        """,
        ["other 2024-11-10", "other 2024-11-21", "contained 2024-11-22"],
    ),
    Case(
        "what is done away with below the measures is against the next time, what is taken back in the course is the stop",
        """
        I|11月10日、職員がUSBメモリを紛失しました。
        |■ 対応
        TR|・USBメモリは11月12日にすべて回収しました。
        |■ 再発防止策
        R|・USBメモリは11月14日にすべて回収し、使うのをやめました。
        R|・事務室の消毒は11月15日に終え、立ち入りの停止を解除しました。
        """,
        ["occurred 2024-11-10", "contained 2024-11-12", "measure 2024-11-14", "contained 2024-11-15"],
        {"occurred_to_published": "P15D", "occurred_to_contained": "P2D"},
    ),
    Case(
        "a coming match and the bus that leaves at a time name things, and the clock goes on from the day of what was done",
        """
        IT|11月25日10時より販売を開始した12月5日(木)開幕戦の券において、同一座席が重複して販売される事象が発生したため、14時20分に販売を停止しました。
        S|車両 22時10分発 岬浜行き(乗客31名)
        T|22時30分、次の便に乗り換えていただきました。
        """,
        ["occurred 2024-11-25T10:00", "contained 2024-11-25T14:20", "other 2024-11-25T22:30"],
        {"occurred_to_published": "P0D", "occurred_to_contained": "PT4H20M"},
    ),
    Case(
        "until when something was left undone is gone by, until when it will be done is not",
        """
        T|令和5年7月24日に相談があったが、校長への報告を8月21日まで行わなかった。
        TM|全職員への研修を3月31日までに行います。
        """,
        ["detected 2023-07-24", "other 2023-08-21"],
        {"detected_to_published": "P490D"},
    ),
    Case(
        "dates that tell how things were, to whom, and how things are to be done",
        """
        IT|11月20日10時、11月5日までに会費を納められた会員に宛先欄でメールを送信しました。
        C|当日は担当が一人でした。
        C|当番は翌朝の点検でよいと考えました。
        H|お一人は病院へ運ばれ、その日のうちに帰宅されています。
        C|要綱の改正(令和6年4月1日施行)を知らされていませんでした。
        C|単価は毎年4月と10月に更新されます。
        M|組分けの公開は前日の20時までとし、連絡を受ける時間を設けます。
        M|権限は退職日の午前零時に消えます。
        R|なお、9月以前の記録にも誤りはありませんでした。
        """,
        ["occurred 2024-11-20T10:00"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "what was done within that day is a step of the handling",
        """
        IT|11月20日13時、別の冊子を配付した。
        HR|事業所がその日のうちに保護者へ知らせ、謝りました。
        M|その日のうちに課長が全監督者を集め、配る前に印を声に出して読むこととした。
        """,
        ["occurred 2024-11-20T13:00", "notified 2024-11-20", "measure 2024-11-20"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "this morning's newspaper and how long a stop lasts are no steps",
        """
        I|本日の新聞報道にありますとおり、コーチが選手を蹴りました。
        I|事業者は本日から5日間の営業停止となりました。
        R|本日、ご家族への説明を終えましたので、ご報告いたします。
        """,
        ["notified 2024-11-25"],
        {},
    ),
    Case(
        "the time of a measure in force, and the same day as it",
        """
        TR|委員会へ報告(11月13日)。
        M|印刷機を診察室ごとに1台とした(11月18日)。
        M|登録は別の職員が照合してから確定する(同日から)。
        """,
        ["reported 2024-11-13", "measure 2024-11-18", "measure 2024-11-18"],
    ),
    Case(
        "a stop told over a list of what did not work",
        """
        ST|11月8日18時ごろから11月11日11時半ごろまで、
        S|・通販のご注文
        I|ができなくなっておりました。
        """,
        ["occurred 2024-11-08T18:00~", "contained 2024-11-11T11:30~"],
        {"occurred_to_published": "P17D", "occurred_to_contained": "P2DT17H30M"},
    ),
    Case(
        "whoever looks finds, and whoever was missed is found",
        """
        T|11月21日、配布済みの引換券の残りを数えたところ、発表した人数と合わないことに気づきました。
        T|11月22日9時20分、担任が児童1名の不在に気付きました。
        T|11月22日9時34分、運転手が車内後方で児童を発見。
        T|11月22日10時、近くの係員が無線で本部に連絡。
        """,
        ["detected 2024-11-21", "detected 2024-11-22T09:20", "contained 2024-11-22T09:34", "detected 2024-11-22T10:00"],
        {"detected_to_contained": "P1D", "detected_to_published": "P4D"},
    ),
    Case(
        "the matter named by its day, and what was collected before",
        """
        R|11月14日に開札した「外壁改修工事」について、下記の理由により落札決定を取り消しました。
        TR|リーグには11月15日付で報告を終えています。
        """,
        ["occurred 2024-11-14", "reported 2024-11-15"],
        {"occurred_to_published": "P11D"},
    ),
    Case(
        "the matter named by its month, and what was told then",
        """
        R|11月20日、公民館にて、9月の駐車場での一件に関する報告会を行いました。
        TR|19名から一人ずつ11月10日に話を聞きました。
        """,
        ["other 2024-11-20", "occurred 2024-09", "other 2024-11-10"],
    ),
    Case(
        "told today to an authority, changed that very day",
        """
        IT|11月19日に運輸局の立入検査を受けた際、運賃が高くなっていたことが判明しました。
        R|本日、運輸局に報告いたしました。
        RM|表はその日のうちに差し替え、今後作る表は会計課が確かめます。
        A|本日、ご報告いたします。
        """,
        ["detected 2024-11-19", "reported 2024-11-25", "contained 2024-11-25"],
        {"detected_to_contained": "P6D", "detected_to_published": "P6D"},
    ),
    Case(
        "apologised for before, counted until now",
        "IST|先月お詫びを申し上げましたジャージにつきまして、飾りのない例が11月15日までに11件確認されました。",
        ["published 2024-10", "detected 2024-11-15"],
    ),
    Case(
        "an hour beside the causes tells how things were done, one of a discovery a step",
        """
        CA|夜回りを22時で切り上げ、その後は大人がいませんでした。
        C|世話役が22時40分に無線で知らせてくれました。
        """,
        ["other None"],
    ),
    Case(
        "lines the labeller overlooked, keyed by what they are of",
        """
        |1 発生:11月20日
        |発覚年月日
        |2024年11月21日
        """,
        ["occurred 2024-11-20", "detected 2024-11-21"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P5D", "detected_to_published": "P4D"},
    ),
    Case(
        "an attempt that fails stops nothing, a stop before another failure does",
        """
        T|11月20日9時10分、監視装置の警報で気付きました。
        TR|10時00分、待機系への切替を行いましたが、切替に失敗し、11時20分に機器の再起動を実施したものの復旧せず、13時に復旧いたしました。
        TR|11月21日10時、通信の復旧を試みましたが失敗し、14時に利用者様へのお電話を試みましたがつながりませんでした。
        TR|11月22日8時、回収を図りましたが果たせず、配信を停止しました。
        TR|11月23日9時に配信を停止しましたが、予備機の起動に失敗しました。
        TR|11月23日10時、中継器の再起動を行いましたが復旧に至らず、業者に修理を頼みました。
        TR|11月23日11時にサイトを遮断しましたが、復旧できず、再開は未定です。
        TR|11月24日9時に予備機への切替を試み、成功しました。
        """,
        [
            "detected 2024-11-20T09:10",
            "other 2024-11-20T10:00",
            "other 2024-11-20T11:20",
            "contained 2024-11-20T13:00",
            "other 2024-11-21T10:00",
            "other 2024-11-21T14:00",
            "contained 2024-11-22T08:00",
            "contained 2024-11-23T09:00",
            "other 2024-11-23T10:00",
            "contained 2024-11-23T11:00",
            "contained 2024-11-24T09:00",
        ],
        {"detected_to_contained": "PT3H50M", "detected_to_published": "P5D"},
    ),
    Case(
        "what an analysis shows after the discovery has not begun then",
        """
        T|11月5日、お客様より「固いものが入っていた」とのお申し出がありました。
        IT|11月8日に現品を分析した結果、当社の刃の一部と一致いたしました。
        IT|11月9日に別の研究所で見てもらい、同じ材質とのことでした。
        """,
        ["detected 2024-11-05", "other 2024-11-08", "other 2024-11-09"],
        {"detected_to_published": "P20D"},
    ),
    Case(
        "what was analysed shows when it began",
        """
        IT|11月2日に製造した品に、金属片が混入しました。
        T|11月5日、お客様からのお申し出で判明しました。
        TR|11月8日に研究所へ解析を依頼しました。
        """,
        ["occurred 2024-11-02", "detected 2024-11-05", "other 2024-11-08"],
        {"occurred_to_detected": "P3D", "occurred_to_published": "P23D", "detected_to_published": "P20D"},
    ),
    Case(
        "a magazine after those who knew",
        """
        IT|11月20日発売の週刊誌に、当クラブのコーチの記事が掲載されました。
        TR|当クラブは6月、選手から相談を受け、口頭で注意しておりました。
        """,
        ["other 2024-11-20", "detected 2024-06"],
    ),
    Case(
        "a magazine before the inquiry",
        """
        IT|11月20日発行の月刊誌において、当財団の経理に関する記事が出ました。
        T|11月22日、社内の調査で二重払いが判明しました。
        """,
        ["other 2024-11-20", "detected 2024-11-22"],
        {"detected_to_published": "P3D"},
    ),
    Case(
        "the day before a comma is that of the discovery",
        """
        IS|11月10日、会員様の請求書を別の会員様に誤って送付したことが、お客様からのご連絡で判明しました。
        IS|11月12日、申込書を別の封筒に入れて郵送していたことが、社内の点検により分かりました。
        I|11月13日、指定席を重ねて売っていたことが分かりました。
        I|11月14日に、会員様のお名前が誰にでも見える状態になっていたことを確認しました。
        """,
        ["detected 2024-11-10", "detected 2024-11-12", "detected 2024-11-13", "detected 2024-11-14"],
        {"detected_to_published": "P15D"},
    ),
    Case(
        "the day of a deed that was found",
        """
        IS|11月10日に会員様の請求書を別の会員様へ送付したことが、11月12日にお客様からのお電話で分かりました。
        I|11月8日、朝市の会場で、期限の過ぎた品を売っていたことが判明しました。
        I|11月9日の大会で、得点の一部が漏れていたことが判明しました。
        """,
        ["occurred 2024-11-10", "detected 2024-11-12", "occurred 2024-11-08", "occurred 2024-11-09"],
        {"occurred_to_detected": "P4D", "occurred_to_published": "P17D", "detected_to_published": "P13D"},
    ),
    Case(
        "a course of clock times with lines that the labeller overlooked",
        """
        T|11月9日(土)
        T|午前6時 住民の方から「茶色い水が出る」との電話
        F|正午に局ホームページに掲載
        |午後4時 広報車により周知
        TR|午後9時30分 全ての採水地点で水質基準に適合していることを確認
        """,
        [
            "detected 2024-11-09T06:00",
            "published 2024-11-09T12:00",
            "notified 2024-11-09T16:00",
            "contained 2024-11-09T21:30",
        ],
        {"detected_to_contained": "PT15H30M", "detected_to_notified": "PT10H", "detected_to_published": "PT6H"},
    ),
    Case(
        "clock times of rules and of offices are no steps",
        """
        T|11月9日6時、点検で気付きました。
        M|17時以降は2名で見回ります。
        |なお、
        |午後4時 閉館
        T|11月10日、放流水が基準に適合していないことが判明しました。
        IT|11月8日、会員名簿をホームページに掲載してしまいました。
        """,
        ["detected 2024-11-09T06:00", "detected 2024-11-10", "occurred 2024-11-08"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P17D", "detected_to_published": "P16D"},
    ),
    Case(
        "those who were customers, beside what happened",
        """
        ISH|2024年10月1日から11月15日までにご予約いただいたお客様の情報が、11月18日に外部へ流出しました。
        T|11月19日に判明しました。
        """,
        ["other 2024-10-01", "occurred 2024-11-18", "detected 2024-11-19"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P7D", "detected_to_published": "P6D"},
    ),
    Case(
        "those who were customers while it went on",
        """
        IS|11月8日20時から9日7時までの間に申し込まれた方の情報が、他の方の画面に表示されました。
        T|11月9日7時に判明しました。
        """,
        ["occurred 2024-11-08T20:00", "contained 2024-11-09T07:00", "detected 2024-11-09T07:00"],
        {
            "occurred_to_detected": "PT11H",
            "detected_to_contained": "PT0M",
            "occurred_to_published": "P17D",
            "detected_to_published": "P16D",
            "occurred_to_contained": "PT11H",
        },
    ),
    Case(
        "whoever hears and rescues",
        """
        T|11月21日9時頃、担任が園児の不在に気付きましたが、欠席として扱いました。
        TR|午前9時15分、別の職員が泣き声に気付き、園児を救出しました。
        TR|午前9時30分、別の職員が名簿の誤りに気付き、印を直しました。
        """,
        ["detected 2024-11-21T09:00~", "contained 2024-11-21T09:15", "detected 2024-11-21T09:30"],
        {"detected_to_contained": "PT15M", "detected_to_published": "P4D"},
    ),
    Case(
        "ordered is not done",
        """
        M|ブザーは11月中に新しい型へ交換する(業者に発注済み)。
        M|案内板は11月中に掛け替えた(控えの板は発注済み)。
        M|11月18日に受付の手順を改めた(全員に説明済み)。
        """,
        ["measure 2024-11", "measure 2024-11-18"],
    ),
    Case(
        "since when another thing had been so, found along the way",
        """
        IT|11月20日 21:10 予約の台帳を消す操作が誤って実行されました。
        T|23:05 当直の技術者が台帳のないことに気づきました。
        IT|台帳の写しを探したところ、自動の写しが9月3日以降取られていなかったことが判明しました。
        IT|その際、倉庫の予備電池が8月から切れたままになっていたことも分かりました。
        S|9月3日から11月20日までに登録された予約の記録は戻せませんでした。
        S|9月4日から11月20日までに撮影した写真は残っていません。
        """,
        [
            "occurred 2024-11-20T21:10",
            "detected 2024-11-20T23:05",
            "other 2024-09-03",
            "other 2024-08",
            "other 2024-09-03",
            "other 2024-09-04",
        ],
        {"occurred_to_detected": "PT1H55M", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "since when the matter itself had gone on",
        """
        IT|11月20日、会員名簿を誰でも見られる場所に誤って置きました。
        T|11月21日、会員の方のお電話で判明しました。
        IT|ほかの場所を調べたところ、同様の誤りが10月3日以降続いていたことが判明しました。
        IT|名簿は10月2日から公開されたままになっていたことが分かりました。
        """,
        ["occurred 2024-11-20", "detected 2024-11-21", "occurred 2024-10-03", "occurred 2024-10-02"],
        {"occurred_to_detected": "P50D", "occurred_to_published": "P54D", "detected_to_published": "P4D"},
    ),
    Case(
        "things kept while it went on",
        """
        IS|11月8日20時から9日7時までに入力されたデータが、他の方の画面に表示されました。
        T|11月9日7時に判明しました。
        """,
        ["occurred 2024-11-08T20:00", "contained 2024-11-09T07:00", "detected 2024-11-09T07:00"],
        {
            "occurred_to_detected": "PT11H",
            "detected_to_contained": "PT0M",
            "occurred_to_published": "P17D",
            "detected_to_published": "P16D",
            "occurred_to_contained": "PT11H",
        },
    ),
    Case(
        "an alarm that nobody heeds",
        """
        IT|11月20日1時04分 冷蔵設備が停止
        T|1時20分 温度の警報が鳴りましたが、当直者は仮眠中で気づきませんでした。
        T|1時40分 監視装置が警告メールを発信したものの、担当者の誰も見ていなかった。
        T|2時00分 再度の警報を宿直の職員が見落とした。
        T|7時50分 出勤した職員が異常に気づきました。
        """,
        [
            "occurred 2024-11-20T01:04",
            "other 2024-11-20T01:20",
            "other 2024-11-20T01:40",
            "other 2024-11-20T02:00",
            "detected 2024-11-20T07:50",
        ],
        {"occurred_to_detected": "PT6H46M", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "an alarm that somebody heeds",
        """
        IT|11月20日1時04分 冷蔵設備が停止
        T|1時20分 温度の警報が鳴り、当直者が異常に気づきました。
        T|1時25分 監視装置が警告を発し、担当者に届いた。
        """,
        ["occurred 2024-11-20T01:04", "detected 2024-11-20T01:20", "detected 2024-11-20T01:25"],
        {"occurred_to_detected": "PT16M", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "the time that an inquiry finds out is that of what it found out about",
        """
        T|11月18日朝、職員がファイルの開けないことに気づきました。
        T|専門会社の調査により、侵入は連休中の11月3日と判明しました。
        T|流出が始まったのは11月4日であったことが分かりました。
        T|また、最初の不正アクセスがあったのは11月2日とみられます。
        """,
        ["detected 2024-11-18", "occurred 2024-11-03", "occurred 2024-11-04", "occurred 2024-11-02"],
        {"occurred_to_detected": "P16D", "occurred_to_published": "P23D", "detected_to_published": "P7D"},
    ),
    Case(
        "the time of finding out",
        """
        IT|11月2日、会員名簿が外部へ流出しました。
        T|流出は11月18日に判明しました。
        T|名簿の紛失が11月19日の棚卸しで分かりました。
        """,
        ["occurred 2024-11-02", "detected 2024-11-18", "detected 2024-11-19"],
        {"occurred_to_detected": "P16D", "occurred_to_published": "P23D", "detected_to_published": "P7D"},
    ),
    Case(
        "until when an act was late is when it was done",
        """
        T|11月20日午前4時半に住民の方からお電話を受けました。
        TCA|宿直者が取り次がず、取水の停止が午前9時20分まで遅れたことが、記録の確認によって明らかになりました。
        TA|保健所への報告が翌21日までずれ込みました。
        TA|お客様へのご連絡は11月22日まで遅れました。
        """,
        [
            "detected 2024-11-20T04:30",
            "contained 2024-11-20T09:20",
            "reported 2024-11-21",
            "notified 2024-11-22",
        ],
        {"detected_to_contained": "PT4H50M", "detected_to_notified": "P2D", "detected_to_published": "P5D"},
    ),
    Case(
        "until when a train was late",
        """
        IT|11月20日6時に信号が故障し、列車が9時20分まで遅れました。
        T|故障には6時10分に運転士が気づきました。
        """,
        ["occurred 2024-11-20T06:00", "occurred 2024-11-20T09:20", "detected 2024-11-20T06:10"],
        {"occurred_to_detected": "PT10M", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "how often an outing was called off by the new rule",
        """
        T|11月14日14時、電話で園児の不在を知りました。
        TR|14時20分、副園長が駆けつけ、園児を引き取る
        TM|11月22日までに3回中止
        TM|11月24日までに二度、散歩を取りやめました。
        """,
        ["detected 2024-11-14T14:00", "contained 2024-11-14T14:20", "other 2024-11-22", "other 2024-11-24"],
        {"detected_to_contained": "PT20M", "detected_to_published": "P11D"},
    ),
    Case(
        "what was called off to stop the harm",
        """
        T|11月14日14時、雷の音に係員が気づきました。
        TR|11月14日15時までに試合を中止
        """,
        ["detected 2024-11-14T14:00", "contained 2024-11-14T15:00"],
        {"detected_to_contained": "PT1H", "detected_to_published": "P11D"},
    ),
    Case(
        "within this week is to come, what stands there as done is done",
        """
        T|11月14日14時、点検で判明しました。
        R|残る2か所の交換は今週中
        R|残りの撤去は今月中に
        R|残りの回収は今月中に終えました。
        """,
        ["detected 2024-11-14T14:00", "contained 2024-11"],
        {"detected_to_published": "P11D"},
    ),
    Case(
        "days told by the hour of a weekday, or the part of a day in a column",
        """
        IT|11月17日(日)にお渡しした自転車で、留め具がゆるんでいました。
        |火曜の夕方、お客様がお店に持ってきてくださって分かりました。
        TR|その日のうちにお宅へうかがって謝りました。
        T|水曜の朝、別のお客様からお電話をいただきました。
        T|もう一件に気づいたのは木曜の朝、ほかのお客様からお電話をいただいたときです。
        TR|昼過ぎ　対象の方へ電話で連絡
        TR|週明け25日　臨時の説明会を開催
        """,
        [
            "occurred 2024-11-17",
            "detected 2024-11-19",
            "notified 2024-11-19",
            "detected 2024-11-20",
            "detected 2024-11-21",
            "notified 2024-11-21",
            "notified 2024-11-25",
        ],
        {"occurred_to_detected": "P2D", "detected_to_notified": "P0D", "occurred_to_published": "P8D", "detected_to_published": "P6D"},
    ),
    Case(
        "a paper named without saying what it is",
        """
        IT|11月18日発売の「湾岸実話」において、当社の社員に関する記事が掲載されております。
        """,
        ["other 2024-11-18"],
    ),
    Case(
        "what the organisation itself sends out",
        """
        IT|11月18日配信の「会員だより」に、ほかの方の氏名を誤って載せました。
        """,
        ["occurred 2024-11-18"],
        {"occurred_to_published": "P7D"},
    ),
    Case(
        "a weekday with its date is told once",
        """
        I|先週の日曜(11/17)に、会員名簿を別の方へ誤って送信しました。
        T|11月18日、お客様のお電話で分かりました。
        """,
        ["occurred 2024-11-17", "detected 2024-11-18"],
        {"occurred_to_detected": "P1D", "occurred_to_published": "P8D", "detected_to_published": "P7D"},
    ),
    Case(
        "weekdays of habits",
        """
        IT|11月17日、名簿を紛失しました。
        M|毎週火曜の夕方に棚を点検します。
        M|火曜の夕方は二人で鍵を閉めます。
        |月曜、水曜に教室を開いております。
        |夜 静かな時間
        """,
        ["occurred 2024-11-17"],
        {"occurred_to_published": "P8D"},
    ),
    Case(
        "letters to those whom no mail reached, and how many asked",
        """
        IT|11月10日、会員名簿が流出しました。
        T|11月11日8時台　同様のお問い合わせが30件を超える
        TR|メールの届かなかった61名様には、11月20日までに郵送を終えています。
        TR|お申し出のあった方には、11月22日までに記念品の発送を終えました。
        """,
        ["occurred 2024-11-10", "detected 2024-11-11T08:00~", "notified 2024-11-20", "other 2024-11-22"],
        {"occurred_to_detected": "P1D", "detected_to_notified": "P9D", "occurred_to_published": "P15D", "detected_to_published": "P14D"},
    ),
    Case(
        "the page names the time of the matter itself",
        """
        |1. 発生日時
        |11月12日 15時10分
        |2. 経緯
        IT|11月11日 18時 会員様に案内のメールを誤った書式で送信しました。
        IT|11月12日 15時10分 宛先の一覧を添付したままメールを送信しました。
        IT|11月12日 15時40分 会員様からのお電話で発覚しました。
        """,
        ["occurred 2024-11-12T15:10", "other 2024-11-11T18:00", "occurred 2024-11-12T15:10", "detected 2024-11-12T15:40"],
        {"occurred_to_detected": "PT30M", "occurred_to_published": "P13D", "detected_to_published": "P13D"},
    ),
    Case(
        "a key of another date names no time of the matter",
        """
        |1. 判明日時
        T|11月12日 15時10分
        IT|11月11日 18時 宛先の一覧を添付したままメールを送信しました。
        """,
        ["detected 2024-11-12T15:10", "occurred 2024-11-11T18:00"],
        {"occurred_to_detected": "PT21H10M", "occurred_to_published": "P14D", "detected_to_published": "P13D"},
    ),
    Case(
        "whom the record that was lost told of",
        """
        IS|綴りには、令和5年4月1日から令和6年12月31日までに検査を予定されている312名の氏名と番号が記載されていました。
        IT|11月20日8時15分、綴りの紛失が判明しました。
        """,
        ["other 2023-04-01", "detected 2024-11-20T08:15"],
        {"detected_to_published": "P5D"},
    ),
    Case(
        "who is concerned by a loss",
        """
        S|対象となる方:2022年4月から2024年3月に当院で採血、超音波の検査を受けられた方
        IT|11月20日、検査の記録を入れた記憶媒体の紛失が判明しました。
        """,
        ["other 2022-04", "detected 2024-11-20"],
        {"detected_to_published": "P5D"},
    ),
    Case(
        "the span in which what was wrong was done to those served",
        """
        IS|2024年4月1日から9月30日までにご購入いただいたお客様に、誤った金額を請求していました。
        T|10月5日、お客様からのご指摘で判明しました。
        """,
        ["occurred 2024-04-01", "detected 2024-10-05"],
        {"occurred_to_detected": "P187D", "occurred_to_published": "P238D", "detected_to_published": "P51D"},
    ),
    Case(
        "the span in which all could read what a page held",
        """
        IS|2024年4月1日から9月30日まで、申込者の氏名が記載された名簿を誤って公開していました。
        T|10月5日、お客様からのご指摘で判明しました。
        """,
        ["occurred 2024-04-01", "detected 2024-10-05"],
        {"occurred_to_detected": "P187D", "occurred_to_published": "P238D", "detected_to_published": "P51D"},
    ),
    Case(
        "what was hoped for and did not come ends nothing",
        """
        IT|11月20日8時00分、決済の障害が発生しました。
        TR|8時40分、復旧見込みを店頭に掲示しました。
        T|9時15分時点で復旧しませんでした。
        T|9時45分になっても回線は回復せず、担当者を増員しました。
        TR|10時に再起動しても解消しなかったため、予備機へ切り替えました。
        TR|10時30分に全面復旧しました。
        """,
        [
            "occurred 2024-11-20T08:00",
            "other 2024-11-20T08:40",
            "other 2024-11-20T09:15",
            "other 2024-11-20T09:45",
            "contained 2024-11-20T10:00",
            "contained 2024-11-20T10:30",
        ],
        {"occurred_to_published": "P5D", "occurred_to_contained": "PT2H30M"},
    ),
    Case(
        "what is found not to be mended is found",
        """
        IT|11月20日8時00分、決済の障害が発生しました。
        T|9時15分、復旧していない店舗があることが判明しました。
        TR|それまで利用できなかった機能を10時に再開しました。
        """,
        ["occurred 2024-11-20T08:00", "detected 2024-11-20T09:15", "contained 2024-11-20T10:00"],
        {"occurred_to_detected": "PT1H15M", "detected_to_contained": "PT45M", "occurred_to_contained": "PT2H"}
        | {"occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "a test that finds nothing, and one that does",
        """
        IT|11月18日の検査で大腸菌が検出されました。
        T|11月20日の再検査では、6か所すべてで大腸菌は検出されず、基準を満たしました。
        """,
        ["detected 2024-11-18", "other 2024-11-20"],
        {"detected_to_published": "P7D"},
    ),
    Case(
        "what was left undone until a day was done then",
        """
        IT|11月3日に名簿を紛失しました。
        TR|警察への届け出は11月9日になり、会員の皆様へのご連絡も11月12日までできておりませんでした。
        """,
        ["occurred 2024-11-03", "reported 2024-11-09", "notified 2024-11-12"],
        {"occurred_to_published": "P22D"},
    ),
    Case(
        "nothing heard until now is no step",
        """
        IT|11月3日に名簿を紛失しました。
        H|11月12日まで、悪用の報告は受けておりません。
        """,
        ["occurred 2024-11-03"],
        {"occurred_to_published": "P22D"},
    ),
    Case(
        "the day of the news is not that of the abuse",
        """
        IT|11月25日、元監督の逮捕が報じられました。
        IT|本日、元監督の逮捕が報じられました。
        TR|10月はじめに本件が発覚して以降、聞き取りを続けてまいりました。
        """,
        ["detected 2024-11-25", "other 2024-11-25", "detected 2024-10~"],
        {},
    ),
    Case(
        "what was feared and told only later was known then",
        """
        IT|11月3日の漏えいの疑いから今回の公表に至るまで、時間を要しました。
        """,
        ["detected 2024-11-03"],
        {"detected_to_published": "P22D"},
    ),
    Case(
        "the day a thing that lasts was made lends no year to what was found of it",
        """
        IT|2019年5月20日に刊行しました図書の本文につき、11月14日に外部の方からご指摘を受けました。
        IT|2018年10月2日に竣工した体育館では、11月18日、天井の部材の落下が見つかりました。
        IT|2018年4月1日付けで契約を結んだ保守会社より、11月20日、鍵を紛失したとの連絡がありました。
        """,
        [
            "occurred 2019-05-20",
            "detected 2024-11-14",
            "other 2018-10-02",
            "detected 2024-11-18",
            "other 2018-04-01",
            "detected 2024-11-20",
        ],
        {"occurred_to_detected": "P2005D", "occurred_to_published": "P2016D", "detected_to_published": "P11D"},
    ),
    Case(
        "a thing that lasts, where no day of publication is known",
        """
        IT|2019年5月20日に刊行した図書につき、3月14日に外部の方からご指摘を受けました。
        """,
        ["occurred 2019-05-20", "detected None"],
        {},
        published=None,
    ),
    Case(
        "an act of years ago, and what was found days later",
        """
        IT|2022年10月2日に会員名簿を公開しました。
        T|10月7日、外部の方からのご指摘で判明しました。
        """,
        ["occurred 2022-10-02", "detected 2022-10-07"],
        {"occurred_to_detected": "P5D", "occurred_to_published": "P785D", "detected_to_published": "P780D"},
    ),
    Case(
        "minutes after a day without its hour are of that day",
        """
        IT|11月1日午後、名簿を添付したままメールを送信しました。
        R|30分後に、受信された皆様へ削除をお願いしました。
        TR|11月4日夕方、216件について削除を確認しました。
        """,
        ["occurred 2024-11-01", "contained 2024-11-01", "contained 2024-11-04"],
        {"occurred_to_published": "P24D", "occurred_to_contained": "P0D"},
    ),
    Case(
        "the end of a span that words part is no step",
        """
        IT|11月20日(水)10時の受付開始から同日13時20分までの間、券が二重に売られました。
        R|同日13時20分に販売を止めました。
        """,
        ["occurred 2024-11-20T10:00", "contained 2024-11-20T13:20"],
        {"occurred_to_contained": "PT3H20M", "occurred_to_published": "P5D"},
    ),
    Case(
        "whoever is asked by mail to delete learns of it",
        """
        IT|11月20日13時、抽選の結果を宛先を取り違えて送信しました。
        T|同日15時、お電話で気づきました。
        R|16時30分に委託先から削除をお願いするメールをお送りしました。
        """,
        ["occurred 2024-11-20T13:00", "detected 2024-11-20T15:00", "contained 2024-11-20T16:30"],
        {
            "occurred_to_detected": "PT2H",
            "detected_to_contained": "PT1H30M",
            "detected_to_notified": "PT1H30M",
            "occurred_to_published": "P5D",
            "detected_to_published": "P5D",
            "occurred_to_contained": "PT3H30M",
        },
    ),
    Case(
        "an outage told by its key alone begins and ends",
        """
        |障害発生時間:
        |①11月20日(水)3時28分 - 10時46分
        |②11月21日(木)11時46分 - 15時00分
        I|障害の内容:予約の画面に接続できませんでした。
        """,
        ["occurred 2024-11-20T03:28", "contained 2024-11-20T10:46", "occurred 2024-11-21T11:46", "contained 2024-11-21T15:00"],
        {"occurred_to_contained": "PT7H18M", "occurred_to_published": "P5D"},
    ),
    Case(
        "the hours within which it may have happened",
        """
        |発生日時:11月20日 10時から12時
        I|倉庫から会員名簿の箱が盗まれました。
        """,
        ["occurred 2024-11-20T10:00"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "an outage that the title names, told by a bare key",
        """
        |発生日時
        |11月20日(水)午前4時〜11時15分
        I|お客様が予約の画面を開けませんでした。
        """,
        ["occurred 2024-11-20T04:00", "contained 2024-11-20T11:15"],
        {"occurred_to_contained": "PT7H15M", "occurred_to_published": "P5D"},
        title="予約システムの障害について",
    ),
    Case(
        "the hour is that of the notice, not of what was noticed long before it",
        """
        IT|11月20日午前3時、設備の交換中に回線の障害が発生しました。
        T|当番は早くに不通に気づいていたにもかかわらず、ご契約者にお知らせしたのが、窓口の始業(午前9時)になってからでした。
        """,
        ["occurred 2024-11-20T03:00", "notified 2024-11-20T09:00"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "the hour of a notice on a page, in a sentence without a label",
        """
        IT|11月20日午前3時、動画の配信が止まりました。
        |夜勤の者は間もなく異常を把握していましたが、ホームページやアプリでお知らせしたのは午前8時でした。
        """,
        ["occurred 2024-11-20T03:00", "published 2024-11-20T08:00"],
        {"occurred_to_published": "PT5H"},
    ),
    Case(
        "a notice that came only at noon",
        """
        IT|11月20日午前3時、配水池の弁が壊れ、水が濁る障害が発生しました。
        A|宿直は早くに濁りを知っていたのに、住民の皆様への広報が正午になりました。
        """,
        ["occurred 2024-11-20T03:00", "notified 2024-11-20T12:00"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "an alarm that nobody heard does not keep the hour of the discovery",
        """
        IT|11月20日午前3時、配水池の弁が壊れ、水が濁る障害が発生しました。
        T|警報が鳴っていたにもかかわらず、宿直が気づいたのが午前5時でした。
        """,
        ["occurred 2024-11-20T03:00", "detected 2024-11-20T05:00"],
        {"occurred_to_detected": "PT2H", "occurred_to_published": "P5D", "detected_to_published": "P5D"},
    ),
    Case(
        "hours at which a house opens are no steps",
        """
        IT|11月20日午前3時、配水池の弁が壊れ、水が濁る障害が発生しました。
        |当館が開くのは午前9時でした。
        """,
        ["occurred 2024-11-20T03:00"],
        {"occurred_to_published": "P5D"},
    ),
    Case(
        "the press was told of it, whatever the clause before says of the event",
        """
        IT|抽選の案内を送った際、宛名が流出した件については、11月15日(金)に記者発表をいたしました。
        IT|11月14日、宛先の欄を取り違えて送信しました。
        """,
        ["published 2024-11-15", "occurred 2024-11-14"],
        {"occurred_to_published": "P1D"},
    ),
    Case(
        "plans in noun form that name no year are not a year old",
        """
        IT|11月6日、職員が貸出簿を紛失しました。
        T|1月19日 講習の開催
        TM|2月3日 貸出簿の点検
        """,
        ["occurred 2024-11-06"],
        {"occurred_to_published": "P19D"},
    ),
    Case(
        "offices given up soon after the publication",
        """
        IT|11月6日、理事が会費を使い込んでいたことが判明しました。
        TR|当該理事は12月31日付で解任し、園長は1月1日をもって降格といたしました。
        """,
        ["detected 2024-11-06"],
        {"detected_to_published": "P19D"},
    ),
    Case(
        "an office given up after what came out a year before",
        """
        IT|昨年11月6日、理事が会費を使い込んでいたことが判明しました。
        TR|当該理事は12月31日付で解任しました。
        """,
        ["detected 2023-11-06", "contained 2023-12-31"],
        {"detected_to_contained": "P55D", "detected_to_published": "P385D"},
    ),
    Case(
        "what was done in the seasons before",
        """
        IT|11月6日、職員が貸出簿を紛失しました。
        T|2月3日に点検したときには、棚にありました。
        """,
        ["occurred 2024-11-06", "other 2024-02-03"],
        {"occurred_to_published": "P19D"},
    ),
    Case(
        "below its own heading the course is that of the matter, not of the death after it",
        """
        |1. 概要
        IT|11月 3 日、利用者様に別の方の薬をお渡ししました。
        HT|療養の後、11月 18 日に入院先で死亡されました。
        |2. 経緯
        IT|同日 19 時 10 分頃、配薬の台に二人分の薬が並べられていました。
        T|およそ 30 分後、顔色の変化に気づいた職員が取り違えを確認しました。
        TR|・ご家族には当日 22 時 5 分に施設長から説明し、謝罪しました。
        """,
        [
            "occurred 2024-11-03",
            "occurred 2024-11-18",
            "occurred 2024-11-03T19:10~",
            "detected 2024-11-03T19:40~",
            "notified 2024-11-03T22:05",
        ],
        {
            "occurred_to_detected": "PT30M",
            "detected_to_notified": "PT2H25M",
            "occurred_to_published": "P22D",
            "detected_to_published": "P22D",
        },
    ),
    Case(
        "an hour alone among the causes is of the day of the matter",
        """
        |1. 経過
        IT|11月9日 2:40 園児1名が嘔吐
        TR|11月10日 9:00 保健所の立入り
        T|11月14日 市の保健所が、昼食に出た鶏肉から見つかった菌による食中毒と断定
        TR|11月20日 入院していた園児が全員退院
        |2. 原因と問題点
        CT|午前4時30分には9名に広がっていたのに、医療機関に相談していませんでした。
        CT|園長が知ったのは午前8時20分でした。
        """,
        [
            "occurred 2024-11-09T02:40",
            "other 2024-11-10T09:00",
            "other 2024-11-14",
            "other 2024-11-20",
            "other 2024-11-09T04:30",
            "detected 2024-11-09T08:20",
        ],
        {"occurred_to_detected": "PT5H40M", "occurred_to_published": "P16D", "detected_to_published": "P16D"},
    ),
    Case(
        "an hour alone in the course goes on in the day told last",
        """
        |経過
        IT|11月9日 2:40 園児1名が嘔吐
        T|11月10日 保健所の立入り
        TR|15時に保護者の皆様へ一斉メールで連絡しました。
        """,
        ["occurred 2024-11-09T02:40", "other 2024-11-10", "notified 2024-11-10T15:00"],
        {"occurred_to_published": "P16D"},
    ),
    Case(
        "below the line of an earlier report it speaks from its own day",
        """
        |【第2報】11月22日 15時 更新
        C|受電の設備の故障と分かりました。
        |【第1報】11月18日 9時 発表
        IT|本日7時20分、館内で停電が発生しました。
        TR|8時に復旧しました。
        """,
        ["occurred 2024-11-18T07:20", "contained 2024-11-18T08:00"],
        {"occurred_to_published": "P7D", "occurred_to_contained": "PT40M"},
    ),
    Case(
        "a list of reports is no part of a page",
        """
        |第1報:11月18日掲載
        |第2報:11月22日掲載
        IT|本日7時20分、再び停電が発生しました。
        """,
        ["occurred 2024-11-25T07:20"],
        {"occurred_to_published": "P0D"},
    ),
    Case(
        "a warning before the matter, and the day on which the loss was sure",
        """
        IT|11月6日の移行作業で、利用者の記録が失われました。
        TC|控えの停止については10月12日に業者から担当課に連絡がありましたが、改めないまま移行作業を実施しました。
        TR|元に戻せないことが11月20日に確定しました。
        """,
        ["occurred 2024-11-06", "other 2024-10-12", "other 2024-11-20"],
        {"occurred_to_published": "P19D"},
    ),
    Case(
        "a notice of the matter itself that was not passed on",
        """
        IT|11月6日、利用者の記録が失われました。
        T|11月8日に業者から担当課へ連絡がありましたが、部内で共有されませんでした。
        """,
        ["occurred 2024-11-06", "detected 2024-11-08"],
        {"occurred_to_detected": "P2D", "occurred_to_published": "P19D", "detected_to_published": "P17D"},
    ),
    Case(
        "days named by what was promised or told ahead",
        """
        IT|11月6日、参加費を二重に請求しました。
        R|皆様には、11月20日までに返金する旨を書面でお伝えしました。
        |結果の公表が、お約束した11月15日より遅れました。
        R|11月22日に返金を終え、その旨を書面でお伝えしました。
        """,
        ["occurred 2024-11-06", "other 2024-11-22"],
        {"occurred_to_published": "P19D"},
    ),
    Case(
        "looked for in vain before it was reported",
        """
        IT|11月6日、名簿の写しが無いことに気づきました。
        TR|翌7日に役員で付近を探したが見つからず、8日に交番へ遺失届を出しました。
        """,
        ["detected 2024-11-06", "other 2024-11-07", "reported 2024-11-08"],
        {"detected_to_published": "P19D"},
    ),
    Case(
        "all were out by then",
        """
        IT|11月6日13時5分、機械室で薬品の臭いが発生しました。
        R|避難完了:13時20分
        """,
        ["occurred 2024-11-06T13:05", "contained 2024-11-06T13:20"],
        {"occurred_to_contained": "PT15M", "occurred_to_published": "P19D"},
    ),
    Case(
        "an earlier press conference in a sentence without a label",
        """
        |先の使い込みについて、7月30日の記者会見で改めて話すとした点を、ここにお知らせします。
        I|令和5年4月から、職員が会費を使い込んでいました。
        """,
        ["published 2024-07-30", "occurred 2023-04"],
        {},
    ),
    Case(
        "whoever is asked confesses what was known",
        """
        IT|11月6日、金庫の残高が合わないことが判明しました。
        T|11月9日、店長が使い込みの事実を認めました。
        """,
        ["detected 2024-11-06", "other 2024-11-09"],
        {"detected_to_published": "P19D"},
    ),
    Case(
        "so many had told of it by then",
        """
        IS|当社の石けんで赤みが出たとの苦情を11月14日までに31件いただきましたため、自主回収いたします。
        R|お詫びの手紙は11月18日までに120名の方へお送りしました。
        """,
        ["detected 2024-11-14", "notified 2024-11-18"],
        {"detected_to_published": "P11D", "detected_to_notified": "P4D"},
    ),
    Case(
        "what is told in passing takes no date along",
        """
        IT|11月18日、会員の方からのご連絡で台帳が外から見られることが分かりました。
        S|対象は2019年4月2日以降に入所された方です。
        RT|11月19日に公開を止めました。
        CT|この設定は2021年2月10日に業者が変えたものでした。
        RT|20日、対象の方へお詫びの手紙をお送りしました。
        """,
        ["detected 2024-11-18", "contained 2024-11-19", "occurred 2021-02-10", "notified 2024-11-20"],
        {
            "detected_to_contained": "P1D",
            "detected_to_notified": "P2D",
            "detected_to_published": "P7D",
            "occurred_to_detected": "P1377D",
            "occurred_to_published": "P1384D",
            "occurred_to_contained": "P1378D",
        },
    ),
    Case(
        "hours after a look back are of the matter, what counts from a day is of the day looked back at",
        """
        IT|11月21日8時、窓口の端末が使えなくなりました。
        T|なお、この端末は11月6日に取り替えたばかりでした。
        RT|8時20分に係員が気づき、9時40分に復旧しました。
        T|11月7日にも同じ警告が出ていました。
        T|同日15時に当番が巡視しました。
        """,
        [
            "occurred 2024-11-21T08:00",
            "other 2024-11-06",
            "detected 2024-11-21T08:20",
            "contained 2024-11-21T09:40",
            "other 2024-11-07",
            "other 2024-11-07T15:00",
        ],
        {
            "occurred_to_detected": "PT20M",
            "detected_to_contained": "PT1H20M",
            "occurred_to_contained": "PT1H40M",
            "occurred_to_published": "P4D",
            "detected_to_published": "P4D",
        },
    ),
    Case(
        "by when people had enrolled is no occurrence",
        """
        IT|11月12日、園だよりの配信先がほかの方から見られる状態となり、11月16日、保護者の方からのご連絡で分かりました。
        S|2020年4月1日から2024年3月31日までに入園されたお子様の保護者312名の方が対象です。
        """,
        ["occurred 2024-11-12", "detected 2024-11-16", "other 2020-04-01"],
        {"occurred_to_detected": "P4D", "occurred_to_published": "P13D", "detected_to_published": "P9D"},
    ),
    Case(
        "when cards were entered that were skimmed is when it occurred",
        """
        IT|11月16日、決済会社からのご連絡で、購入画面の改ざんが判明しました。
        S|2024年2月1日から同月29日までに会員登録のうえカードで決済された方が対象です。
        """,
        ["detected 2024-11-16", "occurred 2024-02-01"],
        {"occurred_to_detected": "P289D", "occurred_to_published": "P298D", "detected_to_published": "P9D"},
    ),
    Case(
        "a key names the step of its date, the publication before that of the page as well",
        """
        |1 判明日時
        T|2024年10月21日 午前11時30分頃
        |2 紛失確認日　2024年10月22日
        |3 公表　2024年10月24日
        |4 警察への届出：2024年10月25日
        |更新日：2024年11月25日
        """,
        ["detected 2024-10-21T11:30~", "detected 2024-10-22", "published 2024-10-24", "reported 2024-10-25"],
        {"detected_to_published": "P3D"},
    ),
    Case(
        "lines of a few nouns, once the matter is known",
        """
        IT|・11/20 9:00　利用者へメール配信
        T|・11/20 9:40　問い合わせで発覚
        RT|・11/20 10:05　全セッションを強制ログアウト
        RT|・11/20 11:00　原因を特定
        IT|・11/20 12:30　対象ユーザーにメール送信
        RT|・11/20 13:00　公式サイトに第一報掲載
        RT|・11/20 14:00　個人情報保護委員会へ速報
        T|・11/20 15:00　受信者から連絡
        """,
        [
            "occurred 2024-11-20T09:00",
            "detected 2024-11-20T09:40",
            "contained 2024-11-20T10:05",
            "other 2024-11-20T11:00",
            "notified 2024-11-20T12:30",
            "published 2024-11-20T13:00",
            "reported 2024-11-20T14:00",
            "detected 2024-11-20T15:00",
        ],
        {
            "occurred_to_detected": "PT40M",
            "detected_to_contained": "PT25M",
            "occurred_to_contained": "PT1H5M",
            "detected_to_notified": "PT2H50M",
            "occurred_to_published": "PT4H",
            "detected_to_published": "PT3H20M",
        },
    ),
    Case(
        "what others published, denied or still had; what looking into it showed of another day",
        """
        T|10月2日　受託者がホームページで公表
        T|10月5日、受託者から市へ「市の記録の漏えいはない」との報告がありました。
        T|10月7日に備品として借り受け、鍵のかかる棚に置きました。
        ITR|11月3日、係員が誤りに気付き、廃棄の記録を調べた結果、10月22日の一斉廃棄の際に、期限前の文書を廃棄していたことが分かりました。
        RT|11月4日、対象の方へ謝罪と添付ファイル削除依頼を一斉配信しました。
        """,
        [
            "other 2024-10-02",
            "other 2024-10-05",
            "other 2024-10-07",
            "detected 2024-11-03",
            "occurred 2024-10-22",
            "notified 2024-11-04",
        ],
        {
            "occurred_to_detected": "P12D",
            "detected_to_notified": "P1D",
            "occurred_to_published": "P34D",
            "detected_to_published": "P22D",
        },
    ),
    Case(
        "work of the night before that led up to an outage, and a look back at it in the next sentence",
        """
        IT|11月20日22時に行った装置交換の設定漏れにより、21日8時から電話がつながらなくなりました。
        IT|20日22時に装置を替えた際、設定が漏れておりました。
        RT|8時10分に職員が気づき、9時30分に復旧しました。
        """,
        [
            "other 2024-11-20T22:00",
            "occurred 2024-11-21T08:00",
            "other 2024-11-20T22:00",
            "detected 2024-11-21T08:10",
            "contained 2024-11-21T09:30",
        ],
        {
            "occurred_to_detected": "PT10M",
            "detected_to_contained": "PT1H20M",
            "occurred_to_contained": "PT1H30M",
            "occurred_to_published": "P4D",
            "detected_to_published": "P4D",
        },
    ),
    Case(
        "an audit on whose day it came out, whatever day it had begun",
        """
        IT|11月12日に実施した内部監査で、2022年4月から手当の計算を誤っていたことが判明しました。
        IT|11月13日に、2023年4月から控除の計算も誤っていたことが内部監査で判明しました。
        """,
        ["detected 2024-11-12", "occurred 2022-04", "detected 2024-11-13", "occurred 2023-04"],
        {"detected_to_published": "P13D"},
    ),
    Case(
        "rows of a table, the term of a sanction",
        """
        T|| 発生 | 2024年11月14日 |
        T|| 発覚 | 2024年11月18日 |
        || 公表 | 2024年11月19日 |
        I|対外試合禁止　11月20日から12月19日　部員への暴力
        """,
        ["occurred 2024-11-14", "detected 2024-11-18", "published 2024-11-19", "other 2024-11-20"],
        {"occurred_to_detected": "P4D", "occurred_to_published": "P5D", "detected_to_published": "P1D"},
    ),
    Case(
        "the end of a span told again is told once",
        """
        IT|11月20日9時10分から14時40分まで、窓口の端末が使えない状態となりました。
        RT|14時40分 端末を復旧しました。
        """,
        ["occurred 2024-11-20T09:10", "contained 2024-11-20T14:40"],
        {"occurred_to_contained": "PT5H30M", "occurred_to_published": "P5D"},
    ),
    Case("an office given up at a day to come", "A|事務局長の高見は10月31日で職を退きます。", [], {}, published=None),
    Case("nothing dated", "I|名簿を紛失しました。", [], {}),
]


@pytest.fixture(scope="module")
def documents() -> dict[str, DocumentReading]:
    return dict(zip((case.name for case in CASES), read_documents([Statement(case.text, title=case.title) for case in CASES]), strict=True))


def _published(document: DocumentReading, day: date | None) -> DocumentReading:
    return replace(document, statement=replace(document.statement, published=day))


def _told(case: Case, document: DocumentReading) -> tuple[Event, ...]:
    assert len(document.units) == len(case.labels), [unit.wording for unit in document.units]
    return timeline(document, case.labels, case.published)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_events(case: Case, documents: dict[str, DocumentReading]) -> None:
    events = _told(case, documents[case.name])
    assert [f"{event.event} {event.at}{'~' if event.approximate else ''}" for event in events] == case.events


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_delays(case: Case, documents: dict[str, DocumentReading]) -> None:
    document = _published(documents[case.name], case.published)
    told = steps(document, case.labels, case.published)
    elapsed_between = elapsed(document, case.labels, told, events_of(told))
    assert set(elapsed_between) == set(_NONE)
    assert {name: value for name, value in elapsed_between.items() if value is not None} == case.delays


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spans_point_into_the_text_as_given(case: Case, documents: dict[str, DocumentReading]) -> None:
    for event in _told(case, documents[case.name]):
        assert case.text[event.start : event.end] == event.text


def test_spans_survive_widths_and_invisible_characters() -> None:
    text = "お詫び\r\n１１月\u200b２２日（金）１７：００、メールを誤送信しました。"
    (document,) = read_documents([Statement(text)])
    labels: list[dict[Label, float]] = [{}, {Label.INCIDENT: 0.9}]
    (event,) = timeline(document, labels, date(2024, 11, 25))
    assert text[event.start : event.end] == event.text == "１１月\u200b２２日（金）１７：００"
    assert event.at == "2024-11-22T17:00"


ELAPSED = [
    (
        "no year anywhere",
        "IT|5月17日午前8時、名簿を紛失しました。\nT|翌日の8時30分、点検で気付きました。",
        {"occurred_to_detected": "P1DT30M"},
    ),
    (
        "today with its date",
        "IT|12月22日、配信が停止しました。\nTR|本日1月5日(月)の番組より、全局で配信を再開いたします。",
        {"occurred_to_contained": "P14D"},
    ),
    ("today without its date", "IT|12月22日、配信が停止しました。\nTR|本日、全局で配信を再開しました。", {}),
    ("across the new year", "IT|12月30日、名簿を紛失しました。\nT|1月4日、点検で気付きました。", {"occurred_to_detected": "P5D"}),
    (
        "the statement's own day at its foot",
        "IT|11月20日、名簿を紛失しました。\n|以上\n|2024年11月25日",
        {"occurred_to_published": "P5D"},
    ),
    (
        "what was done at once",
        "TR|11月22日9時12分、助手が相違に気付き、直ちに手術を中断しました。\nR|同日、回収・両名へ謝罪",
        {"detected_to_contained": "PT0M", "detected_to_notified": "P0D"},
    ),
    (
        "a request to do it and what stands done by now are not at once",
        "T|11月22日9時、電話で判明しました。\nTR|11月22日10時、お詫びのお手紙をお出しし、書類は回収済み。",
        {"detected_to_notified": "PT1H"},
    ),
    (
        "a limit kept, and one that is promised",
        "IT|5月17日、二重に請求しました。\nT|5月18日、お電話で判明しました。\nR|24日までに全員へお電話しました。\nR|5月31日までに返金いたします。",
        {"occurred_to_detected": "P1D", "detected_to_notified": "P6D"},
    ),
    (
        "a repair in part is no end",
        "T|11月20日9時、住民の方からのお電話で判明しました。\nTR|14時に一部の地域で通水を再開し、翌21日6時に全域で復旧しました。",
        {"detected_to_contained": "PT21H"},
    ),
    (
        "the full repair counts of several",
        "T|11月20日9時、監視装置で検知しました。\nTR|11時に本館で送電を再開しました。\nTR|15時に全館で送電を再開しました。",
        {"detected_to_contained": "PT6H"},
    ),
    (
        "some of all came back",
        "T|11月20日、お電話で判明しました。\nTR|52通のうち47通については、11月22日までに職員が訪問し、回収しました。",
        {"detected_to_notified": "P2D"},
    ),
    (
        "all came back, and a stop of all is none of a repair",
        "T|11月20日、お電話で判明しました。\nTR|52通を11月22日までに全て回収しました。\nTR|11月21日、全店で販売を停止しました。",
        {"detected_to_contained": "P1D"},
    ),
    (
        "some of the lot that broke, and a stop before all is undone",
        "T|11月20日、お電話で判明しました。\nTR|11月21日、8本中3本は割れており、全数を回収しました。\nTR|11月22日、全件の削除を確認しました。",
        {"detected_to_contained": "P1D"},
    ),
    (
        "a page taken down before all copies are",
        "T|11月20日9時、お電話で判明しました。\nTR|10時、一部の名簿を載せたページを削除しました。\nTR|15時、全件の消去を確認しました。",
        {"detected_to_contained": "PT1H"},
    ),
    ("one clock time alone", "T|17時、点検で気付きました。", {}),
    (
        "a day counted from an unknown day of publication",
        "IT|11月8日、別のシールを貼って売ってしまいました。\nT|今朝、残りを数えていて気付きました。",
        {},
    ),
    (
        "the date of a weekday in an unknown year",
        "IT|日曜(9/7)に、会員名簿を別の方へ誤って送信しました。\nT|火曜の夕方、会員の方のお電話で分かりました。\nTR|その日のうちに全員へお詫びの電話をしました。",
        {},
    ),
    (
        "days that are all counted from it",
        "IT|昨日、別のシールを貼って売ってしまいました。\nT|今朝9時、残りを数えていて気付きました。\nTR|10時に販売を停止しました。",
        {"occurred_to_detected": "P1D", "detected_to_contained": "PT1H", "occurred_to_contained": "P1D"},
    ),
    (
        "a day counted from the day told before",
        "IT|先月24日、別のシールを貼って売ってしまいました。\nT|3日後の朝、残りを数えていて気付きました。",
        {"occurred_to_detected": "P3D"},
    ),
    ("what is still to come", "IT|5月17日、二重に請求しました。\nR|5月31日に返金を行う。", {}),
    (
        "two parts that came back one after the other, told by one word",
        "IT|11月20日6時50分、予約の画面に接続できない障害が発生しました。\nTR|東館の端末は7時10分、西館の端末は7時45分に復旧しました。",
        {"occurred_to_contained": "PT55M"},
    ),
    (
        "two parts that came back one after the other, each told by its own word",
        "IT|11月20日6時50分、停電が発生しました。\nTR|北側の地区は7時10分に復旧し、南側の地区が同8時5分に復電しました。",
        {"occurred_to_contained": "PT1H15M"},
    ),
    (
        "outages of several lines that run into each other are one",
        "TS|第一回線:11月20日6時50分から7時5分まで接続不可\nTS|第二回線:11月20日6時55分から7時30分まで接続不可\nTS|第三回線:11月20日7時0分から7時20分まで接続不可",
        {"occurred_to_contained": "PT40M"},
    ),
    (
        "two outages apart from each other: the first one",
        "TS|一度目:11月20日6時50分から7時5分まで接続不可\nTS|二度目:11月20日9時55分から10時30分まで接続不可",
        {"occurred_to_contained": "PT15M"},
    ),
    (
        "the end that its own key names, before all of the parts",
        "T|発生日時:11月20日 6時50分\nTR|復旧日時:11月20日 7時40分\n"
        "TS|・窓口:11月20日6時50分から7時5分まで停止\nTS|・発券:11月20日6時52分から7時15分まで停止",
        {"occurred_to_contained": "PT50M"},
    ),
    (
        "an hour at which nobody stopped it",
        "IT|11月20日6時50分、配信の障害が発生しました。\nTR|7時10分に当番へ連絡し、配信は止めずに様子を見ました。",
        {},
    ),
    (
        "what was done with the next hour brought nothing back",
        "IT|11月20日6時50分、配信の障害が発生しました。\nTR|配信は7時10分に復旧し、加盟店へのご連絡は7時45分に行いました。",
        {"occurred_to_contained": "PT20M"},
    ),
    ("nothing dated", "I|名簿を紛失しました。", {}),
]


@pytest.mark.parametrize(("text", "expected"), [(text, expected) for _, text, expected in ELAPSED], ids=[name for name, _, _ in ELAPSED])
def test_time_elapsed_where_no_day_of_publication_is_known(text: str, expected: Mapping[str, str]) -> None:
    case = Case("", text, [], expected, None)
    (document,) = read_documents([Statement(case.text)])
    told = elapsed(document, case.labels, steps(document, case.labels, case.published), _told(case, document))
    assert {name: value for name, value in told.items() if value is not None} == expected


def _event(kind: EventKind, at: str | None) -> Event:
    return Event(0, 0, 1, "日", at, Precision.DAY, False, kind)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2024-11-22T17:00", "2024-11-22T19:33", "PT2H33M"),
        ("2024-11-22T17:00", "2024-11-22T17:00", "PT0M"),
        ("2024-11-22T17:00", "2024-11-24T17:00", "P2D"),
        ("2024-11-22T17:00", "2024-11-24T18:05", "P2DT1H5M"),
        ("2024-11-22T23:00", "2024-11-23", "P1D"),
        ("2024-11-22", "2024-11-22T19:33", "P0D"),
        ("2024-11-22", "2024-11-25", "P3D"),
        ("2024-11", "2024-11-25", None),
        ("2024-11-25", "2024-12", None),
        ("2024-11-25", "2024-11-22", None),
        ("2024-11-25T10:00", "2024-11-25T09:00", None),
        (None, "2024-11-25", None),
        ("2024-11-25", None, None),
    ],
)
def test_duration(start: str | None, end: str | None, expected: str | None) -> None:
    assert delays([_event(EventKind.OCCURRED, start), _event(EventKind.DETECTED, end)], None)["occurred_to_detected"] == expected


def test_the_more_exact_of_two_first_events_counts() -> None:
    events = [_event(EventKind.OCCURRED, at) for at in ("2024-11", "2024-11-22", "2024-11-22T17:00", "2024-11-23")]
    assert delays([*events, _event(EventKind.DETECTED, "2024-11-22T18:00")], None)["occurred_to_detected"] == "PT1H"


@pytest.mark.parametrize(
    ("sentence", "settled"),
    [
        ("11月6日、指導員が利用者様の肩を突き飛ばしました。", True),
        ("11月6日、顧問が部員の腹を蹴りました。", True),
        ("11月6日、介護職員が入居者様の手を叩いた。", True),
        ("11月6日、保護者の方から、顧問が部員の腹を蹴ったと知らされました。", False),
        ("11月6日、顧問が部員の腹を蹴ったことが判明しました。", False),
        ("11月6日、名簿を紛失しました。", False),
    ],
)
def test_a_blow_and_nothing_else_leaves_no_other_kind(sentence: str, *, settled: bool) -> None:
    (document,) = read_documents([Statement(sentence)])
    (step,) = steps(document, [{Label.INCIDENT: 1.0, Label.TIMELINE: 1.0}], date(2024, 11, 25))
    assert (step.settled and step.event.event == EventKind.OCCURRED) == settled


@pytest.mark.parametrize("code", load_rules("stated"))
def test_examples_of_what_a_line_states(code: str) -> None:
    rule = load_rules("stated")[code]
    assert rule["name"] and rule["why"] and EventKind(rule["value"])
    assert {wording: STATED.decided(rule["slot"], wording) for wording in rule["hits"]} == dict.fromkeys(rule["hits"], rule["value"])
    assert [wording for wording in rule["misses"] if STATED.decided(rule["slot"], wording) == rule["value"]] == []


@pytest.mark.parametrize("code", load_rules("events"))
def test_rule_examples(code: str) -> None:
    rule = load_rules("events")[code]
    pattern = re.compile(rule["pattern"])
    assert rule["name"] and rule["why"] and EventKind(rule["kind"])
    assert [wording for wording in rule["hits"] if not pattern.search(wording)] == []
    assert [wording for wording in rule["misses"] if pattern.search(wording)] == []


def test_rules_keep_their_order() -> None:
    assert [rule.code for rule in event_rules()] == list(load_rules("events"))


_LINES = st.lists(
    st.sampled_from(
        ["11月22日、", "送信し", "判明した。", "\n", "２月30日", "同日17時", "まで", "昨日", "お詫び", "\u200b", "9999年12月31日"]
    ),
    max_size=12,
)


@settings(max_examples=25, deadline=None)
@given(st.one_of(st.text(max_size=40), _LINES.map("".join)), st.sets(st.sampled_from(Label), max_size=3), st.none() | st.dates())
def test_any_text(text: str, given_labels: set[Label], published: date | None) -> None:
    (document,) = read_documents([Statement(text)])
    labels = [dict.fromkeys(given_labels, 0.9) for _ in document.units]
    events = timeline(document, labels, published)
    assert all(text[event.start : event.end] == event.text for event in events)
    assert set(delays(events, published)) == set(_NONE)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("障害の時間は9時05分から16時20分まで、対象は2,960件でした。", "2025-08-05T09:05"),
        ("停止していた時間帯：9時05分から16時20分まで", "2025-08-05T09:05"),
        ("作業の時間は9時05分から16時20分まででした。", "2025-08-04T09:05"),
        ("障害の時間は、8月6日9時05分から16時20分まででした。", "2025-08-06T09:05"),
    ],
)
def test_the_time_of_an_outage_is_of_the_day_in_the_title(text: str, at: str) -> None:
    told = Statement(
        f"8月4日の夜に弊社が行った設定の変更に誤りがありました。\n{text}", "8月5日のシステム障害について", published=date(2025, 9, 12)
    )
    document = next(read_documents([told]))
    given_labels = [{Label.CAUSE: 0.9, Label.TIMELINE: 0.9}, {Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}]
    assert [event.at for event in timeline(document, given_labels, told.published) if event.unit == 1] == [at]


@pytest.mark.parametrize(
    ("last", "day"),
    [
        ("2025年8月6日", date(2025, 8, 6)),
        ("2025年8月6日 代表取締役 倉田 亮", date(2025, 8, 6)),
        ("令和7年8月6日　株式会社青嵐　広報部", date(2025, 8, 6)),
        ("ページ番号2004512　更新日　令和7年8月6日　印刷", date(2025, 8, 6)),
        ("掲載開始日　2025年8月6日", date(2025, 8, 6)),
        ("2025年8月6日提供　資料提供", date(2025, 8, 6)),
        ("使用開始日　2025年8月6日", None),
        ("ページ番号2004512　2025年8月6日に作った名簿", None),
        ("2025年8月6日 理事会を開催", None),
        ("社会福祉法人あかね会          2025年8月6日", date(2025, 8, 6)),
        ("社会福祉法人あかね会を設立     2025年8月6日", None),
        ("障害の発生     2025年8月6日", None),
        ("2025年8月6日 会員の方からご連絡がありました。", None),
        ("本日、2025年8月6日(水)、全局で配信を再開しました。", date(2025, 8, 6)),
        ("本日(令和7年8月6日)付で職を解きました。", date(2025, 8, 6)),
        ("本日2025年8月6日より受け付けます。", date(2025, 8, 6)),
        ("2025年8月6日の事故について本日公表します。", None),
        ("本日、2025年8月5日に発生した事故について公表します。", None),
        ("本日8月6日、公表します。", None),
        ("掲載開始日 2025年8月6日", date(2025, 8, 6)),
        ("発生日時\n2025年8月6日", None),
    ],
)
def test_the_day_of_a_letter_stands_before_who_signs_or_is_named_as_today(last: str, day: date | None) -> None:
    text = f"会員様の氏名を別の方に送りました。\n深くお詫び申し上げます。\n\n{last}"
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize("line", ["第2報 8/6公表", "8月6日", "8月6日(水)掲載", "続報 8月6日"])
@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("2025年8月4日、会員様の名簿を別の方に送りました。", date(2025, 8, 6)),
        ("2025年8月4日9時30分から停止し、2025年8月5日に戻りました。", date(2025, 8, 6)),
        ("2025年8月4日に作った名簿を紛失しました。\n2019年4月1日からの決まりを守りませんでした。", None),
        ("2025年8月20日までに点検を終えます。", None),
        ("2025年2月4日、会員様の名簿を別の方に送りました。", None),
        ("会員様の名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n第1報 8/5公表\n本日、名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n【今後の対策】\n二人で確かめます。\n第1報:8/5発表分\n本日、名簿を別の方に送りました。", None),
        ("2025年8月4日、名簿を送りました。\n【今後の対策】\n二人で確かめます。\n8月5日\n名簿を金庫に入れました。", date(2025, 8, 6)),
    ],
)
def test_the_year_of_a_letter_is_that_of_the_days_it_tells(line: str, body: str, day: date | None) -> None:
    assert dateline(next(read_documents([Statement(f"名簿の送付\n{line}\n{body}")]))) == day


@pytest.mark.parametrize(
    ("title", "day"),
    [
        ("名簿の送付について（8月6日掲載）", date(2025, 8, 6)),
        ("名簿の送付について（8月6日更新）", None),
        ("【8月6日公表】名簿の送付について", date(2025, 8, 6)),
        ("名簿の送付に関するよくあるご質問[8月6日(水) 掲載分]", date(2025, 8, 6)),
        ("名簿の送付について（8月6日発生）", None),
        ("名簿の送付について（8月6日発送分）", None),
        ("8月6日更新の名簿の送付について", None),
    ],
)
def test_a_title_calls_a_day_without_its_year_that_of_the_page(title: str, day: date | None) -> None:
    text = "2025年8月4日、会員様の名簿を別の方に送りました。\n深くお詫びします。"
    assert dateline(next(read_documents([Statement(text, title)]))) == day
    assert dateline(next(read_documents([Statement("会員様の名簿を送りました。", title)]))) is None


def test_a_day_without_its_year_within_a_sentence_is_none_of_a_letter() -> None:
    text = "8月6日の名簿の送付について\n8月6日、別の方に送りました。\n2025年8月4日に作った名簿です。"
    assert dateline(next(read_documents([Statement(text)]))) is None


@pytest.mark.parametrize("heading", ["概要", "【経緯】", "■時系列", "1.これまでの経過"])
@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("8月1日、会員様の名簿を別の方に送りました。\n2025年8月6日\n青嵐堂\n店主 倉田", date(2025, 8, 6)),
        ("8月1日、名簿を送る。\n8月2日、回収する。\n心よりお詫び申し上げます。\n令和7年8月6日\n○○書店", date(2025, 8, 6)),
        ("8月1日、会員様の名簿を別の方に送りました。\n株式会社青嵐\n2025年8月6日\nお問い合わせ先\n電話 000-555-0101", date(2025, 8, 6)),
        ("8月1日 名簿を送信\n8月2日 名簿を回収\n2025年8月6日\n一般社団法人青嵐会", date(2025, 8, 6)),
        (
            "8月1日、送りました。\n2025年8月6日\n青嵐堂\n店主 倉田\n【お問い合わせ】\n青嵐堂 係\n電話 000-555-0101\n受付 9時から\n土日休み",
            date(2025, 8, 6),
        ),
        ("2025年8月1日\n名簿を送信\n2025年8月2日\n名簿を回収", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n全員に謝罪", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n名簿を回収しました。", None),
        ("8月1日 名簿を送信\n2025年8月2日\n配信の再開", None),
        ("8月1日、名簿を送信しました。\n2025年8月2日\n原因\n宛先の誤り", None),
        ("名簿の送信\n2025年8月1日\n名簿の回収\n2025年8月2日\n原因\n宛先の誤り", None),
    ],
)
def test_the_day_of_a_short_letter_is_no_step_of_its_only_part(heading: str, below: str, day: date | None) -> None:
    text = f"お客様へ\n名簿の件で、ご説明いたします。\nお読みください。\nお手数をおかけします。\n店主の倉田です。\n{heading}\n{below}"
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize("heading", ["概要", "【経緯】", "■経緯", "1.経緯", "時系列", "これまでの経過"])
@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("深くお詫び申し上げます。\n\n2025年8月6日\nみずき温泉ホテル", date(2025, 8, 6)),
        ("深くお詫び申し上げます。\n\n令和7年8月6日\n一般社団法人あおば会\n会長 田中 一郎", date(2025, 8, 6)),
        ("再発防止に努めます。\n以上\n2025年8月6日", date(2025, 8, 6)),
        ("7月30日 会員に文書で説明\n2025年8月6日\n株式会社あおば", date(2025, 8, 6)),
        ("7月30日 会員に文書で説明\n2025年8月6日\nウェブサイトで公表", None),
        ("2025年7月30日\n会員から聞き取った。\n2025年8月6日\n会員に文書で説明", None),
        ("2025年7月30日\n会員に文書で説明\n2025年8月6日\n臨時理事会", None),
        ("次の者が担当した。\n2025年8月6日\n配信再開", None),
    ],
)
def test_below_the_course_a_letter_ends_with_its_day_and_who_signs(heading: str, end: str, day: date | None) -> None:
    text = (
        f"会員様の氏名を別の方に送りました。\n\n{heading}\n7月28日、職員が名簿を別の会員に送り、翌日ご連絡をいただいて判明しました。\n{end}"
    )
    assert dateline(next(read_documents([Statement(text)]))) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("投稿日\n2025年8月6日(水)", date(2025, 8, 6)),
        ("最終更新日\n2025年8月6日", date(2025, 8, 6)),
        ("掲載日時\n2025年8月6日 10:00", date(2025, 8, 6)),
        ("販売日時\n2025年8月6日 10:00", None),
        ("掲載日\n8月6日に誤った名簿を載せました。", None),
        ("経緯\n7月1日 名簿を作成した。\n掲載日\n2025年8月6日", None),
    ],
)
def test_a_page_names_the_day_on_which_it_was_posted(text: str, day: date | None) -> None:
    lines = f"{text}\n給食に金属片が混入しました。\nお詫びいたします。\nご連絡は次の窓口へお願いします。\n係まで\nお電話ください。"
    assert dateline(next(read_documents([Statement(lines, "お詫び")]))) == day


@pytest.mark.parametrize(
    ("after", "unmet"),
    [
        ("の時点までは、金庫に保管しておりました。", True),
        ("までは現物があることを確認しておりました。", True),
        ("までの調査で、棚にないことを確認しました。", False),
        ("までに、所在が分からないことに気づきました。", False),
    ],
)
def test_only_what_was_still_there_is_no_discovery(after: str, unmet: bool) -> None:
    assert (without_unmet(after, known=True) != after) == unmet


@pytest.mark.parametrize(
    ("sentence", "settled"),
    [
        ("11月4日、会費を重ねて引き落としていたことが判明しました。", True),
        ("11月4日、検体の札を貼り違えていたことがわかりました。", True),
        ("11月4日10時頃、職員が券を使い回していた事実を把握しました。", True),
        ("11月4日に、外科、内科の予約を書いた帳面が紛失したことが判明しました。", True),
        ("11月4日、札を貼り違えたことが判明しました。", False),
        ("11月4日、受付で、札を貼り違えていたことが判明しました。", False),
        ("11月4日に配った冊子で、氏名を伏せていなかったことが判明しました。", False),
        ("11月、部員が券を使い回していたことが判明しました。", False),
    ],
)
def test_the_day_before_a_fact_that_came_out_is_that_of_its_discovery(sentence: str, *, settled: bool) -> None:
    (document,) = read_documents([Statement(sentence)])
    (step, *_) = steps(document, [{Label.INCIDENT: 0.9, Label.TIMELINE: 0.9}], date(2024, 11, 25))
    assert (step.event.event == EventKind.DETECTED and step.settled) == settled


FOUND_AND_COUNTED = [
    # whoever was missed is found
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、犬の散歩の方が発見、保護。",
        ["occurred 2024-11-05T09:00", "contained 2024-11-05T10:20"],
    ),
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、川べりで発見し無事保護。",
        ["occurred 2024-11-05T09:00", "contained 2024-11-05T10:20"],
    ),
    ("T|11月5日10時20分、犬の散歩の方が園児を発見、保護。", ["detected 2024-11-05T10:20"]),
    (
        "IT|11月5日9時、園児が列から離れました。\nT|10時20分、保護者が名札を発見。",
        ["occurred 2024-11-05T09:00", "detected 2024-11-05T10:20"],
    ),
    # a spell behind nothing, and one behind a step
    ("IT|先の報せでは「約20分後に発見」とお伝えしましたが、実際には1時間10分後でした。", []),
    ("IT|11月5日9時、園児が列から離れました。\nT|約20分後に保護しました。", ["occurred 2024-11-05T09:00", "contained 2024-11-05T09:20~"]),
    # a day over the hours of its own is no step
    ("IT|11月5日\nIT|22:10　停電が発生。\nT|翌11月6日\nT|0:40　電気が戻る。", ["occurred 2024-11-05T22:10", "contained 2024-11-06T00:40"]),
    ("IT|11月5日22時10分、停電が発生しました。\nTR|翌11月6日、全戸で復旧しました。", ["occurred 2024-11-05T22:10", "contained 2024-11-06"]),
    # a departure that was the step, and one that names a bus
    (
        "IT|11月5日9時、乗客を残して出航しました。\nTR|臨時便(10時40分発)を運航しました。",
        ["occurred 2024-11-05T09:00", "other 2024-11-05T10:40"],
    ),
    ("IT|11月5日9時、乗客を残して出航しました。\nTR|定期便(10時40分発)の券を配りました。", ["occurred 2024-11-05T09:00"]),
    # an earlier report pasted below speaks from its own day
    (
        "IT|11月5日9時、園児が列から離れました。\n|─── 以下、第1報(11月6日) ───\nI|昨日、園児が転倒しました。",
        ["occurred 2024-11-05T09:00", "occurred 2024-11-05"],
    ),
    (
        "IT|11月5日9時、園児が列から離れました。\n|──────\nI|昨日、園児が転倒しました。",
        ["occurred 2024-11-05T09:00", "occurred 2024-11-24"],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), FOUND_AND_COUNTED)
def test_where_a_step_begins_and_from_what_it_is_counted(lines: str, expected: list[str]) -> None:
    case = Case("", lines, expected)
    (document,) = read_documents([Statement(case.text)])
    assert [f"{event.event} {event.at}{'~' if event.approximate else ''}" for event in _told(case, document)] == expected


@pytest.mark.parametrize(
    ("after", "unmet"),
    [
        ("に弁を閉めましたが、煙は収まりませんでした。", True),
        ("に放送の中止を申し入れましたが、断られました。", True),
        ("に投稿の削除を求めたものの、応じてもらえませんでした。", True),
        ("に弁を閉めましたが、苦情は収まりませんでした。", False),
        ("に搬送を止め、再開はしておりません。", False),
        ("に放送の中止を申し入れましたが、すぐに応じてくださいました。", False),
        ("に弁を閉めましたが、原因は分かっておりません。", False),
    ],
)
def test_a_stop_refused_or_in_vain_is_no_stop(after: str, *, unmet: bool) -> None:
    assert (without_unmet(after, known=True) != after) == unmet


@pytest.mark.parametrize(
    ("after", "left"),
    [
        ("に工場へ電話しましたが、出荷の差し止めには至りませんでした。", "に工場へ電話しましたが、"),
        ("に本部へ伝え、上映は中断せず続けました。", "に本部へ伝え、上映は続けました。"),
        ("に確認しましたが、残る3台は回収できておりません。", "に確認しましたが、"),
        ("、点検のための休止を見送りました。", ""),
        ("、遠隔では遮断できなかったため、手で閉じました。", "手で閉じました。"),
        ("に、回収できなかった2台を除いて引き取りました。", "に、2台を除いて引き取りました。"),
        ("、連絡のつかない方を除いて回収を終えました。", None),
        ("に出荷を差し止めました。", None),
        ("、止めないと危ないと考え、運転を停止しました。", None),
    ],
)
def test_a_stop_denied_is_no_stop(after: str, left: str | None) -> None:
    assert without_unmet(after, known=True) == (after if left is None else left)
    assert without_unmet(after, known=False) == after


@pytest.mark.parametrize(
    ("after", "following", "back"),
    [
        ("に停止を指示しました。", "しかし、弁が固く、止められませんでした。", True),
        ("に本部へ届きました。", "ただし、観客がすでに入っていたため、上演は続行しました。", True),
        ("に店へ伝えました。", "ところが回収できておらず、店に残っていました。", True),
        ("に停止を指示しました。", "ただし、第2会場は翌日に止めました。", False),
        ("に上映を中止しました。", "ただし、第2会場は止められませんでした。", False),
        ("に停止を指示しました。", "その後、停止できなかった理由を調べました。", False),
    ],
)
def test_the_next_sentence_may_take_a_stop_back(after: str, following: str, *, back: bool) -> None:
    assert takes_stop_back(after, following) == back


_BILLED = "2025年12月20日\n12月9日、手数料を重ねていただいていたことに気づきました。"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (f"{_BILLED}\n【1月8日追記】1月6日に全員へお返ししました。", ["2025-12-09", "2026-01-08", "2026-01-06"]),
        (f"【1月8日追記】人数を8名から9名に改めました。\n{_BILLED}", ["2026-01-08", "2025-12-09"]),
        (f"(2月3日更新)\n2月1日にお返しを終えました。\n{_BILLED}", ["2026-02-01", "2025-12-09"]),
        (
            f"{_BILLED}\n【2026年6月3日追記】全員へお返ししました。\n【11月20日追記】窓口を閉じました。",
            ["2025-12-09", "2026-06-03", "2026-11-20"],
        ),
        (f"{_BILLED}\n【12月24日追記】12月22日に全員へお返ししました。", ["2025-12-09", "2025-12-24", "2025-12-22"]),
        # no addendum: a day of the year gone by, and the day of the page after its addendum's
        (f"{_BILLED}\n点検の記録は1月8日に改めたものでした。", ["2025-12-09", "2025-01-08"]),
        (f"【12月18日追記】全員へお伝えしました。\n{_BILLED}", ["2025-12-18", "2025-12-09"]),
    ],
)
def test_what_a_page_adds_to_itself_lies_near_its_publication_or_the_addendum_before(text: str, told: list[str]) -> None:
    (document,) = read_documents([Statement(text)])
    labels = [{} if unit.wording.startswith(("2025", "(")) else {Label.TIMELINE: 0.9, Label.RESPONSE: 0.9} for unit in document.units]
    assert [event.at for event in timeline(document, labels, None)] == told


def test_what_is_published_after_the_statement_puts_its_publication_off_no_longer() -> None:
    events = [_event(EventKind.DETECTED, "2025-12-09"), _event(EventKind.PUBLISHED, "2026-01-08")]
    assert delays(events, date(2025, 12, 20))["detected_to_published"] == "P11D"
    assert delays(events, None)["detected_to_published"] == "P30D"
    assert delays(events, date(2026, 2, 1))["detected_to_published"] == "P30D"
