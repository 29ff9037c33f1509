"""One journey of a comparison: a band that can be clicked, and walked to by key."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from journey_viewer.drawing.comparison import paint_band
from journey_viewer.drawing.marks import colour
from journey_viewer.theme import Theme
from journey_viewer.timeline.comparison import Band

_STEPS = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Home: -(10**9),
    Qt.Key.Key_End: 10**9,
}


class BandButton(QAbstractButton):
    """``person`` is whose it is. Clicked it opens them; the arrows ask for the one above or below."""

    stepped = Signal(int)
    let_go = Signal()

    def __init__(self, theme: Theme, person: int) -> None:
        super().__init__()
        self._theme, self.person = theme, person
        self._band: Band | None = None
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def dress(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_band(self, band: Band, name: str, description: str) -> None:
        self._band = band
        self.setFixedHeight(round(band.height))
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.update()

    @property
    def band(self) -> Band | None:
        return self._band

    def nextCheckState(self) -> None:
        """Whoever is chosen is told from outside; a click does not change it."""

    def sizeHint(self) -> QSize:
        return QSize(400, 0 if self._band is None else round(self._band.height))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._band is None:
            return
        painter = QPainter(self)
        paint_band(painter, self._band, self._theme, chosen=self.isChecked())
        if self.hasFocus():
            painter.setPen(QPen(colour(self._theme.colours["accent"]), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRect(1, 1, self.width() - 2, self.height() - 3))
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif key == Qt.Key.Key_Escape:
            self.let_go.emit()
        else:
            super().keyPressEvent(event)
