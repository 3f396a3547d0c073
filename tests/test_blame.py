"""Blame: whose fault each unit tells of, from real parses with labels given by hand, and the shares of a statement."""

from functools import cache, partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from analyzer.answers.blame.faults import owners_told
from analyzer.answers.blame.owners import columns_of, owner_by
from analyzer.answers.blame.shares import Owners, blame
from analyzer.judging.choice import Choice
from analyzer.language.features import DocumentReading, Vocabulary, read_documents
from analyzer.report import Blame
from analyzer.schema import Label, Labels, Owner
from analyzer.statement import Statement

_LABELS = {"K": Label.CAUSE, "A": Label.ADMISSION, "D": Label.DEFLECTION, "R": Label.RESPONSE, "P": Label.APOLOGY}


@cache
def _read(text: str) -> DocumentReading:
    return next(read_documents([Statement(text)]))


def _given(codes: str) -> Labels:
    return {_LABELS[code]: 0.9 for code in codes}


# label codes (K cause, A admission, D deflection, P apology), wording, owners
SENTENCES = [
    ("D", "職員にも疑いの目が向けられ、不徳のいたすところでございます。", "own"),
    # Who is expressly cleared bears nothing, in whatever words and together with what they did as told.
    ("K", "昇降機に異常はありませんでした。", "nobody"),
    ("K", "点検の会社が札を外しましたが、同社に過失はありません。", "nobody"),
    ("KD", "清掃の業者が鉢を片付けたこと(ただし、業者は指示書のとおり作業しており、落ち度はない。)", "nobody"),
    ("D", "施工した業者は図面どおりに組んでおり、責任はありません。", "nobody"),
    ("D", "委託先に落ち度がないとは言えません。", "contractor"),
    ("D", "主将の同席者は、止めるすべがなかったと話しており、処分の対象としておりません。", "nobody"),
    ("D", "主将の同席者は、店を出る際に止めるのを怠り、見過ごしました。", "person"),
    # Those who were to be put somewhere did nothing, nor did a procedure.
    ("K", "発送を任せた代行業者が宛先を誤ったため、別の方に届きました。", "contractor"),
    ("K", "チームの選手が1名も登録されておりませんでした。", "nobody"),
    ("K", "大会の前に選手が1名も登録されなかったため、失格となりました。", "nobody"),
    ("K", "採点処理上の手順ミスにより、点数に誤りがありました。", "nobody"),
    ("K", "採点の処理プログラムの不具合により、点数に誤りがありました。", "system"),
    ("K", "丸菱社のサーバー内の脆弱性を突かれ、不正に接続されました。", "contractor"),
    ("K", "QP社決済データセンターサーバー内に配置された一部のアプリケーションの脆弱性を利用されました。", "contractor"),
    ("K", "弊社のサーバー内の脆弱性を突かれ、不正に接続されました。", "system"),
    # Whose slip, over whatever stands between.
    ("K", "原因は、職員のメール送信時における設定誤りです。", "person"),
    ("K", "職員によるデータチェックが、不十分であったことが原因です。", "person"),
    ("K", "看護師が気づいたものの、病棟内で共有されませんでした。", "own"),
    ("K", "看護師が気づいたものの、報告を怠りました。", "person"),
    ("K", "医療機関で薬剤の管理が不十分であったことが原因です。", "contractor"),
    ("K", "当該店舗において調理・提供された料理が原因と判断されました。", "own"),
    # What the press says is refused, not laid on the press.
    ("D", "一部の報道に「夕食が原因」とありますが、夕食は提供しておりません。", "nobody"),
    ("D", "市民の健康を守る立場として、大変遺憾であり、心からお詫び申し上げます。", "nobody"),
    ("K", "鍵の管理に手落ちがあったと見るほかなく、職員が貸し出しを記録していませんでした。", "person"),
    # Whoever gave a warning bears nothing of what became of it.
    ("KD", "予約の会社さんからは二重になると言われていたのに、こちらが直していませんでした。", "own"),
    ("KD", "配送会社からは検品を終えたとの報告がありましたが、配送会社の確認漏れでした。", "contractor"),
    # Its own fault told outright is its own, whatever was named before; a duty that others owe is none.
    ("KD", "お客様が柵を越えられたのも事実ですが、縄ひとつ張っていなかった当園に非があります。", "own"),
    ("D", "雪の影響もありましたが、悪いのは除雪を頼まなかった私どもです。", "own"),
    ("KD", "通信会社の回線が混んでいて、私が二度押したことが原因です。", "own"),
    ("D", "弊社の委託先の過失であり、詳しくは聞いておりません。", "contractor"),
    ("AD", "当店も契約上の義務の履行を求める立場にあります。", "nobody"),
    ("A", "当会は、会則第9条により賠償の責を負いません。", "nobody"),
    ("A", "理事会として責任を免れるものではありません。", "own"),
    # Who is named outright as its doer or as answerable bears it, whatever the label and whoever was named before.
    ("KD", "本人は「頼まれた」と話していますが、頼んだのは当課です。", "own"),
    ("KAD", "検札係個人の問題との声もありますが、無理な割り振りをしたのは組合です。", "own"),
    ("KA", "宛名を貼り違えたのは、委託先の封入会社です。", "contractor"),
    ("KA", "宛名を貼り違えたのは委託先ですが、確かめなかったのは当会です。", "own"),
    ("KA", "台帳を書き換えたのは当時の係長です。", "own"),
    ("K", "台帳を書き換えたのは当時の係長です。", "person"),
    ("K", "車を運転していたのは当時の係長です。", "nobody"),
    ("K", "札の間違いに気づいたのは係長です。", "nobody"),
    ("K", "担当は「悪いのは私です」と話しています。", "person"),
    ("A", "責任は出品者にあります。", "outsider"),
    ("A", "監督責任は当館ではなく、施工会社にあるものと考えております。", "contractor"),
    ("A", "すべての責任は園長にあります。", "own"),
    ("A", "責任は、台帳を持ち出した元職員にあります。", "person"),
    ("AD", "空の請求を起こした業者にも責任があると考え、弁償を求めてまいります。", "contractor"),
    ("KA", "会報を書いた前会長は、本会の規約を知りながら、著しく公平を欠いていたと言わざるを得ません。", "person"),
    ("KA", "前会長の独断を許した本会の運営は、公平を欠いていたと言わざるを得ません。", "own"),
    ("KA", "柵の設計会社は、扉を二重としていなかった。", "contractor"),
    ("KA", "代行会社の表示の遅れとお伝えしましたが、正しくありませんでした。", "own"),
    ("KA", "業者からは聞いておらず、私どもも尋ねておりませんでした。", "own"),
    ("KA", "株式会社かわせみ園芸の係が、名札を取り違えました。", "own"),
    # Who found it or looked into it did not do it; what is the speaker's own make or work is its own.
    ("K", "「本年」とすべきところが「昨年」と印字されていることを、窓口の職員が発見しました。", "nobody"),
    ("K", "坂がぬかるんでいることに、先頭の教員が気づいていました。", "person"),
    ("K", "測る位置の違いに役員が気づきましたが、差し支えないと判断し、そのまま続けました。", "person"),
    ("K", "弁の閉め忘れに当番の職員が気づかなかったためです。", "person"),
    ("K", "消防と警察による実況見分の結果、継ぎ目の劣化により過熱したと推定されています。", "system"),
    ("K", "委託先による検査の漏れが原因です。", "contractor"),
    ("K", "当社が開発した集計ソフトの不具合により、料金を多くいただきました。", "own"),
    ("K", "当社が使っている集計ソフトの不具合により、料金を多くいただきました。", "system"),
    ("KD", "風も吹いておりましたが、弊店の据え付けに問題がありました。", "own"),
    ("K", "委託先から届いた一覧に誤りがあったためです。", "contractor"),
    ("K", "審査員2名が、前の回の点を写していました。", "person"),
    # Persons, and bodies by their kind alone, who do it or leave it undone; too few to be had are at no fault.
    ("K", "検査技師2名が、再検査を省き、前の値を写していました。", "person"),
    ("K", "当直長が警報を誤報と判断し、確かめるまでに6時間を要した。", "person"),
    ("K", "組合は、ほかの船からの苦情があるとの声を聞いていたが、問いたださなかった。", "own"),
    ("K", "町は、司書の配置をやめていた。", "own"),
    ("K", "人事本部が記録を誤っていました。", "own"),
    ("K", "連休中の当番を決めていなかった(協会)", "own"),
    ("K", "組合員が規則を破りました。", "person"),
    ("K", "箱の向きを逆に入れていた(メーカー報告書による)", "nobody"),
    ("K", "看護師の確保ができていなかったため、休園しました。", "nobody"),
    ("K", "看護師が安全の確保を怠りました。", "person"),
    # What was said before and is corrected blames nobody; what is upheld does.
    ("K", "第1報では委託先の温度管理の不備と申し上げましたが、当苑の配膳室に3時間置かれていたことが分かりました。", "nobody"),
    ("KD", "前回は配送業者の取り違えとお伝えしましたが、弊社の倉庫で荷札を貼り違えていたことが原因でした。", "nobody"),
    ("KA", "当初、製造元の不良とご説明しておりましたが、当店の温度の設定が誤っておりました。", "own"),
    ("KD", "第1報で委託先の操作ミスとお伝えしたとおり、原因は委託先の作業にありました。", "contractor"),
    ("KD", "当初は当社の誤りとお伝えしましたが、委託先の操作ミスによるものでした。", "contractor"),
    (
        "D",
        "株式会社ひばり信用(代表取締役 架空太郎)におきまして、誠に遺憾ながら、当社の元社員がお客様の預り金を着服いたしました。",
        "person",
    ),
    ("D", "残念ながら、当行の元行員が窓口でお預かりした現金を持ち出しておりました。", "person"),
    ("D", "遺憾ながら、本組合の元組合員が会員の積立金を使い込みました。", "person"),
    ("D", "当局の元局員がお客様の荷物を開けておりました。誠に遺憾です。", "person"),
    ("KD", "ひばり精機株式会社(以下「当社」といいます。)の元従業員が、お客様の図面を持ち出したものです。", "person"),
    ("D", "元教諭が生徒の氏名を書き写して持ち出しました。", "person"),
    ("KD", "株式会社つばめ運輸の従業員がお客様の荷物を落としたものです。", "contractor"),
    ("D", "お客様の一斉のご利用によるものであり、元の状態に戻るまでお待ちください。", "outsider"),
    ("K", "当組織の技術者の取り違えによって起きた障害です。", "own"),
    ("KD", "今回の停止は、保守会社が行った回線の切り替えによるものです。", "contractor"),
    ("K", "当館が行った回線の切り替えによるものです。", "own"),
    ("K", "今回の停止は、当グループの技術者の操作ミスにより起きたものです。", "own"),
    ("K", "当所の確認漏れにより、証明書を誤って交付しました。", "own"),
    ("K", "当金庫の設定誤りにより、振込が遅れました。", "own"),
    ("K", "当方の手違いにより、二度お送りしました。", "own"),
    ("K", "弊園の点検不足が原因です。", "own"),
    ("K", "当館の操作ミスにより、名簿が公開されました。", "own"),
    ("K", "当該業者の操作ミスにより、名簿が公開されました。", "contractor"),
    ("K", "当時の担当者の操作ミスによるものです。", "person"),
    ("K", "担当所管の確認漏れが原因です。", "nobody"),
    ("K", "当日の悪天候により、機器が止まりました。", "outsider"),
    ("K", "本来の手順が守られていませんでした。", "nobody"),
    ("K", "本件の設定ミスが原因です。", "nobody"),
    ("D", "引用の決まりについて、著者の理解が足りなかったことが分かりました。", "person"),
    ("D", "許諾の要否について、執筆者の理解が不十分であったことが分かりました。", "person"),
    ("D", "出演者の配慮が足りなかったものです。", "person"),
    ("K", "当店がお出しした折詰が食中毒の原因と分かりました。", "own"),
    ("K", "当社が製造した菓子が原因であることが判明いたしました。", "own"),
    ("K", "弊園で調理した給食を原因とする食中毒と断定されました。", "own"),
    ("K", "お客様がお持ち込みになった料理が食中毒の原因と分かりました。", "outsider"),
    ("K", "納入業者が製造した卵を原因とする食中毒であることが分かりました。", "contractor"),
    ("K", "作業者は以前にも同じ作業をしていたため、回線の異常は作業と無関係と思い込み、調べ始めるのが遅れました。", "person"),
    ("K", "当番の技術者は、サーバーの警報を誤報と考え、確かめるのが遅れました。", "person"),
    ("K", "回線の異常により、調べ始めるのが遅れました。", "system"),
    ("K", "北支店高台営業所において、料金を正しく登録していなかったことが原因です。", "own"),
    ("K", "東営業所で検針の値を取り違えたことによるものです。", "own"),
    ("K", "当該営業所の点検の不足が原因です。", "nobody"),
    ("K", "製造元の報告では、熱の当て方が1回分足りなかったとのことです。", "contractor"),
    ("K", "会館の空調設備が壊れた影響で、次の回が取りやめとなりました。", "system"),
    ("K", "海外から通信を一斉に送りつける、サービス妨害攻撃によるものです。", "outsider"),
    ("K", "扉が開くと鳴る警報の装置がありましたが、音が大きいため去年から切っていました。", "nobody"),
    ("K", "上限を超えると止まる機能がありましたが、手間がかかるとの声を受け、無効にしていました。", "nobody"),
    ("K", "警報の装置が故障しており、煙を感じても鳴りませんでした。", "system"),
    ("K", "センサーの不具合により、扉が閉まりました。", "system"),
    ("KD", "仕入先から納められた原料の書類の誤りに起因するものです。", "contractor"),
    ("KD", "いずれも指定外の部品をご使用になられたことによるものと認識しております。", "outsider"),
    ("KD", "パートナー企業様からのご入金の遅れによるものです。", "contractor"),
    ("KD", "台座をお願いしている工房さんのご都合で、進んでいないのです。", "contractor"),
    ("K", "当店をご利用のお客様へお出しした和え物が原因とみられる食中毒が発生しました。", "nobody"),
    ("K", "利用者の方々へ配布した案内の誤りが原因です。", "nobody"),
    ("K", "会員の方々の一斉の申込みが原因です。", "outsider"),
    ("K", "部品の納期遅れにより、交換の時期を2か月過ぎて使っておりました。", "nobody"),
    ("K", "製造メーカーより、充填機の部品の破損により金属片が混ざったとの連絡がありました。", "contractor"),
    ("K", "部品の劣化により、扉が開かなくなりました。", "system"),
    ("D", "そもそも当該人物は、金銭をめぐって当社を辞めた者です。", "person"),
    ("D", "コーチは「勝たせたい一心だった。傷つけるつもりはなかった」と話しています。", "nobody"),
    ("D", "担任は、いじめる意図はなかったと述べています。", "nobody"),
    ("D", "担任が独断で行ったことであり、学校として大変遺憾です。", "person"),
    ("K", "犯罪対策の手順が定められていませんでした。", "nobody"),
    ("D", "配信を頼んだ会社の回線の容量が足りなかったそうです。", "contractor"),
    ("K", "設定の誤りにより、会員名簿が公開されていました。", "nobody"),
    ("K", "確認手順が定められていませんでした。", "nobody"),
    ("K", "委託先の操作ミスにより、名簿が送信されました。", "contractor"),
    ("K", "弊社の担当者が宛先の確認を怠りました。", "own"),
    ("K", "システムの不具合により、二重に引き落とされました。", "system"),
    ("K", "当社システムの不具合により、二重に引き落とされました。", "system"),
    ("K", "アルバイトが点検表に丸だけを付けていました。", "person"),
    ("K", "お客様が一斉に申し込まれたことが原因です。", "outsider"),
    ("K", "看護師が確認する項目は番号だけでした。", "nobody"),
    ("K", "何らかの原因により停止しました。", "nobody"),
    ("K", "株式会社架空印刷が同じ版を二度使っていました。", "contractor"),
    ("K", "証明書の期限が切れていました。", "nobody"),
    ("KA", "弊社の操作ミスにより、名簿を送信しました。", "own"),
    ("KA", "宛先の確認をしていませんでした。", "own"),
    ("A", "監督責任は当クラブにあります。", "own"),
    ("A", "社長の報酬を3か月減額します。", "own"),
    ("A", "生徒に責任は一切なく、準備をさせた学校の責任です。", "own"),
    ("A", "委託先ではなく、確認しなかった当クラブの問題です。", "own"),
    ("A", "委託先の作業ミスですが、監督の責任は当クラブにあります。", "own"),
    ("A", "担当者の確認漏れは、仕組みを作らなかった私どもの責任です。", "own"),
    ("AD", "委託先の誤りによるもので、当クラブの確認も足りませんでした。", "own contractor"),
    ("KD", "委託先の作業ミスによるものです。", "contractor"),
    ("D", "同社の社員が無断で持ち出したものです。", "contractor"),
    ("D", "弊社の委託先の過失であり、弊社は関与しておりません。", "contractor"),
    ("D", "職員個人の独断による行為です。", "person"),
    ("D", "一部報道にあるような事実はございません。", "nobody"),
    ("D", "心ない投稿が続いていることは残念です。", "outsider"),
    ("D", "一部のサポーターが指示に従わなかったことによるものです。", "outsider"),
    ("D", "システムに想定外の負荷が掛かりました。", "system"),
    ("D", "当社に法的責任はございません。", "nobody"),
    ("D", "当クラブとしても大変遺憾に存じます。", "nobody"),
    ("D", "裏切られた思いです。", "nobody"),
    ("D", "お問い合わせは製造元へお願いします。", "contractor"),
    ("D", "台風による突風は予測できませんでした。", "outsider"),
    ("D", "当該職員の逸脱した行動までは予見できませんでした。", "person"),
    ("D", "本件は外部の者によるものとみられます。", "outsider"),
    ("D", "記事は匿名の方のお話だけに基づいています。", "outsider"),
    ("K", "乗務員は前年の経路のままと思い込んでいました。", "person"),
    ("K", "引率の教諭3名は居眠りをしていました。", "person"),
    ("K", "乗務員は全部で4名でした。", "nobody"),
    ("K", "職員の評価制度が売上に偏っていました。", "nobody"),
    ("K", "獣医師からの報告書を待たずに掲載しました。", "nobody"),
    ("K", "攻撃者は古い入口から入り込みました。", "outsider"),
    ("K", "受付ソフトの旧い版に脆弱性が残っていました。", "system"),
    ("K", "係が規程を読み違えました。", "person"),
    ("K", "欠員が続いていました。", "nobody"),
    ("KD", "検針員(受託会社所属)が棟を取り違えたことが原因です。", "contractor"),
    ("D", "部員には寝不足など体調の問題もあったようです。", "person"),
    ("D", "決済代行会社の側でデータが二度処理され、弊社のシステムに問題はございません。", "contractor"),
    ("D", "予想を超える暑さでお一人の使用量が増えました。", "outsider"),
    ("A", "お客様の端末の問題だと決めてかかったのは私どもです。", "own"),
    # A person: who does or leaves undone, not who is there, alone, taught or harmed.
    ("K", "当該バスの運転士が、中扉を閉めたことを確認していなかったため。", "person"),
    ("K", "8:40 運転手、車内を見ずに車庫へ移動", "person"),
    ("K", "担当者は世間話と受け取り、上に伝えませんでした。", "person"),
    ("K", "係が人数を数え違えたまま施錠したため。", "person"),
    ("K", "操縦士は「断り切れなかった」と述べています。", "person"),
    ("K", "受付票の印が、監督者の目に入っていなかった。", "person"),
    ("K", "職員は票を開いて中身を見ることなく選択した。", "person"),
    ("K", "担当者が1人で作業を行い、チェック体制が不十分でした。", "nobody"),
    ("K", "採点と点検を同じ者が行っていた", "nobody"),
    ("K", "入金額を照合する者がおりませんでした。", "nobody"),
    ("K", "担当者間の情報共有が不足していたため。", "nobody"),
    ("K", "運転士のブレーキ操作がわずかに遅れました。", "person"),
    ("K", "上長は、工具の現物を見ることはありませんでした。", "person"),
    ("K", "立哨員の指さし間違いがありました。", "person"),
    ("K", "手動の弁が開いたままになっていたものです。", "nobody"),
    ("K", "患者は意識を失いました。", "nobody"),
    ("K", "監視員の配置が手薄でした。", "nobody"),
    # A system: what failed by itself or was made so, not what somebody set wrongly or did not look after.
    ("K", "薬液槽の液面計が固着し、満液の信号が出ないまま補給が続いたため", "system"),
    ("K", "ブレーキの部品が摩耗していたことによるものです。", "system"),
    ("K", "更新ジョブは検証環境を参照したまま本番に流れる作りになっていました。", "system"),
    ("K", "DBの接続数上限が原因と判明。", "system"),
    ("K", "倒れた柱のボルト4本のうち3本が抜けておりました。", "system"),
    ("K", "フォームの設定を誤り、回答者同士の情報が閲覧できる状態になっていました。", "nobody"),
    ("K", "ファイルが誰でも閲覧できる状態になっていたため。", "nobody"),
    ("K", "弁を開く操作の順序が手順書に書かれていませんでした。", "nobody"),
    ("K", "機器の更新が計画より遅れていました。", "nobody"),
    # Outside people, named or not.
    ("K", "注文画面に外から手が加えられていました。", "outsider"),
    ("K", "記事を載せる仕組みの古い部品を外部の者に使われ、入り込まれていました。", "outsider"),
    ("K", "海外からの不正アクセスによるものです。", "outsider"),
    ("K", "外部からの指摘により判明しました。", "nobody"),
    ("D", "それは現場を知らない方の言葉と申さざるを得ません。", "outsider"),
    ("D", "職員への誹謗中傷はお控えください。", "outsider"),
    ("D", "皆様のご理解とご協力をお願いいたします。", "nobody"),
    ("D", "一人の医師が夜も眠らず働いている現状を、どうかご理解ください。", "nobody"),
    ("D", "会員一同、残念でなりません。", "nobody"),
    ("D", "それを危険物のように書き立てられ、泣いて会をやめた者もおります。", "outsider"),
    ("D", "一人ひとりが譲り合っていただければ、止まることはなかったと考えます。", "outsider"),
    ("D", "傷つかれた方がいらっしゃることは事実です。", "nobody"),
    ("D", "地方連盟の窮状も、どうかお汲み取りいただきたく存じます。", "nobody"),
    ("KD", "何十回も画面を更新された方々によるものでした。", "outsider"),
    # Contractors by the place of their mistake; 「会社の指示」 is the speaker's own.
    ("K", "バス会社様での伝達の誤りにより、遅れました。", "contractor"),
    ("K", "業務委託先において、控えの削除が漏れておりました。", "contractor"),
    ("K", "販売委託先のシステムで、座席の旧図面が残っていました。", "contractor"),
    ("K", "サーバー会社の方のお話では、合言葉が出荷時のままでした。", "nobody"),
    ("K", "道路工事の受注者が、図面にない弁を開けたことによるものです。", "contractor"),
    ("D", "当該社員が会社の指示に反して行ったものです。", "person"),
    # What is done with data is no system.
    ("K", "研究室では記録の保存が各自に任され、見返されていませんでした。", "nobody"),
    ("K", "名簿データの持ち出しが黙認されていました。", "nobody"),
    ("K", "保存用のサーバーが故障していました。", "system"),
    # An admission that only clears somebody lays no fault on anyone.
    ("A", "選手には何ひとつ責任がありません。", "nobody"),
    ("A", "計測会社の責任ではありません。", "nobody"),
    ("A", "選手に責任はなく、すべて当連盟の責任です。", "own"),
    ("A", "責任がないとは申しません。", "own"),
    ("A", "「代理店の確認漏れ」と書きましたのは誤りでした。", "own"),
    # Nor does a deflection that only clears somebody; one that clears them to lay it elsewhere does.
    ("D", "屋根を葺いた業者の方々に罪はございません。", "nobody"),
    ("D", "当日の運転手に非はありません。", "nobody"),
    ("D", "業者さんは何も悪くありません。", "nobody"),
    ("D", "業者に落ち度はなく、原因は届いた部材の製造元の誤りにあります。", "contractor"),
    ("D", "当社に非はなく、業者の確認漏れによるものです。", "contractor"),
    ("D", "元コーチは任期を終えて退いており、処分を受けたものではありません。", "nobody"),
    ("D", "前監督の言動は、指導の範囲を逸脱するものではありません。", "nobody"),
    ("D", "元コーチ個人の行為によるもので、誠に遺憾です。", "person"),
    # Whose trust was hurt, and to whom it speaks, are not blamed.
    ("D", "痛恨の極みであり、町民の信頼を大きく損ねましたことを、被害に遭われた方々と町民の皆様に対し、深くお詫びいたします。", "nobody"),
    ("D", "利用者の皆様のご期待を裏切ることとなり、痛恨の極みです。", "nobody"),
    ("D", "一部の利用者の行き過ぎた行為により、皆様の信頼を損ないました。", "outsider"),
    # A designated manager is a contractor, unless the speaker is it; what its people alone did admits nothing.
    ("K", "指定管理者の職員が、別の団体の番号を誤って登録していました。", "contractor"),
    ("KA", "指定管理者の職員が、別の団体の番号を誤って登録していました。", "contractor"),
    ("KA", "指定管理者の職員が番号を誤って登録し、当課も確かめていませんでした。", "own"),
    ("KA", "指定管理者である当社の社員が、番号を誤って登録していました。", "own"),
    ("KA", "印刷会社の担当者が版を取り違え、そのまま刷ってしまいました。", "contractor"),
    # Whoever signs is the organisation, in whatever clause it tells of its own deed.
    ("K", "原因は、私が一覧を別の表に移したときに、1行ずらしてしまったことです。", "own"),
    ("K", "原因は、担当である私が一覧を別の表に移したときに、1行ずらしてしまったことです。", "own"),
    ("K", "私どもが前の月の表を使い、別の方の宛先を入れておりました。", "own"),
    ("K", "配送会社の方が、私が渡した荷札を貼り替えていました。", "contractor"),
    ("K", "係が「私が見た」と思い込み、点検を飛ばしました。", "person"),
    # What was left so before the one who left it is named.
    ("K", "給水の栓を開けたまま、職員は隣の部屋に移っていました。", "person"),
    ("K", "温風を当てたまま、スタッフは受付に出ておりました。", "person"),
    ("K", "戸が開いたまま、職員は奥で作業をしていました。", "nobody"),
    # A notice of its own that came late is its own, whatever it was to tell of; another's is not.
    ("K", "断水のあと、入居者の方ご自身による元栓の開け閉めをお願いすることの案内も遅れました。", "own"),
    ("K", "会員の皆様へのご案内が遅れました。", "own"),
    ("D", "利用者の方による端末の設定の変更が要る旨のお知らせが後手に回りました。", "own"),
    ("K", "お客様による操作の手順の説明が遅くなりました。", "own"),
    ("K", "運送会社からの連絡が遅れました。", "contractor"),
    ("K", "担当者が警報を誤報と思い込み、皆様へのお知らせが遅れました。", "person"),
    ("K", "委託先の障害により、お知らせが遅れました。", "contractor"),
    ("K", "お客様ご自身による操作の誤りが原因です。", "outsider"),
    # The organisation as the place of what went wrong.
    ("K", "当店では、夜の締めを一人で行い、控えを確かめておりませんでした。", "own"),
    ("K", "当院におきましては、薬の受け渡しを口頭で済ませていました。", "own"),
    ("K", "お店では、控えを確かめておりませんでした。", "nobody"),
    # A works by its own name or number is the speaker's; one named by whose it is or what it makes is another's.
    ("K", "当社みどり工場において、温度の記録が付けられていませんでした。", "own"),
    ("K", "みどり工場において、温度の記録が付けられていませんでした。", "own"),
    ("K", "第二工場の計量が不十分であったことによるものです。", "own"),
    ("K", "工場の製造主任が計量を飛ばしていました。", "person"),
    ("K", "前の工場長が独断で計量を飛ばしていました。", "person"),
    ("K", "協力工場が計量を飛ばしていました。", "contractor"),
    ("KD", "箱を折る工場で紛れ込んだものです。", "contractor"),
    ("KD", "尋ねたところ、工場が別の糊を使って出荷していたとのことです。", "contractor"),
    ("K", "会社側の確認不足が原因です。", "own"),
    ("K", "配送会社側の確認不足が原因です。", "contractor"),
    # A department is the organisation, whatever its name is made of; so is a body that calls itself by its kind.
    ("K", "情報システム部が権限の設定を誤ったことが原因です。", "own"),
    ("K", "システム管理課の確認漏れが原因です。", "own"),
    ("K", "情報システム部のサーバーが故障しました。", "system"),
    ("K", "保守会社のシステム部が権限の設定を誤りました。", "contractor"),
    ("K", "会計課の職員が帳票を取り違えました。", "person"),
    ("K", "学校が保管の決まりを作っていませんでした。", "own"),
    ("K", "市が点検を怠っていたことが原因です。", "own"),
    ("K", "薬剤師が量を取り違えました。", "person"),
    ("K", "司書が棚の札を誤りました。", "person"),
    ("K", "教員が机の上に置いたまま席を離れたことが原因です。", "person"),
    ("K", "本校の教員が机の上に置いたまま席を離れたことが原因です。", "own"),
    ("K", "決まりはありましたが、本園はその運用を確かめていませんでした。", "own"),
    # Whoever only received something, or was told nothing, did nothing wrong.
    ("KD", "当園が委託先に無理な期限を求めたことが原因です。", "own"),
    ("KD", "委託先に誤った名簿を渡したことが原因です。", "nobody"),
    ("K", "配送会社に対して十分な説明をしていなかったことが原因です。", "nobody"),
    ("K", "委託先からの報告を確かめていなかったことが原因です。", "nobody"),
    ("KD", "変更は印刷会社に伝えておりましたが、委託先の担当者が差し替えを忘れていました。", "contractor"),
    ("KD", "委託先が、弊社に誤った一覧を渡したことが原因です。", "contractor"),
    # Too few people are not at fault.
    ("K", "送信の担当者が1名しかおらず、見直す者がいない体制でした。", "nobody"),
    ("K", "看護師が足りず、一人で三つの病棟を受け持っていたことが原因です。", "nobody"),
    ("K", "担当者の引き継ぎが行われていなかったことが原因です。", "nobody"),
    ("K", "担当者が1名しかおらず、後から来た職員が確認を怠りました。", "person"),
    # What is laid on another and then taken on is the organisation's own.
    ("KA", "委託先の作業ミスを見抜けなかったことは、当園の確認不足によるものです。", "own"),
    ("AD", "選手個人の行いとはいえ、当クラブの指導が足りませんでした。", "own"),
    # A setting that somebody changed is no system.
    ("K", "サーバーの設定変更の際、保存の対象を誤ったことが原因です。", "nobody"),
    ("K", "データベース更新時に、上限の設定を誤ったためです。", "nobody"),
    # A subsidiary is no contractor.
    ("K", "当社の子会社が検査の記録を書き換えていました。", "own"),
    ("K", "子会社の委託先が検査の記録を書き換えていました。", "contractor"),
    # A topic reaches over commas to what it left undone, by whatever particle it stands, unless another takes over.
    ("K", "大学は、参加者に要領を配るだけで、当日の見回りをしておりませんでした。", "own"),
    ("KD", "当社は、部品の交換の時期が示されていたにもかかわらず、交換しておりませんでした。", "own"),
    ("K", "町では検査の際に、控えとの照合を行っていませんでした。", "own"),
    ("K", "区として手引きを作っていなかったことも背景にあります。", "own"),
    ("K", "県は点検の記録を確認していなかった。", "own"),
    ("K", "・本学園において、鍵の管理が形骸化していたこと", "own"),
    ("K", "営業部門において、他社の見積もりを流用する風潮がありました。", "own"),
    ("K", "当社において調査したところ、控えの紛失が見つかりました。", "nobody"),
    ("K", "当社は、部品の納入が早まったと聞き、倉庫が確認していませんでした。", "own"),
    ("K", "責任者も控えを見ずに承認していました。", "person"),
    ("K", "門を閉めるかを決める者もはっきりしておりませんでした。", "nobody"),
    ("K", "前の管理者が、数字を書き換えていました。", "person"),
    ("K", "調理長は、産地の書き換えを失念しておりました。", "person"),
    ("K", "納期の延長は見込まれていませんでした。", "nobody"),
    ("K", "介助の職員2名のうち1名が、扉を閉めないまま離れておりました。", "person"),
    # Who is short of others, away or worked too long at one post did nothing wrong; whoever left it so did.
    ("K", "案内の係員は4名の計画でしたが、法人が代わりを出さず、3名で始めました。", "own"),
    ("K", "薬の管理者が出張中であり、代わりが決められていなかった。", "nobody"),
    ("K", "集金係の長い受け持ちを改めていなかったこと", "nobody"),
    ("K", "集金係が控えを確認していなかったこと", "person"),
    ("K", "二人の保育士が人数を声に出したが、互いに相手の数を聞いていなかった。", "person"),
    ("K", "照合する職員が休暇中で、送った職員が自分で控えに押印して済ませていた。", "person"),
    ("K", "本町においても、抜き取り検査を省略していた。", "own"),
    ("KA", "元請として、下地の検査を行っておりませんでした。", "own"),
    ("KD", "保守会社からは期限の案内があったとのことですが、当館では把握しておりませんでした。", "own"),
    # A club of which a ruling speaks, and those who use a thing, are others.
    ("KA", "同クラブの部長は、監督に届け出を任せきりにしており、確認を怠った。", "outsider"),
    ("K", "同クラブは、当日の落雷を予見できなかったと述べる。", "nobody"),
    ("K", "原因は、お客様が点検をお受けになっていなかったことです。", "outsider"),
    ("K", "お客様に注意書きをお渡ししていなかったことです。", "nobody"),
    ("K", "この品は基準に適合しており、端末の不良に起因するものではありません。", "nobody"),
    # A contractor's act owns nothing where the organisation is only the one to whom it was done.
    ("KAD", "供給元であるトネリコ社が、当社に知らせることなく塗料を替えたことが原因です。", "contractor"),
    ("KAD", "点検は指定管理者である株式会社架空水泳が行うこととなっていましたが、同社は目視で済ませていました。", "contractor"),
    ("KAD", "委託先が宛名を取り違え、当社も見抜けませんでした。", "own contractor"),
    ("KD", "原因は、当社が使う配信事業者のデータセンターにおける電源設備の障害です。", "contractor"),
    ("KAD", "納めた業者が札を取り違えたことと、受け取った厨房が札を見なかったことが重なりました。", "own contractor"),
    # Where the organisation is only the place, or theirs is whose deed it was, that is not its own fault.
    ("K", "本学では持ち出しを認めておらず、当該教員は許可を得ていませんでした。", "person"),
    ("K", "騒ぎを起こした本校の生徒の自分本位な振る舞いが原因です。", "person"),
    ("K", "当館において、古い帳面8冊を誤って捨てた可能性の高い事案が発生しました。", "nobody"),
    ("K", "当館において、返された帳面と見本の紙を並べて調べましたところ、綴じの弱りが見られました。", "nobody"),
    # Who judges, rebukes or was not there has done nothing wrong.
    ("K", "軽率な振る舞いであり、団長が厳しく諭しました。", "nobody"),
    ("K", "石を投げた者は見当たりませんでした。", "nobody"),
    ("K", "見張りの係員は3名であり、定めた5名に満たなかった。", "nobody"),
    # A post within the body is the body, whoever the work was given to is not; an officer who says 「としまして」 speaks for it.
    ("K", "西口の窓口では、本人確認を行わないまま札を渡していました。", "own"),
    ("K", "厨房において、温度の記録を省略していました。", "own"),
    ("K", "受付が行われていませんでした。", "nobody"),
    ("K", "委託先の窓口では、札を確かめていませんでした。", "nobody"),
    ("K", "園長としましては、聞き取りを怠っておりました。", "own"),
    ("K", "機関士両名が弁の確認を怠った。", "person"),
    ("K", "会員同士の連絡が行われていませんでした。", "nobody"),
    # Whoever is asked is a witness; what follows tells whose fault it is.
    ("KD", "印刷会社に確認したところ、当会が渡した版が旧いものでした。", "own"),
    ("K", "メーカーに見てもらったら、うちが部品を逆に付けていました。", "own"),
    ("K", "業者に調べてもらったところ、当館の回線が外部から攻撃を受けていました。", "outsider"),
    ("KD", "委託先に確認したところ、委託先の担当者が旧い表を使っていました。", "contractor"),
    # What was harmed is at no fault.
    ("K", "油を取り違えて給油し、お客様の車両12台に不具合が生じました。", "nobody"),
    ("K", "更新プログラムの不具合により、お客様の端末に障害が生じました。", "system"),
    ("K", "以前の使用者が井戸を使っていたため、確認をしないまま料金を掛けていました。", "nobody"),
    # The body as the topic of a deed, by its kind, its team or a humble word.
    ("K", "財団は、資料を誰でも見られる所に置いていた。", "own"),
    ("K", "開発チームが表示の表だけを替えた。", "own"),
    ("K", "うちらの見落としです。", "own"),
    ("K", "手前どもの段取り違いです。", "own"),
    ("K", "3名のうちの1名が控えを取らなかった。", "nobody"),
    ("K", "当会の受付の机が並んだ順に札を置いていた。", "own"),
    ("K", "当館で実物を見比べたところ、糊がはがれていました。", "nobody"),
    ("K", "配管の継手が欠けていました。", "system"),
    # Whoever is not reproached, or only had it left to them, is not blamed; whoever told nothing to the speaker is.
    ("AD", "公開の設定を許したのは当財団であり、投稿された方を責めるものではございません。", "own"),
    ("D", "元部員の行いに当クラブが気付かず、被害が広がったことは痛恨の極みです。", "own"),
    ("AD", "移動の手段を選手個人に任せていた点は、当クラブの管理の甘さです。", "own"),
    ("A", "供給元は、私たちへの通知なしに塗料を替えました。", "contractor"),
    # That there was a fault is denied in whatever words of duty, and the denial of a denial admits.
    ("A", "当園の側に不備があったものではございません。", "nobody"),
    ("KA", "本会の作業に過失があるものとは考えておりません。", "nobody"),
    ("A", "当園の側に不備がなかったとは申せません。", "own"),
    ("A", "落ち度があったのは業者ではなく、当園の手順です。", "own"),
    ("DP", "当校の元教諭が体罰に及んだことは誠に遺憾であり、深くお詫びいたします。", "person"),
    ("D", "当社は元常務に対し、損害賠償を請求する訴えを起こします。", "person"),
    # Personal data is no person.
    ("D", "当園では個人情報の管理を徹底しておりましたが、誠に遺憾ながら、このような事態が発生しました。", "nobody"),
    ("D", "個人データの取り扱いを徹底してまいりましたが、残念です。", "nobody"),
    ("D", "職員個人の独断によるものです。", "person"),
]


