"""Notes on stretches of months: soft bands behind the marks, their words under the plot."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import AnonymousLayout, NoteBand
from journey_viewer.timeline.shapes import NOTE, NOTE_EDGE

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint_bands(painter: QPainter, layout: AnonymousLayout, theme: Theme) -> None:
    """Every band and its words; an edge line too, so that none is told by its colour alone."""
    for band in layout.bands:
        _paint_ground(painter, layout, band, theme)
    for band in layout.bands:
        _paint_words(painter, layout, band, theme)


def _paint_ground(painter: QPainter, layout: AnonymousLayout, band: NoteBand, theme: Theme) -> None:
    box = QRectF(band.left, layout.top, band.right - band.left, layout.bottom - layout.top)
    painter.fillRect(box, colour(theme.colours["warm_soft"], NOTE))
    painter.setPen(QPen(colour(theme.colours["warm"], NOTE_EDGE), 1))
    painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
    painter.drawLine(QLineF(box.topRight(), box.bottomRight()))


def _paint_words(painter: QPainter, layout: AnonymousLayout, band: NoteBand, theme: Theme) -> None:
    if not band.label:
        return
    text = layout.frame.text
    if band.leader is not None:
        painter.setPen(QPen(colour(theme.colours["warm"], NOTE_EDGE), 1))
        painter.drawLine(QLineF(band.leader, layout.bottom, band.leader, band.top))
    painter.setPen(colour(theme.colours["warm"]))
    painter.setFont(font(text * 0.92, bold=True))
    words = QRectF(band.middle - 2000, band.top, 4000, text * 1.3)
    painter.drawText(words, _CENTRE, band.label)
