"""Words as shapes, for readers who have not our font."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from journey_viewer.drawing.letters import fill_letters

_MIDDLE, _END = 0.5, 1


class OutliningPainter(QPainter):
    """Draws every text as the outlines of its letters: that is all it does otherwise than a QPainter."""

    def drawText(self, box: QRectF, flags: int, text: str) -> None:  # type: ignore[override]  # noqa: N802 (Qt's name)
        """As all our painters call it: a box, where in it, and the words in one line."""
        leading = 0.0
        if flags & int(Qt.AlignmentFlag.AlignHCenter.value):
            leading = _MIDDLE
        elif flags & int(Qt.AlignmentFlag.AlignRight.value):
            leading = _END
        fill_letters(self, box, text, self.font(), leading=leading)
