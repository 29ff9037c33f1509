"""What is said beside the pointer: plain text that stays inside its picture."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

_WIDEST = 340


class Hint(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMaximumWidth(_WIDEST)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, where: QPoint) -> None:
        """Say this beside a point of the parent's; nothing where there is nothing to say."""
        if not text:
            self.hide()
            return
        self.setText(text)
        self.adjustSize()
        x = min(where.x() + 14, self._room.width() - self.width() - 4)
        y = where.y() + 18
        if y + self.height() > self._room.height():
            y = where.y() - self.height() - 8
        self.move(max(4, x), max(4, y))
        self.show()
        self.raise_()

    def forget(self) -> None:
        """Nothing of what was said is left."""
        self.clear()
        self.hide()
