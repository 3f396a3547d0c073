"""Whom a cause names: who did it or left it undone, by whom it was done, what failed by itself."""

import re

from analyzer.answers.blame.actors import (
    AGENT,
    ATTACKER,
    OURSELVES,
    TO_US,
    acting,
    actors_in,
    left_alone,
    names_itself,
    owner_named,
    topics,
)
from analyzer.answers.blame.set_aside import without_asked, without_effect, without_late_notice, without_taken_back, without_warning
from analyzer.language.agency import faults
from analyzer.language.features import UnitReading
from analyzer.rules.slots import BLAME
from analyzer.schema import Owner

_OWN_DOING = re.compile(
    r"思い込|勘違い|読み違|省(?:い|略し)|誤って|誤り|取り違え|怠|見落と|失念|忘れ|居眠り|うっかり|守ら(?:ず|な)|破っ|違反|独断|無断|促し|強要|飲酒"
    r"|(?:数え|思い|取り|書き|聞き|押し)違え|と(?:受け取[りっ]|捉え|早合点)|(?:だろう|(?<!による)もの|[よい]い|大丈夫)」?と(?:思|考え|判断|指示|伝え)|を[^、。はが]{1,10}たまま|目を離|気を取られ|気が?逸|席を(?:外|離)|離席|(?:置い|開け|差し|挿し|残し|載せ)たまま|ことなく|(?<=[わかがさたなばまらしせてねべめれえけげじびみりきぎちにい見])(?:ず(?!つ|れ)|ない(?:まま|で)|なかった|ませんでした)"
)
"""What a person fails in, at the least something left undone: with it a person who is only the topic (「隊員は…思い込んで」) is at it."""

_MISDEED = re.compile(
    r"書き換え|改ざん|偽[っりら]|捏造|ねつ造|水増し|着服|流用|悪用|隠し|放置|(?:停止さ|止めさ|済ま)せ(?:て|た)|(?:切っ|止め|外し)て(?:い|お)|離れ(?:て(?:い|お)|た|まし)|立ち去"
)
"""What a person does wrongly: with it too, one who is only the topic is at it."""
_LEFT_UNDONE = re.compile(
    r"怠[っりるら]|失念|(?:やめ|減らし|省い|先送りし|後回しにし|放置し|形だけに?し)て(?:い|お)|(?<=[わかがさたなばまらしせてねべめれえけげじびみりきぎちにい見])(?:ず(?!つ|れ)|ないまま|なかった|ませんでした)"
)
"""The failing that a topic reaches over a comma: whatever else it is said to have done first."""

_DOERS = frozenset({Owner.OWN, Owner.CONTRACTOR, Owner.PERSON})
_OTHER_SUBJECT = re.compile(r"[はが]|において|、")
_OTHER_TOPIC = re.compile(r"(?<![たすだんい])が|は|において|によ[りるっ]")
"""「…しておりましたが、」 opposes one thing to another and is no subject."""
_ASIDE = re.compile(
    r"[^、。]{0,60}との(?:声|話|報告|連絡|指摘|相談|通報)[^、。]{0,16}、|[^、。はが]{0,40}が[^、。はが]{0,40}(?:にも?(?:かかわ|拘)らず|のに|ものの|(?:際|とき|時)に?(?:も|は)?)、"
)
"""「更新が公開されていたにもかかわらず、」: its subject ends with it."""
_LEFT_SO = re.compile(r"を[^、。]{1,10}(?:た|し)まま、$")
"""「栓を開けたまま、職員は」: before whoever left it so."""
_NOT_DONE_BY_CHOICE = re.compile(
    r"(?:でき|(?:しか|(?<!こと)[がもは])(?:お|い|あ)り?|しか|来て(?:い|おり)|見当た(?:り|ら))(?:ませんでした|なかった|らず|ず)|(?:でき|られ)ないまま|(?:され|なされ|行われ|られ)て?(?:い|おり?)?(?:ず|らず|なかった|ませんでした)"
    r"|(?:認め|許し|許可し)て(?:い|お)(?:ず|らず|なかった|(?:り)?ませんでした)"
)
"""What nobody chose or ought to have done: could not, had no other way, was not there, was not done, was not allowed."""

