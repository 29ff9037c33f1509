"""What the squares of patterns × cases mean: one of each sort beside its words."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from journey_viewer.theme import Theme
from journey_viewer.ui.parts import label
from journey_viewer.ui.patterns.squares import paint_square

_SIDE = 22
_MEANT = (
    (3, "found, so many times"),
    (0, "looked for, not found"),
    (None, "cannot be told: rest on it to read why"),
)


class _Sample(QWidget):
    def __init__(self, count: int | None, theme: Theme) -> None:
        super().__init__()
        self._count = count
        self.dress(theme)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        side = theme.scaled(_SIDE)
        self.setFixedSize(side, side)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_square(painter, QRectF(self.rect()).adjusted(1, 1, -1, -1), self._count, self._theme)
        painter.end()


class Legend(QWidget):
    """One line under the squares."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 0, 0)
        row.setSpacing(6)
        for count, words in _MEANT:
            row.addWidget(_Sample(count, theme))
            row.addWidget(label(words, "caption"))
            row.addSpacing(12)
        row.addStretch()