@pytest.mark.parametrize(("codes", "text", "owners"), SENTENCES, ids=[row[1][:24] for row in SENTENCES])
def test_owner_of_the_fault(codes: str, text: str, owners: str) -> None:
    assert " ".join(owners_told(_read(text).units[0], _given(codes))) == owners


def _blame(*units: tuple[str, str]) -> tuple[Blame, ...]:
    document = _read("\n".join(text for _, text in units))
    assert len(document.units) == len(units)
    return blame(document, [_given(codes) for codes, _ in units])


def test_shares_are_of_all_units_that_bear_a_fault() -> None:
    found = _blame(
        ("", "平素よりご支援をいただきありがとうございます。"),
        ("K", "確認手順が定められていませんでした。"),
        ("D", "委託先の作業ミスによるものです。"),
        ("R", "委託先に報告を求めました。"),
        ("A", "監督責任は当クラブにあります。"),
        ("A", "公表が遅れたことは当クラブの誤りです。"),
    )
    assert found == (
        Blame(Owner.OWN, 0.5, (4, 5)),
        Blame(Owner.CONTRACTOR, 0.25, (2,)),
        Blame(Owner.NOBODY, 0.25, (1,)),
    )


def test_a_unit_that_admits_and_deflects_counts_half_for_each() -> None:
    found = _blame(
        ("AD", "委託先の誤りによるもので、当クラブの確認も足りませんでした。"),
        ("A", "監督責任は当クラブにあります。"),
    )
    assert found == (Blame(Owner.OWN, 0.75, (0, 1)), Blame(Owner.CONTRACTOR, 0.25, (0,)))


