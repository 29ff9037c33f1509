"""What time itself leaves on the picture: weekends, bank holidays, folded stretches, a death."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import Fold, Geometry

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)
_ZIGZAGS = 14


def paint_shades(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """Weekends a little darker than the ground, bank holidays a little more, dotted at the top and named below."""
    text = layout.frame.text
    for shade in layout.shades:
        box = QRectF(shade.left, layout.top, shade.right - shade.left, layout.bottom - layout.top)
        painter.fillRect(box, colour(theme.colours["rule"], 110 if shade.name else 60))
        if shade.name:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.colours["quiet"]))
            painter.drawEllipse(QPointF(box.center().x(), layout.top + 4), 2, 2)
        if shade.label:
            painter.setPen(colour(theme.colours["quiet"]))
            painter.setFont(font(text * 0.92))
            words = QRectF(shade.middle - 1000, layout.bottom + text * 0.3, 2000, text * 1.3)
            painter.drawText(words, _CENTRE, shade.label)


def paint_folds(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """A folded stretch: two torn edges, and how long it is."""
    for fold in layout.folds:
        box = QRectF(fold.left, layout.top, fold.right - fold.left, layout.bottom - layout.top)
        painter.fillRect(box, colour(theme.colours["page"]))
        painter.setPen(QPen(colour(theme.colours["quiet"], 150), 1))
        for x in (fold.left, fold.right):
            painter.drawPolyline(_torn(x, layout))
        _paint_length(painter, layout, fold, theme)


def _torn(x: float, layout: Geometry) -> list[QPointF]:
    step = (layout.bottom - layout.top) / _ZIGZAGS
    return [
        QPointF(x + (2.5 if place % 2 else -2.5), layout.top + place * step) for place in range(_ZIGZAGS + 1)
    ]


def _paint_length(painter: QPainter, layout: Geometry, fold: Fold, theme: Theme) -> None:
    """Upright, since there is no room across."""
    size = layout.frame.text * 0.92
    painter.save()
    painter.translate((fold.left + fold.right) / 2, (layout.top + layout.bottom) / 2)
    painter.rotate(-90)
    painter.setPen(colour(theme.colours["quiet"]))
    painter.setFont(font(size))
    painter.drawText(QRectF(-200, -size, 400, size * 2), _CENTRE, f"{fold.label} without contact")
    painter.restore()


def paint_death(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """Where a life ended, the axis does: a quiet line."""
    if layout.died is not None:
        painter.setPen(QPen(colour(theme.colours["quiet"], 140), 1.2))
        painter.drawLine(QLineF(layout.died, layout.top, layout.died, layout.bottom))
