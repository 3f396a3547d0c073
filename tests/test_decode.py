"""Bytes of every encoding Japanese files come in, and what is turned away with its kind named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analyzer.errors import UnreadableError
from analyzer.reading.decode import MAX_BYTES, check_length, decode, decode_table, has_surrogates, without_surrogates
from analyzer.statement import MAX_CHARACTERS

PLAIN = "平素より青嵐クラブを応援いただき、ありがとうございます。\r\n会員様１２名のお名前が流出しました。\n"
WINDOWS = "髙﨑様、①㈱青嵐、ﾃｽﾄ配信のお詫び。"
EXTENDED = "①森鷗外の件のお詫びとご報告。"

ROUND_TRIPS = [
    (PLAIN, "utf-8"),
    (PLAIN, "utf-8-sig"),
    (PLAIN, "utf-16"),
    (PLAIN, "utf-32"),
    (PLAIN, "cp932"),
    (PLAIN, "shift_jis"),
    (PLAIN, "euc_jp"),
    (PLAIN, "iso2022_jp"),
    (WINDOWS, "utf-8"),
    (WINDOWS, "cp932"),
    (EXTENDED, "euc_jis_2004"),
    (EXTENDED, "iso2022_jp_2004"),
    ("ﾃｽﾄ配信のお詫び", "euc_jp"),
    ("ﾃｽﾄ配信のお詫び", "iso2022_jp_ext"),
    ("か\u3099き\u3099の件", "utf-8"),
    ("", "utf-8"),
    ("　\n", "utf-8"),
    ("plain ASCII", "ascii"),
    ("お詫び😢", "utf-16"),
]


@pytest.mark.parametrize(("text", "codec"), ROUND_TRIPS)
def test_decodes_to_itself(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "a.txt") == text


@pytest.mark.parametrize(("codec", "bom"), [("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff"), ("utf-8", b"\xef\xbb\xbf")])
def test_mark_is_no_part_of_the_text(codec: str, bom: bytes) -> None:
    assert decode(bom + PLAIN.encode(codec), "a.txt") == PLAIN


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf16_without_mark(codec: str) -> None:
    assert decode(PLAIN.encode(codec), "a.txt") == PLAIN


def _jis(sjis: bytes) -> bytes:
    """JIS code pairs of Shift_JIS pairs below row 95, as Windows writes them."""
    pairs = bytearray()
    for lead, trail in zip(sjis[::2], sjis[1::2], strict=True):
        row = (lead - (0x81 if lead < 0xA0 else 0xC1)) * 2 + 0x21
        pairs += bytes((row + 1, trail - 0x7E) if trail >= 0x9F else (row, trail - (0x20 if trail > 0x7F else 0x1F)))
    return bytes(pairs)


WINDOWS_ROWS = "①㈱のお詫び".encode("cp932") + b"\xee\xe0"  # NEC's place of 髙


def test_windows_mail_rows_in_iso_2022_jp() -> None:
    assert decode(b"\x1b$B" + _jis(WINDOWS_ROWS) + b"\x1b(B.\n\x1b(I\x43\x1b(B", "mail.txt") == "①㈱のお詫び髙.\nﾃ"


def test_windows_rows_in_euc_jp() -> None:
    data = bytes(byte | 0x80 for byte in _jis(WINDOWS_ROWS)) + "。ﾃ".encode("euc_jp")
    assert decode(data, "a.txt") == "①㈱のお詫び髙。ﾃ"


@pytest.mark.parametrize("stray", ["\0", "\x1b[31m", "\x1b", "\x0c", "\u200b", "\x1a"])
@pytest.mark.parametrize("codec", ["utf-8", "cp932"])
def test_stray_controls_stay(stray: str, codec: str) -> None:
    text = PLAIN + stray.encode(codec, "ignore").decode(codec) + PLAIN
    assert decode(text.encode(codec), "a.txt") == text


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "PDF"),
        (b"\n%PDF-1.4 ascii only", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"PK\x03\x04\x14\0\0\0notes.txt", "ZIP"),
        (b"PK\x03\x04\x14\0\0\0[Content_Types].xml...word/document.xml", "Word"),
        (b"PK\x03\x04\x14\0\0\0[Content_Types].xml...xl/workbook.xml", "Excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(50), "Microsoft Office"),
        (b"{\\rtf1\\ansi ...}", "RTF"),
        (b"PAR1\x15\x04", "Parquet"),
        (bytes(range(256)) * 4, "バイナリ"),
        (bytes(1000), "バイナリ"),
        (b"\0\x01\x02\x03abcdef" * 20, "バイナリ"),
        (b"\xff\xfe" + bytes(42), "バイナリ"),
    ],
)
def test_kind_is_named(data: bytes, kind: str) -> None:
    with pytest.raises(UnreadableError, match=r"^a\.bin: ") as error:
        decode(data, "a.bin")
    assert kind in str(error.value)
    assert "\n" not in str(error.value)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("ä ö ü é à".encode("latin-1"), "unknown encoding"),
        ("关于泄露用户信息的道歉声明，深表歉意。".encode("gb2312"), "unknown encoding"),
        ("개인정보 유출에 대한 사과".encode("euc_kr"), "unknown encoding"),
        (PLAIN.encode()[:-5], "broken UTF-8 at byte"),
        ("お詫び".encode() * 9 + b"\xff" + "お詫び".encode() * 9, "broken UTF-8 at byte 81"),
        (b"\xff\xfe" + PLAIN.encode("utf-16-le")[:-1], "broken UTF-16"),
        (b"\x1b$B$*OM$S\x1b$B\x7f\x7f\x1b(B", "broken ISO-2022-JP"),
    ],
)
def test_undecodable_is_said_so(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError, match=why):
        decode(data, "a.txt")


def test_size_is_checked_before_anything_else() -> None:
    with pytest.raises(UnreadableError, match="larger than 4 MB"):
        decode(b"%PDF-" + bytes(MAX_BYTES), "a.txt")


def test_length_limit_names_length_and_limit() -> None:
    assert decode("あ".encode() * MAX_CHARACTERS, "a.txt") == "あ" * MAX_CHARACTERS
    with pytest.raises(UnreadableError, match=r"has 200,001 characters, the limit is 200,000"):
        decode("あ".encode() * (MAX_CHARACTERS + 1), "a.txt")
    with pytest.raises(UnreadableError):
        check_length("a" * (MAX_CHARACTERS + 1), "text")


def test_surrogates() -> None:
    assert without_surrogates("お\ud83d詫び\udfff😢") == "お\ufffd詫び\ufffd😢"
    assert not has_surrogates("お詫び😢")
    assert decode("お詫び\ud800の件".encode("utf-8", "surrogatepass"), "a.txt") == "お詫び\ufffdの件"
    assert decode(b"\xff\xfe" + "お詫び\ud800".encode("utf-16-le", "surrogatepass"), "a.txt") == "お詫び\ufffd"


def test_table_keeps_broken_bytes_apart() -> None:
    data = b"text\n" + "お詫び\n".encode() * 9 + b"\xe3\x81\n"
    assert decode_table(data, "a.csv").splitlines()[-1] == "\udce3\udc81"
    with pytest.raises(UnreadableError, match="PDF"):
        decode_table(b"%PDF-1.4", "a.csv")


JIS_LETTERS = st.text(
    st.characters(codec="shift_jis", exclude_categories=["Cc"], exclude_characters="\\~‾¥―∥−～〜—‖¢£¬￠￡￢－").filter(
        lambda char: not "｡" <= char <= "ﾟ"
    )
)
CODECS = ("utf-8", "utf-8-sig", "utf-16", "utf-32", "cp932", "euc_jp", "iso2022_jp", "iso2022_jp_ext", "euc_jis_2004", "iso2022_jp_2004")


@given(JIS_LETTERS, st.sampled_from(CODECS), st.sampled_from(["\n", "\r\n", "。"]))
def test_every_japanese_text_decodes_to_itself(letters: str, codec: str, end: str) -> None:
    text = "このたびのお詫び" + letters + end
    assert decode(text.encode(codec), "a.txt") == text


@given(st.text())
def test_any_unicode_survives_utf8_unless_binary(text: str) -> None:
    try:
        assert decode(b"\xef\xbb\xbf" + text.encode("utf-8"), "a.txt") == text
    except UnreadableError as error:
        assert "バイナリ" in str(error)


@given(st.binary())
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        assert not has_surrogates(decode(data, "a.txt"))
    except UnreadableError as error:
        assert str(error).startswith("a.txt: ")
