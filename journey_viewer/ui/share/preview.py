"""A page as it will be exported, as large as there is room."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QSizePolicy, QWidget

from journey_viewer.drawing.page import paint_page
from journey_viewer.theme import load_theme
from journey_viewer.timeline.page import Page


class Preview(QWidget):
    """Paints the page by the same painter that the picture is made with."""

    def __init__(self) -> None:
        super().__init__()
        self._page: Page | None = None
        self._instead = ""
        self.setMinimumSize(480, 270)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Preview of the page")

    def show_page(self, page: Page | None, instead: str = "") -> None:
        """The page, or where there is none this sentence."""
        self._page, self._instead = page, instead
        self.setAccessibleDescription("" if page is None else page.described)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(960, 540)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._page is None:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._instead)
        else:
            wide, high = self._page.width, self._page.height
            scale = min(self.width() / wide, self.height() / high)
            painter.translate((self.width() - wide * scale) / 2, (self.height() - high * scale) / 2)
            painter.scale(scale, scale)
            painter.setClipRect(QRectF(0, 0, wide, high))
            paint_page(painter, self._page, load_theme())  # as it leaves the screen
        painter.end()
