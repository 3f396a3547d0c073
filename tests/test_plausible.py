"""What is scored and what never is."""

import time

import pytest

from analyzer.errors import UnreadableError
from analyzer.reading.plausible import check_plausible, is_blank, is_html, kana_share

JAPANESE = "会員様12名のお名前が流出しました。深くお詫び申し上げます。"


@pytest.mark.parametrize(
    "text",
    [
        JAPANESE,
        "ﾃﾞｰﾀｶﾞﾘｭｳｼｭﾂｼﾏｼﾀ。",
        "か\u3099いふ\u3099に流出しました。",
        JAPANESE * 3 + " We apologize for the leak of the names of twelve members of our club, and for the delay in telling them." * 3,
        "報告書\n" + "山田太郎 鈴木一郎 " * 10 + "以上の方々の氏名が漏えいしました。",
        "本文に<html>という語があります。",
        "<重要>個人情報の流出についてお知らせします。",
        "\ufffd" + JAPANESE,
        f'{{"お詫び"}}\n{JAPANESE}',
        f"[1] {JAPANESE}",
    ],
)
def test_japanese_passes(text: str) -> None:
    check_plausible(text, "a.txt")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        (" \n\t", "empty"),
        ("　　\r\n", "empty"),
        ("\u200b\ufeff\0", "empty"),
        ("We apologize for the leak of personal data.", "no Japanese text"),
        ("关于泄露用户信息的道歉声明，我们深表歉意。请联系优の良品客服中心咨询有关事宜，谢谢您的理解与支持。", "no Japanese text"),
        ("개인정보 유출에 대해 사과드립니다.", "no Japanese text"),
        ("123-4567", "no Japanese text"),
        ("🙇", "no Japanese text"),
        ("<!DOCTYPE html>\n<html lang='ja'><body>お詫び</body></html>", "HTML"),
        ("\n<!-- saved -->\n<html><p>お詫び", "HTML"),
        ("<div class='news'><p>流出のお詫び</p></div>\n", "HTML"),
        ("お詫び申し上げます。".encode().decode("cp932", "ignore"), "garbled"),
        ("お�び申し�げ�す。", "garbled"),
        (f'{{"id": "a", "text": "{JAPANESE}"}}\n', "JSON"),
        (f'[{{"text": "{JAPANESE}"}}]', "JSON"),
        (f"[{{{JAPANESE!r}:".replace("'", '"') + "[" * 100_000, "JSON"),
    ],
)
def test_others_are_refused(text: str, why: str) -> None:
    with pytest.raises(UnreadableError, match=rf"^a\.txt: .*{why}") as error:
        check_plausible(text, "a.txt")
    assert "\n" not in str(error.value)


def test_parts() -> None:
    assert is_blank("") and not is_blank("。")
    assert not is_html("<p>は段落の印です。")
    assert kana_share("") == 0.0
    assert kana_share("お詫び") == pytest.approx(2 / 3)


@pytest.mark.parametrize("opening", ["<!--" * 50_000, "<p " * 60_000, " " * 200_000], ids=["comment", "tag", "blank"])
def test_a_hostile_opening_takes_no_more_than_its_length(opening: str) -> None:
    def seconds(text: str) -> float:
        start = time.perf_counter()
        is_html(text)
        return time.perf_counter() - start

    half, whole = (min(seconds(text) for _ in range(3)) for text in (opening[: len(opening) // 8], opening))
    assert whole < 32 * max(half, 1e-3), "eight times the text takes far more than eight times as long"
