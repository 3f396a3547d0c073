"""The JIS encodings as Windows writes them: ①㈱髙 stand in rows of JIS X 0208 that Python's codecs hold for empty."""

import re
from collections.abc import Iterator

_ISO2022_SWITCH = re.compile(rb"(\x1b(?:\$[@B]|\([BIJ]))")
_EUC_RUN = re.compile(rb"(?P<pairs>(?:[\xa1-\xfe]{2})+)|(?P<other>[\x00-\x7f]+|\x8e[\xa1-\xdf]|\x8f[\xa1-\xfe]{2})")


def from_iso2022(data: bytes) -> str:
    """ISO-2022-JP with these rows, half-width kana too; `ValueError` where it is none."""
    parts: list[str] = []
    mode = b"\x1b(B"
    for part in _ISO2022_SWITCH.split(data):
        if part.startswith(b"\x1b"):
            mode = part
        elif mode.startswith(b"\x1b$"):
            parts.append(_from_pairs(part))
        elif mode == b"\x1b(I":
            parts.append(bytes(byte | 0x80 for byte in part).decode("cp932"))
        else:
            parts.append(part.decode("ascii"))
    return "".join(parts)


def from_euc(data: bytes) -> str:
    """EUC-JP with these rows (CP51932); `ValueError` where it is none."""
    return "".join(_euc_runs(data))


def _euc_runs(data: bytes) -> Iterator[str]:
    at = 0
    while at < len(data):
        run = _EUC_RUN.match(data, at)
        if run is None:
            raise ValueError(f"not EUC-JP at byte {at}")
        yield _from_pairs(bytes(byte & 0x7F for byte in run["pairs"])) if run["pairs"] else run[0].decode("euc_jp")
        at = run.end()


def _from_pairs(pairs: bytes) -> str:
    """JIS X 0208 code pairs, Microsoft's rows included, by way of their place in Shift_JIS."""
    if len(pairs) % 2 or any(not 0x21 <= byte <= 0x7E for byte in pairs):
        raise ValueError("not JIS code pairs")
    shifted = bytearray()
    for row, cell in zip(pairs[::2], pairs[1::2], strict=True):
        shifted.append(((row - 0x21) >> 1) + (0x81 if row < 0x5F else 0xC1))
        shifted.append(cell + (0x1F if cell < 0x60 else 0x20) if row % 2 else cell + 0x7E)
    return shifted.decode("cp932")
