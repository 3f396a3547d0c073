"""The checklist on sentences with the labels a right annotator gives them."""

from datetime import date

import pytest

from analyzer.answers.gaps.checklist_rules import item_rule, item_rules
from analyzer.answers.gaps.traits.data_told import data_told
from analyzer.answers.gaps.traits.traits import Trait
from analyzer.language.features import read_documents
from analyzer.reading.source import statement_from
from analyzer.report import Event
from analyzer.rules import load_rules
from analyzer.schema import ChecklistStatus, EventKind, Label, Lang, Precision, ReportStage
from analyzer.statement import Statement
from tests.cases import case_of, read


def status(code: str, marked: str, title: str | None = None) -> ChecklistStatus:
    return case_of(*read(marked, title)).statuses[code]


LEAK = "incident scope | 会員の皆様の氏名とメールアドレスを、別の会員に誤って送信しました。"


@pytest.mark.parametrize(
    ("code", "marked", "expected"),
    [
        ("CHK01", LEAK, "stated"),
        # Whoever was never concerned is no answer for those who were.
        ("CHK05", f"{LEAK}\nharm_status | 顔写真を載せていない会員の皆様への影響は一切ございません。", "missing"),
        ("CHK05", "incident | 薬を取り違えました。\nharm_status | 2名以外の患者様に被害はございません。", "missing"),
        ("CHK05", f"{LEAK}\nharm_status | 対象外のお客様に影響はございませんので、ご安心ください。", "missing"),
        ("CHK05", f"{LEAK}\nharm_status | 対象の方に、現時点で被害は確認されておりません。", "stated"),
        ("CHK05", f"{LEAK}\nharm_status | 登録されていない方にも影響がありました。", "stated"),
        # That the cause is being looked into says nothing of who does.
        ("CHK19", "incident | 水が漏れました。\nresponse | 漏水の原因は調査中です。", "missing"),
        ("CHK19", "incident | 水が漏れました。\nresponse | 詳しい原因については、現在調査しております。", "missing"),
        ("CHK19", "incident | 水が漏れました。\nresponse | 社内で関係者への聞き取り調査を行っております。", "partly"),
        # Whoever says that it was their own decision speaks for those in charge.
        ("CHK18", "admission cause | 扉の鍵を一つにまとめたのは、私の判断です。", "partly"),
        ("CHK18", "admission | 巡回を減らしたのは私の決定によるものです。", "partly"),
        ("CHK18", "admission | 見落としたのは私自身の監督の甘さでした。", "partly"),
        ("CHK18", "response | 私の判断で、集まった方を先に帰しました。", "missing"),
        ("CHK18", "admission | 扉の鍵を一つにまとめたのは、当園の誤りです。", "missing"),
        # What makes up for it is care; what had to come first is none.
        ("CHK06", "response | 補填として、コイン20枚を配布いたします。", "stated"),
        ("CHK06", "- | 引換券をプレゼントいたします。", "stated"),
        ("CHK06", "- | 落選された方を次回の抽選で優先いたします。", "stated"),
        ("CHK06", "response | 安全を優先し、公演を中止いたしました。", "missing"),
        ("CHK06", "response | 優先的に参加できる54組を抽選で決めました。", "missing"),
        ("CHK06", "incident | 5月8日、誤った名簿を会員の一部に配布いたしました。", "missing"),
        # A rule, a prize and a gift count nobody.
        ("CHK03", "incident | 商品の頁にはお1人様あたりの購入の制限を記しておりました。", "missing"),
        ("CHK03", "incident | 県大会の上位1名を代表とする決まりに反しておりました。", "missing"),
        ("CHK03", "incident | 賞金10万円と表記しておりました。", "missing"),
        ("CHK03", "scope | ジェム:3000個", "missing"),
        ("CHK03", "incident | お1人様のお席が重複しておりました。", "stated"),
        ("CHK03", "incident | 上位3名の氏名を誤って掲載しました。", "stated"),
        # Word to each of them is care, whoever they are and whatever the label of the line; word from them is none.
        ("CHK06", "response | 対象のお客様には、8月19日にメールでお知らせしました。", "stated"),
        ("CHK06", "followup | 対象となる方には、3月末を目途に個別に文書でお知らせします。", "stated"),
        ("CHK06", "response | 申込者43名全員に、電話でお伝えしました。", "stated"),
        (
            "CHK06",
            "incident | 5月2日、名簿を誤って公開しました。\ntimeline | 5月4日 対象者全員にお詫びの通知を発送",
            "stated",
        ),
        ("CHK06", "timeline | 参加者の方から個別にメールでお知らせがあり、判明しました。", "missing"),
        ("CHK06", "response | 警察には電話で連絡しました。", "missing"),
        # What is not known is no cause; whoever tells why it is not, tells one.
        ("CHK04", "cause | 鞄をどこに置いたかは、正確には記憶しておりません。", "missing"),
        ("CHK04", "cause | 置き場所を決めていなかったため、どこに置いたかを覚えておりません。", "stated"),
        # Those who are banned bear it, and nobody of the organisation; whoever leaves the office does.
        ("CHK18", "response | 柵を壊した4名は、無期限の入場禁止といたしました。", "missing"),
        ("CHK18", "response | 部員2名を無期限の謹慎としました。", "partly"),
        ("CHK18", "response | 控えは同課で廃棄処分としました。", "missing"),
        ("CHK18", "response | 当人は罰金20万円の略式命令の処分を受けています。", "missing"),
        ("CHK18", "response | 施工会社に謝罪し、契約を解除しました。", "missing"),
        ("CHK18", "response | 平成29年にも、職員の処分を伴う事件がありました。", "missing"),
        ("CHK18", "response | 選手に罰金を科し、管理する強化部に厳重注意を行いました。", "stated"),
        ("CHK18", "response | 同選手に対し、6か月の活動停止と減俸の処分を科しました。", "partly"),
        ("CHK18", "response | 部を6か月の活動停止としました。", "stated"),
        ("CHK18", "admission | 会長である私は、来月の総会をもって会長を退きます。", "stated"),
        ("CHK18", "response | コーチは6月1日付で解任いたしました。", "stated"),
        (
            "CHK18",
            "response | 調べの結果、元常務が部下3名に、指導の範囲を超える言葉を繰り返し浴びせていたことが分かったため、"
            "3月31日付で同人を解任し、同日に退職しました。",
            "stated",
        ),
        ("CHK18", "response | 記録に食い違いがあったため、代理人を解任しました。", "missing"),
        # The size of the body is no extent of the harm.
        (
            "CHK03",
            "incident | 一部のお客様に、別の方の注文票をお見せしました。\n"
            "scope | 当店は2012年に開業し、従業員24名、会員8,300名、月間3,900件のご注文をいただいております。",
            "partly",
        ),
        ("CHK03", "incident scope | 2012年に開業した店で、会員8,300名の氏名が漏えいしました。", "stated"),
        # Those whom somebody of the board wronged are counted; who hurts their head is one.
        ("CHK03", "incident | 元執行役員が2名の社員に対し、不適切な言動を繰り返していました。", "stated"),
        ("CHK03", "incident | 外部の委員3名が調べました。", "missing"),
        ("CHK03", "incident | 体育の授業中に、児童が床に頭を強く打ちました。", "stated"),
        # The name of a page is no kind of data.
        ("CHK02", "incident | 注文履歴のページに、別のお客様の個人情報が表示されていました。", "partly"),
        ("CHK02", "incident | ほかのお客様の個人情報と注文履歴が表示されていました。", "stated"),
        ("CHK15", "cause | 紙の控えの持ち帰りを禁じていなかった、当園の管理の甘さによるものです。", "stated"),
        ("CHK15", "cause | 更新をどちらが行うかの取り決めが明確でなく、更新の状況も把握しておりませんでした。", "stated"),
        ("CHK16", "response | 別の方に渡った例がないか、過去1年分を確認しております。", "partly"),
        ("CHK16", "measure_concrete | 全ての委託契約について、消去の状況を9月末までに現地で確認します。", "partly"),
        ("CHK16", "measure_concrete | 送る前に、宛名のすべてを二人で確認します。", "missing"),
        # To refuse compensation is no care; what is given beside it is.
        ("CHK06", "response | 大会の規約により、宿泊費は補償の対象外とさせていただきます。", "missing"),
        ("CHK06", "response | 会員の皆様への返金はいたしかねます。", "missing"),
        ("CHK06", "response | 参加費は全額を返金しますが、宿泊費の補償はいたしかねます。", "stated"),
        # A mix-up is a name and no account, unless it says of what, or what was done by it.
        ("CHK01", "incident | ご予約に関しまして行き違いが生じ、ご不便をおかけいたしました。", "partly"),
        ("CHK01", "incident | 先日のお引き渡しに際し、手違いがございました。", "partly"),
        ("CHK01", "incident apology | 受付での不手際について、お詫び申し上げます。", "partly"),
        ("CHK01", "incident | 同じ日時に二組のご予約を入れる行き違いが生じました。", "stated"),
        ("CHK01", "incident | 手違いにより、別の方の指輪をお渡ししました。", "stated"),
        ("CHK01", "incident | 手違いがあり、別の方の指輪をお渡しして、ご迷惑をおかけしました。", "stated"),
        # That a rule was broken before it went wrong is a part of why; where the breach is all that happened, nothing is told of why.
        ("CHK04", "incident | 所長の承認を受けないまま、住民の情報を入れた媒体を持ち出し、帰りに失くしました。", "partly"),
        ("CHK04", "incident timeline | 持ち出しが禁じられているにもかかわらず、名簿を家に持ち帰っておりました。", "partly"),
        ("CHK04", "incident | 担当者が無断で利用者の記録を私物の機器に保存していました。", "partly"),
        ("CHK04", "incident | 手順書に反して、確認の作業を一人で行い、別の薬をお渡ししました。", "partly"),
        ("CHK04", "incident | 何者かが無断で倉庫から部品を持ち出しました。", "missing"),
        ("CHK04", "incident | 退職した社員が、顧客の情報を無断で持ち出していました。", "missing"),
        ("CHK04", "incident | 役員が会員の連絡先を無断で使用しました。", "missing"),
        ("CHK04", "incident | 保護者の同意を得て、記録を持ち出していました。", "missing"),
        # A link of the chain is told, and what set it off is being examined; what once was, or lies deeper, leaves the cause told.
        (
            "CHK04",
            "cause | 夜に申し込みが重なって処理が遅れ、待ち行列があふれたためです。\nresponse | 申し込みが重なった理由を調べています。",
            "partly",
        ),
        ("CHK04", "cause | 扉の留め金のばねが、走行中に折れたことによります。\n- | 折れた理由は、製造元と当園で調べております。", "partly"),
        ("CHK04", "cause | 床のボルト3本が抜けていたため、支柱が倒れました。\nfollowup | 抜けた原因の究明を進めております。", "partly"),
        ("CHK04", "cause | 宛先の列が1行ずれていたことが原因です。\n- | 根本的な原因を調査しております。", "stated"),
        ("CHK04", "cause | 宛先の列が1行ずれていたことが原因です。\n- | 第1報では、原因は調査中とお伝えしました。", "stated"),
        ("CHK04", "cause | 宛先の列が1行ずれていたことが原因です。\n- | 詳細は確認中です。", "stated"),
        # Bridges, lines and shows are counted too; one who is called by a letter or a pet's name is one; who saw it are not those seen.
        ("CHK03", "scope | 県が管理する12橋（27径間）", "stated"),
        ("CHK03", "incident | 3路線の運行を誤って止めました。", "stated"),
        ("CHK03", "incident | 夜の2公演で音響が止まりました。", "stated"),
        ("CHK03", "incident | 第2公演で音響が止まりました。", "missing"),
        ("CHK03", "incident | 3号棟と第4棟で冷媒が漏れました。", "missing"),
        ("CHK03", "harm_status | お預かりしていた一頭が、熱中症で息を引き取りました。", "stated"),
        ("CHK03", "incident harm_status | ホテルにいた柴犬のハナちゃんが、庭から逃げました。", "stated"),
        ("CHK03", "incident | 看板犬のモモちゃんの札を付け間違えました。", "missing"),
        ("CHK03", "incident | 当園の職員が、B様の腕を強くつかみました。", "stated"),
        ("CHK03", "incident | 職員Aさんが、利用者の方を怒鳴りました。", "missing"),
        ("CHK03", "timeline | 会員のC様が、氏名の取り違えに気づかれました。", "missing"),
        ("CHK03", "incident scope | ログインした48名の画面に、別の会員の氏名と貸出の記録が表示されました。", "missing"),
        ("CHK03", "incident scope | 会員48名の氏名と貸出の記録が、別の会員の画面に表示されました。", "stated"),
        # One person told of by age is a count of one; what is counted may be a bank's 先, and a part of what was done is nobody.
        ("CHK03", "incident | 70代の女性が通路で転び、右手の骨を折られました。", "stated"),
        ("CHK03", "incident | 6歳の男児が遊具から落ちました。", "stated"),
        ("CHK03", "incident | 90代の入居者様がベッドから落ちられました。", "stated"),
        ("CHK03", "incident | 30代の男性教諭が生徒を叩きました。", "missing"),
        ("CHK03", "incident | 20代の女性を中心にお使いいただいている品です。", "missing"),
        ("CHK03", "incident | 70代の女性の方々にご案内した日程が違っていました。", "missing"),
        ("CHK03", "scope | 個人 812先、法人 40先", "stated"),
        # One child that fell is one; who has the same thing at home and is inspected is no victim; what was fetched is counted.
        ("CHK03", "incident | 来場していた児童が階段で転倒し、ひじにけがをしました。", "stated"),
        ("CHK03", "incident | 市内の学校に通う生徒が列車に接触し、亡くなる事故が起きました。", "stated"),
        ("CHK03", "incident | 通行人が足場の板に挟まれて負傷しました。", "stated"),
        ("CHK03", "incident | 生徒が相次いで転倒し、けがをしました。", "missing"),
        ("CHK03", "incident | 児童が楽しみにしていた遠足を中止しました。", "missing"),
        ("CHK03", "scope | 事故のあった住宅と同じ型の給湯器をお使いのお客さま(約8,500件)", "missing"),
        ("CHK03", "scope | 点検の対象件数：約3,200件", "missing"),
        ("CHK03", "scope | 同じ封筒が届いたお客さま 3,200件", "stated"),
        ("CHK03", "response | ログを調べ終え、412回のダウンロードを確かめた。", "stated"),
        ("CHK03", "- | 1日3,000件のアクセスがあるサイトです。", "missing"),
        # What is posted day after day is a measure; a result, a state of things or what comes on a day is a report.
        ("CHK11", "measure_concrete followup | 今後は、残りの本数を入口に掲示します。", "missing"),
        ("CHK11", "measure_concrete followup | 毎月の売上を店頭に貼り出します。", "missing"),
        ("CHK11", "measure_concrete followup | 袋を閉じるところをお客様の前で公開し、袋の番号を掲示します。", "missing"),
        ("CHK11", "followup | 作業の記録は、どなたでもご覧いただけます。", "missing"),
        ("CHK11", "followup | 点検の結果を毎月、入口に貼り出します。", "stated"),
        ("CHK11", "followup | 取り組みの状況を入口に掲示します。", "partly"),
        ("CHK11", "followup | 4月10日に、対象の件数を本ページに掲載します。", "stated"),
        ("CHK11", "followup | 対象の件数は、分かり次第掲載します。", "partly"),
        # Under a heading on prevention, or behind such a key, a line is a measure though no label knows it; not so where they are put off.
        ("CHK12", "- | ■再発防止策\n- | 鍵は2人で確かめる", "partly"),
        ("CHK12", "- | 再発防止策：前日の具材は使わない", "partly"),
        ("CHK12", "- | ■再発防止策\nmeasure_concrete | 鍵は2人で確かめる", "stated"),
        ("CHK12", "- | ■再発防止策\n- | 調査の結果を待って公表します。\n- | それまで教室は開きません。", "missing"),
        ("CHK12", "- | 再発防止策：特になし", "missing"),
        ("CHK12", "- | ■今後について\n- | 教室は6月から開きます。", "missing"),
        # An accident or a report in the press that is only mentioned tells nobody what happened.
        ("CHK01", "incident apology | 4月3日、改修の現場で起きた作業事故について、お詫び申し上げます。", "partly"),
        ("CHK01", "incident apology | このたび当館で発生した事件につきまして、お詫び申し上げます。", "partly"),
        ("CHK01", "incident | 昨日の新聞で報じられた当会役員の件は、事実と認めます。", "partly"),
        ("CHK01", "incident | 月刊誌の記事について本人に尋ね、事実であることを確認しました。", "partly"),
        ("CHK01", "incident apology | 改修の現場でクレーンを傾けた事故について、お詫び申し上げます。", "stated"),
        ("CHK01", "incident apology | 4月3日の転落事故について、お詫び申し上げます。", "stated"),
        ("CHK01", "incident | 月刊誌の記事にある役員の賭博は、事実であることを確認しました。", "stated"),
        ("CHK01", "incident | 改装の現場で起きた事故についてお伝えします。\nincident | 板が歩道へ落ちました。", "stated"),
        # Of a wrong question in an examination, points for all are the remedy.
        ("CHK06", "response | 問2は、受験生全員に3点を与えます。", "stated"),
        ("CHK06", "response | 当該の設問は、全員を正解として扱う。", "stated"),
        ("CHK06", "response | 対象の方には11月9日に再試験を実施します。", "stated"),
        ("CHK06", "response | 再試験の実施を検討しております。", "partly"),
        ("CHK06", "response | 採点を一時止めました。", "missing"),
        ("CHK07", "response | 「みのり交換受付センター」（専用フリーダイヤル）を開きました。", "partly"),
        ("CHK07", "response | お客様相談窓口を設置しました。", "partly"),
        ("CHK07", "timeline | お客様相談窓口に通報がありました。", "missing"),
        # A rate, those who did it and the inquiries held count nobody who was affected; what stands beside them still does.
        ("CHK03", "incident scope | 1回あたり30円を多く頂いておりました。", "missing"),
        ("CHK03", "incident scope | 一部の方から、お一人につき120円を余分に頂いておりました。", "partly"),
        ("CHK03", "incident scope | 入園料を1人当たり50円多く頂いた方は、218名です。", "stated"),
        ("CHK03", "incident | 店員2名が氷の上に寝て写真を撮りました。", "missing"),
        ("CHK03", "timeline | 夕方、アルバイト二名が店長のもとへ謝りに来ました。", "missing"),
        ("CHK03", "incident | 2人の指導員が倉庫で喫煙しました。", "missing"),
        ("CHK03", "incident | 店員2名が薬品でやけどをしました。", "stated"),
        ("CHK03", "incident | 指導員1名が、部員6名を立たせました。", "stated"),
        ("CHK03", "scope | 職員31名の氏名が載った表を誤って送りました。", "stated"),
        ("CHK03", "incident | 4件の調査の結果、検査値の書き換えを認めました。", "missing"),
        ("CHK03", "timeline | 6回にわたる聞き取りで、検査値の書き換えが分かりました。", "missing"),
        ("CHK03", "incident | 4件の調査票をなくしました。", "stated"),
        ("CHK03", "incident scope | 4件の調査の結果、論文31報に図の使い回しを認めました。", "stated"),
        ("CHK03", "incident scope | 論文の図に使い回しを認めました(第2報)。", "missing"),
        # Homes and things are counted as people are, and a number of those hurt counts wherever it stands.
        ("CHK03", "scope | 3つのご家庭の住所が載った表を、別の方にお渡ししました。", "stated"),
        ("CHK03", "scope | 4家族の写真が見える状態でした。", "stated"),
        ("CHK03", "incident | お預かりした仏像のうち、お一つを倒して欠けさせました。", "stated"),
        ("CHK03", "timeline | 二十三基の灯籠を倉へ移しました。", "stated"),
        ("CHK03", "incident | 三つの点で手順を誤りました。", "missing"),
        ("CHK03", "incident | 品の一つひとつを確かめておりませんでした。", "missing"),
        ("CHK03", "incident | 原因の一つの誤作動が起きました。", "missing"),
        ("CHK03", "harm_status | けがをされた乗組員4名は、全員退院されました。", "stated"),
        ("CHK03", "harm_status | 6名の園児は現在回復し、元気に過ごしています。", "stated"),
        ("CHK03", "apology | 負傷された2名の方とご家族に、心よりお見舞い申し上げます。", "stated"),
        ("CHK03", "harm_status | けが人は0名です。", "missing"),
        ("CHK03", "harm_status | 負傷された方は回復されました。", "missing"),
        ("CHK03", "response | 被害を受けた方からの相談に、職員5名が応じております。", "missing"),
        # What the figures of a table count stands at the head of their column, or on the line above.
        ("CHK03", "scope | 年度 世帯数(世帯) 保険料(円)\nscope | 令和2年度 1,204 5,301,600", "stated"),
        ("CHK03", "- | 区分|対象者数|金額\nscope | 給食費|318|95,400", "stated"),
        ("CHK03", "- | 対象者数(人)\n- | 2023\n- | 671", "stated"),
        ("CHK03", "- | 区分|単価|金額\nscope | 給食費|318|95,400", "missing"),
        ("CHK03", "- | 点検件数|異常\nscope | 318|なし", "missing"),
        ("CHK03", "- | 対象者数\nfollowup | 分かり次第お知らせします。\n- | 2", "missing"),
        # That data may have gone out is how far it went; whether it was misused is another matter.
        ("CHK05", "harm_status | お客様のカード番号(1,204件)が漏えいした可能性があります。", "partly"),
        ("CHK05", "harm_status | 会員の皆様の氏名が流出したおそれがございます。", "partly"),
        ("CHK05", "harm_status | 住所を閲覧された可能性がありますが、悪用の報告は受けておりません。", "stated"),
        ("CHK05", "harm_status | 流出した番号が不正利用された可能性があります。", "stated"),
        ("CHK05", "harm_status | 会場の混乱を招くと考え、お知らせを見合わせました。", "partly"),
        ("CHK05", "harm_status | 窓口に混乱が生じ、お待たせいたしました。", "stated"),
        # A word in the telling (「誤って」) explains nothing where the cause is said to be open; a cause told outright still does.
        ("CHK04", "incident cause | 船員が誤って荷を海に落としました。\n- | 原因は、海上保安部の調査結果を待つこととなります。", "partly"),
        ("CHK04", "incident cause | 誤って柱に接触しました。\n- | 原因は、警察の判断を待っております。", "partly"),
        ("CHK04", "cause | 留め具の手順が定められていませんでした。\n- | ほかの原因は、当局の調査結果を待ちます。", "stated"),
        ("CHK04", "incident cause | 係員が、誤って前日の名簿を封筒に入れました。", "stated"),
        ("CHK04", "cause apology | 休業のご案内が行き届かず、ご来店の皆様にご迷惑をおかけし、申し訳ございません。", "missing"),
        ("CHK04", "cause | 確認の手順がなく、ご案内が届かない方が38名いらっしゃいました。", "stated"),
        # Of a cause that nobody found out it cannot be told what answers it.
        ("CHK13", "cause | 原因：電源装置の故障\n- | 原因の特定は困難です。\nmeasure_concrete | 電源装置を二重にします。", "partly"),
        ("CHK13", "cause | 電源装置が寿命を過ぎていたことが原因です。\nmeasure_concrete | 電源装置を5年ごとに替えます。", "stated"),
        ("CHK13", "incident cause | 誤って荷を落としました。\n- | 原因の調査結果を待ちます。\nmeasure_vague | 荷に注意します。", "missing"),
        # What may yet happen, being got out, a number not known and bare figures say nothing of the harm so far.
        ("CHK05", "harm_status | 羽根が外れ、けがをするおそれがあります。", "partly"),
        ("CHK05", "incident harm_status | 暖房器具が発煙に至る可能性があることが分かりました。", "partly"),
        ("CHK05", "harm_status | 発火するおそれがありますが、これまでに事故の報告はありません。", "stated"),
        ("CHK05", "harm_status | 外壁が落下する危険はございません。", "stated"),
        ("CHK05", "harm_status | 発火のおそれがあり、やけどの事故が2件起きています。", "stated"),
        ("CHK05", "harm_status | 7名の方が観覧車に閉じ込められ、1時間後に全員降りられました。", "partly"),
        ("CHK05", "harm_status | 閉じ込められた3名の方に、けがはありませんでした。", "stated"),
        ("CHK05", "harm_status | 何名の方が受け取られたかは分かっておりません。", "missing"),
        ("CHK05", "harm_status | 被害に遭われた方の人数は分かっておりません。", "stated"),
        ("CHK05", "harm_status | 届く予定だった通知は、復旧後に送信されました。", "missing"),
        ("CHK05", "harm_status | 合計 1,204 318,600", "missing"),
        ("CHK05", "harm_status | 負傷者 2", "stated"),
        # What the thing may do is no guess at the cause told before it.
        ("CHK04", "cause | 蓋の爪が細く、強く閉めると割れることにより、湯がこぼれてやけどを負うおそれがあります。", "stated"),
        ("CHK04", "cause | 基板の水分が抜けず熱がこもることで、発煙する可能性があります。", "stated"),
        ("CHK04", "cause | 爪の強度が足りなかった可能性があります。", "partly"),
        ("CHK03", "incident scope | 電気毛布(型番 KM-2、3,400台)を回収いたします。", "stated"),
        ("CHK03", "incident scope | 電気毛布(型番 KM-2、2本入り)を回収いたします。", "missing"),
        # A guess is no cause told, least of all beside 「原因は不明」.
        ("CHK04", "- | 紛失の原因は不明です。\ncause | 古紙とともに捨てられたものと疑われます。", "partly"),
        ("CHK04", "cause | 棚の裏に落ちたことが疑われますが、確かめられておりません。", "partly"),
        ("CHK04", "cause | 発火した原因は特定できておらず、引き続き調べてまいります。", "partly"),
        ("CHK04", "cause | 不正が疑われる取引を点検する手順が定められていませんでした。", "stated"),
        ("CHK04", "cause | 棚の鍵を掛けないまま書類を置いていたことが原因でした。", "stated"),
        # One is a count, wherever it stands; a pack of three and the members of an inquiry count nobody.
        ("CHK03", "apology | けがをされたお一人のお客様に、深くお詫び申し上げます。", "stated"),
        ("CHK03", "harm_status | 食べられた方のうち、発症されたのは1名です。", "stated"),
        ("CHK03", "incident | 患者さんは70歳代の女性で、手術の翌日に亡くなられました。", "stated"),
        ("CHK03", "incident | 患者は50代の方々が中心です。", "missing"),
        ("CHK03", "measure_vague | 被害に遭われたお一人おひとりに寄り添います。", "missing"),
        ("CHK03", "deflection | 当社も被害者の一人です。", "missing"),
        ("CHK03", "timeline | 5月に当該学生からの相談を受け、調べを始めました。", "stated"),
        ("CHK03", "harm_status | 当該園児のけがは、2週間で治りました。", "stated"),
        ("CHK03", "response | 当該生徒らから被害の状況を尋ねました。", "missing"),
        ("CHK03", "response | 当該部員を退部としました。", "missing"),
        ("CHK03", "scope | 販売数量：1,240袋(7月1日出荷分)", "stated"),
        ("CHK03", "scope | 対象台数は 35 です。", "stated"),
        ("CHK03", "scope | 商品名：こぐまのプリン 4個入り", "missing"),
        ("CHK03", "scope | 商品名：こぐまのプリン(4個入り)、出荷数：900個", "stated"),
        ("CHK03", "timeline | 院内の調査委員会(外部委員2名を含む6名)は4月から5回開催されました。", "missing"),
        ("CHK03", "incident | コーチの指導の一部に行き過ぎた点がありました。", "missing"),
        ("CHK03", "incident | 会員の一部にメールが届いていません。", "partly"),
        # A cause may stand in the sentence that owns it.
        ("CHK04", "admission | 鍵の管理を当番任せにしてきた園の責任です。", "partly"),
        ("CHK04", "admission | 遅刻を見て見ぬふりをしてきた私たちの責任です。", "partly"),
        ("CHK04", "admission | 点検の手順を設けていなかった当社の落ち度です。", "partly"),
        ("CHK04", "admission | 責任は当社にあります。", "missing"),
        # 「原因は…にあります」 tells it outright, though only the owning of it is labelled.
        ("CHK04", "admission | 原因は、数をそろえることを急がせた園の姿勢にあります。", "stated"),
        ("CHK04", "deflection | 配送の会社が荷札を貼り違えたことが原因です。", "stated"),
        ("CHK04", "admission | 夜の見回りを一人に頼ってきたことが一番の原因と考えております。", "stated"),
        ("CHK04", "admission | 原因は園にあります。", "missing"),
        ("CHK04", "admission | 原因は当日の担当者の不注意によるもので、園の責任です。", "missing"),
        ("CHK04", "admission | 社長の報酬を3か月減額します。", "missing"),
        ("CHK13", "admission | 鍵の管理を当番任せにしてきた園の責任です。\nmeasure_concrete | 鍵は2人で受け渡します。", "stated"),
        ("CHK13", "admission | 責任は園にあります。\nmeasure_concrete | 鍵は2人で受け渡します。", "missing"),
        ("CHK05", "harm_status | 当該生徒は、現在自宅で学習を続けています。", "partly"),
        # How well the measures work is verified by figures published again and again, and by a stranger's check that recurs.
        ("CHK14", "followup | 月2回、池の水質の測定値をホームページに掲載いたします。", "stated"),
        ("CHK14", "followup | 外部の会社による配管の診断(年2回、初回は9月)", "stated"),
        ("CHK14", "followup | 外部の会社による原因の調査結果は、分かり次第お知らせします。", "missing"),
        # Who takes part in the inquiry, not who audits the measures, tells of its independence.
        ("CHK19", "timeline | 検証委員会(委員長:大学教授 森)は、3月に出した報告書で二点を原因に挙げました。", "stated"),
        ("CHK19", "response | 園内で聞き取り調査を行いました。\nfollowup | 毎年5月に第三者評価機関の確認を受けます。", "partly"),
        ("CHK19", "response | 園内で聞き取り調査を行いました。\nfollowup | 外部の専門業者による診断(年2回)", "partly"),
        ("CHK19", "response | 外部の専門会社による調査が終わりました。", "stated"),
        # Whom the body pays to defend it, and whom it means to sue, tell of no inquiry by others.
        ("CHK19", "incident | 職員が入所者を叩きました。\nresponse | 所管の市による調査が行われ、虐待と認められました。", "stated"),
        ("CHK19", "incident | 職員が入所者を叩きました。\ntimeline | 担当市の調査を受け、当施設でも聞き取りをしました。", "stated"),
        ("CHK19", "incident | 職員が入所者を叩きました。\nresponse | 当市の調査では、ほかに訴えはありません。", "partly"),
        ("CHK19", "response | 園内で聞き取り調査をし、顧問弁護士にも見てもらいました。", "partly"),
        ("CHK19", "response | 園内で調査をしました。\nresponse | 記事の撤回を求め、弁護士とともに訴訟の支度に入りました。", "partly"),
        ("CHK19", "response | 社内で調査をしました。\nresponse | 弁護士を代理人とし、名誉を傷つけられた件で告訴いたします。", "partly"),
        ("CHK19", "response | 弁護士2名が役員の調査を行い、刑事告発も含めて意見をもらいます。", "stated"),
        ("CHK12", "measure_vague | 書き込みをした方には、法的手段を講じてまいります。", "missing"),
        ("CHK12", "measure_vague | 出版元に対する訴訟を含め、断固として対処してまいります。", "missing"),
        ("CHK12", "measure_vague | 加害者の告訴と併せ、再発の防止に努めてまいります。", "partly"),
        # What was done all along is no promise, unless the sentence goes on to one.
        ("CHK12", "measure_vague | 日頃より園児の安全を第一に指導を徹底してまいりました。", "missing"),
        ("CHK12", "measure_vague | 当院はこれまでも、衛生の教育に力を入れてきたところであります。", "missing"),
        ("CHK12", "measure_vague | 研修を重ねてまいりましたが、このような事故を起こしてしまいました。", "missing"),
        ("CHK12", "measure_vague | 平素から研修を行ってまいりましたが、今後は一層徹底してまいります。", "partly"),
        ("CHK12", "measure_vague | これまで行っていた確認を、全員で徹底します。", "partly"),
        # What somebody might feel is no harm seen; what was asked is no count of those harmed.
        ("CHK05", "harm_status | 方によっては嫌な思いをされることもあり得ると存じます。", "partly"),
        ("CHK05", "harm_status | 名簿が悪用される可能性があります。", "stated"),
        ("CHK03", "incident | この件では、お電話を多数いただいております。", "missing"),
        ("CHK03", "incident | 多数のお客様に誤った案内が届きました。", "partly"),
        ("CHK03", "scope | 対象は3,208のお客様アカウントです。", "stated"),
        ("CHK06", "response | お取引先様には、担当者より順次ご説明しております。", "stated"),
        ("CHK06", "response | 取引先の倉庫を調べております。", "missing"),
        # What was looked for elsewhere is told by its outcome; what other way there was, or what must not be again, is none.
        # A survey of every branch by which further cases came to light has looked elsewhere.
        ("CHK16", "timeline | 全支店の調査を二段階で行った結果、次の2件の事案が発見されました。", "stated"),
        ("CHK16", "- | 本部と全営業所を対象に調査したところ、新たに1件の不正が判明しました。", "stated"),
        ("CHK16", "incident | すべての店舗の帳簿を点検したところ、同様の行為が別の店でも見つかりました。", "stated"),
        ("CHK16", "response | 支店のすべてで全店調査を行いました。", "partly"),
        ("CHK16", "incident | 前回の公表のあと、新たに別の園での同種の事案が判明しました。", "partly"),
        ("CHK16", "- | 今後、全支店の点検を実施し、誤りが判明したときは公表します。", "missing"),
        ("CHK16", "timeline | 全職員にメールを送ったところ、誤りが判明しました。", "missing"),
        ("CHK16", "- | 同種の書き換えの例は、ほかの課でも見つかりませんでした。", "stated"),
        ("CHK16", "response | 貸し出した18台のうち16台を拝見し、緩んだものはほかにありませんでした。", "stated"),
        ("CHK16", "measure_concrete | 全6館の配管の点検：終了し、異常なし。", "stated"),
        ("CHK16", "response | 全路線の自主点検を終え、同様の脱落がないことを確認しました。", "stated"),
        ("CHK16", "cause | 前年にも同じ遊具で転落がありましたが、記録していませんでした。", "partly"),
        ("CHK16", "cause | 頼れる方法はほかにありませんでした。", "missing"),
        ("CHK16", "response | 過去の検針票もすべて見直し、金額が正しく印字されていたことを確かめました。", "stated"),
        ("CHK16", "- | 他の園の遊具についても点検を行い、緩みのないことを確認いたしました。", "stated"),
        ("CHK16", "measure_concrete | 他の園の遊具も点検し、安全を確認してまいります。", "missing"),
        ("CHK16", "measure_vague | 過去の手順も見直し、正しい手順を全員に伝えます。", "missing"),
        ("CHK16", "cause | 6月の定期点検では異常はありませんでした。", "missing"),
        ("CHK16", "measure_vague | 今後、同様の事案が確認されない園を目指します。", "missing"),
        ("CHK16", "harm_status | けがをされた方はほかにありませんでした。", "missing"),
        ("CHK05", "harm_status | 児童は登校を見合わせています。", "partly"),
        ("CHK05", "harm_status | 生徒は腕にあざができ、自宅で静養しています。", "stated"),
        ("CHK06", "response | 損害賠償の請求を含め、厳正に対処します。", "missing"),
        ("CHK06", "response | 施工した会社に賠償を求めます。", "missing"),
        ("CHK06", "response | 被害に遭われた方には損害を賠償します。", "stated"),
        ("CHK11", "followup | 残りの行き先が分かったら、またここに書きます。", "partly"),
        ("CHK11", "followup | 続きは店頭に貼り出します。", "partly"),
        ("CHK11", "followup | 11月20日にここへ掲載します。", "stated"),
        ("CHK14", "measure_concrete | 毎日閉店の前に、店長が残高を確認します。", "missing"),
        ("CHK14", "measure_concrete | 抜き打ちの避難訓練を年に2回行います。", "missing"),
        ("CHK14", "measure_concrete | 守られているかを抜き打ちで確かめます。", "stated"),
        ("CHK16", "response | 過去2年分の調剤の記録をすべて見直したところ、同じ取り違えはありませんでした。", "stated"),
        ("CHK16", "timeline | ほかの店の分も全件を見返しましたが、異常はありませんでした。", "stated"),
        ("CHK16", "response | 前年度の請求を見直した結果、同様の誤りが4件見つかりました。", "stated"),
        ("CHK16", "response | 過去3年の処方を見返しましたが、誤りはありませんでした。", "stated"),
        ("CHK16", "measure_concrete | 過去の運用を見直します。", "missing"),
        ("CHK16", "measure_vague | 手順をすべて見直しました。", "missing"),
        ("CHK01", "apology | このたびの件につきまして、深くお詫び申し上げます。", "missing"),
        ("CHK02", LEAK, "stated"),
        ("CHK02", "incident | お客様の個人情報が外部に流出しました。", "partly"),
        ("CHK02", "incident | 試合が雷のため中止となりました。", "not_applicable"),
        ("CHK03", "incident scope | 会員142名の氏名を別の会員に誤って送信しました。", "stated"),
        ("CHK03", "incident scope | 一部の会員の氏名を別の会員に誤って送信しました。", "partly"),
        ("CHK03", LEAK, "missing"),
        ("CHK04", "cause | 差し込みの参照行が1行ずれていたことが原因です。", "stated"),
        ("CHK04", "cause | 人為的ミスによるものです。", "partly"),
        ("CHK04", "cause | システムの不具合により発生いたしました。", "partly"),
        ("CHK04", "- | 原因は現在調査中です。", "partly"),
        ("CHK04", LEAK, "missing"),
        ("CHK05", "harm_status | 現時点で悪用の報告は受けておりません。", "stated"),
        ("CHK05", "- | 被害の有無について確認中です。", "partly"),
        ("CHK06", "response | 対象の皆様には個別にご連絡いたしました。", "stated"),
        ("CHK06", "response | 対象の方への補償を検討しております。", "partly"),
        ("CHK06", "response | 個人情報保護委員会に報告しました。", "missing"),
        ("CHK06", "response | 重複した分は口座へお戻しします。", "stated"),
        ("CHK06", "response | 残りの試合は辞退します。", "missing"),
        ("CHK05", "incident | 参加者1名が手首を骨折されました。", "stated"),
        ("CHK03", "incident scope | 浄財のうち八十万円を使い込みました。", "stated"),
        ("CHK10", "incident | 昨夜、寮で停電がありました。", "partly"),
        ("CHK14", "followup | 運用の様子は監事の方に見てもらいます。", "stated"),
        ("CHK14", "followup | 事故の原因は調査委員会で検証します。", "missing"),
        ("CHK06", "response | 元職員の退職手当の返還を求めます。", "missing"),
        ("CHK06", "response | 交付を受けた助成金300万円は、県と協議して返還します。", "missing"),
        ("CHK06", "response | 出場料は全員に返還します。\nresponse | 助成金は返納します。", "stated"),
        ("CHK06", "response | 12月分の使用料を半額に減免いたします。", "stated"),
        ("CHK06", "response | 畳の汚れについては個別にご相談に応じます。", "stated"),
        ("CHK06", "response | 断水の間は給水車を2台出しました。", "stated"),
        ("CHK06", "response | 担当者の給与を減額しました。", "missing"),
        ("CHK06", "- | 月額料金等については、止まった日数の分を減算させていただきます。", "stated"),
        ("CHK06", "- | 会費は、休んだ月の分を来月から差し引きいたします。", "stated"),
        ("CHK06", "- | 参加費を返金するかどうかは、検討しております。", "missing"),
        ("CHK06", "admission | 理事の報酬は2割を減額いたします。", "missing"),
        ("CHK07", "- | 生じた損害は、お近くの支店へご相談ください。", "partly"),
        ("CHK07", "- | 異常に気づかれた方は当園までお申し出ください。", "partly"),
        ("CHK07", "- | 保護者の方が事務局へ申し出てくださいましたが、気づけませんでした。", "missing"),
        ("CHK07", "- | 支店には30件のお問い合わせがありました。", "missing"),
        ("CHK11", "followup | 令和8年度から毎年点検し、結果を倫理委員会に報告する。", "missing"),
        ("CHK11", "followup | 4月末に結果を学長へ報告します。", "missing"),
        ("CHK11", "followup | 結果を倫理委員会に報告し、4月末に本ページで公表します。", "stated"),
        ("CHK11", "followup | 報告書の概要は本学のページに掲載しています。", "missing"),
        ("CHK11", "followup | 進み具合は本学のページに掲載していきます。", "partly"),
        ("CHK15", "harm_status | 休日に電話を受ける担当者を置いていなかったため、連絡が届きませんでした。", "stated"),
        ("CHK15", "harm_status | 交換の手順を定めていなかったことから、けがをされた方がいます。", "stated"),
        ("CHK15", "harm_status | 担当者が席を外していたため、お待たせしました。", "missing"),
        ("CHK16", "timeline | 確認したところ、同じ書き間違いが計12枚あることが分かりました。", "stated"),
        ("CHK16", "timeline | 残りを照合した結果、ほかに誤りはありませんでした。", "stated"),
        ("CHK16", "timeline | 確認したところ、請求の金額が違っていました。", "missing"),
        # Plain words tell as much as those of an office.
        ("CHK14", "followup | 取り組みの状況は、6月に保護者会でお伝えします。", "stated"),
        ("CHK14", "followup | 約束したことを守れたかどうかは、年度の終わりに掲示します。", "stated"),
        ("CHK14", "followup | この手順が続いているかを、秋にもう一度確かめます。", "stated"),
        ("CHK14", "followup | お金をお返しできたかを、月末にお知らせします。\nfollowup | 返金の実施状況をお知らせします。", "missing"),
        ("CHK14", "followup | 名簿が見つかったかどうかも、ここでお知らせします。", "missing"),
        ("CHK15", "cause | 鍵を返す決まりが作られておらず、持ち帰るのが当たり前になっていました。", "stated"),
        ("CHK15", "cause | 夜の戸締まりには取り決めがありませんでした。", "stated"),
        ("CHK15", "cause | 電池を替えるのは当然のことでした。", "missing"),
        ("CHK15", "cause | 部品の寸法が合わず、図面を見比べる決まりを設けました。", "missing"),
        ("CHK08", LEAK + "\n- | 見知らぬ方から園の者と名乗る電話があったら、切ってからお知らせください。", "stated"),
        ("CHK08", LEAK + "\n- | 当店を装ったメールには、お返事なさらないようお願いします。", "stated"),
        ("CHK08", LEAK + "\n- | お名前をお確かめのうえ、窓口へお電話ください。", "missing"),
        # The day of a count is none of the matter; the day on which somebody knew is.
        ("CHK10", "incident | 名簿を公開しました。\nscope | 対象の方は210名です(6月3日時点)。", "missing"),
        ("CHK10", "incident | 名簿を公開しました。\nscope | 6月3日現在で判明している件数は210件です。", "missing"),
        ("CHK10", "incident | 名簿を公開しました。\nscope | 5月2日に公開し、6月3日時点で210名です。", "partly"),
        ("CHK10", "incident | 名簿を公開しました。\nincident | 5月8日の時点で、係の者は指摘を受けて把握していました。", "partly"),
        ("CHK10", "incident timeline | 8月3日付の新聞の報道のとおり、7月20日に園児がけがをしました。", "partly"),
        ("CHK10", "incident | 令和5年度の試験で誤りが判明しました。\nincident timeline | 11月1日に採点を誤りました。", "partly"),
        ("CHK10", "incident timeline | 7月20日に送りました。\ntimeline | 8月3日の報道で、社内でも誤りに気づきました。", "stated"),
        ("CHK14", "followup | 対策については、まとまり次第お知らせします。", "missing"),
        ("CHK14", "followup | 改善策は、後日改めて公表いたします。", "missing"),
        ("CHK14", "followup | 対策の進捗は、まとまり次第公表します。", "stated"),
        ("CHK15", "cause | 部品の寸法が合っていませんでした。", "missing"),
        ("CHK15", "cause | 係員が取り違えました。", "partly"),
        ("CHK18", "response | 主将を停学1か月としました。", "partly"),
        ("CHK18", "response | 保健所から営業停止の処分を受けました。", "missing"),
        ("CHK17", "cause | 寮の見回りを上級生に委ねていました。", "not_applicable"),
        ("CHK13", "cause | 宛名の確認を省きました。\nmeasure_vague | 宛名には十分に気を付けます。", "partly"),
        ("CHK13", "cause | 宛名の確認を省きました。\nmeasure_vague | 信頼の回復に努めます。", "missing"),
        ("CHK11", "- | 本報告をもって最終といたします。\nfollowup | 点検の結果は3月20日に掲示します。", "stated"),
        ("CHK11", "- | 本報告をもって最終といたします。", "not_applicable"),
        ("CHK07", "contact | 電話 0120-000-000(平日9時〜17時)", "stated"),
        ("CHK07", "contact | ご不明な点は担当者までお問い合わせください。", "partly"),
        ("CHK07", "- | お問い合わせが20件ありました。", "missing"),
        ("CHK08", LEAK + "\n- | 不審なメールが届いた場合は開かずに削除してください。", "stated"),
        ("CHK08", LEAK, "missing"),
        ("CHK09", "- | 2024年11月22日", "stated"),
        ("CHK09", "timeline | 11月22日に判明しました。", "missing"),
        ("CHK09", "- | 印刷ページ表示 更新日:2024年11月22日更新", "stated"),
        ("CHK09", "timeline | 本日（2024年11月22日）、名簿が見当たらないことが分かりました。", "stated"),
        ("CHK10", "incident timeline | 11月20日17時に送信し、同日19時にお客様からの連絡で判明しました。", "stated"),
        ("CHK10", "timeline | 12月9日14時10分、お客様からの連絡で判明しました。", "partly"),
        ("CHK10", "incident timeline | 12月9日14時10分、別の会員にメールを送信しました。", "partly"),
        ("CHK10", "incident | お客様からの連絡で判明しました。", "missing"),
        ("CHK11", "followup | 次回は12月20日に本ページで報告します。", "stated"),
        ("CHK11", "followup | 調査結果がまとまり次第、公表いたします。", "partly"),
        ("CHK11", "followup | 外部の弁護士による調査委員会を設置します。", "missing"),
        ("CHK11", "- | 本報告をもって最終報といたします。", "not_applicable"),
        ("CHK11", "followup | 結果が分かり次第、お知らせします。\n- | 【5月3日追記】調べた結果を書き足します。", "stated"),
        ("CHK11", "- | 【5月3日追記】調べを続けています。\nfollowup | 結果が分かり次第、お知らせします。", "partly"),
        ("CHK12", "measure_concrete | 宛先は2名で照合します。", "stated"),
        ("CHK12", "measure_vague | 再発防止に努めてまいります。", "partly"),
        ("CHK13", "cause | 宛先を確認する手順がありませんでした。\nmeasure_concrete | 送信前に2名で宛先を照合します。", "stated"),
        ("CHK13", "cause | 床のボルトが腐食していました。\nmeasure_concrete | 毎年4月に講習を開きます。", "partly"),
        ("CHK13", "cause | 床のボルトが腐食していました。\nmeasure_vague | 再発防止に努めます。", "missing"),
        ("CHK14", "followup | 対策の実施状況を半年ごとに公表します。", "stated"),
        ("CHK14", "measure_vague | 運用の見直しを進めてまいります。", "partly"),
        ("CHK15", "cause | 送信前に宛先を確認する手順が定められていませんでした。", "stated"),
        ("CHK15", "cause | 担当者が宛先を取り違えました。", "partly"),
        ("CHK15", "cause deflection | 当該コーチ個人の行為であり、組織的な関与はございません。", "partly"),
        ("CHK16", "- | 同様の誤送信がないか過去3年分を調査した結果、ほかに該当はありませんでした。", "stated"),
        ("CHK16", "measure_vague | 同様の事案を二度と起こさないよう、確認を徹底しました。", "missing"),
        ("CHK17", "cause deflection | 配信を委託している会社の作業ミスによるものです。", "missing"),
        ("CHK17", "cause admission | 委託先を監督する責任は当クラブにあり、確認を怠りました。", "stated"),
        ("CHK17", "incident | 発送は委託先が行いました。\nmeasure_vague | 委託先への指導を強化します。", "partly"),
        # To threaten a paper, to go to the police about a picture and to change a sink help nobody who was harmed.
        ("CHK06", "response | 当該記事の訂正を求めるとともに、法的措置を含め厳正に対処してまいります。", "missing"),
        ("CHK06", "response | 動画を消せるかどうか、店長が警察に削除の方法を相談しました。", "missing"),
        ("CHK06", "timeline response | 確認のあと、洗い場の設備を撤去し、交換した。", "missing"),
        ("CHK06", "response | 被害を受けた方への補償を進め、法的措置も検討しています。", "partly"),
        ("CHK06", "response | 警察に相談し、ご本人には電話でお詫びしました。", "stated"),
        ("CHK06", "response | 不良の品は無償で交換いたします。", "stated"),
        # Discipline that is still to be decided, or was of an earlier affair, is not yet one; threatening others is none.
        ("CHK18", "response | 運転した社員の懲戒処分は、取り調べの結果を踏まえて決めてまいります。", "partly"),
        ("CHK18", "response | 事実の確認を終え次第、懲戒処分を決定いたします。", "partly"),
        ("CHK18", "response | 関わった社員の処分を検討しております。", "partly"),
        ("CHK18", "response | 関わった社員を減給処分とし、店長の処分は検討中です。", "stated"),
        ("CHK18", "response | 3月5日付で停職2か月の懲戒処分を行いました。", "partly"),
        ("CHK18", "response | 2年前の飲酒の件では、本人を謹慎としました。", "missing"),
        ("CHK18", "deflection response | 版元に記事の訂正を求め、法的措置を含め厳正に対処いたします。", "missing"),
        # An authority that looks into it itself is independent; one that is only told of it is none.
        ("CHK19", "incident | 社員が暴力を振るいました。\ntimeline | 翌日、労働基準監督署による調査を受けました。", "stated"),
        ("CHK19", "response | お弁当で体調を崩された方があり、保健所による厨房の調査がありました。", "stated"),
        ("CHK19", "response | 国の事故調査委員会による調査が始まりました。", "stated"),
        ("CHK19", "response | 保健所に届け出たうえ、社内で調査しております。", "partly"),
        # That it happened before is told, not how far they looked.
        ("CHK16", "response | 同じ店で二度目となり、取引を終えることとしました。", "partly"),
        ("CHK16", "cause | 一昨年の紛失事故を受けて決めた台帳の照合が、続いていませんでした。", "partly"),
        ("CHK16", "cause | 3年前の漏えいの際に定めた手順が守られていませんでした。", "partly"),
        ("CHK16", "followup | 二度目のご報告は11月に掲載いたします。", "missing"),
        ("CHK16", "cause | 3年前の規程の改定が伝わっていませんでした。", "missing"),
        ("CHK17", LEAK, "not_applicable"),
        # To concede their carelessness is not yet to own the supervision of it.
        ("CHK17", "admission | 工事を頼んだ委託先の過失であれ、起きたことの重さを思い、反省しております。", "partly"),
        ("CHK17", "admission | 委託先の誤りだとしても、深く反省しております。", "partly"),
        ("CHK17", "admission | 委託先の誤りとはいえ、監督を怠ったのは当社です。", "stated"),
        ("CHK17", "admission | 委託先の誤りであっても、任せきりにした当社の責任です。", "stated"),
        # A designated manager is entrusted with the work; what its people did is no supervision owned, and whoever is cleared is none.
        ("CHK17", "incident cause admission | 指定管理者の職員が、誤って別の方の番号を登録しました。", "missing"),
        ("CHK17", "incident | 指定管理者が誤って送信しました。\nmeasure_vague | 指定管理者への指導を強化します。", "partly"),
        ("CHK17", "cause admission | 指定管理者の職員の誤りを見抜けなかったのは、監督する当市の責任です。", "stated"),
        ("CHK17", "incident | 当社は、指定管理者として運営する市民プールで、券を誤って発行しました。", "not_applicable"),
        ("CHK17", "incident | 継ぎ目から火が出ました。\ntimeline | 警備会社様から119番へ通報いただきました。", "not_applicable"),
        ("CHK17", "incident | 棚が倒れました。\ndeflection | 棚を組んだ請け負いの業者に罪はございません。", "not_applicable"),
        ("CHK18", "admission | 社長の報酬を3か月、30%減額します。", "stated"),
        # To discipline whoever did it is no answer of those in charge, unless they answer as well.
        ("CHK18", "response | 当該職員を停職3か月の処分としました。", "partly"),
        ("CHK18", "response | 入浴の介助に当たった職員は、5月に戒告としました。", "partly"),
        ("CHK18", "response | 運転した職員の給与を2か月、10%減額します。", "partly"),
        ("CHK18", "response | 当該職員を免職とし、所長を減給としました。", "stated"),
        ("CHK18", "response | 当該職員を停職としました。\nresponse | 施設長は戒告としました。", "stated"),
        ("CHK18", "response | 当該職員を停職としました。\nadmission | 統括マネージャーは減給10%とします。", "stated"),
        ("CHK18", "response | 当該職員を停職としました。\nadmission | 見過ごしてきた園長の責任を重く受け止めます。", "stated"),
        ("CHK18", "admission | 経営の責任を痛感しております。", "partly"),
        ("CHK18", "apology | 深くお詫び申し上げます。", "missing"),
        ("CHK19", "followup | 外部の弁護士3名による調査委員会を設置しました。", "stated"),
        ("CHK19", "response | 社内で関係者への聞き取り調査を行っております。", "partly"),
        ("CHK19", "incident | ナイター照明が消えました。", "not_applicable"),
    ],
)
def test_item(code: str, marked: str, expected: str) -> None:
    assert status(code, marked) == expected


