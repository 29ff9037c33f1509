"""A field for a text of a list, which gives back to the letter what was not touched."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit

_AROUND = 18  # pixels that are no text


class TextField(QPlainTextEdit):
    """``text`` is what was shown until somebody types; a hidden field shows nothing and cannot be typed in."""

    def __init__(self, name: str, *, lines: int = 3, hidden: bool = False) -> None:
        super().__init__()
        self.hidden = hidden
        self._given = self._shown = ""
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setAcceptDrops(False)
        self.setEnabled(not hidden)
        self.ensurePolished()  # so that it knows how large its text is
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _AROUND)
        if lines == 1:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_text(self, text: str) -> None:
        self._given = text
        self.setPlainText("" if self.hidden else text)
        self._shown = self.toPlainText()

    @property
    def text(self) -> str:
        typed = self.toPlainText()
        return self._given if typed == self._shown else " ".join(typed.split())
