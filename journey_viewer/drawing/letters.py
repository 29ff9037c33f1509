"""A line of text that comes out the same whatever was drawn before it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPaintEngine, QPainter, QPainterPath, QRawFont, QTextLayout

from journey_viewer.drawing.fonts import font

_LARGE = 64  # pixels of the target: from here on Qt draws letters as outlines
_MIDDLE_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def paint_text(painter: QPainter, box: QRectF, text: str, size: float, *, bold: bool) -> None:
    """The text at the left of the box, half way up, in the painter's pen."""
    if size * painter.deviceTransform().m11() < _LARGE or _keeps_text(painter):
        painter.setFont(font(size, bold))
        painter.drawText(box, _MIDDLE_LEFT, text)
    else:
        fill_letters(painter, box, text, font(size, bold))


def _keeps_text(painter: QPainter) -> bool:
    """Into SVG and PDF goes text, which can be read and searched."""
    return painter.paintEngine().type() in (QPaintEngine.Type.SVG, QPaintEngine.Type.Pdf)


def fill_letters(painter: QPainter, box: QRectF, text: str, of: QFont, *, leading: float = 0) -> None:
    """The outlines of the letters, half way up the box; ``leading``: the part of its spare width left of them."""
    layout = QTextLayout(text, of)
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    spare = box.width() - line.horizontalAdvance()
    corner = QPointF(box.left() + leading * spare, box.center().y() - line.height() / 2)
    for run in layout.glyphRuns():
        letters = _nothing_left_over(run.rawFont(), run.glyphIndexes()[0])
        path = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)  # letters may overlap
        for glyph, place in zip(run.glyphIndexes(), run.positions(), strict=True):
            path.addPath(letters.pathForGlyph(glyph).translated(corner + place))
        painter.fillPath(path, painter.pen().brush())


def _nothing_left_over(used: QRawFont, glyph: int) -> QRawFont:
    # WORKAROUND: with FreeType, outlines are shifted by a part of a pixel that is left over from the last
    # small letter of that font, wherever it was drawn. A font that was given its size anew has no letter in
    # store; the first one that it draws, on a whole pixel, leaves no part over.
    letters = QRawFont(used)
    letters.setPixelSize(used.pixelSize() + 1)
    letters.setPixelSize(used.pixelSize())
    letters.alphaMapForGlyph(glyph, QRawFont.AntialiasingType.PixelAntialiasing)
    return letters
