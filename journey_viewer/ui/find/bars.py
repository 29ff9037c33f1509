"""Bars with their words and counts under each other: who the first hundred are, how many come how often."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_viewer.drawing.fonts import font, text_width
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme

_TEXT, _LINE, _BAR, _GAP = 12, 16, 8, 8  # pixels


@dataclass(frozen=True)
class Bar:
    """``share``: from 0 to 1, None where it is not known. ``marked``: it deserves a look."""

    name: str
    share: float | None
    words: str
    marked: bool = False


class Bars(QWidget):
    """A name above each bar, or before it where it is ``flat``, and its words at the end; all of it is read out."""

    def __init__(self, name: str, theme: Theme, *, flat: bool = False) -> None:
        super().__init__()
        self._name, self._theme, self._flat = name, theme, flat
        self._bars: tuple[Bar, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        self.setAccessibleName(name)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.updateGeometry()
        self.update()

    def show_bars(self, bars: tuple[Bar, ...]) -> None:
        """Show these."""
        self._bars = bars
        self.setAccessibleName(f"{self._name}: {'; '.join(f'{bar.name} {bar.words}' for bar in bars)}")
        self.updateGeometry()
        self.update()

    def _paint_bar(self, painter: QPainter, bar: Bar, box: QRectF, wide: tuple[float, float]) -> None:
        """``wide``: of the names, where they stand before the bars, and of the words."""
        colours, size = self._theme.colours, self._theme.scaled(_TEXT)
        names, words = wide
        name, end, ground = self._rooms(box, names, words)
        painter.setFont(font(size, bold=bar.marked))
        painter.setPen(colour(colours["ink"]))
        shown = painter.fontMetrics().elidedText(bar.name, Qt.TextElideMode.ElideRight, round(name.width()))
        painter.drawText(name, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.setFont(font(size, bold=bar.share is not None))
        painter.setPen(colour(colours["ink" if bar.share is not None else "quiet"]))
        painter.drawText(end, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), bar.words)
        self._paint_share(painter, bar, ground)

    def _rooms(self, box: QRectF, names: float, words: float) -> tuple[QRectF, QRectF, QRectF]:
        """For the name, the words and the bar."""
        line, high = self._theme.scaled(_LINE), self._theme.scaled(_BAR)
        end = QRectF(box.right() - words, box.top(), words, box.height())
        if self._flat:
            name = QRectF(box.left(), box.top(), names, box.height())
            ground = QRectF(
                name.right() + 10, box.center().y() - high / 2, end.left() - name.right() - 22, high
            )
            return name, end, ground
        name = QRectF(box.left(), box.top(), box.width() - words - 8, line)
        return name, end, QRectF(box.left(), box.top() + line, box.width() - words - 12, high)

    def _paint_share(self, painter: QPainter, bar: Bar, ground: QRectF) -> None:
        """Unknown is a dashed line, zero an empty bar."""
        colours, round_ = self._theme.colours, ground.height() / 2
        if bar.share is None:
            painter.setPen(QPen(colour(colours["quiet"]), 1, Qt.PenStyle.DashLine))
            middle = ground.center().y()
            painter.drawLine(QPointF(ground.left(), middle), QPointF(ground.right(), middle))
            return
        edge = self._theme.name == "contrast"
        painter.setPen(QPen(colour(colours["rule"]), 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(colour(colours["grid" if not edge else "ground"]))
        painter.drawRoundedRect(ground, round_, round_)
        if bar.share > 0:
            wide = max(ground.width() * min(bar.share, 1.0), ground.height())
            painter.setBrush(colour(colours["accent"]))
            painter.drawRoundedRect(
                QRectF(ground.left(), ground.top(), wide, ground.height()), round_, round_
            )

    @property
    def _high(self) -> int:
        """Of one bar with its words."""
        return self._theme.scaled(_LINE if self._flat else _LINE + _BAR)

    def sizeHint(self) -> QSize:
        return QSize(self._theme.scaled(220), len(self._bars) * (self._high + _GAP))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._theme.scaled(180), len(self._bars) * (self._high + 3))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        size = self._theme.scaled(_TEXT)
        names = max(text_width(bar.name, size, bar.marked) for bar in self._bars) + 2
        words = max(text_width(bar.words, size, bar.share is not None) for bar in self._bars) + 2
        pitch = min(self.height() / len(self._bars), self._high + 14.0)
        for place, bar in enumerate(self._bars):
            top = place * pitch + max(0.0, (pitch - self._high) / 2)
            self._paint_bar(painter, bar, QRectF(0, top, self.width(), self._high), (names, words))
        painter.end()
