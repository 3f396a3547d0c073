"""Who is named, and who acts, in a cause, an admission or a deflection: wider than the features of `agency`."""

import re

from analyzer.language.agency import owners_in, phrase_of, subjects
from analyzer.language.features import UnitReading
from analyzer.language.pipeline import Word
from analyzer.rules.slots import BLAME
from analyzer.schema import Owner

_HOUSE = r"社|店|会|行|園|館|苑|院|所|局|署|庁|省|府|県|市|区|町|村|校|室|課|部|団|塾|寺|方"
_BODY = (
    r"組織|グループ|金庫|機関|本部|支部|法人|財団|機構|基金|公社|連盟|連合会?|同盟|研究[所科]|事務局|センター|施設"
    r"|薬局|ホテル|ホーム|劇団|楽団|球団|農協|漁協|生協|教会|スクール"
)
OURSELVES = re.compile(
    rf"(?<![一-龥々])(?:[当弊](?:{_HOUSE})(?![為品題場在向])|[当弊](?![該時日初然面直番])[一-龥]{{1,3}}(?:館|局|所|園|部|会)"
    rf"|[当弊本](?:{_BODY})|本(?:区|県|府|庁|局|署|塾|寺)|本(?:学園?|校|院|市|町|村|園|会|協会|連盟|組合|クラブ)(?![一-龥々]|の[^、。はがを]{{0,6}}(?:生徒|学生|児童|選手|部員))"
    r"|(?<![一-龥ぁ-ん0-9])うち(?:ら|ども)?(?=$|[がはもで]|の(?![0-9一二三四五六七八九十者]))|手前ども?|拙僧|愚僧|小職)"
)
"""The speaker by any word for an organisation; those of `agency` begin a phrase: 「主に当組織の…」."""
TO_US = re.compile(
    rf"(?:{OURSELVES.pattern}|私(?:たち|達|ども))(?:に|へ|から|より|の(?:定め|許可|承認|承諾|指示|規[則程定]|手順|マニュアル))(?!対する(?:ご|不)|ある|あり|ござ)"
)
"""Where the organisation is only the one to whom, or against whose rules, another did it."""

