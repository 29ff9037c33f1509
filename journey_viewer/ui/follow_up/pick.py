"""Choosing among words that change, and roles that are typed or chosen from those used before."""

from collections.abc import Mapping, Sequence
from typing import Any, cast

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit

from journey_viewer.ui.deep_dive.choices import Choice
from journey_viewer.ui.deep_dive.writing import Written


class Pick(Choice):
    """One of several words, which may be others the next time."""

    def __init__(self, title: str) -> None:
        super().__init__(title, {})

    @property
    def value(self) -> Any:
        """What is chosen."""
        return self._values[self.box.currentIndex()]

    def show_words(self, words: Mapping[Any, str], value: object) -> None:
        """Offer these, ``value`` among them."""
        if list(words.values()) != [self.box.itemText(place) for place in range(self.box.count())]:
            self.box.clear()
            self.box.addItems(list(words.values()))
        self._values = list(words)
        self.show_value(value)


_BEFORE_OFFERING = (QEvent.Type.FocusIn, QEvent.Type.KeyPress)


def _goes_down(event: QEvent) -> bool:
    pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
    return pressed and cast("QKeyEvent", event).key() == Qt.Key.Key_Down


class Role(Written):
    """Who, as a role or an organisation: typed, or chosen from those that were used before (the down key shows them)."""

    def __init__(self, title: str, hint: str = "a role or an organisation") -> None:
        super().__init__(title, hint, one_line=True)
        self._offered = QStringListModel(self)
        self.completer = QCompleter(self._offered, self)
        self.completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setAccessibleDescription(f"{hint}; the down key shows those used before")
        if isinstance(self.field, QLineEdit):
            self.field.setCompleter(self.completer)
        self.field.installEventFilter(self)

    def offer(self, roles: Sequence[str]) -> None:
        """Have these to choose from."""
        if self._offered.stringList() != list(roles):
            self._offered.setStringList(list(roles))

    def _dress_offered(self) -> None:
        """What is offered stands in a window of its own, which the style sheet of this one does not reach."""
        popup, sheet = self.completer.popup(), self.window().styleSheet()
        if popup is not None and popup.styleSheet() != sheet:
            popup.setObjectName("offered")
            popup.setStyleSheet(sheet)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and event.type() in _BEFORE_OFFERING:
            self._dress_offered()
        if watched is self.field and _goes_down(event) and not self.field.isReadOnly():
            self.completer.setCompletionPrefix("")
            self.completer.complete()
            return True
        return False
