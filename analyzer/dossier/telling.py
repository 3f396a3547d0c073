"""One announcement's word on one matter, to be held against another's."""

from dataclasses import dataclass

from analyzer.dossier.announcement import Announcement
from analyzer.interface import word
from analyzer.schema import DetectedBy, Lang


@dataclass(frozen=True, slots=True)
class Told:
    """What one announcement says on a matter: `key` is compared, `value` is shown; `unit` is None for the title.

    `adds` where it is said in addition to what was told before.
    """

    announcement: Announcement
    key: object
    value: str
    unit: int | None
    adds: bool = False

    def shown(self, lang: Lang) -> str:
        """The wording, which may be that nothing is told; who found it has a name in each language."""
        return self.key.name_in(lang) if isinstance(self.key, DetectedBy) else self.value or word("not_stated", lang)