_MORE = (
    (Owner.OWN, OURSELVES),
    (
        Owner.CONTRACTOR,
        re.compile(
            r"(?:株式|有限|合同|合資)会社|指定管理(?:者|業者|会社)|(?<![当弊調子親])(?<!関[係連])(?<!系列)(?<!グループ)会社(?<!^会社(?=側))(?<!^会社(?=の側))(?!の(?:指示|規[則程定]|方針|決まり|ルール|許可|承認))(?=[側にの様]|さん|$)|印刷所|製造者|仕入れ?先|納入(?:元|業者)|調達先|施工者|供給(?:元|業者)|販売元|輸入元|受注者|受託者|請け負|受け持っ|銀行|[一-龥]代行|シルバー人材センター|(?:提携|協力|依頼)先|(?:サービス|提供|開発|施工|製造)側|パートナー(?:企業|会社|様)|加盟(?:店|社|会社)|^[A-Z]社|(?:工房|作業所|問屋|農家|業者)(?:さん|様)"
            r"|(?:頼んだ|任せた|お願いした)[^、。]{0,4}(?:会社|業者|方)"
        ),
    ),
    (
        Owner.OUTSIDER,
        re.compile(
            r"攻撃(?:者|を仕掛け)|犯人|犯罪(?!対策)|サービス妨害|なりすまし|踏み台|記事|報じ|番組|書き?込み|匿名|同紙|週刊|媒体|同誌|雑誌|版元|発行元|(?<=[たるい])方々?$|憶測|見出し|拡散|自己責任|ユーザー(?=[がはの側]|$)|取材|走者|ランナー|参加者|顔も名も|盗(?:ら|ま)れ|踏み荒ら"
            r"|突風|自然災害|地震|疫病|感染症|猛暑|酷暑|大雪|積雪|落雷|暑さ|寒さ|応援(?=が|の)|沿道|観衆|出品者|荷主(?:様)?$|隣の(?:工[場事]|店|家|現場|方)|記載(?=は事実|が事実)|隣接|近隣|他の(?:団体|競技団体|会社|クラブ|事業者)"
        ),
    ),
    (
        Owner.PERSON,
        re.compile(
            r"主任|次長|上長|上司|技術者|エンジニア|出演者|トレーナー|マネージャー|指導員|教頭|作業者|前任|後任|助手|店長|施設長|隊員|上級生|下級生|当事者|(?<![全会満定増要人欠])員(?:ら|たち)?(?:の?[0-9一二三四五両数][名人])?$|監事|講師|見習い?|新人|アシスタント|(?:[一-龥]{2}(?<!相)|[歌騎投])手$|[一-龥]師$|(?:^|[一-龥・の])係$|記者|デスク|^本人|同人$|彼女?$|氏$"
            r"|(?:[副主線塁球]審|運転士|車掌|乗務員|機長|船長|調理員|介護士|操縦士|整備士|保育士|技師|担任|[当宿]番|スコアラー|オペレーター?|ドライバー|(?:^|[の一-龥])担当|(?:[部課班局院校園所船機室館隊場職]|調理|料理|工事|書記|当直)長|書記官?|通訳|ヘルパー|パートさん|湯守|(?<!の)(?:男性|女性)|(?:薬剤|保健|助産|栄養|療法|救命|消防|歯科技工|学芸)[師士員]|司書|[一-龥]医|住職|奏者|(?<![同富])士|現場代理人)(?:両名|[0-9]+[名人])?$|^[A-Z甲乙丙](?:さん)?$"
        ),
    ),
    (
        Owner.SYSTEM,
        re.compile(
            r"DB|データベース|API|ジョブ|バッチ|タブレット|[予主]備系|センサー?|ポンプ|モーター|ブレーキ|ばね|スイッチ|電磁弁|プラグイン"
            r"|(?:(?<![集統設会合家生余])計|(?<![容食楽武])器|(?<![危動契時待])機)(?:の(?:一[つ台部]|\d).*)?$"
        ),
    ),
)
"""Actors that `agency` leaves out: its words are features the classifier was fitted on."""

_THING = re.compile(
    r"(?:評価|制度|体制|配置|人数|勤務|教育|研修|引き?継ぎ|交代|増員|補充|負担|不在|名簿|情報|データ|ファイル|メール|番号|アドレス|一覧|券|(?<!司)書類?|氏名|名前|画面|ページ|記録|[証表票金費]|(?:先|業者|会社)の(?:監督|選定|管理))$"
)
_DEED = re.compile(
    r"(?:更新|交換|点検|設定|変更|切り?替え?|移行|管理|導入|操作|整備|手配|運用|保守|削除|消去|登録|入力|作成|送信|確認|検証|開始|解除|起動|保存|保管|共有|提供|収集|取得|記録|閲覧|持ち出し|引き継ぎ|(?:納期|納品|納入|入荷|調達|供給)の?(?:遅れ|遅延|不足)|手順(?:の?(?:ミス|誤り|漏れ|違い))?)(?:時|中|の際)?$"
)
"""What is done to a system or to data, by others."""

