"""What changed from one announcement to the next, and what is only told in other words."""

from itertools import pairwise

import pytest

from analyzer.dossier.drift.casualties import casualties, more_hurt, owns_casualties
from analyzer.dossier.drift.contractors import contractor_blamed, hired
from analyzer.dossier.drift.data_kinds import kind_denied
from analyzer.dossier.drift.finders import found_by_others
from analyzer.dossier.drift.harm import HarmState
from analyzer.dossier.drift.matters import find_drift
from analyzer.dossier.findings import MOST_QUESTIONS, at_most
from analyzer.dossier.report import DossierQuestion
from analyzer.judging.model import Detail
from analyzer.schema import COUNTED, Axis, DriftKind, Lang
from analyzer.scoring import Scorer
from tests.dossiers import tell, trace

MAIL = "10月2日、会員の皆様に他の方のお名前を記載したメールを送信しました。"
"""What happened, told first: a cause alone is no statement."""

EVENT = "4月3日、体育館の照明器具が落下する事故が発生しました。\n"
"""An accident, told first."""

# matter, earlier, later, None (no change) or acknowledged
DRIFT = [
    (
        DriftKind.DATA_KINDS,
        f"{MAIL}個人情報は含まれておりません。",
        f"{MAIL}前回「個人情報は含まれておりません」とご案内しましたが、会員の氏名と生年月日が含まれておりました。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、受託事業者が宛先の設定を誤ったことです。",
        f"{MAIL}原因は、宛先の設定の誤りのほか、当館の窓口での入力漏れがあったことでした。",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{EVENT}4月3日、巡回の職員が見つけました。",
        f"{EVENT}職員が見つけたとしておりましたが、正しくは、体操に来られた町民の方から窓口に申し出があったものです。",
        True,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{EVENT}4月3日、保護者の方からのお電話で分かりました。",
        f"{EVENT}点検の記録をすべて見直したところ、2月24日にも留め具が外れていたことが分かりました。",
        None,
    ),
    (DriftKind.HARM, "国内での負傷は報告されていません。", "お子様1名が手首を骨折したことが、5月8日に報告されました。", False),
    (
        DriftKind.HARM,
        "データの消失は確認されておりません。",
        "4月3日より前にお預かりした写真のデータが失われていることが分かりました。",
        False,
    ),
    (DriftKind.HARM, "国内での負傷の報告は受け取っていません。", "お子様1名が手首を骨折したことが、5月8日に報告されました。", False),
    (DriftKind.HARM, f"{EVENT}けがはありません。", "4月3日の件で、けがはないとの説明は事実ではありませんでした。", True),
    (
        DriftKind.CONTRACTOR,
        "4月3日、会員71名様に二重に請求しました。決済会社の設定の誤りによるものです。",
        "4月3日の二重の請求は、決済会社の設定の誤りによるものでした。当館の確認が足りませんでした。",
        None,
    ),
    (
        DriftKind.DATA_KINDS,
        "4月3日、講座の録画が外部から見られる状態でした。お名前やご住所の分かるところは除いてあります。",
        "4月3日、講座の録画が外部から見られる状態でした。録画には受講者の氏名が含まれておりました。",
        False,
    ),
    (DriftKind.DATA_KINDS, f"{MAIL}口座番号は含まれておりません。", f"{MAIL}会員の氏名が記載されておりました。", None),
    (
        DriftKind.CAUSE,
        f"{EVENT}当日は強風で器具が揺れておりました。",
        f"{EVENT}強風のせいと書きましたが、留め具が傷んでいるのを昨年から知っていました。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{EVENT}原因は、取り付けを任せた施工業者が器具の固定を誤ったことです。",
        f"{EVENT}前回は施工業者が固定を誤ったとしましたが、取り付けは当館が渡した図面のとおりに行われていました。",
        True,
    ),
    (
        DriftKind.CAUSE,
        f"{EVENT}原因は、留め具の材質を供給者が承認なく変えたことです。",
        f"{EVENT}留め具の材質は、当館の施設課が承認していました。前回の説明のこの部分は正しくありませんでした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        f"{EVENT}原因は、係員が留め具の点検を怠ったことです。",
        f"{EVENT}係員の留め具の点検は、3月を最後に怠られていました。前回の説明のこの部分は正しくありませんでした。",
        None,
    ),
    (DriftKind.HARM, "健康被害は報告されていない。", "既に3名に使用されていますが、全員が退院されています。", None),
    (
        DriftKind.CAUSE,
        f"{EVENT}原因は、係員が留め具の点検を怠ったことです。",
        f"{EVENT}落下を防ぐ網を5月8日に全館へ取り付けました。資材の不足で遅れ、ご不便をおかけしました。",
        None,
    ),
    (
        DriftKind.PERSONS,
        "会員213名様の氏名が流出しました。",
        "流出したのは会員213名様の氏名です。今後は送信前に5人で声を出して宛先を確認します。",
        None,
    ),
    (
        DriftKind.HARM,
        "なお、現時点で個人情報の外部への流出は確認されておりません。",
        "外部に流出した事実は確認されておりませんが、可能性を完全に否定することはできません。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、当クラブの担当者が名簿を誤って公開の設定にしたことです。",
        f"{MAIL}原因は、予約サイトのプログラムの欠陥を突いた不正アクセスでした。担当者の設定の誤りとした4月10日の説明は誤りでしたので、訂正いたします。",
        True,
    ),
    (DriftKind.PERSONS, "会員43名様から年会費を二重に引き落としました。", "二重に引き落とした会員は218名様でした。", False),
    (
        DriftKind.PERSONS,
        "会員214名様から会費を二重に引き落としました。",
        "前回214名とお伝えしましたが、正しくは231名でした。お詫びして訂正いたします。",
        True,
    ),
    (DriftKind.PERSONS, "会員213名様の氏名が流出しました。", "流出したのは会員213名様の氏名です。うち200名様へ連絡を終えました。", None),
    (DriftKind.PERSONS, "一部の会員の方の氏名が流出しました。", "流出したのは会員213名様の氏名です。", None),
    (DriftKind.PERSONS, "会員213名様の氏名が流出しました。", "213名様のうち180名様とお話しできました。", None),
    (DriftKind.MONEY, "寄付金18万円の記載が誤っていました。", "使途の分からない支出は96万2,000円でした。", False),
    (DriftKind.ITEMS, "写真8点を誤って掲載しました。", "誤って掲載した写真は、前回公表した8点を含め47点でした。", True),
    (
        DriftKind.HARM,
        "個人情報の外部への流出はございません。",
        "会員213名様の氏名とメールアドレスが外部へ流出したことを確認いたしました。",
        False,
    ),
    (
        DriftKind.HARM,
        "個人情報の外部への流出は確認されておりません。",
        "個人情報が外部へ流出した可能性を否定できないことが判明しました。",
        False,
    ),
    (
        DriftKind.HARM,
        "健康への影響は一切ございません。",
        "「健康への影響は一切ない」と申し上げたことは誤りでした。3名の方が医療機関を受診され、入院されています。",
        True,
    ),
    (
        DriftKind.HARM,
        "現在のところ、不正利用の報告は受けておりません。",
        "その後も、不正利用の報告は受けておりません。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤り、確認の手順を定めていなかったことです。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は現在調査しております。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、委託先である株式会社架空システムの操作ミスです。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。",
        False,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、配信を委託した協力会社の操作の誤りです。",
        f"{MAIL}協力会社の誤りとお伝えしましたが、正しくは、当クラブの担当者が宛先の設定を誤っていました。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        "運行会社の配車の手違いにより、バス6台が到着しませんでした。",
        "バスの台数を誤って発注したのは当クラブで、運行会社に落ち度はございませんでした。4月10日の説明を訂正し、お詫びします。",
        True,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、部活動の指導で行き過ぎた言動があったとの申し出がありました。",
        "顧問は2022年4月から、部員5名の頬を平手で打っていました。",
        None,
    ),
    (DriftKind.PERSONS, "誤って送付した世帯は38世帯です。", "1 誤って送付した世帯 61世帯(公表時38世帯)", True),
    (DriftKind.ITEMS, "照明塔4基が消えました。", "消えた照明塔は6基でした。", False),
    (
        DriftKind.HARM,
        "体調を崩された方はいらっしゃいません。",
        "3名の方が熱中症の症状で手当てを受けられています。",
        False,
    ),
    (DriftKind.HARM, "治療への影響はございません。", "1名の患者様に発疹が現れていたことを確認いたしました。", False),
    (DriftKind.HARM, "3名の方がけがをされました。", "製品を改めて検査し、異常がないことを確認しました。", None),
    (
        DriftKind.CAUSE,
        "5月24日、教務手帳を紛失しました。職員室の机に置いたところ、見当たらなくなりました。",
        "手帳は職員室で失われたのではなく、教諭が自宅に持ち出し、公園に置き忘れたものでした。",
        True,
    ),
    (
        DriftKind.HARM,
        "これまでに健康被害のご連絡はいただいておりません。",
        "6名のお客様から腹痛などのお申し出をいただいております。",
        False,
    ),
    (DriftKind.HARM, "2名が病院に搬送されました。", "搬送された2名の方に、お見舞いを申し上げます。", None),
    (
        DriftKind.DATA_KINDS,
        "会員43名様の氏名が流出しました。住所は含まれておりません。",
        "流出した名簿には、氏名と住所が含まれておりました。",
        False,
    ),
    (DriftKind.DATA_KINDS, "会員43名様の氏名と座席番号が流出しました。", "流出したのは会員43名様の氏名と座席です。", None),
    (
        DriftKind.PERIOD,
        "2月21日、会員164名様の氏名を誤って送信しました。",
        "お問い合わせを受けて確認したところ、同様のメールを2月14日にも会員38名様へ送信していたことが判明いたしました。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        "4月8日、お客様からのお電話で誤送信が判明しました。",
        "5月2日の社内点検で、同様の誤送信を当社が発見しました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "2022年度の領収書が紛失しました。",
        "紛失した領収書は、2020年4月から2023年3月までの分でした。",
        False,
    ),
    (
        DriftKind.ITEMS,
        "対象は1,340窓でございます。カタログの遮音等級に実測と異なる数値が含まれていました。",
        "該当する出荷は五千二百八十六窓に及ぶことが分かりました。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員412名様に使用料を過大に請求しました。",
        "過大に請求した件数は679件でした。先の公表では412名としておりましたが、退会された方を含めておりませんでした。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員412名様に使用料を過大に請求しました。",
        "会員3,120名様分の台帳をすべて点検しました。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}配信を請け負う会社の設定の誤りが原因です。",
        f"{MAIL}配信会社の設定の誤りと申し上げましたが、当クラブの職員が名簿を取り違えて渡したことが原因でした。",
        True,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}配信を請け負う会社の設定の誤りが原因です。",
        f"{MAIL}配信会社の設定の誤りと申し上げましたが、当クラブの職員が名簿を取り違えて渡したことが原因でした。",
        True,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は確認中です。",
        f"{MAIL}職員が名簿を取り違えたことが原因でした。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "商品の表示が欠落していました。対象は賞味期限2023.9.12の商品です。",
        "商品の表示が欠落していました。対象は賞味期限2023.8.12の商品です。",
        None,
    ),
    (
        DriftKind.DATA_KINDS,
        "会員213名様の氏名とメールアドレスが流出しました。",
        "流出したのは氏名、メールアドレスと電話番号でした。先のお知らせでは電話番号のことを書いておりませんでした。",
        True,
    ),
    (DriftKind.HARM, "けがをされた方はいらっしゃいません。", "その後、観客の方1名が足首を捻っていたことを確認しました。", False),
    (DriftKind.HARM, "けがをされた方はいらっしゃいません。", "けがをされた方は、現在までにいらっしゃいません。", None),
    (DriftKind.HARM, f"{MAIL}悪用は確認されておりません。", "万一、不審な連絡があった場合はお知らせください。", None),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}社員の入力の誤りが原因でした。",
        "原因は、システムの保守を委託している株式会社ミナト情報の設定の誤りでした。",
        False,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は当社の確認不足です。",
        "当社の確認不足により発生しました。委託先の協力を得て再発防止に取り組みます。",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "発覚のきっかけは、取引先からのご連絡でした。",
        False,
    ),
    (DriftKind.ITEMS, "誤って発送した商品は15点です。", "その後の調べで、誤って発送した商品は23点と分かりました。", False),
    (DriftKind.CAUSE, f"{MAIL}原因は担当者の確認不足です。", "担当者が送付前の確認を怠り、宛先を照合していませんでした。", None),
    # Who brought the matter up is told at last, or that a warning had been left lying.
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "本件は、会員の方からのご指摘を受けて判明したものであり、感謝申し上げます。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "本件についてのお問い合わせは、窓口までご連絡ください。",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "9月20日に配信会社から設定の異常について連絡を受けておりましたが、確認を行っておりませんでした。",
        False,
    ),
    (
        DriftKind.DETECTED_BY,
        f"{MAIL}10月2日、職員が気づきました。",
        "4月20日に会員の方から連絡を受けておりましたので、ただちに削除をお願いしました。",
        None,
    ),
    # The way in is a cause; how members were hit is none.
    (
        DriftKind.CAUSE,
        "4月1日、会員サイトが不正アクセスを受けました。原因は、検索機能の脆弱性を悪用されたことによるものです。",
        "4月1日、攻撃者は、保守を委託している株式会社架空システムの従業員のアカウントを用いて社内に侵入しました。",
        False,
    ),
    (
        DriftKind.CAUSE,
        "4月1日、会員サイトが不正アクセスを受けました。原因は、検索機能の脆弱性を悪用されたことによるものです。",
        "4月1日、会員サイトが不正アクセスを受けました。会員様のアカウントへの不正なログインが確認されました。",
        None,
    ),
    # The days of a date printed on goods, of work before and of what was done about it are not when it happened.
    (
        DriftKind.PERIOD,
        "4月3日、冷蔵保管の期限(2月10日)を過ぎたワクチンを12名の方に接種しました。",
        "3月22日にも、期限を過ぎたワクチンを18名の方に接種していたことが分かりました。",
        False,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、会員213名様の明細を誤って送付しました。",
        "4月3日に誤って送付した213名様の明細は、3月28日までに190名様へ再発送いたしました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、配水管が破損し、断水が発生しました。",
        "2022年11月に実施した配水管の切り替え工事において、埋め戻しの際に管を傷つけていました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日、配水管が破損し、断水が発生しました。",
        "2022年11月から断水が断続的に発生していたことが分かりました。",
        False,
    ),
    # That nothing is to be paid denies no harm.
    (
        DriftKind.HARM,
        f"{MAIL}交換に係る費用を会員の皆様にご負担いただくことはございません。",
        "3名の方が体調不良を訴え、医療機関を受診されました。",
        None,
    ),
    (DriftKind.HARM, f"{MAIL}お客様のお手続きは必要ございません。", "会員3名様のポイントが不正に利用されていました。", None),
    (DriftKind.HARM, f"{MAIL}不正な請求は確認されておりません。", "会員3名様のポイントが不正に利用されていました。", False),
    # Harm that had come is denied as a kind, or no more of it was seen.
    (
        DriftKind.HARM,
        "会員37名様のポイントが不正に商品券へ交換されたことを確認いたしました。",
        f"{MAIL}漏えいした情報の不正な利用は、現在まで確認されておりません。",
        False,
    ),
    (
        DriftKind.HARM,
        "会員37名様のポイントが不正に商品券へ交換されたことを確認いたしました。",
        f"{MAIL}その後、新たな不正利用は確認されておりません。",
        None,
    ),
    (
        DriftKind.HARM,
        "2名の方が体調不良を訴え、医療機関を受診されました。",
        f"{MAIL}漏えいした情報の不正な利用は、現在まで確認されておりません。",
        None,
    ),
    # What was said not to be is told as newly found, or only told.
    (
        DriftKind.HARM,
        "会員43名様に誤った請求をしました。ほかの会員の皆様への影響はございません。",
        "4月10日にお知らせした請求の誤りについて、全件を調べた結果、新たな影響が判明しました。"
        "会員218名様の口座から二重に引き落とされ、3名様から残高不足とのお申し出がありました。",
        True,
    ),
    (
        DriftKind.HARM,
        "会員43名様に誤った請求をしました。ほかの会員の皆様への影響はございません。",
        "4月10日にお知らせした請求の誤りについて、全件を調べた結果をお伝えします。"
        "会員218名様の口座から二重に引き落とされ、3名様から残高不足とのお申し出がありました。",
        False,
    ),
    # More that is found of what was published is told openly; measures against it are not.
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "4月10日に公表した二重請求について、全件を点検した結果、新たな誤りが判明しました。二重に請求した会員は218名様です。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "二重に請求した会員は218名様です。4月10日に公表した件を受け、新たな対策を講じます。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "二重に請求した会員は218名様です。訂正した請求書は、対象の方へ発送しました。",
        False,
    ),
    (
        DriftKind.PERSONS,
        "会員43名様に年会費を二重に請求しました。",
        "先月のお知らせの人数に誤りがございました。二重に請求した会員は218名様です。",
        True,
    ),
    # The reason why a count is corrected takes no cause back; naming the cause that was told does.
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}原因は、当クラブの担当者が宛先の設定を誤ったことです。※前回30名と公表しましたが、うち1名は退会済みと確認されたため訂正します。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、委託先である株式会社架空システムの配信システムの不具合です。",
        f"{MAIL}当クラブの担当者が宛先の設定を誤っていました。配信システムの不具合とした記載は誤りです。",
        True,
    ),
    # Why a number was told wrongly is not why it happened.
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、配信会社の設定の誤りです。",
        f"{MAIL}先の30名というお知らせは、数え方が足りませんでした。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、点検の際の操作の誤りでした。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、落雷による停電ではなく、点検の際の操作の誤りです。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "会員43名に年会費を二重に請求しました。",
        "二重に請求した会員は218名です。前回お知らせした方には、新たに確認書をお送りします。",
        False,
    ),
    (
        DriftKind.CAUSE,
        f"{MAIL}原因は、アルバイトの操作の不慣れによるものです。",
        f"{MAIL}前回はアルバイトの不慣れと御説明いたしましたが、そうではなく、配信ソフトの更新の不備が原因でした。",
        True,
    ),
    # Harm told to be slight, and grave now; slight injuries that stay slight are no change.
    (
        DriftKind.HARM,
        f"{EVENT}負傷された方は軽傷です。",
        "落下した照明器具で、1名の方が鎖骨を骨折し、入院されています。4月10日のお知らせで「軽傷」とお伝えしましたが、誤りでした。訂正してお詫びいたします。",
        True,
    ),
    (DriftKind.HARM, f"{EVENT}けがをされた方はいずれも軽傷です。", f"{EVENT}けがをされた1名の方は意識不明の重体です。", False),
    (DriftKind.HARM, f"{EVENT}けがをされた2名の方は命に別状はございません。", f"{EVENT}入院中の1名の方が亡くなられました。", False),
    (DriftKind.HARM, f"{EVENT}負傷された方は軽傷です。", f"{EVENT}けがは打撲で、重症の方や骨折された方はいらっしゃいません。", None),
    (DriftKind.HARM, f"{EVENT}1名の方が重傷、2名の方が軽傷です。", f"{EVENT}重傷の1名の方は骨折で、入院を続けておられます。", None),
    # A wrong telling of the harm is no cause; one of the cause is.
    (
        DriftKind.CAUSE,
        f"{EVENT}負傷された方は軽傷です。",
        "1名の方が鎖骨を骨折されました。4月10日のお知らせで「軽傷」とお伝えしましたが、誤りでした。",
        None,
    ),
    (
        DriftKind.CAUSE,
        f"{EVENT}原因は、ねじの緩みです。",
        f"{EVENT}原因は、設計の際の強度計算の誤りでした。ねじの緩みとお伝えしましたが、誤りでした。訂正いたします。",
        True,
    ),
    # What is told as lost by the number had been said not to be lost.
    (
        DriftKind.HARM,
        "4月3日、予約システムに障害が発生しました。お客様の予約データの消失は確認されておりません。",
        "4月3日の障害の間に受け付けた予約のうち、320件が保存されておりません。",
        False,
    ),
    (
        DriftKind.HARM,
        "4月3日、予約システムに障害が発生しました。お客様の予約データの消失は確認されておりません。",
        "4月3日の障害の間に受け付けた予約320件は、すべて保存されております。",
        None,
    ),
    (
        DriftKind.HARM,
        "4月3日、受発注システムが停止しました。業績への影響は軽微と見込んでおります。",
        "システムの停止により、当期の純利益は約6億円減少いたします。",
        False,
    ),
    (
        DriftKind.HARM,
        "報道にあるような暴力行為があったとの認識はありません。",
        "コーチが部員4名の顔を平手でたたき、1名が鼓膜を損傷していました。",
        False,
    ),
    # A subsidiary is no contractor, and why results were put off is no cause of what came to light.
    (
        DriftKind.CONTRACTOR,
        "原因は、連結子会社であるミナトテック株式会社の経理部における架空の売上の計上です。",
        "原因は、子会社の前社長に権限が集中していたことです。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        f"{MAIL}原因は、当クラブの担当者の確認不足です。",
        f"{MAIL}原因は、配信業務を委託している業者が設定を誤ったことです。",
        False,
    ),
    (
        DriftKind.CAUSE,
        "1 延期の理由\n子会社の在庫について確認を要する事項が判明したためです。\n2 今後の見通し\n社内で確認を進めております。",
        "1 原因\n前社長に権限が集中し、当社が棚卸に立ち会っていなかったためです。\n2 今後の対応\n四半期ごとに当社が立ち会います。",
        None,
    ),
    # A day on which something was resolved, reported from within, checked or set off is no period of the event.
    (
        DriftKind.PERIOD,
        "本日開催の理事会で、架空の売上が計上されていた疑いについて調査委員会の設置を決めました。",
        "9月末の実地棚卸において、4つの支部のうち3つで本部の職員が立ち会いました。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "4月3日9時から、システムの障害により予約ができませんでした。",
        "4月3日の障害につき、会費の10%を、11月ご請求分から減額いたします。",
        None,
    ),
    (
        DriftKind.PERIOD,
        "2021年3月期から2023年3月期にかけて、架空の売上を計上していた疑いが判明いたしました。",
        "前支部長は、2019年3月期以降、架空の売上を計上していました。",
        False,
    ),
    (
        DriftKind.PERIOD,
        "2021年3月期から2023年3月期にかけて、架空の売上を計上していた疑いが判明いたしました。",
        "前支部長は、2021年3月期以降、架空の売上を計上していました。2024年3月期決算の発表は5月末です。",
        None,
    ),
    # A round number for what was told is the same number; so many more are not.
    (DriftKind.PERSONS, "会員12,480名様の氏名が流出しました。", "氏名が流出した約1万3,000名の会員の皆様に書面をお送りしました。", None),
    (DriftKind.PERSONS, "会員12,480名様の氏名が流出しました。", "氏名が流出したのは、約1万8,000名の会員の皆様でした。", False),
    # Those who came forward since are told with the reason.
    (
        DriftKind.PERSONS,
        "大会の昼食を召し上がった方のうち、34名の方が腹痛の症状を訴えられました。",
        "その後お申し出をいただいた方を含め、腹痛の症状を訴えられた方は41名となりました。",
        True,
    ),
    (
        DriftKind.PERSONS,
        "大会の昼食を召し上がった方のうち、34名の方が腹痛の症状を訴えられました。",
        "大会の昼食を召し上がった方のうち、41名の方が腹痛の症状を訴えられました。",
        False,
    ),
]


