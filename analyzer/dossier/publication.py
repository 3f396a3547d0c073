"""With which announcement an incident was published: one that stops a service and gives no reason, or another, is none."""

from collections.abc import Sequence

from analyzer.dossier.announcement import Announcement, Sentence
from analyzer.rules.slots import DRIFT
from analyzer.schema import Label

_TELLS = frozenset(
    {
        Label.INCIDENT,
        Label.SCOPE,
        Label.CAUSE,
        Label.HARM_STATUS,
        Label.APOLOGY,
        Label.ADMISSION,
        Label.DEFLECTION,
        Label.MINIMIZATION,
    }
)
"""Labels of which a telling of the incident, or a denial of it, bears one at least."""


def first_telling(announcements: Sequence[Announcement]) -> Announcement:
    """The first announcement that says that something happened, or denies it; the first of all where none does.

    「機器の点検のため、15日から休止いたします」 published nothing of what was found at the inspection.
    """
    return next((each for each in announcements if any(map(_tells, each.sentences))), announcements[0])


def _tells(sentence: Sentence) -> bool:
    """Whether a sentence tells of the incident: the bare day of a stop (「10日より休止」) does not, unless it names the harm."""
    given = sentence.labels
    if not _TELLS.isdisjoint(given) or (Label.TIMELINE in given and Label.RESPONSE not in given):
        return True
    return bool(given) and DRIFT.says("harm_named", sentence.wording)
