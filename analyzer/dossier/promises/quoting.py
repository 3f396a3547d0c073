"""A promise as it is quoted: without the number of its line, the word that joins it to the one before, and the comma it breaks off at."""

import re

_COUNTED = r"(?:名|人|件|台|回|枚|[年月週日時分])(?:[のでがをはにと、間目以後前]|$)"
_NUMBER = re.compile(
    rf"(?:[AQＡＱ問答][0-9０-９]{{0,2}}[.．:：、)）]|[AQＡＱ][0-9０-９]{{1,2}}[ 　]"
    rf"|[0-9０-９]{{1,2}}[ 　](?:(?!{_COUNTED}|[0-9０-９])|(?=[0-9０-９]{{1,2}}月(?!間)))"
    r"|[(（]?(?:[0-9０-９]{1,2}|[ア-オ①-⑳])(?:[)）]|[.．](?:(?![0-9０-９])|(?=[0-9０-９]{1,2}[月時](?!間))))"
    r"|(?:[一二三四五六七八九十]{1,2}|[ア-オ])[ 　]|[一二三四五六七八九十]{1,2}、(?![一二三四五六七八九十])"
    r"|[①-⑳・･●○◯■□◆◇※*\-])[\s　]*"
)
_JOINING = re.compile(r"(?:また|なお|併せて|あわせて|さらに|加えて|次に|まず)、")


def as_quoted(wording: str) -> str:
    """The wording without what only places it in its list or sentence.

    >>> as_quoted("(1)同型の部品を点検し、"), as_quoted("また、窓口を設けます。"), as_quoted("3.9時10分までに電話します。")
    ('同型の部品を点検し', '窓口を設けます。', '9時10分までに電話します。')
    """
    shown = wording.strip()
    if (number := _NUMBER.match(shown)) and number.end() < len(shown):
        shown = shown[number.end() :]
    if joining := _JOINING.match(shown):
        shown = shown[joining.end() :]
    return shown.rstrip("、")