@pytest.mark.parametrize(
    ("what", "earlier", "later", "expected"), DRIFT, ids=[f"{what}-{later.removeprefix(MAIL)[:12]}" for what, _, later, _ in DRIFT]
)
def test_drift(scorer: Scorer, what: DriftKind, earlier: str, later: str, expected: bool | None) -> None:
    turns = [turn for course in find_drift(tell(scorer, earlier, later)) if course.what == what for turn in course.turns]
    assert [turn.acknowledged for turn in turns] == ([] if expected is None else [expected])


_OUTAGE_FROM = "4月3日早朝より、予約システムに障害が発生しております。"
_PLAY = "4月3日に販売した公演のチケットが重複して販売されました。"
_BUILT = "当社が施工した建物の検査記録に不備がありました。なお、建物の安全性に問題はないものと考えております。"
_JELLY = "ゼリーの容器に密封の不良がありました。なお、健康への影響はないものと考えております。"
_SLIP = "決済に障害が発生しました。原因は、更新作業における設定の誤りでした。"

_DEAD_FISH = "4月8日、池の魚が多数死にました。園内で消毒をした業者が、薬液を流したものとみられます。"
_CLEARED = "原因は、当園の職員が弁を開けたままにしていたことです。業者に過失は認められませんでした。"
_GRANT = "4月8日、助成金の申請に一部書類の不備がありました。"
_LIST = "4月8日、会員214名の名簿を誤って送付しました。現時点で被害は確認されておりません。"

