"""The program's own sign: three lanes and their marks, drawn rather than stored."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from journey_viewer.theme import Theme

_SIZE = 256
_LANES = (("gp", (64, 104, 192)), ("ae", (128,)), ("mental_health", (88, 168)))


def application_icon(theme: Theme) -> QImage:
    """A picture of 256 × 256 pixels with a clear ground."""
    image = QImage(_SIZE, _SIZE, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colours["ground"]))
    painter.drawRoundedRect(QRectF(8, 8, 240, 240), 44, 44)
    for lane, (service, places) in enumerate(_LANES):
        y = 72 + lane * 56
        painter.setPen(QPen(QColor(theme.colours["rule"]), 6))
        painter.drawLine(QPointF(36, y), QPointF(220, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.services[service].colour))
        for x in places:
            painter.drawEllipse(QPointF(x, y), 18, 18)
    painter.end()
    return image
