"""What rules found: bands and links behind the marks, rings around the contacts of the one that is chosen."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import blended, colour
from journey_viewer.theme import Theme
from journey_viewer.timeline.key import Sign
from journey_viewer.timeline.layout import NOT_SUPPLIED, AnonymousLayout, FoundBand, Geometry, Mark
from journey_viewer.timeline.shapes import FOUND_EDGE

_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint_found(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """Every band with its edges, so that none is told by its colour alone, and its words under the plot."""
    text = layout.frame.text
    soft, edge = (
        colour(theme.colours["warm_soft"]),
        blended(theme.colours["warm_soft"], theme.colours["warm"], FOUND_EDGE),
    )
    rows = [lane for lane in layout.lanes if lane.state != NOT_SUPPLIED]
    for left, right in _together(layout.finding_bands):
        for lane in rows:
            painter.fillRect(_cell(left, right, lane.top, lane.top + lane.height), soft)
    dashed = isinstance(layout, AnonymousLayout)  # there bands of notes have edges too
    for band in layout.finding_bands:
        for x in (band.left, band.right):
            _paint_edge(painter, QLineF(x, layout.top, x, layout.bottom), edge, dashed=dashed)
    painter.setPen(colour(theme.colours["warm"]))
    painter.setFont(font(text * 0.92, bold=True))
    for band in layout.finding_bands:
        words = QRectF(band.middle - 1000, layout.bottom + text * 0.3, 2000, text * 1.3)
        painter.drawText(words, _CENTRE, band.label)


def _paint_edge(painter: QPainter, line: QLineF, edge: QColor, *, dashed: bool) -> None:
    if dashed:
        painter.setPen(QPen(edge, 1.5, Qt.PenStyle.DashLine))
        painter.drawLine(line)
    else:
        painter.fillRect(_cell(line.x1() - 0.5, line.x1() + 0.5, line.y1(), line.y2()), edge)


def paint_sign(painter: QPainter, sign: Sign, theme: Theme) -> None:
    """A sample for the key: a piece of a band with its edges, or a link."""
    box = QRectF(sign.left, sign.top, sign.width, sign.height)
    if sign.kind == "link":
        painter.setPen(QPen(colour(theme.colours["quiet"]), 1))
        painter.drawLine(QLineF(box.bottomLeft(), box.topRight()))
        return
    painter.fillRect(box, colour(theme.colours["warm_soft"]))
    edge = blended(theme.colours["warm_soft"], theme.colours["warm"], FOUND_EDGE)
    for line in (QLineF(box.topLeft(), box.bottomLeft()), QLineF(box.topRight(), box.bottomRight())):
        _paint_edge(painter, line, edge, dashed=True)


def _together(bands: Iterable[FoundBand]) -> Iterator[tuple[float, float]]:
    """Left and right of what bands cover: where several lie over each other the ground is tinted once."""
    reached: tuple[float, float] | None = None
    for band in sorted(bands, key=_left):
        if reached is not None and band.left <= reached[1]:
            reached = reached[0], max(reached[1], band.right)
            continue
        if reached is not None:
            yield reached
        reached = band.left, band.right
    if reached is not None:
        yield reached


def _left(band: FoundBand) -> float:
    return band.left


def _cell(left: float, right: float, top: float, bottom: float) -> QRect:
    """In whole pixels, and filled with one colour: those are painted many times faster."""
    x, y = round(left), round(top)
    return QRect(x, y, max(1, round(right) - x), round(bottom) - y)


def paint_links(painter: QPainter, layout: Geometry, theme: Theme) -> None:
    """A thin line from the contact that came first to the one that followed."""
    painter.setPen(QPen(colour(theme.colours["quiet"]), 1))  # solid: a pale one takes ten times as long
    for link in layout.links:
        painter.drawLine(QLineF(link.x, link.y, link.to_x, link.to_y))


def paint_rings(painter: QPainter, marks: Iterable[Mark], theme: Theme) -> None:
    """A thin ring around each of the chosen finding's contacts."""
    painter.setPen(QPen(colour(theme.colours["accent"]), 1.6))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for mark in marks:
        painter.drawEllipse(QPointF(mark.x, mark.y), mark.half + 3, mark.radius + 3)
