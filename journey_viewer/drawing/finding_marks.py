"""What rules found: bands and links behind the marks, rings around the contacts of the one that is chosen."""

from collections.abc import Iterable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import Layout, Mark

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint_found(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Every band with its edges, so that none is told by its colour alone, and its words under the plot."""
    text = layout.frame.text
    for band in layout.finding_bands:
        box = QRectF(band.left, layout.top, band.right - band.left, layout.bottom - layout.top)
        painter.fillRect(box, colour(theme.colours["warm_soft"], 190))
        painter.setPen(QPen(colour(theme.colours["warm"], 70), 1))
        painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
        painter.drawLine(QLineF(box.topRight(), box.bottomRight()))
    painter.setPen(colour(theme.colours["warm"]))
    painter.setFont(font(text * 0.92, bold=True))
    for band in layout.finding_bands:
        words = QRectF(band.middle - 1000, layout.bottom + text * 0.3, 2000, text * 1.3)
        painter.drawText(words, _CENTRE, band.label)


def paint_links(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """A thin line from the contact that came first to the one that followed."""
    painter.setPen(QPen(colour(theme.colours["quiet"], 200), 1.2))
    for link in layout.links:
        painter.drawLine(QLineF(link.x, link.y, link.to_x, link.to_y))


def paint_rings(painter: QPainter, marks: Iterable[Mark], theme: Theme) -> None:
    """A thin ring around each of the chosen finding's contacts."""
    painter.setPen(QPen(colour(theme.colours["accent"]), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + 3, mark.radius + 3)
