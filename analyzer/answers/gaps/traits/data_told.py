"""Which kinds of data a unit tells of, without those it says were not there: 「電話番号は記載されておりません」."""

import re
from collections.abc import Iterable

from analyzer.language.facts import Fact, FactKind
from analyzer.language.features import UnitReading
from analyzer.language.units import Span
from analyzer.rules.slots import BLAME

_CLAUSE = re.compile(r"。|(?<=[がりしずくてでれえけせめべ])、|\n")
"""Where one statement about data ends: 「氏名を含みますが、」, not 「氏名、」 nor 「住所については、」."""
_NOT = r"(?:て|で)?(?:は|も)?(?:い|お)?(?:ない(?!はず|[一-龥ァ-ヶ])|な[くかし]|ませ|らず|りませ|ず(?=[、。)]|$))"
_LEFT_OUT = re.compile(
    rf"(?:含(?:まれ|ん|み|ま)|(?:記載|掲載|表示|印字|印刷|記録|保存|保持|保有|登録|収集|取得|入力|流出|漏え?い|漏洩|送信|送付)(?:(?:さ|せら)れ|し|いたし)?|"
    rf"(?:載|入|残|漏れ出|持)っ|漏れ|載せ|預かっ|扱っ|書かれ|見え){_NOT}"
    r"|(?:記載|表示|掲載|登録|印字|流出|漏え?い|漏洩|漏れ)(?:し(?:まし)?た|された)?(?:事実|形跡|こと|の事実)?[はがも]?(?:一切|いずれも)?(?:な[いくし]|ありませ|ございませ|(?:確認|認め)[^、。]{0,6}(?:な[いく]|ませ|おらず))"
    r"|対象(?:外|と(?:は|も)?な(?:って(?:い|お)|り)?ませ|(?:では|に)[^、。]{0,8}(?:な[いく]|ませ))|該当(?:し|いたし)?(?:て(?:い|お))?(?:な[いく]|ませ|りませ)|該当するものでは"
)
_ALL_THE_SAME = re.compile(r"以外|の(?:ほか|他)|を除|のみ|だけ|しか")
"""「氏名以外の情報は含まれておりません」: what stands before it was there."""
_PAGE = re.compile(r"(?:の)?(?:ページ|画面|機能|メニュー|サービス)")
"""「注文履歴ページ」 is the name of a page, and says nothing of what it showed."""
_WHOSE = re.compile(r"(?<=[0-9一二三四五六全各同])(?:学年|学級|クラス)|(?:学年|学級|クラス)(?=の(?:保護者|児童|生徒|担任|皆))")
"""「1学年から3学年の保護者」 tells who received it, and not what was in it."""
_CHANGED = re.compile(r"(?:等|など)?(?:を|の|が)?[^。、]{0,6}(?:変更|設定|改ざん|改竄|リセット|再設定|強化|無効|初期化|総当たり|使い回)")
"""「サーバーのパスワードを変更」 「起動時のパスワードを設定」 is what was done, and no kind of data that went out."""
_PROTECTS = re.compile(r"(?:に)?(?:よる)?(?:認証|ロック)")
"""「指紋認証」 keeps others out of the machine that was lost."""
_BRACKET = re.compile(r"\([^()]*\)")


def data_told(unit: UnitReading) -> list[Fact]:
    """The kinds of data in a unit that it does not say were left out."""
    left_out = _left_out(unit.wording)
    offices = [found.span() for found in BLAME.each("department", unit.wording)]
    return [
        fact
        for fact in unit.facts
        if fact.kind == FactKind.DATA
        and not _PAGE.match(unit.wording, fact.end)
        and not _WHOSE.match(unit.wording, fact.start)
        and not (fact.text.endswith(("パスワード", "暗証番号")) and _CHANGED.match(unit.wording, fact.end))
        and not _PROTECTS.match(unit.wording, fact.end)
        and not any(start <= fact.start < end for start, end in offices)
        and not any(start <= fact.start < end and not _ALL_THE_SAME.search(unit.wording, fact.end, end) for start, end in left_out)
    ]


def without_left_out(wording: str) -> str:
    """The wording without its clauses that only say what was not there."""
    return blanked(wording, [span for span in _left_out(wording) if not _ALL_THE_SAME.search(wording, *span)])


def _left_out(wording: str) -> list[Span]:
    """The clauses, and the brackets, that say of what they name that it was not there."""
    aside = [found.span() for found in _BRACKET.finditer(wording) if _LEFT_OUT.search(wording, *found.span())]
    wording = blanked(wording, aside)
    breaks = list(_CLAUSE.finditer(wording))
    clauses = zip([0, *(found.end() for found in breaks)], [*(found.start() for found in breaks), len(wording)], strict=True)
    return [*aside, *(clause for clause in clauses if _LEFT_OUT.search(wording, *clause))]


def blanked(wording: str, spans: Iterable[Span]) -> str:
    """The wording with blanks for some of its spans, so that places stay as they are."""
    for start, end in spans:
        wording = wording[:start] + " " * (end - start) + wording[end:]
    return wording