# matter, announcement, the one 30 days later (of 10 May 2023), the turns expected: None for none, else whether owned
TURNED = [
    # Who was thought to have done it is cleared, and owned to have been wronged or not.
    (DriftKind.CONTRACTOR, _DEAD_FISH, _CLEARED, False),
    (DriftKind.CONTRACTOR, _DEAD_FISH, f"{_CLEARED}業者名を挙げたことについて、業者に謝罪しました。", True),
    (DriftKind.CONTRACTOR, "4月8日、池の魚が多数死にました。消毒をした業者に薬液の種類を尋ねています。", _CLEARED, None),
    # Why it was said to have happened is quoted and was not so, whatever called it a cause.
    (DriftKind.CAUSE, _GRANT, "先の便りで「書類の不備」と書きましたものは、実際には、行っていない催しを申請したものです。", True),
    (DriftKind.CAUSE, _GRANT, "「書類の不備」とお知らせした件について、書類を出し直しました。", None),
    (
        DriftKind.CAUSE,
        "4月8日、成績書に実測値と異なる数値を記載しておりました。原因は、担当者の転記の誤りです。",
        "発見の端緒について、内部監査によるものと公表したが、実際には従業員からの通報が端緒であり、窓口が放置していた。",
        None,
    ),
    (DriftKind.HARM, _LIST, "会員3名が、役所をかたる電話を受けていたことが分かりました。", False),
    (DriftKind.HARM, _LIST, "不審な電話を受けた場合は、窓口にお知らせください。", None),
    (
        DriftKind.HARM,
        "4月8日、会員214名の名簿を紛失しました。持ち出された形跡はなく、誤って捨てたものと考えております。",
        "「持ち出された形跡はなく」とお知らせしましたが、事実と異なりました。職員が、会員12名の名義で不正に契約していました。",
        True,
    ),
    # A day without a year that is still to come is no beginning; one long past is told with its year.
    (DriftKind.PERIOD, _OUTAGE_FROM, "控えのデータも壊れていたことが判明し、全面の復旧は7月14日に延期いたします。", None),
    (DriftKind.PERIOD, _PLAY, "4月3日に販売した7月5日の公演のチケットにつきまして、同一座席が重複して販売されました。", None),
    (DriftKind.PERIOD, _PLAY, "6月3日(土)の公演の座席が、4月3日に重複して販売されていました。", None),
    (DriftKind.PERIOD, _PLAY, "調べたところ、昨年7月14日の公演から、同一座席が重複して販売されていました。", False),
    (DriftKind.PERIOD, _PLAY, "調べたところ、3月5日の公演から、同一座席が重複して販売されていました。", False),
    # The day on which it is said to have happened may be an earlier one.
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月2日深夜に発生した当社への攻撃について、調査が完了しました。", False),
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月3日に発生した障害について、調査が完了しました。", None),
    (DriftKind.PERIOD, _OUTAGE_FROM, "4月1日に開始した機器の更新について、調査が完了しました。", None),
    # When the harmed could no longer come is not when it began.
    (DriftKind.PERIOD, "生徒1名が、本年3月から登校できない状況にあります。", "昨年10月から、同級生が暴言を繰り返していました。", None),
    # Who was asked and who did it are no victims; those who did it are held against each other.
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "聞き取りはこれまでに生徒46名、教職員19名に対して実施しました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "生徒46名から事情を聴きました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "上級生5名が当該生徒に対し、殴るなどの行為を繰り返していました。", None),
    (DriftKind.PERSONS, "暴力を受けた生徒は1名です。", "暴力を受けた生徒は4名でした。", False),
    (DriftKind.PERSONS, "記録の書き換えに関与した担当者は8名です。", "被害を受けた会員は21名でした。", None),
    # A running total says that it has grown.
    (DriftKind.PERSONS, "体調不良のお申し出をいただいた会員は14名です。", "体調不良のお申し出は累計41名です。", True),
    (DriftKind.PERSONS, "体調不良のお申し出をいただいた会員は14名です。", "体調不良のお申し出は41名です。", False),
    # The same kind of harm denied again is no turn; harm of that kind is.
    (DriftKind.HARM, _JELLY, "味や臭いに関するお申し出を6件いただいております。健康被害のご報告はございません。", None),
    (DriftKind.HARM, _JELLY, "6名のお客様から腹痛などのお申し出をいただいております。", False),
    (DriftKind.HARM, _BUILT, "1棟については、一部の杭が支持層に到達していないことが確認されました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、2棟では必要な強度を満たしていないことが判明しました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、建物の安全性に問題があることが確認されました。", False),
    (DriftKind.HARM, _BUILT, "検証の結果、杭が支持層に到達していることを確認しました。", None),
    # A document with the denial is taken back.
    (
        DriftKind.HARM,
        "部員間の行き違いはありましたが、暴力の事実は確認しておりません。",
        "「暴力の事実は確認していない」との文書は、事実に反するものでした。",
        True,
    ),
    (
        DriftKind.HARM,
        "部員間の行き違いはありましたが、暴力の事実は確認しておりません。",
        "「暴力の事実は確認していない」との文書は、4月10日に公表しました。",
        None,
    ),
    # Why something is late, and that one's own check of a contractor was missing, are no other cause.
    (
        DriftKind.CAUSE,
        _SLIP,
        "返金は4月24日を予定しておりましたが、名簿の一部が壊れていたことが判明したため、5月14日に延期いたします。",
        None,
    ),
    (
        DriftKind.CONTRACTOR,
        _SLIP,
        "3.根本の原因\n委託先の設定内容を当社が確認する手順がなく、本番と同じ条件での試験を行っていなかったこと。",
        None,
    ),
    (DriftKind.CONTRACTOR, _SLIP, "3.根本の原因\n委託先の作業員が、設定の手順を守らずに作業したこと。", False),
    # Who found it is within where a ward or a branch reports it to those in charge.
    (
        DriftKind.DETECTED_BY,
        "4月8日5時40分頃、画面が開かないことに担当者が気づき、データの暗号化が判明しました。",
        "4月8日5時40分頃 病棟からの連絡により覚知",
        None,
    ),
    (
        DriftKind.DETECTED_BY,
        "4月8日5時40分頃、画面が開かないことに担当者が気づき、データの暗号化が判明しました。",
        "4月8日5時40分頃 取引先からの連絡により覚知",
        False,
    ),
]


