"""What a count counts, by the words beside it: staff, doers, records, those left out, what was told before."""

from analyzer.dossier.quantities import Count, find_counts
from analyzer.rules.slots import DRIFT
from analyzer.schema import DriftKind

_THINGS = frozenset("枚個台点本冊瓶袋箱着頭席食便缶杯品部セットパック")
"""Counters that announcements use for one another; 件, 通 and 日 are compared among themselves."""


def of_staff(wording: str, count: Count) -> bool:
    """Whether a count is of those who work or act (「2人で確認」, 「要員は21名」), not of those harmed."""
    return count.kind == DriftKind.PERSONS and (
        DRIFT.says("staff_after", wording[count.end :]) or DRIFT.says("staff_before", wording[: count.start])
    )


def of_doers(wording: str, count: Count) -> bool:
    """Whether a count is of those who did it (「改ざんには21名が関与し」), not of those it was done to."""
    of_people = count.kind == DriftKind.PERSONS and count.counter in ("名", "人")
    return of_people and (DRIFT.says("doers_after", wording[count.end :]) or DRIFT.says("doers_before", wording[: count.start]))


def is_left_out(wording: str, count: Count) -> bool:
    """Whether a count is of those that something does not hold for (「ご不在の11戸を除くすべて」), or of each one (「お一人様3,000円」)."""
    after = wording[count.end :]
    return DRIFT.says("left_out_after", after) or (count.value == 1 and DRIFT.says("each_after", after))


def is_of_records(wording: str, count: Count) -> bool:
    """Whether a count is of records of people, one for each: 「お客様情報 61,254件」, 「会員情報214件」."""
    return count.counter == "件" and (
        DRIFT.says("records_before", wording[: count.start]) or DRIFT.says("records_after", wording[count.end :])
    )


def is_cited(wording: str, count: Count) -> bool:
    """Whether the words beside a count say that it was told before (「214名とお伝えしましたが」)."""
    return DRIFT.says("cited_after", wording[count.end :]) or DRIFT.says("cited_before", wording[: count.start])


def counter_of(count: Count) -> str:
    """The counter by which counts are compared: 枚 and 点 are things, 人 is 名, 日分 is 日."""
    return "things" if count.counter in _THINGS else count.counter.replace("人", "名").replace("日分", "日")


def of_samples(wording: str, count: Count) -> bool:
    """Whether a count is of what was looked at (「3か所で採水した」), not of what was found."""
    return DRIFT.says("sampled_before", wording[: count.start]) or DRIFT.says("sampled_after", wording[count.end :])


def summed(wording: str, count: Count, told: float) -> Count | None:
    """The count in a wording that a count and what was told before add up to: 「2名を加え6名」 after 4."""
    alike = (each for each in find_counts(wording) if each.counter == count.counter)
    return next((each for each in alike if each.value == told + count.value and each.start > count.start), None)