def test_no_fault_no_blame() -> None:
    assert _blame(("", "委託先の作業ミスによるものです。"), ("R", "警察に届け出ました。")) == ()
    assert blame(_read(""), []) == ()


def test_a_request_to_leave_somebody_alone_lays_a_fault_on_nobody() -> None:
    document = _read("スタッフ個人への誹謗中傷はお控えくださいますようお願いします。\n憶測による書き込みが騒ぎを大きくしています。")
    assert blame(document, [_given("D"), _given("D")]) == (Blame(Owner.OUTSIDER, 1.0, (1,)),)


@pytest.mark.parametrize(
    ("codes", "wording", "bears"),
    [
        ("D", "値が違っておりますので、参照の際は十分にご注意ください。", False),
        ("DR", "利用にあたりましては、十分にご注意くださいますようお願いいたします。", False),
        ("D", "利用者の不注意な操作によるものです。", True),
        ("K", "開封の際のご注意をお願いする表示が抜けていました。", True),
    ],
)
def test_advice_to_readers_lays_a_fault_on_nobody(codes: str, wording: str, bears: bool) -> None:
    assert bool(_blame((codes, wording))) is bears


def test_whoever_is_excused_is_not_blamed_by_the_sentence_before() -> None:
    told = _blame(("D", "当該記事は事実に反します。"), ("D", "前監督は任期を終えており、処分を受けたものではありません。"))
    assert [(share.owner, share.units) for share in told] == [(Owner.OUTSIDER, (0,)), (Owner.NOBODY, (1,))]


