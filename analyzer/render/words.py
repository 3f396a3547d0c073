"""Short forms of a reading that the terminal and the page share."""

from analyzer.dossier.report import FollowedPromise
from analyzer.interface import word
from analyzer.report import AxisReading, Reason
from analyzer.rules import load_rules
from analyzer.schema import Lang, PromiseOutcome, PromiseStanding

_SENTENCES_SHOWN = 3


def bar(score: float, cells: int) -> str:
    """`score` of 100 as a bar of so many cells."""
    filled = round(score / 100 * cells)
    return "█" * filled + "░" * (cells - filled)


def reasons_in_short(reading: AxisReading, lang: Lang) -> dict[str, list[str]]:
    """Short names of the criteria by the mark they are shown under: `met` and `unmet` by what speaks for a higher level,
    and `lowering` by what is there and should not be; what is there carries its sentences (「責任転嫁 [3]」), and a question mark
    where no finding says it.

    A criterion that sums up others (「要点がすべてそろう」) is named only where it says more than they do: unmet beside none of them.
    """
    rules = load_rules("rubric")
    shown: dict[str, list[str]] = {"met": [], "lowering": [], "unmet": []}
    summed_up: list[str] = []
    for reason in reading.reasons:
        rule = rules[reason.code]
        name = str(rule["en" if lang == Lang.EN else "name"])
        # What is not to be found, such as blame shifted, is a strength only beside an admission; the page says it in full.
        if speaks_for(reason):
            shown["met"] += [name + _sentences(reason)] if reason.met and not rule.get("sums_up") else []
        elif reason.met:
            shown["lowering"].append((name if reason.sure else word("doubtful", lang, outcome=name)) + _sentences(reason))
        elif is_wanted(reason):
            (summed_up if rule.get("sums_up") else shown["unmet"]).append(name)
    shown["unmet"] = shown["unmet"] or summed_up
    return shown


def _sentences(reason: Reason) -> str:
    """The numbers of a reason's first sentences, as a reader counts them: 「 [3,5,8,…]」."""
    more = ",…" if len(reason.units) > _SENTENCES_SHOWN else ""
    return f" [{numbers(reason.units[:_SENTENCES_SHOWN])}{more}]" if reason.units else ""


def numbers(units: tuple[int, ...]) -> str:
    """Units as a reader counts them: 「3,5,8」."""
    return ",".join(str(unit + 1) for unit in units)


def speaks_for(reason: Reason) -> bool:
    """Whether a reason raises the level: met where the criterion counts for it, unmet where against."""
    return reason.met == (int(load_rules("rubric")[reason.code]["sign"]) > 0)


def is_wanted(reason: Reason) -> bool:
    """Whether a criterion that is unmet is a lack: who apologises need not report that they have."""
    return reason.met or bool(load_rules("rubric")[reason.code].get("wanted", True))


def outcome_shown(promise: FollowedPromise, lang: Lang) -> str:
    """What became of a promise, in the finest word there is; an outcome that no sentence tells carries a question mark."""
    if promise.standing:
        return promise.standing.name_in(lang)
    name = promise.outcome.name_in(lang)
    return word("doubtful", lang, outcome=name) if promise.inferred else name


_BETTER = (PromiseStanding.MADE_CONCRETE, PromiseStanding.IN_FORCE)
_UNDECIDED = (PromiseStanding.NOT_BEGUN, PromiseStanding.JUST_DUE, PromiseStanding.MOVED)


def leaning(promise: FollowedPromise) -> str:
    """Whether what became of a promise is `kept`, `against` the organisation, or neither (empty)."""
    if promise.standing in _BETTER or promise.outcome == PromiseOutcome.DONE:
        return "" if promise.inferred else "kept"
    return "" if promise.standing in _UNDECIDED or promise.outcome == PromiseOutcome.OPEN else "against"
