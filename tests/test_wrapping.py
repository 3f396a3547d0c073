"""Lines broken in the middle of a sentence, and lines that stand for themselves."""

import pytest

from analyzer.language.features import read_documents
from analyzer.language.normalise import normalise
from analyzer.language.units import split_units
from analyzer.reading.source import NoteCode, statement_from
from analyzer.reading.wrapping import breaks_in
from analyzer.scoring import Scorer

_LONG = "当会では、これまでも名簿の持ち出しを禁じ、係の者が入れ替わるたびに鍵の番号を改めるなど、管理に努めてきました。\n"
"""A line longer than the division into units takes for the width of a wrapped text."""


def unwrapped(text: str) -> tuple[str, int]:
    """The text as it is read, and how many breaks are read over."""
    breaks = breaks_in(text)
    return normalise(text).without(breaks).text, len(breaks)


@pytest.mark.parametrize(
    "text",
    [
        "外から開けられた跡はなく、持ち去られたおそれは小さいものと|考えております。",
        "鍋の底に焦げが多く残っており、ふたの裏にも付着してお|り、前の日の残りと分かりました。",
        "受付の端末で「送信済み」を選ぶべきところを|誤って「一斉送信」を押しました。",
        "先週から、一部の会員様で予約の画面が開けないことが|確かめられておりましたが、今朝直りました。",
        "当会では定めのとおりに進めておりましたが、令和 7 年 12|月 13 日に県から通達があり、同月 20|日に回答しました。",
        "工事のため、しばらくのあいだ入口の付け替え等で|ご不便をおかけすることもございますが|ご理解をお願いいたします。",
        "名簿の写しをお持ちの方がいらっしゃいましたら|お手数ですがお知らせください。",
        "氏名の一覧を印刷して机の上に置いたまま席を離れており|ました。",
        "倉庫の棚を調べ、箱の数を数え直しました。また|隣の部屋も見ました。",
        "9時10分 宛先の誤りに関する|連絡を受け、係長が名簿を回収",
        "・係員が申込書の束を|別の会社の封筒に入れた。",
        "弊社の通販サイトの会員情報が外から見られる状態となって|いたことが、本日分かりました。",
        "会員様の氏名と住所を|当社の委託先へ送る際に|誤りがありました。",
        "8月3日午後、青嵐湖において、当会が所有する|遊覧船が、桟橋に当たりました。",
        "このたび弊社で製造した|焼き菓子の袋に、別の品の札を貼りました。",
        "当会において保管していた|鍵を一本、なくしました。",
        "倉庫の入口には見張りの者を置いておりません|でした。",
        "鍵は係長が持ち帰っておりました|が、翌朝返されました。",
        "番号の控えは金庫に残っていたもの|です。箱の札は見当たりません|ので、作り直します。",
        "ご迷惑をおかけいたしました|ことを、深くお詫びします。",
        "6月2日までに12名の会員様から、か|ばんの金具が外れるとのお声がありました。",
        "受付の棚に置いてあった別の|会員様の控えを重ね、|まとめてお渡ししたことが分かりました。",
        "南の園舎の二階 201・203・|205号室",
        "貸し出した控え(4月1日から5月8日に|お使いの12組)",
        "かばんの金具の不具合につ|いて",
        "その原因は、料金の表を作る際、係の者が、南の路線の標準地2|地点において、前の年の単価を入れたことです。",
        "検査票に記載があったにも|かかわらず、当番の医師が確かめていなかったため、診断が10|か月遅れました。",
        "先月の朝刊の記事及び一連の報道のとおり、平成28|年8月12日に当院で事故が起きました。",
        "規定の距離に足りなかったため、長さをそろえるために|後半の道を改めました。",
        "多くの方を混乱させてしまい、心よりお詫び|申し上げます。",
        "薬の取りちがえにより患者様が亡くなるという重大な|事故が起きました。",
        "先月、当会は県から、札の書き方を定めた決まり(以下「札の決まり」という。|)の第5条に基づく注意を受|けましたので、お知らせします。",
        "箱の中の品は、隣の県の梅を使用し|た商品でした。",
        "安心して部屋をお使いいただけるように|努めてまいりますので、よろしくお願いします。",
        "多くの方にご迷惑をおかけしたことを深くお詫|び申し上げます。",
    ],
)
@pytest.mark.parametrize("wrap", ["\n", "\r\n", "　\n　"])
def test_a_sentence_goes_on_below(text: str, wrap: str) -> None:
    joined, count = unwrapped(_LONG + text.replace("|", wrap))
    assert (joined, count) == (normalise(_LONG + text.replace("|", "")).text, text.count("|"))


