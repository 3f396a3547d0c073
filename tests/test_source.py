"""One input: what is taken for its title and its date, and what must not be."""

from datetime import date
from pathlib import Path

import pytest

from analyzer.errors import AnalyzerError, ExitStatus, UnreadableError, UsageError
from analyzer.language.normalise import normalise
from analyzer.reading.day import date_of
from analyzer.reading.head import signed_date_of
from analyzer.reading.source import NoteCode, read_statement, statement_from
from analyzer.schema import Lang

BODY = "平素より青嵐クラブを応援いただき、ありがとうございます。会員様12名のお名前が流出しました。\n"
TITLE = "個人情報の流出に関するお詫びとお知らせ"
WRAPPED = "弊社が運営する通販サイト「あおあらし」への不正アクセスによる個人情報の流出に関するお詫び"
TENDER = "給食用食器の更新に係る指名競争入札における予定価格の算定誤りについて"
LONG = (
    "当社が運営する会員制通販サイト「あおあらしマルシェ本店」への第三者による不正アクセスに伴うお客様情報の流出に関するお詫びとお知らせ",
    "令和5年度及び令和6年度に実施した給食用食器の更新に係る指名競争入札における予定価格の算定誤り並びに落札者の決定の取消しについて",
    "【重要なお知らせ】家庭用加湿器「しずく」シリーズ(型番 AS-100、AS-110、AS-120)における発煙事故と対象製品の無償交換のお願い（第2報）",
)

SIGNED_BELOW = (
    "2024年6月1日\nひまわり弁当",
    "2024年6月1日\nたんぽぽ園",
    "2024年6月1日\nあおぞら会\n世話人 倉田",
    "まるやま書店\n2024年6月1日",
    "発表日：2024年6月1日\n品名：のり巻き",
)
SORRY = ("看板のこと、ごめんなさい。", "名札の取りちがえ、申し訳ありませんでした", "鍵の件、ほんとうにすみません！")
SPOKEN = ("うちの看板犬、こはるのこと", "ごめんなさい、祭りの弁当の件です", "割れたびんのお話")
CLOSED = ("配送の遅れのご報告(暫定)", "配線の事故のお知らせ")
LEADS = ("下記のとおりご報告申し上げます。\n", "次の通りお知らせします。")
ADDRESSED = (
    "「あおあらしの石けん」をお使いの皆様へ",
    "加湿器「しずく」をお買い上げいただいたお客様へ",
    "6月1日の朝市にご来場の方々へ",
    "家庭用たこ焼き器 AS-10 をお持ちの方へ",
)
LATER = ("保護者の皆様へ（部活動に関する報道について）", "点検機器の導入状況", "二重販売に係る再発防止策について")
"""Titles of later notices, over a blank line and their day."""
MATTERS = ("仕出し弁当への異物混入", "豆腐のお詫びと回収", "花瓶の割れにつきまして", "組合費の管理について檀家の皆様へ")
SIGNED = ("仕出し まるはち　店主", "めがねの青嵐堂　本部", "Aoarashi Japan 合同会社\n親愛なるお客様、", "青嵐院　住職\n合掌")
SPEAKERS = ("茶房あおあらし 店主より", "まるはち便（運営：株式会社青嵐）", "青嵐合同会社（日本語訳。原文は英語です）")
SIGNED_AT_FOOT = (
    "2024年6月3日",
    "株式会社青嵐　2024年6月3日",
    "青嵐仕出し店\n2024/6/3",
    "2024年6月3日\n青嵐会 会長 倉田 亮\n電話 00-0000-0000",
    "2024年6月3日 運営会社 青嵐合同会社 担当 通販係 mail@example.jp",
)
BORNE = (
    "報道発表日:2024年6月3日更新日:2024年6月4日",
    "掲載開始日：2024年6月3日更新日：2024年6月4日",
    "公開日2024年6月3日最終更新日2024年6月4日",
    "記者発表資料発表日：2024年6月3日",
    "報道発表資料　2024年06月03日　建設局",
    "令和6年（2024年）6月3日　学務課",
    "2024年6月3日 総務部広報課",
    "2024.6.3[クラブからのお知らせ]",
    "お知らせ2024/06/03",
    "2024年6月3日【重要】",
    "2024.06.03お知らせ",
    "2024/06/03ニュース",
    "2024年6月3日プレスリリース",
    "青嵐クラブ2024/06/03",
    "2024/06/03 お知らせ",
    "2024.06.03 | 重要なお知らせ",
    "お知らせ　2024年6月3日",
    "[お知らせ] 2024年6月3日",
    "2024-06-03 ｜ お知らせ, 重要",
    "2024.06.03 INFORMATION",
    "2024年6月3日 カテゴリー：未分類",
)
NOT_BORNE = (
    "登録日：2024年6月3日から更新日までの間に流出",
    "2024年6月3日 学務課で名簿を紛失",
    "2024.06.03出荷分",
    "2024年6月3日製造品",
    "2024年6月3日のお知らせ",
    "2024年6月3日 一部",
    "2024/06/03 説明会",
    "2024年6月3日 お知らせの配布",
    "2024年6月3日 お知らせ会",
)
"""Days of the page, and of the matter, in lines below the title."""
TOLD = (
    "【大切なお知らせ】くりまんじゅうの箱を取りちがえました",
    "【重要】6月1日の弁当で、卵の表示が抜けていました",
    "【お詫び】会場の鍵が開かず、お待たせいたしました",
)