def test_a_judge_is_not_asked_of_what_a_contractors_people_did_or_of_somebody_cleared() -> None:
    document = _read("指定管理者の職員が、誤って登録していました。\n塗装業者の方々に罪はございません。")
    told = blame(document, [_given("K"), _given("D")], lambda *_: Owner.PERSON)
    assert [share.owner for share in told] == [Owner.CONTRACTOR, Owner.NOBODY]


def test_a_heading_bears_no_fault() -> None:
    assert _blame(("K", "■原因"), ("K", "設定の誤りです。")) == (Blame(Owner.NOBODY, 1.0, (1,)),)


def test_a_complaint_without_a_name_is_of_whom_the_sentence_before_blamed() -> None:
    found = _blame(
        ("D", "裏切られた思いです。"),
        ("D", "委託先の作業ミスによるものです。"),
        ("D", "裏切られた思いは消えません。"),
        ("D", "当社に法的責任はございません。"),
        ("K", "確認手順が定められていませんでした。"),
    )
    assert found == (Blame(Owner.NOBODY, 0.6, (0, 3, 4)), Blame(Owner.CONTRACTOR, 0.4, (1, 2)))


@pytest.mark.parametrize(
    ("before", "unit", "owner"),
    [
        ("受託者が案内を12名に送りました。", "その際に、宛先の欄を誤って選んで送ってしまいました。", Owner.CONTRACTOR),
        ("当番の職員が金庫を閉めました。", "その際、鍵を差したままにしたことによるものです。", Owner.PERSON),
        ("受託者が案内を12名に送りました。", "その際、弊社は宛先の欄を確かめていませんでした。", Owner.OWN),
        ("案内が12名に送られました。", "その際に、宛先の欄を誤って選んで送ってしまいました。", Owner.NOBODY),
        ("受託者が案内を12名に送りました。", "確認の手順が定められていませんでした。", Owner.NOBODY),
    ],
)
def test_who_acts_on_in_the_meantime_is_the_subject_of_the_sentence_before(before: str, unit: str, owner: Owner) -> None:
    assert [share.owner for share in blame(_read(before + unit), [{}, _given("K")])] == [owner]


