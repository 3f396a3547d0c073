"""What the words around a date say outright of its step, so that nothing else is asked: 「侵入は14日深夜と判明」 tells of the break-in."""

import re

from analyzer.answers.blame.actors import OURSELVES
from analyzer.answers.timeline.clauses import clauses_of, kind_by_wording
from analyzer.answers.timeline.dates.wordings import FOUNDED_THING
from analyzer.rules.slots import COURSE
from analyzer.schema import EventKind

_TURNED_OUT = re.compile(
    r"^(?:頃|ごろ)?(?:から)?(?:の(?:こと|もの))?(?:であ(?:る|った)|だった)?(?:こと)?(?:と|が|を)"
    r"(?:判明|特定|推定|推測|断定|突き止め|分か[りっ]|わか[りっ]|(?:見|み|考え)られ|確認(?:され|でき|し))"
)
_WHEN = re.compile(r"[^。]*(?:のは|時(?:期|刻|点)は|日時?は|[一-龥ァ-ヶー](?:は|が|も))、?[^。]{0,24}$")
"""What it is of which the time turned out: 「侵入は、お盆休み中の」."""
_TIME_OF = re.compile(r"(?:のは|時[期刻点]は|日時は)、?[^。、]*$")
_HELD_UP = re.compile(
    r"^(?:頃|ごろ)?まで(?:に)?(?:[0-9一-龥]{0,6}(?:も|ほど|以上))?(?:ずれ込|遅れ|遅く|遅延|かか[りっ]|差し控え|できな|でき(?:ず|ま)|されな|され(?:ず|ま)|行われな|行われ(?:ず|ま)"
    r"|(?:(?:行[いっ]|し|差し上げ|さしあげ|お?伝え|公表せ)(?:て(?:い|おり))?|いたし(?:ており)?)(?:ませんでした|なかった))"
)
_CAME_ONLY = re.compile(
    r"^(?:頃|ごろ)?(?:(?:と|に)(?:な(?:り|っ[たて])|ずれ込|遅れ)|まで(?:に)?[^。、]{0,6}(?:でき|行え|行われ|なされ|され)て(?:い|おり?)(?:ら|な|ませ))"
)
"""「届出が7月17日となり」 tells when it was done, as does 「ご連絡も16日までできておりませんでした」."""
_NOT_UNTIL = re.compile(
    r"^(?:頃|ごろ)?まで(?!に)、?(?P<act>[^。、]{0,24}(?:報告|届け?出|通報|公表|連絡|通知|申告|お知らせ))(?:を|は)?(?:(?:行わ|せ|し|され)?(?:ず|な(?:かった|いまま)|ませんでした)|して(?:おら|い(?:な|ませ)))"
)
"""「翌年1月15日までリーグに報告しなかった」: then at last."""
_TO_REPORT = re.compile(r"(?:報告|届け?出|通報|申告)$")
_SINCE_FOUND = re.compile(
    r"^(?:頃|ごろ)?(?:に)?[^。、]{0,16}(?:発覚|判明|表面化|明るみに出|明らかに(?:なっ|な))(?:し|り)?(?:て|た)?(?:以降|以来)"
    r"|^の[^。、]{0,12}(?:懸念|疑い|ご?指摘|お?申し?出|通報|発覚|判明|認知|把握|発見)(?:から|以降|以来)"
)
"""「10月はじめに本件が発覚して以降」, 「1月17日の漏えいの疑いから公表に至るまで」: it was known then."""
_INQUIRY = r"(?:調査|点検|確認|照合|監査|検査|聞き取り|棚卸し?|見直し|突合)"
_CAME_OUT = r"(?:判明|発覚|分か[りっ]|わか[りっ]|明らか)"
_FACT_THEN = r"(?:頃|ごろ)?(?:(?:と|及び)[^。、]{0,8})?(?:に|から|以降)(?:は|も)?、?"
_FACT_FOUND = re.compile(rf"{_FACT_THEN}(?!、)[^。]{{1,60}}?た(?:こと|事実)が、?[^。、]{{0,16}}{_INQUIRY}[^。、]{{0,12}}?{_CAME_OUT}")
"""「2023年8月に部長が認めていたことが社内の調査で判明」."""
_FACT = re.compile(
    rf"{_FACT_THEN}[^。]{{1,40}}?た(?:跡|痕跡|形跡|記録|履歴)が(?:あ[りっ]|残|見つか|確認)|"
    rf"(?:{_FACT_THEN}|の[^。、]{{1,16}}(?:の際に?|時に?|中に|において)、?)[^。]{{1,60}}?た(?:こと|事実)が、?[^。、]{{0,12}}?{_CAME_OUT}"
)
_ON_INQUIRY = re.compile(
    rf"(?:{_INQUIRY}[^。、]{{0,6}}(?:の結果|により|で|たところ)|(?:調べ|確かめ|たど[っり]|見返し|洗い直し)(?:まし)?た(?:結果|ところ))、(?:[^。、]{{2,12}}(?:と|及び))?$"
)
"""「調査の結果、」, 「昨年10月にも…ていたことが分かりました」."""
_PUT_OFF = re.compile(r"^まで(?:は)?[^。、]{0,6}(?:保留|見送|見合わせて|待つ|待ち|待った)|^より(?:も)?前に")
"""「11月3日より前にも」: nothing is told of that day itself."""
_HELD_UP_ACT = re.compile(r"[^。、]*[がはも]、?$")
_ACTS = frozenset({EventKind.CONTAINED, EventKind.NOTIFIED, EventKind.REPORTED, EventKind.PUBLISHED})
_ALARM = re.compile(r"警報|警告|アラート|アラーム|ブザー|発報|通知音|(?:監視|検知)[^。、]{0,12}(?:通知|メール|信号|知らせ)")
_UNHEARD = re.compile(
    r"(?:だれ|誰|担当(?:者|の[^。、]{1,6})?|当直者?|宿直者?|職員|社員|係員?|技術者|いずれも)[^。、]{0,14}"
    r"(?:届|届い|気(?:付|づ)|見|確認|反応|対応|対処|出|応じ)[^。、]{0,6}?(?:な(?!けれ)|ず|ませ)"
    r"|(?:見落と|見過ご|見逃|聞き逃|放置|埋も)[^。、]{0,4}(?:し|さ|れ)"
)
_SINCE = re.compile(
    r"^(?:頃|ごろ)?(?:以降|以後|から|より)(?!の)(?![^。]*(?:調査|点検|確認|監査|検査|聞き取り|照合|棚卸し?)[^。]{0,12}(?:で、|により|の結果|ところ|過程|中に))"
    r"[^。、]*(?:てい|ており|続け|っぱなし|まま)[^。、]{0,10}(?:こと|もの)(?:が|も|を|に)(?:、(?:$|(?=[0-9同翌]))|[^。、]{0,20}(?:判明|分か[りっ]|わか[りっ]|発覚|明らか|確認|気(?:付|づ)|発見|見つ[かけ]|把握|検知))"
)
_TAKEN_LIGHTLY = re.compile(
    r"(?:入眠|睡眠|就寝|正常|異常(?:は|が)?な[しい]|問題(?:は|が)?な[しい]|軽微|軽症|冗談|ふざけ|遊び|誤報|誤作動|偶然|(?:想定|範囲)の?内|一時的)[^。、]{0,8}と"
    r"(?:判断|考え|誤認|解釈|捉え|見な|みな|思い込)[^。、]{0,6}、[^。]{0,60}(?:なかった(?!こと|もの|の)|ませんでした|ずにい|ないまま|怠)"
)
"""「巡視では入眠中と判断し、測定は行わなかった」: looked at, and nothing found."""
_REOPENED = re.compile(
    r"(?:営業(?!運転)|製造|生産|出荷|活動|練習|稽古)(?:の|を|は|が|も)?(?:一部|順次|全面|段階的に?|通常どおり|通常通り)?、?[^。、]{0,6}再開(?!予定|の?見込|未定)"
)
"""A shop that opens again ends no harm, it had ended when it was closed; trains and servers that run again were stopped by it."""
_RIGHT_SINCE = re.compile(
    r"^(?:の[^。、]{1,8})?(?:から|より|以降)(?:は|、)?、?[^。、]{0,12}(?:適正|正し[いく]|正規|正当|本来の)[^。、]{0,20}(?:て(?:おり|い)ま|て(?:おり|い)る)"
    r"|^(?:頃|ごろ)?まで[^。、]{0,12}(?:運転|運行|運航)を[^。、]{0,6}見合わせ(?:ま|た)"
)
"""「10月6日からは、正しい料金をいただいております」, 「14時半まで運転を見合わせました」: it had ended by then."""
_RECEIVED_THING = re.compile(
    r"^(?:頃|ごろ)?に、?[^。、]{0,20}(?:寄せられ|届い|いただい|頂い|受け|あっ)た"
    r"(?:お?申し?立て|ご?指摘|通報|ご?相談|苦情|訴え|告発|お?問い?合わ?せ|情報提供|ご?連絡|お?申し?出)"
)
"""「3月3日に外部から寄せられた申立てを受け」: it was told then."""
_TO_ALL = re.compile(
    r"^(?:頃|ごろ)?に?[はも]?、?(?![^。、]{0,24}(?:警察|[県府]警|検察|弁護|被害者|遺族|原告|相手))(?:[^。、]{0,16}(?:で|にて|において|が|は|も)、?)?[^。、]{0,12}"
    r"(?:記者発表|報道発表|プレスリリース|(?:記者|報道機関)(?:各社)?(?:向け)?(?:に|へ)?の?説明会?|(?<!入団)(?<!就任)(?<!引退)会見)(?:を[^。、]{0,6}(?:行|開|実施|し|出)|し|いた"
    r"|(?:の場)?(?:で|にて|において)、?[^。]{0,40}(?:謝罪|陳謝|お?詫び|おわび|頭を下げ|説明|発表|公表|述べ))"
    r"|^(?:頃|ごろ)?に?[はも]?、?[^。、]{0,16}(?:報道(?:機関|各社)|記者)(?:の皆(?:様|さま)|各位)?(?:向け)?(?:に|へ)[はも]?[^。、]{0,8}(?:ご?説明|発表|公表)(?:し(?!た[一-龥])|いた)"
    r"|^に?、?(?:ホームページ|ウェブサイト|公式(?:サイト|SNS|アカウント)|SNS)上?(?:で|にて|において)、?[^。]{0,30}(?:謝罪|陳謝|お?詫び|おわび)(?:し|いた|申|を)"
)
"""「7月4日に記者発表を行いました」, 「7月4日、社長が会見で陳謝」: told to all then, whatever it was about."""
_FOUND_BY_OFFICE = re.compile(
    r"[\s、に]{0,4}[^。、]{0,12}(?:保健所|保健センター|衛生研究所|警察|消防|検疫所|当局)(?:が|は|により|によって)、?[^。、]{0,48}(?:と|を)(?:断定|特定|認定|同定)"
)
"""「保健所が、…から見つかった菌による食中毒と断定」: what is known by then is given its name."""
_WARNED = re.compile(
    r"[^。]{0,40}?(?:報告|連絡|指摘|注意|警告|助言|進言)[^。、]{0,12}(?:が|ものの|にも(?:かか|関)わらず|のに)、[^。]{0,60}?"
    r"(?:まま|(?:せ|め|え|ら)ずに?)、?[^。]{0,24}?(?:作業|更新|工事|運転|運行|移行|開催|出荷|稼働|航行|飛行|施術)[^。、]{0,6}(?:実施|開始|行[いっ]|続け|始め|強行)"
)
"""「停止は5月2日に業者から報告がありましたが、対応しないまま移行作業を行いました」: the warning came before the matter."""
_BEYOND_REPAIR = (
    r"(?:復元|復旧|修復|回復|回収|元に戻[^。、]{0,6}?|取り戻[^。、]{0,4}?)[^。、]{0,8}"
    r"(?:でき(?:な|ま)|せな|せま|不可能|困難)[^。、]{0,6}(?:こと|旨)?[がとは]"
)
_DAY_BEFORE = re.compile(r"(?:事[故案件]|発生|障害|火災)の(?:前[日夜]|前々日|数日前)(?:の|、)?$")
"""「事故の前日、」 before 「7月19日の夕方に」: what led up to it."""
_OF_SUBJECT = re.compile(
    r"の(?!朝|夜|夕|昼|午[前後]|時点)[^。、]{2,12}(?:で|に|から|により)[^。、]{1,16}た[一-龥ァ-ヶー]{1,10}[がは]、"
    r"|(?:に?、|[にの])[^。]{0,32}(?:収去|採取|採水|抜き取|提出|送付|預け|持ち込)[^。、]{0,4}た[一-龥ァ-ヶー]{1,10}(?:の[一-龥ァ-ヶー]{1,8})?[がはの]、?"
)
_LOST_FOR_GOOD_BEFORE = re.compile(rf"{_BEYOND_REPAIR}、?$")
_LOST_FOR_GOOD = re.compile(rf"(?:頃|ごろ)?に?、?[^。、]{{0,12}}{_BEYOND_REPAIR}[^。、]{{0,8}}(?:確定|判明|判断|明らか|分か|わか)")
_MADE_SURE = re.compile(r"(?:頃|ごろ)?に[^。、]{0,8}(?:確定|判明|判断|明らか|分か|わか)")
_TOLD_BY_MANY = re.compile(r"(?<![収品金換除]の)(?:お?申し?出|お?問い?合わ?せ|苦情|ご?指摘|ご?相談|通報)[はがを]、?$")
_SO_MANY_BY_THEN = re.compile(
    r"(?:頃|ごろ)?までに(?:は|、)?[^。、]{0,12}[0-9]+(?:件|名|人|通)[^。、]{0,8}(?:いただ|頂|寄せ|あり|ござ|受け|でし|です|届)"
)
"""「症状のお申し出を5月7日までに24件いただき」: so many had told of it by then, which stopped nothing."""
_CONFESSED = re.compile(
    r"(?:頃|ごろ)?に?、(?:[^。、]{0,20}に対し、?)?[^。、]{0,20}(?:本人|職員|社員|教諭|[班係店室園部]長|担当者|[選投]手|部員|行為者|理事|監督|コーチ)[がはも]、?"
    r"[^。、]{0,20}を(?:全て|すべて|一部)?認め(?!られ)(?![^。]{0,24}(?:発覚|判明|わか|分か|明らか))"
)
"""「9月30日、班長が流用の事実を認めた」: what was suspected before; 「…を認め、発覚した」 is how it came out."""
_ALIKE = re.compile(r"同様|同じ|同種|本件|当該|も$")
_ALONG_THE_WAY = re.compile(
    r"(?:こ|そ)の(?:時点|際|過程|とき|時|ころ|途中)|(?:復元|復旧|対応|作業|回収|捜索)[^。、]{0,8}(?:際|中|過程|途中|ところ)"
)


