"""Whether what is told is that personal data came into the wrong hands or are gone, whatever it is called."""

import re
from collections.abc import Sequence

from analyzer.answers.gaps.traits.data_told import without_left_out

_PERSONAL = re.compile(
    r"氏名|お?名前|住所|電話番号|メールアドレス|生年月日|口座(?:番号|情報)|残高|利用明細|(?:購入|注文|閲覧|貸出|利用|取引)履歴|カード(?:番号|情報)|会員(?:番号|情報|データ)|ログインID|(?<!管理用の)(?<!管理者の)(?<!管理者用の)(?<!管理画面の)(?<!管理)(?<!管理者)(?<!機器の)(?<!サーバーの)パスワード|顔写真|病名|診療|カルテ|"
    r"学籍番号|マイナンバー|個人番号|保険証|診察券|受験番号|緊急連絡先|担当者名|保護者名|名簿|台帳|アドレス|(?:個人|顧客|お客(?:様|さま)|患者|生徒|児童|住民|職員|所得)(?:の)?(?:情報|データ)"
)
_LEAKED = re.compile(
    r"流出|漏え?い|漏洩|(?<!(?:入力|記載|適用|確認|登録|申請|請求|連絡|反映|処理|計上|転記|通知|記入|計算|手配|点検)[がはの])漏れ(?:た|て|出|まし)|誤(?:送信|送付|配信|発送|交付|投函|配布|廃棄|封入|同封)|封入(?:の)?(?:誤り|ミス|間違)|誤って[^。]{0,30}(?:送信|送付|配信|発送|投函|交付|封入|添付|掲載|公開|郵送|廃棄)|"
    r"(?:宛先|CC|TO|To)(?:欄)?[^。]{0,30}(?:入れ|設定|表示|見え|記載)|紛失|置き忘れ|盗(?:難|まれ)|閲覧(?:でき(?:る|た|て)|可能|され(?!て(?:い|お)|た(?:方|お客|皆|会員|利用者|際|とき|場合))|し(?:た|てい|得))|不正(?:に)?アクセス|"
    r"(?:他|ほか|別)の[^。]{0,24}(?:表示|届|送|見え|渡|同封|添付|綴)|添付(?:し|され)|同封され|誤配|窃取|公開(?:され|状態)|見える状態|参照可能|(?:誰|だれ)でも(?:開|見|閲覧)|"
    r"所在(?:が|を|の)?[^。]{0,8}(?:不明|分から|わから|確認でき)|持ち(?:去|出)(?:ら|さ)れ|滅失|"
    r"(?:情報|データ|名簿|リスト|記録)(?:等|など)?を[^。、]{0,16}(?:持ち?出し(?!を?禁|禁|の|許可)|売却し|売り渡し|(?:競合|他社|同業|第三者|転職先|名簿業者)[^。、]{0,10}(?:提供し|渡し))|不正に(?:取得|入手)(?:し|され)"
)
_CHECKED_AGAINST = re.compile(
    r"(?:台帳|名簿|リスト)(?:等|など)?(?:と|に|との|により|で)[^、。]{0,8}(?:照合|照ら|突き?合わ?せ|点検|確認|数え|一致し|合わな|合いま|食い違)"
)
"""What a thing that is gone was missed by: 「管理台帳と照合して」 says nothing of whose data are gone."""
_OUT_OF_USE = re.compile(
    r"(?:電子)?カルテ(?:(?:・|や)[^、。はが]{1,10})?(?:等|など)?(?:の)?(?:システム|サーバー|端末)?(?:等|など)?[がはをも]、?[^。、]{0,12}"
    r"(?:使え|使用|利用|停止|ダウン|障害|復旧|稼働|閲覧でき|参照でき|つなが|立ち上が|起動|暗号化)|(?:電子)?カルテ(?:システム|サーバー)"
)
"""「電子カルテが使えません」 names a thing out of use, and nothing that went out."""
_PAPERS_OF_OTHERS = re.compile(
    r"(?:他|ほか|別|よそ|違う)の(?:お?客(?:様|さま)?|会員|利用者|契約者|申込者|申請者|受給者|納税者|患者|児童|生徒|学生|園児|保護者|住民|世帯|ご?家[庭族]|方)(?:様|さま)?"
    r"(?:宛て?|あて)?の[^、。]{0,12}(?:届出?(?:書|用紙)?|申請書|現況届|受給者証|医療証|保険証|診察券|明細書?|領収[書証]|納付書|納税通知書?|診断書|成績(?:表|通知)|通知表|答案|申込書|履歴書|給与明細|検査結果)"
    r"[^。]{0,40}(?:同封|送[っりら付]|届[いけ]|お?渡し|渡[っし]|交付|入って|混[入ざ]|返却)"
)
"""「別の世帯の届出用紙が同封され」: such papers bear the data of whoever they belong to."""
_ELSEWHERE = re.compile(r"防止|対策|有無|おそれ|恐れ|可能性|場合|保護")
"""A heading with it names a leak and tells of none: 「情報漏えいの有無」."""
_HANDED = re.compile(
    r"(?:誤って|間違[えい](?:て)?|取り違え(?:て)?|別の[^。、]{1,12}に)[^。]{0,40}(?:お?送り(?:し|まし)|送って|お?渡し(?:し|まし|て)|渡って|配って|配り(?:まし)|お見せし|見せて|載せて)"
    r"|(?:送|渡|配|見せ|載せ|出し)[^。、]{0,4}てしま(?:い|っ)"
    r"|(?:添付|送っ|送信し|送付し|配っ|配布し|公開し|掲載し)[^。]{0,80}(?:残って|入ったまま|含まれて|写り込んで)(?:い|お|しま)"
)
"""What in plain words went to the wrong hands: a leak where it is personal data, and not a parcel or a ticket."""
_GONE = re.compile(
    r"(?:見当たら(?!なければ)|見つから(?!なければ|ない(?:場合|とき))|(?<!問題が)(?<!異常が)無いこと[がに]|な(?:く|くな)って(?:い|お|しま)|無くなって|失くし|なくし(?:た|て|まし)|置き?忘れ|(?<![見きりけ])落とし(?:た|て|まし))"
    r"|(?:遺失|紛失)届"
)
_HOLDER = re.compile(
    r"(?:端末|パソコン|タブレット|USB|メモリー?|名簿|台帳|書類|封筒|ファイル|カルテ|用紙|申込書|写し|控え|か?ばん|鞄|バッグ|スマートフォン|携帯電話|カメラ|カード|記録媒体|手帳|日誌|ノート|答案|票|原本|束)"
    r"(?!に)[^。]{0,40}$"
)
"""What holds personal data, before the word that it is gone: a lost cat is no leak, nor a mark not found on a form."""
_REACH = 56
"""How far before the word that it is gone the thing may stand."""
_FOUND_NOTHING = re.compile(r"異常|不具合|誤り|問題|欠陥|該当|同様|同じ")
_PERSONAL_OBJECT = re.compile(rf"(?:{_PERSONAL.pattern})[^、。にへ]{{0,16}}[をが]")
_OF_OTHERS = re.compile(
    r"(?:他|ほか|別|よそ|違う|無関係)の(?:お?(?:客|取引先)|会員|利用者|契約者|申込者|応募者|参加者|購入者|受[講験]者|患者|児童|生徒|学生|園児|保護者|選手|住民|世帯|ご?家[庭族]|方|人)"
    r"[^。]{0,80}(?:表示|届|送|見え|渡|同封|添付|綴|書かれ|印[字刷]|記載|載っ|入って)"
)
"""「別の会員の氏名、座席、料金が書かれたまま届く」: whose data they are stands before a long list of them."""
_NOT_LEAKED = re.compile(
    r"(?:流出|漏え?い|漏洩|閲覧|紛失|アクセス)[^。]{0,24}(?:ありません|ございません|おりません|いません|おらず|なく|ない)(?!.*否定でき)(?<!否定できない)"
)
_FEARED = re.compile(r"可能性|おそれ|恐れ|懸念|疑い|否定(?:する(?:こと)?(?:は|が))?でき|(?:得|え|うる|得る)状態")