@pytest.mark.parametrize(
    ("text", "title", "left"),
    [
        (f"{TITLE}\n\n{BODY}", TITLE, BODY),
        (f"{TITLE}\r\n　\r\n{BODY}", TITLE, BODY),
        (f"\n　{TITLE}　\n\n　{BODY}", TITLE, "　" + BODY),
        (f"{TITLE}\n{BODY}", TITLE, BODY),
        (f"点検機器の導入状況\n\n{BODY}", "点検機器の導入状況", BODY),
        (f"各 位　{TITLE} [PDF 120KB]\n\n{BODY}", TITLE, BODY),
        (f"報道発表資料 {TITLE}\n\n{BODY}", TITLE, BODY),
        (f"{TITLE} | 青嵐中学校・高等学校\n\n{BODY}", TITLE, BODY),
        (f"メニューを飛ばして注文できる不具合について\n\n{BODY}", "メニューを飛ばして注文できる不具合について", BODY),
        (f"2024.6.3の試合についてのお詫び\n\n{BODY}", "2024.6.3の試合についてのお詫び", BODY),
        *((f"{matter}\n{signed}\n{BODY}", matter, f"{signed}\n{BODY}") for matter in MATTERS for signed in SIGNED),
        *(
            (f"{later}\n{BODY}", later, BODY)
            for later in (
                "会員名簿の流出に関する調査結果",
                "「会員名簿」の件 その後",
                "Q&A:会員名簿の流出について",
                "屋内プール　再開のご案内",
                "安全に関するお知らせ:木のおもちゃの回収状況",
            )
        ),
        (f"# {TITLE}\n\n{BODY}", TITLE, BODY),
        (f"{TITLE} / Notice on a Leak of Names\n\n{BODY}", TITLE, BODY),
        (f"名簿の流出について ｜ Regarding the List\n2024年6月1日\n\n{BODY}", "名簿の流出について", f"2024年6月1日\n\n{BODY}"),
        (
            f"名簿の流出に関するお詫び ②\n投稿日\n2024年6月1日\n{BODY}",
            "名簿の流出に関するお詫び ②",
            f"投稿日\n2024年6月1日\n{BODY}",
        ),
        *((f"名簿の流出のお知らせ\n{below}\n\n{BODY}", "名簿の流出のお知らせ", f"{below}\n\n{BODY}") for below in SIGNED_BELOW),
        *((f"{sorry}\n\n2024.6.1\n\n{BODY}", sorry, f"2024.6.1\n\n{BODY}") for sorry in SORRY),
        (f"【重要】{TITLE}（第2報）\n\n{BODY}", f"【重要】{TITLE}（第2報）", BODY),
        *((f"{told}\n\n{BODY}", told, BODY) for told in TOLD),
        *((f"{spoken}\n\n{BODY}", spoken, BODY) for spoken in (*SPOKEN, *ADDRESSED)),
        (f"{SPOKEN[0]}\n2024年6月1日\n{BODY}", SPOKEN[0], f"2024年6月1日\n{BODY}"),
        *((f"{told}\n{lead}{BODY}", told, f"{lead}{BODY}") for told in CLOSED for lead in LEADS),
        *((f"{told}\n\n{BODY}", told, BODY) for told in ("会員名簿の置き忘れに就いて", "会員の投稿に関しまして", "弁当が届かなかった件")),
        *((f"{filed} {TITLE}\n\n{BODY}", TITLE, BODY) for filed in ("お知らせ", "プレスリリース　", "ニュース", "News")),
        (f"お知らせ いろいろ\n\n{BODY}", "お知らせ いろいろ", BODY),
        (f"お知らせ (第2報)\n\n{BODY}", "お知らせ (第2報)", BODY),
        (f"お知らせ 及び お詫び\n\n{BODY}", "お知らせ 及び お詫び", BODY),
        (f"職員の懲戒処分について\n　次のとおり処分しました。\n{BODY}", "職員の懲戒処分について", f"　次のとおり処分しました。\n{BODY}"),
        *((f"{head}\n\n2024年6月1日\n{BODY}", head, f"2024年6月1日\n{BODY}") for head in LATER),
        (f"【6/1 14:20】会員サイトの障害のお知らせ\n\n{BODY}", "【6/1 14:20】会員サイトの障害のお知らせ", BODY),
        (f"名簿の流出に関するQ&A\n最終更新:2024年6月1日 18:00\n{BODY}", "名簿の流出に関するQ&A", f"最終更新:2024年6月1日 18:00\n{BODY}"),
        (f"件名：お送りしたメールのこと\n{BODY}", "お送りしたメールのこと", BODY),
        (f"件名\ufe55お送りしたメールのこと\n{BODY}", "お送りしたメールのこと", BODY),
        (f"Subject: {TITLE}\n\n{BODY}", TITLE, BODY),
        (f"タイトル：{TITLE}\n\n{BODY}", TITLE, BODY),
        ("お詫び\n\n" + BODY, "お詫び", BODY),
        ("カ\u3099ス漏れに関するお知らせ\n\n" + BODY, "カ\u3099ス漏れに関するお知らせ", BODY),
        (f"{TITLE}\n2024年6月1日\n株式会社青嵐\n\n{BODY}", TITLE, f"2024年6月1日\n株式会社青嵐\n\n{BODY}"),
        *((f"{long}\n\n2024年6月1日\n株式会社青嵐\n\n{BODY}", long, f"2024年6月1日\n株式会社青嵐\n\n{BODY}") for long in LONG),
        *((f"{long}\n{BODY}", long, BODY) for long in LONG),
        (f"弊社が運営する通販サイト「あおあらし」への不正アクセスによる\n個人情報の流出に関するお詫び\n\n{BODY}", WRAPPED, BODY),
        (
            f"　給食用食器の更新に係る指名競争入札における\n　予定価格の算定誤りについて\n2024年6月1日\n{BODY}",
            TENDER,
            f"2024年6月1日\n{BODY}",
        ),
    ],
)
def test_title_on_the_first_line_leaves_the_text(text: str, title: str, left: str) -> None:
    statement, notes = statement_from(text, "a.txt")
    assert (statement.title, statement.text) == (title, left)
    assert statement.start is not None and text[statement.start :] == left
    assert NoteCode.TITLE_TAKEN in [note.code for note in notes]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"2024年6月1日\n株式会社青嵐\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"会員の皆様へ\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"会場にお越しの皆様へ\n{TITLE}\n\n{BODY}", TITLE),
        *((f"{addressed}\n\n{title}\n\n{BODY}", title) for addressed in ADDRESSED for title in (TITLE, "お詫びとお知らせ")),
        (f"お知らせ\n\n2024年6月1日 お知らせ 名簿の流出について\n青嵐会\n名簿の流出について\n{BODY}", "名簿の流出について"),
        (f"令和6年6月1日\n職員の懲戒処分について\n次のとおり処分しましたので公表します。\n{BODY}", "職員の懲戒処分について"),
        (f"令和6年6月1日\n○○市立青嵐中学校長\n{TITLE}\n\n{BODY}", TITLE),
        (f"令和6年6月1日\n花火大会の事故について\nふるさと祭り実行委員会 会長 古川 豊\n{BODY}", "花火大会の事故について"),
        (f"関係者各位\n令和6年6月1日\n青嵐クラブ\n代表　山田太郎\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"From: info@example.jp\nTo: member@example.jp\nSubject: {TITLE}\n\n{BODY}", TITLE),
        (f"お知らせ\n\n{TITLE}\n\n{BODY}", TITLE),
        ("本文ここから\n\n不適切な事象について\n\n" + BODY, "不適切な事象について"),
        (f"ニュースNews\n- 青嵐株式会社 ホームページ\n- お知らせ\n- {TITLE}\nお知らせ\n{TITLE}\n{BODY}", TITLE),
        (f"- HOME\n- お知らせ一覧\n- {TITLE}\n{TITLE}\n2024.06.01\n{BODY}", TITLE),
        (f"会員の皆様へ{' ' * 40}2024年6月1日\n{TITLE}\n\n{BODY}", TITLE),
        (f"・ホームページ\n・{TITLE}\n{TITLE}\n{BODY}", TITLE),
        (f"青嵐会は先ほど、以下の談話を出しました。\n<会費の取りちがえについて>\n{BODY}", "<会費の取りちがえについて>"),
        (f"当会は次のコメントを公表しました。\n\n【名簿の持ち出しについて】\n\n{BODY}", "【名簿の持ち出しについて】"),
        (f"社会福祉法人あおぞら会{'　' * 20}2024年6月1日\n\n　　　{TITLE}\n\n{BODY}", TITLE),
        (f"青嵐小学校   令和6年6月1日\n{TITLE}\n\n{BODY}", TITLE),
        (f"2024年6月1日\n【お詫び】会員名簿が流出しました\n{BODY}", "【お詫び】会員名簿が流出しました"),
        (
            f"あおぞら株式会社 2024.6.1\n\n　　通学バスにおける児童の置き去り事案に\n　　ついて（第2報）\n\n{BODY}",
            "通学バスにおける児童の置き去り事案について（第2報）",
        ),
        (f"ホーム > お知らせ > 2024年度\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"更新日：2024年6月1日　ページ番号：0012345\n印刷\n本文ここから\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"2024年6月1日\n会社名　青嵐化成株式会社\n（コード番号：0000　東証プライム）\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"お客様各位\n平素より格別のご愛顧をいただき、誠にありがとうございます。\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"青嵐博物館からのお知らせ\n2024年6月1日\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"2024年6月1日\n株式会社青嵐\n\n過大請求の精算状況について\n\n{BODY}", "過大請求の精算状況について"),
        (f"ページの先頭です。 本文へ\n現在地 トップページ > くらし > 水道 > {TITLE}\n\n本文\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"ニュース\n\n- NEWS -\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"本文へ移動\n文字サイズ 標準 拡大\nホーム\n共通メニュー\nニュース\n検索へ\n印刷\n各位\n青嵐会\n{TITLE}\n{BODY}", TITLE),
        (f"ホーム > 町長の部屋\n町長の判このこと | 青嵐町\n町長の判このこと\n{BODY}", "町長の判このこと"),
        (f"ページの先頭です。 メニューを飛ばして本文へ\n{TITLE}\n\n{BODY}", TITLE),
        (f"サブナビゲーションをスキップして本文へ\nページ番号を入力\n{TITLE}\n\n{BODY}", TITLE),
        (f"News\n\n2024.6.3[会員へのお知らせ]\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"ニュース\n\n※閲覧には専用のソフトが必要です。\n企業情報\n\n2024/5/31\n{TITLE}\n\nPDFを見る\n{BODY}", TITLE),
        (f"{TITLE} : 青嵐の会 AOARASHI\n\nお知らせ\n\n2024.6.3\n\n{TITLE}\n\n{BODY}", TITLE),
        (f"• NEWS\n  • {TITLE}\n\n2024年6月3日\n\n{TITLE}\n\n{BODY}", TITLE),
        (
            f"青嵐会\n\n名簿に関する調査の報告を受けまして\n\n2024年6月3日\n\n名簿に関する調査の報告を受けまして\n{BODY}",
            "名簿に関する調査の報告を受けまして",
        ),
        (f"現在位置 ホーム > 催し > 「催し」のお知らせ > {TITLE}\nここから本文です。\nお知らせ\n{BODY}", TITLE),
        (f"トップページ > 2023年度 > 2023年5月 > {TITLE}\n\n{BODY}", TITLE),
        *((f"{speaker}\n弁当の回収のお知らせ(12月17日)\n{BODY}", "弁当の回収のお知らせ(12月17日)") for speaker in SPEAKERS),
        (f"- カテゴリー：\n-\n{TITLE}\n- カテゴリー：\n{BODY}", TITLE),
        (
            f"各位\n診療所で起きた投薬の誤りについてのお詫びと再発防止\nについて\n{BODY}",
            "診療所で起きた投薬の誤りについてのお詫びと再発防止について",
        ),
    ],
)
def test_deeper_title_stays_in_the_text(text: str, title: str) -> None:
    statement, _ = statement_from(text, "a.txt")
    assert (statement.title, statement.text) == (title, text)


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "会員情報が流出しました。\n\n" + BODY,
        "個人情報が流出しました\n\n" + BODY,
        "このたびの個人情報の流出について\n\n" + BODY,
        "会員の皆様\n\n" + BODY,
        "会員の皆様へ\n\n" + BODY,
        "いつもご利用いただいているお客様へ\n\n" + BODY,
        "石けんをお使いの皆様へお知らせです。\n\n" + BODY,
        "うちの看板犬、こはるのこと\n" + BODY,
        "祭りの弁当の件です。\n\n" + BODY,
        "・祭りの弁当の件です\n\n" + BODY,
        "このたびの弁当の件です\n\n" + BODY,
        BODY + "\nうちの看板犬、こはるのこと\n\n" + BODY,
        "くりまんじゅうの箱を取りちがえました\n\n" + BODY,
        "【重要】卵の表示が抜けていました。\n\n" + BODY,
        "【重要】卵の表示が抜けていました\n" + BODY,
        "【店長】卵の表示が抜けていました\n\n" + BODY,
        "名簿の流出の件は、調査の結果\n次のことが分かりました。\n\n" + BODY,
        "昨年の秋に流出した会員名簿の\n写しは、すべて消していただきました。\n\n" + BODY,
        "関係者各位\n\n" + BODY,
        "2024年6月1日\n\n" + BODY,
        "・流出の件\n\n" + BODY,
        "- 流出の件\n- 回収の件\n\n" + BODY,
        "当会は下記のとおり発表しました。\n<名簿の持ち出しについて>\n" + BODY,
        "当会は以下の談話を出しました。\n名簿の持ち出しについて\n\n" + BODY,
        "ごめんなさい。\n\n2024年6月1日\n\n" + BODY,
        "このたびは申し訳ございませんでした。\n\n2024年6月1日\n\n" + BODY,
        "看板のこと、ごめんなさい。\n\n" + BODY,
        "会員名簿の流出につきまして\nひとこと申し上げます。\n\n" + BODY,
        "会員名簿の流出に関しまして\nひとこと申し上げます。\n\n" + BODY,
        "会員名簿の流出について\n下記のとおりご報告します。\n\n" + BODY,
        "会員名簿の流出に関する件で\nまことに申し訳なく思います\n\n" + BODY,
        "1. 流出の発生\n\n" + BODY,
        "2024年6月1日\nはまかぜ放送局\n" + BODY,
        "たんぽぽ荘より\n" + BODY,
        "青嵐市で6月1日に発生した市民会館の火災\n事故につきまして、お詫びします。\n" + BODY,
        "ホーム > 市政 > お知らせ\n\nページ番号：0012\n\n" + BODY,
        "第二報：6/18発表分\n先日の障害につきまして、次のことが分かりました。\n" + BODY,
        "会員の皆様へ（青嵐会）\n\n2024年6月1日\n" + BODY,
        "【事故の概要】\n\n" + BODY,
        # A section below a greeting, and who speaks below the first line.
        "平素より当館をご利用いただき、誠にありがとうございます。\n\n【発生した事象】\n\n" + BODY,
        "お客様各位\n平素より当館をご利用いただき、誠にありがとうございます。\n\n発生年月日\n\n" + BODY,
        "本文ここから\n青嵐博物館からのお知らせ\n記念の手ぬぐいの色落ち\n" + BODY,
        "発生日時：6月1日\n流出件数：12件\n\n" + BODY,
        "当クラブが運営する公式サイトの会員情報の流出について\nご報告いたします。会員様12名のお名前が流出しました。",
        "当クラブの会員情報の流出につきまして、\n会員様12名のお名前が流出したことが分かりました。",
        "流出した「会員名簿の件\n」はすでに消えています。\n\n" + BODY,
        "お客様へのご連絡が遅れた件、\nについては次のとおりです。\n\n" + BODY,
        "■発生日時\n\n" + BODY,
        "申し訳ございません!次回の日程のお知らせ\n\n" + BODY,
        TITLE + "\n",
        "あ" * 120 + "の流出に関するお詫び\n\n" + BODY,
        "会員様の情報の流出を受けて昨年の春から続けてきた社内と委託先の設備の入れ替えと、担当する者を三つの部署から集めた新しい組の立ち上げの経過\n\n"
        + BODY,
        "お送りした名簿の流出の件で、会員の皆様と大会を支えてくださった地域の皆様に多大なるご迷惑とご心配をおかけした次第につきお詫び申し上げます\n\n"
        + BODY,
        BODY + "\n" + TITLE + "\n\n" + BODY,
    ],
)
def test_what_is_no_title(text: str) -> None:
    statement, notes = statement_from(text, "a.txt")
    assert (statement.title, statement.text) == (None, text)
    assert NoteCode.TITLE_TAKEN not in [note.code for note in notes]