_UNCHECKED = re.compile(r"(?:確かめ|確認|点検|照合)[^、。]{0,4}(?:ない|なかった|ず|ませんでした)|未(?:設置|整備|導入|配備|更新|適用)")
"""What a system is named in but did not do: nobody checked it, nobody had put it there."""
SWITCHED_OFF = re.compile(
    r"(?:機能|警[報告]|通知|ロック|装置|センサー|ブザー|アラーム|制限|設定)[^。]{0,48}(?:を|は|も|で|から|、)(?:切っ|止め|外し|無効に(?:いた)?し|オフに(?:いた)?し|解除し|停止し)(?:た|て(?:い|お))"
)
"""A safeguard that somebody had switched off did nothing wrong."""
_THOUGHT = re.compile(r"「[^「」]*」と")
_ASKED = re.compile(
    r"本人(?:に|から|へ)[^、。]{0,10}(?:尋ね|聞|聴|確認|確かめ)[^。]{0,60}認め|(?<![の者])記者は[^。]*(?:話し|述べ|説明|認め)"
)
_TELLING = re.compile(r"(?:と|旨を?)(?:話|述べ|説明|供述|申し立て|証言|認め)")

_DOER = re.compile(
    r"([^、。はがをに「」\s]{1,24}?)(?:(?<!で)は(?!ず)|で[はも](?!な[いくか]|あり|ござ)|が|(?<=[者員手師士長側社課部室])(?<![るたい]者)も(?![のちし])|と(?:いた)?し(?:まし)?て(?:は|も)?(?!の)|(?<=[員士手師係審番任])、)"
)
_LOOKS_INTO = (
    r"(?!は?、?(?:[^、。]{0,12}(?:調査|調べ|分析|解析|検証|確認し)"
    r"|[^。]{0,80}(?:調べ|(?:調査|分析|検証|検査|確認)し)(?:まし)?た(?:ところ|結果)))"
)
"""Where somebody looked into it, nothing need have gone wrong."""
_PLACE = re.compile(rf"([^、。はがをに「」]{{1,24}}?)(?:において|にて){_LOOKS_INTO}")
_BY_ACCOUNT = re.compile(
    r"([^、。はがを「」]{1,24}?)(?:(?:の|から)(?:報告|説明|調査|話)(?:では|によれば|によりますと|によると)"
    r"|(?:より|から)、[^。]{1,80}(?:連絡|報告|説明)が(?:あり|入り|届))"
)
"""「製造元の報告では」, 「製造元より、…との連絡がありました」: a contractor tells what went wrong on its side."""
_SLIP = re.compile(
    r"([^、。はがをに「」]{1,16}?)の[^、。はがをにの]{0,8}(?:ミス|誤り|間違い|見落とし|手違い|勘違い|(?:操作|判断|確認|対応|措置|理解|認識|配慮)が[^、。]{0,8}(?:遅れ|漏れ|足り|不足|不十分|甘))"
    r"|([^、。はがをに「」]{1,16}?)の[^、。はがをの]{1,10}(?:時|際)(?:における|の)[^、。はがを]{0,4}(?:ミス|誤り|間違い|漏れ)"
)
_HOLDER = re.compile(r"\(([^()、。]{2,12})(?<!による)\)。?$")
"""「当番を決めていなかった(協会)」: the bracket at the end of a line tells whose it is."""
_THING = re.compile(
    r"([^、。はがをに「」]{1,24}?)の[^、。はがをにの]{0,8}(?:システム|サーバー?|データセンター|設備|機器|端末|工場|工程|倉庫)(?:上|内|側)?(?:で|に|の)"
    r"|([^、。はがをに「」]{1,24}?)(?:から|より)(?:受け?取|納品|納入|提出|提供|届|送ら)[^、。はがを]{0,10}た[^、。はがを]{1,12}?"
    r"(?:に(?:は)?[^、。はがを]{0,8}(?:誤り|不備|虚偽|間違い|漏れ|不良)が|が(?:誤っ|間違っ|古|不正確|不良))"
)
"""「販売委託先のシステムで…残っていた」, 「委託先から届いた名簿に誤りが」: what goes wrong in a contractor's thing is the contractor's."""
_FIRMS_THING = re.compile(
    r"(?<![一-龥ァ-ヶーA-Za-z])[一-龥ァ-ヶーA-Za-z]{1,10}社(?<![当弊本自同支会商神公入退他御貴各両全親子結出来旅新我]社)"
    r"の?[^、。はがをにの]{0,16}(?:サーバー?|データセンター|システム)(?:上|内|側)?[でにの][^。]{0,40}(?:脆弱性|不具合|欠陥|障害|誤り|故障|不備)"
)
"""「丸菱社のサーバー内の脆弱性」: a firm named in the third person."""
_MADE = re.compile(
    r"([^、。はがをに「」]{1,24}?)(?:が|で|において|にて)(?:お出し|提供|製造|調理|調製|販売|納入|納品|配達|お?持ち込)[^、。]{0,32}(?:を原因と|が[^、。が]{0,8}原因)"
)
"""「当店が提供した弁当を原因とする食中毒」: what made people ill is laid on whoever made it or brought it."""
_BRANCH = re.compile(
    r"(?:^|、)([^、。はがをにの「」]{1,16}(?:営業所|支店|支社|支局|支所|出張所|(?<!同)工場))(?:において|におき|にて|で(?!は))"
)
"""「北支店において」: a branch named without whose it is is the speaker's own."""
_OWN_PLACE = re.compile(
    rf"(?:^[^一-龥ぁ-んァ-ヶA-Za-z]{{0,6}}|(?<!であり)[、。])(?:なお|また|しかし|そのため|ところが)?、?{OURSELVES.pattern}(?P<mark>では(?!な[くい]|あり|ござ)|に(?:おき|おいて)(?:まして)?(?:は|も|{_LOOKS_INTO}))、?"
)
"""「当店では、…省いていました」: where the organisation is the place of what went wrong, that is its own."""
_OF_ITS_OWN = re.compile(
    rf"{OURSELVES.pattern}の?[^、。はがをに]{{0,12}}(?:は|が|で|も)"
    r"(?![^。]*(?:調べ|調査|(?:確かめ|確認し|見比べ)[^、。]{0,6}(?:ところ|結果)))"
)
"""Whose doing a cause tells without any word of failing: 「当会の係が受け付け」; who looked into it need not have done it."""
MYSELF = re.compile(r"(?:^|[、。])(?:[^、。]{0,16}である)?(?:私|わたし|わたくし)(?:たち|達|ども|共)?(?:が|は)")
"""「私が名簿を並べ替えたときに」: whoever signs tells of a deed of its own, in whatever clause."""
_FAILING = re.compile(
    r"(?=([^、。はがをにの]{1,16})(?:に|の)[^。]{0,30}?(?:不具合|欠陥|故障|劣化|障害|バグ|誤作動|脆弱性|[旧古誤前][^、。]{0,8}が残(?:って|り)))"
)
_WORN = re.compile(
    r"劣化|の故障(?:が|により|によっ|に(?:伴|起因))|結露し|(?:設備|装置|機器|機械|部品|計器)[^、。を]{0,4}が(?:壊れ|破損し|故障し)|腐食|摩耗|欠損|断線|固着|老朽|誤[作動]動|脆弱性(?:です|でした|が(?:原因|あ|残))|液[^、。]{0,6}凍結|[計機器弁管]が凍結|(?:装置|電池|バッテリー|基板|[機器盤])から(?:出火|発火|発煙|漏電)|(?:ボルト|ナット|ねじ|ばね|ワイヤー?|ベルト|部品|配管|弁|爪|刃|軸受け?|接点|継ぎ?手)[^。を]{0,24}(?:焼き?付|欠け|溶着|抜け|折れ|割れ|破れ|外れ|緩[みん]|開い(?!たまま))"
)
"""What befalls things alone."""