@pytest.mark.parametrize(("what", "earlier", "later", "expected"), TURNED, ids=range(len(TURNED)))
def test_only_what_is_told_of_the_same_thing_turns(
    scorer: Scorer, what: DriftKind, earlier: str, later: str, expected: bool | None
) -> None:
    turns = [turn for course in find_drift(tell(scorer, earlier, later)) if course.what == what for turn in course.turns]
    assert [turn.acknowledged for turn in turns] == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("wording", "outside"),
    [
        ("4月8日5時40分頃 病棟からの連絡により覚知", False),
        ("4月8日、支店からの報告を受け、本社で調べたところ、名簿の紛失が判明しました。", False),
        ("4月8日5時40分頃、夜勤の看護師より第一報が入り、担当者が障害を把握しました。", False),
        ("4月8日、お客様のお電話を受けた店舗からの連絡により、誤送信が判明しました。", True),
        ("4月8日、取引先からの指摘により、誤送信が判明しました。", True),
        ("4月8日、匿名の職員から内部通報窓口に通報があり、改ざんが判明しました。", False),
        ("4月8日、外部の方からお客様相談窓口に通報があり、改ざんが判明しました。", True),
        ("4月8日、入所者の方が骨折されていることが分かりました。ご家族からのご指摘もあり、経緯を調べております。", False),
        ("4月8日、ご家族からのご指摘を受けて調べたところ、入所者の方が骨折されていることが分かりました。", True),
    ],
)
def test_what_a_ward_or_a_branch_reports_is_found_within(scorer: Scorer, wording: str, *, outside: bool) -> None:
    (announcement,) = tell(scorer, wording)
    assert (found_by_others(announcement, "2023-04-10") is not None) == outside