@pytest.mark.parametrize(
    ("marked", "leak"),
    [
        (LEAK, True),
        ("incident scope | 氏名と住所を記した名簿を電車に置き忘れ、紛失しました。", True),
        ("incident scope | 会員63名の名簿が、だれでも開ける形で掲載されていました。", True),
        ("incident | 氏名と住所の台帳が閲覧された可能性を否定できません。", True),
        ("incident | 配信サーバーが停止しました。\nharm_status | 個人情報の流出は確認されておりません。", False),
        ("incident | コーチが選手を殴りました。\n- | 選手の氏名は公表を控えます。", False),
        ("incident | 木製ベンチの脚が折れました。", False),
        # In plain words, what went to the wrong hands is a leak where the sentence names personal data.
        ("incident scope | 受講生の名簿を、誤って講師45名にお送りしました。", True),
        ("incident | 別の組の保護者の方に、児童の連絡先の台帳を配ってしまいました。", True),
        ("incident | お客様の住所を書いた札を取り違えて、お渡ししました。", True),
        ("incident | 別の商品を誤ってお送りしました。\n- | お届け先の住所をご確認ください。", False),
        ("incident | 会員の皆様の名簿を、会場でお渡ししました。", False),
        ("incident | 名簿の管理システムから、よその会に送るお知らせを取り違えて会員の方に送っていました。", False),
        ("incident | 誤って古い地図をお配りしました。", False),
        # Another's data before a long list, a list that is gone, and what a file still held are leaks whatever they are called.
        (
            "incident scope | 当番表の9通に、よその方のお名前、携帯電話の番号、お子さんのアレルギー、住所が書かれたまま届いていました。",
            True,
        ),
        ("incident | 明細の画面に、ほかの利用者様の氏名、ご利用の店、ご利用額、残高が印字されていました。", True),
        ("incident | 36名の氏名と住所を書いた用紙が、片付けの後に無いことに気づきました。", True),
        ("incident | 申込書の控え9枚を、帰りの道で落としました。\nscope | お名前と生年月日が書かれています。", True),
        ("incident scope | 聞き取りの記録を入れた端末が見当たらなくなっております。\nscope | 患者40名のお名前", True),
        ("incident | 送付した計算表に、隠した列のまま担当者名と電話番号が残っておりました。", True),
        ("incident | 患者様の受付票の束が見当たらなくなりました。\nscope | 氏名と診察券の番号", True),
        ("incident | 参加者の名簿を、講師の方に渡してしまいました。", True),
        ("- | 2.名簿の紛失について\nincident | 氏名と住所の控えを鞄ごと失くしていました。", True),
        ("incident | 会員番号の入力を誤り、お手元の票に割引の印が見当たらないとのお尋ねを頂きました。", False),
        ("incident | 園児の姿が見当たらなくなりました。\ntimeline | 名簿と照らして気づきました。", False),
        ("incident timeline | 台帳の書類を調べましたが、異常は見つかりませんでした。\nincident | 代金を多くいただきました。", False),
        ("incident | 届いた書類を見落としていました。\ncause | 担当者のアドレスにだけ届いていました。", False),
        ("incident | 他のお客様の品をお届けしました。", False),
        ("- | 1.漏えい防止の取組\nincident | 会員番号の付け方を誤り、料金を多くいただきました。", False),
        # An entry that slipped through is no leak, though a register is told of.
        ("incident cause | 台帳への戸数の入力が漏れていました。", False),
        ("incident | 会員番号ごとの割引の適用が漏れていたため、多くいただきました。", False),
        ("incident scope | 会員番号が外に漏れていました。", True),
        # Taken along and sold, or another's papers in the envelope; what a lost thing was missed by tells of no data.
        ("incident | 元社員が顧客名簿のデータを持ち出し、同業の会社に渡していました。", True),
        ("incident | 別の世帯の届出用紙が封筒に同封されていました。", True),
        ("measure_concrete | 顧客情報の持ち出しを禁じます。", False),
        ("incident | 金庫の現金が紛失しており、管理台帳との照合で気づきました。", False),
        ("incident | 金庫の鍵が所在不明となり、台帳と現物が一致しないことを確認しました。", False),
    ],
)
def test_leak_of_personal_data(marked: str, leak: bool) -> None:
    assert (Trait.LEAK in case_of(*read(marked)).traits) is leak