@pytest.mark.parametrize(
    "text",
    [
        "会員の皆様へ\n名簿を紛失しました。",
        "係の者は何と申したか\n控えは残っておりません。",
        "鍵の番号を改めました(6月5日\n名簿は戻りました。",
        "見つかったのが幸いでした・・\n名簿は戻りました。",
        "期間：4月1日から4月8日まで\n対象の方にお詫びします。",
        "青嵐診療所から\n名簿を紛失しました。",
        "会員名簿の流出について\n名簿を紛失しました。",
        "元職員の逮捕を受けて\n当会の考えを申し上げます。",
        "4 これからの手当て\n名簿を金庫に入れます。",
        "■二度と起こさないために\n名簿を金庫に入れます。",
        "会員の皆様、再び起こさないために\n名簿を金庫に入れます。",
        "対象者 12\n原因",
        "お名前と住所を見られたおそれのある方は、合わせて12\n名簿は戻りました。",
        "Q 届け出は済んだのに\n届け出は5日に済ませました。",
        "○ お子さまへの影響は\n今のところ見られません。",
        "宛先を二人で確かめること\n名簿を金庫に入れること\n以上を守ります。",
        "窓口で見つかったもの\n名簿は係長が回収しました。",
        "氏名を確かめることを\n\n名簿を紛失しました。",
        "ホーム長と係員は\n・名簿を回収しました。",
        "名簿の行方は今も\n【原因】\n調べております。",
        "品名|色が\n名簿を紛失しました。",
        "いつ/だれが/何を\n5日に係長が名簿を回収しました。",
        "グループホームあおばのさと\n施設長 倉田 亮",
        "名簿の行方が分かりました\nご協力ありがとうございました。",
        "名簿の行方は分かっておりません\nですから、お持ちの方はお知らせください。",
        "名簿はその日に戻りました\nところで、鍵も見つかりました。",
        "名簿を金庫に入れていませんでした。\nでしたら、と係長が申し出ました。",
        "名簿の写しは残っておりません\nことのはじまりは5日の朝です。",
        "職員が名簿を机に置いたまま席を離れる\n本人に注意しました。",
        "8月3日午後、係の者が名簿を保管する\n本人に注意しました。",
        "三つの点検は、毎年、係の者が行う\nエ 点検の結果は掲示します。",
        "8月3日午後、店頭で焼き菓子を販売した\n札の誤りに気づきました。",
        "販売した店は市内の三つの店舗と駅前の売店など\n回収　　　店頭で承ります。",
        "",
        "名簿を紛失しました。",
    ],
)
def test_a_line_stands_for_itself(text: str) -> None:
    assert breaks_in(_LONG + text) == []


_EVEN = (
    "先日、当園の送迎用の車から降りる際に、園児お一人の荷|物を取りちがえてお渡ししました。すぐにお詫びにうかが|い、荷物はお返ししております。\n"
    "1.原因\n(1)降りる前に荷物の札を読みあげて確かめる手順を行|っていませんでした。\n(2)札の文字が小さく、離れた所からは読めないもので|した。\n"
    "再び起こさないために\n札を大きな文字のものに替え、置く場所を座席ごとに分け|ました。\n"
)


def test_lines_that_end_at_an_even_width_are_one_sentence_with_what_stands_below() -> None:
    longer = "問い合わせ 電話 000-555-0101(9時から17時まで、土曜日と日曜日と祝日もお受けします)\n"
    text = longer + _EVEN.replace("|", "\n")
    assert unwrapped(text) == (normalise(longer + _EVEN.replace("|", "")).text, _EVEN.count("|"))


