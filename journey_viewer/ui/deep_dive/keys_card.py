"""All the journey's keys, on a quiet card over it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from journey_viewer.ui.deep_dive.keys import KEYS_IN_WORDS
from journey_viewer.ui.parts import label

_MARGIN = 12


class KeysCard(QFrame):
    """Lies over its parent."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("keys")
        self.setAccessibleName("Keys on the journey")
        self.setAccessibleDescription(". ".join(f"{key}: {words}" for key, words in KEYS_IN_WORDS))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 12, 16, 14)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(5)
        grid.addWidget(label("Keys on the journey", "section"), 0, 0, 1, 3)
        grid.addWidget(label("Esc closes this", "caption"), 0, 4, Qt.AlignmentFlag.AlignRight)
        grid.setColumnMinimumWidth(2, 14)
        half = -(-len(KEYS_IN_WORDS) // 2)
        for place, (key, words) in enumerate(KEYS_IN_WORDS):
            column, row = divmod(place, half)
            grid.addWidget(label(key, "key"), row + 1, column * 3)
            grid.addWidget(label(words), row + 1, column * 3 + 1)
        self.hide()

    def toggle(self) -> None:
        """Show all the keys, or hide them again."""
        if self.isVisible():
            self.hide()
        else:
            self.appear()

    def appear(self) -> None:
        """In the middle of what it lies over."""
        self.adjustSize()
        x = (self._room.width() - self.width()) // 2
        y = (self._room.height() - self.height()) // 2
        self.move(max(_MARGIN, x), max(_MARGIN, y))
        self.show()
        self.raise_()
        self._come_into_sight()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def _come_into_sight(self) -> None:
        """Where text is large, the place in which this stands scrolls."""
        around = self._room.parentWidget()
        while around is not None:
            if isinstance(around, QScrollArea):
                around.ensureWidgetVisible(self)
            around = around.parentWidget()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.hide()
