"""The star that says that somebody is chosen: ours, since not every font has one."""

from math import cos, pi, sin

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap, QPolygonF

from journey_viewer.drawing.marks import colour

_INNER = 0.42


def paint_star(painter: QPainter, box: QRectF, ink: str, *, filled: bool = True) -> None:
    """A star of five points in this box."""
    middle, radius = box.center(), box.width() / 2
    corners = [
        QPointF(middle.x() + far * sin(turn * pi / 5), middle.y() - far * cos(turn * pi / 5))
        for turn in range(10)
        for far in (radius if turn % 2 == 0 else radius * _INNER,)
    ]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour(ink), 1.2, j=Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(colour(ink) if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygonF(corners))
    painter.restore()


def star_icon(ink: str, size: int, *, filled: bool) -> QIcon:
    """The same for a button, ``size`` pixels wide."""
    picture = QPixmap(QSize(size, size) * 2)
    picture.setDevicePixelRatio(2)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_star(painter, QRectF(1.5, 1.5, size - 3, size - 3), ink, filled=filled)
    painter.end()
    return QIcon(picture)