def test_a_number_that_paper_sets_apart_is_no_value_of_a_key() -> None:
    text = (
        "6 月 3 日の朝、当園の事務室において、送迎の係が棚から移\nした 30 通の申込書のうち、鍵のある箱に入れるべきところを\n"
        "誤って机の上に置いたまま、その日の夕方まで席を離れておりま\nした。見つけた職員は、申込書の束を園長に渡し、数をその場で確\n"
        "かめた 2 人の係が、箱へ戻しました。なお、事務室の扉の鍵は\nかけておりませんでした。\n"
    )
    assert len(split_units(unwrapped(_LONG + text)[0])) == 4


def test_an_indent_makes_no_line_as_long_as_the_others() -> None:
    text = (
        f"{' ' * 30}2026年6月5日\n{' ' * 34}園長 倉田 亮\n"
        "先日、当園の送迎用の車から降りる際に、園児お一人の荷\n物を取りちがえてお渡ししました。名簿の写しを\n回収しました。\n"
    )
    assert unwrapped(text)[0].splitlines()[:2] == ["2026年6月5日", "園長 倉田 亮"]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("・申込書に書かれた氏名と電話番号及び送迎の時刻の控え", "原因は、係が箱を取りちがえたことです。"),
        ("・送迎の車に乗っておられた園児と付き添いの保護者の方", "現在、荷物はお返ししております。"),
        ("送迎の車の時刻 6月3日の朝の8時10分から夕方の5時40分", "原因は、係が箱を取りちがえたことです。"),
        ("お渡しした数 南の園舎の三つの組の園児の荷物あわせて12個", "弊園の係が、札を読みあげずにお渡ししました。"),
    ],
)
def test_a_row_as_long_as_the_width_stands_for_itself(above: str, below: str) -> None:
    text = _EVEN.replace("|", "\n").replace("1.原因", f"{above}\n{below}\n1.原因")
    lines = unwrapped(_LONG + text)[0].splitlines()
    assert lines[lines.index(normalise(above).text) + 1] == normalise(below).text


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("・申込書に書かれた氏名と電話番号を写した紙を入れた封", "筒を園児のご家庭に返しました。"),
        ("送迎の車に乗っておられた園児お一人の荷物が戻らぬ原", "因を調べております。"),
        ("送迎の車の止まる場所を確かめた係の者が気づいたのは9時", "を過ぎてからのことでした。"),
    ],
)
def test_a_sentence_as_long_as_the_width_goes_on_below(above: str, below: str) -> None:
    text = _EVEN.replace("|", "\n").replace("1.原因", f"{above}\n{below}\n1.原因")
    assert normalise(above + below).text in unwrapped(_LONG + text)[0].splitlines()


def test_a_blank_line_below_every_line_parts_no_sentence() -> None:
    text = _EVEN.replace("|", "\n").replace("\n", "\n\n")
    assert unwrapped(text) == (normalise(_EVEN.replace("|", "").replace("\n", "\n\n")).text, _EVEN.count("|"))


@pytest.mark.parametrize(
    "text",
    [
        "宛先の一覧を作るときに二人で確かめる\n送る前に別の係の者が一覧を読みあげる\n送った後に届いた先の数を数えて控える\n以上を守ります。",
        "9時10分 係の者が宛先の誤りに気づき回収\n9時40分 係長が全員に電話で削除の依頼\n10時05分 お一人から返信があり削除完了\n以上です。",
        "対象の品 店頭で売られた焼き菓子の全部\n返金の先 市内の三つの店舗と駅前の売店\n受付の日 月曜日から金曜日までの平日\nお待ちします。",
        "名簿を紛失しました。\n\n深くお詫びします。\n\n原因と対策\n\n名簿は戻りました。\n\n青嵐会\n\n会長 倉田\n\n以上\n\n係\n\n名簿です。",
    ],
)
def test_rows_of_a_like_width_stand_for_themselves(text: str) -> None:
    assert breaks_in(text) == []


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("投稿日\n2024年6月1日（土）\n名簿の件です。", 1),
        ("掲載日：\n\n令和6年6月1日\n名簿の件です。", 1),
        ("発生日\n2024年6月1日\n名簿の件です。", 0),
        ("2024年6月\n1日\n名簿の件です。", 1),
        ("発表日：令和6年\n6月1日（土）\n名簿の件です。", 1),
        ("2024年6月\n1日に送りました。", 0),
        ("2024年6月\n2024年7月1日\n名簿の件です。", 0),
    ],
)
def test_the_word_for_the_day_of_publication_stands_with_the_day(text: str, joined: int) -> None:
    assert len(breaks_in(text)) == joined


