"""Who does what in a unit, read off the dependency tree: subjects, owners of a fault, voice, sentence-final form."""

import re
from collections.abc import Iterator

from analyzer.language.pipeline import ParsedUnit, Word
from analyzer.schema import Owner

_OWN = re.compile(
    r"^(?:当(?:クラブ|社|団|市|町|村|県|院|校|学|会|協会|連盟|リーグ|法人|店|組合|局|財団|委員会|方|チーム|館|園|室|課|部|区|大学|病院|機構|球団|事務局|行|庁)"
    r"|弊(?:社|クラブ|店|会|団|所|校|チーム|部)|本(?:市|町|村|県|区|院|校|学|会|協会|連盟|法人|組合|財団|部|クラブ|園|機構|人会)|小社|自社|私(?:たち|達|ども|共)?|わたし(?:たち|ども)?|我々|われわれ|僕(?:たち|ら)?|自分(?:たち)?|運営|事務局|主催者|クラブ|こちら|当該課)"
)
_CONTRACTOR = re.compile(
    r"委託先|委託業者|受託|再委託|業者|協力会社|取引先|ベンダー|開発会社|開発元|提供元|提供会社|運営会社|代理店|配送会社|運送会社|メーカー|製造元|施工会社|工事会社|印刷会社|警備会社|同社|先方|他社|プレイガイド|下請|派遣会社|委託会社|事業者|サプライヤー|仕入先|制作会社"
)
_PERSON = re.compile(
    r"担当者|職員|社員|従業員|選手|教諭|教員|教師|コーチ|監督|スタッフ|アルバイト|部員|学生|生徒|医師|看護師|運転手|運転者|係員"
    r"|役員|社長|会長|理事|本人|同人|者$|審判|課長|係長|部長|顧問|委員$|作業員|ボランティア|指導者|個人"
)
_SYSTEM = re.compile(
    r"システム|サーバ|機器|装置|プログラム|ソフト|アプリ|端末|設備|回線|ネットワーク|機械|ツール|サイト|データ|ファイル|機能"
    r"|クラウド|基盤|ゲート|処理|ボルト|部品|配管|車両"
)
_OUTSIDER = re.compile(
    r"ファン|サポーター|お客様|お客さま|観客|来場者|利用者|会員|報道|メディア|新聞|記者|第三者|攻撃者|犯人|投稿|何者|外部|保護者"
    r"|市民|住民|購入者|受信者|通行人|警察|乗客|皆様|皆さま|被害者|相手|悪意|SNS|台風|大雨|強風|天候|雷"
)
_OWNERS: tuple[tuple[Owner, re.Pattern[str]], ...] = (
    (Owner.OWN, _OWN),
    (Owner.CONTRACTOR, _CONTRACTOR),
    (Owner.SYSTEM, _SYSTEM),
    (Owner.OUTSIDER, _OUTSIDER),
    (Owner.PERSON, _PERSON),
)
_FAULT = re.compile(
    r"ミス|誤り|不備|不手際|不足|落ち度|過失|不注意|見落とし|漏れ|もれ|怠慢|不徹底|甘さ|欠如|不具合|障害|故障|責任|義務|誤操作|誤送信|誤配信|間違い|判断|認識|問題|違反|不始末|油断|失態|至らなさ|不行き届き|手落ち|遅れ|エラー|バグ|欠陥|トラブル|手違い|勘違い|原因"
)
_FAULT_VERB = frozenset(
    (
        "怠る 誤る 間違える 見落とす 見過ごす 見逃す 失念 忘れる 欠く 欠ける 至る 放置 取り違える 誤送信 誤配信 誤認 "
        "勘違い 黙認 軽視 逸脱 違反 隠す 隠蔽 失う 招く 損なう 裏切る 逃れる 足りる できる 甘い"
    ).split()
)
_INTRANSITIVE = frozenset(
    (
        "発生 判明 発覚 生じる 起きる 起こる なる 漏れる 流出 漏洩 漏えい 混入 至る 止まる "
        "遅れる 見つかる 分かる わかる ある 届く 含まれる 残る"
    ).split()
)
_FORMAL_NOUNS = frozenset("こと もの の ため ところ".split())
_SUBJECT = frozenset({"nsubj", "csubj"})
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})


def owner_of(noun: str) -> Owner | None:
    """The class of actor a noun phrase names, or None.

    >>> owner_of("弊社担当者"), owner_of("委託先の作業者")
    (<Owner.OWN: 'own'>, <Owner.CONTRACTOR: 'contractor'>)
    """
    return next((owner for owner, pattern in _OWNERS if pattern.search(noun)), None)


def owners_in(phrase: str) -> frozenset[Owner]:
    """Every class of actor a noun phrase names: 「弊社の委託先」 names two."""
    return frozenset(owner for owner, pattern in _OWNERS if pattern.search(phrase))


def phrase_of(words: tuple[Word, ...], index: int) -> str:
    """The noun phrase headed by a word: its compounds and its の-modifiers, in order."""
    start = index
    while start and (
        words[start - 1].dep in ("compound", "nmod", "case", "nummod", "acl") or words[start - 1].pos in ("NOUN", "PROPN", "PRON")
    ):
        before = words[start - 1]
        if before.pos in ("PUNCT", "VERB", "AUX") or (before.pos == "ADP" and before.text not in "のや・及びおよび"):
            break
        start -= 1
    return "".join(word.text for word in words[start : index + 1])


