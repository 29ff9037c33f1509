"""The displays there are, each once: two that show the same are one; and on which of them the wall is."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from journey_viewer.ui.meeting.window import MeetingWindow

UNPLUGGED = "The display was unplugged: the meeting is shown here now"


def displays() -> list[QScreen]:
    """Every display that shows something of its own; of mirrored ones the first."""
    found: list[QScreen] = []
    for screen in QGuiApplication.screens():
        if all(screen.geometry() != other.geometry() for other in found):
            found.append(screen)
    return found


def in_words(screen: QScreen, place: int) -> str:
    """As it can be chosen: "Display 2: 1920 × 1080"."""
    size = screen.geometry().size() * screen.devicePixelRatio()
    name = " ".join(screen.name().split())
    return f"Display {place + 1}: {size.width()} × {size.height()}{f' ({name})' if name else ''}"


def offered_first(screens: Sequence[QScreen], desk: QScreen | None) -> int:
    """The display to begin with: not the one where the desk is, where there is another."""
    return next((place for place, screen in enumerate(screens) if not _same(screen, desk)), 0)


def _same(one: QScreen | None, other: QScreen | None) -> bool:
    return one is other or (one is not None and other is not None and one.geometry() == other.geometry())


class OnDisplay(QObject):
    """Keeps the wall's window on its display, and brings it to another where that one is gone."""

    moved = Signal(str)
    """The window stands elsewhere: a sentence why."""

    def __init__(self, window: MeetingWindow, desk: QWidget) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self.screen: QScreen | None = None
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._on_screen_removed)

    def show_on(self, screen: QScreen) -> None:
        """Cover this display whole."""
        if self.screen is not None:
            self.screen.geometryChanged.disconnect(self._on_geometry_changed)
        self.screen = screen
        screen.geometryChanged.connect(self._on_geometry_changed)
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()
        self._window.raise_()
        front = self._window if self.covers_desk else self._desk.window()
        front.activateWindow()

    @property
    def covers_desk(self) -> bool:
        """Whether the desk is behind the wall: there is one display, or the desk's was chosen."""
        return _same(self.screen, self._desk.screen())

    def _on_geometry_changed(self) -> None:
        if self.screen is not None:
            self._window.setGeometry(self.screen.geometry())

    def _on_screen_removed(self, gone: QScreen) -> None:
        if gone is not self.screen:
            return
        self.screen = None  # it is Qt's to let go of, with what was connected to it
        left = [screen for screen in displays() if screen is not gone]
        if left:
            self.show_on(left[offered_first(left, self._desk.screen())])
            self.moved.emit(UNPLUGGED)