@pytest.mark.parametrize(
    ("codes", "wording", "owner"),
    [
        ("K", "当社が調査した結果、委託先の設定の誤りが原因であることが判明しました。", "contractor"),
        ("K", "弊社において原因を調査したところ、配送会社の従業員が荷札を貼り違えたものでした。", "contractor"),
        ("A", "本校が確認したところ、業者が別の部品を納めていました。", "contractor"),
        ("K", "本学で記録の解析を行った結果、第三者が弱点を突いて侵入していました。", "outsider"),
        ("K", "当社が調査したところ、設定に誤りがあったことが原因でした。", "nobody"),
        ("K", "当社が調査したところ、当社の設定の誤りが原因でした。", "own"),
        ("K", "当園が点検した結果、異常なしと判断し、使用を続けたことが原因です。", "own"),
    ],
)
def test_who_looked_into_it_need_not_have_done_it(codes: str, wording: str, owner: str) -> None:
    assert [share.owner for share in _blame((codes, wording))] == [owner]


@pytest.mark.parametrize(
    ("wording", "owners"),
    [
        ("警察には本人より被害届を提出しましたが、遺憾ながら発見に至っておりません。", []),
        ("保護者からは、報道を控えてほしいとの申し出がありました。", []),
        ("委託先の説明がなかったため、遺憾ながら発見が遅れました。", [Owner.CONTRACTOR]),
    ],
)
def test_a_search_in_vain_or_a_wish_for_quiet_blames_nobody(wording: str, owners: list[Owner]) -> None:
    assert [share.owner for share in _blame(("D", wording))] == owners


