"""Small buttons above the journey: one that is on or off, or one from which a menu drops."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget


class Pill(QToolButton):
    """Checked, it says that something is not as usual."""

    def __init__(self, text: str, hint: str, *, checkable: bool = False, menu: QMenu | None = None) -> None:
        super().__init__()
        self._menu = menu
        self._text = text
        self.setObjectName("tool")
        self.setCheckable(checkable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setToolTip(hint)
        self.setAccessibleDescription(hint)
        self.say(text, unusual=False)
        if menu is not None:
            self.clicked.connect(self._on_clicked)

    def say(self, text: str, *, unusual: bool) -> None:
        """The words on it, and whether it is marked."""
        self.setText(f"{text}  ▾" if self._menu is not None else text)
        self.setAccessibleName(f"{text}, menu" if self._menu is not None else text)
        if self._menu is not None and self.property("unusual") != unusual:
            self.setProperty("unusual", unusual)
            self.style().unpolish(self)
            self.style().polish(self)

    def _on_clicked(self) -> None:
        if self._menu is not None:
            self._menu.popup(self.mapToGlobal(QPoint(0, self.height() + 2)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() in opens or (self._menu is not None and event.key() == Qt.Key.Key_Down):
            self.click()
        else:
            super().keyPressEvent(event)


class TicksMenu(QMenu):
    """Several may be ticked: it stays open at a click or at Space, and goes at Enter or Esc."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)

    def add(self, text: str, value: str) -> QAction:
        action = self.addAction(plain(text))
        action.setCheckable(True)
        action.setData(value)
        return action

    @property
    def ticked(self) -> frozenset[str]:
        """The values of what is ticked."""
        return frozenset(str(action.data()) for action in self.actions() if action.isChecked())

    def tick(self, values: frozenset[str]) -> None:
        for action in self.actions():
            action.setChecked(action.data() in values)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


def plain(text: str) -> str:
    """A text as a menu shows it: an ampersand of its own, not the sign of a key."""
    return text.replace("&", "&&")
