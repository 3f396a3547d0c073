"""Japanese eras and the years of the common calendar."""

_STARTS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
_STARTS |= {letter: _STARTS[era] for letter, era in zip("RHSTM", _STARTS, strict=True)}


def year_of_era(era: str, number: int) -> int:
    """The year that is the `number`-th of an era, given by its name or its letter; `KeyError` where it is none.

    >>> year_of_era("令和", 1), year_of_era("H", 30)
    (2019, 2018)
    """
    return _STARTS[era] + number - 1