def test_harm_of_another_kind_overturns_no_denial(scorer: Scorer) -> None:
    first = f"ゼリーの風味が損なわれるおそれがあることが分かりました。{_JELLY}"
    later = "味や臭いに関するお申し出を6件いただいております。"

    def overturned(later: str) -> bool:
        turns = [turn for course in find_drift(tell(scorer, first, later)) if course.what == DriftKind.HARM for turn in course.turns]
        return any(turn.before.key == HarmState.DENIED for turn in turns)

    assert not overturned(f"{later}健康被害のご報告はございません。")
    assert overturned(f"{later}うち2名の方が腹痛の症状を訴えられています。健康被害のご報告は、ほかにはございません。")


def test_titles_that_name_the_same_trouble_frame_it_alike(scorer: Scorer) -> None:
    text = "4月8日早朝より、予約システムに障害が発生しております。"

    def turned(*titles: str) -> bool:
        return any(course.what == DriftKind.TITLE for course in find_drift(tell(scorer, text, text, titles=titles)))

    assert not turned("システム障害の発生について", "予約システムの障害について(第2報)")
    assert not turned("予約サイトの停止について", "予約受付の停止に関するお詫び")
    assert turned("予約システムの障害について", "サイバー攻撃による個人情報の流出について")
    assert turned("会員情報の流出について", "会員の皆様へのお知らせ")
    assert turned("園外での保育中の事案について", "園児の置き去りに関するお詫び")
    assert turned("展示の作品について", "お借りした作品の破損に関するお詫び")
    assert not turned("園児の置き去りに関するお詫び", "園児の置き去りについて(第2報)")


