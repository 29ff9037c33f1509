"""The time of a meeting, split over what it is for: a line a part."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from journey_viewer.model.agenda import Part, Slot
from journey_viewer.ui.parts import label


class Split(QWidget):
    """What, and how many minutes; the cases stand out."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setVerticalSpacing(3)

    def show_slots(self, slots: Sequence[Slot]) -> None:
        """These instead of those before."""
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        for row, slot in enumerate(slots):
            role = "section" if slot.part is Part.CASES else ""
            self._grid.addWidget(label(slot.part.value, role, wrap=True), row, 0)
            self._grid.addWidget(label(f"{slot.minutes} min", role), row, 1, Qt.AlignmentFlag.AlignRight)
