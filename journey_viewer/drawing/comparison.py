"""Several journeys under each other: a band of one, the axis above all of them, and what the colours mean."""

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour, paint_mark
from journey_viewer.drawing.painter import paint
from journey_viewer.theme import Theme
from journey_viewer.timeline.comparison import Band, ServiceItem
from journey_viewer.timeline.layout import Layout

_BAR = 4
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_band(painter: QPainter, band: Band, theme: Theme, *, chosen: bool) -> None:
    """One journey, its top left corner at the painter's origin; a chosen one has a bar at its left."""
    box = QRectF(0, 0, band.layout.frame.width, band.height)
    painter.save()
    painter.setClipRect(box.adjusted(_BAR, 0, 0, 0))  # the lane's own bar has one service's colour
    painter.translate(0, -band.layout.top)
    paint(painter, band.layout, theme)
    painter.restore()
    painter.setPen(QPen(colour(theme.colours["rule"]), 1))
    painter.drawLine(QLineF(0, band.height - 0.5, box.width(), band.height - 0.5))
    if chosen:
        painter.fillRect(QRectF(0, 0, _BAR, band.height - 1), colour(theme.colours["accent"]))


def paint_axis(painter: QPainter, axis: Layout, theme: Theme) -> None:
    """The words of the axis above the bands, as high as it needs them."""
    text = axis.frame.text
    for tick in axis.ticks:
        painter.setPen(colour(theme.colours["ink" if tick.strong else "quiet"]))
        painter.setFont(font(text, tick.strong))
        painter.drawText(QRectF(tick.x + text * 0.15, 0, text * 20, text * 1.8), _LEFT, tick.label)
    painter.setPen(colour(theme.colours["quiet"]))
    painter.setFont(font(text * 0.92))
    if painter.fontMetrics().horizontalAdvance(axis.day_zero) <= axis.left - text:
        painter.drawText(QRectF(text * 0.9, 0, axis.left, text * 1.8), _LEFT, axis.day_zero)


def paint_services(painter: QPainter, items: tuple[ServiceItem, ...], theme: Theme) -> None:
    """What the colours and shapes mean."""
    for item in items:
        paint_mark(painter, item.sample, theme.services[item.sample.service])
        painter.setPen(colour(theme.colours["quiet"]))
        painter.setFont(font(item.size))
        middle = item.sample.y
        painter.drawText(QRectF(item.x, middle - item.size, 400, item.size * 2), _LEFT, item.text)