def test_given_title_and_date_are_final() -> None:
    text = f"{TITLE}\n2024年6月1日\n\n{BODY}"
    statement, notes = statement_from(text, "a.txt", title="別の題名", published=date(2024, 6, 2))
    assert (statement.title, statement.published, statement.text, notes) == ("別の題名", date(2024, 6, 2), text, ())


def test_given_title_is_not_repeated_in_the_text() -> None:
    statement, notes = statement_from(f"長い夜のこと\n\n{BODY}", "a.txt", title="長い夜のこと")
    assert (statement.title, statement.text, notes) == ("長い夜のこと", BODY, ())


def test_empty_title_means_none() -> None:
    text = f"{TITLE}\n\n{BODY}"
    statement, _ = statement_from(text, "a.txt", title="")
    assert (statement.title, statement.text) == (None, text)


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("令和6年5月1日", date(2024, 5, 1)),
        ("令和元年５月１日", date(2019, 5, 1)),
        ("令和六年十二月二十一日", date(2024, 12, 21)),
        ("二〇二四年五月一日", date(2024, 5, 1)),
        ("R6.5.1", date(2024, 5, 1)),
        ("2024.05.01", date(2024, 5, 1)),
        ("2024/5/1", date(2024, 5, 1)),
        ("2024-05-01", date(2024, 5, 1)),
        ("2024-05-01T10:00:00+09:00", date(2024, 5, 1)),
        ("2024-05-01 10:00:00 +0900", date(2024, 5, 1)),
        ("　2024年5月1日（水）　", date(2024, 5, 1)),
        ("2024年（令和6年）5月1日 水曜日", date(2024, 5, 1)),
        ("公表日：2024年5月1日", date(2024, 5, 1)),
        ("2024年5月1日 15:30更新", date(2024, 5, 1)),
        ("2024年2月30日", None),
        ("2024年5月1日、誤送信しました。", None),
        ("5月1日", None),
        ("発生日：2024年5月1日", None),
        ("二十十年五月一日", None),
        ("", None),
    ],
)
def test_date_of(wording: str, day: date | None) -> None:
    assert date_of(wording) == day


