"""Whether anybody is there: a key, a click or a move of the mouse in any of our windows."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow

_LOOKED_EVERY = 5_000  # milliseconds
_WARNED_BEFORE = 60.0  # seconds
_AGAIN_AFTER = 1.0  # seconds: what happens sooner is taken for the same
_SIGNS = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Says when nobody has been there for so long, and a minute before.

    It listens to the windows rather than the whole application, whose every event would go through
    Python; and it goes by the clock on the wall, so that a computer that slept is found idle.
    """

    idle = Signal()
    nearly = Signal()

    def __init__(self, parent: QObject, clock: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = 0.0
        self._last = clock()
        self._warned = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOKED_EVERY)
        self._look.timeout.connect(self.look)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusWindowChanged.connect(self.listen_to)

    def start(self, minutes: float) -> None:
        """Begin anew; 0 minutes: never say it."""
        self._limit = minutes * 60
        self.note_somebody()
        if minutes:
            self._look.start()
        else:
            self._look.stop()

    def listen_to(self, window: QWindow | None) -> None:
        """Take what happens in this window for a sign that somebody is there."""
        if window is not None:
            window.installEventFilter(self)

    def note_somebody(self) -> None:
        self._last, self._warned = self._clock(), False

    def look(self) -> None:
        """Say so where nobody has been there for long enough."""
        gone = self._clock() - self._last
        if gone < 0:  # the clock was set back
            self.note_somebody()
        elif self._limit and gone >= self._limit:
            self.note_somebody()
            self.idle.emit()
        elif self._limit > _WARNED_BEFORE and gone >= self._limit - _WARNED_BEFORE and not self._warned:
            self._warned = True
            self.nearly.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS and abs(self._clock() - self._last) >= _AGAIN_AFTER:
            self.look()  # after a sleep the first key comes before the timer
            self.note_somebody()
        return False
