"""What joins the announcements of one incident, and what two matters of one body may share by chance."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from analyzer.dossier.gathering.grouping import group
from analyzer.dossier.gathering.issuers import issuers_of
from analyzer.dossier.gathering.sources import gather
from analyzer.statement import Statement

_FIRST = Statement(
    "北浜医療大学\n3月4日に公表した採点誤りについて、他の科目の検証を進めた結果、新たに12名を追加合格とし、追加合格者は合計19名となりました。\n"
    "過去5年分の入学試験についても検証を行い、4月30日までに結果を公表します。",
    "一般選抜における採点の誤りについて(第2報)",
    date(2025, 3, 18),
    "a",
)
_LOST = (
    "北浜医療大学\n3月19日、入学手続書類{count}分が所在不明となっていることが判明いたしました。誤って廃棄した可能性が高いと考えております。"
)
_THIRD = Statement(
    "北浜医療大学\n令和3年度から令和7年度までの入学試験を検証した結果、新たに26名を追加合格とし、追加合格者は45名(令和5年度{count})となります。\n"
    "4月30日までに公表するとしておりましたが、公表が遅れましたことをお詫びいたします。",
    "入学試験の採点誤りに関する検証結果について(第3報)",
    date(2025, 5, 9),
    "c",
)


@pytest.mark.parametrize("count", ["12名", "15名", "二十名"])
def test_a_small_count_joins_no_two_matters_of_one_body(count: str) -> None:
    lost = Statement(_LOST.format(count=count), "入学手続書類の紛失について", date(2025, 3, 21), "b")
    third = Statement(_THIRD.text.format(count=count), _THIRD.title, _THIRD.published, "c")
    assert [sorted(members) for members in group([_FIRST, lost, third])[0]] == [[0, 2], [1]]


@pytest.mark.parametrize(("count", "joined"), [("184名", True), ("18名", False)])
def test_a_count_that_few_share_joins_what_also_tells_a_later_fault(count: str, *, joined: bool) -> None:
    body = "株式会社さざなみ薬局\n{day}\n"
    told = f"{body.format(day='2025年5月20日')}健康くじの景品のうち、{count}様への発送が5月16日の予定より遅れております。"
    more = f"{count}様への発送は6月5日に終えました。また、景品の宛名を別の方と取り違えていたことが6月8日に分かりました。"
    first = Statement(told, "健康くじの景品の発送について", date(2025, 5, 20), "a")
    later = Statement(f"{body.format(day='2025年6月12日')}{more}", "健康くじのお詫び", date(2025, 6, 12), "b")
    assert (len(group([first, later])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("titles", "name"),
    [
        (("カード決済の休止のお知らせ", "会員情報の漏えいに関するお詫び", "カード決済の再開について"), 1),
        (("一部報道について", "調査委員会の設置について", "寮における暴力に関する調査結果について"), 2),
        (("給食による食中毒の発生について", "誤配の防止に向けた取組みについて"), 0),
        (("工事のお知らせ", "工事の再開について"), 0),
        (("一部報道について", "職員の処分について", "ハラスメント防止の取組について"), 0),
        (("一部報道について", "会員情報の流出の再発防止について"), 1),
    ],
    ids=range(6),
)
def test_a_dossier_is_called_by_the_first_title_that_names_the_harm(tmp_path: Path, titles: Sequence[str], name: int) -> None:
    for at, title in enumerate(titles, start=1):
        text = f"---\ntitle: {title}\npublished: 2025-0{at}-10\n---\n4月3日の件につきまして、お知らせいたします。第{at}報です。\n"
        (tmp_path / f"n{at}.md").write_text(text, encoding="utf-8")
    (incident,) = gather([tmp_path], one_incident=True, say=lambda _: None).incidents
    assert incident.name == titles[name]


_STOPPED = Statement("本日朝より予約画面を開けない状態でしたが、10時20分頃に元に戻りました。", None, date(2023, 6, 5), "a")
_REPORT = (
    "障害の発生日時:2023年6月5日 7時10分~{end}\n受付用の装置が壊れ、会員の皆様が予約画面を表示できない状況でした。\n"
    "装置の納入元とともに調べております。\n夏までに予備の装置を置き、手順書を作り直すことを計画しております。\n"
    "お問い合わせの多い月末の受付時間を延ばし、電話の窓口には係員を増やしております。担当は総務課です。"
)


@pytest.mark.parametrize(
    ("head", "joined"),
    [
        ("総務第2号", False),
        ("第二報は後日掲載いたします。", False),
        ("第一報(6月9日掲載)", False),
    ],
)
def test_a_line_at_the_head_says_which_report_it_is(head: str, *, joined: bool) -> None:
    later = Statement(f"{head}\n{_REPORT.format(end='10時台')}", "障害のご報告", date(2023, 6, 9), "b")
    assert (len(group([_STOPPED, later])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("cited", "joined"),
    [
        ("前回「ほかの教室への影響はございません」としておりましたが、撤回いたします。", True),
        ("ほかの教室への影響はございません。", False),
    ],
)
def test_what_takes_up_an_earlier_word_is_of_its_matter(cited: str, *, joined: bool) -> None:
    first = Statement(
        "6月12日、講師が生徒に大声で暴言を浴びせました。ほかの教室への影響はございません。", "講師の言動について", date(2025, 6, 27), "a"
    )
    later = Statement(f"9月1日の調べで、駅前教室でも講師の暴言があったと分かりました。{cited}", "2学期の取組み", date(2025, 9, 5), "b")
    assert (len(group([first, later])[0]) == 1) == joined


_POST = "【お知らせ】\n一部で「園庭に2時間取り残された」と報じられておりますが、実際には{said}でした。憶測はお控えください。{tag}"
_LETTER = (
    "学校法人さくら台学園 さくら台第一保育園\n\n4月10日の散歩の際、お子様の人数の確認に行き届かない点がございました。お詫び申し上げます。"
)
_TOLD = (
    "学校法人さくら台学園\n\n令和5年4月10日、園児1名を公園に取り残した事案につきまして、深くお詫び申し上げます。\n"
    "4月10日に「{quoted}」と投稿いたしましたが、実際には55分でした。"
)


@pytest.mark.parametrize(
    ("said", "tag", "quoted", "joined"),
    [
        ("十分足らず", "#さくら台第一保育園", "十分足らず", True),
        ("十分足らず", "", "十分足らず", True),
        ("ごく短い時間", "", "ごく短い時間", True),
        ("十分足らず", "", "すぐに見つけた", False),
        ("十分足らず", "#みどり野水族館", "すぐに見つけた", False),
        ("十分足らず", "#お詫び", "すぐに見つけた", False),
    ],
)
def test_a_post_is_joined_by_what_is_quoted_of_it(said: str, tag: str, quoted: str, *, joined: bool) -> None:
    letter = Statement(_LETTER, "お散歩に関するお詫び", date(2023, 4, 10), "a")
    post = Statement(_POST.format(said=said, tag=tag), None, date(2023, 4, 10), "b")
    told = Statement(_TOLD.format(quoted=quoted), "園児の取り残し事案について", date(2023, 4, 13), "c")
    assert (len(group([letter, post, told])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("end", "joined"),
    [("10時20分", True), ("10時20分頃", True), ("午前10時20分", True), ("10時50分", False), ("10時", False), ("11時20分", False)],
)
def test_the_same_minute_of_the_same_day_is_one_incident(end: str, *, joined: bool) -> None:
    told = _REPORT.format(end=end).replace("予約画面", "お申し込みのページ")
    later = Statement(told, "障害のご報告", date(2023, 6, 9), "b")
    assert (len(group([_STOPPED, later])[0]) == 1) == joined


def test_the_same_full_hour_is_no_common_fact() -> None:
    told = Statement("6月5日9時00分より、予約画面の点検を行いました。", None, date(2023, 6, 5), "a")
    later = Statement("6月5日9時00分に、荷物3個を別の配送先へお届けしました。", None, date(2023, 6, 9), "b")
    assert len(group([told, later])[0]) == 2


@pytest.mark.parametrize(
    ("later", "near"),
    [
        (_REPORT.format(end="10時台"), True),
        (_REPORT.format(end="正午前").replace("会員の皆様", "利用者の皆様"), True),
        (_REPORT.format(end="午前中").replace("計画", "予定"), True),
        ("株式会社みなと運輸\n6月20日、倉庫の荷物3個を別の配送先へお届けしました。", False),
        ("本校の生徒12名が6月28日の給食のあとに体調不良を訴えました。", False),
        ("6月28日の給食のあとに体調不良の方が出ました。", False),
    ],
)
def test_a_later_announcement_that_may_be_of_it_is_named(tmp_path: Path, later: str, *, near: bool) -> None:
    (tmp_path / "2023-06-05.txt").write_text(_STOPPED.text, encoding="utf-8")
    (tmp_path / "2023-06-30.txt").write_text(later, encoding="utf-8")
    first = gather([tmp_path], say=lambda line: None).incidents[0]
    assert len(first.announcements) == 1
    assert first.near == (("2023-06-30.txt",) if near else ())
    assert ("--one-incident" in first.grouping.reason) == near


_DENIED = Statement(
    "本日、当塾の元講師に関する記事が掲載されました。記事にあるような盗撮の事実は確認されておりません。\n株式会社みさき進学会",
    "一部報道について",
    date(2025, 3, 10),
    "a",
)
_BESIDE = Statement(
    "本日の報道に関し、生徒・保護者の皆様にはご心配をおかけしております。\n3月15日に説明会を開きます。",
    "保護者の皆様へ",
    date(2025, 3, 10),
    "b",
)
_ELSEWHERE = Statement(
    "当連盟の役員についての投稿は事実無根であり、抗議いたします。\n一般社団法人北浜連盟", "投稿について", date(2025, 3, 10), "c"
)
_ARRESTED = (
    "本日、当塾の元講師が撮影の疑いで逮捕されました。生徒・保護者の皆様に心よりお詫び申し上げます。説明会は中止いたします。\n{citing}"
)


@pytest.mark.parametrize(
    ("citing", "joined"),
    [
        ("3月10日のお知らせでは事実を確認していないとご説明しましたが、元講師は撮影を認めておりました。", True),
        ("3月10日に当塾が事実を否定した発表は、誤りでした。", True),
        ("3月10日の「盗撮の事実はない」との公表を撤回いたします。", True),
        ("元講師は撮影を認めておりました。", False),
    ],
)
def test_a_denial_that_is_cited_by_its_day_is_of_the_incident(citing: str, *, joined: bool) -> None:
    later = Statement(_ARRESTED.format(citing=citing), "当塾元講師の逮捕について", date(2025, 3, 19), "d")
    groups = [set(members) for members in group([_DENIED, _BESIDE, _ELSEWHERE, later])[0]]
    assert any({0, 3} <= members for members in groups) == joined
    assert {2} in groups


@pytest.mark.parametrize(
    ("head", "joined"),
    [
        ("【訂正】昨日のお知らせで、化粧水による健康被害で重症の方を9名としておりましたが、正しくは11名でした。", True),
        ("昨日の公表に誤りがございました。化粧水による健康被害で重症の方は11名でした。", True),
        ("昨日の講習は中止しました。次回は6月に開きます。", False),
    ],
)
def test_yesterdays_announcement_is_taken_up(head: str, *, joined: bool) -> None:
    first = Statement(
        "「みなもの化粧水」による健康被害につきまして、212名のお客様から症状のお申し出があり、うち9名の方が重症と診断されております。\n"
        "みなもの化粧水の治療費は弊社が負担いたします。",
        "化粧水の健康被害について",
        date(2025, 5, 9),
        "a",
    )
    post = Statement(f"{head}\nお問い合わせはこちら #みなもの", "みなもの【公式】", date(2025, 5, 10), "b")
    assert (len(group([first, post])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("dated", "joined"),
    [
        ("検証の結果は7月末までに公表いたします。", True),
        ("検証の結果は7月20日に当館のサイトでお知らせする予定です。", True),
        ("6月2日、別の展示室で展示解説の音声機器から発煙しました。", False),
    ],
)
def test_a_day_that_is_promised_sets_no_two_announcements_apart(dated: str, *, joined: bool) -> None:
    body = (
        "湊の丘美術館の展示解説の音声機器「ききみみ」が過熱し、来館された方が手指にやけどを負われました。音声機器の貸出は中止しております。"
    )
    first = Statement(f"5月8日、{body}", "展示解説の音声機器の過熱について", date(2025, 5, 9), "a")
    later = Statement(f"{body}{dated}", "展示解説の音声機器「ききみみ」について", date(2025, 6, 12), "b")
    assert (len(group([first, later])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("title", "joined"),
    [
        ("『北の灯台』の出荷停止について", True),
        ("出荷停止について", False),
        ("『南の市場』の出荷停止について", False),
    ],
)
def test_a_work_that_both_titles_name_joins_what_its_wording_leaves_apart(title: str, *, joined: bool) -> None:
    work = title.partition("』")[0] + "』" if "』" in title else "『北の灯台』"
    first = Statement(
        f"{work}につきまして、表現に配慮を欠く箇所があったことから、当面の間、出荷を停止いたします。", title, date(2025, 3, 12), "a"
    )
    later = Statement(
        "弊社が刊行した『北の灯台』は、他の作家の著作から文章を引き写した作品でした。先にお伝えした説明は改めます。",
        "『北の灯台』の絶版と回収に関するお詫び",
        date(2025, 5, 20),
        "b",
    )
    assert (len(group([first, later])[0]) == 1) == joined


_HEADED = (
    "{body}\n2024年5月{day}日\nメールの誤送信について\n"
    "5月8日、{section}から利用者{count}名にお送りしたご案内で宛先を誤り、メールアドレスが互いに見える状態となりました。お詫び申し上げます。"
)


@pytest.mark.parametrize(
    ("first", "later", "joined"),
    [
        ("つきみ通信株式会社", "ことり通信株式会社", False),
        ("国立大学法人　早苗大学", "国立大学法人　若松大学", False),
        ("すみれ信用金庫", "あさぎり信用金庫", False),
        ("西浜市", "東湊市", False),
        ("東浜市教育委員会", "湊谷市教育委員会", False),
        ("株式会社つきみ通信", "つきみ通信株式会社", True),
        ("国立大学法人　早苗大学", "早苗大学", True),
        ("西浜市長 浅井 透", "西浜市", True),
        ("学校法人汐見学園", "汐見中学校", True),
        ("緑丘中学校", "西浜市教育委員会", True),
    ],
)
def test_announcements_of_two_bodies_are_of_two_incidents(first: str, later: str, *, joined: bool) -> None:
    one = Statement(_HEADED.format(body=first, day=9, section="窓口", count=33), "メールの誤送信について", date(2024, 5, 9), "a")
    other = Statement(_HEADED.format(body=later, day=10, section="窓口", count=33), "メールの誤送信について", date(2024, 5, 10), "b")
    assert (len(group([one, other])[0]) == 1) == joined


_BANNED = (
    "{body}\n2024年5月14日\n{name}の選手の処分について\n"
    "5月8日に飲食店で選手が暴行した件について、当{kind}は同選手を5月10日から出場停止としました。"
)


@pytest.mark.parametrize(
    ("body", "name", "kind", "joined"),
    [
        ("一般社団法人つばめ野球機構", "青葉台ホークテイル", "機構", True),
        ("一般社団法人つばめ野球機構", "港南フェニクス", "機構", False),
        ("湊谷市", "青葉台ホークテイル", "市", True),
        ("湊谷市", "港南フェニクス", "市", False),
    ],
)
def test_a_body_that_the_other_announcement_tells_of_sets_none_apart(body: str, name: str, kind: str, *, joined: bool) -> None:
    told = "株式会社青葉台ホークテイル\n湊谷市緑町1-2\n5月8日に飲食店で当クラブの選手が暴行した件について、深くお詫び申し上げます。"
    club = Statement(told, "所属選手の暴行について", date(2024, 5, 9), "a")
    league = Statement(_BANNED.format(body=body, name=name, kind=kind), "選手の処分について", date(2024, 5, 14), "b")
    assert (len(group([club, league])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("dated", "joined"),
    [
        ("6月10日までに9店舗中7店舗で設置を完了しました。残る2店舗は7月上旬の予定です。", True),
        ("6月3日から8日にかけ、全店舗の職員が投薬の研修を受講しました。", True),
        ("投薬の研修は6月1日に終えました。", True),
        ("6月10日、会員の方の名簿を別の方へ誤って送付しました。", False),
        ("6月10日に設置した機器から発煙しました。", False),
    ],
)
def test_what_tells_only_how_the_work_went_on_is_of_the_incident(dated: str, *, joined: bool) -> None:
    body = "株式会社さざなみ薬局\n{day}\n投薬の誤りを防ぐための照合の機器と研修について、お知らせします。"
    told = f"{body.format(day='2025年5月20日')}5月16日、患者様1名に別の薬をお渡ししました。6月1日に研修を行います。"
    first = Statement(told, None, date(2025, 5, 20), "a")
    later = Statement(f"{body.format(day='2025年6月12日')}\n{dated}", None, date(2025, 6, 12), "b")
    assert (len(group([first, later])[0]) == 1) == joined


@pytest.mark.parametrize(
    ("opening", "joined"),
    [
        ("すみれ信用金庫では、", False),
        ("東湊市が検診のご案内の発送を委託している業者において、", False),
        ("あさぎり信用金庫では、", True),
        ("東湊市の窓口で配っている冊子を作る際に、", True),
    ],
)
def test_a_body_names_itself_in_the_words_it_begins_with(opening: str, *, joined: bool) -> None:
    told = "5月8日、案内の封筒31通に別の方の書類を入れてお送りしておりました。お詫び申し上げます。"
    first = Statement(f"あさぎり信用金庫では、{told}", "書類の誤封入について", date(2024, 5, 9), "a")
    later = Statement(f"{opening}{told}", "書類の誤封入について", date(2024, 5, 10), "b")
    assert (len(group([first, later])[0]) == 1) == joined


def test_a_kind_of_bodies_is_the_name_of_none() -> None:
    assert issuers_of("令和7年度県立高等学校の入学者選抜における採点の誤りについて", "採点に誤りがありました。") == frozenset()