@pytest.mark.parametrize(
    ("wording", "expected"),
    [
        ("次回の集まりの日取りには影響ありません。", "missing"),
        ("大会は予定どおり開催し、受付への支障はございません。", "missing"),
        ("ご予約の内容に変更はありません。", "missing"),
        ("お名前を使われたとのお話は、いまのところ頂いておりません。", "stated"),
        ("不正な利用による業務への影響は確認されておりません。", "stated"),
    ],
)
def test_business_as_usual_says_nothing_of_what_became_of_leaked_data(wording: str, expected: str) -> None:
    assert status("CHK05", f"{LEAK}\nharm_status | {wording}") == expected


def test_business_as_usual_is_what_a_reader_asks_of_a_breakdown() -> None:
    assert status("CHK05", "incident | 受付の機械が止まりました。\nharm_status | 大会の受付に影響はありませんでした。") == "stated"


def test_law_on_personal_data_is_cited_for_leaks_only() -> None:
    leak = {item.code: item.basis for item in case_of(*read(LEAK)).items}
    fight = {item.code: item.basis for item in case_of(*read("incident | コーチが選手を殴りました。")).items}
    assert "個人情報保護法" in leak["CHK03"]
    assert not any("個人情報保護法" in fight[code] for code in ("CHK01", "CHK03", "CHK04", "CHK05", "CHK12"))