def test_a_plea_or_a_distant_remark_does_not_take_over_the_blame() -> None:
    told = ("D", "委託先の作業ミスによるものです。")
    aside = ("R", "本日、警察に届け出ました。")
    assert _blame(told, ("D", "どうか心に留めていただけますと幸いです。"))[0].owner == Owner.CONTRACTOR
    assert Blame(Owner.NOBODY, 0.5, (1,)) in _blame(told, ("D", "どうか心に留めていただけますと幸いです。"))
    assert Blame(Owner.NOBODY, 0.5, (3,)) in _blame(told, aside, aside, ("D", "急なことでお知らせも間に合いませんでした。"))
    assert _blame(told, aside, aside, ("D", "裏切られた思いです。")) == (Blame(Owner.CONTRACTOR, 1.0, (0, 3)),)


@pytest.mark.parametrize(
    ("heading", "comment", "owner"),
    [
        ("■架空太郎選手", "「自分の甘い判断で信頼を失いました。", Owner.PERSON),
        ("■架空太郎選手のコメント", "体に入れたのは自分です。", Owner.PERSON),
        ("■代表取締役社長 架空花子", "「自分の甘い判断で信頼を失いました。", Owner.OWN),
        ("■原因", "日程を優先して確認を削ったのは自分です。", Owner.OWN),
        ("■架空太郎選手について", "守れなかったのは私どもの責任です。", Owner.OWN),
    ],
)
def test_what_somebody_admits_in_their_own_name_is_theirs(heading: str, comment: str, owner: Owner) -> None:
    assert [share.owner for share in _blame(("", heading), ("A", comment))] == [owner]


SLIP = ("K", "添乗の職員は座席の下を見ずに扉を閉めました。")


@pytest.mark.parametrize(
    ("admitted", "owner"),
    [
        ("事故の責任は職員個人ではなく、止めさせなかった私にあります。", Owner.OWN),
        ("責めは運転手ではなく、確認の時間を削った当園にあります。", Owner.OWN),
        ("これは添乗職員個人の落ち度ではありません。当園の責任です。", Owner.OWN),
        ("監督の責任は当園にあります。", Owner.PERSON),
        ("職員だけの問題ではなく、当園の姿勢が問われています。", Owner.PERSON),
        ("職員の責任は重く、当園も重く受け止めます。", Owner.PERSON),
    ],
)
def test_people_cleared_outright_bear_no_share(admitted: str, owner: Owner) -> None:
    document = _read(f"{SLIP[1]}\n{admitted}")
    labels = [_given("K"), *(_given("A") for _ in document.units[1:])]
    assert next(share.owner for share in blame(document, labels) if 0 in share.units) == owner


def test_people_blamed_to_step_back_keep_their_share() -> None:
    found = _blame(("D", "職員個人の独断による行為です。"), ("A", "ただし監督の責任は職員ではなく、当園にあります。"))
    assert [share.owner for share in found] == [Owner.OWN, Owner.PERSON]


def test_a_numbered_sentence_of_the_causes_is_no_heading() -> None:
    assert _blame(("", "3 原因"), ("K", "3.1 社員は、送信の直前に内容を確認しなかった。"))[0].units == (1,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(
        st.tuples(st.sampled_from([row[1] for row in SENTENCES]) | st.text(max_size=8), st.sampled_from(["K", "A", "D", "AD", "R", ""])),
        max_size=6,
    )
)
def test_shares_sum_to_one_and_come_in_order(units: list[tuple[str, str]]) -> None:
    document = next(read_documents([Statement("\n".join(text for text, _ in units))]))
    codes = [codes for _, codes in units] + [""] * len(document.units)
    labels = [_given(code) for code in codes[: len(document.units)]]
    found = blame(document, labels)
    assert not found or abs(sum(share.share for share in found) - 1) <= 0.001
    assert [share.share for share in found] == sorted((share.share for share in found), reverse=True)
    bearing = {index for index, given_labels in enumerate(labels) if given_labels.keys() & set(list(_LABELS.values())[:3])}
    assert {unit for share in found for unit in share.units} <= bearing
    assert all(list(share.units) == sorted(share.units) for share in found)


def test_a_fitted_judge_outvotes_the_rules_only_where_it_is_sure_and_the_unit_names_one_owner() -> None:
    document = _read("番線で縛っただけの柵が人の重みに耐えませんでした。\n委託先の作業ミスで、当社の確認不足です。")
    labels = [_given("K"), _given("AD")]

    def leaning(strength: float) -> Owners:
        values = tuple(str(owner) for owner in Owner)
        size, bias = len(columns_of(document.units[0], labels[0])), np.array([strength * (value == Owner.SYSTEM) for value in values])
        choice = Choice(values, np.zeros((size, len(values))), Vocabulary({}, np.empty(0)), np.empty((0, len(values))), bias)
        return partial(owner_by, choice)

    def told(judge: Owners | None) -> set[tuple[str, tuple[int, ...]]]:
        return {(found.owner, found.units) for found in blame(document, labels, judge)}

    both = {("own", (1,)), ("contractor", (1,))}
    assert told(None) == told(leaning(0.5)) == {("nobody", (0,))} | both
    assert told(leaning(3.0)) == {("system", (0,))} | both