@pytest.mark.parametrize(
    ("wording", "day"),
    [
        ("2024年5月1日", date(2024, 5, 1)),
        ("令和6年5月1日　株式会社青嵐", date(2024, 5, 1)),
        ("2024年5月1日 代表取締役 倉田 亮", date(2024, 5, 1)),
        ("令和6年5月1日　青嵐町　企画商工課", date(2024, 5, 1)),
        ("2024年5月1日 青嵐市 総務部 広報係", date(2024, 5, 1)),
        ("2024年5月1日 株式会社青嵐 お客様相談室", date(2024, 5, 1)),
        ("2024年5月1日 青嵐市 断水", None),
        ("2024年5月1日 厨房 点検係", None),
        ("2024年5月1日 ", date(2024, 5, 1)),
        ("社会福祉法人あおぞら会　　　　　　2024年5月1日", date(2024, 5, 1)),
        ("青嵐中学校                          令和6年5月1日（水）", date(2024, 5, 1)),
        ("青嵐町 企画課　　2024.5.1", date(2024, 5, 1)),
        ("あおぞら製菓株式会社 2024/5/1", date(2024, 5, 1)),
        ("報道関係各位　　　　　　2024年5月1日", date(2024, 5, 1)),
        ("青防第12号　　　　　　令和6年5月1日", date(2024, 5, 1)),
        ("対象のお客様　　　2024年5月1日", None),
        ("製造日　2024年5月1日", None),
        ("調査委員会　2024年5月1日", None),
        ("青嵐病院を受診　2024年5月1日", None),
        ("発生場所　青嵐市　2024年5月1日", None),
        ("青嵐中学校 入学式 2024年5月1日", None),
        ("2024年5月1日 調査を開始", None),
        ("2024年5月1日 代表者会議で報告しました。", None),
    ],
)
def test_signed_date_of(wording: str, day: date | None) -> None:
    assert signed_date_of(wording) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (f"2024年6月1日\n株式会社青嵐\n\n{TITLE}\n\n{BODY}", date(2024, 6, 1)),
        (f"{TITLE}\n\n令和6年6月1日（土）\n{BODY}", date(2024, 6, 1)),
        (f"2024.06.01\n{BODY}", date(2024, 6, 1)),
        (f"- 2024年6月1日\n- 名簿の流出について\n- {BODY}", date(2024, 6, 1)),
        (f"・2024/6/1\n・名簿の流出について\n{BODY}", date(2024, 6, 1)),
        (f"{TITLE}\n2024年6月1日 / June 1, 2024\n\n{BODY}", date(2024, 6, 1)),
        (f"{TITLE}\n2024年6月1日（Saturday, 1st June 2024）\n\n{BODY}", date(2024, 6, 1)),
        (f"{TITLE}\nJune 1, 2024\n\n{BODY}", None),
        (f"{TITLE}\n2024年6月1日 / June sale\n\n{BODY}", None),
        (f"青嵐小学校{' ' * 30}令和6年6月1日\n\n{TITLE}\n\n{BODY}", date(2024, 6, 1)),
        (f"{TITLE}\n\n検査機関　2024年6月1日\n{BODY}", None),
        (f"{BODY}\n2024年6月1日\n{BODY}", None),
        (f"2024年2月30日\n{BODY}", None),
        (f"{TITLE}\n\nページID：004512\n\n更新日：2024年6月3日\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n掲載開始日　2024年6月3日\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n令和6年6月3日提供　資料提供\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n2024/6/3 | ニュース\n\n{BODY}", date(2024, 6, 3)),
        (f"ページ番号2004512　更新日　令和6年6月3日　印刷\n\n{TITLE}\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n最終更新日：2024年6月8日　公開日：2024年6月3日\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n更新日：2024年6月8日\n掲載日：2024年6月3日\n\n{BODY}", date(2024, 6, 3)),
        (f"2024.6.3 大切なお知らせ\n{TITLE}\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\nページ番号2004512　令和6年6月3日に作った名簿\n\n{BODY}", None),
        (f"{TITLE}\n提供を始めた日　2024年6月3日\n\n{BODY}", None),
        (f"{TITLE}\n製造日 2024年6月3日\n\n{BODY}", None),
        (f"{TITLE}\n\n記事ID：[[page_id]] 更新日：2024年6月3日掲載\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n更新日：2024年6月3日更新 印刷ページ表示\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n2024年6月3日（総務課）\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n2024年6月3日（製造分）\n\n{BODY}", None),
        (f"規律委員会 処分の公表（2024年6月3日）2024-06-03\n\n{BODY}", date(2024, 6, 3)),
        (f"{TITLE}\n2024.6.3 チケット\n\n{BODY}", date(2024, 6, 3)),
        *((f"{TITLE}\n\n{BODY}\n{foot}", date(2024, 6, 3)) for foot in SIGNED_AT_FOOT),
        (f"{TITLE}\n\n2024年6月1日\n{BODY}\n2024年6月3日　株式会社青嵐", date(2024, 6, 1)),
        (f"{TITLE}\n\n{BODY}\n2024年6月3日 チケット\n2024年6月5日 チケット", None),
        (f"{TITLE}\n\n{BODY}\n2024年6月3日\n名簿は戻りました。", None),
        (f"2024年6月3日 名簿の紛失の報告\n2024年6月5日 名簿の回収のお願い\n\n{BODY}", None),
        *((f"{TITLE}\n\n{line}\n\n{BODY}", date(2024, 6, 3)) for line in BORNE),
        *((f"{TITLE}\n\n{line}\n\n{BODY}", None) for line in NOT_BORNE),
        (f"{TITLE}\n\n2024/06/03 お知らせ\n\n令和6年6月1日、名簿を紛失しました。", date(2024, 6, 3)),
        (f"名簿の流出について 2024年6月3日\n\n令和6年5月1日、会員の方のお知らせで分かりました。\n{BODY}", date(2024, 6, 3)),
        (f"2024年6月3日 名簿の流出について\n\n令和6年5月1日 会員の方のお知らせで判明\n{BODY}", None),
    ],
)
def test_published_near_the_top(text: str, day: date | None) -> None:
    statement, notes = statement_from(text, "a.txt")
    assert statement.published == day
    assert (NoteCode.PUBLISHED_TAKEN in [note.code for note in notes]) is (day is not None)