SANCTION = """
- | 本リーグ規律委員会は、下記のとおり懲罰を決定した。
response | 制裁金100万円およびけん責
incident scope timeline | 4月27日の第9節で、同クラブのサポーター3名がピッチに発煙筒2本を投げ込んだ。
"""


def test_a_federation_that_punishes_a_member_sanctions() -> None:
    title = "加盟校における不祥事に対する処分について"
    assert Trait.SANCTION in case_of(*read("incident | 野球部の部員が下級生に暴力を振るった。", title)).traits
    assert Trait.SANCTION not in case_of(*read("response | 当校は、連盟より処分を受けました。")).traits
    assert Trait.SANCTION in case_of(*read("response | 登録選手1名を、けん責としました。")).traits
    for employer in ("本学は、当該教授を譴責の懲戒処分としました。", "当院は、看護師をけん責としました。", "職員1名をけん責としました。"):
        assert Trait.SANCTION not in case_of(*read(f"response | {employer}")).traits


def test_sanction_owes_no_apology_contact_or_measures() -> None:
    document, labels = read(SANCTION)
    applying = {item.code for item in case_of(document, labels).items if item.status != ChecklistStatus.NOT_APPLICABLE}
    assert applying == {"CHK01", "CHK03", "CHK09"}


def test_club_that_reports_its_own_sanction_is_no_sanctioning_body() -> None:
    assert Trait.SANCTION not in case_of(*read("response | 当クラブは、リーグ規律委員会より制裁金100万円の懲罰を受けました。")).traits