_BUILT = re.compile(
    r"(?:仕様|作り|つくり|設定|状態|仕組み)(?:と|に)な(?:って(?!い?な|おら)|り)|(?:仕様|作り|設定|状態|状況)(?:だった|であった|でした)"
)
_MISTAKE = re.compile(r"誤(?:っ|り|設定|操作)|ミス|漏れ|失念|忘れ|怠")
_STORED = re.compile(r"データ(?!ベース)|ファイル|サイト|処理")


def slips_of_persons(wording: str) -> list[str]:
    """The persons whose slip a wording names: 「著者の理解が足りず」."""
    return [phrase for phrase in map("".join, _SLIP.findall(wording)) if owner_named(phrase) == Owner.PERSON]


def things_of_contractors(wording: str) -> list[str]:
    """The contractors in whose thing something went wrong."""
    return [phrase for phrase in map("".join, _THING.findall(wording)) if owner_named(phrase) == Owner.CONTRACTOR]


def lapses_at_home(wording: str) -> bool:
    """Whether the organisation is the place of what was left undone, and nobody else is named there: 「当店では…されていませんでした」."""
    place = _OWN_PLACE.search(wording) or BLAME.found("place_at_home", wording)
    rest = wording[place.end() :] if place else ""
    return BLAME.says("lapse", rest) and actors_in(rest).isdisjoint({Owner.CONTRACTOR, Owner.PERSON, Owner.OUTSIDER})