def test_whose_fault_is_listed_stands_in_the_sentence_that_announces_the_list() -> None:
    own = (
        ("", "調べたところ、当団の予約の仕組みに、次の誤りが見つかりました。"),
        ("K", "①返信先の設定の漏れ"),
        ("K", "②公開範囲の設定の漏れ"),
    )
    assert [share.owner for share in _blame(*own)] == [Owner.OWN]
    others = ("", "当団の調査では、次の誤りが見つかりました。"), ("K", "①返信先の設定の漏れ"), ("K", "②公開範囲の設定の漏れ")
    assert [share.owner for share in _blame(*others)] == [Owner.NOBODY]
    named = ("", "当団の予約の仕組みに、次の誤りが見つかりました。"), ("K", "・委託先の設定ミス"), ("K", "・公開範囲の設定の漏れ")
    assert {share.owner for share in _blame(*named)} == {Owner.CONTRACTOR, Owner.OWN}
    alone = (
        ("", "調べたところ、当団の予約の仕組みに、次の誤りが見つかりました。"),
        ("K", "①返信先の設定の漏れ"),
        ("", "お詫び申し上げます。"),
    )
    assert [share.owner for share in _blame(*alone)] == [Owner.OWN]


@pytest.mark.parametrize(
    ("above", "owner"),
    [
        ("当園における原因", Owner.OWN),
        ("■委託先の問題点", Owner.CONTRACTOR),
        ("市及び学校の対応の問題点", Owner.OWN),
        ("■当園と委託先の問題点", Owner.NOBODY),
        ("■県からの指導内容", Owner.OWN),
        ("■お客様からのお申し出", Owner.NOBODY),
        ("■原因", Owner.NOBODY),
        ("■当園における再発防止", Owner.NOBODY),
    ],
)
def test_a_heading_tells_whose_faults_are_listed_under_it(above: str, owner: Owner) -> None:
    told = _blame(("", above), ("K", "・宛先の一覧を更新していなかった"), ("K", "・確認の手順書がなかった"))
    assert told == (Blame(owner, 1.0, (1, 2)),)


def test_a_heading_reaches_no_further_than_its_list() -> None:
    told = _blame(("", "■委託先の問題点"), ("K", "・作業の順を守っていなかった"), ("", "■経緯"), ("K", "・確認の手順書がなかった"))
    assert [(share.owner, share.units) for share in told] == [(Owner.CONTRACTOR, (1,)), (Owner.NOBODY, (3,))]


@pytest.mark.parametrize(
    ("before", "owner"),
    [
        ("当社の連結子会社であるひばり食品株式会社で、案内の誤送信がありました。", Owner.OWN),
        ("ひばり食品株式会社は15日、顧客の氏名を誤って送信したと発表した。", Owner.OWN),
        ("案内の発送を、ひばり発送株式会社に委託しております。", Owner.CONTRACTOR),
        ("子会社が発送を任せていた配送会社で、案内の誤送信がありました。", Owner.CONTRACTOR),
        ("案内の誤送信がありました。", Owner.CONTRACTOR),
    ],
)
def test_the_same_company_is_the_one_told_of_before(before: str, owner: Owner) -> None:
    told = blame(_read(f"{before}\n同社の担当者が宛先を誤ったことが原因です。"), [{}, _given("K")])
    assert [share.owner for share in told] == [owner]


@pytest.mark.parametrize(
    ("wording", "owner"),
    [
        ("ミドリ発送社において、宛名の列がずれておりました。", Owner.CONTRACTOR),
        ("ミドリ発送から届いた一覧の列がずれておりました。", Owner.NOBODY),
        ("アオバ発送社において、宛名の列がずれておりました。", Owner.NOBODY),
        ("ミドリ発送は照合を怠り、封筒をそのまま出しました。", Owner.CONTRACTOR),
        ("ミドリ発送の検品係も、宛名を見ていませんでした。", Owner.CONTRACTOR),
        ("ミドリ発送は、お預けした一覧のとおりに貼りました。", Owner.NOBODY),
    ],
)
def test_a_contractor_is_known_by_the_name_it_was_given(wording: str, owner: Owner) -> None:
    told = blame(_read(f"通知の発送を委託している株式会社ミドリ発送で、誤りがありました。\n{wording}"), [{}, _given("K")])
    assert [share.owner for share in told] == [owner]


@pytest.mark.parametrize(
    ("above", "wording", "below", "owner"),
    [
        ("株式会社ハタノ商会", "ハタノ商会は、日付の点検を怠っておりました。", "", Owner.OWN),
        ("", "ハタノ商会の検査担当が、日付の点検を怠っておりました。", "ハタノ商会\n代表 波多野太郎", Owner.OWN),
        ("", "株式会社ハタノ商会は、日付の点検を怠っておりました。", "株式会社ハタノ商会", Owner.OWN),
        ("株式会社ハタノ商会", "ハタノ商会サービスは、日付の点検を怠っておりました。", "", Owner.NOBODY),
        ("株式会社ハタノ商会", "ハタノ商会の委託先が、日付の点検を怠っておりました。", "", Owner.CONTRACTOR),
        ("株式会社ハタノ商会 御中", "ハタノ商会は、日付の点検を怠っておりました。", "", Owner.NOBODY),
        ("印刷を株式会社ハタノ商会に委託しました。", "ハタノ商会が版の点検を怠りました。", "株式会社ハタノ商会", Owner.CONTRACTOR),
    ],
)
def test_whoever_heads_or_signs_a_statement_is_its_speaker(above: str, wording: str, below: str, owner: Owner) -> None:
    document = _read("\n".join(line for line in (above, wording, below) if line))
    labels = [_given("K" if unit.wording == wording else "") for unit in document.units]
    assert [share.owner for share in blame(document, labels)] == [owner]


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (("かけはし連盟は、アオバ体操会に対し、制裁金20万円を科す。", "アオバ体操会は、柵の点検を怠っていた。"), [Owner.OUTSIDER]),
        (("制裁の決定について", "クラブは、柵の点検を怠っていた。"), [Owner.OUTSIDER]),
        (("制裁の決定について", "クラブは、当連盟に届け出を怠っていた。"), [Owner.OUTSIDER]),
        (("制裁の決定について", "当連盟は、柵の点検を怠っていた。"), [Owner.OWN]),
        (("連盟から制裁金の通知がありました。", "クラブは、柵の点検を怠っていた。"), [Owner.OWN]),
        (("制裁の決定について", "・連盟の立会人も、柵の点検を怠っていた。"), [Owner.OWN]),
        (("制裁の決定について", "・クラブは、柵の点検を怠っていた。"), [Owner.OUTSIDER]),
        (("つばさ高校登山部に対する処分\n対外試合の禁止3か月", "顧問は、柵の点検を怠っていた。"), [Owner.PERSON]),
    ],
)
def test_whom_a_ruling_is_on_is_another(lines: tuple[str, ...], owners: list[Owner]) -> None:
    assert [share.owner for share in _blame(*(("R", line) for line in lines[0].split("\n")), ("KA", lines[1]))] == owners


def test_what_a_ruling_finds_is_not_its_own_where_it_owns_something_beside() -> None:
    lines = [("R", "連盟は、アオバ体操会に対し、制裁金20万円を科す。"), ("KA", "アオバ体操会は、柵の点検を怠っていた。")]
    told = _blame(*lines, ("KA", "当連盟の立会人も、柵を確かめていなかった。"))
    assert [(share.owner, share.units) for share in told] == [(Owner.OWN, (2,)), (Owner.OUTSIDER, (1,))]


@pytest.mark.parametrize(
    ("codes", "lines", "owners"),
    [
        ("D", ("業者からは機械の不調が原因との説明を受けましたが、当市としては受け入れておりません。",), []),
        ("D", ("縫製会社からは、職人の独断であったとの報告を受けています。", "当店は、縫製会社の説明を受け入れておりません。"), []),
        ("D", ("縫製会社からは、職人の独断であったとの報告を受けています。", "当店は、返金を受け付けております。"), [Owner.PERSON]),
        ("D", ("業者からは天候のためとの説明がありましたが、責任は当市にあります。",), [Owner.OWN]),
        ("A", ("業者の誤りとの説明を受けましたが、業者を責めることは適切とは考えておりません。",), [Owner.OWN]),
    ],
)
def test_an_account_that_is_refused_blames_nobody(codes: str, lines: tuple[str, ...], owners: list[Owner]) -> None:
    assert [share.owner for share in _blame((codes, lines[0]), *(("", line) for line in lines[1:]))] == owners