def faults(unit: ParsedUnit) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Each fault a unit names, as a noun or as a predicate, and the noun phrases it may be laid on, the nearest first."""
    words = unit.words
    for index, word in enumerate(words):
        if _FAULT.search(word.text) and word.pos in ("NOUN", "VERB", "PROPN"):
            yield index, (phrase_of(words, index), *_subjects_of(words, index, words[index].head))
        elif word.lemma in _FAULT_VERB:
            yield index, _subjects_of(words, index)


def _subjects_of(words: tuple[Word, ...], *predicates: int) -> tuple[str, ...]:
    return tuple(
        phrase_of(words, at) for at, word in enumerate(words) if word.dep in _SUBJECT and word.head in predicates and at not in predicates
    )


def subjects(unit: ParsedUnit) -> Iterator[tuple[str, str]]:
    """The noun phrase of every subject in a unit and the particle that marks it; who acts in a clause that describes a noun is none."""
    words = unit.words
    for index, word in enumerate(words):
        predicate = words[word.head]
        if word.dep in _SUBJECT and (predicate.dep != "acl" or words[predicate.head].lemma in _FORMAL_NOUNS):
            marker = next((other.text for other in words[index + 1 : index + 3] if other.dep == "case" and other.head == index), "")
            yield phrase_of(words, index), marker


def agency_features(unit: ParsedUnit) -> Iterator[str]:
    """Named binary features of one parsed unit (see the module's docstring)."""
    words = unit.words
    if not words:
        return
    yield from _final_form(words)
    children: list[list[int]] = [[] for _ in words]
    for index, word in enumerate(words):
        if word.head != index:
            children[word.head].append(index)
    for index, word in enumerate(words):
        if word.head == index:
            yield f"root:{word.lemma}"
            if word.lemma in _INTRANSITIVE:
                yield "root_intransitive"
        if word.dep in _SUBJECT:
            yield from _subject(words, index)
        if _FAULT.search(word.text) and word.pos in ("NOUN", "VERB", "PROPN"):
            yield from _fault_noun(words, index)
        if word.lemma in ("れる", "られる") and word.pos == "AUX":
            yield "passive"
            yield f"passive:{words[word.head].lemma}"
        if (
            word.pos in _CONTENT
            and word.head != index
            and words[word.head].pos in _CONTENT
            and word.dep in ("obj", "nsubj", "obl", "nmod", "iobj")
        ):
            yield f"pair:{word.lemma}>{words[word.head].lemma}"
            case = next((words[child].lemma for child in children[index] if words[child].dep == "case"), "")
            yield f"case:{case}>{words[word.head].lemma}"


def _subject(words: tuple[Word, ...], index: int) -> Iterator[str]:
    owner = owner_of(phrase_of(words, index))
    predicate = words[words[index].head]
    name = owner or "unknown"
    yield f"subject:{name}"
    if predicate.lemma in _FAULT_VERB or _FAULT.search(predicate.text):
        yield f"fault_subject:{name}"
    yield f"subject:{name}>{predicate.lemma}"


def _fault_noun(words: tuple[Word, ...], index: int) -> Iterator[str]:
    owner = owner_of(phrase_of(words, index))
    if owner is None:
        owner = _clause_subject(words, index)
    yield f"fault:{owner or Owner.NOBODY}"
    following = "".join(word.text for word in words[index + 1 : index + 4])
    if following.startswith(("により", "によって", "による", "に起因", "が原因")):
        yield f"fault_by:{owner or Owner.NOBODY}"


def _clause_subject(words: tuple[Word, ...], index: int) -> Owner | None:
    """The owner named by the subject of the predicate the noun hangs on, if there is one."""
    head = words[index].head
    for at, word in enumerate(words):
        if word.dep in _SUBJECT and word.head in (head, index) and at != index:
            return owner_of(phrase_of(words, at))
    return None


_FINAL_FORMS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern + r"[。.」』)）!！]*$"))
    for name, pattern in (
        ("mairimasu", r"(?:て|で)(?:まい|参)り(?:ます|たい(?:と(?:思い|存じ|考え)ます)?)"),
        ("shozon", r"所存(?:です|であります|でございます)"),
        ("negative_past", r"(?:ませんでした|なかった)"),
        ("negative", r"(?:ません|ない|ぬ|ず)"),
        ("te_orimasu", r"(?:て|で)(?:おり|い)(?:ます|る)"),
        ("te_orimashita", r"(?:て|で)(?:おり|い)(?:ました|た)"),
        ("itashimashita", r"(?:いたし|致し|し)ました"),
        ("mashita", r"ました"),
        ("kudasai", r"(?:ください|下さい|ますよう(?:お願い.*)?|お願い(?:いたし|申し上げ|し)ます)"),
        ("moushiage", r"申し?上げます"),
        ("itashimasu", r"(?:いたし|致し)ます"),
        ("shimasu", r"します"),
        ("masu", r"ます"),
        ("deshita", r"でした"),
        ("desu", r"(?:です|であります|でございます)"),
        ("past_plain", r"(?:[たっ]た|した|だった|であった)"),
        ("plain", r"(?:する|である|れる|た|る|う|く)"),
        ("to_suru", r"(?:こと|もの)(?:と(?:する|します|した)|です|である)?"),
    )
)


def final_form(wording: str) -> str:
    """Class of the sentence-final form, `noun` where the unit ends in none of them."""
    return next((name for name, pattern in _FINAL_FORMS if pattern.search(wording)), "noun")


def _final_form(words: tuple[Word, ...]) -> Iterator[str]:
    tail = "".join(word.text for word in words[-14:])
    yield f"final:{final_form(tail)}"
    verb = next((word for word in reversed(words) if word.pos in ("VERB", "ADJ", "NOUN")), None)
    if verb:
        yield f"final:{final_form(tail)}:{verb.lemma}"