def holders(wording: str) -> list[str]:
    """Whose a failing is by the bracket at the end of it."""
    return [phrase for phrase in _HOLDER.findall(wording) if owner_named(phrase) in _DOERS]


def taken_outright(wording: str) -> bool:
    """Whether a sentence ends in its own fault or deed, whatever it names before: 「雪の影響もありましたが、当方に非があります」.

    So does one that others were asked and that then names nobody but the speaker: 「業者に見てもらったら、うちが逆に付けていました」.
    """
    answer = without_asked(wording)
    told_of_itself = answer != wording and not ATTACKER.search(answer) and actors_in(TO_US.sub("", answer)) - {Owner.SYSTEM} == {Owner.OWN}
    return told_of_itself or BLAME.says("taken_outright", _THOUGHT.sub("", wording))


def cause_owner(unit: UnitReading) -> Owner | None:
    """Whom the grammar of a cause names: owner of the fault, by-phrase, whoever acts, and last the thing that failed."""
    if _ASKED.search(unit.wording) or (_TELLING.search(unit.wording) and Owner.PERSON in topics(unit)):
        return Owner.PERSON
    if taken_outright(unit.wording):
        return Owner.OWN
    whole = without_warning(without_taken_back(_THOUGHT.sub("", unit.wording)))
    upheld = without_effect(whole)
    wording = without_late_notice(upheld)
    told = [phrase for _, candidates in faults(unit.parsed) for phrase in candidates if not left_alone(phrase, wording)]
    told += AGENT.findall(wording)
    told += [phrase for phrase in _PLACE.findall(wording) if owner_named(phrase.rpartition("の")[2]) == Owner.CONTRACTOR]
    accounts = [phrase for phrase in _BY_ACCOUNT.findall(wording) if owner_named(phrase) == Owner.CONTRACTOR]
    if (accounts or _FIRMS_THING.search(wording)) and Owner.OWN not in map(owner_named, told):
        return Owner.CONTRACTOR
    told += things_of_contractors(wording)
    told += _MADE.findall(wording)
    told += holders(wording)
    told += slips_of_persons(wording)
    told = [phrase for phrase in told if phrase in wording]
    doers = [*acting(unit, "が", within=None if wording == whole else wording), *doing(unit)]
    owners = [*map(owner_named, told), *(owner for owner in doers if owner != Owner.SYSTEM)]
    if ATTACKER.search(wording):
        owners.append(Owner.OUTSIDER)
    if MYSELF.search(wording):
        owners.append(Owner.OWN)
    if not (_UNCHECKED.search(wording) or SWITCHED_OFF.search(wording)):
        owners += [owner for owner in doers if owner == Owner.SYSTEM]
    owners += [owner for phrase in _FAILING.findall(wording) if (owner := owner_named(phrase)) == Owner.SYSTEM]
    if not _NOT_DONE_BY_CHOICE.search(wording) and (_WORN.search(wording) or _built_so(wording)):
        owners.append(Owner.SYSTEM)
    branch = _BRANCH.search(wording)
    placed = (branch and not BLAME.says("another_works", branch[1])) or any(
        names_itself(phrase.rpartition("の")[2]) for phrase in _PLACE.findall(wording)
    )
    place = _OWN_PLACE.search(wording)
    if placed or (place and "は" in place["mark"]) or lapses_at_home(wording) or wording != upheld:
        owners.append(Owner.OWN)
    if BLAME.says("clinic_at_fault", wording):
        owners.append(Owner.CONTRACTOR)
    return next((owner for owner in owners if owner), None)