@pytest.mark.parametrize(
    "line",
    [
        f"2024年6月3日【重要】{TITLE}",
        f"2024.06.03　{TITLE}",
        f"令和６年６月３日（月） {TITLE}",
        f"{TITLE} R6.6.3",
        f"【2024年6月3日更新】{TITLE}",
        f"{TITLE}（2024年6月3日掲載）",
    ],
)
def test_a_day_beside_the_title_is_none_of_its_words(line: str) -> None:
    statement, _ = statement_from(f"{line}\n\n{BODY}", "a.txt")
    assert (statement.title or "").removeprefix("【重要】") == TITLE
    assert (statement.published, statement.text) == (date(2024, 6, 3), BODY)


def test_questions_and_answers_bear_their_day_too() -> None:
    statement, _ = statement_from(f"名簿の流出に関するよくあるご質問（2024年6月3日更新）\n\n{BODY}", "a.txt")
    assert (statement.title, statement.published) == ("名簿の流出に関するよくあるご質問", date(2024, 6, 3))


@pytest.mark.parametrize(
    "line",
    [
        "2024年6月3日に発生した名簿の流出について",
        "2024年6月3日付の懲戒処分について",
        "2024年6月3日 発売のまんじゅうの回収について",
        "2024年6月3日(月) 白波戦での違反行為について",
        "2024年6月3日〜6月5日の障害について",
        "名簿の流出について（2024年6月3日）",
    ],
)
def test_the_day_of_the_matter_stays_in_the_title(line: str) -> None:
    statement, _ = statement_from(f"{line}\n\n{BODY}", "a.txt")
    assert (statement.title, statement.published) == (line, None)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "お詫びとご報告\n\n2024年6月3日\n各 位\n青嵐会\n会長　倉田 亮\n\n名簿の売却による元職員の逮捕を受けて",
            "名簿の売却による元職員の逮捕を受けて",
        ),
        ("重要なお知らせ\n\n会員名簿の紛失について", "会員名簿の紛失について"),
        ("お詫びとお知らせ\n青嵐クラブ\n会員名簿の誤送信に関するお詫び", "会員名簿の誤送信に関するお詫び"),
        ("このページの情報を印刷できます\nこのページをXで共有\n本文へスキップ\n会員名簿の紛失について", "会員名簿の紛失について"),
        ("青嵐厚生基金 からのお知らせ\n令和4年11月30日\n給付券の印字誤りについて", "給付券の印字誤りについて"),
        ("お詫びとご報告\n\n経緯について", "お詫びとご報告"),
        ("お知らせとお願い\n\n原因について", "お知らせとお願い"),
        ("第3回ぽんぽこ!杯の集計誤りに関するお詫び", "第3回ぽんぽこ!杯の集計誤りに関するお詫び"),
        ("音楽劇「はる?なつ!」公演の集計誤りについて", "音楽劇「はる?なつ!」公演の集計誤りについて"),
        ("■集計の誤りに関するお知らせとお詫び", "集計の誤りに関するお知らせとお詫び"),
        ("お詫び\n\n会員名簿の紛失がありました。\n\n会員名簿の紛失について", "お詫び"),
    ],
)
def test_a_title_that_names_the_matter_goes_before_one_that_names_none(head: str, title: str) -> None:
    assert statement_from(f"{head}\n\n{BODY}", "a.txt")[0].title == title


@pytest.mark.parametrize(
    ("below", "closed"),
    [
        ("かねてよりご心配をおかけしておりますが、名簿を紛失しました。", True),
        ("すでに報道されておりますとおり、名簿を紛失しました。", True),
        ("あさぎり市では、会員名簿を紛失しました。", True),
        ("のぞみ園において、会員名簿を紛失しました。", True),
        ("まず、皆様にお詫び申し上げます。", True),
        ("ここから本文です。\n会員名簿を紛失しました。", True),
        ("ご報告申し上げます。\n会員名簿を紛失しました。", False),
        ("まとめましたのでお知らせします。", False),
        ("のご報告が遅れ、会社では", False),
    ],
)
def test_a_sentence_that_begins_in_kana_goes_on_with_no_closed_title(below: str, closed: bool) -> None:
    statement, _ = statement_from(f"会員名簿の紛失について\n{below}\n{BODY}", "a.txt")
    assert (statement.title == "会員名簿の紛失について") is closed


