"""One mark, one span: drawn the same on every lane, in the key and on every target."""

from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen, QPolygonF

from journey_viewer.drawing.fonts import font
from journey_viewer.theme import Look
from journey_viewer.timeline.layout import Mark, Span
from journey_viewer.timeline.shapes import PALE, SPAN, SPAN_EDGE, Figure, Points, figure

DIM = 0.22
"""The opacity of what a filter does not find."""


@cache
def colour(name: str, alpha: int = 255) -> QColor:
    """A QColor from "#RRGGBB"."""
    made = QColor(name)
    made.setAlpha(alpha)
    return made


def blended(ground: str, over: str, share: float) -> QColor:
    """So much of a colour over another, as one solid colour: see-through ones take ten times as long to paint."""
    low, high = QColor(ground), QColor(over)
    parts = ((low.red(), high.red()), (low.green(), high.green()), (low.blue(), high.blue()))
    red, green, blue = (round(one + (other - one) * share) for one, other in parts)
    return QColor(red, green, blue)


def paint_mark(painter: QPainter, mark: Mark, look: Look) -> None:
    """A contact, or a pill with the count of several."""
    if mark.count > 1:
        _paint_count(painter, mark, look)
    else:
        _paint_figure(painter, mark, figure(look.shape, mark.kind, mark.outcome), look)
    if mark.uncertain:
        _paint_uncertain(painter, mark, look)


def paint_span(painter: QPainter, span: Span, look: Look) -> None:
    """A stay or an open service; its right end stays open where it goes on."""
    box = QRectF(span.left, span.top, span.right - span.left, span.height)
    corner = min(4.0, box.width() / 3, box.height() / 3)
    pen = QPen(colour(look.colour, SPAN_EDGE), 1.2)
    if not span.attended:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(colour(look.colour, SPAN if span.attended else 0))
    if span.count > 1:
        _paint_cover(painter, box, span, look)
        return
    if not span.goes_on:
        painter.drawRoundedRect(box, corner, corner)
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(box)
    painter.setPen(pen)
    painter.drawPolyline([box.topRight(), box.topLeft(), box.bottomLeft(), box.bottomRight()])


def _paint_cover(painter: QPainter, box: QRectF, span: Span, look: Look) -> None:
    """So many under each other, with their number where it has room."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(box)
    text = f"{span.count:,}"
    size = min(box.height() * 1.1, 12.0)
    if box.width() > size * len(text):
        painter.setPen(colour(look.colour))
        painter.setFont(font(size, bold=True))
        painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)


def _paint_figure(painter: QPainter, mark: Mark, shape: Figure, look: Look) -> None:
    full = colour(look.colour)
    stroke = max(1.4, mark.radius * 0.24)
    if shape.fill == "full":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(full)
    else:
        painter.setPen(QPen(full, stroke))
        painter.setBrush(QBrush(colour(look.ground)))
    radius = mark.radius if shape.fill == "full" else mark.radius - stroke / 2
    outline = _outline(shape.points, radius).translated(mark.x, mark.y)
    painter.drawPath(outline)
    if shape.fill == "pale":
        painter.setBrush(colour(look.colour, PALE))
        painter.drawPath(outline)
    if shape.strike:
        begins, ends = (QPointF(mark.x + x * mark.radius, mark.y + y * mark.radius) for x, y in shape.strike)
        painter.drawLine(begins, ends)


@lru_cache(maxsize=512)
def _outline(points: Points, radius: float) -> QPainterPath:
    """Around (0, 0), so that the next mark of its kind need not be worked out again."""
    path = QPainterPath()
    if not points:
        path.addEllipse(QPointF(0, 0), radius, radius)
        return path
    path.addPolygon(QPolygonF([QPointF(x * radius, y * radius) for x, y in points]))
    path.closeSubpath()
    return path


def _paint_count(painter: QPainter, mark: Mark, look: Look) -> None:
    box = QRectF(mark.x - mark.half, mark.y - mark.radius, mark.half * 2, mark.radius * 2)
    painter.setPen(QPen(colour(look.ground), 1))
    painter.setBrush(colour(look.colour))
    painter.drawRoundedRect(box, mark.radius, mark.radius)
    painter.setPen(colour(look.on))
    painter.setFont(font(mark.radius * 2, bold=True))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), mark.count_text)


def _paint_uncertain(painter: QPainter, mark: Mark, look: Look) -> None:
    ring = QPen(colour(look.colour), max(1.0, mark.radius * 0.16))
    ring.setDashPattern([2, 2])
    painter.setPen(ring)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    reach = mark.radius * 0.5
    painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + reach, mark.radius + reach)
