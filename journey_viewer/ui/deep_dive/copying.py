"""Copies of what is seen of a journey: as a picture, and as text for the record."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from journey_viewer.model.phrases import many
from journey_viewer.timeline.stepping import in_sight
from journey_viewer.ui import clipboard
from journey_viewer.ui.deep_dive.saying import in_a_line
from journey_viewer.ui.deep_dive.swimlane import Swimlane

PICTURE_COPIED = (
    "Copied with its dates: for the record, not for sharing. Share makes pictures that identify nobody."
)


class Copying(QObject):
    """Puts what the swimlane shows on the clipboard, and says what that means."""

    told = Signal(str)

    def __init__(self, swimlane: Swimlane, may_copy: Callable[[str], bool]) -> None:
        """``may_copy`` asks, for it identifies somebody."""
        super().__init__(swimlane)
        self._swimlane, self._may_copy = swimlane, may_copy

    def copy_picture(self) -> None:
        image = self._swimlane.image()
        if image is not None and self._may_copy("Picture of a journey"):
            clipboard.copy_picture(image)
            self.told.emit(PICTURE_COPIED)

    def copy_text(self) -> None:
        lines = list(seen_lines(self._swimlane))
        if not lines:
            self.told.emit("There is nothing in sight to copy.")
        elif self._may_copy("Journey as text"):
            clipboard.copy("\n".join(lines))
            count = many(len(lines), "touchpoint")
            self.told.emit(f"Copied {count} as text: for the record, not for sharing.")

    def copy_rows(self, text: str, count: int) -> None:
        """Rows of the chronology, as they were put into words."""
        if count and self._may_copy("Chronology as a table"):
            clipboard.copy(text)
            self.told.emit(f"Copied {many(count, 'row')}: for the record, not for sharing.")


def seen_lines(swimlane: Swimlane) -> Iterator[str]:
    """What is in sight and stands out, a line each, in time order."""
    shown, layout = swimlane.shown, swimlane.picture
    if shown.case is None or layout is None:
        return
    for row in in_sight(shown.case, shown.looking, layout).tolist():
        yield in_a_line(shown.case, row, names_shown=shown.names_shown)