@pytest.mark.parametrize(
    ("day", "updated"),
    [("更新日:2024年11月30日", True), ("公開日:2024年9月10日 更新日:2024年11月30日", False), ("公開日:2024年11月30日", False)],
)
def test_a_day_that_is_only_that_of_an_update_is_known_as_such(day: str, updated: bool) -> None:
    assert statement_from(f"会員名簿の紛失について\n{day}\n{BODY}", "a.txt")[0].updated is updated


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("原因 |\n|\n|\n宛先の表を取りちがえました。 |\n", "原因\n宛先の表を取りちがえました。\n"),
        ("| \r\n宛先の表を取りちがえました。\r\n　|　\r\n", "宛先の表を取りちがえました。\r\n"),
        ("原因と対策は\n|\n次の日に改めました。", "原因と対策は\n次の日に改めました。"),
        ("｜品名｜数｜\n|---|---|\n｜まんじゅう｜12箱｜\n回収しました。", "｜品名｜数｜\n｜まんじゅう｜12箱｜\n回収しました。"),
    ],
)
def test_bars_left_from_a_table_are_no_lines(text: str, left: str) -> None:
    statement, notes = statement_from(text, "a.txt")
    read = normalise(text).without(statement.left_out).text
    assert (statement.text, read, [note.code for note in notes]) == (text, normalise(left).text, [NoteCode.BARS_LEFT_OUT])


ENGLISH = (
    "We are writing to tell you of the loss of a list at our office on June 1.\n",
    "The list has been found and was returned to us at 9:30 a.m. on the next day.\n",
    "We apologize for the trouble this has caused to the members of our\nassociation.\n",
)


@pytest.mark.parametrize("order", ["beside", "below", "above"])
def test_lines_in_english_are_not_judged(order: str) -> None:
    japanese = ("6月1日、名簿を紛失しました。\n", "名簿は翌日の9時30分に戻りました。\n", "深くお詫びします。\n")
    pairs = zip(japanese, ENGLISH, strict=True)
    text = {"beside": "".join(map("".join, pairs)), "below": "".join(japanese + ENGLISH), "above": "".join(ENGLISH + japanese)}[order]
    statement, notes = statement_from(f"Notice on the Loss of a List of Names\n{TITLE}\n\n{text}", "a.txt")
    assert normalise(statement.text).without(statement.left_out).text.strip() == "".join(japanese).strip()
    assert (statement.title, notes[-1].code, "5" in notes[-1].text_in(Lang.JA)) == (TITLE, NoteCode.ENGLISH_LEFT_OUT, True)


@pytest.mark.parametrize(
    "text",
    [
        "画面には次のように出ました。\nYour list could not be found in the box.\n深くお詫びします。",
        "名簿を紛失しました。\nAozora Arashi Support Center\nTel: 000-555-0101 (9:00-17:00)\nE-mail: info@list.of.the.kai.example\n",
        "名簿を紛失しました。\nModel: AS-100, AS-110, AS-120, AS-130\nLot No. 24A01 to 24B99 and 25A01 to 25B99\n深くお詫びします。\n",
        "名簿を紛失しました。\n青嵐会 / Aozora Arashi Association of the Members for the Lake\n深くお詫びします。",
    ],
)
def test_names_and_messages_in_latin_letters_stay(text: str) -> None:
    assert statement_from(text, "a.txt")[0].left_out == ()


PAGE = "名簿を紛失しました。\n深くお詫びします。\n原因を調べています。\n名簿は戻りました。\n金庫に入れました。\n"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"青嵐会　2024年6月1日\n{PAGE}　- 1 -\n青嵐会 2024年6月1日\n{PAGE}　- 2 -\n", f"青嵐会 2024年6月1日\n{PAGE}{PAGE}"),
        (f"{PAGE}1/3\n{PAGE}2/3\n{PAGE}3/3", PAGE * 3),
        (f"{PAGE}青嵐会 広報\n1ページ\n{PAGE}青嵐会 広報\n2ページ\n", PAGE * 2),
        (f"{PAGE}{' ' * 20}1\n{PAGE}{' ' * 20}2\n", PAGE * 2),
        (f"名簿の紛失について\n{PAGE}- 1 -\n名簿の紛失について\n{PAGE}- 2 -\n", f"名簿の紛失について\n{PAGE}{PAGE}"),
        (
            f"{PAGE}その名簿を会員の皆様に\n\n— 1 —\n\nお返ししました。\n{PAGE}— 2 —",
            f"{PAGE}その名簿を会員の皆様にお返ししました。\n{PAGE}",
        ),
    ],
)
def test_the_marks_of_pages_are_no_lines(text: str, left: str) -> None:
    statement, notes = statement_from(text, "a.txt", title="")
    read = normalise(text).without(statement.left_out).text
    assert read.split() == normalise(left).text.split()
    assert NoteCode.PAGE_MARKS_LEFT_OUT in [note.code for note in notes]


@pytest.mark.parametrize("head", ["社会福祉法人 青嵐会 事故の報告書\n{} / 2\n", "青嵐会\n- {} -\n", "青嵐会 広報資料\n{}ページ\n"])
@pytest.mark.parametrize("space", ["", "\n"])
def test_a_title_and_a_day_stand_below_the_head_of_the_page(head: str, space: str) -> None:
    below = f"{' ' * 30}2024年6月1日\n{' ' * 30}会長 倉田 亮\n{space}{PAGE}{head.format(2)}{PAGE}"
    statement, _ = statement_from(f"{head.format(1)}{space}名簿の紛失について（概要）\n{space}{below}", "a.txt")
    assert (statement.title, statement.published, statement.text) == ("名簿の紛失について（概要）", date(2024, 6, 1), below)
    assert [statement.text[start:end] for start, end in statement.left_out] == head.format(2).splitlines(keepends=True)


def test_a_title_may_be_the_head_of_the_page() -> None:
    head = "名簿の紛失について 2024年6月1日\n{}/2\n"
    statement, _ = statement_from(head.format(1) + PAGE + head.format(2) + PAGE, "a.txt")
    assert (statement.title, statement.published) == ("名簿の紛失について", date(2024, 6, 1))


@pytest.mark.parametrize(
    ("trail", "left_out"),
    [
        ("トップページ > 2023年度 > 2023年5月 > 名簿の流出について", True),
        ("現在地　ホーム ＞ お知らせ ＞ 5月10日の事故について", True),
        ("HOME › ニュース › 名簿の流出について", True),
        ("トップページ > 設定 > 通知の順に進み、5月10日までに改めてください。", False),
        ("室温 20度 > 気温 10度", False),
        ("2024年2023年2022年2021年2020年", True),
        ("対象の年度　2024年 2023年 2022年 2021年", False),
    ],
)
def test_the_way_to_a_page_is_no_line(trail: str, left_out: bool) -> None:
    statement, notes = statement_from(f"{BODY}{trail}\n{BODY}", "a.txt")
    assert (normalise(statement.text).without(statement.left_out).text == normalise(BODY + BODY).text) is left_out
    assert (NoteCode.PAGE_MARKS_LEFT_OUT in [note.code for note in notes]) is left_out


