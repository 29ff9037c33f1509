"""A line of text that comes out the same whatever was drawn before it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPaintEngine, QPainter, QTextLayout

from journey_viewer.drawing.fonts import FAMILY, font, fresh_font

_LARGE = 64  # pixels of the target: from here on Qt draws letters as outlines
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_text(painter: QPainter, box: QRectF, text: str, size: float, *, bold: bool) -> None:
    """The text at the left of the box, half way up, in the painter's pen."""
    if size * painter.deviceTransform().m11() < _LARGE or _keeps_text(painter):
        painter.setFont(font(size, bold))
        painter.drawText(box, _MIDDLE_LEFT, text)
    else:
        _paint_outlines(painter, box, text, size, bold=bold)


def _keeps_text(painter: QPainter) -> bool:
    """Into SVG and PDF goes text, which can be read and searched."""
    return painter.paintEngine().type() in (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def _paint_outlines(painter: QPainter, box: QRectF, text: str, size: float, *, bold: bool) -> None:
    # WORKAROUND: with FreeType, outlines are shifted by a part of a pixel that is left over from the
    # last small letter of that font, wherever it was drawn. A font of its own has nothing left over.
    layout = QTextLayout(text, font(size, bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    corner = QPointF(box.left(), box.center().y() - line.height() / 2)
    letters = fresh_font(size, bold)
    for run in layout.glyphRuns():
        known = letters if run.rawFont().familyName() == FAMILY else run.rawFont()
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            painter.fillPath(known.pathForGlyph(glyph).translated(corner + place), painter.pen().brush())
