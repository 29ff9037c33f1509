"""Small widgets beside each other, in as many lines as they need: large text must cut none of them off."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """From left to right, then below. What may grow sideways takes the room that its line leaves."""

    def __init__(self, parent: QWidget, *widgets: QWidget, spacing: int = 6) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(spacing)
        for widget in widgets:
            self.addWidget(widget)

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        room = -1
        for item in self._items:
            if item.isEmpty():
                continue
            wanted = _least(item) + self.spacing()
            if not lines or room < wanted:
                lines.append([])
                room = width + self.spacing()
            lines[-1].append(item)
            room -= wanted
        return lines

    def _place(self, line: list[QLayoutItem], box: QRect) -> None:
        taken = sum(_least(item) for item in line) + self.spacing() * (len(line) - 1)
        growing = [item for item in line if _grows(item)]
        more = max(0, box.width() - taken) // max(1, len(growing))
        x = box.left()
        for item in line:
            width = _least(item) + (more if _grows(item) else 0)
            height = min(item.sizeHint().height(), box.height())
            item.setGeometry(QRect(x, box.top() + (box.height() - height) // 2, width, height))
            x += width + self.spacing()

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, place: int) -> QLayoutItem | None:
        return self._items[place] if 0 <= place < len(self._items) else None

    def takeAt(self, place: int) -> QLayoutItem | None:
        return self._items.pop(place) if 0 <= place < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(map(_height, lines)) + self.spacing() * max(0, len(lines) - 1)

    def minimumSize(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        widest = max(map(_least, shown), default=0)
        return QSize(widest, max((item.sizeHint().height() for item in shown), default=0))

    def sizeHint(self) -> QSize:
        shown = [item for item in self._items if not item.isEmpty()]
        width = sum(map(_least, shown)) + self.spacing() * max(0, len(shown) - 1)
        return QSize(width, self.minimumSize().height())

    def setGeometry(self, box: QRect) -> None:
        super().setGeometry(box)
        top = box.top()
        for line in self._lines(box.width()):
            self._place(line, QRect(box.left(), top, box.width(), _height(line)))
            top += _height(line) + self.spacing()


def _grows(item: QLayoutItem) -> bool:
    return bool(item.expandingDirections() & Qt.Orientation.Horizontal)


def _least(item: QLayoutItem) -> int:
    return item.minimumSize().width() if _grows(item) else item.sizeHint().width()


def _height(line: list[QLayoutItem]) -> int:
    return max(item.sizeHint().height() for item in line)