_DENIED = re.compile(
    r"[^。]{0,60}(?:漏え?い|流出|被害|異常|該当|問題|影響|不備)[^。、「」]{0,8}(?:ない|ありません|なかった|ございません|ていません)[。」』]*(?:と|旨)の?(?:ご?報告|ご?連絡|回答|説明)"
)
"""「委託先から『漏えいはない』と報告」 is no discovery."""
_OF_OTHERS = r"(?:受託(?:者|会社|事業者|業者)|委託(?:先|業者|会社)|同社|製造元|販売元|開発元|提供元|メーカー|ベンダー)"
_OTHERS_PUBLISHED = re.compile(
    rf"[\s:|]*(?:\([^()]{{1,4}}\))?(?:に|付けで)?、?{_OF_OTHERS}[^。、]{{0,8}}(?:が|は|より)、?(?![^。]*(?:こと|件|事案|旨)を?[^。、]{{0,8}}(?:公表|発表|掲載))[^。]{{0,30}}(?:公表|発表|掲載|(?:修正|更新)[^。、]{{0,6}}(?:公開|配布|提供))"
)
"""What the contractor tells all is not the publication by whom it was hired."""
_ROUTINE = re.compile(
    r"(?:頃|ごろ)?に?[\s、]?[^。、]{0,20}(?:出席|出欠|人数|員数|点呼|検温|戸締まり|火の元)(?:の|を|の確認を)?(?:確認|点検|確かめ|数え|取|し)(?:しま|りま|えま)?[しっえ]?(?:た(?:が|ものの)、|。|$)"
    r"(?![^。]*(?:判明|発覚|足り|分か[りっ]|わか[りっ]|見つか[りっ]|気[付づ](?:い[たて]|き(?!ま?せ))))"
)
"""「9時、担任が出席を確認しましたが、連絡しませんでした」 was done every day and showed nothing."""
_TOLD_US = re.compile(
    rf"[\s、に]{{0,4}}[^。、]{{1,24}}(?:から|より)、?(?:{OURSELVES.pattern})(?:へ|に|あてに?|宛てに?)[^。、]{{0,12}}(?:一報|報告|連絡|通知|知らせ)"
)
"""「委託先から弊社へ第一報」: the speaker learnt of it."""
_WE = re.compile(rf"(?:{OURSELVES.pattern})(?:で)?[はも]、?$")
_KNEW_OF_IT = re.compile(
    r"(?:頃|ごろ)?に?(?:は|も)?、?[^。、]{0,40}(?:不審|不正|異常|侵入|流出|漏え?い|障害|不具合|事実|疑い|被害)[^。、]{0,12}を(?:確認|把握|認識|検知)して(?:おり|い)"
)
"""「6月上旬に不審な通信を確認しております」: they knew then."""
_OUT_OF_SERVICE = re.compile(
    r"(?!(?:頃|ごろ)?まで)(?:頃|ごろ)?(?:に|から|より)?[\s、]?[^。、]{0,24}(?:(?:運転|運行|運航)を[^。、]{0,6}見合わせ|(?:窓口業務|ATM)(?:の[^。、]{1,6})?を[^。、]{0,6}(?:停止|休止)|再び停止(?:し|と))"
)
"""「全線で運転を見合わせました」: that nothing runs is the harm itself."""
_STILL_THERE = re.compile(
    r"(?:に|まで)?(?:、?[^。]{0,40}(?:許可|許し|承認|了解)を(?:得|受け)て?[^。、]{0,16}を借り(?=た|まし)|[^。、]{0,12}(?:借り受け|借用し|(?:最後に|最終)(?:使用|利用|確認)し?))(?:た|まし|て|、|。|$)"
)
_LAST_USE_BEFORE = re.compile(
    r"最終(?:の)?(?:使用|利用|確認)(?:年月日|日時?)[)】〕:|はの、\s]*$"
    r"|最後に(?![^。、]{0,16}(?:不正|誤っ|被害))[^。、]{0,16}(?:使|利用|確認|入力|記入|書き込|見(?:た|かけ)|施錠|手に|触れ|更新|記録|接続)[^。、]{0,8}の[はが]、?$"
)
"""「USBメモリの最終使用日:」, 「最後に名簿を使ったのは」: it was still there."""