@pytest.mark.parametrize(
    ("wording", "hired"),
    [
        ("incident | 当園が委託を受けて行った苗木の配布で、別の種類をお渡ししました。", False),
        ("incident | 当社が受託いたしました水道管の調査で、一部の区間を見ておりませんでした。", False),
        ("scope | 令和4年度から令和6年度までに受託した測量のうち9件", False),
        ("cause | 市から委託を受けて行った健診で、担当者が結果を取り違えました。", False),
        ("incident | 委託元の町に報告した数値が誤っておりました。", False),
        ("incident | 保守を頼んでいる会社から連絡があり、機器の感染が判明しました。", False),
        ("incident | 保守を委託した会社から、設定を誤り感染を招いたとの報告を受けました。", True),
        ("incident | 当社が請け負った測量の一部を、下請けの会社が行っていませんでした。", True),
        ("incident | 当社から委託を受けた運送会社の社員が、荷を落としました。", True),
        ("cause | 業務を受託した会社の担当者が、別の名簿を取り込みました。", True),
        ("incident | 受託者の社員が名簿を持ち帰りました。", True),
        ("cause | 発送を委託した印刷所で、封筒が入れ替わりました。", True),
        # Who noticed it, helps, or drives what the staff handed over has no part in it.
        ("timeline | 機器の監視を委託している会社から、異常を検知したとの通報がありました。", False),
        ("timeline | 保守会社の協力により、翌日に復旧しました。", False),
        ("incident | 職員が、別の箱を委託業者のトラックに積み込みました。", False),
        ("incident | 発送を委託している会社から、宛名を取り違えたとの連絡がありました。", True),
    ],
)
def test_who_was_entrusted_with_the_work_itself_has_no_contractor(wording: str, hired: bool) -> None:
    assert (Trait.CONTRACTOR in case_of(*read(wording)).traits) is hired


