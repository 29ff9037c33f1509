"""Notes on the picture: strength a round bubble with a plus, concern a pennant, anything else a square bubble."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.model.notes import Tone
from journey_viewer.theme import Theme
from journey_viewer.timeline.layout import Bracket, Flag, Layout
from journey_viewer.timeline.note_marks import NoteKeyItem

_DOWN = 4.0  # pixels that a bracket's ends reach down
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_notes(painter: QPainter, layout: Layout, theme: Theme) -> None:
    """Every flag and bracket, above everything else."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for bracket in layout.brackets:
        _paint_bracket(painter, bracket, theme)
    for flag in layout.flags:
        paint_flag(painter, flag, theme)


def _paint_bracket(painter: QPainter, bracket: Bracket, theme: Theme) -> None:
    left, right, top = bracket.left + 1, bracket.right - 1, bracket.flag.y
    painter.setPen(QPen(_ink(bracket.flag.tone, theme), 2))
    ends = (QPointF(left, top + _DOWN), QPointF(left, top), QPointF(right, top), QPointF(right, top + _DOWN))
    painter.drawPolyline(list(ends))
    paint_flag(painter, bracket.flag, theme)


def paint_flag(painter: QPainter, flag: Flag, theme: Theme) -> None:
    """A flag whose foot is at its place; one of a contact that vanished is dashed and pale."""
    ink, ground = _ink(flag.tone, theme), colour(theme.colours["ground"])
    shape = _pennant(flag) if flag.tone is Tone.CONCERN else _bubble(flag)
    painter.setPen(QPen(ground, 3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(shape)  # a white rim, so that it stands out from the mark below
    solid = flag.tone is not Tone.NEITHER and not flag.vanished
    pen = QPen(ink, 1.3)
    if flag.vanished:
        pen.setDashPattern([2, 1.5])
    painter.setPen(pen)
    painter.setBrush(ink if solid else ground)
    painter.drawPath(shape)
    painter.setPen(QPen(ground if solid else ink, max(1.2, flag.size * 0.14)))
    for stroke in _sign(flag):
        painter.drawLine(stroke)


def paint_note_key(painter: QPainter, items: tuple[NoteKeyItem, ...], theme: Theme) -> None:
    """What the flags mean."""
    for item in items:
        paint_flag(painter, item.sample, theme)
        middle = item.sample.y - item.sample.size * 0.65
        painter.setPen(colour(theme.colours["quiet"]))
        painter.setFont(font(item.size))
        painter.drawText(QRectF(item.x, middle - item.size, 400, item.size * 2), _LEFT, item.text)


def paint_stretch(painter: QPainter, layout: Layout, edges: tuple[float, float], theme: Theme) -> None:
    """The chosen stretch of days: a pale band over the plot and its axis, with both edges drawn."""
    left, right = edges
    top = layout.top - layout.frame.text * 1.9
    box = QRectF(left, top, max(right - left, 1.0), layout.bottom - top)
    painter.fillRect(box, colour(theme.colours["accent"], 30))
    painter.setPen(QPen(colour(theme.colours["accent"]), 1))
    painter.drawLine(QLineF(box.topLeft(), box.bottomLeft()))
    painter.drawLine(QLineF(box.topRight(), box.bottomRight()))


def _ink(tone: Tone, theme: Theme) -> QColor:
    names = {Tone.STRENGTH: "accent", Tone.CONCERN: "warm", Tone.NEITHER: "ink"}
    return colour(theme.colours[names[tone]])


def _bubble(flag: Flag) -> QPainterPath:
    """A speech bubble with its tip at the foot: round for a strength, square for what is neither."""
    size = flag.size
    box = QRectF(flag.x, flag.y - size * 1.3, size, size)
    corner = size / 2 if flag.tone is Tone.STRENGTH else size * 0.12
    path = QPainterPath()
    path.addRoundedRect(box, corner, corner)
    tail = QPainterPath()
    low = box.bottom() - size * 0.16
    tail.addPolygon(
        QPolygonF(
            [
                QPointF(flag.x, flag.y),
                QPointF(flag.x + size * 0.12, low - size * 0.1),
                QPointF(flag.x + size * 0.5, low),
            ]
        )
    )
    tail.closeSubpath()
    return path.united(tail)


def _pennant(flag: Flag) -> QPainterPath:
    """A pole with its foot at the place, and a pointed flag at its top."""
    size, top = flag.size, flag.y - flag.size * 1.35
    path = QPainterPath()
    path.addPolygon(
        QPolygonF(
            [
                QPointF(flag.x, flag.y),
                QPointF(flag.x, top),
                QPointF(flag.x + size * 1.05, top + size * 0.42),
                QPointF(flag.x + size * 0.14, top + size * 0.84),
                QPointF(flag.x + size * 0.14, flag.y),
            ]
        )
    )
    path.closeSubpath()
    return path


def _sign(flag: Flag) -> list[QLineF]:
    size = flag.size
    x, y = flag.x + size / 2, flag.y - size * 0.8
    if flag.tone is Tone.STRENGTH:
        arm = size * 0.26
        return [QLineF(x - arm, y, x + arm, y), QLineF(x, y - arm, x, y + arm)]
    if flag.tone is Tone.NEITHER:
        arm, apart = size * 0.25, size * 0.16
        return [
            QLineF(x - arm, y - apart, x + arm, y - apart),
            QLineF(x - arm, y + apart, x + arm, y + apart),
        ]
    return []