def kind_outright(before: str, after: str) -> EventKind | None:
    """The kind that the words right before and after a date leave no doubt about; None where they leave it to the rules."""
    if _TURNED_OUT.match(after) and _WHEN.match(before):
        return kind_by_wording(before, _ACTS | {EventKind.OCCURRED}) or (EventKind.OCCURRED if _TIME_OF.search(before) else None)
    if late := _held_up(before, after):
        return late  # 「給水停止が9時20分まで遅れた」: it was stopped then.
    if told := COURSE.decided("outright_after", after):
        return EventKind(told)
    if COURSE.says("to_those_harmed_before", before) and COURSE.says("told_then_after", after):
        return EventKind.NOTIFIED
    if COURSE.says("to_authority_before", before) and COURSE.says("told_then_after", after):
        return EventKind.REPORTED
    if COURSE.says("work_before", before) and COURSE.says("began_after", after):
        return EventKind.OTHER
    if _SINCE_FOUND.match(after):
        return EventKind.DETECTED
    if _PUT_OFF.match(after) or FOUNDED_THING.match(after) or is_of_subject(after) or _DAY_BEFORE.search(before):
        return EventKind.OTHER
    if COURSE.says("planned_before", before):
        return EventKind.OTHER
    if COURSE.says("fact_before", before) and COURSE.says("confirmed_after", after):
        return EventKind.DETECTED
    beyond_repair = _LOST_FOR_GOOD.match(after) or (_LOST_FOR_GOOD_BEFORE.search(before) and _MADE_SURE.match(after))
    if beyond_repair or any(told.match(after) for told in (_WARNED, _FOUND_BY_OFFICE, _CONFESSED, _ROUTINE)):
        return EventKind.OTHER
    if _TOLD_BY_MANY.search(before) and _SO_MANY_BY_THEN.match(after):
        return EventKind.DETECTED
    if _DENIED.match(after) or _OTHERS_PUBLISHED.match(after) or _STILL_THERE.match(after) or _LAST_USE_BEFORE.search(before):
        return EventKind.OTHER
    if _TO_ALL.match(after):
        return EventKind.PUBLISHED
    if _RECEIVED_THING.match(after) or _TOLD_US.match(after) or (_KNEW_OF_IT.match(after) and _WE.search(before)):
        return EventKind.DETECTED
    if _RIGHT_SINCE.match(after):
        return EventKind.CONTAINED
    if _REOPENED.search(next(clauses_of(after), "")):
        return EventKind.OTHER
    sentence = after.partition("。")[0]
    if _TAKEN_LIGHTLY.search(sentence):
        return EventKind.OTHER
    alarm = _ALARM.search(sentence)
    if alarm and _UNHEARD.search(sentence, alarm.end()):
        return EventKind.OTHER
    return None