def test_units_are_those_that_give_the_item() -> None:
    document, labels = read("- | 平素よりお世話になっております\ncontact | 電話 0120-000-000\napology | 深くお詫びします。")
    assert next(item.units for item in case_of(document, labels).items if item.code == "CHK07") == (1,)


def test_published_date_of_the_statement_counts() -> None:
    document = next(read_documents([Statement("メールを誤って送信しました。", published=date(2024, 11, 22))]))
    assert next(item.status for item in case_of(document, [{}]).items if item.code == "CHK09") == ChecklistStatus.STATED


@pytest.mark.parametrize(("stage", "expected"), [(ReportStage.SINGLE, "partly"), (ReportStage.FOLLOWUP, "missing")])
def test_a_day_on_which_the_matter_was_made_public_is_partly_one(stage: ReportStage, expected: str) -> None:
    document, labels = read("timeline | このことは、5月16日に概要を院内に掲示するとともに、報道機関に情報提供しました。")
    published = Event(0, 6, 11, "5月16日", "2024-05-16", Precision.DAY, approximate=False, event=EventKind.PUBLISHED)
    case = case_of(document, labels, stage=stage, events=[published])
    assert next(item.status for item in case.items if item.code == "CHK09") == ChecklistStatus(expected)


def test_empty_statement_has_every_item() -> None:
    document = next(read_documents([Statement("")]))
    assert [item.code for item in case_of(document, []).items] == [rule.code for rule in item_rules().values()]