@pytest.mark.parametrize(
    "text",
    [
        "1\n宛先を見直します。\n2\n名簿を金庫に入れます。\n3\n二人で確かめます。",
        f"{PAGE}- 5 -\n{PAGE}",
        f"記\n1\n概要\n{PAGE}2\nこれまでの経過\n{PAGE}{PAGE}3\n対策\n{PAGE}",
        f"対象の方\n12\n{PAGE}うち返送済み\n3\n{PAGE}",
        f"名簿の紛失について\n{PAGE}名簿の紛失について\n{PAGE}",
        f"{PAGE}6/1\n{PAGE}6/2\n{PAGE}",
    ],
)
def test_what_numbers_no_page_stays(text: str) -> None:
    assert statement_from(text, "a.txt", title="")[0].left_out == ()


@pytest.mark.parametrize("text", ["品名 | 数\nまんじゅう | 12箱\n回収しました。", "| 品名 | 数 |\n回収しました。", "回収しました。"])
def test_rows_of_several_cells_keep_their_bars(text: str) -> None:
    assert statement_from(text, "a.txt")[0].left_out == ()


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("第二報：6月3日発表分\n名簿は戻りました。\n\n第一報：6月1日発表分\n本日、名簿を紛失しました。", True),
        ("【第1報】名簿の紛失について（6/1）\n名簿を紛失しました。\n【続報】名簿の回収について（6/3）\n名簿は戻りました。", True),
        ("■最終報 2024.6.9\n調べを終えました。\n■第3報 2024.6.5\n調べております。\n■第2報 2024.6.3\n名簿は戻りました。", True),
        ("名簿を紛失しました。\n見つかり次第お知らせします。\n[6月3日更新]\n【経過】\n名簿は戻りました。", True),
        ("名簿を紛失しました。\n\n【追記：2024年6月3日(月)】名簿は戻りました。", True),
        ("名簿を紛失しました。\n■2024/6/3 追記\n名簿は戻りました。\n■2024/6/5 訂正\n名簿は12枚でした。", True),
        ("名簿を紛失しました。\n\n追記（6月3日）\n名簿は戻りました。", True),
        ("名簿を紛失しました。\n6月3日 追記\n名簿は戻りました。", True),
        ("名簿を紛失しました。\n2024年6月3日更新\n名簿の係が承ります。", False),
        ("名簿を紛失しました。\n6月3日追記の欄を読み違えました。\n追記した係が戻しました。", False),
        ("※6月3日更新\n名簿を紛失しました。\n深くお詫びします。", False),
        ("名簿を紛失しました。\n深くお詫びします。\n[6月3日更新]\n青嵐会", False),
        ("名簿を紛失しました。\n6月3日更新の台帳で分かりました。\n■6月3日に追記した欄\n名簿は戻りました。", False),
        ("このたびの件で、次の二つを出しました。\n第1報 6月1日\n名簿を紛失しました。", False),
        ("第1報：6月1日\n第2報：6月3日\nこのたび、名簿が戻りました。", False),
        ("第2報 6月3日\n6月1日の第1報でお知らせした名簿は戻りました。", False),
        ("警備の会社から第一報を6月1日に受け、第二報を待ちました。\n名簿を紛失しました。", False),
        ("第1報は6月1日に出しました。\n第2報は6月3日に出しました。\n名簿は戻りました。", False),
    ],
)
def test_several_reports_in_one_text_are_told(text: str, several: bool) -> None:
    codes = [note.code for note in statement_from(text, "a.txt", title="")[1]]
    assert (NoteCode.SEVERAL_REPORTS in codes) is several


@pytest.mark.parametrize(
    ("below", "line"),
    [
        (f"お客様へ\n弁当の回収について\n\n{BODY}", 11),
        (f"2024年6月5日\n会員の皆様へ\n\n{TITLE}\n\n{BODY}", 12),
        (f"会員の皆様へ\n{BODY}", None),
        (f"添付：会員の皆様へのご案内\n{BODY}", None),
    ],
)
def test_a_second_statement_below_the_first_is_told(below: str, line: int | None) -> None:
    notes = {note.code: note for note in statement_from("\n".join((TITLE, "", *[BODY] * 5, below)), "a.txt")[1]}
    told = notes.get(NoteCode.OTHER_STATEMENT)
    assert (told and told.text_in(Lang.JA).startswith(f"本文の{line}行目から")) is (None if line is None else True)


@pytest.mark.parametrize("day", ["2024年6月\n3日", "2024年\n6月3日", "発表日：令和6年6\n月3日", "2024年6月\n3日（月）"])
def test_a_day_and_a_title_broken_into_two_lines_are_whole(day: str) -> None:
    statement, notes = statement_from(f"{day}\n青嵐会 会長 倉田 亮\n会員名簿の紛失につ\nいて\nこのたび、{BODY}", "a.txt")
    assert (statement.title, statement.published) == ("会員名簿の紛失について", date(2024, 6, 3))
    assert [note.text_in(Lang.JA).partition("の")[0] for note in notes[:2]] == ["1行目", "4行目"]


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("会員名簿の紛失に関するお知\nらせ\n", "会員名簿の紛失に関するお知らせ"),
        ("会員名簿の紛失について\n報告\n\n", "会員名簿の紛失について"),
        ("2024年6月\n3日に起きた会員名簿の紛失について\n\n", None),
    ],
)
def test_what_ends_a_title_may_be_parted(head: str, title: str | None) -> None:
    statement, _ = statement_from(f"{head}このたび、{BODY}", "a.txt")
    assert statement.published is None
    assert title is None or statement.title == title


OWN = "先日の第1報では名簿を1冊とお伝えしました。数え直したところ、2冊でした。お詫びします。\n\n"
QUOTED = "名簿の紛失について\n昨日、名簿を紛失しました。\n約10分後に見つけました。\n"


@pytest.mark.parametrize(
    "mark",
    [
        "――――― 以下、第1報（6月1日） ―――――",
        "（参考）第1報（2024年6月1日公表）",
        "-----第1報 2024年6月1日-----",
        "【第1報（6月1日公表）】",
        "<以下、6月1日に公表した内容>",
        "以下、6月1日に発表した文章の再掲",
        "【再掲】第1報 名簿の紛失について",
        "＝＝＝ 2024年6月1日のお知らせ（再掲） ＝＝＝",
        "■参考：初報（6/1）",
    ],
)
def test_an_earlier_report_quoted_below_is_left_out(mark: str) -> None:
    title = "名簿の紛失について（第2報）"
    statement, notes = statement_from(f"{title}\n\n{OWN}{mark}\n{QUOTED}\nお問い合わせ先：総務係\n", "a.txt")
    read = normalise(statement.text).without(statement.left_out).text
    assert read.split() == [*OWN.split(), "お問い合わせ先:総務係"]
    assert (statement.title, [note.code for note in notes]) == (title, [NoteCode.TITLE_TAKEN, NoteCode.EARLIER_QUOTED])