def told_of_its_own(unit: UnitReading) -> bool:
    """Whether the organisation is what a cause speaks of, though no word of it tells of a failing: 「財団は、資料を棚に置いていた」."""
    return Owner.OWN in acting(unit, "は") or _OF_ITS_OWN.search(TO_US.sub("", unit.wording)) is not None


def _built_so(wording: str) -> bool:
    """Whether a system is said to have been made in the wrong way, with no word of anybody's mistake."""
    if not _BUILT.search(wording) or _MISTAKE.search(wording):
        return False
    named = actors_in(_STORED.sub("", wording))
    return Owner.SYSTEM in named and Owner.CONTRACTOR not in named


def doing(unit: UnitReading) -> list[Owner]:
    """Whoever acts, or leaves undone what they should have done, told by the wording where the parse fails."""
    found: list[Owner] = []
    for match in _DOER.finditer(unit.wording):
        head = match[1].rpartition("の")[2]
        owner = owner_named(match[1]) if owner_named(head) and not left_alone(match[1], unit.wording) else None
        if match[0][len(match[1])] == "と" and BLAME.says("role_of_self", match[0]):
            owner = Owner.OWN
        rest = _NOT_DONE_BY_CHOICE.sub("", unit.wording[match.end() - 1 :])
        left_so = _LEFT_SO.search(unit.wording, 0, match.start())
        acts = left_so or goes_wrong(rest) or match[1].endswith(("本人", "同人"))
        if owner == Owner.OWN:
            acts = _fails(rest, _OWN_DOING, _OTHER_SUBJECT) or (match[0][-1] != "が" and _fails(rest, _LEFT_UNDONE, _OTHER_TOPIC))
        if (owner == Owner.CONTRACTOR and match[0].endswith("が")) or (owner in _DOERS and acts):
            found.append(owner)
    return found


def goes_wrong(rest: str) -> bool:
    """Whether what follows a subject tells of something done wrongly or left undone by choice."""
    rest = _NOT_DONE_BY_CHOICE.sub("", rest)
    return _OWN_DOING.search(rest) is not None or _MISDEED.search(rest) is not None


def _fails(rest: str, failing: re.Pattern[str], others: re.Pattern[str]) -> bool:
    """Whether what follows a subject tells of its failing, before any of `others` takes over."""
    rest = _ASIDE.sub("", rest)
    fails = failing.search(rest)
    return fails is not None and not others.search(rest, 2, fails.start())
