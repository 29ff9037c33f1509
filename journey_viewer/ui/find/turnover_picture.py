"""Who stays among the first hundred, who leaves and who is new: two columns and what goes from one to the other."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_viewer.attendance.turnover import Turnover
from journey_viewer.drawing.fonts import font
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme

_TEXT, _BOLD, _LINE = 12, 15, 18  # pixels
_COLUMN = 0.27  # of the width


class TurnoverPicture(QWidget):
    """The band between the columns is who stays; what bends away below leaves, or comes from below."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._turned: Turnover | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Who stays, leaves and is new")

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_turnover(self, turned: Turnover, words: str) -> None:
        """``words`` say the same to those who do not see it."""
        self._turned = turned
        self.setAccessibleName(f"Who stays, leaves and is new: {words}")
        self.update()

    def _boxes(self) -> tuple[QRectF, QRectF]:
        """The columns of last year and of this one, under their headings and above the room for who leaves."""
        line = self._theme.scaled(_LINE)
        wide, high = self.width() * _COLUMN, self.height() - line - self.height() * 0.12
        top = float(line)
        return QRectF(0, top, wide, high), QRectF(self.width() - wide, top, wide, high)

    def _paint_column(self, painter: QPainter, box: QRectF, kept: float, words: tuple[str, str, str]) -> None:
        """``kept``: which part of it is in the other column too; words: heading, of that part, of the rest."""
        colours, scaled = self._theme.colours, self._theme.scaled
        heading, above, below = words
        painter.setFont(font(scaled(_TEXT)))
        painter.setPen(colour(colours["quiet"]))
        over = QRectF(box.left() - 10, 0, box.width() + 20, box.top())
        side = Qt.AlignmentFlag.AlignLeft if box.left() == 0 else Qt.AlignmentFlag.AlignRight
        over.setLeft(0 if box.left() == 0 else box.right() - 2 * box.width())
        over.setWidth(2 * box.width())
        painter.drawText(over, int(side | Qt.AlignmentFlag.AlignTop), heading)
        cut = box.top() + box.height() * kept
        edge = QPen(colour(colours["rule"]), 1)
        for top, bottom, ground, ink, said in (
            (box.top(), cut, "accent", "on_accent", above),
            (cut, box.bottom(), "accent_soft", "ink", below),
        ):
            part = QRectF(box.left(), top, box.width(), bottom - top)
            if part.height() <= 0:
                continue
            painter.setPen(edge)
            painter.setBrush(colour(colours[ground]))
            painter.drawRect(part)
            if part.height() >= scaled(_LINE):
                painter.setPen(colour(colours[ink]))
                painter.setFont(font(scaled(_BOLD), bold=True))
                painter.drawText(part, int(Qt.AlignmentFlag.AlignCenter), said)

    def _paint_between(
        self, painter: QPainter, left: QRectF, right: QRectF, kept: tuple[float, float]
    ) -> None:
        colours = self._theme.colours
        low = float(self.height() - 1)
        cuts = left.top() + left.height() * kept[0], right.top() + right.height() * kept[1]
        painter.setPen(Qt.PenStyle.NoPen)
        stay = QPainterPath(QPointF(left.right(), left.top()))
        stay.lineTo(right.left(), right.top())
        stay.lineTo(right.left(), cuts[1])
        stay.lineTo(left.right(), cuts[0])
        painter.fillPath(stay, colour(colours["accent"], 150))
        bend = (right.left() - left.right()) / 2 - 8
        for box, cut, way, ink in ((left, cuts[0], 1, "quiet"), (right, cuts[1], -1, "accent")):
            edge = box.right() if way > 0 else box.left()
            if box.bottom() - cut >= 1:
                bent = _bent(QPointF(edge, cut), QPointF(edge, box.bottom()), way * bend, low)
                painter.fillPath(bent, colour(colours[ink], 60))

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(260), self._theme.scaled(170))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(220), self._theme.scaled(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        turned = self._turned
        if turned is None or not (turned.before or turned.joiners):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, right = self._boxes()
        stay, leave, new = len(turned.stayers), len(turned.leavers), len(turned.joiners)
        kept = (stay / max(stay + leave, 1), stay / max(stay + new, 1))
        if stay:
            self._paint_between(painter, left, right, kept)
        else:
            self._paint_between(painter, left, right, (0.0, 0.0))
        self._paint_column(painter, left, kept[0], ("Last year", f"{stay:,} stay", f"{leave:,} leave"))
        self._paint_column(painter, right, kept[1], ("This year", f"{stay:,} stay", f"{new:,} new"))
        painter.end()


def _bent(above: QPointF, below: QPointF, bend: float, low: float) -> QPainterPath:
    """From the edge of a column so far to the side, and down out of the picture."""
    half, far = bend * 0.55, above.x() + bend
    path = QPainterPath(above)
    path.cubicTo(QPointF(above.x() + half, above.y()), QPointF(far - half / 2, low), QPointF(far, low))
    path.lineTo(above.x() + half * 0.8, low)
    path.cubicTo(QPointF(above.x() + half * 0.3, low), QPointF(above.x() + half * 0.4, below.y()), below)
    path.closeSubpath()
    return path
