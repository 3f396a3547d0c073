"""How Japanese words dates and times: the patterns of the expressions, what stands around them, and what only looks like one."""

import re
from enum import StrEnum

from analyzer.rules.slots import PROMISES


class Wording(StrEnum):
    """The ways to word a date or time, each with a resolution of its own."""

    CALENDAR = "11月22日"
    MONTH_WORD = "先月下旬"
    MONTH_END = "月末"
    WEEK = "翌週"
    LAST_WEEKDAY = "先の日曜日"
    WEEKDAY_ALONE = "火曜の夕方"
    YEAR_END = "年度末"
    WITHIN = "3日以内"
    AFTER = "2時間後"
    DAY_WORD = "翌朝"
    NEXT_BUSINESS_DAY = "翌営業日"
    NEXT_DAY = "翌0時"
    BARE_DAY = "22日"
    SAME_DAY = "同9時"
    SAME_HOUR = "同39分"
    SAME_MOMENT = "同"
    NTH_DAY = "二日目"
    PART_OF_DAY = "夕方"
    CLOCK = "17時"


KANJI = "〇零一二三四五六七八九十"
_N = rf"[0-9]{{1,2}}|[{KANJI}]{{1,3}}"
_NO_NUMBER_BEFORE = rf"(?<![0-9{KANJI}百千万数])"
_ERA = (
    r"(?P<era>令和|平成|昭和|大正|明治|(?<![A-Za-z0-9])[RHSTM](?=\s*[0-9元]))"
    r"\s*\.?\s*(?P<era_year>[0-9]{1,2}|元|[一二三四五六七八九十]{1,3})"
)
_YEAR_NUMBER = r"(?P<year>(?<![0-9])(?:18|19|20)[0-9]{2}|[一二][〇零一二三四五六七八九]{3})"
_SHIFTS = r"再来|来|今|本|先々|先|一昨|昨|去|同|当|翌々|翌|前々|前"
_OF_YEAR = r"年(?:\s*\([^()]{1,8}年\))?\s*(?:の|に?も、?|には、?)?\s*"
_YEAR = rf"(?:(?:{_ERA}|{_YEAR_NUMBER}|(?P<year_shift>{_SHIFTS}))\s*(?:\([^()]{{2,6}}\)\s*)?{_OF_YEAR})"
_PART = r"末日?|上旬|中旬|下旬|初旬|初め|はじめ|半ば|中(?![一-龥0-9A-Za-z])"
_MONTH_ALONE = (
    r"(?!曜|分|号|度|期|検針|ごと|生まれ|齢|例|給|謝|会費|額|次|間|比|雨|第[0-9]|[0-9一二三]+回|に[0-9一二三]+[回度]"
    r"|の?(?:入学|入社|入園|入部|入団|採用|着任|卒業|卒園)(?:予定|の|[生者])"
    r"|の?(?:ご?(?:請求|使用|利用|検針|徴収|支払い?|支給|納付|提供|購読|受講)|引き?落(?:とし|し)?)分)"
)
"""「6月検針分」 names a bill by its month, 「4月入学予定の方」 people."""
_MONTHS_DAY = rf"(?:の(?=(?:{_N})日(?:に(?![0-9一二三])|の?[朝昼夕夜晩午]|から|頃|ごろ|[、(月火水木金土])))"
"""「6月の12日に」, but not 「6月の3日間」, 「6月の1日に3件」."""
_COUNTED = r"(?!間|以内|以上|程度|ほど|後|目|連続|おき|ごと|余|分の|も(?!の)|に[0-9一二三]+[回度])"
_UNIT = r"営業日|日|週間|[かヶカケヵ箇]月|年"
_DAY_PART = r"午前|午後|AM|PM|am|pm|深夜|未明|早朝|夕方|夕刻|夕|夜|晩|朝|お?昼"
DAY_WORDS = {
    word: (base, shift)
    for base, shift, words in (
        ("last", 0, "同日 同夜 同夕 同朝 即日 その日 その夜 その晩 この日 この夜 この晩"),
        ("matter", 0, "当日 当夜 当夕"),
        ("last", 1, "翌日 翌朝 翌晩 翌夜 翌夕 翌未明 次の日 明くる日 明くる朝 あくる日 あくる朝"),
        ("last", 2, "翌々日"),
        ("last", -1, "前日 前夜 前夕 前の日 前の晩 前の夜"),
        ("last", -2, "前々日"),
        ("published", 0, "本日 今日 きょう 今朝 今夜 今晩 今夕"),
        ("published", -1, "昨日 きのう 昨夜 昨晩 昨夕 昨朝 昨深夜 昨未明"),
        ("published", -2, "一昨日 おととい 一昨夜"),
        ("published", 1, "明日 明朝 あす 明晩"),
        ("published", 2, "明後日"),
    )
    for word in words.split()
}
_KANA_WORDS = frozenset({"きょう", "きのう", "あす", "おととい"})
"""「きょうだい」 and 「あすなろ」 are no days."""
_OF_SEVERAL = PROMISES.patterns("fraction")[0].pattern
"""「8/12基」 counts, by the one list of what is counted so."""
NOT_DATES = (
    r"https?://[!-~]+|(?<![A-Za-z0-9._+-])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|(?i:CVE|JVN)[-#0-9]+"
    r"|(?<![0-9])0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|(?<![0-9])0120-?[0-9-]{6,}|(?<![0-9-])[0-9]+(?:-[0-9]+){3,}"
    r"|(?i:(?<![a-z])v(?:er(?:sion)?)?\.?|バージョン|版数?)\s*[0-9]+(?:\.[0-9]+)+|(?<![0-9.])[0-9]{1,3}(?:\.[0-9]+){2,}"
    r"|(?:19|20)[0-9]{2}\s*[-/〜]\s*[0-9]{2,4}\s*(?:シーズン|年|season|Season)|(?:19|20)[0-9]{2}-(?:1[3-9]|[2-9][0-9])(?![0-9-])"
    rf"|第\s*[0-9{KANJI}百]+(?:の[0-9]+)?|[0-9]{{1,3}}/[0-9]{{1,3}}(?:\s*(?:段階|程度|%)|ページ|以[上下]|の(?:確率|割合|量|人|方))|{_OF_SEVERAL}"
    r"|(?<![0-9/-])[0-9]{1,3}-[0-9]{1,3}(?![0-9日月時分:/-])"
    r"|毎(?:年|月|週|日|朝|晩|夜|回|時)の?(?:[0-9]{1,2}月(?:(?:と|及び|および|[、・])[0-9]{1,2}月)*)?(?:[0-9]{1,2}日|[月火水木金土日・、]+曜日?|末日?)?の?(?:[0-9]{1,2}(?:時|:[0-5][0-9]))?"
    r"|(?<![0-9月])[0-9]{1,2}日のうち(?!に)[^。、0-9]{0,8}[0-9]{1,2}日"
    r"|(?:18|19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日生|減給\s*\(?[0-9]+分の[0-9]+[、 ()]*[0-9]+月"
    r"|(?:停職|減給|懲役|禁錮|謹慎|(?:出勤|資格|出場|活動)停止)\s*[0-9]+[月日年](?:[0-9]+月)?"
)
WEEKDAY = re.compile(
    r"\s*\([ \t　]*(?P<short>[月火水木金土日])(?:曜日?)?(?:[・,、/ ]?(?:祝|休|振)[^()]{0,5})?[ \t　]*\)"
    r"|\s*の?(?P<long>[月火水木金土日])曜日?"
)
JOINT = re.compile(
    r"[ \t　]*(?:(?:の|、)(?:開[館店園場演院庁所]|始業|就業|出勤|出社|登校)(?:時|直?[前後]|(?:して)?すぐ)?(?:の|、)|の|に|T|、|は)?[ \t　]*"
)
"""「翌朝の開館前、8時50分」 is one moment."""
TIME_OF_DAY = re.compile(rf"[ \t　]*の?(?:午前中|昼(?:過ぎ|前|頃|休み)|終業後|夜半|夜間|日中|(?:{_DAY_PART})(?![0-9一-龥]))")
ABOUT_BEFORE = re.compile(r"(?:約|およそ|おおよそ|概ね|おおむね|ほぼ)\s*$")
ABOUT_AFTER = re.compile(r"\s*(?:頃|ころ|ごろ|過ぎ|すぎ|前後|台(?![風数湾])|前(?![一-龥]))")
RANGE = re.compile(
    r"\s*(?:の?(?:始発|初便|開店|開場|営業開始)(?:時|列車|便)?(?=から|より))?(?:から|より|〜|-|―|—|→)\s*(?:(?:翌|締め?切り?の)(?=[0-9]))?"
)
DUE = re.compile(r"\s*(?:\([^()]{1,4}\))?\s*(?:まで|を?(?:目途|めど|目処|期限)|中(?:に|(?=[。、)]|$))|締切|〆切)")
LEFT_UNDONE = re.compile(r"まで(?:の間)?[^。、]{0,24}(?:なかった|ませんでした|ておらず|てい(?:た|まし)|ており?ました|ないまま)")
"""「報告を8月21日まで行わなかった」: a day gone by, not a limit."""
_HELD = r"(?:行(?:な?う|われる)|開(?:く|かれる)|催す|実施する|実施される|開催する|開催される|控えた|迎える)(?=[一-龥ァ-ヶA-Za-z「『])"
_OCCASION = r"(?:会|試験|検定|大会|公演|試合|式|式典|合宿|講座|教室|ライブ|イベント)"
UPCOMING = re.compile(
    r"(?:・[0-9]{1,2}日)?\s*(?:\([^()]{1,4}\))?\s*(?:に?(?:開催(?!し|され|いた|を|の際)|(?:実施|開始)予定)"
    rf"|(?:まで|(?:まで)?に(?:、?[^。、]{{1,16}}で)?){_HELD}|に予定(?:し|さ)"
    r"|(?:から|より|以降)?の[^。、に]{1,16}(?:を目指|をめざ|に向け|にむけ)|を目指し|をめざし"
    rf"|の[^。、の]{{0,8}}{_OCCASION}の"
    r"(?:ご?案内|受験票|招待状|申し?込|準備|要項|抽選|中止|延期)"
    r"|(?:付け?で|をもって|をもちまして)[^。、]{0,20}[うくすつぬぶむるぐ](?:こと|旨)[をと]"
    r"|(?:から|より)[^。、]{0,16}(?<!おり)(?<!てい)ますが、)"
)
"""「9日より再開いたしますが、」, 「7月5日に行う試験の受験票」, 「6月30日をもって契約を終えることを通知」: it was yet to come then."""
WITH_NOUN = re.compile(
    r"に[^。、]{1,14}た(?=[一-龥ァ-ヶA-Za-z「『])(?!際|後|時|上|結果|当|直後|以降|事)[^。]{1,40}(?:について|につき|に関|において|で、|を|が)"
)
"""「2020年に発売した商品について」: a date in a clause that describes a noun."""
_NAMED_NOUN = r"(?:まし)?た(?=[一-龥ァ-ヶA-Za-z「『])(?!際|後|時|上|結果|当|直後|以降|事)"
_FOUNDED = r"竣工|落成|建設|建築|締結|入社|入職|採用|開業|設立|制定|(?:契約|協定)を結ん"
_LASTING = rf"刊行|出版|契約|購入|{_FOUNDED}"
LASTING_THING = re.compile(rf"(?:に|付け?で)[^。、]{{0,10}}(?:{_LASTING})[^。、]{{0,4}}(?:{_NAMED_NOUN}|だ(?=[一-龥ァ-ヶ「『]))")
"""「2019年5月20日に刊行した書籍に」: what is told of such a thing may have come to pass years later."""
FOUNDED_THING = re.compile(rf"(?:に|付け?で)[^。、]{{0,10}}(?:{_FOUNDED})[^。、]{{0,4}}(?:{_NAMED_NOUN}|だ(?=[一-龥ァ-ヶ「『]))")
"""「2018年10月に竣工した体育館」: the day is not that of what went wrong."""
BEGINNING_OF_THING = r"竣工|着工|落成|創業|設立|開業|締結"
AGE_OF_THING = re.compile(rf"(?:に|付け?)?(?:{BEGINNING_OF_THING}|(?:機体|車両)?登録|製)[)、]")
"""「(2008年3月竣工)」: how old a thing is."""
MADE_THING = re.compile(
    rf"(?:に|付け?で)[^。、]{{0,10}}(?:発行|発売|販売|製造|出荷|収穫|施工|設置|納入|放送|上演|撮影|収録)[^。、]{{0,4}}{_NAMED_NOUN}"
)
"""「2020年に製造した商品から」."""
LISTED = re.compile(r"(?:・|、|,|と|及び|および|や|並びに)\s*$")
BESIDE = re.compile(r"\s*(?:[・、,/]|と|及び|および|や|並びに)?\s*(?:の?(?:各日|両日|各回)の?)?\s*")
OF_DATE = re.compile(r"(?:の|にあたる|に当たる)(?=[0-9]{1,2}(?:月[0-9]{1,2}日|/[0-9]{1,2}))")
OF_DAY = re.compile(r"の(?=[0-9]{1,2}日(?!間|後|目|以内))")
OF_CLOCK = re.compile(r"の、?(?:(?:同|翌|次の)[日朝晩夜夕](?:の|、)?|翌)?(?=[^。、]{0,5}(?:[0-9]{1,2}[時:]|正午))")
"""「2時間後の11時半」, 「11時間後の翌朝9時」: one moment, told twice."""
DATED_IN_BRACKET = re.compile(r"\((?:[^()]{2,6}年)?[0-9]{1,2}(?:月[0-9]{1,2}日|/[0-9]{1,2}(?![0-9/]))")
UNKNOWN_BASE = re.compile(r"(?:から|より|後|の日)\s*$")