@pytest.mark.parametrize("lang", Lang)
def test_names_in_both_languages(lang: Lang) -> None:
    items = case_of(*read(LEAK), lang=lang).items
    names = [rule["name" if lang == Lang.JA else "en"] for rule in load_rules("checklist").values()]
    assert [item.name for item in items] == names
    assert all(item.basis for item in items)


@pytest.mark.parametrize(
    ("wording", "kinds"),
    [
        ("なお、暗証番号及び口座番号は記載されておりません。", []),
        ("氏名、住所が記載されていますが、電話番号は記載されていません。", ["氏名", "住所"]),
        ("電話番号、生年月日は対象外です。", []),
        ("口座番号は今回の件に該当しません。", []),
        ("会員番号の記載はございません。", []),
        ("1学年から3学年の保護者に届きました。", []),
        ("氏名、学年が表示されました。", ["氏名", "学年"]),
        ("氏名を載せた控え(電話番号は含まず)を紛失しました。", ["氏名"]),
        ("宛名が印字され、電話番号は印字されていない。", []),
        # What is said not to have happened to the data leaves the data in.
        ("氏名以外の情報は含まれておりません。", ["氏名"]),
        ("氏名が流出した可能性は否定できません。", ["氏名"]),
        ("氏名を載せた控えは、まだ見つかっておりません。", ["氏名"]),
        ("生年月日が、表示されないはずの画面に出ていました。", ["生年月日"]),
        ("氏名が別の方に渡り、取り戻せておりません。", ["氏名"]),
        ("", []),
    ],
)
def test_data_said_not_to_be_there_is_not_told(wording: str, kinds: list[str]) -> None:
    units = next(read_documents([Statement(wording)])).units
    assert [fact.text for unit in units for fact in data_told(unit)] == kinds


def test_a_statement_of_what_was_not_there_is_no_leak() -> None:
    title = "案内状の誤送付について"
    assert Trait.LEAK not in case_of(*read("incident scope | 別の店の案内状を送りましたが、氏名や住所の記載はありません。", title)).traits
    assert Trait.LEAK in case_of(*read("incident scope | 別の方の氏名を載せた案内状を送りました。", title)).traits


LABEL_DECIDES = ("CHK01", "CHK05", "CHK12", "CHK13", "CHK17")


@pytest.mark.parametrize("code", [rule.code for rule in item_rules().values() if rule.code not in LABEL_DECIDES])
def test_examples_of_the_rules(code: str) -> None:
    """Wording alone, labels granted: hits are stated, halves are not, misses show no sign of being stated."""
    rule = item_rule(code)
    parts = {sign.part for sign in rule.stated}

    def shown(example: str) -> set[str]:
        document = next(read_documents([Statement(example)]))
        return {sign.part for sign in rule.stated for unit in document.units if sign.worded_in(unit)}

    for example in load_rules("checklist")[code]["hits"]:
        assert shown(example) == parts, example
    for example in [*load_rules("checklist")[code].get("half", ()), *load_rules("checklist")[code]["misses"]]:
        assert shown(example) != parts, example


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("不正アクセスに関する調査完了のご報告", "not_applicable"),
        ("製品の回収終了に関するお知らせ", "not_applicable"),
        ("不正アクセスに関する調査開始のご報告", "missing"),
        ("不正アクセスのご報告", "missing"),
    ],
)
def test_a_report_that_closes_the_matter_owes_no_other(title: str, expected: str) -> None:
    assert status("CHK11", "incident | サーバーに侵入されました。", title) == expected


@pytest.mark.parametrize(
    ("code", "english", "expected"),
    [
        ("CHK07", "You may write to us at desk@inn.example on any day of the week.\n", "stated"),
        ("CHK07", "If you have any questions, please ask us at the front desk of the inn.\n", "not_applicable"),
        ("CHK07", "The inn was open on that day and will be open in the month of June.\n", "missing"),
        ("CHK12", "The forms will be checked by two of us, so that it does not recur.\n", "not_applicable"),
        ("CHK12", "The inn was open on that day and will be open in the month of June.\n", "missing"),
        ("CHK04", "It was caused by a tray that had no label on the front of it.\n", "not_applicable"),
        ("CHK04", "We regret the trouble that this may have caused to the guests of the inn.\n", "missing"),
        ("CHK06", "The guests were notified by the inn on the evening of that day in May.\n", "not_applicable"),
    ],
)
def test_an_item_told_in_lines_left_out_is_not_missing(code: str, english: str, expected: str) -> None:
    text = f"別の方の予約票をお渡ししました。\n深くお詫びします。\n{english}We handed the form of another guest to you on May 2."
    document = next(read_documents([statement_from(text, "a.txt")[0]]))
    assert len(document.units) == 2
    items = case_of(document, [{Label.INCIDENT: 0.9}, {Label.APOLOGY: 0.9}]).items
    assert next(item.status for item in items if item.code == code) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Questions: desk@inn.example", "stated"),
        ("For inquiries: 03-0000-0000", "stated"),
        ("* E-mail desk@inn.example", "stated"),
        ("送信元 desk@inn.example", "missing"),
        ("Questions were asked.", "missing"),
        # The parts of an address are no English words.
        ("https://www.inn.example/news/2024/0410.html", "missing"),
        ("front-desk@mail.inn.example.co.jp", "missing"),
        ("Please see our page for details: https://www.inn.example/help", "stated"),
    ],
)
def test_an_address_behind_an_english_key_is_a_contact(line: str, expected: str) -> None:
    assert status("CHK07", f"- | {line}") == expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("労働基準監督署には、2日朝にお電話でご連絡しました。", "missing"),
        ("発注者の県土木事務所には、2日にお知らせしました。", "missing"),
        ("取引銀行には2日にご説明し、親会社にもお伝えしました。", "missing"),
        ("2日、理事会に電話で説明しました。", "missing"),
        ("ご家庭への知らせが、二週間後になった例もありました。", "missing"),
        ("2日、発注者とご遺族に面会し、ご説明しました。", "stated"),
        ("2日10時 両チームに説明", "stated"),
        ("皆様へのお知らせが2日と遅くなりました。", "stated"),
    ],
)
def test_whoever_is_told_is_seen_to_if_it_is_one_of_those_concerned(told: str, expected: str) -> None:
    document, labels = read(f"incident | 作業員1名が足場から落ちて亡くなりました。\n- | {told}")
    step = Event(1, 0, 2, told[:2], "2024-06-02", Precision.DAY, False, EventKind.NOTIFIED)
    assert case_of(document, labels, events=[step]).statuses["CHK06"] == expected


