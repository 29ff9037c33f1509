"""What is said beside the pointer: plain text that stays inside its picture."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONGEST = 54  # letters in a line


class Hint(QLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._room = parent
        self.pinned = False
        self.setObjectName("hint")
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, text: str, where: QPoint) -> None:
        """Say this beside a point of the parent's; nothing where there is nothing to say, or where it is pinned."""
        if self.pinned:
            return
        if not text:
            self.hide()
            return
        widest = self.fontMetrics().averageCharWidth() * _LONGEST
        self.setMaximumWidth(min(widest, self._room.width() - 8))
        self.setText(text)
        self.adjustSize()
        x = min(where.x() + 14, self._room.width() - self.width() - 4)
        y = where.y() + 18
        if y + self.height() > self._room.height():
            y = where.y() - self.height() - 8
        self.move(max(4, x), max(4, y))
        self.show()
        self.raise_()

    def pin(self, text: str, where: QPoint) -> None:
        """Say this until it is forgotten, wherever the pointer goes."""
        self.pinned = False
        self.say(text, where)
        self.pinned = bool(text)

    def leave(self) -> None:
        """The pointer has gone: what is not pinned goes too."""
        if not self.pinned:
            self.hide()

    def forget(self) -> None:
        """Nothing of what was said is left."""
        self.pinned = False
        self.clear()
        self.hide()