def test_what_the_division_into_units_mends_is_left_to_it() -> None:
    text = "このたび、弊社の配送を担う会社の営業所におきまし\nて、お客様の伝票を綴った控えが所在の分からない状\n態となりました。"
    assert len(split_units(text)) == 1
    assert breaks_in(text) == []


def test_an_even_width_is_not_lost_to_the_lines_joined() -> None:
    text = (
        "このたび、弊社の配送を担う会社の営業所におきまして、お客様の伝\n票を綴った控えが所在の分からない状態となり、社内の棚を探す係を\n"
        "置いたものの見つかっておりません。\n持ち去られたおそれは低いと\n考えております。"
    )
    joined, _ = unwrapped(text)
    assert len(joined.splitlines()) == len(split_units(joined)) == 2


def test_the_break_between_latin_words_becomes_a_blank() -> None:
    # The first break alone would be mended by the division into units.
    text = "名簿の写しを見つけてお知らせくださったのは、配信の会社 Blue,\nStorm でした。\n\n二日前に配った名簿の写しを\n回収しました。"
    assert unwrapped(text)[0].startswith("名簿の写しを見つけてお知らせくださったのは、配信の会社 Blue, Storm でした。")


def test_joined_lines_are_told() -> None:
    statement, notes = statement_from("名簿の流出について\n\n会員様の名簿の写しを\n回収しました。\n", "a.txt")
    assert (statement.text, statement.left_out) == ("会員様の名簿の写しを\n回収しました。\n", ((10, 11),))
    assert NoteCode.LINES_JOINED in [note.code for note in notes]
    (unit,) = next(read_documents([statement])).units
    assert unit.wording == "会員様の名簿の写しを回収しました。"


def test_offsets_point_into_the_text_as_given(scorer: Scorer) -> None:
    text = "6月3日、会員様の名簿の写しを\n別の会社へ送りました。\n原因 |\n|\n宛先を書いた表の行を\n取りちがえておりました。\n"
    statement, _ = statement_from(text, "a.txt", title="")
    report = scorer.read(statement)
    assert report.text == text
    assert [text[unit.start : unit.end] == unit.text for unit in report.units] == [True] * 3
    assert report.units[0].text == "6月3日、会員様の名簿の写しを\n別の会社へ送りました。"
    assert text[report.timeline[0].start : report.timeline[0].end] == "6月3日"


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("深くお詫び申し上げま す。", "深くお詫び申し上げます。"),
        ("徹底して取り組んで参りま すので、よろしくお願い申し上 げます。", "徹底して取り組んで参りますので、よろしくお願い申し上げます。"),
        ("聞き取りを実施いた しまし た。", "聞き取りを実施いたしました。"),
        ("納入した業者に て原因を調べました。", "納入した業者にて原因を調べました。"),
        ("窓口へご連絡くださ い。", "窓口へご連絡ください。"),
        ("株式会社 山川", "株式会社 山川"),
        ("4月 3日に お渡ししました。", "4月 3日に お渡ししました。"),
        ("会場は体育館に て すと", "会場は体育館に て すと"),
        ("(注)在庫はありません。\n)棚の札を直しました。", "(注)在庫はありません。\n)棚の札を直しました。"),
    ],
)
def test_a_blank_within_a_word_is_read_over(text: str, whole: str) -> None:
    assert unwrapped(text)[0] == whole