_NO_ACTOR = re.compile(
    rf"{OURSELVES.pattern}の[^、。はがを]{{0,8}}(?:調査|聞き取り)(?:で|により|によれば|の結果)"
    r"|指定管理者(?:である|の)?(?=[当弊私])|指定管理者(?:として|制度|の(?:指定|公募|選定))|(?:職員|社員|スタッフ|会員|選手|部員|役員)(?:一同|全員)|なった(?:会社様|方)|(?:者|員|社|関係者|選手|スタッフ|部署)(?:間|同士|相互)|[^、。]{0,10}からのご?(?:指摘|通報|問い?合わ?せ|申告|申し出)|会員(?=証|名簿|ページ|規約|登録|サイト|費|制|番号)|(?:被害|負傷|感染|対象|該当|受診|受講|受検|使用|契約|所有|入居|居住|申込|申請|納税|受給|加入|相続|名義)者|(?:第三者|外部)(?=の目)|本人確認|患者|弁護士|法律家|専門家|いかなる事業者|(?:お客様|利用者)(?=番号|登録|情報)"
    r"|[^、。()「」]{0,16}(?:株式|有限|合同|合資)会社[^、。()「」]{0,24}\((?:以下[、,]?[「『]?(?:当|弊|本|小社|私)[^()]*\)|(?:頭取|代表|社長|会長|理事長)[^()]*\)(?=は|では|において|におき|にて))"
)
"""Who is only named: all of them, the harmed, 「会員証」; and the speaker by its full name, 「株式会社…(代表取締役…)において」."""
_WORKER = re.compile(r"[作従授]業者")
"""A person in whose name stands that of a contractor."""
_LOOKED_INTO = (
    r"[^、。はがを]{0,14}(?:調査|検査|見分|検証|鑑定|分析|解析|捜査|査察|診断|聞き?取り)"
    r"(?:の結果|では|が行な?われ|に(?:より|よって|よれ|おい)|を(?:受け|経|踏|行|実施))"
)
"""「警察による実況見分の結果、」: whoever looked into it did nothing wrong."""
AGENT = re.compile(
    rf"([^、。はがをに「」]{{1,24}}?)(?:(?:側|ら)?(?:による(?!{_LOOKED_INTO})|により|によって|に(?:起因|由来)(?!する(?:もの)?では?(?:な|あり|ござ))|のせい|が(?:主|直接)?の?(?:原因|要因)"
    r"|側で|から(?:は|の)?(?:何|(?:連絡|報告|説明|知らせ)(?!書?を(?:待|受|もと|踏)))|に(?:厳重に|強く)?(?:抗議|損害|賠償|責任|お問い?合わ?せ)|へ(?:直接)?お問い?合わ?せ"
    r"|に(?:裏切|騙|だま)|に(?:想定外の|予期せぬ|過大な)?負荷|の(?:独断|不調|障害|故障|判断|責任|問題|過失|認識|ミス|誤り|不手際|落ち度)"
    r"|(?:で|から|における)の[^、。はがを]{0,10}(?:ミス|誤り|不備|漏れ|不手際|手違い|間違い)|の(?:目に|念頭に|務めを|言葉|行為|発言|言動)))"
)
"""What stands before the words that lay a fault on somebody."""

ATTACKER = re.compile(
    r"攻撃者|なりすまし|何者か|第三者(?:が|に|による|の不正)|犯人|外部?から[^。]{0,16}(?:加え|書き換え|仕込|埋め込|送り込|侵入|操作|攻撃|アクセス)|外部の者に|入り込ま|手口|狙われ|不正な?(?:アクセス|ログイン|プログラム)(?:によ|が|を(?:受|許))|サイバー攻撃|ランサムウェア|マルウェア"
)
_ALONE = re.compile(r"同じ|同一|別の|(?<!うち)(?<!うちの)[一1][人名]|ひとり")
"""Work laid on one and the same person is the fault of whoever arranged it so."""

_BEING = frozenset("ある おる いる ない 無い 残る 並ぶ 来る 足りる 担当 決める 不在 遭う 負う 被る".split())
"""Predicates of being there, being given work or being harmed: whoever is their subject does nothing wrong."""

_NOTICING = frozenset("発見 気付く 気づく 見つける 見付ける 通報 指摘".split())
"""Whoever finds it out did not do it; who did not, or had known of it, may have failed in that."""
_PUT_THERE = re.compile(r"[がはも][^、。はが]{0,8}(?:登録|配置|選任|配属|任命|派遣)され")
"""「選手が1名も登録されておらず」: whoever is to be put there does not do it."""
_UNSAID = frozenset("ない ぬ ず まい いる おる".split())

_TOPIC = re.compile(r"([^、。はがをに「」]{1,24}?)(?:は|には|にも|らは|らには)(?![、。]?(?:含|対象))")