@pytest.mark.parametrize(
    ("code", "marked", "expected"),
    [
        # A breach of rules has no victims to count or to see to, unless somebody is said to have been harmed.
        ("CHK06", "incident | 所属選手が酒気帯び運転で検挙されました。", "not_applicable"),
        ("CHK03", "incident | 未登録の選手を試合に出場させておりました。", "not_applicable"),
        ("CHK05", "incident | 入札の予定価格の積算に誤りがありました。", "not_applicable"),
        ("CHK06", "incident | 公文書1冊を紛失しました。\nscope | 個人情報は含まれておりません。", "not_applicable"),
        ("CHK06", "incident | 所属選手が酒気帯び運転で人をはねました。", "missing"),
        ("CHK06", "incident | コーチが選手に暴力を振るいました。", "missing"),
        ("CHK06", "incident | 会員の皆様のアドレスを宛先欄に入れて送信しました。\nscope | 本文に個人情報は含まれておりません。", "missing"),
        ("CHK03", "incident | 公文書1冊を紛失しました。\nscope | 個人情報は含まれておりません。", "stated"),
        # What counts nobody who was harmed, and who is counted without a counter.
        ("CHK03", "incident | 職員は、罰金80万円の略式命令を受けました。", "missing"),
        ("CHK03", "incident | 当該主任(41歳)を減給10分の1(2か月)としました。", "missing"),
        ("CHK03", "incident | 10:15回の上映で予約が重なりました。", "missing"),
        ("CHK03", "incident | 10名以上の登録が必要でしたが、1名も登録されていませんでした。", "missing"),
        ("CHK03", "incident | 告発者6名により記事が掲載されました。", "missing"),
        ("CHK03", "incident scope | 1,140人から合わせて504万円を誤って徴収しました。", "stated"),
        ("CHK03", "incident | 職員が12回にわたり着服しました。", "stated"),
        ("CHK03", "incident | 計時の誤りがあり、6選手の時間を改めました。", "stated"),
        ("CHK03", "incident | 2025選手権大会の進行に誤りがありました。", "missing"),
        # One who died is counted, those who died one after another are not.
        ("CHK03", "incident | 3月23日に本校生徒が自死しました。", "stated"),
        ("CHK03", "incident | 患者様が亡くなるという重大な事故が発生しました。", "stated"),
        ("CHK03", "apology | 2年生であった生徒ご本人とそのご両親に、お詫び申し上げます。", "stated"),
        ("CHK03", "incident | 患者様が亡くなる事故が続けて発生しました。", "missing"),
        ("CHK03", "incident | 複数の生徒が自死しました。", "partly"),
        # Those harmed are seen to, and not the offender, an authority or the server.
        ("CHK06", "incident | 名簿が漏れました。\nresponse | 被害拡大の防止に努めております。", "missing"),
        ("CHK06", "incident | 選手が門限を破りました。\nresponse | 本人から電話で説明を受け、謹慎を言い渡しました。", "not_applicable"),
        ("CHK06", "incident | 名簿を誤って公開しました。\nresponse | 教育委員会に、資料を削除し報告するよう依頼しました。", "missing"),
        ("CHK06", "incident | 名簿を誤って公開しました。\nresponse | 関係者への事情の説明と謝罪を行いました。", "partly"),
        ("CHK06", "incident | メールを誤って送信しました。\n- | 影響のあった方々には別途メールをお送りしています。", "stated"),
        ("CHK06", "incident | 計時を誤りました。\nresponse | 該当者の順位を訂正しました。", "stated"),
        ("CHK06", "incident | 表記の誤りがありました。\nresponse | ホームページの誤字を訂正しました。", "missing"),
        ("CHK06", "incident | 学生の情報が漏れました。\nresponse | 学生と教職員に事態を周知しました。", "stated"),
        ("CHK06", "incident | お客様の情報が漏れました。\nresponse | 全教職員に注意を周知しました。", "missing"),
        ("CHK08", f"{LEAK}\nresponse | サーバーのパスワードを変更しました。", "missing"),
        ("CHK08", f"{LEAK}\nresponse | パスワードの変更をお願いいたします。", "stated"),
        ("CHK08", f"{LEAK}\nfollowup | 続報を掲載しますので、ご確認くださいますようお願いします。", "missing"),
        ("CHK08", f"{LEAK}\nresponse | ご利用明細をご確認ください。", "stated"),
        ("CHK02", f"{LEAK}", "stated"),
        ("CHK05", "incident | 観客が場内に立ち入りました。\nresponse | 誰にも危害を加えていないことを考慮しました。", "stated"),
        ("CHK05", f"{LEAK}\nharm_status | 今年度17回目の漏えいを覚知しました。", "partly"),
        ("CHK05", "incident | 意図しない商品が購入されるという事象が発生しました。", "stated"),
        ("CHK05", "incident | 商品を購入されたお客様に誤って案内しました。", "missing"),
        ("CHK14", "incident | 設備が壊れました。\nmeasure_concrete | 定期点検の内容を見直します。", "missing"),
        ("CHK14", "incident | 設備が壊れました。\nmeasure_concrete | 定期的に外部の監査を受けます。", "stated"),
        ("CHK16", "incident | 名簿が漏れました。\nresponse | 当該事案以外に同じ宛先への転送が無いことを確認しました。", "stated"),
        ("CHK16", "incident | 令和2年にも同様の漏えいがあり、ふたたび起こしました。", "partly"),
        ("CHK16", "incident | 配管が破損しました。\nresponse | 類似設備の総点検を行います。", "partly"),
        ("CHK16", "incident | 観客が立ち入りました。\nresponse | 過去の例を参考に処分を決めました。", "missing"),
        ("CHK07", f"{LEAK}\n- | 【お問い合わせ先】\n- | 総務部法務課", "partly"),
        ("CHK07", f"{LEAK}\n- | お問い合わせが相次いでいます。", "missing"),
        ("CHK11", f"{LEAK}\nresponse | 再開につきましては、別途お知らせいたします。", "partly"),
        # A survey is no inquiry.
        ("CHK19", "incident | 事業所統計-基礎調査の申請書を紛失しました。", "not_applicable"),
        ("CHK19", "incident | 料金を誤りました。\nresponse | 返金先の口座をヒアリングいたします。", "not_applicable"),
        ("CHK19", "incident | 会費の計算を誤りました。\nresponse | 関係者へのヒアリングを行いました。", "partly"),
        # Who inquires, why no card data are held, and through whom money flowed back had no part in it.
        ("CHK17", "incident | 売上の計上を誤りました。\ncause | 第三者委員会に原因の調査を委託しました。", "not_applicable"),
        ("CHK17", "incident scope | 決済は外部に委託しており、カード情報は保有しておりません。", "not_applicable"),
        ("CHK17", "incident | 元従業員が外注先から代金を自らに還流させていました。", "not_applicable"),
        ("CHK17", "incident cause | 決済を委託している会社の設定の誤りにより、カード情報が流出しました。", "missing"),
        ("CHK17", "incident cause | 契約業者の設定の誤りにより、料金を誤って請求しました。", "missing"),
        # What an annex tells is not missing.
        ("CHK04", "incident | 医療事故が発生しました。\n- | 詳細は添付の報告書(PDF)をご覧ください。", "partly"),
        ("CHK12", f"{LEAK}\n- | 再発防止策は別紙のとおりです。", "partly"),
        ("CHK04", "incident | 名簿に別紙を誤って同封しました。", "missing"),
        ("CHK04", "incident | 医療事故が発生しました。\n- | 詳細はお問い合わせください。", "missing"),
    ],
)
def test_what_is_asked_fits_the_matter(code: str, marked: str, expected: str) -> None:
    assert status(code, marked) == expected


def test_what_was_sent_astray_is_no_notice() -> None:
    document, labels = read("incident | 5月7日、名簿1通を別の方に送付しました。")
    step = Event(0, 0, 4, "5月7日", "2024-05-07", Precision.DAY, False, EventKind.NOTIFIED)
    assert case_of(document, labels, events=[step]).statuses["CHK06"] == "missing"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("朝霧市による事実確認調査の結果、虐待に該当するとされました。", "stated"),
        ("県より調査が入り、ご指摘を受けました。", "stated"),
        ("本市では、市による調査の結果を踏まえ、返金します。", "partly"),
        ("当法人で調査を行った結果、3件が判明しました。", "partly"),
    ],
)
def test_an_inquiry_by_a_city_is_one_from_outside_unless_the_city_speaks(text: str, expected: str) -> None:
    assert status("CHK19", f"incident | 職員が利用者を叩く虐待がありました。\nresponse | {text}") == ChecklistStatus(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学生の個人情報を保存したノートパソコン1台を紛失しました。", "missing"),
        ("患者様の個人情報が入ったUSBメモリ2本を紛失しました。", "missing"),
        ("パソコン1台に入った学生120名分の個人情報を紛失しました。", "stated"),
        ("個人情報の書かれた申込書3枚を紛失しました。", "stated"),
    ],
)
def test_of_a_leak_what_the_data_were_in_is_no_count(text: str, expected: str) -> None:
    assert status("CHK03", f"incident scope | {text}") == ChecklistStatus(expected)