def test_a_denial_that_came_true_is_said_first(scorer: Scorer) -> None:
    dossier = trace(
        scorer,
        "会員213名様に誤った明細を送付しました。健康への影響はございません。",
        "会員318名様に誤った明細を送付しました。6名の方から腹痛などのお申し出をいただいております。",
    )
    assert [finding.code for finding in dossier.findings if finding.code in ("DOS01", "DOS02")] == ["DOS01", "DOS02"]


def test_no_kind_of_question_crowds_out_the_others() -> None:
    asked = [*(DossierQuestion("DOS02", f"数{at}", "") for at in range(8)), *(DossierQuestion("DOS07", f"期限{at}", "") for at in range(4))]
    rest = [DossierQuestion("DOS03", "説明", ""), DossierQuestion("DOS15", "時", "")]
    kept = at_most((*asked, *rest))
    assert len(kept) == MOST_QUESTIONS and {"説明", "時"} <= {question.text for question in kept}
    assert list(kept) == [question for question in (*asked, *rest) if question in kept]
    assert sum(question.code == "DOS02" for question in kept) > sum(question.code == "DOS07" for question in kept)
    assert at_most(tuple(asked[:8])) == tuple(asked[:8])


@pytest.mark.parametrize(
    ("later", "falls"),
    [
        ("状況をお知らせします。返金の手続きを続けております。", False),
        ("点検を委託した会社の作業員が手順を守らなかったことによるものです。委託先の作業ミスが原因です。", True),
    ],
)
def test_what_was_owned_once_is_owned_unless_a_contractor_is_blamed(scorer: Scorer, later: str, *, falls: bool) -> None:
    evasive = "ご心配をおかけしました。報道された事実は確認しておりません。"
    owning = (
        "会員213名様の名簿を誤って公開したことを、深くお詫び申し上げます。当クラブが確認を怠ったものであり、責任は当クラブにあります。"
        "理事長は責任を取り辞任いたします。"
    )
    dossier = trace(scorer, evasive, owning, later)
    told = [statement.axes[Axis.RESPONSIBILITY].level for statement in dossier.statements]
    assert told[1] == max(told) and (falls or dossier.axes[Axis.RESPONSIBILITY].level >= told[1])
    assert all(dossier.axes[axis].level >= max(one.axes[axis].level for one in dossier.statements) for axis in Axis if not falls)


def test_a_title_that_stops_naming_the_harm(scorer: Scorer) -> None:
    text = "会員213名様の氏名とメールアドレスが外部へ流出しました。"
    named, milder = "会員情報の流出に関するお詫び", "会員の皆様へのお知らせ"
    turned = find_drift(tell(scorer, text, text, titles=(named, milder)))
    assert [course.what for course in turned] == [DriftKind.TITLE]
    assert find_drift(tell(scorer, text, text, titles=(named, f"{named}（第2報）"))) == ()


def test_a_title_that_names_a_graver_harm(scorer: Scorer) -> None:
    text = "会員213名様の氏名とメールアドレスが外部へ流出しました。"
    before, graver = "不正アクセスに関するお知らせ", "会員情報の流出に関するご報告とお詫び"
    assert [course.what for course in find_drift(tell(scorer, text, text, titles=(before, graver)))] == [DriftKind.TITLE]
    assert find_drift(tell(scorer, text, text, titles=(graver, "会員情報の流出について（続報）"))) == ()


def test_each_thing_counted_has_a_course_of_its_own(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "4月8日にお客様より1件のお申し出をいただき、包装機の部品が破損していたことが分かりました。\n"
        "対象は賞味期限2023年7月20日の商品、1万2,400個です。",
        "新たに1万8,600個を回収の対象に加え、対象は合計3万1,000個となります。",
        "回収した商品は2万2,870個です。お申し出は計11件、うち3名の方が口の中に軽いけがをされました。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.ITEMS]
    assert {tuple(said.value for said in course.told) for course in courses} >= {("1万2,400個", "3万1,000個")}
    assert all(len({said.announcement.id for said in course.told}) == len(course.told) for course in courses)


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        # Families, people and buildings are counted apart.
        (
            "会員156名様（12校舎）の答案を誤って採点しました。",
            "誤って採点したのは、会員1,284名様（47校舎）の答案でした。",
            {("156名", "1,284名"), ("12校舎", "47校舎")},
        ),
        (
            "断水した世帯は438世帯です。体調不良を訴えた方は2名です。",
            "断水した世帯は451世帯でした。体調不良を訴えた方は3名でした。",
            {("438世帯", "451世帯"), ("体調不良を訴えた方は2名", "体調不良を訴えた方は3名")},
        ),
        # What is added takes nobody away.
        ("個人の部の選手914名様の記録を誤りました。", "個人の部に加え、団体の部の選手372名様も対象です。", {("914名", "＋372名")}),
        ("昼食を召し上がったお客様12名が腹痛を訴えました。", "腹痛を訴えたお客様のうち、2名が入院されていました。", set()),
        # Those left out are no size.
        ("断水した世帯は438世帯です。", "ご不在の11世帯を除くすべての世帯で復旧が完了しました。", set()),
        # A record of a person counts a person; a notice or a complaint does not.
        (
            "会員最大48,000名様の情報が流出した可能性があります。",
            "流出が確認されたのは、会員情報61,254件です。",
            {("48,000名", "61,254件")},
        ),
        ("会員48名様の情報が流出しました。", "お問い合わせを61件いただきました。", set()),
        # What a correction cites is told anew beside it; a part of it is not the new count.
        (
            "誤って接種した方は30名です。",
            "1 対象者\n29名(6月12日 11名、5月22日 18名)\n※前回30名と公表しましたが、うち1名は接種を見合わせていたため訂正します。",
            {("30名", "29名")},
        ),
        # All of those affected, or some that were written to.
        ("誤って採点した受験生は1,284名です。", "訂正した成績表は、対象の1,291名全員に発送いたしました。", {("1,284名", "1,291名")}),
        ("誤って採点した受験生は1,284名です。", "訂正した成績表は、お申し出のあった862名に発送いたしました。", set()),
        # Counted by the same name; what is done so far is another count each time.
        (
            "志望校の判定が変わる方は73名で、個別に面談を行います。",
            "志望校の判定が変わる91名のうち、希望された40名の方と面談しました。",
            {("73名", "91名")},
        ),
        ("返金の済んでいない会員は73名です。", "返金の済んでいない会員は31名です。", set()),
        # What was looked through is not what was found; a wrong number is.
        (
            "取り違えた骨壺は2基です。",
            "全186基の骨壺を5月14日までに一つずつ改めましたところ、取り違えた骨壺は7基でした。先に2基と申し上げたのは誤りでした。",
            {("2基", "7基")},
        ),
        # Those who did it are held against those who did it, not against those it was done to.
        ("記録の書き換えに関与した担当者は8名です。", "記録の書き換えには担当者21名が関与していました。", {("8名", "21名")}),
        ("記録の書き換えに関与した担当者は8名です。", "誤った記録で判定された会員は21名でした。", set()),
    ],
)
def test_what_is_counted_is_held_against_its_like(scorer: Scorer, earlier: str, later: str, expected: set[tuple[str, str]]) -> None:
    courses = find_drift(tell(scorer, earlier, later), scorer.model.details[Detail.COUNTS])
    assert {(turn.before.value, turn.after.value) for course in courses if course.what in COUNTED for turn in course.turns} == expected


