"""What everything that is found rests on: where it differs, all of that is void."""

from dataclasses import dataclass
from typing import Self

from journey_viewer.model.imported import Imported
from journey_viewer.model.people import Window
from journey_viewer.patterns.definitions import Thresholds
from journey_viewer.session import Session


@dataclass(frozen=True, eq=False)
class Grounds:
    """The lists, the period and the thresholds of patterns."""

    imported: Imported
    window: Window
    thresholds: Thresholds

    @classmethod
    def of(cls, session: Session) -> Self | None:
        """None where nothing is open."""
        document = session.document
        if session.is_empty or document.window is None:
            return None
        return cls(session.imported, document.window, dict(document.thresholds))

    def are(self, others: "Grounds | None") -> bool:
        """Whether they are the same."""
        if others is None or self.imported is not others.imported:
            return False
        return self.window == others.window and self.thresholds == others.thresholds
