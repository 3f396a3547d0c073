"""What the words of a sentence settle of its labels: 「許されるものではありません」 condemns and puts the blame on nobody.

The labeller knows that condemnations, regrets and denials stand close together, and takes one for the other where the rest of the
statement is full of them. The rules (`rules/blame.toml`, slots `not_so` and `so`) stand against it only where the annotators of
train agree with the rule in at least 95 of 100 sentences; each tells its count.
"""

from analyzer.rules.slots import BLAME
from analyzer.schema import Label


def ruled_out(wording: str) -> frozenset[Label]:
    """The labels that a sentence cannot bear.

    >>> sorted(ruled_out("暴力は理由を問わず許されません。")), sorted(ruled_out("委託先の誤りです。"))
    ([<Label.DEFLECTION: 'deflection'>, <Label.MINIMIZATION: 'minimization'>], [])
    """
    return _labels("not_so", wording)


def told_outright(wording: str) -> frozenset[Label]:
    """The labels that a sentence bears for certain.

    >>> told_outright("当方の説明に不足がありました。"), told_outright("交通機関の遅れがありました。")
    (frozenset({<Label.ADMISSION: 'admission'>}), frozenset())
    """
    return _labels("so", wording)


def of_a_ruling(wording: str, heading: str | None = None) -> bool:
    """Whether a sentence gives another body's reasons, by the heading it stands under or by its own key, and no word of the speaker's.

    >>> of_a_ruling("警備を怠った責任がある。", "連盟からの処分理由"), of_a_ruling("当社の警備の不備です。", "連盟からの処分理由")
    (True, False)
    """
    ruled = any(BLAME.says("their_ruling", told) for told in (heading, wording) if told)
    return ruled and not BLAME.says("owned_below", wording)


def _labels(slot: str, wording: str) -> frozenset[Label]:
    return frozenset(Label(code) for rule in BLAME.rules(slot) if rule.pattern.search(wording) for code in rule.value.split())