_INTRUSION = re.compile(r"(?<!情報への)(?<!情報に)(?<!データへの)(?<!データに)(?<!名簿への)不正(?:に|な)?アクセス")
"""Whoever got into a server need not have taken anything out of it."""
_FEARED_OUT = re.compile(
    r"(?:外(?:部)?に(?:出|渡|漏)|他(?:人|者)に(?:渡|見)|第三者[^。、]{0,16}(?:見|渡|取得|参照|アクセス)|見られ|抜き取|取得され|持ち出)[^。]{0,16}"
    rf"(?:{_FEARED.pattern})"
)


def leaked(told: Sequence[str], headings: Sequence[str]) -> bool:
    """`told` are the title and the wordings of the units that tell what happened, `headings` what stands over them."""
    happened = [wording for wording in told if not _NOT_LEAKED.search(wording)]
    personal = [wording for wording in happened if _PERSONAL.search(_not_data(without_left_out(wording)))]
    named = [*happened, *(wording for wording in headings if not _ELSEWHERE.search(wording))]
    papers = any(map(_PAPERS_OF_OTHERS.search, happened))
    return papers or (bool(personal) and (any(map(_LEAKED.search, named)) or any(map(_handed_over, personal)) or _lost(happened)))


def _not_data(wording: str) -> str:
    """The wording without what only names data: a list checked against, a system out of use."""
    return _OUT_OF_USE.sub("", _CHECKED_AGAINST.sub("", wording))


def only_feared(wordings: Sequence[str]) -> bool:
    """Whether a leak is told of as nothing but a possibility: 「閲覧された可能性を否定できない」."""
    told = [_INTRUSION.sub("", wording) for wording in wordings if not _NOT_LEAKED.search(wording)]
    leaks = [wording for wording in told if _LEAKED.search(wording)]
    return all(map(_FEARED.search, leaks)) if leaks else any(map(_FEARED_OUT.search, told))


def _handed_over(wording: str) -> bool:
    handed = _HANDED.search(wording) is not None and _PERSONAL_OBJECT.search(without_left_out(wording)) is not None
    return handed or _OF_OTHERS.search(wording) is not None


def _lost(told: Sequence[str]) -> bool:
    """Whether a thing that holds data is gone: 「名簿の写しが無いことに気づいた」."""
    before = (wording[max(0, found.start() - _REACH) : found.start()] for wording in told for found in _GONE.finditer(wording))
    return any(_HOLDER.search(words) and not _FOUND_NOTHING.search(words) for words in before)
