"""Words as shapes, for readers who have not our font."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath

_SLACK = 0.5


class OutliningPainter(QPainter):
    """Draws every text as the outlines of its letters: that is all it does otherwise than a QPainter."""

    def drawText(self, box: QRectF, flags: int, text: str) -> None:  # type: ignore[override]  # noqa: N802 (Qt's name)
        """As all our painters call it: a box, where in it, and the words in one line."""
        metrics = QFontMetricsF(self.font())
        room = box.width() - metrics.horizontalAdvance(text)
        x = box.left()
        if flags & int(Qt.AlignmentFlag.AlignHCenter.value):
            x += room * _SLACK
        elif flags & int(Qt.AlignmentFlag.AlignRight.value):
            x += room
        y = box.top() + (box.height() - metrics.height()) * _SLACK + metrics.ascent()
        path = QPainterPath()
        path.addText(QPointF(x, y), self.font(), text)
        self.fillPath(path, self.pen().brush())
