"""What is on the wall after the agenda: a page a case, and then what they have in common. No Qt."""

from dataclasses import dataclass

from journey_viewer.privacy.anonymous_pack import AnonymousPattern
from journey_viewer.ui.meeting.steps import Journey


@dataclass(frozen=True, eq=False)
class Programme:
    """``common``: what most of the cases show first; where there is nothing of it there is no such page."""

    journeys: tuple[Journey, ...] = ()
    common: tuple[AnonymousPattern, ...] = ()

    @property
    def last(self) -> int:
        """The place of the last page, where that of the first case is 0 and that of the agenda -1."""
        return len(self.journeys) - 1 + bool(self.common)