_GAP = r"[ \t　]*"
"""「同    夜」: columns of a list are set apart by spaces."""


def _words(initials: str) -> str:
    found = sorted((word for word in DAY_WORDS if word[0] in initials), key=len, reverse=True)
    return "|".join(map(_word, found))


def _word(word: str) -> str:
    if word in _KANA_WORDS:
        return rf"{word}(?![ぁ-ゖ])|{word}(?=[はのかまに])(?!か[^ら]|ま[^で]|の[うき])"
    return _GAP.join(word) if word[0] == "同" else word


_AFTER_ACT = r"(?<=発行|発送|送信|配信|配布|送付|投函|納品|納入|出荷|販売|発売|掲載|公開|放送|開催|発生|実施|提出|投稿|施工)"
"""「発行翌日に」 as 「発行の翌日に」."""
_NOT_PER_DAY = (
    r"(?!1日(?:のうち(?!に)|の?(?:間|あいだ)|[をは](?:1|一)日"
    r"|に(?:延べ|約|平均|最大|最低|およそ)?[0-9.]+(?:時間|分間|回|度|件|通|万|千|杯|錠|食)|に[^。、]{1,8}(?:きれ|こなせ|さばけ)))"
)
"""「1日のうち1時間以上」, 「1日に20件」, 「1日に配りきれない荷物」 count days."""
LOOSE_DAY = rf"(?P<day>{_N})日{_COUNTED}"
_FOLLOWS_DAY = (
    r"(?=\s*(?:\([月火水木金土日]|の?[月火水木金土日]曜|に(?!わた|渡|及|も|よ|つき|[0-9一二三]+[回度件])|、|以降|と(?=[0-9]+日)|付|始発|中(?:に|は)|朝|夜|夕|早朝|深夜|未明|午[前後]|正午|[0-9]{1,2}[時:]|まで|は"
    r"|の(?:第[0-9]報|[速続]報|同|当該|朝|夜|夕|昼|午|深夜|未明|早朝|[0-9]{1,2}[時:]|うち|説明会|集まり|理事会|役員会|委員会|取締役会|保護者会|会合|総会|会議|検査|試合|大会|練習|公演"
    r"|[^。、0-9]{0,12}?(?:から|より)の(?:お?電話|ご?連絡|ご?指摘|お?問い?合わ?せ|お?申し?出|通報|メール|苦情|ご?相談|報告|知らせ)"
    r"|(?:[^。、0-9の]{1,10}との)?[一-龥ァ-ヶー]{0,8}(?:点検|調査|監査|確認|照合|突き?合わ?せ|巡回|会見|棚卸し?|朝礼|夕礼|授業|作業|工事|更新|改修|送信|配信|配布|放送|通報|配達|発送|清掃|営業|訪問)(?:作業|業務)?(?:で|にて|に(?!わた|及)|中に|[前後]|時|の(?:際|とき|時|途中|最中)|から|、|において))"
    r"|(?:から|より|〜)(?!\s*[0-9]{1,2}(?:日|週)(?:程度|ほど|間|以内))))"
)
_COMPLETED = (
    r"(?<=(?:知っ|づい|付い|届い|入っ|受け|起き)た(?:のは|のが))|(?<=分かった(?:のは|のが))|(?<=わかった(?:のは|のが))"
    r"|(?<=(?:連絡|通報|指摘|電話|相談)があった(?:のは|のが))|(?<=(?:判明|発覚|発生|把握|公表|連絡|報告|発送|送付|通知)した(?:のは|のが))"
)
"""「届出が入ったのは」 before 「20日で、」, but not 「休んだのは3日で」."""
_CLOCK_TEXT = rf"(?:(?P<part>{_DAY_PART})の?\s*)?{_NO_NUMBER_BEFORE}(?P<hour>{_N})\s*時(?!間|期|点|刻|短|価|差|限|給|効|代|系|計|折|的|々)"
CLOCKS = (
    rf"{_CLOCK_TEXT}(?:\s*(?P<minute>{_N})\s*分(?!間)(?:\s*[0-9]{{1,2}}秒)?|(?P<half>半))?",
    rf"(?<![0-9A-SU-Za-z.])(?<![0-9]:)(?:(?P<part>{_DAY_PART})\s*)?(?P<hour>[0-9]{{1,2}}):(?P<minute>[0-5][0-9])(?::[0-5][0-9])?(?:\s*(?P<meridiem>[AaPp]\.?[Mm]\.?(?![A-Za-z])))?(?!:?[0-9])",
    r"(?:お昼の)?(?P<noon>正午)",
)
DAYS: tuple[tuple[str, Wording], ...] = (
    (
        rf"{_YEAR}?{_NO_NUMBER_BEFORE}(?<!同)(?<!単)(?P<month>{_N})\s*月(?:\s*{_MONTHS_DAY}?(?P<day>{_N})\s*日(?!間)"
        rf"|(?P<day_of_range>[0-9]{{1,2}})(?=\s*[〜・-]\s*[0-9]{{1,2}}日)|の?(?P<part>{_PART})|{_MONTH_ALONE})",
        Wording.CALENDAR,
    ),
    (
        r"(?<![0-9A-Za-z_./-])(?P<year>(?:19|20)[0-9]{2})\s*[./-]\s*(?P<month>[0-9]{1,2})"
        r"\s*[./-]\s*(?P<day>[0-9]{1,2})(?![0-9]|[./-][0-9])",
        Wording.CALENDAR,
    ),
    (r"(?<![0-9A-Za-z_./-])(?P<year>(?:19|20)[0-9]{2})[./-](?P<month>0[1-9]|1[0-2])(?![0-9]|[./-][0-9])", Wording.CALENDAR),
    (
        rf"{_ERA}\s*[./-]\s*(?P<month>[0-9]{{1,2}})(?:\s*[./-]\s*(?P<day>[0-9]{{1,2}})(?![0-9])|の?(?P<part>[上中下初]旬|半ば|末))",
        Wording.CALENDAR,
    ),
    (r"(?<![0-9A-Za-z./-])(?P<month>1[0-2]|0?[1-9])/(?P<day>3[01]|[12][0-9]|0?[1-9])(?![0-9/%])", Wording.CALENDAR),
    (rf"(?<![毎0-9日])(?P<shift>{_SHIFTS})月(?:\s*(?P<day>{_N})\s*日(?!間)|の?(?P<part>{_PART})|{_MONTH_ALONE})", Wording.MONTH_WORD),
    (r"(?<![かヶカケヵ箇0-9毎各])月末日?", Wording.MONTH_END),
    (rf"(?P<shift>{_SHIFTS})週(?:の?(?P<weekday>[月火水木金土日])曜日?|の?(?P<day>[0-9]{{1,2}})日)?(?!間|刊)", Wording.WEEK),
    (r"(?:先の|去る)(?P<weekday>[月火水木金土日])曜日?", Wording.LAST_WEEKDAY),
    (
        r"(?:(?m:^)|(?<=[。、])|(?<=のは))(?P<weekday>[月火水木金土日])曜日?(?=(?:の|に)?(?:朝(?!練)|お?昼(?!休)|夕方|夕刻|夜|晩|未明|早朝|午[前後](?:中|に|、|[0-9]|の[0-9]))"
        r"|に(?![^。、]{0,12}(?:はず|予定|つもり|べき))[^。、0-9]{1,20}た(?:[。、]|ところ))",
        Wording.WEEKDAY_ALONE,
    ),
    (
        rf"(?:{_ERA}|{_YEAR_NUMBER}|(?P<year_shift>{_SHIFTS}))?(?<![数半例毎近平少青長学周通か])年"
        r"(?P<fiscal>度)?(?P<end>内|末|中(?![一-龥]))(?!年始|始|の?(?:会計)?監査|の?決算|の?(?:夜警|大掃除|商戦|おせち)|の\s*[「『]|調整)",
        Wording.YEAR_END,
    ),
    (rf"(?:(?P<n>[0-9]{{1,3}}|[{KANJI}]{{1,3}})|数)\s*(?P<unit>{_UNIT})以内", Wording.WITHIN),
    (
        r"(?<![一-龥ァ-ヶーを0-9])(?P<that>その)?(?:(?P<about>約|およそ|おおよそ)\s*)?"
        rf"(?:(?P<n>[0-9]{{1,3}}|[{KANJI}]{{1,3}})\s*(?P<unit>分|時間|{_UNIT})(?P<half>半)?(?:(?P<minutes>[0-9]{{1,2}})分)?"
        rf"|数(?P<vague>分|時間|{_UNIT})|半(?P<half_unit>年|月|日|時間))(?P<rough>ほど|程度|くらい|ぐらい)?後(?![半方続任輩])",
        Wording.AFTER,
    ),
    (
        rf"(?:(?<![一-龥ァ-ヶー])|{_AFTER_ACT}(?=翌[日朝々]))(?:{_words('翌前明次')})(?![比本曜程時付]|[分用](?!か)|調理|仕込)|(?:{_words('同当本今昨一きあおそこ即')})(?!(?<=[こそ]の日)付)(?!だけ|程|曜|限り|消印|券|枠|分[^か]|的|参加|本人)",
        Wording.DAY_WORD,
    ),
    (r"翌営業日", Wording.NEXT_BUSINESS_DAY),
    (rf"(?<![一-龥])翌(?=(?:{_DAY_PART})?\s*(?:(?:{_N})時(?!間)|[0-9]{{1,2}}:[0-5][0-9]))", Wording.NEXT_DAY),
    (rf"(?P<shift>同|翌|去る|来る|週明け(?:の|、)?)\s*{LOOSE_DAY}", Wording.BARE_DAY),
    (rf"(?<![一-龥])同(?=\s*(?:{_DAY_PART})?\s*(?:(?:{_N})時(?!間)|[0-9]{{1,2}}:[0-5][0-9]))", Wording.SAME_DAY),
    (rf"(?<![一-龥])同\s*(?P<minute>{_N})分(?!間)", Wording.SAME_HOUR),
    (r"(?m:^)同(?=[ \t　]{2,}[^\s])", Wording.SAME_MOMENT),
    (r"(?<![0-9一-龥])(?:(?P<nth>[1-9一二三四五六七八九])日目|初日)(?=の(?!朝礼)|に|、|は)", Wording.NTH_DAY),
    (
        r"(?:(?m:^)|(?<=。)|(?<=[てりしじちきぎびみいえけげせべめれ]、))"
        r"(?:夕方|夕刻|深夜|早朝|夜半|夜遅く|明け方|昼過ぎ|昼前|午前中|午後|夜|始業時|終業時|開演前|開場[前後]|試合前|試合後)"
        r"(?=に(?!は|及|およ|わた|渡|かけ)|、|から(?!の)|すぐ|のうちに|[ \t]+[^\s0-9])",
        Wording.PART_OF_DAY,
    ),
    (
        rf"(?<![0-9{KANJI}百千万約計延各毎中第])(?<!残り){_NOT_PER_DAY}(?P<day>3[01]|[12][0-9]|[1-9])日{_COUNTED}{_FOLLOWS_DAY}",
        Wording.BARE_DAY,
    ),
    (rf"(?<![0-9{KANJI}百千万約計延各毎中第数])(?P<day>[二三]?十[一二三四五六七八九]?)日{_COUNTED}{_FOLLOWS_DAY}", Wording.BARE_DAY),
    (rf"(?:(?m:^)|(?<=[・○●◎◆■□▼▽▶※①-⑳]))(?P<day>{_N})日(?=[ \t　:])", Wording.BARE_DAY),
    (rf"(?:{_COMPLETED})(?P<day>3[01]|[12][0-9]|[1-9])日(?=で(?:、|し|す|あ)|だ)", Wording.BARE_DAY),
)

CLOCK_PATTERNS = [re.compile(pattern) for pattern in CLOCKS]
PATTERNS: list[tuple[re.Pattern[str], Wording]] = [
    *((re.compile(pattern), wording) for pattern, wording in DAYS),
    *((pattern, Wording.CLOCK) for pattern in CLOCK_PATTERNS),
]
"""Earlier patterns win where two begin at the same place."""
_LISTED_DAY = _NOT_PER_DAY + LOOSE_DAY
LISTED_DAY = re.compile(_LISTED_DAY)
"""A bare day that another date before it tells to be one: 「22日、23日」."""
FAR_MINUTE = re.compile(rf"(?P<minute>{_N})分(?=(?:頃|ごろ)?(?:まで|にかけ|の間))")
"""The far end of 「11時06分から09分にかけて」."""
_NAMED = re.compile(r"\(\?P<[a-z_]+>")
ANY = re.compile("|".join(f"({_NAMED.sub('(?:', pattern)})" for pattern in (NOT_DATES, *(p for p, _ in DAYS), *CLOCKS, _LISTED_DAY)))
"""What is no date, then one group a pattern of `PATTERNS` and `LISTED_DAY`, so that the group which matched tells the reader."""