def is_of_subject(after: str) -> bool:
    """Whether a date only tells of whom the next one is: 「本年10月の人事異動で後任となった職員が、」 before 「11月11日」."""
    return _OF_SUBJECT.fullmatch(after) is not None


def is_out_of_service(after: str) -> bool:
    """Whether what follows a date tells that a service to the public stood still from then on."""
    return _OUT_OF_SERVICE.match(after) is not None


def is_held_up(before: str, after: str) -> bool:
    """Whether a date tells until when something was left undone, and so when it was done: 「ご連絡も16日までできませんでした」."""
    return _held_up(before, after) is not None


def _held_up(before: str, after: str) -> EventKind | None:
    """The kind of act that was done no earlier than a date."""
    if not_until := _NOT_UNTIL.match(after):
        told = kind_by_wording(not_until["act"], _ACTS)
        return told or (EventKind.REPORTED if _TO_REPORT.search(not_until["act"]) else EventKind.OTHER)
    act = _HELD_UP_ACT.search(before) if _HELD_UP.match(after) or _CAME_ONLY.match(after) else None
    return kind_by_wording(act[0], _ACTS) if act else None


def is_of_fact_found(before: str, after: str) -> bool:
    """Whether a date is that of a fact of which another means is told to have brought it to light."""
    return _FACT_FOUND.match(after) is not None or (_ON_INQUIRY.search(before) is not None and _FACT.match(after) is not None)


def began_before(after: str) -> bool:
    """Whether a date is the one since which what was found had been so: 「3月2日以降失敗し続けていたことが判明」."""
    return _SINCE.match(after) is not None


def is_found_along_the_way(before: str, after: str, *, clocked: bool) -> bool:
    """Whether what `began_before` is another thing than the matter, whose hour is told (`clocked`) or which was being dealt with."""
    if _ALIKE.search(before) or _ALIKE.search(after.partition("こと")[0]):
        return False
    return clocked or _ALONG_THE_WAY.search(before) is not None
