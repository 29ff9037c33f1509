"""Paints a case among all of them: full where it shows a pattern, a ring where not, dashed where nobody can tell."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.ui.meeting.wall import Dot

_RING, _LETTER = 0.09, 1.0  # in radii
_CENTRE = int(Qt.AlignmentFlag.AlignCenter)


def paint_dot(painter: QPainter, dot: Dot, theme: Theme) -> None:
    """In the one strong colour, and by its form alone for who does not see it."""
    ring = max(2.0, dot.radius * _RING)
    pen = QPen(colour(theme.colours["accent" if dot.shows else "quiet"]), ring)
    if dot.shows is None:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(colour(theme.colours["accent"]) if dot.shows else Qt.BrushStyle.NoBrush)
    within = dot.radius - ring / 2
    painter.drawEllipse(QPointF(dot.x, dot.y), within, within)
    if not dot.letter:
        return
    painter.setPen(colour(theme.colours["on_accent" if dot.shows else "quiet"]))
    painter.setFont(font(dot.radius * _LETTER, bold=dot.shows is True))
    box = QRectF(dot.x - dot.radius, dot.y - dot.radius, dot.radius * 2, dot.radius * 2)
    painter.drawText(box, _CENTRE, dot.letter)