def owner_named(phrase: str) -> Owner | None:
    """The one of a phrase's actors that bears the fault: own people are own, own systems are systems, a contractor's are its,
    and 「会員名簿」 is no member.

    >>> owner_named("弊社担当者"), owner_named("当社システム"), owner_named("弊社の委託先の作業者")
    (<Owner.OWN: 'own'>, <Owner.SYSTEM: 'system'>, <Owner.CONTRACTOR: 'contractor'>)
    """
    phrase = phrase.rpartition("へ")[2] or phrase  # 「お客様へ提供した料理」: to whom it went did not make it.
    if _THING.search(phrase):
        return None
    named = actors_in(phrase)
    if _DEED.search(phrase):
        named -= {Owner.SYSTEM}
    if BLAME.says("kin", phrase) and not BLAME.says("another_company", phrase):
        named = named - {Owner.CONTRACTOR} | {Owner.OWN}
    own = (Owner.OWN, Owner.PERSON, Owner.SYSTEM) if Owner.PERSON in named else (Owner.SYSTEM, Owner.OWN)
    told = next((owner for owner in (Owner.CONTRACTOR, Owner.OUTSIDER, *own) if owner in named), None)
    return Owner.OWN if told is None and names_itself(phrase) else told


def names_itself(phrase: str) -> bool:
    """Whether a phrase names the speaker, or a part of it, by no word for oneself: 「医事課」, 「学校」, 「第二工場」."""
    return BLAME.says_any(("department", "body_itself", "own_works"), phrase)


def actors_in(phrase: str) -> frozenset[Owner]:
    """Every class of actor that a phrase or a whole sentence names."""
    phrase = _WORKER.sub("作業員", _NO_ACTOR.sub("", BLAME.without("department", phrase)))  # 「情報システム部」 is no system.
    theirs = {Owner.CONTRACTOR} if "工場" in phrase and BLAME.says("another_works", phrase) else set()
    return owners_in(phrase) | {owner for owner, pattern in _MORE if pattern.search(phrase)} | theirs


def topics(unit: UnitReading) -> list[Owner]:
    """The persons of whom a unit speaks: 「隊員は」, 「部員には…問題もあった」."""
    return [owner for phrase in _TOPIC.findall(unit.wording) if (owner := owner_named(phrase)) == Owner.PERSON]


def acting(unit: UnitReading, *markers: str, within: str | None = None) -> list[Owner]:
    """The actors among the subjects, systems last; nobody acts in that nobody was there or that one did the work of two.

    `within` is what of the wording is looked at.
    """
    words = unit.parsed.words
    absent = {phrase_of(words, at) for at, word in enumerate(words) if _blameless(words, word.head)}
    owners = [
        owner
        for phrase, marker in subjects(unit.parsed)
        if (not markers or marker in markers)
        and (within is None or phrase in within)
        and (owner := owner_named(phrase))
        and not (owner == Owner.PERSON and (phrase in absent or _put_there(phrase, unit.wording) or left_alone(phrase, unit.wording)))
    ]
    return sorted(owners, key=Owner.SYSTEM.__eq__)


def _blameless(words: tuple[Word, ...], at: int) -> bool:
    """Whether the predicate there makes nobody its doer: being there, being harmed or, where the sentence ends in it, having noticed."""
    noticed = words[at].head == at and words[at].lemma in _NOTICING
    return words[at].lemma in _BEING or (noticed and _UNSAID.isdisjoint(word.lemma for word in words[at + 1 :]))


def _put_there(phrase: str, wording: str) -> bool:
    return any(map(_PUT_THERE.match, wording.split(phrase)[1:]))


def left_alone(phrase: str, wording: str) -> bool:
    """Whether a phrase tells of one person left to do it all: 「同じ職員」, 「担当者が1人で」."""
    if _ALONE.search(phrase) or not _ALONE.search(wording):
        return _ALONE.search(phrase) is not None
    named = re.escape(phrase)
    return re.search(rf"(?:同じ|同一の){named}|{named}[はが]?(?:[一1][人名]|ひとり)(?:のみ|だけ)?で", wording) is not None
