"""Holding a meeting with the keyboard alone, and everything that its wall ever says."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from journey_viewer.ui.main_window import MainWindow
from journey_viewer.ui.meeting.window import MeetingWindow
from journey_viewer.ui.rail import PLACES

Key, NONE, CONTROL = Qt.Key, Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_LONG, _A_LONG_WAY = 30_000, 150


class Waits(Protocol):
    """pytest-qt's bot, or whoever else can wait."""

    def waitUntil(self, until: Callable[[], bool], *, timeout: int) -> None:  # noqa: N802 (pytest-qt's name)
        """Until this is so."""


def go_to(qtbot: Waits, window: MainWindow, place: str) -> None:
    """As the rail's own key does."""
    number = [name for name, _ in PLACES].index(place) + 1
    QTest.keyClick(window, Key(Key.Key_0 + number), CONTROL)
    qtbot.waitUntil(lambda: window.store.session.view.place == place, timeout=_LONG)


def rested(qtbot: Waits, window: MainWindow) -> None:
    """Until the cases for the wall are made."""

    def done() -> bool:
        casting = window.meeting_desk.casting
        return not casting.thinking.busy and bool(casting.cast.journeys)

    qtbot.waitUntil(done, timeout=_LONG)


def tab_to_button(text: str) -> QPushButton:
    for _ in range(_A_LONG_WAY):
        focused = QApplication.focusWidget()
        if isinstance(focused, QPushButton) and focused.text() == text:
            return focused
        press_here(Key.Key_Tab)
    raise AssertionError(f"the keyboard does not reach {text}")


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press_here(*keys: Qt.Key) -> None:
    """At whatever has the focus."""
    for key in keys:
        QTest.keyClick(focused(), key)


def type_here(text: str) -> None:
    """Where the focus is; "\\n" is Return."""
    for place, line in enumerate(text.split("\n")):
        if place:
            press_here(Key.Key_Return)
        QTest.keyClicks(focused(), line)


def wall_of(window: MainWindow) -> MeetingWindow:
    wall = window.meeting_desk.wall
    assert wall is not None
    return wall


def press(window: MainWindow, *keys: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        QTest.keyClick(wall_of(window), key, held)


def type_in(window: MainWindow, text: str) -> None:
    QTest.keyClicks(wall_of(window), text)


class Listener(QObject):
    """Keeps every text that the wall's window has at any time: on the page, accessible, in tooltips and in its title."""

    def __init__(self, wall: MeetingWindow) -> None:
        super().__init__(wall)
        self.heard: dict[str, None] = {}
        self.wall = wall

    def listen(self) -> None:
        for widget in (self.wall, *self.wall.findChildren(QWidget)):
            for text in (
                widget.accessibleName(),
                widget.accessibleDescription(),
                widget.toolTip(),
                widget.whatsThis(),
                widget.statusTip(),
                widget.windowTitle(),
                widget.objectName(),
            ):
                self.heard[text] = None
        for text in self.wall.wall.words:
            self.heard[text] = None