@pytest.mark.parametrize(
    ("earlier", "later", "expected"),
    [
        ("お客様2名がお怪我をされ、病院に搬送されました。", "重傷1名、軽傷3名", [("お客様2名がお怪我", "重傷1名・軽傷3名", False)]),
        (
            "30名のうち1名の方が、接種後に発熱を訴え、医療機関を受診されました。",
            "接種後に体調不良を訴えた方は3名で、うち1名が入院されました。",
            [("1名の方が、接種後に発熱を訴え", "接種後に体調不良を訴えた方は3名", False)],
        ),
        (
            "観客2名がけがをされました。",
            "けがをされた方は、前回2名とお伝えしましたが、5名でした。",
            [("観客2名がけが", "5名", True)],
        ),
        (
            "作業員1名が重傷を負い、病院に搬送されました。",
            "搬送された作業員1名の方が亡くなられました。",
            [("作業員1名が重傷", "搬送された作業員1名の方が亡くなられ", False)],
        ),
        (
            "観客2名がけがをされました。",
            "けがをされた方は、前回2名とお伝えしましたが、その後受診された1名が判明し、計3名です。",
            [("観客2名がけが", "3名", True)],
        ),
        # The grave and the slight are some of those told; fewer spoken of take nobody back; the rescued are not hurt.
        ("観客5名がけがをされました。", "負傷者 5名（重傷2名、軽傷3名）", []),
        ("観客5名がけがをされました。", "けがをされた5名のうち、2名の方が入院されています。", []),
        ("34名のお客様を救助いたしました。お客様2名がけがをされました。", "救助されたお客様は41名です。お客様2名がけがをされました。", []),
    ],
)
def test_how_many_were_hurt(scorer: Scorer, earlier: str, later: str, expected: list[tuple[str, str, bool]]) -> None:
    told = [said for announcement in tell(scorer, f"{EVENT}{earlier}", f"{EVENT}{later}") if (said := casualties(announcement))]
    grown = [(before, after) for before, after in pairwise(told) if more_hurt(before, after)]
    assert [(before.value, after.value, owns_casualties(after.announcement)) for before, after in grown] == expected


def test_a_part_is_held_against_a_part(scorer: Scorer) -> None:
    """A later count of those affected is no other count of all, nor are records the people they are of."""
    told = tell(
        scorer,
        "会員約1,200名様の氏名が流出しました。",
        "氏名が流出した会員は、第1報でお知らせした約1,200名ではなく、1万2,480名でした。訂正いたします。"
        "\n・氏名 12,480名\n・注文履歴 約1万8千件",
    )
    courses = find_drift(told, scorer.model.details[Detail.COUNTS])
    assert [turn.after.value for course in courses if course.what == DriftKind.PERSONS for turn in course.turns] == ["1万2,480名"]
    told = tell(scorer, "契約先2,140社のうち1,870社に影響がありました。", "影響のあった契約先は1,950社でした。")
    courses = find_drift(told, scorer.model.details[Detail.COUNTS])
    turns = [(turn.before.value, turn.after.value) for course in courses if course.what == DriftKind.PERSONS for turn in course.turns]
    assert turns == [("1,870社", "1,950社")]