def test_what_a_named_contractor_did_admits_nothing_of_ones_own() -> None:
    lines = ("配信を委託している株式会社ミドリ配信で、誤りがありました。", "ミドリ配信社の作業者が設定を誤り、点検でも見落とされました。")
    assert [share.owner for share in blame(_read("\n".join(lines)), [{}, _given("KA")])] == [Owner.CONTRACTOR]
    lines = (lines[0], "ミドリ配信社の作業者が設定を誤り、当社は点検しておりませんでした。")
    assert Owner.OWN in [share.owner for share in blame(_read("\n".join(lines)), [{}, _given("KA")])]


@pytest.mark.parametrize(
    ("after", "owner"),
    [
        ("すべて当店の責任です。", Owner.OWN),
        ("私の確認不足であり、深くお詫び申し上げます。", Owner.OWN),
        ("お知らせが遅れたのは当店の落ち度です。", Owner.NOBODY),
        ("すべて当店の委託先の責任です。", Owner.NOBODY),
    ],
)
def test_a_sentence_that_does_nothing_but_own_takes_the_cause_before_it(after: str, owner: Owner) -> None:
    told = _blame(("K", "一覧の一行がずれていました。"), ("A", after))
    assert next(share.owner for share in told if 0 in share.units) == owner


@pytest.mark.parametrize(
    ("wording", "owner"),
    [
        ("ア　保守会社が配線を誤りました。", Owner.CONTRACTOR),
        ("(イ)情報システム部が配線を誤りました。", Owner.OWN),
        ("会社は、点検の間隔を倍にしていました。", Owner.OWN),
        ("1 原因 教育委員会が一覧を世帯ごとのものと思い込みました。", Owner.OWN),
        ("清掃業者ではなく、鍵を渡さなかったのは会社です。", Owner.OWN),
    ],
)
def test_a_marker_or_the_bare_word_for_a_company_does_not_change_who_is_meant(wording: str, owner: Owner) -> None:
    judged = blame(_read(wording), [_given("K")], lambda *_: Owner.NOBODY)
    assert [share.owner for share in judged] == [owner]


@pytest.mark.parametrize(
    ("codes", "wording", "owner"),
    [
        ("D", "職員が一丸となって綱紀の粛正に取り組んでいるさなかに、またも紛失が起きましたことは痛恨の極みです。", Owner.NOBODY),
        ("D", "信頼の回復に努めている中、またも当該職員が規則を破ったことは痛恨の極みです。", Owner.PERSON),
        ("D", "工事の業者から提出いただいた書類を失くし、そのままにしていたことは誠に遺憾です。", Owner.NOBODY),
        ("D", "工事の業者から提出いただいた書類に不備があったことは誠に遺憾です。", Owner.CONTRACTOR),
        ("KD", "同じ写真を載せた出品者がいたことが原因であり、当社は場を提供する立場に過ぎません。", Owner.OUTSIDER),
        ("K", "係は知らなかったと話していますが、当園では手順を教えていませんでした。", Owner.OWN),
        ("K", "係は箱に戻したと話していますが、記録はありませんでした。", Owner.PERSON),
        ("K", "運転代行業者が営業を終えていたため、自ら運転したとのことです。", Owner.NOBODY),
        ("K", "タクシー会社の受付が終わっており、車で帰宅しました。", Owner.NOBODY),
    ],
)
def test_what_is_said_beside_a_fault_blames_nobody(codes: str, wording: str, owner: Owner) -> None:
    assert [share.owner for share in _blame((codes, wording))] == [owner]


def test_how_it_was_found_lays_a_fault_on_nobody() -> None:
    assert _blame(("K", "発覚の経緯は、監視の装置が危険なファイルとして検知したことによるものです。")) == ()


def test_a_sentence_that_points_back_lays_the_fault_where_the_one_before_does() -> None:
    told = _blame(("K", "配送会社の社員が荷札を貼り違えました。"), ("K", "これが原因です。"))
    assert told == (Blame(Owner.CONTRACTOR, 1.0, (0, 1)),)
    assert [share.owner for share in _blame(("", "配送会社に尋ねました。"), ("K", "これが原因です。"))] == [Owner.NOBODY]


def test_a_judge_is_not_asked_of_what_the_wording_settles() -> None:
    settled = (
        ("情報システム部が権限の設定を誤りました。", Owner.OWN),
        ("本園は、その運用を確かめていませんでした。", Owner.OWN),
        ("委託先に誤った名簿を渡したことが原因です。", Owner.NOBODY),
        ("担当者が1名しかおらず、見直しができませんでした。", Owner.NOBODY),
        ("担当者の引き継ぎが行われていませんでした。", Owner.NOBODY),
        ("データベースの更新時に、上限の設定を誤ったためです。", Owner.NOBODY),
        ("業者が札を外しましたが、業者に過失はありません。", Owner.NOBODY),
        ("悪いのは、確かめずに送った私どもです。", Owner.OWN),
        ("当番を決めていなかった(協会)", Owner.OWN),
        ("記録を見る者は、二つの一覧を並べて見ていました。", Owner.PERSON),
        ("一覧の順が入れ替わっていました。", Owner.NOBODY),  # No word of a person stands there.
        ("水圧を上げすぎたため、各戸の給湯器が故障しました。", Owner.NOBODY),
        ("保守会社に尋ねたところ、当館の配線が誤っておりました。", Owner.OWN),
    )
    for wording, owner in settled:
        assert [share.owner for share in blame(_read(wording), [_given("K")], lambda *_: Owner.PERSON)] == [owner], wording
    admitted = _read("会計課の職員が帳票を取り違えました。")
    for judged, owner in ((Owner.CONTRACTOR, Owner.OWN), (Owner.PERSON, Owner.PERSON), (Owner.NOBODY, Owner.NOBODY)):
        # Who admits lays it on no other body; that somebody of theirs did it, or nobody is named, is for the judge to say.
        assert [share.owner for share in blame(admitted, [_given("KA")], lambda *_, judged=judged: judged)] == [owner]


def test_to_deny_ones_own_fault_lays_none() -> None:
    for wording, owner in (("本件について当社に過失はありません。", Owner.NOBODY), ("本件は会場側の設備によるものです。", Owner.OWN)):
        assert [share.owner for share in blame(_read(wording), [_given("D")], lambda *_: Owner.OWN)] == [owner], wording


def test_a_row_of_a_table_is_judged_by_the_cell_of_its_cause() -> None:
    rows = ("R", "| 配送会社が受領印を取らずに投函 | 受領印を要する |"), ("K", "| 当園の職員が名簿を確かめずに渡した | 業者と確かめる |")
    told = _blame(("", "| 原因 | 対策 |"), *rows, ("R", "| 調査中 | 業者に尋ねる |"))
    assert [(share.owner, share.units) for share in told] == [(Owner.OWN, (2,)), (Owner.CONTRACTOR, (1,))]


def test_a_formula_of_regret_does_not_take_over_the_blame() -> None:
    before = ("K", "委託先の作業ミスにより、名簿が流出しました。")
    told = _blame(before, ("D", "当園では管理に努めてまいりましたが、誠に遺憾ながら、このような事態が発生してしまいました。"))
    assert [share.owner for share in told] == [Owner.CONTRACTOR, Owner.NOBODY]


@pytest.mark.parametrize(
    ("wording", "owner"),
    [
        ("このたび、アオバ商事株式会社が運営する予約サイトにて、不手際により氏名が流出する事態を発生させてしまいました。", Owner.OWN),
        ("株式会社アオバ商事が販売する総菜で、消費期限の記載を誤ってしまいました。", Owner.OWN),
        ("ひばり館(運営:アオバ商事株式会社)において、操作の誤りにより、名簿が見える状態となりました。", Owner.NOBODY),
        ("配信を委託しているアオバ商事株式会社が運営するサイトにて、不手際により氏名を流出させてしまいました。", Owner.CONTRACTOR),
        ("アオバ商事株式会社の不手際により、氏名が流出しました。", Owner.CONTRACTOR),
    ],
)
def test_who_runs_the_site_or_shop_was_not_hired(wording: str, owner: Owner) -> None:
    told = blame(_read(wording), [_given("K")])
    assert [share.owner for share in told] == [owner]