@pytest.mark.parametrize(
    "text",
    [
        f"名簿の件は、6月1日にお知らせしました。\n【第1報（6月1日公表）】\n{QUOTED}",
        f"{OWN}以下、第1報からの変更点\n冊数が変わりました。\n",
        f"{OWN}【訂正の内容】\n第1報では1冊としました。\n",
        f"{OWN}（参考）第1報（6月1日公表）はこちら\n係の者が承ります。\n",
        f"{OWN}（参考）第1報（6月1日公表）\nお問い合わせ\n係の者が承ります。\n",
        f"{OWN}（参考）6月1日の経過\n9時、名簿を紛失しました。\n",
        f"{OWN}以下、6月1日に分かったことです。\n9時、名簿を紛失しました。\n",
        f"{OWN}―――――\n6月1日、名簿を紛失しました。\n",
        f"【第2報 6月3日】\n{OWN}【第1報 6月1日】\n{QUOTED}",
        f"名簿を紛失しました。深くお詫びします。\n【第1報 6月1日】\n{QUOTED}",
    ],
)
def test_what_quotes_no_earlier_report_stays(text: str) -> None:
    statement, notes = statement_from(text, "a.txt", title="")
    assert not statement.unjudged and NoteCode.EARLIER_QUOTED not in [note.code for note in notes]


@pytest.mark.parametrize(
    ("last", "broken"),
    [
        ("今後は、名簿の保管のしかたを", True),
        ("名簿は係長が回収しました。また、", True),
        ("市は、点検を受け持つ組合との連携を強化し、予防", True),
        ("皆様には、ご心配をおかけしたことをお詫びいた", True),
        ("再び起こさないよう、職員に", True),
        ("青嵐会 事務局 倉田まで", False),
        ("電話 000-555-0101（土曜日も、日曜日も）", False),
        ("・係員の案内に従わないこと", False),
        ("①名簿の保管、鍵の管理を", False),
        ("青嵐仕出し店 ひまわりの", False),
        ("名簿は、係長が金庫に保管するもの", False),
        ("名簿は、係長が回収しました", False),
        ("以上", False),
    ],
)
def test_a_text_that_breaks_off_is_told_first(last: str, broken: bool) -> None:
    _, notes = statement_from(f"{TITLE}\n\n{BODY}{last}\n\n", "a.txt")
    assert (notes[0].code == NoteCode.BROKEN_OFF) is broken


def test_notes_speak_both_languages() -> None:
    _, notes = statement_from(f"{TITLE}\n\n{BODY}", "a.txt")
    assert [[note.text_in(lang) for lang in Lang] for note in notes] == [
        [
            f"1行目の「{TITLE}」を題名としました。違うときは --title か title の欄で指定してください。",
            f"Took line 1, 「{TITLE}」, as the title; pass --title, or a field `title`, to set another.",
        ]
    ]


def test_a_day_of_update_is_told_as_one() -> None:
    notes = {"更新日": statement_from(f"{TITLE}\n更新日：2024年6月3日\n\n{BODY}", "a.txt")[1][0]}
    notes["掲載日"] = statement_from(f"{TITLE}\n掲載日：2024年6月3日\n\n{BODY}", "a.txt")[1][0]
    assert notes["更新日"].text_in(Lang.JA).startswith("2行目の更新日とある 2024-06-03 を公表日としました。")
    assert notes["更新日"].text_in(Lang.EN).startswith("Took the date of the last update, 2024-06-03 (line 2), as the date ")
    assert notes["掲載日"].text_in(Lang.JA).startswith("2行目の 2024-06-03 を公表日としました。")
    assert notes["掲載日"].text_in(Lang.EN).startswith("Took 2024-06-03 (line 2) ")


def test_lone_surrogates_keep_the_length() -> None:
    statement, notes = statement_from("お\ud800詫び申し上げます。", "text")
    assert statement.text == "お\ufffd詫び申し上げます。"
    assert [note.code for note in notes] == [NoteCode.CHARACTERS_REPLACED]


def test_reads_files_and_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "流出.txt"
    path.write_bytes(f"{TITLE}\n\n{BODY}".encode("cp932"))
    assert read_statement(path) == read_statement("-", path.read_bytes())
    assert read_statement(str(path))[0].text == BODY


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", "　\r\n".encode(), "empty"),
        ("english.txt", b"We apologize for the leak.", "no Japanese text"),
        ("page.txt", "<!doctype html><p>お詫び申し上げます。".encode(), "HTML"),
        ("scan.txt", b"%PDF-1.7 ...", "PDF"),
        ("large.txt", "あ".encode() * 1_700_000, "larger than 4 MB"),
        ("long.txt", "あ".encode() * 200_001, "200,001 characters"),
    ],
)
def test_files_that_hold_no_statement(tmp_path: Path, name: str, data: bytes, why: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    for source, place in ((path, str(path)), ("-", "stdin")):
        with pytest.raises(UnreadableError) as error:
            read_statement(source, data)
        message = str(error.value)
        assert message.startswith(f"{place}: ") and why in message and "\n" not in message
        assert error.value.status == ExitStatus.UNREADABLE


@pytest.mark.parametrize(
    ("name", "why"), [("none.txt", "no such file"), (".", "a folder"), ("a\0b", "cannot be read"), ("a" * 999, "cannot be read")]
)
def test_paths_that_cannot_be_read(tmp_path: Path, name: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        read_statement(tmp_path / name)


def test_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(UnreadableError, match="permission denied"):
        read_statement(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["many.jsonl", "many.CSV", "many.parquet"])
def test_tables_are_for_batch(name: str) -> None:
    with pytest.raises(UsageError, match="analyzer batch") as error:
        read_statement(name)
    assert isinstance(error.value, AnalyzerError)


def test_front_matter_says_title_and_date() -> None:
    statement, notes = statement_from(f"---\ntitle: 別の題名\npublished: 2023-04-10\nid: a1\n---\n{BODY}", "a.txt")
    assert (statement.title, statement.published, statement.id, statement.text) == ("別の題名", date(2023, 4, 10), "a1", BODY)
    assert statement.start == len("---\ntitle: 別の題名\npublished: 2023-04-10\nid: a1\n---\n")
    assert notes == ()


def test_front_matter_gives_way_to_what_is_given() -> None:
    text = f"---\ntitle: 別の題名\npublished: 2023-04-10\n---\n{BODY}"
    statement, _ = statement_from(text, "a.txt", title="題名", published=date(2024, 6, 2))
    assert (statement.title, statement.published) == ("題名", date(2024, 6, 2))