def test_the_hurt_are_told_once_and_first(scorer: Scorer) -> None:
    told = tell(
        scorer,
        f"{EVENT}会員34名様を避難させました。会員2名様がけがをされました。",
        f"{EVENT}避難された会員は41名様でした。けがをされた会員は5名様でした。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert next(turn.after.value for course in courses for turn in course.turns) == "けがをされた会員は5名"
    assert sum("5名" in turn.after.value for course in courses for turn in course.turns) == 1


@pytest.mark.parametrize(
    ("later", "passengers"),
    [
        ("12名のお客様にお怪我を負わせ、59名のお客様に恐怖をおかけしました。", False),
        ("ご乗車の59名のうち、お怪我をされたお客様は12名でした。", False),
        ("お怪我をされたお客様は12名です。乗り合わせたお客様は59名でした。", False),
        ("お怪我をされたお客様は12名です。乗車人数は63名でした。", True),
    ],
)
def test_the_hurt_are_not_held_against_all_who_were_there(scorer: Scorer, later: str, passengers: bool) -> None:
    first = f"{EVENT}乗車人数は59名です。お怪我をされたお客様は6名です。"
    courses = find_drift(tell(scorer, first, f"{EVENT}{later}"), scorer.model.details[Detail.COUNTS])
    turns = [(turn.before.value, turn.after.value) for course in courses if course.what == DriftKind.PERSONS for turn in course.turns]
    assert not any("6名" in before and "59名" in after for before, after in turns)
    assert any("12名" in after for _, after in turns)
    assert any("63名" in after for _, after in turns) == passengers


def test_a_count_changes_from_what_was_told_last(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "断水した世帯は約210世帯です。",
        "断水の状況をお知らせします。最大 438世帯、うち復旧済み 96世帯です。",
        "断水した世帯は451世帯でした。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert [(turn.before.value, turn.after.value) for course in courses for turn in course.turns] == [
        ("約210世帯", "438世帯"),
        ("438世帯", "451世帯"),
    ]


def test_a_count_told_twice_by_one_announcement_is_one(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "誤って接種した方は12名です。",
        "誤って接種した方は30名です。\n30名のうち1名の方が発熱を訴えました。\n30名の皆様にお詫びします。",
        "対象者は29名です。※前回30名と公表しましたが、うち1名は対象外のため訂正します。",
    )
    courses = [course for course in find_drift(told, scorer.model.details[Detail.COUNTS]) if course.what == DriftKind.PERSONS]
    assert [(turn.before.value, turn.after.value) for course in courses for turn in course.turns] == [("12名", "30名"), ("30名", "29名")]


def test_a_contractors_part_is_not_stated_before_one_is_named(scorer: Scorer) -> None:
    told = tell(
        scorer,
        f"{MAIL}原因は、落雷による停電です。",
        f"{MAIL}原因は、委託先である株式会社架空システムの設定の誤りです。",
        f"{MAIL}委託先の誤りとお伝えしましたが、正しくは、当クラブの担当者が宛先の設定を誤っていました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.CONTRACTOR]
    shown = [said.shown(Lang.JA) for said in course.told]
    assert shown[0] == "記載なし" and "架空システム" in shown[1] and "当クラブの担当者" in shown[2]
    assert [turn.before.shown(Lang.JA) for turn in course.turns] == shown[:2]


def test_a_sum_of_what_was_told_is_no_change(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "流出した会員は11,350名、このほか退会者2,870名の情報も流出していました。",
        "会員11,350名及び退会者2,870名の合計14,220名に、お知らせを発送しました。",
    )
    changed = [course.what for course in find_drift(told, scorer.model.details[Detail.COUNTS])]
    assert DriftKind.PERSONS not in changed and DriftKind.DATA_KINDS not in changed


def test_harm_is_shown_by_the_sentence_that_tells_it(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "2. 流出した可能性のある情報\n会員213名様の氏名\n不正な利用は確認されておりません。",
        "2. 流出した情報\n会員213名様の氏名\n3. 二次被害\n会員37名様のポイントが不正に利用されていました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.HARM]
    shown = ("不正な利用は確認されておりません。", "会員37名様のポイントが不正に利用されていました。")
    assert tuple(said.value for said in course.told) == shown
    assert [(turn.before, turn.after) for turn in course.turns] == [course.told]


def test_a_kind_of_data_told_in_addition_takes_no_other_away(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "会員213名様の氏名と検査結果を記録したUSBメモリを紛失しました。",
        "調査の結果、USBメモリには会員213名様の住所も含まれていたことが判明しました。",
        "会員213名様の氏名、検査結果、住所を記録したUSBメモリは、まだ見つかっておりません。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told[:2]] == ["氏名・検査結果", "氏名・検査結果＋住所"]
    assert [turn.after.announcement.id for turn in course.turns] == ["s2"]


def test_a_kind_of_data_that_was_denied_is_held_against_the_denial(scorer: Scorer) -> None:
    denied = "会員213名様の氏名と予約番号が流出しました。旅券番号は含まれておりません。"
    told = tell(scorer, denied, "流出した項目は、氏名と予約番号です。このうち23名様については、旅券番号が含まれております。")
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told] == ["氏名・予約番号", "氏名・予約番号・旅券番号"]
    found = kind_denied(told[:1], course.told[1], ["旅券番号"])
    assert found and [said.value for said in found] == [
        "旅券番号は含まれておりません。",
        "このうち23名様については、旅券番号が含まれております。",
    ]
    assert kind_denied(told[:1], course.told[1], ["氏名"]) is None
    again = tell(scorer, denied, "流出した項目は、氏名と予約番号です。旅券番号は含まれておりませんでした。")
    assert [course for course in find_drift(again) if course.what == DriftKind.DATA_KINDS] == []


def test_a_kind_of_data_has_its_longest_name(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "会員213名様の氏名とマイレージ会員番号が流出しました。",
        "流出したのは、会員213名様の氏名、マイレージ会員番号、搭乗便です。お問い合わせの際は予約番号をご用意ください。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.DATA_KINDS]
    assert [said.value for said in course.told] == ["氏名・マイレージ会員番号", "氏名・マイレージ会員番号・搭乗便"]


def test_every_statement_that_speaks_of_a_matter_is_shown(scorer: Scorer) -> None:
    told = tell(
        scorer,
        "会員43名様から二重に引き落としました。",
        "会員218名様から二重に引き落としました。",
        "会員731名様から二重に引き落としました。",
    )
    (course,) = [course for course in find_drift(told) if course.what == DriftKind.PERSONS]
    assert [said.value for said in course.told] == ["43名", "218名", "731名"]


@pytest.mark.parametrize(
    ("cause", "blamed"),
    [
        ("原因は、委託先である株式会社架空システムの設定の誤りによるものです。", True),
        ("原因は、保守を委託した業者が前年の記録に頼り、測定を省いていたことです。", True),
        ("原因は、当市が点検を委託業者の報告のみに頼り、現場の確認を行っていなかったことです。", False),
        ("原因は、検品を納入業者任せにし、受け入れの際に確かめていなかったことです。", False),
        ("委託先の設定の誤りが原因です。委託先に対する監督が不十分であったことも原因です。", False),
        ("部品の強度が不足していたことが原因とみられ、製造会社とともに調べています。", False),
        ("攻撃者は、保守の委託先である株式会社架空システムが置いた機器の脆弱性を悪用し、侵入しました。", False),
        ("委託先の設定の誤りが原因です。当社と委託先との間で作業の分担が明確でなく、点検が行われておりませんでした。", False),
        ("原因は、配膳を委託している会社の係員が札を入れ違えたことです。町の職員による立ち会いは行われていませんでした。", False),
        ("原因は、配膳を委託している会社の係員が札を入れ違えたことです。同社の社員による点検は行われていませんでした。", True),
        ("点検会社の説明では、計器に異常がなく、当社が入力した上限値が誤っていたことが原因でした。", False),
        ("予約のボタンを二度押せたことが原因です。カード会社さんには何の落ち度もございません。", False),
        ("原因は、点検会社の締め付けの不足によるもので、製品の設計に問題はございません。", True),
        ("原因は、配送会社の積み違いによるもので、お客様に責めはございません。", True),
        ("荷札を貼ったのは、配送会社ではなく当店の店員でした。", False),
        ("配送会社の積み違いだけではなく、荷札の印字も薄かったことが原因です。", True),
        ("原因は、同社から届いた荷札を当店の店員が貼り違えたことです。丸越通商社の作業に誤りはございませんでした。", False),
        ("荷造りは株式会社ヒナタフレンズに委託しています。原因は、ヒナタフレンズが荷札を貼り違えたことです。", True),
        ("荷造りは株式会社ヒナタフレンズに委託しています。原因は荷札の印字の誤りで、ヒナタフレンズに責任はありません。", False),
    ],
)
def test_who_relied_on_a_contractor_too_far_does_not_blame_it(scorer: Scorer, cause: str, *, blamed: bool) -> None:
    (announcement,) = tell(scorer, MAIL + cause)
    assert (contractor_blamed(announcement, hired([announcement])) is not None) == blamed
