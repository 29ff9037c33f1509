"""What the journey's picture is of, as one frozen value."""

from dataclasses import dataclass

from journey_viewer.model.case import Case
from journey_viewer.timeline.looking import Looking
from journey_viewer.ui.deep_dive.findings import NOTHING_FOUND, FoundHere
from journey_viewer.ui.deep_dive.written import NOTHING_WRITTEN, WrittenHere

AS_USUAL = Looking()


@dataclass(frozen=True, eq=False)
class Shown:
    """A case, the row of it that is chosen, what was written about it, and how it is looked at."""

    case: Case | None = None
    chosen: int | None = None
    names_shown: bool = False
    written: WrittenHere = NOTHING_WRITTEN
    looking: Looking = AS_USUAL
    found: FoundHere = NOTHING_FOUND

    @property
    def has_row_below(self) -> bool:
        """Whether a note stands on the picture rather than on the whole journey, or a finding does: their key has a row."""
        return bool(self.found.drawn) or any(note.first is not None for note in self.written.notes)

    def marked_as(self, other: "Shown") -> bool:
        """Whether the same notes and findings are drawn."""
        return self.written.notes == other.written.notes and self.found.drawn == other.found.drawn

    def says_as(self, other: "Shown") -> bool:
        """Whether what is said of the same place would be the same, but for what is chosen."""
        return (
            self.case is other.case
            and self.names_shown == other.names_shown
            and self.written.notes == other.written.notes
            and self.looking == other.looking
        )
